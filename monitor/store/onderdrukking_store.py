"""Counts that are too small to show: reading the counts that there are, and writing down which stay hidden."""

from collections.abc import Collection
from dataclasses import dataclass

from monitor.store.database import Cursor
from monitor.store.rijen import insert_into

_TELLINGEN = """
SELECT m.indicator, m.gebied, m.periode, coalesce(m.teller, m.waarde)
FROM meting AS m
JOIN indicator AS i ON i.code = m.indicator AND NOT i.landelijk
JOIN indicator_versie AS v ON v.indicator = m.indicator
WHERE m.waarde IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY m.indicator, m.gebied, m.periode ORDER BY v.versie DESC) = 1
    AND v.bewijssoort = 'geteld' AND (v.eenheid <> '%' OR m.teller IS NOT NULL)
ORDER BY m.indicator, m.gebied, m.periode
"""
_VERBORGEN = "SELECT indicator, gebied, periode FROM meting_onderdrukking"


@dataclass(frozen=True, slots=True)
class TellingPlek:
    """How many people or things a meting counts."""

    indicator: str
    gebied: str
    periode: str
    aantal: float


class OnderdrukkingStore:
    """Which counts stay hidden, within one transaction of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def tellingen(self) -> tuple[TellingPlek, ...]:
        """Every count that a wijk keeps itself."""
        return tuple(TellingPlek(*row) for row in self._cursor.rows(_TELLINGEN))

    def verborgen(self) -> set[tuple[str, str, str]]:
        """The counts that are hidden now: indicator, gebied and period."""
        return set(self._cursor.rows(_VERBORGEN))

    def replace(self, verborgen: Collection[tuple[str, str, str]]) -> None:
        """Hide these, and no others."""
        self._cursor.execute("DELETE FROM meting_onderdrukking")
        rows = [
            {"indicator": code, "gebied": gebied, "periode": periode} for code, gebied, periode in sorted(verborgen)
        ]
        insert_into(self._cursor, "meting_onderdrukking", rows)
