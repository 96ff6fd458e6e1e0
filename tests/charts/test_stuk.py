"""The charts of a stuk stand on one page: what people set beside each other can be set beside each other."""

from dataclasses import replace
from datetime import date
from typing import Any

from monitor.charts.stuk import stuk_specs
from monitor.domain.indicator import Thema
from monitor.domain.indicatorbeeld import IndicatorVersie
from monitor.services.stukzinnen import Gebiedsnaam, Stukcijfer, Stukjaren
from tests.builders import make_indicator, make_reeks

HOOG: dict[int, float | None] = {2016: 66.0, 2020: 70.0, 2024: 68.0}
LAAG: dict[int, float | None] = {2016: 31.0, 2020: 35.0, 2024: 33.0}


def cijfer(values: dict[int, float | None], wijk: str, code: str = "buren") -> Stukcijfer:
    reeks = make_reeks(values, indicator=make_indicator(code=code))
    versie = IndicatorVersie(reeks.indicator, date(2016, 1, 1), "Daar gaat het ons om.", None)
    return Stukcijfer(Gebiedsnaam(wijk, wijk), reeks, Stukjaren(), Thema("t", "T", 1), versie, ())


def ticks(spec: dict[str, Any]) -> list[float]:
    return list(spec["encoding"]["y"]["axis"]["values"])


def test_one_indicator_has_the_same_values_on_its_axis_in_every_wijk() -> None:
    one, other = stuk_specs([cijfer(HOOG, "Oost"), cijfer(LAAG, "West")])
    assert ticks(one) == ticks(other)
    assert ticks(one)[0] <= 31
    assert ticks(one)[-1] >= 70


def test_another_indicator_has_an_axis_of_its_own() -> None:
    alone = stuk_specs([cijfer(HOOG, "Oost")])
    beside = stuk_specs([cijfer(HOOG, "Oost"), cijfer(LAAG, "Oost", "bankjes")])
    assert ticks(beside[0]) == ticks(alone[0])
    assert ticks(beside[1]) != ticks(beside[0])


def test_what_is_missing_takes_no_room() -> None:
    low = cijfer(LAAG, "West")
    gone = replace(
        low, geheel=replace(low.geheel, metingen=tuple(replace(it, waarde=None) for it in low.geheel.metingen))
    )
    assert ticks(stuk_specs([cijfer(HOOG, "Oost"), gone])[0]) == ticks(stuk_specs([cijfer(HOOG, "Oost")])[0])
