"""Personal data in a version of a verhaal: what was found, and what somebody looked at and left as it is."""

from collections.abc import Set

from monitor.domain.nalezen import GemerkteVondst, VerhaalTekst
from monitor.domain.persoonsgegeven import Bekend
from monitor.errors import Probleem
from monitor.services.persoonsgegevens import find
from monitor.store.database import Cursor
from monitor.store.nalees_store import BeoordelingStand, NaleesStore

NAAM_VAN_VELD = {
    "titel": "de titel",
    "tekst": "het verhaal",
    "waarom": "waarom dit belangrijk is",
    "wens": "wat de verteller wil",
    "citaat": "de zin om te onthouden",
    "namens": "namens wie",
    "toelichting": "de zin bij het cijfer",
}
"""What a field of a verhaal is called in a refusal."""


def velden_of(tekst: VerhaalTekst, namens: str | None) -> dict[str, str]:
    """The texts of a version that others would read, by field."""
    texts = {
        "titel": tekst.titel,
        "tekst": tekst.tekst,
        "waarom": tekst.waarom,
        "wens": tekst.wens,
        "citaat": tekst.citaat,
        "namens": namens,
    }
    return {veld: text for veld, text in texts.items() if text}


def gemerkt(
    cursor: Cursor, verhaal: str, tekst: VerhaalTekst, namens: str | None, bekend: Bekend
) -> list[GemerkteVondst]:
    """Every mark in a version, field by field in the order of the form."""
    return _gemerkt(tekst, namens, bekend, NaleesStore(cursor).akkoorden(verhaal, tekst.versie))


def open_problemen(it: BeoordelingStand, bekend: Bekend) -> list[Probleem]:
    """A problem per field of a version in which a mark of the first kind is unresolved."""
    marks = _gemerkt(it.tekst, it.namens, bekend, it.akkoorden)
    return [veld_probleem(veld) for veld in dict.fromkeys(mark.veld for mark in marks if mark.open)]


def _gemerkt(
    tekst: VerhaalTekst, namens: str | None, bekend: Bekend, akkoorden: Set[tuple[str, int, int]]
) -> list[GemerkteVondst]:
    return [
        GemerkteVondst(veld, vondst, (veld, vondst.begin, vondst.eind) in akkoorden)
        for veld, text in velden_of(tekst, namens).items()
        for vondst in find(text, bekend)
    ]


def direct_problemen(velden: dict[str, str | None], bekend: Bekend) -> list[Probleem]:
    """A problem per text in which something leads to a person by itself: for what is public as soon as it is kept."""
    return [
        veld_probleem(veld)
        for veld, text in velden.items()
        if text and any(vondst.direct for vondst in find(text, bekend))
    ]


def veld_probleem(veld: str) -> Probleem:
    """The sentence that names the field, and never what stands in it."""
    what = NAAM_VAN_VELD.get(veld, veld)
    melding = (
        f"In {what} staat nog een naam of ander gegeven van een mens. Vervang het, of zeg dat het mag blijven staan."
    )
    return Probleem(melding, veld)
