"""The file of withdrawn ids: it outlives the store, and an older copy cannot bring back what was taken back."""

import shutil
import stat
from datetime import datetime
from pathlib import Path

import pytest

from monitor.errors import OpslagNietBereikbaar
from monitor.store.database import Database
from monitor.store.intrekkingen import intrekkingen_path, remember, remembered, replay, withdrawn, write_down
from monitor.store.opslag import open_for_reading, open_for_writing

MOMENT = datetime(2026, 11, 20, 9, 30)


def a_verhaal(database: Database) -> str:
    with database.reading() as cursor:
        row = cursor.row(
            "SELECT verhaal FROM zoek_verhaal ORDER BY verhaal LIMIT 1"
            if cursor.rows("SELECT 1 FROM zoek_verhaal LIMIT 1")
            else "SELECT verhaal FROM verhaal_versie WHERE tekst IS NOT NULL ORDER BY verhaal LIMIT 1"
        )
    assert row
    return str(row[0])


def words_of(database: Database, verhaal: str) -> int:
    with database.reading() as cursor:
        sql = "SELECT count(tekst) + count(titel) FROM verhaal_versie WHERE verhaal = ?"
        return int(cursor.rows(sql, [verhaal])[0][0])


def test_what_is_remembered_is_read_back_and_is_for_its_owner_only(tmp_path: Path) -> None:
    database = open_for_writing(str(tmp_path / "wijken.duckdb"), clock=lambda: MOMENT)
    remember(database, "verhaal-1")
    remember(database, "verhaal-2")
    remember(database, "verhaal-1")
    path = intrekkingen_path(database.path)
    assert path.name == "wijken.duckdb.ingetrokken"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert remembered(database.path) == {"verhaal-1": MOMENT, "verhaal-2": MOMENT}
    assert path.read_text().count("verhaal-1") == 1
    database.close()


def test_a_store_in_memory_remembers_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    remember(Database(), "verhaal-1")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_line_costs_no_other_line(tmp_path: Path) -> None:
    store = str(tmp_path / "wijken.duckdb")
    intrekkingen_path(store).write_bytes(b"een 2026-11-20T09:30:00\n\xff\xfe\n\ntwee gisteren\ndrie 2026-11-2")
    write_down(store, {"vier": MOMENT})
    found = remembered(store)
    assert {"een", "twee", "drie", "vier"} <= set(found)
    assert found["een"] == found["vier"] == MOMENT


def test_a_file_that_cannot_be_read_is_told_and_not_taken_for_empty(tmp_path: Path) -> None:
    store = str(tmp_path / "wijken.duckdb")
    intrekkingen_path(store).mkdir()
    with pytest.raises(OpslagNietBereikbaar):
        remembered(store)
    with pytest.raises(OpslagNietBereikbaar):
        write_down(f"{store}/er/is/niets", {"een": MOMENT})


def test_an_older_copy_that_is_put_back_by_hand_loses_what_was_taken_back_since(
    voorbeeld_pad: Path, tmp_path: Path
) -> None:
    path = tmp_path / "monitor.duckdb"
    shutil.copy(voorbeeld_pad, path)
    database = open_for_writing(str(path))
    verhaal = a_verhaal(database)
    assert words_of(database, verhaal) > 0
    database.close()
    write_down(str(path), {verhaal: MOMENT, "onbekend": MOMENT})
    database = open_for_writing(str(path))
    assert words_of(database, verhaal) == 0
    assert withdrawn(database)[verhaal] == MOMENT
    with database.reading() as cursor:
        assert cursor.rows("SELECT 1 FROM zoek_verhaal WHERE verhaal = ?", [verhaal]) == []
        assert cursor.rows("SELECT wie, wat FROM logboek WHERE doel = ? ORDER BY op DESC LIMIT 1", [verhaal]) == [
            ("opslag", "opnieuw teruggenomen")
        ]
    assert replay(database, remembered(str(path))) == []
    database.close()


def test_an_older_copy_that_is_put_back_by_hand_loses_the_voorstel_that_was_removed_since(
    voorbeeld_pad: Path, tmp_path: Path
) -> None:
    path = tmp_path / "monitor.duckdb"
    shutil.copy(voorbeeld_pad, path)
    database = open_for_reading(str(path))
    with database.reading() as cursor:
        (voorstel,) = cursor.rows("SELECT min(id) FROM voorstel WHERE tekst IS NOT NULL")[0]
        (before,) = cursor.rows("SELECT count(tekst) FROM voorstel")[0]
    database.close()
    write_down(str(path), {voorstel: MOMENT})
    database = open_for_reading(str(path))
    with database.reading() as cursor:
        assert cursor.rows("SELECT tekst, weggehaald_op FROM voorstel WHERE id = ?", [voorstel]) == [(None, MOMENT)]
        assert cursor.rows("SELECT count(tekst) FROM voorstel") == [(before - 1,)]
        assert cursor.rows("SELECT wie, wat FROM logboek WHERE doel = ? ORDER BY op DESC LIMIT 1", [voorstel]) == [
            ("opslag", "opnieuw weggehaald")
        ]
    database.close()


def test_who_only_reads_an_older_copy_that_was_put_back_by_hand_finds_nothing_that_was_taken_back(
    voorbeeld_pad: Path, tmp_path: Path
) -> None:
    path = tmp_path / "monitor.duckdb"
    shutil.copy(voorbeeld_pad, path)
    database = open_for_reading(str(path))
    verhaal = a_verhaal(database)
    assert words_of(database, verhaal) > 0
    database.close()
    write_down(str(path), {verhaal: MOMENT})
    database = open_for_reading(str(path))
    assert words_of(database, verhaal) == 0
    database.close()
