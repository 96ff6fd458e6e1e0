"""The look of every chart: its colours, its letters, Dutch numbers and months. One place, for screen and paper."""

from dataclasses import dataclass
from typing import Any

from monitor.nl import NUMBER_LOCALE, TIME_LOCALE

FONT = '"Source Sans", "Source Sans 3", system-ui, sans-serif'
LETTER = 13


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours that a chart may use, by what they stand for."""

    inkt: str
    zacht: str
    lijn: str
    kaart: str
    cijfer: str
    cijfer_licht: str
    gemeente: str
    verhaal: str
    schuur: str
    schuur_rand: str
    schuur_lijn: str
    """Around a wijk where it chafes: in the dark yellow is a line and not a field."""


LIGHT = Palette(
    inkt="#1c2733",
    zacht="#55606c",
    lijn="#e3e5df",
    kaart="#ffffff",
    cijfer="#12608a",
    cijfer_licht="#dcebf3",
    gemeente="#767f88",
    verhaal="#a1431c",
    schuur="#f4e7b5",
    schuur_rand="#7a6410",
    schuur_lijn="#12608a",
)
DARK = Palette(
    inkt="#f1efe8",
    zacht="#b3bac1",
    lijn="#343f4b",
    kaart="#222d39",
    cijfer="#7cc0e6",
    cijfer_licht="#2c4a5e",
    gemeente="#98a1a9",
    verhaal="#f0a07e",
    schuur="#222d39",
    schuur_rand="#f4e7b5",
    schuur_lijn="#f4e7b5",
)
SCREEN = Palette(
    inkt="var(--inkt)",
    zacht="var(--zacht)",
    lijn="var(--raster)",
    kaart="var(--kaart)",
    cijfer="var(--cijfer)",
    cijfer_licht="var(--cijfer-licht)",
    gemeente="var(--gemeente)",
    verhaal="var(--verhaal)",
    schuur="var(--schuur)",
    schuur_rand="var(--schuur-rand)",
    schuur_lijn="var(--schuur-lijn)",
)
"""On screen a chart takes its colours from the stylesheet, so that light and dark need no drawing anew."""


def config(palette: Palette) -> dict[str, Any]:
    """The Vega-Lite config of every chart: no frame, hairlines, Dutch locale, nothing behind it."""
    return {
        "background": "transparent",
        "font": FONT,
        "locale": {"number": NUMBER_LOCALE, "time": TIME_LOCALE},
        "view": {"stroke": None},
        "axis": {
            "domain": False,
            "ticks": False,
            "grid": False,
            "title": None,
            "labelColor": palette.zacht,
            "labelFontSize": LETTER,
            "labelPadding": 8,
            "gridColor": palette.lijn,
        },
        "text": {"font": FONT, "fontSize": LETTER, "color": palette.zacht},
    }
