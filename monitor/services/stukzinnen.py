"""What the product itself writes in a stuk for the raad: each sentence with its key, its deel and its source.

The sentences are plain text. They say what is known and invent nothing: where the store is silent they say so. Money is
never divided into a return, and people are counts, never names.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from monitor.domain.indicator import Draagvlak, StemRol
from monitor.domain.indicatorbeeld import IndicatorVersie
from monitor.domain.kanttekening import Beperking, Kanttekening, TekstBron, TekstBronSoort
from monitor.domain.kiezen import Keuzebeeld
from monitor.domain.leesronde import Leesniveau, Rondebeeld, RondeStand
from monitor.domain.leren import Leerbeeld, SessieStand
from monitor.domain.meting import Reeks
from monitor.domain.raadsstuk import EIGEN_ZIN, Deel, StukVeld
from monitor.domain.verhaal import Verhaal
from monitor.domain.wijk import Financiering
from monitor.domain.wijkbeeld import BronRegel, Minuut
from monitor.domain.wijkplan import Opsteller, Planbeeld, Wijkplan, verschillen
from monitor.nl import format_datum, format_maand, meervoud, opsomming, sentence, telwoord, to_amsterdam
from monitor.services import zinnen
from monitor.services.lezen import says_other
from monitor.services.wijkgesprek import cijfer_zin
from monitor.services.woorden import BEWIJSSOORT, LEESNIVEAU, STEMROLLEN, mensen

STIL = "Hierover staat niets opgeschreven."
"""Where the store is silent."""
GEEN_CIJFER = "Geen cijfer beschikbaar."
GEEN_VERHAAL = "Geen verhaal beschikbaar."
GEEN_NULMETING = "Een nulmeting is nog niet gekozen."
GEEN_TERUGBLIK = "Een dag om terug te kijken staat nog niet opgeschreven."
WIJKGESPREK, LEESRONDE = "wijkgesprek", "samen verhalen kiezen"
MEER: Mapping[str, tuple[str, str]] = {
    WIJKGESPREK: ("wijkgesprek", "wijkgesprekken"),
    LEESRONDE: ("keer samen verhalen gekozen", "keer samen verhalen gekozen"),
}
VEEL = 2
"""So many figures with the same limit share one sentence."""
SAMEN: Mapping[Beperking, str] = {
    Beperking.BREUK: "Eerder anders geteld of gevraagd, en daarom niet met vroeger te vergelijken: {cijfers}.",
    Beperking.GRENS_VERANDERD: "Niet met vroeger te vergelijken, want de grens is veranderd: {cijfers}.",
    Beperking.MODELSCHATTING: "Schattingen van een model, en geen bewijs van wat een activiteit deed: {cijfers}.",
    Beperking.BREED_INTERVAL: "Met een grote marge: {cijfers}.",
    Beperking.VOORLOPIG: "Nog voorlopig: {cijfers}.",
    Beperking.KLEINE_AANTALLEN: "Over weinig mensen: {cijfers}.",
    Beperking.ONTBREKENDE_WAARDE: "Met jaren waarover geen cijfer is: {cijfers}.",
    Beperking.OUD_CIJFER: "Het nieuwste cijfer is meer dan drie jaar oud: {cijfers}.",
    Beperking.WEINIG_TE_BEINVLOEDEN: "Mensen in de wijk kunnen hieraan zelf weinig veranderen: {cijfers}.",
    Beperking.WEINIG_VERTELLERS: "Geen of weinig verhalen die iedereen mag lezen: {cijfers}.",
}
"""For in the text; in the bijlage each stands by itself. Where a verhaal says something else is never folded."""


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
class Stukcijfer:
    """A figure in a stuk, over the years that it tells of."""

    plaats: Gebiedsnaam
    reeks: Reeks
    thema: str
    """Name of its thema."""
    versie: IndicatorVersie
    bronnen: tuple[BronRegel, ...]
    buiten: int = 0
    """How many metingen lie outside those years."""

    @property
    def sleutel(self) -> tuple[str, str]:
        """Indicator and gebied."""
        return self.reeks.indicator.code, self.plaats.code


# Figures


def bevinding(cijfer: Stukcijfer) -> Stukzin:
    """What a figure says, of which kind of evidence it is, and where it comes from."""
    reeks = cijfer.reeks
    code, gebied = cijfer.sleutel
    said = [
        f"{cijfer.plaats.naam}, “{reeks.indicator.naam}”: {sentence(cijfer_zin(reeks))}",
        zinnen.gemeente_zin(reeks) or "",
        f"Dit cijfer is {BEWIJSSOORT[reeks.indicator.bewijssoort]}.",
        bron_zin(cijfer.bronnen),
    ]
    perioden = [it.periode for it in reeks.metingen]
    return Stukzin(
        Deel.ARGUMENTEN,
        f"bevinding:{code}:{gebied}",
        " ".join(it for it in said if it),
        (
            TekstBron(TekstBronSoort.INDICATOR, code, gebied),
            *(TekstBron(TekstBronSoort.METING, code, gebied, it) for it in perioden),
        ),
    )


def bron_zin(bronnen: Iterable[BronRegel]) -> str:
    """Where a figure comes from."""
    names = dict.fromkeys(it.naam for it in bronnen)
    return f"Bron: {opsomming(names)}." if names else ""


def kanttekening_zinnen(limits: Iterable[Kanttekening]) -> Iterable[Stukzin]:
    """The limits of the data, short. A limit that many figures have is said once, with their names."""
    per_soort: dict[Beperking, list[Kanttekening]] = {}
    for it in limits:
        per_soort.setdefault(it.beperking, []).append(it)
    for beperking, found in per_soort.items():
        if beperking in SAMEN and len(found) >= VEEL:
            names = opsomming(dict.fromkeys(it.wat for it in found))
            bronnen = tuple(dict.fromkeys(bron for it in found for bron in it.bronnen))
            text = SAMEN[beperking].format(cijfers=names)
            yield Stukzin(Deel.KANTTEKENINGEN, f"kanttekening:{beperking.value}", text, bronnen)
        else:
            yield from (Stukzin(Deel.KANTTEKENINGEN, it.sleutel, it.kort, it.bronnen) for it in found)


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
    count = len(gekozen)
    zin = f"Citaten uit {count} van de {meervoud(total, 'verhaal', 'verhalen')} die openbaar mogen"
    if not other:
        return f"{zin}; geen ervan vertelt iets anders dan het cijfer."
    verb, mine = "vertelt" if other == 1 else "vertellen", telwoord(sum(map(says_other, gekozen)))
    return f"{zin}; van de {total} {verb} er {other} iets anders dan het cijfer, van de {count} {mine}."


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
        f"In {plaats.naam} {verb} {who} in {when} {verhalen} in een leesronde.",
        (TekstBron(TekstBronSoort.LEESRONDE, ronde.ronde.id, plaats.code),),
    )


# Participatie


def aanwezig(aantallen: Iterable[tuple[StemRol, int]], gasten: Iterable[tuple[int, str]] = ()) -> str:
    """How many people of each role, and others: "8 bewoners, 3 vrijwilligers en 2 studenten"."""
    people = [mensen(rol, aantal) for rol, aantal in aantallen if aantal]
    return opsomming([*people, *(f"{aantal} {wie}" for aantal, wie in gasten)])


@dataclass(frozen=True, slots=True)
class Bijeenkomst:
    """One time that people came together: where, what, on which day, who, and what came of it."""

    plaats: Gebiedsnaam
    wat: str
    dag: date
    wie: str
    daaruit: str
    bron: TekstBron


def bijeenkomsten(plaats: Gebiedsnaam, leer: Leerbeeld, rondes: Iterable[Rondebeeld]) -> tuple[Bijeenkomst, ...]:
    """When people came together in a wijk, oldest first: counts per role, never names."""
    closed = [it for it in rondes if it.ronde.stand is RondeStand.GESLOTEN]
    found = [*_gesprekken(plaats, leer), *(_leesronde(plaats, it) for it in closed)]
    return tuple(sorted(found, key=lambda it: (it.dag, it.bron.ref)))


def participatie(
    plaats: Gebiedsnaam,
    keuze: Keuzebeeld,
    cijfers: Collection[str],
    samen: Sequence[Bijeenkomst],
    plannen: Planbeeld,
) -> tuple[Stukzin, ...]:
    """Who had a say in a wijk, when, and what they changed; one sentence that says so where nothing is written down.

    Of the votes only those about these `cijfers`.
    """
    found = (
        *_steun(plaats, keuze, cijfers),
        *_voorstellen(plaats, keuze),
        *_samen(plaats, samen),
        *(zin for plan in plannen.plannen for zin in _plan(plaats, plan)),
    )
    return found or (Stukzin(Deel.PARTICIPATIE, f"participatie:{plaats.code}", f"{plaats.naam}: {STIL}"),)


def _samen(plaats: Gebiedsnaam, samen: Sequence[Bijeenkomst]) -> Iterable[Stukzin]:
    """How often people came together, and between which days; who came stands in the bijlage."""
    if not samen:
        return
    counts = Counter(it.wat for it in samen)
    what = opsomming(meervoud(aantal, *MEER[wat]) for wat, aantal in counts.items())
    first, last = format_datum(samen[0].dag), format_datum(samen[-1].dag)
    when = f"op {first}" if first == last else f"tussen {first} en {last}"
    yield Stukzin(
        Deel.PARTICIPATIE,
        f"samen:{plaats.code}",
        f"{plaats.naam}: {what}, {when}. Wie er waren en wat eruit kwam, staat in de bijlage.",
        tuple(it.bron for it in samen),
    )


def _steun(plaats: Gebiedsnaam, keuze: Keuzebeeld, cijfers: Collection[str]) -> Iterable[Stukzin]:
    for it in keuze.indicatoren:
        if not it.steun or it.indicator.code not in cijfers:
            continue
        per_dag: dict[date, list[Draagvlak]] = {}
        for stem in it.steun:
            per_dag.setdefault(stem.op, []).append(stem)
        votes = "; ".join(f"{', '.join(map(_stem, said))} ({format_datum(dag)})" for dag, said in per_dag.items())
        waits = len(it.open_bezwaren)
        bezwaar = f" Op {meervoud(waits, 'bezwaar', 'bezwaren')} is nog geen antwoord." if waits else ""
        yield Stukzin(
            Deel.PARTICIPATIE,
            f"steun:{it.indicator.code}:{plaats.code}",
            f"{plaats.naam}, letten op “{it.indicator.naam}”: {votes}.{bezwaar}",
            (TekstBron(TekstBronSoort.DRAAGVLAK, it.indicator.code, plaats.code),),
        )


def _stem(stem: Draagvlak) -> str:
    return f"{STEMROLLEN[stem.rol]} {stem.voor} voor en {stem.tegen} tegen"


def _voorstellen(plaats: Gebiedsnaam, keuze: Keuzebeeld) -> Iterable[Stukzin]:
    """What people brought in themselves, and which figures came of it: that is what they changed."""
    every = [*keuze.los, *(it for groep in keuze.groepen for it in groep.voorstellen)]
    if not every:
        return
    per_rol = Counter(it.rol for it in every)
    who = opsomming(f"{STEMROLLEN[rol]} {per_rol[rol]}" for rol in StemRol if rol in per_rol)
    became = [code for groep in keuze.groepen if groep.voorstellen for code in groep.indicatoren]
    names = {it.indicator.code: it.indicator.naam for it in keuze.indicatoren}
    figures = opsomming(dict.fromkeys(f"“{names[code]}”" for code in became if code in names))
    changed = f"Daaruit kwam: {figures}." if figures else "Daar kwam nog geen cijfer uit."
    yield Stukzin(
        Deel.PARTICIPATIE,
        f"voorstellen:{plaats.code}",
        f"{plaats.naam}: {meervoud(len(every), 'voorstel', 'voorstellen')} voor een cijfer ({who}). {changed}",
        tuple(TekstBron(TekstBronSoort.VOORSTEL, it.id, plaats.code) for it in every),
    )


def _gesprekken(plaats: Gebiedsnaam, leer: Leerbeeld) -> Iterable[Bijeenkomst]:
    for sessie in leer.sessies:
        if sessie.stand is not SessieStand.GESLOTEN:
            continue
        learned, agreed = len(leer.leerpunten_van(sessie.id)), len(leer.afspraken_van(sessie.id))
        counts = (
            meervoud(learned, "leerpunt", "leerpunten") if learned else "",
            meervoud(agreed, "afspraak", "afspraken") if agreed else "",
        )
        yield Bijeenkomst(
            plaats,
            WIJKGESPREK,
            sessie.dag,
            aanwezig(((it.rol, it.aantal) for it in sessie.deelnemers), ((it.aantal, it.wie) for it in sessie.gasten)),
            opsomming(it for it in counts if it) or "het bleef bij een gesprek",
            TekstBron(TekstBronSoort.SESSIE, sessie.id, plaats.code),
        )


def _leesronde(plaats: Gebiedsnaam, beeld: Rondebeeld) -> Bijeenkomst:
    people = ((rol, beeld.deelnemers[rol]) for rol in StemRol if rol in beeld.deelnemers)
    chosen = sum(it.keuze is not None and it.gekozen is not None for it in beeld.domeinen)
    return Bijeenkomst(
        plaats,
        LEESRONDE,
        to_amsterdam(beeld.ronde.stand_op).date(),
        aanwezig(people, [beeld.gasten] if beeld.gasten else ()),
        f"{meervoud(chosen, 'verhaal', 'verhalen')} gekozen" if chosen else "er is niets gekozen",
        TekstBron(TekstBronSoort.LEESRONDE, beeld.ronde.id, plaats.code),
    )


def _plan(plaats: Gebiedsnaam, plan: Wijkplan) -> Iterable[Stukzin]:
    makers, college = plan.laatste(Opsteller.MAKERS), plan.laatste(Opsteller.COLLEGE)
    if makers is None:
        return
    who = aanwezig((it.rol, it.aantal) for it in makers.makers)
    name = f" “{plan.naam}”" if plan.naam else ""
    said = [
        f"{plaats.naam}: wijkplan{name}, geschreven{f' door {who}' if who else ''} op {format_datum(makers.dag)}.",
    ]
    before = plan.naast(college) if college else None
    if college and before:
        other = len(verschillen(before, college))
        said.append(
            f"Het college schreef {meervoud(other, 'deel', 'delen')} anders, en waarom."
            if other
            else "Het college nam het zo over."
        )
    yield Stukzin(
        Deel.PARTICIPATIE,
        f"wijkplan:{plan.id}",
        " ".join(said),
        (TekstBron(TekstBronSoort.WIJKPLAN, plan.id, plaats.code),),
    )


# Money


def geld(plaats: Gebiedsnaam, thema: tuple[str, str], regels: Sequence[Financiering]) -> Stukzin | None:
    """What a thema costs in the newest year, per form and state; None where there is none."""
    code, naam = thema
    zin = zinnen.geld_zin(regels)
    if not zin:
        return None
    jaar = max(it.jaar for it in regels)
    return Stukzin(
        Deel.FINANCIEN,
        f"geld:{code}:{plaats.code}",
        f"{plaats.naam}, “{naam}”. {zin}",
        (TekstBron(TekstBronSoort.FINANCIERING, code, plaats.code, str(jaar)),),
    )


# Evaluatie


def evaluatie(cijfer: Stukcijfer) -> Stukzin:
    """With what a kernindicator is compared later."""
    code, gebied = cijfer.sleutel
    begin = zinnen.nulmeting_zin(cijfer.reeks)
    return Stukzin(
        Deel.EVALUATIE,
        f"nulmeting:{code}:{gebied}",
        f"{cijfer.plaats.naam}, “{cijfer.reeks.indicator.naam}”: {sentence(begin) if begin else GEEN_NULMETING}",
        (TekstBron(TekstBronSoort.INDICATOR, code, gebied, cijfer.reeks.nulmeting),),
    )


def terugkijken(plaats: Gebiedsnaam, plannen: Planbeeld, leer: Leerbeeld) -> Stukzin:
    """When people look back, from the wijkplan that goes on and from what was learned and is still open."""
    days: list[tuple[date, str, TekstBron]] = []
    if plan := plannen.lopend:
        source = TekstBron(TekstBronSoort.WIJKPLAN, plan.id, plaats.code)
        days += [(day, "mijlpaal van het wijkplan", source) for it in plan.regels if (day := it.terugkijken_op)]
    days += [
        (day, "leerpunt", TekstBron(TekstBronSoort.LEERPUNT, it.id, plaats.code))
        for it in leer.leerpunten
        if it.open and (day := it.nu.terugkijken_op)
    ]
    days.sort(key=lambda it: (it[0], it[1], it[2].ref))
    ahead = opsomming(dict.fromkeys(_told(it) for it in days if it[0] >= plannen.today))
    past = opsomming(dict.fromkeys(_told(it) for it in days if it[0] < plannen.today))
    said = [f"{plaats.naam}: terugkijken op {ahead}." if ahead else f"{plaats.naam}: {GEEN_TERUGBLIK}"]
    said += [f"Nog niet afgerond, maar de dag is voorbij: {past}."] if past else []
    return Stukzin(
        Deel.EVALUATIE, f"terugkijken:{plaats.code}", " ".join(said), tuple(dict.fromkeys(it[2] for it in days))
    )


def _told(it: tuple[date, str, TekstBron]) -> str:
    return f"{format_datum(it[0])} ({it[1]})"


# A whole wijk


def minuut(plaats: Gebiedsnaam, it: Minuut, *, noem: bool) -> tuple[Stukzin, ...]:
    """De wijk in een minuut, line by line; `noem` says of which wijk each line is."""
    lines = {
        "zien": it.zien,
        "vertellen": it.vertellen,
        "schuurt": it.schuurt,
        "leerden": it.leerden,
        "gevraagd": it.gevraagd,
    }
    return tuple(
        Stukzin(
            Deel.SAMENVATTING,
            f"minuut:{name}:{plaats.code}",
            f"{plaats.naam}. {tekst}" if noem else tekst,
            (TekstBron(TekstBronSoort.GEBIED, plaats.code, plaats.code),),
        )
        for name, tekst in lines.items()
    )
