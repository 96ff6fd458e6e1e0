"""The last step of choosing together: what the wijk watches, what works on it, what it lets go, and what it means."""

from collections.abc import Mapping
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from monitor.domain.indicator import Indicator, IndicatorStatus, Rol
from monitor.errors import OngeldigeInvoer
from monitor.services import levensloop
from monitor.services.levensloop import Aanname, Omschrijving
from monitor.ui import werkscherm
from monitor.ui.formulier import Formulier
from monitor.ui.html import tag
from monitor.ui.kiezenformulier import Kiesronde
from monitor.ui.kiezengroep import decimals_box
from monitor.ui.stemvelden import box, chosen
from monitor.ui.texts import kiezen as texts


def ask_aanname(ronde: Kiesronde) -> None:
    """Choose what the wijk watches; one too many asks which one leaves, and why."""
    names = ronde.indicatoren()
    if not names:
        return
    kern = {it.indicator.code: it.indicator.naam for it in ronde.keuze.met_rol(Rol.KERN)}
    uitleg = texts.AANNEMEN_UITLEG.format(grens=ronde.keuze.grens)
    st.html(tag("div", tag("h2", texts.AANNEMEN), tag("p", uitleg), class_="tv"))
    form = Formulier.make("aanname", ronde.wijk)
    with form.fields():
        indicator = box(texts.WELK_CIJFER, names, form.key("cijfer"))
        rol = st.radio(
            texts.WELKE_ROL, list(texts.BESLUIT), format_func=lambda it: texts.BESLUIT[it], key=form.key("rol")
        )
        reden = st.text_input(texts.WAAROM_NU, key=form.key("reden"))
        eruit, eruit_reden = _ask_eruit(kern, form) if len(kern) >= ronde.keuze.grens else (None, "")
        sent = st.form_submit_button(texts.AANNEMEN_BEWAAR, type="primary")
    if not sent:
        return

    def save() -> None:
        aanname = Aanname(chosen(indicator, texts.WAT_CIJFER), rol, reden, eruit, eruit_reden)
        levensloop.adopt(*ronde.who, aanname, token=form.token)

    form.save(save, texts.AANGENOMEN)


def _ask_eruit(kern: Mapping[str, str], form: Formulier) -> tuple[str | None, str]:
    st.html(tag("p", texts.VOL.format(aantal=len(kern)), class_="tv"))
    eruit = box(texts.ERUIT, kern, form.key("eruit"))
    return eruit, st.text_input(texts.ERUIT_REDEN, key=form.key("eruit-reden"))


def ask_werk(ronde: Kiesronde) -> None:
    """Say what works on an indicator: with support and with work it is in use."""
    names = ronde.indicatoren()
    if not names:
        return
    werk = {it.id: it.naam for it in ronde.keuze.werk if it.loopt}
    if not werk:
        bring_in = tag("a", texts.NAAR_INBRENG, href=f"initiatieven?wijk={ronde.wijk}")
        st.html(tag("p", texts.GEEN_WERK, " ", bring_in, class_="tv"))
        return
    form = Formulier.make("werkt", ronde.wijk, title=texts.WERK)
    with form.fields(texts.WERK_UITLEG):
        indicator = box(texts.WELK_CIJFER, names, form.key("cijfer"))
        what = box(texts.WELK_WERK, werk, form.key("werk"))
        sent = st.form_submit_button(texts.WERK_BEWAAR, type="primary")
    if not sent:
        return

    def save() -> None:
        code = chosen(indicator, texts.WAT_CIJFER)
        levensloop.link_werk(*ronde.who, code, chosen(what, texts.WAT_WERK))

    if form.tries(save) and indicator is not None:
        form.done(_use(ronde, indicator))


def _use(ronde: Kiesronde, code: str) -> str:
    """Take an indicator into use when it may be; what is to be said of it."""
    found = ronde.keuze.indicator(code)
    if found is not None and found.status is not IndicatorStatus.IN_GEBRUIK:
        try:
            levensloop.take_stap(*ronde.who, code, IndicatorStatus.IN_GEBRUIK)
        except OngeldigeInvoer as error:
            return texts.WERK_ALLEEN.format(waarom=" ".join(it.melding for it in error.problemen))
    return texts.WERK_BEWAARD


def ask_loslaten(ronde: Kiesronde) -> None:
    """Let an indicator go, with the reason."""
    names = ronde.indicatoren()
    if not names:
        return
    form = Formulier.make("los", ronde.wijk, title=texts.LOSLATEN)
    with form.fields(texts.LOSLATEN_UITLEG):
        indicator = box(texts.WELK_CIJFER, names, form.key("cijfer"))
        reden = st.text_input(texts.WAAROM_LOS, key=form.key("reden"))
        sent = st.form_submit_button(texts.LOSLATEN_BEWAAR)
    if sent:
        form.save(lambda: levensloop.let_go(*ronde.who, chosen(indicator, texts.WAT_CIJFER), reden), texts.LOSGELATEN)


def ask_omschrijving(ronde: Kiesronde, today: date) -> None:
    """Describe an indicator anew: with the reason, from a day on, and with a break where another thing is counted."""
    found = {it.indicator.code: it.indicator for it in ronde.keuze.indicatoren}
    if not found:
        return
    place = st.expander(texts.ANDERS)
    with place:
        st.html(tag("p", texts.ANDERS_UITLEG, class_="tv"))
        names = {code: it.naam for code, it in found.items()}
        code = box(texts.WELK_CIJFER, names, f"anders-{ronde.wijk}")
    if code is not None:
        _ask_versie(ronde, found[code], today, place)


def _ask_versie(ronde: Kiesronde, indicator: Indicator, today: date, place: DeltaGenerator) -> None:
    form = Formulier.make("versie", indicator.code, place=place)
    with form.fields():
        naam = st.text_input(texts.NAAM, value=indicator.naam, key=form.key("naam"))
        definitie = st.text_area(texts.DEFINITIE, value=indicator.definitie or "", key=form.key("definitie"))
        technisch = st.text_area(texts.TECHNISCH, value=indicator.technische_definitie or "", key=form.key("technisch"))
        populatie = st.text_input(texts.POPULATIE, value=indicator.populatie or "", key=form.key("populatie"))
        decimalen = decimals_box(form, indicator.decimalen)
        vanaf = st.text_input(texts.VANAF, value=f"{today:%d-%m-%Y}", key=form.key("vanaf"))
        al_zo_geteld = st.checkbox(texts.AL_ZO_GETELD, key=form.key("al-zo"))
        reden = st.text_input(texts.WAAROM_ANDERS, key=form.key("reden"))
        sent = st.form_submit_button(texts.ANDERS_BEWAAR, type="primary")
    if not sent:
        return

    def save() -> None:
        day = werkscherm.day(vanaf)
        anew = Omschrijving(naam, definitie, day, reden, technisch or None, populatie or None, decimalen, al_zo_geteld)
        levensloop.redescribe(ronde.database, ronde.gebruiker, indicator.code, anew, token=form.token)

    form.save(save, texts.ANDERS_BEWAARD)
