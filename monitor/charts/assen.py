"""The axes of a chart over time: which years, which values, and how much room is left around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import ceil, floor, log10

from monitor.domain.meting import Meting
from monitor.nl import format_getal

LEVEL = 0.14
"""How much of the height of the figures one row of pins takes."""


@dataclass(frozen=True, slots=True)
class Tijd:
    """The time axis: from which day to which, and the years at which a label stands."""

    first: date
    last: date
    years: tuple[int, ...]

    def is_late(self, day: date) -> bool:
        """Whether a name at `day` would run off the right edge when it stood to the right."""
        return day > self.first + (self.last - self.first) / 2


@dataclass(frozen=True, slots=True)
class Schaal:
    """The value axis: from where to where, and at which values a line and a label stand."""

    domain: tuple[float, float]
    ticks: tuple[float, ...]


def time_axis(known: Sequence[Meting], days: Sequence[date]) -> Tijd:
    """From the first known meting to the last one or the last of `days`, with a label at six years or fewer."""
    if not known:
        return Tijd(date(2000, 1, 1), date(2001, 1, 1), ())
    first = min(meting.start for meting in known)
    last = max([*(meting.start for meting in known), *days])
    margin = timedelta(days=max(int((last - first).days * 0.04), 30) if last > first else 365)
    years = [year for year in range(first.year, last.year + 1) if _is_labelled(year, known, first, last)]
    step = max(ceil(len(years) / 6), 1)
    return Tijd(first - margin, last + margin, tuple(years[::-step][::-1]))


def _is_labelled(year: int, known: Sequence[Meting], first: date, last: date) -> bool:
    """Few figures: their own years. Many: every year."""
    own = {meting.start.year for meting in known}
    return year in own if len(own) <= 6 else first <= date(year, 1, 1) <= last


def value_axis(known: Sequence[Meting], eenheid: str) -> Schaal:
    """Three to five round values around what is known. Never so narrow that noise looks like a landslide."""
    values = [value for it in known for value in (it.waarde, it.ondergrens, it.bovengrens) if value is not None]
    if not values:
        return Schaal((0.0, 1.0), (0.0, 1.0))
    low, high = min(values), max(values)
    least = 10.0 if eenheid == "%" else 0.1 * max(abs(low), abs(high))
    if high - low < least:
        low, high = (low + high - least) / 2, (low + high + least) / 2
    if min(values) >= 0 > low:
        low, high = 0.0, high - low
    return _round_values(low, high if high > low else low + 1.0)


def _round_values(low: float, high: float) -> Schaal:
    power = 10.0 ** floor(log10((high - low) / 4))
    for factor in (1, 2, 2.5, 5, 10, 20):
        step = factor * power
        first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
        if last - first <= 4:
            break
    ticks = tuple(round(number * step, 10) for number in range(first, last + 1))
    return Schaal((ticks[0], ticks[-1]), ticks)


def extent(waarde: Schaal, names: Sequence[float]) -> tuple[float, float]:
    """The lowest and highest value that figures and the names at their lines take."""
    low, high = waarde.domain
    half = 0.05 * (high - low)
    return min([low, *(name - half for name in names)]), max([high, *(name + half for name in names)])


def room_around(low: float, high: float, levels: int, breuken: bool) -> tuple[float, float]:
    """The lowest and highest value of the picture: with room for pins under the figures and breuk names above them."""
    span = high - low
    bottom = low - span * (LEVEL * levels + 0.05) if levels else low - 0.03 * span
    return bottom, high + (0.16 if breuken else 0.03) * span


def decimals_of(ticks: Sequence[float]) -> int:
    """How many decimals it takes to tell these values apart."""
    steps = [later - earlier for earlier, later in pairwise(ticks)]
    step = min(steps, default=1.0)
    return next((number for number in range(4) if abs(round(step, number) - step) < 1e-9), 4)


def time_words(tijd: Tijd) -> str:
    """The time axis, for who hears the chart."""
    if not tijd.years:
        return "De jaren"
    first, last = tijd.years[0], tijd.years[-1]
    return f"De jaren, van {first} tot en met {last}" if last > first else f"Het jaar {first}"


def value_words(waarde: Schaal, eenheid: str) -> str:
    """The value axis, for who hears the chart."""
    decimals = decimals_of(waarde.ticks)
    unit = " procent" if eenheid == "%" else ""
    low, high = (format_getal(value, decimals) for value in waarde.domain)
    return f"De waarde, van {low} tot {high}{unit}"
