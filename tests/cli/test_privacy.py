"""`privacy --json`: one line out per line in, or nothing at all."""

import io
import json
import logging
from pathlib import Path

import pytest

from monitor.cli.app import run
from monitor.cli.taak import Taak


def ask(typed: str | bytes, *words: str) -> tuple[int, str, str]:
    raw = typed.encode() if isinstance(typed, str) else typed
    taak = Taak(
        store="/er/is/geen/opslag", inp=io.TextIOWrapper(io.BytesIO(raw), "utf-8"), out=io.StringIO(), err=io.StringIO()
    )
    code = run([*words, "privacy", "--json"], taak)
    return code, taak.out.getvalue(), taak.err.getvalue()  # type: ignore[attr-defined]


def test_every_line_gets_its_own_line_with_spans_in_code_points() -> None:
    tekst = "😀 Bel Fatima op 06-12345678"
    code, out, err = ask(f"{json.dumps({'tekst': tekst})}\n" + '{"tekst": ""}\n')
    assert (code, err) == (0, "")
    first, second = map(json.loads, out.splitlines())
    assert [(tekst[begin:eind], soort) for begin, eind, soort in first["spans"]] == [
        ("Fatima", "naam"),
        ("06-12345678", "telefoon"),
    ]
    assert second == {"spans": []}


@pytest.mark.parametrize("broken", [b"Fatima", b"{}", b'{"tekst": 3}', b"[]", b"", b'{"tekst": "\xff"}', b"[" * 5000])
def test_a_broken_line_is_named_by_its_number_and_nothing_is_answered(broken: bytes) -> None:
    code, out, err = ask(b'{"tekst": "Fatima"}\n' + broken + b"\n" + b'{"tekst": "Henk"}\n')
    assert code == 1
    assert out == ""
    assert err.startswith("Rij 2: ")
    assert len(err.splitlines()) == 1
    assert "Fatima" not in err


def test_the_text_reaches_no_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    ask('{"tekst": "Fatima"}\nFatima\n')
    assert "Fatima" not in caplog.text


def test_without_json_it_says_what_to_give() -> None:
    taak = Taak(store="/er/is/geen/opslag", inp=io.StringIO(""), out=io.StringIO(), err=io.StringIO())
    assert run(["privacy"], taak) == 1
    assert "--json" in taak.err.getvalue()  # type: ignore[attr-defined]


def test_names_of_a_store_are_used_when_that_store_is_named(voorbeeld_store: Path) -> None:
    line = '{"tekst": "Dat wil ook Ooster Velder, zei Ooster Velder."}\n'
    without, known = ask(line), ask(line, "--store", str(voorbeeld_store))
    assert json.loads(without[1]) != {"spans": []}
    assert json.loads(known[1]) == {"spans": []}


def test_a_store_that_cannot_be_read_is_told_of_and_done_without(tmp_path: Path) -> None:
    code, out, err = ask('{"tekst": "Fatima"}\n', "--store", str(tmp_path / "weg.duckdb"))
    assert code == 0
    assert json.loads(out) == {"spans": [[0, 6, "naam"]]}
    assert "opslag" in err
