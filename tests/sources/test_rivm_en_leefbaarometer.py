"""Model estimates: RIVM's table and the Leefbaarometer, in the shapes in which they are delivered."""

from datetime import date

import pytest

from monitor.errors import OngeldigBestand
from monitor.sources.leefbaarometer import read_leefbaarometer
from monitor.sources.rivm import read_rivm

from .conftest import MAX_YEAR, write_csv


def rivm(path, **more):
    return read_rivm(path, max_year=MAX_YEAR, **more)


def lbm(path, **more):
    return read_leefbaarometer(path, max_year=MAX_YEAR, **more)


def cells(bestand):
    return {
        (row["gebied"], row["indicator"], row["periode"]): (row["waarde"], row["ontbreekt_reden"])
        for row in bestand.metingen.to_pylist()
    }


def test_numbers_of_eight_characters_are_numbers_and_a_dot_on_the_right_is_missing(rivm_xlsx):
    found = cells(rivm(rivm_xlsx()))
    assert found["GM9980", "rivm-eenzaam", "2012"] == (38.0, None)
    assert found["WK998001", "rivm-eenzaam", "2012"] == (None, "onbekend")


def test_the_netherlands_of_rivm_and_of_cbs_are_one_gebied(rivm_xlsx):
    assert cells(rivm(rivm_xlsx()))["NL00", "rivm-eenzaam", "2012"] == (39.6, None)


def test_what_rivm_did_not_ask_in_a_year_was_not_delivered_and_is_not_zero(rivm_xlsx):
    assert cells(rivm(rivm_xlsx()))["GM9980", "rivm-mantelzorger", "2012"] == (None, "niet_geleverd")


def test_every_figure_of_rivm_is_an_estimate(rivm_xlsx):
    assert {info.bewijssoort for info in rivm(rivm_xlsx()).indicatoren} == {"geschat"}


def test_the_numbers_behind_the_columns_differ_between_tables(rivm_xlsx):
    rows = [("GM9980", "2022JJ00", ("    49.2",))]
    for kolom in ("Eenzaam_27", "Eenzaam_28"):
        assert cells(rivm(rivm_xlsx(rows, [kolom])))["GM9980", "rivm-eenzaam", "2022"] == (49.2, None)


def test_2022_is_another_model_and_breaks_every_series(rivm_xlsx):
    rows = [("GM9980", "2020JJ00", ("    47.0",)), ("GM9980", "2022JJ00", ("    49.2",))]
    (breuk,) = rivm(rivm_xlsx(rows, ["Eenzaam_27"])).breuken
    assert (breuk.indicator, breuk.gebied, breuk.vanaf, breuk.soort) == (
        "rivm-eenzaam",
        None,
        date(2022, 1, 1),
        "model",
    )


def test_the_years_that_were_published_as_one_table_are_not_broken(rivm_xlsx):
    assert rivm(rivm_xlsx()).breuken == ()


def test_the_gebieden_are_those_of_2020_in_every_year(rivm_xlsx):
    assert set(rivm(rivm_xlsx()).gebieden["jaar"].to_pylist()) == {2020}


def test_the_name_of_the_gemeente_is_not_the_name_of_its_wijken(rivm_xlsx):
    namen = {row["code"]: row["naam"] for row in rivm(rivm_xlsx()).gebieden.to_pylist()}
    assert namen == {"NL00": "Nederland", "GM9980": "Rietdam", "WK998001": None}


def test_margins_become_the_interval_of_the_value(rivm_xlsx):
    rows = [("GM9980", "2020JJ00", (value,)) for value in ("    47.0", "    44.1", "    50.2")]
    path = rivm_xlsx(rows, ["Eenzaam_28"], marges=["MW00000", "MOG0095", "MBG0095"])
    (row,) = rivm(path).metingen.to_pylist()
    assert (row["waarde"], row["ondergrens"], row["bovengrens"]) == (47.0, 44.1, 50.2)


def test_another_age_group_is_another_indicator(rivm_xlsx):
    rows = [("GM9980", "2020JJ00", ("    47.0",)), ("GM9980", "2020JJ00", ("    40.0",))]
    found = cells(rivm(rivm_xlsx(rows, ["Eenzaam_28"], leeftijden=[20300.0, 80200.0])))
    assert found["GM9980", "rivm-eenzaam", "2020"] == (47.0, None)
    assert found["GM9980", "rivm-eenzaam-65-plus", "2020"] == (40.0, None)


def test_wrong_rows_of_rivm_are_told_one_by_one(rivm_xlsx):
    rows = [
        ("GM9980", "1066JJ00", ("    47.0",)),
        ("Rietdam", "2020JJ00", ("    47.0",)),
        ("GM9981", "2020JJ00", ("   470.0",)),
        ("GM9982", "2020JJ00", ("veel",)),
    ]
    with pytest.raises(OngeldigBestand) as caught:
        rivm(rivm_xlsx(rows, ["Eenzaam_28"]))
    assert str(caught.value).split("\n") == [
        "Rij 2, Perioden: '1066JJ00' is geen jaar dat kan kloppen.",
        "Rij 3, WijkenEnBuurten: 'Rietdam' is geen code van een gemeente, wijk of buurt.",
        "Rij 4, Eenzaam_28: 470 is geen percentage van 0 tot 100.",
        "Rij 5, Eenzaam_28: 'veel' is geen getal.",
    ]


def test_a_file_of_something_else_is_no_file_of_rivm(tmp_path):
    with pytest.raises(OngeldigBestand, match="geen bestand met Gezondheid per wijk en buurt"):
        rivm(write_csv(tmp_path / "x.csv", [["a", "b"], ["1", "2"]]))


def test_the_first_head_of_the_leefbaarometer_is_a_number_and_is_left_alone(lbm_csv):
    found = cells(lbm(lbm_csv()))
    assert found["WK998001", "lbm-score", "2020"] == (4.27, None)
    assert found["WK998001", "lbm-fysieke-omgeving", "2020"] == (0.0, None)
    assert {info.bewijssoort for info in lbm(lbm_csv()).indicatoren} == {"geschat"}


def test_wrong_rows_of_the_leefbaarometer_are_told_one_by_one(lbm_csv):
    rest = ("0", "0", "0", "0", "0", "0")
    rows = [
        ("1", "036203", "Zonder letters", "2020", "4", *rest),
        ("2", "WK998001", "Kern", "2999", "4", *rest),
        ("3", "WK998001", "Kern", "2020", "vier", *rest),
        ("4", "WK998001", "Kern", "2020", "4", *rest),
    ]
    with pytest.raises(OngeldigBestand) as caught:
        lbm(lbm_csv(rows))
    assert [probleem.rij for probleem in caught.value.problemen] == [2, 3, 4, 5]


def test_a_file_of_something_else_is_no_leefbaarometer(tmp_path):
    with pytest.raises(OngeldigBestand, match="geen bestand van de Leefbaarometer"):
        lbm(write_csv(tmp_path / "x.csv", [["wk_code", "b"], ["1", "2"]]))


@pytest.mark.parametrize("periode", ["²JJ00", "201²JJ00", "1" * 5000, "٢٠٢٠JJ00", "-2020", "2020.0"])
def test_a_period_that_only_looks_like_a_year_is_refused(rivm_xlsx, periode):
    with pytest.raises(OngeldigBestand, match="is geen jaar dat kan kloppen"):
        rivm(rivm_xlsx([("GM9980", periode, ("    49.2",))], ["Eenzaam_27"]))


def test_bounds_without_any_value_are_refused(rivm_xlsx):
    path = rivm_xlsx([("GM9980", "2012JJ00", ("    49.2",))], ["Eenzaam_27"], marges=["MOG0095"])
    with pytest.raises(OngeldigBestand, match=r"staat geen enkele rij die we kunnen gebruiken"):
        rivm(path)
