"""In which small wijk a verhaal was told that stands at the gemeente is nowhere to be found (rule 12)."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest

from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.raadsstuk import KeuzeSoort, StukKeuze, StukSoort
from monitor.nl import today_amsterdam
from monitor.services.raadsstukken import add_stuk
from monitor.services.stukkeuzes import choose, citaten_om_te_kiezen
from monitor.store.database import Database
from monitor.store.lees_store import LeesStore
from tests.conftest import NOW
from tests.services.test_raadsstukken import ANNA, GEMEENTE, KOP


@pytest.fixture
def example(voorbeeld_pad: Path, tmp_path: Path) -> Iterator[Database]:
    """The example, to write in."""
    database = Database(copy(voorbeeld_pad, tmp_path / "monitor.duckdb"), clock=lambda: NOW)
    yield database
    database.close()


@pytest.fixture
def small(example: Database) -> list[str]:
    """The wijken whose verhalen stand at the gemeente."""
    with example.reading() as cursor:
        lezen, today = LeesStore(cursor), today_amsterdam(example.now())
        every = [
            code for (code,) in cursor.rows("SELECT code FROM gebied WHERE soort = 'wijk' AND code LIKE 'WK9901%'")
        ]
        return sorted(it for it in every if not lezen.stands_at(BEZOEKER, today, it))


def test_no_verhaal_is_asked_for_by_the_small_wijk_that_it_was_told_in(example: Database, small: list[str]) -> None:
    assert len(small) > 2
    with example.reading() as cursor:
        lezen, today = LeesStore(cursor), today_amsterdam(example.now())
        lifted = {it.id for it in lezen.leesbaar(BEZOEKER, today, gebied=GEMEENTE) if it.gebied == GEMEENTE}
        told = {wijk for id_, wijk in cursor.rows("SELECT id, gebied FROM verhaal") if id_ in lifted}
        assert told < set(small)
        assert len(told) > 1
        assert [lezen.leesbaar(BEZOEKER, today, gebied=it) for it in small] == [()] * len(small)


def test_what_can_be_quoted_of_a_small_wijk_is_what_can_be_of_any_other(example: Database, small: list[str]) -> None:
    offered = set()
    for wijk in small:
        stuk = add_stuk(example, ANNA, GEMEENTE, StukSoort.RAADSVOORSTEL, KOP, token=wijk)
        choose(example, ANNA, stuk, [StukKeuze(KeuzeSoort.WIJK, wijk)])
        offered.add(citaten_om_te_kiezen(example, ANNA, stuk))
    assert len(offered) == 1
    assert {it.gebied for it in offered.pop()} == {GEMEENTE}
