"""The wijkgesprek: what a wijk learned from figures and verhalen, and where it prepares the next one."""

from monitor.ui import frame, queries, wijkgesprekscherm
from monitor.ui.errors import show_errors
from monitor.ui.texts import wijkgesprek as texts

gebruiker = frame.page(texts.MENU)

with show_errors():
    wijkgesprekscherm.show(queries.stand(), gebruiker, frame.parameter("wijk"))
