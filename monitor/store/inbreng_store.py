"""Signalen: what somebody noticed in a wijk, without persons in it."""

from dataclasses import dataclass
from datetime import date

from monitor.store.database import Cursor
from monitor.store.rijen import Rij, insert_into

_SIGNALEN = """
SELECT s.id, t.naam, s.tekst, s.van, s.gezien_op
FROM signaal AS s
JOIN thema AS t ON t.code = s.thema
WHERE s.gebied = $wijk
ORDER BY s.gezien_op DESC, s.gemaakt_op DESC, s.id
LIMIT $hoeveel
"""


@dataclass(frozen=True, slots=True)
class Signaal:
    """What somebody noticed, as others of the wijk read it."""

    id: str
    thema: str
    """By name."""
    tekst: str
    van: str
    """From where it was noticed: the role, never a name."""
    gezien_op: date


class InbrengStore:
    """Signalen, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def add_signaal(self, row: Rij) -> None:
        """Add a signaal."""
        insert_into(self._cursor, "signaal", [row])

    def signalen(self, wijk: str, hoeveel: int) -> tuple[Signaal, ...]:
        """The newest signalen of a wijk."""
        rows = self._cursor.rows(_SIGNALEN, {"wijk": wijk, "hoeveel": hoeveel})
        return tuple(Signaal(*row) for row in rows)
