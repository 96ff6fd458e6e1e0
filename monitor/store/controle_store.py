"""Looking for what does not agree with itself."""

from monitor.store.database import Cursor, load_sql


class ControleStore:
    """Reading what breaks a rule that the database itself cannot keep."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def broken(self, *, meeste_kern: int) -> list[tuple[str, str]]:
        """Which rule is broken by what, in order."""
        rows = self._cursor.rows(load_sql("controle"), {"meeste_kern": meeste_kern})
        return [(regel, wat) for regel, wat in rows]
