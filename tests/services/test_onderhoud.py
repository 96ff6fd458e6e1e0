"""Backups and tidying up: nothing is lost, and nothing comes back that was taken back."""

import os
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.indicator import IndicatorStatus, StemRol
from monitor.domain.verhaal import Besluit
from monitor.errors import NietToegestaan, OngeldigBestand, OngeldigeInvoer, OpslagTeNieuw
from monitor.services.aanleiding import AanleidingInvoer
from monitor.services.activiteiten import change_omschrijving
from monitor.services.activiteitinvoer import OmschrijvingInvoer
from monitor.services.controle import check_store
from monitor.services.inbreng import add_initiatief
from monitor.services.indicatoren import add_indicatoren, ensure_bron
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.kiezen import Stemmen, add_voorstel, count_herkenning, remove_voorstel
from monitor.services.levensloop import Steun, count_steun, take_stap
from monitor.services.nalezen import NieuweBeoordeling, add_beoordelingen
from monitor.services.onderhoud import OPSLAG, is_due, maintain
from monitor.services.organisaties import add_organisatie, lijst, remove_organisatie
from monitor.services.reservekopie import backup, restore, restore_new
from monitor.services.themas import ensure_themas
from monitor.services.verhalen import add_verhalen
from monitor.services.wijkzaken import NieuwInitiatief
from monitor.store.database import Database
from monitor.store.intrekkingen import intrekkingen_path, remembered
from monitor.store.migrate import migrate
from monitor.store.opslag import backup_path, open_for_writing
from tests.services.builders import ANDERE_WIJK, CLI, WIJK, make_indicator, make_verhaal
from tests.services.test_levensloop import BEGELEIDER, BEWONER

GEHEIM, BLIJFT = "MERKTEKENWEG", "MERKTEKENBLIJFT"


class Clock:
    """A clock that a test can put forward."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 9, 30)

    def __call__(self) -> datetime:
        return self.now

    def later(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def later() -> Clock:
    return Clock()


@pytest.fixture
def opslag(tmp_path: Path, later: Clock) -> Iterator[Database]:
    """A store in a file, uncompressed, so that texts can be seen in its bytes."""
    database = Database(tmp_path / "wijken.duckdb", clock=later)
    database._connection.execute("SET GLOBAL force_compression = 'uncompressed'")
    migrate(database)
    with database.writing() as cursor:
        ensure_themas(cursor)
        cursor.execute(
            "INSERT INTO gebied VALUES ('GM9901', 'gemeente'), (?, 'wijk'), (?, 'wijk')", [WIJK, ANDERE_WIJK]
        )
    yield database
    database.close()


@pytest.fixture
def geteld(opslag: Database) -> Database:
    """The same store, with an indicator that people of a wijk talk about."""
    ensure_bron(opslag, "eigen", "Eigen cijfers", "Bewoners", "Zelf geteld", door="test")
    add_indicatoren(opslag, [make_indicator()], door="test")
    take_stap(opslag, BEGELEIDER, WIJK, "buren", IndicatorStatus.IN_GESPREK)
    return opslag


def tell(database: Database, woord: str, **changes: object) -> str:
    made = make_verhaal(tekst=f"Er stond een bank. {woord}. Nu zit er altijd iemand.", **changes)
    return add_verhalen(database, CLI, [made]).ids[0]


def say(database: Database, woord: str) -> str:
    tekst = f"Er is altijd ergens licht aan. {woord}."
    return add_voorstel(database, BEWONER, WIJK, StemRol.BEWONER, tekst, token=str(uuid4()))


def bring_in(database: Database, woord: str) -> str:
    nieuw = NieuwInitiatief(WIJK, "ontmoeten", "Soep op vrijdag", f"Wie kan koken neemt een pan mee. {woord}.")
    begin = AanleidingInvoer(vraag=f"Mag iedereen mee-eten? {woord}.")
    return add_initiatief(database, BEWONER, nieuw, token=str(uuid4()), begin=begin)


def describe(database: Database, initiatief: str, woord: str) -> None:
    words = OmschrijvingInvoer(initiatief, "Soep op vrijdag", f"Iedereen eet mee. {woord}.", vraag=f"Wie? {woord}.")
    change_omschrijving(database, BEWONER, words, token=str(uuid4()))


def count_herkend(database: Database, woord: str) -> None:
    count_herkenning(database, BEGELEIDER, WIJK, "buren", [Stemmen(StemRol.BEWONER, 9, 0, 0, f"Zo is het, {woord}.")])


def count_gesteund(database: Database, woord: str) -> None:
    count_steun(database, BEGELEIDER, WIJK, "buren", [Steun(StemRol.BEWONER, 9, 0, f"Zo is het, {woord}.")])


def rows(database: Database, sql: str, *parameters: object) -> list[tuple[object, ...]]:
    with database.reading() as cursor:
        return cursor.rows(sql, list(parameters))


def words_of(database: Database, verhaal: str) -> list[object]:
    return [
        row[0] for row in rows(database, "SELECT tekst FROM verhaal_versie WHERE verhaal = ? ORDER BY versie", verhaal)
    ]


def seen_in(folder: Path, woord: str) -> list[str]:
    """The files of a folder in whose bytes a word stands."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and woord.encode() in path.read_bytes())


# Every byte goes


def test_after_withdrawing_and_tidying_up_no_byte_is_left_in_store_log_and_backup(
    opslag: Database, tmp_path: Path
) -> None:
    geheim, blijft = tell(opslag, GEHEIM), tell(opslag, BLIJFT)
    opslag.checkpoint()
    backup(opslag, CLI, tmp_path / "kopieen" / "b.duckdb")
    Path(tmp_path / "ouder.duckdb").write_bytes((tmp_path / "kopieen" / "b.duckdb").read_bytes())
    before_migration = backup_path(opslag.path, 7)
    before_migration.write_bytes((tmp_path / "wijken.duckdb").read_bytes())
    everywhere = ["b.duckdb", "ouder.duckdb", before_migration.name, "wijken.duckdb"]
    assert seen_in(tmp_path, GEHEIM) == sorted(everywhere)
    withdraw_verhaal(opslag, geheim, "test")
    opslag.checkpoint()
    assert "wijken.duckdb" in seen_in(tmp_path, GEHEIM)
    done = maintain(opslag, CLI)
    assert done.herschreven
    assert (done.kopieen_weg, done.kopieen_herschreven, done.niet_bereikt) == (1, 1, ())
    assert seen_in(tmp_path, GEHEIM) == ["ouder.duckdb"]
    assert seen_in(tmp_path, BLIJFT) == ["b.duckdb", "ouder.duckdb", "wijken.duckdb"]
    restore(opslag, CLI, tmp_path / "ouder.duckdb", force=True)
    assert seen_in(tmp_path, GEHEIM) == ["ouder.duckdb"]
    assert words_of(opslag, geheim) == [None]
    assert words_of(opslag, blijft) != [None]
    assert rows(opslag, "SELECT kwartaal FROM intrekking WHERE verhaal = ?", geheim) == [("2025-K2",)]


def test_after_removing_a_voorstel_no_byte_is_left_in_store_log_and_backup(opslag: Database, tmp_path: Path) -> None:
    geheim, blijft = say(opslag, GEHEIM), say(opslag, BLIJFT)
    opslag.checkpoint()
    backup(opslag, CLI, tmp_path / "kopieen" / "b.duckdb")
    Path(tmp_path / "ouder.duckdb").write_bytes((tmp_path / "kopieen" / "b.duckdb").read_bytes())
    before_migration = backup_path(opslag.path, 7)
    before_migration.write_bytes((tmp_path / "wijken.duckdb").read_bytes())
    everywhere = ["b.duckdb", "ouder.duckdb", before_migration.name, "wijken.duckdb"]
    assert seen_in(tmp_path, GEHEIM) == sorted(everywhere)
    remove_voorstel(opslag, BEGELEIDER, WIJK, geheim)
    assert geheim in remembered(opslag.path)
    opslag.checkpoint()
    assert "wijken.duckdb" in seen_in(tmp_path, GEHEIM)
    done = maintain(opslag, OPSLAG, only_when_needed=True)
    assert done.herschreven
    assert (done.kopieen_weg, done.kopieen_herschreven, done.niet_bereikt) == (1, 1, ())
    assert seen_in(tmp_path, GEHEIM) == ["ouder.duckdb"]
    assert seen_in(tmp_path, BLIJFT) == ["b.duckdb", "ouder.duckdb", "wijken.duckdb"]
    kopie = restore(opslag, CLI, tmp_path / "ouder.duckdb", force=True)
    assert (kopie.teruggenomen, kopie.weggehaald) == (0, 1)
    assert seen_in(tmp_path, GEHEIM) == ["ouder.duckdb"]
    assert rows(opslag, "SELECT id FROM voorstel WHERE tekst IS NOT NULL") == [(blijft,)]


def test_a_voorstel_that_was_removed_and_only_written_to_the_log_is_not_left_there(
    opslag: Database, tmp_path: Path
) -> None:
    remove_voorstel(opslag, BEGELEIDER, WIJK, say(opslag, GEHEIM))
    assert "wijken.duckdb.wal" in seen_in(tmp_path, GEHEIM)
    maintain(opslag, OPSLAG, only_when_needed=True)
    assert seen_in(tmp_path, GEHEIM) == []


def test_an_older_backup_does_not_bring_back_a_voorstel_that_was_removed_on_another_machine(
    opslag: Database, tmp_path: Path, later: Clock
) -> None:
    geheim = say(opslag, GEHEIM)
    backup(opslag, CLI, tmp_path / "b.duckdb")
    remove_voorstel(opslag, BEGELEIDER, WIJK, geheim)
    elders = tmp_path / "elders"
    elders.mkdir()
    (elders / "b.duckdb").write_bytes((tmp_path / "b.duckdb").read_bytes())
    intrekkingen_path(str(elders / "b.duckdb")).write_bytes(intrekkingen_path(opslag.path).read_bytes())
    assert restore_new(elders / "nieuw.duckdb", CLI, elders / "b.duckdb", clock=later).weggehaald == 1
    assert seen_in(elders, GEHEIM) == ["b.duckdb"]


def test_after_giving_an_initiatief_other_words_no_byte_of_the_old_ones_is_left_in_store_log_and_backup(
    opslag: Database, tmp_path: Path, later: Clock
) -> None:
    initiatief = bring_in(opslag, GEHEIM)
    opslag.checkpoint()
    backup(opslag, CLI, tmp_path / "kopieen" / "b.duckdb")
    Path(tmp_path / "ouder.duckdb").write_bytes((tmp_path / "kopieen" / "b.duckdb").read_bytes())
    assert seen_in(tmp_path, GEHEIM) == ["b.duckdb", "ouder.duckdb", "wijken.duckdb"]
    later.later(hours=1)
    describe(opslag, initiatief, BLIJFT)
    opslag.checkpoint()
    assert "wijken.duckdb" in seen_in(tmp_path, GEHEIM)
    later.later(hours=1)
    done = maintain(opslag, OPSLAG, only_when_needed=True)
    assert (done.herschreven, done.kopieen_herschreven) == (True, 1)
    assert seen_in(tmp_path, GEHEIM) == ["ouder.duckdb"]
    assert seen_in(tmp_path, BLIJFT) == ["b.duckdb", "wijken.duckdb"]
    later.later(hours=1)
    again = maintain(opslag, CLI)
    assert again.kopieen_herschreven == 0
    assert not maintain(opslag, OPSLAG, only_when_needed=True).herschreven
    assert restore(opslag, CLI, tmp_path / "ouder.duckdb", force=True).omschreven == 1
    assert seen_in(tmp_path, GEHEIM) == ["ouder.duckdb"]
    assert rows(opslag, "SELECT beschrijving FROM initiatief") == [(f"Iedereen eet mee. {BLIJFT}.",)]
    assert rows(opslag, "SELECT vraag FROM aanleiding") == [(f"Wie? {BLIJFT}.",)]


@pytest.mark.parametrize("count", [count_herkend, count_gesteund])
def test_after_counting_again_no_byte_of_what_people_said_at_first_is_left_in_store_log_and_backup(
    geteld: Database, tmp_path: Path, count: Callable[[Database, str], None]
) -> None:
    count(geteld, GEHEIM)
    geteld.checkpoint()
    backup(geteld, CLI, tmp_path / "kopieen" / "b.duckdb")
    Path(tmp_path / "ouder.duckdb").write_bytes((tmp_path / "kopieen" / "b.duckdb").read_bytes())
    assert seen_in(tmp_path, GEHEIM) == ["b.duckdb", "ouder.duckdb", "wijken.duckdb"]
    count(geteld, BLIJFT)
    geteld.checkpoint()
    assert "wijken.duckdb" in seen_in(tmp_path, GEHEIM)
    done = maintain(geteld, OPSLAG, only_when_needed=True)
    assert (done.herschreven, done.kopieen_herschreven) == (True, 1)
    assert seen_in(tmp_path, GEHEIM) == ["ouder.duckdb"]
    assert seen_in(tmp_path, BLIJFT) == ["wijken.duckdb"]
    assert restore(geteld, CLI, tmp_path / "ouder.duckdb", force=True).herteld == 1
    assert seen_in(tmp_path, GEHEIM) == ["ouder.duckdb"]
    counted = "SELECT toelichting FROM herkenning UNION ALL SELECT toelichting FROM draagvlak"
    assert rows(geteld, counted) == [(None,)]


def test_an_older_backup_in_the_place_of_the_store_does_not_bring_back_what_was_counted_again(
    geteld: Database, tmp_path: Path, later: Clock
) -> None:
    count_herkend(geteld, GEHEIM)
    backup(geteld, CLI, tmp_path / "b.duckdb")
    count_herkend(geteld, BLIJFT)
    geteld.close()
    (tmp_path / "wijken.duckdb").write_bytes((tmp_path / "b.duckdb").read_bytes())
    unseen = Database(tmp_path / "wijken.duckdb", clock=later)
    assert [it for it in check_store(unseen) if it.startswith("Oude woorden bij telling")]
    unseen.close()
    put_back = open_for_writing(str(tmp_path / "wijken.duckdb"), clock=later)
    assert rows(put_back, "SELECT ja, toelichting FROM herkenning") == [(9, None)]
    assert rows(put_back, "SELECT wat FROM logboek WHERE soort = 'herkenning'") == [("opnieuw vervangen",)]
    put_back.close()


def test_a_backup_with_newer_words_keeps_them(opslag: Database, tmp_path: Path, later: Clock) -> None:
    initiatief = bring_in(opslag, GEHEIM)
    describe(opslag, initiatief, GEHEIM)
    opslag.checkpoint()
    (tmp_path / "eerder.duckdb").write_bytes((tmp_path / "wijken.duckdb").read_bytes())
    later.later(hours=1)
    describe(opslag, initiatief, BLIJFT)
    backup(opslag, CLI, tmp_path / "b.duckdb")
    earlier = open_for_writing(str(tmp_path / "eerder.duckdb"), clock=later)
    assert restore(earlier, CLI, tmp_path / "b.duckdb", force=True).omschreven == 0
    assert rows(earlier, "SELECT beschrijving FROM initiatief") == [(f"Iedereen eet mee. {BLIJFT}.",)]
    earlier.close()


def test_after_taking_an_organisatie_off_the_list_no_byte_of_its_name_is_left_in_store_log_and_backup(
    opslag: Database, tmp_path: Path, later: Clock
) -> None:
    for naam in (GEHEIM, BLIJFT):
        add_organisatie(opslag, CLI, f"Stichting {naam}")
    opslag.checkpoint()
    backup(opslag, CLI, tmp_path / "kopieen" / "b.duckdb")
    Path(tmp_path / "ouder.duckdb").write_bytes((tmp_path / "kopieen" / "b.duckdb").read_bytes())
    assert seen_in(tmp_path, GEHEIM) == ["b.duckdb", "ouder.duckdb", "wijken.duckdb"]
    later.later(hours=1)
    remove_organisatie(opslag, CLI, f"Stichting {GEHEIM}")
    later.later(hours=1)
    done = maintain(opslag, OPSLAG, only_when_needed=True)
    assert (done.herschreven, done.kopieen_herschreven) == (True, 1)
    assert seen_in(tmp_path, GEHEIM) == ["ouder.duckdb"]
    assert seen_in(tmp_path, BLIJFT) == ["b.duckdb", "ouder.duckdb", "wijken.duckdb"]
    later.later(hours=1)
    assert maintain(opslag, CLI).kopieen_herschreven == 0
    assert not maintain(opslag, OPSLAG, only_when_needed=True).herschreven
    assert restore(opslag, CLI, tmp_path / "ouder.duckdb", force=True).organisaties == 1
    assert seen_in(tmp_path, GEHEIM) == ["ouder.duckdb"]
    assert lijst(opslag, CLI) == (f"Stichting {BLIJFT}",)


def test_an_organisatie_that_was_put_on_the_list_again_stays_with_any_backup(
    opslag: Database, tmp_path: Path, later: Clock
) -> None:
    add_organisatie(opslag, CLI, "Buurtzorg De Brug")
    backup(opslag, CLI, tmp_path / "eerder.duckdb")
    later.later(hours=1)
    remove_organisatie(opslag, CLI, "Buurtzorg De Brug")
    later.later(hours=1)
    add_organisatie(opslag, CLI, "Buurtzorg de brug")
    backup(opslag, CLI, tmp_path / "later.duckdb")
    for name in ("eerder", "later"):
        assert restore(opslag, CLI, tmp_path / f"{name}.duckdb", force=True).organisaties == 0
        assert len(lijst(opslag, CLI)) == 1
    later.later(hours=1)
    remove_organisatie(opslag, CLI, "Buurtzorg de brug")
    assert restore(opslag, CLI, tmp_path / "later.duckdb", force=True).organisaties == 1
    assert lijst(opslag, CLI) == ()


def test_an_older_backup_does_not_bring_back_what_was_taken_back_on_another_machine(
    opslag: Database, tmp_path: Path, later: Clock
) -> None:
    geheim = tell(opslag, GEHEIM)
    backup(opslag, CLI, tmp_path / "b.duckdb")
    withdraw_verhaal(opslag, geheim, "test")
    elders = tmp_path / "elders"
    elders.mkdir()
    (elders / "b.duckdb").write_bytes((tmp_path / "b.duckdb").read_bytes())
    intrekkingen_path(str(elders / "b.duckdb")).write_bytes(intrekkingen_path(opslag.path).read_bytes())
    kopie = restore_new(elders / "nieuw.duckdb", CLI, elders / "b.duckdb", clock=later)
    assert kopie.teruggenomen == 1
    assert geheim in remembered(str(elders / "nieuw.duckdb"))
    database = open_for_writing(str(elders / "nieuw.duckdb"), clock=later)
    assert words_of(database, geheim) == [None]
    database.close()


def test_a_lost_file_of_ids_is_made_again_from_the_store(opslag: Database) -> None:
    geheim = tell(opslag, GEHEIM)
    withdraw_verhaal(opslag, geheim, "test")
    voorstel = say(opslag, GEHEIM)
    remove_voorstel(opslag, BEGELEIDER, WIJK, voorstel)
    intrekkingen_path(opslag.path).unlink()
    maintain(opslag, CLI)
    assert {geheim, voorstel} <= set(remembered(opslag.path))


def test_a_backup_that_cannot_be_reached_is_told_and_not_forgotten(opslag: Database, tmp_path: Path) -> None:
    backup(opslag, CLI, tmp_path / "b.duckdb")
    backup(opslag, CLI, tmp_path / "weg.duckdb")
    (tmp_path / "weg.duckdb").unlink()
    (tmp_path / "b.duckdb").write_bytes(b"beschadigd")
    for _ in range(2):
        assert maintain(opslag, CLI).niet_bereikt == (str(tmp_path / "b.duckdb"),)


def test_what_a_program_left_when_it_stopped_goes_and_what_is_being_made_stays(
    opslag: Database, tmp_path: Path
) -> None:
    left, being_made = tmp_path / ".wijken.duckdb.nieuw-1", tmp_path / ".wijken.duckdb.nieuw-2"
    for path in (left, being_made):
        path.write_text(GEHEIM)
    os.utime(left, (0, 0))
    maintain(opslag, CLI)
    assert (left.exists(), being_made.exists()) == (False, True)


# Backup and restore


def test_a_backup_put_back_in_an_empty_store_has_everything(opslag: Database, tmp_path: Path, later: Clock) -> None:
    verhaal = tell(opslag, BLIJFT)
    kopie = backup(opslag, CLI, tmp_path / "b.duckdb")
    assert kopie.problemen == check_store(opslag)
    empty = open_for_writing(str(tmp_path / "leeg.duckdb"), clock=later)
    restore(empty, CLI, tmp_path / "b.duckdb")
    assert words_of(empty, verhaal) == words_of(opslag, verhaal)
    assert rows(empty, "SELECT wie FROM logboek WHERE wat = 'teruggezet'") == [(CLI.id,)]
    empty.close()


def test_nothing_is_replaced_without_force(opslag: Database, tmp_path: Path) -> None:
    verhaal = tell(opslag, BLIJFT)
    backup(opslag, CLI, tmp_path / "b.duckdb")
    before = (tmp_path / "b.duckdb").read_bytes()
    with pytest.raises(OngeldigeInvoer, match="is er al"):
        backup(opslag, CLI, tmp_path / "b.duckdb")
    with pytest.raises(OngeldigeInvoer, match="staat al iets"):
        restore(opslag, CLI, tmp_path / "b.duckdb")
    assert (tmp_path / "b.duckdb").read_bytes() == before
    backup(opslag, CLI, tmp_path / "b.duckdb", force=True)
    restore(opslag, CLI, tmp_path / "b.duckdb", force=True)
    assert words_of(opslag, verhaal) != [None]


def test_what_is_no_backup_of_ours_is_refused_and_changes_nothing(opslag: Database, tmp_path: Path) -> None:
    verhaal = tell(opslag, BLIJFT)
    (tmp_path / "foto.duckdb").write_bytes(b"\xff\xd8\xff\xe0 geen opslag" * 500)
    other = Database(tmp_path / "boekhouding.duckdb")
    with other.writing() as cursor:
        cursor.execute("CREATE TABLE rekening (bedrag INTEGER)")
    other.close()
    Database(tmp_path / "leeg.duckdb").close()
    before = sorted(path.name for path in tmp_path.iterdir())
    for name in ("foto.duckdb", "boekhouding.duckdb", "leeg.duckdb", "er-is-niets.duckdb"):
        with pytest.raises(OngeldigBestand):
            restore(opslag, CLI, tmp_path / name, force=True)
    with pytest.raises(OngeldigeInvoer, match="de opslag zelf"):
        restore(opslag, CLI, Path(opslag.path), force=True)
    with pytest.raises(OngeldigeInvoer, match="de opslag zelf"):
        backup(opslag, CLI, Path(opslag.path), force=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert words_of(opslag, verhaal) != [None]


def test_a_backup_of_a_newer_version_is_refused(opslag: Database, tmp_path: Path) -> None:
    backup(opslag, CLI, tmp_path / "b.duckdb")
    newer = Database(tmp_path / "b.duckdb")
    with newer.writing() as cursor:
        cursor.execute("INSERT INTO migratie VALUES (9999, 'van_later', TIMESTAMP '2030-01-01')")
    newer.close()
    with pytest.raises(OpslagTeNieuw):
        restore(opslag, CLI, tmp_path / "b.duckdb", force=True)


def test_a_bezoeker_keeps_and_tidies_nothing(opslag: Database, tmp_path: Path) -> None:
    for act in (
        lambda: backup(opslag, BEZOEKER, tmp_path / "b.duckdb"),
        lambda: restore(opslag, BEZOEKER, tmp_path / "b.duckdb", force=True),
        lambda: maintain(opslag, BEZOEKER),
    ):
        with pytest.raises(NietToegestaan):
            act()
    assert not (tmp_path / "b.duckdb").exists()
    assert len(rows(opslag, "SELECT * FROM logboek WHERE wat = 'geweigerd' AND wie = 'bezoeker'")) == 3


# What is over its time


def review(database: Database, verhaal: str, besluit: Besluit, reden: str | None = None) -> None:
    add_beoordelingen(database, [NieuweBeoordeling(verhaal, besluit, "Nalezer twee", reden, database.now())])


def public_version(database: Database, verhaal: str, tekst: str) -> None:
    with database.writing() as cursor:
        cursor.execute(
            "INSERT INTO verhaal_versie (verhaal, versie, soort, titel, tekst, akkoord_op, gemaakt_op, gemaakt_door)"
            " VALUES (?, 2, 'publiek', 'De bank', ?, ?, ?, 'Nalezer een')",
            [verhaal, tekst, database.now().date(), database.now()],
        )


def test_an_original_is_emptied_thirty_days_after_its_public_version_was_agreed_and_reviewed(
    opslag: Database, later: Clock
) -> None:
    verhaal = tell(opslag, GEHEIM, akkoord_op=None)
    public_version(opslag, verhaal, "Er stond een bank.")
    later.later(days=60)
    assert maintain(opslag, CLI).geleegd.oorspronkelijk == 0
    review(opslag, verhaal, Besluit.AKKOORD)
    later.later(days=29)
    assert maintain(opslag, CLI).geleegd.oorspronkelijk == 0
    later.later(days=2)
    assert maintain(opslag, CLI).geleegd.oorspronkelijk == 1
    assert words_of(opslag, verhaal) == [None, "Er stond een bank."]
    assert rows(opslag, "SELECT tekst FROM citaat WHERE verhaal = ?", verhaal) == [(None,)]
    assert seen_in(Path(opslag.path).parent, GEHEIM) == []
    assert maintain(opslag, CLI).geleegd.oorspronkelijk == 0


def test_an_original_that_was_emptied_since_goes_from_kept_backups_too(
    opslag: Database, later: Clock, tmp_path: Path
) -> None:
    verhaal = tell(opslag, GEHEIM, akkoord_op=None)
    backup(opslag, CLI, tmp_path / "b.duckdb")
    public_version(opslag, verhaal, "Er stond een bank.")
    review(opslag, verhaal, Besluit.AKKOORD)
    later.later(days=31)
    assert seen_in(tmp_path, GEHEIM) != []
    assert maintain(opslag, OPSLAG, only_when_needed=True).kopieen_herschreven == 1
    assert seen_in(tmp_path, GEHEIM) == []


def test_a_refused_verhaal_is_emptied_after_thirty_days_and_still_counted(opslag: Database, later: Clock) -> None:
    verhaal = tell(opslag, GEHEIM)
    review(opslag, verhaal, Besluit.GEWEIGERD, "onveilig")
    later.later(days=29)
    assert maintain(opslag, CLI).geleegd.geweigerd == 0
    later.later(days=2)
    assert maintain(opslag, CLI).geleegd.geweigerd == 1
    assert words_of(opslag, verhaal) == [None]
    assert rows(opslag, "SELECT besluit, reden FROM beoordeling") == [("geweigerd", "onveilig")]
    assert rows(opslag, "SELECT * FROM intrekking") == []


@pytest.mark.parametrize(("tot", "days", "emptied"), [(31, 61, 0), (31, 62, 1), (None, 800, 0)])
def test_a_verhaal_is_emptied_thirty_days_after_its_last_permission_ended(
    opslag: Database, later: Clock, tot: int | None, days: int, emptied: int
) -> None:
    today = later.now.date()
    end = None if tot is None else today + timedelta(days=tot)
    verhaal = tell(opslag, GEHEIM, verteld_op=today, akkoord_op=today, toestemming_tot=end)
    later.later(days=days)
    assert maintain(opslag, CLI).geleegd.verlopen == emptied
    assert (words_of(opslag, verhaal) == [None]) is bool(emptied)


def test_a_verhaal_of_the_example_never_ends_by_itself(opslag: Database, later: Clock) -> None:
    verhaal = tell(opslag, BLIJFT, voorbeeld=True, toestemming_tot=date(2025, 12, 31))
    maintain(opslag, CLI)
    assert words_of(opslag, verhaal) != [None]


def test_the_logboek_goes_after_two_years_and_a_token_after_a_month(opslag: Database, later: Clock) -> None:
    with opslag.writing() as cursor:
        cursor.execute("INSERT INTO inzending VALUES ('t', 'verhaal', 'v', ?)", [later.now])
    later.later(days=29)
    assert maintain(opslag, CLI).geleegd.inzendingen == 0
    later.later(days=2)
    assert maintain(opslag, CLI).geleegd.inzendingen == 1
    lines = len(rows(opslag, "SELECT * FROM logboek"))
    later.later(days=2 * 365 + 1)
    assert maintain(opslag, CLI).geleegd.logboek == lines
    assert len(rows(opslag, "SELECT * FROM logboek")) == 1


def test_the_copy_of_before_a_migration_goes_after_a_month(opslag: Database, later: Clock) -> None:
    copy = backup_path(opslag.path, 7)
    copy.write_bytes(b"kopie")
    another = copy.with_name("andere.voor-stand-7.duckdb")
    another.write_bytes(b"van een andere opslag")
    later.now = datetime.fromtimestamp(copy.stat().st_mtime)  # noqa: DTZ006 - the clock of the store has no zone
    later.later(days=29)
    assert maintain(opslag, CLI).kopieen_weg == 0
    later.later(days=2)
    assert maintain(opslag, CLI).kopieen_weg == 1
    assert (copy.exists(), another.exists()) == (False, True)


# At night


def test_at_night_the_store_is_written_anew_only_when_words_went(opslag: Database, later: Clock) -> None:
    verhaal, voorstel = tell(opslag, GEHEIM), say(opslag, GEHEIM)
    assert not maintain(opslag, OPSLAG, only_when_needed=True).herschreven
    for take_away in (
        lambda: withdraw_verhaal(opslag, verhaal, "test"),
        lambda: remove_voorstel(opslag, BEGELEIDER, WIJK, voorstel),
    ):
        take_away()
        later.later(hours=1)
        assert maintain(opslag, OPSLAG, only_when_needed=True).herschreven
        later.later(hours=1)
        assert not maintain(opslag, OPSLAG, only_when_needed=True).herschreven


def test_it_is_time_once_a_night_also_when_the_night_was_missed(opslag: Database, later: Clock) -> None:
    later.now = datetime(2026, 11, 20, 9, 30)
    tell(opslag, BLIJFT)
    assert not is_due(opslag)
    later.now = datetime(2026, 11, 21, 1, 59)
    assert not is_due(opslag)
    later.now = datetime(2026, 11, 21, 2, 0)  # three o'clock in the Netherlands
    assert is_due(opslag)
    maintain(opslag, OPSLAG, only_when_needed=True)
    assert not is_due(opslag)
    later.now = datetime(2026, 11, 23, 12, 0)
    assert is_due(opslag)


def test_an_empty_store_waits_for_nothing(opslag: Database) -> None:
    assert not is_due(opslag)


def test_tidying_up_in_memory_empties_and_writes_no_file(
    wijkstore: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: Callable[[str], int]
) -> None:
    monkeypatch.chdir(tmp_path)
    tell(wijkstore, BLIJFT)
    assert not maintain(wijkstore, CLI).herschreven
    assert list(tmp_path.iterdir()) == []
    assert count("verhaal") == 1
