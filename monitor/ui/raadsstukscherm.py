"""The page Raadsvoorstel: the stukken that are being written, a new one, and one of them step by step.

A title is words of people: it stands in our own HTML, because labels parse Markdown.
"""

from collections.abc import Callable, Mapping

import streamlit as st

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.raadsstuk import KeuzeSoort, StukKop, StukRegel, StukSoort
from monitor.domain.rechten import Handeling, mag_ergens
from monitor.errors import MonitorError, NietGevonden
from monitor.nl import format_datum, hoofdletter, to_amsterdam
from monitor.services import raadsstukken, woorden
from monitor.services.rechten import current
from monitor.ui import (
    links,
    queries,
    stukdownloaden,
    stukkiezen,
    stuknakijken,
    stukschrijven,
    werkscherm,
    wie,
)
from monitor.ui.errors import show_message
from monitor.ui.html import Html, tag
from monitor.ui.stukwerk import Stukwerk
from monitor.ui.texts import raadsstuk as texts

_STEPS: Mapping[str, Callable[[Stukwerk], None]] = {
    "kiezen": stukkiezen.show,
    "schrijven": stukschrijven.show,
    "nakijken": stuknakijken.show,
    "downloaden": stukdownloaden.show,
}


def show(stand: queries.Stand, gebruiker: Gebruiker, stuk: str | None) -> None:
    """The stuk that the address asks for, or all stukken. A draft is for who writes stukken, and nobody else."""
    who = current(stand[0], gebruiker)
    if not mag_ergens(who, Handeling.RAADSSTUK):
        st.html(werkscherm.heading(texts.TITEL, texts.INLEIDING))
        wie.turn_away(gebruiker, texts.MAG_NIET)
        return
    if stuk is None:
        _show_all(stand, who)
        return
    try:
        _show_one(stand, who, stuk)
    except NietGevonden as error:
        st.html(werkscherm.heading(texts.TITEL, texts.INLEIDING))
        show_message(str(error))
        st.html(tag("p", tag("a", texts.NAAR_LIJST, href=links.to_raadsvoorstel()), class_="tv"))


# All of them


def _show_all(stand: queries.Stand, gebruiker: Gebruiker) -> None:
    found = raadsstukken.stukken(stand[0], gebruiker)
    st.html(werkscherm.heading(texts.TITEL, texts.INLEIDING))
    with st.container():
        werkscherm.said()
    st.html(_list(found))
    _ask_new(stand, gebruiker, open_=not found)


def _list(found: tuple[StukRegel, ...]) -> Html:
    items = [_line(it) for it in found]
    return tag(
        "div",
        tag("h2", texts.STUKKEN),
        tag("ul", *items, class_="regels") if items else tag("p", texts.STUKKEN_LEEG, class_="zacht"),
        class_="tv raadsstuk",
    )


def _line(it: StukRegel) -> Html:
    dag = format_datum(to_amsterdam(it.op).date())
    said = texts.STUK_REGEL.format(soort=hoofdletter(woorden.STUKSOORT[it.soort]), dag=dag)
    return tag(
        "li", tag("a", it.titel, href=links.to_raadsvoorstel(stuk=it.id), dir="auto"), tag("p", said, class_="wie")
    )


def _ask_new(stand: queries.Stand, gebruiker: Gebruiker, *, open_: bool) -> None:
    """Begin a stuk; afterwards it stands in the address."""
    gemeenten = {it.code: it.naam for it in queries.gemeenten(stand)}
    token = werkscherm.token("raadsstuk-nieuw")
    key = f"raadsstuk-nieuw-{token}"
    place = st.expander(texts.NIEUW, expanded=open_)
    with place:
        gemeente = _ask_gemeente(gemeenten, key)
        with st.form(key, enter_to_submit=False, border=False):
            soort = _ask_soort(key)
            titel = st.text_input(texts.STUK_TITEL, key=f"{key}-titel")
            fase = stukkiezen.ask_fase(key)
            names = stukkiezen.wijken(stand, gemeente) if gemeente else {}
            wijken = stukkiezen.several(texts.WIJKEN, names, f"{key}-wijken")
            themas = stukkiezen.several(texts.THEMAS, stukkiezen.themas(stand), f"{key}-themas")
            years = stukkiezen.ask_years(key, StukKop(0, None, jaar=stand[2].year))
            sent = st.form_submit_button(texts.BEGIN, type="primary")
    if not sent:
        return
    keuzes = [*stukkiezen.keuzes(KeuzeSoort.WIJK, wijken), *stukkiezen.keuzes(KeuzeSoort.THEMA, themas)]
    try:
        kop = stukkiezen.kop_invoer(titel, fase if soort is StukSoort.RAADSVOORSTEL else None, years)
        id_ = raadsstukken.add_stuk(stand[0], gebruiker, gemeente, soort, kop, token=token, keuzes=keuzes)
    except MonitorError as error:
        with place:
            werkscherm.refused(error)
        return
    werkscherm.forget_token("raadsstuk-nieuw")
    werkscherm.say(texts.BEGONNEN)
    st.query_params["stuk"] = id_
    st.rerun()


def _ask_gemeente(gemeenten: Mapping[str, str], key: str) -> str:
    """The gemeente, outside the form: the wijken to choose from follow from it."""
    if len(gemeenten) == 1:
        return next(iter(gemeenten))
    code = st.selectbox(
        texts.GEMEENTE,
        list(gemeenten),
        index=None,
        format_func=lambda it: gemeenten.get(it, it),
        placeholder=texts.KIES,
        key=f"{key}-gemeente",
    )
    return code or ""


def _ask_soort(key: str) -> StukSoort | None:
    return st.selectbox(
        texts.SOORT,
        list(StukSoort),
        index=None,
        format_func=lambda it: hoofdletter(woorden.STUKSOORT[it]),
        placeholder=texts.KIES,
        key=f"{key}-soort",
    )


# One of them


def _show_one(stand: queries.Stand, gebruiker: Gebruiker, stuk: str) -> None:
    found = raadsstukken.lees_stuk(stand[0], gebruiker, stuk)
    writes = raadsstukken.mag_schrijven(stand[0], gebruiker, found)
    werk = Stukwerk(stand, gebruiker, found, writes)
    st.html(_heading(werk))
    # A place of its own, so that what stands open below stays open when this is said no more.
    with st.container():
        werkscherm.said()
    step = _step(werk)
    _STEPS[step](werk)
    if writes and step == "kiezen":
        _ask_remove(werk)


def _heading(werk: Stukwerk) -> Html:
    stuk = werk.stuk
    facts = [hoofdletter(woorden.STUKSOORT[stuk.soort])]
    facts += [woorden.BOB_FASE[stuk.kop.fase]] if stuk.kop.fase else []
    back = tag("a", texts.NAAR_LIJST, href=links.to_raadsvoorstel())
    return tag(
        "div",
        tag("h1", stuk.kop.titel or "", dir="auto"),
        tag("p", " · ".join(facts), " · ", back, class_="sub"),
        tag("p", texts.ALLEEN_LEZEN, class_="zacht") if not werk.schrijft else None,
        class_="tv raadsstuk",
    )


def _step(werk: Stukwerk) -> str:
    return werkscherm.ask_step(texts.STAP, texts.STAPPEN, f"raadsstuk-stap-{werk.stuk.id}")


def _ask_remove(werk: Stukwerk) -> None:
    place = st.expander(texts.WEG_STUK)
    with place:
        st.html(tag("p", texts.WEG_UITLEG, class_="tv"))
        sure = st.button(texts.WEG_ZEKER, key=f"raadsstuk-weg-{werk.stuk.id}")
    if not sure:
        return

    def remove() -> None:
        raadsstukken.remove_stuk(*werk.who)
        st.query_params.clear()

    werk.save("weg", texts.WEG_GEDAAN, remove, place)
