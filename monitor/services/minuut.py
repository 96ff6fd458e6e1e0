"""De wijk in een minuut: five lines in the raadslid's order, and questions to ask, each computed from what is known.

What was learned in wijkgesprekken comes before what an activiteit taught, and what stands in the way before all else.
Every line has something true to say when the store is nearly empty.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from monitor.domain.indicator import Bewijssoort, IndicatorSoort, Rol
from monitor.domain.leesronde import Leesniveau
from monitor.domain.leren import Gremium, Niveau
from monitor.domain.meting import Reeks
from monitor.domain.raad import BeslispuntUitkomst
from monitor.domain.trend import Trend, TrendRichting, Zekerheid, trend_of, trend_to_tell
from monitor.domain.verhaal import Gevoel, Verhaal
from monitor.domain.wijk import Activiteit, ActiviteitStatus
from monitor.domain.wijkbeeld import Minuut, MinuutBeslispunt, MinuutBron, MinuutLeerpunt, MinuutRonde, ThemaKaart
from monitor.nl import (
    format_datum,
    format_maand,
    hoofdletter,
    in_periode,
    meervoud,
    one_line,
    opsomming,
    periode_in_zin,
    sentence,
)
from monitor.services import waarden, zinnen
from monitor.services.woorden import ACTIVITEIT_STATUS, GEVOEL, ZEKERHEID

FEITEN, FEITEN_MET_TREND = 3, 2
"""How many figures the first line tells, and how many of those may be about change."""
THEMAS_GENOEMD = 3
TITELS_GENOEMD = 2
VRAGEN = 4
GEVRAAGD = 2
"""So many things that are asked of the raad are told; of the others how many there are."""
GEEN_VOORSTEL = "Er ligt nu geen voorstel over deze wijk."
_NIVEAU = {Niveau.BOTTLENECK: "Wat in de weg zit", Niveau.PATROON: "Wat we vaker zien"}
_BESLOOT = {
    BeslispuntUitkomst.AANGENOMEN: "nam de raad aan",
    BeslispuntUitkomst.GEWIJZIGD: "nam de raad met een wijziging aan",
    BeslispuntUitkomst.VERWORPEN: "verwierp de raad",
}
"""What the raad did with a beslispunt that is over."""
_RAAD = re.compile(r"(de |een |het )?(gemeente)?raads?(lid|leden)?")
"""How people write that the raad itself is to do something."""


@dataclass(frozen=True, slots=True)
class _Feit:
    reeks: Reeks
    trend: Trend

    @property
    def told(self) -> bool:
        return self.trend.richting is not None


def minuut(
    naam: str,
    kaarten: Sequence[ThemaKaart],
    geleerd: MinuutBron,
    *,
    verhalen_totaal: int,
    verhalen_op_gemeente: bool,
) -> Minuut:
    """The minute of the wijk called `naam`: from its cards, what was learned together, how many verhalen stand there.

    Where they stand at the gemeente, it says the same whether there are few or none.
    """
    asked, decided = _asked(geleerd), _decided(geleerd)
    schurend = [kaart for kaart in kaarten if _schuurt(kaart)]
    return Minuut(
        zien=_zien(naam, kaarten),
        vertellen=_vertellen(naam, kaarten, verhalen_totaal, verhalen_op_gemeente),
        schuurt=_schuurt_zin(kaarten, schurend, op_gemeente=verhalen_op_gemeente),
        leerden=_leerden(kaarten, geleerd),
        gevraagd=_gevraagd(asked, decided),
        vragen=_vragen(naam, kaarten, schurend),
        titels="" if verhalen_op_gemeente else _newest(_unique_verhalen(kaarten)),
        schuurt_themas=tuple(kaart.thema.code for kaart in schurend),
        gesprek=geleerd.gesprek,
        raad=bool(asked or decided),
        ronde=None if verhalen_op_gemeente else _ronde(geleerd),
    )


# Wat zien we?


def _zien(naam: str, kaarten: Sequence[ThemaKaart]) -> str:
    reeksen = [reeks for kaart in kaarten for reeks in kaart.reeksen]
    if not reeksen:
        return f"Over {naam} zijn nog geen cijfers opgehaald."
    in_order = _first_of_each_thema_first(kaarten)
    feiten = [_Feit(reeks, trend_to_tell(reeks)) for reeks in in_order if zinnen.has_value(reeks)]
    if not feiten:
        return f"De cijfers over {naam} ontbreken nog. Bij elk cijfer staat waarom."
    chosen = _choose(feiten)
    told = [_told(feit) for feit in chosen if feit.told]
    return " ".join([*told, *_known([feit for feit in chosen if not feit.told]), *_caution(chosen)])


def _first_of_each_thema_first(kaarten: Sequence[ThemaKaart]) -> Iterator[Reeks]:
    deepest = max((len(kaart.reeksen) for kaart in kaarten), default=0)
    for place in range(deepest):
        yield from (kaart.reeksen[place] for kaart in kaarten if place < len(kaart.reeksen))


def _choose(feiten: Sequence[_Feit]) -> list[_Feit]:
    """Kernindicatoren before context, certain before probable before only known, what people live before background.

    Where nothing can be told of change, the last place goes to another kind of evidence than the ones before it.
    """
    ordered = sorted(feiten, key=_telling)
    told = [feit for feit in ordered if feit.told][:FEITEN_MET_TREND]
    chosen = [*told, *(feit for feit in ordered if not feit.told)]
    first, rest = chosen[: FEITEN - 1], chosen[FEITEN - 1 :]
    said = {feit.reeks.indicator.bewijssoort for feit in first}
    other = [feit for feit in rest if feit.reeks.indicator.bewijssoort not in said]
    return [*first, *(other or rest)[:1]]


def _telling(feit: _Feit) -> tuple[int, int, bool]:
    indicator = feit.reeks.indicator
    return (
        list(Rol).index(indicator.rol),
        list(Zekerheid).index(feit.trend.zekerheid),
        indicator.soort is not IndicatorSoort.BELEVING,
    )


def _told(feit: _Feit) -> str:
    """ "In 2025 kenden 61 van de 100 mensen hun buren, waarschijnlijk meer dan in 2019 (toen 52)." """
    reeks, trend = feit.reeks, feit.trend
    if trend.vanaf is None or trend.tot is None:
        return ""
    begin = (zinnen.bekend_zin(reeks, noem=True) or "").rstrip(".")
    when, zeker = in_periode(trend.vanaf.periode), ZEKERHEID[trend.zekerheid]
    people = waarden.counts_people(reeks.indicator)
    if trend.richting is TrendRichting.GELIJK:
        return f"{begin}, {zeker} ongeveer {'evenveel' if people else 'even hoog'} als {when}."
    rising = trend.richting is TrendRichting.STIJGT
    word = ("meer" if rising else "minder") if people else ("hoger" if rising else "lager")
    toen = waarden.plain_value(reeks.indicator, trend.vanaf.waarde or 0.0)
    return f"{begin}, {zeker} {word} dan {when} (toen {toen})."


def _known(feiten: Sequence[_Feit]) -> list[str]:
    """What is known without change; clauses of one period share one sentence."""
    sentences: list[str] = []
    per_periode: dict[str, list[str]] = {}
    for feit in feiten:
        clause = zinnen.bekend_bijzin(feit.reeks)
        if clause is None or "," in clause[1]:
            sentences.append(zinnen.bekend_zin(feit.reeks, noem=True) or "")
        else:
            per_periode.setdefault(clause[0], []).append(clause[1])
    joined = [f"{hoofdletter(when)} {opsomming(clauses)}." for when, clauses in per_periode.items()]
    return joined + sentences


def _caution(chosen: Sequence[_Feit]) -> list[str]:
    untold = [feit for feit in chosen if not feit.told]
    if not untold or len(untold) < len(chosen):
        return []
    if all(feit.reeks.indicator.bewijssoort is Bewijssoort.GESCHAT for feit in untold):
        if len(untold) == 1:
            return ["Dat is een schatting: of het verandert, is niet te zeggen."]
        return ["Dat zijn schattingen: of het verandert, is niet te zeggen."]
    return ["Of dat verandert, is niet te zeggen."]


# Wat vertellen bewoners?


def _vertellen(naam: str, kaarten: Sequence[ThemaKaart], totaal: int, op_gemeente: bool) -> str:
    if op_gemeente:
        return (
            f"Uit {naam} zijn er nog geen of weinig verhalen die iedereen mag lezen, of er wonen weinig mensen. "
            "Verhalen staan dan bij de hele gemeente. Zo is een verteller niet zo snel te herkennen."
        )
    verhalen = _unique_verhalen(kaarten)
    about, feel = _often_about(kaarten), _feelings(verhalen)
    parts = [f"{meervoud(totaal, 'verhaal', 'verhalen')}.", about, feel, _newest(verhalen)]
    return " ".join(part for part in parts if part)


def _unique_verhalen(kaarten: Iterable[ThemaKaart]) -> list[Verhaal]:
    return list({verhaal.id: verhaal for kaart in kaarten for verhaal in kaart.verhalen}.values())


def _often_about(kaarten: Sequence[ThemaKaart]) -> str:
    """The themas that come back, not those of a single verhaal, unless nothing comes back."""
    with_verhalen = sorted((kaart for kaart in kaarten if kaart.verhalen), key=lambda kaart: -len(kaart.verhalen))
    if not with_verhalen:
        return ""
    most = len(with_verhalen[0].verhalen)
    often = [kaart for kaart in with_verhalen if len(kaart.verhalen) > 1 and 2 * len(kaart.verhalen) >= most]
    namen = opsomming(f"“{kaart.thema.naam}”" for kaart in (often or with_verhalen)[:THEMAS_GENOEMD])
    return f"{'Vaak over' if often and len(with_verhalen) > 1 else 'Over'} {namen}."


def _newest(verhalen: Sequence[Verhaal]) -> str:
    """What the newest are called: the titles that tellers gave say more than any count."""
    newest = sorted(verhalen, key=lambda verhaal: verhaal.kwartaal, reverse=True)[:TITELS_GENOEMD]
    titels = opsomming(f"“{verhaal.titel}”" for verhaal in newest)
    return f"{'De nieuwste heten' if len(newest) > 1 else 'Het heet'} {titels}." if newest else ""


def _feelings(verhalen: Sequence[Verhaal]) -> str:
    """How the tellers say that it feels, the most common first; "anders" has no word that says more."""
    named = Counter(verhaal.gevoel for verhaal in verhalen if verhaal.gevoel is not Gevoel.ANDERS)
    common = [GEVOEL[gevoel] for gevoel, _ in named.most_common()]
    if not common:
        return ""
    if len(common) > 1:
        return f"Sommige voelen {common[0]}, andere {opsomming(common[1:], 'of')}."
    if named.total() < len(verhalen):
        return f"Sommige voelen {common[0]}."
    return f"{'Het voelt' if len(verhalen) == 1 else 'Ze voelen'} {common[0]}."


# Waar schuurt het?


def _schuurt(kaart: ThemaKaart) -> bool:
    return any(zinnen.tegenspraak(reeks, kaart.verhalen) for reeks in kaart.reeksen)


def _moves_and_chafes(kaart: ThemaKaart) -> bool:
    """Whether a number here goes one way while a verhaal says something else: the most telling place to begin."""
    return any(
        trend_of(reeks).richting is not None and zinnen.tegenspraak(reeks, kaart.verhalen) for reeks in kaart.reeksen
    )


def _schuurt_zin(kaarten: Sequence[ThemaKaart], schurend: Sequence[ThemaKaart], *, op_gemeente: bool) -> str:
    if schurend:
        first, *others = sorted(schurend, key=lambda kaart: not _moves_and_chafes(kaart))
        chafing = [reeks for reeks in first.reeksen if zinnen.tegenspraak(reeks, first.verhalen)]
        told = min(chafing, key=lambda reeks: trend_of(reeks).richting is None)
        parts = zinnen.tegenspraak(told, first.verhalen)
        zin = f"Bij “{first.thema.naam}”: {parts}."
        return f"{zin} Ook bij {opsomming(f'“{kaart.thema.naam}”' for kaart in others)}." if others else zin
    verhalen = _unique_verhalen(kaarten)
    if not verhalen:
        where = "hier geen" if op_gemeente else "nog geen"
        return f"Dat weten we nog niet: er staan {where} verhalen naast de cijfers."
    if not any(kaart.reeksen for kaart in kaarten):
        return "Dat weten we nog niet: er staan nog geen cijfers naast de verhalen."
    if not any(verhaal.koppelingen for verhaal in verhalen):
        return "Dat weten we nog niet: niemand heeft de verhalen al naast de cijfers gelegd."
    return "Tot nu toe vertelt geen verhaal iets anders dan het cijfer waar het bij hoort."


# Wat leerden we?


def _leerden(kaarten: Sequence[ThemaKaart], geleerd: MinuutBron) -> str:
    """What was learned together, and the newest lesson of what was done: whether that goes on, stopped or failed."""
    said = [it for it in (_samen_geleerd(geleerd), _les(kaarten)) if it]
    if said:
        return " ".join(said)
    if any(kaart.activiteiten for kaart in kaarten):
        return "Van wat hier gebeurt, is nog geen les opgeschreven."
    return "Hier is nog geen activiteit opgeschreven, en dus ook geen les."


def _samen_geleerd(geleerd: MinuutBron) -> str:
    point = _telling_point(geleerd.leerpunten)
    if point is not None:
        lead = _NIVEAU[point.niveau] if point.open or point.niveau is Niveau.PATROON else "Wat in de weg zat"
        return f"{lead}: {sentence(one_line(point.tekst))} (wijkgesprek, {format_maand(point.gesprek)})"
    return f"In {format_maand(geleerd.gesprek)} was er een wijkgesprek." if geleerd.gesprek else ""


def _telling_point(leerpunten: Sequence[MinuutLeerpunt]) -> MinuutLeerpunt | None:
    """What stands in the way now, else what people see more often, else what stood in the way; the newest of each."""

    def rank(point: MinuutLeerpunt) -> int:
        if point.niveau is Niveau.BOTTLENECK:
            return 0 if point.open else 2
        return 1

    return min(leerpunten, key=rank, default=None)


def _les(kaarten: Sequence[ThemaKaart]) -> str:
    lessen = [
        (activiteit.les_op, activiteit.id, activiteit.les, activiteit)
        for activiteit in _unique_activiteiten(kaarten)
        if activiteit.les and activiteit.les_op
    ]
    if not lessen:
        return ""
    les_op, _, les, activiteit = max(lessen, key=lambda les: les[:2])
    status = f", {ACTIVITEIT_STATUS[activiteit.status]}" if _ended(activiteit) else ""
    return f"{sentence(les)} ({activiteit.naam}{status}, {format_maand(les_op)})"


def _unique_activiteiten(kaarten: Iterable[ThemaKaart]) -> list[Activiteit]:
    return list({activiteit.id: activiteit for kaart in kaarten for activiteit in kaart.activiteiten}.values())


def _ended(activiteit: Activiteit) -> bool:
    return activiteit.status in (ActiviteitStatus.GESTOPT, ActiviteitStatus.MISLUKT, ActiviteitStatus.AFGEROND)


# Wat wordt van u gevraagd?


def _gevraagd(asked: Sequence[str], decided: str) -> str:
    if not asked:
        return f"{GEEN_VOORSTEL} {decided}" if decided else GEEN_VOORSTEL
    more = len(asked) - GEVRAAGD
    others = [f"En nog {meervoud(more, 'ander punt', 'andere punten')}."] if more > 0 else []
    return " ".join([*asked[:GEVRAAGD], *others])


def _asked(geleerd: MinuutBron) -> list[str]:
    """What lies open for the raad: what it put off itself, what waits for it, and what was agreed about that."""
    punten = [it for it in geleerd.beslispunten if it.uitkomst is BeslispuntUitkomst.AANGEHOUDEN]
    put_off = [f"De raad hield dit aan in {format_maand(it.dag)}: “{one_line(it.tekst)}”" for it in punten]
    said = {leerpunt for it in punten for leerpunt in it.leerpunten}
    waiting = [it for it in geleerd.leerpunten if it.open and it.gremium is Gremium.RAAD]
    points = [
        f"Na het wijkgesprek van {format_maand(it.gesprek)} moet de raad hiermee verder: “{one_line(it.tekst)}”"
        for it in waiting
        if it.id not in said and not _is_decided(it, geleerd.beslispunten)
    ]
    for_raad = {it.id for it in waiting}
    agreed = [
        f"Afgesproken{_when(it.voor)}{f' ({one_line(it.wie)})' if it.wie else ''}: “{one_line(it.tekst)}”"
        for it in geleerd.afspraken
        if it.leerpunt in for_raad or _is_raad(it.wie)
    ]
    return [*put_off, *points, *agreed]


def _is_decided(point: MinuutLeerpunt, beslispunten: Iterable[MinuutBeslispunt]) -> bool:
    """Whether the raad decided about a leerpunt since it came to lie there."""
    return any(point.id in it.leerpunten and it.uitkomst in _BESLOOT and it.dag >= point.sinds for it in beslispunten)


def _decided(geleerd: MinuutBron) -> str:
    """What the raad decided last about this wijk, so that it can ask what came of it."""
    last = next((it for it in geleerd.beslispunten if it.uitkomst in _BESLOOT), None)
    return f"In {format_maand(last.dag)} {_BESLOOT[last.uitkomst]}: “{one_line(last.tekst)}”" if last else ""


def _when(voor: date | None) -> str:
    return f" voor {format_datum(voor)}" if voor else ""


def _is_raad(wie: str | None) -> bool:
    return _RAAD.fullmatch((wie or "").strip().casefold()) is not None


# Who chose verhalen


def _ronde(geleerd: MinuutBron) -> MinuutRonde | None:
    """The last ronde of residents; without one the last of anybody."""
    of_bewoners = (it for it in geleerd.rondes if it.niveau is Leesniveau.BEWONERS)
    return next(of_bewoners, next(iter(geleerd.rondes), None))


# Vragen die u kunt stellen


def _vragen(naam: str, kaarten: Sequence[ThemaKaart], schurend: Sequence[ThemaKaart]) -> tuple[str, ...]:
    """The most telling questions first, one of each kind; the last kinds can always be asked."""
    kinds = (
        _ask_who_is_missing(kaarten),
        (f"Waarom klinkt het in verhalen over “{kaart.thema.naam}” anders dan in het cijfer?" for kaart in schurend),
        _ask_what_came_after(kaarten),
        _ask_behind_the_model(kaarten),
        _ask_what_is_missing(kaarten),
        _ask_for_verhalen(naam, kaarten),
        _ask_about_money(naam, kaarten),
        _ask_what_people_watch(naam, kaarten),
    )
    return tuple(chain.from_iterable(list(questions)[:1] for questions in kinds))[:VRAGEN]


def _ask_who_is_missing(kaarten: Sequence[ThemaKaart]) -> Iterator[str]:
    for kaart in kaarten:
        if kaart.niet_gehoord:
            yield f"Wie vraagt {kaart.niet_gehoord} wat zij hier meemaken?"


def _ask_what_came_after(kaarten: Sequence[ThemaKaart]) -> Iterator[str]:
    for activiteit in _unique_activiteiten(kaarten):
        if activiteit.status in (ActiviteitStatus.GESTOPT, ActiviteitStatus.MISLUKT):
            word = ACTIVITEIT_STATUS[activiteit.status]
            if activiteit.les:
                yield f"“{activiteit.naam}” is {word}. Wat is er met de les gedaan?"
            else:
                yield f"“{activiteit.naam}” is {word}. Wat is er nu voor de mensen die kwamen?"


def _ask_behind_the_model(kaarten: Sequence[ThemaKaart]) -> Iterator[str]:
    for reeks in _first_of_each_thema_first(kaarten):
        if reeks.indicator.bewijssoort is Bewijssoort.GESCHAT and zinnen.has_value(reeks):
            yield f"“{reeks.indicator.naam}” is een schatting. Wat merken bewoners hier er zelf van?"


def _ask_what_is_missing(kaarten: Sequence[ThemaKaart]) -> Iterator[str]:
    for reeks in _first_of_each_thema_first(kaarten):
        if reeks.metingen and reeks.metingen[-1].waarde is None:
            when = periode_in_zin(reeks.metingen[-1].periode)
            yield f"Waarom is er over {when} geen cijfer bij “{reeks.indicator.naam}”?"


def _ask_for_verhalen(naam: str, kaarten: Sequence[ThemaKaart]) -> Iterator[str]:
    if not any(kaart.verhalen for kaart in kaarten):
        yield f"Wie vraagt bewoners van {naam} naar hun verhaal?"
    for kaart in kaarten:
        if kaart.reeksen and not kaart.verhalen:
            yield f"Wie vraagt bewoners wat zij vinden van “{kaart.thema.naam}”?"


def _ask_about_money(naam: str, kaarten: Sequence[ThemaKaart]) -> Iterator[str]:
    for kaart in kaarten:
        if kaart.financiering:
            yield f"Wie merkt iets van het geld voor “{kaart.thema.naam}”, en wie niet?"
    yield f"Welk geld gaat er naar {naam}, en waarvoor?"


def _ask_what_people_watch(naam: str, kaarten: Sequence[ThemaKaart]) -> Iterator[str]:
    if not any(reeks.indicator.rol is Rol.KERN for kaart in kaarten for reeks in kaart.reeksen):
        yield f"Waar willen bewoners van {naam} zelf op letten?"
    yield "Wat kost het als we niets doen?"
