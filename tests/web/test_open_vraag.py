"""What an address may ask of the open figures, also by somebody who means no good."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.web.open_vraag import LIMIT, LIMIT_MAXIMUM, OFFSET_MAXIMUM, TABELVRAGEN

GEBIEDEN, INDICATOREN, METINGEN = TABELVRAGEN


def test_who_asks_nothing_gets_the_first_rows() -> None:
    asked, problems = METINGEN.read("")
    assert not problems
    assert asked == {"gebied": (), "indicator": (), "limit": LIMIT, "offset": 0, "format": "json"}


def test_a_gebied_and_an_indicator_may_be_asked_more_than_once() -> None:
    asked, problems = METINGEN.read("gebied=WK990101&gebied=GM9901&indicator=a&indicator=b")
    assert not problems
    assert asked["gebied"] == ("WK990101", "GM9901")
    assert asked["indicator"] == ("a", "b")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("limit=0", "heel getal zijn van 1 tot en met 1000"),
        ("limit=1001", "heel getal"),
        ("limit=99999999999999999999999999999999", "heel getal"),
        ("limit=-1", "heel getal"),
        ("limit=1e3", "heel getal"),
        ("limit=%D9%A3", "heel getal"),  # a 3 in Arabic
        ("limit=", "heel getal"),
        ("limit=10&limit=20", "één keer"),
        ("offset=1.5", "heel getal"),
        (f"offset={OFFSET_MAXIMUM + 1}", "heel getal"),
        ("format=xml", "json of csv"),
        ("format=JSON", "json of csv"),
        ("gebied=WK99", "zoals WK036203"),
        ("gebied=wk990101", "zoals WK036203"),
        ("gebied=' OR 1=1 --", "zoals WK036203"),
        ("gebied=WK990101%0A", "zoals WK036203"),
        ("indicator=", "mag niet leeg zijn"),
        ("indicator=" + "a" * 101, "hoogstens 100 tekens"),
        ("indicator=a%0D%0Ab", "op één regel"),
        ("gebeid=WK990101", "“gebeid” kennen wij hier niet"),
        ("&".join(["gebied=WK990101"] * 51), "hoogstens 50 keer"),
        ("&".join(["x=1"] * 5_000), "te veel tegelijk"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(query: str, said: str) -> None:
    _, problems = METINGEN.read(query)
    assert len(problems) == 1
    assert said in problems[0]
    assert problems[0].endswith(".")


def test_everything_that_is_wrong_is_told_at_once() -> None:
    _, problems = METINGEN.read("gebied=x&limit=0&offset=-1&format=xml&wijk=1&indicator=")
    assert len(problems) == 6


def test_a_name_that_nobody_knows_is_not_repeated_at_length() -> None:
    _, problems = METINGEN.read("a" * 10_000 + "=1")
    assert len(problems[0]) < 200


@given(st.text(max_size=300))
def test_no_address_is_too_strange(query: str) -> None:
    for vraag in TABELVRAGEN:
        asked, problems = vraag.read(query)
        assert problems or 1 <= asked["limit"] <= LIMIT_MAXIMUM
