"""A running server under many websocket sessions: each asks a rerun now and then and waits until it is finished."""

import asyncio
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

SESSIONS, SECONDS, THINK = 100, 40, 5.0
ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass
class Result:
    """Milliseconds per rerun, and what went wrong."""

    milliseconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def quantile(self, share: float) -> float:
        """The time within which this share of the reruns was finished."""
        ordered = sorted(self.milliseconds)
        return round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 1) if ordered else float("nan")


def _rerun(page: str, query: str) -> bytes:
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.query_string = query
    return bytes(message.SerializeToString())


async def _until_finished(connection: websockets.ClientConnection, result: Result) -> None:
    while True:
        message = ForwardMsg()
        message.ParseFromString(await asyncio.wait_for(connection.recv(), 60))
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            result.errors.append("exception on the page")
        if kind == "script_finished":
            return


async def session(
    number: int,
    port: int,
    page: str,
    queries: Sequence[str],
    result: Result,
    *,
    seconds: float = SECONDS,
    think: float = THINK,
) -> None:
    """One visitor: asks a rerun, waits until it is finished, thinks, and asks the next."""
    await asyncio.sleep(random.random() * think)  # noqa: S311
    end, turn = time.monotonic() + seconds, number
    try:
        async with websockets.connect(
            f"ws://127.0.0.1:{port}/_stcore/stream",
            max_size=None,
            open_timeout=60,
            origin=websockets.Origin(f"http://localhost:{port}"),
            subprotocols=[websockets.Subprotocol("streamlit")],
        ) as connection:
            while time.monotonic() < end:
                start = time.perf_counter()
                await connection.send(_rerun(page, queries[turn % len(queries)]))
                await _until_finished(connection, result)
                result.milliseconds.append(1000 * (time.perf_counter() - start))
                turn += 1
                await asyncio.sleep(think * (0.5 + random.random()))  # noqa: S311
    except (OSError, TimeoutError, websockets.WebSocketException) as error:
        result.errors.append(repr(error)[:120])


async def _load(port: int, page: str, queries: Sequence[str]) -> Result:
    result = Result()
    await asyncio.gather(*(session(number, port, page, queries, result) for number in range(SESSIONS)))
    return result


@contextmanager
def _server(command: Sequence[str], port: int, environment: dict[str, str], folder: Path) -> Iterator[None]:
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, cwd=folder, stdout=log, stderr=log)  # noqa: S603
        try:
            _wait(port)
            yield
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait(port: int) -> None:
    for _ in range(240):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                return
        except (OSError, urllib.error.URLError):
            time.sleep(0.25)
    message = f"no server came up on port {port}"
    raise TimeoutError(message)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def blank() -> Result:
    """A blank page of a default `streamlit run`, under this load."""
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), _free_port()
        (folder / "leeg.py").write_text("import streamlit as st\n", encoding="utf-8")
        command = [sys.executable, "-m", "streamlit", "run", "leeg.py", "--server.port", str(port)]
        options = ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
        with _server([*command, *options], port, dict(os.environ), folder):
            return asyncio.run(_load(port, "", [""]))


@contextmanager
def running(store: Path) -> Iterator[int]:
    """Our own server on a store, for as long as the block runs; gives its port."""
    with tempfile.TemporaryDirectory() as name:
        port = _free_port()
        environment = {**os.environ, "MONITOR_STORE": str(store), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "monitor", "serve", "--port", str(port)]
        with _server(command, port, environment, Path(name)):
            yield port


def wijk(store: Path, wijken: Sequence[str]) -> Result:
    """The wijk page of our own server, under the same load, each session walking through `wijken`."""
    with running(store) as port:
        return asyncio.run(_load(port, "wijk", [f"wijk={code}" for code in wijken]))


def report(result: Result, **more: object) -> dict[str, object]:
    """One JSON object of a result."""
    return {
        **more,
        "sessies": SESSIONS,
        "reruns": len(result.milliseconds),
        "p50_ms": result.quantile(0.5),
        "p95_ms": result.quantile(0.95),
        "gemiddeld_ms": round(statistics.fmean(result.milliseconds), 1) if result.milliseconds else None,
        "fouten": len(result.errors),
        "eerste_fout": result.errors[:1],
    }


def main() -> None:
    """`python -m tests.bench.belasting STORE WIJK...`: both servers, one after the other."""
    store, wijken = Path(sys.argv[1]), sys.argv[2:]
    sys.stdout.write(json.dumps(report(blank(), server="leeg")) + "\n")
    sys.stdout.write(json.dumps(report(wijk(store, wijken), server="wijk")) + "\n")


if __name__ == "__main__":
    main()
