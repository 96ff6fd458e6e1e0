"""The page Samen kiezen: five steps from what a wijk knows to what it watches. Everybody reads; who may, takes part."""

from itertools import pairwise

import streamlit as st

from monitor.domain.gebied import normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.kiezen import Keuzebeeld
from monitor.domain.rechten import Handeling, mag
from monitor.domain.wijkbeeld import Wijkbeeld
from monitor.services import kiezen
from monitor.services.rechten import current
from monitor.ui import (
    keuze,
    kiezenblok,
    kiezendraagvlak,
    kiezengroep,
    kiezenherkenning,
    kiezenlevensloop,
    kiezenvoorstel,
    kiezenweghalen,
    queries,
    werkscherm,
)
from monitor.ui import texts as algemeen
from monitor.ui.errors import show_message
from monitor.ui.html import tag
from monitor.ui.kiezenformulier import Kiesronde
from monitor.ui.texts import kiezen as texts

_STAP, _BEGONNEN = "kiezen-stap", "kiezen-begonnen"
"""The script that goes to where the steps begin."""
_MEEDOEN = ("zeggen", "steun")
"""The steps in which somebody who does not lead has something to fill in."""


@queries.kept(64)
def _keuzebeeld(stand: queries.Stand, wijk: str) -> Keuzebeeld:
    return kiezen.keuzebeeld(stand[0], wijk)


def show(stand: queries.Stand, gebruiker: Gebruiker, wijk: str | None) -> None:
    """The wijk that the address asks for, or which one?"""
    refusal = keuze.refusal(stand, wijk) if wijk else None
    if wijk is None or refusal is not None:
        st.html(keuze.heading(texts.TITEL, texts.INLEIDING, refusal))
        _ask_wijk(stand)
        return
    code = normalize_code(wijk) or wijk
    beeld = queries.wijkbeeld(stand, code)
    st.html(kiezenblok.heading(beeld))
    _show_step(stand, current(stand[0], gebruiker), beeld, code)
    werkscherm.said_still()


def _ask_wijk(stand: queries.Stand) -> None:
    """Which wijk? The choice goes into the address."""
    wijken = {
        regel.wijk.code: regel.wijk.naam
        for gemeente in queries.gemeenten(stand)
        for regel in queries.gemeentebeeld(stand, gemeente.code).regels
    }
    if not wijken:
        show_message(algemeen.LEGE_OPSLAG)
        return
    code = st.selectbox(
        texts.WIJK,
        list(wijken),
        index=None,
        format_func=lambda it: wijken.get(it, it),
        placeholder=algemeen.KIES_PLAATSHOUDER,
        key="kiezen-wijk",
    )
    if code is not None:
        st.query_params["wijk"] = code
        st.rerun()


def _show_step(stand: queries.Stand, gebruiker: Gebruiker, beeld: Wijkbeeld, wijk: str) -> None:
    steps = list(texts.STAPPEN)
    werkscherm.top()
    step = werkscherm.ask_step(texts.STAP, texts.STAPPEN, _STAP)
    ronde = Kiesronde(stand[0], gebruiker, _keuzebeeld(stand, wijk))
    leads = mag(gebruiker, Handeling.KIEZEN, wijk)
    takes_part = mag(gebruiker, Handeling.VOORSTELLEN, wijk)
    begun = werkscherm.begun_parts(_BEGONNEN, wijk, step) if leads or takes_part else [step]
    for name in steps:
        # Every step has a place of its own, so that the fields of a step that is left stay the same fields.
        with werkscherm.put_by(f"kiezen-stap-{name}", shown=name == step):
            if name in begun:
                _show(name, ronde, beeld, stand, leads=leads, takes_part=takes_part)
    if not leads and not (takes_part and step in _MEEDOEN):
        st.html(tag("p", texts.MAG_NIET, class_="tv zacht"))
    _lead_on(step)


def _lead_on(step: str) -> None:
    """The way to the next step, where the last form of this one ends."""
    following = dict(pairwise(texts.STAPPEN)).get(step)
    if following is not None:
        st.button(
            texts.VERDER_NAAR.format(stap=texts.STAPPEN[following]),
            key=f"kiezen-verder-{following}",
            on_click=_go_on,
            args=(following,),
        )


def _go_on(step: str) -> None:
    """Show a step from where it begins."""
    st.query_params["stap"] = step
    werkscherm.go_to_top()


def _show(
    step: str, ronde: Kiesronde, beeld: Wijkbeeld, stand: queries.Stand, *, leads: bool, takes_part: bool
) -> None:
    if step == "kijken":
        _show_known(ronde, beeld, stand, leads=leads, takes_part=takes_part)
    elif step == "zeggen":
        _show_voorstellen(ronde, leads=leads, takes_part=takes_part)
    elif step == "verder":
        _show_verder(ronde, leads=leads)
    elif step == "steun":
        _show_steun(ronde, leads=leads, takes_part=takes_part)
    else:
        _show_besluit(ronde, stand, leads=leads)


def _show_known(ronde: Kiesronde, beeld: Wijkbeeld, stand: queries.Stand, *, leads: bool, takes_part: bool) -> None:
    first = kiezenblok.first_steps(ronde.keuze)
    if first is not None:
        st.html(first)
    st.html(kiezenblok.known(beeld, ronde.keuze))
    said = kiezenblok.contributions(beeld, stand[2]) if takes_part else None
    if said is not None:
        st.html(said)
    cijfers = {reeks.indicator.code: reeks.indicator.naam for kaart in beeld.kaarten for reeks in kaart.reeksen}
    if leads and cijfers:
        kiezenherkenning.ask_herkenning(ronde, cijfers)


def _show_voorstellen(ronde: Kiesronde, *, leads: bool, takes_part: bool) -> None:
    if takes_part:
        kiezenvoorstel.ask_voorstel(ronde)
    else:
        st.html(tag("div", tag("h2", texts.ZEGGEN), class_="tv kiezen"))
    st.html(kiezenblok.voorstellen(ronde.keuze))
    if leads:
        kiezenvoorstel.ask_groep(ronde)
        kiezenweghalen.ask_groepsnaam(ronde)
        kiezenvoorstel.ask_remove(ronde)


def _show_verder(ronde: Kiesronde, *, leads: bool) -> None:
    st.html(tag("div", tag("h2", texts.VERDER), tag("p", texts.VERDER_UITLEG, class_="lezen"), class_="tv kiezen"))
    st.html(kiezenblok.votes(ronde.keuze))
    if leads and ronde.keuze.groepen:
        kiezengroep.ask_voorkeur(ronde)
        kiezengroep.ask_uitwerking(ronde)


def _show_steun(ronde: Kiesronde, *, leads: bool, takes_part: bool) -> None:
    st.html(tag("div", tag("h2", texts.STEUN), tag("p", texts.STEUN_UITLEG, class_="lezen"), class_="tv kiezen"))
    st.html(kiezenblok.steun(ronde.keuze))
    if leads:
        kiezendraagvlak.ask_steun(ronde)
    if takes_part:
        kiezendraagvlak.ask_bezwaar(ronde)
    if leads:
        kiezendraagvlak.ask_antwoord(ronde)
        kiezendraagvlak.ask_elders(ronde)
        kiezenweghalen.ask_weghalen(ronde)


def _show_besluit(ronde: Kiesronde, stand: queries.Stand, *, leads: bool) -> None:
    st.html(kiezenblok.decided(ronde.keuze))
    if leads:
        kiezenlevensloop.ask_aanname(ronde)
        kiezenlevensloop.ask_werk(ronde)
        kiezenlevensloop.ask_loslaten(ronde)
    if mag(ronde.gebruiker, Handeling.INDICATOREN_BEHEREN):
        kiezenlevensloop.ask_omschrijving(ronde, stand[2])
