"""From a sentence in a room to a line that people carry: in their own words, counted per role, never with names."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from monitor.domain.gebruiker import Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.indicator import (
    Beinvloedbaar,
    Bewijssoort,
    IndicatorSoort,
    IndicatorStatus,
    Richting,
    Rol,
    StemRol,
)
from monitor.errors import NietGevonden, NietToegestaan, OngeldigeInvoer
from monitor.services.controle import check_store
from monitor.services.indicatorbeeld import indicatorbeeld
from monitor.services.kiezen import (
    Stemmen,
    Uitwerking,
    add_voorstel,
    bijdragen,
    count_herkenning,
    count_voorkeur,
    keuzebeeld,
    make_groep,
    place_voorstellen,
    remove_voorstel,
    work_out,
)
from monitor.services.levensloop import Aanname, add_bezwaar, adopt, take_stap
from monitor.services.voorbeeld import load_voorbeeld, remove_voorbeeld
from monitor.services.waarden import waarde_in_woorden
from monitor.services.wijkbeeld import wijkbeeld
from monitor.store.database import Database
from tests.builders import make_kaart, make_meting, make_reeks, make_verhaal, make_wijkbeeld
from tests.services.builders import ANDERE_WIJK, WIJK
from tests.services.test_levensloop import BEGELEIDER, BELEID, BEWONER, rows

WELZIJNSWERKER = Gebruiker("w", "w", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.WELZIJNSWERKER, WIJK),))

UITWERKING = Uitwerking(
    naam="Ik kan ergens binnenlopen",
    definitie="Bewoners die een plek weten waar je zonder afspraak binnenkomt.",
    eenheid="%",
    bewijssoort=Bewijssoort.GEMETEN,
    richting=Richting.HOGER_IS_GUNSTIG,
    soort=IndicatorSoort.OPBRENGST,
    waarvoor="Bewoners vragen dit, om te zien of er plekken zijn.",
    belasting="Een vraag in de wijkpeiling.",
    beinvloedbaar=Beinvloedbaar.VOLLEDIG,
    reden="Dit zou je als eerste merken.",
)


def say(database: Database, tekst: str = "Er is altijd ergens licht aan.", wijk: str = WIJK) -> str:
    return add_voorstel(database, BELEID, wijk, StemRol.BEWONER, tekst, token=f"{wijk}{tekst}")


def groep(database: Database, *voorstellen: str, naam: str = "Binnenlopen") -> str:
    return make_groep(database, BEGELEIDER, WIJK, naam, "ontmoeten", voorstellen or [say(database)], token=naam)


def test_people_say_it_in_their_own_words_and_only_their_role_is_kept(wijkstore: Database) -> None:
    add_voorstel(wijkstore, BEWONER, WIJK, StemRol.BEWONER, " Er is altijd ergens licht aan. ", token="t")
    add_voorstel(wijkstore, BEWONER, WIJK, StemRol.BEWONER, "Er is altijd ergens licht aan.", token="t")
    beeld = keuzebeeld(wijkstore, WIJK)
    assert [(it.rol, it.tekst) for it in beeld.los] == [(StemRol.BEWONER, "Er is altijd ergens licht aan.")]
    assert keuzebeeld(wijkstore, ANDERE_WIJK).los == ()
    assert "licht" not in repr(rows(wijkstore, "SELECT * FROM logboek"))


def test_who_does_not_lead_speaks_for_herself_alone(wijkstore: Database) -> None:
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", IndicatorStatus.IN_GESPREK)
    for rol in (StemRol.RAADSLID, StemRol.PROFESSIONAL, StemRol.GEMEENTE):
        with pytest.raises(OngeldigeInvoer, match="als bewoner of vrijwilliger"):
            add_voorstel(wijkstore, BEWONER, WIJK, rol, "Er is licht.", token="t")
        with pytest.raises(OngeldigeInvoer, match="als bewoner of vrijwilliger"):
            add_bezwaar(wijkstore, BEWONER, WIJK, "buren", rol, "Dit zegt niets.", token="t")
    with pytest.raises(OngeldigeInvoer, match="als professional"):
        add_voorstel(wijkstore, WELZIJNSWERKER, WIJK, StemRol.BEWONER, "Er is licht.", token="t")
    for rol in StemRol:
        add_bezwaar(wijkstore, BEGELEIDER, WIJK, "buren", rol, "Dit zegt niets.", token=rol)


def test_the_same_voorstel_stands_there_once(wijkstore: Database) -> None:
    weg = say(wijkstore)
    with pytest.raises(OngeldigeInvoer, match="staat er al"):
        add_voorstel(wijkstore, BEWONER, WIJK, StemRol.BEWONER, "er is altijd ergens  licht aan!", token="u")
    say(wijkstore, wijk=ANDERE_WIJK)
    remove_voorstel(wijkstore, BEGELEIDER, WIJK, weg)
    add_voorstel(wijkstore, BEWONER, WIJK, StemRol.BEWONER, "Er is altijd ergens licht aan.", token="v")


def test_in_a_wijk_that_is_there_no_longer_nothing_begins_and_all_can_be_taken_away(wijkstore: Database) -> None:
    voorstel, it = say(wijkstore), groep(wijkstore, say(wijkstore, "Er staat een bank."))
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", IndicatorStatus.IN_GESPREK)
    with wijkstore.writing() as cursor:
        cursor.execute(
            "INSERT INTO gebied_versie (gebied, geldig_van, geldig_tot, naam) "
            "VALUES (?, DATE '2016-01-01', DATE '2025-12-31', 'Weg')",
            [WIJK],
        )
    for refused in (
        lambda: say(wijkstore, "Er is een plein."),
        lambda: count_voorkeur(wijkstore, BEGELEIDER, WIJK, it, [(StemRol.BEWONER, 3)]),
        lambda: count_herkenning(wijkstore, BEGELEIDER, WIJK, "buren", [Stemmen(StemRol.BEWONER, 9, 0, 0)]),
        lambda: adopt(wijkstore, BEGELEIDER, WIJK, Aanname("buren", Rol.ONTWIKKEL), token="t"),
        lambda: work_out(wijkstore, BEGELEIDER, WIJK, it, UITWERKING, token="t"),
    ):
        with pytest.raises(OngeldigeInvoer, match="er niet meer sinds 31 december 2025"):
            refused()
    remove_voorstel(wijkstore, BEGELEIDER, WIJK, voorstel)
    take_stap(wijkstore, BEGELEIDER, WIJK, "buren", IndicatorStatus.VERVALLEN, "De wijk is er niet meer.")


def test_a_description_that_leads_to_a_person_is_kept_nowhere_and_in_no_code(wijkstore: Database) -> None:
    it = groep(wijkstore)
    for wrong in (
        replace(UITWERKING, naam="Karin van Dalen belt iedereen"),
        replace(UITWERKING, eenheid="Bel 06-12345678"),
    ):
        with pytest.raises(OngeldigeInvoer, match="naar een persoon"):
            work_out(wijkstore, BEGELEIDER, WIJK, it, wrong, token="t")
    assert rows(wijkstore, "SELECT code FROM indicator") == [("buren",)]


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        (" ", "wat u zou merken"),
        ("Karin van Dalen zit weer op het bankje.", "naar een persoon"),
        ("Bel 06-12345678.", "naar een persoon"),
        ("licht " * 60, "te lang"),
        ("half \ud83d", "half teken"),
        ("\u200b\ufeff", "wat u zou merken"),
        ("Licht\x0baan.", "niet te zien"),
        ("Licht\ufffeaan.", "niet te zien"),
        ("Licht\x1b[31maan.", "niet te zien"),
        ("Licht \u202e.naa", "niet te zien"),
    ],
)
def test_what_cannot_be_read_by_everybody_is_refused(wijkstore: Database, tekst: str, melding: str) -> None:
    with pytest.raises(OngeldigeInvoer, match=melding):
        add_voorstel(wijkstore, BEWONER, WIJK, StemRol.BEWONER, tekst, token="t")
    assert rows(wijkstore, "SELECT * FROM voorstel") == []


def test_what_was_taken_away_has_no_words_left(wijkstore: Database) -> None:
    voorstel = say(wijkstore)
    groep(wijkstore, voorstel)
    remove_voorstel(wijkstore, BEGELEIDER, WIJK, voorstel)
    assert keuzebeeld(wijkstore, WIJK).groepen == ()
    assert rows(wijkstore, "SELECT tekst FROM voorstel") == [(None,)]


def test_voorstellen_about_the_same_stand_together_and_can_move(wijkstore: Database) -> None:
    een, twee = say(wijkstore), say(wijkstore, "Je loopt zo naar binnen.")
    first, second = groep(wijkstore, een, twee), groep(wijkstore, twee, naam="Licht")
    beeld = keuzebeeld(wijkstore, WIJK)
    assert {it.naam: [voorstel.id for voorstel in it.voorstellen] for it in beeld.groepen} == {
        "Binnenlopen": [een],
        "Licht": [twee],
    }
    place_voorstellen(wijkstore, BEGELEIDER, WIJK, [twee], first)
    assert [it.id for it in keuzebeeld(wijkstore, WIJK).groepen] == [first]
    place_voorstellen(wijkstore, BEGELEIDER, WIJK, [twee], None)
    assert [it.id for it in keuzebeeld(wijkstore, WIJK).los] == [twee]
    assert second not in {it.id for it in keuzebeeld(wijkstore, WIJK).groepen}


def test_a_groep_has_a_name_a_thema_and_something_in_it(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer) as caught:
        make_groep(wijkstore, BEGELEIDER, WIJK, " ", "", [], token="t")
    assert [it.veld for it in caught.value.problemen] == ["naam", "voorstellen", "thema"]


def test_nothing_of_another_wijk_comes_along(wijkstore: Database) -> None:
    elders, hier = say(wijkstore, wijk=ANDERE_WIJK), groep(wijkstore)
    for refused in (
        lambda: make_groep(wijkstore, BEGELEIDER, WIJK, "Groep", "ontmoeten", [elders], token="t"),
        lambda: place_voorstellen(wijkstore, BEGELEIDER, WIJK, [elders], hier),
        lambda: place_voorstellen(wijkstore, BEGELEIDER, WIJK, [], "onbekend"),
        lambda: remove_voorstel(wijkstore, BEGELEIDER, WIJK, elders),
        lambda: count_voorkeur(wijkstore, BELEID, ANDERE_WIJK, hier, [(StemRol.BEWONER, 3)]),
        lambda: work_out(wijkstore, BELEID, ANDERE_WIJK, hier, UITWERKING, token="t"),
    ):
        with pytest.raises(NietGevonden):
            refused()


def test_a_voorstel_keeps_its_number_wherever_it_is_put_and_whatever_is_taken_away(wijkstore: Database) -> None:
    first, second, third = (say(wijkstore, tekst) for tekst in ("Er is licht.", "Er is een bank.", "Er is een plein."))
    say(wijkstore, wijk=ANDERE_WIJK)
    it = groep(wijkstore, third)
    remove_voorstel(wijkstore, BEGELEIDER, WIJK, first)
    beeld = keuzebeeld(wijkstore, WIJK)
    assert [(said.id, said.nummer) for said in beeld.los] == [(second, 2)]
    assert [(said.id, said.nummer) for said in beeld.groepen[0].voorstellen] == [(third, 3)]
    place_voorstellen(wijkstore, BEGELEIDER, WIJK, [second], it)
    say(wijkstore, "Er is een boom.")
    assert [said.nummer for said in keuzebeeld(wijkstore, WIJK).groepen[0].voorstellen] == [2, 3]
    assert [said.nummer for said in keuzebeeld(wijkstore, WIJK).los] == [4]


def test_the_first_vote_is_counted_per_role_and_the_newest_count_holds(wijkstore: Database) -> None:
    it = groep(wijkstore)
    count_voorkeur(wijkstore, BEGELEIDER, WIJK, it, [(StemRol.BEWONER, 9), (StemRol.PROFESSIONAL, 2)])
    count_voorkeur(wijkstore, BEGELEIDER, WIJK, it, [(StemRol.BEWONER, 11)])
    voorkeuren = keuzebeeld(wijkstore, WIJK).groepen[0].voorkeuren
    assert [(stem.rol, stem.aantal) for stem in voorkeuren] == [(StemRol.BEWONER, 11), (StemRol.PROFESSIONAL, 2)]
    for wrong in ([], [(StemRol.BEWONER, -1)], [(StemRol.BEWONER, 3), (StemRol.BEWONER, 4)]):
        with pytest.raises(OngeldigeInvoer):
            count_voorkeur(wijkstore, BEGELEIDER, WIJK, it, wrong)


def test_a_groep_becomes_an_indicator_that_is_talked_about_here_and_nowhere_else(wijkstore: Database) -> None:
    it = groep(wijkstore)
    code = work_out(wijkstore, BEGELEIDER, WIJK, it, UITWERKING, token="t")
    assert work_out(wijkstore, BEGELEIDER, WIJK, it, UITWERKING, token="t") == code == "wijk-ik-kan-ergens-binnenlopen"
    beeld = keuzebeeld(wijkstore, WIJK)
    assert beeld.groepen[0].indicatoren == (code,)
    found = beeld.indicator(code)
    assert found is not None
    assert (found.status, found.rol) == (IndicatorStatus.IN_GESPREK, None)
    assert not found.gedragen
    assert found.indicator.thema == "ontmoeten"
    assert found.indicator.waarvoor == UITWERKING.waarvoor
    elders = keuzebeeld(wijkstore, ANDERE_WIJK)
    assert elders.indicator(code) is None
    assert code in {other.code for other in elders.elders}
    assert rows(wijkstore, "SELECT beinvloedbaar, bron FROM indicator_versie WHERE indicator = ?", [code]) == [
        ("volledig", "wijk")
    ]


def test_two_with_the_same_name_have_codes_of_their_own(wijkstore: Database) -> None:
    it = groep(wijkstore)
    codes = [work_out(wijkstore, BEGELEIDER, WIJK, it, UITWERKING, token=str(number)) for number in range(2)]
    assert codes[1] == f"{codes[0]}-2"


def test_a_description_says_what_for_what_it_costs_and_what_is_counted(wijkstore: Database) -> None:
    empty = replace(UITWERKING, naam="", definitie=" ", waarvoor="", belasting="", soort=None, richting=None)
    with pytest.raises(OngeldigeInvoer) as caught:
        work_out(wijkstore, BEGELEIDER, WIJK, groep(wijkstore), empty, token="t")
    assert [it.veld for it in caught.value.problemen] == [
        "naam",
        "definitie",
        "waarvoor",
        "belasting",
        "soort",
        "richting",
    ]


@pytest.mark.parametrize(("decimalen", "zin"), [(0, "13 van de 100"), (1, "12,5 van de 100"), (2, "12,53 van de 100")])
def test_people_choose_how_exactly_their_figure_reads(wijkstore: Database, decimalen: int, zin: str) -> None:
    code = work_out(wijkstore, BEGELEIDER, WIJK, groep(wijkstore), replace(UITWERKING, decimalen=decimalen), token="t")
    found = keuzebeeld(wijkstore, WIJK).indicator(code)
    assert found is not None
    assert waarde_in_woorden(found.indicator, 12.525) == zin
    with pytest.raises(OngeldigeInvoer, match="cijfers achter de komma"):
        work_out(wijkstore, BEGELEIDER, WIJK, groep(wijkstore), replace(UITWERKING, decimalen=7), token="u")


def test_who_recognises_a_figure_is_counted_per_role(wijkstore: Database) -> None:
    stemmen = [
        Stemmen(StemRol.BEWONER, 3, 4, 9, "Bij ons op de galerij is het anders."),
        Stemmen(StemRol.GEMEENTE, 1, 0, 0),
    ]
    count_herkenning(wijkstore, BEGELEIDER, WIJK, "buren", stemmen)
    count_herkenning(wijkstore, BEGELEIDER, WIJK, "buren", [Stemmen(StemRol.GEMEENTE, 0, 1, 0)])
    found = keuzebeeld(wijkstore, WIJK).herkenningen
    assert [(code, it.rol, it.ja, it.deels, it.nee) for code, it in found] == [
        ("buren", StemRol.BEWONER, 3, 4, 9),
        ("buren", StemRol.GEMEENTE, 0, 1, 0),
    ]


@pytest.mark.parametrize(
    ("indicator", "stemmen", "melding"),
    [
        ("buren", [], "hoeveel mensen"),
        ("buren", [Stemmen(StemRol.BEWONER, 1, -1, 0)], "minder dan nul"),
        ("buren", [Stemmen(StemRol.BEWONER, 1.5, 0, 0)], "heel getal"),  # type: ignore[arg-type]
        ("buren", [Stemmen(StemRol.BEWONER, 1, 0, 0), Stemmen(StemRol.BEWONER, 2, 0, 0)], "maar een keer"),
        ("niets", [Stemmen(StemRol.BEWONER, 1, 0, 0)], "kennen we niet"),
        ("buren", [Stemmen(StemRol.BEWONER, 5, 0, 0, "Zegt Karin van Dalen.")], "naar een persoon"),
        ("buren", [Stemmen(StemRol.BEWONER, 2, 1, 1, "Hier is het anders.")], "minder dan 5 bewoners mee"),
        (
            "buren",
            [Stemmen(StemRol.BEWONER, 9, 0, 0), Stemmen(StemRol.RAADSLID, 0, 0, 0, "Hier is het anders.")],
            "minder dan 5 raadsleden mee",
        ),
    ],
)
def test_a_count_of_recognition_that_cannot_be_is_refused(
    wijkstore: Database, indicator: str, stemmen: list[Stemmen], melding: str
) -> None:
    with pytest.raises(OngeldigeInvoer, match=melding):
        count_herkenning(wijkstore, BEGELEIDER, WIJK, indicator, stemmen)


def test_what_few_people_said_is_not_shown_with_their_role_when_the_setting_changes(wijkstore: Database) -> None:
    count_herkenning(wijkstore, BEGELEIDER, WIJK, "buren", [Stemmen(StemRol.BEWONER, 3, 1, 1, "Hier is het anders.")])
    assert keuzebeeld(wijkstore, WIJK).herkenningen[0][1].toelichting == "Hier is het anders."
    with wijkstore.writing() as cursor:
        cursor.execute("INSERT INTO instelling VALUES ('kleinste_aantal', '6', now()::TIMESTAMP, 'test')")
    (_, herkenning), *_ = keuzebeeld(wijkstore, WIJK).herkenningen
    assert (herkenning.ja, herkenning.deels, herkenning.nee, herkenning.toelichting) == (3, 1, 1, None)
    (dossier,) = indicatorbeeld(wijkstore, "buren").dossiers
    assert [(it.ja, it.toelichting) for it in dossier.herkenning] == [(3, None)]


def test_a_bewoner_proposes_and_does_not_lead_the_choosing(wijkstore: Database) -> None:
    it = groep(wijkstore)
    voorstel = add_voorstel(wijkstore, BEWONER, WIJK, StemRol.BEWONER, "Er staat een bank.", token="t")
    for refused in (
        lambda: make_groep(wijkstore, BEWONER, WIJK, "Groep", "ontmoeten", [voorstel], token="t"),
        lambda: count_voorkeur(wijkstore, BEWONER, WIJK, it, [(StemRol.BEWONER, 3)]),
        lambda: count_herkenning(wijkstore, BEWONER, WIJK, "buren", [Stemmen(StemRol.BEWONER, 1, 0, 0)]),
        lambda: work_out(wijkstore, BEWONER, WIJK, it, UITWERKING, token="t"),
        lambda: remove_voorstel(wijkstore, BEWONER, WIJK, voorstel),
        lambda: add_voorstel(wijkstore, BEWONER, ANDERE_WIJK, StemRol.BEWONER, "Er staat een bank.", token="u"),
    ):
        with pytest.raises(NietToegestaan):
            refused()


# What could still be done, in words


def test_what_is_missing_or_stale_is_said_as_an_invitation() -> None:
    today = date(2026, 11, 20)
    kaart = make_kaart(verhalen=(make_verhaal(kwartaal=date(2023, 4, 1)),), reeksen=(make_reeks({2020: 61}),))
    said = bijdragen(make_wijkbeeld(kaarten=(kaart,)), today)
    assert said == (
        "De verhalen over Ontmoeten zijn ouder dan twee jaar.",
        "Het nieuwste cijfer van “Mensen kennen genoeg buren om even op te passen” is van 2020.",
    )
    fresh = make_kaart(verhalen=(make_verhaal(kwartaal=date(2026, 4, 1)),), reeksen=(make_reeks({2026: 61}),))
    assert bijdragen(make_wijkbeeld(kaarten=(fresh,)), today) == ()
    empty = make_kaart(verhalen=(), reeksen=(make_reeks(metingen=(make_meting(2025, None),)),))
    assert len(bijdragen(make_wijkbeeld(kaarten=(empty,)), today)) == 2


def test_a_wijk_with_few_verhalen_gets_the_words_of_one_with_none(voorbeeld: Database) -> None:
    today = date(2026, 11, 20)
    leeg = bijdragen(wijkbeeld(voorbeeld, "WK990107"), today)
    assert leeg[0] == "Uit deze wijk zijn er nog geen of weinig verhalen. Wie zou u willen horen?"
    assert not any("vertelde hier nog niemand" in zin for zin in leeg)


# With the example


def test_the_example_reads_as_it_was_decided_and_goes_with_all_that_was_added(database: Database) -> None:
    load_voorbeeld(database, door="test")
    beeld = keuzebeeld(database, WIJK)
    assert len(beeld.indicatoren) == 8
    waiting = beeld.indicator("vm-jongeren-gehoord")
    assert waiting is not None
    assert "op professionals" in waiting.gedragen.zin
    assert len(waiting.open_bezwaren) == 1
    code = work_out(database, BEGELEIDER, WIJK, groep(database), UITWERKING, token="t")
    count_herkenning(database, BEGELEIDER, WIJK, code, [Stemmen(StemRol.BEWONER, 1, 0, 0)])
    assert check_store(database) == ()
    remove_voorbeeld(database, door="test")
    left: list[tuple[Any, ...]] = []
    for table in ("voorstel", "groep", "groep_voorstel", "groep_indicator", "herkenning", "indicator", "bron"):
        left += rows(database, f"SELECT * FROM {table}")  # noqa: S608
    assert left == []


def test_what_a_page_asks_takes_as_many_questions_for_a_wijk_with_much_as_for_one_with_nothing(
    voorbeeld: Database,
) -> None:
    asked = []
    for wijk in (WIJK, "WK990107"):
        before = voorbeeld.query_count
        keuzebeeld(voorbeeld, wijk)
        asked.append(voorbeeld.query_count - before)
    assert asked[0] == asked[1]
    assert asked[0] <= 20
