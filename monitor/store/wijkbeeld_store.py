"""What the pages read of a wijk and its gemeente: few queries, each giving plain values of the domain."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from monitor.domain.gebied import Gebied, GebiedSoort, Opvolger
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import (
    Bewijssoort,
    Bezwaar,
    Draagvlak,
    Indicator,
    IndicatorSoort,
    IndicatorStatus,
    Richting,
    Rol,
    StemRol,
    Thema,
)
from monitor.domain.meting import Breuk, BreukSoort, Gebeurtenis, Meting, MetingStatus, OntbreektReden
from monitor.domain.wijk import (
    Activiteit,
    ActiviteitStatus,
    Financiering,
    FinancieringStaat,
    FinancieringVorm,
    Initiatief,
    Plek,
)
from monitor.domain.wijkbeeld import BronRegel, InlezingRegel
from monitor.store.database import Database, load_sql
from monitor.store.lees_store import LeesStore, VerhalenBij


@dataclass(frozen=True, slots=True)
class Omgeving:
    """A gebied with what is around it: all versions of its gemeente's wijken, and who followed or preceded it."""

    versies: tuple[Gebied, ...]
    opvolgers: tuple[Opvolger, ...]
    voorgangers: tuple[Opvolger, ...]


@dataclass(frozen=True, slots=True)
class GelezenReeks:
    """An indicator with its metingen here and in the gemeente, as they stand in the store."""

    indicator: Indicator
    is_noemer: bool
    """True when it is only there to show another as a share."""
    hier: tuple[Meting, ...]
    gemeente: tuple[Meting, ...]
    plaats: int | None


@dataclass(frozen=True, slots=True)
class Reeksen:
    """All reeksen for a page, and the sources that they come from."""

    reeksen: tuple[GelezenReeks, ...]
    bronnen: tuple[BronRegel, ...]
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class Momenten:
    """Breaks per indicator (None: of every indicator), events, and with which period a series of a gebied begins."""

    breuken: tuple[tuple[str | None, Breuk], ...]
    gebeurtenissen: tuple[Gebeurtenis, ...]
    nulmetingen: Mapping[str, str] = field(default_factory=dict)
    """Period by indicator."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How many people live in a gebied, and how many kernindicatoren it watches."""

    inwoners: Meting | None
    kern: int


@dataclass(frozen=True, slots=True)
class Wijkzaken:
    """What is there, what is done, what it costs, who carries and who objects."""

    activiteiten: tuple[Activiteit, ...]
    initiatieven: tuple[Initiatief, ...]
    plekken: tuple[Plek, ...]
    financiering: tuple[Financiering, ...]
    financiering_gemeente: tuple[Financiering, ...]
    """What is for the whole gemeente, when that is another gebied."""
    draagvlak: tuple[tuple[str, Draagvlak], ...]
    bezwaren: tuple[tuple[str, Bezwaar], ...]


class WijkbeeldStore:
    """Reads for the pages *Gemeente*, *Wijk* and *Hoe weten we dit?*."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def themas(self) -> tuple[Thema, ...]:
        """All themas in their order."""
        rows = self._rows("SELECT code, naam, volgorde, uitleg FROM thema ORDER BY volgorde, code")
        return tuple(Thema(*row) for row in rows)

    def gemeenten(self) -> tuple[Gebied, ...]:
        """All gemeenten that are valid now and have wijken, by name."""
        rows = self._rows(load_sql("gemeenten_met_wijken"))
        return tuple(_gebied(row) for row in rows)

    def omgeving(self, code: str, gemeente: str) -> Omgeving:
        """The gemeente, its wijken and `code` itself, in all their versions."""
        rows = self._rows(load_sql("gebieden_bij"), {"code": code, "gemeente": gemeente})
        return Omgeving(
            versies=tuple(_gebied(row[1:]) for row in rows if row[0] == "gebied"),
            opvolgers=tuple(Opvolger(row[1], row[3], row[4], row[6]) for row in rows if row[0] == "opvolger"),
            voorgangers=tuple(Opvolger(row[1], row[3], row[4], row[6]) for row in rows if row[0] == "voorganger"),
        )

    def reeksen(self, gebied: str, gemeente: str, inwoners: str) -> Reeksen:
        """Every figure that may be shown for `gebied`, with the gemeente beside it."""
        rows = self._rows(load_sql("reeksen_bij"), {"gebied": gebied, "gemeente": gemeente, "inwoners": inwoners})
        grouped: dict[str, list[tuple[Any, ...]]] = {}
        for row in rows:
            grouped.setdefault(row[0], []).append(row)
        sources = {(row[31], row[32], row[33], row[34]): row[35] for row in rows if row[21] == gebied}
        return Reeksen(
            reeksen=tuple(_reeks(group, gebied, gemeente) for group in grouped.values()),
            bronnen=tuple(BronRegel(*key, read_on) for key, read_on in sorted(sources.items(), key=_by_source)),
            voorbeeld=any(row[36] for row in rows),
        )

    def momenten(self, gebied: str, gemeente: str) -> Momenten:
        """Breaks, events and nulmetingen of `gebied`; events of the whole gemeente too."""
        rows = self._rows(load_sql("momenten_bij"), {"gebied": gebied, "gemeente": gemeente})
        return Momenten(
            breuken=tuple((row[1], Breuk(row[2], BreukSoort(row[3]), row[4])) for row in rows if row[0] == "breuk"),
            gebeurtenissen=tuple(
                Gebeurtenis(row[2], row[4], row[1], row[5]) for row in rows if row[0] == "gebeurtenis"
            ),
            nulmetingen={row[1]: row[4] for row in rows if row[0] == "nulmeting"},
        )

    def verhalen(self, gebruiker: Gebruiker, gebied: str, op: date) -> tuple[VerhalenBij, ...]:
        """What `gebruiker` may read of `gebied` and the gebieden in it, one per gebied, empty ones too."""
        with self._database.reading() as cursor:
            return LeesStore(cursor).bij(gebruiker, op, gebied)

    def overzicht(self, gemeente: str, inwoners: str) -> dict[str, Telling]:
        """Inhabitants and number of kernindicatoren of the gemeente and each of its wijken, by code."""
        rows = self._rows(load_sql("wijken_overzicht"), {"gemeente": gemeente, "inwoners": inwoners})
        return {row[0]: Telling(Meting(row[1], row[2], row[3]) if row[1] else None, row[4]) for row in rows}

    def cijfers_tegengesproken(self, gemeente: str) -> dict[tuple[str, str], str]:
        """Thema of every indicator that has a value in a gebied and that some verhaal contradicts, by both codes."""
        rows = self._rows(load_sql("cijfers_tegengesproken"), {"gemeente": gemeente})
        return {(row[0], row[1]): row[2] for row in rows}

    def bronnen(self, gemeente: str) -> tuple[tuple[BronRegel, ...], bool]:
        """The sources of the figures of a gemeente, and whether any of them is the example."""
        rows = self._rows(load_sql("bronnen_bij"), {"gemeente": gemeente})
        return tuple(BronRegel(*row[:5]) for row in rows), any(row[5] for row in rows)

    def wijkzaken(self, gebied: str, gemeente: str) -> Wijkzaken:
        """What is there and done in `gebied`, what it and its gemeente cost, and who carries its indicators."""
        found = self._rows(load_sql("wijkzaken_bij"), {"gebied": gebied, "gemeente": gemeente})
        rows = [(row[0], row[1], json.loads(row[3])) for row in found]
        return Wijkzaken(
            activiteiten=tuple(_activiteit(bij, it) for regel, bij, it in rows if regel == "activiteit"),
            initiatieven=tuple(_initiatief(bij, it) for regel, bij, it in rows if regel == "initiatief"),
            plekken=tuple(Plek(thema=bij, **it) for regel, bij, it in rows if regel == "plek"),
            financiering=tuple(_financiering(bij, it) for regel, bij, it in rows if regel == "financiering"),
            financiering_gemeente=tuple(
                _financiering(bij, it) for regel, bij, it in rows if regel == "financiering_gemeente"
            ),
            draagvlak=tuple((bij, draagvlak_of(it)) for regel, bij, it in rows if regel == "draagvlak"),
            bezwaren=tuple((bij, bezwaar_of(it)) for regel, bij, it in rows if regel == "bezwaar"),
        )

    def kaart(self, gemeente: str) -> tuple[dict[str, Any], ...]:
        """The valid wijken of a gemeente as GeoJSON features, with the newest boundaries that are known."""
        rows = self._rows(load_sql("kaart_van"), {"gemeente": gemeente})
        return tuple(
            {"type": "Feature", "properties": {"code": row[0], "naam": row[1]}, "geometry": json.loads(row[2])}
            for row in rows
        )

    def inlezingen(self, gemeente: str, *, voorbeeld: bool, hoeveel: int) -> tuple[InlezingRegel, ...]:
        """The newest acts of reading a file that said something of a gemeente, of the example or of real sources."""
        rows = self._rows(
            load_sql("verantwoording_inlezingen"), {"gemeente": gemeente, "voorbeeld": voorbeeld, "hoeveel": hoeveel}
        )
        return tuple(_inlezing(row) for row in rows)

    def indicatoren(self, gemeente: str) -> tuple[Indicator, ...]:
        """The indicators that a gemeente has figures of or that its wijken adopted: own ones first."""
        rows = self._rows(load_sql("verantwoording_indicatoren"), {"gemeente": gemeente})
        return tuple(replace(_indicator(row), waarvoor=row[21], belasting=row[22]) for row in rows)

    def tellingen(self, gemeente: str) -> dict[str, tuple[tuple[str, int], ...]]:
        """Counts of what is missing, refused or taken back in a gemeente, per reason or quarter."""
        rows = self._rows(load_sql("verantwoording_tellingen"), {"gemeente": gemeente})
        return {
            regel: tuple((row[1], row[2]) for row in rows if row[0] == regel)
            for regel in ("ontbreekt", "geweigerd", "ingetrokken")
        }

    def _rows(self, sql: str, parameters: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
        with self._database.reading() as cursor:
            return cursor.rows(sql, parameters or {})


def _by_source(item: tuple[tuple[Any, ...], datetime]) -> tuple[str, int]:
    naam, _, _, peiljaar = item[0]
    return (naam, peiljaar or 0)


def _gebied(row: tuple[Any, ...]) -> Gebied:
    return Gebied(code=row[0], soort=GebiedSoort(row[1]), naam=row[2], geldig_van=row[3], geldig_tot=row[4])


def _reeks(rows: list[tuple[Any, ...]], gebied: str, gemeente: str) -> GelezenReeks:
    first = rows[0]
    is_noemer = first[8] == "noemer"
    indicator = _indicator(first)
    return GelezenReeks(
        indicator=indicator,
        is_noemer=is_noemer,
        hier=tuple(_meting(row) for row in rows if row[21] == gebied),
        gemeente=tuple(_meting(row) for row in rows if row[21] == gemeente) if gebied != gemeente else (),
        plaats=first[20],
    )


def _inlezing(row: tuple[Any, ...]) -> InlezingRegel:
    bron, bestand, peiljaar, ingelezen_op, nieuw, gewijzigd, verdwenen, wijzigingen = row
    lines = tuple((wijzigingen or "").splitlines())
    return InlezingRegel(bron, bestand, peiljaar, ingelezen_op, nieuw, gewijzigd, verdwenen, lines)


def _indicator(row: tuple[Any, ...]) -> Indicator:
    return Indicator(
        code=row[0],
        naam=row[1],
        eenheid=row[2],
        decimalen=row[3],
        bewijssoort=Bewijssoort(row[4]),
        richting=Richting(row[5]),
        soort=IndicatorSoort(row[6]),
        thema=row[7],
        rol=Rol.CONTEXT if row[8] == "noemer" else Rol(row[8]),
        status=IndicatorStatus(row[9]) if row[9] else IndicatorStatus.IN_GEBRUIK,
        landelijk=row[10],
        bron=row[11],
        versie=row[12],
        definitie=row[13],
        technische_definitie=row[14],
        populatie=row[15],
        zin=row[16],
        noemer=row[17],
        richting_uitleg=row[18],
        gemaakt_door=row[19],
        volgorde=row[20] or 0,
    )


def _meting(row: tuple[Any, ...]) -> Meting:
    return Meting(
        periode=row[22],
        start=row[23],
        waarde=row[24],
        ontbreekt_reden=OntbreektReden(row[25]) if row[25] else None,
        ondergrens=row[26],
        bovengrens=row[27],
        n=row[28],
        status=MetingStatus(row[29]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _activiteit(thema: str, it: dict[str, Any]) -> Activiteit:
    days = {name: _day(it[name]) for name in ("geeindigd_op", "les_op")}
    begun = date.fromisoformat(it["begonnen_op"])
    return Activiteit(**{**it, **days, "thema": thema, "begonnen_op": begun, "status": ActiviteitStatus(it["status"])})


def _initiatief(thema: str, it: dict[str, Any]) -> Initiatief:
    return Initiatief(**{**it, "thema": thema, "sinds": _day(it["sinds"])})


def _financiering(thema: str, it: dict[str, Any]) -> Financiering:
    return Financiering(
        thema=thema,
        omschrijving=it["omschrijving"],
        jaar=it["jaar"],
        vorm=FinancieringVorm(it["vorm"]),
        staat=FinancieringStaat(it["staat"]),
        bedrag=Decimal(it["bedrag"]) if it["bedrag"] is not None else None,
        uren=it["uren"],
    )


def draagvlak_of(it: dict[str, Any]) -> Draagvlak:
    """Support as it was written in JSON."""
    return Draagvlak(StemRol(it["rol"]), it["voor"], it["tegen"], date.fromisoformat(it["op"]), it["toelichting"])


def bezwaar_of(it: dict[str, Any]) -> Bezwaar:
    """An objection as it was written in JSON."""
    return Bezwaar(
        StemRol(it["rol"]), it["tekst"], date.fromisoformat(it["op"]), it["antwoord"], _day(it["beantwoord_op"])
    )
