"""Choosing an indicator: all those of a gemeente, per thema, those that people made themselves first."""

from collections.abc import Mapping, Sequence

import streamlit as st

from monitor.domain.gebied import gemeente_of, normalize_code
from monitor.domain.indicator import Indicator, Thema
from monitor.errors import NietGevonden
from monitor.services import woorden
from monitor.ui import indicatorscherm, keuze, links, queries
from monitor.ui import texts as alle_texts
from monitor.ui.errors import message
from monitor.ui.html import Html, tag
from monitor.ui.texts import indicator as texts


def refusal(stand: queries.Stand, code: str | None, wijk: str | None, gemeente: str | None) -> Html | None:
    """Why this address shows no indicator; None when it does, or when it asks for none."""
    if code is None:
        return keuze.refusal_of_gemeente(stand, gemeente) if gemeente else None
    try:
        indicatorscherm.beeld_of(stand, code, wijk, gemeente or keuze.only_gemeente(stand))
    except NietGevonden as error:
        return message(str(error))
    return None


def show(stand: queries.Stand, said: Html | None, wijk: str | None, gemeente: str | None) -> None:
    """Ask which indicator; first the gemeente, where there are several."""
    st.html(keuze.heading(texts.TITEL, texts.INLEIDING, said))
    known = _gemeente(stand, wijk, gemeente)
    if known is None:
        keuze.ask_gemeente(stand, "indicator")
    else:
        st.html(listed(stand, known))


@queries.kept(16)
def listed(stand: queries.Stand, gemeente: str) -> Html:
    """The indicatoren of a gemeente as links."""
    known = queries.verantwoording(stand, gemeente)
    themas = ((it, [one for one in known.indicatoren if one.thema == it.code]) for it in known.themas)
    groups = [_thema(thema, here, gemeente, known.letten_op) for thema, here in themas if here]
    return tag("div", *(groups or [tag("p", texts.GEEN_CIJFERS, class_="zacht")]), class_="tv ruim")


def _thema(thema: Thema, indicatoren: Sequence[Indicator], gemeente: str, letten_op: Mapping[str, int]) -> Html:
    return tag(
        "section",
        tag("h2", thema.naam),
        tag("ul", *(_item(it, gemeente, letten_op.get(it.code, 0)) for it in indicatoren), class_="cijferlijst"),
    )


def _item(indicator: Indicator, gemeente: str, wijken: int) -> Html:
    rol = woorden.ROL[indicator.rol]
    if wijken:
        rol = texts.ROL_IN.format(rol=rol, wijken=alle_texts.count(texts.WIJKEN, wijken))
    return tag(
        "li",
        tag("a", indicator.naam, href=links.to_indicator(indicator.code, gemeente=gemeente)),
        " ",
        tag("span", woorden.BEWIJSSOORT[indicator.bewijssoort], class_="merk"),
        tag("span", rol, class_="merk"),
        tag("p", indicator.definitie or alle_texts.GEEN_DEFINITIE, class_="klein zacht lezen"),
    )


def _gemeente(stand: queries.Stand, wijk: str | None, gemeente: str | None) -> str | None:
    """The gemeente that is asked for, or in which the wijk lies, or the only one; None: we must ask."""
    asked = normalize_code(gemeente or "") or gemeente_of(normalize_code(wijk or "") or "NL")
    known = {it.code for it in queries.gemeenten(stand)}
    return asked if asked in known else keuze.only_gemeente(stand)
