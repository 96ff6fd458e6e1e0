"""The page Samen de straat op: what was seen and heard in a wijk, for all; planning and writing down, for who may.

A label holds words of ours and numbers; what people wrote stands in our own HTML, because labels parse Markdown.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from monitor.domain.gebied import normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import StemRol
from monitor.domain.rechten import Handeling, mag
from monitor.domain.spoor import SpoorSoort
from monitor.domain.straat import Bezoekenbeeld, BezoekStand, BezoekVorm, Wijkbezoek
from monitor.domain.verhaal import Verhaal
from monitor.domain.wijkbeeld import Wijkbeeld
from monitor.nl import format_datum, opsomming, today_amsterdam
from monitor.services import straat as service
from monitor.services import woorden
from monitor.services.rechten import current
from monitor.services.straat import Bezoekverslag, NieuwBezoek
from monitor.store.database import Database
from monitor.ui import frame, keuze, links, queries, spoorblok, tekstvelden, werkscherm
from monitor.ui.formulier import Formulier
from monitor.ui.html import Html, join, tag
from monitor.ui.stemvelden import chosen
from monitor.ui.tekstvelden import Draw, Tekstvelden
from monitor.ui.texts import count
from monitor.ui.texts import straat as texts
from monitor.ui.texts import wijkgesprek as gesprek


@dataclass(frozen=True, slots=True)
class Bezoekronde:
    """Who acts, in which wijk, and what there is to read."""

    database: Database
    gebruiker: Gebruiker
    beeld: Bezoekenbeeld
    nummers: Mapping[str, int]
    """The number of each bezoek on the screen, by id: the oldest is 1."""

    @property
    def who(self) -> tuple[Database, Gebruiker, str]:
        """What every action begins with."""
        return (self.database, self.gebruiker, self.beeld.wijk)


def show(stand: queries.Stand, gebruiker: Gebruiker, wijk: str | None) -> None:
    """The wijk that the address asks for, or which one?"""
    refusal = keuze.refusal(stand, wijk) if wijk else None
    if wijk is None or refusal is not None:
        st.html(keuze.heading(texts.TITEL, texts.INLEIDING, refusal))
        keuze.ask_wijk(stand, "wijkbezoek")
        return
    code = normalize_code(wijk) or wijk
    page, now = queries.wijkbeeld(stand, code), current(stand[0], gebruiker)
    frame.title(f"{texts.TITEL} · {page.wijk.naam}")
    beeld, today = service.bezoekenbeeld(stand[0], now, code), today_amsterdam(stand[0].now())
    numbers = {it.id: number for number, it in enumerate(reversed(beeld.bezoeken), start=1)}
    st.html(_heading(page))
    st.html(compose(beeld, numbers, today))
    if not mag(now, Handeling.WIJKBEZOEK, code):
        st.html(tag("p", texts.MAG_NIET, class_="tv zacht"))
        return
    ronde = Bezoekronde(stand[0], now, beeld, numbers)
    _ask_plan(ronde)
    _ask_verslag(ronde)
    _ask_afgelast(ronde)
    if mag(now, Handeling.WIJKGESPREK_VOORBEREIDEN, code):
        _ask_verhalen(ronde)
        _ask_weghalen(ronde)
    werkscherm.said_still()


# What is read


def _heading(page: Wijkbeeld) -> Html:
    back = tag("a", texts.NAAR_WIJK, href=links.to_wijk(page.wijk.code))
    return join(
        tag(
            "div",
            tag("h1", texts.TITEL),
            tag("p", page.wijk.naam, " · ", back, class_="sub"),
            tag("p", texts.INLEIDING, class_="lezen"),
            class_="tv",
        ),
        frame.example_notice() if page.voorbeeld else None,
    )


def compose(beeld: Bezoekenbeeld, numbers: Mapping[str, int], today: date) -> Html:
    """What was seen and heard, what is still to come, and where a verhaal is told."""
    past = [_card(beeld, it, numbers[it.id], today) for it in beeld.voorbij]
    coming = [_card(beeld, it, numbers[it.id], today) for it in beeld.gepland]
    return tag(
        "div",
        tag("section", tag("h2", texts.LEERDEN), *(past or [tag("p", texts.LEERDEN_LEEG)])),
        tag("section", tag("h2", texts.GEPLAND), *(coming or [tag("p", texts.GEPLAND_LEEG)])),
        tag(
            "section",
            tag("h2", texts.VERTELLEN),
            tag("p", texts.VERTELLEN_UITLEG, class_="lezen"),
            tag("p", tag("a", texts.NAAR_VERTELLEN, href=links.to_vertellen(beeld.wijk))),
        ),
        class_="tv leren",
    )


def _card(beeld: Bezoekenbeeld, it: Wijkbezoek, number: int, today: date) -> Html:
    title = texts.BEZOEK.format(nummer=number, vorm=texts.VORM[it.vorm].lower(), dag=format_datum(it.dag))
    return tag(
        "article",
        tag("h3", title),
        tag("p", tag("b", texts.WAAR), it.waar, dir="auto") if it.waar else tag("p", texts.WEG_WOORDEN),
        tag("p", tag("b", texts.VRAAG), it.vraag, dir="auto") if it.vraag else None,
        *_how(it, today),
        _went(it),
        _told(beeld, it),
        spoorblok.way(SpoorSoort.WIJKBEZOEK, it.id),
    )


def _how(it: Wijkbezoek, today: date) -> list[Html | None]:
    if it.stand is BezoekStand.AFGELAST:
        return [tag("p", texts.NIET_DOOR, f" {it.nu.reden}" if it.nu.reden else None, dir="auto")]
    if it.stand is BezoekStand.GEPLAND:
        return [tag("p", texts.NOG_NIET_OPGESCHREVEN, class_="zacht")] if it.dag < today else []
    seen = tag("p", it.nu.gezien, class_="gezegd", dir="auto") if it.nu.gezien else tag("p", texts.NIETS_GEZIEN)
    before = [tag("p", stap.gezien, dir="auto") for stap in it.stappen[:-1] if stap.gezien]
    return [seen, tag("details", tag("summary", texts.EERDER), *before) if before else None]


def _went(it: Wijkbezoek) -> Html | None:
    counted = [woorden.mensen(one.rol, one.aantal) for one in it.deelnemers]
    return tag("p", texts.ER_GINGEN.format(wie=opsomming(counted)), class_="wie") if counted else None


def _told(beeld: Bezoekenbeeld, it: Wijkbezoek) -> Html | None:
    known = [beeld.verhalen[id_] for id_ in it.verhalen]
    lines = [tag("p", texts.VERTELD, _link(one, beeld.wijk), dir="auto") for one in known]
    gone = beeld.weg.get(it.id, 0)
    lines += [tag("p", count(texts.VERBORGEN, gone), class_="zacht")] if gone else []
    return join(*lines) if lines else None


def _link(verhaal: Verhaal, wijk: str) -> Html:
    return tag("a", verhaal.titel, href=links.to_verhalen(wijk=wijk, verhaal=verhaal.id), dir="auto")


# What is asked


def _ask(ronde: Bezoekronde, naam: str, title: str, draw: Draw, *words: str, uitleg: str = "") -> None:
    """One form in a fold. `words`: its button and what is said after."""
    button, said = words
    form = Formulier.make(f"straat-{naam}", ronde.beeld.wijk, title=title)
    tekstvelden.ask(ronde.database, form, draw, button=button, said=said, uitleg=uitleg)


def _ask_plan(ronde: Bezoekronde) -> None:
    def draw(velden: Tekstvelden) -> Callable[[], object]:
        vorm = st.radio(
            texts.WELKE_VORM,
            [it.value for it in BezoekVorm],
            format_func=lambda it: texts.VORM[BezoekVorm(it)],
            key=velden.form.key("vorm"),
        )
        dag = velden.day("dag", texts.WANNEER)
        waar = velden.line("waar", texts.WAAR_HEEN)
        vraag = velden.text("vraag", texts.WAT_WETEN)
        nieuw = NieuwBezoek(dag, BezoekVorm(vorm), waar, vraag)
        return lambda: service.plan_bezoek(*ronde.who, nieuw, token=velden.form.token)

    _ask(ronde, "plan", texts.PLANNEN, draw, texts.PLAN, texts.GEPLAND_GEZEGD)


def _ask_verslag(ronde: Bezoekronde) -> None:
    names = _names(ronde, BezoekStand.GEPLAND, BezoekStand.GEWEEST)
    if not names:
        return

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        bezoek = velden.choice("bezoek", texts.WELK, names)
        dag = velden.day("dag", texts.WANNEER_WAS)
        st.html(tag("p", texts.WIE_MEE, class_="tv"))
        counted = []
        for column, rol in zip(st.columns(len(StemRol), vertical_alignment="bottom"), StemRol, strict=True):
            with column:
                counted.append((rol, velden.count(rol.value, gesprek.ROLLEN[rol])))
        gezien = velden.text("gezien", texts.GEZIEN)
        verslag = Bezoekverslag(dag, gezien, tuple(counted))
        return lambda: service.record_bezoek(
            *ronde.who, chosen(bezoek, texts.EEN_BEZOEK), verslag, token=velden.form.token
        )

    _ask(ronde, "verslag", texts.OPSCHRIJVEN, draw, texts.BEWAAR, texts.BEWAARD, uitleg=texts.OPSCHRIJVEN_UITLEG)


def _ask_afgelast(ronde: Bezoekronde) -> None:
    names = _names(ronde, BezoekStand.GEPLAND)
    if not names:
        return

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        bezoek = velden.choice("bezoek", texts.WELK, names)
        reden = velden.line("reden", texts.WAAROM_NIET)
        return lambda: service.cancel_bezoek(*ronde.who, chosen(bezoek, texts.EEN_BEZOEK), reden)

    _ask(ronde, "afgelast", texts.AFGELASTEN, draw, texts.GAAT_NIET_DOOR, texts.AFGELAST)


def _ask_verhalen(ronde: Bezoekronde) -> None:
    """Which verhalen were told there, and which were not after all."""
    verhalen = {it.id: it for it in service.verhalen_voor_bezoek(*ronde.who)}
    numbers = {id_: texts.VERHAAL.format(nummer=number) for number, id_ in enumerate(verhalen, start=1)}
    linked = {
        f"{bezoek.id} {id_}": (bezoek.id, id_)
        for bezoek in ronde.beeld.bezoeken
        for id_ in bezoek.verhalen
        if id_ in numbers
    }
    if verhalen:
        _ask_verhaal(ronde, verhalen, numbers)
    if linked:
        _ask_verhaal_eraf(ronde, verhalen, numbers, linked)


def _ask_verhaal(ronde: Bezoekronde, verhalen: Mapping[str, Verhaal], numbers: Mapping[str, str]) -> None:
    names = _names(ronde, BezoekStand.GEWEEST)
    if not names:
        return
    lines = [(numbers[id_], it) for id_, it in verhalen.items()]

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        _list_verhalen(ronde, lines)
        bezoek = velden.choice("bezoek", texts.WELK, names)
        verhaal = velden.choice("verhaal", texts.WELK_VERHAAL, numbers)
        return lambda: service.add_verhaal_bij(
            *ronde.who, chosen(bezoek, texts.EEN_BEZOEK), chosen(verhaal, texts.EEN_VERHAAL)
        )

    _ask(ronde, "verhaal", texts.VERHAAL_ERBIJ, draw, texts.ZET_ERBIJ, texts.ERBIJ, uitleg=texts.VERHAAL_UITLEG)


def _ask_verhaal_eraf(
    ronde: Bezoekronde,
    verhalen: Mapping[str, Verhaal],
    numbers: Mapping[str, str],
    linked: Mapping[str, tuple[str, str]],
) -> None:
    names = {
        key: texts.BIJ_BEZOEK.format(verhaal=numbers[verhaal], nummer=ronde.nummers[bezoek])
        for key, (bezoek, verhaal) in linked.items()
    }
    lines = [(names[key], verhalen[verhaal]) for key, (_, verhaal) in linked.items()]

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        _list_verhalen(ronde, lines)
        which = velden.choice("verhaal", texts.WELK_VERHAAL, names)
        return lambda: service.remove_verhaal_bij(*ronde.who, *linked[chosen(which, texts.EEN_VERHAAL)])

    _ask(ronde, "verhaal-eraf", texts.VERHAAL_ERAF, draw, texts.HAAL_ERAF, texts.ERAF, uitleg=texts.VERHAAL_ERAF_UITLEG)


def _list_verhalen(ronde: Bezoekronde, lines: Sequence[tuple[str, Verhaal]]) -> None:
    items = (tag("li", f"{name}: ", _link(it, ronde.beeld.wijk)) for name, it in lines)
    st.html(tag("details", tag("summary", texts.VERHALEN_LIJST), tag("ul", *items), class_="tv leren"))


def _ask_weghalen(ronde: Bezoekronde) -> None:
    names = _names(ronde, *BezoekStand)
    if not names:
        return

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        bezoek = velden.choice("bezoek", texts.WELK, names)
        velden.sure("zeker", texts.WEG_ZEKER, texts.WEG_NIET_ZEKER)
        return lambda: service.remove_woorden(*ronde.who, chosen(bezoek, texts.EEN_BEZOEK))

    _ask(ronde, "weghalen", texts.WEGHALEN, draw, texts.HAAL_WEG, texts.WEGGEHAALD, uitleg=texts.WEGHALEN_UITLEG)


def _names(ronde: Bezoekronde, *standen: BezoekStand) -> dict[str, str]:
    return {
        it.id: texts.BEZOEK.format(
            nummer=ronde.nummers[it.id], vorm=texts.VORM[it.vorm].lower(), dag=format_datum(it.dag)
        )
        for it in ronde.beeld.bezoeken
        if it.stand in standen
    }
