"""What can be taken along from the page of one indicator: the figures, and the chart as a picture."""

from collections.abc import Callable

import streamlit as st

from monitor.charts.reeks import plaatje_spec
from monitor.domain.indicatorbeeld import Indicatorbeeld
from monitor.domain.wijkbeeld import ReeksZinnen
from monitor.export.beeld import BeeldSoort, make_beeld
from monitor.nl import opsomming
from monitor.services.indicatorbeeld import metingen_csv
from monitor.services.zinnen import zinnen_for
from monitor.ui import bronnen, queries, themakaart
from monitor.ui.html import tag
from monitor.ui.texts import indicator as texts

_MIME = {BeeldSoort.PNG: "image/png", BeeldSoort.SVG: "image/svg+xml"}


def show(stand: queries.Stand, beeld: Indicatorbeeld) -> None:
    """Buttons to take along what stands here; each file is made when somebody asks for it."""
    if not beeld.bronnen:
        return
    with st.container(key="meenemen", horizontal=True, vertical_alignment="center"):
        st.html(tag("p", texts.BEWAREN, class_="tv meenemen"))
        _csv_button(stand, beeld, texts.CSV, "", voor_excel=False)
        _csv_button(stand, beeld, texts.EXCEL, "-excel", voor_excel=True)
        if beeld.reeks is not None and themakaart.can_be_drawn(beeld.reeks):
            _beeld_button(stand, beeld, texts.PNG, BeeldSoort.PNG)
            _beeld_button(stand, beeld, texts.SVG, BeeldSoort.SVG)


def _csv_button(stand: queries.Stand, beeld: Indicatorbeeld, label: str, suffix: str, *, voor_excel: bool) -> None:
    st.download_button(
        label,
        lambda: metingen_csv(stand[0], beeld, voor_excel=voor_excel),
        file_name=f"{_name_of_figures(beeld)}{suffix}.csv",
        mime="text/csv",
        key=f"csv{suffix}",
        on_click="ignore",
    )


def _beeld_button(stand: queries.Stand, beeld: Indicatorbeeld, label: str, soort: BeeldSoort) -> None:
    st.download_button(
        label,
        _drawing(stand, beeld, soort),
        file_name=f"{_name(beeld)}.{soort.value}",
        mime=_MIME[soort],
        key=soort.value,
        on_click="ignore",
    )


def _drawing(stand: queries.Stand, beeld: Indicatorbeeld, soort: BeeldSoort) -> Callable[[], bytes]:
    return lambda: _drawn(stand, beeld, soort)


@queries.kept(16)
def _drawn(_stand: queries.Stand, beeld: Indicatorbeeld, soort: BeeldSoort) -> bytes:
    if beeld.reeks is None or beeld.plaats is None:
        return b""
    words = zinnen_for(beeld.reeks)
    spec = plaatje_spec(beeld.reeks, beeld.plaats.naam, _lines(beeld, words), words.alt)
    return make_beeld(spec, soort)


def _lines(beeld: Indicatorbeeld, words: ReeksZinnen) -> list[str]:
    """What goes with the picture wherever it goes: what may be said of it, its evidence and its source."""
    names = opsomming(bronnen.named(beeld.bronnen))
    lines = [f"{words.waarde}. {words.trend}" if words.trend else words.waarde, words.toelichting or ""]
    lines += [words.nulmeting or "", (themakaart.happened(beeld.reeks) if beeld.reeks else None) or ""]
    lines.append(texts.BRONNEN_PLAATJE.format(bronnen=names) if names else texts.ZONDER_BRON)
    lines += [texts.VOORBEELD_PLAATJE] if beeld.voorbeeld else []
    return [it for it in lines if it]


def _name_of_figures(beeld: Indicatorbeeld) -> str:
    """The name of a file with figures: beside those of the wijk it holds the gemeente and the wijken beside it."""
    return f"{beeld.indicator.code}-{beeld.gemeente.code}" if beeld.gemeente else beeld.indicator.code


def _name(beeld: Indicatorbeeld) -> str:
    """The name of a file: the codes of what is in it."""
    return f"{beeld.indicator.code}-{beeld.plaats.code}" if beeld.plaats else beeld.indicator.code
