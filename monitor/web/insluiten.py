"""The address of one chart with its sentence and source, for another website to show in a frame of its own."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from monitor.web.open_answer import METHODS, OpenAnswer, made, options, respond_or_refuse
from monitor.web.open_cijfers import ALLEEN_LEZEN
from monitor.web.open_vraag import Vraagveld, read_query
from monitor.web.pagina import script_hash
from monitor.web.threads import Threads

INSLUITEN_PATH = "/embed/indicator"
_MOST, _WAITING = 2, 64
_VELDEN = (
    Vraagveld("indicator", "De code van de indicator.", nodig=True),
    Vraagveld("wijk", "De code van de wijk.", lengte=20),
    Vraagveld("gemeente", "De code van de gemeente, als er geen wijk is.", lengte=20),
)

Compose = Callable[[str, str | None, str | None], str]
"""Gives the whole page of an indicator, of a wijk or of a gemeente. Raises NietGevonden for what is not there."""


class InsluitApp:
    """The page of one chart. Others may put it in a frame; it loads nothing, and no script runs in it."""

    def __init__(self, compose: Compose, refusal: Callable[[Sequence[str]], str], style: str) -> None:
        self._compose = compose
        self._refusal = refusal
        self._threads = Threads(most=_MOST, waiting=_WAITING)
        self._headers = {"Content-Security-Policy": policy(style), "Cross-Origin-Resource-Policy": "cross-origin"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        response = self._without_asking(scope) or await self._response(scope)
        await response(scope, receive, send)

    def _without_asking(self, scope: Scope) -> Response | None:
        if scope["method"] == "OPTIONS":
            return options(self._headers)
        if scope["method"] not in ("GET", "HEAD"):
            return self._refused(scope, 405, [ALLEEN_LEZEN], {"Allow": METHODS})
        return None

    async def _response(self, scope: Scope) -> Response:
        asked, problems = read_query(_VELDEN, scope["query_string"].decode("latin-1"))
        if problems:
            return self._refused(scope, 400, problems)
        work = self._threads.run(lambda: self._made(**asked))
        return await respond_or_refuse(scope, work, partial(self._refused, scope))

    def _made(self, indicator: str, wijk: str | None, gemeente: str | None) -> OpenAnswer:
        return made(self._compose(indicator, wijk, gemeente).encode(), "text/html", self._headers)

    def _refused(
        self, scope: Scope, status: int, problems: Sequence[str], headers: Mapping[str, str] | None = None
    ) -> Response:
        body = "" if scope["method"] == "HEAD" else self._refusal(problems)
        return Response(body, status, {**self._headers, "Cache-Control": "no-store", **(headers or {})}, "text/html")


def policy(style: str) -> str:
    """What the page may do: look as its own style says, show its own picture, and stand in anybody's frame."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {script_hash(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors *",
        )
    )


def insluit_route(compose: Compose, refusal: Callable[[Sequence[str]], str], style: str) -> Route:
    """The route; who composes the page gives its style too, so that no other style works in it."""
    return Route(INSLUITEN_PATH, InsluitApp(compose, refusal, style))
