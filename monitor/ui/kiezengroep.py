"""The third step of choosing together: with which groep people go on, and what is counted then."""

from enum import StrEnum
from typing import TypeVar

import streamlit as st

from monitor.domain.indicator import Beinvloedbaar, Bewijssoort, IndicatorSoort, Richting, StemRol
from monitor.services import kiezen, woorden
from monitor.services.kiezen import Uitwerking
from monitor.ui.formulier import Formulier
from monitor.ui.kiezenformulier import Kiesronde
from monitor.ui.stemvelden import box, chosen, counts, row
from monitor.ui.texts import kiezen as texts

Word = TypeVar("Word", bound=StrEnum)


def ask_voorkeur(ronde: Kiesronde) -> None:
    """Count how many people of each role want to go on with a groep."""
    form = Formulier.make("verder", ronde.wijk)
    with form.fields():
        groep = box(texts.WELKE_GROEP, ronde.groepen(texts.GROEP_NUMMER), form.key("groep"))
        rows = {rol: row(rol, {"aantal": texts.VERDER_WIL}, form.key("telling")) for rol in StemRol}
        sent = st.form_submit_button(texts.TEL, type="primary")
    if not sent:
        return

    def save() -> None:
        aantallen = [(rol, counted["aantal"]) for rol, counted in counts(rows).items()]
        kiezen.count_voorkeur(*ronde.who, chosen(groep, texts.WAT_GROEP), aantallen)

    form.save(save, texts.BEWAARD)


def ask_uitwerking(ronde: Kiesronde) -> None:
    """Describe a groep as something that can be counted."""
    form = Formulier.make("uitwerking", ronde.wijk, title=texts.UITWERKEN)
    with form.fields(texts.UITWERKEN_UITLEG):
        groep = box(texts.WELKE_GROEP, ronde.groepen(texts.GROEP_NUMMER), form.key("groep"))
        given = _described(form)
        sent = st.form_submit_button(texts.UITWERKEN_BEWAAR, type="primary")
    if sent:
        form.save(
            lambda: kiezen.work_out(*ronde.who, chosen(groep, texts.WAT_GROEP), given, token=form.token),
            texts.UITGEWERKT,
        )


def _described(form: Formulier) -> Uitwerking:
    naam = st.text_input(texts.NAAM, key=form.key("naam"))
    definitie = st.text_area(texts.DEFINITIE, key=form.key("definitie"))
    eenheid = box(texts.EENHEID, texts.EENHEDEN, form.key("eenheid"))
    decimalen = decimals_box(form)
    populatie = st.text_input(texts.POPULATIE, key=form.key("populatie"))
    bewijssoort = box(texts.BEWIJSSOORT, texts.BEWIJSSOORTEN_UITLEG, form.key("bewijssoort"))
    soort = box(texts.SOORT, texts.SOORTEN, form.key("soort"))
    richting = box(texts.RICHTING, texts.RICHTINGEN, form.key("richting"))
    richting_uitleg = st.text_input(texts.RICHTING_UITLEG, key=form.key("uitleg"))
    waarvoor = st.text_input(texts.WAARVOOR, key=form.key("waarvoor"))
    belasting = st.text_input(texts.BELASTING, key=form.key("belasting"))
    invloeden = {it.value: woorden.BEINVLOEDBAAR[it] for it in Beinvloedbaar}
    beinvloedbaar = box(texts.BEINVLOEDBAAR, invloeden, form.key("invloed"))
    technisch = st.text_input(texts.TECHNISCH, key=form.key("technisch"))
    gemaakt_door = st.text_input(texts.GEMAAKT_DOOR, key=form.key("door"))
    reden = st.text_input(texts.REDEN, key=form.key("reden"))
    return Uitwerking(
        naam=naam,
        definitie=definitie,
        eenheid=eenheid or "",
        bewijssoort=_as(Bewijssoort, bewijssoort),
        richting=_as(Richting, richting),
        soort=_as(IndicatorSoort, soort),
        waarvoor=waarvoor,
        belasting=belasting,
        beinvloedbaar=_as(Beinvloedbaar, beinvloedbaar),
        reden=reden,
        decimalen=decimalen,
        populatie=populatie or None,
        richting_uitleg=richting_uitleg or None,
        technische_definitie=technisch or None,
        gemaakt_door=gemaakt_door or None,
    )


def decimals_box(form: Formulier, now: int = 0) -> int:
    """How exactly a figure reads; one that is more exact than people can choose here can stay so."""
    names = {now: texts.DECIMALEN_ANDERS.format(aantal=now), **texts.DECIMALEN_KEUZE}
    choices = sorted(names)
    return st.selectbox(
        texts.DECIMALEN,
        choices,
        index=choices.index(now),
        format_func=lambda it: names[it],
        placeholder=texts.KIES,
        key=form.key("decimalen"),
    )


def _as(kind: type[Word], value: str | None) -> Word | None:
    return None if value is None else kind(value)
