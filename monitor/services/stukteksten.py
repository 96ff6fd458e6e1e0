"""All that the product writes itself in one stuk for the raad, made of what was read for it (stuklezen).

Of a verhaal nothing is taken but the citaat that its teller chose, as long as it may be openbaar.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from monitor.domain.gebied import gemeente_of
from monitor.domain.indicator import Rol
from monitor.domain.indicatorbeeld import Indicatorbeeld
from monitor.domain.kanttekening import Cijferdossier, Kanttekening, kanttekeningen
from monitor.domain.leren import Leerpunt, Niveau
from monitor.domain.meting import Meting, Reeks
from monitor.domain.raad import Raadsbesluit
from monitor.domain.raadsstuk import Deel, KeuzeSoort, Raadsstuk, StukSoort, StukVeld
from monitor.domain.verhaal import Verhaal
from monitor.domain.wijk import Financiering
from monitor.domain.wijkbeeld import ThemaKaart
from monitor.nl import format_kwartaal
from monitor.services import stukzinnen
from monitor.services.stuklezen import Stukgegevens, Stukwijk, lees_stukgegevens
from monitor.services.stukzinnen import Bijeenkomst, Gebiedsnaam, Stukcijfer, Stukzin
from monitor.services.woorden import PERSPECTIEF
from monitor.store.database import Database


@dataclass(frozen=True, slots=True)
class Stukcitaat:
    """What a teller said, word for word, and who she is and when she told it."""

    verhaal: str
    tekst: str
    bij: str


@dataclass(frozen=True, slots=True)
class Stukgeld:
    """A line of money, with the names of where and what it is for."""

    gebied: str
    thema: str
    regel: Financiering


@dataclass(frozen=True, slots=True)
class Stukteksten:
    """What the product writes in a stuk, and what its pictures and tables are made of."""

    gemeente: Gebiedsnaam
    wijken: tuple[Gebiedsnaam, ...]
    zinnen: tuple[Stukzin, ...]
    kanttekeningen: tuple[Kanttekening, ...]
    cijfers: Mapping[tuple[str, str], Stukcijfer]
    """By indicator and gebied, in the order of the stuk; a figure that is no more is not in it."""
    citaten: Mapping[str, Stukcitaat]
    """By verhaal, in the order of the stuk; one that was taken back is not in it."""
    geld: tuple[Stukgeld, ...]
    leerpunten: tuple[Leerpunt, ...]
    bijeenkomsten: tuple[Bijeenkomst, ...]
    """When people came together, wijk by wijk."""
    besluiten: Mapping[str, Raadsbesluit]
    """What the raad decided before and this stuk names, by id."""
    voorbeeld: bool

    def van(self, deel: Deel) -> tuple[Stukzin, ...]:
        """The sentences of one deel, in order, without those of single figures: these stand with their argument."""
        return tuple(it for it in self.zinnen if it.deel is deel and not it.sleutel.startswith("bevinding:"))

    @property
    def velden(self) -> dict[StukVeld, str]:
        """Every sentence by the field in which people may write in its place."""
        return {it.veld: it.tekst for it in self.zinnen}

    def zin(self, sleutel: str) -> Stukzin | None:
        """The sentence with this key."""
        return next((it for it in self.zinnen if it.sleutel == sleutel), None)


def stukteksten(database: Database, stuk: Raadsstuk) -> Stukteksten:
    """All that the product writes in this stuk now. What was chosen and is gone is left out; the stuk says so."""
    return schrijf_teksten(stuk, lees_stukgegevens(database, stuk))


def schrijf_teksten(stuk: Raadsstuk, gegevens: Stukgegevens) -> Stukteksten:
    """The same, from what was read before."""
    wijken, gemeente = gegevens.wijken, gegevens.gemeente
    beelden, public, quoted = gegevens.beelden, gegevens.openbaar, gegevens.geciteerd
    cijfers = {(code, gebied): _cijfer(stuk, it, gebied) for (code, gebied), it in beelden.items()}
    names = {it.code: it.naam for wijk in wijken for it in wijk.beeld.wijken}
    names[gemeente.code] = gemeente.naam
    themas = _themas(stuk, beelden.values())
    limits = kanttekeningen(_dossier(it, beelden[key], wijken, public, gegevens.vandaag) for key, it in cijfers.items())
    return Stukteksten(
        gemeente=gemeente,
        wijken=tuple(it.plaats for it in wijken),
        zinnen=(
            *_samenvatting(stuk, wijken),
            *(stukzinnen.bevinding(it) for it in cijfers.values()),
            *_gekozen(quoted, _over(public, wijken, themas), wijken),
            *stukzinnen.kanttekening_zinnen(limits),
            *_financien(gemeente, wijken, themas),
            *_participatie(wijken, cijfers),
            *_evaluatie(cijfers.values(), wijken),
        ),
        kanttekeningen=limits,
        cijfers=cijfers,
        citaten={it.id: _citaat(it, names) for it in quoted},
        geld=_geld(stuk, gemeente, wijken, themas),
        leerpunten=_leerpunten(stuk, wijken),
        bijeenkomsten=tuple(meet for it in wijken for meet in it.samen),
        besluiten=gegevens.besluiten,
        voorbeeld=any(it.beeld.voorbeeld for it in wijken) or any(it.voorbeeld for it in beelden.values()),
    )


def _cijfer(stuk: Raadsstuk, beeld: Indicatorbeeld, gebied: str) -> Stukcijfer:
    whole = beeld.reeks or Reeks(beeld.indicator, ())
    reeks = replace(whole, metingen=_within(stuk, whole.metingen), gemeente=_within(stuk, whole.gemeente))
    return Stukcijfer(
        plaats=Gebiedsnaam(gebied, beeld.plaats.naam if beeld.plaats else gebied),
        reeks=reeks,
        thema=beeld.thema.naam,
        versie=beeld.versie,
        bronnen=beeld.bronnen,
        buiten=len(whole.metingen) - len(reeks.metingen),
    )


def _within(stuk: Raadsstuk, metingen: Iterable[Meting]) -> tuple[Meting, ...]:
    first, last = stuk.kop.periode_van or 0, stuk.kop.periode_tot or 9999
    return tuple(it for it in metingen if first <= it.start.year <= last)


def _themas(stuk: Raadsstuk, beelden: Iterable[Indicatorbeeld]) -> frozenset[str]:
    """Codes of the themas of a stuk: those that were chosen, or else those of its figures; none: of all."""
    chosen = stuk.gekozen(KeuzeSoort.THEMA)
    return frozenset(chosen or (it.thema.code for it in beelden))


# What the product writes of it


def _dossier(
    cijfer: Stukcijfer, beeld: Indicatorbeeld, wijken: Iterable[Stukwijk], public: Iterable[Verhaal], today: date
) -> Cijferdossier:
    code = beeld.thema.code
    here = next((it for it in wijken if it.plaats.code == cijfer.plaats.code), None)
    op_gemeente = here is not None and here.beeld.verhalen_op_gemeente
    told = [it for it in public if code in it.themas and (here is None or it.gebied == here.plaats.code)]
    every = {it.id: it for it in (*told, *(it for it in beeld.verhalen if it.openbaar))}
    return Cijferdossier(
        reeks=cijfer.reeks,
        gebied=cijfer.plaats.code,
        naam=cijfer.plaats.naam,
        thema=cijfer.thema,
        vandaag=today,
        beinvloedbaar=cijfer.versie.beinvloedbaar,
        verhalen=() if op_gemeente else tuple(every.values()),
        verhalen_op_gemeente=op_gemeente,
        niet_gehoord=here.niet_gehoord if here else None,
        grenzen=(*here.beeld.voorgangers, *here.beeld.opvolgers) if here else (),
    )


def _samenvatting(stuk: Raadsstuk, wijken: Sequence[Stukwijk]) -> Iterable[Stukzin]:
    if stuk.soort is StukSoort.WIJKBEELD:
        for it in wijken:
            yield from stukzinnen.minuut(it.plaats, it.beeld.minuut, noem=len(wijken) > 1)


def _over(public: Iterable[Verhaal], wijken: Sequence[Stukwijk], themas: frozenset[str]) -> tuple[Verhaal, ...]:
    """The public verhalen about what a stuk is about: each where it stands for everybody (rule 12)."""
    places = {it.plaats.code for it in wijken if not it.beeld.verhalen_op_gemeente}
    if any(it.beeld.verhalen_op_gemeente for it in wijken) or not wijken:
        places |= {gemeente_of(it.plaats.code) or "" for it in wijken}
    return tuple(it for it in public if (it.gebied in places or not wijken) and (not themas or themas & set(it.themas)))


def _gekozen(quoted: Sequence[Verhaal], alle: Sequence[Verhaal], wijken: Iterable[Stukwijk]) -> Iterable[Stukzin]:
    known = {it.id for it in alle}
    mine = [it for it in quoted if it.id in known]
    yield stukzinnen.citaten_zin(mine, alle, len(quoted) - len(mine))
    ids = [it.id for it in quoted]
    for wijk in wijken:
        for ronde in wijk.rondes:
            zin = stukzinnen.leesronde_keuze_zin(wijk.plaats, ronde, ids)
            if zin is not None:
                yield zin


def _citaat(verhaal: Verhaal, names: Mapping[str, str]) -> Stukcitaat:
    who = ", ".join(PERSPECTIEF[it] for it in verhaal.perspectieven)
    where = names.get(verhaal.gebied, "")
    by = ", ".join(it for it in (who, where, format_kwartaal(verhaal.kwartaal)) if it)
    return Stukcitaat(verhaal.id, verhaal.citaat or "", by)


def _financien(gemeente: Gebiedsnaam, wijken: Sequence[Stukwijk], themas: frozenset[str]) -> Iterable[Stukzin]:
    found = []
    for place, kaart, regels in _lines(gemeente, wijken, themas):
        zin = stukzinnen.geld(place, (kaart.thema.code, kaart.thema.naam), regels)
        if zin is not None:
            found.append(zin)
    return found or [Stukzin(Deel.FINANCIEN, "geld", f"Geld dat er al is: {stukzinnen.STIL}")]


def _lines(
    gemeente: Gebiedsnaam, wijken: Sequence[Stukwijk], themas: frozenset[str]
) -> Iterable[tuple[Gebiedsnaam, ThemaKaart, tuple[Financiering, ...]]]:
    """Lines of money per gebied and thema; those of the whole gemeente once."""
    whole: set[str] = set()
    for wijk in wijken:
        for kaart in wijk.kaarten(themas):
            yield wijk.plaats, kaart, kaart.financiering
            if kaart.thema.code not in whole:
                whole.add(kaart.thema.code)
                yield gemeente, kaart, kaart.financiering_gemeente


def _geld(
    stuk: Raadsstuk, gemeente: Gebiedsnaam, wijken: Sequence[Stukwijk], themas: frozenset[str]
) -> tuple[Stukgeld, ...]:
    first, last = stuk.kop.periode_van or 0, stuk.kop.periode_tot or 9999
    return tuple(
        Stukgeld(place.naam, kaart.thema.naam, it)
        for place, kaart, regels in _lines(gemeente, wijken, themas)
        for it in regels
        if first <= it.jaar <= last
    )


def _participatie(wijken: Sequence[Stukwijk], cijfers: Iterable[tuple[str, str]]) -> Iterable[Stukzin]:
    asked = set(cijfers)
    for it in wijken:
        mine = {code for code, gebied in asked if gebied == it.plaats.code}
        # A stuk without a figure of this wijk tells of all that the wijk watches.
        codes = mine or {found.indicator.code for found in it.keuze.indicatoren}
        yield from stukzinnen.participatie(it.plaats, it.keuze, codes, it.samen, it.plannen)


def _evaluatie(cijfers: Iterable[Stukcijfer], wijken: Sequence[Stukwijk]) -> Iterable[Stukzin]:
    watched = [it for it in cijfers if it.reeks.indicator.rol is Rol.KERN]
    yield from (stukzinnen.evaluatie(it) for it in watched)
    if not watched:
        yield Stukzin(Deel.EVALUATIE, "nulmeting", f"Cijfers waar de wijk op let: {stukzinnen.STIL}")
    for it in wijken:
        yield stukzinnen.terugkijken(it.plaats, it.plannen, it.leer)


def _leerpunten(stuk: Raadsstuk, wijken: Iterable[Stukwijk]) -> tuple[Leerpunt, ...]:
    """The chosen leerpunten that everybody may read; never a casus, which is what one person told."""
    known = {it.id: it for wijk in wijken for it in wijk.leer.leerpunten if it.niveau is not Niveau.CASUS}
    return tuple(known[it] for it in stuk.gekozen(KeuzeSoort.LEERPUNT) if it in known)
