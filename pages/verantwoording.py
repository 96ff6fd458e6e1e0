"""Hoe weten we dit?: where figures and verhalen come from, what they mean, and what we do not know."""

import streamlit as st

from monitor.ui import frame, keuze, queries, texts, verantwoordingscherm
from monitor.ui.errors import show_errors

frame.page(texts.MENU_VERANTWOORDING)
asked, thema = frame.parameter("gemeente"), frame.parameter("thema")

with show_errors():
    stand = queries.stand()
    code = asked or keuze.only_gemeente(stand)
    refusal = keuze.refusal_of_gemeente(stand, code) if code else None
    st.html(verantwoordingscherm.heading(refusal))
    if code and refusal is None:
        st.html(verantwoordingscherm.compose(stand, code, thema))
    else:
        keuze.ask_gemeente(stand, "verantwoording")
