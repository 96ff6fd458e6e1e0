"""What a teller sees of her own verhaal with the code of her receipt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from monitor.domain.verhaal import Besluit, Gebruik, Gevoel, Koppeling, Perspectief, Weigerreden


class VerhaalStaat(StrEnum):
    """How it stands with a verhaal, for who told it."""

    INGETROKKEN = "ingetrokken"
    """The teller took it back."""
    GELEEGD = "geleegd"
    """It was kept as long as it may: the words are gone, and nobody took it back."""
    GEMELD = "gemeld"
    """Somebody says that it is about her: hidden until that was looked at."""
    VERBORGEN = "verborgen"
    GEWEIGERD = "geweigerd"
    TERUGGEVRAAGD = "teruggevraagd"
    """A reviewer asks the teller something."""
    WACHT_OP_AKKOORD = "wacht_op_akkoord"
    """There is a text to which the teller did not agree yet."""
    WACHT_OP_NALEZEN = "wacht_op_nalezen"
    BEDENKTIJD = "bedenktijd"
    """She thinks it over, and a colleague of the writer asks her again."""
    NIEMAND = "niemand"
    """No permission holds any more."""
    TE_LEZEN = "te_lezen"


@dataclass(frozen=True, slots=True)
class Tekstversie:
    """One version of the words of a verhaal. What was emptied has none."""

    versie: int
    publiek: bool
    titel: str
    tekst: str
    waarom: str | None
    wens: str | None
    citaat: str | None
    akkoord_op: date | None
    gemaakt_op: datetime


@dataclass(frozen=True, slots=True)
class Nalezing:
    """What a reviewer decided, without who that was."""

    versie: int
    besluit: Besluit
    reden: str | None
    vraag: str | None
    op: datetime

    @property
    def weigerreden(self) -> Weigerreden | None:
        """Why it was refused, when it was."""
        return Weigerreden(self.reden) if self.besluit is Besluit.GEWEIGERD and self.reden else None


@dataclass(frozen=True, slots=True)
class Leesrecht:
    """What the teller said last about one use."""

    gebruik: Gebruik
    gegeven: bool
    tot: date | None
    """Last day on which it holds; None: until she takes it back."""
    op: datetime

    def holds(self, today: date) -> bool:
        """Whether somebody may read it for this use today."""
        return self.gegeven and (self.tot is None or self.tot >= today)


@dataclass(frozen=True, slots=True)
class Gebruikt:
    """Where a verhaal was used, and what was done with it."""

    waar: str
    wat: str | None
    op: date


@dataclass(frozen=True, slots=True)
class MijnVerhaal:
    """Everything that we hold of a verhaal, for who told it."""

    id: str
    gebied: str
    wijk: str
    """Name of the wijk."""
    verteld_op: date
    gevoel: Gevoel
    perspectieven: tuple[Perspectief, ...]
    themas: tuple[str, ...]
    """By name."""
    leeftijdsgroep: str | None
    onder_16: bool
    namens: str | None
    taal: str
    met_tolk: bool
    grondslag: str
    afhankelijk: bool
    bedenktijd_tot: date | None
    gevraagd: bool
    """A colleague of the writer asked her again after the time to think it over."""
    versies: tuple[Tekstversie, ...]
    """Oldest first."""
    nalezingen: tuple[Nalezing, ...]
    """Oldest first."""
    leesrechten: Mapping[Gebruik, Leesrecht]
    toestemmingen: tuple[Leesrecht, ...]
    """Every line of permission there ever was, oldest first."""
    koppelingen: tuple[Koppeling, ...]
    """With the name of the indicator instead of its code."""
    gebruikt: tuple[Gebruikt, ...]
    gemeld: bool
    leesbaar: tuple[Gebruik, ...]
    """The uses for which somebody can read it today, as the store decides for every door."""
    besproken: tuple[Gebruikt, ...] = ()
    """What people said of it together, beside why they chose: `waar` is anders, nagegaan or wijkgesprek."""
    op_tafel: tuple[Gebruikt, ...] = ()
    """Where it came from and where it lay on the table, oldest first: `waar` is the kind, `wat` a word for it."""
    kwartaal: str | None = None
    """Filled in once it was taken back: what is left of it."""

    @property
    def eigen(self) -> Tekstversie | None:
        """The words that hold: to which she agreed last, or what was first written down."""
        agreed = [it for it in self.versies if it.publiek and it.akkoord_op]
        return agreed[-1] if agreed else (self.versies[-1] if self.versies else None)

    @property
    def voorstel(self) -> Tekstversie | None:
        """The newest words, when she did not agree to them yet."""
        newest = self.versies[-1] if self.versies else None
        return newest if newest is not None and newest.akkoord_op is None else None

    @property
    def nalezing(self) -> Nalezing | None:
        """The last decision, when it is about the words as they are now."""
        if not self.nalezingen or self.eigen is None or self.nalezingen[-1].versie < self.eigen.versie:
            return None
        return self.nalezingen[-1]

    @property
    def sinds(self) -> datetime | None:
        """Since when it can be read; None when it cannot, or when that hung on somebody who asked again."""
        if not self.leesbaar or self.nalezing is None or self.afhankelijk:
            return None
        return max(self.nalezing.op, min(self._given_since(gebruik) for gebruik in self.leesbaar))

    def _given_since(self, gebruik: Gebruik) -> datetime:
        """When she gave this permission: lines that only change its end do not count."""
        begin = self.leesrechten[gebruik].op
        for line in reversed([it for it in self.toestemmingen if it.gebruik is gebruik]):
            if not line.gegeven:
                break
            begin = line.op
        return begin

    @property
    def staat(self) -> VerhaalStaat:
        """How it stands with this verhaal."""
        if self.kwartaal is not None:
            return VerhaalStaat.INGETROKKEN
        if not self.versies:
            return VerhaalStaat.GELEEGD
        if self.gemeld:
            return VerhaalStaat.GEMELD
        return self._by_review() or self._by_permission()

    def _by_review(self) -> VerhaalStaat | None:
        besluit = self.nalezing.besluit if self.nalezing else None
        if besluit in (Besluit.VERBORGEN, Besluit.GEWEIGERD):
            return VerhaalStaat(besluit.value)
        if self.voorstel is not None:
            return VerhaalStaat.WACHT_OP_AKKOORD
        if besluit is Besluit.TERUG_NAAR_VERTELLER:
            return VerhaalStaat.TERUGGEVRAAGD
        return VerhaalStaat.WACHT_OP_NALEZEN if besluit is None else None

    def _by_permission(self) -> VerhaalStaat:
        if self.leesbaar:
            return VerhaalStaat.TE_LEZEN
        given = any(it.gegeven for it in self.leesrechten.values())
        return VerhaalStaat.BEDENKTIJD if self.afhankelijk and given else VerhaalStaat.NIEMAND
