"""Indicators that people make together: proposing them, versions, support and objections, and earning their status.

National figures are context. They come with their files, need no support, and can never be gedragen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from monitor.domain.gebied import gemeente_of
from monitor.domain.indicator import (
    Bewijssoort,
    Draagvlak,
    Indicator,
    IndicatorSoort,
    IndicatorStatus,
    Richting,
    Rol,
    StemRol,
)
from monitor.domain.regels import KERN_STANDAARD, Oordeel, check_kern_grens, mag_gedragen, mag_in_gebruik
from monitor.errors import Probleem
from monitor.services.invoer import (
    as_row,
    at_row,
    bare,
    new_id,
    numbered,
    raise_problems,
    seen,
    tekst_problemen,
    unknown,
)
from monitor.store.database import Cursor, Database
from monitor.store.indicator_store import IndicatorStore
from monitor.store.rijen import Rij, insert_logboek, logboek_rij
from monitor.store.wijk_store import WijkStore


@dataclass(frozen=True, slots=True)
class NieuweIndicator:
    """An indicator that is proposed, or a new version of one that exists."""

    code: str
    naam: str
    eenheid: str
    bewijssoort: Bewijssoort
    richting: Richting
    soort: IndicatorSoort
    thema: str
    bron: str
    reden: str
    """Why this is counted, or what is different in this version."""
    geldig_van: date
    definitie: str | None = None
    technische_definitie: str | None = None
    decimalen: int = 0
    populatie: str | None = None
    zin: str | None = None
    noemer: str | None = None
    richting_uitleg: str | None = None
    gemaakt_door: str | None = None
    waarvoor: str | None = None
    belasting: str | None = None
    beinvloedbaar: str | None = None
    context_volgorde: int | None = None


@dataclass(frozen=True, slots=True)
class NieuweStatus:
    """A step of an indicator, with the reason; of one wijk, or without one everywhere."""

    indicator: str
    status: IndicatorStatus
    reden: str | None = None
    op: datetime | None = None
    gebied: str | None = None


@dataclass(frozen=True, slots=True)
class Adoptie:
    """An indicator that a gebied adopts, and as what."""

    indicator: str
    gebied: str
    rol: Rol
    van: date
    volgorde: int = 0
    tot: date | None = None
    reden: str | None = None


@dataclass(frozen=True, slots=True)
class NieuwDraagvlak:
    """Counted support for an indicator in a gebied; never names."""

    indicator: str
    gebied: str
    rol: StemRol
    voor: int
    tegen: int
    op: date
    toelichting: str | None = None


@dataclass(frozen=True, slots=True)
class NieuwBezwaar:
    """An objection to an indicator, and the answer when there is one."""

    indicator: str
    gebied: str
    rol: StemRol
    tekst: str
    op: date
    antwoord: str | None = None
    beantwoord_op: date | None = None


Nieuw = TypeVar("Nieuw", bound=Adoptie | NieuwDraagvlak | NieuwBezwaar)


# Sources and definitions


def ensure_bron(database: Database, code: str, naam: str, uitgever: str, toelichting: str, door: str) -> None:
    """Add a bron when it is not there yet."""
    with database.writing() as cursor:
        if code in WijkStore(cursor).known()["bron"]:
            return
        row = {"code": code, "naam": naam, "uitgever": uitgever, "url": None, "licentie": None}
        IndicatorStore(cursor).add_bron({**row, "toelichting": toelichting})
        insert_logboek(cursor, [logboek_rij(database.now(), door, "toegevoegd", "bron", code)])


def add_indicatoren(database: Database, nieuwe: Sequence[NieuweIndicator], door: str) -> None:
    """Add indicators, all or none. A code that comes again, or is known already, becomes a new version.

    A new one starts as a voorstel; its status is earned step by step through `add_statussen`.
    """
    with database.writing() as cursor:
        known, stand = WijkStore(cursor).known(), IndicatorStore(cursor).indicatoren()
        raise_problems(
            probleem
            for rij, nieuw in numbered(nieuwe)
            for probleem in at_row(rij, [*tekst_problemen(nieuw), *_indicator_regels(nieuw, known, stand)])
        )
        versions = _with_versie(nieuwe, stand)
        first = [nieuw for versie, nieuw in versions if versie == 1]
        now = database.now()
        IndicatorStore(cursor).add(
            [{"code": nieuw.code, "landelijk": False, "gemaakt_op": now} for nieuw in first],
            [_versie_rij(versie, nieuw) for versie, nieuw in versions],
            [
                _status_rij(NieuweStatus(n.code, IndicatorStatus.VOORSTEL, n.reden, _start_of(n.geldig_van)), now)
                for n in first
            ],
        )
        insert_logboek(
            cursor,
            [logboek_rij(now, door, f"versie {versie}", "indicator", nieuw.code) for versie, nieuw in versions],
        )


def add_versie(
    cursor: Cursor, database: Database, nieuw: NieuweIndicator, door: str, *, gebied: str | None = None
) -> Rij:
    """Add one indicator, or its next version, in a transaction of the caller; gives the row of that version.

    A new one starts as a voorstel: of the wijk `gebied` when that is given, else everywhere.
    """
    stand = IndicatorStore(cursor).indicatoren()
    raise_problems([*tekst_problemen(nieuw), *indicator_problemen(cursor, nieuw)])
    versie, now = _with_versie([nieuw], stand)[0][0], database.now()
    row = _versie_rij(versie, nieuw)
    first = versie == 1
    begin = _status_rij(NieuweStatus(nieuw.code, IndicatorStatus.VOORSTEL, nieuw.reden, gebied=gebied), now)
    IndicatorStore(cursor).add(
        [{"code": nieuw.code, "landelijk": False, "gemaakt_op": now}] if first else [],
        [row],
        [begin] if first else [],
    )
    insert_logboek(cursor, [logboek_rij(now, door, f"versie {versie}", "indicator", nieuw.code)])
    return row


def indicator_problemen(cursor: Cursor, nieuw: NieuweIndicator) -> list[Probleem]:
    """Everything that is wrong with a description of what is counted."""
    return _indicator_regels(nieuw, WijkStore(cursor).known(), IndicatorStore(cursor).indicatoren())


def _indicator_regels(
    nieuw: NieuweIndicator, known: dict[str, set[str]], stand: dict[str, Indicator]
) -> list[Probleem]:
    checks = (
        (not seen(nieuw.code), "indicator", "Geef het cijfer een code."),
        (not seen(nieuw.naam), "naam", "Geef het cijfer een naam."),
        (not seen(nieuw.eenheid), "eenheid", "Kies waarin u telt."),
        (not seen(nieuw.reden), "reden", "Zeg waarom dit cijfer er komt, of wat er verandert."),
        (not 0 <= nieuw.decimalen <= 6, "decimalen", "Kies 0 tot 6 cijfers achter de komma."),
        (
            nieuw.richting is Richting.NIET_EENDUIDIG and not seen(nieuw.richting_uitleg),
            "richting_uitleg",
            "Zeg waarom hoger of lager hier niet vanzelf gunstig is.",
        ),
        (
            nieuw.code in stand and stand[nieuw.code].landelijk,
            "indicator",
            "Dit is een landelijk cijfer. Dat verandert alleen met zijn bron.",
        ),
    )
    return [
        *(Probleem(melding, veld) for wrong, veld, melding in checks if wrong),
        *unknown(known["thema"], nieuw.thema, "thema", "Het thema"),
        *unknown(known["bron"], nieuw.bron, "bron", "De bron"),
    ]


def _with_versie(nieuwe: Sequence[NieuweIndicator], stand: dict[str, Indicator]) -> list[tuple[int, NieuweIndicator]]:
    newest = {code: state.versie for code, state in stand.items()}
    numbered = []
    for nieuw in nieuwe:
        newest[nieuw.code] = newest.get(nieuw.code, 0) + 1
        numbered.append((newest[nieuw.code], nieuw))
    return numbered


def _versie_rij(versie: int, nieuw: NieuweIndicator) -> Rij:
    row = as_row(nieuw)
    return {"indicator": row.pop("code"), "versie": versie, **row}


def _start_of(dag: date) -> datetime:
    return datetime(dag.year, dag.month, dag.day)  # noqa: DTZ001 - the store keeps UTC without a zone


# Status


def add_statussen(database: Database, nieuwe: Sequence[NieuweStatus], door: str) -> None:
    """Append steps of indicators in the order given, all or none.

    Gedragen needs support of inwoners and of professionals; in_gebruik needs that, and something that works on it. A
    step of a wijk needs that of this wijk.
    """
    with database.writing() as cursor:
        store = IndicatorStore(cursor)
        known, draagvlak = store.indicatoren(), store.draagvlak()
        werkt_eraan, gebieden, now = store.werkt_eraan(), WijkStore(cursor).known()["gebied"], database.now()
        raise_problems(
            probleem
            for rij, nieuw in numbered(nieuwe)
            for probleem in at_row(
                rij,
                [
                    *tekst_problemen(nieuw),
                    *(unknown(gebieden, nieuw.gebied, "gebied", "Het gebied") if nieuw.gebied else []),
                    *_status_regels(
                        nieuw,
                        known.get(nieuw.indicator),
                        _said_then(nieuw, draagvlak.get(nieuw.indicator, {}), now),
                        _works_here(nieuw, werkt_eraan.get(nieuw.indicator, {})),
                    ),
                ],
            )
        )
        store.add([], [], [_status_rij(nieuw, now) for nieuw in nieuwe])
        insert_logboek(
            cursor,
            [logboek_rij(now, door, nieuw.status.value, "indicator", nieuw.indicator, ["status"]) for nieuw in nieuwe],
        )


def _said_then(nieuw: NieuweStatus, draagvlak: dict[str, list[Draagvlak]], now: datetime) -> dict[str, list[Draagvlak]]:
    """The support that was counted until the day of the step, per gebied: of its own wijk when it has one."""
    until = (nieuw.op or now).date()
    here = draagvlak if nieuw.gebied is None else {nieuw.gebied: draagvlak.get(nieuw.gebied, [])}
    return {gebied: [it for it in stemmen if it.op <= until] for gebied, stemmen in here.items()}


def _works_here(nieuw: NieuweStatus, werkt_eraan: dict[str, tuple[int, int]]) -> tuple[int, int]:
    gebieden = werkt_eraan if nieuw.gebied is None else (nieuw.gebied, gemeente_of(nieuw.gebied))
    found = [werkt_eraan[gebied] for gebied in gebieden if gebied in werkt_eraan]
    return sum(it[0] for it in found), sum(it[1] for it in found)


def _status_regels(
    nieuw: NieuweStatus,
    indicator: Indicator | None,
    draagvlak: dict[str, list[Draagvlak]],
    werkt_eraan: tuple[int, int],
) -> list[Probleem]:
    if indicator is None:
        return [Probleem(f"Het cijfer “{nieuw.indicator}” kennen we niet.", "indicator")]
    if nieuw.status is IndicatorStatus.VERVALLEN and not bare(nieuw.reden):
        return [Probleem("Zeg waarom dit cijfer vervalt.", "reden")]
    oordeel = _verdiend(nieuw.status, indicator, draagvlak, werkt_eraan)
    return [] if oordeel else [Probleem(oordeel.zin, "status")]


def _verdiend(
    status: IndicatorStatus, indicator: Indicator, draagvlak: dict[str, list[Draagvlak]], werkt_eraan: tuple[int, int]
) -> Oordeel:
    """Whether this step is earned: everywhere the support of one gebied is enough, it holds only where it was made."""
    if status not in (IndicatorStatus.GEDRAGEN, IndicatorStatus.IN_GEBRUIK):
        return Oordeel(True, "")
    oordelen = [mag_gedragen(indicator, stemmen) for stemmen in draagvlak.values()] or [mag_gedragen(indicator, ())]
    gedragen = next((oordeel for oordeel in oordelen if oordeel), oordelen[0])
    if status is IndicatorStatus.GEDRAGEN:
        return gedragen
    activiteiten, initiatieven = werkt_eraan
    return mag_in_gebruik(gedragen, activiteiten=activiteiten, initiatieven=initiatieven)


def _status_rij(nieuw: NieuweStatus, now: datetime) -> Rij:
    return {
        "id": new_id(),
        "indicator": nieuw.indicator,
        "status": nieuw.status.value,
        "op": nieuw.op or now,
        "reden": bare(nieuw.reden),
        "gebied": nieuw.gebied,
    }


# Where it holds, who supports it, who objects


def add_adopties(database: Database, nieuwe: Sequence[Adoptie], door: str, *, grens: int = KERN_STANDAARD) -> None:
    """Adopt indicators in gebieden, all or none. A gebied has at most `grens` kernindicatoren at the same time."""
    check_kern_grens(grens)
    with database.writing() as cursor:
        store = IndicatorStore(cursor)
        kern = store.kern()
        for nieuw in nieuwe:
            if nieuw.rol is Rol.KERN and nieuw.tot is None:
                kern.setdefault(nieuw.gebied, set()).add(nieuw.indicator)
        too_many = [
            Probleem(f"{gebied} heeft dan {len(codes)} kerncijfers. Hoogstens {grens}: zeg welk cijfer weggaat.", "rol")
            for gebied, codes in sorted(kern.items())
            if len(codes) > grens
        ]
        _check(cursor, nieuwe, _adoptie_regels, too_many)
        store.add_geldig_in([_with_id(nieuw) for nieuw in nieuwe])
        _log(cursor, database, door, "aangenomen", nieuwe)


def add_draagvlak(database: Database, nieuwe: Sequence[NieuwDraagvlak], door: str) -> None:
    """Append counted support, all or none."""
    with database.writing() as cursor:
        _check(cursor, nieuwe, _draagvlak_regels)
        IndicatorStore(cursor).add_draagvlak([_with_id(nieuw) for nieuw in nieuwe])
        _log(cursor, database, door, "draagvlak geteld", nieuwe)


def add_bezwaren(database: Database, nieuwe: Sequence[NieuwBezwaar], door: str) -> None:
    """Append objections, all or none. They stay visible, answered or not."""
    with database.writing() as cursor:
        _check(cursor, nieuwe, _bezwaar_regels)
        IndicatorStore(cursor).add_bezwaren([_with_id(nieuw) for nieuw in nieuwe])
        _log(cursor, database, door, "bezwaar gemaakt", nieuwe)


def _check(
    cursor: Cursor,
    nieuwe: Sequence[Nieuw],
    regels: Callable[[Nieuw], list[Probleem]],
    other: Sequence[Probleem] = (),
) -> None:
    known = WijkStore(cursor).known()
    raise_problems(
        [
            *(
                probleem
                for rij, nieuw in numbered(nieuwe)
                for probleem in at_row(
                    rij,
                    [
                        *tekst_problemen(nieuw),
                        *unknown(known["indicator"], nieuw.indicator, "indicator", "Het cijfer"),
                        *unknown(known["gebied"], nieuw.gebied, "gebied", "Het gebied"),
                        *regels(nieuw),
                    ],
                )
            ),
            *other,
        ]
    )


def _adoptie_regels(nieuw: Adoptie) -> list[Probleem]:
    wrong = nieuw.tot is not None and nieuw.tot < nieuw.van
    return [Probleem("De laatste dag ligt voor de eerste.", "tot")] if wrong else []


def _draagvlak_regels(nieuw: NieuwDraagvlak) -> list[Probleem]:
    wrong = nieuw.voor < 0 or nieuw.tegen < 0
    return [Probleem("Een aantal mensen kan niet minder dan nul zijn.", "voor")] if wrong else []


def _bezwaar_regels(nieuw: NieuwBezwaar) -> list[Probleem]:
    problemen = []
    if not bare(nieuw.tekst):
        problemen.append(Probleem("Zeg wat het bezwaar is.", "tekst"))
    if (bare(nieuw.antwoord) is None) != (nieuw.beantwoord_op is None):
        problemen.append(Probleem("Bij een antwoord hoort de dag van het antwoord.", "antwoord"))
    return problemen


def _with_id(nieuw: Adoptie | NieuwDraagvlak | NieuwBezwaar) -> Rij:
    return {"id": new_id(), **as_row(nieuw)}


def _log(
    cursor: Cursor, database: Database, door: str, wat: str, nieuwe: Sequence[Adoptie | NieuwDraagvlak | NieuwBezwaar]
) -> None:
    now = database.now()
    insert_logboek(
        cursor, [logboek_rij(now, door, wat, "indicator", nieuw.indicator, [nieuw.gebied]) for nieuw in nieuwe]
    )
