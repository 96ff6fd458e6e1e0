"""The list of organisations, kept by a beheerder: their names say where somebody works or gets help."""

from dataclasses import dataclass

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling
from monitor.errors import NietGevonden, OngeldigeInvoer
from monitor.services.invoer import bare, raise_problems, tekst_problemen
from monitor.services.rechten import require
from monitor.store.database import Database
from monitor.store.organisatie_store import OrganisatieStore
from monitor.store.rijen import insert_logboek, logboek_rij

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
        insert_logboek(cursor, [logboek_rij(database.now(), gebruiker.id, "toegevoegd", "organisatie", "", ["naam"])])


def remove_organisatie(database: Database, gebruiker: Gebruiker, naam: str) -> None:
    """Take a name off the list."""
    gebruiker = require(database, gebruiker, Handeling.INSTELLEN)
    with database.writing() as cursor:
        store = OrganisatieStore(cursor)
        if naam not in store.lijst():
            raise NietGevonden("Deze organisatie staat niet op de lijst.")
        store.remove(naam)
        insert_logboek(cursor, [logboek_rij(database.now(), gebruiker.id, "weggehaald", "organisatie", "", ["naam"])])
