"""Beheer: people and their roles, settings, figures, counts, logboek and keeping. Never what anybody told."""

from monitor.ui import beheerscherm, frame, queries
from monitor.ui.errors import show_errors
from monitor.ui.texts import beheer as texts

gebruiker = frame.page(texts.TITEL)

with show_errors():
    database, *_ = queries.stand()
    beheerscherm.show(database, gebruiker)
