"""The schema: numbered steps, each whole, and never an older program on a newer store."""

from pathlib import Path

import pytest

from monitor.errors import OpslagTeNieuw, OpslagVerouderd, RegelGeschonden
from monitor.store import migrate as migraties
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


def test_the_lines_of_a_momentopname_of_before_are_still_there(monkeypatch: pytest.MonkeyPatch) -> None:
    database, every = Database(), known_migraties()
    monkeypatch.setattr(migraties, "known_migraties", lambda: tuple(it for it in every if it.nummer < 20))
    migrate(database)
    line = ("r", "m", "meting", "buren", "WK990101", "2024", 61.5, 2, "hash")
    with database.writing() as cursor:
        cursor.execute("INSERT INTO gebied VALUES ('GM9901', 'gemeente')")
        cursor.execute("INSERT INTO raadsstuk VALUES ('s', 'GM9901', 'wijkbeeld', 'anna', now()::TIMESTAMP)")
        cursor.execute("INSERT INTO momentopname VALUES ('m', 's', 1, 'hash', 'anna', now()::TIMESTAMP)")
        cursor.execute(f"INSERT INTO momentopname_regel VALUES {line}")  # noqa: S608
    monkeypatch.setattr(migraties, "known_migraties", lambda: every)
    assert migrate(database) == len([it for it in every if it.nummer >= 20])
    with database.writing() as cursor:
        assert cursor.rows("SELECT * FROM momentopname_regel") == [line]
        cursor.execute(
            "INSERT INTO momentopname_regel (id, momentopname, soort, ref, hash) VALUES ('k', 'm', 'kop', 'titel', 'h')"
        )
    for wrong in ("'m', 'weet-niet'", "'weet-niet', 'kop'"):
        sql = f"INSERT INTO momentopname_regel (id, momentopname, soort, ref, hash) VALUES ('w', {wrong}, 'x', 'h')"  # noqa: S608
        with pytest.raises(RegelGeschonden), database.writing() as cursor:
            cursor.execute(sql)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("raadsstuk_kop", "('{id}', 's', {nummer}, 'Titel', NULL, NULL, NULL, NULL, 'anna', {op}, NULL)"),
        ("raadsstuk_keuze", "('{id}', 's', {nummer}, 'deel', 'x', NULL, TRUE, 'anna', {op})"),
        (
            "raadsstuk_onderdeel_stand",
            "('{id}', 'o', {nummer}, 1, TRUE, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
            " 'anna', {op})",
        ),
        (
            "raadsstuk_tekst",
            "('{id}', 's', 'd', NULL, 'tekst', {nummer}, 'Woorden.', 0, FALSE, FALSE, NULL, 'anna', {op}, NULL)",
        ),
        (
            "raadsstuk_tekst",
            "('{id}', 's', 'd', 'o', 'tekst', {nummer}, 'Woorden.', 0, FALSE, FALSE, NULL, 'anna', {op}, NULL)",
        ),
        ("momentopname", "('{id}', 's', {nummer}, 'hash', 'anna', {op})"),
    ],
)
def test_of_what_is_appended_to_a_stuk_no_number_is_there_twice(table: str, row: str) -> None:
    database = Database()
    migrate(database)

    def add(id_: str, nummer: int) -> None:
        with database.writing() as cursor:
            values = row.format(id=id_, nummer=nummer, op="now()::TIMESTAMP")
            cursor.execute(f"INSERT INTO {table} VALUES {values}")  # noqa: S608

    with database.writing() as cursor:
        cursor.execute("INSERT INTO gebied VALUES ('GM9901', 'gemeente')")
        cursor.execute("INSERT INTO raadsstuk VALUES ('s', 'GM9901', 'wijkbeeld', 'anna', now()::TIMESTAMP)")
        cursor.execute("INSERT INTO raadsstuk_onderdeel VALUES ('o', 's', 'argument', FALSE, 'anna', now()::TIMESTAMP)")
    add("een", 1)
    with pytest.raises(RegelGeschonden):
        add("nog-een", 1)
    add("twee", 2)
    if table == "raadsstuk_tekst":
        # A field of an onderdeel and one of the deel itself count apart.
        swapped = row.replace("'o'", "NULL") if "'o'" in row else row.replace("NULL, 'tekst'", "'o', 'tekst'")
        with database.writing() as cursor:
            values = swapped.format(id="elders", nummer=1, op="now()::TIMESTAMP")
            cursor.execute(f"INSERT INTO {table} VALUES {values}")  # noqa: S608
            cursor.execute(f"UPDATE {table} SET tekst = NULL, weggehaald_op = op")  # noqa: S608
