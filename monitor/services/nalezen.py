"""Reviewing verhalen: four eyes, the teller's yes, no personal data, and only the reasons that are allowed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.persoonsgegeven import Bekend
from monitor.domain.regels import check_citaat
from monitor.domain.verhaal import Besluit, Weigerreden
from monitor.errors import NietGevonden, NietToegestaan, OngeldigeInvoer, Probleem
from monitor.nl import today_amsterdam
from monitor.services.invoer import bare, new_id, raise_problems, tekst_problemen
from monitor.services.nalezers import EIGEN, ER_NIET, WACHT_NIET, bezwaren, reviewing, stand_in, wachtreden
from monitor.services.persoonsgegevens import bekend_uit
from monitor.services.verhaalstand import changed, found, not_withdrawn
from monitor.services.vondsten import open_problemen
from monitor.store.database import Cursor, Database
from monitor.store.inzending_store import InzendingStore
from monitor.store.nalees_store import BeoordelingStand, NaleesStand, NaleesStore
from monitor.store.rijen import Rij, insert_logboek, logboek_rij
from monitor.store.verhaal_store import VerhaalStand, VerhaalStore

SOORT = "beoordeling"
"""What the tokens of this form stand for."""
VRAAG_MAX = 1_000
INTUSSEN_ANDERS = "Het verhaal is intussen veranderd. Lees het opnieuw."
_NIETS = Bekend()


@dataclass(frozen=True, slots=True)
class NieuweBeoordeling:
    """What a reviewer decides about the newest version of a verhaal."""

    verhaal: str
    besluit: Besluit
    beoordelaar: str
    reden: str | None = None
    op: datetime | None = None
    vraag: str | None = None
    """What the teller is asked; she reads it on the page of her code."""
    met_bewoner: bool = False
    """A resident sat in."""


# By a nalezer


def beoordeel(
    database: Database,
    gebruiker: Gebruiker,
    verhaal: str,
    besluit: Besluit,
    *,
    versie: int,
    token: str,
    reden: str | None = None,
    vraag: str | None = None,
    met_bewoner: bool = False,
) -> str:
    """Keep what a nalezer decides about the version that she read; the id of her beoordeling, once per token.

    Raises NietToegestaan when she may not, OngeldigeInvoer with everything that keeps this from being decided.
    """
    gebruiker, _ = reviewing(database, gebruiker, verhaal, waits=_is_new(database, token))
    bekend = bekend_uit(database)
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, SOORT)
        if earlier is not None:
            return earlier
        stand, now = stand_in(cursor, verhaal), database.now()
        if wachtreden(stand, today_amsterdam(now)) is None:
            raise OngeldigeInvoer(WACHT_NIET)
        if stand.versie != versie:
            raise OngeldigeInvoer(INTUSSEN_ANDERS)
        nieuw = NieuweBeoordeling(verhaal, besluit, gebruiker.id, reden, after_last(stand, now), vraag, met_bewoner)
        (doel,) = write_beoordelingen(cursor, [nieuw], now, bekend)
        InzendingStore(cursor).add(token, SOORT, doel, now)
        return doel


def _is_new(database: Database, token: str) -> bool:
    with database.reading() as cursor:
        return InzendingStore(cursor).doel(token, SOORT) is None


def after_last(stand: NaleesStand, now: datetime) -> datetime:
    """A moment after the last decision: of two in one tick of the clock nobody could say which one holds."""
    return now if stand.besluit_op is None else max(now, stand.besluit_op + timedelta(microseconds=1))


# Of a file, and of the example


def add_beoordelingen(database: Database, beoordelingen: Sequence[NieuweBeoordeling]) -> None:
    """Keep several decisions of a file, all or none.

    Raises NietToegestaan when somebody reviews what she wrote down, OngeldigeInvoer on anything else that is wrong.
    """
    bekend = bekend_uit(database)
    with database.writing() as cursor:
        write_beoordelingen(cursor, beoordelingen, database.now(), bekend)


def write_beoordelingen(
    cursor: Cursor, beoordelingen: Sequence[NieuweBeoordeling], now: datetime, bekend: Bekend = _NIETS
) -> tuple[str, ...]:
    """Keep decisions in the transaction of a caller who asked whether that may; raises as `add_beoordelingen`.

    `bekend` is what the gemeente named itself: without it more is marked. Gives the ids.
    """
    standen = _look_up(cursor, beoordelingen)
    for beoordeling in beoordelingen:
        standen.check(beoordeling, now, bekend)
    return _write(cursor, beoordelingen, standen, now)


def write_where_possible(
    cursor: Cursor, beoordelingen: Sequence[NieuweBeoordeling], now: datetime, bekend: Bekend
) -> list[tuple[Probleem, ...]]:
    """Keep those decisions with which nothing is wrong; says of each what is wrong with it.

    Raises NietToegestaan when somebody reviews what she wrote down.
    """
    standen = _look_up(cursor, beoordelingen)
    wrong: list[tuple[Probleem, ...]] = []
    for beoordeling in beoordelingen:
        try:
            standen.check(beoordeling, now, bekend)
        except OngeldigeInvoer as error:
            wrong.append(tuple(error.problemen))
        else:
            wrong.append(())
    _write(cursor, [it for it, why in zip(beoordelingen, wrong, strict=True) if not why], standen, now)
    return wrong


@dataclass(frozen=True, slots=True)
class _Standen:
    """Where verhalen stand before they are decided about, looked up at once."""

    stand: dict[str, VerhaalStand]
    te_beoordelen: dict[str, BeoordelingStand]

    def check(self, beoordeling: NieuweBeoordeling, now: datetime, bekend: Bekend) -> None:
        _check_beoordeling(beoordeling, found(self.stand, beoordeling.verhaal))
        if beoordeling.besluit is Besluit.AKKOORD:
            _check_akkoord(beoordeling, self.te_beoordelen.get(beoordeling.verhaal), now, bekend)


def _look_up(cursor: Cursor, beoordelingen: Sequence[NieuweBeoordeling]) -> _Standen:
    akkoord = [it.verhaal for it in beoordelingen if it.besluit is Besluit.AKKOORD]
    return _Standen(
        VerhaalStore(cursor).stand(it.verhaal for it in beoordelingen),
        NaleesStore(cursor).te_beoordelen(akkoord) if akkoord else {},
    )


def _write(
    cursor: Cursor, beoordelingen: Sequence[NieuweBeoordeling], standen: _Standen, now: datetime
) -> tuple[str, ...]:
    rijen = [_beoordeling_rij(beoordeling, standen.stand[beoordeling.verhaal], now) for beoordeling in beoordelingen]
    VerhaalStore(cursor).add_beoordelingen(rijen)
    changed(cursor, [beoordeling.verhaal for beoordeling in beoordelingen])
    insert_logboek(
        cursor,
        [
            logboek_rij(now, beoordeling.beoordelaar, "nagelezen", "verhaal", beoordeling.verhaal, ["besluit"])
            for beoordeling in beoordelingen
        ],
    )
    return tuple(rij["id"] for rij in rijen)


def _check_beoordeling(beoordeling: NieuweBeoordeling, stand: VerhaalStand) -> None:
    schrijvers = {_who(name) for name in (stand.opgetekend_door, *stand.schrijvers)}
    if _who(beoordeling.beoordelaar) in schrijvers:
        raise NietToegestaan(EIGEN)
    raise_problems(tekst_problemen(beoordeling))
    if not bare(beoordeling.beoordelaar):
        raise OngeldigeInvoer([Probleem("Zeg wie het verhaal heeft nagelezen.", "beoordelaar")])
    not_withdrawn(stand)
    if beoordeling.besluit in (Besluit.GEWEIGERD, Besluit.VERBORGEN) and beoordeling.reden not in set(Weigerreden):
        redenen = "te herkenbaar, onveilig, kwetsend over een ander, of de verteller wil niet"
        raise OngeldigeInvoer([Probleem(f"Weigeren kan alleen om deze redenen: {redenen}.", "reden")])
    if beoordeling.besluit is Besluit.TERUG_NAAR_VERTELLER and not bare(beoordeling.vraag):
        raise OngeldigeInvoer([Probleem("Schrijf op wat u de verteller wilt vragen.", "vraag")])
    if len(beoordeling.vraag or "") > VRAAG_MAX:
        raise OngeldigeInvoer([Probleem(f"De vraag is te lang: hoogstens {VRAAG_MAX} tekens.", "vraag")])


def _check_akkoord(beoordeling: NieuweBeoordeling, it: BeoordelingStand | None, now: datetime, bekend: Bekend) -> None:
    """Nothing is published without the teller's yes to exactly this version, in time, and without marks in it."""
    if it is None:
        raise NietGevonden(ER_NIET)
    today = today_amsterdam(beoordeling.op or now)
    raise_problems(
        [*(Probleem(zin) for zin in bezwaren(it.stand, today, open_marks=0)), *open_problemen(it, bekend)],
    )
    if it.tekst.citaat is not None:
        check_citaat(it.tekst.citaat, it.tekst.tekst)


def _who(name: str) -> str:
    return " ".join(name.split()).casefold()


def _beoordeling_rij(beoordeling: NieuweBeoordeling, stand: VerhaalStand, now: datetime) -> Rij:
    return {
        "id": new_id(),
        "verhaal": beoordeling.verhaal,
        "versie": stand.versie,
        "besluit": beoordeling.besluit.value,
        "reden": bare(beoordeling.reden),
        "beoordelaar": beoordeling.beoordelaar.strip(),
        "op": beoordeling.op or now,
        "vraag": bare(beoordeling.vraag),
        "met_bewoner": beoordeling.met_bewoner,
    }
