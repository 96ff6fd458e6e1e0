"""One meting in a form: read the Dutch way, worked out where it can be, kept with what stood there before."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.indicator import Bewijssoort
from monitor.domain.wijkbeeld import Wijkbeeld
from monitor.errors import NietToegestaan, OngeldigeInvoer
from monitor.services.controle import check_store
from monitor.services.indicatorbeeld import indicatorbeeld, metingen_csv
from monitor.services.indicatoren import add_indicatoren, ensure_bron
from monitor.services.instellingen import bewaar, lees
from monitor.services.invoer_metingen import inlezingen, undo
from monitor.services.levensloop import change_indicator
from monitor.services.onderdrukking import rebuild
from monitor.services.tellen import NieuweTelling, add_telling, reeks, set_nulmeting, te_tellen
from monitor.services.uitvoer import export_metingen
from monitor.services.wijkbeeld import wijkbeeld
from monitor.services.zinnen import trend_zin
from monitor.store.database import Database
from monitor.store.meting_store import TellingRij
from monitor.store.rijen import insert_into
from tests.services.builders import CLI, make_indicator

WIJK, TAFEL, BUREN = "WK990101", "vm-open-tafel", "vm-buren-oppassen"
WERKER = Gebruiker("proef:w", "w", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.WELZIJNSWERKER, WIJK),))
BELEID = Gebruiker("proef:b", "b", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.BELEIDSMEDEWERKER),))
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
    return next(it for it in reeks(database, CLI, WIJK, indicator).metingen if it.periode == periode)


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


def test_a_count_of_a_period_that_is_not_over_is_voorlopig_and_no_trend(store: Database) -> None:
    before = wijkbeeld(store, WIJK)
    add_telling(store, WERKER, made(periode="2026-K4", waarde="1.240", peildatum="20-11-2026"), token="t")
    assert at(store, TAFEL, "2026-K4").status == "voorlopig"
    add_telling(store, WERKER, made(periode="2018-K4"), token="u")
    assert at(store, TAFEL, "2018-K4").status == "definitief"

    def trend(beeld: Wijkbeeld) -> str:
        return next(trend_zin(it) for kaart in beeld.kaarten for it in kaart.reeksen if it.indicator.code == TAFEL)

    assert trend(wijkbeeld(store, WIJK)) == trend(before)


def test_everything_that_is_wrong_is_told_at_once(store: Database) -> None:
    wrong = problems(store, made(gebied="", indicator="x", periode="", waarde="12.5", peildatum="2024", n="veel"))
    assert set(wrong) == {"gebied", "indicator", "periode", "waarde", "peildatum", "n"}


def test_a_correction_asks_why_and_keeps_what_stood_there(store: Database) -> None:
    before = at(store, TAFEL, "2024-K2")
    wrong = problems(store, made(periode="2024-K2", waarde="333"))
    assert "Over deze periode staat er al 332." in wrong["reden"]
    add_telling(store, WERKER, made(periode="2024-K2", waarde="333", reden="Een lijst was blijven liggen."), token="u")
    series = reeks(store, WERKER, WIJK, TAFEL)
    assert at(store, TAFEL, "2024-K2").waarde == 333
    assert [(it.periode, it.waarde, it.reden) for it in series.vorige] == [
        ("2024-K2", 332, "Een lijst was blijven liggen.")
    ]
    undo(store, WERKER, inlezingen(store, WERKER)[0].id)
    assert at(store, TAFEL, "2024-K2") == before
    assert reeks(store, WERKER, WIJK, TAFEL).vorige == ()


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
    assert reeks(store, WERKER, WIJK, TAFEL).nulmeting == "2019-K4"
    set_nulmeting(store, WERKER, WIJK, TAFEL, None)
    assert reeks(store, WERKER, WIJK, TAFEL).nulmeting is None
    with pytest.raises(OngeldigeInvoer, match="geen cijfer"):
        set_nulmeting(store, WERKER, WIJK, TAFEL, "1999")
    with pytest.raises(NietToegestaan, match="mag u geen cijfers"):
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


def test_two_is_no_smallest_count_for_what_is_hidden_would_be_one(store: Database) -> None:
    with pytest.raises(OngeldigeInvoer, match="wat er niet staat, is 1"):
        bewaar(store, CLI, replace(lees(store), kleinste_aantal=2))


def hidden_in(database: Database, periode: str, given: Mapping[str, object], **changes: Any) -> bool:
    """Whether a meting of an own indicator like this is hidden, while the store agrees with itself."""
    code = f"soort-{'-'.join(map(str, changes.values()))}"
    with database.reading() as cursor:
        known = cursor.row("SELECT count(*) FROM indicator WHERE code = ?", [code]) != (0,)
    if not known:
        ensure_bron(database, "eigen", "Eigen cijfers", "Bewoners", "Zelf geteld", door="test")
        add_indicatoren(database, [make_indicator(code=code, naam=code, **changes)], door="test")
    with database.writing() as cursor:
        columns = {"gebied": WIJK, "indicator": code, "periode": periode, "periode_start": date(int(periode), 1, 1)}
        inlezing = cursor.row("SELECT min(inlezing) FROM meting")
        assert inlezing is not None
        insert_into(cursor, "meting", [{**columns, "status": "definitief", "inlezing": inlezing[0], **given}])
        rebuild(cursor, 5, [code])
        found = cursor.row(
            "SELECT count(*) FROM meting_onderdrukking WHERE indicator = ? AND periode = ?", [code, periode]
        )
    assert not [it for it in check_store(database) if "te klein om te tonen" in it]
    return found == (1,)


COUNTED, REGISTERED, SHARE, MARK = (
    {"eenheid": "gesprekken", "bewijssoort": Bewijssoort.GETELD},
    {"eenheid": "aantal", "bewijssoort": Bewijssoort.GEREGISTREERD},
    {"eenheid": "%", "bewijssoort": Bewijssoort.GEMETEN},
    {"eenheid": "cijfer", "bewijssoort": Bewijssoort.ERVAREN},
)


@pytest.mark.parametrize(
    ("kind", "given", "is_hidden"),
    [
        (COUNTED, {"waarde": 2}, True),
        (COUNTED, {"waarde": 2, "teller": 100, "noemer": 200}, True),
        (COUNTED, {"waarde": 0}, False),
        (COUNTED, {"waarde": 5}, False),
        (REGISTERED, {"waarde": 2}, True),
        (REGISTERED, {"waarde": 20}, False),
        (SHARE, {"waarde": 20, "n": 10}, True),
        (SHARE, {"waarde": 98, "n": 100}, True),
        (SHARE, {"waarde": 98, "teller": 98, "noemer": 100}, True),
        (SHARE, {"waarde": 33.3, "teller": 1, "noemer": 3}, True),
        (SHARE, {"waarde": 100, "n": 3}, True),
        (SHARE, {"waarde": 40, "n": 100}, False),
        (SHARE, {"waarde": 0, "n": 100}, False),
        (SHARE, {"waarde": 2}, False),
        (MARK, {"waarde": 7.5, "n": 4}, True),
        (MARK, {"waarde": 7.5, "n": 40}, False),
        (MARK, {"waarde": 2}, False),
    ],
)
def test_own_figures_of_a_few_people_are_hidden_whatever_they_are(
    store: Database, kind: dict[str, Any], given: dict[str, float], is_hidden: bool
) -> None:
    assert hidden_in(store, "2019", given, **kind) is is_hidden


def test_what_a_source_hides_takes_another_count_with_it_and_keeps_its_own_reason(
    store: Database, tmp_path: Path
) -> None:
    add_telling(store, WERKER, made(periode="2018-K1", waarde="", ontbreekt_reden="geheim"), token="K1")
    for quarter in ("K2", "K3", "K4"):
        add_telling(store, WERKER, made(periode=f"2018-{quarter}", waarde="20"), token=quarter)
    add_telling(store, WERKER, made(periode="2018", waarde="70"), token="jaar")
    found = shown(store, tmp_path / "uit.csv")
    assert found["2018-K1"] == ("", "geheim")
    assert found["2018-K2"] == ("", "te_klein")
    assert found["2018-K3"] == found["2018-K4"] == ("20", "")
    assert found["2018"] == ("70", "")


def test_a_count_stays_hidden_when_it_is_no_longer_said_that_it_was_counted(store: Database) -> None:
    assert hidden_in(store, "2019", {"waarde": 2}, **COUNTED)
    code = "soort-gesprekken-geteld"
    anew = {"eenheid": "punten", "bewijssoort": Bewijssoort.ERVAREN, "geldig_van": date(2025, 6, 1)}
    change_indicator(store, BELEID, make_indicator(code=code, naam=code, reden="Wij vragen het nu.", **anew))
    with store.reading() as cursor:
        assert cursor.rows("SELECT periode FROM meting_onderdrukking WHERE indicator = ?", [code]) == [("2019",)]
    assert not [it for it in check_store(store) if "te klein om te tonen" in it]


def test_what_becomes_a_count_is_hidden_at_once(store: Database) -> None:
    assert not hidden_in(store, "2019", {"waarde": 2}, **MARK)
    code = "soort-cijfer-ervaren"
    anew = {"eenheid": "mensen", "bewijssoort": Bewijssoort.GETELD, "geldig_van": date(2025, 6, 1)}
    change_indicator(store, BELEID, make_indicator(code=code, naam=code, reden="Het zijn mensen.", **anew))
    with store.reading() as cursor:
        assert cursor.rows("SELECT periode FROM meting_onderdrukking WHERE indicator = ?", [code]) == [("2019",)]


def test_a_count_has_no_other_teller(store: Database) -> None:
    wrong = problems(store, made(waarde="2", teller="100", noemer="200"))
    assert "telling van 2" in wrong["teller"]


def test_a_small_count_that_should_be_hidden_and_is_not_is_found_by_check(store: Database) -> None:
    add_telling(store, WERKER, made(waarde="3"), token="t")
    with store.writing() as cursor:
        cursor.execute("DELETE FROM meting_onderdrukking")
    assert any("te klein om te tonen" in line for line in check_store(store))
