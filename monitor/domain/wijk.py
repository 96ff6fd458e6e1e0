"""What stands beside the figures of a wijk: what is there, what is done, and what it costs."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class ActiviteitStatus(StrEnum):
    """Where an activiteit stands; gestopt and mislukt are as normal as loopt (rule 13)."""

    LOOPT = "loopt"
    PROEF = "proef"
    AFGEROND = "afgerond"
    GESTOPT = "gestopt"
    MISLUKT = "mislukt"


class RolGemeente(StrEnum):
    """What the gemeente is in an activiteit (Platform31)."""

    FINANCIER = "financier"
    SPARRINGPARTNER = "sparringpartner"
    VERBINDER = "verbinder"
    OVERGEDRAGEN = "overgedragen"
    GEEN = "geen"


class FinancieringVorm(StrEnum):
    """Where money comes from."""

    SUBSIDIE = "subsidie"
    WELZIJNSCONTRACT = "welzijnscontract"
    WIJKBEGROTING = "wijkbegroting"
    SHARED_SAVINGS = "shared_savings"
    IMPACTFINANCIERING = "impactfinanciering"
    POPULATIEBEKOSTIGING = "populatiebekostiging"
    EIGEN_INZET = "eigen_inzet"


class FinancieringStaat(StrEnum):
    """How far the money has come."""

    AANGEVRAAGD = "aangevraagd"
    TOEGEKEND = "toegekend"
    BESTEED = "besteed"


@dataclass(frozen=True, slots=True)
class Initiatief:
    """Something that people started themselves; it needs no organisation, money or indicator."""

    id: str
    thema: str
    naam: str
    beschrijving: str | None = None
    voor_wie: str | None = None
    sinds: date | None = None


@dataclass(frozen=True, slots=True)
class Plek:
    """A place where people meet or find something."""

    id: str
    thema: str
    naam: str
    soort: str
    beschrijving: str | None = None


@dataclass(frozen=True, slots=True)
class Activiteit:
    """Something that is done, tried, stopped or failed, with its lesson."""

    id: str
    thema: str
    naam: str
    begonnen_op: date
    status: ActiviteitStatus
    beschrijving: str | None = None
    geeindigd_op: date | None = None
    les: str | None = None
    les_op: date | None = None
    voor_wie: str | None = None


@dataclass(frozen=True, slots=True)
class Financiering:
    """Money or hours for one year, of one form and state."""

    thema: str
    omschrijving: str
    jaar: int
    vorm: FinancieringVorm
    staat: FinancieringStaat
    bedrag: Decimal | None = None
    uren: int | None = None
