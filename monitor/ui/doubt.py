"""A tick that is asked only when a figure looks like a typing error: then it stands in the form until that is kept."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from monitor.errors import MonitorError, OngeldigeInvoer
from monitor.ui.texts import tellen as texts


def is_sure(place: DeltaGenerator, token: str) -> bool:
    """Whether somebody said that it is right; nobody is asked before there was a doubt."""
    return _box(place, token) if st.session_state.get(_key(token)) else False


def ask(place: DeltaGenerator, token: str, error: MonitorError) -> None:
    """Ask it from now on, when a refusal was a doubt."""
    doubted = isinstance(error, OngeldigeInvoer) and any(it.veld == "zeker" for it in error.problemen)
    if doubted and not st.session_state.get(_key(token)):
        st.session_state[_key(token)] = True
        _box(place, token)


def _box(place: DeltaGenerator, token: str) -> bool:
    return place.checkbox(texts.KLOPT, key=f"zeker-{token}")


def _key(token: str) -> str:
    return f"twijfel-{token}"
