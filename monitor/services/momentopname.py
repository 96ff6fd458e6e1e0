"""Keeping what stands in a stuk when it is written out: ids, versions, hashes and figures; never a text.

The stuk, what the tool writes in it and the lines that are kept come from one moment of the store, so that a document
made of them and its kenmerk tell the same.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.momentopname import Momentopname, MomentRegel, RegelSoort, hash_van, hash_van_regels
from monitor.domain.raadsstuk import KeuzeSoort, OnderdeelInvoer, OnderdeelSoort, Raadsstuk, StukVeld, zin_hash
from monitor.nl import today_amsterdam
from monitor.services.citaten import citaten_in
from monitor.services.invoer import new_id
from monitor.services.stukbouw import build_from
from monitor.services.stukrechten import found_in, require_reader
from monitor.services.stukteksten import Stukteksten, stukteksten
from monitor.services.stukzinnen import Stukcijfer, bron_zin
from monitor.services.zinnen import alt_zin
from monitor.store.database import Cursor, Database
from monitor.store.inzending_store import InzendingStore
from monitor.store.momentopname_store import MomentopnameStore
from monitor.store.raad_store import RaadStore
from monitor.store.raadsstuk_store import RaadsstukStore
from monitor.store.rijen import TIK, insert_logboek, logboek_rij
from monitor.store.sessie_store import SessieStore
from monitor.store.weghalen import gone


@dataclass(frozen=True, slots=True)
class Verwijzingen:
    """To what a stuk refers: pairs of indicator and gebied, ids of verhalen, leerpunten and raadsbesluiten."""

    cijfers: frozenset[tuple[str, str]] = frozenset()
    citaten: frozenset[str] = frozenset()
    leerpunten: frozenset[str] = frozenset()
    besluiten: frozenset[str] = frozenset()
    definities: frozenset[str] = frozenset()
    """Indicators of which only the definition counts: there was no figure."""


@dataclass(frozen=True, slots=True)
class Stukmoment:
    """A stuk with all that goes into its document, as it was at one moment."""

    stuk: Raadsstuk
    teksten: Stukteksten
    regels: tuple[MomentRegel, ...]
    versie: int
    """Of the store."""
    weg: frozenset[str]
    """What had lost its words by then, by id."""

    @property
    def citaten(self) -> dict[str, str]:
        """The words of each citaat in it, by verhaal."""
        return {id_: it.tekst for id_, it in self.teksten.citaten.items()}


_CIJFER = ("waarde", "ondergrens", "bovengrens", "ontbreekt_reden", "meting_status")
_INDICATOR = ("naam", "eenheid", "decimalen", "bewijssoort")
_KOP = ("titel", "fase", "periode_van", "periode_tot", "jaar")

GESCHREVEN = frozenset(
    {
        RegelSoort.ZIN,
        RegelSoort.REEKS,
        RegelSoort.BEPERKING,
        RegelSoort.GELD,
        RegelSoort.BIJEENKOMST,
        RegelSoort.STUK,
    }
)
"""The kinds of lines of what the tool writes."""


def lees_moment(database: Database, gebruiker: Gebruiker, stuk: str) -> Stukmoment:
    """All that goes into the document of a stuk, read at one moment. Raises NietGevonden."""
    require_reader(database, gebruiker)
    with database.snapshot() as still, still.reading() as cursor:
        found = found_in(cursor, stuk)
        teksten = stukteksten(still, found)
        refers = verwijzingen_van(found, teksten.cijfers)
        known = verwijzing_regels(cursor, today_amsterdam(still.now()), found.gemeente, refers)
        weg = frozenset(gone(cursor))
    regels = sorted((*known, *stuk_regels(found), *tekst_regels(found, teksten)), key=lambda it: it.sleutel)
    return Stukmoment(found, teksten, tuple(regels), still.versie, weg)


def take_momentopname(
    database: Database, gebruiker: Gebruiker, moment: Stukmoment, *, token: str
) -> Momentopname | None:
    """Keep what was read of a stuk. What stood in it before, whenever that was, gives the one that was kept then.

    So one document has one kenmerk: in every kind of file, for everybody, also when a change was taken back. The same
    token is no new time that it was written out. None when a citaat in it was taken back or changed since it was read,
    or words that may stand in it were taken away: that may not go out any more.
    """
    who, stuk, hash_ = require_reader(database, gebruiker), moment.stuk.id, hash_van_regels(moment.regels)
    with database.writing() as cursor:
        found_in(cursor, stuk)
        if not usable_in(cursor, database, moment.citaten, moment.weg):
            return None
        store, sent = MomentopnameStore(cursor), InzendingStore(cursor)
        earlier, kept = sent.doel(token, "momentopname"), store.momentopnamen(stuk)
        known = min((it for it in kept if it.hash == hash_), key=lambda it: it.nummer, default=None)
        if known is not None and known.id == earlier:
            return known
        now = max([database.now(), *(it.laatst + TIK for it in kept[:1])])
        if known is None:
            made = Momentopname(new_id(), stuk, store.next_nummer(stuk), hash_, who.id, now, now)
            store.add(made, {new_id(): it for it in moment.regels})
        else:
            made = replace(known, laatst=now)
            store.add_uitgave(new_id(), made.id, who.id, now)
        if earlier is None:
            sent.add(token, "momentopname", made.id, now)
        said = "vastgelegd" if known is None else "opnieuw uitgegeven"
        insert_logboek(cursor, [logboek_rij(now, who.id, said, "momentopname", made.id)])
    return made


def usable_in(cursor: Cursor, database: Database, citaten: dict[str, str], weg: Collection[str]) -> bool:
    """Whether each of these citaten, by verhaal, may be used now, word for word, and only `weg` lost its words.

    Of leerpunten, besluiten and all else that people wrote the words may stand in a document: none of them is followed
    by itself.
    """
    usable = citaten_in(cursor, today_amsterdam(database.now()), ids=citaten)
    return {it.id: it.citaat for it in usable} == citaten and gone(cursor).keys() <= set(weg)


def momentopnamen(database: Database, gebruiker: Gebruiker, stuk: str) -> tuple[Momentopname, ...]:
    """What was kept of a stuk, the one last written out first."""
    require_reader(database, gebruiker)
    with database.reading() as cursor:
        found_in(cursor, stuk)
        return MomentopnameStore(cursor).momentopnamen(stuk)


# To what it refers


def verwijzing_regels(
    cursor: Cursor, vandaag: date, gemeente: str, verwijzingen: Verwijzingen
) -> tuple[MomentRegel, ...]:
    """How that to which a stuk refers is now, in lines without words.

    Of what may no longer be used, or is no longer there, is no line.
    """
    return (
        *_metingen(cursor, verwijzingen.cijfers),
        *_definities(cursor, {*verwijzingen.definities, *(code for code, _ in verwijzingen.cijfers)}),
        *_citaten(cursor, verwijzingen.citaten, vandaag),
        *_leerpunten(cursor, verwijzingen.leerpunten),
        *_besluiten(cursor, gemeente, verwijzingen.besluiten),
    )


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


def _citaten(cursor: Cursor, verhalen: Iterable[str], vandaag: date) -> Iterable[MomentRegel]:
    read = citaten_in(cursor, vandaag, ids=sorted(verhalen))
    versies = RaadsstukStore(cursor).verhaalversies(it.id for it in read)
    for it in read:
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


# What people wrote and chose


def stuk_regels(stuk: Raadsstuk) -> tuple[MomentRegel, ...]:
    """What people wrote and chose in a stuk, in lines without words."""
    return (*_teksten(stuk), *_kop(stuk), *_keuzes(stuk), *_onderdelen(stuk))


def _teksten(stuk: Raadsstuk) -> Iterable[MomentRegel]:
    for veld in stuk.velden_erin:
        standing = stuk.standen(veld)
        if standing:
            said = hash_van([it.tekst for it in standing])
            yield MomentRegel(RegelSoort.TEKST, veld_ref(veld), said, versie=standing[-1].nummer)


def _kop(stuk: Raadsstuk) -> Iterable[MomentRegel]:
    for naam in _KOP:
        yield MomentRegel(RegelSoort.KOP, naam, hash_van(getattr(stuk.kop, naam)), versie=stuk.kop.nummer)


def _keuzes(stuk: Raadsstuk) -> Iterable[MomentRegel]:
    for soort in KeuzeSoort:
        chosen = [(it.ref, it.gebied) for it in stuk.keuzes if it.soort is soort]
        yield MomentRegel(RegelSoort.KEUZE, soort.value, hash_van(*chosen))


def _onderdelen(stuk: Raadsstuk) -> Iterable[MomentRegel]:
    for it in stuk.onderdelen:
        said = hash_van(*(getattr(it.stand, veld.name) for veld in fields(OnderdeelInvoer)))
        yield MomentRegel(RegelSoort.ONDERDEEL, f"{it.soort.value}/{it.id}", said, versie=it.stand.nummer)
    order = [(soort.value, [it.id for it in stuk.van(soort)]) for soort in OnderdeelSoort]
    yield MomentRegel(RegelSoort.VOLGORDE, "onderdelen", hash_van(order))


# What the tool writes


def tekst_regels(stuk: Raadsstuk, teksten: Stukteksten) -> tuple[MomentRegel, ...]:
    """What the tool writes in a stuk, and every word of the document, in lines without words."""
    return (
        *_zinnen(stuk, teksten),
        *(_reeks(it) for it in teksten.cijfers.values()),
        _lijst(RegelSoort.BEPERKING, [it.voluit for it in teksten.kanttekeningen]),
        _lijst(RegelSoort.GELD, teksten.geld),
        _lijst(RegelSoort.BIJEENKOMST, (*teksten.bijeenkomsten, *teksten.stemmen)),
        _stuk(stuk, teksten),
    )


def _zinnen(stuk: Raadsstuk, teksten: Stukteksten) -> Iterable[MomentRegel]:
    for zin in teksten.zinnen:
        if all(it.teruggezet for it in stuk.standen(zin.veld)):
            yield MomentRegel(RegelSoort.ZIN, veld_ref(zin.veld), zin_hash(zin.tekst))


def _reeks(cijfer: Stukcijfer) -> MomentRegel:
    """What its chart, its table and the words at them show, and nothing that nobody sees."""
    reeks, (code, gebied) = cijfer.reeks, cijfer.sleutel
    shown = (
        cijfer.plaats.naam,
        [getattr(reeks.indicator, it) for it in _INDICATOR],
        reeks.metingen,
        reeks.gemeente,
        cijfer.buiten,
        [it.periode for it in reeks.metingen if reeks.is_nulmeting(it)],
        [(it.vanaf, it.soort) for it in reeks.breuken],
        [(it.datum, it.titel) for it in reeks.gebeurtenissen_erbij],
        alt_zin(reeks),
        bron_zin(cijfer.bronnen),
    )
    return MomentRegel(RegelSoort.REEKS, code, hash_van(*shown), gebied)


def _lijst(soort: RegelSoort, shown: Collection[object]) -> MomentRegel:
    return MomentRegel(soort, soort.value, hash_van(*shown))


def _stuk(stuk: Raadsstuk, teksten: Stukteksten) -> MomentRegel:
    """Of the whole document, but for its drawings, which show its figures, and the day on which it is made."""
    document = build_from(stuk, teksten, {}, stuk.gemaakt_op.date())
    return MomentRegel(RegelSoort.STUK, "document", hash_van(document))
