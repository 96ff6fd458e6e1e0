"""Putting a verhaal beside a figure: later, by somebody else, with a sentence without names."""

from datetime import date
from typing import Any

import pytest

from monitor.domain.gebruiker import Gebruiker, GebruikerRol
from monitor.domain.verhaal import Besluit, Gebruik, Koppeling, Verhouding
from monitor.errors import NietGevonden, NietToegestaan, OngeldigeInvoer
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.koppelen import keuze, koppel, te_koppelen
from monitor.store.database import Database
from tests.services.builders import ANDERE_WIJK, make_indicator
from tests.services.test_nalezen import (
    BEZOEKER,
    COLLEGA,
    NALEZER,
    SCHRIJVER,
    decide,
    persoon,
    published,
    rows,
    told,
)

GOED = Koppeling("buren", Verhouding.PAST_BIJ, "Zij kennen elkaar nu.")


def links(database: Database) -> list[tuple[Any, ...]]:
    return rows(database, "SELECT indicator, verhouding, toelichting, gekoppeld_door FROM verhaal_indicator")


def test_a_colleague_links_later_and_what_was_linked_before_goes(wijkstore: Database) -> None:
    before = Koppeling("buren", Verhouding.LOS, "Dit was er eerst.")
    verhaal = published(wijkstore, koppelingen=(before,))
    koppel(wijkstore, COLLEGA, verhaal, [GOED], ["wonen"])
    assert links(wijkstore) == [("buren", "past_bij", "Zij kennen elkaar nu.", COLLEGA.id)]
    assert rows(wijkstore, "SELECT thema FROM verhaal_thema") == [("wonen",)]
    koppel(wijkstore, COLLEGA, verhaal, [], ["wonen", "ontmoeten"])
    assert links(wijkstore) == []
    line = rows(wijkstore, "SELECT wie, velden FROM logboek WHERE wat = 'gekoppeld'")
    assert line == [(COLLEGA.id, "koppelingen, themas")] * 2


def test_the_writer_links_what_still_waits_and_a_colleague_does_not_read_it(wijkstore: Database) -> None:
    verhaal = told(wijkstore)
    assert [it.verhaal for it in te_koppelen(wijkstore, SCHRIJVER)] == [verhaal]
    assert te_koppelen(wijkstore, COLLEGA) == ()
    koppel(wijkstore, SCHRIJVER, verhaal, [GOED], ["ontmoeten"])
    with pytest.raises(NietToegestaan, match="niet lezen"):
        koppel(wijkstore, COLLEGA, verhaal, [], ["ontmoeten"])
    assert len(links(wijkstore)) == 1


@pytest.mark.parametrize(
    "wie",
    [BEZOEKER, NALEZER, persoon("elders", GebruikerRol.WELZIJNSWERKER, wijk=ANDERE_WIJK)],
    ids=["bezoeker", "nalezer", "other wijk"],
)
def test_who_may_not_link_is_refused(wijkstore: Database, wie: Gebruiker) -> None:
    verhaal = published(wijkstore)
    with pytest.raises(NietToegestaan):
        koppel(wijkstore, wie, verhaal, [GOED], ["ontmoeten"])
    assert links(wijkstore) == []
    assert rows(wijkstore, "SELECT wie FROM logboek WHERE wat = 'geweigerd'") == [(wie.id,)]


def test_all_problems_are_told_at_once_and_name_the_field(wijkstore: Database) -> None:
    verhaal = published(wijkstore)
    bad = [
        Koppeling("onbekend", Verhouding.LOS, " "),
        Koppeling("buren", Verhouding.LOS, "Dit gaat over Karin van Dalen."),
        Koppeling("buren", Verhouding.LOS, "x" * 301),
    ]
    with pytest.raises(OngeldigeInvoer) as caught:
        koppel(wijkstore, COLLEGA, verhaal, bad, ["niets"])
    fields = [probleem.veld for probleem in caught.value.problemen]
    assert sorted(fields) == ["indicatoren", "indicatoren", "thema", "toelichting", "toelichting", "toelichting"]
    assert "Karin" not in str(caught.value)
    with pytest.raises(OngeldigeInvoer, match="thema"):
        koppel(wijkstore, COLLEGA, verhaal, [], [])


def test_what_was_refused_or_taken_back_is_not_linked(wijkstore: Database) -> None:
    refused, gone = told(wijkstore), published(wijkstore)
    decide(wijkstore, NALEZER, refused, Besluit.GEWEIGERD, reden="onveilig")
    withdraw_verhaal(wijkstore, gone, "verteller")
    with pytest.raises(NietToegestaan):
        koppel(wijkstore, SCHRIJVER, refused, [GOED], ["ontmoeten"])
    with pytest.raises(NietGevonden):
        koppel(wijkstore, SCHRIJVER, gone, [GOED], ["ontmoeten"])
    assert te_koppelen(wijkstore, SCHRIJVER) == ()


def test_what_has_no_figure_yet_comes_first(wijkstore: Database) -> None:
    linked = published(wijkstore, koppelingen=(GOED,), gebruik=(Gebruik.LEREN,))
    bare = published(wijkstore, verteld_op=date(2025, 1, 2), akkoord_op=date(2025, 1, 3))
    assert [it.verhaal for it in te_koppelen(wijkstore, COLLEGA)] == [bare, linked]


def test_the_figures_to_choose_from_are_those_of_the_wijk(wijkstore: Database) -> None:
    from monitor.domain.indicator import Rol
    from monitor.services.indicatoren import Adoptie, add_adopties, add_indicatoren

    add_indicatoren(wijkstore, [make_indicator(code="elders")], door="test")
    add_adopties(wijkstore, [Adoptie("buren", "WK990101", Rol.KERN, date(2020, 1, 1), 1)], "test")
    choice = keuze(wijkstore, COLLEGA, "WK990101")
    assert list(choice.indicatoren) == ["buren"]
    assert "ontmoeten" in choice.themas
    with pytest.raises(NietToegestaan):
        keuze(wijkstore, COLLEGA, ANDERE_WIJK)
