"""Counts per role on one day: who carries an indicator, who recognises it, who wants to go on with a groep."""

from collections.abc import Mapping, Sequence

from monitor.store.database import Cursor
from monitor.store.rijen import Rij, insert_into

MET_WOORDEN = ("draagvlak", "herkenning")
"""The tables in which people of a role can say something with their count."""
_ZELFDE: Mapping[str, tuple[str, ...]] = {
    "draagvlak": ("indicator", "gebied", "rol", "op"),
    "herkenning": ("indicator", "gebied", "rol", "op"),
    "groep_voorkeur": ("groep", "rol", "op"),
}
"""Of each table: what two counts have in common of which the second takes the place of the first."""


class TellingStore:
    """Counts per role, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def replace(self, table: str, rows: Sequence[Rij]) -> list[str]:
        """Keep what was counted; what the same role said on the same day was counted wrong, and goes.

        Returns the ids of what went with words in it.
        """
        same = " AND ".join(f"{name} = ${name}" for name in _ZELFDE[table])
        gone: list[str] = []
        for row in rows:
            parameters = {name: row[name] for name in _ZELFDE[table]}
            if table in MET_WOORDEN:
                with_words = f"SELECT id FROM {table} WHERE {same} AND toelichting IS NOT NULL"  # noqa: S608 - our own names
                gone += [id_ for (id_,) in self._cursor.rows(with_words, parameters)]
            self._cursor.execute(f"DELETE FROM {table} WHERE {same}", parameters)  # noqa: S608 - our own names
        insert_into(self._cursor, table, rows)
        return gone

    def empty_of(self, table: str, of: Mapping[str, str]) -> list[str]:
        """Take away what people said with the counts of which this holds; the ids of those that had words."""
        same = " AND ".join(f"{name} = ${name}" for name in of)
        with_words = f"SELECT id FROM {table} WHERE {same} AND toelichting IS NOT NULL ORDER BY id"  # noqa: S608 - our own names
        gone = [id_ for (id_,) in self._cursor.rows(with_words, dict(of))]
        for id_ in gone:
            self.empty(table, id_)
        return gone

    def empty(self, table: str, id_: str) -> None:
        """Take away what people said with a count; the count stays."""
        self._cursor.execute(f"UPDATE {table} SET toelichting = NULL WHERE id = $id", {"id": id_})  # noqa: S608 - our own names
