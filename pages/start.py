"""The start page: choose a wijk, or look at the gemeente, or how we know this."""

import streamlit as st

from monitor.ui import frame, keuze, queries, startscherm, texts
from monitor.ui.errors import show_errors

frame.page(texts.MENU_START)

with show_errors():
    st.html(startscherm.heading())
    keuze.ask_wijk(queries.stand())
    st.html(startscherm.ways())
    st.html(startscherm.meaning())
