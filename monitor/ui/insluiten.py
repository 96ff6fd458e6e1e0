"""One chart with its sentence and source as a page of its own, for in somebody else's page: no script, no verhaal."""

import base64
import json
from collections.abc import Iterable, Sequence
from functools import lru_cache

from monitor.charts.reeks import reeks_spec
from monitor.charts.theme import LIGHT
from monitor.domain.indicatorbeeld import Indicatorbeeld
from monitor.domain.meting import Reeks
from monitor.export.beeld import BeeldFout, BeeldSoort, make_beeld
from monitor.services import woorden, zinnen
from monitor.ui import bronnen, indicatorscherm, keuze, links, queries, reekstabel, themakaart
from monitor.ui import texts as alle_texts
from monitor.ui.html import Html, join, tag
from monitor.ui.texts import insluiten as texts

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; padding: 16px; background: #ffffff; color: #1c2733; overflow-wrap: anywhere;
  font: 16px/1.5 "Source Sans 3", system-ui, sans-serif; }
main { max-width: 760px; margin: 0 auto; }
h1 { font-size: 20px; line-height: 1.25; margin: 0; }
p { margin: 6px 0; }
.waarde { font-size: 18px; }
.zacht { color: #55606c; }
.klein { font-size: 14px; color: #55606c; }
img { display: block; width: 100%; height: auto; margin: 12px 0; }
a { color: #12608a; }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid #12608a; outline-offset: 2px; }
summary { cursor: pointer; min-height: 28px; padding: 4px 0; }
.schuif { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; overflow-wrap: normal; }
caption { text-align: left; color: #55606c; padding: 4px 0; }
th, td { text-align: left; vertical-align: top; padding: 5px 12px 5px 0; font-weight: 400; }
tr { border-bottom: 1px solid #d9dcd6; }
thead th { font-weight: 600; }
"""
"""Its own, and whole: the page loads nothing."""
_WIDTH, _LETTERS = 480, 70
"""How wide it is drawn, and how many letters fit across: between a phone and a column of a newspaper."""
_DRAWN = 512
"""So many drawings are kept. A drawing is known by what it shows: other figures are another drawing."""


def page(indicator: str, wijk: str | None, gemeente: str | None) -> str:
    """The page as everybody sees it, of the store as it is now. Raises NietGevonden for what is not there."""
    stand = queries.stand()
    return _page(stand, indicator, wijk, gemeente)


def refusal(problems: Sequence[str]) -> str:
    """A page that says why there is no chart."""
    return _document(texts.GEEN_TITEL, tag("h1", texts.GEEN_TITEL), *(tag("p", it) for it in problems))


@queries.kept(512)
def _page(stand: queries.Stand, indicator: str, wijk: str | None, gemeente: str | None) -> str:
    beeld = indicatorscherm.beeld_of(stand, indicator, wijk, gemeente or keuze.only_gemeente(stand))
    naam = beeld.plaats.naam if beeld.plaats else ""
    titel = texts.TITEL.format(naam=beeld.indicator.naam, plaats=naam) if naam else beeld.indicator.naam
    soort = woorden.BEWIJSSOORT[beeld.indicator.bewijssoort]
    return _document(
        titel,
        tag("h1", beeld.indicator.naam),
        tag("p", texts.PLAATS.format(plaats=naam, soort=soort) if naam else soort, class_="zacht"),
        *_figures(beeld),
        *(tag("p", it, class_="klein") for it in _under(beeld)),
        tag("p", _further(beeld)),
    )


def _figures(beeld: Indicatorbeeld) -> Iterable[Html]:
    """The sentence, the chart and the table; what must be said before a figure comes first."""
    if beeld.niet_geldig:
        yield tag("p", beeld.niet_geldig)
    reeks = beeld.reeks
    if reeks is None or beeld.plaats is None:
        if not beeld.niet_geldig:
            yield tag("p", texts.GEEN_CIJFER)
        return
    words = zinnen.zinnen_for(reeks)
    yield tag("p", words.waarde, class_="waarde")
    yield tag("p", " ".join(it for it in (words.trend, words.gemeente, words.nulmeting) if it))
    if themakaart.can_be_drawn(reeks):
        yield from _drawing(reeks, beeld.plaats.naam, words.alt)
    if reeks.metingen:
        here = alle_texts.KOLOM_HIER if beeld.wijk is not None else alle_texts.KOLOM_GEMEENTE
        yield tag("details", tag("summary", texts.TABEL), reekstabel.table(reeks, hier=here))
    if zinnen.has_value(reeks) and words.toelichting:
        yield tag("p", words.toelichting, class_="klein")


def _drawing(reeks: Reeks, naam: str, alt: str) -> Iterable[Html]:
    """The chart as a picture, in which nothing can run; without it the sentence and the table still stand."""
    spec = reeks_spec(reeks, wijk=naam, palette=LIGHT, letters=_LETTERS) | {"width": _WIDTH}
    try:
        svg = _drawn(json.dumps(spec, sort_keys=True))
    except BeeldFout:
        return
    yield tag("img", src=f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}", alt=alt)


@lru_cache(maxsize=_DRAWN)
def _drawn(spec: str) -> bytes:
    return make_beeld(json.loads(spec), BeeldSoort.SVG)


def _under(beeld: Indicatorbeeld) -> Iterable[str]:
    happened = themakaart.happened(beeld.reeks) if beeld.reeks else None
    if happened:
        yield happened
    if beeld.reeks is not None:
        told = "; ".join(words for _, words in bronnen.lines(beeld.bronnen))
        yield texts.BRON.format(bronnen=told) if told else texts.ZONDER_BRON
    if beeld.voorbeeld:
        yield texts.VOORBEELD


def _further(beeld: Indicatorbeeld) -> Html:
    """The way to the page itself, beside the one in which this stands."""
    where = {"wijk": beeld.wijk.code} if beeld.wijk else {"gemeente": beeld.gemeente.code} if beeld.gemeente else {}
    address = f"../{links.to_indicator(beeld.indicator.code, **where)}"
    label = texts.VERDER_NIEUW.format(verder=texts.VERDER)
    return tag("a", texts.VERDER, href=address, target="_blank", rel="noopener", aria_label=label)


def _document(titel: str, *content: Html) -> str:
    head = join(
        Html('<meta charset="utf-8">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        tag("title", titel),
        tag("style", Html(STYLE)),
    )
    return f'<!doctype html><html lang="nl"><head>{head}</head><body>{tag("main", *content)}</body></html>'
