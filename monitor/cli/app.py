"""The typer app: options that come before every command, and the commands that need no room of their own."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import typer

from monitor import __version__
from monitor.cli import bewaren, inlezen, intrekken, privacy, raadsvoorstel, uitvoer, zoeken
from monitor.cli.nederlands import DutchCommand, DutchGroup
from monitor.cli.opdracht import carry_out
from monitor.cli.taak import Taak
from monitor.errors import OngeldigeInvoer
from monitor.nl import format_datum, format_getal, today_amsterdam
from monitor.services import status as status_service
from monitor.services.controle import check_store
from monitor.services.voorbeeld import VoorbeeldGeladen, is_empty, is_loaded, load_voorbeeld, remove_voorbeeld

app = typer.Typer(
    cls=DutchGroup,
    rich_markup_mode=None,
    add_completion=False,
    context_settings={"max_content_width": 100},
    help="Tellen en vertellen: cijfers en verhalen van bewoners naast elkaar, per wijk.",
)
app.add_typer(inlezen.app, name="import")
app.add_typer(uitvoer.app, name="export")
app.command(cls=DutchCommand)(intrekken.withdraw)
app.command(cls=DutchCommand)(privacy.privacy)
app.command(cls=DutchCommand)(zoeken.search)
app.command(cls=DutchCommand)(raadsvoorstel.raadsvoorstel)
for keeping in (bewaren.backup, bewaren.restore, bewaren.maintain):
    app.command(cls=DutchCommand)(keeping)


def run(words: Sequence[str], taak: Taak) -> int:
    """Carry out one command of this program; returns its exit code."""
    return carry_out(app, words, taak)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"Tellen en vertellen {__version__}")
        raise typer.Exit


@app.callback()
def before(
    context: typer.Context,
    store: Annotated[
        str | None,
        typer.Option(
            "--store",
            metavar="BESTAND",
            help="De opslag; anders die uit MONITOR_STORE, en anders data/monitor.duckdb.",
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Toon de versie en stop."),
    ] = False,
) -> None:
    """Note which store is meant."""
    taak = context.ensure_object(Taak)
    if store is not None and taak.opened is None:
        taak.store = store


@app.command(cls=DutchCommand)
def example(
    context: typer.Context,
    remove: Annotated[bool, typer.Option("--remove", help="Haal het voorbeeld er weer uit.")] = False,
    only_when_empty: Annotated[
        bool, typer.Option("--alleen-als-leeg", help="Doe niets als er al iets in de opslag staat.")
    ] = False,
) -> None:
    """Laad de verzonnen voorbeeldgemeente in een lege opslag."""
    taak: Taak = context.obj
    with taak.writing() as database:
        if remove:
            found = remove_voorbeeld(database, door=taak.door)
            taak.tell("Het voorbeeld is uit de opslag gehaald." if found else "Er stond geen voorbeeld in de opslag.")
        elif is_loaded(database):
            taak.tell("De voorbeeldgemeente staat al in de opslag.")
        elif is_empty(database):
            taak.tell(_loaded_in_words(load_voorbeeld(database, door=taak.door)))
        elif not only_when_empty:
            raise OngeldigeInvoer("Er staat al iets in de opslag. Het voorbeeld past alleen in een lege opslag.")


@app.command(cls=DutchCommand)
def status(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Tel wat er in de opslag staat."""
    taak: Taak = context.obj
    with taak.reading() as database:
        found = status_service.status(database)
    if as_json:
        taak.answer(json.dumps(_status_as_json(found), ensure_ascii=False))
        return
    taak.tell(*_status_in_words(found))


@app.command(cls=DutchCommand)
def check(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Kijk na of alles in de opslag klopt met elkaar en met de regels."""
    taak: Taak = context.obj
    with taak.reading() as database:
        problems = check_store(database)
    if as_json:
        taak.answer(json.dumps({"fouten": list(problems)}, ensure_ascii=False))
    elif problems:
        taak.tell(*problems)
    else:
        taak.tell("Alles klopt.")
    if problems:
        raise typer.Exit(1)


@app.command(cls=DutchCommand)
def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option("--port", metavar="GETAL", help="De poort.")] = 8501,
    address: Annotated[str, typer.Option("--address", metavar="ADRES", help="Het adres.")] = "localhost",
) -> None:
    """Start het dashboard."""
    taak: Taak = context.obj
    if taak.opened is not None:
        raise OngeldigeInvoer("Het dashboard draait al.")
    taak.may_be_handed_over = False
    # Streamlit takes a second to import: only who serves should wait for it.
    from monitor.cli.overdracht import listening
    from monitor.server import serve as start

    start(
        taak.store,
        port=port,
        address=address,
        tell=taak.tell,
        beside=lambda database: listening(taak.store, database, run),
    )


def _loaded_in_words(loaded: VoorbeeldGeladen) -> str:
    return (
        f"De voorbeeldgemeente staat in de opslag: {format_getal(loaded.gebieden)} gebieden, "
        f"{format_getal(loaded.metingen)} metingen en {format_getal(loaded.verhalen)} verhalen."
    )


def _status_as_json(found: status_service.Status) -> dict[str, object]:
    return {
        "schema": found.schema,
        "gebieden": found.gebieden,
        "indicatoren": found.indicatoren,
        "metingen": found.metingen,
        "metingen_zonder_waarde": found.metingen_zonder_waarde,
        "verhalen": found.verhalen,
        "bronnen": [
            {"naam": bron.naam, "peiljaar": bron.peiljaar, "opgehaald_op": _as_utc(bron.opgehaald_op)}
            for bron in found.bronnen
        ],
    }


def _as_utc(moment: datetime) -> str:
    return f"{moment.isoformat(timespec='seconds')}Z"


def _status_in_words(found: status_service.Status) -> list[str]:
    gebieden = ", ".join(f"{format_getal(n)} {soort}" for soort, n in found.gebieden.items() if n) or "geen"
    lines = [
        f"Gebieden: {gebieden}",
        f"Indicatoren: {format_getal(found.indicatoren)}",
        f"Metingen: {format_getal(found.metingen)}, waarvan {format_getal(found.metingen_zonder_waarde)} zonder waarde",
        f"Verhalen: {format_getal(found.verhalen)}",
    ]
    lines += [
        f"Bron: {bron.naam}{f', {bron.peiljaar}' if bron.peiljaar else ''}, opgehaald op "
        f"{format_datum(today_amsterdam(bron.opgehaald_op))}"
        for bron in found.bronnen
    ]
    return lines
