"""Lesson cards on paper: what was learned, without any verhaal, to share with other gemeenten."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from monitor.domain.gebied import Gebied
from monitor.domain.leren import Niveau
from monitor.export import teksten
from monitor.export.pdf import make_pdf
from monitor.nl import format_datum
from monitor.services.bottlenecks import Leskaart

_SOORTEN = (None, Niveau.PATROON, Niveau.BOTTLENECK)
"""What was tried in an activiteit first: others can begin with that. None: the lesson of an activiteit."""


@dataclass(frozen=True, slots=True)
class Leskaartenblad:
    """The lesson cards of one gemeente, and what a reader elsewhere must know of them."""

    gemeente: Gebied
    kaarten: Sequence[Leskaart]
    op: date
    voorbeeld: bool = False


def leskaartenblad(blad: Leskaartenblad) -> bytes:
    """The lesson cards as a PDF, per kind and the newest first; as many pages as it takes."""
    return make_pdf("leskaarten", _data(blad))


def _data(blad: Leskaartenblad) -> Mapping[str, Any]:
    return {
        "titel": teksten.LESKAARTEN_TITEL.format(gemeente=blad.gemeente.naam),
        "uitleg": teksten.LESKAARTEN_UITLEG,
        "leeg": "" if blad.kaarten else teksten.LESKAARTEN_LEEG,
        "delen": list(_delen(blad.kaarten)),
        "voet": teksten.LESKAARTEN_STAND.format(dag=format_datum(blad.op)),
        "voorbeeld": teksten.LESKAARTEN_VOORBEELD if blad.voorbeeld else "",
        "vervangen_tekst": teksten.VERVANGEN,
    }


def _delen(kaarten: Sequence[Leskaart]) -> Iterable[Mapping[str, Any]]:
    for soort in _SOORTEN:
        found = [_kaart(it) for it in kaarten if it.soort is soort]
        if found:
            yield {"kop": teksten.LESKAARTEN_KOP[soort], "kaarten": found}


def _kaart(it: Leskaart) -> Mapping[str, str]:
    return {
        "waar": teksten.LESKAART_WAAR.format(waar=it.gebied.naam, dag=format_datum(it.dag)),
        "kop": it.onderwerp or "",
        "tekst": it.tekst,
        "geprobeerd": teksten.LESKAART_GEPROBEERD if it.geprobeerd else "",
        "geprobeerd_tekst": it.geprobeerd or "",
        "stand": teksten.LESKAART_STAND.format(stand=it.stand),
    }
