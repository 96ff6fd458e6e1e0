"""Wat is ermee gedaan?: where a verhaal was used and what came of that, for its teller and its readers."""

from monitor.ui import frame, queries, terugkoppelscherm
from monitor.ui.errors import show_errors
from monitor.ui.texts import terugkoppelen as texts

gebruiker = frame.page(texts.TITEL)
verhaal = frame.parameter("verhaal")

with show_errors():
    terugkoppelscherm.show(queries.stand()[0], gebruiker, verhaal)
