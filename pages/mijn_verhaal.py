"""Mijn verhaal: with the code of the receipt a teller sees, changes or takes back what she told."""

import streamlit as st

from monitor.ui import frame, mijnverhaalscherm, queries
from monitor.ui.errors import show_errors
from monitor.ui.texts import mijn_verhaal as texts

gebruiker = frame.page(texts.TITEL)

st.html(mijnverhaalscherm.heading())
with show_errors():
    mijnverhaalscherm.show(queries.stand()[0], gebruiker)
