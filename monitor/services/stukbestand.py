"""A stuk as a file: read at one moment, kept as a momentopname and written, so that its kenmerk tells what is in it.

What was taken back or taken away while the file was made is in no file that somebody gets.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from monitor.domain.document import Document, DocumentSoort, Huisstijl
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.raadsstuk import Raadsstuk
from monitor.errors import OpslagBezet
from monitor.nl import today_amsterdam
from monitor.services.bestanden import huisstijl
from monitor.services.momentopname import lees_moment, take_momentopname, usable_in
from monitor.services.stukbouw import Melder, Tekenaar, build
from monitor.store.database import Database
from monitor.store.raadsstuk_store import RaadsstukStore

Schrijver = Callable[[Document, DocumentSoort, Huisstijl], bytes]
"""Writes a document as a file of one kind."""

LEZEN = "Cijfers en verhalen lezen"
SCHRIJVEN = "Het bestand schrijven"
TE_DRUK = "Terwijl wij het stuk maakten, veranderde er steeds een citaat. Probeer het zo nog een keer."
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Stukbestand:
    """A file that was made, and of which stand of the store."""

    stuk: str
    soort: DocumentSoort
    naam: str
    inhoud: bytes
    kenmerk: str
    citaten: dict[str, str]
    """The words of each citaat in it, by verhaal."""
    teksten: frozenset[str]
    """The ids of what people wrote in it."""
    versie: int
    """Of the store: with another one something was written since."""


def maak_stuk(
    database: Database,
    gebruiker: Gebruiker,
    stuk: str,
    soort: DocumentSoort,
    *,
    teken: Tekenaar,
    schrijf: Schrijver,
    token: str,
    meld: Melder,
) -> Stukbestand:
    """The stuk as a file, with what is in the store now; the same token keeps the same momentopname.

    Made anew when a teller takes back or changes her citaat meanwhile, or somebody takes words away. Raises OpslagBezet
    when that goes on.
    """
    for _ in range(_TRIES):
        made = _made(database, gebruiker, stuk, soort, teken, schrijf, token, meld)
        if made is not None and mag_mee(database, made):
            return made
    raise OpslagBezet(TE_DRUK)


def mag_mee(database: Database, bestand: Stukbestand) -> bool:
    """Whether a file may still go out: every citaat in it may be used, word for word, and no text was taken away."""
    with database.reading() as cursor:
        now = RaadsstukStore(cursor).stuk(bestand.stuk)
        return now is not None and bestand.teksten <= _written(now) and usable_in(cursor, database, bestand.citaten)


def _written(stuk: Raadsstuk) -> frozenset[str]:
    """The ids of all that people ever wrote in a stuk and nobody took away."""
    return frozenset(it.id for versies in stuk.teksten.values() for it in versies if it.tekst is not None)


def _made(
    database: Database,
    gebruiker: Gebruiker,
    stuk: str,
    soort: DocumentSoort,
    teken: Tekenaar,
    schrijf: Schrijver,
    token: str,
    meld: Melder,
) -> Stukbestand | None:
    """None when what was read may not go out any more."""
    meld(LEZEN)
    read = lees_moment(database, gebruiker, stuk)
    today = today_amsterdam(database.now())
    document = build(read.stuk, read.teksten, teken, today, meld=meld)
    kept = take_momentopname(database, gebruiker, read, token=token)
    if kept is None:
        return None
    meld(SCHRIJVEN)
    inhoud = schrijf(replace(document, kenmerk=kept.kenmerk), soort, huisstijl(database))
    # To keep it was one write; were there more, somebody else wrote too.
    now = database.versie
    versie = now if now == read.versie + 1 else read.versie
    naam = f"{read.stuk.soort.value}-{today.isoformat()}.{soort.value}"
    written = frozenset(it.id for veld in read.stuk.velden_erin for it in read.stuk.standen(veld))
    return Stukbestand(stuk, soort, naam, inhoud, kept.kenmerk, read.citaten, written, versie)
