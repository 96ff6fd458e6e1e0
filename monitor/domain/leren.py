"""Learning together: the wijkgesprek, what was learned in it on three levels, and what was agreed.

What is done with a leerpunt is added and never changed. "Alleen besproken, nog open" is a good ending.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from monitor.domain.indicator import StemRol
from monitor.domain.verhaal import Gebruik, Verhaal
from monitor.errors import Probleem


class Niveau(StrEnum):
    """On which of three levels something was learned (rule 14)."""

    CASUS = "casus"
    PATROON = "patroon"
    BOTTLENECK = "bottleneck"


class Gremium(StrEnum):
    """Who must go on with it."""

    WIJKTEAM = "wijkteam"
    PARTNERS = "partners"
    COLLEGE = "college"
    RAAD = "raad"
    RIJK = "rijk"


class LeerpuntStand(StrEnum):
    """How a leerpunt stands."""

    OPEN = "open"
    OPGEPAKT = "opgepakt"
    OPGELOST = "opgelost"
    BEWUST_NIET = "bewust_niet"


class AfspraakStand(StrEnum):
    """What came of an afspraak."""

    OPEN = "open"
    GEDAAN = "gedaan"
    NIET_GEDAAN = "niet_gedaan"
    VERVALLEN = "vervallen"


class SessieStand(StrEnum):
    """How far a wijkgesprek has come."""

    VOORBEREID = "voorbereid"
    GEHOUDEN = "gehouden"
    GESLOTEN = "gesloten"
    AFGELAST = "afgelast"


class SessieUitkomst(StrEnum):
    """How a wijkgesprek ended; both are good."""

    AFSPRAKEN = "afspraken"
    BESPROKEN_NOG_OPEN = "besproken_nog_open"


class AgendaSoort(StrEnum):
    """What lies on the table."""

    INDICATOR = "indicator"
    VERHAAL = "verhaal"
    SCHURING = "schuring"
    LEERPUNT = "leerpunt"
    AFSPRAAK = "afspraak"
    VRAAG = "vraag"


class BronSoort(StrEnum):
    """From what something can be learned."""

    VERHAAL = "verhaal"
    INDICATOR = "indicator"
    LEERPUNT = "leerpunt"
    ACTIVITEIT = "activiteit"
    INITIATIEF = "initiatief"
    SIGNAAL = "signaal"


LOPEND = frozenset({LeerpuntStand.OPEN, LeerpuntStand.OPGEPAKT})
"""What a next wijkgesprek opens with."""


@dataclass(frozen=True, slots=True)
class LeerpuntBron:
    """One thing that a leerpunt came from: what it is, and its id or code."""

    soort: BronSoort
    ref: str


@dataclass(frozen=True, slots=True)
class Lezing:
    """How somebody reads what happened; the first of a leerpunt is what was said together."""

    id: str
    nummer: int
    rol: StemRol | None
    """Whose reading it is; None: of all who were there."""
    tekst: str
    op: date


@dataclass(frozen=True, slots=True)
class LeerpuntRegel:
    """How a leerpunt stands since a day: of whom it is, who must go on, when to look back, what was tried."""

    id: str
    nummer: int
    stand: LeerpuntStand
    dag: date
    eigenaar: str | None = None
    """A role or an organisation."""
    gremium: Gremium | None = None
    terugkijken_op: date | None = None
    geprobeerd: str | None = None
    reden: str | None = None


@dataclass(frozen=True, slots=True)
class Leerpunt:
    """Something that was learned in a wijkgesprek."""

    id: str
    gebied: str
    sessie: str
    niveau: Niveau
    samengesteld: bool
    """A casus that was made up from several, so that nobody is in it."""
    vraag: str | None
    lezingen: tuple[Lezing, ...]
    """In order; none when its words were taken away."""
    bronnen: tuple[LeerpuntBron, ...]
    regels: tuple[LeerpuntRegel, ...]
    """Oldest first; there is always one."""
    op: date
    """The day on which it was written down."""

    @property
    def tekst(self) -> str | None:
        """What was learned; None when these words were taken away."""
        return next((it.tekst for it in self.lezingen), None)

    @property
    def nu(self) -> LeerpuntRegel:
        """How it stands now."""
        return self.regels[-1]

    @property
    def stand(self) -> LeerpuntStand:
        """Whether it is open, taken up, solved, or left on purpose."""
        return self.nu.stand

    @property
    def open(self) -> bool:
        """Whether it still asks for something."""
        return self.stand in LOPEND

    @property
    def sinds(self) -> date:
        """Since when its eigenaar of now has it, without a break."""
        since = self.nu.dag
        for regel in reversed(self.regels):
            if regel.eigenaar != self.nu.eigenaar:
                break
            since = regel.dag
        return since

    def refs(self, soort: BronSoort) -> tuple[str, ...]:
        """The ids of what it came from, of one kind."""
        return tuple(it.ref for it in self.bronnen if it.soort is soort)


@dataclass(frozen=True, slots=True)
class AfspraakRegel:
    """What came of an afspraak, since a day."""

    id: str
    nummer: int
    stand: AfspraakStand
    dag: date
    uitkomst: str | None = None


@dataclass(frozen=True, slots=True)
class Afspraak:
    """What somebody was going to do. `wie` is a role or an organisation."""

    id: str
    gebied: str
    sessie: str
    leerpunt: str | None
    tekst: str | None
    """None when its words were taken away."""
    wie: str | None
    voor: date | None
    regels: tuple[AfspraakRegel, ...]
    op: date

    @property
    def stand(self) -> AfspraakStand:
        """What came of it."""
        return self.regels[-1].stand if self.regels else AfspraakStand.OPEN

    @property
    def open(self) -> bool:
        """Whether it still is to be done."""
        return self.stand is AfspraakStand.OPEN


@dataclass(frozen=True, slots=True)
class AgendaPunt:
    """One thing on the table, and why it lies there."""

    id: str
    nummer: int
    soort: AgendaSoort
    indicator: str | None = None
    verhaal: str | None = None
    leerpunt: str | None = None
    afspraak: str | None = None
    tekst: str | None = None
    """What a figure was at that time, or what people want to ask. Never words of a verhaal."""
    waarom: str | None = None

    @property
    def refs(self) -> tuple[str | None, ...]:
        """What it is about, to find the same thing again."""
        return (self.indicator, self.verhaal, self.leerpunt, self.afspraak)


@dataclass(frozen=True, slots=True)
class Deelnemers:
    """How many people of one role took part."""

    rol: StemRol
    aantal: int


@dataclass(frozen=True, slots=True)
class Gasten:
    """Others who were there: a word and a count."""

    id: str
    wie: str
    aantal: int


@dataclass(frozen=True, slots=True)
class SessieStap:
    """How a wijkgesprek stood, with the day that was planned or on which it was held."""

    id: str
    nummer: int
    stand: SessieStand
    dag: date
    uitkomst: SessieUitkomst | None = None
    reden: str | None = None


@dataclass(frozen=True, slots=True)
class Sessie:
    """A wijkgesprek, from its preparation to its end."""

    id: str
    gebied: str
    titel: str | None
    stappen: tuple[SessieStap, ...]
    """Oldest first; there is always one."""
    agenda: tuple[AgendaPunt, ...] = ()
    deelnemers: tuple[Deelnemers, ...] = ()
    gasten: tuple[Gasten, ...] = ()

    @property
    def nu(self) -> SessieStap:
        """How it stands now."""
        return self.stappen[-1]

    @property
    def stand(self) -> SessieStand:
        """How far it has come."""
        return self.nu.stand

    @property
    def dag(self) -> date:
        """The day on which it was held, or is planned."""
        return self.nu.dag

    @property
    def uitkomst(self) -> SessieUitkomst | None:
        """How it ended."""
        return self.nu.uitkomst

    @property
    def bezig(self) -> bool:
        """Whether it is prepared or written down now."""
        return self.stand in (SessieStand.VOORBEREID, SessieStand.GEHOUDEN)

    @property
    def besproken(self) -> bool:
        """Whether it was held."""
        return self.stand in (SessieStand.GEHOUDEN, SessieStand.GESLOTEN)

    def aantal(self, rol: StemRol) -> int:
        """How many people of a role took part."""
        return sum(it.aantal for it in self.deelnemers if it.rol is rol)


@dataclass(frozen=True, slots=True)
class AgendaVoorstel:
    """What the product proposes to talk about; people choose."""

    soort: AgendaSoort
    waarom: str
    """In a sentence of ours: why it is proposed."""
    indicator: str | None = None
    verhaal: str | None = None
    leerpunt: str | None = None
    afspraak: str | None = None
    tekst: str | None = None
    """What a figure is now."""

    @property
    def refs(self) -> tuple[str | None, ...]:
        """What it is about, to find the same thing again."""
        return (self.indicator, self.verhaal, self.leerpunt, self.afspraak)


@dataclass(frozen=True, slots=True)
class Leerbeeld:
    """All that one reader may read of the wijkgesprekken of a wijk.

    What may not be read, or no longer, is not in it; the counts say how much that is, never which.
    """

    wijk: str
    sessies: tuple[Sessie, ...]
    """Newest first."""
    leerpunten: tuple[Leerpunt, ...]
    """Newest first."""
    afspraken: tuple[Afspraak, ...]
    """Newest first."""
    verhalen: Mapping[str, Verhaal]
    """Every verhaal that is spoken of and may be read here, by its id."""
    indicatoren: Mapping[str, str]
    """Names of the figures that are spoken of, by code."""
    zaken: Mapping[str, str]
    """Names of the activiteiten and initiatieven that are spoken of, by id."""
    verborgen: Mapping[str, int]
    """How many verhalen and casussen of a sessie (by its id) cannot be shown to this reader."""
    bronnen_weg: Mapping[str, int]
    """Of how many bronnen of a leerpunt (by its id) this reader may not read what they are."""

    @property
    def bezig(self) -> Sessie | None:
        """The wijkgesprek that is being prepared or written down."""
        return next((it for it in self.sessies if it.bezig), None)

    @property
    def laatste(self) -> Sessie | None:
        """The last wijkgesprek that was closed."""
        return next((it for it in self.sessies if it.stand is SessieStand.GESLOTEN), None)

    def sessie(self, id_: str) -> Sessie | None:
        """The sessie with this id, when this reader may see it."""
        return next((it for it in self.sessies if it.id == id_), None)

    def leerpunt(self, id_: str) -> Leerpunt | None:
        """The leerpunt with this id, when this reader may see it."""
        return next((it for it in self.leerpunten if it.id == id_), None)

    def afspraak(self, id_: str) -> Afspraak | None:
        """The afspraak with this id, when this reader may see it."""
        return next((it for it in self.afspraken if it.id == id_), None)

    def leerpunten_van(self, sessie: str, niveau: Niveau | None = None) -> tuple[Leerpunt, ...]:
        """What was learned in a sessie, oldest first."""
        found = [it for it in self.leerpunten if it.sessie == sessie and niveau in (None, it.niveau)]
        return tuple(reversed(found))

    def afspraken_van(self, sessie: str) -> tuple[Afspraak, ...]:
        """What was agreed in a sessie, oldest first."""
        return tuple(reversed([it for it in self.afspraken if it.sessie == sessie]))


# Which step can follow

VOLGT: Mapping[SessieStand, frozenset[SessieStand]] = {
    SessieStand.VOORBEREID: frozenset({SessieStand.VOORBEREID, SessieStand.GEHOUDEN, SessieStand.AFGELAST}),
    SessieStand.GEHOUDEN: frozenset({SessieStand.GEHOUDEN, SessieStand.GESLOTEN}),
    SessieStand.GESLOTEN: frozenset(),
    SessieStand.AFGELAST: frozenset(),
}
"""What was closed stays closed: to talk about it again is another sessie."""
_WAAROM_NIET = {
    SessieStand.GESLOTEN: "Dit gesprek is afgesloten. Praat er in een volgend gesprek verder over.",
    SessieStand.AFGELAST: "Dit gesprek ging niet door. Bereid een nieuw gesprek voor.",
    SessieStand.VOORBEREID: "Dit gesprek is nog niet gehouden. Schrijf eerst op wie er waren.",
    SessieStand.GEHOUDEN: "Dit gesprek is al gehouden.",
}


def stap_problemen(van: SessieStand, naar: SessieStand) -> list[Probleem]:
    """A problem when this step cannot follow."""
    return [] if naar in VOLGT[van] else [Probleem(_WAAROM_NIET[van], "stand")]


def vastleg_problemen(stand: SessieStand) -> list[Probleem]:
    """A problem when nothing can be written down of a sessie: before it was held, and after it was closed."""
    return [] if stand is SessieStand.GEHOUDEN else [Probleem(_WAAROM_NIET[stand], "stand")]


def agenda_problemen(stand: SessieStand) -> list[Probleem]:
    """A problem when nothing can be laid on the table, or taken off it."""
    if stand in (SessieStand.VOORBEREID, SessieStand.GEHOUDEN):
        return []
    return [Probleem(_WAAROM_NIET[stand], "stand")]


def uitkomst_problemen(uitkomst: SessieUitkomst, afspraken: int) -> list[Probleem]:
    """A problem when a sessie is to end with afspraken and there are none. Leaving it open is always good."""
    if uitkomst is SessieUitkomst.BESPROKEN_NOG_OPEN or afspraken:
        return []
    return [Probleem("Er is nog geen afspraak. Schrijf er een op, of kies: alleen besproken, nog open.", "uitkomst")]


# Rule 14: three levels, each from what lies under it

CASUS_BRON = "Kies een verhaal dat in het gesprek mag, of zeg dat u de casus zelf samenstelde."
CASUS_EEN = "Kies één verhaal. Ziet u het in meer verhalen? Schrijf het dan op bij “Wat we vaker zien”."
CASUS_DUBBEL = "Een casus is een verhaal, of u stelde hem zelf samen. Kies een van de twee."
PATROON_BRON = "Kies minstens twee casussen of verhalen waaruit dit blijkt, of een cijfer."
PATROON_ZELFDE = "Dit is twee keer hetzelfde verhaal. Kies er nog een ander bij, of een cijfer."
BOTTLENECK_BRON = "Kies minstens één punt bij “Wat we vaker zien” waaruit dit blijkt."
ALLEEN_CASUS = "Alleen bij “Wat er gebeurde” kunt u zeggen dat u het zelf samenstelde."


def leerpunt_problemen(
    niveau: Niveau,
    bronnen: Collection[LeerpuntBron],
    known: Mapping[str, Leerpunt],
    *,
    samengesteld: bool,
) -> list[Probleem]:
    """Everything that is wrong with what a leerpunt rests on; `known` are the leerpunten of the wijk, by id."""
    verhalen = {it.ref for it in bronnen if it.soort is BronSoort.VERHAAL}
    under = [known[it.ref] for it in bronnen if it.soort is BronSoort.LEERPUNT and it.ref in known]
    if niveau is Niveau.CASUS:
        if bool(verhalen) is samengesteld:
            return [Probleem(CASUS_DUBBEL if samengesteld else CASUS_BRON, "bronnen")]
        return [Probleem(CASUS_EEN, "bronnen")] if len(verhalen) > 1 else []
    problemen = [Probleem(ALLEEN_CASUS, "samengesteld")] if samengesteld else []
    if niveau is Niveau.BOTTLENECK:
        good = any(it.niveau is Niveau.PATROON for it in under)
        return problemen + ([] if good else [Probleem(BOTTLENECK_BRON, "bronnen")])
    if any(it.soort is BronSoort.INDICATOR for it in bronnen):
        return problemen
    casussen = [it for it in under if it.niveau is Niveau.CASUS]
    if len(gebeurd(verhalen, casussen)) >= 2:
        return problemen
    twice = len(verhalen) + len(casussen) >= 2
    return [*problemen, Probleem(PATROON_ZELFDE if twice else PATROON_BRON, "bronnen")]


def gebeurd(verhalen: Iterable[str], casussen: Iterable[Leerpunt]) -> frozenset[str]:
    """What happened, each thing once: a casus of a verhaal is that verhaal, one that was made up is itself."""
    found = set(verhalen)
    for casus in casussen:
        found.update(casus.refs(BronSoort.VERHAAL) or (casus.id,))
    return frozenset(found)


def regel_problemen(regel: LeerpuntRegel, vorige: LeerpuntRegel | None = None) -> list[Probleem]:
    """Everything that is wrong with how a leerpunt is said to stand."""
    problemen = []
    if regel.stand is LeerpuntStand.BEWUST_NIET and not (regel.reden or "").strip():
        problemen.append(Probleem("Schrijf op waarom u dit bewust niet doet.", "reden"))
    if regel.terugkijken_op is not None and regel.terugkijken_op <= regel.dag:
        problemen.append(Probleem("De dag om terug te kijken komt na vandaag.", "terugkijken_op"))
    if vorige is not None and regel.dag < vorige.dag:
        problemen.append(Probleem("Deze dag is eerder dan wat er al staat.", "dag"))
    return problemen


def afspraak_regel_problemen(van: AfspraakStand, naar: AfspraakStand, uitkomst: str | None) -> list[Probleem]:
    """Everything that is wrong with what is said to have come of an afspraak."""
    if van is naar is AfspraakStand.OPEN:
        return [Probleem("Zo staat het er al.", "stand")]
    if naar in (AfspraakStand.NIET_GEDAAN, AfspraakStand.VERVALLEN) and not (uitkomst or "").strip():
        return [Probleem("Schrijf op waarom het niet gebeurde. Ook daar leren we van.", "uitkomst")]
    return []


# What may be shown


def mag_in_gesprek(verhaal: Verhaal) -> bool:
    """Whether a verhaal may be laid on the table."""
    return Gebruik.GESPREK in verhaal.gebruiken


def blijft_te_zien(verhaal: Verhaal, wijk: str) -> bool:
    """Whether a verhaal that lay on the table can be shown to who reads it there.

    One that stands at the gemeente for this reader would tell here from which wijk it is.
    """
    return verhaal.gebied == wijk and (mag_in_gesprek(verhaal) or verhaal.openbaar)


def casus_te_zien(leerpunt: Leerpunt, verhalen: Collection[str]) -> bool:
    """Whether a leerpunt can be shown to who can see `verhalen`: a casus only as long as its verhalen can be."""
    return leerpunt.niveau is not Niveau.CASUS or set(leerpunt.refs(BronSoort.VERHAAL)) <= set(verhalen)


def open_punten(
    laatste: Sessie | None, leerpunten: Sequence[Leerpunt], afspraken: Sequence[Afspraak], dag: date
) -> tuple[tuple[Leerpunt, ...], tuple[Afspraak, ...]]:
    """With what a wijkgesprek on `dag` opens: what the last one left open, and what has its day."""
    refs = {ref for punt in laatste.agenda for ref in punt.refs if ref} if laatste else set()
    last = laatste.id if laatste else None
    points = [
        it
        for it in leerpunten
        if it.open and it.tekst and (it.sessie == last or it.id in refs or _due(it.nu.terugkijken_op, dag))
    ]
    agreed = [
        it for it in afspraken if it.open and it.tekst and (it.sessie == last or it.id in refs or _due(it.voor, dag))
    ]
    return tuple(points), tuple(agreed)


def kept_regel(regel: LeerpuntRegel, vorige: LeerpuntRegel) -> LeerpuntRegel:
    """What was not said anew stays: whose it is, and while it asks for something who must go on and when to look back.

    A day to look back stays only when it is still to come.
    """
    running, day = regel.stand in LOPEND, vorige.terugkijken_op
    return replace(
        regel,
        eigenaar=regel.eigenaar or vorige.eigenaar,
        gremium=regel.gremium or (vorige.gremium if running else None),
        terugkijken_op=regel.terugkijken_op or (day if running and day is not None and day > regel.dag else None),
    )


def _due(asked: date | None, dag: date) -> bool:
    return asked is not None and asked <= dag
