"""Each limit of the data gives its kanttekening, and the same data without that limit do not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from monitor.domain.gebied import Opvolger
from monitor.domain.indicator import Beinvloedbaar, Bewijssoort
from monitor.domain.kanttekening import (
    KLEIN_N,
    REGELS,
    Beperking,
    Cijferdossier,
    TekstBron,
    TekstBronSoort,
    kanttekeningen,
)
from monitor.domain.meting import Breuk, BreukSoort, Meting, MetingStatus, OntbreektReden, Reeks
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
        "thema": "Ontmoeten",
        "vandaag": VANDAAG,
        "beinvloedbaar": Beinvloedbaar.DEELS,
        "verhalen": VERHALEN,
    }
    return Cijferdossier(**{**filled, **changes})


OTHER = Koppeling("buren", Verhouding.ZEGT_ANDERS, "Zij kent niemand.")
WITH_LIMIT: dict[str, tuple[Beperking, Cijferdossier]] = {
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
    "weinig verhalen": (Beperking.WEINIG_VERTELLERS, make_dossier(verhalen=VERHALEN[:4])),
    "geen verhalen": (Beperking.WEINIG_VERTELLERS, make_dossier(verhalen=())),
    "verhalen bij de gemeente": (Beperking.WEINIG_VERTELLERS, make_dossier(verhalen_op_gemeente=True)),
    "een groep niet gehoord": (Beperking.GROEPEN_NIET_GEHOORD, make_dossier(niet_gehoord="mensen onder de 25")),
}


@pytest.mark.parametrize("name", WITH_LIMIT)
def test_a_limit_gives_its_kanttekening_and_no_other(name: str) -> None:
    beperking, dossier = WITH_LIMIT[name]
    found = kanttekeningen([dossier])
    assert [it.beperking for it in found] == [beperking]
    (it,) = found
    assert it.bronnen
    assert it.kort.endswith(".")
    assert it.voluit.endswith((".", "?"))
    assert len(it.kort) <= len(it.voluit)


def test_data_without_limits_give_none() -> None:
    assert kanttekeningen([make_dossier()]) == ()


def test_every_limit_has_a_rule_and_is_tried() -> None:
    assert list(REGELS) == list(Beperking)
    assert {it for it, _ in WITH_LIMIT.values()} == set(Beperking)


@pytest.mark.parametrize("name", WITH_LIMIT)
def test_without_its_rule_a_limit_is_not_found(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    beperking, dossier = WITH_LIMIT[name]
    monkeypatch.setitem(REGELS, beperking, lambda _: iter(()))
    assert kanttekeningen([dossier]) == ()


NEARLY: dict[str, Cijferdossier] = {
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
    "een model zonder cijfers is vooral een leeg vak": make_dossier(
        {"indicator": make_indicator(bewijssoort=Bewijssoort.GESCHAT), "metingen": ()}
    ),
}


@pytest.mark.parametrize("name", NEARLY)
def test_what_only_comes_near_a_limit_gives_no_kanttekening(name: str) -> None:
    found = {it.beperking for it in kanttekeningen([NEARLY[name]])}
    assert found <= {Beperking.ONTBREKENDE_WAARDE}
    assert bool(found) is (not NEARLY[name].reeks.metingen)


def test_what_figures_share_is_said_once() -> None:
    one = make_dossier(niet_gehoord="jongeren", verhalen=())
    other = make_dossier(
        {"indicator": make_indicator(code="lopen", naam="Lopen")}, niet_gehoord="jongeren", verhalen=()
    )
    found = [it.beperking for it in kanttekeningen([one, other])]
    assert found == [Beperking.WEINIG_VERTELLERS, Beperking.GROEPEN_NIET_GEHOORD]


def test_a_kanttekening_knows_what_it_is_about() -> None:
    _, dossier = WITH_LIMIT["een breuk"]
    (it,) = kanttekeningen([dossier])
    assert it.bronnen == (TekstBron(TekstBronSoort.BREUK, "buren", "WK990101", "2021-01-01"),)
    _, dossier = WITH_LIMIT["een verhaal zegt iets anders"]
    (it,) = kanttekeningen([dossier])
    assert it.bronnen == (
        TekstBron(TekstBronSoort.INDICATOR, "buren", "WK990101"),
        TekstBron(TekstBronSoort.VERHAAL, "v9", "WK990101"),
    )


def test_the_same_limit_keeps_its_key_when_figures_change() -> None:
    _, dossier = WITH_LIMIT["een oud cijfer"]
    newer = replace(dossier, reeks=replace(dossier.reeks, metingen=dossier.reeks.metingen[:-1]))
    assert {it.sleutel for it in kanttekeningen([dossier])} == {it.sleutel for it in kanttekeningen([newer])}
    assert kanttekeningen([dossier]) != kanttekeningen([newer])


def test_of_few_verhalen_nobody_is_told_how_few() -> None:
    told = kanttekeningen([make_dossier(verhalen=VERHALEN[:2], verhalen_op_gemeente=True)])
    nobody = kanttekeningen([make_dossier(verhalen=(), verhalen_op_gemeente=True)])
    assert told == nobody
