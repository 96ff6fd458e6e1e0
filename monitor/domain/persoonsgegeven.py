"""What in a text leads to a person: its kind, where it stands, and what could stand there instead."""

from dataclasses import dataclass
from enum import StrEnum


class PersoonsgegevenSoort(StrEnum):
    """Kinds of personal data. The last two point at somebody only together with something else."""

    NAAM = "naam"
    TELEFOON = "telefoon"
    EMAIL = "email"
    ADRES = "adres"
    POSTCODE = "postcode"
    BSN = "bsn"
    IBAN = "iban"
    KENTEKEN = "kenteken"
    DATUM = "datum"
    LEEFTIJD = "leeftijd"
    INSTELLING = "instelling"
    URL = "url"
    NUMMER = "nummer"
    RELATIE = "relatie"
    GEVOELIG = "gevoelig"


_ZACHT = frozenset({PersoonsgegevenSoort.RELATIE, PersoonsgegevenSoort.GEVOELIG})


@dataclass(frozen=True, slots=True)
class Vondst:
    """One find in a text: from `begin` up to `eind`, counted in code points."""

    begin: int
    eind: int
    soort: PersoonsgegevenSoort
    voorstel: str
    """What could stand there instead, such as "[naam]"."""

    @property
    def direct(self) -> bool:
        """Whether it leads to a person by itself: such a find must be resolved before anything is public."""
        return self.soort not in _ZACHT


@dataclass(frozen=True, slots=True)
class Bekend:
    """What the gemeente itself named: its wijken, buurten and plekken may be told, its organisaties are marked."""

    namen: frozenset[str] = frozenset()
    organisaties: frozenset[str] = frozenset()
