"""Nalezen: what waits for somebody who did not write it down, and deciding about it."""

from monitor.ui import frame, naleesscherm, queries
from monitor.ui.errors import show_errors
from monitor.ui.texts import nalezen as texts

gebruiker = frame.page(texts.TITEL)
verhaal = frame.parameter("verhaal")

with show_errors():
    naleesscherm.show(queries.stand()[0], gebruiker, verhaal)
