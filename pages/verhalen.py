"""Verhalen: search, choose and read what people tell, or one verhaal apart."""

from monitor.ui import frame, queries, verhalenscherm
from monitor.ui.errors import show_errors
from monitor.ui.texts import verhalen as texts

gebruiker = frame.page(texts.MENU)
apart = frame.parameter("verhaal")

with show_errors():
    stand = queries.stand()
    if apart:
        verhalenscherm.show_one(stand, gebruiker, apart)
    else:
        verhalenscherm.show(stand, gebruiker)
