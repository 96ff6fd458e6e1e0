"""From which wijken somebody can choose in a form: those that are there now, each with the name of its gemeente."""

from monitor.store.database import Database
from monitor.store.wijkkeuze_store import Wijkkeuze, WijkkeuzeStore

__all__ = ["Wijkkeuze", "is_wijk", "wijken"]


def wijken(database: Database, codes: frozenset[str] | None = None) -> tuple[Wijkkeuze, ...]:
    """The wijken of now by gemeente and name; only these `codes`, unless None."""
    with database.reading() as cursor:
        every = WijkkeuzeStore(cursor).wijken()
    return tuple(it for it in every if codes is None or it.code in codes)


def is_wijk(database: Database, code: str) -> bool:
    """Whether the store knows a wijk with this code, now or in an earlier year."""
    with database.reading() as cursor:
        return WijkkeuzeStore(cursor).knows(code)
