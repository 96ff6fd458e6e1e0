"""Choosing together what a wijk watches: from what people say in their own words to what the wijk decided."""

from dataclasses import dataclass, replace
from datetime import date

from monitor.domain.indicator import Bezwaar, Draagvlak, Indicator, IndicatorStatus, Rol, StemRol, Thema
from monitor.domain.levensloop import AdoptieStand, Stap, Werk
from monitor.domain.regels import Oordeel
from monitor.nl import today_amsterdam


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What somebody would notice in her own street, in her own words."""

    id: str
    nummer: int
    """Its number in the wijk for good, wherever it is put and whatever is taken away."""
    rol: StemRol
    tekst: str
    groep: str | None = None


@dataclass(frozen=True, slots=True)
class Voorkeur:
    """How many people of one role want to go on with a groep, on the last day that this was asked."""

    rol: StemRol
    aantal: int
    op: date


@dataclass(frozen=True, slots=True)
class Groep:
    """Voorstellen that are about the same, with how many people want to go on with them."""

    id: str
    naam: str
    thema: str
    voorstellen: tuple[Voorstel, ...] = ()
    voorkeuren: tuple[Voorkeur, ...] = ()
    indicatoren: tuple[str, ...] = ()
    """Codes of the indicators that it became."""


@dataclass(frozen=True, slots=True)
class Herkenning:
    """Whether people of one role recognise a figure: how many said yes, partly and no on the last day."""

    rol: StemRol
    ja: int
    deels: int
    nee: int
    op: date
    toelichting: str | None = None

    @property
    def aantal(self) -> int:
        """How many people answered."""
        return self.ja + self.deels + self.nee

    def as_shown(self, kleinste_aantal: int) -> "Herkenning":
        """Without what people said when so few answered that everybody can tell who said it; the count stays."""
        return self if self.aantal >= kleinste_aantal else replace(self, toelichting=None)


@dataclass(frozen=True, slots=True)
class BezwaarRegel:
    """A bezwaar that can be answered."""

    id: str
    bezwaar: Bezwaar

    @property
    def open(self) -> bool:
        """Whether nobody answered it yet."""
        return self.bezwaar.antwoord is None


@dataclass(frozen=True, slots=True)
class KeuzeIndicator:
    """An indicator in one wijk: how far it has come there, who carries it, and what works on it."""

    indicator: Indicator
    status: IndicatorStatus
    adopties: tuple[AdoptieStand, ...]
    """Oldest first."""
    stappen: tuple[Stap, ...]
    """Oldest first."""
    steun: tuple[Draagvlak, ...]
    """What each role said last."""
    gedragen: Oordeel
    """Whether bewoners and professionals carry it here; the sentence says who is waited for."""
    bezwaren: tuple[BezwaarRegel, ...]
    werk: tuple[Werk, ...]
    """What works on it here."""

    @property
    def rol(self) -> Rol | None:
        """What it is for the wijk now; None: the wijk does not watch it."""
        return next((it.rol for it in self.adopties if it.tot is None), None)

    @property
    def open_bezwaren(self) -> tuple[BezwaarRegel, ...]:
        """The bezwaren that wait for an answer."""
        return tuple(it for it in self.bezwaren if it.open)


@dataclass(frozen=True, slots=True)
class Keuzebeeld:
    """Everything about choosing in one wijk."""

    wijk: str
    groepen: tuple[Groep, ...]
    los: tuple[Voorstel, ...]
    """Voorstellen that stand in no groep."""
    indicatoren: tuple[KeuzeIndicator, ...]
    """Those of the wijk: watched, talked about, or watched once; in the order of the wijk."""
    elders: tuple[Indicator, ...]
    """Indicators of other wijken, that can be talked about here too."""
    herkenningen: tuple[tuple[str, Herkenning], ...]
    """By code of the figure."""
    werk: tuple[Werk, ...]
    """Everything that is done here, to choose from."""
    themas: tuple[Thema, ...]
    grens: int
    """How many kernindicatoren the wijk has at most."""
    kleinste_aantal: int
    """Of how many people that answered what they said with it may be shown."""

    def met_rol(self, rol: Rol) -> tuple[KeuzeIndicator, ...]:
        """What the wijk watches in this role."""
        return tuple(it for it in self.indicatoren if it.rol is rol)

    @property
    def in_gesprek(self) -> tuple[KeuzeIndicator, ...]:
        """What is talked about and not yet watched."""
        return tuple(it for it in self.indicatoren if it.rol is None and it.status is not IndicatorStatus.VERVALLEN)

    @property
    def vervallen(self) -> tuple[KeuzeIndicator, ...]:
        """What the wijk watches no more, what it let go last first."""
        gone = [it for it in self.indicatoren if it.status is IndicatorStatus.VERVALLEN]
        return tuple(sorted(gone, key=_let_go_on, reverse=True))

    def indicator(self, code: str) -> KeuzeIndicator | None:
        """The indicator with this code, when the wijk talked about it."""
        return next((it for it in self.indicatoren if it.indicator.code == code), None)


def _let_go_on(it: KeuzeIndicator) -> date:
    ended = [adoptie.tot for adoptie in it.adopties if adoptie.tot is not None]
    return max([*ended, *(today_amsterdam(stap.op) for stap in it.stappen[-1:])])
