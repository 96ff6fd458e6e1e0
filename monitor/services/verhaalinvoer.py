"""A row of a file read as a verhaal: each column as what it should be, and everything that is wrong with it at once."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from monitor.domain.gebied import GebiedSoort, normalize_code, soort_of
from monitor.domain.verhaal import (
    Gebruik,
    Gevoel,
    Koppeling,
    Leeftijdsgroep,
    Perspectief,
    ToestemmingDoor,
    Verhouding,
)
from monitor.errors import Probleem
from monitor.nl import dag_of_niets, hoofdletter
from monitor.services.invoer import at_row, onbewaarbaar
from monitor.services.verhalen import NieuwVerhaal
from monitor.sources.verhaalrijen import VerhaalRij

Keuze = TypeVar("Keuze", bound=StrEnum)
Waarde = TypeVar("Waarde")

VERPLICHT = ("titel", "tekst", "gebied", "datum", "thema", "perspectief", "gevoel", "gebruik", "opgetekend_door")
"""Columns that a file has to have."""
_VOLGORDE = (
    *VERPLICHT,
    "citaat",
    "leeftijdsgroep",
    "grondslag",
    "akkoord_op",
    "indicatoren",
    "waarom",
    "wens",
    "namens",
    "taal",
    "organisatie",
    "toestemming_tot",
    "toestemming_door",
    "kind_akkoord",
)
BEKEND = frozenset(_VOLGORDE)
"""All columns that are read."""
_JA, _NEE = frozenset({"ja", "true", "1"}), frozenset({"nee", "false", "0", ""})
_TOESTEMMING = "toestemming"
_LANGSTE_AANHALING = 40
_LEEG = {
    "titel": "Geef het verhaal een titel.",
    "tekst": "Schrijf op wat er verteld is.",
    "gebied": "Schrijf de code van de wijk, zoals WK990101.",
    "datum": "Zeg op welke dag het verteld is, zoals 2025-03-14.",
    "opgetekend_door": "Zeg wie het verhaal heeft opgeschreven.",
}
"""What to fill in where a choice is not among fixed words."""


@dataclass(frozen=True, slots=True)
class GelezenVerhaal:
    """A row as far as it can be read, so that what is wrong with the rest can be told at the same time."""

    nieuw: NieuwVerhaal | None
    """With something in the place of what cannot be read: only to look at. None when the row is none."""
    problemen: tuple[Probleem, ...] = ()
    onleesbaar: frozenset[str] = frozenset()
    """Columns in the place of which something else stands: no rule says anything about those."""

    def with_rules(self, rij: int, problemen: Iterable[Probleem]) -> tuple[Probleem, ...]:
        """What is wrong with this row, with what the rules say of it, in the order of the columns."""
        other = [_in_column(it) for it in problemen]
        told = [*self.problemen, *(it for it in other if it.veld not in self.onleesbaar)]
        return tuple(at_row(rij, sorted(dict.fromkeys(told), key=_place)))


def read_verhaal(rij: VerhaalRij, themas: Mapping[str, str]) -> GelezenVerhaal:
    """The verhaal in a row, and every problem with its columns. `themas` are names by code, in their order."""
    if rij.problemen:
        return GelezenVerhaal(None, rij.problemen)
    unkeepable = list(_unkeepable(rij.waarden))
    bad = {str(probleem.veld) for probleem in unkeepable}
    reader = _Reader({veld: waarde for veld, waarde in rij.waarden.items() if veld not in bad}, themas)
    nieuw = reader.verhaal()
    problemen = [*unkeepable, *(probleem for probleem in reader.problemen if probleem.veld not in bad)]
    return GelezenVerhaal(nieuw, tuple(problemen), frozenset(reader.onleesbaar | bad))


def _place(probleem: Probleem) -> int:
    return _VOLGORDE.index(probleem.veld) if probleem.veld in BEKEND else len(_VOLGORDE)


def _in_column(probleem: Probleem) -> Probleem:
    """A form calls the last day of the permission otherwise than a file does."""
    return Probleem(probleem.melding, "toestemming_tot") if probleem.veld == "tot" else probleem


def _unkeepable(waarden: Mapping[str, Any]) -> Iterator[Probleem]:
    for veld, waarde in waarden.items():
        melding = next(filter(None, map(onbewaarbaar, _texts_in([veld, waarde]))), None)
        if melding is not None:
            yield Probleem(melding, "kolom" if onbewaarbaar(veld) else veld)


def _texts_in(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, Mapping):
        yield from _texts_in([*content, *content.values()])
    elif isinstance(content, Sequence):
        for part in content:
            yield from _texts_in(part)


class _Reader:
    """Reads the columns of one row, and keeps what is wrong with them."""

    def __init__(self, waarden: Mapping[str, Any], themas: Mapping[str, str]) -> None:
        self._waarden = waarden
        self._themas = themas
        self.problemen: list[Probleem] = []
        self.onleesbaar: set[str] = set()

    def verhaal(self) -> NieuwVerhaal:
        """The verhaal, with something in the place of what cannot be read."""
        gevoel = self._keuze("gevoel", Gevoel, verplicht=True)
        datum = self._dag("datum", verplicht=True)
        leeftijdsgroep = self._keuze("leeftijdsgroep", Leeftijdsgroep)
        door = self._keuze("toestemming_door", ToestemmingDoor)
        return NieuwVerhaal(
            titel=self._verplicht("titel"),
            tekst=self._verplicht("tekst"),
            gebied=self._gebied(),
            verteld_op=datum or date.min,
            themas=self._keuze_themas(),
            perspectieven=self._keuzes("perspectief", Perspectief),
            gevoel=gevoel or Gevoel.ANDERS,
            gebruik=self._keuzes("gebruik", Gebruik),
            opgetekend_door=self._verplicht("opgetekend_door"),
            grondslag=self._tekst("grondslag") or _TOESTEMMING,
            akkoord_op=self._dag("akkoord_op"),
            citaat=self._tekst("citaat") or None,
            waarom=self._tekst("waarom") or None,
            wens=self._tekst("wens") or None,
            koppelingen=self._koppelingen(),
            leeftijdsgroep=leeftijdsgroep,
            namens=self._tekst("namens") or None,
            taal=self._tekst("taal") or "nl",
            toestemming_door=door or ToestemmingDoor.VERTELLER,
            toestemming_tot=self._dag("toestemming_tot"),
            organisatie=self._tekst("organisatie") or None,
            kind_akkoord=self._ja("kind_akkoord"),
        )

    def _wrong(self, veld: str, melding: str) -> None:
        """Something is wrong with a column, of which the rest can still be looked at."""
        self.problemen.append(Probleem(melding, veld))

    def _unreadable(self, veld: str, melding: str) -> None:
        """Nothing of a column can be looked at any further."""
        self.onleesbaar.add(veld)
        self._wrong(veld, melding)

    def _empty(self, veld: str, fill_in: str) -> None:
        self._unreadable(veld, f"{hoofdletter(veld)} ontbreekt. {fill_in}")

    def _tekst(self, veld: str) -> str:
        """A text without spaces around it; nothing when the column is empty or absent."""
        waarde = self._waarden.get(veld)
        if waarde is None:
            return ""
        if isinstance(waarde, str | int | float) and not isinstance(waarde, bool):
            return str(waarde).strip()
        self._unreadable(veld, "Dit is geen tekst.")
        return ""

    def _verplicht(self, veld: str) -> str:
        text = self._tekst(veld)
        if not text and veld not in self.onleesbaar:
            self._empty(veld, _LEEG[veld])
        return text

    def _gebied(self) -> str:
        text = self._verplicht("gebied")
        code = normalize_code(text)
        if code is not None and soort_of(code) is GebiedSoort.LAND:
            self._unreadable("gebied", "Een verhaal staat bij een wijk of een gemeente.")
        return code or text

    def _dag(self, veld: str, *, verplicht: bool = False) -> date | None:
        text = self._verplicht(veld) if verplicht else self._tekst(veld)
        if not text:
            return None
        dag = dag_of_niets(text)
        if dag is None:
            self._unreadable(veld, f"{_quoted(text)} is geen dag. Schrijf een dag als 2025-03-14.")
        return dag

    def _ja(self, veld: str) -> bool:
        waarde = self._waarden.get(veld)
        text = ("ja" if waarde else "nee") if isinstance(waarde, bool) else self._tekst(veld).lower()
        if text not in _JA | _NEE:
            self._unreadable(veld, "Schrijf ja of nee.")
        return text in _JA

    def _lijst(self, veld: str, choices: Iterable[str]) -> list[str]:
        """A list: as such in JSON, with `;` between the parts in CSV. There has to be something in it."""
        waarde = self._waarden.get(veld)
        parts = waarde if isinstance(waarde, list) else self._tekst(veld).split(";")
        if not all(isinstance(part, str) for part in parts):
            self._unreadable(veld, "Dit is geen lijst van woorden.")
            return []
        found = [part.strip() for part in parts if part.strip()]
        if not found and veld not in self.onleesbaar:
            self._empty(veld, _choose(choices))
        return found

    def _keuze(self, veld: str, soort: type[Keuze], *, verplicht: bool = False) -> Keuze | None:
        text = self._tekst(veld)
        if text:
            return self._one_of(veld, text, soort)
        if verplicht and veld not in self.onleesbaar:
            self._empty(veld, _choose(soort))
        return None

    def _keuzes(self, veld: str, soort: type[Keuze]) -> tuple[Keuze, ...]:
        return self._known(veld, [self._one_of(veld, text, soort) for text in self._lijst(veld, soort)])

    def _keuze_themas(self) -> tuple[str, ...]:
        """The codes of themas that are given by their code, or by their name as it stands on the screen."""
        return self._known("thema", [self._thema(text) for text in self._lijst("thema", self._themas.values())])

    def _thema(self, text: str) -> str | None:
        codes = {_same(naam): code for code, naam in self._themas.items()} | {
            _same(code): code for code in self._themas
        }
        if _same(text) not in codes:
            self._wrong("thema", f"{_quoted(text)} kan hier niet. {_choose(self._themas.values())}")
        return codes.get(_same(text))

    def _known(self, veld: str, found: Sequence[Waarde | None]) -> tuple[Waarde, ...]:
        known = tuple(it for it in found if it is not None)
        if not known:
            self.onleesbaar.add(veld)
        return known

    def _one_of(self, veld: str, text: str, soort: type[Keuze]) -> Keuze | None:
        with suppress(ValueError):
            return soort(_same(text).replace(" ", "_"))
        self._wrong(veld, f"{_quoted(text)} kan hier niet. {_choose(soort)}")
        return None

    def _koppelingen(self) -> tuple[Koppeling, ...]:
        found = [self._koppeling(part) for part in self._koppeling_delen()]
        return tuple(it for it in found if it is not None)

    def _koppeling_delen(self) -> list[Any]:
        """The links: objects in JSON, also in a cell; else `indicator: verhouding: toelichting` with `;` between."""
        waarde = self._waarden.get("indicatoren")
        if isinstance(waarde, list):
            return waarde
        text = self._tekst("indicatoren")
        if text.startswith("["):
            return _json_list(text)
        names = ("indicator", "verhouding", "toelichting")
        return [dict(zip(names, part.split(":", 2), strict=False)) for part in text.split(";") if part.strip()]

    def _koppeling(self, part: Any) -> Koppeling | None:
        texts = {name: part.get(name) for name in part} if isinstance(part, Mapping) else {}
        indicator, verhouding, toelichting = (texts.get(name) for name in ("indicator", "verhouding", "toelichting"))
        if not isinstance(indicator, str) or not isinstance(verhouding, str) or not isinstance(toelichting, str | None):
            self._wrong("indicatoren", "Schrijf bij elk cijfer: indicator, verhouding en toelichting.")
            return None
        if not verhouding.strip():
            self._wrong("indicatoren", f"Verhouding ontbreekt. {_choose(Verhouding)}")
        soort = self._one_of("indicatoren", verhouding, Verhouding) if verhouding.strip() else None
        return Koppeling(indicator.strip(), soort or Verhouding.LOS, (toelichting or "").strip())


def _choose(choices: Iterable[str]) -> str:
    return f"Kies uit {', '.join(choices)}."


def _quoted(text: str) -> str:
    """What stood in a cell, so that she finds it; a cell in the wrong column may hold a whole verhaal."""
    short = text if len(text) <= _LANGSTE_AANHALING else f"{text[: _LANGSTE_AANHALING - 1]}…"
    return f"“{short}”"


def _same(text: str) -> str:
    """A word however it was typed."""
    return " ".join(text.split()).casefold()


def _json_list(text: str) -> list[Any]:
    with suppress(ValueError, RecursionError):
        content = json.loads(text)
        if isinstance(content, list):
            return content
    return [None]
