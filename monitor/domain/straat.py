"""Samen de straat op: a wijkbezoek or straatgesprek, from its plan to what was seen and heard."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from monitor.domain.leren import Deelnemers
from monitor.domain.verhaal import Verhaal
from monitor.errors import Probleem


class BezoekVorm(StrEnum):
    """How people go into the wijk."""

    WIJKBEZOEK = "wijkbezoek"
    STRAATGESPREK = "straatgesprek"


class BezoekStand(StrEnum):
    """How far it has come."""

    GEPLAND = "gepland"
    GEWEEST = "geweest"
    AFGELAST = "afgelast"


@dataclass(frozen=True, slots=True)
class BezoekStap:
    """How it stood, with the day that is planned or on which it was."""

    id: str
    nummer: int
    stand: BezoekStand
    dag: date
    gezien: str | None = None
    """What was seen and heard; never of one person."""
    reden: str | None = None


@dataclass(frozen=True, slots=True)
class Wijkbezoek:
    """One time that people went into the wijk together."""

    id: str
    gebied: str
    vorm: BezoekVorm
    waar: str | None
    vraag: str | None
    stappen: tuple[BezoekStap, ...]
    """Oldest first; there is always one."""
    deelnemers: tuple[Deelnemers, ...] = ()
    verhalen: tuple[str, ...] = ()
    """Ids of what was told there."""

    @property
    def nu(self) -> BezoekStap:
        """How it stands now."""
        return self.stappen[-1]

    @property
    def stand(self) -> BezoekStand:
        """How far it has come."""
        return self.nu.stand

    @property
    def dag(self) -> date:
        """The day on which it was, or is planned."""
        return self.nu.dag


@dataclass(frozen=True, slots=True)
class Bezoekenbeeld:
    """All that one reader may read of the wijkbezoeken of a wijk."""

    wijk: str
    bezoeken: tuple[Wijkbezoek, ...]
    """Newest first, each with only the verhalen that this reader may know were told there."""
    verhalen: Mapping[str, Verhaal]
    weg: Mapping[str, int]
    """Of how many verhalen of a bezoek (by its id) it is not told which; empty for who may not know how many."""

    @property
    def gepland(self) -> tuple[Wijkbezoek, ...]:
        """What is still to come, the first one first."""
        return tuple(it for it in reversed(self.bezoeken) if it.stand is BezoekStand.GEPLAND)

    @property
    def voorbij(self) -> tuple[Wijkbezoek, ...]:
        """What was, or did not take place."""
        return tuple(it for it in self.bezoeken if it.stand is not BezoekStand.GEPLAND)


VOLGT: Mapping[BezoekStand, frozenset[BezoekStand]] = {
    BezoekStand.GEPLAND: frozenset(BezoekStand),
    BezoekStand.GEWEEST: frozenset({BezoekStand.GEWEEST}),
    BezoekStand.AFGELAST: frozenset(),
}
"""What was called off stays so; what was seen can be written down anew, as a line more."""
_WAAROM_NIET = {
    BezoekStand.GEWEEST: "Dit is al geweest. Schrijf op wat u zag en hoorde.",
    BezoekStand.AFGELAST: "Dit ging niet door. Plan een nieuw bezoek.",
}


def stap_problemen(van: BezoekStand, naar: BezoekStand) -> list[Probleem]:
    """A problem when this step cannot follow."""
    return [] if naar in VOLGT[van] else [Probleem(_WAAROM_NIET[van], "stand")]
