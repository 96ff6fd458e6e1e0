"""The page Wijkplan: everybody reads what people of a wijk want and how it goes; who leads or makes policy writes."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial
from urllib.parse import urlsplit

import streamlit as st

from monitor.domain.gebied import normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.rechten import Handeling, mag
from monitor.domain.wijkplan import Opsteller, Planbeeld, Wijkplan
from monitor.export.wijkfolder import Wijkfolder, wijkfolder
from monitor.services import instellingen, wijkplannen
from monitor.services.rechten import current
from monitor.store.database import Database
from monitor.ui import frame, keuze, links, queries, werkscherm, wijkplanblok
from monitor.ui import wijkplanformulier as formulier
from monitor.ui.html import tag
from monitor.ui.texts import wijkplan as texts
from monitor.ui.wijkplanformulier import Plangroep


def show(stand: queries.Stand, gebruiker: Gebruiker, wijk: str | None) -> None:
    """The plans of the wijk that the address asks for, or which wijk?"""
    refusal = keuze.refusal(stand, wijk) if wijk else None
    if wijk is None or refusal is not None:
        st.html(keuze.heading(texts.TITEL, texts.INLEIDING, refusal))
        keuze.ask_wijk(stand, "wijkplan")
        return
    code = normalize_code(wijk) or wijk
    page = queries.wijkbeeld(stand, code)
    frame.title(f"{texts.TITEL} · {page.wijk.naam}")
    who = current(stand[0], gebruiker)
    st.html(wijkplanblok.heading(code, page.wijk.naam))
    # A place of its own, so that what stands open below stays open when this is said no more.
    with st.container():
        werkscherm.said()
    beeld = wijkplannen.planbeeld(stand[0], who, code)
    now, writes = beeld.lopend, mag(who, Handeling.WIJKPLAN, code)
    if now and now.laatste(Opsteller.MAKERS):
        _offer_folder(Wijkfolder(page.wijk.naam, now, beeld.today, voorbeeld=page.voorbeeld), code, stand[0])
    none = tag("p", texts.GEEN_PLAN, class_="tv lezen")
    st.html(wijkplanblok.show_plan(beeld, now, numbered=writes) if now else none)
    if writes:
        cijfers = {reeks.indicator.code for kaart in page.kaarten for reeks in kaart.reeksen}
        _ask(Plangroep(stand[0], who, code, now), cijfers)
    else:
        st.html(tag("p", texts.MAG_NIET, class_="tv zacht"))
    earlier = [it for it in beeld.plannen if it is not now]
    if earlier:
        st.html(tag("div", tag("h2", texts.EERDER), class_="tv"))
    for plan in earlier:
        _show_earlier(beeld, Plangroep(stand[0], who, code, plan), plan, writes=writes)


def _show_earlier(beeld: Planbeeld, groep: Plangroep, plan: Wijkplan, *, writes: bool) -> None:
    st.html(wijkplanblok.show_earlier(beeld, plan, numbered=writes))
    if writes:
        formulier.ask_remove(groep, plan)


def _offer_folder(folder: Wijkfolder, wijk: str, database: Database) -> None:
    """The plan on one side of paper, for the door mat."""
    address = urlsplit(st.context.url or "")
    adres = f"{address.scheme}://{address.netloc}/{links.to_wijkplan(wijk)}" if address.netloc else ""
    st.download_button(
        texts.FOLDER_PDF,
        partial(_pdf, replace(folder, adres=adres), database),
        file_name=texts.FOLDER_BESTAND.format(wijk=wijk.lower(), dag=folder.op.isoformat()),
        mime="application/pdf",
        help=texts.FOLDER_UITLEG,
        key="wijkplan-folder",
        on_click="ignore",
    )


def _pdf(folder: Wijkfolder, database: Database) -> bytes:
    return wijkfolder(replace(folder, vragen=instellingen.lees(database).vragen_tekst)) or b""


def _ask(groep: Plangroep, cijfers: Collection[str]) -> None:
    st.html(tag("div", tag("h2", texts.OPSCHRIJVEN), class_="tv opschrijven"))
    plan, who = groep.plan, groep.gebruiker
    if plan is None:
        formulier.ask_plan(groep)
        return
    if mag(who, Handeling.WIJKPLAN_MAKERS, groep.wijk):
        formulier.ask_makers(groep, plan)
        formulier.ask_kwestie(groep)
    if mag(who, Handeling.WIJKPLAN_COLLEGE, groep.wijk):
        formulier.ask_college(groep, plan)
    formulier.ask_afwijking(groep, plan)
    formulier.ask_regel(groep)
    formulier.ask_terugblik(groep, plan)
    formulier.ask_bron(groep, plan, cijfers)
    formulier.ask_aanvraag(groep, plan)
    formulier.ask_end(groep)
    formulier.ask_remove(groep, plan)
