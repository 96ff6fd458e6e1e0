"""Verhalen as HTML: the teller's title and words, who tells, and how it stands to the number."""

import re
from collections.abc import Iterable, Mapping, Sequence

from monitor.domain.verhaal import Koppeling, Verhaal
from monitor.nl import format_kwartaal
from monitor.services import woorden
from monitor.ui import texts
from monitor.ui.html import Html, join, paragraphs, tag

SHOWN = 3
"""How many verhalen stand open; the others wait behind "nog 5 verhalen"."""
READABLE = 300
"""A text up to this many characters is shown in full."""
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
    return join(*(article(verhaal, namen, known.get(verhaal.id)) for verhaal in shown), _fold(others, namen))


def article(verhaal: Verhaal, namen: Mapping[str, str], elders: str | None = None) -> Html:
    """One verhaal; `elders` names the thema under which it stands in full."""
    head, rest = cut(verhaal.tekst)
    text = join(paragraphs(head, class_="tekst", dir="auto"), _more(verhaal, rest))
    if elders:
        text = tag("details", tag("summary", texts.STAAT_OOK_BIJ.format(thema=elders)), text)
    return tag(
        "article",
        tag("h3", verhaal.titel, dir="auto"),
        text,
        tag("p", _who(verhaal), class_="wie"),
        *(_verhouding(it, namen) for it in verhaal.koppelingen if it.indicator in namen),
    )


def shape(verhouding: str) -> Html:
    """The mark of a verhouding; the words stand beside it."""
    return tag("span", class_=f"vorm {verhouding}", aria_hidden="true")


def _fold(verhalen: Sequence[Verhaal], namen: Mapping[str, str]) -> Html | None:
    if not verhalen:
        return None
    label = texts.count(texts.NOG_VERHALEN, len(verhalen))
    return tag("details", tag("summary", label), *(article(it, namen) for it in verhalen), class_="meer")


def _more(verhaal: Verhaal, rest: str | None) -> Html | None:
    """What the teller said besides, behind "lees verder"."""
    own = [(texts.WAAROM, verhaal.waarom), (texts.WENS, verhaal.wens)]
    said = [paragraphs(f"{label} {words}", class_="tekst", dir="auto") for label, words in own if words]
    if not rest and not said:
        return None
    text = paragraphs(rest, class_="tekst", dir="auto") if rest else None
    return tag("details", tag("summary", texts.LEES_VERDER), text, *said)


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


def _verhouding(koppeling: Koppeling, namen: Mapping[str, str]) -> Html:
    """How it stands to the number, in a shape and words, with the sentence why."""
    about = f" {texts.BIJ_INDICATOR.format(naam=namen[koppeling.indicator])}" if len(namen) > 1 else ""
    return tag(
        "p",
        shape(koppeling.verhouding),
        tag("b", woorden.VERHOUDING[koppeling.verhouding]),
        f"{about}: ",
        tag("span", koppeling.toelichting, class_="zacht", dir="auto"),
        class_="verhouding",
    )
