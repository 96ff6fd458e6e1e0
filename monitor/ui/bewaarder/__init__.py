"""A form that keeps itself on the device of who types: fields, token and code live in the storage of the browser.

A component of Streamlit whose script is a file of ours: the policy of monitor/web refuses scripts inside a page.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

KEY = "bewaarder"
"""Where the session holds what the form asks."""
_PAKKET = "monitor"
_NAAM = f"{_PAKKET}.{KEY}"


def mount(
    data: Mapping[str, Any],
    *,
    on_vraag: Callable[[], None],
    on_uitnodiging: Callable[[], None],
    on_gezien: Callable[[], None],
) -> None:
    """Show the form that `data` describes. `said` tells each callback what the form says."""
    _register()
    component = st.components.v2.component(_NAAM, js="bewaarder.js", isolate_styles=False)
    component(
        key=KEY,
        data=dict(data),
        on_vraag_change=on_vraag,
        on_uitnodiging_change=on_uitnodiging,
        on_gezien_change=on_gezien,
    )


def said(name: str) -> Any:
    """What the form says under this name; `gezien` (the token of the receipt on the screen) until the page is left."""
    state = st.session_state.get(KEY)
    return state.get(name) if isinstance(state, Mapping) else None


def _register() -> None:
    """Tell Streamlit where our script is. It looks for such files in installed packages only, and we are none."""
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(_NAAM) is None:
        manifest = ComponentManifest(_PAKKET, "1", [ComponentConfig(KEY, asset_dir=KEY)])
        manager.register_from_manifest(manifest, Path(__file__).parent.parent)
