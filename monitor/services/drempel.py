"""How often something may be tried: kept in the memory of this process, and never with anybody's words.

Whoever is over the limit is refused in a sentence; the caller writes the line in the logboek (`rechten.refuse`).
"""

import threading
from collections import OrderedDict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil

from monitor.errors import NietToegestaan

MEESTE_ADRESSEN = 10_000
"""Of so many addresses per kind we remember what they did; the ones that were quiet longest are forgotten first."""
_TE_VAAK = "Dit ging te vaak achter elkaar. Wacht {wachten}."


class DrempelSoort(StrEnum):
    """What is counted; its value is the word in the logboek."""

    VERKEERDE_CODE = "verkeerde code"
    VERTELLEN = "vertellen zonder aanmelden"
    MELDING = "melding over een verhaal"
    MELDING_ZELFDE = "nog een melding over hetzelfde verhaal"


@dataclass(frozen=True, slots=True)
class Drempel:
    """At most so many times in so long, for every address."""

    meeste: int
    per: timedelta


DREMPELS: Mapping[DrempelSoort, tuple[Drempel, ...]] = {
    # None for all addresses together: it would shut out tellers with a right code, and nobody can try 2^95 codes.
    DrempelSoort.VERKEERDE_CODE: (Drempel(5, timedelta(minutes=15)),),
    DrempelSoort.VERTELLEN: (Drempel(10, timedelta(hours=1)),),
    DrempelSoort.MELDING: (Drempel(5, timedelta(hours=1)),),
    DrempelSoort.MELDING_ZELFDE: (Drempel(1, timedelta(days=30)),),
}


class Telling:
    """Counts what addresses do. Threads share it."""

    def __init__(
        self,
        drempels: Mapping[DrempelSoort, Sequence[Drempel]] = DREMPELS,
        *,
        meeste_adressen: int = MEESTE_ADRESSEN,
    ) -> None:
        self._drempels = drempels
        self._meeste = meeste_adressen
        self._lock = threading.Lock()
        self._momenten: dict[DrempelSoort, OrderedDict[str, deque[datetime]]] = {}

    def check(self, soort: DrempelSoort, wie: str, now: datetime) -> None:
        """Let it pass, and count it. Raises NietToegestaan, and counts nothing, when this went too often."""
        with self._lock:
            self._refuse_too_often(soort, wie, now)
            self._count(soort, wie, now)

    def look(self, soort: DrempelSoort, wie: str, now: datetime) -> None:
        """Refuse as `check` does, and count nothing: before trying what only counts when it goes wrong."""
        with self._lock:
            self._refuse_too_often(soort, wie, now)

    def count(self, soort: DrempelSoort, wie: str, now: datetime) -> None:
        """Count what went wrong after `look` let it pass."""
        with self._lock:
            self._count(soort, wie, now)

    def clear(self) -> None:
        """Forget everything: for tests that begin anew."""
        with self._lock:
            self._momenten.clear()

    def _refuse_too_often(self, soort: DrempelSoort, wie: str, now: datetime) -> None:
        for drempel in self._drempels[soort]:
            since = [it for it in self._of(soort, wie) if now - drempel.per < it <= now]
            if len(since) >= drempel.meeste:
                free = since[-drempel.meeste] + drempel.per
                raise NietToegestaan(_TE_VAAK.format(wachten=_wachten(free - now)))

    def _of(self, soort: DrempelSoort, wie: str) -> Sequence[datetime]:
        known = self._momenten.get(soort)
        return () if known is None else known.get(wie, ())

    def _count(self, soort: DrempelSoort, wie: str, now: datetime) -> None:
        most = max(it.meeste for it in self._drempels[soort])
        known = self._momenten.setdefault(soort, OrderedDict())
        known.setdefault(wie, deque(maxlen=most)).append(now)
        known.move_to_end(wie)
        while len(known) > self._meeste:
            known.popitem(last=False)


def _wachten(rest: timedelta) -> str:
    minutes = max(1, ceil(rest / timedelta(minutes=1)))
    return "1 minuut" if minutes == 1 else f"{minutes} minuten"


telling = Telling()
"""The one of this process."""
