"""A document in its four files: what stands in it, how a screen reader finds its way, and that no text is ever lost."""

import re
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from odfdo import Document as OdfDocument
from openxml_audit import OpenXmlValidator, ValidationSeverity
from openxml_audit.odf import OdfValidator
from PIL import Image
from pypdf import PdfReader

from monitor.domain.document import (
    Alinea,
    AlineaSoort,
    Citaat,
    Document,
    DocumentSoort,
    Huisstijl,
    Kader,
    Kop,
    Lijst,
    NieuweBladzijde,
    Prent,
    Tabel,
)
from monitor.export import document as export
from monitor.export import prent
from monitor.export.archive import pack, unpack
from monitor.export.columns import LETTER_PT, fit_columns
from monitor.export.document_pdf import make_document_pdf
from monitor.export.docx import make_docx
from monitor.export.layout import with_next
from monitor.export.markdown import make_markdown
from monitor.export.odt import make_odt
from monitor.export.tekens import vervang
from tests.export.kantoor import words_of
from tests.export.stukken import ALT, CITAAT, SVG, make_document, stuk_van, vol_stuk
from tests.export.teruglezen import docx_texts, markdown_texts, odt_texts, pdf_text, squeezed
from tests.export.test_papier import naughty_strings

GOLDEN = Path(__file__).parent.parent / "golden" / "document.md"
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u202a-\u202e\u2066-\u2069\u0300-\u036f\ufb1d-\ufdff\ufe70-\ufeff]")
"""What a page does not show in the order in which it was typed."""
LINKS_PT, RECHTS_PT = 56.6, 538.7
"""The margins of a page: 20 mm of its 210 at each side."""


@cache
def made(soort: DocumentSoort) -> bytes:
    """The full document in one kind of file."""
    return export.make_document(vol_stuk(), soort)


@cache
def word() -> Any:
    return docx.Document(BytesIO(made(DocumentSoort.DOCX)))


@cache
def odf() -> OdfDocument:
    return OdfDocument(BytesIO(made(DocumentSoort.ODT)))


def texts(soort: DocumentSoort, inhoud: bytes) -> list[str]:
    """Every text of a file, in order; of a PDF all of it as one, without white."""
    read: dict[DocumentSoort, Callable[[bytes], list[str]]] = {
        DocumentSoort.DOCX: lambda it: [text for _, text in docx_texts(it)],
        DocumentSoort.ODT: lambda it: [text for _, text in odt_texts(it)],
        DocumentSoort.MD: lambda it: [text for _, text in markdown_texts(it.decode())],
        DocumentSoort.PDF: lambda it: [squeezed(pdf_text(it))],
    }
    return read[soort](inhoud)


# All four


@pytest.mark.parametrize("soort", DocumentSoort)
def test_everything_stands_in_every_file_in_the_same_order(soort: DocumentSoort) -> None:
    text = squeezed(" ".join(texts(soort, made(soort))))
    said = [
        "Raadsvoorstel: samen eten",
        "Een open tafel in elke wijk",
        "Gemeente Veldermeer · 22 november 2026 · kenmerk ab12cd34",
        "Voorgesteld besluit",
        "Een open tafel te betalen in 2027.",
        "Argumenten",
        "1.1 Mensen kennen elkaar beter",
        f"“{CITAAT}”",
        "bewoner, voorjaar 2025",
        "Figuur 1. Genoeg buren om even op te passen. Bron: Enquête Veldermeer, gemeten.",
        "brood en boter",
        "Derde punt",
        "Let op: De cijfers zijn voorlopig.",
        "Wat wij niet weten",
        "jongeren onder de 25",
        "“Ik kwam er niet tussen.”",
        "Wat er ontbreekt staat in de bijlage.",
        "Bijlage: de cijfers",
        "Tabel 1. Genoeg buren om even op te passen",
        "Lindekwartier",
        "Enquête, met een breuk",
    ]
    at = -1
    for words in said:
        place = text.find(squeezed(words), at + 1)
        assert place > at, words
        at = place


@pytest.mark.parametrize("soort", DocumentSoort)
def test_the_same_document_gives_the_same_bytes(soort: DocumentSoort) -> None:
    assert export.make_document(vol_stuk(), soort) == made(soort)


@pytest.mark.parametrize("soort", DocumentSoort)
def test_a_file_stays_small(soort: DocumentSoort) -> None:
    assert len(made(soort)) < 60_000


@pytest.mark.parametrize("soort", DocumentSoort)
def test_a_document_with_only_a_title_can_be_written(soort: DocumentSoort) -> None:
    bare = Document("Titel", "", "", vol_stuk().datum, "", ())
    assert "Titel" in squeezed(" ".join(texts(soort, export.make_document(bare, soort))))


@pytest.mark.parametrize("soort", DocumentSoort)
def test_odd_places_of_blocks_can_be_written(soort: DocumentSoort) -> None:
    leeg = Tabel("Leeg", ("a", "b"), ())
    odd = make_document(
        *(NieuweBladzijde(), leeg, leeg, NieuweBladzijde(), NieuweBladzijde()),
        *(Lijst(("", "")), Kader("", ()), Alinea(""), Citaat("")),
        Kader("", (Lijst(("a",)), Lijst(("b",), genummerd=True, begin=0))),
        *(NieuweBladzijde(), Kop(1, "a\nb\tc"), Prent("<svg xmlns='http://www.w3.org/2000/svg'/>", ALT, "")),
        *(Tabel("Laatst", ("",), (("",),)), NieuweBladzijde()),
    )
    assert export.make_document(odd, soort)


@cache
def naughty() -> tuple[Document, Document]:
    """Every naughty string that says something, in every place; and what can be shown of it."""
    document = stuk_van(it for it in naughty_strings() if it.strip())
    return document, vervang(document)


@pytest.mark.parametrize("soort", [DocumentSoort.DOCX, DocumentSoort.ODT, DocumentSoort.MD])
def test_naughty_strings_survive_sign_by_sign_in_every_place(soort: DocumentSoort) -> None:
    document, shown = naughty()
    found = texts(soort, export.make_document(document, soort))
    headings = [it.tekst for it in shown.blokken if isinstance(it, Kop)]
    assert len(headings) > 500 or len(naughty_strings()) < 500
    expected = []
    for number, text in enumerate(headings, start=1):
        figure = [f"Figuur {number}. {text}".rstrip()]
        table = [f"Tabel {number}. {text}".rstrip(), "Kop", text]
        alt = [ALT] if soort is DocumentSoort.MD else []
        picture = [] if soort is DocumentSoort.MD else [""]
        expected += [text, text, *table, f"“{text}”", *picture, *figure, *alt]
    last = shown.blokken[-1]
    assert isinstance(last, Alinea)
    start = found.index(headings[0], 2)
    assert found[start:] == [*expected, last.tekst]


def test_naughty_strings_survive_in_a_pdf() -> None:
    document, shown = naughty()
    read = squeezed(pdf_text(make_document_pdf(document)))
    headings = Counter(squeezed(it.tekst) for it in shown.blokken if isinstance(it, Kop))
    for text, times in headings.items():
        if not RIGHT_TO_LEFT.search(text):
            assert read.count(text) >= 6 * times, ascii(text)


def test_of_what_a_page_shows_in_another_order_no_sign_is_lost_either() -> None:
    _, shown = naughty()
    for it in shown.blokken:
        if isinstance(it, Kop) and RIGHT_TO_LEFT.search(it.tekst):
            read = Counter(pdf_text(make_document_pdf(make_document(Alinea(it.tekst)))))
            # How text runs is said by signs that nobody sees; a page runs as they say and need not hold them.
            lost = (
                Counter(re.sub("[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]", "", squeezed(it.tekst)))
                - read
            )
            assert not lost, ascii(it.tekst)


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60),
    st.sampled_from([DocumentSoort.DOCX, DocumentSoort.ODT, DocumentSoort.MD]),
)
def test_whatever_is_typed_is_read_back_as_it_is_shown(text: str, soort: DocumentSoort) -> None:
    document = make_document(Alinea(text), Citaat(text, "bewoner"), Lijst((text,)), Tabel("t", ("k",), ((text,),)))
    shown = vervang(document).blokken[0]
    assert isinstance(shown, Alinea)
    found = texts(soort, export.make_document(document, soort))
    assert found.count(f"“{shown.tekst}”") == 1
    empty = soort is DocumentSoort.MD and not shown.tekst
    assert empty or found.count(shown.tekst) >= 2


@pytest.mark.parametrize("soort", DocumentSoort)
def test_a_document_says_in_every_file_what_it_cannot_show(soort: DocumentSoort) -> None:
    text = squeezed(" ".join(texts(soort, export.make_document(make_document(Citaat("Groet 日本")), soort))))
    assert "“Groet\ufffd\ufffd”" in text
    assert squeezed("In dit stuk staan 2 tekens die niet getoond kunnen worden.") in text


def test_text_is_never_read_as_markdown() -> None:
    text = make_markdown(
        make_document(Alinea("# Kop\n- punt\n1. een\n> <b>a</b> [a](b) `x` | *y* __z__ http://a.nl &amp;\n---"))
    )
    assert markdown_texts(text)[-1] == (
        "p",
        "# Kop\n- punt\n1. een\n> <b>a</b> [a](b) `x` | *y* __z__ http://a.nl &amp;\n---",
    )


def test_the_markdown_is_as_it_was_looked_at() -> None:
    assert make_markdown(vol_stuk()) == GOLDEN.read_text(encoding="utf-8")


# What a screen reader needs, in Word


def test_word_has_real_headings_a_title_and_captions() -> None:
    styles = [
        (style, text) for style, text in docx_texts(made(DocumentSoort.DOCX)) if style[:2] in {"He", "Ti", "Su", "Ca"}
    ]
    assert styles == [
        ("Title", "Raadsvoorstel: samen eten"),
        ("Subtitle", "Een open tafel in elke wijk"),
        ("Heading 1", "Voorgesteld besluit"),
        ("Heading 1", "Argumenten"),
        ("Heading 2", "1.1 Mensen kennen elkaar beter"),
        ("Caption", "Figuur 1. Genoeg buren om even op te passen. Bron: Enquête Veldermeer, gemeten."),
        ("Heading 2", "1.2 Het kan goedkoop"),
        ("Heading 3", "Nog een laag dieper"),
        ("Heading 1", "Bijlage: de cijfers"),
        ("Caption", "Tabel 1. Genoeg buren om even op te passen"),
    ]


def test_every_list_in_word_begins_where_it_says() -> None:
    found = []
    numbering = word().part.numbering_part.element
    for paragraph in word().paragraphs:
        properties = paragraph._p.pPr.numPr
        if properties is None:
            continue
        num = next(it for it in numbering.num_lst if it.numId == properties.numId.val)
        kind = next(it for it in numbering if it.get(qn("w:abstractNumId")) == str(num.abstractNumId.val))
        start, form = kind.find(f".//{qn('w:start')}"), kind.find(f".//{qn('w:numFmt')}")
        found.append((num.numId, form.get(qn("w:val")), start.get(qn("w:val")), paragraph.text))
    assert [it[1:] for it in found] == [
        ("decimal", "1", "Een open tafel te betalen in 2027."),
        ("decimal", "1", "Elk jaar terug te kijken met bewoners."),
        ("bullet", "1", "soep"),
        ("bullet", "1", "brood\nen boter"),
        ("decimal", "3", "Derde punt"),
        ("decimal", "3", "Vierde punt"),
        ("bullet", "1", "jongeren onder de 25"),
        ("bullet", "1", "mensen die net in de wijk wonen"),
    ]
    assert len({it[0] for it in found}) == 4


def test_a_picture_in_word_has_its_alt_text_and_its_shape() -> None:
    (inline,) = word().element.body.iter(qn("wp:inline"))
    assert inline.docPr.get("descr") == ALT
    assert round(inline.extent.cx / inline.extent.cy, 2) == round(640 / 240, 2)
    assert inline.extent.cx / 360_000 == pytest.approx(640 * 2.54 / 96, abs=0.01)


def test_a_table_in_word_has_a_header_row_a_name_and_numbers_to_the_right() -> None:
    (table,) = word().tables
    rows = table._tbl.tr_lst
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True, False, False]
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Genoeg buren om even op te passen"
    sides = [[cell.paragraphs[0].alignment for cell in row.cells] for row in table.rows]
    assert all(row[1] == 2 and row[0] is None and row[2] is None for row in sides)


def test_word_says_in_every_run_and_style_that_it_is_dutch() -> None:
    runs = list(word().element.body.iter(qn("w:r")))
    assert runs
    assert all(run.rPr.find(qn("w:lang")).get(qn("w:val")) == "nl-NL" for run in runs)
    defaults = word().styles.element.find(qn("w:docDefaults"))
    assert [it.get(qn("w:val")) for it in defaults.iter(qn("w:lang"))] == ["nl-NL"]


def test_word_has_page_numbers_and_a_new_page_where_asked() -> None:
    foot = word().sections[0].footer.paragraphs[0]
    assert foot.text == "Raadsvoorstel: samen eten · Gemeente Veldermeer · kenmerk ab12cd34\tBladzijde 1 van 1"
    fields = [it.text.strip() for it in foot._p.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert [it.text for it in word().paragraphs if it.paragraph_format.page_break_before] == ["Bijlage: de cijfers"]


def test_word_tells_its_title_and_nothing_of_who_made_it() -> None:
    told = word().core_properties
    assert (told.title, told.subject, told.author) == (
        "Raadsvoorstel: samen eten",
        "Een open tafel in elke wijk",
        "Gemeente Veldermeer",
    )
    assert (told.language, told.identifier, told.comments, told.last_modified_by) == (
        "nl-NL",
        "ab12cd34",
        "",
        "Gemeente Veldermeer",
    )
    with zipfile.ZipFile(BytesIO(made(DocumentSoort.DOCX))) as archive:
        assert all(it.date_time == (1980, 1, 1, 0, 0, 0) for it in archive.infolist())


# And in OpenDocument


def test_opendocument_has_real_headings_lists_that_begin_where_they_say_and_a_header_row() -> None:
    body = odf().body
    assert [(int(it.level), it.inner_text) for it in body.get_elements("//text:h")][:3] == [
        (1, "Voorgesteld besluit"),
        (1, "Argumenten"),
        (2, "1.1 Mensen kennen elkaar beter"),
    ]
    starts = [it.get_attribute("text:start-value") for it in body.get_elements("//text:list/text:list-item[1]")]
    assert starts == ["1", None, "3", None]
    (header,) = body.get_elements("//table:table-header-rows/table:table-row")
    assert [it.inner_text for it in header.get_elements("descendant::text:p")] == ["Jaar", "Lindekwartier", "Bron"]


def test_opendocument_has_alt_text_a_title_a_language_and_page_numbers() -> None:
    (frame,) = odf().body.get_elements("//draw:frame")
    assert frame.svg_description == ALT
    assert (odf().meta.title, odf().meta.language) == ("Raadsvoorstel: samen eten", "nl-NL")
    styles = made(DocumentSoort.ODT)
    with zipfile.ZipFile(BytesIO(styles)) as archive:
        text = archive.read("styles.xml").decode()
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
    assert 'fo:language="nl" fo:country="NL"' in text
    assert "<text:page-number" in text
    assert "<text:page-count" in text
    assert b"Printer" not in b"".join(unpack(styles).values())


def test_a_picture_that_stands_in_a_document_twice_is_kept_once() -> None:
    twice = make_document(Prent(SVG, ALT, "een"), Prent(SVG, "Iets anders.", "twee"))
    for inhoud in (make_odt(twice), make_docx(twice)):
        with zipfile.ZipFile(BytesIO(inhoud)) as archive:
            assert len([it for it in archive.namelist() if it.endswith(".png")]) == 1


# And in PDF


def test_a_pdf_can_be_read_aloud_in_dutch() -> None:
    root = PdfReader(BytesIO(made(DocumentSoort.PDF))).trailer["/Root"]
    assert root["/Lang"] == "nl-NL"
    assert root["/MarkInfo"]["/Marked"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert b"Raadsvoorstel: samen eten" in root["/Metadata"].get_data()


LANG = {
    "letters": "abcdefghij" * 25,
    "breed": "W" * 250,
    "adres": "https://voorbeeld.example/" + "pad-en-meer/" * 19,
    "tekens": "!@#$%^&*()_+" * 21,
    "vaste spaties": "een\u00a0" * 69 + "een",
    "accenten": "e\u0301" * 200,
}
"""Words that are wider than a page."""


def long_words(text: str) -> Document:
    """A document with this word in every place where a word can stand, also in narrow columns."""
    wide = (text, "€ 5.400", "gewone verantwoordelijkheden")
    many = (text, *("welzijnsactiviteiten",) * 8)
    return make_document(
        *(Kop(1, text), Kop(2, text), Alinea(f"Zie {text} en verder."), Lijst((text,), genummerd=True)),
        *(Citaat(text, text), Kader(text, (Alinea(text), Lijst((text,)), Citaat(text)))),
        *(Tabel(text, ("Kop",), ((text,),)), Tabel(text, ("Wat", "Bedrag", "Toelichting"), (wide,))),
        *(Tabel("Smal", tuple(f"Verantwoordelijkheid {it}" for it in range(9)), (many,)), Prent(SVG, ALT, text)),
        titel=text,
        ondertitel=text,
    )


@pytest.mark.parametrize("naam", LANG)
@pytest.mark.usefixtures("pdftotext")
def test_no_word_stands_outside_the_page_and_all_of_it_is_read_back(naam: str) -> None:
    text = LANG[naam]
    pdf = make_document_pdf(long_words(text))
    outside = [it for page in words_of(pdf) for it in page if it.links < LINKS_PT or it.rechts > RECHTS_PT]
    assert outside == []
    pages = PdfReader(BytesIO(pdf)).pages
    for read in (pdf_text(pdf), "".join(page.extract_text() for page in pages)):
        assert squeezed(read).count(squeezed(text)) == 18


def test_a_heading_of_one_long_word_has_all_of_it_in_the_bookmarks() -> None:
    outline = PdfReader(BytesIO(make_document_pdf(long_words(LANG["letters"])))).outline
    assert outline[0]["/Title"] == LANG["letters"]


def test_a_long_word_leaves_the_other_columns_their_width() -> None:
    cells = ("x" * 250, "€ 5.400.000", "verantwoordelijk")
    columns = fit_columns(Tabel("t", ("Wat", "Bedrag", "Wie"), (cells,)), 17.0)
    assert not columns.broken
    assert columns.letter_pt == LETTER_PT
    assert min(columns.shares) > 0.1


# What stays together


@pytest.mark.parametrize("lines", range(38, 46))
def test_who_sign_stand_on_one_page_together(lines: int) -> None:
    text = [Alinea(f"Regel {it} van de brief.") for it in range(lines)]
    text[-1] = Alinea("Woorden. " * 40)
    signed = [Alinea("Burgemeester en wethouders,"), Alinea("De secretaris, …"), Alinea("De burgemeester, …")]
    document = make_document(*text, *signed, NieuweBladzijde(), Kop(1, "Bijlage 1"))
    kept = [blok for blok, stays in with_next(document.blokken) if stays]
    assert kept == [*signed[:2], document.blokken[-1]]
    pages = [squeezed(it.extract_text()) for it in PdfReader(BytesIO(make_document_pdf(document))).pages]
    with_them = [[squeezed(it.tekst) in page for it in signed] for page in pages]
    assert [True, True, True] in with_them
    assert with_them.count([False, False, False]) == len(pages) - 1


# The validators


def errors(inhoud: bytes, path: Path) -> list[str]:
    """What a validator calls an error; it also warns that a picture in the text has no place on the page."""
    path.write_bytes(inhoud)
    validator = OpenXmlValidator() if path.suffix == ".docx" else OdfValidator(relaxng_validation=True)
    return [str(it) for it in validator.validate(path).errors if it.severity is ValidationSeverity.ERROR]


@pytest.mark.parametrize("soort", [DocumentSoort.DOCX, DocumentSoort.ODT])
def test_a_validator_finds_nothing_wrong(soort: DocumentSoort, tmp_path: Path) -> None:
    assert errors(made(soort), tmp_path / f"vol.{soort}") == []
    document = stuk_van(it for it in naughty_strings()[::9] if it.strip())
    assert errors(export.make_document(document, soort), tmp_path / f"naughty.{soort}") == []


@pytest.mark.parametrize(
    ("soort", "part"), [(DocumentSoort.DOCX, "word/document.xml"), (DocumentSoort.ODT, "content.xml")]
)
def test_the_validator_sees_an_error(soort: DocumentSoort, part: str, tmp_path: Path) -> None:
    parts = unpack(made(soort))
    known, unknown = (b"<w:pPr>", b"<w:pPr><w:jc/>") if soort is DocumentSoort.DOCX else (b"<text:p ", b"<text:onzin ")
    broken = parts[part].replace(known, unknown, 1)
    assert broken != parts[part]
    if soort is DocumentSoort.ODT:
        broken = broken.replace(b"</text:p>", b"</text:onzin>", 1)
    assert errors(pack({**parts, part: broken}), tmp_path / f"kapot.{soort}")


# Pictures


def test_pictures_are_drawn_in_one_go_and_not_again(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    make = prent.make_pngs

    def counted(svgs: tuple[str, ...]) -> tuple[bytes, ...]:
        drawn.append(len(svgs))
        return make(svgs)

    monkeypatch.setattr(prent, "make_pngs", counted)
    monkeypatch.setattr(prent, "_kept", {})
    prenten = [Prent(SVG.replace("52", str(number)), ALT, "x") for number in (3, 4, 4)]
    make_docx(make_document(*prenten))
    make_odt(make_document(*prenten, Prent(SVG.replace("52", "5"), ALT, "x")))
    assert [it for it in drawn if it] == [2, 1]


def test_a_drawing_takes_our_letters_wherever_it_came_from() -> None:
    (drawn,) = prent.with_our_letters(make_document(Prent(SVG, ALT, ""))).blokken
    assert isinstance(drawn, Prent)
    assert "Elders" not in drawn.svg
    assert 'font-family="Source Sans Pro"' in drawn.svg


# The logo


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("soort", [DocumentSoort.DOCX, DocumentSoort.ODT, DocumentSoort.PDF])
def test_a_logo_stands_above_the_title_with_its_name(soort: DocumentSoort, kind: str) -> None:
    picture = BytesIO()
    Image.new("RGB", (300, 120), "#12608a").save(picture, kind)
    inhoud = export.make_document(make_document(Alinea("x")), soort, Huisstijl(logo=picture.getvalue()))
    assert inhoud == export.make_document(make_document(Alinea("x")), soort, Huisstijl(logo=picture.getvalue()))
    if soort is DocumentSoort.PDF:
        assert list(PdfReader(BytesIO(inhoud)).pages[0].images)
    else:
        with zipfile.ZipFile(BytesIO(inhoud)) as archive:
            name = "word/document.xml" if soort is DocumentSoort.DOCX else "content.xml"
            assert "Logo van Gemeente Veldermeer" in archive.read(name).decode()
            assert any(archive.read(it) == picture.getvalue() for it in archive.namelist())


def test_every_kind_of_file_has_a_mime_type() -> None:
    assert set(export.MIME) == set(DocumentSoort)


def test_let_op_is_said_once() -> None:
    for text in ("Dit is voorlopig.", "Let op: Dit is voorlopig."):
        assert "Let op: Dit is voorlopig." in make_markdown(make_document(Alinea(text, AlineaSoort.LET_OP)))
        assert "Let op: Let op" not in make_markdown(make_document(Alinea(text, AlineaSoort.LET_OP)))


def test_another_language_is_said_in_all_files() -> None:
    fries = replace(make_document(Alinea("Goeie")), taal="fy-NL")
    assert PdfReader(BytesIO(make_document_pdf(fries))).trailer["/Root"]["/Lang"] == "fy-NL"
    assert b'w:val="fy-NL"' in zipfile.ZipFile(BytesIO(make_docx(fries))).read("word/document.xml")
    assert b'fo:language="fy"' in zipfile.ZipFile(BytesIO(make_odt(fries))).read("styles.xml")
