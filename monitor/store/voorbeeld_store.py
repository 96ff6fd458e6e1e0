"""Whether the example gemeente is in the store, and taking it out again."""

from collections.abc import Sequence

from monitor.store.database import Cursor, Database, load_sql
from monitor.store.rijen import Rij, insert_into
from monitor.store.zoek_store import ZoekStore

_BEGIN = "SELECT (SELECT count(*) FROM gebied) + (SELECT count(*) FROM verhaal) + (SELECT count(*) FROM indicator)"

_VERHALEN = "SELECT id FROM verhaal WHERE gebied LIKE '__9901%'"


def remove_example(database: Database) -> None:
    """Delete everything of the example gemeente, in as many transactions as the foreign keys ask for."""
    with database.writing() as cursor:
        ZoekStore(cursor).remove([row[0] for row in cursor.rows(_VERHALEN)])
    for stap in [load_sql("voorbeeld_tellen_weg"), *load_sql("voorbeeld_weg").split("\nNEXT\n")]:
        with database.writing() as cursor:
            cursor.execute(stap)


def add_organisaties(cursor: Cursor, rows: Sequence[Rij]) -> None:
    """Add the organisaties of the example; one that is known stays as it is."""
    insert_into(cursor, "organisatie", rows, keep_known=True)


def add_terugkoppelingen(cursor: Cursor, rows: Sequence[Rij]) -> None:
    """Say where a verhaal was used, and what was done with it."""
    insert_into(cursor, "terugkoppeling", rows)


def holds_example(cursor: Cursor) -> bool:
    """Whether the example gemeente is in the store."""
    return cursor.row("SELECT 1 FROM gebied WHERE code = 'GM9901'") is not None


def holds_nothing(cursor: Cursor) -> bool:
    """Whether nobody has put anything in the store yet."""
    row = cursor.row(_BEGIN)
    return row is not None and row[0] == 0
