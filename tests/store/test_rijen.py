"""Rows of which the newest counts: the order of writing is the order of their moments, and ids decide nothing."""

from datetime import datetime, timedelta

import pytest

from monitor.store.database import Database
from monitor.store.rijen import append_in_order

THEN = datetime(2026, 11, 20, 9, 30)


@pytest.mark.parametrize("at_once", [1, 2, 9])
def test_what_is_written_later_at_the_same_moment_is_newer(database: Database, at_once: int) -> None:
    rows = [
        {"id": f"{9 - place}", "indicator": code, "status": "voorstel", "op": THEN, "reden": None}
        for place, code in enumerate(["buren", "lift", "buren", "buren", "lift", "buren", "buren", "lift", "buren"])
    ]
    with database.writing() as cursor:
        cursor.execute("INSERT INTO indicator VALUES ('buren', FALSE, ?), ('lift', FALSE, ?)", [THEN, THEN])
        for begin in range(0, len(rows), at_once):
            append_in_order(cursor, "indicator_status", rows[begin : begin + at_once], of=("indicator",))
        for code in ("buren", "lift"):
            written = [row["id"] for row in rows if row["indicator"] == code]
            kept = cursor.rows("SELECT id, op FROM indicator_status WHERE indicator = ? ORDER BY op", [code])
            assert [id_ for id_, _ in kept] == written
            assert [op for _, op in kept] == [THEN + timedelta(microseconds=place) for place in range(len(written))]


def test_what_was_there_at_another_moment_stays_where_it_is(database: Database) -> None:
    with database.writing() as cursor:
        cursor.execute("INSERT INTO indicator VALUES ('buren', FALSE, ?)", [THEN])
        for id_, op in (("a", THEN), ("b", THEN - timedelta(days=1)), ("c", THEN)):
            row = {"id": id_, "indicator": "buren", "status": "voorstel", "op": op, "reden": None}
            append_in_order(cursor, "indicator_status", [row], of=("indicator",))
        kept = cursor.rows("SELECT id FROM indicator_status ORDER BY op")
    assert [id_ for (id_,) in kept] == ["b", "a", "c"]
