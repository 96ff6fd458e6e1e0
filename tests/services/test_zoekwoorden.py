"""Words become terms: lemmas, parts of compounds, no stop words; and the words of a text are marked the same way."""

import threading

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from monitor.services.zoekwoorden import (
    DEEL,
    HEEL,
    fold,
    is_stopwoord,
    keyed_terms,
    merk,
    question_terms,
    term_key,
    terms_of,
)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("huis", "huizen"),
        ("kind", "kinderen"),
        ("gezin", "gezinnen"),
        ("schuld", "schulden"),
        ("eenzaam", "eenzame"),
        ("lopen", "liep"),
        ("zorgen", "zorgt"),
        ("zorg", "Zorgen"),
        ("cafe", "café"),
        ("foto", "foto’s"),
        ("Ĳsbaan", "ijsbaan"),
        ("koffieochtend", "koffieochtenden"),
        ("koffieochtend", "koffie-ochtend"),
        ("wijkteam", "wijkteams"),
    ],
)
def test_a_word_finds_its_other_forms(asked: str, told: str) -> None:
    assert question_terms(asked) & terms_of(told).keys()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("zorg", "mantelzorger"),
        ("mantel", "mantelzorger"),
        ("zorg", "mantelzorgers"),
        ("zorg", "jeugdzorg"),
        ("jeugd", "jeugdzorg"),
        ("buurt", "buurthuis"),
        ("huis", "buurthuizen"),
        ("gezin", "gezinshulp"),
        ("kind", "kinderopvang"),
        ("ouderen", "ouderenzorg"),
        ("bewoners", "bewonersgroep"),
        ("hulp", "schuldhulpverlening"),
        ("schulden", "schuldhulpverlening"),
        ("spelen", "speelplaats"),
        ("ochtend", "koffie-ochtend"),
        ("les", "taalles"),
        ("vrijwilliger", "vrijwilligerswerk"),
    ],
)
def test_a_word_finds_compounds_that_it_is_a_part_of(asked: str, told: str) -> None:
    assert question_terms(asked) & terms_of(told).keys()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("zin", "gezin"),
        ("vrij", "vrijwilliger"),
        ("haal", "verhaal"),
        ("beeld", "voorbeeld"),
        ("dag", "donderdag"),
        ("rijk", "belangrijk"),
        ("thuis", "buurthuis"),
        ("eren", "jongeren"),
        ("mantelzorger", "zorg"),
        ("luis", "luisteren"),
    ],
)
def test_a_word_does_not_find_what_only_looks_like_it(asked: str, told: str) -> None:
    assert not question_terms(asked) & terms_of(told).keys()


def test_a_part_counts_for_less_than_the_word() -> None:
    assert terms_of("jeugdzorg")["jeugdzorg"] == HEEL
    assert terms_of("jeugdzorg")["zorg"] == DEEL


def test_a_word_that_stands_everywhere_is_no_term_but_alone_and_together_are() -> None:
    assert is_stopwoord("Het")
    assert terms_of("het") == {}
    assert question_terms("een") == frozenset()
    for woord in ("alleen", "samen", "niet", "nooit", "geen"):
        assert question_terms(woord)


def test_the_words_that_were_asked_for_are_marked_where_they_stand() -> None:
    tekst = "Mijn zus is mantelzorger. Zij zorgt, en de jeugdzorg kijkt mee."
    marked = [tekst[begin:eind] for begin, eind in merk(tekst, question_terms("zorg"))]
    assert marked == ["mantelzorger", "jeugdzorg"]
    assert merk(tekst, frozenset()) == ()


def test_a_term_has_the_same_number_everywhere() -> None:
    assert term_key("zorg") == -1856501681081072304
    assert dict(keyed_terms("jeugdzorg"))[term_key("zorg")] == DEEL


def test_many_threads_may_ask_for_words_at_once() -> None:
    answers: list[frozenset[str]] = []
    threads = [threading.Thread(target=lambda: answers.append(question_terms("schulden"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [frozenset({"schuld"})] * 8


@given(st.text(max_size=80))
def test_any_word_has_terms_or_none_and_asking_is_a_part_of_telling(woord: str) -> None:
    assert question_terms(woord) <= terms_of(woord).keys()
    assert all(-(2**63) <= term_key(term) < 2**63 for term in terms_of(woord))


@example("\U0001d400")
@given(st.text())
def test_folding_twice_is_folding_once(woord: str) -> None:
    assert fold(fold(woord)) == fold(woord)
