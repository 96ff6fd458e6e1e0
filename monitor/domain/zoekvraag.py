"""What somebody asks of the search over verhalen, what comes back, and how a text falls apart in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from string import ascii_lowercase

from monitor.domain.verhaal import Gevoel, Perspectief, Verhouding

HITS_STANDAARD, HITS_MAXIMUM = 20, 200
"""How many hits an answer has when nobody says how many, and at most."""
WOORDEN_MAXIMUM = 32
"""How many words of a question count; what comes after them does not."""

_KORTSTE, _LANGSTE = 4, 24
"""Of words with this many letters a near spelling says something."""

_APART = "'’\u2010\u2011-"
_WOORD = re.compile(rf"[^\W_]+(?:[{_APART}][^\W_]+)*")
_NIET = re.compile(r"(?<!\S)-$")


@dataclass(frozen=True, slots=True)
class Zoekvraag:
    """What is asked: words, and what the verhalen must have. Without words the newest come first."""

    woorden: str = ""
    gemeente: str | None = None
    wijk: str | None = None
    thema: str | None = None
    perspectief: Perspectief | None = None
    gevoel: Gevoel | None = None
    verhouding: Verhouding | None = None
    van: date | None = None
    """First day of the first quarter."""
    tot: date | None = None
    """First day of the last quarter."""
    limiet: int = HITS_STANDAARD
    vanaf: int = 0
    """How many hits come before this page."""

    @property
    def filters(self) -> int:
        """How many filters are on."""
        chosen = (self.gemeente, self.wijk, self.thema, self.perspectief, self.gevoel, self.verhouding)
        return sum(keuze is not None for keuze in chosen) + (self.van is not None or self.tot is not None)


@dataclass(frozen=True, slots=True)
class Zoekhit:
    """A verhaal that was found, and how well it fits."""

    verhaal: str
    score: float


@dataclass(frozen=True, slots=True)
class Zoekresultaat:
    """One page of hits, best first; how many there are in all; and what to try when there are few."""

    hits: tuple[Zoekhit, ...]
    totaal: int
    termen: frozenset[str]
    """What was searched for, as `merk` takes it."""
    tips: tuple[str, ...] = ()
    spellingen: tuple[str, ...] = ()
    """Words close to what was typed that do give verhalen."""


@dataclass(frozen=True, slots=True)
class Zoekwoorden:
    """The words of a question: what must be there, any of them, and what must not."""

    wel: tuple[str, ...]
    niet: tuple[str, ...] = ()


def words_of(tekst: str) -> list[str]:
    """The words of a text, in order; a hyphen or apostrophe inside a word belongs to it."""
    return _WOORD.findall(tekst)


def words_at(tekst: str) -> Iterator[tuple[int, int, str]]:
    """The words of a text with where they begin and end."""
    return ((found.start(), found.end(), found.group()) for found in _WOORD.finditer(tekst))


def read_zoekwoorden(tekst: str) -> Zoekwoorden:
    """The words that somebody typed; one with a minus right before it must not be there. All else is literal."""
    wel: list[str] = []
    niet: list[str] = []
    for begin, _, woord in words_at(tekst):
        (niet if _NIET.search(tekst, 0, begin) else wel).append(woord)
    return Zoekwoorden(tuple(dict.fromkeys(wel))[:WOORDEN_MAXIMUM], tuple(dict.fromkeys(niet))[:WOORDEN_MAXIMUM])


def near_spellings(woord: str) -> frozenset[str]:
    """What somebody may have meant who typed one letter too many, too few, wrong, or two the wrong way round."""
    if not _KORTSTE <= len(woord) <= _LANGSTE or not woord.isalpha():
        return frozenset()
    cuts = [(woord[:place], woord[place:]) for place in range(len(woord) + 1)]
    near = {begin + eind[1:] for begin, eind in cuts if eind}
    near |= {begin + eind[1] + eind[0] + eind[2:] for begin, eind in cuts if len(eind) > 1}
    near |= {begin + letter + eind[1:] for begin, eind in cuts if eind for letter in ascii_lowercase}
    near |= {begin + letter + eind for begin, eind in cuts for letter in ascii_lowercase}
    return frozenset(near - {woord})


def word_parts(woord: str) -> list[str]:
    """The parts of a word that hyphens hold together: "koffie-ochtend" gives koffie and ochtend."""
    return re.split("[-\u2010\u2011]", woord)
