"""Turven on a phone: one tap is one. The count lives in the storage of the browser until it was kept as a meting."""

from collections.abc import Mapping
from typing import Any

from monitor.ui import apparaat

KEY = "turver"
"""Where the session holds what was counted."""


def mount(data: Mapping[str, Any]) -> None:
    """Show the counter that `data` describes."""
    apparaat.component(KEY)(key=KEY, data=dict(data), on_geteld_change=_seen)


def geteld() -> Any:
    """What was counted and is to be kept; None while somebody still counts."""
    return apparaat.said(KEY, "geteld")


def _seen() -> None:
    """The run that follows reads what was counted."""
