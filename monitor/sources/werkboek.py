"""Opening a spreadsheet without being led astray: what is locked, broken or absurdly large is refused in words."""

import pickle
import subprocess
import sys
import threading
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from monitor.errors import OngeldigBestand
from monitor.sources import werkboeklezer

_LEZER = Path(werkboeklezer.__file__)
_GEDULD = 120
"""So many seconds a file may take; the reader itself may use half of it."""
_TEGELIJK = threading.BoundedSemaphore(2)
_REDENEN = {
    "wachtwoord": "Het bestand {naam} heeft een wachtwoord. Haal het wachtwoord eraf en lever het opnieuw aan.",
    "xlsb": "Het bestand {naam} is een .xlsb-bestand. Sla het op als .xlsx.",
    "schrift": "Het bestand {naam} is bewaard op een manier die we niet lezen (geen UTF-8). "
    "Open het in Excel of LibreOffice, en sla het op als .xlsx.",
    "samengevoegd": "In het bestand {naam} zijn heel veel cellen samengevoegd. Splits ze, en vul elke cel.",
    "groot": "Het bestand {naam} is te groot om te lezen. Misschien staat er iets in een cel heel ver van de andere. "
    "Zet de tabel in een nieuw bestand.",
    "kapot": "Het bestand {naam} is geen geldig Excel-bestand, of niet compleet.",
}


@dataclass(frozen=True, slots=True)
class Werkblad:
    """One sheet of a workbook with its cells."""

    naam: str
    rijen: Sequence[Sequence[Any]]
    verborgen: bool
    samengevoegd: tuple[tuple[int, int, int, int], ...]
    """Cells that were merged: first row and column, last row and column, counted from nought."""


@dataclass(frozen=True, slots=True)
class Werkboek:
    """What stands in a workbook, and what its cells do not tell."""

    bladen: tuple[Werkblad, ...]
    geplakt: AbstractSet[str]
    """Texts in which pieces are glued: a raised figure, a tab or a new line is lost, 12 with a footnote 1 is 121."""
    verborgen_deel: bool
    """Whether it hides rows or columns."""


def read_werkboek(path: Path, content: bytes, *, alleen_eerste: bool = False) -> Werkboek:
    """The workbook in the content of a file. Raises OngeldigBestand when it is none, or cannot be read.

    It is read by a process of its own: a file that makes the reader of spreadsheets end takes nothing else along.
    """
    given = _ask(content, alleen_eerste=alleen_eerste)
    if "geweigerd" in given:
        raise OngeldigBestand(_REDENEN[given["geweigerd"]].format(naam=path.name))
    bladen = tuple(
        Werkblad(naam, rijen, verborgen, tuple(samengevoegd))
        for naam, rijen, verborgen, samengevoegd in given["bladen"]
    )
    return Werkboek(bladen, given["geplakt"], given["verborgen_deel"])


def _ask(content: bytes, *, alleen_eerste: bool) -> dict[str, Any]:
    command = [sys.executable, "-P", str(_LEZER), *(["eerste"] if alleen_eerste else [])]
    with _TEGELIJK:
        try:
            done = subprocess.run(  # noqa: S603 - our own program, without any word of the file
                command, input=content, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=_GEDULD, check=True
            )
        except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
            return {"geweigerd": "groot"}
    answer: dict[str, Any] = pickle.loads(done.stdout)  # noqa: S301 - written by our own program
    return answer
