"""The pages Verhalen and Wat is er al?, through dashboard.py on the example."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from monitor.domain.gebruiker import BEZOEKER, Gebruiker
from monitor.domain.proef import proefrol
from monitor.store.opslag import shared_database
from monitor.ui import texts as huis
from monitor.ui import wie
from monitor.ui.texts import inbreng, verhalen
from tests.pages.test_paginas import headings, html_of, run

WIJK = "WK990101"
Act = Callable[[Gebruiker], None]


@pytest.fixture
def act(monkeypatch: pytest.MonkeyPatch) -> Act:
    """Let the pages think that somebody looks."""
    return lambda gebruiker: monkeypatch.setattr(wie, "gebruiker", lambda: gebruiker)


def titles(app: AppTest) -> list[str]:
    return headings(html_of(app), 3)


def rows(app: AppTest, sql: str) -> list[tuple[object, ...]]:
    assert app
    from monitor import settings

    with shared_database(settings.from_environment().store).reading() as cursor:
        return cursor.rows(sql)


# Verhalen


def test_the_page_lists_the_newest_first_and_says_so_with_how_many_say_something_else(app: AppTest) -> None:
    html = html_of(run(app, "verhalen"))
    assert not app.exception
    assert verhalen.VOLGORDE_NIEUW in html
    assert re.search(r"\d+ verhalen die openbaar mogen; \d+ daarvan vertellen iets anders dan een cijfer", html)
    assert len(titles(app)) == 20
    assert "voelt moeilijk" in html
    assert verhalen.ONGEHOORD in html


def test_the_cards_of_a_page_are_one_element(app: AppTest) -> None:
    run(app, "verhalen")
    assert sum("<article>" in element.proto.body for element in app.get("html")) == 1


def test_the_second_page_shows_other_verhalen_and_leads_back(app: AppTest) -> None:
    first = titles(run(app, "verhalen"))
    second = titles(run(app, "verhalen", bladzijde="2"))
    assert second
    assert not set(first) & set(second)
    assert f'rel="prev">{verhalen.VORIGE}' in html_of(app)


@pytest.mark.parametrize("number", ["999", "0", "-1", "tekst", "9" * 30])
def test_a_page_that_is_not_there_leads_to_the_first(app: AppTest, number: str) -> None:
    html = html_of(run(app, "verhalen", bladzijde=number))
    assert not app.exception
    assert titles(app) or verhalen.NAAR_EERSTE in html


def test_words_are_found_marked_and_told_how_they_are_ordered(app: AppTest) -> None:
    html = html_of(run(app, "verhalen", q="soep"))
    assert verhalen.VOLGORDE_WOORDEN in html
    assert "<mark>soepmiddag</mark>" in html


def test_one_verhaal_is_counted_in_a_sentence_for_one(app: AppTest) -> None:
    html = html_of(run(app, "verhalen", q="enveloppen"))
    assert len(titles(app)) == 1
    assert "1 verhaal dat openbaar mag" in html


def test_what_is_chosen_in_the_form_comes_into_the_address(app: AppTest) -> None:
    run(app, "verhalen")
    app.text_input[0].set_value("soep")
    next(box for box in app.selectbox if box.label == verhalen.FILTER_WIJK).set_value(WIJK)
    app.button[0].click().run()
    assert {name: app.query_params[name] for name in app.query_params} == {"q": "soep", "wijk": WIJK}
    assert titles(app)
    assert app.text_input[0].value == "soep"


def test_nothing_found_says_what_to_try_and_leads_back_to_all(app: AppTest) -> None:
    html = html_of(run(app, "verhalen", q="xyzzyplugh"))
    assert verhalen.GEEN_GEVONDEN in html
    assert verhalen.PROBEER in html
    assert verhalen.WISSEN in html


@pytest.mark.parametrize("tekst", ["<script>alert(1)</script>", "'; DROP TABLE verhaal; --", "%", "é" * 300, "*_`#"])
def test_whatever_is_typed_is_only_searched_for(app: AppTest, tekst: str) -> None:
    html = html_of(run(app, "verhalen", q=tekst, thema=tekst, wijk=tekst, gevoel=tekst, gemeente=tekst))
    assert not app.exception
    assert "<script" not in html


def test_one_verhaal_stands_apart_in_full_with_what_was_done_with_it(app: AppTest) -> None:
    (asked,) = rows(run(app), "SELECT min(verhaal) FROM terugkoppeling WHERE waar LIKE 'Gesprek%'")
    html = html_of(run(app, "verhalen", verhaal=str(asked[0])))
    assert verhalen.GEDAAN in html
    assert huis.LEES_VERDER not in html
    assert verhalen.OVER_U in html


def test_an_unknown_verhaal_gets_a_sentence_that_does_not_tell_whether_it_exists(app: AppTest) -> None:
    html = html_of(run(app, "verhalen", verhaal="geen"))
    assert "Dit verhaal is er niet, of u mag het niet lezen." in html


def test_who_says_that_a_verhaal_is_about_her_hides_it_at_once(app: AppTest) -> None:
    run(app, "verhalen")
    found = re.search(r"verhaal=([0-9a-f-]+)#over-u", html_of(app))
    assert found
    run(app, "verhalen", verhaal=found[1])
    app.text_area[0].set_value("Dat ben ik.")
    app.button[-1].click().run()
    assert verhalen.GEMELD in html_of(app)
    assert found[1] not in html_of(run(app, "verhalen", verhaal=""))


def test_the_wijk_page_leads_to_all_its_verhalen(app: AppTest) -> None:
    assert f"verhalen?wijk={WIJK}" in html_of(run(app, "wijk", wijk=WIJK))


# Wat is er al?


def fill(app: AppTest, **given: str) -> None:
    for box in app.selectbox:
        if box.label == inbreng.THEMA:
            box.set_value("ontmoeten")
    for element in (*app.text_input, *app.text_area):
        for label, value in given.items():
            if element.label == label:
                element.set_value(value)


def test_a_bezoeker_reads_who_brings_in_something(app: AppTest, act: Act) -> None:
    act(BEZOEKER)
    html = html_of(run(app, "initiatieven"))
    assert inbreng.MAG_NIET in html
    assert not app.text_input


def test_a_bewoner_brings_in_an_initiatief_that_then_stands_with_the_wijk(app: AppTest, act: Act) -> None:
    act(proefrol("proef:bewoner").gebruiker)
    run(app, "initiatieven")
    fill(app, **{inbreng.NAAM["initiatief"]: "Samen *sjoelen* <b>", inbreng.VOOR_WIE: "wie wil"})
    app.button[0].click().run()
    assert inbreng.BEWAARD in html_of(app)
    assert "Samen *sjoelen* &lt;b&gt;" in html_of(run(app, "wijk", wijk=WIJK))


def test_what_leads_to_a_person_is_shown_and_replaced_before_it_is_kept(app: AppTest, act: Act) -> None:
    act(proefrol("proef:bewoner").gebruiker)
    run(app, "initiatieven")
    fill(app, **{inbreng.NAAM["initiatief"]: "Sjoelen", inbreng.BESCHRIJVING: "Bel 06-12345678."})
    app.button[0].click().run()
    assert 'role="alert"' in html_of(app)
    assert rows(app, "SELECT count(*) FROM initiatief WHERE naam = 'Sjoelen'") == [(0,)]
    next(button for button in app.button if "telefoonnummer" in button.label).click().run()
    assert inbreng.NU_BEWAREN in html_of(app)
    app.button[0].click().run()
    assert rows(app, "SELECT beschrijving FROM initiatief WHERE naam = 'Sjoelen'") == [("Bel [telefoonnummer].",)]
    assert "06-12345678" not in repr(app.session_state)


def test_a_signaal_is_read_by_a_begeleider_of_the_wijk_and_not_by_a_raadslid(app: AppTest, act: Act) -> None:
    act(proefrol("proef:welzijnswerker-1").gebruiker)
    run(app, "initiatieven")
    app.radio[0].set_value("signaal").run()
    fill(app, **{inbreng.TEKST: "Het plein is na zes uur donker."})
    app.button[0].click().run()
    assert "Het plein is na zes uur donker." in html_of(app)
    act(proefrol("proef:begeleider").gebruiker)
    assert "Het plein is na zes uur donker." in html_of(run(app, "initiatieven"))
    act(proefrol("proef:raadslid").gebruiker)
    assert "Het plein is na zes uur donker." not in html_of(run(app, "initiatieven"))
