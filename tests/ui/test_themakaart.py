"""A card holds number side and story side, few elements, and says so where a side is empty."""

from datetime import date
from decimal import Decimal

import pytest

from monitor.domain.indicator import Bewijssoort, Bezwaar, Draagvlak, Rol, StemRol, Thema
from monitor.domain.meting import Breuk, BreukSoort, Gebeurtenis, MetingStatus
from monitor.domain.verhaal import Koppeling, Verhouding
from monitor.domain.wijk import ActiviteitStatus
from monitor.domain.wijkbeeld import IndicatorDossier, ThemaKaart, Wijkbeeld
from monitor.ui import texts
from monitor.ui.html import Html
from monitor.ui.themakaart import Grafiek, compose, compose_all
from tests.builders import (
    make_activiteit,
    make_financiering,
    make_indicator,
    make_kaart,
    make_meting,
    make_metingen,
    make_reeks,
    make_verhaal,
    make_wijkbeeld,
)

WONEN = Thema("wonen", "Wonen en buitenruimte", 8)


def html_of(kaart: ThemaKaart, beeld: Wijkbeeld | None = None) -> str:
    blokken = compose(kaart, beeld or make_wijkbeeld())
    return "".join(stuk for stuk in blokken.stukken if isinstance(stuk, Html))


def test_one_figure_with_its_chart_takes_six_elements() -> None:
    assert len(compose(make_kaart(), make_wijkbeeld()).stukken) == 6


def test_a_second_figure_adds_a_chart_and_one_element() -> None:
    second = make_reeks(indicator=make_indicator(code="tweede", naam="Tweede"))
    assert len(compose(make_kaart(reeksen=(make_reeks(), second)), make_wijkbeeld()).stukken) == 8


def test_a_single_value_is_told_and_not_drawn() -> None:
    blokken = compose(make_kaart(reeksen=(make_reeks({2020: 48.0}),)), make_wijkbeeld())
    assert not any(isinstance(stuk, Grafiek) for stuk in blokken.stukken)


def test_the_chart_is_told_in_words_too() -> None:
    (chart,) = (it for it in compose(make_kaart(), make_wijkbeeld()).stukken if isinstance(it, Grafiek))
    assert "61" in chart.alt


def test_every_number_carries_its_kind_of_evidence_and_its_role() -> None:
    html = html_of(make_kaart())
    assert '<span class="merk">gemeten</span><span class="merk">hier letten wij op</span>' in html


def test_the_titles_of_number_and_story_are_headings_of_the_same_rank() -> None:
    html = html_of(make_kaart())
    assert f"<h3>{make_indicator().naam}</h3>" in html
    assert f'<h3 dir="auto">{make_verhaal().titel}</h3>' in html


def test_a_number_without_story_and_a_story_without_number_say_so() -> None:
    assert texts.GEEN_VERHAAL in html_of(make_kaart(verhalen=()))
    assert texts.GEEN_CIJFER_WEL_VERHAAL in html_of(make_kaart(reeksen=()))
    assert texts.GEEN_CIJFER in html_of(make_kaart(reeksen=(), verhalen=()))


def test_stories_of_a_small_wijk_are_pointed_at_where_they_stand() -> None:
    html = html_of(make_kaart(verhalen=()), make_wijkbeeld(verhalen_op_gemeente=True))
    assert texts.VERHALEN_BIJ_GEMEENTE in html
    assert 'href="gemeente?gemeente=GM9901"' in html


def test_schuring_stands_in_words_and_alone_in_yellow() -> None:
    schuring = "Hier schuurt het: het cijfer stijgt, in enkele verhalen klinkt iets anders."
    assert f'<p class="schuurt">{schuring}</p>' in html_of(make_kaart(schuring=(schuring,)))
    assert "schuurt" not in html_of(make_kaart())


def test_the_table_gives_reasons_for_what_is_missing_and_never_a_zero() -> None:
    metingen = (
        make_meting(2023, None),
        make_meting(2024, 1234.5, status=MetingStatus.VOORLOPIG, ondergrens=1200.0, bovengrens=1300.0),
    )
    indicator = make_indicator(decimalen=1, eenheid="aantal")
    html = html_of(make_kaart(reeksen=(make_reeks(metingen=metingen, indicator=indicator),)))
    assert "<td>te weinig mensen</td>" in html
    assert "<td>1.234,5 (voorlopig cijfer)</td>" in html
    assert "<td>1.200,0 en 1.300,0</td>" in html
    assert "<td>0" not in html


def test_the_table_names_gemeente_and_breuken() -> None:
    reeks = make_reeks(
        gemeente=make_metingen({2024: 55.0}),
        breuken=(Breuk(date(2019, 1, 1), BreukSoort.VRAAGSTELLING, "andere vraag in de enquête"),),
    )
    html = html_of(make_kaart(reeksen=(reeks,)))
    assert texts.KOLOM_GEMEENTE in html
    assert "andere vraag in de enquête" in html


def test_support_is_counted_and_a_bezwaar_stays_visible() -> None:
    dossier = IndicatorDossier(
        "buren",
        (Draagvlak(StemRol.BEWONER, 12, 1, date(2024, 1, 1)), Draagvlak(StemRol.PROFESSIONAL, 1, 0, date(2024, 1, 1))),
        (Bezwaar(StemRol.BEWONER, "Dit zegt niets over wie alleen is.", date(2024, 1, 1)),),
    )
    html = html_of(make_kaart(dossiers=(dossier,)))
    assert "12 bewoners en 1 professional" in html
    assert "Dit zegt niets over wie alleen is." in html
    assert texts.BEZWAAR_OPEN in html


def test_a_number_that_people_watch_without_known_support_says_so_and_background_does_not() -> None:
    assert texts.STEUN_ONBEKEND in html_of(make_kaart())
    background = make_reeks(indicator=make_indicator(rol=Rol.CONTEXT))
    assert texts.STEUN_ONBEKEND not in html_of(make_kaart(reeksen=(background,)))


def page_of(*kaarten: ThemaKaart) -> str:
    blokken = compose_all(make_wijkbeeld(kaarten=kaarten))
    return "".join(stuk for it in blokken for stuk in it.stukken if isinstance(stuk, Html))


def test_what_must_be_known_of_a_kind_of_evidence_is_said_once() -> None:
    second = make_reeks(indicator=make_indicator(code="tweede", naam="Tweede"))
    html = page_of(make_kaart(reeksen=(make_reeks(), second)), make_kaart(thema=WONEN))
    assert html.count('<p class="toelichting">') == 1


def test_that_an_estimate_proves_nothing_is_said_in_every_thema() -> None:
    estimate = make_reeks(indicator=make_indicator(bewijssoort=Bewijssoort.GESCHAT))
    html = page_of(make_kaart(reeksen=(estimate, estimate)), make_kaart(thema=WONEN, reeksen=(estimate,)))
    assert html.count('<p class="toelichting">') == 2


def test_a_verhaal_under_two_themas_is_open_under_the_first_and_folded_under_the_second() -> None:
    html = page_of(make_kaart(), make_kaart(thema=WONEN))
    assert html.count(make_verhaal().tekst) == 2
    assert html.count("<summary>Dit verhaal staat ook bij “Ontmoeten”. Lees het hier</summary>") == 1


def test_the_verhaal_that_says_something_else_stands_first_and_the_order_is_told() -> None:
    newest = make_verhaal(titel="Het nieuwste")
    other = make_verhaal(
        id="v2", titel="Het andere", koppelingen=(Koppeling("buren", Verhouding.ZEGT_ANDERS, "Zij kent niemand."),)
    )
    html = html_of(make_kaart(verhalen=(newest, other)))
    assert html.index("Het andere") < html.index("Het nieuwste")
    assert "Eerst wat iets anders vertelt dan het cijfer, dan de nieuwste" in html
    assert "Nieuwste eerst" in html_of(make_kaart(verhalen=(newest, make_verhaal(id="v3"))))


def test_who_was_not_heard_is_said_with_the_words_that_make_it_clear() -> None:
    assert "In deze wijk nog niet gehoord: mensen onder de 25" in html_of(make_kaart(niet_gehoord="mensen onder de 25"))


def test_what_happened_is_told_in_full_under_the_table() -> None:
    name = "De dag waarop de hele straat samen aan een lange tafel at"
    reeks = make_reeks(gebeurtenissen=(Gebeurtenis(date(2022, 6, 1), name),))
    assert f"Wat gebeurde er? juni 2022: {name}." in html_of(make_kaart(reeksen=(reeks,)))


def test_a_number_that_is_not_there_yet_has_its_meaning_and_no_empty_table() -> None:
    html = html_of(make_kaart(reeksen=(make_reeks(metingen=()),)))
    assert "<table>" not in html
    assert f"<summary>{texts.WAT_HET_BETEKENT}</summary>" in html


@pytest.mark.parametrize("status", [ActiviteitStatus.GESTOPT, ActiviteitStatus.MISLUKT])
def test_what_stopped_or_failed_is_shown_with_its_lesson(status: ActiviteitStatus) -> None:
    koffiebus = make_activiteit(
        naam="Koffiebus",
        status=status,
        geeindigd_op=date(2023, 6, 1),
        les="Vraag het eerst aan de mensen zelf.",
        les_op=date(2023, 7, 1),
    )
    html = html_of(make_kaart(activiteiten=(koffiebus,)))
    assert f"{status} in 2023" in html
    assert "Vraag het eerst aan de mensen zelf." in html
    assert "juli 2023" in html


def test_money_stands_beside_number_and_story() -> None:
    assert "€\u00a012.400" in html_of(make_kaart(financiering=(make_financiering(),)))


def test_money_for_the_whole_gemeente_stands_beside_it_as_a_whole_and_says_so() -> None:
    contract = (make_financiering(bedrag=Decimal(684_000)),)
    both = html_of(make_kaart(financiering=(make_financiering(),), financiering_gemeente=contract))
    assert "Voor deze wijk. In 2025: €\u00a012.400" in both
    assert "Voor de hele gemeente, niet verdeeld over de wijken. In 2025: €\u00a0684.000" in both
    only = html_of(make_kaart(financiering_gemeente=contract))
    assert "Voor deze wijk zelf staat er nog geen geld bij." in only
    assert "€\u00a0684.000" in only


def test_no_name_of_anything_becomes_html() -> None:
    naughty = "<script>alert(1)</script>"
    kaart = make_kaart(
        reeksen=(make_reeks(indicator=make_indicator(naam=naughty, definitie=naughty)),),
        activiteiten=(make_activiteit(naam=naughty, les=naughty, les_op=date(2024, 1, 1)),),
        schuring=(naughty,),
    )
    assert "<script" not in html_of(kaart)
