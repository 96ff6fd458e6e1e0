"""The settings of a gemeente: read with their defaults, changed by a beheerder.

The form for verhalen stays shut until Beheer has written down who is responsible, on what grounds verhalen are kept and
for how long, who guards that, and where somebody can complain or ask for help.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from monitor.domain.gebied import GebiedSoort, normalize_code, soort_of
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling
from monitor.errors import OngeldigeInvoer, Probleem
from monitor.services.invoer import raise_problems, tekst_problemen
from monitor.services.onderdrukking import rebuild
from monitor.services.rechten import require
from monitor.store.database import Cursor, Database, Opslag
from monitor.store.instelling_store import VOORBEELD, InstellingStore
from monitor.store.rijen import insert_logboek, logboek_rij

TEKST_MAX = 2_000
NODIG = ("verantwoordelijke", "grondslag", "bewaartermijnen", "functionaris", "klacht", "hulp_tekst", "vragen_tekst")
"""What must be filled in before anybody can tell a verhaal."""
GRENZEN: Mapping[str, tuple[int, int]] = {
    "nalees_dagen": (1, 90),
    "sessie_uren": (1, 24),
    "kern_aantal": (3, 8),
    "kleinste_aantal": (1, 20),
}
"""The numbers, with their smallest and largest value."""
NAMEN: Mapping[str, str] = {
    "gemeente": "Code van de gemeente",
    "verantwoordelijke": "Wie verantwoordelijk is",
    "grondslag": "Grondslag",
    "bewaartermijnen": "Hoe lang we verhalen bewaren",
    "functionaris": "Functionaris gegevensbescherming",
    "klacht": "Waar iemand kan klagen",
    "hulp_tekst": "Wie te bellen als er nu hulp nodig is",
    "vragen_tekst": "Wie te bellen met vragen",
    "nalees_dagen": "Na hoeveel dagen een vervanger mag nalezen",
    "sessie_uren": "Hoeveel uur iemand aangemeld blijft",
    "kern_aantal": "Op hoeveel cijfers een wijk let",
    "kleinste_aantal": "Onder welk aantal mensen een eigen cijfer niet te zien is: 1 toont alles, 2 kan niet",
    "sociale_basis": "Wat wij hier bedoelen met de sociale basis",
}
"""What each is called, on the screen and in a refusal."""
_KLEINSTE = NAMEN["kleinste_aantal"]
_TE_DOORZICHTIG = 2
"""A count under this is 1."""


@dataclass(frozen=True, slots=True)
class Instellingen:
    """All settings; what nobody filled in has its default, and an empty text is not filled in."""

    gemeente: str = ""
    """Code of the gemeente whose store this is."""
    verantwoordelijke: str = ""
    grondslag: str = ""
    bewaartermijnen: str = ""
    functionaris: str = ""
    klacht: str = ""
    hulp_tekst: str = ""
    """Follows "Is er nu hulp nodig of is het onveilig? Dit is geen meldpunt."."""
    vragen_tekst: str = ""
    """Follows "Vragen?"."""
    nalees_dagen: int = 14
    """After so many days a stand-in may review."""
    sessie_uren: int = 10
    """For so long somebody stays signed in."""
    kern_aantal: int = 5
    """To so many indicators a wijk pays attention, unless it decides otherwise."""
    kleinste_aantal: int = 5
    """A count under this is not shown; 1 shows all. Not 2: a count that is hidden would be 1."""
    sociale_basis: str = ""
    """What this gemeente means by it; empty: our own words."""


def lees(database: Opslag) -> Instellingen:
    """The settings as they are now."""
    with database.reading() as cursor:
        return _lees(cursor)


def kleinste_aantal(cursor: Cursor) -> int:
    """Under which a count is not shown, within one transaction of the caller."""
    return _lees(cursor).kleinste_aantal


def formulier_open(database: Database) -> tuple[str, ...]:
    """The names of what must still be filled in before anybody can tell a verhaal; empty: the form is open."""
    instellingen = asdict(lees(database))
    return tuple(NAMEN[veld] for veld in NODIG if not instellingen[veld].strip())


def from_text(velden: Mapping[str, str]) -> Instellingen:
    """Settings as somebody typed them. Raises OngeldigeInvoer with everything that is wrong."""
    problemen: list[Probleem] = []
    filled: dict[str, Any] = {}
    for veld in fields(Instellingen):
        text = velden.get(veld.name, "").strip()
        if veld.name not in GRENZEN:
            filled[veld.name] = text
        elif text.isascii() and text.isdigit():
            filled[veld.name] = int(text[:6])
        else:
            problemen.append(Probleem("Vul een heel getal in, zoals 10.", NAMEN[veld.name]))
    instellingen = Instellingen(**filled)
    raise_problems([*problemen, *_problemen(instellingen)])
    return instellingen


def bewaar(database: Database, gebruiker: Gebruiker, instellingen: Instellingen) -> Instellingen:
    """Keep the settings that differ from what they were. Raises OngeldigeInvoer with everything that is wrong."""
    gebruiker = require(database, gebruiker, Handeling.INSTELLEN)
    raise_problems(_problemen(instellingen))
    with database.writing() as cursor:
        before, after = asdict(_lees(cursor)), _tidy(asdict(instellingen))
        changed = {veld: str(waarde) for veld, waarde in after.items() if waarde != before[veld]}
        now = database.now()
        InstellingStore(cursor).save(changed, now, gebruiker.id)
        rebuild(cursor, int(after["kleinste_aantal"]))
        if changed:
            insert_logboek(cursor, [logboek_rij(now, gebruiker.id, "ingesteld", "instelling", "", sorted(changed))])
        return _lees(cursor)


def write_voorbeeld(cursor: Cursor, velden: Mapping[str, str], database: Database) -> None:
    """Fill in what comes with the example; it counts only while the example stands alone."""
    from_text({**_defaults(), **velden})
    InstellingStore(cursor).save(velden, database.now(), VOORBEELD)


def _lees(cursor: Cursor) -> Instellingen:
    stored = InstellingStore(cursor).values()
    try:
        return from_text({**_defaults(), **stored})
    except OngeldigeInvoer:
        # A limit became narrower than what was once set: the texts hold, the numbers fall back.
        return from_text({**_defaults(), **{veld: text for veld, text in stored.items() if veld not in GRENZEN}})


def _defaults() -> dict[str, str]:
    return {veld: str(waarde) for veld, waarde in asdict(Instellingen()).items()}


def _problemen(instellingen: Instellingen) -> list[Probleem]:
    values = asdict(instellingen)
    return [
        *(Probleem(it.melding, NAMEN[it.veld or ""]) for it in tekst_problemen(instellingen)),
        *(
            Probleem(f"Deze tekst is te lang: hoogstens {TEKST_MAX} tekens.", NAMEN[veld])
            for veld, waarde in values.items()
            if isinstance(waarde, str) and len(waarde) > TEKST_MAX
        ),
        *_gemeente_problemen(instellingen.gemeente),
        *_aantal_problemen(instellingen.kleinste_aantal),
        *(
            Probleem(f"Kies een getal van {least} tot en met {most}.", NAMEN[veld])
            for veld, (least, most) in GRENZEN.items()
            if not least <= values[veld] <= most
        ),
    ]


def _aantal_problemen(kleinste: int) -> list[Probleem]:
    if kleinste != 2:
        return []
    return [
        Probleem("Kies 1 of een getal vanaf 3. Met 2 weet iedereen: wat er niet staat, is 1.", NAMEN["kleinste_aantal"])
    ]


def _gemeente_problemen(gemeente: str) -> list[Probleem]:
    code = normalize_code(gemeente)
    if not gemeente.strip() or (code is not None and soort_of(code) is GebiedSoort.GEMEENTE):
        return []
    return [Probleem("Schrijf de code van een gemeente zoals GM0362.", NAMEN["gemeente"])]


def _tidy(values: dict[str, str | int]) -> dict[str, str | int]:
    tidy = {veld: waarde.strip() if isinstance(waarde, str) else waarde for veld, waarde in values.items()}
    return {**tidy, "gemeente": normalize_code(str(tidy["gemeente"])) or ""}
