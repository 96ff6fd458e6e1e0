"""What every page begins with: its title, our stylesheet, and what its address asks for."""

from functools import cache
from pathlib import Path

import streamlit as st

from monitor.domain.gebruiker import Gebruiker
from monitor.ui import texts, wie
from monitor.ui.html import Html, tag

_STYLE = Path(__file__).parent / "style"


def page(titel: str) -> Gebruiker:
    """The first line of every page: its frame, and who is looking. A page may run without dashboard.py."""
    st.set_page_config(page_title=texts.PAGINATITEL.format(titel=titel), layout="wide")
    st.html(_style())
    gebruiker = wie.gebruiker()
    wie.bar(gebruiker)
    return gebruiker


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
    parts = sorted(_STYLE.glob("*.css"), key=lambda path: (path.stem != "huis", path.stem))
    return f"<style>{''.join(path.read_text(encoding='utf-8') for path in parts)}</style>"
