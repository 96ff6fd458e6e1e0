"""The charts of a stuk for the raad: as on the screen, on white, and as wide as a page."""

from collections import defaultdict
from collections.abc import Iterable

from monitor.charts.reeks import Spec, reeks_spec
from monitor.charts.theme import LIGHT
from monitor.domain.meting import Meting
from monitor.services.stukzinnen import Stukcijfer

_WIDTH, _HEIGHT, _LETTERS = 620, 180, 70


def stuk_specs(cijfers: Iterable[Stukcijfer]) -> list[Spec]:
    """The Vega-Lite specification of each figure. One indicator has the same values on its axis in every wijk."""
    asked = tuple(cijfers)
    of_indicator: dict[str, list[Meting]] = defaultdict(list)
    for it in asked:
        of_indicator[it.reeks.indicator.code] += [*it.reeks.metingen, *it.reeks.gemeente]
    return [
        reeks_spec(
            it.reeks,
            wijk=it.plaats.naam,
            palette=LIGHT,
            letters=_LETTERS,
            ernaast=of_indicator[it.reeks.indicator.code],
        )
        | {"width": _WIDTH, "height": _HEIGHT}
        for it in asked
    ]
