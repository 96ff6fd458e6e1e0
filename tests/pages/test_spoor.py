"""The page Hoe is dit zo gekomen through dashboard.py: back and on, one click each, and a sentence for the rest."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.services.intrekken import withdraw_verhaal
from monitor.services.spoor import ONBEKEND
from monitor.store.opslag import shared_database
from monitor.ui.texts import spoor as texts
from tests.pages.test_paginas import headings, html_of, run
from tests.pages.test_wijkgesprek import EVIL

PAGE = "hoe_is_dit_zo_gekomen"


def ask(path: Path, sql: str) -> list[Any]:
    with shared_database(str(path)).reading() as cursor:
        return [row[0] for row in cursor.rows(sql)]


def hrefs(html: str) -> set[str]:
    return set(re.findall(r'href="hoe-is-dit-zo-gekomen\?van=([^"]+)"', html))


def test_what_the_raad_decided_goes_back_to_a_verhaal_one_click_at_a_time(app: AppTest, voorbeeld_store: Path) -> None:
    (first, *_) = ask(voorbeeld_store, "SELECT beslispunt FROM beslispunt_bron WHERE wijkplan IS NOT NULL")
    waiting, came_from = [f"beslispunt:{first}"], {f"beslispunt:{first}": ""}
    while not waiting[-1].startswith("verhaal:"):
        van = waiting.pop()
        html = html_of(run(app, PAGE, van=van))
        assert not app.exception
        assert headings(html, 2) == [texts.UIT, texts.NAAR, texts.TIJDLIJN]
        assert 'aria-current="true"' in html
        back = html[html.index(texts.UIT) : html.index(texts.NAAR)]
        new = [it for it in sorted(hrefs(back)) if it.startswith(("leerpunt:", "verhaal:")) and it not in came_from]
        came_from |= dict.fromkeys(new, van)
        waiting += new
        assert waiting, "no way back to a verhaal"
    html = html_of(run(app, PAGE, van=waiting[-1]))
    assert f"van={came_from[waiting[-1]]}" in html[html.index(texts.NAAR) :]


def test_a_figure_is_looked_at_in_its_wijk_and_its_links_stay_there(app: AppTest) -> None:
    html = html_of(run(app, PAGE, van="indicator:vm-buren-oppassen", wijk="WK990101"))
    assert not app.exception
    assert headings(html, 1) == ["Mensen kennen genoeg buren om even op te passen"]
    assert "indicator?indicator=vm-buren-oppassen&amp;wijk=WK990101" in html
    assert "in De Hoge Linden" not in html


@pytest.mark.parametrize(
    "van", ["", "leerpunt", "leerpunt:", "fiets:1", "leerpunt:weg", "verhaal:<script>", ":", "x:y:z"]
)
def test_what_is_not_there_gets_a_sentence_and_a_way_on(app: AppTest, van: str) -> None:
    html = html_of(run(app, PAGE, van=van) if van else run(app, PAGE))
    assert not app.exception
    assert headings(html, 1) == [texts.TITEL]
    assert texts.BEGIN in html
    assert "<script>" not in html
    said = texts.ONBEKEND in html or ONBEKEND in html
    assert said is bool(van)


@pytest.mark.parametrize("wijk", ["WK999999", "<script>", "BU99010100"])
def test_an_unknown_wijk_is_never_another_one(app: AppTest, wijk: str) -> None:
    html = html_of(run(app, PAGE, van="indicator:vm-buren-oppassen", wijk=wijk))
    assert not app.exception
    assert 'class="tv melding"' in html
    assert "Mensen kennen genoeg buren" not in html


def test_a_verhaal_that_was_taken_back_is_told_and_not_named(app: AppTest, voorbeeld_store: Path) -> None:
    sql = "SELECT b.{0} FROM leerpunt_bron AS b JOIN leerpunt AS l ON l.id = b.leerpunt WHERE l.niveau = 'casus'"
    verhaal = ask(voorbeeld_store, f"{sql.format('verhaal')} AND b.verhaal IS NOT NULL ORDER BY 1")[0]
    casus = ask(voorbeeld_store, f"{sql.format('leerpunt')} AND b.verhaal = '{verhaal}'")[0]
    pattern = ask(voorbeeld_store, f"SELECT leerpunt FROM leerpunt_bron WHERE bron_leerpunt = '{casus}'")[0]  # noqa: S608
    titel = re.search(r"<h1[^>]*>(.*?)</h1>", html_of(run(app, PAGE, van=f"verhaal:{verhaal}")))
    assert titel
    withdraw_verhaal(shared_database(str(voorbeeld_store)), verhaal, "verteller")
    html = html_of(run(app, PAGE, van=f"leerpunt:{pattern}"))
    assert "uit een verhaal dat is teruggenomen. Het was verteld in" in html
    assert titel[1] not in html
    assert ONBEKEND in html_of(run(app, PAGE, van=f"verhaal:{verhaal}"))


def test_what_people_wrote_is_never_obeyed(app: AppTest, voorbeeld_store: Path) -> None:
    database = shared_database(str(voorbeeld_store))
    with database.writing() as cursor:
        cursor.execute("UPDATE leerpunt_lezing SET tekst = $evil", {"evil": EVIL})
    (first, *_) = ask(voorbeeld_store, "SELECT id FROM leerpunt WHERE niveau = 'bottleneck'")
    html = html_of(run(app, PAGE, van=f"leerpunt:{first}"))
    assert not app.exception
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_at_which_wijkbezoek_it_was_told_is_not_for_everybody(
    app: AppTest, kijk_als: Callable[[str], Any], voorbeeld_store: Path
) -> None:
    (verhaal, *_) = ask(voorbeeld_store, "SELECT verhaal FROM wijkbezoek_verhaal")
    assert "wijkbezoek:" not in html_of(run(app, PAGE, van=f"verhaal:{verhaal}"))
    assert "wijkbezoek:" in html_of(run(kijk_als("begeleider"), PAGE, van=f"verhaal:{verhaal}"))


def test_who_writes_for_the_raad_goes_from_a_figure_to_the_stuk_and_back(
    app: AppTest, kijk_als: Callable[[str], Any]
) -> None:
    cijfer = {"van": "indicator:vm-buren-oppassen", "wijk": "WK990101"}
    assert "raadsstuk:" not in html_of(run(app, PAGE, **cijfer))
    app = kijk_als("beleidsmedewerker")
    stuk = next(it for it in hrefs(html_of(run(app, PAGE, **cijfer))) if it.startswith("raadsstuk:"))
    app.query_params.clear()
    html = html_of(run(app, PAGE, van=stuk))
    assert not app.exception
    assert texts.STUK_ALLEEN_U in html
    assert f'href="raadsvoorstel?stuk={stuk.removeprefix("raadsstuk:")}"' in html
    assert any(it.startswith("indicator:vm-buren-oppassen") for it in hrefs(html))
