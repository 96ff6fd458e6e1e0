"""Kerncijfers wijken en buurten in both layouts, with the traps that CBS's files are known for."""

from datetime import date

import pytest

from monitor.errors import OngeldigBestand
from monitor.sources.bestand import Bestand
from monitor.sources.kwb import read_kwb

from .conftest import MAX_YEAR, STANDAARD, group, topic, write_csv, write_xlsx


def read(path, **more) -> Bestand:
    return read_kwb(path, max_year=MAX_YEAR, **more)


def cells(bestand: Bestand) -> dict[tuple[str, str], tuple[float | None, str | None]]:
    return {
        (row["gebied"], row["indicator"]): (row["waarde"], row["ontbreekt_reden"])
        for row in bestand.metingen.to_pylist()
    }


def namen(bestand: Bestand) -> dict[str, str | None]:
    return {row["code"]: row["naam"] for row in bestand.gebieden.to_pylist()}


def refusal(path, **more) -> str:
    with pytest.raises(OngeldigBestand) as caught:
        read(path, **more)
    return str(caught.value)


# Padding, names and codes (traps 1, 2)


def test_padded_codes_and_names_are_stripped_everywhere(statline):
    bestand = read(statline(namen=False))
    assert namen(bestand) == {"NL00": "Nederland", "GM9980": "Rietdam", "WK998001": None, "WK998002": None}


def test_the_names_of_wijken_come_from_the_file_beside_the_figures(statline):
    assert namen(read(statline()))["WK998001"] == "Naam van WK998001"


def test_the_names_in_the_layout_of_cbs_come_from_regio(cbs_xlsx):
    assert namen(read(cbs_xlsx()))["WK998001"] == "Oud Rietdam"


def test_letters_in_codes_are_codes_too(cbs_xlsx):
    gebieden = [("WK9980AB", "Nieuw", "Wijk", 1.0, 100.0, "1"), ("BU9980AB1C", "Klein", "Buurt", 1.0, 60.0, "1")]
    assert set(namen(read(cbs_xlsx(gebieden)))) == {"WK9980AB", "BU9980AB1C"}


# Missing is never zero (traps 3, 8, 9)


def test_a_column_without_any_value_is_not_yet_published_and_not_secret(statline):
    bestand = read(statline({"AantalInwoners_5": [1, 2, 3, 40], "Mannen_6": [None] * 4}, None))
    assert {reden for (_, code), (_, reden) in cells(bestand).items() if code == "kwb-mannen"} == {
        "nog_niet_gepubliceerd"
    }


def test_a_null_in_a_small_gebied_is_put_down_to_its_size_and_elsewhere_the_source_does_not_tell(statline):
    kolommen = {"AantalInwoners_5": [90, 80, 70, 49], "Mannen_6": [1, None, 0, None]}
    found = cells(read(statline(kolommen, None)))
    assert found["GM9980", "kwb-mannen"] == (None, "onbekend")
    assert found["WK998002", "kwb-mannen"] == (None, "te_klein")
    assert found["WK998001", "kwb-mannen"] == (0.0, None)


def test_emptiness_is_judged_on_the_whole_file_before_a_gemeente_is_chosen(cbs_xlsx):
    gebieden = [("GM9980", "Rietdam", "Gemeente", 1.0, 900.0, "."), ("GM9981", "Ander", "Gemeente", 1.0, 900.0, "12")]
    found = cells(read(cbs_xlsx(gebieden), gemeenten=["GM9980"]))
    assert found == {
        ("GM9980", "kwb-inwoners"): (900.0, None),
        ("GM9980", "kwb-65-jaar-of-ouder"): (None, "onbekend"),
    }


def test_a_dot_and_a_sentinel_in_the_layout_of_cbs_are_missing(cbs_xlsx):
    found = cells(read(cbs_xlsx(extra={"g_ele": [".", ".", ".", "."], "p_koopw": [-99997.0, 0.0, 50.0, "-99995"]})))
    assert found["GM9980", "kwb-elektriciteit"] == (None, "nog_niet_gepubliceerd")
    assert found["GM9980", "kwb-koopwoningen"] == (None, "onbekend")
    assert found["WK998001", "kwb-koopwoningen"] == (0.0, None)
    assert found["WK998002", "kwb-65-jaar-of-ouder"] == (None, "te_klein")


def test_numbers_and_texts_mixed_in_a_column_are_all_numbers(cbs_xlsx):
    found = cells(read(cbs_xlsx()))
    assert found["GM9980", "kwb-inwoners"] == (20140.0, None)
    assert found["GM9980", "kwb-65-jaar-of-ouder"] == (3120.0, None)


# Columns that move, share a stem or change their unit (traps 4, 5)


def test_the_yearly_number_behind_a_column_does_not_matter(statline):
    one = read(statline({"HuishoudensTotaal_28": [4, 3, 2, 1]}, None, table="11111NED"))
    other = read(statline({"HuishoudensTotaal_29": [4, 3, 2, 1]}, None, table="22222NED"))
    assert [info.code for info in one.indicatoren] == [info.code for info in other.indicatoren] == ["kwb-huishoudens"]


def test_equal_stems_are_told_apart_by_unit(statline):
    properties = [
        group(1, "Energie"),
        group(2, "Gemiddelde elektriciteitslevering", 1),
        group(3, "Gemiddeld aardgasverbruik", 1),
        topic(4, "Appartement_56", "Appartement", "m³", 3),
        topic(5, "Appartement_48", "Appartement", "kWh", 2),
    ]
    bestand = read(statline({"Appartement_56": [1, 2, 3, 4], "Appartement_48": [9, 8, 7, 6]}, properties))
    assert cells(bestand)["NL00", "kwb-aardgas-appartement"] == (1.0, None)
    assert cells(bestand)["NL00", "kwb-elektriciteit-appartement"] == (9.0, None)
    assert {info.naam for info in bestand.indicatoren} == {
        "Gemiddeld elektriciteitsverbruik: appartement",
        "Gemiddeld aardgasverbruik: appartement",
    }


def test_equal_stems_with_equal_units_are_told_apart_by_the_group_above_them(statline):
    properties = [
        group(1, "Herkomstland"),
        group(2, "Geboren in Nederland"),
        topic(3, "Nederland_17", "Nederland", "aantal", 1),
        topic(4, "Nederland_20", "Nederland", "aantal", 2),
    ]
    bestand = read(statline({"Nederland_17": [1, 1, 1, 1], "Nederland_20": [2, 2, 2, 2]}, properties))
    assert cells(bestand)["NL00", "kwb-herkomst-nederland"] == (1.0, None)
    assert cells(bestand)["NL00", "kwb-geboren-in-nederland-herkomst-nederland"] == (2.0, None)


def test_without_metadata_equal_stems_are_taken_in_the_order_of_statline(statline):
    bestand = read(statline({"Appartement_48": [9, 8, 7, 6], "Appartement_56": [1, 2, 3, 4]}, None))
    assert cells(bestand)["NL00", "kwb-elektriciteit-appartement"] == (9.0, None)
    assert cells(bestand)["NL00", "kwb-aardgas-appartement"] == (1.0, None)


def test_a_renamed_column_stays_the_same_indicator(statline):
    for stem in ("GemiddeldeWoningwaarde_35", "GemiddeldeWOZWaardeVanWoningen_39"):
        bestand = read(statline({stem: [1, 2, 3, 4]}, None))
        assert [info.code for info in bestand.indicatoren] == ["kwb-gemiddelde-woz-waarde"]


def test_ages_in_percent_never_mix_with_ages_counted(statline):
    properties = [topic(1, "k_65JaarOfOuder_12", "65 jaar of ouder", "%")]
    bestand = read(statline({"k_65JaarOfOuder_12": [19, 18, 17, 16]}, properties))
    (info,) = bestand.indicatoren
    assert (info.code, info.eenheid, info.noemer) == ("kwb-65-jaar-of-ouder-procent", "%", None)


def test_units_titles_and_descriptions_come_from_the_metadata(statline):
    properties = [
        *STANDAARD,
        topic(9, "Geluk_99", "Gemiddeld geluk", "punten", 1, Decimals=2, Description="Hoe\r\n blij."),
    ]
    bestand = read(statline({"Geluk_99": [7.25, 7.5, 7.75, None]}, properties))
    (info,) = bestand.indicatoren
    assert (info.code, info.naam) == ("kwb-bevolking-gemiddeld-geluk", "Bevolking: Gemiddeld geluk")
    assert (info.eenheid, info.decimalen) == ("punten", 2)
    assert info.technische_definitie == "CBS: Bevolking > Gemiddeld geluk. Hoe blij."
    assert info.richting == "niet_eenduidig"
    assert info.richting_uitleg


def test_a_column_that_nobody_describes_is_named_and_left_out(cbs_xlsx):
    bestand = read(cbs_xlsx(extra={"x_nieuw": [1.0, 2.0, 3.0, 4.0]}))
    assert bestand.opmerkingen == ("Niet ingelezen, want we weten niet wat het betekent: x_nieuw.",)
    assert {info.code for info in bestand.indicatoren} == {"kwb-inwoners", "kwb-65-jaar-of-ouder"}


def test_a_column_that_says_provisional_is_provisional(statline):
    properties = [*STANDAARD, topic(9, "BedrijfsvestigingenTotaal_91", "Bedrijfsvestigingen totaal", "aantal")]
    properties[-1]["Description"] = "Het betreft voorlopige cijfers."
    kolommen = {"AantalInwoners_5": [9, 8, 7, 6], "BedrijfsvestigingenTotaal_91": [1, 2, 3, 4]}
    status = {row["indicator"]: row["status"] for row in read(statline(kolommen, properties)).metingen.to_pylist()}
    assert status == {"kwb-inwoners": "definitief", "kwb-bedrijfsvestigingen": "voorlopig"}


# Boundaries (trap 6)


def test_the_marks_of_changed_boundaries_are_read_and_a_dot_is_no_mark(statline):
    merken = {row["code"]: row["indelingswijziging"] for row in read(statline()).gebieden.to_pylist()}
    assert merken == {"NL00": None, "GM9980": None, "WK998001": 1, "WK998002": 3}


def test_the_boundary_column_may_have_another_name(statline, tmp_path):
    rows = [["WijkenEnBuurten", "IndelingswijzigingGemeenteWijkBuurt_4", "AantalInwoners_5"], ["WK998001  ", "2", "70"]]
    path = write_csv(tmp_path / "TypedDataSet_2024.csv", rows)
    assert read(path).gebieden["indelingswijziging"].to_pylist() == [2]


def test_a_mark_that_does_not_exist_is_refused(statline):
    assert "'7' is geen 1, 2 of 3." in refusal(statline(merken=(".", ".", "7", "1")))


# The year


def test_the_year_comes_from_the_metadata_before_the_name_of_the_file(statline):
    bestand = read(statline(year="2020", table="2019_99999NED"))
    assert bestand.peiljaar == 2020
    assert bestand.gepubliceerd_op == date(2021, 3, 26)
    assert set(bestand.metingen["periode"].to_pylist()) == {"2020"}
    assert set(bestand.metingen["periode_start"].to_pylist()) == {date(2020, 1, 1)}


def test_the_year_comes_from_the_code_of_a_known_table(statline):
    assert read(statline(year=None, table="84799NED")).peiljaar == 2020


def test_the_year_comes_from_the_name_of_file_or_sheet(cbs_xlsx):
    assert read(cbs_xlsx(name="CBS-Rietdam-kwb-2021.xlsx")).peiljaar == 2021
    assert read(cbs_xlsx(name="download.xlsx")).peiljaar == 2023


def test_without_a_year_anywhere_it_is_asked_for(statline):
    path = statline(year=None)
    assert refusal(path).startswith("Over welk jaar gaat ")
    assert read(path, year=2018).peiljaar == 2018


def test_a_year_that_contradicts_the_metadata_is_refused(statline):
    assert "gaat volgens CBS over 2020" in refusal(statline(), year=2019)


@pytest.mark.parametrize("year", [1066, 2999, 1994, MAX_YEAR + 1])
def test_a_year_that_cannot_be_is_refused(statline, year):
    assert f"Het jaar {year} " in refusal(statline(year=None), year=year)


def test_a_name_with_a_year_that_cannot_be_is_refused(tmp_path):
    path = write_csv(tmp_path / "kwb-2999.csv", [["gwb_code", "a_inw"], ["GM9980", "5"]])
    assert "Het jaar 2999 van kwb-2999.csv kan niet kloppen" in refusal(path)


# Wrong files


def test_a_csv_of_something_else_is_told_what_it_lacks(tmp_path):
    path = write_csv(tmp_path / "kwb-2020.csv", [["datum", "bedrag"], ["2020-01-01", "5"]])
    assert "kwb-2020.csv is geen bestand met Kerncijfers wijken en buurten" in refusal(path)


def test_a_file_with_gebieden_and_no_figures_is_refused(tmp_path):
    path = write_csv(tmp_path / "kwb-2020.csv", [["gwb_code", "kleur"], ["GM9980", "rood"]])
    assert "geen enkel cijfer" in refusal(path)


def test_every_wrong_row_is_told_with_its_number(cbs_xlsx):
    gebieden = [
        ("GM9980", "Rietdam", "Gemeente", 1.0, 900.0, "12"),
        ("XX12", "Iets", "Wijk", 1.0, 900.0, "12"),
        ("GM9980", "Rietdam", "Gemeente", 1.0, 900.0, "12"),
        ("WK998001", "Oud", "Wijk", 1.0, "veel", "-5"),
    ]
    assert refusal(cbs_xlsx(gebieden)).split("\n") == [
        "Rij 3, gwb_code: 'XX12' is geen code van een gemeente, wijk of buurt.",
        "Rij 4, gwb_code: GM9980 staat er al, in rij 2.",
        "Rij 5, a_inw: 'veel' is geen getal.",
        "Rij 5, a_65_oo: -5 is minder dan nul en kan geen aantal zijn.",
    ]


def test_the_good_rows_can_be_taken_and_the_rest_reported(cbs_xlsx):
    gebieden = [("GM9980", "Rietdam", "Gemeente", 1.0, 900.0, "12"), ("XX12", "Iets", "Wijk", 1.0, 900.0, "12")]
    bestand = read(cbs_xlsx(gebieden), goede_rijen=True)
    assert set(namen(bestand)) == {"GM9980"}
    assert [probleem.rij for probleem in bestand.geweigerd] == [3]


def test_a_file_without_one_good_row_is_refused_even_then(cbs_xlsx):
    assert "geen enkele rij" in refusal(cbs_xlsx([("X", "Y", "Wijk", 1.0, 1.0, "1")]), goede_rijen=True)


def test_a_percentage_above_a_hundred_is_refused(cbs_xlsx):
    assert "150 is geen percentage van 0 tot 100." in refusal(cbs_xlsx(extra={"p_koopw": [50.0, 150.0, 1.0, 1.0]}))


def test_a_gemeente_that_is_not_in_the_file_is_told(cbs_xlsx):
    assert refusal(cbs_xlsx(), gemeenten=["GM0001"]) == "Gemeente GM0001 staat niet in kwb-2023.xlsx."


def test_choosing_a_gemeente_takes_its_wijken_and_buurten_and_nobody_else(statline):
    bestand = read(statline(), gemeenten=["GM9980"])
    assert set(namen(bestand)) == {"GM9980", "WK998001", "WK998002"}
    assert bestand.reikwijdte == "gemeente"


def test_json_of_statline_reads_as_its_parquet_does(statline):
    one, other = read(statline(kind="parquet", table="1NED")), read(statline(kind="json", table="2NED"))
    assert cells(one) == cells(other)


def test_csv_in_the_layout_of_cbs_reads_too(tmp_path):
    path = write_csv(tmp_path / "kwb-2024.csv", [["gwb_code", "regio", "a_inw"], ["GM9980", "Rietdam", "900"]], ";")
    assert cells(read(path)) == {("GM9980", "kwb-inwoners"): (900.0, None)}


def test_a_gemeente_is_never_the_sum_of_its_wijken(cbs_xlsx):
    """CBS rounds wijken to five and gemeenten not at all: what the source says of the gemeente stands."""
    gebieden = [
        ("GM9980", "Rietdam", "Gemeente", 1.0, 91675.0, "1"),
        ("WK998001", "Oud", "Wijk", 1.0, 45820.0, "1"),
        ("WK998002", "Nieuw", "Wijk", 1.0, 45820.0, "1"),
    ]
    found = cells(read(cbs_xlsx(gebieden)))
    assert found["GM9980", "kwb-inwoners"] == (91675.0, None)


def test_a_column_that_comes_twice_is_refused(tmp_path):
    path = write_xlsx(tmp_path / "kwb-2023.xlsx", [["gwb_code", "a_inw", "a_inw"], ["GM9980", 1, 2]])
    assert "staat een kolomnaam twee keer" in refusal(path)


@pytest.mark.parametrize("code", ["", "Rietdam", "WK998001", "NL00"])
def test_what_is_no_gemeente_cannot_be_chosen(cbs_xlsx, code):
    assert refusal(cbs_xlsx(), gemeenten=[code]) == f"'{code}' is geen code van een gemeente."
