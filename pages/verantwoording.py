"""Hoe weten we dit?: where figures and verhalen come from, what they mean, and what we do not know."""

import streamlit as st

from monitor.ui import frame, keuze, queries, texts, verantwoordingscherm
from monitor.ui.errors import show_errors, show_message

frame.page(texts.MENU_VERANTWOORDING)
asked, thema = frame.parameter("gemeente"), frame.parameter("thema")

with show_errors():
    stand = queries.stand()
    gemeenten = queries.gemeenten(stand)
    st.html(verantwoordingscherm.heading())
    if gemeenten:
        code = asked or keuze.choose_gemeente(texts.KIES_GEMEENTE, gemeenten)
        if code:
            st.html(verantwoordingscherm.compose(stand, code, thema))
    else:
        show_message(texts.LEGE_OPSLAG)
