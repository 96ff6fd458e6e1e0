"""The rules of the product, one by one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain import regels
from monitor.domain.gebied import GebiedSoort
from monitor.domain.indicator import (
    Bewijssoort,
    Draagvlak,
    IndicatorStatus,
    Richting,
    Rol,
    StemRol,
)
from monitor.domain.meting import OntbreektReden
from monitor.errors import OngeldigeInvoer
from tests.builders import make_indicator

BUREN = make_indicator(status=IndicatorStatus.IN_GESPREK)
NATIONAL = replace(BUREN, code="rivm-eenzaam", landelijk=True, rol=Rol.CONTEXT)


def stem(
    rol: StemRol, voor: int, tegen: int = 0, op: date = date(2025, 5, 6), toelichting: str | None = None
) -> Draagvlak:
    return Draagvlak(rol, voor, tegen, op, toelichting)


# Rule 1


@pytest.mark.parametrize(
    ("aantal", "grens", "full"), [(2, 3, False), (3, 3, True), (4, 5, False), (5, 5, True), (8, 8, True)]
)
def test_a_full_wijk_must_let_one_indicator_go(aantal: int, grens: int, full: bool) -> None:
    assert regels.check_kern_aantal(aantal, grens) is full


@pytest.mark.parametrize("grens", [0, 2, 9, -1])
def test_a_wijk_never_has_more_than_eight_kernindicatoren(grens: int) -> None:
    with pytest.raises(OngeldigeInvoer, match="van 3 tot en met 8"):
        regels.check_kern_aantal(1, grens)


def test_one_more_asks_which_one_leaves_and_why() -> None:
    with pytest.raises(OngeldigeInvoer) as refusal:
        regels.check_kern_erbij(5, eruit=None, reden=" ")
    assert [probleem.veld for probleem in refusal.value.problemen] == ["eruit", "reden"]


def test_one_more_is_fine_with_room_or_with_an_answer() -> None:
    regels.check_kern_erbij(4, eruit=None, reden="")
    regels.check_kern_erbij(5, eruit="buren-kennen", reden="Niemand keek ernaar.")


# Rule 2


def test_gedragen_needs_bewoners_and_professionals() -> None:
    both = [stem(StemRol.BEWONER, 12), stem(StemRol.PROFESSIONAL, 3)]
    assert regels.mag_gedragen(BUREN, both) == regels.Oordeel(True, "Bewoners en professionals steunen dit.")


def test_waiting_is_said_with_its_month() -> None:
    oordeel = regels.mag_gedragen(BUREN, [stem(StemRol.BEWONER, 12)])
    assert not oordeel
    assert oordeel.zin == "Bewoners steunen dit. Wacht sinds mei 2025 op professionals."


def test_a_veto_is_never_silent() -> None:
    against = stem(StemRol.PROFESSIONAL, 1, 4, date(2025, 6, 1), "Wij hebben geen tijd om te vragen.")
    oordeel = regels.mag_gedragen(BUREN, [against, stem(StemRol.BEWONER, 12)])
    assert oordeel.zin == (
        "Bewoners steunen dit. Wacht sinds juni 2025 op professionals. Hun reden: Wij hebben geen tijd om te vragen."
    )


def test_professionals_wait_for_bewoners_too() -> None:
    oordeel = regels.mag_gedragen(BUREN, [stem(StemRol.PROFESSIONAL, 2), stem(StemRol.RAADSLID, 20)])
    assert oordeel.zin == "Professionals steunen dit. Wacht sinds mei 2025 op bewoners."


def test_without_support_it_says_so() -> None:
    assert "nog niet gezegd" in regels.mag_gedragen(BUREN, []).zin


def test_what_a_role_said_last_counts() -> None:
    early = [stem(StemRol.BEWONER, 9), stem(StemRol.PROFESSIONAL, 9)]
    later = stem(StemRol.PROFESSIONAL, 1, 8, date(2025, 9, 1))
    assert not regels.mag_gedragen(BUREN, [later, *early])


def test_one_person_is_no_group_and_who_is_against_has_answered() -> None:
    one = [stem(StemRol.BEWONER, 12), stem(StemRol.PROFESSIONAL, 1)]
    assert regels.mag_gedragen(BUREN, one).zin == "Bewoners en één professional steunen dit."
    assert regels.mag_gedragen(BUREN, one[1:]).zin.startswith("Één professional steunt dit. Wacht sinds")
    against = [replace(it, voor=0, tegen=3) for it in one]
    assert regels.mag_gedragen(BUREN, against).zin == "Bewoners en professionals steunen dit nu niet."


def test_a_national_figure_is_never_gedragen() -> None:
    oordeel = regels.mag_gedragen(NATIONAL, [stem(StemRol.BEWONER, 12), stem(StemRol.PROFESSIONAL, 12)])
    assert not oordeel
    assert "heeft geen steun nodig" in oordeel.zin


def test_in_gebruik_needs_something_that_people_do() -> None:
    gedragen = regels.Oordeel(True, "Bewoners en professionals steunen dit.")
    assert not regels.mag_in_gebruik(gedragen, activiteiten=0, initiatieven=0)
    unpaid = regels.mag_in_gebruik(gedragen, activiteiten=0, initiatieven=1)
    assert unpaid == regels.Oordeel(True, "Bewoners en professionals steunen dit. 1 initiatief werkt hieraan.")
    assert (
        "2 activiteiten en 1 initiatief werken" in regels.mag_in_gebruik(gedragen, activiteiten=2, initiatieven=1).zin
    )


def test_what_is_not_gedragen_is_not_in_gebruik() -> None:
    waiting = regels.mag_gedragen(BUREN, [stem(StemRol.BEWONER, 12)])
    assert regels.mag_in_gebruik(waiting, activiteiten=3, initiatieven=3) == waiting


# Rules 3, 4 and 5


def test_wijken_compare_only_where_both_adopted_it() -> None:
    assert regels.vergelijkbaar(BUREN, {"WK990100", "WK990101"}, "WK990100", "WK990101")
    assert not regels.vergelijkbaar(BUREN, {"WK990100"}, "WK990100", "WK990101")


def test_context_compares_everywhere() -> None:
    assert regels.vergelijkbaar(NATIONAL, set(), "WK990100", "WK990101")


def test_a_model_proves_nothing_about_an_activiteit() -> None:
    assert [kind for kind in Bewijssoort if not regels.bewijst_effect(kind)] == [Bewijssoort.GESCHAT]


def test_good_and_bad_have_no_word_where_nobody_can_say() -> None:
    assert not regels.mag_kleuren(Richting.NIET_EENDUIDIG)
    assert regels.is_gunstig(Richting.NIET_EENDUIDIG, stijgt=True) is None


@pytest.mark.parametrize(
    ("richting", "stijgt", "gunstig"),
    [
        (Richting.HOGER_IS_GUNSTIG, True, True),
        (Richting.HOGER_IS_GUNSTIG, False, False),
        (Richting.LAGER_IS_GUNSTIG, True, False),
        (Richting.LAGER_IS_GUNSTIG, False, True),
    ],
)
def test_direction_decides_what_is_favourable(richting: Richting, stijgt: bool, gunstig: bool) -> None:
    assert regels.is_gunstig(richting, stijgt=stijgt) is gunstig


# Rule 6


def test_zero_is_a_value() -> None:
    regels.check_meting(0.0, None)


def test_missing_has_a_reason() -> None:
    regels.check_meting(None, OntbreektReden.GEHEIM)
    with pytest.raises(OngeldigeInvoer, match="Een leeg vak is geen nul"):
        regels.check_meting(None, None)


def test_a_value_has_no_reason_to_be_missing() -> None:
    with pytest.raises(OngeldigeInvoer, match="Kies een van de twee"):
        regels.check_meting(0.0, OntbreektReden.ONBEKEND)


@pytest.mark.parametrize("waarde", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(waarde: float) -> None:
    with pytest.raises(OngeldigeInvoer, match="kan bestaan"):
        regels.check_meting(waarde, None)


@pytest.mark.parametrize(
    ("waarde", "reden", "ondergrens", "bovengrens"),
    [
        (5.0, None, 4.0, None),
        (5.0, None, None, 6.0),
        (5.0, None, 6.0, 7.0),
        (5.0, None, 6.0, 4.0),
        (None, OntbreektReden.GEHEIM, 4.0, 6.0),
    ],
)
def test_bounds_that_cannot_be_are_refused(
    waarde: float | None, reden: OntbreektReden | None, ondergrens: float | None, bovengrens: float | None
) -> None:
    with pytest.raises(OngeldigeInvoer):
        regels.check_meting(waarde, reden, ondergrens=ondergrens, bovengrens=bovengrens)


def test_all_problems_of_a_meting_are_told_at_once() -> None:
    with pytest.raises(OngeldigeInvoer) as refusal:
        regels.check_meting(None, None, ondergrens=1.0, n=-1)
    assert len(refusal.value.problemen) == 3


@given(st.floats(allow_nan=False, allow_infinity=False), st.floats(0, 100), st.floats(0, 100))
def test_a_value_between_its_bounds_is_always_accepted(waarde: float, below: float, above: float) -> None:
    regels.check_meting(waarde, None, ondergrens=waarde - below, bovengrens=waarde + above)


# Rule 10


def test_a_citaat_is_literal() -> None:
    tekst = "Ik kende alleen de voetstappen.\nNu brengt ze mijn post."
    regels.check_citaat("de voetstappen. Nu brengt ze", tekst)
    with pytest.raises(OngeldigeInvoer, match="letterlijk"):
        regels.check_citaat("Ik kende de voetstappen", tekst)


@pytest.mark.parametrize(("woorden", "mag"), [(1, True), (60, True), (61, False)])
def test_a_citaat_has_sixty_words_at_most(woorden: int, mag: bool) -> None:
    tekst = "woord " * 100
    if mag:
        regels.check_citaat("woord " * woorden, tekst)
    else:
        with pytest.raises(OngeldigeInvoer, match="Dit zijn er 61"):
            regels.check_citaat("woord " * woorden, tekst)


def test_an_empty_citaat_is_refused() -> None:
    with pytest.raises(OngeldigeInvoer, match="Kies een zin"):
        regels.check_citaat(" \n ", "Een verhaal.")


@given(st.lists(st.text(min_size=1).filter(lambda word: word.split() == [word]), min_size=1, max_size=60), st.data())
def test_any_part_of_a_verhaal_can_be_its_citaat(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    regels.check_citaat(" ".join(words[start:]), "\n".join(words))


# Rule 12


@pytest.mark.parametrize(
    ("inwoners", "verhalen", "niveau"),
    [
        (1000, 5, GebiedSoort.WIJK),
        (999, 50, GebiedSoort.GEMEENTE),
        (9000, 4, GebiedSoort.GEMEENTE),
        (None, 50, GebiedSoort.GEMEENTE),
        (0, 0, GebiedSoort.GEMEENTE),
    ],
)
def test_small_places_protect(inwoners: float | None, verhalen: int, niveau: GebiedSoort) -> None:
    assert regels.toon_niveau(inwoners, verhalen) is niveau


@given(st.dates(), st.dates())
def test_days_of_one_quarter_cannot_be_told_apart(one: date, other: date) -> None:
    same = (one.year, (one.month - 1) // 3) == (other.year, (other.month - 1) // 3)
    assert (regels.kwartaal_of(one) == regels.kwartaal_of(other)) is same
    assert (regels.kwartaal_code(one) == regels.kwartaal_code(other)) is same


@given(st.dates())
def test_a_quarter_starts_on_or_before_its_day(day: date) -> None:
    start = regels.kwartaal_of(day)
    assert start.day == 1
    assert timedelta() <= day - start < timedelta(days=92)
