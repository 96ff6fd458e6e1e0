"""The code on the receipt: strong, readable, and forgiving of how people write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.vertelcode import TEKENS, WILLEKEURIG, hash_code, in_groups, new_code, parse_code
from monitor.errors import OngeldigeInvoer

CODE = new_code()
SIGNS = parse_code(CODE)


def test_a_code_has_at_least_80_random_bits_in_five_groups_of_four() -> None:
    assert WILLEKEURIG * 5 >= 80
    assert [len(group) for group in new_code().split("-")] == [4] * 5


def test_no_two_codes_are_the_same() -> None:
    assert len({new_code() for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    "written",
    [CODE.lower(), CODE.replace("-", " "), f"  {SIGNS} ", CODE.replace("-", "–")],
    ids=["small letters", "spaces", "space around it", "long dashes"],
)
def test_a_code_comes_back_however_it_was_written(written: str) -> None:
    assert parse_code(written) == SIGNS
    assert hash_code(written) == hash_code(CODE)


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    code = next(code for code in iter(new_code, "") if "0" in code and "1" in code)
    assert parse_code(code.replace("0", "O").replace("1", "l")) == parse_code(code)


@given(st.integers(0, WILLEKEURIG), st.sampled_from(TEKENS))
def test_one_wrong_sign_is_noticed(place: int, sign: str) -> None:
    wrong = SIGNS[:place] + sign + SIGNS[place + 1 :]
    if wrong == SIGNS:
        return
    with pytest.raises(OngeldigeInvoer):
        parse_code(wrong)


@given(st.text())
def test_any_other_text_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(OngeldigeInvoer, match="code"):
        hash_code(f"{text}!")


def test_the_hash_does_not_hold_the_code() -> None:
    assert SIGNS not in hash_code(CODE).upper()
    assert in_groups(SIGNS) == CODE
