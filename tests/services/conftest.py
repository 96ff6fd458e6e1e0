"""What tests of services share: a small store with two wijken and an indicator of residents."""

from collections.abc import Callable

import pytest

from monitor.services.indicatoren import add_indicatoren, ensure_bron
from monitor.services.themas import ensure_themas
from monitor.store.database import Database
from tests.services.builders import ANDERE_WIJK, WIJK, make_indicator


@pytest.fixture
def wijkstore(database: Database) -> Database:
    """A store with two wijken, the themas, a bron and one indicator of residents."""
    with database.writing() as cursor:
        ensure_themas(cursor)
        cursor.execute(
            "INSERT INTO gebied VALUES ('GM9901', 'gemeente'), (?, 'wijk'), (?, 'wijk')", [WIJK, ANDERE_WIJK]
        )
    ensure_bron(database, "eigen", "Eigen cijfers", "Bewoners", "Zelf geteld", door="test")
    add_indicatoren(database, [make_indicator()], door="test")
    return database


@pytest.fixture
def count(database: Database) -> Callable[[str], int]:
    """How many rows a table has."""

    def counted(table: str) -> int:
        with database.reading() as cursor:
            row = cursor.row(f"SELECT count(*) FROM {table}")  # noqa: S608
        assert row is not None
        return int(row[0])

    return counted
