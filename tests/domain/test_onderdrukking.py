"""What is hidden cannot be worked out from what is shown, with all sums laid beside each other."""

from collections.abc import Sequence
from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.domain.onderdrukking import Som, hidden

DREMPEL = 3
MOST, SAMPLE = 9, 4
"""Of a table with counts up to the second, all tables that look the same are tried with counts up to the first."""


def table(parts: Sequence[int]) -> tuple[dict[str, int], list[Som]]:
    """A gemeente with its wijken."""
    names = [f"wijk-{place}" for place in range(len(parts))]
    return {**dict(zip(names, parts, strict=True)), "gemeente": sum(parts)}, [Som("gemeente", tuple(names))]


def block(parts: Sequence[int]) -> tuple[dict[str, int], list[Som]]:
    """Two wijken in two quarters, with the sums of each, and the sum of all."""
    a, b, c, d = parts
    cellen = {"a1": a, "a2": b, "b1": c, "b2": d, "a": a + b, "b": c + d, "1": a + c, "2": b + d, "al": a + b + c + d}
    sommen = [
        Som("a", ("a1", "a2")),
        Som("b", ("b1", "b2")),
        Som("1", ("a1", "b1")),
        Som("2", ("a2", "b2")),
        Som("al", ("a", "b")),
        Som("al", ("1", "2")),
    ]
    return cellen, sommen


def tree(parts: Sequence[int]) -> tuple[dict[str, int], list[Som]]:
    """A gemeente of two wijken, one of them with two buurten."""
    a, b, c, _ = parts
    cellen = {"buurt-1": a, "buurt-2": b, "wijk-1": a + b, "wijk-2": c, "gemeente": a + b + c}
    return cellen, [Som("wijk-1", ("buurt-1", "buurt-2")), Som("gemeente", ("wijk-1", "wijk-2"))]


MAKERS = {"a gemeente and its wijken": table, "wijken by quarters": block, "buurten in wijken": tree}


@cache
def tables(maker: str) -> list[dict[str, int]]:
    """All tables with counts up to MOST."""
    return [MAKERS[maker](parts)[0] for parts in product(range(MOST + 1), repeat=4)]


@pytest.mark.parametrize("maker", MAKERS)
@settings(deadline=None)  # the first one makes all tables
@given(parts=st.lists(st.integers(0, SAMPLE), min_size=4, max_size=4))
def test_every_hidden_count_can_be_more_than_one_number(maker: str, parts: list[int]) -> None:
    cellen, sommen = MAKERS[maker](parts)
    gone = hidden(cellen, sommen, DREMPEL)
    seen = [(cel, aantal) for cel, aantal in cellen.items() if cel not in gone]
    fitting = [it for it in tables(maker) if all(it[cel] == aantal for cel, aantal in seen)]
    for cel in gone:
        assert len({it[cel] for it in fitting}) > 1, (cellen, gone)


@pytest.mark.parametrize("maker", MAKERS)
@given(parts=st.lists(st.integers(0, 200), min_size=4, max_size=4))
def test_small_counts_are_hidden_and_without_any_everything_is_shown(maker: str, parts: list[int]) -> None:
    cellen, sommen = MAKERS[maker](parts)
    gone = hidden(cellen, sommen, 5)
    small = {cel for cel, aantal in cellen.items() if 0 < aantal < 5}
    assert small <= gone
    assert small or not gone


def test_one_small_count_takes_another_with_it() -> None:
    cellen, sommen = table([2, 40, 50])
    assert hidden(cellen, sommen, 5) == {"wijk-0", "wijk-1"}


def test_without_a_sum_only_the_small_count_is_hidden() -> None:
    cellen, _ = table([2, 40, 50])
    assert hidden(cellen, [], 5) == {"wijk-0"}


def test_a_small_count_and_a_nought_hide_behind_each_other() -> None:
    cellen, sommen = table([1, 0, 50, 60])
    assert hidden(cellen, sommen, 5) == {"wijk-0", "wijk-1"}


def test_under_a_sum_that_is_small_itself_the_noughts_are_hidden_too() -> None:
    cellen, sommen = table([2, 0, 0])
    assert hidden(cellen, sommen, 5) == {"wijk-0", "wijk-1", "wijk-2", "gemeente"}


def test_a_nought_is_nobody_and_stays() -> None:
    cellen, sommen = table([0, 40, 50])
    assert hidden(cellen, sommen, 5) == frozenset()
