"""The axes hold every figure at round values, and make no landslide of a ripple."""

from itertools import pairwise

import pytest

from monitor.charts.assen import value_axis
from tests.builders import make_metingen


@pytest.mark.parametrize(
    ("low", "high"),
    [(48.0, 61.0), (0.0, 3.0), (0.1, 0.2), (12.0, 12.0), (1_000.0, 98_000.0), (-0.4, 0.3), (99.0, 100.0)],
)
@pytest.mark.parametrize("eenheid", ["%", "aantal"])
def test_three_to_five_round_values_hold_all_figures(low: float, high: float, eenheid: str) -> None:
    axis = value_axis(make_metingen({2020: low, 2021: high}), eenheid)
    assert 2 <= len(axis.ticks) <= 6
    assert axis.domain[0] <= low <= high <= axis.domain[1]
    steps = {round(later - earlier, 6) for earlier, later in pairwise(axis.ticks)}
    assert len(steps) == 1


def test_a_small_change_does_not_look_like_a_landslide() -> None:
    axis = value_axis(make_metingen({2020: 60.0, 2021: 60.4}), "%")
    assert axis.domain[1] - axis.domain[0] >= 10
