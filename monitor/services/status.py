"""What stands in the store, counted."""

from dataclasses import dataclass
from datetime import datetime

from monitor.domain.gebied import GebiedSoort
from monitor.store.database import Database
from monitor.store.migrate import schema_version
from monitor.store.status_store import StatusStore


@dataclass(frozen=True, slots=True)
class BronStatus:
    """The newest inlezing of a bron for one peiljaar."""

    naam: str
    peiljaar: int | None
    opgehaald_op: datetime


@dataclass(frozen=True, slots=True)
class Status:
    """How much there is of everything, and where the figures come from."""

    schema: int
    gebieden: dict[str, int]
    indicatoren: int
    metingen: int
    """All rows: a missing value is a row with its reason."""
    metingen_zonder_waarde: int
    verhalen: int
    """Without those that were taken back."""
    bronnen: tuple[BronStatus, ...]


def status(database: Database) -> Status:
    """Count what stands in the store."""
    with database.reading() as cursor:
        store = StatusStore(cursor)
        counted = store.gebieden()
        metingen, without = store.metingen()
        return Status(
            schema=schema_version(database),
            gebieden={soort.value: counted.get(soort.value, 0) for soort in GebiedSoort},
            indicatoren=store.indicatoren(),
            metingen=metingen,
            metingen_zonder_waarde=without,
            verhalen=store.verhalen(),
            bronnen=tuple(BronStatus(*row) for row in store.bronnen()),
        )
