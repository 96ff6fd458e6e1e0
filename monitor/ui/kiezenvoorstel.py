"""The second step of choosing together: what people say in their own words, and what of it belongs together."""

import streamlit as st

from monitor.errors import OngeldigeInvoer, Probleem
from monitor.services import kiezen, teksten
from monitor.ui import kiezenblok, vondsten
from monitor.ui.formulier import Formulier
from monitor.ui.html import tag
from monitor.ui.kiezenformulier import Kiesronde
from monitor.ui.stemvelden import box, chosen, rol_box
from monitor.ui.texts import kiezen as texts

_BEKEKEN, _NIEUWE_TEKST = "kiezen_bekeken", "kiezen_tekst"
_NIEUW, _LOS = "nieuw", "los"


def ask_voorstel(ronde: Kiesronde) -> None:
    """Write down what somebody would notice, with what leads to a person marked until it is gone."""
    st.html(tag("div", tag("h2", texts.ZEGGEN), tag("p", texts.ZEGGEN_UITLEG, class_="lezen"), class_="tv kiezen"))
    for key, text in st.session_state.pop(_NIEUWE_TEKST, {}).items():
        st.session_state[key] = text
    form = Formulier.make("voorstel", ronde.wijk)
    with form.fields():
        rol = rol_box(form.key("rol"), ronde.rollen)
        tekst = st.text_area(texts.VOORSTEL, key=form.key("tekst"))
        sent = st.form_submit_button(texts.VOORSTEL_BEWAAR, type="primary")
    if sent:
        st.session_state[_BEKEKEN] = form.token

        def save() -> None:
            kiezen.add_voorstel(*ronde.who, chosen(rol, texts.WAT_ROL), tekst, token=form.token)

        form.save(save, texts.VOORSTEL_BEWAARD)
    if st.session_state.get(_BEKEKEN) == form.token:
        with form.place:
            _mark(ronde, tekst, form, sent=sent)


def _mark(ronde: Kiesronde, tekst: str, form: Formulier, *, sent: bool) -> None:
    marks = teksten.stopping(ronde.database, {"tekst": tekst}).get("tekst", ())
    if not marks:
        if not sent:
            st.html(tag("p", texts.NU_BEWAREN, class_="tv", role="status"))
        return
    text = tekst.strip()
    replaced = vondsten.block(text, marks, key=form.key("vondst"), nagelezen=False)
    if replaced != text:
        st.session_state[_NIEUWE_TEKST] = {form.key("tekst"): replaced}
        st.rerun()


def ask_groep(ronde: Kiesronde) -> None:
    """Put voorstellen that are about the same together."""
    numbers = kiezenblok.numbered(ronde.keuze)
    if not numbers:
        return
    form = Formulier.make("groep", ronde.wijk, title=texts.GROEPEREN)
    with form.fields(texts.WELKE_VOORSTELLEN):
        with st.container(horizontal=True):
            ticked = [
                id_
                for id_, number in numbers.items()
                if st.checkbox(texts.VOORSTEL_NUMMER.format(nummer=number), key=form.key(id_))
            ]
        places = {_NIEUW: texts.NIEUWE_GROEP, **ronde.groepen(texts.IN_GROEP), _LOS: texts.UIT_GROEP}
        where = st.selectbox(
            texts.WAARHEEN,
            list(places),
            format_func=lambda it: places[it],
            placeholder=texts.KIES,
            key=form.key("waar"),
        )
        naam = st.text_input(texts.GROEP_NAAM, key=form.key("naam"))
        thema = box(texts.GROEP_THEMA, {it.code: it.naam for it in ronde.keuze.themas}, form.key("thema"))
        sent = st.form_submit_button(texts.GROEPEER, type="primary")
    if not sent:
        return

    def save() -> None:
        if where == _NIEUW:
            kiezen.make_groep(*ronde.who, naam, thema or "", ticked, token=form.token)
            return
        if not ticked:
            raise OngeldigeInvoer([Probleem(texts.EERST_KIEZEN.format(wat=texts.WAT_VOORSTEL), "voorstellen")])
        kiezen.place_voorstellen(*ronde.who, ticked, None if where == _LOS else where)

    form.save(save, texts.BEWAARD)


def ask_remove(ronde: Kiesronde) -> None:
    """Take the words of a voorstel away, for good: so they are looked at once more first."""
    numbers = kiezenblok.numbered(ronde.keuze)
    if not numbers:
        return
    names = {id_: texts.VOORSTEL_NUMMER.format(nummer=number) for id_, number in numbers.items()}
    form = Formulier.make("weg", ronde.wijk, title=texts.WEGHALEN)
    with form.fields(texts.WEGHALEN_UITLEG):
        voorstel = box(texts.WAT_VOORSTEL.capitalize(), names, form.key("welk"))
        sent = st.form_submit_button(texts.WEGHALEN_BEKIJK)
    if sent and form.tries(lambda: chosen(voorstel, texts.WAT_VOORSTEL)):
        st.session_state[form.key("bekeken")] = voorstel
    looked_at = st.session_state.get(form.key("bekeken"))
    if looked_at in numbers:
        _confirm_removal(ronde, looked_at, form)


def _confirm_removal(ronde: Kiesronde, voorstel: str, form: Formulier) -> None:
    with form.place:
        st.html(kiezenblok.to_remove(ronde.keuze, voorstel))
        sure = st.button(texts.WEGHALEN_DOEN, key=form.key("zeker"))
    if sure:
        form.save(lambda: kiezen.remove_voorstel(*ronde.who, voorstel), texts.WEGGEHAALD)
