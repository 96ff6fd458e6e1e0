"""Rows of a file with verhalen, as they stood there: CSV with a head, or JSON with an object per line."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from monitor.errors import OngeldigBestand, Probleem

_SCHEIDINGEN = ";,\t"
_GEEN_JSON = "Deze regel is geen JSON met velden."
_LADDER = (("utf-8-sig", "strict"), ("utf-8-sig", "surrogatepass"), ("cp1252", "strict"))
"""UTF-8 comes first, also with half characters in it: those are refused later, with their row and field."""


@dataclass(frozen=True, slots=True)
class VerhaalRij:
    """One row: what stood in it by column, or what is wrong with it as a row."""

    rij: int
    """In CSV as a spreadsheet counts, the head being row 1; in JSON lines the line."""
    waarden: Mapping[str, Any]
    problemen: tuple[Probleem, ...] = ()


@dataclass(frozen=True, slots=True)
class VerhaalRijen:
    """All rows of a file, and the names of its columns."""

    kolommen: tuple[str, ...]
    rijen: tuple[VerhaalRij, ...]


def read_verhaalrijen(path: Path) -> VerhaalRijen:
    """The rows of a file. Raises OngeldigBestand when it is none of the two kinds."""
    text = _decode(path)
    if not text.strip():
        raise OngeldigBestand(f"Het bestand {path.name} is leeg.")
    rijen = tuple(_json_list(text, path) if text.lstrip()[0] == "[" else _rows(text, path))
    if not rijen:
        raise OngeldigBestand(f"Het bestand {path.name} heeft geen rijen onder de koppen.")
    return VerhaalRijen(tuple(dict.fromkeys(naam for rij in rijen for naam in rij.waarden)), rijen)


def _rows(text: str, path: Path) -> Iterator[VerhaalRij]:
    is_json = path.suffix.lower() in (".jsonl", ".ndjson", ".json") or text.lstrip()[0] == "{"
    return _json_lines(text) if is_json else _csv_rows(text, path)


def _decode(path: Path) -> str:
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise OngeldigBestand(f"Het bestand {path.name} is er niet.") from error
    except (OSError, ValueError) as error:
        raise OngeldigBestand(f"Het bestand {path.name} kan niet worden gelezen. Mag u erbij?") from error
    ladder = (("utf-16", "strict"),) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else _LADDER
    for encoding, errors in ladder:
        try:
            return content.decode(encoding, errors)
        except UnicodeDecodeError:
            continue
    raise OngeldigBestand(f"Het bestand {path.name} is niet te lezen als tekst.")


def _json_lines(text: str) -> Iterator[VerhaalRij]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _json_row(number, _parsed(line))


def _json_list(text: str, path: Path) -> Iterator[VerhaalRij]:
    content = _parsed(text)
    if not isinstance(content, list):
        raise OngeldigBestand(f"Het bestand {path.name} is geen geldig JSON-bestand, of het is niet compleet.")
    for number, item in enumerate(content, start=1):
        yield _json_row(number, item)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _json_row(number: int, content: Any) -> VerhaalRij:
    if not isinstance(content, dict):
        return VerhaalRij(number, {}, (Probleem(_GEEN_JSON, rij=number),))
    return VerhaalRij(number, {_kop(naam): waarde for naam, waarde in content.items()})


def _csv_rows(text: str, path: Path) -> Iterator[VerhaalRij]:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_SCHEIDINGEN, key=first.count), strict=True)
    kop: list[str] = []
    try:
        for number, cells in enumerate(reader, start=1):
            if not kop:
                kop = [_kop(cell) for cell in cells]
            elif any(cell.strip() for cell in cells):
                yield _csv_row(number, kop, cells)
    except csv.Error as error:
        raise OngeldigBestand(
            f"Het bestand {path.name} is geen geldig CSV-bestand: de aanhalingstekens kloppen niet, "
            "of een cel is te lang."
        ) from error


def _csv_row(number: int, kop: list[str], cells: list[str]) -> VerhaalRij:
    if len(cells) != len(kop):
        melding = f"Deze rij heeft {len(cells)} cellen; de kop heeft er {len(kop)}."
        return VerhaalRij(number, {}, (Probleem(melding, rij=number),))
    return VerhaalRij(number, dict(zip(kop, cells, strict=True)))


def _kop(naam: str) -> str:
    return naam.strip().lower()
