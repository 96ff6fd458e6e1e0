"""The fourth step of choosing together: who carries it, who objects, and what is talked about from elsewhere."""

from collections.abc import Mapping

import streamlit as st

from monitor.domain.indicator import IndicatorStatus
from monitor.nl import format_datum
from monitor.services import levensloop
from monitor.services.levensloop import Steun
from monitor.ui import kiezenblok
from monitor.ui.formulier import Formulier
from monitor.ui.kiezenformulier import Kiesronde, kept, rows_with_words
from monitor.ui.stemvelden import box, chosen, counts, rol_box
from monitor.ui.texts import kiezen as texts


def ask_steun(ronde: Kiesronde) -> None:
    """Count who is for and against, per role."""
    names = ronde.indicatoren()
    if not names:
        return
    form = Formulier.make("steun", ronde.wijk)
    with form.fields():
        indicator = box(texts.WELK_CIJFER, names, form.key("cijfer"))
        rows, words = rows_with_words({"voor": texts.VOOR, "tegen": texts.TEGEN}, form)
        sent = st.form_submit_button(texts.STEUN_BEWAAR, type="primary")
    if not sent:
        return

    earlier: list[str] = []

    def save() -> None:
        stemmen = [Steun(rol, toelichting=words[rol], **counted) for rol, counted in counts(rows, words).items()]
        known = ronde.keuze.indicator(chosen(indicator, texts.WAT_CIJFER))
        rollen = {it.rol for it in stemmen}
        was = [it for it in known.steun if it.rol in rollen] if known else []
        levensloop.count_steun(*ronde.who, chosen(indicator, texts.WAT_CIJFER), stemmen)
        earlier.extend(texts.WAS.format(regel=kiezenblok.steun_regel(it), dag=format_datum(it.op)) for it in was)

    if form.tries(save):
        form.done(kept(earlier))


def ask_bezwaar(ronde: Kiesronde) -> None:
    """Write down an objection."""
    names = ronde.indicatoren()
    if not names:
        return
    form = Formulier.make("bezwaar", ronde.wijk, title=texts.BEZWAAR_MAKEN)
    with form.fields():
        indicator = box(texts.WELK_CIJFER, names, form.key("cijfer"))
        rol = rol_box(form.key("rol"), ronde.rollen)
        tekst = st.text_area(texts.BEZWAAR_TEKST, key=form.key("tekst"))
        sent = st.form_submit_button(texts.BEZWAAR_BEWAAR, type="primary")
    if not sent:
        return

    def save() -> None:
        code, who = chosen(indicator, texts.WAT_CIJFER), chosen(rol, texts.WAT_ROL)
        levensloop.add_bezwaar(*ronde.who, code, who, tekst, token=form.token)

    form.save(save, texts.BEZWAAR_BEWAARD)


def ask_antwoord(ronde: Kiesronde) -> None:
    """Answer an objection."""
    numbers = kiezenblok.bezwaar_numbers(ronde.keuze)
    if not numbers:
        return
    names = {id_: texts.BEZWAAR_NUMMER.format(nummer=number) for id_, number in numbers.items()}
    form = Formulier.make("antwoord", ronde.wijk, title=texts.ANTWOORDEN)
    with form.fields():
        bezwaar = box(texts.WELK_BEZWAAR, names, form.key("welk"))
        antwoord = st.text_area(texts.ANTWOORD, key=form.key("tekst"))
        sent = st.form_submit_button(texts.ANTWOORD_BEWAAR, type="primary")
    if sent:
        form.save(
            lambda: levensloop.answer_bezwaar(*ronde.who, chosen(bezwaar, texts.WAT_BEZWAAR), antwoord), texts.BEWAARD
        )


def ask_elders(ronde: Kiesronde) -> None:
    """Talk here about an indicator of another wijk, or again about one that this wijk let go."""
    elders = {it.code: it.naam for it in ronde.keuze.elders}
    if elders:
        form = Formulier.make("elders", ronde.wijk, title=texts.ELDERS)
        _ask_gesprek(ronde, form, elders, (texts.ELDERS_UITLEG, texts.WAAROM_NU, texts.ELDERS_BEWAAR))
    retired = ronde.indicatoren(retired=True)
    if retired:
        form = Formulier.make("weer", ronde.wijk, title=texts.WEER)
        _ask_gesprek(ronde, form, retired, ("", texts.WAAROM_WEER, texts.WEER_BEWAAR))


def _ask_gesprek(ronde: Kiesronde, form: Formulier, names: Mapping[str, str], words: tuple[str, str, str]) -> None:
    uitleg, waarom, label = words
    with form.fields(uitleg):
        indicator = box(texts.WELK_CIJFER, names, form.key("cijfer"))
        reden = st.text_input(waarom, key=form.key("reden"))
        sent = st.form_submit_button(label)
    if not sent:
        return

    def save() -> None:
        levensloop.take_stap(*ronde.who, chosen(indicator, texts.WAT_CIJFER), IndicatorStatus.IN_GESPREK, reden)

    form.save(save, texts.BEWAARD)
