"""How long things are kept: what is over its time is emptied, and counts stay as they were."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from monitor.domain.regels import BEWAAR_GEWEIGERD, BEWAAR_ORIGINEEL
from monitor.nl import today_amsterdam
from monitor.services.verhaalstand import changed
from monitor.store.bewaartermijn_store import ALLES, BewaartermijnStore
from monitor.store.database import Cursor

BEWAAR_VERLOPEN = timedelta(days=30)
"""How long the words of a verhaal are kept after its last permission ended."""
BEWAAR_LOGBOEK = timedelta(days=2 * 365)
"""How long a line of the logboek is kept."""
BEWAAR_INZENDING = timedelta(days=30)
"""How long we know which form was answered: nobody sends the same one later."""

INLEZEN = "verhaal inlezen"
"""What the tokens of rows of a file stand for. They are kept: a verhaal that was taken back must not be read again."""


@dataclass(frozen=True, slots=True)
class Geleegd:
    """How much was over its time."""

    oorspronkelijk: int = 0
    """Verhalen of which the earlier versions were emptied."""
    geweigerd: int = 0
    verlopen: int = 0
    logboek: int = 0
    inzendingen: int = 0

    @property
    def woorden(self) -> int:
        """Of how many verhalen words went."""
        return self.oorspronkelijk + self.geweigerd + self.verlopen


def empty_expired(cursor: Cursor, now: datetime) -> Geleegd:
    """Empty or delete everything that is over its time, in the transaction of a caller."""
    store = BewaartermijnStore(cursor)
    due = store.due(
        agreed_until=now - BEWAAR_ORIGINEEL,
        refused_until=now - BEWAAR_GEWEIGERD,
        ended_until=today_amsterdam(now) - BEWAAR_VERLOPEN - timedelta(days=1),
    )
    whole = list(dict.fromkeys((*due.geweigerd, *due.verlopen)))
    store.empty_before(due.oorspronkelijk, now)
    store.empty(whole, now)
    changed(cursor, [*whole, *(verhaal for verhaal, _ in due.oorspronkelijk)])
    return Geleegd(
        oorspronkelijk=len(due.oorspronkelijk),
        geweigerd=len(due.geweigerd),
        verlopen=len(due.verlopen),
        logboek=store.delete_logboek(now - BEWAAR_LOGBOEK),
        inzendingen=store.delete_inzendingen(now - BEWAAR_INZENDING, behalve=INLEZEN),
    )


def emptied(cursor: Cursor) -> list[tuple[str, int]]:
    """What was emptied in this store because its time was over: of which verhalen, and before which version."""
    return BewaartermijnStore(cursor).emptied()


def empty_again(cursor: Cursor, verhalen: Sequence[tuple[str, int]], now: datetime) -> int:
    """Empty in an older copy what was emptied since, in the transaction of a caller; returns of how many verhalen."""
    store = BewaartermijnStore(cursor)
    full = store.still_full(verhalen)
    store.empty_before([it for it in full if it[1] != ALLES], now)
    store.empty([verhaal for verhaal, voor_versie in full if voor_versie == ALLES], now)
    changed(cursor, [verhaal for verhaal, _ in full])
    return len(full)
