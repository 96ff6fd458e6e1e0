"""The open figures as a data package: tables in CSV, with what every column means for people and for programs.

A Frictionless Data Package (datapackage.json), and beside each table its metadata as CSV on the Web asks.
"""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

from monitor import __version__
from monitor.domain.gebied import LAND, GebiedSoort, gemeente_of, normalize_code
from monitor.errors import NietGevonden, OngeldigeInvoer
from monitor.nl import to_amsterdam
from monitor.services import open_cijfers
from monitor.services.open_cijfers import Rij
from monitor.services.open_velden import (
    BRONNEN,
    GEBIEDEN,
    INDICATOREN,
    METINGEN,
    THEMAS,
    VERHALEN,
    OpenTabel,
    OpenVeld,
    VeldSoort,
    write_rows,
)
from monitor.services.uitvoer import refuse_existing
from monitor.store.database import Cursor, Database

DATAPACKAGE = "datapackage.json"
TABELLEN = (GEBIEDEN, THEMAS, BRONNEN, INDICATOREN, METINGEN, VERHALEN)
_TITEL = "Tellen en vertellen: open cijfers per wijk"
_OMSCHRIJVING = (
    "Cijfers per gemeente, wijk en buurt, met wat zij betekenen, wat voor bewijs zij zijn en waar zij vandaan komen, "
    "en hoeveel openbare verhalen er per thema staan. Er staan geen verhalen in. Een klein aantal dat op de schermen "
    "niet te zien is, staat er ook hier niet. Een cijfer dat er niet is, is een rij met de reden: leeg is nooit nul. "
    "Vergelijk wijken alleen op een cijfer dat zij allebei kozen, of dat landelijk is; een ranglijst is het nooit. "
    "De licentie staat per bron in bronnen.csv."
)
_VOORBEELD = "De gemeente in dit pakket bestaat niet: haar cijfers zijn verzonnen. "
_LICENTIES = {
    "CC BY 4.0": ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/deed.nl"),
    "CC0": ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"),
}
"""What open data calls a licence, and where it can be read."""
_CSVW_SOORT: dict[VeldSoort, Any] = {
    VeldSoort.TEKST: "string",
    VeldSoort.GEHEEL: "integer",
    VeldSoort.GETAL: "number",
    VeldSoort.JA_NEE: "boolean",
    VeldSoort.DAG: {"base": "date", "format": "yyyy-MM-dd"},
}


@dataclass(frozen=True, slots=True)
class Pakket:
    """What was written: how many rows in each table, by its name."""

    rijen: dict[str, int]


@dataclass(slots=True)
class _Gelezen:
    """What passed while the metingen were written."""

    bronnen: set[str]
    voorbeeld: bool = False


def export_pakket(database: Database, target: Path, *, gemeenten: Sequence[str] = (), force: bool = False) -> Pakket:
    """Write the data package to the folder `target`; no gemeenten given means all.

    Raises OngeldigeInvoer when the target exists (unless `force`, and even then when something else is in it) or cannot
    be written, NietGevonden for a gemeente that the store does not know. The folder appears only when it is whole.
    """
    _refuse(target, force=force)
    codes = tuple(normalize_code(code) or code for code in gemeenten)
    now = to_amsterdam(database.now())
    with database.all_cores(), database.reading() as cursor:
        open_cijfers.hold(cursor)
        gebieden = _gebieden(cursor, codes)
        with _replacing(target) as folder:
            rijen, bronnen, gelezen = _write_tables(cursor, folder, gebieden, codes, now.date())
            _write_metadata(folder, rijen, bronnen, now.isoformat(timespec="seconds"), voorbeeld=gelezen.voorbeeld)
    return Pakket(rijen)


# Tables


def _gebieden(cursor: Cursor, gemeenten: Sequence[str]) -> tuple[Rij, ...]:
    """The gebieden of these gemeenten, and the land that they lie in. Raises NietGevonden for one that is not there."""
    known = open_cijfers.read_gebieden(cursor)
    there = {rij[0] for rij in known if rij[2] == GebiedSoort.GEMEENTE}
    unknown = [code for code in gemeenten if code not in there]
    if unknown:
        raise NietGevonden("\n".join(f"De opslag kent de gemeente {code} niet." for code in unknown))
    return tuple(rij for rij in known if not gemeenten or rij[0] == LAND or gemeente_of(rij[0]) in gemeenten)


def _write_tables(
    cursor: Cursor, folder: Path, gebieden: Sequence[Rij], gemeenten: Sequence[str], today: date
) -> tuple[dict[str, int], Sequence[Rij], _Gelezen]:
    indicatoren = open_cijfers.read_indicatoren(cursor)
    gelezen = _Gelezen({rij[INDICATOREN.kolommen.index("bron")] for rij in indicatoren})
    codes = [rij[0] for rij in gebieden if rij[0] != LAND] if gemeenten else []
    metingen = _watched(open_cijfers.read_metingen(cursor, codes), gelezen)
    rijen = {METINGEN.naam: _write(folder, METINGEN, metingen)}
    bronnen = [rij for rij in open_cijfers.read_bronnen(cursor) if rij[0] in gelezen.bronnen]
    aantallen = open_cijfers.read_aantallen_verhalen(cursor, today, gemeenten)
    for tabel, found in (
        (GEBIEDEN, gebieden),
        (THEMAS, open_cijfers.read_themas(cursor)),
        (BRONNEN, bronnen),
        (INDICATOREN, indicatoren),
        (VERHALEN, aantallen),
    ):
        rijen[tabel.naam] = _write(folder, tabel, [found])
    return rijen, bronnen, gelezen


def _watched(pieces: Iterable[Sequence[Rij]], gelezen: _Gelezen) -> Iterator[Sequence[Rij]]:
    bron, voorbeeld = METINGEN.kolommen.index("bron"), METINGEN.kolommen.index("voorbeeld")
    for rows in pieces:
        gelezen.bronnen.update(rij[bron] for rij in rows)
        gelezen.voorbeeld = gelezen.voorbeeld or any(rij[voorbeeld] for rij in rows)
        yield rows


def _write(folder: Path, tabel: OpenTabel, pieces: Iterable[Sequence[Rij]]) -> int:
    with (folder / _file(tabel)).open("w", encoding="utf-8", newline="") as file:
        return write_rows(file, tabel, pieces)


def _file(tabel: OpenTabel) -> str:
    return f"{tabel.naam}.csv"


# What they mean


def _write_metadata(
    folder: Path, rijen: Mapping[str, int], bronnen: Sequence[Rij], moment: str, *, voorbeeld: bool
) -> None:
    licenties = _licenties(bronnen)
    content = {
        "profile": "tabular-data-package",
        "name": "tellen-en-vertellen",
        "title": _TITEL,
        "description": f"{_VOORBEELD}{_OMSCHRIJVING}" if voorbeeld else _OMSCHRIJVING,
        "created": moment,
        "version": __version__,
        **({"licenses": licenties} if licenties else {}),
        "sources": [_source(rij) for rij in bronnen],
        "resources": [_resource(folder, tabel, rijen[tabel.naam]) for tabel in TABELLEN],
    }
    _write_json(folder / DATAPACKAGE, content)
    # Of figures without a licence nothing is said: that holds for the whole table.
    known = all(rij[BRONNEN.kolommen.index("licentie")] in _LICENTIES for rij in bronnen)
    paths = [it["path"] for it in licenties] if known else []
    for tabel in TABELLEN:
        _write_json(folder / f"{_file(tabel)}-metadata.json", _csvw(tabel, paths))


def _write_json(path: Path, content: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _licenties(bronnen: Sequence[Rij]) -> list[dict[str, str]]:
    """The licences of the sources, each once; what no source says is not made up."""
    return [_licentie(it) for it in sorted({rij[BRONNEN.kolommen.index("licentie")] for rij in bronnen} - {None})]


def _licentie(title: str) -> dict[str, str]:
    if title in _LICENTIES:
        name, path = _LICENTIES[title]
        return {"name": name, "path": path, "title": title}
    return {"name": re.sub(r"[^A-Za-z0-9.]+", "-", title).strip("-") or "licentie", "title": title}


def _source(rij: Rij) -> dict[str, Any]:
    """A source as Data Package knows it, with whose it is, its licence and its dates beside it."""
    row = dict(zip(BRONNEN.kolommen, rij, strict=True))
    found = {
        "title": row["bron"],
        "path": row["webadres"] if (row["webadres"] or "").startswith(("https://", "http://")) else None,
        "uitgever": row["uitgever"],
        "licentie": row["licentie"],
        "peiljaren": list(row["peiljaren"]) or None,
        "ingelezen_op": row["ingelezen_op"].isoformat() if row["ingelezen_op"] else None,
        "gepubliceerd_op": row["gepubliceerd_op"].isoformat() if row["gepubliceerd_op"] else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def _resource(folder: Path, tabel: OpenTabel, rijen: int) -> dict[str, Any]:
    path = folder / _file(tabel)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "profile": "tabular-data-resource",
        "name": tabel.naam,
        "title": tabel.titel,
        "description": tabel.omschrijving,
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "rows": rijen,
        "schema": _table_schema(tabel),
    }


def _table_schema(tabel: OpenTabel) -> dict[str, Any]:
    """The columns as Table Schema describes them."""
    return {
        "fields": [_field(veld) for veld in tabel.velden],
        "missingValues": [""],
        "primaryKey": list(tabel.sleutel),
        "foreignKeys": [
            {
                "fields": [veld],
                "reference": {"resource": "" if andere == tabel.naam else andere, "fields": [naam]},
            }
            for veld, andere, naam in tabel.verwijst
        ],
    }


def _field(veld: OpenVeld) -> dict[str, Any]:
    constraints: dict[str, Any] = {} if veld.leeg else {"required": True}
    if veld.keuzes:
        constraints["enum"] = list(veld.keuzes)
    if veld.patroon:
        constraints["pattern"] = veld.patroon
    if veld.laagste is not None:
        constraints["minimum"] = veld.laagste
    found: dict[str, Any] = {"name": veld.naam, "type": veld.soort.value, "description": veld.omschrijving}
    return found | ({"constraints": constraints} if constraints else {})


def _csvw(tabel: OpenTabel, licenties: Sequence[str]) -> dict[str, Any]:
    """The same as CSV on the Web (W3C) describes it, to stand beside the file."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "url": _file(tabel),
        "dc:title": tabel.titel,
        "dc:description": tabel.omschrijving,
        "dc:language": "nl",
        **({"dc:license": [{"@id": it} for it in licenties]} if licenties else {}),
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "columns": [_column(veld) for veld in tabel.velden],
            "primaryKey": list(tabel.sleutel),
            "foreignKeys": [
                {"columnReference": veld, "reference": {"resource": f"{andere}.csv", "columnReference": naam}}
                for veld, andere, naam in tabel.verwijst
            ],
        },
    }


def _column(veld: OpenVeld) -> dict[str, Any]:
    datatype: Any = _CSVW_SOORT[veld.soort]
    if veld.keuzes or veld.patroon:
        datatype = {"base": "string", "format": veld.patroon or "|".join(map(re.escape, veld.keuzes))}
    elif veld.laagste is not None:
        datatype = {"base": "integer", "minimum": veld.laagste}
    return {
        "name": veld.naam,
        "titles": veld.naam,
        "dc:description": veld.omschrijving,
        "datatype": datatype,
        "required": not veld.leeg,
        **({"separator": ";"} if veld.lijst else {}),
    }


# The folder


def _refuse(target: Path, *, force: bool) -> None:
    if target.name in ("", ".."):
        raise OngeldigeInvoer("Noem een nieuwe map, bijvoorbeeld open-cijfers.")
    refuse_existing(target, force=force)
    if not os.path.lexists(target):
        return
    own = {DATAPACKAGE, *(_file(it) for it in TABELLEN), *(f"{_file(it)}-metadata.json" for it in TABELLEN)}
    if target.is_symlink() or not target.is_dir() or {it.name for it in target.iterdir()} - own:
        raise OngeldigeInvoer(
            f"In {target} staat iets anders dan een gegevenspakket. Dat vervangen wij niet: noem een nieuwe map."
        )


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """A new folder that takes the place of `target` when the block ends well, and disappears when it does not."""
    mark = uuid4().hex[:8]
    half, old = (target.with_name(f".{target.name}.{mark}.{word}") for word in ("half", "oud"))
    try:
        half.mkdir()
        yield half
        if target.exists():
            target.rename(old)
        half.rename(target)
    except OSError as error:
        raise OngeldigeInvoer(f"{target} kan niet worden geschreven. Bestaat de map erboven, en mag u erin?") from error
    finally:
        shutil.rmtree(half, ignore_errors=True)
        if old.exists() and not target.exists():
            old.rename(target)
        shutil.rmtree(old, ignore_errors=True)
