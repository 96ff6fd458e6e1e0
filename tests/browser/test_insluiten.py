"""One chart in the page of somebody else, and sharing, in a real browser: it can be read, used, and nothing else."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, expect

from monitor.ui.texts import insluiten as texts
from tests.browser.conftest import WIDTHS, Window
from tests.browser.test_paginas import english, violations

CHART = "/embed/indicator?indicator=vm-buren-oppassen&wijk=WK990101"

OpenWindow = Callable[..., Window]


@pytest.fixture
def krant(server: str) -> Iterator[str]:
    """The address of another website, with our chart and our first page in frames."""
    page = (
        '<!doctype html><html lang="nl"><title>Krant</title><main><h1>Krant</h1>'
        f'<iframe id="grafiek" title="Grafiek" src="{server}{CHART}" width="600" height="720"></iframe>'
        f'<iframe id="alles" title="Alles" src="{server}/" width="300" height="200"></iframe></main></html>'
    )

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            pass

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=partial(listener.serve_forever, 0.1))
    thread.start()
    yield f"http://127.0.0.1:{listener.server_port}/"
    listener.shutdown()
    listener.server_close()
    thread.join()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "path",
    [
        CHART,
        "/embed/indicator?indicator=vm-open-tafel&wijk=WK990101",
        "/embed/indicator?indicator=rivm-eenzaam&wijk=WK990101",
        "/embed/indicator?indicator=vm-open-tafel&wijk=WK990102",
        "/embed/indicator?indicator=bestaat-niet",
    ],
)
def test_the_chart_breaks_no_rule_and_is_never_wider_than_its_frame(
    browser: Browser, server: str, path: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": WIDTHS[width]})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(server + path)
    for fold in page.locator("summary").all():
        fold.click()
    assert violations(page) == []
    assert english(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not [it for it in said if "404" not in it]
    page.close()


def test_another_website_shows_the_chart_and_no_other_page_of_ours(browser: Browser, krant: str) -> None:
    page = browser.new_page()
    page.goto(krant)
    chart = page.frame_locator("#grafiek")
    expect(chart.locator("h1")).to_contain_text("Mensen kennen genoeg buren")
    assert chart.locator("img").evaluate("it => it.naturalWidth > 0")
    expect(chart.get_by_role("link", name=texts.VERDER)).to_be_visible()
    addresses = sorted(frame.url for frame in page.frames if frame != page.main_frame)
    assert addresses[0].startswith("chrome-error:")  # what the browser shows for a page that may not stand in a frame
    assert addresses[1].endswith(CHART)
    page.close()


def test_a_visitor_copies_the_address_and_the_frame(window: OpenWindow) -> None:
    opened = window()
    page = opened.show("/indicator?indicator=vm-buren-oppassen&wijk=WK990101&naam=Fatima")
    page.get_by_text(texts.DELEN).click()
    shared = page.locator(".st-key-delen code")
    expect(shared.first).to_have_text(f"{opened.server}/indicator?indicator=vm-buren-oppassen&wijk=WK990101")
    expect(shared.nth(1)).to_contain_text(f'src="{opened.server}/embed/indicator')
    assert violations(page) == []
    page.goto(shared.first.inner_text())
    opened.settle()
    expect(page.locator("h1")).to_contain_text("Mensen kennen genoeg buren")
