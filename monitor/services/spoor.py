"""Hoe is dit zo gekomen: from what a thing came and what came of it, as far as somebody may know.

First every link is found, then only those are walked of which this reader may see both ends and that they belong
together. What she may not read is counted where that may be told, and is no way to anything else. At which wijkbezoek a
verhaal was told is known only to who learns together in that wijk. A stuk for the raad is a draft: who may not read
those finds nothing of it, and no count.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from monitor.domain.gebied import GebiedSoort, gemeente_of, normalize_code, soort_of
from monitor.domain.gebruiker import Gebruiker, GebruikerRol, Roltoewijzing, lezer_van
from monitor.domain.leesronde import Leesniveau, stands
from monitor.domain.leren import Niveau, SessieStand, blijft_te_zien
from monitor.domain.raadsstuk import StukSoort, citaat_probleem
from monitor.domain.rechten import Handeling, mag
from monitor.domain.spoor import (
    Schakel,
    SchakelSoort,
    Sleutel,
    Spoor,
    Spoorbreuk,
    Spoorpunt,
    SpoorReden,
    SpoorSoort,
    Spoorstap,
    in_volgorde,
    kwam_uit,
    kwam_van,
    stappen,
)
from monitor.domain.verhaal import Verhaal
from monitor.errors import NietGevonden
from monitor.nl import today_amsterdam
from monitor.services.lezen import lezer
from monitor.services.rechten import current
from monitor.services.stukrechten import leest_stukken
from monitor.store.database import Database
from monitor.store.lees_store import LeesStore
from monitor.store.spoor_store import Spoorrij, SpoorStore

ONBEKEND = "Dit is er niet, of u mag het niet lezen. Het kan ook zijn teruggenomen of weggehaald."
ONBEKENDE_PLAATS = "Deze wijk of gemeente kennen wij niet."
ZONDER_PLAATS = "Zeg erbij van welke wijk of gemeente u dit wilt zien."
VEEL = 400
"""Up to so many verhalen are looked up one by one; of more the whole gemeente is read, which is quicker."""
_BELEID = Roltoewijzing(GebruikerRol.BELEIDSMEDEWERKER)
_IN_STUK = frozenset({SchakelSoort.GENOEMD, SchakelSoort.UITGEGAAN})
_IN_RONDE = frozenset({SchakelSoort.GELEZEN, SchakelSoort.GEKOZEN})
_VERHALEN_VAN_BINNEN = frozenset({SpoorSoort.WIJKBEZOEK, SpoorSoort.LEESRONDE})
"""Which verhalen belong to these, and how many, is told in full only to who learns together there."""
_NIEMAND_TELT = frozenset({SchakelSoort.KOPPELING})
"""A verhaal is linked before anybody reviewed it: how many of those there are is not told."""


def kijker(database: Database, gebruiker: Gebruiker) -> Gebruiker:
    """Who looks, without who it is: people who may know the same share what was found for one of them."""
    reader = lezer(database, gebruiker)
    if not leest_stukken(current(database, gebruiker)):
        return reader
    return replace(reader, toewijzingen=(*reader.toewijzingen, _BELEID))


def spoor(database: Database, gebruiker: Gebruiker, soort: SpoorSoort, id_: str, *, plaats: str | None = None) -> Spoor:
    """From what one thing came and what came of it. A figure is looked at in a wijk or a gemeente (`plaats`).

    Raises NietGevonden when there is no such thing that this person may know of; it does not tell which of both.
    """
    who, today, begin = current(database, gebruiker), today_amsterdam(database.now()), (soort, id_)
    with database.reading() as cursor:
        store, lezen = SpoorStore(cursor), LeesStore(cursor)
        where = _where(store, lezen, who, today, begin, plaats)
        gemeente = gemeente_of(where) or where
        wijk = where if where != gemeente else None
        names = store.namen(gemeente)
        if where not in names:
            raise NietGevonden(ONBEKENDE_PLAATS)
        every = store.schakels(gemeente, id_) + (store.stukschakels(gemeente) if leest_stukken(who) else ())
        asked = kwam_uit(every, begin) | kwam_van(every, begin) | {begin}
        rijen = store.rijen([id_ for kind, id_ in asked if kind is not SpoorSoort.VERHAAL], wijk)
        verhalen = _verhalen_of(every, asked)
        looking = _Reader(
            who=who,
            today=today,
            lezen=lezen,
            begin=begin,
            wijk=wijk,
            gemeente=gemeente,
            schakels=every,
            rijen=rijen,
            standen=store.sessie_standen({it.sessie or it.id for it in rijen.values()}),
            verhalen={it.id: it for it in _read(lezen, who, today, verhalen, gemeente)},
            teruggenomen=store.teruggenomen(verhalen),
            samengesteld=store.samengesteld([it.id for it in rijen.values() if it.deel == Niveau.CASUS]),
        )
        return _told(looking, names)


def _where(store: SpoorStore, lezen: LeesStore, who: Gebruiker, today: date, begin: Sleutel, plaats: str | None) -> str:
    """In which gebied a thing is looked at: a verhaal where it stands for this reader, a figure where she says."""
    kind, id_ = begin
    if kind is SpoorSoort.INDICATOR:
        return _place(plaats)
    if kind is SpoorSoort.VERHAAL:
        found = next((it.gebied for it in lezen.leesbaar(who, today, ids=[id_])), None)
    else:
        found = store.place(begin)
    if found is None:
        raise NietGevonden(ONBEKEND)
    return found


def _place(plaats: str | None) -> str:
    if plaats is None:
        raise NietGevonden(ZONDER_PLAATS)
    code = normalize_code(plaats)
    if code is None or soort_of(code) not in (GebiedSoort.WIJK, GebiedSoort.GEMEENTE):
        raise NietGevonden(ONBEKENDE_PLAATS)
    return code


def _verhalen_of(schakels: Iterable[Schakel], asked: Collection[Sleutel]) -> frozenset[str]:
    """The verhalen among what is asked, and those from which something among it was learned."""
    found = {id_ for kind, id_ in asked if kind is SpoorSoort.VERHAAL}
    found |= {it.van[1] for it in schakels if it.van[0] is SpoorSoort.VERHAAL and it.naar in asked}
    return frozenset(found)


def _read(lezen: LeesStore, who: Gebruiker, today: date, ids: Collection[str], gemeente: str) -> Sequence[Verhaal]:
    if len(ids) <= VEEL:
        return lezen.leesbaar(who, today, ids=sorted(ids))
    return [it for it in lezen.leesbaar(who, today, gebied=gemeente) if it.id in ids]


@dataclass(slots=True)
class _Reader:
    """One reader who looks at one thing: what was found, and what of it she may see."""

    who: Gebruiker
    today: date
    lezen: LeesStore
    begin: Sleutel
    wijk: str | None
    gemeente: str
    schakels: Sequence[Schakel]
    rijen: Mapping[Sleutel, Spoorrij]
    standen: Mapping[str, SessieStand]
    verhalen: Mapping[str, Verhaal]
    teruggenomen: Mapping[str, str]
    samengesteld: Collection[str]
    stands: dict[str, bool] = field(default_factory=dict)
    allowed: dict[str, Mapping[str, Verhaal]] = field(default_factory=dict)

    def leert_mee(self, wijk: str | None) -> bool:
        """Whether she learns together in this wijk."""
        return mag(self.who, Handeling.WIJKGESPREK_VOORBEREIDEN, wijk)

    def stands_at(self, gebied: str | None) -> bool:
        """Whether the verhalen of a gebied stand there for her (rule 12)."""
        if gebied is None or gebied == self.gemeente:
            return True
        if gebied not in self.stands:
            self.stands[gebied] = self.lezen.stands_at(self.who, self.today, gebied)
        return self.stands[gebied]

    def near(self, gebied: str | None) -> bool:
        """Whether a place belongs to where she looks: that wijk, or the gemeente as a whole."""
        return gebied is None or self.wijk is None or gebied in (self.wijk, self.gemeente)

    def sources(self, leerpunt: Sleutel) -> set[str]:
        """The verhalen from which something was learned."""
        return {it.van[1] for it in self.schakels if it.naar == leerpunt and it.van[0] is SpoorSoort.VERHAAL}

    def shown_at(self, verhaal: str, gebied: str | None) -> bool:
        """Whether she may see that a verhaal was spoken of in a wijk."""
        found = self.verhalen.get(verhaal)
        return found is not None and gebied is not None and blijft_te_zien(found, gebied)

    def sessie_open(self, rij: Spoorrij) -> bool:
        """Whether she may know of the wijkgesprek that this is, or was said in."""
        stand = self.standen.get(rij.sessie or rij.id)
        return stand is SessieStand.GESLOTEN or self.leert_mee(rij.gebied)

    def sees(self, rij: Spoorrij) -> bool:
        """Whether she may know of a thing that is no verhaal."""
        if rij.soort is SpoorSoort.RAADSSTUK:
            return rij.naam is not None and leest_stukken(self.who)
        if rij.soort is SpoorSoort.LEESRONDE:
            return self.stands_at(rij.gebied)
        if rij.soort is SpoorSoort.SESSIE:
            return self.sessie_open(rij)
        if rij.soort is SpoorSoort.AFSPRAAK:
            return rij.naam is not None and self.sessie_open(rij)
        if rij.soort is not SpoorSoort.LEERPUNT:
            return True
        if rij.naam is None or not self.sessie_open(rij):
            return False
        casus = rij.deel == Niveau.CASUS
        return not casus or all(self.shown_at(it, rij.gebied) for it in self.sources((rij.soort, rij.id)))

    def belongs(self, schakel: Schakel, other: Spoorpunt, verhaal: Verhaal) -> bool:
        """Whether she may see that a verhaal hangs together with the other thing."""
        if schakel.soort is SchakelSoort.KOPPELING:
            return self.begin[0] is SpoorSoort.VERHAAL or self.wijk in (None, verhaal.gebied)
        if schakel.soort is SchakelSoort.VERTELD:
            return self.leert_mee(other.gebied) and verhaal.gebied == other.gebied
        if schakel.soort in _IN_RONDE:
            return verhaal.gebied == other.gebied and self._still_stands(verhaal.id, other)
        if schakel.soort in _IN_STUK:
            return citaat_probleem(verhaal) is None
        return self.shown_at(verhaal.id, other.gebied)

    def _still_stands(self, verhaal: str, ronde: Spoorpunt) -> bool:
        """Whether a verhaal may still stand in a ronde: its uses are known only to who learns together there."""
        wijk = ronde.gebied or self.gemeente
        if wijk not in self.allowed:
            read = _read(self.lezen, lezer_van(wijk), self.today, self.verhalen.keys(), self.gemeente)
            self.allowed[wijk] = {it.id: it for it in read}
        found, niveau = self.allowed[wijk].get(verhaal), Leesniveau(self.rijen[ronde.sleutel].deel or "")
        return found is not None and stands(found, wijk, niveau)


def _told(looking: _Reader, names: Mapping[str, str]) -> Spoor:
    punten = _punten(looking)
    begin = punten.get(looking.begin)
    if begin is None:
        raise NietGevonden(ONBEKEND)
    schakels = [it for it in looking.schakels if _is_seen(looking, punten, it)]
    terug, verder = kwam_uit(schakels, looking.begin), kwam_van(schakels, looking.begin)
    uit = stappen(schakels, punten, looking.begin, terug=True)
    naar = stappen(schakels, punten, looking.begin, terug=False)
    elsewhere = begin.soort is SpoorSoort.VERHAAL and looking.wijk is None
    hidden = begin.soort in _VERHALEN_VAN_BINNEN and not looking.leert_mee(begin.gebied)
    return Spoor(
        punt=begin,
        uit=uit,
        naar=naar,
        uit_breuken=_breuken(looking, schakels, terug=True),
        naar_breuken=_breuken(looking, schakels, terug=False),
        tijdlijn=in_volgorde([begin, *(punten[it] for it in terug | verder)]),
        gemeente=looking.gemeente,
        wijk=looking.wijk,
        gebieden=names,
        alles_verteld=not elsewhere and not hidden and looking.stands_at(looking.wijk),
        verhalen_eerder=_further(punten, terug, uit, SpoorSoort.VERHAAL),
        besluiten_later=_further(punten, verder, naar, SpoorSoort.BESLISPUNT),
        stukken_later=_further(punten, verder, naar, SpoorSoort.RAADSSTUK),
    )


def _further(
    punten: Mapping[Sleutel, Spoorpunt], reached: Iterable[Sleutel], near: Iterable[Spoorstap], soort: SpoorSoort
) -> tuple[Spoorpunt, ...]:
    """The things of one kind that were reached, and that do not lie one step away."""
    close = {it.punt.sleutel for it in near}
    return in_volgorde(punten[it] for it in reached if it[0] is soort and it not in close)


def _punten(looking: _Reader) -> dict[Sleutel, Spoorpunt]:
    """Everything that was found and that this reader may know of, where she looks."""
    found = {
        key: _punt(looking, rij) for key, rij in looking.rijen.items() if looking.near(rij.gebied) and looking.sees(rij)
    }
    for it in looking.verhalen.values():
        if looking.near(it.gebied):
            key = (SpoorSoort.VERHAAL, it.id)
            found[key] = Spoorpunt(SpoorSoort.VERHAAL, it.id, it.titel or None, it.kwartaal, it.gebied)
    return found


def _punt(looking: _Reader, rij: Spoorrij) -> Spoorpunt:
    hidden = rij.soort is SpoorSoort.SIGNAAL and not mag(looking.who, Handeling.SIGNALEN_LEZEN, rij.gebied)
    deel = rij.deel or ""
    return Spoorpunt(
        soort=rij.soort,
        id=rij.id,
        naam=None if hidden else rij.naam,
        dag=rij.dag,
        gebied=rij.gebied,
        stand=rij.stand,
        niveau=Niveau(deel) if rij.soort is SpoorSoort.LEERPUNT else None,
        samengesteld=rij.id in looking.samengesteld,
        stuksoort=StukSoort(deel) if rij.soort is SpoorSoort.RAADSSTUK else None,
    )


def _is_seen(looking: _Reader, punten: Mapping[Sleutel, Spoorpunt], schakel: Schakel) -> bool:
    if schakel.van not in punten or schakel.naar not in punten or not looking.near(schakel.gebied):
        return False
    for verhaal, other in ((schakel.van, schakel.naar), (schakel.naar, schakel.van)):
        if verhaal[0] is SpoorSoort.VERHAAL:
            return looking.belongs(schakel, punten[other], looking.verhalen[verhaal[1]])
    return True


# What is not shown


def _breuken(looking: _Reader, seen: Collection[Schakel], *, terug: bool) -> tuple[Spoorbreuk, ...]:
    """Links of the thing itself of which the other end is not shown, counted where that may be told."""
    shown, once = set(seen), set[Sleutel]()
    counted = Counter[Spoorbreuk]()
    for it in looking.schakels:
        here, there = (it.naar, it.van) if terug else (it.van, it.naar)
        if here != looking.begin or it in shown or there in once:
            continue
        breuk = _breuk(looking, it, there)
        if breuk is not None:
            once.add(there)
            counted[breuk] += 1
    order = list(SpoorSoort)
    found = sorted(counted, key=lambda it: (order.index(it.soort), it.niveau or "", it.reden, it.kwartaal or ""))
    return tuple(replace(it, aantal=counted[it]) for it in found)


def _breuk(looking: _Reader, schakel: Schakel, there: Sleutel) -> Spoorbreuk | None:
    """What can be told of the end that is not shown: what it is, why, and when it was told; None: nothing."""
    if schakel.soort in _IN_STUK and there[0] is SpoorSoort.VERHAAL:
        return Spoorbreuk(there[0], SpoorReden.NIET_TE_CITEREN, 1)
    if there[0] is SpoorSoort.VERHAAL:
        place = looking.rijen[looking.begin].gebied if looking.begin in looking.rijen else None
        if not _may_count(looking, schakel, place):
            return None
        quarter = looking.teruggenomen.get(there[1])
        return Spoorbreuk(there[0], SpoorReden.TERUGGENOMEN if quarter else SpoorReden.NIET_TE_LEZEN, 1, quarter)
    rij = looking.rijen.get(there)
    if rij is None or there[0] not in (SpoorSoort.LEERPUNT, SpoorSoort.AFSPRAAK) or not looking.sessie_open(rij):
        return None
    if not looking.near(rij.gebied) or not (looking.leert_mee(rij.gebied) or looking.stands_at(rij.gebied)):
        return None
    niveau = Niveau(rij.deel) if rij.deel else None
    if rij.naam is not None:
        return Spoorbreuk(there[0], SpoorReden.NIET_TE_LEZEN, 1, niveau=niveau)
    quarters = sorted(looking.teruggenomen[it] for it in looking.sources(there) if it in looking.teruggenomen)
    if niveau is Niveau.CASUS and quarters:
        return Spoorbreuk(there[0], SpoorReden.TERUGGENOMEN, 1, quarters[0], niveau)
    return Spoorbreuk(there[0], SpoorReden.WEGGEHAALD, 1, niveau=niveau)


def _may_count(looking: _Reader, schakel: Schakel, gebied: str | None) -> bool:
    """Whether she may know how many verhalen there are that she may not read: as the page of that thing tells her."""
    if schakel.soort in _NIEMAND_TELT:
        return False
    if schakel.soort in _IN_RONDE or schakel.soort is SchakelSoort.VERTELD:
        return looking.leert_mee(gebied)
    return looking.leert_mee(gebied) or looking.stands_at(gebied)
