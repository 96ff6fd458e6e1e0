"""Words of a citaat in a text: how they are written makes no difference, and leaving some out neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.citaat import OVERGETYPT_RIJ, Woordrijen, bare_words, overgetypt

LANG = "Wij eten elke dinsdag samen soep in de hal, en niemand vraagt ons waarom."


@pytest.mark.parametrize(
    ("tekst", "citaat", "typed"),
    [
        ("Niet een brief, zij zelf.", "niet een brief; zij zelf", True),
        ("Een brief, zij zelf.", "Niet een brief, zij zelf.", False),
        ("Samen eten we soep.", "eten we soep", False),
        ("", "Niet een brief, zij zelf.", False),
        ("Niet een brief, zij zelfs.", "Niet een brief, zij zelf.", False),
        ("Niet een br\u00adief, zij z\u2060el\u200bf.", "Niet een brief, zij zelf.", True),
        ("Niet e\u0301e\u0301n brief, zij zelf.", "Niet één brief, zij zelf.", True),
        ("NIET EEN BRIEF - zij_zelf", "Niet een brief, zij zelf.", True),
        (LANG.replace("waarom", "iets"), LANG, True),
        (LANG.split(" ", 3)[3], LANG, True),
        (" ".join(LANG.split()[:OVERGETYPT_RIJ]), LANG, True),
        (" ".join(LANG.split()[: OVERGETYPT_RIJ - 1]), LANG, False),
        ("In de hal eten wij soep, en dat doen wij elke dinsdag samen met de buren.", LANG, False),
    ],
)
def test_words_count_and_not_how_they_are_written(tekst: str, citaat: str, typed: bool) -> None:
    assert overgetypt(tekst, [citaat]) is typed


def test_a_citaat_of_few_words_may_stand_there_by_chance() -> None:
    words = Woordrijen("Jongeren zeggen: er is niets te doen.")
    assert words.holds("Er is niets te doen.")
    assert not words.holds("Er is niets te doen.", minstens=6)


@given(st.text(), st.lists(st.sampled_from(LANG.split()), max_size=12).map(" ".join))
def test_a_citaat_of_enough_words_is_found_in_whatever_it_stands(around: str, said: str) -> None:
    held = overgetypt(f"{around} {said} {around}", [said])
    assert held is (len(bare_words(said)) >= 4)
    assert not overgetypt(around, [])
