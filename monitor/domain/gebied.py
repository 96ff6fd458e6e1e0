"""Gebieden: land, gemeente, wijk, buurt and werkgebied, and the codes that CBS gives them."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LAND = "NL00"
"""Our code for the Netherlands. KWB writes NL00, RIVM writes NL01: one gebied."""

CODE = re.compile(r"(NL00|GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})")
"""CBS codes; letters occur where a gemeente has a hundred wijken or a wijk a hundred buurten (BU0363AB10)."""


class GebiedSoort(StrEnum):
    """Levels of gebieden; werkgebied is a team's own area, made of buurten."""

    LAND = "land"
    GEMEENTE = "gemeente"
    WIJK = "wijk"
    BUURT = "buurt"
    WERKGEBIED = "werkgebied"


_SOORT_BY_PREFIX = {
    "NL": GebiedSoort.LAND,
    "GM": GebiedSoort.GEMEENTE,
    "WK": GebiedSoort.WIJK,
    "BU": GebiedSoort.BUURT,
}


def normalize_code(text: str) -> str | None:
    """The gebied code in `text` without padding, in our spelling, or None when it is no code.

    `NL01` (RIVM) and `NL00` (KWB) are the same gebied.
    """
    code = text.strip().upper()
    if code == "NL01":
        return LAND
    return code if CODE.fullmatch(code) else None


def soort_of(code: str) -> GebiedSoort:
    """The level that a valid CBS code stands for."""
    return _SOORT_BY_PREFIX[code[:2]]


def ouder_of(code: str) -> str | None:
    """The code of the gebied that a valid CBS code belongs to: buurt -> wijk -> gemeente -> land; None for the land."""
    if code.startswith("BU"):
        return f"WK{code[2:8]}"
    if code.startswith("WK"):
        return f"GM{code[2:6]}"
    if code.startswith("GM"):
        return LAND
    return None


def gemeente_of(code: str) -> str | None:
    """The code of the gemeente that a valid CBS code lies in (its own for a gemeente); None for the land."""
    return None if code.startswith("NL") else f"GM{code[2:6]}"


@dataclass(frozen=True, slots=True)
class Gebied:
    """One gebied as it is valid on a day."""

    code: str
    soort: GebiedSoort
    naam: str
    geldig_van: date
    geldig_tot: date | None = None
    """Last day on which it holds; None while it still does."""
    ouder: str | None = None


@dataclass(frozen=True, slots=True)
class Opvolger:
    """A gebied that took the place of another, with the reason in words."""

    code: str
    naam: str
    vanaf: date
    uitleg: str | None = None
