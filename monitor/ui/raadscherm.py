"""What the raad decided, on the page of what stands in the way; and the form to write it down, for who may.

A label holds words of ours and numbers; what was decided stands in our own HTML, because labels parse Markdown.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

import streamlit as st

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.raad import Beslispunt, BeslispuntBron, BeslispuntSoort, BeslispuntUitkomst, Raadsbesluit
from monitor.errors import MonitorError, OngeldigeInvoer, Probleem
from monitor.nl import format_datum
from monitor.services.raad import NieuwBeslispunt, NieuwRaadsbesluit, add_besluit
from monitor.store.database import Database
from monitor.ui import werkscherm
from monitor.ui.html import Html, tag
from monitor.ui.texts import bottleneck as texts

PUNTEN = 3
"""So many beslispunten can be written down at once."""


def compose(besluiten: Iterable[Raadsbesluit], numbers: Mapping[str, int]) -> Html:
    """What the raad decided, the newest first; `numbers` are those of the points on the page, by id."""
    cards = [_besluit(it, numbers) for it in besluiten]
    empty = [tag("p", texts.RAAD_LEEG, class_="zacht")]
    return tag("div", tag("h2", texts.RAAD), *(cards or empty), class_="tv leren bottlenecks")


def _besluit(besluit: Raadsbesluit, numbers: Mapping[str, int]) -> Html:
    title = besluit.titel or texts.WOORDEN_WEG
    return tag(
        "article",
        tag("h3", texts.BESLUIT.format(dag=format_datum(besluit.dag)), title, dir="auto"),
        tag("ul", *(_punt(it, numbers) for it in besluit.punten)),
    )


def _punt(punt: Beslispunt, numbers: Mapping[str, int]) -> Html:
    said = texts.BESLISPUNT.format(nummer=punt.nummer, uitkomst=texts.UITKOMST[punt.uitkomst])
    about = [numbers[it] for it in punt.refs(BeslispuntSoort.LEERPUNT) if it in numbers]
    lines = [f" {texts.OVER_PUNT.format(nummer=number)}" for number in sorted(about)]
    return tag("li", tag("span", said, class_="wie"), punt.tekst or texts.WOORDEN_WEG, *lines, dir="auto")


def ask_besluit(database: Database, gebruiker: Gebruiker, gemeente: str, numbers: Mapping[str, int]) -> None:
    """Write down what the raad decided. A refusal keeps what was typed."""
    token = werkscherm.token("raadsbesluit", gemeente)
    key, place = f"raad-{token}", st.expander(texts.BESLUIT_ERBIJ)
    with place, st.form(key, enter_to_submit=False, border=False):
        st.html(tag("p", texts.BESLUIT_UITLEG, class_="tv"))
        dag = st.text_input(texts.WELKE_DAG, key=f"{key}-dag")
        titel = st.text_input(texts.WAAROVER, key=f"{key}-titel")
        punten = [_ask_punt(key, number, numbers) for number in range(1, PUNTEN + 1)]
        sent = st.form_submit_button(texts.BEWAAR_BESLUIT)
    if not sent:
        return
    try:
        nieuw = NieuwRaadsbesluit(titel, _day(dag), tuple(it for it in punten if it.tekst.strip()))
        add_besluit(database, gebruiker, gemeente, nieuw, token=token)
    except MonitorError as error:
        with place:
            werkscherm.refused(error)
        return
    werkscherm.forget_token("raadsbesluit", gemeente)
    werkscherm.say(texts.BESLUIT_BEWAARD)
    st.rerun()


def _ask_punt(key: str, number: int, numbers: Mapping[str, int]) -> NieuwBeslispunt:
    tekst = st.text_area(texts.PUNT_TEKST.format(nummer=number), key=f"{key}-tekst-{number}")
    uitkomst = st.selectbox(
        texts.PUNT_UITKOMST.format(nummer=number),
        [it.value for it in BeslispuntUitkomst],
        format_func=lambda it: texts.UITKOMST[BeslispuntUitkomst(it)],
        key=f"{key}-uitkomst-{number}",
    )
    over = st.multiselect(
        texts.PUNT_OVER.format(nummer=number),
        list(numbers),
        format_func=lambda it: texts.PUNT.format(nummer=numbers.get(it, "?")),
        placeholder=texts.KIES,
        key=f"{key}-over-{number}",
    )
    bronnen = tuple(BeslispuntBron(BeslispuntSoort.LEERPUNT, it) for it in over)
    return NieuwBeslispunt(tekst, BeslispuntUitkomst(uitkomst), bronnen)


def _day(typed: str) -> date | None:
    if not typed.strip():
        return None
    try:
        return datetime.strptime(typed.strip(), "%d-%m-%Y").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        raise OngeldigeInvoer([Probleem(texts.DAG_FOUT, "dag")]) from None
