"""Taking a verhaal back: every word of it goes at once, its quarter stays."""

from datetime import datetime

from monitor.domain.regels import kwartaal_code, kwartaal_of
from monitor.services.verhaalstand import found, not_withdrawn
from monitor.store.database import Database
from monitor.store.rijen import insert_logboek, logboek_rij
from monitor.store.verhaal_store import VerhaalStore


def withdraw_verhaal(database: Database, verhaal: str, door: str, *, op: datetime | None = None) -> None:
    """Take a verhaal back: every word of it goes at once, its quarter stays."""
    with database.writing() as cursor:
        stand = found(VerhaalStore(cursor).stand([verhaal]), verhaal)
        not_withdrawn(stand)
        now, day = database.now(), stand.verteld_op
        VerhaalStore(cursor).withdraw(verhaal, kwartaal_code(day), kwartaal_of(day), op or now)
        insert_logboek(cursor, [logboek_rij(now, door, "teruggenomen", "verhaal", verhaal)])
