"""What the pages ask: read through the services, and kept until something is written or the day is over."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future
from datetime import date
from typing import Any, Generic, ParamSpec, TypeVar, cast

from monitor import settings
from monitor.domain.gebied import Gebied
from monitor.domain.gebruiker import BEZOEKER, Gebruiker
from monitor.domain.wijkbeeld import Gemeentebeeld, Verantwoording, Wijkbeeld
from monitor.nl import today_amsterdam
from monitor.services import wijkbeeld as service
from monitor.services.instellingen import Instellingen, lees
from monitor.store.database import Database
from monitor.store.opslag import shared_database

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

Stand = tuple[Database, int, date]
"""What an answer holds for: this store, as it was after so many writes, on this day (permissions end on a day)."""


class Kept(Generic[Answer]):
    """The answers of a function of a stand, shared by all sessions: they are values that nobody changes.

    Who asks for what somebody else is reading waits for that answer, so a crowd costs one reading. When the store was
    written to or the day is over, all older answers go at once: what a teller took back is not kept here either.
    """

    def __init__(self, function: Callable[..., Answer], most: int) -> None:
        self._function = function
        self._most = most
        self._lock = threading.Lock()
        self._stand: Stand | None = None
        self._answers: OrderedDict[Hashable, Future[Answer]] = OrderedDict()

    def __call__(self, stand: Stand, *rest: Hashable) -> Answer:
        """The answer for this stand: kept, waited for, or asked now."""
        with self._lock:
            if self._stand != stand:
                self._answers.clear()
                self._stand = stand
            answer = self._answers.get(rest)
            asked = answer is not None
            if answer is None:
                answer = self._answers[rest] = Future()
            self._answers.move_to_end(rest)
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return answer.result() if asked else self._ask(answer, stand, *rest)

    def clear(self) -> None:
        """Forget all answers."""
        with self._lock:
            self._answers.clear()

    def _ask(self, answer: Future[Answer], stand: Stand, *rest: Hashable) -> Answer:
        try:
            value = self._function(stand, *rest)
        except BaseException as error:
            with self._lock:
                if self._answers.get(rest) is answer:
                    del self._answers[rest]
            answer.set_exception(error if isinstance(error, Exception) else CancelledError())
            raise
        answer.set_result(value)
        return value


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
