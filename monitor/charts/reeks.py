"""An indicator over time as a chart: what is measured, estimated or counted, with the gemeente thin beside it.

Altair makes one template per way of drawing, once per process; a chart is that template with its rows put in.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from math import ceil
from textwrap import wrap
from typing import Any

import altair as alt

from monitor.charts.assen import (
    LEVEL,
    Schaal,
    Tijd,
    decimals_of,
    extent,
    room_around,
    time_axis,
    time_words,
    value_axis,
    value_words,
)
from monitor.charts.pins import LETTERS, pin_rows, pins_of, shortened
from monitor.charts.theme import LIGHT, SCREEN, Palette, config
from monitor.domain.indicator import Bewijssoort
from monitor.domain.meting import Breuk, BreukSoort, Meting, Reeks, with_value
from monitor.nl import format_getal, format_periode
from monitor.services.waarden import decimals_shown
from monitor.services.woorden import BREUK

Row = dict[str, Any]
Spec = dict[str, Any]

HEIGHT = 180
"""In pixels; what is drawn under or above the figures comes on top of it."""
GEMEENTE = "gemeente"
DRAWING = {Bewijssoort.GESCHAT: "punten", Bewijssoort.GETELD: "trap"}
"""How each kind of evidence is drawn; all others as a line."""
PLAATJE_WIDTH, PLAATJE_LETTERS = 720, 105
"""How wide a picture is in pixels, and how many letters fit on a line of it."""
_TITLE_LETTERS = 70
_NAME = 0.6
"""The longest part of the width that a name at a line takes; in full it stands above the chart."""
PLAATJE_FONT = "Liberation Sans, Open Sans, Roboto, Arial, sans-serif"
"""Letters that a machine without ours has too, or that come with what draws the picture."""
_LAYERS = (
    "band",
    "gemeente",
    "lijn",
    "punten",
    "breuken",
    "breuknamen",
    "begin",
    "beginlijn",
    "beginnaam",
    "pinnen",
    "koppen",
    "pinnamen",
    "namen",
)
NULMETING = "nulmeting"
BEGIN_SIZE = 260
"""Of the open diamond around the point with which a series begins."""
_BEGIN_AWAY, _UNDER_BEGIN = 0.08, 0.06
"""How far under the figures the word at the beginning stands, and what is under it, as parts of the height."""
_UNDER_DIAMOND = 9
"""In pixels: where the line to the word starts, clear of the point."""
_AWAY = 0.1
"""How far a name stands from its line, as a part of the height."""


def reeks_spec(
    reeks: Reeks,
    *,
    wijk: str | None = None,
    palette: Palette = SCREEN,
    letters: int = LETTERS,
    ernaast: Sequence[Meting] = (),
) -> Spec:
    """The Vega-Lite specification of `reeks`; `wijk` is the name to write at its line, beside that of the gemeente.

    `letters` is how many letters fit across it: on a screen, as many as on a phone. `ernaast` are figures of charts
    that people will set beside this one: their values fit on its axis too.
    """
    hier, daar = with_value(reeks.metingen), with_value(reeks.gemeente)
    drawing = DRAWING.get(reeks.indicator.bewijssoort, "lijn")
    gebeurtenissen = reeks.gebeurtenissen_erbij
    breuken = _inside(reeks.breuken, hier)
    step = _step(reeks.metingen) if drawing == "trap" else None
    ends = [hier[-1].start + step] if step and hier else []
    tijd = time_axis(hier + daar, [it.datum for it in gebeurtenissen] + ends)
    pins = pins_of(gebeurtenissen, tijd, letters)
    waarde = value_axis([*hier, *daar, *with_value(ernaast)], reeks.indicator.eenheid)
    shown = shortened(wijk, int(_NAME * letters)) if wijk else None
    names = _name_rows(hier, daar, waarde.domain[1] - waarde.domain[0], shown, palette)
    lowest, ceiling = extent(waarde, [row["w"] for row in names])
    begin = _begin_rows(reeks, tijd, lowest, ceiling)
    ground = begin[0]["w2"] - _UNDER_BEGIN * (ceiling - lowest) if begin else lowest
    levels = ceil(max((pin.hoogte for pin in pins), default=0))
    bottom, top = room_around(ground, ceiling, levels, bool(breuken))
    rows = {
        "gemeente": _line_rows(reeks.gemeente, _everywhere(breuken), step),
        "band": _band_rows(reeks),
        "lijn": _line_rows(reeks.metingen, breuken, step) if drawing != "punten" else [],
        "punten": [{"t": it.start.isoformat(), "w": it.waarde, "tip": point_words(it, reeks)} for it in hier],
        "breuken": [{**_breuk_row(breuk, hier, tijd), "w": top, "w2": lowest} for breuk in breuken],
        "breuknamen": [_breuk_row(breuk, hier, tijd) for breuk in breuken],
        "begin": begin,
        "beginlijn": begin,
        "beginnaam": begin,
        "pinnen": pin_rows(pins, tijd, ground, bottom),
        "koppen": pin_rows(pins, tijd, ground, bottom),
        "pinnamen": [row for row in pin_rows(pins, tijd, ground, bottom) if row["naam"]],
        "namen": names,
    }
    template = _template(drawing, palette)
    layers = [
        {**layer, "data": {"values": rows[name]}}
        for name, layer in zip(_LAYERS, template["layer"], strict=True)
        if rows[name]
    ]
    encoding = {
        "x": _time_channel(template["encoding"]["x"], tijd),
        "y": _value_channel(template["encoding"]["y"], waarde, (bottom, top), reeks.indicator.eenheid),
    }
    height = round(HEIGHT * (1 + LEVEL * (levels + len(begin)) + (0.1 if breuken else 0)))
    return {**template, "height": height, "layer": layers, "encoding": encoding}


def plaatje_spec(reeks: Reeks, wijk: str, regels: Sequence[str], alt_text: str) -> Spec:
    """The same chart to stand on its own, on white: with its name, the wijk and what must be said with it."""
    spec = reeks_spec(reeks, wijk=wijk, palette=LIGHT, letters=PLAATJE_LETTERS)
    title = {
        "text": wrap(f"{reeks.indicator.naam}, {wijk}", _TITLE_LETTERS),
        "subtitle": [line for text in regels for line in wrap(text, PLAATJE_LETTERS)],
        "anchor": "start",
        "frame": "group",
        "offset": 18,
        "color": LIGHT.inkt,
        "font": PLAATJE_FONT,
        "fontSize": 19,
        "fontWeight": 600,
        "subtitleColor": LIGHT.zacht,
        "subtitleFont": PLAATJE_FONT,
        "subtitleFontSize": 14,
        "subtitleLineHeight": 20,
        "subtitlePadding": 8,
    }
    text = {**spec["config"]["text"], "font": PLAATJE_FONT}
    return {
        **spec,
        "config": {**spec["config"], "background": LIGHT.kaart, "font": PLAATJE_FONT, "text": text},
        "width": PLAATJE_WIDTH,
        "height": spec["height"] + 80,
        "padding": 24,
        "title": title,
        "description": alt_text,
    }


def _axis(channel: Row, domain: Sequence[object], ticks: Sequence[object], words: str) -> Row:
    axis = {**channel["axis"], "values": list(ticks), "description": words}
    return {**channel, "scale": {**channel["scale"], "domain": list(domain)}, "axis": axis}


def _time_channel(channel: Row, tijd: Tijd) -> Row:
    domain = (moment(tijd.first), moment(tijd.last))
    return _axis(channel, domain, [moment(date(year, 1, 1)) for year in tijd.years], time_words(tijd))


def _value_channel(channel: Row, waarde: Schaal, room: tuple[float, float], eenheid: str) -> Row:
    drawn = _axis(channel, room, waarde.ticks, value_words(waarde, eenheid))
    drawn["axis"]["format"] = f",.{decimals_of(waarde.ticks)}f"
    return drawn


# The template


@cache
def _template(drawing: str, palette: Palette) -> Spec:
    """The chart without rows, as Altair makes it."""
    layers: dict[str, alt.Chart] = {
        **_data_layers(drawing, palette),
        "breuken": _layer("breuken").mark_rule(color=palette.zacht, strokeDash=[3, 4], aria=False).encode(y2="w2:Q"),
        "breuknamen": _aligned(_layer("breuknamen").mark_text(aria=False), dx=6).encode(y=alt.value(6)),
        "begin": _layer("begin").mark_point(
            shape="diamond", filled=False, stroke=palette.inkt, strokeWidth=1.75, size=BEGIN_SIZE, opacity=1, aria=False
        ),
        "beginlijn": _layer("beginlijn")
        .mark_rule(color=palette.inkt, strokeWidth=1, yOffset=_UNDER_DIAMOND, aria=False)
        .encode(y2="w2:Q"),
        "beginnaam": _aligned(_layer("beginnaam").mark_text(aria=False, color=palette.inkt), dx=6).encode(y="w2:Q"),
        "pinnen": _layer("pinnen").mark_rule(color=palette.verhaal, strokeWidth=1.5, aria=False).encode(y2="w2:Q"),
        "koppen": _layer("koppen")
        .mark_point(filled=True, color=palette.verhaal, size=48, opacity=1)
        .encode(description="tip:N", tooltip="tip:N"),
        "pinnamen": _aligned(_layer("pinnamen").mark_text(aria=False, color=palette.inkt), dx=8),
        "namen": _layer("namen")
        .mark_text(align="right", aria=False)
        .encode(text="naam:N", color=alt.Color("kleur:N", scale=None, legend=None)),
    }
    x = alt.X("t:T", scale=alt.Scale(type="utc", nice=False), axis=alt.Axis(format="%Y", labelFlush=False))
    y = alt.Y("w:Q", scale=alt.Scale(nice=False, zero=False), axis=alt.Axis(grid=True))
    placed = [_placed(layers[name], x, y) for name in _LAYERS]
    chart = alt.layer(*placed, height=HEIGHT)
    spec: Spec = chart.to_dict()
    shared = {channel: spec["layer"][0]["encoding"][channel] for channel in ("x", "y")}
    for layer in spec["layer"]:
        own = layer["encoding"].items()
        layer["encoding"] = {channel: it for channel, it in own if it != shared.get(channel)}
    return {**spec, "encoding": shared, "config": config(palette)}


def _placed(layer: alt.Chart, x: alt.X, y: alt.Y) -> alt.Chart:
    """The layer on the shared axes; one that is placed in pixels keeps its own height."""
    return layer.encode(x=x) if _has_own_y(layer) else layer.encode(x=x, y=y)


def _has_own_y(layer: alt.Chart) -> bool:
    return isinstance(layer.encoding, alt.FacetedEncoding) and layer.encoding.y is not alt.Undefined


def _layer(name: str) -> alt.Chart:
    return alt.Chart(alt.NamedData(name=name))


def _data_layers(drawing: str, palette: Palette) -> dict[str, alt.Chart]:
    gemeente, band, lijn, punten = (_layer(name) for name in ("gemeente", "band", "lijn", "punten"))
    told = {"description": "tip:N", "tooltip": "tip:N"}
    by_segment = alt.Detail("s:N")
    if drawing == "punten":
        return {
            "gemeente": gemeente.mark_tick(
                orient="horizontal", color=palette.gemeente, size=22, thickness=2.5, opacity=1, aria=False
            ),
            "band": band.mark_rule(color=palette.cijfer_licht, strokeWidth=9, aria=False).encode(y2="w2:Q"),
            "lijn": lijn.mark_line(),
            "punten": punten.mark_point(
                filled=True, fill=palette.kaart, stroke=palette.cijfer, strokeWidth=2.5, size=90, opacity=1
            ).encode(**told),
        }
    step: dict[str, Any] = {"interpolate": "step-after"} if drawing == "trap" else {}
    return {
        "gemeente": gemeente.mark_line(color=palette.gemeente, strokeWidth=1.5, aria=False, **step).encode(
            detail=by_segment
        ),
        "band": band.mark_area(color=palette.cijfer_licht, opacity=1, aria=False).encode(y2="w2:Q", detail=by_segment),
        "lijn": lijn.mark_line(color=palette.cijfer, strokeWidth=3, aria=False, **step).encode(detail=by_segment),
        "punten": punten.mark_point(
            filled=True, color=palette.cijfer, size=22 if drawing == "trap" else 56, opacity=1
        ).encode(**told),
    }


def _aligned(text: alt.Chart, *, dx: int) -> alt.Chart:
    """Text at its point: to the right of it, or to the left where the row says so."""
    mark = text.mark
    mark.align = alt.ExprRef("datum.links ? 'right' : 'left'")
    mark.dx = alt.ExprRef(f"datum.links ? {-dx} : {dx}")
    mark.baseline = "middle"
    return text.encode(text="naam:N")


# The rows


def moment(day: date) -> Row:
    """A day as Vega-Lite knows it on an axis, the same in every time zone."""
    return {"year": day.year, "month": day.month, "date": day.day, "utc": True}


def segments(metingen: Sequence[Meting], breuken: Sequence[Breuk]) -> list[int]:
    """The number of the unbroken stretch that each meting lies in: a breuk or a missing value starts a new one."""
    segment, numbers = 0, []
    for index, meting in enumerate(metingen):
        previous = metingen[index - 1] if index else None
        if previous is not None and (
            previous.waarde is None or any(previous.start < breuk.vanaf <= meting.start for breuk in breuken)
        ):
            segment += 1
        numbers.append(segment)
    return numbers


def _line_rows(metingen: Sequence[Meting], breuken: Sequence[Breuk], step: timedelta | None) -> list[Row]:
    """The points of the lines. In steps every stretch gets an end: a count holds until its period is over."""
    rows: list[Row] = []
    for meting, segment in zip(metingen, segments(metingen, breuken), strict=True):
        if meting.waarde is None:
            continue
        if step and rows and rows[-1]["s"] != segment:
            rows.append(_end(rows[-1], step))
        rows.append({"t": meting.start.isoformat(), "w": meting.waarde, "s": segment})
    return [*rows, _end(rows[-1], step)] if step and rows else rows


def _end(row: Row, step: timedelta) -> Row:
    return {**row, "t": (date.fromisoformat(row["t"]) + step).isoformat()}


def _step(metingen: Sequence[Meting]) -> timedelta:
    """How long one period lasts: the shortest time between two metingen."""
    apart = [later.start - earlier.start for earlier, later in pairwise(metingen)]
    return min(apart, default=timedelta(days=365))


def _band_rows(reeks: Reeks) -> list[Row]:
    return [
        {"t": meting.start.isoformat(), "w": meting.ondergrens, "w2": meting.bovengrens, "s": segment}
        for meting, segment in zip(reeks.metingen, segments(reeks.metingen, reeks.breuken), strict=True)
        if meting.waarde is not None and meting.ondergrens is not None
    ]


def point_words(meting: Meting, reeks: Reeks) -> str:
    """One point in words, for whoever points at it or hears it: "2024: 61 % (58 tot 64)"."""
    if meting.waarde is None:
        return f"{format_periode(meting.periode)}: geen cijfer"
    decimalen = decimals_shown(reeks.indicator)
    words = f"{format_periode(meting.periode)}: {format_getal(meting.waarde, decimalen)}"
    if reeks.indicator.eenheid == "%":
        words += " procent"
    if meting.ondergrens is not None and meting.bovengrens is not None:
        words += (
            f" (tussen {format_getal(meting.ondergrens, decimalen)} en {format_getal(meting.bovengrens, decimalen)})"
        )
    return f"{words}, {NULMETING}" if reeks.is_nulmeting(meting) else words


def _begin_rows(reeks: Reeks, tijd: Tijd, lowest: float, highest: float) -> list[Row]:
    """Where the series begins, with its word under all figures: there it lies over no line and over no pin."""
    begin = next((meting for meting in with_value(reeks.metingen) if reeks.is_nulmeting(meting)), None)
    if begin is None:
        return []
    under, late = lowest - _BEGIN_AWAY * (highest - lowest), tijd.is_late(begin.start)
    return [{"t": begin.start.isoformat(), "w": begin.waarde, "w2": under, "naam": NULMETING, "links": late}]


def _inside(breuken: Iterable[Breuk], known: Sequence[Meting]) -> list[Breuk]:
    """The breuken that lie between the first and the last known meting, one per day."""
    if not known:
        return []
    by_day = {breuk.vanaf: breuk for breuk in breuken if known[0].start < breuk.vanaf <= known[-1].start}
    return [by_day[day] for day in sorted(by_day)]


def _everywhere(breuken: Iterable[Breuk]) -> list[Breuk]:
    """The breuken that hold for the gemeente too: another boundary of one wijk does not."""
    return [breuk for breuk in breuken if breuk.soort is not BreukSoort.GEBIEDSGRENS]


def _breuk_row(breuk: Breuk, known: Sequence[Meting], tijd: Tijd) -> Row:
    """The dotted rule stands in the gap: halfway between the figures before and after it."""
    before = max(meting.start for meting in known if meting.start < breuk.vanaf)
    after = min(meting.start for meting in known if meting.start >= breuk.vanaf)
    halfway = before + (after - before) / 2
    return {"t": halfway.isoformat(), "naam": BREUK[breuk.soort], "links": tijd.is_late(halfway)}


def _name_rows(
    hier: Sequence[Meting], daar: Sequence[Meting], span: float, wijk: str | None, palette: Palette
) -> list[Row]:
    """The names at the ends of both lines: the higher one above its line, the lower one under it."""
    if not hier or not daar:
        return []
    higher = (daar[-1].waarde or 0.0) > (hier[-1].waarde or 0.0)
    ends = [(daar, GEMEENTE, palette.zacht, higher), (hier, wijk or "", palette.cijfer, not higher)]
    return [
        {"t": known[-1].start.isoformat(), "w": _beside(known, span, above=above), "naam": naam, "kleur": colour}
        for known, naam, colour, above in ends
        if naam
    ]


def _beside(known: Sequence[Meting], span: float, *, above: bool) -> float:
    """A height clear of the last part of a line, where its name stands."""
    last = known[-1].start
    part = (last - known[0].start) * _NAME
    near = [meting for meting in known if last - meting.start <= part]
    edges = [edge for it in near for edge in (it.waarde, it.ondergrens, it.bovengrens) if edge is not None]
    return max(edges) + _AWAY * span if above else min(edges) - _AWAY * span
