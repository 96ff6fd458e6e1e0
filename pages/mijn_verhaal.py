"""Mijn verhaal: with the code of the receipt a teller sees, changes or takes back what she told."""

import streamlit as st

from monitor.ui import frame, mijn_verhaalscherm, queries
from monitor.ui.errors import show_errors
from monitor.ui.texts import mijn_verhaal as texts

gebruiker = frame.page(texts.TITEL)

st.html(mijn_verhaalscherm.heading())
with show_errors():
    mijn_verhaalscherm.show(queries.stand()[0], gebruiker)
