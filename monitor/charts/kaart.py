"""The map of a gemeente: its wijken with their names, and yellow where number and verhalen part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, radians
from typing import Any

import altair as alt
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from monitor.charts.theme import SCREEN, Palette, config

Spec = dict[str, Any]
Feature = dict[str, Any]

TALLEST, LOWEST = 460, 240
"""How high the map is, in pixels: as the gemeente asks, within these."""
_USUAL_WIDTH = 430
_NARROWEST = 340.0
"""The width in pixels on a phone: a name that lies over another there is replaced by its number in the list."""
_LETTER_WIDTH, _LINE_HEIGHT = 6.8, 15.0


@dataclass(frozen=True, slots=True)
class OpKaart:
    """What the map says of one wijk."""

    naam: str
    link: str
    omschrijving: str
    """The wijk in words, for whoever points at it or hears it."""
    schuurt: bool = False


def kaart_spec(features: Sequence[Feature], wijken: Mapping[str, OpKaart], *, palette: Palette = SCREEN) -> Spec:
    """The Vega-Lite specification of the map; `wijken` holds what to say, by code and in the order of the list."""
    order = {code: number for number, code in enumerate(wijken, start=1)}
    drawn = [feature for feature in features if feature["properties"]["code"] in wijken]
    shapes = [_shape(feature, wijken[feature["properties"]["code"]]) for feature in drawn]
    names = _names(drawn, wijken, order)
    template = _template(palette)
    layers = [
        {**layer, "data": {"values": rows}} for layer, rows in zip(template["layer"], (shapes, names), strict=True)
    ]
    return {**template, "height": _height(drawn), "layer": layers}


def _height(features: Sequence[Feature]) -> int:
    """High enough for a wide screen and without much empty room on a phone."""
    east, north = _scale([shape(feature["geometry"]) for feature in features])
    west_east, south_north = _size([shape(feature["geometry"]) for feature in features])
    shown = _USUAL_WIDTH * (south_north * north) / max(west_east * east, 1e-9)
    return round(min(max(shown, LOWEST), TALLEST))


@cache
def _template(palette: Palette) -> Spec:
    chafes = "datum.properties.schuurt"
    wijken = (
        alt.Chart(alt.NamedData(name="wijken"))
        .mark_geoshape(strokeWidth=1.4, strokeJoin="round", cursor="pointer")
        .encode(
            fill=alt.condition(chafes, alt.value(palette.schuur), alt.value(palette.cijfer_licht)),
            stroke=alt.condition(chafes, alt.value(palette.schuur_lijn), alt.value(palette.cijfer)),
            href="properties.link:N",
            tooltip="properties.omschrijving:N",
            description="properties.omschrijving:N",
        )
    )
    names = (
        alt.Chart(alt.NamedData(name="namen"))
        .mark_text(color=palette.inkt, lineBreak="\n", baseline="middle", aria=False, cursor="pointer")
        .encode(longitude="lon:Q", latitude="lat:Q", text="naam:N", href="link:N")
    )
    spec: Spec = alt.layer(wijken, names).project(type="mercator").to_dict()
    return {**spec, "config": config(palette)}


def _shape(feature: Feature, wijk: OpKaart) -> Feature:
    said = {"link": wijk.link, "omschrijving": wijk.omschrijving, "schuurt": wijk.schuurt}
    return {"type": "Feature", "geometry": feature["geometry"], "properties": said}


def has_numbers(spec: Spec) -> bool:
    """Whether some wijken stand on the map by their number."""
    return any(row["naam"].isdigit() for row in spec["layer"][1]["data"]["values"])


def has_bare(spec: Spec) -> bool:
    """Whether some wijken stand on the map without a name or a number."""
    shapes, names = (layer["data"]["values"] for layer in spec["layer"])
    return len(names) < len(shapes)


def _names(
    features: Sequence[Feature], wijken: Mapping[str, OpKaart], order: Mapping[str, int]
) -> list[dict[str, Any]]:
    """The large wijken get their names first; where a name finds no room, the number of the wijk stands there.

    Where a number finds no room either, nothing stands: two on top of each other are read by nobody.
    """
    areas = {feature["properties"]["code"]: shape(feature["geometry"]) for feature in features}
    scale = _scale(list(areas.values()))
    taken: list[tuple[float, float, float, float]] = []
    rows = []
    for code, area in sorted(areas.items(), key=lambda it: -it[1].area):
        middle = area.centroid if area.contains(area.centroid) else area.representative_point()
        naam = broken_name(wijken[code].naam)
        box = _box(naam, middle, scale)
        if _overlaps(box, taken) or box[2] - box[0] > 1.6 * (area.bounds[2] - area.bounds[0]) * scale[0]:
            naam = str(order[code])
            box = _box(naam, middle, scale)
            if _overlaps(box, taken):
                continue
        taken.append(box)
        rows.append({"lon": round(middle.x, 5), "lat": round(middle.y, 5), "naam": naam, "link": wijken[code].link})
    return rows


def _size(areas: Sequence[BaseGeometry]) -> tuple[float, float]:
    """Degrees from west to east and from south to north."""
    if not areas:
        return 1.0, 1.0
    sides = list(zip(*(area.bounds for area in areas), strict=True))
    return max(sides[2]) - min(sides[0]), max(sides[3]) - min(sides[1])


def _scale(areas: Sequence[BaseGeometry]) -> tuple[float, float]:
    """Pixels per degree east and north, when the whole fits in the smallest map."""
    if not areas:
        return 1.0, 1.0
    flat = cos(radians(areas[0].centroid.y))
    west_east, south_north = _size(areas)
    per_degree = min(_NARROWEST / max(west_east * flat, 1e-9), TALLEST / max(south_north, 1e-9))
    return per_degree * flat, per_degree


def _box(naam: str, middle: Point, scale: tuple[float, float]) -> tuple[float, float, float, float]:
    """Where a name lies, in pixels."""
    lines = naam.split("\n")
    width = max(map(len, lines)) * _LETTER_WIDTH / 2
    height = len(lines) * _LINE_HEIGHT / 2
    x, y = middle.x * scale[0], middle.y * scale[1]
    return x - width, y - height, x + width, y + height


def _overlaps(box: tuple[float, float, float, float], others: Sequence[tuple[float, float, float, float]]) -> bool:
    return any(box[0] < it[2] and it[0] < box[2] and box[1] < it[3] and it[1] < box[3] for it in others)


def broken_name(naam: str, longest: int = 12) -> str:
    """A name over several lines, broken at spaces and after hyphens, so that it fits in its wijk."""
    lines: list[str] = []
    for word in naam.replace("-", "- ").split():
        joined = f"{lines[-1]}{'' if lines[-1].endswith('-') else ' '}{word}" if lines else word
        if lines and len(joined) <= longest:
            lines[-1] = joined
        else:
            lines.append(word)
    return "\n".join(lines)
