"""Whether the words of a citaat stand in a text of somebody else: there they stay when its teller takes it back."""

import re
from collections.abc import Iterable
from functools import cached_property
from unicodedata import category, normalize

OVERGETYPT_WOORDEN = 4
"""With fewer words the same words may stand there by chance."""
OVERGETYPT_ONGEKOZEN = 6
"""The same for citaten of which the writer chose none: there are so many that chance goes further."""
OVERGETYPT_RIJ = 8
"""So many words on end are no chance: then the citaat was typed over, also when the rest was left out."""
_WOORD = re.compile(r"[^\W_]+")
_ONZICHTBAAR = frozenset({"Cf", "Mn"})
"""Signs that nobody sees or that stand on a letter: a soft hyphen makes no other word."""


class Woordrijen:
    """The words of a text, in which rows of words are looked for: how they are written makes no difference."""

    def __init__(self, tekst: str) -> None:
        """The words of `tekst`."""
        self._tekst = tekst
        self._rijen: dict[int, frozenset[tuple[str, ...]]] = {}

    @cached_property
    def _words(self) -> list[str]:
        return bare_words(self._tekst)

    def holds(self, citaat: str, *, minstens: int = OVERGETYPT_WOORDEN) -> bool:
        """Whether a citaat of at least so many words stands in it, all of it or a long row of its words."""
        words = bare_words(citaat)
        if not minstens <= len(words):
            return False
        size = min(len(words), OVERGETYPT_RIJ)
        if size not in self._rijen:
            self._rijen[size] = frozenset(_rows(self._words, size))
        return not self._rijen[size].isdisjoint(_rows(words, size))


def overgetypt(tekst: str, citaten: Iterable[str], *, minstens: int = OVERGETYPT_WOORDEN) -> bool:
    """Whether one of these citaten stands in a text word for word."""
    rijen = Woordrijen(tekst)
    return any(rijen.holds(it, minstens=minstens) for it in citaten)


def bare_words(tekst: str) -> list[str]:
    """The words of a text as they sound: no capitals, no accents and no signs that nobody sees."""
    if not tekst.isascii():
        tekst = "".join(it for it in normalize("NFKD", tekst) if category(it) not in _ONZICHTBAAR)
    return _WOORD.findall(tekst.casefold())


def _rows(words: list[str], size: int) -> Iterable[tuple[str, ...]]:
    return zip(*(words[place:] for place in range(size)), strict=False)
