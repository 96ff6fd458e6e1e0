"""What is hidden cannot be worked out from what is shown by somebody who knows the rules and lays all sums together."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.domain.onderdrukking import Plek, hidden

GEMEENTE, WIJKEN, BUURTEN = "GM9901", ("WK990101", "WK990102", "WK990103"), ("BU99010101", "BU99010102", "BU99010201")
KWARTALEN = ("2025-K1", "2025-K2", "2025-K3", "2025-K4")
A, B, C = WIJKEN
K1, K2, K3, K4 = KWARTALEN
JAAR = "2025"
Tabel = dict[Plek, float | None]


def quarters(*parts: int) -> Tabel:
    """A year and its quarters."""
    return {**{(A, period): count for period, count in zip(KWARTALEN, parts, strict=True)}, (A, JAAR): sum(parts)}


def wijken(*parts: int) -> Tabel:
    """A gemeente and its wijken."""
    return {**{(wijk, JAAR): count for wijk, count in zip(WIJKEN, parts, strict=True)}, (GEMEENTE, JAAR): sum(parts)}


def both(*parts: int) -> Tabel:
    """Two wijken in two quarters, with the sums of each, and the sum of all."""
    a, b, c, d = parts
    inside = {(A, K1): a, (A, K2): b, (B, K1): c, (B, K2): d}
    years = {(A, JAAR): a + b, (B, JAAR): c + d}
    return {**inside, **years, (GEMEENTE, K1): a + c, (GEMEENTE, K2): b + d, (GEMEENTE, JAAR): sum(parts)}


def buurten(*parts: int) -> Tabel:
    """A gemeente of two wijken, one of them with two buurten and one with one."""
    a, b, c, d = parts
    small = {(BUURTEN[0], JAAR): a, (BUURTEN[1], JAAR): b, (BUURTEN[2], JAAR): c, ("BU99010202", JAAR): d}
    return {**small, (A, JAAR): a + b, (B, JAAR): c + d, (GEMEENTE, JAAR): sum(parts)}


def months(*parts: int) -> Tabel:
    """The months of a quarter, that quarter and another, and the year."""
    a, b, c, d = parts
    inside = {(A, "2025-01"): a, (A, "2025-02"): b, (A, "2025-03"): c}
    return {**inside, (A, K1): a + b + c, (A, K2): d, (A, JAAR): sum(parts)}


def without_year(*parts: int) -> Tabel:
    """A wijk of which only the quarters are known, one of which only the year is, and the gemeente."""
    inside: Tabel = {(B, period): count for period, count in zip(KWARTALEN, parts[:4], strict=True)}
    return {**inside, (A, JAAR): parts[4], (GEMEENTE, JAAR): sum(parts)}


def without_gemeente(*parts: int) -> Tabel:
    """A quarter by wijk, the other quarters and the year of the gemeente."""
    rest: Tabel = {(GEMEENTE, period): count for period, count in zip(KWARTALEN[1:], parts[2:], strict=True)}
    return {(A, K1): parts[0], (B, K1): parts[1], **rest, (GEMEENTE, JAAR): sum(parts)}


MAKERS: dict[str, tuple[Callable[..., Tabel], int, int]] = {
    "quarters and a year": (quarters, 4, 20),
    "wijken and a gemeente": (wijken, 3, 26),
    "wijken by quarters with all sums": (both, 4, 18),
    "buurten, wijken and a gemeente": (buurten, 4, 18),
    "months, quarters and a year": (months, 4, 18),
    "a wijk without its year": (without_year, 5, 14),
    "a quarter without the gemeente": (without_gemeente, 5, 14),
}
"""How to make a table, of how many counts, and up to which sum all tables are made."""


def all_counts(places: int, most: int) -> Iterator[tuple[int, ...]]:
    """Every row of counts that are no more than `most` together."""
    if not places:
        yield ()
        return
    for first in range(most + 1):
        yield from ((first, *others) for others in all_counts(places - 1, most - first))


@cache
def pictures(maker: str, drempel: int) -> list[tuple[int, list[Tabel], frozenset[Plek]]]:
    """All tables by what is seen of them: the least that the counts are together, the tables, what is hidden."""
    make, places, most = MAKERS[maker]
    seen: dict[frozenset[tuple[Plek, float | None]], list[tuple[int, Tabel, frozenset[Plek]]]] = defaultdict(list)
    for parts in all_counts(places, most):
        tabel = make(*parts)
        gone = hidden(tabel, drempel)
        seen[frozenset((cel, it) for cel, it in tabel.items() if cel not in gone)].append((sum(parts), tabel, gone))
    assert all(len({gone for *_, gone in found}) == 1 for found in seen.values())
    return [(min(it[0] for it in found), [it[1] for it in found], found[0][2]) for found in seen.values()]


@pytest.mark.parametrize("drempel", [3, 4])
@pytest.mark.parametrize("maker", MAKERS)
def test_who_knows_the_rules_still_cannot_tell_a_small_count_from_another(maker: str, drempel: int) -> None:
    make, places, most = MAKERS[maker]
    apart = [10**place for place in range(places)]
    typed = {cel for cel, it in make(*apart).items() if it in apart}
    looked = 0
    for least, tables, gone in pictures(maker, drempel):
        if least + 3 * drempel > most:
            continue  # not all tables that look like this were made
        for cel in gone:
            counts = {it[cel] for it in tables}
            if not any(it is not None and 0 < it < drempel for it in counts):
                continue
            looked += 1
            assert len(counts) >= drempel - 1, (tables[0], cel, counts)
            assert cel not in typed or counts >= set(range(1, drempel)), (tables[0], cel, counts)
    assert looked


@pytest.mark.parametrize("maker", MAKERS)
@settings(deadline=None)
@given(parts=st.lists(st.integers(0, 200), min_size=5, max_size=5))
def test_small_counts_are_hidden_and_without_any_everything_is_shown(maker: str, parts: list[int]) -> None:
    make, places, _ = MAKERS[maker]
    tabel = make(*parts[:places])
    gone = hidden(tabel, 5)
    small = {cel for cel, it in tabel.items() if it is not None and 0 < it < 5}
    assert small <= gone
    assert small or not gone or maker in {"a wijk without its year", "a quarter without the gemeente"}


def test_one_small_count_takes_another_with_it() -> None:
    assert hidden(wijken(2, 40, 50), 5) == {(A, JAAR), (B, JAAR)}


def test_two_small_counts_take_a_third_with_them_else_both_are_the_largest_small_one() -> None:
    assert hidden(quarters(20, 20, 4, 4), 5) == {(A, K1), (A, K3), (A, K4)}


def test_without_a_sum_only_the_small_count_is_hidden() -> None:
    assert hidden({(A, K1): 2, (A, K2): 40}, 5) == {(A, K1)}


def test_a_small_count_hides_its_noughts_too() -> None:
    assert hidden(quarters(1, 0, 50, 60), 5) == {(A, K1), (A, K2), (A, K3)}


def test_under_a_sum_that_is_small_itself_everything_is_hidden() -> None:
    tabel = wijken(2, 0, 0)
    assert hidden(tabel, 5) == set(tabel)


def test_a_nought_is_nobody_and_stays() -> None:
    assert hidden(wijken(0, 40, 50), 5) == frozenset()


def test_twelve_months_make_a_year_and_days_a_month_or_a_quarter() -> None:
    year: Tabel = {(A, f"2025-{month:02}"): 10 for month in range(1, 13)}
    tabel = {**year, (A, "2025-10"): 3, (A, JAAR): 113}
    assert hidden(tabel, 5) == {(A, "2025-01"), (A, "2025-10")}
    days: Tabel = {(A, "2025-07-15"): 20, (A, "2025-07-16"): 2}
    assert hidden({**days, (A, "2025-07"): 22}, 5) == set(days)
    assert hidden({**days, (A, K3): 22}, 5) == set(days)
    assert hidden({**days, (A, "2025-07"): 400}, 5) == {(A, "2025-07-16")}


@pytest.mark.parametrize("off", [-30, -1, 1, 30])
def test_a_sum_that_is_not_what_its_parts_make_is_a_sum_all_the_same(off: int) -> None:
    tabel = quarters(20, 30, 3, 40)
    gone = hidden({**tabel, (A, JAAR): 93 + off}, 5)
    assert (A, K3) in gone
    assert len(gone) > 1


def test_a_gemeente_with_many_more_in_it_than_these_wijken_gives_nothing_away() -> None:
    assert hidden({**wijken(2, 40, 50), (GEMEENTE, JAAR): 400}, 5) == {(A, JAAR)}
    assert hidden({**wijken(2, 40, 50), (GEMEENTE, JAAR): 93}, 5) == {(A, JAAR), (B, JAAR)}


def test_what_a_source_hides_is_a_hidden_count_in_its_sum() -> None:
    tabel: Tabel = {**quarters(2, 20, 20, 20), (A, K1): None}
    assert hidden(tabel, 5) == {(A, K1), (A, K2)}


def test_what_a_hidden_count_is_made_of_is_hidden_and_a_small_part_is_given_first_to_counts_without_parts() -> None:
    small: Tabel = {(A, "2025-01"): 0, (A, "2025-02"): 1, (A, "2025-03"): 2, (A, K1): 3}
    tabel: Tabel = {**small, (A, K2): 40, (A, K3): 50, (A, K4): 60, (A, JAAR): 153, (A, "2025-04"): 40}
    assert hidden(tabel, 5) == {*small, (A, K3)}


def test_wijken_keep_their_counts_where_quarters_and_the_gemeente_are_known_too() -> None:
    tabel = both(3, 20, 30, 40)
    gone = hidden(tabel, 5)
    assert gone == {(A, K1), (A, K2), (GEMEENTE, K1), (GEMEENTE, K2), (GEMEENTE, JAAR)}
