"""Which names the store itself makes known."""

from monitor.services.persoonsgegevens import bekend_uit, find
from monitor.store.database import Database


def test_wijken_and_plekken_of_the_example_are_known(voorbeeld: Database) -> None:
    bekend = bekend_uit(voorbeeld)
    assert {"De Hoge Linden", "Lisdodde", "Veldermeer"} <= bekend.namen
    assert len(bekend.namen) > len({"De Hoge Linden", "Lisdodde", "Veldermeer"})


def test_names_are_read_once_until_something_is_written(database: Database) -> None:
    before = bekend_uit(database)
    assert bekend_uit(database) is before
    with database.writing() as cursor:
        cursor.execute("INSERT INTO organisatie (naam, soort) VALUES ('Warm Welkom', 'welzijn')")
    assert bekend_uit(database).organisaties == {"Warm Welkom"}


def test_stories_of_the_example_hold_nobodys_name(voorbeeld: Database) -> None:
    bekend = bekend_uit(voorbeeld)
    with voorbeeld.reading() as cursor:
        texts = [text for (text,) in cursor.rows("SELECT tekst FROM verhaal_versie WHERE tekst IS NOT NULL")]
    assert texts
    marked = {text[v.begin : v.eind] for text in texts for v in find(text, bekend) if v.direct}
    assert len(marked) <= len(texts) / 10, marked
