"""What goes wrong with counting: typed wrong, sent twice, undone by another, or given where one may not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from monitor.domain.gebruiker import Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.indicator import Bewijssoort
from monitor.errors import NietToegestaan, OngeldigBestand, OngeldigeInvoer
from monitor.services.controle import check_store
from monitor.services.indicatoren import add_indicatoren
from monitor.services.invoer_metingen import import_metingen, inlezingen, preview, undo
from monitor.services.tellen import NieuweTelling, Samen, add_telling, peildatum_van, reeks, set_nulmeting
from monitor.sources import metingrijen, tabelbestand
from monitor.store.database import Database
from monitor.store.rijen import insert_into
from tests.services.builders import CLI, make_indicator

WIJK, ELDERS, TAFEL, BUREN = "WK990101", "WK990103", "vm-open-tafel", "vm-buren-oppassen"
WERKER = Gebruiker("proef:w", "w", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.WELZIJNSWERKER, WIJK),))
VERHUISD = Gebruiker("proef:w", "w", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.WELZIJNSWERKER, ELDERS),))
KOP = "gebied;indicator;periode;waarde"


@pytest.fixture
def store(voorbeeld_pad: Path, tmp_path: Path, clock: Any) -> Iterator[Database]:
    path = tmp_path / "fouten.duckdb"
    path.write_bytes(voorbeeld_pad.read_bytes())
    database = Database(path, clock=clock)
    yield database
    database.close()


def made(**changes: Any) -> NieuweTelling:
    return NieuweTelling(**{"gebied": WIJK, "indicator": TAFEL, "periode": "2018-K4", "waarde": "1.044", **changes})


def problems(database: Database, telling: NieuweTelling, who: Gebruiker = WERKER) -> dict[str | None, str]:
    with pytest.raises(OngeldigeInvoer) as caught:
        add_telling(database, who, telling, token="geweigerd")
    return {it.veld: it.melding for it in caught.value.problemen}


def a_file(folder: Path, *rows: str, name: str = "cijfers.csv", kop: str = KOP) -> Path:
    path = folder / name
    path.write_text("".join(f"{row}\n" for row in (kop, *rows)), encoding="utf-8")
    return path


def lines(database: Database, wat: str) -> int:
    with database.reading() as cursor:
        row = cursor.row("SELECT count(*) FROM logboek WHERE wat = ?", [wat])
    assert row is not None
    return int(row[0])


# Who may


def test_a_wijk_that_lets_a_figure_go_does_not_stop_the_others(store: Database) -> None:
    with store.writing() as cursor:
        insert_into(
            cursor,
            "indicator_status",
            [
                {
                    "id": "zzz",
                    "indicator": TAFEL,
                    "gebied": ELDERS,
                    "status": "vervallen",
                    "op": datetime(2026, 6, 1, 12, 0),
                    "reden": "Hier niet meer.",
                }
            ],
        )
    assert add_telling(store, WERKER, made(periode="2026-K3"), token="t").nieuw == 1


def test_who_works_elsewhere_now_neither_sees_nor_undoes_what_she_gave_before(store: Database) -> None:
    given = add_telling(store, WERKER, made(), token="t").inlezing
    assert given is not None
    assert inlezingen(store, VERHUISD) == ()
    with pytest.raises(NietToegestaan):
        undo(store, VERHUISD, given)
    assert [it.id for it in inlezingen(store, WERKER)] == [given]
    assert lines(store, "geweigerd") == 1


def test_a_series_before_anything_is_hidden_is_for_who_counts_there(store: Database) -> None:
    assert reeks(store, WERKER, WIJK, TAFEL).metingen
    with pytest.raises(NietToegestaan):
        reeks(store, VERHUISD, WIJK, TAFEL)
    with pytest.raises(NietToegestaan):
        set_nulmeting(store, VERHUISD, WIJK, TAFEL, "2024-K2")
    assert lines(store, "geweigerd") == 2


def test_a_wijk_that_ended_gets_no_figures_of_after_its_end(store: Database, tmp_path: Path) -> None:
    with store.writing() as cursor:
        cursor.execute("UPDATE gebied_versie SET geldig_tot = DATE '2025-12-31' WHERE gebied = ?", [WIJK])
    assert "bestaat sinds 31 december 2025 niet meer" in problems(store, made(periode="2026-K1"))["periode"]
    assert add_telling(store, WERKER, made(), token="t").nieuw == 1


# What is public


@pytest.mark.parametrize("reden", [None, "Wij telden een lijst nog niet mee."])
def test_nothing_of_a_file_but_its_figures_becomes_public(store: Database, tmp_path: Path, reden: str | None) -> None:
    path = a_file(
        tmp_path,
        f"{WIJK};{TAFEL};2024-K2;5;ja",
        f"{WIJK};{TAFEL};2018-K4;44;nee",
        name="Huisbezoek bij Truus.csv",
        kop=f"{KOP};Truus was er",
    )
    given = import_metingen(store, CLI, path, reden=reden)
    assert any("Truus" in it for it in given.opmerkingen)
    with store.reading() as cursor:
        kept = cursor.rows("SELECT bestand, wijzigingen FROM inlezing WHERE id = ?", [given.inlezing])
        reasons = cursor.rows("SELECT reden FROM inlezing_reden WHERE inlezing = ?", [given.inlezing])
    assert kept[0][0] == "bestand (CSV)"
    assert "Truus" not in repr((kept, reasons))
    assert (reden or "Opnieuw ingelezen uit een bestand.",) in reasons


# Undoing


def test_undoing_the_figure_that_a_series_began_with_takes_the_nulmeting_away(store: Database) -> None:
    given = add_telling(store, WERKER, made(), token="t").inlezing
    assert given is not None
    set_nulmeting(store, WERKER, WIJK, TAFEL, "2018-K4")
    undo(store, WERKER, given)
    assert reeks(store, WERKER, WIJK, TAFEL).nulmeting is None
    assert check_store(store) == ()


def test_a_nulmeting_without_its_figure_is_found_by_check(store: Database) -> None:
    with store.writing() as cursor:
        insert_into(
            cursor,
            "nulmeting",
            [
                {
                    "gebied": WIJK,
                    "indicator": TAFEL,
                    "nummer": 99,
                    "periode": "2011",
                    "gemaakt_op": datetime(2026, 6, 1, 12, 0),
                    "gemaakt_door": "test",
                }
            ],
        )
    assert check_store(store) == (f"Nulmeting {WIJK} {TAFEL} 2011: over die periode staat er geen cijfer.",)


def test_undoing_a_change_keeps_the_nulmeting(store: Database) -> None:
    set_nulmeting(store, WERKER, WIJK, TAFEL, "2024-K2")
    given = add_telling(store, WERKER, made(periode="2024-K2", waarde="333", reden="Een lijst lag nog."), token="t")
    assert given.inlezing is not None
    undo(store, WERKER, given.inlezing)
    assert reeks(store, WERKER, WIJK, TAFEL).nulmeting == "2024-K2"


def test_a_token_stands_for_one_figure_in_one_wijk(store: Database, tmp_path: Path) -> None:
    telling = made(indicator=BUREN, periode="2014", waarde="50")
    first = add_telling(store, CLI, telling, token="t")
    other = add_telling(store, CLI, replace(telling, gebied="WK990102"), token="t")
    assert other.nieuw == 1
    assert other.inlezing != first.inlezing
    one = import_metingen(store, CLI, a_file(tmp_path, f"{WIJK};{TAFEL};2017-K1;12"), token="f")
    two = import_metingen(store, CLI, a_file(tmp_path, f"{WIJK};{TAFEL};2017-K2;13"), token="f")
    assert one.inlezing != two.inlezing


# Figures that cannot be


@pytest.mark.parametrize("typed", ["12\t345", "12\n345", "1.234 567", "12  345", "1 234.567"])
def test_a_number_is_never_glued_from_two(store: Database, typed: str) -> None:
    assert "geen getal" in problems(store, made(waarde=typed))["waarde"]


@pytest.mark.parametrize("cell", ['"12\t345"', '"12\n345"', "1.234 567"])
def test_a_cell_is_never_glued_from_two(store: Database, tmp_path: Path, cell: str) -> None:
    done = preview(store, CLI, a_file(tmp_path, f"{WIJK};{TAFEL};2018-K4;{cell}", f"{WIJK};{TAFEL};2018-K3;7"))
    assert [it.veld for it in done.geweigerd] == ["waarde"]


def test_a_point_in_what_is_no_count_is_asked_about(store: Database) -> None:
    add_a_share(store)
    wrong = problems(store, made(indicator="bezet", periode="2018", waarde="12.500"))
    assert "Bedoelt u 12500 of 12,5?" in wrong["waarde"]
    assert add_telling(store, CLI, made(indicator="bezet", periode="2018", waarde="112,500"), token="t").nieuw == 1


def test_a_percentage_is_not_less_than_nought(store: Database) -> None:
    add_a_share(store)
    assert "minder dan nul" in problems(store, made(indicator="bezet", periode="2018", waarde="-5"))["waarde"]


def add_a_share(database: Database) -> None:
    """An own percentage that is no share of people: of the seats, say, which may be more than a hundred."""
    add_indicatoren(
        database,
        [
            make_indicator(
                code="bezet",
                naam="Bezette stoelen",
                eenheid="%",
                bewijssoort=Bewijssoort.GEREGISTREERD,
                bron="voorbeeld",
            )
        ],
        door="test",
    )
    with database.writing() as cursor:
        insert_into(
            cursor,
            "geldig_in",
            [{"id": "g", "indicator": "bezet", "gebied": WIJK, "rol": "aanvullend", "van": date(2015, 1, 1)}],
        )


@pytest.mark.parametrize(("given", "asked"), [("teller", "noemer"), ("noemer", "teller")])
def test_half_a_share_is_asked_to_be_whole(store: Database, given: str, asked: str) -> None:
    wrong = problems(store, made(indicator=BUREN, periode="2014", waarde="", **{given: "30"}))
    assert "Vul ook in" in wrong[asked]


@pytest.mark.parametrize("peildatum", ["1-1-2015", "15-11-2021"])
def test_a_day_of_counting_lies_near_its_period(store: Database, peildatum: str) -> None:
    assert "past niet bij" in problems(store, made(peildatum=peildatum))["peildatum"]


def test_a_day_of_counting_may_lie_shortly_after_its_period(store: Database) -> None:
    assert add_telling(store, WERKER, made(peildatum="15-2-2019"), token="t").nieuw == 1


@pytest.mark.parametrize(
    ("changes", "zin"),
    [
        ({"periode": "2026"}, "Dit cijfer telt u per kwartaal. Klopt 2026?"),
        ({"periode": "2026-07"}, "Dit cijfer telt u per kwartaal. Klopt juli 2026?"),
        ({"periode": "2026-K3", "waarde": "9999999999999"}, "keer zo veel als in"),
        ({"periode": "2026-K3", "waarde": "3"}, "keer zo weinig als in"),
    ],
)
def test_what_looks_like_a_typing_error_is_asked_about_once(store: Database, changes: dict[str, str], zin: str) -> None:
    telling = made(**{"waarde": "312", "reden": "Nageteld.", **changes}, zeker=False)
    assert zin in problems(store, telling)["zeker"]
    assert add_telling(store, WERKER, replace(telling, zeker=True), token="t").inlezing


def test_one_strange_period_in_a_series_does_not_end_the_asking(store: Database) -> None:
    add_telling(store, WERKER, made(periode="2016-11", waarde="14"), token="t")
    again = made(periode="2026", waarde="312", zeker=False)
    assert "per kwartaal" in problems(store, again)["zeker"]


# Turven


def test_what_is_counted_twice_in_one_period_is_asked_about_and_can_be_added(store: Database) -> None:
    add_telling(store, WERKER, made(periode="2018-K4", waarde="14"), token="een")
    more = made(periode="2018-K4", waarde="9", samen=Samen.VRAAG)
    assert "erbij telt (dan wordt het 23)" in problems(store, more)["samen"]
    add_telling(store, WERKER, replace(more, samen=Samen.ERBIJ), token="twee")
    again = add_telling(store, WERKER, replace(more, samen=Samen.ERBIJ), token="twee")
    assert again.nieuw == again.gewijzigd == 0
    series = reeks(store, WERKER, WIJK, TAFEL)
    assert [it.waarde for it in series.metingen if it.periode == "2018-K4"] == [23]
    assert [(it.waarde, it.reden) for it in series.vorige] == [(14, "9 erbij geteld.")]


def test_what_comes_in_the_place_of_a_count_asks_why(store: Database) -> None:
    add_telling(store, WERKER, made(periode="2018-K4", waarde="14"), token="een")
    assert "Schrijf op waarom" in problems(store, made(waarde="9", samen=Samen.VERVANG))["reden"]


def test_a_first_count_is_added_to_nothing(store: Database) -> None:
    assert add_telling(store, WERKER, made(waarde="9", samen=Samen.ERBIJ), token="t").nieuw == 1


@pytest.mark.parametrize(("periode", "dag"), [("2026-K3", "22-11-2026"), ("2021", ""), ("ooit", "")])
def test_today_is_the_day_of_counting_only_of_a_period_that_is_near(periode: str, dag: str) -> None:
    assert peildatum_van(periode, date(2026, 11, 22)) == dag


# Many


def test_of_very_many_wrong_rows_the_first_are_told_and_all_are_counted(
    store: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(metingrijen, "MEESTE_PROBLEMEN", 1_000)
    rows = (f"{WIJK};{TAFEL};{date(1900, 1, 1) + timedelta(days=number)};veel" for number in range(3_000))
    done = preview(store, CLI, a_file(tmp_path, *rows, f"{WIJK};{TAFEL};2018-K4;veel{'a' * 30}"))
    assert done.rijen_geweigerd == 3_001
    assert len(done.geweigerd) == 1_000


def test_a_text_of_more_rows_than_a_sheet_has_is_refused(
    store: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tabelbestand, "MEESTE_RIJEN", 3)
    rows = [f"{WIJK};{TAFEL};2017-K{number};12" for number in (1, 2, 3)]
    assert preview(store, CLI, a_file(tmp_path, *rows[:2])).nieuw == 2
    with pytest.raises(OngeldigBestand, match="Verdeel het over meer bestanden"):
        preview(store, CLI, a_file(tmp_path, *rows))


def test_a_table_with_thousands_of_columns_is_refused(store: Database, tmp_path: Path) -> None:
    names = [f"kolom {number}" for number in range(3_000)]
    kop = ";".join(["gebied", "indicator", "2024", *names])
    with pytest.raises(OngeldigBestand, match=r"hoogstens 2\.000 kolommen"):
        preview(store, CLI, a_file(tmp_path, f"{WIJK};{TAFEL};1{';1' * 3_000}", kop=kop))
