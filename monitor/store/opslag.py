"""Opening the store: for reading, for writing (migrated, after a backup), and once per process for the screen."""

import re
import shutil
import threading
from pathlib import Path

from monitor.errors import OpslagNietBereikbaar
from monitor.store.database import MEMORY, Clock, Database, utc_now
from monitor.store.intrekkingen import came_back, remembered, replay
from monitor.store.migrate import check_version, known_migraties, migrate, schema_version

_shared: dict[str, Database] = {}
_shared_lock = threading.Lock()


def open_for_writing(path: str, *, clock: Clock = utc_now) -> Database:
    """Open the store at `path`, made when it is not there and brought to the newest schema.

    A store that holds something is copied before it is migrated, to `<name>.voor-stand-<number>.duckdb` beside it.
    What was taken back, and stands in an older copy put in its place, is taken back again.
    """
    _refuse_address(path)
    if path != MEMORY:
        _make_folder(path)
    database = Database(path, clock=clock)
    try:
        version, newest = schema_version(database), known_migraties()[-1].nummer
        if 0 < version < newest and path != MEMORY:
            # Copying a file that this process has open would drop its lock on it: close first.
            database.checkpoint()
            database.close()
            # Not with the date of the store: `maintain` asks how old the copy is.
            shutil.copy(path, backup_path(path, newest))
            database = Database(path, clock=clock)
        migrate(database)
        if path != MEMORY:
            replay(database, remembered(path))
    except BaseException:
        database.close()
        raise
    return database


def open_for_reading(path: str, *, clock: Clock = utc_now) -> Database:
    """Open an existing store to read it. Raises OpslagVerouderd or OpslagTeNieuw on another schema.

    Nothing in it changes, except that what was taken back, and stands in an older copy put in its place, is taken back
    again first.
    """
    _refuse_address(path)
    if path != MEMORY and not Path(path).is_file():
        raise OpslagNietBereikbaar(f"Er is nog geen opslag op {path}. Haal eerst iets op, of laad het voorbeeld.")
    database = _opened_for_reading(path, clock)
    if not _holds_withdrawn(database):
        return database
    database.close()
    open_for_writing(path, clock=clock).close()
    return _opened_for_reading(path, clock)


def _opened_for_reading(path: str, clock: Clock) -> Database:
    database = Database(path, read_only=True, clock=clock)
    try:
        check_version(database)
    except BaseException:
        database.close()
        raise
    return database


def _holds_withdrawn(database: Database) -> bool:
    try:
        with database.reading() as cursor:
            return bool(came_back(cursor, remembered(database.path)))
    except BaseException:
        database.close()
        raise


def shared_database(path: str) -> Database:
    """The store at `path` of this process: opened and migrated at the first call, the same one at every next.

    Raises OpslagFout when it cannot be opened; the next call tries again.
    """
    with _shared_lock:
        if path not in _shared:
            _shared[path] = open_for_writing(path)
        return _shared[path]


def close_shared() -> None:
    """Close every store that `shared_database` opened; the next call opens it anew."""
    with _shared_lock:
        for database in _shared.values():
            database.close()
        _shared.clear()


def backup_path(path: str, version: int) -> Path:
    """Where the copy goes that is made before migrating the store at `path` to `version`."""
    return Path(path).with_suffix(f".voor-stand-{version}.duckdb")


def old_copies(path: str) -> list[Path]:
    """The copies that were made before migrating the store at `path`, and that are still there."""
    known = re.compile(re.escape(Path(path).stem) + r"\.voor-stand-\d+\.duckdb")
    return sorted(file for file in Path(path).absolute().parent.iterdir() if known.fullmatch(file.name))


def _refuse_address(path: str) -> None:
    if "://" in path:
        raise OpslagNietBereikbaar("De opslag is een bestand op deze computer. Een adres kan deze versie nog niet aan.")


def _make_folder(path: str) -> None:
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OpslagNietBereikbaar(f"De map voor {path} kan niet worden gemaakt.") from error
