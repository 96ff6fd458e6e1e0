"""Taking a verhaal back: every word of it goes at once, its quarter stays."""

from datetime import datetime

from monitor.domain.citaat import OVERGETYPT_ONGEKOZEN, OVERGETYPT_RIJ, Woordrijen
from monitor.domain.gebied import gemeente_of
from monitor.domain.regels import kwartaal_code, kwartaal_of
from monitor.services.verhaalstand import changed, found, not_withdrawn
from monitor.store.database import Cursor, Database
from monitor.store.intrekkingen import remember
from monitor.store.raadsstuk_store import RaadsstukStore
from monitor.store.rijen import insert_logboek, logboek_rij
from monitor.store.verhaal_store import VerhaalStore
from monitor.store.weghalen import remove_words

_TEKST = "stuktekst"


def withdraw_verhaal(database: Database, verhaal: str, door: str, *, op: datetime | None = None) -> None:
    """Take a verhaal back for a caller who asked whether that may.

    Raises NietGevonden when it is unknown, OngeldigeInvoer when it was taken back before.
    """
    with database.writing() as cursor:
        not_withdrawn(found(VerhaalStore(cursor).stand([verhaal]), verhaal))
        gone = write_intrekking(cursor, verhaal, door, op or database.now(), database.now())
    remember(database, *gone)


def write_intrekking(cursor: Cursor, verhaal: str, door: str, op: datetime, now: datetime) -> tuple[str, ...]:
    """Empty a verhaal that is there, in the transaction of a caller; what comes back is to `remember` after it.

    Somebody may have typed its words in a stuk for the raad before they could be refused there. Afterwards nobody knows
    them any more, so they go now: each text, also an older one, in which they stand.
    """
    store = VerhaalStore(cursor)
    stand = found(store.stand([verhaal]), verhaal)
    typed = _typed_over(cursor, verhaal, gemeente_of(stand.gebied) or "")
    for tekst in typed:
        remove_words(cursor, _TEKST, tekst, now)
    store.withdraw(verhaal, kwartaal_code(stand.verteld_op), kwartaal_of(stand.verteld_op), op)
    changed(cursor, [verhaal])
    lines = [logboek_rij(now, door, "weggehaald", _TEKST, tekst) for tekst in typed]
    insert_logboek(cursor, [*lines, logboek_rij(now, door, "teruggenomen", "verhaal", verhaal)])
    return verhaal, *typed


def _typed_over(cursor: Cursor, verhaal: str, gemeente: str) -> list[str]:
    quoted, told = VerhaalStore(cursor).woorden(verhaal)
    looked_for = [*((it, OVERGETYPT_ONGEKOZEN) for it in quoted), *((it, OVERGETYPT_RIJ) for it in told)]
    texts = {id_: Woordrijen(tekst) for id_, tekst in RaadsstukStore(cursor).woorden_in(gemeente).items()}
    return [id_ for id_, words in texts.items() if any(words.holds(it, minstens=least) for it, least in looked_for)]
