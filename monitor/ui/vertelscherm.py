"""Telling a verhaal: eight questions in three steps, what is found in them, and keeping it once."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

import streamlit as st

from monitor.domain.gebruiker import Aanmelding, Gebruiker, GebruikerRol
from monitor.domain.rechten import Handeling, mag_ergens, wijken_voor
from monitor.domain.regels import CITAAT_WOORDEN
from monitor.domain.verhaal import Vertelwijze
from monitor.domain.vertelcode import in_groups, parse_code
from monitor.errors import MonitorError, OngeldigeInvoer, Probleem
from monitor.nl import today_amsterdam
from monitor.services import persoonsgegevens
from monitor.services.instellingen import Instellingen, formulier_open, lees
from monitor.services.uitnodigingen import genodigde, hash_geheim
from monitor.services.verhalen import problemen_of
from monitor.services.vertelformulier import JA, NEE, TEKSTEN, GelezenFormulier, read_formulier
from monitor.services.vertellen import TALEN, vertel
from monitor.services.wijkbeeld import themas
from monitor.services.wijkkeuze import Wijkkeuze, wijken
from monitor.store.database import Database
from monitor.ui import bewaarder, frame, ontvangstbewijs, queries, wie
from monitor.ui import texts as general
from monitor.ui.errors import show_message
from monitor.ui.html import Html, join, paragraphs, tag
from monitor.ui.ontvangstbewijs import Bewijs
from monitor.ui.texts import vertellen as texts
from monitor.ui.vondsten import in_order, soort_word

_log = logging.getLogger(__name__)
_ANTWOORD, _BEWIJS, _GENODIGD = "vertel_antwoord", "vertel_bewijs", "vertel_uitnodiging"
_SLEUTEL = "tellen-en-vertellen/verhaal"
_UREN = 24
_VELD = {"datum": "verteld_op", "toestemming_door": "ouder_akkoord", "koppelingen": ""}
"""Where a problem stands in this form, when the service calls it something else."""
_OPGETEKEND = [wijze.value for wijze in Vertelwijze if wijze is not Vertelwijze.ZELF]

Veld = dict[str, Any]


def show(gebruiker: Gebruiker) -> None:
    """The form, or the receipt of what was told with it."""
    database = queries.stand()[0]
    bewijs: Bewijs | None = st.session_state.get(_BEWIJS)
    missing = () if bewijs else formulier_open(database)
    if missing:
        st.html(_shut(missing))
        return
    instellingen = lees(database)
    if bewijs is not None:
        ontvangstbewijs.show(bewijs, instellingen)
        if st.button(texts.BEWIJS_NIEUW, key="vertel-nieuw"):
            _begin_again()
            st.rerun()
    else:
        st.html(_heading(database, gebruiker, instellingen))
        _invitation(gebruiker)
    bewaarder.mount(_data(database, gebruiker, bewijs), on_vraag=_on_vraag, on_uitnodiging=_on_uitnodiging)
    if bewijs is None:
        st.html(_who_keeps_it(instellingen))


# What stands around the form


def _heading(database: Database, gebruiker: Gebruiker, instellingen: Instellingen) -> Html:
    return tag(
        "div",
        tag("h1", texts.TITEL),
        tag("p", texts.INLEIDING, class_="sub"),
        tag("p", tag("b", texts.HULP), " ", instellingen.hulp_tekst, class_="hulp"),
        _read_first(gebruiker),
        _example(database),
        class_="tv vertelkop",
    )


def _read_first(gebruiker: Gebruiker) -> Html:
    if mag_ergens(gebruiker, Handeling.OPTEKENEN):
        return tag("p", tag("b", texts.LEES_VOOR_KOP), " ", texts.LEES_VOOR, class_="beloften")
    return tag("p", texts.LEES_ZELF, class_="beloften")


def _example(database: Database) -> Html | None:
    gemeenten = queries.gemeenten(queries.stand())
    made_up = any(queries.gemeentebeeld(queries.stand(), it.code).voorbeeld for it in gemeenten[:1])
    return frame.example_notice() if made_up else None


def _shut(missing: Sequence[str]) -> Html:
    return tag(
        "div",
        tag("h1", texts.TITEL),
        tag("h2", texts.DICHT_KOP),
        tag("p", texts.DICHT),
        tag("ul", *(tag("li", name) for name in missing)),
        class_="tv melding",
        role="status",
    )


def _who_keeps_it(instellingen: Instellingen) -> Html:
    lines = ((word, getattr(instellingen, veld)) for word, veld in texts.VERANTWOORDELIJK_REGELS)
    return tag(
        "details",
        tag("summary", texts.VERANTWOORDELIJK),
        *(join(tag("h3", word), paragraphs(text)) for word, text in lines),
        tag("p", tag("b", texts.BEWIJS_VRAGEN), " ", instellingen.vragen_tekst),
        class_="tv verantwoordelijk",
    )


def _invitation(gebruiker: Gebruiker) -> None:
    """What an optekenaar must know, and how this device forgets her invitation."""
    if st.session_state.get(_GENODIGD) == "vergeten":
        show_message(texts.UITNODIGING_GEWEIGERD)
    if gebruiker.aanmelding is not Aanmelding.UITGENODIGD:
        return
    names = [it.naam for it in wijken(queries.stand()[0], gebruiker.wijken(GebruikerRol.OPTEKENAAR))]
    st.html(tag("p", texts.GENODIGD.format(wijk=", ".join(names)), class_="tv genodigd"))
    if st.button(texts.VERGEET_UITNODIGING, key="vertel-vergeet"):
        wie.set_uitnodiging(None)
        st.session_state[_GENODIGD] = "weg"
        st.rerun()


def _begin_again() -> None:
    st.session_state.pop(_BEWIJS, None)
    st.session_state.pop(_ANTWOORD, None)


# The form, as the component wants it


def _data(database: Database, gebruiker: Gebruiker, bewijs: Bewijs | None) -> Mapping[str, Any]:
    genodigd = st.session_state.get(_GENODIGD)
    return {
        "sleutel": _SLEUTEL,
        "uren": _UREN,
        "stappen": [] if bewijs else _steps(database, gebruiker),
        "woorden": texts.WOORDEN,
        "antwoord": st.session_state.get(_ANTWOORD),
        "klaar": bewijs.token if bewijs else None,
        "uitnodiging": "vergeten" if genodigd in ("vergeten", "weg") else genodigd,
    }


def _steps(database: Database, gebruiker: Gebruiker) -> list[dict[str, Any]]:
    wijzen = _ways(gebruiker)
    optekenaar = len(wijzen) > 1
    one = [*_how(wijzen), _long("tekst", texts.TEKST, texts.TEKST_UITLEG, rijen=7), *_why_and_wish()]
    two = [*_titel_and_citaat(), *_about(database, gebruiker), *(_around() if optekenaar else [])]
    three = [*_who_may_read(optekenaar), _klopt(optekenaar)]
    return [
        {"titel": texts.STAPPEN[0], "inleiding": texts.STAP_1, "velden": one},
        {"titel": texts.STAPPEN[1], "velden": two},
        {"titel": texts.STAPPEN[2], "inleiding": texts.STAP_3, "velden": three, "teruglezen_voor": "klopt"},
    ]


def _ways(gebruiker: Gebruiker) -> list[Vertelwijze]:
    """How this person can bring in a verhaal, the usual way first."""
    if not mag_ergens(gebruiker, Handeling.OPTEKENEN):
        return [Vertelwijze.ZELF]
    invited = gebruiker.aanmelding is Aanmelding.UITGENODIGD
    return [Vertelwijze.UITNODIGING if invited else Vertelwijze.OPGETEKEND, Vertelwijze.PAPIER, Vertelwijze.ZELF]


def _how(wijzen: Sequence[Vertelwijze]) -> list[Veld]:
    if len(wijzen) == 1:
        return []
    paper = {"veld": "hoe", "in": [Vertelwijze.PAPIER.value]}
    written = {"veld": "hoe", "in": _OPGETEKEND}
    options = {wijze: texts.HOE_KEUZES[wijze] for wijze in wijzen}
    return [
        {**_choice("hoe", texts.HOE, options), "begin": wijzen[0].value},
        {**_short("code", texts.CODE, texts.CODE_UITLEG), "als": paper},
        {**_short("verteld_op", texts.VERTELD_OP, texts.VERTELD_OP_UITLEG), "als": paper},
        {**_choice("hulp", texts.HULP_RELATIE, _YES_NO, uitleg=texts.HULP_RELATIE_UITLEG), "als": written},
    ]


def _why_and_wish() -> list[Veld]:
    return [_long("waarom", texts.WAAROM), _long("wens", texts.WENS)]


def _titel_and_citaat() -> list[Veld]:
    quote = _field("citaat", "citaat", texts.CITAAT, texts.CITAAT_UITLEG)
    return [
        {**_short("titel", texts.TITELVRAAG, texts.TITELVRAAG_UITLEG), "teruglezen": True},
        {**quote, "uit": "tekst", "woorden": CITAAT_WOORDEN, "kies": texts.CITAAT_KIES, "rijen": 3, "teruglezen": True},
    ]


def _about(database: Database, gebruiker: Gebruiker) -> list[Veld]:
    child = {"veld": "leeftijdsgroep", "in": ["jonger_dan_16"]}
    ages = [{"naam": "", "opties": [[age.value, word] for age, word in texts.LEEFTIJDEN.items()]}]
    topics = {thema.code: thema.naam for thema in themas(database)}
    return [
        {**_choice("gevoel", texts.GEVOEL, texts.GEVOELENS), "teruglezen": True},
        _wijk(database, gebruiker),
        {**_several("perspectief", texts.PERSPECTIEF, texts.PERSPECTIEVEN), "teruglezen": True},
        {**_field("lijst", "leeftijdsgroep", texts.LEEFTIJD), "leeg": texts.LEEFTIJD_LEEG, "groepen": ages},
        {
            **_several("ouder_akkoord", texts.OUDER_AKKOORD, {JA: texts.OUDER_AKKOORD_JA}, texts.OUDER_AKKOORD_UITLEG),
            "als": child,
        },
        {**_several("kind_akkoord", texts.KIND_AKKOORD, {JA: texts.KIND_AKKOORD_JA}), "als": child},
        {**_several("thema", texts.THEMA, topics), "ingeklapt": texts.THEMA_INGEKLAPT},
    ]


def _wijk(database: Database, gebruiker: Gebruiker) -> Veld:
    mine = wijken_voor(gebruiker, Handeling.OPTEKENEN) if mag_ergens(gebruiker, Handeling.OPTEKENEN) else None
    chosen = wijken(database, mine)
    asked = frame.parameter("wijk")
    begin = asked if asked in {it.code for it in chosen} else chosen[0].code if len(chosen) == 1 else ""
    return {
        **_field("lijst", "gebied", texts.GEBIED),
        "leeg": texts.GEBIED_KIES,
        "groepen": _by_gemeente(chosen),
        "begin": begin,
        "teruglezen": True,
    }


def _by_gemeente(chosen: Sequence[Wijkkeuze]) -> list[dict[str, Any]]:
    groups: dict[str, list[list[str]]] = {}
    for wijk in chosen:
        groups.setdefault(wijk.gemeente, []).append([wijk.code, wijk.naam])
    return [{"naam": naam if len(groups) > 1 else "", "opties": opties} for naam, opties in groups.items()]


def _around() -> list[Veld]:
    """What only who writes it down for another is asked: language, interpreter, group, who gives permission."""
    written = {"veld": "hoe", "in": _OPGETEKEND}
    languages = [{"naam": "", "opties": [[code, naam] for code, naam in TALEN.items()]}]
    group = {"veld": "toestemming_door", "in": ["groep"]}
    return [
        {**_field("lijst", "taal", texts.TAAL), "groepen": languages, "begin": "nl", "als": written},
        {**_several("met_tolk", texts.MET_TOLK, {JA: texts.MET_TOLK_JA}), "als": written},
        {**_choice("toestemming_door", texts.DOOR, texts.DOOR_KEUZES), "begin": "verteller", "als": written},
        {**_short("namens", texts.NAMENS, texts.NAMENS_UITLEG), "als": group, "teruglezen": True},
        {**_short("groep_aantal", texts.GROEP_AANTAL), "als": group, "toetsen": "numeric"},
    ]


def _who_may_read(optekenaar: bool) -> list[Veld]:
    uses = [[gebruik.value, *words] for gebruik, words in texts.GEBRUIKEN.items()]
    own_day = {"veld": "tot", "in": ["dag"]}
    return [
        {**_field("meer", "gebruik", texts.GEBRUIK, texts.GEBRUIK_UITLEG), "opties": uses},
        {**_choice("tot", texts.TOT, texts.TOT_KEUZES), "begin": "twee_jaar"},
        {**_short("tot_dag", texts.TOT_DAG, texts.TOT_DAG_UITLEG), "als": own_day},
    ]


def _klopt(optekenaar: bool) -> Veld:
    options = [[JA, texts.KLOPT_JA], [NEE, texts.KLOPT_NEE, texts.KLOPT_NEE_MEER]]
    return {**_field("keuze", "klopt", texts.KLOPT if optekenaar else texts.KLOPT_ZELF), "opties": options}


_YES_NO = {JA: texts.JA, NEE: texts.NEE}


def _field(soort: str, naam: str, label: str, uitleg: str = "") -> Veld:
    return {"soort": soort, "naam": naam, "label": label, "uitleg": uitleg, "kort": texts.KORT.get(naam, "")}


def _short(naam: str, label: str, uitleg: str = "") -> Veld:
    return _field("kort", naam, label, uitleg)


def _long(naam: str, label: str, uitleg: str = "", rijen: int = 4) -> Veld:
    return {**_field("lang", naam, label, uitleg), "rijen": rijen, "teruglezen": True}


def _choice(naam: str, label: str, options: Mapping[Any, str], uitleg: str = "") -> Veld:
    return {**_field("keuze", naam, label, uitleg), "opties": [[str(value), word] for value, word in options.items()]}


def _several(naam: str, label: str, options: Mapping[Any, str], uitleg: str = "") -> Veld:
    return {**_choice(naam, label, options, uitleg), "soort": "meer"}


# What the form asks of us


def _on_vraag() -> None:
    """Look through what was typed, or keep it; the answer goes back to the form in the same run."""
    vraag = st.session_state[bewaarder.KEY].get("vraag")
    if not isinstance(vraag, Mapping) or not isinstance(vraag.get("velden"), Mapping):
        return
    database = queries.stand()[0]
    try:
        antwoord = _answer(database, wie.gebruiker(), vraag)
    except OngeldigeInvoer as error:
        antwoord = {"problemen": _told(error.problemen)}
    except MonitorError as error:
        antwoord = {"problemen": _told([Probleem(str(error))])}
    except Exception as error:
        reference = uuid4().hex[:8]
        # Only its kind: what it says could hold words of the teller.
        _log.error("Unexpected error while telling, reference %s: %s", reference, type(error).__name__)
        antwoord = {"problemen": _told([Probleem(general.ONVERWACHT.format(kenmerk=reference))])}
    st.session_state[_ANTWOORD] = {"nummer": vraag.get("nummer"), **antwoord}


def _answer(database: Database, gebruiker: Gebruiker, vraag: Mapping[str, Any]) -> dict[str, Any]:
    formulier = read_formulier(vraag["velden"], today_amsterdam(database.now()))
    if vraag.get("soort") != "verstuur":
        return {
            "problemen": _told(_problemen_so_far(database, gebruiker, formulier)),
            "vondsten": _vondsten(database, formulier),
        }
    _keep(database, gebruiker, formulier, str(vraag.get("token", "")), str(vraag.get("code", "")))
    return {}


def _problemen_so_far(database: Database, gebruiker: Gebruiker, formulier: GelezenFormulier) -> list[Probleem]:
    """What is wrong with the steps that were filled in; the last one is on the screen and not ready yet."""
    asked = {veld["naam"] for stap in _steps(database, gebruiker)[:2] for veld in stap["velden"]}
    wrong = [*formulier.problemen, *problemen_of(formulier.nieuw, today_amsterdam(database.now()))]
    if not formulier.nieuw.gebied:
        wrong.append(Probleem("Kies een wijk.", "gebied"))
    return [it for it in wrong if _VELD.get(it.veld or "", it.veld) in asked]


def _vondsten(database: Database, formulier: GelezenFormulier) -> dict[str, list[dict[str, Any]]]:
    known = persoonsgegevens.bekend_uit(database)
    found = {veld: in_order(persoonsgegevens.find(getattr(formulier.nieuw, veld) or "", known)) for veld in TEKSTEN}
    return {
        veld: [
            {
                "begin": it.begin,
                "eind": it.eind,
                "soort": soort_word(it),
                "voorstel": it.voorstel,
                "direct": it.direct,
            }
            for it in vondsten
        ]
        for veld, vondsten in found.items()
        if vondsten
    }


def _keep(database: Database, gebruiker: Gebruiker, formulier: GelezenFormulier, token: str, code: str) -> None:
    code = code if formulier.papiercode is None else formulier.papiercode
    verteld = vertel(
        database,
        gebruiker,
        formulier.nieuw,
        token=token,
        code=code,
        adres=wie.adres(),
        problemen=formulier.problemen,
    )
    st.session_state[_BEWIJS] = Bewijs(
        code=in_groups(parse_code(code)),
        token=token,
        wijze=formulier.nieuw.wijze,
        afhankelijk=formulier.nieuw.afhankelijk,
        akkoord=formulier.nieuw.akkoord_op is not None,
        eerder=verteld.eerder,
        op=today_amsterdam(database.now()),
    )


def _told(problemen: Sequence[Probleem]) -> list[dict[str, str]]:
    return [{"veld": _VELD.get(it.veld or "", it.veld or ""), "melding": it.melding} for it in problemen]


def _on_uitnodiging() -> None:
    """Exchange the secret of a link for this session; the device keeps it, the address does not."""
    geheim = st.session_state[bewaarder.KEY].get("uitnodiging")
    if not isinstance(geheim, str):
        return
    try:
        genodigde(queries.stand()[0], geheim)
    except MonitorError:
        st.session_state[_GENODIGD] = "vergeten"
        return
    wie.set_uitnodiging(hash_geheim(geheim))
    st.session_state[_GENODIGD] = "ja"
