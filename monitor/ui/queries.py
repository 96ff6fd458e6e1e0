"""What the pages ask: read through the services, and kept until something is written or the day is over."""

from datetime import date
from functools import lru_cache
from typing import Any

from monitor import settings
from monitor.domain.gebied import Gebied
from monitor.domain.wijkbeeld import Gemeentebeeld, Verantwoording, Wijkbeeld
from monitor.nl import today_amsterdam
from monitor.services import wijkbeeld as service
from monitor.store.database import Database
from monitor.store.opslag import shared_database

Stand = tuple[Database, int, date]
"""What an answer holds for: this store, as it was after so many writes, on this day (permissions end on a day)."""


def stand() -> Stand:
    """The store of this process as it is now."""
    database = shared_database(settings.from_environment().store)
    return database, database.versie, today_amsterdam(database.now())


@lru_cache(maxsize=4)
def gemeenten(stand: Stand) -> tuple[Gebied, ...]:
    """All gemeenten with wijken, by name."""
    return service.gemeenten(stand[0])


@lru_cache(maxsize=128)
def wijkbeeld(stand: Stand, code: str) -> Wijkbeeld:
    """What the wijk page shows."""
    return service.wijkbeeld(stand[0], code)


@lru_cache(maxsize=64)
def gemeentebeeld(stand: Stand, code: str) -> Gemeentebeeld:
    """What the gemeente page shows."""
    return service.gemeentebeeld(stand[0], code)


@lru_cache(maxsize=16)
def verantwoording(stand: Stand, gemeente: str) -> Verantwoording:
    """How we know this."""
    return service.verantwoording(stand[0], gemeente)


@lru_cache(maxsize=16)
def kaart(stand: Stand, gemeente: str) -> list[dict[str, Any]]:
    """The shapes of the wijken, as GeoJSON features."""
    return list(service.kaart(stand[0], gemeente))


def clear() -> None:
    """Forget everything: for tests that put another store in the place of this one."""
    for query in (gemeenten, wijkbeeld, gemeentebeeld, verantwoording, kaart):
        query.cache_clear()
