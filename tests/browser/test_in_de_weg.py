"""Wat in de weg zit on a real server: read at first sight, on a phone and on paper, and what the raad decided of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from monitor.domain.raad import BeslispuntSoort
from monitor.ui.texts import bottleneck as texts
from tests.browser.test_kiezen import choose, fill, open_box, press, sane, unfold
from tests.browser.test_nalezen import look_as, page, settle
from tests.conftest import serving

__all__ = ["page"]
PAD = "in-de-weg?gemeente=GM9901"


@pytest.fixture
def server(voorbeeld_pad: Path, tmp_path: Path, chromium: str) -> Iterator[str]:
    """A server as `make run` starts it, on a copy of the example of this test's own."""
    shutil.copy(voorbeeld_pad, tmp_path / "monitor.duckdb")
    with serving(tmp_path / "monitor.duckdb", tmp_path / "log", MONITOR_PROEF="1") as address:
        yield address


def open_as(page: Page, server: str, who: str) -> None:
    look_as(page, server, who)
    page.goto(f"{server}/{PAD}")
    expect(page.get_by_role("heading", name=texts.TITEL, exact=True)).to_be_visible(timeout=30_000)
    settle(page)


def test_a_raadslid_finds_every_part_takes_the_cards_along_and_prints_it(page: Page, server: str) -> None:
    open_as(page, server, "raadslid")
    sane(page)
    parts = page.get_by_role("navigation", name=texts.NAVIGATIE)
    for title in (texts.OPEN, texts.RAAD, texts.GEREGELD):
        parts.get_by_role("link", name=title, exact=True).click()
        expect(page.get_by_role("heading", name=title, exact=True)).to_be_in_viewport()
    page.get_by_role("link", name="punt 1", exact=True).first.click()
    expect(page.locator("#punt-1")).to_be_in_viewport()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=texts.PDF, exact=True).click()
    assert waiting.value.suggested_filename == "leskaarten-GM9901.pdf"
    assert Path(waiting.value.path()).read_bytes().startswith(b"%PDF")

    page.emulate_media(media="print", color_scheme="dark")
    page.wait_for_timeout(300)
    for gone in (parts, page.get_by_role("button", name=texts.PDF)):
        expect(gone).to_be_hidden()
    expect(page.locator("#punt-1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_what_the_raad_decided_is_linked_to_what_it_is_about_and_can_be_taken_away(page: Page, server: str) -> None:
    open_as(page, server, "beleidsmedewerker")
    unfold(page, texts.BESLUIT_ERBIJ)
    sane(page)
    fill(page, texts.WELKE_DAG, "12-11-2026")
    fill(page, texts.WAAROVER, "De soepmiddag")
    fill(page, texts.PUNT_TEKST.format(nummer=1), "De keuken blijft open, zegt Karin van Dalen.")
    press(page, texts.BEWAAR_BESLUIT, "Kies bij beslispunt 1 hoe het ging.")
    choose(page, texts.PUNT_UITKOMST.format(nummer=1), "aangenomen")
    for soort, name in ((BeslispuntSoort.LEERPUNT, "Punt 3"), (BeslispuntSoort.INDICATOR, "Mensen kennen genoeg")):
        open_box(page, texts.PUNT_OVER[soort].format(nummer=1))
        # Streamlit's own words of a box where more can be chosen have no setting.
        expect(page.get_by_role("option", name="Kies alles", exact=True)).to_be_visible()
        page.get_by_role("option").filter(has_text=name).first.click()
        page.keyboard.press("Escape")
    press(page, texts.BEWAAR_BESLUIT, "In beslispunt 1 staat iets dat naar een persoon leidt.")
    sane(page)
    page.locator("[class*='st-key-raad-vondst']").get_by_role("button").first.click()
    settle(page)
    press(page, texts.BEWAAR_BESLUIT, texts.BESLUIT_BEWAARD)
    besluit = page.locator("article", has=page.get_by_role("heading", name="De soepmiddag"))
    expect(besluit.get_by_role("link", name="punt 3", exact=True)).to_be_visible()
    expect(besluit.get_by_role("link", name="het cijfer “Mensen kennen genoeg")).to_be_visible()
    expect(page.locator("#punt-3").get_by_role("link", name="besluit 2, beslispunt 1")).to_be_visible()
    sane(page)

    unfold(page, texts.BESLUIT_WEG)
    choose(page, texts.WELK_BESLUIT, "Besluit 2, 12 november 2026")
    choose(page, texts.WEG_WAAROM, "de raad besloot dit niet zo")
    press(page, texts.HAAL_BESLUIT_WEG, texts.WEG_NIET_ZEKER)
    page.get_by_text(texts.WEG_ZEKER, exact=True).click()
    press(page, texts.HAAL_BESLUIT_WEG, texts.BESLUIT_IS_WEG)
    expect(page.get_by_text("De soepmiddag", exact=False).filter(has_text="Besluit 2")).to_have_count(0)
    expect(page.locator("#punt-3").get_by_role("link", name="besluit 2, beslispunt 1")).to_have_count(0)
    sane(page)
