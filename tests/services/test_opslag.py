"""One store per process, opened when it is first needed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.errors import OpslagFout
from monitor.services import opslag
from monitor.store.database import Database
from monitor.store.migrate import known_migraties, migrate, schema_version


@pytest.fixture(autouse=True)
def nothing_open() -> Iterator[None]:
    opslag.close_database()
    yield
    opslag.close_database()


def test_the_first_call_opens_and_migrates_and_the_second_gives_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MONITOR_STORE", str(tmp_path / "wijken.duckdb"))
    database = opslag.open_database()
    assert schema_version(database) == known_migraties()[-1].nummer
    assert opslag.open_database() is database


def test_a_store_out_of_reach_is_tried_again_at_the_next_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONITOR_STORE", str(tmp_path / "er-niet" / "wijken.duckdb"))
    with pytest.raises(OpslagFout):
        opslag.open_database()
    (tmp_path / "er-niet").mkdir()
    assert opslag.open_database().path.endswith("wijken.duckdb")


def test_a_store_that_was_opened_elsewhere_is_used() -> None:
    database = Database()
    migrate(database)
    opslag.use_database(database)
    assert opslag.open_database() is database
