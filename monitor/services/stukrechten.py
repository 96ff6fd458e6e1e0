"""Who reads the stukken for the raad and who writes in one, and doing something in one of them.

Who may work as beleidsmedewerker reads every draft of this store; she writes in those of her wijken.
"""

from collections.abc import Callable

from monitor.domain.gebruiker import Aanmelding, Gebruiker
from monitor.domain.raadsstuk import KeuzeSoort, Raadsstuk
from monitor.domain.rechten import Handeling, mag, mag_ergens, wijken_voor
from monitor.errors import NietGevonden
from monitor.services.rechten import current, require, require_somewhere
from monitor.store.database import Cursor, Database
from monitor.store.inzending_store import InzendingStore
from monitor.store.raadsstuk_store import RaadsstukStore
from monitor.store.rijen import insert_logboek, logboek_rij

ONBEKEND = "Dit stuk kennen wij niet, of het is weggehaald."
INTUSSEN_ANDERS = "Iemand anders veranderde dit intussen. Kijk wat er nu staat, en bewaar het opnieuw."
INTUSSEN_ZELF = "U veranderde dit intussen in een ander venster. Kijk wat er nu staat, en bewaar het opnieuw."
NIET_IN_STUK = "Dit staat niet (meer) in dit stuk."


def require_reader(database: Database, gebruiker: Gebruiker) -> Gebruiker:
    """The person as she may act now, when she may read drafts. Raises GeenRecht otherwise."""
    now = current(database, gebruiker)
    return now if leest_stukken(now) else require(database, gebruiker, Handeling.RAADSSTUK)


def leest_stukken(wie: Gebruiker) -> bool:
    """Who may read drafts: somebody who is beleidsmedewerker in some wijk, and a command on the machine itself."""
    return wie.aanmelding is Aanmelding.OPDRACHT or mag_ergens(wie, Handeling.RAADSSTUK)


def schrijft_in(who: Gebruiker, stuk: Raadsstuk) -> bool:
    """Whether somebody, as she may act now, may write in this stuk: hers are all wijken chosen for it."""
    if mag(who, Handeling.RAADSSTUK):
        return True
    mine, wijken = wijken_voor(who, Handeling.RAADSSTUK) or frozenset(), stuk.gekozen(KeuzeSoort.WIJK)
    return mine.issuperset(wijken) if wijken else bool(mine) and stuk.gemaakt_door == who.id


def found_in(cursor: Cursor, stuk: str) -> Raadsstuk:
    """A stuk with all that was written of it. Raises NietGevonden."""
    found = RaadsstukStore(cursor).stuk(stuk)
    if found is None or found.kop.titel is None:
        raise NietGevonden(ONBEKEND)
    return found


def in_stuk(
    database: Database,
    gebruiker: Gebruiker,
    stuk: str,
    action: Callable[[Cursor, Gebruiker, Raadsstuk], str],
    token: str | None = None,
    soort: str = "stukdeel",
) -> str:
    """What `action` gives, done once for a token, by somebody who may write in this stuk, in one transaction."""
    who = require_somewhere(database, gebruiker, Handeling.RAADSSTUK)
    with database.reading() as cursor:
        found = found_in(cursor, stuk)
    if not schrijft_in(who, found):
        require(database, gebruiker, Handeling.RAADSSTUK)
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, soort) if token else None
        if earlier is not None:
            return earlier
        found = found_in(cursor, stuk)
        # A colleague may have chosen another wijk since it was read.
        allowed = schrijft_in(who, found)
        done = action(cursor, who, found) if allowed else ""
        if allowed and token:
            InzendingStore(cursor).add(token, soort, done, database.now())
    if not allowed:
        require(database, gebruiker, Handeling.RAADSSTUK)
    return done


def log_stuk(cursor: Cursor, database: Database, who: Gebruiker, wat: str, soort: str, doel: str, *velden: str) -> None:
    """A line in the logboek of what somebody did in a stuk; never a word of it."""
    insert_logboek(cursor, [logboek_rij(database.now(), who.id, wat, soort, doel, velden)])
