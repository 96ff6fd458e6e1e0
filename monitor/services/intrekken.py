"""Taking a verhaal back: every word of it goes at once, its quarter stays."""

from datetime import datetime

from monitor.domain.regels import kwartaal_code, kwartaal_of
from monitor.services.verhaalstand import changed, found, not_withdrawn
from monitor.store.database import Cursor, Database
from monitor.store.intrekkingen import remember
from monitor.store.rijen import insert_logboek, logboek_rij
from monitor.store.verhaal_store import VerhaalStore


def withdraw_verhaal(database: Database, verhaal: str, door: str, *, op: datetime | None = None) -> None:
    """Take a verhaal back for a caller who asked whether that may.

    Raises NietGevonden when it is unknown, OngeldigeInvoer when it was taken back before.
    """
    with database.writing() as cursor:
        not_withdrawn(found(VerhaalStore(cursor).stand([verhaal]), verhaal))
        write_intrekking(cursor, verhaal, door, op or database.now(), database.now())
    remember(database, verhaal)


def write_intrekking(cursor: Cursor, verhaal: str, door: str, op: datetime, now: datetime) -> None:
    """Empty a verhaal that is there, in the transaction of a caller; call `remember` when that is committed."""
    day = found(VerhaalStore(cursor).stand([verhaal]), verhaal).verteld_op
    VerhaalStore(cursor).withdraw(verhaal, kwartaal_code(day), kwartaal_of(day), op)
    changed(cursor, [verhaal])
    insert_logboek(cursor, [logboek_rij(now, door, "teruggenomen", "verhaal", verhaal)])
