"""Our own HTML: every value goes through `escape`, so that nobody's text ever becomes a tag or Markdown."""

import re
from html import escape as _escape

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_PARAGRAPH = re.compile(r"\n\s*\n")
_EMPTY = frozenset({"br", "hr", "img"})
"""Elements that hold nothing and are never closed."""


class Html(str):
    """Text that is HTML already, made by the functions here."""

    __slots__ = ()


def escape(value: object) -> Html:
    """`value` as text that a browser shows and never obeys; what is HTML of ours already stays as it is."""
    if isinstance(value, Html):
        return value
    return Html(_escape(_UNSEEN.sub("\ufffd", str(value)), quote=True))


def tag(name: str, *content: object, **attributes: object) -> Html:
    """One element: `tag("p", "tekst", class_="zin")`. None is left out, in content and in attributes.

    An attribute that is True stands by its name alone; an underscore in a name becomes a hyphen.
    """
    if name in _EMPTY:
        return Html(f"<{name}{_attributes(attributes)}>")
    return Html(f"<{name}{_attributes(attributes)}>{join(*content)}</{name}>")


def join(*content: object) -> Html:
    """Pieces after each other; None is left out."""
    return Html("".join(escape(piece) for piece in content if piece is not None))


def paragraphs(text: str, **attributes: object) -> Html:
    """Somebody's text with its own empty lines as paragraphs and its own line ends kept."""
    parts = [part.strip() for part in _PARAGRAPH.split(text.replace("\r\n", "\n")) if part.strip()]
    return join(*(tag("p", Html(escape(part).replace("\n", "<br>")), **attributes) for part in parts))


def _attributes(attributes: dict[str, object]) -> str:
    written = []
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        plain = name.rstrip("_").replace("_", "-")
        written.append(f" {plain}" if value is True else f' {plain}="{escape(value)}"')
    return "".join(written)
