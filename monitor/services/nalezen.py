"""Reviewing verhalen: four eyes, the teller's yes, no personal data, and only the reasons that are allowed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from monitor.domain.verhaal import Besluit, Weigerreden
from monitor.errors import NietToegestaan, OngeldigeInvoer, Probleem
from monitor.services.invoer import bare, new_id, raise_problems, tekst_problemen
from monitor.services.verhaalstand import found, not_withdrawn
from monitor.store.database import Cursor, Database
from monitor.store.rijen import Rij, insert_logboek, logboek_rij
from monitor.store.verhaal_store import VerhaalStand, VerhaalStore


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


def add_beoordelingen(database: Database, beoordelingen: Sequence[NieuweBeoordeling]) -> None:
    """Keep several decisions of a file, all or none.

    Raises NietToegestaan when somebody reviews what she wrote down, OngeldigeInvoer on anything else that is wrong.
    """
    with database.writing() as cursor:
        write_beoordelingen(cursor, beoordelingen, database.now())


def write_beoordelingen(cursor: Cursor, beoordelingen: Sequence[NieuweBeoordeling], now: datetime) -> None:
    """Keep decisions in the transaction of a caller who asked whether that may; raises as `add_beoordelingen`."""
    stand = VerhaalStore(cursor).stand(beoordeling.verhaal for beoordeling in beoordelingen)
    for beoordeling in beoordelingen:
        _check_beoordeling(beoordeling, found(stand, beoordeling.verhaal))
    VerhaalStore(cursor).add_beoordelingen(
        [_beoordeling_rij(beoordeling, stand[beoordeling.verhaal], now) for beoordeling in beoordelingen]
    )
    insert_logboek(
        cursor,
        [
            logboek_rij(now, beoordeling.beoordelaar, "nagelezen", "verhaal", beoordeling.verhaal, ["besluit"])
            for beoordeling in beoordelingen
        ],
    )


def _check_beoordeling(beoordeling: NieuweBeoordeling, stand: VerhaalStand) -> None:
    schrijvers = {_who(name) for name in (stand.opgetekend_door, *stand.schrijvers)}
    if _who(beoordeling.beoordelaar) in schrijvers:
        raise NietToegestaan("U leest geen verhaal na dat u zelf hebt opgeschreven. Vraag het een ander.")
    raise_problems(tekst_problemen(beoordeling))
    if not bare(beoordeling.beoordelaar):
        raise OngeldigeInvoer([Probleem("Zeg wie het verhaal heeft nagelezen.", "beoordelaar")])
    not_withdrawn(stand)
    if beoordeling.besluit is Besluit.AKKOORD and stand.akkoord_op is None:
        raise OngeldigeInvoer("De verteller heeft nog niet gezegd dat de tekst zo klopt. Vraag dat eerst.")
    if beoordeling.besluit is Besluit.GEWEIGERD and beoordeling.reden not in set(Weigerreden):
        redenen = "te herkenbaar, onveilig, kwetsend over een ander, of de verteller wil niet"
        raise OngeldigeInvoer([Probleem(f"Weigeren kan alleen om deze redenen: {redenen}.", "reden")])


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
