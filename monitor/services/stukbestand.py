"""A stuk as a file: read at one moment, kept as a momentopname and written, so that its kenmerk tells what is in it.

What was taken back or taken away while the file was made is in no file that somebody gets.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from monitor.domain.document import Document, DocumentSoort, Huisstijl
from monitor.domain.gebruiker import Gebruiker
from monitor.errors import OpslagBezet
from monitor.nl import today_amsterdam
from monitor.services.bestanden import huisstijl
from monitor.services.momentopname import lees_moment, take_momentopname, usable_in
from monitor.services.stukbouw import Melder, Tekenaar, build
from monitor.services.stukrechten import require_reader
from monitor.store.database import Database

Schrijver = Callable[[Document, DocumentSoort, Huisstijl], bytes]
"""Writes a document as a file of one kind."""

LEZEN = "Cijfers en verhalen lezen"
SCHRIJVEN = "Het bestand schrijven"
TE_DRUK = "Terwijl wij het stuk maakten, veranderde er steeds een citaat. Probeer het zo nog een keer."
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Maker:
    """How a stuk becomes a file: what draws its figures, what writes it, and who is told what is being done."""

    teken: Tekenaar
    schrijf: Schrijver
    meld: Melder


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
    weg: frozenset[str]
    """What had lost its words before it was made, by id."""
    versie: int
    """Of the store: with another one something was written since."""


def maak_stuk(
    database: Database, gebruiker: Gebruiker, stuk: str, soort: DocumentSoort, maker: Maker, *, token: str
) -> Stukbestand:
    """The stuk as a file, with what is in the store now; the same token keeps the same momentopname.

    Made anew when a teller takes back or changes her citaat meanwhile, or somebody takes words away. Raises OpslagBezet
    when that goes on.
    """
    for _ in range(_TRIES):
        made = _made(database, gebruiker, stuk, soort, maker, token)
        if made is not None and mag_mee(database, gebruiker, made):
            return made
    raise OpslagBezet(TE_DRUK)


def mag_mee(database: Database, gebruiker: Gebruiker, bestand: Stukbestand) -> bool:
    """Whether a file may still go out: every citaat in it may be used, word for word, and no words were taken away.

    Raises GeenRecht when this person may no longer read drafts.
    """
    require_reader(database, gebruiker)
    with database.reading() as cursor:
        return usable_in(cursor, database, bestand.citaten, bestand.weg)


def _made(
    database: Database, gebruiker: Gebruiker, stuk: str, soort: DocumentSoort, maker: Maker, token: str
) -> Stukbestand | None:
    """None when what was read may not go out any more."""
    maker.meld(LEZEN)
    read = lees_moment(database, gebruiker, stuk)
    today = today_amsterdam(database.now())
    document = build(read.stuk, read.teksten, maker.teken, today, meld=maker.meld)
    kept = take_momentopname(database, gebruiker, read, token=token)
    if kept is None:
        return None
    maker.meld(SCHRIJVEN)
    inhoud = maker.schrijf(replace(document, kenmerk=kept.kenmerk), soort, huisstijl(database))
    # To keep it was one write; were there more, somebody else wrote too.
    now = database.versie
    versie = now if now == read.versie + 1 else read.versie
    naam = f"{read.stuk.soort.value}-{today.isoformat()}.{soort.value}"
    return Stukbestand(stuk, soort, naam, inhoud, kept.kenmerk, read.citaten, read.weg, versie)
