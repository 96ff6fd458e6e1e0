"""The small forms: an initiatief, a plek, a signaal; and the signalen for who learns together in a wijk."""

from collections.abc import Mapping
from datetime import date
from uuid import uuid4

import streamlit as st

from monitor.domain.activiteitenbeeld import ZaakSoort
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling, mag, mag_ergens, wijken_voor
from monitor.errors import OngeldigeInvoer, Probleem
from monitor.nl import dag_of_niets, format_datum
from monitor.services import inbreng
from monitor.services.aanleiding import NIETS, AanleidingInvoer
from monitor.services.inbreng import NieuwSignaal
from monitor.services.rechten import current
from monitor.services.wijkbeeld import themas
from monitor.services.wijkzaken import NieuwePlek, NieuwInitiatief
from monitor.store.inbreng_store import Signaal
from monitor.ui import aanleidingblok, activiteitenscherm, frame, links, queries, vondsten, wie
from monitor.ui.aanleidingblok import Keuzes
from monitor.ui.errors import show_errors
from monitor.ui.html import Html, join, tag
from monitor.ui.texts import inbreng as texts

_VORIGE, _TOKEN, _BEKEKEN, _NIEUWE_TEKST = "inbreng_vorige", "inbreng_token", "inbreng_bekeken", "inbreng_tekst"


def show(stand: queries.Stand, gebruiker: Gebruiker) -> None:
    """The form for what this person may bring in, and the signalen that she may read."""
    gebruiker = current(stand[0], gebruiker)
    st.html(tag("div", tag("h1", texts.TITEL), tag("p", texts.INLEIDING, class_="sub"), class_="tv"))
    soorten = _soorten(gebruiker)
    if soorten:
        _ask(stand, gebruiker, soorten)
    if mag_ergens(gebruiker, Handeling.SIGNALEN_LEZEN):
        _signalen(stand, gebruiker)
    elif not soorten:
        wie.turn_away(gebruiker, texts.MAG_NIET)


def _soorten(gebruiker: Gebruiker) -> list[str]:
    needed = {
        "initiatief": Handeling.INBRENGEN,
        "plek": Handeling.INBRENGEN,
        "signaal": Handeling.SIGNALEREN,
    }
    return [soort for soort, handeling in needed.items() if mag_ergens(gebruiker, handeling)]


def _wijken(stand: queries.Stand, gebruiker: Gebruiker, handeling: Handeling) -> dict[str, str]:
    """The wijken in which this person may do this, by code."""
    mine = wijken_voor(gebruiker, handeling)
    beelden = (queries.gemeentebeeld(stand, gemeente.code) for gemeente in queries.gemeenten(stand))
    return {
        regel.wijk.code: regel.wijk.naam
        for beeld in beelden
        for regel in beeld.regels
        if mine is None or regel.wijk.code in mine
    }


# The form


def _ask(stand: queries.Stand, gebruiker: Gebruiker, soorten: list[str]) -> None:
    saved = st.session_state.pop(_VORIGE, None)
    if saved:
        st.html(
            tag(
                "div",
                tag("p", texts.BEWAARD),
                tag("p", tag("a", texts.NAAR_WIJK, href=links.to_wijk(saved))),
                class_="tv melding",
                role="status",
            )
        )
    asked = frame.parameter("soort")
    soort = st.radio(
        texts.WAT,
        soorten,
        index=soorten.index(asked) if asked in soorten else 0,
        format_func=lambda it: texts.SOORTEN[it],
        key="inbreng-soort",
    )
    uitleg = {"signaal": texts.SIGNAAL_UITLEG, "plek": texts.PLEK_UITLEG}.get(soort, texts.INBRENG_UITLEG)
    st.html(tag("p", uitleg, class_="tv lezen zacht"))
    handeling = Handeling.SIGNALEREN if soort == "signaal" else Handeling.INBRENGEN
    token = st.session_state.setdefault(_TOKEN, uuid4().hex)
    _take_over()
    wijk = _wijk(_wijken(stand, gebruiker, handeling), token)
    keuzes = _keuzes(stand, gebruiker, wijk) if soort == "initiatief" else None
    with st.form(f"inbreng-{soort}-{token}", enter_to_submit=False, border=False):
        given = {"gebied": wijk, **_fields(stand, soort, token)}
        begin = _begin(keuzes, wijk, token) if keuzes else NIETS
        sent = st.form_submit_button(texts.BEWAAR, type="primary")
    if sent:
        st.session_state[_BEKEKEN] = token
        with show_errors():
            _save(stand, gebruiker, _nieuw(soort, given), begin, token)
    if st.session_state.get(_BEKEKEN) == token:
        with show_errors():
            _mark(stand, _nieuw(soort, given), begin, {**given, "vraag": begin.vraag}, token, sent=sent)


def _take_over() -> None:
    """What was replaced comes into its field before that is drawn."""
    for key, text in st.session_state.pop(_NIEUWE_TEKST, {}).items():
        st.session_state[key] = text


def _wijk(wijken: Mapping[str, str], token: str) -> str | None:
    """The wijk, outside the form: what something can have begun with is only known when it is chosen."""
    chosen, codes = frame.parameter("wijk"), list(wijken)
    return st.selectbox(
        texts.WIJK,
        codes,
        index=codes.index(chosen) if chosen and chosen in wijken else 0 if len(codes) == 1 else None,
        format_func=lambda code: wijken.get(code, code),
        placeholder=texts.WIJK,
        key=f"inbreng-wijk-{token}",
    )


def _keuzes(stand: queries.Stand, gebruiker: Gebruiker, wijk: str | None) -> Keuzes:
    """What an initiatief of this wijk can have begun with, listed with the numbers to choose from.

    There is one element always, also when there is no list yet: else the form under it loses what was typed.
    """
    if wijk is None:
        st.html(tag("p", texts.BEGIN_KIES_WIJK, class_="tv lezen zacht"))
        return Keuzes()
    signalen: tuple[Signaal, ...] = ()
    if mag(gebruiker, Handeling.SIGNALEN_LEZEN, wijk):
        signalen = inbreng.signalen(stand[0], gebruiker, wijk)
    alles = activiteitenscherm.beeld(stand, wijk)
    lists = join(aanleidingblok.zaken_lijst(alles), aanleidingblok.signalen_lijst(signalen))
    shown = tag("details", tag("summary", texts.BEGIN_LIJST), lists) if lists else tag("p", texts.BEGIN_LEEG)
    st.html(tag("div", shown, class_="tv lezen zacht"))
    return Keuzes(signalen, aanleidingblok.zaak_woorden(alles, *ZaakSoort))


def _begin(keuzes: Keuzes, wijk: str | None, token: str) -> AanleidingInvoer:
    """The words stay when another wijk is chosen; what was chosen of one wijk is never sent for another."""
    st.html(tag("div", tag("h3", texts.BEGIN), class_="tv"))
    return aanleidingblok.ask(keuzes, lambda veld: _key(veld if veld == "vraag" else f"{veld}-{wijk}", token))


def _fields(stand: queries.Stand, soort: str, token: str) -> dict[str, str | None]:
    names = {it.code: it.naam for it in themas(stand[0])}
    given: dict[str, str | None] = {
        "thema": st.selectbox(
            texts.THEMA,
            list(names),
            index=None,
            format_func=lambda code: names.get(code, code),
            placeholder=texts.THEMA,
            key=f"inbreng-thema-{token}",
        ),
    }
    if soort == "signaal":
        given["tekst"] = st.text_area(texts.TEKST, key=_key("tekst", token))
        given["gezien_op"] = st.text_input(texts.GEZIEN, key=_key("gezien_op", token))
        return given
    given["naam"] = st.text_input(texts.NAAM[soort], key=_key("naam", token))
    if soort == "plek":
        given["soort"] = st.text_input(texts.SOORT, key=_key("soort", token))
    given["beschrijving"] = st.text_area(texts.BESCHRIJVING, key=_key("beschrijving", token))
    if soort == "initiatief":
        given["voor_wie"] = st.text_input(texts.VOOR_WIE, key=_key("voor_wie", token))
    return given


def _key(veld: str, token: str) -> str:
    return f"inbreng-{veld}-{token}"


def _save(
    stand: queries.Stand, gebruiker: Gebruiker, nieuw: inbreng.Nieuw, begin: AanleidingInvoer, token: str
) -> None:
    """Save what was sent, and begin anew; a refusal says everything that is wrong."""
    if isinstance(nieuw, NieuwInitiatief):
        inbreng.add_initiatief(stand[0], gebruiker, nieuw, begin, token=token)
    elif isinstance(nieuw, NieuwePlek):
        inbreng.add_plek(stand[0], gebruiker, nieuw, token=token)
    else:
        inbreng.add_signaal(stand[0], gebruiker, nieuw, token=token)
    del st.session_state[_TOKEN]
    st.session_state[_VORIGE] = nieuw.gebied
    st.rerun()


def _mark(
    stand: queries.Stand,
    nieuw: inbreng.Nieuw,
    begin: AanleidingInvoer,
    given: Mapping[str, str | None],
    token: str,
    *,
    sent: bool,
) -> None:
    """Show what leads to a person, until it is replaced or gone."""
    marks = inbreng.stopping(stand[0], nieuw, begin)
    if not marks and not sent:
        st.html(tag("p", texts.NU_BEWAREN, class_="tv", role="status"))
    for veld, found in marks.items():
        text = (given[veld] or "").strip()
        replaced = vondsten.block(text, found, key=f"vondst-{veld}-{token}", nagelezen=False)
        if replaced != text:
            st.session_state[_NIEUWE_TEKST] = {_key(veld, token): replaced}
            st.rerun()


def _nieuw(soort: str, given: Mapping[str, str | None]) -> inbreng.Nieuw:
    gebied, thema = given["gebied"] or "", given["thema"] or ""
    if soort == "signaal":
        return NieuwSignaal(gebied, thema, given["tekst"] or "", _day(given["gezien_op"]))
    naam, beschrijving = given["naam"] or "", given["beschrijving"] or None
    if soort == "plek":
        return NieuwePlek(gebied, thema, naam, given["soort"] or "", beschrijving)
    return NieuwInitiatief(gebied, thema, naam, beschrijving, voor_wie=given["voor_wie"] or None)


def _day(typed: str | None) -> date | None:
    if not (typed or "").strip():
        return None
    day = dag_of_niets(typed or "")
    if day is None:
        raise OngeldigeInvoer([Probleem(texts.GEZIEN_FOUT, "gezien_op")])
    return day


# The signalen


def _signalen(stand: queries.Stand, gebruiker: Gebruiker) -> None:
    wijken = _wijken(stand, gebruiker, Handeling.SIGNALEN_LEZEN)
    codes = list(wijken)
    asked = frame.parameter("wijk")
    wijk = asked if asked in wijken else codes[0] if len(codes) == 1 else None
    if len(codes) > 1:
        wijk = st.selectbox(
            texts.SIGNALEN_WIJK,
            codes,
            index=codes.index(wijk) if wijk else None,
            format_func=lambda code: wijken.get(code, code),
            placeholder=texts.WIJK,
            key="signalen-wijk",
        )
    if wijk is not None:
        st.html(_read(wijken[wijk], inbreng.signalen(stand[0], gebruiker, wijk)))


def _read(naam: str, found: tuple[Signaal, ...]) -> Html:
    items = [
        tag(
            "li",
            tag("p", it.tekst, dir="auto"),
            tag(
                "p",
                texts.SIGNAAL_VAN.format(van=it.van, thema=it.thema, wanneer=format_datum(it.gezien_op)),
                class_="klein zacht",
            ),
        )
        for it in found
    ]
    content = tag("ul", *items, class_="signalen") if items else tag("p", texts.SIGNALEN_LEEG, class_="zacht")
    return tag("div", join(tag("h2", texts.SIGNALEN.format(wijk=naam)), content), class_="tv lezen voet")
