"""What repeats in a stuk for the raad: beslispunten, arguments, money and what else there may be several of.

A stand is added after all that an onderdeel had; what was there before stays to be found.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from monitor.domain.gebied import normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.raadsstuk import (
    DEEL_VAN,
    GEEN_VELD,
    ONDERDEEL_VELDEN,
    KeuzeSoort,
    Onderdeel,
    OnderdeelInvoer,
    OnderdeelSoort,
    OnderdeelStand,
    Onderdeelversie,
    Raadsstuk,
    StukVeld,
    TekstVersie,
    stand_problemen,
    weg_problemen,
)
from monitor.errors import NietGevonden, Probleem
from monitor.services.invoer import new_id, raise_problems, seen
from monitor.services.stukkeuzes import ONBEKENDE_KEUZE, citaat_problemen, gebied_problemen, wijken_in
from monitor.services.stukrechten import INTUSSEN_ANDERS, INTUSSEN_ZELF, NIET_IN_STUK, in_stuk, log_stuk
from monitor.services.stukvelden import WAT_U_SCHREEF, overgetypt_problemen
from monitor.services.teksten import TekstVeld, tekstveld_problemen
from monitor.store.database import Cursor, Database
from monitor.store.raadsstuk_store import RaadsstukStore


def add_onderdeel(
    database: Database,
    gebruiker: Gebruiker,
    stuk: str,
    soort: OnderdeelSoort,
    invoer: OnderdeelInvoer | None = None,
    teksten: Mapping[str, str] | None = None,
    *,
    token: str,
) -> str:
    """Add something of which there may be several, after the others of its kind, with what was written of it."""
    asked, words = invoer or OnderdeelInvoer(), dict(teksten or {})
    allowed = ONDERDEEL_VELDEN[soort]
    problemen = [Probleem(GEEN_VELD, it) for it in words if it not in allowed]
    problemen += tekstveld_problemen(
        database,
        {it: TekstVeld(tekst, WAT_U_SCHREEF, most=allowed[it]) for it, tekst in words.items() if it in allowed},
    )

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        stand = _stand(asked, OnderdeelStand(max((it.stand.volgorde for it in found.onderdelen), default=0) + 1))
        quoted = (*found.citaten, *([stand.citaat] if stand.citaat else []))
        raise_problems(
            [
                *problemen,
                *stand_problemen_nu(database, cursor, found, soort, stand),
                *overgetypt_problemen(cursor, database, found.gemeente, words, gekozen=quoted),
            ]
        )
        store, now, id_ = RaadsstukStore(cursor), database.now(), new_id()
        row = {"id": id_, "raadsstuk": stuk, "soort": soort.value, "vast": False}
        store.add_onderdeel({**row, "gemaakt_door": who.id, "gemaakt_op": now})
        store.add_stand(id_, stand, {"id": new_id(), "door": who.id, "op": now})
        for veld, tekst in words.items():
            if seen(tekst):
                versie = TekstVersie(new_id(), 1, tekst, 0, who.id, now)
                store.add_tekst(stuk, StukVeld(DEEL_VAN[soort], veld, id_), versie)
        log_stuk(cursor, database, who, "toegevoegd", "stukonderdeel", id_, soort.value)
        return id_

    return in_stuk(database, gebruiker, stuk, action, token)


def change_onderdeel(
    database: Database, gebruiker: Gebruiker, stuk: str, onderdeel: str, invoer: OnderdeelInvoer, *, begonnen_bij: int
) -> None:
    """Append to what it belongs and its figures; what was there before stays to be found.

    Refused when those were changed after the stand with the nummer that this writer saw.
    """

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        here = _onderdeel(found, onderdeel)
        stand = _stand(invoer, here.stand)
        if stand != here.stand:
            raise_problems(
                [
                    *anders_problemen(RaadsstukStore(cursor).standen(stuk, onderdeel), who, begonnen_bij),
                    *stand_problemen_nu(database, cursor, found, here.soort, stand),
                ]
            )
            append_stand(cursor, database, who, here, stand, "gewijzigd")
        return onderdeel

    in_stuk(database, gebruiker, stuk, action)


def move_onderdeel(database: Database, gebruiker: Gebruiker, stuk: str, onderdeel: str, *, omhoog: bool) -> None:
    """Put it before the one above it, or after the one below; numbers follow. At an end nothing happens."""

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        here = _onderdeel(found, onderdeel)
        beside = [it for it in found.van(here.soort) if it.stand.bij == here.stand.bij]
        place = beside.index(here) + (-1 if omhoog else 1)
        if 0 <= place < len(beside):
            other = beside[place]
            append_stand(cursor, database, who, here, replace(here.stand, volgorde=other.stand.volgorde), "verplaatst")
            append_stand(cursor, database, who, other, replace(other.stand, volgorde=here.stand.volgorde), "verplaatst")
        return onderdeel

    in_stuk(database, gebruiker, stuk, action)


def remove_onderdeel(database: Database, gebruiker: Gebruiker, stuk: str, onderdeel: str) -> None:
    """Take something out of the stuk; its words are kept. Niets doen stays, and a beslispunt on which others hang."""

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        here = _onderdeel(found, onderdeel)
        raise_problems(weg_problemen(found, here))
        append_stand(cursor, database, who, here, replace(here.stand, erin=False), "eruit")
        return onderdeel

    in_stuk(database, gebruiker, stuk, action)


def anders_problemen(versies: Iterable[Onderdeelversie], who: Gebruiker, begonnen_bij: int) -> list[Probleem]:
    """A problem when something else was chosen for an onderdeel since, by somebody else or in another window.

    Moving it only moves it; taking it out and putting it back changes nothing of what one fills in either.
    """
    every = sorted(versies, key=lambda it: it.stand.nummer)
    writers = {
        now.door
        for before, now in pairwise(every)
        if now.stand.nummer > begonnen_bij and before.stand.with_invoer(now.stand) != before.stand
    }
    if not writers:
        return []
    return [Probleem(INTUSSEN_ZELF if writers == {who.id} else INTUSSEN_ANDERS, "onderdeel")]


def append_stand(
    cursor: Cursor, database: Database, who: Gebruiker, onderdeel: Onderdeel, stand: OnderdeelStand, wat: str
) -> None:
    """Keep this stand of an onderdeel after all that it had."""
    made = {"id": new_id(), "door": who.id, "op": database.now()}
    RaadsstukStore(cursor).add_stand(onderdeel.id, replace(stand, nummer=onderdeel.stand.nummer + 1), made)
    log_stuk(cursor, database, who, wat, "stukonderdeel", onderdeel.id, onderdeel.soort.value)


def stand_problemen_nu(
    database: Database, cursor: Cursor, stuk: Raadsstuk, soort: OnderdeelSoort, stand: OnderdeelStand
) -> list[Probleem]:
    """Everything that is wrong with a stand, as things are in the store now."""
    problemen = stand_problemen(stuk, soort, stand)
    if stand.indicator and stand.indicator not in RaadsstukStore(cursor).known(KeuzeSoort.INDICATOR):
        problemen.append(Probleem(ONBEKENDE_KEUZE[KeuzeSoort.INDICATOR], "indicator"))
    if stand.gebied:
        problemen += gebied_problemen(stuk, stand.gebied, wijken_in(cursor, stuk))
    if stand.citaat:
        problemen += citaat_problemen(database, cursor, stuk, [stand.citaat])
    if stand.raadsbesluit and stand.raadsbesluit not in RaadsstukStore(cursor).raadsbesluiten(stuk.gemeente):
        problemen.append(Probleem("Dit besluit kennen wij niet in deze gemeente.", "raadsbesluit"))
    return problemen


def _stand(invoer: OnderdeelInvoer, before: OnderdeelStand) -> OnderdeelStand:
    stand = before.with_invoer(invoer)
    return replace(stand, gebied=normalize_code(stand.gebied or "") or stand.gebied, bedragen=tuple(stand.bedragen))


def _onderdeel(stuk: Raadsstuk, id_: str) -> Onderdeel:
    found = stuk.onderdeel(id_)
    if found is None:
        raise NietGevonden(NIET_IN_STUK)
    return found
