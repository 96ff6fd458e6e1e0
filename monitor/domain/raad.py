"""What the raad decided, point by point, and what each point is about: a light record, where a spoor can end."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from monitor.errors import Probleem


class BeslispuntUitkomst(StrEnum):
    """What the raad said of a beslispunt."""

    AANGENOMEN = "aangenomen"
    GEWIJZIGD = "gewijzigd"
    VERWORPEN = "verworpen"
    AANGEHOUDEN = "aangehouden"


class BeslispuntSoort(StrEnum):
    """What a beslispunt can be about. Never a verhaal: council documents are public and stay so."""

    LEERPUNT = "leerpunt"
    INDICATOR = "indicator"
    WIJKPLAN = "wijkplan"


@dataclass(frozen=True, slots=True)
class BeslispuntBron:
    """One thing that a beslispunt is about: what it is, and its id or code."""

    soort: BeslispuntSoort
    ref: str


@dataclass(frozen=True, slots=True)
class Beslispunt:
    """One thing that the raad decided."""

    id: str
    nummer: int
    tekst: str | None
    """None when its words were taken away."""
    uitkomst: BeslispuntUitkomst
    bronnen: tuple[BeslispuntBron, ...] = ()

    def refs(self, soort: BeslispuntSoort) -> tuple[str, ...]:
        """The ids of what it is about, of one kind."""
        return tuple(it.ref for it in self.bronnen if it.soort is soort)


@dataclass(frozen=True, slots=True)
class Raadsbesluit:
    """What the raad decided on one day about one subject."""

    id: str
    gebied: str
    titel: str | None
    dag: date
    punten: tuple[Beslispunt, ...]


def besluit_problemen(dag: date | None, today: date, punten: int) -> list[Probleem]:
    """Everything that is wrong with a besluit as a whole."""
    problemen = []
    if dag is None:
        problemen.append(Probleem("Schrijf op welke dag de raad dit besloot.", "dag"))
    elif dag > today:
        problemen.append(Probleem("Deze dag is nog niet geweest.", "dag"))
    if not punten:
        problemen.append(Probleem("Schrijf minstens één beslispunt op.", "punten"))
    return problemen
