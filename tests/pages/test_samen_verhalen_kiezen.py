"""Samen verhalen kiezen through dashboard.py: from a new ronde to its end, and what is refused on the way."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.domain.gebruiker import BEZOEKER, Gebruiker
from monitor.domain.indicator import StemRol
from monitor.domain.leesronde import DomeinSoort, Leesniveau, NagaanUitkomst, Werkwijze
from monitor.domain.proef import proefrol
from monitor.services import leesrondes
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.invoer import id_from
from monitor.services.leesrondes import NieuweRonde
from monitor.store.opslag import shared_database
from monitor.ui import wie
from monitor.ui.texts import leesronde as texts
from tests.pages.test_paginas import headings, html_of

Als = Callable[[str], None]
WIJK, KLEIN = "WK990101", "WK990105"
BEGELEIDER = proefrol("proef:begeleider").gebruiker
ONDERWERP = "Elkaar <b>ontmoeten</b> **echt**"
REDEN = "Hier zie je dat een <i>kleine</i> vraag **genoeg** is."
ANDERS = "Dit kennen we al."
GEKOZEN, ANDER, INTERN = (id_from("verhaal", it) for it in ("hl-voetstappen", "hl-wandel", "hl-douche"))
TITEL_GEKOZEN = "Sinds de soep weet ik wie er boven woont"


@pytest.fixture
def als(monkeypatch: pytest.MonkeyPatch) -> Als:
    """Look as somebody of Kijk als; nobody by default."""
    chosen: dict[str, Gebruiker] = {"wie": BEZOEKER}
    monkeypatch.setattr(wie, "gebruiker", lambda: chosen["wie"])

    def look(naam: str) -> None:
        chosen["wie"] = proefrol(f"proef:{naam}").gebruiker

    return look


def make_ronde(store: Path, werkwijze: Werkwijze = Werkwijze.STEMMING) -> tuple[str, str]:
    """A ronde of bewoners that is open, with two public verhalen and an internal one on the table; its first domein."""
    database = shared_database(str(store))
    nieuw = NieuweRonde("Voorjaar", Leesniveau.BEWONERS, werkwijze, date(2025, 1, 1), date(2026, 6, 30), (ONDERWERP,))
    ronde = leesrondes.add_ronde(database, BEGELEIDER, WIJK, nieuw, token="ronde")
    beeld = leesrondes.rondebeeld(database, BEGELEIDER, WIJK, ronde)
    first = beeld.domeinen[0].domein.id
    misging = next(it.domein.id for it in beeld.domeinen if it.domein.soort is DomeinSoort.MISGING)
    leesrondes.place_verhalen(database, BEGELEIDER, WIJK, ronde, [GEKOZEN, ANDER], first)
    leesrondes.place_verhalen(database, BEGELEIDER, WIJK, ronde, [INTERN], misging)
    return ronde, first


def choose(store: Path, ronde: str, domein: str, verhaal: str = GEKOZEN) -> None:
    """Choose there, with somebody who sees it differently."""
    database = shared_database(str(store))
    leesrondes.choose(database, BEGELEIDER, WIJK, ronde, domein, verhaal, REDEN, token=f"keuze {verhaal}")
    leesrondes.add_afwijking(
        database, BEGELEIDER, WIJK, ronde, domein, StemRol.BEWONER, ANDERS, ANDER, token=f"anders {verhaal}"
    )


def page(app: AppTest, ronde: str = "", stap: str = "", wijk: str = WIJK) -> AppTest:
    app.run()
    for name, value in (("wijk", wijk), ("ronde", ronde), ("stap", stap)):
        if value:
            app.query_params[name] = value
    return app.switch_page("pages/samen_verhalen_kiezen.py").run()


def step(app: AppTest, stap: str) -> AppTest:
    """Another step: within one visit the choice decides, and not the address."""
    return next(it for it in app.radio if it.label == texts.STAP).set_value(stap).run()


def field(widgets: Any, label: str) -> Any:
    return next(it for it in widgets if it.label == label)


def pick(app: AppTest, label: str, option: str) -> None:
    box = field(app.selectbox, label)
    box.select_index(box.options.index(option))


def press(app: AppTest, label: str) -> str:
    field(app.button, label).click().run()
    assert not app.exception
    return html_of(app)


def values(store: Path, sql: str) -> list[tuple[Any, ...]]:
    with shared_database(str(store)).reading() as cursor:
        return cursor.rows(sql)


def test_without_a_wijk_it_asks_which(app: AppTest, als: Als) -> None:
    html = html_of(page(app, wijk=""))
    assert headings(html, 1) == [texts.TITEL]
    assert 'href="samen-verhalen-kiezen?wijk=WK990101"' in html


@pytest.mark.parametrize("wijk", ["WK999999", "niets", "<b>", "GM9901"])
def test_an_unknown_wijk_gets_a_sentence(app: AppTest, als: Als, wijk: str) -> None:
    html = html_of(page(app, wijk=wijk))
    assert not app.exception
    assert 'class="tv melding"' in html
    assert "<b>" not in re.sub("<b>[^<]", "", html)


def test_an_unknown_ronde_gets_a_sentence(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    ronde, _ = make_ronde(voorbeeld_store)
    for wijk, asked in ((WIJK, "<b>niets"), ("WK990102", ronde)):
        html = html_of(page(app, asked, wijk=wijk))
        assert not app.exception
        assert leesrondes.ONBEKENDE_RONDE in html
        assert "<b>niets" not in html


def test_what_leads_to_a_person_is_marked_and_replaced_before_it_is_kept(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    ronde, _ = make_ronde(voorbeeld_store)
    als("begeleider")
    page(app, ronde, "kiezen")
    pick(app, texts.WELK_ONDERWERP, texts.ONDERWERP.format(nummer=1))
    pick(app, texts.WELK_VERHAAL, texts.GEEN_VERHAAL)
    field(app.text_area, texts.REDEN).set_value("Karin van Dalen wist het niet.")
    html = press(app, texts.KIES_DIT)
    assert "naar een persoon" in html
    assert 'class="vondst direct"' in html
    next(it for it in app.button if "-vondst-" in (it.key or "")).click().run()
    assert not app.exception
    assert "Karin" not in field(app.text_area, texts.REDEN).value
    assert texts.GEKOZEN in press(app, texts.KIES_DIT)
    assert values(voorbeeld_store, "SELECT reden FROM leeskeuze WHERE reden LIKE '%Karin%'") == []


def test_of_a_small_wijk_a_bezoeker_reads_no_ronde_and_somebody_of_elsewhere_neither(app: AppTest, als: Als) -> None:
    for naam in ("bezoeker", "begeleider", "raadslid"):
        als(naam)
        html = html_of(page(app, wijk=KLEIN))
        assert texts.BIJ_GEMEENTE in html
        assert texts.RONDES not in html


def test_the_example_shows_two_rondes_with_a_reason_for_every_choice(app: AppTest, als: Als) -> None:
    html = html_of(page(app))
    assert headings(html, 3) == [
        "Het wijkteam leest wat bewoners kozen",
        "Voorjaar 2026: wat zegt dit jaar over ons?",
    ]
    bewoners, team = (html_of(page(app, id_from("leesronde", it))) for it in ("hl-voorjaar", "hl-wijkteam"))
    assert "Zonder hen wilden wij hier niet kiezen." not in bewoners
    assert texts.WAAROM_NIETS_INTERN in bewoners
    assert "Het mag ook eens gaan over wat gewoon goed gaat." in bewoners
    assert "Bewoners: 9 van de 14 mensen" in bewoners
    assert "Eerder gekozen door bewoners, maart 2026" in team
    assert texts.ZONDER_KEUZE in team
    assert "Gekozen door bewoners, maart 2026" in bewoners
    assert "Eerder gekozen" not in bewoners
    assert "Ook gekozen door het wijkteam, april 2026" in bewoners


# A new ronde


def test_a_ronde_begins_with_all_that_is_wrong_told_at_once_and_keeps_what_was_typed(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    als("begeleider")
    page(app)
    field(app.text_input, texts.NAAM).set_value("Voorjaar")
    field(app.text_input, texts.VAN).set_value("gisteren")
    html = press(app, texts.BEGIN)
    for melding in ("Kies wie er kiest.", "Kies hoe u kiest.", "de eerste dag", "de laatste dag"):
        assert melding in html
    assert field(app.text_input, texts.NAAM).value == "Voorjaar"
    pick(app, texts.WIE_KIEST, "bewoners")
    pick(app, texts.HOE_KIEST, texts.HOE["gesprek"])
    field(app.text_input, texts.VAN).set_value("1-1-2026")
    field(app.text_input, texts.TOT).set_value("31-3-2026")
    field(app.text_area, texts.DOMEINEN).set_value("Elkaar ontmoeten\n\nWonen\n")
    html = press(app, texts.BEGIN)
    assert texts.BEGONNEN in html
    assert headings(html, 1) == ["Voorjaar"]
    assert headings(html, 2)[:4] == ["Elkaar ontmoeten", "Wonen", "Iets anders", "Wat misging"]
    assert len(values(voorbeeld_store, "SELECT * FROM leesronde WHERE naam = 'Voorjaar'")) == 1


def test_the_wijkteam_reads_what_bewoners_chose(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    ronde, domein = make_ronde(voorbeeld_store)
    choose(voorbeeld_store, ronde, domein)
    leesrondes.close(shared_database(str(voorbeeld_store)), BEGELEIDER, WIJK, ronde)
    als("begeleider")
    page(app)
    field(app.text_input, texts.NAAM).set_value("Het wijkteam leest")
    pick(app, texts.WIE_KIEST, "het wijkteam")
    pick(app, texts.HOE_KIEST, texts.HOE["gesprek"])
    field(app.text_input, texts.VAN).set_value("1-1-2025")
    field(app.text_input, texts.TOT).set_value("30-6-2026")
    assert "Kies van welke eerdere ronde" in press(app, texts.BEGIN)
    field(app.checkbox, texts.LEES_RONDE.format(nummer=3, wie="bewoners")).check()
    html = press(app, texts.BEGIN)
    assert texts.LEEST in html
    assert TITEL_GEKOZEN in html
    assert "Eerder gekozen door bewoners" in html
    assert "kleine&lt;/i&gt; vraag" in html


# On the table


def test_only_what_may_be_used_in_a_gesprek_can_be_laid_down_and_moved(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    ronde, domein = make_ronde(voorbeeld_store)
    als("begeleider")
    page(app, ronde, "tafel")
    field(app.checkbox, texts.AANBOD_NUMMER.format(nummer=1)).check()
    field(app.checkbox, texts.VERHAAL_NUMMER.format(nummer=3)).check()
    assert "Kies een onderwerp van deze ronde." in press(app, texts.LEG_NEER)
    pick(app, texts.WAARHEEN, texts.ONDERWERP.format(nummer=1))
    assert texts.NEERGELEGD in press(app, texts.LEG_NEER)
    sql = f"SELECT count(DISTINCT verhaal) FROM leesdomein_verhaal WHERE domein = '{domein}'"  # noqa: S608
    assert values(voorbeeld_store, sql) == [(4,)]
    field(app.checkbox, texts.VERHAAL_NUMMER.format(nummer=3)).check()
    pick(app, texts.WAARHEEN, texts.VAN_TAFEL)
    press(app, texts.LEG_NEER)
    assert values(voorbeeld_store, "SELECT count(*) FROM leesdomein_verhaal WHERE domein IS NULL") == [(1,)]


# Choosing


def test_no_choice_without_a_reason_and_what_was_typed_stays(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    ronde, _ = make_ronde(voorbeeld_store)
    als("begeleider")
    page(app, ronde, "kiezen")
    html = press(app, texts.KIES_DIT)
    for melding in ("Kies eerst een onderwerp", "Kies eerst een verhaal", "Schrijf op waarom"):
        assert melding in html
    pick(app, texts.WELK_ONDERWERP, texts.ONDERWERP.format(nummer=1))
    pick(app, texts.WELK_VERHAAL, texts.VERHAAL_NUMMER.format(nummer=1))
    assert "Schrijf op waarom u dit verhaal kiest." in press(app, texts.KIES_DIT)
    field(app.text_area, texts.REDEN).set_value("Vraag het Karin van Dalen, 06-12345678.")
    assert "naar een persoon" in press(app, texts.KIES_DIT)
    assert "Karin" in field(app.text_area, texts.REDEN).value
    assert values(voorbeeld_store, "SELECT * FROM leeskeuze WHERE reden LIKE '%Karin%'") == []
    field(app.text_area, texts.REDEN).set_value(REDEN)
    html = press(app, texts.KIES_DIT)
    assert texts.GEKOZEN in html
    assert "Gekozen door bewoners" in html
    assert texts.NIET_GEKOZEN in html
    assert "&lt;i&gt;kleine&lt;/i&gt; vraag **genoeg**" in html


def test_the_whole_verhaal_is_read_and_what_was_said_stays_when_the_group_chooses_again(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    ronde, domein = make_ronde(voorbeeld_store)
    choose(voorbeeld_store, ronde, domein)
    als("begeleider")
    html = html_of(page(app, ronde, "kiezen"))
    assert "<details" not in html
    pick(app, texts.WELK_ONDERWERP, texts.ONDERWERP.format(nummer=1))
    pick(app, texts.WELK_VERHAAL, texts.VERHAAL_NUMMER.format(nummer=1))
    field(app.text_area, texts.REDEN).set_value("Beter gezegd.")
    html = press(app, texts.KIES_DIT)
    assert "Beter gezegd." in html
    assert ANDERS in html
    pick(app, texts.WELK_ONDERWERP, texts.ONDERWERP.format(nummer=1))
    pick(app, texts.WELK_VERHAAL, texts.VERHAAL_NUMMER.format(nummer=2))
    field(app.text_area, texts.REDEN).set_value("Toch deze.")
    html = press(app, texts.KIES_DIT)
    assert texts.EERDER_HIER.format(nummer=1) in html
    assert "Beter gezegd." in html
    assert ANDERS in html
    step(app, "sluiten")
    pick(app, texts.WEGHALEN_WAT, texts.WOORDEN_EERDER.format(plaats=1, nummer=1))
    html = press(app, texts.WEGHALEN_KNOP)
    assert "Beter gezegd." not in html
    assert ANDERS in html


def test_more_votes_than_people_are_refused_in_words(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    ronde, _ = make_ronde(voorbeeld_store)
    als("begeleider")
    page(app, ronde, "kiezen")
    field(app.text_input, texts.DEELNEMERS_AANTAL.format(rol="Bewoners")).set_value("4")
    press(app, texts.DEELNEMERS_BEWAAR)
    pick(app, texts.STEM_VERHAAL, texts.VERHAAL_NUMMER.format(nummer=1))
    field(app.text_input, texts.STEM_AANTAL.format(rol="Bewoners")).set_value("400")
    assert "Er lezen geen 400 bewoners mee." in press(app, texts.STEM_BEWAAR)
    assert field(app.text_input, texts.STEM_AANTAL.format(rol="Bewoners")).value == "400"


def test_a_ronde_that_another_window_closed_says_that_what_was_typed_is_not_kept(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    ronde, domein = make_ronde(voorbeeld_store)
    als("begeleider")
    page(app, ronde, "kiezen")
    field(app.text_area, texts.REDEN).set_value("Toch nog.")
    leesrondes.close(shared_database(str(voorbeeld_store)), BEGELEIDER, WIJK, ronde)
    assert texts.INTUSSEN_VOORBIJ in press(app, texts.KIES_DIT)
    assert values(voorbeeld_store, f"SELECT * FROM leeskeuze WHERE domein = '{domein}'") == []  # noqa: S608
    assert texts.INTUSSEN_VOORBIJ not in html_of(step(app, "sluiten"))


def test_words_of_people_never_stand_in_a_label(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    ronde, domein = make_ronde(voorbeeld_store)
    choose(voorbeeld_store, ronde, domein)
    als("begeleider")
    page(app, ronde)
    for stap in texts.STAPPEN:
        html = html_of(step(app, stap))
        assert "Elkaar &lt;b&gt;ontmoeten&lt;/b&gt; **echt**" in html
        labels = [it.label for kind in (app.button, app.checkbox, app.text_input, app.text_area) for it in kind]
        labels += [text for it in app.selectbox for text in (it.label, *it.options)]
        assert labels
        assert not any("ontmoeten" in label or "kleine" in label or "soep" in label for label in labels)


def test_people_votes_and_who_sees_it_differently_are_kept(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    ronde, domein = make_ronde(voorbeeld_store)
    als("begeleider")
    page(app, ronde, "kiezen")
    field(app.text_input, texts.DEELNEMERS_AANTAL.format(rol="Bewoners")).set_value("acht")
    assert "heel getal" in press(app, texts.DEELNEMERS_BEWAAR)
    field(app.text_input, texts.DEELNEMERS_AANTAL.format(rol="Bewoners")).set_value("8")
    field(app.text_input, texts.GAST_AANTAL).set_value("3")
    field(app.text_input, texts.GAST_WIE).set_value("studenten")
    assert "Wie meeleest: 8 bewoners en 3 gasten (studenten)." in press(app, texts.DEELNEMERS_BEWAAR)
    pick(app, texts.STEM_VERHAAL, texts.VERHAAL_NUMMER.format(nummer=1))
    field(app.text_input, texts.STEM_AANTAL.format(rol="Bewoners")).set_value("5")
    assert "Stemmen: 5 bewoners" in press(app, texts.STEM_BEWAAR)
    choose(voorbeeld_store, ronde, domein)
    page(app, ronde, "kiezen")
    html = html_of(app)
    assert f'bewoner: liever verhaal 2: <span dir="auto">{ANDERS}' in html


def test_in_a_ronde_that_talks_there_is_no_form_to_vote(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    ronde, _ = make_ronde(voorbeeld_store, Werkwijze.GESPREK)
    als("begeleider")
    page(app, ronde, "kiezen")
    assert not any(it.label == texts.STEM_BEWAAR for it in app.button)


def test_asking_once_more_and_closing_and_taking_words_away(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    ronde, domein = make_ronde(voorbeeld_store)
    als("begeleider")
    assert texts.NIETS_NA_TE_GAAN in html_of(page(app, ronde, "nagaan"))
    choose(voorbeeld_store, ronde, domein)
    step(app, "sluiten")
    assert texts.GESLOTEN in press(app, texts.SLUIT)
    assert texts.VOORBIJ in html_of(app)
    step(app, "nagaan")
    field(app.selectbox, texts.WELK_ONDERWERP).select_index(0)
    assert "Kies wat eruit kwam." in press(app, texts.NAGAAN_BEWAAR)
    pick(app, texts.UITKOMST, "bevestigd")
    pick(app, texts.WIE_GING_NA, texts.IK_BEN[StemRol.PROFESSIONAL])
    field(app.text_input, texts.NAGAAN_OP).set_value("19-11-2026")
    html = press(app, texts.NAGAAN_BEWAAR)
    assert "19 november 2026, door een professional: bevestigd" in html
    box = [it for it in app.selectbox if it.label == texts.WELK_ONDERWERP][1]
    box.select_index(0)
    field(app.text_input, texts.HERKEND_GEVRAAGD.format(rol="Bewoners")).set_value("12")
    field(app.text_input, texts.HERKEND_AANTAL.format(rol="Bewoners")).set_value("9")
    assert "Bewoners: 9 van de 12 mensen" in press(app, texts.HERKEND_BEWAAR)
    step(app, "sluiten")
    pick(app, texts.WEGHALEN_WAT, texts.WOORDEN_REDEN.format(nummer=1))
    html = press(app, texts.WEGHALEN_KNOP)
    assert texts.WEGGEHAALD in html
    assert texts.WAAROM_WEG in html
    assert "kleine" not in html
    assert values(voorbeeld_store, "SELECT uitkomst FROM leesnagaan WHERE rol = 'professional'")[-1:] == [
        (NagaanUitkomst.BEVESTIGD.value,)
    ]


def test_a_ronde_that_does_not_go_on_says_why(app: AppTest, als: Als, voorbeeld_store: Path) -> None:
    ronde, _ = make_ronde(voorbeeld_store)
    als("begeleider")
    page(app, ronde, "sluiten")
    assert "Schrijf op waarom" in press(app, texts.GELAST_AF)
    field(app.text_area, texts.AFGELASTEN_REDEN).set_value("Er waren te weinig mensen.")
    html = press(app, texts.GELAST_AF)
    assert "Er waren te weinig mensen." in html
    assert texts.AFGELAST in html
    assert texts.INTUSSEN_VOORBIJ not in html
    pick(app, texts.WEGHALEN_WAT, texts.WOORDEN_AFGELAST)
    assert "Er waren te weinig mensen." not in press(app, texts.WEGHALEN_KNOP)


# Who reads


def test_a_bezoeker_reads_what_is_public_and_has_nothing_to_fill_in(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    ronde, domein = make_ronde(voorbeeld_store)
    choose(voorbeeld_store, ronde, domein)
    html = html_of(page(app, ronde))
    assert TITEL_GEKOZEN in html
    assert "kleine" in html
    assert "Ik douche bij mijn zus" not in html
    assert texts.MISSCHIEN_MEER in html
    assert not app.button
    assert not app.text_area
    als("bewoner")
    html = html_of(page(app, ronde))
    assert "Ik douche bij mijn zus" in html
    assert texts.MISSCHIEN_MEER not in html
    assert texts.MAG_NIET in html


def test_a_verhaal_that_is_taken_back_is_gone_from_the_page_and_one_sentence_says_so(
    app: AppTest, als: Als, voorbeeld_store: Path
) -> None:
    ronde, domein = make_ronde(voorbeeld_store)
    choose(voorbeeld_store, ronde, domein)
    withdraw_verhaal(shared_database(str(voorbeeld_store)), GEKOZEN, "verteller")
    for naam in ("begeleider", "bezoeker"):
        als(naam)
        page(app, ronde)
        for stap in texts.STAPPEN:
            html = html_of(step(app, stap) if naam == "begeleider" else app)
            assert TITEL_GEKOZEN not in html
            assert "kleine" not in html
            assert ANDERS not in html
            assert texts.GEKOZEN_WEG in html
            assert (texts.WEG[0] in html) == (naam == "begeleider")
