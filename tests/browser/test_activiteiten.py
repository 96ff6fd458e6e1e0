"""The sheet of a wijk in a browser: accessible, Dutch, on paper, and written on by who works there."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from monitor.domain.activiteitenbeeld import ZaakSoort
from monitor.services.activiteiten import activiteitenbeeld
from monitor.store.database import Database
from monitor.ui.texts import activiteiten as texts
from monitor.ui.texts import inbreng
from tests.browser.conftest import WIDTHS, Window
from tests.browser.test_nalezen import look_as, overflow, settle
from tests.browser.test_paginas import english, violations
from tests.conftest import serving

WIJK = "WK990101"
PAD = f"/activiteiten?wijk={WIJK}"
OpenWindow = Callable[..., Window]


@pytest.fixture(scope="module")
def proef(voorbeeld_pad: Path, tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[str]:
    """A server as `make run` starts it."""
    folder = tmp_path_factory.mktemp("activiteiten")
    shutil.copy(voorbeeld_pad, folder / "monitor.duckdb")
    with serving(folder / "monitor.duckdb", folder / "log", MONITOR_PROEF="1") as address:
        yield address


@pytest.fixture(params=WIDTHS, ids=str)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(locale="nl-NL", viewport={"width": request.param, "height": WIDTHS[request.param]})
    context.set_default_timeout(30_000)
    page = context.new_page()
    yield page
    context.close()


@pytest.mark.parametrize("path", ["/activiteiten", PAD, f"{PAD}&jaar=2024"], ids=["choosing", "all", "a year"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_sheet_breaks_no_rule_is_dutch_and_needs_no_sideways_scrolling(
    window: OpenWindow, path: str, width: int
) -> None:
    page = window(width).show(path)
    assert violations(page) == []
    assert english(page) == []
    assert overflow(page) <= 0
    assert page.evaluate(
        "(() => { const it = document.querySelector('.stMain'); return it.scrollWidth <= it.clientWidth; })()"
    )


def test_the_sheet_breaks_no_rule_in_the_dark(window: OpenWindow) -> None:
    opened = window(390)
    opened.page.emulate_media(color_scheme="dark")
    assert violations(opened.show(PAD)) == []


def test_the_wijk_page_leads_to_the_sheet_and_a_year_is_one_click_away(window: OpenWindow) -> None:
    opened = window()
    page = opened.show(f"/wijk?wijk={WIJK}")
    page.get_by_role("link", name=texts.OP_EEN_BLAD.format(wijk="De Hoge Linden")).click()
    expect(page.get_by_role("heading", level=1, name=texts.TITEL.format(wijk="De Hoge Linden"))).to_be_visible()
    page.get_by_role("navigation", name=texts.JAREN).get_by_role("link", name="2022").click()
    expect(page.get_by_text(texts.OVER_JAAR.format(jaar=2022))).to_be_visible()


@pytest.mark.parametrize("soort", texts.WERK_SOORTEN)
def test_each_form_breaks_no_rule_and_is_dutch(page: Page, proef: str, soort: str) -> None:
    look_as(page, proef, "beleidsmedewerker")
    page.goto(proef + PAD)
    expect(page.get_by_role("heading", name=texts.WERK)).to_be_visible()
    page.get_by_text(texts.WERK_SOORTEN[soort], exact=True).click()
    settle(page)
    if soort == "omschrijving":
        page.get_by_role("combobox", name=texts.KIES_ZAAK).click()
        page.get_by_role("option").first.click()
    expect(page.get_by_role("button", name=texts.BEWAAR)).to_be_visible()
    assert violations(page) == []
    assert english(page) == []
    assert overflow(page) <= 0


def test_a_welzijnswerker_says_what_stopped_and_everybody_reads_it(page: Page, proef: str, voorbeeld: Database) -> None:
    naam = next(it for it in activiteitenbeeld(voorbeeld, WIJK).zaken if it.soort is ZaakSoort.ACTIVITEIT).naam
    look_as(page, proef, "welzijnswerker in De Hoge Linden, 1")
    page.goto(proef + PAD)
    page.get_by_text(texts.WERK_SOORTEN["gebeurtenis"], exact=True).click()
    settle(page)
    title = f"Lampjes bij de trap, {page.evaluate('window.innerWidth')}"
    field = partial(page.get_by_role, "textbox", exact=True)
    field(name=texts.TITEL_GEBEURTENIS).fill(title)
    field(name=texts.OP).fill("morgen")
    page.get_by_role("button", name=texts.BEWAAR).click()
    expect(page.get_by_text("Schrijf de dag als 15-7-2026.")).to_be_visible()
    expect(field(name=texts.TITEL_GEBEURTENIS)).to_have_value(title)
    field(name=texts.OP).fill("1-10-2026")
    page.get_by_role("button", name=texts.BEWAAR).click()
    expect(page.get_by_text(texts.BEWAARD)).to_be_visible()
    look_as(page, proef, "bezoeker")
    page.goto(proef + PAD)
    expect(page.get_by_text(title)).to_be_visible()
    expect(page.get_by_role("heading", name=naam)).to_be_visible()


def test_a_bewoner_brings_in_what_came_out_of_something_else_and_the_sheet_tells_how_it_began(
    page: Page, proef: str, voorbeeld: Database
) -> None:
    eerst = activiteitenbeeld(voorbeeld, WIJK).zaken[0]
    look_as(page, proef, "bewoner van De Hoge Linden")
    page.goto(f"{proef}/initiatieven?wijk={WIJK}")
    page.get_by_text(inbreng.BEGIN_LIJST).click()
    expect(page.get_by_role("listitem").filter(has_text=eerst.naam)).to_be_visible()
    assert violations(page) == []
    assert english(page) == []
    assert overflow(page) <= 0
    naam = f"Koffie in de hal, {page.evaluate('window.innerWidth')}"
    page.get_by_label(inbreng.NAAM["initiatief"]).fill(naam)
    page.get_by_role("combobox", name=inbreng.THEMA).click()
    page.get_by_role("option").first.click()
    page.get_by_label(texts.VRAAG_VRAAG).fill("Kan ik ergens binnenlopen?")
    page.get_by_role("combobox", name=texts.VRAAG_UIT).click()
    page.get_by_role("option").first.click()
    page.get_by_role("button", name=inbreng.BEWAAR).click()
    expect(page.get_by_text(inbreng.BEWAARD)).to_be_visible()
    page.goto(proef + PAD)
    card = page.get_by_role("article").filter(has=page.get_by_role("heading", name=naam))
    expect(card).to_contain_text("Kan ik ergens binnenlopen?")
    expect(card).to_contain_text(texts.NUMMER_NAAM.format(nummer=eerst.nummer, naam=eerst.naam))


def test_on_paper_the_sheet_stands_without_the_forms(page: Page, proef: str) -> None:
    look_as(page, proef, "welzijnswerker in De Hoge Linden, 1")
    page.goto(proef + PAD)
    expect(page.get_by_role("button", name=texts.BEWAAR)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name=texts.KOST)).to_be_visible()
    expect(page.get_by_role("heading", name=texts.WERK)).to_be_hidden()
    expect(page.get_by_role("button", name=texts.BEWAAR)).to_be_hidden()
