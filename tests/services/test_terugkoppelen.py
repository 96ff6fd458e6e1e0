"""Saying what was done with a verhaal: by who reads it there, once, without names; the teller and readers see it."""

from datetime import date

import pytest

from monitor.domain.gebruiker import GebruikerRol
from monitor.domain.verhaal import Gebruik
from monitor.errors import NietToegestaan, OngeldigeInvoer
from monitor.nl import today_amsterdam
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.terugkoppelen import NieuweTerugkoppeling, koppel_terug, terug_te_koppelen
from monitor.store.database import Database
from monitor.store.lees_store import LeesStore
from tests.services.builders import ANDERE_WIJK
from tests.services.test_nalezen import BEZOEKER, COLLEGA, NALEZER, persoon, published, rows, told

GOED = NieuweTerugkoppeling("Wijkgesprek van dit najaar", "Er komt een tweede bank.", date(2026, 11, 1))


def test_what_was_done_stands_beside_the_verhaal_and_in_the_logboek_without_its_words(wijkstore: Database) -> None:
    verhaal = published(wijkstore)
    koppel_terug(wijkstore, COLLEGA, verhaal, GOED, token="t1")
    with wijkstore.reading() as cursor:
        (found,) = LeesStore(cursor).terugkoppelingen([verhaal])[verhaal]
    assert (found.waar, found.wat) == (GOED.waar, GOED.wat)
    assert rows(wijkstore, "SELECT wie, doel, velden FROM logboek WHERE wat = 'teruggekoppeld'") == [
        (COLLEGA.id, verhaal, "waar, wat")
    ]


def test_sending_it_twice_keeps_it_once(wijkstore: Database) -> None:
    verhaal = published(wijkstore)
    first = koppel_terug(wijkstore, COLLEGA, verhaal, GOED, token="t1")
    assert koppel_terug(wijkstore, COLLEGA, verhaal, GOED, token="t1") == first
    assert rows(wijkstore, "SELECT count(*) FROM terugkoppeling") == [(1,)]


@pytest.mark.parametrize(
    "wie",
    [BEZOEKER, NALEZER, persoon("elders", GebruikerRol.WELZIJNSWERKER, wijk=ANDERE_WIJK)],
    ids=["bezoeker", "nalezer", "other wijk"],
)
def test_who_may_not_here_is_refused_with_a_line_in_the_logboek(wijkstore: Database, wie: object) -> None:
    verhaal = published(wijkstore)
    with pytest.raises(NietToegestaan):
        koppel_terug(wijkstore, wie, verhaal, GOED, token="t1")  # type: ignore[arg-type]
    assert rows(wijkstore, "SELECT soort FROM logboek WHERE wat = 'geweigerd'") == [("terugkoppelen",)]


BEGELEIDER = persoon("begeleider", GebruikerRol.BEGELEIDER)


def test_a_begeleider_sees_what_she_reads_in_her_wijk_and_what_nothing_was_said_of_first(wijkstore: Database) -> None:
    first, second = published(wijkstore), published(wijkstore, gebruik=(Gebruik.LEREN,))
    told(wijkstore)
    koppel_terug(wijkstore, BEGELEIDER, first, GOED, token="t1")
    assert [(it.verhaal.id, it.keren) for it in terug_te_koppelen(wijkstore, BEGELEIDER)] == [(second, 0), (first, 1)]


@pytest.mark.parametrize("wie", [BEZOEKER, NALEZER], ids=["bezoeker", "nalezer"])
def test_who_may_say_it_nowhere_sees_no_verhaal_to_say_it_of(wijkstore: Database, wie: object) -> None:
    published(wijkstore)
    with pytest.raises(NietToegestaan):
        terug_te_koppelen(wijkstore, wie)  # type: ignore[arg-type]


def test_about_what_still_waits_nobody_else_says_anything(wijkstore: Database) -> None:
    verhaal = told(wijkstore, gebruik=(Gebruik.LEREN,))
    with pytest.raises(NietToegestaan, match="niet lezen"):
        koppel_terug(wijkstore, COLLEGA, verhaal, GOED, token="t1")


def test_everything_that_is_wrong_is_told_at_once_and_a_name_never_comes_in(wijkstore: Database) -> None:
    verhaal = published(wijkstore)
    tomorrow = date(today_amsterdam(wijkstore.now()).year + 1, 1, 1)
    slecht = NieuweTerugkoppeling("", "Mevrouw Van der Heijden regelde het.", tomorrow)
    with pytest.raises(OngeldigeInvoer) as caught:
        koppel_terug(wijkstore, COLLEGA, verhaal, slecht, token="t1")
    assert {it.veld for it in caught.value.problemen} == {"waar", "wat", "op"}
    assert rows(wijkstore, "SELECT * FROM terugkoppeling") == []


def test_about_a_verhaal_that_was_taken_back_nothing_is_said(wijkstore: Database) -> None:
    verhaal = published(wijkstore)
    withdraw_verhaal(wijkstore, verhaal, "verteller")
    with pytest.raises(OngeldigeInvoer, match="teruggenomen"):
        koppel_terug(wijkstore, COLLEGA, verhaal, GOED, token="t1")
