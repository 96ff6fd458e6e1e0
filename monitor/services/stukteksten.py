"""All that the product writes itself in one stuk for the raad, made of what was read for it (stuklezen).

Of a verhaal nothing is taken but the citaat that its teller chose, as long as it may be openbaar.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from monitor.domain.gebied import gemeente_of
from monitor.domain.indicator import Thema
from monitor.domain.indicatorbeeld import Indicatorbeeld
from monitor.domain.kanttekening import Cijferdossier, Kanttekening, Verhaaldossier, kanttekeningen
from monitor.domain.kiezen import Keuzebeeld
from monitor.domain.leren import BronSoort, Leerpunt, Niveau
from monitor.domain.meting import Reeks
from monitor.domain.raad import Raadsbesluit
from monitor.domain.raadsstuk import Deel, KeuzeSoort, Raadsstuk, StukSoort, StukVeld, citaat_probleem
from monitor.domain.verhaal import Verhaal, Verhouding
from monitor.domain.wijk import Financiering
from monitor.domain.wijkbeeld import ThemaKaart
from monitor.domain.wijkplan import Planbeeld
from monitor.nl import format_kwartaal
from monitor.services import stukzinnen
from monitor.services.stuklezen import Stukgegevens, Stukwijk, lees_stukgegevens
from monitor.services.stukparticipatie import Bijeenkomst, Stukstemmen, participatie, stemmen
from monitor.services.stukzinnen import Gebiedsnaam, Stukcijfer, Stukjaren, Stukzin
from monitor.services.woorden import PERSPECTIEF
from monitor.services.zinnen import has_value
from monitor.store.database import Opslag

_VAN_EEN_THEMA = frozenset({BronSoort.INDICATOR, BronSoort.ACTIVITEIT, BronSoort.INITIATIEF})
"""What a wijkplan can rest on and stands under a thema."""


@dataclass(frozen=True, slots=True)
class Stukcitaat:
    """What a teller said, word for word, and who she is and when she told it."""

    verhaal: str
    tekst: str
    bij: str
    naast: Mapping[str, Verhouding] = field(default_factory=dict)
    """How her verhaal stands to each figure beside which it was put, by indicator."""
    gebied: str = ""
    """Where it stands: a wijk, or the gemeente."""

    def verhouding(self, indicator: str, gebied: str) -> Verhouding | None:
        """How her verhaal stands to the figure of one gebied; None where it was not put beside that one."""
        elsewhere = self.gebied.startswith("WK") and gebied.startswith("WK") and gebied != self.gebied
        return None if elsewhere else self.naast.get(indicator)


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
    stemmen: tuple[Stukstemmen, ...]
    """How people voted about its figures, wijk by wijk."""
    besluiten: Mapping[str, Raadsbesluit]
    """What the raad decided before and this stuk names, by id."""
    waarover: str
    """The themas of which is counted what there is to choose, in words."""
    cijfers_te_kiezen: int | None
    """How many figures there are about these; None when the stuk names no wijk."""
    verhalen_te_kiezen: int
    """How many verhalen there are about these of which the citaat may be used."""
    voorbeeld: bool

    @property
    def bekeken(self) -> bool:
        """Whether there was a figure or a wijk in which limits could be found."""
        return bool(self.cijfers or self.wijken)

    @property
    def deed_mee(self) -> bool:
        """Whether people came together or voted."""
        return bool(self.bijeenkomsten or self.stemmen)

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


def stukteksten(database: Opslag, stuk: Raadsstuk) -> Stukteksten:
    """All that the product writes in this stuk now. What was chosen and is gone is left out; the stuk says so."""
    return schrijf_teksten(stuk, lees_stukgegevens(database, stuk))


def schrijf_teksten(stuk: Raadsstuk, gegevens: Stukgegevens) -> Stukteksten:
    """The same, from what was read before."""
    wijken, gemeente = gegevens.wijken, gegevens.gemeente
    beelden, quoted = gegevens.beelden, gegevens.geciteerd
    jaren = Stukjaren(stuk.kop.periode_van, stuk.kop.periode_tot)
    cijfers = {(code, gebied): _cijfer(jaren, it, gebied) for (code, gebied), it in beelden.items()}
    names = {it.code: it.naam for wijk in wijken for it in wijk.beeld.wijken}
    names[gemeente.code] = gemeente.naam
    themas = _themas(stuk, beelden.values())
    about = _over(gegevens.openbaar, wijken, themas)
    limits = kanttekeningen(
        (_cijferdossier(it, gegevens) for it in cijfers.values()), _verhaaldossiers(cijfers.values(), gegevens, themas)
    )
    return Stukteksten(
        gemeente=gemeente,
        wijken=tuple(it.plaats for it in wijken),
        zinnen=(
            *_samenvatting(stuk, wijken),
            *(stukzinnen.bevinding(it) for it in cijfers.values()),
            *_gekozen(quoted, about, wijken),
            *stukzinnen.kanttekening_zinnen(limits),
            *_financien(gemeente, wijken, themas),
            *_participatie(wijken, cijfers, themas),
            *_evaluatie(stuk, cijfers.values(), wijken, themas),
        ),
        kanttekeningen=limits,
        cijfers=cijfers,
        citaten={it.id: _citaat(it, names) for it in quoted},
        geld=_geld(jaren, gemeente, wijken, themas),
        leerpunten=_leerpunten(stuk, wijken),
        bijeenkomsten=tuple(meet for it in wijken for meet in it.samen),
        stemmen=tuple(vote for it in wijken for vote in stemmen(it.plaats, it.keuze, _gestemd(it, cijfers))),
        besluiten=gegevens.besluiten,
        waarover=stukzinnen.over_themas(_thema_namen(wijken, beelden.values(), themas)),
        cijfers_te_kiezen=_cijfers_te_kiezen(wijken, themas),
        verhalen_te_kiezen=sum(citaat_probleem(it) is None for it in about),
        voorbeeld=any(it.beeld.voorbeeld for it in wijken) or any(it.voorbeeld for it in beelden.values()),
    )


def _cijfer(jaren: Stukjaren, beeld: Indicatorbeeld, gebied: str) -> Stukcijfer:
    return Stukcijfer(
        plaats=Gebiedsnaam(gebied, beeld.plaats.naam if beeld.plaats else gebied),
        geheel=beeld.reeks or Reeks(beeld.indicator, ()),
        jaren=jaren,
        thema=beeld.thema,
        versie=beeld.versie,
        bronnen=beeld.bronnen,
    )


def _themas(stuk: Raadsstuk, beelden: Iterable[Indicatorbeeld]) -> frozenset[str]:
    """Codes of the themas of a stuk: those that were chosen, or else those of its figures; none: of all."""
    chosen = stuk.gekozen(KeuzeSoort.THEMA)
    return frozenset(chosen or (it.thema.code for it in beelden))


def _thema_namen(
    wijken: Iterable[Stukwijk], beelden: Iterable[Indicatorbeeld], themas: frozenset[str]
) -> tuple[str, ...]:
    known = [*(thema for it in wijken for thema in it.themas(themas)), *(it.thema for it in beelden)]
    return tuple({it.code: it.naam for it in known if it.code in themas}.values())


def _cijfers_te_kiezen(wijken: Sequence[Stukwijk], themas: frozenset[str]) -> int | None:
    """How many figures with a value the wijken have about these themas."""
    if not wijken:
        return None
    return sum(has_value(reeks) for it in wijken for kaart in it.kaarten(themas) for reeks in kaart.reeksen)


# Of what the limits are looked for


def _cijferdossier(cijfer: Stukcijfer, gegevens: Stukgegevens) -> Cijferdossier:
    wijk = gegevens.wijk(cijfer.plaats.code)
    return Cijferdossier(
        reeks=cijfer.geheel,
        gebied=cijfer.plaats.code,
        naam=cijfer.plaats.naam,
        vandaag=gegevens.vandaag,
        beinvloedbaar=cijfer.versie.beinvloedbaar,
        verhalen=_told(cijfer.plaats, cijfer.thema, gegevens, [cijfer.sleutel]),
        grenzen=(*wijk.beeld.voorgangers, *wijk.beeld.opvolgers) if wijk else (),
    )


def _verhaaldossiers(
    cijfers: Iterable[Stukcijfer], gegevens: Stukgegevens, themas: frozenset[str]
) -> Iterable[Verhaaldossier]:
    """What was told in each wijk of each thema of the stuk, and where it has a figure; with or without a figure."""
    asked: dict[tuple[Gebiedsnaam, Thema | None], list[tuple[str, str]]] = {}
    for wijk in gegevens.wijken:
        asked.update({(wijk.plaats, thema): [] for thema in wijk.themas(themas) or (None,)})
    for it in cijfers:
        asked.setdefault((it.plaats, it.thema), []).append(it.sleutel)
    for (plaats, thema), keys in asked.items():
        here = gegevens.wijk(plaats.code)
        yield Verhaaldossier(
            gebied=plaats.code,
            naam=plaats.naam,
            thema=thema,
            verhalen=_told(plaats, thema, gegevens, keys) if thema else (),
            verhalen_op_gemeente=here is not None and here.beeld.verhalen_op_gemeente,
            niet_gehoord=here.niet_gehoord if here else None,
        )


def _told(
    plaats: Gebiedsnaam, thema: Thema, gegevens: Stukgegevens, cijfers: Iterable[tuple[str, str]]
) -> tuple[Verhaal, ...]:
    """The public verhalen of a gebied about a thema, or about one of these figures of it."""
    wijk = gegevens.wijk(plaats.code)
    if wijk is not None and wijk.beeld.verhalen_op_gemeente:
        return ()
    about = [it for it in gegevens.openbaar if thema.code in it.themas and (wijk is None or it.gebied == plaats.code)]
    beside = [it for key in cijfers for it in gegevens.beelden[key].verhalen if it.openbaar]
    return tuple({it.id: it for it in (*about, *beside)}.values())


# What the product writes of it


def _samenvatting(stuk: Raadsstuk, wijken: Sequence[Stukwijk]) -> Iterable[Stukzin]:
    if stuk.soort is StukSoort.WIJKBEELD:
        yield from stukzinnen.minuten([(it.plaats, it.beeld.minuut) for it in wijken])


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
    return Stukcitaat(
        verhaal.id,
        verhaal.citaat or "",
        by,
        {it.indicator: it.verhouding for it in verhaal.koppelingen},
        verhaal.gebied,
    )


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
    jaren: Stukjaren, gemeente: Gebiedsnaam, wijken: Sequence[Stukwijk], themas: frozenset[str]
) -> tuple[Stukgeld, ...]:
    return tuple(
        Stukgeld(place.naam, kaart.thema.naam, it)
        for place, kaart, regels in _lines(gemeente, wijken, themas)
        for it in regels
        if jaren.holds(it.jaar)
    )


def _participatie(
    wijken: Sequence[Stukwijk], cijfers: Collection[tuple[str, str]], themas: frozenset[str]
) -> Iterable[Stukzin]:
    told = [
        (
            it.plaats,
            participatie(
                it.plaats, _keuze(it.keuze, themas), _gestemd(it, cijfers), it.samen, _plannen(it, themas).plannen
            ),
        )
        for it in wijken
    ]
    return stukzinnen.stille_samen(told, stukzinnen.STIL)


def _gestemd(wijk: Stukwijk, cijfers: Collection[tuple[str, str]]) -> set[str]:
    """The figures of which the votes are told: those of the stuk here, or else all that the wijk watches."""
    mine = {code for code, gebied in cijfers if gebied == wijk.plaats.code}
    return mine or {it.indicator.code for it in wijk.keuze.indicatoren}


def _keuze(keuze: Keuzebeeld, themas: frozenset[str]) -> Keuzebeeld:
    """What people chose, with only what they brought in about these themas; of some of it nobody said about which."""
    if not themas:
        return keuze
    return replace(keuze, groepen=tuple(it for it in keuze.groepen if it.thema in themas), los=())


def _plannen(wijk: Stukwijk, themas: frozenset[str]) -> Planbeeld:
    """The plans of a wijk without those that rest on figures and zaken of other themas alone."""
    if not themas:
        return wijk.plannen
    ours = wijk.zaken(themas)
    kept = [
        plan
        for plan in wijk.plannen.plannen
        if not (told := [it.ref for it in plan.bronnen if it.soort in _VAN_EEN_THEMA]) or ours & set(told)
    ]
    return replace(wijk.plannen, plannen=tuple(kept))


def _evaluatie(
    stuk: Raadsstuk, cijfers: Iterable[Stukcijfer], wijken: Sequence[Stukwijk], themas: frozenset[str]
) -> Iterable[Stukzin]:
    yield from stukzinnen.evaluatie(cijfers)
    chosen = stuk.gekozen(KeuzeSoort.LEERPUNT)
    days = [(it.plaats, stukzinnen.terugkijken(it.plaats, _plannen(it, themas), it.leer, chosen)) for it in wijken]
    yield from stukzinnen.stille_samen(days, stukzinnen.GEEN_TERUGBLIK)


def _leerpunten(stuk: Raadsstuk, wijken: Iterable[Stukwijk]) -> tuple[Leerpunt, ...]:
    """The chosen leerpunten that everybody may read; never a casus, which is what one person told."""
    known = {it.id: it for wijk in wijken for it in wijk.leer.leerpunten if it.niveau is not Niveau.CASUS}
    return tuple(known[it] for it in stuk.gekozen(KeuzeSoort.LEERPUNT) if it in known)
