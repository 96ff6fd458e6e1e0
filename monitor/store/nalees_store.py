"""Reviewing in the store: what waits, versions side by side, marks that were looked at, and what was reported."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from monitor.domain.nalezen import OpenMelding, VerhaalTekst
from monitor.store.database import Cursor, load_sql
from monitor.store.rijen import Rij, append_in_order, insert_into

_VERSIES = """
SELECT v.versie, v.titel, v.tekst, v.waarom, v.wens, c.tekst, v.soort = 'publiek', v.akkoord_op
FROM verhaal_versie AS v
LEFT JOIN (
    SELECT versie, arg_max(tekst, gemaakt_op) AS tekst FROM citaat WHERE verhaal = $verhaal GROUP BY versie
) AS c ON c.versie = v.versie
WHERE v.verhaal = $verhaal AND v.tekst IS NOT NULL
ORDER BY v.versie
"""
# What a nalezer, the teller or a colleague still has to do something about: the rest of a large store stays unread.
_ONBESLIST = """(b.verhaal IS NULL OR b.versie < s.versie OR b.besluit = 'terug_naar_verteller'
    OR m.verhaal IS NOT NULL)"""
# Most verhalen have one version that was decided about: those are left out before anything is counted.
_ALLE = """
SELECT id FROM verhaal
WHERE id NOT IN (SELECT verhaal FROM beoordeling WHERE besluit <> 'terug_naar_verteller')
    OR id IN (SELECT verhaal FROM beoordeling WHERE besluit = 'terug_naar_verteller')
    OR id IN (SELECT verhaal FROM verhaal_versie WHERE versie > 1)
    OR id IN (SELECT verhaal FROM verhaal_melding WHERE afgehandeld_op IS NULL)
"""
_VAN_WIJKEN = f"SELECT id FROM ({_ALLE}) JOIN verhaal USING (id) WHERE list_contains($wijken, gebied)"  # noqa: S608
_KENMERKEN = """
SELECT v.gevoel, v.namens, v.met_tolk, v.taal,
    (SELECT list(p.perspectief ORDER BY p.perspectief) FROM verhaal_perspectief AS p WHERE p.verhaal = v.id),
    (SELECT list(t.gebruik) FROM (
        SELECT gebruik, arg_max(gegeven, op) AS gegeven FROM toestemming WHERE verhaal = $verhaal GROUP BY gebruik
    ) AS t WHERE t.gegeven)
FROM verhaal AS v
WHERE v.id = $verhaal
"""
_IDS = "SELECT unnest(CAST($ids AS VARCHAR[])) AS id"
_NIEUWSTE = f"""
SELECT s.verhaal, v.namens, s.versie, s.titel, s.tekst, s.waarom, s.wens, c.tekst, s.soort = 'publiek', s.akkoord_op
FROM verhaal_versie AS s
JOIN verhaal AS v ON v.id = s.verhaal
LEFT JOIN (
    SELECT verhaal, versie, arg_max(tekst, gemaakt_op) AS tekst
    FROM citaat
    WHERE verhaal IN ({_IDS})
    GROUP BY verhaal, versie
) AS c ON c.verhaal = s.verhaal AND c.versie = s.versie
WHERE s.verhaal IN ({_IDS}) AND s.tekst IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY s.verhaal ORDER BY s.versie DESC) = 1
"""  # noqa: S608 - our own words
_ALLE_AKKOORDEN = f"SELECT verhaal, versie, veld, begin, eind FROM vondst_akkoord WHERE verhaal IN ({_IDS})"  # noqa: S608
_AKKOORDEN = "SELECT veld, begin, eind FROM vondst_akkoord WHERE verhaal = $verhaal AND versie = $versie"
_MELDINGEN = """
SELECT id, toelichting, gemeld_op FROM verhaal_melding
WHERE verhaal = $verhaal AND afgehandeld_op IS NULL
ORDER BY gemeld_op, id
"""
_VERHAAL_VAN_MELDING = "SELECT verhaal, afgehandeld_op IS NOT NULL FROM verhaal_melding WHERE id = $melding"
_WAS_BLIJFT = "SELECT 1 FROM verhaal_melding WHERE verhaal = $verhaal AND uitkomst = 'blijft' LIMIT 1"
_GEMELD_OP = "SELECT gemeld_op FROM verhaal_melding WHERE id = $melding"
# What the reporter wrote has done its work: it is about somebody who did not tell us anything.
_SLUIT_MELDING = """
UPDATE verhaal_melding
SET afgehandeld_op = $op, afgehandeld_door = $door, uitkomst = $uitkomst, toelichting = NULL
WHERE id = $melding AND afgehandeld_op IS NULL
"""
_AKKOORD_VERSIE = """
UPDATE verhaal_versie SET akkoord_op = $dag
WHERE verhaal = $verhaal AND versie = $versie AND soort = 'publiek' AND akkoord_op IS NULL AND tekst IS NOT NULL
"""
_AKKOORD_CITAAT = """
UPDATE citaat SET akkoord_op = $dag
WHERE verhaal = $verhaal AND versie = $versie AND akkoord_op IS NULL AND tekst IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class NaleesStand:
    """Where one verhaal stands in the review."""

    verhaal: str
    gebied: str
    wijk: str
    titel: str
    opgetekend_door: str
    verteld_op: date
    organisatie: str | None
    afhankelijk: bool
    bedenktijd_tot: date | None
    blijft: bool | None
    navraag_op: datetime | None
    versie: int
    publiek: bool
    akkoord_op: date | None
    gemaakt_op: datetime
    schrijvers: tuple[str, ...]
    besluit: str | None
    besluit_versie: int | None
    besluit_op: datetime | None
    gemeld_op: datetime | None


@dataclass(frozen=True, slots=True)
class BeoordelingStand:
    """What deciding about the newest version of a verhaal needs."""

    stand: NaleesStand
    tekst: VerhaalTekst
    namens: str | None
    akkoorden: frozenset[tuple[str, int, int]]
    """The marks in it that somebody looked at: field, begin, end."""


class NaleesStore:
    """Reading and writing what reviewing needs, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def standen(self, wijken: frozenset[str] | None) -> list[NaleesStand]:
        """Every verhaal of these wijken (None: of all) about which something is still to be decided."""
        if wijken is None:
            return self._standen(_ALLE, _ONBESLIST, {})
        return self._standen(_VAN_WIJKEN, _ONBESLIST, {"wijken": sorted(wijken)})

    def stand(self, verhaal: str) -> NaleesStand | None:
        """Where one verhaal stands; None when it is unknown or was taken back."""
        found = self._standen("SELECT $verhaal AS id", "TRUE", {"verhaal": verhaal})
        return found[0] if found else None

    def stand_per(self, ids: Iterable[str]) -> dict[str, NaleesStand]:
        """Where these verhalen stand, by id; unknown ones and what was taken back are absent."""
        return {it.verhaal: it for it in self._standen(_IDS, "TRUE", {"ids": list(ids)})}

    def te_beoordelen(self, ids: Iterable[str]) -> dict[str, BeoordelingStand]:
        """What deciding about these verhalen needs, by id: all at once, because a file holds many of them."""
        asked = {"ids": list(ids)}
        akkoorden: dict[tuple[str, int], set[tuple[str, int, int]]] = {}
        for verhaal, versie, *mark in self._cursor.rows(_ALLE_AKKOORDEN, asked):
            akkoorden.setdefault((verhaal, versie), set()).add((mark[0], mark[1], mark[2]))
        standen = self.stand_per(asked["ids"])
        return {
            row[0]: BeoordelingStand(
                standen[row[0]],
                VerhaalTekst(row[2], row[3] or "", *row[4:]),
                row[1],
                frozenset(akkoorden.get((row[0], row[2]), ())),
            )
            for row in self._cursor.rows(_NIEUWSTE, asked)
            if row[0] in standen
        }

    def versies(self, verhaal: str) -> list[VerhaalTekst]:
        """The versions that still have words, oldest first."""
        rows = self._cursor.rows(_VERSIES, {"verhaal": verhaal})
        return [VerhaalTekst(row[0], row[1] or "", *row[2:]) for row in rows]

    def kenmerken(self, verhaal: str) -> tuple[Any, ...]:
        """How it feels, for whom, with an interpreter, in which language, from where it is told, for which uses."""
        row = self._cursor.row(_KENMERKEN, {"verhaal": verhaal})
        assert row is not None  # noqa: S101 - asked for a verhaal that was found
        return row

    def akkoorden(self, verhaal: str, versie: int) -> set[tuple[str, int, int]]:
        """The marks of a version that somebody looked at: field, begin, end."""
        return {
            (row[0], row[1], row[2]) for row in self._cursor.rows(_AKKOORDEN, {"verhaal": verhaal, "versie": versie})
        }

    def add_akkoorden(self, rows: Sequence[Rij]) -> None:
        """Keep that somebody looked at marks; once is enough."""
        insert_into(self._cursor, "vondst_akkoord", rows, keep_known=True)

    def add_versie(self, versie: Rij, citaat: Rij | None) -> None:
        """Append a version, with its citaat."""
        insert_into(self._cursor, "verhaal_versie", [versie])
        insert_into(self._cursor, "citaat", [citaat] if citaat else [])

    def agree(self, verhaal: str, versie: int, dag: date) -> None:
        """The teller agrees to a version and its citaat."""
        for sql in (_AKKOORD_VERSIE, _AKKOORD_CITAAT):
            self._cursor.execute(sql, {"verhaal": verhaal, "versie": versie, "dag": dag})

    def add_navraag(self, rij: Rij) -> None:
        """Keep what the teller said when she was asked again."""
        append_in_order(self._cursor, "navraag", [rij], of=("verhaal",))

    def add_melding(self, rij: Rij) -> None:
        """Keep that somebody said a verhaal is about her: it is hidden from now on."""
        insert_into(self._cursor, "verhaal_melding", [rij])

    def meldingen(self, verhaal: str) -> tuple[OpenMelding, ...]:
        """What was reported and nobody handled yet."""
        return tuple(OpenMelding(*row) for row in self._cursor.rows(_MELDINGEN, {"verhaal": verhaal}))

    def verhaal_van(self, melding: str) -> tuple[str, bool] | None:
        """The verhaal that somebody reported, and whether that was handled; None when it is unknown."""
        row = self._cursor.row(_VERHAAL_VAN_MELDING, {"melding": melding})
        return None if row is None else (str(row[0]), bool(row[1]))

    def gemeld_op(self, melding: str) -> datetime:
        """When somebody reported this."""
        row = self._cursor.row(_GEMELD_OP, {"melding": melding})
        assert row is not None  # noqa: S101 - asked for one that was found
        when: datetime = row[0]
        return when

    def bleef(self, verhaal: str) -> bool:
        """Whether a nalezer once decided, after a melding, that the verhaal stays."""
        return self._cursor.row(_WAS_BLIJFT, {"verhaal": verhaal}) is not None

    def sluit_melding(self, melding: str, uitkomst: str, door: str, op: datetime) -> None:
        """A nalezer handled what was reported."""
        values = {"melding": melding, "uitkomst": uitkomst, "door": door, "op": op}
        self._cursor.execute(_SLUIT_MELDING, values)

    def _standen(self, verhalen: str, still_open: str, parameters: Mapping[str, Any]) -> list[NaleesStand]:
        sql = load_sql("nalees_stand").replace("{verhalen}", verhalen).replace("{open}", still_open)
        rows = self._cursor.rows(sql, dict(parameters))
        return [NaleesStand(*(*row[:3], row[3] or "", *row[4:15], tuple(row[15]), *row[16:])) for row in rows]
