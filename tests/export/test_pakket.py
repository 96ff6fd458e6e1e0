"""The data package: read back as somebody else reads it, whole or not there at all, and never a word of a verhaal."""

import csv
import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import frictionless
import pytest

from monitor.errors import NietGevonden, OngeldigeInvoer
from monitor.export import pakket as module
from monitor.export.pakket import DATAPACKAGE, TABELLEN, export_pakket
from monitor.services.tellen import add_telling
from monitor.services.uitvoer import export_metingen
from monitor.store.database import Database
from monitor.store.opslag import open_for_writing
from tests.conftest import NOW
from tests.services.test_tellen import TAFEL, WERKER, made
from tests.test_cli import Terminal


@pytest.fixture
def store(voorbeeld_pad: Path, tmp_path: Path) -> Iterator[Database]:
    shutil.copy(voorbeeld_pad, tmp_path / "open.duckdb")
    database = open_for_writing(str(tmp_path / "open.duckdb"), clock=lambda: NOW)
    yield database
    database.close()


@pytest.fixture(scope="module")
def pakket(voorbeeld: Database, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the example."""
    target = tmp_path_factory.mktemp("pakket") / "open-cijfers"
    export_pakket(voorbeeld, target)
    return target


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def described(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / DATAPACKAGE).read_text(encoding="utf-8")))


# What is in it


def test_the_package_is_valid_with_its_keys_and_all_that_it_says_of_its_files(pakket: Path) -> None:
    report = frictionless.validate(str(pakket / DATAPACKAGE))
    assert report.valid, report.flatten(["type", "message"])
    assert [task.name for task in report.tasks] == [tabel.naam for tabel in TABELLEN]


def test_a_package_that_was_tampered_with_is_not_valid(pakket: Path, tmp_path: Path) -> None:
    """So that the test above can fail: a value that is not allowed, and a code that is nowhere explained."""
    for old, new, kind in (
        ("definitief", "ongeveer", "constraint-error"),
        ("GM9901,", "GM9902,", "foreign-key"),
    ):
        folder = tmp_path / new.strip(",")
        shutil.copytree(pakket, folder)
        text = (folder / "metingen.csv").read_text(encoding="utf-8")
        (folder / "metingen.csv").write_text(text.replace(old, new, 1), encoding="utf-8")
        told = described(folder)
        for resource in told["resources"]:  # or the hash alone would tell
            del resource["hash"], resource["bytes"]
        (folder / DATAPACKAGE).write_text(json.dumps(told), encoding="utf-8")
        kinds = frictionless.validate(str(folder / DATAPACKAGE)).flatten(["type"])
        assert kinds == [[kind]]


def test_every_column_is_explained_and_every_file_known_by_its_hash(pakket: Path) -> None:
    for tabel, resource in zip(TABELLEN, described(pakket)["resources"], strict=True):
        content = (pakket / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert [it["name"] for it in resource["schema"]["fields"]] == list(tabel.kolommen)
        assert all(it["description"].endswith(".") for it in resource["schema"]["fields"])
        assert len(rows(pakket, tabel.naam)) == resource["rows"] > 0


def test_sources_are_named_with_their_licence_and_none_is_made_up(pakket: Path) -> None:
    told = described(pakket)
    assert {it["title"] for it in told["sources"]} >= {"Kerncijfers wijken en buurten", "Voorbeeld (verzonnen)"}
    assert told["licenses"] == [
        {
            "name": "CC-BY-4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/deed.nl",
            "title": "CC BY 4.0",
        }
    ]
    invented = next(it for it in told["sources"] if it["title"] == "Voorbeeld (verzonnen)")
    assert "licentie" not in invented
    assert invented["ingelezen_op"] == "2026-11-20"
    assert "verzonnen" in told["description"]


def test_beside_every_table_stands_what_csv_on_the_web_asks(pakket: Path) -> None:
    for tabel in TABELLEN:
        found = json.loads((pakket / f"{tabel.naam}.csv-metadata.json").read_text(encoding="utf-8"))
        assert found["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "nl"}]
        assert found["url"] == f"{tabel.naam}.csv"
        schema = found["tableSchema"]
        header = (pakket / found["url"]).read_text(encoding="utf-8").splitlines()[0].split(",")
        assert [it["titles"] for it in schema["columns"]] == header
        assert set(schema["primaryKey"]) <= {it["name"] for it in schema["columns"]}
        for key in schema["foreignKeys"]:
            assert (pakket / key["reference"]["resource"]).exists()
        fits_its_types(schema["columns"], rows(pakket, tabel.naam))


def fits_its_types(columns: list[dict[str, Any]], found: list[dict[str, str]]) -> None:
    """Every cell is what its column says, as CSVW counts: formats are regular expressions, empty is none."""
    bases = {"integer": r"-?\d+", "number": r"-?\d+(\.\d+)?(e[+-]?\d+)?", "boolean": "true|false", "string": ".*"}
    for column in columns:
        datatype = column["datatype"]
        base = datatype if isinstance(datatype, str) else datatype["base"]
        own = datatype.get("format") if isinstance(datatype, dict) else None
        form = r"\d{4}-\d{2}-\d{2}" if base == "date" else own or bases[base]
        for row in found:
            value = row[column["name"]]
            assert value or not column["required"], (column["name"], row)
            assert not value or re.fullmatch(form, value, re.DOTALL), (column["name"], value)


def test_one_gemeente_takes_its_own_gebieden_and_the_land_it_lies_in(store: Database, tmp_path: Path) -> None:
    with store.writing() as cursor:
        cursor.execute("INSERT INTO gebied VALUES ('GM9902', 'gemeente')")
        cursor.execute("INSERT INTO gebied_versie VALUES ('GM9902', DATE '2020-01-01', NULL, 'Ergens anders')")
        cursor.execute(
            "INSERT INTO meting SELECT 'GM9902', indicator, periode, periode_start, waarde, NULL, NULL, NULL, NULL, "
            "NULL, status, ontbreekt_reden, inlezing FROM meting WHERE gebied = 'GM9901' AND indicator = 'kwb-inwoners'"
        )
    export_pakket(store, tmp_path / "een", gemeenten=["gm9901"])
    export_pakket(store, tmp_path / "alle")
    assert "GM9902" not in {row["gebied"] for row in rows(tmp_path / "een", "gebieden")}
    assert "GM9902" not in {row["gebied"] for row in rows(tmp_path / "een", "metingen")}
    assert "GM9902" in {row["gebied"] for row in rows(tmp_path / "alle", "metingen")}
    assert frictionless.validate(str(tmp_path / "een" / DATAPACKAGE)).valid
    with pytest.raises(NietGevonden, match="GM9903"):
        export_pakket(store, tmp_path / "geen", gemeenten=["GM9903"])
    assert not (tmp_path / "geen").exists()


# What is never in it


def test_a_hidden_count_is_hidden_here_as_in_the_export(store: Database, tmp_path: Path) -> None:
    for quarter, count in (("K1", 3), ("K2", 40), ("K3", 50), ("K4", 60)):
        add_telling(store, WERKER, made(periode=f"2018-{quarter}", waarde=str(count)), token=quarter)
    add_telling(store, WERKER, made(periode="2018", waarde="153"), token="jaar")
    export_pakket(store, tmp_path / "pakket")
    export_metingen(store, tmp_path / "metingen.csv")
    with (tmp_path / "metingen.csv").open(encoding="utf-8", newline="") as file:
        others = list(csv.DictReader(file))
    mine = rows(tmp_path / "pakket", "metingen")
    assert [{name: row[name] for name in others[0]} for row in mine] == others
    here = {row["periode"]: row for row in mine if (row["gebied"], row["indicator"]) == ("WK990101", TAFEL)}
    assert (here["2018-K1"]["waarde"], here["2018-K1"]["ontbreekt_reden"]) == ("", "te_klein")
    assert (here["2018-K2"]["waarde"], here["2018-K2"]["ontbreekt_reden"]) == ("", "te_klein")


def test_no_word_and_no_id_of_any_verhaal_is_in_it(pakket: Path, voorbeeld: Database) -> None:
    with voorbeeld.reading() as cursor:
        told = cursor.rows(
            "SELECT titel FROM verhaal_versie WHERE titel IS NOT NULL "
            "UNION SELECT tekst FROM verhaal_versie WHERE tekst IS NOT NULL "
            "UNION SELECT tekst FROM citaat WHERE tekst IS NOT NULL UNION SELECT id FROM verhaal"
        )
    assert len(told) > 20
    whole = "".join(path.read_text(encoding="utf-8") for path in pakket.iterdir())
    assert not [text for (text,) in told if text in whole]


def test_nothing_in_it_is_a_formula_for_a_spreadsheet(store: Database, tmp_path: Path) -> None:
    with store.writing() as cursor:
        cursor.execute(
            "UPDATE indicator_versie SET naam = '=HYPERLINK(\"x\")', definitie = '@SUM(1)', eenheid = '+1' "
            "WHERE indicator = ?",
            [TAFEL],
        )
    export_pakket(store, tmp_path / "pakket")
    for tabel in TABELLEN:
        for row in rows(tmp_path / "pakket", tabel.naam):
            for value in row.values():
                assert not value.startswith(("=", "+", "@", "\t", "\r"))
                assert not value.startswith("-") or float(value) < 0
    assert frictionless.validate(str(tmp_path / "pakket" / DATAPACKAGE)).valid


# The folder


def test_what_is_there_stays_unless_asked_and_anything_else_stays_always(store: Database, tmp_path: Path) -> None:
    target = tmp_path / "pakket"
    export_pakket(store, target)
    with pytest.raises(OngeldigeInvoer, match="bestaat al"):
        export_pakket(store, target)
    (target / "metingen.csv").write_text("oud", encoding="utf-8")
    export_pakket(store, target, force=True)
    assert (target / "metingen.csv").read_text(encoding="utf-8") != "oud"
    (target / "vakantiefoto.jpg").write_text("mooi", encoding="utf-8")
    with pytest.raises(OngeldigeInvoer, match="iets anders"):
        export_pakket(store, target, force=True)
    assert (target / "vakantiefoto.jpg").exists()
    (tmp_path / "link").symlink_to(target)
    (tmp_path / "bestand").write_text("x", encoding="utf-8")
    for other in ("link", "bestand", ".."):
        with pytest.raises(OngeldigeInvoer):
            export_pakket(store, tmp_path / other, force=True)
    assert sorted(it.name for it in tmp_path.iterdir() if it.name.startswith(".")) == []


def test_it_is_there_whole_or_not_at_all(store: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "pakket"
    export_pakket(store, target)
    before = {path.name: path.read_bytes() for path in target.iterdir()}

    def fail(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "_write_metadata", fail)
    for name in ("pakket", "nieuw"):
        with pytest.raises(KeyboardInterrupt):
            export_pakket(store, tmp_path / name, force=True)
    assert {path.name: path.read_bytes() for path in target.iterdir()} == before
    assert {it.name for it in tmp_path.iterdir()} >= {"pakket"}
    assert not (tmp_path / "nieuw").exists()
    assert not [it for it in tmp_path.iterdir() if it.name.startswith(".")]


def test_a_folder_that_cannot_be_made_is_refused_in_a_sentence(store: Database, tmp_path: Path) -> None:
    with pytest.raises(OngeldigeInvoer, match="kan niet worden geschreven"):
        export_pakket(store, tmp_path / "bestaat" / "niet")


# The command


def test_the_command_tells_what_it_did_and_how_it_ended(voorbeeld_pad: Path, tmp_path: Path) -> None:
    (tmp_path / "m.duckdb").write_bytes(voorbeeld_pad.read_bytes())
    terminal = Terminal(tmp_path / "m.duckdb", tmp_path)
    assert terminal("export", "pakket", "open-cijfers") == 0
    assert "metingen staan met hun beschrijving in open-cijfers" in terminal.err
    assert terminal.out == ""
    assert frictionless.validate(str(tmp_path / "open-cijfers" / DATAPACKAGE)).valid
    assert terminal("export", "pakket", "open-cijfers") == 1
    assert "bestaat al" in terminal.err
    assert terminal("export", "pakket", "open-cijfers", "--force", "--gemeente", "GM9901") == 0
    assert terminal("export", "pakket", "ander", "--gemeente", "GM0001") == 1
    assert not (tmp_path / "ander").exists()
    assert terminal("export", "pakket") == 2
