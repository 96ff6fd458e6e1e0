"""The page Wat in de weg zit: what wijken cannot solve alone, of whom it is, since when, and what was tried."""

from collections.abc import Callable, Iterable, Mapping

import streamlit as st

from monitor.domain.bottleneck import Bottleneck, Bottleneckbeeld, WijkGeregeld
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.leren import Afspraak, Gremium, Lezing
from monitor.domain.raad import Raadbeeld
from monitor.domain.rechten import Handeling, mag
from monitor.domain.spoor import SpoorSoort
from monitor.export.leskaarten import Leskaartenblad, leskaartenblad
from monitor.nl import format_datum, hoofdletter, opsomming, today_amsterdam
from monitor.services import bottlenecks as service
from monitor.services import raad, woorden
from monitor.services.rechten import current
from monitor.ui import frame, keuze, links, queries, raadscherm, spoorblok, werkscherm
from monitor.ui.html import Html, escape, join, tag
from monitor.ui.raadscherm import Raadronde
from monitor.ui.texts import bottleneck as texts
from monitor.ui.texts import wijkgesprek as gesprek

_GREMIA = (Gremium.RIJK, Gremium.RAAD, Gremium.COLLEGE, Gremium.PARTNERS, Gremium.WIJKTEAM)

_Nummers = Mapping[str, int]
"""The number that each point has on this page, by id."""


@queries.kept(8)
def _beeld(stand: queries.Stand, gemeente: str) -> Bottleneckbeeld:
    return service.bottleneckbeeld(stand[0], gemeente)


@queries.kept(8)
def _raad(stand: queries.Stand, gemeente: str) -> Raadbeeld:
    return raad.raadbeeld(stand[0], gemeente)


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
    ronde = _ronde(stand, beeld)
    st.html(compose(beeld, ronde))
    now = current(stand[0], gebruiker)
    if mag(now, Handeling.RAADSBESLUIT):
        cijfers = {it.code: it.naam for it in queries.verantwoording(stand, ronde.gemeente).indicatoren}
        raadscherm.ask_besluit(stand[0], now, ronde, cijfers)
        raadscherm.ask_weg(stand[0], now, ronde)
    if beeld.geregeld:
        st.html(tag("div", _arranged(beeld), class_="tv leren bottlenecks"))
    _to_share(stand, beeld)
    werkscherm.said_still()


def _ronde(stand: queries.Stand, beeld: Bottleneckbeeld) -> Raadronde:
    gemeente = beeld.gemeente.code
    wijken = {it.wijk.code: it.wijk.naam for it in queries.gemeentebeeld(stand, gemeente).regels}
    return Raadronde(gemeente, _raad(stand, gemeente), numbered(beeld), wijken)


def numbered(beeld: Bottleneckbeeld) -> dict[str, int]:
    """The number that each point has on this page, by id: what stands longest in the way is 1."""
    return {it.leerpunt.id: number for number, it in enumerate(beeld.punten, start=1)}


def compose(beeld: Bottleneckbeeld, ronde: Raadronde) -> Html:
    """All that is read of the wijken and of their raad."""
    return join(
        _heading(beeld),
        tag(
            "div",
            _contents(beeld, ronde),
            *_sections(beeld, ronde),
            raadscherm.compose(ronde),
            class_="tv leren bottlenecks",
        ),
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


def _contents(beeld: Bottleneckbeeld, ronde: Raadronde) -> Html:
    """What stands on this page, with how much of it there is."""
    parts = (
        (texts.ANKER_LEERDEN, texts.LEERDEN, bool(beeld.punten), None),
        (texts.ANKER_OPEN, texts.OPEN, bool(beeld.punten), len(beeld.open)),
        (texts.ANKER_KLAAR, texts.KLAAR, bool(beeld.klaar), len(beeld.klaar)),
        (texts.ANKER_RAAD, texts.RAAD, True, len(ronde.beeld.besluiten)),
        (texts.ANKER_GEREGELD, texts.GEREGELD, bool(beeld.geregeld), None),
        (texts.ANKER_LESKAARTEN, texts.MEENEMEN, True, None),
    )
    items = (
        tag("li", tag("a", title, href=f"#{anchor}"), f" ({number})" if number is not None else None)
        for anchor, title, there, number in parts
        if there
    )
    return tag("nav", tag("ul", *items), aria_label=texts.NAVIGATIE)


def _sections(beeld: Bottleneckbeeld, ronde: Raadronde) -> Iterable[Html]:
    if not beeld.punten:
        yield tag("p", texts.LEEG)
    else:
        yield tag("section", tag("h2", texts.LEERDEN, id=texts.ANKER_LEERDEN), _learned(beeld, ronde.punten))
        yield tag("section", tag("h2", texts.OPEN, id=texts.ANKER_OPEN), *_open(beeld, ronde))
    if beeld.klaar:
        cards = (_card(it, ronde) for it in beeld.klaar)
        yield tag("section", tag("h2", texts.KLAAR, id=texts.ANKER_KLAAR), *cards)


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
                tag("p", poging.tekst, dir="auto"),
                tag(
                    "p",
                    texts.LEERDE.format(dag=format_datum(poging.dag)),
                    _to_punt(numbers[it.leerpunt.id]),
                    ". ",
                    texts.LEERDE_OVER,
                    it.leerpunt.tekst,
                    class_="wie",
                    dir="auto",
                ),
            )
            for poging, it in lines
        ),
        class_="geleerd",
    )


def _to_punt(number: int) -> Html:
    return tag("a", texts.OVER_PUNT.format(nummer=number), href=f"#punt-{number}")


def _open(beeld: Bottleneckbeeld, ronde: Raadronde) -> Iterable[Html]:
    if not beeld.open:
        yield tag("p", texts.OPEN_LEEG)
        return
    yield tag("ul", *(tag("li", line) for line in _in_short(beeld, ronde)), class_="kort")
    yield tag("p", texts.OPEN_UITLEG, class_="lezen zacht")
    for gremium in (*_GREMIA, None):
        found = beeld.open_bij(gremium)
        if found:
            title = texts.VOOR.format(gremium=woorden.GREMIUM[gremium]) if gremium else texts.VOOR_NIEMAND
            yield tag("h3", title)
            yield join(*(_card(it, ronde) for it in found))


def _in_short(beeld: Bottleneckbeeld, ronde: Raadronde) -> Iterable[Html]:
    """Whose, since when, tried or not, and what the raad said of it: for who reads no further."""
    numbers, points = ronde.punten, beeld.open
    assert beeld.oudste is not None  # noqa: S101 - something is open
    open_ = texts.KORT_OPEN_EEN if len(points) == 1 else texts.KORT_OPEN
    yield escape(open_.format(aantal=len(points), dag=format_datum(beeld.oudste)))
    verder = [
        f"{woorden.GREMIUM[gremium] if gremium else texts.KORT_VERDER_NIEMAND} ({_punten(found, numbers)})"
        for gremium in (*_GREMIA, None)
        if (found := beeld.open_bij(gremium))
    ]
    yield escape(texts.KORT_VERDER.format(wie=opsomming(verder)))
    for pattern, chosen in (
        (texts.KORT_VAN_NIEMAND, [it for it in points if not it.leerpunt.nu.eigenaar]),
        (texts.KORT_GEPROBEERD, [it for it in points if it.pogingen]),
        (texts.KORT_NIET_GEPROBEERD, [it for it in points if not it.pogingen]),
        (texts.KORT_RAAD, [it for it in points if ronde.over(it.leerpunt.id)]),
    ):
        if chosen:
            yield escape(pattern.format(punten=_punten(chosen, numbers)))


def _punten(found: Iterable[Bottleneck], numbers: _Nummers) -> str:
    return texts.OVER_PUNT.format(nummer=opsomming(str(it) for it in sorted(numbers[it.leerpunt.id] for it in found)))


def _card(it: Bottleneck, ronde: Raadronde) -> Html:
    point, number = it.leerpunt, ronde.punten[it.leerpunt.id]
    first, *others = point.lezingen
    where = tag("a", texts.IN_WIJK.format(wijk=it.wijk.naam), href=links.to_wijkgesprek(it.wijk.code, stap="leerden"))
    facts = [(name, value) for name, value in _facts(it, ronde) if value]
    return tag(
        "article",
        tag("p", tag("b", texts.PUNT.format(nummer=number)), " · ", where, class_="wie"),
        tag("p", first.tekst, class_="gezegd", dir="auto"),
        _readings(others),
        tag("dl", *(join(tag("dt", name), tag("dd", value, dir="auto")) for name, value in facts)),
        _patterns(it),
        spoorblok.way(SpoorSoort.LEERPUNT, point.id),
        id=f"punt-{number}",
    )


def _facts(it: Bottleneck, ronde: Raadronde) -> Iterable[tuple[str, Html | str | None]]:
    """What a raadslid asks of a point, each with its answer."""
    now = it.leerpunt.nu
    yield texts.VAN_WIE, _whose(it)
    yield texts.SINDS, texts.GEZEGD.format(dag=format_datum(it.begin))
    yield texts.GEPROBEERD, _tried(it)
    yield texts.STAAT, _stand(it)
    yield texts.WAAROM, now.reden
    yield texts.RAAD_OVER, _decided(it, ronde)


def _whose(it: Bottleneck) -> str:
    now = it.leerpunt.nu
    if not now.eigenaar:
        return texts.VAN_NIEMAND
    return hoofdletter(texts.VAN_WIE_NU.format(eigenaar=now.eigenaar, dag=format_datum(it.leerpunt.sinds)))


def _stand(it: Bottleneck) -> str:
    stand = hoofdletter(woorden.LEERPUNT_STAND[it.leerpunt.stand])
    day = it.leerpunt.nu.terugkijken_op
    return texts.TERUGKIJKEN.format(stand=stand, dag=format_datum(day)) if day and it.leerpunt.open else stand


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


def _tried(it: Bottleneck) -> Html | str:
    tried = [
        tag(
            "li",
            tag("span", texts.POGING.format(dag=format_datum(poging.dag)), class_="wie"),
            poging.tekst,
            _after(poging.afspraak),
            dir="auto",
        )
        for poging in it.pogingen
    ]
    agreed = [
        tag("li", texts.AFSPRAAK, one.tekst, f" ({woorden.AFSPRAAK_STAND[one.stand]})", dir="auto")
        for one in it.nog_zonder_uitkomst
    ]
    if not tried:
        return join(escape(texts.NIETS_GEPROBEERD), tag("ul", *agreed)) if agreed else texts.NIETS_GEPROBEERD
    return tag("ul", *tried, *agreed)


def _after(afspraak: Afspraak | None) -> Html | None:
    if afspraak is None:
        return None
    said = texts.NA_AFSPRAAK.format(afspraak=afspraak.tekst)
    return tag("p", f"{said} ({woorden.AFSPRAAK_STAND[afspraak.stand]})", class_="wie", dir="auto")


def _decided(it: Bottleneck, ronde: Raadronde) -> Html | None:
    numbers = ronde.besluiten
    lines = [
        tag(
            "li",
            tag("span", texts.POGING.format(dag=format_datum(besluit.dag)), class_="wie"),
            tag(
                "a",
                texts.RAAD_OVER_ANKER.format(besluit=numbers[besluit.id], nummer=punt.nummer),
                href=f"#{texts.ANKER_RAAD}",
            ),
            texts.RAAD_OVER_UITKOMST.format(uitkomst=woorden.BESLISPUNT_UITKOMST[punt.uitkomst]),
        )
        for besluit, punt in ronde.over(it.leerpunt.id)
    ]
    return tag("ul", *lines) if lines else None


def _patterns(it: Bottleneck) -> Html | None:
    lines = [tag("li", tekst, dir="auto") for tekst in it.patronen]
    return tag("details", tag("summary", texts.UIT), tag("ul", *lines)) if lines else None


def _arranged(beeld: Bottleneckbeeld) -> Html:
    rows = (
        tag(
            "tr",
            tag("th", it.thema, scope="row"),
            tag("td", _column(texts.OVERAL), _names(it.overal)),
            tag("td", _column(texts.PER_WIJK), _per_wijk(it.wijken)),
        )
        for it in beeld.geregeld
    )
    head = tag("tr", *(tag("th", name, scope="col") for name in (texts.THEMA, texts.OVERAL, texts.PER_WIJK)))
    overal = texts.GEREGELD_OVERAL.format(namen=opsomming(f"“{it}”" for it in beeld.overal))
    return tag(
        "section",
        tag("h2", texts.GEREGELD, id=texts.ANKER_GEREGELD),
        tag("p", overal if beeld.overal else texts.GEREGELD_NIET_OVERAL, class_="lezen", dir="auto"),
        tag("p", texts.GEREGELD_UITLEG, class_="lezen zacht"),
        tag("table", tag("thead", head), tag("tbody", *rows), class_="geregeld"),
    )


def _column(name: str) -> Html:
    """The head of a column once more: on a telephone the columns stand under each other."""
    return tag("span", name, class_="smal wie", aria_hidden="true")


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
    head = tag("h2", texts.MEENEMEN, id=texts.ANKER_LESKAARTEN)
    st.html(tag("div", head, tag("p", texts.MEENEMEN_UITLEG, class_="lezen"), class_="tv leren leskaarten-kop"))
    code = beeld.gemeente.code
    with st.container(key="leskaarten", horizontal=True):
        for label, name, mime, make in (
            (texts.PDF, f"leskaarten-{code}.pdf", "application/pdf", _paper(stand, beeld)),
            (texts.CSV, f"leskaarten-{code}.csv", "text/csv", _file(stand, code, excel=False)),
            (texts.EXCEL, f"leskaarten-{code}-excel.csv", "text/csv", _file(stand, code, excel=True)),
        ):
            st.download_button(label, make, file_name=name, mime=mime, key=name, on_click="ignore")


def _paper(stand: queries.Stand, beeld: Bottleneckbeeld) -> Callable[[], bytes]:
    def make() -> bytes:
        kaarten = service.leskaarten(stand[0], beeld.gemeente.code)
        today = today_amsterdam(stand[0].now())
        return leskaartenblad(Leskaartenblad(beeld.gemeente, kaarten, today, beeld.voorbeeld))

    return make


def _file(stand: queries.Stand, gemeente: str, *, excel: bool) -> Callable[[], bytes]:
    return lambda: service.leskaarten_csv(stand[0], gemeente, voor_excel=excel)
