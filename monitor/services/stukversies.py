"""What stood in a stuk before: each text of a field, each kop, each stand of an onderdeel; putting one of those back.

Nothing is ever changed. To put something back is to write it once more, after all that was written since; who did not
see what somebody else wrote meanwhile is told, and both texts stay.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.raadsstuk import (
    Onderdeel,
    OnderdeelStand,
    Onderdeelversie,
    Raadsstuk,
    StukKop,
    StukVeld,
    TekstVersie,
)
from monitor.errors import NietGevonden
from monitor.services.invoer import raise_problems
from monitor.services.raadsstukken import StukKopInvoer, change_kop
from monitor.services.stukonderdelen import anders_problemen, append_stand, stand_problemen_nu
from monitor.services.stukrechten import found_in, in_stuk, log_stuk, require_reader
from monitor.services.stukvelden import BewaardeTekst, TekstInvoer, in_veld, keep_tekst
from monitor.store.database import Cursor, Database
from monitor.store.intrekkingen import remember
from monitor.store.raadsstuk_store import RaadsstukStore
from monitor.store.weghalen import remove_words

WEG = "Deze versie is er niet (meer)."


@dataclass(frozen=True, slots=True)
class Veldversie:
    """A text of a field, and whether it stands there now. Of words that were taken away only who and when is left."""

    versie: TekstVersie
    staat: bool


def veldversies(database: Database, gebruiker: Gebruiker, stuk: str, veld: StukVeld) -> tuple[Veldversie, ...]:
    """Every text that a field ever had, the newest first; none where nobody wrote."""
    require_reader(database, gebruiker)
    with database.reading() as cursor:
        found = found_in(cursor, stuk)
    standing = found.standen(veld)
    return tuple(Veldversie(it, it in standing) for it in reversed(found.teksten.get(veld, ())))


def put_back_tekst(
    database: Database, gebruiker: Gebruiker, stuk: str, veld: StukVeld, nummer: int, *, begonnen_bij: int, token: str
) -> BewaardeTekst:
    """Write an older text of a field once more; `begonnen_bij` is the newest nummer that the writer saw.

    What somebody else wrote after that stays beside it. Raises NietGevonden when its words were taken away.
    """

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        older = next((it for it in found.teksten.get(veld, ()) if it.nummer == nummer), None)
        if older is None or older.tekst is None:
            raise NietGevonden(WEG)
        again = TekstInvoer(veld, older.tekst, begonnen_bij)
        return keep_tekst(cursor, database, who, found, again, older.zelf_hash)

    return in_veld(database, gebruiker, stuk, veld, action, token)


def kopversies(database: Database, gebruiker: Gebruiker, stuk: str) -> tuple[StukKop, ...]:
    """All that a stuk was ever called, with its years and fase, the newest first: that one stands there now."""
    require_reader(database, gebruiker)
    with database.reading() as cursor:
        found_in(cursor, stuk)
        return tuple(RaadsstukStore(cursor).koppen(stuk).values())


def put_back_kop(
    database: Database, gebruiker: Gebruiker, stuk: str, nummer: int, *, begonnen_bij: int, token: str
) -> str:
    """Write an older kop once more. Refused as change_kop refuses; NietGevonden when its title was taken away."""
    older = next((it for it in kopversies(database, gebruiker, stuk) if it.nummer == nummer), None)
    if older is None or older.titel is None:
        raise NietGevonden(WEG)
    again = StukKopInvoer(older.titel, older.fase, older.periode_van, older.periode_tot, older.jaar)
    return change_kop(database, gebruiker, stuk, again, begonnen_bij=begonnen_bij, token=token)


def remove_titels(database: Database, gebruiker: Gebruiker, stuk: str) -> None:
    """Take every title away that a stuk had before, for good; the one that it has now stays."""
    ids: list[str] = []

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        koppen = RaadsstukStore(cursor).koppen(stuk)
        ids.extend(row for row, it in koppen.items() if it.titel is not None and it.nummer != found.kop.nummer)
        if not ids:
            raise NietGevonden(WEG)
        for row in ids:
            remove_words(cursor, "stukkop", row, database.now())
            log_stuk(cursor, database, who, "weggehaald", "stukkop", row)
        return stuk

    in_stuk(database, gebruiker, stuk, action)
    remember(database, *ids)


def onderdeelversies(
    database: Database, gebruiker: Gebruiker, stuk: str, onderdeel: str
) -> tuple[Onderdeelversie, ...]:
    """Every stand that an onderdeel ever had, the newest first; its words are those of its fields."""
    require_reader(database, gebruiker)
    with database.reading() as cursor:
        found_in(cursor, stuk)
        return RaadsstukStore(cursor).standen(stuk, onderdeel)


def onderdelen_eruit(database: Database, gebruiker: Gebruiker, stuk: str) -> tuple[Onderdeel, ...]:
    """What was taken out of a stuk and can be put back, each with its last stand."""
    require_reader(database, gebruiker)
    with database.reading() as cursor:
        found_in(cursor, stuk)
        return RaadsstukStore(cursor).onderdelen(stuk, erin=False)


def put_back_onderdeel(
    database: Database, gebruiker: Gebruiker, stuk: str, onderdeel: str, nummer: int, *, begonnen_bij: int
) -> None:
    """Let an onderdeel be as it was in an older stand, in the place that it has now; one that was taken out returns.

    Refused as change_onderdeel refuses: also when what it names may not be chosen any more.
    """

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        store = RaadsstukStore(cursor)
        versies = store.standen(stuk, onderdeel)
        older = next((it.stand for it in versies if it.stand.nummer == nummer), None)
        if older is None or not older.erin:
            raise NietGevonden(WEG)
        newest = versies[0].stand
        stand = replace(older, volgorde=newest.volgorde, nummer=newest.nummer)
        if stand == newest:
            return onderdeel
        here = next(it for it in (*found.onderdelen, *store.onderdelen(stuk, erin=False)) if it.id == onderdeel)
        raise_problems(
            [
                *anders_problemen(versies, who, begonnen_bij),
                *stand_problemen_nu(database, cursor, found, here.soort, stand),
            ]
        )
        append_stand(cursor, database, who, here, stand, "teruggezet")
        return onderdeel

    in_stuk(database, gebruiker, stuk, action)


def return_onderdeel(database: Database, gebruiker: Gebruiker, stuk: str, onderdeel: str) -> tuple[str, ...]:
    """Let what was taken out of a stuk return as it last stood there; nothing happens when it is back already.

    A beslispunt, figure, citaat or besluit that may not be chosen any more stays out: gives the names of those fields.
    """
    left: list[str] = []

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        here = next((it for it in RaadsstukStore(cursor).onderdelen(stuk, erin=False) if it.id == onderdeel), None)
        if here is None and found.onderdeel(onderdeel) is None:
            raise NietGevonden(WEG)
        if here is not None:
            stand = replace(here.stand, erin=True)
            problemen = stand_problemen_nu(database, cursor, found, here.soort, stand)
            left.extend(dict.fromkeys(it.veld for it in problemen if it.veld in _ZONDER))
            stand = _without(stand, left)
            raise_problems(stand_problemen_nu(database, cursor, found, here.soort, stand))
            append_stand(cursor, database, who, here, stand, "teruggezet")
        return onderdeel

    in_stuk(database, gebruiker, stuk, action)
    return tuple(left)


_ZONDER = {
    "bij": ("bij",),
    "indicator": ("indicator", "gebied"),
    "citaat": ("citaat",),
    "raadsbesluit": ("raadsbesluit",),
}
"""What a stand can do without, by the field that a refusal names."""


def _without(stand: OnderdeelStand, velden: Iterable[str]) -> OnderdeelStand:
    gone: dict[str, Any] = {naam: None for veld in velden for naam in _ZONDER[veld]}
    return replace(stand, **gone)
