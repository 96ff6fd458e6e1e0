"""Workbooks as people deliver them, made here: several sheets, hidden ones, merged cells, dates, formulas, errors."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HIDDEN = ' state="hidden"'
_FIRST_DAY = date(1899, 12, 30)


@dataclass(frozen=True)
class Formula:
    """A formula, with the value that the program kept of it; None: it kept none."""

    value: float | str | None


@dataclass(frozen=True)
class Percent:
    """A number that is shown as a percentage: 0.12 looks like 12%."""

    value: float


@dataclass(frozen=True)
class Error:
    """What a formula that fails leaves behind."""

    text: str = "#N/A"


Cell = str | float | bool | date | Formula | Percent | Error | None
Rows = Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class Sheet:
    """One sheet: its cells, where it begins, which are merged, and whether it is hidden."""

    name: str
    rows: Rows
    merged: Sequence[str] = ()
    hidden: bool = False
    top: int = 1


def write_werkboek(path: Path, *sheets: Sheet) -> Path:
    """A workbook of these sheets."""
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    listed = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{number}" r:id="r{number}"{_HIDDEN if sheet.hidden else ""}/>'
        for number, sheet in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}'
        f'<Relationship Id="s" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/>'
        '<xf numFmtId="9"/></cellXfs></styleSheet>',
        **{f"xl/worksheets/sheet{number}.xml": _sheet(sheet) for number, sheet in enumerate(sheets, 1)},
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}')
    return path


def _sheet(sheet: Sheet) -> str:
    body = "".join(
        f'<row r="{number}">'
        + "".join(_cell(f"{_letter(place)}{number}", cell) for place, cell in enumerate(row))
        + "</row>"
        for number, row in enumerate(sheet.rows, sheet.top)
    )
    merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in sheet.merged)
    cells = f"<mergeCells>{merged}</mergeCells>" if merged else ""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData>{cells}</worksheet>'


def _cell(place: str, value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, Formula):
        return _formula(place, value.value)
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    kind, shown = "", value
    if isinstance(value, bool):
        kind, shown = ' t="b"', int(value)
    elif isinstance(value, date):
        kind, shown = ' s="1"', (value - _FIRST_DAY).days
    elif isinstance(value, Percent):
        kind, shown = ' s="2"', value.value
    elif isinstance(value, Error):
        kind, shown = ' t="e"', value.text
    return f'<c r="{place}"{kind}><v>{shown}</v></c>'


def _formula(place: str, value: float | str | None) -> str:
    if value is None:
        return f'<c r="{place}"><f>A1+1</f></c>'
    kind = ' t="str"' if isinstance(value, str) else ""
    return f'<c r="{place}"{kind}><f>A1+1</f><v>{escape(str(value))}</v></c>'


def _letter(place: int) -> str:
    return chr(65 + place)
