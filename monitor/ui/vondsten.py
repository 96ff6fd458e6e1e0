"""Marks of personal data on a text, with a button per mark that replaces it: for every form where people type.

What somebody typed stands in our own HTML only. A label of a button holds words of ours, since labels parse Markdown.
"""

import re
from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from monitor.domain.persoonsgegeven import Vondst
from monitor.services import woorden
from monitor.services.persoonsgegevens import replace_all, replace_vondst
from monitor.ui.html import Html, escape, join, tag
from monitor.ui.texts import count
from monitor.ui.texts import vondsten as texts

_OWN_WORDS = re.compile(r"\[[A-ZÀ-Ýa-zà-ÿ][a-zà-ÿ0-9 -]{1,40}\]")
"""A replacement that a label may show: a few plain words between brackets, so that no Markdown can hide in it."""


def block(tekst: str, vondsten: Sequence[Vondst], key: str, *, nagelezen: bool = True) -> str:
    """Show `tekst` with its marks and a button per mark; the text as it is after the click, or as it was.

    Say with `nagelezen` whether somebody reads it before others do: of a verhaal, and of nothing else.
    `key` must be unlike that of other blocks on the page. Gives the caller another text? Then she keeps that instead
    of what was typed, and runs again: this block keeps nothing. Not inside a form, since a form has one button.
    """
    if not vondsten:
        st.html(tag("p", texts.NIETS, class_="tv zacht vondsten-geen"))
        return tekst
    marks = in_order(vondsten)
    st.html(_explained(tekst, marks, texts.MENS if nagelezen else texts.ZELF))
    return _clicked(tekst, marks, key)


def marked(tekst: str, vondsten: Sequence[Vondst], word: Callable[[int, Vondst], str] | None = None) -> Html:
    """`tekst` as HTML, each mark with its number and the word of its kind; no mark lies inside another."""
    pieces: list[object] = []
    at = 0
    for number, vondst in enumerate(in_order(vondsten), start=1):
        pieces.append(tekst[at : vondst.begin])
        pieces.append(_mark(tekst[vondst.begin : vondst.eind], number, vondst, word))
        at = vondst.eind
    return Html(join(*pieces, tekst[at:]).replace("\n", "<br>"))


def in_order(vondsten: Iterable[Vondst]) -> list[Vondst]:
    """The marks from the first on; of two that lie on each other the direct one, else the one that begins first."""
    kept: list[Vondst] = []
    for vondst in sorted(vondsten, key=lambda it: (not it.direct, it.begin, -it.eind)):
        if all(vondst.eind <= other.begin or vondst.begin >= other.eind for other in kept):
            kept.append(vondst)
    return sorted(kept, key=lambda it: it.begin)


def soort_word(vondst: Vondst) -> str:
    """The kind of a mark, in a word."""
    return woorden.PERSOONSGEGEVEN_SOORT[vondst.soort]


def _mark(words: str, number: int, vondst: Vondst, word: Callable[[int, Vondst], str] | None) -> Html:
    said = word(number, vondst) if word else texts.MERK.format(nummer=number, soort=soort_word(vondst))
    kind = "direct" if vondst.direct else "mild"
    return tag("mark", escape(words), tag("span", f" {said}", class_="soort"), class_=f"vondst {kind}")


def _explained(tekst: str, marks: Sequence[Vondst], warning: str) -> Html:
    direct, mild = any(it.direct for it in marks), any(not it.direct for it in marks)
    return tag(
        "section",
        tag("p", tag("b", count(texts.GEVONDEN, len(marks)))),
        tag("p", texts.DIRECT) if direct else None,
        tag("p", texts.ZACHT) if mild else None,
        tag("p", marked(tekst, marks), class_="tekst", dir="auto"),
        tag("p", warning, class_="zacht klein"),
        class_="tv vondsten",
        aria_label=texts.TITEL,
    )


def _clicked(tekst: str, marks: Sequence[Vondst], key: str) -> str:
    """The buttons; a second click on one that is gone finds no button, so that it never takes the next mark."""
    direct = [it for it in marks if it.direct]
    answer = tekst
    with st.container(horizontal=True, key=f"{key}-vervang"):
        for number, vondst in enumerate(marks, start=1):
            if st.button(_label(number, vondst), key=f"{key}-{len(tekst)}-{len(marks)}-{vondst.begin}-{vondst.eind}"):
                answer = replace_vondst(tekst, vondst)
        if len(direct) > 1 and st.button(texts.VERVANG_ALLES, key=f"{key}-{len(tekst)}-{len(marks)}-alles"):
            answer = replace_all(tekst, direct)
    return answer


def _label(number: int, vondst: Vondst) -> str:
    if _OWN_WORDS.fullmatch(vondst.voorstel):
        return texts.VERVANG.format(nummer=number, voorstel=vondst.voorstel)
    return texts.VERVANG_ZONDER.format(nummer=number)
