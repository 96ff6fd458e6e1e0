"""`export`: figures and verhalen to a file."""

from pathlib import Path
from typing import Annotated

import typer

from monitor.cli.als import gebruiker_als
from monitor.cli.nederlands import DutchCommand, DutchGroup
from monitor.cli.taak import Taak
from monitor.domain.gebruiker import GebruikerRol
from monitor.export.pakket import export_pakket
from monitor.nl import format_getal, meervoud
from monitor.services.uitvoer import export_metingen
from monitor.services.uitvoer_verhalen import export_verhalen

app = typer.Typer(cls=DutchGroup, rich_markup_mode=None, help="Zet cijfers of verhalen in een bestand.")


@app.callback()
def before() -> None:
    """Zet cijfers of verhalen in een bestand."""


@app.command(cls=DutchCommand)
def metingen(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", metavar="BESTAND", help="Het bestand dat er moet komen (.csv).")],
    gebied: Annotated[
        list[str] | None, typer.Option("--gebied", metavar="CODE", help="Alleen dit gebied; mag vaker.")
    ] = None,
    indicator: Annotated[
        list[str] | None, typer.Option("--indicator", metavar="CODE", help="Alleen deze indicator; mag vaker.")
    ] = None,
    voor_excel: Annotated[
        bool, typer.Option("--voor-excel", help="Met puntkomma's en decimale komma's, voor Excel.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Vervang het bestand als het er al is.")] = False,
) -> None:
    """Zet metingen in een CSV-bestand; een ontbrekende waarde is een regel met haar reden."""
    taak: Taak = context.obj
    with taak.reading() as database:
        written = export_metingen(
            database,
            taak.path(out),
            gebieden=gebied or (),
            indicatoren=indicator or (),
            voor_excel=voor_excel,
            force=force,
        )
    taak.tell(f"{format_getal(written)} metingen staan in {out}.")


@app.command(cls=DutchCommand)
def pakket(
    context: typer.Context,
    map_: Annotated[Path, typer.Argument(metavar="MAP", help="De map die er moet komen.")],
    gemeente: Annotated[
        list[str] | None, typer.Option("--gemeente", metavar="CODE", help="Alleen deze gemeente; mag vaker.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Vervang het pakket als het er al is.")] = False,
) -> None:
    """Zet de open cijfers in een map, als CSV met hun beschrijving (Frictionless Data Package); nooit verhalen."""
    taak: Taak = context.obj
    with taak.reading() as database:
        made = export_pakket(database, taak.path(map_), gemeenten=gemeente or (), force=force)
    taak.tell(f"{format_getal(made.rijen['metingen'])} metingen staan met hun beschrijving in {map_}.")


@app.command(cls=DutchCommand)
def verhalen(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", metavar="BESTAND", help="Het bestand dat er moet komen (.csv).")],
    als: Annotated[
        str,
        typer.Option("--als", metavar="ROL[:WIJK]", help="Wat deze rol mag lezen, bijvoorbeeld bewoner:WK990101."),
    ] = GebruikerRol.BEZOEKER.value,
    voor_excel: Annotated[bool, typer.Option("--voor-excel", help="Met puntkomma's, voor Excel.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Vervang het bestand als het er al is.")] = False,
) -> None:
    """Zet verhalen in een CSV-bestand: wat een rol mag lezen, en niets meer."""
    taak: Taak = context.obj
    with taak.reading() as database:
        gebruiker = gebruiker_als(database, als)
        written = export_verhalen(database, gebruiker, taak.path(out), voor_excel=voor_excel, force=force)
    taak.tell(
        f"{meervoud(written, 'verhaal staat', 'verhalen staan')} in {out}.",
        "Neemt iemand een verhaal terug? Dan staat het nog in dit bestand. Gooi het weg als u klaar bent.",
    )
