"""Numbers that people typed: which of them tell something of which nobody can see where it comes from."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.stukgetal import getallen_in, zonder_bron
from monitor.nl import format_getal


@pytest.mark.parametrize(
    ("tekst", "asking"),
    [
        ("In de wijk voelt 34 procent zich eenzaam.", ("34 procent",)),
        ("Wij vragen € 12.400 per jaar, en €4.400 eenmalig.", ("€ 12.400", "€ 4.400")),
        ("Van 20 naar 40 mensen, dus 20 erbij.", ("20", "40")),
        ("Het werd 3% meer, -1,5 punt.", ("3%", "-1,5")),
        ("Dat kost 2 miljoen.", ("2 miljoen",)),
        ("De 38 taalmaatjes helpen 12,5 uur.", ("38", "12,5")),
    ],
)
def test_what_tells_how_much_there_is_asks_for_a_source(tekst: str, asking: tuple[str, ...]) -> None:
    assert zonder_bron(tekst, ()) == asking


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "Artikel 160, lid 1, en artikelen 147 en 149 van de Gemeentewet.",
        "Op 15 maart 2027, op 15-7-2026 en om 19.30 uur.",
        "Zaak Z-2026-1234, A12, 45-plussers en 65+.",
        "In de jaren 2023-2025, en tot 2030.",
        "13. Eerst dit\n14) dan dat",
        "Zie beslispunt 14 en bijlage 15.",
        "Twee wijken, 3 avonden, 12 maanden.",
        "Bron CBS 2025: 45 procent.",
        "Volgens de monitor is dat 45 procent.",
        "45 procent, zie https://example.org/1",
    ],
)
def test_what_names_counts_a_few_or_tells_its_source_does_not(tekst: str) -> None:
    assert zonder_bron(tekst, ()) == ()


def test_a_source_is_of_its_own_line_only() -> None:
    assert zonder_bron("Bron: CBS, 45 procent.\nEn 46 procent.", ()) == ("46 procent",)


def test_what_is_known_does_not_ask() -> None:
    known = getallen_in("Het was 61,5 % en kostte € 12.400; de marge is -3.")
    assert known == {Decimal("61.5"), Decimal(12400), Decimal(-3)}
    assert zonder_bron("Het was 61,5 procent, € 12.400, en 3 % eraf.", known) == ()
    assert zonder_bron("Het was 61,4 procent.", known) == ("61,4 procent",)


@given(st.integers(13, 1899), st.integers(0, 3))
def test_a_number_is_known_again_however_many_decimals_it_has(whole: int, decimalen: int) -> None:
    said = format_getal(whole + 0.125, decimalen)
    assert zonder_bron(f"Dat is {said} procent.", getallen_in(f"Het cijfer is {said}.")) == ()
    assert zonder_bron(f"Dat is {said} mensen.", ()) == (said,)


@given(st.text())
def test_whatever_people_type_is_read(tekst: str) -> None:
    assert zonder_bron(tekst, getallen_in(tekst)) == ()
