"""What the page Tellen keeps between two looks: of this person only, and of the store as it is now."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from monitor.domain.gebruiker import Aanmelding, Gebruiker, GebruikerRol, opdracht_gebruiker
from monitor.errors import NietToegestaan
from monitor.nl import today_amsterdam
from monitor.services.invoer_metingen import undo
from monitor.services.rollen import NieuweRol, end, give
from monitor.services.tellen import NieuweTelling, add_telling
from monitor.store.database import Database
from monitor.ui import invoer_metingenscherm, tellenscherm
from monitor.ui.queries import Stand

WIJK, TAFEL = "WK990101", "vm-open-tafel"
BEHEERDER = opdracht_gebruiker("test")
TELLER = Gebruiker("oidc:t", "Fatima", Aanmelding.AANGEMELD, sleutels=("t", "fatima@welzijn.example"))


@pytest.fixture
def store(voorbeeld_pad: Path, tmp_path: Path, clock: Any) -> Iterator[Database]:
    path = tmp_path / "scherm.duckdb"
    path.write_bytes(voorbeeld_pad.read_bytes())
    database = Database(path, clock=clock)
    yield database
    database.close()


def now(database: Database) -> Stand:
    return database, database.versie, today_amsterdam(database.now())


def ids(database: Database) -> list[str]:
    return [it.id for it in invoer_metingenscherm._inlezingen(now(database), TELLER)]


def test_who_no_longer_has_a_role_sees_nothing_that_was_kept_for_her(store: Database) -> None:
    rol = give(
        store,
        BEHEERDER,
        NieuweRol("fatima@welzijn.example", "Fatima", GebruikerRol.WELZIJNSWERKER, WIJK, "Welzijnswerk"),
    )
    given = add_telling(store, TELLER, NieuweTelling(WIJK, TAFEL, "2018-K4", "12"), token="t").inlezing
    assert ids(store) == ids(store) == [given]
    assert tellenscherm._reeks(now(store), TELLER, WIJK, TAFEL).metingen
    end(store, BEHEERDER, rol)
    with pytest.raises(NietToegestaan):
        ids(store)
    with pytest.raises(NietToegestaan):
        tellenscherm._reeks(now(store), TELLER, WIJK, TAFEL)
    assert tellenscherm._te_tellen(now(store), TELLER) == ()


def test_what_was_undone_is_gone_from_what_was_kept(store: Database) -> None:
    give(
        store,
        BEHEERDER,
        NieuweRol("fatima@welzijn.example", "Fatima", GebruikerRol.WELZIJNSWERKER, WIJK, "Welzijnswerk"),
    )
    given = add_telling(store, TELLER, NieuweTelling(WIJK, TAFEL, "2018-K4", "12"), token="t").inlezing
    assert given is not None
    assert ids(store) == [given]
    undo(store, TELLER, given)
    assert ids(store) == []
    assert "2018-K4" not in {it.periode for it in tellenscherm._reeks(now(store), TELLER, WIJK, TAFEL).metingen}
