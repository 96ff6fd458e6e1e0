"""Uitnodigen: a link with which somebody without account writes down verhalen in one wijk."""

import streamlit as st

from monitor.ui import frame, queries, uitnodigscherm
from monitor.ui.errors import show_errors
from monitor.ui.texts import vertellen as texts

gebruiker = frame.page(texts.UITNODIGEN_TITEL)

st.html(uitnodigscherm.heading())
with show_errors():
    uitnodigscherm.show(queries.stand()[0], gebruiker)
