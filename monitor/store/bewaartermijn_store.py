"""Emptying what was kept long enough: words go, rows stay, so that counts stay right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import pyarrow as pa

from monitor.store.database import Cursor, load_sql
from monitor.store.weghalen import GEDAAN, SOORTEN, over_verhaal

_SCHEMA = pa.schema([("verhaal", pa.string()), ("voor_versie", pa.int32())])
ALLES = 2**31 - 1
"""Before this version: every version."""

_VERSIES = """
UPDATE verhaal_versie
SET titel = NULL, tekst = NULL, waarom = NULL, wens = NULL, geleegd_op = $op
WHERE geleegd_op IS NULL AND versie < (SELECT voor_versie FROM te_legen WHERE verhaal = verhaal_versie.verhaal)
"""
_CITATEN = """
UPDATE citaat SET tekst = NULL
WHERE tekst IS NOT NULL AND coalesce(versie, 1) < (SELECT voor_versie FROM te_legen WHERE verhaal = citaat.verhaal)
"""
_GEHEEL = (
    "UPDATE beoordeling SET vraag = NULL WHERE vraag IS NOT NULL AND {hier}",
    "UPDATE beoordeling SET reden = NULL WHERE reden IS NOT NULL AND besluit <> 'geweigerd' AND {hier}",
    "UPDATE verhaal_melding SET toelichting = NULL WHERE toelichting IS NOT NULL AND {hier}",
    "UPDATE terugkoppeling SET wat = NULL WHERE wat IS NOT NULL AND {hier}",
    "UPDATE leeskeuze SET reden = NULL, weggehaald_op = $op WHERE weggehaald_op IS NULL AND ({over})",
    "UPDATE leesafwijking SET tekst = NULL, weggehaald_op = $op"
    " WHERE weggehaald_op IS NULL AND (liever IN (SELECT verhaal FROM te_legen) OR {keuze})",
    "UPDATE leesnagaan SET toelichting = NULL, weggehaald_op = $op WHERE toelichting IS NOT NULL AND {keuze}",
    *over_verhaal("SELECT verhaal FROM te_legen"),
    "DELETE FROM verhaal_indicator WHERE {hier}",
    "DELETE FROM vondst_akkoord WHERE {hier}",
    "UPDATE verhaal SET namens = NULL, leeftijdsgroep = NULL WHERE id IN (SELECT verhaal FROM te_legen)",
)
_HIER = "verhaal IN (SELECT verhaal FROM te_legen)"
_LAG = f"SELECT domein FROM leesdomein_verhaal WHERE domein IS NOT NULL AND {_HIER}"  # noqa: S608 - our own words
_OVER = f"{_HIER} OR (verhaal IS NULL AND domein IN ({_LAG}))"
"""A choice of these verhalen, or of nothing where one of them lay."""
_KEUZE = f"keuze IN (SELECT id FROM leeskeuze WHERE {_OVER})"  # noqa: S608 - our own words

_GELEEGD = """
SELECT verhaal, CASE WHEN count(tekst) = 0 THEN $alles ELSE max(CASE WHEN tekst IS NULL THEN versie END) + 1 END
FROM verhaal_versie
WHERE verhaal NOT IN (SELECT verhaal FROM intrekking)
GROUP BY verhaal
HAVING count(tekst) < count(*)
ORDER BY verhaal
"""
_NOG_VOL = """
SELECT t.verhaal, t.voor_versie
FROM te_legen AS t
WHERE t.verhaal IN (SELECT v.verhaal FROM verhaal_versie AS v WHERE v.tekst IS NOT NULL AND v.versie < t.voor_versie)
"""
_OOIT = (
    "SELECT 1 FROM intrekking LIMIT 1",
    f"SELECT 1 FROM ({GEDAAN}) LIMIT 1",  # noqa: S608 - our names
    "SELECT 1 FROM logboek WHERE soort = 'omschrijving' LIMIT 1",
    "SELECT 1 FROM logboek WHERE soort = 'organisatie' AND wat IN ('weggehaald', 'opnieuw weggehaald') LIMIT 1",
    "SELECT 1 FROM logboek WHERE wat IN ('vervangen', 'opnieuw vervangen') LIMIT 1",
    "SELECT 1 FROM logboek WHERE soort = 'groep' AND wat IN ('omgenoemd', 'opnieuw omgenoemd') LIMIT 1",
    "SELECT 1 FROM logboek WHERE soort IN ('bezwaar', 'antwoord') AND wat LIKE '%weggehaald' LIMIT 1",
)
# As the logboek knows it: the moment of the withdrawal itself may be an earlier one, a file can tell of the past.
_SINDS = """
SELECT 1
FROM logboek
WHERE op >= $moment AND (
    wat IN ('teruggenomen', 'opnieuw teruggenomen', 'vervangen', 'opnieuw vervangen')
    OR soort = 'omschrijving'
    OR (soort = 'groep' AND wat IN ('omgenoemd', 'opnieuw omgenoemd'))
    OR (
        wat IN ('weggehaald', 'opnieuw weggehaald')
        AND (
            soort IN ('bezwaar', 'antwoord', 'organisatie')
            OR soort IN (SELECT unnest(CAST($soorten AS VARCHAR[])))
        )
    )
)
LIMIT 1
"""
_EERSTE = "SELECT min(op) FROM logboek"


@dataclass(frozen=True, slots=True)
class TeLegen:
    """What was kept long enough: ids, and for originals the version from which on words stay."""

    oorspronkelijk: tuple[tuple[str, int], ...]
    geweigerd: tuple[str, ...]
    verlopen: tuple[str, ...]


class BewaartermijnStore:
    """What is kept too long, within one transaction of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def due(self, *, agreed_until: datetime, refused_until: datetime, ended_until: date) -> TeLegen:
        """What may be kept no longer, when these are the last moments that count as long ago."""
        parameters = {"akkoord_tot": agreed_until, "geweigerd_tot": refused_until, "verlopen_tot": ended_until}
        rows = self._cursor.rows(load_sql("bewaartermijnen"), parameters)
        return TeLegen(
            oorspronkelijk=tuple((row[1], row[2]) for row in rows if row[0] == "oorspronkelijk"),
            geweigerd=tuple(row[1] for row in rows if row[0] == "geweigerd"),
            verlopen=tuple(row[1] for row in rows if row[0] == "verlopen"),
        )

    def empty_before(self, verhalen: Sequence[tuple[str, int]], op: datetime) -> None:
        """Empty the versions of these verhalen that come before the one given, with their citaten."""
        if not verhalen:
            return
        with self._cursor.table("te_legen", _table(verhalen)):
            self._cursor.execute(_VERSIES, {"op": op})
            self._cursor.execute(_CITATEN)

    def empty(self, verhalen: Sequence[str], op: datetime) -> None:
        """Empty every word of these verhalen."""
        if not verhalen:
            return
        everything = [(verhaal, ALLES) for verhaal in verhalen]
        self.empty_before(everything, op)
        with self._cursor.table("te_legen", _table(everything)):
            for sql in _GEHEEL:
                filled = sql.format(hier=_HIER, over=_OVER, keuze=_KEUZE)
                self._cursor.execute(filled, {"op": op} if "$op" in filled else {})

    def emptied(self) -> list[tuple[str, int]]:
        """Of which verhalen versions were emptied that nobody took back: those before the one given."""
        return [(row[0], row[1]) for row in self._cursor.rows(_GELEEGD, {"alles": ALLES})]

    def still_full(self, verhalen: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
        """Those of which words stand here in the versions before the one given."""
        if not verhalen:
            return []
        with self._cursor.table("te_legen", _table(verhalen)):
            return [(row[0], row[1]) for row in self._cursor.rows(_NOG_VOL)]

    def delete_logboek(self, until: datetime) -> int:
        """Delete lines of the logboek from before a moment; returns how many."""
        return self._delete("logboek", until)

    def delete_inzendingen(self, until: datetime, *, behalve: str) -> int:
        """Forget which forms were answered before a moment, except those of one kind; returns how many."""
        return self._delete("inzending", until, behalve)

    def _delete(self, table: str, until: datetime, behalve: str = "") -> int:
        condition = f"FROM {table} WHERE op < $tot AND soort <> $behalve"
        parameters = {"tot": until, "behalve": behalve}
        row = self._cursor.row(f"SELECT count(*) {condition}", parameters)
        self._cursor.execute(f"DELETE {condition}", parameters)
        return int(row[0]) if row else 0


def last_done(cursor: Cursor, wat: str) -> datetime | None:
    """When something was last done, as the logboek knows it."""
    row = cursor.row("SELECT max(op) FROM logboek WHERE wat = $wat", {"wat": wat})
    return row[0] if row else None


def first_line(cursor: Cursor) -> datetime | None:
    """When the logboek begins."""
    row = cursor.row(_EERSTE)
    return row[0] if row else None


def withdrawn_since(cursor: Cursor, moment: datetime | None) -> bool:
    """Whether a verhaal was taken back, anything taken away or given other words since then; None: ever."""
    if moment is None:
        return any(cursor.row(sql) is not None for sql in _OOIT)
    return cursor.row(_SINDS, {"moment": moment, "soorten": list(SOORTEN)}) is not None


def _table(verhalen: Sequence[tuple[str, int]]) -> pa.Table:
    rows = [{"verhaal": verhaal, "voor_versie": versie} for verhaal, versie in verhalen]
    return pa.Table.from_pylist(rows, schema=_SCHEMA)
