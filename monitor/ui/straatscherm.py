"""The page Samen de straat op: what was seen and heard in a wijk, for all; planning and writing down, for who may.

A label holds words of ours and numbers; what people wrote stands in our own HTML, because labels parse Markdown.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import streamlit as st

from monitor.domain.gebied import normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import StemRol
from monitor.domain.rechten import Handeling, mag
from monitor.domain.straat import Bezoekenbeeld, BezoekStand, BezoekVorm, Wijkbezoek
from monitor.domain.verhaal import Verhaal
from monitor.domain.wijkbeeld import Wijkbeeld
from monitor.errors import MonitorError, OngeldigeInvoer, Probleem
from monitor.nl import format_datum, opsomming, parse_getal
from monitor.services import straat as service
from monitor.services.rechten import current
from monitor.services.straat import Bezoekverslag, NieuwBezoek
from monitor.store.database import Database
from monitor.ui import frame, keuze, links, queries, werkscherm
from monitor.ui.html import Html, join, tag
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
    beeld = service.bezoekenbeeld(stand[0], now, code)
    numbers = {it.id: number for number, it in enumerate(reversed(beeld.bezoeken), start=1)}
    st.html(_heading(page))
    with st.container():
        werkscherm.said()
    st.html(compose(beeld, numbers))
    if not mag(now, Handeling.WIJKBEZOEK, code):
        st.html(tag("p", texts.MAG_NIET, class_="tv zacht"))
        return
    ronde = Bezoekronde(stand[0], now, beeld, numbers)
    _ask_plan(ronde)
    _ask_verslag(ronde)
    _ask_afgelast(ronde)
    if mag(now, Handeling.WIJKGESPREK_VOORBEREIDEN, code):
        _ask_verhaal(ronde)
        _ask_weghalen(ronde)


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


def compose(beeld: Bezoekenbeeld, numbers: Mapping[str, int]) -> Html:
    """What was seen and heard, what is still to come, and where a verhaal is told."""
    past = [_card(beeld, it, numbers[it.id]) for it in beeld.voorbij]
    coming = [_card(beeld, it, numbers[it.id]) for it in beeld.gepland]
    return tag(
        "div",
        tag("section", tag("h2", texts.LEERDEN), *(past or [tag("p", texts.LEERDEN_LEEG)])),
        tag("section", tag("h2", texts.GEPLAND), *(coming or [tag("p", texts.GEPLAND_LEEG)])),
        tag(
            "section",
            tag("h2", texts.VERTELLEN),
            tag("p", texts.VERTELLEN_UITLEG, class_="lezen"),
            tag("p", tag("a", texts.NAAR_VERTELLEN, href="verhaal-vertellen")),
        ),
        class_="tv leren",
    )


def _card(beeld: Bezoekenbeeld, it: Wijkbezoek, number: int) -> Html:
    title = texts.BEZOEK.format(nummer=number, vorm=texts.VORM[it.vorm].lower(), dag=format_datum(it.dag))
    return tag(
        "article",
        tag("h3", title),
        tag("p", tag("b", texts.WAAR), it.waar, dir="auto") if it.waar else tag("p", texts.WEG_WOORDEN),
        tag("p", tag("b", texts.VRAAG), it.vraag, dir="auto") if it.vraag else None,
        *_how(it),
        _went(it),
        _told(beeld, it),
    )


def _how(it: Wijkbezoek) -> list[Html | None]:
    if it.stand is BezoekStand.AFGELAST:
        return [tag("p", texts.NIET_DOOR, f" {it.nu.reden}" if it.nu.reden else None, dir="auto")]
    if it.stand is BezoekStand.GEPLAND:
        return []
    seen = tag("p", it.nu.gezien, class_="gezegd", dir="auto") if it.nu.gezien else tag("p", texts.NIETS_GEZIEN)
    before = [tag("p", stap.gezien, dir="auto") for stap in it.stappen[:-1] if stap.gezien]
    return [seen, tag("details", tag("summary", texts.EERDER), *before) if before else None]


def _went(it: Wijkbezoek) -> Html | None:
    counted = [count(gesprek.ROL_AANTAL[one.rol], one.aantal) for one in it.deelnemers]
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


def _ask(ronde: Bezoekronde, naam: str, title: str, form: Callable[[str], Callable[[], object]], *words: str) -> None:
    """One form in a fold: its fields, then what it does. `words`: its button and what is said after.

    A refusal keeps what was typed.
    """
    button, said = words
    token = werkscherm.token(naam, ronde.beeld.wijk)
    key, place = f"straat-{naam}-{token}", st.expander(title)
    with place, st.form(key, enter_to_submit=False, border=False):
        act = form(key)
        sent = st.form_submit_button(button)
    if not sent:
        return
    try:
        act()
    except MonitorError as error:
        with place:
            werkscherm.refused(error)
        return
    werkscherm.forget_token(naam, ronde.beeld.wijk)
    werkscherm.say(said)
    st.rerun()


def _ask_plan(ronde: Bezoekronde) -> None:
    def form(key: str) -> Callable[[], object]:
        vorm = st.radio(
            texts.WELKE_VORM,
            [it.value for it in BezoekVorm],
            format_func=lambda it: texts.VORM[BezoekVorm(it)],
            key=f"{key}-vorm",
        )
        dag = st.text_input(texts.WANNEER, key=f"{key}-dag")
        waar = st.text_input(texts.WAAR_HEEN, key=f"{key}-waar")
        vraag = st.text_area(texts.WAT_WETEN, key=f"{key}-vraag")
        token = werkscherm.token("plan", ronde.beeld.wijk)
        return lambda: service.plan_bezoek(
            *ronde.who, NieuwBezoek(_day(dag), BezoekVorm(vorm), waar, vraag), token=token
        )

    _ask(ronde, "plan", texts.PLANNEN, form, texts.PLAN, texts.GEPLAND_GEZEGD)


def _ask_verslag(ronde: Bezoekronde) -> None:
    names = _names(ronde, BezoekStand.GEPLAND, BezoekStand.GEWEEST)
    if not names:
        return

    def form(key: str) -> Callable[[], object]:
        bezoek = _choice(texts.WELK, names, f"{key}-bezoek")
        dag = st.text_input(texts.WANNEER_WAS, key=f"{key}-dag")
        typed = []
        for column, rol in zip(st.columns(len(StemRol)), StemRol, strict=True):
            with column:
                typed.append((rol, st.text_input(gesprek.ROLLEN[rol], key=f"{key}-{rol.value}")))
        gezien = st.text_area(texts.GEZIEN, key=f"{key}-gezien")

        def act() -> None:
            counted = tuple((rol, _count(gesprek.ROLLEN[rol], it)) for rol, it in typed)
            verslag = Bezoekverslag(_day(dag), gezien, counted)
            service.record_bezoek(*ronde.who, _chosen(bezoek, texts.KIES_BEZOEK), verslag)

        return act

    _ask(ronde, "verslag", texts.OPSCHRIJVEN, form, texts.BEWAAR, texts.BEWAARD)


def _ask_afgelast(ronde: Bezoekronde) -> None:
    names = _names(ronde, BezoekStand.GEPLAND)
    if not names:
        return

    def form(key: str) -> Callable[[], object]:
        bezoek = _choice(texts.WELK, names, f"{key}-bezoek")
        reden = st.text_input(texts.WAAROM_NIET, key=f"{key}-reden")
        return lambda: service.cancel_bezoek(*ronde.who, _chosen(bezoek, texts.KIES_BEZOEK), reden)

    _ask(ronde, "afgelast", texts.AFGELASTEN, form, texts.GAAT_NIET_DOOR, texts.AFGELAST)


def _ask_verhaal(ronde: Bezoekronde) -> None:
    names = _names(ronde, BezoekStand.GEWEEST)
    verhalen = service.verhalen_voor_bezoek(*ronde.who)
    if not names or not verhalen:
        return
    numbers = {it.id: texts.VERHAAL.format(nummer=number) for number, it in enumerate(verhalen, start=1)}
    lines = (tag("li", f"{numbers[it.id]}: ", _link(it, ronde.beeld.wijk)) for it in verhalen)

    def form(key: str) -> Callable[[], object]:
        st.html(tag("p", texts.VERHAAL_UITLEG, class_="tv"))
        st.html(tag("details", tag("summary", texts.VERHALEN_LIJST), tag("ul", *lines), class_="tv leren"))
        bezoek = _choice(texts.WELK, names, f"{key}-bezoek")
        verhaal = _choice(texts.WELK_VERHAAL, numbers, f"{key}-verhaal")
        return lambda: service.add_verhaal_bij(
            *ronde.who, _chosen(bezoek, texts.KIES_BEZOEK), _chosen(verhaal, texts.KIES_VERHAAL)
        )

    _ask(ronde, "verhaal", texts.VERHAAL_ERBIJ, form, texts.ZET_ERBIJ, texts.ERBIJ)


def _ask_weghalen(ronde: Bezoekronde) -> None:
    names = _names(ronde, *BezoekStand)
    if not names:
        return

    def form(key: str) -> Callable[[], object]:
        st.html(tag("p", texts.WEGHALEN_UITLEG, class_="tv"))
        bezoek = _choice(texts.WELK, names, f"{key}-bezoek")
        return lambda: service.remove_woorden(*ronde.who, _chosen(bezoek, texts.KIES_BEZOEK))

    _ask(ronde, "weghalen", texts.WEGHALEN, form, texts.HAAL_WEG, texts.WEGGEHAALD)


def _names(ronde: Bezoekronde, *standen: BezoekStand) -> dict[str, str]:
    return {
        it.id: texts.BEZOEK.format(
            nummer=ronde.nummers[it.id], vorm=texts.VORM[it.vorm].lower(), dag=format_datum(it.dag)
        )
        for it in ronde.beeld.bezoeken
        if it.stand in standen
    }


def _choice(label: str, names: Mapping[str, str], key: str) -> str | None:
    return st.selectbox(
        label, list(names), index=None, format_func=lambda it: names.get(it, it), placeholder=texts.KIES, key=key
    )


def _chosen(value: str | None, said: str) -> str:
    if value is None:
        raise OngeldigeInvoer([Probleem(said, "bezoek")])
    return value


def _day(typed: str) -> date | None:
    if not typed.strip():
        return None
    try:
        return datetime.strptime(typed.strip(), "%d-%m-%Y").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        raise OngeldigeInvoer([Probleem(gesprek.DAG_FOUT.format(veld="Wanneer?"), "dag")]) from None


def _count(label: str, typed: str) -> int:
    try:
        number = parse_getal(typed) if typed.strip() else 0.0
    except OngeldigeInvoer:
        number = 0.5
    if number != int(number):
        raise OngeldigeInvoer([Probleem(gesprek.GETAL_FOUT.format(veld=label), "aantal")])
    return int(number)
