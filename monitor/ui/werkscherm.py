"""What the work screens share: a list in which each verhaal has a number, a token per form, and a word after saving.

What people tell stands in our own HTML; buttons and choices carry numbers, because labels parse Markdown.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from uuid import uuid4

import streamlit as st

from monitor.errors import MonitorError, OngeldigeInvoer, Probleem
from monitor.nl import format_datum, to_amsterdam
from monitor.ui import apparaat
from monitor.ui.errors import show_error
from monitor.ui.html import Html, join, tag
from monitor.ui.texts import count
from monitor.ui.texts import nalezen as texts

MOST = 20
"""So many verhalen stand in a list; the others come when these are done."""
_SAID = "werk-gezegd"
_TOP, _TIMES = "boven", "werk-keer"


def waiting(dagen: int) -> str:
    """How long something waits, in words."""
    return count(texts.DAGEN, dagen) if dagen else texts.VANDAAG


def heading(kop: str, inleiding: str) -> Html:
    """The head of a work screen."""
    return tag("div", tag("h1", kop), tag("p", inleiding, class_="sub"), class_="tv")


def item(nummer: str, titel: str, feiten: Sequence[str]) -> Html:
    """One verhaal in a list: its number, its title and what must be known of it."""
    return tag(
        "div",
        tag("p", nummer, class_="zacht klein"),
        tag("h3", titel, dir="auto") if titel else None,
        tag("p", " · ".join(feiten), class_="wie"),
        class_="tv werkregel",
    )


def open_verhaal(verhaal: str | None) -> None:
    """Show this verhaal, or the list again; it stands in the address."""
    if verhaal is None:
        st.query_params.pop("verhaal", None)
    else:
        st.query_params["verhaal"] = verhaal
    st.rerun()


def token(*what: object) -> str:
    """The token of a form, made when it opens: sending it twice is sending it once."""
    key = _token_key(what)
    if key not in st.session_state:
        st.session_state[key] = str(uuid4())
    return str(st.session_state[key])


def forget_token(*what: object) -> None:
    """What was sent in is kept: the next time this form is another one."""
    st.session_state.pop(_token_key(what), None)


def _token_key(what: Sequence[object]) -> str:
    return "-".join(("token", *map(str, what)))


def moment(op: datetime) -> str:
    """A day and a time, in words."""
    local = to_amsterdam(op)
    return f"{format_datum(local.date())}, {local:%H:%M}"


def day(typed: str) -> date:
    """A day as somebody types it. Raises OngeldigeInvoer when it is none."""
    try:
        return datetime.strptime(typed.strip(), "%d-%m-%Y").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        raise OngeldigeInvoer([Probleem(texts.DAG_FOUT, "dag")]) from None


def in_address(name: str, choices: Sequence[str], key: str) -> Callable[[], None]:
    """Let the widget with this key follow the address, also when the browser goes back; what it is to do on a change.

    Only a change writes the address: a page that writes it in every run holds the back button where it is.
    """
    asked = st.query_params.get(name, "").strip()
    st.session_state[key] = asked if asked in choices else choices[0]

    def write() -> None:
        st.query_params[name] = st.session_state[key]

    return write


def ask_step(label: str, steps: Mapping[str, str], key: str, *, begin: str | None = None) -> str:
    """The step of the work that is shown, by its name in the address; without one the `begin`, else the first."""
    choices = sorted(steps, key=lambda it: it != begin)
    go = in_address("stap", choices, key)
    return st.radio(label, list(steps), format_func=lambda it: steps[it], horizontal=True, key=key, on_change=go)


def begun_parts(what: str, about: str, now: str) -> set[str]:
    """The parts of a page that somebody opened: what she typed there and did not send is drawn still."""
    was, begun = st.session_state.get(what, (about, set()))
    st.session_state[what] = about, {now, *(begun if was == about else ())}
    return set(st.session_state[what][1])


@contextmanager
def put_by(name: str, *, shown: bool) -> Iterator[None]:
    """A part of a page that nobody sees while another is `shown`: what was typed in its forms stays.

    A form that is not drawn is a form of which the browser throws away what was typed and not yet sent.
    """
    with st.container(key=name if shown else f"weggelegd-{name}"):
        yield


def top() -> None:
    """Where a page begins again after a button at the end of it."""
    apparaat.component(_TOP)(key=_TOP, data={"keer": st.session_state.get(_TIMES, 0)})


def go_to_top() -> None:
    """Show the next run from there: what is said at the top stands out of sight of who pressed a button."""
    st.session_state[_TIMES] = st.session_state.get(_TIMES, 0) + 1


def say(sentence: str, *place: object) -> None:
    """Say this after the next run: at the form that `place` names, or at the top of the page."""
    st.session_state[_SAID] = (sentence, place)


def said(*place: object) -> None:
    """What was to be said here, once; a form draws it under its button, where somebody looks who just pressed it."""
    if st.session_state.get(_SAID, ("", ()))[1] == place:
        said_still()


def says(*place: object) -> bool:
    """Whether something is to be said at this place."""
    return bool(st.session_state.get(_SAID, ("", ()))[1] == place)


def said_still() -> None:
    """What was to be said at a form that is gone after it was sent, once: the last thing that a page draws."""
    sentence, _ = st.session_state.pop(_SAID, ("", ()))
    if sentence:
        st.html(tag("div", tag("p", sentence), class_="tv gedaan", role="status"))


def refused(error: MonitorError) -> None:
    """Why something was not done, problem by problem in words, near the form."""
    if isinstance(error, OngeldigeInvoer):
        lines = join(*(tag("p", it.melding) for it in error.problemen))
        st.html(tag("div", lines, class_="tv melding", role="alert"))
    else:
        show_error(error)
