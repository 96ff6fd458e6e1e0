"""Metingen to a file that others can read: a program (comma, decimal point) or a Dutch spreadsheet (`voor_excel`)."""

import csv
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from monitor.domain.gebied import normalize_code
from monitor.errors import NietGevonden, OngeldigeInvoer
from monitor.store.database import Database
from monitor.store.uitvoer_store import UitvoerStore

KOLOMMEN = (
    "gebied",
    "indicator",
    "periode",
    "waarde",
    "ondergrens",
    "bovengrens",
    "eenheid",
    "bewijssoort",
    "status",
    "ontbreekt_reden",
    "bron",
)

Progress = Callable[[int], None]
"""Told how many rows were written so far."""

_CANNOT = "{target} kan niet worden geschreven. Bestaat de map, en mag u erin?"
_PIECE = 200_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export_metingen(
    database: Database,
    target: Path,
    *,
    gebieden: Sequence[str] = (),
    indicatoren: Sequence[str] = (),
    voor_excel: bool = False,
    force: bool = False,
    progress: Progress | None = None,
) -> int:
    """Write metingen to `target`, sorted by gebied, indicator and period; returns how many.

    Raises OngeldigeInvoer when the target exists (unless `force`) or cannot be written, NietGevonden for an unknown
    code. The target appears only when all of it was written.
    """
    refuse_existing(target, force=force)
    with database.all_cores(), database.reading() as cursor:
        store = UitvoerStore(cursor)
        gebieden = [normalize_code(code) or code for code in gebieden]
        unknown = {"het gebied": store.unknown_gebieden(gebieden)}
        unknown["de indicator"] = store.unknown_indicatoren(indicatoren)
        if any(unknown.values()):
            raise NietGevonden(_unknown_in_words(unknown))
        with replacing(target, bom=voor_excel) as file:
            pieces = store.metingen(gebieden, indicatoren, piece=_PIECE)
            return _write(file, pieces, voor_excel=voor_excel, progress=progress)


def refuse_existing(target: Path, *, force: bool) -> None:
    """Refuse to write where something stands already, unless `force`."""
    if os.path.lexists(target) and not force:
        raise OngeldigeInvoer(f"{target} bestaat al. Kies een andere naam, of geef --force mee om het te vervangen.")


def write_file(target: Path, inhoud: bytes) -> None:
    """Write a file whole, or not at all. Raises OngeldigeInvoer when it cannot be written."""
    half = target.with_name(f".{target.name}.half")
    try:
        half.write_bytes(inhoud)
        half.replace(target)
    except OSError as error:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise OngeldigeInvoer(_CANNOT.format(target=target)) from error


def format_value(value: object, *, decimal_comma: bool) -> str:
    """One cell: empty for none, a number without needless decimals, text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, float):
        text = str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        return text.replace(".", ",") if decimal_comma else text
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _write(
    file: TextIO, pieces: Iterable[list[tuple[Any, ...]]], *, voor_excel: bool, progress: Progress | None
) -> int:
    writer = csv.writer(file, delimiter=";" if voor_excel else ",", lineterminator="\r\n")
    writer.writerow(KOLOMMEN)
    written = 0
    for rows in pieces:
        writer.writerows([format_value(value, decimal_comma=voor_excel) for value in row] for row in rows)
        written += len(rows)
        if progress:
            progress(written)
    return written


def _unknown_in_words(unknown: Mapping[str, Sequence[str]]) -> str:
    return "\n".join(f"De opslag kent {what} {code} niet." for what, codes in unknown.items() for code in codes)


@contextmanager
def replacing(target: Path, *, bom: bool) -> Iterator[TextIO]:
    """A new file that takes the place of `target` when the block ends well, and disappears when it does not."""
    half = target.with_name(f".{target.name}.half")
    try:
        with half.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
            yield file
        os.replace(half, target)  # noqa: PTH105 - it says what happens: replace
    except OSError as error:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise OngeldigeInvoer(_CANNOT.format(target=target)) from error
    except BaseException:
        half.unlink(missing_ok=True)
        raise
