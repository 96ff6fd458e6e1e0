"""No change is claimed that the figures do not carry."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kendalltau

from monitor.domain.indicator import Bewijssoort, Indicator
from monitor.domain.meting import Breuk, BreukSoort, Meting, MetingStatus, Reeks
from monitor.domain.trend import (
    Segment,
    TrendReden,
    TrendRichting,
    Zekerheid,
    comparable_segment,
    kendall_s,
    mann_kendall,
    trend_of,
    trend_of_gemeente,
    trend_to_tell,
)
from tests.builders import make_indicator, make_series

GEMETEN = make_indicator(bewijssoort=Bewijssoort.GEMETEN)
GESCHAT = replace(GEMETEN, code="rivm-eenzaam", bewijssoort=Bewijssoort.GESCHAT)


def reeks(
    *waarden: float | None, marge: float | None = None, indicator: Indicator = GEMETEN, since: int = 2016
) -> Reeks:
    return make_series(*waarden, marge=marge, indicator=indicator, since=since)


def breuk(year: int) -> Breuk:
    return Breuk(date(year, 1, 1), BreukSoort.VRAAGSTELLING, "De vraag is anders gesteld.")


def test_six_years_upward_is_certain() -> None:
    trend = trend_of(reeks(48, 50, 52, 55, 58, 61))
    assert (trend.richting, trend.zekerheid) == (TrendRichting.STIJGT, Zekerheid.ZEKER)
    assert trend.vanaf and trend.tot and (trend.vanaf.periode, trend.tot.periode) == ("2016", "2021")


def test_five_years_downward_is_probable_at_most() -> None:
    trend = trend_of(reeks(61, 58, 55, 52, 50))
    assert (trend.richting, trend.zekerheid) == (TrendRichting.DAALT, Zekerheid.WAARSCHIJNLIJK)


def test_half_a_year_that_is_still_counted_is_no_fall_and_no_rise() -> None:
    geteld = reeks(61, 58, 55, 52, 50, 90, indicator=replace(GEMETEN, bewijssoort=Bewijssoort.GETELD))
    running = replace(
        geteld, metingen=(*geteld.metingen[:-1], replace(geteld.metingen[-1], status=MetingStatus.VOORLOPIG))
    )
    trend = trend_of(running)
    assert (trend.richting, trend.tot and trend.tot.periode) == (TrendRichting.DAALT, "2020")
    # What CBS calls voorlopig is of a whole period.
    registered = replace(running, indicator=replace(GEMETEN, bewijssoort=Bewijssoort.GEREGISTREERD))
    assert trend_of(registered).tot == running.metingen[-1]


@given(st.lists(st.floats(0, 100), max_size=4))
def test_four_points_never_make_a_trend(waarden: list[float]) -> None:
    trend = trend_of(reeks(*waarden))
    assert trend.richting is None
    assert trend.reden is (TrendReden.TE_WEINIG if waarden else TrendReden.GEEN_CIJFERS)


@given(st.lists(st.floats(0, 100), max_size=12))
def test_a_model_never_shows_a_trend(waarden: list[float]) -> None:
    trend = trend_of(reeks(*waarden, indicator=GESCHAT))
    assert trend.richting is None
    assert trend.reden is (TrendReden.GESCHAT if waarden else TrendReden.GEEN_CIJFERS)


def test_missing_years_are_no_points_and_no_zeros() -> None:
    trend = trend_of(reeks(48, None, 50, None, 55, 58, None))
    assert trend.reden is TrendReden.TE_WEINIG
    assert trend.tot and trend.tot.periode == "2021"


def test_zero_is_a_point() -> None:
    assert trend_of(reeks(4, 3, 2, 1, 0)).richting is TrendRichting.DAALT


def test_no_trend_is_told_across_a_break() -> None:
    broken = replace(reeks(40, 41, 42, 52, 55, 58, 61), breuken=(breuk(2019),))
    trend = trend_of(broken)
    assert trend.reden is TrendReden.TE_WEINIG
    assert trend.vanaf and trend.vanaf.periode == "2019"
    assert trend.breuken == (breuk(2019),)


def test_after_a_break_five_points_are_enough() -> None:
    broken = replace(reeks(90, 80, 52, 54, 55, 58, 61), breuken=(breuk(2018),))
    assert trend_of(broken).richting is TrendRichting.STIJGT


def test_the_latest_break_counts() -> None:
    points = reeks(*range(10)).metingen
    segment = comparable_segment(points, [breuk(2022), breuk(2018)])
    assert segment == Segment(points[6:], (breuk(2022),))


@pytest.mark.parametrize("year", [2010, 2016, 2030])
def test_a_break_that_cuts_nothing_off_is_not_told(year: int) -> None:
    points = reeks(1, 2, 3).metingen
    assert comparable_segment(points, [breuk(year)]) == Segment(points)


def test_overlapping_intervals_claim_nothing() -> None:
    trend = trend_of(reeks(50, 51, 52, 53, 54, 55, marge=3))
    assert (trend.richting, trend.reden) == (None, TrendReden.ONZEKER)


def test_intervals_apart_carry_a_trend() -> None:
    assert trend_of(reeks(50, 51, 53, 55, 57, 60, marge=3)).richting is TrendRichting.STIJGT


def test_up_and_down_can_be_chance() -> None:
    assert trend_of(reeks(50, 56, 49, 57, 51, 55)).reden is TrendReden.TOEVAL


def test_mostly_rising_but_ending_lower_has_no_word() -> None:
    assert trend_of(reeks(50, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14)).reden is TrendReden.TOEVAL


def test_not_seeing_change_is_not_the_same_as_equal() -> None:
    assert trend_of(reeks(50, 50, 50, 50, 50)).reden is TrendReden.TOEVAL
    assert trend_of(reeks(50, 50, 50, 50, 50, marge=4)).reden is TrendReden.TOEVAL


def test_equal_is_told_when_all_intervals_lie_close_together() -> None:
    trend = trend_of(reeks(50, 51, 50, 51, 50, marge=1.5))
    assert (trend.richting, trend.zekerheid) == (TrendRichting.GELIJK, Zekerheid.WAARSCHIJNLIJK)


def test_close_together_is_relative_where_the_unit_is_no_percentage() -> None:
    score = replace(GEMETEN, eenheid="schaal 1-10")
    assert trend_of(reeks(7.1, 7.2, 7.1, 7.2, 7.1, marge=0.1, indicator=score)).richting is TrendRichting.GELIJK
    assert trend_of(reeks(1, 2, 1, 2, 1, marge=1, indicator=score)).richting is None


def test_the_gemeente_has_a_trend_of_its_own() -> None:
    both = replace(reeks(50, 50), gemeente=reeks(40, 42, 44, 46, 48, 50).metingen)
    assert trend_of(both).richting is None
    assert trend_of_gemeente(both).richting is TrendRichting.STIJGT
    assert trend_of_gemeente(replace(both, breuken=(breuk(2019),))).reden is TrendReden.TE_WEINIG


def quarters(*waarden: float) -> Reeks:
    points = tuple(
        Meting(f"{2020 + i // 4}-K{i % 4 + 1}", date(2020 + i // 4, 3 * (i % 4) + 1, 1), waarde)
        for i, waarde in enumerate(waarden)
    )
    return Reeks(replace(GEMETEN, eenheid="aantal", bewijssoort=Bewijssoort.GETELD), points)


def test_a_summer_is_never_a_rise() -> None:
    assert trend_of(quarters(1, 5, 9, 4, 1, 5, 9)).reden is TrendReden.TOEVAL
    assert trend_of(quarters(1, 2, 3, 4, 5, 6)).richting is None


def test_quarters_are_compared_with_the_same_quarter_of_other_years() -> None:
    trend = trend_of(quarters(1, 50, 90, 40, 3, 52, 95, 44, 6, 55, 99, 47, 8))
    assert trend.richting is TrendRichting.STIJGT
    assert trend.vanaf and trend.tot and (trend.vanaf.periode, trend.tot.periode) == ("2020-K1", "2023-K1")


def test_a_quarter_without_an_earlier_one_has_too_few() -> None:
    monthly = tuple(Meting(f"2024-{month:02}", date(2024, month, 1), float(month)) for month in range(1, 10))
    assert trend_of(Reeks(GEMETEN, monthly)).reden is TrendReden.TE_WEINIG


# The statistics, held to scipy and to counting


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=14, unique=True))
def test_without_equal_values_the_test_is_scipys_exact_one(values: list[int]) -> None:
    expected = kendalltau(range(len(values)), values, method="exact").pvalue
    assert mann_kendall((tuple(map(float, values)),)) == pytest.approx(expected)


@given(st.lists(st.integers(0, 4), min_size=5, max_size=14))
def test_with_equal_values_it_is_never_bolder_than_scipy(values: list[int]) -> None:
    p = mann_kendall((tuple(map(float, values)),))
    if len(set(values)) == 1:
        assert p == 1.0
    else:
        assert p >= kendalltau(range(len(values)), values, method="asymptotic").pvalue - 1e-12


@pytest.mark.parametrize("values", [(1, 1, 2, 3, 4), (1, 2, 2, 3, 3), (1, 1, 2, 2, 3, 4), (1, 1, 1, 2, 3, 4)])
def test_with_equal_values_the_decision_is_that_of_counting_all_orders(values: tuple[float, ...]) -> None:
    orders = set(permutations(values))
    counted = sum(abs(kendall_s(order)) >= abs(kendall_s(values)) for order in orders) / len(orders)
    assert (mann_kendall((values,)) < 0.05) is (counted < 0.05)


def test_a_long_series_needs_no_exact_count() -> None:
    values = tuple(float(i) for i in range(60))
    assert mann_kendall((values,)) < 1e-10


@given(st.lists(st.floats(0, 100), min_size=5, max_size=10))
def test_turning_a_series_round_turns_its_word_round(values: list[float]) -> None:
    forward, back = trend_of(reeks(*values)), trend_of(reeks(*reversed(values)))
    assert forward.zekerheid is back.zekerheid
    if forward.richting is TrendRichting.STIJGT:
        assert back.richting is TrendRichting.DAALT


# From where on a change is told


UP = (44, 45, 47, 50, 52, 55, 58, 60, 63)


def test_a_change_is_told_from_the_nulmeting_on() -> None:
    trend = trend_to_tell(replace(reeks(*UP), nulmeting="2017"))
    assert trend.vanaf is not None
    assert (trend.vanaf.periode, trend.richting, trend.zekerheid) == ("2017", TrendRichting.STIJGT, Zekerheid.ZEKER)


@given(
    waarden=st.lists(st.integers(0, 100).map(float), min_size=1, max_size=12),
    begin=st.integers(0, 12),
    breuken=st.lists(st.integers(2016, 2028).map(breuk), max_size=2).map(tuple),
)
def test_where_a_change_is_told_from_never_changes_what_is_told(
    waarden: list[float], begin: int, breuken: tuple[Breuk, ...]
) -> None:
    subject = replace(reeks(*waarden), nulmeting=str(2016 + begin), breuken=breuken)
    told, whole = trend_to_tell(subject), trend_of(subject)
    assert (told.richting, told.zekerheid, told.tot) == (whole.richting, whole.zekerheid, whole.tot)
    assert told.vanaf is None or told.vanaf in (
        whole.vanaf,
        *(it for it in subject.metingen if subject.is_nulmeting(it)),
    )
