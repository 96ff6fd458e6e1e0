"""Wijkplan: what people of a wijk want, who does what, how the college sees it, and how it went."""

from monitor.ui import frame, queries, wijkplanscherm
from monitor.ui.errors import show_errors
from monitor.ui.texts import wijkplan as texts

gebruiker = frame.page(texts.MENU)

with show_errors():
    wijkplanscherm.show(queries.stand(), gebruiker, frame.parameter("wijk"))
