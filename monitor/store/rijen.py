"""Many rows into a table in one statement: through an arrow table, because one statement per row is slow."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pyarrow as pa

from monitor.store.database import Cursor

Rij = Mapping[str, Any]
"""One row of a table: column name to value. All rows of one insert have the same columns."""
TIK = timedelta(microseconds=1)
"""The smallest step between two moments that the store can keep."""


def insert_into(cursor: Cursor, table: str, rows: Sequence[Rij], *, keep_known: bool = False) -> None:
    """Insert `rows` into a table of ours; with `keep_known` a row that is there already stays as it is."""
    if not rows:
        return
    known = " ON CONFLICT DO NOTHING" if keep_known else ""
    with cursor.table("nieuwe_rijen", pa.Table.from_pylist([dict(row) for row in rows])):
        cursor.execute(f"INSERT INTO {table} BY NAME SELECT * FROM nieuwe_rijen{known}")  # noqa: S608 - our own names


def append_in_order(cursor: Cursor, table: str, rows: Sequence[Rij], *, of: Sequence[str], op: str = "op") -> None:
    """Append rows of which the newest counts for what stands in the columns `of`.

    Two at one moment would be told apart by their ids alone: who is written later gets the next moment that is free.
    """
    if not rows:
        return
    names, keys = ", ".join(of), [{name: row[name] for name in of} for row in rows]
    with cursor.table("nieuwe_rijen", pa.Table.from_pylist(keys)):
        here = f"SELECT DISTINCT {names} FROM nieuwe_rijen"  # noqa: S608 - our own names
        taken = set(cursor.rows(f"SELECT {names}, {op} FROM {table} JOIN ({here}) AS nieuw USING ({names})"))  # noqa: S608 - our own names
    placed = []
    for row, key in zip(rows, keys, strict=True):
        moment = row[op]
        while (*key.values(), moment) in taken:
            moment += TIK
        taken.add((*key.values(), moment))
        placed.append({**row, op: moment})
    insert_into(cursor, table, placed)


def next_nummer(cursor: Cursor, table: str, van: str, id_: str) -> int:
    """The nummer of what is appended to a thing in a table of ours, of which the column `van` names that thing."""
    sql = f"SELECT coalesce(max(nummer), 0) + 1 FROM {table} WHERE {van} = $id"  # noqa: S608 - our own names
    ((nummer,),) = cursor.rows(sql, {"id": id_})
    return int(nummer)


def insert_logboek(cursor: Cursor, rows: Sequence[Rij]) -> None:
    """Write lines in the logboek."""
    insert_into(cursor, "logboek", rows)


def logboek_rij(op: datetime, wie: str, wat: str, soort: str, doel: str, velden: Sequence[str] = ()) -> Rij:
    """A line for the logboek: who did what to what, and which fields. Never what stands in them."""
    return {
        "id": str(uuid4()),
        "op": op,
        "wie": wie,
        "wat": wat,
        "soort": soort,
        "doel": doel,
        "velden": ", ".join(velden),
    }
