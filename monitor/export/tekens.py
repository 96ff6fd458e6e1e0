"""Which signs a document can show, so that all four files of it say the same.

A sign that XML cannot hold, or that none of our letters has, becomes U+FFFD in every file, also in one that could have
held it; the last line of the document says how often that happened.
"""

import re
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any

from monitor.domain.document import Alinea, AlineaSoort, Document, Prent
from monitor.export import teksten
from monitor.export.pdf import BEYOND_EVERY_FONT, REPLACED, printable, without_unseen

_LINE_ENDS = re.compile("\r\n?")
_BETWEEN_WORDS = re.compile("[ \t\n]+")
_HINT = "\u00ad"


def vervang(document: Document) -> Document:
    """The document as it can be shown, with a last line that says how many signs were replaced, if any were."""
    held = _changed(document, _held)
    signs = _unshown(_odd_words(held))
    shown: Document = _changed(held, lambda text: text.translate(dict.fromkeys(map(ord, signs), REPLACED)))
    aantal = _count(shown) - _count(document)
    if not aantal:
        return shown
    note = teksten.TEKEN_WEG if aantal == 1 else teksten.TEKENS_WEG.format(aantal=aantal)
    return replace(shown, blokken=(*shown.blokken, Alinea(note, AlineaSoort.KLEIN)))


def _held(text: str) -> str:
    """The text as XML can hold it, with one way to end a line."""
    return without_unseen(_LINE_ENDS.sub("\n", text))


def _changed(value: Any, change: Any) -> Any:
    """`value` with every text in it changed, also the words that are drawn."""
    if isinstance(value, str):
        return change(value) if type(value) is str else value
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{it.name: _changed(getattr(value, it.name), change) for it in fields(value)})
    if isinstance(value, tuple):
        return tuple(_changed(it, change) for it in value)
    return value


def _texts(value: Any) -> list[str]:
    """Every text in `value` that somebody reads, also what stands in a drawing."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Prent):
        return [value.alt, value.bijschrift, *re.findall(">([^<>]+)<", value.svg)]
    if is_dataclass(value):
        return [text for it in fields(value) for text in _texts(getattr(value, it.name))]
    return [text for it in value for text in _texts(it)] if isinstance(value, tuple) else []


def _count(document: Document) -> int:
    return sum(text.count(REPLACED) for text in _texts(document))


def _odd_words(document: Document) -> tuple[str, ...]:
    """The words with a sign that not every font has. A sign leans on the letter before it, never on another word."""
    words = {word for text in _texts(document) for word in _BETWEEN_WORDS.split(text.replace(_HINT, ""))}
    return tuple(sorted(it for it in words if BEYOND_EVERY_FONT.search(it)))


@lru_cache(maxsize=64)
def _unshown(words: tuple[str, ...]) -> frozenset[str]:
    """The signs in these words that our letters cannot show."""
    pairs = zip(words, printable(words), strict=True)
    return frozenset(sign for word, shown in pairs for sign, seen in zip(word, shown, strict=True) if sign != seen)
