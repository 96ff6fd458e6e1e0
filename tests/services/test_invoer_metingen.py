"""Own figures from a file: read right, asked about, or refused with a sentence; never read wrong in silence."""

import base64
import csv
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.telling import CodesAls, DatumAls, Decimaal, Keuzes, KolommenAls, LeegAls, Procent
from monitor.errors import NietGevonden, NietToegestaan, OngeldigBestand, OngeldigeInvoer
from monitor.services import invoer_metingen
from monitor.services.controle import check_store
from monitor.services.invoer_metingen import import_metingen, inlezingen, preview, undo
from monitor.services.voorbeeld import remove_voorbeeld
from monitor.store.database import Database
from tests.services.builders import CLI
from tests.werkboek import Error, Formula, Percent, Sheet, write_werkboek

WIJK, TAFEL, BUREN = "WK990101", "vm-open-tafel", "vm-buren-oppassen"
KOP = "gebied;indicator;periode;waarde"
KOPPEN = ["gebied", "indicator", "periode", "waarde"]
SHEET = "xl/worksheets/sheet1.xml"
Figures = Mapping[tuple[str, str, str], float | str]


@dataclass(frozen=True)
class Horror:
    """A file as it comes in, and what must become of it: figures, a question, or a sentence."""

    name: str
    make: Callable[[Path], Path]
    read: Figures | None = None
    asks: str | None = None
    says: str | None = None
    keuzes: Keuzes = field(default_factory=Keuzes)


def text(content: str, encoding: str = "utf-8", name: str = "cijfers.csv") -> Callable[[Path], Path]:
    """A file of text."""
    return raw(content.encode(encoding), name)


def raw(content: bytes, name: str = "cijfers.csv") -> Callable[[Path], Path]:
    """A file of bytes."""

    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return make


def book(*sheets: Sheet) -> Callable[[Path], Path]:
    """A workbook."""
    return lambda folder: write_werkboek(folder / "cijfers.xlsx", *sheets)


def sheet(*rows: list[Any], name: str = "Blad1", **more: Any) -> Sheet:
    """A sheet with the heads of a long table above these rows."""
    return Sheet(name, [KOPPEN, *rows], **more)


def patched(make: Callable[[Path], Path], part: str, old: str, new: str) -> Callable[[Path], Path]:
    """A file of parts in which one part reads otherwise."""

    def change(folder: Path) -> Path:
        whole = make(folder)
        with zipfile.ZipFile(whole) as parts:
            content = {name: parts.read(name).decode() for name in parts.namelist()}
        assert old in content[part]
        content[part] = content[part].replace(old, new)
        return zipped(content, whole.name)(folder)

    return change


def zipped(content: Mapping[str, str | bytes], name: str) -> Callable[[Path], Path]:
    """A file of parts."""

    def make(folder: Path) -> Path:
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as parts:
            for part, words in content.items():
                parts.writestr(part, words)
        return folder / name

    return make


def far_away(folder: Path) -> Path:
    """A workbook of a few hundred bytes that would take hundreds of gigabytes to read."""
    end = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return patched(book(sheet([WIJK, TAFEL, "2024-K3", 12])), SHEET, "</sheetData>", end)(folder)


Spelling = Callable[[str, str], tuple[str, str | bytes]]
"""Gives a sheet of a workbook, its name and its words, another look that says the same."""


def spelled(make: Callable[[Path], Path], change: Spelling) -> Callable[[Path], Path]:
    """A workbook of which the sheet is spelled otherwise."""

    def other(folder: Path) -> Path:
        whole = make(folder)
        with zipfile.ZipFile(whole) as parts:
            content: dict[str, str | bytes] = {name: parts.read(name).decode() for name in parts.namelist()}
        name, words = change("sheet1.xml", str(content.pop(SHEET)))
        content[f"xl/worksheets/{name}"] = words
        related = "xl/_rels/workbook.xml.rels"
        content[related] = str(content[related]).replace("sheet1.xml", name)
        return zipped(content, whole.name)(folder)

    return other


def merged(where: str, times: int) -> Callable[[Path], Path]:
    """A workbook in which the same cells are merged again and again."""
    whole = book(sheet([WIJK, TAFEL, "2024-K3", 12], [None, TAFEL, "2024-K2", 13]))
    cells = f'<mergeCell ref="{where}"/>' * times
    return patched(whole, SHEET, "</sheetData>", f"</sheetData><mergeCells>{cells}</mergeCells>")


SPELLINGS: Mapping[str, Spelling] = {
    "in a part with another name": lambda _, words: ("blad1.xml", words),
    "in a part with a capital": lambda _, words: ("Sheet1.xml", words),
    "between single quotes": lambda name, words: (name, words.replace('"', "'")),
    "with spaces around the sign": lambda name, words: (name, words.replace('r="', 'r = "')),
    "on a line of its own": lambda name, words: (name, words.replace("<c ", "<c\n")),
    "with a prefix": lambda name, words: (
        name,
        re.sub(r"<(/?)(\w)", r"<\1x:\2", words).replace("xmlns=", "xmlns:x="),
    ),
}


def ods(*lines: list[Any], again: int = 1) -> Callable[[Path], Path]:
    """A sheet of OpenDocument; its last row stands there `again` times."""

    def cell(value: Any) -> str:
        if isinstance(value, str):
            return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p/></table:table-cell>'

    def make(folder: Path) -> Path:
        names = "".join(
            f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
        )
        head = f'<table:table-row table:number-rows-repeated="{again}">'
        body = "".join(f"<table:table-row>{''.join(map(cell, line))}</table:table-row>" for line in lines)
        body = head.join(body.rsplit("<table:table-row>", 1))
        path = folder / "cijfers.ods"
        with zipfile.ZipFile(path, "w") as parts:
            parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            parts.writestr("META-INF/manifest.xml", "<manifest/>")
            parts.writestr(
                "content.xml",
                f"<office:document-content{names}><office:body><office:spreadsheet>"
                f'<table:table table:name="Blad">{body}</table:table>'
                "</office:spreadsheet></office:body></office:document-content>",
            )
        return path

    return make


def rows(*cells: str, kop: str = KOP) -> str:
    """The text of a CSV with these lines under its heads."""
    return "".join(f"{line}\r\n" for line in (kop, *cells))


ONE: Figures = {(WIJK, TAFEL, "2024-K3"): 12}
ROW = f"{WIJK};{TAFEL};2024-K3;12"
DAYS_FROM_1904 = (date(2024, 7, 15) - date(1904, 1, 1)).days
"""15-7-2024 as an old Mac counts."""
RAISED = '<r><t>12</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>'
"""12 with a footnote 1."""
HALF: Figures = {(WIJK, BUREN, "2024"): 12.5}

OUD_XLS = zlib.decompress(
    base64.b85decode(
        "c-rk)O=uHA6#izDG(R+HQd6N7N+?*hHjtzq?4hO>w1;A;f>flSn`V{Jn1m%LdeCakQ4l;SUJAW<se17TJ?PDYP|<@R2#Fp&2^KuGS>L>DN~%3H"
        "phacAW!}7bZ|2SHyqPyU`(`Oro`2X?!B02<2db7AEe$e3$y+Z3L3+!QY(4i-vK0O)cs=CE78joRU%RCbrN1lC@WA<!DDa8W6bcy6=Zwe}VuZ(_"
        "3ps`%q5^kG5<n-9s-5XH(``)ebIs>Whgoui=@8W|i<4MNj`!`iSMdq0hjjr+yN|ie2bRRqfmd=BU%4r2bzL}UX7udespxjLVgcm0Q6p!VdbW%("
        "IdB2XRs{G~->EMmO1`yn0g``TFL!Sszoj{WSy-oeftM(_E<0)t9$CS0=~zy*C(jzGjFG0`o5`g!(|R#)lA>UknS9zH^#xrw(+0)g$+5w~SUeW@"
        "1Lx00^93UpE$U~CEY(iL68oZK13nqVdD92iZF)a%hE}3!v@svzEfJ)!zH;yD+asxo<SCZSa-gpr2Rr2(z`|A8f*J={qcN45KIZo_y~b8|FyF;A"
        "ObeOv-iZ#IIXuU8uCun6`WaxnOYUmmcN1Uwa`Z`e>2q=q@r$FCOX0=$$$9k945q2QeCE(E`o*2w5>J!$T-c%GBh$`b!iYx;+GDruGp`M+@G%=="
        "S}V!f5o;yQo~v5PK_!Q6OKf0Euq~%uU$8CLT1ncH{<y5klC+hO$FbIqM?9^=4F|Fh3JMAe3JMAe3JOg@*q`eT`-9zOUkBXwf1OoIRrQ<Xzr``+"
        "=_%61^bm5Co4DB2`q>VbsM`{oY*YVVC^1RBo0vh0$1&6N`laifXndbdHw^y1E!1rP)n>-|hx`8lC>GMQ"
    )
)
"""A workbook of Excel 97 with the figure of ONE."""

HORRORS = [
    # Encodings and line ends
    Horror("plain", text(rows(ROW)), read=ONE),
    Horror("a BOM", text(rows(ROW), "utf-8-sig"), read=ONE),
    Horror("UTF-16 with a BOM", text(rows(ROW), "utf-16"), read=ONE),
    Horror(
        "cp1252 with an accent in the title", text(f"Geteld door één vrijwilliger\r\n{rows(ROW)}", "cp1252"), read=ONE
    ),
    Horror("UTF-16 without a BOM", text(rows(ROW), "utf-16-le"), says="geen tekst"),
    Horror("UTF-32", text(rows(ROW), "utf-32"), says="geen tekst"),
    Horror("old Mac line ends", text(rows(ROW).replace("\r\n", "\r")), read=ONE),
    Horror(
        "line ends inside quotes",
        text(f'gebied;indicator;periode;waarde;"op\r\nmerking"\r\n{ROW};"een\r\ntwee"\r\n'),
        read=ONE,
    ),
    Horror("quotes that do not close", text(f'{KOP}\r\n{WIJK};"{TAFEL};2024-K3;12\r\n'), says="aanhalingstekens"),
    # Separators and heads
    Horror("commas", text(rows(ROW).replace(";", ",")), read=ONE),
    Horror("tabs", text(rows(ROW).replace(";", "\t")), read=ONE),
    Horror("a line that says sep=;", text(f"sep=;\r\n{rows(ROW)}"), read=ONE),
    Horror("title rows and an empty row", text(f"Telling open tafel, De Hoge Linden\r\n\r\n{rows(ROW)}"), read=ONE),
    Horror("a title row with more commas than the heads", text(f"a, b, c, d, e, f, g\r\n{rows(ROW)}"), read=ONE),
    Horror("capitals and spaces in the heads", text(rows(ROW, kop=" Gebied ; INDICATOR;Periode;Waarde ")), read=ONE),
    Horror("the words of our own screens", text(rows(ROW, kop="Wijk;Cijfer;Wanneer;Waarde")), read=ONE),
    Horror(
        "the name of the wijk beside its code",
        text(rows(f"{ROW};De Hoge Linden;12", kop=f"{KOP};wijk;cijfer")),
        read=ONE,
    ),
    Horror("no heads", text(f"{ROW}\r\n"), says="geen rij met koppen"),
    Horror("a head that comes twice", text(rows(f"{ROW};3", kop=f"{KOP};waarde")), says="staat twee keer"),
    Horror("a column without a head", text(rows(f"{ROW};3", kop=f"{KOP};")), says="Kolom E heeft geen kop"),
    Horror("an unknown column of words", text(rows(f"{ROW};mooi weer", kop=f"{KOP};opmerking")), read=ONE),
    Horror("no rows", text(f"{KOP}\r\n"), says="geen rijen onder de koppen"),
    Horror("an empty file", text(""), says="is leeg"),
    Horror("a photo", raw(b"\xff\xd8\xff\xe0" + bytes(90), "cijfers.xlsx"), says="foto"),
    Horror(
        "a decimal comma between commas",
        text(f"gebied,indicator,periode,waarde\r\n{WIJK},{BUREN},2024,12,5\r\n"),
        says="5 cellen",
    ),
    Horror("a row that is too short", text(rows(f"{WIJK};{TAFEL}")), says="2 cellen; de kop heeft er 4"),
    # Numbers
    Horror("a decimal comma", text(rows(f"{WIJK};{BUREN};2024;12,5")), read=HALF),
    Horror("a decimal point", text(rows(f"{WIJK};{BUREN};2024;12.5")), read=HALF),
    Horror("1.234: a thousand or one and a bit", text(rows(f"{WIJK};{TAFEL};2024-K3;1.234")), asks="decimaal"),
    Horror(
        "1.234 with a comma for decimals",
        text(rows(f"{WIJK};{TAFEL};2024-K3;1.234")),
        keuzes=Keuzes(decimaal=Decimaal.KOMMA),
        read={(WIJK, TAFEL, "2024-K3"): 1234},
    ),
    Horror(
        "12,500 with a point for decimals",
        text(rows(f"{WIJK};{TAFEL};2024-K3;12,500")),
        keuzes=Keuzes(decimaal=Decimaal.PUNT),
        read={(WIJK, TAFEL, "2024-K3"): 12500},
    ),
    Horror(
        "1.234 beside 12,5",
        text(rows(f"{WIJK};{TAFEL};2024-K3;1.234", f"{WIJK};{BUREN};2024;12,5")),
        read={(WIJK, TAFEL, "2024-K3"): 1234, **HALF},
    ),
    Horror(
        "12.5 beside 12,5",
        text(rows(f"{WIJK};{BUREN};2023;12.5", f"{WIJK};{BUREN};2024;12,5")),
        asks="decimaal",
    ),
    Horror(
        "spaces between thousands",
        text(rows(f"{WIJK};{TAFEL};2024-K3;1\u00a0234")),
        read={(WIJK, TAFEL, "2024-K3"): 1234},
    ),
    Horror("a per cent sign", text(rows(f"{WIJK};{BUREN};2024;12,5%")), read=HALF),
    Horror("a per cent sign behind a count", text(rows(f"{WIJK};{TAFEL};2024-K3;12%")), says="procentteken"),
    Horror("0,12 of a percentage", text(rows(f"{WIJK};{BUREN};2024;0,12")), asks="procent"),
    Horror(
        "0,125 as a part of one",
        text(rows(f"{WIJK};{BUREN};2024;0,125")),
        keuzes=Keuzes(procent=Procent.DEEL),
        read=HALF,
    ),
    Horror("1 of a percentage, and nothing higher", text(rows(f"{WIJK};{BUREN};2024;1")), asks="procent"),
    Horror(
        "a part of one beside a percentage",
        text(rows(f"{WIJK};{BUREN};2023;45", f"{WIJK};{BUREN};2024;0,12")),
        keuzes=Keuzes(procent=Procent.DEEL),
        says="45 is meer dan 1",
    ),
    Horror("a percentage above a hundred", text(rows(f"{WIJK};{BUREN};2024;125")), says="125 van de 100"),
    Horror("1,2E+03", text(rows(f"{WIJK};{TAFEL};2024-K3;1,2E+03")), says="geen getal"),
    Horror("a half visitor", text(rows(f"{WIJK};{TAFEL};2024-K3;12,5")), says="heel getal"),
    Horror("fewer than five", text(rows(f"{WIJK};{TAFEL};2024-K3;<5")), says="“<5” is geen getal"),
    Horror("a dash", text(rows(f"{WIJK};{TAFEL};2024-K3;-")), says="geen getal"),
    Horror("nothing", text(rows(f"{WIJK};{TAFEL};2024-K3;")), says="Een leeg vak is geen nul"),
    Horror("nought", text(rows(f"{WIJK};{TAFEL};2024-K3;0")), read={(WIJK, TAFEL, "2024-K3"): 0}),
    Horror(
        "a reason in place of a figure",
        text(rows(f"{WIJK};{TAFEL};2024-K3;te klein")),
        read={(WIJK, TAFEL, "2024-K3"): "te_klein"},
    ),
    Horror(
        "a figure and a reason", text(rows(f"{ROW};geheim", kop=f"{KOP};ontbreekt_reden")), says="Kies een van de twee"
    ),
    Horror("a formula as text", text(rows(f"{WIJK};{TAFEL};2024-K3;=SOM(A1:A3)")), says="geen getal"),
    # Codes and periods
    Horror("a code without letters", text(rows(f"990101;{TAFEL};2024-K3;12")), asks="codes"),
    Horror(
        "a code without letters, to be completed",
        text(rows(f"990101;{TAFEL};2024-K3;12")),
        keuzes=Keuzes(codes=CodesAls.AANVULLEN),
        read=ONE,
    ),
    Horror("a name of a wijk", text(rows(f"De Hoge Linden;{TAFEL};2024-K3;12")), says="geen code van een gebied"),
    Horror("a wijk that nobody knows", text(rows(f"WK990177;{TAFEL};2024-K3;12")), says="kennen we niet"),
    Horror("a total below the table", text(rows(ROW, "Totaal;;;12")), says="“Totaal” is geen code van een gebied"),
    Horror("a national figure", text(rows(f"{WIJK};kwb-inwoners;2024;12")), says="landelijk cijfer"),
    Horror(
        "a wijk that did not choose it",
        text(rows(f"WK990105;{TAFEL};2024-K3;12")),
        says="daar is dit cijfer niet gekozen",
    ),
    Horror("a period that is no period", text(rows(f"{WIJK};{TAFEL};kwartaal drie;12")), says="geen periode"),
    Horror("a year that is still to come", text(rows(f"{WIJK};{TAFEL};2031;12")), says="nog niet begonnen"),
    Horror("the first of a month, as Excel writes a month", text(rows(f"{WIJK};{TAFEL};1-7-2024;12")), asks="datum"),
    Horror("the same figure twice", text(rows(ROW, f"{WIJK};{TAFEL};2024-K3;13")), says="twee keer: ook op rij 3"),
    # Wide tables
    Horror(
        "periods as columns",
        text(f"gebied;indicator;2024-K1;2024-K2\r\n{WIJK};{TAFEL};12;13\r\n"),
        read={(WIJK, TAFEL, "2024-K1"): 12, (WIJK, TAFEL, "2024-K2"): 13},
    ),
    Horror(
        "indicators as columns",
        text(f"gebied;periode;{TAFEL};{BUREN}\r\n{WIJK};2024;12;13\r\n"),
        read={(WIJK, TAFEL, "2024"): 12, (WIJK, BUREN, "2024"): 13},
    ),
    Horror(
        "an empty cell in a wide table",
        text(f"gebied;indicator;2024-K1;2024-K2\r\n{WIJK};{TAFEL};12;\r\n"),
        asks="leeg",
    ),
    Horror(
        "an empty cell that is passed over",
        text(f"gebied;indicator;2024-K1;2024-K3\r\n{WIJK};{TAFEL};;12\r\n"),
        keuzes=Keuzes(leeg=LeegAls.OVERSLAAN),
        read=ONE,
    ),
    Horror(
        "an empty cell that is too small",
        text(f"gebied;indicator;2024-K1;2024-K3\r\n{WIJK};{TAFEL};;12\r\n"),
        keuzes=Keuzes(leeg=LeegAls.TE_KLEIN),
        read={(WIJK, TAFEL, "2024-K1"): "te_klein", **ONE},
    ),
    Horror(
        "a column of numbers that is no indicator",
        text(f"gebied;periode;{TAFEL};vm-open-tafle\r\n{WIJK};2024-K3;12;13\r\n"),
        asks="kolommen",
    ),
    Horror(
        "a column of numbers that is passed over",
        text(f"gebied;periode;{TAFEL};vm-open-tafle\r\n{WIJK};2024-K3;12;13\r\n"),
        keuzes=Keuzes(kolommen=KolommenAls.OVERSLAAN),
        read=ONE,
    ),
    Horror(
        "neither indicator nor period",
        text(f"gebied;aantal\r\n{WIJK};12\r\n"),
        says="indicator, periode en waarde ontbreekt",
    ),
    Horror(
        "bounds in a wide table",
        text(f"gebied;indicator;2024;ondergrens\r\n{WIJK};{BUREN};12;10\r\n"),
        says="rij per cijfer",
    ),
    # Workbooks
    Horror("a workbook", book(sheet([WIJK, TAFEL, "2024-K3", 12])), read=ONE),
    Horror("a year as a number", book(sheet([WIJK, TAFEL, 2024, 12])), read={(WIJK, TAFEL, "2024"): 12}),
    Horror("a sheet that begins lower", book(sheet([WIJK, TAFEL, "2024-K3", 12], top=7)), read=ONE),
    Horror("numbers kept as text", book(sheet([WIJK, BUREN, "2024", "12,5"])), read=HALF),
    Horror("a date where a period should be", book(sheet([WIJK, TAFEL, date(2024, 7, 1), 12])), asks="datum"),
    Horror(
        "a date that is a quarter",
        book(sheet([WIJK, TAFEL, date(2024, 7, 1), 12])),
        keuzes=Keuzes(datum=DatumAls.KWARTAAL),
        read=ONE,
    ),
    Horror("a date kept as a number", book(sheet([WIJK, TAFEL, 45474, 12])), says="lijkt een datum"),
    Horror(
        "a date where a figure should be", book(sheet([WIJK, BUREN, "2024", date(2024, 5, 12)])), says="datum of tijd"
    ),
    Horror("a cell that shows 12%", book(sheet([WIJK, BUREN, "2024", Percent(0.125)])), asks="procent"),
    Horror(
        "a cell that shows 12%, said to be a part of one",
        book(sheet([WIJK, BUREN, "2024", Percent(0.125)])),
        keuzes=Keuzes(procent=Procent.DEEL),
        read=HALF,
    ),
    Horror("a formula with its value", book(sheet([WIJK, TAFEL, Formula("2024-K3"), Formula(12)])), read=ONE),
    Horror(
        "a formula without a value",
        book(sheet([WIJK, TAFEL, "2024-K3", Formula(None)])),
        says="Een leeg vak is geen nul",
    ),
    Horror("a formula that fails", book(sheet([WIJK, TAFEL, "2024-K3", Error()])), says="Een leeg vak is geen nul"),
    Horror("yes where a figure should be", book(sheet([WIJK, TAFEL, "2024-K3", True])), says="ja of nee"),
    Horror(
        "two sheets with a table",
        book(sheet([WIJK, TAFEL, "2024-K3", 12]), sheet([WIJK, TAFEL, "2024-K3", 13], name="Oud")),
        asks="blad",
    ),
    Horror(
        "two sheets, one chosen",
        book(sheet([WIJK, TAFEL, "2024-K3", 12]), sheet([WIJK, TAFEL, "2024-K3", 13], name="Oud")),
        keuzes=Keuzes(blad="Blad1"),
        read=ONE,
    ),
    Horror(
        "a sheet that is not there",
        book(sheet([WIJK, TAFEL, "2024-K3", 12])),
        keuzes=Keuzes(blad="X"),
        says="geen blad “X”",
    ),
    Horror(
        "a sheet of words beside it",
        book(Sheet("Uitleg", [["Lees dit"]]), sheet([WIJK, TAFEL, "2024-K3", 12])),
        read=ONE,
    ),
    Horror("only a hidden sheet", book(sheet([WIJK, TAFEL, "2024-K3", 12], hidden=True)), asks="blad"),
    Horror(
        "a hidden sheet with other figures",
        book(sheet([WIJK, TAFEL, "2024-K3", 12]), sheet([WIJK, TAFEL, "2024-K3", 99], name="Kopie", hidden=True)),
        asks="blad",
    ),
    Horror(
        "a gebied merged over two rows",
        book(sheet([WIJK, TAFEL, "2024-K2", 11], [None, TAFEL, "2024-K3", 12], merged=["A2:A3"])),
        read={(WIJK, TAFEL, "2024-K2"): 11, **ONE},
    ),
    Horror(
        "a figure merged over two rows",
        book(sheet([WIJK, TAFEL, "2024-K2", 11], [WIJK, TAFEL, "2024-K3", None], merged=["D2:D3"])),
        says="samengevoegd",
    ),
    Horror(
        "two tables below each other",
        book(sheet([WIJK, TAFEL, "2024-K2", 11], [], KOPPEN, [WIJK, BUREN, "2024", 50])),
        says="Op rij 4 begint een tweede tabel",
    ),
    Horror(
        "two tables beside each other",
        book(Sheet("B", [[*KOPPEN, None, *KOPPEN], [WIJK, TAFEL, "2024-K3", 12, None, WIJK, TAFEL, "2024-K3", 13]])),
        says="twee tabellen naast elkaar",
    ),
    Horror(
        "heads over two rows",
        book(Sheet("B", [["gebied", TAFEL, None], [None, "2023", "2024"], [WIJK, 12, 13]], merged=["B1:C1"])),
        says="Kolom C heeft geen kop",
    ),
    Horror("a line about the gebied above the table", text(f"gebied;De Hoge Linden\r\n\r\n{rows(ROW)}"), read=ONE),
    Horror("a value in the last cell of the sheet", far_away, says="heel ver van de andere"),
    Horror(
        "an OpenDocument sheet in which one row stands for a hundred million",
        ods([*KOPPEN], [WIJK, TAFEL, "2024-K3", 12], again=100_000_000),
        says="heel ver van de andere",
    ),
    *(
        Horror(f"a value in the last cell, {name}", spelled(far_away, change), says="heel ver van de andere")
        for name, change in SPELLINGS.items()
    ),
    Horror(
        "text that is a thousand times as large as its file",
        patched(book(sheet([WIJK, TAFEL, "2024-K3", "@"])), SHEET, "@", "a" * 40_000_000),
        says="te groot om te lezen",
    ),
    Horror(
        "three thousand merges over a whole column",
        merged("A2:A1048576", 3_000),
        read={**ONE, (WIJK, TAFEL, "2024-K2"): 13},
    ),
    Horror("more merges than a table has", merged("A2:A3", 10_001), says="heel veel cellen samengevoegd"),
    Horror(
        "a sheet in UTF-16",
        spelled(book(sheet([WIJK, TAFEL, "2024-K3", 12])), lambda name, words: (name, words.encode("utf-16"))),
        says="geen UTF-8",
    ),
    Horror("an OpenDocument sheet", ods([*KOPPEN], [WIJK, TAFEL, "2024-K3", 12]), read=ONE),
    Horror("an .xlsx that is text", text("geen werkboek", name="cijfers.xlsx"), says="geen rij met koppen"),
    Horror("half a workbook", raw(b"PK\x03\x04" + bytes(60), "cijfers.xlsx"), says="geen geldig Excel-bestand"),
    Horror(
        "a workbook with a password",
        raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "geheim.xlsx"),
        says="wachtwoord",
    ),
    # As offices really send them
    Horror("a second row of heads", text(rows("code;code;jaar;aantal", ROW)), says="“code” is geen code"),
    Horror("the heads once more on the next page", text(rows(ROW, KOP, ROW)), says="Op rij 3 begint een tweede tabel"),
    Horror("a subtotal", text(rows(ROW, f"{WIJK};Totaal;2024-K3;12")), says="“Totaal” kennen we niet"),
    Horror(
        "a column of totals", text(f"gebied;indicator;2023;2024;Totaal\r\n{WIJK};{TAFEL};1;2;3\r\n"), asks="kolommen"
    ),
    Horror("a footnote behind a figure", text(rows(f"{WIJK};{BUREN};2024;12,5*")), says="“12,5*” is geen getal"),
    Horror("a numbered footnote behind a figure", text(rows(f"{WIJK};{TAFEL};2024-K3;12 1)")), says="geen getal"),
    Horror(
        "a raised footnote that would read as 121",
        patched(
            book(sheet([WIJK, TAFEL, "2024-K3", "@"])),
            SHEET,
            '<is><t xml:space="preserve">@</t></is>',
            f"<is>{RAISED}</is>",
        ),
        says="“121” staat in stukken in de cel",
    ),
    Horror(
        "a raised footnote in OpenDocument",
        ods(KOPPEN, [WIJK, TAFEL, "2024-K3", '12<text:span text:style-name="T1">1</text:span>']),
        says="“121” staat in stukken in de cel",
    ),
    Horror(
        "two lines in a cell of OpenDocument",
        ods(KOPPEN, [WIJK, TAFEL, "2024-K3", "12<text:line-break/>13"]),
        says="“1213” staat in stukken in de cel",
    ),
    *(
        Horror(
            f"the mark {mark}",
            text(rows(f"{WIJK};{TAFEL};2024-K3;{mark}")),
            says=f"“{mark}” is geen getal. Is het nul?",
        )
        for mark in ("x", ".", "..", "–", "> 5", "n.b.", "#N/B", "(leeg)")
    ),
    Horror("a negative figure in brackets", text(rows(f"{WIJK};{TAFEL};2024-K3;(12)")), says="“(12)” is geen getal"),
    Horror(
        "12,5 % beside 12,5",
        text(rows(f"{WIJK};{BUREN};2023;12,5\u00a0%", f"{WIJK};{BUREN};2024;12,5")),
        read={(WIJK, BUREN, "2023"): 12.5, **HALF},
    ),
    Horror(
        "a cell that shows 100% beside 50",
        book(sheet([WIJK, BUREN, "2023", Percent(1.0)], [WIJK, BUREN, "2024", 50])),
        asks="procent",
    ),
    Horror(
        "a title merged over the table",
        book(
            Sheet(
                "B", [["Telling open tafel", None, None, None], KOPPEN, [WIJK, TAFEL, "2024-K3", 12]], merged=["A1:D1"]
            )
        ),
        read=ONE,
    ),
    Horror(
        "a title that says thousands",
        text(f"aantallen x 1.000\r\n{rows(ROW)}"),
        says="Schrijf de getallen helemaal uit",
    ),
    Horror(
        "a title in thousands",
        text(f"Bezoek (in duizendtallen)\r\n{rows(ROW)}"),
        says="Schrijf de getallen helemaal uit",
    ),
    Horror("a title per thousand", text(f"Bezoek per 1.000 inwoners\r\n{rows(ROW)}"), read=ONE),
    Horror("a provisional year", text(rows(f"{WIJK};{TAFEL};2023*;12")), says="“2023*” is geen periode"),
    Horror("a school year", text(rows(f"{WIJK};{TAFEL};2022/2023;12")), says="“2022/2023” is geen periode"),
    Horror(
        "a month that Excel shortened", text(rows(f"{WIJK};{TAFEL};jan-23;12")), says="Schrijf “jan-23” als 2023-01."
    ),
    Horror(
        "days that are counted from 1904",
        patched(
            patched(
                book(sheet([WIJK, TAFEL, date(2024, 7, 15), 12])),
                "xl/workbook.xml",
                "<sheets>",
                '<workbookPr date1904="1"/><sheets>',
            ),
            SHEET,
            f"<v>{DAYS_FROM_1904 + 1462}</v>",
            f"<v>{DAYS_FROM_1904}</v>",
        ),
        keuzes=Keuzes(datum=DatumAls.DAG),
        read={(WIJK, TAFEL, "2024-07-15"): 12},
    ),
    Horror(
        "a BOM in the middle, where two files were joined", text(rows(ROW) + "\ufeff" + rows(ROW)), says="tweede tabel"
    ),
    Horror(
        "marks that nobody sees",
        text(rows(f"\ufeffWK99\u00ad0101;\u200b{TAFEL};2024-K3\u200b;\ufeff12\u2060")),
        read=ONE,
    ),
    Horror("columns that are empty to the end", text(rows(f"{ROW};;;;", kop=f"{KOP};;;;") + ";;;;;;;\r\n"), read=ONE),
    Horror("empty cells that Excel left out at the end", text(rows(ROW, kop=f"{KOP};peildatum;opmerking")), read=ONE),
    Horror(
        "the same period in two columns",
        text(f"gebied;indicator;2024-K1;2024Q1\r\n{WIJK};{TAFEL};12;13\r\n"),
        says="ook in kolom “2024Q1”",
    ),
    Horror(
        "the same indicator in two columns",
        text(f"gebied;periode;{TAFEL};{TAFEL.upper()}\r\n{WIJK};2024;12;13\r\n"),
        says=f"ook in kolom “{TAFEL.upper()}”",
    ),
    Horror(
        "months that are all said to be their year",
        book(Sheet("B", [["gebied", "indicator", date(2023, 1, 1), date(2023, 2, 1)], [WIJK, TAFEL, 12, 13]])),
        keuzes=Keuzes(datum=DatumAls.JAAR),
        says="ook in kolom “2023-02-01”",
    ),
    Horror(
        "the same figure spelled otherwise",
        text(rows(f"{WIJK};{TAFEL};2024-K3;12", f"{WIJK.lower()};{TAFEL.upper()};2024Q3;13")),
        says="twee keer: ook op rij 3",
    ),
    Horror(
        "a unit in the head",
        text(rows(ROW, kop="gebied;indicator;periode;waarde (per 1.000)")),
        says="Deze koppen kennen we niet: “waarde (per 1.000)”",
    ),
    Horror(
        "a name where a code should be",
        text(rows(f"{WIJK};Mensen aan de open tafel;2024-K3;12")),
        says=f"Schrijf de code: {TAFEL}.",
    ),
    Horror("noise of working out", book(sheet([WIJK, BUREN, "2024", 12.500000000000002])), read=HALF),
    Horror("a count that is almost whole", book(sheet([WIJK, TAFEL, "2024", 12.0001])), says="Er staat 12,0001"),
    Horror("an absurd number", book(sheet([WIJK, TAFEL, "2024", 1e300])), says="Het getal is te groot"),
    Horror(
        "a number without end",
        patched(book(sheet([WIJK, BUREN, "2024", 77])), SHEET, "<v>77</v>", "<v>1e400</v>"),
        says="Het getal is te groot",
    ),
    Horror(
        "a day of counting that is still to come",
        text(rows(f"{ROW};1-1-2031", kop=f"{KOP};peildatum")),
        says="nog niet geweest",
    ),
    Horror(
        "a web page saved as .xls",
        raw(b"\r\n<html><table><tr><td>gebied</td></tr></table>", "cijfers.xls"),
        says="webpagina",
    ),
    Horror("a zip named .xlsx", zipped({"cijfers.csv": rows(ROW)}, "cijfers.xlsx"), says="geen geldig Excel-bestand"),
    Horror("an .xlsb", zipped({"xl/workbook.bin": "x"}, "cijfers.xlsb"), says="Sla het op als .xlsx"),
    Horror("half an old .xls", raw(OUD_XLS[:3_900], "cijfers.xls"), says="geen geldig Excel-bestand"),
    Horror("an old .xls", raw(OUD_XLS, "cijfers.xls"), read=ONE),
    Horror("an empty sheet before the table", book(Sheet("Leeg", []), sheet([WIJK, TAFEL, "2024-K3", 12])), read=ONE),
]


def figures(invoer: invoer_metingen.MetingInvoer) -> dict[tuple[str, str, str], float | str | None]:
    return {
        (it.gebied, it.indicator, it.periode): it.ontbreekt_reden if it.waarde is None else it.waarde
        for it in invoer.regels(1000)
    }


@pytest.mark.parametrize("horror", HORRORS, ids=lambda it: it.name)
def test_a_file_is_read_right_or_asked_about_or_refused_with_a_sentence(
    voorbeeld: Database, tmp_path: Path, horror: Horror
) -> None:
    path = horror.make(tmp_path)
    try:
        invoer = preview(voorbeeld, CLI, path, horror.keuzes)
    except OngeldigBestand as error:
        assert horror.says, str(error)
        assert horror.says in str(error)
        return
    if horror.asks:
        assert horror.asks in [vraag.sleutel for vraag in invoer.vragen]
        assert not invoer.regels(1)
        return
    assert invoer.vragen == ()
    if horror.says:
        assert horror.says in "\n".join(map(str, invoer.geweigerd))
        assert all(probleem.rij for probleem in invoer.geweigerd)
        return
    assert invoer.geweigerd == ()
    assert figures(invoer) == horror.read


@pytest.mark.parametrize("row", ['<row r="3" hidden="1">', '<row r="3">'])
def test_rows_that_a_filter_hides_are_read_and_that_is_said(voorbeeld: Database, tmp_path: Path, row: str) -> None:
    whole = book(sheet([WIJK, TAFEL, "2024-K3", 12], [WIJK, TAFEL, "2024-K2", 13]))
    invoer = preview(voorbeeld, CLI, patched(whole, SHEET, '<row r="3">', row)(tmp_path))
    assert figures(invoer) == {**ONE, (WIJK, TAFEL, "2024-K2"): 13}
    assert any("verborgen" in it for it in invoer.opmerkingen) == ("hidden" in row)


def test_no_file_of_csv_spectrum_is_taken_for_a_table_of_figures(
    voorbeeld: Database, real_data: Path, tmp_path: Path
) -> None:
    files = sorted((real_data / "invoer" / "csv-spectrum" / "csvs").glob("*.csv"))
    assert len(files) == 12
    for path in files:
        with pytest.raises(OngeldigBestand, match="geen rij met koppen"):
            preview(voorbeeld, CLI, path)
        assert read_beside_figures(voorbeeld, path, tmp_path) == ONE


def read_beside_figures(database: Database, path: Path, folder: Path) -> Figures:
    """What is read when the cells of a file stand beside a figure, quoted and broken as they are."""
    with path.open(newline="", encoding="utf-8") as file:
        cells = next(row for row in [*csv.reader(file)][1:] or [[""]])
    out = io.StringIO()
    csv.writer(out).writerows(
        [[*KOPPEN, *(f"kolom {place}" for place in range(len(cells)))], [WIJK, TAFEL, "2024-K3", 12, *cells]]
    )
    whole = folder / path.name
    whole.write_text(out.getvalue(), encoding="utf-8", newline="")
    return figures(preview(database, CLI, whole))  # type: ignore[return-value]


def test_a_hundred_thousand_rows_are_read_with_every_wrong_one_named(voorbeeld: Database, tmp_path: Path) -> None:
    days = [date(1970, 1, 1) + timedelta(days=number) for number in range(20_000)]
    lines = [f"{WIJK};{TAFEL};{day:%Y-%m-%d};{number}" for number, day in enumerate(days)]
    more = [f"{WIJK};{TAFEL};{day:%Y-%m-%d};veel" for day in days] * 4
    invoer = preview(voorbeeld, CLI, text(rows(*lines, *more))(tmp_path))
    assert invoer.nieuw == 20_000
    assert len(invoer.geweigerd) == invoer.rijen_geweigerd == 80_000
    assert (invoer.geweigerd[0].rij, invoer.geweigerd[-1].rij) == (20_002, 100_001)


# Writing and undoing


@pytest.fixture
def store(voorbeeld_pad: Path, tmp_path: Path, clock: Any) -> Any:
    """A copy of the example that may be written to."""
    path = tmp_path / "eigen.duckdb"
    path.write_bytes(voorbeeld_pad.read_bytes())
    database = Database(path, clock=clock)
    yield database
    database.close()


def contents(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, apart from the logboek and the acts of reading themselves."""
    with database.reading() as cursor:
        names = [
            row[0] for row in cursor.rows("SELECT table_name FROM duckdb_tables() WHERE database_name = 'monitor'")
        ]
        return {
            name: sorted(cursor.rows(f"SELECT * FROM {name}"), key=repr)  # noqa: S608
            for name in names
            if name not in ("logboek", "inlezing")
        }


def file_of(folder: Path, *cells: str, kop: str = KOP) -> Path:
    return text(rows(*cells, kop=kop))(folder)


CHANGES = (f"{WIJK};{TAFEL};2024-K3;312", f"{WIJK};{TAFEL};2024-K2;5", f"{WIJK};{TAFEL};2018-K4;44")
"""A missing figure that comes in, one that changes, and one that is new."""
COUNTED = [f"{row};15-9-{row.split(';')[2][:4]}" for row in CHANGES]
"""The same, with the day of counting."""


def test_undoing_leaves_every_table_as_it_was(store: Database, tmp_path: Path) -> None:
    before = contents(store)
    path = file_of(tmp_path, *COUNTED, kop=f"{KOP};peildatum")
    invoer = import_metingen(store, CLI, path, token="een-keer", reden="Een lijst lag nog op tafel.")
    assert (invoer.nieuw, invoer.gewijzigd) == (1, 2)
    changed = contents(store)
    assert {name for name in before if before[name] != changed[name]} == {
        "meting",
        "meting_vorige",
        "meting_vorige_rij",
        "meting_peildatum",
        "inlezing_reden",
        "inzending",
    }
    assert undo(store, CLI, invoer.inlezing or "") == 3
    assert contents(store) == before


def test_undoing_twice_is_refused(store: Database, tmp_path: Path) -> None:
    invoer = import_metingen(store, CLI, file_of(tmp_path, *CHANGES))
    undo(store, CLI, invoer.inlezing or "")
    with pytest.raises(OngeldigeInvoer, match="niets meer"):
        undo(store, CLI, invoer.inlezing or "")


def test_what_a_later_inlezing_changed_must_be_undone_there_first(store: Database, tmp_path: Path) -> None:
    before = contents(store)
    first = import_metingen(store, CLI, file_of(tmp_path, *CHANGES))
    second = import_metingen(store, CLI, file_of(tmp_path, f"{WIJK};{TAFEL};2018-K4;45"))
    with pytest.raises(OngeldigeInvoer, match="Een latere inlezing veranderde 1 cijfer"):
        undo(store, CLI, first.inlezing or "")
    undo(store, CLI, second.inlezing or "")
    undo(store, CLI, first.inlezing or "")
    assert contents(store) == before


def test_what_is_unknown_or_national_or_of_the_example_is_not_undone(store: Database) -> None:
    with pytest.raises(NietGevonden):
        undo(store, CLI, "bestaat-niet")
    with store.reading() as cursor:
        row = cursor.row("SELECT id FROM inlezing LIMIT 1")
    assert row is not None
    before = contents(store)
    with pytest.raises(OngeldigeInvoer):
        undo(store, CLI, row[0])
    assert contents(store) == before


def test_a_dry_run_and_a_preview_write_nothing(store: Database, tmp_path: Path) -> None:
    with store.reading() as cursor:
        before = cursor.rows("SELECT * FROM inlezing"), cursor.rows("SELECT * FROM logboek"), contents(store)
    path = file_of(tmp_path, *CHANGES)
    assert import_metingen(store, CLI, path, dry_run=True).nieuw == 1
    assert preview(store, CLI, path).gewijzigd == 2
    with store.reading() as cursor:
        assert before == (cursor.rows("SELECT * FROM inlezing"), cursor.rows("SELECT * FROM logboek"), contents(store))


def test_the_same_file_again_changes_nothing_and_leaves_no_trace(store: Database, tmp_path: Path) -> None:
    path = file_of(tmp_path, *CHANGES)
    import_metingen(store, CLI, path)
    before = contents(store)
    again = import_metingen(store, CLI, path)
    assert (again.nieuw, again.gewijzigd, again.gelijk, again.inlezing) == (0, 0, 3, None)
    assert contents(store) == before


def test_the_same_token_writes_once(store: Database, tmp_path: Path) -> None:
    first = import_metingen(store, CLI, file_of(tmp_path, *CHANGES), token="t")
    again = import_metingen(store, CLI, file_of(tmp_path, *CHANGES), token="t")
    assert (again.inlezing, again.nieuw, again.gewijzigd) == (first.inlezing, 1, 2)


def test_one_bad_row_refuses_the_file_and_the_good_rows_can_be_asked_for(store: Database, tmp_path: Path) -> None:
    before = contents(store)
    path = file_of(tmp_path, *CHANGES, f"{WIJK};{TAFEL};2024-K9;3", f"WK990105;{TAFEL};2024-K1;3")
    with pytest.raises(OngeldigBestand) as caught:
        import_metingen(store, CLI, path)
    assert {(probleem.rij, probleem.veld) for probleem in caught.value.problemen} == {(5, "periode"), (6, "gebied")}
    assert contents(store) == before
    invoer = import_metingen(store, CLI, path, goede_rijen=True)
    assert (invoer.nieuw, invoer.gewijzigd, invoer.rijen_geweigerd) == (1, 2, 2)


def test_in_a_wide_table_one_bad_cell_refuses_its_row_and_names_its_column(store: Database, tmp_path: Path) -> None:
    path = text(f"gebied;indicator;2024-K1;2024-K2\r\n{WIJK};{TAFEL};12;twee\r\n")(tmp_path)
    invoer = preview(store, CLI, path)
    assert [(it.rij, it.veld) for it in invoer.geweigerd] == [(2, "2024-K2")]
    assert (invoer.nieuw, invoer.gewijzigd) == (0, 0)


def test_open_questions_refuse_an_import_and_name_the_option(store: Database, tmp_path: Path) -> None:
    with pytest.raises(OngeldigBestand, match="--decimaal mee: komma of punt"):
        import_metingen(store, CLI, file_of(tmp_path, f"{WIJK};{TAFEL};2024-K3;1.234"))


def test_what_stood_there_before_is_kept_with_the_reason(store: Database, tmp_path: Path) -> None:
    import_metingen(store, CLI, file_of(tmp_path, *CHANGES), reden="Een lijst lag nog op tafel.")
    with store.reading() as cursor:
        found = cursor.rows(
            "SELECT v.periode, v.waarde, v.ontbreekt_reden, r.reden FROM meting_vorige AS v "
            "JOIN inlezing_reden AS r ON r.inlezing = v.vervangen_door ORDER BY v.periode"
        )
    assert found == [
        ("2024-K2", 332.0, None, "Een lijst lag nog op tafel."),
        ("2024-K3", None, "niet_geleverd", "Een lijst lag nog op tafel."),
    ]


def test_a_reason_with_somebody_in_it_is_refused(store: Database, tmp_path: Path) -> None:
    with pytest.raises(OngeldigeInvoer, match="ander gegeven van een mens"):
        import_metingen(store, CLI, file_of(tmp_path, *CHANGES), reden="Bel 06-12345678 voor de lijst.")


# Who may


def somebody(rol: GebruikerRol, wijk: str | None) -> Gebruiker:
    return Gebruiker("proef:iemand", "iemand", Aanmelding.PROEF, (Roltoewijzing(rol, wijk),))


def test_a_welzijnswerker_gives_figures_of_her_own_wijk_alone(store: Database, tmp_path: Path) -> None:
    path = file_of(tmp_path, ROW, f"WK990100;{BUREN};2024;50")
    invoer = preview(store, somebody(GebruikerRol.WELZIJNSWERKER, WIJK), path)
    assert [(it.rij, it.melding) for it in invoer.geweigerd] == [(3, "Voor dit gebied mag u geen cijfers geven.")]
    assert invoer.gewijzigd == 1


@pytest.mark.parametrize("who", [BEZOEKER, somebody(GebruikerRol.BEWONER, WIJK), somebody(GebruikerRol.RAADSLID, None)])
def test_others_give_no_figures_and_the_refusal_is_a_line(store: Database, tmp_path: Path, who: Gebruiker) -> None:
    with pytest.raises(NietToegestaan):
        import_metingen(store, who, file_of(tmp_path, ROW))
    with store.reading() as cursor:
        assert cursor.row("SELECT count(*) FROM logboek WHERE wat = 'geweigerd' AND soort = 'tellen'") == (1,)


def test_one_undoes_what_one_read_in_and_a_beheerder_undoes_all(store: Database, tmp_path: Path) -> None:
    worker = somebody(GebruikerRol.WELZIJNSWERKER, WIJK)
    done = import_metingen(store, CLI, file_of(tmp_path, *CHANGES))
    assert inlezingen(store, worker) == ()
    assert [it.id for it in inlezingen(store, CLI)] == [done.inlezing]
    with pytest.raises(NietToegestaan):
        undo(store, worker, done.inlezing or "")
    mine = import_metingen(store, worker, file_of(tmp_path, f"{WIJK};{TAFEL};2017-K1;3"))
    assert [it.id for it in inlezingen(store, worker)] == [mine.inlezing]
    assert undo(store, CLI, mine.inlezing or "") == 1


def test_the_example_with_own_figures_in_it_can_be_taken_out_and_leaves_nothing(
    store: Database, tmp_path: Path
) -> None:
    import_metingen(store, CLI, file_of(tmp_path, *COUNTED, kop=f"{KOP};peildatum"))
    assert check_store(store) == ()
    remove_voorbeeld(store, "test")
    left = contents(store)
    for table in ("meting", "meting_vorige_rij", "meting_peildatum", "inlezing_reden", "gebied"):
        assert left[table] == [], table
    with store.reading() as cursor:
        assert cursor.row("SELECT count(*) FROM inlezing") == (0,)


CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [WIJK, TAFEL, BUREN, "2024", "2024-K3", "1-7-2024", "990101", "12,5", "12.5", "1.234", "0,1", "12%"]
    ),
    st.sampled_from(["", "te_klein", "geheim", "definitief", "-", "0", "100", "-1", "1e5", "31-2-2024", "gebied", "n"]),
)
HEADS = st.lists(
    st.sampled_from(
        [
            *KOPPEN,
            "n",
            "teller",
            "noemer",
            "ondergrens",
            "bovengrens",
            "status",
            "ontbreekt_reden",
            "peildatum",
            "2024",
            "2024-K1",
            TAFEL,
            BUREN,
            "opmerking",
            "",
        ]
    ),
    min_size=2,
    max_size=8,
    unique=True,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(head=HEADS, body=st.lists(st.lists(CELLS, min_size=2, max_size=8), max_size=6), answers=st.booleans())
def test_any_table_is_read_asked_about_or_refused_in_words(
    voorbeeld: Database, tmp_path: Path, head: list[str], body: list[list[str]], answers: bool
) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([["gebied", *(it for it in head if it != "gebied")], *body])
    path = tmp_path / "iets.csv"
    path.write_text(out.getvalue(), encoding="utf-8", errors="replace", newline="")
    given_answers = Keuzes(
        decimaal=Decimaal.KOMMA,
        procent=Procent.DEEL,
        datum=DatumAls.MAAND,
        codes=CodesAls.AANVULLEN,
        leeg=LeegAls.TE_KLEIN,
        kolommen=KolommenAls.OVERSLAAN,
    )
    try:
        invoer = preview(voorbeeld, CLI, path, given_answers if answers else Keuzes())
    except OngeldigBestand as error:
        assert str(error)
        return
    for it in invoer.regels(100):
        assert it.gebied == WIJK
        assert (it.waarde is None) != (it.ontbreekt_reden is None)
        assert it.indicator in (TAFEL, BUREN)
