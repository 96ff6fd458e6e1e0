"""A form that keeps itself on the device of who types: fields, token and code live in the storage of the browser."""

from collections.abc import Callable, Mapping
from typing import Any

from monitor.ui import apparaat

KEY = "bewaarder"
"""Where the session holds what the form asks."""


def mount(
    data: Mapping[str, Any],
    *,
    on_vraag: Callable[[], None],
    on_uitnodiging: Callable[[], None],
    on_gezien: Callable[[], None],
) -> None:
    """Show the form that `data` describes. `said` tells each callback what the form says."""
    apparaat.component(KEY)(
        key=KEY,
        data=dict(data),
        on_vraag_change=on_vraag,
        on_uitnodiging_change=on_uitnodiging,
        on_gezien_change=on_gezien,
    )


def said(name: str) -> Any:
    """What the form says under this name; `gezien` (the token of the receipt on the screen) until the page is left."""
    return apparaat.said(KEY, name)
