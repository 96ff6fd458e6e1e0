"""What was kept of a stuk each time that it was written out."""

from collections.abc import Mapping
from datetime import datetime

from monitor.domain.momentopname import Momentopname, MomentRegel, RegelSoort
from monitor.store.database import Cursor
from monitor.store.rijen import insert_into, next_nummer

_ALLE = """
WITH weer AS (
    SELECT momentopname, max(op) AS op FROM momentopname_uitgave GROUP BY momentopname
)
SELECT m.id, m.raadsstuk, m.nummer, m.hash, m.door, m.op, coalesce(w.op, m.op) AS laatst
FROM momentopname AS m
LEFT JOIN weer AS w ON w.momentopname = m.id
WHERE m.raadsstuk = $stuk
ORDER BY laatst DESC, m.nummer DESC
"""
_REGELS = """
SELECT soort, ref, hash, gebied, periode, waarde, versie FROM momentopname_regel WHERE momentopname = $id
"""


class MomentopnameStore:
    """Momentopnamen, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def momentopnamen(self, stuk: str) -> tuple[Momentopname, ...]:
        """What was kept of a stuk, the one last written out first."""
        return tuple(Momentopname(*row) for row in self._cursor.rows(_ALLE, {"stuk": stuk}))

    def regels(self, momentopname: str) -> tuple[MomentRegel, ...]:
        """The lines of one, in order."""
        found = (
            MomentRegel(RegelSoort(soort), *rest) for soort, *rest in self._cursor.rows(_REGELS, {"id": momentopname})
        )
        return tuple(sorted(found, key=lambda it: it.sleutel))

    def next_nummer(self, stuk: str) -> int:
        """The nummer of the next one."""
        return next_nummer(self._cursor, "momentopname", "raadsstuk", stuk)

    def add_uitgave(self, id_: str, momentopname: str, door: str, op: datetime) -> None:
        """Keep that one was written out once more."""
        row = {"id": id_, "momentopname": momentopname, "door": door, "op": op}
        insert_into(self._cursor, "momentopname_uitgave", [row])

    def add(self, made: Momentopname, regels: Mapping[str, MomentRegel]) -> None:
        """Keep one with its lines, by the id of each."""
        row = {"id": made.id, "raadsstuk": made.stuk, "nummer": made.nummer, "hash": made.hash}
        insert_into(self._cursor, "momentopname", [{**row, "door": made.door, "op": made.op}])
        rows = [
            {
                "id": id_,
                "momentopname": made.id,
                "soort": it.soort.value,
                "ref": it.ref,
                "gebied": it.gebied,
                "periode": it.periode,
                "waarde": it.waarde,
                "versie": it.versie,
                "hash": it.hash,
            }
            for id_, it in regels.items()
        ]
        insert_into(self._cursor, "momentopname_regel", rows)
