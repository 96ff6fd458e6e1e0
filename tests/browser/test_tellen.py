"""Tellen on a real server: turven without internet, a file with a question, and no rule of accessibility broken."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from monitor.ui.texts import count
from monitor.ui.texts import tellen as texts
from tests.browser.conftest import WIDTHS
from tests.browser.test_nalezen import look_as, overflow, settle
from tests.browser.test_paginas import violations
from tests.conftest import serving

WERKER = "welzijnswerker in De Hoge Linden, 1"
FILE = (
    "gebied;indicator;periode;waarde\nWK990101;vm-open-tafel;2018-K4;44\nWK990101;vm-open-tafel;2024-K2;333\n"
    "WK990101;vm-open-tafel;2018-K3;veel\n"
)
TURVEN = "tellen?deel=turven&wijk=WK990101&cijfer=vm-open-tafel"


@pytest.fixture(scope="module")
def proef(voorbeeld_pad: Path, tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[str]:
    """A server as `make run` starts it."""
    folder = tmp_path_factory.mktemp("tellen")
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


@pytest.mark.parametrize("deel", list(texts.DELEN))
def test_no_part_breaks_a_rule_or_is_wider_than_the_window(page: Page, proef: str, deel: str) -> None:
    look_as(page, proef, WERKER)
    page.goto(f"{proef}/tellen?deel={deel}&wijk=WK990101&cijfer=vm-open-tafel")
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(texts.TITEL)
    assert violations(page) == []
    assert overflow(page) == 0


def test_what_is_counted_outlives_a_lost_connection_and_a_reload_and_is_kept_once(page: Page, proef: str) -> None:
    words = texts.TURF_WOORDEN
    look_as(page, proef, WERKER)
    page.goto(f"{proef}/{TURVEN}")
    plus, stand = page.get_by_role("button", name=words["erbij"]), page.locator(".turver .stand")
    expect(stand).to_have_text("0")
    for _ in range(3):
        plus.click()
    page.context.set_offline(True)
    plus.click()
    page.get_by_role("button", name=words["eraf"]).click()
    plus.click()
    expect(stand).to_have_text("4")
    page.get_by_role("button", name=words["klaar"]).click()
    expect(page.get_by_text(words["offline"])).to_be_visible()
    page.context.set_offline(False)
    page.goto(f"{proef}/{TURVEN}")
    expect(stand).to_have_text("4")
    page.get_by_role("button", name=words["klaar"]).click()
    expect(page.get_by_text(texts.TURF_KLAAR.format(aantal=4))).to_be_visible()
    period = page.get_by_label(texts.PERIODE)
    period.fill("2018-11" if page.viewport_size == {"width": 390, "height": 844} else "2018-12")
    page.get_by_role("button", name=texts.TURF_BEWAAR).click()
    expect(page.get_by_text("Dit cijfer telt u per kwartaal.")).to_be_visible()
    page.get_by_text(texts.KLOPT).click()
    page.get_by_role("button", name=texts.TURF_BEWAAR).click()
    expect(page.get_by_text(texts.BEWAARD_NIEUW)).to_be_visible()
    expect(stand).to_have_text("0")
    page.goto(f"{proef}/{TURVEN}")
    expect(stand).to_have_text("0")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_a_file_would_do_is_read_without_sliding_and_by_keyboard(
    browser: Browser, proef: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(locale="nl-NL", viewport={"width": 390, "height": 844}, color_scheme=scheme)
    context.set_default_timeout(30_000)
    page = context.new_page()
    look_as(page, proef, WERKER)
    page.goto(f"{proef}/tellen?deel=bestand&wijk=WK990101")
    settle(page)
    page.locator("input[type=file]").set_input_files({"name": "c.csv", "mimeType": "text/csv", "buffer": FILE.encode()})
    settle(page)
    page.get_by_text(texts.CODES_HIER).first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name=texts.BEKIJK).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=texts.REGELS)).to_be_visible()
    settle(page)
    row = page.get_by_role("table", name=texts.REGELS).get_by_role("row").filter(has_text="332 wordt 333")
    expect(row.get_by_role("cell")).to_have_count(4)
    expect(row).to_contain_text("Mensen aan de open tafel")
    slides = "[...document.querySelectorAll('.schuif')].map((it) => it.scrollWidth - it.clientWidth)"
    assert page.evaluate(slides) == [0, 0, 0]
    assert violations(page) == []
    assert overflow(page) == 0
    page.get_by_label(count(texts.ZONDER, 1)).focus()
    page.keyboard.press("Space")
    expect(page.get_by_label(count(texts.REDEN_BESTAND, 1))).to_be_visible()
    expect(page.get_by_role("button", name=texts.LEES_IN)).to_be_visible()
    context.close()
