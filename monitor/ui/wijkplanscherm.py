"""The page Wijkplan: everybody reads what people of a wijk want and how it goes; who leads or makes policy writes."""

import streamlit as st

from monitor.domain.gebied import normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling, mag
from monitor.domain.wijkplan import Planbeeld, Wijkplan
from monitor.services import wijkplannen
from monitor.services.rechten import current
from monitor.ui import frame, keuze, queries, werkscherm, wijkplanblok
from monitor.ui import wijkplanformulier as formulier
from monitor.ui.html import tag
from monitor.ui.texts import wijkplan as texts
from monitor.ui.wijkplanformulier import Plangroep


def show(stand: queries.Stand, gebruiker: Gebruiker, wijk: str | None) -> None:
    """The plans of the wijk that the address asks for, or which wijk?"""
    refusal = keuze.refusal(stand, wijk) if wijk else None
    if wijk is None or refusal is not None:
        st.html(keuze.heading(texts.TITEL, texts.INLEIDING, refusal))
        keuze.ask_wijk(stand, "wijkplan")
        return
    code = normalize_code(wijk) or wijk
    page = queries.wijkbeeld(stand, code)
    frame.title(f"{texts.TITEL} · {page.wijk.naam}")
    who = current(stand[0], gebruiker)
    st.html(wijkplanblok.heading(code, page.wijk.naam))
    # A place of its own, so that what stands open below stays open when this is said no more.
    with st.container():
        werkscherm.said()
    beeld = wijkplannen.planbeeld(stand[0], who, code)
    now, writes = beeld.lopend, mag(who, Handeling.WIJKPLAN, code)
    st.html(wijkplanblok.show_plan(beeld, now) if now else tag("p", texts.GEEN_PLAN, class_="tv lezen"))
    if writes:
        _ask(Plangroep(stand[0], who, code, now))
    else:
        st.html(tag("p", texts.MAG_NIET, class_="tv zacht"))
    earlier = [it for it in beeld.plannen if it is not now]
    if earlier:
        st.html(tag("h2", texts.EERDER, class_="tv"))
    for plan in earlier:
        _show_earlier(beeld, Plangroep(stand[0], who, code, plan), plan, writes=writes)


def _show_earlier(beeld: Planbeeld, groep: Plangroep, plan: Wijkplan, *, writes: bool) -> None:
    st.html(wijkplanblok.show_plan(beeld, plan))
    if writes:
        formulier.ask_remove(groep, plan)


def _ask(groep: Plangroep) -> None:
    if groep.plan is None:
        formulier.ask_plan(groep)
        return
    formulier.ask_versie(groep)
    formulier.ask_kwestie(groep)
    formulier.ask_regel(groep)
    formulier.ask_terugblik(groep, groep.plan)
    formulier.ask_afwijking(groep)
    formulier.ask_bron(groep)
    formulier.ask_aanvraag(groep, groep.plan)
    formulier.ask_end(groep)
    formulier.ask_remove(groep, groep.plan)
