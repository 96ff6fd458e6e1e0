"""Turning a template of ours and data into a PDF that a screen reader can read aloud (PDF/UA-1).

Data reaches the template as JSON, so that text stays text: nothing that people typed is ever markup. A sign that no
shipped font has would make the whole PDF fail; it becomes U+FFFD, and the template is told, so that the paper says it.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any

import typst

from monitor.export.layout import LETTERS

_TEMPLATES = Path(__file__).parent / "typst"
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff\U000f0000-\U0010ffff]")
"""What XML cannot hold, what has no shape, and what has another shape in every font."""
BEYOND_EVERY_FONT = re.compile("[^\t\n\x20-\x7e\xa1-\xac\xae-\xff\u20ac\ufffd]")
"""All but the signs that each of our fonts has."""
_HINT = "\u00ad"
"""Where a word may be broken: nothing to see, and it spoils what a screen reader hears."""
_UNPRINTABLE = re.compile(r'(?:the text|codepoint) `"((?:[^"\\]|\\.)*)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_ROUNDS = 8
REPLACED = "\ufffd"
"""What stands in the place of a sign that cannot be shown."""
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""The same data give the same bytes: no paper tells when it was printed."""


def make_pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """The PDF of `typst/<template>.typ` with `data`; `data.vervangen` says whether a sign was replaced."""
    return _make(template, data)[0]


def printable(words: Sequence[str]) -> list[str]:
    """The words as a document can show them: what no font of ours has, or XML cannot hold, is U+FFFD."""
    held = [without_unseen(it) for it in words]
    shown: list[str] = _make("tekens", {"woorden": held})[1]["woorden"] if held else []
    return shown


def without_unseen(text: str) -> str:
    """The text with U+FFFD for every sign that XML cannot hold or that has no shape."""
    return _UNSEEN.sub(REPLACED, text)


def _make(template: str, data: Mapping[str, Any]) -> tuple[bytes, Any]:
    """The PDF, and the data as they stand in it."""
    bare, replaced = _replace(_replace(dict(data), _without_hints)[0], without_unseen)
    for _ in range(_ROUNDS):
        try:
            return _compile(template, bare, replaced), bare
        except typst.TypstError as error:
            signs = _unprintable(f"{error.message}\n{error.diagnostic}")
            bare, changed = _replace(bare, partial(_without, signs))
            replaced = replaced or changed
            if not changed:
                break
    # Whatever the fonts make of the rest: what every one of them has can always be printed.
    bare, _ = _replace(bare, partial(BEYOND_EVERY_FONT.sub, REPLACED))
    return _compile(template, bare, True), bare


def _compile(template: str, data: Mapping[str, Any], replaced: bool) -> bytes:
    content = json.dumps({**data, "vervangen": replaced})
    made = typst.compile(
        str(_TEMPLATES / f"{template}.typ"),
        root=str(_TEMPLATES),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"data": content},
        timestamp=_NO_DAY,
    )
    if not isinstance(made, bytes):
        raise TypeError(f"typst made no single file of {template}")
    return made


@cache
def _fonts() -> typst.Fonts:
    """Only fonts that come along: a paper looks the same on every machine. What is counted stands in the sans."""
    return typst.Fonts(include_system_fonts=False, font_paths=[LETTERS])


def _replace(value: Any, change: Callable[[str], str]) -> tuple[Any, bool]:
    """`value` with every text in it changed, and whether any was; keys are ours and stay."""
    if isinstance(value, str):
        new = change(value)
        return new, new != value
    if isinstance(value, Mapping):
        pairs = {key: _replace(part, change) for key, part in value.items()}
        return {key: part for key, (part, _) in pairs.items()}, any(changed for _, changed in pairs.values())
    if isinstance(value, list | tuple):
        parts = [_replace(part, change) for part in value]
        return [part for part, _ in parts], any(changed for _, changed in parts)
    return value, False


def _without_hints(text: str) -> str:
    return text.replace(_HINT, "")


def _unprintable(message: str) -> str:
    """The signs that typst says it cannot print. A letter that one leans on is named too, and stays."""
    found = "".join(_ESCAPED.sub(_unescaped, it) for it in _UNPRINTABLE.findall(message))
    return "".join(sorted(set(BEYOND_EVERY_FONT.findall(found))))


def _unescaped(match: re.Match[str]) -> str:
    if match[1]:
        return chr(int(match[1], 16))
    return {"n": "\n", "r": "\r", "t": "\t"}.get(match[2], match[2])


def _without(signs: str, text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, signs), REPLACED))
