"""Bringing in an initiatief, a plek or a signaal: by who may, once, and without persons in it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing
from monitor.domain.wijk import ActiviteitStatus, RolGemeente
from monitor.errors import NietToegestaan, OngeldigeInvoer
from monitor.services.aanleiding import AanleidingInvoer
from monitor.services.inbreng import NieuwSignaal, add_initiatief, add_plek, add_signaal, signalen, stopping
from monitor.services.wijkzaken import NieuweActiviteit, NieuwePlek, NieuwInitiatief, add_activiteiten
from monitor.store.database import Database
from tests.services.builders import ANDERE_WIJK, WIJK

Count = Callable[[str], int]


def somebody(rol: GebruikerRol, wijk: str | None = WIJK) -> Gebruiker:
    return Gebruiker(f"proef:{rol}", rol.value, Aanmelding.PROEF, (Roltoewijzing(rol, wijk),))


BEWONER, WERKER = somebody(GebruikerRol.BEWONER), somebody(GebruikerRol.WELZIJNSWERKER)
SOEP = NieuwInitiatief(WIJK, "ontmoeten", "Soep op vrijdag", "Wie kan koken neemt een pan mee.", voor_wie="de flat")
BANK = NieuwePlek(WIJK, "ontmoeten", "De bank bij de lift", "bank")
SIGNAAL = NieuwSignaal(WIJK, "ontmoeten", "Na zes uur is er nergens meer licht op het plein.")


def test_a_bewoner_brings_in_an_initiatief_and_a_plek_and_the_logboek_knows_only_which_fields(
    wijkstore: Database,
) -> None:
    add_initiatief(wijkstore, BEWONER, SOEP, token="a")
    add_plek(wijkstore, BEWONER, BANK, token="b")
    with wijkstore.reading() as cursor:
        rows = cursor.rows(
            "SELECT naam, ingebracht_door FROM initiatief UNION ALL SELECT naam, ingebracht_door FROM plek"
        )
        log = cursor.rows(
            "SELECT wie, soort, velden FROM logboek WHERE wat = 'toegevoegd' AND soort IN ('initiatief', 'plek')"
        )
    assert rows == [("Soep op vrijdag", "proef:bewoner"), ("De bank bij de lift", "proef:bewoner")]
    assert sorted(log) == [
        ("proef:bewoner", "initiatief", "thema, naam, beschrijving, voor_wie"),
        ("proef:bewoner", "plek", "thema, naam, soort"),
    ]


def test_a_second_click_brings_in_nothing_twice(wijkstore: Database, count: Count) -> None:
    assert add_initiatief(wijkstore, BEWONER, SOEP, token="a") == add_initiatief(wijkstore, BEWONER, SOEP, token="a")
    assert add_signaal(wijkstore, WERKER, SIGNAAL, token="b") == add_signaal(wijkstore, WERKER, SIGNAAL, token="b")
    assert (count("initiatief"), count("signaal")) == (1, 1)


@pytest.mark.parametrize("rol", [it for it in GebruikerRol if it not in ("bewoner", "welzijnswerker")])
def test_another_role_is_refused_with_a_sentence_and_a_line(
    wijkstore: Database, rol: GebruikerRol, count: Count
) -> None:
    who = BEZOEKER if rol is GebruikerRol.BEZOEKER else somebody(rol, None)
    for send in (
        lambda: add_initiatief(wijkstore, who, SOEP, token="a"),
        lambda: add_plek(wijkstore, who, BANK, token="b"),
        lambda: add_signaal(wijkstore, who, SIGNAAL, token="c"),
    ):
        with pytest.raises(NietToegestaan, match="Dit mag u niet"):
            send()
    assert count("initiatief") + count("plek") + count("signaal") == 0
    with wijkstore.reading() as cursor:
        assert cursor.row("SELECT count(*) FROM logboek WHERE wat = 'geweigerd'") == (3,)


def test_a_role_in_another_wijk_does_not_count_here(wijkstore: Database) -> None:
    with pytest.raises(NietToegestaan):
        add_initiatief(wijkstore, somebody(GebruikerRol.BEWONER, ANDERE_WIJK), SOEP, token="a")


@pytest.mark.parametrize(
    ("tekst", "word"),
    [
        ("Bel 06-12345678 voor meer.", "wat het is"),
        ("Mail naar jan@voorbeeld.nl als u komt.", "wat het is"),
        ("Mevrouw De Vries kookt elke week.", "wat het is"),
    ],
)
def test_what_leads_to_a_person_stops_the_saving(wijkstore: Database, tekst: str, word: str, count: Count) -> None:
    nieuw = NieuwInitiatief(WIJK, "ontmoeten", "Soep", tekst)
    with pytest.raises(OngeldigeInvoer, match=word):
        add_initiatief(wijkstore, BEWONER, nieuw, token="a")
    with pytest.raises(OngeldigeInvoer, match="wat u opviel"):
        add_signaal(wijkstore, BEWONER, NieuwSignaal(WIJK, "ontmoeten", tekst), token="b")
    assert count("initiatief") + count("signaal") + count("inzending") == 0


def test_a_plek_may_have_an_address_and_be_a_school(wijkstore: Database) -> None:
    plek = NieuwePlek(WIJK, "ontmoeten", "Het plein van basisschool De Regenboog", "schoolplein", "Kerkstraat 12")
    assert stopping(wijkstore, plek) == {}
    assert "beschrijving" in stopping(wijkstore, NieuwInitiatief(WIJK, "ontmoeten", "Soep", "Bij Kerkstraat 12"))


def test_all_that_is_wrong_is_said_at_once(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer) as refused:
        add_plek(wijkstore, BEWONER, NieuwePlek("", "", " ", ""), token="a")
    assert {it.veld for it in refused.value.problemen} == {"gebied", "thema", "naam", "soort"}


@pytest.mark.parametrize("tekst", ["nul \x00 teken", "half \ud83d teken", "x" * 1001])
def test_what_cannot_be_kept_is_refused_with_a_sentence(wijkstore: Database, tekst: str) -> None:
    with pytest.raises(OngeldigeInvoer):
        add_signaal(wijkstore, BEWONER, NieuwSignaal(WIJK, "ontmoeten", tekst), token="a")


def test_a_signaal_of_tomorrow_is_refused(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer, match="nog niet geweest"):
        add_signaal(wijkstore, BEWONER, NieuwSignaal(WIJK, "ontmoeten", "Te vroeg.", date(2027, 1, 1)), token="a")


def test_signalen_are_read_by_who_learns_together_in_the_wijk_and_say_the_role_and_no_name(wijkstore: Database) -> None:
    add_signaal(wijkstore, WERKER, SIGNAAL, token="a")
    for rol in (GebruikerRol.BEWONER, GebruikerRol.WELZIJNSWERKER, GebruikerRol.BEGELEIDER):
        (found,) = signalen(wijkstore, somebody(rol), WIJK)
        assert (found.tekst, found.van, found.gezien_op) == (SIGNAAL.tekst, "welzijnswerker", date(2026, 11, 20))
    for who in (BEZOEKER, somebody(GebruikerRol.BEWONER, ANDERE_WIJK), somebody(GebruikerRol.RAADSLID, None)):
        with pytest.raises(NietToegestaan):
            signalen(wijkstore, who, WIJK)


# What it began with


def test_an_initiatief_tells_what_it_began_with_and_the_logboek_only_which_fields(wijkstore: Database) -> None:
    signaal = add_signaal(wijkstore, WERKER, SIGNAAL, token="a")
    eerst = add_initiatief(wijkstore, BEWONER, NieuwInitiatief(WIJK, "ontmoeten", "Koffie in de hal"), token="b")
    begin = AanleidingInvoer("Kan ik ergens samen eten?", signaal, eerst)
    soep = add_initiatief(wijkstore, BEWONER, SOEP, begin, token="c")
    assert add_initiatief(wijkstore, BEWONER, SOEP, begin, token="c") == soep
    with wijkstore.reading() as cursor:
        kept = cursor.rows("SELECT initiatief, vraag, signaal, uit_initiatief, uit_activiteit FROM aanleiding")
        log = cursor.rows("SELECT velden FROM logboek WHERE doel = $id", {"id": soep})
    assert kept == [(soep, "Kan ik ergens samen eten?", signaal, eerst, None)]
    assert log == [("thema, naam, beschrijving, voor_wie, vraag, signaal, uit",)]


def test_an_initiatief_can_come_out_of_an_activiteit_and_needs_no_beginning(wijkstore: Database, count: Count) -> None:
    taal = NieuweActiviteit(
        WIJK, "ontmoeten", "Taalmaatjes", date(2024, 2, 8), ActiviteitStatus.LOOPT, RolGemeente.GEEN, id="taal"
    )
    add_activiteiten(wijkstore, [taal], door="test")
    add_initiatief(wijkstore, BEWONER, SOEP, token="a")
    assert count("aanleiding") == 0
    add_initiatief(wijkstore, BEWONER, SOEP, AanleidingInvoer(uit="taal"), token="b")
    with wijkstore.reading() as cursor:
        assert cursor.rows("SELECT uit_activiteit, vraag FROM aanleiding") == [("taal", None)]


def test_a_beginning_of_another_wijk_or_of_nowhere_is_refused(wijkstore: Database, count: Count) -> None:
    elders = somebody(GebruikerRol.BEWONER, ANDERE_WIJK)
    signaal = add_signaal(wijkstore, elders, replace(SIGNAAL, gebied=ANDERE_WIJK), token="a")
    soep = add_initiatief(wijkstore, elders, replace(SOEP, gebied=ANDERE_WIJK), token="b")
    for begin in (AanleidingInvoer("", signaal, soep), AanleidingInvoer("", "geen signaal", "niets")):
        with pytest.raises(OngeldigeInvoer) as refused:
            add_initiatief(wijkstore, BEWONER, SOEP, begin, token="c")
        assert [it.veld for it in refused.value.problemen] == ["signaal", "uit"]
    assert (count("initiatief"), count("aanleiding")) == (1, 0)


@pytest.mark.parametrize("vraag", ["Bel 06-12345678 voor soep.", "Basisschool De Regenboog vroeg het.", "x" * 1001])
def test_the_vraag_it_began_with_leads_to_nobody_and_is_no_essay(wijkstore: Database, vraag: str, count: Count) -> None:
    begin = AanleidingInvoer(vraag)
    with pytest.raises(OngeldigeInvoer, match="de vraag waar het mee begon"):
        add_initiatief(wijkstore, BEWONER, SOEP, begin, token="a")
    assert count("initiatief") == 0
    with pytest.raises(OngeldigeInvoer, match="Kies een wijk"):
        add_initiatief(wijkstore, BEWONER, replace(SOEP, gebied=""), begin, token="a")
