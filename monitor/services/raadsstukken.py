"""Stukken for the raad: which there are, beginning one, what it is called, and taking one away.

A draft is not public. What is chosen for it, what repeats in it and what people write in it are in the modules beside
this one (stukkeuzes, stukonderdelen, stukvelden).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from monitor.domain.gebied import normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.raadsstuk import (
    DELEN,
    BobFase,
    Deel,
    OnderdeelSoort,
    OnderdeelStand,
    Raadsstuk,
    StukKeuze,
    StukKop,
    StukRegel,
    StukSoort,
    StukVeld,
    TekstVersie,
    kop_problemen,
)
from monitor.domain.rechten import Handeling
from monitor.errors import Probleem
from monitor.services.invoer import bare, new_id, raise_problems
from monitor.services.raad import gemeente_problemen
from monitor.services.rechten import current, require_somewhere
from monitor.services.stukkeuzes import keuze_problemen, write_keuzes
from monitor.services.stukrechten import (
    INTUSSEN_ANDERS,
    INTUSSEN_ZELF,
    found_in,
    in_stuk,
    log_stuk,
    require_reader,
    schrijft_in,
)
from monitor.services.stukvelden import overgetypt_problemen
from monitor.services.teksten import KORT, TekstVeld, tekstveld_problemen
from monitor.store.database import Cursor, Database
from monitor.store.intrekkingen import remember
from monitor.store.inzending_store import InzendingStore
from monitor.store.raadsstuk_store import RaadsstukStore
from monitor.store.weghalen import remove_words

NIETS_DOEN = "Niets doen"
EERST_SOORT = "Kies wat voor stuk het wordt."


@dataclass(frozen=True, slots=True)
class StukKopInvoer:
    """What a stuk is called, for what the raad has it, and over which years it tells."""

    titel: str
    fase: BobFase | None = None
    periode_van: int | None = None
    periode_tot: int | None = None
    jaar: int | None = None
    """Year t of the financiele regels."""


def stukken(database: Database, gebruiker: Gebruiker) -> tuple[StukRegel, ...]:
    """Every draft of this store, the one last written in first."""
    require_reader(database, gebruiker)
    with database.reading() as cursor:
        return RaadsstukStore(cursor).stukken()


def lees_stuk(database: Database, gebruiker: Gebruiker, stuk: str) -> Raadsstuk:
    """A draft as it stands. Raises NietGevonden when there is none, or when it was taken away."""
    require_reader(database, gebruiker)
    with database.reading() as cursor:
        return found_in(cursor, stuk)


def mag_schrijven(database: Database, gebruiker: Gebruiker, stuk: Raadsstuk) -> bool:
    """Whether this person may write in this stuk now."""
    return schrijft_in(current(database, gebruiker), stuk)


def add_stuk(
    database: Database,
    gebruiker: Gebruiker,
    gemeente: str,
    soort: StukSoort | None,
    kop: StukKopInvoer,
    *,
    token: str,
    keuzes: Iterable[StukKeuze] = (),
) -> str:
    """Begin a stuk with its first choices; the same token gives the same one. A raadsvoorstel always has niets doen as
    an alternatief.

    Refused with all that is wrong at once, and so without a soort: then there is no stuk either.
    """
    who = require_somewhere(database, gebruiker, Handeling.RAADSSTUK)
    code = normalize_code(gemeente) or gemeente
    problemen, asked = _kop_problemen(database, soort, kop), tuple(dict.fromkeys(keuzes))
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, "raadsstuk")
        if earlier is not None:
            return earlier
        typed = overgetypt_problemen(cursor, database, code, {"titel": kop.titel})
        now, id_, store = database.now(), new_id(), RaadsstukStore(cursor)
        elsewhere = gemeente_problemen(cursor, code)
        if soort is not None and not elsewhere:
            begun = Raadsstuk(id_, code, soort, StukKop(0, kop.titel), who.id, now, (), (), {})
            problemen += keuze_problemen(database, cursor, who, begun, asked)
        raise_problems([*problemen, *elsewhere, *typed])
        assert soort is not None  # noqa: S101 - without one it was refused
        row = {"id": id_, "gebied": code, "soort": soort.value, "gemaakt_door": who.id, "gemaakt_op": now}
        store.add_stuk(row, _kop_rij(database, who, id_, 1, kop))
        if Deel.ALTERNATIEVEN in DELEN[soort]:
            _add_niets_doen(cursor, database, who, id_)
        InzendingStore(cursor).add(token, "raadsstuk", id_, now)
        log_stuk(cursor, database, who, "toegevoegd", "raadsstuk", id_, "titel")
        write_keuzes(cursor, database, who, id_, asked)
    return id_


def change_kop(
    database: Database, gebruiker: Gebruiker, stuk: str, kop: StukKopInvoer, *, begonnen_bij: int, token: str
) -> str:
    """Append what a stuk is called. Refused when it was changed after the number that this writer saw."""
    found = lees_stuk(database, gebruiker, stuk)
    problemen = _kop_problemen(database, found.soort, kop)

    def action(cursor: Cursor, who: Gebruiker, now: Raadsstuk) -> str:
        changed = INTUSSEN_ZELF if now.kop.door == who.id else INTUSSEN_ANDERS
        since = [Probleem(changed, "titel")] if now.kop.nummer != begonnen_bij else []
        typed = overgetypt_problemen(cursor, database, now.gemeente, {"titel": kop.titel}, gekozen=now.citaten)
        raise_problems([*since, *problemen, *typed])
        row = _kop_rij(database, who, stuk, now.kop.nummer + 1, kop)
        RaadsstukStore(cursor).add_kop(row)
        log_stuk(cursor, database, who, "gewijzigd", "stukkop", str(row["id"]), "titel")
        return str(row["id"])

    return in_stuk(database, gebruiker, stuk, action, token)


def remove_stuk(database: Database, gebruiker: Gebruiker, stuk: str) -> None:
    """Take all words of a stuk away. What was chosen for it stays; nobody finds it again."""
    ids: list[str] = []

    def action(cursor: Cursor, who: Gebruiker, found: Raadsstuk) -> str:
        for soort, id_ in RaadsstukStore(cursor).met_woorden(stuk):
            remove_words(cursor, soort, id_, database.now())
            log_stuk(cursor, database, who, "weggehaald", soort, id_)
            ids.append(id_)
        return stuk

    in_stuk(database, gebruiker, stuk, action)
    remember(database, *ids)


def _kop_problemen(database: Database, soort: StukSoort | None, kop: StukKopInvoer) -> list[Probleem]:
    veld = TekstVeld(kop.titel, "de titel", leeg="Geef het stuk een titel.", most=KORT)
    years = StukKop(1, kop.titel, kop.fase, kop.periode_van, kop.periode_tot, kop.jaar)
    without = [Probleem(EERST_SOORT, "soort")] if soort is None else []
    return without + tekstveld_problemen(database, {"titel": veld}) + kop_problemen(soort, years)


def _kop_rij(database: Database, who: Gebruiker, stuk: str, nummer: int, kop: StukKopInvoer) -> dict[str, object]:
    return {
        "id": new_id(),
        "raadsstuk": stuk,
        "nummer": nummer,
        "titel": bare(kop.titel),
        "fase": kop.fase.value if kop.fase else None,
        "periode_van": kop.periode_van,
        "periode_tot": kop.periode_tot,
        "jaar": kop.jaar,
        "door": who.id,
        "op": database.now(),
        "weggehaald_op": None,
    }


def _add_niets_doen(cursor: Cursor, database: Database, who: Gebruiker, stuk: str) -> None:
    store, now, id_ = RaadsstukStore(cursor), database.now(), new_id()
    row = {"id": id_, "raadsstuk": stuk, "soort": OnderdeelSoort.ALTERNATIEF.value, "vast": True}
    store.add_onderdeel({**row, "gemaakt_door": who.id, "gemaakt_op": now})
    store.add_stand(id_, OnderdeelStand(0), {"id": new_id(), "door": who.id, "op": now})
    veld = StukVeld(Deel.ALTERNATIEVEN, onderdeel=id_)
    store.add_tekst(stuk, veld, TekstVersie(new_id(), 1, NIETS_DOEN, 0, who.id, now))
