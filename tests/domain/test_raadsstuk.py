"""Which texts stand in a field, whatever the order in which people write, and what may be quoted."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.raadsstuk import (
    NIET_OPENBAAR,
    TE_LANG,
    VELDEN,
    ZONDER_CITAAT,
    Deel,
    StukVeld,
    TekstVersie,
    citaat_probleem,
    tekst_standen,
)
from monitor.domain.verhaal import Gebruik
from tests.builders import make_verhaal

OP = datetime(2026, 11, 20)


def versie(nummer: int, door: str, begonnen_bij: int, tekst: str | None, *, kiest: bool = False) -> TekstVersie:
    return TekstVersie(str(nummer), nummer, tekst, begonnen_bij, door, OP, kiest=kiest)


def standing(*versies: TekstVersie) -> list[str | None]:
    return [it.tekst for it in tekst_standen(versies)]


def test_an_old_screen_of_her_own_does_not_wipe_out_what_she_took_over_of_another() -> None:
    een, twee = versie(1, "a", 0, "een"), versie(2, "b", 1, "een twee")
    samen = versie(3, "a", 2, "een twee drie")
    assert standing(een, twee, samen) == ["een twee drie"]
    assert standing(een, twee, samen, versie(4, "a", 1, "een vier")) == ["een twee drie", "een vier"]


def test_her_own_text_goes_on_also_when_the_screen_did_not_hear_its_number() -> None:
    een, twee, drie = versie(1, "a", 0, "een"), versie(2, "a", 0, "een twee"), versie(3, "a", 0, "een twee drie")
    assert standing(een, twee, drie) == ["een twee drie"]
    ander = versie(2, "b", 0, "ander")
    assert standing(een, ander, versie(3, "a", 0, "een drie")) == ["ander", "een drie"]


def test_what_one_person_wrote_in_another_window_stays_beside_what_she_writes_here() -> None:
    een, hier = versie(1, "a", 0, "een"), versie(2, "a", 1, "een, van boven")
    daar = versie(3, "a", 1, "een, van beneden")
    assert standing(een, hier, daar) == ["een, van boven", "een, van beneden"]
    # Each window goes on with its own, until she chooses.
    verder = versie(4, "a", 3, "een, verder")
    assert standing(een, hier, daar, verder) == ["een, van boven", "een, verder"]
    assert standing(een, hier, daar, verder, versie(5, "a", 4, "samen", kiest=True)) == ["samen"]
    # Only words that all stand here too go; of somebody else not even those.
    assert standing(een, versie(2, "b", 1, "een t"), versie(3, "a", 1, "een twee")) == ["een t", "een twee"]
    assert standing(een, versie(2, "a", 1, ""), versie(3, "a", 1, "een twee")) == ["", "een twee"]


def test_choosing_takes_the_place_of_what_was_seen_and_of_no_more() -> None:
    een, twee, drie = versie(1, "a", 0, "een"), versie(2, "b", 0, "twee"), versie(3, "c", 0, "drie")
    assert standing(een, twee, drie) == ["een", "twee", "drie"]
    assert standing(een, twee, drie, versie(4, "a", 2, "samen", kiest=True)) == ["drie", "samen"]
    assert standing(een, twee, drie, versie(4, "a", 3, "samen", kiest=True)) == ["samen"]


def test_what_was_taken_away_stands_nowhere() -> None:
    assert standing(versie(1, "a", 0, None)) == []
    assert standing(versie(1, "a", 0, None), versie(2, "b", 1, "opnieuw")) == ["opnieuw"]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 9), st.booleans()), min_size=1, max_size=10))
def test_a_text_goes_only_for_who_could_have_seen_it_or_when_its_writer_has_it_all_here(
    steps: list[tuple[str, int, bool]],
) -> None:
    versies = [
        versie(place, door, min(begonnen_bij, place - 1), f"tekst {place}", kiest=kiest)
        for place, (door, begonnen_bij, kiest) in enumerate(steps, start=1)
    ]
    for end in range(1, len(versies) + 1):
        newest = versies[end - 1]
        before, after = tekst_standen(versies[: end - 1]), tekst_standen(versies[:end])
        assert newest in after
        for gone in set(before) - set(after):
            hers = gone.door == newest.door and (gone.tekst or "") in (newest.tekst or "")
            assert hers or gone.nummer <= newest.begonnen_bij


@pytest.mark.parametrize(
    ("changes", "melding"),
    [
        ({"gebruiken": (Gebruik.OPENBAAR,)}, None),
        ({"gebruiken": (Gebruik.LEREN, Gebruik.GESPREK)}, NIET_OPENBAAR),
        ({"gebruiken": (Gebruik.OPENBAAR,), "citaat": None}, ZONDER_CITAAT),
        ({"gebruiken": (Gebruik.OPENBAAR,), "citaat": "  "}, ZONDER_CITAAT),
        ({"gebruiken": (Gebruik.OPENBAAR,), "citaat": "woord " * 60}, None),
        ({"gebruiken": (Gebruik.OPENBAAR,), "citaat": "woord " * 61}, TE_LANG),
    ],
)
def test_only_a_short_public_citaat_of_the_teller_can_be_quoted(changes: dict[str, object], melding: str) -> None:
    assert citaat_probleem(make_verhaal(**changes)) == melding


def test_a_field_of_the_tool_is_known_by_its_key_and_every_deel_has_fields() -> None:
    assert StukVeld(Deel.KANTTEKENINGEN, "zin:breuk:a").zin == "breuk:a"
    assert StukVeld(Deel.KANTTEKENINGEN).zin is None
    assert set(VELDEN) == set(Deel)
