"""Choosing together in one wijk: voorstellen, their groepen, how people voted, and whether they recognise a figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from monitor.domain.indicator import StemRol, Thema
from monitor.domain.kiezen import Groep, Herkenning, Voorkeur, Voorstel
from monitor.store.database import Cursor
from monitor.store.rijen import Rij, append_in_order, insert_into

_VOORSTELLEN = """
SELECT v.id, v.nummer, v.rol, v.tekst,
    (SELECT p.groep FROM groep_voorstel AS p WHERE p.voorstel = v.id ORDER BY p.nummer DESC LIMIT 1)
FROM (
    SELECT id, rol, tekst, row_number() OVER (ORDER BY ingebracht_op, id) AS nummer
    FROM voorstel
    WHERE gebied = $gebied
) AS v
WHERE v.tekst IS NOT NULL
ORDER BY v.nummer
"""
_GROEPEN = "SELECT id, naam, thema FROM groep WHERE gebied = $gebied ORDER BY gemaakt_op, id"
_VOORKEUREN = """
SELECT k.groep, k.rol, k.aantal, k.op
FROM groep_voorkeur AS k
JOIN groep AS g ON g.id = k.groep
WHERE g.gebied = $gebied
ORDER BY k.op, k.id
"""
_GEWORDEN = """
SELECT i.groep, i.indicator
FROM groep_indicator AS i
JOIN groep AS g ON g.id = i.groep
WHERE g.gebied = $gebied
ORDER BY i.indicator
"""
_HERKENNINGEN = """
SELECT indicator, rol, ja, deels, nee, op, toelichting FROM herkenning WHERE gebied = $gebied ORDER BY op, id
"""
_THEMAS = "SELECT code, naam, volgorde, uitleg FROM thema ORDER BY volgorde, code"
_NOEM = "UPDATE groep SET naam = $naam WHERE id = $id"
_OMGENOEMD = """
SELECT g.id, g.naam, max(l.op)
FROM groep AS g
JOIN logboek AS l ON l.soort = 'groep' AND l.doel = g.id AND l.wat IN ('omgenoemd', 'opnieuw omgenoemd')
GROUP BY g.id, g.naam
ORDER BY g.id
"""
_GROEP_IDS = "SELECT id FROM groep"
_PLAATS = "SELECT coalesce(max(nummer), 0) + 1 FROM groep_voorstel WHERE voorstel = $voorstel"
_WEG = "UPDATE voorstel SET tekst = NULL, weggehaald_op = $op WHERE id = $id"


@dataclass(frozen=True, slots=True)
class Groepsnaam:
    """The name that a groep has now, and since when."""

    id: str
    naam: str
    op: datetime


class KiezenStore:
    """What people bring in and vote about in a wijk, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def themas(self) -> tuple[Thema, ...]:
        """All themas in their order."""
        return tuple(Thema(*row) for row in self._cursor.rows(_THEMAS))

    def voorstellen(self, gebied: str) -> tuple[Voorstel, ...]:
        """The voorstellen of a wijk, oldest first; what was taken away is gone, and its number is of no other."""
        rows = self._cursor.rows(_VOORSTELLEN, {"gebied": gebied})
        return tuple(Voorstel(id_, nummer, StemRol(rol), tekst, groep) for id_, nummer, rol, tekst, groep in rows)

    def groepen(self, gebied: str) -> tuple[Groep, ...]:
        """The groepen of a wijk, oldest first, with what stands in them and how people voted."""
        voorstellen = self.voorstellen(gebied)
        voorkeuren: dict[str, dict[StemRol, Voorkeur]] = {}
        for groep, rol, aantal, op in self._cursor.rows(_VOORKEUREN, {"gebied": gebied}):
            voorkeuren.setdefault(groep, {})[StemRol(rol)] = Voorkeur(StemRol(rol), aantal, op)
        geworden = self._cursor.rows(_GEWORDEN, {"gebied": gebied})
        return tuple(
            Groep(
                id=id_,
                naam=naam,
                thema=thema,
                voorstellen=tuple(it for it in voorstellen if it.groep == id_),
                voorkeuren=tuple(it for rol in StemRol for it in [voorkeuren.get(id_, {}).get(rol)] if it is not None),
                indicatoren=tuple(indicator for groep, indicator in geworden if groep == id_),
            )
            for id_, naam, thema in self._cursor.rows(_GROEPEN, {"gebied": gebied})
        )

    def herkenningen(self, gebied: str) -> tuple[tuple[str, Herkenning], ...]:
        """What each role said last of each figure, by code of the figure."""
        newest: dict[tuple[str, StemRol], Herkenning] = {}
        for indicator, rol, *rest in self._cursor.rows(_HERKENNINGEN, {"gebied": gebied}):
            newest[indicator, StemRol(rol)] = Herkenning(StemRol(rol), *rest)
        order = list(StemRol)
        return tuple(
            (indicator, it)
            for (indicator, _), it in sorted(newest.items(), key=lambda item: (item[0][0], order.index(item[0][1])))
        )

    def add_voorstel(self, row: Rij) -> None:
        """Add what somebody said, with the number after those of the wijk."""
        append_in_order(self._cursor, "voorstel", [row], of=["gebied"], op="ingebracht_op")

    def remove_voorstel(self, id_: str, op: datetime) -> None:
        """Take the words of a voorstel away; that there was one stays."""
        self._cursor.execute(_WEG, {"id": id_, "op": op})

    def add_groep(self, row: Rij) -> None:
        """Add a groep."""
        insert_into(self._cursor, "groep", [row])

    def name_groep(self, id_: str, naam: str) -> None:
        """Let another name take the place of that of a groep."""
        self._cursor.execute(_NOEM, {"id": id_, "naam": naam})

    def renamed(self) -> tuple[Groepsnaam, ...]:
        """The groepen of which another name took the place of the first."""
        return tuple(Groepsnaam(*row) for row in self._cursor.rows(_OMGENOEMD))

    def name_again(self, namen: Sequence[Groepsnaam]) -> list[Groepsnaam]:
        """Let these names take the place of older ones; those that did."""
        here = {row[0] for row in self._cursor.rows(_GROEP_IDS)}
        known = {it.id: it.op for it in self.renamed()}
        old = [it for it in namen if it.id in here and (it.id not in known or known[it.id] < it.op)]
        for it in old:
            self.name_groep(it.id, it.naam)
        return old

    def place(self, id_: str, voorstel: str, groep: str | None, op: datetime) -> None:
        """Put a voorstel in a groep; None: in none."""
        row = self._cursor.row(_PLAATS, {"voorstel": voorstel})
        nummer = 1 if row is None else int(row[0])
        insert_into(
            self._cursor,
            "groep_voorstel",
            [{"id": id_, "voorstel": voorstel, "groep": groep, "nummer": nummer, "op": op}],
        )

    def became(self, groep: str, indicator: str) -> None:
        """Say which indicator a groep became."""
        insert_into(self._cursor, "groep_indicator", [{"groep": groep, "indicator": indicator}], keep_known=True)
