"""Small counts protect: which are hidden, and which others too, so that nobody works them out from what is shown.

Cell suppression as for any table of counts: a count under the threshold is hidden, and where sums are shown beside it,
enough other counts that each hidden one can still be more than one number. Which others are hidden follows from their
place and not from their size, so that the choice says little to who knows these rules.
"""

from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

Cel = TypeVar("Cel", bound=Hashable)
_ONEINDIG = 10**15


@dataclass(frozen=True, slots=True)
class Som:
    """A count that is the sum of others: a gemeente and its wijken, a year and its quarters."""

    totaal: Hashable
    delen: tuple[Hashable, ...]

    @property
    def cellen(self) -> tuple[Hashable, ...]:
        """The parts in their order, then the sum."""
        return (*self.delen, self.totaal)


def hidden(cellen: Mapping[Cel, int], sommen: Sequence[Som], drempel: int) -> frozenset[Cel]:
    """The cells that may not be shown. `sommen` must hold for the counts given.

    A nought is shown: it is nobody. Only in a sum in which something is hidden it is hidden too: else the number of
    small counts would tell how large they are.
    """
    verborgen: set[Cel] = {cel for cel, aantal in cellen.items() if 0 < aantal < drempel}
    while verborgen:
        _spread(cellen, sommen, drempel, verborgen)
        extra = _another(cellen, sommen, verborgen, _given_away(cellen, sommen, verborgen))
        if extra is None:
            break
        verborgen.add(extra)
    return frozenset(verborgen)


def _spread(cellen: Mapping[Cel, int], sommen: Sequence[Som], drempel: int, verborgen: set[Cel]) -> None:
    """Hide every small count, noughts too, in a sum in which something is hidden."""
    grown = True
    while grown:
        before = len(verborgen)
        for som in sommen:
            if verborgen & set(som.cellen):
                verborgen.update(cel for cel in som.cellen if cellen[cel] < drempel)  # type: ignore[index, misc]
        grown = len(verborgen) > before


def _another(
    cellen: Mapping[Cel, int], sommen: Sequence[Som], verborgen: AbstractSet[Cel], given_away: AbstractSet[Hashable]
) -> Cel | None:
    """The next cell to hide: the first in the first sum that gives something away, or in one that touches it."""
    touched: set[Hashable] = set(given_away)
    while touched:
        reached = [som for som in sommen if touched & set(som.cellen)]
        for som in reached:
            for cel in som.cellen:
                if cel not in verborgen:
                    return cel  # type: ignore[return-value]
        wider = touched.union(*(som.cellen for som in reached))
        if wider == touched:
            return None
        touched = wider
    return None


def _given_away(cellen: Mapping[Cel, int], sommen: Sequence[Som], verborgen: AbstractSet[Cel]) -> frozenset[Hashable]:
    """The hidden cells that follow from what is shown: as a sum of it, or because nothing else fits."""
    rows = [_equation(cellen, som, verborgen) for som in sommen]
    solved = _reduced([row for row in rows if row[0]])
    found = {cel for factors, _ in solved if len(factors) == 1 for cel in factors}
    return frozenset(found | _pinned(solved))


_Row = tuple[dict[Hashable, Fraction], Fraction]
"""Hidden cells with their factors, and what they add up to."""


def _equation(cellen: Mapping[Cel, int], som: Som, verborgen: AbstractSet[Cel]) -> _Row:
    factors: dict[Hashable, Fraction] = {}
    known = 0
    for cel, sign in (*((deel, 1) for deel in som.delen), (som.totaal, -1)):
        if cel in verborgen:
            factors[cel] = factors.get(cel, Fraction(0)) + sign
        else:
            known += sign * cellen[cel]  # type: ignore[index]
    return {cel: factor for cel, factor in factors.items() if factor}, Fraction(-known)


def _reduced(rows: Sequence[_Row]) -> list[_Row]:
    """The same equations with in each a cell that stands in no other: what follows by adding and taking away."""
    done: list[tuple[Hashable, _Row]] = []
    for row in rows:
        for pivot, other in done:
            row = _minus(row, other, pivot)
        if not row[0]:
            continue
        pivot = next(iter(row[0]))
        scale = row[0][pivot]
        row = {cel: factor / scale for cel, factor in row[0].items()}, row[1] / scale
        done = [(old, _minus(other, row, pivot)) for old, other in done]
        done.append((pivot, row))
    return [row for _, row in done]


def _minus(row: _Row, other: _Row, pivot: Hashable) -> _Row:
    factor = row[0].get(pivot)
    if not factor:
        return row
    left = dict(row[0])
    for cel, share in other[0].items():
        left[cel] = left.get(cel, Fraction(0)) - factor * share
    return {cel: share for cel, share in left.items() if share}, row[1] - factor * other[1]


def _pinned(rows: Sequence[_Row]) -> set[Hashable]:
    """The cells for which only one count fits, because none is less than nought."""
    low: dict[Hashable, Fraction] = {cel: Fraction(0) for factors, _ in rows for cel in factors}
    high: dict[Hashable, Fraction] = dict.fromkeys(low, Fraction(_ONEINDIG))
    for _ in range(len(rows) + 2):
        if not any([_narrowed(row, low, high) for row in rows]):
            break
    return {cel for cel in low if low[cel] == high[cel]}


def _narrowed(row: _Row, low: dict[Hashable, Fraction], high: dict[Hashable, Fraction]) -> bool:
    factors, total = row
    least = {cel: factor * (low[cel] if factor > 0 else high[cel]) for cel, factor in factors.items()}
    most = {cel: factor * (high[cel] if factor > 0 else low[cel]) for cel, factor in factors.items()}
    changed = False
    for cel, factor in factors.items():
        ends = [
            (total - sum(least.values()) + least[cel]) / factor,
            (total - sum(most.values()) + most[cel]) / factor,
        ]
        if max(ends) < high[cel]:
            high[cel], changed = max(ends), True
        if min(ends) > low[cel]:
            low[cel], changed = min(ends), True
    return changed
