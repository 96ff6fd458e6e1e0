"""The wijkgesprekken of a wijk: what lay on the table, who was there, what was learned and what was agreed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from monitor.domain.indicator import StemRol
from monitor.domain.leren import (
    Afspraak,
    AfspraakRegel,
    AfspraakStand,
    AgendaPunt,
    AgendaSoort,
    BronSoort,
    Deelnemers,
    Gasten,
    Gremium,
    Leerpunt,
    LeerpuntBron,
    LeerpuntRegel,
    LeerpuntStand,
    Lezing,
    Niveau,
    Sessie,
    SessieStand,
    SessieStap,
    SessieUitkomst,
)
from monitor.nl import today_amsterdam
from monitor.store.database import Cursor
from monitor.store.rijen import Rij, insert_into

_SESSIES = "SELECT id, gebied, titel FROM sessie WHERE gebied = $gebied ORDER BY gemaakt_op DESC, id"
_STAPPEN = """
SELECT s.sessie, s.id, s.nummer, s.stand, s.dag, s.uitkomst, s.reden
FROM sessie_stap AS s JOIN sessie AS o ON o.id = s.sessie
WHERE o.gebied = $gebied
ORDER BY s.nummer
"""
_GESLOTEN = "SELECT sessie FROM sessie_stap GROUP BY sessie HAVING arg_max(stand, nummer) = 'gesloten'"
_AGENDA = """
SELECT a.sessie, a.id, a.nummer, a.soort, a.indicator, a.verhaal, a.leerpunt, a.afspraak, a.tekst, a.waarom
FROM sessie_agenda AS a JOIN sessie AS o ON o.id = a.sessie
WHERE o.gebied = $gebied AND a.weggehaald_op IS NULL
ORDER BY a.nummer, a.id
"""
_DEELNEMERS = """
SELECT d.sessie, d.rol, d.aantal
FROM sessie_deelnemer AS d JOIN sessie AS o ON o.id = d.sessie
WHERE o.gebied = $gebied
"""
_GASTEN = """
SELECT g.sessie, g.id, g.wie, g.aantal
FROM sessie_gast AS g JOIN sessie AS o ON o.id = g.sessie
WHERE o.gebied = $gebied AND g.weggehaald_op IS NULL
ORDER BY g.wie, g.id
"""
_LEERPUNTEN = """
SELECT id, gebied, sessie, niveau, samengesteld, vraag, gemaakt_op
FROM leerpunt
WHERE $gebied IS NULL OR gebied = $gebied
ORDER BY gemaakt_op DESC, id
"""
_LEZINGEN = """
SELECT z.leerpunt, z.id, z.nummer, z.rol, z.tekst, z.gemaakt_op
FROM leerpunt_lezing AS z JOIN leerpunt AS l ON l.id = z.leerpunt
WHERE ($gebied IS NULL OR l.gebied = $gebied) AND z.tekst IS NOT NULL
ORDER BY z.nummer, z.id
"""
_BRONNEN = """
SELECT b.leerpunt, b.verhaal, b.indicator, b.bron_leerpunt, b.activiteit, b.initiatief, b.signaal
FROM leerpunt_bron AS b JOIN leerpunt AS l ON l.id = b.leerpunt
WHERE $gebied IS NULL OR l.gebied = $gebied
ORDER BY b.id
"""
_REGELS = """
SELECT r.leerpunt, r.id, r.nummer, r.stand, r.dag, r.eigenaar, r.gremium, r.terugkijken_op, r.geprobeerd, r.reden
FROM leerpunt_stand AS r JOIN leerpunt AS l ON l.id = r.leerpunt
WHERE $gebied IS NULL OR l.gebied = $gebied
ORDER BY r.nummer
"""
_AFSPRAKEN = """
SELECT a.id, s.gebied, a.sessie, a.leerpunt, a.tekst, a.wie, a.voor, a.gemaakt_op
FROM afspraak AS a JOIN sessie AS s ON s.id = a.sessie
WHERE $gebied IS NULL OR s.gebied = $gebied
ORDER BY a.gemaakt_op DESC, a.id
"""
_AFSPRAAK_REGELS = """
SELECT r.afspraak, r.id, r.nummer, r.stand, r.dag, r.uitkomst
FROM afspraak_stand AS r JOIN afspraak AS a ON a.id = r.afspraak JOIN sessie AS s ON s.id = a.sessie
WHERE $gebied IS NULL OR s.gebied = $gebied
ORDER BY r.nummer
"""
_NIEUWE_CIJFERS = """
SELECT DISTINCT m.indicator
FROM meting AS m JOIN inlezing AS i ON i.id = m.inlezing
WHERE m.gebied = $gebied AND m.waarde IS NOT NULL AND i.ingelezen_op >= $sinds
"""
_NAMEN = {
    "indicator": "SELECT indicator, arg_max(naam, versie) FROM indicator_versie GROUP BY indicator",
    "zaak": "SELECT id, naam FROM activiteit UNION ALL SELECT id, naam FROM initiatief",
}
_BRON_VAN = {
    BronSoort.ACTIVITEIT: "SELECT id FROM activiteit WHERE gebied IN ($gebied, $gemeente)",
    BronSoort.INITIATIEF: "SELECT id FROM initiatief WHERE gebied IN ($gebied, $gemeente)",
    BronSoort.SIGNAAL: "SELECT id FROM signaal WHERE gebied IN ($gebied, $gemeente)",
}
_BRON_KOLOM = {
    BronSoort.VERHAAL: "verhaal",
    BronSoort.INDICATOR: "indicator",
    BronSoort.LEERPUNT: "bron_leerpunt",
    BronSoort.ACTIVITEIT: "activiteit",
    BronSoort.INITIATIEF: "initiatief",
    BronSoort.SIGNAAL: "signaal",
}
_TELLING_WEG = "DELETE FROM sessie_deelnemer WHERE sessie = $sessie"


class SessieStore:
    """Wijkgesprekken and what came of them, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    # Reading

    def sessies(self, gebied: str) -> tuple[Sessie, ...]:
        """The wijkgesprekken of a wijk, newest day first."""
        given = {"gebied": gebied}
        stappen = self._grouped(_STAPPEN, given, _stap)
        agenda = self._grouped(_AGENDA, given, _punt)
        deelnemers = self._grouped(_DEELNEMERS, given, lambda row: Deelnemers(StemRol(row[0]), row[1]))
        gasten = self._grouped(_GASTEN, given, lambda row: Gasten(*row))
        order = list(StemRol)
        found = [
            Sessie(
                id=id_,
                gebied=place,
                titel=titel,
                stappen=stappen.get(id_, ()),
                agenda=agenda.get(id_, ()),
                deelnemers=tuple(sorted(deelnemers.get(id_, ()), key=lambda it: order.index(it.rol))),
                gasten=gasten.get(id_, ()),
            )
            for id_, place, titel in self._cursor.rows(_SESSIES, given)
        ]
        return tuple(sorted(found, key=lambda it: (it.dag, it.id), reverse=True))

    def gesloten(self) -> frozenset[str]:
        """Ids of the wijkgesprekken that were closed, in all wijken."""
        return frozenset(id_ for (id_,) in self._cursor.rows(_GESLOTEN))

    def leerpunten(self, gebied: str | None = None) -> tuple[Leerpunt, ...]:
        """What was learned in a wijk (None: in all wijken), newest first; what its words were taken of too."""
        given = {"gebied": gebied}
        lezingen = self._grouped(_LEZINGEN, given, _lezing)
        bronnen = self._grouped(_BRONNEN, given, _bron)
        regels = self._grouped(_REGELS, given, _regel)
        return tuple(
            Leerpunt(
                id=id_,
                gebied=place,
                sessie=sessie,
                niveau=Niveau(niveau),
                samengesteld=samengesteld,
                vraag=vraag,
                lezingen=lezingen.get(id_, ()),
                bronnen=bronnen.get(id_, ()),
                regels=regels.get(id_, ()),
                op=today_amsterdam(op),
            )
            for id_, place, sessie, niveau, samengesteld, vraag, op in self._cursor.rows(_LEERPUNTEN, given)
        )

    def afspraken(self, gebied: str | None = None) -> tuple[Afspraak, ...]:
        """What was agreed in a wijk (None: in all wijken), newest first."""
        given = {"gebied": gebied}
        regels = self._grouped(
            _AFSPRAAK_REGELS,
            given,
            lambda row: AfspraakRegel(row[0], row[1], AfspraakStand(row[2]), row[3], row[4]),
        )
        return tuple(
            Afspraak(id_, place, sessie, leerpunt, tekst, wie, voor, regels.get(id_, ()), today_amsterdam(op))
            for id_, place, sessie, leerpunt, tekst, wie, voor, op in self._cursor.rows(_AFSPRAKEN, given)
        )

    def indicatornamen(self) -> dict[str, str]:
        """What every figure is called now, by code."""
        return dict(self._cursor.rows(_NAMEN["indicator"]))

    def bronnamen(self) -> dict[str, str]:
        """What every source of figures is called, by code."""
        return dict(self._cursor.rows("SELECT code, naam FROM bron"))

    def zaaknamen(self) -> dict[str, str]:
        """What activiteiten and initiatieven are called, by id."""
        return dict(self._cursor.rows(_NAMEN["zaak"]))

    def nieuwe_cijfers(self, gebied: str, sinds: datetime) -> set[str]:
        """Codes of the indicators of which a value came in since a moment."""
        return {code for (code,) in self._cursor.rows(_NIEUWE_CIJFERS, {"gebied": gebied, "sinds": sinds})}

    def known_bronnen(self, soort: BronSoort, gebied: str, gemeente: str) -> set[str]:
        """The activiteiten, initiatieven or signalen of a wijk and its gemeente, by id."""
        sql = _BRON_VAN[soort]
        return {id_ for (id_,) in self._cursor.rows(sql, {"gebied": gebied, "gemeente": gemeente})}

    def _grouped(self, sql: str, given: Mapping[str, Any], make: Any) -> dict[str, tuple[Any, ...]]:
        found: dict[str, list[Any]] = {}
        for of, *rest in self._cursor.rows(sql, dict(given)):
            found.setdefault(of, []).append(make(rest))
        return {of: tuple(rows) for of, rows in found.items()}

    # Writing

    def add_sessie(self, row: Rij) -> None:
        """Add a wijkgesprek."""
        insert_into(self._cursor, "sessie", [row])

    def add_stap(self, row: Rij) -> None:
        """Append a step."""
        insert_into(self._cursor, "sessie_stap", [row])

    def add_punten(self, rows: Sequence[Rij]) -> None:
        """Lay things on the table."""
        insert_into(self._cursor, "sessie_agenda", rows)

    def replace_deelnemers(self, sessie: str, rows: Sequence[Rij]) -> None:
        """Keep who was there; an earlier count was wrong, and goes."""
        self._cursor.execute(_TELLING_WEG, {"sessie": sessie})
        insert_into(self._cursor, "sessie_deelnemer", rows)

    def add_gasten(self, rows: Sequence[Rij]) -> None:
        """Add guests."""
        insert_into(self._cursor, "sessie_gast", rows)

    def add_leerpunt(self, row: Rij, lezing: Rij, bronnen: Iterable[tuple[str, LeerpuntBron]], stand: Rij) -> None:
        """Add what was learned: its first lezing, from what it came (each with an id), and how it stands."""
        insert_into(self._cursor, "leerpunt", [row])
        self.add_lezing(lezing)
        empty = dict.fromkeys(_BRON_KOLOM.values())
        rows = [{"id": id_, "leerpunt": row["id"], **empty, _BRON_KOLOM[it.soort]: it.ref} for id_, it in bronnen]
        insert_into(self._cursor, "leerpunt_bron", rows)
        self.add_leerpunt_stand(stand)

    def add_lezing(self, row: Rij) -> None:
        """Lay another reading beside those that are there."""
        insert_into(self._cursor, "leerpunt_lezing", [row])

    def add_leerpunt_stand(self, row: Rij) -> None:
        """Append how a leerpunt stands."""
        insert_into(self._cursor, "leerpunt_stand", [row])

    def add_afspraak(self, row: Rij, stand: Rij) -> None:
        """Add what was agreed."""
        insert_into(self._cursor, "afspraak", [row])
        self.add_afspraak_stand(stand)

    def add_afspraak_stand(self, row: Rij) -> None:
        """Append what came of an afspraak."""
        insert_into(self._cursor, "afspraak_stand", [row])


def _stap(row: Sequence[Any]) -> SessieStap:
    id_, nummer, stand, dag, uitkomst, reden = row
    return SessieStap(id_, nummer, SessieStand(stand), dag, SessieUitkomst(uitkomst) if uitkomst else None, reden)


def _punt(row: Sequence[Any]) -> AgendaPunt:
    id_, nummer, soort, *rest = row
    return AgendaPunt(id_, nummer, AgendaSoort(soort), *rest)


def _lezing(row: Sequence[Any]) -> Lezing:
    id_, nummer, rol, tekst, op = row
    return Lezing(id_, nummer, StemRol(rol) if rol else None, tekst, today_amsterdam(op))


def _bron(row: Sequence[Any]) -> LeerpuntBron:
    return next(LeerpuntBron(soort, ref) for soort, ref in zip(_BRON_KOLOM, row, strict=True) if ref is not None)


def _regel(row: Sequence[Any]) -> LeerpuntRegel:
    id_, nummer, stand, dag, eigenaar, gremium, *rest = row
    return LeerpuntRegel(id_, nummer, LeerpuntStand(stand), dag, eigenaar, Gremium(gremium) if gremium else None, *rest)
