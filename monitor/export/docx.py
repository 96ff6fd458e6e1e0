"""A document as a Word file: real headings, lists and captions, in the template of the gemeente where it gave one.

What a reader hears is in the file itself: the language of every run, alt text of pictures and tables, header rows.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.shape import CT_Inline
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

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
from monitor.export.columns import LETTER_PT, Columns, fit_columns
from monitor.export.layout import (
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
from monitor.export.prent import pngs
from monitor.export.word import (
    element,
    has_own_logo,
    make_room,
    name_file,
    name_styles,
    new_numbering,
    opened,
    put_back,
    saved,
    speak,
    text_width,
)

_TWIPS_PER_CM = 567
_FRAME_INDENT = 200
_ALINEA = {AlineaSoort.GEWOON: "Normal", AlineaSoort.KLEIN: "Kleine letter", AlineaSoort.LET_OP: "Let op"}


def make_docx(document: Document, huisstijl: Huisstijl | None = None) -> bytes:
    """The document as .docx. The same document and template give the same bytes."""
    style = huisstijl or Huisstijl()
    shown = on_page(document)
    word = opened(style.sjabloon)
    behind = make_room(word)
    paper = _Paper(word, shown.taal, iter(pngs(shown)), bijschriften(shown))
    if style.logo and not has_own_logo(word):
        paper.picture(style.logo, logo_alt(shown), None, logo_size(style.logo))
    paper.add("Title", shown.titel)
    if shown.ondertitel.strip():
        paper.add("Subtitle", shown.ondertitel)
    paper.add("Kleine letter", onder_de_titel(shown))
    for blok, kept in with_next(shown.blokken):
        paper.write(blok, kept=kept)
    paper.close()
    put_back(word, behind)
    paper.add_footer(shown)
    name_file(word, shown)
    return saved(word)


@dataclass(slots=True)
class _Paper:
    """A Word file while it is being written."""

    word: WordDocument
    taal: str
    pngs: Iterator[bytes]
    bijschriften: Iterator[Bijschrift]
    styles: dict[str, str] = field(init=False)
    """The id of every style, by its name in small letters: a Dutch Word has other ids than ours."""
    drawings: int = field(init=False)
    """The highest number of what is drawn in the file: each has its own."""
    new_page: bool = False
    after_table: bool = False
    kept: bool = False

    def __post_init__(self) -> None:
        self.styles = name_styles(self.word)
        speak(self.word, self.taal)
        self.drawings = self.word.part.next_id

    def write(self, blok: Blok, *, kept: bool) -> None:
        """One block; `kept` on the page where the next one begins."""
        self.kept = kept
        _WRITERS[type(blok)](self, blok)

    def heading(self, kop: Kop) -> None:
        """A heading."""
        self.add(f"heading {kop.niveau}", kop.tekst)

    def paragraph(self, alinea: Alinea) -> None:
        """An alinea."""
        self.add(_ALINEA[alinea.soort], words(alinea))

    def plain_list(self, lijst: Lijst) -> None:
        """A list in the text."""
        self.listing(lijst, "List Number" if lijst.genummerd else "List Bullet").paragraph_format.space_after = Pt(6)

    def told(self, citaat: Citaat) -> None:
        """A citaat in the text."""
        self.quote(citaat, "Woorden van een verteller", "Wie het vertelde")

    def drawing(self, prent: Prent) -> None:
        """A picture with its caption."""
        self.picture(next(self.pngs), prent.alt, next(self.bijschriften), picture_size(prent.svg))

    def turn(self, _: NieuweBladzijde) -> None:
        """What comes next begins on a new page."""
        self.new_page = True

    def add(self, style: str, text: str) -> Paragraph:
        """A paragraph in a style, known by its name."""
        paragraph = self.word.add_paragraph()
        paragraph._p.style = self.styles[style.lower()]
        if self.new_page:
            paragraph.paragraph_format.page_break_before = True
            self.new_page = False
        if self.after_table:
            paragraph.paragraph_format.space_before = Pt(14)
            self.after_table = False
        if self.kept:
            paragraph.paragraph_format.keep_with_next = True
        self.run(paragraph, text)
        return paragraph

    def run(self, paragraph: Paragraph, text: str) -> Any:
        """Text in a paragraph, that says in which language it is."""
        run = paragraph.add_run(text)
        run._r.get_or_add_rPr().append(element("w:lang", val=self.taal))
        return run

    def listing(self, lijst: Lijst, style: str) -> Paragraph:
        """A list with a numbering of its own, so that it begins where it says; its last item."""
        number = new_numbering(self.word, lijst, _FRAME_INDENT if style == "Kader" else 0)
        for item in lijst.items:
            paragraph = self.add(style, item)
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number
        return paragraph

    def quote(self, citaat: Citaat, style: str, style_bij: str) -> None:
        """What a teller said, and under it who she is."""
        said = self.add(style, quoted(citaat.tekst))
        if citaat.bij.strip():
            said.paragraph_format.keep_with_next = True
            self.add(style_bij, citaat.bij)

    def frame(self, kader: Kader) -> None:
        """Something apart: paragraphs with a bar and a ground, no table, so that it is read aloud in order."""
        before = len(self.word.element.body)
        if kader.kop.strip():
            self.add("Kop van een kader", kader.kop)
        for blok in kader.blokken:
            if isinstance(blok, Alinea):
                self.add("Kader", words(blok))
            elif isinstance(blok, Lijst):
                self.listing(blok, "Kader")
            else:
                self.quote(blok, "Verteller in een kader", "Kader")
        inside = [Paragraph(it, self.word._body) for it in self.word.element.body.p_lst][
            before - len(self.word.element.body) :
        ]
        for paragraph in inside[:-1]:
            paragraph.paragraph_format.keep_with_next = True
        if inside:
            inside[0].paragraph_format.space_before = Pt(10)
            inside[-1].paragraph_format.space_after = Pt(12)

    def caption(self, bijschrift: Bijschrift) -> Paragraph:
        """The words with a table or picture, with a number that Word can count again."""
        paragraph = self.add("caption", f"{bijschrift.soort} ")
        self.counter(paragraph, f" SEQ {bijschrift.soort} \\* ARABIC ", str(bijschrift.nummer))
        self.run(paragraph, f". {bijschrift.tekst}".rstrip())
        return paragraph

    def counter(self, paragraph: Paragraph, instruction: str, now: str) -> None:
        """A number that Word reckons; `now` stands there until it does."""
        for kind in ("begin", "instr", "separate", "now", "end"):
            run = self.run(paragraph, now if kind == "now" else "")
            if kind == "instr":
                told = element("w:instrText")
                told.text = instruction
                told.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                run._r.append(told)
            elif kind != "now":
                run._r.append(element("w:fldChar", fldCharType=kind))

    def picture(self, picture: bytes, alt: str, bijschrift: Bijschrift | None, size: tuple[float, float]) -> None:
        """A picture with what it shows for who cannot see it; a logo has no caption."""
        paragraph = self.add("Prent", "")
        relation, image = self.word.part.get_or_add_image(BytesIO(picture))
        self.drawings += 1
        share = min(1.0, text_width(self.word) / size[0])
        inline = CT_Inline.new_pic_inline(
            self.drawings, relation, image.filename, Cm(size[0] * share), Cm(size[1] * share)
        )
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        inline.docPr.set("descr", alt)
        inline.docPr.set("name", f"Prent {self.drawings}")
        self.run(paragraph, "")._r.add_drawing(inline)
        if bijschrift is None:
            paragraph.paragraph_format.space_after = Pt(12)
        else:
            self.caption(bijschrift)

    def table(self, tabel: Tabel) -> None:
        """A table with its name above it; its first row is repeated on every page and read with every cell."""
        self.caption(next(self.bijschriften)).paragraph_format.keep_with_next = True
        self.word.element.body._insert_tbl(self.grid(tabel))
        self.after_table = True

    def grid(self, tabel: Tabel) -> Any:
        """The table itself."""
        width = text_width(self.word)
        columns = fit_columns(tabel, width)
        table = parse_xml(
            f"<w:tbl {nsdecls('w')}><w:tblPr><w:tblStyle w:val={quoteattr(self.styles['tabel met lijnen'])}/>"
            '<w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
            ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f"<w:tblCaption w:val={quoteattr(tabel.titel)}/></w:tblPr><w:tblGrid/></w:tbl>"
        )
        widths = [round(share * width * _TWIPS_PER_CM) for share in columns.shares]
        for it in widths:
            table.tblGrid.append(element("w:gridCol", w=str(it)))
        whole = on_one_page(tabel)
        for place, cells in enumerate((columns.tabel.kolommen, *columns.tabel.rijen)):
            # LibreOffice leaves out rows of a table whose head stands alone at the foot of a page, and of one whose
            # head and first row may not be broken.
            kept = place == 0 or (whole and place < len(tabel.rijen))
            said = ("w:tblHeader",) if place == 0 else ("w:cantSplit",) if place > 1 else ()
            table.append(self.row(cells, widths, columns, said, kept=kept))
        return table

    def row(
        self, cells: tuple[str, ...], widths: list[int], columns: Columns, said: tuple[str, ...], *, kept: bool
    ) -> Any:
        """One row, with what is said of it; `kept` on the page of the next one."""
        row = element("w:tr")
        if said:
            properties = element("w:trPr")
            properties.extend(map(element, said))
            row.append(properties)
        for place, (text, width) in enumerate(zip(cells, widths, strict=True)):
            cell = element("w:tc")
            size = element("w:tcPr")
            size.append(element("w:tcW", w=str(width), type="dxa"))
            cell.append(size)
            paragraph = self.cell(text, columns.letter_pt, number=place in columns.tabel.getalkolommen)
            paragraph.paragraph_format.keep_with_next = kept or None
            cell.append(paragraph._p)
            row.append(cell)
        return row

    def cell(self, text: str, letter_pt: float, *, number: bool) -> Paragraph:
        """What stands in a cell; a number stands to the right."""
        paragraph = Paragraph(element("w:p"), self.word._body)
        paragraph._p.style = self.styles["cel van een tabel"]
        if number:
            paragraph._p.get_or_add_pPr().append(element("w:jc", val="right"))
        run = self.run(paragraph, text)
        if letter_pt < LETTER_PT:
            run.font.size = Pt(letter_pt)
        return paragraph

    def close(self) -> None:
        """Word wants a paragraph behind the last table."""
        if self.after_table:
            self.add("Kleine letter", "")

    def add_footer(self, document: Document) -> None:
        """What the document is and page numbers at the foot, unless the template has a foot of its own."""
        footer = self.word.sections[-1].footer
        if not footer.is_linked_to_previous:
            return
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph._p.style = self.styles["footer"]
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(text_width(self.word)), WD_TAB_ALIGNMENT.RIGHT)
        self.run(paragraph, f"{voet(document)}\t{teksten.BLADZIJDE}")
        self.counter(paragraph, " PAGE ", "1")
        self.run(paragraph, teksten.VAN)
        self.counter(paragraph, " NUMPAGES ", "1")


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
