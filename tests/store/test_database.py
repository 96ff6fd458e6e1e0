"""The store: cursors per read, one writer at a time, all or nothing, and errors in our own words."""

import threading
from datetime import datetime
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from monitor.errors import MonitorError, OpslagBezet, OpslagFout, OpslagNietBereikbaar, RegelGeschonden
from monitor.store.database import Database, Opslag, load_sql, translate_error
from monitor.store.migrate import migrate


@pytest.fixture
def telling() -> Database:
    """A store with one table that counts."""
    database = Database()
    with database.writing() as cursor:
        cursor.execute("CREATE TABLE telling (naam VARCHAR PRIMARY KEY, aantal INTEGER CHECK (aantal >= 0))")
        cursor.execute("INSERT INTO telling VALUES ('soep', 0)")
    return database


def available_cores() -> int:
    """What the engine takes by itself."""
    row = duckdb.connect().execute("SELECT current_setting('threads')").fetchone()
    assert row
    return int(row[0])


def count(database: Opslag) -> int:
    with database.reading() as cursor:
        row = cursor.row("SELECT aantal FROM telling WHERE naam = 'soep'")
    assert row
    return int(row[0])


def test_a_write_that_fails_leaves_nothing_behind(telling: Database) -> None:
    with pytest.raises(ZeroDivisionError), telling.writing() as cursor:
        cursor.execute("UPDATE telling SET aantal = 5")
        raise ZeroDivisionError
    assert count(telling) == 0


def test_a_signal_that_is_no_ordinary_exception_rolls_back_too(telling: Database) -> None:
    with pytest.raises(KeyboardInterrupt), telling.writing() as cursor:
        cursor.execute("UPDATE telling SET aantal = 5")
        raise KeyboardInterrupt
    assert count(telling) == 0


def test_only_a_committed_write_raises_the_version(telling: Database) -> None:
    before = telling.versie
    with pytest.raises(ZeroDivisionError), telling.writing():
        raise ZeroDivisionError
    assert telling.versie == before
    with telling.writing() as cursor:
        cursor.execute("UPDATE telling SET aantal = 1")
    assert telling.versie == before + 1


def test_a_quiet_write_is_kept_and_leaves_what_was_cached_good(telling: Database) -> None:
    before = telling.versie
    with telling.writing(quiet=True) as cursor:
        cursor.execute("UPDATE telling SET aantal = 1")
    assert (telling.versie, count(telling)) == (before, 1)


def test_the_engine_uses_one_core_and_all_of_them_for_heavy_work(telling: Database) -> None:
    def cores() -> int:
        with telling.reading() as cursor:
            row = cursor.row("SELECT current_setting('threads')")
        return int(row[0]) if row else 0

    assert cores() == 1
    with pytest.raises(OpslagFout), telling.all_cores():
        everything = cores()
        with telling.all_cores(), telling.writing():
            assert cores() == everything
        assert cores() == everything
        with telling.reading() as cursor:
            cursor.execute("SELECT wrong")
    assert cores() == 1
    assert everything == available_cores()


def test_many_threads_writing_the_same_row_lose_no_write(telling: Database) -> None:
    def add() -> None:
        for _ in range(20):
            with telling.writing() as cursor:
                cursor.execute("UPDATE telling SET aantal = aantal + 1")

    threads = [threading.Thread(target=add) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(telling) == 120


def test_threads_that_read_while_others_write_get_their_own_answers(telling: Database) -> None:
    wrong: list[object] = []

    def read(number: int) -> None:
        for _ in range(100):
            with telling.reading() as cursor:
                if cursor.rows("SELECT $n, naam FROM telling", {"n": number}) != [(number, "soep")]:
                    wrong.append(number)

    def write() -> None:
        for _ in range(50):
            with telling.writing() as cursor:
                cursor.execute("UPDATE telling SET aantal = aantal + 1")

    threads = [threading.Thread(target=read, args=(number,)) for number in range(5)] + [threading.Thread(target=write)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert count(telling) == 50


def test_a_refused_row_is_told_without_its_text(telling: Database) -> None:
    with pytest.raises(RegelGeschonden) as refused, telling.writing() as cursor:
        cursor.execute("INSERT INTO telling VALUES ('geheime naam', -1)")
    assert "geheime naam" not in str(refused.value)


def test_a_local_variable_is_never_taken_for_a_table(telling: Database) -> None:
    mijn_tabel = pa.table({"x": [1]})
    assert mijn_tabel.num_rows == 1
    with pytest.raises(OpslagFout), telling.reading() as cursor:
        cursor.rows("SELECT * FROM mijn_tabel")


def test_a_registered_table_is_gone_after_its_block(telling: Database) -> None:
    with telling.reading() as cursor:
        with cursor.table("even", pa.table({"x": [1, 2]})):
            assert cursor.rows("SELECT sum(x) FROM even") == [(3,)]
        with pytest.raises(duckdb.CatalogException):
            cursor.rows("SELECT * FROM even")


def test_a_file_that_is_no_store_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "foto.duckdb"
    path.write_bytes(b"\x89PNG not a store" * 100)
    with pytest.raises(OpslagNietBereikbaar, match=r"kan niet worden geopend"):
        Database(path)


def test_every_error_of_the_engine_becomes_one_of_ours() -> None:
    classes = {item for item in vars(duckdb).values() if isinstance(item, type) and issubclass(item, duckdb.Error)}
    assert len(classes) > 10
    for cls in classes:
        ours = translate_error(cls("geheime tekst"), "opslag")
        assert isinstance(ours, MonitorError)
        assert "geheime tekst" not in str(ours)


def test_a_file_in_use_names_the_process_that_holds_it() -> None:
    error = duckdb.IOException('Could not set lock on file "x": Conflicting lock is held in python (PID 4242).')
    ours = translate_error(error, "x")
    assert isinstance(ours, OpslagBezet)
    assert "4242" in str(ours)


def test_the_clock_is_the_one_that_was_given() -> None:
    moment = datetime(2026, 3, 1, 12, 0)
    assert Database(clock=lambda: moment).now() == moment


def test_a_missing_value_needs_a_reason_and_a_value_has_none() -> None:
    database = Database()
    migrate(database)
    with database.writing() as cursor:
        cursor.execute("INSERT INTO bron (code, naam, uitgever) VALUES ('b', 'b', 'b')")
        cursor.execute(
            "INSERT INTO inlezing (id, bron, bestand, sha256, ingelezen_op, ingelezen_door, reikwijdte)"
            " VALUES ('i', 'b', 'x', 'x', now()::TIMESTAMP, 'x', 'land')"
        )
        cursor.execute("INSERT INTO gebied VALUES ('WK000100', 'wijk')")
        cursor.execute("INSERT INTO indicator VALUES ('a', TRUE, now()::TIMESTAMP)")
    insert = (
        "INSERT INTO meting (gebied, indicator, periode, periode_start, waarde, ontbreekt_reden, status, inlezing)"
        " VALUES ('WK000100', 'a', '2020', DATE '2020-01-01', ?, ?, 'definitief', 'i')"
    )
    for waarde, reden in ((None, None), (0.0, "geheim"), (None, "vergeten")):
        with pytest.raises(RegelGeschonden), database.writing() as cursor:
            cursor.execute(insert, [waarde, reden])
    with database.writing() as cursor:
        cursor.execute(insert, [0.0, None])


@pytest.mark.parametrize("error", [RuntimeError("Query interrupted"), duckdb.InterruptException("Interrupted!")])
def test_ctrl_c_during_a_query_stops_the_program_and_is_no_bug(database: Database, error: Exception) -> None:
    with pytest.raises(KeyboardInterrupt), database.reading():
        raise error


def test_another_error_of_ours_stays_what_it_is(database: Database) -> None:
    with pytest.raises(RuntimeError, match="iets anders"), database.reading():
        raise RuntimeError("iets anders")


def test_rows_are_read_by_the_names_of_their_columns(telling: Database) -> None:
    with telling.reading() as cursor:
        assert cursor.records("SELECT aantal AS hoeveel, naam FROM telling") == [{"hoeveel": 0, "naam": "soep"}]
        assert cursor.records("SELECT naam FROM telling WHERE aantal > 0") == []


@pytest.mark.parametrize("name", ["meting_verschil", "inlezen_verschil", "indicator_metingen", "reeksen_bij"])
def test_what_two_questions_share_stands_in_both(name: str) -> None:
    shared = "meting_anders" if name.endswith("verschil") else "meting_getoond"
    assert load_sql(shared) in load_sql(name)
    assert "-- include" not in load_sql(name)


def test_what_is_read_in_a_snapshot_stays_as_it_was_and_is_asked_once(telling: Database) -> None:
    with telling.snapshot() as still:
        assert count(still) == 0
        with telling.writing() as cursor:
            cursor.execute("UPDATE telling SET aantal = 5")
            cursor.execute("INSERT INTO telling VALUES ('brood', 1)")
        asked = telling.query_count
        with still.snapshot() as same, same.reading() as cursor:
            assert cursor.rows("SELECT naam, aantal FROM telling") == [("soep", 0)]
            assert cursor.records("SELECT naam, aantal FROM telling") == [{"naam": "soep", "aantal": 0}]
            assert cursor.rows("SELECT naam, aantal FROM telling") == [("soep", 0)]
        assert count(still) == 0
        assert telling.query_count == asked + 2
    assert count(telling) == 5


def test_who_changes_what_a_snapshot_gave_changes_nothing_for_the_next(telling: Database) -> None:
    with telling.snapshot() as still, still.reading() as cursor:
        cursor.rows("SELECT naam FROM telling").clear()
        cursor.records("SELECT naam FROM telling")[0]["naam"] = "brood"
        assert cursor.rows("SELECT naam FROM telling") == [("soep",)]
        assert cursor.records("SELECT naam FROM telling") == [{"naam": "soep"}]


def test_the_clock_of_a_snapshot_stands_still(telling: Database) -> None:
    hours = iter(range(9, 12))
    telling.now = lambda: datetime(2026, 11, 20, next(hours))
    with telling.snapshot() as still:
        assert still.now() == still.now() == datetime(2026, 11, 20, 9)
    assert telling.now() == datetime(2026, 11, 20, 10)


def test_in_a_snapshot_nothing_can_be_written(telling: Database) -> None:
    with telling.snapshot() as still:
        assert not isinstance(still, Database)
        assert not hasattr(still, "writing")
        assert (still.path, still.versie, count(still)) == (telling.path, telling.versie, 0)
        with telling.writing() as cursor:
            cursor.execute("UPDATE telling SET aantal = 5")
        assert count(still) == 0
        assert still.versie == telling.versie - 1
    assert count(telling) == 5


def test_a_wrong_question_in_a_snapshot_is_told_in_our_own_words(telling: Database) -> None:
    with pytest.raises(OpslagFout), telling.snapshot() as still, still.reading() as cursor:
        cursor.rows("SELECT niets FROM telling")
    assert count(telling) == 0


def test_a_snapshot_leaves_the_store_as_much_memory_as_it_had(telling: Database) -> None:
    asked = "SELECT current_setting('memory_limit')"
    with telling.reading() as cursor:
        before = cursor.row(asked)
    for _ in range(3):
        with telling.snapshot() as still:
            count(still)
    with telling.reading() as cursor:
        assert cursor.row(asked) == before
