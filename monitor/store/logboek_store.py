"""Reading the logboek, a page at a time; and counting reviews, without a word of any verhaal."""

from dataclasses import dataclass
from datetime import datetime

from monitor.store.database import Cursor

_WAAR = """
FROM logboek
WHERE ($wie = '' OR wie = $wie) AND ($soort = '' OR soort = $soort)
"""
_REGELS = f"SELECT op, wie, wat, soort, doel, velden {_WAAR} ORDER BY op DESC, id LIMIT $aantal OFFSET $vanaf"
_AANTAL = f"SELECT count(*) {_WAAR}"
_WIE = "SELECT DISTINCT wie FROM logboek ORDER BY wie LIMIT $meeste"
_SOORT = "SELECT DISTINCT soort FROM logboek ORDER BY soort"
_BESLUITEN = """
SELECT besluit, coalesce(reden, ''), count(*)
FROM beoordeling
WHERE verhaal NOT IN (SELECT verhaal FROM intrekking)
GROUP BY besluit, coalesce(reden, '')
ORDER BY besluit, coalesce(reden, '')
"""
_WACHTEN = """
SELECT count(*)
FROM verhaal
WHERE id NOT IN (SELECT verhaal FROM intrekking) AND id NOT IN (SELECT verhaal FROM beoordeling)
"""


@dataclass(frozen=True, slots=True)
class LogboekRegel:
    """Who did what to what, when, and which fields."""

    op: datetime
    wie: str
    wat: str
    soort: str
    doel: str
    velden: str


class LogboekStore:
    """Reading only: lines are written with `insert_logboek`."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def regels(self, wie: str, soort: str, aantal: int, vanaf: int) -> tuple[LogboekRegel, ...]:
        """The newest lines first; an empty `wie` or `soort` asks for all."""
        asked = {"wie": wie, "soort": soort, "aantal": aantal, "vanaf": vanaf}
        return tuple(LogboekRegel(*row) for row in self._cursor.rows(_REGELS, asked))

    def aantal(self, wie: str, soort: str) -> int:
        """How many lines that are."""
        row = self._cursor.row(_AANTAL, {"wie": wie, "soort": soort})
        return int(row[0]) if row else 0

    def wie(self, meeste: int) -> tuple[str, ...]:
        """Who stand in it."""
        return tuple(it for (it,) in self._cursor.rows(_WIE, {"meeste": meeste}))

    def soorten(self) -> tuple[str, ...]:
        """What it is about."""
        return tuple(it for (it,) in self._cursor.rows(_SOORT))

    def besluiten(self) -> list[tuple[str, str, int]]:
        """How often each decision was taken, by its reason."""
        return [(besluit, reden, int(aantal)) for besluit, reden, aantal in self._cursor.rows(_BESLUITEN)]

    def wachten(self) -> int:
        """How many verhalen nobody has reviewed yet."""
        row = self._cursor.row(_WACHTEN)
        return int(row[0]) if row else 0
