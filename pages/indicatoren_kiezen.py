"""Samen kiezen waar we op letten: from what people would notice in their street to what the wijk watches."""

from monitor.ui import frame, kiezenscherm, queries
from monitor.ui.errors import show_errors
from monitor.ui.texts import kiezen as texts

gebruiker = frame.page(texts.MENU)

with show_errors():
    kiezenscherm.show(queries.stand(), gebruiker, frame.parameter("wijk"))
