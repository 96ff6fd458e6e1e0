"""The page Activiteiten through dashboard.py: one sheet for everybody, and forms for who may write on it."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Radio

from monitor.domain.gebruiker import BEZOEKER, Gebruiker
from monitor.domain.proef import proefrol
from monitor.services.activiteitinvoer import NAAM_VAN_VELD
from monitor.store.opslag import shared_database
from monitor.ui import wie
from monitor.ui.texts import activiteiten as texts
from monitor.ui.texts import vondsten as vondstwoorden
from tests.pages.test_paginas import headings, html_of, run

WIJK = "WK990101"
Act = Callable[[str], None]
IN_GEBRUIK = """
SELECT s.indicator, v.naam
FROM (SELECT indicator, arg_max(status, op) AS status FROM indicator_status WHERE gebied = 'WK990101' GROUP BY ALL) AS s
JOIN indicator_versie AS v ON v.indicator = s.indicator
WHERE s.status = 'in_gebruik'
ORDER BY s.indicator
LIMIT 1
"""
WERK = """
SELECT coalesce(z.activiteit, z.initiatief)
FROM (
    SELECT activiteit, NULL AS initiatief FROM activiteit_indicator WHERE indicator = '{indicator}'
    UNION ALL
    SELECT NULL, initiatief FROM initiatief_indicator WHERE indicator = '{indicator}'
) AS z
LEFT JOIN activiteit AS a ON a.id = z.activiteit
LEFT JOIN initiatief AS i ON i.id = z.initiatief
WHERE coalesce(a.gebied, i.gebied) = 'WK990101' AND coalesce(a.status, 'loopt') IN ('loopt', 'proef') AND i.tot IS NULL
"""


@pytest.fixture
def act(monkeypatch: pytest.MonkeyPatch) -> Act:
    """Let the page think that somebody looks; "" is the bezoeker."""

    def look(naam: str) -> None:
        gebruiker: Gebruiker = proefrol(f"proef:{naam}").gebruiker if naam else BEZOEKER
        monkeypatch.setattr(wie, "gebruiker", lambda: gebruiker)

    return look


def rows(app: AppTest, sql: str) -> list[tuple[object, ...]]:
    assert app
    from monitor import settings

    with shared_database(settings.from_environment().store).reading() as cursor:
        return cursor.rows(sql)


def fill(app: AppTest, **given: str) -> None:
    """Type something in a field and choose something in a box of the form that is shown, by the words above it."""
    labels = {getattr(texts, name): value for name, value in given.items()}
    for element in (*app.text_input, *app.text_area, *app.selectbox):
        if element.label in labels and f"activiteiten-{shown(app)}-" in str(element.key):
            element.set_value(labels.pop(element.label))
    assert not labels, f"no such field: {list(labels)}"


def soorten(app: AppTest) -> Radio[str]:
    return next(it for it in app.radio if it.label == texts.WERK_WAT)


def shown(app: AppTest) -> str:
    """Which form is shown; those that were opened before stand there too, put by."""
    return str(soorten(app).value)


def choose(app: AppTest, soort: str) -> None:
    soorten(app).set_value(soort).run()


def typed(app: AppTest) -> dict[str, str]:
    """What stands in the fields of the form that is shown, by the words above them."""
    fields = (*app.text_input, *app.text_area, *app.selectbox)
    return {it.label: it.value for it in fields if f"activiteiten-{shown(app)}-" in str(it.key)}


def save(app: AppTest) -> str:
    next(it for it in app.button if f"activiteiten-{shown(app)}-" in str(it.key)).click().run()
    assert not app.exception
    return html_of(app)


def test_everybody_reads_what_is_done_in_a_wijk_also_what_stopped(app: AppTest, act: Act) -> None:
    act("")
    html = html_of(run(app, "activiteiten", wijk=WIJK))
    assert not app.exception
    assert headings(html, 1) == [texts.TITEL.format(wijk="De Hoge Linden")]
    assert {"Geldspreekuur op het wijkkantoor", "Soepmiddag in de fietsenkelder"} <= set(headings(html, 3))
    assert "gestopt" in html
    assert "Niemand wil gezien worden" in html
    assert not app.text_input
    assert not app.button


def test_the_welzijnscontract_of_the_whole_gemeente_stands_in_the_same_table_as_the_soup(app: AppTest) -> None:
    html = html_of(run(app, "activiteiten", wijk=WIJK))
    table = html[html.index("<table") : html.index("</table>")]
    assert "Welzijnscontract: buurthuizen en ontmoeting in alle wijken<" in table
    assert "uit het welzijnscontract, in de hele gemeente" in table
    assert "€\u00a0748.000 besteed" in table
    assert "€\u00a0760.000 toegekend" in table
    assert "1.390 uur besteed" in table


def test_a_year_shows_only_what_went_on_then_and_keeps_the_numbers(app: AppTest) -> None:
    whole = html_of(run(app, "activiteiten", wijk=WIJK))
    html = html_of(run(app, "activiteiten", wijk=WIJK, jaar="2022"))
    assert "Proef met een tolk aan tafel" in whole
    assert "Proef met een tolk aan tafel" not in html
    assert "Geldspreekuur op het wijkkantoor" in html
    assert texts.OVER_JAAR.format(jaar=2022) in html
    place = whole.index("Geldspreekuur op het wijkkantoor</h3>")
    number = whole[:place].rsplit('id="nummer-', 1)[1].split('"')[0]
    assert f'id="nummer-{number}"' in html


@pytest.mark.parametrize("jaar", ["1850", "onzin", "٢٠٢٢", ""])
def test_a_year_of_which_nothing_is_known_shows_all(app: AppTest, jaar: str) -> None:
    html = html_of(run(app, "activiteiten", wijk=WIJK, jaar=jaar))
    assert not app.exception
    assert "Proef met een tolk aan tafel" in html


@pytest.mark.parametrize("code", ["WK999999", "GM9901", "BU99010101", "<script>"])
def test_what_is_no_wijk_gets_a_sentence_and_a_choice(app: AppTest, code: str) -> None:
    html = html_of(run(app, "activiteiten", wijk=code))
    assert not app.exception
    assert headings(html, 1) == [texts.TITEL_KIES]
    assert "melding" in html
    assert "<script" not in html
    assert 'href="activiteiten?wijk=WK990101"' in html


def test_a_wijk_is_chosen_in_a_box_and_its_sheet_opens(app: AppTest) -> None:
    run(app, "activiteiten")
    app.selectbox[0].set_value("WK990102").run()
    assert headings(html_of(app), 1) == [texts.TITEL.format(wijk="Zonnedaal")]


def test_the_wijk_page_leads_to_the_sheet(app: AppTest) -> None:
    assert f'href="activiteiten?wijk={WIJK}"' in html_of(run(app, "wijk", wijk=WIJK))


def test_a_welzijnswerker_adds_an_activiteit_and_what_was_typed_shows_as_text(app: AppTest, act: Act) -> None:
    act("welzijnswerker-1")
    run(app, "activiteiten", wijk=WIJK)
    choose(app, "activiteit")
    fill(
        app,
        THEMA="ontmoeten",
        NAAM="Samen *sjoelen* <b>",
        VRAAG_ROL="geen",
        STATUS="proef",
        VRAAG_BEGON="1-11-2026",
        VRAAG_VRAAG="Mag het ook binnen?",
    )
    html = save(app)
    assert html.index('id="toevoegen"') < html.index(texts.BEWAARD)
    assert "Samen *sjoelen* &lt;b&gt;" in html
    assert texts.BEGON_VRAAG.format(vraag="Mag het ook binnen?") in html
    assert rows(app, "SELECT organisatie FROM activiteit WHERE naam LIKE 'Samen%'") == [(None,)]


def test_what_was_typed_in_one_form_stays_and_comes_in_no_other(app: AppTest, act: Act) -> None:
    act("welzijnswerker-1")
    run(app, "activiteiten", wijk=WIJK)
    fill(app, STATUS="gestopt", GEBEURDE="De kok is moe.")
    assert "Kies waar het over gaat." in save(app)
    choose(app, "activiteit")
    assert not any(typed(app).values())
    fill(app, NAAM="Sjoelen")
    html = save(app)
    assert texts.NU_BEWAREN not in html
    assert "Kies hoe het ermee staat." in html
    choose(app, "voortgang")
    assert (typed(app)[texts.STATUS], typed(app)[texts.GEBEURDE]) == ("gestopt", "De kok is moe.")
    choose(app, "activiteit")
    assert typed(app)[texts.NAAM] == "Sjoelen"


def test_a_worker_finds_the_way_to_the_forms_at_the_top_and_a_visitor_sees_none(app: AppTest, act: Act) -> None:
    act("welzijnswerker-1")
    html = html_of(run(app, "activiteiten", wijk=WIJK))
    assert html.index('href="#toevoegen"') < html.index("<article") < html.index('id="toevoegen"')
    act("")
    assert "toevoegen" not in html_of(run(app, "activiteiten", wijk=WIJK))


def test_who_writes_that_the_last_work_stopped_reads_which_figure_is_in_use_no_longer(app: AppTest, act: Act) -> None:
    act("welzijnswerker-1")
    run(app, "activiteiten", wijk=WIJK)
    ((code, naam),) = rows(app, IN_GEBRUIK)
    html = ""
    for (id_,) in rows(app, WERK.format(indicator=code)):
        assert "niet meer in gebruik" not in html
        fill(app, KIES_ZAAK=str(id_), OP="1-11-2026", STATUS="gestopt", GEBEURDE="De kok is moe.")
        html = save(app)
    assert texts.UIT_GEBRUIK[0].format(cijfers=f"“{naam}”", wijk="De Hoge Linden") in html


def test_what_is_wrong_is_said_at_once_and_what_was_typed_stays(app: AppTest, act: Act) -> None:
    act("welzijnswerker-1")
    run(app, "activiteiten", wijk=WIJK)
    choose(app, "activiteit")
    fill(app, NAAM="Sjoelen", VRAAG_BEGON="ooit", VRAAG_EINDE="later", BESCHRIJVING="Met een bak.")
    html = save(app)
    for melding in ("Kies een thema.", "Schrijf de eerste dag als 15-7-2026.", "Schrijf de laatste dag als 15-7-2026."):
        assert melding in html
    values = typed(app)
    assert (values[texts.NAAM], values[texts.VRAAG_BEGON]) == ("Sjoelen", "ooit")
    assert values[texts.BESCHRIJVING] == "Met een bak."
    assert rows(app, "SELECT count(*) FROM activiteit WHERE naam = 'Sjoelen'") == [(0,)]


@pytest.mark.parametrize("veld", NAAM_VAN_VELD)
def test_a_refusal_names_a_field_as_the_form_asks_it(veld: str) -> None:
    asked = [words for words in vars(texts).values() if isinstance(words, str)]
    assert any(words.startswith(NAAM_VAN_VELD[veld]) for words in asked)


def test_what_leads_to_a_person_is_shown_and_replaced_before_it_is_kept(app: AppTest, act: Act) -> None:
    act("welzijnswerker-1")
    run(app, "activiteiten", wijk=WIJK)
    choose(app, "gebeurtenis")
    fill(app, OP="1-11-2026", TITEL_GEBEURTENIS="Sjoelbak kwijt", TOELICHTING="Bel 06-12345678.")
    html = save(app)
    assert "naar een persoon leidt" in html
    assert texts.STAAT_ONDER.format(veld="Wilt u daar iets bij zeggen?") in html
    assert vondstwoorden.ZELF in html
    assert vondstwoorden.MENS not in html
    next(button for button in app.button if "telefoonnummer" in button.label).click().run()
    assert texts.NU_BEWAREN in html_of(app)
    assert "Bel [telefoonnummer]." in save(app)
    assert rows(app, "SELECT toelichting FROM gebeurtenis WHERE titel = 'Sjoelbak kwijt'") == [
        ("Bel [telefoonnummer].",)
    ]
    assert "06-12345678" not in repr(app.session_state)


def test_a_bewoner_says_that_an_initiatief_stops_and_writes_nothing_about_money(app: AppTest, act: Act) -> None:
    act("bewoner")
    run(app, "activiteiten", wijk=WIJK)
    assert next(it for it in app.radio if it.label == texts.WERK_WAT).options == [
        texts.WERK_SOORTEN["voortgang"],
        texts.WERK_SOORTEN["omschrijving"],
    ]
    box = next(it for it in app.selectbox if it.label == texts.KIES_ZAAK)
    assert any("Soepmiddag in de fietsenkelder" in option for option in box.options)
    assert "<li>Soepmiddag in de fietsenkelder" in html_of(run(app, "wijk", wijk=WIJK))
    run(app, "activiteiten", wijk=WIJK)
    (soep,) = rows(app, "SELECT id FROM initiatief WHERE naam LIKE 'Soepmiddag%'")[0]
    fill(
        app,
        KIES_ZAAK=str(soep),
        OP="1-11-2026",
        STATUS="gestopt",
        GEBEURDE="De kok is moe.",
        VRAAG_VERVOLG="Nu koffie.",
    )
    html = save(app)
    assert texts.VERLOOP_REGEL.format(wanneer="november 2026", status="gestopt") in html
    assert texts.TOEN.format(vervolg="Nu koffie.") in html
    assert "<li>Soepmiddag in de fietsenkelder" not in html_of(run(app, "wijk", wijk=WIJK))


def test_a_beleidsmedewerker_writes_down_money_of_the_whole_gemeente_and_strikes_it_out(app: AppTest, act: Act) -> None:
    act("beleidsmedewerker")
    run(app, "activiteiten", wijk=WIJK)
    choose(app, "financiering")
    next(it for it in app.radio if it.label == texts.WAAR).set_value("GM9901")
    fill(
        app,
        THEMA="wonen",
        OMSCHRIJVING="Lampen overal",
        JAAR="2026",
        VORM="subsidie",
        STAAT="aangevraagd",
        BEDRAG="9.000",
    )
    assert re.search("Lampen overal<[^>]*>subsidie, in de hele gemeente<", save(app))
    choose(app, "doorhaling")
    (id_,) = rows(app, "SELECT id FROM financiering WHERE omschrijving = 'Lampen overal'")[0]
    fill(app, REGEL=str(id_), REDEN="Twee keer gevraagd.")
    html = save(app)
    assert "Lampen overal" not in html[html.index("<table") : html.index("</table>")]


def test_other_words_begin_with_the_words_that_are_there(app: AppTest, act: Act) -> None:
    act("welzijnswerker-1")
    run(app, "activiteiten", wijk=WIJK)
    choose(app, "omschrijving")
    (id_,) = rows(app, "SELECT id FROM activiteit WHERE naam = 'Taalmaatjes bij de soep'")[0]
    fill(app, KIES_ZAAK=str(id_))
    app.run()
    values = typed(app)
    assert values[texts.NAAM] == "Taalmaatjes bij de soep"
    assert values[texts.BESCHRIJVING].startswith("Bij elke tafel")
    fill(app, NAAM="Praten bij de soep")
    html = save(app)
    assert "Praten bij de soep" in headings(html, 3)
    assert "Taalmaatjes bij de soep" not in headings(html, 3)


def test_a_second_click_writes_nothing_twice(app: AppTest, act: Act) -> None:
    act("welzijnswerker-1")
    run(app, "activiteiten", wijk=WIJK)
    choose(app, "gebeurtenis")
    fill(app, OP="1-11-2026", TITEL_GEBEURTENIS="Sjoelfeest")
    save(app)
    save(app)
    assert rows(app, "SELECT count(*) FROM gebeurtenis WHERE titel = 'Sjoelfeest'") == [(1,)]


def test_the_sheet_is_one_element_however_much_is_done(app: AppTest, act: Act) -> None:
    act("")
    run(app, "activiteiten", wijk=WIJK)
    assert len(app.get("html")) <= 4
