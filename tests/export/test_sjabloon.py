"""The Word template of a gemeente: her styles, head and foot, and what the tool adds to it."""

import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator, ValidationSeverity
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from monitor.domain.document import Alinea, Huisstijl, Kop, Lijst, Prent
from monitor.errors import OngeldigBestand
from monitor.export.archive import pack, unpack
from monitor.export.document import make_document as write
from monitor.export.docx import make_docx
from monitor.services.huisstijl import check_sjabloon, try_sjabloon
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


# What of a template stays behind

MAKER = "Janneke Sjabloonmaker"
_TYPE = "application/vnd.openxmlformats-officedocument."


def told(name: str, kind: str, content: str) -> dict[str, tuple[str, bytes]]:
    return {name: (kind, content.encode())}


def maker_parts() -> dict[str, tuple[str, bytes]]:
    """Parts of a Word file that tell who made it, with their content types."""
    word, office = f"{_TYPE}wordprocessingml", f"{_TYPE}"
    return {
        **told(
            "docProps/app.xml",
            f"{office}extended-properties+xml",
            f"<Properties><Manager>{MAKER}</Manager></Properties>",
        ),
        **told("docProps/custom.xml", f"{office}custom-properties+xml", f"<Properties><a>{MAKER}</a></Properties>"),
        **told(
            "docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
            f"<cp:lastPrinted>2020-01-01T00:00:00Z</cp:lastPrinted><cp:contentType>{MAKER}</cp:contentType></cp:coreProperties>",
        ),
        **told(
            "word/comments.xml",
            f"{word}.comments+xml",
            f'<w:comments xmlns:w="{W}"><w:comment w:id="1" w:author="{MAKER}"><w:p/></w:comment></w:comments>',
        ),
        **told("word/people.xml", f"{word}.people+xml", f"<people><person author='{MAKER}'/></people>"),
        **told("customXml/item1.xml", "application/xml", f"<a>{MAKER}</a>"),
        **told(
            "word/settings.xml",
            f"{word}.settings+xml",
            f'<w:settings xmlns:w="{W}"><w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:trackRevisions/>'
            f'<w:evenAndOddHeaders/><w:docVars><w:docVar w:name="a" w:val="{MAKER}"/></w:docVars></w:settings>',
        ),
    }


def of_a_maker() -> bytes:
    """A template with a style, a head with a picture and a foot, that tells in every way who made it."""
    parts = unpack(sjabloon(COMMENTED + text("[[inhoud]]"), picture=with_words()))
    given = maker_parts()
    rows = {
        "_rels/.rels": (
            ("rA", f"{R}/extended-properties", "docProps/app.xml"),
            ("rB", f"{R}/custom-properties", "docProps/custom.xml"),
            (
                "rC",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "word/_rels/document.xml.rels": (
            ("rD", f"{R}/comments", "comments.xml"),
            ("rE", "http://schemas.microsoft.com/office/2011/relationships/people", "people.xml"),
            ("rF", f"{R}/customXml", "../customXml/item1.xml"),
            ("rG", f"{R}/settings", "settings.xml"),
        ),
    }
    for name, pairs in rows.items():
        more = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{to}"/>' for key, kind, to in pairs)
        parts[name] = parts[name].replace(b"</Relationships>", f"{more}</Relationships>".encode())
    more = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (kind, _) in given.items())
    types = "[Content_Types].xml"
    parts[types] = parts[types].replace(b"</Types>", f"{more}</Types>".encode())
    return pack({**parts, **{name: content for name, (_, content) in given.items()}})


COMMENTED = (
    '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>Boven</w:t></w:r><w:commentRangeEnd w:id="1"/>'
    '<w:r><w:commentReference w:id="1"/></w:r></w:p>'
)


def with_words() -> bytes:
    said = PngInfo()
    said.add_text("Author", MAKER)
    made = BytesIO()
    Image.new("RGB", (60, 30)).save(made, "PNG", pnginfo=said)
    return made.getvalue()


def test_who_made_a_template_reaches_no_document_and_what_it_looks_like_does() -> None:
    given = of_a_maker()
    check_sjabloon(given)
    assert sum(MAKER.encode() in part for part in unpack(given).values()) == 8
    made = unpack(make_docx(make_document(Alinea("Nieuw")), Huisstijl(given)))
    assert [name for name, part in made.items() if MAKER.encode() in part] == []
    whole = b"".join(made.values())
    for gone in (b"readOnly", b"trackRevisions", b"docVar", b"comment", b"lastPrinted"):
        assert gone not in whole
    for stays in (b"FF6600", b"Gemeente Veldermeer", b"Postbus 1", b"evenAndOddHeaders", b"Boven"):
        assert stays in whole
    assert any(name.startswith("word/media/") for name in made)


def test_the_folder_of_a_picture_stays_behind_and_what_it_shows_is_told() -> None:
    drawn = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:extent cx="1" cy="1"/><wp:docPr id="1" name="{}" descr="{}"/></wp:inline></w:drawing></w:r></w:p>'
    )
    folder = drawn.format("Logo", "C:\\Users\\Janneke\\logo.png")
    words = drawn.format("Logo", "Het wapen van de gemeente: een linde")
    parts = unpack(sjabloon())
    parts["word/header1.xml"] = HEAD.replace("</w:hdr>", f"{folder}{words}</w:hdr>").encode()
    made = unpack(make_docx(make_document(Alinea("x")), Huisstijl(pack(parts))))["word/header1.xml"].decode()
    assert "Janneke" not in made
    assert "Het wapen van de gemeente: een linde" in made


def test_what_is_left_behind_leaves_a_file_that_word_can_read(tmp_path: Any) -> None:
    (tmp_path / "stuk.docx").write_bytes(make_docx(vol_stuk(), Huisstijl(of_a_maker(), logo())))
    found = [
        str(it)
        for it in OpenXmlValidator().validate(tmp_path / "stuk.docx").errors
        if it.severity is ValidationSeverity.ERROR
    ]
    assert [it for it in found if "required relationship" not in it] == []


def test_a_template_as_a_program_makes_it_is_kept_and_used() -> None:
    made = BytesIO()
    word = docx.Document()
    word.add_paragraph("[[inhoud]]")
    word.sections[0].footer.paragraphs[0].text = "Postbus 1"
    word.save(made)
    used = written(made.getvalue(), Alinea("Nieuw"))
    try_sjabloon(made.getvalue(), write)
    assert "Nieuw" in texts(used)
    assert used.sections[0].footer.paragraphs[0].text == "Postbus 1"
    assert used.core_properties.author == "Gemeente Veldermeer"


def test_a_document_of_ours_may_be_a_template() -> None:
    made = make_docx(vol_stuk(), Huisstijl(sjabloon(picture=logo()), logo()))
    assert "Nieuw" in texts(written(made, Alinea("Nieuw")))


def test_a_template_that_lacks_a_part_that_it_points_at_is_refused_when_it_is_tried() -> None:
    parts = unpack(sjabloon())
    del parts["word/header1.xml"]
    with pytest.raises(OngeldigBestand, match="Wij hebben een leeg stuk gemaakt met dit sjabloon"):
        try_sjabloon(pack(parts), write)
