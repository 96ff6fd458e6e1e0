"""Files that the gemeente gave: a Word template and a logo, one of each."""

from typing import Any

from monitor.store.database import Cursor
from monitor.store.rijen import Rij, insert_into

_INHOUD = "SELECT inhoud FROM bestand WHERE soort = $soort"
_KAAL = "SELECT id, soort, naam, mime, octet_length(inhoud), sha256, op FROM bestand ORDER BY soort"


class BestandStore:
    """Files, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def inhoud(self, soort: str) -> bytes | None:
        """The bytes of the file of one kind; None when there is none."""
        row = self._cursor.row(_INHOUD, {"soort": soort})
        return None if row is None else bytes(row[0])

    def kaal(self) -> list[tuple[Any, ...]]:
        """Every file without its bytes: id, soort, naam, mime, size, sha256 and op."""
        return self._cursor.rows(_KAAL)

    def replace(self, row: Rij) -> None:
        """Keep a file in the place of the other of its kind."""
        self.remove(row["soort"])
        insert_into(self._cursor, "bestand", [row])

    def remove(self, soort: str) -> None:
        """Take the file of one kind away."""
        self._cursor.execute("DELETE FROM bestand WHERE soort = $soort", {"soort": soort})
