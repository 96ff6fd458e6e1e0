"""Where things are and how this process was started: read from the environment, once, by the outermost caller."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
VOORBEELD = DATA / "voorbeeld"
KOPPELINGEN = DATA / "koppelingen"
GEWONE_WOORDEN = DATA / "gewone_woorden.csv"
MIGRATIES = Path(__file__).resolve().parent / "store" / "migrations"
GEHEIMEN = ROOT / ".streamlit" / "secrets.toml"
"""Where the keys for signing in stand, unless MONITOR_GEHEIMEN says otherwise."""
PROEF_COOKIE = "tv-proef"
"""Tells one browser from another where "Kijk als ..." may exist, so that following a link keeps who was chosen."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How this process runs."""

    store: str
    """Path of the DuckDB file, or ":memory:"."""
    proef: bool
    """True when "Kijk als ..." may exist (set by `make run`)."""
    adres: str = ""
    """The address at which this process listens, as `serve` bound it; empty when somebody else serves."""
    doorgever: bool = False
    """True when a proxy of our own stands before us and tells the address of the visitor (X-Forwarded-For)."""
    geheimen: Path = GEHEIMEN
    """The file with the keys for signing in."""


def from_environment() -> Settings:
    """The settings of this process: MONITOR_STORE, MONITOR_PROEF and the like, with their defaults."""
    return Settings(
        store=os.environ.get("MONITOR_STORE") or str(DATA / "monitor.duckdb"),
        proef=os.environ.get("MONITOR_PROEF", "") == "1",
        adres=os.environ.get("MONITOR_ADRES", ""),
        doorgever=os.environ.get("MONITOR_DOORGEVER", "") == "1",
        geheimen=Path(os.environ.get("MONITOR_GEHEIMEN") or GEHEIMEN),
    )
