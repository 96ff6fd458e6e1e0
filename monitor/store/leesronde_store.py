"""Choosing verhalen together in one wijk: rondes, their domeinen, what lay there, and what was chosen and why."""

from collections.abc import Sequence
from typing import Any

from monitor.domain.indicator import StemRol
from monitor.domain.leesronde import (
    Afwijking,
    Domein,
    DomeinSoort,
    Leesherkenning,
    Leeskeuze,
    Leesniveau,
    Leesronde,
    Leesstem,
    Nagaan,
    NagaanUitkomst,
    Rondekeuze,
    RondeStand,
    Tafel,
    Werkwijze,
)
from monitor.nl import today_amsterdam
from monitor.store.database import Cursor
from monitor.store.rijen import Rij, insert_into

_RONDES = """
SELECT r.id, r.gebied, r.naam, r.niveau, r.werkwijze, r.periode_van, r.periode_tot, r.gemaakt_op,
    s.stand, s.op, s.reden, s.id
FROM leesronde AS r
JOIN leesronde_stand AS s ON s.ronde = r.id
WHERE {condition}
QUALIFY row_number() OVER (PARTITION BY r.id ORDER BY s.nummer DESC) = 1
ORDER BY r.gemaakt_op DESC, r.id
"""
_VORIGE = "SELECT ronde, vorige FROM leesronde_bron ORDER BY ronde, vorige"
_DOMEINEN = "SELECT id, naam, soort FROM leesdomein WHERE ronde = $ronde ORDER BY volgorde"
# In the order in which verhalen first came: a verhaal keeps its number when it lies somewhere else.
_LIGT = """
SELECT verhaal, arg_max(coalesce(domein, ''), nummer), arg_max(op, nummer)
FROM leesdomein_verhaal
WHERE ronde = $ronde
GROUP BY verhaal
ORDER BY min(nummer)
"""
_HIER = "domein IN (SELECT id FROM leesdomein WHERE ronde = $ronde)"
_STEMMEN = f"SELECT domein, verhaal, rol, aantal FROM leesstem WHERE {_HIER}"  # noqa: S608 - our own words
_KEUZES = f"SELECT id, domein, verhaal, reden, op FROM leeskeuze WHERE {_HIER} ORDER BY op, nummer"  # noqa: S608
_BIJ_KEUZE = f"keuze IN (SELECT id FROM leeskeuze WHERE {_HIER})"  # noqa: S608
_AFWIJKINGEN = f"SELECT keuze, id, rol, tekst, liever FROM leesafwijking WHERE {_BIJ_KEUZE} ORDER BY op, id"  # noqa: S608
_NAGEGAAN = f"SELECT keuze, id, uitkomst, rol, op, toelichting FROM leesnagaan WHERE {_BIJ_KEUZE} ORDER BY nummer"  # noqa: S608
_HERKEND = f"SELECT keuze, rol, aantal, gevraagd, op FROM leesherkenning WHERE {_BIJ_KEUZE} ORDER BY op, id"  # noqa: S608
_DEELNEMERS = "SELECT rol, aantal FROM leesronde_deelnemer WHERE ronde = $ronde"
_GASTEN = "SELECT id, aantal, wie FROM leesronde_gast WHERE ronde = $ronde AND weggehaald_op IS NULL"
_NUMMER = {
    "stand": "SELECT coalesce(max(nummer), 0) + 1 FROM leesronde_stand WHERE ronde = $doel",
    "plaats": "SELECT coalesce(max(nummer), 0) + 1 FROM leesdomein_verhaal WHERE ronde = $doel",
    "keuze": "SELECT coalesce(max(nummer), 0) + 1 FROM leeskeuze WHERE domein = $doel",
    "nagaan": "SELECT coalesce(max(nummer), 0) + 1 FROM leesnagaan WHERE keuze = $doel",
}
_DEELNEMERS_WEG = "DELETE FROM leesronde_deelnemer WHERE ronde = $ronde"
_STEM_WEG = "DELETE FROM leesstem WHERE domein = $domein AND verhaal = $verhaal AND rol = $rol"
_HERKEND_WEG = "DELETE FROM leesherkenning WHERE keuze = $keuze AND rol = $rol AND op = $op"
_GEKOZEN = """
SELECT k.verhaal, r.id, r.gebied, r.niveau, s.op, k.reden
FROM leeskeuze AS k
JOIN leesdomein AS d ON d.id = k.domein
JOIN leesronde AS r ON r.id = d.ronde
JOIN leesronde_stand AS s ON s.ronde = r.id AND s.stand = 'gesloten'
WHERE k.verhaal IN (SELECT unnest(CAST($ids AS VARCHAR[])))
    AND k.nummer = (SELECT max(x.nummer) FROM leeskeuze AS x WHERE x.domein = k.domein)
ORDER BY s.op, r.id
"""


class LeesrondeStore:
    """The rondes of a wijk, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def rondes(self, gebied: str) -> tuple[Leesronde, ...]:
        """The rondes of a wijk, newest first."""
        return self._rondes("r.gebied = $gebied", {"gebied": gebied})

    def ronde(self, id_: str) -> Leesronde | None:
        """One ronde; None when there is none."""
        found = self._rondes("r.id = $id", {"id": id_})
        return found[0] if found else None

    def tafel(self, ronde: Leesronde) -> Tafel:
        """A ronde with everything in it."""
        here = {"ronde": ronde.id}
        stemmen: dict[tuple[str, str], list[Leesstem]] = {}
        for domein, verhaal, rol, aantal in self._cursor.rows(_STEMMEN, here):
            stemmen.setdefault((domein, verhaal), []).append(Leesstem(StemRol(rol), aantal))
        counted = {StemRol(rol): aantal for rol, aantal in self._cursor.rows(_DEELNEMERS, here)}
        gasten = self._cursor.row(_GASTEN, here)
        places = [row for row in self._cursor.rows(_LIGT, here) if row[1]]
        return Tafel(
            ronde=ronde,
            domeinen=tuple(
                Domein(id_, naam or "", DomeinSoort(soort)) for id_, naam, soort in self._cursor.rows(_DOMEINEN, here)
            ),
            ligt={verhaal: domein for verhaal, domein, _ in places},
            gelegd_op={verhaal: op for verhaal, _, op in places},
            stemmen={place: _in_order(given) for place, given in stemmen.items()},
            keuzes=self._keuzes(ronde.id),
            deelnemers={rol: counted[rol] for rol in StemRol if rol in counted},
            gasten=(gasten[1], gasten[2]) if gasten else None,
        )

    def gekozen(self, ids: Sequence[str]) -> dict[str, tuple[Rondekeuze, ...]]:
        """In which rondes that are over these verhalen were chosen, oldest first, by the id of the verhaal."""
        found: dict[str, tuple[Rondekeuze, ...]] = {}
        for verhaal, ronde, gebied, niveau, op, reden in self._cursor.rows(_GEKOZEN, {"ids": list(ids)}):
            gekozen = Rondekeuze(ronde, gebied, Leesniveau(niveau), today_amsterdam(op), reden)
            found[verhaal] = (*found.get(verhaal, ()), gekozen)
        return found

    def add_ronde(self, ronde: Rij, domeinen: Sequence[Rij], vorige: Sequence[str]) -> None:
        """Add a ronde with its domeinen, and what it reads."""
        insert_into(self._cursor, "leesronde", [{**ronde, "weggehaald_op": None}])
        insert_into(self._cursor, "leesdomein", [{**it, "weggehaald_op": None} for it in domeinen])
        links = [{"ronde": ronde["id"], "vorige": it} for it in vorige]
        insert_into(self._cursor, "leesronde_bron", links)

    def add_stand(self, row: Rij) -> None:
        """Append how a ronde stands."""
        self._append("leesronde_stand", "stand", row["ronde"], {**row, "weggehaald_op": None})

    def place(self, row: Rij) -> None:
        """Put a verhaal in a domein; without one: off the table."""
        self._append("leesdomein_verhaal", "plaats", row["ronde"], row)

    def add_keuze(self, row: Rij) -> None:
        """Append what was chosen in a domein, and why."""
        self._append("leeskeuze", "keuze", row["domein"], {**row, "weggehaald_op": None})

    def add_afwijking(self, row: Rij) -> None:
        """Append what somebody saw differently."""
        insert_into(self._cursor, "leesafwijking", [{**row, "weggehaald_op": None}])

    def add_nagaan(self, row: Rij) -> None:
        """Append what came of asking once more."""
        self._append("leesnagaan", "nagaan", row["keuze"], {**row, "weggehaald_op": None})

    def replace_deelnemers(self, ronde: str, rows: Sequence[Rij]) -> None:
        """Keep who takes part; what was counted before goes."""
        self._cursor.execute(_DEELNEMERS_WEG, {"ronde": ronde})
        insert_into(self._cursor, "leesronde_deelnemer", rows)

    def gast(self, ronde: str) -> str | None:
        """The id of the row with the guests of a ronde; None when there were none."""
        row = self._cursor.row(_GASTEN, {"ronde": ronde})
        return None if row is None else str(row[0])

    def add_gast(self, row: Rij) -> None:
        """Keep how many guests there were, and who."""
        insert_into(self._cursor, "leesronde_gast", [{**row, "weggehaald_op": None}])

    def replace_stemmen(self, rows: Sequence[Rij]) -> None:
        """Keep how people voted; what was counted of the same role for the same verhaal goes."""
        for row in rows:
            self._cursor.execute(_STEM_WEG, {name: row[name] for name in ("domein", "verhaal", "rol")})
        insert_into(self._cursor, "leesstem", rows)

    def replace_herkend(self, rows: Sequence[Rij]) -> None:
        """Keep who recognises what was chosen; what the same role said on the same day goes."""
        for row in rows:
            self._cursor.execute(_HERKEND_WEG, {name: row[name] for name in ("keuze", "rol", "op")})
        insert_into(self._cursor, "leesherkenning", rows)

    def _rondes(self, condition: str, parameters: dict[str, str]) -> tuple[Leesronde, ...]:
        rows = self._cursor.rows(_RONDES.format(condition=condition), parameters)
        vorige: dict[str, list[str]] = {}
        for ronde, bron in self._cursor.rows(_VORIGE) if rows else ():
            vorige.setdefault(ronde, []).append(bron)
        return tuple(_ronde(row, tuple(vorige.get(row[0], ()))) for row in rows)

    def _keuzes(self, ronde: str) -> tuple[Leeskeuze, ...]:
        here = {"ronde": ronde}
        afwijkingen: dict[str, list[Afwijking]] = {}
        for keuze, id_, rol, tekst, liever in self._cursor.rows(_AFWIJKINGEN, here):
            afwijkingen.setdefault(keuze, []).append(Afwijking(id_, StemRol(rol), tekst, liever))
        nagegaan: dict[str, list[Nagaan]] = {}
        for keuze, id_, uitkomst, rol, op, toelichting in self._cursor.rows(_NAGEGAAN, here):
            nagegaan.setdefault(keuze, []).append(Nagaan(id_, NagaanUitkomst(uitkomst), StemRol(rol), op, toelichting))
        herkend: dict[str, dict[StemRol, Leesherkenning]] = {}
        for keuze, rol, aantal, gevraagd, op in self._cursor.rows(_HERKEND, here):
            herkend.setdefault(keuze, {})[StemRol(rol)] = Leesherkenning(StemRol(rol), aantal, gevraagd, op)
        return tuple(
            Leeskeuze(
                id=id_,
                domein=domein,
                verhaal=verhaal,
                reden=reden,
                op=op,
                afwijkingen=tuple(afwijkingen.get(id_, ())),
                nagegaan=tuple(nagegaan.get(id_, ())),
                herkend=tuple(it for rol in StemRol for it in [herkend.get(id_, {}).get(rol)] if it is not None),
            )
            for id_, domein, verhaal, reden, op in self._cursor.rows(_KEUZES, here)
        )

    def _append(self, table: str, soort: str, doel: str, row: Rij) -> None:
        found = self._cursor.row(_NUMMER[soort], {"doel": doel})
        insert_into(self._cursor, table, [{**row, "nummer": 1 if found is None else int(found[0])}])


def _ronde(row: tuple[Any, ...], vorige: tuple[str, ...]) -> Leesronde:
    id_, gebied, naam, niveau, werkwijze, van, tot, gemaakt_op, stand, op, reden, stand_id = row
    return Leesronde(
        id=id_,
        gebied=gebied,
        naam=naam or "",
        niveau=Leesniveau(niveau),
        werkwijze=Werkwijze(werkwijze),
        periode_van=van,
        periode_tot=tot,
        gemaakt_op=gemaakt_op,
        stand=RondeStand(stand),
        stand_op=op,
        stand_reden=reden,
        stand_id=stand_id,
        vorige=vorige,
    )


def _in_order(stemmen: Sequence[Leesstem]) -> tuple[Leesstem, ...]:
    order = list(StemRol)
    return tuple(sorted(stemmen, key=lambda it: order.index(it.rol)))
