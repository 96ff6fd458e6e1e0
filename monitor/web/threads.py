"""Work beside the event loop: a few at a time, so that who asks for figures never makes somebody's page wait."""

from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

Answer = TypeVar("Answer")


class Bezet(Exception):
    """So many wait already that one more would wait for nothing."""


class Threads:
    """At most `most` pieces of work at once, and `waiting` that wait for their turn."""

    def __init__(self, *, most: int, waiting: int) -> None:
        self._limiter = CapacityLimiter(most)
        self._room = most + waiting
        self._inside = 0

    async def run(self, work: Callable[[], Answer]) -> Answer:
        """What `work` gives, done in a thread. Raises Bezet when there is no room to wait."""
        if self._inside >= self._room:
            raise Bezet
        self._inside += 1
        try:
            return await to_thread.run_sync(work, limiter=self._limiter)
        finally:
            self._inside -= 1
