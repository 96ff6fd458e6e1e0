"""The stukken of the example, one of each kind: everything in them could have been written through the services."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.domain.raadsstuk import (
    EerderVorm,
    GeldVorm,
    KeuzeSoort,
    OnderdeelSoort,
    Raadsstuk,
    StukSoort,
    kop_problemen,
    meeste_tekens,
    stand_problemen,
    veld_problemen,
)
from monitor.domain.verhaal import Verhouding
from monitor.services.citaten import bruikbare_citaten
from monitor.services.controle import check_store
from monitor.services.momentopname import lees_moment, take_momentopname
from monitor.services.raad import beslisbaar
from monitor.services.raadsstukken import StukKopInvoer, add_stuk, lees_stuk, stukken
from monitor.services.stukkeuzes import choose
from monitor.services.stukonderdelen import remove_onderdeel
from monitor.services.teksten import TekstVeld, tekstveld_problemen
from monitor.services.voorbeeld import load_voorbeeld, remove_voorbeeld
from monitor.store.database import Database
from tests.conftest import NOW
from tests.services.test_raadsstukken import ANNA


@pytest.fixture
def opslag(voorbeeld_pad: Path, tmp_path: Path) -> Iterator[Database]:
    shutil.copy(voorbeeld_pad, tmp_path / "m.duckdb")
    database = Database(tmp_path / "m.duckdb", clock=lambda: NOW)
    yield database
    database.close()


def example(database: Database, soort: StukSoort = StukSoort.RAADSVOORSTEL) -> Raadsstuk:
    (regel,) = [it for it in stukken(database, ANNA) if it.soort is soort]
    return lees_stuk(database, ANNA, regel.id)


def test_it_is_a_raadsvoorstel_with_all_that_a_raad_asks(voorbeeld: Database) -> None:
    found = example(voorbeeld)
    assert found.soort is StukSoort.RAADSVOORSTEL
    assert list(found.nummers(OnderdeelSoort.ARGUMENT).values()) == ["1.1", "1.2", "1.3", "2.1", "2.2", "3.1"]
    assert {it.soort for it in found.onderdelen} >= set(OnderdeelSoort) - {OnderdeelSoort.BIJLAGE}
    assert sum(it.vast for it in found.van(OnderdeelSoort.ALTERNATIEF)) == 1
    assert len(found.van(OnderdeelSoort.ALTERNATIEF)) > 1
    arguments = [it.stand for it in found.van(OnderdeelSoort.ARGUMENT)]
    assert {(it.indicator is not None, it.citaat is not None) for it in arguments} == {
        (True, True),
        (True, False),
        (False, True),
        (False, False),
    }
    assert {it.stand.eerder for it in found.van(OnderdeelSoort.EERDER)} == set(EerderVorm)


def test_there_is_one_of_each_kind_and_each_has_something_to_read(voorbeeld: Database) -> None:
    assert len(stukken(voorbeeld, ANNA)) == len(StukSoort)
    brief = example(voorbeeld, StukSoort.RAADSINFORMATIEBRIEF)
    assert [(bool(it.stand.indicator), bool(it.stand.citaat)) for it in brief.van(OnderdeelSoort.ARGUMENT)] == [
        (True, True),
        (True, True),
        (False, False),
    ]
    wijkbeeld = example(voorbeeld, StukSoort.WIJKBEELD)
    assert wijkbeeld.citaten
    assert not wijkbeeld.indicatoren


def test_its_citaten_may_be_used_and_some_say_something_else_than_their_figure(voorbeeld: Database) -> None:
    found = example(voorbeeld)
    usable = bruikbare_citaten(voorbeeld, found.citaten)
    assert set(usable) == set(found.citaten)
    other = {
        (id_, it.indicator)
        for id_, verhaal in usable.items()
        for it in verhaal.koppelingen
        if it.verhouding is Verhouding.ZEGT_ANDERS
    }
    assert sum((it.stand.citaat, it.stand.indicator) in other for it in found.van(OnderdeelSoort.ARGUMENT)) > 1


def test_its_money_is_what_its_words_say(voorbeeld: Database) -> None:
    """One evening a month in two wijken, a year long, and four years of what is given now: nothing is structureel."""
    found = example(voorbeeld)
    tolk, *elk_jaar = found.van(OnderdeelSoort.FINANCIELE_REGEL)
    assert {it.stand.geldvorm for it in (tolk, *elk_jaar)} == {GeldVorm.INCIDENTEEL}
    assert sum(it or 0 for it in tolk.stand.bedragen) == 450 * 2 * 12
    assert None not in tolk.stand.bedragen
    with voorbeeld.reading() as cursor:
        sql = "SELECT omschrijving, bedrag FROM financiering WHERE gebied = 'WK990101' AND jaar = 2026"
        now = dict(cursor.rows(sql))
    assert len(elk_jaar) == 2
    for it in elk_jaar:
        assert set(it.stand.bedragen) == {now[found.woorden(it)]}


@pytest.mark.parametrize("soort", [StukSoort.RAADSVOORSTEL, StukSoort.RAADSINFORMATIEBRIEF])
def test_no_citaat_stands_beside_a_figure_that_its_verhaal_is_not_about(voorbeeld: Database, soort: StukSoort) -> None:
    found = example(voorbeeld, soort)
    about = {
        (id_, it.indicator)
        for id_, verhaal in bruikbare_citaten(voorbeeld, found.citaten).items()
        for it in verhaal.koppelingen
        if it.verhouding is not Verhouding.LOS
    }
    stands = [it.stand for it in found.van(OnderdeelSoort.ARGUMENT)]
    beside = [(it.citaat, it.indicator) for it in stands if it.citaat and it.indicator]
    assert beside
    assert set(beside) <= about


@pytest.mark.parametrize("soort", StukSoort)
def test_everything_in_it_passes_what_people_are_checked_on(opslag: Database, soort: StukSoort) -> None:
    found = example(opslag, soort)
    assert set(bruikbare_citaten(opslag, found.citaten)) == set(found.citaten)
    assert kop_problemen(found.soort, found.kop) == []
    for it in found.onderdelen:
        assert stand_problemen(found, it.soort, it.stand) == [], it
    for veld, versies in found.teksten.items():
        assert veld_problemen(found, veld) == [], veld
        asked = TekstVeld(versies[-1].tekst, "tekst", leeg="leeg", most=meeste_tekens(found, veld))
        assert tekstveld_problemen(opslag, {"tekst": asked}) == [], versies[-1].tekst
    assert set(found.gekozen(KeuzeSoort.LEERPUNT)) <= {it.id for it in beslisbaar(opslag, found.gemeente)}
    again = add_stuk(
        opslag,
        ANNA,
        found.gemeente,
        found.soort,
        StukKopInvoer(found.kop.titel or "", found.kop.fase, found.kop.periode_van, found.kop.periode_tot),
        token="t",
    )
    choose(opslag, ANNA, again, found.keuzes)
    assert lees_stuk(opslag, ANNA, again).keuzes == found.keuzes
    assert check_store(opslag) == ()


def test_it_goes_with_the_example_and_comes_back_the_same(opslag: Database) -> None:
    found = example(opslag)
    assert take_momentopname(opslag, ANNA, lees_moment(opslag, ANNA, found.id), token="m")
    remove_onderdeel(opslag, ANNA, found.id, found.van(OnderdeelSoort.ARGUMENT)[0].id)
    assert remove_voorbeeld(opslag, "test")
    assert stukken(opslag, ANNA) == ()
    load_voorbeeld(opslag, "test")
    assert example(opslag) == found
    assert len(stukken(opslag, ANNA)) == len(StukSoort)
