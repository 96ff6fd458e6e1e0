"""Reads what the pages show and puts it together: figures in words, verhalen beside them, and where they part."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from monitor.domain.gebied import Gebied, GebiedSoort, gemeente_of, normalize_code
from monitor.domain.gebruiker import BEZOEKER, Gebruiker
from monitor.domain.indicator import INWONERS, Indicator, Rol, Thema
from monitor.domain.meting import Breuk, Gebeurtenis, Meting, MetingStatus, OntbreektReden, Reeks, with_value
from monitor.domain.regels import CONTEXT_MAXIMUM
from monitor.domain.verhaal import Verhaal, Verhouding
from monitor.domain.wijkbeeld import (
    Gemeentebeeld,
    GemeenteRegel,
    IndicatorDossier,
    ThemaKaart,
    Verantwoording,
    Wijkbeeld,
)
from monitor.errors import NietGevonden
from monitor.nl import today_amsterdam
from monitor.services import zinnen
from monitor.services.minuut import minuut
from monitor.store.database import Database, Opslag
from monitor.store.lees_store import VerhalenBij
from monitor.store.wijkbeeld_store import (
    GelezenReeks,
    Momenten,
    Omgeving,
    Reeksen,
    WijkbeeldStore,
    Wijkzaken,
)

INLEZINGEN_OP_PAGINA = 30
LANGSTE_ECHO = 40
"""So many characters of a code that is none are said back."""
CONTEXT_PER_THEMA = 2
KLEINSTE_NOEMER = 50
"""Shares of fewer than this are not shown: CBS rounds wijken to five, so one person more or less is noise."""


def gemeenten(database: Database) -> tuple[Gebied, ...]:
    """All gemeenten that are valid now and have wijken, by name."""
    return WijkbeeldStore(database).gemeenten()


def themas(database: Database) -> tuple[Thema, ...]:
    """All themas in their order."""
    return WijkbeeldStore(database).themas()


def wijkbeeld(database: Opslag, code: str, gebruiker: Gebruiker = BEZOEKER) -> Wijkbeeld:
    """Everything that the wijk page shows of `code` to this reader, in seven questions to the store.

    Who reads intern here finds what is not public with the thema; what is counted and said in sentences is of the
    public verhalen alone, for everybody alike.

    Raises NietGevonden, with a sentence that says what was asked for, when `code` is no wijk that the store knows.
    """
    store = WijkbeeldStore(database)
    wijk_code, gemeente_code = checked_wijk(code)
    omgeving = store.omgeving(wijk_code, gemeente_code)
    wijk = newest_versie(omgeving, wijk_code)
    if wijk is None:
        raise NietGevonden(
            f"De wijk {wijk_code} kennen wij niet. Kijk of de code klopt, of kies een wijk uit de lijst."
        )
    themas = store.themas()
    gelezen = store.reeksen(wijk_code, gemeente_code, INWONERS)
    momenten = store.momenten(wijk_code, gemeente_code)
    verhalen = _verhalen(store, gebruiker, wijk_code, _today(database))[0]
    zaken = store.wijkzaken(wijk_code, gemeente_code)

    shown = tuple(it for it in verhalen.verhalen if it.gebied == wijk_code)
    publiek = tuple(it for it in shown if it.openbaar and verhalen.op_gebied)
    reeksen = _shown_reeksen(gelezen, momenten, _tegengesproken(publiek))
    kaarten = [_kaart(thema, reeksen, publiek, zaken) for thema in themas]
    filled = _say_who_is_missing(_in_order(kaart for kaart in kaarten if _has_content(kaart)), verhalen.leeftijden)
    # Of a wijk with few verhalen the page is that of a wijk with none: also how few there are would tell who told.
    op_gemeente, hier = not verhalen.op_gebied, verhalen.aantal if verhalen.op_gebied else 0
    geleerd = store.geleerd(wijk_code, gemeente_code)
    gezegd = minuut(wijk.naam, filled, geleerd, verhalen_totaal=hier, verhalen_op_gemeente=op_gemeente)
    if len(shown) > len(publiek):
        kaarten = [replace(kaart, verhalen=_told(kaart.thema, kaart.reeksen, shown)) for kaart in kaarten]
        filled = _say_who_is_missing(_in_order(kaart for kaart in kaarten if _has_content(kaart)), verhalen.leeftijden)
    return Wijkbeeld(
        wijk=wijk,
        gemeente=newest_versie(omgeving, gemeente_code),
        wijken=valid_wijken(omgeving),
        inwoners=_inwoners(gelezen),
        opvolgers=omgeving.opvolgers,
        voorgangers=omgeving.voorgangers,
        kaarten=filled,
        lege_themas=tuple(kaart.thema for kaart in kaarten if not _has_content(kaart)),
        minuut=gezegd,
        verhalen_totaal=hier,
        verhalen_op_gemeente=op_gemeente,
        bronnen=gelezen.bronnen,
        cijfers_tot=_newest_periode(filled),
        voorbeeld=gelezen.voorbeeld,
    )


def gemeentebeeld(database: Database, code: str) -> Gemeentebeeld:
    """Everything that the gemeente page shows of `code`.

    Raises NietGevonden when `code` is no gemeente that the store knows.
    """
    store = WijkbeeldStore(database)
    gemeente_code = normalize_code(code)
    if gemeente_code is None or not gemeente_code.startswith("GM"):
        raise NietGevonden(f"“{shortened(code)}” is geen code van een gemeente. Zo'n code ziet eruit als GM0362.")
    omgeving = store.omgeving(gemeente_code, gemeente_code)
    gemeente = newest_versie(omgeving, gemeente_code)
    if gemeente is None:
        raise NietGevonden(f"De gemeente {gemeente_code} kennen wij niet. Kies een gemeente uit de lijst.")
    themas = store.themas()
    cijfers = store.cijfers_tegengesproken(gemeente_code)
    told = {bij.gebied: bij for bij in _verhalen(store, BEZOEKER, gemeente_code, _today(database))}
    counts = store.overzicht(gemeente_code, INWONERS)
    bronnen, voorbeeld = store.bronnen(gemeente_code)
    return Gemeentebeeld(
        gemeente=gemeente,
        regels=tuple(
            GemeenteRegel(
                wijk=wijk,
                inwoners=counts[wijk.code].inwoners if wijk.code in counts else None,
                verhalen=_at_wijk(told.get(wijk.code)),
                schuurt=tuple(thema.naam for thema in themas if thema.code in _schuurt(told.get(wijk.code), cijfers)),
                kern=counts[wijk.code].kern if wijk.code in counts else 0,
            )
            for wijk in valid_wijken(omgeving)
        ),
        verhalen=_at_gemeente(told.values(), gemeente_code),
        overal=store.wijkzaken(gemeente_code, gemeente_code).activiteiten,
        bronnen=bronnen,
        voorbeeld=voorbeeld,
    )


def verantwoording(database: Database, gemeente: str) -> Verantwoording:
    """How the figures and verhalen of a gemeente are known: sources, definitions, changes, and what is missing.

    Raises NietGevonden when `gemeente` is no gemeente that the store knows.
    """
    store = WijkbeeldStore(database)
    gemeente = normalize_code(gemeente) or gemeente
    if gemeente not in {it.code for it in store.gemeenten()}:
        raise NietGevonden(f"De gemeente {shortened(gemeente)} kennen wij niet. Kies een gemeente uit de lijst.")
    bronnen, voorbeeld = store.bronnen(gemeente)
    tellingen = store.tellingen(gemeente)
    inlezingen = store.inlezingen(gemeente, voorbeeld=voorbeeld, hoeveel=INLEZINGEN_OP_PAGINA)
    indicatoren = store.indicatoren(gemeente)
    return Verantwoording(
        bronnen=bronnen,
        inlezingen=inlezingen,
        indicatoren=tuple(it for it, _ in indicatoren),
        themas=store.themas(),
        ontbrekend=tellingen["ontbreekt"],
        geweigerd=tellingen["geweigerd"],
        ingetrokken=tellingen["ingetrokken"],
        letten_op={it.code: wijken for it, wijken in indicatoren if wijken},
    )


def kaart(database: Database, gemeente: str) -> tuple[dict[str, Any], ...]:
    """The wijken of a gemeente as GeoJSON features with `code` and `naam`, newest boundaries; empty when unknown."""
    return WijkbeeldStore(database).kaart(gemeente)


def checked_wijk(code: str) -> tuple[str, str]:
    """The code of a wijk and of its gemeente; NietGevonden tells what `code` is instead."""
    known = normalize_code(code)
    if known is None:
        raise NietGevonden(f"“{shortened(code)}” is geen code van een wijk. Zo'n code ziet eruit als WK036203.")
    gemeente = gemeente_of(known)
    if gemeente is None or known.startswith("GM"):
        raise NietGevonden(f"{known} is geen wijk maar een groter gebied. Kies een wijk uit de lijst.")
    if known.startswith("BU"):
        raise NietGevonden(f"{known} is een buurt. Wij tonen cijfers en verhalen per wijk: kijk bij WK{known[2:8]}.")
    return known, gemeente


def shortened(text: str) -> str:
    """What somebody typed, no longer than a sentence can bear."""
    return text if len(text) <= LANGSTE_ECHO else f"{text[:LANGSTE_ECHO]}…"


def newest_versie(omgeving: Omgeving, code: str) -> Gebied | None:
    """The version of `code` that is valid now, else the last one that was."""
    versies = [gebied for gebied in omgeving.versies if gebied.code == code]
    return max(versies, key=lambda gebied: gebied.geldig_van, default=None)


def valid_wijken(omgeving: Omgeving) -> tuple[Gebied, ...]:
    """The wijken of now, by name."""
    valid = [it for it in omgeving.versies if it.soort is GebiedSoort.WIJK and it.geldig_tot is None]
    return tuple(sorted(valid, key=lambda wijk: (wijk.naam.casefold(), wijk.code)))


def _verhalen(store: WijkbeeldStore, gebruiker: Gebruiker, gebied: str, op: date) -> tuple[VerhalenBij, ...]:
    return tuple(sorted(store.verhalen(gebruiker, gebied, op), key=lambda it: it.gebied != gebied))


def _today(database: Opslag) -> date:
    return today_amsterdam(database.now())


def _tegengesproken(verhalen: Iterable[Verhaal]) -> set[str]:
    """Codes of the indicators that some verhaal says something else about."""
    return {
        koppeling.indicator
        for verhaal in verhalen
        for koppeling in verhaal.koppelingen
        if koppeling.verhouding is Verhouding.ZEGT_ANDERS
    }


def _shown_reeksen(gelezen: Reeksen, momenten: Momenten, tegengesproken: set[str]) -> tuple[Reeks, ...]:
    """Kern, aanvullend and ontwikkel in their order; then context, for the themas that have no kern.

    A context figure that a verhaal contradicts is shown beside kern too: where the two part comes first.
    """
    by_code = {it.indicator.code: it for it in gelezen.reeksen}
    candidates = [it for it in gelezen.reeksen if not it.is_noemer and it.plaats is not None]
    own = [it for it in candidates if it.indicator.rol is not Rol.CONTEXT]
    with_kern = {it.indicator.thema for it in own if it.indicator.rol is Rol.KERN}
    context = [
        it
        for it in candidates
        if it.indicator.rol is Rol.CONTEXT
        and (it.indicator.thema not in with_kern or it.indicator.code in tegengesproken)
    ]
    chosen = sorted(own, key=_rol_order) + _choose_context(
        sorted(context, key=lambda it: it.indicator.code not in tegengesproken)
    )
    return tuple(complete(it, by_code, momenten) for it in chosen)


def _rol_order(gelezen: GelezenReeks) -> tuple[int, int]:
    return list(Rol).index(gelezen.indicator.rol), gelezen.indicator.volgorde


def _choose_context(candidates: Sequence[GelezenReeks]) -> list[GelezenReeks]:
    """At most two context figures a thema and eight on the page; first one for every thema, only those with a value."""
    chosen: list[GelezenReeks] = []
    filled = [it for it in candidates if with_value(it.hier)]
    for place in range(CONTEXT_PER_THEMA):
        per_thema: dict[str, int] = {}
        for it in filled:
            rank = per_thema.get(it.indicator.thema, 0)
            per_thema[it.indicator.thema] = rank + 1
            if rank == place and len(chosen) < CONTEXT_MAXIMUM:
                chosen.append(it)
    return chosen


def complete(gelezen: GelezenReeks, by_code: Mapping[str, GelezenReeks], momenten: Momenten) -> Reeks:
    """What was read as it may be shown: as a share of its noemer where it has one, with what broke and happened."""
    indicator = gelezen.indicator
    noemer = by_code.get(indicator.noemer) if indicator.noemer else None
    hier, gemeente = gelezen.hier, gelezen.gemeente
    if noemer is not None:
        indicator = replace(indicator, eenheid="%", decimalen=0)
        hier, gemeente = _shares(hier, noemer.hier), _shares(gemeente, noemer.gemeente)
    return Reeks(
        indicator=indicator,
        metingen=hier,
        gemeente=gemeente if indicator.eenheid != "aantal" else (),
        breuken=_breuken(indicator, momenten),
        gebeurtenissen=_gebeurtenissen(indicator, momenten),
        nulmeting=momenten.nulmetingen.get(indicator.code),
    )


def _shares(metingen: Sequence[Meting], noemers: Sequence[Meting]) -> tuple[Meting, ...]:
    """Counts as a percentage of their noemer in the same period; what cannot be computed keeps its reason."""
    by_periode = {noemer.periode: noemer for noemer in noemers}
    return tuple(_share(meting, by_periode.get(meting.periode)) for meting in metingen)


def _share(meting: Meting, noemer: Meting | None) -> Meting:
    if meting.waarde is None:
        return meting
    if noemer is None or noemer.waarde is None:
        reason = noemer.ontbreekt_reden if noemer else OntbreektReden.NIET_GELEVERD
        return Meting(meting.periode, meting.start, None, reason)
    if noemer.waarde < KLEINSTE_NOEMER:
        return Meting(meting.periode, meting.start, None, OntbreektReden.TE_KLEIN)
    return Meting(meting.periode, meting.start, 100 * meting.waarde / noemer.waarde, status=MetingStatus.BEREKEND)


def _breuken(indicator: Indicator, momenten: Momenten) -> tuple[Breuk, ...]:
    return tuple(breuk for bij, breuk in momenten.breuken if bij is None or bij == indicator.code)


def _gebeurtenissen(indicator: Indicator, momenten: Momenten) -> tuple[Gebeurtenis, ...]:
    return tuple(it for it in momenten.gebeurtenissen if it.thema == indicator.thema)


def _kaart(
    thema: Thema,
    reeksen: Sequence[Reeks],
    verhalen: Sequence[Verhaal],
    zaken: Wijkzaken,
) -> ThemaKaart:
    here = tuple(reeks for reeks in reeksen if reeks.indicator.thema == thema.code)
    codes = {reeks.indicator.code for reeks in here}
    told = _told(thema, here, verhalen)
    found = (zinnen.schuring(reeks, told, noem=len(here) > 1) for reeks in here)
    return ThemaKaart(
        thema=thema,
        reeksen=here,
        verhalen=told,
        schuring=tuple(sentence for sentence in found if sentence),
        initiatieven=tuple(it for it in zaken.initiatieven if it.thema == thema.code),
        plekken=tuple(it for it in zaken.plekken if it.thema == thema.code),
        activiteiten=tuple(it for it in zaken.activiteiten if it.thema == thema.code),
        financiering=tuple(it for it in zaken.financiering if it.thema == thema.code),
        financiering_gemeente=tuple(it for it in zaken.financiering_gemeente if it.thema == thema.code),
        dossiers=tuple(_dossier(code, zaken) for code in sorted(codes) if _has_dossier(code, zaken)),
    )


def _told(thema: Thema, reeksen: Sequence[Reeks], verhalen: Iterable[Verhaal]) -> tuple[Verhaal, ...]:
    """The verhalen about a thema, or about one of its figures."""
    codes = {reeks.indicator.code for reeks in reeksen}
    return tuple(
        verhaal
        for verhaal in verhalen
        if thema.code in verhaal.themas or codes & {koppeling.indicator for koppeling in verhaal.koppelingen}
    )


def _in_order(kaarten: Iterable[ThemaKaart]) -> list[ThemaKaart]:
    """Where number and verhalen part comes first, then what people watch themselves; else in the order of themas."""

    def rank(kaart: ThemaKaart) -> int:
        if kaart.schuring:
            return 0
        return 1 if any(reeks.indicator.rol is Rol.KERN for reeks in kaart.reeksen) else 2

    return sorted(kaarten, key=rank)


def _say_who_is_missing(kaarten: Sequence[ThemaKaart], leeftijden: Sequence[str | None]) -> tuple[ThemaKaart, ...]:
    """Ages are counted for the whole wijk, so who is missing is said once: at the first thema that has verhalen."""
    first = next((kaart.thema for kaart in kaarten if kaart.verhalen), None)
    missing = zinnen.niet_gehoord(leeftijden)
    return tuple(replace(kaart, niet_gehoord=missing) if kaart.thema == first else kaart for kaart in kaarten)


def _has_dossier(code: str, zaken: Wijkzaken) -> bool:
    return any(bij == code for bij, _ in (*zaken.draagvlak, *zaken.bezwaren))


def _dossier(code: str, zaken: Wijkzaken) -> IndicatorDossier:
    return IndicatorDossier(
        indicator=code,
        draagvlak=tuple(it for bij, it in zaken.draagvlak if bij == code),
        bezwaren=tuple(it for bij, it in zaken.bezwaren if bij == code),
    )


def _has_content(kaart: ThemaKaart) -> bool:
    here = (*kaart.initiatieven, *kaart.plekken, *kaart.activiteiten, *kaart.financiering)
    return bool(kaart.reeksen or kaart.verhalen or here)


def _inwoners(gelezen: Reeksen) -> Meting | None:
    metingen = next((it.hier for it in gelezen.reeksen if it.indicator.code == INWONERS), ())
    known = with_value(metingen)
    return known[-1] if known else None


def _newest_periode(kaarten: Iterable[ThemaKaart]) -> str | None:
    known = [
        (meting.start, meting.periode)
        for kaart in kaarten
        for reeks in kaart.reeksen
        for meting in reeks.metingen
        if meting.waarde is not None
    ]
    return max(known)[1] if known else None


def _schuurt(bij: VerhalenBij | None, cijfers: dict[tuple[str, str], str]) -> set[str]:
    """Codes of the themas in which a verhaal that stands at its wijk says something else than a number there."""
    if bij is None or not bij.op_gebied:
        return set()
    return {
        cijfers[bij.gebied, koppeling.indicator]
        for verhaal in bij.verhalen
        for koppeling in verhaal.koppelingen
        if koppeling.verhouding is Verhouding.ZEGT_ANDERS and (bij.gebied, koppeling.indicator) in cijfers
    }


def _at_wijk(bij: VerhalenBij | None) -> int | None:
    """How many verhalen stand at a wijk; None when they would stand at the gemeente, if there are any."""
    return bij.aantal if bij and bij.op_gebied else None


def _at_gemeente(told: Iterable[VerhalenBij], gemeente: str) -> tuple[Verhaal, ...]:
    """Verhalen of the gemeente itself and of wijken too small to show them, newest first, without their wijk."""
    shown = [verhaal for bij in told if bij.gebied == gemeente or not bij.op_gebied for verhaal in bij.verhalen]
    return tuple(sorted(shown, key=lambda verhaal: (verhaal.kwartaal, verhaal.id), reverse=True))
