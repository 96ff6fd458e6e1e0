"""Sharing what is on the screen: its address to copy, and one chart for elsewhere. Nothing of who looks is in it."""

from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

import streamlit as st

from monitor.domain.indicatorbeeld import Indicatorbeeld
from monitor.domain.spoor import SpoorSoort
from monitor.errors import MonitorError
from monitor.ui import frame, indicatorscherm, keuze, queries
from monitor.ui.html import tag
from monitor.ui.texts import insluiten as texts

DEELBAAR: Mapping[str, tuple[str, ...]] = {
    "": (),
    "gemeente": ("gemeente",),
    "wijk": ("wijk",),
    "indicator": ("indicator", "wijk", "gemeente"),
    "verhalen": (
        "q",
        "wijk",
        "gemeente",
        "thema",
        "perspectief",
        "gevoel",
        "verhouding",
        "bladzijde",
        "verhaal",
    ),
    "verantwoording": ("gemeente", "thema"),
    "activiteiten": ("wijk", "jaar"),
    "indicatoren-kiezen": ("wijk", "stap"),
    "wijkgesprek": ("wijk",),
    "samen-verhalen-kiezen": ("wijk", "ronde"),
    "wijkplan": ("wijk",),
    "wijkbezoek": ("wijk",),
    "in-de-weg": ("gemeente",),
    "hoe-is-dit-zo-gekomen": ("van", "wijk", "gemeente"),
}
"""The pages that others may see the same, and what of their address is shared. Nothing else ever is: no code of a
teller, no invitation, no page on which somebody works with what is not public.
"""
_CONCEPT = f"{SpoorSoort.RAADSSTUK}:"
"""How the spoor of a draft begins: that is not for everybody."""
_HOOGTE = 720
_MAG = ("allow-popups", "allow-popups-to-escape-sandbox")
"""What the chart may do elsewhere: open its link in a tab of its own, and run nothing."""


def show(page: str) -> None:
    """At the foot of a page that can be shared: its address, and of one cijfer its chart to put elsewhere."""
    names = DEELBAAR.get(page)
    if names is None:
        return
    asked = {name: value for name in names if (value := frame.parameter(name))}
    if asked.get("van", "").startswith(_CONCEPT):
        return
    with st.container(key="delen"), st.expander(texts.DELEN):
        st.code(address(page, asked), language=None, wrap_lines=True)
        beeld = _beeld(asked) if page == "indicator" and "indicator" in asked else None
        if beeld is not None:
            st.html(tag("p", texts.INSLUITEN, class_="tv klein"))
            st.code(snippet(beeld), language=None, wrap_lines=True)


def address(page: str, asked: Mapping[str, str]) -> str:
    """The whole address of a page, as this visitor reaches it."""
    words = urlencode(asked)
    return f"{_base()}/{page}?{words}" if words else f"{_base()}/{page}"


def snippet(beeld: Indicatorbeeld) -> str:
    """The frame that shows the chart in another page: it runs nothing there, and its link opens a tab of its own."""
    plaats = beeld.plaats.naam if beeld.plaats else ""
    asked = {"indicator": beeld.indicator.code}
    if beeld.wijk is not None:
        asked["wijk"] = beeld.wijk.code
    elif beeld.gemeente is not None:
        asked["gemeente"] = beeld.gemeente.code
    return tag(
        "iframe",
        src=f"{_base()}/embed/indicator?{urlencode(asked)}",
        title=texts.INSLUIT_TITEL.format(naam=beeld.indicator.naam, plaats=plaats),
        width="100%",
        height=str(_HOOGTE),
        loading="lazy",
        sandbox=" ".join(_MAG),
    )


def _base() -> str:
    """Where the dashboard is for this visitor, without a page; nothing when the browser does not tell."""
    parts = urlsplit(st.context.url or "")
    if parts.scheme not in ("http", "https"):
        return ""
    above = parts.path.rsplit("/", 1)[0]
    return f"{parts.scheme}://{parts.netloc}{above}"


def _beeld(asked: Mapping[str, str]) -> Indicatorbeeld | None:
    """What everybody sees of this cijfer; None where there is no figure to show elsewhere."""
    stand = queries.stand()
    gemeente = asked.get("gemeente") or keuze.only_gemeente(stand)
    try:
        beeld = indicatorscherm.beeld_of(stand, asked["indicator"], asked.get("wijk"), gemeente)
    except MonitorError:  # the page itself tells it
        return None
    return beeld if beeld.reeks is not None else None
