"""Tellen: figures that a wijk keeps itself, one by one or from a file."""

from monitor.ui import frame, queries, tellenscherm
from monitor.ui.errors import show_errors
from monitor.ui.texts import tellen as texts

gebruiker = frame.page(texts.MENU)

with show_errors():
    tellenscherm.show(queries.stand(), gebruiker)
