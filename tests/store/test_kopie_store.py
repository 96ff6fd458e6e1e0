"""Copying a store and going on with the copy, while others read and write."""

import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from monitor.errors import OpslagBezet, OpslagFout, OpslagNietBereikbaar
from monitor.store import database as database_module
from monitor.store.database import Database
from monitor.store.kopie_store import beside, copy_store, remove_store
from monitor.store.migrate import schema_version
from monitor.store.opslag import open_for_writing


def rows_per_table(database: Database) -> dict[str, int]:
    with database.reading() as cursor:
        tables = cursor.rows("SELECT table_name FROM duckdb_tables() WHERE database_name = 'monitor'")
        return {name: cursor.rows(f"SELECT count(*) FROM {name}")[0][0] for (name,) in tables}  # noqa: S608


def add_gebied(database: Database, code: str) -> None:
    with database.writing() as cursor:
        cursor.execute("INSERT INTO gebied VALUES (?, 'wijk')", [code])


@pytest.fixture
def opslag(tmp_path: Path) -> Database:
    """A store in a file, uncompressed, so that texts can be seen in its bytes."""
    database = open_for_writing(str(tmp_path / "wijken.duckdb"))
    database._connection.execute("SET GLOBAL force_compression = 'uncompressed'")
    return database


def test_a_copy_holds_every_row_of_every_table(voorbeeld: Database, tmp_path: Path) -> None:
    copy_store(voorbeeld, tmp_path / "kopie.duckdb")
    copy = Database(tmp_path / "kopie.duckdb", read_only=True)
    before = rows_per_table(voorbeeld)
    assert rows_per_table(copy) == before
    assert before["verhaal"] > 10
    assert schema_version(copy) == schema_version(voorbeeld)
    copy.close()


def test_a_copy_is_for_its_owner_only_and_has_no_log(opslag: Database, tmp_path: Path) -> None:
    file = tmp_path / "map" / "kopie.duckdb"
    copy_store(opslag, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [it.name for it in file.parent.iterdir()] == ["kopie.duckdb"]
    opslag.close()


def test_a_copy_that_fails_leaves_no_file(opslag: Database, tmp_path: Path) -> None:
    with opslag.writing() as cursor:
        cursor.execute("CREATE TABLE van_een_ander (x INTEGER)")
    with pytest.raises(OpslagFout, match="andere tabellen"):
        copy_store(opslag, tmp_path / "kopie.duckdb")
    (tmp_path / "al").write_text("staat er al")
    with pytest.raises(OpslagNietBereikbaar):
        copy_store(opslag, tmp_path / "al")
    assert sorted(it.name for it in tmp_path.iterdir() if not it.name.startswith("wijken")) == ["al"]
    assert (tmp_path / "al").read_text() == "staat er al"
    opslag.close()


def test_a_swap_leaves_no_byte_of_what_was_deleted(opslag: Database, tmp_path: Path) -> None:
    path = tmp_path / "wijken.duckdb"
    with opslag.writing() as cursor:
        cursor.execute("INSERT INTO bron (code, naam, uitgever) VALUES ('a', 'MERKTEKEN-weg', 'x')")
        cursor.execute("INSERT INTO bron (code, naam, uitgever) VALUES ('b', 'MERKTEKEN-blijft', 'x')")
    opslag.checkpoint()
    with opslag.writing() as cursor:
        cursor.execute("DELETE FROM bron WHERE code = 'a'")
    opslag.checkpoint()
    assert b"MERKTEKEN-weg" in path.read_bytes()
    versie, file = opslag.versie, beside(path, "nieuw")
    copy_store(opslag, file)
    opslag.swap(file)
    assert opslag.versie > versie
    assert b"MERKTEKEN-weg" not in path.read_bytes()
    assert b"MERKTEKEN-blijft" in path.read_bytes()
    add_gebied(opslag, "WK990109")
    opslag.close()
    assert [it.name for it in tmp_path.iterdir()] == ["wijken.duckdb"]


class Busy:
    """Eight readers and a writer who go on until they are stopped, and keep what they saw go wrong."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.wrong: list[object] = []
        self.written = 0
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._go_on, args=(self.read,)) for _ in range(8)]
        self._threads.append(threading.Thread(target=self._go_on, args=(self.write,)))

    def __enter__(self) -> "Busy":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _go_on(self, act: Callable[[], None]) -> None:
        while not self._stop.is_set():
            try:
                act()
            except Exception as error:
                self.wrong.append(error)

    def read(self) -> None:
        before = self.written
        with self.database.reading() as cursor, self.database.reading() as nested:
            if nested.rows("SELECT count(*) FROM gebied")[0][0] < before or not cursor.rows("SELECT * FROM migratie"):
                self.wrong.append(before)

    def write(self) -> None:
        add_gebied(self.database, f"WK{self.written:06}")
        self.written += 1


def test_eight_readers_and_a_writer_notice_nothing_of_five_swaps(opslag: Database, tmp_path: Path) -> None:
    with Busy(opslag) as busy:
        for _ in range(5):
            with opslag.no_writing():
                file = beside(tmp_path / "wijken.duckdb", "nieuw")
                copy_store(opslag, file)
                opslag.swap(file)
    assert busy.wrong == []
    assert rows_per_table(opslag)["gebied"] == busy.written > 0
    opslag.close()


def test_who_keeps_reading_is_never_cut_off(opslag: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "_SWAP_PATIENCE", 0.01)
    file = tmp_path / "nieuw.duckdb"
    copy_store(opslag, file)
    add_gebied(opslag, "WK990101")
    with opslag.reading() as cursor, pytest.raises(OpslagBezet, match="wordt nog gelezen"):
        cursor.execute("SELECT code FROM gebied")
        opslag.swap(file)
    assert rows_per_table(opslag)["gebied"] == 1
    opslag.swap(file)
    assert rows_per_table(opslag)["gebied"] == 0
    opslag.close()


def test_a_swap_that_the_disk_refuses_leaves_the_store_as_it_was(opslag: Database, tmp_path: Path) -> None:
    add_gebied(opslag, "WK990101")
    with pytest.raises(OpslagNietBereikbaar, match="kan niet worden vervangen"):
        opslag.swap(tmp_path / "er-is-niets.duckdb")
    assert rows_per_table(opslag)["gebied"] == 1
    opslag.close()


def test_removing_a_store_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    remove_store(tmp_path / "niets.duckdb")
