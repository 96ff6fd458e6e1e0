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
    Raadsstuk,
    StukKeuze,
    StukKop,
    StukRegel,
    StukSoort,
    StukVeld,
    TekstVersie,
)
from monitor.store.database import Cursor, load_sql
from monitor.store.rijen import Rij, insert_into

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
_KEUZES = "SELECT soort, ref, gebied, erbij FROM raadsstuk_keuze WHERE raadsstuk = $id ORDER BY nummer, id"
_ONDERDELEN = """
SELECT o.id, o.soort, o.vast, s.volgorde, s.nummer, s.bij, s.indicator, s.gebied, s.verhaal, s.geldvorm,
    s.bedrag_een, s.bedrag_twee, s.bedrag_drie, s.bedrag_vier, s.dag, s.eerder, s.raadsbesluit
FROM raadsstuk_onderdeel AS o
JOIN raadsstuk_onderdeel_stand AS s ON s.onderdeel = o.id
WHERE o.raadsstuk = $id AND s.erin
    AND s.nummer = (SELECT max(m.nummer) FROM raadsstuk_onderdeel_stand AS m WHERE m.onderdeel = o.id)
ORDER BY s.volgorde, o.gemaakt_op, o.id
"""
_TEKSTEN = """
SELECT deel, onderdeel, veld, id, nummer, tekst, begonnen_bij, door, op, botst, kiest, zelf_hash
FROM raadsstuk_tekst
WHERE raadsstuk = $id
ORDER BY nummer, id
"""
_HOOGSTE = {
    "raadsstuk_kop": "SELECT coalesce(max(nummer), 0) FROM raadsstuk_kop WHERE raadsstuk = $van",
    "raadsstuk_keuze": "SELECT coalesce(max(nummer), 0) FROM raadsstuk_keuze WHERE raadsstuk = $van",
}
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
            kop=StukKop(kop[0], kop[1], BobFase(kop[2]) if kop[2] else None, *kop[3:]),
            gemaakt_door=row[3],
            gemaakt_op=row[4],
            keuzes=self._keuzes(id_),
            onderdelen=tuple(_onderdeel(it) for it in self._cursor.rows(_ONDERDELEN, {"id": id_})),
            teksten=self._teksten(id_),
        )

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

    def next_nummer(self, table: str, van: str) -> int:
        """The nummer of what is appended to a stuk."""
        row = self._cursor.row(_HOOGSTE[table], {"van": van})
        return 1 if row is None else int(row[0]) + 1

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


def _onderdeel(row: Sequence[Any]) -> Onderdeel:
    stand = OnderdeelStand(
        volgorde=row[3],
        nummer=row[4],
        bij=row[5],
        indicator=row[6],
        gebied=row[7],
        citaat=row[8],
        geldvorm=GeldVorm(row[9]) if row[9] else None,
        bedragen=tuple(row[10:14]),
        dag=row[14],
        eerder=EerderVorm(row[15]) if row[15] else None,
        raadsbesluit=row[16],
    )
    return Onderdeel(row[0], OnderdeelSoort(row[1]), stand, row[2])
