"""The store of this process: opened once, when it is first asked for, and brought up to date."""

import threading

from monitor import settings
from monitor.store.database import Database
from monitor.store.opslag import open_for_writing

_lock = threading.Lock()
_open: list[Database] = []


def open_database() -> Database:
    """The store of this process. The first call opens the file that the settings name, and migrates it.

    Raises OpslagFout when it cannot be opened; the next call tries again.
    """
    with _lock:
        if not _open:
            _open.append(open_for_writing(settings.from_environment().store))
        return _open[0]


def use_database(database: Database) -> None:
    """Let this process work with a store that was opened elsewhere (the server, a test); it must be migrated."""
    with _lock:
        _open[:] = [database]


def close_database() -> None:
    """Close the store of this process; safe to call when none is open."""
    with _lock:
        while _open:
            _open.pop().close()
