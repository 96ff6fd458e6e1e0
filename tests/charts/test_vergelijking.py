"""Small charts beside each other: the same axes, in the order given, and nothing that says who is first."""

from datetime import date
from typing import Any

from monitor.charts.theme import LIGHT
from monitor.charts.vergelijking import vergelijking_spec
from monitor.domain.indicator import Bewijssoort
from monitor.domain.indicatorbeeld import WijkReeks
from monitor.domain.meting import Breuk, BreukSoort
from tests.builders import make_indicator, make_reeks, make_wijk


def wijkreeks(naam: str, waarden: dict[int, float | None], **changes: Any) -> WijkReeks:
    code = f"WK9901{len(naam):02}"
    return WijkReeks(make_wijk(code=code, naam=naam), make_reeks(waarden, **changes))


def rows(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return list(spec["data"]["values"])


TWO = (wijkreeks("Akker", {2020: 10.0, 2021: None, 2022: 20.0}), wijkreeks("Kade", {2020: 70.0, 2022: 60.0}))


def spec_of(reeksen: tuple[WijkReeks, ...] = TWO, chosen: str | None = None) -> dict[str, Any]:
    return vergelijking_spec(reeksen, chosen=chosen, columns=2, width=140)


def test_all_wijken_share_both_axes() -> None:
    spec = spec_of()
    assert "resolve" not in spec
    low, high = spec["spec"]["encoding"]["y"]["scale"]["domain"]
    assert low <= 10 < 70 < high
    assert spec["columns"] == 2
    assert spec["spec"]["width"] == 140


def test_the_order_is_that_in_which_they_were_given_whatever_the_values() -> None:
    spec = spec_of()
    assert spec["facet"].get("sort") is None
    assert [(row["wijk"], row["naam"]) for row in rows(spec) if "naam" in row] == [(0, "Akker"), (1, "Kade")]


def test_each_wijk_has_its_name_and_its_newest_value_once() -> None:
    spec = spec_of()
    assert [row["nieuwste"] for row in rows(spec) if "nieuwste" in row] == ["20", "60"]
    assert all(row["tip"].startswith(("Akker, ", "Kade, ")) for row in rows(spec))


def test_a_missing_value_is_a_gap_and_no_zero() -> None:
    akker = [row for row in rows(spec_of()) if row["wijk"] == 0]
    assert [row["w"] for row in akker] == [10.0, 20.0]
    assert akker[0]["s"] != akker[1]["s"]


def test_a_break_splits_the_line_of_its_own_wijk_only() -> None:
    breuk = Breuk(date(2021, 1, 1), BreukSoort.VRAAGSTELLING, "Andere vraag.")
    spec = spec_of(
        (
            wijkreeks("Akker", {2020: 1.0, 2022: 2.0}, breuken=(breuk,)),
            wijkreeks("Kade", {2020: 1.0, 2022: 2.0}),
        )
    )
    segments = [(row["wijk"], row["s"]) for row in rows(spec)]
    assert segments == [(0, 0), (0, 1), (1, 0), (1, 0)]


def test_the_chosen_wijk_is_marked_and_no_other() -> None:
    chosen = TWO[1].wijk.code
    assert {row["wijk"] for row in rows(spec_of(chosen=chosen)) if row["eigen"]} == {1}
    assert not any(row["eigen"] for row in rows(spec_of()))


def test_a_long_name_is_cut_above_its_chart_and_whole_for_who_points_at_it() -> None:
    naam = "Binnenstad en Oude Havenkwartier Noord"
    first = rows(spec_of((wijkreeks(naam, {2020: 1.0}), TWO[0])))[0]
    assert first["naam"].endswith("…")
    assert first["tip"].startswith(naam)


def test_an_estimate_has_points_without_a_line_and_a_count_has_steps() -> None:
    estimate = make_indicator(bewijssoort=Bewijssoort.GESCHAT)
    count = make_indicator(bewijssoort=Bewijssoort.GETELD, eenheid="aantal")
    marks = {
        indicator.bewijssoort: [
            layer["mark"]
            for layer in spec_of((wijkreeks("Akker", {2020: 1.0, 2021: 2.0}, indicator=indicator),))["spec"]["layer"]
        ]
        for indicator in (estimate, count)
    }
    assert "line" not in [mark["type"] for mark in marks[Bewijssoort.GESCHAT]]
    (line,) = (mark for mark in marks[Bewijssoort.GETELD] if mark["type"] == "line")
    assert line["interpolate"] == "step-after"


def test_a_single_year_and_a_single_value_still_give_charts() -> None:
    spec = spec_of((wijkreeks("Akker", {2020: 1.0}), wijkreeks("Kade", {2020: 1.0})))
    assert len(rows(spec)) == 2


def test_two_comparisons_share_a_template_and_never_their_rows() -> None:
    first, second = spec_of(), spec_of((TWO[0],))
    assert {row["wijk"] for row in rows(first)} == {0, 1}
    assert {row["wijk"] for row in rows(second)} == {0}


def test_for_paper_the_colours_stand_in_the_chart_itself() -> None:
    assert "var(" not in str(vergelijking_spec(TWO, chosen=None, columns=2, width=140, palette=LIGHT))


def test_the_nulmeting_of_a_wijk_is_an_open_diamond_and_is_told_at_its_point() -> None:
    spec = spec_of((wijkreeks("Akker", {2020: 10.0, 2022: 20.0}, nulmeting="2020"), TWO[1]))
    (begin,) = (row for row in rows(spec) if row.get("begin"))
    assert (begin["wijk"], begin["tip"]) == (0, "Akker, 2020: 10 procent, nulmeting")
    shapes = [layer["mark"] for layer in spec["spec"]["layer"] if layer["mark"].get("shape") == "diamond"]
    assert [it["filled"] for it in shapes] == [False]
    assert not any(row.get("begin") for row in rows(spec_of()))


def test_an_estimate_is_as_round_as_in_its_sentence() -> None:
    geschat = make_indicator(bewijssoort=Bewijssoort.GESCHAT, decimalen=1, landelijk=True)
    spec = spec_of(
        (wijkreeks("Akker", {2020: 56.4}, indicator=geschat), wijkreeks("Kade", {2020: 54.2}, indicator=geschat))
    )
    assert [row["nieuwste"] for row in rows(spec)] == ["56", "54"]
    assert not any("56,4" in row["tip"] for row in rows(spec))
