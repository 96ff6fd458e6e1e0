"""A stuk for the raad as a document: what people wrote, and what the product writes itself, deel by deel.

Every argument carries its figure and its citaat, or says which one is missing (stukbewijs). What nobody wrote yet takes
one line at the end, so that the raad reads what is there and of what it reads nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from monitor.domain.document import Alinea, AlineaSoort, Blok, Document
from monitor.domain.meting import with_value
from monitor.domain.raadsstuk import Deel, Raadsstuk, StukSoort
from monitor.nl import hoofdletter, one_line, opsomming
from monitor.services.stukbijlagen import MEESTE_PRENTEN, Prenten, bijlagen
from monitor.services.stukdelen import deel_blokken, empty_names
from monitor.services.stukopmaak import Stukopmaak
from monitor.services.stukteksten import Stukteksten
from monitor.services.stukzinnen import Stukcijfer
from monitor.services.woorden import STUKSOORT

Tekenaar = Callable[[Sequence[Stukcijfer]], Sequence[str]]
"""Draws figures over time, each as SVG."""
Melder = Callable[[str], None]
"""Is told what is being done."""

NIETS_OVER = "Dit stuk vertelt niets over {namen}."
_VOOR_DE_SCHRIJVER = frozenset({Deel.ONDERWERP, Deel.CONCEPTBESLUIT})
"""What of these is empty is for the writer to know: the raad reads the title, and what it is asked to decide."""
_VAN_HET_COLLEGE = frozenset({StukSoort.RAADSVOORSTEL, StukSoort.RAADSINFORMATIEBRIEF})


def build(stuk: Raadsstuk, teksten: Stukteksten, teken: Tekenaar, op: date, *, meld: Melder) -> Document:
    """The stuk as a document of a day, with its charts; its kenmerk is that of its momentopname, and comes later."""
    meld("Grafieken tekenen")
    drawn = drawn_in(teksten)
    prenten = dict(zip((it.sleutel for it in drawn), teken(drawn) if drawn else (), strict=True))
    meld("Het stuk opmaken")
    return build_from(stuk, teksten, prenten, op)


def drawn_in(teksten: Stukteksten) -> list[Stukcijfer]:
    """The figures of which a chart stands in the stuk."""
    return [it for it in list(teksten.cijfers.values())[:MEESTE_PRENTEN] if with_value(it.reeks.metingen)]


def build_from(stuk: Raadsstuk, teksten: Stukteksten, prenten: Prenten, op: date) -> Document:
    """The same with charts that were drawn before."""
    opmaak = Stukopmaak(stuk, teksten, op)
    soort = hoofdletter(STUKSOORT[stuk.soort])
    return Document(
        titel=one_line(stuk.kop.titel or "") or soort,
        ondertitel=soort,
        gemeente=teksten.gemeente.naam,
        datum=op,
        kenmerk="",
        blokken=(*_text(opmaak), *bijlagen(opmaak, prenten)),
    )


def build_deel(stuk: Raadsstuk, teksten: Stukteksten, deel: Deel, op: date) -> tuple[Blok, ...]:
    """One deel as it stands in the document; nothing while it is empty."""
    return tuple(deel_blokken(Stukopmaak(stuk, teksten, op), deel))


def lege_delen(stuk: Raadsstuk, teksten: Stukteksten, op: date) -> tuple[str, ...]:
    """What is still empty, by the names above it: whole delen, and what has a heading of its own in one."""
    opmaak = Stukopmaak(stuk, teksten, op)
    return tuple(name for deel in stuk.delen for name in empty_names(opmaak, deel))


def _text(opmaak: Stukopmaak) -> Iterator[Blok]:
    """Every deel in order; what the raad decides with stands on a page of its own behind the signature."""
    stuk, teksten = opmaak.stuk, opmaak.teksten
    for deel in stuk.delen:
        if deel is not Deel.CONCEPTBESLUIT:
            yield from deel_blokken(opmaak, deel)
    silent = [name for deel in stuk.delen if deel not in _VOOR_DE_SCHRIJVER for name in empty_names(opmaak, deel)]
    if silent:
        yield Alinea(NIETS_OVER.format(namen=opsomming(f"“{it}”" for it in silent)), AlineaSoort.KLEIN)
    if stuk.soort in _VAN_HET_COLLEGE:
        yield Alinea(f"Burgemeester en wethouders van {teksten.gemeente.naam},")
        yield Alinea("De secretaris, …")
        yield Alinea("De burgemeester, …")
    if Deel.CONCEPTBESLUIT in stuk.delen:
        yield from deel_blokken(opmaak, Deel.CONCEPTBESLUIT)
