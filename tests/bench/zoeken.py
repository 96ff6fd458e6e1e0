"""Search over generated Dutch verhalen against SQLite's FTS5 over the same texts and the same terms, in one run.

`python -m tests.bench.zoeken --verhalen 100000`: one JSON object per line. Both answer with what fits best and its
score; ours also looks at who may read. They take turns, question by question, so that a noisy moment hits both.
"""

import argparse
import json
import resource
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from monitor.domain.gebruiker import BEZOEKER
from monitor.domain.verhaal import Gebruik, Gevoel, Perspectief
from monitor.domain.zoekvraag import Zoekvraag, words_of
from monitor.nl import today_amsterdam
from monitor.services.invoer import new_id
from monitor.services.lezen import gevonden
from monitor.services.verhaalstand import changed
from monitor.services.verhalen import NieuwVerhaal, write_verhalen
from monitor.services.zoeken import zoek
from monitor.services.zoekindex import rebuild, sort_index
from monitor.services.zoekwoorden import question_terms, term_key, terms_of
from monitor.store.database import Database
from monitor.store.opslag import open_for_writing
from monitor.store.rijen import insert_into
from monitor.store.zoek_store import ZoekStore, ZoekTermen
from tests.bench.zoekteksten import Teksten, tell, texts_of

QUESTIONS, ROUNDS, HITS = 60, 5, 10
INSERTS, SAVES, READERS = 200, 40, 20
_FTS = "SELECT rowid, bm25(zoek, 3.0, 1.0) AS score FROM zoek WHERE zoek MATCH ? ORDER BY score LIMIT ?"


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question as both engines take it."""

    woorden: str
    termen: frozenset[str]

    @property
    def match(self) -> str:
        """The question for FTS5."""
        return " OR ".join(f'"{term}"' for term in sorted(self.termen))


def _say(**line: object) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _memory_mb() -> int:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def _ms(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - start)


def _spread(times: Sequence[float]) -> dict[str, float]:
    return {"p50_ms": round(statistics.median(times), 1), "p95_ms": round(_p95(times), 1)}


# Building


def _build_fts(path: Path, database: Database) -> sqlite3.Connection:
    """The same terms, in FTS5: a row per verhaal, the terms as words, without a copy of the text."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("CREATE VIRTUAL TABLE zoek USING fts5(titel, tekst, content='', tokenize='unicode61')")
    known: dict[str, str] = {}
    for batch in texts_of(database):
        rows = [(nummer, _terms(titel, known), _terms(tekst, known)) for nummer, titel, tekst in batch]
        connection.executemany("INSERT INTO zoek (rowid, titel, tekst) VALUES (?, ?, ?)", rows)
    connection.execute("INSERT INTO zoek (zoek) VALUES ('optimize')")
    connection.commit()
    return connection


def _terms(tekst: str, known: dict[str, str]) -> str:
    found = words_of(tekst)
    for woord in found:
        if woord not in known:
            known[woord] = " ".join(terms_of(woord))
    return " ".join(filter(None, map(known.__getitem__, found)))


# Asking


def _order(database: Database, vraag: Vraag, today: date) -> int:
    """What fits best and may be read, by the search alone: what FTS5 does, and the rights."""
    with database.reading() as cursor:
        keys = ZoekTermen(frozenset(term_key(term) for term in vraag.termen))
        return ZoekStore(cursor).find(keys, Zoekvraag(vraag.woorden, limiet=HITS), BEZOEKER, today).totaal


def _compare(title: str, database: Database, fts: sqlite3.Connection, vragen: Sequence[Vraag]) -> None:
    today = today_amsterdam(database.now())
    actions: dict[str, Callable[[Vraag], object]] = {
        "fts5": lambda vraag: fts.execute(_FTS, (vraag.match, HITS)).fetchall(),
        "volgorde": lambda vraag: _order(database, vraag, today),
        "zoek": lambda vraag: zoek(database, BEZOEKER, Zoekvraag(vraag.woorden, limiet=HITS)),
    }
    times: dict[str, list[float]] = {name: [] for name in actions}
    for turn in range(ROUNDS):
        for vraag in vragen:
            for name, action in actions.items():
                taken = _ms(partial(action, vraag))
                if turn:  # the first round warms all three
                    times[name].append(taken)
    _say(
        meting=f"zoeken, {title}",
        verhouding_p95=round(_p95(times["volgorde"]) / _p95(times["fts5"]), 3),
        verhouding_p95_met_lezen=round(_p95(times["zoek"]) / _p95(times["fts5"]), 3),
        **{name: _spread(values) for name, values in times.items()},
    )


def _questions(teksten: Teksten) -> list[Vraag]:
    return [
        Vraag(woorden, frozenset(term for woord in words_of(woorden) for term in question_terms(woord)))
        for woorden in teksten.questions(QUESTIONS)
    ]


# Saving


def _verhaal(titel: str, tekst: str) -> NieuwVerhaal:
    return NieuwVerhaal(
        titel=titel,
        tekst=tekst,
        gebied="WK990110",
        verteld_op=date(2026, 1, 5),
        themas=("ontmoeten",),
        perspectieven=(Perspectief.BEWONER,),
        gevoel=Gevoel.GOED,
        gebruik=(Gebruik.OPENBAAR,),
        opgetekend_door="bench",
        akkoord_op=date(2026, 1, 6),
    )


def _save(database: Database, titel: str, tekst: str) -> None:
    """A verhaal that comes in, and its review, in one transaction: then it can be found."""
    with database.writing() as cursor:
        (verhaal,) = write_verhalen(cursor, [_verhaal(titel[:100], tekst)], "bench", database.now()).ids
        akkoord = {"id": new_id(), "verhaal": verhaal, "versie": 1, "besluit": "akkoord"}
        insert_into(cursor, "beoordeling", [{**akkoord, "beoordelaar": "bench-2", "op": database.now()}])
        changed(cursor, [verhaal])


def _saves(database: Database, teksten: Teksten, number: int) -> list[float]:
    titles, texts = teksten.batch(number)
    return [_ms(partial(_save, database, *pair)) for pair in zip(titles, texts, strict=True)]


def _fresh(database: Database, teksten: Teksten) -> None:
    """A saved verhaal is found by the next question, and by a part of a compound in it."""
    _save(database, "Kwartelkuiken", "Op het pluimbalkon zat een kwartelkuiken.")
    found, verhalen = gevonden(database, BEZOEKER, Zoekvraag("kwartelkuiken"))
    _say(meting="bewaard en meteen gevonden", gevonden=found.totaal, eerste=[it.titel for it in verhalen])


def _busy(database: Database, vragen: Sequence[Vraag]) -> Iterator[list[float]]:
    """While this stands still, readers ask a question a second each."""
    done, times = threading.Event(), list[float]()

    def read(number: int) -> None:
        turn = number
        while not done.wait(1.0 if turn > number else number / READERS):
            vraag = Zoekvraag(vragen[turn % len(vragen)].woorden, limiet=HITS)
            times.append(_ms(partial(zoek, database, BEZOEKER, vraag)))
            turn += 1

    threads = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
    for thread in threads:
        thread.start()
    yield times
    done.set()
    for thread in threads:
        thread.join()


def _compare_saving(database: Database, teksten: Teksten, vragen: Sequence[Vraag]) -> None:
    alone = _saves(database, teksten, SAVES)
    readers = _busy(database, vragen)
    asked = next(readers)
    time.sleep(1.5)  # until all of them ask
    busy = _saves(database, teksten, SAVES)
    next(readers, None)
    _say(
        meting=f"een verhaal bewaren naast {READERS} lezers die elk eens per seconde vragen",
        verhouding_p95=round(_p95(busy) / _p95(alone), 2),
        alleen=_spread(alone),
        naast_lezers=_spread(busy),
        vragen_van_lezers=_spread(asked),
    )


def _told(database: Database) -> bool:
    with database.reading() as cursor:
        return cursor.row("SELECT 1 FROM verhaal LIMIT 1") is not None


def run(number: int, folder: Path) -> None:
    """All measurements for so many verhalen."""
    database = open_for_writing(str(folder / "zoeken.duckdb"))
    teksten = Teksten()
    if not _told(database):
        tell(database, teksten, number)
        _say(meting="verhalen gemaakt", verhalen=number, geheugen_mb=_memory_mb())
    seconds = _ms(lambda: rebuild(database)) / 1000
    database.checkpoint()
    with database.reading() as cursor:
        terms = cursor.row("SELECT count(*), count(DISTINCT term) FROM zoek_term")
    _say(meting="zoekindex opnieuw gemaakt", seconden=round(seconds, 1), geheugen_mb=_memory_mb(), termen=terms)
    start = time.perf_counter()
    fts = _build_fts(folder / "fts5.sqlite", database)
    _say(meting="FTS5 gevuld", seconden=round(time.perf_counter() - start, 1))
    vragen = _questions(teksten)
    _compare(f"{number} verhalen", database, fts, vragen)
    _fresh(database, teksten)
    _saves(database, teksten, INSERTS)
    _compare(f"na {INSERTS} nieuwe verhalen", database, fts, vragen)
    _compare_saving(database, teksten, vragen)
    start = time.perf_counter()
    with database.writing() as cursor:
        sort_index(cursor)
    _say(meting="zoekindex op volgorde gelegd", seconden=round(time.perf_counter() - start, 1))
    _compare("na het op volgorde leggen", database, fts, vragen)
    fts.close()
    database.close()


def main() -> None:
    """`python -m tests.bench.zoeken [--verhalen N] [--map MAP]`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--verhalen", type=int, default=1_000_000)
    parser.add_argument("--map", type=Path, help="waar de bestanden komen, of al staan; anders een tijdelijke map")
    chosen = parser.parse_args()
    if chosen.map is not None:
        run(chosen.verhalen, chosen.map)
        return
    with tempfile.TemporaryDirectory() as name:
        run(chosen.verhalen, Path(name))


if __name__ == "__main__":
    main()
