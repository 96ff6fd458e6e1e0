"""The schema: numbered steps, each whole, and never an older program on a newer store."""

from pathlib import Path

import pytest

from monitor.errors import OpslagTeNieuw, OpslagVerouderd
from monitor.store.database import Database
from monitor.store.migrate import check_version, known_migraties, migrate, schema_version


def test_an_empty_store_gets_every_step_once() -> None:
    database = Database()
    assert schema_version(database) == 0
    assert migrate(database) == len(known_migraties())
    assert migrate(database) == 0


def test_the_steps_are_numbered_in_order_and_none_twice() -> None:
    nummers = [migratie.nummer for migratie in known_migraties()]
    assert nummers == sorted(set(nummers))
    assert nummers[0] == 1


def test_a_store_of_a_newer_program_is_refused() -> None:
    database = Database()
    migrate(database)
    with database.writing() as cursor:
        cursor.execute("INSERT INTO migratie VALUES (9999, 'later', now()::TIMESTAMP)")
    with pytest.raises(OpslagTeNieuw):
        migrate(database)
    with pytest.raises(OpslagTeNieuw):
        check_version(database)


def test_an_old_store_is_not_read_before_it_is_migrated() -> None:
    with pytest.raises(OpslagVerouderd):
        check_version(Database())


def test_a_store_survives_being_closed_and_opened(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    first = Database(path)
    migrate(first)
    first.close()
    second = Database(path)
    assert schema_version(second) == known_migraties()[-1].nummer
    second.close()
