"""`make bench`: prints one JSON object per line. The real files of CBS and RIVM must stand beside the checkout."""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from monitor.services.voorbeeld import load_voorbeeld
from monitor.store.opslag import open_for_writing
from tests.bench import belasting, landelijk, tabel

ROOT = Path(__file__).resolve().parent.parent.parent
REAL_DATA = ROOT.parent / "shared" / "data"
PARQUET = REAL_DATA / "kwb_2020_84799NED" / "cbs.v3.84799NED_TypedDataSet.parquet"
VOORBEELD_WIJKEN = tuple(f"WK99010{number}" for number in range(1, 6))
ECHTE_WIJKEN = ("WK036203", "WK036202", "WK036208", "WK036201", "WK036204")
ROUNDS = 3


def _say(**line: object) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _run(module: str, *arguments: str) -> dict[str, Any]:
    """One measurement in a process of its own, so that memory and caches are its own too."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-W", "ignore", "-m", module, *arguments], cwd=ROOT, check=True, capture_output=True, text=True
    )
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def _import() -> None:
    """Import of KWB 2020 against bare DuckDB: medians, taking turns so that a noisy moment hits both."""
    runs = [
        (_run("tests.bench.inlezen", "bare", str(PARQUET)), _run("tests.bench.inlezen", "ours", str(PARQUET)))
        for _ in range(ROUNDS)
    ]
    bare = statistics.median(run[0]["seconds"] for run in runs)
    ours = statistics.median(run[1]["seconds"] for run in runs)
    _say(
        meting="inlezen van KWB 2020 tegen kale DuckDB",
        verhouding=round(ours / bare, 2),
        kaal_s=bare,
        ons_s=ours,
        rijen=runs[0][1]["rows"],
        rijen_kaal=runs[0][0]["rows"],
        geheugen_mb=max(run[1]["mb"] for run in runs),
    )


def _pages(stores: Sequence[tuple[str, Path, str]]) -> None:
    """The wijk page of each store against a blank page, taking turns; then the second store against the first."""
    runs = [[_run("tests.bench.pagina", str(store), wijk) for _, store, wijk in stores] for _ in range(ROUNDS)]
    shares: dict[str, list[float]] = {"warm": [], "koud": []}
    for place, (name, _, _) in enumerate(stores):
        results = [run[place] for run in runs]
        median = {
            kind: statistics.median(result[f"{kind}_ms"] / result["leeg_ms"] for result in results) for kind in shares
        }
        for kind, values in shares.items():
            values.append(median[kind])
        _say(
            meting=f"wijkpagina tegen een lege pagina ({name})",
            warm=round(median["warm"], 1),
            koud=round(median["koud"], 1),
            vragen=max(result["vragen"] for result in results),
            ronden=results,
        )
    _say(
        meting="landelijke opslag tegen het voorbeeld",
        **{kind: round(large / small, 2) for kind, (small, large) in shares.items()},
        opslag_mb=round(stores[1][1].stat().st_size / 1e6),
    )


def _verhalen(store: Path) -> None:
    """The page Verhalen against a blank page."""
    runs = [_run("tests.bench.verhalen", str(store)) for _ in range(ROUNDS)]
    _say(
        meting="verhalenpagina tegen een lege pagina (voorbeeld)",
        **{
            kind: round(statistics.median(run[f"{kind}_ms"] / run["leeg_ms"] for run in runs), 1)
            for kind in ("nieuwste", "gezocht")
        },
        ronden=runs,
    )


def _schermen(store: Path) -> None:
    """The other pages against a blank page, each on its own line."""
    runs = [_run("tests.bench.schermen", str(store)) for _ in range(ROUNDS)]
    for name in runs[0]:
        results = [run[name] for run in runs]
        _say(
            meting=f"scherm tegen een lege pagina (voorbeeld): {name}",
            **{
                kind: round(statistics.median(it[f"{kind}_ms"] / it["leeg_ms"] for it in results), 1)
                for kind in ("warm", "koud")
            },
            vragen=max(it["vragen"] for it in results),
        )


def _open_cijfers(store: Path) -> None:
    """The wijk page with and without a thousand questions a minute for open figures."""
    run = _run("tests.bench.open_cijfers", str(store), *VOORBEELD_WIJKEN)
    _say(meting="wijkpagina naast duizend vragen per minuut om open cijfers", **run)


def _tabel() -> None:
    """The preview of a large Excel file against reading it with python-calamine alone."""
    for layout in tabel.LAYOUTS:
        run = _run("tests.bench.tabel", layout)
        _say(meting=f"voorvertoning van 50.000 rijen x 20 kolommen ({layout}) tegen calamine alleen", **run)


def _privacy() -> None:
    """What the search for personal data costs in a process of its own."""
    runs = [_run("tests.bench.privacy") for _ in range(ROUNDS)]
    _say(
        meting="persoonsgegevens zoeken",
        **{name: statistics.median(run[name] for run in runs) for name in runs[0]},
    )


def _document(store: Path) -> None:
    """A raadsvoorstel of twenty arguments and twelve charts, from the store to all four kinds of file."""
    runs = [_run("tests.bench.document", str(store)) for _ in range(ROUNDS)]
    _say(
        meting="raadsvoorstel met 20 argumenten en 12 grafieken in vier bestanden, tegen kale DuckDB en een leeg stuk",
        **{name: statistics.median(run[name] for run in runs) for name in runs[0]},
    )


def _search() -> None:
    """Search over a million generated verhalen beside FTS5; it says its lines itself, and takes most of an hour."""
    subprocess.run([sys.executable, "-W", "ignore", "-m", "tests.bench.zoeken"], cwd=ROOT, check=True)


def main() -> None:
    """All benchmarks, one after the other."""
    _search()
    _privacy()
    _tabel()
    with tempfile.TemporaryDirectory() as name:
        voorbeeld, national = Path(name) / "voorbeeld.duckdb", Path(name) / "landelijk.duckdb"
        database = open_for_writing(str(voorbeeld))
        load_voorbeeld(database, door="bench")
        database.checkpoint()
        database.close()
        _document(voorbeeld)
        _verhalen(voorbeeld)
        _schermen(voorbeeld)
        _open_cijfers(voorbeeld)
        if not PARQUET.is_file():
            _say(overgeslagen="de echte bestanden van CBS en RIVM staan niet naast deze map; meer is niet gemeten")
            return
        _import()
        landelijk.build(national, REAL_DATA)
        _pages([("voorbeeld", voorbeeld, VOORBEELD_WIJKEN[0]), ("landelijk", national, ECHTE_WIJKEN[0])])
        blank = belasting.blank()
        _say(meting="server onder belasting", **belasting.report(blank, pagina="leeg, gewone server"))
        for title, store, wijken in (
            ("wijk, voorbeeld", voorbeeld, VOORBEELD_WIJKEN),
            ("wijk, landelijk", national, ECHTE_WIJKEN),
        ):
            busy = belasting.wijk(store, wijken)
            share = round(busy.quantile(0.95) / blank.quantile(0.95), 2)
            _say(meting="server onder belasting", p95_tegen_leeg=share, **belasting.report(busy, pagina=title))


if __name__ == "__main__":
    main()
