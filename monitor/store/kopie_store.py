"""Copying a store, table by table, into a new file: only what can still be read goes along, in words and in bytes."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from graphlib import TopologicalSorter
from pathlib import Path
from uuid import uuid4

from monitor.errors import OpslagFout, OpslagNietBereikbaar
from monitor.store.database import Cursor, Database, replace_file
from monitor.store.migrate import migrate

_ONLY_OWNER = 0o600
_TABLES = "SELECT table_name FROM duckdb_tables() WHERE database_name = $naam ORDER BY table_name"
_KEYS = """
SELECT DISTINCT table_name, referenced_table
FROM duckdb_constraints()
WHERE database_name = $naam AND constraint_type = 'FOREIGN KEY'
"""


def copy_store(database: Database, file: Path) -> None:
    """Copy a store with the newest schema, as it is at one moment, into a new file that must not be there yet.

    Others read and write meanwhile. Raises OpslagFout, and leaves no file, when it does not work out.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=_ONLY_OWNER, exist_ok=False)
        file.unlink()
    except OSError as error:
        raise OpslagNietBereikbaar(
            f"Op {file} kan geen kopie komen. Bestaat de map, en mag u daar schrijven?"
        ) from error
    try:
        empty = Database(file, clock=database.now)
        try:
            file.chmod(_ONLY_OWNER)
            migrate(empty)
            with empty.writing() as cursor:
                cursor.execute("DELETE FROM migratie")
            empty.checkpoint()
        finally:
            empty.close()
        with database.all_cores(), database.reading() as cursor, _attached(cursor, file) as name:
            _copy_tables(cursor, name)
    except BaseException:
        remove_store(file)
        raise


def put_in_place(file: Path, target: Path) -> None:
    """Give a finished copy its name. Raises OpslagNietBereikbaar when the disk does not allow it."""
    replace_file(file, target)


def beside(target: Path, what: str) -> Path:
    """A name in the folder of `target` that nobody else uses, for a file that is still being made."""
    return target.with_name(f".{target.name}.{what}-{uuid4().hex[:12]}")


def remove_leftovers(target: Path, before: float) -> None:
    """Remove what was being made beside `target` when the power failed, when it is older than a moment (seconds)."""
    with suppress(OSError):
        for path in target.parent.iterdir():
            if path.name.startswith(f".{target.name}.") and path.stat().st_mtime < before:
                path.unlink()


def remove_store(file: Path) -> None:
    """Remove a store file that nobody has open, with its log."""
    for path in (file, file.with_name(f"{file.name}.wal")):
        with suppress(OSError):
            path.unlink(missing_ok=True)


@contextmanager
def _attached(cursor: Cursor, file: Path) -> Iterator[str]:
    name = f"kopie_{uuid4().hex[:12]}"
    cursor.execute(f"ATTACH '{str(file).replace(chr(39), chr(39) * 2)}' AS {name}")
    try:
        yield name
    finally:
        cursor.execute(f"DETACH {name}")


def _copy_tables(cursor: Cursor, name: str) -> None:
    """All rows of all tables in one transaction: what it reads is the store of one moment."""
    tables = _in_order(cursor, name)
    if set(tables) != {row[0] for row in cursor.rows(_TABLES, {"naam": "monitor"})}:
        raise OpslagFout("De opslag heeft andere tabellen dan dit programma kent. Er is geen kopie gemaakt.")
    cursor.execute("BEGIN")
    try:
        for table in tables:
            cursor.execute(f"INSERT INTO {name}.{table} BY NAME SELECT * FROM monitor.{table}")  # noqa: S608 - our own names
            _same_rows(cursor, name, table)
        cursor.execute("COMMIT")
    except BaseException:
        with suppress(Exception):
            cursor.execute("ROLLBACK")
        raise
    cursor.execute(f"CHECKPOINT {name}")


def _same_rows(cursor: Cursor, name: str, table: str) -> None:
    sql = f"SELECT (SELECT count(*) FROM monitor.{table}) = (SELECT count(*) FROM {name}.{table})"  # noqa: S608
    if cursor.row(sql) != (True,):
        raise OpslagFout(f"De kopie van tabel {table} is niet volledig. Er is geen kopie gemaakt.")


def _in_order(cursor: Cursor, name: str) -> list[str]:
    """Tables such that each comes after those that it refers to."""
    graph: dict[str, set[str]] = {row[0]: set() for row in cursor.rows(_TABLES, {"naam": name})}
    for table, referenced in cursor.rows(_KEYS, {"naam": name}):
        graph[table].add(referenced)
    return list(TopologicalSorter(graph).static_order())


# Which copies were made


def copies_path(store: str) -> Path:
    """Where it is written which backups were made of the store at `store`."""
    return Path(f"{os.path.realpath(store)}.reservekopieen")


def note_copy(store: str, copy: Path) -> None:
    """Write down that a backup was made, so that it is kept clean later."""
    if copy not in noted_copies(store):
        _write_copies(store, [*noted_copies(store), copy])


def forget_copy(store: str, copy: Path) -> None:
    """Forget a backup that is no longer there."""
    _write_copies(store, [known for known in noted_copies(store) if known != copy])


def noted_copies(store: str) -> list[Path]:
    """The backups that were made of the store at `store`, and not yet forgotten."""
    try:
        text = os.fsdecode(copies_path(store).read_bytes())
    except OSError:
        return []
    return [Path(line) for line in text.splitlines() if line.strip()]


def _write_copies(store: str, copies: Iterable[Path]) -> None:
    path = copies_path(store)
    aside = beside(path, "nieuw")
    try:
        aside.touch(mode=_ONLY_OWNER)
        aside.write_bytes(os.fsencode("".join(f"{copy}\n" for copy in copies)))
        aside.replace(path)
    except OSError as error:
        raise OpslagNietBereikbaar(f"Het bestand {path} kan niet worden geschreven. Mag u daar schrijven?") from error
