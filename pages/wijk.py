"""One wijk: in a minute, then per thema what is counted beside what is told."""

import streamlit as st

from monitor.ui import frame, keuze, queries, texts, wijkscherm
from monitor.ui.errors import show_errors
from monitor.ui.html import tag

frame.page(texts.MENU_WIJK)
code = frame.parameter("wijk")

with show_errors():
    stand = queries.stand()
    instead = keuze.explain_code(code) if code else None
    if code and instead is None:
        frame.title(queries.wijkbeeld(stand, code).wijk.naam)
        wijkscherm.show(stand, code)
    else:
        st.html(tag("div", tag("h1", texts.KIES_WIJK), tag("p", texts.GEEN_WIJK_GEKOZEN, class_="sub"), class_="tv"))
        if instead is not None:
            st.html(instead)
        keuze.ask_wijk(stand)
