"""Wijken beside each other by one figure: small charts on the same axes, by name, none of them first.

No legend, no order by value and no colour for high or low: it is no list of winners. The chosen wijk has a thicker
line.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

import altair as alt

from monitor.charts.assen import Schaal, decimals_of, time_axis, value_axis
from monitor.charts.reeks import BEGIN_SIZE, DRAWING, moment, point_words, segments
from monitor.charts.theme import SCREEN, Palette, config
from monitor.domain.indicatorbeeld import WijkReeks
from monitor.domain.meting import with_value
from monitor.nl import format_getal
from monitor.services.waarden import decimals_shown

Row = dict[str, Any]
Spec = dict[str, Any]

HEIGHT = 96
"""Of one small chart, in pixels."""
_ROOM = 0.18
"""How much of the height stays free above the figures, for the newest value."""
_LETTER_WIDTH = 7.2


def vergelijking_spec(
    reeksen: Sequence[WijkReeks], *, chosen: str | None, columns: int, width: int, palette: Palette = SCREEN
) -> Spec:
    """The Vega-Lite specification of these wijken in their order, so many on a row; `chosen` is a code."""
    indicator = reeksen[0].reeks.indicator
    known = [meting for it in reeksen for meting in with_value(it.reeks.metingen)]
    tijd, waarde = time_axis(known, ()), value_axis(known, indicator.eenheid)
    template = _template(DRAWING.get(indicator.bewijssoort, "lijn"), palette)
    spec: Spec = {**template, "columns": columns, "data": {"values": _rows(reeksen, chosen, width)}}
    spec["spec"] = {**template["spec"], "width": width, "height": HEIGHT}
    years = [tijd.years[0], tijd.years[-1]] if len(tijd.years) > 1 else list(tijd.years)
    spec["spec"]["encoding"] = {
        "x": _channel(
            template["spec"]["encoding"]["x"],
            (moment(tijd.first), moment(tijd.last)),
            [moment(date(year, 1, 1)) for year in years],
        ),
        "y": _value_channel(template["spec"]["encoding"]["y"], waarde),
    }
    return spec


def _channel(channel: Row, domain: Sequence[object], ticks: Sequence[object]) -> Row:
    axis = {**channel["axis"], "values": list(ticks)}
    return {**channel, "scale": {**channel["scale"], "domain": list(domain)}, "axis": axis}


def _value_channel(channel: Row, waarde: Schaal) -> Row:
    low, high = waarde.domain
    drawn = _channel(channel, (low, high + _ROOM * (high - low)), [low, high])
    drawn["axis"]["format"] = f",.{decimals_of(waarde.ticks)}f"
    return drawn


def _rows(reeksen: Sequence[WijkReeks], chosen: str | None, width: int) -> list[Row]:
    """Every known point with the wijk that it is of; the first carries the name, the last its value in words."""
    rows: list[Row] = []
    for number, it in enumerate(reeksen):
        reeks = it.reeks
        known = with_value(reeks.metingen)
        for meting, segment in zip(reeks.metingen, segments(reeks.metingen, reeks.breuken), strict=True):
            if meting.waarde is None:
                continue
            row: Row = {
                "wijk": number,
                "t": meting.start.isoformat(),
                "w": meting.waarde,
                "s": segment,
                "eigen": it.wijk.code == chosen,
                "tip": f"{it.wijk.naam}, {point_words(meting, reeks)}",
            }
            if reeks.is_nulmeting(meting):
                row["begin"] = True
            if meting is known[0]:
                row["naam"] = _fitting(it.wijk.naam, width)
            if meting is known[-1]:
                row["nieuwste"] = format_getal(meting.waarde, decimals_shown(reeks.indicator))
            rows.append(row)
    return rows


def _fitting(naam: str, width: int) -> str:
    """A name as far as it fits above its chart; in full it stands in the table."""
    room = int(width / _LETTER_WIDTH)
    return naam if len(naam) <= room else f"{naam[: room - 1].rstrip()}…"


@cache
def _template(drawing: str, palette: Palette) -> Spec:
    """The charts without rows, as Altair makes them."""
    base = alt.Chart(alt.NamedData(name="wijken"))
    step: dict[str, Any] = {"interpolate": "step-after"} if drawing == "trap" else {}
    line = base.mark_line(color=palette.cijfer, aria=False, **step).encode(
        detail="s:N", strokeWidth=alt.condition("datum.eigen", alt.value(3.5), alt.value(1.75))
    )
    hollow: dict[str, Any] = {"fill": palette.kaart, "stroke": palette.cijfer, "strokeWidth": 2, "size": 50}
    filled: dict[str, Any] = {"color": palette.cijfer, "size": 22}
    points = base.mark_point(filled=True, opacity=1, aria=False, **(hollow if drawing == "punten" else filled)).encode(
        tooltip="tip:N"
    )
    begin = base.transform_filter("datum.begin").mark_point(
        shape="diamond",
        filled=False,
        stroke=palette.inkt,
        strokeWidth=1.5,
        size=BEGIN_SIZE / 2,
        opacity=1,
        aria=False,
    )
    newest = (
        base.transform_filter("isValid(datum.nieuwste)")
        .mark_text(align="right", dy=-12, aria=False, color=palette.inkt)
        .encode(text="nieuwste:N")
    )
    names = (
        base.transform_filter("isValid(datum.naam)")
        .mark_text(align="left", baseline="bottom", aria=False, color=palette.inkt)
        .encode(x=alt.value(0), y=alt.value(-6), text="naam:N")
    )
    names.mark.fontWeight = alt.ExprRef("datum.eigen ? 700 : 400")
    x = alt.X("t:T", scale=alt.Scale(type="utc", nice=False), axis=alt.Axis(format="%Y", labelFlush=True, aria=False))
    y = alt.Y("w:Q", scale=alt.Scale(nice=False, zero=False), axis=alt.Axis(grid=True, aria=False))
    drawn = [points, begin, newest] if drawing == "punten" else [line, points, begin, newest]
    layers = [it.encode(x=x, y=y) for it in drawn]
    facet = alt.Facet("wijk:O", header=alt.Header(labelExpr="''", title=None), title=None)
    spec: Spec = (
        alt.layer(*layers, names).facet(facet=facet, columns=1, spacing=alt.RowColnumber(row=26, column=18)).to_dict()
    )
    shared = {channel: spec["spec"]["layer"][0]["encoding"][channel] for channel in ("x", "y")}
    for layer in spec["spec"]["layer"]:
        own = layer["encoding"].items()
        layer["encoding"] = {channel: it for channel, it in own if it != shared.get(channel)}
    spec["spec"]["encoding"] = shared
    return {**spec, "config": config(palette)}
