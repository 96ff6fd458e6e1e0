"""The citaten that everybody may read and a document may use now. What is not among them was taken back, is no longer
openbaar or is no citaat: nobody is told which.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TypeVar

from monitor.domain.citaat import (
    OVERGETYPT_ONGEKOZEN,
    OVERGETYPT_RIJ,
    OVERGETYPT_WOORDEN,
    Woordrijen,
    bare_words,
)
from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.raadsstuk import Raadsstuk, StukVeld, citaat_probleem
from monitor.domain.verhaal import Verhaal
from monitor.nl import today_amsterdam
from monitor.store.database import Cursor, Database
from monitor.store.lees_store import LeesStore

_Plek = TypeVar("_Plek")


def citaten_in(
    cursor: Cursor, vandaag: date, *, ids: Iterable[str] | None = None, gebied: str | None = None
) -> tuple[Verhaal, ...]:
    """The verhalen whose citaat may be used: of these in the order given, or of a gebied newest first."""
    found = LeesStore(cursor).leesbaar(BEZOEKER, vandaag, ids=ids, gebied=gebied)
    return tuple(it for it in found if citaat_probleem(it) is None)


def bruikbare_citaten(database: Database, verhalen: Iterable[str]) -> dict[str, Verhaal]:
    """Of these verhalen those whose citaat may stand in a document now, as everybody may read them.

    What is not in it was taken back, is no longer openbaar or has no citaat: a document says so where it stood.
    """
    with database.reading() as cursor:
        return {it.id: it for it in citaten_in(cursor, today_amsterdam(database.now()), ids=verhalen)}


def overgetypt_bij(
    cursor: Cursor, vandaag: date, gemeente: str, teksten: Mapping[_Plek, str], *, gekozen: Collection[str] = ()
) -> tuple[_Plek, ...]:
    """Which of these texts hold words of a teller of a gemeente that everybody may read now, by the key of each.

    A citaat, or a long row of what else she told. Of the citaten of the verhalen `gekozen` fewer words tell than of the
    others. Of what was taken back no word is known any more.
    """
    asked = {plek: Woordrijen(tekst) for plek, tekst in teksten.items() if len(bare_words(tekst)) >= OVERGETYPT_WOORDEN}
    if not asked:
        return ()
    store = LeesStore(cursor)
    told = [
        *((it, OVERGETYPT_RIJ) for it in store.openbare_woorden(vandaag, gemeente)),
        *(
            (it, OVERGETYPT_WOORDEN if verhaal in gekozen else OVERGETYPT_ONGEKOZEN)
            for verhaal, it in store.openbare_citaten(vandaag, gemeente).items()
        ),
    ]
    return tuple(plek for plek, words in asked.items() if any(words.holds(it, minstens=least) for it, least in told))


def woorden_van_mensen(stuk: Raadsstuk) -> dict[StukVeld | None, str]:
    """What people wrote that stands in a stuk now, by its field; None: its titel."""
    written = {veld: "\n".join(stuk.woorden_in(veld)) for veld in stuk.velden_erin}
    return {None: stuk.kop.titel or "", **{veld: tekst for veld, tekst in written.items() if tekst}}
