"""The page of one cijfer through dashboard.py: what stands there, what is asked, what is refused in words."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.ui import texts as alle_texts
from monitor.ui.texts import indicator as texts
from monitor.ui.texts import spoor
from tests.pages.test_paginas import headings, html_of, run

BUREN, HOGE_LINDEN = "vm-buren-oppassen", "WK990101"


def test_without_a_code_the_page_asks_and_offers_every_figure_of_the_gemeente(app: AppTest) -> None:
    html = html_of(run(app, "indicator"))
    assert headings(html, 1) == [texts.TITEL]
    assert "Ontmoeten" in headings(html, 2)
    assert f"indicator?indicator={BUREN}&amp;gemeente=GM9901" in html
    assert "hier letten wij op: 7 wijken</span>" in html
    assert "achtergrond</span>" in html


def test_a_figure_that_a_wijk_let_go_keeps_its_past_and_is_no_longer_watched(app: AppTest) -> None:
    html = html_of(run(app, "indicator", indicator="vm-samen-bewegen", wijk=HOGE_LINDEN))
    card = html[html.index(texts.KAART) : html.index(texts.BETEKENIS)]
    assert "Nu niet meer." in card
    assert "In 2020" in card
    assert ">vervallen<" in card
    assert ">hier letten wij op<" not in card


def test_a_figure_of_a_wijk_stands_beside_its_verhalen_with_its_dossier(app: AppTest) -> None:
    html = html_of(run(app, "indicator", indicator=BUREN, wijk=HOGE_LINDEN))
    assert not app.exception
    assert headings(html, 1) == ["Mensen kennen genoeg buren om even op te passen"]
    assert headings(html, 2) == [
        texts.KAART,
        texts.NAAST,
        texts.BETEKENIS,
        texts.DOSSIER,
        texts.VERSIES,
        spoor.TITEL,
        texts.BRONNEN,
    ]
    assert "Zeker gestegen sinds 2017" in html
    assert "Elf bewoners van De Hoge Linden" in html
    assert "Bewoners en professionals uit De Hoge Linden stemden ermee in." in html
    assert f'href="indicatoren-kiezen?wijk={HOGE_LINDEN}"' in html
    assert f'href="activiteiten?wijk={HOGE_LINDEN}"' in html
    assert headings(html, 3)[:3] == ["Vertelt iets anders", "Legt meer uit", "Past bij het cijfer"]


def test_the_page_takes_few_elements_and_three_charts(app: AppTest) -> None:
    run(app, "indicator", indicator=BUREN, wijk=HOGE_LINDEN)
    assert len(app.get("vega_lite_chart")) == 3
    assert len(app.get("html")) <= 12


def test_figures_and_chart_can_be_taken_along(app: AppTest) -> None:
    run(app, "indicator", indicator=BUREN, wijk=HOGE_LINDEN)
    assert [it.proto.label for it in app.get("download_button")] == [texts.CSV, texts.EXCEL, texts.PNG, texts.SVG]


def test_without_figures_there_is_nothing_to_take_along(app: AppTest) -> None:
    run(app, "indicator", indicator="vm-jongeren-gehoord", wijk=HOGE_LINDEN)
    assert not app.get("download_button")


def test_without_a_wijk_the_wijken_are_offered_and_the_verhalen_say_where_they_are_from(app: AppTest) -> None:
    html = html_of(run(app, "indicator", indicator=BUREN))
    assert texts.KIES_EERST in html
    assert f'href="indicator?indicator={BUREN}&amp;wijk=WK990102"' in html
    assert "uit De Hoge Linden" in html
    assert "58 van de 100" in re.sub("<[^>]+>", "", html)
    assert f">{alle_texts.KOLOM_HIER}<" not in html
    app.selectbox[-1].set_value("WK990102").run()
    assert texts.SUB_WIJK.format(wijk="Zonnedaal", thema="Ontmoeten") in html_of(app)


def test_a_wijk_that_did_not_choose_it_gets_a_sentence_and_no_number(app: AppTest) -> None:
    html = html_of(run(app, "indicator", indicator=BUREN, wijk="WK990105"))
    assert "Meerzijde let niet op dit cijfer." in html
    assert not app.get("vega_lite_chart")
    assert not app.get("download_button")


def test_who_is_waited_for_and_an_open_objection_are_said_openly(app: AppTest) -> None:
    html = html_of(run(app, "indicator", indicator="vm-jongeren-gehoord", wijk=HOGE_LINDEN))
    assert "Wacht sinds oktober 2025 op professionals." in html
    assert texts.OPEN in html


def test_versions_stand_there_with_their_reasons(app: AppTest) -> None:
    html = html_of(run(app, "indicator", indicator="vm-weg-naar-hulp", wijk=HOGE_LINDEN))
    assert "Versie 1, sinds 1 januari 2016: Wie hulp zoekt kan een loket noemen" in html
    assert "een loket kunnen noemen iets anders is" in html


def test_a_national_figure_says_that_nobody_chose_it(app: AppTest) -> None:
    html = html_of(run(app, "indicator", indicator="rivm-eenzaam", wijk=HOGE_LINDEN))
    assert texts.LANDELIJK in html
    assert texts.WAARVOOR not in html


@pytest.mark.parametrize(
    ("indicator", "wijk"),
    [
        ("bestaat-niet", HOGE_LINDEN),
        ("<script>alert(1)</script>", HOGE_LINDEN),
        (BUREN, "WK999999"),
        (BUREN, "GM9901"),
        (BUREN, "' OR 1=1"),
        ("é" * 500, "é" * 500),
    ],
)
def test_an_unknown_code_gets_a_sentence_and_never_another_figure_or_wijk(
    app: AppTest, indicator: str, wijk: str
) -> None:
    html = html_of(run(app, "indicator", indicator=indicator, wijk=wijk))
    assert not app.exception
    assert 'class="tv melding"' in html
    assert headings(html, 1) == [texts.TITEL]
    assert "<script" not in html


def test_an_unknown_gemeente_gets_a_sentence(app: AppTest) -> None:
    html = html_of(run(app, "indicator", gemeente="GM0000"))
    assert 'class="tv melding"' in html
    assert headings(html, 1) == [texts.TITEL]


def test_the_wijk_page_and_how_we_know_lead_here(app: AppTest) -> None:
    wijk = html_of(run(app, "wijk", wijk=HOGE_LINDEN))
    charts = len(app.get("vega_lite_chart"))
    links = re.findall(r'href="indicator\?indicator=([a-z0-9-]+)&amp;wijk=WK990101"', wijk)
    assert len(links) >= charts
    assert BUREN in links
    assert f"indicator?indicator={BUREN}" in html_of(run(app, "verantwoording", gemeente="GM9901"))


def test_no_text_of_people_reaches_markdown(app: AppTest) -> None:
    run(app, "indicator", indicator=BUREN, wijk=HOGE_LINDEN)
    shown: list[Any] = [*app.markdown, *app.title, *app.header, *app.subheader, *app.caption]
    assert shown == []
    assert alle_texts.LEGE_OPSLAG not in html_of(app)
