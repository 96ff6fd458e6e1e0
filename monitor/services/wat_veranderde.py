"""What is something else since a stuk was written out: figures, citaten, definitions, and sentences of the tool."""

from collections.abc import Collection, Iterable, Mapping

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.momentopname import (
    EERSTE_SOORTEN,
    Momentopname,
    MomentRegel,
    RegelSoort,
    StukVerandering,
    VeranderingSoort,
    WatVeranderde,
    verschillen,
)
from monitor.domain.raadsstuk import Raadsstuk, StukVeld, zin_hash
from monitor.errors import NietGevonden
from monitor.nl import today_amsterdam
from monitor.services.momentopname import (
    GESCHREVEN,
    stuk_regels,
    tekst_regels,
    veld_ref,
    verwijzing_regels,
    verwijzingen_toen,
)
from monitor.services.stukrechten import found_in, require_reader
from monitor.services.stukteksten import Stukteksten
from monitor.store.database import Database
from monitor.store.momentopname_store import MomentopnameStore

_ONBEKEND = "Deze versie van het stuk kennen wij niet."


def wat_veranderde(
    database: Database,
    gebruiker: Gebruiker,
    stuk: str,
    *,
    nummer: int | None = None,
    teksten: Stukteksten | None = None,
) -> WatVeranderde:
    """What is something else since a momentopname (None: the one last written out).

    `teksten` is what the tool would write now; without it nothing is told of that. Raises NietGevonden for a nummer
    that was never kept.
    """
    require_reader(database, gebruiker)
    with database.reading() as cursor:
        found = found_in(cursor, stuk)
        store = MomentopnameStore(cursor)
        since = _since(store.momentopnamen(stuk), nummer)
        then = store.regels(since.id) if since else ()
        refers = verwijzing_regels(cursor, today_amsterdam(database.now()), found.gemeente, verwijzingen_toen(then))
    if since is None:
        return WatVeranderde(None, _own(found, teksten))
    if teksten is None:
        then = _without(then, GESCHREVEN)
    now = (*refers, *stuk_regels(found), *(tekst_regels(found, teksten) if teksten else ()))
    return WatVeranderde(since, (*verschillen(then, _known(then, now)), *_own(found, teksten)))


def _own(stuk: Raadsstuk, teksten: Stukteksten | None) -> tuple[StukVerandering, ...]:
    return zin_veranderingen(stuk, teksten.velden) if teksten else ()


def _known(then: Iterable[MomentRegel], now: Iterable[MomentRegel]) -> tuple[MomentRegel, ...]:
    """Of how it is now only the kinds that were kept then: of the others nobody knows whether they changed."""
    whole = any(it.soort is RegelSoort.KOP for it in then)
    return tuple(now) if whole else _without(now, frozenset(RegelSoort) - EERSTE_SOORTEN)


def _without(regels: Iterable[MomentRegel], soorten: Collection[RegelSoort]) -> tuple[MomentRegel, ...]:
    return tuple(it for it in regels if it.soort not in soorten)


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
