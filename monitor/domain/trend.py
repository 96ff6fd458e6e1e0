"""What may be said about change: nothing that the figures do not carry (rule 7).

Mann-Kendall (Mann 1945, Kendall 1975) tells whether a series keeps going one way, two-sided: `zeker` under 1%,
`waarschijnlijk` under 5%. Without equal values its exact distribution is used; with equal values the normal
approximation with tie and continuity correction, which stays careful on short series. Quarters and months are compared
with the same quarter or month only (Hirsch, Slack and Smith 1982), so that a summer is never a rise. It is a few lines
here, because importing scipy.stats costs a second and 85 MB in every process; the tests hold it to scipy's answers.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import combinations
from math import erfc, factorial, sqrt
from statistics import median

from monitor.domain.indicator import Bewijssoort
from monitor.domain.meting import Breuk, Meting, MetingStatus, Reeks, with_value

MINSTENS = 5
"""With four points the exact test cannot reach 5%, whatever they are."""
ZEKER, WAARSCHIJNLIJK = 0.01, 0.05
EXACT_TOT = 50
"""Longer series use the normal approximation, which is as good by then."""
GELIJK_BAND = 5.0
"""`gelijk` only when all intervals fit in one band this wide: points for a percentage, else percent of the middle."""


class TrendRichting(StrEnum):
    """Which way a series goes."""

    STIJGT = "stijgt"
    DAALT = "daalt"
    GELIJK = "gelijk"


class Zekerheid(StrEnum):
    """The three steps in which certainty is told."""

    ZEKER = "zeker"
    WAARSCHIJNLIJK = "waarschijnlijk"
    NIET_TE_ZEGGEN = "niet_te_zeggen"


class TrendReden(StrEnum):
    """Why no change can be told."""

    GEEN_CIJFERS = "geen_cijfers"
    GESCHAT = "geschat"
    TE_WEINIG = "te_weinig"
    ONZEKER = "onzeker"
    """The intervals of the first and the last point overlap."""
    TOEVAL = "toeval"
    """The differences can be chance."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The points that may be compared with the newest one, and the breuken that cut off what came before."""

    metingen: tuple[Meting, ...]
    breuken: tuple[Breuk, ...] = ()
    """The breuken on the day where the segment starts; empty when nothing was cut off."""


@dataclass(frozen=True, slots=True)
class Trend:
    """What can be said about change. `richting` is None exactly when the certainty is niet_te_zeggen."""

    richting: TrendRichting | None
    zekerheid: Zekerheid
    reden: TrendReden | None
    vanaf: Meting | None
    """First comparable point; of quarters and months the first of the season in which the newest one falls."""
    tot: Meting | None
    """Newest known point."""
    breuken: tuple[Breuk, ...] = ()


def comparable_segment(metingen: Iterable[Meting], breuken: Iterable[Breuk]) -> Segment:
    """The known points after the latest breuk; a breuk on or before the start of a point begins a new segment."""
    known = with_value(metingen)
    if not known:
        return Segment(())
    cuts = [breuk for breuk in breuken if known[0].start < breuk.vanaf <= known[-1].start]
    if not cuts:
        return Segment(tuple(known))
    start = max(breuk.vanaf for breuk in cuts)
    return Segment(
        tuple(meting for meting in known if meting.start >= start),
        tuple(breuk for breuk in cuts if breuk.vanaf == start),
    )


def trend_of(reeks: Reeks) -> Trend:
    """What can be said about change in the gebied of a reeks."""
    return trend_of_metingen(reeks.metingen, reeks.breuken, reeks.indicator.bewijssoort, reeks.indicator.eenheid)


def trend_to_tell(reeks: Reeks) -> Trend:
    """The same, told from the nulmeting on where the stretch since then says no other thing than all of it.

    Who chose a period to begin with reads of that one everywhere, and never hears a certainty that only part carries.
    """
    whole = trend_of(reeks)
    begin = next((it for it in reeks.metingen if reeks.is_nulmeting(it)), None)
    if begin is None or whole.richting is None:
        return whole
    later = tuple(it for it in reeks.metingen if it.start >= begin.start)
    since = trend_of_metingen(later, reeks.breuken, reeks.indicator.bewijssoort, reeks.indicator.eenheid)
    same = (since.richting, since.zekerheid) == (whole.richting, whole.zekerheid)
    return since if same and since.vanaf == begin else whole


def trend_of_gemeente(reeks: Reeks) -> Trend:
    """The same of the gemeente beside it. Breuken of the wijk cut here too: better to say less than too much."""
    return trend_of_metingen(reeks.gemeente, reeks.breuken, reeks.indicator.bewijssoort, reeks.indicator.eenheid)


def trend_of_metingen(
    metingen: Sequence[Meting], breuken: Iterable[Breuk], bewijssoort: Bewijssoort, eenheid: str
) -> Trend:
    """What can be said about change in these metingen.

    A model's estimates never carry a trend: they follow who lives somewhere, not what happens there. A count that
    goes on does not either: half a quarter is no fall.
    """
    segment = comparable_segment((it for it in metingen if not is_running(it, bewijssoort)), breuken)
    reden = _obstacle(segment.metingen, bewijssoort)
    if reden is not None:
        return _untold(segment, reden)
    seasons = _by_season(segment.metingen)
    p = mann_kendall(seasons)
    if p >= WAARSCHIJNLIJK:
        return _steady(segment, eenheid) or _untold(segment, TrendReden.TOEVAL)
    return _moved(segment, p, rising=sum(map(kendall_s, seasons)) > 0)


def is_running(meting: Meting, bewijssoort: Bewijssoort) -> bool:
    """Whether a meting is a count of a period that was not over when it was written down."""
    return bewijssoort is Bewijssoort.GETELD and meting.status is MetingStatus.VOORLOPIG


def _obstacle(points: tuple[Meting, ...], bewijssoort: Bewijssoort) -> TrendReden | None:
    if not points:
        return TrendReden.GEEN_CIJFERS
    if bewijssoort is Bewijssoort.GESCHAT:
        return TrendReden.GESCHAT
    one_year_only = season_of(points[-1]) not in map(season_of, points[:-1])
    return TrendReden.TE_WEINIG if len(points) < MINSTENS or one_year_only else None


def season_of(meting: Meting) -> str:
    """The part of the year that a quarter ("K3") or month ("07") can be compared within; empty for a year or a day."""
    return meting.periode[5:] if len(meting.periode) == 7 else ""


def _by_season(metingen: Iterable[Meting]) -> tuple[tuple[float, ...], ...]:
    seasons: dict[str, list[float]] = {}
    for meting in metingen:
        if meting.waarde is not None:
            seasons.setdefault(season_of(meting), []).append(meting.waarde)
    return tuple(tuple(values) for values in seasons.values())


def _untold(segment: Segment, reden: TrendReden) -> Trend:
    points = segment.metingen
    first, last = (points[0], points[-1]) if points else (None, None)
    return Trend(None, Zekerheid.NIET_TE_ZEGGEN, reden, first, last, segment.breuken)


def _moved(segment: Segment, p: float, *, rising: bool) -> Trend:
    last = segment.metingen[-1]
    first = next(meting for meting in segment.metingen if season_of(meting) == season_of(last))
    if intervals_overlap(first, last):
        return _untold(segment, TrendReden.ONZEKER)
    # A series can mostly rise and still end lower than it began: then neither word is true.
    if (
        first.waarde is None
        or last.waarde is None
        or first.waarde == last.waarde
        or (last.waarde > first.waarde) != rising
    ):
        return _untold(segment, TrendReden.TOEVAL)
    return Trend(
        TrendRichting.STIJGT if rising else TrendRichting.DAALT,
        Zekerheid.ZEKER if p < ZEKER else Zekerheid.WAARSCHIJNLIJK,
        None,
        first,
        last,
        segment.breuken,
    )


def _steady(segment: Segment, eenheid: str) -> Trend | None:
    """`gelijk`, when every point has an interval and all lie close together: not seeing change is not enough."""
    first, last = segment.metingen[0], segment.metingen[-1]
    lower = [meting.ondergrens for meting in segment.metingen if meting.ondergrens is not None]
    upper = [meting.bovengrens for meting in segment.metingen if meting.bovengrens is not None]
    if not len(lower) == len(upper) == len(segment.metingen):
        return None
    middle = median(meting.waarde for meting in segment.metingen if meting.waarde is not None)
    band = GELIJK_BAND if eenheid == "%" else GELIJK_BAND / 100 * abs(middle)
    if max(upper) - min(lower) > band:
        return None
    return Trend(TrendRichting.GELIJK, Zekerheid.WAARSCHIJNLIJK, None, first, last, segment.breuken)


def intervals_overlap(one: Meting, other: Meting) -> bool:
    """Whether the intervals of two metingen touch; False when one of them has none."""
    if one.ondergrens is None or one.bovengrens is None or other.ondergrens is None or other.bovengrens is None:
        return False
    return one.ondergrens <= other.bovengrens and other.ondergrens <= one.bovengrens


def kendall_s(values: Sequence[float]) -> int:
    """Kendall's S: how many pairs rise minus how many fall."""
    return sum((later > earlier) - (later < earlier) for earlier, later in combinations(values, 2))


@lru_cache(maxsize=4096)
def mann_kendall(seasons: tuple[tuple[float, ...], ...]) -> float:
    """The two-sided p-value of "no trend", of yearly values in one tuple, or of a tuple per quarter or month.

    Values of different seasons are never set against each other (Hirsch, Slack and Smith 1982). Constants give 1.
    """
    s = abs(sum(map(kendall_s, seasons)))
    if s == 0:
        return 1.0
    if len(seasons) == 1 and len(seasons[0]) <= EXACT_TOT and len(set(seasons[0])) == len(seasons[0]):
        return _exact_tail(len(seasons[0]), s)
    return erfc((s - 1) / sqrt(2 * sum(map(_variance, seasons))))


def _variance(values: Sequence[float]) -> float:
    n, ties = len(values), [count for count in Counter(values).values() if count > 1]
    return (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18


def _exact_tail(n: int, s: int) -> float:
    # An order of n values with k falling pairs has S = pairs - 2k; orders are counted per k, one value at a time.
    pairs = n * (n - 1) // 2
    falling = (pairs - s) // 2
    return min(1.0, 2 * sum(_orders_by_falling_pairs(n)[: falling + 1]) / factorial(n))


@lru_cache(maxsize=EXACT_TOT)
def _orders_by_falling_pairs(n: int) -> tuple[int, ...]:
    counts = [1]
    for size in range(2, n + 1):
        counts = [sum(counts[max(0, k - size + 1) : k + 1]) for k in range(size * (size - 1) // 2 + 1)]
    return tuple(counts)
