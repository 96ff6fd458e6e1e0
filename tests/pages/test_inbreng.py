"""The page with the small forms through dashboard.py: an initiatief with what it began with, a plek, a signaal."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.ui import wie
from monitor.ui.texts import activiteiten, inbreng
from tests.pages.test_activiteiten import rows
from tests.pages.test_paginas import html_of, run

WIJK, ANDERE_WIJK = "WK990101", "WK990102"
NAAM, PLEK = inbreng.NAAM["initiatief"], inbreng.NAAM["plek"]
VRAAG, SIGNAAL, UIT = activiteiten.VRAAG_VRAAG, activiteiten.VRAAG_SIGNAAL, activiteiten.VRAAG_UIT
KOFFIE = "Koffie *in* de hal <b>"
BEGON = """
SELECT vraag, uit_initiatief
FROM aanleiding
JOIN initiatief AS i ON i.id = initiatief
WHERE i.naam LIKE 'Koffie *%'
"""


@pytest.fixture(autouse=True)
def _welzijnswerker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who may bring something in, in any wijk."""
    roles = (Roltoewijzing(GebruikerRol.WELZIJNSWERKER),)
    gebruiker = Gebruiker("proef:overal", "welzijnswerker", Aanmelding.PROEF, roles)
    monkeypatch.setattr(wie, "gebruiker", lambda: gebruiker)


def field(app: AppTest, label: str) -> Any:
    return next((it for it in (*app.text_input, *app.text_area, *app.selectbox) if it.label == label), None)


def fill(app: AppTest, given: dict[str, str]) -> None:
    for label, value in given.items():
        field(app, label).set_value(value)


def choose_wijk(app: AppTest, wijk: str) -> str:
    field(app, inbreng.WIJK).set_value(wijk).run()
    return html_of(app)


def send(app: AppTest) -> str:
    next(it for it in app.button if it.label == inbreng.BEWAAR).click().run()
    assert not app.exception
    return html_of(app)


def soepmiddag(app: AppTest) -> str:
    return str(rows(app, "SELECT id FROM initiatief WHERE naam LIKE 'Soepmiddag%'")[0][0])


def test_what_an_initiatief_began_with_is_asked_when_the_wijk_is_known_and_shows_on_the_sheet(app: AppTest) -> None:
    assert inbreng.BEGIN_KIES_WIJK in html_of(run(app, "initiatieven"))
    assert field(app, UIT) is None
    assert 'dir="auto">Soepmiddag in de fietsenkelder' in choose_wijk(app, WIJK)
    soep = soepmiddag(app)
    fill(app, {inbreng.THEMA: "ontmoeten", NAAM: KOFFIE, VRAAG: "Kan ik ergens binnenlopen?", UIT: soep})
    assert inbreng.BEWAARD in send(app)
    assert rows(app, BEGON) == [("Kan ik ergens binnenlopen?", soep)]
    sheet = html_of(run(app, "activiteiten", wijk=WIJK))
    assert "Met een vraag van één bewoner: “Kan ik ergens binnenlopen?”" in sheet
    assert "Koffie *in* de hal &lt;b&gt;" in sheet


def test_what_was_refused_stays_when_another_wijk_is_chosen_and_a_choice_of_the_first_is_not_sent(app: AppTest) -> None:
    run(app, "initiatieven")
    choose_wijk(app, WIJK)
    fill(app, {inbreng.THEMA: "ontmoeten", VRAAG: "Kan ik ergens binnenlopen?", UIT: soepmiddag(app)})
    assert inbreng.BEWAARD not in send(app)
    assert "Soepmiddag in de fietsenkelder" not in choose_wijk(app, ANDERE_WIJK)
    assert (field(app, VRAAG).value, field(app, UIT).value) == ("Kan ik ergens binnenlopen?", None)
    fill(app, {NAAM: KOFFIE})
    assert inbreng.BEWAARD in send(app)
    assert rows(app, BEGON) == [("Kan ik ergens binnenlopen?", None)]


def test_a_refusal_keeps_what_was_typed_and_shows_what_leads_to_a_person_in_the_vraag(app: AppTest) -> None:
    run(app, "initiatieven", wijk=WIJK)
    fill(app, {VRAAG: "Bel 06-12345678 als u mee wilt eten."})
    send(app)
    told = " ".join(it.value for it in app.error) + html_of(app)
    for words in ("Kies een thema.", "Geef het een naam.", "de vraag waar het mee begon"):
        assert words in told
    assert "<mark" in told
    assert field(app, VRAAG).value == "Bel 06-12345678 als u mee wilt eten."


def test_a_plek_and_a_signaal_are_asked_no_beginning_and_a_signaal_can_be_chosen_afterwards(app: AppTest) -> None:
    run(app, "initiatieven", wijk=WIJK, soort="plek")
    assert field(app, VRAAG) is None
    fill(app, {inbreng.THEMA: "ontmoeten", PLEK: "De bank", inbreng.SOORT: "bank"})
    assert inbreng.BEWAARD in send(app)
    app.radio[0].set_value("signaal").run()
    assert field(app, VRAAG) is None
    fill(app, {inbreng.THEMA: "ontmoeten", inbreng.TEKST: "Na zes uur is het plein donker."})
    assert inbreng.BEWAARD in send(app)
    app.radio[0].set_value("initiatief").run()
    html = html_of(app)
    assert "Signaal 1, november 2026" in html
    assert field(app, SIGNAAL).options[0] == "Signaal 1, november 2026"


def test_a_bezoeker_reads_who_brings_something_in(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wie, "gebruiker", lambda: BEZOEKER)
    run(app, "initiatieven")
    assert field(app, inbreng.WIJK) is None
    assert not any(it.label == inbreng.BEWAAR for it in app.button)
