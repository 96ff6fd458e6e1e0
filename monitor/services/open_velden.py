"""The columns of the open figures, each described once: for the API, its OpenAPI document and the data package."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TextIO

from monitor.domain.gebied import CODE, GebiedSoort
from monitor.domain.indicator import Bewijssoort, IndicatorSoort, Richting
from monitor.domain.meting import MetingStatus, OntbreektReden
from monitor.services.uitvoer import format_value

PERIODE = r"[0-9]{4}(-K[1-4]|-[0-9]{2}(-[0-9]{2})?)?"
"""A year, a quarter, a month or a day."""


class VeldSoort(StrEnum):
    """What stands in a column; the values are those of Table Schema."""

    TEKST = "string"
    GEHEEL = "integer"
    GETAL = "number"
    JA_NEE = "boolean"
    DAG = "date"


@dataclass(frozen=True, slots=True)
class OpenVeld:
    """One column: its name, what it means in words, and what may stand in it."""

    naam: str
    omschrijving: str
    soort: VeldSoort = VeldSoort.TEKST
    leeg: bool = False
    """Whether nothing may stand there."""
    keuzes: tuple[str, ...] = ()
    patroon: str | None = None
    lijst: bool = False
    """Several values: a list in JSON, with `;` between them in CSV."""
    laagste: int | None = None


@dataclass(frozen=True, slots=True)
class OpenTabel:
    """One table of the open figures."""

    naam: str
    titel: str
    omschrijving: str
    velden: tuple[OpenVeld, ...]
    sleutel: tuple[str, ...]
    """The columns that together name one row."""
    verwijst: tuple[tuple[str, str, str], ...] = ()
    """A column, and the table and column where its value is explained."""

    @property
    def kolommen(self) -> tuple[str, ...]:
        """The names of the columns in their order."""
        return tuple(veld.naam for veld in self.velden)


def write_rows(file: TextIO, tabel: OpenTabel, pieces: Iterable[Iterable[tuple[Any, ...]]]) -> int:
    """Write a table as CSV, safe to open in a spreadsheet; returns how many rows."""
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(tabel.kolommen)
    written = 0
    for rows in pieces:
        for row in rows:
            writer.writerow([cell(value) for value in row])
            written += 1
    return written


def cell(value: object) -> str:
    """One cell of a CSV file: a list with `;` between its values, a day as 2026-11-20, and never a formula."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        value = ";".join(map(str, value)) or None
    return format_value(value, decimal_comma=False)


def _values(soort: Iterable[StrEnum]) -> tuple[str, ...]:
    return tuple(it.value for it in soort)


GEBIEDEN = OpenTabel(
    naam="gebieden",
    titel="Gebieden",
    omschrijving="Land, gemeenten, wijken en buurten, met de code van CBS. Elk gebied staat er een keer, met de naam "
    "van nu of de laatste naam die het had.",
    velden=(
        OpenVeld("gebied", "Code van het gebied, zoals CBS die geeft.", patroon=CODE.pattern),
        OpenVeld("naam", "Naam van het gebied."),
        OpenVeld("soort", "Wat voor gebied het is.", keuzes=_values(GebiedSoort)),
        OpenVeld("ouder", "Code van het gebied waar dit in ligt.", leeg=True, patroon=CODE.pattern),
        OpenVeld("geldig_van", "Eerste dag waarop deze naam geldt.", VeldSoort.DAG),
        OpenVeld(
            "geldig_tot", "Laatste dag waarop het gebied bestond; leeg als het nog bestaat.", VeldSoort.DAG, leeg=True
        ),
    ),
    sleutel=("gebied",),
    verwijst=(("ouder", "gebieden", "gebied"),),
)

THEMAS = OpenTabel(
    naam="themas",
    titel="Thema's",
    omschrijving="De onderwerpen waaronder cijfers en verhalen samen staan.",
    velden=(
        OpenVeld("thema", "Code van het thema."),
        OpenVeld("naam", "Naam van het thema."),
        OpenVeld("omschrijving", "Wat eronder valt.", leeg=True),
    ),
    sleutel=("thema",),
)

BRONNEN = OpenTabel(
    naam="bronnen",
    titel="Bronnen",
    omschrijving="Waar de cijfers vandaan komen, met de licentie van de bron. Is de licentie leeg? Dan is zij niet "
    "opgeschreven: vraag de gemeente of u het cijfer mag gebruiken.",
    velden=(
        OpenVeld("bron", "Naam van de bron."),
        OpenVeld("uitgever", "Wie de cijfers uitgeeft.", leeg=True),
        OpenVeld("webadres", "Adres van de bron op internet.", leeg=True),
        OpenVeld("licentie", "Onder welke licentie de bron haar cijfers geeft.", leeg=True),
        OpenVeld("peiljaren", "De jaren waar de ingelezen bestanden over gaan.", leeg=True, lijst=True),
        OpenVeld("ingelezen_op", "Dag waarop deze bron het laatst is ingelezen.", VeldSoort.DAG, leeg=True),
        OpenVeld("gepubliceerd_op", "Dag waarop de bron het uitgaf, waar dat bekend is.", VeldSoort.DAG, leeg=True),
    ),
    sleutel=("bron",),
)

INDICATOREN = OpenTabel(
    naam="indicatoren",
    titel="Indicatoren",
    omschrijving="Wat er geteld wordt, in de nieuwste omschrijving. Een eigen cijfer geldt alleen in de wijken die het "
    "kozen. Vergelijk alleen wijken die het allebei kozen; een ranglijst is het nooit.",
    velden=(
        OpenVeld("indicator", "Code van de indicator; die blijft gelijk, ook in een nieuw jaar."),
        OpenVeld("naam", "Naam van de indicator."),
        OpenVeld("definitie", "Wat het betekent, in gewone woorden.", leeg=True),
        OpenVeld("technische_definitie", "Hoe het precies geteld wordt.", leeg=True),
        OpenVeld("eenheid", "Waarin geteld wordt."),
        OpenVeld(
            "decimalen", "Met hoeveel cijfers achter de komma het op het scherm staat.", VeldSoort.GEHEEL, laagste=0
        ),
        OpenVeld(
            "bewijssoort",
            "Wat voor bewijs het is. Een geschat cijfer bewijst niet wat een activiteit deed.",
            keuzes=_values(Bewijssoort),
        ),
        OpenVeld("richting", "Welke kant gunstig is.", keuzes=_values(Richting)),
        OpenVeld("richting_uitleg", "Waarom dat zo is, of waarom het niet te zeggen is.", leeg=True),
        OpenVeld(
            "soort",
            "Of het gaat over inzet, opbrengst, effect, beleving of achtergrond.",
            keuzes=_values(IndicatorSoort),
        ),
        OpenVeld("thema", "Code van het thema."),
        OpenVeld("thema_naam", "Naam van het thema."),
        OpenVeld("populatie", "Over welke mensen een percentage gaat.", leeg=True),
        OpenVeld("noemer", "Code van de indicator waar dit een deel van is.", leeg=True),
        OpenVeld(
            "landelijk",
            "Of een landelijke bron het maakt. Dan is het achtergrond en geldt het overal.",
            VeldSoort.JA_NEE,
        ),
        OpenVeld("geldig_in", "Codes van de wijken die nu op dit cijfer letten.", leeg=True, lijst=True),
        OpenVeld("versie", "Nummer van deze omschrijving.", VeldSoort.GEHEEL, laagste=1),
        OpenVeld("geldig_van", "Dag vanaf wanneer deze omschrijving geldt.", VeldSoort.DAG),
        OpenVeld("bron", "Naam van de bron."),
    ),
    sleutel=("indicator",),
    verwijst=(("thema", "themas", "thema"), ("bron", "bronnen", "bron")),
)

METINGEN = OpenTabel(
    naam="metingen",
    titel="Metingen",
    omschrijving="De cijfers: een rij per gebied, indicator en periode. Ook een cijfer dat er niet is, is een rij, met "
    "de reden. Leeg is nooit nul. Een klein aantal dat op het scherm niet te zien is, staat er ook hier niet.",
    velden=(
        OpenVeld("gebied", "Code van het gebied.", patroon=CODE.pattern),
        OpenVeld("indicator", "Code van de indicator."),
        OpenVeld("periode", "Jaar (2024), kwartaal (2024-K3), maand (2024-07) of dag (2024-07-15).", patroon=PERIODE),
        OpenVeld("waarde", "Het cijfer, zonder afronding; leeg als het er niet is.", VeldSoort.GETAL, leeg=True),
        OpenVeld("ondergrens", "Onderkant van de marge.", VeldSoort.GETAL, leeg=True),
        OpenVeld("bovengrens", "Bovenkant van de marge.", VeldSoort.GETAL, leeg=True),
        OpenVeld("eenheid", "Waarin geteld wordt."),
        OpenVeld("bewijssoort", "Wat voor bewijs het cijfer is.", keuzes=_values(Bewijssoort)),
        OpenVeld("status", "Of het cijfer vast staat, voorlopig is of berekend.", keuzes=_values(MetingStatus)),
        OpenVeld("ontbreekt_reden", "Waarom er geen cijfer is.", leeg=True, keuzes=_values(OntbreektReden)),
        OpenVeld("bron", "Naam van de bron."),
        OpenVeld("peiljaar", "Jaar waar het ingelezen bestand over gaat.", VeldSoort.GEHEEL, leeg=True),
        OpenVeld("ingelezen_op", "Dag waarop het cijfer is ingelezen of opgegeven.", VeldSoort.DAG),
        OpenVeld("voorbeeld", "Of het cijfer verzonnen is: van de voorbeeldgemeente.", VeldSoort.JA_NEE),
    ),
    sleutel=("gebied", "indicator", "periode"),
    verwijst=(
        ("gebied", "gebieden", "gebied"),
        ("indicator", "indicatoren", "indicator"),
        ("bron", "bronnen", "bron"),
    ),
)

VERHALEN = OpenTabel(
    naam="aantallen_verhalen",
    titel="Aantallen verhalen",
    omschrijving="Hoeveel openbare verhalen er bij een gebied staan, per thema; nooit wat erin staat. Een verhaal kan "
    "bij meer thema's horen: tel de rijen niet op. In een kleine wijk, of met weinig verhalen, staan verhalen bij de "
    "gemeente. Van een klein aantal staat er niet hoeveel het er zijn.",
    velden=(
        OpenVeld("gebied", "Code van de gemeente of wijk waar de verhalen staan.", patroon=CODE.pattern),
        OpenVeld("thema", "Code van het thema."),
        OpenVeld(
            "aantal", "Hoeveel openbare verhalen; leeg als dat niet te zien is.", VeldSoort.GEHEEL, leeg=True, laagste=0
        ),
        OpenVeld("ontbreekt_reden", "Waarom er geen aantal is.", leeg=True, keuzes=(OntbreektReden.TE_KLEIN.value,)),
    ),
    sleutel=("gebied", "thema"),
    verwijst=(("gebied", "gebieden", "gebied"), ("thema", "themas", "thema")),
)
