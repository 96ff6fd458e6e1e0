"""What the product writes itself in a stuk for the raad: from the store alone, and silent where that is silent."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.indicator import Rol, StemRol
from monitor.domain.kanttekening import (
    Beperking,
    Cijferdossier,
    Kanttekening,
    TekstBron,
    TekstBronSoort,
    kanttekeningen,
)
from monitor.domain.meting import Reeks, with_value
from monitor.domain.raadsstuk import Deel, KeuzeSoort, Raadsstuk, StukKeuze, StukKop, StukSoort
from monitor.domain.verhaal import Koppeling, Verhaal, Verhouding
from monitor.domain.wijk import Financiering, FinancieringStaat, FinancieringVorm
from monitor.domain.wijkbeeld import BronRegel, ThemaKaart
from monitor.services import stukzinnen, zinnen
from monitor.services.kiezen import keuzebeeld
from monitor.services.stuklezen import Stukgegevens, lees_stukgegevens
from monitor.services.stukparticipatie import LEESRONDE, aanwezig
from monitor.services.stukteksten import Stukteksten, schrijf_teksten, stukteksten
from monitor.services.stukzinnen import GEEN_TERUGBLIK, NIETS_TE_VERGELIJKEN, STIL, Stukjaren
from monitor.services.voorbeeld_sleutels import id_of
from monitor.services.wijkbeeld import wijkbeeld
from monitor.services.zinnen import has_value
from monitor.store.database import Database
from monitor.store.lees_store import LeesStore
from tests.builders import make_minuut, make_verhaal
from tests.services.builders import WIJK

GEMEENTE, LINDEN, LISDODDE, KADE = "GM9901", "WK990101", "WK990103", "WK990107"
TODAY = date(2026, 11, 20)


def make_stuk(*keuzes: StukKeuze, soort: StukSoort = StukSoort.RAADSVOORSTEL, **kop: int) -> Raadsstuk:
    """A stuk in which nobody wrote yet."""
    return Raadsstuk(
        id="stuk",
        gemeente=GEMEENTE,
        soort=soort,
        kop=StukKop(1, "Een tolk bij ontmoeten", **kop),
        gemaakt_door="test",
        gemaakt_op=datetime(2026, 11, 1),
        keuzes=keuzes,
        onderdelen=(),
        teksten={},
    )


def wijk(code: str) -> StukKeuze:
    return StukKeuze(KeuzeSoort.WIJK, code)


def cijfer(code: str, gebied: str) -> StukKeuze:
    return StukKeuze(KeuzeSoort.INDICATOR, code, gebied)


def written(database: Database, *keuzes: StukKeuze, **changes: int) -> Stukteksten:
    return stukteksten(database, make_stuk(*keuzes, **changes))


def openbaar(database: Database) -> tuple[Verhaal, ...]:
    with database.reading() as cursor:
        return LeesStore(cursor).leesbaar(BEZOEKER, TODAY, gebied=GEMEENTE)


def limits(teksten: Stukteksten) -> set[Beperking]:
    return {it.beperking for it in teksten.kanttekeningen}


def said(teksten: Stukteksten, deel: Deel) -> str:
    return "\n".join(it.tekst for it in teksten.van(deel))


# The limits that the example holds

IN_THE_EXAMPLE: dict[Beperking, tuple[tuple[str, str], tuple[str, str]]] = {
    Beperking.BREUK: (("vm-weg-naar-hulp", LINDEN), ("vm-buren-oppassen", LINDEN)),
    Beperking.GRENS_VERANDERD: (("vm-buren-oppassen", LISDODDE), ("vm-buren-oppassen", LINDEN)),
    Beperking.MODELSCHATTING: (("rivm-eenzaam", LINDEN), ("vm-buren-oppassen", LINDEN)),
    Beperking.BREED_INTERVAL: (("vm-buren-oppassen", LINDEN), ("vm-buren-oppassen", GEMEENTE)),
    Beperking.VOORLOPIG: (("kwb-inwoners", LINDEN), ("vm-buren-oppassen", LINDEN)),
    Beperking.ONTBREKENDE_WAARDE: (("vm-open-tafel", LINDEN), ("vm-buren-oppassen", LINDEN)),
    Beperking.OUD_CIJFER: (("rivm-eenzaam", LINDEN), ("vm-buren-oppassen", LINDEN)),
    Beperking.WEINIG_TE_BEINVLOEDEN: (("vm-rondkomen", LINDEN), ("vm-buren-oppassen", LINDEN)),
    Beperking.VERHAAL_ZEGT_ANDERS: (("vm-buren-oppassen", LINDEN), ("vm-binnenlopen", LISDODDE)),
    Beperking.WEINIG_VERTELLERS: (("vm-rondkomen", LINDEN), ("vm-buren-oppassen", LINDEN)),
    Beperking.GROEPEN_NIET_GEHOORD: (("vm-buren-oppassen", LINDEN), ("kwb-inwoners", GEMEENTE)),
    Beperking.KLEINE_AANTALLEN: (("vm-uit-handen", "WK990109"), ("vm-buren-oppassen", LINDEN)),
}
"""A figure of the example that has this limit, and one that has not."""


@pytest.mark.parametrize("beperking", IN_THE_EXAMPLE)
def test_a_limit_in_the_example_gives_its_kanttekening_and_where_it_is_not_none(
    voorbeeld: Database, beperking: Beperking
) -> None:
    with_it, without = IN_THE_EXAMPLE[beperking]
    found = written(voorbeeld, cijfer(*with_it))
    assert beperking in limits(found)
    assert beperking not in limits(written(voorbeeld, cijfer(*without)))


def test_every_kanttekening_stands_short_in_the_text_and_whole_in_the_list(voorbeeld: Database) -> None:
    found = written(voorbeeld, *(cijfer(*it) for it, _ in IN_THE_EXAMPLE.values()))
    assert limits(found) == set(Beperking)
    text = said(found, Deel.KANTTEKENINGEN)
    for it in found.kanttekeningen:
        assert it.kort in text or (it.wat in text and it.waar in text), it
    keys = [it.sleutel for it in found.zinnen]
    assert len(keys) == len(set(keys))


def limit(name: str, beperking: Beperking, waar: str = "Linden") -> Kanttekening:
    bron = TekstBron(TekstBronSoort.INDICATOR, name, waar)
    return Kanttekening(beperking, f"{name} kort.", f"{name} voluit.", (bron,), f"“{name}”", waar)


def test_a_limit_that_several_figures_have_is_said_once_in_the_text() -> None:
    three = [limit(name, Beperking.OUD_CIJFER) for name in ("een", "twee", "drie")]
    (zin,) = stukzinnen.kanttekening_zinnen(three)
    assert "“een”, “twee” en “drie” (Linden)." in zin.tekst
    assert [it.ref for it in zin.bronnen] == ["een", "twee", "drie"]
    assert [it.tekst for it in stukzinnen.kanttekening_zinnen(three[:1])] == ["een kort."]
    apart = [limit(name, Beperking.GROEPEN_NIET_GEHOORD) for name in ("een", "twee", "drie")]
    assert len(list(stukzinnen.kanttekening_zinnen(apart))) == 3


def test_a_figure_of_two_wijken_is_named_once() -> None:
    found = [
        limit(name, Beperking.OUD_CIJFER, waar) for name, waar in (("a", "Linden"), ("b", "Linden"), ("a", "Kade"))
    ]
    (zin,) = stukzinnen.kanttekening_zinnen(found)
    assert "“a” (Linden en Kade); “b” (Linden)." in zin.tekst


@pytest.mark.parametrize("beperking", stukzinnen.SAMEN)
def test_what_people_wrote_keeps_its_place_when_a_figure_comes_or_goes(beperking: Beperking) -> None:
    both = [limit(name, beperking) for name in ("een", "twee")]
    keys = {zin.sleutel for some in (both, both[:1], both[1:]) for zin in stukzinnen.kanttekening_zinnen(some)}
    assert keys == {f"kanttekening:{beperking.value}"}


# Of a stuk without a figure


def test_limits_of_what_was_told_need_no_figure(voorbeeld: Database) -> None:
    found = written(voorbeeld, wijk(LINDEN), StukKeuze(KeuzeSoort.THEMA, "werk"))
    assert limits(found) == {Beperking.WEINIG_VERTELLERS, Beperking.GROEPEN_NIET_GEHOORD}
    (few,) = [it for it in found.kanttekeningen if it.beperking is Beperking.WEINIG_VERTELLERS]
    assert few.kort.startswith("Over “Waardevol werk” is er één verhaal")
    assert found.bekeken
    many = written(voorbeeld, wijk(LINDEN), StukKeuze(KeuzeSoort.THEMA, "ontmoeten"))
    assert limits(many) == {Beperking.GROEPEN_NIET_GEHOORD}


def test_of_a_thema_of_which_nothing_is_known_it_is_said_that_nobody_told(voorbeeld: Database) -> None:
    beeld = wijkbeeld(voorbeeld, LISDODDE)
    assert not beeld.verhalen_op_gemeente
    for thema in beeld.lege_themas:
        found = written(voorbeeld, wijk(LISDODDE), StukKeuze(KeuzeSoort.THEMA, thema.code))
        assert f"Over “{thema.naam}” zijn er geen verhalen" in said(found, Deel.KANTTEKENINGEN)


def test_without_a_wijk_and_a_figure_nothing_was_looked_at(voorbeeld: Database) -> None:
    found = written(voorbeeld)
    assert not found.bekeken
    assert found.kanttekeningen == ()


def test_what_can_be_chosen_is_counted_from_the_store(voorbeeld: Database) -> None:
    found = written(voorbeeld, wijk(LINDEN), StukKeuze(KeuzeSoort.THEMA, "ontmoeten"))
    beeld = wijkbeeld(voorbeeld, LINDEN)
    (kaart,) = [it for it in beeld.kaarten if it.thema.code == "ontmoeten"]
    assert found.cijfers_te_kiezen == sum(has_value(it) for it in kaart.reeksen)
    quotable = [it for it in openbaar(voorbeeld) if it.gebied == LINDEN and "ontmoeten" in it.themas and it.citaat]
    assert found.verhalen_te_kiezen == len(quotable)
    assert written(voorbeeld).cijfers_te_kiezen is None


@pytest.mark.parametrize(
    ("zin", "begin"),
    [
        (stukzinnen.geen_cijfer(0), "Geen cijfer beschikbaar."),
        (stukzinnen.geen_cijfer(None), "Geen cijfer gekozen."),
        (stukzinnen.geen_cijfer(1), "Geen cijfer gekozen."),
        (stukzinnen.geen_cijfer(0, weg=True), "Het cijfer dat hier stond, is er niet meer. Geen cijfer beschikbaar."),
        (stukzinnen.geen_cijfer(None, weg=True), "Het cijfer dat hier stond, is er niet meer."),
        (stukzinnen.geen_verhaal(0), "Geen verhaal beschikbaar."),
        (stukzinnen.geen_verhaal(1), "Geen verhaal gekozen."),
        (stukzinnen.geen_verhaal(0, teruggenomen=1), "Een citaat is teruggenomen. Geen verhaal beschikbaar."),
        (stukzinnen.geen_verhaal(4, teruggenomen=2), "2 citaten zijn teruggenomen."),
        (stukzinnen.te_kiezen_zin("soep"), ""),
        (stukzinnen.te_kiezen_zin("soep", cijfers=1), "Over soep is er 1 cijfer."),
        (stukzinnen.te_kiezen_zin("soep", cijfers=6), "Over soep zijn er 6 cijfers."),
        (stukzinnen.te_kiezen_zin("soep", verhalen=1), "Over soep is er 1 verhaal met een citaat."),
        (
            stukzinnen.te_kiezen_zin("soep", cijfers=1, verhalen=4),
            "Over soep zijn er 1 cijfer en 4 verhalen met een citaat.",
        ),
    ],
)
def test_not_chosen_not_there_and_gone_are_told_apart(zin: str, begin: str) -> None:
    assert zin == begin


def test_of_what_is_counted_it_is_said_which_themas(voorbeeld: Database) -> None:
    assert stukzinnen.over_themas([]) == "alle thema's samen"
    assert stukzinnen.over_themas(["A", "B"]) == "de thema's “A” en “B”"
    assert stukzinnen.over_themas(["A", "B", "C", "D"]) == "de thema's van dit stuk"
    assert written(voorbeeld, wijk(LINDEN), cijfer("vm-open-tafel", LINDEN)).waarover == "het thema “Ontmoeten”"
    assert (
        written(voorbeeld, StukKeuze(KeuzeSoort.THEMA, "werk"), wijk(LINDEN)).waarover == "het thema “Waardevol werk”"
    )
    assert written(voorbeeld, wijk(LINDEN)).waarover == "alle thema's samen"


# What it writes


def test_a_bevinding_says_the_figure_its_evidence_and_its_source(voorbeeld: Database) -> None:
    found = written(voorbeeld, cijfer("vm-buren-oppassen", LINDEN))
    zin = found.zin(f"bevinding:vm-buren-oppassen:{LINDEN}")
    assert zin is not None
    assert zin.tekst == (
        "De Hoge Linden, “Mensen kennen genoeg buren om even op te passen”: "
        "63 van de 100 bewoners (58 tot 68), in 2025. "
        "Gestegen van 45 in 2017 naar 63 in 2025. Dat is gunstig. De stijging is zeker, hoe groot niet. "
        "In de hele gemeente: 58 van de 100 (56 tot 60). Of dat verschilt, is niet te zeggen: de marges overlappen. "
        "Dit cijfer is gemeten. Bron: Voorbeeld (verzonnen)."
    )
    assert {it.soort for it in zin.bronnen} == {TekstBronSoort.INDICATOR, TekstBronSoort.METING}


def test_a_score_is_no_mark_at_school_unless_its_scale_is_told(voorbeeld: Database) -> None:
    chosen = make_stuk(cijfer("lbm-score", LISDODDE))
    found = lees_stukgegevens(voorbeeld, chosen)
    ((key, beeld),) = found.beelden.items()
    assert beeld.reeks is not None

    def told(reeks: Reeks) -> str:
        teksten = schrijf_teksten(chosen, replace(found, beelden={key: replace(beeld, reeks=reeks)}))
        zin = teksten.zin(f"bevinding:lbm-score:{LISDODDE}")
        assert zin is not None
        return zin.tekst

    scaled = replace(beeld.reeks.indicator, technische_definitie="Van 1 (slecht) tot 9 (uitstekend).")
    assert stukzinnen.ZONDER_SCHAAL in told(beeld.reeks)
    assert stukzinnen.ZONDER_SCHAAL not in told(replace(beeld.reeks, indicator=scaled))
    assert stukzinnen.SCORE_ALLEEN not in told(beeld.reeks)
    assert stukzinnen.SCORE_ALLEEN in told(replace(beeld.reeks, gemeente=()))


def test_without_a_figure_no_kind_of_evidence_is_told(voorbeeld: Database) -> None:
    zin = written(voorbeeld, cijfer("vm-jongeren-gehoord", LINDEN)).zin(f"bevinding:vm-jongeren-gehoord:{LINDEN}")
    assert zin is not None
    assert (
        zin.tekst == "De Hoge Linden, “Jongeren vinden dat er naar hen geluisterd wordt”: er is hier nog geen cijfer."
    )


# Chosen years

CHOSEN = (cijfer("vm-buren-oppassen", LINDEN), cijfer("vm-weg-naar-hulp", LINDEN), cijfer("rivm-eenzaam", LINDEN))


@pytest.fixture(scope="module")
def gegevens(voorbeeld: Database) -> Stukgegevens:
    return lees_stukgegevens(voorbeeld, make_stuk(*CHOSEN))


def over(gegevens: Stukgegevens, van: int | None = None, tot: int | None = None) -> Stukteksten:
    years = {name: jaar for name, jaar in (("periode_van", van), ("periode_tot", tot)) if jaar is not None}
    return schrijf_teksten(make_stuk(*CHOSEN, **years), gegevens)


YEARS = st.one_of(st.none(), st.integers(2008, 2030))


@given(van=YEARS, tot=YEARS)
def test_chosen_years_change_what_is_shown_and_never_what_is_judged(
    gegevens: Stukgegevens, van: int | None, tot: int | None
) -> None:
    if van is not None and tot is not None:
        van, tot = min(van, tot), max(van, tot)
    whole, part = over(gegevens), over(gegevens, van, tot)
    assert part.kanttekeningen == whole.kanttekeningen
    assert said(part, Deel.EVALUATIE) == said(whole, Deel.EVALUATIE)
    for key, it in part.cijfers.items():
        assert it.geheel == whole.cijfers[key].geheel
        assert all((van or 0) <= found.start.year <= (tot or 9999) for found in it.reeks.metingen)
        zin, change = part.zin("bevinding:{}:{}".format(*key)), zinnen.verandering_zin(it.geheel)
        assert zin is not None
        newest = with_value(it.geheel.metingen)[-1]
        assert zinnen.waarde_zin(replace(it.geheel, metingen=(newest,)), marge=True) in zin.tekst
        assert change[1:] in zin.tekst
        assert (f"({it.jaren})" in zin.tekst) is (it.buiten > 0)


def test_by_the_chosen_years_alone_it_would_be_judged_otherwise(gegevens: Stukgegevens) -> None:
    it = over(gegevens, tot=2021).cijfers["vm-buren-oppassen", LINDEN]
    assert zinnen.verandering_zin(it.reeks) != zinnen.verandering_zin(it.geheel)
    dossier = Cijferdossier(it.reeks, LINDEN, "De Hoge Linden", TODAY)
    assert Beperking.OUD_CIJFER in {found.beperking for found in kanttekeningen([dossier])}
    assert Beperking.OUD_CIJFER not in {
        found.beperking for found in kanttekeningen([replace(dossier, reeks=it.geheel)])
    }


def test_a_bevinding_over_chosen_years_names_them_and_tells_of_a_newer_figure(gegevens: Stukgegevens) -> None:
    zin = over(gegevens, 2019, 2022).zin(f"bevinding:vm-buren-oppassen:{LINDEN}")
    assert zin is not None
    assert "in de jaren van dit stuk (2019 tot en met 2022): 55 van de 100 bewoners (50 tot 60), in 2022." in zin.tekst
    assert "Er is een nieuwer cijfer van De Hoge Linden: 63 van de 100 bewoners (58 tot 68), in 2025." in zin.tekst
    assert "Over alle jaren: gestegen van 45 in 2017 naar 63 in 2025." in zin.tekst
    assert "In de hele gemeente: 57 van de 100 (55 tot 59), in 2022." in zin.tekst


def test_where_no_figure_lies_in_the_chosen_years_the_one_outside_is_told(gegevens: Stukgegevens) -> None:
    for van, tot, word in ((2008, 2010, "nieuwer"), (2027, 2028, "ouder")):
        zin = over(gegevens, van, tot).zin(f"bevinding:vm-buren-oppassen:{LINDEN}")
        assert zin is not None
        assert f"in de jaren van dit stuk ({van} tot en met {tot}): daarover is er geen cijfer." in zin.tekst
        assert f"Er is een {word} cijfer van De Hoge Linden: 63 van de 100" in zin.tekst
        assert "In de hele gemeente" not in zin.tekst


@pytest.mark.parametrize(
    ("jaren", "words"),
    [
        (Stukjaren(2019, 2022), "2019 tot en met 2022"),
        (Stukjaren(2019, None), "vanaf 2019"),
        (Stukjaren(None, 2022), "tot en met 2022"),
        (Stukjaren(2020, 2020), "2020"),
        (Stukjaren(), "alle jaren"),
    ],
)
def test_years_are_named(jaren: Stukjaren, words: str) -> None:
    assert str(jaren) == words


def test_years_outside_the_stuk_are_counted(gegevens: Stukgegevens) -> None:
    key = ("vm-buren-oppassen", LINDEN)
    part = over(gegevens, 2020, 2022).cijfers[key]
    assert {it.start.year for it in part.reeks.metingen} == {2020, 2021, 2022}
    assert part.buiten == len(part.geheel.metingen) - 3
    assert over(gegevens).cijfers[key].buiten == 0


def test_a_figure_that_the_store_does_not_know_is_left_out(voorbeeld: Database) -> None:
    assert not written(voorbeeld, cijfer("bestaat-niet", LINDEN)).cijfers


OTHER = (Koppeling("buren", Verhouding.ZEGT_ANDERS, "Zij kent niemand."),)


def test_how_citaten_were_chosen_is_counted_beside_all_that_could_have_been() -> None:
    alle = [make_verhaal(id=f"v{place}", koppelingen=OTHER if place < 9 else ()) for place in range(23)]
    zin = stukzinnen.citaten_zin([alle[0], *alle[20:]], alle, 0)
    assert zin.tekst.startswith(
        "Citaten uit 4 van de 23 verhalen die openbaar mogen; van de 23 vertellen er 9 iets anders dan het cijfer, "
        "van de 4 gekozen is dat er 1."
    )
    assert "van de 5 gekozen zijn dat er 2." in stukzinnen.citaten_zin([*alle[:2], *alle[20:]], alle, 0).tekst
    assert "van de 3 gekozen geen." in stukzinnen.citaten_zin(alle[20:], alle, 0).tekst
    none = [replace(it, koppelingen=()) for it in alle]
    every = {
        stukzinnen.citaten_zin(some, some, 0).tekst.partition(". ")[0]
        for some in (alle[:9], alle[8:], none, alle[:1], none[:1])
    }
    assert every == {
        "Citaten uit alle 9 verhalen die openbaar mogen; 9 ervan vertellen iets anders dan het cijfer",
        "Citaten uit alle 15 verhalen die openbaar mogen; 1 ervan vertelt iets anders dan het cijfer",
        "Citaten uit alle 23 verhalen die openbaar mogen; geen ervan vertelt iets anders dan het cijfer",
        "Een citaat uit het enige verhaal dat openbaar mag; het vertelt iets anders dan het cijfer",
        "Een citaat uit het enige verhaal dat openbaar mag; het vertelt niets anders dan het cijfer",
    }
    assert "geen ervan vertelt iets anders" in stukzinnen.citaten_zin(none[:1], none, 0).tekst
    assert "geen citaat gekozen" in stukzinnen.citaten_zin([], alle, 0).tekst
    assert "nog geen verhalen" in stukzinnen.citaten_zin([], [], 0).tekst


def test_citaten_of_the_example_are_counted_from_the_store(voorbeeld: Database) -> None:
    here = [it for it in openbaar(voorbeeld) if it.gebied == LINDEN]
    chosen = [it for it in here if it.citaat][:4]
    found = written(voorbeeld, wijk(LINDEN), *(StukKeuze(KeuzeSoort.CITAAT, it.id) for it in chosen))
    assert f"Citaten uit 4 van de {len(here)} verhalen" in said(found, Deel.ARGUMENTEN)
    assert [it.tekst for it in found.citaten.values()] == [it.citaat for it in chosen]


def test_participatie_is_one_line_per_wijk_with_counts_days_and_what_changed(voorbeeld: Database) -> None:
    found = written(voorbeeld, wijk(LINDEN), wijk(LISDODDE), cijfer("vm-buren-oppassen", LINDEN))
    lines = {it.sleutel: it.tekst for it in found.van(Deel.PARTICIPATIE)}
    assert set(lines) == {f"participatie:{LINDEN}", f"participatie:{LISDODDE}"}
    text = lines[f"participatie:{LINDEN}"]
    assert "stemden" not in text
    votes_alone = "Lisdodde: Of de wijk op 3 cijfers wil letten: daarover stemden bewoners en professionals, tussen "
    assert lines[f"participatie:{LISDODDE}"].startswith(votes_alone)
    assert " voor en " not in text
    assert "4 wijkgesprekken en 2 keer samen verhalen gekozen, tussen 27 november 2025 en 17 september 2026." in text
    assert (
        "Er waren telkens 3 tot 9 bewoners en 2 tot 5 professionals, "
        "en soms ook vrijwilligers, medewerkers van de gemeente en raadsleden."
    ) in text
    # Of five, two are of a later year, and nothing came of these yet.
    assert "Uit een deel daarvan kwam: “Mensen kennen genoeg buren om even op te passen”." in text
    first, ronde = found.bijeenkomsten[0], next(it for it in found.bijeenkomsten if it.wat == LEESRONDE)
    assert first.wie == "8 bewoners, 3 vrijwilligers, 4 professionals, 1 medewerker van de gemeente en 2 studenten"
    assert first.daaruit == "3 leerpunten en 1 afspraak"
    assert ronde.wie.startswith("9 bewoners, 2 vrijwilligers")
    assert ronde.daaruit == "3 verhalen gekozen"


def test_every_vote_about_the_figures_of_the_stuk_is_kept_apart(voorbeeld: Database) -> None:
    found = written(voorbeeld, wijk(LINDEN), wijk(LISDODDE), cijfer("vm-buren-oppassen", LINDEN))
    assert found.deed_mee
    (vote,) = [it for it in found.stemmen if it.plaats.code == LINDEN]
    assert vote.cijfer == "Mensen kennen genoeg buren om even op te passen"
    assert vote.wanneer == "11 mei 2017 tot en met 8 februari 2018"
    assert vote.stemmen.startswith("bewoners 41 voor en 3 tegen, vrijwilligers 12 voor en 0 tegen, ")
    watched = [it.indicator.naam for it in keuzebeeld(voorbeeld, LISDODDE).indicatoren if it.steun]
    assert watched
    assert [it.cijfer for it in found.stemmen if it.plaats.code == LISDODDE] == watched


def test_what_people_chose_and_planned_about_another_thema_is_not_told(voorbeeld: Database) -> None:
    def told(thema: str) -> str:
        return said(written(voorbeeld, wijk(LINDEN), StukKeuze(KeuzeSoort.THEMA, thema)), Deel.PARTICIPATIE)

    assert "Ook wie voor het raam blijft staan" in told("ontmoeten")
    assert "Licht en schone hallen" not in told("ontmoeten")
    assert "Jongeren vinden" not in told("ontmoeten")
    assert "Licht en schone hallen" in told("wonen")
    assert "Ook wie voor het raam blijft staan" not in told("wonen")
    every = said(written(voorbeeld, wijk(LINDEN)), Deel.PARTICIPATIE)
    assert "Op 1 bezwaar is nog geen antwoord." in every
    assert "Licht en schone hallen" in every
    assert "Jongeren vinden" in every


def test_money_is_told_per_thema_and_never_divided(voorbeeld: Database) -> None:
    found = written(voorbeeld, wijk(LINDEN), cijfer("vm-buren-oppassen", LINDEN))
    text = said(found, Deel.FINANCIEN)
    assert "De Hoge Linden, “Ontmoeten”. In 2026: € 63.200 uit het welzijnscontract (toegekend)" in text
    assert "Veldermeer, “Ontmoeten”. In 2026: € 760.000" in text
    assert not re.search(r"\bper (bewoner|bezoek|mens)", text)
    assert {it.thema for it in found.geld} == {"Ontmoeten"}


def regel(jaar: int, bedrag: int | None, uren: int | None = None) -> Financiering:
    vorm = FinancieringVorm.EIGEN_INZET if uren else FinancieringVorm.SUBSIDIE
    money = None if bedrag is None else Decimal(bedrag)
    return Financiering("ontmoeten", "Soep", jaar, vorm, FinancieringStaat.BESTEED, money, uren)


def geld(*regels: Financiering) -> str:
    zin = stukzinnen.geld(stukzinnen.Gebiedsnaam(LINDEN, "Linden"), ("ontmoeten", "Ontmoeten"), regels)
    return zin.tekst if zin else ""


def test_hours_of_residents_of_an_earlier_year_are_told_beside_the_money() -> None:
    assert geld(regel(2026, 500), regel(2025, None, 210), regel(2024, None, 90)) == (
        "Linden, “Ontmoeten”. In 2026: € 500 subsidie (besteed). "
        "Over 2026 zijn er geen uren van bewoners opgeschreven. In 2025: 210 uur van bewoners."
    )
    assert geld(regel(2025, None, 210), regel(2023, 700), regel(2022, 900)) == (
        "Linden, “Ontmoeten”. In 2025: 210 uur van bewoners. "
        "Over 2025 is er geen bedrag opgeschreven. In 2023: € 700 subsidie (besteed)."
    )
    assert geld(regel(2025, None, 210), regel(2025, 700), regel(2022, 900)) == (
        "Linden, “Ontmoeten”. In 2025: € 700 subsidie (besteed), 210 uur van bewoners."
    )
    assert geld(regel(2025, None, 210)) == "Linden, “Ontmoeten”. In 2025: 210 uur van bewoners."
    assert geld() == ""


def test_no_hours_of_the_example_stand_in_the_bijlage_alone(voorbeeld: Database) -> None:
    found = written(voorbeeld, wijk(LINDEN), wijk(LISDODDE))
    text = said(found, Deel.FINANCIEN).splitlines()
    hours = {f"{it.gebied}, “{it.thema}”. " for it in found.geld if it.regel.uren}
    assert len(hours) > 2
    for begin in hours:
        assert all("uur van bewoners" in line for line in text if line.startswith(begin))
        assert any(line.startswith(begin) for line in text)


def test_evaluatie_names_the_nulmeting_and_the_day_to_look_back(voorbeeld: Database) -> None:
    text = said(written(voorbeeld, cijfer("vm-buren-oppassen", LINDEN)), Deel.EVALUATIE)
    assert "de nulmeting is 45 van de 100 (40 tot 50), in 2017. In 2025 was het 63 van de 100 (58 tot 68)." in text
    assert "terugkijken op 10 december 2026 (leerpunt)" in text
    assert "de dag is voorbij: 19 maart 2026" in text
    chosen = StukKeuze(KeuzeSoort.LEERPUNT, id_of("leerpunt", "drempel"))
    text = said(written(voorbeeld, cijfer("vm-buren-oppassen", LINDEN), chosen), Deel.EVALUATIE)
    assert "10 december" not in text
    assert "de dag is voorbij: 19 maart 2026 (leerpunt)" in text
    text = said(written(voorbeeld, cijfer("vm-buren-oppassen", LISDODDE)), Deel.EVALUATIE)
    assert "Nog geen nulmeting gekozen: “Mensen kennen genoeg buren om even op te passen”" in text
    assert GEEN_TERUGBLIK in text


def test_of_a_small_wijk_nobody_is_told_how_few_verhalen_there_are(voorbeeld: Database) -> None:
    found = written(voorbeeld, cijfer("vm-buren-oppassen", KADE))
    (zin,) = [it for it in found.kanttekeningen if it.beperking is Beperking.WEINIG_VERTELLERS]
    assert "geen of weinig verhalen" in zin.kort
    assert not re.search(r"\d", zin.voluit)


def test_an_empty_store_says_that_nothing_is_written_down(wijkstore: Database, count: Callable[[str], int]) -> None:
    with wijkstore.writing() as cursor:
        cursor.execute(
            "INSERT INTO gebied_versie (gebied, naam, geldig_van) VALUES (?, 'Linden', DATE '2015-01-01')", [WIJK]
        )
    assert count("verhaal") == 0
    found = written(wijkstore, wijk(WIJK))
    for deel in (Deel.PARTICIPATIE, Deel.FINANCIEN):
        assert STIL in said(found, deel), deel
    assert NIETS_TE_VERGELIJKEN in said(found, Deel.EVALUATIE)
    assert "nog geen verhalen" in said(found, Deel.ARGUMENTEN)
    (few,) = found.kanttekeningen
    assert few.kort == "Uit Linden zijn er geen of weinig verhalen die iedereen mag lezen."
    assert (found.cijfers_te_kiezen, found.verhalen_te_kiezen) == (0, 0)


def test_a_wijkbeeld_has_the_minute_and_the_headlines_of_the_wijk(voorbeeld: Database) -> None:
    found = stukteksten(voorbeeld, make_stuk(wijk(LINDEN), soort=StukSoort.WIJKBEELD))
    assert len(found.van(Deel.SAMENVATTING)) == 5
    watched = {reeks.indicator.code for it in wijkbeeld(voorbeeld, LINDEN).kaarten for reeks in _kern(it)}
    assert {code for code, _ in found.cijfers} > watched
    per_thema = Counter(it.thema.code for it in found.cijfers.values() if it.geheel.indicator.code not in watched)
    assert set(per_thema.values()) == {1}
    assert all(has_value(it.geheel) for it in found.cijfers.values())


def test_a_nulmeting_is_told_of_each_figure_that_has_one(voorbeeld: Database) -> None:
    found = written(voorbeeld, cijfer("vm-open-tafel", LINDEN))
    assert found.cijfers["vm-open-tafel", LINDEN].geheel.indicator.rol is not Rol.KERN
    text = said(found, Deel.EVALUATIE)
    assert "“Mensen aan de open tafel”: de nulmeting is 326 bezoeken, in de winter van 2023." in text
    assert NIETS_TE_VERGELIJKEN not in text
    assert NIETS_TE_VERGELIJKEN in said(written(voorbeeld, cijfer("rivm-eenzaam", LINDEN)), Deel.EVALUATIE)


# De wijk in een minuut


def test_no_verhaal_is_named_in_a_document_as_its_teller_did(voorbeeld: Database) -> None:
    titles = [it.titel for it in openbaar(voorbeeld)]
    named = 0
    for code in (LINDEN, LISDODDE, "WK990102"):
        named += any(it in wijkbeeld(voorbeeld, code).minuut.vertellen for it in titles)
        found = stukteksten(voorbeeld, make_stuk(wijk(code), soort=StukSoort.WIJKBEELD))
        text = said(found, Deel.SAMENVATTING)
        assert "verhalen. " in text
        assert not any(it in text for it in titles)
    assert named == 3


MINUUT = make_minuut(
    zien="Linden groeit.", vertellen="Uit Linden nog niets.", gevraagd="Er ligt nu geen voorstel over deze wijk."
)
OTHER_MINUUT = make_minuut(
    zien="Kade krimpt.", vertellen="Uit Kade nog niets.", gevraagd="Er ligt nu geen voorstel over deze wijk."
)


def test_what_is_the_same_in_several_wijken_is_said_once() -> None:
    linden, kade = stukzinnen.Gebiedsnaam(LINDEN, "Linden"), stukzinnen.Gebiedsnaam(KADE, "Kade")
    both = {it.sleutel: it.tekst for it in stukzinnen.minuten([(linden, MINUUT), (kade, OTHER_MINUUT)])}
    assert both[f"minuut:zien:{LINDEN}"] == "Linden. Linden groeit."
    assert both[f"minuut:zien:{KADE}"] == "Kade. Kade krimpt."
    assert both[f"minuut:vertellen:samen:{LINDEN}"] == "Uit Linden en Kade nog niets."
    assert both[f"minuut:gevraagd:samen:{LINDEN}"] == "Linden en Kade. Er ligt nu geen voorstel over deze wijken."
    assert len(both) == 2 + 4
    alone = {it.sleutel: it.tekst for it in stukzinnen.minuten([(linden, MINUUT)])}
    assert alone[f"minuut:zien:{LINDEN}"] == "Linden groeit."
    assert alone[f"minuut:gevraagd:{LINDEN}"] == "Er ligt nu geen voorstel over deze wijk."


def test_that_there_is_nothing_to_tell_of_several_wijken_is_said_once(voorbeeld: Database) -> None:
    silent = (LISDODDE, "WK990104", "WK990105")
    found = written(voorbeeld, wijk(LINDEN), *map(wijk, silent))
    (zin,) = [it for it in found.van(Deel.EVALUATIE) if GEEN_TERUGBLIK in it.tekst]
    assert zin.tekst == f"Lisdodde, Ooster Velder en Meerzijde: {GEEN_TERUGBLIK}"
    assert any(it.sleutel == f"terugkijken:{LINDEN}" for it in found.zinnen)
    (one,) = [it for it in written(voorbeeld, wijk(LISDODDE)).van(Deel.EVALUATIE) if GEEN_TERUGBLIK in it.tekst]
    assert (one.sleutel, one.tekst) == (f"terugkijken:{LISDODDE}", f"Lisdodde: {GEEN_TERUGBLIK}")


def test_a_source_whose_name_ends_a_sentence_gets_no_second_full_stop() -> None:
    bron = BronRegel("CBS e.a.", "CBS", None, 2024, datetime(2026, 11, 1))
    assert stukzinnen.bron_zin([bron, bron]) == "Bron: CBS e.a."


def _kern(kaart: ThemaKaart) -> list[Reeks]:
    return [it for it in kaart.reeksen if it.indicator.rol is Rol.KERN]


def test_people_are_counts_per_role() -> None:
    people = [(StemRol.BEWONER, 8), (StemRol.VRIJWILLIGER, 0), (StemRol.GEMEENTE, 1)]
    assert aanwezig(people, [(2, "studenten")]) == "8 bewoners, 1 medewerker van de gemeente en 2 studenten"
    assert aanwezig((), [(1, "iemand van de verhuurder")]) == "iemand van de verhuurder"
    assert aanwezig((), [(1, "student")]) == "1 student"
