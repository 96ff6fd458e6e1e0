"""What the raad decided: point by point, about what was learned and never about what one person told."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.leren import BronSoort
from monitor.domain.raad import BeslispuntBron, BeslispuntSoort, BeslispuntUitkomst, BesluitWeg, besluit_problemen
from monitor.errors import GeenRecht, NietGevonden, OngeldigeInvoer
from monitor.services.controle import check_store
from monitor.services.raad import (
    NieuwBeslispunt,
    NieuwRaadsbesluit,
    add_besluit,
    beslisbaar,
    raadbeeld,
    raadsbesluiten,
    remove_besluit,
)
from monitor.services.wijkgesprek import close
from monitor.services.wijkplannen import add_plan
from monitor.store.database import Database
from tests.services.builders import WIJK
from tests.services.test_wijkgesprek import BEGELEIDER, OPEN, bottleneck, casus, held, patroon, problems, rows, van

BELEID = Gebruiker("beleid", "beleid", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BELEIDSMEDEWERKER),))
GEMEENTE = "GM9901"
DAG = date(2026, 11, 19)


def learned(database: Database) -> tuple[str, str, str]:
    sessie = held(database)
    case = casus(database, sessie, None)
    pattern = patroon(database, sessie, *van(BronSoort.INDICATOR, "buren"))
    point = bottleneck(database, sessie, pattern)
    close(database, BEGELEIDER, WIJK, sessie, OPEN)
    return case, pattern, point


def over(soort: BeslispuntSoort, ref: str) -> NieuwRaadsbesluit:
    punt = NieuwBeslispunt(
        "Een tolk bij ontmoeten betalen.", BeslispuntUitkomst.AANGENOMEN, (BeslispuntBron(soort, ref),)
    )
    return NieuwRaadsbesluit("Tolk bij ontmoeten", DAG, (punt,))


def wrong(database: Database) -> list[str]:
    return [it for it in check_store(database) if "eslispunt" in it]


def test_everybody_reads_what_the_raad_decided_and_about_what(wijkstore: Database) -> None:
    _, pattern, point = learned(wijkstore)
    assert {it.id for it in beslisbaar(wijkstore, GEMEENTE)} == {pattern, point}
    nieuw = over(BeslispuntSoort.LEERPUNT, point)
    id_ = add_besluit(wijkstore, BELEID, GEMEENTE, nieuw, token="t")
    assert add_besluit(wijkstore, BELEID, GEMEENTE, nieuw, token="t") == id_
    (found,) = raadsbesluiten(wijkstore, GEMEENTE)
    assert (found.titel, found.dag) == ("Tolk bij ontmoeten", DAG)
    (punt,) = found.punten
    assert punt.refs(BeslispuntSoort.LEERPUNT) == (point,)
    assert punt.uitkomst is BeslispuntUitkomst.AANGENOMEN
    add_besluit(wijkstore, BELEID, GEMEENTE, over(BeslispuntSoort.INDICATOR, "buren"), token="u")
    assert not wrong(wijkstore)


def test_the_raad_decides_about_no_casus_and_nothing_of_a_gesprek_that_is_open(wijkstore: Database) -> None:
    case, _, _ = learned(wijkstore)
    sessie = held(wijkstore, DAG)
    pattern = patroon(wijkstore, sessie, *van(BronSoort.INDICATOR, "buren"), tekst="Nog niet gesloten.")
    for soort, ref in (
        (BeslispuntSoort.LEERPUNT, case),
        (BeslispuntSoort.LEERPUNT, pattern),
        (BeslispuntSoort.INDICATOR, "niets"),
        (BeslispuntSoort.WIJKPLAN, "niets"),
    ):
        with pytest.raises(OngeldigeInvoer) as caught:
            add_besluit(wijkstore, BELEID, GEMEENTE, over(soort, ref), token="t")
        assert problems(caught) == ["bronnen"]
    assert rows(wijkstore, "SELECT * FROM raadsbesluit") == []


def test_only_who_writes_for_the_raad_writes_it_down(wijkstore: Database) -> None:
    _, _, point = learned(wijkstore)
    for who in (BEZOEKER, BEGELEIDER):
        with pytest.raises(GeenRecht, match="beleidsmedewerkers"):
            add_besluit(wijkstore, who, GEMEENTE, over(BeslispuntSoort.LEERPUNT, point), token="t")


def test_everything_that_is_wrong_is_said_at_once(wijkstore: Database) -> None:
    punt = NieuwBeslispunt("Karin van Dalen krijgt een tolk.", BeslispuntUitkomst.VERWORPEN)
    with pytest.raises(OngeldigeInvoer) as caught:
        add_besluit(wijkstore, BELEID, WIJK, NieuwRaadsbesluit("", DAG + timedelta(days=30), (punt,)), token="t")
    assert set(problems(caught)) == {"titel", "punt 1", "dag", "gemeente"}


@given(st.one_of(st.none(), st.dates()), st.integers(0, 3))
def test_no_besluit_without_a_day_that_was_and_a_point(dag: date | None, punten: int) -> None:
    said = {it.veld for it in besluit_problemen(dag, DAG, punten)}
    assert ("punten" in said) is (punten == 0)
    assert ("dag" in said) is (dag is None or dag > DAG)


def test_words_can_be_taken_away_and_that_it_was_decided_stays(wijkstore: Database) -> None:
    _, _, point = learned(wijkstore)
    id_ = add_besluit(wijkstore, BELEID, GEMEENTE, over(BeslispuntSoort.LEERPUNT, point), token="t")
    remove_besluit(wijkstore, BELEID, GEMEENTE, id_, BesluitWeg.PERSOON)
    (found,) = raadsbesluiten(wijkstore, GEMEENTE)
    assert (found.titel, found.weggehaald_op) == (None, date(2026, 11, 20))
    assert found.te_lezen == found.punten
    assert [it.tekst for it in found.punten] == [None]
    assert found.punten[0].refs(BeslispuntSoort.LEERPUNT) == (point,)
    with pytest.raises(NietGevonden):
        remove_besluit(wijkstore, BELEID, GEMEENTE, "niets", BesluitWeg.PERSOON)
    with pytest.raises(GeenRecht):
        remove_besluit(wijkstore, BEGELEIDER, GEMEENTE, id_, BesluitWeg.PERSOON)


def test_what_the_raad_did_not_decide_leads_nowhere_any_more(wijkstore: Database) -> None:
    _, _, point = learned(wijkstore)
    id_ = add_besluit(wijkstore, BELEID, GEMEENTE, over(BeslispuntSoort.LEERPUNT, point), token="t")
    remove_besluit(wijkstore, BELEID, GEMEENTE, id_, BesluitWeg.FOUT)
    (found,) = raadsbesluiten(wijkstore, GEMEENTE)
    assert found.te_lezen == ()
    assert rows(wijkstore, "SELECT * FROM beslispunt_bron") == []
    assert rows(wijkstore, "SELECT DISTINCT velden FROM logboek WHERE wat = 'weggehaald'") == [("fout",)]
    assert not wrong(wijkstore)


def test_a_beslispunt_is_about_leerpunten_cijfers_and_wijkplannen_and_each_has_its_name(wijkstore: Database) -> None:
    _, _, point = learned(wijkstore)
    with wijkstore.writing() as cursor:
        cursor.execute("INSERT INTO gebied_ouder VALUES (?, ?, DATE '2026-01-01', NULL)", [WIJK, GEMEENTE])
    plan = add_plan(wijkstore, BELEID, WIJK, "Samen eten", token="plan")
    about = (
        BeslispuntBron(BeslispuntSoort.LEERPUNT, point),
        BeslispuntBron(BeslispuntSoort.INDICATOR, "buren"),
        BeslispuntBron(BeslispuntSoort.WIJKPLAN, plan),
    )
    punt = NieuwBeslispunt("Een tolk betalen.", BeslispuntUitkomst.AANGENOMEN, about)
    add_besluit(wijkstore, BELEID, GEMEENTE, NieuwRaadsbesluit("Tolk", DAG, (punt,)), token="t")
    beeld = raadbeeld(wijkstore, GEMEENTE)
    (found,) = beeld.besluiten[0].punten
    assert set(found.bronnen) == set(about)
    assert set(beeld.cijfers) == {"buren"}
    assert (beeld.plannen[plan].wijk, beeld.plannen[plan].naam) == (WIJK, "Samen eten")


def test_check_tells_of_a_besluit_without_a_point_and_of_one_about_a_casus(wijkstore: Database) -> None:
    case, _, point = learned(wijkstore)
    add_besluit(wijkstore, BELEID, GEMEENTE, over(BeslispuntSoort.LEERPUNT, point), token="t")
    with wijkstore.writing() as cursor:
        cursor.execute("UPDATE beslispunt_bron SET leerpunt = ?", [case])
    assert [it for it in wrong(wijkstore) if "één keer gebeurde" in it]
    with wijkstore.writing() as cursor:
        cursor.execute("DELETE FROM beslispunt_bron")
    with wijkstore.writing() as cursor:
        cursor.execute("DELETE FROM beslispunt")
    assert [it for it in wrong(wijkstore) if "heeft geen beslispunt" in it]
