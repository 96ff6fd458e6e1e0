"""Where somebody lands who signed in: on the page that she came from. Streamlit alone always opens the first page."""

import re
from urllib.parse import quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "monitor_landing"
_LOGIN, _CALLBACK = "/auth/login", "/oauth2callback"
_FIRST_PAGE = "/"
_SECONDS = 600
"""So long somebody takes at most to sign in; a forgotten attempt leads nowhere later."""
_OWN_PAGE = re.compile(r"/[a-z-]*")
_QUERY = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@/?%-]{0,1000}")


class Landing:
    """ASGI middleware: remembers the page on which somebody began to sign in, and sends her back to it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; at the beginning and end of signing in with a word about the page."""
        path = scope["path"] if scope["type"] == "http" else None
        if path == _LOGIN:
            page, seconds = own_page(Headers(scope=scope).get("referer", "")), _SECONDS
        elif path == _CALLBACK:
            page, seconds = _remembered(Headers(scope=scope)), 0
        else:
            await self._app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if path == _CALLBACK and page and headers.get("location") == _FIRST_PAGE:
                    headers["location"] = page
                headers.append("set-cookie", _cookie(page or _FIRST_PAGE, seconds))
            await send(message)

        await self._app(scope, receive, answer)


def own_page(address: str) -> str | None:
    """The path of one of our pages in an address, with what it asks for; None when it has another form.

    Only the path is taken, so that no address of elsewhere can be gone to, whatever it says.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if not _OWN_PAGE.fullmatch(parts.path) or not _QUERY.fullmatch(parts.query):
        return None
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _remembered(headers: Headers) -> str | None:
    # Looked at once more: a browser sends what it likes.
    value = unquote(cookie_parser(headers.get("cookie", "")).get(COOKIE, ""))
    return own_page(value) if value.startswith("/") and not value.startswith("//") else None


def _cookie(page: str, seconds: int) -> str:
    return f"{COOKIE}={quote(page, safe='')}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax"
