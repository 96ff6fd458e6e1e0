"""What a stuk lacks that the raad would ask for: told where it is, never a word of a citaat, and nothing is stopped."""

from decimal import Decimal
from functools import partial

import pytest

from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.raadsstuk import (
    Deel,
    GeldVorm,
    KeuzeSoort,
    OnderdeelInvoer,
    OnderdeelSoort,
    StukKeuze,
    StukSoort,
    StukVeld,
)
from monitor.errors import GeenRecht
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.raadsstukken import add_stuk, lees_stuk
from monitor.services.stukkeuzes import choose, citaten_om_te_kiezen
from monitor.services.stukonderdelen import add_onderdeel, change_onderdeel
from monitor.services.stuktekorten import Tekort, TekortSoort, tekorten
from monitor.services.stukteksten import stukteksten
from monitor.services.stukvelden import TekstInvoer, save_tekst
from monitor.store.database import Database
from tests.conftest import NOW
from tests.services.test_momentopname import CIJFER, WIJK, opslag, run
from tests.services.test_raadsstukken import ANNA, GEMEENTE, KOP

__all__ = ["opslag"]

GELD = OnderdeelInvoer(geldvorm=GeldVorm.STRUCTUREEL, bedragen=(Decimal(12400),) * 4)
AANLEIDING = StukVeld(Deel.AANLEIDING)


@pytest.fixture
def stuk(opslag: Database) -> str:
    return add_stuk(opslag, ANNA, GEMEENTE, StukSoort.RAADSVOORSTEL, KOP, token="stuk")


def lacking(database: Database, stuk: str) -> tuple[Tekort, ...]:
    read = lees_stuk(database, ANNA, stuk)
    return tekorten(database, ANNA, read, stukteksten(database, read), NOW.date())


def soorten(database: Database, stuk: str) -> list[TekortSoort]:
    return [it.soort for it in lacking(database, stuk) if it.soort is not TekortSoort.NIETS_DOEN]


def write(database: Database, stuk: str, veld: StukVeld, tekst: str) -> None:
    nummer = lees_stuk(database, ANNA, stuk).nummer_van_tekst.get(veld, 0)
    save_tekst(database, ANNA, stuk, TekstInvoer(veld, tekst, nummer), token=f"{veld}{nummer}")


def test_what_it_means_to_do_nothing_is_asked_until_somebody_wrote_it(opslag: Database, stuk: str) -> None:
    (niets,) = lees_stuk(opslag, ANNA, stuk).van(OnderdeelSoort.ALTERNATIEF)
    assert lacking(opslag, stuk) == (Tekort(TekortSoort.NIETS_DOEN, niets.id),)
    write(opslag, stuk, niets.veld("tegen"), "Dan komt niemand meer.")
    assert lacking(opslag, stuk) == ()
    brief = add_stuk(opslag, ANNA, GEMEENTE, StukSoort.RAADSINFORMATIEBRIEF, KOP, token="brief")
    assert lacking(opslag, brief) == ()
    with pytest.raises(GeenRecht):
        tekorten(
            opslag,
            BEZOEKER,
            lees_stuk(opslag, ANNA, stuk),
            stukteksten(opslag, lees_stuk(opslag, ANNA, stuk)),
            NOW.date(),
        )


@pytest.mark.parametrize(
    ("besluit", "asks"),
    [
        ("€ 12.400 per jaar beschikbaar te stellen", True),
        ("een krediet te verlenen", True),
        ("het budget te verhogen", True),
        ("de subsidie te verlengen en vier jaar subsidie te verlenen", True),
        ("de regels voor subsidie korter te maken", False),
        ("kennis te nemen van het wijkplan", False),
    ],
)
def test_a_beslispunt_that_asks_for_money_needs_a_line_of_money_with_its_dekking(
    opslag: Database, stuk: str, besluit: str, asks: bool
) -> None:
    punt = add_onderdeel(opslag, ANNA, stuk, OnderdeelSoort.BESLISPUNT, teksten={"tekst": besluit}, token="p")
    found = [it for it in lacking(opslag, stuk) if it.soort is TekortSoort.GELD]
    assert found == ([Tekort(TekortSoort.GELD, punt)] if asks else [])
    regel = add_onderdeel(opslag, ANNA, stuk, OnderdeelSoort.FINANCIELE_REGEL, GELD, token="g")
    named = [] if "12.400" in besluit else [TekortSoort.BEDRAG]
    assert soorten(opslag, stuk) == [TekortSoort.DEKKING, *named]
    dekking = next(it for it in lees_stuk(opslag, ANNA, stuk).onderdelen if it.id == regel).veld("dekking")
    write(opslag, stuk, dekking, "Uit het programma Sociaal.")
    # What the line of money says is where the number in the beslispunt comes from.
    assert soorten(opslag, stuk) == named


@pytest.mark.parametrize(
    ("besluit", "named"), [("€ 12.400 per jaar", 1), ("€ 49.600", 1), ("€ 60.400", 2), ("geld", 0)]
)
def test_money_that_no_beslispunt_names_is_told(opslag: Database, stuk: str, besluit: str, named: int) -> None:
    add = partial(add_onderdeel, opslag, ANNA, stuk)
    add(OnderdeelSoort.BESLISPUNT, teksten={"tekst": f"{besluit} beschikbaar te stellen"}, token="p")
    two = OnderdeelInvoer(geldvorm=GeldVorm.INCIDENTEEL, bedragen=(Decimal(5400), Decimal(5400), None, Decimal(0)))
    dekking = {"dekking": "Uit het programma."}
    regels = [add(OnderdeelSoort.FINANCIELE_REGEL, it, dekking, token=str(it.geldvorm)) for it in (GELD, two)]
    found = [it.onderdeel for it in lacking(opslag, stuk) if it.soort is TekortSoort.BEDRAG]
    assert found == regels[named:]


def test_an_argument_that_belongs_to_no_beslispunt_is_told_where_there_are_beslispunten(
    opslag: Database, stuk: str
) -> None:
    argument = add_onderdeel(opslag, ANNA, stuk, OnderdeelSoort.ARGUMENT, token="a")
    assert soorten(opslag, stuk) == []
    punt = add_onderdeel(opslag, ANNA, stuk, OnderdeelSoort.BESLISPUNT, token="p")
    assert Tekort(TekortSoort.ZONDER_PUNT, argument) in lacking(opslag, stuk)
    change_onderdeel(opslag, ANNA, stuk, argument, OnderdeelInvoer(bij=punt), begonnen_bij=1)
    assert soorten(opslag, stuk) == []


def test_a_citaat_beside_a_figure_that_it_does_not_tell_of_is_told(opslag: Database, stuk: str) -> None:
    told = citaten_om_te_kiezen(opslag, ANNA, stuk)
    other = next(it for it in told if CIJFER not in {link.indicator for link in it.koppelingen})
    linked = [it for it in told if CIJFER in {link.indicator for link in it.koppelingen if link.verhouding != "los"}]
    mine = next(it for it in linked if it.gebied == WIJK)
    elsewhere = next(it for it in linked if it.gebied.startswith("WK") and it.gebied != WIJK)
    chosen = OnderdeelInvoer(indicator=CIJFER, gebied=WIJK, citaat=other.id)
    argument = add_onderdeel(opslag, ANNA, stuk, OnderdeelSoort.ARGUMENT, chosen, token="a")
    assert Tekort(TekortSoort.ANDER_CIJFER, argument) in lacking(opslag, stuk)
    fitting = OnderdeelInvoer(indicator=CIJFER, gebied=WIJK, citaat=mine.id)
    change_onderdeel(opslag, ANNA, stuk, argument, fitting, begonnen_bij=1)
    assert soorten(opslag, stuk) == []
    far = OnderdeelInvoer(indicator=CIJFER, gebied=WIJK, citaat=elsewhere.id)
    change_onderdeel(opslag, ANNA, stuk, argument, far, begonnen_bij=2)
    assert soorten(opslag, stuk) == [TekortSoort.ANDER_CIJFER]
    change_onderdeel(opslag, ANNA, stuk, argument, fitting, begonnen_bij=3)
    run(opslag, "UPDATE verhaal_indicator SET verhouding = 'los' WHERE verhaal = ?", mine.id)
    assert soorten(opslag, stuk) == [TekortSoort.ANDER_CIJFER]
    # What was taken back is told as such, and not as this.
    withdraw_verhaal(opslag, mine.id, "test")
    assert soorten(opslag, stuk) == []


def test_a_number_that_stands_in_no_figure_of_the_stuk_is_told_as_it_was_typed(opslag: Database, stuk: str) -> None:
    write(opslag, stuk, AANLEIDING, "Het is 61,5 procent, en 88 mensen wachten.")
    (found,) = [it for it in lacking(opslag, stuk) if it.soort is TekortSoort.GETAL]
    assert (found.veld, found.getallen) == (AANLEIDING, ("61,5 procent", "88"))
    choose(opslag, ANNA, stuk, [StukKeuze(KeuzeSoort.INDICATOR, CIJFER, WIJK)])
    sql = "UPDATE meting SET waarde = 88, ondergrens = NULL, bovengrens = NULL WHERE gebied = ? AND indicator = ?"
    run(opslag, sql, WIJK, CIJFER)
    (found,) = [it for it in lacking(opslag, stuk) if it.soort is TekortSoort.GETAL]
    assert found.getallen == ("61,5 procent",)
    write(opslag, stuk, AANLEIDING, "Het is 61,5 procent (bron: CBS), en 88 mensen wachten.")
    assert soorten(opslag, stuk) == []
    write(opslag, stuk, StukVeld(Deel.JURIDISCH), "Besluit 4711 van het college.")
    assert soorten(opslag, stuk) == []


def test_of_a_citaat_that_was_typed_over_the_place_is_told_and_no_word(opslag: Database, stuk: str) -> None:
    told = next(it for it in citaten_om_te_kiezen(opslag, ANNA, stuk) if len((it.citaat or "").split()) > 8)
    write(opslag, stuk, AANLEIDING, "Anders.")
    run(opslag, "UPDATE raadsstuk_tekst SET tekst = ? WHERE tekst = 'Anders.'", told.citaat)
    run(opslag, "UPDATE raadsstuk_kop SET titel = ?", told.citaat)
    found = [it for it in lacking(opslag, stuk) if it.soort is TekortSoort.OVERGETYPT]
    assert [(it.veld, it.getallen) for it in found] == [(None, ()), (AANLEIDING, ())]
    withdraw_verhaal(opslag, told.id, "test")
    assert TekortSoort.OVERGETYPT not in soorten(opslag, stuk)
