"""Residents' words stand in a stuk only where they can be taken back, whatever is done first."""

import pytest

from monitor.domain.raadsstuk import Deel, KeuzeSoort, OnderdeelInvoer, OnderdeelSoort, StukKeuze, StukSoort, StukVeld
from monitor.domain.verhaal import Verhaal
from monitor.errors import OngeldigeInvoer
from monitor.services.citaten import overgetypt_bij, woorden_van_mensen
from monitor.services.controle import check_store
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.raadsstukken import add_stuk, change_kop, lees_stuk
from monitor.services.stukkeuzes import choose, citaten_om_te_kiezen
from monitor.services.stukonderdelen import add_onderdeel, change_onderdeel
from monitor.services.stukvelden import TekstInvoer, save_tekst
from monitor.services.stukversies import put_back_onderdeel
from monitor.store.database import Database
from monitor.store.lees_store import LeesStore
from tests.conftest import NOW
from tests.services.test_momentopname import opslag, run
from tests.services.test_raadsstukken import ANNA, GEMEENTE, KOP
from tests.services.test_wijkgesprek import rows

__all__ = ["opslag"]

VELD = StukVeld(Deel.AANLEIDING)


@pytest.fixture
def stuk(opslag: Database) -> str:
    return add_stuk(opslag, ANNA, GEMEENTE, StukSoort.RAADSVOORSTEL, KOP, token="stuk")


def quote(database: Database, stuk: str, *, words: range = range(9, 99)) -> Verhaal:
    """A public verhaal of which the citaat has so many words."""
    return next(it for it in citaten_om_te_kiezen(database, ANNA, stuk) if len((it.citaat or "").split()) in words)


def as_before(database: Database, stuk: str, tekst: str) -> None:
    """A text as it could be written before it was looked at."""
    save_tekst(database, ANNA, stuk, TekstInvoer(VELD, "Anders.", 0), token="anders")
    run(database, "UPDATE raadsstuk_tekst SET tekst = ? WHERE tekst = 'Anders.'", tekst)


def found(database: Database, stuk: str) -> tuple[StukVeld | None, ...]:
    read = lees_stuk(database, ANNA, stuk)
    with database.reading() as cursor:
        return overgetypt_bij(cursor, NOW.date(), GEMEENTE, woorden_van_mensen(read), gekozen=read.citaten)


def test_what_everybody_may_read_is_what_is_looked_for(opslag: Database, stuk: str) -> None:
    offered = {it.id: it.citaat for it in citaten_om_te_kiezen(opslag, ANNA, stuk)}
    with opslag.reading() as cursor:
        assert offered.items() <= LeesStore(cursor).openbare_citaten(NOW.date(), GEMEENTE).items()
        assert LeesStore(cursor).openbare_citaten(NOW.date(), "GM9999") == {}
    gone = next(iter(offered))
    withdraw_verhaal(opslag, gone, "test")
    with opslag.reading() as cursor:
        assert gone not in LeesStore(cursor).openbare_citaten(NOW.date(), GEMEENTE)


def test_a_citaat_that_nobody_chose_cannot_be_typed_over_either(opslag: Database, stuk: str) -> None:
    said = quote(opslag, stuk).citaat or ""
    for place, tekst in enumerate(
        (said, f"Zij zei: {said.upper()}", said.rsplit(" ", 1)[0], said.replace("e", "e\u00ad"))
    ):
        with pytest.raises(OngeldigeInvoer, match="overgetypt"):
            save_tekst(opslag, ANNA, stuk, TekstInvoer(VELD, tekst, 0), token=str(place))
    with pytest.raises(OngeldigeInvoer, match="overgetypt"):
        add_onderdeel(opslag, ANNA, stuk, OnderdeelSoort.RISICO, teksten={"gevolg": said}, token="r")


def test_what_else_a_teller_told_cannot_be_typed_over_either(opslag: Database, stuk: str) -> None:
    told = [it for it in citaten_om_te_kiezen(opslag, ANNA, stuk) if len(it.tekst.split()) > 20]
    for place, it in enumerate(told[:8]):
        half = " ".join(it.tekst.split()[5:15])
        for tekst in (it.tekst, f"Wij lezen: {half}"):
            with pytest.raises(OngeldigeInvoer, match="overgetypt"):
                save_tekst(opslag, ANNA, stuk, TekstInvoer(VELD, tekst, 0), token=str(place))
    # A word or seven of it may be anybody's.
    as_before(opslag, stuk, " ".join(told[0].tekst.split()[5:12]))
    assert found(opslag, stuk) == ()
    withdraw_verhaal(opslag, told[1].id, "test")
    with opslag.reading() as cursor:
        assert told[1].tekst not in "".join(LeesStore(cursor).openbare_woorden(NOW.date(), GEMEENTE))


def test_a_few_words_that_are_also_a_citaat_are_refused_only_when_it_was_chosen(opslag: Database, stuk: str) -> None:
    told = quote(opslag, stuk, words=range(4, 6))
    save_tekst(opslag, ANNA, stuk, TekstInvoer(VELD, f"Zij zei: {told.citaat}", 0), token="a")
    assert found(opslag, stuk) == ()
    with pytest.raises(OngeldigeInvoer, match="al overgetypt"):
        choose(opslag, ANNA, stuk, [StukKeuze(KeuzeSoort.CITAAT, told.id)])
    save_tekst(opslag, ANNA, stuk, TekstInvoer(VELD, "Iets anders.", 1), token="b")
    choose(opslag, ANNA, stuk, [StukKeuze(KeuzeSoort.CITAAT, told.id)])
    with pytest.raises(OngeldigeInvoer, match="overgetypt"):
        save_tekst(opslag, ANNA, stuk, TekstInvoer(VELD, f"Zij zei: {told.citaat}", 2), token="c")


def test_a_title_is_no_place_for_a_citaat(opslag: Database, stuk: str) -> None:
    told = quote(opslag, stuk)
    kop = KOP.__class__(titel=told.citaat or "", fase=KOP.fase)
    with pytest.raises(OngeldigeInvoer, match="overgetypt"):
        add_stuk(opslag, ANNA, GEMEENTE, StukSoort.RAADSVOORSTEL, kop, token="titel")
    with pytest.raises(OngeldigeInvoer, match="overgetypt"):
        change_kop(opslag, ANNA, stuk, kop, begonnen_bij=1, token="titel")


def test_a_citaat_that_stands_typed_over_already_cannot_be_chosen(opslag: Database, stuk: str) -> None:
    told = quote(opslag, stuk)
    argument = add_onderdeel(opslag, ANNA, stuk, OnderdeelSoort.ARGUMENT, token="argument")
    chosen = OnderdeelInvoer(citaat=told.id)
    change_onderdeel(opslag, ANNA, stuk, argument, chosen, begonnen_bij=1)
    change_onderdeel(opslag, ANNA, stuk, argument, OnderdeelInvoer(), begonnen_bij=2)
    as_before(opslag, stuk, f"Iemand zei: “{told.citaat}”")
    assert found(opslag, stuk) == (VELD,)
    with pytest.raises(OngeldigeInvoer, match="bij Aanleiding"):
        choose(opslag, ANNA, stuk, [StukKeuze(KeuzeSoort.CITAAT, told.id)])
    with pytest.raises(OngeldigeInvoer, match="al overgetypt"):
        add_onderdeel(opslag, ANNA, stuk, OnderdeelSoort.ARGUMENT, chosen, token="nog-een")
    with pytest.raises(OngeldigeInvoer, match="al overgetypt"):
        change_onderdeel(opslag, ANNA, stuk, argument, chosen, begonnen_bij=3)
    with pytest.raises(OngeldigeInvoer, match="al overgetypt"):
        put_back_onderdeel(opslag, ANNA, stuk, argument, 2, begonnen_bij=3)
    assert lees_stuk(opslag, ANNA, stuk).citaten == ()
    # Of what was taken back no word is known: it can be told no more.
    withdraw_verhaal(opslag, told.id, "test")
    assert found(opslag, stuk) == ()


def test_one_that_was_chosen_before_does_not_stop_the_work_on_its_argument(opslag: Database, stuk: str) -> None:
    told = quote(opslag, stuk)
    chosen = OnderdeelInvoer(citaat=told.id)
    argument = add_onderdeel(opslag, ANNA, stuk, OnderdeelSoort.ARGUMENT, chosen, token="argument")
    as_before(opslag, stuk, told.citaat or "")
    punt = add_onderdeel(opslag, ANNA, stuk, OnderdeelSoort.BESLISPUNT, token="punt")
    moved = OnderdeelInvoer(citaat=told.id, bij=punt)
    change_onderdeel(opslag, ANNA, stuk, argument, moved, begonnen_bij=1)
    assert found(opslag, stuk) == (VELD,)


def test_words_that_stood_in_a_stuk_before_they_could_be_refused_go_when_their_teller_takes_them_back(
    opslag: Database, stuk: str
) -> None:
    verhaal = quote(opslag, stuk)
    as_before(opslag, stuk, f"Een bewoner zei: {verhaal.citaat} Daarom dit voorstel.")
    other = StukVeld(Deel.UITVOERING)
    save_tekst(opslag, ANNA, stuk, TekstInvoer(other, "Wij beginnen in mei.", 0), token="mei")
    withdraw_verhaal(opslag, verhaal.id, "test")
    read = lees_stuk(opslag, ANNA, stuk)
    assert read.tekst(VELD.deel) == ""
    assert read.tekst(other.deel) == "Wij beginnen in mei."
    assert [it.tekst for it in read.teksten[VELD]] == [None]
    assert rows(opslag, "SELECT count(*) FROM logboek WHERE wat = 'weggehaald' AND soort = 'stuktekst'") == [(1,)]
    assert check_store(opslag) == ()


def test_what_else_she_told_goes_too_and_a_text_with_a_few_of_the_same_words_stays(opslag: Database, stuk: str) -> None:
    verhaal = quote(opslag, stuk)
    words = verhaal.tekst.split()
    as_before(opslag, stuk, " ".join(words[:12]))
    few = StukVeld(Deel.UITVOERING)
    save_tekst(opslag, ANNA, stuk, TekstInvoer(few, " ".join(words[:5]), 0), token="kort")
    withdraw_verhaal(opslag, verhaal.id, "test")
    read = lees_stuk(opslag, ANNA, stuk)
    assert read.tekst(VELD.deel) == ""
    assert read.tekst(few.deel) == " ".join(words[:5])
