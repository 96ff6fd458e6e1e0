"""The spoor: from what a thing came and what came of it, through every link that was ever written down.

A schakel goes one way, in time and in meaning: from what was there first to what came of it. Both ways are walked by
the same rule, so what is found going on from one thing is found going back from the other.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from monitor.domain.leren import Niveau
from monitor.domain.raadsstuk import StukSoort


class SpoorSoort(StrEnum):
    """What stands on a spoor; in the order in which things of one day are told."""

    WIJKBEZOEK = "wijkbezoek"
    VERHAAL = "verhaal"
    SIGNAAL = "signaal"
    GROEP = "groep"
    INDICATOR = "indicator"
    INITIATIEF = "initiatief"
    ACTIVITEIT = "activiteit"
    LEESRONDE = "leesronde"
    SESSIE = "sessie"
    LEERPUNT = "leerpunt"
    AFSPRAAK = "afspraak"
    WIJKPLAN = "wijkplan"
    BESLISPUNT = "beslispunt"
    RAADSSTUK = "raadsstuk"
    """What is written for the raad: a draft, and only for who writes there."""


class SchakelSoort(StrEnum):
    """In what way one thing came of another."""

    KOPPELING = "koppeling"
    """A verhaal tells about a figure."""
    GEWORDEN = "geworden"
    """What people would notice in their street became a figure."""
    WERKT_AAN = "werkt_aan"
    """Something is done about a figure."""
    AANLEIDING = "aanleiding"
    """Something in the wijk began with it."""
    OP_TAFEL = "op_tafel"
    """It lay on the table of a wijkgesprek."""
    GEZEGD = "gezegd"
    """It was said in a wijkgesprek."""
    GELEERD = "geleerd"
    """Something was learned from it."""
    AFGESPROKEN = "afgesproken"
    """Something was agreed about it."""
    GELEZEN = "gelezen"
    """It was read in a leesronde, and not chosen."""
    GEKOZEN = "gekozen"
    """It was chosen in a leesronde."""
    VERDER = "verder"
    """A next leesronde reads what this one chose."""
    IN_PLAN = "in_plan"
    """A wijkplan rests on it."""
    BESLOTEN = "besloten"
    """The raad decided about it."""
    VERTELD = "verteld"
    """It was told at a wijkbezoek."""
    GENOEMD = "genoemd"
    """A stuk for the raad names it now."""
    UITGEGAAN = "uitgegaan"
    """It stood in a stuk for the raad when somebody took that along."""


class SpoorReden(StrEnum):
    """Why the other end of a schakel is not shown."""

    TERUGGENOMEN = "teruggenomen"
    """Who told the verhaal took it back."""
    NIET_TE_LEZEN = "niet_te_lezen"
    """This reader may not read it."""
    WEGGEHAALD = "weggehaald"
    """Its words were taken away."""
    NIET_TE_CITEREN = "niet_te_citeren"
    """It may not stand in a document now: taken back, or no longer openbaar. Nobody is told which."""


Sleutel = tuple[SpoorSoort, str]
"""What a thing is, and its id or code."""

HOORT_ERBIJ = (SchakelSoort.WERKT_AAN, SchakelSoort.KOPPELING)
"""What goes with a thing, and need not have come of it: a figure may be older than the verhalen that tell of it."""
ONTMOETINGEN = frozenset({SpoorSoort.SESSIE, SpoorSoort.LEESRONDE})
"""Where many things lie beside each other: that one is learned there does not make it come of all the others."""


@dataclass(frozen=True, slots=True)
class Schakel:
    """One link: of `van` came `naar`."""

    van: Sleutel
    naar: Sleutel
    soort: SchakelSoort
    gebied: str | None = None
    """Of which gebied the figure is, where that was written down."""


@dataclass(frozen=True, slots=True)
class Spoorpunt:
    """A thing on a spoor, as one reader may know of it."""

    soort: SpoorSoort
    id: str
    naam: str | None
    """None when it has no words, or its words were taken away."""
    dag: date | None
    """Of a verhaal the first day of its quarter; None when no day was written down."""
    gebied: str | None
    """Where it stands for this reader; None for a figure, which is of no one place."""
    stand: str | None = None
    """How it stands, in words: what was let go, stopped or called off says so."""
    niveau: Niveau | None = None
    """Of a leerpunt."""
    samengesteld: bool = False
    """A casus that was made up from several, so that no verhaal stands before it."""
    stuksoort: StukSoort | None = None
    """Of a raadsstuk."""

    @property
    def sleutel(self) -> Sleutel:
        """What it is, and its id."""
        return self.soort, self.id


@dataclass(frozen=True, slots=True)
class Spoorstap:
    """One step from a thing: what stands there, and in what ways it hangs together."""

    punt: Spoorpunt
    soorten: tuple[SchakelSoort, ...]


@dataclass(frozen=True, slots=True)
class Spoorbreuk:
    """Links of which the other end is not shown: how many, never which."""

    soort: SpoorSoort
    reden: SpoorReden
    aantal: int
    kwartaal: str | None = None
    """Of what was taken back: in which quarter it was told."""
    niveau: Niveau | None = None


@dataclass(frozen=True, slots=True)
class Spoor:
    """Where a thing came from and what came of it, as one reader may know."""

    punt: Spoorpunt
    uit: tuple[Spoorstap, ...]
    """One step back, oldest first."""
    naar: tuple[Spoorstap, ...]
    """One step on, oldest first."""
    uit_breuken: tuple[Spoorbreuk, ...]
    naar_breuken: tuple[Spoorbreuk, ...]
    tijdlijn: tuple[Spoorpunt, ...]
    """The whole chain with the thing itself in it, oldest first."""
    gemeente: str
    wijk: str | None
    """In which wijk it is looked at; None: in the whole gemeente."""
    gebieden: Mapping[str, str]
    """What the gebieden of the gemeente are called."""
    alles_verteld: bool
    """False where it is not told whether there is more: verhalen stand at the gemeente (rule 12) or are not hers."""
    verhalen_eerder: tuple[Spoorpunt, ...] = ()
    """The verhalen that lie further back than one step, oldest first."""
    besluiten_later: tuple[Spoorpunt, ...] = ()
    """What the raad decided further on than one step, oldest first."""
    stukken_later: tuple[Spoorpunt, ...] = ()
    """The stukken for the raad further on than one step, oldest first."""


def kwam_uit(schakels: Iterable[Schakel], begin: Sleutel) -> frozenset[Sleutel]:
    """Everything that a thing came from, however far back."""
    return _reached(schakels, begin, lambda it: it.van, lambda it: it.naar, lambda near, far: _goes_on(far, near))


def kwam_van(schakels: Iterable[Schakel], begin: Sleutel) -> frozenset[Sleutel]:
    """Everything that came of a thing, however far on."""
    return _reached(schakels, begin, lambda it: it.naar, lambda it: it.van, _goes_on)


def in_volgorde(punten: Iterable[Spoorpunt]) -> tuple[Spoorpunt, ...]:
    """The oldest first; what has no day comes last."""
    soorten, niveaus = list(SpoorSoort), [None, *Niveau]

    def place(it: Spoorpunt) -> tuple[object, ...]:
        day = it.dag or date.max
        return it.dag is None, day, soorten.index(it.soort), niveaus.index(it.niveau), it.naam or "", it.id

    return tuple(sorted(punten, key=place))


def _goes_on(first: Schakel, second: Schakel) -> bool:
    """Whether what came of the first thing went on in the second; `first.naar` is where they meet."""
    told_of_figure = SchakelSoort.KOPPELING in (first.soort, second.soort)
    return not told_of_figure and first.naar[0] not in ONTMOETINGEN


def _reached(
    schakels: Iterable[Schakel],
    begin: Sleutel,
    far: Callable[[Schakel], Sleutel],
    near: Callable[[Schakel], Sleutel],
    goes_on: Callable[[Schakel, Schakel], bool],
) -> frozenset[Sleutel]:
    """Depth first over schakels, each at most once: a chain that bites its own tail ends."""
    at: dict[Sleutel, list[Schakel]] = {}
    for it in schakels:
        at.setdefault(near(it), []).append(it)
    waiting = list(at.get(begin, ()))
    seen = set(waiting)
    while waiting:
        step = waiting.pop()
        further = [it for it in at.get(far(step), ()) if it not in seen and goes_on(step, it)]
        seen.update(further)
        waiting += further
    return frozenset(far(it) for it in seen) - {begin}


def stappen(
    schakels: Iterable[Schakel], punten: Mapping[Sleutel, Spoorpunt], begin: Sleutel, *, terug: bool
) -> tuple[Spoorstap, ...]:
    """What stands one step back from a thing, or one step on; each thing once, oldest first."""
    found: dict[Sleutel, list[SchakelSoort]] = {}
    for it in schakels:
        here, there = (it.naar, it.van) if terug else (it.van, it.naar)
        if here == begin and there != begin and it.soort not in found.setdefault(there, []):
            found[there].append(it.soort)
    order: Sequence[SchakelSoort] = list(SchakelSoort)
    return tuple(
        Spoorstap(punt, tuple(sorted(found[punt.sleutel], key=order.index)))
        for punt in in_volgorde(punten[it] for it in found)
    )
