"""What nalezers do: what a verhaal waits for, and the verhaal as they read it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from monitor.domain.persoonsgegeven import Vondst
from monitor.domain.verhaal import Gebruik, Gevoel, Perspectief


class Wachtreden(StrEnum):
    """What a verhaal waits for."""

    NALEZEN = "nalezen"
    MELDING = "melding"
    """Somebody said that it is about her: it is hidden until a nalezer looked."""
    VERTELLER = "verteller"
    """The teller has not agreed to the text yet, or was asked something."""
    BEDENKTIJD = "bedenktijd"
    NAVRAAG = "navraag"
    """The time to think it over is past; a colleague must ask again."""


VOOR_NALEZER = frozenset({Wachtreden.NALEZEN, Wachtreden.MELDING})
"""What a nalezer can do something about now."""
NIET_TE_LEZEN = frozenset({Wachtreden.BEDENKTIJD, Wachtreden.NAVRAAG})
"""What nobody reads yet: the teller may still say no."""


@dataclass(frozen=True, slots=True)
class WachtendVerhaal:
    """A verhaal in the queue."""

    verhaal: str
    gebied: str
    wijk: str
    """Name of the wijk."""
    titel: str
    reden: Wachtreden
    sinds: date
    dagen: int
    vervanger: bool = False
    """This person reads it as a stand-in."""


@dataclass(frozen=True, slots=True)
class Wachtrij:
    """What waits in the wijken of a nalezer: oldest first."""

    na_te_lezen: tuple[WachtendVerhaal, ...]
    nog_niet: tuple[WachtendVerhaal, ...]
    """What waits for the teller or a colleague."""
    eigen: int
    """So many she wrote down herself: somebody else reads those."""


@dataclass(frozen=True, slots=True)
class VerhaalTekst:
    """One version of a verhaal, with its citaat."""

    versie: int
    titel: str
    tekst: str
    waarom: str | None
    wens: str | None
    citaat: str | None
    publiek: bool
    akkoord_op: date | None


@dataclass(frozen=True, slots=True)
class GemerkteVondst:
    """A mark in a field of a version, and whether somebody looked at it and left it as it is."""

    veld: str
    vondst: Vondst
    akkoord: bool

    @property
    def open(self) -> bool:
        """Whether it keeps the verhaal from being published."""
        return self.vondst.direct and not self.akkoord


@dataclass(frozen=True, slots=True)
class OpenMelding:
    """Somebody said that a verhaal is about her; the words are for the nalezer only."""

    id: str
    toelichting: str | None
    gemeld_op: datetime


@dataclass(frozen=True, slots=True)
class TeLezen:
    """A verhaal as a nalezer reads it: what was told beside what others would read."""

    verhaal: str
    gebied: str
    wijk: str
    reden: Wachtreden
    oorspronkelijk: VerhaalTekst
    publiek: VerhaalTekst | None
    """None: there is only what was told."""
    vondsten: tuple[GemerkteVondst, ...]
    """In the newest version, and in `namens`."""
    meldingen: tuple[OpenMelding, ...]
    gevoel: Gevoel
    perspectieven: tuple[Perspectief, ...]
    gebruiken: tuple[Gebruik, ...]
    namens: str | None
    met_tolk: bool
    taal: str
    bezwaren: tuple[str, ...]
    """Why it cannot be published now; empty: it can."""

    @property
    def nieuwste(self) -> VerhaalTekst:
        """The version that is decided about."""
        return self.publiek or self.oorspronkelijk


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A public version and citaat as a nalezer proposes them to the teller."""

    titel: str
    tekst: str
    citaat: str | None = None
    waarom: str | None = None
    wens: str | None = None
