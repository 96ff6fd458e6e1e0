"""The Wijkspiegel on the page Wijkgesprek: who finds it, what the beamer shows, and that the PDF says the same."""

import re
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from monitor.domain.leren import AgendaSoort
from monitor.export import teksten
from monitor.services import wijkgesprek
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.leerbeeld import leerbeeld, verhalen_voor_gesprek
from monitor.services.wijkgesprek import NieuweSessie, NieuwPunt
from monitor.store.opslag import shared_database
from monitor.ui import spiegelscherm
from monitor.ui.texts import spiegel as texts
from monitor.ui.texts import wijkgesprek as gespreksteksten
from tests.export.teruglezen import docx_texts
from tests.pages.test_paginas import headings, html_of
from tests.pages.test_wijkgesprek import BEGELEIDER, EVIL, WIJK, Als, als, page

__all__ = ["als"]


def laid(store: Path, *punten: NieuwPunt) -> None:
    """A gesprek with these things on the table."""
    database = shared_database(str(store))
    bezig = leerbeeld(database, BEGELEIDER, WIJK).bezig
    who = (database, BEGELEIDER, WIJK)
    sessie = bezig.id if bezig else wijkgesprek.plan(*who, NieuweSessie(date(2026, 12, 3), EVIL), token="plan")
    wijkgesprek.add_punten(*who, sessie, punten, token=f"punten-{len(punten)}")


def beamer(app: AppTest) -> str:
    app.run()
    app.query_params["wijk"] = WIJK
    app.query_params["toon"] = spiegelscherm.TOON
    app.switch_page("pages/wijkgesprek.py").run()
    assert not app.exception
    return html_of(app)


@pytest.mark.parametrize("wie_", ["bezoeker", "raadslid", "welzijnswerker-3"])
def test_who_does_not_prepare_a_gesprek_there_finds_no_wijkspiegel(app: AppTest, als: Als, wie_: str) -> None:
    als(wie_)
    html = beamer(app)
    assert gespreksteksten.MAG_NIET in html
    assert 'class="tv beamer"' not in html
    assert texts.PDF not in [it.label for it in app.get("download_button")]


def test_who_prepares_takes_it_along_and_shows_it_large(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    verhaal = verhalen_voor_gesprek(shared_database(str(voorbeeld_store)), BEGELEIDER, WIJK)[0]
    laid(
        voorbeeld_store,
        NieuwPunt(AgendaSoort.VERHAAL, verhaal=verhaal.id),
        NieuwPunt(AgendaSoort.VRAAG, tekst=f"Wie komt er {EVIL}"),
    )
    als("begeleider")
    html = html_of(page(app, "voorbereiden"))
    assert f'href="wijkgesprek?wijk={WIJK}&amp;toon={spiegelscherm.TOON}"' in html
    assert [it.label for it in app.get("download_button") if "Wijkspiegel" in it.label] == [texts.PDF, texts.WORD]

    large = beamer(app)
    assert len(headings(large, 1)) == 1
    assert "<script>" not in large
    assert not app.button
    printed = PdfReader(BytesIO(spiegelscherm._pdf(shared_database(str(voorbeeld_store)), BEGELEIDER, WIJK)))
    paper = " ".join(" ".join(it.extract_text() for it in printed.pages).split())
    word = spiegelscherm._word(shared_database(str(voorbeeld_store)), BEGELEIDER, WIJK)
    typed = " ".join(text for _, text in docx_texts(word))
    said = unescape(re.sub("<[^>]+>", " ", large))
    for words in (*teksten.SPIEGEL_VASTE_VRAGEN, verhaal.titel, "<script>alert(1)</script> **vet**"):
        assert words in said
        assert words in paper
        assert words in typed


def test_a_verhaal_that_is_taken_back_is_gone_from_beamer_and_paper(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    database = shared_database(str(voorbeeld_store))
    verhaal = verhalen_voor_gesprek(database, BEGELEIDER, WIJK)[0]
    laid(voorbeeld_store, NieuwPunt(AgendaSoort.VERHAAL, verhaal=verhaal.id))
    als("bewoner")
    assert verhaal.titel in unescape(beamer(app))
    withdraw_verhaal(database, verhaal.id, door="test")
    html = unescape(beamer(app))
    assert verhaal.titel not in html
    assert teksten.SPIEGEL_WEG[0] in html
    typed = str(docx_texts(spiegelscherm._word(database, BEGELEIDER, WIJK)))
    assert verhaal.titel not in typed
    assert teksten.SPIEGEL_WEG[0] in typed
