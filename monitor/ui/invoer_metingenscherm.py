"""Tellen from a file: questions where it leaves doubt, row by row what would happen, and undoing it.

What stands in a file is somebody's text: it comes into our own HTML, and never into a label.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.telling import Keuzes, Vraag
from monitor.errors import OngeldigeInvoer
from monitor.nl import format_datum, format_getal, format_periode, to_amsterdam
from monitor.services import invoer_metingen
from monitor.services.invoer_metingen import MetingInvoer, MetingRegel, in_words
from monitor.services.ophalen import brought
from monitor.store.database import Database
from monitor.store.meting_store import MetingInlezing, TeTellen
from monitor.ui import queries, werkscherm
from monitor.ui.html import Html, join, tag
from monitor.ui.tabel import stacked, with_code
from monitor.ui.texts import count
from monitor.ui.texts import tellen as texts

_BEKEKEN, _KEUZES = "metingen_bekeken", "metingen_keuzes"
_MOST_ROWS = 200
"""Of more rows than this only how many there are."""
_MEESTE_DECIMALEN = 4


def show_bestand(
    database: Database, gebruiker: Gebruiker, keuzes: Sequence[TeTellen], wijken: Mapping[str, str]
) -> None:
    """What a file would bring, and then bringing it; `wijken` are the names of the wijken in `keuzes`."""
    st.html(
        tag(
            "div",
            tag("h2", texts.BESTAND),
            tag("p", texts.BESTAND_UITLEG, class_="lezen"),
            _codes(keuzes, wijken),
            class_="tv",
        )
    )
    bestand = st.file_uploader(texts.KIES_BESTAND)
    if st.button(texts.BEKIJK):
        if bestand is None:
            raise OngeldigeInvoer(texts.GEEN_BESTAND)
        st.session_state[_KEUZES] = {}
        _look(database, gebruiker, bestand)
    seen, invoer = st.session_state.get(_BEKEKEN, (None, None))
    if bestand is None or invoer is None or seen != bestand.file_id:
        return
    if invoer.vragen:
        _ask(database, gebruiker, bestand, invoer.vragen)
        return
    st.html(_report(invoer, {it.indicator: it for it in keuzes}, wijken))
    _confirm(database, gebruiker, bestand, invoer)


def _codes(keuzes: Sequence[TeTellen], wijken: Mapping[str, str]) -> Html | None:
    if not keuzes:
        return None
    rows = [
        (it.indicator, it.naam, it.eenheid, it.gebied, wijken.get(it.gebied, it.gebied)) for it in keuzes[:_MOST_ROWS]
    ]
    return tag(
        "details",
        tag("summary", texts.CODES_HIER),
        stacked(texts.CODES_HIER, texts.CODES_KOLOMMEN, rows),
        _more(texts.CODES_MEER, len(keuzes) - len(rows)),
    )


def _look(database: Database, gebruiker: Gebruiker, bestand: UploadedFile) -> None:
    st.session_state.pop(_BEKEKEN, None)
    with brought(bestand.name, bestand.getvalue()) as path:
        invoer = invoer_metingen.preview(database, gebruiker, path, _chosen())
    st.session_state[_BEKEKEN] = bestand.file_id, invoer


def _chosen() -> Keuzes:
    answers: Mapping[str, Any] = st.session_state.get(_KEUZES, {})
    return Keuzes(**answers)


# Questions


def _ask(database: Database, gebruiker: Gebruiker, bestand: UploadedFile, vragen: Sequence[Vraag]) -> None:
    with st.form(f"vragen-{bestand.file_id}", enter_to_submit=False):
        st.html(tag("div", tag("h2", count(texts.VRAGEN, len(vragen))), class_="tv"))
        answers = {vraag.sleutel: _answer(vraag, bestand.file_id) for vraag in vragen}
        sent = st.form_submit_button(texts.ANTWOORD, type="primary")
    if not sent:
        return
    if None in answers.values():
        raise OngeldigeInvoer(texts.KIES)
    st.session_state[_KEUZES] = {**st.session_state.get(_KEUZES, {}), **answers}
    _look(database, gebruiker, bestand)
    st.rerun()


def _answer(vraag: Vraag, file_id: str) -> str | None:
    st.html(tag("p", vraag.zin, class_="tv lezen"))
    names = texts.ANTWOORDEN.get(vraag.sleutel, {})
    if not names:
        names = {naam: texts.BLAD.format(nummer=nummer) for nummer, naam in enumerate(vraag.keuzes, start=1)}
        said = [
            tag("li", texts.BLAD_NAAM.format(nummer=number, naam=naam)) for number, naam in enumerate(names, start=1)
        ]
        st.html(tag("ul", *said, class_="tv lezen"))
    return st.radio(
        texts.VRAAG[vraag.sleutel],
        list(vraag.keuzes),
        index=None,
        format_func=lambda it: names[it],
        key=f"vraag-{vraag.sleutel}-{file_id}",
    )


# What would happen


def _report(invoer: MetingInvoer, cijfers: Mapping[str, TeTellen], wijken: Mapping[str, str]) -> Html:
    regels = invoer.regels(_MOST_ROWS)
    total = invoer.nieuw + invoer.gewijzigd + invoer.gelijk
    refused = [(it.rij or "", it.veld or "", it.melding) for it in invoer.geweigerd[:_MOST_ROWS]]
    return tag(
        "div",
        tag("p", tag("b", texts.ZOU)),
        tag("ul", *(tag("li", line) for line in in_words(invoer))),
        tag("p", texts.AL_GEGEVEN, class_="zacht") if invoer.gelijk else None,
        _listed(texts.GEWEIGERD, texts.GEWEIGERD_KOLOMMEN, refused),
        _more(texts.GEWEIGERD_MEER, len(invoer.geweigerd) - len(refused)),
        tag("p", texts.VERBETER) if refused else None,
        _listed(texts.REGELS, texts.REGELS_KOLOMMEN, [_told(regel, cijfers, wijken) for regel in regels]),
        _more(texts.REGELS_MEER, total - len(regels)),
        class_="tv bekeken",
        role="status",
    )


def _listed(kop: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> Html | None:
    return join(tag("h3", kop), stacked(kop, columns, rows)) if rows else None


def _more(words: tuple[str, str], number: int) -> Html | None:
    return tag("p", count(words, number)) if number > 0 else None


def _told(regel: MetingRegel, cijfers: Mapping[str, TeTellen], wijken: Mapping[str, str]) -> tuple[object, ...]:
    cijfer = cijfers.get(regel.indicator)
    eenheid = cijfer.eenheid if cijfer else ""
    was = _value(regel.oude_waarde, regel.oude_reden, eenheid)
    now = _value(regel.waarde, regel.ontbreekt_reden, eenheid)
    soort = "erbij" if regel.soort == "gewijzigd" and was == now else regel.soort
    return (
        regel.rij,
        texts.SOORT[soort].format(oud=was, nieuw=now),
        format_periode(regel.periode),
        with_code(cijfer.naam if cijfer else regel.indicator, regel.indicator),
        with_code(wijken.get(regel.gebied, regel.gebied), regel.gebied),
    )


def _value(waarde: float | None, reden: str | None, eenheid: str) -> str:
    if waarde is None:
        return texts.ANTWOORDEN["leeg"].get(reden or "onbekend", "")
    decimals = next(
        (number for number in range(_MEESTE_DECIMALEN) if round(waarde, number) == waarde), _MEESTE_DECIMALEN
    )
    return f"{format_getal(waarde, decimals)}{'%' if eenheid == '%' else ''}"


def _confirm(database: Database, gebruiker: Gebruiker, bestand: UploadedFile, invoer: MetingInvoer) -> None:
    if not invoer.nieuw and not invoer.gewijzigd:
        return
    refused = invoer.rijen_geweigerd
    without = bool(refused) and st.checkbox(count(texts.ZONDER, refused), key=f"zonder-{bestand.file_id}")
    if refused and not without:
        st.html(tag("p", texts.EERST_KIEZEN, class_="tv"))
        return
    reden = (
        st.text_area(count(texts.REDEN_BESTAND, invoer.gewijzigd), key=f"reden-{bestand.file_id}")
        if invoer.gewijzigd
        else ""
    )
    if not st.button(texts.LEES_IN, type="primary"):
        return
    if invoer.gewijzigd and not reden.strip():
        raise OngeldigeInvoer(texts.REDEN_NODIG)
    with brought(bestand.name, bestand.getvalue()) as path:
        invoer_metingen.import_metingen(
            database,
            gebruiker,
            path,
            _chosen(),
            goede_rijen=without,
            reden=reden.strip() or None,
            token=f"metingen:{werkscherm.token('metingen', bestand.file_id)}",
        )
    st.session_state.pop(_BEKEKEN, None)
    werkscherm.say(texts.INGELEZEN)
    st.rerun()


# Undoing


def _moment(op: datetime) -> str:
    here = to_amsterdam(op)
    return texts.ONGEDAAN_OP.format(dag=format_datum(here.date()), tijd=f"{here:%H.%M}")


def _figures(inlezing: MetingInlezing) -> str:
    numbers = {"nieuw": inlezing.nieuw, "gewijzigd": inlezing.gewijzigd}
    return ", ".join(
        texts.ONGEDAAN_CIJFERS[naam].format(aantal=format_getal(number)) for naam, number in numbers.items() if number
    )


def _what(inlezing: MetingInlezing, names: Mapping[str, str]) -> str:
    """The file or form, and which figure it brought where that was only one."""
    what = inlezing.bestand
    if len(inlezing.indicatoren) == 1 and inlezing.periode is not None:
        code = inlezing.indicatoren[0]
        what = texts.ONGEDAAN_EEN.format(
            bestand=what, cijfer=names.get(code, code), periode=format_periode(inlezing.periode)
        )
    return f"{what} {texts.ONGEDAAN_LATER}" if inlezing.later else what


def show_ongedaan(stand: queries.Stand, gebruiker: Gebruiker, keuzes: Sequence[TeTellen]) -> None:
    """The acts of reading that this person may undo, and undoing one."""
    found = _inlezingen(stand, gebruiker)
    names = {it.indicator: it.naam for it in keuzes}
    if not found:
        st.html(tag("div", tag("h2", texts.ONGEDAAN), tag("p", texts.ONGEDAAN_LEEG), class_="tv"))
        return
    rows = [
        (
            number,
            _moment(it.op),
            _what(it, names),
            _figures(it),
            it.reden or "",
        )
        for number, it in enumerate(found, start=1)
    ]
    st.html(
        tag(
            "div",
            tag("h2", texts.ONGEDAAN),
            tag("p", texts.ONGEDAAN_UITLEG, class_="lezen"),
            stacked(texts.ONGEDAAN, texts.ONGEDAAN_KOLOMMEN, rows),
            class_="tv",
        )
    )
    # A number means something in this list only: when the list is another one, what was chosen no longer counts.
    this = "-".join(it.id for it in found)
    with st.form("ongedaan", enter_to_submit=False):
        number = st.selectbox(
            texts.ONGEDAAN_KIES,
            list(range(1, len(found) + 1)),
            index=None,
            placeholder=texts.ONGEDAAN_KIES,
            key=f"ongedaan-{this}",
        )
        sure = st.checkbox(texts.ONGEDAAN_ZEKER, key=f"zeker-{this}")
        sent = st.form_submit_button(texts.ONGEDAAN_KNOP)
    if not sent:
        return
    if number is None or not sure:
        raise OngeldigeInvoer(texts.ONGEDAAN_NIET)
    done = invoer_metingen.undo(stand[0], gebruiker, found[number - 1].id)
    werkscherm.say(count(texts.ONGEDAAN_KLAAR, done))
    st.rerun()


@queries.kept(64)
def _inlezingen(stand: queries.Stand, gebruiker: Gebruiker) -> tuple[MetingInlezing, ...]:
    return invoer_metingen.inlezingen(stand[0], gebruiker)
