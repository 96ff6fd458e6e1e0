"""Choosing a gemeente or a wijk; the choice goes into the address."""

from collections.abc import Sequence

import streamlit as st

from monitor.domain.gebied import Gebied, GebiedSoort, normalize_code, ouder_of, soort_of
from monitor.domain.wijkbeeld import Gemeentebeeld
from monitor.errors import NietGevonden
from monitor.ui import queries, texts
from monitor.ui.errors import message, show_message
from monitor.ui.html import Html, join, tag
from monitor.ui.links import to_gemeente, to_wijk

MOST_LINKS = 40
"""Up to this many wijken stand as links to choose from, beside the box to type in."""


def choose_wijk(label: str, wijken: Sequence[Gebied], chosen: str | None = None, page: str = "wijk") -> None:
    """A box with the wijken of one gemeente; another choice changes the address and shows that wijk on `page`."""
    code = box(label, wijken, "wijk", chosen)
    if code is not None and code != chosen:
        st.switch_page(f"pages/{page}.py", query_params={"wijk": code})


def only_gemeente(stand: queries.Stand) -> str | None:
    """The code of the gemeente where there is one: then there is nothing to ask."""
    gemeenten = queries.gemeenten(stand)
    return gemeenten[0].code if len(gemeenten) == 1 else None


def ask_gemeente(stand: queries.Stand, page: str) -> None:
    """Which gemeente? The choice goes into the address of `page`."""
    gemeenten = queries.gemeenten(stand)
    if not gemeenten:
        show_message(texts.LEGE_OPSLAG)
        return
    with st.container(key="kies"):
        code = box(texts.KIES_GEMEENTE, gemeenten, "gemeente", None)
    if code is not None:
        st.switch_page(f"pages/{page}.py", query_params={"gemeente": code})


def ask_wijk(stand: queries.Stand, page: str = "wijk") -> None:
    """Which wijk? First the gemeente, where there are several; then the wijk, in a box and as links to `page`."""
    gemeenten = queries.gemeenten(stand)
    if not gemeenten:
        show_message(texts.LEGE_OPSLAG)
        return
    with st.container(key="kies"):
        code = only_gemeente(stand) or box(texts.KIES_GEMEENTE, gemeenten, "gemeente", None)
        if code is None:
            return
        beeld = queries.gemeentebeeld(stand, code)
        choose_wijk(texts.KIES_WIJK, [regel.wijk for regel in beeld.regels], page=page)
    if len(beeld.regels) <= MOST_LINKS:
        st.html(links(beeld, page))


def links(beeld: Gemeentebeeld, page: str = "wijk") -> Html:
    """The wijken of a gemeente as links to `page`, in columns."""
    adres = page.replace("_", "-")
    items = (tag("li", tag("a", it.wijk.naam, href=f"{adres}?wijk={it.wijk.code}")) for it in beeld.regels)
    return tag("div", tag("ul", *items, class_="kolommen"), class_="tv")


def refusal(stand: queries.Stand, code: str) -> Html | None:
    """Why `code` shows no wijk, with where to look instead; None when it does show one."""
    known = normalize_code(code)
    soort = soort_of(known) if known else None
    if known and soort is GebiedSoort.GEMEENTE:
        return _instead(texts.IS_GEMEENTE.format(code=known), texts.NAAR_GEMEENTE, to_gemeente(known))
    if known and soort is GebiedSoort.BUURT:
        return _instead(texts.IS_BUURT.format(code=known), texts.NAAR_WIJK_VAN_BUURT, to_wijk(ouder_of(known) or ""))
    try:
        queries.wijkbeeld(stand, code)
    except NietGevonden as error:
        return message(str(error))
    return None


def refusal_of_gemeente(stand: queries.Stand, code: str) -> Html | None:
    """Why `code` shows no gemeente; None when it does show one."""
    try:
        queries.gemeentebeeld(stand, code)
    except NietGevonden as error:
        return message(str(error))
    return None


def heading(titel: str, vraag: str, said: Html | None) -> Html:
    """The head of a page that first asks something, with what must be said before it."""
    return join(tag("div", tag("h1", titel), tag("p", vraag, class_="sub"), class_="tv"), said)


def _instead(sentence: str, label: str, href: str) -> Html:
    return tag("div", tag("p", sentence), tag("p", tag("a", label, href=href)), class_="tv melding", role="status")


def box(label: str, gebieden: Sequence[Gebied], key: str, chosen: str | None) -> str | None:
    """A box with gebieden; the code of what is chosen in it."""
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
