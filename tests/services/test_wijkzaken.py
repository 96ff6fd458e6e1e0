"""What is there and what is done in a wijk: everything fits, and what is wrong is told in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from monitor.domain.wijk import ActiviteitStatus, FinancieringStaat, FinancieringVorm, RolGemeente
from monitor.errors import OngeldigeInvoer
from monitor.services.wijkzaken import (
    NieuweActiviteit,
    NieuweFinanciering,
    NieuweGebeurtenis,
    NieuweOpvolger,
    NieuwePlek,
    NieuwInitiatief,
    add_activiteiten,
    add_financiering,
    add_gebeurtenissen,
    add_initiatieven,
    add_opvolgers,
    add_plekken,
)
from monitor.store.database import Database
from tests.services.builders import ANDERE_WIJK, WIJK

DAG = date(2024, 3, 1)
ACTIVITEIT = NieuweActiviteit(WIJK, "ontmoeten", "Soepmiddag", DAG, ActiviteitStatus.LOOPT, RolGemeente.FINANCIER)
GELD = NieuweFinanciering(
    WIJK, "ontmoeten", "Soep", 2025, FinancieringVorm.SUBSIDIE, FinancieringStaat.BESTEED, Decimal("12400.50")
)


def rows(database: Database, sql: str) -> list[tuple[Any, ...]]:
    with database.reading() as cursor:
        return cursor.rows(sql)


def test_an_initiatief_needs_no_money_and_no_indicator(wijkstore: Database) -> None:
    add_initiatieven(wijkstore, [NieuwInitiatief(WIJK, "ontmoeten", "De bank bij de lift")], door="test")
    assert rows(wijkstore, "SELECT naam, trekker FROM initiatief") == [("De bank bij de lift", None)]
    assert rows(wijkstore, "SELECT * FROM initiatief_indicator") == []


def test_an_initiatief_can_work_on_an_indicator(wijkstore: Database) -> None:
    added = add_initiatieven(
        wijkstore, [NieuwInitiatief(WIJK, "ontmoeten", "Bank", indicatoren=("buren", "buren"))], door="test"
    )
    assert rows(wijkstore, "SELECT initiatief, indicator FROM initiatief_indicator") == [(added.ids[0], "buren")]


def test_a_plek_has_a_name_and_says_what_it_is(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer) as caught:
        add_plekken(wijkstore, [NieuwePlek(WIJK, "ontmoeten", " ", "")], door="test")
    assert [probleem.veld for probleem in caught.value.problemen] == ["naam", "soort"]


@pytest.mark.parametrize("status", [ActiviteitStatus.AFGEROND, ActiviteitStatus.GESTOPT, ActiviteitStatus.MISLUKT])
def test_what_ended_has_its_last_day(wijkstore: Database, status: ActiviteitStatus) -> None:
    with pytest.raises(OngeldigeInvoer, match="welke dag"):
        add_activiteiten(wijkstore, [replace(ACTIVITEIT, status=status)], door="test")
    add_activiteiten(wijkstore, [replace(ACTIVITEIT, status=status, geeindigd_op=DAG)], door="test")


def test_a_lesson_has_its_day_and_the_end_comes_last(wijkstore: Database) -> None:
    bad = replace(ACTIVITEIT, les="Vraag het buiten.", geeindigd_op=date(2024, 2, 1))
    with pytest.raises(OngeldigeInvoer) as caught:
        add_activiteiten(wijkstore, [bad], door="test")
    assert [probleem.veld for probleem in caught.value.problemen] == ["geeindigd_op", "les"]


def test_money_or_hours_have_to_be_there_and_are_kept_to_the_cent(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer, match="bedrag"):
        add_financiering(wijkstore, [replace(GELD, bedrag=None)], door="test")
    with pytest.raises(OngeldigeInvoer, match="minder dan nul"):
        add_financiering(wijkstore, [replace(GELD, bedrag=Decimal(-1))], door="test")
    add_financiering(wijkstore, [GELD, replace(GELD, bedrag=None, uren=600)], door="test")
    assert rows(wijkstore, "SELECT bedrag, uren FROM financiering ORDER BY uren NULLS FIRST") == [
        (Decimal("12400.50"), None),
        (None, 600),
    ]


def test_an_event_belongs_to_a_known_activiteit(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer, match="kennen we niet"):
        add_gebeurtenissen(wijkstore, [NieuweGebeurtenis(WIJK, DAG, "Begin", activiteit="onbekend")], door="test")
    added = add_activiteiten(wijkstore, [ACTIVITEIT], door="test")
    add_gebeurtenissen(wijkstore, [NieuweGebeurtenis(WIJK, DAG, "Begin", activiteit=added.ids[0])], door="test")
    assert rows(wijkstore, "SELECT titel, thema FROM gebeurtenis") == [("Begin", None)]


def test_one_wrong_row_refuses_all_and_says_which(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer, match=r"^Rij 2, thema: Het thema “onzin” kennen we niet\.$"):
        add_activiteiten(wijkstore, [ACTIVITEIT, replace(ACTIVITEIT, thema="onzin")], door="test")
    assert rows(wijkstore, "SELECT * FROM activiteit") == []


def test_a_wijk_follows_another_and_never_itself(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer, match="zichzelf"):
        add_opvolgers(wijkstore, [NieuweOpvolger(WIJK, WIJK, DAG)], door="test")
    add_opvolgers(wijkstore, [NieuweOpvolger(WIJK, ANDERE_WIJK, DAG, "Samengevoegd.")], door="test")
    assert rows(wijkstore, "SELECT opvolger, uitleg FROM gebied_opvolger") == [(ANDERE_WIJK, "Samengevoegd.")]


def test_every_addition_is_a_line_in_the_logboek(wijkstore: Database) -> None:
    add_plekken(wijkstore, [NieuwePlek(WIJK, "ontmoeten", "De trap", "trap")], door="iemand")
    wie, soort, velden = rows(wijkstore, "SELECT wie, soort, velden FROM logboek WHERE soort = 'plek'")[0]
    assert (wie, soort) == ("iemand", "plek")
    assert "naam" in velden
    assert "trap" not in velden
