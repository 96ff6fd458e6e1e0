"""The citaten that everybody may read and a document may use now. What is not among them was taken back, is no longer
openbaar or is no citaat: nobody is told which.
"""

from collections.abc import Iterable
from datetime import date

from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.raadsstuk import citaat_probleem
from monitor.domain.verhaal import Verhaal
from monitor.store.database import Cursor
from monitor.store.lees_store import LeesStore


def citaten_in(
    cursor: Cursor, vandaag: date, *, ids: Iterable[str] | None = None, gebied: str | None = None
) -> tuple[Verhaal, ...]:
    """The verhalen whose citaat may be used: of these in the order given, or of a gebied newest first."""
    found = LeesStore(cursor).leesbaar(BEZOEKER, vandaag, ids=ids, gebied=gebied)
    return tuple(it for it in found if citaat_probleem(it) is None)
