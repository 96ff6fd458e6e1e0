"""Where the figures come from, as it stands under a page and on paper."""

from collections.abc import Sequence

from monitor.domain.wijkbeeld import BronRegel
from monitor.nl import format_datum, hoofdletter, opsomming, to_amsterdam
from monitor.ui import texts
from monitor.ui.html import Html, escape, join, tag
from monitor.ui.texts import indicator as cijfertexts


def listed(bronnen: Sequence[BronRegel]) -> Html:
    """The sources, each once, with its years and the day on which it was last read."""
    if not bronnen:
        return tag("p", texts.GEEN_BRONNEN, class_="zacht")
    return tag("ul", *(tag("li", _source(bron, words)) for bron, words in lines(bronnen)))


def lines(bronnen: Sequence[BronRegel]) -> list[tuple[BronRegel, str]]:
    """Each source once, with the words of it: from whom, over which years, read when."""
    told = []
    typed = [bron for bron in bronnen if bron.opgegeven]
    read = [bron for bron in bronnen if not bron.opgegeven]
    for naam in dict.fromkeys(bron.naam for bron in read):
        same = [bron for bron in read if bron.naam == naam]
        newest = max(same, key=lambda bron: bron.ingelezen_op)
        words = [texts.BRON_REGEL.format(naam=naam, uitgever=newest.uitgever)]
        years = sorted({bron.peiljaar for bron in same if bron.peiljaar})
        if years:
            words.append(texts.BRON_JAAR.format(jaar=opsomming(map(str, years))))
        words.append(texts.BRON_OPGEHAALD.format(datum=_day(newest)))
        told.append((newest, ", ".join(words)))
    if typed:
        newest = max(typed, key=lambda bron: bron.ingelezen_op)
        told.append((newest, cijfertexts.OPGEGEVEN.format(datum=_day(newest))))
    return told


def named(bronnen: Sequence[BronRegel]) -> list[str]:
    """What stands under a picture: the name of each source, and that somebody brought figures in."""
    return [words if bron.opgegeven else bron.naam for bron, words in lines(bronnen)]


def _day(bron: BronRegel) -> str:
    return format_datum(to_amsterdam(bron.ingelezen_op).date())


def linked(bron: BronRegel) -> Html | str:
    """The name of a source, as a link where it gives an address on the web."""
    if not bron.url or not bron.url.startswith(("https://", "http://")):
        return bron.naam
    return tag("a", bron.naam, href=bron.url)


def _source(bron: BronRegel, words: str) -> Html:
    return escape(hoofdletter(words)) if bron.opgegeven else join(linked(bron), words.removeprefix(bron.naam))
