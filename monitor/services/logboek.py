"""What a beheerder may look back on: the logboek, and how often what was decided about verhalen. Never their words."""

from dataclasses import dataclass

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling
from monitor.domain.verhaal import Besluit, Weigerreden
from monitor.services.rechten import require
from monitor.store.database import Database
from monitor.store.logboek_store import LogboekRegel, LogboekStore

PER_BLADZIJDE = 50
_MEESTE_MENSEN = 500


@dataclass(frozen=True, slots=True)
class LogboekVraag:
    """Which lines somebody asks for; empty means all."""

    wie: str = ""
    soort: str = ""
    bladzijde: int = 1


@dataclass(frozen=True, slots=True)
class LogboekBlad:
    """One page of the logboek, and what can be chosen from."""

    regels: tuple[LogboekRegel, ...]
    aantal: int
    """Of all pages together."""
    bladzijde: int
    bladzijden: int
    mensen: tuple[str, ...]
    soorten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BeoordelingTelling:
    """How many verhalen wait, and how often each decision was taken."""

    wachten: int
    besluiten: tuple[tuple[Besluit, Weigerreden | None, int], ...]


def lees_logboek(database: Database, gebruiker: Gebruiker, vraag: LogboekVraag) -> LogboekBlad:
    """A page of the logboek, newest lines first; a page that is not there becomes the nearest that is."""
    require(database, gebruiker, Handeling.LOGBOEK_LEZEN)
    with database.reading() as cursor:
        store = LogboekStore(cursor)
        aantal = store.aantal(vraag.wie, vraag.soort)
        bladzijden = max(1, -(-aantal // PER_BLADZIJDE))
        bladzijde = min(max(1, vraag.bladzijde), bladzijden)
        regels = store.regels(vraag.wie, vraag.soort, PER_BLADZIJDE, (bladzijde - 1) * PER_BLADZIJDE)
        return LogboekBlad(regels, aantal, bladzijde, bladzijden, store.wie(_MEESTE_MENSEN), store.soorten())


def tel_beoordelingen(database: Database, gebruiker: Gebruiker) -> BeoordelingTelling:
    """The counts of reviewing, for a beheerder who reads no verhaal."""
    require(database, gebruiker, Handeling.LOGBOEK_LEZEN)
    with database.reading() as cursor:
        store = LogboekStore(cursor)
        besluiten = tuple(
            (Besluit(besluit), Weigerreden(reden) if reden in set(Weigerreden) else None, aantal)
            for besluit, reden, aantal in store.besluiten()
        )
        return BeoordelingTelling(store.wachten(), besluiten)
