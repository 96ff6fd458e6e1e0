"""How often something may be tried, from one address and from all together."""

import threading
from datetime import datetime, timedelta

import pytest

from monitor.errors import NietToegestaan
from monitor.services.drempel import Drempel, DrempelSoort, Telling

NOW = datetime(2026, 11, 20, 9, 30)
MINUUT = timedelta(minutes=1)
CODE, VERTELLEN = DrempelSoort.VERKEERDE_CODE, DrempelSoort.VERTELLEN


@pytest.fixture
def telling() -> Telling:
    return Telling()


def test_five_wrong_codes_from_one_address_pass_and_the_sixth_waits(telling: Telling) -> None:
    for minute in range(5):
        telling.check(CODE, "192.0.2.1", NOW + minute * MINUUT)
    with pytest.raises(NietToegestaan, match=r"Dit ging te vaak achter elkaar\. Wacht 10 minuten\."):
        telling.check(CODE, "192.0.2.1", NOW + 5 * MINUUT)
    telling.check(CODE, "192.0.2.2", NOW + 5 * MINUUT)


def test_after_the_time_the_same_address_may_try_again(telling: Telling) -> None:
    for _ in range(5):
        telling.check(CODE, "192.0.2.1", NOW)
    telling.check(CODE, "192.0.2.1", NOW + 15 * MINUUT)


def test_a_refusal_does_not_make_the_waiting_longer(telling: Telling) -> None:
    for _ in range(5):
        telling.check(CODE, "192.0.2.1", NOW)
    for minute in range(1, 15):
        with pytest.raises(NietToegestaan):
            telling.check(CODE, "192.0.2.1", NOW + minute * MINUUT)
    telling.check(CODE, "192.0.2.1", NOW + 15 * MINUUT)


def test_guessing_from_many_addresses_does_not_shut_out_who_has_a_right_code(telling: Telling) -> None:
    for number in range(200):
        telling.check(CODE, f"192.0.2.{number}", NOW)
    telling.look(CODE, "198.51.100.1", NOW)


def test_looking_counts_nothing(telling: Telling) -> None:
    for _ in range(20):
        telling.look(CODE, "192.0.2.1", NOW)
    for _ in range(5):
        telling.count(CODE, "192.0.2.1", NOW)
    with pytest.raises(NietToegestaan):
        telling.look(CODE, "192.0.2.1", NOW)


def test_kinds_are_counted_apart(telling: Telling) -> None:
    for _ in range(10):
        telling.check(VERTELLEN, "192.0.2.1", NOW)
    telling.check(CODE, "192.0.2.1", NOW)
    with pytest.raises(NietToegestaan, match="60 minuten"):
        telling.check(VERTELLEN, "192.0.2.1", NOW)


def test_a_clock_that_was_set_back_shuts_nobody_out_for_long(telling: Telling) -> None:
    for _ in range(10):
        telling.check(VERTELLEN, "192.0.2.1", NOW + timedelta(days=1))
    telling.check(VERTELLEN, "192.0.2.1", NOW)


def test_memory_stays_small_however_many_addresses_come() -> None:
    telling = Telling({VERTELLEN: (Drempel(2, timedelta(hours=1)),)}, meeste_adressen=3)
    for number in range(10):
        telling.check(VERTELLEN, str(number), NOW)
    telling.check(VERTELLEN, "9", NOW)
    with pytest.raises(NietToegestaan):
        telling.check(VERTELLEN, "9", NOW)
    telling.check(VERTELLEN, "0", NOW)
    telling.check(VERTELLEN, "0", NOW)


def test_threads_together_get_no_more_than_the_limit() -> None:
    telling = Telling({VERTELLEN: (Drempel(50, timedelta(hours=1)),)})
    passed: list[int] = []

    def try_often() -> None:
        for _ in range(30):
            try:
                telling.check(VERTELLEN, "192.0.2.1", NOW)
            except NietToegestaan:
                continue
            passed.append(1)

    threads = [threading.Thread(target=try_often) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(passed) == 50
