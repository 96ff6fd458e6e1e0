"""The search over verhalen in the store: what can be found, under which terms, and in which order."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.zoekvraag import Zoekvraag
from monitor.store.database import Cursor, load_sql

VERHALEN_SCHEMA = pa.schema(
    [
        ("verhaal", pa.string()),
        ("nummer", pa.int32()),
        ("lengte", pa.int32()),
        ("gebied", pa.string()),
        ("kwartaal", pa.date32()),
        ("gevoel", pa.string()),
        ("leren_tot", pa.date32()),
        ("gesprek_tot", pa.date32()),
        ("openbaar_tot", pa.date32()),
    ]
)

Getallen = npt.NDArray[Any]
"""Numbers in an array."""

_GEWICHT_HEEL = 1000
"""A weight is kept in thousandths."""
_ALLE = "SELECT id FROM verhaal"
_BATCH = 20_000
_STUKKEN = 16
"""In how many pieces terms are sorted: one at a time is in memory."""
_SORTED = """
INSERT INTO zoek_term_gesorteerd (term, nummer, gewicht, openbaar_tot)
SELECT term, nummer, gewicht, openbaar_tot
FROM {van}
WHERE term BETWEEN $eerste AND $laatste
ORDER BY term, nummer
"""
_AANTAL = "SELECT 0::USMALLINT, count(*)::INTEGER, 0::SMALLINT FROM zoek_verhaal"
_STAND = "INSERT INTO zoek_stand (regels) VALUES ($regels)"

_OPENBAAR = "openbaar_tot >= $op"
_INTERN = "(openbaar_tot >= $op OR leren_tot >= $op OR gesprek_tot >= $op)"
_INTERN_IN = "(openbaar_tot >= $op OR ((leren_tot >= $op OR gesprek_tot >= $op) AND list_contains($wijken, gebied)))"
_FILTERS = {
    "gemeente": "gebied IN (SELECT gebied FROM gebied_ouder WHERE ouder = $gemeente UNION ALL SELECT $gemeente)",
    "wijk": "gebied = $wijk",
    "thema": "verhaal IN (SELECT verhaal FROM verhaal_thema WHERE thema = $thema)",
    "perspectief": "verhaal IN (SELECT verhaal FROM verhaal_perspectief WHERE perspectief = $perspectief)",
    "gevoel": "gevoel = $gevoel",
    "verhouding": "verhaal IN (SELECT verhaal FROM verhaal_indicator WHERE verhouding = $verhouding)",
    "van": "kwartaal >= $van",
    "tot": "kwartaal <= $tot",
}


@dataclass(frozen=True, slots=True)
class ZoekInhoud:
    """What the search keeps of some verhalen, as arrow tables."""

    verhalen: pa.Table
    woorden: pa.Table
    """Every word of them: woord (a number), nummer of the verhaal, gewicht of the field in which it stands."""
    termen: pa.Table
    """What each of these words stands for: woord, term, deel."""


@dataclass(frozen=True, slots=True)
class ZoekTermen:
    """The numbers of the terms that are asked for, and of those that must not be there."""

    wel: frozenset[int]
    niet: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ZoekRij:
    """A verhaal that fits, and how well."""

    verhaal: str
    score: float


@dataclass(frozen=True, slots=True)
class ZoekPagina:
    """One page of verhalen that fit, and how many there are in all."""

    rijen: tuple[ZoekRij, ...]
    totaal: int


class ZoekStore:
    """The search, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    # Building

    def readable(self, ids: Iterable[str]) -> list[dict[str, Any]]:
        """What can be read of these verhalen, with its words; the others have nothing that may be found."""
        asked, values = _values(ids)
        return [row for rows in self._readable(asked, self._last_nummer(), values) for row in rows]

    def all_readable(self) -> Iterator[list[dict[str, Any]]]:
        """What can be read of all verhalen, in batches, numbered from one."""
        yield from self._readable(_ALLE, 0, {})

    def _readable(self, verhalen: str, eerste: int, values: dict[str, str]) -> Iterator[list[dict[str, Any]]]:
        leesbaar = load_sql("verhalen_leesbaar").replace("{verhalen}", verhalen)
        sql = load_sql("zoek_leesbaar").replace("{leesbaar}", leesbaar)
        for batch in self._cursor.batches(sql, {"eerste": eerste, **values}, rows=_BATCH):
            yield batch.to_pylist()

    def _last_nummer(self) -> int:
        row = self._cursor.row("SELECT coalesce(max(nummer), 0) FROM zoek_verhaal")
        return int(row[0]) if row else 0

    def remove(self, ids: Iterable[str]) -> None:
        """Let these verhalen be found no longer: their terms go too."""
        asked, values = _values(ids)
        found = self._cursor.rows(f"SELECT nummer FROM zoek_verhaal WHERE verhaal IN ({asked})", values)  # noqa: S608
        if not found:
            return
        nummers = _constants(row[0] for row in found)
        self._cursor.execute(f"DELETE FROM zoek_term WHERE nummer IN ({nummers})")  # noqa: S608 - whole numbers
        self._cursor.execute(f"DELETE FROM zoek_verhaal WHERE verhaal IN ({asked})", values)  # noqa: S608 - names of values

    def add(self, inhoud: ZoekInhoud, *, doel: str = "zoek_term") -> None:
        """Let verhalen be found that could not be found before."""
        with (
            self._cursor.table("nieuwe_verhalen", inhoud.verhalen),
            self._cursor.table("nieuwe_woorden", inhoud.woorden),
            self._cursor.table("woord_termen", inhoud.termen),
        ):
            self._cursor.execute("INSERT INTO zoek_verhaal BY NAME SELECT * FROM nieuwe_verhalen")
            self._cursor.execute(load_sql("zoek_termen_bij").replace("{doel}", doel))

    def start_again(self) -> None:
        """Empty the search, to build it anew with `add_aside` and `finish`."""
        for table in ("zoek_stand", "zoek_verhaal"):
            self._cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
        self._make_empty("zoek_term_ongesorteerd")

    def add_aside(self, inhoud: ZoekInhoud) -> None:
        """Add verhalen of which the terms wait to be sorted."""
        self.add(inhoud, doel="zoek_term_ongesorteerd")

    def finish(self, regels: int) -> None:
        """Put all terms in order, and note by which rules they were made."""
        self._sort("zoek_term_ongesorteerd")
        self._cursor.execute("DROP TABLE zoek_term_ongesorteerd")
        self._mark_built(regels)

    def sort(self) -> None:
        """Put the terms that came in since the last sorting in their place."""
        self._sort("zoek_term")

    def _sort(self, van: str) -> None:
        """Let the terms of a table, in order, take the place of what was there."""
        self._make_empty("zoek_term_gesorteerd")
        step = 2**64 // _STUKKEN
        for eerste in range(-(2**63), 2**63, step):
            piece = {"eerste": eerste, "laatste": eerste + step - 1}
            self._cursor.execute(_SORTED.replace("{van}", van), piece)
        self._cursor.execute("DROP TABLE zoek_term")
        self._cursor.execute("ALTER TABLE zoek_term_gesorteerd RENAME TO zoek_term")

    def _make_empty(self, table: str) -> None:
        self._cursor.execute(load_sql("zoek_term_leeg").replace("{tabel}", table))

    def _mark_built(self, regels: int) -> None:
        self._cursor.execute(_STAND, {"regels": regels})

    def is_built(self, regels: int) -> bool:
        """Whether all that can be read can be found, by these rules for words."""
        row = self._stand()
        return row[0] == regels if row else not self.others_reviewed([])

    def begin(self, ids: Iterable[str], regels: int) -> None:
        """Note that the search of a store begins with these verhalen, when it does."""
        if self._stand() is None and not self.others_reviewed(ids):
            self._mark_built(regels)

    def _stand(self) -> tuple[Any, ...] | None:
        return self._cursor.row("SELECT regels FROM zoek_stand")

    def others_reviewed(self, ids: Iterable[str]) -> bool:
        """Whether a reviewer ever agreed to a verhaal that is none of these."""
        asked, values = _values(["", *ids])
        sql = f"SELECT 1 FROM beoordeling WHERE besluit = 'akkoord' AND verhaal NOT IN ({asked}) LIMIT 1"  # noqa: S608
        return self._cursor.row(sql, values) is not None

    def wrong(self) -> list[str]:
        """The verhalen that the search has wrong, and terms of none."""
        leesbaar = load_sql("verhalen_leesbaar").replace("{verhalen}", _ALLE)
        sql = load_sql("zoek_controle").replace("{leesbaar}", leesbaar)
        return [row[0] for row in self._cursor.rows(sql)]

    # Asking

    def find(self, termen: ZoekTermen, vraag: Zoekvraag, gebruiker: Gebruiker, op: date) -> ZoekPagina:
        """One page of verhalen: those that have any of the terms, best first; without terms the newest first."""
        if not termen.wel:
            leesbaar, parameters = _of_verhaal(vraag, gebruiker, op)
            sql = load_sql("zoek_nieuwste").replace("{leesbaar}", f"{leesbaar}{_without(termen.niet)}")
            return self._page(sql, parameters, vraag)
        nummers, scores = _scored(*self._rows(termen, vraag, gebruiker, op))
        best = _best(nummers, scores, vraag.vanaf, vraag.limiet)
        named = dict(
            self._cursor.rows(
                f"SELECT nummer, verhaal FROM zoek_verhaal WHERE nummer IN ({_constants(nummers[best].tolist())})"  # noqa: S608
            )
        )
        rijen = zip(nummers[best].tolist(), scores[best].tolist(), strict=True)
        return ZoekPagina(tuple(ZoekRij(named[nummer], score) for nummer, score in rijen), len(nummers))

    def _rows(self, termen: ZoekTermen, vraag: Zoekvraag, gebruiker: Gebruiker, op: date) -> tuple[pa.Table, int]:
        """Where the terms stand (plek: which of them) in what fits the rest of the question; and how many verhalen
        there are in all.
        """
        leesbaar, parameters = _of_verhaal(vraag, gebruiker, op)
        public = leesbaar == _OPENBAAR
        # One term at a time: the engine skips more of the table for "is" than for "is one of".
        rows = [
            f"SELECT {place}::USMALLINT AS plek, nummer, gewicht FROM zoek_term "  # noqa: S608
            f"WHERE term = {int(term)}{' AND ' + _OPENBAAR if public else ''}"
            for place, term in enumerate(sorted(termen.wel))
        ]
        # Counted in the same question, which costs less than a second one; UNION ALL keeps the order.
        answer = self._cursor.arrow(" UNION ALL ".join([*rows, _AANTAL]), parameters if public else {})
        found, aantal = answer[:-1], int(answer["nummer"][-1].as_py())
        if not public:
            readable = f"SELECT nummer FROM zoek_verhaal WHERE {leesbaar}"  # noqa: S608 - our own words
            found = _only(found, self._nummers(readable, parameters))
        if termen.niet:
            unwanted = f"SELECT nummer FROM zoek_term WHERE term IN ({_constants(termen.niet)})"  # noqa: S608
            found = _only(found, self._nummers(unwanted, {}), present=False)
        return found, aantal

    def _nummers(self, sql: str, parameters: dict[str, Any]) -> Getallen:
        nummers: Getallen = self._cursor.arrow(sql, parameters)["nummer"].to_numpy()
        return nummers

    def counts(self, termen: Collection[int], vraag: Zoekvraag, gebruiker: Gebruiker, op: date) -> dict[int, int]:
        """In how many verhalen that this reader may read each of these terms stands; terms in none are absent."""
        leesbaar, parameters = _of_term(vraag, gebruiker, op)
        sql = f"SELECT term, count(*) FROM zoek_term WHERE term IN ({_constants(termen)}) AND {leesbaar} GROUP BY term"  # noqa: S608
        return dict(self._cursor.rows(sql, parameters))

    def _page(self, sql: str, parameters: dict[str, Any], vraag: Zoekvraag) -> ZoekPagina:
        rows = self._cursor.rows(sql, {**parameters, "limiet": vraag.limiet, "vanaf": vraag.vanaf})
        if not rows and vraag.vanaf:  # past the last page no row is left to say how many there are
            first = self._cursor.row(sql, {**parameters, "limiet": 1, "vanaf": 0})
            return ZoekPagina((), int(first[2]) if first else 0)
        return ZoekPagina(tuple(ZoekRij(row[0], row[1]) for row in rows), int(rows[0][2]) if rows else 0)


def _only(found: pa.Table, nummers: Getallen, *, present: bool = True) -> pa.Table:
    """The rows of some verhalen, or those of all others.

    Not a join in SQL: several of them in one UNION ALL keep the engine (1.5) waiting for itself for ever.
    """
    of_rows = found["nummer"].to_numpy()
    last = max(int(nummers.max(initial=0)), int(of_rows.max(initial=0)))
    known = np.zeros(last + 1, dtype=bool)
    known[nummers] = True
    return found.filter(pa.array(known[of_rows] == present))


def _scored(found: pa.Table, aantal: int) -> tuple[Getallen, Getallen]:
    """The numbers of the verhalen in which a term stands, and how well each fits (BM25).

    How rare a term is, is counted over what this reader may read, so that no score tells of a verhaal that he may not.
    In arrays and not in SQL: the engine takes three times as long to plan and group it.
    """
    nummers, plekken = found["nummer"].to_numpy(), found["plek"].to_numpy()
    met = np.bincount(plekken)
    zeldzaam = np.log1p((aantal - met + 0.5) / (met + 0.5)) / _GEWICHT_HEEL
    gewogen = zeldzaam[plekken] * found["gewicht"].to_numpy()
    if np.any(nummers[1:] <= nummers[:-1]):  # one term that was sorted needs no sorting
        order = np.argsort(nummers, kind="stable")
        nummers, gewogen = nummers[order], gewogen[order]
    firsts = np.flatnonzero(np.diff(nummers, prepend=-1))
    return nummers[firsts], np.add.reduceat(gewogen, firsts) if len(firsts) else gewogen


def _best(nummers: Getallen, scores: Getallen, vanaf: int, limiet: int) -> Getallen:
    """Where one page of them stands, best first; of what fits as well, the newest first."""
    end = vanaf + limiet
    if end < len(scores):
        good = np.flatnonzero(scores >= np.partition(scores, len(scores) - end)[len(scores) - end])
    else:
        good = np.arange(len(scores))
    order = np.lexsort((-nummers[good], -scores[good]))
    return good[order[vanaf:end]]


def _values(ids: Iterable[str]) -> tuple[str, dict[str, str]]:
    """Each id as a value of its own: only then does the engine use the indexes."""
    values = {f"id{number}": verhaal for number, verhaal in enumerate(ids)}
    return ", ".join(f"${name}" for name in values) or "NULL", values


def _constants(numbers: Iterable[int]) -> str:
    # Constants and no parameters: the engine then skips what lies elsewhere, also in PostgreSQL.
    return ", ".join(str(int(number)) for number in sorted(numbers)) or "NULL"


def _without(niet: frozenset[int]) -> str:
    if not niet:
        return ""
    return f" AND nummer NOT IN (SELECT nummer FROM zoek_term WHERE term IN ({_constants(niet)}))"  # noqa: S608


def _of_term(vraag: Zoekvraag, gebruiker: Gebruiker, op: date) -> tuple[str, dict[str, Any]]:
    """What a row of zoek_term must be for this question of this reader."""
    condition, parameters = _of_verhaal(vraag, gebruiker, op)
    if condition == _OPENBAAR:
        return _OPENBAAR, parameters
    return f"nummer IN (SELECT nummer FROM zoek_verhaal WHERE {condition})", parameters  # noqa: S608


def _of_verhaal(vraag: Zoekvraag, gebruiker: Gebruiker, op: date) -> tuple[str, dict[str, Any]]:
    """What a row of zoek_verhaal must be for this question of this reader."""
    asked = {name: getattr(vraag, name) for name in _FILTERS if getattr(vraag, name) is not None}
    leesbaar, parameters = _rights(gebruiker.interne_wijken)
    conditions: Sequence[str] = (leesbaar, *(_FILTERS[name] for name in asked))
    return " AND ".join(conditions), {"op": op, **parameters, **asked}


def _rights(wijken: frozenset[str] | None) -> tuple[str, dict[str, Any]]:
    if wijken is None:
        return _INTERN, {}
    return (_INTERN_IN, {"wijken": sorted(wijken)}) if wijken else (_OPENBAAR, {})
