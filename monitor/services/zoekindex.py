"""Keeping the search right: what may be found follows from the verhalen, in the transaction that changes them."""

from array import array
from collections.abc import Iterable, Mapping
from itertools import repeat
from typing import Any

import pyarrow as pa

from monitor.domain.zoekvraag import words_of
from monitor.services.zoekwoorden import REGELS, keyed_terms
from monitor.store.database import Cursor, Database
from monitor.store.zoek_store import VERHALEN_SCHEMA, ZoekInhoud, ZoekStore

_VELDEN = {"titel": 3.0, "tekst": 1.0, "waarom": 1.0, "wens": 1.0, "citaat": 0.5}
"""What is searched, and what a word counts for there. A citaat stands in the tekst already: it counts a little more."""
_AT_ONCE = 500
"""How many verhalen are looked up in one question."""
_LENGTE = ("tekst", "waarom", "wens")
"""What makes a verhaal long."""


def index_verhalen(cursor: Cursor, ids: Iterable[str]) -> None:
    """Make the search right for these verhalen, whatever happened to them: found, found otherwise, or not found.

    Call it inside the transaction of every write that can change what may be read. Doing it again changes nothing.
    """
    asked = list(dict.fromkeys(ids))
    store, terms = ZoekStore(cursor), _Terms()
    if asked:
        store.begin(asked, REGELS)
    for start in range(0, len(asked), _AT_ONCE):
        some = asked[start : start + _AT_ONCE]
        store.remove(some)
        rows = store.readable(some)
        if rows:
            store.add(_content(rows, terms))


def rebuild(database: Database) -> None:
    """Build the search anew from the verhalen."""
    # Read beside the transaction that writes: one cursor cannot do both, and nobody else can write meanwhile.
    with database.all_cores(), database.writing() as cursor, database.reading() as reader:
        store, terms = ZoekStore(cursor), _Terms()
        store.start_again()
        for rows in ZoekStore(reader).all_readable():
            store.add_aside(_content(rows, terms))
        store.finish(REGELS)


def ensure_index(database: Database) -> bool:
    """Build the search when there is none yet, or when it was made by other rules for words; says whether it did."""
    with database.reading() as cursor:
        if ZoekStore(cursor).is_built(REGELS):
            return False
    rebuild(database)
    return True


def repair_index(database: Database) -> bool:
    """Build the search anew when it is not there or not right; says whether it did. For `maintain`."""
    if ensure_index(database):
        return True
    with database.reading() as cursor:
        if not wrong_in_index(cursor):
            return False
    rebuild(database)
    return True


def wrong_in_index(cursor: Cursor) -> list[str]:
    """The verhalen for which the search differs from what they say themselves; none where it was never built."""
    store = ZoekStore(cursor)
    return store.wrong() if store.is_built(REGELS) else []


def sort_index(cursor: Cursor) -> None:
    """Put what came in lately in its place: asking then reads less. For `maintain`."""
    ZoekStore(cursor).sort()


class _Terms(dict[str, tuple[tuple[int, float], ...]]):
    """The terms of words, for one action: no longer, so that no name out of a verhaal stays behind in memory."""

    def __missing__(self, woord: str) -> tuple[tuple[int, float], ...]:
        found = self[woord] = keyed_terms(woord)
        return found


class _Numbers(dict[str, int]):
    """A number for each word, in the order in which they come."""

    def __missing__(self, woord: str) -> int:
        number = self[woord] = len(self)
        return number


def _content(rows: Iterable[Mapping[str, Any]], terms: _Terms) -> ZoekInhoud:
    """What the search keeps of these verhalen; counting is left to the engine, which is better at it."""
    numbers, verhalen = _Numbers(), []
    words, nummers, weights = array("i"), array("i"), array("f")
    for row in rows:
        lengte = 0
        for veld, weight in _VELDEN.items():
            found = words_of(row[veld] or "")
            words.extend(map(numbers.__getitem__, found))
            nummers.extend(repeat(row["nummer"], len(found)))
            weights.extend(repeat(weight, len(found)))
            lengte += len(found) if veld in _LENGTE else 0
        verhalen.append({**row, "verhaal": row["id"], "lengte": lengte})
    known = [(number, term, deel) for woord, number in numbers.items() for term, deel in terms[woord]]
    return ZoekInhoud(
        verhalen=pa.Table.from_pylist(verhalen, schema=VERHALEN_SCHEMA),
        woorden=pa.table({"woord": pa.array(words), "nummer": pa.array(nummers), "gewicht": pa.array(weights)}),
        termen=pa.table(
            {
                "woord": pa.array([row[0] for row in known], pa.int32()),
                "term": pa.array([row[1] for row in known], pa.int64()),
                "deel": pa.array([row[2] for row in known], pa.float32()),
            }
        ),
    )
