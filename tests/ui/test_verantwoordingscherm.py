"""Hoe weten we dit?: what each figure means, where it comes from, and what it asks of people."""

from datetime import date

from monitor.store.database import Database
from monitor.ui import texts, verantwoordingscherm


def test_the_page_tells_what_the_counting_asks_of_people(voorbeeld: Database) -> None:
    page = str(verantwoordingscherm.compose((voorbeeld, 0, date(2026, 11, 20)), "GM9901", None))
    assert texts.METEN_KOST_TITEL in page
    assert "die kost twaalf minuten per jaar" in page
    assert texts.METEN_KOST_LANDELIJK in page


def test_every_thema_with_figures_has_its_definitions(voorbeeld: Database) -> None:
    page = str(verantwoordingscherm.compose((voorbeeld, 0, date(2026, 11, 20)), "GM9901", "ontmoeten"))
    assert "Mensen kennen genoeg buren om even op te passen" in page
    assert page.count("<details open") == 1
