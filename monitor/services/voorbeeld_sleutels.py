"""Ids of the example: the same every time, until somebody took away what had one; then the next.

What was taken back stays taken back, also where the example is loaded anew: what refers to it must find the new one.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from monitor.services.invoer import id_beside

_WEG: ContextVar[Collection[str]] = ContextVar("weg", default=())


@contextmanager
def beside(weg: Collection[str]) -> Iterator[None]:
    """In here `id_of` gives nothing an id that is among `weg`, those that were taken away."""
    token = _WEG.set(weg)
    try:
        yield
    finally:
        _WEG.reset(token)


def id_of(*delen: str) -> str:
    """The id of a row of the example: of what kind it is, and its key."""
    return id_beside(_WEG.get(), *delen)
