"""What the product writes itself in a stuk for the raad: from the store alone, and silent where that is silent."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.indicator import StemRol
from monitor.domain.kanttekening import Beperking, Kanttekening, TekstBron, TekstBronSoort
from monitor.domain.raadsstuk import Deel, KeuzeSoort, Raadsstuk, StukKeuze, StukKop, StukSoort
from monitor.domain.verhaal import Koppeling, Verhaal, Verhouding
from monitor.services import stukzinnen
from monitor.services.stukteksten import Stukteksten, stukteksten
from monitor.services.stukzinnen import GEEN_NULMETING, GEEN_TERUGBLIK, STIL
from monitor.store.database import Database
from monitor.store.lees_store import LeesStore
from tests.builders import make_verhaal
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
        assert it.kort in text or it.wat in text, it
    keys = [it.sleutel for it in found.zinnen]
    assert len(keys) == len(set(keys))


def test_a_limit_that_many_figures_have_is_said_once_in_the_text() -> None:
    def limit(name: str, beperking: Beperking) -> Kanttekening:
        bron = TekstBron(TekstBronSoort.INDICATOR, name, LINDEN)
        return Kanttekening(beperking, f"{name} kort.", f"{name} voluit.", (bron,), f"“{name}”")

    three = [limit(name, Beperking.OUD_CIJFER) for name in ("een", "twee", "drie")]
    (zin,) = stukzinnen.kanttekening_zinnen(three)
    assert "“een”, “twee” en “drie”" in zin.tekst
    assert [it.ref for it in zin.bronnen] == ["een", "twee", "drie"]
    assert [it.tekst for it in stukzinnen.kanttekening_zinnen(three[:1])] == ["een kort."]
    apart = [limit(name, Beperking.VERHAAL_ZEGT_ANDERS) for name in ("een", "twee", "drie")]
    assert len(list(stukzinnen.kanttekening_zinnen(apart))) == 3


# What it writes


def test_a_bevinding_says_the_figure_its_evidence_and_its_source(voorbeeld: Database) -> None:
    found = written(voorbeeld, cijfer("vm-buren-oppassen", LINDEN))
    zin = found.zin(f"bevinding:vm-buren-oppassen:{LINDEN}")
    assert zin is not None
    assert zin.tekst.startswith("De Hoge Linden, “Mensen kennen genoeg buren om even op te passen”: 63 van de 100")
    assert "Dit cijfer is gemeten." in zin.tekst
    assert zin.tekst.endswith("Bron: Voorbeeld (verzonnen).")
    assert {it.soort for it in zin.bronnen} == {TekstBronSoort.INDICATOR, TekstBronSoort.METING}


def test_years_outside_the_stuk_are_left_out_and_counted(voorbeeld: Database) -> None:
    whole = written(voorbeeld, cijfer("vm-buren-oppassen", LINDEN))
    part = written(voorbeeld, cijfer("vm-buren-oppassen", LINDEN), periode_van=2020, periode_tot=2022)
    key = ("vm-buren-oppassen", LINDEN)
    assert {it.start.year for it in part.cijfers[key].reeks.metingen} == {2020, 2021, 2022}
    assert whole.cijfers[key].buiten == 0
    assert part.cijfers[key].buiten == len(whole.cijfers[key].reeks.metingen) - 3


def test_a_figure_that_the_store_does_not_know_is_left_out(voorbeeld: Database) -> None:
    assert not written(voorbeeld, cijfer("bestaat-niet", LINDEN)).cijfers


OTHER = (Koppeling("buren", Verhouding.ZEGT_ANDERS, "Zij kent niemand."),)


def test_how_citaten_were_chosen_is_counted_beside_all_that_could_have_been() -> None:
    alle = [make_verhaal(id=f"v{place}", koppelingen=OTHER if place < 9 else ()) for place in range(23)]
    zin = stukzinnen.citaten_zin([alle[0], *alle[20:]], alle, 0)
    assert zin.tekst.startswith(
        "Citaten uit 4 van de 23 verhalen die openbaar mogen; van de 23 vertellen er 9 iets anders dan het cijfer, "
        "van de 4 een."
    )
    none = [replace(it, koppelingen=()) for it in alle]
    assert "geen ervan vertelt iets anders" in stukzinnen.citaten_zin(none[:1], none, 0).tekst
    assert "geen citaat gekozen" in stukzinnen.citaten_zin([], alle, 0).tekst
    assert "nog geen verhalen" in stukzinnen.citaten_zin([], [], 0).tekst


def test_citaten_of_the_example_are_counted_from_the_store(voorbeeld: Database) -> None:
    here = [it for it in openbaar(voorbeeld) if it.gebied == LINDEN]
    chosen = [it for it in here if it.citaat][:4]
    found = written(voorbeeld, wijk(LINDEN), *(StukKeuze(KeuzeSoort.CITAAT, it.id) for it in chosen))
    assert f"Citaten uit 4 van de {len(here)} verhalen" in said(found, Deel.ARGUMENTEN)
    assert [it.tekst for it in found.citaten.values()] == [it.citaat for it in chosen]


def test_participatie_counts_votes_gesprekken_and_leesrondes(voorbeeld: Database) -> None:
    found = written(voorbeeld, wijk(LINDEN), cijfer("vm-buren-oppassen", LINDEN))
    text = said(found, Deel.PARTICIPATIE)
    assert "bewoners 41 voor en 3 tegen, vrijwilligers 12 voor en 0 tegen" in text
    assert "4 wijkgesprekken en 2 keer samen verhalen gekozen, tussen 27 november 2025 en 17 september 2026" in text
    first, ronde = found.bijeenkomsten[0], next(it for it in found.bijeenkomsten if it.wat == stukzinnen.LEESRONDE)
    assert first.wie == "8 bewoners, 3 vrijwilligers, 4 professionals, 1 medewerker van de gemeente en 2 studenten"
    assert first.daaruit == "3 leerpunten en 1 afspraak"
    assert ronde.wie.startswith("9 bewoners, 2 vrijwilligers")
    assert ronde.daaruit == "3 verhalen gekozen"
    assert "Daaruit kwam: “Mensen kennen genoeg buren om even op te passen”" in text


def test_money_is_told_per_thema_and_never_divided(voorbeeld: Database) -> None:
    found = written(voorbeeld, wijk(LINDEN), cijfer("vm-buren-oppassen", LINDEN))
    text = said(found, Deel.FINANCIEN)
    assert "De Hoge Linden, “Ontmoeten”. In 2026: € 63.200 uit het welzijnscontract (toegekend)" in text
    assert "Veldermeer, “Ontmoeten”. In 2026: € 760.000" in text
    assert not re.search(r"\bper (bewoner|bezoek|mens)", text)
    assert {it.thema for it in found.geld} == {"Ontmoeten"}


def test_evaluatie_names_the_nulmeting_and_the_day_to_look_back(voorbeeld: Database) -> None:
    text = said(written(voorbeeld, cijfer("vm-buren-oppassen", LINDEN)), Deel.EVALUATIE)
    assert "De nulmeting is die van 2017" in text
    assert "terugkijken op 10 december 2026 (leerpunt)" in text
    assert "de dag is voorbij: 19 maart 2026" in text
    text = said(written(voorbeeld, cijfer("vm-buren-oppassen", LISDODDE)), Deel.EVALUATIE)
    assert GEEN_NULMETING in text
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
    for deel in (Deel.PARTICIPATIE, Deel.FINANCIEN, Deel.EVALUATIE):
        assert STIL in said(found, deel), deel
    assert "nog geen verhalen" in said(found, Deel.ARGUMENTEN)
    assert found.kanttekeningen == ()


def test_a_wijkbeeld_has_the_minute_and_the_figures_of_the_wijk(voorbeeld: Database) -> None:
    found = stukteksten(voorbeeld, make_stuk(wijk(LINDEN), soort=StukSoort.WIJKBEELD))
    assert len(found.van(Deel.SAMENVATTING)) == 5
    assert ("vm-buren-oppassen", LINDEN) in found.cijfers


def test_people_are_counts_per_role() -> None:
    people = [(StemRol.BEWONER, 8), (StemRol.VRIJWILLIGER, 0), (StemRol.GEMEENTE, 1)]
    assert stukzinnen.aanwezig(people, [(2, "studenten")]) == "8 bewoners, 1 medewerker van de gemeente en 2 studenten"
