"""What is kept of what was read: good for one stand of the store, and gone as soon as somebody writes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future
from datetime import date
from typing import Generic, TypeVar

from monitor.store.database import Database

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
