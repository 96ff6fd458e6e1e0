"""Lists of names, streets, places and institutions, read once and only when somebody asks for them.

Most come from the files that the package deduce carries (LGPL). Its code is never run: that would build an index of
1.1 GB. What those files lack stands in `data/namen`. Whether a word is ordinary Dutch, the
dictionary of simplemma says.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import simplemma

from monitor.settings import DATA

NAMEN = DATA / "namen"
STRAAT_EINDEN = (
    *(
        "straat",
        "str",
        "laan",
        "weg",
        "plein",
        "gracht",
        "kade",
        "singel",
        "steeg",
        "dreef",
        "plantsoen",
        "pad",
        "dijk",
    ),
    *(
        "hof",
        "wal",
        "haven",
        "park",
        "burg",
        "markt",
        "ring",
        "baan",
        "boulevard",
        "allee",
        "erf",
        "hoek",
        "kamp",
        "veld",
    ),
    *("akker", "horst", "donk", "berg", "brink", "oord", "poort", "sluis", "weide", "rode", "passage", "zijde", "zoom"),
    *("straatje", "laantje", "pleintje", "hofje"),
)
"""How the name of a street often ends."""
_MINSTE_NAAM = 3


def fold(text: str) -> str:
    """A word as it stands in the lists: lower case, without accents."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def words(text: str) -> frozenset[str]:
    """The words of a text as a set: long lists of words stay readable that way."""
    return frozenset(text.split())


def either(choices: Iterable[str]) -> str:
    """Words as a choice in a regular expression, the longest first."""
    return "|".join(sorted(map(re.escape, choices), key=lambda choice: (-len(choice), choice)))


@dataclass(frozen=True, slots=True)
class Namenlijsten:
    """What is known of names. Everything is folded; groups of words stand under their first word, longest first."""

    voornamen: frozenset[str]
    achternamen: frozenset[str]
    plaatsen: frozenset[str]
    straten: frozenset[str]
    """Only the streets of which the ending doesn't say that they are one."""
    instellingen: dict[str, tuple[tuple[str, ...], ...]]
    geen_personen: frozenset[str]
    geen_personen_samen: dict[str, tuple[tuple[str, ...], ...]]
    methoden: frozenset[str]
    """Surnames after which a way of counting or asking is called."""
    dubbelzinnig: frozenset[str]
    """Names that are an ordinary word first."""
    alledaags: frozenset[str]
    """The thousand words that stand in every text."""

    def says_enough(self, name: tuple[str, ...]) -> bool:
        """Whether the name of an institution can be nothing else: a word of it is no name, place or ordinary word."""
        if len(name) == 1 and len(name[0]) <= 2 * _MINSTE_NAAM:
            return False
        return any(len(word) > _MINSTE_NAAM and not self._is_other(word) for word in name)

    def _is_other(self, word: str) -> bool:
        known = (self.voornamen, self.achternamen, self.plaatsen, self.geen_personen)
        return any(word in names for names in known) or is_nederlands(word)

    def is_gewoon(self, word: str) -> bool:
        """Whether a folded word is first of all an ordinary Dutch word."""
        if word in self.dubbelzinnig:
            return True
        return word not in self.voornamen and is_nederlands(word)


def is_nederlands(word: str) -> bool:
    """Whether a word stands in the dictionary, as it is or without its accents."""
    return bool(simplemma.is_known(word, lang="nl"))


@cache
def load_namenlijsten() -> Namenlijsten:
    """All lists; a third of a second the first time."""
    voornamen, dubbelzinnig = _first_names()
    achternamen = _surnames()
    plaatsen = frozenset(fold(naam) for kind in _PLAATSEN for naam in _of_deduce(f"locations/lst_placename/{kind}"))
    geen_personen = frozenset(_own_words("geen_personen"))
    return Namenlijsten(
        voornamen=voornamen,
        achternamen=achternamen,
        plaatsen=plaatsen,
        straten=frozenset(
            street for naam in _of_deduce(_STRATEN) if not (street := fold(naam)).endswith(STRAAT_EINDEN)
        ),
        instellingen=by_first_word(_institutions()),
        geen_personen=geen_personen,
        geen_personen_samen=by_first_word(tuple(fold(line).split()) for line in _own_lines("geen_personen_samen")),
        methoden=frozenset(_own_words("methoden")),
        dubbelzinnig=dubbelzinnig,
        alledaags=_everyday(),
    )


_PLAATSEN = ("lst_municipality", "lst_province", "lst_region", "lst_residence")
_STRATEN = "locations/lst_street"
_INSTELLINGEN = ("institutions/lst_hospital", "institutions/lst_healthcare_institution")


def by_first_word(groups: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Groups of words under their first word, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for group in groups:
        if group:
            found.setdefault(group[0], set()).add(group)
    return {first: tuple(sorted(groups, key=lambda group: (-len(group), group))) for first, groups in found.items()}


def _first_names() -> tuple[frozenset[str], frozenset[str]]:
    """The first names, and which of them (and of other words) are ordinary words first."""
    ordinary = {fold(word) for word in _of_deduce("names/lst_first_name", "exceptions")}
    ordinary -= set(_own_words("voornamen"))
    ordinary |= _everyday()
    ordinary |= set(_own_words("gewone_woorden"))
    names = {fold(naam) for naam in _of_deduce("names/lst_first_name")} | set(_own_words("voornamen"))
    return frozenset(names), frozenset(ordinary)


@cache
def _everyday() -> frozenset[str]:
    return frozenset(fold(word) for kind in ("common", "stop") for word in _of_deduce(f"whitelist/lst_{kind}_word"))


def _surnames() -> frozenset[str]:
    names = {fold(naam) for kind in ("surname", "interfix_surname") for naam in _of_deduce(f"names/lst_{kind}")}
    return frozenset(names | set(_own_words("achternamen")))


def _institutions() -> Iterator[tuple[str, ...]]:
    """The words of every institution, without what follows a comma."""
    skipped = {fold(naam) for kind in _INSTELLINGEN for naam in _of_deduce(kind, "exceptions")}
    for kind in _INSTELLINGEN:
        for naam in _of_deduce(kind):
            bare = fold(naam.partition(",")[0])
            if bare not in skipped:
                yield tuple(bare.replace("(", " ").replace(")", " ").replace("/", " ").split())


def _of_deduce(folder: str, kind: str = "items") -> list[str]:
    """The lines of one list file of the package deduce."""
    path = _deduce() / folder / f"{kind}.txt"
    return _lines(path) if path.is_file() else []


@cache
def _deduce() -> Path:
    """Where deduce keeps its lists. Asking importlib.resources would run the package, which loads its whole engine."""
    spec = find_spec("deduce")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("deduce")
    return Path(spec.submodule_search_locations[0]) / "data" / "lookup" / "src"


def _own_lines(name: str) -> list[str]:
    return [line for line in _lines(NAMEN / f"{name}.txt") if not line.startswith("#")]


def _own_words(name: str) -> Iterator[str]:
    for line in _own_lines(name):
        yield from (fold(word) for word in line.split())


def _lines(path: Path) -> list[str]:
    return [line for line in map(str.strip, path.read_text(encoding="utf-8").splitlines()) if line]
