"""The organisations of the gemeente: their names are marked in what people tell."""

from datetime import datetime

from monitor.store.database import Cursor

_WEGGEHAALD = """
SELECT doel, max(op)
FROM logboek
WHERE soort = 'organisatie' AND doel <> '' AND wat IN ('weggehaald', 'opnieuw weggehaald')
GROUP BY doel
"""


class OrganisatieStore:
    """Keeping the list, within one transaction of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def lijst(self) -> tuple[str, ...]:
        """All names, by name."""
        return tuple(naam for (naam,) in self._cursor.rows("SELECT naam FROM organisatie ORDER BY lower(naam)"))

    def weggehaald(self) -> dict[str, datetime]:
        """When each name was last taken off the list, as far back as the logboek goes: by what stands there for it."""
        return dict(self._cursor.rows(_WEGGEHAALD))

    def add(self, naam: str) -> None:
        """Keep a name."""
        self._cursor.execute("INSERT INTO organisatie (naam) VALUES ($naam)", {"naam": naam})

    def remove(self, naam: str) -> None:
        """Forget a name."""
        self._cursor.execute("DELETE FROM organisatie WHERE naam = $naam", {"naam": naam})
