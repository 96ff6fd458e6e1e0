"""How wide the columns of a table are, so that no word, amount or period in it is broken or printed over another."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import pyphen

from monitor.domain.document import Tabel

PADDING_CM = 0.14
"""The white at each side of a cell."""
LETTER_PT = 9.0
"""The letters of a table, where all of it fits."""
_SMALLER_PT = (8.5, 8.0, 7.5, 7.0)
_CM_PER_PT = 2.54 / 72
_MOST_EM = 20.0
"""A column asks for no more width than this: what is longer goes on at the next line, also within a word."""
_WIDE, _CAPITAL, _OTHER = 0.98, 0.78, 0.62
_EM = {
    sign: width
    for width, signs in (
        (0.28, " \u00a0.,/|'’‘·iIjl"),
        (0.39, '!()[]{}-:;*"“”frt'),
        (0.56, "0123456789€–acekosvxyzJ"),
        (_WIDE, "mMW%@…—"),
    )
    for sign in signs
}
"""How wide a sign of Arial bold is; the plain ones, and all of Source Sans, are narrower."""
_BREAK = re.compile(r"[ \t\n]+|(?<=[^\W\d]-)(?=[^\W\d])")
_LETTERS = re.compile(r"[^\W\d_]{6,}")
_HINT = "\u00ad"


@dataclass(frozen=True, slots=True)
class Columns:
    """How a table stands on a page."""

    tabel: Tabel
    """The table as it is written: where words have to be broken, it says at which syllables they may be."""
    shares: tuple[float, ...]
    """Which part of the width each column takes; together 1."""
    letter_pt: float
    broken: bool
    """Whether it is so wide that words must be broken."""


def fit_columns(tabel: Tabel, width_cm: float) -> Columns:
    """The columns on so much width: in smaller letters where that is needed, and after that with broken words."""
    if len(tabel.kolommen) == 1:
        return Columns(tabel, (1.0,), LETTER_PT, broken=False)
    for letter_pt in (LETTER_PT, *_SMALLER_PT):
        least = _widths(tabel, letter_pt, _longest_piece)
        if sum(least) <= width_cm:
            return Columns(tabel, _shares(tabel, letter_pt, least, width_cm), letter_pt, broken=False)
    hinted = _hinted(tabel)
    least = _widths(hinted, letter_pt, _longest_syllable)
    return Columns(hinted, _shares(hinted, letter_pt, least, width_cm), letter_pt, broken=True)


def _widths(tabel: Tabel, letter_pt: float, measure: Callable[[str], float]) -> list[float]:
    """How wide each column has to be, by what its cells ask."""
    columns = zip(tabel.kolommen, *tabel.rijen, strict=True)
    return [max(map(measure, cells)) * letter_pt * _CM_PER_PT + 2 * PADDING_CM for cells in columns]


def _shares(tabel: Tabel, letter_pt: float, least: Sequence[float], width_cm: float) -> tuple[float, ...]:
    """Each column what it cannot do without, and of the rest after how much is in it."""
    wanted = [max(pair) for pair in zip(least, _widths(tabel, letter_pt, _longest_line), strict=True)]
    more = [want - low for want, low in zip(wanted, least, strict=True)]
    rest = width_cm - sum(least)
    if rest <= 0:
        return _parts(least)
    if sum(more) <= rest:
        return _parts(wanted)
    return _parts([low + rest * it / sum(more) for low, it in zip(least, more, strict=True)])


def _parts(widths: Sequence[float]) -> tuple[float, ...]:
    return tuple(it / sum(widths) for it in widths)


def _longest_line(text: str) -> float:
    return min(_MOST_EM, max(map(_em, text.split("\n"))))


def _longest_piece(text: str) -> float:
    return min(_MOST_EM, max(map(_em, _BREAK.split(text))))


def _longest_syllable(text: str) -> float:
    return min(_MOST_EM, max(_em(f"{it}-") for piece in _BREAK.split(text) for it in piece.split(_HINT)))


def _em(text: str) -> float:
    return sum(_EM.get(it) or _em_of_other(it) for it in text)


def _em_of_other(sign: str) -> float:
    if sign == _HINT:
        return 0.0
    return _CAPITAL if sign.isupper() or sign == "w" or ord(sign) > ord("ɏ") else _OTHER


def _hinted(tabel: Tabel) -> Tabel:
    return replace(
        tabel,
        kolommen=tuple(map(_with_hints, tabel.kolommen)),
        rijen=tuple(tuple(map(_with_hints, rij)) for rij in tabel.rijen),
    )


def _with_hints(text: str) -> str:
    """The text that says where its long words may be broken."""
    return _LETTERS.sub(lambda word: _dutch().inserted(word[0], _HINT), text)


@cache
def _dutch() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL")
