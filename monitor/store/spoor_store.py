"""How the things of a gemeente hang together: every link, and what stands at its ends."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from monitor.domain.leren import SessieStand
from monitor.domain.spoor import Schakel, SchakelSoort, Sleutel, SpoorSoort
from monitor.nl import today_amsterdam
from monitor.store.database import Cursor, load_sql

_PLAATS = {
    SpoorSoort.SIGNAAL: "SELECT gebied FROM signaal WHERE id = $id",
    SpoorSoort.GROEP: "SELECT gebied FROM groep WHERE id = $id",
    SpoorSoort.ACTIVITEIT: "SELECT gebied FROM activiteit WHERE id = $id",
    SpoorSoort.INITIATIEF: "SELECT gebied FROM initiatief WHERE id = $id",
    SpoorSoort.LEESRONDE: "SELECT gebied FROM leesronde WHERE id = $id",
    SpoorSoort.SESSIE: "SELECT gebied FROM sessie WHERE id = $id",
    SpoorSoort.LEERPUNT: "SELECT gebied FROM leerpunt WHERE id = $id",
    SpoorSoort.AFSPRAAK: "SELECT s.gebied FROM afspraak AS a JOIN sessie AS s ON s.id = a.sessie WHERE a.id = $id",
    SpoorSoort.WIJKPLAN: "SELECT gebied FROM wijkplan WHERE id = $id",
    SpoorSoort.WIJKBEZOEK: "SELECT gebied FROM wijkbezoek WHERE id = $id",
    SpoorSoort.BESLISPUNT: "SELECT r.gebied FROM beslispunt AS p JOIN raadsbesluit AS r ON r.id = p.raadsbesluit "
    "WHERE p.id = $id",
    SpoorSoort.RAADSSTUK: "SELECT gebied FROM raadsstuk WHERE id = $id",
}
"""In which gebied a thing is; a figure is of no one place, and where a verhaal stands is told by LeesStore."""
_NAMEN = """
SELECT gebied, arg_max(naam, geldig_van)
FROM gebied_versie
WHERE gebied = $gemeente OR gebied IN (SELECT gebied FROM gebied_ouder WHERE ouder = $gemeente)
GROUP BY gebied
"""
_TERUGGENOMEN = """
SELECT verhaal, kwartaal FROM intrekking WHERE verhaal IN (SELECT unnest(CAST($ids AS VARCHAR[])))
"""
_SAMENGESTELD = """
SELECT id FROM leerpunt WHERE samengesteld AND id IN (SELECT unnest(CAST($ids AS VARCHAR[])))
"""
_STANDEN = """
SELECT sessie, arg_max(stand, nummer) FROM sessie_stap
WHERE sessie IN (SELECT unnest(CAST($ids AS VARCHAR[]))) GROUP BY sessie
"""


@dataclass(frozen=True, slots=True)
class Spoorrij:
    """A thing as it stands in the store, before anybody asked who reads it."""

    soort: SpoorSoort
    id: str
    gebied: str | None
    naam: str | None
    dag: date | None
    deel: str | None
    """The niveau of a leerpunt or a leesronde; what kind of stuk a raadsstuk is."""
    sessie: str | None
    """In which wijkgesprek it was said."""
    stand: str | None


class SpoorStore:
    """Links and what stands at their ends, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def place(self, sleutel: Sleutel) -> str | None:
        """In which gebied a thing is that is no verhaal and no figure; None when there is no such thing."""
        row = self._cursor.row(_PLAATS[sleutel[0]], {"id": sleutel[1]})
        return None if row is None else str(row[0])

    def schakels(self, gemeente: str, id_: str) -> tuple[Schakel, ...]:
        """Every link of a gemeente; of what verhalen tell about figures only that of one verhaal or figure."""
        rows = self._cursor.rows(load_sql("spoor_schakels"), {"gemeente": gemeente, "id": id_})
        return tuple(
            Schakel((SpoorSoort(van_soort), van), (SpoorSoort(naar_soort), naar), SchakelSoort(soort))
            for van_soort, van, naar_soort, naar, soort in rows
        )

    def stukschakels(self, gemeente: str) -> tuple[Schakel, ...]:
        """What the stukken for the raad of a gemeente name: only for who may read those."""
        rows = self._cursor.rows(load_sql("spoor_stukken"), {"gemeente": gemeente})
        return tuple(
            Schakel((SpoorSoort(soort), van), (SpoorSoort.RAADSSTUK, stuk), SchakelSoort(hoe), gebied)
            for soort, van, stuk, hoe, gebied in rows
        )

    def rijen(self, ids: Collection[str], wijk: str | None) -> dict[Sleutel, Spoorrij]:
        """What these things are; a figure as it stands in a wijk (None: everywhere). A verhaal is never in it."""
        found = {}
        for soort, id_, gebied, naam, dag, moment, deel, sessie, stand in self._cursor.rows(
            load_sql("spoor_punten"), {"ids": sorted(ids), "wijk": wijk}
        ):
            day = dag or (today_amsterdam(moment) if moment else None)
            row = Spoorrij(SpoorSoort(soort), id_, gebied, naam, day, deel, sessie, stand)
            found[row.soort, row.id] = row
        return found

    def samengesteld(self, leerpunten: Collection[str]) -> frozenset[str]:
        """Which of these casussen were made up from several."""
        rows = self._cursor.rows(_SAMENGESTELD, {"ids": sorted(leerpunten)}) if leerpunten else []
        return frozenset(id_ for (id_,) in rows)

    def teruggenomen(self, verhalen: Collection[str]) -> dict[str, str]:
        """Of these verhalen those that were taken back, with the quarter in which they were told."""
        return dict(self._cursor.rows(_TERUGGENOMEN, {"ids": sorted(verhalen)})) if verhalen else {}

    def sessie_standen(self, sessies: Collection[str]) -> dict[str, SessieStand]:
        """How far these wijkgesprekken have come, by id."""
        rows = self._cursor.rows(_STANDEN, {"ids": sorted(sessies)}) if sessies else []
        return {id_: SessieStand(stand) for id_, stand in rows}

    def namen(self, gemeente: str) -> dict[str, str]:
        """What a gemeente and its gebieden are called now."""
        return dict(self._cursor.rows(_NAMEN, {"gemeente": gemeente}))
