"""Whether the example gemeente is in the store, and taking it out again."""

from monitor.store.database import Cursor, Database, load_sql

_BEGIN = "SELECT (SELECT count(*) FROM gebied) + (SELECT count(*) FROM verhaal) + (SELECT count(*) FROM indicator)"


def remove_example(database: Database) -> None:
    """Delete everything of the example gemeente, in as many transactions as the foreign keys ask for."""
    for stap in load_sql("voorbeeld_weg").split("\nNEXT\n"):
        with database.writing() as cursor:
            cursor.execute(stap)


def holds_example(cursor: Cursor) -> bool:
    """Whether the example gemeente is in the store."""
    return cursor.row("SELECT 1 FROM gebied WHERE code = 'GM9901'") is not None


def holds_nothing(cursor: Cursor) -> bool:
    """Whether nobody has put anything in the store yet."""
    row = cursor.row(_BEGIN)
    return row is not None and row[0] == 0
