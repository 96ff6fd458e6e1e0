"""Wijkbezoeken: when, where, who were there as counts, and which verhalen were told there (their ids)."""

from collections.abc import Mapping, Sequence
from typing import Any

from monitor.domain.indicator import StemRol
from monitor.domain.leren import Deelnemers
from monitor.domain.straat import BezoekStand, BezoekStap, BezoekVorm, Wijkbezoek
from monitor.store.database import Cursor
from monitor.store.rijen import Rij, insert_into

_BEZOEKEN = "SELECT id, gebied, vorm, waar, vraag FROM wijkbezoek WHERE gebied = $gebied ORDER BY gemaakt_op DESC, id"
_STAPPEN = """
SELECT s.wijkbezoek, s.id, s.nummer, s.stand, s.dag, s.gezien, s.reden
FROM wijkbezoek_stap AS s JOIN wijkbezoek AS b ON b.id = s.wijkbezoek
WHERE b.gebied = $gebied
ORDER BY s.nummer
"""
_DEELNEMERS = """
SELECT d.wijkbezoek, d.rol, d.aantal
FROM wijkbezoek_deelnemer AS d JOIN wijkbezoek AS b ON b.id = d.wijkbezoek
WHERE b.gebied = $gebied
"""
_VERHALEN = """
SELECT v.wijkbezoek, v.verhaal
FROM wijkbezoek_verhaal AS v JOIN wijkbezoek AS b ON b.id = v.wijkbezoek
WHERE b.gebied = $gebied
ORDER BY v.op, v.id
"""
_TELLING_WEG = "DELETE FROM wijkbezoek_deelnemer WHERE wijkbezoek = $wijkbezoek"
_VERHAAL_WEG = "DELETE FROM wijkbezoek_verhaal WHERE wijkbezoek = $wijkbezoek AND verhaal = $verhaal"


class StraatStore:
    """Wijkbezoeken, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def bezoeken(self, gebied: str) -> tuple[Wijkbezoek, ...]:
        """The wijkbezoeken of a wijk, newest day first."""
        given = {"gebied": gebied}
        stappen = self._grouped(_STAPPEN, given, _stap)
        deelnemers = self._grouped(_DEELNEMERS, given, lambda row: Deelnemers(StemRol(row[0]), row[1]))
        verhalen = self._grouped(_VERHALEN, given, lambda row: row[0])
        order = list(StemRol)
        found = [
            Wijkbezoek(
                id=id_,
                gebied=place,
                vorm=BezoekVorm(vorm),
                waar=waar,
                vraag=vraag,
                stappen=stappen.get(id_, ()),
                deelnemers=tuple(sorted(deelnemers.get(id_, ()), key=lambda it: order.index(it.rol))),
                verhalen=verhalen.get(id_, ()),
            )
            for id_, place, vorm, waar, vraag in self._cursor.rows(_BEZOEKEN, given)
        ]
        return tuple(sorted(found, key=lambda it: (it.dag, it.id), reverse=True))

    def add_bezoek(self, row: Rij, stap: Rij) -> None:
        """Add a wijkbezoek with its first step."""
        insert_into(self._cursor, "wijkbezoek", [row])
        self.add_stap(stap)

    def add_stap(self, row: Rij) -> None:
        """Append a step."""
        insert_into(self._cursor, "wijkbezoek_stap", [row])

    def replace_deelnemers(self, wijkbezoek: str, rows: Sequence[Rij]) -> None:
        """Keep who was there; an earlier count was wrong, and goes."""
        self._cursor.execute(_TELLING_WEG, {"wijkbezoek": wijkbezoek})
        insert_into(self._cursor, "wijkbezoek_deelnemer", rows)

    def add_verhalen(self, rows: Sequence[Rij]) -> None:
        """Keep which verhalen were told there."""
        insert_into(self._cursor, "wijkbezoek_verhaal", rows)

    def remove_verhaal(self, wijkbezoek: str, verhaal: str) -> None:
        """A verhaal was not told there after all."""
        self._cursor.execute(_VERHAAL_WEG, {"wijkbezoek": wijkbezoek, "verhaal": verhaal})

    def _grouped(self, sql: str, given: Mapping[str, Any], make: Any) -> dict[str, tuple[Any, ...]]:
        found: dict[str, list[Any]] = {}
        for of, *rest in self._cursor.rows(sql, dict(given)):
            found.setdefault(of, []).append(make(rest))
        return {of: tuple(rows) for of, rows in found.items()}


def _stap(row: Sequence[Any]) -> BezoekStap:
    id_, nummer, stand, *rest = row
    return BezoekStap(id_, nummer, BezoekStand(stand), *rest)
