"""Reads what the page of one indicator shows, and puts it together for a wijk or for a whole gemeente; or of many."""

import csv
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from monitor.domain.gebied import Gebied, gemeente_of, normalize_code
from monitor.domain.gebruiker import BEZOEKER, Gebruiker
from monitor.domain.indicator import Draagvlak, Indicator, IndicatorStatus, Rol
from monitor.domain.indicatorbeeld import (
    AdoptieRegel,
    Bijdrage,
    GebiedDossier,
    Indicatorbeeld,
    StatusStap,
    Vergelijking,
    WijkReeks,
)
from monitor.domain.levensloop import AdoptieStand, Stap, gedragen_hier, status_in, verouderd_sinds
from monitor.domain.meting import Reeks
from monitor.domain.regels import mag_gedragen, vergelijkbaar
from monitor.domain.verhaal import Verhaal
from monitor.domain.wijkbeeld import BronRegel
from monitor.errors import NietGevonden
from monitor.nl import format_datum, sentence, today_amsterdam
from monitor.services import zinnen
from monitor.services.instellingen import GRENZEN, lees
from monitor.services.uitvoer import export_metingen, format_value
from monitor.services.wijkbeeld import checked_wijk, complete, newest_versie, shortened, valid_wijken
from monitor.store.database import Database, Opslag
from monitor.store.indicatorbeeld_store import Cijfers, Dossier, IndicatorbeeldStore, IndicatorMomenten, Versies
from monitor.store.lees_store import VerhalenBij
from monitor.store.wijkbeeld_store import GelezenReeks, Momenten, Omgeving, WijkbeeldStore

_IN_GESPREK = frozenset({IndicatorStatus.VOORSTEL, IndicatorStatus.IN_GESPREK})
_VERSTE_EERST = (
    IndicatorStatus.IN_GEBRUIK,
    IndicatorStatus.GEDRAGEN,
    IndicatorStatus.IN_GESPREK,
    IndicatorStatus.VOORSTEL,
    IndicatorStatus.VERVALLEN,
)
_NO_CIJFERS = Cijfers({}, {}, voorbeeld=False)
_NO_MOMENTEN = IndicatorMomenten((), ())


@dataclass(frozen=True, slots=True)
class _Gebiedkeuze:
    """Where the page looks: a wijk and its gemeente, a gemeente alone, or nowhere yet."""

    omgeving: Omgeving
    wijk: Gebied | None = None
    gemeente: Gebied | None = None


@dataclass(frozen=True, slots=True)
class _Gelezen:
    """What the store holds of one indicator, with its figures in one gemeente."""

    versies: Versies
    dossier: Dossier
    cijfers: Cijfers = _NO_CIJFERS
    momenten: IndicatorMomenten = _NO_MOMENTEN


def indicatorbeeld(
    database: Database,
    code: str,
    *,
    wijk: str | None = None,
    gemeente: str | None = None,
    gebruiker: Gebruiker = BEZOEKER,
) -> Indicatorbeeld:
    """Everything that the page of one indicator shows to this reader, in seven questions to the store.

    Without a wijk it is that of a whole gemeente; an indicator that was adopted in one gemeente needs none named.
    Raises NietGevonden, with a sentence that says what was asked for, for an indicator, wijk or gemeente that the
    store does not know.
    """
    store = IndicatorbeeldStore(database)
    found = store.versies([code]).get(code)
    if found is None:
        raise NietGevonden(
            f"Het cijfer “{shortened(code)}” kennen wij niet. Kijk of de code klopt, of kies een cijfer uit de lijst."
        )
    dossier = _as_shown(database, store.dossiers([code])[code])
    plaats = _plaats(database, wijk, gemeente or _only_gemeente(dossier))
    if plaats.gemeente is None:
        return _beeld(_Gelezen(found, dossier), plaats, ())
    newest, place = found.versies[0].indicator, plaats.gemeente.code
    gelezen = _Gelezen(
        found,
        dossier,
        store.cijfers({code: newest.noemer}, place)[code],
        store.momenten({code: newest.thema}, place)[code],
    )
    today = today_amsterdam(database.now())
    return _beeld(gelezen, plaats, store.verhalen(gebruiker, (plaats.wijk or plaats.gemeente).code, code, today))


def indicatorbeelden(
    database: Opslag, asked: Iterable[tuple[str, str]], gebruiker: Gebruiker = BEZOEKER
) -> dict[tuple[str, str], Indicatorbeeld]:
    """The same of many figures, by indicator and gebied, in as many questions to the store as for one.

    A figure, wijk or gemeente that the store does not know is not in it.
    """
    pairs = tuple(dict.fromkeys(asked))
    codes, today = sorted({code for code, _ in pairs}), today_amsterdam(database.now())
    per_gemeente: dict[str, dict[str, _Gelezen]] = {}
    beelden: dict[tuple[str, str], Indicatorbeeld] = {}
    for gebied in {gebied for _, gebied in pairs}:
        plaats = _plaats_van(database, gebied)
        if plaats is None or plaats.gemeente is None:
            continue
        gemeente = plaats.gemeente.code
        if gemeente not in per_gemeente:
            per_gemeente[gemeente] = _gelezen_in(database, codes, gemeente)
        told = WijkbeeldStore(database).verhalen(gebruiker, gebied, today)
        for code, it in per_gemeente[gemeente].items():
            if (code, gebied) in pairs:
                beelden[code, gebied] = _beeld(it, plaats, _about(told, code))
    return {pair: beelden[pair] for pair in pairs if pair in beelden}


def _gelezen_in(database: Opslag, indicatoren: Collection[str], gemeente: str) -> dict[str, _Gelezen]:
    """What the store holds of these indicators in a gemeente; one that it does not know is not in it."""
    store = IndicatorbeeldStore(database)
    versies = store.versies(indicatoren)
    dossiers = store.dossiers(versies)
    newest = {code: it.versies[0].indicator for code, it in versies.items()}
    cijfers = store.cijfers({code: it.noemer for code, it in newest.items()}, gemeente)
    momenten = store.momenten({code: it.thema for code, it in newest.items()}, gemeente)
    return {
        code: _Gelezen(it, _as_shown(database, dossiers[code]), cijfers[code], momenten[code])
        for code, it in versies.items()
    }


def _about(told: Iterable[VerhalenBij], indicator: str) -> tuple[VerhalenBij, ...]:
    """The same with only the verhalen that are linked to this indicator."""

    def linked(verhaal: Verhaal) -> bool:
        return any(it.indicator == indicator for it in verhaal.koppelingen)

    return tuple(replace(bij, verhalen=tuple(filter(linked, bij.verhalen))) for bij in told)


def _beeld(gelezen: _Gelezen, plaats: _Gebiedkeuze, told: Iterable[VerhalenBij]) -> Indicatorbeeld:
    """What was read, put together."""
    found, dossier = gelezen.versies, gelezen.dossier
    cijfers, momenten = gelezen.cijfers, gelezen.momenten
    newest = found.versies[0].indicator
    status = _status(newest, dossier, plaats.wijk)
    indicator = replace(
        newest,
        rol=_rol(newest, dossier, plaats.wijk),
        status=status or (IndicatorStatus.IN_GEBRUIK if newest.landelijk else IndicatorStatus.VOORSTEL),
    )
    held = _held(indicator, dossier, plaats)
    reeks = _shown_reeks(indicator, plaats, held, cijfers, momenten, dossier.nulmeting)
    verhalen, op_gemeente = _verhalen(told, plaats)
    return Indicatorbeeld(
        indicator=indicator,
        versies=found.versies,
        thema=found.thema,
        noemer=found.noemer,
        gemeente=plaats.gemeente,
        wijken=tuple(it for it in valid_wijken(plaats.omgeving) if it.code in held | _talked(dossier)),
        omliggend=plaats.omgeving.versies,
        wijk=plaats.wijk,
        reeks=reeks,
        besproken=indicator.landelijk or status is not None,
        niet_geldig=_niet_geldig(indicator, dossier, plaats.wijk),
        stappen=_stappen(dossier, plaats.wijk),
        adopties=dossier.adopties,
        dossiers=_dossiers(indicator, dossier, plaats.wijk),
        bijdragen=_bijdragen(dossier, plaats),
        vergelijking=_vergelijking(indicator, dossier, plaats, cijfers, momenten),
        verhalen=verhalen,
        schuring=_schuring(reeks, verhalen) if plaats.wijk and not op_gemeente else None,
        verhalen_op_gemeente=op_gemeente,
        bronnen=_bronnen(cijfers, plaats, held),
        voorbeeld=cijfers.voorbeeld,
    )


def _as_shown(database: Opslag, dossier: Dossier) -> Dossier:
    """Without what so few people said that everybody can tell who; the setting is read when it can matter."""
    most = GRENZEN["kleinste_aantal"][1]
    if all(it.toelichting is None or it.aantal >= most for _, _, it in dossier.herkenning):
        return dossier
    kleinste_aantal = lees(database).kleinste_aantal
    shown = tuple((code, naam, it.as_shown(kleinste_aantal)) for code, naam, it in dossier.herkenning)
    return replace(dossier, herkenning=shown)


def metingen_csv(database: Database, beeld: Indicatorbeeld, *, voor_excel: bool = False) -> bytes:
    """The figures that this page shows, as `export metingen` writes them, with names beside the codes."""
    with TemporaryDirectory() as folder:
        target = Path(folder) / "metingen.csv"
        export_metingen(
            database,
            target,
            gebieden=_shown(beeld),
            indicatoren=[beeld.indicator.code],
            voor_excel=voor_excel,
        )
        return _with_names(target, beeld, voor_excel=voor_excel)


def _with_names(written: Path, beeld: Indicatorbeeld, *, voor_excel: bool) -> bytes:
    """The file with the name of each gebied and of the indicator behind its code."""
    encoding, delimiter = ("utf-8-sig", ";") if voor_excel else ("utf-8", ",")
    gebieden = [*(it.wijk for it in beeld.vergelijking.reeksen), beeld.gemeente, beeld.wijk]
    names = {it.code: it.naam for it in gebieden if it is not None}
    naam = format_value(beeld.indicator.naam, decimal_comma=voor_excel)
    text = StringIO(newline="")
    with written.open(encoding=encoding, newline="") as file:
        (_, _, *head), *rows = csv.reader(file, delimiter=delimiter)
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(["gebied", "gebied_naam", "indicator", "indicator_naam", *head])
    for gebied, indicator, *cells in rows:
        here = format_value(names.get(gebied), decimal_comma=voor_excel)
        writer.writerow([gebied, here, indicator, naam, *cells])
    return text.getvalue().encode(encoding)


def _shown(beeld: Indicatorbeeld) -> list[str]:
    """Codes of the gebieden of which the page shows figures."""
    own = [beeld.wijk.code] if beeld.wijk and beeld.reeks else []
    gemeente = [beeld.gemeente.code] if beeld.gemeente else []
    return sorted({*own, *gemeente, *(it.wijk.code for it in beeld.vergelijking.reeksen)})


# Where


def _plaats_van(database: Opslag, gebied: str) -> _Gebiedkeuze | None:
    """A wijk with its gemeente, or a gemeente; None when the store does not know it."""
    try:
        return _plaats(database, None, gebied) if gebied == gemeente_of(gebied) else _plaats(database, gebied, None)
    except NietGevonden:
        return None


def _plaats(database: Opslag, wijk: str | None, gemeente: str | None) -> _Gebiedkeuze:
    store = WijkbeeldStore(database)
    if wijk is not None:
        wijk_code, gemeente_code = checked_wijk(wijk)
        omgeving = store.omgeving(wijk_code, gemeente_code)
        found = newest_versie(omgeving, wijk_code)
        if found is None:
            raise NietGevonden(f"De wijk {wijk_code} kennen wij niet. Kies een wijk uit de lijst.")
        return _Gebiedkeuze(omgeving, found, newest_versie(omgeving, gemeente_code))
    if gemeente is None:
        return _Gebiedkeuze(Omgeving((), (), ()))
    gemeente_code = normalize_code(gemeente) or ""
    omgeving = store.omgeving(gemeente_code, gemeente_code)
    known = newest_versie(omgeving, gemeente_code) if gemeente_code.startswith("GM") else None
    if known is None:
        raise NietGevonden(f"De gemeente {shortened(gemeente)} kennen wij niet. Kies een gemeente uit de lijst.")
    return _Gebiedkeuze(omgeving, gemeente=known)


def _only_gemeente(dossier: Dossier) -> str | None:
    """The gemeente in which this indicator is talked about or was adopted, when there is one."""
    gebieden = [it.gebied for it in dossier.adopties] + [it.gebied for it in dossier.stappen if it.gebied is not None]
    gemeenten = {gemeente_of(code) for code in gebieden}
    return gemeenten.pop() if len(gemeenten) == 1 else None


# Where it holds (rule 3)


def _now(dossier: Dossier) -> Mapping[str, AdoptieRegel]:
    """The adoption that holds now, by gebied: one that was ended is over at once, as on the page of the wijk."""
    return {it.gebied: it for it in dossier.adopties if it.tot is None}


def _held(indicator: Indicator, dossier: Dossier, plaats: _Gebiedkeuze) -> frozenset[str]:
    """Codes of the gebieden in which this figure may be shown: where it holds now, or did."""
    if indicator.landelijk:
        return frozenset(it.code for it in plaats.omgeving.versies)
    return frozenset(it.gebied for it in dossier.adopties)


def _rol(indicator: Indicator, dossier: Dossier, wijk: Gebied | None) -> Rol:
    """What the indicator is for this wijk; without a wijk the most that it is anywhere."""
    now = _now(dossier)
    if wijk is not None and wijk.code in now:
        return now[wijk.code].rol
    if indicator.landelijk:
        return Rol.CONTEXT
    here = [it.rol for it in dossier.adopties if wijk is None or it.gebied == wijk.code]
    return min(here, key=list(Rol).index, default=Rol.ONTWIKKEL)


def _stappen(dossier: Dossier, wijk: Gebied | None) -> tuple[StatusStap, ...]:
    """The steps that hold everywhere and those of the chosen wijk; without a wijk all of them."""
    return tuple(it for it in dossier.stappen if wijk is None or it.gebied in (None, wijk.code))


def _status(indicator: Indicator, dossier: Dossier, wijk: Gebied | None) -> IndicatorStatus | None:
    """How far the indicator is in the wijk, or without a wijk where it is furthest; None: nobody talked about it."""
    if wijk is not None:
        return _status_in(indicator, dossier, wijk.code)
    gebieden = {it.gebied for it in dossier.adopties} | {it.gebied for it in dossier.stappen if it.gebied is not None}
    found = {_status_in(indicator, dossier, code) for code in gebieden}
    if found:
        return next((status for status in _VERSTE_EERST if status in found), None)
    return dossier.stappen[-1].status if dossier.stappen else None


def _status_in(indicator: Indicator, dossier: Dossier, code: str) -> IndicatorStatus | None:
    here = {code, gemeente_of(code)}
    # Newest first: of two steps of the same moment the last one counts.
    newest_first = dossier.stappen[::-1]
    return status_in(
        [_as_stap(it) for it in newest_first if it.gebied == code],
        [_as_stap(it) for it in newest_first if it.gebied is None],
        _adopties(dossier, code),
        gedragen=bool(mag_gedragen(indicator, [it for gebied, _, it in dossier.draagvlak if gebied == code])),
        loopt=any(it.loopt for it in dossier.bijdragen if it.gebied in here),
    )


def _adopties(dossier: Dossier, gebied: str) -> list[AdoptieStand]:
    return [AdoptieStand("", it.rol, it.van, it.tot) for it in dossier.adopties if it.gebied == gebied]


def _as_stap(it: StatusStap) -> Stap:
    return Stap(it.status, it.op, it.reden)


def _talked(dossier: Dossier) -> frozenset[str]:
    """Codes of the gebieden that talk about it now, and do not watch it yet."""
    last = {it.gebied: it.status for it in dossier.stappen if it.gebied is not None}
    return frozenset(code for code, status in last.items() if status in _IN_GESPREK)


def _niet_geldig(indicator: Indicator, dossier: Dossier, wijk: Gebied | None) -> str | None:
    if wijk is None or indicator.landelijk or wijk.code in _now(dossier):
        return None
    if wijk.code in _talked(dossier):
        return f"In {wijk.naam} is dit cijfer nog in gesprek. Daarom staat er nog geen getal."
    past = [it for it in dossier.adopties if it.gebied == wijk.code and it.tot is not None]
    if not past:
        return f"{wijk.naam} let niet op dit cijfer. Een cijfer geldt alleen in wijken die het zelf kozen."
    last = max(past, key=lambda it: it.tot or it.van)
    zin = f"{wijk.naam} lette op dit cijfer tot en met {format_datum(last.tot or last.van)}. Nu niet meer."
    return f"{zin} {sentence(last.reden)}" if last.reden else zin


# Figures


def _shown_reeks(
    indicator: Indicator,
    plaats: _Gebiedkeuze,
    held: frozenset[str],
    cijfers: Cijfers,
    momenten: IndicatorMomenten,
    nulmeting: Mapping[str, str],
) -> Reeks | None:
    """The series of the chosen wijk where the figure holds there; without a wijk that of the gemeente."""
    if plaats.wijk is not None:
        return _reeks(indicator, plaats.wijk, cijfers, momenten, nulmeting) if plaats.wijk.code in held else None
    if plaats.gemeente is None or (indicator.code, plaats.gemeente.code) not in cijfers.metingen:
        return None
    return replace(_reeks(indicator, plaats.gemeente, cijfers, momenten, nulmeting), gemeente=())


def _reeks(
    indicator: Indicator, wijk: Gebied, cijfers: Cijfers, momenten: IndicatorMomenten, nulmeting: Mapping[str, str]
) -> Reeks:
    gemeente = gemeente_of(wijk.code) or wijk.code
    hier = Momenten(
        breuken=tuple((None, breuk) for gebied, breuk in momenten.breuken if gebied in (None, wijk.code)),
        gebeurtenissen=tuple(it for gebied, it in momenten.gebeurtenissen if gebied in (wijk.code, gemeente)),
        nulmetingen={indicator.code: nulmeting[wijk.code]} if wijk.code in nulmeting else {},
    )
    by_code = {}
    if indicator.noemer:
        by_code[indicator.noemer] = _gelezen(indicator, indicator.noemer, wijk.code, gemeente, cijfers)
    return complete(_gelezen(indicator, indicator.code, wijk.code, gemeente, cijfers), by_code, hier)


def _gelezen(indicator: Indicator, code: str, wijk: str, gemeente: str, cijfers: Cijfers) -> GelezenReeks:
    return GelezenReeks(
        indicator=indicator,
        is_noemer=code != indicator.code,
        hier=cijfers.metingen.get((code, wijk), ()),
        gemeente=cijfers.metingen.get((code, gemeente), ()),
        plaats=None,
    )


def _vergelijking(
    indicator: Indicator,
    dossier: Dossier,
    plaats: _Gebiedkeuze,
    cijfers: Cijfers,
    momenten: IndicatorMomenten,
) -> Vergelijking:
    """The wijken that may stand beside the chosen one, or beside each other: all adopted it, or it is context."""
    now, wijk = _now(dossier), plaats.wijk
    if plaats.gemeente is None:
        return Vergelijking("Kies eerst een gemeente.")
    if wijk is not None and wijk.geldig_tot is not None:
        return Vergelijking("Deze wijk bestaat niet meer. Daarom staat zij niet naast de wijken van nu.")
    if wijk is not None and not vergelijkbaar(indicator, now, wijk.code):
        return Vergelijking(f"{wijk.naam} let nu niet op dit cijfer. Daarom staat deze wijk niet naast andere wijken.")
    candidates = [it for it in valid_wijken(plaats.omgeving) if vergelijkbaar(indicator, now, it.code)]
    reeksen = (WijkReeks(it, _reeks(indicator, it, cijfers, momenten, dossier.nulmeting)) for it in candidates)
    known = tuple(it for it in reeksen if zinnen.has_value(it.reeks))
    if len(known) < 2:
        return Vergelijking("Er zijn nog geen twee wijken die op dit cijfer letten en er een getal van hebben.")
    if indicator.landelijk:
        return Vergelijking("Dit is een landelijk cijfer. Daarom staan alle wijken met een getal hier.", known)
    return Vergelijking("Deze wijken kozen allemaal voor dit cijfer. Andere wijken staan hier niet.", known)


def _bronnen(cijfers: Cijfers, plaats: _Gebiedkeuze, held: frozenset[str]) -> tuple[BronRegel, ...]:
    """The sources of what is shown, each once."""
    here = [plaats.wijk.code] if plaats.wijk else sorted(cijfers.bronnen)
    found = {bron: None for code in here if code in held for bron in cijfers.bronnen.get(code, ())}
    return tuple(sorted(found, key=lambda it: (it.opgegeven, it.naam, it.peiljaar or 0, it.ingelezen_op)))


# The dossier


def _dossiers(indicator: Indicator, dossier: Dossier, wijk: Gebied | None) -> tuple[GebiedDossier, ...]:
    """Per gebied, by name, who supports and who objects; of the chosen wijk alone when there is one."""
    told = (*dossier.draagvlak, *dossier.bezwaren, *dossier.woorden, *dossier.herkenning)
    names = {it.gebied: it.naam for it in dossier.adopties} | {code: naam for code, naam, _ in told}
    codes = [code for code in names if wijk is None or code == wijk.code]
    watched = _now(dossier).keys() | _talked(dossier)
    return tuple(
        _dossier(indicator, dossier, code, names[code], watched=code in watched)
        for code in sorted(codes, key=lambda code: (names[code].casefold(), code))
    )


def _dossier(indicator: Indicator, dossier: Dossier, gebied: str, naam: str, *, watched: bool) -> GebiedDossier:
    draagvlak = tuple(it for code, _, it in dossier.draagvlak if code == gebied)
    return GebiedDossier(
        gebied=gebied,
        naam=naam,
        draagvlak=draagvlak,
        bezwaren=tuple(it for code, _, it in dossier.bezwaren if code == gebied),
        wacht=_wacht(indicator, dossier, gebied, draagvlak) if watched else None,
        woorden=tuple(it for code, _, it in dossier.woorden if code == gebied),
        herkenning=tuple(it for code, _, it in dossier.herkenning if code == gebied),
    )


def _wacht(indicator: Indicator, dossier: Dossier, gebied: str, draagvlak: tuple[Draagvlak, ...]) -> str | None:
    """For whom is waited, where somebody said something and others did not yet, or said it of something else."""
    if not draagvlak:
        return None
    steps = [_as_stap(it) for it in dossier.stappen if it.gebied == gebied]
    oordeel = gedragen_hier(indicator, draagvlak, steps, _adopties(dossier, gebied))
    return oordeel.zin if not oordeel or verouderd_sinds(draagvlak, steps) is not None else None


def _bijdragen(dossier: Dossier, plaats: _Gebiedkeuze) -> tuple[Bijdrage, ...]:
    if plaats.wijk is None:
        return dossier.bijdragen
    here = {plaats.wijk.code, *([plaats.gemeente.code] if plaats.gemeente else [])}
    return tuple(it for it in dossier.bijdragen if it.gebied in here)


# Verhalen


def _verhalen(told: Iterable[VerhalenBij], plaats: _Gebiedkeuze) -> tuple[tuple[Verhaal, ...], bool]:
    """What stands here, newest first, and whether that of the chosen wijk stands at its gemeente (rule 12)."""
    if plaats.wijk is None:
        found = [verhaal for bij in told for verhaal in bij.verhalen]
        return tuple(sorted(found, key=lambda it: (it.kwartaal, it.id), reverse=True)), False
    here = [bij for bij in told if bij.gebied == plaats.wijk.code]
    shown = tuple(verhaal for bij in here for verhaal in bij.verhalen if verhaal.gebied == plaats.wijk.code)
    return shown, not any(bij.op_gebied for bij in here)


def _schuring(reeks: Reeks | None, verhalen: Iterable[Verhaal]) -> str | None:
    """Where the number and the public verhalen of this wijk part: the same for everybody."""
    return zinnen.schuring(reeks, [it for it in verhalen if it.openbaar]) if reeks else None
