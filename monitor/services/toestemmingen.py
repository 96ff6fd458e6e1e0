"""What a teller allows, per use: every change is a new line, and the newest line of a use counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from monitor.domain.mijn_verhaal import Leesrecht, MijnVerhaal
from monitor.domain.verhaal import Gebruik, ToestemmingDoor, ToestemmingVorm
from monitor.errors import Probleem
from monitor.services.invoer import new_id
from monitor.store.rijen import Rij

_NOOIT_OPENBAAR = "Een verhaal van iemand onder de 16 jaar mag nooit openbaar zijn."
_MET_OUDER = (
    "Bij iemand onder de 16 jaar moet ook een ouder of voogd goedvinden dat meer mensen het lezen. "
    "Dat kan niet met de code alleen. Bel ons."
)


@dataclass(frozen=True, slots=True)
class Leeswens:
    """What the teller wants for one use, from now on."""

    gebruik: Gebruik
    gegeven: bool
    tot: date | None = None
    """Last day; None: until she takes it back."""


def after_years(day: date, years: int) -> date:
    """The same day so many years later; of 29 February the day before it."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def changed_wensen(leesrechten: Mapping[Gebruik, Leesrecht], wensen: Iterable[Leeswens]) -> tuple[Leeswens, ...]:
    """The wishes that differ from what holds."""
    return tuple(wens for wens in wensen if _said(leesrechten.get(wens.gebruik)) != (wens.gegeven, _end(wens)))


def problemen_of(verhaal: MijnVerhaal, wensen: Sequence[Leeswens], today: date) -> list[Probleem]:
    """Everything that is wrong with what the teller wants."""
    given = [wens for wens in wensen if wens.gegeven]
    problemen = [
        Probleem("Deze laatste dag is al voorbij. Kies een dag die nog komt.", "tot")
        for wens in given
        if wens.tot is not None and wens.tot < today
    ][:1]
    if not verhaal.onder_16:
        return problemen
    if any(wens.gebruik is Gebruik.OPENBAAR for wens in given):
        problemen.append(Probleem(_NOOIT_OPENBAAR, "gebruik"))
    elif any(widens(verhaal.leesrechten.get(wens.gebruik), wens, today) for wens in wensen):
        problemen.append(Probleem(_MET_OUDER, "gebruik"))
    return problemen


def widens(before: Leesrecht | None, wens: Leeswens, today: date) -> bool:
    """Whether a wish lets more be read, or longer, than what holds today."""
    if not wens.gegeven:
        return False
    if before is None or not before.holds(today):
        return True
    return before.tot is not None and (wens.tot is None or wens.tot > before.tot)


def toestemming_rijen(verhaal: MijnVerhaal, wensen: Sequence[Leeswens], door: str, now: datetime) -> list[Rij]:
    """New lines of permission by the teller herself, later than any that there are."""
    newest = max((it.op for it in verhaal.toestemmingen), default=now)
    op = max(now, newest + timedelta(microseconds=1))
    return [
        {
            "id": new_id(),
            "verhaal": verhaal.id,
            "gebruik": wens.gebruik.value,
            "gegeven": wens.gegeven,
            "vorm": ToestemmingVorm.DIGITAAL.value,
            "door": ToestemmingDoor.VERTELLER.value,
            "op": op,
            "einddatum": _end(wens),
            "vastgelegd_door": door,
        }
        for wens in wensen
    ]


def _said(leesrecht: Leesrecht | None) -> tuple[bool, date | None]:
    if leesrecht is None or not leesrecht.gegeven:
        return False, None
    return True, leesrecht.tot


def _end(wens: Leeswens) -> date | None:
    return wens.tot if wens.gegeven else None
