"""The part of Beheer where the Word template and the logo of the gemeente stand: the one of now, and another.

The name of a file is words of people: it stands in our own HTML, because labels parse Markdown.
"""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from monitor.domain.gebruiker import Gebruiker
from monitor.errors import MonitorError, OngeldigeInvoer
from monitor.export.document import make_document
from monitor.nl import format_datum, format_getal, to_amsterdam
from monitor.services.bestanden import Bestand, BestandSoort, bestanden, huisstijl, keep_bestand, remove_bestand
from monitor.services.huisstijl import GROOTSTE_LOGO, KLEINSTE_LOGO
from monitor.store.database import Database
from monitor.ui import werkscherm
from monitor.ui.html import Html, tag
from monitor.ui.texts import huisstijl as texts

_KB = 1024


def show(database: Database, gebruiker: Gebruiker) -> None:
    """What is kept, with a way to take it along, to put another in its place, and to take it away."""
    kept = {it.soort: it for it in bestanden(database, gebruiker)}
    st.html(tag("p", texts.UITLEG, class_="tv lezen"))
    with st.container():
        werkscherm.said()
    for soort in BestandSoort:
        st.html(_head(soort, kept))
        if soort in kept:
            _offer(database, gebruiker, kept[soort])
        _ask(database, gebruiker, soort)


def _head(soort: BestandSoort, kept: Mapping[BestandSoort, Bestand]) -> Html:
    explained = {
        BestandSoort.WORD_SJABLOON: texts.SJABLOON_UITLEG,
        BestandSoort.LOGO: texts.LOGO_UITLEG.format(kleinste=KLEINSTE_LOGO, grootste=format_getal(GROOTSTE_LOGO)),
    }
    found = kept.get(soort)
    now = texts.GEEN
    if found is not None:
        dag = format_datum(to_amsterdam(found.op).date())
        size = format_getal(max(1, round(found.grootte / _KB)))
        now = texts.NU.format(naam=found.naam, grootte=size, dag=dag)
    return tag(
        "div",
        tag("h3", texts.SOORT[soort]),
        tag("p", explained[soort], class_="lezen"),
        tag("p", now, dir="auto"),
        class_="tv",
    )


def _offer(database: Database, gebruiker: Gebruiker, bestand: Bestand) -> None:
    soort = bestand.soort
    with st.container(horizontal=True):
        st.download_button(
            texts.HAAL_OP[soort],
            partial(_bytes, database, soort),
            file_name=bestand.naam,
            mime=bestand.mime,
            key=f"huisstijl-{soort.value}-download",
            on_click="ignore",
        )
        gone = st.button(texts.WEG[soort], key=f"huisstijl-{soort.value}-weg")
    if gone:
        remove_bestand(database, gebruiker, soort)
        werkscherm.say(texts.WEGGEHAALD)
        st.rerun()


def _bytes(database: Database, soort: BestandSoort) -> bytes:
    """What is in the file, read when somebody takes it along and not each time that the page is drawn."""
    now = huisstijl(database)
    return (now.sjabloon if soort is BestandSoort.WORD_SJABLOON else now.logo) or b""


def _ask(database: Database, gebruiker: Gebruiker, soort: BestandSoort) -> None:
    place = st.container()
    with place, st.form(f"huisstijl-{soort.value}", enter_to_submit=False, clear_on_submit=True):
        given = st.file_uploader(texts.KIES[soort])
        sent = st.form_submit_button(texts.BEWAAR[soort])
    if not sent:
        return
    try:
        if given is None:
            raise OngeldigeInvoer(texts.EERST_KIEZEN)
        keep_bestand(database, gebruiker, soort, given.name, given.getvalue(), given.type or "", schrijf=make_document)
    except MonitorError as error:
        with place:
            werkscherm.refused(error)
        return
    werkscherm.say(texts.BEWAARD[soort])
    st.rerun()
