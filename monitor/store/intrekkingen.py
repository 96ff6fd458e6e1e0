"""The file of withdrawn ids beside the store: what was taken back stays taken back when an older copy is put back.

One line per verhaal that was taken back, per row of which the words were taken away, objections and answers too, and
per count of which others took the place with what people said with it: its id, a space, and the moment (UTC). Nothing
else of it stands in the file.
"""

import os
from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path

from monitor.domain.levensloop import WEGGEHAALD, weggehaald_zin
from monitor.domain.regels import kwartaal_code, kwartaal_of
from monitor.errors import OpslagNietBereikbaar
from monitor.nl import today_amsterdam
from monitor.store.database import MEMORY, Cursor, Database
from monitor.store.levensloop_store import LevensloopStore
from monitor.store.rijen import insert_logboek, logboek_rij
from monitor.store.telling_store import MET_WOORDEN, TellingStore
from monitor.store.verhaal_store import VerhaalStore
from monitor.store.weghalen import SOORTEN, gone, remove_again, still_there
from monitor.store.zoek_store import ZoekStore

_ANTWOORD = ":antwoord"
_ONLY_OWNER = 0o600
_DOOR = "opslag"
_AGAIN = {
    "verhaal": "opnieuw teruggenomen",
    **dict.fromkeys((*SOORTEN, "bezwaar", "antwoord"), "opnieuw weggehaald"),
    **dict.fromkeys(MET_WOORDEN, "opnieuw vervangen"),
}
"""What the logboek says of what had come back."""
_LONG_AGO = datetime(1970, 1, 1)  # noqa: DTZ001 - as the store keeps moments
_DONE = """
SELECT verhaal, ingetrokken_op FROM intrekking
UNION ALL
SELECT doel, op FROM logboek WHERE wat = 'vervangen' AND soort IN ('draagvlak', 'herkenning')
UNION ALL
SELECT doel, op FROM logboek WHERE wat IN ('weggehaald', 'opnieuw weggehaald') AND soort IN ('bezwaar', 'antwoord')
"""
_BACK = """
SELECT 'verhaal' AS soort, id
FROM verhaal
WHERE id IN (SELECT unnest(CAST($ids AS VARCHAR[]))) AND id NOT IN (SELECT verhaal FROM intrekking)
UNION ALL
SELECT 'draagvlak', id
FROM draagvlak
WHERE id IN (SELECT unnest(CAST($ids AS VARCHAR[]))) AND toelichting IS NOT NULL
UNION ALL
SELECT 'herkenning', id
FROM herkenning
WHERE id IN (SELECT unnest(CAST($ids AS VARCHAR[]))) AND toelichting IS NOT NULL
UNION ALL
SELECT 'bezwaar', id
FROM bezwaar
WHERE id IN (SELECT unnest(CAST($ids AS VARCHAR[]))) AND NOT starts_with(tekst, $weggehaald)
UNION ALL
SELECT 'antwoord', id || $antwoord
FROM bezwaar
WHERE id || $antwoord IN (SELECT unnest(CAST($ids AS VARCHAR[]))) AND NOT starts_with(antwoord, $weggehaald)
"""


def intrekkingen_path(store: str) -> Path:
    """Where the withdrawn ids of the store (or of a backup) at `store` stand."""
    return Path(f"{os.path.realpath(store)}.ingetrokken")


def remember(database: Database, *ids: str) -> None:
    """Write down, for good, that words of people were taken back or replaced. Call it when that is committed.

    Raises OpslagNietBereikbaar when the file cannot be written.
    """
    if database.path != MEMORY:
        write_down(database.path, dict.fromkeys(ids, database.now()))


def write_down(store: str, ids: Mapping[str, datetime]) -> None:
    """Add ids that are not yet in the file of the store at `store`."""
    known = remembered(store)
    lines = [f"{id_} {op.isoformat(timespec='seconds')}\n" for id_, op in ids.items() if id_ not in known]
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
            f"Het bestand {path} met wat is teruggenomen kan niet worden geschreven. Mag u daar schrijven?"
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
        raise OpslagNietBereikbaar(f"Het bestand {path} met wat is teruggenomen kan niet worden gelezen.") from error
    found: dict[str, datetime] = {}
    for line in text.splitlines():
        id_, _, moment = line.strip().partition(" ")
        if id_:
            found.setdefault(id_, _moment(moment))
    return found


def withdrawn(database: Database) -> dict[str, datetime]:
    """What the store itself knows as taken back or replaced, each with its moment."""
    with database.reading() as cursor:
        return {**dict(cursor.rows(_DONE)), **gone(cursor)}


def came_back(cursor: Cursor, ids: Collection[str]) -> list[tuple[str, str]]:
    """What of these stands in the store as if nobody took it back: what it is, and its id."""
    if not ids:
        return []
    asked = {"ids": list(ids), "weggehaald": WEGGEHAALD, "antwoord": _ANTWOORD}
    found = [(soort, id_) for soort, id_ in cursor.rows(_BACK, asked)]
    return sorted([*found, *still_there(cursor, ids)])


def replay(database: Database, ids: Mapping[str, datetime]) -> list[tuple[str, str]]:
    """Take back again what was taken back before; returns what had come back: what it is, and its id."""
    with database.reading() as cursor:
        if not came_back(cursor, ids):
            return []
    with database.writing() as cursor:
        back = came_back(cursor, ids)
        _withdraw_again(cursor, {id_: ids[id_] for soort, id_ in back if soort == "verhaal"})
        for soort, id_ in back:
            if soort in MET_WOORDEN:
                TellingStore(cursor).empty(soort, id_)
            if soort in ("bezwaar", "antwoord"):
                _remove_again(LevensloopStore(cursor), soort, id_, ids[id_])
        remove_again(cursor, [(soort, id_) for soort, id_ in back if soort in SOORTEN], ids)
        now = database.now()
        insert_logboek(cursor, [logboek_rij(now, _DOOR, _AGAIN[soort], soort, id_) for soort, id_ in back])
    return back


def antwoord_sleutel(bezwaar: str) -> str:
    """By what the answer to an objection is known that was taken away."""
    return f"{bezwaar}{_ANTWOORD}"


def _remove_again(store: LevensloopStore, soort: str, id_: str, op: datetime) -> None:
    zin = weggehaald_zin(today_amsterdam(op))
    if soort == "bezwaar":
        store.remove_words(id_, zin)
    else:
        store.remove_antwoord(id_.removesuffix(_ANTWOORD), zin)


def _withdraw_again(cursor: Cursor, verhalen: Mapping[str, datetime]) -> None:
    if not verhalen:
        return
    for verhaal, it in VerhaalStore(cursor).stand(list(verhalen)).items():
        kwartaal, begin = kwartaal_code(it.verteld_op), kwartaal_of(it.verteld_op)
        VerhaalStore(cursor).withdraw(verhaal, kwartaal, begin, verhalen[verhaal])
    ZoekStore(cursor).remove(list(verhalen))


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text.strip()).replace(tzinfo=None)
    except ValueError:
        return _LONG_AGO
