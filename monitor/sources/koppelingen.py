"""What the files of national sources do not tell of themselves: read from data/koppelingen/*.csv."""

import csv
from dataclasses import dataclass
from functools import cache

from monitor.domain.indicator import Bewijssoort, Thema
from monitor.settings import KOPPELINGEN
from monitor.sources.bestand import BronInfo, IndicatorInfo

BEWIJSSOORT = {"kwb": Bewijssoort.GEREGISTREERD, "rivm": Bewijssoort.GESCHAT, "leefbaarometer": Bewijssoort.GESCHAT}
"""Per source, what kind of evidence its figures are."""


@dataclass(frozen=True, slots=True)
class Stam:
    """A StatLine column name without its yearly number.

    Stems are not unique: `kenmerk`, when given, is the unit or the title of a group above the column that tells which
    one is meant ("Appartement" in kWh or in m³).
    """

    naam: str
    kenmerk: str | None = None


@dataclass(frozen=True, slots=True)
class Koppeling:
    """How one indicator is recognised in files, and what it means."""

    info: IndicatorInfo
    titel: str
    """The title that the publisher itself gives."""
    op_scherm: str | None
    """A plainer name for the screen, where the title of the publisher is not for everybody."""
    kolommen: tuple[str, ...]
    stammen: tuple[Stam, ...]


@cache
def bronnen() -> dict[str, BronInfo]:
    """The national sources, by code."""
    return {
        row["code"]: BronInfo(
            code=row["code"],
            naam=row["naam"],
            uitgever=row["uitgever"],
            url=row["url"] or None,
            licentie=row["licentie"] or None,
            toelichting=row["toelichting"] or None,
        )
        for row in _rows("bronnen")
    }


@cache
def themas() -> tuple[Thema, ...]:
    """The themas that a store starts with, in order."""
    return tuple(
        Thema(row["code"], row["naam"], int(row["volgorde"]), row["uitleg"] or None) for row in _rows("themas")
    )


@cache
def kwb_tabellen() -> dict[str, str]:
    """The year of each StatLine table with Kerncijfers wijken en buurten, by its code."""
    return {row["tabel"]: row["jaar"] for row in _rows("kwb_tabellen")}


@cache
def koppelingen(bron: str) -> tuple[Koppeling, ...]:
    """All indicators of a source (`kwb`, `rivm`, `leefbaarometer`), in the order of its file."""
    return tuple(_koppeling(bron, row) for row in _rows(bron))


@cache
def national_indicatoren() -> dict[str, IndicatorInfo]:
    """Every indicator that a national source can bring, by code."""
    return {koppeling.info.code: koppeling.info for bron in BEWIJSSOORT for koppeling in koppelingen(bron)}


def _koppeling(bron: str, row: dict[str, str]) -> Koppeling:
    op_scherm = row["op_scherm"] or None
    return Koppeling(
        info=IndicatorInfo(
            code=row["indicator"],
            naam=op_scherm or row["titel"],
            definitie=row["definitie"] or None,
            technische_definitie=None,
            eenheid=row["eenheid"],
            decimalen=int(row["decimalen"]),
            populatie=row["populatie"] or None,
            zin=row["zin"] or None,
            noemer=row["noemer"] or None,
            bewijssoort=BEWIJSSOORT[bron],
            richting=row["richting"],
            richting_uitleg=row["richting_uitleg"] or None,
            soort=row["soort"],
            thema=row["thema"],
            context_volgorde=int(row["context_volgorde"]) if row["context_volgorde"] else None,
            bron=bronnen()[bron],
        ),
        titel=row["titel"],
        op_scherm=op_scherm,
        kolommen=_split(row["kolommen"]),
        stammen=tuple(_stam(text) for text in _split(row["statline"])),
    )


def _stam(text: str) -> Stam:
    naam, _, kenmerk = text.partition("|")
    return Stam(naam, kenmerk or None)


def _split(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(";") if part)


def _rows(name: str) -> list[dict[str, str]]:
    with (KOPPELINGEN / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
