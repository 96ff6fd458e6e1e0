"""Hoe is dit zo gekomen on a real server: by keyboard, on a phone and on one side of paper."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from monitor.domain.spoor import SpoorSoort
from monitor.ui.texts import spoor as texts
from tests.browser.test_kiezen import sane
from tests.browser.test_nalezen import page, settle
from tests.conftest import serving

__all__ = ["page"]
CIJFER = "hoe-is-dit-zo-gekomen?van=indicator:vm-buren-oppassen&wijk=WK990101"


@pytest.fixture
def server(voorbeeld_pad: Path, tmp_path: Path, chromium: str) -> Iterator[str]:
    """A server as `make run` starts it, on a copy of the example of this test's own."""
    shutil.copy(voorbeeld_pad, tmp_path / "monitor.duckdb")
    with serving(tmp_path / "monitor.duckdb", tmp_path / "log", MONITOR_PROEF="1") as address:
        yield address


def shown(page: Page) -> str:
    """The thing of which the spoor is on the screen."""
    expect(page.locator(".tv.spoor header h1")).to_be_visible(timeout=30_000)
    settle(page)
    return page.locator(".tv.spoor header h1").inner_text()


def test_from_what_the_raad_decided_back_to_a_verhaal_and_on_again_by_keyboard(page: Page, server: str) -> None:
    page.goto(f"{server}/in-de-weg?gemeente=GM9901")
    first = page.locator('a.spoorweg[href*="van=beslispunt:"]').first
    expect(first).to_be_visible(timeout=30_000)
    settle(page)
    first.press("Enter")
    besluit = shown(page)
    sane(page)
    back = page.locator("section", has=page.get_by_role("heading", name=texts.UIT, exact=True))
    timeline = page.locator("ol.tijdlijn")
    expect(timeline.locator('[aria-current="true"]')).to_contain_text(besluit)
    timeline.locator("li.verhaal a").first.press("Enter")
    expect(page.locator(".tv.spoor header h1.verteld")).to_be_visible(timeout=30_000)
    settle(page)
    expect(back).to_contain_text(texts.UIT_LEEG_VAN[SpoorSoort.VERHAAL])
    timeline.get_by_role("link", name=besluit, exact=True).press("Enter")
    expect(page.locator(".tv.spoor header h1")).to_have_text(besluit, timeout=30_000)


def test_it_is_read_on_a_phone_and_prints_on_one_side(page: Page, server: str) -> None:
    page.goto(f"{server}/{CIJFER}")
    assert shown(page) == "Mensen kennen genoeg buren om even op te passen"
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True))) == 1
    page.set_viewport_size({"width": 390, "height": 844})
    settle(page)
    sane(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
