"""Counts that are too small to show: reading the counts that there are, and writing down which stay hidden."""

from collections.abc import Collection
from dataclasses import dataclass

from monitor.store.database import Cursor, load_sql
from monitor.store.rijen import insert_into

_TELLINGEN = load_sql("tellingen")
_WEINIG = """
SELECT m.indicator, m.gebied, m.periode
FROM meting AS m
WHERE m.n > 0 AND m.n < $drempel AND m.waarde IS NOT NULL
    AND m.indicator IN (SELECT unnest(CAST($codes AS VARCHAR[])))
"""
_EIGEN = "SELECT code FROM indicator WHERE NOT landelijk"
_VERBORGEN = "SELECT indicator, gebied, periode FROM meting_onderdrukking"
_NIET_MEER = "DELETE FROM meting_onderdrukking WHERE indicator IN (SELECT unnest(CAST($codes AS VARCHAR[])))"


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

    def eigen(self) -> set[str]:
        """The codes of the indicators that are not landelijk."""
        return {code for (code,) in self._cursor.rows(_EIGEN)}

    def tellingen(self, drempel: int, indicatoren: Collection[str]) -> tuple[TellingPlek, ...]:
        """Every count of those of these own indicators with a count under `drempel`, or one that its source hides."""
        given = {"drempel": drempel, "codes": sorted(indicatoren)}
        return tuple(TellingPlek(*row) for row in self._cursor.rows(_TELLINGEN, given))

    def met_weinig_mensen(self, drempel: int, indicatoren: Collection[str]) -> set[tuple[str, str, str]]:
        """The figures of these own indicators for which fewer people than `drempel` were asked."""
        return set(self._cursor.rows(_WEINIG, {"drempel": drempel, "codes": sorted(indicatoren)}))

    def verborgen(self) -> set[tuple[str, str, str]]:
        """The figures that are hidden now: indicator, gebied and period."""
        return set(self._cursor.rows(_VERBORGEN))

    def replace(self, verborgen: Collection[tuple[str, str, str]], indicatoren: Collection[str]) -> None:
        """Of these indicators, hide these and no others."""
        self._cursor.execute(_NIET_MEER, {"codes": sorted(indicatoren)})
        rows = [
            {"indicator": code, "gebied": gebied, "periode": periode} for code, gebied, periode in sorted(verborgen)
        ]
        insert_into(self._cursor, "meting_onderdrukking", rows)
