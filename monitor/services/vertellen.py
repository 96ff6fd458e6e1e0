"""Telling a verhaal: by who lived it, by who writes it down, or from a paper form. Once, whatever happens on the way.

What somebody tells is never refused for the personal data in it: only publishing is. The form offers to replace them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from monitor.domain.gebied import GebiedSoort, normalize_code, soort_of
from monitor.domain.gebruiker import Aanmelding, Gebruiker
from monitor.domain.rechten import Handeling, mag, mag_ergens
from monitor.domain.regels import TOESTEMMING_JAREN
from monitor.domain.verhaal import ToestemmingDoor, ToestemmingVorm, Vertelwijze
from monitor.domain.vertelcode import hash_code
from monitor.errors import MonitorError, NietToegestaan, OngeldigeInvoer, Probleem, RegelGeschonden
from monitor.nl import opsomming, today_amsterdam
from monitor.services.drempel import DrempelSoort, telling
from monitor.services.instellingen import formulier_open, lees
from monitor.services.invoer import bare, lift_to_wijk
from monitor.services.rechten import current, refuse, require
from monitor.services.toestemmingen import after_years
from monitor.services.verhaalstand import changed
from monitor.services.verhalen import TEKST_MAX, NieuwVerhaal, write_verhalen
from monitor.store.database import Cursor, Database
from monitor.store.inzending_store import InzendingStore

SOORT = "verhaal"
"""What the tokens of this form stand for."""
GEEN_THEMA = "anders"
"""The thema of a verhaal that nobody gave one yet; somebody does at a desk."""
NAMENS_MAX = 100
TOKEN_MAX = 100
TALEN: Mapping[str, str] = {
    "nl": "Nederlands",
    "fy": "Fries",
    "ar": "Arabisch",
    "zgh": "Berbers",
    "zh": "Chinees",
    "de": "Duits",
    "en": "Engels",
    "fa": "Farsi of Dari",
    "fr": "Frans",
    "ku": "Koerdisch",
    "uk": "Oekraïens",
    "pap": "Papiaments",
    "pl": "Pools",
    "pt": "Portugees",
    "ro": "Roemeens",
    "ru": "Russisch",
    "so": "Somalisch",
    "es": "Spaans",
    "ti": "Tigrinya",
    "tr": "Turks",
    "und": "een andere taal",
}
"""In which language somebody can tell, by its code (BCP 47)."""
DICHT = "Het formulier is nog dicht. Beheer moet eerst dit invullen: {wat}."

_VORM: Mapping[Vertelwijze, ToestemmingVorm] = {
    Vertelwijze.ZELF: ToestemmingVorm.DIGITAAL,
    Vertelwijze.OPGETEKEND: ToestemmingVorm.MONDELING,
    Vertelwijze.UITNODIGING: ToestemmingVorm.MONDELING,
    Vertelwijze.PAPIER: ToestemmingVorm.SCHRIFTELIJK,
}
_CODE_BEZET = "Deze code hoort al bij een ander verhaal. Kijk de code op het strookje nog eens na."
_ANDERE_CODE = (
    "Dit verhaal is al bewaard, met een andere code. Gebruik de code die er eerst stond. "
    "Is dit een nieuw verhaal? Begin dan opnieuw."
)


@dataclass(frozen=True, slots=True)
class Verteld:
    """A verhaal that was told; the same for everyone who sends the same token."""

    verhaal: str
    eerder: bool = False
    """It was kept before: this time nothing was written."""


def vertel(
    database: Database,
    gebruiker: Gebruiker,
    nieuw: NieuwVerhaal,
    *,
    token: str,
    code: str,
    adres: str | None = None,
    problemen: Sequence[Probleem] = (),
) -> Verteld:
    """Keep a verhaal with the code on its receipt; the same token keeps nothing twice.

    `adres` is where somebody who did not sign in comes from: from one address not too many at once. `problemen` is
    what the form could not read. Raises NietToegestaan, or OngeldigeInvoer with everything that is wrong.
    """
    code_hash, wrong = _checked(token, code)
    problemen = [*wrong, *problemen]
    with database.reading() as cursor:
        known = None if wrong else _known(cursor, token, code_hash)
    if known is not None:
        return known
    # What is no code is nothing: a text of people must not come into the logboek.
    nieuw = replace(nieuw, gebied=lift_to_wijk(normalize_code(nieuw.gebied) or "")[0])
    who = _require_vertellen(database, gebruiker, nieuw)
    _require_open(database, who)
    counted = None if who.aanmelding is not Aanmelding.GEEN else adres
    if counted is not None:
        _require_not_too_often(database, who, counted)
    filled = _filled(nieuw, who, lees(database).grondslag, code_hash)
    verteld = _write_once(database, who, filled, token, problemen)
    if counted is not None and not verteld.eerder:
        telling.count(DrempelSoort.VERTELLEN, counted, database.now())
    return verteld


def _checked(token: str, code: str) -> tuple[str, list[Probleem]]:
    """The hash of the code, and what is wrong with code and token."""
    problemen = []
    if not 0 < len(token) <= TOKEN_MAX or not token.isprintable():
        problemen.append(Probleem("Er ging iets mis met dit formulier. Laad de pagina opnieuw; uw tekst blijft staan."))
    try:
        return hash_code(code), problemen
    except OngeldigeInvoer as error:
        return "", [*problemen, *error.problemen]


def _known(cursor: Cursor, token: str, code_hash: str) -> Verteld | None:
    """What was kept with this token before. Raises OngeldigeInvoer when that has another code."""
    verhaal = InzendingStore(cursor).doel(token, SOORT)
    if verhaal is None:
        return None
    if InzendingStore(cursor).verhaal_van_code(code_hash) != verhaal:
        raise OngeldigeInvoer([Probleem(_ANDERE_CODE, "code")])
    return Verteld(verhaal, eerder=True)


def _require_vertellen(database: Database, gebruiker: Gebruiker, nieuw: NieuwVerhaal) -> Gebruiker:
    """The person as she may act now; the way in which the verhaal comes in must be hers."""
    if nieuw.wijze is Vertelwijze.ZELF:
        return require(database, gebruiker, Handeling.VERTELLEN)
    now = current(database, gebruiker)
    uitgenodigd = now.aanmelding is Aanmelding.UITGENODIGD
    own_way = nieuw.wijze is Vertelwijze.PAPIER or (nieuw.wijze is Vertelwijze.UITNODIGING) == uitgenodigd
    if nieuw.wijze is Vertelwijze.INGELEZEN or not own_way:
        refuse(database, gebruiker, Handeling.OPTEKENEN, nieuw.gebied, "Zo kan een verhaal hier niet binnenkomen.")
    if not nieuw.gebied and mag_ergens(now, Handeling.OPTEKENEN):
        return now  # nothing will be written: that the wijk is missing is told with all else that is
    return require(database, gebruiker, Handeling.OPTEKENEN, nieuw.gebied)


def _require_open(database: Database, gebruiker: Gebruiker) -> None:
    missing = formulier_open(database)
    if missing:
        refuse(database, gebruiker, Handeling.VERTELLEN, "formulier", DICHT.format(wat=opsomming(missing)))


def _require_not_too_often(database: Database, gebruiker: Gebruiker, adres: str) -> None:
    try:
        telling.look(DrempelSoort.VERTELLEN, adres, database.now())
    except NietToegestaan as error:
        refuse(database, gebruiker, Handeling.VERTELLEN, DrempelSoort.VERTELLEN.value, str(error))


def _filled(nieuw: NieuwVerhaal, who: Gebruiker, grondslag: str, code_hash: str) -> NieuwVerhaal:
    """The verhaal with what the form does not ask: who wrote it down, on what grounds, until when."""
    zelf = nieuw.wijze is Vertelwijze.ZELF
    return replace(
        nieuw,
        opgetekend_door=who.id,
        opgetekend_op=None,
        grondslag=grondslag,
        themas=nieuw.themas or (GEEN_THEMA,),
        koppelingen=(),
        organisatie=None if zelf else _organisatie(who, nieuw.gebied),
        afhankelijk=nieuw.afhankelijk and not zelf,
        toestemming_vorm=_VORM[nieuw.wijze],
        toestemming_tot=nieuw.toestemming_tot or after_years(nieuw.verteld_op, TOESTEMMING_JAREN),
        code_hash=code_hash or None,
        voorbeeld=False,
        id=None,
    )


def _organisatie(who: Gebruiker, wijk: str) -> str | None:
    """For whom she writes it down: the organisation of a role that lets her do so in this wijk."""
    mine = [
        it.organisatie
        for it in who.toewijzingen
        if it.organisatie and it.covers(wijk) and mag(replace(who, toewijzingen=(it,)), Handeling.OPTEKENEN, wijk)
    ]
    return min(mine, default=None)


def _write_once(
    database: Database, who: Gebruiker, nieuw: NieuwVerhaal, token: str, problemen: Sequence[Probleem]
) -> Verteld:
    try:
        return _write(database, who, nieuw, token, problemen)
    except RegelGeschonden as error:
        # Another process that shares this store kept it a moment before.
        return _kept_meanwhile(database, token, nieuw.code_hash or "", error)


def _kept_meanwhile(database: Database, token: str, code_hash: str, error: MonitorError) -> Verteld:
    with database.reading() as cursor:
        known = _known(cursor, token, code_hash)
    if known is None:
        raise error
    return known


def _write(
    database: Database, who: Gebruiker, nieuw: NieuwVerhaal, token: str, problemen: Sequence[Probleem]
) -> Verteld:
    with database.writing() as cursor:
        now = database.now()
        if not problemen:
            known = _known(cursor, token, nieuw.code_hash or "")
            if known is not None:
                return known
        found = [*problemen, *_form_problemen(cursor, nieuw, today_amsterdam(now))]
        try:
            # With a problem nothing stays: this asks what else is wrong.
            (verhaal,) = write_verhalen(cursor, [replace(nieuw, code_hash=None) if found else nieuw], who.id, now).ids
        except OngeldigeInvoer as error:
            # Where no wijk was chosen, "unknown wijk" says the same once more.
            more = [it for it in error.problemen if nieuw.gebied or it.veld != "gebied"]
            raise OngeldigeInvoer([*found, *more]) from None
        if found:
            raise OngeldigeInvoer(found)
        InzendingStore(cursor).add(token, SOORT, verhaal, now)
        changed(cursor, [verhaal])
    return Verteld(verhaal)


def _form_problemen(cursor: Cursor, nieuw: NieuwVerhaal, today: date) -> list[Probleem]:
    """What is wrong in this form, besides what is wrong with any verhaal."""
    bezet = nieuw.code_hash is not None and InzendingStore(cursor).verhaal_van_code(nieuw.code_hash) is not None
    groep = nieuw.groep_aantal is not None or nieuw.toestemming_door is ToestemmingDoor.GROEP
    tot = nieuw.toestemming_tot
    checks = (
        (bezet, "code", _CODE_BEZET),
        (not _is_wijk(nieuw.gebied), "gebied", "Kies een wijk."),
        (len(nieuw.waarom or "") > TEKST_MAX, "waarom", f"Dit is te lang: hoogstens {TEKST_MAX} tekens."),
        (len(nieuw.wens or "") > TEKST_MAX, "wens", f"Dit is te lang: hoogstens {TEKST_MAX} tekens."),
        (len(nieuw.namens or "") > NAMENS_MAX, "namens", f"Dit is te lang: hoogstens {NAMENS_MAX} tekens."),
        (groep and bare(nieuw.namens) is None, "namens", "Schrijf op namens welke groep u dit vertelt."),
        (nieuw.taal not in TALEN, "taal", "Kies een taal uit de lijst."),
        (
            tot is not None and tot < today,
            "tot",
            "Kies een dag die nog komt.",
        ),
    )
    return [Probleem(melding, veld) for wrong, veld, melding in checks if wrong]


def _is_wijk(code: str) -> bool:
    return bool(code) and soort_of(code) is GebiedSoort.WIJK
