"""What the product itself writes in a stuk for the raad: each sentence with its key, its deel and its source.

The sentences are plain text. They say what is known and invent nothing: where the store is silent they say so. Money is
never divided into a return, and people are counts, never names.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from monitor.domain.indicator import Rol, Thema
from monitor.domain.indicatorbeeld import IndicatorVersie
from monitor.domain.kanttekening import Beperking, Kanttekening, TekstBron, TekstBronSoort
from monitor.domain.leesronde import Leesniveau, Rondebeeld, RondeStand
from monitor.domain.leren import Leerbeeld
from monitor.domain.meting import Reeks, with_value
from monitor.domain.raadsstuk import EIGEN_ZIN, Deel, StukVeld
from monitor.domain.verhaal import Verhaal
from monitor.domain.wijk import Financiering, FinancieringVorm
from monitor.domain.wijkbeeld import BronRegel, Minuut
from monitor.domain.wijkplan import Planbeeld
from monitor.nl import format_datum, format_maand, hoofdletter, meervoud, opsomming, sentence, telwoord, to_amsterdam
from monitor.services import zinnen
from monitor.services.lezen import says_other
from monitor.services.woorden import BEWIJS_ZIN, LEESNIVEAU

STIL = "Hierover staat niets opgeschreven."
"""Where the store is silent."""
GEEN_CIJFER = "Geen cijfer beschikbaar."
GEEN_VERHAAL = "Geen verhaal beschikbaar."
"""There is none, whoever looks."""
NIET_GEKOZEN = "Geen cijfer gekozen."
VERHAAL_NIET_GEKOZEN = "Geen verhaal gekozen."
"""Nobody chose one, though there may be some."""
CIJFER_WEG = "Het cijfer dat hier stond, is er niet meer."
TERUGGENOMEN, MEER_TERUGGENOMEN = "Een citaat is teruggenomen.", "{aantal} citaten zijn teruggenomen."
GEEN_BEPERKING = "Bij de cijfers en verhalen van dit stuk vonden wij geen beperkingen."
NIETS_BEKEKEN = "Voor dit stuk is geen wijk en geen cijfer gekozen. Daarom keken wij niet naar beperkingen."
ZONDER_SCHAAL = "Op welke schaal deze score loopt, staat niet in de gegevens: lees die niet als een rapportcijfer."
SCORE_ALLEEN = "Van de hele gemeente is deze score er niet."
MEESTE_THEMAS = 3
"""More are not named one by one."""
GEEN_BEDRAG = "Over {jaar} is er geen bedrag opgeschreven."
GEEN_UREN = "Over {jaar} zijn er geen uren van bewoners opgeschreven."
GEEN_NULMETING = "Nog geen nulmeting gekozen: {cijfers}."
GEEN_TERUGBLIK = "Een dag om terug te kijken staat nog niet opgeschreven."
NIETS_TE_VERGELIJKEN = "In dit stuk staat geen cijfer om later mee te vergelijken."
SAMEN: Mapping[Beperking, str] = {
    Beperking.BREUK: "Eerder anders geteld of gevraagd, en daarom niet met vroeger te vergelijken: {cijfers}.",
    Beperking.GRENS_VERANDERD: "Niet met vroeger te vergelijken, want de grens is veranderd: {cijfers}.",
    Beperking.MODELSCHATTING: "Schattingen van een model, en geen bewijs van wat een activiteit deed: {cijfers}.",
    Beperking.BREED_INTERVAL: "Met een grote marge: {cijfers}.",
    Beperking.VOORLOPIG: "Nog voorlopig: {cijfers}.",
    Beperking.KLEINE_AANTALLEN: "Over weinig mensen: {cijfers}.",
    Beperking.ONTBREKENDE_WAARDE: "Zonder cijfer, of met jaren zonder cijfer: {cijfers}.",
    Beperking.OUD_CIJFER: "Het nieuwste cijfer is meer dan drie jaar oud: {cijfers}.",
    Beperking.WEINIG_TE_BEINVLOEDEN: "Mensen in de wijk kunnen hieraan zelf weinig veranderen: {cijfers}.",
    Beperking.VERHAAL_ZEGT_ANDERS: "In een of meer verhalen klinkt iets anders dan deze cijfers zeggen: {cijfers}.",
    Beperking.WEINIG_VERTELLERS: "Geen of weinig verhalen die iedereen mag lezen: {cijfers}.",
}
"""For in the text; in the bijlage each stands by itself. Who was not heard is said of each wijk apart."""


@dataclass(frozen=True, slots=True)
class Gebiedsnaam:
    """A gebied of which is spoken: its code and its name."""

    code: str
    naam: str


@dataclass(frozen=True, slots=True)
class Stukzin:
    """A sentence of the tool, of which somebody may write her own in its place."""

    deel: Deel
    sleutel: str
    """By which it is found again: the same figure, gesprek or limit has the same key."""
    tekst: str
    bronnen: tuple[TekstBron, ...] = ()
    """Empty when it says that the store is silent."""

    @property
    def veld(self) -> StukVeld:
        """The field in which people may write in its place."""
        return StukVeld(self.deel, f"{EIGEN_ZIN}{self.sleutel}")


@dataclass(frozen=True, slots=True)
class Stukjaren:
    """The years that a stuk looks at; None: no first or no last one was chosen."""

    van: int | None = None
    tot: int | None = None

    def holds(self, jaar: int) -> bool:
        """Whether a year is one of them."""
        return (self.van is None or self.van <= jaar) and (self.tot is None or jaar <= self.tot)

    def __str__(self) -> str:
        van = str(self.van or "")
        if self.tot is None:
            return f"vanaf {van}" if van else "alle jaren"
        return van if self.van == self.tot else f"{van} tot en met {self.tot}".strip()


@dataclass(frozen=True, slots=True)
class Stukcijfer:
    """A figure in a stuk: over the years that the stuk looks at, and all that is known of it."""

    plaats: Gebiedsnaam
    geheel: Reeks
    """Every year: what may be said of the figure is judged by these, as on every other screen."""
    jaren: Stukjaren
    thema: Thema
    versie: IndicatorVersie
    bronnen: tuple[BronRegel, ...]

    @property
    def sleutel(self) -> tuple[str, str]:
        """Indicator and gebied."""
        return self.geheel.indicator.code, self.plaats.code

    @property
    def reeks(self) -> Reeks:
        """The years of the stuk: what its chart and its table show."""
        metingen, gemeente = (
            tuple(it for it in found if self.jaren.holds(it.start.year))
            for found in (self.geheel.metingen, self.geheel.gemeente)
        )
        return replace(self.geheel, metingen=metingen, gemeente=gemeente)

    @property
    def buiten(self) -> int:
        """How many metingen lie outside those years."""
        return len(self.geheel.metingen) - len(self.reeks.metingen)


# What is not there


def geen_cijfer(te_kiezen: int | None, *, weg: bool = False) -> str:
    """What stands where a figure lacks: it is no more (`weg`), nobody chose one, or there is none.

    `te_kiezen`: how many there are about the same; None when that is not known.
    """
    if te_kiezen == 0:
        return f"{CIJFER_WEG} {GEEN_CIJFER}" if weg else GEEN_CIJFER
    return CIJFER_WEG if weg else NIET_GEKOZEN


def geen_verhaal(te_kiezen: int, *, teruggenomen: int = 0) -> str:
    """What stands where a citaat lacks: so many were taken back, nobody chose one, or there is none."""
    gone = teruggenomen_zin(teruggenomen) if teruggenomen else ""
    if not te_kiezen:
        return f"{gone} {GEEN_VERHAAL}".strip()
    return gone or VERHAAL_NIET_GEKOZEN


def te_kiezen_zin(waarover: str, *, cijfers: int = 0, verhalen: int = 0) -> str:
    """What there is to choose where something lacks; empty when that is nothing."""
    found = [
        meervoud(cijfers, "cijfer", "cijfers") if cijfers else "",
        meervoud(verhalen, "verhaal met een citaat", "verhalen met een citaat") if verhalen else "",
    ]
    if not any(found):
        return ""
    verb = "is" if cijfers + verhalen == 1 else "zijn"
    return f"Over {waarover} {verb} er {opsomming(it for it in found if it)}."


def teruggenomen_zin(aantal: int) -> str:
    """That citaten were taken back; never which."""
    return TERUGGENOMEN if aantal == 1 else MEER_TERUGGENOMEN.format(aantal=aantal)


def over_themas(namen: Sequence[str]) -> str:
    """About what there is something to choose: these themas, or all of them."""
    if not namen:
        return "alle thema's samen"
    if len(namen) > MEESTE_THEMAS:
        return "de thema's van dit stuk"
    kind = "het thema" if len(namen) == 1 else "de thema's"
    return f"{kind} {opsomming(f'“{it}”' for it in namen)}"


def geen_beperking(*, bekeken: bool) -> str:
    """What stands where there are no kanttekeningen; without anything that was looked at that is no praise."""
    return GEEN_BEPERKING if bekeken else NIETS_BEKEKEN


# Figures


def bevinding(cijfer: Stukcijfer) -> Stukzin:
    """What a figure says, of which kind of evidence it is, and where it comes from.

    Over chosen years the newest value in them comes first; change is that of all years, and a newer value is told.
    """
    reeks, indicator = cijfer.geheel, cijfer.geheel.indicator
    known = with_value(cijfer.reeks.metingen)
    said = [
        f"{cijfer.plaats.naam}, “{indicator.naam}”{_value(cijfer)}",
        _outside(cijfer),
        _change(cijfer),
        zinnen.naast_gemeente_zin(reeks, known[-1]) if known else "",
        *(_of_score(reeks) if known else ()),
        BEWIJS_ZIN[indicator.bewijssoort] if zinnen.has_value(reeks) else "",
        bron_zin(cijfer.bronnen),
    ]
    code, gebied = cijfer.sleutel
    return Stukzin(
        Deel.ARGUMENTEN,
        f"bevinding:{code}:{gebied}",
        " ".join(it for it in said if it),
        (
            TekstBron(TekstBronSoort.INDICATOR, code, gebied),
            *(TekstBron(TekstBronSoort.METING, code, gebied, it.periode) for it in reeks.metingen),
        ),
    )


def _of_score(reeks: Reeks) -> Iterable[str]:
    """What somebody has to know before she takes a score for a mark at school."""
    if reeks.indicator.eenheid != "score":
        return
    if not reeks.indicator.technische_definitie:
        yield ZONDER_SCHAAL
    if not with_value(reeks.gemeente):
        yield SCORE_ALLEEN


def _value(cijfer: Stukcijfer) -> str:
    """The newest value, with the years of the stuk where these are not all."""
    years = f", in de jaren van dit stuk ({cijfer.jaren})" if cijfer.buiten else ""
    if cijfer.buiten and not zinnen.has_value(cijfer.reeks):
        return f"{years}: daarover is er geen cijfer."
    value = sentence(zinnen.waarde_zin(cijfer.reeks, marge=True))
    return f"{years}: {value[:1].lower()}{value[1:]}"


def _outside(cijfer: Stukcijfer) -> str:
    """The newest value of all, where that lies outside the years of the stuk."""
    known, shown = with_value(cijfer.geheel.metingen), with_value(cijfer.reeks.metingen)
    if not known or known[-1] in shown:
        return ""
    older = cijfer.jaren.van is not None and known[-1].start.year < cijfer.jaren.van
    newest = zinnen.waarde_zin(replace(cijfer.geheel, metingen=tuple(known)), marge=True)
    return f"Er is een {'ouder' if older else 'nieuwer'} cijfer van {cijfer.plaats.naam}: {newest}."


def _change(cijfer: Stukcijfer) -> str:
    change = zinnen.verandering_zin(cijfer.geheel)
    return f"Over alle jaren: {change[:1].lower()}{change[1:]}" if change and cijfer.buiten else change


def bron_zin(bronnen: Iterable[BronRegel]) -> str:
    """Where a figure comes from."""
    names = dict.fromkeys(it.naam for it in bronnen)
    return sentence(f"Bron: {opsomming(names)}") if names else ""


def kanttekening_zinnen(limits: Iterable[Kanttekening]) -> Iterable[Stukzin]:
    """The limits of the data, short. A limit that several figures have is said once, with their names.

    Its key is that of the limit alone: what people wrote in its place stays there when a figure comes or goes.
    """
    per_soort: dict[Beperking, list[Kanttekening]] = {}
    for it in limits:
        per_soort.setdefault(it.beperking, []).append(it)
    for beperking, found in per_soort.items():
        if beperking in SAMEN:
            bronnen = tuple(dict.fromkeys(bron for it in found for bron in it.bronnen))
            yield Stukzin(Deel.KANTTEKENINGEN, f"kanttekening:{beperking.value}", _together(beperking, found), bronnen)
        else:
            yield from (Stukzin(Deel.KANTTEKENINGEN, it.sleutel, it.kort, it.bronnen) for it in found)


def _together(beperking: Beperking, found: Sequence[Kanttekening]) -> str:
    if len(found) == 1:
        return found[0].kort
    return SAMEN[beperking].format(cijfers=_named((it.wat, it.waar) for it in found))


def _named(found: Iterable[tuple[str, str]]) -> str:
    """Things and where they are, each named once: "“a” en “b” (Linden); “c” (Linden en Kade)"."""
    where: dict[str, dict[str, None]] = {}
    for wat, waar in found:
        where.setdefault(wat, {})[waar] = None
    together: dict[str, list[str]] = {}
    for wat, places in where.items():
        together.setdefault(opsomming(it for it in places if it), []).append(wat)
    return "; ".join(opsomming(names) + (f" ({places})" if places else "") for places, names in together.items())


# Verhalen


def citaten_zin(gekozen: Sequence[Verhaal], alle: Sequence[Verhaal], buiten: int) -> Stukzin:
    """How the citaten were chosen, beside all verhalen that could have been (rule 18); `buiten` stand elsewhere."""
    said = [_of_all(gekozen, alle)]
    if buiten:
        said.append(f"{meervoud(buiten, 'citaat komt', 'citaten komen')} uit een verhaal over iets anders.")
    if gekozen or buiten:
        said.append("De schrijver van dit stuk koos de citaten. De verteller koos de woorden.")
    return Stukzin(
        Deel.ARGUMENTEN,
        "citaten",
        " ".join(said),
        tuple(TekstBron(TekstBronSoort.VERHAAL, it.id, it.gebied) for it in (gekozen or alle)),
    )


def _of_all(gekozen: Sequence[Verhaal], alle: Sequence[Verhaal]) -> str:
    total, other = len(alle), sum(map(says_other, alle))
    if not alle:
        return "Er zijn hierover nog geen verhalen die openbaar mogen."
    if not gekozen:
        one, verb = total == 1, "mag" if total == 1 else "mogen"
        zin = f"Er {'is' if one else 'zijn'} {meervoud(total, 'verhaal dat', 'verhalen die')} openbaar {verb}."
        return f"{zin} Daaruit is geen citaat gekozen."
    count, mine = len(gekozen), sum(map(says_other, gekozen))
    if count == total:
        return _of_every(total, other)
    zin = f"Citaten uit {count} van de {total} verhalen die openbaar mogen"
    if not other:
        return f"{zin}; geen ervan vertelt iets anders dan het cijfer."
    verb = "vertelt" if other == 1 else "vertellen"
    ours = {0: "geen", 1: "is dat er 1"}.get(mine, f"zijn dat er {mine}")
    return f"{zin}; van de {total} {verb} er {other} iets anders dan het cijfer, van de {count} gekozen {ours}."


def _of_every(total: int, other: int) -> str:
    """The same where there is a citaat of every verhaal."""
    if total == 1:
        rest = "het vertelt iets anders" if other else "het vertelt niets anders"
        return f"Een citaat uit het enige verhaal dat openbaar mag; {rest} dan het cijfer."
    verb, count = "vertelt" if other < 2 else "vertellen", other or "geen"
    return f"Citaten uit alle {total} verhalen die openbaar mogen; {count} ervan {verb} iets anders dan het cijfer."


def leesronde_keuze_zin(plaats: Gebiedsnaam, ronde: Rondebeeld, gekozen: Iterable[str]) -> Stukzin | None:
    """Which of the chosen verhalen people chose before, in a leesronde."""
    asked = set(gekozen)
    chosen = [it.gekozen.verhaal.id for it in ronde.domeinen if it.gekozen and it.gekozen.verhaal.id in asked]
    if not chosen or ronde.ronde.stand is not RondeStand.GESLOTEN:
        return None
    who = LEESNIVEAU[ronde.ronde.niveau]
    verb = "kozen" if ronde.ronde.niveau is Leesniveau.BEWONERS else "koos"
    when = format_maand(to_amsterdam(ronde.ronde.stand_op).date())
    verhalen = f"{telwoord(len(chosen))} van deze verhalen" if len(chosen) > 1 else "een van deze verhalen"
    return Stukzin(
        Deel.ARGUMENTEN,
        f"gekozen:{ronde.ronde.id}",
        f"In {plaats.naam} {verb} {who} in {when} {verhalen} bij “samen verhalen kiezen”.",
        (TekstBron(TekstBronSoort.LEESRONDE, ronde.ronde.id, plaats.code),),
    )


# Money


def geld(plaats: Gebiedsnaam, thema: tuple[str, str], regels: Sequence[Financiering]) -> Stukzin | None:
    """What a thema costs in the newest year, per form and state; None where there is none.

    Money and hours of residents stand beside each other: of what that year does not hold, the last year that does.
    """
    if not regels:
        return None
    code, naam = thema
    newest = max(it.jaar for it in regels)
    said, years = [zinnen.geld_zin(regels)], [newest]
    for silent, kind in ((GEEN_BEDRAG, _in_money), (GEEN_UREN, _hours_of_residents)):
        found = [it for it in regels if kind(it)]
        jaar = max((it.jaar for it in found), default=newest)
        if jaar != newest:
            said += [silent.format(jaar=newest), zinnen.geld_zin(found)]
            years.append(jaar)
    return Stukzin(
        Deel.FINANCIEN,
        f"geld:{code}:{plaats.code}",
        f"{plaats.naam}, “{naam}”. {' '.join(said)}",
        tuple(TekstBron(TekstBronSoort.FINANCIERING, code, plaats.code, str(it)) for it in dict.fromkeys(years)),
    )


def _in_money(regel: Financiering) -> bool:
    return regel.bedrag is not None


def _hours_of_residents(regel: Financiering) -> bool:
    return regel.uren is not None and regel.vorm is FinancieringVorm.EIGEN_INZET


# Evaluatie


def evaluatie(cijfers: Iterable[Stukcijfer]) -> Iterable[Stukzin]:
    """With what each figure is compared later, and for which kernindicatoren that is still to be chosen."""
    told, open_ = [], []
    for it in cijfers:
        begin = zinnen.begin_en_nu_zin(it.geheel)
        if begin is not None:
            told.append(_nulmeting(it, begin))
        elif it.geheel.indicator.rol is Rol.KERN:
            open_.append(it)
    yield from told
    if open_:
        named = _named((f"“{it.geheel.indicator.naam}”", it.plaats.naam) for it in open_)
        sources = tuple(TekstBron(TekstBronSoort.INDICATOR, *it.sleutel) for it in open_)
        yield Stukzin(Deel.EVALUATIE, "nulmeting:open", GEEN_NULMETING.format(cijfers=named), sources)
    if not told and not open_:
        yield Stukzin(Deel.EVALUATIE, "nulmeting", NIETS_TE_VERGELIJKEN)


def _nulmeting(cijfer: Stukcijfer, begin: str) -> Stukzin:
    code, gebied = cijfer.sleutel
    return Stukzin(
        Deel.EVALUATIE,
        f"nulmeting:{code}:{gebied}",
        f"{cijfer.plaats.naam}, “{cijfer.geheel.indicator.naam}”: {begin[:1].lower()}{sentence(begin[1:])}",
        (TekstBron(TekstBronSoort.INDICATOR, code, gebied, cijfer.geheel.nulmeting),),
    )


def terugkijken(plaats: Gebiedsnaam, plannen: Planbeeld, leer: Leerbeeld, gekozen: Collection[str] = ()) -> Stukzin:
    """When people look back, from the wijkplan that goes on and from what was learned and is still open.

    Of a stuk for which leerpunten were chosen: from those alone.
    """
    days: list[tuple[date, str, TekstBron]] = []
    if plan := plannen.lopend:
        source = TekstBron(TekstBronSoort.WIJKPLAN, plan.id, plaats.code)
        days += [(day, "mijlpaal van het wijkplan", source) for it in plan.regels if (day := it.terugkijken_op)]
    days += [
        (day, "leerpunt", TekstBron(TekstBronSoort.LEERPUNT, it.id, plaats.code))
        for it in leer.leerpunten
        if it.open and (not gekozen or it.id in gekozen) and (day := it.nu.terugkijken_op)
    ]
    days.sort(key=lambda it: (it[0], it[1], it[2].ref))
    ahead = opsomming(dict.fromkeys(_told(it) for it in days if it[0] >= plannen.today))
    past = opsomming(dict.fromkeys(_told(it) for it in days if it[0] < plannen.today))
    said = [f"terugkijken op {ahead}."] if ahead else []
    said += [f"nog niet afgerond, maar de dag is voorbij: {past}."] if past else []
    first, *rest = said or [GEEN_TERUGBLIK]
    said = [f"{plaats.naam}: {first}", *map(hoofdletter, rest)]
    return Stukzin(
        Deel.EVALUATIE, f"terugkijken:{plaats.code}", " ".join(said), tuple(dict.fromkeys(it[2] for it in days))
    )


def _told(it: tuple[date, str, TekstBron]) -> str:
    return f"{format_datum(it[0])} ({it[1]})"


def stille_samen(told: Sequence[tuple[Gebiedsnaam, Stukzin]], stil: str) -> Iterable[Stukzin]:
    """The same sentences, where of several wijken there is nothing to tell (`stil`) that said once, at the end."""
    silent = [(plaats, zin) for plaats, zin in told if zin.tekst == f"{plaats.naam}: {stil}"]
    if len(silent) < 2:
        return [zin for _, zin in told]
    kind = silent[0][1].sleutel.partition(":")[0]
    names = opsomming(plaats.naam for plaats, _ in silent)
    return [
        *(zin for plaats, zin in told if (plaats, zin) not in silent),
        Stukzin(silent[0][1].deel, f"{kind}:samen", f"{names}: {stil}"),
    ]


# A whole wijk


def minuten(wijken: Sequence[tuple[Gebiedsnaam, Minuut]]) -> tuple[Stukzin, ...]:
    """De wijk in een minuut, line by line, and with more wijken of which wijk each line is.

    What is the same in several wijken is said once, at the end. No verhaal is named as its teller did: of a verhaal a
    document takes only the citaat.
    """
    read = [(plaats, _lines(it)) for plaats, it in wijken]
    same: dict[tuple[str, str], list[Gebiedsnaam]] = {}
    for plaats, lines in read:
        for name, tekst in lines.items():
            same.setdefault((name, tekst.replace(plaats.naam, _HIER)), []).append(plaats)
    shared = {key: places for key, places in same.items() if len(places) > 1}
    own = [
        _minuut(name, tekst if len(read) == 1 else f"{plaats.naam}. {tekst}", [plaats])
        for plaats, lines in read
        for name, tekst in lines.items()
        if (name, tekst.replace(plaats.naam, _HIER)) not in shared
    ]
    return (*own, *(_minuut(name, _of_all_these(tekst, them), them) for (name, tekst), them in shared.items()))


_HIER = "\N{NULL}"
"""Stands where the name of the wijk was."""


def _lines(it: Minuut) -> dict[str, str]:
    return {
        "zien": it.zien,
        "vertellen": it.vertellen.removesuffix(it.titels).rstrip(),
        "schuurt": it.schuurt,
        "leerden": it.leerden,
        "gevraagd": it.gevraagd,
    }


def _of_all_these(tekst: str, wijken: Sequence[Gebiedsnaam]) -> str:
    names = opsomming(it.naam for it in wijken)
    if _HIER in tekst:
        return tekst.replace(_HIER, names)
    return f"{names}. {tekst.replace('deze wijk.', 'deze wijken.')}"


def _minuut(name: str, tekst: str, wijken: Sequence[Gebiedsnaam]) -> Stukzin:
    together = "samen:" if len(wijken) > 1 else ""
    return Stukzin(
        Deel.SAMENVATTING,
        f"minuut:{name}:{together}{wijken[0].code}",
        tekst,
        tuple(TekstBron(TekstBronSoort.GEBIED, it.code, it.code) for it in wijken),
    )
