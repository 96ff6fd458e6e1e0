"""Reviewing on a real server: marks, a decision by somebody else, and then everybody reads it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from monitor.services.invoer import id_from
from monitor.ui.texts import koppelen as koppelteksten
from monitor.ui.texts import nalezen as texts
from monitor.ui.texts import wie
from tests.browser.conftest import READY, WIDTHS
from tests.browser.test_paginas import violations
from tests.conftest import serving


@pytest.fixture(scope="module")
def proef(voorbeeld_pad: Path, tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[str]:
    """A server as `make run` starts it."""
    folder = tmp_path_factory.mktemp("nalezen")
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


def settle(page: Page) -> None:
    page.wait_for_timeout(300)
    page.wait_for_selector(READY, state="attached")
    page.wait_for_timeout(300)


def look_as(page: Page, server: str, words: str) -> None:
    page.goto(server)
    settle(page)
    box = page.get_by_role("combobox", name=wie.KIJK_ALS)
    box.click()
    page.get_by_role("option", name=words, exact=True).click()
    settle(page)


def overflow(page: Page) -> int:
    """How many pixels of the page lie beside the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def test_a_nalezer_reads_marks_and_the_page_breaks_no_rule(page: Page, proef: str) -> None:
    look_as(page, proef, "nalezer 1, schrijft zelf ook op")
    page.goto(f"{proef}/nalezen")
    expect(page.get_by_role("heading", name=texts.KOP)).to_be_visible()
    settle(page)
    assert violations(page) == []
    assert overflow(page) <= 0
    page.goto(f"{proef}/nalezen?verhaal={id_from('verhaal', 'hl-namen')}")
    expect(page.locator("mark.direct").first).to_be_visible()
    settle(page)
    assert violations(page) == []
    assert overflow(page) <= 0


def test_linking_breaks_no_rule(page: Page, proef: str) -> None:
    look_as(page, proef, "welzijnswerker in De Hoge Linden, 2")
    page.goto(f"{proef}/koppelen")
    expect(page.get_by_role("heading", name=koppelteksten.NAVRAGEN, exact=True)).to_be_visible()
    settle(page)
    assert violations(page) == []
    page.get_by_role("button", name=koppelteksten.KOPPEL.format(nummer=1), exact=True).click()
    expect(page.get_by_role("heading", name=koppelteksten.KOPPEL_KOP)).to_be_visible()
    settle(page)
    assert violations(page) == []
    assert overflow(page) <= 0


@pytest.mark.parametrize("path", ["uitnodigen", "beheer?deel=mensen", "beheer?deel=verhalen", "beheer?deel=logboek"])
def test_other_work_breaks_no_rule_and_fits(page: Page, proef: str, path: str) -> None:
    look_as(page, proef, "beheerder")
    page.goto(f"{proef}/{path}")
    expect(page.locator(".stMain h2").first).to_be_visible()
    settle(page)
    assert violations(page) == []
    assert overflow(page) <= 0


def test_what_somebody_else_wrote_is_public_after_one_decision(browser: Browser, proef: str) -> None:
    verhaal = id_from("verhaal", "hl-eigen")
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(30_000)
    page = context.new_page()
    page.goto(f"{proef}/verhalen?verhaal={verhaal}")
    settle(page)
    assert "De was hangt weer buiten" not in page.inner_text("main")
    look_as(page, proef, "nalezer 2, schrijft zelf ook op")
    page.goto(f"{proef}/nalezen?verhaal={verhaal}")
    page.get_by_text("Akkoord: anderen mogen dit lezen").click()
    page.get_by_role("button", name=texts.BEWAAR).click()
    expect(page.get_by_text(texts.KLAAR)).to_be_visible()
    look_as(page, proef, "bezoeker")
    page.goto(f"{proef}/verhalen?verhaal={verhaal}")
    expect(page.get_by_text("De was is eigenlijk een smoes.")).to_be_visible()
    context.close()
