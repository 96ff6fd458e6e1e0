"""What a source made of one file: the contract between the readers of files and the services that load them."""

from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

from monitor.errors import Probleem

TEKST = pa.dictionary(pa.int32(), pa.string())
"""Codes that come back millions of times: stored once, pointed at."""

GEBIEDEN = pa.schema(
    [
        ("code", pa.string()),
        ("soort", pa.string()),
        ("naam", pa.string()),
        ("jaar", pa.int32()),
        ("indelingswijziging", pa.int8()),
    ]
)
"""One row per gebied and year; `naam` is empty when the file does not tell it. `indelingswijziging` is CBS's mark."""

METINGEN = pa.schema(
    [
        ("gebied", TEKST),
        ("indicator", TEKST),
        ("periode", TEKST),
        ("periode_start", pa.date32()),
        ("waarde", pa.float64()),
        ("ondergrens", pa.float64()),
        ("bovengrens", pa.float64()),
        ("teller", pa.float64()),
        ("noemer", pa.float64()),
        ("n", pa.int32()),
        ("status", TEKST),
        ("ontbreekt_reden", TEKST),
    ]
)
"""One row per gebied, indicator and period; a missing value is a row with its reason. Empty columns may be left out."""

GEOMETRIE = pa.schema([("gebied", pa.string()), ("jaar", pa.int32()), ("geojson", pa.string())])
"""The shape of a gebied in a year: a GeoJSON geometry in WGS84, wound for Vega."""


@dataclass(frozen=True, slots=True)
class BronInfo:
    """Who publishes the figures, and under which conditions."""

    code: str
    naam: str
    uitgever: str
    url: str | None = None
    licentie: str | None = None
    toelichting: str | None = None


@dataclass(frozen=True, slots=True)
class IndicatorInfo:
    """What a source says of an indicator; the fields are those of table indicator_versie.

    `bron` is given when the definition is another's than the file it came in: the example uses definitions of CBS.
    """

    code: str
    naam: str
    definitie: str | None
    technische_definitie: str | None
    eenheid: str
    decimalen: int
    populatie: str | None
    zin: str | None
    noemer: str | None
    bewijssoort: str
    richting: str
    richting_uitleg: str | None
    soort: str
    thema: str
    context_volgorde: int | None = None
    landelijk: bool = True
    bron: BronInfo | None = None


@dataclass(frozen=True, slots=True)
class BreukInfo:
    """A break in a series. No indicator: every indicator of the gebied; no gebied: everywhere."""

    indicator: str | None
    gebied: str | None
    vanaf: date
    soort: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class Bestand:
    """Everything that one file holds, checked, in the words of the domain and in no order that matters."""

    bron: BronInfo
    bestand: str
    """The name of the file, without its folder."""
    sha256: str
    peiljaar: int | None
    gepubliceerd_op: date | None
    reikwijdte: str
    """`land` when the file covers the Netherlands, `gemeente` when it holds one or some gemeenten."""
    gebieden: pa.Table = field(default_factory=lambda: GEBIEDEN.empty_table())
    indicatoren: tuple[IndicatorInfo, ...] = ()
    metingen: pa.Table = field(default_factory=lambda: METINGEN.empty_table())
    breuken: tuple[BreukInfo, ...] = ()
    geometrie: pa.Table = field(default_factory=lambda: GEOMETRIE.empty_table())
    opmerkingen: tuple[str, ...] = ()
    geweigerd: tuple[Probleem, ...] = ()
    """Rows that were left out, when only the good ones were asked for."""
