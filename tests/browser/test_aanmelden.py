"""Signing in for real: a provider on this computer, our own server, and a browser that goes from one to the other."""

import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError, expect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from monitor.services.rechten import SESSIE_VOORBIJ
from monitor.store.opslag import open_for_writing
from monitor.store.rijen import insert_into
from monitor.ui.texts import beheer, menu
from monitor.ui.texts import wie as texts
from tests.browser.conftest import READY
from tests.conftest import free_port, serving

COOKIE = "_streamlit_user"
SECRET = "alleen-voor-deze-toets-0123456789abcdef"  # noqa: S105
PEOPLE: tuple[dict[str, Any], ...] = (
    {"sub": "fatima", "email": "Fatima@Welzijn.example", "email_verified": True, "name": "Fatima *Aziz*"},
    {"sub": "bo", "email": "bo@gemeente.example", "email_verified": True, "name": "Bo"},
    {"sub": "onbekend", "email": "iemand@elders.example", "email_verified": True, "name": "Iemand"},
    {"sub": "onzeker", "email": "fatima@welzijn.example", "email_verified": False, "name": "Niet nagekeken"},
)
FATIMA = {
    "id": "r1",
    "persoon": "fatima@welzijn.example",
    "naam": "Fatima",
    "rol": "welzijnswerker",
    "wijk": "WK990101",
    "organisatie": "Welzijnswerk",
    "van": date(2020, 1, 1),
    "gemaakt_door": "test",
    "gemaakt_op": datetime(2020, 1, 1),
}
SECRETS = """
[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "{secret}"
client_id = "monitor"
client_secret = "geheim"
server_metadata_url = "{provider}/.well-known/openid-configuration"

[rollen]
claim = "email"

[rollen.waarden]
"bo@gemeente.example" = "beheerder"
"""


@dataclass(frozen=True)
class Aanmelddienst:
    """Our server with a provider beside it."""

    address: str

    def cookie(self, **changes: Any) -> str:
        """A proof of signing in as our server makes it, with other words in it."""
        claims = {"sub": "fatima", "name": "Fatima", "email": "fatima@welzijn.example", "iat": time.time(), **changes}
        payload = {**claims, "origin": self.address, "is_logged_in": True, "provider": "default"}
        return create_signed_value(SECRET, COOKIE, json.dumps(payload)).decode()


@pytest.fixture(scope="module")
def dienst(voorbeeld_pad: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Aanmelddienst]:
    folder = tmp_path_factory.mktemp("aanmelden")
    store, secrets, port = folder / "monitor.duckdb", folder / "secrets.toml", free_port()
    shutil.copy(voorbeeld_pad, store)
    database = open_for_writing(str(store))
    with database.writing() as cursor:
        insert_into(cursor, "roltoewijzing", [FATIMA])
    database.close()
    with provider(folder / "provider.log") as provider_address:
        address = f"http://localhost:{port}"
        text = SECRETS.format(address=address, secret=SECRET, provider=provider_address)
        secrets.write_text(text, encoding="utf-8")
        with serving(store, folder / "log", port=port, MONITOR_GEHEIMEN=str(secrets), MONITOR_PROEF="1"):
            yield Aanmelddienst(address)


@contextmanager
def provider(log: Path) -> Iterator[str]:
    """An identity provider in a process of its own; gives its address."""
    port = free_port()
    claims = [part for person in PEOPLE for part in ("--user-claims", json.dumps(person))]
    with log.open("w") as output:
        process = subprocess.Popen(  # noqa: S603 - a program of ours
            [Path(sys.executable).with_name("oidc-provider-mock"), "-p", str(port), *claims],
            stdout=output,
            stderr=output,
        )
        try:
            wait_until_listening(port)
            yield f"http://localhost:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_until_listening(port: int) -> None:
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("localhost", port), timeout=5):
            return
        time.sleep(0.1)
    pytest.fail("de aanmelddienst startte niet")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that keeps its own cookies and reaches nothing but this computer."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(20_000)
    context.route(lambda url: "//localhost:" not in url, lambda route: route.abort())
    yield context
    context.close()


@pytest.fixture
def visit(context: BrowserContext, dienst: Aanmelddienst) -> Callable[..., Page]:
    """Opens the start page, with a cookie when one is given."""

    def open_page(path: str = "/", cookie: str | None = None) -> Page:
        if cookie is not None:
            context.add_cookies([{"name": COOKIE, "value": cookie, "url": dienst.address}])
        page = context.new_page()
        page.goto(dienst.address + path)
        expect(page.locator("h1")).to_be_attached()
        return page

    return open_page


def sign_in(page: Page, who: str) -> None:
    page.get_by_role("button", name=texts.AANMELDEN).click()
    page.get_by_role("button", name=who, exact=True).click()
    expect(page.locator("p.aangemeld")).to_be_visible()


def work_menu(page: Page) -> Any:
    # The start page says the same words above its own links.
    return page.get_by_test_id("stHeader").get_by_text(menu.WERK, exact=True)


def test_who_has_a_role_signs_in_and_sees_the_menu_of_her_work(visit: Callable[..., Page]) -> None:
    page = visit()
    expect(work_menu(page)).to_have_count(0)
    sign_in(page, "fatima")
    # The name is what the provider says: shown as it is, and no Markdown.
    expect(page.locator("p.aangemeld b")).to_have_text("Fatima *Aziz*")
    expect(work_menu(page).first).to_be_visible()


def test_who_signs_in_comes_back_to_the_page_where_she_was(visit: Callable[..., Page]) -> None:
    page = visit("/verhalen?q=soep&wijk=WK990101")
    sign_in(page, "fatima")
    assert page.url.endswith("/verhalen?q=soep&wijk=WK990101")


def test_signing_out_makes_her_a_bezoeker_again(visit: Callable[..., Page], dienst: Aanmelddienst) -> None:
    page = visit()
    sign_in(page, "fatima")
    page.get_by_role("button", name=texts.AFMELDEN).click()
    page.wait_for_url(lambda url: not url.startswith(dienst.address))
    page.goto(dienst.address)
    expect(page.get_by_role("button", name=texts.AANMELDEN)).to_be_visible()
    expect(work_menu(page)).to_have_count(0)


@pytest.mark.parametrize("who", ["onbekend", "onzeker"])
def test_who_is_unknown_or_has_an_address_that_nobody_checked_is_a_bezoeker(
    visit: Callable[..., Page], who: str
) -> None:
    page = visit()
    sign_in(page, who)
    expect(work_menu(page)).to_have_count(0)
    page.goto(page.url.split("?")[0].rstrip("/") + "/beheer")
    expect(page.get_by_text(beheer.MAG_NIET)).to_be_visible()


def choose(page: Page, label: str, words: str) -> None:
    """Choose in a box; a list that the page took away while it was still being built is opened again."""
    option = page.get_by_role("option", name=words)
    for _ in range(5):
        page.get_by_test_id("stMain").get_by_role("combobox", name=label).click()
        try:
            option.click(timeout=3_000)
        except TimeoutError:
            continue
        return
    option.click()


def test_the_first_beheerder_comes_from_the_claim_and_may_then_give_roles(visit: Callable[..., Page]) -> None:
    page = visit()
    sign_in(page, "bo")
    page.goto(page.url.split("?")[0].rstrip("/") + "/beheer?deel=mensen")
    expect(page.get_by_role("row", name="Bo bo beheerder alle wijken")).to_be_visible()
    page.get_by_label("E-mailadres of nummer").fill("bo@gemeente.example")
    page.get_by_label("Naam, voor in").fill("Bo")
    page.wait_for_selector(READY, state="attached")
    choose(page, beheer.WIJK, beheer.ALLE_WIJKEN)
    page.get_by_role("button", name=beheer.GEEF).click()
    expect(page.get_by_text("U kunt uzelf geen rol geven.")).to_be_visible()


def test_a_proof_that_somebody_changed_is_refused_with_a_sentence_and_a_line(
    visit: Callable[..., Page], dienst: Aanmelddienst
) -> None:
    cookie = dienst.cookie()
    page = visit("/", cookie[:-6] + ("AAAAAA" if not cookie.endswith("AAAAAA") else "BBBBBB"))
    expect(page.get_by_text(texts.AANMELDING_GEWEIGERD)).to_be_visible()
    expect(work_menu(page)).to_have_count(0)
    beheerder = dienst.cookie(sub="bo", email="bo@gemeente.example")
    regels = visit("/beheer?deel=logboek&soort=aanmelden", beheerder)
    expect(regels.get_by_role("row", name="bezoeker geweigerd aanmelden aanmelding")).to_be_visible()


def test_a_proof_with_our_signature_is_accepted(visit: Callable[..., Page], dienst: Aanmelddienst) -> None:
    expect(work_menu(visit("/", dienst.cookie())).first).to_be_visible()


@pytest.mark.parametrize("changes", [{"iat": time.time() - 10 * 3600 - 60}, {"iat": time.time() + 3600}, {"iat": None}])
def test_a_session_that_outlived_its_hours_is_over_though_the_browser_still_has_the_proof(
    visit: Callable[..., Page], dienst: Aanmelddienst, changes: dict[str, Any]
) -> None:
    page = visit("/", dienst.cookie(**changes))
    expect(page.get_by_text(SESSIE_VOORBIJ)).to_be_visible()
    expect(page.get_by_role("button", name=texts.OPNIEUW_AANMELDEN)).to_be_visible()
    expect(work_menu(page)).to_have_count(0)


def test_nobody_looks_as_somebody_else_where_one_can_sign_in(visit: Callable[..., Page]) -> None:
    expect(visit().get_by_text(texts.KIJK_ALS)).to_have_count(0)
