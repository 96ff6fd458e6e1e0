"""Keeping the search right: what may be found follows from the verhalen, in the transaction that changes them."""

from array import array
from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

from monitor.domain.zoekvraag import words_of
from monitor.services.zoekwoorden import REGELS, keyed_terms
from monitor.store.database import Cursor, Database
from monitor.store.zoek_store import TERMEN_SCHEMA, VERHALEN_SCHEMA, ZoekStore

_VELDEN = {"titel": 3.0, "tekst": 1.0, "waarom": 1.0, "wens": 1.0, "citaat": 0.5}
"""What is searched, and what a word counts for there. A citaat stands in the tekst already: it counts a little more."""
_LENGTE = ("tekst", "waarom", "wens")
"""What makes a verhaal long."""


def index_verhalen(cursor: Cursor, ids: Iterable[str]) -> None:
    """Make the search right for these verhalen, whatever happened to them: found, found otherwise, or not found.

    Call it inside the transaction of every write that can change what may be read. Doing it again changes nothing.
    """
    asked = list(dict.fromkeys(ids))
    if not asked:
        return
    store = ZoekStore(cursor)
    store.remove(asked)
    rows = store.readable(asked)
    if rows:
        store.add(*_tables(rows))


def rebuild(database: Database) -> None:
    """Build the search anew from the verhalen."""
    # Read beside the transaction that writes: one cursor cannot do both, and nobody else can write meanwhile.
    with database.writing() as cursor, database.reading() as reader:
        store = ZoekStore(cursor)
        store.start_again()
        for rows in ZoekStore(reader).all_readable():
            store.add_aside(*_tables(rows))
        store.finish(REGELS, database.now())


def ensure_index(database: Database) -> bool:
    """Build the search when there is none yet, or when it was made by other rules for words; says whether it did."""
    with database.reading() as cursor:
        if ZoekStore(cursor).built_by() == REGELS:
            return False
    rebuild(database)
    return True


def sort_index(cursor: Cursor) -> None:
    """Put what came in lately in its place: asking then reads less. For `maintain`."""
    ZoekStore(cursor).sort()


def _tables(rows: Iterable[Mapping[str, Any]]) -> tuple[pa.Table, pa.Table]:
    """Verhalen and their terms as arrow tables."""
    verhalen: list[dict[str, Any]] = []
    terms, nummers, counts = array("q"), array("i"), array("f")
    for row in rows:
        counted = _counted(row)
        lengte = sum(len(words_of(row[veld] or "")) for veld in _LENGTE)
        verhalen.append({**row, "verhaal": row["id"], "lengte": lengte})
        terms.extend(counted.keys())
        counts.extend(counted.values())
        nummers.extend([row["nummer"]] * len(counted))
    columns = [pa.array(terms, pa.int64()), pa.array(nummers, pa.int32()), pa.array(counts, pa.float32())]
    return pa.Table.from_pylist(verhalen, schema=VERHALEN_SCHEMA), pa.table(columns, schema=TERMEN_SCHEMA)


def _counted(row: Mapping[str, Any]) -> dict[int, float]:
    """How often each term stands in a verhaal, a title counting for more."""
    counted: dict[int, float] = {}
    for veld, weight in _VELDEN.items():
        for woord in words_of(row[veld] or ""):
            for key, share in keyed_terms(woord):
                counted[key] = counted.get(key, 0.0) + weight * share
    return counted
