"""The papers of a teller: her receipt, and the form that somebody fills in at the kitchen table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import segno

from monitor.domain.verhaal import Gebruik, Gevoel, Perspectief
from monitor.domain.vertelcode import in_groups, new_code, parse_code
from monitor.errors import OngeldigeInvoer
from monitor.export import teksten
from monitor.export.pdf import make_pdf
from monitor.nl import format_datum, hoofdletter
from monitor.services import woorden

MEESTE_FORMULIEREN = 50
_LONGEST_ADRES = 500
"""A longer address makes a QR code that no telephone reads from paper."""


@dataclass(frozen=True, slots=True)
class Papier:
    """What stands on every paper of a gemeente."""

    gemeente: str
    adres: str
    """Address of the page Mijn verhaal, as somebody types it; empty when we do not know where we are served."""
    vragen: str
    """Follows "Vragen?"."""
    hulp: str
    """Follows "Dit is geen meldpunt."."""


def ontvangstbewijs(code: str, papier: Papier, *, bedenktijd_tot: date | None = None, akkoord: bool = True) -> bytes:
    """The receipt as a PDF on A4, in large print, with what she must know of when others read it.

    Raises OngeldigeInvoer when `code` is no code of ours.
    """
    signs = in_groups(parse_code(code))
    wacht = [teksten.BEWIJS_BEDENKTIJD.format(datum=format_datum(bedenktijd_tot))] if bedenktijd_tot else []
    wacht += [] if akkoord else [teksten.BEWIJS_NOG_NIET]
    adres = papier.adres.strip()
    stappen = [it.format(adres=adres) for it in teksten.BEWIJS_STAPPEN] if adres else teksten.BEWIJS_STAPPEN_KAAL
    return make_pdf(
        "ontvangstbewijs",
        {
            "gemeente": papier.gemeente.strip(),
            "titel": teksten.BEWIJS_TITEL,
            "dank": teksten.BEWIJS_DANK,
            "code_kop": teksten.BEWIJS_CODE,
            "code": signs,
            "uitleg": [teksten.BEWIJS_CODE_UITLEG, *wacht, teksten.BEWIJS_RAAD, teksten.BEWIJS_BELOFTE],
            "vragen": _after(teksten.VRAGEN, vragen=papier.vragen),
            "hoe_kop": teksten.BEWIJS_HOE,
            "stappen": list(stappen),
            **_qr(adres),
            "bewaar_kop": teksten.BEWIJS_BEWAAR,
            "bewaar": teksten.BEWIJS_BEWAAR_TEKST,
            "vervangen_tekst": teksten.VERVANGEN,
        },
    )


def vertelformulier(papier: Papier, *, aantal: int = 1, codes: Sequence[str] = ()) -> bytes:
    """Forms to fill in by hand, each with a tear-off strip and a code of its own: `codes`, or so many new ones.

    A code begins to work when somebody types the form in with it. Raises OngeldigeInvoer on too many, or on what is no
    code of ours.
    """
    if not codes and not 1 <= aantal <= MEESTE_FORMULIEREN:
        raise OngeldigeInvoer(teksten.AANTAL.format(meeste=MEESTE_FORMULIEREN))
    signs = [in_groups(parse_code(code)) for code in codes] or [new_code() for _ in range(aantal)]
    return make_pdf("vertelformulier", _form(papier, signs))


def _form(papier: Papier, signs: Sequence[str]) -> Mapping[str, Any]:
    adres = papier.adres.strip()
    return {
        "gemeente": papier.gemeente.strip(),
        "formulieren": [{"code": code, "regel": teksten.FORMULIER_CODE.format(code=code)} for code in signs],
        "titel": teksten.FORMULIER_TITEL,
        "voorlezen_kop": teksten.FORMULIER_VOORLEZEN,
        "voorlezen": teksten.FORMULIER_VOORLEZEN_TEKST,
        "hulp": teksten.FORMULIER_HULP.format(hulp=papier.hulp.strip()).strip(),
        "open": [
            {"kop": teksten.VRAAG_1, "bij": teksten.VRAAG_1_BIJ, "regels": 10},
            {"kop": teksten.VRAAG_2, "bij": "", "regels": 3},
            {"kop": teksten.VRAAG_3, "bij": "", "regels": 3},
        ],
        "titel_kop": teksten.VRAAG_4,
        "zin": teksten.VRAAG_4_ZIN,
        "gevoel_kop": teksten.VRAAG_5,
        "gevoel": [hoofdletter(woorden.GEVOEL[it]) for it in Gevoel],
        "wijk": teksten.VRAAG_6,
        "wie": teksten.VRAAG_6_WIE,
        "perspectief": [woorden.PERSPECTIEF[it] for it in Perspectief],
        "leeftijd_kop": teksten.VRAAG_6_LEEFTIJD,
        "leeftijd": list(teksten.LEEFTIJD.values()),
        "taal": teksten.VRAAG_6_TAAL,
        "tolk": teksten.VRAAG_6_TOLK,
        "groep": teksten.VRAAG_6_GROEP,
        "lezen_kop": teksten.VRAAG_7,
        "lezen": [hoofdletter(woorden.GEBRUIK[it]) for it in Gebruik],
        "tot": list(teksten.VRAAG_7_TOT),
        "kind": teksten.VRAAG_7_16,
        "ouder": teksten.VRAAG_7_OUDER,
        "kind_akkoord": teksten.VRAAG_7_KIND,
        "afhankelijk": teksten.VRAAG_7_HULP,
        "klopt_kop": teksten.VRAAG_8,
        "klopt": teksten.VRAAG_8_JA,
        "door": teksten.FORMULIER_DOOR,
        "na": teksten.FORMULIER_NA,
        "scheur": teksten.STROOK_SCHEUR,
        "strook_kop": teksten.STROOK_TITEL,
        "strook": [
            teksten.STROOK_ADRES.format(adres=adres) if adres else teksten.STROOK_ADRES_KAAL,
            f"{teksten.BEWIJS_CODE_UITLEG} {teksten.BEWIJS_RAAD} {teksten.BEWIJS_BELOFTE}",
            _after(teksten.VRAGEN, vragen=papier.vragen),
        ],
        **_qr(adres),
        "vervangen_tekst": teksten.VERVANGEN,
    }


def _after(sentence: str, **said: str) -> str:
    """A sentence that ends in a setting; nothing when nobody filled that in."""
    bare = {name: text.strip() for name, text in said.items()}
    return sentence.format(**bare) if all(bare.values()) else ""


def qr(adres: str) -> str:
    """The address as a picture (SVG); empty for what is no address of a page."""
    if not adres.startswith(("https://", "http://")) or len(adres) > _LONGEST_ADRES or not adres.isascii():
        return ""
    picture = BytesIO()
    segno.make(adres, error="m", micro=False).save(picture, kind="svg", xmldecl=False, border=2)
    return picture.getvalue().decode()


def _qr(adres: str) -> dict[str, str]:
    """The address as a picture, with what a screen reader says of it."""
    return {"qr": qr(adres), "qr_alt": teksten.BEWIJS_QR, "qr_uitleg": teksten.BEWIJS_QR_UITLEG}
