"""Inviting an optekenaar: the link with its QR code, once; and the list of invitations, to end one."""

from collections.abc import Sequence
from urllib.parse import urlsplit

import segno
import streamlit as st

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling, mag_ergens, wijken_voor
from monitor.nl import format_datum, today_amsterdam
from monitor.services.uitnodigingen import (
    GemaakteUitnodiging,
    NieuweUitnodiging,
    Uitnodiging,
    lijst,
    maak,
    new_geheim,
    trek_in,
)
from monitor.services.wijkkeuze import wijken
from monitor.store.database import Database
from monitor.ui import wie
from monitor.ui.errors import show_errors
from monitor.ui.html import Html, tag
from monitor.ui.texts import vertellen as texts
from monitor.ui.verantwoordingscherm import table

_GEMAAKT, _GEHEIM = "uitnodiging_gemaakt", "uitnodiging_geheim"
PAGINA = "verhaal-vertellen"


def heading() -> Html:
    """What an invitation is."""
    return tag(
        "div", tag("h1", texts.UITNODIGEN_TITEL), tag("p", texts.UITNODIGEN_INLEIDING, class_="sub lezen"), class_="tv"
    )


def show(database: Database, gebruiker: Gebruiker) -> None:
    """The form, the link that was just made, and the list."""
    if not mag_ergens(gebruiker, Handeling.UITNODIGEN):
        wie.turn_away(gebruiker, texts.UITNODIGEN_MAG_NIET)
        return
    names = {it.code: it.naam for it in wijken(database, wijken_voor(gebruiker, Handeling.UITNODIGEN))}
    _form(database, gebruiker, names)
    made: GemaakteUitnodiging | None = st.session_state.get(_GEMAAKT)
    if made is not None and made.uitnodiging.gemaakt_door == gebruiker.id:
        st.html(link(made, names.get(made.uitnodiging.wijk, ""), _base()))
    _list(database, gebruiker, names)


def link(made: GemaakteUitnodiging, wijk: str, base: str) -> Html:
    """The link and its QR code. The secret stands behind the #: no browser sends that to any server."""
    address = f"{base}/{PAGINA}#uitnodiging={made.geheim}"
    picture = segno.make(address, error="m").svg_data_uri(scale=6, border=4, light="#ffffff")
    return tag(
        "section",
        tag("h2", texts.UITNODIGEN_GEMAAKT),
        tag("p", tag("b", made.uitnodiging.naam)),
        tag("p", texts.UITNODIGEN_GELDT.format(datum=format_datum(made.uitnodiging.geldig_tot), wijk=wijk)),
        tag("p", address, class_="link"),
        tag("img", src=picture, alt=texts.UITNODIGEN_QR.format(wijk=wijk)),
        class_="tv uitnodiging",
    )


def _form(database: Database, gebruiker: Gebruiker, names: dict[str, str]) -> None:
    with st.form("uitnodigen", border=False, enter_to_submit=False):
        wijk = st.selectbox(
            texts.UITNODIGEN_WIJK,
            list(names),
            index=0 if len(names) == 1 else None,
            format_func=lambda code: names.get(code, code),
            placeholder=texts.GEBIED_KIES,
            key="uitnodigen-wijk",
        )
        naam = st.text_input(texts.UITNODIGEN_NAAM, key="uitnodigen-naam")
        st.html(tag("p", texts.UITNODIGEN_NAAM_UITLEG, class_="tv zacht klein"))
        submitted = st.form_submit_button(texts.UITNODIGEN_MAAK, type="primary")
    if not submitted:
        return
    made: GemaakteUitnodiging | None = st.session_state.get(_GEMAAKT)
    if made is not None and (made.uitnodiging.wijk, made.uitnodiging.naam) == (wijk, naam.strip()):
        return  # a second click: the link stands there already
    geheim: str = st.session_state.setdefault(_GEHEIM, new_geheim())
    with show_errors():
        st.session_state[_GEMAAKT] = maak(database, gebruiker, NieuweUitnodiging(wijk or "", naam), geheim)
        del st.session_state[_GEHEIM]


def _list(database: Database, gebruiker: Gebruiker, names: dict[str, str]) -> None:
    every = lijst(database, gebruiker)
    today = today_amsterdam(database.now())
    numbers = {it.id: number for number, it in enumerate(every, start=1)}
    rows = [
        (
            str(numbers[it.id]),
            it.naam,
            names.get(it.wijk, it.wijk),
            format_datum(it.geldig_tot),
            texts.UITNODIGEN_STAND[_stand(it, database)],
        )
        for it in every
    ]
    st.html(_table(rows))
    active = {it.id: it for it in every if it.geldt(today)}
    if not active:
        return
    with st.form("intrekken", border=False, enter_to_submit=False):
        chosen = st.selectbox(
            texts.UITNODIGEN_TREK_IN,
            list(active),
            index=None,
            format_func=lambda id_: _line(active[id_], names, numbers[id_]) if id_ in active else id_,
            placeholder=texts.UITNODIGEN_KIES,
            key="uitnodigen-intrekken",
        )
        submitted = st.form_submit_button(texts.UITNODIGEN_TREK_IN_KNOP)
    if submitted and chosen:
        with show_errors():
            trek_in(database, gebruiker, chosen)
            st.rerun()


def _line(it: Uitnodiging, names: dict[str, str], number: int) -> str:
    """An invitation without the words that somebody gave it: a list to choose from would read them as Markdown."""
    return texts.UITNODIGEN_REGEL.format(
        datum=format_datum(today_amsterdam(it.gemaakt_op)), wijk=names.get(it.wijk, it.wijk), nummer=number
    )


def _stand(it: Uitnodiging, database: Database) -> str:
    if it.ingetrokken_op is not None:
        return "ingetrokken"
    return "geldt" if it.geldt(today_amsterdam(database.now())) else "voorbij"


def _table(rows: Sequence[tuple[str, ...]]) -> Html:
    if not rows:
        return tag("div", tag("h2", texts.UITNODIGEN_LIJST), tag("p", texts.UITNODIGEN_LEEG), class_="tv")
    known = table(texts.UITNODIGEN_LIJST, texts.UITNODIGEN_KOLOMMEN, rows)
    return tag("div", tag("h2", texts.UITNODIGEN_LIJST), known, class_="tv")


def _base() -> str:
    address = urlsplit(st.context.url or "")
    return f"{address.scheme}://{address.netloc}" if address.netloc else ""
