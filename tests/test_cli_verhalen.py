"""`import verhalen` on the command line: what it answers, what it says, and how it ends."""

import json
from pathlib import Path
from typing import Any

import pytest

from monitor.domain.vertelcode import parse_code
from monitor.services import lezen
from tests.test_cli import ENGLISH, OWN_NAMES, Terminal

RIJ: dict[str, Any] = {
    "titel": "De bank bij de lift",
    "tekst": "Er stond een bank en toen nog een. Nu zit er altijd iemand.",
    "gebied": "WK990101",
    "datum": "2026-05-14",
    "thema": "ontmoeten",
    "perspectief": ["bewoner"],
    "gevoel": "goed",
    "gebruik": ["leren", "openbaar"],
    "opgetekend_door": "Optekenaar een",
    "akkoord_op": "2026-05-20",
}


@pytest.fixture
def terminal(tmp_path: Path, voorbeeld_pad: Path) -> Terminal:
    (tmp_path / "wijken.duckdb").write_bytes(voorbeeld_pad.read_bytes())
    return Terminal(tmp_path / "wijken.duckdb", tmp_path)


def write(terminal: Terminal, *rijen: dict[str, Any]) -> str:
    text = "".join(f"{json.dumps(rij)}\n" for rij in rijen)
    (terminal.cwd / "verhalen.jsonl").write_text(text, encoding="utf-8")
    return "verhalen.jsonl"


@pytest.mark.parametrize("command", [("search", "soep"), ("export", "verhalen", "--out", "uit.csv")])
@pytest.mark.parametrize(
    ("als", "zin"),
    [
        ("bewoner:WK990199", "De wijk WK990199 kennen wij niet."),
        ("bewoner:GM9901", "Zet achter de dubbele punt de code van een wijk"),
        ("burgemeester", "“burgemeester” is geen rol."),
    ],
)
def test_a_role_or_wijk_that_is_not_known_is_refused_and_nothing_is_written(
    terminal: Terminal, command: tuple[str, ...], als: str, zin: str
) -> None:
    assert terminal(*command, "--als", als) == 1
    assert zin in terminal.err
    assert terminal.out == ""
    assert not (terminal.cwd / "uit.csv").exists()


def test_a_search_gives_as_many_as_are_asked_for_also_more_than_fit_on_a_page(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert terminal("search", "buren", "--limit", "1000000", "--json") == 0
    every = json.loads(terminal.out)["hits"]
    monkeypatch.setattr(lezen, "HITS_MAXIMUM", 2)
    for limit in (3, len(every), len(every) + 1):
        assert terminal("search", "buren", "--limit", str(limit), "--json") == 0
        assert json.loads(terminal.out)["hits"] == every[:limit]
    assert len(every) > 4


def test_a_limit_of_none_is_refused_in_a_sentence(terminal: Terminal) -> None:
    assert terminal("search", "buren", "--limit", "0") == 1
    assert "Vraag om minstens 1 verhaal." in terminal.err


def test_a_wijk_after_the_role_may_be_typed_in_small_letters(terminal: Terminal) -> None:
    assert terminal("search", "soep", "--als", "bewoner:wk990101", "--json") == 0


def test_the_answer_gives_each_row_its_id_and_code_and_nothing_else_tells_the_code(terminal: Terminal) -> None:
    file = write(terminal, RIJ, {**RIJ, "gebied": "BU99010101"})
    assert terminal("import", "verhalen", file, "--json") == 0
    first, second = json.loads(terminal.out)["verhalen"]
    assert (first["rij"], second["rij"]) == (1, 2)
    assert first["id"] != second["id"]
    assert parse_code(first["code"])
    assert first["code"] not in terminal.err
    assert "Rij 2: Buurt BU99010101 is wijk WK990101 geworden" in terminal.err


def test_without_json_the_codes_are_told_row_by_row(terminal: Terminal) -> None:
    assert terminal("import", "verhalen", write(terminal, RIJ)) == 0
    assert terminal.out == ""
    assert "Rij 1: code " in terminal.err
    assert "1 verhaal ingelezen" in terminal.err


def test_a_refused_row_ends_with_1_and_is_told_to_person_and_program(terminal: Terminal) -> None:
    file = write(terminal, RIJ, {**RIJ, "gevoel": "blij"})
    assert terminal("import", "verhalen", file, "--json") == 1
    (refused,) = json.loads(terminal.out)["verhalen"]
    assert refused["rij"] == 2
    assert refused["fouten"][0].startswith("Gevoel: ")
    assert "Rij 2, gevoel: " in terminal.err
    assert terminal("import", "verhalen", file, "--json", "--goede-rijen") == 0
    assert [sorted(rij) for rij in json.loads(terminal.out)["verhalen"]] == [
        ["code", "id", "nagelezen", "rij"],
        ["fouten", "rij"],
    ]


def test_a_proef_keeps_nothing(terminal: Terminal) -> None:
    assert terminal("status", "--json") == 0
    before = json.loads(terminal.out)["verhalen"]
    assert terminal("import", "verhalen", write(terminal, RIJ), "--dry-run") == 0
    assert "Dit was een proef" in terminal.err
    assert terminal("status", "--json") == 0
    assert json.loads(terminal.out)["verhalen"] == before


def test_reviewed_rows_can_be_found_at_once(terminal: Terminal) -> None:
    rij = {**RIJ, "tekst": "Wij hebben een kwartelnest op het dak gevonden."}
    words = ["--nagelezen-door", "Nalezer twee", "--reden", "Niemand is te herkennen."]
    assert terminal("import", "verhalen", write(terminal, rij), "--json", *words) == 0
    (found,) = json.loads(terminal.out)["verhalen"]
    assert found["nagelezen"] is True
    assert terminal("check") == 0


@pytest.mark.parametrize("words", [["--reden", "x"], ["--nagelezen-door", "x"]], ids=" ".join)
def test_a_name_and_a_reason_belong_together(terminal: Terminal, words: list[str]) -> None:
    assert terminal("import", "verhalen", write(terminal, RIJ), *words) == 2
    assert "geef ze allebei" in terminal.err


def test_help_is_dutch(terminal: Terminal) -> None:
    assert terminal("import", "verhalen", "--help") == 0
    assert ENGLISH.search(OWN_NAMES.sub("", terminal.out)) is None
