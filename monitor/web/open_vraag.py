"""What may be asked of the open figures. Declared once: the check of an address and the OpenAPI document follow it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from monitor.domain.gebied import CODE, GebiedSoort
from monitor.nl import opsomming
from monitor.services import open_cijfers, open_velden
from monitor.services.open_cijfers import OpenBlad
from monitor.services.open_velden import OpenTabel

LIMIT, LIMIT_MAXIMUM = 100, 1_000
OFFSET_MAXIMUM = 1_000_000_000
JSON, CSV = "json", "csv"
_MOST_WORDS = 200
"""So many names an address may give; more is no question."""
_GETAL = re.compile(r"0|[1-9][0-9]{0,18}")
_LONGEST_NAME = 40
_ONE_LINE = r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]+"


@dataclass(frozen=True, slots=True)
class Vraagveld:
    """One thing that an address may ask, with what is right for it."""

    naam: str
    omschrijving: str
    hoogste: int | None = None
    """Given for a whole number."""
    laagste: int = 0
    standaard: int | str | None = None
    keuzes: tuple[str, ...] = ()
    patroon: str | None = None
    voorbeeld: str | None = None
    lengte: int = 100
    vaker: int = 1
    """How often it may be asked; more than once means a list."""
    nodig: bool = False
    """Whether an address without it asks nothing."""

    def schema(self) -> dict[str, Any]:
        """What is right for it, as JSON Schema."""
        if self.vaker > 1:
            return {"type": "array", "items": self._schema_of_one(), "maxItems": self.vaker}
        return self._schema_of_one()

    def read(self, given: Sequence[str]) -> tuple[Any, list[str]]:
        """The value that an address gives, and a sentence for everything that is wrong with it."""
        if not given and self.nodig:
            return None, [f"“{self.naam}” ontbreekt: zeg welke u bedoelt."]
        if not given:
            return (() if self.vaker > 1 else self.standaard), []
        problems = []
        if len(given) > self.vaker:
            often = "één keer" if self.vaker == 1 else f"hoogstens {self.vaker} keer"
            problems.append(f"“{self.naam}” mag {often} in het adres staan.")
        if not all(map(self._is_right, given)):
            problems.append(f"“{self.naam}” {self._rule()}.")
        if problems:
            return None, problems
        values = tuple(int(it) if self.hoogste is not None else it for it in given)
        return (values if self.vaker > 1 else values[0]), []

    def _schema_of_one(self) -> dict[str, Any]:
        if self.hoogste is not None:
            return {
                "type": "integer",
                "minimum": self.laagste,
                "maximum": self.hoogste,
                "default": self.standaard,
            }
        schema: dict[str, Any] = {"type": "string"}
        if self.keuzes:
            schema["enum"] = list(self.keuzes)
        elif self.patroon:
            schema["pattern"] = f"^{self.patroon}$"
        else:
            schema |= {"minLength": 1, "maxLength": self.lengte, "pattern": f"^{_ONE_LINE}$"}
        return schema | ({"default": self.standaard} if self.standaard else {})

    def _is_right(self, text: str) -> bool:
        if self.hoogste is not None:
            return bool(_GETAL.fullmatch(text)) and self.laagste <= int(text) <= self.hoogste
        if self.keuzes:
            return text in self.keuzes
        if self.patroon:
            return bool(re.fullmatch(self.patroon, text))
        return len(text) <= self.lengte and bool(re.fullmatch(_ONE_LINE, text))

    def _rule(self) -> str:
        if self.hoogste is not None:
            return f"moet een heel getal zijn van {self.laagste} tot en met {self.hoogste}"
        if self.keuzes:
            return f"moet een van deze woorden zijn: {opsomming(self.keuzes, 'of')}"
        if self.patroon:
            return f"moet een code zijn zoals {self.voorbeeld}"
        return f"mag niet leeg zijn, hoogstens {self.lengte} tekens lang, en op één regel"


@dataclass(frozen=True, slots=True)
class TabelVraag:
    """One address of the open figures: which table it gives, what may be asked, and who answers."""

    tabel: OpenTabel
    velden: tuple[Vraagveld, ...]
    answer: Callable[..., OpenBlad]
    """Asked with a stand and what was asked by name; `format` is no question to the store."""

    @property
    def path(self) -> str:
        """Where it is."""
        return f"/api/v1/{self.tabel.naam}"

    def read(self, query: str) -> tuple[dict[str, Any], list[str]]:
        """What an address asks, and a sentence for everything that is wrong with it."""
        return read_query(self.velden, query)


def read_query(velden: Sequence[Vraagveld], query: str) -> tuple[dict[str, Any], list[str]]:
    """What an address asks of these, and a sentence for everything that is wrong with it."""
    try:
        words = parse_qsl(query, keep_blank_values=True, max_num_fields=_MOST_WORDS)
    except ValueError:
        return {}, ["Dit adres vraagt te veel tegelijk."]
    given: dict[str, list[str]] = {}
    for name, value in words:
        given.setdefault(name, []).append(value)
    known = {veld.naam: veld for veld in velden}
    problems = [
        f"“{_shortened(name)}” kennen wij hier niet. U kunt vragen met {opsomming(known)}."
        for name in given
        if name not in known
    ]
    asked: dict[str, Any] = {}
    for name, veld in known.items():
        asked[name], wrong = veld.read(given.get(name, ()))
        problems += wrong
    return asked, problems


def address(vraag: TabelVraag, asked: Mapping[str, Any], **changes: int) -> list[tuple[str, str]]:
    """The words of an address that asks the same, with other numbers; what nobody asked is left out."""
    words: list[tuple[str, str]] = []
    for veld in vraag.velden:
        value = changes.get(veld.naam, asked[veld.naam])
        if value in (None, (), veld.standaard):
            continue
        words += [(veld.naam, str(it)) for it in (value if isinstance(value, tuple) else (value,))]
    return words


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"


def _gebied(naam: str, omschrijving: str, **more: Any) -> Vraagveld:
    return Vraagveld(naam, omschrijving, patroon=CODE.pattern, voorbeeld="WK036203", **more)


_BLADEREN = (
    Vraagveld("limit", "Hoeveel rijen u krijgt.", LIMIT_MAXIMUM, laagste=1, standaard=LIMIT),
    Vraagveld("offset", "Hoeveel rijen u overslaat.", OFFSET_MAXIMUM, standaard=0),
    Vraagveld("format", "In welke vorm u het krijgt.", keuzes=(JSON, CSV), standaard=JSON),
)
TABELVRAGEN = (
    TabelVraag(
        open_velden.GEBIEDEN,
        (
            Vraagveld("soort", "Alleen gebieden van deze soort.", keuzes=tuple(it.value for it in GebiedSoort)),
            Vraagveld(
                "gemeente",
                "Alleen deze gemeente, en wat erin ligt.",
                patroon="GM[0-9]{4}",
                voorbeeld="GM0362",
            ),
            *_BLADEREN,
        ),
        open_cijfers.gebieden,
    ),
    TabelVraag(open_velden.INDICATOREN, _BLADEREN, open_cijfers.indicatoren),
    TabelVraag(
        open_velden.METINGEN,
        (
            _gebied("gebied", "Alleen dit gebied; mag vaker.", vaker=50),
            Vraagveld("indicator", "Alleen deze indicator; mag vaker.", vaker=50),
            *_BLADEREN,
        ),
        open_cijfers.metingen,
    ),
)
