"""`privacy`: what leads to a person in texts that somebody hands over. Nothing of them is kept or said again."""

import json
from collections.abc import Iterator
from typing import Annotated, TextIO

import typer

from monitor.cli.taak import Taak
from monitor.domain.persoonsgegeven import Bekend
from monitor.errors import OngeldigeInvoer, OpslagFout, Probleem
from monitor.services.persoonsgegevens import bekend_uit, find

_HOE = 'Geef per regel een tekst, zo: {"tekst": "..."}.'


def privacy(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON, een regel per tekst.")] = False,
) -> None:
    """Zoek persoonsgegevens in teksten van de standaardinvoer, een JSON-regel per tekst. Er wordt niets bewaard."""
    taak: Taak = context.obj
    if not as_json:
        raise OngeldigeInvoer(f"Zet er --json bij. {_HOE}")
    teksten = read_teksten(taak.inp)
    bekend = _bekend(taak) if context.parent and context.parent.params.get("store") else Bekend()
    for tekst in teksten:
        spans = [[vondst.begin, vondst.eind, str(vondst.soort)] for vondst in find(tekst, bekend)]
        taak.answer(json.dumps({"spans": spans}))


def read_teksten(stream: TextIO) -> list[str]:
    """The text of every line, all of them before the first is searched.

    Raises OngeldigeInvoer with the number of every line that holds none, and never with a word of it.
    """
    teksten: list[str] = []
    problemen: list[Probleem] = []
    for rij, line in enumerate(_lines(stream), 1):
        tekst = _read_tekst(line)
        if tekst is None:
            problemen.append(Probleem(f"hier staat geen tekst die wij kunnen lezen. {_HOE}", rij=rij))
        else:
            teksten.append(tekst)
    if problemen:
        raise OngeldigeInvoer(problemen)
    return teksten


def _lines(stream: TextIO) -> Iterator[str | bytes]:
    """The lines as they came in: bytes where that is possible, so that one bad line is refused by its number."""
    yield from getattr(stream, "buffer", stream)


def _read_tekst(line: str | bytes) -> str | None:
    try:
        found = json.loads(line.decode("utf-8") if isinstance(line, bytes) else line)
    except (ValueError, RecursionError):
        return None
    tekst = found.get("tekst") if isinstance(found, dict) else None
    return tekst if isinstance(tekst, str) else None


def _bekend(taak: Taak) -> Bekend:
    """The names of the store that somebody named; without them when it cannot be read now."""
    try:
        with taak.reading() as database:
            return bekend_uit(database)
    except OpslagFout:
        taak.tell("De opslag is nu niet te lezen. Er is gezocht zonder de namen die de gemeente zelf gaf.")
        return Bekend()
