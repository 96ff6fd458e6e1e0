"""One thema of a wijk, composed into few elements: head, figures with their charts, verhalen, and what is around it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from monitor.charts.reeks import reeks_spec
from monitor.domain.indicator import Bewijssoort, Rol
from monitor.domain.meting import Reeks
from monitor.domain.wijk import Activiteit, ActiviteitStatus
from monitor.domain.wijkbeeld import IndicatorDossier, ReeksZinnen, ThemaKaart, Wijkbeeld
from monitor.nl import format_datum, format_getal, format_maand, opsomming
from monitor.services import woorden, zinnen
from monitor.ui import links, reekstabel, texts, verhaal
from monitor.ui.html import Html, escape, join, tag
from monitor.ui.texts import indicator as cijfertexts
from monitor.ui.texts import verhalen as verhaaltexts

_NOW = (ActiviteitStatus.LOOPT, ActiviteitStatus.PROEF)


@dataclass(frozen=True, slots=True)
class Grafiek:
    """A chart that is ready to be sent."""

    spec: dict[str, Any]
    alt: str


@dataclass(frozen=True, slots=True)
class Blokken:
    """A card that is ready to be sent: HTML and charts, in order."""

    sleutel: str
    stukken: tuple[Html | Grafiek, ...]


def show(blokken: Blokken, below_figures: Callable[[], None] | None = None) -> None:
    """Put a card on the screen: its sides lie beside each other by the stylesheet, and under each other on a phone.

    `below_figures` puts what can be pressed under the figures, on their side.
    """
    *figures, told, below = blokken.stukken
    with st.container(key=blokken.sleutel):
        _put(figures)
        if below_figures is not None:
            below_figures()
        _put((told, below))


def _put(stukken: Iterable[Html | Grafiek]) -> None:
    for stuk in stukken:
        if isinstance(stuk, Grafiek):
            st.vega_lite_chart(spec=stuk.spec, theme=None, width="stretch", alt=stuk.alt)
        else:
            st.html(stuk)


@dataclass(slots=True)
class Gezegd:
    """What the cards above said already, so that a reader does not read it again."""

    uitleg: set[str] = field(default_factory=set)
    verhalen: dict[str, str] = field(default_factory=dict)
    """By the id of a verhaal, the thema under which it stands in full."""
    leeg: bool = False
    """Whether it was told that a thema has no verhaal."""
    alle: bool = False
    """Whether the way to all verhalen of the wijk was shown."""


def compose_all(beeld: Wijkbeeld) -> tuple[Blokken, ...]:
    """The cards of a wijk, in their order."""
    gezegd = Gezegd()
    return tuple(compose(kaart, beeld, gezegd) for kaart in beeld.kaarten)


def compose(kaart: ThemaKaart, beeld: Wijkbeeld, gezegd: Gezegd | None = None) -> Blokken:
    """The card of `kaart`, ready to be sent; `gezegd` is what the cards above it said."""
    gezegd = gezegd or Gezegd()
    cijfers = _figures(kaart, beeld, gezegd)
    return Blokken(
        sleutel=f"thema-{kaart.thema.code}",
        stukken=(_head(kaart, beeld), *cijfers, _told(kaart, beeld, gezegd), _around(kaart)),
    )


def anchor(thema: str) -> str:
    """The id of a thema's heading, for links within the page."""
    return f"bij-{thema}"


def _head(kaart: ThemaKaart, beeld: Wijkbeeld) -> Html:
    gemeente = beeld.gemeente.code if beeld.gemeente else ""
    return tag(
        "header",
        tag("h2", kaart.thema.naam, id=anchor(kaart.thema.code)),
        tag(
            "a",
            texts.HOE_WETEN_WE,
            href=links.to_verantwoording(gemeente, kaart.thema.code),
            aria_label=f"{texts.HOE_WETEN_WE} ({texts.HOE_WETEN_WE_THEMA.format(thema=kaart.thema.naam)})",
        ),
        class_="tv themakop",
    )


# Figures


def _figures(kaart: ThemaKaart, beeld: Wijkbeeld, gezegd: Gezegd) -> list[Html | Grafiek]:
    """What stands on the left. HTML that follows HTML is joined: fewer elements is a faster page."""
    if not kaart.reeksen:
        empty = texts.GEEN_CIJFER_WEL_VERHAAL if kaart.verhalen else texts.GEEN_CIJFER
        return [tag("div", tag("p", empty, class_="zacht"), class_="tv cijfers")]
    pieces: list[Html | Grafiek] = []
    open_html: list[Html] = []
    # That an estimate proves nothing is said in every thema; how the others come about once on the page.
    gezegd.uitleg.discard(woorden.BEWIJSSOORT_UITLEG[Bewijssoort.GESCHAT])
    for number, reeks in enumerate(kaart.reeksen):
        words = zinnen.zinnen_for(reeks)
        open_html.append(_value(reeks, words, first=number == 0))
        if can_be_drawn(reeks):
            pieces += [_block(open_html), Grafiek(reeks_spec(reeks, wijk=beeld.wijk.naam), words.alt)]
            open_html = []
        open_html.append(_explained(reeks, words, _dossier(kaart, reeks), gezegd.uitleg))
        open_html.append(_to_indicator(reeks, beeld))
    return [*pieces, _block(open_html)]


def _block(pieces: Sequence[Html]) -> Html:
    return tag("div", *pieces, class_="tv cijfers")


def can_be_drawn(reeks: Reeks) -> bool:
    """Whether there are points enough for a chart."""
    return sum(meting.waarde is not None for meting in reeks.metingen) > 1


def _dossier(kaart: ThemaKaart, reeks: Reeks) -> IndicatorDossier | None:
    return next((it for it in kaart.dossiers if it.indicator == reeks.indicator.code), None)


def _value(reeks: Reeks, words: ReeksZinnen, *, first: bool) -> Html:
    indicator = reeks.indicator
    return tag(
        "div",
        tag("h3", indicator.naam),
        tag(
            "p",
            with_weight(words.waarde, reeks),
            " ",
            tag("span", woorden.BEWIJSSOORT[indicator.bewijssoort], class_="merk"),
            tag("span", woorden.ROL[indicator.rol], class_="merk"),
            class_="waarde",
        ),
        class_=None if first else "volgende",
    )


def with_weight(sentence: str, reeks: Reeks) -> Html:
    """The sentence with its value a little larger: the newest value, where it stands as a word of its own."""
    known = [meting.waarde for meting in reeks.metingen if meting.waarde is not None]
    for decimalen in {reeks.indicator.decimalen, 0}:
        value = format_getal(known[-1], decimalen) if known else ""
        words = sentence.split(" ")
        if value and value in words:
            place = words.index(value)
            return join(
                *(" ".join(words[:place]), " " if place else None), tag("b", value), " ", " ".join(words[place + 1 :])
            )
    return escape(sentence)


def _explained(reeks: Reeks, words: ReeksZinnen, dossier: IndicatorDossier | None, said: set[str]) -> Html:
    """The sentences, what must be known of this kind of evidence (where it is new), support, and the table."""
    needed = words.toelichting if zinnen.has_value(reeks) else None
    new = needed if needed not in said else None
    said.update([needed] if needed else [])
    return tag(
        "div",
        tag("p", " ".join(it for it in (words.trend, words.gemeente) if it), class_="zin"),
        tag("p", new, class_="toelichting") if new else None,
        _support(dossier) if dossier else _unsupported(reeks),
        _more(reeks),
    )


def _to_indicator(reeks: Reeks, beeld: Wijkbeeld) -> Html:
    """The way to everything about this figure."""
    naam = cijfertexts.MEER_NAAM.format(meer=cijfertexts.MEER, naam=reeks.indicator.naam)
    address = links.to_indicator(reeks.indicator.code, wijk=beeld.wijk.code)
    return tag("p", tag("a", cijfertexts.MEER, href=address, aria_label=naam), class_="klein")


def _more(reeks: Reeks) -> Html:
    """The figures in a table, where there are any, and what they mean."""
    if reeks.metingen:
        return tag("details", tag("summary", texts.IN_TABEL), reekstabel.table(reeks), _meaning(reeks))
    return tag("details", tag("summary", texts.WAT_HET_BETEKENT), _meaning(reeks))


def _support(dossier: IndicatorDossier) -> Html:
    who = [woorden.mensen(it.rol, it.voor) for it in dossier.draagvlak if it.voor]
    objections = [
        tag(
            "p",
            texts.BEZWAAR.format(rol=woorden.STEMROL[it.rol], tekst=it.tekst),
            " ",
            texts.BEZWAAR_ANTWOORD.format(tekst=it.antwoord) if it.antwoord else texts.BEZWAAR_OPEN,
            class_="klein",
        )
        for it in dossier.bezwaren
    ]
    carried = tag("p", texts.GESTEUND.format(wie=opsomming(who)), class_="klein zacht") if who else None
    return tag("div", carried, *objections, class_="toelichting")


def _unsupported(reeks: Reeks) -> Html | None:
    """What people watch here is carried by somebody: where nobody wrote down by whom, that is said."""
    return tag("p", texts.STEUN_ONBEKEND, class_="klein zacht") if reeks.indicator.rol is Rol.KERN else None


def _meaning(reeks: Reeks) -> Html:
    indicator = reeks.indicator
    breaks = [
        tag("p", texts.BREUK_REGEL.format(periode=breuk.vanaf.year, uitleg=breuk.uitleg), class_="klein")
        for breuk in reeks.breuken
    ]
    said = (happened(reeks), indicator.definitie, zinnen.richting_zin(indicator))
    return join(*breaks, *(tag("p", it, class_="klein") for it in said if it))


def happened(reeks: Reeks) -> str | None:
    """What the pins in the chart stand for, in full: a name beside a pin can be cut short."""
    lines = (
        texts.GEBEURD_REGEL.format(wanneer=format_maand(it.datum), titel=it.titel)
        for it in sorted(reeks.gebeurtenissen, key=lambda it: it.datum)
    )
    told = "; ".join(lines)
    return texts.GEBEURD.format(wat=told) if told else None


# Verhalen


def _told(kaart: ThemaKaart, beeld: Wijkbeeld, gezegd: Gezegd) -> Html:
    if not kaart.verhalen:
        return tag("div", *_nothing_told(beeld, gezegd), class_="tv verhalen")
    namen = {reeks.indicator.code: reeks.indicator.naam for reeks in kaart.reeksen}
    verhalen = zinnen.in_volgorde(kaart.verhalen, namen)
    told = verhaal.articles(verhalen, namen, gezegd.verhalen)
    shown = verhalen[: verhaal.SHOWN]
    gezegd.verhalen = {it.id: kaart.thema.naam for it in shown} | gezegd.verhalen
    order = zinnen.volgorde_zin(
        len(verhalen),
        len(shown),
        schuurt=verhalen != kaart.verhalen,
        openbaar=all(it.openbaar for it in verhalen),
    )
    missing = texts.NOG_NIET_GEHOORD.format(wie=kaart.niet_gehoord) if kaart.niet_gehoord else None
    said = " · ".join(it for it in (order, missing) if it)
    return tag(
        "div", told, tag("p", said, class_="keuze") if said else None, _to_all(beeld, gezegd), class_="tv verhalen"
    )


def _to_all(beeld: Wijkbeeld, gezegd: Gezegd) -> Html | None:
    """To all verhalen of the wijk, with the first that are told."""
    if gezegd.alle:
        return None
    gezegd.alle = True
    label = verhaaltexts.ALLE_VAN_WIJK.format(wijk=beeld.wijk.naam)
    return tag("p", tag("a", label, href=links.to_verhalen(wijk=beeld.wijk.code)), class_="klein")


def _nothing_told(beeld: Wijkbeeld, gezegd: Gezegd) -> Iterable[Html]:
    before, gezegd.leeg = gezegd.leeg, True
    if before:
        yield tag("p", texts.OOK_GEEN_VERHAAL, class_="zacht")
        return
    if not beeld.verhalen_op_gemeente or beeld.gemeente is None:
        yield tag("p", texts.GEEN_VERHAAL, class_="zacht")
        return
    yield tag("p", texts.VERHALEN_BIJ_GEMEENTE, class_="zacht")
    label = texts.NAAR_VERHALEN_GEMEENTE.format(gemeente=beeld.gemeente.naam)
    yield tag("p", tag("a", label, href=links.to_gemeente(beeld.gemeente.code)))


# Around it


def _around(kaart: ThemaKaart) -> Html:
    corners = (
        (texts.WAT_IS_ER, list(_there(kaart)), texts.NIETS_ER),
        (texts.WAT_DOEN_WE, [_doing(it) for it in kaart.activiteiten], texts.NIETS_GEDAAN),
        (texts.WAT_KOST_HET, list(_money(kaart)), texts.NIETS_KOST),
        (texts.WAT_LEERDEN_WE, list(_learned(kaart)), texts.NIETS_GELEERD),
    )
    if any(items for _, items, _ in corners):
        below = tag("div", *(_corner(*it) for it in corners), class_="onder")
    else:
        below = tag("p", texts.NIETS_ERBIJ, class_="niets")
    return tag("div", *(tag("p", sentence, class_="schuurt") for sentence in kaart.schuring), below, class_="tv")


def _corner(title: str, items: Sequence[Html], empty: str) -> Html:
    content = tag("ul", *(tag("li", it) for it in items)) if items else tag("p", empty, class_="zacht")
    return tag("div", tag("h3", title), content)


def _item(naam: str, *beside: str | None) -> Html:
    known = [it for it in beside if it]
    return join(naam, tag("span", f", {', '.join(known)}", class_="bij") if known else None)


def _there(kaart: ThemaKaart) -> Iterable[Html]:
    for initiatief in kaart.initiatieven:
        sinds = texts.SINDS.format(wanneer=initiatief.sinds.year) if initiatief.sinds else None
        who = initiatief.voor_wie
        yield _item(initiatief.naam, f"{who[0].lower()}{who[1:]}" if who else sinds)
    for plek in kaart.plekken:
        yield _item(plek.naam, plek.soort)


def _doing(activiteit: Activiteit) -> Html:
    if activiteit.status in _NOW or activiteit.geeindigd_op is None:
        proef = woorden.ACTIVITEIT_STATUS[activiteit.status] if activiteit.status is ActiviteitStatus.PROEF else None
        return _item(activiteit.naam, proef, texts.SINDS.format(wanneer=activiteit.begonnen_op.year))
    staat = woorden.ACTIVITEIT_STATUS[activiteit.status]
    return _item(activiteit.naam, texts.OOK_GEDAAN.format(staat=staat, jaar=activiteit.geeindigd_op.year))


def _money(kaart: ThemaKaart) -> Iterable[Html]:
    """What the wijk costs, and beside it what is for the whole gemeente: for everybody alike, and never divided."""
    here, everywhere = zinnen.geld_zin(kaart.financiering), zinnen.geld_zin(kaart.financiering_gemeente)
    if everywhere:
        yield _euros(texts.KOST_WIJK.format(geld=here) if here else texts.KOST_WIJK_LEEG)
        yield _euros(texts.KOST_GEMEENTE.format(geld=everywhere))
    elif here:
        yield _euros(here)


def _euros(sentence: str) -> Html:
    return escape(sentence.replace("€ ", "€\u00a0"))


def _learned(kaart: ThemaKaart) -> Iterable[Html]:
    for activiteit in kaart.activiteiten:
        if activiteit.les:
            when = format_maand(activiteit.les_op) if activiteit.les_op else format_datum(activiteit.begonnen_op)
            yield join(activiteit.les, " ", tag("span", f"{activiteit.naam}, {when}", class_="bij"))
