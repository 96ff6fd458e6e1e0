"""Mijn verhaal: a teller types her code, sees how it stands with her verhaal, and decides about it.

The code itself is gone once it opened something: the session holds its hash, until Sluiten or half an hour of silence.
What the teller wrote stands in our own HTML and in fields to change it, nowhere else.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import uuid4

import streamlit as st

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.mijn_verhaal import MijnVerhaal, Tekstversie, VerhaalStaat
from monitor.domain.persoonsgegeven import Vondst
from monitor.domain.verhaal import Gebruik
from monitor.errors import MonitorError, OngeldigeInvoer, Probleem
from monitor.nl import dag_of_niets, hoofdletter, today_amsterdam
from monitor.services import afschrift, vertelcodes, woorden
from monitor.services.persoonsgegevens import bekend_uit, find
from monitor.services.toestemmingen import Leeswens, after_years
from monitor.services.verhalen import TEKST_MAX, TITEL_MAX
from monitor.services.vertelcodes import Correctie, Sleutel
from monitor.store.database import Database
from monitor.ui import vondsten, wie
from monitor.ui.errors import show_errors
from monitor.ui.html import Html, tag
from monitor.ui.mijn_verhaalblok import compose, explained, words
from monitor.ui.texts import mijn_verhaal as texts

STILTE = timedelta(minutes=30)
"""After so long without anything the page forgets which verhaal was open."""
_SLEUTEL, _LAATST, _DOET, _TOKEN, _GEZEGD = (
    "mijn_verhaal",
    "mijn_verhaal_laatst",
    "mijn_verhaal_doet",
    "mijn_verhaal_token",
    "mijn_verhaal_gezegd",
)
_BEKEKEN, _NIEUW = "mijn_verhaal_bekeken", "mijn_verhaal_nieuw"
_VELDEN = ("titel", "tekst", "waarom", "wens", "citaat")


def heading() -> Html:
    """The head of the page."""
    return tag("div", tag("h1", texts.TITEL), tag("p", texts.INLEIDING, class_="sub lezen"), class_="tv")


def show(database: Database, gebruiker: Gebruiker) -> None:
    """Ask for the code, or show the verhaal that it opened."""
    sleutel = _opened(database.now())
    if sleutel is None:
        _tell()
        _ask(database, gebruiker)
        return
    try:
        verhaal = vertelcodes.bekijk(database, sleutel, gebruiker=gebruiker)
    except MonitorError:
        forget()
        raise
    _show(database, gebruiker, sleutel, verhaal)


def forget() -> None:
    """Nothing of the verhaal or its code stays in this session."""
    for key in (_SLEUTEL, _LAATST, _DOET, _TOKEN, _BEKEKEN, _NIEUW):
        st.session_state.pop(key, None)


# Opening and closing


def _opened(now: datetime) -> Sleutel | None:
    """The key of this session; none after a long silence."""
    known = st.session_state.get(_SLEUTEL)
    if known is None:
        return None
    if now - st.session_state[_LAATST] > STILTE:
        forget()
        st.session_state[_GEZEGD] = texts.VERGETEN
        return None
    st.session_state[_LAATST] = now
    return Sleutel(known)


def _ask(database: Database, gebruiker: Gebruiker) -> None:
    with st.container(key="mijn-code"), st.form("mijn_verhaal_code", enter_to_submit=False, border=False):
        code = st.text_input(texts.CODE, max_chars=60, autocomplete="off")
        asked = st.form_submit_button(texts.OPEN, type="primary")
    st.html(tag("p", texts.CODE_KWIJT, class_="tv zacht lezen"))
    if not asked:
        return
    with show_errors():
        sleutel = vertelcodes.open_code(database, code or "", gebruiker=gebruiker, adres=wie.adres())
        st.session_state[_SLEUTEL] = sleutel.hash
        st.session_state[_LAATST] = database.now()
        st.rerun()


def _tell() -> None:
    """What was done just now, said once."""
    said = st.session_state.pop(_GEZEGD, None)
    if said:
        st.html(tag("p", said, class_="tv gedaan", role="status"))


def _done(said: str) -> None:
    st.session_state[_GEZEGD] = said
    for key in (_DOET, _TOKEN, _BEKEKEN, _NIEUW):
        st.session_state.pop(key, None)
    st.rerun()


# The verhaal and what can be done with it


def _show(database: Database, gebruiker: Gebruiker, sleutel: Sleutel, verhaal: MijnVerhaal) -> None:
    today = today_amsterdam(database.now())
    st.html(compose(verhaal, today))
    verteller = _Verteller(database, gebruiker, sleutel, verhaal, today)
    # Where she clicked: on a phone the top of the page is out of sight.
    _tell()
    if verhaal.staat is not VerhaalStaat.INGETROKKEN:
        if verhaal.voorstel is not None:
            verteller.agree()
        verteller.answer()
        verteller.act()
    _close()


def _close() -> None:
    st.html(tag("p", texts.SLUITEN_UITLEG, class_="tv zacht lezen"))
    if st.button(texts.SLUITEN, key="mijn_sluiten"):
        forget()
        _done(texts.GESLOTEN)


class _Verteller:
    """What the teller does with her verhaal, one thing at a time."""

    def __init__(
        self, database: Database, gebruiker: Gebruiker, sleutel: Sleutel, verhaal: MijnVerhaal, today: date
    ) -> None:
        self._database = database
        self._gebruiker = gebruiker
        self._sleutel = sleutel
        self._verhaal = verhaal
        self._today = today

    def agree(self) -> None:
        """The words that wait for her yes."""
        voorstel = self._verhaal.voorstel
        if voorstel is None or st.session_state.get(_DOET) == texts.AANPASSEN:
            return
        own = self._verhaal.eigen
        st.html(
            tag(
                "section",
                tag("h2", texts.VOORSTEL_KOP),
                tag("p", texts.VOORSTEL_UITLEG),
                None if own is not None and own.versie == voorstel.versie else words(voorstel),
                class_="tv lezen",
            )
        )
        if st.button(texts.VOORSTEL_JA, key="mijn_akkoord", type="primary"):
            # The number of the words is the token too: agreeing to the same words twice is agreeing once.
            token = f"akkoord/{self._verhaal.id}/{voorstel.versie}"
            with show_errors():
                vertelcodes.akkoord(
                    self._database, self._sleutel, voorstel.versie, token=token, gebruiker=self._gebruiker
                )
                _done(texts.AKKOORD)

    def answer(self) -> None:
        """Who is asked something may say that her words are right as they are."""
        own = self._verhaal.eigen
        asked = self._verhaal.staat is VerhaalStaat.TERUGGEVRAAGD and self._verhaal.voorstel is None
        if own is None or not asked or st.session_state.get(_DOET) == texts.AANPASSEN:
            return
        st.html(explained(texts.ANTWOORD_KOP, texts.ANTWOORD_UITLEG))
        if st.button(texts.ANTWOORD_BLIJFT, key="mijn_antwoord", type="primary"):
            same = Correctie(own.titel, own.tekst, own.waarom, own.wens, own.citaat)
            # The number of the words is the token too: answering twice is answering once.
            token = f"antwoord/{self._verhaal.id}/{own.versie}"
            with show_errors():
                vertelcodes.pas_aan(self._database, self._sleutel, same, token=token, gebruiker=self._gebruiker)
                _done(texts.GEANTWOORD)

    def act(self) -> None:
        """The choices, or the one that she made."""
        chosen: dict[str, Callable[[], None]] = {texts.KOPIE: self._copy, texts.TERUGNEMEN: self._take_back}
        if self._verhaal.versies:
            chosen = {texts.AANPASSEN: self._correct, texts.KIEZEN: self._choose_readers, **chosen}
        doing = st.session_state.get(_DOET)
        if doing in chosen:
            chosen[doing]()
            if st.button(texts.TOCH_NIET, key="mijn_toch_niet"):
                _forget_choice()
            return
        st.html(tag("div", tag("h2", texts.DOEN_KOP), class_="tv"))
        with st.container(key="mijn-doen"):
            for number, label in enumerate(chosen):
                if st.button(label, key=f"mijn_doen_{number}", width="stretch"):
                    st.session_state[_DOET] = label
                    st.session_state[_TOKEN] = str(uuid4())
                    st.rerun()

    def _correct(self) -> None:
        own = self._verhaal.voorstel or self._verhaal.eigen
        if own is None:
            return
        st.html(explained(texts.AANPASSEN_KOP, texts.AANPASSEN_UITLEG))
        token = _token()
        _take_over(own, token)
        with st.form("mijn_aanpassen", enter_to_submit=False, border=False):
            typed = Correctie(
                titel=st.text_input(
                    texts.VELD_TITEL, max_chars=TITEL_MAX, autocomplete="off", key=_field("titel", token)
                )
                or "",
                tekst=st.text_area(texts.VELD_TEKST, max_chars=TEKST_MAX, height=260, key=_field("tekst", token)) or "",
                waarom=st.text_area(texts.VELD_WAAROM, max_chars=TEKST_MAX, key=_field("waarom", token)),
                wens=st.text_area(texts.VELD_WENS, max_chars=TEKST_MAX, key=_field("wens", token)),
                citaat=st.text_area(texts.VELD_CITAAT, key=_field("citaat", token)),
            )
            asked = st.form_submit_button(texts.AANPASSEN_JA, type="primary")
        with show_errors():
            self._keep_or_mark(typed, token, asked=asked)

    def _keep_or_mark(self, typed: Correctie, token: str, *, asked: bool) -> None:
        """Keep the words; the first time, where they lead to a person, show that instead."""
        seen = st.session_state.get(_BEKEKEN) == token
        if not asked and not seen:
            return
        marks = _direct_marks(typed, self._database)
        if asked and (seen or not marks):
            vertelcodes.pas_aan(self._database, self._sleutel, typed, token=token, gebruiker=self._gebruiker)
            _done(texts.AANGEPAST)
        st.session_state[_BEKEKEN] = token
        said = texts.MERKEN if marks else texts.GEEN_MERKEN
        st.html(tag("p", said, class_="tv melding lezen", role="status"))
        for veld, found in marks.items():
            text = getattr(typed, veld)
            replaced = vondsten.block(text, found, key=f"mijn-vondst-{veld}")
            if replaced != text:
                st.session_state[_NIEUW] = {_field(veld, token): replaced}
                st.rerun()

    def _choose_readers(self) -> None:
        uitleg = [texts.KIEZEN_UITLEG, *([texts.KIEZEN_16] if self._verhaal.onder_16 else [])]
        st.html(explained(texts.KIEZEN_KOP, "\n\n".join(uitleg)))
        uses = [it for it in Gebruik if not (self._verhaal.onder_16 and it is Gebruik.OPENBAAR)]
        with st.form("mijn_lezers", enter_to_submit=False, border=False):
            wanted = {
                it: st.checkbox(hoofdletter(woorden.GEBRUIK[it]), self._holds(it), key=f"mijn_lezer_{it.value}")
                for it in uses
            }
            length = st.radio(texts.TOT, (texts.TOT_ZELFDE, texts.TOT_EEN, texts.TOT_TWEE, texts.TOT_ALTIJD))
            day = st.text_input(texts.TOT_DAG, max_chars=20, autocomplete="off")
            asked = st.form_submit_button(texts.KIEZEN_JA, type="primary")
        if asked:
            with show_errors():
                wensen = [
                    Leeswens(it, given, self._until(it, length, day or "") if given else None)
                    for it, given in wanted.items()
                ]
                changed = vertelcodes.beperk(
                    self._database, self._sleutel, wensen, token=_token(), gebruiker=self._gebruiker
                )
                _done(texts.GEKOZEN if changed else texts.NIETS_ANDERS)

    def _holds(self, gebruik: Gebruik) -> bool:
        recht = self._verhaal.leesrechten.get(gebruik)
        return recht is not None and recht.holds(self._today)

    def _until(self, gebruik: Gebruik, length: str | None, day: str) -> date | None:
        if day.strip():
            return _parse_day(day)
        if length == texts.TOT_ALTIJD:
            return None
        recht = self._verhaal.leesrechten.get(gebruik)
        if length == texts.TOT_ZELFDE and recht is not None and recht.holds(self._today):
            return recht.tot
        return after_years(self._today, 1 if length == texts.TOT_EEN else 2)

    def _take_back(self) -> None:
        st.html(explained(texts.TERUG_KOP, texts.TERUG_UITLEG))
        if st.button(texts.TERUG_JA, key="mijn_terug_ja", type="primary"):
            with show_errors():
                gone = vertelcodes.neem_terug(self._database, self._sleutel, gebruiker=self._gebruiker)
                _done(texts.WAS_WEG if gone.al_eerder else texts.WEG)

    def _copy(self) -> None:
        st.html(explained(texts.KOPIE_KOP, texts.KOPIE_UITLEG))
        with st.container(horizontal=True):
            for label, ending, mime, make in (
                (texts.KOPIE_TXT, "txt", "text/plain", afschrift.as_text),
                (texts.KOPIE_JSON, "json", "application/json", afschrift.as_json),
            ):
                # Made when it is asked for: no copy of the words waits in the server's memory.
                st.download_button(
                    label,
                    data=lambda make=make: self._copied(make),  # type: ignore[misc]
                    file_name=f"{texts.BESTAND}.{ending}",
                    mime=mime,
                    on_click="ignore",
                )

    def _copied(self, make: Callable[[MijnVerhaal, date], str]) -> str:
        verhaal = vertelcodes.bekijk(self._database, self._sleutel, gebruiker=self._gebruiker)
        return make(verhaal, self._today)


def _field(veld: str, token: str) -> str:
    return f"mijn_{veld}_{token}"


def _take_over(own: Tekstversie, token: str) -> None:
    """The words as they are come into the fields once, and what was replaced every time."""
    for veld in _VELDEN:
        st.session_state.setdefault(_field(veld, token), getattr(own, veld) or "")
    for key, text in st.session_state.pop(_NIEUW, {}).items():
        st.session_state[key] = text


def _direct_marks(typed: Correctie, database: Database) -> dict[str, list[Vondst]]:
    """Per field what leads to a person by itself."""
    bekend = bekend_uit(database)
    found = {veld: [it for it in find(getattr(typed, veld) or "", bekend) if it.direct] for veld in _VELDEN}
    return {veld: marks for veld, marks in found.items() if marks}


def _forget_choice() -> None:
    for key in (_DOET, _TOKEN, _BEKEKEN, _NIEUW):
        st.session_state.pop(key, None)
    st.rerun()


def _token() -> str:
    return str(st.session_state.setdefault(_TOKEN, str(uuid4())))


def _parse_day(text: str) -> date:
    day = dag_of_niets(text)
    if day is None:
        raise OngeldigeInvoer([Probleem(texts.TOT_FOUT)])
    return day
