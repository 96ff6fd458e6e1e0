"""What the gemeente itself named, from its store: read once per state of it."""

from weakref import WeakKeyDictionary

from monitor.domain.gebied import gemeente_of
from monitor.domain.persoonsgegeven import Bekend
from monitor.store.bekend_store import BekendeNamen, BekendStore
from monitor.store.database import Database

_WEINIG = 10
"""So many gemeenten in a store without anything of people can still all be meant."""
_KORTSTE = 3
_gelezen: WeakKeyDictionary[Database, tuple[int, Bekend]] = WeakKeyDictionary()


def bekend_uit(database: Database) -> Bekend:
    """The names of the gemeente's gebieden and plekken, which may be told, and of its organisaties, which are not."""
    versie = database.versie
    kept = _gelezen.get(database)
    if kept is not None and kept[0] == versie:
        return kept[1]
    with database.reading() as cursor:
        bekend = _as_bekend(BekendStore(cursor).namen())
    _gelezen[database] = (versie, bekend)
    return bekend


def _as_bekend(known: BekendeNamen) -> Bekend:
    """A national file names thousands of gebieden, half of them after people: only the gemeenten in use count."""
    used = {gemeente_of(code) for code in known.in_gebruik} - {None}
    gemeenten = {gemeente_of(code) for code, _ in known.gebieden} - {None}
    if not used and len(gemeenten) <= _WEINIG:
        used = gemeenten
    namen = {naam for code, naam in known.gebieden if gemeente_of(code) in used} | known.plekken
    return Bekend(
        frozenset(naam for naam in namen if len(naam) >= _KORTSTE),
        frozenset(naam for naam in known.organisaties if len(naam) >= _KORTSTE),
    )
