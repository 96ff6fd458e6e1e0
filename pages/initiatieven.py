"""Bringing in an initiatief, a plek or a signaal, and reading the signalen of a wijk."""

from monitor.ui import frame, inbrengscherm, queries
from monitor.ui.errors import show_errors
from monitor.ui.texts import inbreng as texts

gebruiker = frame.page(texts.MENU)

with show_errors():
    inbrengscherm.show(queries.stand(), gebruiker)
