"""Rows of a CSV or JSON-lines file, read one by one; everything that is wrong is told with its file and row."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from monitor.errors import OngeldigBestand, OngeldigeInvoer, Probleem

Ding = TypeVar("Ding")
Keuze = TypeVar("Keuze", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class InvoerRij:
    """One row: texts by column, each read as what it should be. A reader that fails names its column."""

    waarden: Mapping[str, Any]

    def tekst(self, veld: str) -> str:
        """A text that has to be there."""
        found = self.tekst_of_niets(veld)
        if found is None:
            raise OngeldigeInvoer([Probleem("Dit mag niet leeg zijn.", veld)])
        return found

    def tekst_of_niets(self, veld: str) -> str | None:
        """A text, or None when the column is empty or absent."""
        value = self.waarden.get(veld)
        return (str(value).strip() or None) if value is not None else None

    def dag(self, veld: str) -> date:
        """A day such as 2025-03-14."""
        return _read(veld, self.tekst(veld), date.fromisoformat, "geen datum. Schrijf een dag als 2025-03-14.")

    def dag_of_niets(self, veld: str) -> date | None:
        """A day, or None."""
        return self.dag(veld) if self.tekst_of_niets(veld) else None

    def heel(self, veld: str) -> int:
        """A whole number."""
        return _read(veld, self.tekst(veld), int, "geen heel getal.")

    def heel_of_niets(self, veld: str) -> int | None:
        """A whole number, or None."""
        return self.heel(veld) if self.tekst_of_niets(veld) else None

    def getal_of_niets(self, veld: str) -> float | None:
        """A number with a decimal point, or None."""
        text = self.tekst_of_niets(veld)
        return None if text is None else _read(veld, text, float, "geen getal. Schrijf het als 1234.5.")

    def bedrag_of_niets(self, veld: str) -> Decimal | None:
        """An amount of money with a decimal point, or None."""
        text = self.tekst_of_niets(veld)
        return None if text is None else _read(veld, text, Decimal, "geen bedrag. Schrijf het als 1234.50.")

    def keuze(self, veld: str, soort: type[Keuze]) -> Keuze:
        """One of a list of words."""
        return _choice(veld, self.tekst(veld), soort)

    def keuze_of_niets(self, veld: str, soort: type[Keuze]) -> Keuze | None:
        """One of a list of words, or None."""
        return self.keuze(veld, soort) if self.tekst_of_niets(veld) else None

    def keuzes(self, veld: str, soort: type[Keuze]) -> tuple[Keuze, ...]:
        """Some of a list of words."""
        return tuple(_choice(veld, text, soort) for text in self.lijst(veld))

    def lijst(self, veld: str) -> tuple[str, ...]:
        """A list: as such in JSON, with `;` between the parts in CSV."""
        value = self.waarden.get(veld) or ()
        parts = value.split(";") if isinstance(value, str) else value
        return tuple(str(part).strip() for part in parts if str(part).strip())

    def rijen(self, veld: str) -> tuple["InvoerRij", ...]:
        """The rows that stand inside this one (JSON only)."""
        return tuple(InvoerRij(part) for part in self.waarden.get(veld) or ())


def _read(veld: str, text: str, how: Callable[[str], Ding], melding: str) -> Ding:
    try:
        return how(text)
    except (ValueError, InvalidOperation):
        raise OngeldigeInvoer([Probleem(f"“{text}” is {melding}", veld)]) from None


def _choice(veld: str, text: str, soort: type[Keuze]) -> Keuze:
    known = ", ".join(member.value for member in soort)
    return _read(veld, text, soort, f"geen woord dat hier kan. Kies uit: {known}.")


def read_rijen(path: Path, maak: Callable[[InvoerRij], Ding]) -> tuple[Ding, ...]:
    """Everything that `maak` makes of the rows of a CSV (.csv) or JSON-lines (.jsonl) file.

    Raises OngeldigBestand with every row that is wrong.
    """
    made, problemen = [], []
    for nummer, waarden in _raw(path):
        try:
            made.append(maak(InvoerRij(waarden)))
        except OngeldigeInvoer as error:
            problemen += [placed(probleem, path.name, nummer) for probleem in error.problemen]
    if problemen:
        raise OngeldigBestand(problemen)
    return tuple(made)


def placed(probleem: Probleem, bestand: str, rij: int | None) -> Probleem:
    """The problem with the file and row that it stands in."""
    return Probleem(probleem.melding, f"{bestand}, {probleem.veld}" if probleem.veld else bestand, rij)


@contextmanager
def rows_of(path: Path) -> Iterator[None]:
    """Let what a service refuses name the file; its first, second, ... become rows of that file."""
    header = 1 if path.suffix == ".csv" else 0
    try:
        yield
    except OngeldigeInvoer as error:
        raise OngeldigBestand(
            placed(probleem, path.name, None if probleem.rij is None else probleem.rij + header)
            for probleem in error.problemen
        ) from error


def _raw(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise OngeldigBestand(f"Het bestand {path.name} ontbreekt.") from None
    except (OSError, UnicodeDecodeError):
        raise OngeldigBestand(f"Het bestand {path.name} is niet te lezen als tekst (UTF-8).") from None
    yield from _json_rows(path.name, text) if path.suffix == ".jsonl" else _csv_rows(path.name, text)


def _csv_rows(bestand: str, text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    header: Sequence[str] = ()
    for nummer, cells in enumerate(csv.reader(text.splitlines(keepends=True), strict=True), start=1):
        if nummer == 1:
            header = cells
        elif len(cells) != len(header):
            melding = f"Hier staan {len(cells)} vakken, en er zijn {len(header)} kolommen."
            raise OngeldigBestand([Probleem(melding, bestand, nummer)])
        else:
            yield nummer, dict(zip(header, cells, strict=True))


def _json_rows(bestand: str, text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for nummer, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError:
            row = None
        if not isinstance(row, dict):
            raise OngeldigBestand([Probleem("Deze regel is geen JSON met velden.", bestand, nummer)])
        yield nummer, row
