"""The documents of the example as people get them: nothing lost, nothing broken, and pages that are laid out well.

Read on the pages of our own PDF, and on those that LibreOffice makes of the Word and OpenDocument files.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from odfdo import Document as OdfDocument
from openxml_audit import OpenXmlValidator, ValidationSeverity
from openxml_audit.odf import OdfValidator
from pypdf import PdfReader

from monitor.domain.document import Alinea, Blok, Document, Kop, Lijst, Prent, Tabel
from monitor.export.document_pdf import make_document_pdf
from monitor.export.docx import make_docx
from monitor.export.layout import bijschriften
from monitor.export.odt import make_odt
from monitor.export.page import UNBROKEN, on_page
from tests.export.kantoor import Woord, converted, lines_of, overlaps, words_of
from tests.export.stukken import ALT, SVG, make_document
from tests.export.teruglezen import docx_texts, odt_texts, squeezed

NAMEN = ("voorstel", "brief", "wijk", "wijken")
Bladzijden = list[list[Woord]]
Gelezen = Mapping[tuple[str, str], Bladzijden]


@pytest.fixture(scope="module")
def gedrukt(bestanden: Path, soffice: list[str]) -> Mapping[tuple[str, str], bytes]:
    """The pages as PDF, by the name of the document and what they were made from."""
    found = {(naam, "pdf"): (bestanden / f"{naam}.pdf").read_bytes() for naam in NAMEN}
    for soort in ("docx", "odt"):
        made = converted(soffice, [bestanden / f"{naam}.{soort}" for naam in NAMEN], "pdf")
        found |= {(naam, soort): file.read_bytes() for naam, file in zip(NAMEN, made, strict=True)}
    return found


@pytest.fixture(scope="module")
def gelezen(gedrukt: Mapping[tuple[str, str], bytes], pdftotext: None) -> Gelezen:
    """The words on every page of them."""
    return {key: words_of(pdf) for key, pdf in gedrukt.items()}


OVERAL = pytest.mark.parametrize("naam", NAMEN)
VAN = pytest.mark.parametrize("soort", ["pdf", "docx", "odt"])


def bodies(pages: Bladzijden) -> list[list[str]]:
    """The lines of each page without its foot."""
    read = [lines_of(page) for page in pages]
    assert all(re.search(rf"Bladzijde {place} van {len(pages)}$", page[-1]) for place, page in enumerate(read, 1))
    return [page[:-1] for page in read]


def tables(document: Document) -> list[Tabel]:
    return [it for it in document.blokken if isinstance(it, Tabel)]


# What stands on a page


@pytest.mark.soffice
@OVERAL
@VAN
def test_no_two_words_are_printed_over_each_other(gelezen: Gelezen, naam: str, soort: str) -> None:
    assert [it for page in gelezen[naam, soort] for it in overlaps(page)] == []


@pytest.mark.soffice
@pytest.mark.parametrize("naam", ["voorstel", "brief", "wijk"])
@VAN
def test_the_raad_reads_two_to_four_pages_before_the_bijlagen(gelezen: Gelezen, naam: str, soort: str) -> None:
    """The concept-raadsbesluit, which the raad signs apart, has a page of its own behind the text."""
    pages = bodies(gelezen[naam, soort])
    behind = ("Concept-raadsbesluit", "Bijlage 1:")
    end = next(place for place, page in enumerate(pages) if any(line.startswith(behind) for line in page))
    assert 2 <= end + (not pages[end][0].startswith(behind)) <= 4


@pytest.mark.soffice
@pytest.mark.parametrize("naam", ["brief", "wijk"])
@VAN
def test_no_page_holds_only_what_was_left_over_of_the_text(gelezen: Gelezen, naam: str, soort: str) -> None:
    """What signs a brief stands together; the bijlagen of a wijkbeeld, that nobody signs, begin on the same page."""
    pages = bodies(gelezen[naam, soort])
    begin = next(place for place, page in enumerate(pages) if any(line.startswith("Bijlage 1:") for line in page))
    last = pages[begin - 1 if naam == "brief" else begin]
    if naam == "wijk":
        assert len(last) > 12
        return
    signers = ("Burgemeester en", "De secretaris", "De burgemeester")
    assert all(line.startswith(signer) for line, signer in zip(last[-3:], signers, strict=True))


def test_words_over_each_other_would_be_seen() -> None:
    page = [Woord(10, 10, 60, 20, "Ontmoeten"), Woord(50, 10.5, 80, 20, "Soep"), Woord(50, 30, 80, 40, "Soep")]
    assert overlaps(page) == [("Ontmoeten", "Soep")]


@pytest.mark.soffice
@OVERAL
@VAN
def test_no_word_amount_or_period_is_broken_over_two_lines(
    gelezen: Gelezen, voorbeeldstukken: Mapping[str, Document], naam: str, soort: str
) -> None:
    text = "\n".join(line for page in bodies(gelezen[naam, soort]) for line in page)
    pieces = Counter(piece for said in texts(on_page(voorbeeldstukken[naam])) for piece in re.split("[ \n]+", said))
    assert sum(UNBROKEN in it for it in pieces) > 20
    broken = {it: times for it, times in pieces.items() if times > count(text, it.replace(UNBROKEN, " "))}
    assert broken == {}


def texts(document: Document) -> Iterator[str]:
    """What stands in headings, alineas, lists and tables."""
    for blok in document.blokken:
        match blok:
            case Kop() | Alinea():
                yield blok.tekst
            case Lijst():
                yield from blok.items
            case Tabel():
                yield from (cel for rij in (blok.kolommen, *blok.rijen) for cel in rij)


def count(text: str, piece: str) -> int:
    """How often it stands there as a whole; at a stroke a line may be broken, and a picture has words too."""
    if re.search(r"\w[-/]\w", piece):
        return text.replace("-\n", "-").replace("/\n", "/").count(piece)
    return len(re.findall(rf"(?<!\S){re.escape(piece)}(?!\S)", text))


@pytest.mark.soffice
@OVERAL
@VAN
def test_every_row_of_every_table_is_on_a_page(
    gedrukt: Mapping[tuple[str, str], bytes], voorbeeldstukken: Mapping[str, Document], naam: str, soort: str
) -> None:
    # In the order in which it was drawn: a row cell by cell.
    read = squeezed("".join(page.extract_text() for page in PdfReader(BytesIO(gedrukt[naam, soort])).pages))
    # The first row of a table may be broken over two pages; that each of its words is there, is asked above.
    rows = Counter(squeezed("".join(rij)) for it in tables(voorbeeldstukken[naam]) for rij in it.rijen[1:])
    assert rows
    assert [it for it, times in rows.items() if read.count(it) < times] == []


@pytest.mark.soffice
@OVERAL
@VAN
def test_no_heading_caption_or_head_of_a_table_stands_alone_at_the_foot_of_a_page(
    gelezen: Gelezen, voorbeeldstukken: Mapping[str, Document], naam: str, soort: str
) -> None:
    document = voorbeeldstukken[naam]
    assert alone(bodies(gelezen[naam, soort]), document) == []


def alone(pages: list[list[str]], document: Document) -> list[str]:
    """The headings, captions and heads of tables after which a page ends; and captions parted from their picture."""
    captions = [squeezed(str(it)) for it in bijschriften(document)]
    heads = [squeezed(it.tekst) for it in document.blokken if isinstance(it, Kop)]
    heads += [it for it in captions if it.startswith("Tabel")]
    heads += [squeezed("".join(it.kolommen)) for it in tables(document)]
    ends = [squeezed("".join(page[-4:])) for page in pages]
    begins = [squeezed("".join(page[:4])) for page in pages]
    under = tuple(it for it in captions if it.startswith("Figuur"))
    return [it for it in ends if it.endswith(tuple(heads))] + [it for it in begins if it.startswith(under)]


@pytest.mark.soffice
@OVERAL
@VAN
def test_a_picture_stands_on_the_page_of_its_heading(
    gelezen: Gelezen, voorbeeldstukken: Mapping[str, Document], naam: str, soort: str
) -> None:
    document = voorbeeldstukken[naam]
    pages = [squeezed("".join(page)) for page in bodies(gelezen[naam, soort])]
    captions = iter([it for it in bijschriften(document) if it.soort == "Figuur"])
    for place, blok in enumerate(document.blokken):
        if not isinstance(blok, Prent):
            continue
        caption = squeezed(str(next(captions)))
        (head,) = [it for it in document.blokken[max(0, place - 2) : place] if isinstance(it, Kop)]
        assert any(caption in page and squeezed(head.tekst) in page for page in pages), head.tekst


@pytest.mark.soffice
@VAN
def test_a_numbered_list_counts_on_the_page_as_it_should(
    gelezen: Gelezen, voorbeeldstukken: Mapping[str, Document], soort: str
) -> None:
    text = squeezed("".join(line for page in bodies(gelezen["voorstel", soort]) for line in page))
    numbered = [it for it in voorbeeldstukken["voorstel"].blokken if isinstance(it, Lijst) and it.genummerd]
    assert numbered
    for lijst in numbered:
        said = "".join(f"{number}. {item}" for number, item in enumerate(lijst.items, lijst.begin))
        assert squeezed(said) in text


# Wherever on a page something falls


def long_stuk() -> Document:
    """Headings, pictures and tables that fall everywhere on a page."""
    blokken: list[Blok] = []
    for place in range(40):
        blokken += [Alinea("Een regel die boven een kop staat.")] * (place % 7)
        blokken += [Kop(1 + place % 2, f"Kop {place}"), Alinea(f"Wat {place} zegt.")]
        if place % 3 == 0:
            blokken.append(Prent(SVG, ALT, f"Beeld {place}."))
        rows = tuple(
            (f"van{place}x{it} " + "Een tolk aan tafel. " * 7 + f"tot{place}x{it}", "€ 5.400")
            for it in range(2 + place % 16)
        )
        blokken.append(Tabel(f"Kosten {place}", (f"Wat{place}", "Bedrag"), rows, frozenset({1})))
    return make_document(*blokken)


@pytest.fixture(scope="module")
def lang(soffice: list[str], pdftotext: None, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Bladzijden]:
    folder, document = tmp_path_factory.mktemp("lang"), long_stuk()
    (folder / "eigen.pdf").write_bytes(make_document_pdf(document))
    (folder / "w.docx").write_bytes(make_docx(document))
    (folder / "o.odt").write_bytes(make_odt(document))
    made = converted(soffice, [folder / "w.docx", folder / "o.odt"], "pdf")
    return {
        soort: words_of(it.read_bytes())
        for soort, it in zip(("pdf", "docx", "odt"), (folder / "eigen.pdf", *made), strict=True)
    }


@pytest.mark.soffice
@VAN
def test_hardly_anything_stands_alone_wherever_it_falls(lang: Mapping[str, Bladzijden], soort: str) -> None:
    # LibreOffice leaves one of these headings at the foot of a page, though the file says to keep it.
    assert len(alone(bodies(lang[soort]), long_stuk())) <= (0 if soort == "pdf" else 1)


@pytest.mark.soffice
@VAN
def test_every_row_is_there_on_one_page_under_the_head_of_its_table(lang: Mapping[str, Bladzijden], soort: str) -> None:
    pages = [{word.tekst for word in page} for page in lang[soort]]
    for table in tables(long_stuk()):
        for place, (first, _) in enumerate(table.rijen):
            begin, *_, end = first.split()
            # LibreOffice would lose rows of a Word table whose first one may not be broken either.
            together = {begin, table.kolommen[0]} if place == 0 else {begin, end, table.kolommen[0]}
            assert [page for page in pages if together <= page], begin
            assert [page for page in pages if end in page], end


@pytest.mark.soffice
def test_a_table_with_too_many_columns_breaks_words_at_syllables_and_no_amount(
    soffice: list[str], pdftotext: None, tmp_path: Path
) -> None:
    words = ("Vrijwilligersorganisatie", "€ 684.000", "Welzijnscontract", "2024", "Ontmoetingsplekken", "toegekend")
    wide = Tabel("Breed", words * 2, (words * 2,) * 3, frozenset({1, 7}))
    (tmp_path / "eigen.pdf").write_bytes(make_document_pdf(make_document(wide)))
    for soort, write in (("docx", make_docx), ("odt", make_odt)):
        (tmp_path / f"{soort}.{soort}").write_bytes(write(make_document(wide)))
        assert mistakes(tmp_path / f"{soort}.{soort}") == []
    made = converted(soffice, [tmp_path / "docx.docx", tmp_path / "odt.odt"], "pdf")
    for pdf in (tmp_path / "eigen.pdf", *made):
        (page,) = words_of(pdf.read_bytes())
        assert overlaps(page) == []
        text = "\n".join(lines_of(page))
        assert [text.count(it) for it in ("€ 684.000", "2024")] == [8, 8]
        assert "Vrijwilligersorganisatie" not in text


# The files


@pytest.mark.parametrize("soort", ["docx", "odt"])
@OVERAL
def test_a_validator_finds_nothing_wrong(bestanden: Path, naam: str, soort: str) -> None:
    assert mistakes(bestanden / f"{naam}.{soort}") == []


def mistakes(file: Path) -> list[str]:
    """What a validator calls an error."""
    validator = OpenXmlValidator() if file.suffix == ".docx" else OdfValidator(relaxng_validation=True)
    return [str(it) for it in validator.validate(file).errors if it.severity is ValidationSeverity.ERROR]


@pytest.fixture(scope="module")
def rond(bestanden: Path, soffice: list[str]) -> Mapping[str, tuple[bytes, bytes, bytes]]:
    """Each as the Word file that it was, as OpenDocument, and as Word again."""
    names = NAMEN[:3]
    first = [bestanden / f"{naam}.docx" for naam in names]
    second = converted(soffice, first, "odt")
    third = converted(soffice, second, "docx")
    files = zip(first, second, third, strict=True)
    return {
        naam: (one.read_bytes(), two.read_bytes(), three.read_bytes())
        for naam, (one, two, three) in zip(names, files, strict=True)
    }


@pytest.mark.soffice
@pytest.mark.parametrize("naam", NAMEN[:3])
def test_from_word_to_opendocument_and_back_nothing_is_lost(
    rond: Mapping[str, tuple[bytes, bytes, bytes]], naam: str
) -> None:
    word, odt, back = rond[naam]
    said = [text for _, text in docx_texts(word) if text]
    for read in (odt_texts(odt), docx_texts(back)):
        assert [text for _, text in read if text] == said
    assert headings(back) == headings(word)
    assert grids(back) == grids(word)
    assert drawn(back) == drawn(word)
    odf = OdfDocument(BytesIO(odt))
    assert [it.svg_description for it in odf.body.get_elements("//draw:frame")] == drawn(word)


def headings(inhoud: bytes) -> list[tuple[str, str]]:
    found = [it for it in docx_texts(inhoud) if it[0].startswith("Heading")]
    assert found
    return found


def grids(inhoud: bytes) -> list[list[tuple[bool, list[str]]]]:
    """Every table: of each row whether it is its head, and its cells."""
    found: list[Any] = docx.Document(BytesIO(inhoud)).tables
    assert found
    return [
        [(row._tr.find(f".//{qn('w:tblHeader')}") is not None, [cell.text for cell in row.cells]) for row in table.rows]
        for table in found
    ]


def drawn(inhoud: bytes) -> list[str]:
    """What is said of each picture."""
    return [it.get("descr") for it in docx.Document(BytesIO(inhoud)).element.body.iter(qn("wp:docPr"))]
