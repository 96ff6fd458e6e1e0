"""What the pages ask: read through the services, and kept until something is written or the day is over."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar, cast

from monitor import settings
from monitor.domain.gebied import Gebied
from monitor.domain.wijkbeeld import Gemeentebeeld, Verantwoording, Wijkbeeld
from monitor.nl import today_amsterdam
from monitor.services import wijkbeeld as service
from monitor.store.database import Database
from monitor.store.opslag import shared_database

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

Stand = tuple[Database, int, date]
"""What an answer holds for: this store, as it was after so many writes, on this day (permissions end on a day)."""


_forget: list[Callable[[], None]] = []


def kept(most: int) -> Callable[[Callable[Given, Answer]], Callable[Given, Answer]]:
    """Keep the last `most` answers of a function of a stand: what was read, and what was composed from it.

    Answers are values that nobody changes, so all sessions share them; an older stand falls out by itself.
    """

    def keep(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
        keeping = lru_cache(maxsize=most)(function)
        _forget.append(keeping.cache_clear)
        return cast("Callable[Given, Answer]", keeping)

    return keep


def stand() -> Stand:
    """The store of this process as it is now."""
    database = shared_database(settings.from_environment().store)
    return database, database.versie, today_amsterdam(database.now())


@kept(4)
def gemeenten(stand: Stand) -> tuple[Gebied, ...]:
    """All gemeenten with wijken, by name."""
    return service.gemeenten(stand[0])


@kept(128)
def wijkbeeld(stand: Stand, code: str) -> Wijkbeeld:
    """What the wijk page shows."""
    return service.wijkbeeld(stand[0], code)


@kept(64)
def gemeentebeeld(stand: Stand, code: str) -> Gemeentebeeld:
    """What the gemeente page shows."""
    return service.gemeentebeeld(stand[0], code)


@kept(16)
def verantwoording(stand: Stand, gemeente: str) -> Verantwoording:
    """How we know this."""
    return service.verantwoording(stand[0], gemeente)


@kept(16)
def kaart(stand: Stand, gemeente: str) -> list[dict[str, Any]]:
    """The shapes of the wijken, as GeoJSON features."""
    return list(service.kaart(stand[0], gemeente))


def clear() -> None:
    """Forget everything: for tests and benchmarks that begin anew."""
    for forget in _forget:
        forget()
