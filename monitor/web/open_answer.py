"""How an open address answers: the same body only once, HEAD and OPTIONS, and every refusal as JSON in Dutch."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Scope

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


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """A body that was made, and the mark by which it is known again."""

    body: bytes
    media_type: str
    etag: str
    headers: Mapping[str, str]


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
