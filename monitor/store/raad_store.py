"""What the raad decided, point by point, and what each point is about."""

from collections.abc import Iterable
from typing import Any

from monitor.domain.raad import (
    Beslispunt,
    BeslispuntBron,
    BeslispuntSoort,
    BeslispuntUitkomst,
    Plannaam,
    Raadsbesluit,
)
from monitor.nl import today_amsterdam
from monitor.store.database import Cursor
from monitor.store.rijen import Rij, insert_into

_BESLUITEN = """
SELECT id, gebied, titel, besloten_op, weggehaald_op
FROM raadsbesluit
WHERE gebied = $gebied
ORDER BY besloten_op DESC, id
"""
_PUNTEN = """
SELECT p.raadsbesluit, p.id, p.nummer, p.tekst, p.uitkomst
FROM beslispunt AS p JOIN raadsbesluit AS r ON r.id = p.raadsbesluit
WHERE r.gebied = $gebied
ORDER BY p.nummer, p.id
"""
_BRONNEN = """
SELECT b.beslispunt, b.leerpunt, b.indicator, b.wijkplan
FROM beslispunt_bron AS b
JOIN beslispunt AS p ON p.id = b.beslispunt
JOIN raadsbesluit AS r ON r.id = p.raadsbesluit
WHERE r.gebied = $gebied
ORDER BY b.id
"""
_WIJKPLANNEN = """
SELECT id, gebied, naam
FROM wijkplan
WHERE gebied IN (SELECT gebied FROM gebied_ouder WHERE ouder = $gemeente)
ORDER BY gebied, gemaakt_op, id
"""
_INDICATOREN = "SELECT code FROM indicator"
_BRONNEN_WEG = """
DELETE FROM beslispunt_bron WHERE beslispunt IN (SELECT id FROM beslispunt WHERE raadsbesluit = $raadsbesluit)
"""
_KOLOMMEN = {it: it.value for it in BeslispuntSoort}


class RaadStore:
    """Raadsbesluiten, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def besluiten(self, gebied: str) -> tuple[Raadsbesluit, ...]:
        """What the raad of a gemeente decided, the newest first."""
        given = {"gebied": gebied}
        bronnen: dict[str, list[BeslispuntBron]] = {}
        for of, *refs in self._cursor.rows(_BRONNEN, given):
            found = next(BeslispuntBron(soort, ref) for soort, ref in zip(_KOLOMMEN, refs, strict=True) if ref)
            bronnen.setdefault(of, []).append(found)
        punten: dict[str, list[Beslispunt]] = {}
        for of, id_, nummer, tekst, uitkomst in self._cursor.rows(_PUNTEN, given):
            punt = Beslispunt(id_, nummer, tekst, BeslispuntUitkomst(uitkomst), tuple(bronnen.get(id_, ())))
            punten.setdefault(of, []).append(punt)
        return tuple(
            Raadsbesluit(id_, place, titel, dag, tuple(punten.get(id_, ())), today_amsterdam(weg) if weg else None)
            for id_, place, titel, dag, weg in self._cursor.rows(_BESLUITEN, given)
        )

    def known(self, soort: BeslispuntSoort, gemeente: str) -> set[str]:
        """The indicators, or the wijkplannen of a gemeente, by code or id."""
        if soort is BeslispuntSoort.INDICATOR:
            return {code for (code,) in self._cursor.rows(_INDICATOREN)}
        return {it.id for it in self.plannen(gemeente)}

    def plannen(self, gemeente: str) -> tuple[Plannaam, ...]:
        """The wijkplannen of a gemeente, per wijk and the oldest first."""
        return tuple(Plannaam(*row) for row in self._cursor.rows(_WIJKPLANNEN, {"gemeente": gemeente}))

    def remove_bronnen(self, raadsbesluit: str) -> None:
        """The raad did not decide this: its points are about nothing."""
        self._cursor.execute(_BRONNEN_WEG, {"raadsbesluit": raadsbesluit})

    def add_besluit(self, row: Rij, punten: Iterable[tuple[Rij, Iterable[tuple[str, BeslispuntBron]]]]) -> None:
        """Add what the raad decided: its points, each with what it is about (and an id for that)."""
        insert_into(self._cursor, "raadsbesluit", [row])
        empty: dict[str, Any] = dict.fromkeys(_KOLOMMEN.values())
        for punt, bronnen in punten:
            insert_into(self._cursor, "beslispunt", [punt])
            rows = [{"id": id_, "beslispunt": punt["id"], **empty, _KOLOMMEN[it.soort]: it.ref} for id_, it in bronnen]
            insert_into(self._cursor, "beslispunt_bron", rows)
