"""The names that the gemeente itself gave: of its gebieden, plekken and organisaties."""

from dataclasses import dataclass

from monitor.store.database import Cursor

_GEBIEDEN = "SELECT DISTINCT gebied, naam FROM gebied_versie"
_PLEKKEN = "SELECT DISTINCT naam FROM plek"
_ORGANISATIES = "SELECT naam FROM organisatie"
_IN_GEBRUIK = "SELECT gebied FROM verhaal UNION SELECT gebied FROM plek UNION SELECT gebied FROM activiteit"


@dataclass(frozen=True, slots=True)
class BekendeNamen:
    """What the store knows by name. `gebieden`: codes with a name; `in_gebruik`: codes where people are active."""

    gebieden: tuple[tuple[str, str], ...]
    in_gebruik: frozenset[str]
    plekken: frozenset[str]
    organisaties: frozenset[str]


class BekendStore:
    """Reads names, within one transaction of the caller."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def namen(self) -> BekendeNamen:
        """All names."""
        return BekendeNamen(
            gebieden=tuple((code, naam) for code, naam in self._cursor.rows(_GEBIEDEN)),
            in_gebruik=self._codes(_IN_GEBRUIK),
            plekken=self._codes(_PLEKKEN),
            organisaties=self._codes(_ORGANISATIES),
        )

    def _codes(self, sql: str) -> frozenset[str]:
        return frozenset(text for (text,) in self._cursor.rows(sql) if text)
