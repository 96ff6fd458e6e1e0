"""What people deliver themselves: the sheets of a spreadsheet, or the one table of a CSV, cell by cell."""

import csv
import io
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from monitor.errors import OngeldigBestand
from monitor.sources.cellen import text_of
from monitor.sources.tabel import decode, read_content
from monitor.sources.werkboek import read_werkboek
from monitor.sources.werkboeklezer import MEESTE_CELLEN

GEBIED = "gebied"
"""The head of a column that every table of figures has: by it a table is known."""
KOPPEN = {
    GEBIED: GEBIED,
    "gebiedscode": GEBIED,
    "gebiedcode": GEBIED,
    "wijkcode": GEBIED,
    "indicator": "indicator",
    "indicatorcode": "indicator",
    "periode": "periode",
    "jaar": "periode",
    "waarde": "waarde",
    "ondergrens": "ondergrens",
    "bovengrens": "bovengrens",
    "teller": "teller",
    "noemer": "noemer",
    "n": "n",
    "status": "status",
    "ontbreekt_reden": "ontbreekt_reden",
    "peildatum": "peildatum",
}
"""The heads that we know, in any capitals, and what each of them is."""
_WOORDEN = {"wijk": GEBIED, "cijfer": "indicator", "wanneer": "periode"}
_ONDERWERP = {"indicator", "periode"}
"""One of these stands beside the gebied in every table that we can read."""
MEESTE_RIJEN = 1_048_576
"""So many rows a sheet has; a text with more lines is refused."""
_LAATSTE_KOP = 200
"""So far down we look for the heads: above them stand titles."""
_SCHEIDINGEN = ";,\t|"
_SEP = re.compile(r"\ufeff?\"?sep=(.)\"?\r?\n", re.IGNORECASE)
_WIT = b"\xef\xbb\xbf \t\r\n"
_UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u2060\u00ad"))
"""Marks that nobody sees: of joined files, of web pages and of word processors."""
_WERKBOEK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
Cel = Any
"""What stands in a cell: text, a number, a day, a moment, yes or no; an empty text is nothing."""
Rij = Sequence[Cel]


@dataclass(frozen=True, slots=True)
class Blad:
    """One sheet with its cells; the first row is rij 1. A CSV is one sheet without a name, of texts alone."""

    naam: str
    rijen: Sequence[Rij]
    verborgen: bool = False
    samengevoegd: tuple[tuple[int, int, int, int], ...] = ()
    """Cells that were merged: first row and column, last row and column, counted from nought."""
    werkblad: bool = True
    """Whether it comes from a spreadsheet, which changes what somebody typed into dates and numbers."""
    geplakt: AbstractSet[str] = frozenset()
    """Texts in which a footnote or a second line stands without anything between it and the rest."""
    verborgen_deel: bool = False
    """Whether the file hides rows or columns, as a filter does."""

    @property
    def kop(self) -> int | None:
        """The place of the first row that holds the heads of a table; None when there is none.

        A line such as "gebied: De Hoge Linden" above the table looks like heads, so one that names more goes first.
        """
        found = [place for place, row in enumerate(self.rijen[:_LAATSTE_KOP]) if is_kop(row)]
        whole = (place for place in found if _ONDERWERP & set(koppen_of(self.rijen[place])))
        return next(whole, found[0] if found else None)


def read_bladen(path: Path) -> tuple[Blad, ...]:
    """The sheets of a file that hold something. Raises OngeldigBestand when it is no table at all."""
    content = read_content(path)
    if content.startswith(_WERKBOEK):
        return _read_werkboek(path, content)
    if content.lstrip(_WIT).startswith(b"<"):
        raise OngeldigBestand(
            f"Het bestand {path.name} is een webpagina of XML. Open het in Excel of LibreOffice. Sla het op als .xlsx."
        )
    return (_read_csv(path),)


def is_kop(row: Rij) -> bool:
    """Whether a row holds the heads of a table of figures: one is gebied, and there is another beside it."""
    names = koppen_of([cell for cell in row if isinstance(cell, str)])
    return GEBIED in names and sum(cell not in ("", None) for cell in row) > 1


def kop_of(cell: Cel) -> str:
    """The name of a column that we know, else the head as it stands there."""
    text = cell.isoformat()[:10] if isinstance(cell, date) else seen_text(cell)
    bare = " ".join(text.split())
    return KOPPEN.get(bare.casefold().replace(" ", "_"), bare)


def koppen_of(row: Rij) -> list[str]:
    """The names of the columns; the words of our own screens count where the usual head is not there."""
    names = [kop_of(cell) for cell in row]
    for word, naam in _WOORDEN.items():
        if naam not in names:
            names = [naam if it.casefold() == word else it for it in names]
    return names


def without_unseen(text: str) -> str:
    """A text without the marks that nobody sees."""
    return text if text.isascii() else text.translate(_UNSEEN)


def seen_text(cell: Cel) -> str:
    """A cell as somebody sees it, without padding."""
    return without_unseen(text_of(cell)).strip()


def letter_of(kolom: int) -> str:
    """The letter of a column as a spreadsheet shows it: 0 is A, 26 is AA."""
    letters = ""
    kolom += 1
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _read_werkboek(path: Path, content: bytes) -> tuple[Blad, ...]:
    book = read_werkboek(path, content)
    filled = tuple(
        Blad(
            blad.naam,
            blad.rijen,
            blad.verborgen,
            blad.samengevoegd,
            geplakt=book.geplakt,
            verborgen_deel=book.verborgen_deel,
        )
        for blad in book.bladen
        if blad.rijen
    )
    if not filled:
        raise OngeldigBestand(f"Het bestand {path.name} is leeg.")
    return filled


def _read_csv(path: Path) -> Blad:
    text = decode(path)
    if not text.strip():
        raise OngeldigBestand(f"Het bestand {path.name} is leeg.")
    said = _SEP.match(text)
    scheiding = said[1] if said else _scheiding(text)
    if scheiding is None:
        return Blad("", (), werkblad=False)
    if text.count(scheiding) > MEESTE_CELLEN or text.count("\n") > MEESTE_RIJEN:
        raise OngeldigBestand(f"Het bestand {path.name} is te groot om te lezen. Verdeel het over meer bestanden.")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=scheiding, strict=True))
    except csv.Error as error:
        raise OngeldigBestand(
            f"Het bestand {path.name} is geen geldig CSV-bestand: de aanhalingstekens kloppen niet."
        ) from error
    return Blad("", rows, werkblad=False)


def _scheiding(text: str) -> str | None:
    """What stands between the cells: of each sign that could, the one that gives the heads most cells, if any."""
    lines = text[:100_000].splitlines()[:_LAATSTE_KOP]

    def cells(sign: str) -> int:
        heads = (line.replace('"', "").split(sign) for line in lines)
        return max((len(row) for row in heads if is_kop(row)), default=0)

    best = max(_SCHEIDINGEN, key=cells)
    return best if cells(best) else None
