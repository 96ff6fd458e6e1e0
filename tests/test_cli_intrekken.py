"""`withdraw`: by hand, from standard input, and handed over to a running dashboard; the code is told to nobody."""

import io
import logging
from pathlib import Path

import pytest

from monitor.cli.app import run
from monitor.cli.overdracht import listening
from monitor.cli.taak import Taak
from monitor.domain.vertelcode import hash_code, new_code
from monitor.services.drempel import telling
from monitor.services.themas import ensure_themas
from monitor.services.verhalen import add_verhalen
from monitor.store.database import Database
from monitor.store.intrekkingen import remembered
from monitor.store.opslag import open_for_writing
from tests.services.builders import ANDERE_WIJK, CLI, WIJK, make_verhaal

CODE = new_code()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store file with one verhaal that has a code."""
    telling.clear()
    path = tmp_path / "monitor.duckdb"
    database = open_for_writing(str(path))
    with database.writing() as cursor:
        ensure_themas(cursor)
        cursor.execute("INSERT INTO gebied VALUES (?, 'wijk'), (?, 'wijk')", [WIJK, ANDERE_WIJK])
    add_verhalen(database, CLI, [make_verhaal(code_hash=hash_code(CODE))])
    database.close()
    return path


def withdraw(store: Path, code: str, typed: str = "") -> tuple[int, str]:
    taak = Taak(store=str(store), gebruiker="els", out=io.StringIO(), err=io.StringIO(), inp=io.StringIO(typed))
    exit_code = run(["withdraw", code], taak)
    assert taak.out.getvalue() == ""  # type: ignore[attr-defined]
    return exit_code, taak.err.getvalue()  # type: ignore[attr-defined]


def taken_back(store: Path | Database) -> list[str]:
    database = store if isinstance(store, Database) else open_for_writing(str(store))
    with database.reading() as cursor:
        found = [row[0] for row in cursor.rows("SELECT verhaal FROM intrekking")]
    if not isinstance(store, Database):
        database.close()
    return found


@pytest.mark.parametrize(
    ("code", "typed"),
    [(CODE, ""), ("-", f"{CODE}\n"), ("-", f" {CODE.lower()}\r\nen meer\n")],
    ids=["given", "typed", "typed with more"],
)
def test_a_code_takes_its_verhaal_back_and_says_what_cannot_be_undone(store: Path, code: str, typed: str) -> None:
    exit_code, said = withdraw(store, code, typed)
    assert exit_code == 0
    assert "teruggenomen" in said
    assert "gemeenteraad" in said
    assert list(remembered(str(store))) == taken_back(store)
    assert len(taken_back(store)) == 1


def test_a_second_time_says_that_it_was_gone_already(store: Path) -> None:
    withdraw(store, CODE)
    assert withdraw(store, "-", CODE) == (0, "Dit verhaal was al teruggenomen. Er is niets meer van te lezen.\n")


@pytest.mark.parametrize(
    ("code", "typed"),
    [(new_code(), ""), ("-", ""), ("-", "niets\n"), ("AAAA-BBBB", "")],
    ids=["unknown", "nothing typed", "a word typed", "too short"],
)
def test_a_wrong_code_ends_with_1_and_one_sentence(store: Path, code: str, typed: str) -> None:
    exit_code, said = withdraw(store, code, typed)
    assert exit_code == 1
    assert said.count("\n") == 1
    assert taken_back(store) == []


def test_a_running_dashboard_does_it_with_what_was_typed_here(store: Path, caplog: pytest.LogCaptureFixture) -> None:
    database = open_for_writing(str(store))
    with caplog.at_level(logging.DEBUG), listening(str(store), database, run):
        # The file is held by this process itself; a command that finds it so hands its work over.
        exit_code, said = withdraw(store, "-", f"{CODE}\n")
        assert exit_code == 0
        assert "teruggenomen" in said
        assert len(taken_back(database)) == 1
        assert withdraw(store, "-", "niets\n")[0] == 1
        assert withdraw(store, "-")[0] == 1
    database.close()
    assert CODE not in caplog.text
