"""Writing what stands beside the figures: initiatieven, plekken, activiteiten, gebeurtenissen and money."""

from collections.abc import Sequence

from monitor.store.database import Cursor
from monitor.store.rijen import Rij, insert_into

_BEKEND = """
SELECT 'gebied' AS soort, code FROM gebied
UNION ALL SELECT 'thema', code FROM thema
UNION ALL SELECT 'indicator', code FROM indicator
UNION ALL SELECT 'bron', code FROM bron
UNION ALL SELECT 'activiteit', id FROM activiteit
UNION ALL SELECT 'initiatief', id FROM initiatief
"""


class WijkStore:
    """What is there and what is done in a wijk, within one transaction of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def known(self) -> dict[str, set[str]]:
        """All codes and ids that a new row may refer to, per soort."""
        known: dict[str, set[str]] = {
            soort: set() for soort in ("gebied", "thema", "indicator", "bron", "activiteit", "initiatief")
        }
        for soort, code in self._cursor.rows(_BEKEND):
            known[soort].add(code)
        return known

    def add_initiatieven(self, rows: Sequence[Rij], indicatoren: Sequence[Rij]) -> None:
        """Add initiatieven, and the indicators that they work on."""
        insert_into(self._cursor, "initiatief", rows)
        insert_into(self._cursor, "initiatief_indicator", indicatoren)

    def add_plekken(self, rows: Sequence[Rij]) -> None:
        """Add plekken."""
        insert_into(self._cursor, "plek", rows)

    def add_activiteiten(self, rows: Sequence[Rij], indicatoren: Sequence[Rij]) -> None:
        """Add activiteiten, and the indicators that they work on."""
        insert_into(self._cursor, "activiteit", rows)
        insert_into(self._cursor, "activiteit_indicator", indicatoren)

    def add_gebeurtenissen(self, rows: Sequence[Rij]) -> None:
        """Add gebeurtenissen."""
        insert_into(self._cursor, "gebeurtenis", rows)

    def add_financiering(self, rows: Sequence[Rij]) -> None:
        """Add money and hours."""
        insert_into(self._cursor, "financiering", rows)

    def add_opvolgers(self, rows: Sequence[Rij]) -> None:
        """Say which gebied took the place of which."""
        insert_into(self._cursor, "gebied_opvolger", rows)
