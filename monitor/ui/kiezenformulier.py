"""The forms of choosing together: what people say, how they vote, and what the wijk decides.

A label holds words of ours and numbers; what people said stands in our own HTML, because labels parse Markdown.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import (
    Beinvloedbaar,
    Bewijssoort,
    Indicator,
    IndicatorSoort,
    IndicatorStatus,
    Richting,
    Rol,
    StemRol,
)
from monitor.domain.kiezen import Keuzebeeld
from monitor.errors import MonitorError, OngeldigeInvoer, Probleem
from monitor.services import kiezen, levensloop, teksten, woorden
from monitor.services.kiezen import Stemmen, Uitwerking
from monitor.services.levensloop import Aanname, Omschrijving, Steun
from monitor.store.database import Database
from monitor.ui import kiezenblok, stemvelden, vondsten, werkscherm
from monitor.ui.html import tag
from monitor.ui.texts import kiezen as texts

_BEKEKEN, _NIEUWE_TEKST = "kiezen_bekeken", "kiezen_tekst"
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Kiesronde:
    """Who acts, in which wijk, and what there is to choose from."""

    database: Database
    gebruiker: Gebruiker
    keuze: Keuzebeeld

    @property
    def wijk(self) -> str:
        """Code of the wijk."""
        return self.keuze.wijk


# Shared by all forms


def _save(action: Callable[[], object], said: str, *token: object, place: DeltaGenerator) -> None:
    """Do what was asked, and begin anew; a refusal says everything that is wrong, and the form keeps what was typed.

    It stands in `place`, which is always there: an element that comes in between would shut what stands open below it.
    """
    try:
        action()
    except MonitorError as error:
        with place:
            werkscherm.refused(error)
        return
    if token:
        werkscherm.forget_token(*token)
    werkscherm.say(said)
    st.rerun()


def _with_words(rol: StemRol, labels: Mapping[str, str], key: str) -> tuple[dict[str, tuple[str, str]], str]:
    fields = stemvelden.row(rol, {**labels, "toelichting": texts.ZEGGEN_ERBIJ}, key)
    return {name: field for name, field in fields.items() if name != "toelichting"}, fields["toelichting"][1]


def _names(ronde: Kiesronde, *, retired: bool = False) -> dict[str, str]:
    return {
        it.indicator.code: it.indicator.naam
        for it in ronde.keuze.indicatoren
        if (it.status is IndicatorStatus.VERVALLEN) == retired
    }


def _groep_names(ronde: Kiesronde) -> dict[str, str]:
    return {it.id: texts.GROEP_NUMMER.format(nummer=number) for number, it in enumerate(ronde.keuze.groepen, start=1)}


# 1. Do you recognise this figure?


def ask_herkenning(ronde: Kiesronde, cijfers: Mapping[str, str]) -> None:
    """Count who recognises a figure, per role."""
    key = f"herkent-{ronde.wijk}-{werkscherm.token('herkent', ronde.wijk)}"
    st.html(tag("div", tag("h2", texts.HERKENT), tag("p", texts.HERKENT_UITLEG), class_="tv"))
    place = st.container()
    with place, st.form(key, enter_to_submit=False):
        indicator = stemvelden.box(texts.WELK_CIJFER, cijfers, f"{key}-cijfer")
        rows = {rol: _with_words(rol, {"ja": texts.JA, "deels": texts.DEELS, "nee": texts.NEE}, key) for rol in StemRol}
        sent = st.form_submit_button(texts.HERKENT_BEWAAR, type="primary")
    if not sent:
        return

    def save() -> None:
        counted = stemvelden.counts({rol: fields for rol, (fields, _) in rows.items()})
        stemmen = [Stemmen(rol, toelichting=rows[rol][1], **counts) for rol, counts in counted.items()]
        code = stemvelden.chosen(indicator, texts.WAT_CIJFER)
        kiezen.count_herkenning(ronde.database, ronde.gebruiker, ronde.wijk, code, stemmen)

    _save(save, texts.BEWAARD, "herkent", ronde.wijk, place=place)


# 2. In people's own words


def ask_voorstel(ronde: Kiesronde) -> None:
    """Write down what somebody would notice, with what leads to a person marked until it is gone."""
    token = werkscherm.token("voorstel", ronde.wijk)
    st.html(tag("div", tag("h2", texts.ZEGGEN), tag("p", texts.ZEGGEN_UITLEG, class_="lezen"), class_="tv kiezen"))
    field = f"voorstel-{token}"
    for key, text in st.session_state.pop(_NIEUWE_TEKST, {}).items():
        st.session_state[key] = text
    place = st.container()
    with place, st.form(f"form-{field}", enter_to_submit=False):
        rol = stemvelden.rol_box(f"rol-{field}")
        tekst = st.text_area(texts.VOORSTEL, key=field)
        sent = st.form_submit_button(texts.VOORSTEL_BEWAAR, type="primary")
    if sent:
        st.session_state[_BEKEKEN] = token

        def save() -> None:
            who = stemvelden.chosen(rol, texts.WAT_ROL)
            kiezen.add_voorstel(ronde.database, ronde.gebruiker, ronde.wijk, who, tekst, token=token)

        _save(save, texts.VOORSTEL_BEWAARD, "voorstel", ronde.wijk, place=place)
    if st.session_state.get(_BEKEKEN) == token:
        with place:
            _mark(ronde, tekst, field, sent=sent)


def _mark(ronde: Kiesronde, tekst: str, field: str, *, sent: bool) -> None:
    marks = teksten.stopping(ronde.database, {"tekst": tekst}).get("tekst", ())
    if not marks:
        if not sent:
            st.html(tag("p", texts.NU_BEWAREN, class_="tv", role="status"))
        return
    text = tekst.strip()
    replaced = vondsten.block(text, marks, key=f"vondst-{field}")
    if replaced != text:
        st.session_state[_NIEUWE_TEKST] = {field: replaced}
        st.rerun()


def ask_groep(ronde: Kiesronde) -> None:
    """Put voorstellen that are about the same together."""
    numbers = kiezenblok.numbered(ronde.keuze)
    if not numbers:
        return
    token = werkscherm.token("groep", ronde.wijk)
    key = f"groep-{token}"
    place = st.expander(texts.GROEPEREN)
    with place, st.form(f"form-{key}", enter_to_submit=False, border=False):
        st.html(tag("p", texts.WELKE_VOORSTELLEN, class_="tv"))
        with st.container(horizontal=True):
            chosen = [
                id_
                for id_, number in numbers.items()
                if st.checkbox(texts.VOORSTEL_NUMMER.format(nummer=number), key=f"{key}-{id_}")
            ]
        places = {"nieuw": texts.NIEUWE_GROEP, **_in_groep(ronde), "los": texts.UIT_GROEP}
        where = st.selectbox(
            texts.WAARHEEN,
            list(places),
            format_func=lambda it: places[it],
            placeholder=texts.KIES,
            key=f"{key}-waar",
        )
        naam = st.text_input(texts.GROEP_NAAM, key=f"{key}-naam")
        thema = stemvelden.box(texts.GROEP_THEMA, {it.code: it.naam for it in ronde.keuze.themas}, f"{key}-thema")
        sent = st.form_submit_button(texts.GROEPEER, type="primary")
    if not sent:
        return

    def save() -> None:
        who = (ronde.database, ronde.gebruiker, ronde.wijk)
        if where == "nieuw":
            kiezen.make_groep(*who, naam, thema or "", chosen, token=token)
        else:
            if not chosen:
                raise OngeldigeInvoer([Probleem(texts.EERST_KIEZEN.format(wat=texts.WAT_VOORSTEL), "voorstellen")])
            kiezen.place_voorstellen(*who, chosen, None if where == "los" else where)

    _save(save, texts.BEWAARD, "groep", ronde.wijk, place=place)


def _in_groep(ronde: Kiesronde) -> dict[str, str]:
    return {it.id: texts.IN_GROEP.format(nummer=number) for number, it in enumerate(ronde.keuze.groepen, start=1)}


def ask_remove(ronde: Kiesronde) -> None:
    """Take the words of a voorstel away."""
    numbers = kiezenblok.numbered(ronde.keuze)
    if not numbers:
        return
    names = {id_: texts.VOORSTEL_NUMMER.format(nummer=number) for id_, number in numbers.items()}
    place = st.expander(texts.WEGHALEN)
    with place, st.form(f"weg-{ronde.wijk}", enter_to_submit=False, border=False):
        st.html(tag("p", texts.WEGHALEN_UITLEG, class_="tv"))
        chosen = stemvelden.box(texts.WAT_VOORSTEL.capitalize(), names, f"weg-{ronde.wijk}-{len(numbers)}")
        sent = st.form_submit_button(texts.WEGHALEN_DOEN)
    if sent:
        _save(
            lambda: kiezen.remove_voorstel(
                ronde.database, ronde.gebruiker, ronde.wijk, stemvelden.chosen(chosen, texts.WAT_VOORSTEL)
            ),
            texts.WEGGEHAALD,
            place=place,
        )


# 3. With what people go on, and what is counted then


def ask_voorkeur(ronde: Kiesronde) -> None:
    """Count how many people of each role want to go on with a groep."""
    key = f"verder-{ronde.wijk}-{werkscherm.token('verder', ronde.wijk)}"
    place = st.container()
    with place, st.form(key, enter_to_submit=False):
        groep = stemvelden.box(texts.WELKE_GROEP, _groep_names(ronde), f"{key}-groep")
        rows = {rol: stemvelden.row(rol, {"aantal": texts.VERDER_WIL}, key) for rol in StemRol}
        sent = st.form_submit_button(texts.TEL, type="primary")
    if not sent:
        return

    def save() -> None:
        aantallen = [(rol, counts["aantal"]) for rol, counts in stemvelden.counts(rows).items()]
        chosen = stemvelden.chosen(groep, texts.WAT_GROEP)
        kiezen.count_voorkeur(ronde.database, ronde.gebruiker, ronde.wijk, chosen, aantallen)

    _save(save, texts.BEWAARD, "verder", ronde.wijk, place=place)


def ask_uitwerking(ronde: Kiesronde) -> None:
    """Describe a groep as something that can be counted."""
    token = werkscherm.token("uitwerking", ronde.wijk)
    place = st.expander(texts.UITWERKEN)
    with place, st.form(f"uitwerking-{token}", enter_to_submit=False, border=False):
        st.html(tag("p", texts.UITWERKEN_UITLEG, class_="tv"))
        groep = stemvelden.box(texts.WELKE_GROEP, _groep_names(ronde), f"uitwerking-groep-{token}")
        given = _described(f"uitwerking-{token}")
        sent = st.form_submit_button(texts.UITWERKEN_BEWAAR, type="primary")
    if sent:
        _save(
            lambda: kiezen.work_out(
                ronde.database,
                ronde.gebruiker,
                ronde.wijk,
                stemvelden.chosen(groep, texts.WAT_GROEP),
                given,
                token=token,
            ),
            texts.UITGEWERKT,
            "uitwerking",
            ronde.wijk,
            place=place,
        )


def _described(key: str) -> Uitwerking:
    naam = st.text_input(texts.NAAM, key=f"{key}-naam")
    definitie = st.text_area(texts.DEFINITIE, key=f"{key}-definitie")
    eenheid = stemvelden.box(texts.EENHEID, texts.EENHEDEN, f"{key}-eenheid")
    populatie = st.text_input(texts.POPULATIE, key=f"{key}-populatie")
    bewijssoort = stemvelden.box(texts.BEWIJSSOORT, texts.BEWIJSSOORTEN_UITLEG, f"{key}-bewijssoort")
    soort = stemvelden.box(texts.SOORT, texts.SOORTEN, f"{key}-soort")
    richting = stemvelden.box(texts.RICHTING, texts.RICHTINGEN, f"{key}-richting")
    richting_uitleg = st.text_input(texts.RICHTING_UITLEG, key=f"{key}-uitleg")
    waarvoor = st.text_input(texts.WAARVOOR, key=f"{key}-waarvoor")
    belasting = st.text_input(texts.BELASTING, key=f"{key}-belasting")
    beinvloedbaar = stemvelden.box(
        texts.BEINVLOEDBAAR, {it.value: woorden.BEINVLOEDBAAR[it] for it in Beinvloedbaar}, f"{key}-invloed"
    )
    technisch = st.text_input(texts.TECHNISCH, key=f"{key}-technisch")
    gemaakt_door = st.text_input(texts.GEMAAKT_DOOR, key=f"{key}-door")
    reden = st.text_input(texts.REDEN, key=f"{key}-reden")
    return Uitwerking(
        naam=naam,
        definitie=definitie,
        eenheid=eenheid or "",
        bewijssoort=_as(Bewijssoort, bewijssoort),
        richting=_as(Richting, richting),
        soort=_as(IndicatorSoort, soort),
        waarvoor=waarvoor,
        belasting=belasting,
        beinvloedbaar=_as(Beinvloedbaar, beinvloedbaar),
        reden=reden,
        populatie=populatie or None,
        richting_uitleg=richting_uitleg or None,
        technische_definitie=technisch or None,
        gemaakt_door=gemaakt_door or None,
    )


def _as(kind: type[Word], value: str | None) -> Word | None:
    return None if value is None else kind(value)


# 4. Who carries it


def ask_steun(ronde: Kiesronde) -> None:
    """Count who is for and against, per role."""
    names = _names(ronde)
    if not names:
        return
    key = f"steun-{ronde.wijk}-{werkscherm.token('steun', ronde.wijk)}"
    place = st.container()
    with place, st.form(key, enter_to_submit=False):
        indicator = stemvelden.box(texts.WELK_CIJFER, names, f"{key}-cijfer")
        rows = {rol: _with_words(rol, {"voor": texts.VOOR, "tegen": texts.TEGEN}, key) for rol in StemRol}
        sent = st.form_submit_button(texts.STEUN_BEWAAR, type="primary")
    if not sent:
        return

    def save() -> None:
        counted = stemvelden.counts({rol: fields for rol, (fields, _) in rows.items()})
        stemmen = [Steun(rol, toelichting=rows[rol][1], **counts) for rol, counts in counted.items()]
        code = stemvelden.chosen(indicator, texts.WAT_CIJFER)
        levensloop.count_steun(ronde.database, ronde.gebruiker, ronde.wijk, code, stemmen)

    _save(save, texts.BEWAARD, "steun", ronde.wijk, place=place)


def ask_bezwaar(ronde: Kiesronde) -> None:
    """Write down an objection."""
    names = _names(ronde)
    if not names:
        return
    token = werkscherm.token("bezwaar", ronde.wijk)
    place = st.expander(texts.BEZWAAR_MAKEN)
    with place, st.form(f"bezwaar-{token}", enter_to_submit=False, border=False):
        indicator = stemvelden.box(texts.WELK_CIJFER, names, f"bezwaar-cijfer-{token}")
        rol = stemvelden.rol_box(f"bezwaar-rol-{token}")
        tekst = st.text_area(texts.BEZWAAR_TEKST, key=f"bezwaar-tekst-{token}")
        sent = st.form_submit_button(texts.BEZWAAR_BEWAAR, type="primary")
    if sent:
        _save(
            lambda: levensloop.add_bezwaar(
                ronde.database,
                ronde.gebruiker,
                ronde.wijk,
                stemvelden.chosen(indicator, texts.WAT_CIJFER),
                stemvelden.chosen(rol, texts.WAT_ROL),
                tekst,
                token=token,
            ),
            texts.BEZWAAR_BEWAARD,
            "bezwaar",
            ronde.wijk,
            place=place,
        )


def ask_antwoord(ronde: Kiesronde) -> None:
    """Answer an objection."""
    numbers = kiezenblok.bezwaar_numbers(ronde.keuze)
    if not numbers:
        return
    names = {id_: texts.BEZWAAR_NUMMER.format(nummer=number) for id_, number in numbers.items()}
    key = f"antwoord-{ronde.wijk}-{len(numbers)}"
    place = st.expander(texts.ANTWOORDEN)
    with place, st.form(key, enter_to_submit=False, border=False):
        bezwaar = stemvelden.box(texts.WELK_BEZWAAR, names, f"{key}-welk")
        antwoord = st.text_area(texts.ANTWOORD, key=f"{key}-tekst")
        sent = st.form_submit_button(texts.ANTWOORD_BEWAAR, type="primary")
    if sent:
        _save(
            lambda: levensloop.answer_bezwaar(
                ronde.database, ronde.gebruiker, ronde.wijk, stemvelden.chosen(bezwaar, texts.WAT_BEZWAAR), antwoord
            ),
            texts.BEWAARD,
            place=place,
        )


def ask_elders(ronde: Kiesronde) -> None:
    """Talk here about an indicator of another wijk, or again about one that this wijk let go."""
    elders = {it.code: it.naam for it in ronde.keuze.elders}
    for title, uitleg, names, label in (
        (texts.ELDERS, texts.ELDERS_UITLEG, elders, texts.ELDERS_BEWAAR),
        (texts.WEER, "", _names(ronde, retired=True), texts.WEER_BEWAAR),
    ):
        if names:
            _ask_gesprek(ronde, title, uitleg, names, label)


def _ask_gesprek(ronde: Kiesronde, title: str, uitleg: str, names: Mapping[str, str], label: str) -> None:
    key = f"gesprek-{label}-{ronde.wijk}-{len(names)}"
    place = st.expander(title)
    with place, st.form(key, enter_to_submit=False, border=False):
        if uitleg:
            st.html(tag("p", uitleg, class_="tv"))
        indicator = stemvelden.box(texts.WELK_CIJFER, names, f"{key}-cijfer")
        reden = st.text_input(texts.WAAROM_NU if uitleg else texts.WAAROM_WEER, key=f"{key}-reden")
        sent = st.form_submit_button(label)
    if sent:
        _save(
            lambda: levensloop.take_stap(
                ronde.database,
                ronde.gebruiker,
                ronde.wijk,
                stemvelden.chosen(indicator, texts.WAT_CIJFER),
                IndicatorStatus.IN_GESPREK,
                reden,
            ),
            texts.BEWAARD,
            place=place,
        )


# 5. What the wijk decides


def ask_aanname(ronde: Kiesronde) -> None:
    """Choose what the wijk watches; one too many asks which one leaves, and why."""
    names = _names(ronde)
    if not names:
        return
    token = werkscherm.token("aanname", ronde.wijk)
    kern = {it.indicator.code: it.indicator.naam for it in ronde.keuze.met_rol(Rol.KERN)}
    full = len(kern) >= ronde.keuze.grens
    uitleg = texts.AANNEMEN_UITLEG.format(grens=ronde.keuze.grens)
    st.html(tag("div", tag("h2", texts.AANNEMEN), tag("p", uitleg), class_="tv"))
    place = st.container()
    with place, st.form(f"aanname-{token}", enter_to_submit=False):
        indicator = stemvelden.box(texts.WELK_CIJFER, names, f"aanname-cijfer-{token}")
        rol = st.radio(
            texts.WELKE_ROL, list(texts.BESLUIT), format_func=lambda it: texts.BESLUIT[it], key=f"aanname-rol-{token}"
        )
        reden = st.text_input(texts.WAAROM_NU, key=f"aanname-reden-{token}")
        eruit, eruit_reden = _ask_eruit(kern, token) if full else (None, "")
        sent = st.form_submit_button(texts.AANNEMEN_BEWAAR, type="primary")
    if sent:
        _save(
            lambda: levensloop.adopt(
                ronde.database,
                ronde.gebruiker,
                ronde.wijk,
                Aanname(stemvelden.chosen(indicator, texts.WAT_CIJFER), rol, reden, eruit, eruit_reden),
                token=token,
            ),
            texts.AANGENOMEN,
            "aanname",
            ronde.wijk,
            place=place,
        )


def _ask_eruit(kern: Mapping[str, str], token: str) -> tuple[str | None, str]:
    st.html(tag("p", texts.VOL.format(aantal=len(kern)), class_="tv"))
    eruit = stemvelden.box(texts.ERUIT, kern, f"aanname-eruit-{token}")
    return eruit, st.text_input(texts.ERUIT_REDEN, key=f"aanname-eruit-reden-{token}")


def ask_werk(ronde: Kiesronde) -> None:
    """Say what works on an indicator: with support and with work it is in use."""
    names = _names(ronde)
    if not names:
        return
    werk = {it.id: it.naam for it in ronde.keuze.werk if it.loopt}
    if not werk:
        st.html(
            tag(
                "p",
                texts.GEEN_WERK,
                " ",
                tag("a", texts.NAAR_INBRENG, href=f"initiatieven?wijk={ronde.wijk}"),
                class_="tv",
            )
        )
        return
    key = f"werkt-{ronde.wijk}-{werkscherm.token('werkt', ronde.wijk)}"
    place = st.expander(texts.WERK)
    with place, st.form(key, enter_to_submit=False, border=False):
        st.html(tag("p", texts.WERK_UITLEG, class_="tv"))
        indicator = stemvelden.box(texts.WELK_CIJFER, names, f"{key}-cijfer")
        what = stemvelden.box(texts.WELK_WERK, werk, f"{key}-werk")
        sent = st.form_submit_button(texts.WERK_BEWAAR, type="primary")
    if sent:
        _link(ronde, indicator, what, place)


def _link(ronde: Kiesronde, indicator: str | None, werk: str | None, place: DeltaGenerator) -> None:
    who = (ronde.database, ronde.gebruiker, ronde.wijk)
    try:
        code = stemvelden.chosen(indicator, texts.WAT_CIJFER)
        levensloop.link_werk(*who, code, stemvelden.chosen(werk, texts.WAT_WERK))
    except MonitorError as error:
        with place:
            werkscherm.refused(error)
        return
    werkscherm.forget_token("werkt", ronde.wijk)
    found = ronde.keuze.indicator(code)
    if found is not None and found.status is not IndicatorStatus.IN_GEBRUIK:
        try:
            levensloop.take_stap(*who, code, IndicatorStatus.IN_GEBRUIK)
        except OngeldigeInvoer as error:
            reason = " ".join(it.melding for it in error.problemen)
            werkscherm.say(texts.WERK_ALLEEN.format(waarom=reason))
            st.rerun()
    werkscherm.say(texts.WERK_BEWAARD)
    st.rerun()


def ask_loslaten(ronde: Kiesronde) -> None:
    """Let an indicator go, with the reason."""
    names = _names(ronde)
    if not names:
        return
    key = f"los-{ronde.wijk}-{len(names)}"
    place = st.expander(texts.LOSLATEN)
    with place, st.form(key, enter_to_submit=False, border=False):
        st.html(tag("p", texts.LOSLATEN_UITLEG, class_="tv"))
        indicator = stemvelden.box(texts.WELK_CIJFER, names, f"{key}-cijfer")
        reden = st.text_input(texts.WAAROM_LOS, key=f"{key}-reden")
        sent = st.form_submit_button(texts.LOSLATEN_BEWAAR)
    if sent:
        _save(
            lambda: levensloop.let_go(
                ronde.database, ronde.gebruiker, ronde.wijk, stemvelden.chosen(indicator, texts.WAT_CIJFER), reden
            ),
            texts.LOSGELATEN,
            place=place,
        )


# Another description


def ask_omschrijving(ronde: Kiesronde, today: date) -> None:
    """Describe an indicator anew: with the reason, from a day on, and with a break where another thing is counted."""
    found = {it.indicator.code: it.indicator for it in ronde.keuze.indicatoren}
    if not found:
        return
    place = st.expander(texts.ANDERS)
    with place:
        st.html(tag("p", texts.ANDERS_UITLEG, class_="tv"))
        names = {code: it.naam for code, it in found.items()}
        code = stemvelden.box(texts.WELK_CIJFER, names, f"anders-{ronde.wijk}")
        if code is not None:
            _ask_versie(ronde, found[code], today, place)


def _ask_versie(ronde: Kiesronde, indicator: Indicator, today: date, place: DeltaGenerator) -> None:
    token = werkscherm.token("versie", indicator.code)
    key = f"versie-{token}"
    with st.form(key, enter_to_submit=False, border=False):
        naam = st.text_input(texts.NAAM, value=indicator.naam, key=f"{key}-naam")
        definitie = st.text_area(texts.DEFINITIE, value=indicator.definitie or "", key=f"{key}-definitie")
        technisch = st.text_area(texts.TECHNISCH, value=indicator.technische_definitie or "", key=f"{key}-technisch")
        populatie = st.text_input(texts.POPULATIE, value=indicator.populatie or "", key=f"{key}-populatie")
        vanaf = st.text_input(texts.VANAF, value=f"{today:%d-%m-%Y}", key=f"{key}-vanaf")
        reden = st.text_input(texts.WAAROM_ANDERS, key=f"{key}-reden")
        sent = st.form_submit_button(texts.ANDERS_BEWAAR, type="primary")
    if sent:
        _save(
            lambda: levensloop.redescribe(
                ronde.database,
                ronde.gebruiker,
                indicator.code,
                Omschrijving(naam, definitie, werkscherm.day(vanaf), reden, technisch or None, populatie or None),
                token=token,
            ),
            texts.ANDERS_BEWAARD,
            "versie",
            indicator.code,
            place=place,
        )
