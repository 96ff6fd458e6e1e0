"""Words of a wijkbezoek and of what the raad decided that were taken away: out of the store, its log and every copy."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.indicator import StemRol
from monitor.domain.raad import BeslispuntUitkomst, BesluitWeg
from monitor.services.controle import check_store
from monitor.services.onderhoud import maintain
from monitor.services.raad import NieuwBeslispunt, NieuwRaadsbesluit, add_besluit, raadsbesluiten, remove_besluit
from monitor.services.reservekopie import backup, restore, restore_new
from monitor.services.straat import (
    Bezoekverslag,
    NieuwBezoek,
    bezoekenbeeld,
    cancel_bezoek,
    plan_bezoek,
    record_bezoek,
    remove_woorden,
)
from monitor.store.database import Database
from monitor.store.intrekkingen import intrekkingen_path
from tests.services.builders import CLI, WIJK
from tests.services.test_raad import BELEID, GEMEENTE
from tests.services.test_straat import RAADSLID
from tests.services.test_weghalen import GEHEIM, OPSLAG, Klok, opslag, seen_in
from tests.services.test_wijkgesprek import BEWONER

__all__ = ["opslag"]
DAG = date(2026, 11, 12)
Weg = Callable[[], None]


def planned(database: Database) -> str:
    nieuw = NieuwBezoek(DAG, waar=f"Het plein, {GEHEIM}", vraag=f"Wie komt hier, {GEHEIM}?")
    return plan_bezoek(database, RAADSLID, WIJK, nieuw, token="t")


def take_verslag(database: Database) -> Weg:
    bezoek = planned(database)
    for token, said in (("een", f"De bank is weg, {GEHEIM}."), ("twee", f"De bank is terug, {GEHEIM}.")):
        verslag = Bezoekverslag(DAG, said, ((StemRol.RAADSLID, 1),))
        record_bezoek(database, RAADSLID, WIJK, bezoek, verslag, token=token)
    return lambda: remove_woorden(database, BEWONER, WIJK, bezoek)


def take_afgelast(database: Database) -> Weg:
    bezoek = planned(database)
    cancel_bezoek(database, RAADSLID, WIJK, bezoek, f"Het stormde, {GEHEIM}.")
    return lambda: remove_woorden(database, BEWONER, WIJK, bezoek)


def take_besluit(database: Database) -> Weg:
    punten = tuple(NieuwBeslispunt(f"{it}, {GEHEIM}.", BeslispuntUitkomst.AANGENOMEN) for it in ("Doen", "Laten"))
    nieuw = NieuwRaadsbesluit(f"De bank, {GEHEIM}", DAG, punten)
    besluit = add_besluit(database, BELEID, GEMEENTE, nieuw, token="r")
    return lambda: remove_besluit(database, BELEID, GEMEENTE, besluit, BesluitWeg.PERSOON)


ALLES = [take_verslag, take_afgelast, take_besluit]


def told(database: Database) -> str:
    return repr((bezoekenbeeld(database, BEZOEKER, WIJK).bezoeken, raadsbesluiten(database, GEMEENTE)))


@pytest.mark.parametrize("write", ALLES)
def test_no_byte_is_left_in_store_log_and_backup(
    opslag: Database, tmp_path: Path, write: Callable[[Database], Weg]
) -> None:
    take_away = write(opslag)
    assert GEHEIM in told(opslag)
    opslag.checkpoint()
    backup(opslag, CLI, tmp_path / "kopieen" / "b.duckdb")
    (tmp_path / "ouder.duckdb").write_bytes((tmp_path / "kopieen" / "b.duckdb").read_bytes())
    assert seen_in(tmp_path) == ["b.duckdb", "ouder.duckdb", "wijken.duckdb"]
    take_away()
    assert GEHEIM not in told(opslag)
    opslag.checkpoint()
    done = maintain(opslag, OPSLAG, only_when_needed=True)
    assert (done.herschreven, done.kopieen_herschreven) == (True, 1)
    assert seen_in(tmp_path) == ["ouder.duckdb"]
    kopie = restore(opslag, CLI, tmp_path / "ouder.duckdb", force=True)
    assert kopie.weggehaald >= 2
    assert GEHEIM not in told(opslag)
    assert seen_in(tmp_path) == ["ouder.duckdb"]
    assert [it for it in check_store(opslag) if "geen naam" not in it] == []


@pytest.mark.parametrize("write", ALLES)
def test_an_older_backup_on_another_machine_does_not_bring_it_back(
    opslag: Database, tmp_path: Path, write: Callable[[Database], Weg]
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
