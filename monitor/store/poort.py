"""A gate: many threads are inside at once, or nobody, while somebody swaps what they all stand on."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager


class Poort:
    """Open as a rule. `shut` waits until everybody is out, and lets nobody in for as long as its block runs."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._inside: Counter[int] = Counter()
        self._closed = False

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Be inside; who is inside already never waits, or it would wait for itself."""
        me = threading.get_ident()
        with self._changed:
            self._changed.wait_for(lambda: not self._closed or self._inside[me])
            self._inside[me] += 1
        try:
            yield
        finally:
            with self._changed:
                self._inside[me] -= 1
                if not self._inside[me]:
                    del self._inside[me]
                self._changed.notify_all()

    @contextmanager
    def shut(self, patience: float) -> Iterator[bool]:
        """Keep everybody out. Says False, and keeps nobody out, when some are still inside after `patience` seconds."""
        with self._changed:
            self._changed.wait_for(lambda: not self._closed)
            self._closed = True
            alone = self._changed.wait_for(lambda: not self._inside, timeout=patience)
            if not alone:
                self._open()
        try:
            yield alone
        finally:
            with self._changed:
                if alone:
                    self._open()

    def _open(self) -> None:
        self._closed = False
        self._changed.notify_all()
