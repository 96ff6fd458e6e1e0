"""What was learned in a wijkgesprek on three levels, more than one reading of it, and what was agreed.

Nothing of it is changed: a line is added. Words can be taken away when they lead to a person after all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from monitor.domain.gebied import gemeente_of
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import StemRol
from monitor.domain.leren import (
    Afspraak,
    AfspraakStand,
    BronSoort,
    Gremium,
    Leerpunt,
    LeerpuntBron,
    LeerpuntRegel,
    LeerpuntStand,
    Niveau,
    afspraak_regel_problemen,
    kept_regel,
    leerpunt_problemen,
    regel_problemen,
    vastleg_problemen,
)
from monitor.domain.rechten import Handeling
from monitor.errors import NietGevonden, Probleem
from monitor.nl import today_amsterdam
from monitor.services.invoer import bare, new_id, raise_problems
from monitor.services.levensloop import begin
from monitor.services.teksten import KORT, TekstVeld, tekstveld_problemen
from monitor.services.wijkgesprek import NIET_IN_GESPREK, in_gesprek, leerpunten_hier, log, sessie_in, together
from monitor.store.database import Cursor, Database
from monitor.store.intrekkingen import remember
from monitor.store.inzending_store import InzendingStore
from monitor.store.sessie_store import SessieStore
from monitor.store.weghalen import remove_words

TEKST_MAX = 500
_NOG_NIET = "Deze dag is nog niet geweest."
_ONBEKENDE_BRON = {
    BronSoort.VERHAAL: NIET_IN_GESPREK,
    BronSoort.INDICATOR: "Dit cijfer kennen wij niet.",
    BronSoort.LEERPUNT: "Dit leerpunt kennen wij niet in deze wijk.",
    BronSoort.ACTIVITEIT: "Deze activiteit kennen wij niet in deze wijk.",
    BronSoort.INITIATIEF: "Dit initiatief kennen wij niet in deze wijk.",
    BronSoort.SIGNAAL: "Dit signaal kennen wij niet in deze wijk.",
}


@dataclass(frozen=True, slots=True)
class NieuweStand:
    """How a leerpunt stands, of whom it is and when to look back; a role or organisation, never a name."""

    stand: LeerpuntStand = LeerpuntStand.OPEN
    eigenaar: str = ""
    gremium: Gremium | None = None
    terugkijken_op: date | None = None
    geprobeerd: str = ""
    reden: str = ""
    dag: date | None = None
    """None: today."""


@dataclass(frozen=True, slots=True)
class NieuwLeerpunt:
    """What was learned, and from what."""

    niveau: Niveau
    tekst: str
    bronnen: tuple[LeerpuntBron, ...] = ()
    samengesteld: bool = False
    rol: StemRol | None = None
    """Whose reading it is; None: of all who were there."""
    vraag: str = ""
    stand: NieuweStand = NieuweStand()


@dataclass(frozen=True, slots=True)
class NieuweAfspraak:
    """What somebody is going to do: `wie` is a role or an organisation."""

    tekst: str
    wie: str = ""
    voor: date | None = None
    leerpunt: str | None = None


# What was learned


def add_leerpunt(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    sessie: str,
    nieuw: NieuwLeerpunt,
    *,
    token: str,
    ook: Sequence[Probleem] = (),
) -> str:
    """Write down what was learned in a wijkgesprek that was held and not closed; the same token gives the same one.

    Raises OngeldigeInvoer with everything that is wrong, also when it does not rest on enough (rule 14). `ook`: what a
    form could not read of what was typed.
    """
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK)
    velden = {
        "tekst": TekstVeld(nieuw.tekst, "wat u leerde", leeg="Schrijf op wat u leerde.", most=TEKST_MAX),
        "vraag": TekstVeld(nieuw.vraag, "de vraag", most=TEKST_MAX),
        **_stand_velden(nieuw.stand),
    }
    problemen = tekstveld_problemen(database, velden)
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, "leerpunt")
        if earlier is not None:
            return earlier
        found = sessie_in(cursor, wijk, sessie)
        store = SessieStore(cursor)
        known = leerpunten_hier(cursor, database, who, wijk)
        bronnen = tuple(dict.fromkeys(nieuw.bronnen))
        # Of a gesprek of some time ago the day to look back can have come already.
        stand = _regel(nieuw.stand, 1, nieuw.stand.dag or found.dag)
        raise_problems(
            [
                *vastleg_problemen(found.stand),
                *together(ook, problemen),
                *_bron_problemen(cursor, database, who, wijk, bronnen, known),
                *leerpunt_problemen(nieuw.niveau, bronnen, known, samengesteld=nieuw.samengesteld),
                *regel_problemen(stand),
            ]
        )
        now, id_ = database.now(), new_id()
        made = {"gemaakt_door": who.id, "gemaakt_op": now, "weggehaald_op": None}
        store.add_leerpunt(
            {
                "id": id_,
                "gebied": wijk,
                "sessie": sessie,
                "niveau": nieuw.niveau.value,
                "vraag": bare(nieuw.vraag),
                "samengesteld": nieuw.samengesteld,
                **made,
            },
            _lezing_rij(id_, 1, nieuw.rol, nieuw.tekst) | made,
            [(new_id(), it) for it in bronnen],
            regel_rij(id_, stand, who.id, database.now()),
        )
        InzendingStore(cursor).add(token, "leerpunt", id_, now)
        log(cursor, database, who, "toegevoegd", "leerpunt", id_, nieuw.niveau.value, "tekst", "bronnen")
    return id_


def add_lezing(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    leerpunt: str,
    rol: StemRol | None,
    tekst: str,
    *,
    token: str,
) -> str:
    """Lay another reading beside what stands there; none of them takes the place of another."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK)
    veld = TekstVeld(tekst, "hoe u het leest", leeg="Schrijf op hoe u het leest.", most=TEKST_MAX)
    problemen = tekstveld_problemen(database, {"tekst": veld})
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, "lezing")
        if earlier is not None:
            return earlier
        found = leerpunt_in(cursor, wijk, leerpunt)
        if rol is None:
            problemen.append(Probleem("Kies wie het zo leest.", "rol"))
        raise_problems(problemen)
        now, nummer = database.now(), max(it.nummer for it in found.lezingen) + 1
        row = _lezing_rij(leerpunt, nummer, rol, tekst)
        SessieStore(cursor).add_lezing(row | {"gemaakt_door": who.id, "gemaakt_op": now, "weggehaald_op": None})
        InzendingStore(cursor).add(token, "lezing", row["id"], now)
        log(cursor, database, who, "lezing erbij", "leerpunt", leerpunt, "rol", "tekst")
    return str(row["id"])


def set_stand(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    leerpunt: str,
    nieuw: NieuweStand,
    *,
    token: str,
    ook: Sequence[Probleem] = (),
) -> None:
    """Say how a leerpunt stands, of whom it is and what was tried: a line more, once per token.

    What is left empty stays as it was: see kept_regel.
    """
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK)
    problemen = tekstveld_problemen(database, _stand_velden(nieuw))
    with database.writing() as cursor:
        if InzendingStore(cursor).doel(token, "leerpuntstand") is not None:
            return
        found = leerpunt_in(cursor, wijk, leerpunt)
        today = today_amsterdam(database.now())
        regel = kept_regel(_regel(nieuw, found.nu.nummer + 1, nieuw.dag or max(today, found.nu.dag)), found.nu)
        if regel.dag > today:
            problemen.append(Probleem(_NOG_NIET, "dag"))
        raise_problems([*together(ook, problemen), *regel_problemen(regel, found.nu)])
        row = regel_rij(leerpunt, regel, who.id, database.now())
        SessieStore(cursor).add_leerpunt_stand(row)
        InzendingStore(cursor).add(token, "leerpuntstand", row["id"], database.now())
        log(cursor, database, who, regel.stand.value, "leerpunt", leerpunt, "stand", "eigenaar")


# What was agreed


def add_afspraak(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    sessie: str,
    nieuw: NieuweAfspraak,
    *,
    token: str,
    ook: Sequence[Probleem] = (),
) -> str:
    """Write down what somebody is going to do. Nobody has to agree anything. The same token gives the same one."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK)
    velden = {
        "tekst": TekstVeld(nieuw.tekst, "de afspraak", leeg="Schrijf de afspraak op.", most=TEKST_MAX),
        "wie": TekstVeld(nieuw.wie, "wie het doet", leeg="Schrijf op wie het doet: een rol of organisatie.", most=KORT),
    }
    problemen = tekstveld_problemen(database, velden)
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, "afspraak")
        if earlier is not None:
            return earlier
        found = sessie_in(cursor, wijk, sessie)
        problemen += vastleg_problemen(found.stand)
        if nieuw.voor is not None and nieuw.voor < found.dag:
            problemen.append(Probleem("De dag waarop het klaar is, komt na het gesprek.", "voor"))
        if nieuw.leerpunt is not None and nieuw.leerpunt not in leerpunten_hier(cursor, database, who, wijk):
            problemen.append(Probleem(_ONBEKENDE_BRON[BronSoort.LEERPUNT], "leerpunt"))
        raise_problems(together(ook, problemen))
        now, id_ = database.now(), new_id()
        SessieStore(cursor).add_afspraak(
            {
                "id": id_,
                "sessie": sessie,
                "leerpunt": nieuw.leerpunt,
                "tekst": nieuw.tekst.strip(),
                "wie": bare(nieuw.wie),
                "voor": nieuw.voor,
                "gemaakt_door": who.id,
                "gemaakt_op": now,
                "weggehaald_op": None,
            },
            _afspraak_rij(database, who, id_, 1, AfspraakStand.OPEN, found.dag, ""),
        )
        InzendingStore(cursor).add(token, "afspraak", id_, now)
        log(cursor, database, who, "toegevoegd", "afspraak", id_, "tekst", "wie")
    return id_


def set_afspraak(
    database: Database,
    gebruiker: Gebruiker,
    wijk: str,
    afspraak: str,
    stand: AfspraakStand,
    uitkomst: str = "",
    *,
    token: str,
) -> None:
    """Say what came of an afspraak: a line more, once per token. What was not done says why, without reproach."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK)
    veld = TekstVeld(uitkomst, "wat ervan kwam", most=TEKST_MAX)
    problemen = tekstveld_problemen(database, {"uitkomst": veld})
    with database.writing() as cursor:
        if InzendingStore(cursor).doel(token, "afspraakstand") is not None:
            return
        found = afspraak_in(cursor, wijk, afspraak)
        raise_problems([*problemen, *afspraak_regel_problemen(found.stand, stand, uitkomst)])
        last = found.regels[-1]
        dag = max(today_amsterdam(database.now()), last.dag)
        row = _afspraak_rij(database, who, afspraak, last.nummer + 1, stand, dag, uitkomst)
        SessieStore(cursor).add_afspraak_stand(row)
        InzendingStore(cursor).add(token, "afspraakstand", row["id"], database.now())
        log(cursor, database, who, stand.value, "afspraak", afspraak, "stand", "uitkomst")


# Taking words away


def remove_leerpunt(database: Database, gebruiker: Gebruiker, wijk: str, leerpunt: str) -> None:
    """Take the words of a leerpunt away, in every reading: for instance because they lead to a person after all."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK, ook_voorbij=True)
    with database.writing() as cursor:
        found = leerpunt_in(cursor, wijk, leerpunt)
        rows = [("leerpunt", leerpunt)]
        rows += [("lezing", it.id) for it in found.lezingen]
        rows += [("leerpuntstand", it.id) for it in found.regels]
        _remove(cursor, database, who, rows)
    _remember(database, rows)


def remove_lezing(database: Database, gebruiker: Gebruiker, wijk: str, leerpunt: str, lezing: str) -> None:
    """Take one reading of a leerpunt away; when it was the only one, all words of the leerpunt go."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK, ook_voorbij=True)
    with database.writing() as cursor:
        found = leerpunt_in(cursor, wijk, leerpunt)
        if lezing not in {it.id for it in found.lezingen}:
            raise NietGevonden("Deze lezing kennen wij niet.")
        alone = len(found.lezingen) == 1
        rows = [("lezing", lezing)]
        if alone:
            rows += [("leerpunt", leerpunt), *(("leerpuntstand", it.id) for it in found.regels)]
        _remove(cursor, database, who, rows)
    _remember(database, rows)


def remove_afspraak(database: Database, gebruiker: Gebruiker, wijk: str, afspraak: str) -> None:
    """Take the words of an afspraak away, and of what came of it."""
    wijk, who = begin(database, gebruiker, wijk, Handeling.WIJKGESPREK, ook_voorbij=True)
    with database.writing() as cursor:
        found = afspraak_in(cursor, wijk, afspraak)
        rows = [("afspraak", afspraak), *(("afspraakstand", it.id) for it in found.regels)]
        _remove(cursor, database, who, rows)
    _remember(database, rows)


def _remove(cursor: Cursor, database: Database, who: Gebruiker, rows: Sequence[tuple[str, str]]) -> None:
    for soort, id_ in rows:
        remove_words(cursor, soort, id_, database.now())
        log(cursor, database, who, "weggehaald", soort, id_)


def _remember(database: Database, rows: Iterable[tuple[str, str]]) -> None:
    for _, id_ in rows:
        remember(database, id_)


# Shared


def leerpunt_in(cursor: Cursor, wijk: str, leerpunt: str) -> Leerpunt:
    """A leerpunt of this wijk that has its words. Raises NietGevonden when there is none with this id."""
    found = next((it for it in SessieStore(cursor).leerpunten(wijk) if it.id == leerpunt and it.tekst), None)
    if found is None:
        raise NietGevonden("Dit leerpunt kennen wij niet in deze wijk.")
    return found


def afspraak_in(cursor: Cursor, wijk: str, afspraak: str) -> Afspraak:
    """An afspraak of this wijk that has its words. Raises NietGevonden when there is none with this id."""
    found = next((it for it in SessieStore(cursor).afspraken(wijk) if it.id == afspraak and it.tekst), None)
    if found is None:
        raise NietGevonden("Deze afspraak kennen wij niet in deze wijk.")
    return found


def _stand_velden(stand: NieuweStand) -> dict[str, TekstVeld]:
    return {
        "eigenaar": TekstVeld(stand.eigenaar, "van wie dit is", most=KORT),
        "geprobeerd": TekstVeld(stand.geprobeerd, "wat er geprobeerd is", most=TEKST_MAX),
        "reden": TekstVeld(stand.reden, "waarom", most=TEKST_MAX),
    }


def _bron_problemen(
    cursor: Cursor,
    database: Database,
    who: Gebruiker,
    wijk: str,
    bronnen: Sequence[LeerpuntBron],
    known: dict[str, Leerpunt],
) -> list[Probleem]:
    """A problem for what it cannot have come from: a verhaal that may not be talked about here, or what is not here."""
    store, gemeente = SessieStore(cursor), gemeente_of(wijk) or wijk
    asked: dict[BronSoort, list[str]] = {}
    for it in bronnen:
        asked.setdefault(it.soort, []).append(it.ref)
    problemen = []
    for soort, refs in asked.items():
        if soort is BronSoort.VERHAAL:
            here = set(in_gesprek(cursor, database, who, wijk, refs))
        elif soort is BronSoort.LEERPUNT:
            here = set(known)
        elif soort is BronSoort.INDICATOR:
            here = set(store.indicatornamen())
        else:
            here = store.known_bronnen(soort, wijk, gemeente)
        problemen += [Probleem(_ONBEKENDE_BRON[soort], "bronnen") for ref in refs if ref not in here]
    return problemen


def _regel(stand: NieuweStand, nummer: int, dag: date) -> LeerpuntRegel:
    return LeerpuntRegel(
        id=new_id(),
        nummer=nummer,
        stand=stand.stand,
        dag=dag,
        eigenaar=bare(stand.eigenaar),
        gremium=stand.gremium,
        terugkijken_op=stand.terugkijken_op,
        geprobeerd=bare(stand.geprobeerd),
        reden=bare(stand.reden),
    )


def _lezing_rij(leerpunt: str, nummer: int, rol: StemRol | None, tekst: str) -> dict[str, Any]:
    return {
        "id": new_id(),
        "leerpunt": leerpunt,
        "nummer": nummer,
        "rol": rol.value if rol else None,
        "tekst": tekst.strip(),
    }


def regel_rij(leerpunt: str, regel: LeerpuntRegel, door: str, op: datetime) -> dict[str, Any]:
    """How a leerpunt stands since a day, as the store keeps it; written down by `door` at the moment `op`."""
    return {
        "id": regel.id,
        "leerpunt": leerpunt,
        "nummer": regel.nummer,
        "stand": regel.stand.value,
        "eigenaar": regel.eigenaar,
        "gremium": regel.gremium.value if regel.gremium else None,
        "terugkijken_op": regel.terugkijken_op,
        "geprobeerd": regel.geprobeerd,
        "reden": regel.reden,
        "dag": regel.dag,
        "door": door,
        "op": op,
        "weggehaald_op": None,
    }


def _afspraak_rij(
    database: Database, who: Gebruiker, afspraak: str, nummer: int, stand: AfspraakStand, dag: date, uitkomst: str
) -> dict[str, Any]:
    return {
        "id": new_id(),
        "afspraak": afspraak,
        "nummer": nummer,
        "stand": stand.value,
        "uitkomst": bare(uitkomst),
        "dag": dag,
        "door": who.id,
        "op": database.now(),
        "weggehaald_op": None,
    }
