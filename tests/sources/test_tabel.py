"""What a file is, is told by its content; what it cannot be, is refused with one sentence."""

import json
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from monitor.errors import OngeldigBestand, Probleem
from monitor.sources.tabel import limited, read_tabel

from .conftest import write_csv, write_xlsx


def _refusal(path: Path) -> str:
    with pytest.raises(OngeldigBestand) as caught:
        read_tabel(path)
    assert len(caught.value.problemen) == 1
    return str(caught.value)


def test_a_photo_called_xlsx_is_told_to_be_a_photo(tmp_path):
    path = tmp_path / "kwb-2023.xlsx"
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(200))
    assert _refusal(path) == "Het bestand kwb-2023.xlsx is een foto (JPEG) en geen tabel met cijfers."


def test_an_empty_file_is_told_to_be_empty(tmp_path):
    path = tmp_path / "leeg.csv"
    path.write_bytes(b"")
    assert _refusal(path) == "Het bestand leeg.csv is leeg."


def test_a_file_of_blank_lines_is_empty_too(tmp_path):
    path = tmp_path / "leeg.csv"
    path.write_text("\n\n  \n", encoding="utf-8")
    assert "is leeg" in _refusal(path)


def test_a_truncated_parquet_is_told_to_be_incomplete(tmp_path):
    whole = tmp_path / "heel.parquet"
    pq.write_table(pa.table({"a": list(range(1000))}), whole)
    path = tmp_path / "half.parquet"
    path.write_bytes(whole.read_bytes()[:200])
    assert "half.parquet is geen geldig parquet-bestand, of niet compleet" in _refusal(path)


def test_a_truncated_workbook_is_told_to_be_incomplete(tmp_path):
    whole = write_xlsx(tmp_path / "heel.xlsx", [["a", "b"], [1, 2]])
    path = tmp_path / "half.xlsx"
    path.write_bytes(whole.read_bytes()[:300])
    assert "geen geldig Excel-bestand" in _refusal(path)


def test_half_a_json_is_told_to_be_incomplete(tmp_path):
    path = tmp_path / "half.json"
    path.write_text('{"value": [{"a": 1}, {"a"', encoding="utf-8")
    assert "geen geldig JSON-bestand" in _refusal(path)


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "iets.csv"
    path.write_bytes(b"MZ\x00\x01\x02\x00\x00")
    assert "geen tekst" in _refusal(path)


def test_a_file_that_is_not_there_and_a_folder_are_told_apart(tmp_path):
    assert _refusal(tmp_path / "weg.csv") == "Het bestand weg.csv is er niet."
    assert "is een map" in _refusal(tmp_path)


def test_the_name_of_a_file_does_not_matter(tmp_path):
    path = tmp_path / "eigenlijk_parquet.xlsx"
    pq.write_table(pa.table({"a": [1]}), path)
    assert read_tabel(path).kop == ("a",)


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(";", "utf-8-sig"), (",", "utf-8"), ("\t", "cp1252"), (";", "utf-16")]
)
def test_csv_is_read_with_any_usual_separator_and_encoding(tmp_path, delimiter, encoding):
    path = write_csv(tmp_path / "x.csv", [["code", "naam"], ["WK1", "Überwijk"]], delimiter, encoding)
    tabel = read_tabel(path)
    assert tabel.kop == ("code", "naam")
    assert tabel.texts("naam") == ["Überwijk"]


def test_a_line_end_inside_a_field_stays_and_rows_keep_their_number(tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes(b'code,tekst\r\nA,"een\r\ntwee"\r\nB,drie\r\nC\r\n')
    tabel = read_tabel(path)
    assert tabel.texts("tekst") == ["een\r\ntwee", "drie"]
    assert [str(probleem) for probleem in tabel.scheef] == ["Rij 5: Deze rij heeft 1 cellen; de kop heeft er 2."]


def test_a_title_above_the_head_of_a_sheet_is_skipped(tmp_path):
    path = write_xlsx(tmp_path / "x.xlsx", [["Kerncijfers", None], [None, None], ["code", "naam"], ["WK1", "Kern"]])
    tabel = read_tabel(path)
    assert tabel.texts("naam") == ["Kern"]
    assert list(tabel.rijnummers) == [4]


def test_of_many_problems_the_first_twenty_are_told_and_how_many_more_there_are():
    told = limited([Probleem(f"probleem {number}") for number in range(50)])
    assert len(told) == 21
    assert str(told[-1]) == "En nog 30 problemen in dit bestand."


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"value": ' + "[" * 100_000, '[{"a": ' + '{"a":' * 100_000], ids=["lijst", "odata", "rij"]
)
def test_json_that_is_nested_without_end_is_refused_in_a_sentence(tmp_path, text):
    path = tmp_path / "diep.json"
    path.write_text(text, encoding="utf-8")
    assert "geen geldig JSON-bestand" in _refusal(path)


@pytest.mark.parametrize("naam", ["\ud800", "Kern\x00"], ids=["half teken", "leeg teken"])
def test_characters_that_are_no_text_are_refused_also_when_json_spells_them(tmp_path, naam):
    path = tmp_path / "tekens.json"
    path.write_text(json.dumps([{"code": "WK998001", "naam": naam}]), encoding="utf-8")
    assert _refusal(path) == "In het bestand tekens.json staan tekens die geen tekst zijn."


def test_an_emoji_that_json_spells_is_text(tmp_path):
    path = tmp_path / "tekens.json"
    path.write_text(json.dumps([{"naam": "Kern \U0001f333"}]), encoding="utf-8")
    assert read_tabel(path).texts("naam") == ["Kern \U0001f333"]


@pytest.mark.parametrize("naam", [b"Kern\x00", b"Kern\xff"], ids=["leeg teken", "geen UTF-8"])
def test_characters_that_are_no_text_are_refused_in_parquet(tmp_path, naam):
    path = tmp_path / "tekens.parquet"
    text = pa.array([naam], pa.binary()).view(pa.string())
    pq.write_table(pa.table({"code": ["WK998001"], "naam": text}), path)
    assert _refusal(path) == "In het bestand tekens.parquet staan tekens die geen tekst zijn."


def test_a_file_whose_name_is_no_text_is_refused_in_a_sentence(tmp_path):
    path = Path(os.fsdecode(bytes(tmp_path) + b"/kwb-2021-\xff.csv"))
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    assert _refusal(path) == "In de naam van het bestand kwb-2021-?.csv staan tekens die geen tekst zijn."
