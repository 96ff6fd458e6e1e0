"""The Wijkspiegel on a real server: made from what lies on the table, taken along as a PDF, and shown large."""

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from monitor.export import teksten
from monitor.ui.texts import spiegel as texts
from tests.browser.conftest import WIDTHS
from tests.browser.test_kiezen import open_page, sane
from tests.browser.test_nalezen import look_as, settle
from tests.browser.test_wijkgesprek import WIJK, prepare
from tests.conftest import serving


@pytest.fixture
def server(voorbeeld_pad: Path, tmp_path: Path, chromium: str) -> Iterator[str]:
    """A server as `make run` starts it, on a copy of the example of this test's own."""
    shutil.copy(voorbeeld_pad, tmp_path / "monitor.duckdb")
    with serving(tmp_path / "monitor.duckdb", tmp_path / "log", MONITOR_PROEF="1") as address:
        yield address


@pytest.mark.parametrize("width", WIDTHS)
def test_people_print_what_they_chose_and_look_at_it_together(browser: Browser, server: str, width: int) -> None:
    page = open_page(browser, width)
    look_as(page, server, "begeleider in De Hoge Linden")
    page.goto(f"{server}/wijkgesprek?wijk={WIJK}")
    settle(page)
    prepare(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name=texts.PDF, exact=True).click()
    made = PdfReader(BytesIO(Path(waiting.value.path()).read_bytes()))
    assert len(made.pages) == 1
    assert waiting.value.suggested_filename.startswith(f"wijkspiegel-{WIJK.lower()}-")
    assert "Hoe ging het samenwerken?" in made.pages[0].extract_text()

    page.get_by_role("link", name=texts.BEAMER, exact=True).click()
    expect(page.get_by_role("heading", name=teksten.SPIEGEL_CITATEN)).to_be_visible(timeout=30_000)
    settle(page)
    expect(page.get_by_text("Hoe ging het samenwerken?", exact=True)).to_be_visible()
    if width > 760:
        expect(page.locator(".st-key-kijkals")).to_be_hidden()
    sane(page)
    page.get_by_role("link", name=texts.TERUG, exact=True).click()
    expect(page.get_by_role("heading", name=texts.KOP, exact=True)).to_be_visible(timeout=30_000)
    sane(page)
    page.context.close()
