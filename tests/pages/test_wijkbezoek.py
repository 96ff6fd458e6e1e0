"""The page Samen de straat op through dashboard.py: plan, go, write down; what was typed stays; nothing is obeyed."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.domain.indicator import StemRol
from monitor.domain.proef import proefrol
from monitor.services import straat
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.straat import Bezoekverslag, NieuwBezoek
from monitor.store.opslag import shared_database
from monitor.ui.texts import kiezen
from monitor.ui.texts import straat as texts
from monitor.ui.texts import wijkgesprek as gesprek
from tests.pages.test_paginas import headings, html_of, run
from tests.pages.test_wijkgesprek import EVIL, WIJK, Als, als, field, press, values

__all__ = ["als"]
RAADSLID = proefrol("proef:raadslid").gebruiker


def pick(app: AppTest, label: str, value: Any, fold: str) -> None:
    found = [it for it in app.selectbox if it.label == label and f"straat-{fold}-" in it.key]
    found[0].set_value(value)


@pytest.mark.parametrize("wie_", ["bezoeker", "raadslid", "bewoner", "welzijnswerker-3", "begeleider", "beheerder"])
def test_the_page_stands_for_everybody_without_an_error(app: AppTest, als: Als, wie_: str) -> None:
    als(wie_)
    html = html_of(run(app, "wijkbezoek", wijk=WIJK))
    assert not app.exception
    assert headings(html, 1) == [texts.TITEL]
    assert headings(html, 2)[:3] == [texts.LEERDEN, texts.GEPLAND, texts.VERTELLEN]
    assert "Het plein bij de fietsenkelder" in html
    assert (texts.MAG_NIET in html) is (wie_ in ("bezoeker", "welzijnswerker-3", "beheerder"))


def test_without_a_wijk_the_page_asks_which(app: AppTest) -> None:
    assert f"wijkbezoek?wijk={WIJK}" in html_of(run(app, "wijkbezoek"))
    assert 'role="alert"' in html_of(run(app, "wijkbezoek", wijk="WK999999"))


def test_a_raadslid_plans_and_writes_down_and_what_was_typed_stays(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    als("raadslid")
    run(app, "wijkbezoek", wijk=WIJK)
    field(app.text_input, texts.WAAR_HEEN).set_value("De winkels")
    field(app.text_input, texts.WANNEER).set_value("morgen")
    assert "21-11-2026" in press(app, texts.PLAN)
    assert field(app.text_input, texts.WAAR_HEEN).value == "De winkels"
    field(app.text_input, texts.WANNEER).set_value("12-11-2026")
    assert texts.GEPLAND_GEZEGD in press(app, texts.PLAN)
    (made,) = values(voorbeeld_store, "SELECT id FROM wijkbezoek WHERE waar = 'De winkels'")[0]
    assert texts.NOG_NIET_OPGESCHREVEN in html_of(app)
    assert kiezen.EERST_KIEZEN.format(wat=texts.EEN_BEZOEK) in press(app, texts.BEWAAR)
    pick(app, texts.WELK, made, "verslag")
    field(app.text_input, texts.WANNEER_WAS).set_value("12-11-2026")
    field(app.text_input, gesprek.ROLLEN[StemRol.RAADSLID]).set_value("2")
    field(app.text_area, texts.GEZIEN).set_value("De stoep is open en mensen lopen om.")
    html = press(app, texts.BEWAAR)
    assert texts.BEWAARD in html
    assert "De stoep is open en mensen lopen om." in html
    assert "Er gingen 2 raadsleden mee." in html


def test_which_verhaal_was_told_stands_there_only_for_who_learns_together_and_goes_when_taken_back(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    verhaal, titel = values(
        voorbeeld_store,
        "SELECT verhaal, arg_max(titel, versie) FROM verhaal_versie"
        " WHERE verhaal IN (SELECT verhaal FROM wijkbezoek_verhaal) GROUP BY verhaal",
    )[0]
    for wie_, seen in (("bezoeker", False), ("raadslid", False), ("begeleider", True), ("bewoner", True)):
        als(wie_)
        html = html_of(run(app, "wijkbezoek", wijk=WIJK))
        assert (f"{texts.VERTELD}" in html) is seen
        assert (titel in html) is seen
    withdraw_verhaal(shared_database(str(voorbeeld_store)), verhaal, "test")
    for wie_, seen in (("bewoner", True), ("raadslid", False), ("bezoeker", False)):
        als(wie_)
        html = html_of(run(app, "wijkbezoek", wijk=WIJK))
        assert titel not in html
        assert (texts.VERBORGEN[0] in html) is seen


def test_what_leads_to_a_person_is_marked_and_replaced_and_nothing_that_was_typed_is_lost(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    als("raadslid")
    run(app, "wijkbezoek", wijk=WIJK)
    field(app.text_input, texts.WAAR_HEEN).set_value("De winkels")
    field(app.text_input, texts.WANNEER).set_value("12-11-2026")
    field(app.text_area, texts.WAT_WETEN).set_value("Wat vindt Karin van Dalen van de stoep?")
    html = press(app, texts.PLAN)
    assert "In wat u wilt weten staat iets dat naar een persoon leidt." in html
    assert '<mark class="vondst direct">Karin van Dalen' in html
    assert values(voorbeeld_store, "SELECT id FROM wijkbezoek WHERE waar = 'De winkels'") == []
    (replace,) = [it for it in app.button if "vondst-vraag" in it.key]
    replace.click().run()
    assert "Karin" not in field(app.text_area, texts.WAT_WETEN).value
    assert field(app.text_input, texts.WAAR_HEEN).value == "De winkels"
    assert gesprek.NU_BEWAREN in html_of(app)
    assert texts.GEPLAND_GEZEGD in press(app, texts.PLAN)
    assert len(values(voorbeeld_store, "SELECT id FROM wijkbezoek WHERE waar = 'De winkels'")) == 1


@pytest.mark.parametrize("wie_", ["begeleider", "bewoner"])
def test_a_verhaal_that_stood_there_by_mistake_is_taken_off_again(
    app: AppTest, als: Als, voorbeeld_store: Path, wie_: str
) -> None:
    als(wie_)
    run(app, "wijkbezoek", wijk=WIJK)
    assert kiezen.EERST_KIEZEN.format(wat=texts.EEN_VERHAAL) in press(app, texts.HAAL_ERAF)
    box = next(it for it in app.selectbox if "straat-verhaal-eraf" in it.key)
    assert all(it.startswith("Verhaal ") and it.endswith(", bij bezoek 1") for it in box.options)
    box.select_index(0)
    assert texts.ERAF in press(app, texts.HAAL_ERAF)
    assert texts.VERTELD not in html_of(app)
    assert values(voorbeeld_store, "SELECT * FROM wijkbezoek_verhaal") == []
    assert values(voorbeeld_store, "SELECT wat FROM logboek WHERE wat = 'verhaal eraf'") == [("verhaal eraf",)]


@pytest.mark.parametrize("wie_", ["bezoeker", "raadslid"])
def test_who_does_not_learn_together_here_is_offered_no_verhaal(app: AppTest, als: Als, wie_: str) -> None:
    als(wie_)
    run(app, "wijkbezoek", wijk=WIJK)
    labels = {it.label for it in app.button}
    assert not labels & {texts.ZET_ERBIJ, texts.HAAL_ERAF, texts.HAAL_WEG}


def test_words_go_only_when_somebody_is_sure(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    als("begeleider")
    run(app, "wijkbezoek", wijk=WIJK)
    (bezoek,) = values(voorbeeld_store, "SELECT id FROM wijkbezoek WHERE waar LIKE 'Het plein%'")[0]
    pick(app, texts.WELK, bezoek, "weghalen")
    assert texts.WEG_NIET_ZEKER in press(app, texts.HAAL_WEG)
    assert "Het plein bij de fietsenkelder" in html_of(app)
    field(app.checkbox, texts.WEG_ZEKER).check()
    html = press(app, texts.HAAL_WEG)
    assert texts.WEGGEHAALD in html
    assert "Het plein bij de fietsenkelder" not in html


def test_what_people_wrote_is_never_obeyed(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    who = (shared_database(str(voorbeeld_store)), RAADSLID, WIJK)
    bezoek = straat.plan_bezoek(*who, NieuwBezoek(date(2026, 11, 3), waar=EVIL, vraag=EVIL), token="evil")
    straat.record_bezoek(*who, bezoek, Bezoekverslag(date(2026, 11, 3), EVIL, ((StemRol.RAADSLID, 1),)), token="v")
    als("begeleider")
    html = html_of(run(app, "wijkbezoek", wijk=WIJK))
    assert not app.exception
    assert "<script>" not in html
    assert "**vet**" in html
    options = [option for it in app.selectbox for option in it.options]
    assert not any("vet" in text for text in options)
