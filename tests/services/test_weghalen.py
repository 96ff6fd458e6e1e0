"""What people wrote and everybody reads can be taken away, and stays away: from the bytes and from every backup."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from monitor.domain.gebruiker import opdracht_gebruiker
from monitor.domain.indicator import IndicatorStatus, StemRol
from monitor.errors import NietGevonden, NietToegestaan, OngeldigeInvoer
from monitor.services.controle import check_store
from monitor.services.indicatoren import add_indicatoren, ensure_bron
from monitor.services.kiezen import (
    ZONDER_NAAM,
    Stemmen,
    add_voorstel,
    count_herkenning,
    keuzebeeld,
    make_groep,
    place_voorstellen,
    remove_voorstel,
    rename_groep,
)
from monitor.services.levensloop import (
    Steun,
    Weghaalreden,
    add_bezwaar,
    answer_bezwaar,
    count_steun,
    remove_bezwaar,
    remove_toelichting,
    take_stap,
)
from monitor.services.onderhoud import maintain
from monitor.services.reservekopie import backup, restore, restore_new
from monitor.services.themas import ensure_themas
from monitor.store.database import Database
from monitor.store.intrekkingen import intrekkingen_path
from monitor.store.opslag import open_for_writing
from tests.services.builders import ANDERE_WIJK, CLI, WIJK, make_indicator
from tests.services.test_levensloop import BEGELEIDER, BELEID, BEWONER, rows

GEHEIM, OPSLAG = "zeewierkoekje", opdracht_gebruiker("opslag")
BEGIN = datetime(2026, 11, 20, 9, 30)


class Klok:
    """A clock that goes on a minute each time that somebody looks."""

    def __init__(self) -> None:
        self.now = BEGIN

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def opslag(tmp_path: Path) -> Iterator[Database]:
    database = open_for_writing(str(tmp_path / "wijken.duckdb"), clock=Klok())
    with database.writing() as cursor:
        ensure_themas(cursor)
        cursor.execute(
            "INSERT INTO gebied VALUES ('GM9901', 'gemeente'), (?, 'wijk'), (?, 'wijk')", [WIJK, ANDERE_WIJK]
        )
    ensure_bron(database, "eigen", "Eigen cijfers", "Bewoners", "Zelf geteld", door="test")
    add_indicatoren(database, [make_indicator()], door="test")
    take_stap(database, BEGELEIDER, WIJK, "buren", IndicatorStatus.IN_GESPREK)
    yield database
    database.close()


def object_to_it(database: Database, woord: str = GEHEIM) -> str:
    return add_bezwaar(database, BEWONER, WIJK, "buren", StemRol.BEWONER, f"Dit zegt niets, {woord}.", token="t")


def take_bezwaar(database: Database) -> Callable[[], None]:
    bezwaar = object_to_it(database)
    return lambda: remove_bezwaar(database, BEGELEIDER, WIJK, bezwaar, Weghaalreden.PERSOON)


def take_antwoord(database: Database) -> Callable[[], None]:
    bezwaar = object_to_it(database, "hm")
    answer_bezwaar(database, BEGELEIDER, WIJK, bezwaar, f"De vraag blijft, {GEHEIM}.")
    return lambda: remove_bezwaar(database, BEGELEIDER, WIJK, bezwaar, Weghaalreden.ZELF, antwoord=True)


def take_steun(database: Database) -> Callable[[], None]:
    count_steun(database, BEGELEIDER, WIJK, "buren", [Steun(StemRol.BEWONER, 9, 1, f"Zo is het, {GEHEIM}.")])
    return lambda: remove_toelichting(database, BEGELEIDER, WIJK, "buren", StemRol.BEWONER)


def take_herkenning(database: Database) -> Callable[[], None]:
    count_herkenning(database, BEGELEIDER, WIJK, "buren", [Stemmen(StemRol.BEWONER, 9, 0, 0, f"Zo is het, {GEHEIM}.")])
    return lambda: remove_toelichting(database, BEGELEIDER, WIJK, "buren", StemRol.BEWONER, herkenning=True)


def name_anew(database: Database) -> Callable[[], None]:
    groep = make(database)
    return lambda: rename_groep(database, BEGELEIDER, WIJK, groep, "Binnenlopen")


def empty_it(database: Database) -> Callable[[], None]:
    make(database)
    voorstel = keuzebeeld(database, WIJK).groepen[0].voorstellen[0].id
    return lambda: place_voorstellen(database, BEGELEIDER, WIJK, [voorstel], None)


def make(database: Database) -> str:
    said = add_voorstel(database, BEWONER, WIJK, StemRol.BEWONER, "Er is altijd ergens licht aan.", token="v")
    return make_groep(database, BEGELEIDER, WIJK, f"Licht, {GEHEIM}", "ontmoeten", [said], token="g")


def seen_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and GEHEIM.encode() in path.read_bytes())


ALLES = [take_bezwaar, take_antwoord, take_steun, take_herkenning, name_anew, empty_it]


@pytest.mark.parametrize("write", ALLES)
def test_no_byte_is_left_in_store_log_and_backup(
    opslag: Database, tmp_path: Path, write: Callable[[Database], Callable[[], None]]
) -> None:
    take_away = write(opslag)
    opslag.checkpoint()
    backup(opslag, CLI, tmp_path / "kopieen" / "b.duckdb")
    (tmp_path / "ouder.duckdb").write_bytes((tmp_path / "kopieen" / "b.duckdb").read_bytes())
    assert seen_in(tmp_path) == ["b.duckdb", "ouder.duckdb", "wijken.duckdb"]
    take_away()
    opslag.checkpoint()
    done = maintain(opslag, OPSLAG, only_when_needed=True)
    assert (done.herschreven, done.kopieen_herschreven) == (True, 1)
    assert seen_in(tmp_path) == ["ouder.duckdb"]
    assert maintain(opslag, CLI).kopieen_herschreven == 0
    kopie = restore(opslag, CLI, tmp_path / "ouder.duckdb", force=True)
    assert kopie.bezwaren + kopie.groepen + kopie.herteld == 1
    assert seen_in(tmp_path) == ["ouder.duckdb"]
    assert [it for it in check_store(opslag) if "geen naam" not in it] == []


@pytest.mark.parametrize("write", ALLES[:4])
def test_an_older_backup_on_another_machine_does_not_bring_it_back(
    opslag: Database, tmp_path: Path, write: Callable[[Database], Callable[[], None]]
) -> None:
    take_away = write(opslag)
    backup(opslag, CLI, tmp_path / "b.duckdb")
    take_away()
    elders = tmp_path / "elders"
    elders.mkdir()
    (elders / "b.duckdb").write_bytes((tmp_path / "b.duckdb").read_bytes())
    intrekkingen_path(str(elders / "b.duckdb")).write_bytes(intrekkingen_path(opslag.path).read_bytes())
    restore_new(elders / "nieuw.duckdb", CLI, elders / "b.duckdb", clock=Klok())
    assert seen_in(elders) == ["b.duckdb"]


def test_that_there_was_an_objection_stays_with_the_day_and_the_reason(opslag: Database) -> None:
    bezwaar = object_to_it(opslag)
    remove_bezwaar(opslag, BEGELEIDER, WIJK, bezwaar, Weghaalreden.PERSOON)
    found = keuzebeeld(opslag, WIJK).indicator("buren")
    assert found is not None
    (regel,) = found.bezwaren
    zin = "Weggehaald op 20 november 2026, omdat er iets in stond dat naar een persoon leidt."
    assert (regel.bezwaar.tekst, regel.open) == (zin, True)
    assert GEHEIM not in repr(rows(opslag, "SELECT * FROM logboek"))


def test_to_an_answer_that_was_taken_away_another_can_be_given_once(opslag: Database) -> None:
    take_antwoord(opslag)()
    (bezwaar,) = (row[0] for row in rows(opslag, "SELECT id FROM bezwaar"))
    answer_bezwaar(opslag, BEGELEIDER, WIJK, bezwaar, "De vraag blijft.")
    zin = "Weggehaald op 20 november 2026, omdat wie het schreef dat wilde. Nieuw antwoord: De vraag blijft."
    assert rows(opslag, "SELECT antwoord FROM bezwaar") == [(zin,)]
    with pytest.raises(OngeldigeInvoer, match="al een antwoord"):
        answer_bezwaar(opslag, BEGELEIDER, WIJK, bezwaar, "Nog een.")
    assert [it for it in check_store(opslag) if "geen naam" not in it] == []


def test_what_is_not_there_or_of_another_wijk_cannot_be_taken_away(opslag: Database) -> None:
    bezwaar, groep = object_to_it(opslag), make(opslag)
    for refused in (
        lambda: remove_bezwaar(opslag, BELEID, ANDERE_WIJK, bezwaar, Weghaalreden.ZELF),
        lambda: remove_bezwaar(opslag, BELEID, WIJK, bezwaar, Weghaalreden.ZELF, antwoord=True),
        lambda: remove_toelichting(opslag, BELEID, WIJK, "buren", StemRol.BEWONER),
        lambda: rename_groep(opslag, BELEID, ANDERE_WIJK, groep, "Licht"),
    ):
        with pytest.raises(NietGevonden):
            refused()
    for forbidden in (
        lambda: remove_bezwaar(opslag, BEWONER, WIJK, bezwaar, Weghaalreden.ZELF),
        lambda: remove_toelichting(opslag, BEWONER, WIJK, "buren", StemRol.BEWONER),
        lambda: rename_groep(opslag, BEWONER, WIJK, groep, "Licht"),
    ):
        with pytest.raises(NietToegestaan):
            forbidden()
    with pytest.raises(OngeldigeInvoer, match="Geef de groep een naam"):
        rename_groep(opslag, BELEID, WIJK, groep, " ")


def test_a_groep_of_which_the_last_words_went_has_no_name_left(opslag: Database) -> None:
    make(opslag)
    remove_voorstel(opslag, BEGELEIDER, WIJK, keuzebeeld(opslag, WIJK).groepen[0].voorstellen[0].id)
    assert rows(opslag, "SELECT naam FROM groep") == [(ZONDER_NAAM,)]
    assert keuzebeeld(opslag, WIJK).groepen == ()
