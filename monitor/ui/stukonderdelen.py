"""What may stand in a stuk more than once: the list, one of them to write in, and one more.

Choices carry numbers: what people wrote stands in our own HTML and in fields, because labels parse Markdown.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeVar

import streamlit as st

from monitor.domain.raadsstuk import (
    BIJ_BESLISPUNT,
    DELEN,
    ONDERDEEL_VELDEN,
    Deel,
    Onderdeel,
    OnderdeelInvoer,
    OnderdeelSoort,
    OnderdeelStand,
)
from monitor.errors import MonitorError, OngeldigeInvoer, Probleem
from monitor.nl import format_datum, format_euro, parse_getal
from monitor.services import stukonderdelen, woorden
from monitor.services.raad import raadsbesluiten
from monitor.ui import stukveld, stukversies, werkscherm
from monitor.ui.html import Html, tag
from monitor.ui.stukwerk import Stukwerk
from monitor.ui.texts import raadsstuk as texts

Word = TypeVar("Word", bound=str)
_FIGURES = frozenset(
    {
        OnderdeelSoort.ARGUMENT,
        OnderdeelSoort.KANTTEKENING,
        OnderdeelSoort.RISICO,
        OnderdeelSoort.FINANCIELE_REGEL,
        OnderdeelSoort.MIJLPAAL,
        OnderdeelSoort.EERDER,
    }
)
"""Of these more is asked than words."""


def ask(werk: Stukwerk, soort: OnderdeelSoort) -> None:
    """All of one kind, one of them open, and a form for one more."""
    st.html(_list(werk, soort))
    found = werk.stuk.van(soort)
    chosen = _ask_which(werk, soort) if found else None
    if chosen is not None:
        with st.container(key=f"raadsstuk-onderdeel-{chosen.id}", border=True):
            _ask_one(werk, chosen)
    if werk.schrijft:
        _ask_new(werk, soort)
    stukversies.ask_gone(werk, soort)


def _ask_which(werk: Stukwerk, soort: OnderdeelSoort) -> Onderdeel | None:
    found = werk.stuk.van(soort)
    names = {it.id: werk.naam(it) for it in found}
    if len(found) == 1:
        return found[0]
    key = f"raadsstuk-welk-{soort.value}-{werk.stuk.id}"
    wanted = werk.take_next(soort) or st.session_state.get(key)
    if st.session_state.get(key) != wanted or wanted not in names:
        st.session_state[key] = wanted if wanted in names else found[0].id
    id_ = st.selectbox(
        werk.wat(soort),
        list(names),
        format_func=lambda it: names.get(it, it),
        placeholder=texts.KIES,
        key=key,
    )
    return werk.stuk.onderdeel(id_) if id_ else None


# The list


def _list(werk: Stukwerk, soort: OnderdeelSoort) -> Html:
    numbers = werk.nummers(soort)
    items = [_item(werk, it, numbers[it.id]) for it in werk.stuk.van(soort)]
    empty = tag("p", texts.ONDERDELEN_LEEG, class_="zacht")
    return tag(
        "div",
        tag("h3", werk.meer(soort)),
        tag("ul", *items, class_="onderdelen") if items else empty,
        class_="tv raadsstuk",
    )


def _item(werk: Stukwerk, it: Onderdeel, number: str) -> Html:
    facts = " · ".join(_facts(werk, it))
    return tag(
        "li",
        tag("b", number, " "),
        tag("span", werk.kop(it), dir="auto"),
        tag("p", facts, class_="wie") if facts else None,
    )


def _facts(werk: Stukwerk, it: Onderdeel) -> Iterator[str]:
    stand = it.stand
    if it.soort is OnderdeelSoort.ARGUMENT:
        yield werk.cijfers.get((stand.indicator or "", stand.gebied or ""), texts.GEEN_CIJFER)
        yield werk.citaten.get(stand.citaat or "", texts.GEEN_VERHAAL)
    if stand.eerder is not None:
        yield woorden.EERDER_VORM[stand.eerder]
    if stand.dag is not None:
        yield format_datum(stand.dag)
    if stand.geldvorm is not None:
        yield woorden.GELD_VORM[stand.geldvorm]
        for label, bedrag in zip(werk.stuk.geldjaren, stand.bedragen, strict=True):
            if bedrag is not None:
                yield f"{label}: {format_euro(bedrag)}"


# One of them


def _ask_one(werk: Stukwerk, it: Onderdeel) -> None:
    st.html(tag("p", tag("b", werk.naam(it)), class_="tv"))
    for place, naam in enumerate(ONDERDEEL_VELDEN[it.soort]):
        # The first words stand in the list above too.
        stukveld.ask(werk, it.veld(naam), werk.onderdeel_label(it.soort, naam), elders=place == 0)
    if not werk.schrijft:
        return
    if it.soort in _FIGURES and _has_figures(werk, it.soort):
        _ask_figures(werk, it)
    _ask_place(werk, it)


def _has_figures(werk: Stukwerk, soort: OnderdeelSoort) -> bool:
    return soort not in BIJ_BESLISPUNT or soort is OnderdeelSoort.ARGUMENT or Deel.BESLUIT in DELEN[werk.stuk.soort]


def _ask_figures(werk: Stukwerk, it: Onderdeel) -> None:
    key = f"{werk.key('gegevens')}-{it.id}"
    werk.opened(key, it.stand.nummer)
    place = st.container()
    with place, st.form(key, enter_to_submit=False, border=False):
        ask_invoer = _Invoer(werk, it.soort, it.stand, key)
        ask_invoer.ask()
        sent = st.form_submit_button(texts.GEGEVENS_BEWAAR)
    if sent:

        def change() -> None:
            invoer = ask_invoer.invoer()
            seen = werk.seen(key, it.stand.nummer)
            stukonderdelen.change_onderdeel(*werk.who, it.id, invoer, begonnen_bij=seen)

        werk.save("gegevens", texts.GEGEVENS_BEWAARD, change, place)


def _ask_place(werk: Stukwerk, it: Onderdeel) -> None:
    """Move it, or take it out; what must stay says why."""
    place = st.container(horizontal=True, key=f"raadsstuk-plaats-{it.id}")
    several = len(werk.stuk.van(it.soort)) > 1
    with place:
        up = several and st.button(texts.OMHOOG, key=f"omhoog-{it.id}")
        down = several and st.button(texts.OMLAAG, key=f"omlaag-{it.id}")
        out = not it.vast and st.button(texts.ERUIT, key=f"eruit-{it.id}")
    if up or down:
        werk.save("plaats", "", lambda: stukonderdelen.move_onderdeel(*werk.who, it.id, omhoog=up), place)
    if out:
        werk.save("plaats", texts.ERUIT_GEDAAN, lambda: stukonderdelen.remove_onderdeel(*werk.who, it.id), place)


# One more


def _ask_new(werk: Stukwerk, soort: OnderdeelSoort) -> None:
    naam = f"nieuw-{soort.value}"
    key = werk.key(naam)
    place = st.expander(texts.NIEUW_ONDERDEEL.format(wat=woorden.stukonderdeel(werk.stuk.soort, soort)))
    with place, st.form(key, enter_to_submit=False, border=False):
        words = {
            veld: st.text_area(werk.onderdeel_label(soort, veld), key=f"{key}-{veld}", height="content")
            for veld in ONDERDEEL_VELDEN[soort]
        }
        invoer = _Invoer(werk, soort, OnderdeelStand(0), key)
        if soort in _FIGURES and _has_figures(werk, soort):
            invoer.ask()
        sent = st.form_submit_button(texts.VOEG_TOE)
    if sent:

        def add() -> None:
            said = {veld: tekst.replace("\r\n", "\n") for veld, tekst in words.items()}
            id_ = stukonderdelen.add_onderdeel(*werk.who, soort, invoer.invoer(), said, token=werk.token(naam))
            werk.show_next(soort, id_)

        werk.save(naam, texts.TOEGEVOEGD, add, place)


# What is asked besides words


class _Invoer:
    """The fields that are no words: drawn inside a form, and read when that is sent."""

    def __init__(self, werk: Stukwerk, soort: OnderdeelSoort, stand: OnderdeelStand, key: str) -> None:
        self._werk, self._soort, self._stand, self._key = werk, soort, stand, key
        self._bij, self._citaat = stand.bij, stand.citaat
        self._cijfer = (stand.indicator, stand.gebied) if stand.indicator and stand.gebied else None
        self._geldvorm, self._eerder, self._besluit = stand.geldvorm, stand.eerder, stand.raadsbesluit
        self._dag = ""
        self._bedragen: list[tuple[str, str]] = []

    def ask(self) -> None:
        """Draw what belongs to this kind."""
        points = self._werk.nummers(OnderdeelSoort.BESLISPUNT)
        if self._soort in BIJ_BESLISPUNT and points:
            names = {id_: texts.BIJ_PUNT.format(nummer=number) for id_, number in points.items()}
            self._bij = self._box("bij", texts.BIJ, {"": texts.BIJ_GEEN, **names}, self._stand.bij or "") or None
        if self._soort is OnderdeelSoort.ARGUMENT:
            self._ask_evidence()
        if self._soort is OnderdeelSoort.FINANCIELE_REGEL:
            self._ask_money()
        if self._soort is OnderdeelSoort.EERDER:
            self._eerder = self._box("eerder", texts.EERDER, woorden.EERDER_VORM, self._stand.eerder)
            known = raadsbesluiten(self._werk.database, self._werk.stuk.gemeente)
            names = {
                it.id: texts.BESLUIT_NUMMER.format(nummer=place, dag=format_datum(it.dag))
                for place, it in enumerate(known, start=1)
            }
            if names:
                now = self._stand.raadsbesluit or ""
                self._besluit = self._box("besluit", texts.BESLUIT, {"": texts.GEEN_BESLUIT, **names}, now) or None
        if self._soort in (OnderdeelSoort.EERDER, OnderdeelSoort.MIJLPAAL):
            shown = f"{self._stand.dag:%d-%m-%Y}" if self._stand.dag else ""
            self._dag = st.text_input(texts.DAG, value=shown, key=f"{self._key}-dag")

    def _ask_evidence(self) -> None:
        names = {f"{code} {gebied}": naam for (code, gebied), naam in self._werk.cijfers.items()}
        now = f"{self._stand.indicator} {self._stand.gebied}" if self._stand.indicator else ""
        code = self._box("cijfer", texts.BIJ_CIJFER, {"": texts.GEEN_CIJFER, **names}, now)
        indicator, _, gebied = (code or "").partition(" ")
        self._cijfer = (indicator, gebied) if gebied else None
        citaten = {"": texts.GEEN_VERHAAL, **self._werk.citaten}
        self._citaat = self._box("citaat", texts.BIJ_CITAAT, citaten, self._stand.citaat or "") or None

    def _ask_money(self) -> None:
        self._geldvorm = self._box("geldvorm", texts.GELDVORM, woorden.GELD_VORM, self._stand.geldvorm)
        for place, label in enumerate(self._werk.stuk.geldjaren):
            known = self._stand.bedragen[place]
            shown = format(known, "f").replace(".", ",") if known is not None else ""
            asked = texts.BEDRAG.format(jaar=label)
            self._bedragen.append((asked, st.text_input(asked, value=shown, key=f"{self._key}-bedrag-{place}")))

    def _box(self, naam: str, label: str, words: Mapping[Word, str], now: Word | None) -> Word | None:
        keys = list(words)
        return st.selectbox(
            label,
            keys,
            index=keys.index(now) if now is not None and now in words else None,
            format_func=lambda it: words.get(it, it),
            placeholder=texts.KIES,
            key=f"{self._key}-{naam}",
        )

    def invoer(self) -> OnderdeelInvoer:
        """What was filled in. Raises OngeldigeInvoer with all that cannot be read."""
        problemen: list[Probleem] = []
        bedragen = tuple(_amount(label, typed, problemen) for label, typed in self._bedragen) or self._stand.bedragen
        dag = None
        if self._dag.strip():
            try:
                dag = werkscherm.day(self._dag)
            except OngeldigeInvoer as error:
                problemen += error.problemen
        if problemen:
            raise OngeldigeInvoer(problemen)
        indicator, gebied = self._cijfer or (None, None)
        return OnderdeelInvoer(
            bij=self._bij,
            indicator=indicator,
            gebied=gebied,
            citaat=self._citaat,
            geldvorm=self._geldvorm,
            bedragen=bedragen,
            dag=dag,
            eerder=self._eerder,
            raadsbesluit=self._besluit,
        )


def _amount(label: str, typed: str, problemen: list[Probleem]) -> Decimal | None:
    if not typed.strip():
        return None
    try:
        return Decimal(str(parse_getal(typed)))
    except MonitorError:
        problemen.append(Probleem(f"{label}: {texts.GEEN_BEDRAG}", "bedragen"))
        return None
