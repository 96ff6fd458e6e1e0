"""Where a verhaal stands, or the sentence that says why nothing can be done with it."""

from collections.abc import Iterable

from monitor.errors import NietGevonden, OngeldigeInvoer
from monitor.services.zoekindex import index_verhalen
from monitor.store.database import Cursor
from monitor.store.verhaal_store import VerhaalStand


def found(stand: dict[str, VerhaalStand], verhaal: str) -> VerhaalStand:
    """The stand of `verhaal`. Raises NietGevonden when there is none."""
    if verhaal not in stand:
        raise NietGevonden("Dit verhaal kennen we niet.")
    return stand[verhaal]


def not_withdrawn(stand: VerhaalStand) -> None:
    """Raise OngeldigeInvoer when the teller took the verhaal back."""
    if stand.ingetrokken:
        raise OngeldigeInvoer("Dit verhaal is teruggenomen door wie het vertelde.")


def changed(cursor: Cursor, ids: Iterable[str]) -> None:
    """Call this in the transaction of every write after which others may read more or less of these verhalen.

    What is derived from readable verhalen is brought up to date here: the search.
    """
    index_verhalen(cursor, ids)
