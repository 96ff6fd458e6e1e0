"""Beheer: its parts, each with what it shows and what can be done there. No part shows what anybody told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from monitor.domain.gebruiker import Gebruiker, GebruikerRol
from monitor.domain.rechten import Handeling, mag
from monitor.errors import OngeldigeInvoer, Probleem
from monitor.nl import dag_of_niets, format_datum, format_getal, to_amsterdam, today_amsterdam
from monitor.services import (
    instellingen,
    logboek,
    onderhoud,
    organisaties,
    reservekopie,
    rollen,
    uitnodigingen,
    woorden,
)
from monitor.services.ophalen import BronSoort, haal_op
from monitor.store.database import MEMORY, Database
from monitor.store.rol_store import RolRegel
from monitor.ui import frame, huisstijlscherm, invoer_verhalenscherm, queries, wie
from monitor.ui.errors import show_errors
from monitor.ui.html import Html, join, tag
from monitor.ui.texts import beheer as texts
from monitor.ui.texts import count
from monitor.ui.verantwoordingscherm import table

_GEDAAN = "beheer_gedaan"
_DEEL = "beheer_deel"
_BEKEKEN = "cijfers_bekeken"
_MOST_GEMEENTEN = 3
"""Of more gemeenten than this the wijken are not listed to choose from."""


def show(database: Database, gebruiker: Gebruiker) -> None:
    """The page: where to go, and the part that the address asks for."""
    st.html(tag("div", tag("h1", texts.TITEL), tag("p", texts.INLEIDING, class_="sub"), class_="tv"))
    if not mag(gebruiker, Handeling.INSTELLEN):
        wie.turn_away(gebruiker, texts.MAG_NIET)
        return
    deel = _deel()
    st.radio(
        texts.ONDERDEEL,
        list(texts.DELEN),
        index=list(texts.DELEN).index(deel),
        format_func=texts.DELEN.__getitem__,
        horizontal=True,
        key=_DEEL,
        on_change=_go,
    )
    st.html(join(tag("div", tag("h2", texts.DELEN[deel]), class_="tv"), _done()))
    with show_errors():
        _PARTS[deel](database, gebruiker)


def _deel() -> str:
    asked = frame.parameter("deel") or ""
    return asked if asked in texts.DELEN else next(iter(texts.DELEN))


def _go() -> None:
    st.query_params.clear()
    st.query_params["deel"] = st.session_state[_DEEL]


def _done() -> Html | None:
    """What the run before this one did, said once."""
    said = st.session_state.pop(_GEDAAN, None)
    return None if said is None else tag("p", said, class_="tv gedaan", role="status")


def _did(said: str) -> None:
    """Show the page anew, with what was done."""
    st.session_state[_GEDAAN] = said
    st.rerun()


# People and roles


def _mensen(database: Database, gebruiker: Gebruiker) -> None:
    today = today_amsterdam(database.now())
    regels = rollen.lijst(database, gebruiker)
    now = [regel for regel in regels if regel.geldt(today)]
    namen = _wijken(database)
    ended = len(regels) - len(now)
    known = table(texts.MENSEN_TABEL, texts.MENSEN_KOLOMMEN, _rol_rijen(now, namen or {}))
    before = tag("p", count(texts.VROEGER, ended), class_="zacht klein") if ended else None
    said = known if now else tag("p", texts.MENSEN_LEEG)
    st.html(tag("div", tag("p", texts.MENSEN_UITLEG, class_="lezen"), said, before, class_="tv"))
    if now:
        _beeindig(database, gebruiker, now, namen or {})
    _geef(database, gebruiker, namen)


def _rol_rijen(regels: Sequence[RolRegel], namen: Mapping[str, str]) -> list[tuple[object, ...]]:
    return [
        (
            nummer,
            regel.naam,
            regel.persoon,
            _rol(regel),
            _wijk(regel.wijk, namen),
            regel.organisatie or "",
            format_datum(regel.tot) if regel.tot else texts.GEEN_EIND,
        )
        for nummer, regel in enumerate(regels, start=1)
    ]


def _rol(regel: RolRegel) -> str:
    rol = woorden.GEBRUIKER_ROL[regel.rol]
    return texts.ALS_VERVANGER.format(rol=rol) if regel.als_vervanger else rol


def _wijk(code: str | None, namen: Mapping[str, str]) -> str:
    return texts.ALLE_WIJKEN if code is None else namen.get(code, code)


def _beeindig(database: Database, gebruiker: Gebruiker, regels: Sequence[RolRegel], namen: Mapping[str, str]) -> None:
    with st.form("beeindig", enter_to_submit=False), show_errors():
        st.html(tag("div", tag("h3", texts.BEEINDIG), class_="tv"))
        # A name could be Markdown: the box says the number and the role, the table says who.
        words = {
            regel.id: f"{nummer}: {_rol(regel)}, {_wijk(regel.wijk, namen)}" for nummer, regel in enumerate(regels, 1)
        }
        chosen = st.selectbox(
            texts.BEEINDIG_NUMMER,
            list(words),
            format_func=words.__getitem__,
            index=None,
            placeholder=texts.BEEINDIG_NUMMER,
        )
        if st.form_submit_button(texts.BEEINDIG_KNOP) and chosen:
            rollen.end(database, gebruiker, chosen)
            _did(texts.BEEINDIGD)


def _geef(database: Database, gebruiker: Gebruiker, namen: Mapping[str, str] | None) -> None:
    with st.form("geef", enter_to_submit=False), show_errors():
        st.html(tag("div", tag("h3", texts.GEEF_ROL), class_="tv"))
        persoon = st.text_input(texts.PERSOON)
        naam = st.text_input(texts.NAAM)
        rol = st.selectbox(
            texts.ROL, rollen.TE_GEVEN, format_func=woorden.GEBRUIKER_ROL.__getitem__, placeholder=texts.ROL
        )
        wijk = _ask_wijk(namen)
        organisatie = st.text_input(texts.ORGANISATIE)
        vervanger = st.checkbox(texts.VERVANGER)
        tot = st.text_input(texts.TOT)
        if st.form_submit_button(texts.GEEF):
            einde = _tot(tot, wijk)
            nieuw = rollen.NieuweRol(
                persoon, naam, GebruikerRol(rol), wijk or None, organisatie or None, vervanger, einde
            )
            rollen.give(database, gebruiker, nieuw)
            _did(texts.GEGEVEN)


def _ask_wijk(namen: Mapping[str, str] | None) -> str | None:
    """The code of a wijk, empty for all; None when nothing was chosen."""
    if namen is None:
        code = st.text_input(texts.WIJK_CODE).strip()
        return "" if code.casefold() == texts.ALLE_WIJKEN else code or None
    words = {"": texts.ALLE_WIJKEN, **namen}
    return st.selectbox(texts.WIJK, list(words), index=None, format_func=words.__getitem__, placeholder=texts.KIES_WIJK)


def _wijken(database: Database) -> dict[str, str] | None:
    """The wijken to choose from; None when there are too many gemeenten for a list."""
    stand = queries.stand()
    gemeenten = [it.code for it in queries.gemeenten(stand)]
    own = instellingen.lees(database).gemeente
    chosen = [own] if own in gemeenten else gemeenten
    if len(chosen) > _MOST_GEMEENTEN:
        return None
    return {it.wijk.code: it.wijk.naam for code in chosen for it in queries.gemeentebeeld(stand, code).regels}


def _tot(text: str, wijk: str | None) -> date | None:
    """The last day of a role. Raises OngeldigeInvoer with that and with a wijk that was not chosen."""
    # A right in all wijken is never given by forgetting to choose.
    problemen = [Probleem(texts.KIES_WIJK, texts.WIJK)] if wijk is None else []
    try:
        dag = _dag(text)
    except OngeldigeInvoer as error:
        raise OngeldigeInvoer([*problemen, *error.problemen]) from None
    if problemen:
        raise OngeldigeInvoer(problemen)
    return dag


def _dag(text: str) -> date | None:
    if not text.strip():
        return None
    dag = dag_of_niets(text)
    if dag is None:
        raise OngeldigeInvoer([Probleem(texts.TOT_FOUT, "Tot en met")])
    return dag


# Settings


def _instellingen(database: Database, gebruiker: Gebruiker) -> None:
    values = asdict(instellingen.lees(database))
    missing = instellingen.formulier_open(database)
    said = (
        join(tag("p", texts.ONTBREEKT), tag("ul", *(tag("li", naam) for naam in missing)))
        if missing
        else tag("p", texts.OPEN)
    )
    st.html(tag("div", said, class_="tv"))
    with st.form("instellingen", enter_to_submit=False), show_errors():
        typed = {veld: _ask_instelling(veld, str(waarde)) for veld, waarde in values.items()}
        if st.form_submit_button(texts.BEWAAR):
            instellingen.bewaar(database, gebruiker, instellingen.from_text(typed))
            _did(texts.BEWAARD)


def _ask_instelling(veld: str, waarde: str) -> str:
    label, key = f"{instellingen.NAMEN[veld]}. {_hulp(veld)}", f"instelling-{veld}"
    if veld in instellingen.GRENZEN or veld == "gemeente":
        return st.text_input(label, waarde, key=key)
    return st.text_area(label, waarde, key=key, height=100)


def _hulp(veld: str) -> str:
    if veld not in instellingen.GRENZEN:
        return texts.HULP[veld]
    least, most = instellingen.GRENZEN[veld]
    return texts.GRENS.format(least=least, most=most)


# Organisations


def _organisaties(database: Database, gebruiker: Gebruiker) -> None:
    namen = organisaties.lijst(database, gebruiker)
    rows = list(enumerate(namen, start=1))
    st.html(
        tag(
            "div",
            tag("p", texts.ORGANISATIES_UITLEG, class_="lezen"),
            table(texts.ORGANISATIES_TABEL, texts.ORGANISATIES_KOLOMMEN, rows)
            if rows
            else tag("p", texts.ORGANISATIES_LEEG),
            class_="tv",
        )
    )
    with st.form("organisatie", enter_to_submit=False, clear_on_submit=True), show_errors():
        naam = st.text_input(texts.ORGANISATIE_NAAM)
        if st.form_submit_button(texts.ORGANISATIE_ERBIJ):
            organisaties.add_organisatie(database, gebruiker, naam)
            _did(texts.ORGANISATIE_KLAAR)
    if not rows:
        return
    with st.form("organisatie-weg", enter_to_submit=False), show_errors():
        nummer = st.selectbox(
            texts.BEEINDIG_NUMMER, [nummer for nummer, _ in rows], index=None, placeholder=texts.BEEINDIG_NUMMER
        )
        if st.form_submit_button(texts.ORGANISATIE_WEG) and nummer:
            organisaties.remove_organisatie(database, gebruiker, dict(rows)[nummer])
            _did(texts.ORGANISATIE_WEGGEHAALD)


# Figures


def _cijfers(database: Database, gebruiker: Gebruiker) -> None:
    st.html(tag("p", texts.CIJFERS_UITLEG, class_="tv lezen"))
    soort = st.selectbox(
        texts.CIJFERS_SOORT,
        list(BronSoort),
        format_func=texts.CIJFERS_SOORTEN.__getitem__,
        placeholder=texts.CIJFERS_SOORT,
    )
    bestand = st.file_uploader(texts.CIJFERS_BESTAND)
    gemeente = st.text_input(texts.CIJFERS_GEMEENTE, instellingen.lees(database).gemeente)
    jaar = st.text_input(texts.CIJFERS_JAAR)
    chosen = (soort, bestand.file_id if bestand else "", gemeente, jaar)
    if st.button(texts.CIJFERS_BEKIJK):
        st.session_state.pop(_BEKEKEN, None)
        st.session_state[_BEKEKEN] = chosen, _haal_op(database, gebruiker, soort, bestand, gemeente, jaar, dry_run=True)
    seen, regels = st.session_state.get(_BEKEKEN, (None, ()))
    if seen != chosen:
        return
    does = st.button(texts.CIJFERS_DOE)
    if does:
        del st.session_state[_BEKEKEN]
        regels = _haal_op(database, gebruiker, soort, bestand, gemeente, jaar, dry_run=False)
    said = texts.CIJFERS_DEED if does else texts.CIJFERS_ZOU
    st.html(tag("div", tag("p", said), tag("ul", *(tag("li", regel) for regel in regels)), class_="tv", role="status"))


def _haal_op(
    database: Database,
    gebruiker: Gebruiker,
    soort: BronSoort | None,
    bestand: UploadedFile | None,
    gemeente: str,
    jaar: str,
    *,
    dry_run: bool,
) -> tuple[str, ...]:
    """What reading the file changes, or with a dry run would change, a sentence each."""
    if bestand is None:
        raise OngeldigeInvoer(texts.CIJFERS_GEEN)
    return haal_op(
        database,
        gebruiker,
        soort or BronSoort.KWB,
        bestand.name,
        bestand.getvalue(),
        gemeente=gemeente,
        jaar=jaar,
        dry_run=dry_run,
    ).regels


# Reviewing


def _nalezen(database: Database, gebruiker: Gebruiker) -> None:
    telling = logboek.tel_beoordelingen(database, gebruiker)
    rows = [
        (woorden.BESLUIT[besluit], format_getal(aantal), woorden.WEIGERREDEN[reden] if reden else "")
        for besluit, reden, aantal in telling.besluiten
    ]
    st.html(
        tag(
            "div",
            tag("p", count(texts.NALEZEN_WACHT, telling.wachten)),
            table(texts.NALEZEN_TABEL, texts.NALEZEN_KOLOMMEN, rows) if rows else tag("p", texts.NALEZEN_LEEG),
            class_="tv",
        )
    )


# Invitations


def _uitnodigingen(database: Database, gebruiker: Gebruiker) -> None:
    today = today_amsterdam(database.now())
    namen = _wijken(database) or {}
    rows = [
        (
            it.naam,
            _wijk(it.wijk, namen),
            _moment(it.gemaakt_op),
            format_datum(it.geldig_tot),
            texts.UITNODIGING_INGETROKKEN
            if it.ingetrokken_op
            else texts.UITNODIGING_GELDT
            if it.geldt(today)
            else texts.UITNODIGING_VOORBIJ,
        )
        for it in uitnodigingen.lijst(database, gebruiker)
    ]
    st.html(
        tag(
            "div",
            table(texts.UITNODIGINGEN_TABEL, texts.UITNODIGINGEN_KOLOMMEN, rows)
            if rows
            else tag("p", texts.UITNODIGINGEN_LEEG),
            tag("p", tag("a", texts.UITNODIGINGEN_MAKEN, href="uitnodigen")),
            class_="tv",
        )
    )


# Logboek


def _logboek(database: Database, gebruiker: Gebruiker) -> None:
    asked = frame.parameter("bladzijde") or ""
    bladzijde = int(asked[:9]) if asked.isascii() and asked.isdigit() else 1
    vraag = logboek.LogboekVraag(frame.parameter("wie") or "", frame.parameter("soort") or "", bladzijde)
    blad = logboek.lees_logboek(database, gebruiker, vraag)
    st.html(tag("p", texts.LOGBOEK_UITLEG, class_="tv"))
    _ask_filter(texts.LOGBOEK_WIE, texts.LOGBOEK_IEDEREEN, "wie", blad.mensen, vraag.wie)
    _ask_filter(texts.LOGBOEK_SOORT, texts.LOGBOEK_ALLES, "soort", blad.soorten, vraag.soort)
    caption = texts.LOGBOEK_TABEL.format(
        bladzijde=blad.bladzijde, bladzijden=blad.bladzijden, aantal=count(texts.LOGBOEK_REGELS, blad.aantal)
    )
    rows = [(_moment(it.op), it.wie, it.wat, it.soort, it.doel, it.velden) for it in blad.regels]
    st.html(
        tag(
            "div",
            table(caption, texts.LOGBOEK_KOLOMMEN, rows) if rows else tag("p", texts.LOGBOEK_LEEG),
            class_="tv logboek",
        )
    )
    for label, nummer in ((texts.LOGBOEK_NIEUWER, blad.bladzijde - 1), (texts.LOGBOEK_OUDER, blad.bladzijde + 1)):
        if 1 <= nummer <= blad.bladzijden and st.button(label):
            st.query_params["bladzijde"] = str(nummer)
            st.rerun()


def _ask_filter(label: str, everything: str, name: str, known: Sequence[str], now: str) -> None:
    words = ["", *known]
    key = f"logboek-{name}"

    def choose() -> None:
        st.query_params.pop("bladzijde", None)
        st.query_params[name] = st.session_state[key]

    st.selectbox(
        label,
        words,
        index=words.index(now) if now in words else 0,
        # Who did something may be a name that a provider made up: a code span shows it as it is.
        format_func=lambda word: f"`{word.replace('`', '')}`" if word else everything,
        placeholder=label,
        key=key,
        on_change=choose,
    )


def _moment(op: datetime) -> str:
    local = to_amsterdam(op)
    return f"{format_datum(local.date())}, {local:%H:%M}"


# Keeping


def _bewaren(database: Database, gebruiker: Gebruiker) -> None:
    st.html(tag("p", texts.BEWAREN_UITLEG, class_="tv lezen"))
    if st.button(texts.BEWAREN_MAAK):
        if database.path == MEMORY:
            raise OngeldigeInvoer(texts.BEWAREN_GEHEUGEN)
        store = Path(database.path)
        naam = f"{store.stem}-reservekopie-{to_amsterdam(database.now()):%Y-%m-%d-%H%M%S}{store.suffix}"
        made = reservekopie.backup(database, gebruiker, store.with_name(naam))
        _did(texts.BEWAREN_GEMAAKT.format(naam=made.path.name))
    st.html(tag("p", texts.OPRUIMEN_UITLEG, class_="tv lezen"))
    if st.button(texts.OPRUIMEN):
        onderhoud.maintain(database, gebruiker)
        _did(texts.OPGERUIMD)


_PARTS: Mapping[str, Callable[[Database, Gebruiker], None]] = {
    "mensen": _mensen,
    "instellingen": _instellingen,
    "organisaties": _organisaties,
    "cijfers": _cijfers,
    "verhalen": invoer_verhalenscherm.show,
    "nalezen": _nalezen,
    "uitnodigingen": _uitnodigingen,
    "huisstijl": huisstijlscherm.show,
    "logboek": _logboek,
    "bewaren": _bewaren,
}
