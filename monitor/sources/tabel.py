"""Any file as a raw table. What a file is, is told by its content and never by its name."""

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from monitor.errors import OngeldigBestand, Probleem
from monitor.sources.cellen import Kolom, read_getallen, read_kolom, text_of
from monitor.sources.werkboek import read_werkboek

MAX_PROBLEMEN = 20
"""So many problems of a file are told one by one; of the rest only how many there are."""

_FOTOS = {b"\xff\xd8\xff": "een foto (JPEG)", b"\x89PNG": "een plaatje (PNG)", b"GIF8": "een plaatje (GIF)"}
_ANDERE = {b"%PDF": "een PDF", b"\x1f\x8b": "een ingepakt bestand (gzip)", b"SQLite format 3": "een database"}
_WERKBLAD = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SPELLED = re.compile(r"\\u(0000|[dD][89a-fA-F])")
"""How JSON spells a NUL, or half of a pair of characters."""
_SCHEIDINGEN = ";,\t|"


@dataclass(frozen=True, slots=True)
class Tabel:
    """A raw table: names of columns without padding, and for each column its cells as they stood in the file."""

    kop: tuple[str, ...]
    kolommen: tuple[Any, ...]
    """Per column a list of cells, or a pyarrow array."""
    rijnummers: Sequence[int]
    """For each row of cells the row of the file that it stands in, for telling where a problem is."""
    bladnaam: str | None = None
    scheef: tuple[Probleem, ...] = ()
    """Rows with another number of cells than the head; they are not among the cells."""

    @property
    def rijen(self) -> int:
        """How many rows there are below the head."""
        return len(self.kolommen[0]) if self.kolommen else 0

    def texts(self, naam: str) -> list[str]:
        """A column as texts without padding."""
        return [text_of(cell) for cell in self._cells(naam)]

    def getallen(self, naam: str) -> Kolom:
        """A column as numbers."""
        kolom = self.kolommen[self.kop.index(naam)]
        if isinstance(kolom, pa.Array | pa.ChunkedArray):
            if pa.types.is_integer(kolom.type) or pa.types.is_floating(kolom.type):
                return read_getallen(_floats(kolom))
            if pa.types.is_null(kolom.type):
                return Kolom(np.full(len(kolom), np.nan))
        return read_kolom(self._cells(naam))

    def _cells(self, naam: str) -> Sequence[Any]:
        kolom = self.kolommen[self.kop.index(naam)]
        cells: Sequence[Any] = kolom.to_pylist() if isinstance(kolom, pa.Array | pa.ChunkedArray) else kolom
        return cells


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with _opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_content(path: Path) -> bytes:
    """What stands in a file. Raises OngeldigBestand when it is empty, or something that no table can be."""
    with _opened(path) as file:
        content: bytes = file.read()
    _check_start(content[:64], path)
    return content


def _check_start(start: bytes, path: Path) -> None:
    if not start:
        raise OngeldigBestand(f"Het bestand {path.name} is leeg.")
    for kenmerk, what in (_FOTOS | _ANDERE).items():
        if start.startswith(kenmerk):
            raise OngeldigBestand(f"Het bestand {path.name} is {what} en geen tabel met cijfers.")


def read_tabel(path: Path) -> Tabel:
    """The table in a file: parquet, JSON, CSV or a spreadsheet. Raises OngeldigBestand for anything else."""
    with _opened(path) as file:
        start = file.read(64)
    _check_start(start, path)
    if start.startswith(b"PAR1"):
        return _read_parquet(path)
    if start.startswith(_WERKBLAD):
        return _read_werkblad(path)
    return _read_text(path)


def read_json(path: Path) -> Any:
    """The content of a JSON file. Raises OngeldigBestand when it is none."""
    text = decode(path)
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise OngeldigBestand(
            f"Het bestand {path.name} is geen geldig JSON-bestand, of het is niet compleet."
        ) from error
    if _SPELLED.search(text) and not all(map(_is_text, _texts_in(content))):
        raise _no_text(path)
    return content


def decode(path: Path) -> str:
    """The text of a file: UTF-8 with or without BOM, UTF-16 with BOM, else the Western European of Windows."""
    with _opened(path) as file:
        content: bytes = file.read()
    encodings = ["utf-16"] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise OngeldigBestand(f"Het bestand {path.name} is geen tabel: er staan tekens in die geen tekst zijn.")


def limited(problemen: Sequence[Probleem]) -> tuple[Probleem, ...]:
    """The first problems, and one line that says how many more there are."""
    if len(problemen) <= MAX_PROBLEMEN:
        return tuple(problemen)
    more = len(problemen) - MAX_PROBLEMEN
    return (*problemen[:MAX_PROBLEMEN], Probleem(f"En nog {more} problemen in dit bestand."))


def from_rows(rows: Iterable[dict[str, Any]], path: Path) -> Tabel:
    """Rows with named cells (JSON) as a table; names that a row lacks are empty cells."""
    rows = list(rows)
    kop = tuple(dict.fromkeys(str(naam) for row in rows for naam in row))
    if not kop:
        raise OngeldigBestand(f"Het bestand {path.name} heeft geen rijen.")
    return Tabel(
        kop=kop, kolommen=tuple([row.get(naam) for row in rows] for naam in kop), rijnummers=range(1, len(rows) + 1)
    )


def _opened(path: Path) -> Any:
    if not _is_text(path.name):
        name = path.name.encode(errors="replace").decode()
        raise OngeldigBestand(f"In de naam van het bestand {name} staan tekens die geen tekst zijn.")
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise OngeldigBestand(f"Het bestand {path.name} is er niet.") from error
    except IsADirectoryError as error:
        raise OngeldigBestand(f"{path.name} is een map en geen bestand.") from error
    except OSError as error:
        raise OngeldigBestand(f"Het bestand {path.name} kan niet worden gelezen. Mag u erbij?") from error


def _is_text(text: str) -> bool:
    """Whether a text holds no NUL and no half of a pair, which no store and no document can keep."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def _texts_in(content: Any) -> Iterator[str]:
    """Every text in what was read from JSON, names too."""
    waiting = [content]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict):
            waiting += [*part, *part.values()]
        elif isinstance(part, list):
            waiting += part


def _is_text_column(kolom: pa.ChunkedArray) -> bool:
    try:
        kolom.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return not pa.types.is_string(kolom.type) or not pc.any(pc.match_substring(kolom, "\0")).as_py()


def _no_text(path: Path) -> OngeldigBestand:
    return OngeldigBestand(f"In het bestand {path.name} staan tekens die geen tekst zijn.")


def _read_parquet(path: Path) -> Tabel:
    try:
        table = pq.read_table(path)
    except (pa.ArrowException, OSError) as error:
        raise OngeldigBestand(f"Het bestand {path.name} is geen geldig parquet-bestand, of niet compleet.") from error
    if not all(_is_text_column(kolom) for kolom in table.columns):
        raise _no_text(path)
    if not table.num_rows:
        raise OngeldigBestand(f"Het bestand {path.name} heeft geen rijen.")
    kop = tuple(naam.strip() for naam in table.column_names)
    return Tabel(kop=kop, kolommen=tuple(table.columns), rijnummers=range(1, table.num_rows + 1))


def _read_werkblad(path: Path) -> Tabel:
    (blad,) = read_werkboek(path, read_content(path), alleen_eerste=True).bladen
    naam, rows = blad.naam, blad.rijen
    start = next((index for index, row in enumerate(rows) if _is_kop(row)), None)
    if start is None or start + 1 >= len(rows):
        raise OngeldigBestand(f"Het eerste blad van {path.name} heeft geen rijen onder de koppen.")
    body = [
        (number, row) for number, row in enumerate(rows[start + 1 :], start + 2) if any(_filled(cell) for cell in row)
    ]
    kop = tuple(text_of(cell) for cell in rows[start])
    return Tabel(kop=kop, kolommen=_columns(kop, body), rijnummers=[number for number, _ in body], bladnaam=naam)


def _is_kop(row: Sequence[Any]) -> bool:
    return sum(1 for cell in row if isinstance(cell, str) and cell.strip()) >= 2


def _read_text(path: Path) -> Tabel:
    text = decode(path)
    if not text.strip():
        raise OngeldigBestand(f"Het bestand {path.name} is leeg.")
    if text.lstrip()[0] in "{[":
        return from_rows(_json_rows(read_json(path), path), path)
    return _read_csv(text, path)


def _json_rows(content: Any, path: Path) -> list[dict[str, Any]]:
    """Rows of an OData answer, of a plain list, or of an object with a code as name of each row."""
    if isinstance(content, dict) and isinstance(content.get("value"), list):
        content = content["value"]
    elif isinstance(content, dict) and content and all(isinstance(row, dict) for row in content.values()):
        content = [{"WijkenEnBuurten": code, **row} for code, row in content.items()]
    if not isinstance(content, list) or not content or not all(isinstance(row, dict) for row in content):
        raise OngeldigBestand(f"Het bestand {path.name} is JSON, maar er staat geen tabel in.")
    return content


def _read_csv(text: str, path: Path) -> Tabel:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    scheiding = max(_SCHEIDINGEN, key=first.count)
    if not first.count(scheiding):
        raise OngeldigBestand(f"Het bestand {path.name} is geen tabel: de eerste regel heeft geen kolommen.")
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=scheiding, strict=True)
        lines = [(reader.line_num, row) for row in reader if row]
    except csv.Error as error:
        raise OngeldigBestand(
            f"Het bestand {path.name} is geen geldig CSV-bestand: de aanhalingstekens kloppen niet."
        ) from error
    kop = tuple(naam.strip() for naam in lines[0][1])
    good = [(number, row) for number, row in lines[1:] if len(row) == len(kop)]
    scheef = tuple(
        Probleem(f"Deze rij heeft {len(row)} cellen; de kop heeft er {len(kop)}.", rij=number)
        for number, row in lines[1:]
        if len(row) != len(kop)
    )
    if not good and not scheef:
        raise OngeldigBestand(f"Het bestand {path.name} heeft geen rijen onder de koppen.")
    return Tabel(kop=kop, kolommen=_columns(kop, good), rijnummers=[number for number, _ in good], scheef=scheef)


def _columns(kop: tuple[str, ...], rows: Sequence[tuple[int, Sequence[Any]]]) -> tuple[list[Any], ...]:
    """Rows of cells turned into columns of cells."""
    if not rows:
        return tuple([] for _ in kop)
    return tuple(list(kolom) for kolom in zip(*(row for _, row in rows), strict=True))


def _filled(cell: object) -> bool:
    return cell not in ("", None)


def _floats(kolom: pa.ChunkedArray | pa.Array) -> Any:
    """A numeric column as floats, NaN where it is null."""
    if isinstance(kolom, pa.ChunkedArray):
        kolom = kolom.combine_chunks()
    values = kolom.cast(pa.float64(), safe=False).to_numpy(zero_copy_only=False)
    return np.asarray(values, dtype=np.float64)
