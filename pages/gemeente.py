"""One gemeente: its wijken on a map and in a list, and what holds for all of them."""

import streamlit as st

from monitor.ui import frame, gemeentescherm, keuze, queries, texts
from monitor.ui.errors import show_errors

frame.page(texts.MENU_GEMEENTE)
asked = frame.parameter("gemeente")

with show_errors():
    stand = queries.stand()
    code = asked or keuze.only_gemeente(stand)
    refusal = keuze.refusal_of_gemeente(stand, code) if code else None
    if code and refusal is None:
        frame.title(queries.gemeentebeeld(stand, code).gemeente.naam)
        gemeentescherm.show(stand, code)
    else:
        st.html(keuze.heading(texts.KIES_GEMEENTE, texts.GEEN_GEMEENTE_GEKOZEN, refusal))
        keuze.ask_gemeente(stand, "gemeente")
