"""Linking a verhaal to figures and themas: at a desk, later, and by somebody else if need be."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.persoonsgegeven import Bekend
from monitor.domain.rechten import Handeling, wijken_voor
from monitor.domain.verhaal import Koppeling
from monitor.errors import NietGevonden, Probleem
from monitor.nl import today_amsterdam
from monitor.services.invoer import bare, raise_problems, tekst_problemen, unknown
from monitor.services.persoonsgegevens import bekend_uit
from monitor.services.rechten import refuse, require, require_somewhere
from monitor.services.verhaalstand import changed, found, not_withdrawn
from monitor.services.vondsten import direct_problemen
from monitor.store.database import Cursor, Database
from monitor.store.koppel_store import KoppelStore, TeKoppelen
from monitor.store.lees_store import LeesStore
from monitor.store.rijen import insert_logboek, logboek_rij
from monitor.store.verhaal_store import VerhaalStand, VerhaalStore
from monitor.store.wijk_store import WijkStore

TOELICHTING_MAX = 300
NIET_TE_LEZEN = "Dit verhaal mag u niet lezen, dus ook niet koppelen."


@dataclass(frozen=True, slots=True)
class Koppelkeuze:
    """What a verhaal of one wijk can be linked to, by code."""

    indicatoren: dict[str, str]
    themas: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Koppelingen:
    koppelingen: tuple[Koppeling, ...]


def te_koppelen(database: Database, gebruiker: Gebruiker) -> tuple[TeKoppelen, ...]:
    """What this person may link: what she reads in her wijken and what she wrote down there, newest first.

    What has no figure yet comes before what has.
    """
    gebruiker = require_somewhere(database, gebruiker, Handeling.KOPPELEN)
    wijken = wijken_voor(gebruiker, Handeling.KOPPELEN)
    with database.reading() as cursor:
        found = KoppelStore(cursor).verhalen(_readable(database, cursor, gebruiker, wijken))
    here = [it for it in found if wijken is None or it.gebied in wijken]
    return tuple(sorted(here, key=lambda it: bool(it.koppelingen)))


def keuze(database: Database, gebruiker: Gebruiker, gebied: str) -> Koppelkeuze:
    """The figures and themas to choose from in a wijk."""
    require(database, gebruiker, Handeling.KOPPELEN, gebied)
    with database.reading() as cursor:
        store = KoppelStore(cursor)
        return Koppelkeuze(store.indicatoren(gebied, today_amsterdam(database.now())), store.themas())


def koppel(
    database: Database,
    gebruiker: Gebruiker,
    verhaal: str,
    koppelingen: Sequence[Koppeling],
    themas: Sequence[str],
) -> None:
    """Put these links in the place of what was linked before. The same ones again change nothing that can be read.

    Raises NietToegestaan when she may not read it or link here, OngeldigeInvoer with everything that is wrong.
    """
    stand = _stand(database, verhaal)
    gebruiker = require(database, gebruiker, Handeling.KOPPELEN, stand.gebied)
    with database.reading() as cursor:
        readable = verhaal in _readable(database, cursor, gebruiker, frozenset({stand.gebied}))
    if not readable:
        refuse(database, gebruiker, Handeling.KOPPELEN, verhaal, NIET_TE_LEZEN)
    bekend = bekend_uit(database)
    with database.writing() as cursor:
        not_withdrawn(found(VerhaalStore(cursor).stand([verhaal]), verhaal))
        raise_problems(_problemen(koppelingen, themas, WijkStore(cursor).known(), bekend))
        now = database.now()
        KoppelStore(cursor).replace(
            verhaal,
            [_koppeling_rij(verhaal, it, gebruiker.id, now) for it in koppelingen],
            [{"verhaal": verhaal, "thema": thema} for thema in dict.fromkeys(themas)],
        )
        changed(cursor, [verhaal])
        regel = logboek_rij(now, gebruiker.id, "gekoppeld", "verhaal", verhaal, ["koppelingen", "themas"])
        insert_logboek(cursor, [regel])


def _stand(database: Database, verhaal: str) -> VerhaalStand:
    with database.reading() as cursor:
        stand = found(VerhaalStore(cursor).stand([verhaal]), verhaal)
    if stand.ingetrokken:
        raise NietGevonden("Dit verhaal is teruggenomen door wie het vertelde.")
    return stand


def _readable(database: Database, cursor: Cursor, gebruiker: Gebruiker, wijken: frozenset[str] | None) -> list[str]:
    """Ids of what this person reads in these wijken (None: in all), with what she wrote down herself."""
    today, store = today_amsterdam(database.now()), LeesStore(cursor)
    places: Sequence[str | None] = (None,) if wijken is None else sorted(wijken)
    read = [it.id for place in places for it in store.leesbaar(gebruiker, today, gebied=place)]
    return list(dict.fromkeys([*KoppelStore(cursor).eigen(gebruiker.id), *read]))


def _problemen(
    koppelingen: Sequence[Koppeling], themas: Sequence[str], known: dict[str, set[str]], bekend: Bekend
) -> list[Probleem]:
    problemen = tekst_problemen(_Koppelingen(tuple(koppelingen)))
    if not themas:
        problemen.append(Probleem("Kies minstens een thema.", "thema"))
    if len({it.indicator for it in koppelingen}) < len(koppelingen):
        problemen.append(Probleem("Een verhaal staat maar een keer bij hetzelfde cijfer.", "indicatoren"))
    for thema in themas:
        problemen += unknown(known["thema"], thema, "thema", "Het thema")
    for koppeling in koppelingen:
        problemen += unknown(known["indicator"], koppeling.indicator, "indicatoren", "Het cijfer")
        problemen += _zin_problemen(koppeling.toelichting, bekend)
    return problemen


def _zin_problemen(toelichting: str, bekend: Bekend) -> list[Probleem]:
    if not bare(toelichting):
        return [Probleem("Zeg in een zin waarom verhaal en cijfer bij elkaar staan.", "toelichting")]
    if len(toelichting) > TOELICHTING_MAX:
        return [Probleem(f"De zin is te lang: hoogstens {TOELICHTING_MAX} tekens.", "toelichting")]
    return direct_problemen({"toelichting": toelichting}, bekend)


def _koppeling_rij(verhaal: str, koppeling: Koppeling, door: str, op: object) -> dict[str, object]:
    return {
        "verhaal": verhaal,
        "indicator": koppeling.indicator,
        "verhouding": koppeling.verhouding.value,
        "toelichting": koppeling.toelichting.strip(),
        "gekoppeld_door": door,
        "gekoppeld_op": op,
    }
