"""The lists of names: what is in them, and what is an ordinary word first."""

import pytest

from monitor.sources.namenlijsten import NAMEN, either, fold, is_nederlands, load_namenlijsten


@pytest.mark.parametrize(
    ("text", "folded"), [("Ömer", "omer"), ("Yıldız", "yildiz"), ("JAN", "jan"), ("ﬁets", "fiets")]
)
def test_accents_and_capitals_make_no_difference(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("naam", ["fatima", "mohammed", "krystyna", "omer", "tesfay", "sjaak", "oleksandr"])
def test_first_names_of_every_origin_are_known(naam: str) -> None:
    lijsten = load_namenlijsten()
    assert naam in lijsten.voornamen
    assert not lijsten.is_gewoon(naam)


@pytest.mark.parametrize("word", ["roos", "storm", "wil", "bas", "mark", "hoop", "linde", "mei", "tafel"])
def test_an_ordinary_word_stays_one_although_somebody_may_be_called_so(word: str) -> None:
    assert load_namenlijsten().is_gewoon(word)


def test_streets_of_which_the_ending_says_it_all_are_not_kept() -> None:
    straten = load_namenlijsten().straten
    assert "spui" in straten
    assert not any(straat.endswith(("straat", "laan")) for straat in straten)


def test_the_dictionary_knows_words_and_not_names() -> None:
    assert is_nederlands("voedselbank")
    assert not is_nederlands("fatima")


def test_a_choice_in_a_pattern_starts_with_the_longest() -> None:
    assert either({"a", "a.b", "ab"}) == r"a\.b|ab|a"


def test_own_lists_are_folded_already_and_name_no_word_twice() -> None:
    for path in NAMEN.glob("*.txt"):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        words = lines if path.stem.endswith("samen") else " ".join(lines).split()
        assert words == [fold(word) for word in words], path.name
        assert len(words) == len(set(words)), (path.name, sorted({word for word in words if words.count(word) > 1}))
