"""What the pages read of a wijk and its gemeente: few queries, each giving plain values of the domain."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from monitor.domain.gebied import Gebied, GebiedSoort, Opvolger
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import Bezwaar, Draagvlak, Indicator, IndicatorStatus, Rol, Thema
from monitor.domain.leesronde import Leesniveau
from monitor.domain.leren import Gremium, LeerpuntStand, Niveau
from monitor.domain.meting import Breuk, Gebeurtenis, Meting
from monitor.domain.raad import BeslispuntUitkomst
from monitor.domain.wijk import (
    Activiteit,
    ActiviteitStatus,
    Financiering,
    FinancieringStaat,
    FinancieringVorm,
    Initiatief,
    Plek,
)
from monitor.domain.wijkbeeld import (
    BronRegel,
    InlezingRegel,
    MinuutAfspraak,
    MinuutBeslispunt,
    MinuutBron,
    MinuutLeerpunt,
    MinuutRonde,
)
from monitor.nl import today_amsterdam
from monitor.store.beeldrijen import (
    Kolommen,
    bezwaar_of,
    breuk_of,
    bron_of,
    draagvlak_of,
    gebeurtenis_of,
    indicator_of,
    meting_of,
)
from monitor.store.database import Opslag, load_sql
from monitor.store.lees_store import LeesStore, VerhalenBij

_NOEMER = "noemer"
"""Stands in the place of a rol where an indicator is only there to show another as a share."""
_THEMAS = "SELECT code, naam, volgorde, uitleg FROM thema ORDER BY volgorde, code"


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

    def __init__(self, database: Opslag) -> None:
        self._database = database

    def themas(self) -> tuple[Thema, ...]:
        """All themas in their order."""
        return tuple(Thema(**row) for row in self._records(_THEMAS))

    def gemeenten(self) -> tuple[Gebied, ...]:
        """All gemeenten that are valid now and have wijken, by name."""
        return tuple(_gebied(row) for row in self._records(load_sql("gemeenten_met_wijken")))

    def omgeving(self, code: str, gemeente: str) -> Omgeving:
        """The gemeente, its wijken and `code` itself, in all their versions."""
        rows = self._records(load_sql("gebieden_bij"), {"code": code, "gemeente": gemeente})
        return Omgeving(
            versies=tuple(_gebied(it) for it in rows if it["regel"] == "gebied"),
            opvolgers=tuple(_opvolger(it) for it in rows if it["regel"] == "opvolger"),
            voorgangers=tuple(_opvolger(it) for it in rows if it["regel"] == "voorganger"),
        )

    def reeksen(self, gebied: str, gemeente: str, inwoners: str) -> Reeksen:
        """Every figure that may be shown for `gebied`, with the gemeente beside it."""
        rows = self._records(load_sql("reeksen_bij"), {"gebied": gebied, "gemeente": gemeente, "inwoners": inwoners})
        grouped: dict[str, list[Kolommen]] = {}
        for row in rows:
            grouped.setdefault(row["indicator"], []).append(row)
        found = (bron_of(row) for row in rows if row["gebied"] == gebied)
        sources = {(it.naam, it.uitgever, it.url, it.peiljaar): it for it in found}
        return Reeksen(
            reeksen=tuple(_reeks(group, gebied, gemeente) for group in grouped.values()),
            bronnen=tuple(sorted(sources.values(), key=lambda it: (it.naam, it.peiljaar or 0))),
            voorbeeld=any(row["voorbeeld"] for row in rows),
        )

    def momenten(self, gebied: str, gemeente: str) -> Momenten:
        """Breaks, events and nulmetingen of `gebied`; events of the whole gemeente too."""
        rows = self._records(load_sql("momenten_bij"), {"gebied": gebied, "gemeente": gemeente})
        return Momenten(
            breuken=tuple((it["indicator"], breuk_of(it)) for it in rows if it["regel"] == "breuk"),
            gebeurtenissen=tuple(gebeurtenis_of(it) for it in rows if it["regel"] == "gebeurtenis"),
            nulmetingen={it["indicator"]: it["tekst"] for it in rows if it["regel"] == "nulmeting"},
        )

    def verhalen(self, gebruiker: Gebruiker, gebied: str, op: date) -> tuple[VerhalenBij, ...]:
        """What `gebruiker` may read of `gebied` and the gebieden in it, one per gebied, empty ones too."""
        with self._database.reading() as cursor:
            return LeesStore(cursor).bij(gebruiker, op, gebied)

    def overzicht(self, gemeente: str, inwoners: str) -> dict[str, Telling]:
        """Inhabitants and number of kernindicatoren of the gemeente and each of its wijken, by code."""
        rows = self._records(load_sql("wijken_overzicht"), {"gemeente": gemeente, "inwoners": inwoners})
        return {row["code"]: _telling(row) for row in rows}

    def cijfers_tegengesproken(self, gemeente: str) -> dict[tuple[str, str], str]:
        """Thema of every indicator that has a value in a gebied and that some verhaal contradicts, by both codes."""
        rows = self._records(load_sql("cijfers_tegengesproken"), {"gemeente": gemeente})
        return {(row["gebied"], row["indicator"]): row["thema"] for row in rows}

    def bronnen(self, gemeente: str) -> tuple[tuple[BronRegel, ...], bool]:
        """The sources of the figures of a gemeente, and whether any of them is the example."""
        rows = self._records(load_sql("bronnen_bij"), {"gemeente": gemeente})
        return tuple(bron_of(row) for row in rows), any(row["voorbeeld"] for row in rows)

    def wijkzaken(self, gebied: str, gemeente: str) -> Wijkzaken:
        """What is there and done in `gebied`, what it and its gemeente cost, and who carries its indicators."""
        found = self._records(load_sql("wijkzaken_bij"), {"gebied": gebied, "gemeente": gemeente})
        rows = [(row["regel"], row["bij"], json.loads(row["inhoud"])) for row in found]
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

    def geleerd(self, gebied: str, gemeente: str) -> MinuutBron:
        """What people of a wijk learned, agreed and chose together, and what the raad decided of it."""
        rows = self._records(load_sql("geleerd_bij"), {"gebied": gebied, "gemeente": gemeente})
        return MinuutBron(
            gesprek=max((it["dag"] for it in rows if it["regel"] == "sessie"), default=None),
            leerpunten=tuple(_leerpunt(it) for it in rows if it["regel"] == "leerpunt"),
            afspraken=tuple(
                MinuutAfspraak(it["tekst"], it["wie"], it["dag"], it["bij"]) for it in rows if it["regel"] == "afspraak"
            ),
            beslispunten=_beslispunten([it for it in rows if it["regel"] == "beslispunt"]),
            rondes=tuple(
                MinuutRonde(it["id"], Leesniveau(it["soort"]), today_amsterdam(datetime.fromisoformat(it["bij"])))
                for it in rows
                if it["regel"] == "leesronde"
            ),
        )

    def kaart(self, gemeente: str) -> tuple[dict[str, Any], ...]:
        """The valid wijken of a gemeente as GeoJSON features, with the newest boundaries that are known."""
        rows = self._records(load_sql("kaart_van"), {"gemeente": gemeente})
        return tuple(
            {
                "type": "Feature",
                "properties": {"code": row["gebied"], "naam": row["naam"]},
                "geometry": json.loads(row["geojson"]),
            }
            for row in rows
        )

    def inlezingen(self, gemeente: str, *, voorbeeld: bool, hoeveel: int) -> tuple[InlezingRegel, ...]:
        """The newest acts of reading a file that said something of a gemeente, of the example or of real sources."""
        rows = self._records(
            load_sql("verantwoording_inlezingen"), {"gemeente": gemeente, "voorbeeld": voorbeeld, "hoeveel": hoeveel}
        )
        return tuple(_inlezing(row) for row in rows)

    def indicatoren(self, gemeente: str) -> tuple[tuple[Indicator, int], ...]:
        """The indicators that a gemeente has figures of or that its wijken adopted: own ones first.

        Each with the number of wijken for which it is what its role says.
        """
        rows = self._records(load_sql("verantwoording_indicatoren"), {"gemeente": gemeente})
        return tuple((_indicator(row), row["wijken"] or 0) for row in rows)

    def tellingen(self, gemeente: str) -> dict[str, tuple[tuple[str, int], ...]]:
        """Counts of what is missing, refused or taken back in a gemeente, per reason or quarter."""
        rows = self._records(load_sql("verantwoording_tellingen"), {"gemeente": gemeente})
        return {
            regel: tuple((row["wat"], row["aantal"]) for row in rows if row["regel"] == regel)
            for regel in ("ontbreekt", "geweigerd", "ingetrokken")
        }

    def _records(self, sql: str, parameters: dict[str, Any] | None = None) -> list[Kolommen]:
        with self._database.reading() as cursor:
            return cursor.records(sql, parameters or {})


def _gebied(row: Kolommen) -> Gebied:
    return Gebied(
        code=row["code"],
        soort=GebiedSoort(row["soort"]),
        naam=row["naam"],
        geldig_van=row["geldig_van"],
        geldig_tot=row["geldig_tot"],
    )


def _opvolger(row: Kolommen) -> Opvolger:
    return Opvolger(row["code"], row["naam"], row["geldig_van"], row["uitleg"])


def _telling(row: Kolommen) -> Telling:
    inwoners = Meting(row["periode"], row["periode_start"], row["waarde"]) if row["periode"] else None
    return Telling(inwoners, row["kern"])


def _reeks(rows: list[Kolommen], gebied: str, gemeente: str) -> GelezenReeks:
    first = rows[0]
    return GelezenReeks(
        indicator=_indicator(first),
        is_noemer=first["rol"] == _NOEMER,
        hier=tuple(meting_of(row) for row in rows if row["gebied"] == gebied),
        gemeente=tuple(meting_of(row) for row in rows if row["gebied"] == gemeente) if gebied != gemeente else (),
        plaats=first["plaats"],
    )


def _inlezing(row: Kolommen) -> InlezingRegel:
    return InlezingRegel(
        bron=row["naam"],
        bestand=row["bestand"],
        peiljaar=row["peiljaar"],
        ingelezen_op=row["ingelezen_op"],
        nieuw=row["nieuw"],
        gewijzigd=row["gewijzigd"],
        verdwenen=row["verdwenen"],
        wijzigingen=tuple((row["wijzigingen"] or "").splitlines()),
    )


def _indicator(row: Kolommen) -> Indicator:
    return indicator_of(
        row,
        rol=Rol.CONTEXT if row["rol"] == _NOEMER else Rol(row["rol"]),
        status=IndicatorStatus(row["status"]) if row["status"] else IndicatorStatus.IN_GEBRUIK,
    )


def _leerpunt(row: Kolommen) -> MinuutLeerpunt:
    return MinuutLeerpunt(
        id=row["id"],
        niveau=Niveau(row["soort"]),
        tekst=row["tekst"],
        stand=LeerpuntStand(row["stand"]),
        gremium=Gremium(row["gremium"]) if row["gremium"] else None,
        sinds=row["dag"],
        gesprek=date.fromisoformat(row["bij"]),
    )


def _beslispunten(rows: list[Kolommen]) -> tuple[MinuutBeslispunt, ...]:
    """Each once, however many leerpunten it is about."""
    about: dict[str, list[Kolommen]] = {}
    for row in rows:
        about.setdefault(row["id"], []).append(row)
    return tuple(
        MinuutBeslispunt(
            found[0]["tekst"],
            BeslispuntUitkomst(found[0]["stand"]),
            found[0]["dag"],
            frozenset(it["bij"] for it in found if it["bij"]),
        )
        for found in about.values()
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
