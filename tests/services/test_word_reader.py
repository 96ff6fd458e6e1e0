"""Which fields a Word template may have: their code is read as Word reads it, however it is kept."""

import pytest

from monitor.services.word_reader import HALF, OngeldigDeel, points_elsewhere, read_deel

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{it}"/></w:r>' for it in ("begin", "separate", "end"))


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def shown(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def field(inside: str, now: str = "1") -> str:
    return f"{BEGIN}{inside}{SEPARATE}{shown(now)}{END}"


def refused(body: str) -> list[str]:
    part = f'<w:hdr xmlns:w="{W}" xmlns:mc="{MC}" xmlns:z="urn:z"><w:p>{body}</w:p></w:hdr>'
    return read_deel(part.encode(), 10_000).velden


@pytest.mark.parametrize(
    "instruction",
    [
        "PAGE",
        " PAGE \\* MERGEFORMAT ",
        "numpages",
        ' TOC \\o "1-3" \\h \\z \\u ',
        " PAGEREF _Toc1 \\h ",
        ' STYLEREF "Kop 1" ',
        ' DATE \\@ "d MMMM yyyy" ',
        " SEQ Tabel \\* ARABIC ",
        "= 2 + 3",
        ' IF 1 = 1 "http://x.example" "b" ',
        ' HYPERLINK \\l "_Toc1" ',
        ' HYPERLINK \\l "_Toc1" \\o "tip" \\h ',
        " ",
    ],
)
def test_a_field_that_tells_of_the_document_itself_may_stay(instruction: str) -> None:
    assert refused(field(code(instruction))) == []
    assert refused(f"<w:fldSimple w:instr='{instruction}'>{shown('1')}</w:fldSimple>") == []


@pytest.mark.parametrize(
    ("instruction", "name"),
    [
        ('INCLUDEPICTURE "http://x.example/a.png" \\d', "INCLUDEPICTURE"),
        ("MERGEFIELD Naam", "MERGEFIELD"),
        ("EMBED Excel.Sheet.12", "EMBED"),
        ('FILLIN "Wie?"', "FILLIN"),
        ("GOTOBUTTON x", "GOTOBUTTON"),
        ("QUOTE 68 68 69", "QUOTE"),
        ("DOCVARIABLE x", "DOCVARIABLE"),
        ("PAGEX", "PAGEX"),
        ("PAGE7", "PAGE7"),
        ("\u200bDATABASE x", "DATABASE"),
        ("bladwijzer", "BLADWIJZER"),
        ('HYPERLINK "https://x.example"', "HYPERLINK"),
        ('HYPERLINK \\o "tip" "http://x.example"', "HYPERLINK"),
        ('HYPERLINK \\l "a" "http://x.example"', "HYPERLINK"),
        ('HYPERLINK "\\\\\\\\server\\\\map" \\l "a"', "HYPERLINK"),
        ("HYPERLINK", "HYPERLINK"),
        ("***", "zonder naam"),
    ],
)
def test_every_other_field_is_refused_by_its_name(instruction: str, name: str) -> None:
    assert refused(field(code(instruction))) == [name]
    assert refused(f"<w:fldSimple w:instr='{instruction}'/>") == [name]


@pytest.mark.parametrize(
    "inside",
    [
        shown("INCLUDEPICTURE x"),
        code("INCLUDE") + shown("PICTURE x"),
        code("INCLUDE") + "<w:r><w:rPr><w:b/></w:rPr></w:r>\n  " + code("PICTURE x"),
        "<w:smartTag><w:r><w:delText>INCLUDEPICTURE x</w:delText></w:r></w:smartTag>",
        "<w:r><w:iets>INCLUDEPICTURE x</w:iets></w:r>",
    ],
    ids=["tekst", "half", "stukken", "weggehaald", "onbekend"],
)
def test_all_text_before_what_a_field_says_now_is_its_code(inside: str) -> None:
    assert [it.removeprefix("zonder naam") for it in refused(field(inside))] == ["INCLUDEPICTURE"]


def test_a_field_or_a_drawn_letter_in_the_name_of_a_field_is_refused() -> None:
    page = field(code("PAGE"))
    assert refused(field(page + code(" c:\\\\x.exe"))) == ["C"]
    assert refused(field(code("DDE") + page)) == ["DDE"]
    assert refused(field('<w:fldSimple w:instr="PAGE"/>' + code(" x"))) == ["X"]
    assert refused(field('<w:r><w:sym w:char="F044"/></w:r>' + code(" PAGE"))) == ["PAGE"]
    assert refused(field(code("PAGE") + page)) == ["PAGE"]
    assert refused(field(code("HYPERLINK \\l ") + page)) == ["HYPERLINK"]


def test_a_field_in_what_another_field_compares_may_stay_and_is_looked_at() -> None:
    assert refused(field(code(" IF ") + field(code("PAGE")) + code(' = 1 "a" "b"'))) == []
    assert refused(field(code(" = ") + field(code("NUMPAGES")) + code(" - 1"))) == []
    assert refused(field(code(" IF 1 = 1 ") + field(code("DDEAUTO x")) + code(' "b"'))) == ["DDEAUTO"]
    assert refused(field(code("TOC"), "") + field(code("PAGE"))) == []


@pytest.mark.parametrize(
    "body",
    [
        BEGIN + code("PAGE"),
        SEPARATE,
        END,
        f"<w:fldSimple w:instr='PAGE'>{END}</w:fldSimple>",
        f"{BEGIN}<mc:AlternateContent><mc:Choice>{SEPARATE}</mc:Choice></mc:AlternateContent>{code('PAGE')}{END}",
        f"<mc:AlternateContent><mc:Choice>{BEGIN}</mc:Choice></mc:AlternateContent>{code('PAGE')}{END}",
    ],
    ids=["geen eind", "geen begin", "los eind", "door elkaar", "andere tak", "begin in tak"],
)
def test_a_field_that_is_not_whole_is_refused(body: str) -> None:
    assert HALF in refused(body)


@pytest.mark.parametrize(
    "body",
    [
        f'{BEGIN}<z:fldChar z:fldCharType="separate"/>{shown("DDEAUTO x")}{SEPARATE}{END}',
        f'{BEGIN}<w:fldChar w:fldCharType="begin" z:fldCharType="separate"/>{shown("DDEAUTO x")}{END}{END}',
        BEGIN + '<w:fldChar fldCharType="separate"/>' + END,
        "<w:fldSimple z:instr='PAGE' w:instr='LINK x'/>",
        "<z:fldSimple z:instr='PAGE'/>",
        field("<z:t>PAGE </z:t>" + code("DDEAUTO x")),
        field("<w:r><w:rPr>PAGE </w:rPr></w:r>" + code("DDEAUTO x")),
        field("<w:r><w:delInstrText>PAGE </w:delInstrText></w:r>" + code("DDEAUTO x")),
        field("<mc:AlternateContent><mc:Choice><w:t>PAGE </w:t></mc:Choice></mc:AlternateContent>" + code("DDEAUTO x")),
    ],
    ids=["element", "kenmerk", "kaal", "twee", "simpel", "tekst", "opmaak", "weggehaald", "tak"],
)
def test_what_word_leaves_out_hides_no_field(body: str) -> None:
    assert refused(body)


def test_two_kinds_of_one_part_are_no_list_of_kinds() -> None:
    row = '<Override PartName="/word/{}" ContentType="{}"/>'
    same, other = row.format("a.bin", "image/png"), row.format("A.bin", "application/vnd.ms-office.vbaProject")
    assert read_deel(f"<Types>{same}{same}</Types>".encode(), 9).soorten == {"word/a.bin": "image/png"}
    with pytest.raises(OngeldigDeel):
        read_deel(f"<Types>{same}{other}</Types>".encode(), 9)


def test_how_a_relation_points_is_not_told_by_an_attribute_of_another_standard() -> None:
    row = (
        '<Relationship xmlns:z="urn:z" Id="a" Type="t/image" Target="x" TargetMode="External" z:TargetMode="Internal"/>'
    )
    (found,) = read_deel(row.encode(), 9).verwijzingen
    assert found.buiten


def test_code_outside_a_field_is_refused() -> None:
    assert refused(code("PAGE")) == ["PAGE"]
    assert refused(f"{BEGIN}{code('PAGE')}{SEPARATE}{code('LINK x')}{END}") == ["LINK"]


def test_both_branches_of_a_drawing_may_hold_a_whole_field() -> None:
    whole = f"<w:txbxContent><w:p>{field(code('PAGE'))}</w:p></w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice>{whole}</mc:Choice><mc:Fallback>{whole}</mc:Fallback></mc:AlternateContent>"
    )
    assert refused(f"<w:r>{both}</w:r>") == []


@pytest.mark.parametrize(
    "address", ["http://x", " HTTPS://x", "\u200bfile:x", "//x", "\\\\x", "h\tttp://x", "mailto:a"]
)
def test_an_address_elsewhere_is_known_however_it_is_written(address: str) -> None:
    assert points_elsewhere(address)


@pytest.mark.parametrize("address", ["media/a.png", "/word/media/a.png", "../a.xml", "#boven", "", "data:image/png;x"])
def test_an_address_within_the_file_is_none(address: str) -> None:
    assert not points_elsewhere(address)


def test_a_list_of_signs_of_its_own_and_other_letters_are_no_xml_of_a_word_file() -> None:
    for part in (b"<!DOCTYPE a><a/>", b'<?xml version="1.0" encoding="latin-1"?><a/>', b"<a>", b"", b"\xff\xfea"):
        with pytest.raises(OngeldigDeel):
            read_deel(part, 10)
    assert read_deel('<?xml version="1.0" encoding="utf-16"?><a/>'.encode("utf-16"), 10).wortel == ["a"]
