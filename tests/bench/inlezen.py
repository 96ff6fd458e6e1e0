"""One import of KWB 2020 in a process of its own, ours or bare DuckDB; prints seconds, rows and peak memory as JSON."""

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

import duckdb


def bare(parquet: Path, folder: Path) -> int:
    """What DuckDB needs to read, unpivot and insert the same rows under the same key; returns the number of rows."""
    connection = duckdb.connect(str(folder / "bare.duckdb"))
    connection.execute(
        "CREATE TABLE meting (gebied VARCHAR, indicator VARCHAR, periode VARCHAR, waarde DOUBLE, reden VARCHAR,"
        " PRIMARY KEY (gebied, indicator, periode))"
    )
    source = f"read_parquet('{parquet}')"
    columns = [
        row[0]
        for row in connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()  # noqa: S608
        if row[1] in ("INTEGER", "DOUBLE") and row[0] != "ID"
    ]
    casts = ", ".join(f"{column}::DOUBLE AS {column}" for column in columns)
    connection.execute(
        f"INSERT INTO meting SELECT trim(g), indicator, '2020', waarde, CASE WHEN waarde IS NULL THEN 'onbekend' END"  # noqa: S608
        f" FROM (SELECT WijkenEnBuurten AS g, {casts} FROM {source})"
        f" UNPIVOT INCLUDE NULLS (waarde FOR indicator IN ({', '.join(columns)}))"
    )
    rows = connection.execute("SELECT count(*) FROM meting").fetchone()
    connection.close()
    return int(rows[0]) if rows else 0


def ours(parquet: Path, folder: Path) -> int:
    """The same file through the import; returns the number of rows."""
    from monitor.services.inlezen import import_kwb
    from monitor.store.opslag import open_for_writing

    database = open_for_writing(str(folder / "ours.duckdb"))
    import_kwb(database, [parquet], door="bench")
    with database.reading() as cursor:
        rows = cursor.row("SELECT count(*) FROM meting")
    database.close()
    return int(rows[0]) if rows else 0


def main() -> None:
    """`python -m tests.bench.inlezen bare|ours PARQUET`."""
    which, parquet = sys.argv[1], Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        start = time.perf_counter()
        rows = {"bare": bare, "ours": ours}[which](parquet, Path(name))
        seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"seconds": round(seconds, 2), "rows": rows, "mb": round(memory)}) + "\n")


if __name__ == "__main__":
    main()
