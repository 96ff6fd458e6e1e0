"""Documents to write in the tests: one with every kind of block, and one made of whatever text there is."""

from collections.abc import Iterable
from datetime import date

from monitor.domain.document import (
    Alinea,
    AlineaSoort,
    Blok,
    Citaat,
    Document,
    Kader,
    Kop,
    Lijst,
    NieuweBladzijde,
    Prent,
    Tabel,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="240" viewBox="0 0 640 240">'
    '<rect width="640" height="240" fill="#ffffff"/><path d="M20 200 L320 120 L620 60" stroke="#12608a" fill="none"'
    ' stroke-width="3"/><text x="20" y="30" font-family="Elders Sans" font-size="20">Van 52 naar 61</text></svg>'
)
ALT = "Een lijn die stijgt van 52 in 2020 naar 61 in 2024."
CITAAT = "Sinds de soepmiddag weet ik wie er boven woont."


def make_document(*blokken: Blok, titel: str = "Een stuk", ondertitel: str = "", kenmerk: str = "") -> Document:
    """A document with these blocks."""
    return Document(titel, ondertitel, "Gemeente Veldermeer", date(2026, 11, 22), kenmerk, blokken)


def vol_stuk() -> Document:
    """A document with every kind of block in it."""
    return make_document(
        Kop(1, "Voorgesteld besluit"),
        Alinea("De raad besluit:"),
        Lijst(("Een open tafel te betalen in 2027.", "Elk jaar terug te kijken met bewoners."), genummerd=True),
        Kop(1, "Argumenten"),
        Kop(2, "1.1 Mensen kennen elkaar beter"),
        Alinea("In 2024 kende 61 van de 100 mensen genoeg buren om even op te passen."),
        Citaat(CITAAT, "bewoner, voorjaar 2025"),
        Prent(SVG, ALT, "Genoeg buren om even op te passen. Bron: Enquête Veldermeer, gemeten."),
        Kop(2, "1.2 Het kan goedkoop"),
        Lijst(("soep", "brood\nen boter")),
        Lijst(("Derde punt", "Vierde punt"), genummerd=True, begin=3),
        Alinea("De cijfers zijn voorlopig.", AlineaSoort.LET_OP),
        Kop(3, "Nog een laag dieper"),
        Kader(
            "Wat wij niet weten",
            (
                Alinea("Wie geen Nederlands spreekt, is niet gevraagd."),
                Lijst(("jongeren onder de 25", "mensen die net in de wijk wonen")),
                Citaat("Ik kwam er niet tussen.", "bewoner, najaar 2025"),
            ),
        ),
        Alinea("Wat er ontbreekt staat in de bijlage.", AlineaSoort.KLEIN),
        NieuweBladzijde(),
        Kop(1, "Bijlage: de cijfers"),
        Tabel(
            "Genoeg buren om even op te passen",
            ("Jaar", "Lindekwartier", "Bron"),
            (("2020", "52,5", "Enquête"), ("2024", "61,0", "Enquête, met een breuk")),
            frozenset({1}),
        ),
        titel="Raadsvoorstel: samen eten",
        ondertitel="Een open tafel in elke wijk",
        kenmerk="ab12cd34",
    )


def stuk_van(texts: Iterable[str]) -> Document:
    """A document in which every text stands as heading, item, caption, cell, citaat, and words with a picture."""
    blokken: list[Blok] = []
    for text in texts:
        blokken += [
            Kop(1, text),
            Lijst((text,)),
            Tabel(text, ("Kop",), ((text,),)),
            Citaat(text),
            Prent(SVG, ALT, text),
        ]
    return make_document(*blokken)
