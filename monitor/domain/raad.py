"""What the raad decided, point by point, and what each point is about: a light record, where a spoor can end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from monitor.domain.leren import Leerpunt
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
    """None when its words were taken away."""
    dag: date
    punten: tuple[Beslispunt, ...]
    weggehaald_op: date | None = None
    """When its words were taken away."""

    @property
    def te_lezen(self) -> tuple[Beslispunt, ...]:
        """Its points, without those of which neither words nor what they are about are left."""
        return tuple(it for it in self.punten if it.tekst or it.bronnen)


class BesluitWeg(StrEnum):
    """Why the words of a besluit are taken away."""

    PERSOON = "persoon"
    """They lead to a person."""
    FOUT = "fout"
    """The raad did not decide this: what it is about goes too, so that nothing ends here."""


@dataclass(frozen=True, slots=True)
class Plannaam:
    """A wijkplan about which a raad can decide."""

    id: str
    wijk: str
    naam: str | None
    """None when its words were taken away."""


@dataclass(frozen=True, slots=True)
class Raadbeeld:
    """What the raad of a gemeente decided, with the names of what that is about."""

    besluiten: tuple[Raadsbesluit, ...]
    """The newest first."""
    cijfers: Mapping[str, str]
    """Names of the indicators that a besluit is about, by code."""
    plannen: Mapping[str, Plannaam]
    """Every wijkplan of the gemeente, by id, per wijk and the oldest first."""
    patronen: Mapping[str, Leerpunt]
    """Every patroon about which the raad can decide, by id; the oldest first."""


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
