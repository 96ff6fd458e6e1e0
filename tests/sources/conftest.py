"""Small files in the shapes of CBS, RIVM and the Leefbaarometer, made here and never copied from real ones."""

import csv
import json
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

Cell = str | float | int | None
Rows = Sequence[Sequence[Cell]]

MAX_YEAR = 2027


def write_xlsx(path: Path, rows: Rows, sheet: str = "Blad1") -> Path:
    """A workbook of one sheet: numbers as numbers, texts as texts."""

    def cell(value: Cell) -> str:
        if value is None:
            return "<c/>"
        if isinstance(value, str):
            return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
        return f"<c><v>{value}</v></c>"

    body = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        f'<sheet name="{escape(sheet)}" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w") as book:
        for name, text in parts.items():
            book.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}')
    return path


def write_csv(path: Path, rows: Rows, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    """A CSV of rows, the head first."""
    with path.open("w", newline="", encoding=encoding) as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


CBS_KOP = ["gwb_code_10", "gwb_code_8", "regio", "gm_naam", "recs", "gwb_code", "ind_wbi", "a_inw", "a_65_oo"]


@pytest.fixture
def cbs_xlsx(tmp_path: Path) -> Callable[..., Path]:
    """Makes a file in the layout of CBS's own kwb-JJJJ.xlsx. `extra` are more columns, by name."""

    def make(
        gebieden: Rows | None = None, extra: dict[str, Sequence[Cell]] | None = None, name: str = "kwb-2023.xlsx"
    ) -> Path:
        gebieden = gebieden or [
            ("GM9980", "Rietdam", "Gemeente", 1.0, 20140.0, "3120"),
            ("WK998001", "Oud Rietdam", "Wijk", 1.0, 12000.0, "2000"),
            ("WK998002", "Polder", "Wijk", 3.0, 40.0, "."),
            ("BU99800101", "Kern", "Buurt", 2.0, 5000.0, "700"),
        ]
        extra = extra or {}
        rows: list[list[Cell]] = [[*CBS_KOP, *extra]]
        for index, (code, naam, soort, merk, inwoners, ouderen) in enumerate(gebieden):
            cells = [code, str(code)[2:], naam, "Rietdam", soort, code, merk, inwoners, ouderen]
            rows.append([*cells, *(values[index] for values in extra.values())])
        return write_xlsx(tmp_path / name, rows, sheet="kwb-2023")

    return make


def topic(number: int, key: str, titel: str, eenheid: str, parent: int | None = None, **more: Any) -> dict[str, Any]:
    """A column in DataProperties."""
    row = {"ID": number, "ParentID": parent, "Type": "Topic", "Key": key, "Title": titel, "Unit": eenheid}
    return {**row, "Decimals": 0, "Description": "", **more}


def group(number: int, titel: str, parent: int | None = None) -> dict[str, Any]:
    """A group of columns in DataProperties."""
    return {"ID": number, "ParentID": parent, "Type": "TopicGroup", "Key": "", "Title": titel, "Unit": None}


STANDAARD = [
    group(1, "Bevolking"),
    topic(2, "AantalInwoners_5", "Aantal inwoners", "aantal", 1),
    topic(3, "k_65JaarOfOuder_12", "65 jaar of ouder", "aantal", 1, Description="Inwoners van 65 of ouder.\r\n"),
]


@pytest.fixture
def statline(tmp_path: Path) -> Callable[..., Path]:
    """Makes a TypedDataSet of StatLine, padded as CBS does, with its metadata beside it."""

    def make(
        kolommen: dict[str, Sequence[Any]] | None = None,
        properties: Sequence[dict[str, Any]] | None = STANDAARD,
        *,
        codes: Sequence[str] = ("NL00", "GM9980", "WK998001", "WK998002"),
        merken: Sequence[str] = (".", ".", "1", "3"),
        year: str | None = "2020",
        namen: bool = True,
        table: str = "99999NED",
        kind: str = "parquet",
    ) -> Path:
        folder = tmp_path / table
        folder.mkdir(exist_ok=True)
        content: dict[str, Any] = {
            "ID": list(range(len(codes))),
            "WijkenEnBuurten": [code.ljust(10) for code in codes],
            "Gemeentenaam_1": ["Nederland".ljust(40), *["Rietdam".ljust(40)] * (len(codes) - 1)],
            "SoortRegio_2": ["Wijk      "] * len(codes),
            "Codering_3": [code.ljust(10) for code in codes],
            "IndelingswijzigingWijkenEnBuurten_4": list(merken),
        }
        content |= kolommen or {
            "AantalInwoners_5": [17_000_000, 20140, 12000, 40],
            "k_65JaarOfOuder_12": [3_000_000, 3120, 2000, None],
        }
        path = folder / f"cbs.v3.{table}_TypedDataSet.{kind}"
        if kind == "parquet":
            pq.write_table(pa.table(content), path)
        else:
            rows = [dict(zip(content, row, strict=True)) for row in zip(*content.values(), strict=True)]
            path.write_text(json.dumps({"value": rows}), encoding="utf-8")
        if properties is not None:
            text = json.dumps(list(properties))
            (folder / f"cbs.v3.{table}_DataProperties.json").write_text(text, encoding="utf-8")
        if year is not None:
            text = json.dumps({"Period": year, "Modified": "2021-03-26T02:00:00"})
            (folder / f"cbs.v3.{table}_Metadata.json").write_text(text, encoding="utf-8")
        if namen:
            rows = [{"Key": code.ljust(10), "Title": f"Naam van {code}"} for code in codes]
            pq.write_table(pa.Table.from_pylist(rows), folder / f"cbs.v3.{table}_WijkenEnBuurten.parquet")
        return path

    return make


RIVM_KOP = ["ID", "Leeftijd", "Marges", "WijkenEnBuurten", "Perioden", "Gemeentenaam_1", "SoortRegio_2", "Codering_3"]


@pytest.fixture
def rivm_xlsx(tmp_path: Path) -> Callable[..., Path]:
    """Makes a file in the layout of RIVM's table: numbers are text of eight characters."""

    def make(
        rows: Sequence[tuple[str, str, Sequence[Cell]]] | None = None,
        kolommen: Sequence[str] = ("Eenzaam_28", "Mantelzorger_32"),
        name: str = "2012_18+.xlsx",
        marges: Sequence[str] | None = None,
        leeftijden: Sequence[float] | None = None,
    ) -> Path:
        rows = rows or [
            ("NL01", "2012JJ00", ("    39.6", "")),
            ("GM9980", "2012JJ00", ("    38.0", "")),
            ("WK998001", "2012JJ00", ("       .", "")),
        ]
        cells: list[list[Cell]] = [[*RIVM_KOP, *kolommen]]
        for index, (code, periode, values) in enumerate(rows):
            marge = marges[index] if marges else "MW00000"
            leeftijd = leeftijden[index] if leeftijden else 20300.0
            place = [float(index), leeftijd, marge, code.ljust(10), periode, "Rietdam".ljust(40), "Wijk      "]
            cells.append([*place, code.ljust(20), *values])
        return write_xlsx(tmp_path / name, cells)

    return make


@pytest.fixture
def lbm_csv(tmp_path: Path) -> Callable[..., Path]:
    """Makes a file in the layout of the Leefbaarometer: the first head is called 1."""

    def make(rows: Rows | None = None, name: str = "leefbaarometer.csv") -> Path:
        kop = ["1", "wk_code", "wk_naam", "jaar", "lbm", "afw", "fys", "onv", "soc", "vrz", "won"]
        rows = rows or [
            ("3", "WK998001", "Oud Rietdam - Kern", "2020", "4.27", "0.16", "0", "0.03", "-0.01", "0.16", "-0.02"),
            ("4", "WK998001", "Oud Rietdam - Kern", "2022", "4.31", "0.18", "0.01", "0.03", "-0.01", "0.17", "-0.01"),
        ]
        return write_csv(tmp_path / name, [kop, *rows])

    return make
