"""Stukken and files in backups: they come back whole, and words that were taken away do not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from monitor.domain.document import Huisstijl
from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.raadsstuk import Deel, OnderdeelSoort, StukSoort, StukVeld
from monitor.errors import GeenRecht, NietGevonden, OngeldigBestand
from monitor.services.bestanden import BestandSoort, bestanden, huisstijl, keep_bestand, remove_bestand
from monitor.services.controle import check_store
from monitor.services.momentopname import lees_moment, momentopnamen, take_momentopname
from monitor.services.onderhoud import maintain
from monitor.services.raadsstukken import add_stuk, lees_stuk, remove_stuk, stukken
from monitor.services.reservekopie import backup, restore, restore_new
from monitor.services.stukonderdelen import add_onderdeel
from monitor.services.stukvelden import TekstInvoer, remove_tekst, save_tekst
from monitor.store.database import Database
from monitor.store.opslag import open_for_writing
from tests.export.sjablonen import plain
from tests.services.builders import CLI
from tests.services.test_huisstijl import picture
from tests.services.test_momentopname import lines
from tests.services.test_raadsstukken import ANNA, BOB, GEMEENTE, KOP
from tests.services.test_weghalen import GEHEIM, OPSLAG, Klok, opslag, seen_in

__all__ = ["opslag"]

VELD = StukVeld(Deel.AANLEIDING)


def begin(database: Database) -> str:
    id_ = add_stuk(database, ANNA, GEMEENTE, StukSoort.RAADSVOORSTEL, KOP, token="stuk")
    save_tekst(database, ANNA, id_, TekstInvoer(VELD, f"Er was een {GEHEIM}.", 0), token="een")
    save_tekst(database, BOB, id_, TekstInvoer(VELD, f"Nog een {GEHEIM}.", 0), token="twee")
    assert take_momentopname(database, ANNA, lees_moment(database, ANNA, id_), token="m")
    return id_


def a_text(database: Database) -> Callable[[], None]:
    id_ = begin(database)
    return lambda: remove_tekst(database, BOB, id_, VELD)


def a_stuk(database: Database) -> Callable[[], None]:
    id_ = begin(database)
    words = {"tekst": f"De {GEHEIM}."}
    add_onderdeel(database, ANNA, id_, OnderdeelSoort.BESLISPUNT, teksten=words, token="punt")
    return lambda: remove_stuk(database, BOB, id_)


@pytest.mark.parametrize("write", [a_text, a_stuk])
def test_no_byte_is_left_in_store_log_and_backup(
    opslag: Database,
    tmp_path: Path,
    write: Callable[[Database], Callable[[], None]],
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
    restore(opslag, CLI, tmp_path / "ouder.duckdb", force=True)
    assert seen_in(tmp_path) == ["ouder.duckdb"]
    assert [it for it in check_store(opslag) if "geen naam" not in it] == []
    assert len(stukken(opslag, ANNA)) == (1 if write is a_text else 0)


def test_a_backup_holds_stukken_momentopnamen_and_files_as_they_are(
    opslag: Database,
    tmp_path: Path,
) -> None:
    id_ = begin(opslag)
    logo = picture()
    keep_bestand(opslag, CLI, BestandSoort.LOGO, "logo.png", logo)
    keep_bestand(opslag, CLI, BestandSoort.WORD_SJABLOON, "brief.docx", plain())
    backup(opslag, CLI, tmp_path / "b.duckdb")
    restore_new(tmp_path / "nieuw.duckdb", CLI, tmp_path / "b.duckdb", clock=Klok())
    other = open_for_writing(str(tmp_path / "nieuw.duckdb"), clock=Klok())
    try:
        assert lees_stuk(other, ANNA, id_) == lees_stuk(opslag, ANNA, id_)
        assert len(lees_stuk(other, ANNA, id_).botsingen) == 1
        (kept,) = momentopnamen(opslag, ANNA, id_)
        assert momentopnamen(other, ANNA, id_) == (kept,)
        assert lines(other, kept) == lines(opslag, kept)
        assert huisstijl(other) == Huisstijl(plain(), logo)
    finally:
        other.close()


def test_of_each_kind_of_file_one_is_kept_and_only_a_good_one(database: Database) -> None:
    assert huisstijl(database) == Huisstijl()
    first, second = picture((40, 30)), picture((50, 30))
    keep_bestand(database, CLI, BestandSoort.LOGO, "oud.png", first, "image/png")
    keep_bestand(database, CLI, BestandSoort.LOGO, "C:\\plaatjes\\nieuw.png", second)
    for wrong in (b"", b"geen plaatje", plain()):
        with pytest.raises(OngeldigBestand):
            keep_bestand(database, CLI, BestandSoort.LOGO, "logo.png", wrong)
    with pytest.raises(OngeldigBestand):
        keep_bestand(database, CLI, BestandSoort.WORD_SJABLOON, "logo.docx", second)
    (kept,) = bestanden(database, CLI)
    assert (kept.soort, kept.naam, kept.mime, kept.grootte) == (
        BestandSoort.LOGO,
        "nieuw.png",
        "image/png",
        len(second),
    )
    assert huisstijl(database).logo == second
    remove_bestand(database, CLI, BestandSoort.LOGO)
    assert bestanden(database, CLI) == ()
    with pytest.raises(NietGevonden):
        remove_bestand(database, CLI, BestandSoort.LOGO)


@pytest.mark.parametrize("naam", ["", " ", "\u200b", "half \ud83d", "nul\x00"])
def test_a_name_of_a_file_that_cannot_be_kept_becomes_one_that_can(database: Database, naam: str) -> None:
    keep_bestand(database, CLI, BestandSoort.LOGO, naam, picture())
    assert bestanden(database, CLI)[0].naam == "logo.png"


def test_files_are_for_a_beheerder(database: Database) -> None:
    for who in (BEZOEKER, ANNA):
        with pytest.raises(GeenRecht):
            keep_bestand(database, who, BestandSoort.LOGO, "logo.png", picture())
        with pytest.raises(GeenRecht):
            remove_bestand(database, who, BestandSoort.LOGO)
        with pytest.raises(GeenRecht):
            bestanden(database, who)
