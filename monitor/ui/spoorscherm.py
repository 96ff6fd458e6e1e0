"""The page Hoe is dit zo gekomen: which thing the address asks for, and its spoor."""

import streamlit as st

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.spoor import SpoorSoort
from monitor.errors import NietGevonden
from monitor.services.spoor import kijker
from monitor.ui import frame, keuze, links, queries, spoorblok
from monitor.ui.errors import message
from monitor.ui.html import Html, join, tag
from monitor.ui.texts import bottleneck, menu
from monitor.ui.texts import spoor as texts


def show(stand: queries.Stand, gebruiker: Gebruiker) -> None:
    """The thing that the address asks for, or how to find one."""
    asked = frame.parameter("van")
    soort, id_ = read_van(asked)
    if soort is None:
        st.html(_begin(texts.ONBEKEND if asked else None))
        return
    plaats = frame.parameter("wijk") or frame.parameter("gemeente")
    if soort is SpoorSoort.INDICATOR and plaats is None:
        plaats = keuze.only_gemeente(stand)
        if plaats is None:
            st.html(_which_gemeente(stand, id_))
            return
    try:
        found = spoorblok.read(stand, kijker(stand[0], gebruiker), soort, id_, plaats)
    except NietGevonden as error:
        st.html(_begin(str(error)))
        return
    frame.title(f"{texts.TITEL} · {spoorblok.kind_of(found.punt)}")
    st.html(spoorblok.compose(found))


def read_van(asked: str | None) -> tuple[SpoorSoort | None, str]:
    """What the address asks for: "leerpunt:ID" is what it is, and its id. None: nothing, or nothing that we know."""
    soort, _, id_ = (asked or "").partition(":")
    known = {it.value: it for it in SpoorSoort}
    return (known.get(soort) if id_ else None), id_


def _begin(said: str | None) -> Html:
    ways = (
        (bottleneck.TITEL, "in-de-weg"),
        (menu.INDICATOR, links.to_indicatoren()),
        (menu.VERHALEN, links.to_verhalen()),
    )
    return join(
        tag("div", tag("h1", texts.TITEL), tag("p", texts.INLEIDING, class_="lezen"), class_="tv"),
        message(said) if said else None,
        tag(
            "div",
            tag("p", texts.BEGIN),
            tag("h2", texts.BEGINNEN),
            tag("ul", *(tag("li", tag("a", label, href=href)) for label, href in ways)),
            class_="tv lezen spoor",
        ),
    )


def _which_gemeente(stand: queries.Stand, code: str) -> Html:
    lines = (
        tag("li", tag("a", it.naam, href=links.to_spoor(SpoorSoort.INDICATOR.value, code, gemeente=it.code)))
        for it in queries.gemeenten(stand)
    )
    return tag("div", tag("h1", texts.TITEL), tag("p", texts.WELKE_GEMEENTE), tag("ul", *lines), class_="tv spoor")
