"""Writing indicators: versions, status, where they are adopted, and who supports or objects."""

from collections.abc import Sequence

from monitor.domain.indicator import Draagvlak, Indicator, IndicatorStatus, Rol, StemRol
from monitor.store.beeldrijen import indicator_of
from monitor.store.database import Cursor
from monitor.store.rijen import Rij, append_in_order, insert_into

_INDICATOREN = """
SELECT v.indicator, v.naam, v.eenheid, v.decimalen, v.bewijssoort, v.richting, v.soort, v.thema, i.landelijk, v.bron,
    v.versie,
    (SELECT s.status FROM indicator_status AS s WHERE s.indicator = i.code
        ORDER BY s.gebied IS NOT NULL, s.op DESC, s.id DESC LIMIT 1) AS status,
    v.definitie, v.technische_definitie, v.populatie, v.richting_uitleg, v.gemaakt_door, v.waarvoor, v.belasting
FROM indicator AS i
JOIN indicator_versie AS v ON v.indicator = i.code
QUALIFY row_number() OVER (PARTITION BY v.indicator ORDER BY v.versie DESC) = 1
"""
_DRAAGVLAK_LEZEN = "SELECT indicator, gebied, rol, voor, tegen, op, toelichting FROM draagvlak ORDER BY op, id"
_WERKT_ERAAN = """
SELECT indicator, gebied, count(*) FILTER (soort = 'activiteit'), count(*) FILTER (soort = 'initiatief')
FROM (
    SELECT k.indicator, a.gebied, 'activiteit' AS soort
    FROM activiteit_indicator AS k JOIN activiteit AS a ON a.id = k.activiteit
    UNION ALL
    SELECT k.indicator, i.gebied, 'initiatief'
    FROM initiatief_indicator AS k JOIN initiatief AS i ON i.id = k.initiatief
)
GROUP BY indicator, gebied
"""
_KERN = "SELECT gebied, indicator FROM geldig_in WHERE rol = 'kern' AND tot IS NULL"


class IndicatorStore:
    """Indicators in the store, within one transaction of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def indicatoren(self) -> dict[str, Indicator]:
        """Every indicator in its newest version, by code, apart from any gebied that adopted it."""
        return {
            row["indicator"]: indicator_of(
                row, rol=Rol.CONTEXT, status=IndicatorStatus(row["status"] or IndicatorStatus.VOORSTEL)
            )
            for row in self._cursor.records(_INDICATOREN)
        }

    def draagvlak(self) -> dict[str, dict[str, list[Draagvlak]]]:
        """All support that was counted, per indicator and gebied, oldest first."""
        found: dict[str, dict[str, list[Draagvlak]]] = {}
        for indicator, gebied, rol, *rest in self._cursor.rows(_DRAAGVLAK_LEZEN):
            found.setdefault(indicator, {}).setdefault(gebied, []).append(Draagvlak(StemRol(rol), *rest))
        return found

    def werkt_eraan(self) -> dict[str, dict[str, tuple[int, int]]]:
        """How many activiteiten and how many initiatieven work on an indicator, per gebied."""
        found: dict[str, dict[str, tuple[int, int]]] = {}
        for indicator, gebied, activiteiten, initiatieven in self._cursor.rows(_WERKT_ERAAN):
            found.setdefault(indicator, {})[gebied] = (activiteiten, initiatieven)
        return found

    def kern(self) -> dict[str, set[str]]:
        """The kernindicatoren that are in force now, per gebied."""
        kern: dict[str, set[str]] = {}
        for gebied, indicator in self._cursor.rows(_KERN):
            kern.setdefault(gebied, set()).add(indicator)
        return kern

    def add_bron(self, row: Rij) -> None:
        """Add a bron; one that is known stays as it is."""
        insert_into(self._cursor, "bron", [row], keep_known=True)

    def add(self, indicatoren: Sequence[Rij], versies: Sequence[Rij], statussen: Sequence[Rij]) -> None:
        """Add indicators, versions of indicators, and their status."""
        insert_into(self._cursor, "indicator", indicatoren)
        insert_into(self._cursor, "indicator_versie", versies)
        append_in_order(self._cursor, "indicator_status", statussen, of=("indicator",))

    def add_geldig_in(self, rows: Sequence[Rij]) -> None:
        """Adopt indicators in gebieden."""
        insert_into(self._cursor, "geldig_in", rows)

    def add_draagvlak(self, rows: Sequence[Rij]) -> None:
        """Append counted support."""
        insert_into(self._cursor, "draagvlak", rows)

    def add_bezwaren(self, rows: Sequence[Rij]) -> None:
        """Append objections."""
        insert_into(self._cursor, "bezwaar", rows)
