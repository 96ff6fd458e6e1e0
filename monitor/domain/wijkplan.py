"""The wijkplan: what people of a wijk want, who does what, how the college sees it, and what came of it.

It is added to and never changed. What failed or was stopped stands there like what went well. Never a score.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from monitor.domain.indicator import StemRol
from monitor.domain.leren import BronSoort
from monitor.errors import Probleem


class PlanStand(StrEnum):
    """How a wijkplan stands."""

    LOOPT = "loopt"
    AFGEROND = "afgerond"
    GESTOPT = "gestopt"


class PlanSectie(StrEnum):
    """A part of a wijkplan in words, in the order in which it is read. The mijlpalen are lines of their own."""

    AMBITIE = "ambitie"
    LEERVRAGEN = "leervragen"
    AANPAK = "aanpak"
    BETROKKENHEID = "betrokkenheid"
    UITDAGINGEN = "uitdagingen"
    NIET_DOEN = "niet_doen"
    SPELREGELS = "spelregels"


class Opsteller(StrEnum):
    """Whose version of the plan it is."""

    MAKERS = "makers"
    COLLEGE = "college"


class PlanregelSoort(StrEnum):
    """What a line of the plan is about."""

    TAAK = "taak"
    GELD = "geld"
    KALENDER = "kalender"
    MIJLPAAL = "mijlpaal"


class PlanregelStand(StrEnum):
    """What came of a line; each is as good to tell as the other."""

    LOOPT = "loopt"
    GELUKT = "gelukt"
    ANDERS = "anders"
    MISLUKT = "mislukt"
    GESTOPT = "gestopt"


class AanvraagOordeel(StrEnum):
    """What was said of an aanvraag when it was held beside the plan."""

    PAST = "past"
    PAST_NIET = "past_niet"
    TOCH_DOEN = "toch_doen"


BRONNEN = (BronSoort.INDICATOR, BronSoort.LEERPUNT, BronSoort.ACTIVITEIT, BronSoort.INITIATIEF)
"""What a plan can rest on. Never a verhaal: everybody reads a plan."""
NOG_BEZIG = frozenset({PlanregelStand.LOOPT, PlanregelStand.ANDERS})
"""Lines that are looked back on once more."""


@dataclass(frozen=True, slots=True)
class PlanBron:
    """One thing that a plan rests on: what it is, and its id or code."""

    soort: BronSoort
    ref: str


@dataclass(frozen=True, slots=True)
class PlanMakers:
    """How many people of one role took part."""

    rol: StemRol
    aantal: int


@dataclass(frozen=True, slots=True)
class PlanDeel:
    """A sectie in words."""

    id: str
    sectie: PlanSectie
    tekst: str
    waarom: str | None = None
    """Why the college writes it in another way."""


@dataclass(frozen=True, slots=True)
class PlanAfwijking:
    """How somebody sees it in another way."""

    id: str
    rol: StemRol
    tekst: str


@dataclass(frozen=True, slots=True)
class PlanVersie:
    """How the makers or the college wrote the plan, on a day."""

    id: str
    nummer: int
    opsteller: Opsteller
    dag: date
    makers: tuple[PlanMakers, ...] = ()
    delen: tuple[PlanDeel, ...] = ()
    """Only those with words."""
    afwijkingen: tuple[PlanAfwijking, ...] = ()

    def deel(self, sectie: PlanSectie) -> PlanDeel | None:
        """The words of a sectie."""
        return next((it for it in self.delen if it.sectie is sectie), None)


@dataclass(frozen=True, slots=True)
class PlanKwestie:
    """What people work on first since a day; no kwestie: on the whole plan."""

    id: str
    nummer: int
    kwestie: str | None
    waarom: str | None
    dag: date


@dataclass(frozen=True, slots=True)
class PlanTerugblik:
    """What people said of a line when they looked back, and how many were there."""

    id: str
    nummer: int
    stand: PlanregelStand
    geleerd: str | None
    dag: date
    deelnemers: tuple[PlanMakers, ...] = ()


@dataclass(frozen=True, slots=True)
class Planregel:
    """Who does what, money and who decides, a day in the kalender, or a mijlpaal. `wie`: a role or an organisation."""

    id: str
    soort: PlanregelSoort
    wat: str
    wie: str | None
    dag: date | None
    bedrag: Decimal | None
    op: date
    """The day on which it was written down."""
    terugblikken: tuple[PlanTerugblik, ...] = ()

    @property
    def stand(self) -> PlanregelStand:
        """What came of it."""
        return self.terugblikken[-1].stand if self.terugblikken else PlanregelStand.LOOPT

    @property
    def terugkijken_op(self) -> date | None:
        """When to look back on it with residents: every quarter, as long as a mijlpaal goes on."""
        if self.soort is not PlanregelSoort.MIJLPAAL or self.stand not in NOG_BEZIG:
            return None
        return kwartaal_later(self.terugblikken[-1].dag if self.terugblikken else self.op)


@dataclass(frozen=True, slots=True)
class PlanOordeel:
    """What was said of an aanvraag, and why."""

    id: str
    nummer: int
    oordeel: AanvraagOordeel
    want: str
    dag: date


@dataclass(frozen=True, slots=True)
class PlanAanvraag:
    """What somebody asks subsidie for, beside the plan."""

    id: str
    wat: str
    wie: str | None
    bedrag: Decimal | None
    oordelen: tuple[PlanOordeel, ...] = ()
    """Oldest first."""


@dataclass(frozen=True, slots=True)
class PlanStap:
    """How a plan stands since a day, and what was learned when it ended."""

    id: str
    nummer: int
    stand: PlanStand
    geleerd: str | None
    dag: date


@dataclass(frozen=True, slots=True)
class Wijkplan:
    """A wijkplan with all that was written down of it, oldest first."""

    id: str
    gebied: str
    naam: str | None
    """None when its words were taken away."""
    stappen: tuple[PlanStap, ...]
    """There is always one."""
    kwesties: tuple[PlanKwestie, ...] = ()
    versies: tuple[PlanVersie, ...] = ()
    regels: tuple[Planregel, ...] = ()
    bronnen: tuple[PlanBron, ...] = ()
    aanvragen: tuple[PlanAanvraag, ...] = ()

    @property
    def nu(self) -> PlanStap:
        """How it stands now."""
        return self.stappen[-1]

    @property
    def loopt(self) -> bool:
        """Whether people work on it now."""
        return self.nu.stand is PlanStand.LOOPT

    @property
    def kwestie(self) -> PlanKwestie | None:
        """What people work on first; None: the whole plan."""
        return self.kwesties[-1] if self.kwesties and self.kwesties[-1].kwestie else None

    def laatste(self, opsteller: Opsteller) -> PlanVersie | None:
        """The newest version of the makers, or of the college."""
        return next((it for it in reversed(self.versies) if it.opsteller is opsteller), None)

    def naast(self, college: PlanVersie) -> PlanVersie | None:
        """The version of the makers that the college had before it."""
        before = [it for it in self.versies if it.opsteller is Opsteller.MAKERS and it.nummer < college.nummer]
        return before[-1] if before else None

    def regels_van(self, soort: PlanregelSoort) -> tuple[Planregel, ...]:
        """The lines of one kind: those with a day first, in the order of the days."""
        found = [it for it in self.regels if it.soort is soort]
        return tuple(sorted(found, key=lambda it: (it.dag is None, it.dag or it.op)))


@dataclass(frozen=True, slots=True)
class PlanVerschil:
    """Where makers and college write something else, and why; None: does not write of it."""

    sectie: PlanSectie
    makers: str | None
    college: str | None
    waarom: str | None


@dataclass(frozen=True, slots=True)
class Planbeeld:
    """The plans of a wijk as one reader reads them."""

    wijk: str
    plannen: tuple[Wijkplan, ...]
    """The one that people work on, and then newest first."""
    namen: Mapping[PlanBron, str]
    """What each bron is called that this reader may read."""
    today: date

    @property
    def lopend(self) -> Wijkplan | None:
        """The plan that people work on now."""
        return next((it for it in self.plannen if it.loopt), None)

    def plan(self, id_: str) -> Wijkplan | None:
        """The plan with this id."""
        return next((it for it in self.plannen if it.id == id_), None)

    def weg(self, plan: Wijkplan) -> int:
        """Of how many bronnen this reader may not read what they are, or no longer."""
        return sum(it not in self.namen for it in plan.bronnen)


def kwartaal_later(dag: date) -> date:
    """The same day three months on, or the last one of that month."""
    months = dag.year * 12 + dag.month - 1 + 3
    year, month = divmod(months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - date(year, month + 1, 1)).days
    return date(year, month + 1, min(dag.day, last))


def verschillen(makers: PlanVersie, college: PlanVersie) -> tuple[PlanVerschil, ...]:
    """Where they write something else, in the order of the plan."""
    pairs = [(sectie, makers.deel(sectie), college.deel(sectie)) for sectie in PlanSectie]
    return tuple(
        PlanVerschil(
            sectie, ours.tekst if ours else None, theirs.tekst if theirs else None, theirs.waarom if theirs else None
        )
        for sectie, ours, theirs in pairs
        if (ours.tekst if ours else None) != (theirs.tekst if theirs else None)
    )


# Rules

VOORBIJ = "Dit plan is afgerond of gestopt. Maak een nieuw plan als u verder wilt."
EERST_MAKERS = "Er is nog geen plan van de makers. Schrijf dat eerst op."
WAAROM_ANDERS = "Het college schrijft hier iets anders dan de makers. Schrijf op waarom."
ZELFDE = "Dit is hetzelfde als de makers schreven. Laat “waarom” hier leeg."
WEGGELATEN = "De makers schreven hier iets over. Neem het over, of schrijf wat het college ervan maakt en waarom."
GEEN_DEEL = "Schrijf minstens één deel van het plan."
GEEN_MAKERS = "Vul in hoeveel mensen het plan maakten."
GEEN_BEWONERS = "Kijk samen met bewoners terug. Vul in hoeveel bewoners erbij waren."


def loopt_problemen(plan: Wijkplan) -> list[Probleem]:
    """A problem when nothing can be added to a plan."""
    return [] if plan.loopt else [Probleem(VOORBIJ, "stand")]


def versie_problemen(
    plan: Wijkplan,
    opsteller: Opsteller,
    delen: Mapping[PlanSectie, tuple[str | None, str | None]],
    makers: Collection[tuple[StemRol, int]],
) -> list[Probleem]:
    """Everything that is wrong with a version: `delen` are what is written and why it is something else, by sectie.

    The college says why wherever it writes something else than the makers, and leaves nothing of them out unsaid.
    """
    problemen = [] if any(tekst for tekst, _ in delen.values()) else [Probleem(GEEN_DEEL, "delen")]
    if opsteller is Opsteller.MAKERS:
        return problemen + ([] if any(aantal for _, aantal in makers) else [Probleem(GEEN_MAKERS, "makers")])
    before = plan.laatste(Opsteller.MAKERS)
    if before is None:
        return [*problemen, Probleem(EERST_MAKERS, "opsteller")]
    for sectie in PlanSectie:
        written, waarom = delen.get(sectie, (None, None))
        ours = before.deel(sectie)
        same = written == (ours.tekst if ours else None)
        if ours and not written:
            problemen.append(Probleem(WEGGELATEN, sectie.value))
        elif not same and not waarom:
            problemen.append(Probleem(WAAROM_ANDERS, sectie.value))
        elif same and waarom:
            problemen.append(Probleem(ZELFDE, sectie.value))
    return problemen


def terugblik_problemen(regel: Planregel, deelnemers: Iterable[tuple[StemRol, int]]) -> list[Probleem]:
    """A problem when residents did not look back on a mijlpaal."""
    if regel.soort is not PlanregelSoort.MIJLPAAL or any(rol is StemRol.BEWONER and n > 0 for rol, n in deelnemers):
        return []
    return [Probleem(GEEN_BEWONERS, "deelnemers")]
