"""One deel as the document will have it, beside the fields in which somebody writes it: anew after every saving.

It is made of what was read for the page, so that a word more costs no reading of all figures and verhalen again; only
whether a citaat may still be used is asked each time.
"""

from dataclasses import replace

import streamlit as st

from monitor.domain.document import Document
from monitor.domain.raadsstuk import Deel
from monitor.services.citaten import bruikbare_citaten
from monitor.services.stukbouw import build_deel
from monitor.services.stukteksten import Stukteksten
from monitor.ui import document_blok
from monitor.ui.errors import show_errors
from monitor.ui.html import Html, tag
from monitor.ui.stukwerk import Stukwerk
from monitor.ui.texts import raadsstuk as texts

FRAGMENT = "stukvoorbeeld"
"""What a field of the deel draws anew when its words were kept."""


def show(werk: Stukwerk, deel: Deel) -> None:
    """The deel, always where there is room beside its fields, and behind a toggle where there is not.

    The style alone shows and hides it: what is pressed while words are being kept does not always reach the server.
    """
    st.toggle(texts.VOORBEELD_TOON, key="raadsstuk-voorbeeld-aan")
    with st.container(key="raadsstuk-voorbeeld"):
        _show(werk, deel)


@st.fragment(key=FRAGMENT)
def _show(werk: Stukwerk, deel: Deel) -> None:
    with show_errors():
        now = werk.fresh()
        st.html(compose(now, deel, _usable(now, werk.teksten)))


def _usable(werk: Stukwerk, teksten: Stukteksten) -> Stukteksten:
    """Without the citaten that were taken back, or changed, since all was read."""
    now = bruikbare_citaten(werk.database, teksten.citaten)
    kept = {id_: it for id_, it in teksten.citaten.items() if id_ in now and now[id_].citaat == it.tekst}
    return replace(teksten, citaten=kept)


def compose(werk: Stukwerk, deel: Deel, teksten: Stukteksten) -> Html:
    """The deel under a heading of its own, or that there is nothing in it."""
    stuk, op = werk.stuk, werk.stand[2]
    before = [blok for it in stuk.delen[: stuk.delen.index(deel)] for blok in build_deel(stuk, teksten, it, op)]
    here = build_deel(stuk, teksten, deel, op)
    whole = Document(texts.VOORBEELD_DEEL, "", teksten.gemeente.naam, op, "", (*before, *here))
    found = document_blok.compose_last(whole, len(here)) if here else tag("p", texts.VOORBEELD_LEEG, class_="zacht")
    return tag(
        "section",
        tag("h3", texts.VOORBEELD_DEEL),
        found,
        class_="tv raadsstuk voorbeelddeel",
        tabindex="0",
        aria_label=texts.VOORBEELD_DEEL,
    )
