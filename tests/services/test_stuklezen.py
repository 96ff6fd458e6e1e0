"""What is read for a stuk: the same as the services of the pages give one by one, but as it stood at one moment."""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.indicatorbeeld import Indicatorbeeld
from monitor.domain.raadsstuk import KeuzeSoort, Raadsstuk, StukKeuze, StukSoort
from monitor.errors import NietGevonden
from monitor.services import stuklezen
from monitor.services.indicatorbeeld import indicatorbeeld
from monitor.services.kiezen import keuzebeeld
from monitor.services.leerbeeld import leerbeeld
from monitor.services.stuklezen import Stukgegevens, lees_stukgegevens
from monitor.services.stukteksten import schrijf_teksten
from monitor.services.wijkbeeld import wijkbeeld
from monitor.services.wijkplannen import planbeeld
from monitor.store.database import Database
from tests.conftest import NOW
from tests.services.stukken import GEMEENTE, LINDEN, LISDODDE, make_stuk

BUREN = "vm-buren-oppassen"
CIJFERS = ((BUREN, LINDEN), (BUREN, LISDODDE), (BUREN, GEMEENTE), ("rivm-eenzaam", LINDEN), ("kwb-inwoners", GEMEENTE))
WEG = (("niets", LINDEN), (BUREN, "WK990105"), (BUREN, "WK999999"))
"""Figures that are not known, that do not hold there, and of a wijk that is not known."""


def with_figures(pairs: Iterable[tuple[str, str]]) -> Raadsstuk:
    return make_stuk(
        keuzes=[
            StukKeuze(KeuzeSoort.WIJK, LINDEN),
            StukKeuze(KeuzeSoort.WIJK, LISDODDE),
            *(StukKeuze(KeuzeSoort.INDICATOR, code, gebied) for code, gebied in pairs),
        ]
    )


STUKKEN = {
    "voorstel": with_figures((*CIJFERS, *WEG[:2])),
    "wijkbeeld": make_stuk(keuzes=[StukKeuze(KeuzeSoort.WIJK, LINDEN)], soort=StukSoort.WIJKBEELD),
    "zonder cijfers": with_figures(()),
    "zonder wijk": make_stuk(keuzes=[]),
}


def one_by_one(database: Database, stuk: Raadsstuk, read: Stukgegevens) -> Stukgegevens:
    """The same, each wijk and figure asked by itself, as the pages do."""
    wijken = tuple(
        replace(
            it,
            beeld=wijkbeeld(database, it.plaats.code),
            leer=leerbeeld(database, BEZOEKER, it.plaats.code),
            plannen=planbeeld(database, BEZOEKER, it.plaats.code),
            keuze=keuzebeeld(database, it.plaats.code),
        )
        for it in read.wijken
    )
    asked = stuk.indicatoren or tuple(read.beelden)
    found = {pair: beeld for pair in asked for beeld in [alone(database, *pair)] if beeld and beeld.reeks}
    return replace(read, wijken=wijken, beelden=found)


def alone(database: Database, code: str, gebied: str) -> Indicatorbeeld | None:
    try:
        if gebied == GEMEENTE:
            return indicatorbeeld(database, code, gemeente=gebied)
        return indicatorbeeld(database, code, wijk=gebied)
    except NietGevonden:
        return None


@pytest.mark.parametrize("soort", STUKKEN)
def test_it_is_what_the_pages_show_and_so_is_what_is_written_of_it(voorbeeld: Database, soort: str) -> None:
    stuk = STUKKEN[soort]
    read = lees_stukgegevens(voorbeeld, stuk)
    singly = one_by_one(voorbeeld, stuk, read)
    assert read == singly
    assert schrijf_teksten(stuk, read) == schrijf_teksten(stuk, singly)
    assert list(read.beelden) == [it for it in stuk.indicatoren if it not in WEG] or soort == "wijkbeeld"


def test_a_stuk_with_many_figures_asks_hardly_more_than_one_with_a_single_one(voorbeeld: Database) -> None:
    asked = {}
    for count in (1, len(CIJFERS)):
        before = voorbeeld.query_count
        lees_stukgegevens(voorbeeld, with_figures(CIJFERS[:count]))
        asked[count] = voorbeeld.query_count - before
    assert asked[len(CIJFERS)] - asked[1] <= 2


def test_a_wijk_that_is_not_known_is_refused_as_on_its_page(voorbeeld: Database) -> None:
    with pytest.raises(NietGevonden):
        lees_stukgegevens(voorbeeld, with_figures(WEG))


# One moment


@pytest.fixture
def schrijfbaar(voorbeeld_pad: Path, tmp_path: Path) -> Iterator[Database]:
    shutil.copy(voorbeeld_pad, tmp_path / "m.duckdb")
    database = Database(tmp_path / "m.duckdb", clock=lambda: NOW)
    yield database
    database.close()


def test_what_is_written_while_it_is_read_is_in_all_of_it_or_in_none(
    schrijfbaar: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuk = with_figures(CIJFERS)
    before = lees_stukgegevens(schrijfbaar, stuk)

    def meanwhile(database: Database, code: str) -> object:
        found = wijkbeeld(database, code)
        with schrijfbaar.writing() as cursor:
            cursor.execute("UPDATE meting SET waarde = waarde + 1 WHERE indicator = ? AND waarde IS NOT NULL", [BUREN])
            cursor.execute("UPDATE sessie SET titel = 'Anders'")
        return found

    with monkeypatch.context() as patch:
        patch.setattr(stuklezen, "wijkbeeld", meanwhile)
        assert lees_stukgegevens(schrijfbaar, stuk) == before
    after = lees_stukgegevens(schrijfbaar, stuk)
    assert after.beelden != before.beelden
    assert {it.titel for wijk in after.wijken for it in wijk.leer.sessies} == {"Anders"}
