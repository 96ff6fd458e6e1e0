"""What the rows of the pages' questions stand for, read by the names of their columns: the same for every page."""

from datetime import date
from typing import Any

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
)
from monitor.domain.meting import Breuk, BreukSoort, Gebeurtenis, Meting, MetingStatus, OntbreektReden
from monitor.domain.wijkbeeld import BronRegel

Kolommen = dict[str, Any]
"""One row, by the names of its columns."""


def indicator_of(row: Kolommen, *, rol: Rol, status: IndicatorStatus) -> Indicator:
    """An indicator in one version; what a question did not ask for is empty."""
    return Indicator(
        code=row["indicator"],
        naam=row["naam"],
        eenheid=row["eenheid"],
        decimalen=row["decimalen"],
        bewijssoort=Bewijssoort(row["bewijssoort"]),
        richting=Richting(row["richting"]),
        soort=IndicatorSoort(row["soort"]),
        thema=row["thema"],
        rol=rol,
        status=status,
        landelijk=row["landelijk"],
        bron=row["bron"],
        versie=row["versie"],
        definitie=row["definitie"],
        technische_definitie=row["technische_definitie"],
        populatie=row["populatie"],
        zin=row.get("zin"),
        noemer=row.get("noemer"),
        richting_uitleg=row["richting_uitleg"],
        gemaakt_door=row["gemaakt_door"],
        waarvoor=row.get("waarvoor"),
        belasting=row.get("belasting"),
        volgorde=row.get("plaats") or 0,
    )


def meting_of(row: Kolommen) -> Meting:
    """A meting as it may be shown."""
    return Meting(
        periode=row["periode"],
        start=row["periode_start"],
        waarde=row["waarde"],
        ontbreekt_reden=OntbreektReden(row["ontbreekt_reden"]) if row["ontbreekt_reden"] else None,
        ondergrens=row["ondergrens"],
        bovengrens=row["bovengrens"],
        n=row["n"],
        status=MetingStatus(row["meting_status"]),
    )


def bron_of(row: Kolommen) -> BronRegel:
    """Where figures come from."""
    return BronRegel(
        row["bron_naam"],
        row["uitgever"],
        row["url"],
        row["peiljaar"],
        row["ingelezen_op"],
        opgegeven=bool(row.get("opgegeven")),
    )


def breuk_of(row: Kolommen) -> Breuk:
    """A break in a series."""
    return Breuk(row["dag"], BreukSoort(row["soort"]), row["tekst"])


def gebeurtenis_of(row: Kolommen) -> Gebeurtenis:
    """What happened on a day."""
    return Gebeurtenis(row["dag"], row["tekst"], row["thema"], row["toelichting"])


def draagvlak_of(it: Kolommen) -> Draagvlak:
    """Support as it was written in JSON."""
    return Draagvlak(StemRol(it["rol"]), it["voor"], it["tegen"], date.fromisoformat(it["op"]), it["toelichting"])


def bezwaar_of(it: Kolommen) -> Bezwaar:
    """An objection as it was written in JSON."""
    beantwoord_op = date.fromisoformat(it["beantwoord_op"]) if it["beantwoord_op"] else None
    return Bezwaar(StemRol(it["rol"]), it["tekst"], date.fromisoformat(it["op"]), it["antwoord"], beantwoord_op)
