"""Verhalen as HTML: the teller's title and words, who tells, and how it stands to the number."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from monitor.domain.spoor import SpoorSoort
from monitor.domain.verhaal import Gebruik, Koppeling, Verhaal
from monitor.nl import format_kwartaal, opsomming
from monitor.services import woorden
from monitor.services.zoekwoorden import merk
from monitor.ui import spoorblok, texts
from monitor.ui.html import Html, escape, join, tag
from monitor.ui.texts import verhalen as verhaaltexts

SHOWN = 3
"""How many verhalen stand open; the others wait behind "nog 5 verhalen"."""
READABLE = 300
"""A text up to this many characters is shown in full."""
_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s)")


def cut(tekst: str, length: int = READABLE) -> tuple[str, str | None]:
    """`tekst` up to the last sentence that ends within `length`, and the rest; never cut inside a sentence."""
    if len(tekst) <= length * 1.25:
        return tekst, None
    ends = [match.end() for match in _SENTENCE_END.finditer(tekst)]
    within = [end for end in ends if end <= length] or ends[:1]
    if not within:
        return tekst, None
    return tekst[: within[-1]], tekst[within[-1] :].strip()


def articles(verhalen: Sequence[Verhaal], namen: Mapping[str, str], elders: Mapping[str, str] | None = None) -> Html:
    """The first verhalen open, the others in a fold; `namen` are the indicators that they may be linked to here.

    `elders` gives, by id, the thema under which a verhaal is read in full already: here its text waits in a fold.
    """
    shown, others = verhalen[:SHOWN], verhalen[SHOWN:]
    known = elders or {}
    told = (article(it, namen, known.get(it.id), onder=None if it.id in known else _way(it)) for it in shown)
    return join(*told, _fold(others, namen))


def article(
    verhaal: Verhaal,
    namen: Mapping[str, str],
    elders: str | None = None,
    *,
    termen: Collection[str] = (),
    voluit: bool = False,
    noem: bool = False,
    onder: Html | None = None,
    kop: str | None = None,
) -> Html:
    """One verhaal; `elders` names the thema under which it stands in full.

    Words that stand for one of `termen` are marked; `voluit` leaves nothing to unfold; `noem` names the figure where
    it does not stand beside the verhaal; `onder` comes below it; `kop` is the rank of its title, h3 or voluit h2.
    """
    head, rest = (verhaal.tekst, None) if voluit else cut(verhaal.tekst)
    text = join(told(head, termen), _more(verhaal, rest, termen, voluit=voluit))
    if elders:
        text = tag("details", tag("summary", texts.STAAT_OOK_BIJ.format(thema=elders)), text)
    return tag(
        "article",
        tag(kop or ("h2" if voluit else "h3"), marked(verhaal.titel, termen), dir="auto"),
        text,
        tag("p", _who(verhaal), class_="wie"),
        None if verhaal.openbaar else tag("p", not_public(verhaal), class_="niet-openbaar"),
        *(_verhouding(it, namen, noem=noem or len(namen) > 1) for it in verhaal.koppelingen if it.indicator in namen),
        onder,
    )


def not_public(verhaal: Verhaal) -> str:
    """For what a verhaal may be read that is not for everybody."""
    uses = opsomming(woorden.GEBRUIK_INTERN[it] for it in verhaal.gebruiken if it is not Gebruik.OPENBAAR)
    return verhaaltexts.NIET_OPENBAAR.format(waarvoor=uses)


def told(text: str, termen: Collection[str] = ()) -> Html:
    """What a teller said, with her own empty lines and line ends, and the words marked that were searched for."""
    parts = [part.strip() for part in _PARAGRAPH.split(text.replace("\r\n", "\n")) if part.strip()]
    lines = (Html(marked(part, termen).replace("\n", "<br>")) for part in parts)
    return join(*(tag("p", line, class_="tekst", dir="auto") for line in lines))


def marked(text: str, termen: Collection[str]) -> Html:
    """A text with the words marked that stand for one of `termen`."""
    pieces: list[object] = []
    at = 0
    for begin, eind in merk(text, termen) if termen else ():
        pieces += [text[at:begin], tag("mark", text[begin:eind])]
        at = eind
    return join(*pieces, text[at:]) if pieces else escape(text)


def shape(verhouding: str) -> Html:
    """The mark of a verhouding; the words stand beside it."""
    return tag("span", class_=f"vorm {verhouding}", aria_hidden="true")


def _fold(verhalen: Sequence[Verhaal], namen: Mapping[str, str]) -> Html | None:
    if not verhalen:
        return None
    label = texts.count(texts.NOG_VERHALEN, len(verhalen))
    return tag(
        "details", tag("summary", label), *(article(it, namen, onder=_way(it)) for it in verhalen), class_="meer"
    )


def _way(verhaal: Verhaal) -> Html:
    """To what came of it."""
    return tag("p", spoorblok.way(SpoorSoort.VERHAAL, verhaal.id))


def _more(verhaal: Verhaal, rest: str | None, termen: Collection[str], *, voluit: bool) -> Html | None:
    """What the teller said besides, behind "lees verder"; open when what was searched for stands there."""
    own = [(texts.WAAROM, verhaal.waarom), (texts.WENS, verhaal.wens)]
    said = [told(f"{label} {words}", termen) for label, words in own if words]
    if not rest and not said:
        return None
    text = told(rest, termen) if rest else None
    if voluit:
        return join(text, *said)
    found = any("<mark>" in piece for piece in (text or "", *said))
    return tag("details", tag("summary", texts.LEES_VERDER), text, *said, open=found)


def _who(verhaal: Verhaal) -> str:
    return " · ".join(_facts(verhaal))


def _facts(verhaal: Verhaal) -> Iterable[str]:
    yield ", ".join(woorden.PERSPECTIEF[it] for it in verhaal.perspectieven)
    if verhaal.namens:
        yield texts.NAMENS.format(groep=verhaal.namens)
    yield format_kwartaal(verhaal.kwartaal)
    yield texts.GEVOEL.format(gevoel=woorden.GEVOEL[verhaal.gevoel])
    if verhaal.dilemma:
        yield texts.DILEMMA
    if verhaal.met_tolk:
        yield texts.MET_TOLK


def _verhouding(koppeling: Koppeling, namen: Mapping[str, str], *, noem: bool) -> Html:
    """How it stands to the number, in a shape and words, with the sentence why."""
    about = f" {texts.BIJ_INDICATOR.format(naam=namen[koppeling.indicator])}" if noem else ""
    return tag(
        "p",
        shape(koppeling.verhouding),
        tag("b", woorden.VERHOUDING[koppeling.verhouding]),
        f"{about}: ",
        tag("span", koppeling.toelichting, class_="zacht", dir="auto"),
        class_="verhouding",
    )
