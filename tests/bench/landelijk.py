"""A national store for benchmarks: every gebied of KWB 2020, six years of figures, and 100,000 made-up verhalen."""

from datetime import datetime
from pathlib import Path

import numpy as np
import pyarrow as pa

from monitor.services.inlezen import import_kwb, import_rivm
from monitor.store.database import Database
from monitor.store.opslag import open_for_writing

YEARS = (2021, 2022, 2023, 2024, 2025)
VERHALEN = 100_000
_WORDS = ("wij", "zitten", "donderdags", "in", "de", "kelder", "en", "dan", "komt", "er", "iemand", "met", "soep")


def build(path: Path, real_data: Path) -> None:
    """Make the national store at `path` from the real files: minutes of work, so keep it between runs."""
    database = open_for_writing(str(path))
    kwb = real_data / "kwb_2020_84799NED" / "cbs.v3.84799NED_TypedDataSet.parquet"
    import_kwb(database, [kwb], door="bench")
    import_rivm(database, sorted((real_data / "rivm_50090NED").glob("*.xlsx")), door="bench")
    for year in YEARS:
        _copy_year(database, year)
    _tell(database)
    database.checkpoint()
    database.close()


def _copy_year(database: Database, year: int) -> None:
    """The figures of 2020 again for another year, each a little different."""
    with database.writing() as cursor:
        cursor.execute(
            "INSERT INTO inlezing (id, bron, bestand, sha256, peiljaar, ingelezen_op, ingelezen_door, reikwijdte)"
            " SELECT 'bench-' || $year, bron, 'bench', 'bench-' || $year, $year, ingelezen_op, 'bench', 'land'"
            " FROM inlezing WHERE peiljaar = 2020 AND bron LIKE '%kwb%' LIMIT 1",
            {"year": year},
        )
        cursor.execute(
            "INSERT INTO meting (gebied, indicator, periode, periode_start, waarde, status, ontbreekt_reden, inlezing)"
            " SELECT gebied, indicator, $year::VARCHAR, make_date($year, 1, 1),"
            " round(waarde * (1 + (hash(gebied || indicator || $year) % 100)::DOUBLE / 1000)), status,"
            " ontbreekt_reden, 'bench-' || $year"
            " FROM meting WHERE periode = '2020' AND indicator LIKE 'kwb-%' ORDER BY gebied, indicator",
            {"year": year},
        )


def _tell(database: Database) -> None:
    """Verhalen of random words, public, spread over the wijken that are large enough to show them."""
    generator = np.random.default_rng(20)
    with database.reading() as cursor:
        wijken = [
            row[0]
            for row in cursor.rows(
                "SELECT gebied FROM meting WHERE indicator = 'kwb-inwoners' AND periode = '2020'"
                " AND gebied LIKE 'WK%' AND waarde > 1000 ORDER BY gebied"
            )
        ]
        themas = [row[0] for row in cursor.rows("SELECT code FROM thema ORDER BY code")]
    moment = datetime(2026, 1, 1)
    ids = [f"verhaal-{number:06d}" for number in range(VERHALEN)]
    texts = [" ".join(generator.choice(_WORDS, size=60)) for _ in ids]
    days = generator.integers(0, 1000, VERHALEN)
    content = pa.table(
        {
            "id": ids,
            "gebied": generator.choice(wijken, VERHALEN),
            "thema": generator.choice(themas, VERHALEN),
            "dag": pa.array(np.datetime64("2023-04-01") + days.astype("timedelta64[D]")),
            "gevoel": generator.choice(["goed", "dubbel", "moeilijk", "anders"], VERHALEN),
            "tekst": texts,
            "moment": pa.array([moment] * VERHALEN, pa.timestamp("us")),
        }
    )
    statements = (
        "INSERT INTO verhaal (id, gebied, verteld_op, gevoel, grondslag, opgetekend_door, opgetekend_op)"
        " SELECT id, gebied, dag, gevoel, 'toestemming', 'bench', moment FROM bron_verhalen ORDER BY gebied",
        "INSERT INTO verhaal_thema SELECT id, thema FROM bron_verhalen ORDER BY gebied",
        "INSERT INTO verhaal_perspectief SELECT id, 'bewoner' FROM bron_verhalen ORDER BY gebied",
        "INSERT INTO verhaal_versie (verhaal, versie, soort, titel, tekst, akkoord_op, gemaakt_op, gemaakt_door)"
        " SELECT id, 1, 'publiek', 'Titel van ' || id, tekst, dag, moment, 'bench' FROM bron_verhalen ORDER BY gebied",
        "INSERT INTO toestemming (id, verhaal, gebruik, gegeven, vorm, door, op)"
        " SELECT 't-' || id, id, 'openbaar', TRUE, 'digitaal', 'verteller', moment FROM bron_verhalen ORDER BY gebied",
        "INSERT INTO beoordeling (id, verhaal, versie, besluit, beoordelaar, op)"
        " SELECT 'b-' || id, id, 1, 'akkoord', 'bench-2', moment FROM bron_verhalen ORDER BY gebied",
    )
    with database.writing() as cursor, cursor.table("bron_verhalen", content):
        for statement in statements:
            cursor.execute(statement)
