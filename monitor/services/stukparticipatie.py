"""Who had a say in what a stuk for the raad is about: when people came together, how they voted, and what they wrote.

People are counts per role, never names. Where nothing is written down it says so.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from monitor.domain.indicator import StemRol
from monitor.domain.kanttekening import TekstBron, TekstBronSoort
from monitor.domain.kiezen import Keuzebeeld, KeuzeIndicator, Voorstel
from monitor.domain.leesronde import Rondebeeld, RondeStand
from monitor.domain.leren import Leerbeeld, SessieStand
from monitor.domain.raadsstuk import Deel
from monitor.domain.wijkplan import Opsteller, Wijkplan, verschillen
from monitor.nl import format_datum, meervoud, one_line, opsomming, to_amsterdam
from monitor.services.stukzinnen import STIL, Gebiedsnaam, Stukzin
from monitor.services.woorden import STEMROLLEN, mensen

WIJKGESPREK, LEESRONDE = "wijkgesprek", "samen verhalen kiezen"
WIE_DEED_MEE = "Wie deed mee"
"""The bijlage in which every bijeenkomst and every vote stands."""
MEER: Mapping[str, tuple[str, str]] = {
    WIJKGESPREK: ("wijkgesprek", "wijkgesprekken"),
    LEESRONDE: ("keer samen verhalen gekozen", "keer samen verhalen gekozen"),
}


def aanwezig(aantallen: Iterable[tuple[StemRol, int]], gasten: Iterable[tuple[int, str]] = ()) -> str:
    """How many people of each role, and others: "8 bewoners, 3 vrijwilligers en 2 studenten"."""
    people = [mensen(rol, aantal) for rol, aantal in aantallen if aantal]
    return opsomming([*people, *(_gast(aantal, wie) for aantal, wie in gasten)])


def _gast(aantal: int, wie: str) -> str:
    """How many others there were; "iemand van de verhuurder" is one already."""
    return wie if aantal == 1 and wie.startswith("iemand") else f"{aantal} {wie}"


@dataclass(frozen=True, slots=True)
class Bijeenkomst:
    """One time that people came together: where, what, on which day, who, and what came of it."""

    plaats: Gebiedsnaam
    wat: str
    waarover: str
    """What people called it; empty when they did not."""
    dag: date
    mensen: Mapping[StemRol, int]
    wie: str
    """The same in words, with who else came."""
    daaruit: str
    bron: TekstBron


def bijeenkomsten(plaats: Gebiedsnaam, leer: Leerbeeld, rondes: Iterable[Rondebeeld]) -> tuple[Bijeenkomst, ...]:
    """When people came together in a wijk, oldest first: counts per role, never names."""
    closed = [it for it in rondes if it.ronde.stand is RondeStand.GESLOTEN]
    found = [*_gesprekken(plaats, leer), *(_leesronde(plaats, it) for it in closed)]
    return tuple(sorted(found, key=lambda it: (it.dag, it.bron.ref)))


@dataclass(frozen=True, slots=True)
class Stukstemmen:
    """How people of a wijk voted about one figure: on which days, and how many of each role for and against."""

    plaats: Gebiedsnaam
    cijfer: str
    wanneer: str
    stemmen: str


def stemmen(plaats: Gebiedsnaam, keuze: Keuzebeeld, cijfers: Collection[str]) -> tuple[Stukstemmen, ...]:
    """The votes about these `cijfers`, figure by figure."""
    return tuple(
        Stukstemmen(
            plaats,
            it.indicator.naam,
            " tot en met ".join(_ends(stem.op for stem in it.steun)),
            opsomming(f"{STEMROLLEN[stem.rol]} {stem.voor} voor en {stem.tegen} tegen" for stem in it.steun),
        )
        for it in _asked(keuze, cijfers)
    )


def _asked(keuze: Keuzebeeld, cijfers: Collection[str]) -> list[KeuzeIndicator]:
    return [it for it in keuze.indicatoren if it.steun and it.indicator.code in cijfers]


def participatie(
    plaats: Gebiedsnaam,
    keuze: Keuzebeeld,
    cijfers: Collection[str],
    samen: Sequence[Bijeenkomst],
    plannen: Iterable[Wijkplan],
) -> Stukzin:
    """Who had a say in a wijk, when, and what they changed; where nothing is written down that it is silent.

    Votes about these `cijfers` stand in the bijlage; here only that there were, where there is nothing else to tell.
    """
    asked = _asked(keuze, cijfers)
    offered = [*keuze.los, *(it for groep in keuze.groepen for it in groep.voorstellen)]
    plans = [it for it in plannen if it.laatste(Opsteller.MAKERS)]
    said = [it for it in (_met(samen), _voorstellen(keuze, offered), *map(_plan, plans)) if it] or [_steun(asked)]
    said.append(_bezwaren(asked))
    return Stukzin(
        Deel.PARTICIPATIE,
        f"participatie:{plaats.code}",
        f"{plaats.naam}: {' '.join(it for it in said if it) or STIL}",
        (
            *(it.bron for it in samen),
            *(TekstBron(TekstBronSoort.DRAAGVLAK, it.indicator.code, plaats.code) for it in asked),
            *(TekstBron(TekstBronSoort.VOORSTEL, it.id, plaats.code) for it in offered),
            *(TekstBron(TekstBronSoort.WIJKPLAN, it.id, plaats.code) for it in plans),
        ),
    )


def _met(samen: Sequence[Bijeenkomst]) -> str:
    """How often people came together, between which days and with how many."""
    if not samen:
        return ""
    counts = Counter(it.wat for it in samen)
    what = opsomming(meervoud(aantal, *MEER[wat]) for wat, aantal in counts.items())
    return f"{what}, {_days(it.dag for it in samen)}. {_present(samen)}".strip()


def _present(samen: Sequence[Bijeenkomst]) -> str:
    """How many of each role were there every time, and which roles were there at times."""
    came = {rol: [it.mensen.get(rol, 0) for it in samen] for rol in StemRol}
    always = opsomming(_each_time(rol, counts) for rol, counts in came.items() if min(counts))
    sometimes = opsomming(STEMROLLEN[rol] for rol, counts in came.items() if any(counts) and not min(counts))
    if not always:
        return f"Er waren soms {sometimes}." if sometimes else ""
    who = f"{'Er waren' if len(samen) == 1 else 'Er waren telkens'} {always}"
    return f"{who}, en soms ook {sometimes}." if sometimes else f"{who}."


def _each_time(rol: StemRol, counts: Sequence[int]) -> str:
    """How many of a role there were: "8 bewoners", "6 tot 9 bewoners"."""
    least, most = min(counts), max(counts)
    return mensen(rol, most) if least == most else f"{least} tot {mensen(rol, most)}"


def _days(dagen: Iterable[date]) -> str:
    ends = _ends(dagen)
    return f"op {ends[0]}" if len(ends) == 1 else f"tussen {' en '.join(ends)}"


def _ends(dagen: Iterable[date]) -> list[str]:
    """The first and the last day; of one day that day."""
    found = sorted(dagen)
    return list(dict.fromkeys(format_datum(it) for it in (found[0], found[-1])))


def _steun(asked: Sequence[KeuzeIndicator]) -> str:
    """About how many figures people voted, who did and when."""
    votes = [stem for it in asked for stem in it.steun]
    if not votes:
        return ""
    who = opsomming(STEMROLLEN[rol] for rol in StemRol if any(it.rol is rol for it in votes))
    which = meervoud(len(asked), "cijfer", "cijfers")
    return f"Of de wijk op {which} wil letten: daarover stemden {who}, {_days(it.op for it in votes)}."


def _bezwaren(asked: Sequence[KeuzeIndicator]) -> str:
    waits = sum(len(it.open_bezwaren) for it in asked)
    return f"Op {meervoud(waits, 'bezwaar', 'bezwaren')} is nog geen antwoord." if waits else ""


def _voorstellen(keuze: Keuzebeeld, offered: Sequence[Voorstel]) -> str:
    """What people brought in themselves, and which figures came of it: that is what they changed."""
    if not offered:
        return ""
    per_rol = Counter(it.rol for it in offered)
    who = opsomming(f"{STEMROLLEN[rol]} {per_rol[rol]}" for rol in StemRol if rol in per_rol)
    names = {it.indicator.code: it.indicator.naam for it in keuze.indicatoren}
    became = [[names[code] for code in it.indicatoren if code in names] for it in keuze.groepen if it.voorstellen]
    figures = opsomming(dict.fromkeys(f"“{it}”" for found in became for it in found))
    begin = "Uit een deel daarvan kwam" if keuze.los or not all(became) else "Daaruit kwam"
    changed = f"{begin}: {figures}." if figures else "Daar kwam nog geen cijfer uit."
    return f"{meervoud(len(offered), 'voorstel', 'voorstellen')} voor een cijfer ({who}). {changed}"


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
            one_line(sessie.titel or ""),
            sessie.dag,
            {it.rol: it.aantal for it in sessie.deelnemers},
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
        "",
        to_amsterdam(beeld.ronde.stand_op).date(),
        beeld.deelnemers,
        aanwezig(people, [beeld.gasten] if beeld.gasten else ()),
        f"{meervoud(chosen, 'verhaal', 'verhalen')} gekozen" if chosen else "er is niets gekozen",
        TekstBron(TekstBronSoort.LEESRONDE, beeld.ronde.id, plaats.code),
    )


def _plan(plan: Wijkplan) -> str:
    makers, college = plan.laatste(Opsteller.MAKERS), plan.laatste(Opsteller.COLLEGE)
    if makers is None:
        return ""
    who = aanwezig((it.rol, it.aantal) for it in makers.makers)
    name = f"Wijkplan “{plan.naam}”" if plan.naam else "Een wijkplan"
    zin = f"{name}, geschreven{f' door {who}' if who else ''} op {format_datum(makers.dag)}"
    before = plan.naast(college) if college else None
    if college is None or before is None:
        return f"{zin}."
    other = len(verschillen(before, college))
    took = f"schreef {meervoud(other, 'deel', 'delen')} anders, met de reden erbij" if other else "nam het zo over"
    return f"{zin}; het college {took}."
