"""Verhalen: what tellers and reviewers can say of them, and the public version as others may read it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Verhouding(StrEnum):
    """How a verhaal stands to a number (rule 8)."""

    PAST_BIJ = "past_bij"
    LEGT_UIT = "legt_uit"
    ZEGT_ANDERS = "zegt_anders"
    LOS = "los"


class Gevoel(StrEnum):
    """How the teller says that it feels (rule 9)."""

    GOED = "goed"
    DUBBEL = "dubbel"
    MOEILIJK = "moeilijk"
    ANDERS = "anders"


class Gebruik(StrEnum):
    """The three uses that a teller can allow (rule 10)."""

    LEREN = "leren"
    GESPREK = "gesprek"
    OPENBAAR = "openbaar"


class Perspectief(StrEnum):
    """From where somebody tells; several may be true at once."""

    BEWONER = "bewoner"
    VRIJWILLIGER = "vrijwilliger"
    MANTELZORGER = "mantelzorger"
    ERVARINGSDESKUNDIGE = "ervaringsdeskundige"
    WERKT_HIER = "werkt_hier"
    ONDERNEMER = "ondernemer"
    RAADSLID = "raadslid"


class Leeftijdsgroep(StrEnum):
    """Age group: optional, counted, never shown with a verhaal (rule 12)."""

    JONGER_DAN_16 = "jonger_dan_16"
    VAN_16_TOT_25 = "16_tot_25"
    VAN_25_TOT_45 = "25_tot_45"
    VAN_45_TOT_65 = "45_tot_65"
    VAN_65_TOT_80 = "65_tot_80"
    VANAF_80 = "80_en_ouder"


class Besluit(StrEnum):
    """What a reviewer can decide."""

    AKKOORD = "akkoord"
    GEWEIGERD = "geweigerd"
    TERUG_NAAR_VERTELLER = "terug_naar_verteller"
    VERBORGEN = "verborgen"


class Weigerreden(StrEnum):
    """The only reasons for which a verhaal may be refused (rule 11)."""

    TE_HERKENBAAR = "te_herkenbaar"
    ONVEILIG = "onveilig"
    KWETSEND = "kwetsend_over_een_ander"
    VERTELLER_WIL_NIET = "verteller_wil_niet"


class ToestemmingDoor(StrEnum):
    """Who gives permission."""

    VERTELLER = "verteller"
    OUDER = "ouder_of_voogd"
    GROEP = "groep"


class ToestemmingVorm(StrEnum):
    """How permission was given."""

    SCHRIFTELIJK = "schriftelijk"
    MONDELING = "mondeling"
    DIGITAAL = "digitaal"


class Vertelwijze(StrEnum):
    """How a verhaal came in."""

    ZELF = "zelf"
    OPGETEKEND = "opgetekend"
    UITNODIGING = "uitnodiging"
    PAPIER = "papier"
    INGELEZEN = "ingelezen"


@dataclass(frozen=True, slots=True)
class Koppeling:
    """A link from a verhaal to an indicator, with the sentence why."""

    indicator: str
    verhouding: Verhouding
    toelichting: str


@dataclass(frozen=True, slots=True)
class Verhaal:
    """A verhaal as a reader may read it. It has a quarter and no day, a wijk and no buurt, and no age."""

    id: str
    gebied: str
    kwartaal: date
    """First day of the quarter in which it was told."""
    titel: str
    tekst: str
    gevoel: Gevoel
    perspectieven: tuple[Perspectief, ...]
    themas: tuple[str, ...]
    koppelingen: tuple[Koppeling, ...] = ()
    citaat: str | None = None
    dilemma: bool = False
    waarom: str | None = None
    wens: str | None = None
    namens: str | None = None
    met_tolk: bool = False
    gebruiken: tuple[Gebruik, ...] = (Gebruik.OPENBAAR,)
    """The uses by which this reader may read it."""

    @property
    def openbaar(self) -> bool:
        """Whether everybody may read it."""
        return Gebruik.OPENBAAR in self.gebruiken
