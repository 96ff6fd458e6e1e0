"""Keeping what stands in a stuk when it is written out: ids, versions, hashes and figures; never a text."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from monitor.domain.gebruiker import BEZOEKER, Gebruiker
from monitor.domain.momentopname import Momentopname, MomentRegel, RegelSoort, hash_van, hash_van_regels
from monitor.domain.raadsstuk import KeuzeSoort, Raadsstuk, StukVeld, citaat_probleem
from monitor.nl import today_amsterdam
from monitor.services.invoer import new_id
from monitor.services.raadsstukken import found_in, require_reader
from monitor.store.database import Cursor, Database
from monitor.store.inzending_store import InzendingStore
from monitor.store.lees_store import LeesStore
from monitor.store.momentopname_store import MomentopnameStore
from monitor.store.raad_store import RaadStore
from monitor.store.raadsstuk_store import RaadsstukStore
from monitor.store.rijen import insert_logboek, logboek_rij
from monitor.store.sessie_store import SessieStore


@dataclass(frozen=True, slots=True)
class Verwijzingen:
    """To what a stuk refers: pairs of indicator and gebied, ids of verhalen, leerpunten and raadsbesluiten."""

    cijfers: frozenset[tuple[str, str]] = frozenset()
    citaten: frozenset[str] = frozenset()
    leerpunten: frozenset[str] = frozenset()
    besluiten: frozenset[str] = frozenset()
    definities: frozenset[str] = frozenset()
    """Indicators of which only the definition counts: there was no figure."""


_CIJFER = ("waarde", "ondergrens", "bovengrens", "ontbreekt_reden", "meting_status")


def take_momentopname(
    database: Database,
    gebruiker: Gebruiker,
    stuk: str,
    *,
    token: str,
    ook: Iterable[tuple[str, str]] = (),
) -> Momentopname:
    """Keep what stands in a stuk now; the same token gives the same one.

    `ook` are figures that the document shows beside those that were chosen: pairs of indicator and gebied.
    """
    who, more = require_reader(database, gebruiker), tuple(ook)
    with database.writing() as cursor:
        store = MomentopnameStore(cursor)
        earlier = InzendingStore(cursor).doel(token, "momentopname")
        if earlier is not None:
            return next(it for it in store.momentopnamen(stuk) if it.id == earlier)
        found = found_in(cursor, stuk)
        regels = regels_nu(cursor, database, found, verwijzingen_van(found, more))
        made = Momentopname(
            id=new_id(),
            stuk=stuk,
            nummer=store.next_nummer(stuk),
            hash=hash_van_regels(regels),
            door=who.id,
            op=database.now(),
            regels=regels,
        )
        store.add(made, [new_id() for _ in regels])
        InzendingStore(cursor).add(token, "momentopname", made.id, made.op)
        insert_logboek(cursor, [logboek_rij(made.op, who.id, "vastgelegd", "momentopname", made.id)])
    return made


def momentopnamen(database: Database, gebruiker: Gebruiker, stuk: str) -> tuple[Momentopname, ...]:
    """What was kept of a stuk, the newest first."""
    require_reader(database, gebruiker)
    with database.reading() as cursor:
        found_in(cursor, stuk)
        return MomentopnameStore(cursor).momentopnamen(stuk)


def regels_nu(
    cursor: Cursor, database: Database, stuk: Raadsstuk, verwijzingen: Verwijzingen
) -> tuple[MomentRegel, ...]:
    """How that to which a stuk refers is now, and its texts, in lines without words.

    Of what may no longer be used, or is no longer there, is no line.
    """
    found = (
        *_metingen(cursor, verwijzingen.cijfers),
        *_definities(cursor, {*verwijzingen.definities, *(code for code, _ in verwijzingen.cijfers)}),
        *_citaten(cursor, verwijzingen.citaten, database),
        *_leerpunten(cursor, verwijzingen.leerpunten),
        *_besluiten(cursor, stuk.gemeente, verwijzingen.besluiten),
        *_teksten(stuk),
    )
    return tuple(sorted(found, key=lambda it: it.sleutel))


def verwijzingen_van(stuk: Raadsstuk, ook: Iterable[tuple[str, str]] = ()) -> Verwijzingen:
    """To what a stuk refers, with figures that its document shows as well."""
    besluiten = [it.stand.raadsbesluit for it in stuk.onderdelen if it.stand.raadsbesluit]
    return Verwijzingen(
        cijfers=frozenset((*stuk.indicatoren, *ook)),
        citaten=frozenset(stuk.citaten),
        leerpunten=frozenset(stuk.gekozen(KeuzeSoort.LEERPUNT)),
        besluiten=frozenset(besluiten),
    )


def verwijzingen_toen(regels: Iterable[MomentRegel]) -> Verwijzingen:
    """To what a stuk referred when these lines were kept."""
    refs: dict[RegelSoort, set[str]] = {soort: set() for soort in RegelSoort}
    cijfers: set[tuple[str, str]] = set()
    for it in regels:
        refs[it.soort].add(it.ref)
        if it.gebied:
            cijfers.add((it.ref, it.gebied))
    return Verwijzingen(
        frozenset(cijfers),
        frozenset(refs[RegelSoort.CITAAT]),
        frozenset(refs[RegelSoort.LEERPUNT]),
        frozenset(refs[RegelSoort.BESLUIT]),
        frozenset(refs[RegelSoort.DEFINITIE]),
    )


def veld_ref(veld: StukVeld) -> str:
    """How a field is called in a line."""
    return "/".join([veld.deel.value, veld.onderdeel or "", veld.veld])


def _metingen(cursor: Cursor, pairs: Iterable[tuple[str, str]]) -> Iterable[MomentRegel]:
    for row in RaadsstukStore(cursor).cijfers(pairs):
        said = hash_van(*(row[it] for it in _CIJFER))
        yield MomentRegel(RegelSoort.METING, row["indicator"], said, row["gebied"], row["periode"], row["waarde"])


def _definities(cursor: Cursor, indicatoren: Iterable[str]) -> Iterable[MomentRegel]:
    for row in RaadsstukStore(cursor).definities(indicatoren):
        said = hash_van(*(value for name, value in row.items() if name not in {"indicator", "versie"}))
        yield MomentRegel(RegelSoort.DEFINITIE, row["indicator"], said, versie=row["versie"])


def _citaten(cursor: Cursor, verhalen: Iterable[str], database: Database) -> Iterable[MomentRegel]:
    read = LeesStore(cursor).leesbaar(BEZOEKER, today_amsterdam(database.now()), ids=sorted(verhalen))
    versies = RaadsstukStore(cursor).verhaalversies(it.id for it in read)
    for it in read:
        if citaat_probleem(it) is None:
            yield MomentRegel(RegelSoort.CITAAT, it.id, hash_van(it.citaat), versie=versies.get(it.id))


def _leerpunten(cursor: Cursor, chosen: Collection[str]) -> Iterable[MomentRegel]:
    for it in SessieStore(cursor).leerpunten() if chosen else ():
        if it.id in chosen and it.tekst:
            regel = it.nu
            said = hash_van([z.tekst for z in it.lezingen], regel.stand.value, regel.eigenaar, regel.gremium)
            yield MomentRegel(RegelSoort.LEERPUNT, it.id, said, versie=regel.nummer)


def _besluiten(cursor: Cursor, gemeente: str, named: Collection[str]) -> Iterable[MomentRegel]:
    for it in RaadStore(cursor).besluiten(gemeente) if named else ():
        if it.id in named and it.titel:
            said = hash_van(it.titel, it.dag, [(punt.tekst, punt.uitkomst.value) for punt in it.punten])
            yield MomentRegel(RegelSoort.BESLUIT, it.id, said)


def _teksten(stuk: Raadsstuk) -> Iterable[MomentRegel]:
    here = {it.id for it in stuk.onderdelen}
    for veld in stuk.teksten:
        standing = stuk.standen(veld)
        if standing and (veld.onderdeel is None or veld.onderdeel in here):
            said = hash_van([it.tekst for it in standing])
            yield MomentRegel(RegelSoort.TEKST, veld_ref(veld), said, versie=standing[-1].nummer)
