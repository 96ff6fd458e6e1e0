"""The page on which is written down where a verhaal was used, and the form for it that Koppelen shows too."""

import streamlit as st

from monitor.domain.gebruiker import Gebruiker
from monitor.errors import MonitorError
from monitor.nl import format_kwartaal, today_amsterdam
from monitor.services import terugkoppelen
from monitor.services.terugkoppelen import NieuweTerugkoppeling, Terugkoppelkeuze
from monitor.store.database import Database
from monitor.ui import werkscherm
from monitor.ui.html import paragraphs, tag
from monitor.ui.texts import count
from monitor.ui.texts import terugkoppelen as texts


def show(database: Database, gebruiker: Gebruiker, verhaal: str | None) -> None:
    """The verhalen to say something about, or one of them."""
    werkscherm.said()
    readable = terugkoppelen.terug_te_koppelen(database, gebruiker)
    if verhaal is not None:
        if st.button(texts.TERUG, key="terug"):
            werkscherm.open_verhaal(None)
        found = next((it for it in readable if it.verhaal.id == verhaal), None)
        _show_one(database, gebruiker, found)
        return
    st.html(werkscherm.heading(texts.KOP, texts.INLEIDING))
    title = count(texts.LIJST, len(readable)) if readable else texts.LEEG
    why = tag("p", texts.LIJST_UITLEG, class_="zacht") if readable else None
    st.html(tag("div", tag("h2", title), why, class_="tv"))
    for number, it in enumerate(readable[: werkscherm.MOST], start=1):
        said = count(texts.KEREN, it.keren) if it.keren else texts.NOG_NIETS
        facts = [it.wijk, format_kwartaal(it.verhaal.kwartaal), said]
        with st.container(key=f"werk-terug-{number}"):
            st.html(werkscherm.item(texts.NUMMER.format(nummer=number), it.verhaal.titel, facts))
            if st.button(texts.KIES.format(nummer=number), key=f"terug-{it.verhaal.id}"):
                werkscherm.open_verhaal(it.verhaal.id)
    if len(readable) > werkscherm.MOST:
        st.html(tag("p", texts.MEER.format(aantal=len(readable) - werkscherm.MOST), class_="tv zacht"))


def show_form(database: Database, gebruiker: Gebruiker, verhaal: str) -> None:
    """Where it was used, what was done with it, and when."""
    st.html(tag("div", tag("h2", texts.GEDAAN), tag("p", texts.GEDAAN_UITLEG, class_="zacht"), class_="tv"))
    today = today_amsterdam(database.now())
    with st.form(f"gedaan-{verhaal}", enter_to_submit=False):
        waar = st.text_input(texts.WAAR, key=f"waar-{verhaal}")
        wat = st.text_area(texts.WAT, key=f"wat-{verhaal}")
        typed = st.text_input(texts.GEDAAN_OP, value=f"{today:%d-%m-%Y}", key=f"gedaan-op-{verhaal}")
        sent = st.form_submit_button(texts.GEDAAN_BEWAAR)
    if not sent:
        return
    try:
        nieuw = NieuweTerugkoppeling(waar, wat, werkscherm.day(typed))
        terugkoppelen.koppel_terug(database, gebruiker, verhaal, nieuw, token=werkscherm.token("gedaan", verhaal))
    except MonitorError as error:
        werkscherm.refused(error)
        return
    werkscherm.forget_token("gedaan", verhaal)
    werkscherm.say(texts.GEDAAN_BEWAARD)
    werkscherm.open_verhaal(None)


def _show_one(database: Database, gebruiker: Gebruiker, found: Terugkoppelkeuze | None) -> None:
    if found is None:
        st.html(tag("div", tag("h1", texts.KOP), tag("p", texts.LEEG), class_="tv"))
        return
    told = found.verhaal
    st.html(
        tag(
            "article",
            tag("h1", texts.KOP),
            tag("h2", told.titel, dir="auto"),
            paragraphs(told.tekst, class_="tekst", dir="auto"),
            class_="tv voorlezen",
        )
    )
    show_form(database, gebruiker, told.id)
