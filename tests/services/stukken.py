"""A stuk for the raad in which people wrote, without any digit: so that every number in it is the product's."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from monitor.domain.document import Alinea, Blok, Citaat, Document, Kader, Kop, Lijst, Prent, Tabel
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
    StukSoort,
    StukVeld,
    TekstVersie,
)

LINDEN, LISDODDE, GEMEENTE = "WK990101", "WK990103", "GM9901"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'


def versie(tekst: str | None, nummer: int = 1, **changes: Any) -> TekstVersie:
    filled = {"begonnen_bij": nummer - 1, "door": "beleid", "op": datetime(2026, 11, 1)}
    return TekstVersie(f"t{nummer}", nummer, tekst, **{**filled, **changes})


def onderdeel(id_: str, soort: OnderdeelSoort, plek: int = 0, *, vast: bool = False, **stand: Any) -> Onderdeel:
    return Onderdeel(id_, soort, OnderdeelStand(plek, **stand), vast)


def make_stuk(
    onderdelen: Iterable[Onderdeel] = (),
    teksten: dict[StukVeld, str | tuple[TekstVersie, ...]] | None = None,
    keuzes: Iterable[StukKeuze] = (StukKeuze(KeuzeSoort.WIJK, LINDEN),),
    soort: StukSoort = StukSoort.RAADSVOORSTEL,
) -> Raadsstuk:
    return Raadsstuk(
        id="stuk",
        gemeente=GEMEENTE,
        soort=soort,
        kop=StukKop(1, "Een tolk bij ontmoeten", BobFase.BESLUITVORMING, jaar=2027),
        gemaakt_door="beleid",
        gemaakt_op=datetime(2026, 11, 1),
        keuzes=tuple(keuzes),
        onderdelen=tuple(onderdelen),
        teksten={
            veld: (versie(it),) if isinstance(it, str) else it
            for veld, it in {StukVeld(Deel.ONDERWERP): "Een tolk", **(teksten or {})}.items()
        },
    )


def vol_stuk(citaten: Iterable[str], cijfers: Iterable[tuple[str, str]], soort: StukSoort) -> Raadsstuk:
    """A stuk with something of everything: for each citaat an argument, for each figure one, and one without both."""
    said, counted = list(citaten), list(cijfers)
    places = range(max(len(said), len(counted)))
    arguments = [
        onderdeel(
            f"a{place}",
            OnderdeelSoort.ARGUMENT,
            place,
            bij=None if soort is not StukSoort.RAADSVOORSTEL else "b0" if place % 2 == 0 else "b1",
            citaat=said[place] if place < len(said) else None,
            indicator=counted[place][0] if place < len(counted) else None,
            gebied=counted[place][1] if place < len(counted) else None,
        )
        for place in places
    ]
    own = [
        onderdeel("b0", OnderdeelSoort.BESLISPUNT),
        onderdeel("b1", OnderdeelSoort.BESLISPUNT, 1),
        onderdeel("alt0", OnderdeelSoort.ALTERNATIEF, vast=True),
        onderdeel("risico", OnderdeelSoort.RISICO, bij="b0"),
        onderdeel("kant", OnderdeelSoort.KANTTEKENING, bij="b1"),
        onderdeel("mijlpaal", OnderdeelSoort.MIJLPAAL, dag=date(2027, 6, 1)),
        onderdeel("advies", OnderdeelSoort.ADVIES),
        onderdeel("motie", OnderdeelSoort.EERDER, eerder=EerderVorm.MOTIE, dag=date(2025, 11, 6)),
        onderdeel(
            "geld",
            OnderdeelSoort.FINANCIELE_REGEL,
            geldvorm=GeldVorm.STRUCTUREEL,
            bedragen=(Decimal(0), Decimal("8100.50"), None, None),
        ),
        onderdeel("bijlage", OnderdeelSoort.BIJLAGE),
    ]
    if soort is not StukSoort.RAADSVOORSTEL:
        own = []
    texts: dict[StukVeld, str | tuple[TekstVersie, ...]] = {
        it.veld(): f"Woorden bij {it.soort.value}" for it in [*own, *arguments]
    }
    return make_stuk(
        [*own, *arguments, *([onderdeel("kaal", OnderdeelSoort.ARGUMENT, 99)])],
        texts,
        (StukKeuze(KeuzeSoort.WIJK, LINDEN), StukKeuze(KeuzeSoort.DEEL, Deel.KWADRANT.value)),
        soort,
    )


def words(document: Document) -> list[str]:
    """Every text of a document, in order, without its drawings."""
    return [document.titel, document.ondertitel, *(text for blok in document.blokken for text in _words(blok))]


def _words(blok: Blok) -> list[str]:
    match blok:
        case Kop() | Alinea():
            return [blok.tekst]
        case Lijst():
            return list(blok.items)
        case Tabel():
            return [blok.titel, *blok.kolommen, *(cel for rij in blok.rijen for cel in rij)]
        case Prent():
            return [blok.alt, blok.bijschrift]
        case Citaat():
            return [blok.tekst, blok.bij]
        case Kader():
            return [blok.kop, *(text for it in blok.blokken for text in _words(it))]
    return []


def under(document: Document, kop: str) -> list[Blok]:
    """What stands under the first heading of level one or two with these words, up to the next of that level."""
    blokken = list(document.blokken)
    place, head = next((at, it) for at, it in enumerate(blokken) if isinstance(it, Kop) and kop in it.tekst)
    rest = blokken[place + 1 :]
    end = next((at for at, it in enumerate(rest) if isinstance(it, Kop) and it.niveau <= head.niveau), len(rest))
    return rest[:end]
