"""Asking again: a teller who gets help from the writer is asked by a colleague, after the time to think it over."""

from datetime import date

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.nalezen import WachtendVerhaal, Wachtreden
from monitor.domain.rechten import Handeling, wijken_voor
from monitor.errors import OngeldigeInvoer
from monitor.nl import format_datum, today_amsterdam
from monitor.services.intrekken import write_intrekking
from monitor.services.invoer import new_id
from monitor.services.nalezers import bedenkt, is_own, sinds, stand_in, stand_of
from monitor.services.rechten import refuse, require, require_somewhere
from monitor.services.verhaalstand import changed
from monitor.store.database import Database
from monitor.store.intrekkingen import remember
from monitor.store.inzending_store import InzendingStore
from monitor.store.nalees_store import NaleesStand, NaleesStore
from monitor.store.rijen import insert_logboek, logboek_rij

SOORT = "navraag"
"""What the tokens of this form stand for."""
EIGEN = "U schreef dit verhaal zelf op. Een collega vraagt of het mag blijven."
ANDERE_ORGANISATIE = "Navragen doet een collega van de organisatie die het verhaal opschreef."


def na_te_vragen(database: Database, gebruiker: Gebruiker) -> tuple[WachtendVerhaal, ...]:
    """The verhalen about which this person must ask the teller again, longest waiting first."""
    gebruiker = require_somewhere(database, gebruiker, Handeling.NAVRAGEN)
    today = today_amsterdam(database.now())
    with database.reading() as cursor:
        standen = NaleesStore(cursor).standen(wijken_voor(gebruiker, Handeling.NAVRAGEN))
    mine = [it for it in standen if _is_due(it, today) and not is_own(gebruiker, it) and _colleague(gebruiker, it)]
    return tuple(sorted((_wachtend(it, today) for it in mine), key=lambda it: (it.sinds, it.verhaal)))


def vraag_na(database: Database, gebruiker: Gebruiker, verhaal: str, *, blijft: bool, token: str) -> None:
    """Keep what the teller said; when she says no, the verhaal is taken back in the same transaction.

    Raises NietToegestaan for the writer and for another organisatie, OngeldigeInvoer before the time is over.
    """
    with database.reading() as cursor:
        if InzendingStore(cursor).doel(token, SOORT) is not None:
            return
    stand = stand_of(database, verhaal)
    gebruiker = require(database, gebruiker, Handeling.NAVRAGEN, stand.gebied)
    if is_own(gebruiker, stand):
        refuse(database, gebruiker, Handeling.NAVRAGEN, verhaal, EIGEN)
    if not _colleague(gebruiker, stand):
        refuse(database, gebruiker, Handeling.NAVRAGEN, verhaal, ANDERE_ORGANISATIE)
    with database.writing() as cursor:
        if InzendingStore(cursor).doel(token, SOORT) is not None:
            return
        stand, now = stand_in(cursor, verhaal), database.now()
        _check(stand, today_amsterdam(now))
        navraag = {"id": new_id(), "verhaal": verhaal, "door": gebruiker.id, "op": now, "blijft": blijft}
        NaleesStore(cursor).add_navraag(navraag)
        insert_logboek(cursor, [logboek_rij(now, gebruiker.id, "nagevraagd", "verhaal", verhaal, ["blijft"])])
        InzendingStore(cursor).add(token, SOORT, verhaal, now)
        gone: tuple[str, ...] = ()
        if blijft:
            changed(cursor, [verhaal])
        else:
            gone = write_intrekking(cursor, verhaal, gebruiker.id, now, now)
    remember(database, *gone)


def _check(stand: NaleesStand, today: date) -> None:
    if not stand.afhankelijk:
        raise OngeldigeInvoer("Bij dit verhaal hoeft niemand na te vragen.")
    if bedenkt(stand, today) and stand.bedenktijd_tot is not None:
        raise OngeldigeInvoer(f"De verteller denkt nog na, tot en met {format_datum(stand.bedenktijd_tot)}.")
    if stand.blijft is not None:
        raise OngeldigeInvoer("Dit is al nagevraagd.")


def _is_due(stand: NaleesStand, today: date) -> bool:
    return stand.afhankelijk and stand.blijft is None and not bedenkt(stand, today)


def _colleague(gebruiker: Gebruiker, stand: NaleesStand) -> bool:
    return stand.organisatie is None or stand.organisatie in gebruiker.organisaties


def _wachtend(stand: NaleesStand, today: date) -> WachtendVerhaal:
    since = sinds(stand, today)
    days = (today - since).days
    return WachtendVerhaal(stand.verhaal, stand.gebied, stand.wijk, stand.titel, Wachtreden.NAVRAAG, since, days)
