"""What every page begins with: its title, our stylesheet, and what its address asks for."""

from functools import cache
from pathlib import Path

import streamlit as st

from monitor.ui import texts
from monitor.ui.html import Html, tag

_STYLE = Path(__file__).parent / "style.css"


def page(titel: str) -> None:
    """The first line of every page. A page may run without dashboard.py, so it asks nothing of it."""
    st.set_page_config(page_title=texts.PAGINATITEL.format(titel=titel), layout="wide")
    st.html(_style())


def title(titel: str) -> None:
    """The title of the browser tab, once the page knows what it shows."""
    st.set_page_config(page_title=texts.PAGINATITEL.format(titel=titel))


def parameter(name: str) -> str | None:
    """What the address gives for `name`, without spaces around it; None when it gives nothing."""
    return st.query_params.get(name, "").strip() or None


def example_notice() -> Html:
    """The line that says that what is shown was made up."""
    return tag("p", texts.VOORBEELD, class_="tv voorbeeld")


@cache
def _style() -> str:
    return f"<style>{_STYLE.read_text(encoding='utf-8')}</style>"
