"""What `import verhalen` tells: to a person row by row, and to a program as JSON."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from monitor.errors import Probleem
from monitor.nl import meervoud
from monitor.services.invoer_verhalen import VerhaalUitkomst, VerhalenInvoer


def refused_rows(problemen: Sequence[Probleem]) -> list[VerhaalUitkomst]:
    """The rows of a file that was refused as a whole; what is wrong with the file itself has no row."""
    rows = dict.fromkeys(probleem.rij for probleem in problemen)
    return [
        VerhaalUitkomst(rij or 0, fouten=tuple(probleem for probleem in problemen if probleem.rij == rij))
        for rij in rows
    ]


def verhalen_as_json(rijen: Iterable[VerhaalUitkomst]) -> str:
    """The answer for a program."""
    return json.dumps({"verhalen": [_as_json(rij) for rij in rijen]}, ensure_ascii=False)


def _as_json(rij: VerhaalUitkomst) -> dict[str, Any]:
    where: dict[str, Any] = {"rij": rij.rij or None}
    if rij.fouten:
        return {**where, "fouten": [str(Probleem(probleem.melding, probleem.veld)) for probleem in rij.fouten]}
    told = {"meldingen": list(rij.meldingen)} if rij.meldingen else {}
    return {**where, "id": rij.id, "code": rij.code, "nagelezen": rij.nagelezen, **told}


def verhalen_in_words(invoer: VerhalenInvoer, *, dry_run: bool, codes: bool) -> list[str]:
    """What a person reads: what is wrong or special row by row, the codes for the tellers, and how many there are."""
    lines = [*invoer.opmerkingen, *(str(probleem) for probleem in invoer.fouten)]
    for rij in invoer.rijen:
        lines += [str(Probleem(melding, rij=rij.rij)) for melding in rij.meldingen]
    if codes:
        lines += [f"Rij {rij.rij}: code {rij.code} voor de verteller." for rij in invoer.rijen if rij.code]
    refused = sum(bool(rij.fouten) for rij in invoer.rijen)
    lines.append(
        f"{meervoud(len(invoer.rijen) - refused if dry_run else invoer.nieuw, 'verhaal', 'verhalen')} ingelezen, "
        f"{meervoud(invoer.nagelezen, 'verhaal', 'verhalen')} nagelezen, {meervoud(refused, 'rij', 'rijen')} geweigerd."
    )
    return [*lines, "Dit was een proef: er is niets bewaard."] if dry_run else lines
