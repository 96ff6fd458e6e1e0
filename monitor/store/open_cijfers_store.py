"""Reading what anybody may take along: gebieden, indicatoren and metingen as the pages show them, never a verhaal."""

from collections.abc import Mapping, Sequence
from typing import Any

from monitor.store.database import Cursor, load_sql
from monitor.store.uitvoer_store import OPGEGEVEN

_THEMAS = "SELECT code, naam, uitleg, volgorde FROM thema ORDER BY volgorde, code"


class OpenCijfersStore:
    """Reads within one cursor of the caller; every row as columns by name."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def hold(self) -> None:
        """See the store as it is now for as long as the cursor lives, also when others write meanwhile."""
        self._cursor.execute("BEGIN")

    def gebieden(self) -> list[dict[str, Any]]:
        """Every gebied under its newest name."""
        return self._cursor.records(load_sql("open_gebieden"))

    def indicatoren(self) -> list[dict[str, Any]]:
        """Every indicator of which figures are open, in its newest version."""
        return self._cursor.records(load_sql("open_indicatoren"))

    def themas(self) -> list[dict[str, Any]]:
        """All themas in their order."""
        return self._cursor.records(_THEMAS)

    def bronnen(self) -> list[dict[str, Any]]:
        """Every source with its licence and when it was last read."""
        return self._cursor.records(load_sql("open_bronnen"), {"opgegeven": OPGEGEVEN})

    def aantallen(self, gebieden: Sequence[str], indicatoren: Sequence[str]) -> dict[str, int]:
        """How many open figures each gebied has, by its code and in that order; no codes given means all."""
        asked = {"gebieden": list(gebieden), "indicatoren": list(indicatoren)}
        return dict(self._cursor.rows(load_sql("open_aantallen"), asked))

    def metingen(
        self,
        aantallen: Mapping[str, int],
        gebieden: Sequence[str],
        indicatoren: Sequence[str],
        *,
        limit: int,
        offset: int,
    ) -> list[dict[str, Any]]:
        """Some of the open figures, by gebied, indicator and period.

        `aantallen` tells in which gebieden they lie: of a store with ten million only those are looked at.
        """
        here = _part(aantallen, limit, offset)
        if here is None:
            return []
        van, tot, before = here
        asked = {"gebieden": list(gebieden), "indicatoren": list(indicatoren), "limit": limit}
        sql = load_sql("open_metingen")
        return self._cursor.records(sql, {**asked, "van": van, "tot": tot, "offset": offset - before})


def _part(aantallen: Mapping[str, int], limit: int, offset: int) -> tuple[str, str, int] | None:
    """The first and the last gebied that hold a part, and how many figures lie before the first."""
    first: tuple[str, int] | None = None
    last, before = "", 0
    for code, aantal in aantallen.items():
        if before >= offset + limit:
            break
        if first is None and before + aantal > offset:
            first = (code, before)
        last, before = code, before + aantal
    return (first[0], last, first[1]) if first else None
