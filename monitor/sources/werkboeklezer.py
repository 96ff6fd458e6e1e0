"""Reads a spreadsheet in a process of its own, so that a file that is made to break the reader breaks nothing else.

One value in the last cell of a sheet makes the reader ask for room for all cells before it; what it cannot get ends the
program at once. So it runs here, with a limit to what it may use. The content of the file comes in, what was read goes
out. It stands alone: it knows nothing of the other modules.
"""

import contextlib
import io
import pickle
import re
import sys
import warnings
import zipfile
from collections.abc import Callable, Mapping
from typing import Any
from xml.parsers import expat

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

MEESTE_CELLEN = 20_000_000
"""A sheet with more cells than this, empty ones between counted too, is refused."""
_GROOTSTE_XML = 300_000_000
_UITGEPAKT_GROOT, _MEESTE_KEREN = 30_000_000, 250
"""What is this large when it is unpacked, and so many times as large as it was, is made to be."""
_MEESTE_SAMENGEVOEGD, _MEESTE_RIJEN_SAMEN = 10_000, 1_000_000
_GEHEUGEN, _SECONDEN = 2 * 1024**3, 60
_OLE, _VERSLEUTELD = b"\xd0\xcf\x11\xe0", "EncryptedPackage".encode("utf-16-le")
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
_TEKENEN = (b"vertAlign", b"hidden", b"-repeated", b"visibility", b"line-break", b":span", b":tab")
"""Only where one of these stands, a part can glue texts, hide rows, or say that a cell stands for many."""
_VAAK = 100_000
_STUKKEN = frozenset({"span", "tab", "line-break"})


Sheet = tuple[str, list[list[Any]], bool, list[tuple[int, int, int, int]]]
"""The name of a sheet, its rows, whether it is hidden, and which cells are merged."""


class OngeldigWerkboek(Exception):
    """A file that is not read; says why in a word."""


def lees(content: bytes, *, alleen_eerste: bool = False) -> dict[str, Any]:
    """The sheets of a workbook with their cells. Raises OngeldigWerkboek."""
    if content.startswith(_OLE) and _VERSLEUTELD in content:
        raise OngeldigWerkboek("wachtwoord")
    glued: set[str] = set()
    hidden = False
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            _check_parts(parts, len(content))
            for name in parts.namelist():
                hidden = _look(parts.read(name), glued) or hidden
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    if alleen_eerste:
        bladen = [_blad(book.get_sheet_by_index(0), verborgen=False)]
    else:
        bladen = [
            _blad(book.get_sheet_by_name(it.name), verborgen=it.visible is not SheetVisibleEnum.Visible)
            for it in book.sheets_metadata
            if it.typ is SheetTypeEnum.WorkSheet
        ]
    return {"bladen": bladen, "geplakt": frozenset(glued), "verborgen_deel": hidden}


def _check_parts(parts: zipfile.ZipFile, packed: int) -> None:
    if any(name.casefold().endswith("workbook.bin") for name in parts.namelist()):
        raise OngeldigWerkboek("xlsb")
    unpacked = sum(part.file_size for part in parts.infolist())
    if unpacked > _GROOTSTE_XML or (unpacked > _UITGEPAKT_GROOT and unpacked > _MEESTE_KEREN * packed):
        raise OngeldigWerkboek("groot")


def _look(part: bytes, glued: set[str]) -> bool:
    """Keep the texts of a part in which pieces are glued; tells whether it hides rows or columns.

    The reader of cells does not tell: 12 with a raised footnote 1 is read as 121.
    """
    if not part[:100].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00").startswith(b"<"):
        return False
    said = _ENCODING.match(part[:200].lstrip(b"\xef\xbb\xbf"))
    if part.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in part[:20]:
        raise OngeldigWerkboek("schrift")
    if said is not None and said[1].decode("latin-1").casefold() not in ("utf-8", "utf8", "us-ascii", "ascii"):
        raise OngeldigWerkboek("schrift")
    if not any(sign in part for sign in _TEKENEN):
        return False
    return _Reader(glued).look(part)


class _Reader:
    """Goes through a part from begin to end, however its tags and attributes are spelled."""

    def __init__(self, glued: set[str]) -> None:
        self._glued = glued
        self._hidden = False
        self._text: list[str] | None = None
        self._pieces = False
        self._rows = 1

    def look(self, part: bytes) -> bool:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._add
        parser.Parse(part, True)
        return self._hidden

    def _open(self, name: str, attributes: Mapping[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local in ("si", "is", "p"):
            self._text, self._pieces = [], False
        elif local == "vertAlign":
            self._pieces = self._pieces or attributes.get("val") in ("superscript", "subscript")
        elif local in _STUKKEN:
            self._pieces = True
        elif local in ("row", "col"):
            self._hidden = self._hidden or attributes.get("hidden") in ("1", "true")
        elif local.startswith("table-"):
            self._open_table(local, {naam.rpartition(":")[2]: value for naam, value in attributes.items()})

    def _open_table(self, local: str, attributes: Mapping[str, str]) -> None:
        """Of OpenDocument. A value that stands for a hundred thousand cells or more is refused; empty ones may."""
        if local in ("table-row", "table-column"):
            self._hidden = self._hidden or attributes.get("visibility") in ("collapse", "filter")
        if local == "table-row":
            self._rows = _number(attributes.get("number-rows-repeated"))
        elif not {"value", "value-type"}.isdisjoint(attributes) and self._times(attributes) >= _VAAK:
            raise OngeldigWerkboek("groot")

    def _times(self, attributes: Mapping[str, str]) -> int:
        return self._rows * _number(attributes.get("number-columns-repeated"))

    def _close(self, name: str) -> None:
        if self._text is not None and name.rpartition(":")[2] in ("si", "is", "p"):
            if self._pieces:
                self._glued.add("".join(self._text).strip())
            self._text = None

    def _add(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)


def _blad(sheet: CalamineSheet, *, verborgen: bool) -> Sheet:
    if sheet.total_height * sheet.total_width > MEESTE_CELLEN:
        raise OngeldigWerkboek("groot")
    rows = sheet.to_python(skip_empty_area=False)
    merged = sheet.merged_cell_ranges or ()
    within = [(*first, min(last[0], len(rows) - 1), last[1]) for first, last in merged if first[0] < len(rows)]
    if len(merged) > _MEESTE_SAMENGEVOEGD or sum(it[2] - it[0] + 1 for it in within) > _MEESTE_RIJEN_SAMEN:
        raise OngeldigWerkboek("samengevoegd")
    return sheet.name, rows, verborgen, within


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 1


def answer(content: bytes, *, alleen_eerste: bool) -> dict[str, Any]:
    """What was read, or in one word why it was not."""
    try:
        return lees(content, alleen_eerste=alleen_eerste)
    except OngeldigWerkboek as error:
        return {"geweigerd": str(error)}
    except PasswordError:
        return {"geweigerd": "wachtwoord"}
    except MemoryError:
        return {"geweigerd": "groot"}
    except BaseException:
        # A panic of the reader is no Exception.
        return {"geweigerd": "kapot"}


def _limit() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_GEHEUGEN, _GEHEUGEN))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDEN, _SECONDEN))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(
    read: Callable[[], bytes] = lambda: sys.stdin.buffer.read(),
    write: Callable[[bytes], object] = lambda it: sys.stdout.buffer.write(it),
) -> None:
    """Read the content that comes in, and give back what stands in it."""
    import gc

    gc.disable()
    _limit()
    warnings.simplefilter("ignore")
    write(pickle.dumps(answer(read(), alleen_eerste="eerste" in sys.argv), pickle.HIGHEST_PROTOCOL))


if __name__ == "__main__":
    main()
