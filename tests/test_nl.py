"""Dutch numbers, dates and lists."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor import nl
from monitor.errors import OngeldigeInvoer


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12.0),
        ("12,5", 12.5),
        ("1.234", 1234.0),
        ("1.234,5", 1234.5),
        ("1.234.567", 1234567.0),
        ("1234567", 1234567.0),
        ("1 234,5", 1234.5),
        ("1\u00a0234", 1234.0),
        ("-3,2", -3.2),
        ("−3", -3.0),
        ("0", 0.0),
        ("0,05", 0.05),
        ("007", 7.0),
        ("  12 ", 12.0),
        ("€ 12", 12.0),
        ("€12.400,-", 12400.0),
        ("12%", 12.0),
        ("12 %", 12.0),
    ],
)
def test_a_dutch_number_is_read(text: str, value: float) -> None:
    assert nl.parse_getal(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "12.5",
        "1,234.5",
        "0.123",
        "1.23",
        "12.3456",
        "1.234 567.8",
        "twaalf",
        "12,",
        ",5",
        "--1",
        "1e5",
        "nan",
        "inf",
        "١٢",
    ],
)
def test_a_number_that_could_be_read_two_ways_is_refused_with_how_to_write_it(text: str) -> None:
    with pytest.raises(OngeldigeInvoer, match=r"Schrijf het getal als 1\.234,5\."):
        nl.parse_getal(text)


@pytest.mark.parametrize("text", ["", "  ", "€", "%"])
def test_an_empty_number_asks_for_one(text: str) -> None:
    with pytest.raises(OngeldigeInvoer, match=r"^Vul een getal in\.$"):
        nl.parse_getal(text)


def test_a_number_beyond_reason_is_refused() -> None:
    with pytest.raises(OngeldigeInvoer, match="te groot"):
        nl.parse_getal("9" * 400)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3))
def test_what_is_written_reads_back_the_same(value: Decimal) -> None:
    assert nl.parse_getal(nl.format_getal(value, 3)) == float(value)


@given(
    value=st.decimals(min_value=-(10**12), max_value=10**12, places=3),
    places=st.integers(0, 3),
    thousands=st.sampled_from([".", " ", "\u00a0", "\u202f", ""]),
    before=st.sampled_from(["", "€", "€ ", " "]),
    after=st.sampled_from(["", "%", " %", " "]),
    minus=st.sampled_from(["-", "−"]),
)
def test_every_dutch_way_to_write_a_number_reads_back_as_that_number(
    value: Decimal, places: int, thousands: str, before: str, after: str, minus: str
) -> None:
    written = nl.format_getal(value, places)
    text = written.replace(".", thousands).replace("-", minus)
    whole = f"{text},-" if places == 0 and before.startswith("€") and not after else text
    read = nl.parse_getal(f"{before}{whole}{after}")
    assert nl.format_getal(read, places) == written


@given(st.text())
def test_any_text_is_a_number_or_a_refusal(text: str) -> None:
    try:
        nl.parse_getal(text)
    except OngeldigeInvoer as refusal:
        assert str(refusal)


@pytest.mark.parametrize(
    ("value", "decimalen", "text"),
    [
        (0, 0, "0"),
        (11485, 0, "11.485"),
        (1234.5, 1, "1.234,5"),
        (42.5, 0, "43"),
        (48.9, 0, "49"),
        (0.5, 0, "1"),
        (2.675, 2, "2,68"),
        (-0.2, 0, "0"),
        (-1234.5, 0, "-1.235"),
        (Decimal("7.25"), 1, "7,3"),
        (1e16, 0, "10.000.000.000.000.000"),
        (1e-7, 2, "0,00"),
    ],
)
def test_a_number_is_written_the_dutch_way(value: float | Decimal, decimalen: int, text: str) -> None:
    assert nl.format_getal(value, decimalen) == text


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_never_shown(value: float) -> None:
    with pytest.raises(ValueError, match="not a number"):
        nl.format_getal(value)


def test_cents_are_shown_only_where_there_are_any() -> None:
    assert nl.format_euro(Decimal("12400.00")) == "€ 12.400"
    assert nl.format_euro(Decimal("12400.5")) == "€ 12.400,50"


def test_counts_agree_with_their_noun() -> None:
    assert nl.meervoud(1, "verhaal", "verhalen") == "1 verhaal"
    assert nl.meervoud(0, "verhaal", "verhalen") == "0 verhalen"
    assert nl.meervoud(1200, "verhaal", "verhalen") == "1.200 verhalen"


def test_small_counts_can_be_written_in_words() -> None:
    assert [nl.telwoord(count) for count in (0, 1, 12, 13)] == ["geen", "een", "twaalf", "13"]


@pytest.mark.parametrize(
    ("delen", "zin"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_a_list_reads_as_a_sentence(delen: list[str], zin: str) -> None:
    assert nl.opsomming(delen) == zin


def test_a_capital_leaves_the_rest_alone() -> None:
    assert nl.hoofdletter("de CBS-wijk") == "De CBS-wijk"
    assert nl.hoofdletter("ijsbaan") == "IJsbaan"
    assert nl.hoofdletter("") == ""


def test_days_and_months_are_dutch() -> None:
    assert nl.format_datum(date(2025, 3, 3)) == "3 maart 2025"
    assert nl.format_maand(date(2025, 12, 31)) == "december 2025"


@pytest.mark.parametrize(
    ("month", "text"),
    [(1, "winter 2025"), (3, "winter 2025"), (4, "voorjaar 2025"), (9, "zomer 2025"), (12, "najaar 2025")],
)
def test_a_quarter_is_a_season(month: int, text: str) -> None:
    assert nl.format_kwartaal(date(2025, month, 28)) == text


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2025, 1, 31, 23, 30, tzinfo=UTC), date(2025, 2, 1)),
        (datetime(2025, 6, 30, 21, 59, tzinfo=UTC), date(2025, 6, 30)),
        (datetime(2025, 6, 30, 22, 0), date(2025, 7, 1)),
    ],
)
def test_the_day_is_the_day_in_the_netherlands(moment: datetime, day: date) -> None:
    assert nl.today_amsterdam(moment) == day


@pytest.mark.parametrize("day", [date(2025, 1, 31), date(2025, 6, 30), date(2025, 3, 30), date(2025, 10, 26)])
def test_a_day_begins_when_it_does_in_the_netherlands(day: date) -> None:
    begin = nl.begin_of(day)
    assert nl.today_amsterdam(begin) == day
    assert nl.today_amsterdam(begin - timedelta(seconds=1)) == day - timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "periode", "start", "words", "placed"),
    [
        ("2024", "2024", date(2024, 1, 1), "2024", "in 2024"),
        (" 2024-k3", "2024-K3", date(2024, 7, 1), "zomer 2024", "in de zomer van 2024"),
        ("2024 Q2", "2024-K2", date(2024, 4, 1), "voorjaar 2024", "in het voorjaar van 2024"),
        ("2024-7", "2024-07", date(2024, 7, 1), "juli 2024", "in juli 2024"),
        ("2024-07-15", "2024-07-15", date(2024, 7, 15), "15 juli 2024", "op 15 juli 2024"),
        ("15-7-2024", "2024-07-15", date(2024, 7, 15), "15 juli 2024", "op 15 juli 2024"),
    ],
)
def test_a_period_is_read_and_told(text: str, periode: str, start: date, words: str, placed: str) -> None:
    assert nl.parse_periode(text) == (periode, start)
    assert nl.format_periode(periode) == words
    assert nl.in_periode(periode) == placed


@pytest.mark.parametrize(
    "text", ["", "24", "2024-K5", "2024-13", "2024-02-30", "zomer", "1492", "9999", "20241", "٢٠٢٤"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(OngeldigeInvoer):
        nl.parse_periode(text)


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("voorjaar 2024", "2024-K2: dat is april tot en met juni."),
        (" Winter  2023", "2023-K1: dat is januari tot en met maart."),
        ("juli 2024", "2024-07."),
    ],
)
def test_a_period_in_the_words_of_the_screen_is_refused_with_how_to_write_it(text: str, spelled: str) -> None:
    with pytest.raises(OngeldigeInvoer, match=f"Schrijf “.*” als {spelled}"):
        nl.parse_periode(text)


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31)))
def test_every_day_is_a_period_that_reads_back(day: date) -> None:
    assert nl.parse_periode(day.isoformat()) == (day.isoformat(), day)
    for written in (day.isoformat(), f"{day.day}-{day.month}-{day.year}", f" {day.isoformat()} "):
        assert nl.dag_of_niets(written) == day
    assert nl.format_periode(day.isoformat()) == nl.format_datum(day)


@pytest.mark.parametrize(
    "text", ["", "2024", "2024-07", "2024-K3", "30-2-2024", "juli 2024", "15-7-24", "2024-07-15T10"]
)
def test_what_is_not_a_whole_day_is_no_day(text: str) -> None:
    assert nl.dag_of_niets(text) is None


def test_vega_gets_twelve_months_and_seven_days() -> None:
    assert nl.TIME_LOCALE["months"] == list(nl.MAANDEN)
    assert len(nl.TIME_LOCALE["days"]) == len(nl.TIME_LOCALE["shortDays"]) == 7  # type: ignore[arg-type]
    assert nl.NUMBER_LOCALE["decimal"] == ","


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("jan-23", "2023-01"),
        ("mrt 2024", "2024-03"),
        ("7-2024", "2024-07"),
        ("07/2024", "2024-07"),
        ("K1 2023", "2023-K1"),
        ("Q4-2023", "2023-K4"),
        ("derde kwartaal 2026", "2026-K3"),
        ("1e kwartaal van 2026", "2026-K1"),
        ("kwartaal 2 2026", "2026-K2"),
    ],
)
def test_of_a_period_in_another_order_the_right_spelling_is_told(text: str, meant: str) -> None:
    with pytest.raises(OngeldigeInvoer, match=f"Schrijf “{text}” als {meant}"):
        nl.parse_periode(text)
    assert nl.parse_periode(meant)[0] == meant


@pytest.mark.parametrize("text", ["kwartaal drie", "13-2024", "foo-23", "K5 2023", "zesde kwartaal 2026"])
def test_what_is_no_period_is_not_explained_as_one(text: str) -> None:
    with pytest.raises(OngeldigeInvoer, match="geen periode die we kennen"):
        nl.parse_periode(text)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Er is soep", "Er is soep."),
        (" Er is soep. ", "Er is soep."),
        ("Is er soep?", "Is er soep?"),
        ("En toen…", "En toen…"),
        ("Zij zei: “soep”", "Zij zei: “soep”."),
        ("Zij zei: “Er is soep.”", "Zij zei: “Er is soep.”"),
        ("Zij vroeg: “Is er soep?”", "Zij vroeg: “Is er soep?”"),
        ("  ", ""),
    ],
)
def test_a_sentence_ends_once_and_nothing_stays_nothing(text: str, whole: str) -> None:
    assert nl.sentence(text) == whole


@given(st.text())
def test_a_sentence_made_twice_is_made_once(text: str) -> None:
    assert nl.sentence(nl.sentence(text)) == nl.sentence(text)


@pytest.mark.parametrize(
    ("perioden", "said"),
    [
        (["2023", "2024"], "per jaar"),
        (["2023-K4", "2024-K1"], "per kwartaal"),
        (["2024-07"], "per maand"),
        (["2024-07-15", "2024-07-16"], "per dag"),
        (["2023", "2024-K1"], "door de tijd"),
        ([], "door de tijd"),
    ],
)
def test_how_often_there_is_a_figure_is_said_as_it_is(perioden: list[str], said: str) -> None:
    assert nl.per_periode(perioden) == said
