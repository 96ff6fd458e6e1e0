"""What the pages ask: read through the services, and kept until something is written or the day is over."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

from monitor import settings
from monitor.domain.gebied import Gebied
from monitor.domain.gebruiker import BEZOEKER, Gebruiker
from monitor.domain.wijkbeeld import Gemeentebeeld, Verantwoording, Wijkbeeld
from monitor.nl import today_amsterdam
from monitor.services import wijkbeeld as service
from monitor.services.instellingen import Instellingen, lees
from monitor.services.stand import Kept as Kept  # the screens know it by this place
from monitor.services.stand import Stand as Stand
from monitor.store.opslag import shared_database

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

_kept: list[Kept[Any]] = []


def kept(most: int) -> Callable[[Callable[Given, Answer]], Callable[Given, Answer]]:
    """Keep the last `most` answers of a function of a stand: what was read, and what was composed from it."""

    def keep(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
        _kept.append(Kept(function, most))
        return cast("Callable[Given, Answer]", _kept[-1])

    return keep


def stand() -> Stand:
    """The store of this process as it is now."""
    database = shared_database(settings.from_environment().store)
    return database, database.versie, today_amsterdam(database.now())


@kept(1)
def instellingen(stand: Stand) -> Instellingen:
    """The settings of this gemeente."""
    return lees(stand[0])


@kept(4)
def gemeenten(stand: Stand) -> tuple[Gebied, ...]:
    """All gemeenten with wijken, by name."""
    return service.gemeenten(stand[0])


def wijkbeeld(stand: Stand, code: str, lezer: Gebruiker = BEZOEKER) -> Wijkbeeld:
    """What the wijk page shows to this kind of reader."""
    return _wijkbeeld(stand, code, lezer)


@kept(128)
def _wijkbeeld(stand: Stand, code: str, lezer: Gebruiker) -> Wijkbeeld:
    return service.wijkbeeld(stand[0], code, lezer)


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
    for answers in _kept:
        answers.clear()
