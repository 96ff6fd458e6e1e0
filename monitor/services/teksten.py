"""What somebody types and everybody reads at once, without a reviewer: what leads to a person stops the saving."""

from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import category

from monitor.domain.persoonsgegeven import PersoonsgegevenSoort, Vondst
from monitor.errors import Probleem
from monitor.services.invoer import bare, onbewaarbaar, seen
from monitor.services.persoonsgegevens import bekend_uit, find
from monitor.store.database import Database

KORT, LANG = 100, 1_000
_PERSOON = "In {naam} staat iets dat naar een persoon leidt. Vervang het, of haal het weg."
_ONZICHTBAAR = "In {naam} staat een teken dat niet te zien is. Typ het opnieuw, of plak het zonder opmaak."
_TE_LANG = "Dit is te lang: {naam} heeft hoogstens {most} tekens."


@dataclass(frozen=True, slots=True)
class TekstVeld:
    """A field with words of somebody."""

    tekst: str | None
    naam: str
    """What it is called in a refusal."""
    leeg: str | None = None
    """What is said when it is empty; None: it may be."""
    most: int = LANG


def tekstveld_problemen(database: Database, velden: Mapping[str, TekstVeld]) -> list[Probleem]:
    """Everything that is wrong with what somebody typed, field by field."""
    marked = stopping(database, {name: veld.tekst for name, veld in velden.items()})
    return [
        Probleem(melding, name) for name, veld in velden.items() for melding in _meldingen(veld, marked=name in marked)
    ]


def stopping(database: Database, velden: Mapping[str, str | None]) -> dict[str, tuple[Vondst, ...]]:
    """What leads to a person, by field: as long as there is any, nothing is kept.

    Where something is done may be said: an organisation is no person.
    """
    bekend = bekend_uit(database)
    found = {name: find(text, bekend) for name, tekst in velden.items() if (text := bare(tekst))}
    direct = {
        name: tuple(it for it in marks if it.direct and it.soort is not PersoonsgegevenSoort.INSTELLING)
        for name, marks in found.items()
    }
    return {name: marks for name, marks in direct.items() if marks}


def _meldingen(veld: TekstVeld, *, marked: bool) -> list[str]:
    text = seen(veld.tekst)
    if text is None:
        # Signs that nobody sees would be kept as they are, however many: an optional field refuses them too.
        unseen = [_ONZICHTBAAR.format(naam=veld.naam)] if bare(veld.tekst) else []
        return [veld.leeg] if veld.leeg else unseen
    unkeepable = onbewaarbaar(text)
    if unkeepable:
        return [unkeepable]
    if any(_is_control(sign) for sign in text):
        return [_ONZICHTBAAR.format(naam=veld.naam)]
    said = [_TE_LANG.format(naam=veld.naam, most=veld.most)] if len(text) > veld.most else []
    return [*said, _PERSOON.format(naam=veld.naam)] if marked else said


def _is_control(sign: str) -> bool:
    """Whether a sign steers a machine: a picture with it in cannot be read, and nobody sees it stand there."""
    if sign in "\n\r\t":
        return False
    return category(sign) == "Cc" or ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF or sign in _BIDI


_BIDI = frozenset("\u202d\u202e")
"""They turn round how everything after them reads."""
