"""What a wijk decides about an indicator: earned, few, valid where it was made, and never forgotten."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.indicator import IndicatorStatus, Rol, StemRol
from monitor.domain.kiezen import KeuzeIndicator
from monitor.domain.levensloop import verouderd_sinds
from monitor.domain.wijk import ActiviteitStatus, RolGemeente
from monitor.errors import NietGevonden, NietToegestaan, OngeldigeInvoer
from monitor.nl import today_amsterdam
from monitor.services.activiteiten import add_voortgang
from monitor.services.activiteitinvoer import VoortgangInvoer
from monitor.services.controle import check_store
from monitor.services.indicatoren import (
    Adoptie,
    NieuwDraagvlak,
    NieuweStatus,
    add_adopties,
    add_draagvlak,
    add_indicatoren,
    add_statussen,
    ensure_bron,
)
from monitor.services.kiezen import keuzebeeld
from monitor.services.levensloop import (
    Aanname,
    Omschrijving,
    Steun,
    add_bezwaar,
    adopt,
    answer_bezwaar,
    change_indicator,
    count_steun,
    let_go,
    link_werk,
    redescribe,
    take_stap,
)
from monitor.services.themas import ensure_themas
from monitor.services.wijkzaken import NieuweActiviteit, NieuwInitiatief, add_activiteiten, add_initiatieven
from monitor.store.database import Database
from monitor.store.migrate import migrate
from tests.services.builders import ANDERE_WIJK, WIJK, make_indicator

S = IndicatorStatus
BEGELEIDER = Gebruiker("begeleider", "begeleider", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEGELEIDER, WIJK),))
BELEID = Gebruiker("beleid", "beleidsmedewerker", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BELEIDSMEDEWERKER),))
BEWONER = Gebruiker("bewoner", "bewoner", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BEWONER, WIJK),))
SAMEN = (Steun(StemRol.BEWONER, 12, 1), Steun(StemRol.PROFESSIONAL, 3))
DAG = date(2025, 5, 1)


def rows(database: Database, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    with database.reading() as cursor:
        return cursor.rows(sql, parameters)


def status(database: Database, indicator: str = "buren", wijk: str = WIJK) -> IndicatorStatus | None:
    found = keuzebeeld(database, wijk).indicator(indicator)
    return found.status if found else None


def rol(database: Database, indicator: str = "buren", wijk: str = WIJK) -> Rol | None:
    found = keuzebeeld(database, wijk).indicator(indicator)
    return found.rol if found else None


def carry(database: Database, indicator: str = "buren", wijk: str = WIJK) -> None:
    take_stap(database, BELEID, wijk, indicator, S.IN_GESPREK)
    count_steun(database, BELEID, wijk, indicator, SAMEN)


def watch(database: Database, indicator: str, as_: Rol = Rol.KERN, **changes: Any) -> None:
    adopt(database, BELEID, WIJK, Aanname(indicator, as_, **changes), token=f"{indicator}-{as_}-{changes}")


def soep(database: Database, wijk: str = WIJK) -> str:
    activiteit = NieuweActiviteit(
        wijk, "ontmoeten", "Soep", DAG, ActiviteitStatus.LOOPT, RolGemeente.GEEN, id=f"soep-{wijk}"
    )
    add_activiteiten(database, [activiteit], door="test")
    return f"soep-{wijk}"


# Earned


def test_an_indicator_is_talked_about_first(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer, match="nog niet gepraat"):
        take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.GEDRAGEN)
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.IN_GESPREK)
    assert status(wijkstore) is S.IN_GESPREK


def test_gedragen_waits_openly_for_professionals_with_their_reason(wijkstore: Database) -> None:
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.IN_GESPREK)
    oordeel = count_steun(
        wijkstore,
        BEGELEIDER,
        WIJK,
        "buren",
        [Steun(StemRol.BEWONER, 12), Steun(StemRol.PROFESSIONAL, 0, 2, "Wij hebben geen tijd om te tellen.")],
    )
    assert "Bewoners steunen dit. Wacht sinds november 2026 op professionals." in oordeel.zin
    assert "geen tijd om te tellen" in oordeel.zin
    with pytest.raises(OngeldigeInvoer, match="Wacht sinds november 2026 op professionals"):
        take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.GEDRAGEN)
    with pytest.raises(OngeldigeInvoer, match="Wacht sinds november 2026 op professionals"):
        adopt(wijkstore, BEGELEIDER, WIJK, Aanname("buren", Rol.KERN), token="t")


def test_what_bewoners_and_professionals_carry_becomes_gedragen(wijkstore: Database) -> None:
    carry(wijkstore)
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.GEDRAGEN)
    assert status(wijkstore) is S.GEDRAGEN


def test_in_gebruik_needs_something_that_is_done_here(wijkstore: Database) -> None:
    carry(wijkstore)
    watch(wijkstore, "buren")
    with pytest.raises(OngeldigeInvoer, match="activiteit of initiatief"):
        take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.IN_GEBRUIK)
    elders = soep(wijkstore, ANDERE_WIJK)
    with pytest.raises(OngeldigeInvoer, match="niet gedaan"):
        link_werk(wijkstore, BEGELEIDER, WIJK, "buren", elders)
    link_werk(wijkstore, BEGELEIDER, WIJK, "buren", soep(wijkstore))
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.IN_GEBRUIK)
    assert status(wijkstore) is S.IN_GEBRUIK


def test_what_the_wijk_did_not_choose_is_not_in_use_there(wijkstore: Database) -> None:
    carry(wijkstore)
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.GEDRAGEN)
    link_werk(wijkstore, BEGELEIDER, WIJK, "buren", soep(wijkstore))
    with pytest.raises(OngeldigeInvoer, match="let nog niet op"):
        take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.IN_GEBRUIK)
    watch(wijkstore, "buren", Rol.ONTWIKKEL)
    with pytest.raises(OngeldigeInvoer, match="let nog niet op"):
        take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.IN_GEBRUIK)
    watch(wijkstore, "buren")
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.IN_GEBRUIK)
    watch(wijkstore, "buren", Rol.ONTWIKKEL, reden="De vraag moet anders.")
    found = keuzebeeld(wijkstore, WIJK).indicator("buren")
    assert found is not None
    assert (found.status, found.stappen[-1].reden) == (S.GEDRAGEN, "De vraag moet anders.")
    with wijkstore.writing() as cursor:
        now = {"id": "oud", "indicator": "buren", "gebied": WIJK, "op": datetime(2030, 1, 1)}
        cursor.execute(
            "INSERT INTO indicator_status BY NAME SELECT $id AS id, $indicator AS indicator, "
            "$gebied AS gebied, 'in_gebruik' AS status, $op AS op",
            now,
        )
    assert any("koos er niet voor" in it for it in check_store(wijkstore))


def test_an_initiatief_without_money_counts_as_much(wijkstore: Database) -> None:
    carry(wijkstore)
    watch(wijkstore, "buren", Rol.AANVULLEND)
    initiatief = add_initiatieven(wijkstore, [NieuwInitiatief(WIJK, "ontmoeten", "De bank")], door="test").ids[0]
    link_werk(wijkstore, BEGELEIDER, WIJK, "buren", initiatief)
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.IN_GEBRUIK)
    assert status(wijkstore) is S.IN_GEBRUIK


def test_what_is_no_longer_carried_goes_back_into_the_conversation_with_who_is_waited_for(wijkstore: Database) -> None:
    carry(wijkstore)
    watch(wijkstore, "buren")
    count_steun(wijkstore, BEGELEIDER, WIJK, "buren", [Steun(StemRol.PROFESSIONAL, 1, 4, "Het lukt niet.")])
    found = keuzebeeld(wijkstore, WIJK).indicator("buren")
    assert found is not None
    assert found.status is S.IN_GESPREK
    assert found.rol is Rol.KERN
    assert found.gedragen.zin.endswith("Hun reden: Het lukt niet. De wijk let er nog op, en beslist of dat zo blijft.")
    # Their words stand beside their count alone: counted again, they are nowhere any more.
    assert found.stappen[-1].reden == "Bewoners steunen dit. Wacht sinds november 2026 op professionals."
    count_steun(wijkstore, BEGELEIDER, WIJK, "buren", [Steun(StemRol.PROFESSIONAL, 1, 4, "Het kost veel tijd.")])
    with wijkstore.reading() as cursor:
        everything = repr([cursor.rows(f"SELECT * FROM {it}") for it in ("indicator_status", "draagvlak", "logboek")])  # noqa: S608
    assert "Het lukt niet" not in everything


def test_counting_again_on_the_same_day_takes_the_place_of_what_was_counted_wrong(wijkstore: Database) -> None:
    carry(wijkstore)
    count_steun(wijkstore, BEGELEIDER, WIJK, "buren", [Steun(StemRol.BEWONER, 8, 2)])
    assert rows(wijkstore, "SELECT voor, tegen FROM draagvlak WHERE rol = 'bewoner'") == [(8, 2)]


@pytest.mark.parametrize(
    ("stemmen", "melding"),
    [
        ([], "hoeveel mensen"),
        ([Steun(StemRol.BEWONER, -1, 3)], "minder dan nul"),
        ([Steun(StemRol.BEWONER, 1.5)], "heel getal"),  # type: ignore[arg-type]
        ([Steun(StemRol.BEWONER, 1), Steun(StemRol.BEWONER, 2)], "maar een keer"),
        ([Steun(StemRol.BEWONER, 10**9)], "Zo veel mensen"),
        ([Steun(StemRol.BEWONER, 1, 0, "Bel Karin van Dalen, 06-12345678.")], "naar een persoon"),
    ],
)
def test_a_count_that_cannot_be_is_refused_in_words(wijkstore: Database, stemmen: list[Steun], melding: str) -> None:
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.IN_GESPREK)
    with pytest.raises(OngeldigeInvoer, match=melding):
        count_steun(wijkstore, BEGELEIDER, WIJK, "buren", stemmen)
    assert rows(wijkstore, "SELECT * FROM draagvlak") == []


# Few


def several(database: Database, aantal: int) -> list[str]:
    codes = [f"cijfer-{number}" for number in range(aantal)]
    add_indicatoren(database, [make_indicator(code=code) for code in codes], door="test")
    for code in codes:
        carry(database, code)
    return codes


def test_one_too_many_asks_which_leaves_and_why(wijkstore: Database) -> None:
    codes = several(wijkstore, 6)
    for code in codes[:5]:
        watch(wijkstore, code)
    with pytest.raises(OngeldigeInvoer) as caught:
        watch(wijkstore, codes[5])
    assert [it.veld for it in caught.value.problemen] == ["eruit", "reden"]
    with pytest.raises(OngeldigeInvoer, match="Schrijf op waarom"):
        watch(wijkstore, codes[5], eruit=codes[0])
    with pytest.raises(OngeldigeInvoer, match="let er niet op"):
        watch(wijkstore, codes[5], eruit="buren", eruit_reden="Plaats.")
    watch(wijkstore, codes[5], eruit=codes[0], eruit_reden="Bewoners wilden plaats maken.")
    assert rol(wijkstore, codes[5]) is Rol.KERN
    assert status(wijkstore, codes[0]) is S.VERVALLEN
    assert rows(wijkstore, "SELECT reden FROM geldig_in WHERE tot IS NOT NULL") == [("Bewoners wilden plaats maken.",)]


def test_what_we_want_to_learn_to_measure_needs_no_support_and_takes_no_place(wijkstore: Database) -> None:
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.IN_GESPREK)
    watch(wijkstore, "buren", Rol.ONTWIKKEL, reden="Wij leren nog hoe je dit vraagt.")
    assert rol(wijkstore) is Rol.ONTWIKKEL
    assert status(wijkstore) is S.IN_GESPREK


def test_another_role_ends_the_first_and_both_can_be_read(wijkstore: Database) -> None:
    carry(wijkstore)
    watch(wijkstore, "buren", Rol.AANVULLEND)
    watch(wijkstore, "buren", Rol.KERN)
    found = keuzebeeld(wijkstore, WIJK).indicator("buren")
    assert found is not None
    assert {(it.rol, it.tot is None) for it in found.adopties} == {(Rol.AANVULLEND, False), (Rol.KERN, True)}


def test_a_second_click_watches_once(wijkstore: Database) -> None:
    carry(wijkstore)
    for _ in range(2):
        adopt(wijkstore, BEGELEIDER, WIJK, Aanname("buren", Rol.KERN), token="een-keer")
    assert len(rows(wijkstore, "SELECT * FROM geldig_in")) == 1


# Valid where it was made


def test_another_wijk_earns_it_for_itself(wijkstore: Database) -> None:
    carry(wijkstore)
    watch(wijkstore, "buren")
    assert status(wijkstore, wijk=ANDERE_WIJK) is None
    with pytest.raises(OngeldigeInvoer, match="niet gepraat"):
        adopt(wijkstore, BELEID, ANDERE_WIJK, Aanname("buren", Rol.KERN), token="t")
    take_stap(wijkstore, BELEID, ANDERE_WIJK, "buren", S.IN_GESPREK)
    with pytest.raises(OngeldigeInvoer, match="nog niet gezegd"):
        adopt(wijkstore, BELEID, ANDERE_WIJK, Aanname("buren", Rol.KERN), token="t")
    assert status(wijkstore) is S.GEDRAGEN


def test_what_is_in_use_elsewhere_is_no_further_here_than_this_wijk_came(wijkstore: Database) -> None:
    work = soep(wijkstore, ANDERE_WIJK)
    with wijkstore.writing() as cursor:
        cursor.execute("INSERT INTO activiteit_indicator (activiteit, indicator) VALUES (?, 'buren')", [work])
    steun = [NieuwDraagvlak("buren", ANDERE_WIJK, it.rol, it.voor, it.tegen, DAG) for it in SAMEN]
    add_draagvlak(wijkstore, steun, door="test")
    add_statussen(wijkstore, [NieuweStatus("buren", it) for it in (S.GEDRAGEN, S.IN_GEBRUIK)], door="test")
    add_adopties(wijkstore, [Adoptie("buren", it, Rol.KERN, DAG) for it in (WIJK, ANDERE_WIJK)], door="test")
    assert (status(wijkstore), status(wijkstore, wijk=ANDERE_WIJK)) == (S.IN_GESPREK, S.IN_GEBRUIK)
    with pytest.raises(OngeldigeInvoer, match="Tel eerst die steun"):
        take_stap(wijkstore, BELEID, WIJK, "buren", S.IN_GEBRUIK)
    count_steun(wijkstore, BELEID, WIJK, "buren", SAMEN)
    assert status(wijkstore) is S.GEDRAGEN


def test_a_step_in_a_file_is_earned_in_its_own_wijk_by_what_was_counted_until_then(wijkstore: Database) -> None:
    steun = [NieuwDraagvlak("buren", WIJK, it.rol, it.voor, it.tegen, DAG) for it in SAMEN]
    add_draagvlak(wijkstore, steun, door="test")
    for wrong in (
        NieuweStatus("buren", S.GEDRAGEN, gebied=ANDERE_WIJK),
        NieuweStatus("buren", S.GEDRAGEN, op=datetime(2025, 4, 30, 12), gebied=WIJK),
        NieuweStatus("buren", S.IN_GEBRUIK, gebied=WIJK),
        NieuweStatus("buren", S.IN_GESPREK, gebied="WK990199"),
    ):
        with pytest.raises(OngeldigeInvoer):
            add_statussen(wijkstore, [wrong], door="test")
    add_statussen(wijkstore, [NieuweStatus("buren", S.GEDRAGEN, op=datetime(2025, 5, 1, 12), gebied=WIJK)], "test")
    assert status(wijkstore) is S.GEDRAGEN


def test_a_national_figure_is_nobodys_choice(wijkstore: Database) -> None:
    with wijkstore.writing() as cursor:
        cursor.execute("INSERT INTO indicator VALUES ('kwb-iets', TRUE, TIMESTAMP '2025-01-01')")
        cursor.execute(
            "INSERT INTO indicator_versie BY NAME SELECT * REPLACE ('kwb-iets' AS indicator) FROM indicator_versie"
        )
    for refused in (
        lambda: take_stap(wijkstore, BELEID, WIJK, "kwb-iets", S.IN_GESPREK),
        lambda: count_steun(wijkstore, BELEID, WIJK, "kwb-iets", SAMEN),
        lambda: adopt(wijkstore, BELEID, WIJK, Aanname("kwb-iets", Rol.KERN), token="t"),
        lambda: link_werk(wijkstore, BELEID, WIJK, "kwb-iets", soep(wijkstore)),
    ):
        with pytest.raises(OngeldigeInvoer, match="achtergrond"):
            refused()


# Letting go


def test_letting_go_needs_a_reason_and_keeps_the_past(wijkstore: Database) -> None:
    carry(wijkstore)
    watch(wijkstore, "buren", reden="Hier gaat het ons om.")
    with pytest.raises(OngeldigeInvoer, match="waarom"):
        let_go(wijkstore, BEGELEIDER, WIJK, "buren", " ")
    let_go(wijkstore, BEGELEIDER, WIJK, "buren", "De vraag deugde niet.")
    beeld = keuzebeeld(wijkstore, WIJK)
    assert [it.indicator.code for it in beeld.vervallen] == ["buren"]
    assert [it.status for it in beeld.vervallen[0].stappen] == [S.IN_GESPREK, S.GEDRAGEN, S.VERVALLEN]
    assert rows(wijkstore, "SELECT reden FROM geldig_in") == [("Hier gaat het ons om. De vraag deugde niet.",)]
    with pytest.raises(OngeldigeInvoer, match="let niet meer"):
        take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.GEDRAGEN)
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.IN_GESPREK, "De vraag is nu beter.")
    watch(wijkstore, "buren", reden="Weer terug.")
    assert rol(wijkstore) is Rol.KERN


def test_what_was_let_go_last_stands_first(wijkstore: Database) -> None:
    codes = several(wijkstore, 2)
    for code in codes:
        let_go(wijkstore, BEGELEIDER, WIJK, code, "Klaar.")
    with wijkstore.writing() as cursor:
        cursor.execute("UPDATE indicator_status SET op = op - INTERVAL 3 YEAR WHERE indicator = ?", [codes[1]])
    assert [it.indicator.code for it in keuzebeeld(wijkstore, WIJK).vervallen] == codes


# Objections


def test_an_objection_stays_open_until_it_is_answered_once(wijkstore: Database) -> None:
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.IN_GESPREK)
    bezwaar = add_bezwaar(wijkstore, BEWONER, WIJK, "buren", StemRol.BEWONER, "Dit zegt niets.", token="t")
    assert add_bezwaar(wijkstore, BEWONER, WIJK, "buren", StemRol.BEWONER, "Dit zegt niets.", token="t") == bezwaar
    found = keuzebeeld(wijkstore, WIJK).indicator("buren")
    assert found is not None
    assert [it.id for it in found.open_bezwaren] == [bezwaar]
    answer_bezwaar(wijkstore, BEGELEIDER, WIJK, bezwaar, "De vraag is nu anders.")
    with pytest.raises(OngeldigeInvoer, match="al een antwoord"):
        answer_bezwaar(wijkstore, BEGELEIDER, WIJK, bezwaar, "Nog een keer.")
    found = keuzebeeld(wijkstore, WIJK).indicator("buren")
    assert found is not None
    assert found.open_bezwaren == ()
    assert [it.bezwaar.antwoord for it in found.bezwaren] == ["De vraag is nu anders."]


def test_objections_of_one_day_stand_in_the_order_in_which_they_were_made(wijkstore: Database) -> None:
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.IN_GESPREK)
    made = [
        add_bezwaar(wijkstore, BEWONER, WIJK, "buren", StemRol.BEWONER, f"Bezwaar {number}.", token=str(number))
        for number in range(8)
    ]
    found = keuzebeeld(wijkstore, WIJK).indicator("buren")
    assert found is not None
    assert [it.id for it in found.bezwaren] == made


def test_of_two_roles_on_one_day_the_one_that_holds_stands_last(wijkstore: Database) -> None:
    carry(wijkstore)
    for number, as_ in enumerate((Rol.AANVULLEND, Rol.KERN, Rol.ONTWIKKEL)):
        adopt(wijkstore, BEGELEIDER, WIJK, Aanname("buren", as_, "Zo is het nu."), token=str(number))
    found = keuzebeeld(wijkstore, WIJK).indicator("buren")
    assert found is not None
    assert [it.tot is None for it in found.adopties] == [False, False, True]
    assert found.adopties[-1].rol is Rol.ONTWIKKEL


def test_the_step_that_was_written_last_is_the_newest_also_where_the_clock_stands_still(wijkstore: Database) -> None:
    for wijk in (WIJK, ANDERE_WIJK):
        take_stap(wijkstore, BELEID, wijk, "buren", S.IN_GESPREK)
        take_stap(wijkstore, BELEID, wijk, "buren", S.VERVALLEN, "Toch niet.")
    take_stap(wijkstore, BELEID, WIJK, "buren", S.IN_GESPREK, "Toch wel.")
    steps = rows(wijkstore, "SELECT gebied, status, op FROM indicator_status WHERE gebied IS NOT NULL ORDER BY op")
    assert [(gebied, status_) for gebied, status_, _ in steps] == [
        (WIJK, "in_gesprek"),
        (WIJK, "vervallen"),
        (ANDERE_WIJK, "in_gesprek"),
        (ANDERE_WIJK, "vervallen"),
        (WIJK, "in_gesprek"),
    ]
    assert len({op for *_, op in steps}) == len(steps)


def test_an_objection_without_words_or_with_a_name_is_refused(wijkstore: Database) -> None:
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.IN_GESPREK)
    for tekst, melding in (("  ", "wat het bezwaar is"), ("Vraag het Karin van Dalen.", "naar een persoon")):
        with pytest.raises(OngeldigeInvoer, match=melding):
            add_bezwaar(wijkstore, BEWONER, WIJK, "buren", StemRol.BEWONER, tekst, token=tekst)


def test_an_objection_of_another_wijk_is_not_answered_here(wijkstore: Database) -> None:
    take_stap(wijkstore, BELEID, ANDERE_WIJK, "buren", S.IN_GESPREK)
    bezwaar = add_bezwaar(wijkstore, BELEID, ANDERE_WIJK, "buren", StemRol.BEWONER, "Nee.", token="t")
    with pytest.raises(NietGevonden):
        answer_bezwaar(wijkstore, BEGELEIDER, WIJK, bezwaar, "Ja.")


# Another meaning


def test_another_definition_breaks_the_line_and_another_name_does_not(wijkstore: Database) -> None:
    change_indicator(wijkstore, BELEID, make_indicator(naam="Buren kennen elkaar", geldig_van=date(2024, 1, 1)))
    assert rows(wijkstore, "SELECT * FROM breuk") == []
    changed = make_indicator(definitie="Minstens twee buren.", reden="Een was te weinig.", geldig_van=date(2025, 1, 1))
    assert change_indicator(wijkstore, BELEID, changed) == 3
    assert rows(wijkstore, "SELECT indicator, vanaf, soort, uitleg FROM breuk") == [
        ("buren", date(2025, 1, 1), "definitie", "Een was te weinig.")
    ]
    assert [row[0] for row in rows(wijkstore, "SELECT naam FROM indicator_versie ORDER BY versie")] == [
        "Mensen kennen hun buren",
        "Buren kennen elkaar",
        "Mensen kennen hun buren",
    ]


def test_an_indicator_is_described_anew_once_and_the_rest_of_it_stays(wijkstore: Database) -> None:
    anew = Omschrijving("Buren kennen elkaar", "Minstens twee buren.", DAG, "Een was te weinig.")
    for _ in range(2):
        assert redescribe(wijkstore, BELEID, "buren", anew, token="t") == 2
    kept = "SELECT naam, eenheid, bewijssoort, thema, bron, reden FROM indicator_versie WHERE versie = 2"
    assert rows(wijkstore, kept) == [
        ("Buren kennen elkaar", "%", "gemeten", "ontmoeten", "eigen", "Een was te weinig.")
    ]
    assert len(rows(wijkstore, "SELECT * FROM breuk")) == 1
    with pytest.raises(NietGevonden):
        redescribe(wijkstore, BELEID, "niets", anew, token="u")
    with pytest.raises(NietToegestaan):
        redescribe(wijkstore, BEGELEIDER, "buren", anew, token="u")


def test_a_description_of_a_day_to_come_is_refused_and_one_that_is_there_already_can_be_put_right(
    wijkstore: Database,
) -> None:
    anew = Omschrijving("Mensen kennen hun buren", "Minstens drie buren.", DAG, "Twee was te weinig.")
    today = today_amsterdam(wijkstore.now())
    with pytest.raises(OngeldigeInvoer, match="moet nog komen"):
        redescribe(wijkstore, BELEID, "buren", replace(anew, geldig_van=today + timedelta(days=1)), token="t")
    with wijkstore.writing() as cursor:
        cursor.execute(
            "INSERT INTO indicator_versie BY NAME SELECT * REPLACE (2 AS versie, DATE '2035-01-01' AS geldig_van) "
            "FROM indicator_versie"
        )
        cursor.execute(
            "INSERT INTO breuk VALUES ('definitie:buren:*:2035-01-01', 'buren', NULL, DATE '2035-01-01', 'definitie', "
            "'Fout.', NULL)"
        )
    assert redescribe(wijkstore, BELEID, "buren", replace(anew, geldig_van=today), token="t") == 3
    assert rows(wijkstore, "SELECT vanaf FROM breuk") == [(today,)]


def test_a_mistake_is_put_right_on_the_day_itself_and_breaks_no_line(wijkstore: Database) -> None:
    wrong = Omschrijving("Mensen kennen hun buren", "Iets heel anders.", DAG, "Vergissing.")
    redescribe(wijkstore, BELEID, "buren", wrong, token="t")
    assert len(rows(wijkstore, "SELECT * FROM breuk")) == 1
    redescribe(wijkstore, BELEID, "buren", replace(wrong, definitie=""), token="u")
    assert rows(wijkstore, "SELECT * FROM breuk") == []


def test_nothing_changed_is_no_new_version(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer, match="niets veranderd"):
        redescribe(wijkstore, BELEID, "buren", Omschrijving("Mensen kennen hun buren", "", DAG, "Zo maar."), token="t")


def test_figures_come_under_new_words_only_when_they_were_asked_like_that(wijkstore: Database) -> None:
    with wijkstore.writing() as cursor:
        for periode in (2024, 2025):
            cursor.execute(
                "INSERT INTO meting BY NAME SELECT ? AS gebied, 'buren' AS indicator, ? AS periode, "
                "make_date(?, 1, 1) AS periode_start, 12 AS waarde, 'definitief' AS status, 'x' AS inlezing",
                [WIJK, str(periode), periode],
            )
    anew = Omschrijving("Mensen kennen hun buren", "Minstens drie buren.", date(2024, 1, 1), "Twee was te weinig.")
    with pytest.raises(OngeldigeInvoer, match="cijfers over 2024 en 2025"):
        redescribe(wijkstore, BELEID, "buren", anew, token="t")
    name = replace(anew, naam="Buren kennen elkaar", definitie="")
    assert redescribe(wijkstore, BELEID, "buren", name, token="u") == 2
    assert redescribe(wijkstore, BELEID, "buren", replace(anew, al_zo_geteld=True), token="v") == 3


def test_support_for_what_it_counted_before_is_said_to_be_that_and_earns_nothing_new(
    wijkstore: Database,
) -> None:
    carry(wijkstore)
    watch(wijkstore, "buren", Rol.AANVULLEND)
    with wijkstore.writing() as cursor:
        cursor.execute("UPDATE draagvlak SET op = op - 3")
    anew = Omschrijving("Mensen kennen hun buren", "Minstens drie buren.", DAG, "Twee was te weinig.")
    redescribe(wijkstore, BELEID, "buren", anew, token="t")
    found = keuzebeeld(wijkstore, WIJK).indicator("buren")
    assert found is not None
    assert found.status is S.GEDRAGEN
    assert "toen veranderde wat dit cijfer telt" in found.gedragen.zin
    link_werk(wijkstore, BEGELEIDER, WIJK, "buren", soep(wijkstore))
    for claim in (
        lambda: watch(wijkstore, "buren", Rol.KERN),
        lambda: take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.IN_GEBRUIK),
    ):
        with pytest.raises(OngeldigeInvoer, match="Tel de steun opnieuw"):
            claim()
    assert "veranderde" not in count_steun(wijkstore, BEGELEIDER, WIJK, "buren", SAMEN).zin
    watch(wijkstore, "buren", Rol.KERN)
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.IN_GEBRUIK)
    assert status(wijkstore) is S.IN_GEBRUIK


def test_how_exactly_a_figure_reads_is_another_version_and_no_break(wijkstore: Database) -> None:
    same = Omschrijving("Mensen kennen hun buren", make_indicator().definitie or "", DAG, "13 was te grof.")
    redescribe(wijkstore, BELEID, "buren", replace(same, decimalen=1), token="t")
    later = replace(same, naam="Buren kennen elkaar", geldig_van=DAG + timedelta(days=1))
    redescribe(wijkstore, BELEID, "buren", later, token="u")
    assert rows(wijkstore, "SELECT decimalen FROM indicator_versie ORDER BY versie") == [(0,), (1,), (1,)]
    assert rows(wijkstore, "SELECT * FROM breuk") == []


def test_a_version_has_a_reason_and_begins_after_the_one_before(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer, match="vanaf 1 januari 2020"):
        change_indicator(wijkstore, BELEID, make_indicator(geldig_van=date(2019, 1, 1)))
    with pytest.raises(OngeldigeInvoer, match="wat er verandert"):
        change_indicator(wijkstore, BELEID, make_indicator(geldig_van=DAG, reden=" "))
    with pytest.raises(NietGevonden):
        change_indicator(wijkstore, BELEID, make_indicator(code="niets", geldig_van=DAG))


# Who may


def test_who_may_not_is_refused_and_that_is_kept(wijkstore: Database) -> None:
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", S.IN_GESPREK)
    for refused in (
        lambda: take_stap(wijkstore, BEWONER, WIJK, "buren", S.VERVALLEN, "Weg."),
        lambda: count_steun(wijkstore, BEWONER, WIJK, "buren", SAMEN),
        lambda: adopt(wijkstore, BEWONER, WIJK, Aanname("buren", Rol.KERN), token="t"),
        lambda: take_stap(wijkstore, BEGELEIDER, ANDERE_WIJK, "buren", S.IN_GESPREK),
        lambda: change_indicator(wijkstore, BEGELEIDER, make_indicator(geldig_van=DAG)),
        lambda: add_bezwaar(wijkstore, BEZOEKER, WIJK, "buren", StemRol.BEWONER, "Nee.", token="t"),
        lambda: link_werk(wijkstore, BEWONER, WIJK, "buren", soep(wijkstore)),
    ):
        with pytest.raises(NietToegestaan):
            refused()
    assert len(rows(wijkstore, "SELECT * FROM logboek WHERE wat = 'geweigerd'")) == 7


@pytest.mark.parametrize("wijk", ["GM9901", "niets", "WK990199"])
def test_what_is_no_wijk_gets_a_sentence(wijkstore: Database, wijk: str) -> None:
    with pytest.raises((NietGevonden, OngeldigeInvoer), match="wijk"):
        take_stap(wijkstore, BELEID, wijk, "buren", S.IN_GESPREK)


# No sequence of calls breaks the rules

CODES = tuple(f"cijfer-{number}" for number in range(7))
WIJKEN = (WIJK, ANDERE_WIJK)
aantallen = st.integers(min_value=-1, max_value=4)


class Levensloop(RuleBasedStateMachine):
    """A wijk team that does anything in any order; what may not is refused, and the rules hold all the while."""

    @initialize()
    def begin(self) -> None:
        self.now = datetime(2026, 11, 20, 9, 30)
        self.database = Database(clock=lambda: self.now)
        migrate(self.database)
        with self.database.writing() as cursor:
            ensure_themas(cursor)
            cursor.execute("INSERT INTO gebied VALUES ('GM9901', 'gemeente'), (?, 'wijk'), (?, 'wijk')", list(WIJKEN))
        ensure_bron(self.database, "eigen", "Eigen cijfers", "Bewoners", "", door="test")
        add_indicatoren(self.database, [make_indicator(code=code) for code in CODES], door="test")
        self.werk = [soep(self.database, wijk) for wijk in WIJKEN]
        self.past: set[tuple[Any, ...]] = set()
        self.number = 0

    def teardown(self) -> None:
        if hasattr(self, "database"):
            # The gebieden of this store have no names, which is told too.
            assert [it for it in check_store(self.database) if "geen naam" not in it] == []
            self.database.close()

    def attempt(self, action: Any, *given: Any, **named: Any) -> None:
        try:
            action(self.database, BELEID, *given, **named)
        except (OngeldigeInvoer, NietGevonden):
            return

    @rule(
        wijk=st.sampled_from(WIJKEN),
        code=st.sampled_from(CODES),
        naar=st.sampled_from(S),
        reden=st.sampled_from(["", "Daarom."]),
    )
    def step(self, wijk: str, code: str, naar: IndicatorStatus, reden: str) -> None:
        self.attempt(take_stap, wijk, code, naar, reden)

    @rule(
        wijk=st.sampled_from(WIJKEN),
        code=st.sampled_from(CODES),
        voor=aantallen,
        tegen=aantallen,
        rol_=st.sampled_from(StemRol),
    )
    def count(self, wijk: str, code: str, voor: int, tegen: int, rol_: StemRol) -> None:
        self.attempt(count_steun, wijk, code, [Steun(rol_, voor, tegen)])

    @rule(wijk=st.sampled_from(WIJKEN), code=st.sampled_from(CODES))
    def agree(self, wijk: str, code: str) -> None:
        self.attempt(take_stap, wijk, code, S.IN_GESPREK, "Weer.")
        self.attempt(count_steun, wijk, code, SAMEN)

    @rule(
        wijk=st.sampled_from(WIJKEN),
        code=st.sampled_from(CODES),
        as_=st.sampled_from(Rol),
        eruit=st.one_of(st.none(), st.sampled_from(CODES)),
        reden=st.sampled_from(["", "Plaats."]),
    )
    def watch(self, wijk: str, code: str, as_: Rol, eruit: str | None, reden: str) -> None:
        self.number += 1
        self.attempt(adopt, wijk, Aanname(code, as_, eruit=eruit, eruit_reden=reden), token=f"aanname-{self.number}")

    @rule(code=st.sampled_from(CODES), heel_anders=st.booleans())
    def describe_anew(self, code: str, heel_anders: bool) -> None:
        self.number += 1
        today = today_amsterdam(self.now)
        definitie = f"Omschrijving {self.number}." if heel_anders else ""
        anew = Omschrijving(f"Naam {self.number}", definitie, today, "Beter.")
        self.attempt(redescribe, code, anew, token=f"versie-{self.number}")

    @rule()
    def tomorrow(self) -> None:
        self.now += timedelta(days=1)

    @rule(code=st.sampled_from(CODES))
    def stand_everywhere_as_in_a_file(self, code: str) -> None:
        statussen = [NieuweStatus(code, it) for it in (S.GEDRAGEN, S.IN_GEBRUIK)]
        with suppress(OngeldigeInvoer):
            add_statussen(self.database, statussen, door="test")

    @rule(place=st.integers(0, 1), hoe=st.sampled_from(["loopt", "gestopt"]))
    def go_on_or_stop(self, place: int, hoe: str) -> None:
        self.number += 1
        op = f"{today_amsterdam(self.now):%d-%m-%Y}"
        self.attempt(add_voortgang, VoortgangInvoer(self.werk[place], op, hoe), token=f"voortgang-{self.number}")

    @rule(wijk=st.sampled_from(WIJKEN), code=st.sampled_from(CODES))
    def watch_what_is_carried(self, wijk: str, code: str) -> None:
        self.agree(wijk, code)
        self.watch(wijk, code, Rol.KERN, None, "")

    @rule(wijk=st.sampled_from(WIJKEN), code=st.sampled_from(CODES), place=st.integers(0, 1))
    def work(self, wijk: str, code: str, place: int) -> None:
        self.attempt(link_werk, wijk, code, self.werk[place])

    @rule(wijk=st.sampled_from(WIJKEN), code=st.sampled_from(CODES))
    def go(self, wijk: str, code: str) -> None:
        self.attempt(let_go, wijk, code, "Klaar.")

    @invariant()
    def the_rules_hold(self) -> None:
        if not hasattr(self, "database"):
            return
        for wijk in WIJKEN:
            beeld = keuzebeeld(self.database, wijk)
            assert len(beeld.met_rol(Rol.KERN)) <= 5
            for it in beeld.indicatoren:
                self._hold(it)

    def _hold(self, it: KeuzeIndicator) -> None:
        now = [adoptie for adoptie in it.adopties if adoptie.tot is None]
        assert len(now) <= (0 if it.status is S.VERVALLEN else 1)
        if it.status in (S.GEDRAGEN, S.IN_GEBRUIK):
            last = {stem.rol: stem.voor > stem.tegen for stem in it.steun}
            assert last.get(StemRol.BEWONER)
            assert last.get(StemRol.PROFESSIONAL)
        if it.status is S.IN_GEBRUIK:
            assert any(werk.loopt for werk in it.werk)
            assert it.rol in (Rol.KERN, Rol.AANVULLEND)
        if it.gedragen:
            stale = verouderd_sinds(it.steun, it.stappen) is not None
            assert ("veranderde wat dit cijfer telt" in it.gedragen.zin) == stale
        else:
            assert ("De wijk let er nog op" in it.gedragen.zin) == (it.rol in (Rol.KERN, Rol.AANVULLEND))

    @invariant()
    def nothing_that_was_decided_is_forgotten(self) -> None:
        if not hasattr(self, "database"):
            return
        steps = set(rows(self.database, "SELECT id, indicator, status, op, reden, gebied FROM indicator_status"))
        begun = set(rows(self.database, "SELECT id, indicator, gebied, rol, van FROM geldig_in"))
        assert self.past <= steps | begun
        self.past = steps | begun


TestLevensloop = Levensloop.TestCase
TestLevensloop.settings = settings(
    max_examples=6, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
