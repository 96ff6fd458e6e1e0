"""The list of organisations, kept by a beheerder: their names say where somebody works or gets help."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling
from monitor.errors import NietGevonden, OngeldigeInvoer
from monitor.services.invoer import bare, id_from, raise_problems, tekst_problemen
from monitor.services.rechten import require
from monitor.store.database import Cursor, Database
from monitor.store.organisatie_store import OrganisatieStore
from monitor.store.rijen import Rij, insert_logboek, logboek_rij

NAAM_MAX = 200


@dataclass(frozen=True, slots=True)
class NieuweOrganisatie:
    """A name for the list."""

    naam: str


def lijst(database: Database, gebruiker: Gebruiker) -> tuple[str, ...]:
    """All names on the list."""
    require(database, gebruiker, Handeling.INSTELLEN)
    with database.reading() as cursor:
        return OrganisatieStore(cursor).lijst()


def add_organisatie(database: Database, gebruiker: Gebruiker, naam: str) -> None:
    """Put a name on the list. Raises OngeldigeInvoer when it is none, too long, or there already."""
    gebruiker = require(database, gebruiker, Handeling.INSTELLEN)
    name = " ".join((bare(naam) or "").split())
    raise_problems(tekst_problemen(NieuweOrganisatie(name)))
    if not name:
        raise OngeldigeInvoer("Vul de naam van een organisatie in.")
    if len(name) > NAAM_MAX:
        raise OngeldigeInvoer(f"De naam is te lang: hoogstens {NAAM_MAX} tekens.")
    with database.writing() as cursor:
        store = OrganisatieStore(cursor)
        if name.lower() in (known.lower() for known in store.lijst()):
            raise OngeldigeInvoer("Deze organisatie staat al op de lijst.")
        store.add(name)
        insert_logboek(cursor, [_regel(database.now(), gebruiker.id, "toegevoegd", name)])


def remove_organisatie(database: Database, gebruiker: Gebruiker, naam: str) -> None:
    """Take a name off the list."""
    gebruiker = require(database, gebruiker, Handeling.INSTELLEN)
    with database.writing() as cursor:
        store = OrganisatieStore(cursor)
        if naam not in store.lijst():
            raise NietGevonden("Deze organisatie staat niet op de lijst.")
        store.remove(naam)
        insert_logboek(cursor, [_regel(database.now(), gebruiker.id, "weggehaald", naam)])


# What an older backup may not bring back


def removed(cursor: Cursor) -> dict[str, datetime]:
    """The names that were taken off the list and are not on it now, as the logboek knows them; each with its moment."""
    store = OrganisatieStore(cursor)
    here = {_sleutel(naam) for naam in store.lijst()}
    return {sleutel: op for sleutel, op in store.weggehaald().items() if sleutel not in here}


def remove_again(cursor: Cursor, gone: Mapping[str, datetime], door: str) -> int:
    """Take off the list of an older copy what was taken off since, in the transaction of a caller; returns how many."""
    store = OrganisatieStore(cursor)
    known = store.weggehaald()
    names = {naam: _sleutel(naam) for naam in store.lijst()}
    # A copy that knows of the same removal has the name because somebody put it on the list again.
    back = [naam for naam, it in names.items() if it in gone and (it not in known or known[it] < gone[it])]
    for naam in back:
        store.remove(naam)
    insert_logboek(cursor, [_regel(gone[names[naam]], door, "opnieuw weggehaald", naam) for naam in back])
    return len(back)


def _sleutel(naam: str) -> str:
    """What stands in the logboek for a name: the same for the same name, and not the name itself."""
    return id_from("organisatie", naam.lower())


def _regel(op: datetime, door: str, wat: str, naam: str) -> Rij:
    return logboek_rij(op, door, wat, "organisatie", _sleutel(naam), ["naam"])
