"""The wijkbeeld on paper: one wijk on one A4. It is on the page all along and shows only when it is printed."""

from collections.abc import Sequence
from datetime import date
from math import ceil

from monitor.domain.meting import Reeks
from monitor.domain.verhaal import Verhaal
from monitor.domain.wijk import ActiviteitStatus
from monitor.domain.wijkbeeld import ThemaKaart, Wijkbeeld
from monitor.nl import format_datum, format_kwartaal, opsomming, sentence
from monitor.services import woorden, zinnen
from monitor.ui import bronnen, minuut, texts
from monitor.ui.html import Html, tag
from monitor.ui.verhaal import cut

BEZIG = (ActiviteitStatus.LOOPT, ActiviteitStatus.PROEF)
LETTERS = ((10.5, 4150), (10.0, 4800), (9.5, 5400), (9.0, 6050), (8.5, 6900), (8.0, 7850), (7.5, 9000), (7.0, 10500))
"""Size of the letters in points, and how many characters then fit; measured in a browser."""
_CHOICES = ((2, 8.5), (1, 8.5), (2, 7.5), (1, 7.0), (0, 7.0))
"""How many citaten a thema has, and in letters of at least which size: first what reads well, then what holds most."""
_HEADING = 90
"""What a heading takes, in characters of text."""


def wijkbeeld(beeld: Wijkbeeld, vandaag: date) -> Html:
    """The wijkbeeld of `beeld`, with as much as fits in letters that can be read."""
    for citaten, smallest in _CHOICES:
        pieces = _themas(beeld.kaarten, citaten)
        size = _size(beeld, pieces)
        if size is not None and size >= smallest:
            break
    return tag(
        "div",
        _head(beeld),
        tag("div", *pieces, class_="themas"),
        _foot(beeld, vandaag),
        class_="tv afdruk",
        style=f"--letter:{size or LETTERS[-1][0]}pt",
    )


def _size(beeld: Wijkbeeld, pieces: list[Html]) -> float | None:
    """The largest letters in which everything fits."""
    length = sum(_length(piece) + _HEADING for piece in pieces) + _length(_head(beeld))
    return next((size for size, room in LETTERS if length <= room), None)


def _length(html: Html) -> int:
    """How much paper a piece takes, in characters: its text, and an unfinished line for every block."""
    blocks = html.count("</p>") + html.count("</blockquote>") + html.count("</dd>") + html.count("</h3>")
    text = 0
    inside = False
    for character in html:
        inside = character == "<" or (inside and character != ">")
        text += not inside
    return ceil(text + 28 * blocks)


def _head(beeld: Wijkbeeld) -> Html:
    regels = beeld.minuut
    lines = (
        (texts.MINUUT_ZIEN, regels.zien),
        (texts.MINUUT_VERTELLEN, regels.vertellen),
        (texts.MINUUT_SCHUURT, regels.schuurt),
        (texts.MINUUT_LEERDEN, regels.leerden),
        (texts.MINUUT_GEVRAAGD, regels.gevraagd),
        (texts.VRAGEN, " ".join(minuut.questions(beeld))),
    )
    return tag(
        "div",
        tag("h1", beeld.wijk.naam),
        tag("p", minuut.subline(beeld), class_="sub"),
        tag("dl", *(piece for title, text in lines if text for piece in (tag("dt", title), tag("dd", text)))),
    )


def _themas(kaarten: Sequence[ThemaKaart], citaten: int) -> list[Html]:
    """The themas with at most so many citaten each; a verhaal is quoted once."""
    pieces: list[Html] = []
    quoted: set[str] = set()
    for kaart in kaarten:
        verhalen = zinnen.in_volgorde(kaart.verhalen, (reeks.indicator.code for reeks in kaart.reeksen))
        chosen = [it for it in verhalen if it.id not in quoted][:citaten]
        quoted.update(it.id for it in chosen)
        pieces.append(_thema(kaart, chosen))
    return pieces


def _thema(kaart: ThemaKaart, verhalen: Sequence[Verhaal]) -> Html:
    figures = [_figure(reeks) for reeks in kaart.reeksen[:2]]
    work = _work(kaart)
    return tag(
        "section",
        tag("h2", kaart.thema.naam),
        *(figures or [tag("p", texts.AFDRUK_GEEN_CIJFER, class_="zacht")]),
        *(_citaat(it) for it in verhalen),
        *(tag("p", it, class_="schuurt") for it in kaart.schuring[:1]),
        tag("p", work, class_="zacht") if work else None,
    )


def _work(kaart: ThemaKaart) -> str:
    """What is done, and what it costs, in a line."""
    namen = opsomming(it.naam for it in kaart.activiteiten if it.status in BEZIG)
    doing = texts.AFDRUK_DOEN.format(namen=namen) if namen else ""
    everywhere = zinnen.geld_zin(kaart.financiering_gemeente)
    gemeente = texts.KOST_GEMEENTE.format(geld=everywhere) if everywhere else ""
    return " ".join(it for it in (doing, zinnen.geld_zin(kaart.financiering), gemeente) if it)


def _figure(reeks: Reeks) -> Html:
    """The number in words; where the sentence tells the value already, it is not told twice."""
    words = zinnen.zinnen_for(reeks)
    mark = woorden.BEWIJSSOORT[reeks.indicator.bewijssoort]
    known = zinnen.bekend_zin(reeks)
    value = None if known and words.trend.startswith(known) else f"{sentence(words.waarde)} "
    told = " ".join(it for it in (words.trend, words.gemeente) if it)
    return tag("p", tag("b", reeks.indicator.naam), f" ({mark}): ", value, told)


def _citaat(verhaal: Verhaal) -> Html:
    """The sentence that the teller chose, or the first of the text."""
    words = verhaal.citaat or cut(verhaal.tekst, 160)[0]
    who = ", ".join(woorden.PERSPECTIEF[it] for it in verhaal.perspectieven)
    said = tag("span", f"{who}, {format_kwartaal(verhaal.kwartaal)}", class_="wie")
    return tag("blockquote", f"“{words}” ", said, dir="auto")


def _foot(beeld: Wijkbeeld, vandaag: date) -> Html:
    empty = opsomming(thema.naam for thema in beeld.lege_themas)
    sources = "; ".join(words for _, words in bronnen.lines(beeld.bronnen))
    return tag(
        "div",
        tag("p", texts.AFDRUK_LEEG.format(themas=empty)) if empty else None,
        tag("p", texts.AFDRUK_BRONNEN.format(bronnen=sources)) if sources else None,
        tag("p", texts.AFDRUK_VOORBEELD) if beeld.voorbeeld else None,
        tag("p", texts.AFDRUK_DATUM.format(datum=format_datum(vandaag))),
        class_="voet",
    )
