"""All that is done in a wijk on one sheet, by whoever does it, and the forms to add to it."""

import streamlit as st

from monitor.ui import activiteitenscherm, frame, keuze, queries
from monitor.ui.errors import show_errors
from monitor.ui.texts import activiteiten as texts

gebruiker = frame.page(texts.MENU)
code = frame.parameter("wijk")

with show_errors():
    stand = queries.stand()
    refusal = keuze.refusal(stand, code) if code else None
    if code and refusal is None:
        activiteitenscherm.show(stand, gebruiker, code)
    else:
        st.html(keuze.heading(texts.TITEL_KIES, texts.KIES, refusal))
        keuze.ask_wijk(stand, "activiteiten")
