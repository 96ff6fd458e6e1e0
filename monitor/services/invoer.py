"""What every form and every file is checked on, whatever it is about."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, TypeVar
from unicodedata import category
from uuid import NAMESPACE_URL, uuid4, uuid5

from monitor.domain.gebied import GebiedSoort, normalize_code, ouder_of, soort_of
from monitor.errors import OngeldigeInvoer, Probleem
from monitor.nl import dag_of_niets, parse_getal

Nieuw = TypeVar("Nieuw")
_NAMESPACE = uuid5(NAMESPACE_URL, "urn:tellen-en-vertellen")


@dataclass(frozen=True, slots=True)
class Toegevoegd:
    """What was added: the ids in the order given, and what the reader must know of it."""

    ids: tuple[str, ...]
    meldingen: tuple[Probleem, ...] = ()


def new_id() -> str:
    """A new id for something that has no readable code."""
    return str(uuid4())


def id_from(*delen: str) -> str:
    """The same id for the same words, every time: for rows of a file that may be loaded again."""
    return str(uuid5(_NAMESPACE, "/".join(delen)))


def id_beside(weg: Collection[str], *delen: str) -> str:
    """The same id for the same words, every time, until that one was taken back: then the next."""
    id_, keer = id_from(*delen), 1
    while id_ in weg:
        keer += 1
        id_ = id_from(*delen, str(keer))
    return id_


def tekst_problemen(invoer: Any) -> list[Probleem]:
    """A problem for every text of a dataclass that no store can keep."""
    return [
        Probleem(melding, veld)
        for veld, text in _texts(invoer)
        for melding in [onbewaarbaar(text)]
        if melding is not None
    ]


def _texts(invoer: Any) -> Iterable[tuple[str, str]]:
    for field in fields(invoer):
        value = getattr(invoer, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, str):
                yield field.name, part
            elif hasattr(part, "__dataclass_fields__"):
                yield from ((field.name, text) for _, text in _texts(part))


def onbewaarbaar(text: str) -> str | None:
    """Why no store can keep this text; None when it can."""
    if "\x00" in text:
        return "In deze tekst staat een teken dat we niet kunnen bewaren. Typ de tekst opnieuw."
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "In deze tekst staat een half teken, vaak een afgebroken emoji. Haal het weg."
    return None


def bare(text: str | None) -> str | None:
    """The text without spaces around it; None when nothing is left."""
    return (text or "").strip() or None


def seen(text: str | None) -> str | None:
    """The same, and None too when nothing of it can be seen. What a teller typed is hers: there `bare` is enough."""
    left = bare(text)
    return left if left and any(category(sign) not in _UNSEEN for sign in left) else None


_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""The sorts of signs that take no ink: a name of these alone is no name."""


class VeldLezer:
    """Reads what was typed in a form field by field, and keeps all that is wrong with it."""

    def __init__(self, invoer: Any) -> None:
        self._invoer = invoer
        self.problemen: list[Probleem] = []

    def wrong(self, veld: str, melding: str) -> None:
        """Keep a problem."""
        self.problemen.append(Probleem(melding, veld))

    def text(self, veld: str) -> str | None:
        """What was typed; None when that is nothing."""
        return bare(getattr(self._invoer, veld))

    def day(self, veld: str, wat: str, asked: str | None = None) -> date | None:
        """A day; `asked` is what is said when there is none."""
        text = self.text(veld)
        if text is None:
            if asked:
                self.wrong(veld, asked)
            return None
        day = dag_of_niets(text)
        if day is None:
            self.wrong(veld, f"Schrijf {wat} als 15-7-2026.")
        return day

    def number(self, veld: str) -> float | None:
        """A number in Dutch writing, or nothing."""
        text = self.text(veld)
        if text is None:
            return None
        try:
            return parse_getal(text)
        except OngeldigeInvoer as error:
            self.wrong(veld, error.problemen[0].melding)
            return None


def lift_to_wijk(code: str) -> tuple[str, str | None]:
    """The wijk of a buurt, with a sentence that says so; any other gebied as it is."""
    known = normalize_code(code) or code.strip()
    if normalize_code(code) is None or soort_of(known) is not GebiedSoort.BUURT:
        return known, None
    wijk = ouder_of(known)
    assert wijk is not None  # noqa: S101 - a buurt always lies in a wijk
    return wijk, f"Buurt {known} is wijk {wijk} geworden: verhalen staan bij de wijk, nooit bij de buurt."


def unknown(known: set[str], code: str, veld: str, what: str) -> list[Probleem]:
    """A problem when `code` is not among the known ones."""
    return [] if code in known else [Probleem(f"{what} “{code}” kennen we niet.", veld)]


def raise_problems(problemen: Iterable[Probleem]) -> None:
    """Refuse when there is any problem, with all of them at once."""
    found = list(problemen)
    if found:
        raise OngeldigeInvoer(found)


def at_row(rij: int | None, problemen: Iterable[Probleem]) -> list[Probleem]:
    """The problems, each with the row that it stands in."""
    return [Probleem(probleem.melding, probleem.veld, rij) for probleem in problemen]


def numbered(nieuwe: Sequence[Nieuw]) -> list[tuple[int | None, Nieuw]]:
    """Each with its row number: 1, 2, 3; a single one needs no number."""
    return [(None, nieuwe[0])] if len(nieuwe) == 1 else list(enumerate(nieuwe, start=1))


def as_row(nieuw: Any) -> dict[str, Any]:
    """The fields of a dataclass as columns: texts without spaces around them, and nothing for an empty one."""
    return {name: bare(str(value)) if isinstance(value, str) else value for name, value in asdict(nieuw).items()}
