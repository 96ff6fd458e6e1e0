"""The page Nalezen: what waits, and one verhaal beside what others would read, with its marks and a decision."""

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.nalezen import NIET_TE_LEZEN, GemerkteVondst, TeLezen, VerhaalTekst, Voorstel, WachtendVerhaal
from monitor.domain.rechten import Handeling, mag_ergens
from monitor.domain.verhaal import Besluit, Weigerreden
from monitor.errors import MonitorError
from monitor.nl import format_datum, opsomming, to_amsterdam
from monitor.services import meldingen, nalezen, nalezers, voorstellen, woorden
from monitor.services.persoonsgegevens import bekend_uit, find
from monitor.services.vertellen import TALEN
from monitor.services.vondsten import velden_of
from monitor.store.database import Database
from monitor.ui import vondsten, werkscherm
from monitor.ui.html import Html, join, paragraphs, tag
from monitor.ui.texts import count
from monitor.ui.texts import nalezen as texts
from monitor.ui.texts.vondsten import MERK, VELD

_VELDEN = ("titel", "tekst", "citaat", "waarom", "wens")


def show(database: Database, gebruiker: Gebruiker, verhaal: str | None) -> None:
    """The queue, or one verhaal of it."""
    werkscherm.said()
    if verhaal is not None:
        _show_one(database, gebruiker, verhaal)
    elif not mag_ergens(gebruiker, Handeling.NALEZEN) and mag_ergens(gebruiker, Handeling.MEELEZEN):
        st.html(werkscherm.heading(texts.KOP, texts.MEELEZEN))
    else:
        st.html(werkscherm.heading(texts.KOP, texts.INLEIDING))
        _show_queue(database, gebruiker)


# The queue


def _show_queue(database: Database, gebruiker: Gebruiker) -> None:
    rij = nalezers.wachtrij(database, gebruiker)
    title = count(texts.WACHT_OP_U, len(rij.na_te_lezen)) if rij.na_te_lezen else texts.LEEG
    st.html(tag("div", tag("h2", title), class_="tv"))
    _show_list(rij.na_te_lezen, 1)
    if rij.eigen:
        st.html(tag("p", count(texts.EIGEN, rij.eigen), class_="tv zacht"))
    if rij.nog_niet:
        st.html(tag("div", tag("h2", texts.NOG_NIET), class_="tv"))
        _show_list(rij.nog_niet, len(rij.na_te_lezen) + 1)


def _show_list(wachtend: Sequence[WachtendVerhaal], first: int) -> None:
    for number, it in enumerate(wachtend[: werkscherm.MOST], start=first):
        with st.container(key=f"werk-{number}"):
            st.html(werkscherm.item(texts.NUMMER.format(nummer=number), it.titel, list(_facts(it))))
            readable = it.reden not in NIET_TE_LEZEN
            if readable and st.button(texts.LEES.format(nummer=number), key=f"lees-{it.verhaal}"):
                werkscherm.open_verhaal(it.verhaal)
    if len(wachtend) > werkscherm.MOST:
        st.html(tag("p", texts.MEER.format(aantal=len(wachtend) - werkscherm.MOST), class_="tv zacht"))


def _facts(it: WachtendVerhaal) -> Iterable[str]:
    yield it.wijk
    yield texts.WACHTREDEN[it.reden]
    yield werkscherm.waiting(it.dagen)
    if it.vervanger:
        yield texts.VERVANGER


# One verhaal


def _show_one(database: Database, gebruiker: Gebruiker, verhaal: str) -> None:
    if st.button(texts.TERUG, key="terug"):
        werkscherm.open_verhaal(None)
    read = nalezers.te_lezen(database, gebruiker, verhaal)
    st.html(_composed(read))
    _show_meldingen(database, gebruiker, read)
    _show_marks(database, gebruiker, read)
    _show_besluit(database, gebruiker, read)
    with st.expander(texts.VOORSTEL_TITEL):
        _show_voorstel(database, gebruiker, read)


def _composed(read: TeLezen) -> Html:
    numbers = {mark: number for number, mark in enumerate(read.vondsten, start=1)}
    left = _version(read.oorspronkelijk, texts.VERTELD, {} if read.publiek else numbers, read)
    right = _version(read.publiek, texts.PUBLIEK, numbers, read) if read.publiek else _alone(read)
    return tag(
        "div",
        tag("h1", texts.KOP),
        tag("p", f"{read.wijk} · {texts.WACHTREDEN[read.reden]}", class_="sub"),
        tag("p", *_about(read), class_="klein"),
        tag("div", left, right, class_="naast"),
        class_="tv nalezen",
    )


def _about(read: TeLezen) -> Iterable[object]:
    who = opsomming(woorden.PERSPECTIEF[it] for it in read.perspectieven)
    yield texts.WIE.format(wie=who, gevoel=woorden.GEVOEL[read.gevoel])
    uses = opsomming(woorden.GEBRUIK[it] for it in read.gebruiken)
    yield " " + (texts.VOOR_WIE.format(wie=uses) if uses else texts.VOOR_NIEMAND)
    if read.taal != "nl":
        yield " " + texts.TAAL.format(taal=TALEN.get(read.taal, read.taal))
    if read.met_tolk:
        yield " " + texts.TOLK


def _alone(read: TeLezen) -> Html:
    told = read.oorspronkelijk
    said = texts.HETZELFDE if told.publiek and told.akkoord_op else texts.NIETS_PUBLIEK
    return tag("section", tag("h2", texts.PUBLIEK), tag("p", said, class_="zacht"))


def _version(tekst: VerhaalTekst, title: str, numbers: dict[GemerkteVondst, int], read: TeLezen) -> Html:
    """One version, field by field, with its marks when they are of this version."""
    parts = []
    for veld, words in velden_of(tekst, read.namens if numbers or not read.publiek else None).items():
        marks = [it for it in numbers if it.veld == veld]
        shown = vondsten.marked(words, [it.vondst for it in marks], _word(marks, numbers))
        if veld == "titel":
            parts.append(tag("h3", shown, dir="auto"))
        else:
            label = None if veld == "tekst" else tag("b", f"{VELD[veld]}: ")
            parts.append(tag("p", label, shown, class_="tekst", dir="auto"))
    agreed = texts.AKKOORD_OP.format(dag=format_datum(tekst.akkoord_op)) if tekst.akkoord_op else texts.GEEN_AKKOORD
    return tag("section", tag("h2", title), *parts, tag("p", agreed, class_="zacht klein"))


def _word(marks: Sequence[GemerkteVondst], numbers: dict[GemerkteVondst, int]) -> Callable[..., str]:
    by_place = {it.vondst: it for it in marks}

    def word(_: int, vondst: object) -> str:
        mark = by_place[vondst]  # type: ignore[index]
        pattern = texts.MERK_AKKOORD if mark.akkoord else MERK
        return pattern.format(nummer=numbers[mark], soort=vondsten.soort_word(mark.vondst))

    return word


def _show_marks(database: Database, gebruiker: Gebruiker, read: TeLezen) -> None:
    if not read.vondsten:
        return
    st.html(tag("div", tag("h2", texts.MERKEN), tag("p", texts.MERKEN_UITLEG), class_="tv"))
    with st.container(horizontal=True, key="merken"):
        for number, mark in enumerate(read.vondsten, start=1):
            if not mark.open:
                continue
            place = (mark.veld, mark.vondst.begin, mark.vondst.eind)
            if st.button(texts.MAG_BLIJVEN.format(nummer=number), key=f"mag-{read.nieuwste.versie}-{place}"):
                _bevestig(database, gebruiker, read, place)


def _bevestig(database: Database, gebruiker: Gebruiker, read: TeLezen, place: tuple[str, int, int]) -> None:
    try:
        voorstellen.bevestig_vondst(database, gebruiker, read.verhaal, *place, versie=read.nieuwste.versie)
    except MonitorError as error:
        werkscherm.refused(error)
        return
    werkscherm.say(texts.BEVESTIGD)
    st.rerun()


# Deciding


def _show_besluit(database: Database, gebruiker: Gebruiker, read: TeLezen) -> None:
    lines = join(*(tag("li", it) for it in read.bezwaren))
    why = join(tag("p", tag("b", texts.BEZWAREN)), tag("ul", lines)) if read.bezwaren else None
    st.html(tag("div", tag("h2", texts.BESLUIT_TITEL), why, class_="tv"))
    versie = read.nieuwste.versie
    send = werkscherm.token("besluit", read.verhaal, versie)
    with st.form(f"besluit-{versie}", enter_to_submit=False):
        besluit = st.radio(
            texts.BESLUIT_VRAAG, list(texts.BESLUIT), index=None, format_func=lambda it: texts.BESLUIT[it]
        )
        reden = _choose_reden(texts.REDEN, "reden")
        vraag = st.text_area(texts.VRAAG, key=f"vraag-{versie}")
        met_bewoner = st.checkbox(texts.MET_BEWONER)
        sent = st.form_submit_button(texts.BEWAAR, type="primary")
    if not sent:
        return
    if besluit is None:
        st.html(tag("div", tag("p", texts.KIES_BESLUIT), class_="tv melding", role="alert"))
        return
    try:
        nalezen.beoordeel(
            database,
            gebruiker,
            read.verhaal,
            besluit,
            versie=versie,
            token=send,
            reden=reden.value if reden and besluit is Besluit.GEWEIGERD else None,
            vraag=vraag if besluit is Besluit.TERUG_NAAR_VERTELLER else None,
            met_bewoner=met_bewoner,
        )
    except MonitorError as error:
        werkscherm.refused(error)
        return
    werkscherm.say(texts.KLAAR)
    werkscherm.open_verhaal(None)


def _choose_reden(label: str, key: str) -> Weigerreden | None:
    return st.selectbox(
        label,
        list(Weigerreden),
        index=None,
        format_func=lambda it: woorden.WEIGERREDEN[it],
        placeholder=texts.REDEN_KIES,
        key=key,
    )


# A proposal


def _show_voorstel(database: Database, gebruiker: Gebruiker, read: TeLezen) -> None:
    st.html(tag("p", texts.VOORSTEL_UITLEG, class_="tv"))
    newest = read.nieuwste
    keys = {veld: f"voorstel-{veld}-{read.verhaal}-{newest.versie}" for veld in _VELDEN}
    for veld, key in keys.items():
        # What a button replaced goes into the field before the field is made: Streamlit refuses that afterwards.
        replaced = st.session_state.pop(f"{key}-vervangen", None)
        if replaced is not None or key not in st.session_state:
            st.session_state[key] = replaced if replaced is not None else getattr(newest, veld) or ""
    send = werkscherm.token("voorstel", read.verhaal, newest.versie)
    with st.form(f"voorstel-{newest.versie}", enter_to_submit=False):
        typed = {veld: _field(veld, key) for veld, key in keys.items()}
        looked = st.form_submit_button(texts.KIJK_NA)
        sent = st.form_submit_button(texts.STEL_VOOR, type="primary")
    if sent:
        _propose(database, gebruiker, read, typed, send)
    elif looked or st.session_state.get(f"{keys['tekst']}-nagekeken"):
        st.session_state[f"{keys['tekst']}-nagekeken"] = True
        _show_replace(database, typed, keys)


def _field(veld: str, key: str) -> str:
    label = texts.VOORSTEL_VELD[veld]
    if veld == "titel":
        return st.text_input(label, key=key)
    return st.text_area(label, key=key, height=240 if veld == "tekst" else "content")


def _show_replace(database: Database, typed: dict[str, str], keys: dict[str, str]) -> None:
    bekend = bekend_uit(database)
    for veld, words in typed.items():
        found = find(words, bekend)
        if not found and veld != "tekst":
            continue
        st.html(tag("div", tag("h3", texts.VOORSTEL_VELD[veld]), class_="tv"))
        replaced = vondsten.block(words, found, keys[veld])
        if replaced != words:
            st.session_state[f"{keys[veld]}-vervangen"] = replaced
            st.rerun()


def _propose(database: Database, gebruiker: Gebruiker, read: TeLezen, typed: dict[str, str], send: str) -> None:
    try:
        voorstel = Voorstel(**typed)
        voorstellen.stel_voor(database, gebruiker, read.verhaal, voorstel, versie=read.nieuwste.versie, token=send)
    except MonitorError as error:
        werkscherm.refused(error)
        return
    werkscherm.say(texts.VOORGESTELD)
    werkscherm.open_verhaal(None)


# Somebody recognised herself


def _show_meldingen(database: Database, gebruiker: Gebruiker, read: TeLezen) -> None:
    for melding in read.meldingen:
        day = format_datum(to_amsterdam(melding.gemeld_op).date())
        words = paragraphs(melding.toelichting, class_="tekst", dir="auto") if melding.toelichting else None
        st.html(
            tag(
                "section",
                tag("h2", texts.MELDING_TITEL),
                tag("p", texts.MELDING_UITLEG.format(dag=day)),
                words or tag("p", texts.MELDING_ZONDER, class_="zacht"),
                class_="tv melding",
            )
        )
        _show_uitkomst(database, gebruiker, melding.id)


def _show_uitkomst(database: Database, gebruiker: Gebruiker, melding: str) -> None:
    send = werkscherm.token("melding", melding)
    with st.form(f"melding-{melding}", enter_to_submit=False):
        uitkomst = st.radio(
            texts.UITKOMST_VRAAG, list(texts.UITKOMST), index=None, format_func=lambda it: texts.UITKOMST[it]
        )
        reden = _choose_reden(texts.UITKOMST_REDEN, f"reden-{melding}")
        sent = st.form_submit_button(texts.HANDEL_AF, type="primary")
    if not sent:
        return
    if uitkomst is None:
        st.html(tag("div", tag("p", texts.KIES_UITKOMST), class_="tv melding", role="alert"))
        return
    try:
        meldingen.handel_af(database, gebruiker, melding, uitkomst, token=send, reden=reden)
    except MonitorError as error:
        werkscherm.refused(error)
        return
    werkscherm.say(texts.AFGEHANDELD)
    werkscherm.open_verhaal(None)
