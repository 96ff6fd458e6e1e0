"""The start page: choose a wijk, tell a verhaal, or do what somebody who works here does."""

import streamlit as st

from monitor.ui import frame, keuze, queries, startscherm, texts
from monitor.ui.errors import show_errors

gebruiker = frame.page(texts.MENU_START)

with show_errors():
    st.html(startscherm.heading())
    st.html(startscherm.ways_on(gebruiker))
    keuze.ask_wijk(queries.stand())
    st.html(startscherm.ways())
    st.html(startscherm.meaning(queries.instellingen(queries.stand()).sociale_basis))
