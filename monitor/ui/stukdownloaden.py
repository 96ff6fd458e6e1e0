"""The last step of a stuk: make it as a file, with what is in the store now, and take it along.

It is made when somebody asks for it, with what is being done on the screen, and never on another click.
"""

from collections.abc import Callable, Iterable
from functools import partial
from uuid import uuid4

import streamlit as st

from monitor.domain.document import DocumentSoort
from monitor.domain.momentopname import Momentopname
from monitor.errors import MonitorError
from monitor.export.document import MIME, make_document
from monitor.services.momentopname import momentopnamen
from monitor.services.stukbestand import Maker, Stukbestand, maak_stuk, mag_mee
from monitor.ui import stuknakijken, werkscherm
from monitor.ui.html import Html, tag
from monitor.ui.stukwerk import Stukwerk, draw
from monitor.ui.texts import raadsstuk as texts
from monitor.ui.texts import stuknakijken as nakijken

_MADE = "raadsstuk-gemaakt"


def show(werk: Stukwerk) -> None:
    """Choose a kind of file, make it, take it along; and what changed since the last time."""
    two = tag("p", texts.MAG_NIET_MAKEN, class_="melding") if werk.stuk.botsingen else None
    st.html(tag("div", tag("p", texts.DOWNLOADEN_UITLEG, class_="lezen"), two, class_="tv raadsstuk"))
    soort = st.selectbox(
        texts.WELKE_SOORT,
        list(texts.SOORTEN),
        format_func=lambda it: texts.SOORTEN[it],
        placeholder=texts.KIES,
        key=f"raadsstuk-soort-{werk.stuk.id}",
    )
    if st.button(texts.MAAK.format(soort=texts.SOORTEN[soort]), type="primary", key=f"raadsstuk-maak-{werk.stuk.id}"):
        _make(werk, soort)
    _offer(werk)
    _ask_since(werk)


def _ask_since(werk: Stukwerk) -> None:
    """What changed since the version that somebody has at hand; the last one unless she says another."""
    kept = {it.nummer: it for it in momentopnamen(*werk.who)}
    nummer = None
    if len(kept) > 1:
        st.html(tag("div", tag("h2", texts.MOMENTEN), _momenten(werk, kept.values()), class_="tv raadsstuk"))
        nummer = st.selectbox(
            texts.MOMENT_WELK,
            list(kept),
            format_func=lambda it: texts.MOMENT_KEUZE.format(nummer=it, kenmerk=kept[it].kenmerk),
            placeholder=texts.KIES,
            key=f"raadsstuk-moment-{werk.stuk.id}-{next(iter(kept))}",
        )
    st.html(stuknakijken.changed(werk, nummer))


def _momenten(werk: Stukwerk, kept: Iterable[Momentopname]) -> Html:
    items = []
    for it in kept:
        who = texts.VERSIE_UW if it.door == werk.gebruiker.id else texts.VERSIE_ANDER
        said = texts.MOMENT_REGEL.format(nummer=it.nummer, wie=who, moment=werkscherm.moment(it.op))
        if it.laatst > it.op:
            said = nakijken.MOMENT_WEER.format(regel=said, moment=werkscherm.moment(it.laatst))
        items.append(tag("li", said, tag("p", texts.MOMENT_KENMERK.format(kenmerk=it.kenmerk), class_="wie")))
    return tag("ul", *items, class_="regels")


def _make(werk: Stukwerk, soort: DocumentSoort) -> None:
    status = st.status(texts.MAKEN, expanded=True)

    def tell(what: str) -> None:
        status.update(label=what)
        st.html(tag("p", what, class_="tv zacht"))

    try:
        with status:
            made = _made(werk, soort, tell, werkscherm.token("raadsstuk-maak", werk.stuk.id))
    except MonitorError as error:
        status.update(label=texts.NIET_GEMAAKT, state="error")
        werkscherm.refused(error)
        return
    status.update(label=texts.GEMAAKT, state="complete", expanded=False)
    werkscherm.forget_token("raadsstuk-maak", werk.stuk.id)
    st.session_state[_MADE] = made


def _made(werk: Stukwerk, soort: DocumentSoort, tell: Callable[[str], None], token: str) -> Stukbestand:
    return maak_stuk(*werk.who, soort, Maker(draw, make_document, tell), token=token)


def _offer(werk: Stukwerk) -> None:
    made = st.session_state.get(_MADE)
    if not isinstance(made, Stukbestand) or made.stuk != werk.stuk.id:
        return
    if made.versie != werk.database.versie:
        st.html(tag("p", texts.NIET_MEER_ZO, class_="tv zacht"))
    st.download_button(
        texts.DOWNLOAD.format(naam=made.naam),
        partial(given, werk, made),
        file_name=made.naam,
        mime=MIME[made.soort],
        key="raadsstuk-download",
        on_click="ignore",
    )


def given(werk: Stukwerk, made: Stukbestand) -> bytes:
    """The file when somebody takes it along; made anew when a citaat or words in it were taken away meanwhile."""
    if mag_mee(werk.database, werk.gebruiker, made):
        return made.inhoud
    return _made(werk, made.soort, lambda _: None, str(uuid4())).inhoud
