"""A chart as a picture: PNG for a document, SVG for who draws on. Nothing is asked of the outside world.

vl-convert draws with the same Vega as the browser. It holds on to more than 100 MB for as long as its process lives, so
it gets a process of its own per picture, or for all pictures of a document, and one at a time: a crowd that asks waits
instead of filling the memory.
"""

import base64
import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from monitor.errors import MonitorError
from monitor.export import drawing
from monitor.export.layout import LETTERS
from monitor.settings import ROOT

PATIENCE = 60.0
"""How many seconds one picture may take."""
SCALE = 2.0
"""Of a PNG: so many pixels for one of the screen, so that it stays sharp on paper."""

_lock = threading.Lock()


class BeeldSoort(StrEnum):
    """What kind of picture."""

    PNG = drawing.PNG
    SVG = drawing.SVG


class BeeldFout(MonitorError):
    """A picture could not be drawn."""


def make_beeld(spec: dict[str, Any], soort: BeeldSoort) -> bytes:
    """A Vega-Lite chart as a picture. Raises BeeldFout when it cannot be drawn."""
    return _drawn(soort.value, {"spec": spec})


def make_svgs(specs: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """Vega-Lite charts as SVG, all in one go. Raises BeeldFout when one cannot be drawn."""
    return tuple(json.loads(_drawn(drawing.CHARTS, {"specs": list(specs)}))) if specs else ()


def make_pngs(svgs: Sequence[str]) -> tuple[bytes, ...]:
    """Drawings as PNG, all in one go, with the letters of a document. Raises BeeldFout when one cannot be drawn."""
    if not svgs:
        return ()
    drawn = json.loads(_drawn(drawing.DRAWINGS, {"svgs": list(svgs), "letters": str(LETTERS)}))
    return tuple(base64.b64decode(it) for it in drawn)


def _drawn(what: str, asked: dict[str, Any]) -> bytes:
    with _lock:
        try:
            done = subprocess.run(  # noqa: S603 - our own program
                [sys.executable, "-m", drawing.__name__, what],
                input=json.dumps({**asked, "scale": SCALE}).encode(),
                capture_output=True,
                timeout=PATIENCE,
                check=True,
                cwd=ROOT,
            )
        except (subprocess.SubprocessError, OSError) as error:
            raise BeeldFout(
                "De grafiek kon niet worden getekend. Probeer het later nog een keer, of neem de cijfers mee."
            ) from error
    return done.stdout
