"""Invitations: made, taken back, listed. The link holds a secret of which only the hash is here."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from monitor.store.database import Cursor
from monitor.store.rijen import Rij, insert_into

_LIJST = """
SELECT id, wijk, naam, organisatie, gemaakt_door, gemaakt_op, geldig_tot, ingetrokken_op
FROM uitnodiging
ORDER BY gemaakt_op DESC, id
"""
_EEN = """
SELECT id, wijk, naam, organisatie, gemaakt_door, gemaakt_op, geldig_tot, ingetrokken_op
FROM uitnodiging
WHERE id = $sleutel OR hash = $sleutel
"""
_TREK_IN = "UPDATE uitnodiging SET ingetrokken_op = $op WHERE id = $id"


@dataclass(frozen=True, slots=True)
class Uitnodiging:
    """An invitation as others may know it: without its secret."""

    id: str
    wijk: str
    naam: str
    organisatie: str | None
    gemaakt_door: str
    gemaakt_op: datetime
    geldig_tot: date
    """The last day on which it can be used."""
    ingetrokken_op: datetime | None

    def geldt(self, op: date) -> bool:
        """Whether it can be used on this day."""
        return self.ingetrokken_op is None and op <= self.geldig_tot


class UitnodigingStore:
    """Invitations, within one transaction of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def add(self, row: Rij) -> None:
        """Keep a new invitation."""
        insert_into(self._cursor, "uitnodiging", [row])

    def find(self, sleutel: str) -> Uitnodiging | None:
        """The invitation with this id or this hash."""
        row = self._cursor.row(_EEN, {"sleutel": sleutel})
        return None if row is None else Uitnodiging(*row)

    def lijst(self, wijken: Collection[str] | None) -> tuple[Uitnodiging, ...]:
        """The invitations for these wijken (None: for all), newest first."""
        every = (Uitnodiging(*row) for row in self._cursor.rows(_LIJST))
        return tuple(it for it in every if wijken is None or it.wijk in wijken)

    def trek_in(self, uitnodiging: str, op: datetime) -> None:
        """End an invitation at this moment."""
        self._cursor.execute(_TREK_IN, {"id": uitnodiging, "op": op})
