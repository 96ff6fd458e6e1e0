"""Wat in de weg zit: what the wijken of a gemeente cannot solve alone, for college and raad and everybody else."""

from monitor.ui import bottleneckscherm, frame, queries
from monitor.ui.errors import show_errors
from monitor.ui.texts import bottleneck as texts

gebruiker = frame.page(texts.MENU)

with show_errors():
    bottleneckscherm.show(queries.stand(), gebruiker, frame.parameter("gemeente"))
