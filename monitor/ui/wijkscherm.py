"""The wijk page, composed once per stand of the store and then only sent."""

from dataclasses import dataclass

import streamlit as st

from monitor.domain.gebied import normalize_code
from monitor.domain.gebruiker import BEZOEKER, Gebruiker
from monitor.domain.wijkbeeld import Wijkbeeld
from monitor.services.lezen import lezer
from monitor.ui import afdruk, frame, keuze, links, minuut, queries, texts, themakaart
from monitor.ui.html import Html, join, tag
from monitor.ui.texts import activiteiten as activiteittexts
from monitor.ui.themakaart import Blokken


@dataclass(frozen=True, slots=True)
class Wijkscherm:
    """Everything of one wijk, ready to be sent."""

    kop: Html
    minuut: Html
    kaarten: tuple[Blokken, ...]
    voet: Html


def compose(stand: queries.Stand, code: str, reader: Gebruiker = BEZOEKER) -> Wijkscherm:
    """The wijk page of `code` for this kind of reader."""
    return _compose(stand, code, reader)


@queries.kept(128)
def _compose(stand: queries.Stand, code: str, reader: Gebruiker) -> Wijkscherm:
    beeld = queries.wijkbeeld(stand, code, reader)
    # Paper goes from hand to hand: it holds what everybody may read, whoever prints it.
    publiek = queries.wijkbeeld(stand, code)
    notice = frame.example_notice() if beeld.voorbeeld else None
    return Wijkscherm(
        kop=minuut.heading(beeld),
        minuut=join(notice, minuut.minute(beeld)),
        kaarten=themakaart.compose_all(beeld),
        voet=join(_to_activiteiten(beeld), minuut.foot(beeld), afdruk.wijkbeeld(publiek, stand[2])),
    )


def _to_activiteiten(beeld: Wijkbeeld) -> Html:
    """To all that is done in the wijk, of every organisation, on one sheet."""
    label = activiteittexts.OP_EEN_BLAD.format(wijk=beeld.wijk.naam)
    return tag("p", tag("a", label, href=links.to_activiteiten(beeld.wijk.code)), class_="tv")


def show(stand: queries.Stand, code: str, gebruiker: Gebruiker) -> None:
    """Put the wijk on the screen as this reader may see it, in as few elements as carry it."""
    reader = lezer(stand[0], gebruiker, normalize_code(code) or code)
    beeld: Wijkbeeld = queries.wijkbeeld(stand, code, reader)
    scherm = compose(stand, code, reader)
    with st.container(key="kop"):
        st.html(scherm.kop)
        if beeld.gemeente and beeld.wijken:
            label = texts.ANDERE_WIJK.format(gemeente=beeld.gemeente.naam)
            keuze.choose_wijk(label, beeld.wijken, chosen=beeld.wijk.code)
    st.html(scherm.minuut)
    for blokken in scherm.kaarten:
        themakaart.show(blokken)
    st.html(scherm.voet)
