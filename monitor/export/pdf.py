"""Turning a template of ours and data into a PDF that a screen reader can read aloud (PDF/UA-1).

Data reaches the template as JSON, so that text stays text: nothing that people typed is ever markup. A sign that no
shipped font has would make the whole PDF fail; it becomes U+FFFD, and the template is told, so that the paper says it.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

_TEMPLATES = Path(__file__).parent / "typst"
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, and what has no shape."""
_BEYOND_EVERY_FONT = re.compile("[^\t\n\x20-\x7e\xa1-\xac\xae-\xff\u20ac\ufffd]")
_HINT = "\u00ad"
"""Where a word may be broken: nothing to see, and it spoils what a screen reader hears."""
_UNPRINTABLE = re.compile(r'(?:the text|codepoint) `"((?:[^"\\]|\\.)*)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_ROUNDS = 8
_REPLACED = "\ufffd"
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""The same data give the same bytes: no paper tells when it was printed."""


def make_pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """The PDF of `typst/<template>.typ` with `data`; `data.vervangen` says whether a sign was replaced."""
    bare, replaced = _replace(_replace(dict(data), _without_hints)[0], _without_unseen)
    for _ in range(_ROUNDS):
        try:
            return _compile(template, bare, replaced)
        except typst.TypstError as error:
            signs = _unprintable(f"{error.message}\n{error.diagnostic}")
            bare, changed = _replace(bare, partial(_without, signs))
            replaced = replaced or changed
            if not changed:
                break
    # Whatever the fonts make of the rest: what every one of them has can always be printed.
    bare, _ = _replace(bare, partial(_BEYOND_EVERY_FONT.sub, _REPLACED))
    return _compile(template, bare, True)


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
    found = find_spec("font_source_sans_pro")
    places = found.submodule_search_locations if found else None
    return typst.Fonts(include_system_fonts=False, font_paths=[Path(it) / "files" for it in places or ()])


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


def _without_unseen(text: str) -> str:
    return _UNSEEN.sub(_REPLACED, text)


def _unprintable(message: str) -> str:
    """The signs that typst says it cannot print. A letter that one leans on is named too, and stays."""
    found = "".join(_ESCAPED.sub(_unescaped, it) for it in _UNPRINTABLE.findall(message))
    return "".join(sorted(set(_BEYOND_EVERY_FONT.findall(found))))


def _unescaped(match: re.Match[str]) -> str:
    if match[1]:
        return chr(int(match[1], 16))
    return {"n": "\n", "r": "\r", "t": "\t"}.get(match[2], match[2])


def _without(signs: str, text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, signs), _REPLACED))
