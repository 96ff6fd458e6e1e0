"""The gemeente page: its map, its wijken in a list, what is there for everybody, and verhalen that stand here."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from monitor.charts.kaart import OpKaart, has_bare, has_numbers, kaart_spec
from monitor.domain.wijk import Activiteit, ActiviteitStatus
from monitor.domain.wijkbeeld import Gemeentebeeld, GemeenteRegel
from monitor.nl import format_getal, opsomming, sentence
from monitor.services import woorden, zinnen
from monitor.ui import bronnen, frame, links, queries, texts, verhaal
from monitor.ui.html import Html, join, tag
from monitor.ui.texts import bottleneck
from monitor.ui.themakaart import Grafiek


@dataclass(frozen=True, slots=True)
class Gemeentescherm:
    """Everything of one gemeente, ready to be sent."""

    kop: Html
    kaart: Grafiek | None
    lijst: Html
    onder: Html


@queries.kept(64)
def compose(stand: queries.Stand, code: str) -> Gemeentescherm:
    """The gemeente page of `code`."""
    beeld = queries.gemeentebeeld(stand, code)
    features = queries.kaart(stand, code)
    kaart = _map(beeld, features) if features else None
    return Gemeentescherm(
        kop=_heading(beeld),
        kaart=kaart,
        lijst=_list(beeld, kaart),
        onder=_below(beeld),
    )


def show(stand: queries.Stand, code: str) -> None:
    """Put the gemeente on the screen."""
    scherm = compose(stand, code)
    st.html(scherm.kop)
    with st.container(key="wijken"):
        if scherm.kaart:
            st.vega_lite_chart(spec=scherm.kaart.spec, theme=None, width="stretch", alt=scherm.kaart.alt)
        st.html(scherm.lijst)
    st.html(scherm.onder)


def _heading(beeld: Gemeentebeeld) -> Html:
    verhalen = sum(regel.verhalen or 0 for regel in beeld.regels) + len(beeld.verhalen)
    sub = texts.GEMEENTE_SUB.format(
        wijken=texts.count(texts.WIJKEN, len(beeld.regels)),
        verhalen=texts.count(texts.VERHALEN, verhalen) if verhalen else texts.GEEN_VERHALEN,
    )
    notice = frame.example_notice() if beeld.voorbeeld else None
    return join(tag("div", tag("h1", beeld.gemeente.naam), tag("p", sub, class_="sub"), class_="tv"), notice)


def _map(beeld: Gemeentebeeld, features: Iterable[dict[str, object]]) -> Grafiek:
    wijken = {
        regel.wijk.code: OpKaart(
            naam=regel.wijk.naam,
            link=links.to_wijk(regel.wijk.code),
            omschrijving=": ".join(it for it in (regel.wijk.naam, ", ".join(_facts(regel, schuurt=True))) if it),
            schuurt=bool(regel.schuurt),
        )
        for regel in beeld.regels
    }
    alt = texts.KAART_ALT.format(gemeente=beeld.gemeente.naam, wijken=texts.count(texts.WIJKEN, len(wijken)))
    return Grafiek(kaart_spec(list(features), wijken), alt)


def _list(beeld: Gemeentebeeld, kaart: Grafiek | None) -> Html:
    return tag(
        "div",
        tag("h2", texts.LIJST),
        tag("p", " ".join(_explained(beeld, kaart)), class_="sub klein"),
        tag("ol", *(tag("li", _line(regel)) for regel in beeld.regels), class_="wijken"),
        class_="tv",
    )


def _explained(beeld: Gemeentebeeld, kaart: Grafiek | None) -> Iterable[str]:
    if kaart is None:
        yield texts.KAART_ONTBREEKT
    else:
        yield texts.KAART_UITLEG
        if any(regel.schuurt for regel in beeld.regels):
            yield texts.KAART_GEEL
        if has_numbers(kaart.spec):
            yield texts.KAART_NUMMERS
        if has_bare(kaart.spec):
            yield texts.KAART_ZONDER
    yield texts.LIJST_VOLGORDE
    if any(regel.verhalen is None for regel in beeld.regels):
        yield texts.LIJST_BIJ_GEMEENTE


def _line(regel: GemeenteRegel) -> Html:
    schuurt = texts.LIJST_SCHUURT.format(themas=_themas(regel)) if regel.schuurt else None
    return join(
        tag("a", regel.wijk.naam, href=links.to_wijk(regel.wijk.code)),
        tag("span", " · ".join(_facts(regel)), class_="bij"),
        tag("span", schuurt, class_="schuurregel") if schuurt else None,
    )


def _facts(regel: GemeenteRegel, *, schuurt: bool = False) -> Iterable[str]:
    """What is said of a wijk beside its name. Of few or no verhalen nothing: LIJST_BIJ_GEMEENTE says why."""
    if regel.inwoners and regel.inwoners.waarde is not None:
        yield texts.INWONERS.format(aantal=format_getal(regel.inwoners.waarde))
    if regel.verhalen is not None:
        yield texts.count(texts.VERHALEN, regel.verhalen)
    if schuurt and regel.schuurt:
        yield texts.KAART_SCHUURT.format(themas=_themas(regel))


def _themas(regel: GemeenteRegel) -> str:
    """The names of themas between quotes: some have “en” in them."""
    return opsomming(f"“{naam}”" for naam in regel.schuurt)


def _below(beeld: Gemeentebeeld) -> Html:
    return tag(
        "div",
        _learned(beeld),
        tag("section", tag("h2", texts.OVERAL), _everywhere(beeld)),
        tag("section", tag("h2", texts.GEMEENTE_VERHALEN), *_told(beeld), class_="verhalen"),
        tag("section", tag("h2", texts.BRONNEN), bronnen.listed(beeld.bronnen)),
        class_="tv lezen ruim verhalen",
    )


def _learned(beeld: Gemeentebeeld) -> Html:
    """What was learned of what is there for everybody, and the way to what wijken cannot solve alone."""
    lessons = [tag("li", _lesson(it), dir="auto") for it in beeld.overal if it.les]
    way = tag("a", bottleneck.TITEL, href=links.to_in_de_weg(beeld.gemeente.code))
    return tag(
        "section",
        tag("h2", texts.WAT_LEERDEN_WE),
        tag("ul", *lessons) if lessons else None,
        tag("p", texts.GEMEENTE_IN_DE_WEG, " ", way),
    )


def _lesson(activiteit: Activiteit) -> Html:
    said = [activiteit.naam]
    if activiteit.status is not ActiviteitStatus.LOOPT:
        said.append(woorden.ACTIVITEIT_STATUS[activiteit.status])
    return join(sentence(activiteit.les or ""), " ", tag("span", f"({', '.join(said)})", class_="zacht"))


def _everywhere(beeld: Gemeentebeeld) -> Html:
    if not beeld.overal:
        return tag("p", texts.OVERAL_LEEG, class_="zacht")
    return tag("ul", *(tag("li", _activity(it)) for it in beeld.overal))


def _activity(activiteit: Activiteit) -> Html:
    words = [activiteit.naam]
    if activiteit.status is not ActiviteitStatus.LOOPT:
        words.append(woorden.ACTIVITEIT_STATUS[activiteit.status])
    words.append(texts.SINDS.format(wanneer=activiteit.begonnen_op.year))
    more = tag("span", f". {activiteit.beschrijving}", class_="zacht") if activiteit.beschrijving else None
    return join(", ".join(words), more)


def _told(beeld: Gemeentebeeld) -> Iterable[Html]:
    yield tag("p", texts.GEMEENTE_VERHALEN_UITLEG, class_="zacht")
    if not beeld.verhalen:
        yield tag("p", texts.GEMEENTE_VERHALEN_LEEG)
        return
    yield verhaal.articles(beeld.verhalen, {})
    order = zinnen.volgorde_zin(len(beeld.verhalen), min(len(beeld.verhalen), verhaal.SHOWN))
    if order:
        yield tag("p", order, class_="keuze")
