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
from monitor.domain.wijkplan import AanvraagOordeel, Opsteller, PlanregelSoort, PlanregelStand, PlanSectie, PlanStand
from monitor.services import wijkplannen, woorden
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


def clear(store: Path) -> None:
    """End the plan of the example, so that another can begin."""
    database, who = shared_database(str(store)), proefrol("proef:begeleider").gebruiker
    now = wijkplannen.planbeeld(database, who, WIJK).lopend
    assert now is not None
    wijkplannen.end(database, who, WIJK, now.id, PlanStand.AFGEROND)


def make_plan(store: Path) -> str:
    """A plan with words in every part of it."""
    clear(store)
    database, who, here = shared_database(str(store)), proefrol("proef:begeleider").gebruiker, WIJK
    plan = wijkplannen.add_plan(database, who, here, "Samen <i>eten</i>", "Eten op zondag", token="plan")
    makers = PlanVersieInvoer(Opsteller.MAKERS, DAG, ((PlanSectie.AMBITIE, AMBITIE, ""),), ((StemRol.BEWONER, 8),))
    college = PlanVersieInvoer(Opsteller.COLLEGE, DAG, ((PlanSectie.AMBITIE, "Wat minder.", "Er is weinig geld."),))
    wijkplannen.add_versie(database, who, here, plan, makers, token="makers")
    beleid = proefrol("proef:beleidsmedewerker").gebruiker
    wijkplannen.add_versie(database, beleid, here, plan, college, token="college")
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
    assert not {texts.BEWAAR_MAKERS, texts.BEWAAR_COLLEGE} & {it.label for it in app.button}


def test_who_leads_begins_a_plan_and_a_refusal_keeps_what_was_typed(
    voorbeeld_store: Path, app: AppTest, als: Als
) -> None:
    clear(voorbeeld_store)
    als("begeleider")
    page(app, WIJK)
    html = press(app, texts.BEGIN)
    assert "Geef het plan een naam." in html
    field(app.text_input, texts.NAAM).set_value("Samen eten")
    html = press(app, texts.BEGIN)
    assert texts.BEGONNEN in html
    field(app.text_input, texts.VERSIE_DAG).set_value("1-3-2025")
    ambitie = woorden.PLAN_SECTIE[PlanSectie.AMBITIE]
    field(app.text_area, ambitie).set_value("Elkaar kennen")
    html = press(app, texts.BEWAAR_MAKERS)
    assert "Vul in hoeveel mensen het plan maakten." in html
    assert field(app.text_area, ambitie).value == "Elkaar kennen"
    field(app.text_input, texts.MAKERS_AANTAL.format(rol="Bewoners")).set_value("8")
    html = press(app, texts.BEWAAR_MAKERS)
    assert texts.BEWAARD in html and "Elkaar kennen" in html
    # What they wrote stands in the form again, to go on from.
    assert field(app.text_area, ambitie).value == "Elkaar kennen"


def test_the_college_writes_under_what_the_makers_wrote_and_says_why(
    voorbeeld_store: Path, app: AppTest, als: Als
) -> None:
    clear(voorbeeld_store)
    database, who = shared_database(str(voorbeeld_store)), proefrol("proef:begeleider").gebruiker
    plan = wijkplannen.add_plan(database, who, WIJK, "Samen eten", token="plan")
    als("beleidsmedewerker")
    html = html_of(page(app, WIJK))
    assert texts.COLLEGE_WACHT in html and texts.BEWAAR_COLLEGE not in {it.label for it in app.button}
    makers = PlanVersieInvoer(Opsteller.MAKERS, DAG, ((PlanSectie.AMBITIE, AMBITIE, ""),), ((StemRol.BEWONER, 8),))
    wijkplannen.add_versie(database, who, WIJK, plan, makers, token="makers")
    html = html_of(page(app, WIJK))
    assert texts.BEWAAR_MAKERS not in {it.label for it in app.button}
    assert texts.MAKERS_SCHREVEN in html
    name = woorden.PLAN_SECTIE[PlanSectie.AMBITIE]
    box = field(app.text_area, texts.COLLEGE_DEEL.format(deel=name))
    assert box.value == AMBITIE
    box.set_value("Wat minder.")
    assert "Schrijf op waarom." in press(app, texts.BEWAAR_COLLEGE)
    field(app.text_area, texts.DEEL_WAAROM.format(deel=name)).set_value("Er is weinig geld.")
    html = press(app, texts.BEWAAR_COLLEGE)
    assert texts.BEWAARD in html and "Er is weinig geld." in html


def test_what_leads_to_a_person_is_marked_and_replaced_also_in_what_stood_there_already(
    voorbeeld_store: Path, app: AppTest, als: Als
) -> None:
    make_plan(voorbeeld_store)
    als("begeleider")
    page(app, WIJK)
    ambitie = woorden.PLAN_SECTIE[PlanSectie.AMBITIE]
    assert field(app.text_area, ambitie).value == AMBITIE
    field(app.text_area, ambitie).set_value("Karin van Dalen kookt.")
    field(app.text_input, texts.MAKERS_AANTAL.format(rol="Bewoners")).set_value("8")
    html = press(app, texts.BEWAAR_MAKERS)
    assert "naar een persoon" in html and 'class="vondst direct"' in html
    next(it for it in app.button if "-vondst-" in (it.key or "")).click().run()
    assert not app.exception
    assert "Karin" not in field(app.text_area, ambitie).value
    assert field(app.text_input, texts.MAKERS_AANTAL.format(rol="Bewoners")).value == "8"
    html = press(app, texts.BEWAAR_MAKERS)
    assert texts.BEWAARD in html and "Karin" not in html


def test_older_versions_and_plans_can_be_read(voorbeeld_store: Path, app: AppTest, als: Als) -> None:
    html = html_of(page(app, WIJK))
    assert texts.EERDERE_VERSIES in html
    older = texts.VERSIE.format(dag="22 januari 2026", van="de makers")
    assert f"<summary>{older}</summary>" in html
    assert "Wie nieuw is of weinig Nederlands spreekt, hoort er ook bij." in html
    assert texts.EERDER in html and "Licht en schone hallen" in html


def test_more_than_one_thing_can_be_chosen_on_which_a_plan_rests(voorbeeld_store: Path, app: AppTest, als: Als) -> None:
    clear(voorbeeld_store)
    database, who = shared_database(str(voorbeeld_store)), proefrol("proef:begeleider").gebruiker
    plan = wijkplannen.add_plan(database, who, WIJK, "Samen eten", token="plan")
    als("begeleider")
    html = html_of(page(app, WIJK))
    for kind in texts.BRON_SOORTEN.values():
        assert f"<h4>{kind}</h4>" in html
    box = field(app.multiselect, texts.WELKE_BRON)
    kinds = [next(it for it in box.options if f"({kind})" in it) for kind in texts.BRON_SOORT.values()]
    for option in kinds:
        box.select(option.split(" ")[0])
    html = press(app, texts.BEWAAR_BRON)
    now = wijkplannen.planbeeld(database, who, WIJK).plan(plan)
    assert now is not None and {it.soort.value for it in now.bronnen} == set(texts.BRON_SOORT)
    # What the plan rests on already is not offered again.
    assert len(field(app.multiselect, texts.WELKE_BRON).options) == len(box.options) - 4
    field(app.selectbox, texts.BRON_ERAF_WELKE).select_index(0)
    assert texts.BRON_IS_ERAF in press(app, texts.BEWAAR_BRON_ERAF)
    now = wijkplannen.planbeeld(database, who, WIJK).plan(plan)
    assert now is not None and len(now.bronnen) == 3


def test_the_folder_is_offered_as_soon_as_the_makers_wrote(voorbeeld_store: Path, app: AppTest, als: Als) -> None:
    page(app, WIJK)
    assert [it.label for it in app.get("download_button")] == [texts.FOLDER_PDF]
    clear(voorbeeld_store)
    database, who = shared_database(str(voorbeeld_store)), proefrol("proef:begeleider").gebruiker
    wijkplannen.add_plan(database, who, WIJK, "Samen eten", token="plan")
    page(app, WIJK)
    assert not app.get("download_button")


def test_words_are_taken_away_on_the_page(voorbeeld_store: Path, app: AppTest, als: Als) -> None:
    make_plan(voorbeeld_store)
    als("begeleider")
    page(app, WIJK)
    box = field(app.selectbox, texts.WEGHALEN_WAT)
    box.select_index(box.options.index(texts.WOORDEN_PLAN))
    html = press(app, texts.BEWAAR_WEG)
    assert texts.WEGGEHAALD in html and texts.ZONDER_NAAM in html and "eten&lt;" not in html
