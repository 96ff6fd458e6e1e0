"""What a page shows, put together once: the wijk, the gemeente, and how we know it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from monitor.domain.gebied import Gebied, Opvolger
from monitor.domain.indicator import Bezwaar, Draagvlak, Indicator, Thema
from monitor.domain.leesronde import Leesniveau
from monitor.domain.leren import LOPEND, Gremium, LeerpuntStand, Niveau
from monitor.domain.meting import Meting, Reeks
from monitor.domain.raad import BeslispuntUitkomst
from monitor.domain.verhaal import Verhaal
from monitor.domain.wijk import Activiteit, Financiering, Initiatief, Plek


@dataclass(frozen=True, slots=True)
class ReeksZinnen:
    """One reeks in words, as plain text: for the screen, for alt texts, later for documents."""

    waarde: str
    """The newest value: "61 van de 100 mensen, in 2025", or why there is none."""
    trend: str
    """What can be said about change, or what is known when no change can be told."""
    gemeente: str | None
    """The gemeente beside it, as a statement of its own."""
    toelichting: str | None
    """What the reader must know of this kind of evidence; said once per thema."""
    nulmeting: str | None
    """With which period the newest value is compared, or why it cannot be."""
    alt: str
    """The chart in one sentence."""


@dataclass(frozen=True, slots=True)
class MinuutLeerpunt:
    """What was learned in a wijkgesprek that was closed; never a casus, which is one verhaal."""

    id: str
    niveau: Niveau
    tekst: str
    stand: LeerpuntStand
    gremium: Gremium | None
    """Who must go on with it."""
    sinds: date
    """Since when it stands like this."""
    gesprek: date
    """The day of the wijkgesprek."""

    @property
    def open(self) -> bool:
        """Whether it still asks for something."""
        return self.stand in LOPEND


@dataclass(frozen=True, slots=True)
class MinuutAfspraak:
    """What was agreed in a wijkgesprek that was closed, and is still to be done."""

    tekst: str
    wie: str | None
    voor: date | None
    leerpunt: str | None


@dataclass(frozen=True, slots=True)
class MinuutBeslispunt:
    """What the raad decided about what this wijk learned, or about its wijkplan."""

    tekst: str
    uitkomst: BeslispuntUitkomst
    dag: date
    leerpunten: frozenset[str] = frozenset()
    """The ids of the leerpunten of this wijk that it is about."""


@dataclass(frozen=True, slots=True)
class MinuutRonde:
    """The last time that people of a wijk chose verhalen together."""

    id: str
    niveau: Leesniveau
    dag: date


@dataclass(frozen=True, slots=True)
class MinuutBron:
    """What people of a wijk learned together, as far as a minute takes from it; the newest first everywhere."""

    gesprek: date | None = None
    """The day of the last wijkgesprek that was closed."""
    leerpunten: tuple[MinuutLeerpunt, ...] = ()
    afspraken: tuple[MinuutAfspraak, ...] = ()
    beslispunten: tuple[MinuutBeslispunt, ...] = ()
    rondes: tuple[MinuutRonde, ...] = ()
    """Those that are over, and in which something was chosen."""


@dataclass(frozen=True, slots=True)
class Minuut:
    """De wijk in een minuut: five lines in the raadslid's order, and questions to ask."""

    zien: str
    vertellen: str
    schuurt: str
    leerden: str
    gevraagd: str
    vragen: tuple[str, ...]
    titels: str = ""
    """The end of `vertellen` that names verhalen as their tellers did: no document takes it."""
    schuurt_themas: tuple[str, ...] = ()
    """Codes of the themas that the line about schuring speaks of, for links to their cards."""
    gesprek: date | None = None
    """The day of the last wijkgesprek that was closed, for a way to it."""
    raad: bool = False
    """Whether something is asked of the raad that stands with what is in the way."""
    ronde: MinuutRonde | None = None
    """Who chose verhalen together, and when; None as well where verhalen stand at the gemeente."""


@dataclass(frozen=True, slots=True)
class BronRegel:
    """A source as it stands under a page."""

    naam: str
    uitgever: str
    url: str | None
    peiljaar: int | None
    ingelezen_op: datetime
    opgegeven: bool = False
    """Whether somebody brought it in at Tellen, by hand or in a file: then it is not from this source."""


@dataclass(frozen=True, slots=True)
class IndicatorDossier:
    """Who carries an indicator here, and who objects."""

    indicator: str
    draagvlak: tuple[Draagvlak, ...] = ()
    bezwaren: tuple[Bezwaar, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemaKaart:
    """One thema of a wijk: counted and told, and what is around it."""

    thema: Thema
    reeksen: tuple[Reeks, ...] = ()
    """Kernindicatoren first; at most two context figures where there are none."""
    verhalen: tuple[Verhaal, ...] = ()
    """All that may be shown, newest first."""
    schuring: tuple[str, ...] = ()
    """Where number and verhalen part, in words."""
    initiatieven: tuple[Initiatief, ...] = ()
    plekken: tuple[Plek, ...] = ()
    activiteiten: tuple[Activiteit, ...] = ()
    financiering: tuple[Financiering, ...] = ()
    financiering_gemeente: tuple[Financiering, ...] = ()
    """What is for this thema in the whole gemeente; it is never divided over wijken."""
    niet_gehoord: str | None = None
    dossiers: tuple[IndicatorDossier, ...] = ()


@dataclass(frozen=True, slots=True)
class Wijkbeeld:
    """Everything that the wijk page shows."""

    wijk: Gebied
    gemeente: Gebied | None
    wijken: tuple[Gebied, ...]
    """All valid wijken of the gemeente, by name."""
    inwoners: Meting | None
    opvolgers: tuple[Opvolger, ...]
    voorgangers: tuple[Opvolger, ...]
    kaarten: tuple[ThemaKaart, ...]
    lege_themas: tuple[Thema, ...]
    """Themas about which nothing is known here yet."""
    minuut: Minuut
    verhalen_totaal: int
    """How many public verhalen stand here."""
    verhalen_op_gemeente: bool
    """True when verhalen of this wijk stand at gemeente level, because it is small or has few, or none (rule 12)."""
    bronnen: tuple[BronRegel, ...]
    cijfers_tot: str | None
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class GemeenteRegel:
    """One wijk in the list of its gemeente."""

    wijk: Gebied
    inwoners: Meting | None
    verhalen: int | None
    """How many public ones stand at this wijk; None when they stand at the gemeente, be it few or none (rule 12)."""
    schuurt: tuple[str, ...]
    """Names of the themas where number and verhalen part."""
    kern: int
    """How many kernindicatoren are in use."""


@dataclass(frozen=True, slots=True)
class Gemeentebeeld:
    """Everything that the gemeente page shows."""

    gemeente: Gebied
    regels: tuple[GemeenteRegel, ...]
    verhalen: tuple[Verhaal, ...]
    """Verhalen that stand at gemeente level."""
    overal: tuple[Activiteit, ...]
    """What is arranged in the whole gemeente."""
    bronnen: tuple[BronRegel, ...]
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class InlezingRegel:
    """One act of reading a file, with what it changed in words."""

    bron: str
    bestand: str
    peiljaar: int | None
    ingelezen_op: datetime
    nieuw: int
    gewijzigd: int
    verdwenen: int
    wijzigingen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verantwoording:
    """How we know this: sources, definitions, what changed, and what we do not know."""

    bronnen: tuple[BronRegel, ...]
    inlezingen: tuple[InlezingRegel, ...]
    indicatoren: tuple[Indicator, ...]
    themas: tuple[Thema, ...]
    ontbrekend: tuple[tuple[str, int], ...]
    """How many values are missing, per reason."""
    geweigerd: tuple[tuple[str, int], ...]
    """How many verhalen were refused, per reason (rule 11: the counts are public)."""
    ingetrokken: tuple[tuple[str, int], ...]
    """How many verhalen were taken back, per quarter."""
    letten_op: Mapping[str, int] = field(default_factory=dict)
    """In how many wijken an indicator is what its role says, by code; without those that no wijk watches."""
