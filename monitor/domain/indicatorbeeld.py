"""What the page of one indicator shows, put together once: what it means, how it came here, and how it goes."""

from dataclasses import dataclass
from datetime import date, datetime

from monitor.domain.gebied import Gebied
from monitor.domain.indicator import (
    Beinvloedbaar,
    Bezwaar,
    Draagvlak,
    Indicator,
    IndicatorStatus,
    Rol,
    StemRol,
    Thema,
)
from monitor.domain.kiezen import Herkenning
from monitor.domain.meting import Reeks
from monitor.domain.verhaal import Verhaal
from monitor.domain.wijk import ActiviteitStatus
from monitor.domain.wijkbeeld import BronRegel


@dataclass(frozen=True, slots=True)
class IndicatorVersie:
    """One version of an indicator, from when it held, and why it came."""

    indicator: Indicator
    geldig_van: date
    reden: str
    beinvloedbaar: Beinvloedbaar | None


@dataclass(frozen=True, slots=True)
class StatusStap:
    """A step of an indicator on its way, with the reason where it was given."""

    status: IndicatorStatus
    op: datetime
    reden: str | None
    gebied: str | None = None
    """The wijk in which the step was taken; None: it holds everywhere."""
    gebied_naam: str | None = None


@dataclass(frozen=True, slots=True)
class AdoptieRegel:
    """A gebied that watches an indicator, or once did."""

    gebied: str
    naam: str
    rol: Rol
    van: date
    tot: date | None
    reden: str | None


@dataclass(frozen=True, slots=True)
class VoorstelWoorden:
    """What somebody would notice in her own street, and in which role she said so."""

    rol: StemRol
    tekst: str


@dataclass(frozen=True, slots=True)
class GebiedDossier:
    """Who supports an indicator in one gebied, who objects, and what is still waited for."""

    gebied: str
    naam: str
    draagvlak: tuple[Draagvlak, ...]
    """Everything that was counted, oldest first."""
    bezwaren: tuple[Bezwaar, ...]
    wacht: str | None
    """For whom is waited, since when and why, in words; None where nobody is waited for."""
    woorden: tuple[VoorstelWoorden, ...] = ()
    """What people said, in their own words, that this figure came from."""
    herkenning: tuple[Herkenning, ...] = ()
    """Whether people recognise the figure, per role."""


@dataclass(frozen=True, slots=True)
class Bijdrage:
    """An activiteit or initiatief that works on an indicator, or did."""

    naam: str
    gebied: str
    gebied_naam: str
    status: ActiviteitStatus
    initiatief: bool = False
    les: str | None = None
    """What was learned of it last."""

    @property
    def loopt(self) -> bool:
        """Whether it goes on now."""
        return self.status in (ActiviteitStatus.LOOPT, ActiviteitStatus.PROEF)


@dataclass(frozen=True, slots=True)
class WijkReeks:
    """The reeks of one wijk, to stand beside those of others."""

    wijk: Gebied
    reeks: Reeks


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """The wijken that may stand beside each other by this figure, by name; without any, the sentence says why."""

    zin: str
    reeksen: tuple[WijkReeks, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicatorbeeld:
    """Everything that the page of one indicator shows, of a wijk or of its whole gemeente."""

    indicator: Indicator
    versies: tuple[IndicatorVersie, ...]
    """Newest first."""
    thema: Thema
    noemer: str | None
    """Name of the figure that this one is shown as a share of."""
    gemeente: Gebied | None
    wijken: tuple[Gebied, ...]
    """The wijken of the gemeente where this figure may be shown, by name."""
    omliggend: tuple[Gebied, ...]
    """All wijken of the gemeente, former ones too: where the verhalen come from."""
    wijk: Gebied | None
    reeks: Reeks | None
    """Of the chosen wijk, or without one of the gemeente; None where there is none or the figure does not hold."""
    besproken: bool
    """Whether the chosen wijk ever talked about it; of a national figure and without a wijk always."""
    niet_geldig: str | None
    """Why there is no figure of the chosen wijk, or why there are no new ones."""
    stappen: tuple[StatusStap, ...]
    """Oldest first."""
    adopties: tuple[AdoptieRegel, ...]
    dossiers: tuple[GebiedDossier, ...]
    """Of the chosen wijk, or of all gebieden."""
    bijdragen: tuple[Bijdrage, ...]
    vergelijking: Vergelijking
    verhalen: tuple[Verhaal, ...]
    """What this reader may read, newest first."""
    schuring: str | None
    verhalen_op_gemeente: bool
    """Whether verhalen of the chosen wijk stand at its gemeente (rule 12)."""
    bronnen: tuple[BronRegel, ...]
    voorbeeld: bool

    @property
    def plaats(self) -> Gebied | None:
        """Where the series is from: the chosen wijk, or else the gemeente."""
        return self.wijk or self.gemeente

    @property
    def versie(self) -> IndicatorVersie:
        """The version that holds now."""
        return self.versies[0]
