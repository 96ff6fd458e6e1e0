"""Indicators: what is counted, how, by whom it is carried, and where it is valid."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

INWONERS = "kwb-inwoners"
"""The indicator that counts inhabitants: under every wijk's name, and the measure of a small place (rule 12)."""


class Bewijssoort(StrEnum):
    """What kind of evidence a number is (rule 4)."""

    GEREGISTREERD = "geregistreerd"
    GEMETEN = "gemeten"
    GESCHAT = "geschat"
    GETELD = "geteld"
    ERVAREN = "ervaren"


class Richting(StrEnum):
    """Which way is favourable (rule 5)."""

    HOGER_IS_GUNSTIG = "hoger_is_gunstig"
    LAGER_IS_GUNSTIG = "lager_is_gunstig"
    NIET_EENDUIDIG = "niet_eenduidig"


class Rol(StrEnum):
    """What an indicator is for a wijk (rule 1)."""

    KERN = "kern"
    AANVULLEND = "aanvullend"
    ONTWIKKEL = "ontwikkel"
    CONTEXT = "context"


class IndicatorStatus(StrEnum):
    """How far an indicator has come (rule 2)."""

    VOORSTEL = "voorstel"
    IN_GESPREK = "in_gesprek"
    GEDRAGEN = "gedragen"
    IN_GEBRUIK = "in_gebruik"
    VERVALLEN = "vervallen"


class IndicatorSoort(StrEnum):
    """What an indicator says something about, from output to outcome."""

    INZET = "inzet"
    OPBRENGST = "opbrengst"
    EFFECT = "effect"
    BELEVING = "beleving"
    ACHTERGROND = "achtergrond"


class Beinvloedbaar(StrEnum):
    """How far people in the wijk can change what is counted."""

    VOLLEDIG = "volledig"
    DEELS = "deels"
    NAUWELIJKS = "nauwelijks"


class StemRol(StrEnum):
    """Whose support or objection is counted; never a name."""

    BEWONER = "bewoner"
    VRIJWILLIGER = "vrijwilliger"
    PROFESSIONAL = "professional"
    GEMEENTE = "gemeente"
    RAADSLID = "raadslid"


@dataclass(frozen=True, slots=True)
class Thema:
    """A subject under which figures and verhalen stand together."""

    code: str
    naam: str
    volgorde: int
    uitleg: str | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator in its newest version, as a wijk uses it.

    `zin` is a clause in the past tense in which {waarde} stands for the value in words, for instance
    "voelden {waarde} zich eenzaam"; `populatie` are the people that a percentage is of ("volwassenen").
    `noemer` names the indicator that a count is shown as a share of, when a bare count cannot be compared.
    """

    code: str
    naam: str
    eenheid: str
    decimalen: int
    bewijssoort: Bewijssoort
    richting: Richting
    soort: IndicatorSoort
    thema: str
    rol: Rol
    status: IndicatorStatus
    landelijk: bool
    bron: str
    versie: int = 1
    definitie: str | None = None
    technische_definitie: str | None = None
    populatie: str | None = None
    zin: str | None = None
    noemer: str | None = None
    richting_uitleg: str | None = None
    gemaakt_door: str | None = None
    volgorde: int = 0
    waarvoor: str | None = None
    belasting: str | None = None
    """What the counting asks of people."""


@dataclass(frozen=True, slots=True)
class Draagvlak:
    """Support for an indicator in one gebied, counted per role."""

    rol: StemRol
    voor: int
    tegen: int
    op: date
    toelichting: str | None = None


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """An objection; it stays visible until it is answered."""

    rol: StemRol
    tekst: str
    op: date
    antwoord: str | None = None
    beantwoord_op: date | None = None
