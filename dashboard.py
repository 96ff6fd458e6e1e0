"""The pages and the menu; nothing else."""

import streamlit as st

from monitor.ui import texts

st.navigation(
    [
        st.Page("pages/start.py", title=texts.MENU_START, default=True),
        st.Page("pages/gemeente.py", title=texts.MENU_GEMEENTE, url_path="gemeente"),
        st.Page("pages/wijk.py", title=texts.MENU_WIJK, url_path="wijk"),
        st.Page("pages/verantwoording.py", title=texts.MENU_VERANTWOORDING, url_path="verantwoording"),
    ],
    position="top",
).run()
