"""`backup`, `restore` and `maintain` on the command line, at home and handed over to a dashboard that runs."""

import json
import shutil
import subprocess
import sys
import urllib.request
from functools import partial
from pathlib import Path

import pytest

from monitor.domain.gebruiker import Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing, opdracht_gebruiker
from monitor.domain.indicator import StemRol
from monitor.services.activiteiten import change_omschrijving
from monitor.services.activiteitinvoer import OmschrijvingInvoer
from monitor.services.kiezen import Stemmen, count_herkenning, remove_voorstel
from monitor.services.organisaties import lijst, remove_organisatie
from monitor.settings import ROOT
from monitor.store.kopie_store import beside, copy_store
from monitor.store.opslag import open_for_writing
from tests.conftest import NOW, serving
from tests.test_cli import ENGLISH, OWN_NAMES, Terminal
from tests.test_cli_verhalen import RIJ


@pytest.fixture
def terminal(tmp_path: Path, voorbeeld_pad: Path) -> Terminal:
    shutil.copy(voorbeeld_pad, tmp_path / "wijken.duckdb")
    return Terminal(tmp_path / "wijken.duckdb", tmp_path)


@pytest.mark.parametrize("word", ["backup", "restore", "maintain"])
def test_help_is_dutch(terminal: Terminal, word: str) -> None:
    assert terminal(word, "--help") == 0
    assert terminal.out.startswith("Gebruik: ")
    assert ENGLISH.search(OWN_NAMES.sub("", terminal.out).replace("--force", "")) is None


def verhalen_of(terminal: Terminal) -> int:
    assert terminal("status", "--json") == 0
    return int(json.loads(terminal.out)["verhalen"])


def test_a_backup_goes_back_into_a_store_that_is_not_there_yet(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal("backup", "kopie.duckdb") == 0
    assert "De reservekopie staat in kopie.duckdb." in terminal.err
    assert terminal.out == ""
    before = verhalen_of(terminal)
    elsewhere = Terminal(tmp_path / "nieuw" / "wijken.duckdb", tmp_path)
    assert elsewhere("restore", "kopie.duckdb") == 0
    assert verhalen_of(elsewhere) == before
    assert elsewhere("check") == 0


def test_what_is_there_is_replaced_only_with_force(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal("backup", "kopie.duckdb") == 0
    assert terminal("backup", "kopie.duckdb") == 1
    assert "is er al" in terminal.err
    assert terminal("backup", "kopie.duckdb", "--force") == 0
    assert terminal("restore", "kopie.duckdb") == 1
    assert "staat al iets" in terminal.err
    assert terminal("restore", "kopie.duckdb", "--force") == 0
    assert sorted(path.name for path in tmp_path.glob(".*")) == []


def test_words_of_a_count_that_was_done_again_since_a_backup_are_told(terminal: Terminal) -> None:
    begeleider = Gebruiker("proef:b", "b", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEGELEIDER, "WK990101"),))

    def count(words: str) -> None:
        database = open_for_writing(str(terminal.store), clock=lambda: NOW)
        stemmen = [Stemmen(StemRol.BEWONER, 9, 0, 0, words)]
        count_herkenning(database, begeleider, "WK990101", "vm-buren-oppassen", stemmen)
        database.close()

    count("Op onze galerij is het anders.")
    assert terminal("backup", "kopie.duckdb") == 0
    count("Het is hier anders.")
    assert terminal("restore", "kopie.duckdb", "--force") == 0
    assert "Intussen opnieuw geteld, en de oude woorden erbij zijn ook nu weer weg: 1 telling." in terminal.err


def test_what_was_taken_away_since_a_backup_is_told_when_it_is_put_back(terminal: Terminal) -> None:
    assert terminal("backup", "kopie.duckdb") == 0
    database = open_for_writing(str(terminal.store))
    with database.reading() as cursor:
        (initiatief, naam, wijk) = cursor.rows("SELECT id, naam, gebied FROM initiatief ORDER BY id LIMIT 1")[0]
        (voorstel, waar) = cursor.rows("SELECT id, gebied FROM voorstel WHERE tekst IS NOT NULL ORDER BY id LIMIT 1")[0]
    begeleider = Gebruiker("proef:b", "b", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEGELEIDER, waar),))
    bewoner = Gebruiker("proef:w", "w", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEWONER, wijk),))
    remove_voorstel(database, begeleider, waar, voorstel)
    remove_organisatie(database, opdracht_gebruiker("test"), lijst(database, opdracht_gebruiker("test"))[0])
    change_omschrijving(database, bewoner, OmschrijvingInvoer(initiatief, naam, "Iedereen eet mee."), token="een")
    database.close()
    assert terminal("restore", "kopie.duckdb", "--force") == 0
    assert "Intussen weggehaald, en ook nu weer leeggemaakt: 1 voorstel of ander stukje tekst." in terminal.err
    assert "Intussen anders omschreven, en ook nu weer: 1 activiteit of initiatief." in terminal.err
    assert "Intussen van de lijst gehaald, en ook nu weer: 1 organisatie." in terminal.err


def test_a_store_that_is_damaged_is_replaced_with_force(terminal: Terminal) -> None:
    before = verhalen_of(terminal)
    assert terminal("backup", "kopie.duckdb") == 0
    terminal.store.write_bytes(b"\xff\xd8\xff\xe0 geen opslag" * 500)
    assert terminal("restore", "kopie.duckdb") == 3
    assert terminal("restore", "kopie.duckdb", "--force") == 0
    assert verhalen_of(terminal) == before


@pytest.mark.parametrize("words", [["backup", "kopie.duckdb"], ["maintain"]], ids=" ".join)
def test_where_no_store_is_there_is_nothing_to_keep(tmp_path: Path, words: list[str]) -> None:
    terminal = Terminal(tmp_path / "er-is-niets.duckdb", tmp_path)
    assert terminal(*words) == 3
    assert "nog geen opslag" in terminal.err
    assert list(tmp_path.iterdir()) == []


def test_a_backup_that_is_none_is_refused_and_makes_no_store(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "nieuw.duckdb", tmp_path)
    (tmp_path / "foto.duckdb").write_bytes(b"\xff\xd8\xff\xe0 geen opslag" * 500)
    for name in ("foto.duckdb", "er-is-niets.duckdb"):
        assert terminal("restore", name) == 1
        assert name in terminal.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["foto.duckdb"]


def test_tidying_up_tells_what_it_did(terminal: Terminal) -> None:
    assert terminal("maintain", "--json") == 0
    assert json.loads(terminal.out)["herschreven"] is True
    assert "Er is opgeruimd." in terminal.err
    assert terminal("check") == 0


def give(store: Path, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Give a command from a process of its own, as a person does while the dashboard runs."""
    command = [sys.executable, "-m", "monitor", "--store", str(store), *words]
    return subprocess.run(  # noqa: S603 - our own program
        command, cwd=ROOT, input=typed, capture_output=True, text=True, check=False, timeout=120
    )


def seen_in(folder: Path, word: str) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_file() and word.encode() in path.read_bytes()}


def make_uncompressed(store: Path) -> None:
    """Write a store anew so that texts can be seen in its bytes: the engine hides them in its compression."""
    database = open_for_writing(str(store))
    database._connection.execute("SET GLOBAL force_compression = 'uncompressed'")
    copy_store(database, beside(store, "nieuw"))
    file = next(store.parent.glob(f".{store.name}.nieuw-*"))
    database.swap(file)
    database.close()


def test_what_a_teller_takes_back_with_her_code_is_in_no_byte_of_a_running_dashboard(
    terminal: Terminal, tmp_path: Path
) -> None:
    make_uncompressed(terminal.store)
    rijen = [{**RIJ, "tekst": f"Op het plein zong een {word}."} for word in ("MERKTEKENWEG", "MERKTEKENBLIJFT")]
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "verhalen.jsonl"
    file.write_text("".join(f"{json.dumps(rij)}\n" for rij in rijen), encoding="utf-8")
    handed_over = partial(give, terminal.store)
    with serving(terminal.store, tmp_path / "in" / "log"):
        first = json.loads(handed_over("import", "verhalen", str(file), "--json").stdout)["verhalen"][0]
        assert handed_over("backup", str(tmp_path / "kopie.duckdb")).returncode == 0
        shutil.copy(tmp_path / "kopie.duckdb", tmp_path / "ouder.duckdb")
        assert seen_in(tmp_path, "MERKTEKENWEG") >= {"kopie.duckdb", "ouder.duckdb"}
        withdrawn = handed_over("withdraw", "-", typed=first["code"])
        assert withdrawn.returncode == 0, withdrawn.stderr
        assert handed_over("maintain").returncode == 0
        assert seen_in(tmp_path, "MERKTEKENWEG") == {"ouder.duckdb"}
        assert seen_in(tmp_path, "MERKTEKENBLIJFT") == {"kopie.duckdb", "ouder.duckdb", terminal.store.name}
        restored = handed_over("restore", str(tmp_path / "ouder.duckdb"), "--force")
        assert "ook nu weer leeggemaakt: 1 verhaal" in restored.stderr
        assert seen_in(tmp_path, "MERKTEKENWEG") == {"ouder.duckdb"}
        again = json.loads(handed_over("import", "verhalen", str(file), "--json").stdout)["verhalen"]
        assert [rij["code"] for rij in again] == [None, None]
    assert seen_in(tmp_path, "MERKTEKENWEG") == {"ouder.duckdb"}


def test_a_running_dashboard_makes_a_backup_tidies_up_and_goes_on_with_what_was_put_back(
    terminal: Terminal, tmp_path: Path
) -> None:
    handed_over = partial(give, terminal.store)
    with serving(terminal.store, tmp_path / "log") as address:
        backup = handed_over("backup", str(tmp_path / "kopie.duckdb"))
        assert (backup.returncode, backup.stdout) == (0, ""), backup.stderr
        maintained = handed_over("maintain", "--json")
        assert maintained.returncode == 0, maintained.stderr
        assert json.loads(maintained.stdout)["herschreven"] is True
        removed = handed_over("example", "--remove")
        assert removed.returncode == 0, removed.stderr
        assert json.loads(handed_over("status", "--json").stdout)["verhalen"] == 0
        restored = handed_over("restore", str(tmp_path / "kopie.duckdb"), "--force")
        assert restored.returncode == 0, restored.stderr
        assert json.loads(handed_over("status", "--json").stdout)["verhalen"] > 0
        with urllib.request.urlopen(f"{address}/healthz", timeout=20) as answer:  # noqa: S310 - our own server
            assert json.load(answer)["status"] == "ok"
    assert verhalen_of(terminal) > 0
