"""What the open figures cost the pages: the same visitors with and without a thousand questions a minute beside them.

`python -m tests.bench.open_cijfers STORE WIJK...` prints one JSON object; `verhouding` is the time of a page beside the
questions against that without them.
"""

import asyncio
import itertools
import json
import random
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.bench import belasting

PER_MINUTE = 1_000
VISITORS, SECONDS, THINK, ROUNDS = 20, 20, 2.0, 5
_ASK = "ask"
_WAIT = 30


def questions(wijken: Sequence[str]) -> Iterator[str]:
    """Addresses without end: some are asked again and again, others by nobody before."""
    indicatoren = ("kwb-inwoners", "rivm-eenzaam", "kwb-65-jaar-of-ouder", "lbm-score")
    for number in itertools.count():
        wijk, indicator = wijken[number % len(wijken)], indicatoren[number % len(indicatoren)]
        yield from (
            f"metingen?gebied={wijk}&indicator={indicator}",
            f"metingen?gebied={wijk}&limit=1000&format=csv",
            f"metingen?limit=100&offset={random.randrange(1_500)}",  # noqa: S311
            "indicatoren",
            "gebieden?soort=wijk",
        )


def _ask(url: str) -> tuple[float, int]:
    """How long an answer took in milliseconds, and what it was."""
    start, status = time.perf_counter(), 200
    try:
        with urllib.request.urlopen(url, timeout=_WAIT) as answer:  # noqa: S310 - our own server
            answer.read()
    except urllib.error.HTTPError as error:
        with error:
            status = error.code
    return 1000 * (time.perf_counter() - start), status


def ask_steadily(port: int, seconds: float, wijken: Sequence[str]) -> None:
    """Ask so many questions a minute, evenly, whether the last one was answered or not; print what came of it."""
    begin, pace = time.perf_counter(), 60 / PER_MINUTE
    with ThreadPoolExecutor(32) as pool:
        busy = []
        for number, question in zip(range(int(seconds / pace)), questions(wijken), strict=False):
            time.sleep(max(0.0, begin + number * pace - time.perf_counter()))
            busy.append(pool.submit(_ask, f"http://127.0.0.1:{port}/api/v1/{question}"))
        sys.stdout.write(json.dumps([it.result() for it in busy]))


async def _visited(port: int, wijken: Sequence[str]) -> belasting.Result:
    result = belasting.Result()
    words = [f"wijk={wijk}" for wijk in wijken]
    visitors = (
        belasting.session(number, port, "wijk", words, result, seconds=SECONDS, think=THINK)
        for number in range(VISITORS)
    )
    await asyncio.gather(*visitors)
    return result


def _beside(port: int, wijken: Sequence[str]) -> tuple[belasting.Result, list[tuple[float, int]]]:
    """The visitors, while another process asks its questions."""
    command = [sys.executable, "-m", "tests.bench.open_cijfers", _ASK, str(port), str(SECONDS + THINK), *wijken]
    with subprocess.Popen(command, cwd=belasting.ROOT, stdout=subprocess.PIPE, text=True) as asking:  # noqa: S603
        result = asyncio.run(_visited(port, wijken))
        told, _ = asking.communicate()
    return result, json.loads(told)


def measure(store: Path, wijken: Sequence[str]) -> dict[str, object]:
    """The pages alone and beside the questions, taking turns so that a noisy moment hits both."""
    alone: list[belasting.Result] = []
    beside: list[belasting.Result] = []
    asked: list[tuple[float, int]] = []
    with belasting.running(store) as port:
        asyncio.run(_visited(port, wijken))  # the first visitors warm it up
        for _ in range(ROUNDS):
            alone.append(asyncio.run(_visited(port, wijken)))
            result, told = _beside(port, wijken)
            beside.append(result)
            asked += told
    times = sorted(milliseconds for milliseconds, _ in asked)

    def ratio(share: float) -> float:
        pairs = zip(alone, beside, strict=True)
        return round(statistics.median(b.quantile(share) / a.quantile(share) for a, b in pairs), 2)

    return {
        "verhouding": ratio(0.5),
        "verhouding_p95": ratio(0.95),
        "alleen_ms": [it.quantile(0.5) for it in alone],
        "ernaast_ms": [it.quantile(0.5) for it in beside],
        "vragen": len(times),
        "vraag_p50_ms": round(statistics.median(times), 1),
        "vraag_p95_ms": round(times[int(len(times) * 0.95)], 1),
        "zonder_antwoord": sum(status != 200 for _, status in asked),
        "fouten": sum(len(it.errors) for it in (*alone, *beside)),
    }


def main() -> None:
    """Ask, as the process of its own does; or measure."""
    if sys.argv[1] == _ASK:
        ask_steadily(int(sys.argv[2]), float(sys.argv[3]), sys.argv[4:])
    else:
        sys.stdout.write(json.dumps(measure(Path(sys.argv[1]), sys.argv[2:])) + "\n")


if __name__ == "__main__":
    main()
