"""The real files of CBS, RIVM and the Leefbaarometer, loaded into one store."""

import csv
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from monitor.services.inlezen import import_gebieden, import_kwb, import_leefbaarometer, import_rivm
from monitor.store.database import Database
from monitor.store.migrate import migrate

pytestmark = pytest.mark.real_data

KWB = "kwb_2020_84799NED/cbs.v3.84799NED_TypedDataSet.parquet"
UTRECHT = "kwb_2023_utrecht_xlsx/CBS-Utrecht-kwb-2023.xlsx"
RIVM = ("2012_18+.xlsx", "2016_18+.xlsx", "RIVM_gezondheid2020_18+.xlsx")


@pytest.fixture(scope="module")
def amstelveen(real_data: Path) -> Iterator[Database]:
    """Amstelveen from every source, Utrecht from CBS."""
    database = Database(clock=lambda: datetime(2026, 11, 20, 9, 30))
    migrate(database)
    one = {"gemeenten": ["GM0362"], "door": "test"}
    import_kwb(database, [real_data / KWB], **one)
    import_kwb(database, [real_data / UTRECHT], door="test")
    import_rivm(database, [real_data / "rivm_50090NED" / name for name in RIVM], **one)
    import_leefbaarometer(database, [real_data / "leefbaarometer" / "AmstelveenDataWithDimensions.csv"], **one)
    import_gebieden(database, [real_data / "gebieden" / "wijken_2024.geojson"], year=2024, **one)
    yield database
    database.close()


def rows(database: Database, sql: str, *parameters: object):
    with database.reading() as cursor:
        return cursor.rows(sql, parameters)


def values(database: Database, gebied: str, indicator: str) -> list[tuple[str, float | None, str | None]]:
    return rows(
        database,
        "SELECT periode, waarde, ontbreekt_reden FROM meting WHERE gebied = ? AND indicator = ? ORDER BY periode",
        gebied,
        indicator,
    )


@pytest.mark.parametrize(
    ("gebied", "indicator", "expected"),
    [
        ("GM0362", "kwb-inwoners", 91675),
        ("WK036202", "kwb-inwoners", 3145),
        ("WK036208", "kwb-inwoners", 12395),
        ("WK036203", "kwb-inwoners", 11485),
        ("WK036203", "kwb-65-jaar-of-ouder", 2070),
        ("WK036203", "kwb-eenpersoonshuishoudens", 1715),
        ("WK036203", "kwb-bijstand", 110),
    ],
)
def test_amstelveen_in_2020_is_as_cbs_published_it(amstelveen, gebied, indicator, expected):
    assert values(amstelveen, gebied, indicator) == [("2020", expected, None)]


def test_every_level_of_amstelveen_agrees_with_the_values_put_together_by_hand(amstelveen, real_data):
    columns = {
        "inwoners": "kwb-inwoners",
        "inw_65plus": "kwb-65-jaar-of-ouder",
        "huishoudens": "kwb-huishoudens",
        "eenpersoonshuishoudens": "kwb-eenpersoonshuishoudens",
        "bijstand": "kwb-bijstand",
        "aow": "kwb-aow",
    }
    with (real_data / "afgeleid" / "amstelveen_gebieden_2020_alle_niveaus.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for column, indicator in columns.items():
                ((_, waarde, _),) = values(amstelveen, row["code"], indicator)
                assert waarde == (float(row[column]) if row[column] else None), (row["code"], column)


def test_the_columns_that_are_empty_everywhere_are_not_yet_published_and_none_is_zero(amstelveen):
    empty = rows(
        amstelveen,
        "SELECT count(DISTINCT indicator) FROM meting WHERE periode = '2020' AND indicator LIKE 'kwb-%' "
        "AND ontbreekt_reden = 'nog_niet_gepubliceerd'",
    )
    assert empty == [(68,)]
    assert values(amstelveen, "WK036203", "kwb-koopwoningen") == [("2020", None, "nog_niet_gepubliceerd")]


def test_loneliness_in_elsrijk_is_estimated_in_three_years(amstelveen):
    assert values(amstelveen, "WK036203", "rivm-eenzaam") == [
        ("2012", 38.6, None),
        ("2016", 42.5, None),
        ("2020", 48.9, None),
    ]
    assert rows(amstelveen, "SELECT bewijssoort FROM indicator_versie WHERE indicator = 'rivm-eenzaam'") == [
        ("geschat",)
    ]


def test_the_leefbaarometer_comes_along_and_does_not_rename_a_wijk(amstelveen):
    assert [periode for periode, _, _ in values(amstelveen, "WK036203", "lbm-score")] == [
        "2014",
        "2018",
        "2020",
        "2022",
    ]
    assert rows(amstelveen, "SELECT DISTINCT naam FROM gebied_versie WHERE gebied = 'WK036206'") == [
        ("Bankras, Kostverloren",)
    ]


def test_utrecht_of_2023_reads_from_the_layout_of_cbs(amstelveen):
    assert values(amstelveen, "GM0344", "kwb-inwoners") == [("2023", 367947, None)]
    assert values(amstelveen, "WK034401", "kwb-herkomst-nederland") == [("2023", 18635, None)]
    assert values(amstelveen, "GM0344", "kwb-elektriciteit") == [("2023", None, "nog_niet_gepubliceerd")]
    assert rows(amstelveen, "SELECT naam FROM gebied_versie WHERE gebied = 'BU03440112'") == [("Oog in Al",)]


def test_the_fourteen_wijken_of_amstelveen_have_a_shape(amstelveen):
    assert rows(amstelveen, "SELECT count(*) FROM gebied_geometrie WHERE gebied LIKE 'WK0362%'") == [(14,)]
    assert rows(
        amstelveen, "SELECT count(*) FROM gebied_versie WHERE gebied LIKE 'WK0362%' AND geldig_tot IS NULL"
    ) == [(14,)]


def test_all_shapes_of_the_country_are_valid_after_repair(real_data):
    import json

    from shapely.geometry import shape

    from monitor.sources.gebieden import read_gebieden

    bestand = read_gebieden(real_data / "gebieden" / "gemeenten_2018.geojson", max_year=2027)
    assert bestand.geometrie.num_rows == 380
    assert all(shape(json.loads(text)).is_valid for text in bestand.geometrie["geojson"].to_pylist())


def test_the_whole_country_reads_with_every_gebied(real_data):
    from monitor.sources.kwb import read_kwb

    bestand = read_kwb(real_data / KWB, max_year=2027)
    assert bestand.gebieden.num_rows == 17_341
    assert bestand.metingen.num_rows == 17_341 * 111
    assert bestand.peiljaar == 2020
    assert bestand.reikwijdte == "land"


def test_a_table_of_2024_reads_with_other_column_numbers(real_data):
    from monitor.sources.kwb import read_kwb

    bestand = read_kwb(real_data / "kwb_2024_85984NED" / "stripped_filtered_data_2024.json", max_year=2027)
    assert bestand.peiljaar == 2024
    assert {"kwb-inwoners", "kwb-woningvoorraad"} <= {info.code for info in bestand.indicatoren}


@pytest.mark.parametrize(
    "name",
    [
        "kwb_2022_wijken/NLD_dist_attributen.csv",
        "statline_csv/SES_WOA_scores_per_wijk_en_buurt_11042023_124305.csv",
        "kwb_2022_85318NED/WijkenEnBuurten.csv",
        "kwb_2020_84799NED/cbs.v3.84799NED_DataProperties.parquet",
        "odata_v3/tables_1.json",
        "gebieden/gemeenten_2018.geojson",
    ],
)
def test_other_files_of_cbs_are_refused_with_a_sentence(real_data, name):
    from monitor.errors import OngeldigBestand
    from monitor.sources.kwb import read_kwb

    with pytest.raises(OngeldigBestand):
        read_kwb(real_data / name, max_year=2027)
