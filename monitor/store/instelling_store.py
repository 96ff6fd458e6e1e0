"""The settings that a beheerder made, by their key."""

from collections.abc import Mapping
from datetime import datetime

from monitor.store.database import Cursor

VOORBEELD = "voorbeeld"
"""Who made the settings that came with the example."""

_ALLE = "SELECT sleutel, waarde FROM instelling WHERE gewijzigd_door <> $niet"
_ECHT = "SELECT 1 FROM inlezing WHERE NOT voorbeeld LIMIT 1"
_BEWAAR = """
INSERT INTO instelling (sleutel, waarde, gewijzigd_op, gewijzigd_door)
VALUES ($sleutel, $waarde, $op, $door)
ON CONFLICT (sleutel) DO UPDATE SET
    waarde = excluded.waarde, gewijzigd_op = excluded.gewijzigd_op, gewijzigd_door = excluded.gewijzigd_door
"""


class InstellingStore:
    """Reading and keeping settings."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def values(self) -> dict[str, str]:
        """What was set. What came with the example counts only while nothing real stands beside it."""
        real = self._cursor.row(_ECHT) is not None
        return dict(self._cursor.rows(_ALLE, {"niet": VOORBEELD if real else ""}))

    def save(self, values: Mapping[str, str], op: datetime, door: str) -> None:
        """Set these, and leave the others as they are."""
        for sleutel, waarde in values.items():
            self._cursor.execute(_BEWAAR, {"sleutel": sleutel, "waarde": waarde, "op": op, "door": door})
