"""The page Raadsvoorstel in a browser: what is typed is kept while somebody types, and every step breaks no rule."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from monitor.ui.texts import raadsstuk as texts
from tests.browser.conftest import WIDTHS
from tests.browser.test_nalezen import look_as, overflow, page, settle
from tests.browser.test_paginas import english, violations
from tests.conftest import serving

__all__ = ["page"]
STEPS = ("kiezen", "schrijven&deel=argumenten", "schrijven&deel=financien", "nakijken", "downloaden")


@pytest.fixture(scope="module")
def proef(voorbeeld_pad: Path, tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[str]:
    """A server as `make run` starts it."""
    folder = tmp_path_factory.mktemp("raadsvoorstel")
    shutil.copy(voorbeeld_pad, folder / "monitor.duckdb")
    with serving(folder / "monitor.duckdb", folder / "log", MONITOR_PROEF="1") as address:
        yield address


def open_stuk(page: Page, proef: str) -> str:
    """The address of the stuk of the example, for who writes it."""
    look_as(page, proef, "beleidsmedewerker")
    page.goto(f"{proef}/raadsvoorstel")
    link = page.locator(".tv.raadsstuk .regels a").first
    expect(link).to_be_visible()
    return f"{proef}/{link.get_attribute('href')}"


def test_what_is_typed_is_kept_while_somebody_types_and_she_keeps_her_place(page: Page, proef: str) -> None:
    address = f"{open_stuk(page, proef)}&stap=schrijven&deel=communicatie"
    page.goto(address)
    field = page.get_by_label(texts.VELD_TEKST)
    field.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Een zin erbij.")
    expect(page.get_by_text(texts.BEWAARD_OM.partition("{")[0])).to_be_visible()
    expect(field).to_be_focused()
    page.keyboard.type(" En verder.")
    expect(field).to_have_value(re.compile(r" Een zin erbij\. En verder\.$"))
    page.goto(address)
    settle(page)
    assert page.get_by_label(texts.VELD_TEKST).input_value().find(" Een zin erbij.") > 0


def test_no_step_breaks_a_rule_and_every_one_fits(page: Page, proef: str) -> None:
    address = open_stuk(page, proef)
    for step in STEPS:
        page.goto(f"{address}&stap={step}")
        settle(page)
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            settle(page)
            assert (violations(page), english(page), max(overflow(page), 0)) == ([], [], 0), f"{step} {width}"


def test_a_file_is_made_with_what_is_being_done_and_taken_along(page: Page, proef: str) -> None:
    page.goto(f"{open_stuk(page, proef)}&stap=downloaden")
    page.get_by_role("button", name=texts.MAAK.format(soort="Word")).click()
    button = page.get_by_role("button", name="Download raadsvoorstel")
    expect(button).to_be_visible()
    with page.expect_download() as waiting:
        button.click()
    assert Path(waiting.value.path()).read_bytes().startswith(b"PK")
