"""How sure a share of a count is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from monitor.domain.telling import wilson


@given(st.integers(1, 5_000), st.data())
def test_the_interval_is_that_of_wilson_and_holds_the_share(n: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, n))
    low, high = wilson(count, n)
    theirs = binomtest(count, n).proportion_ci(0.95, "wilson")
    assert (low, high) == pytest.approx((100 * theirs.low, 100 * theirs.high), abs=1e-7)
    assert 0 <= low <= 100 * count / n <= high <= 100


@pytest.mark.parametrize(("count", "n"), [(3, 2), (-1, 5), (0, 0)])
def test_what_is_no_share_has_no_interval(count: int, n: int) -> None:
    with pytest.raises(ValueError, match="not a share"):
        wilson(count, n)
