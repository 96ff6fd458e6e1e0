"""Versions of gebieden follow from what the sources said per year, and from nothing else."""

import itertools
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from monitor.services.gebieden import make_versies
from monitor.store.inlezing_store import GebiedJaar, GebiedVersie


def wijk(jaar: int, code: str = "WK998001", naam: str = "Kern", *, gezaghebbend: bool = True) -> GebiedJaar:
    return GebiedJaar(code, "wijk", jaar, naam, gezaghebbend, False)


def gemeente(jaar: int, code: str, *, land: bool) -> GebiedJaar:
    return GebiedJaar(code, "gemeente", jaar, f"Naam van {code}", True, land)


def test_a_gebied_holds_from_its_first_year_on():
    assert make_versies([wijk(2020), wijk(2022)]) == [GebiedVersie("WK998001", date(2020, 1, 1), None, "Kern")]


def test_a_gebied_ends_where_a_file_of_its_gemeente_leaves_it_out():
    versies = make_versies([wijk(2020), wijk(2020, "WK998002"), wijk(2021, "WK998002")])
    assert versies[0].geldig_tot == date(2020, 12, 31)
    assert versies[1].geldig_tot is None


def test_a_gebied_that_comes_back_has_two_versions():
    other = [wijk(year, "WK998002") for year in (2020, 2021, 2022)]
    versies = [versie for versie in make_versies([wijk(2020), wijk(2022), *other]) if versie.gebied == "WK998001"]
    assert [(versie.geldig_van, versie.geldig_tot) for versie in versies] == [
        (date(2020, 1, 1), date(2020, 12, 31)),
        (date(2022, 1, 1), None),
    ]


def test_files_of_another_gemeente_end_nothing():
    assert make_versies([wijk(2020), wijk(2021, "WK998101")])[0].geldig_tot is None


def test_a_source_that_does_not_list_gebieden_ends_nothing():
    assert make_versies([wijk(2020), wijk(2021, "WK998002", gezaghebbend=False)])[0].geldig_tot is None


def test_only_a_file_of_the_whole_country_ends_a_gemeente():
    assert (
        make_versies([gemeente(2018, "GM9980", land=True), gemeente(2020, "GM9981", land=False)])[0].geldig_tot is None
    )
    ended = make_versies([gemeente(2018, "GM9980", land=True), gemeente(2020, "GM9981", land=True)])[0]
    assert ended.geldig_tot == date(2019, 12, 31)


def test_a_code_for_a_name_takes_the_name_that_is_known_from_another_year():
    versies = make_versies([wijk(2020, naam="WK998001"), wijk(2021, naam="Kern"), wijk(2022, naam="WK998001")])
    assert versies == [GebiedVersie("WK998001", date(2020, 1, 1), None, "Kern")]


years = st.lists(st.integers(2000, 2030), min_size=1, max_size=8, unique=True)


@given(years, years)
def test_versions_never_overlap_and_cover_every_year_that_a_source_mentioned(own, others):
    versies = make_versies([*(wijk(year, naam=f"N{year % 3}") for year in own), *(wijk(y, "WK998002") for y in others)])
    mine = [versie for versie in versies if versie.gebied == "WK998001"]
    for one, after in itertools.pairwise(mine):
        assert one.geldig_tot is not None
        assert one.geldig_tot < after.geldig_van
    for year in own:
        holding = [
            v for v in mine if v.geldig_van <= date(year, 7, 1) and (v.geldig_tot or date.max) >= date(year, 7, 1)
        ]
        assert len(holding) == 1
