"""One gemeente: its wijken on a map and in a list, and what holds for all of them."""

import streamlit as st

from monitor.ui import frame, gemeentescherm, keuze, queries, texts
from monitor.ui.errors import show_errors, show_message
from monitor.ui.html import tag

frame.page(texts.MENU_GEMEENTE)
code = frame.parameter("gemeente")

with show_errors():
    stand = queries.stand()
    gemeenten = queries.gemeenten(stand)
    if not gemeenten:
        show_message(texts.LEGE_OPSLAG)
    elif code or len(gemeenten) == 1:
        code = code or gemeenten[0].code
        frame.title(queries.gemeentebeeld(stand, code).gemeente.naam)
        gemeentescherm.show(stand, code)
    else:
        st.html(tag("div", tag("h1", texts.KIES_GEMEENTE), tag("p", texts.GEEN_GEMEENTE_GEKOZEN), class_="tv"))
        keuze.choose_gemeente_page(gemeenten)
