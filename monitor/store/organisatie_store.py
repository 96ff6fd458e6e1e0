"""The organisations of the gemeente: their names are marked in what people tell."""

from monitor.store.database import Cursor


class OrganisatieStore:
    """Keeping the list, within one transaction of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def lijst(self) -> tuple[str, ...]:
        """All names, by name."""
        return tuple(naam for (naam,) in self._cursor.rows("SELECT naam FROM organisatie ORDER BY lower(naam)"))

    def add(self, naam: str) -> None:
        """Keep a name."""
        self._cursor.execute("INSERT INTO organisatie (naam) VALUES ($naam)", {"naam": naam})

    def remove(self, naam: str) -> None:
        """Forget a name."""
        self._cursor.execute("DELETE FROM organisatie WHERE naam = $naam", {"naam": naam})
