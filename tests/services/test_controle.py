"""`check`: what no key of the database holds is looked at, and told in a sentence."""

from monitor.services.controle import check_store
from monitor.store.database import Database


def test_an_empty_store_and_the_example_are_whole(database: Database, voorbeeld: Database) -> None:
    assert check_store(database) == ()
    assert check_store(voorbeeld) == ()


def test_a_meting_without_its_indicator_or_inlezing_is_told(database: Database) -> None:
    with database.writing() as cursor:
        cursor.execute("INSERT INTO gebied VALUES ('WK990101', 'wijk')")
        cursor.execute(
            "INSERT INTO meting (gebied, indicator, periode, periode_start, waarde, status, inlezing)"
            " VALUES ('WK990101', 'weg-indicator', '2024', DATE '2024-01-01', 1.0, 'definitief', 'weg-inlezing')"
        )
    told = "\n".join(check_store(database))
    assert "weg-indicator" in told
    assert "weg-inlezing" in told
