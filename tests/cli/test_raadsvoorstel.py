"""`raadsvoorstel` on the command line: which stukken there are, and one of them as a file."""

import json
import shutil
from pathlib import Path

import pytest

from monitor.cli import raadsvoorstel
from monitor.cli.raadsvoorstel import ANDER_EINDE
from monitor.services.invoer import id_from
from monitor.services.stukrechten import ONBEKEND
from tests.export.stukken import SVG
from tests.test_cli import ENGLISH, OWN_NAMES, Terminal

STUK = id_from("raadsstuk", "tolk-2027")
BEGIN = {"docx": b"PK", "odt": b"PK", "pdf": b"%PDF-", "md": b"# "}


@pytest.fixture
def terminal(tmp_path: Path, voorbeeld_pad: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setattr(raadsvoorstel, "make_svgs", lambda specs: tuple(SVG for _ in specs))
    shutil.copy(voorbeeld_pad, tmp_path / "wijken.duckdb")
    return Terminal(tmp_path / "wijken.duckdb", tmp_path)


def test_help_is_dutch(terminal: Terminal) -> None:
    assert terminal("raadsvoorstel", "--help") == 0
    assert ENGLISH.search(OWN_NAMES.sub("", terminal.out).replace("--force", "").replace("--list", "")) is None


def test_a_program_asks_which_stukken_there_are(terminal: Terminal) -> None:
    assert terminal("raadsvoorstel", "--list", "--json") == 0
    answer = json.loads(terminal.out)
    assert STUK in {it["id"] for it in answer["raadsvoorstellen"]}
    assert all(set(it) == {"id", "titel"} and it["titel"] for it in answer["raadsvoorstellen"])
    assert terminal.err == ""
    assert terminal("raadsvoorstel", "--list") == 0
    assert STUK in terminal.out


@pytest.mark.parametrize("soort", BEGIN)
def test_a_stuk_becomes_a_file_of_each_kind(terminal: Terminal, soort: str) -> None:
    target = terminal.cwd / f"stuk.{soort}"
    assert terminal("raadsvoorstel", STUK, "--out", f"stuk.{soort}") == 0
    assert target.read_bytes().startswith(BEGIN[soort])
    assert f"Het stuk staat in stuk.{soort}." in terminal.err
    assert terminal.out == ""


def test_the_mark_in_the_file_is_that_of_what_was_kept(terminal: Terminal) -> None:
    assert terminal("raadsvoorstel", STUK, "--out", "stuk.md", "--json") == 0
    answer = json.loads(terminal.out)
    assert answer["bestand"] == "stuk.md"
    assert answer["kenmerk"].startswith("1-")
    assert answer["kenmerk"] in (terminal.cwd / "stuk.md").read_text(encoding="utf-8").replace("\\", "")


def test_what_stands_there_is_replaced_only_with_force(terminal: Terminal) -> None:
    target = terminal.cwd / "stuk.md"
    target.write_text("van mij", encoding="utf-8")
    assert terminal("raadsvoorstel", STUK, "--out", "stuk.md") == 1
    assert "bestaat al" in terminal.err
    assert target.read_text(encoding="utf-8") == "van mij"
    assert terminal("raadsvoorstel", STUK, "--out", "stuk.md", "--force") == 0
    assert target.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["bestaat-niet", "--out", "stuk.docx"], 1, ONBEKEND),
        ([STUK, "--out", "stuk.txt"], 1, ANDER_EINDE),
        ([STUK, "--out", "map/stuk.md"], 1, "kan niet worden geschreven"),
        ([STUK], 2, "Ontbrekende optie: --out."),
        (["--out", "stuk.md"], 2, "Ontbrekend argument: ID."),
        ([], 2, "Ontbrekend argument: ID."),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_left(
    terminal: Terminal, words: list[str], code: int, said: str
) -> None:
    before = set(terminal.cwd.iterdir())
    assert terminal("raadsvoorstel", *words) == code
    assert said in terminal.err
    assert terminal.out == ""
    assert {it for it in terminal.cwd.iterdir() if not it.name.endswith(".wal")} == before
