"""The page Tellen: a form for one meting, and the series that it comes in."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.meting import OntbreektReden
from monitor.domain.rechten import Handeling, mag_ergens
from monitor.errors import MonitorError
from monitor.nl import format_datum, format_getal, format_periode, to_amsterdam
from monitor.services import tellen, woorden
from monitor.services.rechten import current
from monitor.services.tellen import NieuweTelling, TellingReeks
from monitor.store.database import Database
from monitor.store.meting_store import MetingWijziging, TellingRij, TeTellen
from monitor.ui import doubt, frame, invoer_metingenscherm, queries, turfscherm, werkscherm, wie
from monitor.ui.errors import show_errors
from monitor.ui.html import Html, join, tag
from monitor.ui.tabel import stacked
from monitor.ui.texts import count
from monitor.ui.texts import tellen as texts

_DEEL = "tellen_deel"
_BEGONNEN = "tellen_begonnen"
_WIJK, _CIJFER = "wijk", "cijfer"
"""What the address says of the part that is shown."""
_OP_SCHERM = 12
"""So many figures of a series are on the screen; of the older ones how many there are."""
_WIJZIGINGEN = 10
_MEESTE_DECIMALEN = 2


def show(stand: queries.Stand, gebruiker: Gebruiker) -> None:
    """The part that the address asks for, for who may count."""
    database = stand[0]
    st.html(werkscherm.heading(texts.TITEL, texts.INLEIDING))
    werkscherm.said()
    now = current(database, gebruiker)
    if not (mag_ergens(now, Handeling.TELLEN) or mag_ergens(now, Handeling.CIJFERS_INLEZEN)):
        wie.turn_away(gebruiker, texts.MAG_NIET)
        return
    keuzes = _te_tellen(stand, gebruiker)
    go = werkscherm.in_address("deel", list(texts.DELEN), _DEEL)
    deel = st.session_state[_DEEL]
    st.radio(
        texts.WAT,
        list(texts.DELEN),
        format_func=texts.DELEN.__getitem__,
        horizontal=True,
        key=_DEEL,
        on_change=_go_to_own,
        args=(go,),
    )
    begun = st.session_state[_BEGONNEN] = st.session_state.get(_BEGONNEN, frozenset()) | {deel}
    for name in texts.DELEN:
        # Each has a place of its own, so that what was typed stays when somebody looks at another part.
        with werkscherm.put_by(f"tellen-{name}", shown=name == deel), show_errors():
            if name in begun:
                _show_deel(name, stand, gebruiker, keuzes)


def _show_deel(deel: str, stand: queries.Stand, gebruiker: Gebruiker, keuzes: Sequence[TeTellen]) -> None:
    if deel == "bestand":
        names = _names(stand, {it.gebied for it in keuzes})
        invoer_metingenscherm.show_bestand(stand[0], gebruiker, keuzes, names)
    elif deel == "ongedaan":
        invoer_metingenscherm.show_ongedaan(stand, gebruiker, keuzes)
    elif deel == "turven":
        _show_turven(stand, gebruiker, [it for it in keuzes if it.te_turven])
    else:
        _show_formulier(stand, gebruiker, keuzes)


def _go_to_own(go: Callable[[], None]) -> None:
    """Another part is shown: the address says what was chosen there before."""
    go()
    for name in (_WIJK, _CIJFER):
        own = st.session_state.get(_key(st.session_state[_DEEL], name))
        if own is not None:
            st.query_params[name] = own


@queries.kept(64)
def _te_tellen(stand: queries.Stand, gebruiker: Gebruiker) -> tuple[TeTellen, ...]:
    return tellen.te_tellen(stand[0], gebruiker)


@queries.kept(64)
def _reeks(stand: queries.Stand, gebruiker: Gebruiker, gebied: str, indicator: str) -> TellingReeks:
    return tellen.reeks(stand[0], gebruiker, gebied, indicator)


# One meting


def _show_formulier(stand: queries.Stand, gebruiker: Gebruiker, keuzes: Sequence[TeTellen]) -> None:
    it = _chosen(stand, "formulier", keuzes, texts.NIETS)
    if it is None:
        return
    reeks = _reeks(stand, gebruiker, it.gebied, it.indicator)
    _ask(stand[0], gebruiker, it)
    st.html(_series(it, reeks))
    _ask_nulmeting(stand[0], gebruiker, it, reeks)


def _show_turven(stand: queries.Stand, gebruiker: Gebruiker, keuzes: Sequence[TeTellen]) -> None:
    it = _chosen(stand, "turven", keuzes, texts.TURVEN_NIETS)
    if it is not None:
        turfscherm.show(stand[0], gebruiker, it)


def _chosen(stand: queries.Stand, deel: str, keuzes: Sequence[TeTellen], nothing: str) -> TeTellen | None:
    """The figure of a wijk that somebody chose to count."""
    wijken = _names(stand, {it.gebied for it in keuzes})
    if not wijken:
        st.html(tag("p", nothing, class_="tv melding", role="status"))
        return None
    wijk = _choose(deel, _WIJK, texts.WIJK, wijken)
    if wijk is None:
        return None
    here = {it.indicator: it for it in keuzes if it.gebied == wijk}
    code = _choose(deel, _CIJFER, texts.CIJFER, {it.indicator: it.naam for it in here.values()})
    return None if code is None else here[code]


def _names(stand: queries.Stand, codes: set[str]) -> dict[str, str]:
    """The wijken by code, in the order of their names."""
    beelden = (queries.gemeentebeeld(stand, gemeente.code) for gemeente in queries.gemeenten(stand))
    known = {regel.wijk.code: regel.wijk.naam for beeld in beelden for regel in beeld.regels}
    return dict(sorted(((code, known.get(code, code)) for code in codes), key=lambda it: it[1].casefold()))


def _choose(deel: str, name: str, label: str, names: dict[str, str]) -> str | None:
    """One of these, as the address says; the only one there is needs no choosing.

    Each part has a choice of its own: what can be counted in one part may not be there in another.
    """
    key, codes = _key(deel, name), list(names)
    asked = frame.parameter(name) if st.session_state[_DEEL] == deel else None
    if asked in names:
        st.session_state[key] = asked
    elif st.session_state.get(key) not in names:
        st.session_state[key] = codes[0] if len(codes) == 1 else None
    return st.selectbox(
        label,
        codes,
        index=None,
        format_func=lambda code: names.get(code, code),
        placeholder=label,
        key=key,
        on_change=_write,
        args=(name, key),
    )


def _key(deel: str, name: str) -> str:
    return f"tellen-{deel}-{name}"


def _write(name: str, key: str) -> None:
    """Put what was chosen in the address."""
    if st.session_state[key] is not None:
        st.query_params[name] = st.session_state[key]


def _ask(database: Database, gebruiker: Gebruiker, it: TeTellen) -> None:
    token = werkscherm.token("telling", it.gebied, it.indicator)

    def text(label: str, veld: str) -> str:
        return st.text_input(label, key=f"{veld}-{token}")

    with st.form(f"telling-{token}", enter_to_submit=False):
        st.html(tag("div", tag("h2", texts.NIEUW), class_="tv"))
        given: dict[str, Any] = {
            "periode": text(texts.PERIODE, "periode"),
            "waarde": text(texts.WAARDE.format(eenheid=it.eenheid), "waarde"),
            "ontbreekt_reden": _missing(token),
        }
        with st.expander(texts.MEER):
            st.html(tag("p", texts.MEER_UITLEG, class_="tv zacht"))
            given |= {
                "teller": text(texts.TELLER, "teller"),
                "noemer": text(texts.NOEMER, "noemer"),
                "n": text(texts.N, "n"),
                "ondergrens": text(texts.ONDERGRENS, "ondergrens"),
                "bovengrens": text(texts.BOVENGRENS, "bovengrens"),
                "peildatum": text(texts.PEILDATUM, "peildatum"),
            }
        given["reden"] = text(texts.REDEN, "reden")
        place = st.container()
        zeker = doubt.is_sure(place, token)
        sent = st.form_submit_button(texts.BEWAAR, type="primary")
    werkscherm.said("telling", it.gebied, it.indicator)
    if not sent:
        return
    try:
        done = tellen.add_telling(
            database, gebruiker, NieuweTelling(it.gebied, it.indicator, **given, zeker=zeker), token=f"telling:{token}"
        )
    except MonitorError as error:
        werkscherm.refused(error)
        doubt.ask(place, token, error)
        return
    werkscherm.forget_token("telling", it.gebied, it.indicator)
    werkscherm.say(
        texts.BEWAARD_ANDERS if done.gewijzigd else texts.BEWAARD_GELIJK if done.gelijk else texts.BEWAARD_NIEUW,
        "telling",
        it.gebied,
        it.indicator,
    )
    st.rerun()


def _missing(token: str) -> str:
    reason = st.selectbox(
        texts.ONTBREEKT,
        list(OntbreektReden),
        index=None,
        format_func=lambda it: woorden.ONTBREEKT[it],
        placeholder=texts.ONTBREEKT_GEEN,
        key=f"ontbreekt-{token}",
    )
    return reason.value if reason else ""


# The series


def _series(it: TeTellen, reeks: TellingReeks) -> Html:
    if not reeks.metingen:
        content = tag("p", texts.REEKS_LEEG, class_="zacht")
    else:
        shown = tuple(reversed(reeks.metingen))[:_OP_SCHERM]
        older = len(reeks.metingen) - len(shown)
        rows = [_row(it, meting, reeks.nulmeting) for meting in shown]
        used = [place for place in range(len(texts.REEKS_KOLOMMEN)) if any(row[place] for row in rows)]
        content = join(
            stacked(
                texts.REEKS,
                [texts.REEKS_KOLOMMEN[place] for place in used],
                [[row[place] for place in used] for row in rows],
            ),
            tag("p", count(texts.REEKS_OUDER, older), class_="zacht klein") if older else None,
        )
    return tag("div", tag("h2", texts.REEKS), content, _before(it, reeks.vorige), class_="tv")


def _row(it: TeTellen, meting: TellingRij, nulmeting: str | None) -> tuple[object, ...]:
    when = format_periode(meting.periode)
    between = ""
    if meting.ondergrens is not None and meting.bovengrens is not None:
        between = texts.TUSSEN.format(
            laag=format_getal(meting.ondergrens, it.decimalen), hoog=format_getal(meting.bovengrens, it.decimalen)
        )
    return (
        f"{when} ({texts.NULMETING})" if meting.periode == nulmeting else when,
        _value(it, meting.waarde, meting.ontbreekt_reden),
        between,
        "" if meting.n is None else format_getal(meting.n),
        "" if meting.peildatum is None else format_datum(meting.peildatum),
    )


def _value(it: TeTellen, waarde: float | None, reden: str | None) -> str:
    if waarde is None:
        return woorden.ONTBREEKT[OntbreektReden(reden or OntbreektReden.ONBEKEND)]
    return f"{format_getal(waarde, _decimals(it, waarde))}{'%' if it.eenheid == '%' else ''}"


def _decimals(it: TeTellen, waarde: float) -> int:
    """As many as somebody typed, so that she knows her figure again; of one worked out as many as it is shown with."""
    typed = (number for number in range(it.decimalen, _MEESTE_DECIMALEN + 1) if round(waarde, number) == waarde)
    return next(typed, it.decimalen)


def _before(it: TeTellen, vorige: Sequence[MetingWijziging]) -> Html | None:
    if not vorige:
        return None
    lines = [
        tag(
            "li",
            texts.VORIGE_REGEL.format(
                wanneer=format_periode(was.periode),
                eerst=_value(it, was.waarde, was.ontbreekt_reden),
                dag=format_datum(to_amsterdam(was.op).date()),
            ),
            tag("p", texts.VORIGE_REDEN.format(reden=was.reden), class_="zacht", dir="auto") if was.reden else None,
        )
        for was in vorige[:_WIJZIGINGEN]
    ]
    return tag("details", tag("summary", texts.VORIGE), tag("ul", *lines))


def _ask_nulmeting(database: Database, gebruiker: Gebruiker, it: TeTellen, reeks: TellingReeks) -> None:
    periods = [meting.periode for meting in reeks.metingen]
    if not periods:
        return
    with st.form(f"nulmeting-{it.gebied}-{it.indicator}", enter_to_submit=False):
        st.html(tag("div", tag("h2", texts.NUL), tag("p", texts.NUL_UITLEG, class_="zacht"), class_="tv"))
        chosen = st.selectbox(
            texts.NUL_KIES,
            periods,
            index=periods.index(reeks.nulmeting) if reeks.nulmeting in periods else None,
            format_func=format_periode,
            placeholder=texts.NUL_GEEN,
            key=f"nul-{it.gebied}-{it.indicator}",
        )
        sent = st.form_submit_button(texts.NUL_BEWAAR)
    werkscherm.said("nulmeting")
    if sent:
        tellen.set_nulmeting(database, gebruiker, it.gebied, it.indicator, chosen)
        werkscherm.say(texts.NUL_BEWAARD, "nulmeting")
        st.rerun()
