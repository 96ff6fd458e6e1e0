"""Nalezen and Koppelen through dashboard.py: what waits, what is marked, what is decided, and who may not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.domain.gebruiker import BEZOEKER, Gebruiker
from monitor.domain.proef import proefrol
from monitor.services.invoer import id_from
from monitor.services.rechten import MAG_NIET
from monitor.ui import kijkals, wie
from monitor.ui.texts import beheer, inbreng, tellen, vertellen
from monitor.ui.texts import koppelen as koppelteksten
from monitor.ui.texts import nalezen as texts
from monitor.ui.texts import terugkoppelen as terugteksten
from monitor.ui.texts import wie as wie_texts
from tests.pages.test_paginas import html_of

Als = Callable[[str], None]


@pytest.fixture
def als(monkeypatch: pytest.MonkeyPatch) -> Als:
    """Look as somebody of Kijk als."""
    chosen: dict[str, Gebruiker] = {"wie": BEZOEKER}
    monkeypatch.setattr(wie, "gebruiker", lambda: chosen["wie"])

    def look(naam: str) -> None:
        chosen["wie"] = proefrol(f"proef:{naam}").gebruiker

    return look


def page(app: AppTest, name: str, **address: str) -> AppTest:
    app.run()
    for key, value in address.items():
        app.query_params[key] = value
    return app.switch_page(f"pages/{name}.py").run()


def verhaal(sleutel: str) -> str:
    return id_from("verhaal", sleutel)


def button(app: AppTest, label: str) -> Any:
    return next(it for it in app.button if it.label == label)


def values(store: Path, sql: str) -> list[tuple[Any, ...]]:
    from monitor.store.opslag import shared_database

    with shared_database(str(store)).reading() as cursor:
        return cursor.rows(sql)


@pytest.mark.parametrize(
    ("name", "wie_mag"),
    [
        ("nalezen", "Dit is voor nalezers."),
        ("koppelen", "Dit is voor welzijnswerkers."),
        ("terugkoppelen", "Dit is voor welzijnswerkers en begeleiders."),
        ("tellen", tellen.MAG_NIET),
        ("initiatieven", inbreng.MAG_NIET),
        ("uitnodigen", vertellen.UITNODIGEN_MAG_NIET),
        ("beheer", beheer.MAG_NIET),
    ],
)
def test_a_page_of_other_roles_says_for_whom_it_is_and_what_to_do(
    app: AppTest, als: Als, monkeypatch: pytest.MonkeyPatch, name: str, wie_mag: str
) -> None:
    html = html_of(page(app, name))
    assert not app.exception
    assert wie_mag in html
    assert wie_texts.AANMELDEN_KAN_NIET in html
    monkeypatch.setattr(kijkals, "allowed", lambda: True)
    als("raadslid")
    html = html_of(page(app, name))
    assert wie_mag in html
    assert wie_texts.KIES_ANDERE_ROL in html
    assert wie_texts.AANMELDEN_KAN_NIET not in html
    assert (MAG_NIET in html) == (name in ("nalezen", "koppelen", "terugkoppelen"))


def test_the_queue_shows_what_waits_and_not_what_she_wrote(app: AppTest, als: Als) -> None:
    als("nalezer-1")
    html = html_of(page(app, "nalezen"))
    assert not app.exception
    assert "Het briefje onder de ruitenwisser" in html
    assert "De was hangt weer buiten" not in html
    assert texts.EIGEN[0] in html
    assert texts.WACHTREDEN["navraag"] in html
    assert "Eerst de post, dan pas de rest" not in html


def test_a_resident_is_told_how_to_sit_in(app: AppTest, als: Als) -> None:
    als("bewoner")
    assert texts.MEELEZEN in html_of(page(app, "nalezen"))


def test_a_verhaal_opens_with_its_marks_and_why_it_cannot_be_public(app: AppTest, als: Als) -> None:
    als("nalezer-1")
    page(app, "nalezen", verhaal=verhaal("hl-namen"))
    html = html_of(app)
    assert not app.exception
    assert "<mark" in html
    assert texts.BEZWAREN in html
    assert any(it.label.startswith("Nummer") for it in app.button)


def test_akkoord_with_a_name_in_it_is_refused_and_nothing_is_kept(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    als("nalezer-1")
    page(app, "nalezen", verhaal=verhaal("hl-namen"))
    app.radio[0].set_value(app.radio[0].options[0])
    button(app, texts.BEWAAR).click().run()
    assert "Vervang het" in html_of(app)
    asked = f"SELECT 1 FROM beoordeling WHERE verhaal = '{verhaal('hl-namen')}'"  # noqa: S608
    assert values(voorbeeld_store, asked) == []


def test_akkoord_is_kept_and_the_queue_comes_back(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    als("nalezer-2")
    page(app, "nalezen", verhaal=verhaal("hl-eigen"))
    app.radio[0].set_value(app.radio[0].options[0])
    button(app, texts.BEWAAR).click().run()
    assert texts.KLAAR in html_of(app)
    asked = f"SELECT besluit, beoordelaar FROM beoordeling WHERE verhaal = '{verhaal('hl-eigen')}'"  # noqa: S608
    assert values(voorbeeld_store, asked) == [("akkoord", "proef:nalezer-2")]


def test_nobody_opens_her_own_verhaal(app: AppTest, als: Als) -> None:
    als("nalezer-1")
    html = html_of(page(app, "nalezen", verhaal=verhaal("hl-eigen")))
    assert "zelf hebt opgeschreven" in html
    assert "De was hangt weer buiten" not in html


def test_a_proposal_is_looked_at_and_a_click_replaces_a_name(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    als("nalezer-1")
    page(app, "nalezen", verhaal=verhaal("hl-namen"))
    button(app, texts.KIJK_NA).click().run()
    assert not app.exception
    button(app, "Vervang alles met een dichte streep").click().run()
    assert not app.exception
    told = next(it for it in app.text_area if it.label == texts.VOORSTEL_VELD["tekst"])
    assert "Karin" not in told.value
    assert "06-12345678" not in told.value
    assert "06-12345678" not in repr(app.session_state)
    button(app, texts.STEL_VOOR).click().run()
    assert texts.VOORGESTELD in html_of(app)
    asked = f"SELECT gemaakt_door FROM verhaal_versie WHERE versie = 2 AND verhaal = '{verhaal('hl-namen')}'"  # noqa: S608
    assert values(voorbeeld_store, asked) == [("proef:nalezer-1",)]


def test_a_melding_is_handled(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    als("nalezer-1")
    page(app, "nalezen", verhaal=verhaal("hl-melding"))
    assert "Dit gaat over onze dochter." in html_of(app)
    app.radio[0].set_value(app.radio[0].options[0])
    button(app, texts.HANDEL_AF).click().run()
    assert texts.AFGEHANDELD in html_of(app)
    assert values(voorbeeld_store, "SELECT uitkomst, toelichting FROM verhaal_melding") == [("blijft", None)]


def test_a_colleague_asks_again_and_the_writer_cannot(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    als("welzijnswerker-1")
    assert koppelteksten.NAVRAGEN not in html_of(page(app, "koppelen"))
    als("welzijnswerker-2")
    page(app, "koppelen")
    assert not app.exception
    assert koppelteksten.NAVRAGEN in html_of(app)
    app.radio[0].set_value(koppelteksten.BLIJFT)
    button(app, koppelteksten.ANTWOORD_BEWAAR.format(nummer=1)).click().run()
    assert koppelteksten.BLIJFT_BEWAARD in html_of(app)
    assert values(voorbeeld_store, "SELECT door, blijft FROM navraag") == [("proef:welzijnswerker-2", True)]


def test_a_text_is_read_aloud_and_the_teller_says_yes(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    als("welzijnswerker-1")
    page(app, "koppelen", verhaal=verhaal("hl-voorstel"), voorlezen="1")
    assert not app.exception
    assert "De man met de omgekeerde fiets" in html_of(app)
    button(app, koppelteksten.JA).click().run()
    assert koppelteksten.JA_BEWAARD in html_of(app)
    asked = (
        f"SELECT akkoord_op IS NOT NULL FROM verhaal_versie WHERE versie = 2 AND verhaal = '{verhaal('hl-voorstel')}'"  # noqa: S608
    )
    assert values(voorbeeld_store, asked) == [(True,)]


def test_a_verhaal_is_linked_with_a_sentence(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    als("welzijnswerker-1")
    page(app, "koppelen", verhaal=verhaal("hl-wacht"))
    assert not app.exception
    app.text_input[0].set_value("Het gaat over Karin van Dalen.")
    button(app, koppelteksten.BEWAAR).click().run()
    assert "de zin bij het cijfer" in html_of(app)
    app.text_input[1].set_value("Een zin zonder cijfer.")
    button(app, koppelteksten.BEWAAR).click().run()
    assert koppelteksten.KIES_CIJFER.format(nummer=2) in html_of(app)
    app.text_input[1].set_value("")
    app.text_input[0].set_value("Het gaat over wie je achterlaat.")
    button(app, koppelteksten.BEWAAR).click().run()
    assert koppelteksten.BEWAARD in html_of(app)
    asked = f"SELECT toelichting, gekoppeld_door FROM verhaal_indicator WHERE verhaal = '{verhaal('hl-wacht')}'"  # noqa: S608
    assert values(voorbeeld_store, asked) == [("Het gaat over wie je achterlaat.", "proef:welzijnswerker-1")]


def test_a_figure_without_verhouding_and_sentence_hears_both_at_once(app: AppTest, als: Als) -> None:
    als("welzijnswerker-1")
    page(app, "koppelen", verhaal=verhaal("hl-wacht"))
    figure = next(it for it in app.selectbox if it.label == koppelteksten.CIJFER.format(nummer=2))
    figure.select_index(0)
    button(app, koppelteksten.BEWAAR).click().run()
    html = html_of(app)
    assert koppelteksten.KIES_VERHOUDING.format(nummer=2) in html
    assert koppelteksten.SCHRIJF_ZIN.format(nummer=2) in html
    assert koppelteksten.BEWAARD not in html


def test_what_was_done_with_a_verhaal_is_written_down_without_names(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    als("welzijnswerker-1")
    page(app, "koppelen", verhaal=verhaal("hl-voetstappen"))
    app.text_area[0].set_value("Meneer Van Dalen belde de gemeente.")
    button(app, terugteksten.GEDAAN_BEWAAR).click().run()
    assert 'role="alert"' in html_of(app)
    waar = next(it for it in app.text_input if it.label == terugteksten.WAAR)
    waar.set_value("Wijkgesprek van dit najaar")
    app.text_area[0].set_value("De soepmiddag gaat door in de zomer.")
    button(app, terugteksten.GEDAAN_BEWAAR).click().run()
    assert terugteksten.GEDAAN_BEWAARD in html_of(app)
    asked = f"SELECT waar, door FROM terugkoppeling WHERE verhaal = '{verhaal('hl-voetstappen')}'"  # noqa: S608
    assert ("Wijkgesprek van dit najaar", "proef:welzijnswerker-1") in values(voorbeeld_store, asked)


def test_a_begeleider_says_what_was_done_with_what_she_reads_in_her_wijk(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    als("begeleider")
    html = html_of(page(app, "terugkoppelen"))
    assert not app.exception
    assert "De Hoge Linden · " in html
    assert "Zonnedaal · " not in html
    page(app, "terugkoppelen", verhaal=verhaal("hl-voetstappen"))
    button(app, terugteksten.GEDAAN_BEWAAR).click().run()
    assert "Zeg waar het verhaal gebruikt is." in html_of(app)
    next(it for it in app.text_input if it.label == terugteksten.WAAR).set_value("Wijkgesprek over de trap")
    button(app, terugteksten.GEDAAN_BEWAAR).click().run()
    assert terugteksten.GEDAAN_BEWAARD in html_of(app)
    asked = f"SELECT waar, door FROM terugkoppeling WHERE verhaal = '{verhaal('hl-voetstappen')}'"  # noqa: S608
    assert ("Wijkgesprek over de trap", "proef:begeleider") in values(voorbeeld_store, asked)


@pytest.mark.parametrize("wie", ["raadslid", "vervanger", "beheerder"])
def test_who_works_not_with_verhalen_says_nothing_about_them(app: AppTest, als: Als, wie: str) -> None:
    als(wie)
    html = html_of(page(app, "terugkoppelen", verhaal=verhaal("hl-voetstappen")))
    assert "Voetstappen" not in html
    assert not app.text_input
