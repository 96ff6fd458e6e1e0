"""The settings: their defaults, who may change them, and when the form for verhalen is shut."""

from dataclasses import fields, replace

import pytest

from monitor.domain.gebruiker import BEZOEKER, opdracht_gebruiker
from monitor.errors import NietToegestaan, OngeldigeInvoer
from monitor.services.instellingen import (
    NAMEN,
    NODIG,
    Instellingen,
    bewaar,
    formulier_open,
    from_text,
    lees,
    write_voorbeeld,
)
from monitor.store.database import Database

BEHEERDER = opdracht_gebruiker("test")
GEVULD = Instellingen(**dict.fromkeys(NODIG, "Vul dit in"))


def logboek(database: Database) -> list[tuple[object, ...]]:
    with database.reading() as cursor:
        return cursor.rows("SELECT wie, wat, soort, velden FROM logboek")


def test_a_new_store_has_the_defaults_and_a_form_that_is_shut(database: Database) -> None:
    assert lees(database) == Instellingen()
    assert formulier_open(database) == tuple(NAMEN[veld] for veld in NODIG)


def test_every_setting_has_a_name_in_dutch() -> None:
    assert set(NAMEN) == {veld.name for veld in fields(Instellingen)}


def test_the_form_opens_when_the_last_thing_is_filled_in(database: Database) -> None:
    bewaar(database, BEHEERDER, replace(GEVULD, klacht="  "))
    assert formulier_open(database) == (NAMEN["klacht"],)
    bewaar(database, BEHEERDER, GEVULD)
    assert formulier_open(database) == ()


def test_only_what_changed_is_kept_and_named_in_the_logboek_without_its_text(database: Database) -> None:
    bewaar(database, BEHEERDER, Instellingen(gemeente=" gm0362 ", sessie_uren=8))
    bewaar(database, BEHEERDER, Instellingen(gemeente="GM0362", sessie_uren=8))
    assert lees(database) == Instellingen(gemeente="GM0362", sessie_uren=8)
    assert logboek(database) == [("cli:test", "ingesteld", "instelling", "gemeente, sessie_uren")]


def test_nobody_but_a_beheerder_changes_settings(database: Database) -> None:
    with pytest.raises(NietToegestaan):
        bewaar(database, BEZOEKER, GEVULD)
    assert lees(database) == Instellingen()
    assert logboek(database) == [("bezoeker", "geweigerd", "instellen", "")]


def test_everything_that_is_wrong_is_told_at_once(database: Database) -> None:
    wrong = Instellingen(gemeente="WK036201", kern_aantal=9, klacht="x" * 2001, grondslag="a\x00b")
    with pytest.raises(OngeldigeInvoer) as refused:
        bewaar(database, BEHEERDER, wrong)
    assert [probleem.veld for probleem in refused.value.problemen] == [
        NAMEN[veld] for veld in ("grondslag", "klacht", "gemeente", "kern_aantal")
    ]


@pytest.mark.parametrize("text", ["", "tien", "1,5", "-1", "٣", "99999999999"])
def test_what_is_no_number_of_hours_is_refused_in_words(text: str) -> None:
    velden = {veld.name: str(veld.default) for veld in fields(Instellingen)}
    with pytest.raises(OngeldigeInvoer) as refused:
        from_text({**velden, "sessie_uren": text})
    assert [probleem.veld for probleem in refused.value.problemen] == [NAMEN["sessie_uren"]]


def test_what_came_with_the_example_counts_until_something_real_stands_beside_it(database: Database) -> None:
    with database.writing() as cursor:
        write_voorbeeld(cursor, dict.fromkeys(NODIG, "Verzonnen"), database)
    assert formulier_open(database) == ()
    with database.writing() as cursor:
        cursor.execute("INSERT INTO bron (code, naam, uitgever) VALUES ('kwb', 'KWB', 'CBS')")
        cursor.execute(
            "INSERT INTO inlezing (id, bron, bestand, sha256, ingelezen_op, ingelezen_door, reikwijdte)"
            " VALUES ('i', 'kwb', 'kwb.csv', '', now()::TIMESTAMP, 'test', 'gemeente')"
        )
    assert len(formulier_open(database)) == len(NODIG)
