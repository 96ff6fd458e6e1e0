"""The preview of an Excel file of 50,000 rows by 20 columns against python-calamine alone; prints one JSON object."""

import io
import json
import statistics
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from python_calamine import CalamineWorkbook

from monitor.domain.gebruiker import opdracht_gebruiker
from monitor.services.invoer_metingen import preview
from monitor.store.database import Database
from monitor.store.migrate import migrate
from tests.werkboek import Sheet, write_werkboek

ROWS, COLUMNS, ROUNDS = 50_000, 20, 3
_PERIODS = 1_000
"""Days in one gebied: 50 gebieden by 1,000 days are 50,000 rows."""
LAYOUTS = ("lang", "breed")


def build(folder: Path, layout: str) -> tuple[Database, Path]:
    """A store in which the figures may stand, and the file that holds them."""
    database = Database()
    migrate(database)
    gebieden = [f"WK9901{number:02d}" for number in range(ROWS // _PERIODS)]
    own = [f"telling-{number}" for number in range(COLUMNS - 2)]
    with database.writing() as cursor:
        cursor.execute("INSERT INTO thema VALUES ('ontmoeten', 'Ontmoeten', NULL, 1)")
        cursor.execute("INSERT INTO bron VALUES ('eigen', 'Eigen', 'Eigen', NULL, NULL, NULL)")
        for code in gebieden:
            cursor.execute("INSERT INTO gebied VALUES (?, 'wijk')", [code])
        for code in own:
            cursor.execute("INSERT INTO indicator VALUES (?, FALSE, TIMESTAMP '2020-01-01')", [code])
            cursor.execute(
                "INSERT INTO indicator_versie (indicator, versie, geldig_van, naam, eenheid, decimalen, bewijssoort, "
                "richting, soort, thema, bron, reden) VALUES (?, 1, DATE '2020-01-01', 'Bezoek', 'aantal', 0, "
                "'geteld', 'hoger_is_gunstig', 'inzet', 'ontmoeten', 'eigen', 'Nieuw')",
                [code],
            )
            for gebied in gebieden:
                cursor.execute(
                    "INSERT INTO geldig_in (id, indicator, gebied, rol, van) "
                    "VALUES (?, ?, ?, 'kern', DATE '2020-01-01')",
                    [f"{code}-{gebied}", code, gebied],
                )
    return database, _book(folder, layout, gebieden, own)


def _book(folder: Path, layout: str, gebieden: list[str], own: list[str]) -> Path:
    days = [f"{2015 + number // 360}-{number // 30 % 12 + 1:02d}-{number % 28 + 1:02d}" for number in range(_PERIODS)]
    days = list(dict.fromkeys(days)) or days
    spare = (f"{2000 + number // 336}-{number // 28 % 12 + 1:02d}-{number % 28 + 1:02d}" for number in range(4_000))
    days = [*days, *(day for day in spare if day not in set(days))][:_PERIODS]
    if layout == "breed":
        head = ["gebied", "periode", *own]
        rows = [[code, day, *range(len(own))] for code in gebieden for day in days]
    else:
        head = ["gebied", "indicator", "periode", "waarde", *(f"opmerking {number}" for number in range(COLUMNS - 4))]
        rest = [f"woord {number}" for number in range(COLUMNS - 4)]
        rows = [[code, own[0], day, 12, *rest] for code in gebieden for day in days]
    return write_werkboek(folder / "cijfers.xlsx", Sheet("Blad1", [head, *rows]))


def bare(path: Path) -> float:
    """Seconds that python-calamine alone needs."""
    start = time.perf_counter()
    book = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
    book.get_sheet_by_index(0).to_python()
    return time.perf_counter() - start


def ours(database: Database, path: Path) -> float:
    """Seconds until every row has said what would happen to it."""
    start = time.perf_counter()
    invoer = preview(database, opdracht_gebruiker("bench"), path)
    seconds = time.perf_counter() - start
    if invoer.geweigerd or invoer.vragen or not invoer.nieuw:
        raise SystemExit(f"niet gelezen: {invoer.vragen} {invoer.geweigerd[:3]}")
    return seconds


def main() -> None:
    """`python -m tests.bench.tabel lang|breed`."""
    layout = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        database, path = build(Path(name), layout)
        with zipfile.ZipFile(path) as parts:
            cells = parts.read("xl/worksheets/sheet1.xml").count(b"<c ")
        runs = [(bare(path), ours(database, path)) for _ in range(ROUNDS)]
    kaal, ons = (statistics.median(run[place] for run in runs) for place in (0, 1))
    sys.stdout.write(
        json.dumps(
            {"kaal_s": round(kaal, 2), "ons_s": round(ons, 2), "verhouding": round(ons / kaal, 2), "cellen": cells}
        )
        + "\n"
    )


if __name__ == "__main__":
    main()
