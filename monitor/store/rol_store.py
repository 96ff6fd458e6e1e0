"""Role assignments as a beheerder sees them: who has which, since when, and ending one."""

from dataclasses import dataclass
from datetime import date, datetime

from monitor.domain.gebruiker import GebruikerRol
from monitor.store.database import Cursor
from monitor.store.rijen import Rij, insert_into

_KOLOMMEN = "id, persoon, naam, rol, wijk, organisatie, als_vervanger, van, tot, gemaakt_op, beeindigd_op"
_ALLE = f"SELECT {_KOLOMMEN} FROM roltoewijzing ORDER BY lower(naam), persoon, rol, wijk, gemaakt_op"  # noqa: S608
_EEN = f"SELECT {_KOLOMMEN} FROM roltoewijzing WHERE id = $id"  # noqa: S608
_KENT = "SELECT 1 FROM roltoewijzing WHERE persoon IN (SELECT unnest(CAST($personen AS VARCHAR[]))) LIMIT 1"
_BEEINDIG = "UPDATE roltoewijzing SET beeindigd_op = $op WHERE id = $id AND beeindigd_op IS NULL"


@dataclass(frozen=True, slots=True)
class RolRegel:
    """One role of one person, from its first day to its end."""

    id: str
    persoon: str
    naam: str
    rol: GebruikerRol
    wijk: str | None
    organisatie: str | None
    als_vervanger: bool
    van: date
    tot: date | None
    gemaakt_op: datetime
    beeindigd_op: datetime | None

    def geldt(self, op: date) -> bool:
        """Whether this person has this role on this day."""
        return self.beeindigd_op is None and self.van <= op and (self.tot is None or op <= self.tot)


class RolStore:
    """Keeping role assignments, within one transaction of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def lijst(self) -> tuple[RolRegel, ...]:
        """All of them, by name; the ended ones too."""
        return tuple(_regel(*row) for row in self._cursor.rows(_ALLE))

    def find(self, id_: str) -> RolRegel | None:
        """The one with this id."""
        row = self._cursor.row(_EEN, {"id": id_})
        return None if row is None else _regel(*row)

    def knows(self, personen: tuple[str, ...]) -> bool:
        """Whether somebody known by one of these names ever had a role."""
        return self._cursor.row(_KENT, {"personen": list(personen)}) is not None

    def add(self, rows: list[Rij]) -> None:
        """Keep new ones."""
        insert_into(self._cursor, "roltoewijzing", rows)

    def end(self, id_: str, op: datetime) -> None:
        """End one at this moment."""
        self._cursor.execute(_BEEINDIG, {"id": id_, "op": op})


def _regel(id_: str, persoon: str, naam: str, rol: str, *rest: object) -> RolRegel:
    return RolRegel(id_, persoon, naam, GebruikerRol(rol), *rest)  # type: ignore[arg-type]
