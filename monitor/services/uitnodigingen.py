"""Inviting an optekenaar: a link for one wijk, ninety days, no account. Its secret is shown once and kept as a hash."""

import hashlib
import re
import secrets
from dataclasses import asdict, dataclass

from monitor.domain.gebied import GebiedSoort, normalize_code, soort_of
from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker
from monitor.domain.rechten import Handeling, mag_ergens, wijken_voor
from monitor.domain.regels import UITNODIGING_DUUR
from monitor.errors import NietGevonden, OngeldigeInvoer, Probleem
from monitor.nl import today_amsterdam
from monitor.services.invoer import bare, new_id, raise_problems, tekst_problemen, unknown
from monitor.services.rechten import current, note_refusal, require
from monitor.store.database import Database
from monitor.store.rijen import insert_logboek, logboek_rij
from monitor.store.uitnodiging_store import Uitnodiging, UitnodigingStore
from monitor.store.wijk_store import WijkStore

GEHEIM_BYTES = 24
"""192 random bits: nobody guesses those."""
NAAM_MAX = 60
ONBEKEND = "Deze uitnodiging kennen we niet. Vraag een nieuwe link aan wie u uitnodigde."
VOORBIJ = "Deze uitnodiging geldt niet meer. Vraag een nieuwe link aan wie u uitnodigde."
__all__ = [
    "GemaakteUitnodiging",
    "NieuweUitnodiging",
    "Uitnodiging",
    "genodigde",
    "hash_geheim",
    "lijst",
    "maak",
    "new_geheim",
    "trek_in",
]
_DOEL = b"tellen-en-vertellen/uitnodiging/"
_GEHEIM = re.compile(r"[A-Za-z0-9_-]{20,80}")


@dataclass(frozen=True, slots=True)
class NieuweUitnodiging:
    """Whom somebody invites, for which wijk."""

    wijk: str
    naam: str
    """So that the maker knows which invitation this is; never shown to others."""


@dataclass(frozen=True, slots=True)
class GemaakteUitnodiging:
    """A new invitation with its secret: the only moment at which that is known."""

    uitnodiging: Uitnodiging
    geheim: str


def new_geheim() -> str:
    """A new secret for a link."""
    return secrets.token_urlsafe(GEHEIM_BYTES)


def maak(
    database: Database, gebruiker: Gebruiker, nieuw: NieuweUitnodiging, geheim: str | None = None
) -> GemaakteUitnodiging:
    """Make an invitation; the same `geheim` makes it once. Raises OngeldigeInvoer with everything that is wrong."""
    wijk = normalize_code(nieuw.wijk) or ""
    if not _is_wijk(wijk):
        if not mag_ergens(current(database, gebruiker), Handeling.UITNODIGEN):
            require(database, gebruiker, Handeling.UITNODIGEN)
        raise OngeldigeInvoer([Probleem("Kies een wijk.", "wijk"), *_naam_problemen(nieuw)])
    who = require(database, gebruiker, Handeling.UITNODIGEN, wijk)
    raise_problems(_naam_problemen(nieuw))
    geheim = geheim or new_geheim()
    with database.writing() as cursor:
        known = UitnodigingStore(cursor).find(hash_geheim(geheim))
        if known is not None:
            return GemaakteUitnodiging(known, geheim)
        raise_problems(unknown(WijkStore(cursor).known()["gebied"], wijk, "wijk", "De wijk"))
        now = database.now()
        made = Uitnodiging(
            id=new_id(),
            wijk=wijk,
            naam=nieuw.naam.strip(),
            organisatie=_organisatie(who, wijk),
            gemaakt_door=who.id,
            gemaakt_op=now,
            geldig_tot=today_amsterdam(now) + UITNODIGING_DUUR,
            ingetrokken_op=None,
        )
        UitnodigingStore(cursor).add({**asdict(made), "hash": hash_geheim(geheim)})
        insert_logboek(cursor, [logboek_rij(now, who.id, "toegevoegd", "uitnodiging", made.id, ["wijk", "naam"])])
    return GemaakteUitnodiging(made, geheim)


def trek_in(database: Database, gebruiker: Gebruiker, uitnodiging: str) -> None:
    """End an invitation; ending it twice is ending it once."""
    with database.reading() as cursor:
        known = UitnodigingStore(cursor).find(uitnodiging)
    # Who may invite nowhere learns nothing about which invitations there are.
    who = require(database, gebruiker, Handeling.UITNODIGEN, known.wijk if known else None)
    if known is None:
        raise NietGevonden("Deze uitnodiging kennen we niet.")
    with database.writing() as cursor:
        again = UitnodigingStore(cursor).find(known.id)
        if again is None or again.ingetrokken_op is not None:
            return
        now = database.now()
        UitnodigingStore(cursor).trek_in(known.id, now)
        insert_logboek(cursor, [logboek_rij(now, who.id, "ingetrokken", "uitnodiging", known.id)])


def lijst(database: Database, gebruiker: Gebruiker) -> tuple[Uitnodiging, ...]:
    """The invitations for the wijken in which this person may invite, newest first."""
    now = current(database, gebruiker)
    if not mag_ergens(now, Handeling.UITNODIGEN):
        require(database, gebruiker, Handeling.UITNODIGEN)
    with database.reading() as cursor:
        return UitnodigingStore(cursor).lijst(wijken_voor(now, Handeling.UITNODIGEN))


def genodigde(database: Database, geheim: str) -> Gebruiker:
    """Who holds this link. Raises NietGevonden when it is no link of ours, or does not hold any more.

    Whether it still holds is asked again at every action (`rechten.require`).
    """
    hash_ = hash_geheim(geheim) if _GEHEIM.fullmatch(geheim) else ""
    with database.reading() as cursor:
        known = UitnodigingStore(cursor).find(hash_)
    if known is None or not known.geldt(today_amsterdam(database.now())):
        note_refusal(
            database, BEZOEKER, Handeling.OPTEKENEN.value, f"uitnodiging {known.id}" if known else "uitnodiging"
        )
        raise NietGevonden(VOORBIJ if known else ONBEKEND)
    invited = Gebruiker(f"uitnodiging:{known.id}", "optekenaar", Aanmelding.UITGENODIGD, sleutels=(hash_,))
    return current(database, invited)


def hash_geheim(geheim: str) -> str:
    """What the store keeps of the secret in a link."""
    return hashlib.sha256(_DOEL + geheim.encode()).hexdigest()


def _organisatie(who: Gebruiker, wijk: str) -> str | None:
    return min((it.organisatie for it in who.toewijzingen if it.organisatie and it.covers(wijk)), default=None)


def _naam_problemen(nieuw: NieuweUitnodiging) -> list[Probleem]:
    checks = (
        (bare(nieuw.naam) is None, "Schrijf op voor wie deze uitnodiging is."),
        (len(nieuw.naam) > NAAM_MAX, f"De naam is te lang: hoogstens {NAAM_MAX} tekens."),
    )
    return [*tekst_problemen(nieuw), *(Probleem(melding, "naam") for wrong, melding in checks if wrong)]


def _is_wijk(code: str) -> bool:
    return bool(code) and soort_of(code) is GebiedSoort.WIJK
