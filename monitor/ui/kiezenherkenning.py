"""The first step of choosing together: do people recognise the figures that are there?"""

from collections.abc import Mapping

import streamlit as st

from monitor.services import kiezen
from monitor.services.kiezen import Stemmen
from monitor.ui.html import tag
from monitor.ui.kiezenformulier import Formulier, Kiesronde, box, chosen, counts, rows_with_words
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

    def save() -> None:
        stemmen = [Stemmen(rol, toelichting=said[rol], **counted) for rol, counted in counts(rows, said).items()]
        kiezen.count_herkenning(*ronde.who, chosen(indicator, texts.WAT_CIJFER), stemmen)

    form.save(save, texts.BEWAARD)
