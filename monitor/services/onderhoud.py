"""`maintain`: what is over its time goes, and so does every byte of what was taken back. Every night, too."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from monitor.domain.gebruiker import Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.rechten import Handeling
from monitor.nl import to_amsterdam
from monitor.services.bewaartermijnen import Geleegd, empty_expired
from monitor.services.rechten import require
from monitor.services.reservekopie import clean_copies
from monitor.services.zoekindex import repair_index, sort_index
from monitor.store.bewaartermijn_store import first_line, last_done, withdrawn_since
from monitor.store.database import MEMORY, Database
from monitor.store.intrekkingen import remembered, replay, withdrawn, write_down
from monitor.store.kopie_store import beside, copy_store, remove_store
from monitor.store.opslag import old_copies
from monitor.store.rijen import insert_logboek, logboek_rij

OPSLAG = Gebruiker("opslag", "opslag", Aanmelding.OPDRACHT, (Roltoewijzing(GebruikerRol.BEHEERDER),))
"""Who tidies up at night."""
NACHT = 3
"""From this hour on in the Netherlands it is time to tidy up."""
BEWAAR_KOPIE = timedelta(days=30)
"""How long the copy that was made before a migration is kept."""
_WAT = "opgeruimd"


@dataclass(frozen=True, slots=True)
class Onderhoud:
    """What tidying up did."""

    geleegd: Geleegd
    herschreven: bool
    """Whether the store was written anew: nothing that was emptied is left in its bytes."""
    voor: int
    na: int
    """How many bytes the store had before and after."""
    kopieen_weg: int
    """How many copies of before a migration were removed."""
    kopieen_herschreven: int
    """How many backups were written anew."""
    niet_bereikt: tuple[str, ...]
    """Backups that could not be opened: what was taken back may still stand in them."""


def maintain(database: Database, gebruiker: Gebruiker, *, only_when_needed: bool = False) -> Onderhoud:
    """Tidy up. With `only_when_needed` the store is written anew only when words were taken out of it.

    Raises OpslagBezet when somebody keeps reading: then no byte was removed yet, and the next time it is tried again.
    """
    gebruiker = require(database, gebruiker, Handeling.OPRUIMEN)
    with database.all_cores(), database.no_writing():
        begun = database.now()
        _remember_all(database)
        emptied_since = _emptied_since(database)
        geleegd = _tidy(database, begun)
        stale = emptied_since or geleegd.woorden > 0
        rewrite = database.path != MEMORY and (stale or not only_when_needed)
        voor = _size(database)
        if rewrite:
            _rewrite(database)
        removed = _remove_old_copies(database, begun, everything=stale)
    herschreven, missed = clean_copies(database) if stale or not only_when_needed else (0, ())
    done = Onderhoud(geleegd, rewrite, voor, _size(database), removed, herschreven, missed)
    with database.writing() as cursor:
        insert_logboek(cursor, [logboek_rij(begun, gebruiker.id, _WAT, "opslag", "", _velden(done))])
    return done


def is_due(database: Database) -> bool:
    """Whether a night has come since anybody tidied up, or since the store was made."""
    with database.reading() as cursor:
        last = last_done(cursor, _WAT) or first_line(cursor)
    return last is not None and last < _latest_night(database.now())


def _latest_night(now: datetime) -> datetime:
    """The last moment, in UTC, at which it was time to tidy up."""
    here = to_amsterdam(now)
    since = here.replace(hour=NACHT, minute=0, second=0, microsecond=0)
    if here < since:
        since -= timedelta(days=1)
    return since.astimezone(UTC).replace(tzinfo=None)


def _emptied_since(database: Database) -> bool:
    with database.reading() as cursor:
        return withdrawn_since(cursor, last_done(cursor, _WAT))


def _remember_all(database: Database) -> None:
    """The file and the store know the same verhalen and words as taken back, whichever of them missed one."""
    if database.path == MEMORY:
        return
    replay(database, remembered(database.path))
    write_down(database.path, withdrawn(database))


def _tidy(database: Database, now: datetime) -> Geleegd:
    repair_index(database)
    with database.writing() as cursor:
        geleegd = empty_expired(cursor, now)
        sort_index(cursor)
    return geleegd


def _rewrite(database: Database) -> None:
    made = beside(Path(database.path), "nieuw")
    try:
        copy_store(database, made)
        database.swap(made)
    finally:
        remove_store(made)


def _remove_old_copies(database: Database, now: datetime, *, everything: bool) -> int:
    """Copies of before a migration cannot be written anew: with old words in them they go, and after a month anyway."""
    if database.path == MEMORY:
        return 0
    old = [
        path
        for path in old_copies(database.path)
        if everything or now.timestamp() - path.stat().st_mtime > BEWAAR_KOPIE.total_seconds()
    ]
    for path in old:
        remove_store(path)
    return len(old)


def _size(database: Database) -> int:
    return 0 if database.path == MEMORY else Path(database.path).stat().st_size


def _velden(done: Onderhoud) -> list[str]:
    """What came of it, as words for the logboek."""
    counts = {
        "oorspronkelijk": done.geleegd.oorspronkelijk,
        "geweigerd": done.geleegd.geweigerd,
        "verlopen": done.geleegd.verlopen,
        "logboek": done.geleegd.logboek,
        "inzendingen": done.geleegd.inzendingen,
        "kopieën": done.kopieen_weg + done.kopieen_herschreven,
    }
    return [*(f"{naam} {n}" for naam, n in counts.items() if n), *(["herschreven"] if done.herschreven else [])]
