"""The page Raadsvoorstel: who writes, what is chosen and written, two people at once, and the file to take along."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.domain.document import DocumentSoort
from monitor.domain.gebruiker import BEZOEKER, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.proef import PROEFROLLEN, proefrol
from monitor.domain.raadsstuk import (
    GEEN_JAAR,
    BobFase,
    Deel,
    GeldVorm,
    KeuzeSoort,
    OnderdeelInvoer,
    OnderdeelSoort,
    StukKeuze,
    StukSoort,
    StukVeld,
)
from monitor.nl import format_datum, to_amsterdam
from monitor.services import raadsstukken, stukkeuzes, stukonderdelen, stukrechten, stukvelden, woorden
from monitor.services.momentopname import lees_moment, take_momentopname
from monitor.services.raad import beslisbaar, raadsbesluiten
from monitor.services.raadsstukken import StukKopInvoer
from monitor.services.stukteksten import stukteksten
from monitor.services.stukvelden import TekstInvoer
from monitor.services.stukzinnen import TERUGGENOMEN
from monitor.store.database import Database
from monitor.store.opslag import shared_database
from monitor.ui import queries, stukdownloaden, stuknakijken, stukschrijven, stukwerk, wie
from monitor.ui.stukwerk import Stukwerk
from monitor.ui.texts import raadsstuk as texts
from tests.export.stukken import SVG
from tests.pages.test_paginas import headings, html_of

Als = Callable[[str], None]
WIJK, GEMEENTE = "WK990101", "GM9901"
CIJFER = ("vm-buren-oppassen", WIJK)
TITEL = "Meedoen <b>met</b> **taal**"
ANNA = proefrol("proef:beleidsmedewerker").gebruiker
BOB = replace(ANNA, id="proef:bob")


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts that cost no process of their own."""
    monkeypatch.setattr(stukwerk, "make_svgs", lambda specs: tuple(SVG for _ in specs))


@pytest.fixture
def als(monkeypatch: pytest.MonkeyPatch) -> Als:
    """Look as somebody of Kijk als; nobody by default."""
    chosen: dict[str, Gebruiker] = {"wie": BEZOEKER}
    monkeypatch.setattr(wie, "gebruiker", lambda: chosen["wie"])

    def look(naam: str) -> None:
        chosen["wie"] = proefrol(f"proef:{naam}").gebruiker

    return look


@pytest.fixture
def database(voorbeeld_store: Path) -> Database:
    return shared_database(str(voorbeeld_store))


def make_stuk(database: Database, soort: StukSoort = StukSoort.RAADSVOORSTEL) -> str:
    """A stuk with a figure and a citaat, and a beslispunt with one argument."""
    fase = BobFase.BESLUITVORMING if soort is StukSoort.RAADSVOORSTEL else None
    id_ = raadsstukken.add_stuk(database, ANNA, GEMEENTE, soort, StukKopInvoer(TITEL, fase, jaar=2027), token="s")
    stukkeuzes.choose(database, ANNA, id_, [StukKeuze(KeuzeSoort.WIJK, WIJK), StukKeuze(KeuzeSoort.INDICATOR, *CIJFER)])
    citaat = stukkeuzes.citaten_om_te_kiezen(database, ANNA, id_)[0]
    stukkeuzes.choose(database, ANNA, id_, [StukKeuze(KeuzeSoort.CITAAT, citaat.id)])
    if soort is not StukSoort.RAADSVOORSTEL:
        return id_
    punt = stukonderdelen.add_onderdeel(
        database, ANNA, id_, OnderdeelSoort.BESLISPUNT, None, {"tekst": "Geld voor een tolk."}, token="p"
    )
    stukonderdelen.add_onderdeel(
        database,
        ANNA,
        id_,
        OnderdeelSoort.ARGUMENT,
        OnderdeelInvoer(bij=punt, indicator=CIJFER[0], gebied=WIJK),
        {"tekst": "Buren kennen elkaar <i>beter</i>."},
        token="a",
    )
    return id_


def page(app: AppTest, **asked: str) -> AppTest:
    app.run()
    for name, value in asked.items():
        app.query_params[name] = value
    return app.switch_page("pages/raadsvoorstel.py").run()


def field(widgets: Any, label: str) -> Any:
    return next(it for it in widgets if it.label == label)


def press(app: AppTest, label: str) -> str:
    field(app.button, label).click().run()
    assert not app.exception
    return html_of(app)


def labels(widgets: Any) -> set[str]:
    return {it.label for it in widgets}


# Who


@pytest.mark.parametrize("naam", [it.gebruiker.id.removeprefix("proef:") for it in PROEFROLLEN])
def test_only_a_beleidsmedewerker_sees_that_there_are_drafts(
    database: Database, app: AppTest, als: Als, naam: str
) -> None:
    id_ = make_stuk(database)
    als(naam)
    may = naam in ("beleidsmedewerker", "beleidsmedewerker-2")
    for asked in ({}, {"stuk": id_}):
        html = html_of(page(app, **asked))
        assert ("Meedoen" in html) is may
        assert (texts.MAG_NIET in html) is not may
        assert bool(app.button) is may


@pytest.mark.parametrize("stuk", ["niets", "<b>", "../x"])
def test_an_unknown_stuk_gets_a_sentence(app: AppTest, als: Als, stuk: str) -> None:
    als("beleidsmedewerker")
    html = html_of(page(app, stuk=stuk))
    assert stukrechten.ONBEKEND in html
    assert not app.exception


# Beginning and choosing


def test_a_stuk_is_begun_and_a_refusal_keeps_what_was_typed(database: Database, app: AppTest, als: Als) -> None:
    als("beleidsmedewerker")
    before = {it.id for it in raadsstukken.stukken(database, ANNA)}
    page(app)
    assert field(app.text_input, texts.JAAR).value == str(database.now().year)
    field(app.text_input, texts.VAN).set_value("ooit")
    html = press(app, texts.BEGIN)
    for said in (raadsstukken.EERST_SOORT, "Geef het stuk een titel.", GEEN_JAAR["periode_van"]):
        assert said in html
    field(app.text_input, texts.VAN).set_value("")
    field(app.text_input, texts.STUK_TITEL).set_value("Samen eten")
    assert raadsstukken.EERST_SOORT in press(app, texts.BEGIN)
    assert field(app.text_input, texts.STUK_TITEL).value == "Samen eten"
    field(app.selectbox, texts.SOORT).select(StukSoort.RAADSVOORSTEL)
    assert "Kies waarvoor de raad dit krijgt." in press(app, texts.BEGIN)
    field(app.selectbox, texts.FASE).select(BobFase.BEELDVORMING)
    field(app.multiselect, texts.WIJKEN).select(WIJK)
    field(app.text_input, texts.JAAR).set_value("2027")
    html = press(app, texts.BEGIN)
    assert texts.BEGONNEN in html
    (new,) = {it.id for it in raadsstukken.stukken(database, ANNA)} - before
    stuk = raadsstukken.lees_stuk(database, ANNA, new)
    assert stuk.gekozen(KeuzeSoort.WIJK) == (WIJK,)
    assert (stuk.kop.titel, stuk.kop.jaar) == ("Samen eten", 2027)


def test_figures_and_citaten_are_chosen_and_left_out_again(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    html = html_of(page(app, stuk=id_))
    assert "Meedoen &lt;b&gt;met&lt;/b&gt; **taal**" in html
    assert texts.GEKOZEN in html
    assert "die openbaar mogen" in html
    figures = field(app.multiselect, texts.CIJFERS)
    assert figures.value == [" ".join(CIJFER)]
    figures.set_value([])
    # Two forms have a button with these words: the last is the one that was changed.
    [it for it in app.button if it.label == texts.BEWAAR_KEUZE][-1].click().run()
    assert texts.KEUZE_BEWAARD in html_of(app)
    stuk = raadsstukken.lees_stuk(database, ANNA, id_)
    # That of the argument stays: who wants it out takes it out there.
    assert (stuk.gekozen(KeuzeSoort.INDICATOR), stuk.indicatoren) == ((), (CIJFER,))


def test_what_was_learned_says_where_and_that_of_the_chosen_wijken_comes_first(
    database: Database, app: AppTest, als: Als
) -> None:
    id_ = make_stuk(database)
    as_found = {it.id: it.gebied for it in beslisbaar(database, GEMEENTE)}
    elsewhere = next(gebied for gebied in reversed(as_found.values()) if gebied != WIJK)
    stukkeuzes.choose(database, ANNA, id_, [StukKeuze(KeuzeSoort.WIJK, WIJK)], erbij=False)
    stukkeuzes.choose(database, ANNA, id_, [StukKeuze(KeuzeSoort.WIJK, elsewhere)])
    als("beleidsmedewerker")
    html = html_of(page(app, stuk=id_))
    said = re.findall(r"Geleerd in ([^<]*)<", html)
    names = {it.wijk.code: it.wijk.naam for it in queries.gemeentebeeld(queries.stand(), GEMEENTE).regels}
    assert len(said) == len(as_found)
    here = sum(gebied == elsewhere for gebied in as_found.values())
    assert [it == names[elsewhere] for it in said] == [True] * here + [False] * (len(said) - here)


def test_an_earlier_title_is_shown_put_back_and_taken_away(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    page(app, stuk=id_)
    assert texts.KOP_VERSIES not in labels(app.expander)
    field(app.text_input, texts.STUK_TITEL).set_value("Een <i>nieuwe</i> titel")
    html = press(app, texts.KOP_BEWAAR)
    assert texts.KOP_VERSIES in labels(app.expander)
    for said in (
        "Versie 1, door u, ",
        "Meedoen &lt;b&gt;met&lt;/b&gt; **taal**",
        "Een &lt;i&gt;nieuwe&lt;/i&gt; titel",
    ):
        assert said in html
    assert "geld vanaf 2027" in html
    assert html.count(texts.VERSIE_STAAT) == 1
    html = press(app, texts.VERSIE_TERUG)
    assert texts.VERSIE_TERUGGEZET in html
    assert raadsstukken.lees_stuk(database, ANNA, id_).kop.titel == TITEL
    assert field(app.text_input, texts.STUK_TITEL).value == TITEL
    html = press(app, texts.TITELS_WEG_ZEKER)
    assert texts.TITELS_WEG_GEDAAN in html
    assert "nieuwe" not in html.partition(texts.KOP_VERSIES_UITLEG)[2].partition("<h2")[0]
    assert raadsstukken.lees_stuk(database, ANNA, id_).kop.titel == TITEL


def test_every_figure_that_is_offered_can_stand_in_the_stuk(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    page(app, stuk=id_)
    figures = field(app.multiselect, texts.CIJFERS)
    every = [f"Cijfer {number}" for number in range(1, len(figures.options) + 1)]
    assert figures.options == every
    for it in every[1:]:
        figures.select(it)
    [it for it in app.button if it.label == texts.BEWAAR_KEUZE][-1].click().run()
    stuk = raadsstukken.lees_stuk(database, ANNA, id_)
    assert {gebied for _, gebied in stuk.indicatoren} == {WIJK, GEMEENTE}
    assert set(stukteksten(database, stuk).cijfers) == set(stuk.indicatoren)


def test_a_stuk_is_taken_away(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    page(app, stuk=id_)
    html = press(app, texts.WEG_ZEKER)
    assert texts.WEG_GEDAAN in html
    assert id_ not in {it.id for it in raadsstukken.stukken(database, ANNA)}


# Writing


@pytest.mark.parametrize("soort", list(StukSoort))
def test_every_deel_of_every_stuk_can_be_written(database: Database, app: AppTest, als: Als, soort: StukSoort) -> None:
    id_ = make_stuk(database, soort)
    stukkeuzes.choose(database, ANNA, id_, [StukKeuze(KeuzeSoort.DEEL, Deel.KWADRANT.value)])
    als("beleidsmedewerker")
    page(app, stuk=id_, stap="schrijven")
    for deel in raadsstukken.lees_stuk(database, ANNA, id_).delen:
        field(app.selectbox, texts.WELK_DEEL).select(deel.value).run()
        assert not app.exception
        html = html_of(app)
        assert headings(html, 2)[0] == woorden.stukdeel(soort, deel).replace("'", "&#x27;")
        argument = woorden.stukonderdeel(soort, OnderdeelSoort.ARGUMENT)
        assert texts.DEEL_UITLEG[deel].format(argument=argument).replace("'", "&#x27;") in html
        assert 'class="tv melding"' not in html
        assert app.text_area or app.text_input


def test_what_is_typed_is_kept_at_once_and_only_once(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    page(app, stuk=id_, stap="schrijven", deel="aanleiding")
    field(app.text_area, texts.VELD_TEKST).set_value("Bewoners vroegen erom.").run()
    assert "Bewaard om " in html_of(app)
    app.run()
    app.run()
    veld = StukVeld(Deel.AANLEIDING)
    stuk = raadsstukken.lees_stuk(database, ANNA, id_)
    assert [it.tekst for it in stuk.teksten[veld]] == ["Bewoners vroegen erom."]
    field(app.text_area, texts.VELD_TEKST).set_value("Bewoners vroegen er vaak om.").run()
    stuk = raadsstukken.lees_stuk(database, ANNA, id_)
    assert [it.nummer for it in stuk.teksten[veld]] == [1, 2]
    assert stuk.tekst(Deel.AANLEIDING) == "Bewoners vroegen er vaak om."


def test_beside_its_fields_stands_the_deel_as_the_document_will_have_it(
    database: Database, app: AppTest, als: Als
) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    html = beside(page(app, stuk=id_, stap="schrijven", deel="aanleiding"))
    assert texts.VOORBEELD_LEEG in html
    field(app.text_area, texts.VELD_TEKST).set_value("Bewoners <b>vroegen</b> erom.").run()
    assert '<p dir="auto">Bewoners &lt;b&gt;vroegen&lt;/b&gt; erom.</p>' in beside(app)
    app.query_params["deel"] = "argumenten"
    html = beside(app.run())
    assert "1.1" in html
    assert "Buren kennen elkaar &lt;i&gt;beter&lt;/i&gt;." in html


def test_what_is_pressed_together_with_what_was_typed_is_done_too(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    page(app, stuk=id_, stap="schrijven", deel="argumenten")
    field(app.text_area, texts.ONDERDEEL_VELD[OnderdeelSoort.ARGUMENT, "toelichting"]).set_value("Omdat het helpt.")
    assert texts.ERUIT_GEDAAN in press(app, texts.ERUIT)
    stuk = raadsstukken.lees_stuk(database, ANNA, id_)
    assert not stuk.van(OnderdeelSoort.ARGUMENT)
    assert "Omdat het helpt." in [it.tekst for versies in stuk.teksten.values() for it in versies]


@pytest.mark.parametrize("soort", [it for it in StukSoort if it is not StukSoort.RAADSVOORSTEL])
def test_where_nothing_is_asked_an_argument_is_called_a_punt_as_in_the_document(
    database: Database, app: AppTest, als: Als, soort: StukSoort
) -> None:
    id_ = make_stuk(database, soort)
    stukonderdelen.add_onderdeel(database, ANNA, id_, OnderdeelSoort.ARGUMENT, None, {"tekst": "Zo is het."}, token="a")
    als("beleidsmedewerker")
    html = html_of(page(app, stuk=id_, stap="schrijven", deel="argumenten"))
    assert "<b>Punt 1</b>" in html
    assert "<b>Argument 1</b>" not in html
    assert texts.NIEUW_ONDERDEEL.format(wat="punt") in labels(app.expander)
    shown = html.partition("<h2")[2] + " ".join(labels(app.text_area) | labels(app.button) | labels(app.selectbox))
    assert "Het punt in één zin" in shown
    assert "Bij elk punt hoort" in shown
    assert headings(html, 3)[0] == "Punten"
    assert "argument" not in shown.lower().replace("argumenten of alternatieven", "")
    html = html_of(page(app, stuk=id_, stap="nakijken"))
    assert "Punt 1: " in html
    assert "Argument 1: " not in html


def beside(app: AppTest) -> str:
    """What stands beside the fields."""
    assert not app.exception
    (found,) = (it.proto.body for it in app.get("html") if 'voorbeelddeel" tabindex' in it.proto.body)
    return str(found)


def test_what_leads_to_a_person_is_not_kept_and_not_lost(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    page(app, stuk=id_, stap="schrijven", deel="aanleiding")
    field(app.text_area, texts.VELD_TEKST).set_value("Bel mij op 06-12345678.").run()
    html = html_of(app)
    assert "Vervang het, of haal het weg." in html
    assert not raadsstukken.lees_stuk(database, ANNA, id_).tekst(Deel.AANLEIDING)
    # What was drawn is the field alone: in a browser the rest of the page stays.
    app.run()
    field(app.selectbox, texts.WELK_DEEL).select("context").run()
    field(app.selectbox, texts.WELK_DEEL).select("aanleiding").run()
    assert field(app.text_area, texts.VELD_TEKST).value == "Bel mij op 06-12345678."
    replace_it = next(it for it in app.button if "telefoon" in it.label.lower())
    replace_it.click().run()
    assert not app.exception
    assert "06-12345678" not in raadsstukken.lees_stuk(database, ANNA, id_).tekst(Deel.AANLEIDING) != ""


def test_the_later_writer_is_warned_and_both_texts_stay_until_she_chooses(
    database: Database, app: AppTest, als: Als
) -> None:
    id_ = make_stuk(database)
    veld = StukVeld(Deel.AANLEIDING)
    als("beleidsmedewerker")
    page(app, stuk=id_, stap="schrijven", deel="aanleiding")
    stukvelden.save_tekst(database, BOB, id_, TekstInvoer(veld, "Een <b>andere</b> tekst.", 0), token="bob")
    field(app.text_area, texts.VELD_TEKST).set_value("Mijn tekst.").run()
    html = html_of(app)
    for said in (texts.BOTSING, "Een &lt;b&gt;andere&lt;/b&gt; tekst.", "Mijn tekst.", texts.BOTSING_UW):
        assert said in html
    assert texts.VELD_TEKST not in labels(app.text_area)
    html = press(app, texts.NEEM_ALLEBEI)
    assert texts.GEKOZEN_TEKST in html
    assert field(app.text_area, texts.VELD_TEKST).value == "Een <b>andere</b> tekst.\n\nMijn tekst."
    assert not raadsstukken.lees_stuk(database, ANNA, id_).botsingen


def test_a_text_of_somebody_else_comes_into_a_field_in_which_nothing_was_typed(
    database: Database, app: AppTest, als: Als
) -> None:
    id_ = make_stuk(database)
    veld = StukVeld(Deel.AANLEIDING)
    als("beleidsmedewerker")
    page(app, stuk=id_, stap="schrijven", deel="aanleiding")
    stukvelden.save_tekst(database, BOB, id_, TekstInvoer(veld, "Van een ander.", 0), token="bob")
    app.run()
    assert field(app.text_area, texts.VELD_TEKST).value == "Van een ander."
    field(app.text_area, texts.VELD_TEKST).set_value("Van een ander, en van mij.").run()
    stuk = raadsstukken.lees_stuk(database, ANNA, id_)
    assert not stuk.botsingen
    assert stuk.tekst(Deel.AANLEIDING) == "Van een ander, en van mij."


def test_a_sentence_of_the_product_is_changed_and_put_back(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    html = html_of(page(app, stuk=id_, stap="schrijven", deel="kanttekeningen"))
    assert texts.ZELF_GESCHREVEN in html
    assert "Waar komt dit vandaan? " in html
    box = field(app.selectbox, texts.WELKE_ZIN)
    box.select_index(0).run()
    own = field(app.text_area, texts.UW_ZIN)
    sentence = own.value
    own.set_value("Korter gezegd.").run()
    html = html_of(app)
    assert "Korter gezegd." in html
    assert texts.ZIN_ANDERS in html
    html = press(app, texts.TERUG)
    assert texts.TERUG_GEDAAN in html
    assert texts.ZIN_ANDERS not in html
    assert field(app.text_area, texts.UW_ZIN).value == sentence


def test_beslispunten_are_added_moved_and_taken_out(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    page(app, stuk=id_, stap="schrijven", deel="voorgesteld_besluit")
    form = [it for it in app.text_area if it.label == "De raad besluit:"][-1]
    form.set_value("Na een jaar terug te kijken.")
    html = press(app, texts.VOEG_TOE)
    assert texts.TOEGEVOEGD in html

    def points() -> list[str]:
        stuk = raadsstukken.lees_stuk(database, ANNA, id_)
        return [stuk.woorden(it) for it in stuk.van(OnderdeelSoort.BESLISPUNT)]

    assert points() == ["Geld voor een tolk.", "Na een jaar terug te kijken."]
    press(app, texts.OMHOOG)
    assert points() == ["Na een jaar terug te kijken.", "Geld voor een tolk."]
    press(app, texts.ERUIT)
    assert points() == ["Geld voor een tolk."]
    html = press(app, texts.ERUIT)
    assert raadsstukken.lees_stuk(database, ANNA, id_).van(OnderdeelSoort.ARGUMENT)
    assert "Zet die eerst ergens anders bij." in html


def test_what_was_taken_out_is_put_back_in_the_deel_that_it_came_from(
    database: Database, app: AppTest, als: Als
) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    page(app, stuk=id_, stap="schrijven", deel="argumenten")
    gone = texts.ERUIT_GEHAALD.format(meer="argumenten", aantal=1)
    assert gone not in labels(app.expander)
    html = press(app, texts.ERUIT)
    assert texts.ERUIT_GEDAAN in html
    assert gone in labels(app.expander)
    assert "Eruit gehaald door u, " in html
    assert "Buren kennen elkaar &lt;i&gt;beter&lt;/i&gt;." in html
    field(app.selectbox, texts.WELK_DEEL).select("kanttekeningen").run()
    assert not [it for it in labels(app.expander) if it.startswith("Eruit gehaald")]
    field(app.selectbox, texts.WELK_DEEL).select("voorgesteld_besluit").run()
    press(app, texts.ERUIT)
    field(app.selectbox, texts.WELK_DEEL).select("argumenten").run()
    html = press(app, texts.ERUIT_TERUG)
    assert texts.ERUIT_ZONDER.format(wat=texts.ERUIT_ZONDER_WAT["bij"]) in html
    (back,) = raadsstukken.lees_stuk(database, ANNA, id_).van(OnderdeelSoort.ARGUMENT)
    assert (back.stand.bij, back.stand.indicator) == (None, CIJFER[0])
    assert gone not in labels(app.expander)
    field(app.selectbox, texts.WELK_DEEL).select("voorgesteld_besluit").run()
    assert texts.ERUIT_TERUG_GEDAAN in press(app, texts.ERUIT_TERUG)
    assert "Geld voor een tolk." in beside(app)


@pytest.mark.parametrize("veld", ["tekst", "toelichting"])
def test_what_is_typed_in_what_a_colleague_takes_out_is_kept_and_said(
    database: Database, app: AppTest, als: Als, veld: str
) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    page(app, stuk=id_, stap="schrijven", deel="argumenten")
    (argument,) = raadsstukken.lees_stuk(database, ANNA, id_).van(OnderdeelSoort.ARGUMENT)
    stukonderdelen.remove_onderdeel(database, BOB, id_, argument.id)
    label = texts.ONDERDEEL_VELD[OnderdeelSoort.ARGUMENT, veld].format(argument="argument")
    field(app.text_area, label).set_value("Dit typte ik.").run()
    html = html_of(app)
    assert texts.INTUSSEN_ERUIT in html
    assert "Eruit gehaald door een collega, " in html
    press(app, texts.ERUIT_TERUG)
    assert field(app.text_area, label).value == "Dit typte ik."


def test_what_is_added_or_put_back_stands_open_among_several(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    page(app, stuk=id_, stap="schrijven", deel="voorgesteld_besluit")
    for said in ("Twee.", "Drie."):
        [it for it in app.text_area if it.label == "De raad besluit:"][-1].set_value(said)
        assert texts.TOEGEVOEGD in press(app, texts.VOEG_TOE)
        assert field(app.text_area, "De raad besluit:").value == said
    press(app, texts.ERUIT)
    press(app, texts.ERUIT_TERUG)
    assert field(app.text_area, "De raad besluit:").value == "Drie."


def test_a_deel_that_is_not_in_the_stuk_is_said(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database, StukSoort.WIJKBEELD)
    als("beleidsmedewerker")
    said = texts.DEEL_ONBEKEND.format(deel="Gegevens van het stuk")
    for deel in ("zzz", "voorgesteld_besluit"):
        assert said in html_of(page(app, stuk=id_, stap="schrijven", deel=deel))
    field(app.selectbox, texts.WELK_DEEL).select("onderwerp").run()
    assert "Het deel waar de link" not in html_of(app)


def test_without_a_first_year_the_money_is_called_as_in_the_document(
    database: Database, app: AppTest, als: Als
) -> None:
    id_ = make_stuk(database)
    kop = raadsstukken.lees_stuk(database, ANNA, id_).kop
    raadsstukken.change_kop(database, ANNA, id_, StukKopInvoer(TITEL, kop.fase), begonnen_bij=1, token="k")
    als("beleidsmedewerker")
    page(app, stuk=id_, stap="schrijven", deel="financien")
    assert texts.BEDRAG.format(jaar="jaar 1") in labels(app.text_input)


def test_one_person_in_two_windows_is_warned_too(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    page(app, stuk=id_, stap="schrijven", deel="aanleiding")
    elsewhere = TekstInvoer(StukVeld(Deel.AANLEIDING), "In het andere venster.", 0)
    stukvelden.save_tekst(database, ANNA, id_, elsewhere, token="elders")
    field(app.text_area, texts.VELD_TEKST).set_value("Hier.").run()
    html = html_of(app)
    for said in (texts.BOTSING_ZELF, "In het andere venster.", "Hier."):
        assert said in html
    press(app, texts.NEEM.format(nummer=2))
    field(app.text_area, texts.VELD_TEKST).set_value("Hier verder.").run()
    assert texts.BOTSING_ZELF not in html_of(app)
    assert raadsstukken.lees_stuk(database, ANNA, id_).tekst(Deel.AANLEIDING) == "Hier verder."


def test_an_argument_says_which_of_number_and_citaat_is_missing(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    html = html_of(page(app, stuk=id_, stap="schrijven", deel="argumenten"))
    assert "Buren kennen elkaar &lt;i&gt;beter&lt;/i&gt;." in html
    assert f" · {texts.GEEN_VERHAAL}" in html
    box = field(app.selectbox, texts.BIJ_CITAAT)
    box.select_index(1)
    html = press(app, texts.GEGEVENS_BEWAAR)
    assert texts.GEGEVENS_BEWAARD in html
    stuk = raadsstukken.lees_stuk(database, ANNA, id_)
    assert stuk.van(OnderdeelSoort.ARGUMENT)[0].stand.citaat == stuk.citaten[0]


def test_niets_doen_stays_among_the_alternatieven(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    html = html_of(page(app, stuk=id_, stap="schrijven", deel="alternatieven"))
    assert raadsstukken.NIETS_DOEN in html
    assert texts.ERUIT not in labels(app.button)


def test_money_is_read_as_dutch_people_write_it(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    page(app, stuk=id_, stap="schrijven", deel="financien")
    field(app.text_area, "Waar is het geld voor?").set_value("Tolk")
    field(app.text_input, texts.BEDRAG.format(jaar=2027)).set_value("duizend")
    assert texts.GEEN_BEDRAG in press(app, texts.VOEG_TOE)
    field(app.text_input, texts.BEDRAG.format(jaar=2027)).set_value("1.234,50")
    box = field(app.selectbox, texts.GELDVORM)
    box.select_index(0)
    html = press(app, texts.VOEG_TOE)
    assert texts.TOEGEVOEGD in html
    stuk = raadsstukken.lees_stuk(database, ANNA, id_)
    assert str(stuk.van(OnderdeelSoort.FINANCIELE_REGEL)[0].stand.bedragen[0]) == "1234.50"
    assert "2027: € 1.234,50" in html


def test_a_title_and_money_that_somebody_else_changed_meanwhile_are_not_overwritten(
    database: Database, app: AppTest, als: Als
) -> None:
    id_ = make_stuk(database)
    money = OnderdeelInvoer(geldvorm=GeldVorm.STRUCTUREEL, bedragen=(Decimal(100), None, None, None))
    soort = OnderdeelSoort.FINANCIELE_REGEL
    regel = stukonderdelen.add_onderdeel(database, ANNA, id_, soort, money, {"tekst": "Tolk"}, token="g")
    als("beleidsmedewerker")
    page(app, stuk=id_)
    kop = raadsstukken.lees_stuk(database, ANNA, id_).kop
    hers = StukKopInvoer("Een andere titel", kop.fase, jaar=kop.jaar)
    raadsstukken.change_kop(database, BOB, id_, hers, begonnen_bij=kop.nummer, token="b")
    field(app.text_input, texts.STUK_TITEL).input("Een nieuwe titel")
    assert "Iemand anders veranderde dit intussen" in press(app, texts.KOP_BEWAAR)
    assert raadsstukken.lees_stuk(database, ANNA, id_).kop.titel == "Een andere titel"
    assert field(app.text_input, texts.STUK_TITEL).value == "Een nieuwe titel"
    press(app, texts.KOP_BEWAAR)
    assert raadsstukken.lees_stuk(database, ANNA, id_).kop.titel == "Een nieuwe titel"

    page(app, stuk=id_, stap="schrijven", deel=Deel.FINANCIEN.value)
    label = texts.BEDRAG.format(jaar=2027)
    more = replace(money, bedragen=(Decimal(200), None, None, None))
    stukonderdelen.change_onderdeel(database, BOB, id_, regel, more, begonnen_bij=1)
    field(app.text_input, label).input("300")
    assert "Iemand anders veranderde dit intussen" in press(app, texts.GEGEVENS_BEWAAR)
    press(app, texts.GEGEVENS_BEWAAR)
    (now,) = raadsstukken.lees_stuk(database, ANNA, id_).van(soort)
    assert now.stand.bedragen[0] == 300


def test_an_earlier_besluit_is_taken_from_the_store(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    besluit = raadsbesluiten(database, GEMEENTE)[0]
    als("beleidsmedewerker")
    page(app, stuk=id_, stap="schrijven", deel="context")
    for label, place in ((texts.EERDER, 0), (texts.BESLUIT, 1)):
        field(app.selectbox, label).select_index(place)
    html = press(app, texts.VOEG_TOE)
    assert texts.TOEGEVOEGD in html
    (it,) = raadsstukken.lees_stuk(database, ANNA, id_).van(OnderdeelSoort.EERDER)
    assert it.stand.raadsbesluit == besluit.id


def test_who_writes_for_another_wijk_reads_and_cannot_write(
    database: Database, app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = make_stuk(database)
    elsewhere = (Roltoewijzing(GebruikerRol.BELEIDSMEDEWERKER, "WK990102"),)
    monkeypatch.setattr(wie, "gebruiker", lambda: replace(ANNA, id="proef:elders", toewijzingen=elsewhere))
    for stap in texts.STAPPEN:
        html = html_of(page(app, stuk=id_, stap=stap, deel="argumenten"))
        assert not app.exception
        assert texts.ALLEEN_LEZEN in html
        assert all(it.disabled for it in app.text_area)
        assert labels(app.button) <= {texts.MAAK.format(soort="Word")}


def test_in_no_other_deel_the_product_writes_something(database: Database) -> None:
    for soort in StukSoort:
        kop = StukKopInvoer("Een stuk", BobFase.BEELDVORMING if soort is StukSoort.RAADSVOORSTEL else None)
        id_ = raadsstukken.add_stuk(database, ANNA, GEMEENTE, soort, kop, token=f"z-{soort}")
        stukkeuzes.choose(
            database, ANNA, id_, [StukKeuze(KeuzeSoort.WIJK, WIJK), StukKeuze(KeuzeSoort.INDICATOR, *CIJFER)]
        )
        written = stukteksten(database, raadsstukken.lees_stuk(database, ANNA, id_)).zinnen
        assert written
        assert {it.deel for it in written} <= stukschrijven.ZELF


# Looking again and taking along


def test_the_preview_shows_the_stuk_and_what_is_missing(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    stukvelden.save_tekst(
        database,
        ANNA,
        id_,
        TekstInvoer(StukVeld(Deel.AANLEIDING), f"Indien {'wij veel woorden schrijven ' * 10}.", 0),
        token="t",
    )
    als("beleidsmedewerker")
    html = html_of(page(app, stuk=id_, stap="nakijken"))
    assert not app.exception
    assert 'class="tv document"' in html
    assert "Buren kennen elkaar &lt;i&gt;beter&lt;/i&gt;." in html
    assert texts.ONTBREEKT_ARGUMENT.format(argument="Argument 1.1", wat=texts.GEEN_VERHAAL.lower()) in html
    assert "misschien gewoner “als”" in html
    assert "Leesbaarheid: " in html
    assert texts.VERANDERD_NOG_NIET in html
    assert headings(html, 2).count(texts.NIET_KUNNEN) == 1
    ours = html.partition(texts.LEESBAAR_MONITOR)[2].partition("</details>")[0]
    assert "Zinnen van het programma bij " in ours
    assert f'href="raadsvoorstel?stuk={id_}&amp;stap=schrijven&amp;deel=' in ours
    assert "misschien gewoner “als”" not in ours


def test_what_the_raad_would_ask_for_is_told_where_it_is_and_stops_nobody(
    database: Database, app: AppTest, als: Als
) -> None:
    id_ = make_stuk(database)
    add = partial(stukonderdelen.add_onderdeel, database, ANNA, id_)
    add(OnderdeelSoort.BESLISPUNT, teksten={"tekst": "€ 99.999 beschikbaar te stellen"}, token="punt")
    add(OnderdeelSoort.ARGUMENT, teksten={"tekst": "Een * van 77 procent <b>"}, token="argument")
    als("beleidsmedewerker")
    html = html_of(page(app, stuk=id_, stap="nakijken"))
    for said in (
        "Alternatief 1: er staat nog niet bij wat het betekent als de raad niets doet.",
        "Beslispunt 1 lijkt geld te vragen, maar er is nog geen regel over geld.",
        "Beslispunt 2 lijkt geld te vragen, maar er is nog geen regel over geld.",
        "Beslispunt 2: € 99.999 komt niet uit de cijfers of het geld van dit stuk.",
        "Argument A.1 hoort bij geen beslispunt.",
        "Argument A.1: 77 procent komt niet uit de cijfers",
    ):
        assert said in html
    assert texts.MAAK.format(soort="Word") in [it.label for it in page(app, stuk=id_, stap="downloaden").button]


def test_what_is_missing_says_which_choice_is_to_be_made_and_what_went_away(
    database: Database, app: AppTest, als: Als
) -> None:
    id_ = make_stuk(database)
    for number, who in enumerate((ANNA, BOB)):
        written = TekstInvoer(StukVeld(Deel.AANLEIDING), f"Tekst {number}.", 0)
        stukvelden.save_tekst(database, who, id_, written, token=who.id)
    als("beleidsmedewerker")
    html = html_of(page(app, stuk=id_, stap="nakijken"))
    assert texts.ONTBREEKT_KEUZE.format(plek=woorden.stukdeel(StukSoort.RAADSVOORSTEL, Deel.AANLEIDING)) in html
    stuk = raadsstukken.lees_stuk(database, ANNA, id_)
    werk = Stukwerk(queries.stand(), ANNA, stuk, schrijft=True)
    (argument,) = stuk.van(OnderdeelSoort.ARGUMENT)
    assert stuknakijken.lacking(werk, argument) == [texts.GEEN_VERHAAL.lower()]
    gone = replace(argument, stand=replace(argument.stand, indicator="weg", citaat="weg"))
    assert stuknakijken.lacking(werk, gone) == [texts.ONTBREEKT_CIJFER_WEG, texts.ONTBREEKT_CITAAT_WEG]


@pytest.mark.parametrize("soort", [DocumentSoort.MD, DocumentSoort.DOCX])
def test_a_file_is_made_when_asked_and_what_changed_since_is_told(
    database: Database, app: AppTest, als: Als, soort: DocumentSoort
) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    page(app, stuk=id_, stap="downloaden")
    assert not app.get("download_button")
    field(app.selectbox, texts.WELKE_SOORT).select(soort).run()
    html = press(app, texts.MAAK.format(soort=texts.SOORTEN[soort]))
    assert len(app.get("download_button")) == 1
    assert "Sinds versie 1 van " in html
    assert "veranderde er niets" in html
    made = app.session_state["raadsstuk-gemaakt"]
    assert made.naam.endswith(f".{soort.value}")
    assert made.inhoud
    stukvelden.save_tekst(database, BOB, id_, TekstInvoer(StukVeld(Deel.AANLEIDING), "Nieuw.", 0), token="t")
    app.run()
    html = html_of(app)
    assert texts.NIET_MEER_ZO in html
    assert "Een tekst in het stuk is veranderd." in html


def test_what_changed_is_told_of_the_version_that_somebody_has_at_hand(
    database: Database, app: AppTest, als: Als
) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    for number, said in enumerate(("", "Eerst.", "Later."), start=1):
        if said:
            written = TekstInvoer(StukVeld(Deel.AANLEIDING), said, number - 2)
            stukvelden.save_tekst(database, ANNA, id_, written, token=said)
        who = ANNA if number < 3 else BOB
        take_momentopname(database, who, lees_moment(database, who, id_), token=str(number))
    html = html_of(page(app, stuk=id_, stap="downloaden"))
    assert "Versie 2, gemaakt door u" in html
    assert "Versie 3, gemaakt door een collega" in html
    assert "Sinds versie 3 van " in html
    assert "veranderde er niets" in html
    field(app.selectbox, texts.MOMENT_WELK).select(1).run()
    html = html_of(app)
    assert "Sinds versie 1 van " in html
    assert "Een tekst in het stuk is veranderd." in html


def test_a_figure_that_may_no_longer_be_shown_is_told_without_a_number(
    database: Database, app: AppTest, als: Als
) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    take_momentopname(database, ANNA, lees_moment(database, ANNA, id_), token="1")
    hide = "INSERT INTO meting_onderdrukking (gebied, indicator, periode) SELECT gebied, indicator, periode FROM meting"
    with database.writing() as cursor:
        cursor.execute(f"{hide} WHERE gebied = ? AND indicator = ?", [WIJK, CIJFER[0]])
    html = html_of(page(app, stuk=id_, stap="nakijken"))
    assert "): hier is nu geen cijfer te zien." in html
    assert " werd geen cijfer" not in html


def test_a_stuk_taken_along_twice_the_same_is_one_version_and_tells_when_last(
    database: Database, app: AppTest, als: Als
) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    veld, begin = StukVeld(Deel.AANLEIDING), database.now()
    for number, said in enumerate(("Eerst.", "Later.", "Eerst.")):
        day = begin + timedelta(days=number)
        database.now = lambda day=day: day  # type: ignore[misc]
        stukvelden.save_tekst(database, ANNA, id_, TekstInvoer(veld, said, number), token=f"tekst{number}")
        take_momentopname(database, ANNA, lees_moment(database, ANNA, id_), token=str(number))
    html = html_of(page(app, stuk=id_, stap="downloaden"))
    first, last = (format_datum(to_amsterdam(it).date()) for it in (begin, begin + timedelta(days=2)))
    assert f"; voor het laatst gemaakt {last}" in html
    assert f"Sinds versie 1 van {first}, voor het laatst gemaakt op {last} veranderde er niets" in html
    assert "Versie 2" in html
    assert "Versie 3" not in html


# What stood before


def test_an_earlier_text_is_shown_and_put_back(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    veld = StukVeld(Deel.AANLEIDING)
    als("beleidsmedewerker")
    assert texts.VERSIES not in html_of(page(app, stuk=id_, stap="schrijven", deel="aanleiding"))
    stukvelden.save_tekst(database, ANNA, id_, TekstInvoer(veld, "Eerst <b>dit</b>.", 0), token="een")
    stukvelden.save_tekst(database, BOB, id_, TekstInvoer(veld, "Nu dat.", 1), token="twee")
    app.run()
    field(app.selectbox, texts.VERSIES_VELD).select_index(0).run()
    html = html_of(app)
    assert "Eerst &lt;b&gt;dit&lt;/b&gt;." in html
    assert "Versie 1, door u, " in html
    assert "Versie 2, door een collega, " in html
    assert html.count(texts.VERSIE_STAAT) == 1
    html = press(app, texts.VERSIE_TERUG)
    assert texts.VERSIE_TERUGGEZET in html
    assert field(app.text_area, texts.VELD_TEKST).value == "Eerst <b>dit</b>."
    stuk = raadsstukken.lees_stuk(database, ANNA, id_)
    assert [it.tekst for it in stuk.teksten[veld]] == ["Eerst <b>dit</b>.", "Nu dat.", "Eerst <b>dit</b>."]


def test_all_words_of_a_field_are_taken_away_for_good(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    veld = StukVeld(Deel.AANLEIDING)
    als("beleidsmedewerker")
    stukvelden.save_tekst(database, ANNA, id_, TekstInvoer(veld, "Weg ermee.", 0), token="een")
    page(app, stuk=id_, stap="schrijven", deel="aanleiding")
    field(app.selectbox, texts.VERSIES_VELD).select_index(0).run()
    html = press(app, texts.WOORDEN_WEG_ZEKER)
    assert texts.WOORDEN_WEG_GEDAAN in html
    assert "Weg ermee." not in html
    assert texts.VERSIE_WEG in html
    assert field(app.text_area, texts.VELD_TEKST).value == ""


def test_a_file_that_waits_never_gives_a_citaat_that_was_taken_back(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    (verhaal,) = raadsstukken.lees_stuk(database, ANNA, id_).citaten
    als("beleidsmedewerker")
    page(app, stuk=id_, stap="downloaden")
    field(app.selectbox, texts.WELKE_SOORT).select(DocumentSoort.MD).run()
    press(app, texts.MAAK.format(soort="Markdown"))
    made = app.session_state["raadsstuk-gemaakt"]
    citaat = made.citaten[verhaal]
    werk = Stukwerk(queries.stand(), ANNA, raadsstukken.lees_stuk(database, ANNA, id_), schrijft=True)
    assert stukdownloaden.given(werk, made) is made.inhoud
    assert citaat in made.inhoud.decode()
    with database.writing() as cursor:
        cursor.execute(
            "INSERT INTO toestemming (id, verhaal, gebruik, gegeven, vorm, door, op)"
            " VALUES ('nee', $verhaal, 'openbaar', FALSE, 'digitaal', 'verteller', $op)",
            {"verhaal": verhaal, "op": database.now()},
        )
    app.run()
    assert "Een citaat is teruggenomen of niet meer openbaar." in html_of(app)
    again = stukdownloaden.given(werk.fresh(), made).decode()
    assert citaat not in again
    assert TERUGGENOMEN in again


def test_a_page_has_few_elements(database: Database, app: AppTest, als: Als) -> None:
    id_ = make_stuk(database)
    als("beleidsmedewerker")
    for stap in texts.STAPPEN:
        page(app, stuk=id_, stap=stap)
        assert len(list(app.main)) < 60, stap
