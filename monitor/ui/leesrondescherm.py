"""The page Samen verhalen kiezen: the rondes of a wijk, and one of them. Everybody reads; who leads writes down."""

from itertools import pairwise

import streamlit as st

from monitor.domain.gebied import normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.leesronde import Rondebeeld
from monitor.domain.rechten import Handeling, mag
from monitor.services import leesrondes
from monitor.services.rechten import current
from monitor.ui import keuze, leesrondeblok, leesrondeformulier, queries, werkscherm
from monitor.ui.html import tag
from monitor.ui.leesrondeformulier import Leesgroep
from monitor.ui.texts import leesronde as texts

_BEGONNEN, _LIEP = "leesronde-begonnen", "leesronde-liep"
"""The script that goes to where the steps begin."""


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
    werkscherm.top()
    # A place of its own, so that what stands open below stays open when this is said no more.
    with st.container():
        werkscherm.said()
        _say_over(beeld)
    if not mag(gebruiker, Handeling.VERHALEN_KIEZEN, beeld.ronde.gebied):
        st.html(leesrondeblok.domeinen(beeld))
        st.html(tag("p", texts.MAG_NIET, class_="tv zacht"))
        return
    _show_steps(Leesgroep(stand[0], gebruiker, beeld))
    werkscherm.said_still()


def _say_over(beeld: Rondebeeld) -> None:
    """Say that a ronde is over which was open in this window a moment ago, and that another window ended it."""
    ran = st.session_state.get(_LIEP) == beeld.ronde.id
    here = any(werkscherm.says(form, beeld.ronde.id) for form in leesrondeformulier.SLUITEN)
    if ran and not beeld.ronde.open and not here:
        st.html(tag("div", tag("p", texts.INTUSSEN_VOORBIJ), class_="tv melding", role="alert"))
    st.session_state[_LIEP] = beeld.ronde.id if beeld.ronde.open else None


def _show_steps(groep: Leesgroep) -> None:
    step = _step(groep)
    st.html(leesrondeblok.domeinen(groep.beeld))
    begun = werkscherm.begun_parts(_BEGONNEN, groep.ronde, step)
    for name in texts.STAPPEN:
        # Every step has a place of its own, so that what was typed in a step that is left stays.
        with werkscherm.put_by(f"leesronde-{name}", shown=name == step):
            if name in begun:
                _show_step(name, groep)
    following = dict(pairwise(texts.STAPPEN)).get(step)
    if following is not None and groep.beeld.ronde.open:
        words = texts.VERDER_NAAR.format(stap=texts.STAPPEN[following])
        st.button(words, key=f"leesronde-verder-{following}", on_click=_go_on, args=(following,))


def _show_step(step: str, groep: Leesgroep) -> None:
    ronde = groep.beeld.ronde
    if step == "nagaan":
        leesrondeformulier.ask_nagaan(groep)
    elif not ronde.open:
        st.html(tag("p", texts.VOORBIJ, class_="tv lezen"))
    elif step == "tafel":
        offered = leesrondes.aanbod(groep.database, groep.gebruiker, ronde.gebied, ronde.id)
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
    begin = None if groep.beeld.ronde.open else "nagaan"
    return werkscherm.ask_step(texts.STAP, texts.STAPPEN, f"leesronde-stap-{groep.ronde}", begin=begin)


def _go_on(step: str) -> None:
    """Show a step from where it begins."""
    st.query_params["stap"] = step
    werkscherm.go_to_top()
