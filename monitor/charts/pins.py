"""What happened, as pins on the time axis: each with its name, so that no name lies over another or over a pin."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from monitor.charts.assen import Tijd
from monitor.domain.meting import Gebeurtenis

LETTERS = 48
"""How many letters of a name fit across a chart on a phone."""
_MOST_LEVELS = 4
_STUB = 0.35
"""How high a pin without a name is: lower than the lowest name."""
_HEAD = 0.06
_FEWEST_LETTERS = 6
"""A name of which fewer letters than this fit is left out; it stands in full under the table."""


@dataclass(frozen=True, slots=True)
class Pin:
    """Something that happened, with as much of its name as fits and the level that it stands at."""

    gebeurtenis: Gebeurtenis
    naam: str
    hoogte: float


@dataclass(frozen=True, slots=True)
class _Plek:
    """A pin on its way to a level: its place on the axis (0 to 1), and on which side its name stands."""

    gebeurtenis: Gebeurtenis
    naam: str
    place: float
    left: bool
    letters: int
    """How many letters fit across the chart."""

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where the name goes."""
        width = _HEAD + len(self.naam) / self.letters
        return (self.place - width, self.place) if self.left else (self.place, self.place + width)

    def covers(self, place: float) -> bool:
        """Whether the name reaches over a pin at `place`."""
        start, end = self.reach
        return start < place < end

    def over(self, other: "_Plek") -> bool:
        """Whether both names would lie over each other at one level."""
        return self.reach[0] < other.reach[1] and other.reach[0] < self.reach[1]


def pins_of(gebeurtenissen: Sequence[Gebeurtenis], tijd: Tijd, letters: int = LETTERS) -> list[Pin]:
    """Each gebeurtenis with the height of its pin, so that no name lies over another or is crossed by a pin.

    A name stands higher than every pin that it reaches over; so the names that reach over the least come first.
    """
    waiting = [_plek(it, tijd, letters) for it in gebeurtenissen]
    placed: list[tuple[_Plek, int]] = []
    pins: list[Pin] = []
    while waiting:
        nearest = min(waiting, key=lambda it: _too_far(it, waiting))
        waiting.remove(nearest)
        plek = _kept_clear(nearest, waiting)
        level = _level(plek, placed)
        if plek.naam and level <= _MOST_LEVELS:
            placed.append((plek, level))
            pins.append(Pin(plek.gebeurtenis, plek.naam, level))
        else:
            pins.append(Pin(plek.gebeurtenis, "", _STUB))
    return pins


def pin_rows(pins: Sequence[Pin], tijd: Tijd, ground: float, bottom: float) -> list[dict[str, Any]]:
    """The pins between the axis at `bottom` and the figures above `ground`."""
    step = (ground - bottom) / (max((pin.hoogte for pin in pins), default=0) + 0.5)
    return [
        {
            "t": pin.gebeurtenis.datum.isoformat(),
            "w": bottom + step * pin.hoogte,
            "w2": bottom,
            "naam": pin.naam,
            "tip": f"{pin.gebeurtenis.datum.year}: {pin.gebeurtenis.titel}",
            "links": tijd.is_late(pin.gebeurtenis.datum),
        }
        for pin in pins
    ]


def shortened(text: str, room: int) -> str:
    """A name as far as it fits, cut after a word where it can be."""
    return text if len(text) <= room else f"{text[: room - 1].rsplit(' ', 1)[0]}…"


def _place(day: date, tijd: Tijd) -> float:
    """Where a day lies between the left end of the axis (0) and the right end (1)."""
    return (day - tijd.first) / (tijd.last - tijd.first)


def _plek(it: Gebeurtenis, tijd: Tijd, letters: int) -> _Plek:
    place = _place(it.datum, tijd)
    room = int(letters * max(place, 1 - place)) - 2
    return _Plek(it, shortened(it.titel, room), place, tijd.is_late(it.datum), letters)


def _too_far(plek: _Plek, others: Sequence[_Plek]) -> float:
    """How far a name reaches over the first pin that it covers."""
    width = plek.reach[1] - plek.reach[0]
    return max((width - abs(it.place - plek.place) for it in others if plek.covers(it.place)), default=0.0)


def _kept_clear(plek: _Plek, waiting: Sequence[_Plek]) -> _Plek:
    """The name cut off before the pins that still wait: those must stand lower, and cannot any more."""
    covered = [abs(it.place - plek.place) for it in waiting if plek.covers(it.place)]
    if not covered:
        return plek
    room = int(plek.letters * (min(covered) - _HEAD))
    naam = shortened(plek.naam, room) if room >= _FEWEST_LETTERS else ""
    return replace(plek, naam=naam)


def _level(plek: _Plek, placed: Sequence[tuple[_Plek, int]]) -> int:
    """The lowest level above the pins that this name reaches over, at which no other name is in its way."""
    over = max((level for other, level in placed if plek.covers(other.place)), default=0)
    taken = {level for other, level in placed if plek.over(other)}
    return next(level for level in range(over + 1, over + len(placed) + 2) if level not in taken)
