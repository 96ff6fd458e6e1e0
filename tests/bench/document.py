"""A raadsvoorstel of twenty arguments with twelve charts, from the store to all four kinds of file.

`python -m tests.bench.document STORE`: how long it takes and in which parts, against the same questions asked of bare
DuckDB and against an empty document; and the memory of the process and the one that draws, at the same moment.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from monitor.charts.stuk import stuk_specs
from monitor.domain.document import Document, DocumentSoort
from monitor.domain.proef import proefrol
from monitor.domain.raadsstuk import (
    BobFase,
    KeuzeSoort,
    OnderdeelInvoer,
    OnderdeelSoort,
    Raadsstuk,
    StukKeuze,
    StukSoort,
)
from monitor.export.beeld import make_svgs
from monitor.export.document import make_document
from monitor.services.citaten import bruikbare_citaten
from monitor.services.invoer import new_id
from monitor.services.raadsstukken import StukKopInvoer, add_stuk, lees_stuk
from monitor.services.stukbestand import Maker, maak_stuk
from monitor.services.stukbouw import build
from monitor.services.stukkeuzes import choose
from monitor.services.stuklezen import lees_stukgegevens
from monitor.services.stukonderdelen import add_onderdeel
from monitor.services.stukteksten import schrijf_teksten
from monitor.services.stukzinnen import Stukcijfer
from monitor.store.database import Cursor, Database
from monitor.store.opslag import open_for_writing
from tests.bench.geheugen import Piek, watch

ROOT = Path(__file__).resolve().parent.parent.parent
ARGUMENTEN, GRAFIEKEN = 20, 12
GEMEENTE, WIJKEN = "GM9901", ("WK990101", "WK990102", "WK990103")
WIE = proefrol("proef:beleidsmedewerker").gebruiker
TOELICHTING = "Aan tafel leren mensen elkaar kennen. " * 9
_MAKE, _ASK = "make", "ask"
_CIJFERS = """
SELECT DISTINCT g.indicator, g.gebied
FROM geldig_in AS g
JOIN meting AS m ON m.indicator = g.indicator AND m.gebied = g.gebied AND m.waarde IS NOT NULL
WHERE g.tot IS NULL AND list_contains($wijken, g.gebied)
ORDER BY g.gebied, g.indicator
"""
_CITATEN = "SELECT DISTINCT verhaal FROM citaat WHERE tekst IS NOT NULL AND akkoord_op IS NOT NULL ORDER BY verhaal"
_Made = TypeVar("_Made")


# The stuk


def add_voorstel(database: Database) -> str:
    """A raadsvoorstel in which every argument has a figure and a citaat; its id."""
    with database.reading() as cursor:
        cijfers = cursor.rows(_CIJFERS, {"wijken": list(WIJKEN)})[:GRAFIEKEN]
        told = [verhaal for (verhaal,) in cursor.rows(_CITATEN)]
    citaten = sorted(bruikbare_citaten(database, told))[:ARGUMENTEN]
    if (len(cijfers), len(citaten)) != (GRAFIEKEN, ARGUMENTEN):
        raise ValueError(f"the example holds {len(cijfers)} figures and {len(citaten)} citaten for this")
    stuk = add_stuk(
        database,
        WIE,
        GEMEENTE,
        StukSoort.RAADSVOORSTEL,
        StukKopInvoer("Samen eten", BobFase.BESLUITVORMING),
        token=new_id(),
    )
    choose(database, WIE, stuk, [StukKeuze(KeuzeSoort.WIJK, wijk) for wijk in WIJKEN])
    for number, citaat in enumerate(citaten):
        indicator, gebied = cijfers[number % GRAFIEKEN]
        invoer = OnderdeelInvoer(indicator=indicator, gebied=gebied, citaat=citaat)
        words = {
            "tekst": f"Mensen kennen elkaar beter ({number})",
            "toelichting": "Aan tafel leert u elkaar kennen. " * 9,
        }
        add_onderdeel(database, WIE, stuk, OnderdeelSoort.ARGUMENT, invoer, words, token=new_id())
    return stuk


# Making it, in a process of its own


class _Stappen:
    """How many seconds each step took."""

    def __init__(self) -> None:
        self.seconden: dict[str, float] = {}

    def take(self, name: str, step: Callable[[], _Made]) -> _Made:
        """Take a step."""
        start = time.perf_counter()
        made = step()
        self.seconden[f"{name}_s"] = round(time.perf_counter() - start, 2)
        return made


def make(store: str, stuk: str) -> dict[str, Any]:
    """Make the files once, and say how long each step took."""
    database = Database(store)
    stappen = _Stappen()
    start = time.perf_counter()
    found = lees_stuk(database, WIE, stuk)
    gegevens = stappen.take("lezen", lambda: lees_stukgegevens(database, found))
    teksten = stappen.take("zinnen", lambda: schrijf_teksten(found, gegevens))
    document = stappen.take("opmaken", lambda: build(found, teksten, _draw, date(2026, 11, 20), meld=lambda _: None))
    for soort in DocumentSoort:
        stappen.take(soort.value, partial(make_document, document, soort))
    database.close()
    return {"seconden": round(time.perf_counter() - start, 2), **stappen.seconden}


def ask(store: str, stuk: str) -> dict[str, Any]:
    """Make one Word file as somebody asks it on the page, with its momentopname."""
    database = Database(store)
    maker = Maker(_draw, make_document, lambda _: None)
    taken = _seconds(partial(maak_stuk, database, WIE, stuk, DocumentSoort.DOCX, maker, token=new_id()))
    database.close()
    return {"seconden": round(taken, 2)}


def _draw(cijfers: Sequence[Stukcijfer]) -> Sequence[str]:
    return make_svgs(stuk_specs(cijfers))


# Measuring it


def measure(store: Path) -> dict[str, Any]:
    """One line about a store with the example in it; that store stays as it is."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "document.duckdb"
        shutil.copy(store, copy)
        database = open_for_writing(str(copy))
        stuk = add_voorstel(database)
        questions = _questions(database, lees_stuk(database, WIE, stuk))
        database.checkpoint()
        database.close()
        made, piek = _apart(_MAKE, copy, stuk)
        asked, piek_asked = _apart(_ASK, copy, stuk)
        kaal = _seconds(lambda: _ask_bare(copy, questions))
    _empty_documents()  # what loads once per process is paid before
    empty = _seconds(_empty_documents)
    return {
        **made,
        "vragen": len(questions),
        "vragen_kaal_s": round(kaal, 2),
        "leeg_s": round(empty, 2),
        "verhouding_lezen": round(made["lezen_s"] / kaal, 1),
        "verhouding": round(made["seconden"] / (empty + kaal), 1),
        "geheugen_mb": round(piek.samen),
        "waarvan_tekenen_mb": round(piek.daarvan_gestart),
        "een_docx_s": asked["seconden"],
        "een_docx_mb": round(piek_asked.samen),
    }


def _apart(what: str, store: Path, stuk: str) -> tuple[dict[str, Any], Piek]:
    """What a process of its own tells, and the most memory that it and who draws for it had together."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.bench.document", what, str(store), stuk]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as making:  # noqa: S603
        piek = watch(making)
        told, _ = making.communicate()
    return json.loads(told), piek


def _empty_documents() -> None:
    for soort in DocumentSoort:
        make_document(Document("Leeg", "", "", date(2026, 11, 22), "", ()), soort)


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _questions(database: Database, stuk: Raadsstuk) -> list[tuple[str, Any]]:
    """What is asked of the store for a stuk."""
    # Only here: the process that is measured does not need it.
    from unittest.mock import patch

    asked: list[tuple[str, Any]] = []
    execute = Cursor.execute

    def note(cursor: Cursor, sql: str, parameters: Any = ()) -> None:
        asked.append((sql, parameters))
        execute(cursor, sql, parameters)

    with patch.object(Cursor, "execute", note):
        lees_stukgegevens(database, stuk)
    return asked


def _ask_bare(store: Path, questions: list[tuple[str, Any]]) -> None:
    with duckdb.connect(str(store), read_only=True, config={"threads": 1}) as connection:
        for sql, parameters in questions:
            connection.execute(sql, parameters)
            if connection.description:
                connection.fetchall()


def main() -> None:
    """Make the files, as the process of its own does; or measure."""
    own = {_MAKE: make, _ASK: ask}.get(sys.argv[1])
    line = own(*sys.argv[2:]) if own else measure(Path(sys.argv[1]))
    sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
