"""Samen de straat op on a real server: a raadslid plans and writes down, and who learns together says what was told."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from monitor.domain.indicator import StemRol
from monitor.ui.texts import straat as texts
from monitor.ui.texts import wijkgesprek as gesprek
from tests.browser.test_kiezen import choose, fill, open_box, press, sane, unfold
from tests.browser.test_nalezen import look_as, page, settle
from tests.conftest import serving

__all__ = ["page"]
WIJK = "WK990101"
RAADSLID, BEWONER, BEGELEIDER = "raadslid", "bewoner van De Hoge Linden", "begeleider in De Hoge Linden"
GISTEREN = date.today() - timedelta(days=1)  # noqa: DTZ011 - the server has a clock of its own, in the same country
TITEL = "Vrijwilliger zijn is bijna een baan geworden"


@pytest.fixture
def server(voorbeeld_pad: Path, tmp_path: Path, chromium: str) -> Iterator[str]:
    """A server as `make run` starts it, on a copy of the example of this test's own."""
    shutil.copy(voorbeeld_pad, tmp_path / "monitor.duckdb")
    with serving(tmp_path / "monitor.duckdb", tmp_path / "log", MONITOR_PROEF="1") as address:
        yield address


def open_as(page: Page, server: str, who: str) -> None:
    look_as(page, server, who)
    page.goto(f"{server}/wijkbezoek?wijk={WIJK}")
    expect(page.get_by_role("heading", name=texts.TITEL, exact=True)).to_be_visible(timeout=30_000)
    settle(page)


def test_a_raadslid_plans_with_the_keyboard_goes_and_writes_down_what_was_seen(page: Page, server: str) -> None:
    open_as(page, server, RAADSLID)
    sane(page)
    assert page.get_by_role("button", name=texts.HAAL_ERAF, exact=True).count() == 0
    page.locator("summary", has_text=texts.PLANNEN).focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(400)
    fill(page, texts.WANNEER, f"{GISTEREN:%d-%m-%Y}")
    fill(page, texts.WAAR_HEEN, "De winkels aan de laan")
    fill(page, texts.WAT_WETEN, "Wat vindt Karin van Dalen van de stoep?")
    press(page, texts.PLAN, "In wat u wilt weten staat iets dat naar een persoon leidt.")
    expect(page.locator("mark.vondst").first).to_contain_text("Karin van Dalen")
    sane(page)
    page.locator("[class*='st-key-straat-plan-vondst']").get_by_role("button").first.click()
    expect(page.get_by_text(gesprek.NU_BEWAREN)).to_be_visible()
    expect(page.get_by_label(texts.WAAR_HEEN, exact=True)).to_have_value("De winkels aan de laan")
    assert "Karin" not in page.get_by_label(texts.WAT_WETEN, exact=True).input_value()
    press(page, texts.PLAN, texts.GEPLAND_GEZEGD)

    unfold(page, texts.OPSCHRIJVEN)
    open_box(page, texts.WELK)
    page.get_by_role("option").filter(has_text="Bezoek 2").click()
    fill(page, texts.WANNEER_WAS, f"{GISTEREN:%d-%m-%Y}")
    fill(page, texts.GEZIEN, "De stoep is open en mensen lopen om.")
    press(page, texts.BEWAAR, "Vul in hoeveel mensen er mee waren.")
    expect(page.get_by_label(texts.GEZIEN, exact=True)).to_have_value("De stoep is open en mensen lopen om.")
    fill(page, gesprek.ROLLEN[StemRol.RAADSLID], "2")
    fill(page, gesprek.ROLLEN[StemRol.BEWONER], "3")
    press(page, texts.BEWAAR, texts.BEWAARD)
    expect(page.get_by_text("Er gingen 3 bewoners en 2 raadsleden mee.")).to_be_visible()
    sane(page)
    assert TITEL not in page.inner_text("body")


def test_which_verhaal_was_told_can_be_said_and_taken_off_again_by_who_learns_together_here(
    page: Page, server: str
) -> None:
    open_as(page, server, BEGELEIDER)
    expect(page.get_by_role("link", name=TITEL).first).to_be_visible()
    unfold(page, texts.VERHAAL_ERAF)
    page.locator("summary", has_text=texts.VERHALEN_LIJST).filter(visible=True).last.click()
    sane(page)
    listed = page.locator("details[open] li", has_text=TITEL).filter(visible=True).last.inner_text()
    name = listed.partition(": ")[0]
    choose(page, texts.WELK_VERHAAL, name)
    press(page, texts.HAAL_ERAF, texts.ERAF)
    expect(page.get_by_text(texts.VERTELD)).to_have_count(0)

    unfold(page, texts.VERHAAL_ERBIJ)
    choose(page, texts.WELK, page_bezoek(page))
    choose(page, texts.WELK_VERHAAL, name.partition(",")[0])
    press(page, texts.ZET_ERBIJ, texts.ERBIJ)
    sane(page)

    open_as(page, server, BEWONER)
    expect(page.get_by_role("link", name=TITEL).first).to_be_visible()
    open_as(page, server, RAADSLID)
    assert TITEL not in page.inner_text("body")
    assert texts.VERTELD.strip() not in page.inner_text("body")


def page_bezoek(page: Page) -> str:
    """The one bezoek of the example as a list names it."""
    return page.locator("article h3").first.inner_text()
