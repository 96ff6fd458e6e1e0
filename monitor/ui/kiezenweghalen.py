"""Taking words away that everybody reads: an objection, an answer, what was said with a count, the name of a groep."""

from collections.abc import Callable, Iterable
from functools import partial

import streamlit as st

from monitor.nl import format_datum
from monitor.services import kiezen, levensloop, woorden
from monitor.services.levensloop import Weghaalreden
from monitor.ui.formulier import Formulier
from monitor.ui.kiezenformulier import Kiesronde
from monitor.ui.stemvelden import box, chosen
from monitor.ui.texts import kiezen as texts

_Keuze = tuple[str, Callable[[Weghaalreden], None]]
"""What can be taken away, in words of ours, and how."""


def ask_weghalen(ronde: Kiesronde) -> None:
    """Take away what somebody wrote or said, with the reason; that it was there stays."""
    found = [*_bezwaren(ronde), *_steun(ronde), *_herkenning(ronde)]
    if not found:
        return
    numbered = enumerate(found, start=1)
    names = {str(number): texts.WEG_NUMMER.format(nummer=number, wat=wat) for number, (wat, _) in numbered}
    form = Formulier.make("woorden-weg", ronde.wijk, title=texts.WEG_WOORDEN)
    with form.fields(texts.WEG_WOORDEN_UITLEG):
        what = box(texts.WEG_WELKE, names, form.key("welke"))
        reden = box(texts.WEG_WAAROM, texts.WEG_REDENEN, form.key("reden"))
        sent = st.form_submit_button(texts.WEG_DOEN)
    if not sent:
        return

    def save() -> None:
        _, take_away = found[int(chosen(what, texts.WEG_WAT)) - 1]
        take_away(Weghaalreden(chosen(reden, texts.WEG_REDEN)))

    form.save(save, texts.WEG_GEDAAN)


def ask_groepsnaam(ronde: Kiesronde) -> None:
    """Give a groep another name."""
    if not ronde.keuze.groepen:
        return
    form = Formulier.make("groepsnaam", ronde.wijk, title=texts.ANDERE_NAAM)
    with form.fields():
        groep = box(texts.WELKE_GROEP, ronde.groepen(texts.GROEP_NUMMER), form.key("groep"))
        naam = st.text_input(texts.GROEP_NAAM_NU, key=form.key("naam"))
        sent = st.form_submit_button(texts.ANDERE_NAAM_BEWAAR)
    if sent:
        form.save(lambda: kiezen.rename_groep(*ronde.who, chosen(groep, texts.WAT_GROEP), naam), texts.BEWAARD)


def _bezwaren(ronde: Kiesronde) -> Iterable[_Keuze]:
    for it in ronde.keuze.indicatoren:
        for regel in it.bezwaren:
            said = {
                "rol": texts.IK_BEN[regel.bezwaar.rol],
                "dag": format_datum(regel.bezwaar.op),
                "cijfer": it.indicator.naam,
            }
            take = partial(levensloop.remove_bezwaar, *ronde.who, regel.id)
            yield texts.WEG_BEZWAAR.format(**said), take
            if regel.bezwaar.antwoord is not None:
                yield texts.WEG_ANTWOORD.format(**said), partial(take, antwoord=True)


def _steun(ronde: Kiesronde) -> Iterable[_Keuze]:
    for it in ronde.keuze.indicatoren:
        for stem in it.steun:
            if stem.toelichting:
                wat = texts.WEG_STEUN.format(
                    rol=woorden.STEMROLLEN[stem.rol], dag=format_datum(stem.op), cijfer=it.indicator.naam
                )
                take = partial(levensloop.remove_toelichting, *ronde.who, it.indicator.code, stem.rol)
                yield wat, partial(_without_reason, take)


def _herkenning(ronde: Kiesronde) -> Iterable[_Keuze]:
    for code, it in ronde.keuze.herkenningen:
        if it.toelichting:
            wat = texts.WEG_HERKENNING.format(rol=woorden.STEMROLLEN[it.rol], dag=format_datum(it.op))
            take = partial(levensloop.remove_toelichting, *ronde.who, code, it.rol, herkenning=True)
            yield wat, partial(_without_reason, take)


def _without_reason(take: Callable[[], None], _: Weghaalreden) -> None:
    """With a count no sentence takes the place of the words: the count says that people answered."""
    take()
