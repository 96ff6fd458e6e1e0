"""Samen de straat op: plan a wijkbezoek or straatgesprek, and write down what was seen and heard.

Everybody reads it at once, so nothing in it leads to a person. Whoever tells a verhaal there does so with the story
form: the same permission, the same review. Which verhalen those were is known only to who learns together in the wijk.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from monitor.domain.gebied import normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import StemRol
from monitor.domain.rechten import Handeling, mag
from monitor.domain.straat import Bezoekenbeeld, BezoekStand, BezoekVorm, Wijkbezoek, stap_problemen
from monitor.domain.verhaal import Verhaal
from monitor.errors import GeenRecht, NietGevonden, Probleem
from monitor.nl import today_amsterdam
from monitor.services.invoer import bare, new_id, raise_problems
from monitor.services.levensloop import aantal_problemen, begin
from monitor.services.rechten import current, wie_mag
from monitor.services.teksten import KORT, TekstVeld, tekstveld_problemen
from monitor.store.database import Cursor, Database
from monitor.store.intrekkingen import remember
from monitor.store.inzending_store import InzendingStore
from monitor.store.lees_store import LeesStore
from monitor.store.rijen import insert_logboek, logboek_rij
from monitor.store.straat_store import StraatStore
from monitor.store.weghalen import remove_words

_ONBEKEND = "Dit bezoek kennen wij niet in deze wijk."
_NIET_TE_LEZEN = "Dit verhaal kunt u hier niet (meer) lezen. Kies een ander."
_STAAT_ER_NIET = "Dit verhaal staat niet bij dit bezoek."
_GEEN_VERHAAL = "Nog niet geweest: dan is er ook nog niets verteld."


@dataclass(frozen=True, slots=True)
class NieuwBezoek:
    """When and where people go, and what they want to know."""

    dag: date | None
    vorm: BezoekVorm = BezoekVorm.WIJKBEZOEK
    waar: str = ""
    vraag: str = ""


@dataclass(frozen=True, slots=True)
class Bezoekverslag:
    """When it was, who went along as counts per role, and what was seen and heard."""

    dag: date | None
    gezien: str
    deelnemers: tuple[tuple[StemRol, int], ...] = ()


# Reading


def bezoekenbeeld(database: Database, gebruiker: Gebruiker, wijk: str) -> Bezoekenbeeld:
    """The wijkbezoeken of a wijk. Which verhalen were told there only for who learns together here."""
    wijk, who, today = normalize_code(wijk) or wijk, current(database, gebruiker), today_amsterdam(database.now())
    with database.reading() as cursor:
        bezoeken, lezen = StraatStore(cursor).bezoeken(wijk), LeesStore(cursor)
        intern = _leert_mee(who, wijk)
        asked = sorted({id_ for it in bezoeken for id_ in it.verhalen})
        known = _leesbaar(lezen, who, today, wijk, asked) if intern else {}
    return Bezoekenbeeld(
        wijk=wijk,
        bezoeken=tuple(replace(it, verhalen=tuple(id_ for id_ in it.verhalen if id_ in known)) for it in bezoeken),
        verhalen=known,
        # A day and a place lead to a person sooner than a count should: nobody outside is told how many there were.
        weg={it.id: len(set(it.verhalen) - set(known)) for it in bezoeken} if intern else {},
    )


def verhalen_voor_bezoek(database: Database, gebruiker: Gebruiker, wijk: str) -> tuple[Verhaal, ...]:
    """What can be said to have been told at a wijkbezoek: what this person may read in the wijk, newest first."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK_VOORBEREIDEN)
    with database.reading() as cursor:
        found = LeesStore(cursor).leesbaar(who, today_amsterdam(database.now()), gebied=wijk)
    return tuple(it for it in found if it.gebied == wijk)


def _leert_mee(who: Gebruiker, wijk: str) -> bool:
    return mag(who, Handeling.WIJKGESPREK_VOORBEREIDEN, wijk)


def _leesbaar(lezen: LeesStore, who: Gebruiker, today: date, wijk: str, ids: Collection[str]) -> dict[str, Verhaal]:
    return {it.id: it for it in lezen.leesbaar(who, today, ids=ids) if it.gebied == wijk} if ids else {}


# Writing


def plan_bezoek(database: Database, gebruiker: Gebruiker, wijk: str, nieuw: NieuwBezoek, *, token: str) -> str:
    """Plan to go into the wijk together; the same token gives the same one."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKBEZOEK)
    velden = {
        "waar": TekstVeld(nieuw.waar, "waar u heen gaat", leeg="Schrijf op waar u heen gaat.", most=KORT),
        "vraag": TekstVeld(nieuw.vraag, "wat u wilt weten"),
    }
    problemen = tekstveld_problemen(database, velden)
    if nieuw.dag is None:
        problemen.append(Probleem("Kies een dag.", "dag"))
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, "wijkbezoek")
        if earlier is not None:
            return earlier
        raise_problems(problemen)
        assert nieuw.dag is not None  # noqa: S101 - otherwise it was refused
        now, id_ = database.now(), new_id()
        row = {
            "id": id_,
            "gebied": wijk,
            "vorm": nieuw.vorm.value,
            "waar": bare(nieuw.waar),
            "vraag": bare(nieuw.vraag),
            "gemaakt_door": who.id,
            "gemaakt_op": now,
            "weggehaald_op": None,
        }
        StraatStore(cursor).add_bezoek(row, _stap_rij(database, who, id_, 1, BezoekStand.GEPLAND, nieuw.dag))
        InzendingStore(cursor).add(token, "wijkbezoek", id_, now)
        _log(cursor, database, who, "toegevoegd", "wijkbezoek", id_, "dag", "waar", "vraag")
    return id_


def record_bezoek(
    database: Database, gebruiker: Gebruiker, wijk: str, bezoek: str, verslag: Bezoekverslag, *, token: str
) -> None:
    """Write down what was seen and heard, and how many went along: once per token.

    It can be written down anew: as a line more.
    """
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKBEZOEK)
    problemen = _verslag_problemen(database, verslag)
    with database.writing() as cursor:
        found = _bezoek_in(cursor, wijk, bezoek)
        if InzendingStore(cursor).doel(token, "bezoekverslag") is not None:
            return
        raise_problems([*stap_problemen(found.stand, BezoekStand.GEWEEST), *problemen])
        assert verslag.dag is not None  # noqa: S101 - otherwise it was refused
        store = StraatStore(cursor)
        step = _stap_rij(database, who, bezoek, found.nu.nummer + 1, BezoekStand.GEWEEST, verslag.dag)
        store.add_stap({**step, "gezien": bare(verslag.gezien)})
        counted = [(rol, aantal) for rol, aantal in verslag.deelnemers if aantal]
        store.replace_deelnemers(
            bezoek, [{"id": new_id(), "wijkbezoek": bezoek, "rol": rol.value, "aantal": it} for rol, it in counted]
        )
        InzendingStore(cursor).add(token, "bezoekverslag", bezoek, database.now())
        _log(cursor, database, who, "opgeschreven", "wijkbezoek", bezoek, "gezien", *(it.value for it, _ in counted))


def cancel_bezoek(database: Database, gebruiker: Gebruiker, wijk: str, bezoek: str, reden: str = "") -> None:
    """It does not take place."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKBEZOEK, ook_voorbij=True)
    problemen = tekstveld_problemen(database, {"reden": TekstVeld(reden, "waarom het niet doorgaat")})
    with database.writing() as cursor:
        found = _bezoek_in(cursor, wijk, bezoek)
        raise_problems([*problemen, *stap_problemen(found.stand, BezoekStand.AFGELAST)])
        step = _stap_rij(database, who, bezoek, found.nu.nummer + 1, BezoekStand.AFGELAST, found.dag)
        StraatStore(cursor).add_stap({**step, "reden": bare(reden)})
        _log(cursor, database, who, "afgelast", "wijkbezoek", bezoek, "reden")


def add_verhaal_bij(database: Database, gebruiker: Gebruiker, wijk: str, bezoek: str, verhaal: str) -> None:
    """Say that a verhaal was told there: for who learns together in this wijk. Its id is kept and none of its words."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK_VOORBEREIDEN)
    today = today_amsterdam(database.now())
    with database.writing() as cursor:
        found = _bezoek_in(cursor, wijk, bezoek)
        problemen = [] if found.stand is BezoekStand.GEWEEST else [Probleem(_GEEN_VERHAAL, "stand")]
        if verhaal not in _leesbaar(LeesStore(cursor), who, today, wijk, [verhaal]):
            problemen.append(Probleem(_NIET_TE_LEZEN, "verhaal"))
        raise_problems(problemen)
        if verhaal in found.verhalen:
            return
        row = {"id": new_id(), "wijkbezoek": bezoek, "verhaal": verhaal, "door": who.id, "op": database.now()}
        StraatStore(cursor).add_verhalen([row])
        _log(cursor, database, who, "verhaal erbij", "wijkbezoek", bezoek, "verhaal")


def remove_verhaal_bij(database: Database, gebruiker: Gebruiker, wijk: str, bezoek: str, verhaal: str) -> None:
    """Say that a verhaal was not told there after all: for who learns together in this wijk and can read it here."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK_VOORBEREIDEN, ook_voorbij=True)
    today = today_amsterdam(database.now())
    with database.writing() as cursor:
        found = _bezoek_in(cursor, wijk, bezoek)
        # Of what she may not read she is not told either whether it was told here.
        if not set(found.verhalen) & set(_leesbaar(LeesStore(cursor), who, today, wijk, [verhaal])):
            raise NietGevonden(_STAAT_ER_NIET)
        StraatStore(cursor).remove_verhaal(bezoek, verhaal)
        _log(cursor, database, who, "verhaal eraf", "wijkbezoek", bezoek, "verhaal")


def remove_woorden(database: Database, gebruiker: Gebruiker, wijk: str, bezoek: str) -> None:
    """Take all words of a wijkbezoek away: for instance because they lead to a person after all."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKBEZOEK, ook_voorbij=True)
    if not _leert_mee(who, wijk):
        raise GeenRecht(wie_mag(Handeling.WIJKGESPREK_VOORBEREIDEN))
    with database.writing() as cursor:
        found = _bezoek_in(cursor, wijk, bezoek)
        rows = [("wijkbezoek", bezoek), *(("wijkbezoekstap", it.id) for it in found.stappen)]
        for soort, id_ in rows:
            remove_words(cursor, soort, id_, database.now())
            _log(cursor, database, who, "weggehaald", soort, id_)
    for _, id_ in rows:
        remember(database, id_)


# Shared


def _bezoek_in(cursor: Cursor, wijk: str, bezoek: str) -> Wijkbezoek:
    found = next((it for it in StraatStore(cursor).bezoeken(wijk) if it.id == bezoek), None)
    if found is None:
        raise NietGevonden(_ONBEKEND)
    return found


def _verslag_problemen(database: Database, verslag: Bezoekverslag) -> list[Probleem]:
    problemen = []
    if verslag.dag is None:
        problemen.append(Probleem("Schrijf op wanneer het was.", "dag"))
    elif verslag.dag > today_amsterdam(database.now()):
        problemen.append(Probleem("Deze dag is nog niet geweest.", "dag"))
    counts = [aantal for _, aantal in verslag.deelnemers]
    problemen += [melding for aantal in counts for melding in aantal_problemen(aantal, "aantal")]
    if not any(counts):
        problemen.append(Probleem("Vul in hoeveel mensen er mee waren.", "aantal"))
    if len({rol for rol, _ in verslag.deelnemers}) < len(verslag.deelnemers):
        problemen.append(Probleem("Elke rol staat er maar een keer in.", "rol"))
    veld = TekstVeld(verslag.gezien, "wat u zag en hoorde", leeg="Schrijf op wat u zag en hoorde.")
    return problemen + tekstveld_problemen(database, {"gezien": veld})


def _stap_rij(
    database: Database, who: Gebruiker, bezoek: str, nummer: int, stand: BezoekStand, dag: date
) -> dict[str, Any]:
    return {
        "id": new_id(),
        "wijkbezoek": bezoek,
        "nummer": nummer,
        "stand": stand.value,
        "dag": dag,
        "gezien": None,
        "reden": None,
        "door": who.id,
        "op": database.now(),
        "weggehaald_op": None,
    }


def _log(cursor: Cursor, database: Database, who: Gebruiker, wat: str, soort: str, doel: str, *velden: str) -> None:
    insert_logboek(cursor, [logboek_rij(database.now(), who.id, wat, soort, doel, velden)])
