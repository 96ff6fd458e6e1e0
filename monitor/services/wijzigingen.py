"""What an inlezing changed, in numbers and in words: the change log that a beheerder reads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyarrow as pa

from monitor.errors import Probleem
from monitor.nl import format_getal, meervoud, opsomming
from monitor.sources.bestand import IndicatorInfo
from monitor.sources.tabel import limited
from monitor.store.inlezing_store import Telling, Verandering

_GENOEMD = 5


@dataclass(frozen=True, slots=True)
class Wijzigingen:
    """What reading one or more files changed, or with a dry run would change."""

    nieuw: int = 0
    gewijzigd: int = 0
    verdwenen: int = 0
    geweigerd: tuple[Probleem, ...] = ()
    indicatoren_nieuw: tuple[str, ...] = ()
    gebieden_nieuw: int = 0
    grenswijzigingen: int = 0
    regels: tuple[str, ...] = ()
    """The change log in words, one sentence per line."""
    veranderd: bool = False
    """Whether the store is another than before."""


def together(results: Sequence[Wijzigingen]) -> Wijzigingen:
    """What several files changed, one after the other."""
    return Wijzigingen(
        nieuw=sum(result.nieuw for result in results),
        gewijzigd=sum(result.gewijzigd for result in results),
        verdwenen=sum(result.verdwenen for result in results),
        geweigerd=tuple(probleem for result in results for probleem in result.geweigerd),
        indicatoren_nieuw=tuple(dict.fromkeys(naam for result in results for naam in result.indicatoren_nieuw)),
        gebieden_nieuw=sum(result.gebieden_nieuw for result in results),
        grenswijzigingen=sum(result.grenswijzigingen for result in results),
        regels=tuple(regel for result in results for regel in result.regels),
        veranderd=any(result.veranderd for result in results),
    )


def gebied_regels(nieuw: int, anders: int, versies: int, vormen: int) -> list[str]:
    """Gebieden that came, that got another name or year, and shapes."""
    regels = []
    if nieuw:
        regels.append(f"{meervoud(nieuw, 'gebied', 'gebieden')} erbij.")
    if not nieuw and (anders or versies):
        regels.append(f"Van {meervoud(max(anders, versies), 'gebied', 'gebieden')} is de naam of het jaar aangevuld.")
    if vormen:
        regels.append(f"De grens van {meervoud(vormen, 'gebied', 'gebieden')} is nieuw of anders.")
    return regels


def indicator_regels(nieuw: Sequence[IndicatorInfo], versies: Sequence[IndicatorInfo]) -> list[str]:
    """Indicators that came, and those that are described otherwise."""
    regels = []
    if nieuw:
        regels.append(
            f"{meervoud(len(nieuw), 'indicator', 'indicatoren')} erbij: {_some(info.naam for info in nieuw)}."
        )
    if versies:
        regels.append(f"Anders omschreven: {_some(info.naam for info in versies)}.")
    return regels


def meting_regels(telling: Telling, metingen: pa.Table) -> list[str]:
    """How many metingen came, changed and vanished."""
    regels = []
    if telling.nieuw:
        without = metingen["waarde"].null_count if telling.nieuw == metingen.num_rows else None
        waarvan = f", waarvan {format_getal(without)} zonder waarde (met de reden erbij)" if without else ""
        regels.append(f"{meervoud(telling.nieuw, 'cijfer', 'cijfers')} erbij{waarvan}.")
    if telling.gewijzigd:
        regels.append(f"{meervoud(telling.gewijzigd, 'cijfer', 'cijfers')} gewijzigd.")
    if telling.verdwenen:
        regels.append(f"{meervoud(telling.verdwenen, 'cijfer', 'cijfers')} verdwenen: de bron geeft ze niet meer.")
    return regels


def verander_regels(veranderingen: Sequence[Verandering]) -> list[str]:
    """Per indicator one example of what changed or vanished."""
    return [
        f"{een.indicator}: {format_getal(een.aantal)} {'verdwenen' if een.verdwenen else 'gewijzigd'}, bijvoorbeeld "
        f"{een.gebied} in {een.periode}: {_value(een.oud, een.oude_reden, een.decimalen)} → "
        f"{_value(een.nieuw, een.nieuwe_reden, een.decimalen)}."
        for een in veranderingen
    ]


def _value(waarde: float | None, reden: str | None, decimalen: int) -> str:
    return format_getal(waarde, decimalen) if waarde is not None else (reden or "onbekend").replace("_", " ")


def breuk_regels(grenzen: int, breuken: int) -> list[str]:
    """Boundaries and series that broke."""
    regels = []
    if grenzen:
        regels.append(f"Van {meervoud(grenzen, 'gebied', 'gebieden')} is de grens of de code veranderd.")
    if breuken:
        regels.append(
            f"{meervoud(breuken, 'breuk', 'breuken')} erbij: cijfers ervoor en erna zijn niet te vergelijken."
        )
    return regels


def geweigerd_regels(geweigerd: Sequence[Probleem]) -> list[str]:
    """Rows that were left out, each with its reason."""
    if not geweigerd:
        return []
    return [f"{meervoud(len(geweigerd), 'rij', 'rijen')} geweigerd:", *map(str, limited(geweigerd))]


def _some(names: Iterable[str]) -> str:
    names = list(names)
    more = len(names) - _GENOEMD
    return opsomming([*names[:_GENOEMD], f"nog {format_getal(more)}"] if more > 0 else names)
