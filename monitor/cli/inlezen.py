"""`import`: figures, boundaries and verhalen from files."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from monitor.cli.metingen import metingen_as_json, metingen_in_words
from monitor.cli.nederlands import DutchCommand, DutchGroup
from monitor.cli.taak import Taak
from monitor.cli.verhalen import refused_rows, verhalen_as_json, verhalen_in_words
from monitor.domain.gebruiker import opdracht_gebruiker
from monitor.domain.telling import CodesAls, DatumAls, Decimaal, Keuzes, KolommenAls, LeegAls, Procent
from monitor.errors import OngeldigeInvoer, Probleem
from monitor.nl import meervoud
from monitor.services import inlezen, invoer_metingen, invoer_verhalen
from monitor.services.wijzigingen import Wijzigingen

app = typer.Typer(cls=DutchGroup, rich_markup_mode=None, help="Haal cijfers, grenzen en verhalen op uit bestanden.")

Files = Annotated[list[Path], typer.Argument(metavar="BESTAND", show_default=False, help="Een of meer bestanden.")]
File = Annotated[Path, typer.Argument(metavar="BESTAND", show_default=False, help="Het bestand.")]
Gemeenten = Annotated[
    list[str] | None,
    typer.Option("--gemeente", metavar="CODE", help="Alleen deze gemeente (GM0362); mag vaker."),
]
Year = Annotated[
    int | None, typer.Option("--year", metavar="JAAR", help="Het jaar, als het bestand dat zelf niet zegt.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Laat zien wat er zou veranderen, en bewaar niets.")]
GoodRows = Annotated[bool, typer.Option("--goede-rijen", help="Neem de goede rijen, en meld de andere.")]
AsJson = Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")]


def _add_command(name: str, service: Callable[..., Wijzigingen], about: str) -> None:
    """Add a command that takes one or more files of one source."""

    @app.command(name, cls=DutchCommand, help=about)
    def command(
        context: typer.Context,
        bestanden: Files,
        gemeente: Gemeenten = None,
        year: Year = None,
        dry_run: DryRun = False,
        goede_rijen: GoodRows = False,
        as_json: AsJson = False,
    ) -> None:
        taak: Taak = context.obj
        with (
            _answering(taak, as_json, lambda problemen: _as_json(Wijzigingen(geweigerd=problemen))),
            taak.writing() as database,
            _progress(taak.err) as progress,
        ):
            wijzigingen = service(
                database,
                [taak.path(bestand) for bestand in bestanden],
                gemeenten=[code.strip().upper() for code in gemeente or ()],
                year=year,
                door=taak.door,
                dry_run=dry_run,
                goede_rijen=goede_rijen,
                progress=progress,
            )
        taak.tell(*wijzigingen.regels)
        if dry_run:
            taak.tell("Dit was een proef: er is niets bewaard.")
        if as_json:
            taak.answer(_as_json(wijzigingen))


@contextmanager
def _answering(taak: Taak, as_json: bool, answer: Callable[[tuple[Probleem, ...]], str]) -> Iterator[None]:
    """Let a program that asked for JSON read there too why its file was refused."""
    try:
        yield
    except OngeldigeInvoer as error:
        if as_json:
            taak.answer(answer(error.problemen))
        raise


_add_command("kwb", inlezen.import_kwb, "Lees Kerncijfers wijken en buurten van CBS.")
_add_command(
    "rivm", inlezen.import_rivm, "Lees Gezondheid per wijk en buurt van RIVM en de GGD'en (geschat met een model)."
)
_add_command(
    "leefbaarometer", inlezen.import_leefbaarometer, "Lees scores van de Leefbaarometer (geschat met een model)."
)
_add_command("gebieden", inlezen.import_gebieden, "Lees grenzen van gebieden uit GeoJSON, in WGS84 of Rijksdriehoek.")


@app.command(cls=DutchCommand)
def metingen(
    context: typer.Context,
    bestand: File,
    blad: Annotated[str | None, typer.Option("--blad", metavar="NAAM", help="Op welk blad de cijfers staan.")] = None,
    decimaal: Annotated[
        Decimaal | None, typer.Option("--decimaal", help="Of er 12,5 staat of 12.5.", show_choices=True)
    ] = None,
    procent: Annotated[
        Procent | None, typer.Option("--procent", help="Of 0,12 bij een percentage 12 procent is of 0,12 procent.")
    ] = None,
    datum: Annotated[
        DatumAls | None, typer.Option("--datum", help="Of een datum een dag is, of een maand, kwartaal of jaar.")
    ] = None,
    codes: Annotated[
        CodesAls | None, typer.Option("--codes", help="Of codes die letters of een nul kwijt zijn, aangevuld worden.")
    ] = None,
    leeg: Annotated[
        LeegAls | None, typer.Option("--leeg", help="Wat een lege cel in een brede tabel betekent.")
    ] = None,
    kolommen: Annotated[
        KolommenAls | None, typer.Option("--kolommen", help="Of onbekende kolommen met getallen overgeslagen worden.")
    ] = None,
    reden: Annotated[
        str | None, typer.Option("--reden", metavar="TEKST", help="Waarom cijfers die er al stonden veranderen.")
    ] = None,
    dry_run: DryRun = False,
    goede_rijen: GoodRows = False,
    as_json: AsJson = False,
) -> None:
    """Lees eigen cijfers uit CSV, Excel of ODS: een rij per cijfer, of met perioden of indicatoren als kolommen."""
    taak: Taak = context.obj
    with (
        _answering(
            taak, as_json, lambda problemen: metingen_as_json(invoer_metingen.MetingInvoer(geweigerd=problemen))
        ),
        taak.writing() as database,
    ):
        invoer = invoer_metingen.import_metingen(
            database,
            opdracht_gebruiker(taak.door),
            taak.path(bestand),
            Keuzes(blad, decimaal, procent, datum, codes, leeg, kolommen),
            goede_rijen=goede_rijen,
            dry_run=dry_run,
            reden=reden,
        )
    taak.tell(*metingen_in_words(invoer, dry_run=dry_run))
    if as_json:
        taak.answer(metingen_as_json(invoer))


@app.command(cls=DutchCommand)
def ongedaan(
    context: typer.Context,
    inlezing: Annotated[
        str, typer.Argument(metavar="INLEZING", show_default=False, help="Het kenmerk dat import metingen noemde.")
    ],
) -> None:
    """Maak een hele inlezing van eigen cijfers ongedaan."""
    taak: Taak = context.obj
    with taak.writing() as database:
        count = invoer_metingen.undo(database, opdracht_gebruiker(taak.door), inlezing)
    taak.tell(f"Ongedaan gemaakt: {meervoud(count, 'cijfer', 'cijfers')}.")


@app.command(cls=DutchCommand)
def verhalen(
    context: typer.Context,
    bestand: File,
    nagelezen_door: Annotated[
        str | None,
        typer.Option("--nagelezen-door", metavar="NAAM", help="Wie ze heeft nagelezen; niet wie ze opschreef."),
    ] = None,
    reden: Annotated[
        str | None, typer.Option("--reden", metavar="TEKST", help="Waarom ze gelezen mogen worden.")
    ] = None,
    dry_run: DryRun = False,
    goede_rijen: GoodRows = False,
    as_json: AsJson = False,
) -> None:
    """Lees verhalen uit een CSV-bestand of JSON-regels. Ze wachten op nalezen."""
    taak: Taak = context.obj
    if (nagelezen_door is None) != (reden is None):
        taak.tell("De opties --nagelezen-door en --reden horen bij elkaar: geef ze allebei.")
        raise typer.Exit(2)
    with (
        _answering(taak, as_json, lambda problemen: verhalen_as_json(refused_rows(problemen))),
        taak.writing() as database,
    ):
        invoer = invoer_verhalen.import_verhalen(
            database,
            opdracht_gebruiker(taak.door),
            taak.path(bestand),
            nalezer=None if nagelezen_door is None else invoer_verhalen.Nalezer(nagelezen_door, reden or ""),
            goede_rijen=goede_rijen,
            dry_run=dry_run,
        )
    taak.tell(*verhalen_in_words(invoer, dry_run=dry_run, codes=not as_json))
    if as_json:
        taak.answer(verhalen_as_json(invoer.rijen))


def _as_json(wijzigingen: Wijzigingen) -> str:
    return json.dumps(
        {
            "nieuw": wijzigingen.nieuw,
            "gewijzigd": wijzigingen.gewijzigd,
            "verdwenen": wijzigingen.verdwenen,
            "geweigerd": [_probleem_as_json(probleem) for probleem in wijzigingen.geweigerd],
        },
        ensure_ascii=False,
    )


def _probleem_as_json(probleem: Probleem) -> dict[str, Any]:
    return {"rij": probleem.rij, "veld": probleem.veld, "melding": probleem.melding}


@contextmanager
def _progress(err: TextIO) -> Iterator[inlezen.Progress]:
    """A bar that shows how far the work is, for as long as somebody watches; nothing where nobody does."""
    if not err.isatty():
        yield lambda done, total, what: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=err), transient=True) as bar:
        task = bar.add_task("Beginnen", total=None)
        yield lambda done, total, what: bar.update(task, completed=done, total=total, description=what)
