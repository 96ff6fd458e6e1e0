"""What stands beside the figures of a wijk: initiatieven, plekken, activiteiten, gebeurtenissen and money.

Everybody may put something here: it needs no indicator and no money, and what failed is as welcome as what works.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from monitor.domain.wijk import ActiviteitStatus, FinancieringStaat, FinancieringVorm, RolGemeente
from monitor.errors import Probleem
from monitor.services.invoer import (
    Toegevoegd,
    as_row,
    at_row,
    bare,
    new_id,
    numbered,
    raise_problems,
    tekst_problemen,
    unknown,
)
from monitor.store.database import Cursor, Database
from monitor.store.rijen import Rij, insert_logboek, logboek_rij
from monitor.store.wijk_store import WijkStore

AFGELOPEN = (ActiviteitStatus.AFGEROND, ActiviteitStatus.GESTOPT, ActiviteitStatus.MISLUKT)


@dataclass(frozen=True, slots=True)
class NieuwInitiatief:
    """Something that people started themselves."""

    gebied: str
    thema: str
    naam: str
    beschrijving: str | None = None
    trekker: str | None = None
    voor_wie: str | None = None
    sinds: date | None = None
    tot: date | None = None
    volhoudbaar: str | None = None
    indicatoren: tuple[str, ...] = ()
    id: str | None = None


@dataclass(frozen=True, slots=True)
class NieuwePlek:
    """A place where people meet or find something."""

    gebied: str
    thema: str
    naam: str
    soort: str
    beschrijving: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class NieuweActiviteit:
    """Something that is done, tried, stopped or failed."""

    gebied: str
    thema: str
    naam: str
    begonnen_op: date
    status: ActiviteitStatus
    rol_gemeente: RolGemeente
    beschrijving: str | None = None
    wat_wil_je: str | None = None
    voor_wie: str | None = None
    organisatie: str | None = None
    partners: str | None = None
    geeindigd_op: date | None = None
    les: str | None = None
    les_op: date | None = None
    vervolg: str | None = None
    indicatoren: tuple[str, ...] = ()
    id: str | None = None


@dataclass(frozen=True, slots=True)
class NieuweGebeurtenis:
    """Something that happened on a day."""

    gebied: str
    datum: date
    titel: str
    thema: str | None = None
    activiteit: str | None = None
    toelichting: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class NieuweFinanciering:
    """Money or hours for one year."""

    gebied: str
    thema: str
    omschrijving: str
    jaar: int
    vorm: FinancieringVorm
    staat: FinancieringStaat
    bedrag: Decimal | None = None
    uren: int | None = None
    activiteit: str | None = None
    initiatief: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class NieuweOpvolger:
    """A gebied that takes the place of another from a day on."""

    gebied: str
    opvolger: str
    vanaf: date
    uitleg: str | None = None


Nieuw = TypeVar("Nieuw")
Bekend = dict[str, set[str]]


# Adding


def add_initiatieven(database: Database, nieuwe: Sequence[NieuwInitiatief], door: str) -> Toegevoegd:
    """Add initiatieven, all or none."""

    def write(store: WijkStore, rows: list[Rij]) -> None:
        store.add_initiatieven(*_split(rows, "initiatief"))

    return _add(database, nieuwe, door, "initiatief", _initiatief_regels, write)


def add_plekken(database: Database, nieuwe: Sequence[NieuwePlek], door: str) -> Toegevoegd:
    """Add plekken, all or none."""
    return _add(database, nieuwe, door, "plek", _plek_regels, WijkStore.add_plekken)


def add_activiteiten(database: Database, nieuwe: Sequence[NieuweActiviteit], door: str) -> Toegevoegd:
    """Add activiteiten, all or none."""

    def write(store: WijkStore, rows: list[Rij]) -> None:
        store.add_activiteiten(*_split(rows, "activiteit"))

    return _add(database, nieuwe, door, "activiteit", activiteit_problemen, write)


def add_gebeurtenissen(database: Database, nieuwe: Sequence[NieuweGebeurtenis], door: str) -> Toegevoegd:
    """Add gebeurtenissen, all or none."""
    return _add(database, nieuwe, door, "gebeurtenis", gebeurtenis_problemen, WijkStore.add_gebeurtenissen)


def add_financiering(database: Database, nieuwe: Sequence[NieuweFinanciering], door: str) -> Toegevoegd:
    """Add money and hours, all or none."""
    return _add(database, nieuwe, door, "financiering", financiering_problemen, WijkStore.add_financiering)


def add_opvolgers(database: Database, nieuwe: Sequence[NieuweOpvolger], door: str) -> None:
    """Say which gebied took the place of which, all or none."""
    with database.writing() as cursor:
        known = WijkStore(cursor).known()
        raise_problems(
            probleem
            for rij, nieuw in numbered(nieuwe)
            for probleem in at_row(rij, [*tekst_problemen(nieuw), *_opvolger_regels(nieuw, known)])
        )
        WijkStore(cursor).add_opvolgers([as_row(nieuw) for nieuw in nieuwe])
        now = database.now()
        insert_logboek(
            cursor,
            [logboek_rij(now, door, "opvolger gezegd", "gebied", nieuw.gebied, ["opvolger"]) for nieuw in nieuwe],
        )


def _add(
    database: Database,
    nieuwe: Sequence[Nieuw],
    door: str,
    soort: str,
    regels: Callable[[Nieuw, Bekend], Iterable[Probleem]],
    write: Callable[[WijkStore, list[Rij]], None],
) -> Toegevoegd:
    with database.writing() as cursor:
        known = WijkStore(cursor).known()
        raise_problems(
            probleem
            for rij, nieuw in numbered(nieuwe)
            for probleem in at_row(rij, [*tekst_problemen(nieuw), *_plaats_regels(nieuw, known), *regels(nieuw, known)])
        )
        rows = [_with_id(nieuw) for nieuw in nieuwe]
        write(WijkStore(cursor), rows)
        _log(cursor, database, door, soort, rows)
    return Toegevoegd(tuple(row["id"] for row in rows))


def _with_id(nieuw: Any) -> Rij:
    row = as_row(nieuw)
    return {**row, "id": row["id"] or new_id()}


def _split(rows: list[Rij], soort: str) -> tuple[list[Rij], list[Rij]]:
    """The rows without their indicators, and a row for each indicator."""
    bare_rows: list[Rij] = [{name: value for name, value in row.items() if name != "indicatoren"} for row in rows]
    links: list[Rij] = [
        {soort: row["id"], "indicator": code} for row in rows for code in dict.fromkeys(row["indicatoren"])
    ]
    return bare_rows, links


def _log(cursor: Cursor, database: Database, door: str, soort: str, rows: Sequence[Rij]) -> None:
    now = database.now()
    insert_logboek(
        cursor,
        [
            logboek_rij(now, door, "toegevoegd", soort, row["id"], [name for name, value in row.items() if value])
            for row in rows
        ],
    )


# Rules


def _plaats_regels(nieuw: Any, known: Bekend) -> Iterable[Probleem]:
    yield from unknown(known["gebied"], nieuw.gebied, "gebied", "Het gebied")
    if nieuw.thema is not None:
        yield from unknown(known["thema"], nieuw.thema, "thema", "Het thema")


def _naam_regels(naam: str) -> Iterable[Probleem]:
    if not bare(naam):
        yield Probleem("Geef het een naam.", "naam")


def _indicator_regels(indicatoren: Iterable[str], known: Bekend) -> Iterable[Probleem]:
    for code in indicatoren:
        yield from unknown(known["indicator"], code, "indicatoren", "Het cijfer")


def _initiatief_regels(nieuw: NieuwInitiatief, known: Bekend) -> Iterable[Probleem]:
    yield from _naam_regels(nieuw.naam)
    yield from _indicator_regels(nieuw.indicatoren, known)
    if nieuw.sinds and nieuw.tot and nieuw.tot < nieuw.sinds:
        yield Probleem("De laatste dag ligt voor de eerste.", "tot")


def _plek_regels(nieuw: NieuwePlek, known: Bekend) -> Iterable[Probleem]:
    yield from _naam_regels(nieuw.naam)
    if not bare(nieuw.soort):
        yield Probleem("Zeg wat voor plek het is.", "soort")


def activiteit_problemen(nieuw: NieuweActiviteit, known: Bekend) -> Iterable[Probleem]:
    """What is wrong with an activiteit, apart from its place."""
    yield from _naam_regels(nieuw.naam)
    yield from _indicator_regels(nieuw.indicatoren, known)
    if nieuw.status in AFGELOPEN and nieuw.geeindigd_op is None:
        yield Probleem("Zeg op welke dag dit is opgehouden.", "geeindigd_op")
    if nieuw.geeindigd_op and nieuw.geeindigd_op < nieuw.begonnen_op:
        yield Probleem("De laatste dag ligt voor de eerste.", "geeindigd_op")
    if (bare(nieuw.les) is None) != (nieuw.les_op is None):
        yield Probleem("Bij een les hoort de dag waarop u die trok, en andersom.", "les")


def gebeurtenis_problemen(nieuw: NieuweGebeurtenis, known: Bekend) -> Iterable[Probleem]:
    """What is wrong with a gebeurtenis, apart from its place."""
    if not bare(nieuw.titel):
        yield Probleem("Zeg in een paar woorden wat er gebeurde.", "titel")
    if nieuw.activiteit is not None:
        yield from unknown(known["activiteit"], nieuw.activiteit, "activiteit", "De activiteit")


def financiering_problemen(nieuw: NieuweFinanciering, known: Bekend) -> Iterable[Probleem]:
    """What is wrong with money or hours, apart from their place."""
    if not bare(nieuw.omschrijving):
        yield Probleem("Zeg waar het geld of de tijd voor is.", "omschrijving")
    if nieuw.bedrag is None and nieuw.uren is None:
        yield Probleem("Vul een bedrag in, of uren.", "bedrag")
    for veld, amount in (("bedrag", nieuw.bedrag), ("uren", nieuw.uren)):
        if amount is not None and amount < 0:
            yield Probleem("Dit kan niet minder dan nul zijn.", veld)
    if nieuw.activiteit is not None:
        yield from unknown(known["activiteit"], nieuw.activiteit, "activiteit", "De activiteit")
    if nieuw.initiatief is not None:
        yield from unknown(known["initiatief"], nieuw.initiatief, "initiatief", "Het initiatief")


def _opvolger_regels(nieuw: NieuweOpvolger, known: Bekend) -> Iterable[Probleem]:
    yield from unknown(known["gebied"], nieuw.gebied, "gebied", "Het gebied")
    yield from unknown(known["gebied"], nieuw.opvolger, "opvolger", "Het gebied")
    if nieuw.gebied == nieuw.opvolger:
        yield Probleem("Een gebied kan zichzelf niet opvolgen.", "opvolger")
