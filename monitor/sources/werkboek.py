"""Opening a spreadsheet without being led astray: what is locked, broken or absurdly large is refused in words."""

import io
import re
import zipfile
from html import unescape
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from monitor.errors import OngeldigBestand

MEESTE_CELLEN = 20_000_000
"""A sheet with more cells than this, empty ones between counted too, is refused."""
_GROOTSTE_XML = 1_000_000_000
_RIJ = re.compile(rb"<row[^>]*? r=\"(\d+)\"")
_CEL = re.compile(rb" r=\"[A-Z]{1,3}(\d{6,7})\"")
"""A cell so far down that the row it stands in should have said so."""
_KOLOM = re.compile(rb" r=\"([A-Z]{2,3})\d")
_HERHAALD = re.compile(
    rb"number-rows-repeated=\"\d{6,}\"[^>]*>(?:(?!</table:table-row>).)*?office:value"
    rb"|number-columns-repeated=\"\d{6,}\"[^>]*office:value|office:value[^>]*number-columns-repeated=\"\d{6,}\"",
    re.DOTALL,
)
"""A value of OpenDocument that stands for a hundred thousand cells or more; empty ones may."""
_HOOG = re.compile(rb"<vertAlign val=\"su(?:per|b)script\"")
_STUKKEN = (
    ("xl/sharedStrings.xml", _HOOG, re.compile(rb"<si>(.*?)</si>", re.DOTALL)),
    ("xl/worksheets/sheet", _HOOG, re.compile(rb"<is>(.*?)</is>", re.DOTALL)),
    (
        "content.xml",
        re.compile(rb"<text:(?:span|tab|line-break)\b"),
        re.compile(rb"<text:p(?: [^>]*)?>(.*?)</text:p>", re.DOTALL),
    ),
)
"""Where texts of cells stand, how a piece inside one is marked, and where such a text begins and ends."""
_TAG = re.compile(rb"<[^>]*>")
_OLE = b"\xd0\xcf\x11\xe0"
_VERSLEUTELD = "EncryptedPackage".encode("utf-16-le")


def open_werkboek(path: Path, content: bytes) -> CalamineWorkbook:
    """The workbook in the content of a file. Raises OngeldigBestand when it is none, or cannot be opened."""
    if content.startswith(_OLE) and _VERSLEUTELD in content:
        raise _locked(path)
    if content.startswith(b"PK"):
        _check_size(path, content)
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError as error:
        raise _locked(path) from error
    except CalamineError as error:
        raise broken(path) from error


def glued_texts(content: bytes) -> frozenset[str]:
    """Texts of cells in which a raised figure, a tab or a new line is lost: 12 with a footnote 1 is read as 121."""
    if not content.startswith(b"PK"):
        return frozenset()
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        found = [
            text
            for name in parts.namelist()
            for where, mark, cell in _STUKKEN
            if name.startswith(where) and mark.search(whole := parts.read(name))
            for text in cell.findall(whole)
            if mark.search(text)
        ]
    return frozenset(unescape(_TAG.sub(b"", text).decode("utf-8", "replace")).strip() for text in found)


def broken(path: Path) -> OngeldigBestand:
    """The refusal of what looks like a spreadsheet and is none."""
    return OngeldigBestand(f"Het bestand {path.name} is geen geldig Excel-bestand, of niet compleet.")


def _locked(path: Path) -> OngeldigBestand:
    return OngeldigBestand(
        f"Het bestand {path.name} heeft een wachtwoord. Haal het wachtwoord eraf en lever het opnieuw aan."
    )


def _check_size(path: Path, content: bytes) -> None:
    # One value in the last cell of a sheet makes the reader reserve room for all cells before it, and ends the program.
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if any(name.endswith("workbook.bin") for name in parts.namelist()):
                raise OngeldigBestand(f"Het bestand {path.name} is een .xlsb-bestand. Sla het op als .xlsx.")
            sheets = [part for part in parts.infolist() if part.filename.startswith("xl/worksheets/sheet")]
            if sum(part.file_size for part in parts.infolist()) > _GROOTSTE_XML:
                raise _too_large(path)
            if any(_cells(parts.read(sheet)) > MEESTE_CELLEN for sheet in sheets):
                raise _too_large(path)
            if "content.xml" in parts.namelist() and _HERHAALD.search(parts.read("content.xml")):
                raise _too_large(path)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise broken(path) from error


def _cells(xml: bytes) -> int:
    """How many cells lie between the first and the last one of a sheet."""
    height = max(map(int, (*_RIJ.findall(xml), *_CEL.findall(xml))), default=1)
    width = max(map(_column, set(_KOLOM.findall(xml))), default=26)
    return height * width


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _too_large(path: Path) -> OngeldigBestand:
    return OngeldigBestand(
        f"Het bestand {path.name} is te groot: er staat iets in een cel heel ver van de andere. "
        "Zet de tabel in een nieuw bestand."
    )
