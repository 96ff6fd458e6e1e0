"""Metingen: one value of an indicator for a gebied and a period, or the reason why there is none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from monitor.domain.indicator import Indicator


class OntbreektReden(StrEnum):
    """Why there is no value (rule 6)."""

    NOG_NIET_GEPUBLICEERD = "nog_niet_gepubliceerd"
    GEHEIM = "geheim"
    TE_KLEIN = "te_klein"
    NIET_GELEVERD = "niet_geleverd"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"
    ONBEKEND = "onbekend"


class MetingStatus(StrEnum):
    """SDMX OBS_STATUS, as far as our sources tell."""

    DEFINITIEF = "definitief"
    VOORLOPIG = "voorlopig"
    BEREKEND = "berekend"


class BreukSoort(StrEnum):
    """What makes figures before and after incomparable (rule 7)."""

    GEBIEDSGRENS = "gebiedsgrens"
    VRAAGSTELLING = "vraagstelling"
    MODEL = "model"
    REGISTRATIE = "registratie"
    DEFINITIE = "definitie"


@dataclass(frozen=True, slots=True)
class Meting:
    """One observation (SDMX). `waarde` is None exactly when `ontbreekt_reden` is given; zero is a value."""

    periode: str
    """A year "2024", a quarter "2024-K3", a month "2024-07" or a day "2024-07-15"."""
    start: date
    """The first day of the period: its place on the time axis."""
    waarde: float | None
    ontbreekt_reden: OntbreektReden | None = None
    ondergrens: float | None = None
    bovengrens: float | None = None
    n: int | None = None
    status: MetingStatus = MetingStatus.DEFINITIEF


def with_value(metingen: Iterable[Meting]) -> list[Meting]:
    """Those metingen that have a value."""
    return [meting for meting in metingen if meting.waarde is not None]


@dataclass(frozen=True, slots=True)
class Breuk:
    """A break in a series: what lies before `vanaf` cannot be compared with what comes from then on."""

    vanaf: date
    soort: BreukSoort
    uitleg: str


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """Something that happened on a day, drawn as a pin at the time axis."""

    datum: date
    titel: str
    thema: str | None = None
    toelichting: str | None = None


@dataclass(frozen=True, slots=True)
class Reeks:
    """An indicator in one gebied over time, with the gemeente beside it. Metingen are in order of time."""

    indicator: Indicator
    metingen: tuple[Meting, ...]
    gemeente: tuple[Meting, ...] = ()
    breuken: tuple[Breuk, ...] = ()
    gebeurtenissen: tuple[Gebeurtenis, ...] = ()
    nulmeting: str | None = None
    """The period with which the series begins, where one was chosen."""

    def is_nulmeting(self, meting: Meting) -> bool:
        """Whether the series begins with `meting`."""
        return meting.periode == self.nulmeting

    @property
    def gebeurtenissen_erbij(self) -> tuple[Gebeurtenis, ...]:
        """What happened from the first known meting until a year after the last: the rest has no figure beside it."""
        known = with_value(self.metingen)
        if not known:
            return ()
        until = known[-1].start + timedelta(days=365)
        beside = (it for it in self.gebeurtenissen if known[0].start <= it.datum <= until)
        return tuple(sorted(beside, key=lambda it: it.datum))
