"""Opening a spreadsheet without being led astray: what is locked, broken or absurdly large is refused in words."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from monitor.errors import OngeldigBestand

MEESTE_CELLEN = 20_000_000
"""A sheet with more cells than this, empty ones between counted too, is refused."""
_GROOTSTE_XML = 1_000_000_000
_RIJ = re.compile(rb"<row[^>]*? r=\"(\d+)\"")
_CEL = re.compile(rb" r=\"(?:([A-Z]{1,3})(\d{6,7})|([A-Z]{2,3})\d)")
"""A cell far to the right; or so far down that the row it stands in should have said so."""
_HERHAALD = re.compile(
    rb"number-rows-repeated=\"\d{6,}\"[^>]*>(?:(?!</table:table-row>).)*?office:value"
    rb"|number-columns-repeated=\"\d{6,}\"[^>]*office:value|office:value[^>]*number-columns-repeated=\"\d{6,}\"",
    re.DOTALL,
)
"""A value of OpenDocument that stands for a hundred thousand cells or more; empty ones may."""
_HOOG = re.compile(rb"<vertAlign val=\"su(?:per|b)script\"")
_STUKKEN = (
    ("xl/sharedStrings.xml", (), _HOOG, re.compile(rb"<si>(.*?)</si>", re.DOTALL)),
    ("xl/worksheets/sheet", (b' hidden="1"',), _HOOG, re.compile(rb"<is>(.*?)</is>", re.DOTALL)),
    (
        "content.xml",
        (b'visibility="filter"', b'visibility="collapse"'),
        re.compile(rb"<text:(?:span|tab|line-break)\b"),
        re.compile(rb"<text:p(?: [^>]*)?>(.*?)</text:p>", re.DOTALL),
    ),
)
"""Parts of a file, how each says that something is hidden, how it marks a piece of a text, and where texts stand."""
_TAG = re.compile(rb"<[^>]*>")
_OLE = b"\xd0\xcf\x11\xe0"
_VERSLEUTELD = "EncryptedPackage".encode("utf-16-le")


def open_werkboek(path: Path, content: bytes) -> CalamineWorkbook:
    """The workbook in the content of a file. Raises OngeldigBestand when it is none, or cannot be opened."""
    if content.startswith(_OLE) and _VERSLEUTELD in content:
        raise _locked(path)
    if content.startswith(b"PK"):
        _check_size(path, content)
    with reading(path):
        return CalamineWorkbook.from_filelike(io.BytesIO(content))


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Raises OngeldigBestand for what the reader of spreadsheets cannot make anything of."""
    try:
        yield
    except PasswordError as error:
        raise _locked(path) from error
    except CalamineError as error:
        raise broken(path) from error
    except BaseException as error:
        # Half an old .xls makes the reader panic, and that is no Exception; its class cannot be imported.
        if type(error).__name__ == "PanicException":
            raise broken(path) from error
        raise


def what_goes_unseen(path: Path, content: bytes) -> tuple[frozenset[str], bool]:
    """What the reader of cells does not tell: texts in which pieces are glued, and whether rows or columns are hidden.

    A raised figure, a tab or a new line is lost: 12 with a footnote 1 is read as 121. Raises OngeldigBestand.
    """
    glued: set[str] = set()
    hidden = False
    if not content.startswith(b"PK"):
        return frozenset(), hidden
    with _opened(path, content) as parts:
        for name in parts.namelist():
            for where, hides, mark, texts in _STUKKEN:
                if not name.startswith(where):
                    continue
                whole = parts.read(name)
                hidden = hidden or any(it in whole for it in hides)
                if mark.search(whole):
                    glued |= {_text(it) for it in texts.findall(whole) if mark.search(it)}
    return frozenset(glued), hidden


def _text(xml: bytes) -> str:
    return unescape(_TAG.sub(b"", xml).decode("utf-8", "replace")).strip()


def broken(path: Path) -> OngeldigBestand:
    """The refusal of what looks like a spreadsheet and is none."""
    return OngeldigBestand(f"Het bestand {path.name} is geen geldig Excel-bestand, of niet compleet.")


def _locked(path: Path) -> OngeldigBestand:
    return OngeldigBestand(
        f"Het bestand {path.name} heeft een wachtwoord. Haal het wachtwoord eraf en lever het opnieuw aan."
    )


def _check_size(path: Path, content: bytes) -> None:
    # One value in the last cell of a sheet makes the reader reserve room for all cells before it, and ends the program.
    with _opened(path, content) as parts:
        if any(name.endswith("workbook.bin") for name in parts.namelist()):
            raise OngeldigBestand(f"Het bestand {path.name} is een .xlsb-bestand. Sla het op als .xlsx.")
        sheets = [part for part in parts.infolist() if part.filename.startswith("xl/worksheets/sheet")]
        if sum(part.file_size for part in parts.infolist()) > _GROOTSTE_XML:
            raise _too_large(path)
        if any(_cells(parts.read(sheet)) > MEESTE_CELLEN for sheet in sheets):
            raise _too_large(path)
        if "content.xml" in parts.namelist() and _HERHAALD.search(parts.read("content.xml")):
            raise _too_large(path)


@contextmanager
def _opened(path: Path, content: bytes) -> Iterator[zipfile.ZipFile]:
    """The parts of a file. Raises OngeldigBestand when one of them is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            yield parts
    except OngeldigBestand:
        raise
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise broken(path) from error


def _cells(xml: bytes) -> int:
    """How many cells lie between the first and the last one of a sheet."""
    far = set(_CEL.findall(xml))
    height = max(map(int, (*_RIJ.findall(xml), *(down for _, down, _ in far if down))), default=1)
    width = max((_column(letters or others) for letters, _, others in far), default=26)
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
