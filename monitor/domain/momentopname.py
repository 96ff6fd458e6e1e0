"""What stood in a stuk on a day, without a word of it, and what is something else since then."""

import json
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

KENMERK_LANG = 12
"""So many signs of a hash stand in a document: enough to find it again."""


class RegelSoort(StrEnum):
    """Of what a line of a momentopname is."""

    METING = "meting"
    CITAAT = "citaat"
    DEFINITIE = "definitie"
    LEERPUNT = "leerpunt"
    TEKST = "tekst"
    BESLUIT = "besluit"
    KOP = "kop"
    KEUZE = "keuze"
    """What was chosen of one kind, in order."""
    ONDERDEEL = "onderdeel"
    """What of an onderdeel are no words."""
    VOLGORDE = "volgorde"
    """Of the onderdelen, kind by kind."""
    ZIN = "zin"
    """A sentence of the tool in whose place nobody wrote."""
    REEKS = "reeks"
    """What stands around a figure: its margins, the gemeente beside it, breaks and sources."""
    BEPERKING = "beperking"
    """The whole list of what the figures cannot say."""
    GELD = "geld"
    """The whole list of money that is there already."""
    BIJEENKOMST = "bijeenkomst"
    """The whole list of when people came together and how they voted."""
    STUK = "stuk"
    """Every word of the document, so that nothing in it changes unseen."""


EERSTE_SOORTEN = frozenset(
    {
        RegelSoort.METING,
        RegelSoort.CITAAT,
        RegelSoort.DEFINITIE,
        RegelSoort.LEERPUNT,
        RegelSoort.TEKST,
        RegelSoort.BESLUIT,
    }
)
"""The kinds of a momentopname of before all of the document stood in it."""


class VeranderingSoort(StrEnum):
    """What can be something else since a momentopname."""

    NIEUW_CIJFER = "nieuw_cijfer"
    ANDER_CIJFER = "ander_cijfer"
    CIJFER_WEG = "cijfer_weg"
    CITAAT_WEG = "citaat_weg"
    """Taken back, or no longer openbaar: nobody is told which."""
    CITAAT_ANDERS = "citaat_anders"
    DEFINITIE_ANDERS = "definitie_anders"
    LEERPUNT_ANDERS = "leerpunt_anders"
    LEERPUNT_WEG = "leerpunt_weg"
    BESLUIT_ANDERS = "besluit_anders"
    BESLUIT_WEG = "besluit_weg"
    BIJ_CIJFER = "bij_cijfer"
    """What stands around a figure that itself is the same."""
    GELD_ANDERS = "geld_anders"
    BIJEENKOMST_ANDERS = "bijeenkomst_anders"
    BEPERKING_ANDERS = "beperking_anders"
    MONITORZIN_ANDERS = "monitorzin_anders"
    """The tool writes something else than it did, something more or something less."""
    KOP_ANDERS = "kop_anders"
    KEUZE_ANDERS = "keuze_anders"
    ONDERDEEL_NIEUW = "onderdeel_nieuw"
    ONDERDEEL_ANDERS = "onderdeel_anders"
    ONDERDEEL_WEG = "onderdeel_weg"
    VOLGORDE_ANDERS = "volgorde_anders"
    TEKST_ANDERS = "tekst_anders"
    """Somebody wrote in the stuk itself."""
    ZIN_ANDERS = "zin_anders"
    """The tool would write another sentence now than the one in whose place somebody wrote."""
    ZIN_WEG = "zin_weg"
    """The tool would no longer write the sentence in whose place somebody wrote; her words stay."""
    STUK_ANDERS = "stuk_anders"
    """Something in the document of which nothing else tells."""


@dataclass(frozen=True, slots=True)
class MomentRegel:
    """One thing that stood in a stuk: which, in which version, and a figure; never words."""

    soort: RegelSoort
    ref: str
    hash: str
    gebied: str | None = None
    periode: str | None = None
    waarde: float | None = None
    versie: int | None = None

    @property
    def sleutel(self) -> tuple[str, str, str, str]:
        """By what it is found again later."""
        return self.soort.value, self.ref, self.gebied or "", self.periode or ""


@dataclass(frozen=True, slots=True)
class Momentopname:
    """What stood in a stuk when it was written out; as long as that is the same, one for every file of it."""

    id: str
    stuk: str
    nummer: int
    hash: str
    door: str
    op: datetime
    laatst: datetime
    """When it was last written out, with the same in it."""

    @property
    def kenmerk(self) -> str:
        """By what a reader of the document can ask for it."""
        return f"{self.nummer}-{self.hash[:KENMERK_LANG]}"


@dataclass(frozen=True, slots=True)
class StukVerandering:
    """One thing that is something else."""

    soort: VeranderingSoort
    ref: str
    gebied: str | None = None
    periode: str | None = None
    was: float | None = None
    """Not told where a figure that is there may no longer be shown."""
    nu: float | None = None


@dataclass(frozen=True, slots=True)
class WatVeranderde:
    """What is something else since a momentopname; without one only what the tool would write in another way."""

    sinds: Momentopname | None
    veranderingen: tuple[StukVerandering, ...]

    def van(self, *soorten: VeranderingSoort) -> tuple[StukVerandering, ...]:
        """What changed of some kinds."""
        return tuple(it for it in self.veranderingen if it.soort in soorten)


_NIEUW = {
    RegelSoort.METING: VeranderingSoort.NIEUW_CIJFER,
    RegelSoort.TEKST: VeranderingSoort.TEKST_ANDERS,
    RegelSoort.ONDERDEEL: VeranderingSoort.ONDERDEEL_NIEUW,
    RegelSoort.ZIN: VeranderingSoort.MONITORZIN_ANDERS,
}
"""Of what it is told that it came."""
_ANDERS = {
    RegelSoort.METING: VeranderingSoort.ANDER_CIJFER,
    RegelSoort.CITAAT: VeranderingSoort.CITAAT_ANDERS,
    RegelSoort.DEFINITIE: VeranderingSoort.DEFINITIE_ANDERS,
    RegelSoort.LEERPUNT: VeranderingSoort.LEERPUNT_ANDERS,
    RegelSoort.TEKST: VeranderingSoort.TEKST_ANDERS,
    RegelSoort.BESLUIT: VeranderingSoort.BESLUIT_ANDERS,
    RegelSoort.KOP: VeranderingSoort.KOP_ANDERS,
    RegelSoort.KEUZE: VeranderingSoort.KEUZE_ANDERS,
    RegelSoort.ONDERDEEL: VeranderingSoort.ONDERDEEL_ANDERS,
    RegelSoort.VOLGORDE: VeranderingSoort.VOLGORDE_ANDERS,
    RegelSoort.ZIN: VeranderingSoort.MONITORZIN_ANDERS,
    RegelSoort.REEKS: VeranderingSoort.BIJ_CIJFER,
    RegelSoort.BEPERKING: VeranderingSoort.BEPERKING_ANDERS,
    RegelSoort.GELD: VeranderingSoort.GELD_ANDERS,
    RegelSoort.BIJEENKOMST: VeranderingSoort.BIJEENKOMST_ANDERS,
    RegelSoort.STUK: VeranderingSoort.STUK_ANDERS,
}
_WEG = {
    RegelSoort.METING: VeranderingSoort.CIJFER_WEG,
    RegelSoort.CITAAT: VeranderingSoort.CITAAT_WEG,
    RegelSoort.DEFINITIE: VeranderingSoort.DEFINITIE_ANDERS,
    RegelSoort.LEERPUNT: VeranderingSoort.LEERPUNT_WEG,
    RegelSoort.TEKST: VeranderingSoort.TEKST_ANDERS,
    RegelSoort.BESLUIT: VeranderingSoort.BESLUIT_WEG,
    RegelSoort.ONDERDEEL: VeranderingSoort.ONDERDEEL_WEG,
    RegelSoort.ZIN: VeranderingSoort.MONITORZIN_ANDERS,
}
"""Of what it is told that it went: what nobody chose any more is told as a keuze."""
_VAN_CIJFER = frozenset({VeranderingSoort.NIEUW_CIJFER, VeranderingSoort.ANDER_CIJFER, VeranderingSoort.CIJFER_WEG})
_VOLGT: Mapping[VeranderingSoort, Callable[[StukVerandering, StukVerandering], bool]] = {
    VeranderingSoort.BIJ_CIJFER: lambda it, other: (
        (other.soort in _VAN_CIJFER and (other.ref, other.gebied) == (it.ref, it.gebied))
        or (other.soort is VeranderingSoort.DEFINITIE_ANDERS and other.ref == it.ref)
    ),
    VeranderingSoort.MONITORZIN_ANDERS: lambda it, other: (
        other.soort is VeranderingSoort.TEKST_ANDERS and other.ref == it.ref
    ),
    VeranderingSoort.VOLGORDE_ANDERS: lambda it, other: (
        other.soort in {VeranderingSoort.ONDERDEEL_NIEUW, VeranderingSoort.ONDERDEEL_WEG}
    ),
    VeranderingSoort.STUK_ANDERS: lambda it, other: other is not it,
}
"""What needs no telling beside something else that is told."""


def hash_van(*delen: Any) -> str:
    """By which words or figures are known again, and not read."""
    return sha256(json.dumps(delen, ensure_ascii=True, default=_plain).encode("ascii")).hexdigest()


def _plain(value: Any) -> Any:
    """What is no text or number, in a form that is the same each time."""
    if is_dataclass(value):
        return [type(value).__name__, *(getattr(value, it.name) for it in fields(value))]
    if isinstance(value, Set):
        return sorted(map(str, value))
    return str(value)


def hash_van_regels(regels: Iterable[MomentRegel]) -> str:
    """Of all lines together, in whatever order they come."""
    return hash_van(*sorted([*it.sleutel, it.hash] for it in regels))


def verschillen(toen: Iterable[MomentRegel], nu: Iterable[MomentRegel]) -> tuple[StukVerandering, ...]:
    """What is something else; `nu` is of the same things as `toen`, with the figures and texts that came since."""
    before, after = {it.sleutel: it for it in toen}, {it.sleutel: it for it in nu}
    changed = [
        StukVerandering(soort, it.ref, it.gebied, it.periode, _was(it, later), later.waarde if later else None)
        for key, it in before.items()
        if (later := after.get(key)) is None or later.hash != it.hash
        if (soort := (_ANDERS if later else _WEG).get(it.soort)) is not None
    ]
    new = [
        StukVerandering(_NIEUW[it.soort], it.ref, it.gebied, it.periode, None, it.waarde)
        for key, it in after.items()
        if key not in before and it.soort in _NIEUW
    ]
    order = list(VeranderingSoort)
    found = sorted([*changed, *new], key=lambda it: (order.index(it.soort), it.ref, it.gebied or "", it.periode or ""))
    return tuple(it for it in found if not _follows(it, found))


def _was(it: MomentRegel, later: MomentRegel | None) -> float | None:
    """The figure of then; not where now none may be shown, which may be because it is too small."""
    return it.waarde if later is None or later.waarde is not None else None


def _follows(it: StukVerandering, told: Iterable[StukVerandering]) -> bool:
    follows = _VOLGT.get(it.soort)
    return follows is not None and any(follows(it, other) for other in told)
