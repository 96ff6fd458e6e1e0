"""Landing on the page where one began to sign in, and never elsewhere."""

import asyncio
from collections.abc import Iterable
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from monitor.web.landing import COOKIE, Landing, own_page

OURS = "https://monitor.gemeente.example"


def answer(path: str, location: str, **headers: str) -> Headers:
    """What a browser gets back when the app behind it sends it to `location`."""
    sent: list[Message] = []

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 302, "headers": [(b"location", location.encode())]})
        await send({"type": "http.response.body", "body": b""})

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    raw: Iterable[tuple[bytes, bytes]] = [(name.encode(), value.encode()) for name, value in headers.items()]
    asyncio.run(Landing(app)({"type": "http", "path": path, "headers": list(raw)}, receive, send))
    return Headers(raw=sent[0]["headers"])


def sign_in_from(address: str) -> str:
    """Where somebody lands who began to sign in at this address."""
    begun = answer("/auth/login", "https://provider.example/", referer=address)
    assert begun["location"] == "https://provider.example/"
    return answer("/oauth2callback", "/", cookie=begun["set-cookie"].split(";")[0])["location"]


@pytest.mark.parametrize(
    "page", ["/", "/wijk?wijk=WK990101", "/verhalen?q=soep%20en%20brood&wijk=WK990101", "/verhaal-vertellen"]
)
def test_who_signs_in_comes_back_to_her_page(page: str) -> None:
    assert sign_in_from(OURS + page) == page


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://elders.example//elders.example/x",
        "https://elders.example/%2F%2Felders.example",
        "https://elders.example/\\elders.example",
        "https://elders.example/a/b",
        "javascript:alert(1)",
        "http://[",
        f"{OURS}/wijk?{'x' * 1001}",
    ],
)
def test_any_other_address_leads_to_the_first_page(address: str) -> None:
    assert sign_in_from(address) == "/"


@pytest.mark.parametrize(
    "planted",
    ["//elders.example", "https://elders.example/wijk", "/\\elders.example", "/wijk\r\nSet-Cookie: a=b", "wijk"],
)
def test_a_cookie_that_somebody_made_up_leads_nowhere_else(planted: str) -> None:
    assert answer("/oauth2callback", "/", cookie=f"{COOKIE}={quote(planted, safe='')}")["location"] == "/"


@given(st.text())
@example("//elders.example")
def test_a_page_of_ours_begins_with_one_slash_and_stays_on_one_line(address: str) -> None:
    page = own_page(address)
    assert page is None or (page[0] == "/" and page[1:2] not in {"/", "\\"} and page.isprintable())


def test_the_memory_is_gone_after_signing_in_and_scripts_never_see_it() -> None:
    begun = answer("/auth/login", "https://provider.example/", referer=f"{OURS}/wijk")["set-cookie"]
    ended = answer("/oauth2callback", "/", cookie=begun.split(";")[0])["set-cookie"]
    assert "Max-Age=600; HttpOnly; SameSite=Lax" in begun
    assert "Max-Age=0" in ended


def test_what_does_not_go_to_the_first_page_stays_as_it_is() -> None:
    cookie = f"{COOKIE}={quote('/wijk', safe='')}"
    assert answer("/oauth2callback", "/fout", cookie=cookie)["location"] == "/fout"
    assert "set-cookie" not in answer("/wijk", "/", cookie=cookie)
