"""Several people write in a stuk and take it along at once: nothing is lost, and every kenmerk is true."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Barrier

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.momentopname import Momentopname, RegelSoort, hash_van
from monitor.domain.raadsstuk import Deel, KeuzeSoort, OnderdeelInvoer, OnderdeelSoort, StukKeuze, StukVeld
from monitor.services.controle import check_store
from monitor.services.momentopname import momentopnamen, veld_ref
from monitor.services.raadsstukken import lees_stuk
from monitor.services.stukbestand import Stukbestand
from monitor.services.stukkeuzes import choose
from monitor.services.stukonderdelen import add_onderdeel, change_onderdeel
from monitor.services.stukvelden import TekstInvoer, save_tekst
from monitor.store.database import Database
from tests.services.test_momentopname import CIJFER, WIJK, lines, opslag, stuk
from tests.services.test_raadsstukken import ANNA, BOB
from tests.services.test_stukbestand import Bureau
from tests.services.test_wijkgesprek import rows

__all__ = ["opslag", "stuk"]

ROUNDS = 4
WOORDEN = ("eerste", "tweede", "derde", "vierde")
SAMEN = StukVeld(Deel.UITVOERING)
"""The field in which everybody writes."""
FIGURE = StukKeuze(KeuzeSoort.INDICATOR, CIJFER, WIJK)


@dataclass
class Werker:
    """Somebody who works on a stuk, and what came of it."""

    database: Database
    who: Gebruiker
    stuk: str
    hand: str
    """By which her words are known."""
    written: list[str] = field(default_factory=list)
    onderdelen: list[str] = field(default_factory=list)
    made: list[Stukbestand] = field(default_factory=list)

    def work(self, begin: Barrier) -> None:
        begin.wait(timeout=60)
        for number in range(ROUNDS):
            self._write(number)
            self._choose(number)
            self._add(number)
            self.made.append(Bureau(self.database).make(self.stuk, self.who, token=f"{self.who.id}{number}"))

    def _write(self, number: int) -> None:
        tekst = f"De {WOORDEN[number]} ronde van de {self.hand} hand."
        nummer = lees_stuk(self.database, self.who, self.stuk).nummer_van_tekst.get(SAMEN, 0)
        save_tekst(self.database, self.who, self.stuk, TekstInvoer(SAMEN, tekst, nummer), token=tekst)
        self.written.append(tekst)

    def _choose(self, number: int) -> None:
        choose(self.database, self.who, self.stuk, [FIGURE], erbij=bool(number % 2))

    def _add(self, number: int) -> None:
        words = {"tekst": f"Het {WOORDEN[number]} argument van de {self.hand} hand"}
        id_ = add_onderdeel(
            self.database, self.who, self.stuk, OnderdeelSoort.ARGUMENT, teksten=words, token=words["tekst"]
        )
        self.onderdelen.append(id_)
        figure = OnderdeelInvoer(indicator=CIJFER, gebied=WIJK)
        change_onderdeel(self.database, self.who, self.stuk, id_, figure, begonnen_bij=1)


def at_once(database: Database, stuk: str) -> list[Werker]:
    werkers = [Werker(database, who, stuk, hand) for who, hand in ((ANNA, "linker"), (BOB, "rechter"))]
    begin = Barrier(len(werkers))
    with ThreadPoolExecutor(len(werkers)) as pool:
        for done in [pool.submit(it.work, begin) for it in werkers]:
            done.result()
    return werkers


def body(made: Stukbestand) -> str:
    """What stands in a file below its kenmerk."""
    return made.inhoud.decode().split("\n", 1)[1]


def test_no_version_is_lost_and_every_kenmerk_is_of_a_document_that_was(opslag: Database, stuk: str) -> None:
    werkers = at_once(opslag, stuk)
    found = lees_stuk(opslag, ANNA, stuk)
    versies = found.teksten[SAMEN]
    written = [tekst for it in werkers for tekst in it.written]
    assert sorted(it.tekst or "" for it in versies) == sorted(written)
    assert [it.nummer for it in versies] == list(range(1, len(written) + 1))
    # Each stands, or somebody who saw it wrote in its place.
    seen = {it.begonnen_bij for it in versies}
    assert all(it in found.standen(SAMEN) or it.nummer in seen for it in versies)
    assert {it for werker in werkers for it in werker.onderdelen} <= {it.id for it in found.onderdelen}
    assert all(found.onderdeel(it).stand.nummer == 2 for werker in werkers for it in werker.onderdelen)  # type: ignore[union-attr]
    assert check_store(opslag) == ()

    kept = {it.kenmerk: it for it in momentopnamen(opslag, ANNA, stuk)}
    made = [it for werker in werkers for it in werker.made]
    assert {it.kenmerk for it in made} == set(kept)
    assert sorted(it.nummer for it in kept.values()) == list(range(1, len(kept) + 1))
    assert len({it.hash for it in kept.values()}) == len(kept)
    written_out = rows(opslag, "SELECT count(*) FROM momentopname_uitgave")[0][0] + len(kept)
    assert written_out == len(made)
    by_kenmerk: dict[str, set[str]] = {}
    for it in made:
        by_kenmerk.setdefault(it.kenmerk, set()).add(body(it))
        assert it.inhoud.decode().startswith(it.kenmerk)
        assert_true(opslag, kept[it.kenmerk], body(it), [versie.tekst or "" for versie in versies])
    assert {len(texts) for texts in by_kenmerk.values()} == {1}


def assert_true(database: Database, kept: Momentopname, text: str, written: list[str]) -> None:
    """What was kept under this kenmerk is what stands in the file: the words of the field, and each argument."""
    regels = lines(database, kept)
    standing = [it for it in written if it in text]
    said = {it.ref: it.hash for it in regels if it.soort is RegelSoort.TEKST}
    assert said[veld_ref(SAMEN)] == hash_van(standing)
    arguments = [it for it in regels if it.soort is RegelSoort.ONDERDEEL and it.ref.startswith("argument/")]
    assert len(arguments) == sum(text.count(f"Het {it} argument van de ") for it in WOORDEN)


def test_two_who_take_the_same_stuk_along_at_once_get_one_kenmerk(opslag: Database, stuk: str) -> None:
    begin = Barrier(4)

    def take(number: int) -> Stukbestand:
        begin.wait(timeout=60)
        return Bureau(opslag).make(stuk, ANNA if number % 2 else BOB, token=str(number))

    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(take, range(4)))
    (kept,) = momentopnamen(opslag, ANNA, stuk)
    assert {it.kenmerk for it in made} == {kept.kenmerk}
    assert len({it.inhoud for it in made}) == 1
