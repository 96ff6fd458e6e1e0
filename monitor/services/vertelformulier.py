"""What somebody typed and chose in the form, as a verhaal: what cannot be read is a problem with its field."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from monitor.domain.verhaal import Gebruik, Gevoel, Leeftijdsgroep, Perspectief, ToestemmingDoor, Vertelwijze
from monitor.errors import OngeldigeInvoer, Probleem
from monitor.services.invoer import bare
from monitor.services.verhalen import NieuwVerhaal

Keuze = TypeVar("Keuze", bound=StrEnum)
Gelezen = TypeVar("Gelezen")
TEKSTEN = ("titel", "tekst", "waarom", "wens", "namens")
"""What can become public and therefore is looked through for personal data."""
JA, NEE = "ja", "nee"
EEN_JAAR, TWEE_JAAR, EIGEN_DAG = "een_jaar", "twee_jaar", "dag"
_DAG = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_HOE_DAG = "Schrijf de dag als 31-12-2027."
_MEESTE = 100
"""More choices than this no form of ours has."""


@dataclass(frozen=True, slots=True)
class GelezenFormulier:
    """A form as it was read: the verhaal, the code of a paper form, and what could not be read."""

    nieuw: NieuwVerhaal
    papiercode: str | None
    problemen: tuple[Probleem, ...]


def read_formulier(velden: Mapping[str, Any], today: date) -> GelezenFormulier:
    """The verhaal in these fields. Nothing is guessed: what is missing or unknown is a problem."""
    lezer = _Lezer(velden)
    wijze = lezer.one("hoe", Vertelwijze) or Vertelwijze.ZELF
    papier = wijze is Vertelwijze.PAPIER
    verteld_op = lezer.day("verteld_op") if papier else today
    if papier and verteld_op is None and lezer.is_fine("verteld_op"):
        lezer.tell("verteld_op", "Schrijf op welke dag op het formulier staat.")
    gevoel = lezer.one("gevoel", Gevoel)
    if gevoel is None:
        lezer.tell("gevoel", "Kies hoe dit verhaal voelt.")
    klopt = lezer.text("klopt")
    if klopt not in (JA, NEE):
        lezer.tell("klopt", "Zeg of het zo klopt.")
    verteld_op = verteld_op or today
    nieuw = NieuwVerhaal(
        titel=lezer.text("titel"),
        tekst=lezer.text("tekst"),
        waarom=bare(lezer.text("waarom")),
        wens=bare(lezer.text("wens")),
        citaat=bare(lezer.text("citaat")),
        gebied=lezer.text("gebied"),
        verteld_op=verteld_op,
        akkoord_op=verteld_op if klopt == JA else None,
        themas=lezer.several("thema"),
        perspectieven=lezer.many("perspectief", Perspectief),
        gevoel=gevoel or Gevoel.ANDERS,
        gebruik=lezer.many("gebruik", Gebruik),
        opgetekend_door="",
        leeftijdsgroep=lezer.one("leeftijdsgroep", Leeftijdsgroep),
        namens=bare(lezer.text("namens")),
        groep_aantal=lezer.count("groep_aantal"),
        taal=lezer.text("taal") or "nl",
        met_tolk=JA in lezer.several("met_tolk"),
        wijze=wijze,
        afhankelijk=_afhankelijk(lezer, wijze),
        toestemming_door=_door(lezer),
        toestemming_tot=_tot(lezer, verteld_op),
        kind_akkoord=JA in lezer.several("kind_akkoord"),
    )
    return GelezenFormulier(nieuw, lezer.text("code") if papier else None, tuple(lezer.problemen))


def _afhankelijk(lezer: "_Lezer", wijze: Vertelwijze) -> bool:
    if wijze is Vertelwijze.ZELF:
        return False
    hulp = lezer.text("hulp")
    if hulp not in (JA, NEE):
        lezer.tell("hulp", "Zeg of de verteller hulp krijgt van u of uw organisatie.")
    return hulp == JA


def _door(lezer: "_Lezer") -> ToestemmingDoor:
    """Who gives permission; of a child the parent's own yes counts."""
    if JA in lezer.several("ouder_akkoord"):
        return ToestemmingDoor.OUDER
    return lezer.one("toestemming_door", ToestemmingDoor) or ToestemmingDoor.VERTELLER


def _tot(lezer: "_Lezer", verteld_op: date) -> date | None:
    """The last day of the permission; None: two years, which the service fills in."""
    tot = lezer.text("tot")
    if tot == EEN_JAAR:
        leap_day = (verteld_op.month, verteld_op.day) == (2, 29)
        return verteld_op.replace(year=verteld_op.year + 1, day=28 if leap_day else verteld_op.day)
    if tot != EIGEN_DAG:
        return None
    dag = lezer.day("tot_dag")
    if dag is None and lezer.is_fine("tot_dag"):
        lezer.tell("tot_dag", f"Schrijf tot welke dag. {_HOE_DAG}")
    return dag


class _Lezer:
    """Reads fields of a form; whoever sends it may send anything."""

    def __init__(self, velden: Mapping[str, Any]) -> None:
        self._velden = velden
        self.problemen: list[Probleem] = []

    def tell(self, veld: str, melding: str) -> None:
        self.problemen.append(Probleem(melding, veld))

    def is_fine(self, veld: str) -> bool:
        return all(it.veld != veld for it in self.problemen)

    def text(self, veld: str) -> str:
        value = self._velden.get(veld, "")
        return value if isinstance(value, str) else ""

    def several(self, veld: str) -> tuple[str, ...]:
        value = self._velden.get(veld, [])
        return tuple(it for it in value[:_MEESTE] if isinstance(it, str)) if isinstance(value, list) else ()

    def one(self, veld: str, soort: type[Keuze]) -> Keuze | None:
        value = self.text(veld)
        return self._parse(veld, value, soort) if value else None

    def many(self, veld: str, soort: type[Keuze]) -> tuple[Keuze, ...]:
        read = (self._parse(veld, value, soort) for value in self.several(veld))
        return tuple(dict.fromkeys(it for it in read if it is not None))

    def day(self, veld: str) -> date | None:
        return self._read(veld, _parse_day)

    def count(self, veld: str) -> int | None:
        return self._read(veld, _parse_count)

    def _read(self, veld: str, parse: Callable[[str], Gelezen]) -> Gelezen | None:
        value = self.text(veld).strip()
        if not value:
            return None
        try:
            return parse(value)
        except OngeldigeInvoer as error:
            self.tell(veld, error.problemen[0].melding)
            return None

    def _parse(self, veld: str, value: str, soort: type[Keuze]) -> Keuze | None:
        try:
            return soort(value)
        except ValueError:
            self.tell(veld, "Kies iets uit de lijst.")
            return None


def _parse_day(text: str) -> date:
    match = _DAG.fullmatch(text)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else _no_day()
    except ValueError:
        return _no_day()


def _no_day() -> date:
    raise OngeldigeInvoer(f"Deze dag kennen we niet. {_HOE_DAG}")


def _parse_count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        raise OngeldigeInvoer("Schrijf met hoeveel mensen, als een getal.")
    return int(text)
