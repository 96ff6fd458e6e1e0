"""`search`: find verhalen by their words, as somebody with a role would."""

import json
from collections.abc import Sequence
from typing import Annotated

import typer

from monitor.cli.als import gebruiker_als
from monitor.cli.taak import Taak
from monitor.domain.verhaal import Verhaal
from monitor.domain.zoekvraag import HITS_STANDAARD, Zoekresultaat, Zoekvraag
from monitor.errors import OngeldigeInvoer, Probleem
from monitor.nl import meervoud, opsomming
from monitor.services.lezen import gevonden

_WOORDEN = "De woorden om te zoeken; tussen dubbele aanhalingstekens staan ze precies zo naast elkaar."


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WOORDEN", help=_WOORDEN)],
    als: Annotated[
        str, typer.Option("--als", metavar="ROL[:WIJK]", help="Zoek zoals iemand met deze rol.")
    ] = "bezoeker",
    limit: Annotated[
        int, typer.Option("--limit", metavar="GETAL", help="Hoeveel verhalen hoogstens.")
    ] = HITS_STANDAARD,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Zoek verhalen op hun woorden; wat het best past staat vooraan."""
    taak: Taak = context.obj
    if limit < 1:
        raise OngeldigeInvoer([Probleem("Vraag om minstens 1 verhaal.", "--limit")])
    with taak.reading() as database:
        gebruiker = gebruiker_als(database, als)
        found, verhalen = gevonden(database, gebruiker, Zoekvraag(" ".join(words), limiet=limit))
    if as_json:
        taak.answer(json.dumps(_as_json(found, verhalen), ensure_ascii=False))
        return
    taak.tell(*_in_words(found, verhalen))


def _as_json(found: Zoekresultaat, verhalen: Sequence[Verhaal]) -> dict[str, object]:
    return {
        "hits": [
            {"verhaal": it.id, "titel": it.titel, "gebied": it.gebied, "score": round(hit.score, 4)}
            for hit, it in zip(found.hits, verhalen, strict=True)
        ]
    }


def _in_words(found: Zoekresultaat, verhalen: Sequence[Verhaal]) -> list[str]:
    if not found.totaal:
        near = [f"Bedoelt u {opsomming(found.spellingen, 'of')}?"] if found.spellingen else []
        return ["Er is niets gevonden.", *near, *found.tips]
    return [
        f"{meervoud(found.totaal, 'verhaal', 'verhalen')} gevonden.",
        *(f"{it.titel} ({it.gebied}, {it.id})" for it in verhalen),
        *found.tips,
    ]
