"""The map of a gemeente: its wijken with their names, and yellow where number and verhalen part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import altair as alt
from shapely.geometry import shape

from monitor.charts.theme import SCREEN, Palette, config

Spec = dict[str, Any]
Feature = dict[str, Any]

HEIGHT = 440
MOST_NAMES = 16
"""With more wijken than this their names would lie over each other: the map then shows their numbers in the list."""


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
    names = [_name(feature, wijken, order, numbers=len(wijken) > MOST_NAMES) for feature in drawn]
    template = _template(palette)
    layers = [
        {**layer, "data": {"values": rows}} for layer, rows in zip(template["layer"], (shapes, names), strict=True)
    ]
    return {**template, "layer": layers}


@cache
def _template(palette: Palette) -> Spec:
    yellow, blue = alt.value(palette.schuur), alt.value(palette.cijfer_licht)
    wijken = (
        alt.Chart(alt.NamedData(name="wijken"))
        .mark_geoshape(stroke=palette.cijfer, strokeWidth=1.2, cursor="pointer")
        .encode(
            fill=alt.condition("datum.properties.schuurt", yellow, blue),
            href="properties.link:N",
            tooltip="properties.omschrijving:N",
            description="properties.omschrijving:N",
        )
    )
    names = (
        alt.Chart(alt.NamedData(name="namen"))
        .mark_text(color=palette.inkt, lineBreak="\n", baseline="middle", aria=False, clip=False)
        .encode(longitude="lon:Q", latitude="lat:Q", text="naam:N", href="link:N")
    )
    spec: Spec = alt.layer(wijken, names, height=HEIGHT).project(type="mercator").to_dict()
    return {**spec, "config": config(palette)}


def _shape(feature: Feature, wijk: OpKaart) -> Feature:
    said = {"link": wijk.link, "omschrijving": wijk.omschrijving, "schuurt": wijk.schuurt}
    return {"type": "Feature", "geometry": feature["geometry"], "properties": said}


def _name(
    feature: Feature, wijken: Mapping[str, OpKaart], order: Mapping[str, int], *, numbers: bool
) -> dict[str, Any]:
    code = feature["properties"]["code"]
    area = shape(feature["geometry"])
    middle = area.centroid if area.contains(area.centroid) else area.representative_point()
    naam = str(order[code]) if numbers else broken_name(wijken[code].naam)
    return {"lon": round(middle.x, 5), "lat": round(middle.y, 5), "naam": naam, "link": wijken[code].link}


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
