"""The steps of indicators in one wijk: what was decided there, who carries it, and what works on it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from monitor.domain.indicator import Bezwaar, Draagvlak, IndicatorStatus, Rol, StemRol
from monitor.domain.kiezen import BezwaarRegel
from monitor.domain.levensloop import AdoptieStand, Stap, Werk
from monitor.store.database import Cursor
from monitor.store.rijen import Rij, append_in_order, insert_into

_STAPPEN = """
SELECT indicator, status, op, reden, gebied IS NOT NULL
FROM indicator_status
WHERE gebied IS NULL OR gebied = $gebied
ORDER BY op, id
"""
_ADOPTIES = """
SELECT indicator, id, rol, van, tot, reden FROM geldig_in WHERE gebied = $gebied ORDER BY volgorde, van, id
"""
_DRAAGVLAK = """
SELECT indicator, rol, voor, tegen, op, toelichting FROM draagvlak WHERE gebied = $gebied ORDER BY op, id
"""
_BEZWAREN = """
SELECT indicator, id, rol, tekst, op, antwoord, beantwoord_op FROM bezwaar WHERE gebied = $gebied ORDER BY op, id
"""
_WERK = """
WITH laatste AS (
    SELECT coalesce(activiteit, initiatief) AS zaak, arg_max(status, nummer) IN ('loopt', 'proef') AS loopt
    FROM voortgang
    GROUP BY zaak
)
SELECT 'activiteit' AS soort, a.id, a.naam,
    coalesce(v.loopt, a.status IN ('loopt', 'proef') AND a.geeindigd_op IS NULL) AS loopt
FROM activiteit AS a
LEFT JOIN laatste AS v ON v.zaak = a.id
WHERE a.gebied IN ($gebied, $gemeente)
UNION ALL
SELECT 'initiatief', i.id, i.naam, coalesce(v.loopt, i.tot IS NULL)
FROM initiatief AS i
LEFT JOIN laatste AS v ON v.zaak = i.id
WHERE i.gebied IN ($gebied, $gemeente)
ORDER BY naam, id
"""
_WERKT_AAN = """
SELECT indicator, activiteit FROM activiteit_indicator
UNION ALL
SELECT indicator, initiatief FROM initiatief_indicator
"""
_WIJKEN = """
SELECT gebied FROM geldig_in WHERE indicator = $indicator AND tot IS NULL
UNION
SELECT gebied FROM indicator_status WHERE indicator = $indicator AND gebied IS NOT NULL
ORDER BY gebied
"""
_EINDE = "UPDATE geldig_in SET tot = $tot, reden = $reden WHERE id = $id AND tot IS NULL"
_ANTWOORD = "UPDATE bezwaar SET antwoord = $antwoord, beantwoord_op = $op WHERE id = $id AND antwoord IS NULL"
_BEZWAAR = "SELECT gebied, antwoord FROM bezwaar WHERE id = $id"
_TEKST_WEG = "UPDATE bezwaar SET tekst = $zin WHERE id = $id"
_ANTWOORD_WEG = "UPDATE bezwaar SET antwoord = $zin WHERE id = $id AND antwoord IS NOT NULL"
_ANTWOORD_ERBIJ = "UPDATE bezwaar SET antwoord = antwoord || ' ' || $antwoord, beantwoord_op = $op WHERE id = $id"
_VERSIES = "SELECT * FROM indicator_versie WHERE indicator = $indicator ORDER BY versie"
_PERIODEN = """
SELECT DISTINCT periode
FROM meting
WHERE indicator = $indicator AND periode_start >= $vanaf AND waarde IS NOT NULL
ORDER BY periode
"""
_VOORBIJ = """
SELECT max(geldig_tot) FROM gebied_versie WHERE gebied = $gebied HAVING count(*) = count(geldig_tot)
"""
_BREUK_WEG = "DELETE FROM breuk WHERE id = $id"


class LevensloopStore:
    """What was decided about indicators in a wijk, within one cursor of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def ended(self, gebied: str) -> date | None:
        """The last day of a gebied that is no longer there; None: it is there."""
        row = self._cursor.row(_VOORBIJ, {"gebied": gebied})
        return None if row is None else row[0]

    def stappen(self, gebied: str) -> tuple[dict[str, list[Stap]], dict[str, list[Stap]]]:
        """The steps that were taken in a wijk, and those that hold everywhere, by indicator, oldest first."""
        eigen: dict[str, list[Stap]] = {}
        overal: dict[str, list[Stap]] = {}
        for indicator, status, op, reden, own in self._cursor.rows(_STAPPEN, {"gebied": gebied}):
            (eigen if own else overal).setdefault(indicator, []).append(Stap(IndicatorStatus(status), op, reden))
        return eigen, overal

    def adopties(self, gebied: str) -> dict[str, list[AdoptieStand]]:
        """What indicators are and were for a wijk, in the order of the wijk; of each, oldest first."""
        found: dict[str, list[AdoptieStand]] = {}
        for indicator, id_, rol, *rest in self._cursor.rows(_ADOPTIES, {"gebied": gebied}):
            found.setdefault(indicator, []).append(AdoptieStand(id_, Rol(rol), *rest))
        return {code: sorted(all_, key=_age) for code, all_ in found.items()}

    def draagvlak(self, gebied: str) -> dict[str, list[Draagvlak]]:
        """All support that was counted in a wijk, by indicator, oldest first."""
        found: dict[str, list[Draagvlak]] = {}
        for indicator, rol, *rest in self._cursor.rows(_DRAAGVLAK, {"gebied": gebied}):
            found.setdefault(indicator, []).append(Draagvlak(StemRol(rol), *rest))
        return found

    def bezwaren(self, gebied: str) -> dict[str, list[BezwaarRegel]]:
        """All objections of a wijk, by indicator, oldest first."""
        found: dict[str, list[BezwaarRegel]] = {}
        for indicator, id_, rol, *rest in self._cursor.rows(_BEZWAREN, {"gebied": gebied}):
            found.setdefault(indicator, []).append(BezwaarRegel(id_, Bezwaar(StemRol(rol), *rest)))
        return found

    def werk(self, gebied: str, gemeente: str) -> tuple[Werk, ...]:
        """What is done in a wijk or in its whole gemeente, by name."""
        return tuple(Werk(*row) for row in self._cursor.rows(_WERK, {"gebied": gebied, "gemeente": gemeente}))

    def werkt_aan(self) -> dict[str, set[str]]:
        """Ids of the activiteiten and initiatieven that work on an indicator, by its code."""
        found: dict[str, set[str]] = {}
        for indicator, id_ in self._cursor.rows(_WERKT_AAN):
            found.setdefault(indicator, set()).add(id_)
        return found

    def wijken(self, indicator: str) -> tuple[str, ...]:
        """The wijken that watch an indicator, or that took a step of their own with it."""
        return tuple(row[0] for row in self._cursor.rows(_WIJKEN, {"indicator": indicator}))

    def add_stap(self, row: Rij) -> None:
        """Append a step."""
        append_in_order(self._cursor, "indicator_status", [row], of=("indicator",))

    def add_adoptie(self, row: Rij) -> None:
        """Let a wijk watch an indicator."""
        insert_into(self._cursor, "geldig_in", [row])

    def end_adoptie(self, adoptie: AdoptieStand, tot: date, reden: str) -> None:
        """Let a wijk watch an indicator no longer. Why it began stays beside why it ended."""
        reasons = " ".join(text for text in (adoptie.reden, reden) if text)
        self._cursor.execute(_EINDE, {"id": adoptie.id, "tot": max(tot, adoptie.van), "reden": reasons})

    def add_werkt_aan(self, soort: str, id_: str, indicator: str) -> None:
        """Say that an activiteit or initiatief works on an indicator."""
        insert_into(self._cursor, f"{soort}_indicator", [{soort: id_, "indicator": indicator}], keep_known=True)

    def bezwaar(self, id_: str) -> tuple[str, str | None] | None:
        """The gebied of an objection and its answer; None when there is no such one."""
        row = self._cursor.row(_BEZWAAR, {"id": id_})
        return None if row is None else (row[0], row[1])

    def remove_words(self, id_: str, zin: str) -> None:
        """Let a sentence that says so take the place of the words of an objection."""
        self._cursor.execute(_TEKST_WEG, {"id": id_, "zin": zin})

    def remove_antwoord(self, id_: str, zin: str) -> None:
        """Let a sentence that says so take the place of the answer to an objection."""
        self._cursor.execute(_ANTWOORD_WEG, {"id": id_, "zin": zin})

    def answer_again(self, id_: str, antwoord: str, op: date) -> None:
        """Put an answer behind the sentence that says that one was taken away."""
        self._cursor.execute(_ANTWOORD_ERBIJ, {"id": id_, "antwoord": antwoord, "op": op})

    def add_bezwaar(self, row: Rij) -> None:
        """Append an objection."""
        insert_into(self._cursor, "bezwaar", [row])

    def answer_bezwaar(self, id_: str, antwoord: str, op: date) -> None:
        """Answer an objection that has no answer yet."""
        self._cursor.execute(_ANTWOORD, {"id": id_, "antwoord": antwoord, "op": op})

    def versies(self, indicator: str) -> Sequence[Mapping[str, Any]]:
        """The versions of an indicator as they stand in the store, the newest last; none when it is not known."""
        found: Sequence[Mapping[str, Any]] = self._cursor.arrow(_VERSIES, {"indicator": indicator}).to_pylist()
        return found

    def perioden(self, indicator: str, vanaf: date) -> tuple[str, ...]:
        """The periods from a day on of which there is a figure anywhere."""
        return tuple(row[0] for row in self._cursor.rows(_PERIODEN, {"indicator": indicator, "vanaf": vanaf}))

    def add_breuk(self, row: Rij) -> None:
        """Split the line of an indicator; a break that is there already stays as it is."""
        insert_into(self._cursor, "breuk", [row], keep_known=True)

    def remove_breuk(self, id_: str) -> None:
        """Let a line go on where a description was put right."""
        self._cursor.execute(_BREUK_WEG, {"id": id_})


def _age(it: AdoptieStand) -> tuple[date, date, str]:
    """What ended comes before what began on the day that it ended."""
    return it.van, it.tot or date.max, it.id
