"""Files that the gemeente gave: a Word template and a logo, one of each."""

from typing import Any

from monitor.store.database import Cursor
from monitor.store.rijen import Rij, insert_into

_VAN = "SELECT id, naam, mime, inhoud, sha256, door, op FROM bestand WHERE soort = $soort ORDER BY op DESC, id LIMIT 1"
_KAAL = "SELECT soort, id, naam, mime, octet_length(inhoud), sha256, door, op FROM bestand ORDER BY soort, op DESC, id"


class BestandStore:
    """Files, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def inhoud(self, soort: str) -> bytes | None:
        """The bytes of the file of one kind; None when there is none."""
        row = self._cursor.row(_VAN, {"soort": soort})
        return None if row is None else bytes(row[3])

    def kaal(self) -> list[tuple[Any, ...]]:
        """Every file without its bytes: soort, id, naam, mime, size, sha256, door and op."""
        return self._cursor.rows(_KAAL)

    def replace(self, row: Rij) -> None:
        """Keep a file in the place of the other of its kind."""
        self.remove(row["soort"])
        insert_into(self._cursor, "bestand", [row])

    def remove(self, soort: str) -> None:
        """Take the file of one kind away."""
        self._cursor.execute("DELETE FROM bestand WHERE soort = $soort", {"soort": soort})
