"""What stands in the way, across the wijken of a gemeente: of whom it is, since when, and what was tried."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from monitor.domain.gebied import Gebied
from monitor.domain.leren import Afspraak, Gremium, Leerpunt


@dataclass(frozen=True, slots=True)
class Poging:
    """Something that was tried, and when that was written down."""

    dag: date
    tekst: str
    afspraak: Afspraak | None = None
    """Of what was agreed this came; None: it was tried without."""


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """Something that stands in the way of a wijk, as a wijkgesprek that was closed wrote it down."""

    leerpunt: Leerpunt
    wijk: Gebied
    patronen: tuple[str, ...]
    """What people see more often, from which this was learned."""
    afspraken: tuple[Afspraak, ...]
    """What was agreed about it, oldest first."""

    @property
    def pogingen(self) -> tuple[Poging, ...]:
        """What was tried, oldest first; what came of an afspraak is a try too."""
        tried = [Poging(it.dag, it.geprobeerd) for it in self.leerpunt.regels if it.geprobeerd]
        came = [Poging(it.dag, it.uitkomst, one) for one in self.afspraken for it in one.regels if it.uitkomst]
        return tuple(sorted((*tried, *came), key=lambda it: it.dag))

    @property
    def nog_zonder_uitkomst(self) -> tuple[Afspraak, ...]:
        """What was agreed about it, and of which nobody wrote down yet what came of it."""
        return tuple(it for it in self.afspraken if not any(regel.uitkomst for regel in it.regels))

    @property
    def begin(self) -> date:
        """The day on which it was first said."""
        return self.leerpunt.regels[0].dag


@dataclass(frozen=True, slots=True)
class WijkGeregeld:
    """What is done about one thema in one wijk."""

    wijk: Gebied
    namen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Geregeld:
    """What is arranged about one thema: in the whole gemeente, and per wijk."""

    thema: str
    overal: tuple[str, ...]
    wijken: tuple[WijkGeregeld, ...]
    """Only wijken of which something was written down, by name."""


@dataclass(frozen=True, slots=True)
class Bottleneckbeeld:
    """What stands in the way in a gemeente."""

    gemeente: Gebied
    wijken: int
    """How many wijken the gemeente has."""
    punten: tuple[Bottleneck, ...]
    """The oldest first."""
    geregeld: tuple[Geregeld, ...]
    voorbeeld: bool

    @property
    def open(self) -> tuple[Bottleneck, ...]:
        """What still stands in the way."""
        return tuple(it for it in self.punten if it.leerpunt.open)

    @property
    def klaar(self) -> tuple[Bottleneck, ...]:
        """What was solved, or left on purpose."""
        return tuple(it for it in self.punten if not it.leerpunt.open)

    @property
    def oudste(self) -> date | None:
        """Since when the longest of what still stands in the way was said; None when nothing does."""
        return min((it.begin for it in self.open), default=None)

    @property
    def overal(self) -> tuple[str, ...]:
        """What is arranged in the whole gemeente, over all themas."""
        return tuple(naam for it in self.geregeld for naam in it.overal)

    def open_bij(self, gremium: Gremium | None) -> tuple[Bottleneck, ...]:
        """What still stands in the way and is for this gremium; None: nobody was named."""
        return tuple(it for it in self.open if it.leerpunt.nu.gremium is gremium)


def in_volgorde(punten: Sequence[Bottleneck]) -> tuple[Bottleneck, ...]:
    """What stands longest in the way first; never the wijk with the most."""
    return tuple(sorted(punten, key=lambda it: (it.begin, it.wijk.naam, it.leerpunt.id)))
