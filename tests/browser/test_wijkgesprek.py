"""A quarter on a real server: prepare, hold, write down and close a wijkgesprek; what is open opens the next one."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from monitor.domain.indicator import StemRol
from monitor.domain.leren import Niveau
from monitor.services import woorden
from monitor.ui.texts import wijkgesprek as texts
from tests.browser.conftest import WIDTHS
from tests.browser.test_kiezen import open_page, sane, unfold
from tests.browser.test_nalezen import look_as, settle
from tests.conftest import serving

WIJK = "WK990101"
VANDAAG = date.today()  # noqa: DTZ011 - the server has a clock of its own, in the same country
CASUS, PATROON, BOTTLENECK = "De zaal was op slot.", "De sleutel is er vaak niet.", "Niemand gaat over de sleutel."


@pytest.fixture
def server(voorbeeld_pad: Path, tmp_path: Path, chromium: str) -> Iterator[str]:
    """A server as `make run` starts it, on a copy of the example of this test's own."""
    shutil.copy(voorbeeld_pad, tmp_path / "monitor.duckdb")
    with serving(tmp_path / "monitor.duckdb", tmp_path / "log", MONITOR_PROEF="1") as address:
        yield address


def fill(page: Page, label: str, words: str) -> None:
    page.get_by_label(label, exact=True).filter(visible=True).first.fill(words)


def press(page: Page, label: str, said: str) -> None:
    """Press the button that is seen: that of a form that was put by is not."""
    page.get_by_role("button", name=label, exact=True).filter(visible=True).click()
    expect(page.get_by_text(said).filter(visible=True).first).to_be_visible(timeout=30_000)
    settle(page)


def choose(page: Page, label: str, option: str) -> None:
    box = page.get_by_role("combobox", name=label).filter(visible=True).first
    box.click()
    page.wait_for_timeout(300)
    if page.get_by_role("option").count() == 0:
        # The click that left another field closed the list again.
        box.press("ArrowDown")
    page.get_by_role("option", name=option, exact=True).click()
    page.wait_for_timeout(150)


def step(page: Page, name: str) -> None:
    page.get_by_role("radiogroup", name=texts.STAP).get_by_text(texts.STAPPEN[name], exact=True).click()
    settle(page)


def day(days: int) -> str:
    return f"{VANDAAG + timedelta(days=days):%d-%m-%Y}"


def prepare(page: Page) -> None:
    step(page, "voorbereiden")
    if page.get_by_role("button", name=texts.PLAN, exact=True).count() == 0:
        # The example left one open: that is held by others.
        unfold(page, texts.NIET_DOOR)
        press(page, texts.NIET_DOOR_BEWAAR, texts.NIET_DOOR_GEZEGD)
    fill(page, texts.WANNEER, day(-1))
    press(page, texts.PLAN, texts.GEPLAND)
    sane(page)
    for number in (1, 2):
        page.get_by_text(texts.LEG.format(nummer=number), exact=True).click()
    press(page, texts.LEG_BEWAAR, texts.GELEGD)
    unfold(page, texts.EIGEN_VRAAG)
    fill(page, texts.VRAAG_TEKST, "Hoe ging het samenwerken?")
    press(page, texts.VRAAG_BEWAAR, texts.GELEGD)
    expect(page.get_by_text("Hoe ging het samenwerken?", exact=True).filter(visible=True).first).to_be_visible()
    sane(page)


def write_down(page: Page) -> None:
    step(page, "opschrijven")
    fill(page, texts.ROLLEN[StemRol.BEWONER], "7")
    fill(page, texts.ROLLEN[StemRol.PROFESSIONAL], "3")
    fill(page, texts.GAST_WIE.format(nummer=1), "een student")
    fill(page, texts.GAST_AANTAL.format(nummer=1), "1")
    press(page, texts.WIE_BEWAAR, "Er waren 7 bewoners en 3 professionals. Te gast: een student (1).")

    # A casus of a verhaal, and one that was made up; then what is seen more often, and what is in the way.
    fill(page, texts.TEKST[Niveau.CASUS], CASUS)
    press(page, texts.LEERPUNT_BEWAAR, "of zeg dat u de casus zelf samenstelde")
    expect(page.get_by_label(texts.TEKST[Niveau.CASUS]).filter(visible=True)).to_have_value(CASUS)
    # What was typed for one level, or in one step, is there still when people come back to it.
    level(page, Niveau.PATROON)
    level(page, Niveau.CASUS)
    step(page, "voorbereiden")
    page.go_back()
    settle(page)
    expect(page.get_by_label(texts.TEKST[Niveau.CASUS]).filter(visible=True)).to_have_value(CASUS)
    choose(page, texts.BRON_VERHAAL_EEN, texts.VERHAAL.format(nummer=1))
    press(page, texts.LEERPUNT_BEWAAR, CASUS)
    fill(page, texts.TEKST[Niveau.CASUS], "Iemand stond buiten te wachten.")
    page.get_by_text(texts.SAMENGESTELD_VRAAG, exact=True).filter(visible=True).click()
    press(page, texts.LEERPUNT_BEWAAR, texts.SAMENGESTELD)

    level(page, Niveau.PATROON)
    fill(page, texts.TEKST[Niveau.PATROON], PATROON)
    press(page, texts.LEERPUNT_BEWAAR, "minstens twee casussen of verhalen")
    pick(page, texts.BRON_PUNTEN, first=2)
    press(page, texts.LEERPUNT_BEWAAR, PATROON)
    level(page, Niveau.BOTTLENECK)
    fill(page, texts.TEKST[Niveau.BOTTLENECK], BOTTLENECK)
    pick(page, texts.BRON_PUNTEN, first=1)
    fill(page, texts.EIGENAAR, "gemeente")
    choose(page, texts.WIE_VERDER, "het college")
    fill(page, texts.TERUGKIJKEN_OP, day(80))
    press(page, texts.LEERPUNT_BEWAAR, BOTTLENECK)
    sane(page)


def level(page: Page, niveau: Niveau) -> None:
    page.get_by_role("radiogroup", name=texts.WELK_NIVEAU).get_by_text(woorden.NIVEAU[niveau], exact=True).click()
    settle(page)


def pick(page: Page, label: str, first: int) -> None:
    """Choose the first ones in a box."""
    for _ in range(first):
        box = page.get_by_role("combobox", name=label).filter(visible=True).first
        box.click()
        page.wait_for_timeout(300)
        if page.get_by_role("option").count() == 0:
            box.press("ArrowDown")
        page.get_by_role("option").first.click()
        page.wait_for_timeout(150)
    page.keyboard.press("Escape")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_quarter_from_preparing_to_the_next_gesprek_that_opens_with_what_is_open(
    browser: Browser, server: str, width: int
) -> None:
    page = open_page(browser, width)
    look_as(page, server, "begeleider in De Hoge Linden")
    page.goto(f"{server}/wijkgesprek?wijk={WIJK}")
    expect(page.get_by_role("heading", name=texts.TITEL, exact=True)).to_be_visible(timeout=30_000)
    settle(page)
    prepare(page)
    write_down(page)
    step(page, "afsluiten")
    sane(page)
    press(page, texts.SLUIT, texts.GESLOTEN)
    step(page, "leerden")
    expect(page.get_by_text(texts.UITKOMST["besproken_nog_open"]).filter(visible=True).first).to_be_visible()
    sane(page)

    step(page, "voorbereiden")
    fill(page, texts.WANNEER, day(90))
    press(page, texts.PLAN, texts.GEPLAND)
    for words in (CASUS, PATROON, BOTTLENECK):
        expect(page.locator("ol.tafel").get_by_text(words, exact=True).filter(visible=True)).to_be_visible()
    sane(page)

    # Everybody reads what was learned, but the casus of a verhaal only when that is public.
    look_as(page, server, "bezoeker")
    page.goto(f"{server}/wijkgesprek?wijk={WIJK}")
    expect(page.get_by_text(BOTTLENECK).filter(visible=True).first).to_be_visible(timeout=30_000)
    settle(page)
    expect(page.get_by_role("button", name=texts.PLAN)).to_have_count(0)
    sane(page)
    page.context.close()
