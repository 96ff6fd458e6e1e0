"""The page Wat in de weg zit: what wijken cannot solve alone, of whom it is, since when, and what was tried."""

from collections.abc import Callable, Iterable, Mapping

import streamlit as st

from monitor.domain.bottleneck import Bottleneck, Bottleneckbeeld, Geregeld, WijkGeregeld
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.leren import Gremium, Lezing
from monitor.domain.rechten import Handeling, mag
from monitor.nl import format_datum, hoofdletter
from monitor.services import bottlenecks as service
from monitor.services import raad, woorden
from monitor.services.rechten import current
from monitor.ui import frame, keuze, links, queries, raadscherm, werkscherm
from monitor.ui.html import Html, join, tag
from monitor.ui.texts import bottleneck as texts
from monitor.ui.texts import wijkgesprek as gesprek

_Nummers = Mapping[str, int]
"""The number that each point has on this page, by id."""


@queries.kept(8)
def _beeld(stand: queries.Stand, gemeente: str) -> Bottleneckbeeld:
    return service.bottleneckbeeld(stand[0], gemeente)


def show(stand: queries.Stand, gebruiker: Gebruiker, gemeente: str | None) -> None:
    """The gemeente that the address asks for, or which one?"""
    code = gemeente or keuze.only_gemeente(stand)
    refusal = keuze.refusal_of_gemeente(stand, code) if code else None
    if code is None or refusal is not None:
        st.html(keuze.heading(texts.TITEL, texts.KIES_GEMEENTE, refusal))
        keuze.ask_gemeente(stand, "in_de_weg")
        return
    beeld = _beeld(stand, code)
    frame.title(f"{texts.TITEL} · {beeld.gemeente.naam}")
    with st.container():
        werkscherm.said()
    numbers = numbered(beeld)
    st.html(compose(beeld, numbers))
    st.html(raadscherm.compose(raad.raadsbesluiten(stand[0], beeld.gemeente.code), numbers))
    now = current(stand[0], gebruiker)
    if mag(now, Handeling.RAADSBESLUIT):
        raadscherm.ask_besluit(stand[0], now, beeld.gemeente.code, numbers)
    _to_share(stand, beeld)


def numbered(beeld: Bottleneckbeeld) -> dict[str, int]:
    """The number that each point has on this page, by id: what stands longest in the way is 1."""
    return {it.leerpunt.id: number for number, it in enumerate(beeld.punten, start=1)}


def compose(beeld: Bottleneckbeeld, numbers: Mapping[str, int]) -> Html:
    """All that is read of the wijken."""
    return join(
        _heading(beeld),
        tag("div", *_sections(beeld, numbers), class_="tv leren bottlenecks"),
    )


def _heading(beeld: Bottleneckbeeld) -> Html:
    where = tag("a", beeld.gemeente.naam, href=links.to_gemeente(beeld.gemeente.code))
    return join(
        tag(
            "div",
            tag("h1", texts.TITEL),
            tag("p", where, class_="sub"),
            tag("p", texts.INLEIDING, class_="lezen"),
            class_="tv",
        ),
        frame.example_notice() if beeld.voorbeeld else None,
    )


def _sections(beeld: Bottleneckbeeld, numbers: _Nummers) -> Iterable[Html]:
    if not beeld.punten:
        yield tag("p", texts.LEEG)
    else:
        yield tag("section", tag("h2", texts.LEERDEN), _learned(beeld, numbers))
        yield tag("section", tag("h2", texts.OPEN), *_open(beeld, numbers))
    if beeld.klaar:
        cards = (_card(it, numbers) for it in beeld.klaar)
        yield tag("section", tag("h2", texts.KLAAR), *cards)
    if beeld.geregeld:
        yield _arranged(beeld.geregeld)


def _learned(beeld: Bottleneckbeeld, numbers: _Nummers) -> Html:
    """The last thing that was tried at each point, newest first."""
    last = [(it.pogingen[-1], it) for it in beeld.punten if it.pogingen]
    if not last:
        return tag("p", texts.LEERDEN_LEEG, class_="zacht")
    lines = sorted(last, key=lambda pair: pair[0].dag, reverse=True)
    return tag(
        "ul",
        *(
            tag(
                "li",
                tag(
                    "span",
                    texts.LEERDE.format(dag=format_datum(poging.dag), nummer=numbers[it.leerpunt.id]),
                    class_="wie",
                ),
                poging.tekst,
                dir="auto",
            )
            for poging, it in lines
        ),
    )


def _open(beeld: Bottleneckbeeld, numbers: _Nummers) -> Iterable[Html]:
    if not beeld.open:
        yield tag("p", texts.OPEN_LEEG)
        return
    yield tag("p", texts.OPEN_UITLEG, class_="lezen")
    for gremium in (Gremium.RIJK, Gremium.RAAD, Gremium.COLLEGE, Gremium.PARTNERS, Gremium.WIJKTEAM, None):
        found = beeld.open_bij(gremium)
        if found:
            title = texts.VOOR.format(gremium=woorden.GREMIUM[gremium]) if gremium else texts.VOOR_NIEMAND
            yield tag("h3", title)
            yield join(*(_card(it, numbers) for it in found))


def _card(it: Bottleneck, numbers: _Nummers) -> Html:
    point = it.leerpunt
    first, *others = point.lezingen
    where = tag("a", texts.IN_WIJK.format(wijk=it.wijk.naam), href=links.to_wijkgesprek(it.wijk.code, stap="leerden"))
    stand = hoofdletter(woorden.LEERPUNT_STAND[point.stand])
    return tag(
        "article",
        tag("p", texts.PUNT.format(nummer=numbers[point.id]), " · ", where, class_="wie"),
        tag("p", first.tekst, class_="gezegd", dir="auto"),
        _readings(others),
        tag("p", f"{stand}. ", " ".join(_whose(it)), class_="wie", dir="auto"),
        tag("p", tag("b", texts.WAAROM), point.nu.reden, dir="auto") if point.nu.reden else None,
        _tried(it),
        _agreed(it),
        _patterns(it),
    )


def _readings(lezingen: Iterable[Lezing]) -> Html | None:
    lines = [
        tag(
            "li",
            tag("b", f"{hoofdletter(gesprek.IEMAND[it.rol])}: ") if it.rol else None,
            it.tekst,
            dir="auto",
        )
        for it in lezingen
    ]
    return tag("div", tag("p", texts.OOK_ZO, class_="wie"), tag("ul", *lines), class_="lezingen") if lines else None


def _whose(it: Bottleneck) -> Iterable[str]:
    now = it.leerpunt.nu
    if now.eigenaar:
        yield texts.VAN_WIE.format(eigenaar=now.eigenaar, dag=format_datum(it.leerpunt.sinds))
    else:
        yield texts.VAN_NIEMAND
    yield texts.GEZEGD.format(dag=format_datum(it.begin))
    if now.terugkijken_op and it.leerpunt.open:
        yield texts.TERUGKIJKEN.format(dag=format_datum(now.terugkijken_op))


def _tried(it: Bottleneck) -> Html:
    if not it.pogingen:
        return tag("p", texts.NIETS_GEPROBEERD, class_="zacht klein")
    lines = (
        tag(
            "li", tag("span", texts.POGING.format(dag=format_datum(poging.dag)), class_="wie"), poging.tekst, dir="auto"
        )
        for poging in it.pogingen
    )
    return tag("div", tag("h4", texts.GEPROBEERD), tag("ul", *lines))


def _agreed(it: Bottleneck) -> Html | None:
    lines = [
        tag("li", texts.AFSPRAAK, one.tekst, f" ({woorden.AFSPRAAK_STAND[one.stand]})", dir="auto")
        for one in it.afspraken
    ]
    return tag("ul", *lines, class_="klein") if lines else None


def _patterns(it: Bottleneck) -> Html | None:
    lines = [tag("li", tekst, dir="auto") for tekst in it.patronen]
    return tag("details", tag("summary", texts.UIT), tag("ul", *lines)) if lines else None


def _arranged(geregeld: Iterable[Geregeld]) -> Html:
    rows = (
        tag(
            "tr",
            tag("th", it.thema, scope="row"),
            tag("td", _names(it.overal)),
            tag("td", _per_wijk(it.wijken)),
        )
        for it in geregeld
    )
    head = tag("tr", *(tag("th", name, scope="col") for name in (texts.THEMA, texts.OVERAL, texts.PER_WIJK)))
    return tag(
        "section",
        tag("h2", texts.GEREGELD),
        tag("p", texts.GEREGELD_UITLEG, class_="lezen"),
        tag(
            "div",
            tag("table", tag("thead", head), tag("tbody", *rows), class_="geregeld"),
            class_="schuif",
            tabindex="0",
            role="region",
            aria_label=texts.GEREGELD,
        ),
    )


def _names(namen: Iterable[str]) -> Html:
    lines = [tag("li", naam, dir="auto") for naam in namen]
    return tag("ul", *lines) if lines else tag("span", texts.NIETS, class_="zacht")


def _per_wijk(wijken: Iterable[WijkGeregeld]) -> Html:
    lines = [
        tag(
            "li",
            tag("a", it.wijk.naam, href=links.to_activiteiten(it.wijk.code)),
            ": ",
            ", ".join(it.namen),
            dir="auto",
        )
        for it in wijken
    ]
    return tag("ul", *lines) if lines else tag("span", texts.NIETS, class_="zacht")


def _to_share(stand: queries.Stand, beeld: Bottleneckbeeld) -> None:
    """Buttons to take the lesson cards along; each file is made when somebody asks for it."""
    st.html(tag("div", tag("h2", texts.MEENEMEN), tag("p", texts.MEENEMEN_UITLEG, class_="lezen"), class_="tv leren"))
    code = beeld.gemeente.code
    with st.container(key="leskaarten", horizontal=True):
        for label, excel in ((texts.CSV, False), (texts.EXCEL, True)):
            st.download_button(
                label,
                _file(stand, code, excel=excel),
                file_name=f"leskaarten-{code}{'-excel' if excel else ''}.csv",
                mime="text/csv",
                key=f"leskaarten-{excel}",
                on_click="ignore",
            )


def _file(stand: queries.Stand, gemeente: str, *, excel: bool) -> Callable[[], bytes]:
    return lambda: service.leskaarten_csv(stand[0], gemeente, voor_excel=excel)
