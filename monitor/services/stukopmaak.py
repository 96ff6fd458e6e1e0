"""With what every deel of a stuk is written: the words of people, the sentences of the product, numbers and tables.

What people wrote is never dropped: not a sentence that took the place of one that the product no longer writes, and not
one of two texts that stand beside each other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from monitor.domain.document import Alinea, AlineaSoort, Blok, Kader, Kop, Lijst, Tabel
from monitor.domain.raadsstuk import EIGEN_ZIN, TEKST, Deel, Onderdeel, Raadsstuk, StukVeld
from monitor.nl import hoofdletter, one_line
from monitor.services.stukteksten import Stukteksten
from monitor.services.stukzinnen import Stukzin
from monitor.services.woorden import stukonderdeel

TWEE_TEKSTEN = "Hier staan twee teksten naast elkaar. De schrijvers kozen nog niet."
ZIN_WEG = "Hier stond een zin uit de gegevens, die er nu niet meer is. De schrijver schreef ervoor in de plaats:"
ZONDER_WOORDEN = "zonder woorden"
NIET_OPGESCHREVEN = "niet opgeschreven"
NIETS = "–"
"""Stands in a cell where there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Stukopmaak:
    """What is needed to write any deel."""

    stuk: Raadsstuk
    teksten: Stukteksten
    op: date
    """The day of the document."""

    @property
    def cijfernummers(self) -> dict[tuple[str, str], int]:
        """The number of each figure in the bijlage, by indicator and gebied."""
        return {key: place for place, key in enumerate(self.teksten.cijfers, start=1)}

    def name_of(self, onderdeel: Onderdeel) -> str:
        """An onderdeel by its kind and number, so that no two of them are called the same: "Kanttekening 1.1"."""
        number = self.stuk.nummers(onderdeel.soort)[onderdeel.id]
        return f"{hoofdletter(stukonderdeel(self.stuk.soort, onderdeel.soort))} {number}"


# What people wrote


def alineas_in(stuk: Raadsstuk, veld: StukVeld) -> list[Alinea | Kader]:
    """The words in a field; several texts beside each other stand in a kader, all of them."""
    found = stuk.woorden_in(veld)
    if len(found) < 2:
        return [alinea for text in found for alinea in _alineas(text)]
    inside: list[Alinea] = []
    for number, text in enumerate(found, start=1):
        inside += [Alinea(f"Tekst {number}:", AlineaSoort.KLEIN), *_alineas(text)]
    return [Kader(TWEE_TEKSTEN, tuple(inside))]


def begun_with(begin: str, blokken: Sequence[Alinea | Kader]) -> list[Alinea | Kader]:
    """The same, with `begin` before its first words."""
    first, *rest = blokken
    if isinstance(first, Kader):
        return [Alinea(begin), first, *rest]
    return [Alinea(f"{begin} {first.tekst}", first.soort), *rest]


def _alineas(text: str) -> list[Alinea]:
    """A text with its paragraphs; a line end within one stays."""
    parts = text.replace("\r\n", "\n").replace("\r", "\n").split("\n\n")
    return [Alinea(part.strip("\n")) for part in parts if part.strip()]


def joined(stuk: Raadsstuk, veld: StukVeld) -> str:
    """The words in a field where no paragraphs fit: all texts that stand there; empty when there is none."""
    return "\n/\n".join(stuk.woorden_in(veld))


def cell(stuk: Raadsstuk, onderdeel: Onderdeel, naam: str = TEKST) -> str:
    """The words of a field in a table, or that there are none."""
    return joined(stuk, onderdeel.veld(naam)) or NIET_OPGESCHREVEN


def heading(opmaak: Stukopmaak, onderdeel: Onderdeel) -> Iterator[Blok]:
    """An onderdeel under its own heading; where a second text stands beside its words, both stand under it."""
    found = [one_line(it) for it in opmaak.stuk.woorden_in(onderdeel.veld())]
    last = found[-1] if found else ("Niets doen" if onderdeel.vast else ZONDER_WOORDEN)
    yield Kop(2, f"{opmaak.name_of(onderdeel)}: {last}")
    if len(found) > 1:
        yield Kader(TWEE_TEKSTEN, tuple(Alinea(it) for it in found))


# What the product writes


def said(opmaak: Stukopmaak, zin: Stukzin) -> list[str]:
    """A sentence of the product, or what people wrote in its place; nothing when they emptied it."""
    if all(it.teruggezet for it in opmaak.stuk.standen(zin.veld)):
        return [zin.tekst]
    found = opmaak.stuk.woorden_in(zin.veld)
    return [f"{TWEE_TEKSTEN} {it}" for it in found] if len(found) > 1 else list(found)


def listed(opmaak: Stukopmaak, zinnen: Sequence[Stukzin]) -> list[Blok]:
    """These sentences as a list; nothing when all were emptied."""
    items = tuple(text for zin in zinnen for text in said(opmaak, zin))
    return [Lijst(items)] if items else []


def orphans(opmaak: Stukopmaak, deel: Deel) -> Iterator[Blok]:
    """What people wrote in the place of a sentence that the product does not write any more: it is never dropped."""
    known = opmaak.teksten.velden
    for veld in opmaak.stuk.teksten:
        if veld.deel is not deel or not veld.veld.startswith(EIGEN_ZIN) or veld in known:
            continue
        found = alineas_in(opmaak.stuk, veld)
        if found and not all(it.teruggezet for it in opmaak.stuk.standen(veld)):
            yield Alinea(ZIN_WEG, AlineaSoort.LET_OP)
            yield from found


# Tables


def table_of(titel: str, kolommen: Mapping[str, Sequence[str]], getallen: frozenset[str] = frozenset()) -> Tabel:
    """A table of these columns; one in which nothing would stand is left out. `getallen` hold numbers."""
    shown = {head: cells for head, cells in kolommen.items() if set(cells) - {NIETS}}
    return Tabel(
        titel,
        tuple(shown),
        tuple(zip(*shown.values(), strict=True)),
        frozenset(place for place, head in enumerate(shown) if head in getallen),
    )
