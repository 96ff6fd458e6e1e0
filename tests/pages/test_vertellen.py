"""Telling and inviting through dashboard.py: open or shut, what each person is asked, and no words in Markdown."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.domain.gebruiker import Gebruiker, opdracht_gebruiker
from monitor.domain.proef import proefrol
from monitor.domain.vertelcode import new_code
from monitor.errors import Probleem
from monitor.services import uitnodigingen
from monitor.services.drempel import telling
from monitor.services.instellingen import NAMEN, Instellingen, bewaar
from monitor.services.uitnodigingen import NieuweUitnodiging
from monitor.store.opslag import shared_database
from monitor.ui import startscherm, vertelscherm, wie
from monitor.ui.texts import menu
from monitor.ui.texts import vertellen as texts
from tests.pages.test_paginas import html_of, run

VELDEN: dict[str, Any] = {
    "tekst": "Er staat nu een bank. Jan de Boer zit er ook.",
    "titel": "De bank",
    "gevoel": "goed",
    "gebied": "WK990101",
    "perspectief": ["bewoner"],
    "gebruik": ["openbaar"],
    "tot": "twee_jaar",
    "klopt": "ja",
}


def form_of(app: AppTest) -> Mapping[str, Any]:
    """What the form on the device was given."""
    (component,) = app.get("bidi_component")
    given: Mapping[str, Any] = json.loads(component.proto.json or component.proto.mixed.json)
    return given


def questions(app: AppTest) -> list[str]:
    return [veld["naam"] for stap in form_of(app)["stappen"] for veld in stap["velden"]]


def look_as(monkeypatch: pytest.MonkeyPatch, naam: str) -> Gebruiker:
    gebruiker = proefrol(f"proef:{naam}").gebruiker
    monkeypatch.setattr(wie, "gebruiker", lambda: gebruiker)
    return gebruiker


def test_a_resident_is_asked_the_eight_questions_in_three_steps(app: AppTest) -> None:
    run(app, "verhaal_vertellen")
    assert not app.exception
    stappen = form_of(app)["stappen"]
    assert [[veld["naam"] for veld in stap["velden"]] for stap in stappen] == [
        ["tekst", "waarom", "wens"],
        [
            "titel",
            "citaat",
            "gevoel",
            "gebied",
            "perspectief",
            "leeftijdsgroep",
            "ouder_akkoord",
            "kind_akkoord",
            "thema",
        ],
        ["gebruik", "tot", "tot_dag", "klopt"],
    ]
    html = html_of(app)
    assert texts.HULP in html
    assert texts.LEES_ZELF in html


def test_who_writes_down_for_another_reads_the_promises_aloud_and_is_asked_more(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_as(monkeypatch, "welzijnswerker-1")
    run(app, "verhaal_vertellen")
    assert texts.LEES_VOOR in html_of(app)
    assert {
        "hoe",
        "code",
        "verteld_op",
        "hulp",
        "taal",
        "met_tolk",
        "namens",
        "groep_aantal",
        "toestemming_door",
    } <= set(questions(app))
    (gebied,) = (veld for stap in form_of(app)["stappen"] for veld in stap["velden"] if veld["naam"] == "gebied")
    assert [code for groep in gebied["groepen"] for code, _ in groep["opties"]] == ["WK990101"]
    assert texts.PAPIER in html_of(app)


def test_the_form_is_shut_and_names_what_beheer_must_fill_in(app: AppTest, voorbeeld_store: Path) -> None:
    database = shared_database(str(voorbeeld_store))
    with database.writing() as cursor:
        cursor.execute("DELETE FROM instelling")
    run(app, "verhaal_vertellen")
    html = html_of(app)
    assert texts.DICHT_KOP in html
    assert NAMEN["functionaris"] in html
    assert len(app.get("bidi_component")) == 0
    bewaar(database, opdracht_gebruiker("test"), Instellingen(verantwoordelijke="De gemeente"))
    assert f"<li>{NAMEN['verantwoordelijke']}</li>" in html
    assert f"<li>{NAMEN['verantwoordelijke']}</li>" not in html_of(app.run())


def test_the_wijk_of_the_address_is_chosen_already(app: AppTest) -> None:
    run(app, "verhaal_vertellen", wijk="WK990102")
    fields = {veld["naam"]: veld for stap in form_of(app)["stappen"] for veld in stap["velden"]}
    assert fields["gebied"]["begin"] == "WK990102"


def test_the_form_on_the_device_gets_no_text_of_people(app: AppTest) -> None:
    run(app, "verhaal_vertellen")
    assert form_of(app)["antwoord"] is None
    shown: list[Any] = [*app.markdown, *app.title, *app.header, *app.caption]
    assert shown == []


# What the form asks of us


def test_looking_through_tells_where_somebody_can_be_recognised_and_keeps_nothing(voorbeeld_store: Path) -> None:
    database = shared_database(str(voorbeeld_store))
    before = database.versie
    vraag = {"soort": "nakijken", "velden": VELDEN, "nummer": 1}
    answer = vertelscherm.answer(database, proefrol("bezoeker").gebruiker, vraag)
    assert answer["problemen"] == []
    (mark,) = answer["vondsten"]["tekst"]
    assert VELDEN["tekst"][mark["begin"] : mark["eind"]] == "Jan de Boer"
    assert mark["direct"]
    assert "Boer" not in json.dumps(answer)
    assert database.versie == before


def test_looking_through_waits_with_the_step_that_is_on_the_screen(voorbeeld_store: Path) -> None:
    vraag = {"soort": "nakijken", "velden": {}, "nummer": 1}
    answer = vertelscherm.answer(shared_database(str(voorbeeld_store)), proefrol("bezoeker").gebruiker, vraag)
    assert {it["veld"] for it in answer["problemen"]} == {"tekst", "titel", "gevoel", "gebied", "perspectief"}


def test_what_took_the_place_of_a_name_is_not_marked_again(voorbeeld_store: Path) -> None:
    vraag = {"soort": "nakijken", "velden": {**VELDEN, "tekst": "[mijn buurvrouw] zit er ook."}, "nummer": 1}
    answer = vertelscherm.answer(shared_database(str(voorbeeld_store)), proefrol("bezoeker").gebruiker, vraag)
    assert answer["vondsten"]["tekst"] == []


def test_what_is_wrong_comes_back_with_the_marks_that_were_there(app: AppTest, voorbeeld_store: Path) -> None:
    telling.clear()
    run(app, "verhaal_vertellen")
    vraag = {"soort": "verstuur", "velden": {**VELDEN, "gebruik": []}, "token": "t", "code": new_code(), "nummer": 1}
    answer = vertelscherm.answer(shared_database(str(voorbeeld_store)), proefrol("bezoeker").gebruiker, vraag)
    assert [it["veld"] for it in answer["problemen"]] == ["gebruik"]
    assert answer["vondsten"]["tekst"]


@pytest.mark.parametrize("vraag", [None, "tekst", 5, [], {}, {"velden": "tekst"}, {"velden": []}])
def test_whatever_a_crafted_session_sends_breaks_nothing(vraag: Any) -> None:
    assert vertelscherm.readable(vraag) is None


def test_a_problem_stands_at_the_field_that_the_form_has() -> None:
    assert vertelscherm.told([Probleem("Nog niet geweest.", "datum"), Probleem("Alles.")]) == [
        {"veld": "verteld_op", "melding": "Nog niet geweest."},
        {"veld": "", "melding": "Alles."},
    ]


# Inviting


def test_a_welzijnswerker_makes_a_link_that_is_shown_once(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    gebruiker = look_as(monkeypatch, "welzijnswerker-1")
    run(app, "uitnodigen")
    app.text_input[0].set_value("student *van* <b>de</b> hogeschool")
    app.button[0].click().run()
    html = html_of(app)
    assert not app.exception
    assert re.search(r"#uitnodiging=[A-Za-z0-9_-]{32}", html)
    assert "student *van* &lt;b&gt;de&lt;/b&gt; hogeschool" in html
    assert "data:image/svg+xml" in html
    made = uitnodigingen.lijst(shared_database(_store()), gebruiker)
    app.button[0].click().run()
    assert len(uitnodigingen.lijst(shared_database(_store()), gebruiker)) == len(made)


def test_a_bezoeker_reads_that_she_cannot_invite(app: AppTest) -> None:
    assert texts.UITNODIGEN_MAG_NIET in html_of(run(app, "uitnodigen"))


def test_an_invitation_can_be_ended(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    gebruiker = look_as(monkeypatch, "welzijnswerker-1")
    run(app, "uitnodigen")
    made = uitnodigingen.maak(shared_database(_store()), gebruiker, NieuweUitnodiging("WK990101", "student"))
    app.run()
    app.selectbox(key="uitnodigen-intrekken").set_value(made.uitnodiging.id)
    app.button[1].click().run()
    assert not app.exception
    assert "ingetrokken" in html_of(app)


# The start page


def test_the_start_page_shows_who_works_here_what_she_may_do() -> None:
    assert menu.NALEZEN not in startscherm.ways_on(proefrol("proef:raadslid").gebruiker)
    werker = startscherm.ways_on(proefrol("proef:welzijnswerker-1").gebruiker)
    assert 'href="koppelen"' in werker
    assert 'href="beheer"' not in werker


def _store() -> str:
    from monitor import settings

    return settings.from_environment().store
