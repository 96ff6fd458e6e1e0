"""Who has which role: given and ended by a beheerder, or a first one by what the identity provider says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from monitor.domain.gebied import GebiedSoort, normalize_code, soort_of
from monitor.domain.gebruiker import Aanmelding, Gebruiker, GebruikerRol
from monitor.domain.rechten import Handeling
from monitor.errors import NietGevonden, OngeldigeInvoer, Probleem
from monitor.nl import today_amsterdam
from monitor.services.invoer import bare, new_id, raise_problems, tekst_problemen, unknown
from monitor.services.rechten import refuse, require
from monitor.store.database import Cursor, Database
from monitor.store.rijen import Rij, insert_logboek, logboek_rij
from monitor.store.rol_store import RolRegel, RolStore
from monitor.store.uitnodiging_store import UitnodigingStore
from monitor.store.wijk_store import WijkStore

TE_GEVEN = tuple(rol for rol in GebruikerRol if rol not in (GebruikerRol.BEZOEKER, GebruikerRol.OPTEKENAAR))
"""Everybody is bezoeker, and an optekenaar comes by invitation."""
IN_EEN_WIJK = frozenset({GebruikerRol.BEWONER, GebruikerRol.WELZIJNSWERKER})
"""These work or live somewhere: their role always names a wijk."""
TEKST_MAX = 200
NIET_ZELF = "U kunt uzelf geen rol geven. Vraag het een andere beheerder."
LAATSTE = "Dit is uw eigen rol van beheerder. Geef die rol eerst aan iemand anders; die kan de uwe beëindigen."
_IDENTITEIT = "aanmelddienst"


@dataclass(frozen=True, slots=True)
class NieuweRol:
    """A role to be given to a person."""

    persoon: str
    """The e-mail address or the subject by which the identity provider knows this person."""
    naam: str
    rol: GebruikerRol
    wijk: str | None = None
    organisatie: str | None = None
    als_vervanger: bool = False
    tot: date | None = None
    """The last day; None: until somebody ends it."""


def lijst(database: Database, gebruiker: Gebruiker) -> tuple[RolRegel, ...]:
    """All role assignments, the ended ones too."""
    require(database, gebruiker, Handeling.ROLLEN_GEVEN)
    with database.reading() as cursor:
        return RolStore(cursor).lijst()


def give(database: Database, gebruiker: Gebruiker, nieuw: NieuweRol) -> str:
    """Give a role; returns the id of the assignment, the same one when she has it already (a second click).

    Raises OngeldigeInvoer with everything that is wrong.
    """
    gebruiker = require(database, gebruiker, Handeling.ROLLEN_GEVEN)
    if _persoon(nieuw.persoon) in gebruiker.sleutels:
        refuse(database, gebruiker, Handeling.ROLLEN_GEVEN, "zichzelf", NIET_ZELF)
    today = today_amsterdam(database.now())
    raise_problems(_problemen(nieuw, today))
    with database.writing() as cursor:
        wijk = normalize_code(nieuw.wijk or "")
        if wijk:
            raise_problems(unknown(WijkStore(cursor).known()["gebied"], wijk, "Wijk", "De wijk"))
        row = _rij(database, nieuw, wijk, gebruiker.id)
        for regel in RolStore(cursor).lijst():
            if regel.geldt(today) and _same(regel, row):
                return regel.id
        _add(cursor, database, row, gebruiker.id)
    return str(row["id"])


def end(database: Database, gebruiker: Gebruiker, toewijzing: str) -> None:
    """End a role at once; ending it twice is ending it once."""
    gebruiker = require(database, gebruiker, Handeling.ROLLEN_GEVEN)
    with database.reading() as cursor:
        regel = RolStore(cursor).find(toewijzing)
    if regel is None:
        raise NietGevonden("Deze rol kennen we niet.")
    if regel.rol is GebruikerRol.BEHEERDER and regel.persoon in gebruiker.sleutels:
        refuse(database, gebruiker, Handeling.ROLLEN_GEVEN, regel.id, LAATSTE)
    if regel.beeindigd_op is not None:
        return
    with database.writing() as cursor:
        now = database.now()
        RolStore(cursor).end(regel.id, now)
        insert_logboek(cursor, [logboek_rij(now, gebruiker.id, "beëindigd", "roltoewijzing", regel.id, ["rol"])])


def give_first(database: Database, gebruiker: Gebruiker, woorden: Sequence[str]) -> bool:
    """Give somebody who signs in for the first time the roles that the identity provider says.

    Each word is a role, with a wijk and an organisation where it has them: "nalezer",
    "welzijnswerker:WK036201:Welzijn". Who ever had a role, also one that
    was ended, gets none here. Raises OngeldigeInvoer when the configuration says something impossible.
    """
    if gebruiker.aanmelding is not Aanmelding.AANGEMELD or not gebruiker.sleutels or _knows(database, gebruiker):
        return False
    nieuwe = [_from_words(gebruiker, woord) for woord in dict.fromkeys(woorden)]
    today = today_amsterdam(database.now())
    raise_problems(probleem for nieuw in nieuwe for probleem in _problemen(nieuw, today))
    with database.writing() as cursor:
        known = WijkStore(cursor).known()["gebied"]
        raise_problems(
            probleem for nieuw in nieuwe if nieuw.wijk for probleem in unknown(known, nieuw.wijk, "Wijk", "De wijk")
        )
        if RolStore(cursor).knows(gebruiker.sleutels):
            return False
        for nieuw in nieuwe:
            _add(cursor, database, _rij(database, nieuw, nieuw.wijk, _IDENTITEIT), _IDENTITEIT)
    return bool(nieuwe)


def uitgenodigde(database: Database, hash_: str) -> Gebruiker | None:
    """Who holds the invitation with this hash; whether it still holds is asked at every action."""
    with database.reading() as cursor:
        known = UitnodigingStore(cursor).find(hash_)
    if known is None:
        return None
    return Gebruiker(f"uitnodiging:{known.id}", "optekenaar", Aanmelding.UITGENODIGD, sleutels=(hash_,))


def _knows(database: Database, gebruiker: Gebruiker) -> bool:
    with database.reading() as cursor:
        return RolStore(cursor).knows(gebruiker.sleutels)


def _add(cursor: Cursor, database: Database, row: Rij, door: str) -> None:
    RolStore(cursor).add([row])
    velden = [veld for veld in ("rol", "wijk", "organisatie", "als_vervanger", "tot") if row[veld]]
    insert_logboek(cursor, [logboek_rij(database.now(), door, "gegeven", "roltoewijzing", str(row["id"]), velden)])


def _from_words(gebruiker: Gebruiker, woorden: str) -> NieuweRol:
    rol, wijk, organisatie, *_ = (*woorden.split(":", 2), "", "")
    try:
        known = GebruikerRol(rol.strip())
    except ValueError:
        raise OngeldigeInvoer(f"De rol “{rol}” in de instellingen van het aanmelden bestaat niet.") from None
    naam = gebruiker.naam[:TEKST_MAX]
    return NieuweRol(gebruiker.sleutels[0], naam, known, normalize_code(wijk) or bare(wijk), bare(organisatie))


def _problemen(nieuw: NieuweRol, today: date) -> list[Probleem]:
    wijk = normalize_code(nieuw.wijk or "")
    is_wijk = wijk is not None and soort_of(wijk) is GebiedSoort.WIJK
    texts = (("Persoon", nieuw.persoon), ("Naam", nieuw.naam), ("Organisatie", nieuw.organisatie or ""))
    checks = (
        (not bare(nieuw.persoon), "Persoon", "Vul het e-mailadres in waarmee deze persoon zich aanmeldt."),
        (not bare(nieuw.naam), "Naam", "Vul een naam in."),
        (nieuw.rol not in TE_GEVEN, "Rol", "Deze rol kunt u niet geven."),
        (bool(bare(nieuw.wijk)) and not is_wijk, "Wijk", "Kies een wijk."),
        (not bare(nieuw.wijk) and nieuw.rol in IN_EEN_WIJK, "Wijk", "Kies bij deze rol een wijk."),
        (
            not bare(nieuw.organisatie) and nieuw.rol is GebruikerRol.WELZIJNSWERKER,
            "Organisatie",
            "Vul in voor welke organisatie deze persoon werkt.",
        ),
        (
            nieuw.als_vervanger and nieuw.rol is not GebruikerRol.NALEZER,
            "Vervanger",
            "Alleen een nalezer kan vervanger zijn.",
        ),
        (nieuw.tot is not None and nieuw.tot < today, "Tot", "Deze dag is al geweest."),
        *((len(text) > TEKST_MAX, veld, f"Dit is te lang: hoogstens {TEKST_MAX} tekens.") for veld, text in texts),
    )
    return [
        *(Probleem(it.melding, (it.veld or "").capitalize()) for it in tekst_problemen(nieuw)),
        *(Probleem(melding, veld) for wrong, veld, melding in checks if wrong),
    ]


def _rij(database: Database, nieuw: NieuweRol, wijk: str | None, door: str) -> Rij:
    now = database.now()
    return {
        "id": new_id(),
        "persoon": _persoon(nieuw.persoon),
        "naam": nieuw.naam.strip(),
        "rol": nieuw.rol.value,
        "wijk": wijk,
        "organisatie": bare(nieuw.organisatie),
        "als_vervanger": nieuw.als_vervanger,
        "van": today_amsterdam(now),
        "tot": nieuw.tot,
        "gemaakt_door": door,
        "gemaakt_op": now,
    }


def _persoon(text: str) -> str:
    """A subject as it is, an e-mail address in small letters."""
    stripped = text.strip()
    return stripped.lower() if "@" in stripped else stripped


def _same(regel: RolRegel, row: Rij) -> bool:
    same = ("persoon", "rol", "wijk", "organisatie", "als_vervanger", "tot")
    return all(getattr(regel, veld) == row[veld] for veld in same)
