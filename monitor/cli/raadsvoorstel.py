"""`raadsvoorstel`: a stuk for the raad as a file, and which there are."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from monitor.charts.stuk import stuk_specs
from monitor.cli.taak import Taak
from monitor.domain.document import DocumentSoort
from monitor.domain.gebruiker import Gebruiker, opdracht_gebruiker
from monitor.errors import OngeldigeInvoer
from monitor.export.beeld import make_svgs
from monitor.export.document import make_document
from monitor.nl import meervoud
from monitor.services import raadsstukken
from monitor.services.invoer import new_id
from monitor.services.stukbestand import Maker, maak_stuk
from monitor.services.stukzinnen import Stukcijfer
from monitor.services.uitvoer import refuse_existing, write_file
from monitor.services.woorden import STUKSOORT
from monitor.store.database import Database

_EINDEN = ", ".join(f".{it}" for it in DocumentSoort)
ANDER_EINDE = f"Dit soort bestand kunnen wij niet maken. Laat de naam eindigen op {_EINDEN}."


def raadsvoorstel(
    context: typer.Context,
    stuk: Annotated[str | None, typer.Argument(metavar="ID", show_default=False, help="Welk stuk.")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="BESTAND", help=f"Het bestand dat er moet komen ({_EINDEN}).")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Toon welke stukken er zijn.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Vervang het bestand als het er al is.")] = False,
) -> None:
    """Maak een raadsvoorstel, raadsinformatiebrief of wijkbeeld, met de cijfers en citaten van nu."""
    taak: Taak = context.obj
    gebruiker = opdracht_gebruiker(taak.gebruiker)
    if list_:
        with taak.reading() as database:
            _list(taak, database, gebruiker, as_json=as_json)
        return
    if stuk is None:
        context.fail("Missing argument 'ID'.")
    if out is None:
        context.fail("Missing option '--out'.")
    soort = _soort(out)
    target = taak.path(out)
    refuse_existing(target, force=force)
    with taak.writing() as database:
        maker = Maker(_draw, make_document, lambda what: taak.tell(f"{what} ..."))
        made = maak_stuk(database, gebruiker, stuk, soort, maker, token=new_id())
    write_file(target, made.inhoud)
    if as_json:
        taak.answer(json.dumps({"bestand": str(out), "kenmerk": made.kenmerk}, ensure_ascii=False))
    taak.tell(f"Het stuk staat in {out}.")


def _list(taak: Taak, database: Database, gebruiker: Gebruiker, *, as_json: bool) -> None:
    found = raadsstukken.stukken(database, gebruiker)
    if as_json:
        answer = {"raadsvoorstellen": [{"id": it.id, "titel": it.titel} for it in found]}
        taak.answer(json.dumps(answer, ensure_ascii=False))
        return
    taak.tell(f"Er {'is' if len(found) == 1 else 'zijn'} {meervoud(len(found), 'stuk', 'stukken')}.")
    for it in found:
        taak.answer(f"{it.id}  {STUKSOORT[it.soort]}: {it.titel}")


def _soort(out: Path) -> DocumentSoort:
    try:
        return DocumentSoort(out.suffix.lower().removeprefix("."))
    except ValueError:
        raise OngeldigeInvoer(ANDER_EINDE) from None


def _draw(cijfers: Sequence[Stukcijfer]) -> Sequence[str]:
    return make_svgs(stuk_specs(cijfers))
