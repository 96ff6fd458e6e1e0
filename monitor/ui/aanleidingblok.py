"""What something began with, in a form: a vraag in own words, a signaal, or something that is there already.

What people wrote stands in our own HTML only; choices carry numbers, because labels parse Markdown.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st

from monitor.domain.activiteitenbeeld import Activiteitenbeeld, ZaakSoort
from monitor.nl import format_maand
from monitor.services.aanleiding import AanleidingInvoer
from monitor.store.inbreng_store import Signaal
from monitor.ui import activiteitenblad
from monitor.ui.html import Html, tag
from monitor.ui.texts import activiteiten as texts


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What something new can have begun with."""

    signalen: tuple[Signaal, ...] = ()
    zaken: Mapping[str, str] = field(default_factory=dict)
    """The number of each activiteit and initiatief, by id."""


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


def zaak_woorden(alles: Activiteitenbeeld, themas: Mapping[str, str], *soorten: ZaakSoort) -> dict[str, str]:
    """The numbers on the sheet of what there is of `soorten`, by id."""
    nummers = activiteitenblad.numbers(alles)
    return {
        it.id: texts.ZAAK_NUMMER.format(nummer=nummers[it.id], thema=themas.get(it.thema, it.thema))
        for it in alles.zaken
        if it.soort in soorten
    }


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
    items = [tag("li", it.naam, dir="auto") for it in alles.zaken]
    return tag("div", tag("h3", texts.ER_AL.format(wijk=alles.wijk.naam)), tag("ol", *items), class_="tv lezen")
