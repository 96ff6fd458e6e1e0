"""What a stuk for the raad lacks that the raad would ask for, besides empty fields. It is told, and stops nobody.

Of what somebody typed over only the place is told: never a word of a citaat.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from monitor.domain.document import Alinea, Blok, Citaat, Document, Kader, Kop, Lijst, Prent, Tabel
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.raadsstuk import Deel, Onderdeel, OnderdeelSoort, Raadsstuk, StukSoort, StukVeld
from monitor.domain.stukgetal import getallen_in, zonder_bron
from monitor.domain.verhaal import Verhouding
from monitor.nl import today_amsterdam
from monitor.services.citaten import overgetypt_bij, woorden_van_mensen
from monitor.services.stukbouw import build_from
from monitor.services.stukrechten import require_reader
from monitor.services.stukteksten import Stukteksten
from monitor.store.database import Database


class TekortSoort(StrEnum):
    """What can be lacking."""

    NIETS_DOEN = "niets_doen"
    """What it means to do nothing."""
    GELD = "geld"
    """A beslispunt asks for money, and no financiele regel tells how much."""
    DEKKING = "dekking"
    BEDRAG = "bedrag"
    """No beslispunt names the money of a financiele regel: then the raad cannot amend it."""
    ZONDER_PUNT = "zonder_punt"
    """An argument of a voorstel that stands with no beslispunt."""
    ANDER_CIJFER = "ander_cijfer"
    """The verhaal of a citaat was never linked to the figure that stands with it."""
    GETAL = "getal"
    """A number that somebody typed, of which nobody can see where it comes from."""
    OVERGETYPT = "overgetypt"


@dataclass(frozen=True, slots=True)
class Tekort:
    """One thing that is lacking, and where."""

    soort: TekortSoort
    onderdeel: str | None = None
    veld: StukVeld | None = None
    """The field in which it is; with none and no onderdeel it is the titel."""
    getallen: tuple[str, ...] = ()
    """The numbers, as they were typed."""


_GELD = re.compile(
    r"€|\beuro|\bgeld\b|\bbudget|\bkrediet|\bbedrag|\bbegrotingswijziging|beschikbaar\s+(?:te\s+)?stel"
    r"|\bsubsidie\w*\s+(?:te\s+)?(?:ge|verle|verstrek|toe|verho)|\bmiddelen\b|\bbekostig|\bfinancier",
    re.IGNORECASE,
)
_AFGEWOGEN = ("voor", "tegen", "afweging")
_NIET_NAGAAN = frozenset({Deel.KOP, Deel.BEVOEGDHEID, Deel.CONTEXT, Deel.JURIDISCH, Deel.CONCEPTBESLUIT})
"""Delen full of numbers of laws, zaken and stukken, which are sources themselves."""


def tekorten(
    database: Database, gebruiker: Gebruiker, stuk: Raadsstuk, teksten: Stukteksten, op: date
) -> tuple[Tekort, ...]:
    """What is lacking in a stuk as it stands, in the order in which the raad would ask for it."""
    require_reader(database, gebruiker)
    with database.reading() as cursor:
        typed = overgetypt_bij(
            cursor,
            today_amsterdam(database.now()),
            stuk.gemeente,
            woorden_van_mensen(stuk),
            gekozen=stuk.citaten,
        )
    return (
        *(_at(TekortSoort.OVERGETYPT, it) for it in typed),
        *_niets_doen(stuk),
        *_geld(stuk),
        *_zonder_punt(stuk),
        *_ander_cijfer(stuk, teksten),
        *_getallen(stuk, teksten, op),
    )


def _at(soort: TekortSoort, veld: StukVeld | None, getallen: tuple[str, ...] = ()) -> Tekort:
    return Tekort(soort, veld.onderdeel if veld else None, veld, getallen)


def _niets_doen(stuk: Raadsstuk) -> Iterator[Tekort]:
    for it in stuk.van(OnderdeelSoort.ALTERNATIEF):
        if it.vast and not any(stuk.woorden_in(it.veld(naam)) for naam in _AFGEWOGEN):
            yield Tekort(TekortSoort.NIETS_DOEN, it.id)


def _geld(stuk: Raadsstuk) -> Iterator[Tekort]:
    lines = stuk.van(OnderdeelSoort.FINANCIELE_REGEL)
    if not lines:
        for it in stuk.van(OnderdeelSoort.BESLISPUNT):
            if _GELD.search("\n".join(stuk.woorden_in(it.veld()))):
                yield Tekort(TekortSoort.GELD, it.id)
    for it in lines:
        if not stuk.woorden_in(it.veld("dekking")):
            yield Tekort(TekortSoort.DEKKING, it.id)
    yield from _unnamed(stuk, lines)


def _unnamed(stuk: Raadsstuk, lines: Sequence[Onderdeel]) -> Iterator[Tekort]:
    """A beslispunt may name what it is per year, or in all; where there are no beslispunten that is what is lacking."""
    points = stuk.van(OnderdeelSoort.BESLISPUNT)
    if stuk.soort is not StukSoort.RAADSVOORSTEL or not points:
        return
    named = {number for it in points for text in stuk.woorden_in(it.veld()) for number in getallen_in(text)}
    if named & {sum(_sums(lines), Decimal(0))} - {Decimal(0)}:
        return
    for it, whole in zip(lines, _sums(lines), strict=True):
        asked = {*it.stand.bedragen, whole} - {None, Decimal(0)}
        if asked and not asked & named:
            yield Tekort(TekortSoort.BEDRAG, it.id)


def _sums(lines: Iterable[Onderdeel]) -> list[Decimal]:
    """What each line is over its years."""
    return [sum((it for it in line.stand.bedragen if it is not None), Decimal(0)) for line in lines]


def _zonder_punt(stuk: Raadsstuk) -> Iterator[Tekort]:
    """Where there is no beslispunt at all that is what is lacking, and not each argument."""
    if stuk.soort is StukSoort.RAADSVOORSTEL and stuk.van(OnderdeelSoort.BESLISPUNT):
        for it in stuk.bij(None, OnderdeelSoort.ARGUMENT):
            yield Tekort(TekortSoort.ZONDER_PUNT, it.id)


def _ander_cijfer(stuk: Raadsstuk, teksten: Stukteksten) -> Iterator[Tekort]:
    for it in stuk.van(OnderdeelSoort.ARGUMENT):
        if _stands_apart(it, teksten):
            yield Tekort(TekortSoort.ANDER_CIJFER, it.id)


def _stands_apart(argument: Onderdeel, teksten: Stukteksten) -> bool:
    code, gebied = argument.stand.indicator, argument.stand.gebied
    quoted = teksten.citaten.get(argument.stand.citaat or "")
    if code is None or gebied is None or quoted is None or (code, gebied) not in teksten.cijfers:
        return False
    return quoted.verhouding(code, gebied) in {None, Verhouding.LOS}


# Numbers without a source


def _getallen(stuk: Raadsstuk, teksten: Stukteksten, op: date) -> Iterator[Tekort]:
    """A number has a source when it stands in what the product itself puts in this stuk, or in its money."""
    known: set[Decimal] | None = None
    for veld in stuk.velden_erin:
        text = "\n".join(stuk.woorden_in(veld))
        if veld.deel in _NIET_NAGAAN or not zonder_bron(text, ()):
            continue
        known = known if known is not None else _known(stuk, teksten, op)
        found = zonder_bron(text, known)
        if found:
            yield _at(TekortSoort.GETAL, veld, found)


def _known(stuk: Raadsstuk, teksten: Stukteksten, op: date) -> set[Decimal]:
    bare = replace(stuk, teksten={})
    said = _words(build_from(bare, teksten, {}, op))
    written = (*said, *(it.tekst for it in teksten.zinnen), *(it.voluit for it in teksten.kanttekeningen))
    sums = _sums(stuk.van(OnderdeelSoort.FINANCIELE_REGEL))
    return {*(number for it in written for number in getallen_in(it)), *sums, sum(sums, Decimal(0))}


def _words(document: Document) -> Iterator[str]:
    for blok in document.blokken:
        yield from _blok_words(blok)


def _blok_words(blok: Blok) -> Iterator[str]:
    match blok:
        case Kop() | Alinea() | Citaat():
            yield blok.tekst
        case Lijst():
            yield from blok.items
        case Tabel():
            yield from (blok.titel, *blok.kolommen, *(cell for row in blok.rijen for cell in row))
        case Prent():
            yield from (blok.alt, blok.bijschrift)
        case Kader():
            for it in blok.blokken:
                yield from _blok_words(it)
