"""The one place that shows on the screen what went wrong, in a sentence."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import streamlit as st

from monitor.errors import GeenRecht, MonitorError
from monitor.ui import aanmelden, kijkals, texts
from monitor.ui.html import Html, paragraphs, tag
from monitor.ui.texts import wie as woorden

_log = logging.getLogger(__name__)


@contextmanager
def show_errors() -> Iterator[None]:
    """Show a refusal of ours as its sentence; anything else is a bug: logged, with a reference on the screen."""
    try:
        yield
    except Exception as error:
        show_error(error)


def show_error(error: Exception) -> None:
    """Show one error: a refusal of ours as its sentence, a bug as a reference to the log."""
    if isinstance(error, GeenRecht):
        show_refusal(str(error))
        return
    if isinstance(error, MonitorError):
        show_message(str(error))
        return
    reference = uuid4().hex[:8]
    _log.error("Unexpected error, reference %s", reference, exc_info=error)
    show_message(texts.ONVERWACHT.format(kenmerk=reference))


def show_refusal(text: str) -> None:
    """Say who may be here, and what somebody can do who may not: for a page or an action of other roles."""
    show_message(f"{text}\n\n{_what_to_do()}")


def _what_to_do() -> str:
    if kijkals.allowed():
        return woorden.KIES_ANDERE_ROL
    if not aanmelden.is_configured():
        return woorden.AANMELDEN_KAN_NIET
    return woorden.VRAAG_ROL if st.user.get("is_logged_in", False) else woorden.MELD_AAN


def show_message(text: str) -> None:
    """A message that a screen reader announces."""
    st.html(message(text))


def message(text: str) -> Html:
    """A message as HTML, for a page that puts more beside it."""
    return tag("div", paragraphs(text), class_="tv melding", role="alert")
