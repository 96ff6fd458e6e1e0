"""Cijfers ophalen from Beheer: the same readers and the same checks as the commands, for who may."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from monitor.domain.gebied import GebiedSoort, normalize_code, soort_of
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling
from monitor.errors import OngeldigeInvoer
from monitor.services.inlezen import import_gebieden, import_kwb, import_leefbaarometer, import_rivm
from monitor.services.rechten import require
from monitor.services.wijzigingen import Wijzigingen
from monitor.store.database import Database

_UNUSUAL = re.compile(r"[^\w.\-]+")
_NAAM_MAX = 120


class BronSoort(StrEnum):
    """From whom a file comes."""

    KWB = "kwb"
    RIVM = "rivm"
    LEEFBAAROMETER = "leefbaarometer"
    GEBIEDEN = "gebieden"


_LEZERS: Mapping[BronSoort, Callable[..., Wijzigingen]] = {
    BronSoort.KWB: import_kwb,
    BronSoort.RIVM: import_rivm,
    BronSoort.LEEFBAAROMETER: import_leefbaarometer,
    BronSoort.GEBIEDEN: import_gebieden,
}


def haal_op(
    database: Database,
    gebruiker: Gebruiker,
    soort: BronSoort,
    naam: str,
    inhoud: bytes,
    *,
    gemeente: str = "",
    jaar: str = "",
    dry_run: bool,
) -> Wijzigingen:
    """Read one file that somebody brought; a dry run only tells what would change. Raises OngeldigeInvoer."""
    gebruiker = require(database, gebruiker, Handeling.CIJFERS_INLEZEN)
    gemeenten, year = _gemeenten(gemeente), _jaar(jaar)
    with brought(naam, inhoud) as path:
        return _LEZERS[soort](database, [path], door=gebruiker.id, gemeenten=gemeenten, year=year, dry_run=dry_run)


@contextmanager
def brought(naam: str, inhoud: bytes) -> Iterator[Path]:
    """What somebody brought as a file that a reader can open, for as long as it is read."""
    with TemporaryDirectory(prefix="inlezen-") as folder:
        path = Path(folder) / _bestandsnaam(naam)
        path.write_bytes(inhoud)
        yield path


def _gemeenten(text: str) -> list[str]:
    code = normalize_code(text)
    if not text.strip():
        return []
    if code is None or soort_of(code) is not GebiedSoort.GEMEENTE:
        raise OngeldigeInvoer("Schrijf de code van een gemeente zoals GM0362.")
    return [code]


def _jaar(text: str) -> int | None:
    bare = text.strip()
    if not bare:
        return None
    if not (bare.isascii() and bare.isdigit() and len(bare) == 4):
        raise OngeldigeInvoer("Schrijf het jaar met vier cijfers, zoals 2024.")
    return int(bare)


def _bestandsnaam(naam: str) -> str:
    """The name of a file without anything that leads elsewhere; its ending says what kind it is."""
    plain = _UNUSUAL.sub("_", Path(naam.replace("\\", "/")).name).lstrip(".")
    return plain[-_NAAM_MAX:] or "bestand"
