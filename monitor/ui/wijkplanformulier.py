"""The forms of a wijkplan: labels hold words of ours and numbers, never what people said."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import StemRol
from monitor.domain.leren import BronSoort
from monitor.domain.wijkplan import (
    BRONNEN,
    AanvraagOordeel,
    Opsteller,
    PlanSectie,
    PlanStand,
    PlanVersie,
    Wijkplan,
)
from monitor.errors import MonitorError
from monitor.nl import parse_getal, today_amsterdam
from monitor.services import wijkplannen, woorden
from monitor.services.wijkplannen import (
    PlanAanvraagInvoer,
    PlanregelInvoer,
    PlanVersieInvoer,
    TerugblikInvoer,
)
from monitor.store.database import Database
from monitor.ui import werkscherm, wijkplanblok
from monitor.ui.html import tag
from monitor.ui.stemvelden import box, chosen, counts, rol_box, row
from monitor.ui.texts import wijkplan as texts

Word = TypeVar("Word", bound=StrEnum)
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

    def token(self, naam: str) -> str:
        """The token of a form: sending it twice is sending it once."""
        return werkscherm.token("wijkplan", naam, self.wijk, self.id)

    def key(self, naam: str) -> str:
        """The key of a form: another one after every saving."""
        return f"wijkplan-{naam}-{self.token(naam)}"

    def day_field(self, label: str, key: str) -> str:
        """A field for a day that has been, with today in it."""
        today = today_amsterdam(self.database.now())
        return st.text_input(label, value=f"{today:%d-%m-%Y}", key=f"{key}-dag")

    def save(self, naam: str, action: Callable[[], object], place: DeltaGenerator, said: str = texts.BEWAARD) -> None:
        """Do what was asked and begin anew, or say what is wrong in `place`; the form keeps what was typed."""
        try:
            action()
        except MonitorError as error:
            with place:
                werkscherm.refused(error)
            return
        werkscherm.forget_token("wijkplan", naam, self.wijk, self.id)
        werkscherm.say(said)
        st.rerun()


def _word(label: str, words: Mapping[Word, str], key: str) -> Word | None:
    return st.selectbox(
        label, list(words), index=None, format_func=lambda it: words[it], placeholder=texts.KIES, key=key
    )


def _day(typed: str) -> date | None:
    return werkscherm.day(typed) if typed.strip() else None


def _money(typed: str) -> Decimal | None:
    return Decimal(str(parse_getal(typed))) if typed.strip() else None


def _people(rows: Telvelden) -> tuple[tuple[StemRol, int], ...]:
    return tuple((rol, it["aantal"]) for rol, it in counts(rows).items())


def ask_plan(groep: Plangroep) -> None:
    """Begin a plan."""
    key = groep.key("nieuw")
    place = st.expander(texts.NIEUW)
    with place, st.form(key, enter_to_submit=False, border=False):
        naam = st.text_input(texts.NAAM, key=f"{key}-naam")
        kwestie = st.text_input(texts.BEGIN_KWESTIE, key=f"{key}-kwestie")
        sent = st.form_submit_button(texts.BEGIN, type="primary")
    if sent:
        given = (groep.database, groep.gebruiker, groep.wijk, naam, kwestie)
        groep.save("nieuw", lambda: wijkplannen.add_plan(*given, token=groep.token("nieuw")), place, texts.BEGONNEN)


def ask_makers(groep: Plangroep, plan: Wijkplan) -> None:
    """Write a version of the makers; what they wrote before stands there already."""
    key = groep.key("makers")
    before = plan.laatste(Opsteller.MAKERS)
    place = st.expander(texts.SCHRIJF, expanded=before is None)
    with place, st.form(key, enter_to_submit=False, border=False):
        st.html(tag("p", texts.SCHRIJF_OPNIEUW if before else texts.SCHRIJF_UITLEG, class_="tv lezen"))
        dag = groep.day_field(texts.VERSIE_DAG, key)
        delen = [
            (
                sectie,
                st.text_area(woorden.PLAN_SECTIE[sectie], value=_words_of(before, sectie), key=f"{key}-{sectie}"),
                "",
            )
            for sectie in PlanSectie
        ]
        rows = {rol: row(rol, {"aantal": texts.MAKERS_AANTAL}, key) for rol in StemRol}
        sent = st.form_submit_button(texts.BEWAAR_MAKERS, type="primary")
    if sent:
        given = (groep.database, groep.gebruiker, groep.wijk, groep.id)
        groep.save(
            "makers",
            lambda: wijkplannen.add_versie(
                *given,
                PlanVersieInvoer(Opsteller.MAKERS, _day(dag), tuple(delen), _people(rows)),
                token=groep.token("makers"),
            ),
            place,
        )


def ask_college(groep: Plangroep, plan: Wijkplan) -> None:
    """Write the version of the college, under what the makers wrote; what it takes over stands there already."""
    makers = plan.laatste(Opsteller.MAKERS)
    if makers is None:
        st.html(tag("p", texts.COLLEGE_WACHT, class_="tv zacht"))
        return
    key = groep.key("college")
    said = plan.laatste(Opsteller.COLLEGE)
    before = said if said and plan.naast(said) is makers else makers
    place = st.expander(texts.SCHRIJF_COLLEGE, expanded=before is makers)
    with place, st.form(key, enter_to_submit=False, border=False):
        st.html(tag("p", texts.SCHRIJF_COLLEGE_UITLEG, class_="tv lezen"))
        dag = groep.day_field(texts.VERSIE_DAG, key)
        delen = []
        for sectie in PlanSectie:
            name, deel = woorden.PLAN_SECTIE[sectie], before.deel(sectie)
            st.html(wijkplanblok.written(makers, sectie))
            tekst = st.text_area(
                texts.COLLEGE_DEEL.format(deel=name), value=_words_of(before, sectie), key=f"{key}-{sectie}"
            )
            why = st.text_area(
                texts.DEEL_WAAROM.format(deel=name),
                value=(deel.waarom or "") if deel else "",
                height=68,
                key=f"{key}-{sectie}-waarom",
            )
            delen.append((sectie, tekst, why))
        sent = st.form_submit_button(texts.BEWAAR_COLLEGE, type="primary")
    if sent:
        given = (groep.database, groep.gebruiker, groep.wijk, groep.id)
        groep.save(
            "college",
            lambda: wijkplannen.add_versie(
                *given, PlanVersieInvoer(Opsteller.COLLEGE, _day(dag), tuple(delen)), token=groep.token("college")
            ),
            place,
        )


def _words_of(versie: PlanVersie | None, sectie: PlanSectie) -> str:
    deel = versie.deel(sectie) if versie else None
    return deel.tekst if deel else ""


def ask_afwijking(groep: Plangroep, plan: Wijkplan) -> None:
    """Write down that somebody sees it in another way."""
    if not plan.versies:
        return
    key = groep.key("anders")
    both = plan.laatste(Opsteller.COLLEGE) is not None
    place = st.expander(texts.AFWIJKING)
    with place, st.form(key, enter_to_submit=False, border=False):
        over = _word(texts.AFWIJKING_OVER, woorden.OPSTELLER, f"{key}-over") if both else Opsteller.MAKERS
        rol = rol_box(f"{key}-rol")
        tekst = st.text_area(texts.AFWIJKING_TEKST, key=f"{key}-tekst")
        sent = st.form_submit_button(texts.BEWAAR_AFWIJKING, type="primary")
    if sent:
        given = (groep.database, groep.gebruiker, groep.wijk, groep.id, rol, tekst)
        groep.save(
            "anders",
            lambda: wijkplannen.add_afwijking(*given, chosen(over, texts.EERST_OVER), token=groep.token("anders")),
            place,
        )


def ask_kwestie(groep: Plangroep) -> None:
    """Choose what to work on first."""
    key = groep.key("kwestie")
    place = st.expander(texts.FOCUS)
    with place, st.form(key, enter_to_submit=False, border=False):
        kwestie = st.text_input(texts.FOCUS_KWESTIE, key=f"{key}-wat")
        waarom = st.text_area(texts.FOCUS_WAAROM, key=f"{key}-waarom")
        sent = st.form_submit_button(texts.BEWAAR_FOCUS, type="primary")
    if sent:
        given = (groep.database, groep.gebruiker, groep.wijk, groep.id, kwestie, waarom)
        groep.save("kwestie", lambda: wijkplannen.choose_kwestie(*given, token=groep.token("kwestie")), place)


def ask_regel(groep: Plangroep) -> None:
    """Add a line."""
    key = groep.key("regel")
    place = st.expander(texts.REGEL_ERBIJ)
    with place, st.form(key, enter_to_submit=False, border=False):
        soort = _word(texts.REGEL_SOORT, woorden.PLANREGEL_SOORT, f"{key}-soort")
        wat = st.text_input(texts.REGEL_WAT, key=f"{key}-wat")
        wie = st.text_input(texts.REGEL_WIE, key=f"{key}-wie")
        dag = st.text_input(texts.REGEL_DAG, key=f"{key}-dag")
        bedrag = st.text_input(texts.REGEL_BEDRAG, key=f"{key}-bedrag")
        sent = st.form_submit_button(texts.BEWAAR_REGEL, type="primary")
    if sent:
        given = (groep.database, groep.gebruiker, groep.wijk, groep.id)
        groep.save(
            "regel",
            lambda: wijkplannen.add_regel(
                *given, PlanregelInvoer(soort, wat, wie, _day(dag), _money(bedrag)), token=groep.token("regel")
            ),
            place,
        )


def ask_terugblik(groep: Plangroep, plan: Wijkplan) -> None:
    """Look back on a line."""
    if not plan.regels:
        return
    key = groep.key("terug")
    numbers = {id_: texts.REGEL.format(nummer=it) for id_, it in wijkplanblok.regelnummers(plan).items()}
    place = st.expander(texts.TERUGKIJKEN)
    with place, st.form(key, enter_to_submit=False, border=False):
        st.html(tag("p", texts.TERUGKIJKEN_UITLEG, class_="tv lezen"))
        regel = box(texts.WELKE_REGEL, numbers, f"{key}-regel")
        stand = _word(texts.HOE_STAAT, woorden.PLANREGEL_STAND, f"{key}-stand")
        dag = groep.day_field(texts.TERUG_DAG, key)
        geleerd = st.text_area(texts.TERUG_GELEERD, key=f"{key}-geleerd")
        rows = {rol: row(rol, {"aantal": texts.TERUG_AANTAL}, key) for rol in StemRol}
        sent = st.form_submit_button(texts.BEWAAR_TERUG, type="primary")
    if sent:
        given = (groep.database, groep.gebruiker, groep.wijk, groep.id)
        groep.save(
            "terug",
            lambda: wijkplannen.look_back(
                *given,
                chosen(regel, texts.EERST_REGEL),
                TerugblikInvoer(stand, _day(dag), geleerd, _people(rows)),
                token=groep.token("terug"),
            ),
            place,
        )


def ask_bron(groep: Plangroep, plan: Wijkplan, cijfers: Collection[str]) -> None:
    """Say what the plan rests on: of all figures only these, which the wijk looks at.

    The names stand in a list of their own, because a label parses Markdown.
    """
    known = wijkplannen.bronnen_voor(groep.database, groep.gebruiker, groep.wijk)
    found = [
        (bron, naam)
        for bron, naam in known.items()
        if bron not in plan.bronnen and (bron.soort is not BronSoort.INDICATOR or bron.ref in cijfers)
    ]
    if not found:
        return
    key = groep.key("bron")
    numbered = dict(enumerate(sorted(found, key=lambda it: (BRONNEN.index(it[0].soort), it[1].casefold())), start=1))
    place = st.expander(texts.BRON_ERBIJ)
    with place, st.form(key, enter_to_submit=False, border=False):
        st.html(wijkplanblok.offered(numbered))
        which = st.multiselect(
            texts.WELKE_BRON,
            list(numbered),
            format_func=lambda it: texts.BRON_NUMMER.format(
                nummer=it, soort=texts.BRON_SOORT[numbered[it][0].soort.value]
            ),
            placeholder=texts.KIES,
            key=f"{key}-welke",
        )
        sent = st.form_submit_button(texts.BEWAAR_BRON, type="primary")
    if sent:
        given = (groep.database, groep.gebruiker, groep.wijk, groep.id)
        groep.save("bron", lambda: wijkplannen.add_bron(*given, *(numbered[it][0] for it in which)), place)


def ask_aanvraag(groep: Plangroep, plan: Wijkplan) -> None:
    """Lay an aanvraag beside the plan, and write down whether it fits."""
    key = groep.key("aanvraag")
    place = st.expander(texts.AANVRAAG_ERBIJ)
    with place, st.form(key, enter_to_submit=False, border=False):
        st.html(tag("p", texts.AANVRAGEN_UITLEG, class_="tv lezen"))
        wat = st.text_input(texts.AANVRAAG_WAT, key=f"{key}-wat")
        wie = st.text_input(texts.AANVRAAG_WIE, key=f"{key}-wie")
        bedrag = st.text_input(texts.AANVRAAG_BEDRAG, key=f"{key}-bedrag")
        sent = st.form_submit_button(texts.BEWAAR_AANVRAAG, type="primary")
    if sent:
        given = (groep.database, groep.gebruiker, groep.wijk, groep.id)
        groep.save(
            "aanvraag",
            lambda: wijkplannen.add_aanvraag(
                *given, PlanAanvraagInvoer(wat, wie, _money(bedrag)), token=groep.token("aanvraag")
            ),
            place,
        )
    if plan.aanvragen:
        _ask_oordeel(groep, plan)


def _ask_oordeel(groep: Plangroep, plan: Wijkplan) -> None:
    key = groep.key("oordeel")
    numbers = {it.id: texts.AANVRAAG.format(nummer=number) for number, it in enumerate(plan.aanvragen, start=1)}
    place = st.expander(texts.BESPREKEN)
    with place, st.form(key, enter_to_submit=False, border=False):
        aanvraag = box(texts.WELKE_AANVRAAG, numbers, f"{key}-welke")
        oordeel: AanvraagOordeel | None = _word(texts.PAST, woorden.AANVRAAG_OORDEEL, f"{key}-past")
        want = st.text_area(texts.WANT, key=f"{key}-want")
        sent = st.form_submit_button(texts.BEWAAR_OORDEEL, type="primary")
    if sent:
        given = (groep.database, groep.gebruiker, groep.wijk, groep.id)
        groep.save(
            "oordeel",
            lambda: wijkplannen.judge(
                *given, chosen(aanvraag, texts.EERST_AANVRAAG), oordeel, want, token=groep.token("oordeel")
            ),
            place,
        )


def ask_end(groep: Plangroep) -> None:
    """Say that the plan is done, or was stopped."""
    key = groep.key("einde")
    ends = {it: word for it, word in woorden.PLAN_STAND.items() if it is not PlanStand.LOOPT}
    place = st.expander(texts.AFRONDEN)
    with place, st.form(key, enter_to_submit=False, border=False):
        stand = _word(texts.AFRONDEN_HOE, ends, f"{key}-hoe")
        geleerd = st.text_area(texts.AFRONDEN_GELEERD, key=f"{key}-geleerd")
        sent = st.form_submit_button(texts.BEWAAR_EINDE)
    if sent:
        given = (groep.database, groep.gebruiker, groep.wijk, groep.id)
        groep.save("einde", lambda: wijkplannen.end(*given, chosen(stand, texts.EERST_EINDE), geleerd), place)


def ask_remove(groep: Plangroep, plan: Wijkplan) -> None:
    """Take words away that lead to a person after all."""
    words = wijkplanblok.word_labels(plan)
    if not words:
        return
    key = f"{groep.key('weg')}-{len(words)}"
    place = st.expander(texts.WEGHALEN)
    with place, st.form(key, enter_to_submit=False, border=False):
        st.html(tag("p", texts.WEGHALEN_UITLEG, class_="tv lezen"))
        which = box(texts.WEGHALEN_WAT, words, f"{key}-welke")
        sent = st.form_submit_button(texts.BEWAAR_WEG)
    if sent:
        given = (groep.database, groep.gebruiker, groep.wijk, plan.id)
        groep.save(
            "weg",
            lambda: wijkplannen.remove_words_of(*given, chosen(which, texts.EERST_WOORDEN)),
            place,
            texts.WEGGEHAALD,
        )
