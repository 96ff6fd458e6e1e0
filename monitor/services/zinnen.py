"""Figures in words: the sentences on screen, in alt texts and in documents, so that all of them say the same.

They are plain text. They claim a change only where monitor.domain.trend does, say good or bad only where the
direction is clear, and put the gemeente beside the wijk as a statement of its own, never as better or worse.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from monitor.domain.indicator import Bewijssoort, Indicator, Richting
from monitor.domain.kanttekening import hoe_groot
from monitor.domain.meting import Breuk, Meting, MetingStatus, OntbreektReden, Reeks, with_value
from monitor.domain.regels import is_gunstig, mag_kleuren
from monitor.domain.trend import (
    Trend,
    TrendReden,
    TrendRichting,
    Zekerheid,
    comparable_segment,
    intervals_overlap,
    is_running,
    season_of,
    trend_of,
    trend_of_gemeente,
    trend_to_tell,
)
from monitor.domain.verhaal import Koppeling, Leeftijdsgroep, Verhaal, Verhouding
from monitor.domain.wijk import Financiering, FinancieringVorm
from monitor.domain.wijkbeeld import ReeksZinnen
from monitor.nl import (
    format_euro,
    format_getal,
    hoofdletter,
    in_periode,
    meervoud,
    opsomming,
    periode_in_zin,
    sentence,
    telwoord,
)
from monitor.services.waarden import (
    NAAR_SCHATTING,
    clause_of,
    from_to,
    loose_unit,
    plain_value,
    short,
    waarde_in_woorden,
    with_margin,
)
from monitor.services.woorden import (
    BEWIJSSOORT_UITLEG,
    BREUK_UITLEG,
    FINANCIERING_STAAT,
    FINANCIERING_VORM,
    METING_STATUS,
    ONTBREEKT_UITLEG,
    RICHTING,
    ZEKERHEID,
)

ALLE_SCHATTINGEN = 4
"""Up to this many estimates are named one by one: there is no line to describe."""
LEEFTIJD_BEKEND = 5
"""Of so many tellers, and of at least half, the age must be known before a group can be called missing."""

_LEEFTIJDEN: tuple[tuple[str, frozenset[str]], ...] = (
    ("mensen onder de 25", frozenset({Leeftijdsgroep.JONGER_DAN_16, Leeftijdsgroep.VAN_16_TOT_25})),
    ("mensen van 25 tot 65", frozenset({Leeftijdsgroep.VAN_25_TOT_45, Leeftijdsgroep.VAN_45_TOT_65})),
    ("mensen van 65 en ouder", frozenset({Leeftijdsgroep.VAN_65_TOT_80, Leeftijdsgroep.VANAF_80})),
)


# One reeks


def zinnen_for(reeks: Reeks) -> ReeksZinnen:
    """Everything that is said of one reeks."""
    return ReeksZinnen(
        waarde=waarde_zin(reeks),
        trend=trend_zin(reeks),
        gemeente=gemeente_zin(reeks),
        toelichting=BEWIJSSOORT_UITLEG[reeks.indicator.bewijssoort],
        nulmeting=nulmeting_zin(reeks),
        alt=alt_zin(reeks),
    )


def richting_zin(indicator: Indicator) -> str:
    """Which way is favourable; where nobody can say so in general, the reason."""
    zin = f"{hoofdletter(RICHTING[indicator.richting])}."
    if indicator.richting is Richting.NIET_EENDUIDIG and indicator.richting_uitleg:
        return f"{zin} {sentence(indicator.richting_uitleg)}"
    return zin


def waarde_zin(reeks: Reeks, *, marge: bool = False) -> str:
    """The newest known value with its period, and why a newer one is missing; or why there is none at all.

    `marge` adds between which values it lies, where that is known.
    """
    known = with_value(reeks.metingen)
    if not reeks.metingen:
        return "Er is hier nog geen cijfer."
    newest = reeks.metingen[-1]
    if not known:
        return missing_zin(newest)
    tot = known[-1]
    zin = f"{_value(reeks.indicator, tot, waarde_in_woorden, marge=marge)}, {in_periode(tot.periode)}"
    if tot.status is MetingStatus.VOORLOPIG:
        zin = f"{zin} ({METING_STATUS[tot.status]})"
    return zin if newest.waarde is not None else f"{zin}. {missing_zin(newest)}"


def _value(indicator: Indicator, meting: Meting, words: Callable[[Indicator, float], str], *, marge: bool) -> str:
    text = f"{words(indicator, meting.waarde or 0.0)}{loose_unit(indicator)}"
    return with_margin(indicator, text, meting) if marge else text


def missing_zin(meting: Meting) -> str:
    """Why there is no value, as a sentence."""
    reden = meting.ontbreekt_reden or OntbreektReden.ONBEKEND
    nog = "nog " if reden is OntbreektReden.NOG_NIET_GEPUBLICEERD else ""
    return f"Over {periode_in_zin(meting.periode)} is er {nog}geen cijfer: {ONTBREEKT_UITLEG[reden]}."


def has_value(reeks: Reeks) -> bool:
    """Whether anything is known of this reeks."""
    return bool(with_value(reeks.metingen))


def bekend_zin(reeks: Reeks, *, noem: bool = False) -> str | None:
    """What is known now, without any change: "In 2020 voelden naar schatting 49 van de 100 volwassenen zich eenzaam".

    `noem` names the indicator where it has no clause of its own, for a place where its name does not stand above it.
    """
    known = with_value(reeks.metingen)
    if not known:
        return None
    when = hoofdletter(in_periode(known[-1].periode))
    if clause := clause_of(reeks.indicator, known[-1].waarde or 0.0):
        return f"{when} {clause}."
    value = f"{waarde_in_woorden(reeks.indicator, known[-1].waarde or 0.0)}{loose_unit(reeks.indicator)}"
    return f"{reeks.indicator.naam}: {when.lower()} {value}." if noem else f"{when}: {value}."


def bekend_bijzin(reeks: Reeks) -> tuple[str, str] | None:
    """The same in two pieces, "in 2020" and the clause, to be joined with others; None without such a clause."""
    known = with_value(reeks.metingen)
    clause = clause_of(reeks.indicator, known[-1].waarde or 0.0) if known else None
    return (in_periode(known[-1].periode), clause) if clause else None


def trend_zin(reeks: Reeks) -> str:
    """What may be said about change; where nothing may, what is known."""
    trend = trend_to_tell(reeks)
    if trend.reden is TrendReden.GEEN_CIJFERS:
        return "Zonder cijfers is over een ontwikkeling niets te zeggen."
    if trend.reden is TrendReden.GESCHAT:
        return bekend_zin(reeks) or ""
    parts = [_moved(reeks.indicator, trend)] if trend.richting else [bekend_zin(reeks) or "", _why_untold(reeks, trend)]
    return " ".join([*parts, *_beside_change(reeks.indicator, trend)])


def _beside_change(indicator: Indicator, trend: Trend) -> list[str]:
    """Whether a change is favourable, and from when on the figures can be compared."""
    said = []
    if trend.richting in (TrendRichting.STIJGT, TrendRichting.DAALT) and mag_kleuren(indicator.richting):
        gunstig = is_gunstig(indicator.richting, stijgt=trend.richting is TrendRichting.STIJGT)
        said.append("Dat is gunstig." if gunstig else "Dat is niet gunstig.")
    return [*said, *([_breuk_zin(trend.breuken)] if trend.breuken else [])]


def verandering_zin(reeks: Reeks) -> str:
    """What may be said about change where the value stands before it, as in a document: then and now, each with its
    period. Empty where there is no figure, and for an estimate, which shows no change.
    """
    trend = trend_to_tell(reeks)
    if trend.reden in (TrendReden.GEEN_CIJFERS, TrendReden.GESCHAT):
        return ""
    change = _then_and_now(reeks.indicator, trend) if trend.richting else _why_untold(reeks, trend)
    size = hoe_groot(trend, reeks.indicator.eenheid)
    return " ".join(it for it in (change, *_beside_change(reeks.indicator, trend), size) if it)


def _then_and_now(indicator: Indicator, trend: Trend) -> str:
    """ "Zeker gestegen, van 45 in 2017 naar 63 in 2025.", or without how certain where its size tells that too."""
    if trend.vanaf is None or trend.tot is None or trend.richting is TrendRichting.GELIJK:
        return _moved(indicator, trend)
    pair = from_to(indicator, trend.vanaf.waarde or 0.0, trend.tot.waarde or 0.0)
    if pair is None:
        return _moved(indicator, trend)
    word = "gestegen" if trend.richting is TrendRichting.STIJGT else "gedaald"
    ends = f"van {pair[0]} {in_periode(trend.vanaf.periode)} naar {pair[1]} {in_periode(trend.tot.periode)}"
    if hoe_groot(trend, indicator.eenheid):
        return f"{hoofdletter(word)} {ends}."
    return f"{hoofdletter(ZEKERHEID[trend.zekerheid])} {word}, {ends}."


def gemeente_zin(reeks: Reeks) -> str | None:
    """The gemeente, with its own change where that may be told. It is not set against the wijk."""
    known = with_value(reeks.gemeente)
    if not known:
        return None
    own = with_value(reeks.metingen)
    value = _gemeente_value(reeks.indicator, known[-1])
    if not own or own[-1].periode != known[-1].periode:
        value = f"{value}, {in_periode(known[-1].periode)}"
    return f"In de hele gemeente: {value}. {_gemeente_change(reeks)}".strip()


def _gemeente_value(indicator: Indicator, meting: Meting, *, marge: bool = False) -> str:
    value = _value(indicator, meting, short, marge=marge)
    # Any other estimate of people says so already, and a score is no count that is near to it.
    estimate = indicator.bewijssoort is Bewijssoort.GESCHAT and indicator.eenheid == "%"
    return f"{NAAR_SCHATTING} {value}" if estimate else value


def _gemeente_change(reeks: Reeks) -> str:
    moved = _moved(reeks.indicator, trend_of_gemeente(reeks))
    return f"Daar {moved[:1].lower()}{moved[1:]}" if moved else ""


def naast_gemeente_zin(reeks: Reeks, own: Meting | None) -> str:
    """The gemeente in the period of one meting of the wijk, and whether they differ; empty where there is none.

    Whether they differ is told only where both have a margin: never by the look of two numbers. The period is named
    where it is not that of the newest value, so that nobody sets it beside another year.
    """
    daar = {it.periode: it for it in with_value(reeks.gemeente)}
    if not daar:
        return ""
    same = daar.get(own.periode) if own else None
    beside = same or list(daar.values())[-1]
    when = "" if same and own == with_value(reeks.metingen)[-1] else f", {in_periode(beside.periode)}"
    zin = f"In de hele gemeente: {_gemeente_value(reeks.indicator, beside, marge=True)}{when}."
    differs = _difference(reeks.indicator, own, same) if own and same else ""
    return " ".join(it for it in (zin, differs, _gemeente_change(reeks)) if it)


_GEVRAAGD_OF_GESCHAT = frozenset({Bewijssoort.GEMETEN, Bewijssoort.GESCHAT, Bewijssoort.ERVAREN})
"""Of these a number has a margin, also where nobody gave it; who counts everybody has none."""
_ZONDER_MARGE = "Of dat verschilt, is niet te zeggen: er staat geen marge bij."


def _difference(indicator: Indicator, one: Meting, other: Meting) -> str:
    if one.ondergrens is None or other.ondergrens is None:
        return _ZONDER_MARGE if indicator.bewijssoort in _GEVRAAGD_OF_GESCHAT else ""
    if intervals_overlap(one, other):
        return "Of dat verschilt, is niet te zeggen: de marges overlappen."
    # The margin of an estimate does not hold that the model itself can be wrong.
    estimate = indicator.bewijssoort is Bewijssoort.GESCHAT
    return "" if estimate else "Dat verschil is zeker: de marges overlappen niet."


def begin_en_nu_zin(reeks: Reeks) -> str | None:
    """The nulmeting and the newest value that can stand beside it, or why none can; None when none was chosen."""
    begin = next((it for it in reeks.metingen if reeks.is_nulmeting(it)), None)
    if begin is None:
        return None
    soort = reeks.indicator.bewijssoort
    beside = [
        it
        for it in with_value(comparable_segment(reeks.metingen, reeks.breuken).metingen)
        if season_of(it) == season_of(begin) and not is_running(it, soort)
    ]
    if soort is Bewijssoort.GESCHAT or begin not in beside:
        return nulmeting_zin(reeks)
    first = f"De nulmeting is {_value(reeks.indicator, begin, short, marge=True)}, {in_periode(begin.periode)}."
    if beside[-1] is begin:
        return f"{first} Een nieuwer cijfer om daarnaast te leggen is er nog niet."
    now = _value(reeks.indicator, beside[-1], short, marge=True)
    return f"{first} {hoofdletter(in_periode(beside[-1].periode))} was het {now}."


def nulmeting_zin(reeks: Reeks) -> str | None:
    """With which period the newest figure is compared; after a breuk that it cannot be."""
    begin = next((meting for meting in reeks.metingen if reeks.is_nulmeting(meting)), None)
    if begin is None:
        return None
    zin = f"De nulmeting is die van {periode_in_zin(begin.periode)}"
    known = with_value(reeks.metingen)
    if begin.waarde is None or any(begin.start < it.vanaf <= known[-1].start for it in reeks.breuken):
        return f"{zin}. {_begin_apart(begin)}"
    return f"{zin}: daarmee vergelijken wij het cijfer van nu."


def _begin_apart(begin: Meting) -> str:
    if begin.waarde is None:
        return "Daarvan is er geen cijfer, dus vergelijken kan niet."
    return "Daarna kwam er een breuk. Het cijfer van nu is er niet mee te vergelijken."


def alt_zin(reeks: Reeks) -> str:
    """The chart in words: first and last value of each unbroken part, where it breaks, and what is missing."""
    indicator = reeks.indicator
    title = indicator.naam
    if indicator.eenheid == "%":
        title = f"{title}, van de 100{f' {indicator.populatie}' if indicator.populatie else ''}"
    known = with_value(reeks.metingen)
    if not known:
        return f"{title}: {waarde_zin(reeks)[:1].lower()}{waarde_zin(reeks)[1:]}"
    if indicator.bewijssoort is Bewijssoort.GESCHAT:
        body = _estimates(indicator, known)
    else:
        body = _line(indicator, known, reeks.breuken)
    gaps = [meting.periode for meting in reeks.metingen if meting.waarde is None]
    begin = [meting for meting in known if reeks.is_nulmeting(meting)]
    parts = [body, *([_gaps(gaps)] if gaps else []), *(f"nulmeting {in_periode(it.periode)}" for it in begin)]
    zin = f"{title}: {'; '.join(parts)}."
    if gemeente := with_value(reeks.gemeente):
        zin = f"{zin} De hele gemeente: {_point(indicator, gemeente[-1])}."
    return zin


# Pieces of a sentence about figures


def _moved(indicator: Indicator, trend: Trend) -> str:
    """A change that may be told: "Waarschijnlijk gestegen sinds 2019, van 52 naar 61."."""
    if trend.vanaf is None or trend.tot is None or trend.richting is None:
        return ""
    zeker = hoofdletter(ZEKERHEID[trend.zekerheid])
    since = f"sinds {periode_in_zin(trend.vanaf.periode)}"
    first, last = trend.vanaf.waarde or 0.0, trend.tot.waarde or 0.0
    if trend.richting is TrendRichting.GELIJK:
        return f"{zeker} ongeveer gelijk gebleven {since}, rond {plain_value(indicator, last)}."
    word = "gestegen" if trend.richting is TrendRichting.STIJGT else "gedaald"
    pair = from_to(indicator, first, last)
    return f"{zeker} {word} {since}, {f'van {pair[0]} naar {pair[1]}' if pair else 'maar heel weinig'}."


def _why_untold(reeks: Reeks, trend: Trend) -> str:
    if trend.reden is TrendReden.TE_WEINIG:
        yearly = all(len(meting.periode) == 4 for meting in reeks.metingen)
        return f"Voor een ontwikkeling zijn er te weinig {'jaren' if yearly else 'metingen'}."
    if len({meting.waarde for meting in comparable_segment(reeks.metingen, reeks.breuken).metingen}) == 1:
        return "Het cijfer was steeds hetzelfde."
    if trend.reden is TrendReden.ONZEKER:
        return "Of dit stijgt of daalt, is niet te zeggen: de marges van toen en nu overlappen."
    return "Of dit stijgt of daalt, is niet te zeggen: de verschillen kunnen toeval zijn."


def _breuk_zin(breuken: Sequence[Breuk]) -> str:
    vanaf = breuken[0].vanaf
    since = str(vanaf.year) if (vanaf.month, vanaf.day) == (1, 1) else periode_in_zin(vanaf.isoformat())
    what = opsomming(dict.fromkeys(BREUK_UITLEG[breuk.soort] for breuk in breuken))
    return f"Sinds {since} {what}. Wat daarvoor was, telt hier niet mee."


def _point(indicator: Indicator, meting: Meting) -> str:
    return f"{plain_value(indicator, meting.waarde or 0.0)} {in_periode(meting.periode)}"


def _estimates(indicator: Indicator, known: Sequence[Meting]) -> str:
    if len(known) == 1:
        return f"een schatting, {_point(indicator, known[0])}"
    count = f"{telwoord(len(known))} schattingen"
    if len(known) <= ALLE_SCHATTINGEN:
        return f"{count}, {opsomming(_point(indicator, meting) for meting in known)}"
    return f"{count}, van {_point(indicator, known[0])} tot {_point(indicator, known[-1])}"


def _line(indicator: Indicator, known: Sequence[Meting], breuken: Sequence[Breuk]) -> str:
    """Each unbroken part with its ends, the oldest first."""
    parts: list[str] = []
    rest = list(known)
    while rest:
        segment = comparable_segment(rest, breuken)
        points = segment.metingen
        ends = _point(indicator, points[0])
        if len(points) > 1:
            ends = f"van {ends} naar {_point(indicator, points[-1])}"
        parts.insert(0, f"na een breuk in {segment.breuken[0].vanaf.year} {ends}" if segment.breuken else ends)
        rest = rest[: len(rest) - len(points)]
    return "; ".join(parts)


def _gaps(perioden: Sequence[str]) -> str:
    if len(perioden) > ALLE_SCHATTINGEN:
        return f"over {telwoord(len(perioden))} perioden is er geen cijfer"
    return f"over {opsomming(periode_in_zin(periode) for periode in perioden)} is er geen cijfer"


# Where number and verhalen part


def tegenspraak(reeks: Reeks, verhalen: Iterable[Verhaal]) -> str | None:
    """How the verhalen part from this number, or None when none does or there is no number to part from.

    How many they are is no vote: one, or a few.
    """
    if not has_value(reeks):
        return None
    told = sum(
        any(_parts_from(koppeling, reeks.indicator.code) for koppeling in verhaal.koppelingen) for verhaal in verhalen
    )
    if not told:
        return None
    where = "in een verhaal" if told == 1 else "in enkele verhalen"
    trend = trend_of(reeks)
    if trend.richting is None:
        return f"{where} klinkt iets anders dan het cijfer zegt"
    return f"{_cijfer_gaat(reeks.indicator, trend)}, {where} klinkt iets anders"


def _parts_from(koppeling: Koppeling, indicator: str) -> bool:
    return koppeling.indicator == indicator and koppeling.verhouding is Verhouding.ZEGT_ANDERS


def _cijfer_gaat(indicator: Indicator, trend: Trend) -> str:
    perhaps = " waarschijnlijk" if trend.zekerheid is Zekerheid.WAARSCHIJNLIJK else ""
    if trend.richting is TrendRichting.GELIJK:
        return f"het cijfer blijft{perhaps} ongeveer gelijk"
    rising = trend.richting is TrendRichting.STIJGT
    zin = f"het cijfer {'stijgt' if rising else 'daalt'}{perhaps}"
    # Where higher is favourable the verb says enough; where lower is, a reader would take it the wrong way round.
    if indicator.richting is Richting.LAGER_IS_GUNSTIG:
        return f"{zin} en dat is {'niet gunstig' if rising else 'gunstig'}"
    return zin


def schuring(reeks: Reeks, verhalen: Iterable[Verhaal], *, noem: bool = False) -> str | None:
    """Where this number and its verhalen part, as a sentence; `noem` adds which number it is."""
    parts = tegenspraak(reeks, verhalen)
    if parts is None:
        return None
    return f"Hier schuurt het{f' bij “{reeks.indicator.naam}”' if noem else ''}: {parts}."


# How the verhalen were chosen, and who is not among them


def niet_gehoord(leeftijden: Sequence[str | None]) -> str | None:
    """The age groups of which nobody told, said only when enough tellers gave their age to know."""
    given = {leeftijd for leeftijd in leeftijden if leeftijd is not None}
    known = sum(leeftijd is not None for leeftijd in leeftijden)
    if known < LEEFTIJD_BEKEND or 2 * known < len(leeftijden):
        return None
    missing = [woorden for woorden, groepen in _LEEFTIJDEN if not groepen & given]
    return opsomming(missing) or None


def in_volgorde(verhalen: Sequence[Verhaal], indicatoren: Iterable[str]) -> tuple[Verhaal, ...]:
    """The verhalen as they are shown: for each number the newest that says something else, then the newest.

    So a reader who hears that it chafes never has to look for the verhaal, and one side does not crowd out the other.
    """
    first: dict[str, Verhaal] = {}
    for code in indicatoren:
        parting = (it for it in verhalen if any(_parts_from(koppeling, code) for koppeling in it.koppelingen))
        if newest := next(parting, None):
            first[newest.id] = newest
    return (*first.values(), *(verhaal for verhaal in verhalen if verhaal.id not in first))


def volgorde_zin(totaal: int, getoond: int, *, schuurt: bool = False, openbaar: bool = True) -> str:
    """How the shown verhalen were chosen from all that may be shown; `schuurt` when the newest are not the first,
    not `openbaar` when some of them are for this reader and not for everybody.
    """
    if totaal <= 1:
        return ""
    zin = "Eerst wat iets anders vertelt dan het cijfer, dan de nieuwste" if schuurt else "Nieuwste eerst"
    if getoond >= totaal:
        return zin
    welke = "openbaar mogen" if openbaar else "u mag lezen"
    return f"{zin}: {getoond} van de {meervoud(totaal, 'verhaal', 'verhalen')} die {welke}"


# Money


def geld_zin(financiering: Sequence[Financiering]) -> str:
    """What the newest year costs, every form apart and every state by its word. Nothing is divided into a return."""
    if not financiering:
        return ""
    jaar = max(regel.jaar for regel in financiering)
    bedragen: defaultdict[str, Decimal] = defaultdict(Decimal)
    uren: defaultdict[str, int] = defaultdict(int)
    for regel in financiering:
        if regel.jaar != jaar:
            continue
        if regel.bedrag is not None:
            bedragen[f"{FINANCIERING_VORM[regel.vorm]} ({FINANCIERING_STAAT[regel.staat]})"] += regel.bedrag
        if regel.uren is not None:
            uren["van bewoners" if regel.vorm is FinancieringVorm.EIGEN_INZET else "werk"] += regel.uren
    parts = [f"{format_euro(bedrag)} {waarvan}" for waarvan, bedrag in bedragen.items()]
    parts += [f"{format_getal(aantal)} uur {wie}" for wie, aantal in uren.items()]
    return f"In {jaar}: {', '.join(parts)}."
