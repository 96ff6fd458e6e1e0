"""The citaten that everybody may read and a document may use now. What is not among them was taken back, is no longer
openbaar or is no citaat: nobody is told which.
"""

from collections.abc import Iterable
from datetime import date

from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.raadsstuk import citaat_probleem
from monitor.domain.verhaal import Verhaal
from monitor.nl import today_amsterdam
from monitor.store.database import Cursor, Database
from monitor.store.lees_store import LeesStore


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
