"""Stukken for the raad: what they are, what was chosen for them, what repeats in them and every text of every field."""

from collections.abc import Iterable, Sequence
from typing import Any

from monitor.domain.raadsstuk import (
    BobFase,
    Deel,
    EerderVorm,
    GeldVorm,
    KeuzeSoort,
    Onderdeel,
    OnderdeelSoort,
    OnderdeelStand,
    Onderdeelversie,
    Raadsstuk,
    StukKeuze,
    StukKop,
    StukRegel,
    StukSoort,
    StukVeld,
    TekstVersie,
)
from monitor.store.database import Cursor, load_sql
from monitor.store.rijen import Rij, insert_into, next_nummer

_STUK = "SELECT id, gebied, soort, gemaakt_door, gemaakt_op FROM raadsstuk WHERE id = $id"
_LIJST = """
SELECT s.id, s.gebied, s.soort, k.titel, s.gemaakt_op,
    greatest(
        k.op,
        coalesce((SELECT max(t.op) FROM raadsstuk_tekst AS t WHERE t.raadsstuk = s.id), k.op),
        coalesce((SELECT max(z.op) FROM raadsstuk_keuze AS z WHERE z.raadsstuk = s.id), k.op)
    ) AS laatst
FROM raadsstuk AS s
JOIN raadsstuk_kop AS k ON k.raadsstuk = s.id
WHERE k.nummer = (SELECT max(m.nummer) FROM raadsstuk_kop AS m WHERE m.raadsstuk = s.id) AND k.titel IS NOT NULL
ORDER BY laatst DESC, s.id
"""
_KOP = """
SELECT nummer, titel, fase, periode_van, periode_tot, jaar, door, op
FROM raadsstuk_kop
WHERE raadsstuk = $id
ORDER BY nummer DESC
LIMIT 1
"""
_KOPPEN = """
SELECT id, nummer, titel, fase, periode_van, periode_tot, jaar, door, op
FROM raadsstuk_kop
WHERE raadsstuk = $id
ORDER BY nummer DESC
"""
_KEUZES = "SELECT soort, ref, gebied, erbij FROM raadsstuk_keuze WHERE raadsstuk = $id ORDER BY nummer, id"
_STAND = """
s.volgorde, s.nummer, s.erin, s.bij, s.indicator, s.gebied, s.verhaal, s.geldvorm,
s.bedrag_een, s.bedrag_twee, s.bedrag_drie, s.bedrag_vier, s.dag, s.eerder, s.raadsbesluit
"""
_ONDERDELEN = f"""
SELECT o.id, o.soort, o.vast, {_STAND}
FROM raadsstuk_onderdeel AS o
JOIN raadsstuk_onderdeel_stand AS s ON s.onderdeel = o.id
WHERE o.raadsstuk = $id AND s.erin = $erin
    AND s.nummer = (SELECT max(m.nummer) FROM raadsstuk_onderdeel_stand AS m WHERE m.onderdeel = o.id)
ORDER BY s.volgorde, o.gemaakt_op, o.id
"""  # noqa: S608 - our own names
_STANDEN = f"""
SELECT s.door, s.op, {_STAND}
FROM raadsstuk_onderdeel AS o
JOIN raadsstuk_onderdeel_stand AS s ON s.onderdeel = o.id
WHERE o.raadsstuk = $id AND o.id = $onderdeel
ORDER BY s.nummer DESC
"""  # noqa: S608 - our own names
_TEKSTEN = """
SELECT deel, onderdeel, veld, id, nummer, tekst, begonnen_bij, door, op, botst, kiest, zelf_hash
FROM raadsstuk_tekst
WHERE raadsstuk = $id
ORDER BY nummer, id
"""
_WOORDEN = (
    ("stukkop", "SELECT id FROM raadsstuk_kop WHERE raadsstuk = $id AND weggehaald_op IS NULL"),
    ("stuktekst", "SELECT id FROM raadsstuk_tekst WHERE raadsstuk = $id AND weggehaald_op IS NULL"),
)
_BEDRAGEN = ("bedrag_een", "bedrag_twee", "bedrag_drie", "bedrag_vier")


class RaadsstukStore:
    """Stukken, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def stukken(self) -> tuple[StukRegel, ...]:
        """Every stuk that was not taken away, the one last written in first."""
        return tuple(
            StukRegel(id_, gebied, StukSoort(soort), titel, gemaakt_op, op)
            for id_, gebied, soort, titel, gemaakt_op, op in self._cursor.rows(_LIJST)
        )

    def stuk(self, id_: str) -> Raadsstuk | None:
        """One stuk with all that was written of it; None when there is none."""
        row = self._cursor.row(_STUK, {"id": id_})
        if row is None:
            return None
        kop = self._cursor.row(_KOP, {"id": id_})
        assert kop is not None  # noqa: S101 - made together with it
        return Raadsstuk(
            id=row[0],
            gemeente=row[1],
            soort=StukSoort(row[2]),
            kop=_kop(kop),
            gemaakt_door=row[3],
            gemaakt_op=row[4],
            keuzes=self._keuzes(id_),
            onderdelen=self.onderdelen(id_),
            teksten=self._teksten(id_),
        )

    def koppen(self, id_: str) -> dict[str, StukKop]:
        """All that a stuk was ever called, by the id of its row, the newest first."""
        return {row: _kop(kop) for row, *kop in self._cursor.rows(_KOPPEN, {"id": id_})}

    def onderdelen(self, id_: str, *, erin: bool = True) -> tuple[Onderdeel, ...]:
        """What repeats in a stuk, in order; or what was taken out of it."""
        return tuple(
            Onderdeel(onderdeel, OnderdeelSoort(soort), _stand(stand), vast)
            for onderdeel, soort, vast, *stand in self._cursor.rows(_ONDERDELEN, {"id": id_, "erin": erin})
        )

    def standen(self, id_: str, onderdeel: str) -> tuple[Onderdeelversie, ...]:
        """Every stand that an onderdeel of a stuk ever had, the newest first."""
        found = self._cursor.rows(_STANDEN, {"id": id_, "onderdeel": onderdeel})
        return tuple(Onderdeelversie(_stand(stand), door, op) for door, op, *stand in found)

    def _keuzes(self, id_: str) -> tuple[StukKeuze, ...]:
        chosen: dict[StukKeuze, None] = {}
        for soort, ref, gebied, erbij in self._cursor.rows(_KEUZES, {"id": id_}):
            keuze = StukKeuze(KeuzeSoort(soort), ref, gebied)
            if erbij:
                chosen.setdefault(keuze)
            else:
                chosen.pop(keuze, None)
        return tuple(chosen)

    def _teksten(self, id_: str) -> dict[StukVeld, tuple[TekstVersie, ...]]:
        found: dict[StukVeld, list[TekstVersie]] = {}
        for deel, onderdeel, veld, *row in self._cursor.rows(_TEKSTEN, {"id": id_}):
            found.setdefault(StukVeld(Deel(deel), veld, onderdeel), []).append(TekstVersie(*row))
        return {veld: tuple(versies) for veld, versies in found.items()}

    def woorden_in(self, gemeente: str) -> dict[str, str]:
        """Everything that people ever wrote in a stuk of a gemeente and that is still there, by the id of each text."""
        sql = (
            "SELECT t.id, t.tekst FROM raadsstuk_tekst AS t JOIN raadsstuk AS s ON s.id = t.raadsstuk "
            "WHERE s.gebied = $gemeente AND t.tekst IS NOT NULL"
        )
        return dict(self._cursor.rows(sql, {"gemeente": gemeente}))

    def met_woorden(self, id_: str) -> list[tuple[str, str]]:
        """The rows of a stuk that hold words: what the logboek calls each, and its id."""
        return [(soort, row[0]) for soort, sql in _WOORDEN for row in self._cursor.rows(sql, {"id": id_})]

    def known(self, soort: KeuzeSoort) -> frozenset[str]:
        """What can be chosen of one kind, by its code."""
        return frozenset(row[0] for row in self._cursor.rows(_BEKEND[soort]))

    def raadsbesluiten(self, gemeente: str) -> frozenset[str]:
        """What the raad of a gemeente decided, by id."""
        sql = "SELECT id FROM raadsbesluit WHERE gebied = $gemeente"
        return frozenset(row[0] for row in self._cursor.rows(sql, {"gemeente": gemeente}))

    # What figures and definitions are now

    def cijfers(self, pairs: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
        """Every figure of these pairs of indicator and gebied, as a page may show it."""
        asked = sorted(set(pairs))
        if not asked:
            return []
        given = {"indicatoren": [it for it, _ in asked], "gebieden": [it for _, it in asked]}
        return self._cursor.records(load_sql("stuk_cijfers"), given)

    def definities(self, indicatoren: Iterable[str]) -> list[dict[str, Any]]:
        """The newest version of these indicators, in words."""
        return self._cursor.records(load_sql("stuk_definities"), {"indicatoren": sorted(set(indicatoren))})

    def verhaalversies(self, verhalen: Iterable[str]) -> dict[str, int]:
        """The newest version of these verhalen, by id."""
        sql = "SELECT verhaal, max(versie) FROM verhaal_versie WHERE list_contains($ids, verhaal) GROUP BY verhaal"
        return dict(self._cursor.rows(sql, {"ids": sorted(set(verhalen))}))

    # Writing

    def next_keuze(self, stuk: str) -> int:
        """The nummer of the next thing that is chosen for a stuk, or no longer."""
        return next_nummer(self._cursor, "raadsstuk_keuze", "raadsstuk", stuk)

    def add_stuk(self, row: Rij, kop: Rij) -> None:
        """Add a stuk with what it is called."""
        insert_into(self._cursor, "raadsstuk", [row])
        self.add_kop(kop)

    def add_kop(self, row: Rij) -> None:
        """Append what a stuk is called."""
        insert_into(self._cursor, "raadsstuk_kop", [row])

    def add_keuzes(self, rows: Sequence[Rij]) -> None:
        """Append what was chosen, or no longer."""
        insert_into(self._cursor, "raadsstuk_keuze", rows)

    def add_onderdeel(self, row: Rij) -> None:
        """Add something of which there may be several."""
        insert_into(self._cursor, "raadsstuk_onderdeel", [row])

    def add_stand(self, onderdeel: str, stand: OnderdeelStand, made: Rij) -> None:
        """Append what of an onderdeel are no words; `made` is its id, and who wrote it when."""
        row = {
            **made,
            "onderdeel": onderdeel,
            "nummer": stand.nummer,
            "volgorde": stand.volgorde,
            "erin": stand.erin,
            "bij": stand.bij,
            "indicator": stand.indicator,
            "gebied": stand.gebied,
            "verhaal": stand.citaat,
            "geldvorm": stand.geldvorm.value if stand.geldvorm else None,
            **dict(zip(_BEDRAGEN, stand.bedragen, strict=True)),
            "dag": stand.dag,
            "eerder": stand.eerder.value if stand.eerder else None,
            "raadsbesluit": stand.raadsbesluit,
        }
        insert_into(self._cursor, "raadsstuk_onderdeel_stand", [row])

    def add_tekst(self, stuk: str, veld: StukVeld, versie: TekstVersie) -> None:
        """Append a text to a field."""
        row = {
            "id": versie.id,
            "raadsstuk": stuk,
            "deel": veld.deel.value,
            "onderdeel": veld.onderdeel,
            "veld": veld.veld,
            "nummer": versie.nummer,
            "tekst": versie.tekst,
            "begonnen_bij": versie.begonnen_bij,
            "botst": versie.botst,
            "kiest": versie.kiest,
            "zelf_hash": versie.zelf_hash,
            "door": versie.door,
            "op": versie.op,
            "weggehaald_op": None,
        }
        insert_into(self._cursor, "raadsstuk_tekst", [row])


_BEKEND = {
    KeuzeSoort.WIJK: "SELECT code FROM gebied WHERE soort = 'wijk'",
    KeuzeSoort.THEMA: "SELECT code FROM thema",
    KeuzeSoort.INDICATOR: "SELECT code FROM indicator",
}


def _kop(row: Sequence[Any]) -> StukKop:
    return StukKop(row[0], row[1], BobFase(row[2]) if row[2] else None, *row[3:])


def _stand(row: Sequence[Any]) -> OnderdeelStand:
    return OnderdeelStand(
        volgorde=row[0],
        nummer=row[1],
        erin=row[2],
        bij=row[3],
        indicator=row[4],
        gebied=row[5],
        citaat=row[6],
        geldvorm=GeldVorm(row[7]) if row[7] else None,
        bedragen=tuple(row[8:12]),
        dag=row[12],
        eerder=EerderVorm(row[13]) if row[13] else None,
        raadsbesluit=row[14],
    )
