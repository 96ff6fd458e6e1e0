"""What StatLine says of its own columns: titles, units and descriptions, from the files beside a TypedDataSet."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from monitor.errors import OngeldigBestand
from monitor.sources.tabel import Tabel, read_json, read_tabel

_SUFFIXES = (".parquet", ".json", ".csv")
_TABEL = re.compile(r"(?<!\d)\d{5}(?:NED|ned)")


@dataclass(frozen=True, slots=True)
class Onderwerp:
    """A column of a StatLine table, as its DataProperties describe it."""

    sleutel: str
    titel: str
    eenheid: str
    decimalen: int
    beschrijving: str | None
    groepen: tuple[str, ...]
    """Titles of the groups above it, the nearest first."""


@dataclass(frozen=True, slots=True)
class TabelInfo:
    """What the metadata say of the table as a whole."""

    jaar: str | None = None
    gewijzigd_op: date | None = None


def beside(path: Path, *parts: str) -> Path | None:
    """The metadata file that lies beside a TypedDataSet: the same name with another part, or just that part."""
    for part in parts:
        names = [part]
        if "TypedDataSet" in path.name:
            names.insert(0, path.stem.replace("TypedDataSet", part))
        for name in names:
            for suffix in _SUFFIXES:
                found = path.with_name(name + suffix)
                if found != path and found.is_file():
                    return found
    return None


def read_onderwerpen(path: Path) -> dict[str, Onderwerp]:
    """The columns that the DataProperties beside a file describe, by name; empty when there are none."""
    found = beside(path, "DataProperties")
    if found is None:
        return {}
    rows = _rows(read_tabel(found))
    groups = {_text(row, "ID"): row for row in rows}
    return {
        _text(row, "Key"): Onderwerp(
            sleutel=_text(row, "Key"),
            titel=_text(row, "Title"),
            eenheid=_text(row, "Unit"),
            decimalen=_whole(_text(row, "Decimals")),
            beschrijving=clean_text(_text(row, "Description")),
            groepen=_groups(row, groups),
        )
        for row in rows
        if _text(row, "Type") == "Topic" and _text(row, "Key")
    }


def read_namen(path: Path) -> dict[str, str]:
    """The names of gebieden by code, from the WijkenEnBuurten beside a file; empty when there are none."""
    found = beside(path, "WijkenEnBuurten")
    if found is None:
        return {}
    tabel = read_tabel(found)
    if not {"Key", "Title"} <= set(tabel.kop):
        raise OngeldigBestand(f"In {found.name} staan geen namen van wijken en buurten: Key of Title ontbreekt.")
    return dict(zip(tabel.texts("Key"), tabel.texts("Title"), strict=True))


def read_tabelinfo(path: Path) -> TabelInfo:
    """Year and date of a table, from the TableInfos or Metadata beside it."""
    found = beside(path, "TableInfos", "Metadata")
    if found is None:
        return TabelInfo()
    content: Any = read_json(found) if found.suffix == ".json" else _rows(read_tabel(found))
    if isinstance(content, dict) and isinstance(content.get("value"), list):
        content = content["value"]
    row = content[0] if isinstance(content, list) and content else content
    if not isinstance(row, dict):
        return TabelInfo()
    return TabelInfo(jaar=_text(row, "Period") or None, gewijzigd_op=_date(_text(row, "Modified")))


def table_id(name: str) -> str | None:
    """The code of a StatLine table in a file name: cbs.v3.84799NED_TypedDataSet -> 84799NED."""
    found = _TABEL.search(name)
    return found.group(0).upper() if found else None


def clean_text(text: str) -> str | None:
    """Running text without line ends and double spaces; None when nothing is left."""
    return re.sub(r"\s+", " ", text).strip() or None


def _rows(tabel: Tabel) -> list[dict[str, str]]:
    columns = [tabel.texts(naam) for naam in tabel.kop]
    return [dict(zip(tabel.kop, row, strict=True)) for row in zip(*columns, strict=True)]


def _groups(row: Mapping[str, str], groups: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    titles: list[str] = []
    parent = groups.get(_text(row, "ParentID"))
    while parent is not None and len(titles) < len(groups):
        titles.append(_text(parent, "Title"))
        parent = groups.get(_text(parent, "ParentID"))
    return tuple(titles)


def _text(row: Mapping[str, Any], naam: str) -> str:
    value = row.get(naam)
    return "" if value is None else str(value).strip()


def _whole(text: str) -> int:
    return int(text) if text.isdigit() else 0


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
