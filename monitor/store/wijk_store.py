"""Writing what stands beside the figures: initiatieven, plekken, activiteiten, gebeurtenissen and money."""

from collections.abc import Sequence

from monitor.store.database import Cursor
from monitor.store.rijen import Rij, insert_rows

_INITIATIEF = "INSERT INTO initiatief BY NAME SELECT * FROM nieuwe_rijen"
_INITIATIEF_INDICATOR = "INSERT INTO initiatief_indicator BY NAME SELECT * FROM nieuwe_rijen"
_PLEK = "INSERT INTO plek BY NAME SELECT * FROM nieuwe_rijen"
_ACTIVITEIT = "INSERT INTO activiteit BY NAME SELECT * FROM nieuwe_rijen"
_ACTIVITEIT_INDICATOR = "INSERT INTO activiteit_indicator BY NAME SELECT * FROM nieuwe_rijen"
_GEBEURTENIS = "INSERT INTO gebeurtenis BY NAME SELECT * FROM nieuwe_rijen"
_FINANCIERING = "INSERT INTO financiering BY NAME SELECT * FROM nieuwe_rijen"
_OPVOLGER = "INSERT INTO gebied_opvolger BY NAME SELECT * FROM nieuwe_rijen"
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
        insert_rows(self._cursor, _INITIATIEF, rows)
        insert_rows(self._cursor, _INITIATIEF_INDICATOR, indicatoren)

    def add_plekken(self, rows: Sequence[Rij]) -> None:
        """Add plekken."""
        insert_rows(self._cursor, _PLEK, rows)

    def add_activiteiten(self, rows: Sequence[Rij], indicatoren: Sequence[Rij]) -> None:
        """Add activiteiten, and the indicators that they work on."""
        insert_rows(self._cursor, _ACTIVITEIT, rows)
        insert_rows(self._cursor, _ACTIVITEIT_INDICATOR, indicatoren)

    def add_gebeurtenissen(self, rows: Sequence[Rij]) -> None:
        """Add gebeurtenissen."""
        insert_rows(self._cursor, _GEBEURTENIS, rows)

    def add_financiering(self, rows: Sequence[Rij]) -> None:
        """Add money and hours."""
        insert_rows(self._cursor, _FINANCIERING, rows)

    def add_opvolgers(self, rows: Sequence[Rij]) -> None:
        """Say which gebied took the place of which."""
        insert_rows(self._cursor, _OPVOLGER, rows)
