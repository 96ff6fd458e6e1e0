"""Words between double quotes in a question: they must stand next to each other, as they are, in what is read."""

import re
from collections.abc import Collection
from itertools import chain

from monitor.domain.verhaal import Verhaal
from monitor.domain.zoekvraag import word_parts, words_of
from monitor.services.zoekwoorden import fold

Woordgroep = tuple[str, ...]
"""Words in a row, in small letters and without accents."""

_TUSSEN = re.compile('(-?)["“”„]([^"“”„]+)["“”„]')


def read_woordgroepen(tekst: str) -> frozenset[Woordgroep]:
    """What somebody put between quotes, of whichever kind her keyboard has; what never closes is no woordgroep."""
    found = (_row(between) for minus, between in _TUSSEN.findall(tekst) if not minus)
    return frozenset(row for row in found if row)


def stands_in(verhaal: Verhaal, groepen: Collection[Woordgroep]) -> bool:
    """Whether each woordgroep stands in some field of a verhaal: over the end of one nothing is next to each other."""
    velden = (verhaal.titel, verhaal.tekst, verhaal.waarom, verhaal.wens, verhaal.citaat)
    rows = [_row(veld) for veld in velden if veld]
    return all(any(_holds(row, groep) for row in rows) for groep in groepen)


def _row(tekst: str) -> Woordgroep:
    return tuple(fold(deel) for deel in chain.from_iterable(word_parts(woord) for woord in words_of(tekst)))


def _holds(row: Woordgroep, groep: Woordgroep) -> bool:
    length = len(groep)
    return any(row[begin : begin + length] == groep for begin in range(len(row) - length + 1))
