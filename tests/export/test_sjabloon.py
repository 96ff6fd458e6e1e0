"""The Word template of a gemeente: her styles, head and foot, and what the tool adds to it."""

import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator, ValidationSeverity
from PIL import Image

from monitor.domain.document import Alinea, Huisstijl, Kop, Lijst, Prent
from monitor.export.archive import pack, unpack
from monitor.export.docx import make_docx
from monitor.services.huisstijl import check_sjabloon
from tests.export.sjablonen import R, W, plain, relations
from tests.export.stukken import ALT, SVG, make_document, vol_stuk

STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Standaard"/>
<w:rPr><w:color w:val="FF6600"/></w:rPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="Standaardtabel"><w:name w:val="Normal Table"/></w:style></w:styles>"""
HEAD = f'<w:hdr xmlns:w="{W}"><w:p><w:r><w:t>Gemeente Veldermeer</w:t></w:r></w:p></w:hdr>'
FOOT = f'<w:ftr xmlns:w="{W}"><w:p><w:r><w:t>Postbus 1</w:t></w:r></w:p></w:ftr>'
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>'
    '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
)


def text(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def sjabloon(body: str = "", *, picture: bytes = b"") -> bytes:
    """A template in Dutch Word, with a heading of its own, a head and a foot."""
    parts = {
        **relations(
            "word/_rels/document.xml.rels",
            (f"{R}/styles", "styles.xml"),
            (f"{R}/header", "header1.xml"),
            (f"{R}/footer", "footer1.xml"),
        ),
        "word/styles.xml": STYLES.encode(),
        "word/header1.xml": HEAD.encode(),
        "word/footer1.xml": FOOT.encode(),
    }
    if picture:
        parts |= {
            **relations("word/_rels/header1.xml.rels", (f"{R}/image", "media/a.png")),
            "word/media/a.png": picture,
        }
    return plain(body + SECTION, parts)


def written(sjabloon: bytes, *blokken: Any, logo: bytes | None = None) -> Any:
    check_sjabloon(sjabloon)
    return docx.Document(BytesIO(make_docx(make_document(*blokken), Huisstijl(sjabloon, logo))))


def texts(word: Any) -> list[str]:
    return [it.text for it in word.paragraphs]


def logo() -> bytes:
    made = BytesIO()
    Image.new("RGB", (60, 30)).save(made, "PNG")
    return made.getvalue()


def test_without_a_mark_the_body_makes_room_and_head_and_foot_stay() -> None:
    word = written(sjabloon(text("Voorbeeldtekst van de gemeente")), Alinea("Nieuw"))
    assert texts(word) == ["Een stuk", "Gemeente Veldermeer · 22 november 2026", "Nieuw"]
    section = word.sections[0]
    assert section.header.paragraphs[0].text == "Gemeente Veldermeer"
    assert [it.text for it in section.footer.paragraphs] == ["Postbus 1"]


def test_the_document_goes_where_the_mark_stands() -> None:
    word = written(sjabloon(text("Voor") + text(" [[inhoud]] ") + text("Na")), Alinea("Nieuw"))
    assert texts(word) == ["Voor", "Een stuk", "Gemeente Veldermeer · 22 november 2026", "Nieuw", "Na"]


def test_a_style_of_the_template_is_used_and_what_it_lacks_is_added() -> None:
    word = written(sjabloon(), Kop(1, "Kop"), Kop(2, "Onderkop"), Alinea("x"))
    heading = next(it for it in word.paragraphs if it.text == "Kop")
    assert heading._p.style == "Kop1"
    assert str(heading.style.font.color.rgb) == "FF6600"
    added = next(it for it in word.paragraphs if it.text == "Onderkop")
    assert added.style.name == "Heading 2"
    assert added.style.base_style.name == "Normal"
    ids = [it.styleId for it in word.styles.element.style_lst]
    assert len(set(ids)) == len(ids)


def test_lists_get_a_numbering_also_in_a_template_without_one() -> None:
    word = written(sjabloon(), Lijst(("een",), genummerd=True, begin=4))
    item = next(it for it in word.paragraphs if it.text == "een")
    assert item._p.pPr.numPr.numId.val == 1
    (start,) = word.part.numbering_part.element.iter(qn("w:start"))
    assert start.get(qn("w:val")) == "4"


def test_numbering_of_the_template_stays_as_it_is() -> None:
    first = make_docx(make_document(Lijst(("een",), genummerd=True)))
    word = written(first, Lijst(("twee",)))
    numbering = word.part.numbering_part.element
    assert [it.numId for it in numbering.num_lst] == [1, 2]
    kinds = [it.get(qn("w:abstractNumId")) for it in numbering.findall(qn("w:abstractNum"))]
    assert sorted(kinds) == ["0", "1"]
    order = [it.tag for it in numbering]
    assert order == sorted(order, key=lambda tag: tag != qn("w:abstractNum"))


def test_our_page_numbers_stand_only_where_the_template_has_no_foot() -> None:
    foot = written(plain(), Alinea("x")).sections[0].footer.paragraphs[0]
    assert foot.text == "Een stuk · Gemeente Veldermeer\tBladzijde 1 van 1"


def test_the_logo_stands_above_the_title_unless_the_template_has_a_picture_in_its_head() -> None:
    def drawn(word: Any) -> int:
        return len(list(word.element.body.iter(qn("wp:inline"))))

    assert drawn(written(sjabloon(), Alinea("x"), logo=logo())) == 1
    assert drawn(written(sjabloon(picture=logo()), Alinea("x"), logo=logo())) == 0


def test_a_picture_is_no_wider_than_the_text_of_the_template() -> None:
    margins = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="0" w:right="2835" w:bottom="0" w:left="3402"'
    word = written(plain(f'{margins} w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'), Prent(SVG, ALT, ""))
    (extent,) = word.element.body.iter(qn("wp:extent"))
    assert int(extent.get("cx")) / 360_000 == pytest.approx(10, abs=0.01)
    assert int(extent.get("cx")) / int(extent.get("cy")) == pytest.approx(640 / 240, abs=0.01)


def test_a_template_becomes_a_document() -> None:
    dotx = pack({name: it.replace(b"document.main", b"template.main") for name, it in unpack(sjabloon()).items()})
    made = make_docx(make_document(Alinea("x")), Huisstijl(dotx))
    types = zipfile.ZipFile(BytesIO(made)).read("[Content_Types].xml")
    assert b"document.main+xml" in types
    assert b"template.main+xml" not in types


def test_a_document_in_a_template_says_that_it_is_dutch() -> None:
    word = written(sjabloon(), Alinea("x"))
    assert [it.get(qn("w:val")) for it in word.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang"))] == ["nl-NL"]


@pytest.mark.parametrize("body", ["", text("[[inhoud]]"), text("Voor") + text("[[inhoud]]") + text("Na")])
def test_a_validator_finds_nothing_wrong_and_the_bytes_stay_the_same(body: str, tmp_path: Any) -> None:
    style = Huisstijl(sjabloon(body, picture=logo()), logo())
    made = make_docx(vol_stuk(), style)
    assert made == make_docx(vol_stuk(), style)
    (tmp_path / "stuk.docx").write_bytes(made)
    found = [
        str(it)
        for it in OpenXmlValidator().validate(tmp_path / "stuk.docx").errors
        if it.severity is ValidationSeverity.ERROR
    ]
    # The template itself has no list of letters and no theme; what we write needs neither.
    assert [it for it in found if "required relationship" not in it] == []
