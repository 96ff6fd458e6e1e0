"""One wijk: in a minute, then per thema what is counted beside what is told."""

import streamlit as st

from monitor.ui import frame, keuze, queries, texts, wijkscherm
from monitor.ui.errors import show_errors

gebruiker = frame.page(texts.MENU_WIJK)
code = frame.parameter("wijk")

with show_errors():
    stand = queries.stand()
    refusal = keuze.refusal(stand, code) if code else None
    if code and refusal is None:
        frame.title(queries.wijkbeeld(stand, code).wijk.naam)
        wijkscherm.show(stand, code, gebruiker)
    else:
        st.html(keuze.heading(texts.KIES_WIJK, texts.GEEN_WIJK_GEKOZEN, refusal))
        keuze.ask_wijk(stand)
