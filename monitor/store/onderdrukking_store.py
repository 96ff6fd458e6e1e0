"""Counts that are too small to show: reading the counts that there are, and writing down which stay hidden."""

from collections.abc import Collection
from dataclasses import dataclass

from monitor.store.database import Cursor, load_sql
from monitor.store.rijen import insert_into

_TELLINGEN = load_sql("tellingen")
_WEINIG = """
SELECT m.indicator, m.gebied, m.periode
FROM meting AS m
JOIN indicator AS i ON i.code = m.indicator AND NOT i.landelijk
WHERE m.n > 0 AND m.n < $drempel AND m.waarde IS NOT NULL
"""
_VERBORGEN = "SELECT indicator, gebied, periode FROM meting_onderdrukking"


@dataclass(frozen=True, slots=True)
class TellingPlek:
    """The counts in a meting: how many people or things it is, or how many said yes and how many did not."""

    indicator: str
    gebied: str
    periode: str
    geheim: bool
    """Its source says that it is too small, or secret."""
    aantal: float | None
    ja: float | None
    nee: float | None


class OnderdrukkingStore:
    """Which counts stay hidden, within one transaction of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def tellingen(self, drempel: int) -> tuple[TellingPlek, ...]:
        """Every count of an own indicator that has a count under `drempel`, or one that its source hides."""
        return tuple(TellingPlek(*row) for row in self._cursor.rows(_TELLINGEN, {"drempel": drempel}))

    def met_weinig_mensen(self, drempel: int) -> set[tuple[str, str, str]]:
        """The own figures for which fewer people than `drempel` were asked."""
        return set(self._cursor.rows(_WEINIG, {"drempel": drempel}))

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
