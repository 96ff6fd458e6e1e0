"""Own figures on their way in: what must be asked before a file can be read, and how sure a share of a count is."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from monitor.domain.meting import OntbreektReden

Z_95 = 1.959963984540054
"""The standard normal deviate that leaves 2.5% on either side."""


class Decimaal(StrEnum):
    """What stands before the tenths in a file: 12,5 or 12.5."""

    KOMMA = "komma"
    PUNT = "punt"


class Procent(StrEnum):
    """What 0,12 means for a percentage."""

    DEEL = "deel"
    PROCENT = "procent"


class DatumAls(StrEnum):
    """Of which period a date in a file is the beginning."""

    DAG = "dag"
    MAAND = "maand"
    KWARTAAL = "kwartaal"
    JAAR = "jaar"


class CodesAls(StrEnum):
    """What to do with codes that lost letters or a zero."""

    AANVULLEN = "aanvullen"
    WEIGEREN = "weigeren"


class LeegAls(StrEnum):
    """What an empty cell in a wide table means: nothing was counted there, or why a figure is missing."""

    OVERSLAAN = "overslaan"
    NOG_NIET_GEPUBLICEERD = OntbreektReden.NOG_NIET_GEPUBLICEERD.value
    GEHEIM = OntbreektReden.GEHEIM.value
    TE_KLEIN = OntbreektReden.TE_KLEIN.value
    NIET_GELEVERD = OntbreektReden.NIET_GELEVERD.value
    NIET_VAN_TOEPASSING = OntbreektReden.NIET_VAN_TOEPASSING.value
    ONBEKEND = OntbreektReden.ONBEKEND.value


class KolommenAls(StrEnum):
    """What to do with columns of numbers that are no indicator and no period."""

    OVERSLAAN = "overslaan"
    WEIGEREN = "weigeren"


@dataclass(frozen=True, slots=True)
class Keuzes:
    """How somebody wants a file to be read, where the file itself leaves doubt; None: not said."""

    blad: str | None = None
    decimaal: Decimaal | None = None
    procent: Procent | None = None
    datum: DatumAls | None = None
    codes: CodesAls | None = None
    leeg: LeegAls | None = None
    kolommen: KolommenAls | None = None


@dataclass(frozen=True, slots=True)
class Vraag:
    """What a file leaves in doubt, with the answers there are."""

    sleutel: str
    """The field of Keuzes that answers it, and the name of the option on the command line."""
    zin: str
    keuzes: Sequence[str]

    @property
    def optie(self) -> str:
        """How to answer on the command line."""
        return f"--{self.sleutel}"


def wilson(aantal: float, n: float) -> tuple[float, float]:
    """The 95% interval of a share, in percentages: so sure is `aantal` of `n` when `n` are a random part of all.

    The score interval of E.B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of
    the American Statistical Association 22 (1927) 209-212: it stays between 0 and 100, also for few people.
    """
    if not 0 <= aantal <= n or n <= 0:
        raise ValueError(f"not a share: {aantal} of {n}")
    share, z2 = aantal / n, Z_95 * Z_95
    middle = share + z2 / (2 * n)
    spread = Z_95 * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    low, high = (middle - spread) / (1 + z2 / n), (middle + spread) / (1 + z2 / n)
    return 100 * min(max(0.0, low), share), 100 * max(min(1.0, high), share)
