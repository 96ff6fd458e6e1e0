"""The receipt: the code in large print, what it is for, and what we can and cannot promise."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from urllib.parse import urlsplit

import streamlit as st

from monitor.domain.regels import BEDENKTIJD
from monitor.domain.verhaal import Vertelwijze
from monitor.export import papier as papieren
from monitor.export.papier import Papier
from monitor.nl import format_datum
from monitor.services.instellingen import Instellingen
from monitor.ui import queries
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
    """The receipt, with the same as a PDF."""
    st.html(compose(bewijs, instellingen))
    st.download_button(
        texts.BEWIJS_PDF,
        partial(
            papieren.ontvangstbewijs,
            bewijs.code,
            papier(instellingen),
            bedenktijd_tot=_bedenktijd(bewijs),
            akkoord=bewijs.akkoord,
        ),
        file_name=texts.BEWIJS_BESTAND,
        mime="application/pdf",
        key="vertel-bewijs-pdf",
        on_click="ignore",
    )


def papier(instellingen: Instellingen) -> Papier:
    """What stands on every paper of this gemeente, at the address where we are served now."""
    gemeenten = queries.gemeenten(queries.stand())
    named = [it.naam for it in gemeenten if it.code == instellingen.gemeente] or [it.naam for it in gemeenten]
    address = urlsplit(st.context.url or "")
    return Papier(
        gemeente=named[0] if len(named) == 1 else "",
        adres=f"{address.scheme}://{address.netloc}/mijn-verhaal" if address.netloc else "",
        vragen=instellingen.vragen_tekst,
        hulp=instellingen.hulp_tekst,
    )


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


def _bedenktijd(bewijs: Bewijs) -> date | None:
    return bewijs.op + BEDENKTIJD if bewijs.afhankelijk else None


def _what_follows(bewijs: Bewijs) -> list[Html]:
    lines = []
    tot = _bedenktijd(bewijs)
    if tot is not None:
        lines.append(texts.BEWIJS_BEDENKTIJD.format(datum=format_datum(tot)))
    if not bewijs.akkoord:
        lines.append(texts.BEWIJS_NOG_NIET)
    return [tag("p", line) for line in lines]
