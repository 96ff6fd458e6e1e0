"""The wijkplannen of a wijk, with all that was written down of them."""

from collections.abc import Callable, Sequence
from typing import Any

from monitor.domain.indicator import StemRol
from monitor.domain.leren import BronSoort
from monitor.domain.wijkplan import (
    AanvraagOordeel,
    Opsteller,
    PlanAanvraag,
    PlanAfwijking,
    PlanBron,
    PlanDeel,
    PlanKwestie,
    PlanMakers,
    PlanOordeel,
    Planregel,
    PlanregelSoort,
    PlanregelStand,
    PlanSectie,
    PlanStand,
    PlanStap,
    PlanTerugblik,
    PlanVersie,
    Wijkplan,
)
from monitor.nl import today_amsterdam
from monitor.store.database import Cursor
from monitor.store.rijen import Rij, insert_into, next_nummer

_PLANNEN = "SELECT id, gebied, naam FROM wijkplan WHERE gebied = $gebied ORDER BY gemaakt_op DESC, id"
_STAPPEN = """
SELECT s.wijkplan, s.id, s.nummer, s.stand, s.geleerd, s.dag
FROM wijkplan_stand AS s JOIN wijkplan AS p ON p.id = s.wijkplan
WHERE p.gebied = $gebied
ORDER BY s.nummer
"""
_KWESTIES = """
SELECT k.wijkplan, k.id, k.nummer, k.kwestie, k.waarom, k.dag
FROM wijkplan_kwestie AS k JOIN wijkplan AS p ON p.id = k.wijkplan
WHERE p.gebied = $gebied
ORDER BY k.nummer
"""
_VERSIES = """
SELECT v.wijkplan, v.id, v.nummer, v.opsteller, v.dag
FROM wijkplan_versie AS v JOIN wijkplan AS p ON p.id = v.wijkplan
WHERE p.gebied = $gebied
ORDER BY v.nummer
"""
_MAKERS = """
SELECT m.versie, m.rol, m.aantal
FROM wijkplan_maker AS m JOIN wijkplan_versie AS v ON v.id = m.versie JOIN wijkplan AS p ON p.id = v.wijkplan
WHERE p.gebied = $gebied
"""
_DELEN = """
SELECT d.versie, d.id, d.sectie, d.tekst, d.waarom
FROM wijkplan_deel AS d JOIN wijkplan_versie AS v ON v.id = d.versie JOIN wijkplan AS p ON p.id = v.wijkplan
WHERE p.gebied = $gebied AND d.tekst IS NOT NULL
"""
_AFWIJKINGEN = """
SELECT a.versie, a.id, a.rol, a.tekst
FROM wijkplan_afwijking AS a JOIN wijkplan_versie AS v ON v.id = a.versie JOIN wijkplan AS p ON p.id = v.wijkplan
WHERE p.gebied = $gebied AND a.tekst IS NOT NULL
ORDER BY a.op, a.id
"""
_REGELS = """
SELECT r.wijkplan, r.id, r.soort, r.wat, r.wie, r.dag, r.bedrag, r.gemaakt_op
FROM wijkplan_regel AS r JOIN wijkplan AS p ON p.id = r.wijkplan
WHERE p.gebied = $gebied AND r.wat IS NOT NULL
ORDER BY r.gemaakt_op, r.id
"""
_TERUGBLIKKEN = """
SELECT t.regel, t.id, t.nummer, t.stand, t.geleerd, t.dag
FROM wijkplan_terugblik AS t JOIN wijkplan_regel AS r ON r.id = t.regel JOIN wijkplan AS p ON p.id = r.wijkplan
WHERE p.gebied = $gebied
ORDER BY t.nummer
"""
_KEKEN_TERUG = """
SELECT d.terugblik, d.rol, d.aantal
FROM wijkplan_terugblik_deelnemer AS d
JOIN wijkplan_terugblik AS t ON t.id = d.terugblik
JOIN wijkplan_regel AS r ON r.id = t.regel
JOIN wijkplan AS p ON p.id = r.wijkplan
WHERE p.gebied = $gebied
"""
_BRONNEN = """
SELECT b.wijkplan, b.indicator, b.leerpunt, b.activiteit, b.initiatief
FROM wijkplan_bron AS b JOIN wijkplan AS p ON p.id = b.wijkplan
WHERE p.gebied = $gebied
ORDER BY b.id
"""
_AANVRAGEN = """
SELECT a.wijkplan, a.id, a.wat, a.wie, a.bedrag
FROM wijkplan_aanvraag AS a JOIN wijkplan AS p ON p.id = a.wijkplan
WHERE p.gebied = $gebied AND a.wat IS NOT NULL
ORDER BY a.gemaakt_op, a.id
"""
_OORDELEN = """
SELECT o.aanvraag, o.id, o.nummer, o.oordeel, o.want, o.dag
FROM wijkplan_oordeel AS o JOIN wijkplan_aanvraag AS a ON a.id = o.aanvraag JOIN wijkplan AS p ON p.id = a.wijkplan
WHERE p.gebied = $gebied AND o.want IS NOT NULL
ORDER BY o.nummer
"""
_BRON_KOLOM = {
    BronSoort.INDICATOR: "indicator",
    BronSoort.LEERPUNT: "leerpunt",
    BronSoort.ACTIVITEIT: "activiteit",
    BronSoort.INITIATIEF: "initiatief",
}
_BRON_ERAF = {
    soort: f"DELETE FROM wijkplan_bron WHERE wijkplan = $wijkplan AND {kolom} = $ref"  # noqa: S608 - our names
    for soort, kolom in _BRON_KOLOM.items()
}
_VAN = {
    "wijkplan_stand": "wijkplan",
    "wijkplan_kwestie": "wijkplan",
    "wijkplan_versie": "wijkplan",
    "wijkplan_terugblik": "regel",
    "wijkplan_oordeel": "aanvraag",
}
"""Of what the rows of each table are numbered."""


class WijkplanStore:
    """Wijkplannen, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def plannen(self, gebied: str) -> tuple[Wijkplan, ...]:
        """The plans of a wijk, newest first."""
        stappen = self._grouped(_STAPPEN, gebied, lambda row: PlanStap(row[0], row[1], PlanStand(row[2]), *row[3:]))
        kwesties = self._grouped(_KWESTIES, gebied, lambda row: PlanKwestie(*row))
        versies, regels = self._versies(gebied), self._regels(gebied)
        bronnen, aanvragen = self._grouped(_BRONNEN, gebied, _bron), self._aanvragen(gebied)
        return tuple(
            Wijkplan(
                id=id_,
                gebied=place,
                naam=naam,
                stappen=stappen.get(id_, ()),
                kwesties=kwesties.get(id_, ()),
                versies=versies.get(id_, ()),
                regels=regels.get(id_, ()),
                bronnen=bronnen.get(id_, ()),
                aanvragen=aanvragen.get(id_, ()),
            )
            for id_, place, naam in self._cursor.rows(_PLANNEN, {"gebied": gebied})
        )

    def _versies(self, gebied: str) -> dict[str, tuple[PlanVersie, ...]]:
        makers = self._counts(_MAKERS, gebied)
        delen = self._grouped(_DELEN, gebied, lambda row: PlanDeel(row[0], PlanSectie(row[1]), row[2], row[3]))
        order = list(PlanSectie)
        afwijkingen = self._grouped(_AFWIJKINGEN, gebied, lambda row: PlanAfwijking(row[0], StemRol(row[1]), row[2]))
        return self._grouped(
            _VERSIES,
            gebied,
            lambda row: PlanVersie(
                row[0],
                row[1],
                Opsteller(row[2]),
                row[3],
                makers.get(row[0], ()),
                tuple(sorted(delen.get(row[0], ()), key=lambda it: order.index(it.sectie))),
                afwijkingen.get(row[0], ()),
            ),
        )

    def _regels(self, gebied: str) -> dict[str, tuple[Planregel, ...]]:
        keken = self._counts(_KEKEN_TERUG, gebied)
        terugblikken = self._grouped(
            _TERUGBLIKKEN,
            gebied,
            lambda row: PlanTerugblik(
                row[0], row[1], PlanregelStand(row[2]), row[3], row[4], deelnemers=keken.get(row[0], ())
            ),
        )
        return self._grouped(
            _REGELS,
            gebied,
            lambda row: Planregel(
                row[0],
                PlanregelSoort(row[1]),
                row[2],
                row[3],
                row[4],
                row[5],
                today_amsterdam(row[6]),
                terugblikken.get(row[0], ()),
            ),
        )

    def _aanvragen(self, gebied: str) -> dict[str, tuple[PlanAanvraag, ...]]:
        oordelen = self._grouped(
            _OORDELEN, gebied, lambda row: PlanOordeel(row[0], row[1], AanvraagOordeel(row[2]), row[3], row[4])
        )
        return self._grouped(
            _AANVRAGEN, gebied, lambda row: PlanAanvraag(row[0], row[1], row[2], row[3], oordelen.get(row[0], ()))
        )

    def _counts(self, sql: str, gebied: str) -> dict[str, tuple[PlanMakers, ...]]:
        order = list(StemRol)
        found = self._grouped(sql, gebied, lambda row: PlanMakers(StemRol(row[0]), row[1]))
        return {of: tuple(sorted(them, key=lambda it: order.index(it.rol))) for of, them in found.items()}

    def _grouped(self, sql: str, gebied: str, make: Callable[[Sequence[Any]], Any]) -> dict[str, tuple[Any, ...]]:
        found: dict[str, list[Any]] = {}
        for of, *rest in self._cursor.rows(sql, {"gebied": gebied}):
            found.setdefault(of, []).append(make(rest))
        return {of: tuple(rows) for of, rows in found.items()}

    # Writing

    def next_nummer(self, table: str, van: str) -> int:
        """The nummer of what is appended to a plan, a line or an aanvraag."""
        return next_nummer(self._cursor, table, _VAN[table], van)

    def add_plan(self, row: Rij) -> None:
        """Add a plan."""
        insert_into(self._cursor, "wijkplan", [row])

    def add_stap(self, row: Rij) -> None:
        """Append how a plan stands."""
        insert_into(self._cursor, "wijkplan_stand", [row])

    def add_kwestie(self, row: Rij) -> None:
        """Append what people work on first."""
        insert_into(self._cursor, "wijkplan_kwestie", [row])

    def add_versie(self, row: Rij, makers: Sequence[Rij], delen: Sequence[Rij]) -> None:
        """Append a version with who made it and its parts."""
        insert_into(self._cursor, "wijkplan_versie", [row])
        insert_into(self._cursor, "wijkplan_maker", makers)
        insert_into(self._cursor, "wijkplan_deel", delen)

    def add_afwijking(self, row: Rij) -> None:
        """Keep how somebody sees a version in another way."""
        insert_into(self._cursor, "wijkplan_afwijking", [row])

    def add_regel(self, row: Rij) -> None:
        """Add a line."""
        insert_into(self._cursor, "wijkplan_regel", [row])

    def add_terugblik(self, row: Rij, deelnemers: Sequence[Rij]) -> None:
        """Append what came of a line, and how many looked back."""
        insert_into(self._cursor, "wijkplan_terugblik", [row])
        insert_into(self._cursor, "wijkplan_terugblik_deelnemer", deelnemers)

    def add_bron(self, id_: str, plan: str, bron: PlanBron) -> None:
        """Say what a plan rests on."""
        row = {"id": id_, "wijkplan": plan, **dict.fromkeys(_BRON_KOLOM.values()), _BRON_KOLOM[bron.soort]: bron.ref}
        insert_into(self._cursor, "wijkplan_bron", [row])

    def remove_bron(self, plan: str, bron: PlanBron) -> None:
        """Say that a plan does not rest on this after all."""
        self._cursor.execute(_BRON_ERAF[bron.soort], {"wijkplan": plan, "ref": bron.ref})

    def add_aanvraag(self, row: Rij) -> None:
        """Lay an aanvraag beside a plan."""
        insert_into(self._cursor, "wijkplan_aanvraag", [row])

    def add_oordeel(self, row: Rij) -> None:
        """Append what was said of an aanvraag."""
        insert_into(self._cursor, "wijkplan_oordeel", [row])


def _bron(row: Sequence[Any]) -> PlanBron:
    return next(PlanBron(soort, ref) for soort, ref in zip(_BRON_KOLOM, row, strict=True) if ref is not None)
