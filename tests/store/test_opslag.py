"""Opening a store: made when it is new, copied before it is migrated, never changed by reading."""

import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from monitor.errors import OpslagBezet, OpslagNietBereikbaar, OpslagTeNieuw, OpslagVerouderd
from monitor.store import migrate as migrations
from monitor.store.database import Database
from monitor.store.migrate import known_migraties, schema_version
from monitor.store.opslag import backup_path, close_shared, open_for_reading, open_for_writing, shared_database

NEWEST = known_migraties()[-1].nummer


def make_old_store(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store as the version before this one left it."""
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "known_migraties", lambda: known_migraties()[:-1])
        database = Database(path)
        migrations.migrate(database)
        database.close()


def test_a_new_store_is_made_with_its_folder_and_nothing_is_copied(tmp_path: Path) -> None:
    path = tmp_path / "nog" / "niet" / "wijken.duckdb"
    open_for_writing(str(path)).close()
    assert path.is_file()
    assert not backup_path(str(path), NEWEST).exists()


def test_a_store_of_an_older_version_is_copied_before_it_is_migrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "wijken.duckdb"
    make_old_store(path, monkeypatch)
    database = open_for_writing(str(path))
    assert schema_version(database) == NEWEST
    database.close()
    copy = Database(backup_path(str(path), NEWEST), read_only=True)
    assert schema_version(copy) == known_migraties()[-2].nummer
    copy.close()


def test_reading_refuses_an_older_store_and_leaves_it_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "wijken.duckdb"
    make_old_store(path, monkeypatch)
    before = path.read_bytes()
    with pytest.raises(OpslagVerouderd, match="nog niet bijgewerkt"):
        open_for_reading(str(path))
    assert path.read_bytes() == before


def test_a_newer_store_is_refused_by_reading_and_writing(tmp_path: Path) -> None:
    path = tmp_path / "wijken.duckdb"
    database = open_for_writing(str(path))
    with database.writing() as cursor:
        cursor.execute("INSERT INTO migratie VALUES (9999, 'van_later', TIMESTAMP '2030-01-01')")
    database.close()
    for open_store in (open_for_reading, open_for_writing):
        with pytest.raises(OpslagTeNieuw):
            open_store(str(path))


def test_reading_where_no_store_is_says_so_and_makes_none(tmp_path: Path) -> None:
    path = tmp_path / "wijken.duckdb"
    with pytest.raises(OpslagNietBereikbaar, match="nog geen opslag"):
        open_for_reading(str(path))
    assert not path.exists()


def test_a_file_that_is_no_store_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "foto.duckdb"
    path.write_bytes(b"\xff\xd8\xff\xe0 geen opslag" * 500)
    with pytest.raises(OpslagNietBereikbaar, match="kan niet worden geopend"):
        open_for_reading(str(path))


def test_a_store_that_another_process_holds_is_bezet_also_after_a_migration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "wijken.duckdb"
    make_old_store(path, monkeypatch)
    holder = open_for_writing(str(path))
    script = (
        "import sys\nfrom monitor.errors import OpslagBezet\nfrom monitor.store.opslag import open_for_writing\n"
        "try:\n    open_for_writing(sys.argv[1])\nexcept OpslagBezet as error:\n    sys.exit(str(error))\n"
    )
    other = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False
    )
    holder.close()
    assert other.returncode == 1
    assert "in gebruik" in other.stderr
    assert "proces" in other.stderr


def test_a_store_that_this_process_holds_already_is_bezet(tmp_path: Path) -> None:
    path = tmp_path / "wijken.duckdb"
    holder = open_for_writing(str(path))
    with pytest.raises(OpslagBezet):
        open_for_writing(str(path))
    holder.close()


def test_a_copied_store_opens_on_its_own(tmp_path: Path) -> None:
    database = open_for_writing(str(tmp_path / "een.duckdb"))
    database.checkpoint()
    database.close()
    shutil.copy(tmp_path / "een.duckdb", tmp_path / "twee.duckdb")
    open_for_reading(str(tmp_path / "twee.duckdb")).close()


def test_a_process_shares_one_store_and_a_failed_opening_is_tried_again(tmp_path: Path) -> None:
    path = tmp_path / "er-niet" / "wijken.duckdb"
    path.parent.write_text("dit is geen map")
    with pytest.raises(OpslagNietBereikbaar):
        shared_database(str(path))
    path.parent.unlink()
    database = shared_database(str(path))
    assert shared_database(str(path)) is database
    close_shared()
    open_for_reading(str(path)).close()


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "boekhouding.duckdb"
    other = duckdb.connect(str(path))
    other.execute("CREATE TABLE rekening (bedrag INTEGER)")
    other.close()
    for opened in (open_for_reading, open_for_writing):
        with pytest.raises(OpslagNietBereikbaar, match="van een ander programma"):
            opened(str(path))
    other = duckdb.connect(str(path), read_only=True)
    assert other.execute("SHOW TABLES").fetchall() == [("rekening",)]
    other.close()


def test_an_address_is_no_file_and_makes_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for opened in (open_for_reading, open_for_writing):
        with pytest.raises(OpslagNietBereikbaar, match="is een bestand op deze computer"):
            opened("postgresql://ergens/monitor")
    assert list(tmp_path.iterdir()) == []
