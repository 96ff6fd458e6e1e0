"""Role assignments and invitations, as they hold at this moment."""

from collections.abc import Sequence
from datetime import date

from monitor.domain.gebruiker import GebruikerRol, Roltoewijzing
from monitor.store.database import Cursor

_TOEWIJZINGEN = """
SELECT DISTINCT rol, wijk, organisatie, als_vervanger
FROM roltoewijzing
WHERE persoon IN (SELECT unnest(CAST($personen AS VARCHAR[]))) AND van <= $op AND (tot IS NULL OR tot >= $op)
    AND beeindigd_op IS NULL
ORDER BY rol, wijk
"""
_UITNODIGING = """
SELECT wijk, organisatie
FROM uitnodiging
WHERE hash = $hash AND ingetrokken_op IS NULL AND geldig_tot >= $op
"""


class RechtStore:
    """Reading who has which role today."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def toewijzingen(self, personen: Sequence[str], op: date) -> tuple[Roltoewijzing, ...]:
        """The assignments that hold on `op` for somebody known by these names."""
        rows = self._cursor.rows(_TOEWIJZINGEN, {"personen": list(personen), "op": op})
        return tuple(Roltoewijzing(GebruikerRol(row[0]), *row[1:]) for row in rows)

    def uitnodiging(self, hash_: str, op: date) -> Roltoewijzing | None:
        """What an invitation allows on `op`; None when it is unknown, ended or taken back."""
        row = self._cursor.row(_UITNODIGING, {"hash": hash_, "op": op})
        return None if row is None else Roltoewijzing(GebruikerRol.OPTEKENAAR, row[0], row[1])
