"""Samen de straat op: what people saw and heard in a wijk, and where they plan to go there together."""

from monitor.ui import frame, queries, straatscherm
from monitor.ui.errors import show_errors
from monitor.ui.texts import straat as texts

gebruiker = frame.page(texts.MENU)

with show_errors():
    straatscherm.show(queries.stand(), gebruiker, frame.parameter("wijk"))
