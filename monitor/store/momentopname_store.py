"""What was kept of a stuk each time that it was written out."""

from collections.abc import Sequence

from monitor.domain.momentopname import Momentopname, MomentRegel, RegelSoort
from monitor.store.database import Cursor
from monitor.store.rijen import insert_into, next_nummer

_ALLE = """
SELECT id, raadsstuk, nummer, hash, door, op FROM momentopname WHERE raadsstuk = $stuk ORDER BY nummer DESC
"""
_REGELS = """
SELECT r.momentopname, r.soort, r.ref, r.hash, r.gebied, r.periode, r.waarde, r.versie
FROM momentopname_regel AS r
JOIN momentopname AS m ON m.id = r.momentopname
WHERE m.raadsstuk = $stuk
"""


class MomentopnameStore:
    """Momentopnamen, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def momentopnamen(self, stuk: str) -> tuple[Momentopname, ...]:
        """What was kept of a stuk, the newest first."""
        regels: dict[str, list[MomentRegel]] = {}
        for of, soort, *rest in self._cursor.rows(_REGELS, {"stuk": stuk}):
            regels.setdefault(of, []).append(MomentRegel(RegelSoort(soort), *rest))
        return tuple(
            Momentopname(
                id_, of, nummer, hash_, door, op, tuple(sorted(regels.get(id_, ()), key=lambda it: it.sleutel))
            )
            for id_, of, nummer, hash_, door, op in self._cursor.rows(_ALLE, {"stuk": stuk})
        )

    def next_nummer(self, stuk: str) -> int:
        """The nummer of the next one."""
        return next_nummer(self._cursor, "momentopname", "raadsstuk", stuk)

    def add(self, made: Momentopname, ids: Sequence[str]) -> None:
        """Keep one, with an id for each of its lines."""
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
            for id_, it in zip(ids, made.regels, strict=True)
        ]
        insert_into(self._cursor, "momentopname_regel", rows)
