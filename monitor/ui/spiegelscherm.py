"""The Wijkspiegel on the page Wijkgesprek: as a PDF to print, in Word to change, large to look at from a beamer."""

from functools import partial

import streamlit as st

from monitor.domain.document import DocumentSoort
from monitor.domain.gebruiker import Gebruiker
from monitor.export import spiegel as papier
from monitor.export import teksten
from monitor.export.document import MIME, make_document
from monitor.nl import today_amsterdam
from monitor.services.wijkspiegel import SpiegelCijfer, SpiegelCitaat, SpiegelPunt, Wijkspiegel, wijkspiegel
from monitor.store.database import Database
from monitor.ui import links
from monitor.ui.html import Html, tag
from monitor.ui.texts import spiegel as texts

TOON = "spiegel"
"""What the address asks for with `toon`."""


def offer(database: Database, gebruiker: Gebruiker, wijk: str, stap: str) -> None:
    """The Wijkspiegel to take along, or to show large, in one of the steps.

    What a teller took back meanwhile is not on it.
    """
    st.html(
        tag(
            "section",
            tag("h2", texts.KOP),
            tag("p", texts.UITLEG, class_="lezen"),
            tag("p", tag("a", texts.BEAMER, href=links.to_wijkgesprek(wijk, toon=TOON))),
            class_="tv leren",
        )
    )
    dag = today_amsterdam(database.now()).isoformat()
    st.download_button(
        texts.PDF,
        partial(_pdf, database, gebruiker, wijk),
        file_name=texts.BESTAND.format(wijk=wijk.lower(), dag=dag, soort=DocumentSoort.PDF),
        mime=MIME[DocumentSoort.PDF],
        key=f"wijkgesprek-spiegel-pdf-{stap}",
        on_click="ignore",
    )
    st.download_button(
        texts.WORD,
        partial(_word, database, gebruiker, wijk),
        file_name=texts.BESTAND.format(wijk=wijk.lower(), dag=dag, soort=DocumentSoort.DOCX),
        mime=MIME[DocumentSoort.DOCX],
        key=f"wijkgesprek-spiegel-word-{stap}",
        on_click="ignore",
    )


def _pdf(database: Database, gebruiker: Gebruiker, wijk: str) -> bytes:
    return papier.spiegelblad(wijkspiegel(database, gebruiker, wijk))


def _word(database: Database, gebruiker: Gebruiker, wijk: str) -> bytes:
    return make_document(papier.spiegel_document(wijkspiegel(database, gebruiker, wijk)), DocumentSoort.DOCX)


def show_large(database: Database, gebruiker: Gebruiker, wijk: str) -> None:
    """The same for a beamer, in letters that are read from the back of a room."""
    st.html(compose(wijkspiegel(database, gebruiker, wijk), wijk))


def compose(spiegel: Wijkspiegel, wijk: str) -> Html:
    """The Wijkspiegel as HTML: figures and citaten beside each other, then what was open, then the questions."""
    return tag(
        "div",
        tag("h1", teksten.SPIEGEL_TITEL.format(wijk=spiegel.wijk)),
        tag("p", papier.onder_titel(spiegel), class_="zacht", dir="auto"),
        tag(
            "div",
            tag(
                "section",
                tag("h2", teksten.SPIEGEL_CIJFERS),
                *([_cijfer(it) for it in spiegel.cijfers] or [tag("p", teksten.SPIEGEL_CIJFERS_LEEG)]),
            ),
            tag(
                "section",
                tag("h2", teksten.SPIEGEL_CITATEN),
                *([_citaat(it) for it in spiegel.citaten] or [tag("p", teksten.SPIEGEL_CITATEN_LEEG)]),
            ),
            class_="naast",
        ),
        _punten(spiegel.punten),
        tag(
            "section",
            tag("h2", teksten.SPIEGEL_VRAGEN),
            tag("ul", *(tag("li", it, dir="auto") for it in papier.vragen(spiegel))),
        ),
        tag("p", " ".join(papier.noten(spiegel)), class_="zacht noten"),
        tag("p", tag("a", texts.TERUG, href=links.to_wijkgesprek(wijk)), class_="noten alleen-scherm"),
        class_="tv beamer",
    )


def _cijfer(cijfer: SpiegelCijfer) -> Html:
    return tag(
        "div",
        tag("p", tag("b", cijfer.naam), papier.bewijs(cijfer)),
        tag("p", cijfer.tekst, dir="auto"),
        tag("p", papier.bron(cijfer), class_="zacht noten") if cijfer.bron else None,
        class_="stuk",
    )


def _citaat(citaat: SpiegelCitaat) -> Html:
    facts = " · ".join(it for it in (citaat.wie, citaat.verhouding) if it)
    return tag(
        "div",
        tag("p", tag("b", citaat.titel), dir="auto"),
        tag("blockquote", f"“{citaat.citaat}”", dir="auto")
        if citaat.citaat
        else tag("p", teksten.SPIEGEL_GEEN_ZIN, class_="zacht"),
        tag("p", facts, class_="zacht noten"),
        class_="stuk",
    )


def _punten(punten: tuple[SpiegelPunt, ...]) -> Html | None:
    if not punten:
        return None
    lines = (tag("li", tag("b", it.kop), f": {it.tekst}", dir="auto") for it in punten)
    return tag("section", tag("h2", teksten.SPIEGEL_PUNTEN), tag("ul", *lines))
