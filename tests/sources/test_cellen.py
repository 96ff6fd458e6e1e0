"""Cells of files: zero is a value, missing is not zero, and nonsense is neither."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.sources.cellen import GeenGetal, parse_cel, read_getallen, read_kolom, text_of


@pytest.mark.parametrize("text", ["", " ", ".", "       .", "  .  ", "NA", "n/a", "NaN", "null"])
def test_a_dot_or_nothing_is_missing_however_it_is_padded(text):
    assert parse_cel(text) is None


@pytest.mark.parametrize("text", ["-99995", "-99997", "-99999", "-99999999", "-99990", "-99995.0"])
def test_a_sentinel_of_a_gis_file_is_missing_and_no_figure(text):
    assert parse_cel(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("    66.7", 66.7),
        ("0", 0.0),
        ("       0", 0.0),
        ("12,5", 12.5),
        ("1.234,5", 1234.5),
        ("1.234", 1.234),
        ("-0.0116", -0.0116),
        ("-99989", -99989.0),
        ("2.5e-05", 0.000025),
        ("+3", 3.0),
    ],
)
def test_a_number_is_read_as_its_source_writes_it(text, value):
    assert parse_cel(text) == value


@pytest.mark.parametrize("text", ["abc", "12%", "1 234", "-", "x", "inf", "1e999", "1,2,3", "3 maart", "--1"])
def test_what_is_no_number_is_refused_and_never_a_guess(text):
    with pytest.raises(GeenGetal):
        parse_cel(text)


@given(st.floats(min_value=-99989, max_value=1e15, allow_nan=False))
def test_every_number_survives_being_written_and_padded(value):
    assert parse_cel(f"{value!r:>12}") == value


@given(st.integers(min_value=-99989, max_value=10**12), st.integers(min_value=0, max_value=99))
def test_the_dutch_way_of_writing_gives_the_same_number(whole, cents):
    text = f"{whole:,}".replace(",", ".")
    expected = float(f"{whole}.{cents:02}")
    assert parse_cel(f"{text},{cents:02}") == pytest.approx(expected)


@given(st.text())
def test_any_text_is_a_finite_number_or_missing_or_refused(text):
    try:
        value = parse_cel(text)
    except GeenGetal:
        return
    assert value is None or math.isfinite(value)


@given(st.lists(st.one_of(st.none(), st.floats(), st.integers(-(10**6), 10**6), st.text(max_size=8), st.booleans())))
def test_a_column_keeps_its_length_and_counts_every_cell_once(cells):
    kolom = read_kolom(cells)
    assert len(kolom.waarden) == len(cells)
    assert not np.isinf(kolom.waarden).any()
    assert all(math.isnan(kolom.waarden[index]) for index, _ in kolom.fout)


def test_a_null_is_never_zero_and_zero_is_never_missing():
    kolom = read_kolom([None, 0, 0.0, "0", ".", ""])
    assert list(np.isnan(kolom.waarden)) == [True, False, False, False, True, True]


def test_a_numeric_column_loses_its_sentinels():
    kolom = read_getallen(np.array([0.0, -99997.0, 3.0, np.nan]))
    assert list(np.isnan(kolom.waarden)) == [False, True, False, True]


@pytest.mark.parametrize(("cell", "text"), [(20300.0, "20300"), ("WK036203  ", "WK036203"), (None, ""), (1.5, "1.5")])
def test_a_cell_as_text_has_no_padding_and_no_decimals_that_a_spreadsheet_added(cell, text):
    assert text_of(cell) == text


def test_a_number_too_large_for_any_figure_is_no_number():
    kolom = read_kolom([10**400, 3])
    assert [index for index, _ in kolom.fout] == [0]
    assert kolom.waarden[1] == 3
