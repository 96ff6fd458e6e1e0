"""The start page: where to go, and what we mean by sociale basis."""

from monitor.ui import texts
from monitor.ui.html import Html, paragraphs, tag


def heading() -> Html:
    """The question, and how to read what follows."""
    return tag(
        "div",
        tag("h1", texts.START_TITEL),
        tag("p", texts.START_INLEIDING, class_="sub lezen"),
        class_="tv",
    )


def ways() -> Html:
    """The ways on, beside choosing a wijk."""
    return tag(
        "div",
        _way(texts.START_GEMEENTE, texts.START_GEMEENTE_UITLEG, "gemeente"),
        _way(texts.START_HOE, texts.START_HOE_UITLEG, "verantwoording"),
        class_="tv wegen",
    )


def meaning() -> Html:
    """What we mean by sociale basis here, and why numbers and verhalen stand together."""
    return tag(
        "div",
        tag("section", tag("h2", texts.START_BASIS), paragraphs(texts.START_BASIS_TEKST)),
        tag("section", tag("h2", texts.START_NAAST), paragraphs(texts.START_NAAST_TEKST)),
        class_="tv lezen ruim",
    )


def _way(title: str, text: str, href: str) -> Html:
    return tag("div", tag("h2", tag("a", title, href=href)), tag("p", text))
