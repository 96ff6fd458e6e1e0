"""Samen kiezen through dashboard.py: from an empty wijk to an indicator in use, and the ways that are refused."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.domain.gebruiker import BEZOEKER, Gebruiker
from monitor.domain.proef import proefrol
from monitor.store.opslag import shared_database
from monitor.ui import wie
from monitor.ui.texts import kiezen as texts
from tests.pages.test_paginas import headings, html_of, said_under

Als = Callable[[str], None]
WIJK, LEEG = "WK990101", "WK990111"


@pytest.fixture
def als(monkeypatch: pytest.MonkeyPatch) -> Als:
    """Look as somebody of Kijk als; nobody by default."""
    chosen: dict[str, Gebruiker] = {"wie": BEZOEKER}
    monkeypatch.setattr(wie, "gebruiker", lambda: chosen["wie"])

    def look(naam: str) -> None:
        chosen["wie"] = proefrol(f"proef:{naam}").gebruiker

    return look


def page(app: AppTest, stap: str = "", wijk: str = WIJK) -> AppTest:
    app.run()
    if wijk:
        app.query_params["wijk"] = wijk
    if stap:
        app.query_params["stap"] = stap
    return app.switch_page("pages/indicatoren_kiezen.py").run()


def step(app: AppTest, stap: str) -> AppTest:
    # Fields of a step that was left stand on the page unseen: without them a label names one field.
    del app.session_state["kiezen-begonnen"]
    return app.radio(key="kiezen-stap").set_value(stap).run()


def field(widgets: Any, label: str) -> Any:
    return next(it for it in widgets if it.label == label)


def press(app: AppTest, label: str) -> str:
    field(app.button, label).click().run()
    assert not app.exception
    return html_of(app)


def saved(app: AppTest, label: str) -> str:
    """What stands under the button after it was pressed."""
    press(app, label)
    return said_under(app, label)


def values(store: Path, sql: str) -> list[tuple[Any, ...]]:
    with shared_database(str(store)).reading() as cursor:
        return cursor.rows(sql)


@pytest.fixture
def lege_wijk(voorbeeld_store: Path) -> Path:
    """The example with a wijk about which nothing is known yet."""
    with shared_database(str(voorbeeld_store)).writing() as cursor:
        cursor.execute("INSERT INTO gebied VALUES (?, 'wijk')", [LEEG])
        cursor.execute("INSERT INTO gebied_versie VALUES (?, DATE '2026-01-01', NULL, 'Nieuwland')", [LEEG])
        cursor.execute("INSERT INTO gebied_ouder VALUES (?, 'GM9901', DATE '2026-01-01', NULL)", [LEEG])
    return voorbeeld_store


@pytest.mark.parametrize("stap", [*texts.STAPPEN, "onzin"])
@pytest.mark.parametrize("wie_", ["bezoeker", "bewoner", "begeleider"])
def test_every_step_stands_for_everybody_without_an_error(app: AppTest, als: Als, wie_: str, stap: str) -> None:
    als(wie_)
    html = html_of(page(app, stap))
    assert not app.exception
    assert headings(html, 1) == [texts.TITEL]
    reads_only = wie_ == "bezoeker" or (wie_ == "bewoner" and stap not in ("zeggen", "steun"))
    assert (texts.MAG_NIET in html) == reads_only


def test_the_step_is_the_one_that_the_address_asks_for_also_when_the_browser_goes_back(app: AppTest, als: Als) -> None:
    page(app, "kijken")
    app.radio(key="kiezen-stap").set_value("steun").run()
    assert app.query_params["stap"] == "steun"
    app.query_params["stap"] = "zeggen"
    app.run()
    assert app.radio(key="kiezen-stap").value == "zeggen"
    assert texts.ZEGGEN in headings(html_of(app), 2)
    del app.query_params["stap"]
    app.run()
    assert app.radio(key="kiezen-stap").value == "kijken"


def test_at_the_end_of_a_step_a_button_leads_to_the_next(app: AppTest, als: Als) -> None:
    page(app)
    for stap in list(texts.STAPPEN)[1:]:
        press(app, texts.VERDER_NAAR.format(stap=texts.STAPPEN[stap]))
        assert app.query_params["stap"] == stap
        assert app.radio(key="kiezen-stap").value == stap
    assert not app.button


def test_who_takes_part_keeps_the_fields_of_a_step_that_she_leaves_until_she_goes_to_another_wijk(
    app: AppTest, als: Als
) -> None:
    als("bewoner")
    page(app, "zeggen")
    key = field(app.text_area, texts.VOORSTEL).key
    app.radio(key="kiezen-stap").set_value("besluit").run()
    assert field(app.text_area, texts.VOORSTEL).key == key
    assert any(it.proto.id.endswith("-weggelegd-kiezen-stap-zeggen") for it in app.get("flex_container"))
    page(app, "besluit", "WK990107")
    assert not app.text_area


def test_a_bezoeker_reads_and_has_nothing_to_fill_in(app: AppTest, als: Als) -> None:
    for stap in texts.STAPPEN:
        page(app, stap)
        assert not app.text_input
        assert not app.text_area
        assert {it.label for it in app.button} <= {texts.VERDER_NAAR.format(stap=it) for it in texts.STAPPEN.values()}


def test_waiting_is_said_openly_with_the_reason(app: AppTest, als: Als) -> None:
    html = html_of(page(app, "besluit"))
    assert "Bewoners steunen dit. Wacht sinds oktober 2025 op professionals." in html
    assert "zonder dat het een verhoor wordt" in html
    assert "1 bezwaar wacht op antwoord." in html
    assert texts.VERVALLEN in html


@pytest.mark.parametrize("wijk", ["WK999999", "niets", "<b>", "GM9901"])
def test_an_unknown_wijk_gets_a_sentence_and_a_choice(app: AppTest, als: Als, wijk: str) -> None:
    html = html_of(page(app, wijk=wijk))
    assert not app.exception
    assert 'class="tv melding"' in html
    assert "<b>" not in re.sub("<b>[^<]", "", html)
    assert field(app.selectbox, texts.WIJK).value is None


def test_choosing_a_wijk_opens_it(app: AppTest, als: Als) -> None:
    page(app, wijk="")
    field(app.selectbox, texts.WIJK).set_value(WIJK).run()
    assert "De Hoge Linden" in html_of(app)


def test_what_could_still_be_told_is_only_for_who_can_do_something_about_it(app: AppTest, als: Als) -> None:
    assert texts.BIJDRAGEN not in html_of(page(app, "kijken", "WK990107"))
    als("beleidsmedewerker")
    assert texts.BIJDRAGEN in html_of(page(app, "kijken", "WK990107"))


def test_a_name_is_marked_and_replaced_before_a_voorstel_is_kept(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    als("bewoner")
    page(app, "zeggen")
    field(app.selectbox, texts.WIE_ZEGT).select_index(0)
    field(app.text_area, texts.VOORSTEL).set_value("Karin van Dalen groet mij, bel 06-12345678.")
    html = press(app, texts.VOORSTEL_BEWAAR)
    assert "naar een persoon" in html
    assert "<mark" in html
    press(app, "Vervang alles met een dichte streep")
    assert "06-12345678" not in field(app.text_area, texts.VOORSTEL).value
    assert texts.VOORSTEL_BEWAARD in saved(app, texts.VOORSTEL_BEWAAR)
    assert "Karin" not in repr(values(voorbeeld_store, "SELECT tekst FROM voorstel"))


def test_words_of_people_are_shown_and_never_obeyed(app: AppTest, als: Als) -> None:
    als("begeleider")
    page(app, "zeggen")
    field(app.selectbox, texts.WIE_ZEGT).select_index(0)
    field(app.text_area, texts.VOORSTEL).set_value("<script>x</script> **vet** :red[rood]")
    html = press(app, texts.VOORSTEL_BEWAAR)
    assert "&lt;script&gt;x&lt;/script&gt; **vet** :red[rood]" in html
    labels = [it.label for kind in (app.button, app.selectbox, app.checkbox, app.text_input) for it in kind]
    assert labels
    assert not any("vet" in label for label in labels)
    assert not any("vet" in option for it in app.selectbox for option in it.options)


def test_the_words_of_a_voorstel_are_looked_at_once_more_before_they_are_gone_for_good(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    als("begeleider")
    page(app, "zeggen")
    tekst = "SELECT count(*) FROM voorstel WHERE tekst IS NOT NULL"
    before = values(voorbeeld_store, tekst)[0][0]
    assert texts.EERST_KIEZEN.format(wat=texts.WAT_VOORSTEL) in saved(app, texts.WEGHALEN_BEKIJK)
    field(app.selectbox, texts.WAT_VOORSTEL.capitalize()).select_index(3)
    said = saved(app, texts.WEGHALEN_BEKIJK)
    assert texts.WEGHALEN_ZEKER in said
    assert '<span class="zacht">4.</span>' in said
    assert "verandert er ook echt iets aan de kooi" in said
    assert values(voorbeeld_store, tekst) == [(before,)]
    html = press(app, texts.WEGHALEN_DOEN)
    assert texts.WEGGEHAALD in said_under(app, texts.WEGHALEN_BEKIJK)
    assert values(voorbeeld_store, tekst) == [(before - 1,)]
    assert "verandert er ook echt iets aan de kooi" not in html
    assert '<span class="zacht">5.</span>' in html


def test_a_wrong_number_names_its_field_and_nothing_is_kept(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    als("begeleider")
    page(app, "steun")
    before = values(voorbeeld_store, "SELECT count(*) FROM draagvlak")
    field(app.selectbox, texts.WELK_CIJFER).select_index(0)
    bewoners, gemeente = texts.VOOR.format(rol="Bewoners"), texts.TEGEN.format(rol="Professionals")
    field(app.text_input, bewoners).set_value("twaalf")
    field(app.text_input, gemeente).set_value("2,5")
    html = press(app, texts.STEUN_BEWAAR)
    assert texts.GETAL_FOUT.format(veld=bewoners) in html
    assert texts.GETAL_FOUT.format(veld=gemeente) in html
    assert field(app.text_input, bewoners).value == "twaalf"
    assert values(voorbeeld_store, "SELECT count(*) FROM draagvlak") == before


def test_words_of_few_people_are_refused_and_stay_in_the_form(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    als("begeleider")
    assert "minstens 5 meededen" in html_of(page(app, "kijken"))
    field(app.selectbox, texts.WELK_CIJFER).set_value("vm-buren-oppassen")
    said = texts.ZEGGEN_ERBIJ.format(rol="Raadsleden")
    field(app.text_input, texts.JA.format(rol="Bewoners")).set_value("9")
    field(app.text_input, said).set_value("Bij ons niet.")
    assert "Er deden minder dan 5 raadsleden mee." in press(app, texts.HERKENT_BEWAAR)
    assert field(app.text_input, said).value == "Bij ons niet."
    field(app.text_input, said).set_value("")
    was = "Bewaard. Dit komt in de plaats van: Bewoners: 14 ja, 9 deels, 6 nee (24 september 2026)."
    assert was in saved(app, texts.HERKENT_BEWAAR)
    counted = "SELECT rol, ja, toelichting FROM herkenning WHERE op > DATE '2026-10-01'"
    assert values(voorbeeld_store, counted) == [("bewoner", 9, None)]


def test_one_too_many_asks_which_leaves(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    als("begeleider")
    page(app, "besluit")
    assert texts.VOL.format(aantal=5) in html_of(app)
    field(app.selectbox, texts.WELK_CIJFER).set_value("vm-open-tafel")
    html = press(app, texts.AANNEMEN_BEWAAR)
    assert "Kies welk cijfer weggaat." in html
    assert "Schrijf op waarom dat cijfer weggaat." in html
    field(app.selectbox, texts.ERUIT).set_value("vm-rondkomen")
    field(app.text_input, texts.ERUIT_REDEN).set_value("Dit meten we nu ergens anders.")
    assert texts.AANGENOMEN in saved(app, texts.AANNEMEN_BEWAAR)
    kern = "SELECT indicator FROM geldig_in WHERE gebied = 'WK990101' AND rol = 'kern' AND tot IS NULL"
    codes = {row[0] for row in values(voorbeeld_store, kern)}
    assert len(codes) == 5
    assert "vm-open-tafel" in codes
    assert "vm-rondkomen" not in codes


def test_an_objection_is_written_down_by_a_bewoner_and_answered_by_who_leads(app: AppTest, als: Als) -> None:
    als("bewoner")
    page(app, "steun")
    fields = [it for it in app.selectbox if it.label == texts.WELK_CIJFER]
    fields[0].set_value("vm-buren-oppassen")
    field(app.selectbox, texts.WIE_ZEGT).select_index(0)
    field(app.text_area, texts.BEZWAAR_TEKST).set_value("Een kat is geen kind.")
    html = press(app, texts.BEZWAAR_BEWAAR)
    assert "Een kat is geen kind." in html
    als("begeleider")
    page(app, "steun")
    field(app.selectbox, texts.WELK_BEZWAAR).select_index(0)
    field(app.text_area, texts.ANTWOORD).set_value("Daar hebt u gelijk in.")
    assert "Daar hebt u gelijk in." in press(app, texts.ANTWOORD_BEWAAR)


def test_from_an_empty_wijk_to_an_indicator_in_use(app: AppTest, als: Als, lege_wijk: Path) -> None:
    als("beleidsmedewerker")
    html = html_of(page(app, "kijken", LEEG))
    assert texts.EERSTE in html
    assert texts.LEGE_WIJK in html
    step(app, "zeggen")
    for tekst in ("Er brandt altijd ergens licht.", "Je loopt zo naar binnen."):
        field(app.selectbox, texts.WIE_ZEGT).select_index(0)
        field(app.text_area, texts.VOORSTEL).set_value(tekst)
        assert tekst in press(app, texts.VOORSTEL_BEWAAR)
    for box in app.checkbox:
        box.check()
    field(app.text_input, texts.GROEP_NAAM).set_value("Binnenlopen")
    field(app.selectbox, texts.GROEP_THEMA).set_value("ontmoeten")
    assert "Binnenlopen" in press(app, texts.GROEPEER)

    step(app, "verder")
    boxes = [it for it in app.selectbox if it.label == texts.WELKE_GROEP]
    boxes[0].select_index(0)
    field(app.text_input, texts.VERDER_WIL.format(rol="Bewoners")).set_value("11")
    assert "Bewoners: 11" in press(app, texts.TEL)
    boxes = [it for it in app.selectbox if it.label == texts.WELKE_GROEP]
    boxes[1].select_index(0)
    html = press(app, texts.UITWERKEN_BEWAAR)
    assert "Schrijf op wie dit vraagt en waarvoor." in html
    for label, words in (
        (texts.NAAM, "Ik kan ergens binnenlopen"),
        (texts.WAARVOOR, "Bewoners, om te zien of er plekken zijn."),
        (texts.BELASTING, "Een vraag per jaar, door vrijwilligers."),
        (texts.REDEN, "Dit merken mensen het eerst."),
    ):
        field(app.text_input, label).set_value(words)
    for label in (texts.EENHEID, texts.BEWIJSSOORT, texts.SOORT, texts.RICHTING, texts.BEINVLOEDBAAR):
        field(app.selectbox, label).select_index(0)
    field(app.text_area, texts.DEFINITIE).set_value("Mensen die een plek weten waar zij zo binnenlopen.")
    exact = field(app.selectbox, texts.DECIMALEN)
    assert (exact.value, texts.DECIMALEN_KEUZE[0]) == (0, "in hele getallen, zoals 13")
    exact.set_value(1)
    press(app, texts.UITWERKEN_BEWAAR)
    code = "wijk-ik-kan-ergens-binnenlopen"
    assert values(lege_wijk, f"SELECT decimalen FROM indicator_versie WHERE indicator = '{code}'") == [(1,)]  # noqa: S608

    step(app, "besluit")
    field(app.selectbox, texts.WELK_CIJFER).set_value(code)
    assert "Bewoners en professionals hebben nog niet gezegd dat zij dit steunen." in press(app, texts.AANNEMEN_BEWAAR)
    assert values(lege_wijk, f"SELECT * FROM geldig_in WHERE gebied = '{LEEG}'") == []  # noqa: S608

    step(app, "steun")
    field(app.selectbox, texts.WELK_CIJFER).set_value(code)
    field(app.text_input, texts.VOOR.format(rol="Bewoners")).set_value("11")
    assert "Bewoners steunen dit. Wacht sinds" in press(app, texts.STEUN_BEWAAR)
    field(app.selectbox, texts.WELK_CIJFER).set_value(code)
    field(app.text_input, texts.VOOR.format(rol="Professionals")).set_value("2")
    assert "Bewoners en professionals steunen dit." in press(app, texts.STEUN_BEWAAR)

    step(app, "besluit")
    field(app.selectbox, texts.WELK_CIJFER).set_value(code)
    assert texts.AANGENOMEN in saved(app, texts.AANNEMEN_BEWAAR)
    assert texts.WERKT_NIETS in html_of(app)
    boxes = [it for it in app.selectbox if it.label == texts.WELK_CIJFER]
    boxes[1].set_value(code)
    field(app.selectbox, texts.WELK_WERK).select_index(0)
    assert texts.WERK_BEWAARD in saved(app, texts.WERK_BEWAAR)
    steps = f"SELECT status FROM indicator_status WHERE indicator = '{code}' ORDER BY op"  # noqa: S608
    assert [row[0] for row in values(lege_wijk, steps)] == ["voorstel", "in_gesprek", "gedragen", "in_gebruik"]


def test_who_may_describes_a_figure_anew_with_a_reason(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    als("begeleider")
    page(app, "besluit")
    assert texts.ANDERS not in [it.label for it in app.expander]
    als("beleidsmedewerker")
    page(app, "besluit")
    box = next(it for it in app.selectbox if it.key and it.key.startswith("anders-"))
    box.set_value("vm-buren-oppassen").run()
    field(app.text_area, texts.DEFINITIE).set_value("Minstens drie buren die even oppassen.")
    assert "Zeg waarom dit cijfer er komt, of wat er verandert." in press(app, texts.ANDERS_BEWAAR)
    field(app.text_input, texts.WAAROM_ANDERS).set_value("Twee buren bleken te weinig.")
    assert texts.ANDERS_BEWAARD in saved(app, texts.ANDERS_BEWAAR)
    breuk = "SELECT uitleg FROM breuk WHERE indicator = 'vm-buren-oppassen' AND soort = 'definitie'"
    assert values(voorbeeld_store, breuk) == [("Twee buren bleken te weinig.",)]


def test_words_that_lead_to_a_person_after_all_can_be_taken_away(app: AppTest, als: Als) -> None:
    als("begeleider")
    page(app, "steun")
    before = html_of(app)
    assert "worden we erop afgerekend" in before
    what = field(app.selectbox, texts.WEG_WELKE)
    option = next(it for it in what.options if "bezwaar van professional" in it)
    what.select(option)
    field(app.selectbox, texts.WEG_WAAROM).select(texts.WEG_REDENEN["persoon"])
    html = press(app, texts.WEG_DOEN)
    assert "worden we erop afgerekend" not in html
    assert "Weggehaald op" in html
