"""Giving and ending roles, and the first role of who signs in for the first time."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, opdracht_gebruiker
from monitor.errors import NietGevonden, NietToegestaan, OngeldigeInvoer
from monitor.services import logboek, organisaties
from monitor.services.logboek import LogboekVraag, lees_logboek, tel_beoordelingen
from monitor.services.ophalen import BronSoort, haal_op
from monitor.services.rechten import current
from monitor.services.rollen import NieuweRol, end, give, give_first, lijst
from monitor.store.database import Database
from tests.services.builders import GEBIEDEN, WIJK

R = GebruikerRol
BEHEERDER = opdracht_gebruiker("test")
NIEUW = NieuweRol(" Fatima@Welzijn.example ", "Fatima", R.WELZIJNSWERKER, WIJK, "Welzijnswerk")


def signed_in(**changes: Any) -> Gebruiker:
    filled: dict[str, Any] = {"id": "oidc:fatima", "naam": "Fatima", "aanmelding": Aanmelding.AANGEMELD}
    return Gebruiker(**{**filled, "sleutels": ("fatima", "fatima@welzijn.example"), **changes})


def beheerder(database: Database) -> Gebruiker:
    """Somebody who signed in and is beheerder."""
    give(database, BEHEERDER, NieuweRol("bo@gemeente.example", "Bo", R.BEHEERDER))
    return signed_in(id="oidc:bo", naam="Bo", sleutels=("bo", "bo@gemeente.example"))


# Giving and ending


def test_a_role_that_is_given_works_at_once_and_by_an_address_in_any_case(wijkstore: Database) -> None:
    give(wijkstore, BEHEERDER, NIEUW)
    assert current(wijkstore, signed_in()).heeft(R.WELZIJNSWERKER, WIJK)
    assert current(wijkstore, signed_in()).organisaties == {"Welzijnswerk"}


def test_giving_the_same_role_twice_gives_it_once(wijkstore: Database) -> None:
    assert give(wijkstore, BEHEERDER, NIEUW) == give(wijkstore, BEHEERDER, NIEUW)
    assert len(lijst(wijkstore, BEHEERDER)) == 1


def test_ending_a_role_works_at_once_and_keeps_the_line(wijkstore: Database) -> None:
    toewijzing = give(wijkstore, BEHEERDER, NIEUW)
    end(wijkstore, BEHEERDER, toewijzing)
    end(wijkstore, BEHEERDER, toewijzing)
    assert current(wijkstore, signed_in()).toewijzingen == ()
    assert [regel.beeindigd_op for regel in lijst(wijkstore, BEHEERDER)] == [wijkstore.now()]
    assert give(wijkstore, BEHEERDER, NIEUW) != toewijzing


def test_a_role_that_is_not_there_cannot_be_ended(wijkstore: Database) -> None:
    with pytest.raises(NietGevonden):
        end(wijkstore, BEHEERDER, "niets")


@pytest.mark.parametrize(
    ("changes", "veld"),
    [
        ({"persoon": " "}, "Persoon"),
        ({"naam": ""}, "Naam"),
        ({"naam": "a\x00"}, "Naam"),
        ({"persoon": "\ud800"}, "Persoon"),
        ({"naam": "x" * 201}, "Naam"),
        ({"rol": R.OPTEKENAAR}, "Rol"),
        ({"rol": R.BEZOEKER}, "Rol"),
        ({"wijk": None}, "Wijk"),
        ({"wijk": "GM9901"}, "Wijk"),
        ({"wijk": "WK000000"}, "Wijk"),
        ({"wijk": "ergens"}, "Wijk"),
        ({"organisatie": None}, "Organisatie"),
        ({"als_vervanger": True}, "Vervanger"),
        ({"tot": date(2026, 11, 19)}, "Tot"),
    ],
)
def test_what_is_wrong_with_a_role_is_told_with_the_name_of_its_field(
    wijkstore: Database, changes: dict[str, Any], veld: str
) -> None:
    with pytest.raises(OngeldigeInvoer) as refused:
        give(wijkstore, BEHEERDER, replace(NIEUW, **changes))
    assert veld in {probleem.veld for probleem in refused.value.problemen}
    assert lijst(wijkstore, BEHEERDER) == ()


def test_nobody_gives_herself_a_role(wijkstore: Database) -> None:
    with pytest.raises(NietToegestaan, match="uzelf"):
        give(wijkstore, beheerder(wijkstore), NieuweRol("BO@gemeente.example", "Bo", R.NALEZER))


def test_nobody_ends_her_own_role_of_beheerder(wijkstore: Database) -> None:
    bo = beheerder(wijkstore)
    own = lijst(wijkstore, bo)[0].id
    with pytest.raises(NietToegestaan, match="eigen rol"):
        end(wijkstore, bo, own)
    give(wijkstore, bo, NieuweRol("an@gemeente.example", "An", R.BEHEERDER))
    an = signed_in(id="oidc:an", sleutels=("an@gemeente.example",))
    end(wijkstore, an, own)
    assert not current(wijkstore, bo).heeft_ergens(R.BEHEERDER)


def test_the_logboek_names_fields_and_no_people(wijkstore: Database) -> None:
    give(wijkstore, BEHEERDER, NIEUW)
    with wijkstore.reading() as cursor:
        line = cursor.row("SELECT wat, soort, velden FROM logboek WHERE soort = 'roltoewijzing'")
    assert line == ("gegeven", "roltoewijzing", "rol, wijk, organisatie")


# The first role


def test_who_signs_in_for_the_first_time_gets_what_the_provider_says(wijkstore: Database) -> None:
    assert give_first(wijkstore, signed_in(), [f"welzijnswerker:{WIJK}:Welzijnswerk", "nalezer"])
    now = current(wijkstore, signed_in())
    assert now.heeft(R.WELZIJNSWERKER, WIJK)
    assert now.heeft(R.NALEZER)


def test_who_ever_had_a_role_gets_no_first_one_again(wijkstore: Database) -> None:
    end(wijkstore, BEHEERDER, give(wijkstore, BEHEERDER, NIEUW))
    assert not give_first(wijkstore, signed_in(), ["beheerder"])
    assert current(wijkstore, signed_in()).toewijzingen == ()


@pytest.mark.parametrize("changes", [{"aanmelding": Aanmelding.GEEN}, {"sleutels": ()}])
def test_only_who_signed_in_gets_a_first_role(wijkstore: Database, changes: dict[str, Any]) -> None:
    assert not give_first(wijkstore, signed_in(**changes), ["beheerder"])


@pytest.mark.parametrize("woord", ["baas", "bezoeker", "optekenaar", "nalezer:WK000000", "nalezer:GM9901", "bewoner"])
def test_a_first_role_that_cannot_be_is_refused_in_words(wijkstore: Database, woord: str) -> None:
    with pytest.raises(OngeldigeInvoer):
        give_first(wijkstore, signed_in(), ["nalezer", woord])
    assert current(wijkstore, signed_in()).toewijzingen == ()


# Organisations, logboek, figures: for the beheerder only


def test_an_organisation_goes_on_the_list_once_and_off_again(wijkstore: Database) -> None:
    organisaties.add_organisatie(wijkstore, BEHEERDER, "  Huis   van de Buurt ")
    with pytest.raises(OngeldigeInvoer, match="staat al"):
        organisaties.add_organisatie(wijkstore, BEHEERDER, "huis van de buurt")
    assert organisaties.lijst(wijkstore, BEHEERDER) == ("Huis van de Buurt",)
    organisaties.remove_organisatie(wijkstore, BEHEERDER, "Huis van de Buurt")
    assert organisaties.lijst(wijkstore, BEHEERDER) == ()
    with pytest.raises(NietGevonden):
        organisaties.remove_organisatie(wijkstore, BEHEERDER, "Huis van de Buurt")


@pytest.mark.parametrize("naam", ["", "  ", "x" * 201, "a\x00b", "\ud800"])
def test_what_is_no_name_of_an_organisation_is_refused(wijkstore: Database, naam: str) -> None:
    with pytest.raises(OngeldigeInvoer):
        organisaties.add_organisatie(wijkstore, BEHEERDER, naam)


def test_the_logboek_comes_in_pages_newest_first_and_can_be_asked_by_person_and_kind(
    wijkstore: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logboek, "PER_BLADZIJDE", 2)
    for naam in ("Een", "Twee", "Drie"):
        organisaties.add_organisatie(wijkstore, BEHEERDER, naam)
    blad = lees_logboek(wijkstore, BEHEERDER, LogboekVraag("cli:test", "organisatie", 99))
    assert (blad.aantal, blad.bladzijde, blad.bladzijden, len(blad.regels)) == (3, 2, 2, 1)
    assert "organisatie" in blad.soorten
    assert lees_logboek(wijkstore, BEHEERDER, LogboekVraag(wie="niemand")).regels == ()


@pytest.mark.parametrize(
    "ask",
    [
        lijst,
        organisaties.lijst,
        tel_beoordelingen,
        lambda database, who: lees_logboek(database, who, LogboekVraag()),
        lambda database, who: give(database, who, NIEUW),
        lambda database, who: end(database, who, "niets"),
        lambda database, who: organisaties.add_organisatie(database, who, "Een"),
        lambda database, who: organisaties.remove_organisatie(database, who, "Een"),
        lambda database, who: haal_op(database, who, BronSoort.KWB, "a.csv", b"", dry_run=True),
    ],
)
def test_nobody_but_a_beheerder_does_what_belongs_to_beheer(wijkstore: Database, ask: Any) -> None:
    with pytest.raises(NietToegestaan):
        ask(wijkstore, BEZOEKER)
    with wijkstore.reading() as cursor:
        assert cursor.row("SELECT count(*) FROM logboek WHERE wat = 'geweigerd'") == (1,)


def test_figures_are_looked_at_first_and_then_read(database: Database) -> None:
    asked: dict[str, Any] = {"jaar": "2024", "gemeente": "GM9901"}
    seen = haal_op(database, BEHEERDER, BronSoort.GEBIEDEN, "../wijken.geojson", GEBIEDEN, dry_run=True, **asked)
    assert (seen.gebieden_nieuw > 0, seen.veranderd) == (True, False)
    done = haal_op(database, BEHEERDER, BronSoort.GEBIEDEN, "../wijken.geojson", GEBIEDEN, dry_run=False, **asked)
    assert (done.gebieden_nieuw, done.veranderd) == (seen.gebieden_nieuw, True)
    with database.reading() as cursor:
        assert cursor.row("SELECT bestand, ingelezen_door FROM inlezing") == ("wijken.geojson", "cli:test")


@pytest.mark.parametrize("asked", [{"jaar": "24"}, {"jaar": "vier"}, {"gemeente": "WK990101"}, {"gemeente": "Utrecht"}])
def test_a_year_or_a_gemeente_that_cannot_be_is_refused_before_reading(
    database: Database, asked: dict[str, str]
) -> None:
    with pytest.raises(OngeldigeInvoer):
        haal_op(database, BEHEERDER, BronSoort.KWB, "a.csv", b"", dry_run=True, **asked)
