"""Codes of gebieden: what is one, and what only looks like one."""

import pytest

from monitor.domain.gebied import LAND, normalize_code


@pytest.mark.parametrize("text", ["GM0362", " gm0362 ", "GM0362    "])
def test_a_code_is_known_with_spaces_and_in_small_letters(text):
    assert normalize_code(text) == "GM0362"


def test_the_netherlands_has_one_code():
    assert normalize_code("NL01") == normalize_code("NL00") == LAND


@pytest.mark.parametrize("text", ["", "GM", "GM362", "GM٠٣٦٢", "GM0362\nGM0363", "WK0362031", "BU036203", "GM0362\x00"])
def test_what_only_looks_like_a_code_is_none(text):
    assert normalize_code(text) is None
