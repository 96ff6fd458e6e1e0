"""The page Wat in de weg zit through dashboard.py: what stands there, for everybody, and that nothing is obeyed."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from monitor.domain.leren import BronSoort, LeerpuntBron, Niveau, SessieUitkomst
from monitor.domain.proef import proefrol
from monitor.services import leerpunten, wijkgesprek
from monitor.services.leerpunten import NieuweStand, NieuwLeerpunt
from monitor.store.opslag import shared_database
from monitor.ui.texts import bottleneck as texts
from tests.pages.test_paginas import headings, html_of, run
from tests.pages.test_wijkgesprek import BEGELEIDER, EVIL, WIJK, Als, als, field, held, press, values

__all__ = ["als"]


def test_what_was_learned_comes_first_and_then_what_is_open_by_who_must_go_on(app: AppTest) -> None:
    html = html_of(run(app, "in_de_weg"))
    assert not app.exception
    assert headings(html, 1) == [texts.TITEL]
    second = headings(html, 2)
    assert second == [texts.LEERDEN, texts.OPEN, texts.KLAAR, texts.GEREGELD, texts.RAAD, texts.MEENEMEN]
    assert "De Hoge Linden" in html
    assert "Van wie: gemeente, sinds 18 juni 2026." in html
    assert "Na de proef is er geen geld meer." in html
    assert "Een paar vrouwen bleven voor het raam staan" not in html


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
    assert texts.OVER_PUNT.format(nummer=1) in html
    assert not [it for it in app.button if it.label == texts.BEWAAR_BESLUIT]


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
    field(app.multiselect, texts.PUNT_OVER.format(nummer=1)).set_value([point])
    html = press(app, texts.BEWAAR_BESLUIT)
    assert texts.BESLUIT_BEWAARD in html
    assert "De keuken blijft open. &lt;script&gt;" in html
    about = (
        "SELECT leerpunt FROM beslispunt_bron JOIN beslispunt AS p ON p.id = beslispunt WHERE p.tekst LIKE 'De keuken%'"
    )
    assert values(voorbeeld_store, about) == [(point,)]
