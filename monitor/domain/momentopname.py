"""What stood in a stuk on a day, without a word of it, and what is something else since then."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
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
    TEKST_ANDERS = "tekst_anders"
    """Somebody wrote in the stuk itself."""
    ZIN_ANDERS = "zin_anders"
    """The tool would write another sentence now than the one in whose place somebody wrote."""
    ZIN_WEG = "zin_weg"
    """The tool would no longer write the sentence in whose place somebody wrote; her words stay."""


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
    """What stood in a stuk when it was written out."""

    id: str
    stuk: str
    nummer: int
    hash: str
    door: str
    op: datetime
    regels: tuple[MomentRegel, ...] = ()

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
    nu: float | None = None


@dataclass(frozen=True, slots=True)
class WatVeranderde:
    """What is something else since a momentopname; without one only what the tool would write in another way."""

    sinds: Momentopname | None
    veranderingen: tuple[StukVerandering, ...]

    def van(self, *soorten: VeranderingSoort) -> tuple[StukVerandering, ...]:
        """What changed of some kinds."""
        return tuple(it for it in self.veranderingen if it.soort in soorten)


_NIEUW = {RegelSoort.METING: VeranderingSoort.NIEUW_CIJFER, RegelSoort.TEKST: VeranderingSoort.TEKST_ANDERS}
"""Of what it is told that it came."""
_ANDERS = {
    RegelSoort.METING: VeranderingSoort.ANDER_CIJFER,
    RegelSoort.CITAAT: VeranderingSoort.CITAAT_ANDERS,
    RegelSoort.DEFINITIE: VeranderingSoort.DEFINITIE_ANDERS,
    RegelSoort.LEERPUNT: VeranderingSoort.LEERPUNT_ANDERS,
    RegelSoort.TEKST: VeranderingSoort.TEKST_ANDERS,
    RegelSoort.BESLUIT: VeranderingSoort.BESLUIT_ANDERS,
}
_WEG = {
    RegelSoort.METING: VeranderingSoort.CIJFER_WEG,
    RegelSoort.CITAAT: VeranderingSoort.CITAAT_WEG,
    RegelSoort.DEFINITIE: VeranderingSoort.DEFINITIE_ANDERS,
    RegelSoort.LEERPUNT: VeranderingSoort.LEERPUNT_WEG,
    RegelSoort.TEKST: VeranderingSoort.TEKST_ANDERS,
    RegelSoort.BESLUIT: VeranderingSoort.BESLUIT_WEG,
}


def hash_van(*delen: Any) -> str:
    """By which words or figures are known again, and not read."""
    return sha256(json.dumps(delen, ensure_ascii=True, default=str).encode("ascii")).hexdigest()


def hash_van_regels(regels: Iterable[MomentRegel]) -> str:
    """Of all lines together, in whatever order they come."""
    return hash_van(*sorted([*it.sleutel, it.hash] for it in regels))


def verschillen(toen: Iterable[MomentRegel], nu: Iterable[MomentRegel]) -> tuple[StukVerandering, ...]:
    """What is something else; `nu` is of the same things as `toen`, with the figures and texts that came since."""
    before, after = {it.sleutel: it for it in toen}, {it.sleutel: it for it in nu}
    changed = [
        StukVerandering(_WEG[it.soort], it.ref, it.gebied, it.periode, it.waarde)
        if later is None
        else StukVerandering(_ANDERS[it.soort], it.ref, it.gebied, it.periode, it.waarde, later.waarde)
        for key, it in before.items()
        if (later := after.get(key)) is None or later.hash != it.hash
    ]
    new = [
        StukVerandering(_NIEUW[it.soort], it.ref, it.gebied, it.periode, None, it.waarde)
        for key, it in after.items()
        if key not in before and it.soort in _NIEUW
    ]
    order = list(VeranderingSoort)
    return tuple(
        sorted([*changed, *new], key=lambda it: (order.index(it.soort), it.ref, it.gebied or "", it.periode or ""))
    )
