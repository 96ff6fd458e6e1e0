"""The addresses of the open figures, under /api/v1: to read only, for anybody, from any website."""

from collections.abc import Callable, Hashable
from io import StringIO
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from monitor.services.open_cijfers import OpenBlad
from monitor.services.open_velden import OpenTabel, write_rows
from monitor.services.stand import Kept, Stand
from monitor.web.open_answer import (
    METHODS,
    OpenAnswer,
    as_json,
    made,
    open_headers,
    options,
    refused,
    respond,
    respond_or_refuse,
)
from monitor.web.open_vraag import CSV, TABELVRAGEN, TabelVraag, address
from monitor.web.openapi import OPENAPI_PATH, document
from monitor.web.threads import Threads

_MOST, _WAITING = 2, 32
"""How many questions are answered at once, and how many may wait."""
_KEPT = 64
"""So many answers are kept for as long as nothing is written."""

ALLEEN_LEZEN = "Hier kunt u alleen lezen (GET)."


def open_routes(stand: Callable[[], Stand]) -> list[Route]:
    """The routes; `stand` gives the store as it is now."""
    threads = Threads(most=_MOST, waiting=_WAITING)
    apps: list[tuple[str, Any]] = [(vraag.path, OpenTabelApp(vraag, stand, threads)) for vraag in TABELVRAGEN]
    return [Route(path, app) for path, app in [*apps, (OPENAPI_PATH, OpenapiApp())]]


class OpenapiApp:
    """The OpenAPI document."""

    def __init__(self) -> None:
        self._answer = made(as_json(document()), "application/json", open_headers())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        response = without_asking(scope) or respond(scope, self._answer)
        await response(scope, receive, send)


class OpenTabelApp:
    """One table of the open figures, a page at a time."""

    def __init__(self, vraag: TabelVraag, stand: Callable[[], Stand], threads: Threads) -> None:
        self._vraag = vraag
        self._stand = stand
        self._threads = threads
        self._kept = Kept(self._made, _KEPT)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        response = without_asking(scope) or await self._response(scope)
        await response(scope, receive, send)

    async def _response(self, scope: Scope) -> Response:
        asked, problems = self._vraag.read(scope["query_string"].decode("latin-1"))
        if problems:
            return refused(400, problems)
        words = tuple(asked.items())
        work = self._threads.run(lambda: self._kept(self._stand(), words))
        return await respond_or_refuse(scope, work, refused)

    def _made(self, stand: Stand, words: tuple[tuple[str, Hashable], ...]) -> OpenAnswer:
        asked: dict[str, Any] = dict(words)
        blad = self._vraag.answer(stand, **{name: value for name, value in asked.items() if name != "format"})
        links = self._links(asked, blad)
        headers = open_headers({"Link": ", ".join(f'<{url}>; rel="{rel}"' for rel, url in links.items())})
        if asked["format"] == CSV:
            disposition = f'attachment; filename="{self._vraag.tabel.naam}.csv"'
            body = _csv(self._vraag.tabel, blad)
            return made(body, "text/csv", {**headers, "Content-Disposition": disposition})
        content = {
            "totaal": blad.totaal,
            "limit": asked["limit"],
            "offset": asked["offset"],
            "volgende": links.get("next"),
            self._vraag.tabel.naam: [_as_object(self._vraag.tabel, rij) for rij in blad.rijen],
        }
        return made(as_json(content), "application/json", headers)

    def _links(self, asked: dict[str, Any], blad: OpenBlad) -> dict[str, str]:
        """Where the other pages are, by their relation (RFC 8288)."""
        limit, offset = asked["limit"], asked["offset"]
        last = max(0, blad.totaal - 1) // limit * limit
        places = {"first": 0}
        if offset:
            places["prev"] = max(0, min(offset - limit, last))
        if offset + limit < blad.totaal:
            places["next"] = offset + limit
        places["last"] = last
        found = {}
        for rel, place in places.items():
            words = urlencode(address(self._vraag, asked, offset=place))
            found[rel] = f"{self._vraag.path}?{words}" if words else self._vraag.path
        return found


def without_asking(scope: Scope) -> Response | None:
    """The answer to a method for which nothing has to be read; None for one that reads."""
    if scope["method"] == "OPTIONS":
        return options()
    if scope["method"] not in ("GET", "HEAD"):
        return refused(405, [ALLEEN_LEZEN], {"Allow": METHODS})
    return None


def _as_object(tabel: OpenTabel, rij: tuple[Any, ...]) -> dict[str, Any]:
    return {
        veld.naam: value if value is None or isinstance(value, str | int | float | tuple) else value.isoformat()
        for veld, value in zip(tabel.velden, rij, strict=True)
    }


def _csv(tabel: OpenTabel, blad: OpenBlad) -> bytes:
    file = StringIO(newline="")
    write_rows(file, tabel, [blad.rijen])
    return file.getvalue().encode()
