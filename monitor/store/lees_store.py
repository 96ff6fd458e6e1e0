"""Reading verhalen: one piece of SQL decides who reads what, so that every page, export and command sees the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from monitor.domain.gebied import gemeente_of
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import INWONERS
from monitor.domain.regels import KLEIN_INWONERS, WEINIG_VERHALEN, kwartaal_of
from monitor.domain.verhaal import Gebruik, Gevoel, Koppeling, Perspectief, Verhaal, Verhouding
from monitor.store.database import Cursor, load_sql

_HIER = "SELECT gebied AS code FROM gebied_ouder WHERE ouder = $gebied UNION SELECT $gebied"
_IN_GEBIED = f"SELECT id FROM verhaal WHERE gebied IN ({_HIER})"  # noqa: S608 - our own words
_BIJ_CIJFER = f"{_IN_GEBIED} AND id IN (SELECT verhaal FROM verhaal_indicator WHERE indicator = $indicator)"  # noqa: S608
_IN_STORE = "SELECT id FROM verhaal"
_ALLE_GEBIEDEN = "SELECT DISTINCT gebied AS code FROM verhaal"
_NOTHING = "SELECT NULL WHERE FALSE"
_DEZE_WIJK = "SELECT $wijk AS code"
_OPENBAAR_LEESBAAR = "SELECT id, gebied FROM leesbaar WHERE openbaar_tot >= $op"
_OPENBAAR_GEZOCHT = "SELECT verhaal AS id, gebied FROM zoek_verhaal WHERE openbaar_tot >= $op"
_TERUGKOPPELINGEN = """
SELECT verhaal, op, waar, wat
FROM terugkoppeling
WHERE verhaal IN (SELECT unnest(CAST($ids AS VARCHAR[])))
ORDER BY op, id
"""
_INDICATORNAMEN = """
SELECT indicator, naam
FROM indicator_versie
WHERE indicator IN (SELECT unnest(CAST($codes AS VARCHAR[])))
QUALIFY row_number() OVER (PARTITION BY indicator ORDER BY versie DESC) = 1
"""


@dataclass(frozen=True, slots=True)
class VerhalenBij:
    """What a reader may read of one gebied, and how many of its verhalen are public."""

    gebied: str
    aantal: int
    """How many are public, wherever they stand."""
    op_gebied: bool
    """False when the public ones stand at gemeente level instead (rule 12)."""
    verhalen: tuple[Verhaal, ...]
    """Newest first, each at the place where it stands for this reader."""
    leeftijden: tuple[str | None, ...]
    """Age groups of the tellers of the public ones in no order that leads back to a verhaal; for counting only."""


@dataclass(frozen=True, slots=True)
class Terugkoppeling:
    """Where a verhaal was used, and what was done with it."""

    op: date
    waar: str
    wat: str | None


class LeesStore:
    """What a reader may read, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def leesbaar(
        self, gebruiker: Gebruiker, op: date, *, ids: Iterable[str] | None = None, gebied: str | None = None
    ) -> tuple[Verhaal, ...]:
        """What `gebruiker` may read on the day `op`: of these verhalen in the order given, of a gebied and what lies in
        it newest first, or of all. A verhaal that stands at the gemeente for this reader is not of its wijk.
        """
        if ids is None:
            found = [it for bij in self.bij(gebruiker, op, gebied) for it in bij.verhalen if _within(it.gebied, gebied)]
            return tuple(sorted(found, key=lambda it: (it.kwartaal, it.id), reverse=True))
        asked = list(dict.fromkeys(ids))
        if not asked:
            return ()
        by_id = {it.id: it for bij in self._of_ids(gebruiker, op, asked) for it in bij.verhalen}
        return tuple(by_id[it] for it in asked if it in by_id)

    def bij(self, gebruiker: Gebruiker, op: date, gebied: str | None = None) -> tuple[VerhalenBij, ...]:
        """What `gebruiker` may read of a gebied (None: of all) and of those in it, one per gebied, empty ones too."""
        verhalen, hier = (_IN_GEBIED, _HIER) if gebied else (_IN_STORE, _ALLE_GEBIEDEN)
        parameters = {"gebied": gebied} if gebied else {}
        return self._bij(gebruiker, op, verhalen, hier, _OPENBAAR_LEESBAAR, parameters)

    def bij_cijfer(self, gebruiker: Gebruiker, op: date, gebied: str, indicator: str) -> tuple[VerhalenBij, ...]:
        """The same, with only the verhalen that are linked to this indicator; all public ones are counted."""
        parameters = {"gebied": gebied, "indicator": indicator}
        return self._bij(gebruiker, op, _BIJ_CIJFER, _HIER, self._openbaar(_HIER), parameters)

    def stands_at(self, gebruiker: Gebruiker, op: date, wijk: str) -> bool:
        """Whether the verhalen of a wijk stand there for this reader, and not at the gemeente."""
        bij = self._bij(gebruiker, op, _NOTHING, _DEZE_WIJK, self._openbaar(_DEZE_WIJK), {"wijk": wijk})
        return bij[0].op_gebied or gebruiker.leest_intern(wijk)

    def gehoord(self, op: date, gebied: str) -> dict[str, dict[str | None, int]]:
        """How many public verhalen of a gebied and what lies in it there are: in all, and per perspectief,
        leeftijdsgroep and gebied.
        """
        sql = load_sql("verhalen_gehoord").replace("{openbaar}", self._openbaar(_HIER))
        counted: dict[str, dict[str | None, int]] = {}
        for soort, wat, aantal in self._cursor.rows(sql, {"op": op, "gebied": gebied}):
            counted.setdefault(soort, {})[wat] = aantal
        return counted

    def terugkoppelingen(self, ids: Sequence[str]) -> dict[str, tuple[Terugkoppeling, ...]]:
        """What was done with these verhalen, oldest first, by the id of the verhaal."""
        found: dict[str, tuple[Terugkoppeling, ...]] = {}
        for verhaal, *rest in self._cursor.rows(_TERUGKOPPELINGEN, {"ids": list(ids)}):
            found[verhaal] = (*found.get(verhaal, ()), Terugkoppeling(*rest))
        return found

    def openbare_citaten(self, op: date, gebied: str) -> dict[str, str]:
        """The citaten of a gebied and what lies in it that everybody may read, by verhaal: words and nothing else."""
        sql = load_sql("citaten_openbaar").replace("{leesbaar}", _leesbaar(_IN_GEBIED))
        return dict(self._cursor.rows(sql, {"op": op, "gebied": gebied}))

    def openbare_woorden(self, op: date, gebied: str) -> tuple[str, ...]:
        """What tellers told in a gebied and what lies in it that everybody may read: of each verhaal all its words."""
        sql = load_sql("woorden_openbaar").replace("{leesbaar}", _leesbaar(_IN_GEBIED))
        return tuple(words for (words,) in self._cursor.rows(sql, {"op": op, "gebied": gebied}))

    def indicatornamen(self, codes: Iterable[str]) -> dict[str, str]:
        """What these indicatoren are called now."""
        return dict(self._cursor.rows(_INDICATORNAMEN, {"codes": sorted(codes)}))

    def _of_ids(self, gebruiker: Gebruiker, op: date, ids: list[str]) -> tuple[VerhalenBij, ...]:
        # Each id as a value of its own: only then does the engine use the indexes.
        values = {f"id{number}": verhaal for number, verhaal in enumerate(ids)}
        verhalen = ", ".join(f"${name}" for name in values)
        hier = f"SELECT DISTINCT gebied AS code FROM verhaal WHERE id IN ({verhalen})"  # noqa: S608 - our own words
        return self._bij(gebruiker, op, verhalen, hier, self._openbaar(hier), values)

    def _openbaar(self, hier: str) -> str:
        """Where to count the public verhalen of some gebieden: in the search when it was built, which is quick."""
        if self._cursor.row("SELECT 1 FROM zoek_stand") is not None:
            return f"{_OPENBAAR_GEZOCHT} AND gebied IN ({hier})"
        within = f"SELECT id FROM verhaal WHERE gebied IN ({hier})"  # noqa: S608 - our own words
        return f"SELECT id, gebied FROM ({_leesbaar(within)}) WHERE openbaar_tot >= $op"  # noqa: S608 - our own words

    def _bij(
        self, gebruiker: Gebruiker, op: date, verhalen: str, hier: str, openbaar: str, parameters: dict[str, Any]
    ) -> tuple[VerhalenBij, ...]:
        intern, wijken = _intern(gebruiker)
        sql = (
            load_sql("verhalen_lezen")
            .replace("{leesbaar}", _leesbaar(verhalen))
            .replace("{hier}", hier)
            .replace("{openbaar}", openbaar)
            .replace("{intern}", intern)
            .replace("{verhalen}", verhalen)
        )
        rows = self._cursor.rows(
            sql,
            {
                **parameters,
                **wijken,
                "op": op,
                "inwoners": INWONERS,
                "kleinste_wijk": KLEIN_INWONERS,
                "minste_verhalen": WEINIG_VERHALEN,
            },
        )
        grouped: dict[str, list[tuple[Any, ...]]] = {}
        for row in rows:
            grouped.setdefault(row[0], []).append(row)
        return tuple(_verhalen_bij(group) for group in grouped.values())


def _within(shown: str, gebied: str | None) -> bool:
    return gebied is None or shown != gemeente_of(gebied) or shown == gebied


def _leesbaar(verhalen: str) -> str:
    return load_sql("verhalen_leesbaar").replace("{verhalen}", verhalen)


def _intern(gebruiker: Gebruiker) -> tuple[str, dict[str, Any]]:
    """Where this reader reads for leren and gesprek, as a condition on a gebied."""
    wijken = gebruiker.interne_wijken
    if wijken is None:
        return "TRUE", {}
    return ("list_contains($wijken, g.code)", {"wijken": sorted(wijken)}) if wijken else ("FALSE", {})


def _verhalen_bij(rows: list[tuple[Any, ...]]) -> VerhalenBij:
    code, aantal, op_gebied, intern = rows[0][:4]
    place = code if op_gebied or intern else gemeente_of(code) or code
    told = [row for row in rows if row[4] is not None]
    return VerhalenBij(
        gebied=code,
        aantal=aantal,
        op_gebied=op_gebied,
        verhalen=tuple(_verhaal(row, place) for row in told),
        leeftijden=tuple(sorted((row[14] for row in told if row[19]), key=lambda age: age or "")),
    )


def _verhaal(row: tuple[Any, ...], place: str) -> Verhaal:
    uses = ((Gebruik.LEREN, row[21]), (Gebruik.GESPREK, row[20]), (Gebruik.OPENBAAR, row[19]))
    return Verhaal(
        id=row[4],
        gebied=place,
        kwartaal=kwartaal_of(row[5]),
        titel=row[6] or "",
        tekst=row[7],
        gevoel=Gevoel(row[8]),
        dilemma=row[9],
        waarom=row[10],
        wens=row[11],
        namens=row[12],
        met_tolk=row[13],
        perspectieven=tuple(Perspectief(value) for value in row[15] or ()),
        themas=tuple(row[16] or ()),
        koppelingen=tuple(Koppeling(link[0], Verhouding(link[1]), link[2]) for link in row[17] or ()),
        citaat=row[18],
        gebruiken=tuple(gebruik for gebruik, holds in uses if holds),
    )
