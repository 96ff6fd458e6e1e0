"""Small counts protect: which are hidden, and which others too, so that nobody works them out from what is shown.

The choice is made so that who knows these rules learns nothing from it. What is hidden follows from which counts are
small, from their place, and from numbers that stay to be seen; never from how large a hidden count is. So each hidden
small count can still be every number from 1 up to the threshold.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from monitor.domain.gebied import ouder_of

Plek = tuple[str, str]
"""A gebied and a period."""
Tabel = Mapping[Plek, float | None]
"""The counts of one indicator. None: its source keeps it hidden."""
_LAGEN = ("WK", "GM", "BU", "NL")
"""Of gebieden that are summed in more than one way, the first of these levels keeps its counts."""
_SPELING = 0.1
"""A sum of gebieden that is this share more than its parts can be together, is a sum of other gebieden too."""
_FIJN = ("BU", "WK", "GM", "NL")


@dataclass(frozen=True, slots=True)
class Som:
    """A count that is the sum of others: a gemeente and its wijken, a year and its quarters."""

    totaal: Plek
    delen: tuple[Plek, ...]
    heel: bool
    """Every part is there: all days of a period. Of gebieden nobody knows: others may be in the sum."""


def hidden(tabel: Tabel, drempel: int) -> frozenset[Plek]:
    """The counts that may not be shown.

    A nought is shown: it is nobody. Only in a sum in which something is hidden it is hidden too. A sum that is not
    what its parts make together counts as a sum all the same: who sees it comes close.
    """
    if not any(is_klein(aantal, drempel) for aantal in tabel.values()):
        return frozenset()
    gone: set[Plek] = set()
    known = {**tabel, **_between(tabel)}
    for cellen, sommen in _groups(known, sommen_in(known)):
        if any(is_klein(known[cel], drempel) for cel in cellen):
            gone |= _of_group(known, cellen, sommen, drempel)
    return frozenset(gone & tabel.keys())


def is_klein(aantal: float | None, drempel: int) -> bool:
    """Whether a count says too much about a few people, or is hidden by its source."""
    return aantal is None or 0 < aantal < drempel


def sommen_in(tabel: Iterable[Plek]) -> list[Som]:
    """Where a count is the sum of others: of the gebieden in a gebied, or of the parts of the next larger period."""
    cellen = set(tabel)
    van_gebied: dict[Plek, list[Plek]] = {}
    van_periode: dict[Plek, list[Plek]] = {}
    for gebied, periode in sorted(cellen):
        ouder = ouder_of(gebied)
        if ouder is not None and (ouder, periode) in cellen:
            van_gebied.setdefault((ouder, periode), []).append((gebied, periode))
        for larger in _larger(periode):
            if (gebied, larger) in cellen:
                van_periode.setdefault((gebied, larger), []).append((gebied, periode))
                break
    return [
        *(Som(totaal, tuple(it), heel=False) for totaal, it in van_gebied.items()),
        *(
            Som(totaal, tuple(it), sum(_dagen(periode) for _, periode in it) == _dagen(totaal[1]))
            for totaal, it in van_periode.items()
        ),
    ]


def _delen(cellen: Iterable[Plek]) -> Counter[str]:
    """In how many parts each gebied is divided: those of which anything was ever counted."""
    return Counter(ouder for gebied in {gebied for gebied, _ in cellen} if (ouder := ouder_of(gebied)))


def _between(tabel: Tabel) -> dict[Plek, float]:
    """The sums that nobody wrote down, between all of their parts and a sum that is there: a reader makes them too."""
    parts: dict[Plek, list[Plek]] = {}
    for gebied, periode in tabel:
        ouder = ouder_of(gebied)
        if ouder is None:
            continue
        for larger in _larger(periode):
            if (gebied, larger) in tabel:
                break
            if (ouder, larger) in tabel:
                parts.setdefault((gebied, larger), []).append((gebied, periode))
                break
    found = {
        cel: it for cel, it in parts.items() if sum(_dagen(periode) for _, periode in it) == _dagen(cel[1])
    } | _between_gebieden(tabel)
    return {cel: sum(tabel[deel] or 0 for deel in it) for cel, it in found.items()}


def _between_gebieden(tabel: Tabel) -> dict[Plek, list[Plek]]:
    delen = _delen(tabel)
    parts: dict[Plek, list[Plek]] = {}
    for gebied, periode in tabel:
        ouder = ouder_of(gebied)
        if ouder is not None and (ouder, periode) not in tabel:
            parts.setdefault((ouder, periode), []).append((gebied, periode))
    return {
        (ouder, periode): it
        for (ouder, periode), it in parts.items()
        if len(it) == delen[ouder]
        and ((ouder_of(ouder), periode) in tabel or any((ouder, larger) in tabel for larger in _larger(periode)))
        and not any((gebied, larger) in tabel for gebied, _ in it for larger in _larger(periode))
    }


@cache
def _larger(periode: str) -> tuple[str, ...]:
    """The periods that hold this one, the smallest first."""
    year = periode[:4]
    if len(periode) == len("2024"):
        return ()
    if "K" in periode:
        return (year,)
    quarter = f"{year}-K{(int(periode[5:7]) + 2) // 3}"
    return (quarter, year) if len(periode) == len("2024-07") else (periode[:7], quarter, year)


@cache
def _dagen(periode: str) -> int:
    if len(periode) == len("2024-07-15"):
        return 1
    if "K" in periode:
        last = 3 * int(periode[-1])
        months: Iterable[int] = range(last - 2, last + 1)
    else:
        months = (int(periode[5:7]),) if len(periode) == len("2024-07") else range(1, 13)
    return sum(monthrange(int(periode[:4]), month)[1] for month in months)


def _groups(tabel: Tabel, sommen: Sequence[Som]) -> list[tuple[list[Plek], list[Som]]]:
    """The counts that sums tie together, with those sums; a count in no sum stands alone."""
    above: dict[Plek, Plek] = {}

    def top(cel: Plek) -> Plek:
        while cel in above:
            above[cel] = above.get(above[cel], above[cel])
            cel = above[cel]
        return cel

    for som in sommen:
        for deel in som.delen:
            one, other = top(deel), top(som.totaal)
            if one != other:
                above[one] = other
    found: dict[Plek, tuple[list[Plek], list[Som]]] = {}
    for cel in tabel:
        found.setdefault(top(cel), ([], []))[0].append(cel)
    for som in sommen:
        found[top(som.totaal)][1].append(som)
    return list(found.values())


def _of_group(tabel: Tabel, cellen: Sequence[Plek], sommen: Sequence[Som], drempel: int) -> set[Plek]:
    """What is hidden of counts that hang together, where at least one of them is small.

    Counts that are in two sums at once (of gebieden and of periods) would lead from one sum to the next. Then one
    level of gebieden keeps its counts: the smaller gebieden are hidden, and the larger as soon as a count is hidden.
    """
    parts = [deel for som in sommen for deel in som.delen]
    if len(parts) == len(set(parts)):
        return _of_tree(tabel, cellen, sommen, drempel)
    laag = next(it for it in _LAGEN if any(gebied.startswith(it) for gebied, _ in cellen))
    mine = [cel for cel in cellen if cel[0].startswith(laag)]
    within = [som for som in sommen if som.totaal[0] == som.delen[0][0] and som.totaal[0].startswith(laag)]
    gone = _of_tree(tabel, mine, within, drempel)
    larger = [cel for cel in cellen if _FIJN.index(cel[0][:2]) > _FIJN.index(laag)]
    if gone or any(is_klein(tabel[cel], drempel) for cel in larger):
        gone.update(larger)
    gone.update(cel for cel in cellen if _FIJN.index(cel[0][:2]) < _FIJN.index(laag))
    return gone


def _of_tree(tabel: Tabel, cellen: Sequence[Plek], sommen: Sequence[Som], drempel: int) -> set[Plek]:
    """What is hidden where every count is a part of one sum at most: from the largest sums to the smallest parts."""
    under: dict[Plek, list[Som]] = {}
    for som in sommen:
        under.setdefault(som.totaal, []).append(som)
    parts = {deel for som in sommen for deel in som.delen}
    ahead = [cel for cel in cellen if cel not in parts]
    gone = {cel for cel in ahead if is_klein(tabel[cel], drempel)}
    while ahead:
        cel = ahead.pop()
        for som in under.get(cel, ()):
            gone.update(som.delen if cel in gone else _of_som(tabel, som, under.keys(), drempel))
            ahead.extend(som.delen)
    return gone


def _of_som(tabel: Tabel, som: Som, sommen: AbstractSet[Plek], drempel: int) -> Sequence[Plek]:
    """The parts of a sum that are hidden, while the sum itself is shown and so is at least the threshold.

    With the small ones goes one that is not, if they make enough together: then each small one can be anything under
    the threshold, and the other takes the difference. What they make together is to be seen: it gives nothing away.
    Where they do not, all parts are hidden.
    """
    small = [cel for cel in som.delen if is_klein(tabel[cel], drempel)]
    if not small:
        return ()
    under = [cel for cel in som.delen if _of(tabel, cel) < drempel]
    free = [cel for cel in som.delen if _of(tabel, cel) >= drempel]
    total = _of(tabel, som.totaal)
    rest = total - sum(_of(tabel, cel) for cel in free)
    if not som.heel and rest - len(under) * (drempel - 1) > total * _SPELING:
        return small  # there is much more in the sum than these parts
    if not free or len(som.delen) <= len(("a small one", "another")) or total < 3 * drempel:
        return som.delen
    other = min(free, key=lambda cel: cel in sommen)
    return (*under, other) if rest + _of(tabel, other) >= 2 * drempel else som.delen


def _of(tabel: Tabel, cel: Plek) -> float:
    return tabel[cel] or 0
