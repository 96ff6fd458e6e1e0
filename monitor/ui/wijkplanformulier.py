"""The forms of a wijkplan: labels hold words of ours and numbers, never what people said."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import streamlit as st

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import StemRol
from monitor.domain.leren import BronSoort
from monitor.domain.wijkplan import BRONNEN, Opsteller, PlanBron, PlanSectie, PlanStand, PlanVersie, Wijkplan
from monitor.nl import parse_getal, today_amsterdam
from monitor.services import wijkplannen, woorden
from monitor.services.wijkplannen import (
    PlanAanvraagInvoer,
    PlanregelInvoer,
    PlanVersieInvoer,
    TerugblikInvoer,
)
from monitor.store.database import Database
from monitor.ui import tekstvelden, werkscherm, wijkplanblok
from monitor.ui.formulier import Formulier
from monitor.ui.html import tag
from monitor.ui.stemvelden import chosen, counts, rol_box, row
from monitor.ui.tekstvelden import Draw, Tekstvelden
from monitor.ui.texts import wijkplan as texts

Telvelden = Mapping[StemRol, Mapping[str, tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Plangroep:
    """Who writes, in which wijk, and the plan that people work on; None: there is none."""

    database: Database
    gebruiker: Gebruiker
    wijk: str
    plan: Wijkplan | None = None

    @property
    def id(self) -> str:
        """Id of the plan."""
        return self.plan.id if self.plan else ""

    def form(self, naam: str, title: str, *, expanded: bool = False) -> Formulier:
        """A form behind its title; what was kept is said at the top of the page."""
        place = st.expander(title, expanded=expanded)
        return Formulier.make(f"wijkplan-{naam}", f"{self.wijk}-{self.id}", place=place, beside=False)

    @property
    def here(self) -> tuple[Database, Gebruiker, str, str]:
        """What every action on the plan begins with."""
        return self.database, self.gebruiker, self.wijk, self.id

    def ask(self, form: Formulier, draw: Draw, button: str, said: str = texts.BEWAARD, *, primary: bool = True) -> None:
        """Ask the fields of a form, and do what it does when it is sent."""
        tekstvelden.ask(self.database, form, draw, button=button, said=said, primary=primary)

    def day_field(self, velden: Tekstvelden, label: str) -> str:
        """A field for a day that has been, with today in it."""
        return velden.bare("dag", label, f"{today_amsterdam(self.database.now()):%d-%m-%Y}")


def _explain(words: str) -> None:
    st.html(tag("p", words, class_="tv lezen"))


def _day(typed: str) -> date | None:
    return werkscherm.day(typed) if typed.strip() else None


def _money(typed: str) -> Decimal | None:
    return Decimal(str(parse_getal(typed))) if typed.strip() else None


def _rows(velden: Tekstvelden, label: str) -> Telvelden:
    return {rol: row(rol, {"aantal": label}, velden.form.key("telling")) for rol in StemRol}


def _people(rows: Telvelden) -> tuple[tuple[StemRol, int], ...]:
    return tuple((rol, it["aantal"]) for rol, it in counts(rows).items())


def ask_plan(groep: Plangroep) -> None:
    """Begin a plan."""
    form = groep.form("nieuw", texts.NIEUW)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        naam = velden.line("naam", texts.NAAM)
        kwestie = velden.line("kwestie", texts.BEGIN_KWESTIE)
        given = (groep.database, groep.gebruiker, groep.wijk, naam, kwestie)
        return lambda: wijkplannen.add_plan(*given, token=form.token)

    groep.ask(form, draw, texts.BEGIN, texts.BEGONNEN)


def ask_makers(groep: Plangroep, plan: Wijkplan) -> None:
    """Write a version of the makers; what they wrote before stands there already."""
    before = plan.laatste(Opsteller.MAKERS)
    form = groep.form("makers", texts.SCHRIJF, expanded=before is None)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        _explain(texts.SCHRIJF_OPNIEUW if before else texts.SCHRIJF_UITLEG)
        dag = groep.day_field(velden, texts.VERSIE_DAG)
        delen = [
            (sectie, velden.text(sectie.value, woorden.PLAN_SECTIE[sectie], _words_of(before, sectie)), "")
            for sectie in PlanSectie
        ]
        rows = _rows(velden, texts.MAKERS_AANTAL)

        def act() -> None:
            invoer = PlanVersieInvoer(Opsteller.MAKERS, _day(dag), tuple(delen), _people(rows))
            wijkplannen.add_versie(*groep.here, invoer, token=form.token)

        return act

    groep.ask(form, draw, texts.BEWAAR_MAKERS)


def ask_college(groep: Plangroep, plan: Wijkplan) -> None:
    """Write the version of the college, under what the makers wrote; what it takes over stands there already."""
    makers = plan.laatste(Opsteller.MAKERS)
    if makers is None:
        st.html(tag("p", texts.COLLEGE_WACHT, class_="tv zacht"))
        return
    said = plan.laatste(Opsteller.COLLEGE)
    before = said if said and plan.naast(said) is makers else makers
    form = groep.form("college", texts.SCHRIJF_COLLEGE, expanded=before is makers)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        _explain(texts.SCHRIJF_COLLEGE_UITLEG)
        dag = groep.day_field(velden, texts.VERSIE_DAG)
        delen = []
        for sectie in PlanSectie:
            name, deel = woorden.PLAN_SECTIE[sectie], before.deel(sectie)
            st.html(wijkplanblok.written(makers, sectie))
            tekst = velden.text(sectie.value, texts.COLLEGE_DEEL.format(deel=name), _words_of(before, sectie))
            label, known = texts.DEEL_WAAROM.format(deel=name), (deel.waarom or "") if deel else ""
            delen.append((sectie, tekst, velden.text(f"{sectie.value}-waarom", label, known, height=68)))

        def act() -> None:
            invoer = PlanVersieInvoer(Opsteller.COLLEGE, _day(dag), tuple(delen))
            wijkplannen.add_versie(*groep.here, invoer, token=form.token)

        return act

    groep.ask(form, draw, texts.BEWAAR_COLLEGE)


def _words_of(versie: PlanVersie | None, sectie: PlanSectie) -> str:
    deel = versie.deel(sectie) if versie else None
    return deel.tekst if deel else ""


def ask_afwijking(groep: Plangroep, plan: Wijkplan) -> None:
    """Write down that somebody sees it in another way."""
    if not plan.versies:
        return
    both = plan.laatste(Opsteller.COLLEGE) is not None
    form = groep.form("anders", texts.AFWIJKING)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        over = velden.word("over", texts.AFWIJKING_OVER, woorden.OPSTELLER) if both else Opsteller.MAKERS
        rol = rol_box(form.key("rol"))
        tekst = velden.text("tekst", texts.AFWIJKING_TEKST)
        return lambda: wijkplannen.add_afwijking(
            *groep.here, rol, tekst, chosen(over, texts.EERST_OVER), token=form.token
        )

    groep.ask(form, draw, texts.BEWAAR_AFWIJKING)


def ask_kwestie(groep: Plangroep) -> None:
    """Choose what to work on first."""
    form = groep.form("kwestie", texts.FOCUS)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        kwestie = velden.line("wat", texts.FOCUS_KWESTIE)
        waarom = velden.text("waarom", texts.FOCUS_WAAROM)
        return lambda: wijkplannen.choose_kwestie(*groep.here, kwestie, waarom, token=form.token)

    groep.ask(form, draw, texts.BEWAAR_FOCUS)


def ask_regel(groep: Plangroep) -> None:
    """Add a line."""
    form = groep.form("regel", texts.REGEL_ERBIJ)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        soort = velden.word("soort", texts.REGEL_SOORT, woorden.PLANREGEL_SOORT)
        wat = velden.line("wat", texts.REGEL_WAT)
        wie = velden.line("wie", texts.REGEL_WIE)
        dag = velden.bare("dag", texts.REGEL_DAG)
        bedrag = velden.bare("bedrag", texts.REGEL_BEDRAG)

        def act() -> None:
            invoer = PlanregelInvoer(soort, wat, wie, _day(dag), _money(bedrag))
            wijkplannen.add_regel(*groep.here, invoer, token=form.token)

        return act

    groep.ask(form, draw, texts.BEWAAR_REGEL)


def ask_terugblik(groep: Plangroep, plan: Wijkplan) -> None:
    """Look back on a line."""
    if not plan.regels:
        return
    numbers = {id_: texts.REGEL.format(nummer=it) for id_, it in wijkplanblok.regelnummers(plan).items()}
    form = groep.form("terug", texts.TERUGKIJKEN)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        _explain(texts.TERUGKIJKEN_UITLEG)
        regel = velden.choice("regel", texts.WELKE_REGEL, numbers)
        stand = velden.word("stand", texts.HOE_STAAT, woorden.PLANREGEL_STAND)
        dag = groep.day_field(velden, texts.TERUG_DAG)
        geleerd = velden.text("geleerd", texts.TERUG_GELEERD)
        rows = _rows(velden, texts.TERUG_AANTAL)

        def act() -> None:
            id_ = chosen(regel, texts.EERST_REGEL)
            invoer = TerugblikInvoer(stand, _day(dag), geleerd, _people(rows))
            wijkplannen.look_back(*groep.here, id_, invoer, token=form.token)

        return act

    groep.ask(form, draw, texts.BEWAAR_TERUG)


def ask_bron(groep: Plangroep, plan: Wijkplan, cijfers: Collection[str]) -> None:
    """Say what the plan rests on: of all figures only these, which the wijk looks at; and on what not after all."""
    known = wijkplannen.bronnen_voor(groep.database, groep.gebruiker, groep.wijk)
    here = {bron: naam for bron, naam in known.items() if bron in plan.bronnen}
    free = {
        bron: naam
        for bron, naam in known.items()
        if bron not in here and (bron.soort is not BronSoort.INDICATOR or bron.ref in cijfers)
    }
    if free:
        _ask_bron_bij(groep, free)
    if here:
        _ask_bron_eraf(groep, here)


def _ask_bron_bij(groep: Plangroep, free: Mapping[PlanBron, str]) -> None:
    numbered, names = _numbered(free)
    form = groep.form("bron", texts.BRON_ERBIJ)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        st.html(wijkplanblok.offered(numbered, texts.BRON_UITLEG))
        which = velden.several("welke", texts.WELKE_BRON, names)
        return lambda: wijkplannen.add_bron(*groep.here, *(numbered[int(it)][0] for it in which))

    groep.ask(form, draw, texts.BEWAAR_BRON)


def _ask_bron_eraf(groep: Plangroep, here: Mapping[PlanBron, str]) -> None:
    numbered, names = _numbered(here)
    form = groep.form("bron-eraf", texts.BRON_ERAF)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        st.html(wijkplanblok.offered(numbered, texts.BRON_ERAF_UITLEG))
        which = velden.choice("welke", texts.BRON_ERAF_WELKE, names)
        return lambda: wijkplannen.remove_bron(*groep.here, numbered[int(chosen(which, texts.EERST_BRON))][0])

    groep.ask(form, draw, texts.BEWAAR_BRON_ERAF, texts.BRON_IS_ERAF, primary=False)


def _numbered(bronnen: Mapping[PlanBron, str]) -> tuple[dict[int, tuple[PlanBron, str]], dict[str, str]]:
    """What to choose from with its numbers, and those numbers with the kind: a label cannot hold names of people."""
    listed = sorted(bronnen.items(), key=lambda it: (BRONNEN.index(it[0].soort), it[1].casefold()))
    numbered = dict(enumerate(listed, start=1))
    return numbered, {
        str(number): texts.BRON_NUMMER.format(nummer=number, soort=texts.BRON_SOORT[bron.soort.value])
        for number, (bron, _) in numbered.items()
    }


def ask_aanvraag(groep: Plangroep, plan: Wijkplan) -> None:
    """Lay an aanvraag beside the plan, and write down whether it fits."""
    form = groep.form("aanvraag", texts.AANVRAAG_ERBIJ)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        _explain(texts.AANVRAGEN_UITLEG)
        wat = velden.line("wat", texts.AANVRAAG_WAT)
        wie = velden.line("wie", texts.AANVRAAG_WIE)
        bedrag = velden.bare("bedrag", texts.AANVRAAG_BEDRAG)

        def act() -> None:
            wijkplannen.add_aanvraag(*groep.here, PlanAanvraagInvoer(wat, wie, _money(bedrag)), token=form.token)

        return act

    groep.ask(form, draw, texts.BEWAAR_AANVRAAG)
    if plan.aanvragen:
        _ask_oordeel(groep, plan)


def _ask_oordeel(groep: Plangroep, plan: Wijkplan) -> None:
    numbers = {it.id: texts.AANVRAAG.format(nummer=number) for number, it in enumerate(plan.aanvragen, start=1)}
    form = groep.form("oordeel", texts.BESPREKEN)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        aanvraag = velden.choice("welke", texts.WELKE_AANVRAAG, numbers)
        oordeel = velden.word("past", texts.PAST, woorden.AANVRAAG_OORDEEL)
        want = velden.text("want", texts.WANT)
        return lambda: wijkplannen.judge(
            *groep.here, chosen(aanvraag, texts.EERST_AANVRAAG), oordeel, want, token=form.token
        )

    groep.ask(form, draw, texts.BEWAAR_OORDEEL)


def ask_end(groep: Plangroep) -> None:
    """Say that the plan is done, or was stopped."""
    ends = {it: word for it, word in woorden.PLAN_STAND.items() if it is not PlanStand.LOOPT}
    form = groep.form("einde", texts.AFRONDEN)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        stand = velden.word("hoe", texts.AFRONDEN_HOE, ends)
        geleerd = velden.text("geleerd", texts.AFRONDEN_GELEERD)
        return lambda: wijkplannen.end(*groep.here, chosen(stand, texts.EERST_EINDE), geleerd)

    groep.ask(form, draw, texts.BEWAAR_EINDE, primary=False)


def ask_remove(groep: Plangroep, plan: Wijkplan) -> None:
    """Take words away that lead to a person after all."""
    words = wijkplanblok.word_labels(plan)
    if not words:
        return
    form = groep.form("weg", texts.WEGHALEN)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        _explain(texts.WEGHALEN_UITLEG)
        which = velden.choice(f"welke-{len(words)}", texts.WEGHALEN_WAT, words)
        return lambda: wijkplannen.remove_words_of(*groep.here, chosen(which, texts.EERST_WOORDEN))

    groep.ask(form, draw, texts.BEWAAR_WEG, texts.WEGGEHAALD, primary=False)
