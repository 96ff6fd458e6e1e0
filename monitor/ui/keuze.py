"""Choosing a gemeente or a wijk; the choice goes into the address."""

from collections.abc import Sequence

import streamlit as st

from monitor.domain.gebied import Gebied, GebiedSoort, normalize_code, ouder_of, soort_of
from monitor.domain.wijkbeeld import Gemeentebeeld
from monitor.ui import queries, texts
from monitor.ui.errors import show_message
from monitor.ui.html import Html, tag

MOST_LINKS = 40
"""Up to this many wijken stand as links to choose from, beside the box to type in."""


def choose_wijk(label: str, wijken: Sequence[Gebied], chosen: str | None = None) -> None:
    """A box with the wijken of one gemeente; another choice changes the address and shows that wijk."""
    code = _box(label, wijken, "wijk", chosen)
    if code is not None and code != chosen:
        st.switch_page("pages/wijk.py", query_params={"wijk": code})


def choose_gemeente(label: str, gemeenten: Sequence[Gebied], chosen: str | None = None) -> str | None:
    """A box with the gemeenten; gives the code of the choice. Where there is one gemeente there is nothing to ask."""
    if len(gemeenten) == 1:
        return gemeenten[0].code
    return _box(label, gemeenten, "gemeente", chosen)


def choose_gemeente_page(gemeenten: Sequence[Gebied]) -> None:
    """A box with the gemeenten; the choice goes into the address of the gemeente page."""
    code = _box(texts.KIES_GEMEENTE, gemeenten, "gemeente", None)
    if code is not None:
        st.switch_page("pages/gemeente.py", query_params={"gemeente": code})


def ask_wijk(stand: queries.Stand) -> None:
    """Which wijk? First the gemeente, where there are several; then the wijk, in a box and as links."""
    gemeenten = queries.gemeenten(stand)
    if not gemeenten:
        show_message(texts.LEGE_OPSLAG)
        return
    code = choose_gemeente(texts.KIES_GEMEENTE, gemeenten)
    if code is None:
        return
    beeld = queries.gemeentebeeld(stand, code)
    choose_wijk(texts.KIES_WIJK, [regel.wijk for regel in beeld.regels])
    if len(beeld.regels) <= MOST_LINKS:
        st.html(links(beeld))


def links(beeld: Gemeentebeeld) -> Html:
    """The wijken of a gemeente as links, in columns."""
    items = (tag("li", tag("a", it.wijk.naam, href=f"wijk?wijk={it.wijk.code}")) for it in beeld.regels)
    return tag("div", tag("ul", *items, class_="kolommen"), class_="tv")


def explain_code(code: str) -> Html | None:
    """For the code of a gemeente or buurt: what it is, and where to look instead. None for anything else."""
    known = normalize_code(code)
    soort = soort_of(known) if known else None
    if soort is GebiedSoort.GEMEENTE:
        return _instead(texts.IS_GEMEENTE.format(code=known), texts.NAAR_GEMEENTE, f"gemeente?gemeente={known}")
    if known and soort is GebiedSoort.BUURT:
        return _instead(texts.IS_BUURT.format(code=known), texts.NAAR_WIJK_VAN_BUURT, f"wijk?wijk={ouder_of(known)}")
    return None


def _instead(sentence: str, label: str, href: str) -> Html:
    return tag("div", tag("p", sentence), tag("p", tag("a", label, href=href)), class_="tv melding", role="status")


def _box(label: str, gebieden: Sequence[Gebied], key: str, chosen: str | None) -> str | None:
    names = {gebied.code: gebied.naam for gebied in gebieden}
    codes = list(names)
    return st.selectbox(
        label,
        codes,
        index=codes.index(chosen) if chosen in names else None,
        format_func=lambda code: names.get(code, code),
        placeholder=texts.KIES_PLAATSHOUDER,
        key=f"{key}-{chosen or 'geen'}",
    )
