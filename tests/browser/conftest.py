"""A real browser on a real server."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from monitor.store.opslag import open_for_writing
from tests.conftest import serving

HERE = Path(__file__).parent
WIDTHS = {1280: 900, 390: 844}
READY = "[data-testid='stApp'][data-test-script-state='notRunning']"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is; without it the browser tests are skipped, and the last line of the run says so."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    pytest.skip("GEEN CHROMIUM: de toetsen in de browser zijn niet gedaan")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    arguments = ["--disable-dev-shm-usage", "--font-render-hinting=none"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield browser
        browser.close()


@dataclass
class Window:
    """A page, and what the browser complained of while it was shown."""

    page: Page
    server: str
    complaints: list[str] = field(default_factory=list)

    def show(self, path: str) -> Page:
        """Open a path of the dashboard and wait until it is still."""
        self.page.goto(self.server + path)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the script has run, a heading stands there and every chart was drawn."""
        self.page.wait_for_selector(READY, state="attached", timeout=30_000)
        self.page.wait_for_selector("h1", state="attached", timeout=30_000)
        self.page.wait_for_function(
            "() => !document.querySelector('[data-testid=stSkeleton]')"
            " && [...document.querySelectorAll('[role=graphics-document]')].every((it) => it.querySelector('svg'))"
        )
        self.page.wait_for_timeout(300)


@pytest.fixture
def window(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Window]]:
    """Opens a window, on the example unless told otherwise; at the end nothing may have been complained of."""
    windows: list[Window] = []

    def open_window(width: int = 1280, *, on: str | None = None) -> Window:
        page = browser.new_page(viewport={"width": width, "height": WIDTHS.get(width, 900)}, locale="nl-NL")
        page.set_default_timeout(20_000)
        opened = Window(page, on or request.getfixturevalue("server"))
        page.on("console", lambda message: _note(opened, message))
        page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        windows.append(opened)
        return opened

    yield open_window
    complaints = [complaint for opened in windows for complaint in opened.complaints]
    for opened in windows:
        opened.page.close()
    assert not complaints


def _note(window: Window, message: ConsoleMessage) -> None:
    # At /wijk Streamlit first asks whether it lives under /wijk/; "no" is the right answer, and the browser notes it.
    asks_where_it_lives = "404" in message.text and "/_stcore/" in message.location.get("url", "")
    if message.type in ("error", "warning") and not asks_where_it_lives:
        window.complaints.append(f"{message.text} {message.location.get('url', '')}")


@pytest.fixture(scope="session")
def echte_server(real_data: Path, tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[str]:
    """A server on Amstelveen as CBS, RIVM and the Leefbaarometer know it, without any verhaal."""
    from monitor.services.inlezen import import_gebieden, import_kwb, import_leefbaarometer, import_rivm

    folder = tmp_path_factory.mktemp("amstelveen")
    database = open_for_writing(str(folder / "monitor.duckdb"))
    kwb = real_data / "kwb_2020_84799NED" / "cbs.v3.84799NED_TypedDataSet.parquet"
    gemeente = {"door": "test", "gemeenten": ["GM0362"]}
    import_kwb(database, [kwb], **gemeente)
    import_rivm(database, sorted((real_data / "rivm_50090NED").glob("*.xlsx")), **gemeente)
    import_leefbaarometer(database, [real_data / "leefbaarometer" / "AmstelveenDataWithDimensions.csv"], **gemeente)
    import_gebieden(database, [real_data / "gebieden" / "wijken_2024.geojson"], year=2024, **gemeente)
    database.close()
    with serving(folder / "monitor.duckdb", folder / "log") as address:
        yield address
