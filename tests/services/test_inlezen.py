"""Loading files: what they bring, what they change, and that nothing is half done."""

import csv
import os
from datetime import date, datetime
from pathlib import Path

import pytest

from monitor.errors import OngeldigBestand
from monitor.services.inlezen import import_gebieden, import_kwb, import_leefbaarometer, import_rivm, load
from monitor.sources.bestand import Bestand, BreukInfo, BronInfo, IndicatorInfo
from monitor.sources.kwb import read_kwb
from monitor.store.database import Database

KOP = ["gwb_code", "regio", "gm_naam", "ind_wbi", "a_inw", "a_65_oo", "g_ele"]
RIETDAM = [
    ["GM9980", "Rietdam", "Rietdam", "1", "20140", "3120", "."],
    ["WK998001", "Oud Rietdam", "Rietdam", "1", "12000", "2000", "."],
    ["WK998002", "Polder", "Rietdam", "3", "40", ".", "."],
]


@pytest.fixture
def kwb(tmp_path: Path):
    """Writes a small file in the layout of CBS."""

    def make(rows=RIETDAM, year: int = 2023, kop=KOP, folder: str = "een") -> Path:
        path = tmp_path / folder / f"kwb-{year}.csv"
        path.parent.mkdir(exist_ok=True)
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([kop, *rows])
        return path

    return make


def load_kwb(database: Database, *paths: Path, **more):
    return import_kwb(database, paths, door="test", **more)


def rows(database: Database, sql: str, *parameters: object):
    with database.reading() as cursor:
        return cursor.rows(sql, parameters)


def value(database: Database, gebied: str, indicator: str, periode: str = "2023"):
    (row,) = rows(
        database,
        "SELECT waarde, ontbreekt_reden FROM meting WHERE gebied = ? AND indicator = ? AND periode = ?",
        gebied,
        indicator,
        periode,
    )
    return row


def count(database: Database, table: str) -> int:
    return rows(database, f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608


def everything(database: Database) -> dict[str, list]:
    tables = [
        "gebied",
        "gebied_jaar",
        "gebied_versie",
        "gebied_ouder",
        "indicator_versie",
        "indicator_status",
        "meting",
    ]
    tables += ["meting_vorige", "breuk", "inlezing", "bron", "thema", "logboek", "gebied_geometrie"]
    return {table: sorted(rows(database, f"SELECT * FROM {table}"), key=str) for table in tables}  # noqa: S608


# What a file brings


def test_a_file_brings_gebieden_indicators_and_figures(database, kwb):
    wijzigingen = load_kwb(database, kwb())
    assert wijzigingen.nieuw == 9
    assert wijzigingen.gebieden_nieuw == 4
    assert wijzigingen.indicatoren_nieuw == (
        "Mensen van 65 jaar of ouder",
        "Gemiddeld elektriciteitsverbruik totaal",
        "Inwoners",
    )
    assert value(database, "GM9980", "kwb-inwoners") == (20140.0, None)


def test_a_missing_figure_is_a_row_with_its_reason_and_never_a_zero(database, kwb):
    load_kwb(database, kwb())
    assert value(database, "WK998002", "kwb-65-jaar-of-ouder") == (None, "te_klein")
    assert value(database, "GM9980", "kwb-elektriciteit") == (None, "nog_niet_gepubliceerd")
    assert rows(database, "SELECT count(*) FROM meting WHERE waarde = 0") == [(0,)]


def test_gebieden_lie_in_each_other_as_their_codes_say(database, kwb):
    load_kwb(database, kwb())
    assert set(rows(database, "SELECT gebied, ouder FROM gebied_ouder")) == {
        ("GM9980", "NL00"),
        ("WK998001", "GM9980"),
        ("WK998002", "GM9980"),
    }
    assert set(rows(database, "SELECT gebied, naam, geldig_van, geldig_tot FROM gebied_versie")) == {
        ("NL00", "Nederland", date(2023, 1, 1), None),
        ("GM9980", "Rietdam", date(2023, 1, 1), None),
        ("WK998001", "Oud Rietdam", date(2023, 1, 1), None),
        ("WK998002", "Polder", date(2023, 1, 1), None),
    }


def test_a_national_figure_is_context_registered_and_valid_everywhere(database, kwb):
    load_kwb(database, kwb())
    assert rows(
        database,
        "SELECT i.landelijk, v.versie, v.bewijssoort, v.thema, v.noemer, v.bron, v.reden, s.status FROM indicator i "
        "JOIN indicator_versie v ON v.indicator = i.code JOIN indicator_status s ON s.indicator = i.code "
        "WHERE i.code = 'kwb-65-jaar-of-ouder'",
    ) == [(True, 1, "geregistreerd", "redzaam", "kwb-inwoners", "kwb", "Eerste keer ingelezen.", "in_gebruik")]


def test_each_inlezing_leaves_a_line_in_the_logboek_and_what_it_changed_in_words(database, kwb):
    load_kwb(database, kwb())
    ((inlezing, door, nieuw, words),) = rows(database, "SELECT id, ingelezen_door, nieuw, wijzigingen FROM inlezing")
    assert (door, nieuw) == ("test", 9)
    assert words.split("\n")[0] == "4 gebieden erbij."
    assert "9 cijfers erbij, waarvan 4 zonder waarde (met de reden erbij)." in words
    assert rows(database, "SELECT wie, wat, soort, doel FROM logboek") == [("test", "ingelezen", "inlezing", inlezing)]


# Boundaries


def test_mark_3_breaks_every_series_of_the_gebied_and_mark_1_none(database, kwb):
    wijzigingen = load_kwb(database, kwb())
    assert wijzigingen.grenswijzigingen == 1
    assert rows(database, "SELECT id, indicator, gebied, vanaf, soort FROM breuk") == [
        ("grens:WK998002:2023", None, "WK998002", date(2023, 1, 1), "gebiedsgrens")
    ]


def test_mark_2_says_that_the_code_changed_and_the_boundary_did_not(database, kwb):
    load_kwb(database, kwb([["WK998003", "Nieuw", "Rietdam", "2", "100", "9", "."]]))
    ((uitleg,),) = rows(database, "SELECT uitleg FROM breuk")
    assert "andere code" in uitleg
    assert "De grens bleef gelijk" in uitleg


def test_a_mark_that_the_source_takes_back_takes_its_break_along(database, kwb):
    load_kwb(database, kwb())
    again = [[*row[:3], "1", *row[4:]] for row in RIETDAM]
    assert load_kwb(database, kwb(again, folder="twee")).grenswijzigingen == 1
    assert count(database, "breuk") == 0


@pytest.mark.parametrize("years", [(2023, 2024), (2024, 2023)], ids=["eerst het oude", "eerst het nieuwe"])
def test_a_changed_boundary_breaks_what_was_there_before_in_whatever_order_the_files_come(database, kwb, years):
    for year in years:
        load_kwb(database, kwb(year=year))
    assert rows(database, "SELECT id FROM breuk WHERE id LIKE '%2024'") == [("grens:WK998002:2024",)]


def test_a_gebied_that_was_not_there_the_year_before_has_nothing_to_break_with(database, kwb):
    load_kwb(database, kwb(RIETDAM[:2]))
    assert load_kwb(database, kwb(year=2024)).grenswijzigingen == 0
    assert count(database, "breuk") == 0


def test_a_wijk_that_a_later_file_leaves_out_ended_the_day_before_and_its_figures_stay(database, kwb):
    load_kwb(database, kwb())
    load_kwb(database, kwb(RIETDAM[:2], year=2024))
    assert rows(database, "SELECT geldig_tot FROM gebied_versie WHERE gebied = 'WK998002'") == [(date(2023, 12, 31),)]
    assert rows(database, "SELECT tot FROM gebied_ouder WHERE gebied = 'WK998002'") == [(date(2023, 12, 31),)]
    assert value(database, "WK998002", "kwb-inwoners") == (40.0, None)


def test_another_name_in_a_later_year_is_another_version(database, kwb):
    load_kwb(database, kwb())
    load_kwb(database, kwb([RIETDAM[0], ["WK998001", "Kern", *RIETDAM[1][2:]], RIETDAM[2]], year=2024))
    assert rows(
        database, "SELECT naam, geldig_van, geldig_tot FROM gebied_versie WHERE gebied = 'WK998001' ORDER BY geldig_van"
    ) == [("Oud Rietdam", date(2023, 1, 1), date(2023, 12, 31)), ("Kern", date(2024, 1, 1), None)]


def test_a_file_of_one_gemeente_does_not_end_the_other_gemeenten(database, kwb):
    load_kwb(database, kwb())
    load_kwb(database, kwb([["GM9981", "Elders", "Elders", "1", "500", "9", "."]], year=2024))
    assert rows(database, "SELECT count(*) FROM gebied_versie WHERE geldig_tot IS NOT NULL") == [(0,)]


# Names that differ per source


def test_the_leefbaarometer_does_not_rename_what_cbs_named(database, kwb, tmp_path):
    load_kwb(database, kwb())
    path = tmp_path / "lbm.csv"
    path.write_text(
        "1,wk_code,wk_naam,jaar,lbm\n3,WK998001,Oud Rietdam - Kern,2022,4.27\n4,WK998009,Iets - Anders,2022,4.1\n",
        encoding="utf-8",
    )
    import_leefbaarometer(database, [path], door="test")
    assert rows(database, "SELECT naam, geldig_van FROM gebied_versie WHERE gebied = 'WK998001'") == [
        ("Oud Rietdam", date(2023, 1, 1))
    ]
    assert rows(database, "SELECT naam FROM gebied_versie WHERE gebied = 'WK998009'") == [("Iets - Anders",)]
    assert value(database, "WK998001", "lbm-score", "2022") == (4.27, None)


def test_the_name_of_cbs_replaces_that_of_another_source_that_came_first(database, kwb, tmp_path):
    path = tmp_path / "lbm.csv"
    path.write_text("1,wk_code,wk_naam,jaar,lbm\n3,WK998001,Oud Rietdam - Kern,2023,4.27\n", encoding="utf-8")
    import_leefbaarometer(database, [path], door="test")
    load_kwb(database, kwb())
    assert rows(database, "SELECT naam FROM gebied_versie WHERE gebied = 'WK998001'") == [("Oud Rietdam",)]


def test_a_gebied_without_a_name_has_its_code_until_a_source_names_it(database, kwb, tmp_path):
    kop = [naam for naam in KOP if naam != "regio"]
    load_kwb(database, kwb([[row[0], *row[2:]] for row in RIETDAM], kop=kop))
    naam = "SELECT naam FROM gebied_versie WHERE gebied = 'WK998001'"
    assert rows(database, naam) == [("WK998001",)]
    load_kwb(database, kwb(year=2024))
    assert rows(database, naam) == [("Oud Rietdam",)]


# Loading again


def test_loading_a_file_twice_changes_nothing_and_leaves_no_inlezing(database, kwb):
    load_kwb(database, kwb())
    before, versie = everything(database), database.versie
    again = load_kwb(database, kwb())
    assert everything(database) == before
    assert database.versie == versie
    assert (again.nieuw, again.gewijzigd, again.verdwenen, again.veranderd) == (0, 0, 0, False)
    assert again.regels == ("Er is niets veranderd.",)


def test_a_changed_figure_replaces_the_old_one_and_the_old_one_is_kept(database, kwb):
    load_kwb(database, kwb())
    changed = [RIETDAM[0], ["WK998001", "Oud Rietdam", "Rietdam", "1", "12005", "2000", "."], RIETDAM[2]]
    wijzigingen = load_kwb(database, kwb(changed, folder="twee"))
    assert (wijzigingen.nieuw, wijzigingen.gewijzigd, wijzigingen.verdwenen) == (0, 1, 0)
    assert value(database, "WK998001", "kwb-inwoners") == (12005.0, None)
    assert rows(database, "SELECT gebied, waarde, ontbreekt_reden FROM meting_vorige") == [("WK998001", 12000.0, None)]
    assert "Inwoners: 1 gewijzigd, bijvoorbeeld Oud Rietdam in 2023: 12.000 → 12.005." in wijzigingen.regels


def test_a_figure_that_the_source_no_longer_gives_becomes_missing_and_is_kept_as_history(database, kwb):
    load_kwb(database, kwb())
    wijzigingen = load_kwb(database, kwb(RIETDAM[:2], folder="twee"))
    assert wijzigingen.verdwenen == 3
    assert value(database, "WK998002", "kwb-inwoners") == (None, "niet_geleverd")
    assert ("WK998002", 40.0) in rows(database, "SELECT gebied, waarde FROM meting_vorige")
    assert load_kwb(database, kwb(RIETDAM[:2], folder="twee")).veranderd is False


def test_what_was_not_yet_published_is_told_when_it_comes(database, kwb):
    load_kwb(database, kwb())
    wijzigingen = load_kwb(database, kwb([[*row[:6], "2500"] for row in RIETDAM], folder="twee"))
    assert wijzigingen.gewijzigd == 3
    assert any("nog niet gepubliceerd → 2.500" in regel for regel in wijzigingen.regels)


def test_another_gemeente_or_year_or_source_makes_nothing_vanish(database, kwb):
    load_kwb(database, kwb())
    assert load_kwb(database, kwb([["GM9981", "Elders", "Elders", "1", "500", "9", "."]], folder="twee")).verdwenen == 0
    assert load_kwb(database, kwb(RIETDAM[:1], year=2024)).verdwenen == 0
    assert load_kwb(database, kwb(RIETDAM[:1], folder="drie"), gemeenten=["GM9980"]).verdwenen == 6


def test_one_gemeente_after_the_whole_country_changes_nothing(database, kwb):
    load_kwb(database, kwb([*RIETDAM, ["GM9981", "Elders", "Elders", "1", "500", "9", "."]]))
    again = load_kwb(
        database, kwb([*RIETDAM, ["GM9981", "Elders", "Elders", "1", "500", "9", "."]]), gemeenten=["GM9980"]
    )
    assert again.veranderd is False


# Dry run, refusals, several files


def test_a_dry_run_tells_what_would_change_and_writes_nothing(database, kwb):
    before = everything(database)
    wijzigingen = load_kwb(database, kwb(), dry_run=True)
    assert everything(database) == before
    assert wijzigingen.nieuw == 9
    assert wijzigingen.regels == load_kwb(database, kwb()).regels


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8\xff\xe0", b"PAR1PAR1", b"a,b\n1,2\n", b'{"value"', b"gwb_code\nGM0362\n"]
)
def test_a_wrong_file_is_refused_and_leaves_the_store_as_it_was(database, kwb, tmp_path, content):
    load_kwb(database, kwb())
    before = everything(database)
    path = tmp_path / "kwb-2023.xlsx"
    path.write_bytes(content)
    for reader in (import_kwb, import_rivm, import_leefbaarometer):
        with pytest.raises(OngeldigBestand):
            reader(database, [path], door="test")
    with pytest.raises(OngeldigBestand):
        import_gebieden(database, [path], year=2024, door="test")
    assert everything(database) == before


def test_one_wrong_file_among_several_stops_them_all_and_is_named(database, kwb):
    good, wrong = kwb(), kwb([["GM1", "Fout", "Fout", "1", "x", "9", "."]], year=2022)
    with pytest.raises(OngeldigBestand) as caught:
        load_kwb(database, good, wrong)
    assert all("kwb-2022.csv" in str(probleem) for probleem in caught.value.problemen)
    assert count(database, "meting") == 0


def test_several_years_are_several_inlezingen(database, kwb):
    wijzigingen = load_kwb(database, kwb(year=2022), kwb(year=2023))
    assert wijzigingen.nieuw == 18
    assert rows(database, "SELECT peiljaar FROM inlezing ORDER BY 1") == [(2022,), (2023,)]


def test_the_good_rows_can_be_taken_and_the_rest_is_reported(database, kwb):
    path = kwb([*RIETDAM, ["XX", "Fout", "Fout", "1", "5", "9", "."]])
    wijzigingen = load_kwb(database, path, goede_rijen=True)
    assert wijzigingen.nieuw == 9
    assert [probleem.rij for probleem in wijzigingen.geweigerd] == [5]
    assert "1 rij geweigerd:" in wijzigingen.regels


def test_a_file_among_others_whose_name_is_no_text_is_named_readably(database, kwb, tmp_path):
    path = Path(os.fsdecode(bytes(tmp_path) + b"/kwb-2021-\xff.csv"))
    path.write_text("gwb_code;a_inw\nWK998001;1\n", encoding="utf-8")
    with pytest.raises(OngeldigBestand) as caught:
        load_kwb(database, path, kwb())
    assert str(caught.value) == "In de naam van het bestand kwb-2021-?.csv staan tekens die geen tekst zijn."


def test_a_refused_row_makes_nothing_vanish_and_ends_no_gebied(database, kwb):
    load_kwb(database, kwb())
    bad = [*RIETDAM[:2], ["WK998002", "Polder", "Rietdam", "1", "veel", "7", "."]]
    assert load_kwb(database, kwb(bad, folder="twee"), goede_rijen=True).verdwenen == 0
    assert value(database, "WK998002", "kwb-inwoners") == (40, None)
    load_kwb(database, kwb(bad, year=2024), goede_rijen=True)
    assert rows(database, "SELECT geldig_tot FROM gebied_versie WHERE gebied = 'WK998002'") == [(None,)]


def test_progress_goes_up_to_its_end(database, kwb):
    told: list[tuple[int, int]] = []
    load_kwb(database, kwb(year=2022), kwb(year=2023), progress=lambda done, total, what: told.append((done, total)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]


def test_a_year_far_ahead_of_today_cannot_be(kwb):
    database = Database(clock=lambda: datetime(2020, 6, 1))
    with pytest.raises(OngeldigBestand, match="2023"):
        load_kwb(database, kwb())
    database.close()


# Definitions


def _with_definition(bestand: Bestand, text: str, year: int) -> Bestand:
    from dataclasses import replace

    infos = tuple(replace(info, technische_definitie=text) for info in bestand.indicatoren)
    return replace(bestand, indicatoren=infos, peiljaar=year, metingen=bestand.metingen.slice(0, 0))


def _versies(database: Database) -> list:
    return rows(
        database,
        "SELECT versie, technische_definitie FROM indicator_versie WHERE indicator = 'kwb-inwoners' ORDER BY versie",
    )


def test_another_definition_in_a_later_year_is_another_version_with_its_reason(database, kwb):
    bestand = read_kwb(kwb(), max_year=2030)
    for text, year in [("Op 1 januari 2023.", 2023), ("Op 1 januari 2024.", 2024), ("Zonder tehuizen.", 2025)]:
        load(database, _with_definition(bestand, text, year), door="test")
    assert _versies(database) == [(1, "Op 1 januari 2023."), (2, "Zonder tehuizen.")]
    assert rows(database, "SELECT reden FROM indicator_versie WHERE indicator = 'kwb-inwoners' AND versie = 2") == [
        ("De bron omschrijft dit vanaf 2025 anders.",)
    ]


def test_the_definition_of_an_earlier_year_does_not_replace_a_later_one(database, kwb):
    bestand = read_kwb(kwb(), max_year=2030)
    load(database, _with_definition(bestand, "Nieuw.", 2025), door="test")
    load(database, _with_definition(bestand, "Oud.", 2020), door="test")
    assert _versies(database) == [(1, "Nieuw.")]


def test_a_source_of_its_own_brings_its_own_indicators_and_breaks(database):
    bron = BronInfo("eigen", "Eigen telling", "Gemeente Rietdam")
    info = IndicatorInfo(
        code="eigen-buren",
        naam="Mensen kennen hun buren",
        definitie=None,
        technische_definitie=None,
        eenheid="%",
        decimalen=0,
        populatie="bewoners",
        zin=None,
        noemer=None,
        bewijssoort="gemeten",
        richting="hoger_is_gunstig",
        richting_uitleg=None,
        soort="beleving",
        thema="ontmoeten",
        landelijk=False,
    )
    breuk = BreukInfo("eigen-buren", None, date(2021, 1, 1), "vraagstelling", "De vraag was anders.")
    bestand = Bestand(bron, "x.csv", "0" * 64, 2024, None, "gemeente", indicatoren=(info,), breuken=(breuk,))
    assert load(database, bestand, door="test").veranderd
    assert load(database, bestand, door="test").veranderd is False
    assert rows(database, "SELECT status FROM indicator_status") == [("voorstel",)]
    assert rows(database, "SELECT indicator, gebied, soort FROM breuk") == [("eigen-buren", None, "vraagstelling")]


def test_boundaries_make_gebieden_that_were_not_known_with_their_year(database, tmp_path):
    path = tmp_path / "wijken.geojson"
    ring = "[[4.8,52.3],[4.81,52.3],[4.81,52.31],[4.8,52.31],[4.8,52.3]]"
    path.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"wijkcode":"WK998001",'
        '"wijknaam":"Oud Rietdam","gemeentecode":"GM9980","gemeentenaam":"Rietdam"},'
        f'"geometry":{{"type":"Polygon","coordinates":[{ring}]}}}}]}}',
        encoding="utf-8",
    )
    assert import_gebieden(database, [path], year=2024, door="test").gebieden_nieuw == 3
    assert rows(database, "SELECT gebied, jaar FROM gebied_geometrie") == [("WK998001", 2024)]
    assert import_gebieden(database, [path], year=2024, door="test").veranderd is False
