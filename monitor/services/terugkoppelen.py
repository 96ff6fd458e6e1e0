"""Saying where a verhaal was used and what was done with it: to the teller, and to who reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.persoonsgegeven import Bekend
from monitor.domain.rechten import Handeling, wijken_voor
from monitor.domain.verhaal import Verhaal
from monitor.errors import Probleem
from monitor.nl import today_amsterdam
from monitor.services.invoer import bare, new_id, raise_problems, tekst_problemen
from monitor.services.persoonsgegevens import bekend_uit
from monitor.services.rechten import refuse, require, require_somewhere
from monitor.services.verhaalstand import found, not_withdrawn
from monitor.services.vondsten import direct_problemen
from monitor.store.database import Database
from monitor.store.inzending_store import InzendingStore
from monitor.store.lees_store import LeesStore
from monitor.store.rijen import insert_into, insert_logboek, logboek_rij
from monitor.store.verhaal_store import VerhaalStore
from monitor.store.wijkkeuze_store import WijkkeuzeStore

SOORT = "terugkoppeling"
"""What the tokens of this form stand for."""
WAAR_MAX, WAT_MAX = 120, 500
NIET_TE_LEZEN = "Dit verhaal mag u niet lezen, dus u kunt er ook niets over terugzeggen."


@dataclass(frozen=True, slots=True)
class NieuweTerugkoppeling:
    """Where it was used, and what came of that as far as anything did."""

    waar: str
    wat: str | None
    op: date


@dataclass(frozen=True, slots=True)
class Terugkoppelkeuze:
    """A verhaal about which somebody may say what was done with it."""

    verhaal: Verhaal
    wijk: str
    """The name of the wijk where it stands."""
    keren: int
    """How often that was said of it already."""


def terug_te_koppelen(database: Database, gebruiker: Gebruiker) -> tuple[Terugkoppelkeuze, ...]:
    """The verhalen that this person reads in the wijken where she may say this, newest first; untold ones first.

    Raises NietToegestaan when she may nowhere.
    """
    gebruiker = require_somewhere(database, gebruiker, Handeling.TERUGKOPPELEN)
    wijken, today = wijken_voor(gebruiker, Handeling.TERUGKOPPELEN), today_amsterdam(database.now())
    places: Sequence[str | None] = (None,) if wijken is None else sorted(wijken)
    with database.reading() as cursor:
        store = LeesStore(cursor)
        read = [it for place in places for it in store.leesbaar(gebruiker, today, gebied=place)]
        gedaan = store.terugkoppelingen([it.id for it in read])
        namen = {it.code: it.naam for it in WijkkeuzeStore(cursor).wijken()}
    here = [
        Terugkoppelkeuze(it, namen.get(it.gebied, it.gebied), len(gedaan.get(it.id, ())))
        for it in sorted(read, key=lambda it: it.kwartaal, reverse=True)
    ]
    return tuple(sorted(here, key=lambda it: it.keren > 0))


def koppel_terug(
    database: Database, gebruiker: Gebruiker, verhaal: str, nieuw: NieuweTerugkoppeling, *, token: str
) -> str:
    """Keep what was done with a verhaal; its id, once per token.

    Raises NietToegestaan when she may not here or does not read it, OngeldigeInvoer with everything that is wrong.
    """
    with database.reading() as cursor:
        stand = found(VerhaalStore(cursor).stand([verhaal]), verhaal)
    gebruiker = require(database, gebruiker, Handeling.TERUGKOPPELEN, stand.gebied)
    today = today_amsterdam(database.now())
    with database.reading() as cursor:
        readable = bool(LeesStore(cursor).leesbaar(gebruiker, today, ids=[verhaal]))
    if not readable and not stand.ingetrokken:
        refuse(database, gebruiker, Handeling.TERUGKOPPELEN, verhaal, NIET_TE_LEZEN)
    bekend = bekend_uit(database)
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, SOORT)
        if earlier is not None:
            return earlier
        not_withdrawn(found(VerhaalStore(cursor).stand([verhaal]), verhaal))
        raise_problems(_problemen(nieuw, today, bekend))
        id_, now = new_id(), database.now()
        rij = {
            "id": id_,
            "verhaal": verhaal,
            "waar": nieuw.waar.strip(),
            "wat": bare(nieuw.wat),
            "op": nieuw.op,
            "door": gebruiker.id,
        }
        insert_into(cursor, "terugkoppeling", [rij])
        InzendingStore(cursor).add(token, SOORT, id_, now)
        insert_logboek(cursor, [logboek_rij(now, gebruiker.id, "teruggekoppeld", "verhaal", verhaal, ["waar", "wat"])])
        return id_


def _problemen(nieuw: NieuweTerugkoppeling, today: date, bekend: Bekend) -> list[Probleem]:
    checks = (
        (not bare(nieuw.waar), "waar", "Zeg waar het verhaal gebruikt is."),
        (len(nieuw.waar) > WAAR_MAX, "waar", f"Dit is te lang: hoogstens {WAAR_MAX} tekens."),
        (len(nieuw.wat or "") > WAT_MAX, "wat", f"Dit is te lang: hoogstens {WAT_MAX} tekens."),
        (nieuw.op > today, "op", "Deze dag is nog niet geweest."),
    )
    return [
        *tekst_problemen(nieuw),
        *(Probleem(melding, veld) for wrong, veld, melding in checks if wrong),
        *direct_problemen({"waar": nieuw.waar, "wat": nieuw.wat or ""}, bekend),
    ]
