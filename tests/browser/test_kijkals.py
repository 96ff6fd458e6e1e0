"""Kijk als ... on a real server: kept while following links, and gone when a visit comes by a way around."""

import select
import shutil
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from monitor.ui.texts import beheer, menu
from monitor.ui.texts import wie as texts
from tests.conftest import serving

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def proef(voorbeeld_pad: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server as `make run` starts it."""
    folder = tmp_path_factory.mktemp("proef")
    shutil.copy(voorbeeld_pad, folder / "monitor.duckdb")
    with serving(folder / "monitor.duckdb", folder / "log", MONITOR_PROEF="1") as address:
        yield address


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(20_000)

    def open_page(address: str) -> Page:
        page = context.new_page()
        page.goto(address)
        expect(page.locator("h1").first).to_be_attached()
        return page

    yield open_page
    context.close()


@contextmanager
def passed_on(to: str, header: str) -> Iterator[str]:
    """A server in between that passes every connection on, with one header more when it is given."""
    target = int(to.rpartition(":")[2])

    class PassOn(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with socket.create_connection(("localhost", target)) as server:
                _pump(self.request, server, header.encode())

    with socketserver.ThreadingTCPServer(("localhost", 0), PassOn) as between:
        serving_thread = threading.Thread(target=between.serve_forever, args=(0.1,))
        serving_thread.start()
        try:
            yield f"http://localhost:{between.server_address[1]}"
        finally:
            between.shutdown()
            serving_thread.join()


def _pump(client: socket.socket, server: socket.socket, header: bytes) -> None:
    """Carry bytes both ways until one side stops."""
    other = {client: server, server: client}
    with suppress(OSError):
        while True:
            ready, _, _ = select.select([client, server], [], [], 30)
            for source in ready:
                data = source.recv(65536)
                if not data:
                    return
                if header and source is client and data.startswith(b"GET "):
                    first, _, rest = data.partition(b"\r\n")
                    data = first + b"\r\n" + header + b"\r\n" + rest
                other[source].sendall(data)


def box(page: Page) -> object:
    return page.get_by_label(texts.KIJK_ALS)


def test_who_was_chosen_stays_while_following_a_link_and_another_browser_begins_as_bezoeker(
    browser: Browser, visit: Visit, proef: str
) -> None:
    page = visit(proef)
    expect(box(page)).to_have_value("bezoeker")
    box(page).click()
    page.get_by_role("option", name="beheerder").click()
    expect(page.get_by_text(menu.WERK, exact=True).first).to_be_visible()
    page.goto(f"{proef}/beheer")
    expect(box(page)).to_have_value("beheerder")
    expect(page.get_by_role("heading", name=beheer.DELEN["mensen"])).to_be_visible()
    other = browser.new_context(locale="nl-NL").new_page()
    other.goto(f"{proef}/beheer")
    expect(other.get_by_text(beheer.MAG_NIET)).to_be_visible()
    expect(box(other)).to_have_value("bezoeker")
    other.context.close()


def test_a_server_in_between_that_keeps_silent_about_itself_shows_that_this_way_works(visit: Visit, proef: str) -> None:
    with passed_on(proef, "") as address:
        page = visit(address)
        expect(box(page)).to_be_visible()
        page.context.close()


@pytest.mark.parametrize(
    "header",
    [
        "X-Forwarded-For: 192.0.2.1",
        "X-Forwarded-Host: monitor.example",
        "Forwarded: for=192.0.2.1",
        "X-Real-IP: 192.0.2.1",
    ],
)
def test_a_visit_that_was_passed_on_is_a_bezoeker_also_in_a_browser_that_had_chosen(
    visit: Visit, proef: str, header: str
) -> None:
    page = visit(proef)
    box(page).click()
    page.get_by_role("option", name="beheerder").click()
    expect(page.get_by_text(menu.WERK, exact=True).first).to_be_visible()
    with passed_on(proef, header) as address:
        page = visit(f"{address}/beheer")
        expect(page.get_by_text(beheer.MAG_NIET)).to_be_visible()
        expect(box(page)).to_have_count(0)
        page.context.close()


def test_without_the_setting_there_is_nothing_to_choose(visit: Visit, server: str) -> None:
    page = visit(f"{server}/beheer")
    expect(page.get_by_text(beheer.MAG_NIET)).to_be_visible()
    expect(box(page)).to_have_count(0)
