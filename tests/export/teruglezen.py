"""Reading back what stands in a file, as another program reads it."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.token import Token
from odfdo import Document as OdfDocument
from pypdf import PdfReader
from pypdf.generic import ContentStream

_BREAKS = re.compile("[\\s\u00ad\u200b]+")


def squeezed(text: str) -> str:
    """Text without white: where a page breaks its lines is not what was said."""
    return _BREAKS.sub("", text)


# Word


def docx_texts(inhoud: bytes) -> list[tuple[str, str]]:
    """The name of the style and the text of every alinea, also those in tables, in order."""
    word = docx.Document(BytesIO(inhoud))
    return [(it.style.name, it.text) for it in _paragraphs(word)]


def _paragraphs(word: Any) -> Iterator[Any]:
    for part in word.element.body:
        if part.tag == qn("w:p"):
            yield Paragraph(part, word)
        elif part.tag == qn("w:tbl"):
            yield from (
                paragraph for row in Table(part, word).rows for cell in row.cells for paragraph in cell.paragraphs
            )


# OpenDocument


def odt_texts(inhoud: bytes) -> list[tuple[str, str]]:
    """The name of the style and the text of every alinea and heading, also those in lists and tables, in order."""
    odf = OdfDocument(BytesIO(inhoud))
    found = odf.body.get_elements("descendant::text:p | descendant::text:h")
    return [
        (it.get_attribute("text:style-name") or "", "" if it.get_elements("draw:frame") else it.inner_text)
        for it in found
    ]


# PDF


def pdf_text(inhoud: bytes) -> str:
    """The text of all pages as a screen reader gets it: what a run of glyphs stands for goes before the glyphs."""
    return "".join("".join(_shown(page)) for page in PdfReader(BytesIO(inhoud)).pages)


def _shown(page: Any) -> Iterator[str]:
    maps = {name: _signs(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
    font, told = "", []
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator == b"BDC" or operator == b"BMC":
            actual = operands[1].get("/ActualText") if operator == b"BDC" and hasattr(operands[1], "get") else None
            told.append(actual)
            if actual is not None and all(it is None for it in told[:-1]):
                yield str(actual)
        elif operator == b"EMC":
            told.pop()
        elif operator == b"Tf":
            font = operands[0]
        elif operator in (b"Tj", b"TJ") and all(it is None for it in told):
            yield from (_decoded(it, maps[font]) for it in (operands[0] if operator == b"TJ" else operands))


def _signs(font: Any) -> dict[bytes, str]:
    """Which text each glyph of a font stands for."""
    made: dict[bytes, str] = {}
    content = font["/ToUnicode"].get_data().decode("ascii")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", content, re.DOTALL):
        for glyph, text in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", block):
            made[bytes.fromhex(glyph)] = bytes.fromhex(text).decode("utf-16-be")
    assert "beginbfrange" not in content
    return made


def _decoded(piece: Any, signs: dict[bytes, str]) -> str:
    if not isinstance(piece, bytes | str):
        return ""
    raw = piece if isinstance(piece, bytes) else piece.original_bytes
    return "".join(signs.get(raw[at : at + 2], "") for at in range(0, len(raw), 2))


# Markdown


def markdown_texts(text: str) -> list[tuple[str, str]]:
    """The kind and the text of every block; anything in it that is more than text stands there as <kind>."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    found, opened = [], ""
    for token in tokens:
        if token.type.endswith("_open"):
            opened = token.tag
        elif token.type == "inline":
            found.append((opened, "".join(map(_plain, token.children or []))))
    return found


def _plain(token: Token) -> str:
    if token.type in ("text", "text_special"):
        return token.content
    return "\n" if token.type == "hardbreak" else f"<{token.type}>"


# In pieces: text, and tables row by row


Rijen = list[list[str]]
Blok = str | Rijen
"""A heading, alinea, item, caption, or what is said of a picture; or the rows of a table, its head first."""
_HINTS = re.compile("[\u00ad\u200b]")


def docx_blokken(inhoud: bytes) -> list[Blok]:
    """Everything that stands in a Word file, in order."""
    word = docx.Document(BytesIO(inhoud))
    found: list[Blok] = []
    for part in word.element.body:
        if part.tag == qn("w:tbl"):
            found.append([[_seen(cell.text) for cell in row.cells] for row in Table(part, word).rows])
        elif part.tag == qn("w:p"):
            found += [_seen(it.get("descr") or "") for it in part.iter(qn("wp:docPr"))]
            found.append(_seen(Paragraph(part, word).text))
    return [it for it in found if it]


def odt_blokken(inhoud: bytes) -> list[Blok]:
    """Everything that stands in an OpenDocument file, in order."""
    body = OdfDocument(BytesIO(inhoud)).body
    inside = "[not(ancestor::table:table)]"
    found: list[Blok] = []
    for it in body.get_elements(f"descendant::text:p{inside} | descendant::text:h{inside} | descendant::table:table"):
        if it.tag == "table:table":
            rows = it.get_elements("descendant::table:table-row")
            found.append([[_lines(cell) for cell in row.get_elements("table:table-cell")] for row in rows])
        elif frames := it.get_elements("draw:frame"):
            found += [_seen(frame.svg_description or "") for frame in frames]
        else:
            found.append(_seen(it.inner_text))
    return [it for it in found if it]


def _lines(cell: Any) -> str:
    return _seen("\n".join(it.inner_text for it in cell.get_elements("text:p")))


def markdown_blokken(text: str) -> list[Blok]:
    """Everything that stands in a Markdown file, in order."""
    found: list[Blok] = []
    rows: Rijen = []
    opened = ""
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        opened = token.tag if token.type.endswith("_open") else opened
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "table_close":
            found.append(rows)
            rows = []
        elif token.type == "inline" and opened in ("td", "th"):
            rows[-1].append(_said(token))
        elif token.type == "inline":
            found.append(_said(token))
    return [it for it in found if it]


def _said(token: Token) -> str:
    """The words of a piece of Markdown, and those of its pictures."""
    parts = [it.content if it.type == "image" else _plain(it) for it in token.children or []]
    return _seen("".join(it for it in parts if not re.fullmatch("<(strong|em)_(open|close)>", it)))


def _seen(text: str) -> str:
    """Text as somebody reads it: without signs that only say where a line may end."""
    return _HINTS.sub("", text).replace("\u00a0", " ").replace("\u202f", " ").strip()
