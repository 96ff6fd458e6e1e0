"""Help to write a text that everybody can read: how easy it reads, which sentences are long, which words are jargon.

It never stops anybody and never judges: a number, and places in the text to look at again. The number is the
Flesch-Douma one: 206.84 - 0.93 x words per sentence - 77 x syllables per word (W. H. Douma, 1960).
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pyphen

from monitor.settings import GEWONE_WOORDEN

LANGE_ZIN = 20
"""A sentence of more words than this is long."""
MINSTE_WOORDEN = 30
"""Of a text with fewer words the number says nothing."""
_BASIS, _PER_ZIN, _PER_WOORD = 206.84, 0.93, 77.0

_WOORD = re.compile(r"[^\W_]+(?:['’\u2010\u2011.,:/-][^\W_]+)*")
_EINDE = re.compile(r"[.!?…]+[”’\"')\]»]*(?=\s|$)|\n")
_AFKORTING = re.compile(
    r"(?:^|[\s(“‘\"'])(?:(?:[a-z]\.)*[a-z]|(?:bijv|bv|dhr|mevr|mw|drs|dr|mr|ir|ing|prof|art|nr|nrs|blz|incl|excl|ca|nl|resp"
    r"|jl|vgl|evt|max|min|tel|zgn|afd|hfst|mln|mld))$",
    re.IGNORECASE,
)
_NUMMER = re.compile(r"^\s*(?:\d+|[A-Za-z])(?:\.\d+)*\.?$")
"""What stands before the first point of a numbered line."""


@dataclass(frozen=True, slots=True)
class Leeszin:
    """A sentence: where it stands in the text, and how many words it has."""

    start: int
    eind: int
    woorden: int

    @property
    def lang(self) -> bool:
        """Whether somebody may lose the way in it."""
        return self.woorden > LANGE_ZIN


@dataclass(frozen=True, slots=True)
class Leeswoord:
    """A word for which there is an everyday one, and where it stands."""

    start: int
    eind: int
    gewoon: str


@dataclass(frozen=True, slots=True)
class Leeshulp:
    """What helps to read a text again."""

    woorden: int
    zinnen: tuple[Leeszin, ...]
    vaktaal: tuple[Leeswoord, ...]
    getal: float | None
    """The higher, the easier; None of a short text."""

    @property
    def lang(self) -> tuple[Leeszin, ...]:
        """The long sentences."""
        return tuple(it for it in self.zinnen if it.lang)


def leeshulp(tekst: str) -> Leeshulp:
    """What helps to read this text again; never a refusal, whatever the text is."""
    zinnen = tuple(_zinnen(tekst))
    words = [it.group() for it in _WOORD.finditer(tekst)]
    return Leeshulp(len(words), zinnen, tuple(_vaktaal(tekst)), _getal(words, len(zinnen)))


def _getal(words: list[str], zinnen: int) -> float | None:
    if len(words) < MINSTE_WOORDEN or not zinnen:
        return None
    syllables = sum(_lettergrepen(it.lower()) for it in words)
    return _BASIS - _PER_ZIN * len(words) / zinnen - _PER_WOORD * syllables / len(words)


# Sentences


def _zinnen(tekst: str) -> Iterator[Leeszin]:
    """The sentences with words in them. A line end ends one; a point in an abbreviation or a number does not."""
    start = 0
    for found in _EINDE.finditer(tekst):
        if found.group() == "\n" or not _goes_on(tekst, start, found):
            yield from _zin(tekst, start, found.end())
            start = found.end()
    yield from _zin(tekst, start, len(tekst))


def _goes_on(tekst: str, start: int, found: re.Match[str]) -> bool:
    """Whether the sentence goes on after these signs."""
    after = tekst[found.end() : found.end() + 5].lstrip(" \t\xa0")[:1]
    if after.islower():
        return True
    if found.group() != ".":
        return False
    # What is looked back at is never longer than an abbreviation can be: a long text stays quick.
    before = tekst[max(start, found.start() - 20) : found.start()]
    return bool(_AFKORTING.search(before) or (found.start() - start < 10 and _NUMMER.match(before)))


def _zin(tekst: str, start: int, eind: int) -> Iterator[Leeszin]:
    bare = tekst[start:eind]
    words = sum(1 for _ in _WOORD.finditer(bare))
    if words:
        left = start + len(bare) - len(bare.lstrip())
        yield Leeszin(left, left + len(bare.strip()), words)


# Words


def _vaktaal(tekst: str) -> Iterator[Leeswoord]:
    words = gewone_woorden()
    for found in _jargon().finditer(tekst):
        yield Leeswoord(found.start(), found.end(), words[" ".join(found.group().lower().split())])


@cache
def gewone_woorden() -> dict[str, str]:
    """The everyday word for each form of each word of jargon; docs/begrippen.md has the same list for people."""
    with GEWONE_WOORDEN.open(encoding="utf-8", newline="") as file:
        return {form: row["gewoon"] for row in csv.DictReader(file) for form in (row["woord"], *_forms(row["vormen"]))}


def _forms(cell: str) -> list[str]:
    return [it for it in cell.split(";") if it]


@cache
def _jargon() -> re.Pattern[str]:
    longest_first = sorted(gewone_woorden(), key=len, reverse=True)
    words = (r"\s+".join(map(re.escape, it.split())) for it in longest_first)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE)


@cache
def _dutch() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL")


def _lettergrepen(word: str) -> int:
    return len(_dutch().positions(word)) + 1
