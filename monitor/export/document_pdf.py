"""A document as a PDF that a screen reader reads aloud (PDF/UA-1): made by typst, that refuses one without alt text."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from monitor.domain.document import (
    Alinea,
    Citaat,
    Document,
    Huisstijl,
    Kader,
    Kop,
    Lijst,
    NieuweBladzijde,
    Prent,
    Tabel,
)
from monitor.export import teksten
from monitor.export.columns import fit_columns
from monitor.export.layout import (
    BREEDTE_CM,
    Bijschrift,
    bijschriften,
    logo_alt,
    logo_size,
    on_one_page,
    onder_de_titel,
    picture_size,
    quoted,
    voet,
    with_next,
    words,
)
from monitor.export.page import on_page
from monitor.export.pdf import make_pdf

_MOST_ON_A_PAGE = 1500
"""A cell with more signs than this may go on at the next page."""


def make_document_pdf(document: Document, huisstijl: Huisstijl | None = None) -> bytes:
    """The document as PDF. The same document and logo give the same bytes."""
    shown = on_page(document)
    logo = huisstijl.logo if huisstijl and huisstijl.logo else b""
    breed, hoog = logo_size(logo) if logo else (0.0, 0.0)
    captions = bijschriften(shown)
    return make_pdf(
        "document",
        {
            "titel": shown.titel,
            "ondertitel": shown.ondertitel.strip(),
            "gemeente": shown.gemeente,
            "kenmerk": shown.kenmerk,
            "onder_de_titel": onder_de_titel(shown),
            "taal": shown.taal.partition("-")[0],
            "land": shown.taal.partition("-")[2] or None,
            "logo": list(logo),
            "logo_alt": logo_alt(shown),
            "logo_breed": breed,
            "logo_hoog": hoog,
            "bladzijde": teksten.BLADZIJDE,
            "van": teksten.VAN,
            "voet": voet(shown),
            "blokken": [_data(blok, captions) | {"vast": kept} for blok, kept in with_next(shown.blokken)],
            "vervangen_tekst": teksten.VERVANGEN,
        },
    )


def _data(blok: object, captions: Iterator[Bijschrift]) -> dict[str, Any]:
    """One block as typst reads it."""
    match blok:
        case Kop():
            return {"soort": "kop", **asdict(blok)}
        case Tabel():
            return _tabel(blok, next(captions))
        case Prent():
            breed, hoog = picture_size(blok.svg)
            return {"soort": "prent", **asdict(blok), "bijschrift": str(next(captions)), "breed": breed, "hoog": hoog}
        case Kader():
            return {"soort": "kader", "kop": blok.kop.strip(), "blokken": [stuk_data(it) for it in blok.blokken]}
        case NieuweBladzijde():
            return {"soort": "bladzijde"}
        case _:
            return stuk_data(blok)


def stuk_data(blok: object) -> dict[str, Any]:
    """A block that may also stand in a kader, as typst reads it."""
    match blok:
        case Alinea():
            return {"soort": "alinea", "vorm": blok.soort.value, "tekst": words(blok)}
        case Lijst():
            return {"soort": "lijst", **asdict(blok)}
        case Citaat():
            return {"soort": "citaat", "tekst": quoted(blok.tekst), "bij": blok.bij.strip()}
        case _:
            raise TypeError(f"a block that no document has: {blok!r}")


def _tabel(tabel: Tabel, bijschrift: Bijschrift) -> dict[str, Any]:
    columns = fit_columns(tabel, BREEDTE_CM)
    return {
        "soort": "tabel",
        "bijschrift": str(bijschrift),
        "aandelen": columns.shares,
        "letter": columns.letter_pt,
        "breken": columns.broken,
        "getallen": [place in tabel.getalkolommen for place in range(len(tabel.kolommen))],
        "kolommen": tabel.kolommen,
        "cellen": [cell for rij in tabel.rijen for cell in rij],
        "op_een_blad": on_one_page(tabel),
        "heel": all(len(cell) < _MOST_ON_A_PAGE for rij in tabel.rijen for cell in rij),
    }
