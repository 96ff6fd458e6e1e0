"""From the cells of a file to numbers: what is a value, what is missing, and what is neither."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

GRENS_ONTBREEKT = -99990.0
"""GIS files of CBS write -99995, -99997 or -99999999 for a missing value: what is this low is no figure."""

_ONTBREEKT = frozenset({"", ".", "na", "n/a", "nan", "null", "none"})
_GETAL = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d{1,3})?")
_DUIZENDTALLEN = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+")


class GeenGetal(ValueError):
    """A cell that holds something, but no number."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of numbers: NaN where a value is missing; `fout` are the rows that hold no number at all."""

    waarden: npt.NDArray[np.float64]
    fout: tuple[tuple[int, str], ...] = ()


@lru_cache(maxsize=200_000)
def parse_cel(text: str) -> float | None:
    """The number in a cell, or None when the cell says that it is missing. Raises GeenGetal for anything else.

    A point is a decimal point, as CBS and RIVM write it; a comma is one too, and `1.234,5` is read the Dutch way.
    Zero is a value and never missing.
    """
    text = text.strip()
    if text.casefold() in _ONTBREEKT:
        return None
    if _DUIZENDTALLEN.fullmatch(text):
        text = text.replace(".", "")
    elif not _GETAL.fullmatch(text):
        raise GeenGetal(text)
    return number_or_missing(float(text.replace(",", ".")))


def number_or_missing(value: float) -> float | None:
    """The value itself, or None when it stands for a missing one. Raises GeenGetal for infinity."""
    if math.isnan(value) or value <= GRENS_ONTBREEKT:
        return None
    if math.isinf(value):
        raise GeenGetal(str(value))
    return value


def read_kolom(cells: Sequence[Any]) -> Kolom:
    """A column of cells (numbers, text, None) as numbers, with the cells that are none."""
    waarden = np.full(len(cells), np.nan)
    fout: list[tuple[int, str]] = []
    for index, cell in enumerate(cells):
        if cell is None:
            continue
        try:
            value = parse_cel(cell) if isinstance(cell, str) else _number_of(cell)
        except GeenGetal:
            fout.append((index, str(cell)))
            continue
        if value is not None:
            waarden[index] = value
    return Kolom(waarden, tuple(fout))


def _number_of(cell: object) -> float | None:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        raise GeenGetal(str(cell))
    try:
        return number_or_missing(float(cell))
    except OverflowError as error:
        raise GeenGetal(str(cell)) from error


def read_getallen(waarden: npt.NDArray[np.float64]) -> Kolom:
    """A column that is numeric already: low sentinels become missing, infinity is no number."""
    waarden = np.where(waarden <= GRENS_ONTBREEKT, np.nan, waarden)
    fout = tuple((int(index), str(waarden[index])) for index in np.flatnonzero(np.isinf(waarden)))
    return Kolom(waarden, fout)


def text_of(cell: object) -> str:
    """A cell as text without padding; a whole number loses the `.0` that a spreadsheet gives it."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
