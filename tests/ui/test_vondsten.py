"""Marks on a text: shown as text, never obeyed; a button that says only our own words."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.domain.persoonsgegeven import PersoonsgegevenSoort, Vondst
from monitor.services import woorden
from monitor.ui.texts import vondsten as texts
from monitor.ui.vondsten import _label, in_order, marked

TEKST = "Karin <b>zei</b> dat mijn dochter\nbelt: 06-12345678"
NAAM = Vondst(0, 5, PersoonsgegevenSoort.NAAM, "[naam]")
DOCHTER = Vondst(21, 33, PersoonsgegevenSoort.RELATIE, "[iemand uit mijn familie]")
NUMMER = Vondst(40, 51, PersoonsgegevenSoort.TELEFOON, "[telefoonnummer]")


def test_a_mark_has_a_number_a_word_and_a_kind_that_is_not_only_a_colour() -> None:
    html = marked(TEKST, [NUMMER, NAAM, DOCHTER])
    assert html.startswith('<mark class="vondst direct">Karin<span class="soort"> 1 naam</span></mark>')
    assert '<mark class="vondst mild">mijn dochter<span class="soort"> 2 ' in html
    assert "06-12345678<span" in html
    assert "&lt;b&gt;zei&lt;/b&gt;" in html
    assert "<br>" in html


def test_of_two_marks_on_each_other_the_direct_one_stays() -> None:
    inside = Vondst(0, 12, PersoonsgegevenSoort.RELATIE, "[iemand]")
    assert in_order([inside, NAAM]) == [NAAM]


def test_every_kind_has_its_word() -> None:
    assert set(woorden.PERSOONSGEGEVEN_SOORT) == set(PersoonsgegevenSoort)


@pytest.mark.parametrize(
    ("voorstel", "label"),
    [
        ("[naam]", "Nummer 1: vervang door [naam]"),
        ("[Mijn buurvrouw]", "Nummer 1: vervang door [Mijn buurvrouw]"),
        ("[klik](https://kwaad.example)", "Nummer 1: haal dit weg"),
        ("**Karin**", "Nummer 1: haal dit weg"),
        ("", "Nummer 1: haal dit weg"),
    ],
)
def test_a_label_shows_no_markdown_of_anybody(voorstel: str, label: str) -> None:
    assert _label(1, Vondst(0, 5, PersoonsgegevenSoort.NAAM, voorstel)) == label


def screen() -> None:
    import streamlit as st

    from monitor.services.persoonsgegevens import find
    from monitor.ui import vondsten

    tekst = st.session_state.setdefault("tekst", "Karin van Dalen zei dat mijn dochter belt: 06-12345678")
    nieuw = vondsten.block(tekst, find(tekst), "proef")
    if nieuw != tekst:
        st.session_state["tekst"] = nieuw
        st.rerun()


def pressed(app: AppTest, label: str) -> Any:
    return next(it for it in app.button if it.label == label).click().run()


def test_a_click_replaces_one_mark_and_nothing_of_it_stays() -> None:
    app = AppTest.from_function(screen).run()
    pressed(app, texts.VERVANG.format(nummer=1, voorstel="[naam]"))
    assert not app.exception
    assert app.session_state["tekst"].startswith("[naam] zei dat")
    assert "Karin" not in repr(app.session_state)
    assert "06-12345678" in app.session_state["tekst"]


def test_all_direct_marks_go_in_one_click_and_a_gentle_one_stays() -> None:
    app = AppTest.from_function(screen).run()
    pressed(app, texts.VERVANG_ALLES)
    assert app.session_state["tekst"] == "[naam] zei dat mijn dochter belt: [telefoonnummer]"
    assert [it.label for it in app.button] == ["Nummer 1: vervang door [iemand uit mijn familie]"]
    said = "".join(element.proto.body for element in app.get("html"))
    assert texts.MENS in said
    assert texts.DIRECT not in said


def test_without_marks_nothing_is_promised() -> None:
    app = AppTest.from_function(screen)
    app.session_state["tekst"] = "Er stond een bank."
    app.run()
    assert texts.NIETS in "".join(element.proto.body for element in app.get("html"))
    assert not app.button
