"""The forms of choosing verhalen together: labels hold words of ours and numbers, never what people said."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

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
from monitor.errors import OngeldigeInvoer, Probleem
from monitor.services import leesrondes, woorden
from monitor.services.leesrondes import MISGING_NAAM, OPEN_NAAM, Herkenning, NieuweNagaan, NieuweRonde
from monitor.store.database import Database
from monitor.ui import leesrondeblok, tekstvelden, werkscherm
from monitor.ui.formulier import Formulier
from monitor.ui.html import tag
from monitor.ui.stemvelden import Typed, chosen, counts, rol_box, row
from monitor.ui.tekstvelden import Draw, Tekstvelden
from monitor.ui.texts import kiezen as kiesteksten
from monitor.ui.texts import leesronde as texts

SLUITEN = ("leesronde-sluiten", "leesronde-afgelasten")
"""The forms that end a ronde: gone when they were sent."""


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

    @property
    def here(self) -> tuple[Database, Gebruiker, str, str]:
        """What every action in the ronde begins with."""
        return self.database, self.gebruiker, self.wijk, self.ronde

    def form(self, naam: str, title: str | None = None) -> Formulier:
        """A form of this ronde; under it stands what was kept last, in sight of who pressed its button."""
        return Formulier.make(f"leesronde-{naam}", self.ronde, title=title)

    def ask(self, form: Formulier, draw: Draw, button: str, said: str = texts.BEWAARD, *, primary: bool = True) -> None:
        """Ask the fields of a form, and do what it does when it is sent."""
        # What is said at the top stands out of sight of who pressed a button: there the page goes to its top.
        after = None if form.beside else werkscherm.go_to_top
        tekstvelden.ask(self.database, form, draw, button=button, said=said, primary=primary, after=after)


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
    numbers = leesrondeblok.numbered(rondes)
    over = [it for it in rondes if it.stand is RondeStand.GESLOTEN and it.niveau is not Leesniveau.RAAD]
    place = st.expander(texts.NIEUW, expanded=not rondes)
    form = Formulier.make("leesronde-nieuw", wijk, place=place, beside=False)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        st.html(tag("p", texts.NIEUW_UITLEG, class_="tv lezen"))
        naam = velden.line("naam", texts.NAAM)
        niveau = velden.word("niveau", texts.WIE_KIEST, woorden.LEESNIVEAU)
        read = [it.id for it in over if st.checkbox(_read_label(it, numbers), key=form.key(it.id))]
        werkwijze = velden.word("hoe", texts.HOE_KIEST, {it: texts.HOE[it.value] for it in Werkwijze})
        van, tot = velden.bare("van", texts.VAN), velden.bare("tot", texts.TOT)
        domeinen = velden.text("domeinen", texts.DOMEINEN)
        uitleg = texts.DOMEINEN_UITLEG.format(open=OPEN_NAAM, misging=MISGING_NAAM)
        st.html(tag("p", uitleg, class_="tv zacht"))

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
            st.query_params["ronde"] = leesrondes.add_ronde(database, gebruiker, wijk, nieuw, token=form.token)

        return begin

    tekstvelden.ask(
        database, form, draw, button=texts.BEGIN, said=texts.BEGONNEN, primary=True, after=werkscherm.go_to_top
    )


def _read_label(ronde: Leesronde, numbers: Mapping[str, int]) -> str:
    return texts.LEES_RONDE.format(nummer=numbers[ronde.id], wie=woorden.LEESNIVEAU[ronde.niveau])


# 1. What lies on the table


def ask_place(groep: Leesgroep, aanbod: Sequence[Verhaal]) -> None:
    """Lay verhalen in a domein, move them, or take them off."""
    words = {it.id: texts.AANBOD_NUMMER.format(nummer=number) for number, it in enumerate(aanbod, start=1)}
    words |= groep.verhalen
    if not words:
        return
    places = groep.onderwerpen | ({} if groep.beeld.ronde.vorige else {"": texts.VAN_TAFEL})
    form = groep.form("tafel")

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        st.html(tag("p", tag("b", texts.WELKE_VERHALEN), class_="tv"))
        with st.container(horizontal=True):
            wanted = [id_ for id_, label in words.items() if st.checkbox(label, key=form.key(id_))]
        where = velden.choice("waar", texts.WAARHEEN, places)
        lay = "geen" if where is None else where or None
        return lambda: leesrondes.place_verhalen(*groep.here, wanted, lay)

    groep.ask(form, draw, texts.LEG_NEER, texts.NEERGELEGD)


# 2. Reading and choosing


def ask_deelnemers(groep: Leesgroep) -> None:
    """Count who reads along."""
    form = groep.form("deelnemers", texts.DEELNEMERS)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        st.html(tag("p", texts.DEELNEMERS_UITLEG, class_="tv"))
        rows = {rol: row(rol, {"aantal": texts.DEELNEMERS_AANTAL}, form.key("telling")) for rol in StemRol}
        aantal = velden.bare("gasten", texts.GAST_AANTAL)
        wie = velden.line("wie", texts.GAST_WIE)

        def save() -> None:
            gast = counts({StemRol.BEWONER: {"gasten": (texts.GAST_AANTAL, aantal)}})
            guests = gast[StemRol.BEWONER]["gasten"] if gast else 0
            given = (guests, wie) if guests or wie.strip() else None
            leesrondes.count_deelnemers(*groep.here, _counted(rows), given)

        return save

    groep.ask(form, draw, texts.DEELNEMERS_BEWAAR)


def _counted(rows: Mapping[StemRol, Typed]) -> list[tuple[StemRol, int]]:
    return [(rol, counted["aantal"]) for rol, counted in counts(rows).items()]


def ask_stemmen(groep: Leesgroep) -> None:
    """Count how many people of each role choose a verhaal."""
    if groep.beeld.ronde.werkwijze is not Werkwijze.STEMMING or not groep.verhalen:
        return
    form = groep.form("stemmen", texts.STEM)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        st.html(tag("p", texts.STEM_UITLEG, class_="tv"))
        verhaal = velden.choice("verhaal", texts.STEM_VERHAAL, groep.verhalen)
        rows = {rol: row(rol, {"aantal": texts.STEM_AANTAL}, form.key("telling")) for rol in StemRol}
        return lambda: leesrondes.count_stemmen(*groep.here, verhaal or "", _counted(rows))

    groep.ask(form, draw, texts.STEM_BEWAAR)


def ask_keuze(groep: Leesgroep) -> None:
    """Choose in a domein, or choose nothing there; never without a reason."""
    _explained(texts.KIEZEN, texts.KIEZEN_UITLEG)
    # What was chosen comes above the forms and moves them out of sight.
    form = Formulier.make("leesronde-keuze", groep.ronde, beside=False)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        domein = velden.choice("domein", texts.WELK_ONDERWERP, groep.onderwerpen)
        verhaal = velden.choice("verhaal", texts.WELK_VERHAAL, {**groep.verhalen, "": texts.GEEN_VERHAAL})
        reden = velden.text("reden", texts.REDEN)
        return lambda: _choose(groep, domein, verhaal, reden, form.token)

    groep.ask(form, draw, texts.KIES_DIT, texts.GEKOZEN)


def ask_afwijking(groep: Leesgroep) -> None:
    """Write down that somebody sees it differently."""
    form = groep.form("anders", texts.AFWIJKING)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        st.html(tag("p", texts.AFWIJKING_UITLEG, class_="tv"))
        domein = velden.choice("domein", texts.WELK_ONDERWERP, groep.onderwerpen)
        rol = rol_box(form.key("rol"))
        tekst = velden.text("tekst", texts.AFWIJKING_TEKST)
        liever = velden.choice("liever", texts.LIEVER_WELK, groep.verhalen)
        return lambda: leesrondes.add_afwijking(*groep.here, domein or "", rol, tekst, liever, token=form.token)

    groep.ask(form, draw, texts.AFWIJKING_BEWAAR)


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
    _explained(texts.NAGAAN, texts.NAGAAN_UITLEG)
    form = groep.form("nagaan")

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        domein = velden.choice("domein", texts.WELK_ONDERWERP, here)
        uitkomst = velden.word("wat", texts.UITKOMST, {it: woorden.NAGAAN_UITKOMST[it] for it in NagaanUitkomst})
        rol = velden.word("rol", texts.WIE_GING_NA, texts.IK_BEN)
        op = velden.bare("op", texts.NAGAAN_OP)
        tekst = velden.text("tekst", texts.NAGAAN_TEKST)
        nieuw = NieuweNagaan(uitkomst, rol, _day(op), tekst)
        return lambda: leesrondes.add_nagaan(*groep.here, domein or "", nieuw, token=form.token)

    groep.ask(form, draw, texts.NAGAAN_BEWAAR)


def _ask_herkend(groep: Leesgroep, here: Mapping[str, str]) -> None:
    _explained(texts.HERKEND, texts.HERKEND_UITLEG)
    form = groep.form("herkend")

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        domein = velden.choice("domein", texts.WELK_ONDERWERP, here)
        fields = {"gevraagd": texts.HERKEND_GEVRAAGD, "aantal": texts.HERKEND_AANTAL}
        rows = {rol: row(rol, fields, form.key("telling")) for rol in StemRol}

        def save() -> None:
            herkend = [Herkenning(rol, **counted) for rol, counted in counts(rows).items()]
            leesrondes.count_herkend(*groep.here, domein or "", herkend)

        return save

    groep.ask(form, draw, texts.HERKEND_BEWAAR)


# 4. The end


def ask_close(groep: Leesgroep) -> None:
    """End the ronde, or say that it does not go on."""
    _explained(texts.SLUITEN, texts.SLUITEN_UITLEG)
    form = Formulier.make(SLUITEN[0], groep.ronde, place=st.container())
    groep.ask(form, lambda _: lambda: leesrondes.close(*groep.here), texts.SLUIT, texts.GESLOTEN)
    off = Formulier.make(SLUITEN[1], groep.ronde, title=texts.AFGELASTEN)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        reden = velden.text("reden", texts.AFGELASTEN_REDEN)
        return lambda: leesrondes.call_off(*groep.here, reden)

    groep.ask(off, draw, texts.GELAST_AF, texts.AFGELAST, primary=False)


def ask_remove(groep: Leesgroep) -> None:
    """Take words away that lead to a person after all."""
    words = _words(groep.beeld)
    form = groep.form("weghalen", texts.WEGHALEN)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        st.html(tag("p", texts.WEGHALEN_UITLEG, class_="tv"))
        which = velden.choice(f"welke-{len(words)}", texts.WEGHALEN_WAT, words)
        return lambda: leesrondes.remove_words_of(*groep.here, chosen(which, texts.EERST_WOORDEN))

    groep.ask(form, draw, texts.WEGHALEN_KNOP, texts.WEGGEHAALD, primary=False)


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
