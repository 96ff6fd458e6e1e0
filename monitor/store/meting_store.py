"""Own figures in the store: what may be written where, what a file would change, writing it, and undoing that."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from monitor.store.database import Cursor, load_sql
from monitor.store.rijen import Rij, insert_into

INVOER = pa.schema(
    [
        ("nummer", pa.int64()),
        ("gebied", pa.string()),
        ("indicator", pa.string()),
        ("periode", pa.string()),
        ("periode_start", pa.date32()),
        ("waarde", pa.float64()),
        ("ondergrens", pa.float64()),
        ("bovengrens", pa.float64()),
        ("teller", pa.float64()),
        ("noemer", pa.float64()),
        ("n", pa.int32()),
        ("status", pa.string()),
        ("ontbreekt_reden", pa.string()),
        ("peildatum", pa.date32()),
    ]
)
"""Metingen on their way in; `nummer` is their place in the file."""

_GELDIG = """
SELECT indicator, gebied, bool_or(tot IS NULL), max(tot)
FROM geldig_in
GROUP BY indicator, gebied
"""
_VERVALLEN = """
SELECT indicator, op
FROM indicator_status
WHERE gebied IS NULL
QUALIFY row_number() OVER (PARTITION BY indicator ORDER BY op DESC, id DESC) = 1 AND status = 'vervallen'
"""
_GESTOPT = """
SELECT gebied, max(geldig_tot)
FROM gebied_versie
GROUP BY gebied
HAVING count(*) = count(geldig_tot)
"""
_GEBIEDEN = "SELECT code FROM gebied"
_DELEN = """
SELECT indicator
FROM indicator_versie
QUALIFY row_number() OVER (PARTITION BY indicator ORDER BY versie DESC) = 1 AND eenheid = '%' AND populatie IS NOT NULL
"""
_START = """
INSERT INTO inlezing (id, bron, bestand, sha256, ingelezen_op, ingelezen_door, reikwijdte, voorbeeld, nieuw, gewijzigd,
    wijzigingen)
VALUES ($id, $bron, $bestand, $sha256, $op, $door, 'gemeente', $voorbeeld, $nieuw, $gewijzigd, $wijzigingen)
"""
_PEILDATUM = """
INSERT INTO meting_peildatum
SELECT $inlezing, gebied, indicator, periode, peildatum FROM te_schrijven WHERE peildatum IS NOT NULL
"""
_INLEZING = "SELECT id, bestand, ingelezen_door, nieuw, gewijzigd FROM inlezing WHERE id = $inlezing"
_EIGEN = """
SELECT count(*), count(*) FILTER (i.landelijk), string_agg(DISTINCT m.gebied, ',')
FROM meting AS m
JOIN indicator AS i ON i.code = m.indicator
WHERE m.inlezing = $inlezing
"""
_LATER = "SELECT count(*) FROM meting_vorige WHERE inlezing = $inlezing"
_NIEUW_WEG = """
DELETE FROM meting
WHERE inlezing = $inlezing AND NOT EXISTS (
    SELECT 1 FROM meting_vorige_rij AS v
    WHERE v.vervangen_door = $inlezing
        AND v.gebied = meting.gebied AND v.indicator = meting.indicator AND v.periode = meting.periode
)
"""
_SPOREN = (
    "DELETE FROM meting_vorige WHERE vervangen_door = $inlezing",
    "DELETE FROM meting_vorige_rij WHERE vervangen_door = $inlezing",
    "DELETE FROM meting_peildatum WHERE inlezing = $inlezing",
    "DELETE FROM inlezing_reden WHERE inlezing = $inlezing",
    "DELETE FROM inzending WHERE soort = 'metingen' AND doel = $inlezing",
)
_ONGEDAAN = "UPDATE inlezing SET nieuw = 0, gewijzigd = 0, wijzigingen = $zin WHERE id = $inlezing"
_NULMETING_WEG = """
INSERT INTO nulmeting (gebied, indicator, nummer, periode, gemaakt_op, gemaakt_door)
SELECT gebied, indicator, nummer + 1, NULL, $op, $door
FROM (
    SELECT gebied, indicator, periode, nummer,
        row_number() OVER (PARTITION BY gebied, indicator ORDER BY nummer DESC) AS plek
    FROM nulmeting
) AS n
WHERE plek = 1 AND periode IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM meting AS m
    WHERE m.gebied = n.gebied AND m.indicator = n.indicator AND m.periode = n.periode
)
"""
_REEKS = """
SELECT m.periode, m.periode_start, m.waarde, m.ontbreekt_reden, m.ondergrens, m.bovengrens, m.teller, m.noemer, m.n,
    m.status, p.peildatum
FROM meting AS m
LEFT JOIN meting_peildatum AS p
    ON p.inlezing = m.inlezing AND p.gebied = m.gebied AND p.indicator = m.indicator AND p.periode = m.periode
WHERE m.gebied = $gebied AND m.indicator = $indicator
ORDER BY m.periode_start, m.periode
"""
_VORIGE = """
SELECT v.periode, v.waarde, v.ontbreekt_reden, l.ingelezen_op, r.reden
FROM meting_vorige AS v
JOIN inlezing AS l ON l.id = v.vervangen_door
LEFT JOIN inlezing_reden AS r ON r.inlezing = l.id
WHERE v.gebied = $gebied AND v.indicator = $indicator
ORDER BY l.ingelezen_op DESC, v.periode
"""
_NULMETING = """
SELECT periode, nummer
FROM nulmeting
WHERE gebied = $gebied AND indicator = $indicator
ORDER BY nummer DESC
LIMIT 1
"""


_TE_TELLEN = """
SELECT a.gebied, v.indicator, v.naam, v.eenheid, v.decimalen, v.bewijssoort
FROM (SELECT DISTINCT gebied, indicator FROM geldig_in WHERE tot IS NULL) AS a
JOIN indicator AS i ON i.code = a.indicator AND NOT i.landelijk
JOIN indicator_versie AS v ON v.indicator = a.indicator
QUALIFY row_number() OVER (PARTITION BY a.gebied, v.indicator ORDER BY v.versie DESC) = 1
ORDER BY a.gebied, v.naam, v.indicator
"""


@dataclass(frozen=True, slots=True)
class TeTellen:
    """An indicator that a gebied adopted: what somebody there may count."""

    gebied: str
    indicator: str
    naam: str
    eenheid: str
    decimalen: int
    bewijssoort: str

    @property
    def te_turven(self) -> bool:
        """Whether it is a count that somebody can keep by tapping."""
        return self.bewijssoort == "geteld" and self.eenheid != "%"


@dataclass(frozen=True, slots=True)
class InlezingStand:
    """An act of reading own figures, as far as undoing it asks."""

    id: str
    bestand: str
    door: str
    nieuw: int
    gewijzigd: int
    metingen: int
    """How many metingen stand there that it wrote."""
    landelijk: int
    """How many of those are of a national source."""
    gebieden: tuple[str, ...]
    later: int
    """How many of its metingen a later one changed."""


@dataclass(frozen=True, slots=True)
class MetingInlezing:
    """An act of reading own figures, as a list shows it."""

    id: str
    bestand: str
    op: datetime
    door: str
    nieuw: int
    gewijzigd: int
    reden: str | None
    gebieden: tuple[str, ...]
    indicatoren: tuple[str, ...]
    periode: str | None
    """The period of its figures; None when they are of several."""
    later: int


@dataclass(frozen=True, slots=True)
class TellingRij:
    """A meting with all that was given of it."""

    periode: str
    start: date
    waarde: float | None
    ontbreekt_reden: str | None
    ondergrens: float | None
    bovengrens: float | None
    teller: float | None
    noemer: float | None
    n: int | None
    status: str
    peildatum: date | None


@dataclass(frozen=True, slots=True)
class MetingWijziging:
    """What stood there before, and why it changed."""

    periode: str
    waarde: float | None
    ontbreekt_reden: str | None
    op: datetime
    reden: str | None


class MetingStore:
    """Own figures, within one transaction of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    # What may be written

    def gebieden(self) -> set[str]:
        """The codes of all gebieden."""
        return {row[0] for row in self._cursor.rows(_GEBIEDEN)}

    def gestopt(self) -> dict[str, date]:
        """The last day of each gebied that is no more."""
        return dict(self._cursor.rows(_GESTOPT))

    def geldig_in(self) -> dict[tuple[str, str], date | None]:
        """Where each indicator was adopted, and its last day there (None: still), by indicator and gebied."""
        rows = self._cursor.rows(_GELDIG)
        return {(indicator, gebied): None if still else tot for indicator, gebied, still, tot in rows}

    def vervallen(self) -> dict[str, datetime]:
        """When an indicator was retired everywhere, by its code; those that are in use are absent."""
        return dict(self._cursor.rows(_VERVALLEN))

    def te_tellen(self) -> tuple[TeTellen, ...]:
        """What is counted in each gebied."""
        return tuple(TeTellen(*row) for row in self._cursor.rows(_TE_TELLEN))

    def delen(self) -> set[str]:
        """The indicators that are a share of people: never less than 0 or more than 100."""
        return {row[0] for row in self._cursor.rows(_DELEN)}

    # Reading and writing

    def verschil(self, invoer: pa.Table) -> pa.Table:
        """What each of these metingen would do, beside what stands there now."""
        with self._cursor.table("invoer", invoer):
            return self._cursor.arrow(load_sql("meting_verschil"))

    def write(self, inlezing: Rij, metingen: pa.Table, reden: str | None) -> None:
        """Write metingen that are new or changed, as one inlezing; what stood there before is kept whole."""
        self._cursor.execute(_START, dict(inlezing))
        given = {"inlezing": inlezing["id"]}
        with self._writing(metingen):
            for name in ("meting_vorige_rij", "meting_vorige"):
                self._cursor.execute(load_sql(name), given)
            if inlezing["gewijzigd"]:
                self._cursor.execute(load_sql("meting_gewijzigd"), given)
            self._cursor.execute(load_sql("meting_nieuw"), given)
            self._cursor.execute(_PEILDATUM, given)
        if reden is not None:
            insert_into(self._cursor, "inlezing_reden", [{"inlezing": inlezing["id"], "reden": reden}])

    @contextmanager
    def _writing(self, metingen: pa.Table) -> Iterator[None]:
        with self._cursor.table("te_schrijven", metingen):
            yield

    # Undoing

    def stand(self, inlezing: str) -> InlezingStand | None:
        """An inlezing as it stands now; None when there is none."""
        row = self._cursor.row(_INLEZING, {"inlezing": inlezing})
        if row is None:
            return None
        own = self._cursor.row(_EIGEN, {"inlezing": inlezing}) or (0, 0, None)
        later = self._cursor.row(_LATER, {"inlezing": inlezing}) or (0,)
        metingen, landelijk, gebieden = own
        return InlezingStand(
            id=row[0],
            bestand=row[1],
            door=row[2],
            nieuw=row[3],
            gewijzigd=row[4],
            metingen=metingen,
            landelijk=landelijk,
            gebieden=tuple(sorted(gebieden.split(","))) if gebieden else (),
            later=later[0],
        )

    def undo(self, inlezing: str, zin: str) -> None:
        """Put back what an inlezing changed, take away what it added, and say so in the inlezing itself."""
        given = {"inlezing": inlezing}
        self._cursor.execute(_NIEUW_WEG, given)
        self._cursor.execute(load_sql("meting_terug"), given)
        for sql in _SPOREN:
            self._cursor.execute(sql, given)
        self._cursor.execute(_ONGEDAAN, {**given, "zin": zin})

    def drop_nulmetingen(self, op: datetime, door: str) -> None:
        """Say of each series of which the figure that it began with is gone, that it begins with none."""
        self._cursor.execute(_NULMETING_WEG, {"op": op, "door": door})

    def inlezingen(self, hoeveel: int, door: str | None) -> tuple[MetingInlezing, ...]:
        """The newest acts of reading own figures that still count, of one person or (None) of everybody."""
        rows = self._cursor.rows(load_sql("eigen_inlezingen"), {"door": door, "hoeveel": hoeveel})
        return tuple(_eigen(row) for row in rows)

    # A series

    def reeks(self, gebied: str, indicator: str) -> tuple[TellingRij, ...]:
        """The metingen of an indicator in a gebied, oldest first."""
        rows = self._cursor.rows(_REEKS, {"gebied": gebied, "indicator": indicator})
        return tuple(TellingRij(*row) for row in rows)

    def vorige(self, gebied: str, indicator: str) -> tuple[MetingWijziging, ...]:
        """What stood in a series before, newest change first."""
        rows = self._cursor.rows(_VORIGE, {"gebied": gebied, "indicator": indicator})
        return tuple(MetingWijziging(*row) for row in rows)

    def nulmeting(self, gebied: str, indicator: str) -> str | None:
        """The period that a series is measured from; None when nobody said so."""
        row = self._cursor.row(_NULMETING, {"gebied": gebied, "indicator": indicator})
        return None if row is None else row[0]

    def add_nulmeting(self, row: Rij) -> None:
        """Append which period a series is measured from."""
        before = self._cursor.row(_NULMETING, {"gebied": row["gebied"], "indicator": row["indicator"]})
        insert_into(self._cursor, "nulmeting", [{**row, "nummer": before[1] + 1 if before else 1}])


def _eigen(row: tuple[Any, ...]) -> MetingInlezing:
    id_, bestand, op, door, nieuw, gewijzigd, reden, gebieden, indicatoren, first, last, later = row
    return MetingInlezing(
        id=id_,
        bestand=bestand,
        op=op,
        door=door,
        nieuw=nieuw,
        gewijzigd=gewijzigd,
        reden=reden,
        gebieden=tuple(gebieden.split(",")),
        indicatoren=tuple(indicatoren.split(",")),
        periode=first if first == last else None,
        later=later,
    )
