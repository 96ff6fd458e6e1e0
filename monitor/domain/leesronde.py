"""Choosing verhalen together (Most Significant Change): what a ronde is, and which rules it obeys.

In each domein people lay verhalen on the table, read them, choose one and say why. The level above reads what the level
below chose. Nothing has to be chosen; what is chosen has a reason.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from monitor.domain.indicator import StemRol
from monitor.domain.regels import kwartaal_of
from monitor.domain.verhaal import Gebruik, Verhaal
from monitor.errors import Probleem

MEESTE_DOMEINEN = 5
"""So many domeinen a ronde has at most, beside the open one and the one for what went wrong."""


class Leesniveau(StrEnum):
    """Who chooses; each reads what those before it chose."""

    BEWONERS = "bewoners"
    WIJKTEAM = "wijkteam"
    RAAD = "raad"


class Werkwijze(StrEnum):
    """How people choose."""

    GESPREK = "gesprek"
    STEMMING = "stemming"


class DomeinSoort(StrEnum):
    """Two kinds are always there: one for anything else, and one for what went wrong (rule 13)."""

    GEWOON = "gewoon"
    OPEN = "open"
    MISGING = "misging"


class RondeStand(StrEnum):
    """How a ronde stands."""

    OPEN = "open"
    GESLOTEN = "gesloten"
    AFGELAST = "afgelast"


class NagaanUitkomst(StrEnum):
    """What came of asking once more whether it is so."""

    BEVESTIGD = "bevestigd"
    AANGEVULD = "aangevuld"
    NIET_TE_BEVESTIGEN = "niet_te_bevestigen"


@dataclass(frozen=True, slots=True)
class Domein:
    """What the verhalen in it are about."""

    id: str
    naam: str
    """Empty when it was taken away, because it led to a person after all."""
    soort: DomeinSoort


@dataclass(frozen=True, slots=True)
class Leesronde:
    """One time that people read and choose together."""

    id: str
    gebied: str
    naam: str
    """Empty when it was taken away."""
    niveau: Leesniveau
    werkwijze: Werkwijze
    periode_van: date
    periode_tot: date
    gemaakt_op: datetime
    stand: RondeStand
    stand_op: datetime
    """When it came to stand so."""
    stand_reden: str | None = None
    stand_id: str = ""
    """Of the row that says so: what is asked for to take its words away."""
    vorige: tuple[str, ...] = ()
    """Ids of the rondes of which it reads what was chosen."""

    @property
    def open(self) -> bool:
        """Whether people still choose in it."""
        return self.stand is RondeStand.OPEN


@dataclass(frozen=True, slots=True)
class Leesstem:
    """How many people of one role chose a verhaal."""

    rol: StemRol
    aantal: int


@dataclass(frozen=True, slots=True)
class Afwijking:
    """Somebody of the group saw it differently. Without words: those were taken away."""

    id: str
    rol: StemRol
    tekst: str | None
    liever: str | None = None
    """Id of the verhaal that she would have chosen."""


@dataclass(frozen=True, slots=True)
class Nagaan:
    """What came of asking once more."""

    id: str
    uitkomst: NagaanUitkomst
    rol: StemRol
    op: date
    toelichting: str | None = None


@dataclass(frozen=True, slots=True)
class Leesherkenning:
    """How many others of one role recognise the chosen verhaal, of those who were asked on the last day."""

    rol: StemRol
    aantal: int
    gevraagd: int
    op: date


@dataclass(frozen=True, slots=True)
class Leeskeuze:
    """What was chosen in a domein and why. Without a verhaal: nothing. Without a reason: its words were taken away."""

    id: str
    domein: str
    verhaal: str | None
    reden: str | None
    op: datetime
    afwijkingen: tuple[Afwijking, ...] = ()
    nagegaan: tuple[Nagaan, ...] = ()
    herkend: tuple[Leesherkenning, ...] = ()


@dataclass(frozen=True, slots=True)
class Tafel:
    """A ronde as the store holds it: per domein what lies there, how people voted, and what they chose."""

    ronde: Leesronde
    domeinen: tuple[Domein, ...]
    ligt: Mapping[str, str]
    """Id of the domein by id of the verhaal that lies there now, in the order in which they came."""
    stemmen: Mapping[tuple[str, str], tuple[Leesstem, ...]]
    """By domein and verhaal."""
    keuzes: tuple[Leeskeuze, ...]
    """Oldest first."""
    deelnemers: Mapping[StemRol, int]
    gelegd_op: Mapping[str, datetime]
    """When what lies there came to lie where it lies, by id of the verhaal."""
    gasten: tuple[int, str] | None = None
    """How many, and who, in a word."""

    def verhalen(self, domein: str) -> tuple[str, ...]:
        """Ids of what lies in a domein."""
        return tuple(verhaal for verhaal, place in self.ligt.items() if place == domein)

    def keuze(self, domein: str) -> Leeskeuze | None:
        """What was last said there, with everything that was said of the same choice before."""
        said = self._said(domein)
        return said[-1] if said else None

    def eerder(self, domein: str) -> tuple[Leeskeuze, ...]:
        """What else was chosen there before, oldest first: it gave way, and what was said of it stays."""
        return self._said(domein)[:-1]

    def _said(self, domein: str) -> tuple[Leeskeuze, ...]:
        return kept([it for it in self.keuzes if it.domein == domein])

    def fixed(self, verhaal: str) -> bool:
        """Whether people chose where this verhaal lay, or would rather have chosen it: it stays beside the choice."""
        since = self.gelegd_op.get(verhaal)
        here = [it for it in self.keuzes if it.domein == self.ligt.get(verhaal)]
        rather = any(anders.liever == verhaal for it in here for anders in it.afwijkingen)
        return since is not None and (rather or any(it.op >= since for it in here))

    @property
    def gekozen(self) -> Mapping[str, Leeskeuze]:
        """What was chosen, by id of the verhaal."""
        last = [self.keuze(it.id) for it in self.domeinen]
        return {it.verhaal: it for it in last if it is not None and it.verhaal is not None}


# What is read


@dataclass(frozen=True, slots=True)
class Rondekeuze:
    """That a verhaal was chosen, as it stands beside that verhaal."""

    ronde: str
    """Empty, as gebied is, for who may not know in which wijk that was."""
    gebied: str
    niveau: Leesniveau
    op: date
    reden: str | None


@dataclass(frozen=True, slots=True)
class Tafelverhaal:
    """A verhaal on the table as this reader may read it, with what people did with it."""

    nummer: int
    """In this ronde; what a label calls it."""
    verhaal: Verhaal
    stemmen: tuple[Leesstem, ...] = ()
    elders: tuple[Rondekeuze, ...] = ()
    """Where else it was chosen: by whom, when, and why."""
    later: bool = False
    """Whether it was laid down after people chose there."""


@dataclass(frozen=True, slots=True)
class Domeinbeeld:
    """One domein as this reader may read it."""

    domein: Domein
    keuze: Leeskeuze | None
    """What people last said here, without the words that this reader may not read; None: nobody chose yet."""
    gekozen: Tafelverhaal | None
    """None also when she may not read what was chosen, or when it is gone."""
    andere: tuple[Tafelverhaal, ...]
    """What was not chosen, or not yet."""
    weg: int
    """How many that lay here this reader may not read, or are there no longer."""
    eerder: tuple[Leeskeuze, ...] = ()
    """What gave way to it, as far as this reader may read what was said of it; oldest first."""


@dataclass(frozen=True, slots=True)
class Rondebeeld:
    """One ronde as this reader may read it."""

    ronde: Leesronde
    domeinen: tuple[Domeinbeeld, ...]
    deelnemers: Mapping[StemRol, int]
    gasten: tuple[int, str] | None
    """How many, and who, in a word."""
    gast_id: str | None
    """Of the row with the guests: what is asked for to take its word away."""
    vorige: tuple[Leesronde, ...]
    telt_weg: bool
    """Whether this reader may know how many she cannot read; others are told that there may be such, not how many."""

    @property
    def verhalen(self) -> tuple[Tafelverhaal, ...]:
        """All that lies on the table, by number."""
        found = [verhaal for it in self.domeinen for verhaal in ((it.gekozen,) if it.gekozen else ()) + it.andere]
        return tuple(sorted(found, key=lambda it: it.nummer))


def seen_by(keuze: Leeskeuze, leest: Collection[str], *, intern: bool) -> Leeskeuze:
    """What was said of a choice as somebody sees it who reads these verhalen: no words about what she may not read.

    Why nothing was chosen is about everything that lay there: that is for who learns together in the wijk.
    """
    if keuze.verhaal is None and not intern:
        return replace(keuze, reden=None, afwijkingen=())
    if keuze.verhaal is not None and keuze.verhaal not in leest:
        return replace(keuze, reden=None, afwijkingen=(), nagegaan=(), herkend=())
    kept = tuple(it for it in keuze.afwijkingen if it.tekst and (it.liever is None or it.liever in leest))
    return replace(keuze, afwijkingen=kept)


def kept(keuzes: Sequence[Leeskeuze]) -> tuple[Leeskeuze, ...]:
    """One choice per verhaal that was chosen, the last one last: writing it down again loses nothing that was said."""
    found: dict[str | None, Leeskeuze] = {}
    for it in keuzes:
        before = found.pop(it.verhaal, None)
        found[it.verhaal] = it if before is None else _together(before, it)
    return tuple(found.values())


def _together(before: Leeskeuze, now: Leeskeuze) -> Leeskeuze:
    counted = {it.rol: it for it in (*before.herkend, *now.herkend)}
    return replace(
        now,
        afwijkingen=before.afwijkingen + now.afwijkingen,
        nagegaan=before.nagegaan + now.nagegaan,
        herkend=tuple(counted[rol] for rol in StemRol if rol in counted),
    )


# Rules


def offered(verhaal: Verhaal, ronde: Leesronde) -> bool:
    """Whether a verhaal may lie on the table: told in the period, allowed for a gesprek, and for the raad openbaar."""
    # A verhaal has a quarter and no day: a quarter that the period touches belongs to it.
    within = kwartaal_of(ronde.periode_van) <= verhaal.kwartaal <= ronde.periode_tot
    return stands(verhaal, ronde.gebied, ronde.niveau) and (within or bool(ronde.vorige))


def stands(verhaal: Verhaal, gebied: str, niveau: Leesniveau) -> bool:
    """Whether a verhaal may (still) stand in a ronde of this gebied and niveau."""
    uses = {Gebruik.GESPREK, Gebruik.OPENBAAR} if niveau is Leesniveau.RAAD else {Gebruik.GESPREK}
    return verhaal.gebied == gebied and uses <= set(verhaal.gebruiken)


def domeinen_of(gewoon: Sequence[str], open_: str, misging: str) -> tuple[tuple[str, DomeinSoort], ...]:
    """The domeinen of a ronde: those that people named, and always the two that are never missing."""
    named = [(naam, DomeinSoort.GEWOON) for naam in gewoon]
    return (*named, (open_, DomeinSoort.OPEN), (misging, DomeinSoort.MISGING))


def domein_problemen(domeinen: Sequence[tuple[str, DomeinSoort]]) -> list[Probleem]:
    """What is wrong with the domeinen of a ronde."""
    namen = [naam.strip().casefold() for naam, _ in domeinen]
    soorten = [soort for _, soort in domeinen]
    checks = (
        (not all(namen), "Geef elk onderwerp een naam."),
        (len(set(namen)) < len(namen), "Twee onderwerpen heten hetzelfde."),
        (soorten.count(DomeinSoort.GEWOON) > MEESTE_DOMEINEN, f"Kies hoogstens {MEESTE_DOMEINEN} onderwerpen."),
        (DomeinSoort.OPEN not in soorten, "Er is altijd een onderwerp voor iets anders."),
        (DomeinSoort.MISGING not in soorten, "Er is altijd een onderwerp voor wat misging."),
    )
    return [Probleem(melding, "domeinen") for wrong, melding in checks if wrong]


def vorige_problemen(niveau: Leesniveau, vorige: Sequence[Leesronde]) -> list[Probleem]:
    """What is wrong with what a ronde is to read: bewoners read verhalen, the others what those below chose."""
    order = list(Leesniveau)
    if niveau is Leesniveau.BEWONERS:
        return [Probleem("Bewoners lezen de verhalen zelf. Kies geen eerdere ronde.", "vorige")] if vorige else []
    if not vorige:
        return [Probleem("Kies van welke eerdere ronde u de gekozen verhalen leest.", "vorige")]
    problemen = []
    if any(it.stand is not RondeStand.GESLOTEN for it in vorige):
        problemen.append(Probleem("Sluit eerst de ronde waarvan u de gekozen verhalen leest.", "vorige"))
    if any(order.index(it.niveau) >= order.index(niveau) for it in vorige):
        problemen.append(
            Probleem("Lees wat een groep vóór u koos: eerst bewoners, dan het wijkteam, dan de raad.", "vorige")
        )
    return problemen


def keuze_problemen(verhaal: str | None, reden: str | None, tafel: Collection[str]) -> list[Probleem]:
    """What is wrong with a choice: no choice without a reason, and only of what lies there."""
    problemen = []
    if not (reden or "").strip():
        melding = "Schrijf op waarom u dit verhaal kiest." if verhaal else "Schrijf op waarom u hier niets kiest."
        problemen.append(Probleem(melding, "reden"))
    if verhaal is not None and verhaal not in tafel:
        problemen.append(Probleem("Dit verhaal ligt niet op tafel bij dit onderwerp.", "verhaal"))
    return problemen


def too_many(stemmen: Mapping[StemRol, int], deelnemers: Mapping[StemRol, int], gasten: int) -> list[StemRol]:
    """The roles of which more people vote for one verhaal than read along; a guest votes as one of any role.

    As long as nobody was counted, nobody knows.
    """
    if not deelnemers:
        return []
    return [rol for rol, aantal in stemmen.items() if aantal > deelnemers.get(rol, 0) + gasten]


def sluit_problemen(tafel: Tafel, still: Collection[str]) -> list[Probleem]:
    """What keeps a ronde open: a chosen verhaal, of those that may be talked about still, that lost its reason."""
    lost = [
        place
        for place, it in enumerate(tafel.domeinen, start=1)
        for keuze in [tafel.keuze(it.id)]
        if keuze is not None and keuze.verhaal in still and not keuze.reden
    ]
    melding = (
        "Bij onderwerp {place} staat niet meer waarom u dit verhaal koos. Schrijf het op, of kies daar geen verhaal."
    )
    return [Probleem(melding.format(place=place), "reden") for place in lost]


def open_problemen(ronde: Leesronde) -> list[Probleem]:
    """A problem when a ronde is over: what was decided stays."""
    if ronde.open:
        return []
    return [Probleem("Deze ronde is voorbij. Wat gekozen is, blijft staan. Begin een nieuwe ronde.", "ronde")]
