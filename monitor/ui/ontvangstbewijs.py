"""The receipt: the code in large print, what it is for, and what we can and cannot promise."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from monitor.domain.regels import BEDENKTIJD
from monitor.domain.verhaal import Vertelwijze
from monitor.nl import format_datum
from monitor.services.instellingen import Instellingen
from monitor.ui.html import Html, tag
from monitor.ui.texts import vertellen as texts


@dataclass(frozen=True, slots=True)
class Bewijs:
    """What the receipt of one verhaal needs; it lives in this session only."""

    code: str
    token: str
    wijze: Vertelwijze
    afhankelijk: bool
    akkoord: bool
    eerder: bool
    op: date


def show(bewijs: Bewijs, instellingen: Instellingen) -> None:
    """The receipt, with its ways on."""
    st.html(compose(bewijs, instellingen))


def compose(bewijs: Bewijs, instellingen: Instellingen) -> Html:
    """The receipt as HTML; what only a screen needs is not printed."""
    return tag(
        "section",
        tag("h1", texts.BEWIJS_TITEL, tabindex="-1", data_bewijs=True),
        tag("p", texts.BEWIJS_HERHAALD) if bewijs.eerder else None,
        tag("h2", texts.BEWIJS_CODE),
        tag("p", *_groups(bewijs.code), class_="code"),
        tag("p", _for_whom(bewijs), class_="alleen-scherm"),
        tag("p", texts.BEWIJS_TEKST),
        *_what_follows(bewijs),
        tag("p", tag("b", texts.BEWIJS_VRAGEN), " ", instellingen.vragen_tekst),
        tag("p", tag("a", texts.BEWIJS_NAAR, href="mijn-verhaal"), class_="alleen-scherm"),
        tag("p", texts.BEWIJS_AFDRUKKEN, " ", texts.BEWIJS_GEWIST, class_="zacht klein alleen-scherm"),
        class_="tv bewijs",
    )


def _groups(code: str) -> list[Html | str]:
    """The groups, each unbroken, with what a screen reader needs to pause at."""
    pieces: list[Html | str] = []
    for number, group in enumerate(code.split("-")):
        if number:
            pieces.append("-")
        pieces.append(tag("span", group))
    return pieces


def _for_whom(bewijs: Bewijs) -> str:
    if bewijs.wijze is Vertelwijze.PAPIER:
        return texts.BEWIJS_PAPIER
    return texts.BEWIJS_BEWAAR if bewijs.wijze is Vertelwijze.ZELF else texts.BEWIJS_VOOR


def _what_follows(bewijs: Bewijs) -> list[Html]:
    lines = []
    if bewijs.afhankelijk:
        lines.append(texts.BEWIJS_BEDENKTIJD.format(datum=format_datum(bewijs.op + BEDENKTIJD)))
    if not bewijs.akkoord:
        lines.append(texts.BEWIJS_NOG_NIET)
    return [tag("p", line) for line in lines]
