"""The wijkplan as HTML: every word of people escaped."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from monitor.domain.indicator import StemRol
from monitor.domain.leren import BronSoort
from monitor.domain.spoor import SpoorSoort
from monitor.domain.wijkplan import (
    BRONNEN,
    Opsteller,
    PlanAanvraag,
    Planbeeld,
    PlanBron,
    PlanDeel,
    PlanMakers,
    Planregel,
    PlanregelSoort,
    PlanSectie,
    PlanTerugblik,
    PlanVerschil,
    PlanVersie,
    Wijkplan,
    verschillen,
)
from monitor.nl import format_datum, format_euro, hoofdletter, opsomming
from monitor.services import woorden
from monitor.ui import links, spoorblok
from monitor.ui.html import Html, join, paragraphs, tag
from monitor.ui.texts import count
from monitor.ui.texts import kiezen as kiesteksten
from monitor.ui.texts import wijkplan as texts


def heading(wijk: str, naam: str) -> Html:
    """The head of the page."""
    return tag(
        "div",
        tag("h1", texts.TITEL),
        tag("p", naam, " · ", tag("a", texts.NAAR_WIJK, href=links.to_wijk(wijk)), class_="sub"),
        tag("p", texts.INLEIDING, class_="lezen"),
        class_="tv",
    )


def regelnummers(plan: Wijkplan) -> dict[str, int]:
    """A number for every line, in the order in which they stand: a label holds no words of people."""
    order = [it.id for soort in PlanregelSoort for it in plan.regels_van(soort)]
    return {id_: number for number, id_ in enumerate(order, start=1)}


def show_plan(beeld: Planbeeld, plan: Wijkplan, *, numbered: bool) -> Html:
    """The plan that people work on, with all that stands in it; `numbered` for who writes, to say which line."""
    return tag(
        "article",
        tag("h2", plan.naam or texts.ZONDER_NAAM, dir="auto"),
        *_ended(plan),
        _focus(plan),
        _now(beeld, plan),
        *_content(beeld, plan, numbered=numbered),
        class_="tv wijkplan",
    )


def show_earlier(beeld: Planbeeld, plan: Wijkplan, *, numbered: bool) -> Html:
    """A plan of before: what was learned, and the rest to open."""
    return tag(
        "article",
        tag("h3", plan.naam or texts.ZONDER_NAAM, dir="auto"),
        *_ended(plan),
        tag("details", tag("summary", texts.HELE_PLAN), *_content(beeld, plan, numbered=numbered), class_="heel"),
        class_="tv wijkplan eerder",
    )


def _ended(plan: Wijkplan) -> Iterator[Html]:
    step = plan.nu
    yield tag("p", texts.SINDS[step.stand.value].format(dag=format_datum(step.dag)), class_="wie")
    if step.geleerd:
        yield tag("p", tag("b", texts.GELEERD), tag("span", step.geleerd, dir="auto"))


def _content(beeld: Planbeeld, plan: Wijkplan, *, numbered: bool) -> Iterator[Html | None]:
    yield _words(plan)
    yield _beside(plan)
    for soort in PlanregelSoort:
        yield _lines(plan, soort, beeld.today, numbered=numbered)
    yield _rests_on(beeld, plan)
    yield spoorblok.way(SpoorSoort.WIJKPLAN, plan.id)
    yield _asked(plan, numbered=numbered)
    yield _older(plan)


def _now(beeld: Planbeeld, plan: Wijkplan) -> Html | None:
    """What comes first: the next day in the kalender, and on how many mijlpalen to look back now."""
    coming = [it for it in plan.regels_van(PlanregelSoort.KALENDER) if it.dag and it.dag >= beeld.today]
    due = sum(it.terugkijken_op is not None and it.terugkijken_op <= beeld.today for it in plan.regels)
    lines = [_next(it) for it in coming[:1]]
    lines += [tag("p", count(texts.NU_TERUGKIJKEN, due))] if due else []
    return tag("div", *lines, class_="nu") if lines else None


def _next(it: Planregel) -> Html:
    day = format_datum(it.dag) if it.dag else ""
    return tag("p", tag("b", texts.EERSTVOLGEND.format(dag=day)), " ", tag("span", it.wat, dir="auto"))


def _focus(plan: Wijkplan) -> Html:
    now = plan.kwestie
    if now is None:
        said = tag("p", texts.HEEL_PLAN)
    else:
        said = tag("p", tag("b", texts.KWESTIE), tag("span", now.kwestie, dir="auto"))
    why = tag("p", texts.WAAROM, tag("span", now.waarom, dir="auto")) if now and now.waarom else None
    before = [
        tag("p", texts.KWESTIE_EERDER, tag("span", it.kwestie, dir="auto"), class_="zacht")
        for it in plan.kwesties[:-1]
        if it.kwestie
    ]
    return join(said, why, *before)


def people(makers: Iterable[PlanMakers]) -> str:
    """How many of each role."""
    return opsomming(woorden.mensen(it.rol, it.aantal) for it in makers)


def _words(plan: Wijkplan) -> Html:
    versie = plan.laatste(Opsteller.MAKERS)
    if versie is None:
        return tag("p", texts.NOG_LEEG, class_="lezen")
    alone = not any(it.rol is StemRol.BEWONER for it in versie.makers)
    return tag(
        "section",
        tag("h3", texts.PLAN_MAKERS),
        tag("p", texts.GEMAAKT.format(dag=format_datum(versie.dag), wie=people(versie.makers)), class_="wie"),
        tag("p", texts.GEEN_BEWONERS) if alone else None,
        tag("div", *(_part(it) for it in versie.delen), class_="delen"),
        _dissent(versie),
    )


def _part(it: PlanDeel) -> Html:
    why = tag("p", tag("b", texts.WAAROM), tag("span", it.waarom, dir="auto")) if it.waarom else None
    return tag("div", tag("h4", woorden.PLAN_SECTIE[it.sectie]), paragraphs(it.tekst, dir="auto"), why)


def _older(plan: Wijkplan) -> Html | None:
    """The versions of before, newest first, each to open."""
    shown = {plan.laatste(opsteller) for opsteller in Opsteller}
    before = [it for it in reversed(plan.versies) if it not in shown]
    if not before:
        return None
    items = [
        tag(
            "details",
            tag("summary", texts.VERSIE.format(dag=format_datum(it.dag), van=woorden.OPSTELLER[it.opsteller])),
            tag("p", texts.GEMAAKT.format(dag=format_datum(it.dag), wie=people(it.makers))) if it.makers else None,
            *(_part(deel) for deel in it.delen),
            _dissent(it),
        )
        for it in before
    ]
    return tag("section", tag("h3", texts.EERDERE_VERSIES), *items)


def _dissent(versie: PlanVersie) -> Html | None:
    if not versie.afwijkingen:
        return None
    lines = [
        tag(
            "li",
            texts.ANDERS_VAN.format(rol=hoofdletter(kiesteksten.IK_BEN[it.rol])),
            tag("span", it.tekst, dir="auto"),
        )
        for it in versie.afwijkingen
    ]
    return tag("div", tag("h4", texts.ANDERS), tag("ul", *lines), class_="anders")


def _beside(plan: Wijkplan) -> Html | None:
    college = plan.laatste(Opsteller.COLLEGE)
    makers = plan.naast(college) if college else None
    if college is None or makers is None:
        silent = texts.COLLEGE_NOG_NIET if plan.loopt else texts.COLLEGE_NIETS
        return tag("p", silent, class_="zacht") if plan.versies else None
    other = verschillen(makers, college)
    said = (texts.COLLEGE_ANDERS if other else texts.COLLEGE_GELIJK).format(dag=format_datum(college.dag))
    newest = plan.laatste(Opsteller.MAKERS)
    return tag(
        "section",
        tag("h3", texts.COLLEGE),
        tag("p", said),
        tag("p", texts.COLLEGE_OUDER) if newest is not makers else None,
        *(_difference(it) for it in other),
        _dissent(college),
    )


def _difference(it: PlanVerschil) -> Html:
    sides = (
        (texts.VAN_MAKERS, it.makers or texts.NIETS),
        (texts.VAN_COLLEGE, it.college or texts.NIETS_COLLEGE),
    )
    return tag(
        "div",
        tag("h4", woorden.PLAN_SECTIE[it.sectie]),
        tag(
            "div",
            *(tag("div", tag("p", tag("b", who)), paragraphs(said, dir="auto")) for who, said in sides),
            class_="naast",
        ),
        tag("p", tag("b", texts.WAAROM), tag("span", it.waarom, dir="auto")) if it.waarom else None,
    )


def _lines(plan: Wijkplan, soort: PlanregelSoort, today: date, *, numbered: bool) -> Html | None:
    """The lines of one kind; in the kalender what comes first, and what has been to open."""
    lines = plan.regels_van(soort)
    if not lines and not plan.loopt:
        return None
    numbers = regelnummers(plan) if numbered else {}
    past = [it for it in lines if soort is PlanregelSoort.KALENDER and it.dag and it.dag < today]
    now, before = (
        [_line(it, numbers.get(it.id), today, open_=plan.loopt) for it in some]
        for some in ([it for it in lines if it not in past], past)
    )
    empty = tag("p", texts.KALENDER_LEEG if past else texts.REGELS_LEEG, class_="zacht")
    return tag(
        "section",
        tag("h3", texts.REGELS[soort.value]),
        tag("ul", *now, class_="regels") if now else empty,
        tag("details", tag("summary", texts.GEWEEST), tag("ul", *before, class_="regels")) if before else None,
    )


def _line(it: Planregel, number: int | None, today: date, *, open_: bool) -> Html:
    facts = [texts.REGEL.format(nummer=number)] if number else []
    if it.dag:
        until = texts.VOOR if it.soort in (PlanregelSoort.MIJLPAAL, PlanregelSoort.TAAK) else "{dag}"
        facts.append(until.format(dag=format_datum(it.dag)))
    if it.bedrag is not None:
        facts.append(format_euro(it.bedrag))
    who = texts.BESLIST if it.soort is PlanregelSoort.GELD else texts.DOOR
    when = it.terugkijken_op if open_ else None
    again = texts.KIJK_NU_TERUG if when is not None and when <= today else texts.KIJK_TERUG
    return tag(
        "li",
        tag("p", " · ".join(facts), class_="wie") if facts else None,
        tag("p", it.wat, class_="wat", dir="auto"),
        tag("p", who, tag("span", it.wie, dir="auto")) if it.wie else None,
        *(_looked_back(blik) for blik in it.terugblikken),
        tag("p", again.format(dag=format_datum(when)), class_="zacht") if when is not None else None,
    )


def _looked_back(it: PlanTerugblik) -> Html:
    said = texts.TERUGGEKEKEN if it.deelnemers else texts.TERUGGEKEKEN_KAAL
    stand = woorden.PLANREGEL_STAND[it.stand]
    line = said.format(dag=format_datum(it.dag), wie=people(it.deelnemers), stand=stand)
    learned = tag("p", tag("b", texts.GELEERD), tag("span", it.geleerd, dir="auto")) if it.geleerd else None
    return tag("div", learned, tag("p", line, class_="wie"), class_="terug")


def _rests_on(beeld: Planbeeld, plan: Wijkplan) -> Html | None:
    if not plan.bronnen:
        return None
    kinds = [soort for soort in BRONNEN if any(it.soort is soort and it in beeld.namen for it in plan.bronnen)]
    gone = beeld.weg(plan)
    return tag(
        "section",
        tag("h3", texts.BRONNEN),
        *(_of_kind(beeld, plan, soort) for soort in kinds),
        tag("p", count(texts.BRONNEN_WEG, gone), class_="zacht") if gone else None,
    )


def _of_kind(beeld: Planbeeld, plan: Wijkplan, soort: BronSoort) -> Html:
    known = [it for it in plan.bronnen if it.soort is soort and it in beeld.namen]
    lines = [tag("li", _named(beeld, it)) for it in known]
    return join(tag("h4", texts.BRON_SOORTEN[soort.value]), tag("ul", *lines))


def _named(beeld: Planbeeld, bron: PlanBron) -> Html:
    """What something is called, with the way to it where there is one."""
    if bron.soort is BronSoort.INDICATOR:
        return tag("a", beeld.namen[bron], href=links.to_indicator(bron.ref, wijk=beeld.wijk))
    if bron.soort is BronSoort.LEERPUNT:
        return tag("a", beeld.namen[bron], href=links.to_wijkgesprek(beeld.wijk), dir="auto")
    return tag("span", beeld.namen[bron], dir="auto")


def _asked(plan: Wijkplan, *, numbered: bool) -> Html | None:
    if not plan.aanvragen:
        return None
    numbers = enumerate(plan.aanvragen, start=1)
    items = [_aanvraag(it, number if numbered else None) for number, it in numbers]
    uitleg = tag("p", texts.AANVRAGEN_UITLEG, class_="zacht")
    return tag("section", tag("h3", texts.AANVRAGEN), uitleg, tag("ul", *items, class_="regels"))


def _aanvraag(it: PlanAanvraag, number: int | None) -> Html:
    facts = [texts.AANVRAAG.format(nummer=number)] if number else []
    facts += [format_euro(it.bedrag)] if it.bedrag is not None else []
    said = [
        tag(
            "p",
            texts.OORDEEL.format(dag=format_datum(oordeel.dag), oordeel=woorden.AANVRAAG_OORDEEL[oordeel.oordeel]),
            tag("span", oordeel.want, dir="auto"),
        )
        for oordeel in it.oordelen
    ]
    return tag(
        "li",
        tag("p", " · ".join(facts), class_="wie") if facts else None,
        tag("p", it.wat, class_="wat", dir="auto"),
        tag("p", texts.DOOR, tag("span", it.wie, dir="auto")) if it.wie else None,
        *(said or [tag("p", texts.NOG_NIET_BESPROKEN, class_="zacht")]),
    )


def offered(numbered: Mapping[int, tuple[PlanBron, str]], uitleg: str) -> Html:
    """What a plan can rest on or rests on, by kind: a number, and its name."""
    kinds = dict.fromkeys(bron.soort for bron, _ in numbered.values())
    parts = [
        join(
            tag("h4", texts.BRON_SOORTEN[soort.value]),
            tag(
                "ul",
                *(
                    tag("li", f"{number}. ", tag("span", naam, dir="auto"))
                    for number, (bron, naam) in numbered.items()
                    if bron.soort is soort
                ),
                class_="nummers",
            ),
        )
        for soort in kinds
    ]
    return tag("div", tag("p", uitleg), *parts, class_="tv wijkplan")


def written(makers: PlanVersie, sectie: PlanSectie) -> Html:
    """What the makers wrote in a sectie, above what the college writes there."""
    deel = makers.deel(sectie)
    said = paragraphs(deel.tekst, dir="auto") if deel else tag("p", texts.VAN_MAKERS, " ", texts.NIETS, class_="zacht")
    head = tag("h4", woorden.PLAN_SECTIE[sectie])
    return tag("div", head, tag("p", texts.MAKERS_SCHREVEN, class_="wie") if deel else None, said, class_="tv wijkplan")


def word_labels(plan: Wijkplan) -> dict[str, str]:
    """Everything in a plan that has words of people, by id, in words of ours."""
    found = {plan.id: texts.WOORDEN_PLAN} if plan.naam else {}
    found |= {plan.nu.id: texts.WOORDEN_EINDE} if plan.nu.geleerd else {}
    found |= {it.id: texts.WOORDEN_KWESTIE.format(nummer=it.nummer) for it in plan.kwesties if it.kwestie or it.waarom}
    return found | _written(plan) | _line_words(plan) | _aanvraag_words(plan)


def _written(plan: Wijkplan) -> dict[str, str]:
    found = {}
    for versie in plan.versies:
        for deel in versie.delen:
            name = woorden.PLAN_SECTIE[deel.sectie]
            found[deel.id] = texts.WOORDEN_DEEL.format(versie=versie.nummer, deel=name)
        for number, anders in enumerate(versie.afwijkingen, start=1):
            found[anders.id] = texts.WOORDEN_ANDERS.format(versie=versie.nummer, nummer=number)
    return found


def _line_words(plan: Wijkplan) -> dict[str, str]:
    numbers = regelnummers(plan)
    found = {it.id: texts.REGEL.format(nummer=numbers[it.id]) for it in plan.regels}
    for regel in plan.regels:
        for blik in regel.terugblikken:
            if blik.geleerd:
                found[blik.id] = texts.WOORDEN_TERUG.format(plaats=blik.nummer, nummer=numbers[regel.id])
    return found


def _aanvraag_words(plan: Wijkplan) -> dict[str, str]:
    found = {}
    for number, aanvraag in enumerate(plan.aanvragen, start=1):
        found[aanvraag.id] = texts.AANVRAAG.format(nummer=number)
        for oordeel in aanvraag.oordelen:
            found[oordeel.id] = texts.WOORDEN_OORDEEL.format(nummer=number, plaats=oordeel.nummer)
    return found
