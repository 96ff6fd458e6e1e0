""" "Gaat dit over u?": whoever recognises herself hides a verhaal at once; a nalezer looks after that."""

from dataclasses import dataclass
from enum import StrEnum

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling
from monitor.domain.verhaal import Besluit, Weigerreden
from monitor.errors import NietGevonden, NietToegestaan, OngeldigeInvoer, Probleem
from monitor.nl import today_amsterdam
from monitor.services.drempel import DrempelSoort, Telling, telling
from monitor.services.invoer import bare, new_id, raise_problems, tekst_problemen
from monitor.services.nalezen import NieuweBeoordeling, after_last, write_beoordelingen
from monitor.services.nalezers import reviewing, stand_in
from monitor.services.rechten import refuse, require
from monitor.services.verhaalstand import changed
from monitor.store.database import Cursor, Database
from monitor.store.inzending_store import InzendingStore
from monitor.store.lees_store import LeesStore
from monitor.store.nalees_store import NaleesStand, NaleesStore
from monitor.store.rijen import insert_logboek, logboek_rij

SOORT, SOORT_AFGEHANDELD = "melding", "melding afgehandeld"
"""What the tokens of these forms stand for."""
TOELICHTING_MAX = 1_000
AL_GEMELD = "U meldde dit verhaal al eerder. Een nalezer keek ernaar. Bel als u het daar niet mee eens bent."


class Uitkomst(StrEnum):
    """What a nalezer did with a melding."""

    BLIJFT = "blijft"
    AANGEPAST = "aangepast"
    VERBORGEN = "verborgen"


@dataclass(frozen=True, slots=True)
class _NieuweMelding:
    toelichting: str | None


def meld(
    database: Database,
    gebruiker: Gebruiker,
    verhaal: str,
    toelichting: str | None,
    *,
    token: str,
    wie: str,
    telling: Telling = telling,
) -> str:
    """Say that a verhaal is about you: nobody reads it from now on, until a nalezer looked. Once per token.

    `wie` is the address or session that we count by; it is not kept. Raises NietGevonden for what this person cannot
    read, NietToegestaan when it went too often, or again after a nalezer decided that it stays.
    """
    gebruiker = require(database, gebruiker, Handeling.MELDEN)
    earlier = _earlier(database, token)
    if earlier is not None:
        return earlier
    _check_toelichting(toelichting)
    today = today_amsterdam(database.now())
    with database.reading() as cursor:
        if not LeesStore(cursor).leesbaar(gebruiker, today, ids=[verhaal]):
            raise NietGevonden("Dit verhaal is er niet, of het is niet meer te lezen.")
    _check_often(database, gebruiker, verhaal, wie, telling)
    with database.writing() as cursor:
        doel = InzendingStore(cursor).doel(token, SOORT)
        if doel is not None:
            return doel
        doel, now = new_id(), database.now()
        rij = {"id": doel, "verhaal": verhaal, "toelichting": bare(toelichting), "gemeld_op": now}
        NaleesStore(cursor).add_melding(rij)
        changed(cursor, [verhaal])
        InzendingStore(cursor).add(token, SOORT, doel, now)
        insert_logboek(cursor, [logboek_rij(now, gebruiker.id, "gemeld", "verhaal", verhaal)])
        return doel


def handel_af(
    database: Database,
    gebruiker: Gebruiker,
    melding: str,
    uitkomst: Uitkomst,
    *,
    token: str,
    reden: Weigerreden | None = None,
) -> None:
    """Close a melding: the verhaal stays as it is, was changed and reviewed again, or is hidden for good.

    What the reporter wrote is emptied. Raises as `nalezers.reviewing`, and OngeldigeInvoer when it cannot be so.
    """
    verhaal, handled = _melding(database, melding)
    gebruiker, _ = reviewing(database, gebruiker, verhaal, waits=not handled)
    with database.writing() as cursor:
        if InzendingStore(cursor).doel(token, SOORT_AFGEHANDELD) is not None:
            return
        stand, now = stand_in(cursor, verhaal), database.now()
        found = NaleesStore(cursor).verhaal_van(melding)
        if found is None or found[1]:
            raise OngeldigeInvoer("Deze melding is al afgehandeld.")
        if uitkomst is Uitkomst.AANGEPAST:
            _check_aangepast(cursor, stand, melding)
        if uitkomst is Uitkomst.VERBORGEN:
            why = reden.value if reden else None
            nieuw = NieuweBeoordeling(verhaal, Besluit.VERBORGEN, gebruiker.id, why, after_last(stand, now))
            write_beoordelingen(cursor, [nieuw], now)
        NaleesStore(cursor).sluit_melding(melding, uitkomst.value, gebruiker.id, now)
        changed(cursor, [verhaal])
        InzendingStore(cursor).add(token, SOORT_AFGEHANDELD, melding, now)
        regel = logboek_rij(now, gebruiker.id, "melding afgehandeld", "verhaal", verhaal, ["uitkomst"])
        insert_logboek(cursor, [regel])


def _earlier(database: Database, token: str) -> str | None:
    with database.reading() as cursor:
        return InzendingStore(cursor).doel(token, SOORT)


def _melding(database: Database, melding: str) -> tuple[str, bool]:
    with database.reading() as cursor:
        found = NaleesStore(cursor).verhaal_van(melding)
    if found is None:
        raise NietGevonden("Deze melding kennen we niet.")
    return found


def _check_toelichting(toelichting: str | None) -> None:
    problemen = tekst_problemen(_NieuweMelding(toelichting))
    if len(toelichting or "") > TOELICHTING_MAX:
        problemen.append(Probleem(f"Dit is te lang: hoogstens {TOELICHTING_MAX} tekens.", "toelichting"))
    raise_problems(problemen)


def _check_often(database: Database, gebruiker: Gebruiker, verhaal: str, wie: str, telling: Telling) -> None:
    """Somebody could keep a verhaal hidden by reporting it again and again."""
    now = database.now()
    with database.reading() as cursor:
        stayed = NaleesStore(cursor).bleef(verhaal)
    try:
        telling.check(DrempelSoort.MELDING, wie, now)
    except NietToegestaan as error:
        refuse(database, gebruiker, Handeling.MELDEN, verhaal, str(error))
    try:
        telling.check(DrempelSoort.MELDING_ZELFDE, f"{wie} {verhaal}", now)
    except NietToegestaan:
        if stayed:
            refuse(database, gebruiker, Handeling.MELDEN, verhaal, AL_GEMELD)


def _check_aangepast(cursor: Cursor, stand: NaleesStand, melding: str) -> None:
    """Changed means: there is a newer version, the teller agreed to it, and it was reviewed."""
    newer = stand.gemaakt_op > NaleesStore(cursor).gemeld_op(melding)
    if not newer or stand.besluit != Besluit.AKKOORD or stand.besluit_versie != stand.versie:
        raise OngeldigeInvoer(
            "Er is nog geen nieuwe tekst waar de verteller ja op zei en die is nagelezen. Doe dat eerst."
        )
