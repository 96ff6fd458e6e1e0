"""The page Wijkgesprek: what a wijk learned, for everybody; preparing and writing down, for who may."""

from collections.abc import Sequence

import streamlit as st

from monitor.domain.gebied import normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.leren import AgendaVoorstel, Leerbeeld, SessieStand
from monitor.domain.rechten import Handeling, mag
from monitor.domain.wijkbeeld import Wijkbeeld
from monitor.nl import format_datum
from monitor.services import leerbeeld
from monitor.services.lezen import lezer
from monitor.services.rechten import current
from monitor.ui import frame, keuze, queries, spiegelscherm, werkscherm, wijkgesprekblok
from monitor.ui import wijkgesprekformulier as formulier
from monitor.ui.html import tag
from monitor.ui.texts import wijkgesprek as texts
from monitor.ui.wijkgesprekblok import Bord
from monitor.ui.wijkgesprekformulier import Gespreksronde


@queries.kept(64)
def _leerbeeld(stand: queries.Stand, wijk: str, lezer_: Gebruiker) -> Leerbeeld:
    return leerbeeld.leerbeeld(stand[0], lezer_, wijk)


def show(stand: queries.Stand, gebruiker: Gebruiker, wijk: str | None) -> None:
    """The wijk that the address asks for, or which one?"""
    refusal = keuze.refusal(stand, wijk) if wijk else None
    if wijk is None or refusal is not None:
        st.html(keuze.heading(texts.TITEL, texts.INLEIDING, refusal))
        keuze.ask_wijk(stand, "wijkgesprek")
        return
    code = normalize_code(wijk) or wijk
    page = queries.wijkbeeld(stand, code)
    frame.title(f"{texts.TITEL} · {page.wijk.naam}")
    now = current(stand[0], gebruiker)
    prepares = mag(now, Handeling.WIJKGESPREK_VOORBEREIDEN, code)
    if prepares and frame.parameter("toon") == spiegelscherm.TOON:
        spiegelscherm.show_large(stand[0], now, code)
        return
    st.html(wijkgesprekblok.heading(page))
    if page.voorbeeld:
        st.html(frame.example_notice())
    # A place of its own, so that what stands open below stays open when this is said no more.
    with st.container():
        werkscherm.said()
    bord = wijkgesprekblok.bord(_leerbeeld(stand, code, lezer(stand[0], now, code)))
    if not prepares:
        st.html(wijkgesprekblok.learned(bord))
        st.html(tag("p", texts.MAG_NIET, class_="tv zacht"))
        return
    verhalen = leerbeeld.verhalen_voor_gesprek(stand[0], now, code)
    ronde = Gespreksronde(stand[0], now, bord, _cijfers(page), verhalen)
    leads = mag(now, Handeling.WIJKGESPREK, code)
    _show_step(ronde, _step(bord), leads=leads)
    if not leads:
        st.html(tag("p", texts.LEIDT_NIET, class_="tv zacht"))


def _cijfers(page: Wijkbeeld) -> dict[str, str]:
    return {reeks.indicator.code: reeks.indicator.naam for kaart in page.kaarten for reeks in kaart.reeksen}


def _step(bord: Bord) -> str:
    """Where people are: as the address says, else as far as their gesprek has come."""
    steps, asked = list(texts.STAPPEN), frame.parameter("stap")
    now = bord.beeld.bezig
    begin = "leerden" if now is None else "voorbereiden" if now.stand is SessieStand.VOORBEREID else "opschrijven"
    step = st.radio(
        texts.STAP,
        steps,
        index=steps.index(asked if asked in steps else begin),
        format_func=lambda it: texts.STAPPEN[it],
        horizontal=True,
        key="wijkgesprek-stap",
    )
    if step != asked:
        st.query_params["stap"] = step
    return step


def _show_step(ronde: Gespreksronde, step: str, *, leads: bool) -> None:
    now = ronde.bord.beeld.bezig
    if step == "leerden":
        st.html(wijkgesprekblok.learned(ronde.bord))
        if leads:
            _go_on(ronde)
    elif step == "voorbereiden":
        _prepare(ronde, leads=leads)
    elif now is None:
        st.html(tag("p", texts.ER_IS_GEEN, class_="tv leren"))
    elif step == "opschrijven":
        _write_down(ronde, leads=leads)
    else:
        _close(ronde, leads=leads)


def _go_on(ronde: Gespreksronde) -> None:
    """What can be done with what was learned, in a gesprek and between two of them."""
    formulier.ask_stand(ronde)
    formulier.ask_lezing(ronde)
    formulier.ask_afspraak_stand(ronde)
    formulier.ask_weghalen(ronde)


def _prepare(ronde: Gespreksronde, *, leads: bool) -> None:
    now = ronde.bord.beeld.bezig
    if now is None:
        formulier.ask_plan(ronde)
        spiegelscherm.offer(*ronde.who)
        return
    st.html(wijkgesprekblok.table(ronde.bord, now))
    spiegelscherm.offer(*ronde.who)
    formulier.ask_van_tafel(ronde, now)
    formulier.ask_vraag(ronde, now)
    formulier.ask_cijfer(ronde, now)
    formulier.ask_voorstellen(ronde, now, _voorstellen(ronde))
    if now.stand is SessieStand.VOORBEREID:
        formulier.ask_dag(ronde, now)
        if leads:
            formulier.ask_afgelast(ronde, now)
    else:
        st.html(tag("p", texts.IS_GEHOUDEN.format(dag=format_datum(now.dag)), class_="tv zacht"))


def _voorstellen(ronde: Gespreksronde) -> Sequence[AgendaVoorstel]:
    return leerbeeld.voorstel(ronde.database, ronde.gebruiker, ronde.wijk)


def _write_down(ronde: Gespreksronde, *, leads: bool) -> None:
    now = ronde.bord.beeld.bezig
    assert now is not None  # noqa: S101 - asked before
    held = now.stand is SessieStand.GEHOUDEN
    st.html(wijkgesprekblok.table(ronde.bord, now))
    spiegelscherm.offer(*ronde.who)
    if leads:
        formulier.ask_verslag(ronde, now)
    if not held:
        st.html(tag("p", texts.EERST_WIE, class_="tv leren"))
        return
    st.html(wijkgesprekblok.written(ronde.bord, now))
    if leads:
        formulier.ask_leerpunt(ronde, now)
        formulier.ask_afspraak(ronde, now)
        _go_on(ronde)


def _close(ronde: Gespreksronde, *, leads: bool) -> None:
    now = ronde.bord.beeld.bezig
    assert now is not None  # noqa: S101 - asked before
    st.html(wijkgesprekblok.written(ronde.bord, now))
    if leads:
        formulier.ask_close(ronde, now)
