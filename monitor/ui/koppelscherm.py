"""The page Koppelen: reading aloud, asking again, and putting a verhaal beside a figure."""

from collections.abc import Sequence

import streamlit as st

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.nalezen import WachtendVerhaal
from monitor.domain.verhaal import Koppeling, Verhouding
from monitor.errors import MonitorError, OngeldigeInvoer, Probleem
from monitor.nl import format_kwartaal, today_amsterdam
from monitor.services import koppelen, navragen, voorstellen, woorden
from monitor.services.koppelen import Koppelkeuze
from monitor.store.database import Database
from monitor.store.koppel_store import TeKoppelen
from monitor.ui import terugkoppelscherm, werkscherm
from monitor.ui.html import Html, paragraphs, tag
from monitor.ui.texts import count
from monitor.ui.texts import koppelen as texts
from monitor.ui.texts.vondsten import VELD

MOST_CIJFERS = 3
"""Beside so many figures a verhaal can be put on this page."""


def show(database: Database, gebruiker: Gebruiker, verhaal: str | None) -> None:
    """The lists, or one verhaal of them."""
    werkscherm.said()
    if verhaal is not None:
        _show_one(database, gebruiker, verhaal)
        return
    st.html(werkscherm.heading(texts.KOP, texts.INLEIDING))
    linkable = koppelen.te_koppelen(database, gebruiker)
    _show_voorlezen(voorstellen.voor_te_lezen(database, gebruiker))
    _show_navragen(database, gebruiker, navragen.na_te_vragen(database, gebruiker))
    _show_list(linkable)


def _show_list(linkable: Sequence[TeKoppelen]) -> None:
    title = count(texts.LIJST, len(linkable)) if linkable else texts.LEEG
    why = tag("p", texts.LIJST_UITLEG, class_="zacht") if linkable else None
    st.html(tag("div", tag("h2", title), why, class_="tv"))
    for number, it in enumerate(linkable[: werkscherm.MOST], start=1):
        stands = count(texts.AANTAL, len(it.koppelingen)) if it.koppelingen else texts.NOG_NIETS
        facts = [it.wijk, format_kwartaal(it.verteld_op), stands]
        with st.container(key=f"werk-koppel-{number}"):
            st.html(werkscherm.item(texts.NUMMER.format(nummer=number), it.titel, facts))
            if st.button(texts.KOPPEL.format(nummer=number), key=f"koppel-{it.verhaal}"):
                werkscherm.open_verhaal(it.verhaal)
    if len(linkable) > werkscherm.MOST:
        st.html(tag("p", texts.MEER.format(aantal=len(linkable) - werkscherm.MOST), class_="tv zacht"))


# One verhaal


def _show_one(database: Database, gebruiker: Gebruiker, verhaal: str) -> None:
    if st.button(texts.TERUG, key="terug"):
        werkscherm.open_verhaal(None)
    aloud = any(it.verhaal == verhaal for it in voorstellen.voor_te_lezen(database, gebruiker))
    if aloud and _asks_aloud():
        _show_aloud(database, gebruiker, verhaal)
        return
    found = next((it for it in koppelen.te_koppelen(database, gebruiker) if it.verhaal == verhaal), None)
    if found is None:
        st.html(tag("div", tag("h1", texts.KOPPEL_KOP), tag("p", texts.LEEG), class_="tv"))
        return
    st.html(_told(texts.KOPPEL_KOP, found.titel, found.tekst))
    _show_form(database, gebruiker, found, koppelen.keuze(database, gebruiker, found.gebied))
    terugkoppelscherm.show_form(database, gebruiker, found.verhaal)


def _asks_aloud() -> bool:
    """Whether the address asks for the text to read aloud."""
    return st.query_params.get("voorlezen", "") == "1"


def _told(kop: str, titel: str, tekst: str) -> Html:
    return tag(
        "article",
        tag("h1", kop),
        tag("h2", titel, dir="auto"),
        paragraphs(tekst, class_="tekst", dir="auto"),
        class_="tv voorlezen",
    )


def _show_form(database: Database, gebruiker: Gebruiker, found: TeKoppelen, keuze: Koppelkeuze) -> None:
    with st.form(f"koppel-{found.verhaal}", enter_to_submit=False):
        st.html(tag("p", tag("b", texts.THEMAS), class_="tv"))
        chosen = [
            code
            for code, naam in keuze.themas.items()
            if st.checkbox(naam, value=code in found.themas, key=f"over-{found.verhaal}-{code}")
        ]
        rows = [_row(found, keuze, number) for number in range(1, _rows_for(found) + 1)]
        sent = st.form_submit_button(texts.BEWAAR, type="primary")
    if not sent:
        return
    try:
        koppelen.koppel(database, gebruiker, found.verhaal, _koppelingen(rows), chosen)
    except MonitorError as error:
        werkscherm.refused(error)
        return
    werkscherm.say(texts.BEWAARD)
    werkscherm.open_verhaal(None)


def _rows_for(found: TeKoppelen) -> int:
    return max(MOST_CIJFERS, len(found.koppelingen))


def _row(found: TeKoppelen, keuze: Koppelkeuze, number: int) -> tuple[str | None, Verhouding | None, str]:
    before = found.koppelingen[number - 1] if number <= len(found.koppelingen) else None
    codes = list(keuze.indicatoren)
    if before is not None and before.indicator not in codes:
        codes.append(before.indicator)
    key = f"{found.verhaal}-{number}"
    indicator = st.selectbox(
        texts.CIJFER.format(nummer=number),
        codes,
        index=codes.index(before.indicator) if before else None,
        format_func=lambda code: keuze.indicatoren.get(code, code),
        placeholder=texts.GEEN_CIJFER,
        key=f"cijfer-{key}",
    )
    verhouding = st.selectbox(
        texts.VERHOUDING.format(nummer=number),
        list(Verhouding),
        index=list(Verhouding).index(before.verhouding) if before else None,
        format_func=lambda it: woorden.VERHOUDING[it],
        placeholder=texts.KIES,
        key=f"verhouding-{key}",
    )
    label = texts.TOELICHTING.format(nummer=number)
    toelichting = st.text_input(label, value=before.toelichting if before else "", key=f"zin-{key}")
    return indicator, verhouding, toelichting


def _koppelingen(rows: Sequence[tuple[str | None, Verhouding | None, str]]) -> list[Koppeling]:
    """What was chosen. Raises OngeldigeInvoer with everything that a figure, its verhouding or its sentence lacks."""
    missing = [problem for number, row in enumerate(rows, start=1) for problem in _lacks(number, *row)]
    if missing:
        raise OngeldigeInvoer(missing)
    return [Koppeling(code, verhouding, zin) for code, verhouding, zin in rows if code and verhouding]


def _lacks(number: int, indicator: str | None, verhouding: Verhouding | None, zin: str) -> list[Probleem]:
    chosen, told = indicator is not None, bool(zin.strip())
    checks = (
        (chosen and verhouding is None, "verhouding", texts.KIES_VERHOUDING),
        (chosen and not told, "toelichting", texts.SCHRIJF_ZIN),
        (not chosen and told, "indicatoren", texts.KIES_CIJFER),
    )
    return [Probleem(melding.format(nummer=number), veld) for wrong, veld, melding in checks if wrong]


# The teller's yes


def _show_voorlezen(wachtend: Sequence[WachtendVerhaal]) -> None:
    if not wachtend:
        return
    st.html(tag("div", tag("h2", texts.VOORLEZEN), tag("p", texts.VOORLEZEN_UITLEG), class_="tv"))
    for number, it in enumerate(wachtend[: werkscherm.MOST], start=1):
        with st.container(key=f"werk-voorlezen-{number}"):
            facts = [it.wijk, werkscherm.waiting(it.dagen)]
            st.html(werkscherm.item(texts.NUMMER.format(nummer=number), it.titel, facts))
            if st.button(texts.LEES_VOOR.format(nummer=number), key=f"voorlezen-{it.verhaal}"):
                st.query_params["voorlezen"] = "1"
                werkscherm.open_verhaal(it.verhaal)


def _show_aloud(database: Database, gebruiker: Gebruiker, verhaal: str) -> None:
    tekst = voorstellen.tekst_om_voor_te_lezen(database, gebruiker, verhaal)
    st.html(_told(texts.VOOR_TE_LEZEN, tekst.titel, tekst.tekst))
    for veld in ("waarom", "wens", "citaat"):
        words = getattr(tekst, veld)
        if words:
            st.html(tag("div", paragraphs(f"{VELD[veld]}: {words}", class_="tekst", dir="auto"), class_="tv voorlezen"))
    today = today_amsterdam(database.now())
    with st.form(f"akkoord-{verhaal}", enter_to_submit=False):
        typed = st.text_input(texts.DAG, value=f"{today:%d-%m-%Y}", key=f"dag-{verhaal}")
        sent = st.form_submit_button(texts.JA, type="primary")
    if not sent:
        return
    try:
        voorstellen.akkoord_voorgelezen(database, gebruiker, verhaal, werkscherm.day(typed), versie=tekst.versie)
    except MonitorError as error:
        werkscherm.refused(error)
        return
    st.query_params.pop("voorlezen", None)
    werkscherm.say(texts.JA_BEWAARD)
    werkscherm.open_verhaal(None)


# Asking again


def _show_navragen(database: Database, gebruiker: Gebruiker, wachtend: Sequence[WachtendVerhaal]) -> None:
    if not wachtend:
        return
    st.html(tag("div", tag("h2", texts.NAVRAGEN), tag("p", texts.NAVRAGEN_UITLEG), class_="tv"))
    for number, it in enumerate(wachtend[: werkscherm.MOST], start=1):
        facts = [it.wijk, werkscherm.waiting(it.dagen)]
        st.html(werkscherm.item(texts.NUMMER.format(nummer=number), it.titel, facts))
        _show_answer(database, gebruiker, it.verhaal, number)


def _show_answer(database: Database, gebruiker: Gebruiker, verhaal: str, number: int) -> None:
    send = werkscherm.token("navraag", verhaal)
    with st.form(f"navraag-{verhaal}", enter_to_submit=False):
        answer = st.radio(
            texts.ANTWOORD.format(nummer=number), [texts.BLIJFT, texts.WEG], index=None, key=f"antwoord-{verhaal}"
        )
        sent = st.form_submit_button(texts.ANTWOORD_BEWAAR.format(nummer=number))
    if not sent:
        return
    if answer is None:
        st.html(tag("div", tag("p", texts.KIES_ANTWOORD), class_="tv melding", role="alert"))
        return
    blijft = answer == texts.BLIJFT
    try:
        navragen.vraag_na(database, gebruiker, verhaal, blijft=blijft, token=send)
    except MonitorError as error:
        werkscherm.refused(error)
        return
    werkscherm.say(texts.BLIJFT_BEWAARD if blijft else texts.WEG_BEWAARD)
    st.rerun()
