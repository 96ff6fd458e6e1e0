"""Help with reading as a block beside what somebody writes: a number, long sentences, everyday words. Never a grade."""

from collections.abc import Iterator

from monitor.nl import format_getal
from monitor.services.leeshulp import LANGE_ZIN, Leeshulp, leeshulp
from monitor.ui.html import Html, tag
from monitor.ui.texts import count
from monitor.ui.texts import leeshulp as texts

_MEESTE = 5
"""So many long sentences stand open."""


def compose(tekst: str, kop: str = "") -> Html | None:
    """What helps to read this text again, under `kop`; None of an empty text."""
    if not tekst.strip():
        return None
    found = leeshulp(tekst)
    lines = tuple(_hints(tekst, found))
    return tag(
        "div",
        tag("p", tag("b", kop), " ", _number(found)) if kop else tag("p", _number(found)),
        tag("ul", *lines) if lines else tag("p", texts.NIETS, class_="zacht"),
        class_="leeshulp",
    )


def _number(found: Leeshulp) -> str:
    if found.getal is None:
        return texts.KORT
    return texts.GETAL.format(getal=format_getal(found.getal, 0))


def _hints(tekst: str, found: Leeshulp) -> Iterator[Html]:
    for zin in found.lang[:_MEESTE]:
        said = tekst[zin.start : zin.eind]
        yield tag("li", texts.LANGE_ZIN.format(woorden=zin.woorden), " ", tag("q", said, dir="auto"))
    if len(found.lang) > _MEESTE:
        yield tag("li", count(texts.MEER_LANGE_ZINNEN, len(found.lang) - _MEESTE))
    said_already: dict[str, str] = {}
    for it in found.vaktaal:
        said_already.setdefault(tekst[it.start : it.eind].lower(), it.gewoon)
    for woord, gewoon in said_already.items():
        yield tag("li", tag("q", woord), texts.GEWONER.format(gewoon=gewoon))


def explained() -> Html:
    """What the number means, said once on a page."""
    return tag("p", texts.UITLEG.format(lang=LANGE_ZIN), class_="zacht klein")
