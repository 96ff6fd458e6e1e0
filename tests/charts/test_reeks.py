"""Charts say what the figures are: measured, estimated or counted, with their breaks and gaps, in Dutch."""

from datetime import date
from typing import Any

import pytest

from monitor.charts.reeks import GEMEENTE, NULMETING, plaatje_spec, reeks_spec
from monitor.charts.theme import LIGHT
from monitor.domain.indicator import Bewijssoort
from monitor.domain.meting import Breuk, BreukSoort, Gebeurtenis
from tests.builders import make_indicator, make_metingen, make_reeks

NINE = {2016: 48.0, 2017: 49.0, 2018: 48.0, 2019: 52.0, 2020: 54.0, 2021: 55.0, 2022: 57.0, 2023: 59.0, 2024: 61.0}
ANDERE_VRAAG = Breuk(date(2019, 1, 1), BreukSoort.VRAAGSTELLING, "De vraag werd anders gesteld.")


def layers(spec: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == kind]


def rows(layer: dict[str, Any]) -> list[dict[str, Any]]:
    return list(layer["data"]["values"])


def texts_in(spec: dict[str, Any]) -> list[str]:
    return [row["naam"] for layer in layers(spec, "text") for row in rows(layer)]


def of_kind(bewijssoort: Bewijssoort, **changes: Any) -> dict[str, Any]:
    return reeks_spec(make_reeks(NINE, indicator=make_indicator(bewijssoort=bewijssoort), **changes))


@pytest.mark.parametrize("bewijssoort", [Bewijssoort.GEMETEN, Bewijssoort.GEREGISTREERD, Bewijssoort.ERVAREN])
def test_what_is_measured_is_a_line_with_filled_points(bewijssoort: Bewijssoort) -> None:
    spec = of_kind(bewijssoort)
    assert len(layers(spec, "line")) == 1
    (points,) = layers(spec, "point")
    assert points["mark"]["filled"]
    assert "fill" not in points["mark"]


def test_what_is_estimated_is_hollow_points_without_any_line() -> None:
    spec = of_kind(Bewijssoort.GESCHAT, gemeente=make_metingen(NINE))
    assert layers(spec, "line") == []
    (points,) = layers(spec, "point")
    assert points["mark"]["fill"] != points["mark"]["stroke"]


def test_what_is_counted_is_steps_that_last_until_the_period_is_over() -> None:
    (line,) = layers(of_kind(Bewijssoort.GETELD), "line")
    assert line["mark"]["interpolate"] == "step-after"
    assert rows(line)[-1] == {"t": "2025-01-01", "w": 61.0, "s": 0} or rows(line)[-1]["t"].startswith("2024-12")


def test_a_breuk_splits_the_line_and_names_its_reason_at_a_dotted_rule_in_the_gap() -> None:
    spec = reeks_spec(make_reeks(NINE, breuken=(ANDERE_VRAAG,)))
    (line,) = layers(spec, "line")
    assert {row["t"][:4]: row["s"] for row in rows(line)}["2018"] != {r["t"][:4]: r["s"] for r in rows(line)}["2019"]
    (rule,) = layers(spec, "rule")
    assert rule["mark"]["strokeDash"]
    assert "2018-01-01" < rows(rule)[0]["t"] < "2019-01-01"
    assert "andere vraag" in texts_in(spec)


def test_a_breuk_outside_the_figures_is_not_drawn() -> None:
    before = Breuk(date(2010, 1, 1), BreukSoort.MODEL, "Ander model.")
    assert layers(reeks_spec(make_reeks(NINE, breuken=(before,))), "rule") == []


def test_a_missing_value_is_a_gap_and_never_a_zero() -> None:
    spec = reeks_spec(make_reeks({**NINE, 2020: None}))
    (line,) = layers(spec, "line")
    assert [row["s"] for row in rows(line)] == [0, 0, 0, 0, 1, 1, 1, 1]
    assert all(row["w"] for row in rows(line))


def test_a_zero_is_a_value() -> None:
    (points,) = layers(reeks_spec(make_reeks({**NINE, 2020: 0.0})), "point")
    assert 0.0 in [row["w"] for row in rows(points)]


def test_the_interval_is_a_light_band() -> None:
    (band,) = layers(reeks_spec(make_reeks(metingen=make_metingen(NINE, marge=3))), "area")
    assert rows(band)[0]["w"] == 45.0
    assert rows(band)[0]["w2"] == 51.0


def test_the_gemeente_is_a_thin_line_with_its_name_on_it_and_no_legend() -> None:
    spec = reeks_spec(make_reeks(NINE, gemeente=make_metingen(dict.fromkeys(NINE, 50.0))), wijk="Lindekwartier")
    thin, thick = sorted(layers(spec, "line"), key=lambda layer: layer["mark"]["strokeWidth"])
    assert thin["mark"]["strokeWidth"] < thick["mark"]["strokeWidth"]
    assert {GEMEENTE, "Lindekwartier"} <= set(texts_in(spec))
    assert all(layer["encoding"].get("color", {}).get("legend") is None for layer in spec["layer"])


def test_what_happened_stands_at_its_own_day_below_the_figures() -> None:
    soep = Gebeurtenis(date(2022, 9, 15), "Soepmiddag begint")
    spec = reeks_spec(make_reeks(NINE, gebeurtenissen=(soep,)))
    pin = next(layer for layer in layers(spec, "rule") if "strokeDash" not in layer["mark"])
    assert rows(pin)[0]["t"] == "2022-09-15"
    assert rows(pin)[0]["w"] < spec["encoding"]["y"]["axis"]["values"][0]
    assert "Soepmiddag begint" in texts_in(spec)


def test_what_happened_long_before_the_figures_does_not_stretch_the_axis() -> None:
    old = Gebeurtenis(date(1990, 1, 1), "Wijk gebouwd")
    assert "Wijk gebouwd" not in texts_in(reeks_spec(make_reeks(NINE, gebeurtenissen=(old,))))


def test_time_is_a_real_axis_the_same_in_every_time_zone() -> None:
    spec = reeks_spec(make_reeks({2012: 38.6, 2016: 42.5, 2020: 48.9}))
    x = spec["encoding"]["x"]
    assert (x["type"], x["scale"]["type"]) == ("temporal", "utc")
    assert [tick["year"] for tick in x["axis"]["values"]] == [2012, 2016, 2020]


def test_a_gemeente_with_later_figures_stays_within_the_axis() -> None:
    reeks = make_reeks({2016: 45.0, 2017: 46.0}, gemeente=make_metingen({2016: 40.0, 2025: 44.0}))
    last = reeks_spec(reeks)["encoding"]["x"]["scale"]["domain"][1]
    assert last["year"] >= 2025


def test_numbers_and_months_are_dutch_and_axes_are_described_in_dutch() -> None:
    spec = reeks_spec(make_reeks(NINE))
    assert spec["config"]["locale"]["number"]["decimal"] == ","
    assert "januari" in spec["config"]["locale"]["time"]["months"]
    assert spec["encoding"]["x"]["axis"]["description"] == "De jaren, van 2016 tot en met 2024"
    assert spec["encoding"]["y"]["axis"]["description"].endswith("procent")
    (points,) = layers(spec, "point")
    assert rows(points)[-1]["tip"] == "2024: 61 procent"


def test_there_is_no_frame_and_the_background_is_that_of_the_page() -> None:
    config = reeks_spec(make_reeks(NINE))["config"]
    assert config["view"]["stroke"] is None
    assert config["background"] == "transparent"


def test_two_charts_share_a_template_and_never_their_rows() -> None:
    first, second = reeks_spec(make_reeks({2020: 1.0, 2021: 2.0})), reeks_spec(make_reeks({2020: 43.0, 2021: 44.0}))
    assert [row["w"] for row in rows(layers(first, "point")[0])] == [1.0, 2.0]
    assert [row["w"] for row in rows(layers(second, "point")[0])] == [43.0, 44.0]
    assert first["encoding"]["y"]["scale"]["domain"] != second["encoding"]["y"]["scale"]["domain"]


def test_for_paper_the_colours_stand_in_the_chart_itself() -> None:
    spec = reeks_spec(make_reeks(NINE), palette=LIGHT)
    assert "var(" not in str(spec)


def test_a_reeks_without_any_value_still_gives_a_chart() -> None:
    spec = reeks_spec(make_reeks({2020: None, 2021: None}))
    assert spec["layer"] == []


def begin_of(spec: dict[str, Any]) -> dict[str, Any]:
    """The row of the nulmeting, after a look whether every layer that draws it tells the same."""
    drawn = [row for layer in spec["layer"] for row in rows(layer) if row.get("naam") == NULMETING]
    assert len(drawn) == 3
    assert all(row == drawn[0] for row in drawn)
    return drawn[0]


@pytest.mark.parametrize("bewijssoort", Bewijssoort)
def test_the_nulmeting_is_an_open_diamond_with_its_word_under_all_figures(bewijssoort: Bewijssoort) -> None:
    spec = of_kind(bewijssoort, nulmeting="2018", gemeente=make_metingen(dict.fromkeys(NINE, 44.0)))
    begin = begin_of(spec)
    assert (begin["t"], begin["w"]) == ("2018-01-01", 48.0)
    assert begin["w2"] < 44.0
    assert spec["encoding"]["y"]["scale"]["domain"][0] < begin["w2"]
    diamond = next(it["mark"] for it in layers(spec, "point") if it["mark"].get("shape") == "diamond")
    assert not diamond["filled"]
    assert "2018: 48 procent, nulmeting" in [row.get("tip") for layer in layers(spec, "point") for row in rows(layer)]


def test_a_nulmeting_before_a_breuk_is_drawn_and_the_rule_of_the_breuk_ends_above_its_word() -> None:
    spec = reeks_spec(make_reeks(NINE, breuken=(ANDERE_VRAAG,), nulmeting="2018"))
    rule = next(it for it in layers(spec, "rule") if it["mark"].get("strokeDash"))
    assert begin_of(spec)["w2"] < rows(rule)[0]["w2"]
    assert [row["naam"] for row in rows(rule)] == ["andere vraag"]


@pytest.mark.parametrize("nulmeting", [None, "2020", "1999"], ids=["none", "without a value", "without a meting"])
def test_without_a_value_to_begin_with_nothing_is_marked(nulmeting: str | None) -> None:
    spec = reeks_spec(make_reeks({**NINE, 2020: None}, nulmeting=nulmeting))
    assert NULMETING not in texts_in(spec)
    assert spec["height"] == reeks_spec(make_reeks({**NINE, 2020: None}))["height"]


def test_the_word_at_the_beginning_stands_above_the_pins() -> None:
    soep = Gebeurtenis(date(2016, 3, 1), "Soepmiddag begint")
    spec = reeks_spec(make_reeks(NINE, gebeurtenissen=(soep,), nulmeting="2016"))
    heads = [row for layer in layers(spec, "point") for row in rows(layer) if row.get("naam") == soep.titel]
    assert heads
    assert all(row["w"] < begin_of(spec)["w2"] for row in heads)


def test_a_nulmeting_is_on_paper_too() -> None:
    assert NULMETING in texts_in(plaatje_spec(make_reeks(NINE, nulmeting="2016"), "Kade", [], "alt"))


def test_a_long_name_is_cut_at_its_line_and_whole_above_the_picture() -> None:
    wijk = "Bedrijventerrein Noordwesthoek en omgeving Oude Havenkwartier-Zuid en Buitengebied"
    naam = "Verkeersveiligheidsbeleving van basisschoolleerlingen en hun verzorgers op de doorgaande fietsroutes"
    reeks = make_reeks(NINE, gemeente=make_metingen(NINE), indicator=make_indicator(naam=naam))
    assert any(text.endswith("…") for text in texts_in(reeks_spec(reeks, wijk=wijk)))
    title = plaatje_spec(reeks, wijk, [], "alt")["title"]["text"]
    assert max(map(len, title)) <= 70
    assert " ".join(title) == f"{naam}, {wijk}"
