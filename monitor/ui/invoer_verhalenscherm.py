"""Beheer: verhalen from a file, seen row by row before they are kept, and a code for every teller."""

from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from monitor.domain.gebruiker import Gebruiker
from monitor.errors import OngeldigeInvoer, Probleem
from monitor.nl import hoofdletter
from monitor.services.invoer_verhalen import VerhaalUitkomst, VerhalenInvoer, import_verhalen
from monitor.services.ophalen import brought
from monitor.store.database import Database
from monitor.ui.html import Html, join, tag
from monitor.ui.texts import beheer as texts
from monitor.ui.texts import count
from monitor.ui.verantwoordingscherm import table

_BEKEKEN, _INGELEZEN = "verhalen_bekeken", "verhalen_ingelezen"
_MOST_ROWS = 200
"""Of more rows than this only how many there are."""


def show(database: Database, gebruiker: Gebruiker) -> None:
    """What a file would bring, then what it brought; the codes stay until she says that she has them."""
    kept: dict[str, VerhalenInvoer] = st.session_state.setdefault(_INGELEZEN, {})
    for file_id, invoer in kept.items():
        _show_kept(file_id, invoer)
        return
    st.html(tag("div", tag("p", texts.VERHALEN_UITLEG), tag("p", texts.VERHALEN_KOLOMMEN), class_="tv lezen"))
    bestand = st.file_uploader(texts.VERHALEN_BESTAND)
    if st.button(texts.VERHALEN_BEKIJK):
        if bestand is None:
            raise OngeldigeInvoer(texts.CIJFERS_GEEN)
        st.session_state.pop(_BEKEKEN, None)
        st.session_state[_BEKEKEN] = bestand.file_id, _import(database, gebruiker, bestand, dry_run=True)
    seen, invoer = st.session_state.get(_BEKEKEN, (None, None))
    if bestand is None or invoer is None or seen != bestand.file_id:
        return
    st.html(_report(invoer, texts.VERHALEN_ZOU))
    if not _may_go_on(invoer):
        return
    if st.button(texts.VERHALEN_DOE):
        # Nothing of Streamlit between writing and keeping: a second click would end this run there, without the codes.
        kept[bestand.file_id] = _import(database, gebruiker, bestand, dry_run=False)
        del st.session_state[_BEKEKEN]
        st.rerun()


def _import(database: Database, gebruiker: Gebruiker, bestand: UploadedFile, *, dry_run: bool) -> VerhalenInvoer:
    with brought(bestand.name, bestand.getvalue()) as path:
        return import_verhalen(database, gebruiker, path, goede_rijen=True, dry_run=dry_run)


def _may_go_on(invoer: VerhalenInvoer) -> bool:
    """Whether there is something to read, and she knows of the rows that are wrong."""
    refused = sum(bool(rij.fouten) for rij in invoer.rijen)
    if refused == len(invoer.rijen):
        return False
    return not refused or st.checkbox(count(texts.VERHALEN_ZONDER, refused))


def _show_kept(file_id: str, invoer: VerhalenInvoer) -> None:
    st.html(_report(invoer, texts.VERHALEN_DEED))
    if invoer.nieuw:
        st.html(tag("p", texts.VERHALEN_CODES_UITLEG, class_="tv lezen"))
        st.download_button(
            texts.VERHALEN_CODES,
            codes_as_csv(invoer.rijen),
            file_name=texts.VERHALEN_CODES_BESTAND,
            mime="text/csv",
            on_click="ignore",
        )
    st.button(
        texts.VERHALEN_CODES_WEG if invoer.nieuw else texts.VERHALEN_ANDER,
        on_click=st.session_state[_INGELEZEN].pop,
        args=(file_id, None),
    )


def codes_as_csv(rijen: Sequence[VerhaalUitkomst]) -> bytes:
    """The codes for the tellers by row of the file, as a Dutch spreadsheet opens them."""
    lines = ["rij;code", *(f"{rij.rij};{rij.code}" for rij in rijen if rij.code)]
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")


def _report(invoer: VerhalenInvoer, said: str) -> Html:
    refused = sum(bool(rij.fouten) for rij in invoer.rijen)
    told = [(rij.rij, _in_words(rij)) for rij in invoer.rijen if rij.fouten or rij.meldingen]
    more = len(told) - _MOST_ROWS
    return tag(
        "div",
        tag("p", tag("b", said)),
        tag(
            "ul",
            tag("li", count(texts.VERHALEN_GOED, len(invoer.rijen) - refused)),
            tag("li", count(texts.VERHALEN_FOUT, refused)),
            *(tag("li", it) for it in invoer.opmerkingen),
        ),
        table(texts.VERHALEN_TABEL, texts.VERHALEN_TABEL_KOLOMMEN, told[:_MOST_ROWS]) if told else None,
        tag("p", count(texts.VERHALEN_MEER, more)) if more > 0 else None,
        class_="tv",
        role="status",
    )


def _sentence(probleem: Probleem) -> str:
    """What is wrong, with its column, unless the sentence begins with that."""
    named = probleem.veld is not None and probleem.melding.startswith(f"{hoofdletter(probleem.veld)} ")
    return probleem.melding if named else str(Probleem(probleem.melding, probleem.veld))


def _in_words(rij: VerhaalUitkomst) -> Html:
    wrong = [_sentence(probleem) for probleem in rij.fouten]
    return join(*(tag("p", line) for line in (*wrong, *rij.meldingen)))
