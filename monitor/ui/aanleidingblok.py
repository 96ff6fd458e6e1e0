"""What something began with, in a form: a vraag in own words, a signaal, or something that is there already.

What people wrote stands in our own HTML; a choice carries a number and at most the letters of a name, because labels
parse Markdown.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st

from monitor.domain.activiteitenbeeld import Activiteitenbeeld, ZaakSoort
from monitor.nl import format_maand
from monitor.services.aanleiding import AanleidingInvoer
from monitor.store.inbreng_store import Signaal
from monitor.ui.html import Html, tag
from monitor.ui.texts import activiteiten as texts

_NOT_PLAIN = re.compile(r"[^\w\s,'’()-]|_")
"""All but letters, figures and what no Markdown, no address and no formula is made of."""


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What something new can have begun with."""

    signalen: tuple[Signaal, ...] = ()
    zaken: Mapping[str, str] = field(default_factory=dict)
    """The number and name of each activiteit and initiatief, by id."""


def ask(keuzes: Keuzes, key: Callable[[str], str]) -> AanleidingInvoer:
    """The fields, each with a key of its own; a choice is asked only where there is something to choose from."""
    vraag = st.text_area(texts.VRAAG_VRAAG, key=key("vraag"))
    signalen, zaken = signaal_woorden(keuzes.signalen), keuzes.zaken
    return AanleidingInvoer(
        vraag=vraag,
        signaal=choose(texts.VRAAG_SIGNAAL, signalen, key("signaal")) if signalen else "",
        uit=choose(texts.VRAAG_UIT, zaken, key("uit")) if zaken else "",
    )


def choose(label: str, words: Mapping[str, str], key: str) -> str:
    """One of a list; nothing is chosen before somebody does."""
    chosen = st.selectbox(
        label, list(words), index=None, format_func=words.__getitem__, placeholder=texts.KIES_WOORD, key=key
    )
    return chosen or ""


def signaal_woorden(signalen: Sequence[Signaal]) -> dict[str, str]:
    """The number of each signaal, by id."""
    return {
        it.id: texts.SIGNAAL_NUMMER.format(nummer=nummer, wanneer=format_maand(it.gezien_op))
        for nummer, it in enumerate(signalen, start=1)
    }


def zaak_woorden(alles: Activiteitenbeeld, *soorten: ZaakSoort) -> dict[str, str]:
    """The number on the sheet and the name of what there is of `soorten`, by id."""
    return {
        it.id: texts.ZAAK_NUMMER.format(nummer=it.nummer, naam=bare_label(it.naam))
        for it in alles.zaken
        if it.soort in soorten
    }


def bare_label(naam: str) -> str:
    """What a name says in letters and figures only: a label or a choice parses Markdown, and holds none of it."""
    return " ".join(_NOT_PLAIN.sub(" ", naam).split())


def signalen_lijst(signalen: Sequence[Signaal]) -> Html | None:
    """The signalen that the numbers stand for."""
    if not signalen:
        return None
    items = [
        tag(
            "div",
            tag(
                "p",
                texts.SIGNAAL_REGEL.format(nummer=nummer, wanneer=format_maand(it.gezien_op), thema=it.thema),
                class_="klein zacht",
            ),
            tag("p", it.tekst, dir="auto"),
        )
        for nummer, it in enumerate(signalen, start=1)
    ]
    return tag("div", tag("h3", texts.SIGNALEN), *items, class_="tv lezen")


def zaken_lijst(alles: Activiteitenbeeld) -> Html | None:
    """The names that the numbers stand for, where the sheet itself is not beside the form."""
    if not alles.zaken:
        return None
    items = [
        tag("li", it.naam, value=it.nummer, dir="auto") for it in sorted(alles.zaken, key=lambda zaak: zaak.nummer)
    ]
    return tag("div", tag("h3", texts.ER_AL.format(wijk=alles.wijk.naam)), tag("ol", *items), class_="tv lezen")
