"""All that the product writes itself in one stuk for the raad, read from the store as everybody may read it.

A stuk for the raad is public: nothing in it comes from what only some may read. Of a verhaal nothing is taken but the
citaat that its teller chose, as long as it may be openbaar.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from monitor.domain.gebied import gemeente_of
from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.indicator import Rol
from monitor.domain.indicatorbeeld import Indicatorbeeld
from monitor.domain.kanttekening import Cijferdossier, Kanttekening, kanttekeningen
from monitor.domain.leesronde import Rondebeeld
from monitor.domain.leren import Leerbeeld, Leerpunt, Niveau
from monitor.domain.meting import Meting, Reeks
from monitor.domain.raad import Raadsbesluit
from monitor.domain.raadsstuk import Deel, KeuzeSoort, OnderdeelSoort, Raadsstuk, StukSoort, StukVeld, citaat_probleem
from monitor.domain.verhaal import Perspectief, Verhaal
from monitor.domain.wijk import Financiering
from monitor.domain.wijkbeeld import ThemaKaart, Wijkbeeld
from monitor.domain.wijkplan import Planbeeld
from monitor.errors import NietGevonden
from monitor.nl import format_kwartaal, opsomming, today_amsterdam
from monitor.services import stukzinnen
from monitor.services.indicatorbeeld import indicatorbeeld
from monitor.services.kiezen import keuzebeeld
from monitor.services.leerbeeld import leerbeeld
from monitor.services.leesrondes import rondebeeld, rondes
from monitor.services.lezen import ongehoord
from monitor.services.raad import raadsbesluiten
from monitor.services.stukzinnen import Bijeenkomst, Gebiedsnaam, Stukcijfer, Stukzin
from monitor.services.wijkbeeld import wijkbeeld
from monitor.services.wijkplannen import planbeeld
from monitor.services.woorden import PERSPECTIEF, PERSPECTIEF_MEER
from monitor.store.database import Database
from monitor.store.lees_store import LeesStore
from monitor.store.wijkbeeld_store import WijkbeeldStore


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


@dataclass(frozen=True, slots=True)
class _Wijk:
    """What is read of one wijk."""

    plaats: Gebiedsnaam
    beeld: Wijkbeeld
    leer: Leerbeeld
    plannen: Planbeeld
    rondes: tuple[Rondebeeld, ...]
    samen: tuple[Bijeenkomst, ...]
    niet_gehoord: str | None


def stukteksten(database: Database, stuk: Raadsstuk) -> Stukteksten:
    """All that the product writes in this stuk now. What was chosen and is gone is left out; the stuk says so."""
    wijken = tuple(_wijk(database, code) for code in _codes(stuk))
    beelden = {key: it for key in _asked(stuk, wijken) if (it := _indicatorbeeld(database, *key)) is not None}
    cijfers = {(code, gebied): _cijfer(stuk, it, gebied) for (code, gebied), it in beelden.items()}
    today = today_amsterdam(database.now())
    with database.reading() as cursor:
        lezen = LeesStore(cursor)
        public = lezen.leesbaar(BEZOEKER, today, gebied=stuk.gemeente)
        quoted = [it for it in lezen.leesbaar(BEZOEKER, today, ids=stuk.citaten) if citaat_probleem(it) is None]
    names = {it.code: it.naam for wijk in wijken for it in wijk.beeld.wijken}
    gemeente = _gemeente(database, stuk.gemeente)
    names[gemeente.code] = gemeente.naam
    themas = _themas(stuk, beelden.values())
    limits = kanttekeningen(_dossier(it, beelden[key], wijken, public, today) for key, it in cijfers.items())
    return Stukteksten(
        gemeente=gemeente,
        wijken=tuple(it.plaats for it in wijken),
        zinnen=(
            *_samenvatting(stuk, wijken),
            *(stukzinnen.bevinding(it) for it in cijfers.values()),
            *_gekozen(quoted, _over(public, wijken, themas), wijken),
            *stukzinnen.kanttekening_zinnen(limits),
            *_financien(gemeente, wijken, themas),
            *_participatie(database, wijken, cijfers),
            *_evaluatie(cijfers.values(), wijken),
        ),
        kanttekeningen=limits,
        cijfers=cijfers,
        citaten={it.id: _citaat(it, names) for it in quoted},
        geld=_geld(stuk, gemeente, wijken, themas),
        leerpunten=_leerpunten(stuk, wijken),
        bijeenkomsten=tuple(meet for it in wijken for meet in it.samen),
        besluiten=_besluiten(database, stuk),
        voorbeeld=any(it.beeld.voorbeeld for it in wijken) or any(it.voorbeeld for it in beelden.values()),
    )


# What is read


def _codes(stuk: Raadsstuk) -> tuple[str, ...]:
    """The wijken of a stuk: those that were chosen, and those of its figures."""
    counted = (it for _, it in stuk.indicatoren if it.startswith("WK"))
    return tuple(dict.fromkeys((*stuk.gekozen(KeuzeSoort.WIJK), *counted)))


def _asked(stuk: Raadsstuk, wijken: Sequence[_Wijk]) -> tuple[tuple[str, str], ...]:
    """The figures of a stuk. A wijkbeeld for which none was chosen has those of the wijk, of the themas chosen."""
    if stuk.indicatoren or stuk.soort is not StukSoort.WIJKBEELD:
        return stuk.indicatoren
    return tuple(
        (reeks.indicator.code, it.plaats.code)
        for it in wijken
        for kaart in _kaarten(it, frozenset(stuk.gekozen(KeuzeSoort.THEMA)))
        for reeks in kaart.reeksen
    )


def _wijk(database: Database, code: str) -> _Wijk:
    beeld = wijkbeeld(database, code)
    plaats = Gebiedsnaam(beeld.wijk.code, beeld.wijk.naam)
    here = rondes(database, BEZOEKER, plaats.code)
    read = tuple(rondebeeld(database, BEZOEKER, plaats.code, it.id) for it in reversed(here.rondes))
    leer = leerbeeld(database, BEZOEKER, plaats.code)
    return _Wijk(
        plaats=plaats,
        beeld=beeld,
        leer=leer,
        plannen=planbeeld(database, BEZOEKER, plaats.code),
        rondes=read,
        samen=stukzinnen.bijeenkomsten(plaats, leer, read),
        niet_gehoord=_niet_gehoord(database, beeld),
    )


def _niet_gehoord(database: Database, beeld: Wijkbeeld) -> str | None:
    """Who did not tell, in words; of few verhalen it could be guessed who did."""
    if beeld.verhalen_op_gemeente:
        return None
    missing = ongehoord(database, beeld.wijk.code)
    groups = [PERSPECTIEF_MEER[it] for it in missing.perspectieven if it is not Perspectief.RAADSLID]
    return opsomming([*groups, *([missing.leeftijden] if missing.leeftijden else [])]) or None


def _indicatorbeeld(database: Database, code: str, gebied: str) -> Indicatorbeeld | None:
    """The figure of a wijk or gemeente; None when the store does not know it (any more) or may not show it there."""
    is_gemeente = gebied == gemeente_of(gebied)
    try:
        beeld = indicatorbeeld(
            database, code, wijk=None if is_gemeente else gebied, gemeente=gebied if is_gemeente else None
        )
    except NietGevonden:
        return None
    return beeld if beeld.reeks is not None and beeld.plaats is not None else None


def _gemeente(database: Database, code: str) -> Gebiedsnaam:
    found = next((it for it in WijkbeeldStore(database).gemeenten() if it.code == code), None)
    return Gebiedsnaam(code, found.naam if found else code)


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


def _kaarten(wijk: _Wijk, themas: frozenset[str]) -> list[ThemaKaart]:
    return [it for it in wijk.beeld.kaarten if not themas or it.thema.code in themas]


# What the product writes of it


def _dossier(
    cijfer: Stukcijfer, beeld: Indicatorbeeld, wijken: Iterable[_Wijk], public: Iterable[Verhaal], today: date
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


def _samenvatting(stuk: Raadsstuk, wijken: Sequence[_Wijk]) -> Iterable[Stukzin]:
    if stuk.soort is StukSoort.WIJKBEELD:
        for it in wijken:
            yield from stukzinnen.minuut(it.plaats, it.beeld.minuut, noem=len(wijken) > 1)


def _over(public: Iterable[Verhaal], wijken: Sequence[_Wijk], themas: frozenset[str]) -> tuple[Verhaal, ...]:
    """The public verhalen about what a stuk is about: each where it stands for everybody (rule 12)."""
    places = {it.plaats.code for it in wijken if not it.beeld.verhalen_op_gemeente}
    if any(it.beeld.verhalen_op_gemeente for it in wijken) or not wijken:
        places |= {gemeente_of(it.plaats.code) or "" for it in wijken}
    return tuple(it for it in public if (it.gebied in places or not wijken) and (not themas or themas & set(it.themas)))


def _gekozen(quoted: Sequence[Verhaal], alle: Sequence[Verhaal], wijken: Iterable[_Wijk]) -> Iterable[Stukzin]:
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


def _financien(gemeente: Gebiedsnaam, wijken: Sequence[_Wijk], themas: frozenset[str]) -> Iterable[Stukzin]:
    found = []
    for place, kaart, regels in _lines(gemeente, wijken, themas):
        zin = stukzinnen.geld(place, (kaart.thema.code, kaart.thema.naam), regels)
        if zin is not None:
            found.append(zin)
    return found or [Stukzin(Deel.FINANCIEN, "geld", f"Geld dat er al is: {stukzinnen.STIL}")]


def _lines(
    gemeente: Gebiedsnaam, wijken: Sequence[_Wijk], themas: frozenset[str]
) -> Iterable[tuple[Gebiedsnaam, ThemaKaart, tuple[Financiering, ...]]]:
    """Lines of money per gebied and thema; those of the whole gemeente once."""
    whole: set[str] = set()
    for wijk in wijken:
        for kaart in _kaarten(wijk, themas):
            yield wijk.plaats, kaart, kaart.financiering
            if kaart.thema.code not in whole:
                whole.add(kaart.thema.code)
                yield gemeente, kaart, kaart.financiering_gemeente


def _geld(
    stuk: Raadsstuk, gemeente: Gebiedsnaam, wijken: Sequence[_Wijk], themas: frozenset[str]
) -> tuple[Stukgeld, ...]:
    first, last = stuk.kop.periode_van or 0, stuk.kop.periode_tot or 9999
    return tuple(
        Stukgeld(place.naam, kaart.thema.naam, it)
        for place, kaart, regels in _lines(gemeente, wijken, themas)
        for it in regels
        if first <= it.jaar <= last
    )


def _participatie(database: Database, wijken: Sequence[_Wijk], cijfers: Iterable[tuple[str, str]]) -> Iterable[Stukzin]:
    asked = set(cijfers)
    for it in wijken:
        keuze = keuzebeeld(database, it.plaats.code)
        mine = {code for code, gebied in asked if gebied == it.plaats.code}
        # A stuk without a figure of this wijk tells of all that the wijk watches.
        codes = mine or {found.indicator.code for found in keuze.indicatoren}
        yield from stukzinnen.participatie(it.plaats, keuze, codes, it.samen, it.plannen)


def _evaluatie(cijfers: Iterable[Stukcijfer], wijken: Sequence[_Wijk]) -> Iterable[Stukzin]:
    watched = [it for it in cijfers if it.reeks.indicator.rol is Rol.KERN]
    yield from (stukzinnen.evaluatie(it) for it in watched)
    if not watched:
        yield Stukzin(Deel.EVALUATIE, "nulmeting", f"Cijfers waar de wijk op let: {stukzinnen.STIL}")
    for it in wijken:
        yield stukzinnen.terugkijken(it.plaats, it.plannen, it.leer)


def _leerpunten(stuk: Raadsstuk, wijken: Iterable[_Wijk]) -> tuple[Leerpunt, ...]:
    """The chosen leerpunten that everybody may read; never a casus, which is what one person told."""
    known = {it.id: it for wijk in wijken for it in wijk.leer.leerpunten if it.niveau is not Niveau.CASUS}
    return tuple(known[it] for it in stuk.gekozen(KeuzeSoort.LEERPUNT) if it in known)


def _besluiten(database: Database, stuk: Raadsstuk) -> dict[str, Raadsbesluit]:
    asked = {it.stand.raadsbesluit for it in stuk.van(OnderdeelSoort.EERDER)}
    return {it.id: it for it in raadsbesluiten(database, stuk.gemeente) if it.id in asked} if asked - {None} else {}
