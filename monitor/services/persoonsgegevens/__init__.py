"""Finding what leads to a person in a Dutch text, and putting something else there.

A help for the one who reads along, never a promise: a text without finds can still lead to somebody.
"""

import re
from collections.abc import Iterable, Iterator

from monitor.domain.persoonsgegeven import Bekend, Vondst
from monitor.services.persoonsgegevens.adressen import find_adressen
from monitor.services.persoonsgegevens.bekend import bekend_uit
from monitor.services.persoonsgegevens.datums import find_datums
from monitor.services.persoonsgegevens.instellingen import find_instellingen
from monitor.services.persoonsgegevens.namen import find_namen
from monitor.services.persoonsgegevens.nummers import find_nummers
from monitor.services.persoonsgegevens.relaties import find_relaties
from monitor.services.persoonsgegevens.webadressen import find_webadressen
from monitor.services.persoonsgegevens.woorden import split_woorden
from monitor.sources.namenlijsten import load_namenlijsten

__all__ = ["bekend_uit", "find", "replace_all", "replace_vondst"]

_NIETS = Bekend()
_INGEVULD = re.compile(r"\[[^\[\]\n]{1,40}\]")


def find(tekst: str, bekend: Bekend = _NIETS) -> tuple[Vondst, ...]:
    """Everything that leads to a person, in order and not overlapping; a direct find wins over a gentle one."""
    return _without_overlap(_find_all(tekst, bekend), len(tekst))


def _find_all(tekst: str, bekend: Bekend) -> Iterator[Vondst]:
    """All finds, the surest kind first."""
    yield from find_webadressen(tekst)
    yield from find_nummers(tekst)
    yield from find_datums(tekst)
    lijsten, woorden = load_namenlijsten(), split_woorden(tekst)
    yield from find_adressen(tekst, woorden, lijsten)
    yield from find_instellingen(tekst, woorden, lijsten, bekend)
    yield from find_namen(tekst, woorden, lijsten, bekend)
    # "[mijn buurvrouw]" was put there instead of somebody.
    ingevuld = [match.span() for match in _INGEVULD.finditer(tekst)]
    yield from (it for it in find_relaties(tekst) if not any(a < it.begin and it.eind < b for a, b in ingevuld))


def _without_overlap(vondsten: Iterable[Vondst], length: int) -> tuple[Vondst, ...]:
    """The finds that don't touch an earlier one: who comes first, stays."""
    taken = bytearray(length)
    kept: list[Vondst] = []
    for vondst in vondsten:
        if vondst.begin < vondst.eind and not any(taken[vondst.begin : vondst.eind]):
            taken[vondst.begin : vondst.eind] = b"\x01" * (vondst.eind - vondst.begin)
            kept.append(vondst)
    return tuple(sorted(kept, key=lambda vondst: vondst.begin))


def replace_vondst(tekst: str, vondst: Vondst, door: str | None = None) -> str:
    """The text with something else on the place of one find; what is proposed, unless `door` says otherwise."""
    return tekst[: vondst.begin] + (vondst.voorstel if door is None else door) + tekst[vondst.eind :]


def replace_all(tekst: str, vondsten: Iterable[Vondst]) -> str:
    """The text with every direct find replaced by what is proposed."""
    direct = [vondst for vondst in vondsten if vondst.direct]
    for vondst in sorted(direct, key=lambda vondst: vondst.begin, reverse=True):
        tekst = replace_vondst(tekst, vondst)
    return tekst
