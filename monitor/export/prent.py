"""The pictures of a document: a chart as it is drawn for the screen becomes one with the letters of paper."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from threading import Lock

from monitor.domain.document import Document, Prent
from monitor.export.beeld import make_pngs

_FAMILY = "Source Sans Pro"
_ATTRIBUTE = re.compile(r'font-family="[^"]*"')
_STYLE = re.compile(r"font-family:[^;\"]*")
_MOST_KEPT = 96
"""So many pictures are kept, of some 60 kB: a document of twelve is written in four kinds, and again after a change."""

_kept: dict[bytes, bytes] = {}
_lock = Lock()


def with_our_letters(document: Document) -> Document:
    """The document with its drawings in our letters, that look the same on every machine."""
    return replace(
        document,
        blokken=tuple(
            replace(it, svg=_in_our_letters(it.svg)) if isinstance(it, Prent) else it for it in document.blokken
        ),
    )


def pngs(document: Document) -> tuple[bytes, ...]:
    """The pictures of the document as PNG, in order. Raises BeeldFout when one cannot be drawn."""
    svgs = [it.svg for it in document.blokken if isinstance(it, Prent)]
    keys = [sha256(it.encode()).digest() for it in svgs]
    with _lock:
        found = {key: _kept[key] for key in keys if key in _kept}
    new = {key: svg for key, svg in zip(keys, svgs, strict=True) if key not in found}
    found |= dict(zip(new, make_pngs(tuple(new.values())), strict=True))
    _keep(found.items())
    return tuple(found[key] for key in keys)


def _keep(pictures: Iterable[tuple[bytes, bytes]]) -> None:
    """Keep these, and as many of the older ones as there is room for."""
    with _lock:
        for key, png in pictures:
            _kept.pop(key, None)
            _kept[key] = png
        for key in list(_kept)[:-_MOST_KEPT]:
            del _kept[key]


@lru_cache(maxsize=_MOST_KEPT)
def _in_our_letters(svg: str) -> str:
    return _STYLE.sub(f"font-family:{_FAMILY}", _ATTRIBUTE.sub(f'font-family="{_FAMILY}"', svg))
