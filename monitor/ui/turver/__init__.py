"""Turven on a phone: one tap is one. The count lives in the storage of the browser until it was kept as a meting.

A component of Streamlit whose script is a file of ours, as ui/bewaarder is.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

KEY = "turver"
"""Where the session holds what was counted."""
_PAKKET = "monitor_turven"
_NAAM = f"{_PAKKET}.{KEY}"


def mount(data: Mapping[str, Any]) -> None:
    """Show the counter that `data` describes."""
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(_NAAM) is None:
        # Streamlit looks for files of components in installed packages only, and we are none.
        manifest = ComponentManifest(_PAKKET, "1", [ComponentConfig(KEY, asset_dir=KEY)])
        manager.register_from_manifest(manifest, Path(__file__).parent.parent)
    component = st.components.v2.component(_NAAM, js="turver.js", isolate_styles=False)
    component(key=KEY, data=dict(data), on_geteld_change=_seen)


def geteld() -> Any:
    """What was counted and is to be kept; None while somebody still counts."""
    state = st.session_state.get(KEY)
    return state.get("geteld") if isinstance(state, Mapping) else None


def _seen() -> None:
    """The run that follows reads what was counted."""
