"""The DuckDB file: opened once per process, a cursor per read, one lock around writes, one transaction per action."""

import os
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

import duckdb
import pyarrow as pa

from monitor.errors import (
    MonitorError,
    OpslagBezet,
    OpslagFout,
    OpslagNietBereikbaar,
    RegelGeschonden,
)
from monitor.store.poort import Poort

MEMORY = ":memory:"
_SQL = Path(__file__).parent / "sql"
_INTERRUPTED = "Query interrupted"
"""What the engine says, as a plain RuntimeError, when somebody pressed Ctrl+C while it worked."""
_CONFIG: dict[str, Any] = {"python_enable_replacements": False, "threads": 1}
_INCLUDE = re.compile(r"^ *-- include (\w+)\n", re.MULTILINE)
_PID = re.compile(r"PID (\d+)")
_SWAP_TRIES, _SWAP_PATIENCE = 6, 5.0
"""How often, and how many seconds each time, a swap waits until nobody reads; in between others go on."""
_SWAP_PAUSE = 0.1

_Answer = TypeVar("_Answer")
Clock = Callable[[], datetime]
"""Gives the present moment in UTC, without a time zone, as the store keeps it."""


def utc_now() -> datetime:
    """The present moment in UTC, without a time zone."""
    return datetime.now(UTC).replace(tzinfo=None)


@cache
def load_sql(name: str) -> str:
    """The text of `sql/<name>.sql`; where it says `-- include OTHER`, the text of that one stands."""
    text = (_SQL / f"{name}.sql").read_text(encoding="utf-8")
    return _INCLUDE.sub(lambda found: load_sql(found[1]), text)


class Cursor:
    """A cursor on the store, inside `reading()` or `writing()`; not for keeping."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, count: Callable[[], None]) -> None:
        self._connection = connection
        self._count = count

    def execute(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> None:
        """Run one statement."""
        self._count()
        self._connection.execute(sql, parameters)

    def rows(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[tuple[Any, ...]]:
        """All rows that a query gives."""
        self.execute(sql, parameters)
        return self._connection.fetchall()

    def records(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[dict[str, Any]]:
        """All rows that a query gives, each by the names of its columns."""
        self.execute(sql, parameters)
        names = [column[0] for column in self._connection.description or ()]
        return [dict(zip(names, row, strict=True)) for row in self._connection.fetchall()]

    def row(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> tuple[Any, ...] | None:
        """The first row that a query gives, or None."""
        self.execute(sql, parameters)
        return self._connection.fetchone()

    def arrow(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> pa.Table:
        """All that a query gives, as an arrow table."""
        self.execute(sql, parameters)
        return self._connection.to_arrow_table()

    def batches(
        self, sql: str, parameters: Sequence[Any] | dict[str, Any] = (), *, rows: int
    ) -> Iterator[pa.RecordBatch]:
        """What a query gives, as arrow, `rows` at a time; this cursor does nothing else meanwhile."""
        self.execute(sql, parameters)
        yield from self._connection.to_arrow_reader(rows)

    @contextmanager
    def table(self, name: str, content: pa.Table) -> Iterator[None]:
        """Let SQL see a pyarrow table under `name` for as long as the block runs."""
        self._connection.register(name, content)
        try:
            yield
        finally:
            self._connection.unregister(name)


class _StillCursor(Cursor):
    """A cursor that only reads what stands still: what it was asked before, it answers from memory."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, count: Callable[[], None]) -> None:
        super().__init__(connection, count)
        self._known: dict[tuple[str, str, str], Any] = {}

    def rows(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[tuple[Any, ...]]:
        """All rows that a query gives."""
        return list(self._once(super().rows, sql, parameters))

    def records(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[dict[str, Any]]:
        """All rows that a query gives, each by the names of its columns."""
        return [dict(it) for it in self._once(super().records, sql, parameters)]

    def row(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> tuple[Any, ...] | None:
        """The first row that a query gives, or None."""
        return self._once(super().row, sql, parameters)

    def _once(self, ask: Callable[[str, Any], _Answer], sql: str, parameters: Any) -> _Answer:
        key = ask.__name__, sql, repr(parameters)
        if key not in self._known:
            self._known[key] = ask(sql, parameters)
        answer: _Answer = self._known[key]
        return answer


class Opslag(Protocol):
    """What is read in: the store itself, or how it was at one moment."""

    path: str
    now: Clock
    versie: int

    def reading(self) -> AbstractContextManager[Cursor]:
        """A cursor for reading."""

    def snapshot(self) -> "AbstractContextManager[Opslag]":
        """The store as it is at one moment."""


class Database:
    """One store, attached as `monitor`. Threads share it: each read takes its own cursor, writes take turns."""

    def __init__(self, path: str | Path = MEMORY, *, read_only: bool = False, clock: Clock = utc_now) -> None:
        """Open the store at `path` (made when it is not there, unless `read_only`).

        Raises OpslagBezet when another process has it open, OpslagNietBereikbaar when it cannot be opened.
        """
        self.path = str(path)
        self.now = clock
        self.versie = 0
        """Goes up with every committed write that a page can show: what was cached under an older number is stale."""
        self.query_count = 0
        self._lock = threading.RLock()
        self._heavy, self._heavy_lock = 0, threading.Lock()
        self._poort = Poort()
        self._options = " (READ_ONLY)" if read_only and self.path != MEMORY else ""
        with _translated(self.path):
            self._connection = duckdb.connect(MEMORY, config=_CONFIG)
            self._attach()
            self._connection.execute("SET TimeZone = 'UTC'")
            self._most_memory = self._connection.execute("SELECT current_setting('memory_limit')").fetchall()[0][0]
            self._give_back()  # once said it stays the same: the engine rounds what it tells

    @contextmanager
    def reading(self) -> Iterator[Cursor]:
        """A cursor of its own for reading."""
        with _translated(self.path), self._cursor() as cursor:
            yield cursor

    @contextmanager
    def snapshot(self) -> Iterator["Snapshot"]:
        """The store as it is now, for who reads many things that must agree with each other.

        Everything that is read through it, in this thread, comes from one transaction. It is much: what it took of the
        memory is given back.
        """
        with _translated(self.path), self._poort.inside():
            with self._opened_cursor(_StillCursor) as cursor:
                cursor.execute("BEGIN")
                yield Snapshot(self, cursor)
            self._give_back()

    @contextmanager
    def writing(self, *, quiet: bool = False) -> Iterator[Cursor]:
        """A cursor inside one transaction: committed when the block ends well, rolled back on anything else.

        `quiet` is for what no page shows, such as a line in the logboek alone: what was cached stays good, so that
        nobody empties the caches of others by being refused. Rolls back on BaseException: Streamlit's rerun signal
        is one.
        """
        with self._lock, _translated(self.path), self._cursor() as cursor:
            cursor.execute("BEGIN")
            try:
                yield cursor
                cursor.execute("COMMIT")
            except BaseException:
                _rollback(cursor)
                raise
            self.versie += 0 if quiet else 1

    @contextmanager
    def all_cores(self) -> Iterator[None]:
        """Let the engine use every core for as long as the block runs: for reading a file, building the search, a copy.

        Otherwise it uses one for each question: what a page asks is small, and waiting for a helper that another
        visitor keeps busy costs more than the help brings.
        """
        self._count_heavy(1)
        try:
            yield
        finally:
            self._count_heavy(-1)

    def _count_heavy(self, step: int) -> None:
        with self._heavy_lock:
            before, self._heavy = self._heavy, self._heavy + step
            if not before or not self._heavy:
                self._connection.cursor().execute("RESET threads" if self._heavy else "SET threads = 1")

    def checkpoint(self) -> None:
        """Move what the write-ahead log holds into the file."""
        with self._lock, _translated(self.path), self._cursor() as cursor:
            cursor.execute("CHECKPOINT monitor")

    @contextmanager
    def no_writing(self) -> Iterator[None]:
        """Let no other thread write for as long as the block runs; reading goes on."""
        with self._lock:
            yield

    def swap(self, file: Path) -> None:
        """Go on with `file`, a closed store, under our own name: what this store held is gone from the disk.

        Who reads finishes first, who comes waits a moment. Raises OpslagBezet, with all as it was, when somebody keeps
        reading.
        """
        with self._lock, _translated(self.path):
            for _ in range(_SWAP_TRIES):
                with self._poort.shut(_SWAP_PATIENCE) as alone:
                    if alone:
                        self._replace(file)
                        self.versie += 1
                        return
                time.sleep(_SWAP_PAUSE)
        raise OpslagBezet(
            "De opslag wordt nog gelezen en kan nu niet worden vervangen. Probeer het later nog een keer."
        )

    def close(self) -> None:
        """Close the store; safe to call twice."""
        self._connection.close()

    def _give_back(self) -> None:
        # The engine keeps what it is done with for itself, until it is told how much it may have.
        self._connection.cursor().execute(f"SET memory_limit = '{self._most_memory}'")

    def _attach(self) -> None:
        self._connection.execute(f"ATTACH '{self.path.replace(chr(39), chr(39) * 2)}' AS monitor{self._options}")

    def _replace(self, file: Path) -> None:
        # Detached and attached again: closing the connection would forget its settings.
        self._connection.execute("CHECKPOINT monitor")
        self._connection.execute("DETACH monitor")
        try:
            shutil.copymode(self.path, file)
            replace_file(file, Path(self.path))
        except OSError as error:
            raise OpslagNietBereikbaar(f"Het bestand {self.path} kan niet worden vervangen.") from error
        finally:
            self._attach()

    @contextmanager
    def _cursor(self) -> Iterator[Cursor]:
        with self._poort.inside(), self._opened_cursor() as cursor:
            yield cursor

    @contextmanager
    def _opened_cursor(self, kind: type[Cursor] = Cursor) -> Iterator[Cursor]:
        connection = self._connection.cursor()
        try:
            connection.execute("USE monitor")
            yield kind(connection, self._count_query)
        finally:
            connection.close()

    def _count_query(self) -> None:
        self.query_count += 1


class Snapshot:
    """A store as it was at one moment: it is read as the store itself is, and nothing is written in it."""

    def __init__(self, database: Database, cursor: Cursor) -> None:
        """What `database` holds, through a cursor of which the transaction has begun."""
        moment = database.now()
        self.path, self.versie = database.path, database.versie
        self.now: Clock = lambda: moment
        self._still = cursor

    @contextmanager
    def reading(self) -> Iterator[Cursor]:
        """The one cursor with which everything is read."""
        yield self._still

    @contextmanager
    def snapshot(self) -> Iterator["Snapshot"]:
        """This one."""
        yield self


def replace_file(file: Path, target: Path) -> None:
    """Put a closed store in the place of another that nobody has open, also when the power fails halfway.

    Raises OpslagNietBereikbaar when the disk does not allow it.
    """
    real = Path(os.path.realpath(target))
    try:
        with file.open("rb+") as written:
            os.fsync(written.fileno())
        real.with_name(f"{real.name}.wal").unlink(missing_ok=True)
        file.replace(real)
    except OSError as error:
        raise OpslagNietBereikbaar(f"Het bestand {target} kan niet worden vervangen. Mag u daar schrijven?") from error


def _rollback(cursor: Cursor) -> None:
    """Roll back; when the engine has done so itself, the first error must stay the one that is told."""
    try:
        cursor.execute("ROLLBACK")
    except duckdb.Error:
        return


@contextmanager
def _translated(path: str) -> Iterator[None]:
    try:
        yield
    except duckdb.InterruptException as error:
        raise KeyboardInterrupt from error
    except duckdb.Error as error:
        raise translate_error(error, path) from error
    except RuntimeError as error:
        if str(error) != _INTERRUPTED:
            raise
        raise KeyboardInterrupt from error


def translate_error(error: duckdb.Error, path: str) -> MonitorError:
    """Our error for any error of DuckDB. Texts of people never stand in it: the engine's own message stays behind."""
    message = str(error)
    if isinstance(error, duckdb.ConstraintException):
        return RegelGeschonden("De opslag weigert dit: het past niet bij wat er al staat of bij een regel.")
    if isinstance(error, duckdb.TransactionException):
        return OpslagBezet("Iemand anders paste op hetzelfde moment hetzelfde aan. Probeer het nog een keer.")
    if isinstance(error, duckdb.BinderException) and "already attached" in message:
        return OpslagBezet(f"De opslag {path} is in dit programma al geopend.")
    if isinstance(error, duckdb.IOException) and "lock" in message.lower():
        pid = _PID.search(message)
        who = f" (proces {pid.group(1)})" if pid else ""
        return OpslagBezet(f"De opslag {path} is in gebruik door een ander programma{who}. Sluit dat eerst af.")
    if isinstance(error, duckdb.IOException):
        return OpslagNietBereikbaar(f"De opslag {path} kan niet worden geopend. Bestaat het bestand, en mag u erbij?")
    if isinstance(error, duckdb.InvalidInputException | duckdb.CatalogException) and "ATTACH" in message.upper():
        return OpslagNietBereikbaar(f"De opslag {path} kan niet worden geopend. Bestaat het bestand, en mag u erbij?")
    return OpslagFout("Er ging iets mis in de opslag. Er is niets half bewaard.")
