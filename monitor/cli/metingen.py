"""What `import metingen` tells: to a person row by row, and to a program as JSON."""

import json
from typing import Any

from monitor.nl import format_getal
from monitor.services.invoer_metingen import MetingInvoer, MetingRegel, in_words
from monitor.sources.tabel import limited

_VOORBEELDEN = 10
"""So many changed figures are told one by one."""


def metingen_as_json(invoer: MetingInvoer) -> str:
    """The answer for a program."""
    rows: list[dict[str, Any]] = [{"rij": it.rij, "veld": it.veld, "melding": it.melding} for it in invoer.geweigerd]
    return json.dumps(
        {"nieuw": invoer.nieuw, "gewijzigd": invoer.gewijzigd, "verdwenen": 0, "geweigerd": rows}, ensure_ascii=False
    )


def metingen_in_words(invoer: MetingInvoer, *, dry_run: bool) -> list[str]:
    """What a person reads: how many, what changed from what to what, and what was refused."""
    lines = [*in_words(invoer), *map(_changed, invoer.regels(_VOORBEELDEN, "gewijzigd"))]
    lines += map(str, limited(invoer.geweigerd))
    if dry_run:
        return [*lines, "Dit was een proef: er is niets bewaard."]
    if invoer.inlezing is None:
        return lines
    return [*lines, f"Terugdraaien kan met: import ongedaan {invoer.inlezing}"]


def _changed(regel: MetingRegel) -> str:
    old = _value(regel.oude_waarde, regel.oude_reden)
    new = _value(regel.waarde, regel.ontbreekt_reden)
    return f"Rij {regel.rij}: {regel.indicator} in {regel.gebied}, {regel.periode}: {old} → {new}."


def _value(waarde: float | None, reden: str | None) -> str:
    if waarde is None:
        return (reden or "onbekend").replace("_", " ")
    return format_getal(waarde, 0 if waarde.is_integer() else 2)
