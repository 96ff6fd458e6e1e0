"""The page Wat in de weg zit through dashboard.py: what stands there, for everybody, and that nothing is obeyed."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from monitor.domain.leren import BronSoort, LeerpuntBron, Niveau, SessieUitkomst
from monitor.domain.proef import proefrol
from monitor.domain.raad import BeslispuntSoort, BesluitWeg
from monitor.services import leerpunten, wijkgesprek
from monitor.services.leerpunten import NieuweStand, NieuwLeerpunt
from monitor.services.wijkplannen import add_plan
from monitor.store.opslag import shared_database
from monitor.ui.texts import bottleneck as texts
from tests.pages.test_paginas import headings, html_of, run
from tests.pages.test_wijkgesprek import BEGELEIDER, EVIL, WIJK, Als, als, field, held, press, values

__all__ = ["als"]
BELEID = proefrol("proef:beleidsmedewerker").gebruiker


def test_what_was_learned_comes_first_and_then_what_is_open_by_who_must_go_on(app: AppTest) -> None:
    html = html_of(run(app, "in_de_weg"))
    assert not app.exception
    assert headings(html, 1) == [texts.TITEL]
    second = headings(html, 2)
    assert second == [texts.LEERDEN, texts.OPEN, texts.KLAAR, texts.RAAD, texts.GEREGELD, texts.MEENEMEN]
    assert "De Hoge Linden" in html
    assert f'<dt>{texts.VAN_WIE}</dt><dd dir="auto">Gemeente, sinds 18 juni 2026</dd>' in html
    assert "Na de proef is er geen geld meer." in html
    assert "Een paar vrouwen bleven voor het raam staan" not in html


def test_a_raadslid_reads_at_first_sight_whose_since_when_what_was_tried_and_what_is_arranged(app: AppTest) -> None:
    html = html_of(run(app, "in_de_weg"))
    short = html[html.index('<ul class="kort">') : html.index(texts.OPEN_UITLEG)]
    for line in (
        "3 punten staan nog open, het eerste sinds 19 maart 2026.",
        "Wie moet ermee verder? Dat is de gemeenteraad (punt 1) en het college (punt 2 en 3).",
        "Er is al iets geprobeerd bij punt 1 en 3.",
        "Nog niet opgeschreven wat er geprobeerd is: punt 2.",
        "De raad besloot iets over punt 1, 2 en 3.",
    ):
        assert line in short
    assert "Dit is overal geregeld: “Eén nummer voor alle vragen”. De rest verschilt per wijk." in html
    card = html[html.index('id="punt-1"') : html.index('id="punt-2"')]
    for question in (texts.VAN_WIE, texts.SINDS, texts.GEPROBEERD, texts.STAAT, texts.RAAD_OVER):
        assert f"<dt>{question}</dt>" in card
    assert "besluit 1, beslispunt 1" in card
    for anchor in re.findall(r'href="#([^"]+)"', html):
        assert f'id="{anchor}"' in html


def test_every_point_leads_to_the_gesprekken_of_its_wijk(app: AppTest) -> None:
    html = html_of(run(app, "in_de_weg", gemeente="GM9901"))
    for wijk in ("WK990101", "WK990102"):
        assert f"wijkgesprek?wijk={wijk}&amp;stap=leerden" in html


def test_an_unknown_gemeente_gets_a_sentence(app: AppTest) -> None:
    html = html_of(run(app, "in_de_weg", gemeente="<script>"))
    assert not app.exception
    assert "<script>" not in html
    assert 'class="tv melding"' in html


def test_what_people_wrote_is_never_obeyed(app: AppTest, voorbeeld_store: Path) -> None:
    assert proefrol("proef:begeleider").gebruiker == BEGELEIDER
    database = shared_database(str(voorbeeld_store))
    who = (database, BEGELEIDER, WIJK)
    sessie = held(voorbeeld_store)
    pattern = leerpunten.add_leerpunt(
        *who,
        sessie,
        NieuwLeerpunt(Niveau.PATROON, EVIL, (LeerpuntBron(BronSoort.INDICATOR, "vm-buren-oppassen"),)),
        token="evil-patroon",
    )
    stand = NieuweStand(eigenaar="<b>gemeente</b>", geprobeerd=EVIL)
    nieuw = NieuwLeerpunt(Niveau.BOTTLENECK, EVIL, (LeerpuntBron(BronSoort.LEERPUNT, pattern),), stand=stand)
    leerpunten.add_leerpunt(*who, sessie, nieuw, token="evil-bottleneck")
    wijkgesprek.close(*who, sessie, SessieUitkomst.BESPROKEN_NOG_OPEN)
    html = html_of(run(app, "in_de_weg"))
    assert "<script>" not in html
    assert "<b>gemeente</b>" not in html
    assert "&lt;script&gt;" in html
    assert "**vet**" in html


def test_what_the_raad_decided_stands_with_the_point_that_it_is_about(app: AppTest) -> None:
    html = html_of(run(app, "in_de_weg"))
    assert "Een tolk bij ontmoeten een half jaar langer betalen" in html
    about = re.search(f"{texts.OVER}.*?</p>", html)
    assert about
    said = re.sub("<[^>]+>", "", about[0])
    wanted = f"{texts.OVER}punt 1, punt 2, het cijfer “Mensen kennen genoeg buren om even op te passen”"
    assert said.startswith(wanted)
    assert not {it.label for it in app.button} & {texts.BEWAAR_BESLUIT, texts.HAAL_BESLUIT_WEG}


def test_who_writes_for_the_raad_writes_down_what_was_decided_and_what_was_typed_stays(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    als("beleidsmedewerker")
    run(app, "in_de_weg")
    field(app.text_input, texts.WAAROVER).set_value("De soepmiddag")
    assert "beslispunt" in press(app, texts.BEWAAR_BESLUIT)
    assert field(app.text_input, texts.WAAROVER).value == "De soepmiddag"
    field(app.text_input, texts.WELKE_DAG).set_value("12-11-2026")
    field(app.text_area, texts.PUNT_TEKST.format(nummer=1)).set_value(f"De keuken blijft open. {EVIL}")
    (point,) = values(voorbeeld_store, "SELECT leerpunt FROM beslispunt_bron WHERE leerpunt IS NOT NULL LIMIT 1")[0]
    plan = add_plan(shared_database(str(voorbeeld_store)), BELEID, "WK990105", EVIL, token="plan")
    assert "Kies bij beslispunt 1 hoe het ging." in press(app, texts.BEWAAR_BESLUIT)
    soorten = {
        BeslispuntSoort.LEERPUNT: point,
        BeslispuntSoort.INDICATOR: "vm-buren-oppassen",
        BeslispuntSoort.WIJKPLAN: plan,
    }
    for soort, ref in soorten.items():
        box = field(app.multiselect, texts.PUNT_OVER[soort].format(nummer=1))
        assert not any("vet" in it for it in box.options)
        box.set_value([ref])
    field(app.selectbox, texts.PUNT_UITKOMST.format(nummer=1)).set_value("verworpen")
    html = press(app, texts.BEWAAR_BESLUIT)
    assert texts.BESLUIT_BEWAARD in html
    assert "De keuken blijft open. &lt;script&gt;" in html
    assert '<a href="wijkplan?wijk=WK990105">het wijkplan van ' in html
    about = (
        "SELECT leerpunt, indicator, wijkplan FROM beslispunt_bron JOIN beslispunt AS p ON p.id = beslispunt"
        " WHERE p.tekst LIKE 'De keuken%'"
    )
    assert {it for row in values(voorbeeld_store, about) for it in row if it} == set(soorten.values())


def test_what_the_raad_decided_can_be_about_what_people_see_more_often(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    als("beleidsmedewerker")
    html = html_of(run(app, "in_de_weg"))
    (pattern, wijk) = values(
        voorbeeld_store, "SELECT id, gebied FROM leerpunt WHERE niveau = 'patroon' AND gebied = 'WK990102'"
    )[0]
    assert "in Zonnedaal: Wie niemand heeft om te bellen, weet ook niet bij welk loket hulp te vinden is." in html
    field(app.text_input, texts.WAAROVER).set_value("Loketten")
    field(app.text_input, texts.WELKE_DAG).set_value("12-11-2026")
    field(app.text_area, texts.PUNT_TEKST.format(nummer=1)).set_value("Eén loket, met een mens erachter.")
    box = field(app.multiselect, texts.PUNT_OVER[BeslispuntSoort.LEERPUNT].format(nummer=1))
    assert not any("bellen" in it for it in box.options), "words of people are no label"
    box.set_value([pattern])
    field(app.selectbox, texts.PUNT_UITKOMST.format(nummer=1)).set_value("aangenomen")
    html = press(app, texts.BEWAAR_BESLUIT)
    assert texts.BESLUIT_BEWAARD in html
    way = f'<a href="wijkgesprek?wijk={wijk}&amp;stap=leerden&amp;punt={pattern}">wat we vaker zien in Zonnedaal</a>'
    assert way in html


def test_what_leads_to_a_person_is_marked_in_what_the_raad_decided(app: AppTest, als: Als) -> None:
    als("beleidsmedewerker")
    run(app, "in_de_weg")
    field(app.text_input, texts.WAAROVER).set_value("De soepmiddag")
    field(app.text_input, texts.WELKE_DAG).set_value("12-11-2026")
    field(app.text_area, texts.PUNT_TEKST.format(nummer=2)).set_value("Karin van Dalen krijgt de sleutel.")
    for number in (1, 2):
        field(app.selectbox, texts.PUNT_UITKOMST.format(nummer=number)).set_value("aangenomen")
    html = press(app, texts.BEWAAR_BESLUIT)
    assert "Schrijf op wat beslispunt 1 is." in html
    assert "In beslispunt 2 staat iets dat naar een persoon leidt." in html
    assert '<mark class="vondst direct">Karin van Dalen' in html
    (replace,) = [it for it in app.button if "vondst-punt-2" in it.key]
    replace.click().run()
    assert "Karin" not in field(app.text_area, texts.PUNT_TEKST.format(nummer=2)).value
    assert field(app.text_input, texts.WAAROVER).value == "De soepmiddag"


@pytest.mark.parametrize("reden", BesluitWeg)
def test_a_besluit_is_taken_away_with_a_reason_and_by_who_is_sure(app: AppTest, als: Als, reden: BesluitWeg) -> None:
    als("beleidsmedewerker")
    run(app, "in_de_weg")
    assert texts.WEG_NIET_ZEKER in press(app, texts.HAAL_BESLUIT_WEG)
    field(app.checkbox, texts.WEG_ZEKER).check()
    assert texts.WEG_KIES in press(app, texts.HAAL_BESLUIT_WEG)
    field(app.selectbox, texts.WELK_BESLUIT).select_index(0)
    field(app.selectbox, texts.WEG_WAAROM).set_value(reden.value)
    html = press(app, texts.HAAL_BESLUIT_WEG)
    assert texts.BESLUIT_IS_WEG in html
    assert "Een tolk bij ontmoeten een half jaar langer betalen" not in html
    assert "De woorden zijn weggehaald op" in html
    # What was not decided stands with no point any more; that something was decided does.
    assert (texts.RAAD_OVER in html) is (reden is BesluitWeg.PERSOON)
    assert not [it for it in app.button if it.label == texts.HAAL_BESLUIT_WEG]


def test_the_lesson_cards_can_be_taken_along_on_paper_too(app: AppTest) -> None:
    run(app, "in_de_weg")
    assert [it.label for it in app.get("download_button")] == [texts.PDF, texts.CSV, texts.EXCEL]
