"""Indicators that people make: versions, status that is earned, and adoption per wijk."""

from datetime import date
from typing import Any

import pytest

from monitor.domain.indicator import IndicatorStatus, Richting, Rol, StemRol
from monitor.domain.wijk import ActiviteitStatus, RolGemeente
from monitor.errors import OngeldigeInvoer
from monitor.services.indicatoren import (
    Adoptie,
    NieuwBezwaar,
    NieuwDraagvlak,
    NieuweStatus,
    add_adopties,
    add_bezwaren,
    add_draagvlak,
    add_indicatoren,
    add_statussen,
    ensure_bron,
)
from monitor.services.wijkzaken import NieuweActiviteit, add_activiteiten
from monitor.store.database import Database
from tests.services.builders import WIJK, make_indicator

DAG = date(2025, 5, 1)


def rows(database: Database, sql: str) -> list[tuple[Any, ...]]:
    with database.reading() as cursor:
        return cursor.rows(sql)


def stem(rol: StemRol, voor: int, tegen: int = 0, toelichting: str | None = None) -> NieuwDraagvlak:
    return NieuwDraagvlak("buren", WIJK, rol, voor, tegen, DAG, toelichting)


def set_status(database: Database, indicator: str, status: IndicatorStatus, reden: str | None = None) -> None:
    add_statussen(database, [NieuweStatus(indicator, status, reden)], door="test")


def test_a_new_indicator_starts_as_a_voorstel(wijkstore: Database) -> None:
    assert rows(wijkstore, "SELECT indicator, status FROM indicator_status") == [("buren", "voorstel")]


def test_the_same_code_again_is_the_next_version(wijkstore: Database) -> None:
    add_indicatoren(wijkstore, [make_indicator(naam="Anders gevraagd", geldig_van=DAG)], door="test")
    assert rows(wijkstore, "SELECT versie, naam FROM indicator_versie ORDER BY versie") == [
        (1, "Mensen kennen hun buren"),
        (2, "Anders gevraagd"),
    ]
    assert len(rows(wijkstore, "SELECT * FROM indicator_status")) == 1


def test_no_direction_needs_the_reason_in_words(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer, match="niet vanzelf gunstig"):
        add_indicatoren(wijkstore, [make_indicator(richting=Richting.NIET_EENDUIDIG)], door="test")


def test_all_problems_of_an_indicator_are_told_at_once(wijkstore: Database) -> None:
    bad = make_indicator(naam="", eenheid=" ", reden="", thema="onzin", bron="onbekend", decimalen=9)
    with pytest.raises(OngeldigeInvoer) as caught:
        add_indicatoren(wijkstore, [bad], door="test")
    assert [probleem.veld for probleem in caught.value.problemen] == [
        "naam",
        "eenheid",
        "reden",
        "decimalen",
        "thema",
        "bron",
    ]


def test_a_national_figure_gets_no_version_and_no_support_here(wijkstore: Database) -> None:
    with wijkstore.writing() as cursor:
        cursor.execute("INSERT INTO indicator VALUES ('kwb-iets', TRUE, TIMESTAMP '2025-01-01')")
        cursor.execute(
            "INSERT INTO indicator_versie BY NAME SELECT * REPLACE ('kwb-iets' AS indicator) FROM indicator_versie"
        )
    with pytest.raises(OngeldigeInvoer, match="landelijk cijfer"):
        add_indicatoren(wijkstore, [make_indicator(code="kwb-iets")], door="test")
    with pytest.raises(OngeldigeInvoer, match="achtergrond"):
        set_status(wijkstore, "kwb-iets", IndicatorStatus.GEDRAGEN)


def test_gedragen_needs_bewoners_and_professionals(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer, match="nog niet gezegd"):
        set_status(wijkstore, "buren", IndicatorStatus.GEDRAGEN)
    add_draagvlak(wijkstore, [stem(StemRol.BEWONER, 12, 1), stem(StemRol.PROFESSIONAL, 0, 2, "Te druk.")], door="test")
    with pytest.raises(OngeldigeInvoer, match=r"Wacht sinds mei 2025 op professionals.*Te druk"):
        set_status(wijkstore, "buren", IndicatorStatus.GEDRAGEN)


def test_in_gebruik_needs_something_that_works_on_it(wijkstore: Database) -> None:
    add_draagvlak(wijkstore, [stem(StemRol.BEWONER, 12), stem(StemRol.PROFESSIONAL, 3)], door="test")
    set_status(wijkstore, "buren", IndicatorStatus.GEDRAGEN)
    with pytest.raises(OngeldigeInvoer, match="activiteit of initiatief"):
        set_status(wijkstore, "buren", IndicatorStatus.IN_GEBRUIK)
    add_activiteiten(
        wijkstore,
        [
            NieuweActiviteit(
                WIJK, "ontmoeten", "Soep", DAG, ActiviteitStatus.LOOPT, RolGemeente.GEEN, indicatoren=("buren",)
            )
        ],
        door="test",
    )
    set_status(wijkstore, "buren", IndicatorStatus.IN_GEBRUIK)
    assert ("buren", "in_gebruik") in rows(wijkstore, "SELECT indicator, status FROM indicator_status")


def test_an_indicator_lapses_with_a_reason_only(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer, match="vervalt"):
        set_status(wijkstore, "buren", IndicatorStatus.VERVALLEN)
    set_status(wijkstore, "buren", IndicatorStatus.VERVALLEN, reden="De vraag deugde niet.")


def test_an_unknown_indicator_is_refused_in_words(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer, match="kennen we niet"):
        set_status(wijkstore, "niets", IndicatorStatus.IN_GESPREK)


def test_a_wijk_has_five_kernindicatoren_unless_one_leaves(wijkstore: Database) -> None:
    codes = [f"cijfer-{number}" for number in range(6)]
    add_indicatoren(wijkstore, [make_indicator(code=code) for code in codes], door="test")
    add_adopties(wijkstore, [Adoptie(code, WIJK, Rol.KERN, DAG) for code in codes[:5]], door="test")
    with pytest.raises(OngeldigeInvoer, match="weggaat"):
        add_adopties(wijkstore, [Adoptie(codes[5], WIJK, Rol.KERN, DAG)], door="test")
    add_adopties(wijkstore, [Adoptie(codes[5], WIJK, Rol.AANVULLEND, DAG)], door="test")


def test_an_objection_and_its_answer_belong_together(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer, match="dag van het antwoord"):
        add_bezwaren(
            wijkstore,
            [NieuwBezwaar("buren", WIJK, StemRol.BEWONER, "Ik niet.", DAG, antwoord="Toch wel.")],
            door="test",
        )
    add_bezwaren(wijkstore, [NieuwBezwaar("buren", WIJK, StemRol.BEWONER, "Ik niet.", DAG)], door="test")
    assert rows(wijkstore, "SELECT tekst, antwoord FROM bezwaar") == [("Ik niet.", None)]


def test_support_is_never_less_than_nobody(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer, match="minder dan nul"):
        add_draagvlak(wijkstore, [stem(StemRol.BEWONER, -1)], door="test")


def test_a_bron_is_added_once(wijkstore: Database) -> None:
    ensure_bron(wijkstore, "eigen", "Een andere naam", "Iemand", "", door="test")
    assert rows(wijkstore, "SELECT naam FROM bron WHERE code = 'eigen'") == [("Eigen cijfers",)]
