"""What happens on the device of who looks or types: components of Streamlit whose scripts are files of ours.

The policy of monitor/web refuses scripts inside a page. The scripts stand in one folder, because a script can take in
another one only from beside itself.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

_PAKKET = "monitor"
_SCRIPTS = Path(__file__).parent


def component(naam: str) -> Callable[..., Any]:
    """The component whose script has this name."""
    full = f"{_PAKKET}.{naam}"
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(full) is None:
        # Streamlit looks for files of components in installed packages only, and we are none.
        names = sorted(path.stem for path in _SCRIPTS.glob("*.js"))
        configs = [ComponentConfig(name, asset_dir=_SCRIPTS.name) for name in names]
        manager.register_from_manifest(ComponentManifest(_PAKKET, "1", configs), _SCRIPTS.parent)
    return st.components.v2.component(full, js=f"{naam}.js", isolate_styles=False)


def said(key: str, name: str) -> Any:
    """What the component with this key says under a name; None while it says nothing."""
    state = st.session_state.get(key)
    return state.get(name) if isinstance(state, Mapping) else None
