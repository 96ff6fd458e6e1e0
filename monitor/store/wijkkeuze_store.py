"""The wijken that are there now, by name."""

from dataclasses import dataclass

from monitor.store.database import Cursor

_WIJKEN = """
SELECT w.gebied, w.naam, coalesce(g.naam, '')
FROM gebied_versie AS w
JOIN gebied AS s ON s.code = w.gebied
LEFT JOIN gebied_versie AS g ON g.gebied = 'GM' || substr(w.gebied, 3, 4) AND g.geldig_tot IS NULL
WHERE s.soort = 'wijk' AND w.geldig_tot IS NULL
ORDER BY lower(coalesce(g.naam, '')), lower(w.naam), w.gebied
"""


@dataclass(frozen=True, slots=True)
class Wijkkeuze:
    """One wijk to choose."""

    code: str
    naam: str
    gemeente: str


class WijkkeuzeStore:
    """Reading what can be chosen."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def wijken(self) -> tuple[Wijkkeuze, ...]:
        """All wijken that are valid now, by gemeente and name."""
        return tuple(Wijkkeuze(*row) for row in self._cursor.rows(_WIJKEN))

    def knows(self, code: str) -> bool:
        """Whether there is or was a wijk with this code."""
        known = "SELECT 1 FROM gebied WHERE code = $code AND soort = 'wijk'"
        return self._cursor.row(known, {"code": code}) is not None
