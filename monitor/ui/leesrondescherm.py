"""The page Samen verhalen kiezen: the rondes of a wijk, and one of them. Everybody reads; who leads writes down."""

import streamlit as st

from monitor.domain.gebied import normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.leesronde import Rondebeeld
from monitor.domain.rechten import Handeling, mag
from monitor.services import leesrondes
from monitor.services.rechten import current
from monitor.ui import frame, keuze, leesrondeblok, leesrondeformulier, queries, werkscherm
from monitor.ui.html import tag
from monitor.ui.leesrondeformulier import Leesgroep
from monitor.ui.texts import leesronde as texts


def show(stand: queries.Stand, gebruiker: Gebruiker, wijk: str | None, ronde: str | None) -> None:
    """The ronde that the address asks for, all rondes of a wijk, or which wijk?"""
    refusal = keuze.refusal(stand, wijk) if wijk else None
    if wijk is None or refusal is not None:
        st.html(keuze.heading(texts.TITEL, texts.INLEIDING, refusal))
        keuze.ask_wijk(stand, "samen_verhalen_kiezen")
        return
    code = normalize_code(wijk) or wijk
    naam = queries.wijkbeeld(stand, code).wijk.naam
    who = current(stand[0], gebruiker)
    if ronde is None:
        _show_all(stand, who, code, naam)
    else:
        _show_one(stand, who, leesrondes.rondebeeld(stand[0], who, code, ronde), naam)


def _show_all(stand: queries.Stand, gebruiker: Gebruiker, wijk: str, naam: str) -> None:
    st.html(leesrondeblok.heading(wijk, naam))
    with st.container():
        werkscherm.said()
    found = leesrondes.rondes(stand[0], gebruiker, wijk)
    if found.bij_gemeente:
        st.html(tag("p", texts.BIJ_GEMEENTE, class_="tv lezen"))
        return
    st.html(leesrondeblok.rondelijst(found.rondes))
    if mag(gebruiker, Handeling.VERHALEN_KIEZEN, wijk):
        leesrondeformulier.ask_ronde(stand[0], gebruiker, wijk, found.rondes)
    else:
        st.html(tag("p", texts.MAG_NIET, class_="tv zacht"))


def _show_one(stand: queries.Stand, gebruiker: Gebruiker, beeld: Rondebeeld, naam: str) -> None:
    st.html(leesrondeblok.ronde_heading(beeld, naam))
    # A place of its own, so that what stands open below stays open when this is said no more.
    with st.container():
        werkscherm.said()
    if not mag(gebruiker, Handeling.VERHALEN_KIEZEN, beeld.ronde.gebied):
        st.html(leesrondeblok.domeinen(beeld))
        st.html(tag("p", texts.MAG_NIET, class_="tv zacht"))
        return
    groep = Leesgroep(stand[0], gebruiker, beeld)
    step = _step(groep)
    st.html(leesrondeblok.domeinen(beeld))
    if step == "nagaan":
        leesrondeformulier.ask_nagaan(groep)
    elif not beeld.ronde.open:
        st.html(tag("p", texts.VOORBIJ, class_="tv lezen"))
    elif step == "tafel":
        offered = leesrondes.aanbod(stand[0], gebruiker, beeld.ronde.gebied, beeld.ronde.id)
        st.html(leesrondeblok.aanbod(offered))
        leesrondeformulier.ask_place(groep, offered)
    elif step == "kiezen":
        leesrondeformulier.ask_deelnemers(groep)
        leesrondeformulier.ask_stemmen(groep)
        leesrondeformulier.ask_keuze(groep)
        leesrondeformulier.ask_afwijking(groep)
    else:
        leesrondeformulier.ask_close(groep)
    if step == "sluiten":
        leesrondeformulier.ask_remove(groep)


def _step(groep: Leesgroep) -> str:
    asked = frame.parameter("stap")
    steps = list(texts.STAPPEN)
    first = "tafel" if groep.beeld.ronde.open else "nagaan"
    step = st.radio(
        texts.STAP,
        steps,
        index=steps.index(asked if asked in steps else first),
        format_func=lambda it: texts.STAPPEN[it],
        horizontal=True,
        key=f"leesronde-stap-{groep.ronde}",
    )
    if step != asked:
        st.query_params["stap"] = step
    return step
