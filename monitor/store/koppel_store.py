"""Linking verhalen to figures and themas in the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from monitor.domain.verhaal import Koppeling, Verhouding
from monitor.store.database import Cursor
from monitor.store.rijen import Rij, insert_into

_EIGEN = """
SELECT v.id
FROM verhaal AS v
WHERE v.opgetekend_door = $door AND v.id NOT IN (SELECT verhaal FROM intrekking)
    AND v.id NOT IN (SELECT verhaal FROM beoordeling WHERE besluit <> 'terug_naar_verteller')
"""
_VERHALEN = """
SELECT v.id, v.gebied,
    coalesce((SELECT arg_max(g.naam, g.geldig_van) FROM gebied_versie AS g WHERE g.gebied = v.gebied), v.gebied),
    s.titel, s.tekst, v.verteld_op,
    (SELECT list(t.thema ORDER BY t.thema) FROM verhaal_thema AS t WHERE t.verhaal = v.id),
    (SELECT list([k.indicator, k.verhouding, k.toelichting] ORDER BY k.indicator)
        FROM verhaal_indicator AS k WHERE k.verhaal = v.id)
FROM verhaal AS v
JOIN verhaal_versie AS s
    ON s.verhaal = v.id AND s.versie = (SELECT max(x.versie) FROM verhaal_versie AS x WHERE x.verhaal = v.id)
WHERE list_contains($ids, v.id) AND s.tekst IS NOT NULL
ORDER BY v.verteld_op DESC, v.id
"""
_INDICATOREN = """
SELECT i.code, arg_max(n.naam, n.versie)
FROM indicator AS i
JOIN indicator_versie AS n ON n.indicator = i.code
WHERE i.code IN (SELECT indicator FROM geldig_in WHERE gebied = $gebied AND (tot IS NULL OR tot >= $op))
    OR i.code IN (SELECT indicator FROM meting WHERE gebied = $gebied)
GROUP BY i.code
ORDER BY bool_or(i.landelijk), 2
"""
_THEMAS = "SELECT code, naam FROM thema ORDER BY volgorde, code"


@dataclass(frozen=True, slots=True)
class TeKoppelen:
    """A verhaal that somebody may link."""

    verhaal: str
    gebied: str
    wijk: str
    titel: str
    tekst: str
    verteld_op: date
    themas: tuple[str, ...]
    koppelingen: tuple[Koppeling, ...]


class KoppelStore:
    """What is linked and what can be, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def eigen(self, door: str) -> list[str]:
        """The verhalen that this person wrote down and that nobody decided about yet."""
        return [str(row[0]) for row in self._cursor.rows(_EIGEN, {"door": door})]

    def verhalen(self, ids: Sequence[str]) -> list[TeKoppelen]:
        """These verhalen in their newest words, newest first."""
        rows = self._cursor.rows(_VERHALEN, {"ids": list(ids)})
        return [_te_koppelen(row) for row in rows]

    def indicatoren(self, gebied: str, op: date) -> dict[str, str]:
        """Names of the figures of a wijk, by code: its own first."""
        return dict(self._cursor.rows(_INDICATOREN, {"gebied": gebied, "op": op}))

    def themas(self) -> dict[str, str]:
        """Names of the themas, by code, in their order."""
        return dict(self._cursor.rows(_THEMAS))

    def replace(self, verhaal: str, koppelingen: Sequence[Rij], themas: Sequence[Rij]) -> None:
        """Put these in the place of what was linked before."""
        for table in ("verhaal_indicator", "verhaal_thema"):
            self._cursor.execute(f"DELETE FROM {table} WHERE verhaal = $verhaal", {"verhaal": verhaal})  # noqa: S608
        insert_into(self._cursor, "verhaal_indicator", koppelingen)
        insert_into(self._cursor, "verhaal_thema", themas)


def _te_koppelen(row: tuple[Any, ...]) -> TeKoppelen:
    links = tuple(Koppeling(link[0], Verhouding(link[1]), link[2]) for link in row[7] or ())
    return TeKoppelen(row[0], row[1], row[2], row[3] or "", row[4], row[5], tuple(row[6] or ()), links)
