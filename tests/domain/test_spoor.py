"""The spoor: what is found going on is found going back, and a chain that bites its tail ends."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.spoor import (
    Schakel,
    SchakelSoort,
    Sleutel,
    Spoorpunt,
    SpoorSoort,
    in_volgorde,
    kwam_uit,
    kwam_van,
    stappen,
)

SLEUTELS = [(soort, f"{soort.value}-{number}") for soort in SpoorSoort for number in (1, 2)]
SCHAKELS = st.lists(
    st.builds(Schakel, st.sampled_from(SLEUTELS), st.sampled_from(SLEUTELS), st.sampled_from(SchakelSoort)), max_size=60
)


def leerpunt(number: int) -> Sleutel:
    return SpoorSoort.LEERPUNT, str(number)


def learned(van: Sleutel, naar: Sleutel) -> Schakel:
    return Schakel(van, naar, SchakelSoort.GELEERD)


@given(SCHAKELS)
def test_both_ways_mirror_each_other(schakels: list[Schakel]) -> None:
    on = {(begin, there) for begin in SLEUTELS for there in kwam_van(schakels, begin)}
    back = {(there, begin) for begin in SLEUTELS for there in kwam_uit(schakels, begin)}
    assert on == back


@given(SCHAKELS)
def test_what_stands_one_step_away_is_always_reached_and_mirrors(schakels: list[Schakel]) -> None:
    punten = {it: Spoorpunt(*it, naam=None, dag=None, gebied=None) for it in SLEUTELS}
    for begin in SLEUTELS:
        on = {it.punt.sleutel for it in stappen(schakels, punten, begin, terug=False)}
        assert on <= kwam_van(schakels, begin)
        for there in on:
            assert begin in {it.punt.sleutel for it in stappen(schakels, punten, there, terug=True)}


def test_a_chain_that_bites_its_tail_ends_and_does_not_hold_itself() -> None:
    ring = [learned(leerpunt(number), leerpunt((number + 1) % 3)) for number in range(3)]
    assert kwam_van(ring, leerpunt(0)) == {leerpunt(1), leerpunt(2)} == kwam_uit(ring, leerpunt(0))


def test_a_very_long_chain_is_walked_to_its_end() -> None:
    chain = [learned(leerpunt(number), leerpunt(number + 1)) for number in range(20_000)]
    assert len(kwam_van(chain, leerpunt(0))) == len(kwam_uit(chain, leerpunt(20_000))) == 20_000


def test_what_lay_on_one_table_did_not_come_of_each_other() -> None:
    verhaal, sessie = (SpoorSoort.VERHAAL, "v"), (SpoorSoort.SESSIE, "s")
    schakels = [
        Schakel(verhaal, sessie, SchakelSoort.OP_TAFEL),
        Schakel(sessie, leerpunt(1), SchakelSoort.GEZEGD),
        learned(leerpunt(1), leerpunt(2)),
    ]
    assert kwam_van(schakels, verhaal) == {sessie}
    assert kwam_uit(schakels, leerpunt(1)) == {sessie}
    assert kwam_van(schakels, sessie) == {leerpunt(1), leerpunt(2)}
    assert kwam_van([*schakels, learned(verhaal, leerpunt(1))], verhaal) == {sessie, leerpunt(1), leerpunt(2)}


def test_what_is_done_about_a_figure_did_not_come_of_every_verhaal_about_it() -> None:
    verhaal, cijfer, zaak = (SpoorSoort.VERHAAL, "v"), (SpoorSoort.INDICATOR, "i"), (SpoorSoort.ACTIVITEIT, "a")
    schakels = [
        Schakel(verhaal, cijfer, SchakelSoort.KOPPELING),
        Schakel(cijfer, zaak, SchakelSoort.WERKT_AAN),
    ]
    assert kwam_van(schakels, verhaal) == {cijfer}
    assert kwam_uit(schakels, zaak) == {cijfer}


def test_the_oldest_comes_first_and_what_has_no_day_last() -> None:
    made = [
        Spoorpunt(SpoorSoort.INITIATIEF, "x", "Bank", None, None),
        Spoorpunt(SpoorSoort.LEERPUNT, "l", "Later", date(2026, 3, 1), None),
        Spoorpunt(SpoorSoort.VERHAAL, "v", "Eerst", date(2026, 3, 1), None),
        Spoorpunt(SpoorSoort.GROEP, "g", "Oud", date(2015, 1, 1), None),
    ]
    assert [it.id for it in in_volgorde(made)] == ["g", "v", "l", "x"]
