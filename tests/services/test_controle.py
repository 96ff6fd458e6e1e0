"""`check`: what no key of the database holds is looked at, and told in a sentence."""

from pathlib import Path

from monitor.services.controle import check_store
from monitor.services.onderhoud import maintain
from monitor.services.verhalen import add_verhalen
from monitor.store.database import Database
from monitor.store.intrekkingen import write_down
from monitor.store.opslag import open_for_writing
from tests.services.builders import CLI, make_verhaal


def test_an_empty_store_and_the_example_are_whole(database: Database, voorbeeld: Database) -> None:
    assert check_store(database) == ()
    assert check_store(voorbeeld) == ()


def test_a_meting_without_its_indicator_or_inlezing_is_told(database: Database) -> None:
    with database.writing() as cursor:
        cursor.execute("INSERT INTO gebied VALUES ('WK990101', 'wijk')")
        cursor.execute(
            "INSERT INTO meting (gebied, indicator, periode, periode_start, waarde, status, inlezing)"
            " VALUES ('WK990101', 'weg-indicator', '2024', DATE '2024-01-01', 1.0, 'definitief', 'weg-inlezing')"
        )
    told = "\n".join(check_store(database))
    assert "weg-indicator" in told
    assert "weg-inlezing" in told


def test_a_verhaal_that_breaks_a_rule_is_told(wijkstore: Database) -> None:
    ids = add_verhalen(wijkstore, CLI, [make_verhaal() for _ in range(6)]).ids
    before = check_store(wijkstore)
    schrijver, akkoord, navraag, kind, terug, goed = ids
    with wijkstore.writing() as cursor:
        cursor.execute("UPDATE verhaal_versie SET akkoord_op = NULL WHERE verhaal = ?", [akkoord])
        cursor.execute("UPDATE verhaal SET leeftijdsgroep = 'jonger_dan_16' WHERE id = ?", [kind])
        cursor.execute("DELETE FROM verhaal_herkomst WHERE verhaal = ?", [navraag])
        cursor.execute("INSERT INTO intrekking VALUES (?, '2025-K2', ?)", [terug, wijkstore.now()])
        cursor.execute(
            "INSERT INTO verhaal_herkomst (verhaal, wijze, afhankelijk, bedenktijd_tot)"
            " VALUES (?, 'opgetekend', TRUE, DATE '2025-05-21')",
            [navraag],
        )
        for verhaal, wie in ((schrijver, "OPTEKENAAR een"), (akkoord, "n"), (navraag, "n"), (goed, "n")):
            cursor.execute(
                "INSERT INTO beoordeling (id, verhaal, versie, besluit, beoordelaar, op)"
                " VALUES (?, ?, 1, 'akkoord', ?, ?)",
                [f"b-{verhaal}", verhaal, wie, wijkstore.now()],
            )
    told = [line for line in check_store(wijkstore) if line not in before and "Zoeken" not in line]
    assert sorted(told) == sorted(
        [
            f"Verhaal {schrijver} is nagelezen door wie het opschreef of aanpaste.",
            f"Verhaal {akkoord} is nagelezen zonder dat de verteller zei dat de tekst zo klopt.",
            f"Verhaal {navraag} is nagelezen zonder dat een collega het de verteller nog eens vroeg.",
            f"Verhaal {kind} is van iemand onder de 16 jaar en staat op openbaar.",
            f"Verhaal {terug} is ingetrokken, maar de tekst staat er nog.",
        ]
    )


def test_what_came_back_is_told_and_goes_when_the_store_is_tidied_up(voorbeeld_pad: Path, tmp_path: Path) -> None:
    (tmp_path / "m.duckdb").write_bytes(voorbeeld_pad.read_bytes())
    database = open_for_writing(str(tmp_path / "m.duckdb"))
    with database.reading() as cursor:
        (verhaal,) = cursor.rows("SELECT verhaal FROM zoek_verhaal LIMIT 1")[0]
        (voorstel,) = cursor.rows("SELECT min(id) FROM voorstel WHERE tekst IS NOT NULL")[0]
    write_down(database.path, {verhaal: database.now(), voorstel: database.now()})
    assert check_store(database) == (
        f"Verhaal {verhaal} was teruggenomen en staat er weer in. Ruim op met `maintain`: dan gaat het weer weg.",
        f"Voorstel {voorstel} was weggehaald en staat er weer in. Ruim op met `maintain`: dan gaat het weer weg.",
    )
    maintain(database, CLI)
    assert check_store(database) == ()
    database.close()


def test_what_is_left_out_or_stands_elsewhere_in_a_stuk_is_told(voorbeeld_pad: Path, tmp_path: Path) -> None:
    path = tmp_path / "m.duckdb"
    path.write_bytes(voorbeeld_pad.read_bytes())
    database = Database(path)
    with database.writing() as cursor:
        (stuk,) = cursor.row("SELECT id FROM raadsstuk ORDER BY id") or ()
        (argument,) = cursor.row("SELECT id FROM raadsstuk_onderdeel WHERE soort = 'argument' ORDER BY id") or ()
        cursor.execute("UPDATE raadsstuk_kop SET nummer = 9 WHERE raadsstuk = ?", [stuk])
        cursor.execute(
            "INSERT INTO raadsstuk_keuze SELECT * REPLACE ('k' AS id, nummer + 100 AS nummer) FROM raadsstuk_keuze"
            " WHERE raadsstuk = ? LIMIT 1",
            [stuk],
        )
        cursor.execute(
            "UPDATE raadsstuk_onderdeel_stand SET nummer = 9, bij = onderdeel WHERE onderdeel = ?", [argument]
        )
    assert sorted(check_store(database)) == sorted(
        [
            f"De titels van stuk {stuk} tellen niet door: er kan er een weg zijn.",
            f"De keuzes voor stuk {stuk} tellen niet door: er kan er een weg zijn.",
            f"De gegevens van onderdeel {argument} van een stuk tellen niet door.",
            f"Onderdeel {argument} hoort bij iets dat niet in hetzelfde stuk staat.",
        ]
    )
    database.close()
