"""Which small counts stay hidden in this store: worked out anew after every change of a figure or of the setting."""

from collections.abc import Iterator

from monitor.domain.onderdrukking import Plek, hidden
from monitor.store.database import Cursor
from monitor.store.onderdrukking_store import OnderdrukkingStore, TellingPlek


def rebuild(cursor: Cursor, drempel: int) -> None:
    """Hide the counts under `drempel`, and those that would give them away; write only when that is a change."""
    store = OnderdrukkingStore(cursor)
    wanted = verborgen(cursor, drempel)
    if wanted != store.verborgen():
        store.replace(wanted)


def verborgen(cursor: Cursor, drempel: int) -> set[tuple[str, str, str]]:
    """The figures that have to be hidden: indicator, gebied and period.

    Of a share both are counts of people: those who said yes, and those who did not. Of any other figure those who took
    part are. A threshold of 1 shows all.
    """
    if drempel <= 1:
        return set()
    store = OnderdrukkingStore(cursor)
    per_indicator: dict[str, list[TellingPlek]] = {}
    for it in store.tellingen(drempel):
        per_indicator.setdefault(it.indicator, []).append(it)
    return store.met_weinig_mensen(drempel) | {
        (indicator, *plek)
        for indicator, tellingen in per_indicator.items()
        for tabel in _tabellen(tellingen)
        for plek in hidden(tabel, drempel)
        if tabel[plek] is not None
    }


def _tabellen(tellingen: list[TellingPlek]) -> Iterator[dict[Plek, float | None]]:
    """The counts in figures of one indicator; what its source hides is hidden in each."""
    weg = [(it.gebied, it.periode) for it in tellingen if it.geheim]
    for aantallen in (
        {(it.gebied, it.periode): it.aantal for it in tellingen},
        {(it.gebied, it.periode): it.ja for it in tellingen},
        {(it.gebied, it.periode): it.nee for it in tellingen},
    ):
        found = {plek: aantal for plek, aantal in aantallen.items() if aantal is not None}
        if found:
            yield {**found, **dict.fromkeys(weg)}
