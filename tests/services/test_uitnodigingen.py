"""Inviting an optekenaar: who may, for which wijk, how long, and that the secret is kept nowhere."""

import pytest

from monitor.domain.gebruiker import BEZOEKER, Aanmelding, Gebruiker, GebruikerRol, Roltoewijzing, opdracht_gebruiker
from monitor.errors import NietGevonden, NietToegestaan, OngeldigeInvoer
from monitor.services.uitnodigingen import NieuweUitnodiging, genodigde, lijst, maak, new_geheim, trek_in
from monitor.store.database import Database
from tests.services.builders import ANDERE_WIJK, WIJK

BEHEERDER = opdracht_gebruiker("test")
WERKER = Gebruiker(
    "proef:werker", "werker", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.WELZIJNSWERKER, WIJK, "Welzijn"),)
)
STUDENT = NieuweUitnodiging(WIJK, "student van de hogeschool")


def test_the_secret_has_enough_bits_and_only_its_hash_is_kept(wijkstore: Database) -> None:
    made = maak(wijkstore, WERKER, STUDENT)
    assert len(made.geheim) >= 32
    with wijkstore.reading() as cursor:
        for table in ("uitnodiging", "logboek"):
            assert made.geheim not in str(cursor.rows(f"SELECT * FROM {table}"))  # noqa: S608
    assert maak(wijkstore, WERKER, STUDENT).geheim != made.geheim


def test_an_invited_person_has_one_role_in_one_wijk_for_the_organisation_of_who_invited(wijkstore: Database) -> None:
    invited = genodigde(wijkstore, maak(wijkstore, WERKER, STUDENT).geheim)
    assert invited.aanmelding is Aanmelding.UITGENODIGD
    assert invited.toewijzingen == (Roltoewijzing(GebruikerRol.OPTEKENAAR, WIJK, "Welzijn"),)


def test_a_welzijnswerker_invites_in_her_own_wijk_and_a_beheerder_everywhere(wijkstore: Database) -> None:
    with pytest.raises(NietToegestaan, match="deze wijk"):
        maak(wijkstore, WERKER, NieuweUitnodiging(ANDERE_WIJK, "student"))
    assert maak(wijkstore, BEHEERDER, NieuweUitnodiging(ANDERE_WIJK, "student"))
    assert [it.wijk for it in lijst(wijkstore, WERKER)] == []
    assert [it.wijk for it in lijst(wijkstore, BEHEERDER)] == [ANDERE_WIJK]


def test_who_may_not_invite_sees_and_ends_no_invitation(wijkstore: Database) -> None:
    made = maak(wijkstore, WERKER, STUDENT)
    nalezer = Gebruiker("n", "n", Aanmelding.PROEF, (Roltoewijzing(GebruikerRol.NALEZER),))
    for gebruiker in (BEZOEKER, nalezer, genodigde(wijkstore, made.geheim)):
        with pytest.raises(NietToegestaan):
            maak(wijkstore, gebruiker, STUDENT)
        with pytest.raises(NietToegestaan):
            maak(wijkstore, gebruiker, NieuweUitnodiging("", ""))
        with pytest.raises(NietToegestaan):
            lijst(wijkstore, gebruiker)
        with pytest.raises(NietToegestaan):
            trek_in(wijkstore, gebruiker, made.uitnodiging.id)
    assert genodigde(wijkstore, made.geheim)


def test_an_invitation_that_was_ended_opens_nothing_and_ends_once(wijkstore: Database) -> None:
    made = maak(wijkstore, WERKER, STUDENT)
    trek_in(wijkstore, WERKER, made.uitnodiging.id)
    first = lijst(wijkstore, WERKER)[0].ingetrokken_op
    trek_in(wijkstore, WERKER, made.uitnodiging.id)
    assert lijst(wijkstore, WERKER)[0].ingetrokken_op == first
    with pytest.raises(NietGevonden, match="geldt niet meer"):
        genodigde(wijkstore, made.geheim)


@pytest.mark.parametrize("geheim", ["", "raden", "x" * 32, "\x00" * 32, "' OR 1=1 --", "é" * 40, "x" * 10_000])
def test_a_guessed_secret_opens_nothing(wijkstore: Database, geheim: str) -> None:
    maak(wijkstore, WERKER, STUDENT)
    with pytest.raises(NietGevonden):
        genodigde(wijkstore, geheim)


def test_everything_that_is_wrong_is_told_at_once(wijkstore: Database) -> None:
    with pytest.raises(OngeldigeInvoer) as caught:
        maak(wijkstore, WERKER, NieuweUitnodiging("GM9901", " "))
    assert {it.veld for it in caught.value.problemen} == {"wijk", "naam"}
    with pytest.raises(OngeldigeInvoer, match="kennen we niet"):
        maak(wijkstore, BEHEERDER, NieuweUitnodiging("WK999999", "student"))


def test_the_same_secret_makes_one_invitation(wijkstore: Database) -> None:
    geheim = new_geheim()
    first = maak(wijkstore, WERKER, STUDENT, geheim)
    assert maak(wijkstore, WERKER, STUDENT, geheim) == first
    assert len(lijst(wijkstore, WERKER)) == 1


def test_a_link_that_does_not_hold_is_a_line_in_the_logboek(wijkstore: Database) -> None:
    made = maak(wijkstore, WERKER, STUDENT)
    trek_in(wijkstore, WERKER, made.uitnodiging.id)
    for geheim in (made.geheim, "x" * 32):
        with pytest.raises(NietGevonden):
            genodigde(wijkstore, geheim)
    with wijkstore.reading() as cursor:
        lines = cursor.rows("SELECT wie, doel FROM logboek WHERE wat = 'geweigerd' ORDER BY doel")
    assert lines == [("bezoeker", "uitnodiging"), ("bezoeker", f"uitnodiging {made.uitnodiging.id}")]
