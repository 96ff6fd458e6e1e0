"""The figures of a reeks in a table, so that nobody needs the chart to read them."""

from monitor.domain.meting import Meting, MetingStatus, Reeks
from monitor.nl import format_getal, format_periode, per_periode
from monitor.services import woorden
from monitor.services.waarden import decimals_shown
from monitor.ui import texts
from monitor.ui.html import Html, tag
from monitor.ui.texts import indicator as cijfertexts


def table(reeks: Reeks, *, hier: str = texts.KOLOM_HIER) -> Html:
    """A reeks as a table, with the gemeente beside it where it has one; `hier` stands above its own figures."""
    decimalen = decimals_shown(reeks.indicator)
    gemeente = {meting.periode: meting for meting in reeks.gemeente}
    interval = any(meting.ondergrens is not None for meting in reeks.metingen)
    columns = [texts.KOLOM_PERIODE, hier]
    columns += [texts.KOLOM_TUSSEN] if interval else []
    columns += [texts.KOLOM_GEMEENTE] if gemeente else []
    per, rows = per_periode(it.periode for it in reeks.metingen), []
    for meting in reeks.metingen:
        cells = [tag("th", _when(meting, reeks), scope="row"), tag("td", cell(meting, decimalen))]
        cells += [tag("td", between(meting, decimalen))] if interval else []
        cells += [tag("td", cell(gemeente.get(meting.periode), decimalen))] if gemeente else []
        rows.append(tag("tr", *cells))
    return tag(
        "div",
        tag(
            "table",
            tag("caption", texts.TABEL_NAAM.format(naam=reeks.indicator.naam, per=per)),
            tag("thead", tag("tr", *(tag("th", it, scope="col") for it in columns))),
            tag("tbody", *rows),
            class_="reeks",
        ),
        class_="schuif",
    )


def _when(meting: Meting, reeks: Reeks) -> str:
    periode = format_periode(meting.periode)
    return cijfertexts.NULMETING_CEL.format(periode=periode) if reeks.is_nulmeting(meting) else periode


def cell(meting: Meting | None, decimalen: int) -> str:
    """A meting in a cell: its value with its status, or why there is none."""
    if meting is None:
        return texts.GEEN_WAARDE
    if meting.waarde is None:
        return woorden.ONTBREEKT[meting.ontbreekt_reden] if meting.ontbreekt_reden else texts.GEEN_WAARDE
    status = "" if meting.status is MetingStatus.DEFINITIEF else f" ({woorden.METING_STATUS[meting.status]})"
    return f"{format_getal(meting.waarde, decimalen)}{status}"


def between(meting: Meting, decimalen: int) -> str:
    """The interval of a meting in a cell."""
    if meting.ondergrens is None or meting.bovengrens is None:
        return texts.GEEN_WAARDE
    low, high = (format_getal(value, decimalen) for value in (meting.ondergrens, meting.bovengrens))
    return texts.TUSSEN.format(laag=low, hoog=high)
