"""Each limit of the data gives its kanttekening, and the same data without that limit do not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from monitor.domain.gebied import Opvolger
from monitor.domain.indicator import Beinvloedbaar, Bewijssoort, Thema
from monitor.domain.kanttekening import (
    CIJFERREGELS,
    KLEIN_N,
    VERHAALREGELS,
    Beperking,
    Cijferdossier,
    Kanttekening,
    TekstBron,
    TekstBronSoort,
    Verhaaldossier,
    hoe_groot,
    kanttekeningen,
)
from monitor.domain.meting import Breuk, BreukSoort, Meting, MetingStatus, OntbreektReden, Reeks
from monitor.domain.trend import trend_of
from monitor.domain.verhaal import Koppeling, Verhouding
from tests.builders import make_indicator, make_meting, make_verhaal

VANDAAG = date(2025, 6, 1)
VERHALEN = tuple(make_verhaal(id=f"v{number}") for number in range(5))


def metingen(**newest: Any) -> tuple[Meting, ...]:
    """Six years without any limit, with changes to the last one."""
    years = [
        make_meting(jaar, 52.0 + place, ondergrens=50.0 + place, bovengrens=54.0 + place, n=1500)
        for place, jaar in enumerate(range(2019, 2025))
    ]
    return (*years[:-1], replace(years[-1], **newest))


def make_dossier(reeks: dict[str, Any] | None = None, **changes: Any) -> Cijferdossier:
    """A figure and what stands beside it without any limit."""
    series = Reeks(**{"indicator": make_indicator(), "metingen": metingen(), **(reeks or {})})
    filled: dict[str, Any] = {
        "reeks": series,
        "gebied": "WK990101",
        "naam": "Lindekwartier",
        "vandaag": VANDAAG,
        "beinvloedbaar": Beinvloedbaar.DEELS,
        "verhalen": VERHALEN,
    }
    return Cijferdossier(**{**filled, **changes})


def make_verteld(**changes: Any) -> Verhaaldossier:
    """What was told of a thema, without any limit."""
    filled: dict[str, Any] = {
        "gebied": "WK990101",
        "naam": "Lindekwartier",
        "thema": Thema("ontmoeten", "Ontmoeten", 1),
        "verhalen": VERHALEN,
    }
    return Verhaaldossier(**{**filled, **changes})


Dossier = Cijferdossier | Verhaaldossier


def found_in(dossier: Dossier) -> tuple[Kanttekening, ...]:
    """The limits of one dossier beside one of the other kind without any."""
    if isinstance(dossier, Verhaaldossier):
        return kanttekeningen([make_dossier()], [dossier])
    return kanttekeningen([dossier], [make_verteld()])


OTHER = Koppeling("buren", Verhouding.ZEGT_ANDERS, "Zij kent niemand.")
WITH_LIMIT: dict[str, tuple[Beperking, Dossier]] = {
    "een breuk": (
        Beperking.BREUK,
        make_dossier({"breuken": (Breuk(date(2021, 1, 1), BreukSoort.VRAAGSTELLING, "Anders gevraagd"),)}),
    ),
    "een andere grens in de reeks": (
        Beperking.GRENS_VERANDERD,
        make_dossier({"breuken": (Breuk(date(2021, 1, 1), BreukSoort.GEBIEDSGRENS, "Een strook erbij"),)}),
    ),
    "een andere grens van de wijk": (
        Beperking.GRENS_VERANDERD,
        make_dossier(grenzen=(Opvolger("WK990110", "Havenkwartier", date(2022, 1, 1)),)),
    ),
    "een model": (
        Beperking.MODELSCHATTING,
        make_dossier({"indicator": make_indicator(bewijssoort=Bewijssoort.GESCHAT)}),
    ),
    "een brede marge": (
        Beperking.BREED_INTERVAL,
        make_dossier({"metingen": metingen(ondergrens=50.0, bovengrens=61.0)}),
    ),
    "een brede marge van geld": (
        Beperking.BREED_INTERVAL,
        make_dossier(
            {
                "indicator": make_indicator(eenheid="euro"),
                "metingen": metingen(waarde=100.0, ondergrens=85.0, bovengrens=110.0),
            }
        ),
    ),
    "een voorlopig cijfer": (Beperking.VOORLOPIG, make_dossier({"metingen": metingen(status=MetingStatus.VOORLOPIG)})),
    "te weinig mensen om te tonen": (
        Beperking.KLEINE_AANTALLEN,
        make_dossier({"metingen": (make_meting(2018, None), *metingen())}),
    ),
    "weinig mensen gevraagd": (Beperking.KLEINE_AANTALLEN, make_dossier({"metingen": metingen(n=KLEIN_N - 1)})),
    "geen waarde in een jaar": (
        Beperking.ONTBREKENDE_WAARDE,
        make_dossier({"metingen": (make_meting(2018, None, ontbreekt_reden=OntbreektReden.GEHEIM), *metingen())}),
    ),
    "helemaal geen cijfer": (Beperking.ONTBREKENDE_WAARDE, make_dossier({"metingen": ()})),
    "een oud cijfer": (Beperking.OUD_CIJFER, make_dossier(vandaag=date(2028, 6, 1))),
    "nauwelijks te beinvloeden": (
        Beperking.WEINIG_TE_BEINVLOEDEN,
        make_dossier(beinvloedbaar=Beinvloedbaar.NAUWELIJKS),
    ),
    "een verhaal zegt iets anders": (
        Beperking.VERHAAL_ZEGT_ANDERS,
        make_dossier(verhalen=(*VERHALEN, make_verhaal(id="v9", koppelingen=(OTHER,)))),
    ),
    "weinig verhalen": (Beperking.WEINIG_VERTELLERS, make_verteld(verhalen=VERHALEN[:4])),
    "geen verhalen": (Beperking.WEINIG_VERTELLERS, make_verteld(verhalen=())),
    "verhalen bij de gemeente": (Beperking.WEINIG_VERTELLERS, make_verteld(verhalen_op_gemeente=True)),
    "een groep niet gehoord": (Beperking.GROEPEN_NIET_GEHOORD, make_verteld(niet_gehoord="mensen onder de 25")),
}


@pytest.mark.parametrize("name", WITH_LIMIT)
def test_a_limit_gives_its_kanttekening_and_no_other(name: str) -> None:
    beperking, dossier = WITH_LIMIT[name]
    found = found_in(dossier)
    assert [it.beperking for it in found] == [beperking]
    (it,) = found
    assert it.bronnen
    assert it.kort.endswith(".")
    assert it.voluit.endswith((".", "?"))
    assert len(it.kort) <= len(it.voluit)


def test_data_without_limits_give_none() -> None:
    assert kanttekeningen([make_dossier()], [make_verteld()]) == ()


def test_every_limit_has_a_rule_and_is_tried() -> None:
    assert [*CIJFERREGELS, *VERHAALREGELS] == list(Beperking)
    assert {it for it, _ in WITH_LIMIT.values()} == set(Beperking)


@pytest.mark.parametrize("name", WITH_LIMIT)
def test_without_its_rule_a_limit_is_not_found(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    beperking, dossier = WITH_LIMIT[name]
    for rules in (CIJFERREGELS, VERHAALREGELS):
        if beperking in rules:
            monkeypatch.setitem(rules, beperking, lambda _: iter(()))
    assert found_in(dossier) == ()


NEARLY: dict[str, Dossier] = {
    "een breuk voor het eerste cijfer": make_dossier(
        {"breuken": (Breuk(date(2019, 1, 1), BreukSoort.MODEL, "Ander model"),)}
    ),
    "een breuk na het laatste cijfer": make_dossier(
        {"breuken": (Breuk(date(2024, 1, 2), BreukSoort.MODEL, "Ander model"),)}
    ),
    "een grens van voor de cijfers": make_dossier(grenzen=(Opvolger("WK990110", "Haven", date(2019, 1, 1)),)),
    "een marge van precies tien": make_dossier({"metingen": metingen(ondergrens=50.0, bovengrens=60.0)}),
    "een ouder cijfer dat voorlopig was": make_dossier(
        {"metingen": (make_meting(2018, 50.0, status=MetingStatus.VOORLOPIG), *metingen())}
    ),
    "precies honderd mensen": make_dossier({"metingen": metingen(n=KLEIN_N)}),
    "net niet oud": make_dossier(vandaag=date(2027, 12, 31)),
    "deels te beinvloeden": make_dossier(beinvloedbaar=Beinvloedbaar.DEELS),
    "een verhaal dat iets anders zegt over een ander cijfer": make_dossier(
        verhalen=(*VERHALEN, make_verhaal(id="v9", koppelingen=(replace(OTHER, indicator="lopen"),)))
    ),
    "precies vijf verhalen": make_verteld(verhalen=VERHALEN[:5]),
    "een model zonder cijfers is vooral een leeg vak": make_dossier(
        {"indicator": make_indicator(bewijssoort=Bewijssoort.GESCHAT), "metingen": ()}
    ),
}


@pytest.mark.parametrize("name", NEARLY)
def test_what_only_comes_near_a_limit_gives_no_kanttekening(name: str) -> None:
    dossier = NEARLY[name]
    found = [it.beperking for it in found_in(dossier)]
    empty = isinstance(dossier, Cijferdossier) and not dossier.reeks.metingen
    assert found == ([Beperking.ONTBREKENDE_WAARDE] if empty else [])


def test_what_themas_of_a_wijk_share_is_said_once() -> None:
    one = make_verteld(niet_gehoord="jongeren")
    other = make_verteld(thema=Thema("buiten", "Buiten", 2), niet_gehoord="jongeren")
    assert [it.beperking for it in kanttekeningen([], [one, other])] == [Beperking.GROEPEN_NIET_GEHOORD]


def test_who_was_not_heard_is_said_without_any_figure_and_without_any_thema() -> None:
    found = kanttekeningen([], [make_verteld(thema=None, verhalen=(), niet_gehoord="jongeren")])
    assert [it.beperking for it in found] == [Beperking.GROEPEN_NIET_GEHOORD]


RISING = tuple(make_meting(2016 + place, 40.0 + 4 * place) for place in range(8))


def test_that_a_change_is_certain_and_its_size_is_not_is_said_where_the_margin_is_wide() -> None:
    def size(margin: float, metingen: tuple[Meting, ...] = RISING) -> str:
        wide = tuple(
            replace(it, ondergrens=(it.waarde or 0) - margin, bovengrens=(it.waarde or 0) + margin) for it in metingen
        )
        return hoe_groot(trend_of(Reeks(make_indicator(), wide)), "%")

    assert size(6.0) == "De stijging is zeker, hoe groot niet."
    falling = tuple(replace(it, waarde=100 - (it.waarde or 0)) for it in RISING)
    assert size(6.0, falling) == "De daling is zeker, hoe groot niet."
    assert size(5.0) == ""
    assert size(20.0) == ""


def test_a_wide_margin_beside_a_certain_change_says_both_in_one_sentence() -> None:
    wide = tuple(replace(it, ondergrens=(it.waarde or 0) - 6, bovengrens=(it.waarde or 0) + 6) for it in RISING)
    (it,) = kanttekeningen([make_dossier({"metingen": wide}, vandaag=date(2024, 6, 1))])
    assert it.beperking is Beperking.BREED_INTERVAL
    assert it.voluit.endswith("De stijging is zeker, hoe groot niet.")
    assert "onzeker" not in it.voluit


def test_a_kanttekening_knows_what_it_is_about() -> None:
    _, dossier = WITH_LIMIT["een breuk"]
    (it,) = found_in(dossier)
    assert it.bronnen == (TekstBron(TekstBronSoort.BREUK, "buren", "WK990101", "2021-01-01"),)
    _, dossier = WITH_LIMIT["een verhaal zegt iets anders"]
    (it,) = found_in(dossier)
    assert it.bronnen == (
        TekstBron(TekstBronSoort.INDICATOR, "buren", "WK990101"),
        TekstBron(TekstBronSoort.VERHAAL, "v9", "WK990101"),
    )


def test_that_a_grens_changed_is_said_once() -> None:
    told = [it.voluit for it in found_in(WITH_LIMIT["een andere grens in de reeks"][1])]
    assert told == [
        "Bij “Mensen kennen genoeg buren om even op te passen” (Lindekwartier) is het cijfer van nu niet te "
        "vergelijken met dat van voor 2021. Een strook erbij."
    ]
    silent = make_dossier({"breuken": (Breuk(date(2021, 1, 1), BreukSoort.GEBIEDSGRENS, ""),)})
    assert found_in(silent)[0].voluit.endswith("Voor die tijd had Lindekwartier andere grenzen.")


def test_the_same_limit_keeps_its_key_when_figures_change() -> None:
    dossier = make_dossier(vandaag=date(2028, 6, 1))
    newer = replace(dossier, reeks=replace(dossier.reeks, metingen=dossier.reeks.metingen[:-1]))
    assert {it.sleutel for it in kanttekeningen([dossier])} == {it.sleutel for it in kanttekeningen([newer])}
    assert kanttekeningen([dossier]) != kanttekeningen([newer])


def test_of_few_verhalen_nobody_is_told_how_few() -> None:
    told = kanttekeningen([], [make_verteld(verhalen=VERHALEN[:2], verhalen_op_gemeente=True)])
    nobody = kanttekeningen([], [make_verteld(verhalen=(), verhalen_op_gemeente=True)])
    assert told == nobody
