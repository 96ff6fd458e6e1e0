"""The page Wijkplan: everybody reads it, who may writes it, and every word of people is shown as words."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.domain.gebruiker import BEZOEKER, Gebruiker
from monitor.domain.indicator import StemRol
from monitor.domain.proef import proefrol
from monitor.domain.wijkplan import AanvraagOordeel, Opsteller, PlanregelSoort, PlanregelStand, PlanSectie
from monitor.services import wijkplannen
from monitor.services.wijkplannen import PlanAanvraagInvoer, PlanregelInvoer, PlanVersieInvoer, TerugblikInvoer
from monitor.store.opslag import shared_database
from monitor.ui import wie
from monitor.ui.texts import wijkplan as texts
from tests.pages.test_paginas import headings, html_of

Als = Callable[[str], None]
DAG = date(2025, 3, 1)
WIJK = "WK990101"
AMBITIE = "Elkaar <b>kennen</b> **echt**"


@pytest.fixture
def als(monkeypatch: pytest.MonkeyPatch) -> Als:
    """Look as somebody of Kijk als; nobody by default."""
    chosen: dict[str, Gebruiker] = {"wie": BEZOEKER}
    monkeypatch.setattr(wie, "gebruiker", lambda: chosen["wie"])

    def look(naam: str) -> None:
        chosen["wie"] = proefrol(f"proef:{naam}").gebruiker

    return look


def make_plan(store: Path) -> str:
    """A plan with words in every part of it."""
    database, who, here = shared_database(str(store)), proefrol("proef:begeleider").gebruiker, WIJK
    plan = wijkplannen.add_plan(database, who, here, "Samen <i>eten</i>", "Eten op zondag", token="plan")
    makers = PlanVersieInvoer(Opsteller.MAKERS, DAG, ((PlanSectie.AMBITIE, AMBITIE, ""),), ((StemRol.BEWONER, 8),))
    college = PlanVersieInvoer(Opsteller.COLLEGE, DAG, ((PlanSectie.AMBITIE, "Wat minder.", "Er is weinig geld."),))
    for versie in (makers, college):
        wijkplannen.add_versie(database, who, here, plan, versie, token=str(versie.opsteller))
    mijlpaal = PlanregelInvoer(PlanregelSoort.MIJLPAAL, "De keuken is open.", dag=date(2026, 6, 1))
    regel = wijkplannen.add_regel(database, who, here, plan, mijlpaal, token="regel")
    geld = PlanregelInvoer(PlanregelSoort.GELD, "Potten en pannen", "bewonersgroep", bedrag=Decimal(250))
    wijkplannen.add_regel(database, who, here, plan, geld, token="geld")
    blik = TerugblikInvoer(PlanregelStand.MISLUKT, DAG, "De <u>sleutel</u> was weg.", ((StemRol.BEWONER, 5),))
    wijkplannen.look_back(database, who, here, plan, regel, blik, token="blik")
    wijkplannen.add_afwijking(database, who, here, plan, StemRol.BEWONER, "Te weinig durf.", token="anders")
    aanvraag = wijkplannen.add_aanvraag(database, who, here, plan, PlanAanvraagInvoer("Een koor"), token="aanvraag")
    wijkplannen.judge(
        database, who, here, plan, aanvraag, AanvraagOordeel.TOCH_DOEN, "Bewoners vragen erom.", token="oordeel"
    )
    return plan


def page(app: AppTest, wijk_: str) -> AppTest:
    app.run()
    if wijk_:
        app.query_params["wijk"] = wijk_
    return app.switch_page("pages/wijkplan.py").run()


def field(widgets: Any, label: str) -> Any:
    return next(it for it in widgets if it.label == label)


def press(app: AppTest, label: str) -> str:
    field(app.button, label).click().run()
    assert not app.exception
    return html_of(app)


def test_without_a_wijk_it_asks_which(app: AppTest, als: Als) -> None:
    html = html_of(page(app, ""))
    assert headings(html, 1) == [texts.TITEL]
    assert f'href="wijkplan?wijk={WIJK}"' in html


@pytest.mark.parametrize("code", ["WK999999", "niets", "<b>", "GM9901"])
def test_an_unknown_wijk_gets_a_sentence(app: AppTest, als: Als, code: str) -> None:
    assert not page(app, code).exception
    assert not app.button


def test_everybody_reads_the_plan_and_every_word_is_shown_as_words(
    voorbeeld_store: Path, app: AppTest, als: Als
) -> None:
    make_plan(voorbeeld_store)
    html = html_of(page(app, WIJK))
    for said in (
        "Samen &lt;i&gt;eten&lt;/i&gt;",
        "Elkaar &lt;b&gt;kennen&lt;/b&gt; **echt**",
        "Er is weinig geld.",
        "De &lt;u&gt;sleutel&lt;/u&gt; was weg.",
        "mislukt",
        "€ 250",
        "Te weinig durf.",
        "past niet, toch doen, want ",
        "Bewoners vragen erom.",
        "8 bewoners",
    ):
        assert said in html, said
    assert texts.MAG_NIET in html
    assert texts.BEWAAR_VERSIE not in {it.label for it in app.button}


def test_who_leads_begins_a_plan_and_a_refusal_keeps_what_was_typed(
    voorbeeld_store: Path, app: AppTest, als: Als
) -> None:
    als("begeleider")
    page(app, WIJK)
    html = press(app, texts.BEGIN)
    assert "Geef het plan een naam." in html
    field(app.text_input, texts.NAAM).set_value("Samen eten")
    html = press(app, texts.BEGIN)
    assert texts.BEGONNEN in html
    field(app.text_input, texts.VERSIE_DAG).set_value("1-3-2025")
    box = field(app.selectbox, texts.VAN_WIE)
    box.select_index(0)
    ambitie = next(it for it in app.text_area if it.label == "Wat we willen bereiken")
    ambitie.set_value("Elkaar kennen")
    html = press(app, texts.BEWAAR_VERSIE)
    assert "Vul in hoeveel mensen het plan maakten." in html
    assert next(it for it in app.text_area if it.label == "Wat we willen bereiken").value == "Elkaar kennen"
    field(app.text_input, texts.MAKERS_AANTAL.format(rol="Bewoners")).set_value("8")
    html = press(app, texts.BEWAAR_VERSIE)
    assert texts.BEWAARD in html and "Elkaar kennen" in html


def test_words_are_taken_away_on_the_page(voorbeeld_store: Path, app: AppTest, als: Als) -> None:
    make_plan(voorbeeld_store)
    als("begeleider")
    page(app, WIJK)
    box = field(app.selectbox, texts.WEGHALEN_WAT)
    box.select_index(box.options.index(texts.WOORDEN_PLAN))
    html = press(app, texts.BEWAAR_WEG)
    assert texts.WEGGEHAALD in html and texts.ZONDER_NAAM in html and "eten&lt;" not in html
