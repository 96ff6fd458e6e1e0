"""A document as an OpenDocument text: the same headings, lists, captions and alt text as the Word file."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from odfdo import Document as OdfDocument
from odfdo import Element, Frame, Header, List, ListItem, Paragraph

from monitor.domain.document import (
    Alinea,
    AlineaSoort,
    Blok,
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
from monitor.export.archive import MIMETYPE, pack, unpack
from monitor.export.columns import LETTER_PT, PADDING_CM, Columns, fit_columns
from monitor.export.layout import (
    BREEDTE_CM,
    Bijschrift,
    bijschriften,
    logo_alt,
    logo_size,
    onder_de_titel,
    picture_size,
    quoted,
    voet,
    with_next,
    words,
)
from monitor.export.page import on_page
from monitor.export.prent import pngs

_PARTS = Path(__file__).parent / "odf"
_KIND = b"application/vnd.oasis.opendocument.text"
_ALINEA = {AlineaSoort.GEWOON: "Standard", AlineaSoort.KLEIN: "Kleine_20_letter", AlineaSoort.LET_OP: "Let_20_op"}
_FRAME = "Kader"
_NEWER = re.compile(rb'(<(?:office|manifest):[^>]*version=)"1\.4"')
_PNG = b"\x89PNG"


def make_odt(document: Document, huisstijl: Huisstijl | None = None) -> bytes:
    """The document as .odt. The same document and logo give the same bytes."""
    logo = huisstijl.logo if huisstijl else None
    shown = on_page(document)
    paper = _Paper(_opened(), iter(pngs(shown)), bijschriften(shown))
    if logo:
        paper.picture(logo, logo_alt(shown), None, logo_size(logo))
    paper.add(Paragraph(shown.titel, style="Title"))
    if shown.ondertitel.strip():
        paper.add(Paragraph(shown.ondertitel, style="Subtitle"))
    paper.add(Paragraph(onder_de_titel(shown), style="Kleine_20_letter"))
    for blok, kept in with_next(shown.blokken):
        paper.write(blok, kept=kept)
    _speak(paper.odf, shown.taal)
    _foot(paper.odf, shown)
    _name(paper.odf, shown)
    return _saved(paper.odf)


@dataclass(slots=True)
class _Paper:
    """An OpenDocument text while it is being written."""

    odf: OdfDocument
    pngs: Iterator[bytes]
    bijschriften: Iterator[Bijschrift]
    body: Any = field(init=False)
    made: dict[tuple[str, str], str] = field(default_factory=dict)
    """The name of every automatic style, by what it is made of."""
    pictures: dict[bytes, str] = field(default_factory=dict)
    frames: int = 0
    new_page: bool = False
    kept: bool = False

    def __post_init__(self) -> None:
        self.body = self.odf.body

    def write(self, blok: Blok, *, kept: bool) -> None:
        """One block; `kept` on the page where the next one begins."""
        # Of a heading the style says it.
        self.kept = kept and not isinstance(blok, Kop)
        _WRITERS[type(blok)](self, blok)

    def heading(self, kop: Kop) -> None:
        """A heading."""
        header = Header(kop.niveau, kop.tekst)
        # odfdo does not take the style of a header, unlike that of a paragraph.
        header.set_attribute("text:style-name", f"Heading_20_{kop.niveau}")
        self.add(header)

    def paragraph(self, alinea: Alinea) -> None:
        """An alinea."""
        self.add(Paragraph(words(alinea), style=_ALINEA[alinea.soort]))

    def plain_list(self, lijst: Lijst) -> None:
        """A list in the text."""
        self.listing(lijst, "List_20_item", "Numbering_20_1" if lijst.genummerd else "List_20_1")

    def told(self, citaat: Citaat) -> None:
        """A citaat in the text."""
        self.quote(citaat, "Verteller", "Verteller_20_bij")

    def drawing(self, prent: Prent) -> None:
        """A picture with its caption."""
        self.picture(next(self.pngs), prent.alt, next(self.bijschriften), picture_size(prent.svg))

    def turn(self, _: NieuweBladzijde) -> None:
        """What comes next begins on a new page."""
        self.new_page = True

    def add(self, element: Any) -> None:
        """A block, on a new page when that was asked, and kept with the next when it must be."""
        asked = ('fo:break-before="page"' if self.new_page else "", 'fo:keep-with-next="always"' if self.kept else "")
        properties = " ".join(filter(None, asked))
        if properties:
            first = element if isinstance(element, Paragraph | Header) else element.get_element("descendant::text:p")
            parent = f'style:parent-style-name="{first.get_attribute("text:style-name")}"'
            first.set_attribute("text:style-name", self.style("paragraph", parent, properties))
        self.new_page = False
        self.body.append(element)

    def style(self, family: str, parent: str, properties: str, of: str = "") -> str:
        """The name of an automatic style; its properties are those of its family, or `of` something else in it."""
        known = self.made.get((family + parent, properties))
        if known:
            return known
        name = f"A{len(self.made) + 1}"
        _inside(self.odf, "content.xml", "//office:automatic-styles").append(
            Element.from_tag(
                f'<style:style style:name="{name}" style:family="{family}" {parent}>'
                f"<style:{of or family}-properties {properties}/></style:style>"
            )
        )
        self.made[family + parent, properties] = name
        return name

    def listing(self, lijst: Lijst, style: str, numbering: str) -> None:
        """A list of its own, so that it begins where it says."""
        made = List(style=numbering)
        for place, item in enumerate(lijst.items):
            entry = ListItem()
            if place == 0 and lijst.genummerd:
                entry.set_attribute("text:start-value", str(lijst.begin))
            entry.append(Paragraph(item, style=style))
            made.append(entry)
        self.add(made)

    def quote(self, citaat: Citaat, style: str, style_bij: str) -> None:
        """What a teller said, and under it who she is."""
        self.add(Paragraph(quoted(citaat.tekst), style=style))
        if citaat.bij.strip():
            self.add(Paragraph(citaat.bij, style=style_bij))

    def frame(self, kader: Kader) -> None:
        """Something apart: paragraphs with a bar and a ground, no table, so that it is read aloud in order."""
        if kader.kop.strip():
            self.add(Paragraph(kader.kop, style="Kader_20_kop"))
        for blok in kader.blokken:
            if isinstance(blok, Alinea):
                self.add(Paragraph(words(blok), style=_FRAME))
            elif isinstance(blok, Lijst):
                self.listing(blok, _FRAME, "Kader_20_nummers" if blok.genummerd else "Kader_20_punten")
            else:
                self.quote(blok, "Kader_20_verteller", _FRAME)
        self.add(Paragraph("", style="Kleine_20_letter"))

    def caption(self, bijschrift: Bijschrift, style: str) -> None:
        """The words with a table or picture, with a number that a word processor can count again."""
        paragraph = Paragraph(f"{bijschrift.soort} ", style=style)
        number = Element.from_tag(
            f'<text:sequence text:ref-name="ref{bijschrift.soort}{bijschrift.nummer}" text:name="{bijschrift.soort}"'
            f' text:formula="ooow:{bijschrift.soort}+1" style:num-format="1">{bijschrift.nummer}</text:sequence>'
        )
        paragraph.append(number)
        paragraph.append_plain_text(f". {bijschrift.tekst}".rstrip())
        self.add(paragraph)

    def picture(self, picture: bytes, alt: str, bijschrift: Bijschrift | None, size: tuple[float, float]) -> None:
        """A picture with what it shows for who cannot see it; a logo has no caption."""
        self.frames += 1
        frame = Frame.image_frame(
            self.keep(picture),
            name=f"Prent {self.frames}",
            size=(f"{size[0]:.3f}cm", f"{size[1]:.3f}cm"),
            style="Graphics",
            anchor_type="as-char",
        )
        frame.svg_description = alt
        paragraph = Paragraph(style="Prent" if bijschrift else "Logo")
        paragraph.append(frame)
        self.add(paragraph)
        if bijschrift is not None:
            self.caption(bijschrift, "Caption")

    def keep(self, picture: bytes) -> str:
        """The name in the file of a picture, that is kept once."""
        if picture not in self.pictures:
            png = picture.startswith(_PNG)
            name = f"Pictures/{len(self.pictures) + 1}.{'png' if png else 'jpg'}"
            self.odf.set_part(name, picture)
            self.odf.manifest.add_full_path(name, "image/png" if png else "image/jpeg")
            self.pictures[picture] = name
        return self.pictures[picture]

    def table(self, tabel: Tabel) -> None:
        """A table with its name above it; its first row is repeated on every page and read with every cell."""
        bijschrift = next(self.bijschriften)
        self.caption(bijschrift, "Table_20_caption")
        table = Element.from_tag("<table:table/>")
        table.set_attribute("table:name", str(bijschrift)[: len(bijschrift.soort)] + f" {bijschrift.nummer}")
        width = f'style:width="{BREEDTE_CM}cm" table:align="left" fo:margin-bottom="0.4cm"'
        table.set_attribute("table:style-name", self.style("table", "", width))
        columns = fit_columns(tabel, BREEDTE_CM)
        for share in columns.shares:
            width = f'style:column-width="{share * BREEDTE_CM:.3f}cm"'
            column = Element.from_tag("<table:table-column/>")
            column.set_attribute("table:style-name", self.style("table-column", "", width))
            table.append(column)
        header = Element.from_tag("<table:table-header-rows/>")
        header.append(self.row(columns.tabel.kolommen, "Cel_20_kop", columns, "#1c2733"))
        table.append(header)
        for place, rij in enumerate(columns.tabel.rijen):
            row = self.row(rij, "Cel", columns, "#c9ccc4")
            # LibreOffice leaves out rows of a table of which the head and first row may not be broken.
            if place > 0:
                row.set_attribute("table:style-name", self.style("table-row", "", 'fo:keep-together="always"'))
            table.append(row)
        self.add(table)

    def row(self, cells: Iterable[str], style: str, columns: Columns, line: str) -> Any:
        """One row."""
        row = Element.from_tag("<table:table-row/>")
        under = (
            f'fo:border-bottom="0.75pt solid {line}" fo:padding-top="0.07cm" fo:padding-bottom="0.07cm"'
            f' fo:padding-left="{PADDING_CM}cm" fo:padding-right="{PADDING_CM}cm"'
        )
        for place, text in enumerate(cells):
            cell = Element.from_tag('<table:table-cell office:value-type="string"/>')
            cell.set_attribute("table:style-name", self.style("table-cell", "", under))
            number = place in columns.tabel.getalkolommen
            cell.append(Paragraph(text, style=self.letters(f"{style}_20_getal" if number else style, columns)))
            row.append(cell)
        return row

    def letters(self, style: str, columns: Columns) -> str:
        """The style of a cell, in smaller letters where the table needs them."""
        if columns.letter_pt == LETTER_PT:
            return style
        size = f'fo:font-size="{columns.letter_pt}pt"'
        return self.style("paragraph", f'style:parent-style-name="{style}"', size, "text")


_WRITERS: dict[type, Callable[[_Paper, Any], None]] = {
    Kop: _Paper.heading,
    Alinea: _Paper.paragraph,
    Lijst: _Paper.plain_list,
    Tabel: _Paper.table,
    Prent: _Paper.drawing,
    Citaat: _Paper.told,
    Kader: _Paper.frame,
    NieuweBladzijde: _Paper.turn,
}


# The file


@cache
def _bare() -> bytes:
    """An OpenDocument text with our styles and nothing in it."""
    parts = {name: (_PARTS / name).read_bytes() for name in ("content.xml", "styles.xml", "meta.xml", "settings.xml")}
    return pack({MIMETYPE: _KIND, **parts, "META-INF/manifest.xml": (_PARTS / "manifest.xml").read_bytes()})


def _inside(odf: OdfDocument, part: str, path: str) -> Any:
    xml: Any = odf.get_part(part)
    return xml.get_element(path)


def _opened() -> OdfDocument:
    return OdfDocument(BytesIO(_bare()))


def _foot(odf: OdfDocument, document: Document) -> None:
    """What the document is and page numbers at the foot of every page."""
    foot = _inside(odf, "styles.xml", "//style:footer/text:p")
    foot.append_plain_text(f"{voet(document)}\t{teksten.BLADZIJDE}")
    foot.append(Element.from_tag('<text:page-number text:select-page="current">1</text:page-number>'))
    foot.append_plain_text(teksten.VAN)
    foot.append(Element.from_tag("<text:page-count>1</text:page-count>"))


def _speak(odf: OdfDocument, taal: str) -> None:
    """Say in the styles in which language the document is."""
    text = _inside(odf, "styles.xml", "//style:default-style[@style:family='paragraph']/style:text-properties")
    language, _, country = taal.partition("-")
    text.set_attribute("fo:language", language)
    text.set_attribute("fo:country", country or "none")


def _name(odf: OdfDocument, document: Document) -> None:
    """What the file says of itself; nothing of who made it or on which machine."""
    told, moment = odf.meta, datetime.combine(document.datum, time(), UTC).replace(tzinfo=None)
    told.title, told.subject, told.language = document.titel, document.ondertitel, document.taal
    told.creator = told.initial_creator = document.gemeente
    told.creation_date = told.date = moment
    if document.kenmerk.strip():
        told.set_user_defined_metadata("kenmerk", document.kenmerk)


def _saved(odf: OdfDocument) -> bytes:
    """The file, of which the bytes do not depend on the clock; odfdo says of its parts that they are of ODF 1.4."""
    made = BytesIO()
    odf.save(made)
    # Text of people never begins an element, so that this changes none of it.
    return pack({name: _NEWER.sub(rb'\1"1.3"', it) for name, it in unpack(made.getvalue()).items()})
