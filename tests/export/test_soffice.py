"""LibreOffice opens our files, and what people read in them is still there after Word, OpenDocument and Word again."""

import unicodedata
from collections import Counter
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from monitor.domain.document import Alinea, Blok, Citaat, Document, DocumentSoort, Kop, Lijst, Tabel
from monitor.export.archive import unpack
from monitor.export.document import make_document as write
from monitor.export.docx import make_docx
from monitor.export.tekens import vervang
from tests.export.kantoor import converted
from tests.export.stukken import ALT, make_document, vol_stuk
from tests.export.teruglezen import docx_texts, odt_texts, squeezed
from tests.export.test_papier import naughty_strings

pytestmark = pytest.mark.soffice


def around(soffice: list[str], document: Document, folder: Path) -> tuple[Path, Path]:
    """A document that went from Word to OpenDocument, and back to Word."""
    file = folder / "stuk.docx"
    file.write_bytes(make_docx(document))
    (odt,) = converted(soffice, [file], "odt")
    return odt, *converted(soffice, [odt], "docx")


@pytest.fixture(scope="module")
def full(soffice: list[str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return around(soffice, vol_stuk(), tmp_path_factory.mktemp("rond"))


@pytest.mark.parametrize("soort", [DocumentSoort.DOCX, DocumentSoort.ODT])
def test_libreoffice_opens_it_on_as_many_pages_as_it_should_have(
    soffice: list[str], soort: DocumentSoort, tmp_path: Path
) -> None:
    file = tmp_path / f"stuk.{soort}"
    file.write_bytes(write(vol_stuk(), soort))
    pdf = PdfReader(*converted(soffice, [file], "pdf"))
    assert 2 <= len(pdf.pages) <= 3
    assert "Bijlage: de cijfers" in pdf.pages[-1].extract_text()
    assert f"Bladzijde {len(pdf.pages)} van {len(pdf.pages)}" in " ".join(pdf.pages[-1].extract_text().split())


def test_headings_are_still_headings_of_their_level(full: tuple[Path, Path]) -> None:
    ours = headings(make_docx(vol_stuk()))
    assert headings(full[1].read_bytes()) == ours
    assert len(ours) == 6


def headings(inhoud: bytes) -> list[tuple[str, str]]:
    return [it for it in docx_texts(inhoud) if it[0].startswith("Heading")]


def test_lists_still_begin_where_they_say(full: tuple[Path, Path]) -> None:
    word = docx.Document(BytesIO(full[1].read_bytes()))
    items = {
        it.text: starts(word, it) for it in word.paragraphs if it._p.pPr is not None and it._p.pPr.numPr is not None
    }
    assert items["Een open tafel te betalen in 2027."] == ("decimal", "1")
    assert items["Derde punt"] == ("decimal", "3")
    assert items["soep"][0] == "bullet"
    assert items["jongeren onder de 25"][0] == "bullet"


def starts(word: Any, paragraph: Any) -> tuple[str, str]:
    """How an item is numbered, and from which number on."""
    numbering = word.part.numbering_part.element
    num = next(it for it in numbering.num_lst if it.numId == paragraph._p.pPr.numPr.numId.val)
    kind = next(it for it in numbering if it.get(qn("w:abstractNumId")) == str(num.abstractNumId.val))
    over = num.find(f".//{qn('w:startOverride')}")
    start = over if over is not None else kind.find(f".//{qn('w:start')}")
    return kind.find(f".//{qn('w:numFmt')}").get(qn("w:val")), start.get(qn("w:val"))


def test_tables_still_have_their_cells_and_header_row(full: tuple[Path, Path]) -> None:
    (table,) = docx.Document(BytesIO(full[1].read_bytes())).tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells == [
        ["Jaar", "Lindekwartier", "Bron"],
        ["2020", "52,5", "Enquête"],
        ["2024", "61,0", "Enquête, met een breuk"],
    ]
    assert [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows] == [True, False, False]


def scattered(seed: int) -> Document:
    """Tables of all sizes that fall anywhere on a page. LibreOffice has lost rows of such: these places are known."""
    random, blocks = Random(seed), list[Blok]()  # noqa: S311 - no secret
    for place in range(90):
        if random.random() < 0.3:
            blocks.append(Kop(1, f"Kop {place}"))
        blocks += [Alinea("Regel boven een tabel. " * random.randint(1, 6))] * random.randint(0, 6)
        rows = tuple(
            (f"wat{place}x{row}y " + "Een tolk aan tafel. " * random.randint(0, 14), "€ 5.400")
            for row in range(random.choice((1, 2, 3, 5, 9, 14, 20)))
        )
        blocks.append(Tabel(f"Kosten {place}", ("Wat", "Bedrag"), rows))
    return make_document(*blocks)


def test_no_row_of_a_table_is_lost_wherever_on_a_page_it_begins(soffice: list[str], tmp_path: Path) -> None:
    documents = {seed: scattered(seed) for seed in (0, 1, 3)}
    for soort in (DocumentSoort.DOCX, DocumentSoort.ODT):
        files = [tmp_path / f"{seed}.{soort}" for seed in documents]
        for file, document in zip(files, documents.values(), strict=True):
            file.write_bytes(write(document, soort))
        for pdf, document in zip(converted(soffice, files, "pdf"), documents.values(), strict=True):
            text = squeezed("".join(page.extract_text() for page in PdfReader(pdf).pages))
            rows = [rij[0].split()[0] for it in document.blokken if isinstance(it, Tabel) for rij in it.rijen]
            assert [it for it in rows if it not in text] == []


def test_a_picture_still_says_what_it_shows(full: tuple[Path, Path]) -> None:
    word = docx.Document(BytesIO(full[1].read_bytes()))
    assert [it.get("descr") for it in word.element.body.iter(qn("wp:docPr"))] == [ALT]


def test_the_file_is_still_dutch_and_has_its_title(full: tuple[Path, Path]) -> None:
    # LibreOffice names the relation to this part in another way than Word, so that python-docx does not see it.
    for file, part in zip(full, ("meta.xml", "docProps/core.xml"), strict=True):
        assert b"<dc:title>Raadsvoorstel: samen eten</dc:title>" in unpack(file.read_bytes())[part]
    word = docx.Document(BytesIO(full[1].read_bytes()))
    assert {it.get(qn("w:val")) for it in word.styles.element.iter(qn("w:lang"))} == {"nl-NL"}


def test_citaten_of_naughty_strings_come_through_sign_by_sign(soffice: list[str], tmp_path: Path) -> None:
    strings = [it for it in naughty_strings() if it.strip()]
    document = make_document(*(part for it in strings for part in (Kop(1, "Kop"), Citaat(it), Lijst((it,)))))
    shown = [it.tekst for it in vervang(document).blokken if isinstance(it, Citaat)]
    odt, back = around(soffice, document, tmp_path)
    for texts in (odt_texts(odt.read_bytes()), docx_texts(back.read_bytes())):
        found = Counter(seen(text) for _, text in texts)
        lost = [ascii(it) for it in shown if not found[seen(f"“{it}”")] or not found[seen(it)]]
        assert lost == []


def seen(text: str) -> str:
    """Without the signs that nobody sees: LibreOffice leaves some of those out."""
    return "".join(it for it in text if unicodedata.category(it) != "Cf")
