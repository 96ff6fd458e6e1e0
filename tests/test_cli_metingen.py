"""`import metingen` and `import ongedaan` on the command line: what they answer, what they say, and how they end."""

import json
import re
from pathlib import Path

import pytest

from tests.test_cli import Terminal

KOP = "gebied;indicator;periode;waarde\n"
NIEUW = "WK990101;vm-open-tafel;2018-K4;44\n"
ANDERS = "WK990101;vm-open-tafel;2024-K2;333\n"


@pytest.fixture
def terminal(tmp_path: Path, voorbeeld_pad: Path) -> Terminal:
    (tmp_path / "wijken.duckdb").write_bytes(voorbeeld_pad.read_bytes())
    return Terminal(tmp_path / "wijken.duckdb", tmp_path)


def write(terminal: Terminal, *lines: str) -> str:
    (terminal.cwd / "cijfers.csv").write_text("".join(lines), encoding="utf-8")
    return "cijfers.csv"


def counts(terminal: Terminal) -> int:
    assert terminal("status", "--json") == 0
    return int(json.loads(terminal.out)["metingen"])


def test_figures_are_read_told_and_undone(terminal: Terminal) -> None:
    before = counts(terminal)
    assert terminal("import", "metingen", write(terminal, KOP, NIEUW, ANDERS), "--json") == 0
    assert json.loads(terminal.out) == {"nieuw": 1, "gewijzigd": 1, "verdwenen": 0, "geweigerd": []}
    assert "Rij 3: vm-open-tafel in WK990101, 2024-K2: 332 → 333." in terminal.err
    found = re.search(r"import ongedaan (\S+)", terminal.err)
    assert found
    assert counts(terminal) == before + 1
    assert terminal("import", "ongedaan", found[1]) == 0
    assert "Ongedaan gemaakt: 2 cijfers." in terminal.err
    assert counts(terminal) == before
    assert terminal("import", "ongedaan", found[1]) == 1
    assert "niets meer" in terminal.err


def test_a_dry_run_tells_the_same_and_keeps_nothing(terminal: Terminal) -> None:
    before = counts(terminal)
    assert terminal("import", "metingen", write(terminal, KOP, NIEUW), "--dry-run", "--json") == 0
    assert json.loads(terminal.out)["nieuw"] == 1
    assert "Dit was een proef: er is niets bewaard." in terminal.err
    assert counts(terminal) == before


def test_a_bad_row_refuses_the_file_and_the_good_rows_can_be_asked_for(terminal: Terminal) -> None:
    name = write(terminal, KOP, NIEUW, "WK990101;vm-open-tafel;2024-K1;veel\n")
    assert terminal("import", "metingen", name, "--json") == 1
    assert [(it["rij"], it["veld"]) for it in json.loads(terminal.out)["geweigerd"]] == [(3, "waarde")]
    assert "Rij 3, waarde: “veel” is geen getal" in terminal.err
    assert terminal("import", "metingen", name, "--goede-rijen", "--json") == 0
    answer = json.loads(terminal.out)
    assert (answer["nieuw"], len(answer["geweigerd"])) == (1, 1)


@pytest.mark.parametrize(
    ("line", "option", "value"),
    [
        ("WK990101;vm-open-tafel;2018-K4;1.234\n", "--decimaal", "komma"),
        ("WK990101;vm-buren-oppassen;2015;0,5\n", "--procent", "deel"),
        ("990101;vm-open-tafel;2018-K4;44\n", "--codes", "aanvullen"),
        ("WK990101;vm-open-tafel;1-10-2018;44\n", "--datum", "kwartaal"),
    ],
)
def test_what_is_in_doubt_is_asked_and_answered_with_an_option(
    terminal: Terminal, line: str, option: str, value: str
) -> None:
    name = write(terminal, KOP, line)
    assert terminal("import", "metingen", name, "--json") == 1
    assert f"Geef {option} mee" in terminal.err
    assert terminal("import", "metingen", name, option, value, "--json") == 0
    assert json.loads(terminal.out)["nieuw"] == 1


def test_an_answer_that_is_none_is_wrong_usage(terminal: Terminal) -> None:
    assert terminal("import", "metingen", write(terminal, KOP, NIEUW), "--decimaal", "streepje") == 2
    assert "--decimaal: deze waarde kan niet." in terminal.err
