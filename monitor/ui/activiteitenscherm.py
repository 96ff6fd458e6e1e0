"""The page Activiteiten: the sheet of a wijk, and under it the forms for who may write something on it.

What people wrote stands in our own HTML only; choices carry numbers of the sheet, because labels parse Markdown.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

import streamlit as st

from monitor.domain.activiteitenbeeld import AFGELOPEN, Activiteitenbeeld, Volhouden, Zaak, ZaakSoort
from monitor.domain.gebied import gemeente_of, normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling, mag
from monitor.domain.wijk import ActiviteitStatus, FinancieringStaat, FinancieringVorm, RolGemeente
from monitor.errors import MonitorError
from monitor.nl import format_datum, format_maand
from monitor.services import activiteiten, inbreng, woorden
from monitor.services.activiteitinvoer import (
    ActiviteitInvoer,
    DoorhalingInvoer,
    FinancieringInvoer,
    GebeurtenisInvoer,
    Invoer,
    OmschrijvingInvoer,
    VoortgangInvoer,
)
from monitor.services.rechten import current
from monitor.services.wijkbeeld import themas as all_themas
from monitor.store.inbreng_store import Signaal
from monitor.ui import activiteitenblad, frame, queries, vondsten, werkscherm
from monitor.ui.html import Html, join, tag
from monitor.ui.texts import activiteiten as texts

_TOKEN, _BEKEKEN, _NIEUWE_TEKST = "activiteiten_token", "activiteiten_bekeken", "activiteiten_tekst"
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
def _themas(stand: queries.Stand) -> dict[str, str]:
    return {it.code: it.naam for it in all_themas(stand[0])}


@queries.kept(64)
def _sheet(stand: queries.Stand, code: str, jaar: int | None) -> Html:
    return activiteitenblad.sheet(beeld(stand, code), jaar, _themas(stand), stand[2])


@dataclass(frozen=True, slots=True)
class _Bezig:
    """Who writes something on which sheet."""

    stand: queries.Stand
    gebruiker: Gebruiker
    alles: Activiteitenbeeld
    token: str
    zaak: Zaak | None = None
    """Of which other words are written."""

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
        return f"activiteiten-{veld}-{self.token}"

    def places(self, handeling: Handeling) -> list[str]:
        """Where this person may do this: the wijk, the whole gemeente."""
        return [code for code in (self.wijk, self.gemeente) if self.may(handeling, code)]


def show(stand: queries.Stand, gebruiker: Gebruiker, code: str) -> None:
    """The sheet of a wijk, and the form for what this person may write on it."""
    alles = beeld(stand, normalize_code(code) or code)
    frame.title(texts.TITEL.format(wijk=alles.wijk.naam))
    example = queries.wijkbeeld(stand, alles.wijk.code).voorbeeld
    st.html(join(activiteitenblad.heading(alles), frame.example_notice() if example else None))
    werkscherm.said()
    st.html(_sheet(stand, alles.wijk.code, _year(alles)))
    token = st.session_state.setdefault(_TOKEN, uuid4().hex)
    bezig = _Bezig(stand, current(stand[0], gebruiker), alles, token)
    soorten = _soorten(bezig)
    if soorten:
        with st.container(key="activiteiten-werk"):
            _work(bezig, soorten)


def _year(alles: Activiteitenbeeld) -> int | None:
    """The year that the address asks for, when anything is known of it."""
    asked = frame.parameter("jaar")
    return next((jaar for jaar in alles.jaren if str(jaar) == asked), None)


def _soorten(bezig: _Bezig) -> list[str]:
    """What this person may write down here."""
    does, pays, brings = (bezig.may(it) for it in (Handeling.ACTIVITEITEN, Handeling.FINANCIEREN, Handeling.INBRENGEN))
    may = {
        "voortgang": bool(_steps(bezig)),
        "activiteit": does,
        "gebeurtenis": does,
        "financiering": pays,
        "omschrijving": bool(_steps(bezig)),
        "doorhaling": bool(_lines(bezig)),
    }
    return [soort for soort, allowed in may.items() if allowed] if does or pays or brings else []


# One form


def _work(bezig: _Bezig, soorten: Sequence[str]) -> None:
    st.html(tag("div", tag("h2", texts.WERK), tag("p", texts.WERK_UITLEG, class_="zacht lezen"), class_="tv voet"))
    soort = st.radio(texts.WERK_WAT, soorten, format_func=texts.WERK_SOORTEN.__getitem__, key="activiteiten-soort")
    if bezig.may(Handeling.INBRENGEN):
        st.page_link("pages/initiatieven.py", label=texts.INITIATIEF_INBRENGEN)
    _take_over()
    if soort == "omschrijving":
        zaak = _choice(bezig, "zaak", texts.KIES_ZAAK, _steps(bezig))
        if not zaak:
            return
        # What is typed for one is never sent for another.
        bezig = replace(bezig, token=f"{bezig.token}-{zaak}", zaak=bezig.alles.zaak(zaak))
    listed = _listed(bezig, soort)
    if listed:
        st.html(listed)
    with st.form(f"activiteiten-{soort}-{bezig.token}", enter_to_submit=False, border=False):
        invoer = _FORMS[soort](bezig)
        sent = st.form_submit_button(texts.BEWAAR, type="primary")
    if sent:
        st.session_state[_BEKEKEN] = bezig.token
        _save(bezig, invoer)
    if st.session_state.get(_BEKEKEN) == bezig.token:
        _mark(bezig, invoer, sent=sent)


def _take_over() -> None:
    """What was replaced comes into its field before that is drawn."""
    for key, text in st.session_state.pop(_NIEUWE_TEKST, {}).items():
        st.session_state[key] = text


def _save(bezig: _Bezig, invoer: Invoer) -> None:
    """Save what was sent, and begin anew; a refusal says all that is wrong, and what was typed stays."""
    try:
        _SAVE[type(invoer)](bezig.stand[0], bezig.gebruiker, invoer, token=bezig.token)
    except MonitorError as error:
        werkscherm.refused(error)
        return
    del st.session_state[_TOKEN]
    werkscherm.say(texts.BEWAARD)
    st.rerun()


def _mark(bezig: _Bezig, invoer: Invoer, *, sent: bool) -> None:
    """Show what leads to a person, until it is replaced or gone."""
    marks = activiteiten.stopping(bezig.stand[0], invoer)
    if not marks and not sent:
        st.html(tag("p", texts.NU_BEWAREN, class_="tv", role="status"))
    for veld, found in marks.items():
        text = getattr(invoer, veld)
        replaced = vondsten.block(text, found, key=f"vondst-{veld}-{bezig.token}")
        if replaced != text:
            st.session_state[_NIEUWE_TEKST] = {bezig.key(veld): replaced}
            st.rerun()


# Fields


def _line(bezig: _Bezig, veld: str, label: str, value: str = "") -> str:
    return st.text_input(label, value=value, key=bezig.key(veld))


def _text(bezig: _Bezig, veld: str, label: str, value: str = "") -> str:
    return st.text_area(label, value=value, key=bezig.key(veld))


def _choice(bezig: _Bezig, veld: str, label: str, words: Mapping[str, str]) -> str:
    """One of a list; nothing is chosen before somebody does."""
    codes = list(words)
    chosen = st.selectbox(
        label, codes, index=None, format_func=words.__getitem__, placeholder=texts.KIES_WOORD, key=bezig.key(veld)
    )
    return chosen or _LEEG


def _gebied(bezig: _Bezig, handeling: Handeling) -> str:
    """The wijk of the sheet; who may in all wijken can choose the whole gemeente."""
    places = bezig.places(handeling)
    if len(places) < 2:
        return places[0] if places else bezig.wijk
    words = {bezig.wijk: texts.WAAR_WIJK, bezig.gemeente: texts.WAAR_GEMEENTE}
    return st.radio(texts.WAAR, places, format_func=words.__getitem__, key=bezig.key("gebied"))


def _numbered(bezig: _Bezig, *soorten: ZaakSoort) -> dict[str, str]:
    """The numbers on the sheet of what there is of `soorten`."""
    nummers, themas = activiteitenblad.numbers(bezig.alles), _themas(bezig.stand)
    return {
        it.id: texts.ZAAK_NUMMER.format(nummer=nummers[it.id], thema=themas.get(it.thema, it.thema))
        for it in bezig.alles.zaken
        if it.soort in soorten
    }


def _steps(bezig: _Bezig) -> dict[str, str]:
    """The numbers of what this person may say of how it goes on: of the wijk, and what goes on before what is over."""
    soorten = [ZaakSoort.ACTIVITEIT] if bezig.may(Handeling.ACTIVITEITEN) else []
    soorten += [ZaakSoort.INITIATIEF] if soorten or bezig.may(Handeling.INBRENGEN) else []
    zaken = {it.id: it for it in bezig.alles.zaken}
    whole = bezig.may(Handeling.ACTIVITEITEN, bezig.gemeente)
    words = {id_: said for id_, said in _numbered(bezig, *soorten).items() if whole or zaken[id_].gebied == bezig.wijk}
    return dict(sorted(words.items(), key=lambda it: zaken[it[0]].status in AFGELOPEN))


# Forms


def _activiteit(bezig: _Bezig) -> ActiviteitInvoer:
    """First what must be known; then what may stay empty, under headings of its own."""
    organisaties = sorted(bezig.gebruiker.organisaties)
    asked = ActiviteitInvoer(
        gebied=_gebied(bezig, Handeling.ACTIVITEITEN),
        thema=_choice(bezig, "thema", texts.THEMA, _themas(bezig.stand)),
        naam=_line(bezig, "naam", texts.NAAM),
        status=_status(bezig),
        begonnen_op=_line(bezig, "begonnen_op", texts.VRAAG_BEGON),
        rol_gemeente=_choice(
            bezig, "rol_gemeente", texts.VRAAG_ROL, {it.value: woorden.ROL_GEMEENTE[it] for it in RolGemeente}
        ),
    )
    _heading(texts.DEEL_WAT)
    asked = replace(
        asked,
        beschrijving=_text(bezig, "beschrijving", texts.BESCHRIJVING),
        wat_wil_je=_text(bezig, "wat_wil_je", texts.VRAAG_WAT_WIL_JE),
        voor_wie=_line(bezig, "voor_wie", texts.VRAAG_VOOR_WIE),
        organisatie=_line(bezig, "organisatie", texts.VRAAG_WIE, organisaties[0] if len(organisaties) == 1 else ""),
        formeel=_text(bezig, "formeel", texts.VRAAG_FORMEEL),
        informeel=_text(bezig, "informeel", texts.VRAAG_INFORMEEL),
        indicatoren=_indicatoren(bezig),
    )
    _heading(texts.DEEL_BEGIN)
    asked = replace(
        asked,
        vraag=_text(bezig, "vraag", texts.VRAAG_VRAAG),
        signaal=_choice(bezig, "signaal", texts.VRAAG_SIGNAAL, _signaal_words(bezig)) if _signalen(bezig) else _LEEG,
        uit=_choice(bezig, "uit", texts.VRAAG_UIT, _numbered(bezig, *ZaakSoort)),
    )
    _heading(texts.DEEL_EINDE)
    return replace(
        asked,
        geeindigd_op=_line(bezig, "geeindigd_op", texts.VRAAG_EINDE),
        les=_text(bezig, "les", texts.VRAAG_LES),
        vervolg=_text(bezig, "vervolg", texts.VRAAG_VERVOLG),
    )


def _heading(words: str) -> None:
    st.html(tag("div", tag("h3", words), class_="tv"))


def _status(bezig: _Bezig) -> str:
    return _choice(bezig, "status", texts.STATUS, {it.value: woorden.ACTIVITEIT_STATUS[it] for it in ActiviteitStatus})


def _indicatoren(bezig: _Bezig) -> tuple[str, ...]:
    known = activiteiten.indicatoren_van(bezig.stand[0], bezig.wijk)
    if not known:
        return ()
    chosen = st.multiselect(
        texts.VRAAG_INDICATOREN,
        list(known),
        format_func=known.__getitem__,
        placeholder=texts.KIES_WOORD,
        key=bezig.key("indicatoren"),
    )
    return tuple(chosen)


def _voortgang(bezig: _Bezig) -> VoortgangInvoer:
    return VoortgangInvoer(
        zaak=_choice(bezig, "zaak", texts.KIES_ZAAK, _steps(bezig)),
        op=_line(bezig, "op", texts.OP),
        status=_status(bezig),
        gebeurd=_text(bezig, "gebeurd", texts.GEBEURDE),
        les=_text(bezig, "les", texts.VRAAG_LES),
        vervolg=_text(bezig, "vervolg", texts.VRAAG_VERVOLG),
        volhouden=_choice(
            bezig, "volhouden", texts.VRAAG_VOLHOUDEN, {it.value: woorden.VOLHOUDEN[it] for it in Volhouden}
        ),
        wie_helpt=_text(bezig, "wie_helpt", texts.VRAAG_WIE_HELPT),
    )


def _gebeurtenis(bezig: _Bezig) -> GebeurtenisInvoer:
    return GebeurtenisInvoer(
        gebied=_gebied(bezig, Handeling.ACTIVITEITEN),
        datum=_line(bezig, "datum", texts.OP),
        titel=_line(bezig, "titel", texts.TITEL_GEBEURTENIS),
        thema=_choice(bezig, "thema", texts.THEMA_LEEG, _themas(bezig.stand)),
        zaak=_choice(bezig, "zaak", texts.KIES_ZAAK_LEEG, _numbered(bezig, ZaakSoort.ACTIVITEIT)),
        toelichting=_text(bezig, "toelichting", texts.TOELICHTING),
    )


def _financiering(bezig: _Bezig) -> FinancieringInvoer:
    return FinancieringInvoer(
        gebied=_gebied(bezig, Handeling.FINANCIEREN),
        thema=_choice(bezig, "thema", texts.THEMA, _themas(bezig.stand)),
        omschrijving=_line(bezig, "omschrijving", texts.OMSCHRIJVING),
        jaar=_line(bezig, "jaar", texts.JAAR),
        vorm=_choice(bezig, "vorm", texts.VORM, {it.value: woorden.FINANCIERING_VORM[it] for it in FinancieringVorm}),
        staat=_choice(
            bezig, "staat", texts.STAAT, {it.value: woorden.FINANCIERING_STAAT[it] for it in FinancieringStaat}
        ),
        bedrag=_line(bezig, "bedrag", texts.BEDRAG),
        uren=_line(bezig, "uren", texts.UREN),
        zaak=_choice(bezig, "zaak", texts.KIES_ZAAK_LEEG, _numbered(bezig, *ZaakSoort)),
    )


def _omschrijving(bezig: _Bezig) -> OmschrijvingInvoer:
    zaak = bezig.zaak
    assert zaak is not None  # noqa: S101 - chosen before this form is drawn
    resident = zaak.soort is ZaakSoort.ACTIVITEIT
    return OmschrijvingInvoer(
        zaak=zaak.id,
        naam=_line(bezig, "naam", texts.NAAM_ZAAK, zaak.naam),
        beschrijving=_text(bezig, "beschrijving", texts.BESCHRIJVING, zaak.beschrijving or ""),
        wat_wil_je=_text(bezig, "wat_wil_je", texts.VRAAG_WAT_WIL_JE, zaak.wat_wil_je or "") if resident else _LEEG,
        voor_wie=_line(bezig, "voor_wie", texts.VRAAG_VOOR_WIE, zaak.voor_wie or ""),
        organisatie=_line(bezig, "organisatie", texts.VRAAG_WIE, zaak.wie or ""),
    )


def _doorhaling(bezig: _Bezig) -> DoorhalingInvoer:
    words = {id_: texts.REGEL_NUMMER.format(nummer=nummer) for nummer, id_ in enumerate(_lines(bezig), start=1)}
    return DoorhalingInvoer(
        regel=_choice(bezig, "regel", texts.REGEL, words),
        reden=_line(bezig, "reden", texts.REDEN),
    )


_FORMS: Mapping[str, Callable[[_Bezig], Invoer]] = {
    "voortgang": _voortgang,
    "activiteit": _activiteit,
    "gebeurtenis": _gebeurtenis,
    "financiering": _financiering,
    "omschrijving": _omschrijving,
    "doorhaling": _doorhaling,
}


# What a form chooses from by number


def _listed(bezig: _Bezig, soort: str) -> Html | None:
    """The list that the numbers of a form stand for, where the sheet does not number it."""
    if soort == "doorhaling":
        items = [tag("li", said) for said in _lines(bezig).values()]
        return tag("div", tag("h3", texts.REGELS), tag("ol", *items), class_="tv")
    if soort != "activiteit" or not _signalen(bezig):
        return None
    signalen = [
        tag(
            "div",
            tag(
                "p",
                texts.SIGNAAL_REGEL.format(nummer=nummer, wanneer=format_maand(it.gezien_op), thema=it.thema),
                class_="klein zacht",
            ),
            tag("p", it.tekst, dir="auto"),
        )
        for nummer, it in enumerate(_signalen(bezig), start=1)
    ]
    return tag("div", tag("h3", texts.SIGNALEN), *signalen, class_="tv lezen")


def _signalen(bezig: _Bezig) -> tuple[Signaal, ...]:
    if not bezig.may(Handeling.SIGNALEN_LEZEN):
        return ()
    return inbreng.signalen(bezig.stand[0], bezig.gebruiker, bezig.wijk)


def _signaal_words(bezig: _Bezig) -> dict[str, str]:
    return {
        it.id: texts.SIGNAAL_NUMMER.format(nummer=nummer, wanneer=format_maand(it.gezien_op))
        for nummer, it in enumerate(_signalen(bezig), start=1)
    }


def _lines(bezig: _Bezig) -> dict[str, str]:
    """The lines of money and the events that this person may strike out, in words."""
    pays, does = bezig.places(Handeling.FINANCIEREN), bezig.places(Handeling.ACTIVITEITEN)
    events = {it.id: f"{format_datum(it.datum)}: {it.titel}" for it in bezig.alles.gebeurtenissen if it.gebied in does}
    money = {it.id: activiteitenblad.line(it) for it in bezig.alles.financiering if it.gebied in pays}
    return {**money, **events}
