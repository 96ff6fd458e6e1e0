"""Fields of a stuk are kept when typing stops for a while, also when nobody leaves them."""

from monitor.ui import apparaat

KEY = "meeschrijver"
PAUZE = 2_000
"""So many milliseconds after the last letter."""


def mount() -> None:
    """Watch the fields on this page; nothing of it is seen."""
    apparaat.component(KEY)(key=KEY, data={"pauze": PAUZE})
