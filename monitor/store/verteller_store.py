"""A verhaal as its own teller sees it, and what she changes about it: always a new row."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from monitor.domain.mijn_verhaal import Gebruikt, Leesrecht, MijnVerhaal, Nalezing, Tekstversie
from monitor.domain.verhaal import Besluit, Gebruik, Gevoel, Koppeling, Leeftijdsgroep, Perspectief, Verhouding
from monitor.nl import today_amsterdam
from monitor.store.database import Cursor, load_sql
from monitor.store.rijen import Rij, append_in_order, insert_into

_VERHAAL = """
SELECT v.gebied,
    coalesce((SELECT arg_max(g.naam, g.geldig_van) FROM gebied_versie AS g WHERE g.gebied = v.gebied), v.gebied),
    v.verteld_op, v.gevoel, v.leeftijdsgroep, v.namens, v.taal, v.met_tolk, v.grondslag,
    coalesce(h.afhankelijk, FALSE), h.bedenktijd_tot,
    EXISTS (SELECT 1 FROM navraag AS n WHERE n.verhaal = v.id), i.kwartaal
FROM verhaal AS v
LEFT JOIN verhaal_herkomst AS h ON h.verhaal = v.id
LEFT JOIN intrekking AS i ON i.verhaal = v.id
WHERE v.id = $verhaal
"""
_PERSPECTIEVEN = "SELECT perspectief FROM verhaal_perspectief WHERE verhaal = $verhaal ORDER BY perspectief"
_THEMAS = """
SELECT t.naam FROM verhaal_thema AS v JOIN thema AS t ON t.code = v.thema
WHERE v.verhaal = $verhaal ORDER BY t.volgorde
"""
_VERSIES = """
SELECT s.versie, s.soort = 'publiek', coalesce(s.titel, ''), s.tekst, s.waarom, s.wens,
    (SELECT arg_max(c.tekst, c.gemaakt_op) FROM citaat AS c WHERE c.verhaal = s.verhaal AND c.versie = s.versie),
    s.akkoord_op, s.gemaakt_op
FROM verhaal_versie AS s
WHERE s.verhaal = $verhaal AND s.tekst IS NOT NULL
ORDER BY s.versie
"""
_NALEZINGEN = """
SELECT versie, besluit, reden, vraag, op FROM beoordeling WHERE verhaal = $verhaal ORDER BY op, id
"""
_TOESTEMMINGEN = """
SELECT gebruik, gegeven, einddatum, op FROM toestemming WHERE verhaal = $verhaal ORDER BY op, id
"""
_KOPPELINGEN = """
SELECT arg_max(i.naam, i.versie), k.verhouding, k.toelichting
FROM verhaal_indicator AS k
JOIN indicator_versie AS i ON i.indicator = k.indicator
WHERE k.verhaal = $verhaal
GROUP BY k.indicator, k.verhouding, k.toelichting
ORDER BY 1
"""
_GEBRUIKT = "SELECT waar, wat, op FROM terugkoppeling WHERE verhaal = $verhaal ORDER BY op DESC, id"
_BESPROKEN = """
SELECT 'anders', a.tekst, CAST(NULL AS DATE), a.op
FROM leesafwijking AS a
JOIN leeskeuze AS k ON k.id = a.keuze
WHERE a.tekst IS NOT NULL AND (k.verhaal = $verhaal OR a.liever = $verhaal)
UNION ALL
SELECT 'nagegaan', n.toelichting, n.op, NULL
FROM leesnagaan AS n
JOIN leeskeuze AS k ON k.id = n.keuze
WHERE n.toelichting IS NOT NULL AND k.verhaal = $verhaal
UNION ALL
SELECT 'wijkgesprek', z.tekst, NULL, z.gemaakt_op
FROM leerpunt_lezing AS z
JOIN leerpunt AS l ON l.id = z.leerpunt AND l.niveau = 'casus'
JOIN leerpunt_bron AS b ON b.leerpunt = l.id
WHERE z.tekst IS NOT NULL AND b.verhaal = $verhaal
"""
_GEMELD = "SELECT count(*) > 0 FROM verhaal_melding WHERE verhaal = $verhaal AND afgehandeld_op IS NULL"
_NIEUWSTE = "SELECT max(versie) FROM verhaal_versie WHERE verhaal = $verhaal"


class VertellerStore:
    """The verhaal of a code, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def verhaal(self, verhaal: str, today: date) -> MijnVerhaal | None:
        """Everything that we hold of this verhaal; None when it is unknown."""
        known = {"verhaal": verhaal}
        row = self._cursor.row(_VERHAAL, known)
        if row is None:
            return None
        toestemmingen = self._toestemmingen(known)
        gemeld = self._cursor.row(_GEMELD, known)
        return MijnVerhaal(
            id=verhaal,
            gebied=row[0],
            wijk=row[1],
            verteld_op=row[2],
            gevoel=Gevoel(row[3]),
            perspectieven=tuple(Perspectief(it[0]) for it in self._cursor.rows(_PERSPECTIEVEN, known)),
            themas=tuple(it[0] for it in self._cursor.rows(_THEMAS, known)),
            leeftijdsgroep=row[4],
            onder_16=row[4] == Leeftijdsgroep.JONGER_DAN_16,
            namens=row[5],
            taal=row[6],
            met_tolk=row[7],
            grondslag=row[8],
            afhankelijk=row[9],
            bedenktijd_tot=row[10],
            gevraagd=row[11],
            versies=tuple(Tekstversie(*it) for it in self._cursor.rows(_VERSIES, known)),
            nalezingen=tuple(Nalezing(it[0], Besluit(it[1]), *it[2:]) for it in self._cursor.rows(_NALEZINGEN, known)),
            leesrechten={it.gebruik: it for it in toestemmingen},
            toestemmingen=toestemmingen,
            koppelingen=tuple(
                Koppeling(it[0], Verhouding(it[1]), it[2]) for it in self._cursor.rows(_KOPPELINGEN, known)
            ),
            gebruikt=tuple(Gebruikt(*it) for it in self._cursor.rows(_GEBRUIKT, known)),
            besproken=_used(self._cursor.rows(_BESPROKEN, known)),
            op_tafel=_used(self._cursor.rows(load_sql("verhaal_op_tafel"), known)),
            gemeld=bool(gemeld and gemeld[0]),
            leesbaar=self._leesbaar(verhaal, today),
            kwartaal=row[12],
        )

    def newest_versie(self, verhaal: str) -> int:
        """The number of the newest version; 0 when there is none."""
        row = self._cursor.row(_NIEUWSTE, {"verhaal": verhaal})
        return int(row[0]) if row and row[0] is not None else 0

    def add_versie(self, versie: Rij, citaten: Sequence[Rij]) -> None:
        """Add a version, with the sentence that she chose from it."""
        insert_into(self._cursor, "verhaal_versie", [versie])
        insert_into(self._cursor, "citaat", citaten)

    def add_toestemmingen(self, rows: Sequence[Rij]) -> None:
        """Append what she says about who may read it."""
        append_in_order(self._cursor, "toestemming", rows, of=("verhaal", "gebruik"))

    def _toestemmingen(self, known: dict[str, str]) -> tuple[Leesrecht, ...]:
        return tuple(Leesrecht(Gebruik(it[0]), *it[1:]) for it in self._cursor.rows(_TOESTEMMINGEN, known))

    def _leesbaar(self, verhaal: str, today: date) -> tuple[Gebruik, ...]:
        sql = load_sql("verhalen_leesbaar").format(verhalen="$verhaal")
        row = self._cursor.row(sql, {"verhaal": verhaal})
        if row is None:
            return ()
        ends = zip((Gebruik.LEREN, Gebruik.GESPREK, Gebruik.OPENBAAR), row[3:6], strict=True)
        return tuple(gebruik for gebruik, tot in ends if tot is not None and tot >= today)


def _used(rows: Iterable[Sequence[Any]]) -> tuple[Gebruikt, ...]:
    """Where it was used and how, with the day on which it was or was written down; each once, oldest first."""
    found = {Gebruikt(waar, wat, dag or today_amsterdam(moment)) for waar, wat, dag, moment in rows}
    return tuple(sorted(found, key=lambda it: (it.op, it.waar, it.wat or "")))
