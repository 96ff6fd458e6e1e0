"""Samen verhalen kiezen: people read verhalen of their wijk together, choose one per domein and say why."""

from monitor.ui import frame, leesrondescherm, queries
from monitor.ui.errors import show_errors
from monitor.ui.texts import leesronde as texts

gebruiker = frame.page(texts.MENU)

with show_errors():
    leesrondescherm.show(queries.stand(), gebruiker, frame.parameter("wijk"), frame.parameter("ronde"))
