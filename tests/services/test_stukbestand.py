"""A stuk as a file: what stands in it and its kenmerk agree, also when somebody writes or takes back meanwhile."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Event, Thread

import pytest

from monitor.domain.document import Document, DocumentSoort, Huisstijl
from monitor.domain.gebruiker import (
    BEZOEKER,
    Aanmelding,
    Gebruiker,
    GebruikerRol,
    Roltoewijzing,
    opdracht_gebruiker,
)
from monitor.domain.momentopname import RegelSoort
from monitor.domain.raadsstuk import VELDEN, Deel, KeuzeSoort, OnderdeelSoort, StukVeld
from monitor.errors import GeenRecht, NietGevonden, OpslagBezet
from monitor.services import stukbestand
from monitor.services.citaten import bruikbare_citaten
from monitor.services.intrekken import withdraw_verhaal
from monitor.services.leerpunten import remove_leerpunt
from monitor.services.momentopname import lees_moment, momentopnamen
from monitor.services.raad import beslisbaar
from monitor.services.raadsstukken import add_stuk, lees_stuk, remove_stuk
from monitor.services.stukbestand import Maker, Stukbestand, maak_stuk, mag_mee
from monitor.services.stukonderdelen import add_onderdeel
from monitor.services.stukvelden import TekstInvoer, remove_tekst, save_tekst
from monitor.services.stukzinnen import Stukcijfer
from monitor.services.wat_veranderde import wat_veranderde
from monitor.store.database import Database
from tests.services.stukken import SVG, words
from tests.services.test_momentopname import CIJFER, HIER, WIJK, lines, opslag, run, stuk
from tests.services.test_raadsstukken import ANNA, GEMEENTE, KOP, beleid
from tests.services.test_verhalen import NAUGHTY
from tests.services.test_wijkgesprek import rows

__all__ = ["opslag", "stuk"]


def nothing() -> None:
    """Nobody writes meanwhile."""


class Bureau:
    """Makes a stuk as its words, and lets somebody else do something while it draws or writes."""

    def __init__(
        self, database: Database, drawing: Callable[[], object] = nothing, writing: Callable[[], object] = nothing
    ) -> None:
        self._database, self._drawing, self._writing = database, drawing, writing
        self.told: list[str] = []

    def _draw(self, cijfers: Sequence[Stukcijfer]) -> list[str]:
        self._drawing()
        return [SVG for _ in cijfers]

    def _write(self, document: Document, soort: DocumentSoort, stijl: Huisstijl) -> bytes:
        self._writing()
        return "\n".join([document.kenmerk, *words(document)]).encode("utf-8", "replace")

    def make(self, stuk: str, gebruiker: Gebruiker = ANNA, token: str = "t") -> Stukbestand:
        maker = Maker(self._draw, self._write, self.told.append)
        return maak_stuk(self._database, gebruiker, stuk, DocumentSoort.MD, maker, token=token)


def citaat_van(database: Database, stuk: str) -> tuple[str, str]:
    """The one citaat of the stuk: its verhaal and its words."""
    ((id_, it),) = bruikbare_citaten(database, lees_stuk(database, ANNA, stuk).citaten).items()
    return id_, it.citaat or ""


def change_figure(database: Database) -> None:
    run(database, f"UPDATE meting SET waarde = 99, ondergrens = NULL, bovengrens = NULL {HIER}", WIJK, CIJFER)  # noqa: S608


def values(database: Database, stuk: str) -> set[float | None]:
    newest = momentopnamen(database, ANNA, stuk)[0]
    return {it.waarde for it in lines(database, newest) if it.soort is RegelSoort.METING}


def test_a_file_holds_the_kenmerk_of_what_was_kept_of_it(opslag: Database, stuk: str) -> None:
    bureau = Bureau(opslag)
    made = bureau.make(stuk)
    (kept,) = momentopnamen(opslag, ANNA, stuk)
    text = made.inhoud.decode()
    assert text.startswith(f"{kept.kenmerk}\n")
    assert (made.kenmerk, made.naam) == (kept.kenmerk, "raadsvoorstel-2026-11-20.md")
    id_, said = citaat_van(opslag, stuk)
    assert made.citaten == {id_: said}
    assert said in text
    assert made.versie == opslag.versie
    assert bureau.told[0] == stukbestand.LEZEN
    assert bureau.told[-1] == stukbestand.SCHRIJVEN
    assert wat_veranderde(opslag, ANNA, stuk, teksten=lees_moment(opslag, ANNA, stuk).teksten).veranderingen == ()


@pytest.mark.parametrize("when", ["drawing", "writing"])
def test_a_figure_that_changes_meanwhile_leaves_file_and_kenmerk_as_they_were_read(
    opslag: Database, stuk: str, when: str
) -> None:
    made = Bureau(opslag, **{when: lambda: change_figure(opslag)}).make(stuk)
    assert "99" not in made.inhoud.decode().split("\n", 1)[1]
    assert 99 not in values(opslag, stuk)
    assert made.versie != opslag.versie
    again = Bureau(opslag).make(stuk, token="u")
    assert "99" in again.inhoud.decode()
    assert values(opslag, stuk) >= {99}
    assert again.versie == opslag.versie
    assert made.kenmerk.split("-")[1] != again.kenmerk.split("-")[1]


@pytest.mark.parametrize("when", ["drawing", "writing"])
def test_a_citaat_that_is_taken_back_meanwhile_is_never_handed_out(opslag: Database, stuk: str, when: str) -> None:
    id_, said = citaat_van(opslag, stuk)

    def take_back() -> None:
        if bruikbare_citaten(opslag, [id_]):
            withdraw_verhaal(opslag, id_, "test")

    made = Bureau(opslag, **{when: take_back}).make(stuk)
    assert said not in made.inhoud.decode()
    assert made.citaten == {}
    newest, *older = momentopnamen(opslag, ANNA, stuk)
    assert made.kenmerk == newest.kenmerk
    assert RegelSoort.CITAAT not in {it.soort for it in lines(opslag, newest)}
    # Of what nobody got nothing is kept, unless it was kept before the citaat was taken back.
    assert len(older) == (when == "writing")


def test_a_file_that_was_made_may_go_out_until_a_citaat_in_it_is_taken_back_or_changed(
    opslag: Database, stuk: str
) -> None:
    made = Bureau(opslag).make(stuk)
    id_, said = citaat_van(opslag, stuk)
    change_figure(opslag)
    assert mag_mee(opslag, ANNA, made)
    run(opslag, "UPDATE citaat SET tekst = ? WHERE verhaal = ?", f"{said} Toch?", id_)
    assert not mag_mee(opslag, ANNA, made)
    run(opslag, "UPDATE citaat SET tekst = ? WHERE verhaal = ?", said, id_)
    assert mag_mee(opslag, ANNA, made)
    run(opslag, "UPDATE toestemming SET gegeven = FALSE WHERE verhaal = ? AND gebruik = 'openbaar'", id_)
    assert not mag_mee(opslag, ANNA, made)


def test_words_that_were_taken_away_are_not_handed_out_in_a_file_that_waited(opslag: Database, stuk: str) -> None:
    veld = StukVeld(Deel.SAMENVATTING)
    first = Bureau(opslag).make(stuk)
    save_tekst(opslag, ANNA, stuk, TekstInvoer(veld, "Twee tolken.", 1), token="w")
    assert mag_mee(opslag, ANNA, first)

    def take_away() -> None:
        if lees_stuk(opslag, ANNA, stuk).tekst(veld.deel):
            remove_tekst(opslag, ANNA, stuk, veld)

    again = Bureau(opslag, writing=take_away).make(stuk, token="u")
    assert "tolken" not in again.inhoud.decode()
    assert (mag_mee(opslag, ANNA, first), mag_mee(opslag, ANNA, again)) == (False, True)
    remove_stuk(opslag, ANNA, stuk)
    assert not mag_mee(opslag, ANNA, again)


def test_what_others_wrote_and_took_away_is_not_handed_out_either(opslag: Database, stuk: str) -> None:
    chosen = lees_stuk(opslag, ANNA, stuk).gekozen(KeuzeSoort.LEERPUNT)
    leerpunt = next(it for it in beslisbaar(opslag, GEMEENTE) if it.id in chosen)
    said, made = " ".join((leerpunt.tekst or "").split()), Bureau(opslag).make(stuk)
    assert said in " ".join(made.inhoud.decode().split())
    begeleider = Roltoewijzing(GebruikerRol.BEGELEIDER, leerpunt.gebied)
    who = Gebruiker("proef:begeleider", "begeleider", Aanmelding.PROEF, (begeleider,))

    def take_away() -> None:
        if leerpunt.id in {it.id for it in beslisbaar(opslag, GEMEENTE)}:
            remove_leerpunt(opslag, who, leerpunt.gebied, leerpunt.id)

    again = Bureau(opslag, writing=take_away).make(stuk, token="u")
    assert said not in " ".join(again.inhoud.decode().split())
    assert not mag_mee(opslag, ANNA, made)
    assert mag_mee(opslag, ANNA, again)


def test_who_may_no_longer_read_drafts_gets_no_file_that_was_made_before(opslag: Database, stuk: str) -> None:
    made = Bureau(opslag).make(stuk)
    with pytest.raises(GeenRecht):
        mag_mee(opslag, replace(ANNA, toewijzingen=()), made)


def test_a_citaat_that_keeps_changing_is_told_and_nothing_is_handed_out(opslag: Database, stuk: str) -> None:
    id_, _ = citaat_van(opslag, stuk)
    count = iter(range(100))

    def change() -> None:
        run(opslag, "UPDATE citaat SET tekst = ? WHERE verhaal = ?", f"Keer {next(count)}.", id_)

    with pytest.raises(OpslagBezet, match="veranderde er steeds een citaat"):
        Bureau(opslag, drawing=change).make(stuk)
    assert momentopnamen(opslag, ANNA, stuk) == ()


def test_the_same_token_keeps_one_momentopname_of_one_content(opslag: Database, stuk: str) -> None:
    first = Bureau(opslag).make(stuk)
    assert Bureau(opslag).make(stuk).kenmerk == first.kenmerk
    assert len(momentopnamen(opslag, ANNA, stuk)) == 1
    # Sent again when the stuk is another one, it must not carry the kenmerk of what it was.
    change_figure(opslag)
    again = Bureau(opslag).make(stuk)
    assert again.kenmerk == momentopnamen(opslag, ANNA, stuk)[0].kenmerk
    assert (first.kenmerk[:2], again.kenmerk[:2]) == ("1-", "2-")
    other = add_stuk(opslag, ANNA, GEMEENTE, lees_stuk(opslag, ANNA, stuk).soort, KOP, token="ander")
    assert Bureau(opslag).make(other).kenmerk == momentopnamen(opslag, ANNA, other)[0].kenmerk


def test_who_may_not_read_drafts_gets_no_file_and_leaves_no_trace(opslag: Database, stuk: str) -> None:
    for who in (BEZOEKER, replace(ANNA, toewijzingen=())):
        with pytest.raises(GeenRecht):
            Bureau(opslag).make(stuk, who)
    assert momentopnamen(opslag, ANNA, stuk) == ()
    for reader in (beleid("carla", "WK990103"), opdracht_gebruiker("test")):
        assert Bureau(opslag).make(stuk, reader, token=reader.id).inhoud


def test_a_stuk_that_is_not_there_or_is_taken_away_meanwhile_is_told(opslag: Database, stuk: str) -> None:
    for unknown in ("", "weet-niet", "'; DROP TABLE raadsstuk; --", "\x00"):
        with pytest.raises(NietGevonden):
            Bureau(opslag).make(unknown)
    with pytest.raises(NietGevonden):
        Bureau(opslag, drawing=lambda: remove_stuk(opslag, ANNA, stuk)).make(stuk)
    assert rows(opslag, "SELECT id FROM momentopname") == []


def test_what_is_read_agrees_while_somebody_else_keeps_writing(opslag: Database, stuk: str) -> None:
    stop, count = Event(), iter(range(1, 10_000))

    def write() -> None:
        sql = f"UPDATE meting SET waarde = ?, ondergrens = NULL, bovengrens = NULL {HIER}"  # noqa: S608
        run(opslag, sql, float(next(count)), WIJK, CIJFER)

    def keep_writing() -> None:
        while not stop.is_set():
            write()

    write()
    writer = Thread(target=keep_writing)
    writer.start()
    try:
        reads = [lees_moment(opslag, ANNA, stuk) for _ in range(4)]
    finally:
        stop.set()
        writer.join()
    assert len({it.regels for it in reads}) > 1
    for read in reads:
        kept = {it.periode: it.waarde for it in read.regels if it.soort is RegelSoort.METING}
        shown = {it.periode: it.waarde for it in read.teksten.cijfers[CIJFER, WIJK].reeks.metingen}
        assert shown.items() <= kept.items()
        assert len(set(shown.values())) == 1


def test_whatever_people_write_is_in_the_file_and_never_in_what_is_kept(opslag: Database, stuk: str) -> None:
    onderdeel = add_onderdeel(opslag, ANNA, stuk, OnderdeelSoort.BIJLAGE, token="b")
    found = lees_stuk(opslag, ANNA, stuk)
    fields = [StukVeld(deel, veld) for deel in found.delen for veld in VELDEN[deel]]
    typed = {}
    for place, veld in enumerate([*fields, StukVeld(Deel.BIJLAGEN, onderdeel=onderdeel)]):
        text = f"{NAUGHTY[place % len(NAUGHTY)]} {place}"
        begun = found.nummer_van_tekst.get(veld, 0)
        save_tekst(opslag, ANNA, stuk, TekstInvoer(veld, text, begun), token=f"n{place}")
        typed[veld] = text
    said = Bureau(opslag).make(stuk).inhoud.decode()
    for veld, text in typed.items():
        assert " ".join(text.split()) in " ".join(said.split()), veld
    for row in rows(opslag, "SELECT ref, hash FROM momentopname_regel"):
        assert not set(row) & set(typed.values())
