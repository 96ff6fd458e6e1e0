"""What a gemeente may give as its Word template and logo, and what is refused in which words."""

import tracemalloc
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from monitor.errors import OngeldigBestand
from monitor.export.archive import pack, unpack
from monitor.services import huisstijl
from monitor.services.huisstijl import DOCX, DOTX, JPEG, PNG, check_logo, check_sjabloon, try_sjabloon
from tests.export.sjablonen import R, W, plain, relation, with_parts


def refused(inhoud: bytes, mime: str = "") -> str:
    with pytest.raises(OngeldigBestand) as told:
        check_sjabloon(inhoud, mime)
    return str(told.value)


def picture(size: tuple[int, int] = (40, 30), kind: str = "PNG", mode: str = "RGB") -> bytes:
    made = BytesIO()
    Image.new(mode, size).save(made, kind)
    return made.getvalue()


def test_a_word_file_and_a_word_template_may_be_kept() -> None:
    assert check_sjabloon(plain()) == DOCX
    assert check_sjabloon(plain(), DOCX) == DOCX
    assert check_sjabloon(plain(), "application/octet-stream") == DOCX
    as_template = {name: it.replace(b"document.main", b"template.main") for name, it in unpack(plain()).items()}
    assert check_sjabloon(pack(as_template), DOTX) == DOTX


@pytest.mark.parametrize(
    "inhoud",
    [b"", b"geen zip", b"PK\x03\x04stuk", plain()[:400], pack({"a.txt": b"x"}), pack({"[Content_Types].xml": b"<x/>"})],
    ids=["leeg", "tekst", "begin", "half", "zip", "types"],
)
def test_what_is_no_word_file_is_refused(inhoud: bytes) -> None:
    assert refused(inhoud).startswith(huisstijl.GEEN_WORD)


def test_a_spreadsheet_is_no_word_file() -> None:
    changed = {
        name: it.replace(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main")
        for name, it in unpack(plain()).items()
    }
    assert refused(pack(changed)) == huisstijl.GEEN_WORD


def test_an_old_word_file_or_one_with_a_password_is_told_apart() -> None:
    assert refused(b"\xd0\xcf\x11\xe0" + bytes(600)) == huisstijl.OUD_WORD


def test_another_mime_than_the_file_has_is_refused() -> None:
    assert refused(plain(), "image/png") == huisstijl.ANDERS
    assert refused(plain(), DOTX) == huisstijl.ANDERS


def test_a_large_file_is_refused_before_it_is_opened() -> None:
    assert refused(bytes(5 * 1024 * 1024 + 1)) == "Het bestand is groter dan 5 MB. Maak de plaatjes erin kleiner."


def test_a_file_that_grows_when_it_is_opened_is_refused() -> None:
    bomb = with_parts({"word/media/a.xml": bytes(51 * 1024 * 1024)})
    assert len(bomb) < 200_000
    assert refused(bomb) == huisstijl.TE_VEEL
    assert refused(with_parts({f"word/{number}.bin": b"" for number in range(1_001)})) == huisstijl.TE_VEEL


def test_a_file_that_lies_about_how_far_it_grows_is_not_read_further_than_it_says() -> None:
    made = bytearray(with_parts({"word/media/a.bin": bytes(60 * 1024 * 1024)}))
    real, small = (60 * 1024 * 1024).to_bytes(4, "little"), (100).to_bytes(4, "little")
    liar = bytes(made.replace(real, small))
    tracemalloc.start()
    try:
        assert refused(liar) == huisstijl.GEEN_WORD
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["../weg.xml", "/weg.xml", "word/../../weg.xml", "word\\..\\weg.xml"])
def test_a_part_that_wants_out_of_the_file_is_refused(name: str) -> None:
    assert refused(with_parts({name: b"<x/>"})) == huisstijl.GEEN_WORD


def test_a_part_that_is_there_twice_is_refused() -> None:
    made = BytesIO(plain())
    with zipfile.ZipFile(made, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", b"<x/>")
    assert refused(made.getvalue()) == huisstijl.GEEN_WORD


@pytest.mark.parametrize(
    "parts",
    [
        {"word/vbaProject.bin": b"x"},
        {"word/vbaData.xml": b"<x/>"},
        {"word/activeX/activeX1.xml": b"<x/>"},
        relation("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "iets.bin"),
    ],
    ids=["vba", "vbadata", "activex", "relatie"],
)
def test_a_macro_is_refused(parts: Mapping[str, bytes]) -> None:
    assert huisstijl.MACRO in refused(with_parts(parts))


def test_a_file_that_may_hold_macros_is_refused() -> None:
    changed = unpack(plain())
    changed["[Content_Types].xml"] = changed["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert huisstijl.MACRO in refused(pack(changed))


@pytest.mark.parametrize(
    ("kind", "target", "said"),
    [
        ("attachedTemplate", "file:///c:/sjabloon.dotm", "een ander sjabloon"),
        ("image", "https://elders.example/logo.png", "iets"),
        ("hyperlink", "https://elders.example/", "iets"),
        ("oleObject", "\\\\server\\map\\x.xlsx", "een ingesloten bestand"),
    ],
)
def test_what_points_outside_the_file_is_refused_with_where_to(kind: str, target: str, said: str) -> None:
    for outside in (True, False):
        told = refused(with_parts(relation(f"{R}/{kind}", target, outside=outside)))
        assert told == huisstijl.KOPPELING.format(wat=said, waar=target)


@pytest.mark.parametrize("kind", ["oleObject", "package", "aFChunk", "subDocument", "control"])
def test_what_is_carried_inside_and_is_no_part_of_a_document_is_refused(kind: str) -> None:
    assert refused(with_parts(relation(f"{R}/{kind}", "embeddings/x.bin"))).startswith("In het bestand zit een ")


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://x.example/a.png&quot; "/></w:p>',
        "<w:p><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\x</w:instrText></w:r></w:p>",
        '<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        "<w:r><w:instrText>LINK Excel.Sheet</w:instrText></w:r></w:p>",
        '<w:p><w:r><w:instrText> HYPERLINK "https://elders.example" </w:instrText></w:r></w:p>',
    ],
    ids=["includepicture", "dde", "link", "hyperlink"],
)
def test_a_field_that_is_not_on_the_list_is_refused(body: str) -> None:
    assert "een veld dat niet in een sjabloon mag" in refused(plain(body))


@pytest.mark.parametrize("name", ["word/header1.dat", "word/header1.XML", "word/kop"])
def test_such_a_field_is_found_whatever_the_part_is_called(name: str) -> None:
    field = '<w:p><w:fldSimple w:instr="INCLUDEPICTURE &quot;https://elders.example/x.png&quot;"/></w:p>'
    head = f'<w:hdr xmlns:w="{W}">{field}</w:hdr>'.encode()
    assert "een veld dat niet in een sjabloon mag" in refused(with_parts({name: head}))


def test_page_numbers_and_a_table_of_contents_are_no_such_fields() -> None:
    assert check_sjabloon(
        plain('<w:p><w:fldSimple w:instr=" PAGE "/><w:fldSimple w:instr="TOC \\o &quot;1-3&quot;"/></w:p>')
    )


def test_what_a_template_is_connected_with_is_refused_with_what_to_take_out() -> None:
    settings = f'<w:settings xmlns:w="{W}"><w:mailMerge><w:query w:val="SELECT 1"/></w:mailMerge></w:settings>'
    assert refused(with_parts({"word/settings.xml": settings.encode()})) == huisstijl.SAMENVOEGEN
    panes = relation("http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes", "x.xml")
    assert refused(with_parts(panes)) == huisstijl.INVOEGTOEPASSING
    ribbon = relation("http://schemas.microsoft.com/office/2006/relationships/ui/extensibility", "x.xml")
    assert refused(with_parts(ribbon)) == huisstijl.INVOEGTOEPASSING
    named = {"word/a.xml": b'<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui" onLoad="x"/>'}
    assert refused(with_parts(named)) == huisstijl.INVOEGTOEPASSING


@pytest.mark.parametrize(
    ("target", "mode"),
    [
        (" http://x.example/a.png", "Internal"),
        ("&#x9;http://x.example/a.png", "Internal"),
        ("ht&#xA;tp://x.example/a.png", "Internal"),
        ("\u200b//x.example/a.png", "Internal"),
        ("a.png", " External"),
        ("a.png", "EXTERNAL"),
        ("a.png", "Elders"),
    ],
)
def test_what_points_outside_is_known_however_it_is_written(target: str, mode: str) -> None:
    part = relation(f"{R}/image", target, outside=True)
    written = {name: it.replace(b'"External"', f'"{mode}"'.encode()) for name, it in part.items()}
    assert "verwijst naar iets buiten dit bestand" in refused(with_parts(written))


def test_a_relation_is_found_in_a_part_of_any_name() -> None:
    (rows,) = relation(f"{R}/image", "https://elders.example/a.png", outside=True).values()
    assert "verwijst naar iets buiten dit bestand" in refused(with_parts({"word/iets.dat": rows}))


def test_changes_with_the_name_of_who_made_them_are_refused() -> None:
    body = '<w:p><w:ins w:id="1" w:author="Iemand"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'
    assert refused(plain(body)) == huisstijl.GEWIJZIGD


def test_what_the_text_needs_and_does_not_come_into_a_document_is_refused() -> None:
    chart = relation(f"{R}/chart", "charts/chart1.xml")
    assert check_sjabloon(plain(parts=chart)) == DOCX
    drawn = '<w:p><w:r><w:drawing><c:chart xmlns:c="urn:x" r:id="rId1"/></w:drawing></w:r></w:p>'
    assert refused(plain(drawn, chart)) == huisstijl.ONDERDEEL.format(wat="chart")


@pytest.mark.parametrize("inside", [b"\xd0\xcf\x11\xe0" * 9, plain()], ids=["ole", "zip"])
def test_a_file_within_the_file_is_refused_whatever_it_is_called(inside: bytes) -> None:
    assert "een ingesloten bestand" in refused(with_parts({"word/media/a.bin": inside}))


def test_a_picture_in_which_something_runs_is_refused() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'
    assert refused(with_parts({"word/media/a.svg": svg})) == huisstijl.PROGRAMMA


HEAD = "word/header1.dat"
DEEP = f'<w:hdr xmlns:w="{W}">{"<w:p>" * 300}{"</w:p>" * 300}</w:hdr>'.encode()


@pytest.mark.parametrize(
    "content",
    [
        DEEP,
        b"\xff\xd8 geen XML",
        f'<?xml version="1.0" encoding="ISO-8859-1"?><w:hdr xmlns:w="{W}"/>'.encode(),
        b"<w:hdr/>",
    ],
    ids=["diep", "geen", "schrift", "naamruimte"],
)
def test_a_part_that_says_to_be_xml_and_cannot_be_read_is_refused(content: bytes) -> None:
    types = unpack(plain())["[Content_Types].xml"].replace(b"/word/header1.xml", f"/{HEAD}".encode())
    told = refused(with_parts({"[Content_Types].xml": types, HEAD: content}))
    if content == b"<w:hdr/>":
        assert told == huisstijl.KAPOT.format(deel=HEAD)
    assert huisstijl.KAPOT.format(deel=HEAD) in told


@pytest.mark.parametrize(
    "part",
    [
        b"<a>" + b"<b/>" * 3_000_000 + b"</a>",
        b"<a>" + b"x" * 8_000_001 + b"</a>",
        b"<a " + b" ".join(b'a%d=""' % number for number in range(500_001)) + b"/>",
    ],
    ids=["elementen", "tekst", "kenmerken"],
)
def test_xml_that_is_too_large_is_refused_without_being_held_in_memory(part: bytes) -> None:
    whole = with_parts({"word/a.xml": part})
    tracemalloc.start()
    try:
        assert refused(whole) == huisstijl.TE_VEEL
        assert tracemalloc.get_traced_memory()[1] < 3 * len(part) + 5_000_000
    finally:
        tracemalloc.stop()


def test_the_elements_of_all_parts_count_together() -> None:
    many = b"<a>" + b"<b/>" * 60_000 + b"</a>"
    assert check_sjabloon(with_parts({f"word/a{number}.xml": many for number in range(3)})) == DOCX
    assert refused(with_parts({f"word/a{number}.xml": many for number in range(4)})) == huisstijl.TE_VEEL


def test_a_template_with_which_no_document_can_be_made_is_refused() -> None:
    def fails(*_: object) -> bytes:
        raise KeyError("word/header1.xml")

    with pytest.raises(OngeldigBestand, match="Wij hebben een leeg stuk gemaakt met dit sjabloon, en dat lukte niet"):
        try_sjabloon(plain(), fails)


def test_a_picture_of_an_old_kind_that_is_elsewhere_is_refused() -> None:
    body = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="http://x.example/a.png"/>'
        "</v:shape></w:pict></w:r></w:p>"
    )
    assert "een plaatje buiten dit bestand" in refused(plain(body))


def test_xml_with_signs_of_its_own_is_refused_and_not_read() -> None:
    laugh = (
        b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="'
        + W.encode()
        + b'">&b;</w:document>'
    )
    assert huisstijl.KAPOT.format(deel="word/document.xml") in refused(with_parts({"word/document.xml": laugh}))
    broken = refused(with_parts({"word/styles.xml": b"<w:styles"}))
    assert huisstijl.KAPOT.format(deel="word/styles.xml") in broken


def test_all_problems_are_told_at_once() -> None:
    told = refused(
        with_parts(
            {"word/vbaProject.bin": b"x", **relation(f"{R}/image", "https://elders.example/a.png", outside=True)}
        )
    )
    assert len(told.splitlines()) == 2


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 3_000))
def test_whatever_is_wrong_with_the_bytes_there_is_a_sentence(noise: bytes, at: int) -> None:
    whole = plain()
    try:
        check_sjabloon(whole[:at] + noise + whole[at + len(noise) :])
    except OngeldigBestand as told:
        assert str(told).strip().endswith(".")


# The logo


def test_a_png_and_a_jpeg_may_be_kept() -> None:
    assert check_logo(picture()) == PNG
    assert check_logo(picture(kind="JPEG"), "image/jpeg") == JPEG


@pytest.mark.parametrize("inhoud", [b"", b"<svg/>", picture(kind="GIF"), plain()], ids=["leeg", "svg", "gif", "word"])
def test_what_is_no_picture_that_we_can_use_is_refused(inhoud: bytes) -> None:
    with pytest.raises(OngeldigBestand, match="Kies een PNG of een JPEG"):
        check_logo(inhoud)


def test_a_logo_is_told_what_is_wrong_with_it() -> None:
    with pytest.raises(OngeldigBestand, match="iets anders te zijn"):
        check_logo(picture(), "image/jpeg")
    with pytest.raises(OngeldigBestand, match="beschadigd"):
        check_logo(picture((400, 300))[:120])
    with pytest.raises(OngeldigBestand, match="van 16 tot en met 6000 beeldpunten zijn; dit is 40 bij 3"):
        check_logo(picture((40, 3)))
    with pytest.raises(OngeldigBestand, match="groter dan 5 MB"):
        check_logo(bytes(6 * 1024 * 1024))


def test_a_picture_that_grows_beyond_bounds_is_refused_before_it_is_opened() -> None:
    head = b"IHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    bomb = b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4, "big") + head + zlib.crc32(head).to_bytes(4, "big")
    with pytest.raises(OngeldigBestand):
        check_logo(bomb)
