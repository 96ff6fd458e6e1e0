"""Figures in words: what is said, and what is never said."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.indicator import Bewijssoort, Indicator, IndicatorSoort, Richting, Rol
from monitor.domain.meting import Breuk, BreukSoort, Meting, MetingStatus, OntbreektReden, Reeks
from monitor.domain.verhaal import Gevoel, Koppeling, Leeftijdsgroep, Verhaal, Verhouding
from monitor.domain.wijk import Financiering, FinancieringStaat, FinancieringVorm
from monitor.services import woorden, zinnen
from tests.builders import make_indicator, make_meting, make_reeks, make_series, make_verhaal

BUREN = make_indicator(naam="Mensen kennen genoeg buren", soort=IndicatorSoort.BELEVING)
EIGEN_PRECIES = replace(BUREN, decimalen=1)
EENZAAM = replace(
    BUREN,
    code="rivm-eenzaam",
    naam="Mensen die zich eenzaam voelen",
    decimalen=1,
    bewijssoort=Bewijssoort.GESCHAT,
    richting=Richting.LAGER_IS_GUNSTIG,
    rol=Rol.CONTEXT,
    landelijk=True,
    populatie="volwassenen",
    zin="voelden {waarde} zich eenzaam",
)
INWONERS = replace(
    BUREN,
    code="kwb-inwoners",
    naam="Inwoners",
    eenheid="aantal",
    bewijssoort=Bewijssoort.GEREGISTREERD,
    richting=Richting.NIET_EENDUIDIG,
    richting_uitleg="Dit cijfer beschrijft de wijk",
    zin="woonden hier {waarde}",
)
SCORE = replace(
    EENZAAM, naam="Leefbaarheid", eenheid="score", decimalen=2, populatie=None, zin="kreeg de wijk een {waarde}"
)
CIJFER = replace(BUREN, naam="Buurtcijfer", eenheid="schaal 1-10", decimalen=1, populatie=None, zin=None)
WONING = replace(INWONERS, eenheid="x 1 000 euro", populatie=None, zin="was een woning gemiddeld {waarde} waard")
ANDERE_VRAAG = Breuk(date(2019, 1, 1), BreukSoort.VRAAGSTELLING, "De vraag is anders gesteld.")

GOOD_OR_BAD = re.compile(r"gunstig|goed|slecht|beter|erger|best|vooruit|achteruit", re.IGNORECASE)
CHANGE = re.compile(
    r"gestegen|gedaald|stijgt|daalt|gelijk|toegenomen|afgenomen|meer dan|minder dan in|groei", re.IGNORECASE
)


def reeks(*waarden: float | None, indicator: Indicator = BUREN, since: int = 2016, step: int = 1) -> Reeks:
    return make_series(*waarden, indicator=indicator, since=since, step=step)


ELSRIJK = reeks(38.6, 42.5, 48.9, indicator=EENZAAM, since=2012, step=4)


# The value


@pytest.mark.parametrize(
    ("subject", "zin"),
    [
        (reeks(61, since=2025), "61 van de 100 mensen, in 2025"),
        (reeks(11485, indicator=INWONERS, since=2020), "11.485 mensen, in 2020"),
        (reeks(1, indicator=INWONERS), "1 mens, in 2016"),
        (reeks(0, indicator=INWONERS), "0 mensen, in 2016"),
        (reeks(7.2, indicator=CIJFER, since=2025), "gemiddeld 7,2 op een schaal van 10, in 2025"),
        (reeks(312.4, indicator=WONING), "€ 312.400, in 2016"),
        (reeks(4.15, indicator=SCORE), "4,15 (een score), in 2016"),
        (reeks(0.9, indicator=replace(CIJFER, eenheid="km")), "0,9 km, in 2016"),
        (
            reeks(12, indicator=replace(CIJFER, eenheid="per 1 000 inwoners", decimalen=0)),
            "12 per 1.000 inwoners, in 2016",
        ),
        (reeks(3, indicator=replace(CIJFER, eenheid="bankjes", decimalen=0)), "3 bankjes, in 2016"),
        (reeks(1200, indicator=replace(CIJFER, eenheid="euro", decimalen=0)), "€ 1.200, in 2016"),
        (reeks(5, indicator=replace(BUREN, populatie=None)), "5 van de 100, in 2016"),
        (reeks(0), "0 van de 100 mensen, in 2016"),
        (reeks(0.3), "minder dan 1 van de 100 mensen, in 2016"),
        (reeks(99.8), "bijna 100 van de 100 mensen, in 2016"),
        (reeks(-3), "-3%, in 2016"),
        (reeks(12.5, indicator=EIGEN_PRECIES), "12,5 van de 100 mensen, in 2016"),
        (reeks(0.04, indicator=EIGEN_PRECIES), "minder dan 0,1 van de 100 mensen, in 2016"),
        (reeks(0.1, indicator=EIGEN_PRECIES), "0,1 van de 100 mensen, in 2016"),
        (reeks(99.96, indicator=EIGEN_PRECIES), "bijna 100 van de 100 mensen, in 2016"),
        (reeks(100, indicator=EIGEN_PRECIES), "100,0 van de 100 mensen, in 2016"),
        (ELSRIJK, "naar schatting 49 van de 100 volwassenen, in 2020"),
    ],
)
def test_a_value_is_told_in_the_words_of_its_unit(subject: Reeks, zin: str) -> None:
    assert zinnen.waarde_zin(subject) == zin


def test_a_provisional_value_says_so() -> None:
    early = replace(reeks(61), metingen=(make_meting(2025, 61, status=MetingStatus.VOORLOPIG),))
    assert zinnen.waarde_zin(early) == "61 van de 100 mensen, in 2025 (voorlopig cijfer)"


def test_a_quarter_is_told_as_a_season() -> None:
    quarterly = Reeks(BUREN, (Meting("2025-K2", date(2025, 4, 1), 61.0),))
    assert zinnen.waarde_zin(quarterly) == "61 van de 100 mensen, in het voorjaar van 2025"
    assert zinnen.trend_zin(quarterly).endswith("Voor een ontwikkeling zijn er te weinig metingen.")


def test_when_the_newest_is_missing_the_last_known_stands_with_the_reason() -> None:
    assert zinnen.waarde_zin(reeks(60, 61, None)) == (
        "61 van de 100 mensen, in 2017. Over 2018 is er nog geen cijfer: de bron heeft het nog niet gepubliceerd."
    )


@pytest.mark.parametrize("reden", list(OntbreektReden))
def test_what_is_missing_is_a_sentence_and_no_zero(reden: OntbreektReden) -> None:
    nothing = replace(reeks(1), metingen=(make_meting(2024, None, ontbreekt_reden=reden),))
    words = zinnen.zinnen_for(nothing)
    assert words.waarde.startswith("Over 2024 is er ")
    assert woorden.ONTBREEKT_UITLEG[reden] in words.waarde
    assert not re.search(r"\b0\b", " ".join((words.waarde, words.trend, words.alt)))


def test_without_any_meting_there_is_still_a_sentence() -> None:
    words = zinnen.zinnen_for(reeks())
    assert words.waarde == "Er is hier nog geen cijfer."
    assert words.trend == "Zonder cijfers is over een ontwikkeling niets te zeggen."
    assert words.gemeente is None


# Change


def test_a_certain_rise_names_its_years_and_values() -> None:
    assert (
        zinnen.trend_zin(reeks(48, 50, 52, 55, 58, 61)) == "Zeker gestegen sinds 2016, van 48 naar 61. Dat is gunstig."
    )


def test_a_probable_fall_says_probably() -> None:
    lower = replace(BUREN, richting=Richting.LAGER_IS_GUNSTIG)
    assert zinnen.trend_zin(reeks(61, 58, 55, 52, 50, indicator=lower)) == (
        "Waarschijnlijk gedaald sinds 2016, van 61 naar 50. Dat is gunstig."
    )
    assert zinnen.trend_zin(reeks(61, 58, 55, 52, 50)).endswith("Dat is niet gunstig.")


def test_a_rise_smaller_than_one_in_a_hundred_shows_its_decimal() -> None:
    assert "van 52,1 naar 52,4" in zinnen.trend_zin(reeks(52.1, 52.2, 52.3, 52.35, 52.4))
    assert "maar heel weinig" in zinnen.trend_zin(reeks(52.01, 52.02, 52.03, 52.035, 52.04))


def test_after_a_break_only_what_follows_counts_and_it_is_said_why() -> None:
    broken = replace(reeks(40, 41, 39, 52, 54, 55, 58, 61), breuken=(ANDERE_VRAAG,))
    assert zinnen.trend_zin(broken) == (
        "Waarschijnlijk gestegen sinds 2019, van 52 naar 61. Dat is gunstig. "
        "Sinds 2019 is de vraag anders gesteld. Wat daarvoor was, telt hier niet mee."
    )


def test_two_breaks_on_one_day_are_told_together() -> None:
    both = (ANDERE_VRAAG, Breuk(date(2019, 1, 1), BreukSoort.GEBIEDSGRENS, "De wijk is groter."))
    assert "Sinds 2019 is de vraag anders gesteld en is de grens van het gebied anders." in zinnen.trend_zin(
        replace(reeks(40, 41, 39, 52, 54), breuken=both)
    )


def test_a_break_within_a_year_is_told_by_its_day() -> None:
    midway = Breuk(date(2018, 7, 1), BreukSoort.MODEL, "Ander model.")
    assert "Sinds 1 juli 2018 rekent het model anders." in zinnen.trend_zin(
        replace(reeks(1, 2, 3, 4), breuken=(midway,))
    )


def test_an_estimate_claims_no_trend_and_says_what_is_known() -> None:
    words = zinnen.zinnen_for(ELSRIJK)
    assert words.trend == "In 2020 voelden naar schatting 49 van de 100 volwassenen zich eenzaam."
    assert words.toelichting and "niet zien wat activiteiten doen" in words.toelichting
    assert words.alt == (
        "Mensen die zich eenzaam voelen, van de 100 volwassenen: "
        "drie schattingen, 39 in 2012, 43 in 2016 en 49 in 2020."
    )


def test_a_loose_estimate_says_that_it_is_one() -> None:
    assert zinnen.trend_zin(reeks(4.1, 4.15, indicator=SCORE)) == "In 2017 kreeg de wijk een 4,15 (een schatting)."


def test_few_years_say_what_is_known() -> None:
    assert zinnen.trend_zin(reeks(60, 61)) == (
        "In 2017 kenden 61 van de 100 mensen genoeg buren om even op te passen. "
        "Voor een ontwikkeling zijn er te weinig jaren."
    )


def test_without_a_clause_the_value_stands_alone() -> None:
    assert zinnen.trend_zin(reeks(7.1, 7.2, indicator=CIJFER)).startswith(
        "In 2017: gemiddeld 7,2 op een schaal van 10."
    )


@pytest.mark.parametrize(
    ("waarde", "begin"),
    [
        (1.2, "kende 1 van de 100 mensen"),
        (0.2, "kende minder dan 1 van de 100"),
        (0, "kenden 0 van"),
        (2, "kenden 2 van"),
    ],
)
def test_one_person_has_a_verb_in_the_singular(waarde: float, begin: str) -> None:
    assert (zinnen.bekend_zin(reeks(waarde)) or "").startswith(f"In 2016 {begin}")


def test_chance_is_called_chance() -> None:
    assert zinnen.trend_zin(reeks(50, 56, 49, 57, 51, 55)).endswith(
        "Of dit stijgt of daalt, is niet te zeggen: de verschillen kunnen toeval zijn."
    )


def test_overlapping_intervals_are_called_uncertainty() -> None:
    wide = tuple(
        replace(point, ondergrens=(point.waarde or 0) - 9, bovengrens=(point.waarde or 0) + 9)
        for point in reeks(50, 51, 52, 53, 54, 55).metingen
    )
    assert zinnen.trend_zin(Reeks(BUREN, wide)).endswith("de marges van toen en nu overlappen.")


def test_equal_is_told_only_with_narrow_intervals() -> None:
    narrow = tuple(
        replace(point, ondergrens=(point.waarde or 0) - 1, bovengrens=(point.waarde or 0) + 1)
        for point in reeks(50, 51, 50, 51, 50).metingen
    )
    assert zinnen.trend_zin(Reeks(BUREN, narrow)) == "Waarschijnlijk ongeveer gelijk gebleven sinds 2016, rond 50."


@given(st.lists(st.none() | st.floats(0, 100), max_size=12), st.sampled_from(list(Bewijssoort)))
def test_nothing_unclear_gets_a_good_or_bad_word(waarden: list[float | None], bewijssoort: Bewijssoort) -> None:
    unclear = replace(INWONERS, bewijssoort=bewijssoort, zin=None, eenheid="%")
    words = zinnen.zinnen_for(replace(reeks(*waarden, indicator=unclear), gemeente=reeks(*waarden).metingen))
    assert not GOOD_OR_BAD.search(f"{words.waarde} {words.trend} {words.gemeente} {words.alt}")


@given(st.lists(st.none() | st.floats(0, 100), max_size=12))
def test_no_estimate_ever_gets_a_word_of_change(waarden: list[float | None]) -> None:
    words = zinnen.zinnen_for(replace(reeks(*waarden, indicator=EENZAAM), gemeente=reeks(*waarden).metingen))
    assert not CHANGE.search(f"{words.trend} {words.gemeente}")


def test_values_that_never_differ_have_no_differences_that_could_be_chance() -> None:
    assert zinnen.trend_zin(reeks(86, 86, 86, 86, 86, 86)).endswith("Het cijfer was steeds hetzelfde.")


# The gemeente


def test_the_gemeente_is_a_statement_of_its_own() -> None:
    beside = replace(reeks(61, since=2025), gemeente=(make_meting(2025, 55),))
    assert zinnen.gemeente_zin(beside) == "In de hele gemeente: 55 van de 100."


def test_the_gemeente_of_another_year_names_its_year() -> None:
    beside = replace(reeks(61, since=2025), gemeente=(make_meting(2023, 55), make_meting(2025, None)))
    assert zinnen.gemeente_zin(beside) == "In de hele gemeente: 55 van de 100, in 2023."


def test_the_gemeente_has_its_own_trend_without_good_or_bad() -> None:
    beside = replace(reeks(60, 61), gemeente=reeks(48, 50, 52, 55, 58, 61).metingen)
    assert zinnen.gemeente_zin(beside) == (
        "In de hele gemeente: 61 van de 100, in 2021. Daar zeker gestegen sinds 2016, van 48 naar 61."
    )


def test_an_estimate_of_the_gemeente_is_an_estimate_too() -> None:
    assert zinnen.gemeente_zin(replace(ELSRIJK, gemeente=(make_meting(2020, 44),))) == (
        "In de hele gemeente: naar schatting 44 van de 100."
    )


# The chart in words


def test_the_alt_text_tells_ends_breaks_and_gaps() -> None:
    broken = replace(
        reeks(40, 41, 39, 52, 54, None, 55, 61), breuken=(ANDERE_VRAAG,), gemeente=reeks(*range(48, 56)).metingen
    )
    assert zinnen.alt_zin(broken) == (
        "Mensen kennen genoeg buren, van de 100 mensen: van 40 in 2016 naar 39 in 2018; "
        "na een breuk in 2019 van 52 in 2019 naar 61 in 2023; over 2021 is er geen cijfer. "
        "De hele gemeente: 55 in 2023."
    )


def test_many_gaps_are_counted() -> None:
    assert "over vijf perioden is er geen cijfer" in zinnen.alt_zin(reeks(40, *[None] * 5, 41))


def test_many_estimates_are_told_by_their_ends() -> None:
    many = reeks(1, 2, 3, 4, 5, indicator=EENZAAM)
    assert "vijf schattingen, van 1,0 in 2016" not in zinnen.alt_zin(many)
    assert "vijf schattingen, van 1 in 2016 tot 5 in 2020" in zinnen.alt_zin(many)
    assert "een schatting, 1 in 2016" in zinnen.alt_zin(reeks(1, indicator=EENZAAM))


@given(st.lists(st.none() | st.floats(0, 100), max_size=12), st.lists(st.integers(2014, 2030), max_size=3))
def test_every_reeks_has_all_its_sentences(waarden: list[float | None], years: list[int]) -> None:
    breuken = tuple(Breuk(date(year, 1, 1), BreukSoort.MODEL, "x") for year in years)
    words = zinnen.zinnen_for(replace(reeks(*waarden), breuken=breuken))
    for zin in (words.waarde, words.trend, words.alt):
        assert zin
        assert "{" not in zin
        assert "  " not in zin
        assert "None" not in zin


def test_an_unclear_direction_gives_its_reason() -> None:
    assert zinnen.richting_zin(INWONERS) == (
        "Hoger of lager is niet vanzelf goed of slecht. Dit cijfer beschrijft de wijk."
    )
    assert zinnen.richting_zin(EENZAAM) == "Lager is gunstig."


# Where number and verhalen part


def verhaal(
    number: int, verhouding: Verhouding | None = None, indicator: str = BUREN.code, gevoel: Gevoel = Gevoel.GOED
) -> Verhaal:
    links = (Koppeling(indicator, verhouding, "Zij zegt het zelf."),) if verhouding else ()
    return make_verhaal(id=f"verhaal-{number}", gevoel=gevoel, koppelingen=links)


RISING = reeks(48, 50, 52, 55, 58, 61)
CONTRARY = [verhaal(1, Verhouding.ZEGT_ANDERS), verhaal(2, Verhouding.ZEGT_ANDERS)]


def test_chafing_is_said_in_words() -> None:
    assert zinnen.schuring(RISING, CONTRARY) == (
        "Hier schuurt het: het cijfer stijgt, in enkele verhalen klinkt iets anders."
    )


def test_one_verhaal_is_enough() -> None:
    assert zinnen.schuring(reeks(48, 50, 52, 55, 58), CONTRARY[:1]) == (
        "Hier schuurt het: het cijfer stijgt waarschijnlijk, in een verhaal klinkt iets anders."
    )


def test_where_lower_is_favourable_the_verb_is_explained() -> None:
    lower = replace(BUREN, richting=Richting.LAGER_IS_GUNSTIG)
    falling = reeks(61, 58, 55, 52, 50, 48, indicator=lower)
    assert zinnen.schuring(falling, CONTRARY) == (
        "Hier schuurt het: het cijfer daalt en dat is gunstig, in enkele verhalen klinkt iets anders."
    )


def test_without_a_trend_it_chafes_with_the_number_itself() -> None:
    assert zinnen.schuring(reeks(61), CONTRARY, noem=True) == (
        "Hier schuurt het bij “Mensen kennen genoeg buren”: in enkele verhalen klinkt iets anders dan het cijfer zegt."
    )


def test_nothing_chafes_without_a_verhaal_that_says_otherwise() -> None:
    others = [verhaal(1, Verhouding.PAST_BIJ), verhaal(2), verhaal(3, Verhouding.ZEGT_ANDERS, "rivm-eenzaam")]
    assert zinnen.schuring(RISING, others) is None


@given(st.integers(1, 40))
def test_verhalen_are_never_counted_as_votes(count: int) -> None:
    zin = zinnen.schuring(RISING, [verhaal(i, Verhouding.ZEGT_ANDERS) for i in range(count)])
    assert zin and not re.search(r"\d", zin)


# Who tells, and how a choice was made


def test_missing_age_groups_are_named_when_enough_ages_are_known() -> None:
    ages = [Leeftijdsgroep.VAN_25_TOT_45, *[Leeftijdsgroep.VAN_65_TOT_80] * 4, None]
    assert zinnen.niet_gehoord(ages) == "mensen onder de 25"
    assert zinnen.niet_gehoord([Leeftijdsgroep.VANAF_80] * 5) == "mensen onder de 25 en mensen van 25 tot 65"


def test_when_everybody_was_heard_nobody_is_missing() -> None:
    assert zinnen.niet_gehoord(list(Leeftijdsgroep)) is None


@pytest.mark.parametrize("ages", [[], [None] * 20, ["65_tot_80"] * 4, [*["65_tot_80"] * 5, *[None] * 6]])
def test_with_few_ages_known_nothing_is_said(ages: list[str | None]) -> None:
    assert zinnen.niet_gehoord(ages) is None


def test_the_order_says_how_many_there_are() -> None:
    assert zinnen.volgorde_zin(1, 1) == ""
    assert zinnen.volgorde_zin(3, 3) == "Nieuwste eerst"
    assert zinnen.volgorde_zin(23, 3) == "Nieuwste eerst: 3 van de 23 verhalen die openbaar mogen"
    assert zinnen.volgorde_zin(23, 3, schuurt=True).startswith("Eerst wat iets anders vertelt dan het cijfer, ")


def test_what_says_something_else_stands_first_once_per_number_and_the_rest_is_newest_first() -> None:
    told = [verhaal(1), verhaal(2, Verhouding.PAST_BIJ), *(verhaal(n, Verhouding.ZEGT_ANDERS) for n in (3, 4))]
    codes = [BUREN.code, EENZAAM.code]
    assert zinnen.in_volgorde(told, codes) == (told[2], told[0], told[1], told[3])
    assert zinnen.in_volgorde(told[:2], codes) == tuple(told[:2])


# Money


def euro(bedrag: int | None, vorm: FinancieringVorm, *, jaar: int = 2025, uren: int | None = None) -> Financiering:
    money = None if bedrag is None else Decimal(bedrag)
    return Financiering("ontmoeten", "Soepmiddag", jaar, vorm, FinancieringStaat.TOEGEKEND, money, uren)


def test_money_of_the_newest_year_stands_side_by_side() -> None:
    lines = [
        euro(12_000, FinancieringVorm.SUBSIDIE),
        euro(400, FinancieringVorm.SUBSIDIE),
        euro(38_000, FinancieringVorm.WELZIJNSCONTRACT),
        euro(None, FinancieringVorm.EIGEN_INZET, uren=600),
        euro(99_999, FinancieringVorm.SUBSIDIE, jaar=2024),
    ]
    assert zinnen.geld_zin(lines) == (
        "In 2025: € 12.400 subsidie (toegekend), € 38.000 uit het welzijnscontract (toegekend), 600 uur van bewoners."
    )


def test_money_that_was_asked_for_is_not_added_to_money_that_was_spent() -> None:
    asked = replace(euro(500, FinancieringVorm.SUBSIDIE), staat=FinancieringStaat.AANGEVRAAGD)
    assert zinnen.geld_zin([asked, euro(400, FinancieringVorm.SUBSIDIE)]) == (
        "In 2025: € 500 subsidie (aangevraagd), € 400 subsidie (toegekend)."
    )


def test_no_money_needs_no_sentence() -> None:
    assert zinnen.geld_zin([]) == ""


# The words


@pytest.mark.parametrize(
    "words",
    [value for name, value in vars(woorden).items() if name.isupper()],
    ids=[name for name in vars(woorden) if name.isupper()],
)
def test_every_value_has_a_word(words: dict[StrEnum, str]) -> None:
    kinds = {type(member) for member in words}
    assert len(kinds) == 1
    assert set(words) == set(kinds.pop())
    assert all(text.strip() for text in words.values())


def test_a_word_is_found_by_the_text_in_the_store() -> None:
    assert woorden.BEWIJSSOORT["geschat"] == "geschat"  # type: ignore[index]


def test_the_nulmeting_is_said_and_stands_in_the_words_of_the_chart() -> None:
    reeks = make_reeks(nulmeting="2019")
    assert zinnen.nulmeting_zin(reeks) == "De nulmeting is die van 2019: daarmee vergelijken wij het cijfer van nu."
    assert "; nulmeting in 2019." in zinnen.alt_zin(reeks)
    assert zinnen.nulmeting_zin(make_reeks()) is None
    assert "nulmeting" not in zinnen.alt_zin(make_reeks())


def test_after_a_breuk_the_newest_figure_is_not_set_beside_the_nulmeting() -> None:
    breuk = Breuk(date(2021, 1, 1), BreukSoort.VRAAGSTELLING, "Andere vraag.")
    apart = "Het cijfer van nu is er niet mee te vergelijken."
    before = zinnen.nulmeting_zin(make_reeks(breuken=(breuk,), nulmeting="2019")) or ""
    assert apart in before
    assert "daarmee vergelijken" not in before
    assert apart not in (zinnen.nulmeting_zin(make_reeks(breuken=(breuk,), nulmeting="2021")) or "")


def test_a_nulmeting_without_a_figure_says_so() -> None:
    reeks = make_reeks({2019: None, 2020: 54.0, 2021: 55.0}, nulmeting="2019")
    assert "Daarvan is er geen cijfer" in (zinnen.nulmeting_zin(reeks) or "")
    assert "nulmeting" not in zinnen.alt_zin(reeks)
    assert zinnen.nulmeting_zin(make_reeks(nulmeting="1999")) is None


# Beside a value in a document


def with_margins(subject: Reeks, margin: float = 2.0) -> Reeks:
    def spread(metingen: tuple[Meting, ...]) -> tuple[Meting, ...]:
        return tuple(
            it if it.waarde is None else replace(it, ondergrens=it.waarde - margin, bovengrens=it.waarde + margin)
            for it in metingen
        )

    return replace(subject, metingen=spread(subject.metingen), gemeente=spread(subject.gemeente))


@pytest.mark.parametrize(
    ("subject", "zin"),
    [
        (with_margins(reeks(61)), "61 van de 100 mensen (59 tot 63), in 2016"),
        (reeks(61), "61 van de 100 mensen, in 2016"),
        (with_margins(reeks(61), 0.3), "61 van de 100 mensen (60,7 tot 61,3), in 2016"),
        (with_margins(reeks(61), 0.0), "61 van de 100 mensen, in 2016"),
        (with_margins(reeks(60, None)), "60 van de 100 mensen (58 tot 62), in 2016. Over 2017 is er"),
    ],
)
def test_a_margin_stands_with_the_value_where_it_is_known(subject: Reeks, zin: str) -> None:
    assert zinnen.waarde_zin(subject, marge=True).startswith(zin)


OP_WEG = (44, 45, 47, 50, 52, 55, 58, 60, 63)


def test_a_change_is_told_then_and_now_with_both_periods() -> None:
    assert zinnen.verandering_zin(reeks(*OP_WEG)) == ("Zeker gestegen, van 44 in 2016 naar 63 in 2024. Dat is gunstig.")


def test_a_change_is_told_from_the_nulmeting_where_that_says_the_same() -> None:
    begun = replace(reeks(*OP_WEG), nulmeting="2017")
    assert zinnen.verandering_zin(begun).startswith("Zeker gestegen, van 45 in 2017 naar 63 in 2024.")
    assert zinnen.trend_zin(begun).startswith("Zeker gestegen sinds 2017, van 45 naar 63.")
    assert zinnen.begin_en_nu_zin(begun) == ("De nulmeting is 45 van de 100, in 2017. In 2024 was het 63 van de 100.")


def test_a_certainty_that_only_all_years_carry_is_told_of_all_years() -> None:
    late = replace(reeks(*OP_WEG), nulmeting="2020")
    assert zinnen.verandering_zin(late).startswith("Zeker gestegen, van 44 in 2016 naar 63 in 2024.")


def test_of_a_certain_change_with_a_wide_margin_the_size_is_not_told_as_certain() -> None:
    assert zinnen.verandering_zin(with_margins(reeks(*OP_WEG), 6)) == (
        "Gestegen van 44 in 2016 naar 63 in 2024. Dat is gunstig. De stijging is zeker, hoe groot niet."
    )


def test_where_no_change_can_be_told_it_says_why_and_an_estimate_says_nothing() -> None:
    assert zinnen.verandering_zin(reeks(60, 61)) == "Voor een ontwikkeling zijn er te weinig jaren."
    assert zinnen.verandering_zin(ELSRIJK) == ""
    assert zinnen.verandering_zin(reeks()) == ""


def beside(own: float, daar: float, indicator: Indicator = BUREN) -> str:
    subject = with_margins(replace(reeks(own, indicator=indicator), gemeente=reeks(daar).metingen))
    return zinnen.naast_gemeente_zin(subject, subject.metingen[-1])


def test_a_difference_with_the_gemeente_is_told_only_where_the_margins_say_so() -> None:
    assert beside(60, 58) == (
        "In de hele gemeente: 58 van de 100 (56 tot 60). Of dat verschilt, is niet te zeggen: de marges overlappen."
    )
    assert beside(60, 50).endswith("Dat verschil is zeker: de marges overlappen niet.")
    bare = replace(reeks(60), gemeente=reeks(50).metingen)
    assert zinnen.naast_gemeente_zin(bare, bare.metingen[-1]) == (
        "In de hele gemeente: 50 van de 100. Of dat verschilt, is niet te zeggen: er staat geen marge bij."
    )
    counted = replace(bare, indicator=replace(BUREN, bewijssoort=Bewijssoort.GEREGISTREERD))
    assert zinnen.naast_gemeente_zin(counted, counted.metingen[-1]) == "In de hele gemeente: 50 van de 100."
    assert zinnen.naast_gemeente_zin(reeks(60), None) == ""


def test_of_an_estimate_a_difference_with_the_gemeente_is_never_certain() -> None:
    assert beside(60, 50, indicator=EENZAAM) == "In de hele gemeente: naar schatting 50 van de 100 (48 tot 52)."


def test_an_estimate_of_the_gemeente_is_called_one_as_that_of_the_wijk_is() -> None:
    score = replace(EENZAAM, eenheid="score", decimalen=1, populatie=None)
    assert "naar schatting" not in zinnen.waarde_zin(reeks(7.2, indicator=score))
    assert beside(7.2, 6.9, indicator=score).startswith("In de hele gemeente: 6,9 (een score)")
    assert beside(60, 50, indicator=replace(EENZAAM, eenheid="aantal")).count("naar schatting") == 1


@given(own=st.integers(0, 100), daar=st.integers(0, 100))
def test_the_gemeente_is_never_called_higher_lower_or_better(own: int, daar: int) -> None:
    zin = beside(own, daar)
    assert not GOOD_OR_BAD.search(zin)
    assert not re.search(r"hoger|lager|meer|minder dan de", zin)
    assert ("zeker:" in zin) is (abs(own - daar) > 4)


def test_of_another_year_the_gemeente_is_told_with_its_year() -> None:
    later = replace(reeks(60, 62, 64), gemeente=reeks(50, 51, 52).metingen)
    said = zinnen.naast_gemeente_zin(later, later.metingen[1])
    assert said.startswith("In de hele gemeente: 51 van de 100, in 2017. Of dat verschilt, is niet te zeggen:")
    missing = replace(reeks(60, 62, 64), gemeente=reeks(50, 51).metingen)
    assert zinnen.naast_gemeente_zin(missing, missing.metingen[-1]) == "In de hele gemeente: 51 van de 100, in 2017."


def test_the_nulmeting_of_a_quarter_stands_beside_the_same_quarter() -> None:
    quarters = tuple(
        Meting(f"{year}-K{place}", date(year, 3 * place - 2, 1), float(100 * place + year - 2020))
        for year in (2021, 2022, 2023)
        for place in (1, 2, 3, 4)
    )
    subject = Reeks(replace(CIJFER, eenheid="aantal", decimalen=0), quarters, nulmeting="2021-K2")
    assert zinnen.begin_en_nu_zin(subject) == (
        "De nulmeting is 201, in het voorjaar van 2021. In het voorjaar van 2023 was het 203."
    )


def test_a_nulmeting_that_cannot_be_compared_says_why() -> None:
    assert zinnen.begin_en_nu_zin(reeks(60, 61)) is None
    first = replace(reeks(60), nulmeting="2016")
    assert (zinnen.begin_en_nu_zin(first) or "").endswith("Een nieuwer cijfer om daarnaast te leggen is er nog niet.")
    broken = replace(reeks(40, 41, 39, 52, 54), nulmeting="2016", breuken=(ANDERE_VRAAG,))
    assert "breuk" in (zinnen.begin_en_nu_zin(broken) or "")
    gone = replace(reeks(None, 61), nulmeting="2016")
    assert "geen cijfer" in (zinnen.begin_en_nu_zin(gone) or "")
