"""How a stuk reads: hints with what people wrote, and with what the product puts in it, each apart. Never a block."""

from collections.abc import Iterator

from monitor.domain.raadsstuk import Deel, StukVeld
from monitor.services.leeshulp import leeshulp
from monitor.ui import leeshulpblok, links, stukschrijven
from monitor.ui.html import Html, tag
from monitor.ui.stukwerk import Stukwerk
from monitor.ui.texts import raadsstuk as texts


def compose(werk: Stukwerk) -> Html:
    """The hints, under one explanation of the number."""
    own, ours = tuple(_own(werk)), tuple(_ours(werk))
    return tag(
        "div",
        tag("h2", texts.LEESBAAR),
        leeshulpblok.explained() if own or ours else None,
        *(own or (tag("p", texts.LEESBAAR_LEEG, class_="zacht"),)),
        _folded(ours) if ours else None,
        class_="tv raadsstuk",
    )


def _own(werk: Stukwerk) -> Iterator[Html]:
    for deel in werk.stuk.delen:
        block = leeshulpblok.compose(stukschrijven.eigen_tekst(werk.stuk, deel), werk.deel(deel))
        if deel is not Deel.KOP and block is not None:
            yield block


def _folded(ours: tuple[Html, ...]) -> Html:
    explained = tag("p", texts.LEESBAAR_MONITOR_UITLEG, class_="zacht")
    return tag("details", tag("summary", texts.LEESBAAR_MONITOR), explained, *ours)


def _ours(werk: Stukwerk) -> Iterator[Html]:
    """What the product writes or takes over, as far as there is something to say of it."""
    for deel in werk.stuk.delen:
        said = " ".join(it.tekst for it in werk.zinnen(deel) if not _rewritten(werk, it.veld))
        yield from _hints(werk, said, texts.LEESBAAR_ZINNEN.format(deel=werk.deel(deel)), deel)
    learned = "\n".join(it.tekst or "" for it in werk.teksten.leerpunten)
    yield from _hints(werk, learned, texts.LEERPUNTEN, Deel.ARGUMENTEN)
    explained = {it.versie.indicator.naam: it.versie.indicator.definitie for it in werk.teksten.cijfers.values()}
    for naam, definitie in explained.items():
        yield from _hints(werk, definitie or "", texts.LEESBAAR_DEFINITIE.format(naam=naam), Deel.ARGUMENTEN)


def _rewritten(werk: Stukwerk, veld: StukVeld) -> bool:
    own = werk.stuk.versie(veld)
    return own is not None and not own.teruggezet


def _hints(werk: Stukwerk, said: str, kop: str, deel: Deel) -> Iterator[Html]:
    found = leeshulp(said)
    block = leeshulpblok.compose(said, kop) if found.lang or found.vaktaal else None
    if block is None:
        return
    yield block
    if werk.schrijft:
        there = links.to_raadsvoorstel(stuk=werk.stuk.id, stap="schrijven", deel=deel.value)
        yield tag("p", tag("a", texts.LEESBAAR_ZELF.format(deel=werk.deel(deel)), href=there), class_="klein")
