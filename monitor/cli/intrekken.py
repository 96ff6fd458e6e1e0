"""`withdraw`: take a verhaal back with the code of its receipt."""

from typing import Annotated

import typer

from monitor.cli.taak import Taak
from monitor.domain.gebruiker import opdracht_gebruiker
from monitor.errors import OngeldigeInvoer
from monitor.services.vertelcodes import neem_terug

FROM_INPUT = "-"
_WEG = (
    "Het verhaal is teruggenomen en is hier nergens meer te lezen. "
    "Staat het al in een stuk voor de gemeenteraad? Dat stuk kunnen wij niet meer veranderen."
)
_AL_WEG = "Dit verhaal was al teruggenomen. Er is niets meer van te lezen."


def withdraw(
    context: typer.Context,
    code: Annotated[
        str,
        typer.Argument(
            metavar="CODE",
            help="De code van het ontvangstbewijs; met - komt hij van de standaardinvoer en ziet niemand hem.",
        ),
    ],
) -> None:
    """Neem een verhaal terug met de code van het ontvangstbewijs."""
    taak: Taak = context.obj
    # Read before the store is opened: what is handed over to the dashboard takes along what was typed here.
    typed = taak.typed_line() if code == FROM_INPUT else code
    if not typed.strip():
        raise OngeldigeInvoer("Er kwam geen code binnen. Typ de code van het ontvangstbewijs.")
    with taak.writing() as database:
        gone = neem_terug(database, typed, gebruiker=opdracht_gebruiker(taak.door), adres=taak.door)
    taak.tell(_AL_WEG if gone.al_eerder else _WEG)
