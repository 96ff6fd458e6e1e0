"""Hoe is dit zo gekomen: from what one thing came and what came of it, for everybody as far as she may read."""

from monitor.ui import frame, queries, spoorscherm
from monitor.ui.errors import show_errors
from monitor.ui.texts import spoor as texts

gebruiker = frame.page(texts.MENU)

with show_errors():
    spoorscherm.show(queries.stand(), gebruiker)
