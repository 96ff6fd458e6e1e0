"""Verhalen to a file: what a reader may see, and nothing else."""

import csv
from collections.abc import Sequence
from pathlib import Path

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.verhaal import Verhaal
from monitor.nl import kwartaal_nummer
from monitor.services.lezen import leesbare_verhalen
from monitor.services.uitvoer import format_value, refuse_existing, replacing
from monitor.store.database import Database

KOLOMMEN = (
    "verhaal",
    "titel",
    "tekst",
    "citaat",
    "gebied",
    "kwartaal",
    "thema",
    "perspectief",
    "gevoel",
    "indicatoren",
)


def export_verhalen(
    database: Database, gebruiker: Gebruiker, target: Path, *, voor_excel: bool = False, force: bool = False
) -> int:
    """Write what `gebruiker` may read to `target`, sorted by id; returns how many.

    Each stands at its wijk or its gemeente as on the screen, with its quarter. Lists have a `;` inside their cell.
    Raises OngeldigeInvoer when the target exists (unless `force`) or cannot be written.
    """
    refuse_existing(target, force=force)
    found = sorted(leesbare_verhalen(database, gebruiker), key=lambda it: it.id)
    with replacing(target, bom=voor_excel) as file:
        writer = csv.writer(file, delimiter=";" if voor_excel else ",", lineterminator="\r\n")
        writer.writerow(KOLOMMEN)
        writer.writerows([format_value(cell, decimal_comma=False) for cell in _cells(verhaal)] for verhaal in found)
    return len(found)


def _cells(verhaal: Verhaal) -> Sequence[str | None]:
    return (
        verhaal.id,
        verhaal.titel,
        verhaal.tekst,
        verhaal.citaat,
        verhaal.gebied,
        f"{verhaal.kwartaal.year}-K{kwartaal_nummer(verhaal.kwartaal)}",
        ";".join(verhaal.themas),
        ";".join(it.value for it in verhaal.perspectieven),
        verhaal.gevoel.value,
        ";".join(f"{it.indicator}:{it.verhouding.value}" for it in verhaal.koppelingen),
    )
