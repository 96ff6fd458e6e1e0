"""Which small counts stay hidden in this store: worked out anew after every change of a figure or of the setting."""

from collections.abc import Collection, Iterator

from monitor.domain.onderdrukking import Plek, hidden
from monitor.store.database import Cursor
from monitor.store.onderdrukking_store import OnderdrukkingStore, TellingPlek


def rebuild(cursor: Cursor, drempel: int, indicatoren: Collection[str] | None = None) -> None:
    """Hide the counts under `drempel`, and those that would give them away; write only when that is a change.

    `indicatoren` are those of which figures changed; None: any.
    """
    store = OnderdrukkingStore(cursor)
    before = {it for it in store.verborgen() if indicatoren is None or it[0] in indicatoren}
    after = verborgen(cursor, drempel, indicatoren)
    changed = {indicator for indicator, *_ in before ^ after}
    if changed:
        store.replace([it for it in after if it[0] in changed], changed)


def verborgen(cursor: Cursor, drempel: int, indicatoren: Collection[str] | None = None) -> set[tuple[str, str, str]]:
    """The figures that have to be hidden: indicator, gebied and period.

    Of a share both are counts of people: those who said yes, and those who did not. Of any other figure those who took
    part are. A threshold of 1 shows all.
    """
    if drempel <= 1:
        return set()
    store = OnderdrukkingStore(cursor)
    eigen = store.eigen() if indicatoren is None else store.eigen() & set(indicatoren)
    per_indicator: dict[str, list[TellingPlek]] = {}
    for it in store.tellingen(drempel, eigen):
        per_indicator.setdefault(it.indicator, []).append(it)
    return store.met_weinig_mensen(drempel, eigen) | {
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
