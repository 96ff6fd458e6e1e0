"""What the page of one figure says where something is missing, was chosen as a beginning, or was never talked about."""

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from monitor.domain.indicator import Bewijssoort, IndicatorStatus, StemRol
from monitor.domain.indicatorbeeld import (
    Bijdrage,
    GebiedDossier,
    Indicatorbeeld,
    IndicatorVersie,
    StatusStap,
    Vergelijking,
    VoorstelWoorden,
    WijkReeks,
)
from monitor.domain.kiezen import Herkenning
from monitor.domain.verhaal import Koppeling, Verhouding
from monitor.domain.wijk import ActiviteitStatus
from monitor.services import woorden
from monitor.ui import dossierblok, indicatorscherm, reekstabel
from monitor.ui import texts as alle_texts
from monitor.ui.html import Html
from monitor.ui.texts import indicator as texts
from monitor.ui.themakaart import Grafiek
from tests.builders import ONTMOETEN, make_indicator, make_metingen, make_reeks, make_verhaal, make_wijk

WIJK = make_wijk()


def make_beeld(**changes: Any) -> Indicatorbeeld:
    indicator = changes.get("indicator", make_indicator())
    filled: dict[str, Any] = {
        "indicator": indicator,
        "versies": (IndicatorVersie(indicator, date(2016, 1, 1), "Daar gaat het ons om.", None),),
        "thema": ONTMOETEN,
        "noemer": None,
        "gemeente": make_wijk(code="GM9901", naam="Veldermeer"),
        "wijken": (WIJK,),
        "omliggend": (WIJK,),
        "wijk": WIJK,
        "reeks": make_reeks(indicator=indicator),
        "besproken": True,
        "niet_geldig": None,
        "stappen": (),
        "adopties": (),
        "dossiers": (),
        "bijdragen": (),
        "vergelijking": Vergelijking("Er zijn nog geen twee wijken."),
        "verhalen": (),
        "schuring": None,
        "verhalen_op_gemeente": False,
        "bronnen": (),
        "voorbeeld": False,
    }
    return Indicatorbeeld(**{**filled, **changes})


def dossier(**changes: Any) -> GebiedDossier:
    filled: dict[str, Any] = {"gebied": WIJK.code, "naam": WIJK.naam, "draagvlak": (), "bezwaren": (), "wacht": None}
    return GebiedDossier(**{**filled, **changes})


def figures(beeld: Indicatorbeeld) -> str:
    return "".join(it for it in indicatorscherm._figures(beeld) if isinstance(it, Html))


def test_the_nulmeting_is_said_and_marked_in_the_table() -> None:
    html = figures(make_beeld(reeks=make_reeks(nulmeting="2020")))
    assert "De nulmeting is die van 2020" in html
    assert html.count("2020 (nulmeting)") == 1
    assert "nulmeting" not in figures(make_beeld())


def test_a_retired_figure_says_why_and_keeps_its_chart() -> None:
    indicator = make_indicator(status=IndicatorStatus.VERVALLEN)
    stap = StatusStap(IndicatorStatus.VERVALLEN, datetime(2025, 3, 1), "De vraag paste niet meer")
    beeld = make_beeld(indicator=indicator, stappen=(stap,))
    assert f"{texts.VERVALLEN} De vraag paste niet meer." in figures(beeld)
    assert any(isinstance(it, Grafiek) for it in indicatorscherm._figures(beeld))


def test_a_wijk_that_never_talked_about_it_shows_no_status() -> None:
    beeld = make_beeld(reeks=None, besproken=False, niet_geldig="Akker let niet op dit cijfer.")
    html = figures(beeld)
    assert "Akker let niet op dit cijfer." in html
    assert "in gebruik" not in html
    assert "in gebruik" in figures(make_beeld())


def test_single_values_of_wijken_are_told_in_the_table_and_not_drawn() -> None:
    reeksen = tuple(WijkReeks(make_wijk(code=f"WK99010{n}", naam=f"W{n}"), make_reeks({2020: 5.0})) for n in (1, 2))
    beeld = make_beeld(vergelijking=Vergelijking("Landelijk.", reeksen))
    assert not indicatorscherm._is_drawn(beeld)
    assert texts.DIKKER.split("{", maxsplit=1)[0] not in indicatorscherm._beside(beeld)
    assert str(indicatorscherm._beside_table(beeld)).count("<tr ") == 3


@pytest.mark.parametrize(
    ("waarden", "said"),
    [
        ({}, "Er is hier nog geen cijfer."),
        ({2024: None}, "Over 2024 is er geen cijfer"),
        ({2022: None, 2023: None, 2024: None}, "Over 2024 is er geen cijfer"),
        ({2024: 61.0}, "61 van de 100 mensen, in 2024"),
        ({2022: 61.0, 2023: None}, "61 van de 100 mensen, in 2022. Over 2023 is er geen cijfer"),
    ],
    ids=["no meting", "one missing", "all missing", "one value", "one value and a gap"],
)
@pytest.mark.parametrize("bewijssoort", Bewijssoort)
def test_where_nothing_can_be_drawn_a_sentence_says_what_is_known(
    waarden: dict[int, float | None], said: str, bewijssoort: Bewijssoort
) -> None:
    indicator = make_indicator(bewijssoort=bewijssoort)
    reeks = make_reeks(indicator=indicator, metingen=make_metingen(waarden), gemeente=make_metingen({2023: 1, 2024: 2}))
    beeld = make_beeld(indicator=indicator, reeks=reeks)
    assert not [it for it in indicatorscherm._figures(beeld) if isinstance(it, Grafiek)]
    assert said.casefold() in re.sub(r"<[^>]+>", "", figures(beeld)).replace("Naar schatting ", "").casefold()


def test_a_count_is_compared_with_a_warning() -> None:
    indicator = make_indicator(eenheid="aantal", bewijssoort=Bewijssoort.GETELD)
    reeksen = tuple(WijkReeks(make_wijk(naam=naam), make_reeks(indicator=indicator)) for naam in ("A", "B"))
    html = indicatorscherm._beside(make_beeld(indicator=indicator, vergelijking=Vergelijking("Z.", reeksen)))
    assert texts.LET_OP_AANTAL in html
    assert texts.ALFABET in html
    assert texts.LET_OP_AANTAL not in indicatorscherm._beside(make_beeld())


def test_verhalen_stand_by_how_they_stand_to_the_number_what_parts_first() -> None:
    verhalen = tuple(
        make_verhaal(id=str(it), titel=f"Verhaal {it}", koppelingen=(Koppeling("buren", it, "Daarom."),))
        for it in Verhouding
    )
    html = indicatorscherm._told(make_beeld(verhalen=verhalen))
    places = [html.index(f"Verhaal {it}") for it in ("zegt_anders", "legt_uit", "past_bij", "los")]
    assert places == sorted(places)
    assert html.count('class="groep"') == 4


def test_of_many_verhalen_the_first_three_stand_open() -> None:
    verhalen = tuple(make_verhaal(id=str(number), titel=f"Nummer {number}") for number in range(5))
    html = indicatorscherm._told(make_beeld(verhalen=verhalen))
    before, _, folded = html.partition('<details class="meer">')
    assert [f"Nummer {n}" in before for n in range(5)] == [True, True, True, False, False]
    assert "Nog 2 verhalen" in folded


@pytest.mark.parametrize(
    ("counts", "shown"),
    [([8], [3]), ([1], [1]), ([2, 6], [2, 1]), ([1, 6], [1, 2]), ([2, 2, 4], [1, 1, 1]), ([1] * 4, [1] * 4)],
)
def test_of_every_kind_one_verhaal_stands_open_and_with_room_more(counts: list[int], shown: list[int]) -> None:
    assert indicatorscherm._open_first(counts) == shown


@pytest.mark.parametrize("tekst", ["<b>vet</b>", "**vet** [link](https://x)"])
def test_what_people_said_is_shown_as_they_said_it(tekst: str) -> None:
    woorden = (VoorstelWoorden(StemRol.BEWONER, tekst),)
    herkenning = (Herkenning(StemRol.PROFESSIONAL, 3, 0, 1, date(2026, 1, 5), tekst),)
    html = dossierblok.compose(make_beeld(dossiers=(dossier(woorden=woorden, herkenning=herkenning),)))
    assert "<b>vet</b>" not in html
    assert html.count("vet") == 2
    assert texts.WOORDEN in html
    assert texts.HERKENT in html


def test_what_nobody_wrote_down_is_said_so() -> None:
    html = dossierblok.compose(make_beeld())
    for sentence in (texts.STEUN_ONBEKEND, texts.GEEN_BEZWAREN, texts.WERKT_NIETS, texts.GEEN_STAPPEN):
        assert sentence in html
    assert texts.HERKENT not in html


def schattingen(marge: float | None = None) -> tuple[WijkReeks, ...]:
    geschat = make_indicator(bewijssoort=Bewijssoort.GESCHAT, decimalen=1, landelijk=True)
    return tuple(
        WijkReeks(
            make_wijk(code=code, naam=naam), make_reeks(indicator=geschat, metingen=make_metingen({2020: value}, marge))
        )
        for code, naam, value in (("WK990101", "De Hoge Linden", 56.4), ("WK990102", "Lisdodde", 54.2))
    )


def test_estimates_of_wijken_are_as_round_in_the_table_as_on_the_card() -> None:
    reeksen = schattingen()
    beeld = make_beeld(indicator=reeksen[0].reeks.indicator, vergelijking=Vergelijking("Allemaal.", reeksen))
    html = f"{indicatorscherm._beside_table(beeld)}"
    assert ">56</td>" in html
    assert ">54</td>" in html
    assert "56,4" not in html
    assert "56,4" not in reekstabel.table(reeksen[0].reeks)


def test_where_no_margin_is_known_that_is_said_and_no_column_is_empty() -> None:
    without, known = (
        make_beeld(indicator=it[0].reeks.indicator, vergelijking=Vergelijking("Allemaal.", it))
        for it in (schattingen(), schattingen(2.0))
    )
    assert texts.NAAST_KOLOMMEN[-1] not in f"{indicatorscherm._beside_table(without)}"
    assert texts.LET_OP_SCHATTING in indicatorscherm._beside(without)
    assert texts.NAAST_KOLOMMEN[-1] in f"{indicatorscherm._beside_table(known)}"
    assert texts.LET_OP_SCHATTING not in indicatorscherm._beside(known)


def test_what_stopped_working_on_a_figure_is_told_with_how_it_ended() -> None:
    stopped = Bijdrage("Soep in de hal", WIJK.code, WIJK.naam, ActiviteitStatus.GESTOPT, initiatief=True)
    html = dossierblok.compose(make_beeld(bijdragen=(stopped,)))
    assert texts.WERKT_NU_NIETS in html
    assert texts.WERKT_NIETS not in html
    assert 'Soep in de hal<span class="zacht">, initiatief, gestopt</span>' in html
    assert alle_texts.WAT_LEERDEN_WE not in html
    going = replace(stopped, naam="Bank", status=ActiviteitStatus.LOOPT)
    html = dossierblok.compose(make_beeld(bijdragen=(stopped, going)))
    assert texts.WERKT_NU_NIETS not in html
    assert 'Bank<span class="zacht">, initiatief</span>' in html


@pytest.mark.parametrize("status", [ActiviteitStatus.LOOPT, ActiviteitStatus.GESTOPT, ActiviteitStatus.MISLUKT])
def test_what_was_learned_stands_before_how_the_work_goes(status: ActiviteitStatus) -> None:
    work = Bijdrage("Soep", WIJK.code, WIJK.naam, status, les="Kook <b>samen</b>")
    html = dossierblok.compose(make_beeld(bijdragen=(work,)))
    assert "Kook &lt;b&gt;samen&lt;/b&gt;. <span" in html
    assert html.index(alle_texts.WAT_LEERDEN_WE) < html.index("Kook") < html.index(texts.WERKT)
    assert f"(Soep, {woorden.ACTIVITEIT_STATUS[status]})" in html
