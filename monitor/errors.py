"""Everything that can be refused, as one tree. The text of each is a Dutch sentence, fit for the screen.

MonitorError                  any refusal of ours
+-- OngeldigeInvoer           what was typed or delivered breaks a rule; carries every problem at once   exit 1
|   +-- OngeldigBestand       a file cannot be read, or rows of it are refused                           exit 1
+-- NietGevonden              a code or id that the store does not know                                  exit 1
+-- NietToegestaan            this person may not do or read this                                        exit 1
|   +-- GeenRecht             none of her roles allows it, here or anywhere; another role would           exit 1
+-- OpslagFout                the store itself
    +-- OpslagBezet           another process holds the file                                            exit 3
    +-- OpslagNietBereikbaar  no file, no rights, a damaged file                                         exit 3
    +-- OpslagTeNieuw         made by a newer version of this program                                    exit 4
    +-- OpslagVerouderd       must be migrated before it can be read                                     exit 4
    +-- RegelGeschonden       a key or check of the database refused a row                               exit 1
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Probleem:
    """One problem: the Dutch sentence, and where it is when known (field of a form; row and column of a file)."""

    melding: str
    veld: str | None = None
    rij: int | None = None

    def __str__(self) -> str:
        where = []
        if self.rij is not None:
            where.append(f"rij {self.rij}")
        if self.veld:
            where.append(self.veld)
        prefix = ", ".join(where)
        return f"{prefix[0].upper()}{prefix[1:]}: {self.melding}" if prefix else self.melding


class MonitorError(Exception):
    """Any refusal of ours; str() is a Dutch sentence."""

    exit_code = 1


class OngeldigeInvoer(MonitorError):
    """Input that breaks a rule. `problemen` holds all of them, in order."""

    def __init__(self, problemen: str | Iterable[Probleem]) -> None:
        if isinstance(problemen, str):
            problemen = [Probleem(problemen)]
        self.problemen: tuple[Probleem, ...] = tuple(problemen)
        super().__init__("\n".join(str(probleem) for probleem in self.problemen))


class OngeldigBestand(OngeldigeInvoer):
    """A file that cannot be read, or of which rows are refused."""


class NietGevonden(MonitorError):
    """A code or id that the store does not know."""


class NietToegestaan(MonitorError):
    """This person may not do or read this."""


class GeenRecht(NietToegestaan):
    """None of her roles allows this, here or anywhere; another role would."""


class OpslagFout(MonitorError):
    """Something is wrong with the store itself."""

    exit_code = 3


class OpslagBezet(OpslagFout):
    """Another process holds the file; the sentence names its process number when that is known."""


class OpslagNietBereikbaar(OpslagFout):
    """No such file, no rights to it, or it is no store."""


class OpslagTeNieuw(OpslagFout):
    """The store was made by a newer version of this program."""

    exit_code = 4


class OpslagVerouderd(OpslagFout):
    """The store must be migrated before it can be read."""

    exit_code = 4


class RegelGeschonden(OpslagFout):
    """A key or check of the database refused a row: a rule that the services should have told in words."""

    exit_code = 1
