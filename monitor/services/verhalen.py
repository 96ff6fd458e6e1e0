"""Verhalen as they come in, from a form or a file: what is wrong with them, and adding them.

Nothing here publishes: a verhaal can be read by others when its teller agreed to the text, allows that use, and
somebody who did not write it down has reviewed it (`nalezen`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling
from monitor.domain.regels import BEDENKTIJD, check_citaat
from monitor.domain.verhaal import (
    Gebruik,
    Gevoel,
    Koppeling,
    Leeftijdsgroep,
    Perspectief,
    ToestemmingDoor,
    ToestemmingVorm,
    Vertelwijze,
)
from monitor.errors import OngeldigeInvoer, Probleem
from monitor.nl import today_amsterdam
from monitor.services.invoer import (
    Toegevoegd,
    at_row,
    bare,
    lift_to_wijk,
    new_id,
    numbered,
    raise_problems,
    tekst_problemen,
    unknown,
)
from monitor.services.rechten import require
from monitor.store.database import Cursor, Database
from monitor.store.rijen import Rij, insert_logboek, logboek_rij
from monitor.store.verhaal_store import VerhaalRijen, VerhaalStore
from monitor.store.wijk_store import WijkStore

TITEL_MAX = 100
TEKST_MAX = 10_000
KLEINSTE_GROEP = 2


@dataclass(frozen=True, slots=True)
class NieuwVerhaal:
    """A verhaal as it comes in, from a form or a file. `problemen_of` says what is wrong with it."""

    titel: str
    tekst: str
    gebied: str
    verteld_op: date
    themas: tuple[str, ...]
    perspectieven: tuple[Perspectief, ...]
    gevoel: Gevoel
    gebruik: tuple[Gebruik, ...]
    opgetekend_door: str
    grondslag: str = "toestemming"
    akkoord_op: date | None = None
    """The day on which the teller agreed to this text."""
    citaat: str | None = None
    waarom: str | None = None
    wens: str | None = None
    koppelingen: tuple[Koppeling, ...] = ()
    leeftijdsgroep: Leeftijdsgroep | None = None
    namens: str | None = None
    taal: str = "nl"
    met_tolk: bool = False
    dilemma: bool = False
    toestemming_door: ToestemmingDoor = ToestemmingDoor.VERTELLER
    toestemming_vorm: ToestemmingVorm = ToestemmingVorm.MONDELING
    toestemming_tot: date | None = None
    """Last day on which the permission holds; None: until the teller takes it back."""
    opgetekend_op: datetime | None = None
    """Moment of writing down; None: now."""
    wijze: Vertelwijze = Vertelwijze.INGELEZEN
    organisatie: str | None = None
    """For whom the writer works."""
    afhankelijk: bool = False
    """The teller gets help from the writer or her organisation: she thinks it over, and a colleague asks again."""
    bedenktijd_tot: date | None = None
    """Filled in here: the last day on which she only thinks it over."""
    groep_aantal: int | None = None
    """With how many a group told this together."""
    kind_akkoord: bool = False
    """Somebody under 16 agrees herself too."""
    code_hash: str | None = None
    """Hash of the code on the teller's receipt."""
    voorbeeld: bool = False
    id: str | None = None


# Adding


def add_verhalen(database: Database, gebruiker: Gebruiker, nieuwe: Sequence[NieuwVerhaal]) -> Toegevoegd:
    """Add verhalen of a file, all or none. A buurt becomes its wijk, and the answer says so."""
    gebruiker = require(database, gebruiker, Handeling.INLEZEN_VERHALEN)
    with database.writing() as cursor:
        return write_verhalen(cursor, nieuwe, gebruiker.id, database.now())


def write_verhalen(cursor: Cursor, nieuwe: Sequence[NieuwVerhaal], door: str, now: datetime) -> Toegevoegd:
    """Add verhalen, all or none, in the transaction of a caller who asked whether that may.

    Raises OngeldigeInvoer with everything that is wrong with any of them.
    """
    lifted, meldingen = _lift(nieuwe)
    wrong = check_verhalen(cursor, lifted, now)
    raise_problems(
        probleem
        for (rij, _), problemen in zip(numbered(lifted), wrong, strict=True)
        for probleem in at_row(rij, problemen)
    )
    complete = [_complete(nieuw, today_amsterdam(now)) for nieuw in lifted]
    VerhaalStore(cursor).add(_rijen(complete, door, now))
    insert_logboek(cursor, [_logboek_nieuw(nieuw, door, now) for nieuw in complete])
    return Toegevoegd(tuple(nieuw.id for nieuw in complete if nieuw.id), meldingen)


def check_verhalen(cursor: Cursor, nieuwe: Sequence[NieuwVerhaal], now: datetime) -> list[list[Probleem]]:
    """Everything that is wrong with each of these verhalen; nothing is written."""
    lifted, _ = _lift(nieuwe)
    known, today = WijkStore(cursor).known(), today_amsterdam(now)
    return [[*problemen_of(nieuw, today), *_unknown_codes(nieuw, known)] for nieuw in lifted]


def _complete(nieuw: NieuwVerhaal, today: date) -> NieuwVerhaal:
    """With its id and, when the teller depends on the writer, the last day of the time to think it over."""
    # The example is of its own time: nobody is waiting for it any more.
    begin = nieuw.verteld_op if nieuw.voorbeeld else today
    return replace(
        nieuw,
        id=nieuw.id or new_id(),
        bedenktijd_tot=begin + BEDENKTIJD if nieuw.afhankelijk else None,
    )


def problemen_of(nieuw: NieuwVerhaal, today: date) -> list[Probleem]:
    """Everything that is wrong with a verhaal by itself, in the order of the form."""
    return [
        *tekst_problemen(nieuw),
        *_tekst_regels(nieuw),
        *_datum_regels(nieuw, today),
        *_citaat_regels(nieuw),
        *_keuze_regels(nieuw),
        *_kind_regels(nieuw),
        *_koppeling_regels(nieuw.koppelingen),
    ]


def _tekst_regels(nieuw: NieuwVerhaal) -> list[Probleem]:
    checks = (
        (not bare(nieuw.titel), "titel", "Geef het verhaal een titel."),
        (len(nieuw.titel) > TITEL_MAX, "titel", f"De titel is te lang: hoogstens {TITEL_MAX} tekens."),
        (not bare(nieuw.tekst), "tekst", "Er staat nog geen verhaal."),
        (len(nieuw.tekst) > TEKST_MAX, "tekst", f"Het verhaal is te lang: hoogstens {TEKST_MAX} tekens."),
        (not bare(nieuw.opgetekend_door), "opgetekend_door", "Zeg wie het verhaal heeft opgeschreven."),
        (not bare(nieuw.grondslag), "grondslag", "Zeg op welke grondslag we dit verhaal bewaren."),
    )
    return [Probleem(melding, veld) for wrong, veld, melding in checks if wrong]


def _citaat_regels(nieuw: NieuwVerhaal) -> list[Probleem]:
    citaat = bare(nieuw.citaat)
    if citaat is None:
        return []
    try:
        check_citaat(citaat, nieuw.tekst)
    except OngeldigeInvoer as error:
        return list(error.problemen)
    return []


def _keuze_regels(nieuw: NieuwVerhaal) -> list[Probleem]:
    checks = (
        (not nieuw.themas, "thema", "Kies minstens een thema."),
        (not nieuw.perspectieven, "perspectief", "Zeg wie er vertelt, zoals een bewoner of een vrijwilliger."),
        (
            nieuw.groep_aantal is not None and nieuw.groep_aantal < KLEINSTE_GROEP,
            "groep_aantal",
            "Een groep is twee mensen of meer.",
        ),
        (not nieuw.gebruik, "gebruik", "Zeg wie het verhaal mag lezen."),
    )
    return [Probleem(melding, veld) for wrong, veld, melding in checks if wrong]


def _datum_regels(nieuw: NieuwVerhaal, today: date) -> list[Probleem]:
    tot, akkoord = nieuw.toestemming_tot, nieuw.akkoord_op
    # The example tells of its own time, whatever the clock of the machine says.
    te_laat = nieuw.verteld_op > today and not nieuw.voorbeeld
    checks = (
        (te_laat, "datum", "Deze dag is nog niet geweest."),
        (tot is not None and tot < nieuw.verteld_op, "tot", "De toestemming eindigt voor het verhaal verteld is."),
        (
            akkoord is not None and akkoord < nieuw.verteld_op,
            "akkoord_op",
            "De verteller kan pas akkoord geven als het verhaal verteld is.",
        ),
    )
    return [Probleem(melding, veld) for wrong, veld, melding in checks if wrong]


def _kind_regels(nieuw: NieuwVerhaal) -> list[Probleem]:
    if nieuw.leeftijdsgroep is not Leeftijdsgroep.JONGER_DAN_16:
        return []
    problemen = []
    if Gebruik.OPENBAAR in nieuw.gebruik:
        problemen.append(Probleem("Een verhaal van iemand onder de 16 jaar mag nooit openbaar zijn.", "gebruik"))
    if nieuw.toestemming_door is not ToestemmingDoor.OUDER:
        melding = "Bij iemand onder de 16 jaar moet ook een ouder of voogd het goedvinden."
        problemen.append(Probleem(melding, "toestemming_door"))
    if not nieuw.kind_akkoord:
        problemen.append(Probleem("Iemand onder de 16 jaar moet het ook zelf goedvinden.", "kind_akkoord"))
    return problemen


def _koppeling_regels(koppelingen: Sequence[Koppeling]) -> list[Probleem]:
    problemen = [
        Probleem("Zeg in een zin waarom verhaal en cijfer bij elkaar staan.", "indicatoren")
        for koppeling in koppelingen
        if not bare(koppeling.toelichting)
    ]
    if len({koppeling.indicator for koppeling in koppelingen}) < len(koppelingen):
        problemen.append(Probleem("Een verhaal staat maar een keer bij hetzelfde cijfer.", "indicatoren"))
    return problemen


def _lift(nieuwe: Sequence[NieuwVerhaal]) -> tuple[list[NieuwVerhaal], tuple[Probleem, ...]]:
    lifted, meldingen = [], []
    for rij, nieuw in numbered(nieuwe):
        wijk, melding = lift_to_wijk(nieuw.gebied)
        lifted.append(replace(nieuw, gebied=wijk))
        if melding:
            meldingen.append(Probleem(melding, "gebied", rij))
    return lifted, tuple(meldingen)


def _unknown_codes(nieuw: NieuwVerhaal, known: dict[str, set[str]]) -> list[Probleem]:
    return [
        *unknown(known["gebied"], nieuw.gebied, "gebied", "Het gebied"),
        *(p for thema in nieuw.themas for p in unknown(known["thema"], thema, "thema", "Het thema")),
        *(
            p
            for koppeling in nieuw.koppelingen
            for p in unknown(known["indicator"], koppeling.indicator, "indicatoren", "Het cijfer")
        ),
    ]


def _rijen(nieuwe: Sequence[NieuwVerhaal], door: str, now: datetime) -> VerhaalRijen:
    return VerhaalRijen(
        verhalen=[_verhaal_rij(nieuw, now) for nieuw in nieuwe],
        perspectieven=[
            {"verhaal": nieuw.id, "perspectief": perspectief.value}
            for nieuw in nieuwe
            for perspectief in dict.fromkeys(nieuw.perspectieven)
        ],
        themas=[{"verhaal": nieuw.id, "thema": thema} for nieuw in nieuwe for thema in dict.fromkeys(nieuw.themas)],
        versies=[_versie_rij(nieuw, now) for nieuw in nieuwe],
        citaten=[
            {
                "id": new_id(),
                "verhaal": nieuw.id,
                "tekst": bare(nieuw.citaat),
                "akkoord_op": nieuw.akkoord_op,
                "gemaakt_op": nieuw.opgetekend_op or now,
                "versie": 1,
            }
            for nieuw in nieuwe
            if bare(nieuw.citaat)
        ],
        toestemmingen=[
            _toestemming_rij(nieuw, gebruik, door, now) for nieuw in nieuwe for gebruik in dict.fromkeys(nieuw.gebruik)
        ],
        koppelingen=[
            _koppeling_rij(nieuw.id, koppeling, door, nieuw.opgetekend_op or now)
            for nieuw in nieuwe
            for koppeling in nieuw.koppelingen
        ],
        herkomsten=[_herkomst_rij(nieuw) for nieuw in nieuwe],
        codes=[
            {"hash": nieuw.code_hash, "verhaal": nieuw.id, "gemaakt_op": nieuw.opgetekend_op or now}
            for nieuw in nieuwe
            if nieuw.code_hash
        ],
    )


def _herkomst_rij(nieuw: NieuwVerhaal) -> Rij:
    return {
        "verhaal": nieuw.id,
        "wijze": nieuw.wijze.value,
        "organisatie": bare(nieuw.organisatie),
        "afhankelijk": nieuw.afhankelijk,
        "bedenktijd_tot": nieuw.bedenktijd_tot,
        "groep_aantal": nieuw.groep_aantal,
        "kind_akkoord": nieuw.kind_akkoord,
    }


def _verhaal_rij(nieuw: NieuwVerhaal, now: datetime) -> Rij:
    return {
        "id": nieuw.id,
        "gebied": nieuw.gebied,
        "verteld_op": nieuw.verteld_op,
        "gevoel": nieuw.gevoel.value,
        "dilemma": nieuw.dilemma,
        "leeftijdsgroep": nieuw.leeftijdsgroep.value if nieuw.leeftijdsgroep else None,
        "namens": bare(nieuw.namens),
        "taal": nieuw.taal,
        "met_tolk": nieuw.met_tolk,
        "grondslag": nieuw.grondslag.strip(),
        "opgetekend_door": nieuw.opgetekend_door.strip(),
        "opgetekend_op": nieuw.opgetekend_op or now,
        "voorbeeld": nieuw.voorbeeld,
    }


def _versie_rij(nieuw: NieuwVerhaal, now: datetime) -> Rij:
    return {
        "verhaal": nieuw.id,
        "versie": 1,
        # What the teller agreed to is the public version; anything else stays an original.
        "soort": "publiek" if nieuw.akkoord_op else "oorspronkelijk",
        "titel": nieuw.titel.strip(),
        "tekst": nieuw.tekst.strip(),
        "waarom": bare(nieuw.waarom),
        "wens": bare(nieuw.wens),
        "akkoord_op": nieuw.akkoord_op,
        "gemaakt_op": nieuw.opgetekend_op or now,
        "gemaakt_door": nieuw.opgetekend_door.strip(),
    }


def _toestemming_rij(nieuw: NieuwVerhaal, gebruik: Gebruik, door: str, now: datetime) -> Rij:
    return {
        "id": new_id(),
        "verhaal": nieuw.id,
        "gebruik": gebruik.value,
        "gegeven": True,
        "vorm": nieuw.toestemming_vorm.value,
        "door": nieuw.toestemming_door.value,
        "op": nieuw.opgetekend_op or now,
        "einddatum": nieuw.toestemming_tot,
        "vastgelegd_door": door,
    }


def _koppeling_rij(verhaal: str | None, koppeling: Koppeling, door: str, op: datetime) -> Rij:
    return {
        "verhaal": verhaal,
        "indicator": koppeling.indicator,
        "verhouding": koppeling.verhouding.value,
        "toelichting": koppeling.toelichting.strip(),
        "gekoppeld_door": door,
        "gekoppeld_op": op,
    }


def _logboek_nieuw(nieuw: NieuwVerhaal, door: str, now: datetime) -> Rij:
    velden = ["titel", "tekst", "gebied", "themas", "perspectieven", "gevoel", "gebruik"]
    velden += [veld for veld in ("citaat", "waarom", "wens", "koppelingen") if getattr(nieuw, veld)]
    return logboek_rij(now, door, "toegevoegd", "verhaal", nieuw.id or "", velden)
