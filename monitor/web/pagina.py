"""The page around every page: Streamlit's index.html made Dutch, and headers that say what a browser may do with it."""

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from secrets import token_urlsafe

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from monitor.settings import PROEF_COOKIE

TAAL_SCRIPT = Path(__file__).with_name("nederlands.js")
TAAL_ROUTE = "/huis/nederlands.js"
TITEL = "Tellen en vertellen"

_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9A-Fa-f:]+\](:\d+)?")
_MEDIA = "/media/"
_ASSETS = ("/static/", _MEDIA, "/_stcore/")
_OPEN = ("/api/", "/embed/")
"""What programs and other websites ask for: never rewritten, and it says itself whether what one has still holds."""
_CONDITIONAL = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")


@dataclass(frozen=True, slots=True)
class Pagina:
    """A rewritten page, and the hashes of the scripts that stand in it."""

    body: bytes
    script_hashes: tuple[str, ...]


def script_hash(script: str) -> str:
    """How a Content-Security-Policy names one script that stands in the page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@lru_cache(maxsize=8)
def rewrite(body: bytes) -> Pagina:
    """Make an HTML page Dutch: its language, its title, its words for who has no JavaScript, and our script."""
    html = body.decode("utf-8")
    html = re.sub(r'<html lang="[^"]*"', '<html lang="nl"', html, count=1)
    html = html.replace("<title>Streamlit</title>", f"<title>{TITEL}</title>", 1)
    html = _NOSCRIPT.sub("<noscript><p>Deze pagina heeft JavaScript nodig.</p></noscript>", html)
    html = html.replace("</head>", f'<script src=".{TAAL_ROUTE}" defer></script></head>', 1)
    return Pagina(html.encode("utf-8"), tuple(script_hash(script) for script in _INLINE_SCRIPT.findall(html)))


def content_security_policy(host: str | None, script_hashes: tuple[str, ...] = ()) -> str:
    """What a page may load and do: everything from here, nothing from elsewhere, and no script but ours."""
    sockets = f" ws://{host} wss://{host}" if host and _HOST.fullmatch(host) else ""
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(("'self'", *script_hashes)),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": f"'self'{sockets}",
        "worker-src": "'self' blob:",
        "media-src": "'self' blob:",
        "frame-ancestors": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "object-src": "'none'",
    }
    return "; ".join(f"{rule} {value}" for rule, value in rules.items())


class DutchPages:
    """ASGI middleware: HTML goes out rewritten, everything goes out with the security headers."""

    def __init__(self, app: ASGIApp, *, proef: bool = False) -> None:
        self._app = app
        self._proef = proef

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back in our dress."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if not scope["path"].startswith(_ASSETS):
            # Only a whole page that is not compressed can be rewritten.
            kept = b"if-none-match" if scope["path"].startswith(_OPEN) else None
            headers = [pair for pair in scope["headers"] if pair[0] not in _CONDITIONAL or pair[0] == kept]
            scope = {**scope, "headers": headers}
        await self._app(scope, receive, _Answer(scope, send, proef=self._proef))


class _Answer:
    """Sends one answer on, held back and rewritten when it is a page."""

    def __init__(self, scope: Scope, send: Send, *, proef: bool) -> None:
        self._send = send
        self._is_new = proef and f"{PROEF_COOKIE}=" not in Headers(scope=scope).get("cookie", "")
        self._host = Headers(scope=scope).get("host")
        self._is_head = scope["method"] == "HEAD"
        self._is_media = scope["path"].startswith(_MEDIA)
        self._held: Message | None = None
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._start(message)
        elif self._held is not None and message["type"] == "http.response.body":
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_page(self._held)
        else:
            await self._send(message)

    async def _start(self, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Referrer-Policy"] = "same-origin"
        if self._is_media:
            # What somebody made to take along, a draft perhaps, is of nobody who comes to this device or proxy later.
            headers["Cache-Control"] = "no-store"
        if "content-security-policy" in headers:  # made to stand in somebody else's page
            await self._send(message)
            return
        if headers.get("content-type", "").startswith("text/html"):
            self._held = message
            return
        headers["Content-Security-Policy"] = content_security_policy(self._host)
        await self._send(message)

    async def _send_page(self, start: Message) -> None:
        pagina = rewrite(bytes(self._body))
        headers = MutableHeaders(scope=start)
        for name in ("etag", "last-modified", "accept-ranges", "content-length"):
            del headers[name]
        if not self._is_head:
            headers["content-length"] = str(len(pagina.body))
        headers["Content-Security-Policy"] = content_security_policy(self._host, pagina.script_hashes)
        if self._is_new:
            headers.append("set-cookie", f"{PROEF_COOKIE}={token_urlsafe(16)}; Path=/; HttpOnly; SameSite=Strict")
        await self._send(start)
        await self._send({"type": "http.response.body", "body": b"" if self._is_head else pagina.body})
