"""Pins at the time axis: whatever happens together, no name lies over another name or over a pin."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from monitor.charts.assen import Tijd
from monitor.charts.pins import LETTERS, Pin, pin_rows, pins_of
from monitor.domain.meting import Gebeurtenis
from tests.builders import make_reeks

TIJD = Tijd(date(2016, 1, 1), date(2026, 1, 1), (2016, 2026))
HEAD = 0.06
gebeurtenissen = st.builds(
    Gebeurtenis,
    st.integers(0, 3650).map(lambda days: TIJD.first + timedelta(days=days)),
    st.text("ab ", min_size=1, max_size=80).map(lambda text: f"x{text}".strip()),
)


def place(pin: Pin) -> float:
    return (pin.gebeurtenis.datum - TIJD.first) / (TIJD.last - TIJD.first)


def reach(pin: Pin) -> tuple[float, float]:
    width = HEAD + len(pin.naam) / LETTERS
    late = TIJD.is_late(pin.gebeurtenis.datum)
    return (place(pin) - width, place(pin)) if late else (place(pin), place(pin) + width)


@given(st.lists(gebeurtenissen, max_size=9))
def test_no_name_lies_over_another_or_over_a_pin(happened: list[Gebeurtenis]) -> None:
    pins = pins_of(happened, TIJD)
    assert sorted(it.gebeurtenis.datum for it in pins) == sorted(it.datum for it in happened)
    named = [pin for pin in pins if pin.naam]
    for pin in named:
        start, end = reach(pin)
        assert not [it for it in pins if it.hoogte >= pin.hoogte and start + 1e-9 < place(it) < end - 1e-9]
        beside = [it for it in named if it is not pin and it.hoogte == pin.hoogte]
        assert not [it for it in beside if start + 1e-9 < reach(it)[1] and reach(it)[0] + 1e-9 < end]


@given(st.lists(gebeurtenissen, max_size=9))
def test_a_name_is_whole_or_says_that_it_was_cut_and_the_whole_is_told(happened: list[Gebeurtenis]) -> None:
    for pin in pins_of(happened, TIJD):
        assert pin.naam in ("", pin.gebeurtenis.titel) or pin.naam.endswith("…")
    told = {row["tip"] for row in pin_rows(pins_of(happened, TIJD), TIJD, 1.0, 0.0)}
    assert told == {f"{it.datum.year}: {it.titel}" for it in happened}


def test_one_thing_that_happened_has_its_whole_name() -> None:
    soep = Gebeurtenis(date(2018, 3, 1), "Soepmiddag begint")
    assert pins_of([soep], TIJD) == [Pin(soep, "Soepmiddag begint", 1)]


def test_on_a_wide_picture_names_fit_that_do_not_fit_on_a_phone() -> None:
    pair = [Gebeurtenis(date(2019, 6, 1), "Soepmiddag begint"), Gebeurtenis(date(2022, 6, 1), "Nieuwe bushalte")]
    assert any(pin.naam.endswith("…") for pin in pins_of(pair, TIJD))
    assert {pin.naam for pin in pins_of(pair, TIJD, letters=105)} == {it.titel for it in pair}


def test_what_happened_outside_the_figures_has_no_pin() -> None:
    days = (date(2017, 12, 31), date(2018, 1, 1), date(2020, 12, 31), date(2021, 1, 2))
    happened = tuple(Gebeurtenis(day, "x") for day in days)
    beside = make_reeks({2018: 1.0, 2020: 2.0}, gebeurtenissen=happened).gebeurtenissen_erbij
    assert [it.datum for it in beside] == list(days[1:3])
    assert make_reeks({2018: None}, gebeurtenissen=happened).gebeurtenissen_erbij == ()
