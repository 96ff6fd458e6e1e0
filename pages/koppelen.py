"""Koppelen: reading a text aloud, asking a teller again, and putting a verhaal beside a figure."""

from monitor.ui import frame, koppelscherm, queries
from monitor.ui.errors import show_errors
from monitor.ui.texts import koppelen as texts

gebruiker = frame.page(texts.TITEL)
verhaal = frame.parameter("verhaal")

with show_errors():
    koppelscherm.show(queries.stand()[0], gebruiker, verhaal)
