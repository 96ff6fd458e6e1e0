"""Boundaries of gemeenten, wijken and buurten: GeoJSON in WGS84 or in RD, made ready for the map."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import shapely
from pyproj import Transformer
from shapely.geometry import MultiPolygon, Polygon, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from monitor.domain.gebied import normalize_code
from monitor.errors import OngeldigBestand, Probleem
from monitor.sources.bestand import GEOMETRIE, Bestand
from monitor.sources.gemeen import (
    Bools,
    check_left,
    check_year,
    choose_gemeenten,
    gebieden_table,
    no_code,
    refuse,
    reikwijdte_of,
    select,
)
from monitor.sources.gemeen import Rijen as _Rijen
from monitor.sources.koppelingen import bronnen
from monitor.sources.tabel import read_json, sha256_of

BRON = "cbs-gebieden"
_KENMERKEN = (
    ("buurtcode", "buurtnaam"),
    ("wijkcode", "wijknaam"),
    ("gemeentecode", "gemeentenaam"),
    ("bu_code", "bu_naam"),
    ("wk_code", "wk_naam"),
    ("gm_code", "gm_naam"),
    ("statcode", "statnaam"),
)
"""Properties that hold the code and name of a feature; the first that is there, for a buurt names its wijk too."""
_GEMEENTE = (("gemeentecode", "gemeentenaam"), ("gm_code", "gm_naam"))
_BUITENLAND = "GM0998"
_TOLERANTIE = 0.0002
"""How much the shapes are simplified, in degrees: some twenty metres."""
_DECIMALEN = 5
_NEDERLAND = (3.0, 50.5, 7.5, 53.8)
_RD = (-10_000.0, 280_000.0, 320_000.0, 660_000.0)


@dataclass(frozen=True, slots=True)
class _Vlak:
    """One feature of the file."""

    nummer: int
    code: str
    naam: str | None
    gemeente: tuple[str, str] | None
    vorm: BaseGeometry


def read_gebieden(
    path: Path,
    *,
    gemeenten: Collection[str] = (),
    year: int | None = None,
    max_year: int,
    goede_rijen: bool = False,
) -> Bestand:
    """Read boundaries from a GeoJSON file. Raises OngeldigBestand with every problem at once.

    Broken shapes are repaired. All shapes of the file are simplified as one coverage, so that neighbours keep the
    same border.
    """
    content = read_json(path) if _looks_like_json(path) else None
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(content, dict) or not isinstance(features, list) or not features:
        raise OngeldigBestand(f"{path.name} is geen GeoJSON met gebieden.")
    jaar = _year(path, content, year, max_year)
    vlakken, problemen = _vlakken(features)
    geweigerd = refuse(problemen, goede_rijen=goede_rijen)
    check_left(vlakken, path)
    keep = choose_gemeenten([vlak.code for vlak in vlakken], gemeenten, path)
    vormen = _prepared([vlak.vorm for vlak in vlakken], keep, path)
    rijen = select(_Rijen(np.arange(len(vlakken)), tuple(vlak.code for vlak in vlakken)), keep)
    chosen = [vlakken[int(index)] for index in rijen.plaatsen]
    namen = {code: naam for vlak in chosen if vlak.gemeente for code, naam in [vlak.gemeente]}
    namen |= {vlak.code: vlak.naam or "" for vlak in chosen}
    return Bestand(
        bron=bronnen()[BRON],
        bestand=path.name,
        sha256=sha256_of(path),
        peiljaar=jaar,
        gepubliceerd_op=None,
        reikwijdte=reikwijdte_of(rijen.codes),
        gebieden=gebieden_table(sorted(namen), [namen[code] for code in sorted(namen)], jaar),
        geometrie=pa.table(
            {
                "gebied": pa.array(rijen.codes, pa.string()),
                "jaar": pa.array([jaar] * len(rijen.codes), pa.int32()),
                "geojson": pa.array([to_geojson(vorm) for vorm in vormen], pa.string()),
            },
            schema=GEOMETRIE,
        ),
        geweigerd=geweigerd,
    )


def to_geojson(vorm: BaseGeometry) -> str:
    """A shape as GeoJSON for Vega: outer rings clockwise, holes the other way, five decimals."""
    polygons = [orient(polygon, sign=-1.0) for polygon in _polygons(vorm)]
    geometry = polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)
    return json.dumps(_rounded(mapping(geometry)), separators=(",", ":"))


def _rounded(content: Any) -> Any:
    if isinstance(content, float):
        return round(content, _DECIMALEN)
    if isinstance(content, dict):
        return {naam: _rounded(value) for naam, value in content.items()}
    return [_rounded(part) for part in content] if isinstance(content, list | tuple) else content


def _looks_like_json(path: Path) -> bool:
    """Whether a file may be JSON: only then is it worth reading as text."""
    try:
        with path.open("rb") as file:
            start = file.read(64)
    except OSError:
        return True
    if not start:
        raise OngeldigBestand(f"Het bestand {path.name} is leeg.")
    return start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"


def _year(path: Path, content: dict[str, Any], year: int | None, max_year: int) -> int:
    metadata = content.get("metadata")
    told = metadata.get("year") if isinstance(metadata, dict) else None
    found = told if isinstance(told, int) else None
    if year is not None and found is not None and year != found:
        raise OngeldigBestand(f"U geeft het jaar {year} op, maar in {path.name} staat {found}.")
    chosen = year if year is not None else found
    if chosen is None:
        raise OngeldigBestand(f"Van welk jaar zijn de grenzen in {path.name}? Geef het jaar op.")
    return check_year(chosen, path.name, max_year)


def _vlakken(features: Sequence[Any]) -> tuple[list[_Vlak], list[Probleem]]:
    vlakken: list[_Vlak] = []
    problemen: list[Probleem] = []
    seen: set[str] = set()
    for nummer, feature in enumerate(features, 1):
        try:
            vlak = _vlak(nummer, feature)
        except ValueError as error:
            problemen.append(Probleem(str(error), None, nummer))
            continue
        if vlak is None:
            continue
        if vlak.code in seen:
            problemen.append(Probleem(f"{vlak.code} staat er twee keer.", None, nummer))
            continue
        seen.add(vlak.code)
        vlakken.append(vlak)
    return vlakken, problemen


def _vlak(nummer: int, feature: Any) -> _Vlak | None:
    """One feature; None for what lies abroad. Raises ValueError with a Dutch sentence."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        raise ValueError("Dit gebied heeft geen kenmerken, dus ook geen code.")
    properties = {str(naam).casefold(): value for naam, value in properties.items()}
    found = next(((properties[code], properties.get(naam)) for code, naam in _KENMERKEN if properties.get(code)), None)
    if found is None:
        raise ValueError("Dit gebied heeft geen code (wijkcode, gemeentecode of statcode).")
    code = normalize_code(str(found[0]))
    if code is None:
        raise ValueError(no_code(str(found[0])))
    if code[2:6] == _BUITENLAND[2:]:
        return None
    return _Vlak(nummer, code, _name(found[1]), _gemeente(properties), _shape(feature.get("geometry")))


def _name(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _gemeente(properties: dict[str, Any]) -> tuple[str, str] | None:
    for code_naam, naam_naam in _GEMEENTE:
        code, naam = normalize_code(str(properties.get(code_naam) or "")), _name(properties.get(naam_naam))
        if code and naam:
            return code, naam
    return None


def _shape(geometry: Any) -> BaseGeometry:
    """The shape of a feature, repaired where it crosses itself."""
    if not isinstance(geometry, dict) or geometry.get("type") not in {"Polygon", "MultiPolygon"}:
        raise ValueError("Dit gebied heeft geen vlak (Polygon of MultiPolygon).")
    try:
        with np.errstate(invalid="ignore"):
            vorm = shapely.force_2d(shape(geometry))
        if not np.isfinite(shapely.get_coordinates(vorm)).all():
            raise ValueError(vorm)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, shapely.errors.ShapelyError) as error:
        raise ValueError("Het vlak van dit gebied is niet compleet.") from error
    vorm = _repaired(vorm)
    if vorm.is_empty:
        raise ValueError("Het vlak van dit gebied is leeg.")
    return vorm


def _repaired(vorm: BaseGeometry) -> BaseGeometry:
    return MultiPolygon(_polygons(shapely.make_valid(vorm))) if not vorm.is_valid else vorm


def _polygons(vorm: BaseGeometry) -> list[Polygon]:
    """The polygons in a shape, without lines and points that repairing left behind."""
    return [part for part in shapely.get_parts(vorm, return_index=False) if isinstance(part, Polygon)] or [
        part for outer in getattr(vorm, "geoms", ()) for part in _polygons(outer)
    ]


def _prepared(vormen: Sequence[BaseGeometry], keep: Bools, path: Path) -> list[BaseGeometry]:
    """The chosen shapes in WGS84, simplified together and valid."""
    array = np.array(vormen, dtype=object)[keep]
    simple = shapely.coverage_simplify(_in_degrees(array, path), tolerance=_TOLERANTIE)
    rounded = shapely.set_precision(simple, 10.0**-_DECIMALEN)
    return [_repaired(after if not after.is_empty else before) for before, after in zip(simple, rounded, strict=True)]


def _in_degrees(vormen: Any, path: Path) -> Any:
    """The shapes in WGS84: as they are, or reprojected from RD, which is told by its numbers."""
    bounds = tuple(shapely.total_bounds(vormen))
    if _within(bounds, _NEDERLAND):
        return vormen
    if not _within(bounds, _RD):
        raise OngeldigBestand(
            f"De gebieden in {path.name} liggen niet in Nederland. Gebruik lengte- en breedtegraden of het stelsel RD."
        )
    to_degrees = Transformer.from_crs("EPSG:28992", "EPSG:4326", always_xy=True)

    def convert(points: Any) -> Any:
        lon, lat = to_degrees.transform(points[:, 0], points[:, 1])
        return np.column_stack([lon, lat])

    return shapely.transform(vormen, convert)


def _within(bounds: tuple[float, ...], box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = bounds
    return bool(box[0] <= west and box[1] <= south and east <= box[2] and north <= box[3])
