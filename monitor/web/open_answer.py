"""How an open address answers: the same body only once, HEAD and OPTIONS, and every refusal as JSON in Dutch."""

import hashlib
import json
import logging
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Scope

from monitor.errors import MonitorError, NietGevonden
from monitor.web.threads import Bezet

_LOG = logging.getLogger(__name__)
METHODS = "GET, HEAD, OPTIONS"
ANYBODY = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
"""Every website may read this: there is nothing in it that is not public, and no cookie is asked for."""
_PREFLIGHT = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}
_EXPOSED = {"Access-Control-Expose-Headers": "ETag, Link"}
_ASK_AGAIN = "no-cache"
"""A browser may keep it, and asks each time whether it still holds: a figure that was hidden is gone at once."""
WAIT = "5"
"""Seconds to wait when it is busy."""
BEZET = "Het is nu te druk. Vraag het over een paar tellen nog een keer."
STUK = "Er ging iets mis dat niet mis mag gaan. Probeer het later nog een keer."


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """A body that was made, and the mark by which it is known again."""

    body: bytes
    media_type: str
    etag: str
    headers: Mapping[str, str]


class Refuse(Protocol):
    """How an address says why there is no answer."""

    def __call__(self, status: int, problems: Sequence[str], headers: Mapping[str, str] | None = None) -> Response:
        """All problems at once, each a sentence."""
        ...


def made(body: bytes, media_type: str, headers: Mapping[str, str] | None = None) -> OpenAnswer:
    """A body with its mark: the same figures have the same mark, also after a restart."""
    return OpenAnswer(body, media_type, f'"{hashlib.sha256(body).hexdigest()[:32]}"', headers or {})


def as_json(content: Any) -> bytes:
    """Content as JSON in UTF-8; a number that JSON does not know is a bug and no answer."""
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def respond(scope: Scope, answer: OpenAnswer) -> Response:
    """The answer to one request: whole, without its body for HEAD, or only that it still holds."""
    headers = {"ETag": answer.etag, "Cache-Control": _ASK_AGAIN, **answer.headers}
    if _is_known(Headers(scope=scope), answer.etag):
        return Response(status_code=304, headers=headers)
    if scope["method"] == "HEAD":
        headers["Content-Length"] = str(len(answer.body))
        return Response(headers=headers, media_type=answer.media_type)
    return Response(answer.body, headers=headers, media_type=answer.media_type)


async def respond_or_refuse(scope: Scope, work: Awaitable[OpenAnswer], refuse: Refuse) -> Response:
    """The answer that `work` gives, or why there is none: it is busy, it is not there, or not now."""
    try:
        answer = await work
    except Bezet:
        return refuse(503, [BEZET], {"Retry-After": WAIT})
    except NietGevonden as error:
        return refuse(404, str(error).splitlines())
    except MonitorError as error:
        return refuse(503, [str(error)], {"Retry-After": WAIT})
    except Exception:  # a bug of ours: the details go to the log, a sentence to who asked
        _LOG.exception("Een open adres gaf een fout: %s", scope["path"])
        return refuse(500, [STUK])
    return respond(scope, answer)


def open_headers(headers: Mapping[str, str] | None = None) -> dict[str, str]:
    """What goes with every answer that another website may read."""
    return {**ANYBODY, **_EXPOSED, **(headers or {})}


def options(headers: Mapping[str, str] | None = None) -> Response:
    """What a browser asks before it lets another website read."""
    return Response(status_code=204, headers={**ANYBODY, **_PREFLIGHT, "Allow": METHODS, **(headers or {})})


def refused(status: int, problems: Sequence[str], headers: Mapping[str, str] | None = None) -> Response:
    """Why there is no answer: all problems at once, each a sentence."""
    content = as_json({"fout": " ".join(problems), "fouten": list(problems)})
    return Response(
        content,
        status_code=status,
        media_type="application/json",
        headers={**ANYBODY, "Cache-Control": "no-store", **(headers or {})},
    )


def _is_known(headers: Headers, etag: str) -> bool:
    """Whether who asks has this body already (RFC 9110: a list of marks, weak or not, or any)."""
    told = [it.strip().removeprefix("W/") for given in headers.getlist("if-none-match") for it in given.split(",")]
    return etag in told or told == ["*"]
