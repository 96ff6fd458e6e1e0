"""The file of withdrawn ids beside the store: what was taken back stays taken back when an older copy is put back.

One line per verhaal: its id, a space, and the moment (UTC). Nothing else of the verhaal stands in it.
"""

import os
from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path

from monitor.domain.regels import kwartaal_code, kwartaal_of
from monitor.errors import OpslagNietBereikbaar
from monitor.store.database import MEMORY, Cursor, Database
from monitor.store.rijen import insert_logboek, logboek_rij
from monitor.store.verhaal_store import VerhaalStore
from monitor.store.zoek_store import ZoekStore

_ONLY_OWNER = 0o600
_DOOR = "opslag"
_LONG_AGO = datetime(1970, 1, 1)  # noqa: DTZ001 - as the store keeps moments
_DONE = "SELECT verhaal, ingetrokken_op FROM intrekking"
_BACK = """
SELECT id
FROM verhaal
WHERE id IN (SELECT unnest(CAST($ids AS VARCHAR[]))) AND id NOT IN (SELECT verhaal FROM intrekking)
ORDER BY id
"""


def intrekkingen_path(store: str) -> Path:
    """Where the withdrawn ids of the store (or of a backup) at `store` stand."""
    return Path(f"{os.path.realpath(store)}.ingetrokken")


def remember(database: Database, verhaal: str) -> None:
    """Write down, for good, that a verhaal was taken back. Call it when the withdrawal is committed.

    Raises OpslagNietBereikbaar when the file cannot be written.
    """
    if database.path != MEMORY:
        write_down(database.path, {verhaal: database.now()})


def write_down(store: str, ids: Mapping[str, datetime]) -> None:
    """Add ids that are not yet in the file of the store at `store`."""
    known = remembered(store)
    lines = [f"{verhaal} {op.isoformat(timespec='seconds')}\n" for verhaal, op in ids.items() if verhaal not in known]
    if not lines:
        return
    path = intrekkingen_path(store)
    try:
        file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, _ONLY_OWNER)
        try:
            # A line that was cut off when the power failed must not swallow this one.
            os.write(file, "".join(["\n", *lines]).encode())
            os.fsync(file)
        finally:
            os.close(file)
    except OSError as error:
        raise OpslagNietBereikbaar(
            f"Het bestand {path} met teruggenomen verhalen kan niet worden geschreven. Mag u daar schrijven?"
        ) from error


def remembered(store: str) -> dict[str, datetime]:
    """The ids in the file of the store at `store`, each with its moment; none when there is no file.

    Reads what it can: a moment that is unreadable counts as long ago, an empty line as nothing.
    Raises OpslagNietBereikbaar when the file is there and cannot be read.
    """
    if store == MEMORY:
        return {}
    path = intrekkingen_path(store)
    try:
        text = path.read_bytes().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise OpslagNietBereikbaar(f"Het bestand {path} met teruggenomen verhalen kan niet worden gelezen.") from error
    found: dict[str, datetime] = {}
    for line in text.splitlines():
        verhaal, _, moment = line.strip().partition(" ")
        if verhaal:
            found.setdefault(verhaal, _moment(moment))
    return found


def withdrawn(database: Database) -> dict[str, datetime]:
    """The verhalen that the store itself knows as taken back, each with its moment."""
    with database.reading() as cursor:
        return dict(cursor.rows(_DONE))


def came_back(cursor: Cursor, ids: Collection[str]) -> list[str]:
    """Which of these verhalen stand in the store as if nobody took them back."""
    if not ids:
        return []
    return [row[0] for row in cursor.rows(_BACK, {"ids": list(ids)})]


def replay(database: Database, ids: Mapping[str, datetime]) -> int:
    """Take back again what was taken back before; returns how many verhalen had come back."""
    missing = sorted(set(ids) - set(withdrawn(database)))
    if not missing:
        return 0
    with database.writing() as cursor:
        stand = VerhaalStore(cursor).stand(missing)
        if not stand:
            return 0
        for verhaal, it in stand.items():
            kwartaal, begin = kwartaal_code(it.verteld_op), kwartaal_of(it.verteld_op)
            VerhaalStore(cursor).withdraw(verhaal, kwartaal, begin, ids[verhaal])
        ZoekStore(cursor).remove(list(stand))
        insert_logboek(
            cursor,
            [logboek_rij(database.now(), _DOOR, "opnieuw teruggenomen", "verhaal", verhaal) for verhaal in stand],
        )
    return len(stand)


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text.strip()).replace(tzinfo=None)
    except ValueError:
        return _LONG_AGO
