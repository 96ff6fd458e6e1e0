"""What is something else since a stuk was written out: figures, citaten, definitions, and sentences of the tool."""

from collections.abc import Iterable, Mapping

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.momentopname import (
    Momentopname,
    StukVerandering,
    VeranderingSoort,
    WatVeranderde,
    verschillen,
)
from monitor.domain.raadsstuk import Raadsstuk, StukVeld, zin_hash
from monitor.errors import NietGevonden
from monitor.services.momentopname import regels_nu, veld_ref, verwijzingen_toen
from monitor.services.raadsstukken import found_in, require_reader
from monitor.store.database import Database
from monitor.store.momentopname_store import MomentopnameStore

_ONBEKEND = "Deze versie van het stuk kennen wij niet."


def wat_veranderde(
    database: Database,
    gebruiker: Gebruiker,
    stuk: str,
    *,
    nummer: int | None = None,
    zinnen: Mapping[StukVeld, str] | None = None,
) -> WatVeranderde:
    """What is something else since a momentopname (None: the last one).

    `zinnen` are the sentences that the tool would write now, by the field in which people may write in their place;
    without them nothing is told of those. Raises NietGevonden for a nummer that was never kept.
    """
    require_reader(database, gebruiker)
    with database.reading() as cursor:
        found = found_in(cursor, stuk)
        since = _since(MomentopnameStore(cursor).momentopnamen(stuk), nummer)
        then = since.regels if since else ()
        now = regels_nu(cursor, database, found, verwijzingen_toen(then)) if since else ()
    own = zin_veranderingen(found, zinnen) if zinnen is not None else ()
    return WatVeranderde(since, (*verschillen(then, now), *own))


def zin_veranderingen(stuk: Raadsstuk, zinnen: Mapping[StukVeld, str]) -> tuple[StukVerandering, ...]:
    """Where people wrote in the place of a sentence that the tool would now write in another way, or not at all."""
    return tuple(
        StukVerandering(VeranderingSoort.ZIN_ANDERS if veld in zinnen else VeranderingSoort.ZIN_WEG, veld_ref(veld))
        for veld, versie in stuk.eigen_zinnen.items()
        if veld not in zinnen or (versie.zelf_hash is not None and zin_hash(zinnen[veld]) != versie.zelf_hash)
    )


def _since(known: Iterable[Momentopname], nummer: int | None) -> Momentopname | None:
    every = tuple(known)
    if nummer is None:
        return every[0] if every else None
    found = next((it for it in every if it.nummer == nummer), None)
    if found is None:
        raise NietGevonden(_ONBEKEND)
    return found
