"""Where things are and how this process was started: read from the environment, once, by the outermost caller."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
VOORBEELD = DATA / "voorbeeld"
KOPPELINGEN = DATA / "koppelingen"
MIGRATIES = Path(__file__).resolve().parent / "store" / "migrations"


@dataclass(frozen=True, slots=True)
class Settings:
    """How this process runs."""

    store: str
    """Path of the DuckDB file, or ":memory:"."""
    proef: bool
    """True when "Kijk als ..." may exist (set by `make run`)."""


def from_environment() -> Settings:
    """The settings of this process: MONITOR_STORE and MONITOR_PROEF, with their defaults."""
    return Settings(
        store=os.environ.get("MONITOR_STORE") or str(DATA / "monitor.duckdb"),
        proef=os.environ.get("MONITOR_PROEF", "") == "1",
    )
