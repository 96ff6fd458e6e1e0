"""Which small counts stay hidden in this store: worked out anew after every change of a figure or of the setting."""

from collections.abc import Iterable, Mapping

from monitor.domain.gebied import ouder_of
from monitor.domain.onderdrukking import Som, hidden
from monitor.nl import kwartaal_nummer, parse_periode
from monitor.store.database import Cursor
from monitor.store.onderdrukking_store import OnderdrukkingStore

Plek = tuple[str, str]
"""A gebied and a period."""


def rebuild(cursor: Cursor, drempel: int) -> None:
    """Hide the counts under `drempel`, and those that would give them away; write only when that is a change."""
    store = OnderdrukkingStore(cursor)
    wanted = verborgen(cursor, drempel)
    if wanted != store.verborgen():
        store.replace(wanted)


def verborgen(cursor: Cursor, drempel: int) -> set[tuple[str, str, str]]:
    """The counts that have to be hidden: indicator, gebied and period."""
    per_indicator: dict[str, dict[Plek, int]] = {}
    for it in OnderdrukkingStore(cursor).tellingen():
        if it.aantal.is_integer():
            per_indicator.setdefault(it.indicator, {})[it.gebied, it.periode] = int(it.aantal)
    return {
        (indicator, *plek)
        for indicator, cellen in per_indicator.items()
        if any(0 < aantal < drempel for aantal in cellen.values())
        for plek in hidden(cellen, _sommen(cellen), drempel)
    }


def _sommen(cellen: Mapping[Plek, int]) -> list[Som]:
    """Where a count is the sum of others: of the gebieden in a gebied, or of the parts of a year or quarter."""
    found: dict[tuple[Plek, str], list[Plek]] = {}
    for gebied, periode in cellen:
        ouder = ouder_of(gebied)
        if ouder is not None:
            found.setdefault(((ouder, periode), "gebied"), []).append((gebied, periode))
        for larger in _larger(periode):
            found.setdefault(((gebied, larger), periode[4:6]), []).append((gebied, periode))
    return [
        Som(totaal, tuple(sorted(delen)))
        for (totaal, _), delen in sorted(found.items())
        if totaal in cellen and sum(cellen[deel] for deel in delen) == cellen[totaal]
    ]


def _larger(periode: str) -> Iterable[str]:
    """The periods that hold this one: its year, and the quarter of a month."""
    if len(periode) == len("2024"):
        return ()
    _, start = parse_periode(periode)
    year = periode[:4]
    return (year,) if "K" in periode else (year, f"{year}-K{kwartaal_nummer(start)}")
