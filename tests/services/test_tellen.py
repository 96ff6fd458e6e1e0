"""One meting in a form: read the Dutch way, worked out where it can be, kept with what stood there before."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.errors import NietToegestaan, OngeldigeInvoer
from monitor.services.controle import check_store
from monitor.services.indicatorbeeld import indicatorbeeld, metingen_csv
from monitor.services.instellingen import bewaar, lees
from monitor.services.invoer_metingen import inlezingen, undo
from monitor.services.tellen import NieuweTelling, add_telling, reeks, set_nulmeting, te_tellen
from monitor.services.uitvoer import export_metingen
from monitor.services.wijkbeeld import wijkbeeld
from monitor.store.database import Database
from monitor.store.meting_store import TellingRij
from tests.services.builders import CLI

WIJK, TAFEL, BUREN = "WK990101", "vm-open-tafel", "vm-buren-oppassen"
WERKER = Gebruiker("proef:w", "w", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.WELZIJNSWERKER, WIJK),))
ELDERS = Gebruiker("proef:e", "e", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.WELZIJNSWERKER, "WK990102"),))


@pytest.fixture
def store(voorbeeld_pad: Path, tmp_path: Path, clock: Any) -> Iterator[Database]:
    path = tmp_path / "tellen.duckdb"
    path.write_bytes(voorbeeld_pad.read_bytes())
    database = Database(path, clock=clock)
    yield database
    database.close()


def made(**changes: str) -> NieuweTelling:
    return NieuweTelling(**{"gebied": WIJK, "indicator": TAFEL, "periode": "2018-K4", "waarde": "1.044", **changes})


def at(database: Database, indicator: str, periode: str) -> TellingRij:
    return next(it for it in reeks(database, WIJK, indicator).metingen if it.periode == periode)


def problems(database: Database, telling: NieuweTelling, who: Gebruiker = WERKER) -> dict[str | None, str]:
    with pytest.raises(OngeldigeInvoer) as caught:
        add_telling(database, who, telling, token="geweigerd")
    return {it.veld: it.melding for it in caught.value.problemen}


def test_a_meting_is_read_the_dutch_way_and_kept_once(store: Database) -> None:
    first = add_telling(store, WERKER, made(peildatum="15-11-2018"), token="t")
    again = add_telling(store, WERKER, made(waarde="9"), token="t")
    assert first.nieuw == 1
    assert again.inlezing == first.inlezing
    found = at(store, TAFEL, "2018-K4")
    assert (found.waarde, str(found.peildatum)) == (1044, "2018-11-15")


def test_everything_that_is_wrong_is_told_at_once(store: Database) -> None:
    wrong = problems(store, made(gebied="", indicator="x", periode="", waarde="12.5", peildatum="2024", n="veel"))
    assert set(wrong) == {"gebied", "indicator", "periode", "waarde", "peildatum", "n"}


def test_a_correction_asks_why_and_keeps_what_stood_there(store: Database) -> None:
    before = at(store, TAFEL, "2024-K2")
    wrong = problems(store, made(periode="2024-K2", waarde="333"))
    assert "Over deze periode staat er al 332." in wrong["reden"]
    add_telling(store, WERKER, made(periode="2024-K2", waarde="333", reden="Een lijst was blijven liggen."), token="u")
    series = reeks(store, WIJK, TAFEL)
    assert at(store, TAFEL, "2024-K2").waarde == 333
    assert [(it.periode, it.waarde, it.reden) for it in series.vorige] == [
        ("2024-K2", 332, "Een lijst was blijven liggen.")
    ]
    undo(store, WERKER, inlezingen(store, WERKER)[0].id)
    assert at(store, TAFEL, "2024-K2") == before
    assert reeks(store, WIJK, TAFEL).vorige == ()


def test_a_reason_with_somebody_in_it_is_refused(store: Database) -> None:
    wrong = problems(store, made(periode="2024-K2", waarde="333", reden="Bel 06-12345678 maar."))
    assert "gegeven van een mens" in wrong["reden"]


def test_nothing_at_all_is_no_nought(store: Database) -> None:
    assert "Een leeg vak is geen nul" in problems(store, made(waarde=""))["waarde"]
    add_telling(store, WERKER, made(waarde="0"), token="nul")
    assert at(store, TAFEL, "2018-K4").waarde == 0


def test_a_missing_figure_has_its_reason_and_no_value(store: Database) -> None:
    add_telling(store, WERKER, made(waarde="", ontbreekt_reden="te_klein"), token="t")
    found = at(store, TAFEL, "2018-K4")
    assert (found.waarde, found.ontbreekt_reden) == (None, "te_klein")
    assert "Kies een van de twee" in problems(store, made(ontbreekt_reden="geheim"))["ontbreekt_reden"]


def test_a_share_is_worked_out_with_its_interval_where_a_part_of_the_people_was_asked(store: Database) -> None:
    telling = made(indicator=BUREN, periode="2014", waarde="", teller="30", noemer="50")
    add_telling(store, WERKER, telling, token="t")
    found = at(store, BUREN, "2014")
    assert (found.waarde, found.status, found.n) == (60, "berekend", 50)
    assert (found.ondergrens, found.bovengrens) == pytest.approx((46.18, 72.39), abs=0.01)


def test_an_interval_that_was_given_stays(store: Database) -> None:
    telling = made(
        indicator=BUREN, periode="2014", waarde="60", teller="30", noemer="50", ondergrens="50", bovengrens="70", n="51"
    )
    add_telling(store, WERKER, telling, token="t")
    found = at(store, BUREN, "2014")
    assert (found.ondergrens, found.bovengrens, found.n) == (50, 70, 51)


@pytest.mark.parametrize(
    ("changes", "veld", "zin"),
    [
        (
            {"waarde": "61", "teller": "30", "noemer": "50", "ondergrens": "70", "bovengrens": "80"},
            "waarde",
            "niet tussen",
        ),
        ({"waarde": "75", "teller": "30", "noemer": "50"}, "waarde", "past niet bij teller en noemer"),
        ({"waarde": "60", "teller": "60", "noemer": "50"}, "teller", "groter dan de noemer"),
        ({"waarde": "0,6"}, "waarde", "Bedoelt u 60 procent?"),
        ({"waarde": "160"}, "waarde", "160 van de 100"),
    ],
)
def test_a_share_that_cannot_be_is_refused(store: Database, changes: dict[str, str], veld: str, zin: str) -> None:
    assert zin in problems(store, made(indicator=BUREN, periode="2014", **changes))[veld]


def test_less_than_one_per_cent_is_said_with_a_sign(store: Database) -> None:
    add_telling(store, WERKER, made(indicator=BUREN, periode="2014", waarde="0,6%"), token="t")
    assert at(store, BUREN, "2014").waarde == 0.6


def test_what_may_be_counted_is_what_the_wijk_chose(store: Database) -> None:
    assert {it.gebied for it in te_tellen(store, WERKER)} == {WIJK}
    codes = {it.indicator for it in te_tellen(store, WERKER)}
    assert TAFEL in codes
    assert "vm-samen-bewegen" not in codes, "its wijk let it go"
    assert not any(code.startswith("kwb-") for code in codes)
    assert te_tellen(store, BEZOEKER) == ()


def test_others_do_not_count_here(store: Database) -> None:
    assert "mag u geen cijfers geven" in problems(store, made(), ELDERS)["gebied"]
    with pytest.raises(NietToegestaan):
        add_telling(store, BEZOEKER, made(), token="t")


def test_the_nulmeting_is_a_mark_on_a_series_that_can_be_moved_and_taken_away(store: Database) -> None:
    set_nulmeting(store, WERKER, WIJK, TAFEL, "2019-K4")
    assert reeks(store, WIJK, TAFEL).nulmeting == "2019-K4"
    set_nulmeting(store, WERKER, WIJK, TAFEL, None)
    assert reeks(store, WIJK, TAFEL).nulmeting is None
    with pytest.raises(OngeldigeInvoer, match="geen cijfer"):
        set_nulmeting(store, WERKER, WIJK, TAFEL, "1999")
    with pytest.raises(OngeldigeInvoer, match="mag u geen cijfers"):
        set_nulmeting(store, ELDERS, WIJK, TAFEL, "2019-K4")


# Small counts


def shown(database: Database, target: Path) -> dict[str, tuple[str, str]]:
    """What leaves the house of the open tafel, by period: the figure, and why there is none."""
    export_metingen(database, target, gebieden=[WIJK], indicatoren=[TAFEL], force=True)
    with target.open(encoding="utf-8", newline="") as file:
        return {row["periode"]: (row["waarde"], row["ontbreekt_reden"]) for row in csv.DictReader(file)}


def card(database: Database) -> dict[str, float | None]:
    """What stands on the card of the wijk."""
    series = (it for kaart in wijkbeeld(database, WIJK).kaarten for it in kaart.reeksen)
    return {it.periode: it.waarde for found in series if found.indicator.code == TAFEL for it in found.metingen}


def test_a_small_count_is_shown_nowhere_and_neither_is_what_would_give_it_away(store: Database, tmp_path: Path) -> None:
    for quarter, count in (("K1", 3), ("K2", 40), ("K3", 50), ("K4", 60)):
        add_telling(store, WERKER, made(periode=f"2018-{quarter}", waarde=str(count)), token=quarter)
    target = tmp_path / "uit.csv"
    assert shown(store, target)["2018-K1"] == ("", "te_klein")
    assert shown(store, target)["2018-K2"] == ("40", "")
    add_telling(store, WERKER, made(periode="2018", waarde="153"), token="jaar")
    found = shown(store, target)
    assert found["2018"] == ("153", "")
    assert found["2018-K1"] == found["2018-K2"] == ("", "te_klein")
    assert card(store)["2018-K1"] is None
    assert card(store)["2018-K3"] == 50
    assert indicator_csv(store)["2018-K1"] == ""
    assert check_store(store) == ()


def indicator_csv(database: Database) -> dict[str, str]:
    """What can be taken from the page of the figure."""
    beeld = indicatorbeeld(database, TAFEL, wijk=WIJK)
    rows = csv.DictReader(metingen_csv(database, beeld).decode().splitlines())
    return {row["periode"]: row["waarde"] for row in rows if row["gebied"] == WIJK}


def test_who_counts_still_sees_what_was_counted_and_undoing_shows_the_rest_again(
    store: Database, tmp_path: Path
) -> None:
    add_telling(store, WERKER, made(waarde="3"), token="t")
    assert at(store, TAFEL, "2018-K4").waarde == 3
    undo(store, WERKER, inlezingen(store, WERKER)[0].id)
    with store.reading() as cursor:
        assert cursor.row("SELECT count(*) FROM meting_onderdrukking") == (0,)


def test_a_setting_says_what_is_small(store: Database, tmp_path: Path) -> None:
    add_telling(store, WERKER, made(waarde="7"), token="t")
    assert shown(store, tmp_path / "uit.csv")["2018-K4"] == ("7", "")
    bewaar(store, CLI, replace(lees(store), kleinste_aantal=10))
    assert shown(store, tmp_path / "uit.csv")["2018-K4"] == ("", "te_klein")
    bewaar(store, CLI, replace(lees(store), kleinste_aantal=1))
    assert shown(store, tmp_path / "uit.csv")["2018-K4"] == ("7", "")


def test_a_small_count_that_should_be_hidden_and_is_not_is_found_by_check(store: Database) -> None:
    add_telling(store, WERKER, made(waarde="3"), token="t")
    with store.writing() as cursor:
        cursor.execute("DELETE FROM meting_onderdrukking")
    assert any("te klein om te tonen" in line for line in check_store(store))
