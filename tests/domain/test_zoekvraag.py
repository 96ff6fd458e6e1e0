"""How a question and a text fall apart in words."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.zoekvraag import (
    WOORDEN_MAXIMUM,
    Zoekvraag,
    Zoekwoorden,
    near_spellings,
    read_zoekwoorden,
    words_at,
    words_of,
)


def test_hyphens_and_apostrophes_inside_a_word_belong_to_it() -> None:
    assert words_of("De koffie-ochtend, foto's en zo'n buurt-kat.") == [
        "De",
        "koffie-ochtend",
        "foto's",
        "en",
        "zo'n",
        "buurt-kat",
    ]


def test_a_minus_right_before_a_word_leaves_it_out() -> None:
    assert read_zoekwoorden("soep -buren") == Zoekwoorden(("soep",), ("buren",))
    assert read_zoekwoorden("-buren") == Zoekwoorden((), ("buren",))


def test_any_other_minus_is_just_a_sign() -> None:
    assert read_zoekwoorden("soep - buren").niet == ()
    assert read_zoekwoorden("soep--buren").niet == ()
    assert read_zoekwoorden("2024-2025") == Zoekwoorden(("2024-2025",))


def test_the_same_word_twice_is_one_word() -> None:
    assert read_zoekwoorden("soep soep").wel == ("soep",)


def test_of_a_long_question_the_first_words_count() -> None:
    assert len(read_zoekwoorden(" ".join(f"woord{number}" for number in range(500))).wel) == WOORDEN_MAXIMUM


@given(st.text())
def test_any_text_falls_apart_in_words_that_stand_where_they_are_said_to(tekst: str) -> None:
    assert all(tekst[begin:eind] == woord for begin, eind, woord in words_at(tekst))
    assert {*read_zoekwoorden(tekst).wel} <= {*words_of(tekst)}


def test_a_near_spelling_is_one_mistake_away() -> None:
    near = near_spellings("zorgg")
    assert {"zorg", "zorga", "zogrg", "zorgag"} <= near
    assert "zorgg" not in near
    assert "zo" not in near


def test_of_very_short_and_very_long_words_no_near_spelling_is_sought() -> None:
    assert near_spellings("abc") == frozenset()
    assert near_spellings("a" * 60) == frozenset()
    assert near_spellings("12345") == frozenset()


def test_two_ends_of_a_period_are_one_filter() -> None:
    assert Zoekvraag().filters == 0
    assert Zoekvraag(van=date(2025, 1, 1), tot=date(2025, 4, 1)).filters == 1
    assert Zoekvraag(wijk="WK990101", thema="wonen").filters == 2
