"""Raadsvoorstel: make a stuk for the raad; every argument has its number and its citaat, or says what is missing."""

from monitor.ui import frame, queries, raadsstukscherm
from monitor.ui.errors import show_errors
from monitor.ui.texts import raadsstuk as texts

gebruiker = frame.page(texts.TITEL)

with show_errors():
    raadsstukscherm.show(queries.stand(), gebruiker, frame.parameter("stuk"))
