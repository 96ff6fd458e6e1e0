"""How an indicator goes on in one wijk: which step can follow which, and what a step needs.

An indicator is valid where it was made (rule 3), so each wijk takes its own steps with it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from monitor.domain.indicator import Draagvlak, Indicator, IndicatorStatus, Rol, StemRol
from monitor.domain.regels import Oordeel, mag_gedragen, newest_draagvlak
from monitor.errors import Probleem
from monitor.nl import format_datum, today_amsterdam

_S = IndicatorStatus
VOLGT: Mapping[IndicatorStatus | None, frozenset[IndicatorStatus]] = {
    None: frozenset({_S.IN_GESPREK}),
    _S.VOORSTEL: frozenset({_S.IN_GESPREK, _S.VERVALLEN}),
    _S.IN_GESPREK: frozenset({_S.GEDRAGEN, _S.VERVALLEN}),
    _S.GEDRAGEN: frozenset({_S.IN_GEBRUIK, _S.IN_GESPREK, _S.VERVALLEN}),
    _S.IN_GEBRUIK: frozenset({_S.GEDRAGEN, _S.IN_GESPREK, _S.VERVALLEN}),
    _S.VERVALLEN: frozenset({_S.IN_GESPREK}),
}
"""Which steps can follow; None is a wijk that never talked about this indicator."""
VERDIEND = frozenset({_S.GEDRAGEN, _S.IN_GEBRUIK})
"""What an indicator is only with the support of bewoners and professionals."""
_VOORUIT = {
    (None, _S.IN_GESPREK),
    (_S.VOORSTEL, _S.IN_GESPREK),
    (_S.IN_GESPREK, _S.GEDRAGEN),
    (_S.GEDRAGEN, _S.IN_GEBRUIK),
}
ROL_MET_STEUN = frozenset({Rol.KERN, Rol.AANVULLEND})
"""What a wijk watches; *ontwikkel* is what it wants to learn to measure, and needs no support yet."""
ANDERE_BETEKENIS = "Wat dit cijfer telt, is veranderd."
"""The reason of a step that changes nothing but this: support from before it was for something else."""


@dataclass(frozen=True, slots=True)
class Stap:
    """A step of an indicator, with the reason where one was given."""

    status: IndicatorStatus
    op: datetime
    reden: str | None = None


@dataclass(frozen=True, slots=True)
class AdoptieStand:
    """What an indicator is or was for a wijk; `tot` is empty while it still is."""

    id: str
    rol: Rol
    van: date
    tot: date | None = None
    reden: str | None = None


@dataclass(frozen=True, slots=True)
class Werk:
    """An activiteit or initiatief of a wijk, or of its whole gemeente."""

    soort: str
    """"activiteit" or "initiatief"."""
    id: str
    naam: str
    loopt: bool
    """Whether it goes on now."""


def status_in(
    eigen: Sequence[Stap],
    overal: Sequence[Stap],
    adopties: Sequence[AdoptieStand],
    *,
    gedragen: bool,
    loopt: bool,
) -> IndicatorStatus | None:
    """Where an indicator stands in a wijk; None: the wijk never talked about it.

    What the wijk itself did with it counts. Where it took no step of its own, an indicator stands as it does
    everywhere, as long as the wijk watches it, and no further than was earned here: whether bewoners and professionals
    of this wijk carry it, and whether anything that goes on here works on it.
    """
    if eigen:
        return max(eigen, key=lambda stap: stap.op).status
    if not adopties:
        return None
    if all(it.tot is not None for it in adopties):
        return IndicatorStatus.VERVALLEN
    status = max(overal, key=lambda stap: stap.op).status if overal else IndicatorStatus.VOORSTEL
    if status in VERDIEND and not gedragen:
        return IndicatorStatus.IN_GESPREK
    used = loopt and let_erop(adopties)
    return IndicatorStatus.GEDRAGEN if status is IndicatorStatus.IN_GEBRUIK and not used else status


def let_erop(adopties: Iterable[AdoptieStand]) -> bool:
    """Whether a wijk watches an indicator now: without that it is in use nowhere."""
    return any(it.tot is None and it.rol in ROL_MET_STEUN for it in adopties)


def gedragen_hier(
    indicator: Indicator,
    draagvlak: Iterable[Draagvlak],
    eigen: Iterable[Stap],
    adopties: Iterable[AdoptieStand] = (),
) -> Oordeel:
    """Whether bewoners and professionals of a wijk carry an indicator, with what must be said openly.

    Support for what it counted before stays to be read as such. What is not carried any more is let go by nobody but
    the wijk.
    """
    stemmen = tuple(draagvlak)
    oordeel = mag_gedragen(indicator, stemmen)
    since = verouderd_sinds(stemmen, eigen)
    if oordeel and since is not None:
        zin = f"Dat was voor {format_datum(since)}: toen veranderde wat dit cijfer telt. Vraag het opnieuw."
        return Oordeel(True, f"{oordeel.zin} {zin}")
    if not oordeel and let_erop(adopties):
        return Oordeel(False, f"{oordeel.zin} De wijk let er nog op, en beslist of dat zo blijft.")
    return oordeel


def verouderd_sinds(draagvlak: Iterable[Draagvlak], eigen: Iterable[Stap]) -> date | None:
    """Since when the support of bewoners or professionals is for something else than is counted now; None: it is not.

    What was counted on the day itself is for what is counted now.
    """
    changed = [today_amsterdam(stap.op) for stap in eigen if stap.reden == ANDERE_BETEKENIS]
    newest = newest_draagvlak(draagvlak)
    said = [newest[rol].op for rol in (StemRol.BEWONER, StemRol.PROFESSIONAL) if rol in newest]
    return max(changed) if changed and said and min(said) < max(changed) else None


def stap_problemen(
    van: IndicatorStatus | None, naar: IndicatorStatus, *, reden: str | None, verdiend: Oordeel
) -> list[Probleem]:
    """Everything that is wrong with a step; `verdiend` says whether what it claims was earned."""
    if naar not in VOLGT[van]:
        return [Probleem(_why_not(van, naar), "status")]
    problemen = []
    if naar in VERDIEND and not verdiend:
        problemen.append(Probleem(verdiend.zin, "status"))
    if (van, naar) not in _VOORUIT and not (reden or "").strip():
        problemen.append(Probleem("Schrijf op waarom.", "reden"))
    return problemen


def _why_not(van: IndicatorStatus | None, naar: IndicatorStatus) -> str:
    if van is naar:
        return "Zo staat het er al voor."
    if van is None:
        return "Over dit cijfer is in deze wijk nog niet gepraat. Breng het eerst in gesprek."
    if van is IndicatorStatus.VERVALLEN:
        return "De wijk let niet meer op dit cijfer. Breng het eerst weer in gesprek."
    if naar is IndicatorStatus.IN_GEBRUIK:
        return "Een cijfer is pas in gebruik als bewoners en professionals het steunen. Tel eerst die steun."
    return "Praat er eerst samen over. Breng het in gesprek."


def weggehaald_zin(op: date, waarom: str = "") -> str:
    """What stands in the place of words that were taken away."""
    return f"{WEGGEHAALD}{format_datum(op)}{f', {waarom}' if waarom else ''}."


def is_weggehaald(tekst: str | None) -> bool:
    """Whether words were taken away, and this says so."""
    return (tekst or "").startswith(WEGGEHAALD)


WEGGEHAALD = "Weggehaald op "
"""How a sentence begins that stands in the place of words that were taken away."""


def landelijk_problemen(indicator: Indicator) -> list[Probleem]:
    """A problem when an indicator is a national figure: that is context, and nobody's choice (rule 2)."""
    if not indicator.landelijk:
        return []
    return [Probleem("Dit is een landelijk cijfer. Het is achtergrond: daar kiest een wijk niet voor.", "indicator")]


def is_andere_betekenis(oud: Mapping[str, object], nieuw: Mapping[str, object]) -> bool:
    """Whether figures of two versions cannot stand in one line: what is counted changed, not only its name."""
    return any((oud.get(veld) or None) != (nieuw.get(veld) or None) for veld in BETEKENIS)


BETEKENIS = ("definitie", "technische_definitie", "eenheid", "populatie", "noemer", "bewijssoort")
"""The fields of a version that say what is counted: when one changes, the line breaks."""
