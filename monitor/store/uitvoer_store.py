"""Metingen on their way out, a piece at a time: a store of ten million rows does not fit in memory as text."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from monitor.store.database import Cursor, load_sql

OPGEGEVEN = "opgegeven bij Tellen"
"""What stands for the source where somebody brought figures in by hand or in a file of her own."""
_COUNTS = "SELECT gebied, count(*) FROM meting GROUP BY gebied ORDER BY gebied"


class UitvoerStore:
    """Reading metingen to be written to a file."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def unknown_gebieden(self, codes: Collection[str]) -> list[str]:
        """Those codes that no gebied has."""
        known = {code for (code,) in self._cursor.rows("SELECT code FROM gebied")}
        return sorted(set(codes) - known)

    def unknown_indicatoren(self, codes: Collection[str]) -> list[str]:
        """Those codes that no indicator has."""
        known = {code for (code,) in self._cursor.rows("SELECT code FROM indicator")}
        return sorted(set(codes) - known)

    def metingen(
        self, gebieden: Collection[str], indicatoren: Sequence[str], *, piece: int
    ) -> Iterator[list[tuple[Any, ...]]]:
        """Metingen by gebied, indicator and period, in pieces of about `piece` rows; no codes given means all."""
        sql = load_sql("uitvoer_metingen")
        asked = {"indicatoren": list(indicatoren), "opgegeven": OPGEGEVEN}
        for van, tot in self._ranges(set(gebieden), piece):
            yield self._cursor.rows(sql, {"van": van, "tot": tot, **asked})

    def _ranges(self, gebieden: set[str], piece: int) -> list[tuple[str, str]]:
        """First and last gebied of every piece."""
        counted = [(code, n) for code, n in self._cursor.rows(_COUNTS) if not gebieden or code in gebieden]
        if gebieden:
            return [(code, code) for code, _ in counted]
        ranges: list[tuple[str, str]] = []
        size = piece
        for code, n in counted:
            if size + n > piece:
                ranges.append((code, code))
                size = n
            else:
                ranges[-1] = (ranges[-1][0], code)
                size += n
        return ranges
