"""A row of a file read as a verhaal: each column as what it should be, and everything that is wrong with it at once."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
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
from monitor.errors import OngeldigeInvoer, Probleem
from monitor.nl import parse_periode
from monitor.services.invoer import at_row, onbewaarbaar
from monitor.services.verhalen import NieuwVerhaal
from monitor.sources.verhaalrijen import VerhaalRij

Keuze = TypeVar("Keuze", bound=StrEnum)

VERPLICHT = ("titel", "tekst", "gebied", "datum", "thema", "perspectief", "gevoel", "gebruik", "opgetekend_door")
"""Columns that a file has to have."""
BEKEND = frozenset(
    {
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
    }
)
"""All columns that are read."""
_JA, _NEE = frozenset({"ja", "true", "1"}), frozenset({"nee", "false", "0", ""})
_DAG_LENGTE = len("2025-03-14")
_TOESTEMMING = "toestemming"


def read_verhaal(rij: VerhaalRij) -> NieuwVerhaal:
    """The verhaal in a row. Raises OngeldigeInvoer with every problem, each with its column and row."""
    if rij.problemen:
        raise OngeldigeInvoer(rij.problemen)
    reader = _Reader(rij.waarden)
    problemen = list(_unkeepable(rij.waarden))
    nieuw = None if problemen else reader.verhaal()
    problemen += reader.problemen
    if problemen or nieuw is None:
        raise OngeldigeInvoer(at_row(rij.rij, problemen))
    return nieuw


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

    def __init__(self, waarden: Mapping[str, Any]) -> None:
        self._waarden = waarden
        self.problemen: list[Probleem] = []

    def verhaal(self) -> NieuwVerhaal | None:
        """The verhaal, or None when something is wrong with a column."""
        gevoel = self._keuze("gevoel", Gevoel, verplicht=True)
        datum = self._dag("datum", verplicht=True)
        leeftijdsgroep = self._keuze("leeftijdsgroep", Leeftijdsgroep)
        door = self._keuze("toestemming_door", ToestemmingDoor)
        nieuw = NieuwVerhaal(
            titel=self._tekst("titel"),
            tekst=self._tekst("tekst"),
            gebied=self._gebied(),
            verteld_op=datum or date.min,
            themas=tuple(self._lijst("thema")),
            perspectieven=self._keuzes("perspectief", Perspectief),
            gevoel=gevoel or Gevoel.ANDERS,
            gebruik=self._keuzes("gebruik", Gebruik),
            opgetekend_door=self._tekst("opgetekend_door"),
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
        return None if self.problemen else nieuw

    def _wrong(self, veld: str, melding: str) -> None:
        self.problemen.append(Probleem(melding, veld))

    def _tekst(self, veld: str) -> str:
        """A text without spaces around it; nothing when the column is empty or absent."""
        waarde = self._waarden.get(veld)
        if waarde is None:
            return ""
        if isinstance(waarde, str | int | float) and not isinstance(waarde, bool):
            return str(waarde).strip()
        self._wrong(veld, "Dit is geen tekst.")
        return ""

    def _gebied(self) -> str:
        text = self._tekst("gebied")
        code = normalize_code(text)
        if code is not None and soort_of(code) is GebiedSoort.LAND:
            self._wrong("gebied", "Een verhaal staat bij een wijk of een gemeente.")
        return code or text

    def _dag(self, veld: str, *, verplicht: bool = False) -> date | None:
        text = self._tekst(veld)
        if not text:
            if verplicht:
                self._wrong(veld, "Zeg op welke dag het verteld is, zoals 2025-03-14.")
            return None
        with suppress(OngeldigeInvoer):
            periode, dag = parse_periode(text)
            if len(periode) == _DAG_LENGTE:
                return dag
        self._wrong(veld, f"“{text}” is geen dag. Schrijf een dag als 2025-03-14.")
        return None

    def _ja(self, veld: str) -> bool:
        waarde = self._waarden.get(veld)
        text = ("ja" if waarde else "nee") if isinstance(waarde, bool) else self._tekst(veld).lower()
        if text not in _JA | _NEE:
            self._wrong(veld, "Schrijf ja of nee.")
        return text in _JA

    def _lijst(self, veld: str) -> list[str]:
        """A list: as such in JSON, with `;` between the parts in CSV."""
        waarde = self._waarden.get(veld)
        parts = waarde if isinstance(waarde, list) else self._tekst(veld).split(";")
        if not all(isinstance(part, str) for part in parts):
            self._wrong(veld, "Dit is geen lijst van woorden.")
            return []
        return [part.strip() for part in parts if part.strip()]

    def _keuze(self, veld: str, soort: type[Keuze], *, verplicht: bool = False) -> Keuze | None:
        text = self._tekst(veld)
        if not text and not verplicht:
            return None
        return self._one_of(veld, text, soort)

    def _keuzes(self, veld: str, soort: type[Keuze]) -> tuple[Keuze, ...]:
        found = [self._one_of(veld, text, soort) for text in self._lijst(veld)]
        return tuple(it for it in found if it is not None)

    def _one_of(self, veld: str, text: str, soort: type[Keuze]) -> Keuze | None:
        with suppress(ValueError):
            return soort(text.strip().lower().replace(" ", "_"))
        known = ", ".join(member.value for member in soort)
        self._wrong(veld, f"“{text}” kan hier niet. Kies uit: {known}.")
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
        soort = self._one_of("indicatoren", verhouding, Verhouding)
        return None if soort is None else Koppeling(indicator.strip(), soort, (toelichting or "").strip())


def _json_list(text: str) -> list[Any]:
    with suppress(ValueError, RecursionError):
        content = json.loads(text)
        if isinstance(content, list):
            return content
    return [None]
