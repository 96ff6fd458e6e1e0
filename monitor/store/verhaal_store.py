"""Writing verhalen: what changes is appended, and what is withdrawn is emptied."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from monitor.store.database import Cursor
from monitor.store.rijen import Rij, append_in_order, insert_into
from monitor.store.weghalen import over_verhaal

# A verhaal that others refer to: only columns without an index are updated.
_LEEG_VERSIES = """
UPDATE verhaal_versie
SET titel = NULL, tekst = NULL, waarom = NULL, wens = NULL, geleegd_op = $op
WHERE verhaal = $verhaal AND geleegd_op IS NULL
"""
_LEEG_CITAAT = "UPDATE citaat SET tekst = NULL WHERE verhaal = $verhaal"
_LEEG_VERHAAL = """
UPDATE verhaal
SET verteld_op = $kwartaal_begin, opgetekend_op = $kwartaal_begin, gevoel = 'anders', dilemma = FALSE,
    leeftijdsgroep = NULL, namens = NULL, taal = '', met_tolk = FALSE, grondslag = ''
WHERE id = $verhaal
"""
# Why a verhaal was refused is one of four words, and counted; anything else a reviewer may have typed herself.
_LEEG_REDENEN = "UPDATE beoordeling SET reden = NULL WHERE verhaal = $verhaal AND besluit <> 'geweigerd'"
_LEEG_VRAGEN = "UPDATE beoordeling SET vraag = NULL WHERE verhaal = $verhaal"
_LEEG_MELDINGEN = "UPDATE verhaal_melding SET toelichting = NULL WHERE verhaal = $verhaal"
_LEEG_TERUGKOPPELING = "UPDATE terugkoppeling SET wat = NULL WHERE verhaal = $verhaal"
# What people said when they chose together is about the verhaal; that they chose stays. Why they chose nothing is about
# all that lay there.
_KEUZE = """
verhaal = $verhaal OR (
    verhaal IS NULL
    AND domein IN (SELECT domein FROM leesdomein_verhaal WHERE verhaal = $verhaal AND domein IS NOT NULL)
)
"""
_BIJ_KEUZE = f"keuze IN (SELECT id FROM leeskeuze WHERE {_KEUZE})"  # noqa: S608 - our own words
_LEEG_KEUZES = (
    f"UPDATE leeskeuze SET reden = NULL, weggehaald_op = $op WHERE weggehaald_op IS NULL AND ({_KEUZE})",  # noqa: S608
    "UPDATE leesafwijking SET tekst = NULL, weggehaald_op = $op"  # noqa: S608 - our own words
    f" WHERE weggehaald_op IS NULL AND (liever = $verhaal OR {_BIJ_KEUZE})",
    "UPDATE leesnagaan SET toelichting = NULL, weggehaald_op = $op"  # noqa: S608
    f" WHERE toelichting IS NOT NULL AND {_BIJ_KEUZE}",
)
_LEEG_GESPREKKEN = over_verhaal("$verhaal")
_WEG = (
    "verhaal_indicator",
    "verhaal_thema",
    "verhaal_perspectief",
    "verhaal_herkomst",
    "navraag",
    "vondst_akkoord",
)
"""Tables of which a withdrawn verhaal keeps no row: links, who told it and how, and where something stood in it."""
_INTREKKING = "INSERT INTO intrekking (verhaal, kwartaal, ingetrokken_op) VALUES ($verhaal, $kwartaal, $op)"

_STAND = """
SELECT v.id, v.gebied, v.verteld_op, v.opgetekend_door, s.versie, s.akkoord_op, i.verhaal IS NOT NULL,
    coalesce(h.afhankelijk, FALSE), h.bedenktijd_tot,
    (SELECT arg_max(n.blijft, n.op) FROM navraag AS n WHERE n.verhaal = v.id),
    (SELECT list(DISTINCT x.gemaakt_door) FROM verhaal_versie AS x WHERE x.verhaal = v.id)
FROM verhaal AS v
JOIN verhaal_versie AS s ON s.verhaal = v.id
LEFT JOIN verhaal_herkomst AS h ON h.verhaal = v.id
LEFT JOIN intrekking AS i ON i.verhaal = v.id
WHERE v.id IN (SELECT unnest(CAST($ids AS VARCHAR[])))
QUALIFY row_number() OVER (PARTITION BY v.id ORDER BY s.versie DESC) = 1
"""


@dataclass(frozen=True, slots=True)
class VerhaalRijen:
    """New verhalen, as rows per table."""

    verhalen: Sequence[Rij]
    perspectieven: Sequence[Rij]
    themas: Sequence[Rij]
    versies: Sequence[Rij]
    citaten: Sequence[Rij]
    toestemmingen: Sequence[Rij]
    koppelingen: Sequence[Rij]
    herkomsten: Sequence[Rij]
    codes: Sequence[Rij]


@dataclass(frozen=True, slots=True)
class VerhaalStand:
    """Where a verhaal stands: what deciding about it needs, without its words."""

    gebied: str
    verteld_op: date
    opgetekend_door: str
    versie: int
    akkoord_op: date | None
    ingetrokken: bool
    afhankelijk: bool
    """The teller gets help from who wrote it down, or from her organisation."""
    bedenktijd_tot: date | None
    blijft: bool | None
    """What she said when a colleague asked again; None: nobody asked yet."""
    schrijvers: tuple[str, ...]
    """Everybody who made one of its versions."""


class VerhaalStore:
    """Verhalen in the store, within one transaction of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def add(self, rijen: VerhaalRijen) -> None:
        """Add verhalen with all that belongs to them."""
        for table, rows in (
            ("verhaal", rijen.verhalen),
            ("verhaal_perspectief", rijen.perspectieven),
            ("verhaal_thema", rijen.themas),
            ("verhaal_versie", rijen.versies),
            ("citaat", rijen.citaten),
            ("toestemming", rijen.toestemmingen),
            ("verhaal_indicator", rijen.koppelingen),
            ("verhaal_herkomst", rijen.herkomsten),
            ("vertelcode", rijen.codes),
        ):
            insert_into(self._cursor, table, rows)

    def add_beoordelingen(self, rows: Sequence[Rij]) -> None:
        """Append what reviewers decided."""
        append_in_order(self._cursor, "beoordeling", rows, of=("verhaal",))

    def stand(self, ids: Iterable[str]) -> dict[str, VerhaalStand]:
        """Where these verhalen stand, by id; unknown ids are absent."""
        rows = self._cursor.rows(_STAND, {"ids": list(ids)})
        return {row[0]: VerhaalStand(*(*row[1:10], tuple(row[10]))) for row in rows}

    def woorden(self, verhaal: str) -> tuple[list[str], list[str]]:
        """Every citaat that was ever taken from a verhaal, and everything else that its teller told in it."""
        quoted = "SELECT tekst FROM citaat WHERE verhaal = $verhaal AND tekst IS NOT NULL"
        told = (
            "SELECT concat_ws(' . ', titel, tekst, waarom, wens) FROM verhaal_versie "
            "WHERE verhaal = $verhaal AND tekst IS NOT NULL"
        )
        given = {"verhaal": verhaal}
        return [it for (it,) in self._cursor.rows(quoted, given)], [it for (it,) in self._cursor.rows(told, given)]

    def withdraw(self, verhaal: str, kwartaal: str, kwartaal_begin: date, op: datetime) -> None:
        """Empty every word of a verhaal and leave its quarter."""
        for table in _WEG:
            self._cursor.execute(f"DELETE FROM {table} WHERE verhaal = $verhaal", {"verhaal": verhaal})  # noqa: S608 - ours
        for sql in (_LEEG_CITAAT, _LEEG_REDENEN, _LEEG_VRAGEN, _LEEG_MELDINGEN, _LEEG_TERUGKOPPELING):
            self._cursor.execute(sql, {"verhaal": verhaal})
        for sql in (*_LEEG_KEUZES, *_LEEG_GESPREKKEN):
            given = {"verhaal": verhaal, "op": op}
            self._cursor.execute(sql, {name: value for name, value in given.items() if f"${name}" in sql})
        for sql, parameters in (
            (_LEEG_VERSIES, {"verhaal": verhaal, "op": op}),
            (_LEEG_VERHAAL, {"verhaal": verhaal, "kwartaal_begin": kwartaal_begin}),
            (_INTREKKING, {"verhaal": verhaal, "kwartaal": kwartaal, "op": op}),
        ):
            self._cursor.execute(sql, parameters)
