"""What pages keep: one reading for a crowd, nothing older than the store, and no failure kept."""

import threading
import time
from datetime import date

import pytest

from monitor.store.database import Database
from monitor.ui.queries import Kept, Stand

DAY = date(2026, 11, 20)


@pytest.fixture
def stand() -> Stand:
    return Database(), 1, DAY


def test_a_crowd_that_asks_at_once_costs_one_reading(stand: Stand) -> None:
    asked: list[str] = []

    def slow(_stand: Stand, code: str) -> str:
        asked.append(code)
        time.sleep(0.1)
        return code.lower()

    answers = Kept(slow, 4)
    given: list[str] = []
    threads = [threading.Thread(target=lambda: given.append(answers(stand, "WK"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert given == ["wk"] * 8
    assert asked == ["WK"]


def test_after_a_write_nothing_older_is_kept(stand: Stand) -> None:
    database, versie, day = stand
    answers = Kept(lambda it, code: f"{code} {it[1]}", 4)
    assert answers(stand, "a") == "a 1"
    assert answers((database, versie + 1, day), "b") == "b 2"
    assert len(answers._answers) == 1


def test_a_new_day_asks_again(stand: Stand) -> None:
    database, versie, _ = stand
    answers = Kept(lambda it, _code: it[2], 4)
    assert answers(stand, "a") == DAY
    assert answers((database, versie, date(2026, 11, 21)), "a") == date(2026, 11, 21)


def test_a_failure_is_told_and_not_kept(stand: Stand) -> None:
    turns = iter([ValueError("stuk"), None])

    def once(_stand: Stand, code: str) -> str:
        error = next(turns)
        if error:
            raise error
        return code

    answers = Kept(once, 4)
    with pytest.raises(ValueError, match="stuk"):
        answers(stand, "a")
    assert answers(stand, "a") == "a"


def test_only_the_last_so_many_answers_are_kept(stand: Stand) -> None:
    answers = Kept(lambda _stand, code: code, 2)
    for code in "abc":
        answers(stand, code)
    assert len(answers._answers) == 2
