"""What all tests share: an empty store, a store with the example in it, the app, and the real files where they are."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from monitor.store.database import Database
from monitor.store.migrate import migrate
from monitor.store.opslag import close_shared, open_for_writing

ROOT = Path(__file__).resolve().parent.parent
REAL_DATA = ROOT.parent / "shared" / "data"
NOW = datetime(2026, 11, 20, 9, 30)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that stands still."""
    return lambda: NOW


@pytest.fixture
def database(clock: Callable[[], datetime]) -> Iterator[Database]:
    """An empty store in memory, with the newest schema."""
    database = Database(clock=clock)
    migrate(database)
    yield database
    database.close()


@pytest.fixture(scope="session")
def voorbeeld_pad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store file in which the example gemeente was loaded once. Copy it before writing to it."""
    from monitor.services.voorbeeld import load_voorbeeld

    path = tmp_path_factory.mktemp("voorbeeld") / "voorbeeld.duckdb"
    database = open_for_writing(str(path), clock=lambda: NOW)
    load_voorbeeld(database, door="test")
    database.checkpoint()
    database.close()
    return path


@pytest.fixture(scope="session")
def voorbeeld(voorbeeld_pad: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The example gemeente, for reading only."""
    path = tmp_path_factory.mktemp("lezen") / "voorbeeld.duckdb"
    shutil.copy(voorbeeld_pad, path)
    database = Database(path, read_only=True, clock=lambda: NOW)
    yield database
    database.close()


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder with the real files of CBS, RIVM and others; tests that need it are skipped, loudly, without it."""
    if not REAL_DATA.is_dir():
        pytest.skip("ECHTE GEGEVENS ONTBREKEN: geen map shared/data naast deze map; deze toets is niet gedaan")
    return REAL_DATA


@pytest.fixture
def voorbeeld_store(voorbeeld_pad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the example store of this test's own, named by MONITOR_STORE."""
    path = tmp_path / "monitor.duckdb"
    shutil.copy(voorbeeld_pad, path)
    monkeypatch.setenv("MONITOR_STORE", str(path))
    close_shared()
    yield path
    close_shared()


@pytest.fixture(scope="session")
def packages_seen_once() -> Iterator[None]:
    """Streamlit looks through every installed package for each AppTest, half a second long; they do not change here."""
    from streamlit.components.v2 import manifest_scanner

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture
def app(voorbeeld_store: Path, packages_seen_once: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """AppTest through dashboard.py on a copy of the example; not yet run. Set query_params, then run()."""
    import streamlit as st
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.testing.v1 import AppTest

    from monitor.ui import queries

    queries.clear()
    st.config.set_option("client.showErrorDetails", "full")
    made = PagesManager.__init__

    def made_without_folder(self: PagesManager, *args: object, **kwargs: object) -> None:
        # The folder pages/ would make AppTest run a page without dashboard.py; AppTest forgets this at every run.
        made(self, *args, **kwargs)
        PagesManager.uses_pages_directory = False

    monkeypatch.setattr(PagesManager, "__init__", made_without_folder)
    yield AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    queries.clear()


@pytest.fixture
def kijk_als(app: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """The app as one of the fixed people sees it: `kijk_als("welzijnswerker-1")`; "" is the bezoeker."""
    from monitor.ui import kijkals

    monkeypatch.setenv("MONITOR_PROEF", "1")
    monkeypatch.setenv("MONITOR_ADRES", "127.0.0.1")
    monkeypatch.setattr(kijkals, "headers", lambda: {"host": "localhost:8501"})

    def choose(name: str) -> Any:
        app.session_state["proef_keuze"] = f"proef:{name}"
        return app

    return choose


@pytest.fixture(scope="session")
def server(voorbeeld_pad: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real server, started as anybody starts it, on a copy of the example."""
    folder = tmp_path_factory.mktemp("server")
    shutil.copy(voorbeeld_pad, folder / "monitor.duckdb")
    with serving(folder / "monitor.duckdb", folder / "log") as address:
        yield address


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("localhost", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def serving(store: Path, log: Path, *, port: int | None = None, **environment: str) -> Iterator[str]:
    """Serve a store from a process of its own for as long as the block runs; gives the address."""
    port = port or free_port()
    with log.open("w") as output:
        process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "monitor", "--store", str(store), "serve", "--port", str(port)],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        try:
            _wait_until_served(port, process, log)
            yield f"http://localhost:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_until_served(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/healthz", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"de server startte niet:\n{log.read_text()}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs real files, and put what is slow last: a broken rule is told within seconds."""
    for item in items:
        if "real_data" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.real_data)
    items.sort(key=lambda item: "browser" in item.keywords)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    """Say at the very end, in one visible line, what was not tried on this machine."""
    yield
    skipped = terminalreporter.stats.get("skipped", [])
    browser = sum("GEEN CHROMIUM" in str(report.longrepr) for report in skipped)
    real = sum("ECHTE GEGEVENS" in str(report.longrepr) for report in skipped)
    papers = sum("GEEN VERAPDF" in str(report.longrepr) for report in skipped)
    if browser:
        terminalreporter.write_line(
            f"LET OP: {browser} toetsen in de browser zijn overgeslagen: er is geen Chromium.", yellow=True, bold=True
        )
    if papers:
        terminalreporter.write_line(
            f"LET OP: {papers} toetsen van ons papier zijn overgeslagen: er is geen veraPDF.", yellow=True, bold=True
        )
    if real:
        terminalreporter.write_line(
            f"LET OP: {real} toetsen met echte gegevens zijn overgeslagen: de bestanden ontbreken.",
            yellow=True,
            bold=True,
        )
