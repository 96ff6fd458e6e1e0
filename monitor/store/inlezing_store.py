"""Writing what a source read: gebieden, indicators, metingen in bulk, breaks and shapes, and what that changed."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from monitor.store.database import Cursor, load_sql
from monitor.store.rijen import Rij, insert_into

RANG_BEKEND = 2
"""From this rank a source may say that a gebied exists in a year; one below it only adds gebieden nobody knew."""
_RANGEN = {"rivm": 1, "leefbaarometer": 1, "cbs-gebieden": 2}
_HOOGSTE_RANG = 3
_TEGELIJK = 20
"""So many indicators are compared with the store at once."""

_AFRONDEN = "UPDATE inlezing SET nieuw = ?, gewijzigd = ?, verdwenen = ?, wijzigingen = ? WHERE id = ?"
_VERSIES = """
SELECT indicator, versie, geldig_van, definitie, technische_definitie
FROM indicator_versie
QUALIFY row_number() OVER (PARTITION BY indicator ORDER BY versie DESC) = 1
"""
_BREUKEN_TELLEN = "SELECT count(*) FROM breuk"
_GEOMETRIE = """
INSERT INTO gebied_geometrie SELECT gebied, jaar, geojson, $inlezing FROM invoer_geometrie
ON CONFLICT (gebied, jaar) DO UPDATE SET geojson = excluded.geojson, inlezing = excluded.inlezing
WHERE gebied_geometrie.geojson <> excluded.geojson
"""
_BEKENDE_METINGEN = """
SELECT 1 FROM meting
WHERE periode IN (SELECT DISTINCT periode FROM invoer) AND indicator IN (SELECT DISTINCT indicator FROM invoer)
LIMIT 1
"""
_METINGEN_NIEUW = """
INSERT INTO meting
SELECT gebied, indicator, periode, periode_start, waarde, ondergrens, bovengrens, teller, noemer, n, status,
    ontbreekt_reden, $inlezing
FROM invoer
"""
_OP_VOLGORDE = "ORDER BY gebied, indicator, periode"
_ALLE_GEBIED_JAREN = """
SELECT j.gebied, g.soort, j.jaar, j.naam, l.bron NOT IN ('rivm', 'leefbaarometer'), l.reikwijdte = 'land'
FROM gebied_jaar AS j
JOIN gebied AS g ON g.code = j.gebied
JOIN inlezing AS l ON l.id = j.inlezing
"""
_GEBIED_JAREN = f"""{_ALLE_GEBIED_JAREN}
WHERE substr(j.gebied, 3, 4) IN (SELECT DISTINCT substr(code, 3, 4) FROM invoer_gebied) OR g.soort = 'gemeente'
"""  # noqa: S608 - both are ours


@dataclass(frozen=True, slots=True)
class GebiedJaar:
    """What one source said of one gebied for one year."""

    gebied: str
    soort: str
    jaar: int
    naam: str
    gezaghebbend: bool
    """Whether the source tells which gebieden there are, so that one that is not in it no longer is."""
    land: bool
    """Whether the file covered the whole country."""


@dataclass(frozen=True, slots=True)
class GebiedVersie:
    """A gebied as it was from one day to another; `geldig_tot` is the last day."""

    gebied: str
    geldig_van: date
    geldig_tot: date | None
    naam: str


@dataclass(frozen=True, slots=True)
class Omschrijving:
    """The newest version of an indicator, as far as a next one depends on it."""

    versie: int
    geldig_van: date
    definitie: str | None
    technische_definitie: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """How many metingen came, changed and vanished."""

    nieuw: int = 0
    gewijzigd: int = 0
    verdwenen: int = 0


@dataclass(frozen=True, slots=True)
class Verandering:
    """How many metingen of an indicator changed or vanished, with the largest change as example."""

    indicator: str
    aantal: int
    verdwenen: bool
    gebied: str
    periode: str
    oud: float | None
    oude_reden: str | None
    nieuw: float | None
    nieuwe_reden: str | None
    decimalen: int


def rang_of(bron: str) -> int:
    """How much a source knows of gebieden: a higher rank may rename what a lower one said."""
    return _RANGEN.get(bron, _HOOGSTE_RANG)


class InlezingStore:
    """The tables that an inlezing writes, within one transaction of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    @contextmanager
    def invoer(self, **tables: pa.Table) -> Iterator[None]:
        """Let the statements below see what was read, under the names `invoer`, `invoer_gebied`, `invoer_geometrie`."""
        with ExitStack() as stack:
            for name, content in tables.items():
                stack.enter_context(self._cursor.table(name, content))
            yield

    def ensure_themas(self, rows: Sequence[Rij]) -> None:
        """Add themas; one that is known stays as the gemeente made it."""
        insert_into(self._cursor, "thema", rows, keep_known=True)

    def ensure_bronnen(self, rows: Sequence[Rij]) -> None:
        """Add bronnen; one that is known stays as it is."""
        insert_into(self._cursor, "bron", rows, keep_known=True)

    def start(self, row: Rij) -> None:
        """Write down that a file is being read: what it brings refers to this."""
        insert_into(self._cursor, "inlezing", [row])

    def finish(self, inlezing: str, telling: Telling, wijzigingen: str) -> None:
        """Write down what the file changed."""
        self._cursor.execute(_AFRONDEN, [telling.nieuw, telling.gewijzigd, telling.verdwenen, wijzigingen, inlezing])

    def omschrijvingen(self) -> dict[str, Omschrijving]:
        """Of every indicator the newest version."""
        return {row[0]: Omschrijving(*row[1:]) for row in self._cursor.rows(_VERSIES)}

    # Gebieden

    def add_gebieden(self, inlezing: str) -> tuple[int, int]:
        """Add the gebieden of `invoer_gebied` and what it says of their years: how many are new, and what changed."""
        nieuw = self._count(load_sql("inlezen_gebied_nieuw"))
        changed = self._count(load_sql("inlezen_gebied_jaar_nieuw"), {"inlezing": inlezing, "bekend": RANG_BEKEND})
        changed += self._count(load_sql("inlezen_gebied_naam_bekend"), {"inlezing": inlezing})
        changed += self._count(load_sql("inlezen_gebied_naam"), {"inlezing": inlezing})
        changed += self._count(load_sql("inlezen_gebied_merk"), {"inlezing": inlezing})
        return nieuw, changed

    def gebied_jaren(self) -> list[GebiedJaar]:
        """What is known of every gebied in the gemeenten of `invoer_gebied`, and of all gemeenten."""
        return [GebiedJaar(*row) for row in self._cursor.rows(_GEBIED_JAREN)]

    def alle_gebied_jaren(self) -> list[GebiedJaar]:
        """What is known of every gebied."""
        return [GebiedJaar(*row) for row in self._cursor.rows(_ALLE_GEBIED_JAREN)]

    def gebied_versies(self) -> list[GebiedVersie]:
        """All versions that are written down now."""
        rows = self._cursor.rows("SELECT gebied, geldig_van, geldig_tot, naam FROM gebied_versie")
        return [GebiedVersie(*row) for row in rows]

    def replace_versies(self, gebieden: Sequence[str], versies: Sequence[Rij], ouders: Sequence[Rij]) -> None:
        """Give gebieden other versions, and the ouder that goes with them."""
        with self._cursor.table("te_vervangen", pa.table({"code": pa.array(gebieden, pa.string())})):
            self._cursor.execute("DELETE FROM gebied_versie WHERE gebied IN (SELECT code FROM te_vervangen)")
            self._cursor.execute(load_sql("inlezen_ouder_weg"))
        insert_into(self._cursor, "gebied_versie", versies)
        insert_into(self._cursor, "gebied_ouder", ouders)

    def add_geometrie(self, inlezing: str) -> int:
        """Add the shapes of `invoer_geometrie`: how many are new or others than before."""
        return self._count(_GEOMETRIE, {"inlezing": inlezing})

    # Breaks

    def add_grensbreuken(self) -> int:
        """Make a break of each boundary mark in the gemeenten of `invoer_gebied`, drop what the source took back."""
        changed = self._count(load_sql("inlezen_grens_weg"))
        return changed + self._count(load_sql("inlezen_grens_nieuw"))

    def add_breuken(self, rows: Sequence[Rij]) -> int:
        """Add other breaks; one that is known stays. Returns how many are new."""
        before = self._number(_BREUKEN_TELLEN)
        insert_into(self._cursor, "breuk", rows, keep_known=True)
        return self._number(_BREUKEN_TELLEN) - before

    # Metingen

    def add_metingen(self, inlezing: str, bron: str, *, sorted_already: bool, heel: bool) -> Telling:
        """Write the metingen of `invoer`: new ones added, changed ones replaced, vanished ones made missing.

        They are written in order of gebied, so that reading a gebied touches few blocks; sorting is left out when
        they come in that order.

        What stood there before goes to meting_vorige. Vanished is what the same source gave before for an indicator
        and period of this file, in a gemeente of this file, and now no longer gives. A file that is not `heel` (rows
        of it were refused) makes nothing vanish: what is missing may stand in a refused row.
        """
        if self._cursor.row(_BEKENDE_METINGEN) is None:
            order = "" if sorted_already else _OP_VOLGORDE
            return Telling(nieuw=self._count(f"{_METINGEN_NIEUW} {order}", {"inlezing": inlezing}))
        self._compare(bron, heel=heel)
        self._cursor.execute(load_sql("inlezen_vorige"), {"inlezing": inlezing})
        self._cursor.execute(load_sql("inlezen_meting_gewijzigd"), {"inlezing": inlezing})
        nieuw = self._count(load_sql("inlezen_meting_nieuw"), {"inlezing": inlezing})
        row = self._cursor.row(
            "SELECT count(*) FILTER (soort = 'gewijzigd'), count(*) FILTER (soort = 'verdwenen') FROM verschil"
        ) or (0, 0)
        return Telling(nieuw, *row)

    def _compare(self, bron: str, *, heel: bool) -> None:
        """Fill the table `verschil`, some indicators at a time."""
        self._cursor.execute(load_sql("inlezen_verschil_leeg"))
        codes = [row[0] for row in self._cursor.rows("SELECT DISTINCT indicator FROM invoer ORDER BY 1")]
        for start in range(0, len(codes), _TEGELIJK):
            part = pa.table({"indicator": pa.array(codes[start : start + _TEGELIJK], pa.string())})
            with self._cursor.table("deel", part):
                self._cursor.execute(load_sql("inlezen_verschil"), {"bron": bron, "heel": heel})

    def veranderingen(self, limit: int) -> list[Verandering]:
        """Per indicator how many metingen changed or vanished just now, the largest numbers first."""
        if not self._number("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'verschil' AND temporary"):
            return []
        return [Verandering(*row) for row in self._cursor.rows(load_sql("inlezen_veranderingen"), {"limit": limit})]

    def _count(self, sql: str, parameters: Mapping[str, Any] | None = None) -> int:
        """Run a statement that writes; how many rows it touched."""
        row = self._cursor.row(sql, dict(parameters or {}))
        return int(row[0]) if row else 0

    def _number(self, sql: str) -> int:
        row = self._cursor.row(sql)
        return int(row[0]) if row else 0
