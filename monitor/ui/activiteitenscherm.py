"""The page Activiteiten: the sheet of a wijk, and under it the forms for who may write something on it.

What people wrote stands in our own HTML; a choice carries a number of the sheet and at most the letters of a name,
because labels parse Markdown.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from monitor.domain.activiteitenbeeld import AFGELOPEN, Activiteitenbeeld, Volhouden, Zaak, ZaakSoort
from monitor.domain.gebied import gemeente_of, normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling, mag
from monitor.domain.wijk import ActiviteitStatus, FinancieringStaat, FinancieringVorm, RolGemeente
from monitor.errors import MonitorError
from monitor.nl import format_datum, opsomming
from monitor.services import activiteiten, inbreng, woorden
from monitor.services.activiteitinvoer import (
    NAAM_VAN_VELD,
    ActiviteitInvoer,
    DoorhalingInvoer,
    FinancieringInvoer,
    GebeurtenisInvoer,
    Invoer,
    OmschrijvingInvoer,
    VoortgangInvoer,
)
from monitor.services.rechten import current
from monitor.services.werk import uit_gebruik
from monitor.services.wijkbeeld import themas as all_themas
from monitor.store.inbreng_store import Signaal
from monitor.ui import aanleidingblok, activiteitenblad, frame, queries, vondsten, werkscherm
from monitor.ui.html import Html, join, tag
from monitor.ui.texts import activiteiten as texts

_GEMERKT, _NIEUWE_TEKST, _BEGONNEN = "activiteiten_gemerkt", "activiteiten_tekst", "activiteiten_begonnen"
_LEEG = ""
_SAVE: Mapping[type, Callable[..., str]] = {
    ActiviteitInvoer: activiteiten.add_activiteit,
    VoortgangInvoer: activiteiten.add_voortgang,
    GebeurtenisInvoer: activiteiten.add_gebeurtenis,
    FinancieringInvoer: activiteiten.add_financiering,
    OmschrijvingInvoer: activiteiten.change_omschrijving,
    DoorhalingInvoer: activiteiten.strike_out,
}


@queries.kept(64)
def beeld(stand: queries.Stand, code: str) -> Activiteitenbeeld:
    """All that is done in a wijk."""
    return activiteiten.activiteitenbeeld(stand[0], code)


@queries.kept(4)
def themas(stand: queries.Stand) -> dict[str, str]:
    """The names of all themas, by code."""
    return {it.code: it.naam for it in all_themas(stand[0])}


@queries.kept(64)
def _sheet(stand: queries.Stand, code: str, jaar: int | None) -> Html:
    return activiteitenblad.sheet(beeld(stand, code), jaar, themas(stand), stand[2])


@dataclass(frozen=True, slots=True)
class _Formulier:
    """Who writes something on which sheet."""

    stand: queries.Stand
    gebruiker: Gebruiker
    alles: Activiteitenbeeld
    soort: str = ""
    """What is written down: each has fields and a token of its own, so that no answer comes in another form."""
    zaak: Zaak | None = None
    """Of which other words are written."""

    @property
    def about(self) -> tuple[str, ...]:
        """What the form is about: what is typed about one is never sent for another."""
        return ("activiteiten", self.wijk, self.soort, *((self.zaak.id,) if self.zaak else ()))

    @property
    def token(self) -> str:
        """The token of the form, until what it sent is kept."""
        return werkscherm.token(*self.about)

    @property
    def wijk(self) -> str:
        """The code of the wijk."""
        return self.alles.wijk.code

    @property
    def gemeente(self) -> str:
        """The code of the gemeente that it lies in."""
        return gemeente_of(self.wijk) or ""

    def may(self, handeling: Handeling, gebied: str | None = None) -> bool:
        """Whether this person may do this, here or in another gebied."""
        return mag(self.gebruiker, handeling, gebied or self.wijk)

    def key(self, veld: str) -> str:
        """The key of a field."""
        return f"activiteiten-{self.soort}-{veld}-{self.token}"

    def places(self, handeling: Handeling) -> list[str]:
        """Where this person may do this: the wijk, the whole gemeente."""
        return [code for code in (self.wijk, self.gemeente) if self.may(handeling, code)]


def show(stand: queries.Stand, gebruiker: Gebruiker, code: str) -> None:
    """The sheet of a wijk, and the form for what this person may write on it."""
    alles = beeld(stand, normalize_code(code) or code)
    frame.title(texts.TITEL.format(wijk=alles.wijk.naam))
    example = queries.wijkbeeld(stand, alles.wijk.code).voorbeeld
    formulier = _Formulier(stand, current(stand[0], gebruiker), alles)
    soorten = _soorten(formulier)
    head = activiteitenblad.heading(alles, werk=bool(soorten))
    st.html(join(head, frame.example_notice() if example else None))
    st.html(_sheet(stand, alles.wijk.code, _year(alles)))
    if soorten:
        with st.container(key="activiteiten-werk"):
            _work(formulier, soorten)
    werkscherm.said_still()


def _year(alles: Activiteitenbeeld) -> int | None:
    """The year that the address asks for, when anything is known of it."""
    asked = frame.parameter("jaar")
    return next((jaar for jaar in alles.jaren if str(jaar) == asked), None)


def _soorten(formulier: _Formulier) -> list[str]:
    """What this person may write down here."""
    does, pays, brings = (
        formulier.may(it) for it in (Handeling.ACTIVITEITEN, Handeling.FINANCIEREN, Handeling.INBRENGEN)
    )
    may = {
        "voortgang": bool(_steps(formulier)),
        "activiteit": does,
        "gebeurtenis": does,
        "financiering": pays,
        "omschrijving": bool(_steps(formulier)),
        "doorhaling": bool(_lines(formulier)),
    }
    return [soort for soort, allowed in may.items() if allowed] if does or pays or brings else []


# One form


def _work(formulier: _Formulier, soorten: Sequence[str]) -> None:
    head = tag("h2", texts.WERK, id=activiteitenblad.WERK_PLEK)
    st.html(tag("div", head, tag("p", texts.WERK_UITLEG, class_="zacht lezen"), class_="tv voet"))
    soort = st.radio(texts.WERK_WAT, soorten, format_func=texts.WERK_SOORTEN.__getitem__, key="activiteiten-soort")
    if formulier.may(Handeling.INBRENGEN):
        st.page_link("pages/initiatieven.py", label=texts.INITIATIEF_INBRENGEN)
    _take_over()
    begun = werkscherm.begun_parts(_BEGONNEN, formulier.wijk, soort)
    for name in soorten:
        # Each has a place of its own, so that what was typed stays when somebody looks at another form.
        with werkscherm.put_by(f"activiteiten-{name}", shown=name == soort):
            if name in begun:
                _form(replace(formulier, soort=name))


def _form(formulier: _Formulier) -> None:
    soort = formulier.soort
    if soort == "omschrijving":
        zaak = _choice(formulier, "zaak", texts.KIES_ZAAK, _steps(formulier))
        if not zaak:
            werkscherm.said("activiteiten", soort)
            return
        formulier = replace(formulier, zaak=formulier.alles.zaak(zaak))
    listed = _listed(formulier)
    if listed:
        st.html(listed)
    with st.form(f"activiteiten-{soort}-{formulier.token}", enter_to_submit=False, border=False):
        invoer = _FORMS[soort](formulier)
        sent = st.form_submit_button(texts.BEWAAR, type="primary")
    werkscherm.said("activiteiten", soort)
    if sent:
        _save(formulier, invoer)
    if sent or st.session_state.get(_GEMERKT) == formulier.token:
        _mark(formulier, invoer, sent=sent)


def _take_over() -> None:
    """What was replaced comes into its field before that is drawn."""
    for key, text in st.session_state.pop(_NIEUWE_TEKST, {}).items():
        st.session_state[key] = text


def _save(formulier: _Formulier, invoer: Invoer) -> None:
    """Save what was sent, and begin anew; a refusal says all that is wrong, and what was typed stays."""
    try:
        _SAVE[type(invoer)](formulier.stand[0], formulier.gebruiker, invoer, token=formulier.token)
    except MonitorError as error:
        werkscherm.refused(error)
        return
    werkscherm.forget_token(*formulier.about)
    werkscherm.forget_token(*replace(formulier, zaak=None).about)
    werkscherm.say(" ".join((texts.BEWAARD, *_let_go(formulier, invoer))), "activiteiten", formulier.soort)
    st.rerun()


def _let_go(formulier: _Formulier, invoer: Invoer) -> Iterable[str]:
    """Which figures are in use no longer, because nothing works on them any more."""
    if not isinstance(invoer, VoortgangInvoer) or invoer.status not in AFGELOPEN:
        return
    per_wijk: defaultdict[str, list[str]] = defaultdict(list)
    for cijfer, wijk in uit_gebruik(formulier.stand[0], invoer.zaak):
        per_wijk[wijk].append(f"“{cijfer}”")
    for wijk, cijfers in per_wijk.items():
        yield texts.UIT_GEBRUIK[len(cijfers) > 1].format(cijfers=opsomming(cijfers), wijk=wijk)


def _mark(formulier: _Formulier, invoer: Invoer, *, sent: bool) -> None:
    """Show what leads to a person, until it is replaced or gone."""
    marks = activiteiten.stopping(formulier.stand[0], invoer)
    if sent:
        st.session_state[_GEMERKT] = formulier.token if marks else None
    elif not marks:
        st.html(tag("p", texts.NU_BEWAREN, class_="tv", role="status"))
    for veld, found in marks.items():
        text = getattr(invoer, veld)
        st.html(tag("p", tag("b", texts.STAAT_ONDER.format(veld=NAAM_VAN_VELD[veld])), class_="tv"))
        replaced = vondsten.block(text, found, key=f"vondst-{veld}-{formulier.token}", nagelezen=False)
        if replaced != text:
            st.session_state[_NIEUWE_TEKST] = {formulier.key(veld): replaced}
            st.rerun()


# Fields


def _line(formulier: _Formulier, veld: str, label: str, value: str = "") -> str:
    return st.text_input(label, value=value, key=formulier.key(veld))


def _text(formulier: _Formulier, veld: str, label: str, value: str = "") -> str:
    return st.text_area(label, value=value, key=formulier.key(veld))


def _choice(formulier: _Formulier, veld: str, label: str, words: Mapping[str, str]) -> str:
    """One of a list; nothing is chosen before somebody does."""
    return aanleidingblok.choose(label, words, formulier.key(veld))


def _gebied(formulier: _Formulier, handeling: Handeling) -> str:
    """The wijk of the sheet; who may in all wijken can choose the whole gemeente."""
    places = formulier.places(handeling)
    if len(places) < 2:
        return places[0] if places else formulier.wijk
    words = {formulier.wijk: texts.WAAR_WIJK, formulier.gemeente: texts.WAAR_GEMEENTE}
    return st.radio(texts.WAAR, places, format_func=words.__getitem__, key=formulier.key("gebied"))


def _numbered(formulier: _Formulier, *soorten: ZaakSoort) -> dict[str, str]:
    """The numbers on the sheet and the names of what there is of `soorten`."""
    return aanleidingblok.zaak_woorden(formulier.alles, *soorten)


def _steps(formulier: _Formulier) -> dict[str, str]:
    """The numbers of what this person may say of how it goes on: of the wijk, and what goes on before what is over."""
    soorten = [ZaakSoort.ACTIVITEIT] if formulier.may(Handeling.ACTIVITEITEN) else []
    soorten += [ZaakSoort.INITIATIEF] if soorten or formulier.may(Handeling.INBRENGEN) else []
    zaken = {it.id: it for it in formulier.alles.zaken}
    whole = formulier.may(Handeling.ACTIVITEITEN, formulier.gemeente)
    words = {
        id_: said
        for id_, said in _numbered(formulier, *soorten).items()
        if whole or zaken[id_].gebied == formulier.wijk
    }
    return dict(sorted(words.items(), key=lambda it: zaken[it[0]].status in AFGELOPEN))


# Forms


def _activiteit(formulier: _Formulier) -> ActiviteitInvoer:
    """First what must be known; then what may stay empty, under headings of its own."""
    asked = ActiviteitInvoer(
        gebied=_gebied(formulier, Handeling.ACTIVITEITEN),
        thema=_choice(formulier, "thema", texts.THEMA, themas(formulier.stand)),
        naam=_line(formulier, "naam", texts.NAAM),
        status=_status(formulier),
        begonnen_op=_line(formulier, "begonnen_op", texts.VRAAG_BEGON),
        rol_gemeente=_choice(
            formulier, "rol_gemeente", texts.VRAAG_ROL, {it.value: woorden.ROL_GEMEENTE[it] for it in RolGemeente}
        ),
    )
    _heading(texts.DEEL_WAT)
    asked = replace(
        asked,
        beschrijving=_text(formulier, "beschrijving", texts.BESCHRIJVING),
        wat_wil_je=_text(formulier, "wat_wil_je", texts.VRAAG_WAT_WIL_JE),
        voor_wie=_line(formulier, "voor_wie", texts.VRAAG_VOOR_WIE),
        organisatie=_line(formulier, "organisatie", texts.VRAAG_WIE),
        formeel=_text(formulier, "formeel", texts.VRAAG_FORMEEL),
        informeel=_text(formulier, "informeel", texts.VRAAG_INFORMEEL),
        indicatoren=_indicatoren(formulier),
    )
    _heading(texts.DEEL_BEGIN)
    keuzes = aanleidingblok.Keuzes(_signalen(formulier), _numbered(formulier, *ZaakSoort))
    begin = aanleidingblok.ask(keuzes, formulier.key)
    asked = replace(asked, vraag=begin.vraag, signaal=begin.signaal, uit=begin.uit)
    _heading(texts.DEEL_EINDE)
    return replace(
        asked,
        geeindigd_op=_line(formulier, "geeindigd_op", texts.VRAAG_EINDE),
        les=_text(formulier, "les", texts.VRAAG_LES),
        vervolg=_text(formulier, "vervolg", texts.VRAAG_VERVOLG),
    )


def _heading(words: str) -> None:
    st.html(tag("div", tag("h3", words), class_="tv"))


def _status(formulier: _Formulier) -> str:
    return _choice(
        formulier, "status", texts.STATUS, {it.value: woorden.ACTIVITEIT_STATUS[it] for it in ActiviteitStatus}
    )


def _indicatoren(formulier: _Formulier) -> tuple[str, ...]:
    known = activiteiten.indicatoren_van(formulier.stand[0], formulier.wijk)
    if not known:
        return ()
    chosen = st.multiselect(
        texts.VRAAG_INDICATOREN,
        list(known),
        format_func=known.__getitem__,
        placeholder=texts.KIES_WOORD,
        key=formulier.key("indicatoren"),
    )
    return tuple(chosen)


def _voortgang(formulier: _Formulier) -> VoortgangInvoer:
    return VoortgangInvoer(
        zaak=_choice(formulier, "zaak", texts.KIES_ZAAK, _steps(formulier)),
        op=_line(formulier, "op", texts.OP),
        status=_status(formulier),
        gebeurd=_text(formulier, "gebeurd", texts.GEBEURDE),
        les=_text(formulier, "les", texts.VRAAG_LES),
        vervolg=_text(formulier, "vervolg", texts.VRAAG_VERVOLG),
        volhouden=_choice(
            formulier, "volhouden", texts.VRAAG_VOLHOUDEN, {it.value: woorden.VOLHOUDEN[it] for it in Volhouden}
        ),
        wie_helpt=_text(formulier, "wie_helpt", texts.VRAAG_WIE_HELPT),
    )


def _gebeurtenis(formulier: _Formulier) -> GebeurtenisInvoer:
    return GebeurtenisInvoer(
        gebied=_gebied(formulier, Handeling.ACTIVITEITEN),
        datum=_line(formulier, "datum", texts.OP),
        titel=_line(formulier, "titel", texts.TITEL_GEBEURTENIS),
        thema=_choice(formulier, "thema", texts.THEMA_LEEG, themas(formulier.stand)),
        zaak=_choice(formulier, "zaak", texts.KIES_ZAAK_LEEG, _numbered(formulier, ZaakSoort.ACTIVITEIT)),
        toelichting=_text(formulier, "toelichting", texts.TOELICHTING),
    )


def _financiering(formulier: _Formulier) -> FinancieringInvoer:
    return FinancieringInvoer(
        gebied=_gebied(formulier, Handeling.FINANCIEREN),
        thema=_choice(formulier, "thema", texts.THEMA, themas(formulier.stand)),
        omschrijving=_line(formulier, "omschrijving", texts.OMSCHRIJVING),
        jaar=_line(formulier, "jaar", texts.JAAR),
        vorm=_choice(
            formulier, "vorm", texts.VORM, {it.value: woorden.FINANCIERING_VORM[it] for it in FinancieringVorm}
        ),
        staat=_choice(
            formulier, "staat", texts.STAAT, {it.value: woorden.FINANCIERING_STAAT[it] for it in FinancieringStaat}
        ),
        bedrag=_line(formulier, "bedrag", texts.BEDRAG),
        uren=_line(formulier, "uren", texts.UREN),
        zaak=_choice(formulier, "zaak", texts.KIES_ZAAK_LEEG, _numbered(formulier, *ZaakSoort)),
    )


def _omschrijving(formulier: _Formulier) -> OmschrijvingInvoer:
    zaak = formulier.zaak
    assert zaak is not None  # noqa: S101 - chosen before this form is drawn
    resident = zaak.soort is ZaakSoort.ACTIVITEIT
    return OmschrijvingInvoer(
        zaak=zaak.id,
        naam=_line(formulier, "naam", texts.NAAM, zaak.naam),
        beschrijving=_text(formulier, "beschrijving", texts.BESCHRIJVING, zaak.beschrijving or ""),
        wat_wil_je=_text(formulier, "wat_wil_je", texts.VRAAG_WAT_WIL_JE, zaak.wat_wil_je or "") if resident else _LEEG,
        voor_wie=_line(formulier, "voor_wie", texts.VRAAG_VOOR_WIE, zaak.voor_wie or ""),
        organisatie=_line(formulier, "organisatie", texts.VRAAG_WIE, zaak.wie or ""),
        vraag=_text(formulier, "vraag", texts.VRAAG_VRAAG, zaak.vraag) if zaak.vraag else _LEEG,
    )


def _doorhaling(formulier: _Formulier) -> DoorhalingInvoer:
    words = {id_: texts.REGEL_NUMMER.format(nummer=nummer) for nummer, id_ in enumerate(_lines(formulier), start=1)}
    return DoorhalingInvoer(
        regel=_choice(formulier, "regel", texts.REGEL, words),
        reden=_line(formulier, "reden", texts.REDEN),
    )


_FORMS: Mapping[str, Callable[[_Formulier], Invoer]] = {
    "voortgang": _voortgang,
    "activiteit": _activiteit,
    "gebeurtenis": _gebeurtenis,
    "financiering": _financiering,
    "omschrijving": _omschrijving,
    "doorhaling": _doorhaling,
}


# What a form chooses from by number


def _listed(formulier: _Formulier) -> Html | None:
    """The list that the numbers of a form stand for, where the sheet does not number it."""
    if formulier.soort == "doorhaling":
        items = [tag("li", said) for said in _lines(formulier).values()]
        return tag("div", tag("h3", texts.REGELS), tag("ol", *items), class_="tv")
    return aanleidingblok.signalen_lijst(_signalen(formulier)) if formulier.soort == "activiteit" else None


def _signalen(formulier: _Formulier) -> tuple[Signaal, ...]:
    if not formulier.may(Handeling.SIGNALEN_LEZEN):
        return ()
    return inbreng.signalen(formulier.stand[0], formulier.gebruiker, formulier.wijk)


def _lines(formulier: _Formulier) -> dict[str, str]:
    """The lines of money and the events that this person may strike out, in words."""
    pays, does = formulier.places(Handeling.FINANCIEREN), formulier.places(Handeling.ACTIVITEITEN)
    events = {
        it.id: f"{format_datum(it.datum)}: {it.titel}" for it in formulier.alles.gebeurtenissen if it.gebied in does
    }
    money = {it.id: activiteitenblad.line(it) for it in formulier.alles.financiering if it.gebied in pays}
    return {**money, **events}
