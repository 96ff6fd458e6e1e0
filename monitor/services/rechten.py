"""May this person do this, now? Asked at every action; a refusal is told in a sentence and kept in the logboek."""

from dataclasses import replace

from monitor.domain.gebruiker import Aanmelding, Gebruiker, Roltoewijzing
from monitor.domain.rechten import Handeling, mag, mag_ergens, rollen_voor
from monitor.errors import GeenRecht, NietToegestaan
from monitor.nl import opsomming, today_amsterdam
from monitor.services.woorden import GEBRUIKER_ROL_MEER
from monitor.store.database import Cursor, Database, Opslag
from monitor.store.recht_store import RechtStore
from monitor.store.rijen import insert_logboek, logboek_rij

SESSIE_VOORBIJ = "Uw sessie is voorbij. Meld u opnieuw aan; wat u typte blijft staan."
MAG_NIET = "Dit mag u niet doen met uw rol, of niet in deze wijk."


def current(database: Opslag, gebruiker: Gebruiker) -> Gebruiker:
    """The person with the roles that hold at this moment; without any when the session is over."""
    if gebruiker.geldig_tot is not None and database.now() >= gebruiker.geldig_tot:
        return replace(gebruiker, toewijzingen=())
    if gebruiker.aanmelding not in (Aanmelding.AANGEMELD, Aanmelding.UITGENODIGD):
        return gebruiker
    with database.reading() as cursor:
        return replace(gebruiker, toewijzingen=_assigned(database, cursor, gebruiker))


def require(database: Database, gebruiker: Gebruiker, handeling: Handeling, wijk: str | None = None) -> Gebruiker:
    """The person as she may act now, when she may do this in `wijk` (None: in all wijken).

    Raises GeenRecht otherwise, which says who may, after a line in the logboek. Call it before a transaction begins:
    what is refused inside one would leave no line.
    """
    now = current(database, gebruiker)
    if mag(now, handeling, wijk):
        return now
    over = gebruiker.geldig_tot is not None and database.now() >= gebruiker.geldig_tot
    if over:
        refuse(database, gebruiker, handeling, wijk or "", SESSIE_VOORBIJ)
    note_refusal(database, gebruiker, handeling.value, wijk or "")
    raise GeenRecht(f"{MAG_NIET} {wie_mag(handeling)}")


def wie_mag(*handelingen: Handeling) -> str:
    """Who may do this, in a sentence."""
    return f"Dit is voor {opsomming(GEBRUIKER_ROL_MEER[rol] for rol in rollen_voor(*handelingen))}."


def require_somewhere(database: Database, gebruiker: Gebruiker, handeling: Handeling) -> Gebruiker:
    """The person as she may act now, when she may do this in some wijk; what she sees is only of those wijken."""
    now = current(database, gebruiker)
    return now if mag_ergens(now, handeling) else require(database, gebruiker, handeling)


def refuse(database: Database, gebruiker: Gebruiker, handeling: Handeling, doel: str, melding: str) -> None:
    """Refuse something: a line in the logboek, then NietToegestaan with `melding`."""
    note_refusal(database, gebruiker, handeling.value, doel)
    raise NietToegestaan(melding)


def note_refusal(database: Database, gebruiker: Gebruiker, wat: str, doel: str) -> None:
    """Keep in the logboek that something was refused; no page is made anew for it."""
    with database.writing(quiet=True) as cursor:
        insert_logboek(cursor, [logboek_rij(database.now(), gebruiker.id, "geweigerd", wat, doel)])


def _assigned(database: Opslag, cursor: Cursor, gebruiker: Gebruiker) -> tuple[Roltoewijzing, ...]:
    store, today = RechtStore(cursor), today_amsterdam(database.now())
    if gebruiker.aanmelding is Aanmelding.AANGEMELD:
        return store.toewijzingen(gebruiker.sleutels, today)
    found = [store.uitnodiging(hash_, today) for hash_ in gebruiker.sleutels]
    return tuple(it for it in found if it is not None)
