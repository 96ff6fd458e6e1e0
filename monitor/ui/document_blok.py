"""A document on the screen, as it will be written: the same blocks and the same words as in the file."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from itertools import islice

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
from monitor.export.layout import Bijschrift, bijschriften, onder_de_titel, quoted, words
from monitor.export.tekens import vervang
from monitor.ui.html import Html, escape, tag

_BELOW_TITLE = 2
"""The title of the document is a heading of this level on its page."""


def compose(document: Document) -> Html:
    """The document as one block, under a heading of the page; what a file cannot hold is replaced here too."""
    shown = vervang(document)
    captions = bijschriften(shown)
    return tag(
        "article",
        tag(f"h{_BELOW_TITLE}", shown.titel, dir="auto"),
        tag("p", shown.ondertitel, class_="sub", dir="auto") if shown.ondertitel.strip() else None,
        tag("p", onder_de_titel(shown), class_="wie"),
        *_blocks(shown.blokken, captions),
        class_="tv document",
    )


def compose_last(document: Document, count: int) -> Html:
    """Only the last `count` blocks of a document, with the numbers that they have in all of it."""
    shown = vervang(document)
    before, here = shown.blokken[:-count], shown.blokken[-count:]
    counted = sum(isinstance(it, Tabel | Prent) for it in before)
    return tag("div", *_blocks(here, islice(bijschriften(shown), counted, None)), class_="tv document")


def _blocks(blokken: Iterable[Blok], captions: Iterator[Bijschrift]) -> Iterator[Html]:
    for blok in blokken:
        yield _block(blok, captions)


def _block(blok: Blok, captions: Iterator[Bijschrift]) -> Html:
    match blok:
        case Kop():
            return tag(f"h{blok.niveau + _BELOW_TITLE}", blok.tekst, dir="auto")
        case Tabel():
            return _table(blok, str(next(captions)))
        case Prent():
            return _picture(blok, str(next(captions)))
        case Kader():
            head = tag("p", tag("b", blok.kop), dir="auto") if blok.kop.strip() else None
            return tag("div", head, *(_piece(it) for it in blok.blokken), class_="kader")
        case NieuweBladzijde():
            return tag("hr")
        case _:
            return _piece(blok)


def _piece(blok: Alinea | Lijst | Citaat) -> Html:
    match blok:
        case Alinea():
            loud = {AlineaSoort.GEWOON: None, AlineaSoort.KLEIN: "zacht klein", AlineaSoort.LET_OP: "let-op"}
            return tag("p", _lines(words(blok)), class_=loud[blok.soort], dir="auto")
        case Lijst():
            items = (tag("li", _lines(it), dir="auto") for it in blok.items)
            return tag("ol", *items, start=blok.begin) if blok.genummerd else tag("ul", *items)
        case Citaat():
            by = tag("footer", blok.bij, class_="wie", dir="auto") if blok.bij.strip() else None
            return tag("blockquote", tag("p", _lines(quoted(blok.tekst)), dir="auto"), by)


def _table(blok: Tabel, caption: str) -> Html:
    rows = (
        tag("tr", *(_cell("td", it, place in blok.getalkolommen) for place, it in enumerate(row))) for row in blok.rijen
    )
    return tag(
        "div",
        tag(
            "table",
            tag("caption", caption, dir="auto"),
            tag(
                "thead",
                tag(
                    "tr",
                    *(_cell("th", it, place in blok.getalkolommen, "col") for place, it in enumerate(blok.kolommen)),
                ),
            ),
            tag("tbody", *rows),
        ),
        class_="schuif",
        tabindex="0",
        role="region",
        aria_label=caption,
    )


def _cell(name: str, text: str, number: bool, scope: str | None = None) -> Html:
    return tag(name, _lines(text), scope=scope, class_="getal" if number else None, dir="auto")


def _picture(blok: Prent, caption: str) -> Html:
    drawing = b64encode(blok.svg.encode("utf-8", "replace")).decode("ascii")
    return tag(
        "figure",
        tag("img", src=f"data:image/svg+xml;base64,{drawing}", alt=blok.alt),
        tag("figcaption", caption, class_="wie", dir="auto"),
    )


def _lines(text: str) -> Html:
    return Html("<br>".join(escape(line) for line in text.split("\n")))
