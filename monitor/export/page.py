"""A document as it goes on a page: signs that can be shown, drawings in our letters, and amounts that stay whole."""

import re
from dataclasses import replace

from monitor.domain.document import Alinea, Blok, Citaat, Document, Kader, Kop, Lijst, NieuweBladzijde, Prent, Tabel
from monitor.export.prent import with_our_letters
from monitor.export.tekens import vervang
from monitor.nl import MAANDEN, SEIZOENEN

UNBROKEN = "\u00a0"
"""A space at which no line is broken."""
_WHOLE = re.compile(
    r"€ (?=[-\d])|\d+e kwartaal (?:van )?(?=\d{4}\b)|\d (?=procent\b)|\d tot (?=\d)"
    rf"|(?:\b\d{{1,2}} )?\b(?:{'|'.join((*MAANDEN, *SEIZOENEN))}) (?=\d{{4}}\b)",
    re.IGNORECASE,
)
"""What belongs to the number behind it: an amount, a period, the ends of a margin."""
_AFTER_NUMBER = re.compile(r"(?<=\d) ")


def on_page(document: Document) -> Document:
    """The document as a word processor or a printer gets it."""
    shown = with_our_letters(vervang(document))
    return replace(shown, blokken=tuple(map(_whole_blok, shown.blokken)))


def _whole_blok(blok: Blok) -> Blok:
    match blok:
        case Kop():
            return replace(blok, tekst=_whole(blok.tekst))
        case Prent():
            return replace(blok, bijschrift=_whole(blok.bijschrift))
        case Tabel():
            return _whole_tabel(blok)
        case Kader():
            return replace(blok, kop=_whole(blok.kop), blokken=tuple(map(_whole_part, blok.blokken)))
        case NieuweBladzijde():
            return blok
        case _:
            return _whole_part(blok)


def _whole_part(blok: Alinea | Lijst | Citaat) -> Alinea | Lijst | Citaat:
    """A block that may also stand in a kader. Of what a teller agreed to no sign changes, not even a space."""
    match blok:
        case Alinea():
            return replace(blok, tekst=_whole(blok.tekst))
        case Lijst():
            return replace(blok, items=tuple(map(_whole, blok.items)))
        case _:
            return blok


def _whole_tabel(tabel: Tabel) -> Tabel:
    """In a column of numbers, what stands behind a number is its unit."""
    return replace(
        tabel,
        titel=_whole(tabel.titel),
        kolommen=tuple(map(_whole, tabel.kolommen)),
        rijen=tuple(
            tuple(
                _AFTER_NUMBER.sub(UNBROKEN, _whole(cel)) if place in tabel.getalkolommen else _whole(cel)
                for place, cel in enumerate(rij)
            )
            for rij in tabel.rijen
        ),
    )


def _whole(text: str) -> str:
    return _WHOLE.sub(lambda found: found[0].replace(" ", UNBROKEN), text)
