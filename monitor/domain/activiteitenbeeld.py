"""One picture of a wijk: all that people and organisations do there, how it goes on, and what it costs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from monitor.domain.gebied import Gebied
from monitor.domain.wijk import ActiviteitStatus, Financiering, Plek, RolGemeente

AFGELOPEN = frozenset({ActiviteitStatus.AFGEROND, ActiviteitStatus.GESTOPT, ActiviteitStatus.MISLUKT})
"""What is over. It says nothing about whether it was any good."""


class ZaakSoort(StrEnum):
    """Who began it: an organisation or the gemeente, or people themselves."""

    ACTIVITEIT = "activiteit"
    INITIATIEF = "initiatief"


class Volhouden(StrEnum):
    """Whether something can go on as it is."""

    JA = "ja"
    MET_HULP = "met_hulp"
    NEE = "nee"


@dataclass(frozen=True, slots=True)
class Voortgang:
    """How something stood on a day, as it was told then."""

    nummer: int
    op: date
    status: ActiviteitStatus
    gebeurd: str | None = None
    les: str | None = None
    vervolg: str | None = None
    volhouden: Volhouden | None = None
    wie_helpt: str | None = None


@dataclass(frozen=True, slots=True)
class Aanleiding:
    """What something began with."""

    vraag: str | None = None
    """What one person asked, in her own words."""
    signaal_op: date | None = None
    """The day on which somebody noticed it; what she wrote only those read who learn together in the wijk."""
    uit: str | None = None
    """The id of what it came out of."""


@dataclass(frozen=True, slots=True)
class Les:
    """What was learned, and when that was said."""

    tekst: str
    op: date | None = None


@dataclass(frozen=True, slots=True)
class Zaak:
    """An activiteit or an initiatief with all that is known of it; `begin_status` and `einde` as first written down."""

    id: str
    soort: ZaakSoort
    gebied: str
    thema: str
    naam: str
    begin_status: ActiviteitStatus
    begonnen_op: date | None = None
    einde: date | None = None
    beschrijving: str | None = None
    wat_wil_je: str | None = None
    """"Wat wil je?" as residents answered it."""
    voor_wie: str | None = None
    wie: str | None = None
    """Who does it: an organisation, or who keeps an initiatief going."""
    partners: str | None = None
    """Who takes part, where it was not said of each whether it is an organisation."""
    formeel: tuple[str, ...] = ()
    informeel: tuple[str, ...] = ()
    rol_gemeente: RolGemeente | None = None
    volhoudbaar: str | None = None
    les: str | None = None
    les_op: date | None = None
    vervolg: str | None = None
    voortgang: tuple[Voortgang, ...] = ()
    aanleidingen: tuple[Aanleiding, ...] = ()
    indicatoren: tuple[tuple[str, str], ...] = ()
    """Code and name of each."""
    opgeschreven: datetime | None = None
    """When somebody wrote it down; None for what was there before anybody could."""
    nummer: int = 0
    """What it is called by on the sheet of a wijk, also on paper: it stays the same."""

    @property
    def status(self) -> ActiviteitStatus:
        """How it stands now."""
        return self.voortgang[-1].status if self.voortgang else self.begin_status

    @property
    def geeindigd_op(self) -> date | None:
        """The day on which it ended; None while it goes on."""
        if self.status not in AFGELOPEN:
            return None
        return self.voortgang[-1].op if self.voortgang else self.einde

    @property
    def bekend_tot(self) -> date | None:
        """The last day of which something is known: what is told next cannot lie before it."""
        return self.voortgang[-1].op if self.voortgang else self.einde or self.begonnen_op

    @property
    def vraag(self) -> str | None:
        """What one person asked before it began."""
        return next((it.vraag for it in self.aanleidingen if it.vraag), None)

    @property
    def lessen(self) -> tuple[Les, ...]:
        """All that was learned, in order."""
        first = (Les(self.les, self.les_op),) if self.les else ()
        return (*first, *(Les(it.les, it.op) for it in self.voortgang if it.les))

    @property
    def volhouden(self) -> Voortgang | None:
        """The last time that somebody said whether it can go on."""
        return next((it for it in reversed(self.voortgang) if it.volhouden), None)

    def liep_in(self, jaar: int) -> bool:
        """Whether it went on in a year; what has no first or last day may have."""
        begun = self.begonnen_op is None or self.begonnen_op.year <= jaar
        return begun and (self.geeindigd_op is None or self.geeindigd_op.year >= jaar)


@dataclass(frozen=True, slots=True)
class GebeurtenisRegel:
    """Something that happened on a day, here or in the whole gemeente."""

    id: str
    gebied: str
    datum: date
    titel: str
    thema: str | None = None
    zaak: str | None = None
    toelichting: str | None = None


@dataclass(frozen=True, slots=True)
class FinancieringRegel:
    """A line of money or hours, and what it is for."""

    id: str
    gebied: str
    financiering: Financiering
    zaak: str | None = None


@dataclass(frozen=True, slots=True)
class Activiteitenbeeld:
    """All that is done in a wijk, of all organisations and of people themselves, in the order of the page."""

    wijk: Gebied
    gemeente: Gebied | None
    zaken: tuple[Zaak, ...]
    plekken: tuple[Plek, ...]
    gebeurtenissen: tuple[GebeurtenisRegel, ...]
    financiering: tuple[FinancieringRegel, ...]
    jaar: int | None = None
    """The only year that it tells of; None: all that is known."""

    @property
    def jaren(self) -> tuple[int, ...]:
        """The years of which anything is known, newest first."""
        days = [it.begonnen_op for it in self.zaken] + [it.geeindigd_op for it in self.zaken]
        days += [stap.op for it in self.zaken for stap in it.voortgang] + [it.datum for it in self.gebeurtenissen]
        years = {day.year for day in days if day} | {it.financiering.jaar for it in self.financiering}
        return tuple(sorted(years, reverse=True))

    def zaak(self, id_: str | None) -> Zaak | None:
        """The activiteit or initiatief with this id; None when it is not in the picture."""
        return next((it for it in self.zaken if it.id == id_), None)


def in_jaar(beeld: Activiteitenbeeld, jaar: int | None) -> Activiteitenbeeld:
    """The picture with only what went on, happened or was paid in a year; None: as it was."""
    if jaar is None:
        return beeld
    return replace(
        beeld,
        zaken=tuple(it for it in beeld.zaken if it.liep_in(jaar)),
        gebeurtenissen=tuple(it for it in beeld.gebeurtenissen if it.datum.year == jaar),
        financiering=tuple(it for it in beeld.financiering if it.financiering.jaar == jaar),
        jaar=jaar,
    )


def genummerd(zaken: Iterable[Zaak], themas: Iterable[str], wijk: str) -> tuple[Zaak, ...]:
    """Each with its number, in the order in which they were written down.

    What comes later comes behind, and nothing that is said of a zaak afterwards gives it another number.
    """
    order = {thema: place for place, thema in enumerate(themas)}

    def key(it: Zaak) -> tuple[str, int, bool, date, str]:
        when, place = it.opgeschreven.isoformat() if it.opgeschreven else "", order.get(it.thema, len(order))
        return when, place, it.gebied != wijk, it.begonnen_op or date.min, it.id

    return tuple(replace(it, nummer=nummer) for nummer, it in enumerate(sorted(zaken, key=key), start=1))


def in_volgorde(zaken: Iterable[Zaak], themas: Iterable[str], wijk: str) -> tuple[Zaak, ...]:
    """By thema; then what goes on before what is over, of the wijk before the whole gemeente, and by name."""
    order = {thema: place for place, thema in enumerate(themas)}

    def key(it: Zaak) -> tuple[int, bool, bool, str, str]:
        return (
            order.get(it.thema, len(order)),
            it.status in AFGELOPEN,
            it.gebied != wijk,
            it.naam.casefold(),
            it.id,
        )

    return tuple(sorted(zaken, key=key))
