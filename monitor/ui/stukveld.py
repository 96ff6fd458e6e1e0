"""A field of a stuk that keeps itself: what was typed is saved when typing stops, and never over somebody else's words.

Labels hold words of ours; what people wrote stands in fields and in our own HTML, because labels parse Markdown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from monitor.domain.raadsstuk import KORT, Deel, StukVeld, TekstVersie, meeste_tekens, zin_hash
from monitor.errors import MonitorError
from monitor.nl import to_amsterdam
from monitor.services import stukvelden, teksten
from monitor.services.stukvelden import TekstInvoer
from monitor.ui import leeshulpblok, stukvoorbeeld, vondsten, werkscherm
from monitor.ui.errors import show_error, show_errors
from monitor.ui.html import Html, paragraphs, tag
from monitor.ui.stukwerk import Stukwerk
from monitor.ui.texts import raadsstuk as texts

_ONE_LINE = frozenset({Deel.KOP})
"""The fields of these delen hold a name or a number."""


@dataclass(slots=True)
class _Kept:
    """What of a field this window last read or wrote.

    An object, not words in the state of the session: there the next run can stop a callback halfway.
    """

    nummer: int = 0
    tekst: str | None = None


def ask(werk: Stukwerk, veld: StukVeld, label: str, zelf: str | None = None, *, elders: bool = False) -> None:
    """The field; with `zelf`, the sentence of the product whose place it takes, it begins with that sentence.

    Where two texts stand beside each other they are shown, with a choice. When its words are kept only the field and
    the deel beside it are drawn anew, and all of the page when they stand `elders` on it as well.
    """
    st.fragment(_ask, key=_fragment(_key(werk, veld)))(werk, veld, label, zelf, elders)


def _ask(werk: Stukwerk, veld: StukVeld, label: str, zelf: str | None, elders: bool) -> None:
    with show_errors():
        now = werk.fresh()
        gone = veld.onderdeel is not None and now.stuk.onderdeel(veld.onderdeel) is None
        if now is not werk and (elders or gone):
            st.rerun()
        _field(now, veld, label, zelf)


def _field(werk: Stukwerk, veld: StukVeld, label: str, zelf: str | None) -> None:
    standing = werk.stuk.standen(veld)
    if len(standing) > 1:
        _ask_choice(werk, veld, label, standing)
        return
    key = _key(werk, veld)
    _load(werk, veld, key, zelf)
    one_line = veld.deel in _ONE_LINE and meeste_tekens(werk.stuk, veld) <= KORT
    given, shut = (werk, veld, key, zelf), not werk.schrijft
    if one_line:
        st.text_input(label, key=key, on_change=_save, args=given, disabled=shut)
    else:
        st.text_area(label, key=key, on_change=_save, args=given, disabled=shut, height="content")
    _say(werk, veld, key, zelf)
    help_ = None if one_line else leeshulpblok.compose(str(st.session_state.get(key) or ""))
    if help_ is not None:
        st.html(tag("details", tag("summary", texts.LEESBAAR), help_, leeshulpblok.explained(), class_="tv raadsstuk"))


def put_back(werk: Stukwerk, veld: StukVeld, zelf: str) -> None:
    """Let the stuk say what the product writes, in the place of what somebody wrote."""
    _keep(werk, veld, zelf, werk.stuk.nummer_van_tekst.get(veld, 0), zelf)
    forget(werk, veld)


def forget(werk: Stukwerk, veld: StukVeld) -> None:
    """Let the field show what stands in the store now, whatever was in it."""
    _forget(_key(werk, veld))


# Keeping


def _key(werk: Stukwerk, veld: StukVeld) -> str:
    where = f"{werk.stuk.id}-{veld.deel}-{veld.veld}-{veld.onderdeel}"
    return f"stukveld-{zin_hash(where)[:24]}"


def _fragment(key: str) -> str:
    """The part of the page with this field."""
    return f"deel-van-{key}"


def _load(werk: Stukwerk, veld: StukVeld, key: str, zelf: str | None) -> None:
    """What stands in the store comes into the field, as long as nothing else was typed there."""
    state, newest = st.session_state, werk.stuk.versie(veld)
    text = zelf or "" if newest is None or newest.teruggezet else newest.tekst or ""
    refused = state.get(f"{key}-fout")
    kept = _kept(key)
    typed = key in state and state[key] != kept.tekst
    if typed or (refused and key in state):
        return
    kept.tekst = text
    if refused:
        state[key] = refused[0]
        return
    kept.nummer = werk.stuk.nummer_van_tekst.get(veld, 0)
    # Only when it differs: to set it is to send it, over what is being typed there now.
    if state.get(key) != text:
        state[key] = text


def _save(werk: Stukwerk, veld: StukVeld, key: str, zelf: str | None) -> None:
    """Keep what was typed; called when it changed, before the field and the deel beside it are drawn."""
    state = st.session_state
    if key not in state:
        # The choice between two texts took its place, and a browser that drew it still sent it once more.
        return
    typed, kept = str(state[key] or ""), _kept(key)
    try:
        saved = _keep(werk, veld, typed, kept.nummer, zelf)
        kept.nummer, kept.tekst = saved.nummer, typed
        if not saved.erin:
            werkscherm.say(texts.INTUSSEN_ERUIT, "eruit", veld.onderdeel)
    except Exception as error:  # a callback cannot show anything: the page shows it at the field
        state[f"{key}-fout"] = (typed, error)
    else:
        state.pop(f"{key}-fout", None)
        state[f"{key}-om"] = werk.database.now()
    if _only_field():
        st.rerun([_fragment(key), stukvoorbeeld.FRAGMENT])


def _only_field() -> bool:
    """Whether nothing but a field was sent.

    What was pressed just after typing comes together with the words: then all of the page is drawn, or it is not done.
    """
    running = get_script_run_ctx()
    return running is not None and bool(running.fragment_ids_this_run)


def _keep(werk: Stukwerk, veld: StukVeld, typed: str, began: int, zelf: str | None) -> stukvelden.BewaardeTekst:
    # What a browser sends has its own line ends.
    invoer = TekstInvoer(veld, typed.replace("\r\n", "\n"), began, in_plaats_van=zelf)
    return stukvelden.save_tekst(*werk.who, invoer, token=str(uuid4()))


def _kept(key: str) -> _Kept:
    found: _Kept = st.session_state.setdefault(f"{key}-kent", _Kept())
    return found


def _forget(key: str) -> None:
    for name in (key, f"{key}-kent", f"{key}-fout", f"{key}-om"):
        st.session_state.pop(name, None)


def _say(werk: Stukwerk, veld: StukVeld, key: str, zelf: str | None) -> None:
    """What became of what was typed: kept, or why not and what to do about it."""
    refused = st.session_state.get(f"{key}-fout")
    saved = st.session_state.get(f"{key}-om")
    if refused is not None:
        _refused(werk, veld, key, zelf, *refused)
        return
    # An empty line keeps its place: what moves under a finger that comes down is not pressed.
    said = texts.BEWAARD_OM.format(tijd=_time(saved)) if saved is not None else "\u00a0"
    st.html(tag("p", said, class_="tv zacht klein", role="status"))


def _refused(werk: Stukwerk, veld: StukVeld, key: str, zelf: str | None, typed: str, error: Exception) -> None:
    if isinstance(error, MonitorError):
        werkscherm.refused(error)
    else:
        show_error(error)
    marks = teksten.stopping(werk.database, {"tekst": typed}).get("tekst", ())
    replaced = vondsten.block(typed, marks, key=f"{key}-vondst", nagelezen=False) if marks else typed
    if replaced != typed:
        _take(werk, veld, key, zelf, replaced)


def _take(werk: Stukwerk, veld: StukVeld, key: str, zelf: str | None, replaced: str) -> None:
    """Keep the text after a mark was replaced; what is still wrong with it is told again."""
    began = _kept(key).nummer
    _forget(key)
    try:
        _keep(werk, veld, replaced, began, zelf)
    except MonitorError as error:
        st.session_state[f"{key}-fout"] = (replaced, error)
        _kept(key).nummer = began
    st.rerun()


# Two writers


def _ask_choice(werk: Stukwerk, veld: StukVeld, label: str, standing: Sequence[TekstVersie]) -> None:
    """Both texts beside each other, and which of them goes into the stuk."""
    key = _key(werk, veld)
    _forget(key)
    number = max(it.nummer for it in standing)
    place = st.container(key=f"botsing-{key}")
    with place:
        st.html(_beside(werk, label, standing))
        if not werk.schrijft:
            return
        for count, it in enumerate(standing, start=1):
            if st.button(texts.NEEM.format(nummer=count), key=f"{key}-neem-{count}-{number}"):
                _choose(werk, veld, it.tekst or "", number)
        if st.button(texts.NEEM_ALLEBEI, key=f"{key}-allebei-{number}"):
            _choose(werk, veld, "\n\n".join(it.tekst for it in standing if it.tekst), number)


def _choose(werk: Stukwerk, veld: StukVeld, tekst: str, number: int) -> None:
    try:
        stukvelden.choose_tekst(*werk.who, TekstInvoer(veld, tekst, number), token=str(uuid4()))
    except MonitorError as error:
        werkscherm.refused(error)
        return
    werkscherm.say(texts.GEKOZEN_TEKST)
    st.rerun()


def _beside(werk: Stukwerk, label: str, standing: Sequence[TekstVersie]) -> Html:
    texts_ = (
        tag(
            "div",
            tag("p", tag("b", texts.TEKST_NUMMER.format(nummer=count)), ": ", _by(werk, it), class_="wie"),
            paragraphs(it.tekst or "", dir="auto"),
        )
        for count, it in enumerate(standing, start=1)
    )
    return tag(
        "div",
        tag("p", tag("b", label)),
        tag("p", texts.BOTSING_ZELF if {it.door for it in standing} == {werk.gebruiker.id} else texts.BOTSING),
        tag("div", *texts_, class_="naast"),
        class_="tv botsing",
        role="alert",
    )


def _by(werk: Stukwerk, it: TekstVersie) -> str:
    """Who wrote it, and when: colleagues are not named."""
    who = texts.BOTSING_UW if it.door == werk.gebruiker.id else texts.BOTSING_ANDER
    return texts.TEKST_VAN.format(wie=who, moment=werkscherm.moment(it.op))


def _time(op: datetime) -> str:
    return f"{to_amsterdam(op):%H:%M}"
