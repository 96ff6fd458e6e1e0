"""The page Wijkgesprek: what a wijk learned, for everybody; preparing and writing down, for who may."""

from collections.abc import Sequence

import streamlit as st

from monitor.domain.gebied import normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.leren import AgendaVoorstel, BronSoort, Leerbeeld, LeerpuntBron, Sessie, SessieStand
from monitor.domain.rechten import Handeling, mag
from monitor.domain.wijkbeeld import Wijkbeeld
from monitor.nl import format_datum
from monitor.services import inbreng, leerbeeld
from monitor.services.lezen import lezer
from monitor.services.rechten import current
from monitor.store.database import Database
from monitor.ui import frame, keuze, queries, spiegelscherm, werkscherm, wijkgesprekblok
from monitor.ui import wijkgesprekformulier as formulier
from monitor.ui.html import join, tag
from monitor.ui.texts import wijkgesprek as texts
from monitor.ui.wijkgesprekblok import Bord
from monitor.ui.wijkgesprekformulier import Gespreksronde

_STAP, _BEGONNEN, _BEZIG = "wijkgesprek-stap", "wijkgesprek-begonnen", "wijkgesprek-bezig"


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
        _show_learned(bord)
        st.html(tag("p", texts.MAG_NIET, class_="tv zacht"))
        return
    leads = mag(now, Handeling.WIJKGESPREK, code)
    _show_steps(_ronde(stand[0], now, bord, page, leads=leads), leads=leads)
    if not leads:
        st.html(tag("p", texts.LEIDT_NIET, class_="tv zacht"))


def _ronde(database: Database, now: Gebruiker, bord: Bord, page: Wijkbeeld, *, leads: bool) -> Gespreksronde:
    wijk = bord.beeld.wijk
    table = {punt.verhaal for punt in bord.beeld.bezig.agenda} if bord.beeld.bezig else set()
    verhalen = sorted(leerbeeld.verhalen_voor_gesprek(database, now, wijk), key=lambda it: it.id not in table)
    zaken = {
        **{it.id: (BronSoort.ACTIVITEIT, it.naam) for kaart in page.kaarten for it in kaart.activiteiten},
        **{it.id: (BronSoort.INITIATIEF, it.naam) for kaart in page.kaarten for it in kaart.initiatieven},
    }
    return Gespreksronde(
        database,
        now,
        bord,
        {reeks.indicator.code: reeks.indicator.naam for kaart in page.kaarten for reeks in kaart.reeksen},
        tuple(verhalen),
        inbreng.signalen(database, now, wijk) if leads else (),
        tuple((LeerpuntBron(soort, id_), naam) for id_, (soort, naam) in zaken.items()),
    )


def _show_steps(ronde: Gespreksronde, *, leads: bool) -> None:
    """The step of now; one that was left stays in the browser with what was typed in it."""
    sessie = _sessie(ronde)
    step = _step(sessie)
    if step in ("leerden", "voorbereiden") and not (sessie and sessie.bezig):
        sessie = None
        st.session_state.pop(_BEZIG, None)
    begun = werkscherm.begun_parts(_BEGONNEN, ronde.wijk, step)
    for name in texts.STAPPEN:
        with werkscherm.put_by(f"wijkgesprek-{name}", shown=name == step):
            if name in begun:
                _show_step(ronde, name, sessie, leads=leads)
    if leads and begun & {"leerden", "opschrijven"}:
        held = sessie is not None and sessie.besproken
        with werkscherm.put_by("wijkgesprek-verder", shown=step == "leerden" or (step == "opschrijven" and held)):
            _go_on(ronde)


def _step(sessie: Sessie | None) -> str:
    """Where people are: as the address says, else as far as their gesprek has come."""
    prepared = sessie is not None and sessie.stand is SessieStand.VOORBEREID
    begin = "leerden" if sessie is None else "voorbereiden" if prepared else "opschrijven"
    # What was said after a form that is gone stands above the steps: a telephone must go there.
    werkscherm.top()
    return werkscherm.ask_step(texts.STAP, texts.STAPPEN, _STAP, begin=begin)


def _sessie(ronde: Gespreksronde) -> Sessie | None:
    """The gesprek that people work on; the one they worked on too when it was closed in another window meanwhile.

    Then its forms are drawn still, so that what was typed is refused in words and not lost.
    """
    now = ronde.bord.beeld.bezig
    wijk, was = st.session_state.get(_BEZIG, (ronde.wijk, ""))
    if now is not None:
        st.session_state[_BEZIG] = ronde.wijk, now.id
        return now
    here = wijk == ronde.wijk and st.session_state.get(formulier.ZELF_GESLOTEN) != was
    return ronde.bord.beeld.sessie(was) if here else None


def _show_step(ronde: Gespreksronde, step: str, sessie: Sessie | None, *, leads: bool) -> None:
    if step == "leerden":
        _show_learned(ronde.bord)
    elif step == "voorbereiden":
        _prepare(ronde, leads=leads)
    elif sessie is None:
        st.html(tag("p", texts.ER_IS_GEEN, class_="tv leren"))
    elif step == "opschrijven":
        _write_down(ronde, sessie, leads=leads)
    else:
        _close(ronde, sessie, leads=leads)


def _show_learned(bord: Bord) -> None:
    """What the address asks for first, and then all of it."""
    one = frame.parameter("punt")
    st.html(join(wijkgesprekblok.asked(bord, one) if one else None, wijkgesprekblok.learned(bord)))


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
        spiegelscherm.offer(*ronde.who, "voorbereiden")
        return
    st.html(wijkgesprekblok.table(ronde.bord, now))
    spiegelscherm.offer(*ronde.who, "voorbereiden")
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


def _write_down(ronde: Gespreksronde, sessie: Sessie, *, leads: bool) -> None:
    if not sessie.bezig:
        st.html(tag("div", tag("p", texts.ELDERS_GESLOTEN), class_="tv melding", role="alert"))
    st.html(wijkgesprekblok.table(ronde.bord, sessie))
    if sessie.bezig:
        spiegelscherm.offer(*ronde.who, "opschrijven")
    if leads:
        formulier.ask_verslag(ronde, sessie)
    if not sessie.besproken:
        st.html(tag("p", texts.EERST_WIE, class_="tv leren"))
        return
    st.html(wijkgesprekblok.written(ronde.bord, sessie))
    if leads:
        formulier.ask_leerpunt(ronde, sessie)
        formulier.ask_afspraak(ronde, sessie)


def _close(ronde: Gespreksronde, sessie: Sessie, *, leads: bool) -> None:
    if not sessie.bezig:
        st.html(tag("div", tag("p", texts.ELDERS_GESLOTEN), class_="tv melding", role="alert"))
        return
    st.html(wijkgesprekblok.written(ronde.bord, sessie))
    if not sessie.besproken:
        st.html(tag("p", texts.EERST_WIE, class_="tv leren"))
    elif leads:
        formulier.ask_close(ronde, sessie)
