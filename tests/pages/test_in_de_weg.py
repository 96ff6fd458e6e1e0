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
from tests.pages.test_wijkgesprek import BEGELEIDER, EVIL, WIJK, held


def test_what_was_learned_comes_first_and_then_what_is_open_by_who_must_go_on(app: AppTest) -> None:
    html = html_of(run(app, "in_de_weg"))
    assert not app.exception
    assert headings(html, 1) == [texts.TITEL]
    second = headings(html, 2)
    assert second == [texts.LEERDEN, texts.OPEN, texts.KLAAR, texts.GEREGELD, texts.MEENEMEN]
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
