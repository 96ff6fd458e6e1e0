"""What was sent in once: the same token leads to the same thing, and a code to one verhaal."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from monitor.store.database import Cursor
from monitor.store.rijen import insert_into

_DOEL = "SELECT doel FROM inzending WHERE token = $token AND soort = $soort"
_DOELEN = "SELECT token, doel FROM inzending WHERE soort = $soort AND list_contains($tokens, token)"
_BEWAAR = "INSERT INTO inzending (token, soort, doel, op) VALUES ($token, $soort, $doel, $op)"
_VERHAAL_VAN_CODE = "SELECT verhaal FROM vertelcode WHERE hash = $hash"


class InzendingStore:
    """Tokens of forms, within one transaction of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def doel(self, token: str, soort: str) -> str | None:
        """What was made with this token before; None when nothing was."""
        row = self._cursor.row(_DOEL, {"token": token, "soort": soort})
        return None if row is None else str(row[0])

    def add(self, token: str, soort: str, doel: str, op: datetime) -> None:
        """Keep what was made with a token."""
        self._cursor.execute(_BEWAAR, {"token": token, "soort": soort, "doel": doel, "op": op})

    def doelen(self, tokens: Sequence[str], soort: str) -> dict[str, str]:
        """What was made with these tokens before, by token; what is new is absent."""
        return dict(self._cursor.rows(_DOELEN, {"tokens": list(tokens), "soort": soort}))

    def add_all(self, doelen: Mapping[str, str], soort: str, op: datetime) -> None:
        """Keep what was made with several tokens."""
        rows = [{"token": token, "soort": soort, "doel": doel, "op": op} for token, doel in doelen.items()]
        insert_into(self._cursor, "inzending", rows)

    def verhaal_van_code(self, hash_: str) -> str | None:
        """The verhaal of which the code has this hash; None when no verhaal has it."""
        row = self._cursor.row(_VERHAAL_VAN_CODE, {"hash": hash_})
        return None if row is None else str(row[0])
