"""Mijn verhaal in a real browser, on a phone: accessible, in Dutch, by keyboard, and the code in no address."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from monitor.ui.texts import mijn_verhaal as texts
from tests.browser.conftest import WIDTHS, Window
from tests.browser.test_paginas import english, violations
from tests.conftest import serving

OPENBAAR, VOORSTEL = "NZCJ-EQRS-MHPA-H11M-BRYQ", "563A-R4J7-8J85-PPQ8-H4WG"
PATH = "/mijn-verhaal"

OpenWindow = Callable[..., Window]


@pytest.fixture
def own_server(voorbeeld_pad: Path, tmp_path: Path, chromium: str) -> Iterator[str]:
    """A server of this test alone, on a copy of the example that it may change."""
    shutil.copy(voorbeeld_pad, tmp_path / "monitor.duckdb")
    with serving(tmp_path / "monitor.duckdb", tmp_path / "log") as address:
        yield address


def type_code(page: Page, code: str) -> None:
    page.get_by_label(texts.CODE).fill(code)
    press(page, texts.OPEN)


def press(page: Page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).click()


def seen(page: Page, text: str) -> None:
    expect(page.locator(".tv", has_text=text).first).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_every_step_can_be_read_by_everybody_and_is_dutch(window: OpenWindow, server: str, width: int) -> None:
    opened = window(width)
    page = opened.show(PATH)
    assert (violations(page), english(page)) == ([], [])
    type_code(page, VOORSTEL)
    seen(page, texts.VOORSTEL_KOP)
    for label in (texts.AANPASSEN, texts.KIEZEN, texts.KOPIE, texts.TERUGNEMEN):
        assert (violations(page), english(page)) == ([], [])
        press(page, label)
        page.get_by_role("button", name=texts.TOCH_NIET).wait_for()
        opened.settle()
        assert (violations(page), english(page)) == ([], [])
        press(page, texts.TOCH_NIET)
        page.get_by_role("button", name=label, exact=True).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_buttons_of_a_phone_are_large_enough_for_a_thumb(window: OpenWindow) -> None:
    page = window(390).show(PATH)
    type_code(page, OPENBAAR)
    page.get_by_role("button", name=texts.SLUITEN).wait_for()
    sizes = [it.bounding_box() for it in page.locator("[data-testid='stMain'] button").all() if it.is_visible()]
    assert len(sizes) >= 5
    assert all(size is not None and size["height"] >= 44 for size in sizes)


def test_by_keyboard_alone_a_verhaal_is_taken_back_and_is_gone(window: OpenWindow, own_server: str) -> None:
    opened = window(390, on=own_server)
    page = opened.show(PATH)
    page.get_by_label(texts.CODE).focus()
    page.keyboard.type(OPENBAAR.lower())
    go(page, texts.OPEN)
    seen(page, texts.STAAT_KOP)
    words = page.locator(".mijn article p.tekst").first.inner_text().split(".")[0]
    go(page, texts.TERUGNEMEN)
    seen(page, texts.TERUG_KOP)
    go(page, texts.TERUG_JA)
    seen(page, texts.WEG)
    assert words not in page.content()
    assert OPENBAAR not in page.content()
    assert page.url == own_server + PATH
    go(page, texts.SLUITEN)
    seen(page, texts.GESLOTEN)
    page.get_by_label(texts.CODE).focus()
    page.keyboard.type(OPENBAAR)
    go(page, texts.OPEN)
    seen(page, "hier nergens meer te lezen")


def go(page: Page, label: str) -> None:
    """Press Tab until this button has the focus, then Enter."""
    page.get_by_role("button", name=label, exact=True).wait_for()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText || ''").strip() == label:
            page.keyboard.press("Enter")
            return
    pytest.fail(f"met het toetsenbord is “{label}” niet te bereiken")


def test_a_copy_comes_down_as_a_file_with_the_words_in_it(window: OpenWindow) -> None:
    page = window(390).show(PATH)
    type_code(page, OPENBAAR)
    seen(page, texts.STAAT_KOP)
    words = page.locator(".mijn article h3").first.inner_text()
    press(page, texts.KOPIE)
    with page.expect_download() as waiting:
        press(page, texts.KOPIE_TXT)
    assert waiting.value.suggested_filename == "mijn-verhaal.txt"
    assert words in Path(waiting.value.path()).read_text(encoding="utf-8")


def test_a_double_click_keeps_a_correction_once(window: OpenWindow, own_server: str) -> None:
    page = window(390, on=own_server).show(PATH)
    type_code(page, OPENBAAR)
    seen(page, texts.STAAT_KOP)
    press(page, texts.AANPASSEN)
    page.get_by_label(texts.VELD_TITEL).fill("Een andere titel")
    page.get_by_role("button", name=texts.AANPASSEN_JA).dblclick()
    seen(page, texts.AANGEPAST)
    press(page, texts.KOPIE)
    with page.expect_download() as waiting:
        press(page, texts.KOPIE_TXT)
    copy = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert len(re.findall("Een andere titel", copy)) == 1
