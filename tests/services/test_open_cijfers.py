"""Open figures: the same as on the pages for everybody, whole, in order, and nothing more."""

import csv
import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from monitor.domain.meting import OntbreektReden
from monitor.errors import NietGevonden
from monitor.services import open_cijfers, open_velden
from monitor.services.open_velden import OpenTabel, cell
from monitor.services.stand import Stand
from monitor.services.tellen import add_telling
from monitor.services.uitvoer import KOLOMMEN, export_metingen
from monitor.store.database import Database
from monitor.store.opslag import open_for_writing
from tests.conftest import NOW
from tests.services.test_tellen import TAFEL, WERKER, made

WIJK, GEEN_TAFEL = "WK990101", "WK990102"


@pytest.fixture
def store(voorbeeld_pad: Path, tmp_path: Path) -> Iterator[Database]:
    shutil.copy(voorbeeld_pad, tmp_path / "open.duckdb")
    database = open_for_writing(str(tmp_path / "open.duckdb"), clock=lambda: NOW)
    yield database
    database.close()


def stand(database: Database) -> Stand:
    return database, database.versie, date(2026, 11, 20)


def rows(tabel: OpenTabel, rijen: Sequence[tuple[Any, ...]]) -> list[dict[str, Any]]:
    return [dict(zip(tabel.kolommen, rij, strict=True)) for rij in rijen]


def metingen(
    database: Database, gebied: tuple[str, ...] = (), indicator: tuple[str, ...] = (), limit: int = 1_000_000
) -> list[dict[str, Any]]:
    """All pages of `limit` rows after each other."""
    found: list[tuple[Any, ...]] = []
    while True:
        blad = open_cijfers.metingen(
            stand(database), gebied=gebied, indicator=indicator, limit=limit, offset=len(found)
        )
        found += blad.rijen
        if not blad.rijen or len(found) >= blad.totaal:
            assert len(found) == blad.totaal
            return rows(open_velden.METINGEN, found)


def exported(database: Database, folder: Path) -> list[dict[str, str]]:
    """What `export metingen` writes."""
    export_metingen(database, folder / "uit.csv", force=True)
    with (folder / "uit.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def as_text(row: dict[str, Any]) -> dict[str, str]:
    return {name: cell(row[name]) for name in KOLOMMEN}


# The same through every door


def test_the_open_figures_of_the_example_are_those_that_the_export_gives(store: Database, tmp_path: Path) -> None:
    assert [as_text(row) for row in metingen(store)] == exported(store, tmp_path)


def test_a_small_count_that_is_hidden_on_the_page_is_hidden_here_and_in_the_export_alike(
    store: Database, tmp_path: Path
) -> None:
    for quarter, count in (("K1", 3), ("K2", 40), ("K3", 50), ("K4", 60)):
        add_telling(store, WERKER, made(periode=f"2018-{quarter}", waarde=str(count)), token=quarter)
    add_telling(store, WERKER, made(periode="2018", waarde="153"), token="jaar")
    by_period = {row["periode"]: row for row in metingen(store, (WIJK,), (TAFEL,))}
    for hidden in ("2018-K1", "2018-K2"):  # the second would give the first away
        assert by_period[hidden]["waarde"] is None
        assert by_period[hidden]["ontbreekt_reden"] == "te_klein"
    assert by_period["2018"]["waarde"] == 153
    assert [as_text(row) for row in metingen(store)] == exported(store, tmp_path)


def test_a_missing_figure_is_a_row_with_its_reason_and_a_nought_is_a_nought(store: Database) -> None:
    add_telling(store, WERKER, made(waarde="0"), token="nul")
    found = metingen(store)
    assert {row["ontbreekt_reden"] for row in found} >= {"geheim", "te_klein", "nog_niet_gepubliceerd"}
    assert all((row["waarde"] is None) == (row["ontbreekt_reden"] is not None) for row in found)
    assert {row["status"] for row in found} == {"definitief", "voorlopig"}
    assert [row["waarde"] for row in found if (row["indicator"], row["periode"]) == (TAFEL, "2018-K4")] == [0]


def test_what_somebody_brought_in_names_no_source_of_the_country(store: Database) -> None:
    add_telling(store, WERKER, made(waarde="44"), token="t")
    found = next(it for it in metingen(store, (WIJK,), (TAFEL,)) if it["periode"] == "2018-K4")
    assert found["bron"] == "opgegeven bij Tellen"
    assert found["ingelezen_op"] == date(2026, 11, 20)


# Nothing more than on the pages


def test_a_figure_of_people_themselves_is_open_only_where_it_was_chosen(store: Database) -> None:
    before = metingen(store)
    with store.writing() as cursor:
        cursor.execute("INSERT INTO gebied VALUES ('BU99010101', 'buurt')")
        for gebied in (GEEN_TAFEL, "BU99010101"):
            cursor.execute(
                "INSERT INTO meting SELECT ?, indicator, periode, periode_start, 77, NULL, NULL, NULL, NULL, NULL, "
                "'definitief', NULL, inlezing FROM meting WHERE gebied = ? AND indicator = ?",
                [gebied, WIJK, TAFEL],
            )
    assert metingen(store) == before


def test_an_indicator_that_people_still_talk_about_is_not_open(store: Database) -> None:
    with store.writing() as cursor:
        cursor.execute("DELETE FROM geldig_in WHERE indicator = ?", [TAFEL])
        cursor.execute("DELETE FROM meting WHERE indicator = ? AND gebied LIKE 'GM%'", [TAFEL])
    codes = [rij[0] for rij in open_cijfers.indicatoren(stand(store), limit=1_000, offset=0).rijen]
    assert codes
    assert TAFEL not in codes
    with pytest.raises(NietGevonden, match="kennen wij niet"):
        metingen(store, indicator=(TAFEL,))


# In parts


@pytest.mark.parametrize("limit", [1, 7, 100, 1_000])
@pytest.mark.parametrize(
    ("gebied", "indicator"),
    [((WIJK,), (TAFEL,)), ((WIJK, "GM9901"), ("kwb-inwoners", TAFEL)), ((), (TAFEL,)), (("NL00",), ())],
)
def test_all_parts_together_are_the_whole_in_order(
    store: Database, limit: int, gebied: tuple[str, ...], indicator: tuple[str, ...]
) -> None:
    whole = metingen(store, gebied, indicator)
    assert metingen(store, gebied, indicator, limit) == whole
    keys = [(row["gebied"], row["indicator"], row["periode"]) for row in whole]
    assert keys == sorted(set(keys))


def test_after_the_last_row_there_is_nothing(store: Database) -> None:
    blad = open_cijfers.metingen(stand(store), gebied=(), indicator=(), limit=10, offset=1_000_000_000)
    assert (blad.rijen, blad.totaal) == ((), len(metingen(store)))


def test_all_codes_that_are_not_there_are_told_at_once(store: Database) -> None:
    with pytest.raises(NietGevonden) as error:
        metingen(store, ("WK999999", WIJK, "GM9998"), ("bestaat-niet", "' OR 1=1 --"))
    assert len(str(error.value).splitlines()) == 4


def test_gebieden_are_found_by_soort_and_by_gemeente(store: Database) -> None:
    def codes(soort: str | None, gemeente: str | None) -> list[str]:
        blad = open_cijfers.gebieden(stand(store), soort=soort, gemeente=gemeente, limit=1_000, offset=0)
        return [rij[0] for rij in blad.rijen]

    assert codes("gemeente", None) == ["GM9901"]
    assert codes(None, "GM9901")[0] == "GM9901"
    assert len(codes("wijk", "GM9901")) == 11
    assert "NL00" in codes(None, None)
    with pytest.raises(NietGevonden):
        codes(None, "GM0000")


# Counts of verhalen


def counted(database: Database) -> dict[tuple[str, str], tuple[int | None, str | None]]:
    with database.reading() as cursor:
        found = open_cijfers.read_aantallen_verhalen(cursor, date(2026, 11, 20))
    return {(gebied, thema): (aantal, reden) for gebied, thema, aantal, reden in found}


def test_few_verhalen_of_a_thema_are_no_number(store: Database) -> None:
    found = counted(store)
    assert found
    for aantal, reden in found.values():
        assert (aantal is None) == (reden is not None)
        assert aantal is None or aantal == 0 or aantal >= 5
        assert reden in (None, OntbreektReden.TE_KLEIN.value)
    assert any(aantal for aantal, _ in found.values())


def test_of_a_wijk_with_few_verhalen_nothing_is_told_also_not_that_there_are_none(store: Database) -> None:
    with store.writing() as cursor:
        cursor.execute("UPDATE meting SET waarde = 900 WHERE indicator = 'kwb-inwoners' AND gebied = ?", [WIJK])
    found = counted(store)
    assert {value for (gebied, _), value in found.items() if gebied == WIJK} == {(None, "te_klein")}


def test_a_verhaal_that_is_not_public_counts_nowhere(store: Database) -> None:
    assert counted(store)
    with store.writing() as cursor:
        cursor.execute("DELETE FROM toestemming WHERE gebruik = 'openbaar'")
    assert counted(store) == {}


def test_a_gemeente_that_hides_more_hides_more_here_too(store: Database) -> None:
    most = max(aantal or 0 for aantal, _ in counted(store).values())
    with store.writing() as cursor:
        cursor.execute("DELETE FROM instelling WHERE sleutel = 'kleinste_aantal'")
        cursor.execute(
            "INSERT INTO instelling (sleutel, waarde, gewijzigd_op, gewijzigd_door) "
            "VALUES ('kleinste_aantal', ?, '2026-11-20', 'test')",
            [str(most + 1)],
        )
    assert not any(aantal for aantal, _ in counted(store).values())
