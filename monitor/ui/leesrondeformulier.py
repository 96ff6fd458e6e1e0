"""The forms of choosing verhalen together: labels hold words of ours and numbers, never what people said."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import StemRol
from monitor.domain.leesronde import (
    Leeskeuze,
    Leesniveau,
    Leesronde,
    NagaanUitkomst,
    Rondebeeld,
    RondeStand,
    Werkwijze,
    keuze_problemen,
)
from monitor.domain.verhaal import Verhaal
from monitor.errors import MonitorError, OngeldigeInvoer, Probleem
from monitor.services import leesrondes, woorden
from monitor.services.leesrondes import MISGING_NAAM, OPEN_NAAM, Herkenning, NieuweNagaan, NieuweRonde
from monitor.store.database import Database
from monitor.ui import leesrondeblok, werkscherm
from monitor.ui.html import tag
from monitor.ui.stemvelden import box, chosen, counts, rol_box, row
from monitor.ui.texts import kiezen as kiesteksten
from monitor.ui.texts import leesronde as texts

Word = TypeVar("Word")
KEER = "leesronde-keer"
"""How often the page was to go to where the steps begin."""


@dataclass(frozen=True, slots=True)
class Leesgroep:
    """Who leads, in which wijk, and the ronde as she reads it."""

    database: Database
    gebruiker: Gebruiker
    beeld: Rondebeeld

    @property
    def wijk(self) -> str:
        """Code of the wijk."""
        return self.beeld.ronde.gebied

    @property
    def ronde(self) -> str:
        """Id of the ronde."""
        return self.beeld.ronde.id

    @property
    def onderwerpen(self) -> dict[str, str]:
        """The domeinen by id, each with its number."""
        return {
            it.domein.id: texts.ONDERWERP.format(nummer=place) for place, it in enumerate(self.beeld.domeinen, start=1)
        }

    @property
    def verhalen(self) -> dict[str, str]:
        """What lies on the table by id, each with its number."""
        return {it.verhaal.id: texts.VERHAAL_NUMMER.format(nummer=it.nummer) for it in self.beeld.verhalen}

    def key(self, naam: str) -> str:
        """The key of a form of this ronde: another one after every saving."""
        return f"leesronde-{naam}-{werkscherm.token('leesronde', naam, self.ronde)}"

    def token(self, naam: str) -> str:
        """The token of a form: sending it twice is sending it once."""
        return werkscherm.token("leesronde", naam, self.ronde)

    @contextmanager
    def form(self, naam: str, place: DeltaGenerator, *, border: bool = True) -> Iterator[None]:
        """The block of a form; under it stands what was kept last, in sight of who pressed its button."""
        with place, st.form(self.key(naam), enter_to_submit=False, border=border):
            yield
        with place:
            werkscherm.said("leesronde", naam, self.ronde)

    def save(self, naam: str, said: str, action: Callable[[], object], place: DeltaGenerator) -> None:
        """Do what was asked and begin anew, or say what is wrong in `place`; the form keeps what was typed."""
        # What was chosen comes above the forms and moves them out of sight: there the page goes to its top.
        beside = naam != "keuze"
        _save(action, said, place, "leesronde", naam, self.ronde, beside=beside)


def _save(action: Callable[[], object], said: str, place: DeltaGenerator, *token: object, beside: bool = False) -> None:
    try:
        action()
    except MonitorError as error:
        with place:
            werkscherm.refused(error)
        return
    werkscherm.forget_token(*token)
    werkscherm.say(said, *(token if beside else ()))
    if not beside:
        go_to_top()
    st.rerun()


def go_to_top() -> None:
    """Show the next run from where the steps begin."""
    st.session_state[KEER] = st.session_state.get(KEER, 0) + 1


def _word(label: str, words: Mapping[Word, str], key: str) -> Word | None:
    return st.selectbox(
        label, list(words), index=None, format_func=lambda it: words[it], placeholder=texts.KIES_WOORD, key=key
    )


def _choose(groep: Leesgroep, domein: str | None, verhaal: str | None, reden: str, token: str) -> str:
    """Keep a choice. Nothing picked in the list is told with all else that is wrong; "" is "geen verhaal"."""
    missing = [
        Probleem(kiesteksten.EERST_KIEZEN.format(wat=wat), wat)
        for wat, picked in ((texts.EERST_ONDERWERP, domein), (texts.EERST_VERHAAL, verhaal))
        if picked is None
    ]
    if domein is None or verhaal is None:
        raise OngeldigeInvoer([*missing, *keuze_problemen(verhaal or None, reden, [verhaal or ""])])
    place = (groep.database, groep.gebruiker, groep.wijk, groep.ronde, domein)
    return leesrondes.choose(*place, verhaal or None, reden, token=token)


def _day(typed: str) -> date | None:
    """A day as it was typed; None when it is none, which the service tells together with what else is wrong."""
    try:
        return werkscherm.day(typed)
    except OngeldigeInvoer:
        return None


def _explained(title: str, text: str) -> None:
    st.html(tag("div", tag("h2", title), tag("p", text, class_="lezen"), class_="tv alleen-scherm"))


# Beginning


def ask_ronde(database: Database, gebruiker: Gebruiker, wijk: str, rondes: Sequence[Leesronde]) -> None:
    """Begin a ronde; afterwards it stands in the address."""
    token = werkscherm.token("leesronde", wijk)
    key = f"leesronde-nieuw-{token}"
    numbers = leesrondeblok.numbered(rondes)
    over = [it for it in rondes if it.stand is RondeStand.GESLOTEN and it.niveau is not Leesniveau.RAAD]
    place = st.expander(texts.NIEUW, expanded=not rondes)
    with place, st.form(key, enter_to_submit=False, border=False):
        st.html(tag("p", texts.NIEUW_UITLEG, class_="tv lezen"))
        naam = st.text_input(texts.NAAM, key=f"{key}-naam")
        niveau = _word(texts.WIE_KIEST, woorden.LEESNIVEAU, f"{key}-niveau")
        read = [it.id for it in over if st.checkbox(_read_label(it, numbers), key=f"{key}-{it.id}", help=None)]
        werkwijze = _word(texts.HOE_KIEST, {it: texts.HOE[it.value] for it in Werkwijze}, f"{key}-hoe")
        van = st.text_input(texts.VAN, key=f"{key}-van")
        tot = st.text_input(texts.TOT, key=f"{key}-tot")
        domeinen = st.text_area(texts.DOMEINEN, key=f"{key}-domeinen")
        uitleg = texts.DOMEINEN_UITLEG.format(open=OPEN_NAAM, misging=MISGING_NAAM)
        st.html(tag("p", uitleg, class_="tv zacht"))
        sent = st.form_submit_button(texts.BEGIN, type="primary")
    if not sent:
        return

    def begin() -> None:
        nieuw = NieuweRonde(
            naam=naam,
            niveau=niveau,
            werkwijze=werkwijze,
            periode_van=_day(van),
            periode_tot=_day(tot),
            domeinen=tuple(line for line in domeinen.splitlines() if line.strip()),
            vorige=tuple(read),
        )
        st.query_params["ronde"] = leesrondes.add_ronde(database, gebruiker, wijk, nieuw, token=token)

    _save(begin, texts.BEGONNEN, place, "leesronde", wijk)


def _read_label(ronde: Leesronde, numbers: Mapping[str, int]) -> str:
    return texts.LEES_RONDE.format(nummer=numbers[ronde.id], wie=woorden.LEESNIVEAU[ronde.niveau])


# 1. What lies on the table


def ask_place(groep: Leesgroep, aanbod: Sequence[Verhaal]) -> None:
    """Lay verhalen in a domein, move them, or take them off."""
    key = groep.key("tafel")
    words = {it.id: texts.AANBOD_NUMMER.format(nummer=number) for number, it in enumerate(aanbod, start=1)}
    words |= groep.verhalen
    if not words:
        return
    places = groep.onderwerpen | ({} if groep.beeld.ronde.vorige else {"": texts.VAN_TAFEL})
    place = st.container()
    with groep.form("tafel", place):
        st.html(tag("p", tag("b", texts.WELKE_VERHALEN), class_="tv"))
        with st.container(horizontal=True):
            wanted = [id_ for id_, label in words.items() if st.checkbox(label, key=f"{key}-{id_}")]
        where = box(texts.WAARHEEN, places, f"{key}-waar")
        sent = st.form_submit_button(texts.LEG_NEER, type="primary")
    if sent:
        groep.save(
            "tafel",
            texts.NEERGELEGD,
            lambda: leesrondes.place_verhalen(
                groep.database,
                groep.gebruiker,
                groep.wijk,
                groep.ronde,
                wanted,
                "geen" if where is None else where or None,
            ),
            place,
        )


# 2. Reading and choosing


def ask_deelnemers(groep: Leesgroep) -> None:
    """Count who reads along."""
    key = groep.key("deelnemers")
    place = st.expander(texts.DEELNEMERS)
    with groep.form("deelnemers", place, border=False):
        st.html(tag("p", texts.DEELNEMERS_UITLEG, class_="tv"))
        rows = {rol: row(rol, {"aantal": texts.DEELNEMERS_AANTAL}, key) for rol in StemRol}
        aantal = st.text_input(texts.GAST_AANTAL, key=f"{key}-gasten")
        wie = st.text_input(texts.GAST_WIE, key=f"{key}-wie")
        sent = st.form_submit_button(texts.DEELNEMERS_BEWAAR, type="primary")
    if not sent:
        return

    def save() -> None:
        gast = counts({StemRol.BEWONER: {"gasten": (texts.GAST_AANTAL, aantal)}})
        guests = gast[StemRol.BEWONER]["gasten"] if gast else 0
        leesrondes.count_deelnemers(
            groep.database,
            groep.gebruiker,
            groep.wijk,
            groep.ronde,
            [(rol, counted["aantal"]) for rol, counted in counts(rows).items()],
            (guests, wie) if guests or wie.strip() else None,
        )

    groep.save("deelnemers", texts.BEWAARD, save, place)


def ask_stemmen(groep: Leesgroep) -> None:
    """Count how many people of each role choose a verhaal."""
    if groep.beeld.ronde.werkwijze is not Werkwijze.STEMMING or not groep.verhalen:
        return
    key = groep.key("stemmen")
    place = st.expander(texts.STEM)
    with groep.form("stemmen", place, border=False):
        st.html(tag("p", texts.STEM_UITLEG, class_="tv"))
        verhaal = box(texts.STEM_VERHAAL, groep.verhalen, f"{key}-verhaal")
        rows = {rol: row(rol, {"aantal": texts.STEM_AANTAL}, key) for rol in StemRol}
        sent = st.form_submit_button(texts.STEM_BEWAAR, type="primary")
    if sent:
        groep.save(
            "stemmen",
            texts.BEWAARD,
            lambda: leesrondes.count_stemmen(
                groep.database,
                groep.gebruiker,
                groep.wijk,
                groep.ronde,
                verhaal or "",
                [(rol, counted["aantal"]) for rol, counted in counts(rows).items()],
            ),
            place,
        )


def ask_keuze(groep: Leesgroep) -> None:
    """Choose in a domein, or choose nothing there; never without a reason."""
    key = groep.key("keuze")
    _explained(texts.KIEZEN, texts.KIEZEN_UITLEG)
    place = st.container()
    with groep.form("keuze", place):
        domein = box(texts.WELK_ONDERWERP, groep.onderwerpen, f"{key}-domein")
        verhaal = box(texts.WELK_VERHAAL, {**groep.verhalen, "": texts.GEEN_VERHAAL}, f"{key}-verhaal")
        reden = st.text_area(texts.REDEN, key=f"{key}-reden")
        sent = st.form_submit_button(texts.KIES_DIT, type="primary")
    if sent:
        groep.save(
            "keuze",
            texts.GEKOZEN,
            lambda: _choose(groep, domein, verhaal, reden, groep.token("keuze")),
            place,
        )


def ask_afwijking(groep: Leesgroep) -> None:
    """Write down that somebody sees it differently."""
    key = groep.key("anders")
    place = st.expander(texts.AFWIJKING)
    with groep.form("anders", place, border=False):
        st.html(tag("p", texts.AFWIJKING_UITLEG, class_="tv"))
        domein = box(texts.WELK_ONDERWERP, groep.onderwerpen, f"{key}-domein")
        rol = rol_box(f"{key}-rol")
        tekst = st.text_area(texts.AFWIJKING_TEKST, key=f"{key}-tekst")
        liever = box(texts.LIEVER_WELK, groep.verhalen, f"{key}-liever")
        sent = st.form_submit_button(texts.AFWIJKING_BEWAAR, type="primary")
    if sent:
        groep.save(
            "anders",
            texts.BEWAARD,
            lambda: leesrondes.add_afwijking(
                groep.database,
                groep.gebruiker,
                groep.wijk,
                groep.ronde,
                domein or "",
                rol,
                tekst,
                liever,
                token=groep.token("anders"),
            ),
            place,
        )


# 3. Asking once more, and counting


def ask_nagaan(groep: Leesgroep) -> None:
    """Write down what came of asking once more, and count who recognises it."""
    places = [place for place, it in enumerate(groep.beeld.domeinen, start=1) if it.gekozen]
    here = {groep.beeld.domeinen[place - 1].domein.id: texts.ONDERWERP.format(nummer=place) for place in places}
    if not here:
        st.html(tag("p", texts.NIETS_NA_TE_GAAN, class_="tv lezen"))
        return
    _ask_uitkomst(groep, here)
    _ask_herkend(groep, here)


def _ask_uitkomst(groep: Leesgroep, here: Mapping[str, str]) -> None:
    key = groep.key("nagaan")
    _explained(texts.NAGAAN, texts.NAGAAN_UITLEG)
    place = st.container()
    with groep.form("nagaan", place):
        domein = box(texts.WELK_ONDERWERP, here, f"{key}-domein")
        uitkomst = _word(texts.UITKOMST, {it: woorden.NAGAAN_UITKOMST[it] for it in NagaanUitkomst}, f"{key}-wat")
        rol = _word(texts.WIE_GING_NA, texts.IK_BEN, f"{key}-rol")
        op = st.text_input(texts.NAGAAN_OP, key=f"{key}-op")
        tekst = st.text_area(texts.NAGAAN_TEKST, key=f"{key}-tekst")
        sent = st.form_submit_button(texts.NAGAAN_BEWAAR, type="primary")
    if sent:
        groep.save(
            "nagaan",
            texts.BEWAARD,
            lambda: leesrondes.add_nagaan(
                groep.database,
                groep.gebruiker,
                groep.wijk,
                groep.ronde,
                domein or "",
                NieuweNagaan(uitkomst, rol, _day(op), tekst),
                token=groep.token("nagaan"),
            ),
            place,
        )


def _ask_herkend(groep: Leesgroep, here: Mapping[str, str]) -> None:
    key = groep.key("herkend")
    _explained(texts.HERKEND, texts.HERKEND_UITLEG)
    place = st.container()
    with groep.form("herkend", place):
        domein = box(texts.WELK_ONDERWERP, here, f"{key}-domein")
        fields = {"gevraagd": texts.HERKEND_GEVRAAGD, "aantal": texts.HERKEND_AANTAL}
        rows = {rol: row(rol, fields, key) for rol in StemRol}
        sent = st.form_submit_button(texts.HERKEND_BEWAAR, type="primary")
    if sent:
        groep.save(
            "herkend",
            texts.BEWAARD,
            lambda: leesrondes.count_herkend(
                groep.database,
                groep.gebruiker,
                groep.wijk,
                groep.ronde,
                domein or "",
                [Herkenning(rol, **counted) for rol, counted in counts(rows).items()],
            ),
            place,
        )


# 4. The end


def ask_close(groep: Leesgroep) -> None:
    """End the ronde, or say that it does not go on."""
    key = groep.key("sluiten")
    _explained(texts.SLUITEN, texts.SLUITEN_UITLEG)
    place = st.container()
    with place, st.form(key, enter_to_submit=False, border=False):
        sent = st.form_submit_button(texts.SLUIT, type="primary")
    if sent:
        groep.save(
            "sluiten",
            texts.GESLOTEN,
            lambda: leesrondes.close(groep.database, groep.gebruiker, groep.wijk, groep.ronde),
            place,
        )
    off = st.expander(texts.AFGELASTEN)
    with off, st.form(f"{key}-af", enter_to_submit=False, border=False):
        reden = st.text_area(texts.AFGELASTEN_REDEN, key=f"{key}-reden")
        called = st.form_submit_button(texts.GELAST_AF)
    if called:
        groep.save(
            "sluiten",
            texts.AFGELAST,
            lambda: leesrondes.call_off(groep.database, groep.gebruiker, groep.wijk, groep.ronde, reden),
            off,
        )


def ask_remove(groep: Leesgroep) -> None:
    """Take words away that lead to a person after all."""
    key = groep.key("weghalen")
    words = _words(groep.beeld)
    place = st.expander(texts.WEGHALEN)
    with groep.form("weghalen", place, border=False):
        st.html(tag("p", texts.WEGHALEN_UITLEG, class_="tv"))
        which = box(texts.WEGHALEN_WAT, words, f"{key}-{len(words)}")
        sent = st.form_submit_button(texts.WEGHALEN_KNOP)
    if sent:
        groep.save(
            "weghalen",
            texts.WEGGEHAALD,
            lambda: leesrondes.remove_words_of(
                groep.database, groep.gebruiker, groep.wijk, groep.ronde, chosen(which, texts.EERST_WOORDEN)
            ),
            place,
        )


def _words(beeld: Rondebeeld) -> dict[str, str]:
    """Everything on the page that has words of people, by id, in words of ours."""
    ronde = beeld.ronde
    found = {ronde.id: texts.WOORDEN_NAAM} if ronde.naam else {}
    found |= {ronde.stand_id: texts.WOORDEN_AFGELAST} if ronde.stand_reden else {}
    found |= {beeld.gast_id: texts.WOORDEN_GASTEN} if beeld.gast_id else {}
    for place, it in enumerate(beeld.domeinen, start=1):
        found |= {it.domein.id: texts.WOORDEN_ONDERWERP.format(nummer=place)} if it.domein.naam else {}
        for number, keuze in enumerate(it.eerder, start=1):
            found |= _words_of(keuze, texts.WOORDEN_EERDER.format(plaats=number, nummer=place), f"{place}, {number}")
        found |= _words_of(it.keuze, texts.WOORDEN_REDEN.format(nummer=place), str(place)) if it.keuze else {}
    return found


def _words_of(keuze: Leeskeuze, reden: str, where: str) -> dict[str, str]:
    found = {keuze.id: reden} if keuze.reden else {}
    for number, anders in enumerate(keuze.afwijkingen, start=1):
        found[anders.id] = texts.WOORDEN_ANDERS.format(plaats=number, nummer=where)
    for number, nagaan in enumerate(keuze.nagegaan, start=1):
        found |= {nagaan.id: texts.WOORDEN_NAGEGAAN.format(plaats=number, nummer=where)} if nagaan.toelichting else {}
    return found
