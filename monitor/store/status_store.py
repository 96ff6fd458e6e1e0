"""Counting what stands in the store."""

from datetime import datetime

from monitor.store.database import Cursor

_BRONNEN = """
SELECT bron.naam, inlezing.peiljaar, max(inlezing.ingelezen_op)
FROM inlezing
JOIN bron ON bron.code = inlezing.bron
GROUP BY bron.naam, inlezing.peiljaar
ORDER BY bron.naam, inlezing.peiljaar
"""


class StatusStore:
    """Counts of everything."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def gebieden(self) -> dict[str, int]:
        """How many gebieden there are of each soort."""
        return dict(self._cursor.rows("SELECT soort, count(*) FROM gebied GROUP BY soort"))

    def indicatoren(self) -> int:
        """How many indicatoren there are."""
        return self._count("SELECT count(*) FROM indicator")

    def metingen(self) -> tuple[int, int]:
        """How many metingen there are, and how many of them have no value."""
        row = self._cursor.row("SELECT count(*), count(*) - count(waarde) FROM meting")
        return (row[0], row[1]) if row else (0, 0)

    def verhalen(self) -> int:
        """How many verhalen there are that were not taken back."""
        return self._count("SELECT count(*) FROM verhaal WHERE id NOT IN (SELECT verhaal FROM intrekking)")

    def bronnen(self) -> list[tuple[str, int | None, datetime]]:
        """Name, peiljaar and moment of the newest inlezing, per bron and peiljaar."""
        return [(naam, peiljaar, moment) for naam, peiljaar, moment in self._cursor.rows(_BRONNEN)]

    def _count(self, sql: str) -> int:
        row = self._cursor.row(sql)
        return int(row[0]) if row else 0
