"""Bringing in an initiatief or a plek, and noticing something: small forms, in which no person may stand.

What stands here others read at once: without a reviewer, so what leads to a person by itself stops the saving.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from monitor.domain.activiteitenbeeld import ZaakSoort
from monitor.domain.gebied import GebiedSoort, normalize_code, soort_of
from monitor.domain.gebruiker import Gebruiker, GebruikerRol
from monitor.domain.persoonsgegeven import PersoonsgegevenSoort, Vondst
from monitor.domain.rechten import Handeling, mag_ergens
from monitor.errors import Probleem
from monitor.nl import today_amsterdam
from monitor.services.aanleiding import NIETS, AanleidingInvoer, aanleiding_problemen, add_aanleiding
from monitor.services.invoer import as_row, bare, new_id, raise_problems, tekst_problemen, unknown
from monitor.services.persoonsgegevens import bekend_uit, find
from monitor.services.rechten import current, require
from monitor.services.wijkzaken import NieuwePlek, NieuwInitiatief
from monitor.store.database import Cursor, Database
from monitor.store.inbreng_store import InbrengStore, Signaal
from monitor.store.inzending_store import InzendingStore
from monitor.store.rijen import Rij, insert_logboek, logboek_rij
from monitor.store.wijk_store import WijkStore

NAAM_MAX, TEKST_MAX = 100, 1_000
SIGNALEN_OP_PAGINA = 50
NAAM_VAN_VELD = {
    "naam": "de naam",
    "beschrijving": "wat het is",
    "voor_wie": "voor wie het is",
    "soort": "wat voor plek het is",
    "tekst": "wat u opviel",
    "vraag": "de vraag waar het mee begon",
}
"""What a field is called in a refusal; the fields in which people type words."""
_LANG = frozenset({"beschrijving", "tekst", "vraag"})
_VAN_EEN_PLEK = frozenset({PersoonsgegevenSoort.ADRES, PersoonsgegevenSoort.INSTELLING})
"""What leads to a person in a verhaal and is the very thing to say of a plek."""
_PERSOON = "In {veld} staat iets dat naar een persoon leidt. Vervang het, of haal het weg."


@dataclass(frozen=True, slots=True)
class NieuwSignaal:
    """What somebody noticed."""

    gebied: str
    thema: str
    tekst: str
    gezien_op: date | None = None
    """None: today."""


Nieuw = NieuwInitiatief | NieuwePlek | NieuwSignaal


def add_initiatief(
    database: Database, gebruiker: Gebruiker, nieuw: NieuwInitiatief, begin: AanleidingInvoer = NIETS, *, token: str
) -> str:
    """Bring in an initiatief, with what it began with; the same token gives the same one.

    Raises OngeldigeInvoer with all that is wrong.
    """

    def write(cursor: Cursor, row: Rij) -> None:
        WijkStore(cursor).add_initiatieven([{name: value for name, value in row.items() if name != "indicatoren"}], [])
        door, op = row["ingebracht_door"], row["ingebracht_op"]
        add_aanleiding(cursor, begin, ZaakSoort.INITIATIEF, row["id"], door, op)

    return _add(database, gebruiker, Handeling.INBRENGEN, "initiatief", nieuw, token, write, begin)


def add_plek(database: Database, gebruiker: Gebruiker, nieuw: NieuwePlek, *, token: str) -> str:
    """Bring in a plek; the same token gives the same one. Raises OngeldigeInvoer with all that is wrong."""
    return _add(
        database,
        gebruiker,
        Handeling.INBRENGEN,
        "plek",
        nieuw,
        token,
        lambda cursor, row: WijkStore(cursor).add_plekken([row]),
    )


def add_signaal(database: Database, gebruiker: Gebruiker, nieuw: NieuwSignaal, *, token: str) -> str:
    """Say what you noticed; only who learns together in the wijk reads it. The same token gives the same one."""
    return _add(
        database,
        gebruiker,
        Handeling.SIGNALEREN,
        "signaal",
        nieuw,
        token,
        lambda cursor, row: InbrengStore(cursor).add_signaal(row),
    )


def signalen(database: Database, gebruiker: Gebruiker, wijk: str) -> tuple[Signaal, ...]:
    """The newest signalen of a wijk, for who learns together there."""
    require(database, gebruiker, Handeling.SIGNALEN_LEZEN, wijk)
    with database.reading() as cursor:
        return InbrengStore(cursor).signalen(wijk, SIGNALEN_OP_PAGINA)


def stopping(database: Database, nieuw: Nieuw, begin: AanleidingInvoer = NIETS) -> dict[str, tuple[Vondst, ...]]:
    """What leads to a person, by field: as long as there is any, nothing is saved."""
    allowed = _VAN_EEN_PLEK if isinstance(nieuw, NieuwePlek) else frozenset()
    bekend = bekend_uit(database)
    found = {veld: find(text, bekend) for veld, text in _woorden(nieuw, begin).items()}
    direct = {veld: tuple(it for it in marks if it.direct and it.soort not in allowed) for veld, marks in found.items()}
    return {veld: marks for veld, marks in direct.items() if marks}


def _woorden(nieuw: Nieuw, begin: AanleidingInvoer) -> dict[str, str]:
    """The words that others would read, by field."""
    texts = {veld: bare(getattr(nieuw, veld, None) or getattr(begin, veld, None)) for veld in NAAM_VAN_VELD}
    return {veld: text for veld, text in texts.items() if text}


def _add(
    database: Database,
    gebruiker: Gebruiker,
    handeling: Handeling,
    soort: str,
    nieuw: Nieuw,
    token: str,
    write: Callable[[Cursor, dict[str, Any]], None],
    begin: AanleidingInvoer = NIETS,
) -> str:
    wijk = normalize_code(nieuw.gebied) or nieuw.gebied
    if not _is_wijk(wijk) and mag_ergens(current(database, gebruiker), handeling):
        own = _eigen_problemen(nieuw, begin, {}, today_amsterdam(database.now()))
        raise_problems([Probleem("Kies een wijk.", "gebied"), *own])
    who = require(database, gebruiker, handeling, wijk)
    if bare(begin.signaal):
        require(database, gebruiker, Handeling.SIGNALEN_LEZEN, wijk)
    vondsten = stopping(database, nieuw, begin)
    with database.writing() as cursor:
        earlier = InzendingStore(cursor).doel(token, soort)
        if earlier is not None:
            return earlier
        now = database.now()
        own = _eigen_problemen(nieuw, begin, vondsten, today_amsterdam(now))
        raise_problems([*_plaats_problemen(cursor, nieuw, wijk), *own, *aanleiding_problemen(cursor, begin, wijk)])
        row = {**as_row(nieuw), "id": new_id(), "gebied": wijk}
        if isinstance(nieuw, NieuwSignaal):
            row["gezien_op"] = nieuw.gezien_op or today_amsterdam(now)
            row |= {"van": _rol(who, wijk), "gemaakt_door": who.id, "gemaakt_op": now}
        else:
            row |= {"ingebracht_door": who.id, "ingebracht_op": now}
        write(cursor, row)
        InzendingStore(cursor).add(token, soort, row["id"], now)
        said = {**row, **as_row(begin)}
        velden = [veld for veld in ("thema", *NAAM_VAN_VELD, "signaal", "uit") if said.get(veld)]
        insert_logboek(cursor, [logboek_rij(now, who.id, "toegevoegd", soort, row["id"], velden)])
    return str(row["id"])


def _rol(who: Gebruiker, wijk: str) -> str:
    return next(rol.value for rol in (GebruikerRol.WELZIJNSWERKER, GebruikerRol.BEWONER) if who.heeft(rol, wijk))


def _plaats_problemen(cursor: Cursor, nieuw: Nieuw, wijk: str) -> list[Probleem]:
    known = WijkStore(cursor).known()
    return [
        *unknown(known["gebied"], wijk, "gebied", "De wijk"),
        *(unknown(known["thema"], nieuw.thema, "thema", "Het thema") if nieuw.thema else []),
    ]


def _is_wijk(code: str) -> bool:
    return normalize_code(code) is not None and soort_of(code) is GebiedSoort.WIJK


def _eigen_problemen(
    nieuw: Nieuw, begin: AanleidingInvoer, vondsten: Mapping[str, Sequence[Vondst]], today: date
) -> list[Probleem]:
    """Everything that is wrong with it by itself, in the order of the form."""
    gezien = nieuw.gezien_op if isinstance(nieuw, NieuwSignaal) else None
    return [
        *([] if nieuw.thema else [Probleem("Kies een thema.", "thema")]),
        *tekst_problemen(nieuw),
        *tekst_problemen(begin),
        *_lege_velden(nieuw),
        *_lange_velden(_woorden(nieuw, begin)),
        *([Probleem("Deze dag is nog niet geweest.", "gezien_op")] if gezien and gezien > today else []),
        *(Probleem(_PERSOON.format(veld=NAAM_VAN_VELD[veld]), veld) for veld in vondsten),
    ]


def _lege_velden(nieuw: Nieuw) -> list[Probleem]:
    asked = {
        "naam": "Geef het een naam.",
        "soort": "Zeg wat voor plek het is, bijvoorbeeld een bank of een buurthuis.",
        "tekst": "Schrijf op wat u opviel.",
    }
    return [
        Probleem(melding, veld)
        for veld, melding in asked.items()
        if hasattr(nieuw, veld) and bare(getattr(nieuw, veld)) is None
    ]


def _lange_velden(woorden: Mapping[str, str]) -> list[Probleem]:
    return [
        Probleem(f"Dit is te lang: {NAAM_VAN_VELD[veld]} heeft hoogstens {most} tekens.", veld)
        for veld, text in woorden.items()
        for most in [TEKST_MAX if veld in _LANG else NAAM_MAX]
        if len(text) > most
    ]
