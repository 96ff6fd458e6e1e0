"""Numbered SQL migrations, each in one transaction together with the line that says it was applied."""

from dataclasses import dataclass
from pathlib import Path

from monitor.errors import OpslagNietBereikbaar, OpslagTeNieuw, OpslagVerouderd
from monitor.settings import MIGRATIES
from monitor.store.database import Database

_TABLE = """
CREATE TABLE IF NOT EXISTS migratie (
    nummer INTEGER PRIMARY KEY,
    naam VARCHAR NOT NULL,
    toegepast_op TIMESTAMP NOT NULL
)
"""


@dataclass(frozen=True, slots=True)
class Migratie:
    """One numbered step of the schema."""

    nummer: int
    naam: str
    path: Path


def known_migraties() -> tuple[Migratie, ...]:
    """All migrations that this program knows, in order."""
    return tuple(
        Migratie(int(path.name[:4]), path.stem[5:], path)
        for path in sorted(MIGRATIES.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    )


def _refuse_foreign(database: Database) -> None:
    """Raise OpslagNietBereikbaar when the file holds tables that no migration of ours made."""
    with database.reading() as cursor:
        row = cursor.row("SELECT count(*) FROM duckdb_tables() WHERE database_name = 'monitor'")
    if row and row[0]:
        raise OpslagNietBereikbaar(f"{database.path} is een database van een ander programma. Kies een ander bestand.")


def schema_version(database: Database) -> int:
    """The number of the newest migration that was applied; 0 for an empty store. Only reads."""
    with database.reading() as cursor:
        known = cursor.row(
            "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'monitor' AND table_name = 'migratie'"
        )
        if not known or not known[0]:
            return 0
        newest = cursor.row("SELECT coalesce(max(nummer), 0) FROM migratie")
    return int(newest[0]) if newest else 0


def check_version(database: Database) -> None:
    """Raise OpslagTeNieuw or OpslagVerouderd when the store has another schema than this program."""
    version, newest = schema_version(database), known_migraties()[-1].nummer
    if version == 0:
        _refuse_foreign(database)
    if version > newest:
        raise OpslagTeNieuw(
            f"De opslag is gemaakt door een nieuwere versie van dit programma (stand {version}, bekend tot {newest})."
        )
    if version < newest:
        raise OpslagVerouderd(
            f"De opslag is nog niet bijgewerkt (stand {version}, nodig is {newest}). "
            "Start het dashboard, of haal iets op: dan gebeurt dat vanzelf."
        )


def migrate(database: Database) -> int:
    """Bring the store to the newest schema; returns how many migrations were applied.

    Raises OpslagTeNieuw when a newer program made the store, OpslagNietBereikbaar when another program did.
    """
    version, migraties = schema_version(database), known_migraties()
    if version == 0:
        _refuse_foreign(database)
    if version > migraties[-1].nummer:
        check_version(database)
    pending = [migratie for migratie in migraties if migratie.nummer > version]
    for migratie in pending:
        with database.writing() as cursor:
            cursor.execute(_TABLE)
            cursor.execute(migratie.path.read_text(encoding="utf-8"))
            cursor.execute(
                "INSERT INTO migratie (nummer, naam, toegepast_op) VALUES (?, ?, ?)",
                [migratie.nummer, migratie.naam, database.now()],
            )
    return len(pending)
