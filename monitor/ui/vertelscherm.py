"""Telling a verhaal: eight questions in three steps, what is found in them, and keeping it once."""

import logging
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from uuid import uuid4

import streamlit as st

from monitor.domain.gebruiker import Aanmelding, Gebruiker, GebruikerRol
from monitor.domain.persoonsgegeven import Vondst
from monitor.domain.rechten import Handeling, mag_ergens
from monitor.domain.vertelcode import in_groups, parse_code
from monitor.errors import MonitorError, OngeldigeInvoer, Probleem
from monitor.export import papier as papieren
from monitor.nl import today_amsterdam
from monitor.services import persoonsgegevens
from monitor.services.instellingen import Instellingen, formulier_open, lees
from monitor.services.uitnodigingen import genodigde, hash_geheim
from monitor.services.verhalen import problemen_of
from monitor.services.vertelformulier import TEKSTEN, GelezenFormulier, read_formulier
from monitor.services.vertellen import vertel
from monitor.services.wijkkeuze import wijken
from monitor.store.database import Database
from monitor.ui import bewaarder, frame, ontvangstbewijs, queries, vertelvragen, wie
from monitor.ui import texts as general
from monitor.ui.errors import show_message
from monitor.ui.html import Html, join, paragraphs, tag
from monitor.ui.ontvangstbewijs import Bewijs
from monitor.ui.texts import vertellen as texts
from monitor.ui.vondsten import in_order, soort_word

_log = logging.getLogger(__name__)
_ANTWOORD, _BEWIJS, _GEZIEN = "vertel_antwoord", "vertel_bewijs", "vertel_bewijs_gezien"
_GENODIGD = "vertel_uitnodiging"
_SLEUTEL = "tellen-en-vertellen/verhaal"
_UREN = 24
_VELD = {"datum": "verteld_op", "toestemming_door": "ouder_akkoord", "koppelingen": ""}
"""Where a problem stands in this form, when the service calls it something else."""


def show(gebruiker: Gebruiker) -> None:
    """The form, or the receipt of what was told with it."""
    database = queries.stand()[0]
    bewijs = _receipt()
    missing = () if bewijs else formulier_open(database)
    if missing:
        st.html(_shut(missing))
        return
    instellingen = lees(database)
    if bewijs is not None:
        ontvangstbewijs.show(bewijs, instellingen)
        if st.button(texts.BEWIJS_NIEUW, key="vertel-nieuw"):
            _begin_again()
            st.rerun()
    else:
        st.html(_heading(database, gebruiker, instellingen))
        _invitation(gebruiker)
    bewaarder.mount(
        _data(database, gebruiker, bewijs), on_vraag=_on_vraag, on_uitnodiging=_on_uitnodiging, on_gezien=_on_gezien
    )
    if bewijs is None:
        _paper(gebruiker, instellingen)
        st.html(_who_keeps_it(instellingen))


# What stands around the form


def _heading(database: Database, gebruiker: Gebruiker, instellingen: Instellingen) -> Html:
    return tag(
        "div",
        tag("h1", texts.TITEL),
        tag("p", texts.INLEIDING, class_="sub"),
        tag("p", tag("b", texts.HULP), " ", instellingen.hulp_tekst, class_="hulp"),
        _read_first(gebruiker),
        _example(database),
        class_="tv vertelkop",
    )


def _read_first(gebruiker: Gebruiker) -> Html:
    if mag_ergens(gebruiker, Handeling.OPTEKENEN):
        return tag("p", tag("b", texts.LEES_VOOR_KOP), " ", texts.LEES_VOOR, class_="beloften")
    return tag("p", texts.LEES_ZELF, class_="beloften")


def _example(database: Database) -> Html | None:
    gemeenten = queries.gemeenten(queries.stand())
    made_up = any(queries.gemeentebeeld(queries.stand(), it.code).voorbeeld for it in gemeenten[:1])
    return frame.example_notice() if made_up else None


def _shut(missing: Sequence[str]) -> Html:
    return tag(
        "div",
        tag("h1", texts.TITEL),
        tag("h2", texts.DICHT_KOP),
        tag("p", texts.DICHT),
        tag("ul", *(tag("li", name) for name in missing)),
        class_="tv melding",
        role="status",
    )


def _who_keeps_it(instellingen: Instellingen) -> Html:
    lines = ((word, getattr(instellingen, veld)) for word, veld in texts.VERANTWOORDELIJK_REGELS)
    return tag(
        "details",
        tag("summary", texts.VERANTWOORDELIJK),
        *(join(tag("h3", word), paragraphs(text)) for word, text in lines),
        tag("p", tag("b", texts.BEWIJS_VRAGEN), " ", instellingen.vragen_tekst),
        class_="tv verantwoordelijk",
    )


def _invitation(gebruiker: Gebruiker) -> None:
    """What an optekenaar must know, and how this device forgets her invitation."""
    if st.session_state.get(_GENODIGD) == "vergeten":
        show_message(texts.UITNODIGING_GEWEIGERD)
    if gebruiker.aanmelding is not Aanmelding.UITGENODIGD:
        return
    names = [it.naam for it in wijken(queries.stand()[0], gebruiker.wijken(GebruikerRol.OPTEKENAAR))]
    st.html(tag("p", texts.GENODIGD.format(wijk=", ".join(names)), class_="tv genodigd"))
    if st.button(texts.VERGEET_UITNODIGING, key="vertel-vergeet"):
        wie.set_uitnodiging(None)
        st.session_state[_GENODIGD] = "weg"
        st.rerun()


def _paper(gebruiker: Gebruiker, instellingen: Instellingen) -> None:
    """The form on paper, for who writes down what another tells; every copy has a code of its own."""
    if not mag_ergens(gebruiker, Handeling.OPTEKENEN):
        return
    st.html(tag("p", texts.PAPIER, class_="tv papier"))
    st.download_button(
        texts.PAPIER_KNOP,
        partial(papieren.vertelformulier, ontvangstbewijs.papier(instellingen)),
        file_name=texts.PAPIER_BESTAND,
        mime="application/pdf",
        key="vertel-papier",
        on_click="ignore",
    )


def _receipt() -> Bewijs | None:
    """The receipt, until who saw it leaves the page: the next one at this device must not find the code."""
    bewijs: Bewijs | None = st.session_state.get(_BEWIJS)
    if bewijs is not None and st.session_state.get(_GEZIEN) == bewijs.token != bewaarder.said("gezien"):
        _begin_again()
        return None
    return bewijs


def _begin_again() -> None:
    for name in (_BEWIJS, _ANTWOORD, _GEZIEN):
        st.session_state.pop(name, None)


# The form, as the component wants it


def _data(database: Database, gebruiker: Gebruiker, bewijs: Bewijs | None) -> Mapping[str, Any]:
    genodigd = st.session_state.get(_GENODIGD)
    return {
        "sleutel": _SLEUTEL,
        "uren": _UREN,
        "stappen": [] if bewijs else vertelvragen.steps(database, gebruiker, frame.parameter("wijk")),
        "woorden": texts.WOORDEN,
        "antwoord": st.session_state.get(_ANTWOORD),
        "klaar": bewijs.token if bewijs else None,
        "uitnodiging": "vergeten" if genodigd in ("vergeten", "weg") else genodigd,
    }


# What the form asks of us


def _on_vraag() -> None:
    """Look through what was typed, or keep it; the answer goes back to the form in the same run."""
    vraag = readable(bewaarder.said("vraag"))
    if vraag is None:
        return
    database = queries.stand()[0]
    try:
        antwoord = answer(database, wie.gebruiker(), vraag)
    except MonitorError as error:
        antwoord = {"problemen": told([Probleem(str(error))])}
    except Exception as error:
        reference = uuid4().hex[:8]
        # Only its kind: what it says could hold words of the teller.
        _log.error("Unexpected error while telling, reference %s: %s", reference, type(error).__name__)
        antwoord = {"problemen": told([Probleem(general.ONVERWACHT.format(kenmerk=reference))])}
    st.session_state[_ANTWOORD] = {"nummer": vraag.get("nummer"), **antwoord}


def readable(vraag: Any) -> Mapping[str, Any] | None:
    """What the form asks; None for what no form of ours sends."""
    good = isinstance(vraag, Mapping) and isinstance(vraag.get("velden"), Mapping)
    return vraag if good else None


def answer(database: Database, gebruiker: Gebruiker, vraag: Mapping[str, Any]) -> dict[str, Any]:
    """Where somebody can be recognised and what is wrong, so far; or, when it is sent, the receipt in this session."""
    formulier = read_formulier(vraag["velden"], today_amsterdam(database.now()))
    if vraag.get("soort") != "verstuur":
        problemen: Sequence[Probleem] = _problemen_so_far(database, gebruiker, formulier)
        return {"problemen": told(problemen), "vondsten": _vondsten(database, formulier)}
    try:
        _keep(database, gebruiker, formulier, str(vraag.get("token", "")), str(vraag.get("code", "")))
    except OngeldigeInvoer as error:
        return {"problemen": told(error.problemen), "vondsten": _vondsten(database, formulier)}
    return {}


def _problemen_so_far(database: Database, gebruiker: Gebruiker, formulier: GelezenFormulier) -> list[Probleem]:
    """What is wrong with the steps that were filled in; the last one is on the screen and not ready yet."""
    asked = {
        veld["naam"]
        for stap in vertelvragen.steps(database, gebruiker, frame.parameter("wijk"))[:2]
        for veld in stap["velden"]
    } - {"thema"}
    wrong = [*formulier.problemen, *problemen_of(formulier.nieuw, today_amsterdam(database.now()))]
    if not formulier.nieuw.gebied:
        wrong.append(Probleem("Kies een wijk.", "gebied"))
    return [it for it in wrong if _VELD.get(it.veld or "", it.veld) in asked]


def _vondsten(database: Database, formulier: GelezenFormulier) -> dict[str, list[dict[str, Any]]]:
    known = persoonsgegevens.bekend_uit(database)
    teksten = {veld: getattr(formulier.nieuw, veld) or "" for veld in TEKSTEN}
    return {
        veld: [_mark(it) for it in in_order(persoonsgegevens.find(tekst, known)) if not _is_replacement(tekst, it)]
        for veld, tekst in teksten.items()
    }


def _is_replacement(tekst: str, vondst: Vondst) -> bool:
    """Whether this is what took the place of something before: "[mijn buurvrouw]"."""
    return tekst[: vondst.begin].endswith("[") and tekst[vondst.eind :].startswith("]")


def _mark(vondst: Vondst) -> dict[str, Any]:
    return {
        "begin": vondst.begin,
        "eind": vondst.eind,
        "soort": soort_word(vondst),
        "voorstel": vondst.voorstel,
        "direct": vondst.direct,
    }


def _keep(database: Database, gebruiker: Gebruiker, formulier: GelezenFormulier, token: str, code: str) -> None:
    code = code if formulier.papiercode is None else formulier.papiercode
    verteld = vertel(
        database,
        gebruiker,
        formulier.nieuw,
        token=token,
        code=code,
        adres=wie.adres(),
        problemen=formulier.problemen,
    )
    st.session_state[_BEWIJS] = Bewijs(
        code=in_groups(parse_code(code)),
        token=token,
        wijze=formulier.nieuw.wijze,
        afhankelijk=formulier.nieuw.afhankelijk,
        akkoord=formulier.nieuw.akkoord_op is not None,
        eerder=verteld.eerder,
        op=today_amsterdam(database.now()),
    )


def told(problemen: Sequence[Probleem]) -> list[dict[str, str]]:
    """The problems, each at the field of the form that it is about; none for the form as a whole."""
    return [{"veld": _VELD.get(it.veld or "", it.veld or ""), "melding": it.melding} for it in problemen]


def _on_gezien() -> None:
    st.session_state[_GEZIEN] = bewaarder.said("gezien")


def _on_uitnodiging() -> None:
    """Exchange the secret of a link for this session; the device keeps it, the address does not."""
    geheim = bewaarder.said("uitnodiging")
    if not isinstance(geheim, str):
        return
    try:
        genodigde(queries.stand()[0], geheim)
    except MonitorError:
        st.session_state[_GENODIGD] = "vergeten"
        return
    wie.set_uitnodiging(hash_geheim(geheim))
    st.session_state[_GENODIGD] = "ja"
