"""`backup`, `restore` and `maintain`: keeping the store, and keeping out of it what must not be kept."""

import json
from pathlib import Path
from typing import Annotated

import typer

from monitor.cli.taak import Taak
from monitor.domain.gebruiker import opdracht_gebruiker
from monitor.errors import OpslagBezet, OpslagFout, OpslagNietBereikbaar
from monitor.nl import format_getal, meervoud
from monitor.services import onderhoud, reservekopie
from monitor.store.database import MEMORY

File = Annotated[Path, typer.Argument(metavar="BESTAND", show_default=False, help="De reservekopie.")]
AsJson = Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")]
_KB = 1024


def backup(
    context: typer.Context,
    bestand: File,
    force: Annotated[bool, typer.Option("--force", help="Vervang het bestand als het er al is.")] = False,
) -> None:
    """Maak een reservekopie van de opslag, zoals die nu is."""
    taak: Taak = context.obj
    _needs_store(taak)
    with taak.writing() as database:
        kopie = reservekopie.backup(database, opdracht_gebruiker(taak.door), taak.path(bestand), force=force)
    taak.tell(f"De reservekopie staat in {bestand}.", *kopie.problemen)


def restore(
    context: typer.Context,
    bestand: File,
    force: Annotated[bool, typer.Option("--force", help="Ook als er al iets in de opslag staat.")] = False,
) -> None:
    """Zet een reservekopie terug, zonder wat intussen is teruggenomen of weggehaald."""
    taak: Taak = context.obj
    kopie = _restore(taak, taak.path(bestand), force=force)
    taak.tell(f"De opslag is nu zoals in {bestand}.", *_restored_in_words(kopie), *kopie.problemen)


def maintain(context: typer.Context, as_json: AsJson = False) -> None:
    """Ruim op: wat te oud is gaat weg, en van wat is teruggenomen blijft geen letter in het bestand."""
    taak: Taak = context.obj
    _needs_store(taak)
    with taak.writing() as database:
        done = onderhoud.maintain(database, opdracht_gebruiker(taak.door))
    taak.tell(*_maintained_in_words(done))
    if as_json:
        taak.answer(json.dumps(_maintained_as_json(done), ensure_ascii=False))


def _needs_store(taak: Taak) -> None:
    """Raise OpslagNietBereikbaar when there is no store yet: a copy of nothing helps nobody."""
    if _is_new(taak):
        raise OpslagNietBereikbaar(f"Er is nog geen opslag op {taak.store}. Haal eerst iets op, of laad het voorbeeld.")


def _is_new(taak: Taak) -> bool:
    is_file = taak.store != MEMORY and "://" not in taak.store
    return taak.opened is None and is_file and not Path(taak.store).exists()


def _restore(taak: Taak, file: Path, *, force: bool) -> reservekopie.Reservekopie:
    gebruiker = opdracht_gebruiker(taak.door)
    # A store that cannot be opened is what a backup is for; one that somebody has open is not to be replaced.
    if _is_new(taak) or (force and _cannot_be_opened(taak)):
        return reservekopie.restore_new(Path(taak.store), gebruiker, file)
    with taak.writing() as database:
        return reservekopie.restore(database, gebruiker, file, force=force)


def _cannot_be_opened(taak: Taak) -> bool:
    try:
        with taak.writing():
            return False
    except OpslagBezet:
        raise
    except OpslagFout:
        return True


_WAT_OPNIEUW: tuple[tuple[str, str, str, str], ...] = (
    ("teruggenomen", "verhaal", "verhalen", "Intussen teruggenomen, en ook nu weer leeggemaakt"),
    (
        "weggehaald",
        "voorstel of ander stukje tekst",
        "voorstellen en andere stukjes tekst",
        "Intussen weggehaald, en ook nu weer leeggemaakt",
    ),
    ("bezwaren", "bezwaar of antwoord", "bezwaren of antwoorden", "Intussen weggehaald, en ook nu weer leeggemaakt"),
    ("groepen", "groep voorstellen", "groepen voorstellen", "Intussen anders genoemd, en ook nu weer"),
    (
        "omschreven",
        "activiteit of initiatief",
        "activiteiten of initiatieven",
        "Intussen anders omschreven, en ook nu weer",
    ),
    ("organisaties", "organisatie", "organisaties", "Intussen van de lijst gehaald, en ook nu weer"),
    ("herteld", "telling", "tellingen", "Intussen opnieuw geteld, en de oude woorden erbij zijn ook nu weer weg"),
)
"""What is said of what stood in a backup and is gone again: how many there were, of what, and what happened."""


def _restored_in_words(kopie: reservekopie.Reservekopie) -> list[str]:
    found = ((getattr(kopie, name), een, meer, zin) for name, een, meer, zin in _WAT_OPNIEUW)
    lines = [f"{zin}: {meervoud(aantal, een, meer)}." for aantal, een, meer, zin in found if aantal]
    emptied = kopie.opnieuw_geleegd + kopie.geleegd.woorden
    if emptied:
        lines.append(f"Van {meervoud(emptied, 'verhaal', 'verhalen')} was de bewaartermijn voorbij.")
    return lines


def _maintained_in_words(done: onderhoud.Onderhoud) -> list[str]:
    geleegd = done.geleegd
    counts = (
        (geleegd.oorspronkelijk, "oude tekst van een verhaal", "oude teksten van verhalen"),
        (geleegd.geweigerd, "geweigerd verhaal", "geweigerde verhalen"),
        (geleegd.verlopen, "verhaal met verlopen toestemming", "verhalen met verlopen toestemming"),
        (geleegd.logboek, "oude regel in het logboek", "oude regels in het logboek"),
        (done.kopieen_weg, "kopie van voor een nieuwe versie", "kopieën van voor een nieuwe versie"),
    )
    lines = [f"Weggehaald: {meervoud(n, een, meer)}." for n, een, meer in counts if n]
    if done.herschreven:
        lines.append(f"De opslag is opnieuw geschreven: eerst {_kb(done.voor)}, nu {_kb(done.na)}.")
    if done.kopieen_herschreven:
        lines.append(f"Opgeschoond: {meervoud(done.kopieen_herschreven, 'reservekopie', 'reservekopieën')}.")
    lines += [
        f"De reservekopie {path} kon niet worden opgeschoond. Er kan nog iets in staan dat is teruggenomen."
        for path in done.niet_bereikt
    ]
    return [*lines, "Er is opgeruimd."]


def _kb(size: int) -> str:
    return f"{format_getal(-(-size // _KB))} kB"


def _maintained_as_json(done: onderhoud.Onderhoud) -> dict[str, object]:
    geleegd = done.geleegd
    return {
        "geleegd": {
            "oorspronkelijk": geleegd.oorspronkelijk,
            "geweigerd": geleegd.geweigerd,
            "verlopen": geleegd.verlopen,
        },
        "logboek": geleegd.logboek,
        "inzendingen": geleegd.inzendingen,
        "herschreven": done.herschreven,
        "bytes": {"voor": done.voor, "na": done.na},
        "kopieen": {"weg": done.kopieen_weg, "herschreven": done.kopieen_herschreven},
        "niet_bereikt": list(done.niet_bereikt),
    }
