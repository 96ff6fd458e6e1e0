"""Vertel uw verhaal: eight questions in three steps, and a receipt."""

from monitor.ui import frame, vertelscherm
from monitor.ui.errors import show_errors
from monitor.ui.texts import vertellen as texts

gebruiker = frame.page(texts.TITEL)

with show_errors():
    vertelscherm.show(gebruiker)
