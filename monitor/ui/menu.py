"""The menu: what everybody sees, and what somebody may do here as well."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling, mag_ergens
from monitor.ui import wie


@dataclass(frozen=True, slots=True)
class Scherm:
    """A page, its words in the menu, and what somebody must be allowed to do to see it there (nothing: everybody)."""

    path: str
    titel: str
    voor: tuple[Handeling, ...] = ()

    @property
    def adres(self) -> str:
        """The address of the page; the first page has none of its own."""
        return Path(self.path).stem.replace("_", "-")


def sections(schermen: Mapping[str, Sequence[Scherm]]) -> dict[str, list[StreamlitPage]]:
    """All pages, each under its heading; those that are not for this visitor only by their address."""
    gebruiker = wie.gebruiker()
    return {kop: [_page(scherm, gebruiker) for scherm in under] for kop, under in schermen.items()}


def _page(scherm: Scherm, gebruiker: Gebruiker) -> StreamlitPage:
    if scherm.adres == "start":
        return st.Page(scherm.path, title=scherm.titel, default=True)
    shown = not scherm.voor or any(mag_ergens(gebruiker, handeling) for handeling in scherm.voor)
    return st.Page(scherm.path, title=scherm.titel, url_path=scherm.adres, visibility="visible" if shown else "hidden")
