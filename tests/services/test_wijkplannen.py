"""The wijkplan: written together, the college's beside it with why, looked back on with residents, never a score."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from monitor.domain.gebruiker import BEZOEKER, Gebruiker, GebruikerRol
from monitor.domain.indicator import StemRol
from monitor.domain.leren import BronSoort, LeerpuntBron, Niveau, SessieUitkomst
from monitor.domain.verhaal import Gebruik
from monitor.domain.wijkplan import (
    EERST_MAKERS,
    VOORBIJ,
    WAAROM_ANDERS,
    WEGGELATEN,
    ZELFDE,
    AanvraagOordeel,
    Opsteller,
    Planbeeld,
    PlanBron,
    PlanregelSoort,
    PlanregelStand,
    PlanSectie,
    PlanStand,
    Wijkplan,
    kwartaal_later,
    verschillen,
)
from monitor.errors import NietGevonden, NietToegestaan, OngeldigeInvoer
from monitor.services import leerpunten, wijkgesprek
from monitor.services.controle import check_store
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.leerpunten import NieuwLeerpunt
from monitor.services.reservekopie import backup, restore
from monitor.services.themas import ensure_themas
from monitor.services.wijkplannen import (
    PlanAanvraagInvoer,
    PlanregelInvoer,
    PlanVersieInvoer,
    TerugblikInvoer,
    add_aanvraag,
    add_afwijking,
    add_bron,
    add_plan,
    add_regel,
    add_versie,
    bronnen_voor,
    choose_kwestie,
    end,
    judge,
    look_back,
    planbeeld,
    remove_bron,
    remove_words_of,
)
from monitor.store.database import Database
from monitor.store.migrate import migrate
from monitor.store.opslag import open_for_writing
from tests.services.builders import ANDERE_WIJK, CLI, WIJK
from tests.services.test_nalezen import persoon, published, rows

R, S, Van = GebruikerRol, PlanSectie, Opsteller
BEGELEIDER = persoon("begeleider", R.BEGELEIDER)
BELEID = persoon("beleid", R.BELEIDSMEDEWERKER)
BEWONER = persoon("bewoner", R.BEWONER)
BEIDE = persoon("beide", R.BEGELEIDER, R.BELEIDSMEDEWERKER)
DAG = date(2025, 11, 1)
AMBITIE, AANPAK = "Niemand hoeft alleen te eten.", "Elke week samen koken."
MAKERS = PlanVersieInvoer(
    Van.MAKERS,
    DAG,
    ((S.AMBITIE, AMBITIE, ""), (S.AANPAK, AANPAK, ""), (S.NIET_DOEN, "", "")),
    ((StemRol.BEWONER, 8), (StemRol.PROFESSIONAL, 2)),
)
ANDERS, OMDAT = "Minder mensen eten alleen.", "Niemand beloven wat niet kan."
COLLEGE = PlanVersieInvoer(Van.COLLEGE, DAG, ((S.AMBITIE, ANDERS, OMDAT), (S.AANPAK, AANPAK, "")))
MIJLPAAL = PlanregelInvoer(PlanregelSoort.MIJLPAAL, "De keuken is elke week open.", dag=date(2026, 6, 1))
GEKEKEN = TerugblikInvoer(PlanregelStand.ANDERS, DAG, "Om de week is genoeg.", ((StemRol.BEWONER, 5),))
PERSOON = "Bel Karin van Dalen, 06-12345678"
Tel = Callable[[str], int]


def make(database: Database, naam: str = "Samen eten", **named: Any) -> str:
    return add_plan(database, BEGELEIDER, WIJK, naam, token=f"plan {naam}", **named)


def write(database: Database, plan: str, invoer: PlanVersieInvoer = MAKERS, token: str = "") -> str:
    who = BELEID if invoer.opsteller is Van.COLLEGE else BEGELEIDER
    return add_versie(database, who, WIJK, plan, invoer, token=token or f"versie {invoer}")


def add(database: Database, plan: str, invoer: PlanregelInvoer = MIJLPAAL) -> str:
    return add_regel(database, BEGELEIDER, WIJK, plan, invoer, token=f"regel {invoer}")


def beeld(database: Database, wie: Gebruiker = BEZOEKER) -> Planbeeld:
    return planbeeld(database, wie, WIJK)


def seen(database: Database, plan: str, wie: Gebruiker = BEZOEKER) -> Wijkplan:
    found = beeld(database, wie).plan(plan)
    assert found is not None
    return found


def refused(action: Callable[[], object]) -> list[str]:
    with pytest.raises(OngeldigeInvoer) as caught:
        action()
    return [it.melding for it in caught.value.problemen]


# A plan, of the whole wijk or of one kwestie


def test_everybody_reads_the_plan_with_its_makers_as_counts(wijkstore: Database) -> None:
    plan = make(wijkstore)
    write(wijkstore, plan)
    found = seen(wijkstore, plan).laatste(Van.MAKERS)
    assert found is not None
    assert [(it.rol, it.aantal) for it in found.makers] == [(StemRol.BEWONER, 8), (StemRol.PROFESSIONAL, 2)]
    assert [(it.sectie, it.tekst) for it in found.delen] == [(S.AMBITIE, AMBITIE), (S.AANPAK, AANPAK)]
    assert check_store(wijkstore) == () or all("geen naam" in it for it in check_store(wijkstore))


def test_one_plan_at_a_time_and_sending_it_twice_is_sending_it_once(wijkstore: Database, count: Tel) -> None:
    plan = make(wijkstore)
    assert make(wijkstore) == plan
    assert refused(lambda: make(wijkstore, "Nog een"))
    end(wijkstore, BEGELEIDER, WIJK, plan, PlanStand.GESTOPT, "Te veel tegelijk.")
    second = make(wijkstore, "Nog een")
    assert [it.id for it in beeld(wijkstore).plannen] == [second, plan]
    assert count("wijkplan") == 2


@pytest.mark.parametrize("wie", [BEZOEKER, BEWONER, persoon("elders", R.BEGELEIDER, wijk=ANDERE_WIJK)])
def test_only_who_leads_or_makes_policy_here_writes(wijkstore: Database, wie: Gebruiker, count: Tel) -> None:
    with pytest.raises(NietToegestaan):
        add_plan(wijkstore, wie, WIJK, "Samen eten", token="t")
    assert count("wijkplan") == 0
    assert add_plan(wijkstore, BELEID, WIJK, "Samen eten", token="t")


def test_nobody_writes_what_another_wants(wijkstore: Database, count: Tel) -> None:
    plan = make(wijkstore)
    with pytest.raises(NietToegestaan):
        add_versie(wijkstore, BELEID, WIJK, plan, MAKERS, token="m")
    with pytest.raises(NietToegestaan):
        choose_kwestie(wijkstore, BELEID, WIJK, plan, "De keuken", token="k")
    write(wijkstore, plan)
    with pytest.raises(NietToegestaan):
        add_versie(wijkstore, BEGELEIDER, WIJK, plan, COLLEGE, token="c")
    assert (count("wijkplan_versie"), count("wijkplan_kwestie")) == (1, 0)


def test_people_work_on_one_kwestie_first_and_later_on_another_or_on_everything(wijkstore: Database) -> None:
    plan = make(wijkstore, kwestie="Eten op zondag")
    now = seen(wijkstore, plan).kwestie
    assert now is not None and now.kwestie == "Eten op zondag"
    choose_kwestie(wijkstore, BEGELEIDER, WIJK, plan, "De keuken", "Zonder keuken geen eten.", token="1")
    choose_kwestie(wijkstore, BEGELEIDER, WIJK, plan, "", token="2")
    found = seen(wijkstore, plan)
    assert found.kwestie is None
    assert [it.kwestie for it in found.kwesties] == ["Eten op zondag", "De keuken", None]


def test_what_leads_to_a_person_stops_every_field_at_once(wijkstore: Database, count: Tel) -> None:
    plan = make(wijkstore)
    slecht = replace(MAKERS, delen=((S.AMBITIE, PERSOON, ""), (S.AANPAK, PERSOON, "")), dag=None)
    assert len(refused(lambda: write(wijkstore, plan, slecht))) == 3
    assert refused(lambda: add(wijkstore, plan, replace(MIJLPAAL, wat=PERSOON, wie=PERSOON, dag=None)))
    assert count("wijkplan_versie") == count("wijkplan_regel") == 0


# The makers and the college


def test_the_college_says_why_wherever_it_writes_something_else(wijkstore: Database) -> None:
    plan = make(wijkstore)
    assert refused(lambda: write(wijkstore, plan, COLLEGE)) == [EERST_MAKERS]
    write(wijkstore, plan)
    silent = replace(COLLEGE, delen=((S.AMBITIE, ANDERS, ""), (S.NIET_DOEN, "Geen geld.", "")))
    assert refused(lambda: write(wijkstore, plan, silent)) == [WAAROM_ANDERS, WEGGELATEN, WAAROM_ANDERS]
    same = replace(COLLEGE, delen=((S.AMBITIE, AMBITIE, OMDAT), (S.AANPAK, AANPAK, "")))
    assert refused(lambda: write(wijkstore, plan, same)) == [ZELFDE]
    write(wijkstore, plan, COLLEGE)
    found = seen(wijkstore, plan)
    ours, theirs = found.laatste(Van.MAKERS), found.laatste(Van.COLLEGE)
    assert ours is not None and theirs is not None
    assert [(it.sectie, it.makers, it.college, it.waarom) for it in verschillen(ours, theirs)] == [
        (S.AMBITIE, AMBITIE, ANDERS, OMDAT)
    ]


def test_a_new_version_is_appended_and_the_college_stays_beside_the_one_it_read(wijkstore: Database) -> None:
    plan = make(wijkstore)
    first = write(wijkstore, plan)
    write(wijkstore, plan, COLLEGE)
    write(wijkstore, plan, replace(MAKERS, delen=((S.AMBITIE, "Iets nieuws.", ""),)))
    found = seen(wijkstore, plan)
    college = found.laatste(Van.COLLEGE)
    assert college is not None
    beside = found.naast(college)
    assert beside is not None and beside.id == first
    assert [it.nummer for it in found.versies] == [1, 2, 3]


def test_a_dissent_stays_beside_the_version(wijkstore: Database) -> None:
    plan = make(wijkstore)
    assert refused(lambda: add_afwijking(wijkstore, BEGELEIDER, WIJK, plan, StemRol.BEWONER, "Te klein.", token="a"))
    write(wijkstore, plan)
    add_afwijking(wijkstore, BEGELEIDER, WIJK, plan, StemRol.BEWONER, "Te klein.", token="a")
    write(wijkstore, plan, COLLEGE)
    add_afwijking(wijkstore, BELEID, WIJK, plan, StemRol.PROFESSIONAL, "Te groot.", Van.MAKERS, token="b")
    add_afwijking(wijkstore, BEGELEIDER, WIJK, plan, StemRol.BEWONER, "Te weinig.", Van.COLLEGE, token="c")
    # The clock of a test stands still, so what was said at one moment has no order.
    said = [{it.tekst for it in versie.afwijkingen} for versie in seen(wijkstore, plan).versies]
    assert said == [{"Te klein.", "Te groot."}, {"Te weinig."}]


# Lines


@pytest.mark.parametrize(
    ("invoer", "fouten"),
    [
        (PlanregelInvoer(None), 1),
        (PlanregelInvoer(PlanregelSoort.TAAK), 2),
        (PlanregelInvoer(PlanregelSoort.GELD, "Potten", bedrag=Decimal(-1)), 2),
        (PlanregelInvoer(PlanregelSoort.KALENDER, "Buurtdag"), 1),
        (PlanregelInvoer(PlanregelSoort.TAAK, "Koken", "bewoners", bedrag=Decimal(5)), 1),
    ],
)
def test_a_line_says_who_does_it_who_decides_or_which_day_it_is(
    wijkstore: Database, invoer: PlanregelInvoer, fouten: int
) -> None:
    plan = make(wijkstore)
    assert len(refused(lambda: add(wijkstore, plan, invoer))) == fouten


def test_money_is_kept_with_who_decides(wijkstore: Database) -> None:
    plan = make(wijkstore)
    add(wijkstore, plan, PlanregelInvoer(PlanregelSoort.GELD, "Potten", "bewonersgroep", bedrag=Decimal("250.50")))
    (line,) = seen(wijkstore, plan).regels_van(PlanregelSoort.GELD)
    assert (line.wie, line.bedrag) == ("bewonersgroep", Decimal("250.50"))


def test_residents_look_back_on_a_mijlpaal_every_quarter_as_long_as_it_goes_on(wijkstore: Database) -> None:
    plan = make(wijkstore)
    line = add(wijkstore, plan)
    alone = replace(GEKEKEN, deelnemers=((StemRol.PROFESSIONAL, 3),))
    assert refused(lambda: look_back(wijkstore, BEGELEIDER, WIJK, plan, line, alone, token="t"))
    assert seen(wijkstore, plan).regels[0].terugkijken_op is not None
    look_back(wijkstore, BEGELEIDER, WIJK, plan, line, GEKEKEN, token="t")
    found = seen(wijkstore, plan).regels[0]
    assert (found.stand, found.terugkijken_op) == (PlanregelStand.ANDERS, date(2026, 2, 1))
    look_back(wijkstore, BEGELEIDER, WIJK, plan, line, replace(GEKEKEN, stand=PlanregelStand.MISLUKT), token="u")
    found = seen(wijkstore, plan).regels[0]
    assert (found.stand, found.terugkijken_op, len(found.terugblikken)) == (PlanregelStand.MISLUKT, None, 2)


@pytest.mark.parametrize(
    ("dag", "later"),
    [
        (date(2025, 11, 30), date(2026, 2, 28)),
        (date(2025, 9, 30), date(2025, 12, 30)),
        (date(2025, 12, 31), date(2026, 3, 31)),
    ],
)
def test_a_quarter_later_is_a_day_that_there_is(dag: date, later: date) -> None:
    assert kwartaal_later(dag) == later


# Aanvragen: a help for talking


def test_an_aanvraag_that_does_not_fit_may_be_done_and_always_says_why(wijkstore: Database) -> None:
    plan = make(wijkstore)
    aanvraag = add_aanvraag(
        wijkstore, BELEID, WIJK, plan, PlanAanvraagInvoer("Een koor", "zangvereniging", Decimal(900)), token="a"
    )
    for number, (oordeel, want) in enumerate(
        [(AanvraagOordeel.PAST_NIET, "Zingen staat er niet in."), (AanvraagOordeel.TOCH_DOEN, "Bewoners vragen erom.")]
    ):
        judge(wijkstore, BELEID, WIJK, plan, aanvraag, oordeel, want, token=str(number))
    assert refused(lambda: judge(wijkstore, BELEID, WIJK, plan, aanvraag, AanvraagOordeel.PAST, " ", token="x"))
    (found,) = seen(wijkstore, plan).aanvragen
    assert [(it.oordeel, it.want) for it in found.oordelen] == [
        (AanvraagOordeel.PAST_NIET, "Zingen staat er niet in."),
        (AanvraagOordeel.TOCH_DOEN, "Bewoners vragen erom."),
    ]


# What it rests on


def learned(database: Database) -> tuple[str, str, list[str]]:
    """A casus and a patroon of a gesprek that was closed, from two verhalen."""
    verhalen = [published(database, titel=f"Verhaal {it}", gebruik=(Gebruik.GESPREK,)) for it in range(2)]
    sessie = wijkgesprek.plan(database, BEGELEIDER, WIJK, wijkgesprek.NieuweSessie(DAG), token="s")
    wijkgesprek.record(database, BEGELEIDER, WIJK, sessie, wijkgesprek.Verslag(DAG, ((StemRol.BEWONER, 3),)))
    refs = [LeerpuntBron(BronSoort.VERHAAL, it) for it in verhalen]
    casus = leerpunten.add_leerpunt(
        database,
        BEGELEIDER,
        WIJK,
        sessie,
        NieuwLeerpunt(Niveau.CASUS, "Een deur ging open.", tuple(refs[:1])),
        token="c",
    )
    patroon = leerpunten.add_leerpunt(
        database, BEGELEIDER, WIJK, sessie, NieuwLeerpunt(Niveau.PATROON, "Deuren zijn zwaar.", tuple(refs)), token="p"
    )
    wijkgesprek.close(database, BEGELEIDER, WIJK, sessie, SessieUitkomst.BESPROKEN_NOG_OPEN)
    return casus, patroon, verhalen


def test_a_plan_rests_on_what_we_see_more_often_and_never_on_a_verhaal(wijkstore: Database) -> None:
    casus, patroon, verhalen = learned(wijkstore)
    plan, bron = make(wijkstore), PlanBron(BronSoort.LEERPUNT, patroon)
    refs = (PlanBron(BronSoort.LEERPUNT, casus), PlanBron(BronSoort.VERHAAL, verhalen[0]))
    for wrong in refs:
        assert wrong not in bronnen_voor(wijkstore, BEGELEIDER, WIJK)
        with pytest.raises(NietGevonden):
            add_bron(wijkstore, BEGELEIDER, WIJK, plan, wrong)
    assert refused(lambda: add_bron(wijkstore, BEGELEIDER, WIJK, plan)) == ["Kies waar het plan op rust."]
    add_bron(wijkstore, BEGELEIDER, WIJK, plan, bron, bron, PlanBron(BronSoort.INDICATOR, "buren"))
    add_bron(wijkstore, BEGELEIDER, WIJK, plan, bron)
    assert len(beeld(wijkstore).plannen[0].bronnen) == 2
    found = beeld(wijkstore)
    assert sorted(found.namen.values()) == ["Deuren zijn zwaar.", "Mensen kennen hun buren"]
    assert bron in bronnen_voor(wijkstore, BEGELEIDER, WIJK)
    # A verhaal that is taken back leaves nothing in a plan, because nothing of it stood there.
    withdraw_verhaal(wijkstore, verhalen[0], "verteller")
    assert "Een deur ging open." not in str(beeld(wijkstore, BEGELEIDER))
    leerpunten.remove_leerpunt(wijkstore, BEGELEIDER, WIJK, patroon)
    after = beeld(wijkstore)
    assert list(after.namen.values()) == ["Mensen kennen hun buren"]
    assert after.weg(after.plannen[0]) == 1


def test_what_was_chosen_by_mistake_is_taken_off_again_by_who_writes(wijkstore: Database) -> None:
    plan, buren = make(wijkstore), PlanBron(BronSoort.INDICATOR, "buren")
    add_bron(wijkstore, BEGELEIDER, WIJK, plan, buren)
    with pytest.raises(NietToegestaan):
        remove_bron(wijkstore, BEWONER, WIJK, plan, buren)
    remove_bron(wijkstore, BEGELEIDER, WIJK, plan, buren)
    assert beeld(wijkstore).plannen[0].bronnen == ()
    with pytest.raises(NietGevonden):
        remove_bron(wijkstore, BEGELEIDER, WIJK, plan, buren)
    add_bron(wijkstore, BEGELEIDER, WIJK, plan, buren)
    assert beeld(wijkstore).plannen[0].bronnen == (buren,)
    assert rows(wijkstore, "SELECT count(*) FROM logboek WHERE wat = 'losgekoppeld'") == [(1,)]
    end(wijkstore, BEGELEIDER, WIJK, plan, PlanStand.AFGEROND, "Het ging.")
    assert refused(lambda: remove_bron(wijkstore, BEGELEIDER, WIJK, plan, buren)) == [VOORBIJ]


# Ending, and taking words away


def test_a_plan_that_has_ended_takes_nothing_more(wijkstore: Database) -> None:
    plan = make(wijkstore)
    write(wijkstore, plan)
    end(wijkstore, BEGELEIDER, WIJK, plan, PlanStand.GESTOPT, "We waren met te weinig.")
    assert refused(lambda: write(wijkstore, plan, token="nog een")) == [VOORBIJ]
    assert refused(lambda: add(wijkstore, plan)) == [VOORBIJ]
    assert refused(lambda: end(wijkstore, BEGELEIDER, WIJK, plan, PlanStand.AFGEROND)) == [VOORBIJ]
    found = seen(wijkstore, plan)
    assert (found.nu.stand, found.nu.geleerd) == (PlanStand.GESTOPT, "We waren met te weinig.")


def full(database: Database) -> tuple[str, dict[str, str]]:
    """A plan with words everywhere, and the id of each by what stands there."""
    plan = make(database, kwestie="woordje kwestie")
    for versie in (MAKERS, COLLEGE):
        write(
            database, plan, replace(versie, delen=tuple((s, f"{t} woordje" if t else t, w) for s, t, w in versie.delen))
        )
    afwijking = add_afwijking(database, BEGELEIDER, WIJK, plan, StemRol.BEWONER, "woordje anders", token="a")
    regel = add(database, plan, replace(MIJLPAAL, wat="woordje mijlpaal"))
    terugblik = look_back(
        database, BEGELEIDER, WIJK, plan, regel, replace(GEKEKEN, geleerd="woordje geleerd"), token="t"
    )
    aanvraag = add_aanvraag(database, BEGELEIDER, WIJK, plan, PlanAanvraagInvoer("woordje aanvraag"), token="v")
    oordeel = judge(database, BEGELEIDER, WIJK, plan, aanvraag, AanvraagOordeel.PAST, "woordje want", token="o")
    end(database, BEGELEIDER, WIJK, plan, PlanStand.AFGEROND, "woordje einde")
    found = seen(database, plan)
    return plan, {
        "oordeel": oordeel,
        "aanvraag": aanvraag,
        "terugblik": terugblik,
        "regel": regel,
        "afwijking": afwijking,
        **{f"deel {it.id}": it.id for versie in found.versies for it in versie.delen},
        "kwestie": found.kwesties[0].id,
        "stand": found.nu.id,
    }


def test_any_words_can_be_taken_away_also_of_a_plan_that_ended(wijkstore: Database) -> None:
    plan, words = full(wijkstore)
    for id_ in words.values():
        remove_words_of(wijkstore, BEGELEIDER, WIJK, plan, id_)
    assert "woordje" not in str(beeld(wijkstore, BEGELEIDER))
    remove_words_of(wijkstore, BEGELEIDER, WIJK, plan, plan)
    assert seen(wijkstore, plan).naam is None
    with pytest.raises(NietGevonden):
        remove_words_of(wijkstore, BEGELEIDER, WIJK, plan, "geen")
    assert rows(wijkstore, "SELECT count(*) FROM wijkplan_regel") == [(1,)]
    assert [it for it in check_store(wijkstore) if "plan" in it] == []


def test_words_that_were_taken_away_do_not_come_back_with_an_older_backup(tmp_path: Path) -> None:
    store, copy = tmp_path / "m.duckdb", tmp_path / "kopie.duckdb"
    database = open_for_writing(str(store), clock=lambda: datetime(2026, 11, 20, 9, 30))
    with database.writing() as cursor:
        ensure_themas(cursor)
        cursor.execute("INSERT INTO gebied VALUES ('GM9901', 'gemeente'), (?, 'wijk')", [WIJK])
    plan, words = full(database)
    backup(database, CLI, copy)
    for id_ in words.values():
        remove_words_of(database, BEGELEIDER, WIJK, plan, id_)
    restore(database, CLI, copy, force=True)
    assert "woordje" not in str(beeld(database, BEGELEIDER))
    assert seen(database, plan).naam == "Samen eten"
    database.close()


# Any order of calls

PLANNEN = DELEN = st.integers(min_value=0, max_value=3)
TEKSTEN = st.sampled_from(["", AMBITIE, ANDERS])


class Wijkplannen(RuleBasedStateMachine):
    """A group that does anything in any order; what may not is refused, and the rules hold all the while."""

    @initialize()
    def begin(self) -> None:
        self.database = Database(clock=lambda: datetime(2026, 11, 20, 9, 30))
        migrate(self.database)
        with self.database.writing() as cursor:
            ensure_themas(cursor)
            cursor.execute("INSERT INTO gebied VALUES ('GM9901', 'gemeente'), (?, 'wijk')", [WIJK])
        self.past: set[tuple[Any, ...]] = set()
        self.number = 0

    def teardown(self) -> None:
        if hasattr(self, "database"):
            # The gebieden of this store have no names, which is told too.
            assert [it for it in check_store(self.database) if "geen naam" not in it] == []
            self.database.close()

    def attempt(self, action: Any, *given: Any, **named: Any) -> None:
        self.number += 1
        token = {} if action is end else {"token": f"token-{self.number}"}
        try:
            action(self.database, BEIDE, WIJK, *given, **named, **token)
        except (OngeldigeInvoer, NietGevonden):
            return

    def plan(self, place: int) -> str:
        known = beeld(self.database).plannen
        return known[place % len(known)].id if known else "geen"

    def line(self, plan: str, place: int) -> str:
        found = beeld(self.database).plan(plan)
        return found.regels[place % len(found.regels)].id if found and found.regels else "geen"

    @rule(naam=st.sampled_from(["", "Plan"]), kwestie=TEKSTEN)
    def start(self, naam: str, kwestie: str) -> None:
        self.attempt(add_plan, naam, kwestie)

    @rule(
        plan=PLANNEN,
        opsteller=st.sampled_from(Van),
        tekst=TEKSTEN,
        waarom=st.sampled_from(["", OMDAT]),
        aantal=st.integers(-1, 3),
    )
    def write(self, plan: int, opsteller: Opsteller, tekst: str, waarom: str, aantal: int) -> None:
        invoer = PlanVersieInvoer(opsteller, DAG, ((S.AMBITIE, tekst, waarom),), ((StemRol.BEWONER, aantal),))
        self.attempt(add_versie, self.plan(plan), invoer)

    @rule(plan=PLANNEN, soort=st.sampled_from(PlanregelSoort))
    def line_up(self, plan: int, soort: PlanregelSoort) -> None:
        self.attempt(add_regel, self.plan(plan), PlanregelInvoer(soort, "Iets", "iedereen", DAG))

    @rule(plan=PLANNEN, regel=DELEN, stand=st.sampled_from(PlanregelStand), rol=st.sampled_from(StemRol))
    def look(self, plan: int, regel: int, stand: PlanregelStand, rol: StemRol) -> None:
        here = self.plan(plan)
        self.attempt(look_back, here, self.line(here, regel), TerugblikInvoer(stand, DAG, "", ((rol, 2),)))

    @rule(plan=PLANNEN, kwestie=TEKSTEN)
    def focus(self, plan: int, kwestie: str) -> None:
        self.attempt(choose_kwestie, self.plan(plan), kwestie)

    @rule(plan=PLANNEN, stand=st.sampled_from(PlanStand))
    def stop(self, plan: int, stand: PlanStand) -> None:
        self.attempt(end, self.plan(plan), stand)

    @invariant()
    def at_most_one_goes_on(self) -> None:
        if hasattr(self, "database"):
            assert sum(it.loopt for it in beeld(self.database).plannen) <= 1

    @invariant()
    def the_college_never_differs_without_why(self) -> None:
        if not hasattr(self, "database"):
            return
        for plan in beeld(self.database).plannen:
            for college in (it for it in plan.versies if it.opsteller is Van.COLLEGE):
                makers = plan.naast(college)
                assert makers is not None
                assert all(it.waarom and it.college for it in verschillen(makers, college))

    @invariant()
    def what_was_said_stays(self) -> None:
        if not hasattr(self, "database"):
            return
        now: set[tuple[str, str]] = set()
        for plan in beeld(self.database).plannen:
            now |= {(it.id, str(it)) for it in plan.stappen} | {(it.id, str(it)) for it in plan.kwesties}
            now |= {(it.id, str(it)) for it in plan.versies}
            now |= {(it.id, str(it)) for regel in plan.regels for it in regel.terugblikken}
        assert self.past <= now
        self.past = now


TestWijkplannen = Wijkplannen.TestCase
TestWijkplannen.settings = settings(
    max_examples=8, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
