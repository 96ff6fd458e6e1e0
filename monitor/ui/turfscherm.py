"""Turven: counting on a phone, and closing what was counted as one meting of a period."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from monitor.domain.gebruiker import Gebruiker
from monitor.errors import MonitorError
from monitor.nl import format_getal, kwartaal_nummer, today_amsterdam
from monitor.services import tellen
from monitor.services.invoer_metingen import MetingInvoer
from monitor.services.tellen import NieuweTelling, Samen
from monitor.store.database import Database
from monitor.store.meting_store import TeTellen
from monitor.ui import doubt, turver, werkscherm
from monitor.ui.html import tag
from monitor.ui.texts import tellen as texts

_BEWAARD = "turven_bewaard"
"""The token of what was kept last: the device may forget it."""
_MEESTE = 1_000_000
_TOKEN = 32


@dataclass(frozen=True, slots=True)
class Turfstand:
    """What a device hands over."""

    token: str
    aantal: int


def show(database: Database, gebruiker: Gebruiker, it: TeTellen) -> None:
    """The counter, and below it the form when somebody is done."""
    sleutel = f"{it.gebied}:{it.indicator}"
    turver.mount({"sleutel": sleutel, "woorden": texts.TURF_WOORDEN, "bewaard": st.session_state.get(_BEWAARD)})
    stand = _readable(turver.geteld(), sleutel)
    if stand is not None and stand.token != st.session_state.get(_BEWAARD):
        _close(database, gebruiker, it, stand)
    werkscherm.said("turven")
    st.html(tag("div", tag("h2", texts.TURVEN), tag("p", texts.TURVEN_UITLEG, class_="lezen"), class_="tv"))


def _readable(given: Any, sleutel: str) -> Turfstand | None:
    """What the browser said, when it is a count of this: anybody can say anything there."""
    if not isinstance(given, Mapping) or given.get("sleutel") != sleutel:
        return None
    token, aantal = given.get("token"), given.get("aantal")
    if not isinstance(token, str) or len(token) != _TOKEN or not token.isalnum():
        return None
    if not isinstance(aantal, int | float) or aantal != int(aantal) or not 0 < aantal <= _MEESTE:
        return None
    return Turfstand(token, int(aantal))


def _close(database: Database, gebruiker: Gebruiker, it: TeTellen, stand: Turfstand) -> None:
    today = today_amsterdam(database.now())
    with st.form(f"turf-{stand.token}", enter_to_submit=False):
        st.html(tag("p", tag("b", texts.TURF_KLAAR.format(aantal=format_getal(stand.aantal))), class_="tv"))
        quarter = f"{today.year}-K{kwartaal_nummer(today)}"
        periode = st.text_input(texts.PERIODE, value=quarter, key=f"turf-periode-{stand.token}")
        samen = st.radio(
            texts.TURF_SAMEN,
            list(texts.TURF_SAMEN_HOE),
            index=None,
            format_func=texts.TURF_SAMEN_HOE.__getitem__,
            key=f"turf-samen-{stand.token}",
        )
        reden = st.text_input(texts.TURF_REDEN, key=f"turf-reden-{stand.token}")
        place = st.container()
        zeker = doubt.is_sure(place, stand.token)
        sent = st.form_submit_button(texts.TURF_BEWAAR, type="primary")
    if not sent:
        return
    telling = NieuweTelling(
        it.gebied,
        it.indicator,
        periode,
        waarde=str(stand.aantal),
        peildatum=tellen.peildatum_van(periode, today),
        reden=reden,
        samen=Samen(samen or Samen.VRAAG),
        zeker=zeker,
    )
    try:
        done = tellen.add_telling(database, gebruiker, telling, token=f"turf:{stand.token}")
    except MonitorError as error:
        werkscherm.refused(error)
        doubt.ask(place, stand.token, error)
        return
    st.session_state[_BEWAARD] = stand.token
    werkscherm.say(_kept(done), "turven")
    st.rerun()


def _kept(done: MetingInvoer) -> str:
    """What stands there now, and what stood there before it."""
    regels = done.regels(1)
    if not done.gewijzigd or not regels or regels[0].oude_waarde is None or regels[0].waarde is None:
        return texts.BEWAARD_NIEUW
    return texts.TURF_BEWAARD.format(oud=format_getal(regels[0].oude_waarde), nieuw=format_getal(regels[0].waarde))
