"""The first step of choosing together: do people recognise the figures that are there?"""

from collections.abc import Mapping

import streamlit as st

from monitor.nl import format_datum
from monitor.services import kiezen
from monitor.services.kiezen import Stemmen
from monitor.ui import kiezenblok
from monitor.ui.formulier import Formulier
from monitor.ui.html import tag
from monitor.ui.kiezenformulier import Kiesronde, kept, rows_with_words
from monitor.ui.stemvelden import box, chosen, counts
from monitor.ui.texts import kiezen as texts


def ask_herkenning(ronde: Kiesronde, cijfers: Mapping[str, str]) -> None:
    """Count who recognises a figure, per role."""
    fewest = ronde.keuze.kleinste_aantal
    words = tag("p", texts.HERKENT_WOORDEN.format(aantal=fewest)) if fewest > 1 else None
    st.html(tag("div", tag("h2", texts.HERKENT), tag("p", texts.HERKENT_UITLEG), words, class_="tv"))
    form = Formulier.make("herkent", ronde.wijk)
    with form.fields():
        indicator = box(texts.WELK_CIJFER, cijfers, form.key("cijfer"))
        rows, said = rows_with_words({"ja": texts.JA, "deels": texts.DEELS, "nee": texts.NEE}, form)
        sent = st.form_submit_button(texts.HERKENT_BEWAAR, type="primary")
    if not sent:
        return

    earlier: list[str] = []

    def save() -> None:
        stemmen = [Stemmen(rol, toelichting=said[rol], **counted) for rol, counted in counts(rows, said).items()]
        code, rollen = chosen(indicator, texts.WAT_CIJFER), {it.rol for it in stemmen}
        was = [it for known, it in ronde.keuze.herkenningen if known == code and it.rol in rollen]
        kiezen.count_herkenning(*ronde.who, code, stemmen)
        earlier.extend(texts.WAS.format(regel=kiezenblok.herkend_regel(it), dag=format_datum(it.op)) for it in was)

    if form.tries(save):
        form.done(kept(earlier))
