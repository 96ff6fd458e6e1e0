"""The charts of a stuk for the raad: as on the screen, on white, and as wide as a page."""

from collections.abc import Iterable

from monitor.charts.reeks import Spec, reeks_spec
from monitor.charts.theme import LIGHT
from monitor.services.stukzinnen import Stukcijfer

_WIDTH, _HEIGHT, _LETTERS = 620, 180, 70


def stuk_specs(cijfers: Iterable[Stukcijfer]) -> list[Spec]:
    """The Vega-Lite specification of each figure."""
    return [
        reeks_spec(it.reeks, wijk=it.plaats.naam, palette=LIGHT, letters=_LETTERS)
        | {"width": _WIDTH, "height": _HEIGHT}
        for it in cijfers
    ]
