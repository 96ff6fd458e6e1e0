"""The second step of a stuk: one deel at a time, with what the product writes in it and what people write.

What the product writes and what people wrote stands in our own HTML and in fields, because labels parse Markdown.
"""

from collections.abc import Iterable, Iterator

import streamlit as st

from monitor.domain.raadsstuk import (
    DEEL_VAN,
    Deel,
    OnderdeelSoort,
    Raadsstuk,
    StukVeld,
    velden_van,
)
from monitor.nl import opsomming
from monitor.services.stukzinnen import Stukzin
from monitor.ui import meeschrijver, stukonderdelen, stukveld, stukversies, stukvoorbeeld, werkscherm
from monitor.ui.html import Html, tag
from monitor.ui.stukwerk import Stukwerk
from monitor.ui.texts import raadsstuk as texts

ZELF = frozenset(
    {Deel.SAMENVATTING, Deel.ARGUMENTEN, Deel.KANTTEKENINGEN, Deel.FINANCIEN, Deel.PARTICIPATIE, Deel.EVALUATIE}
)
"""In these delen the product writes something; in others nothing has to be read for it."""


def show(werk: Stukwerk) -> None:
    """The deel that the address asks for."""
    asked = st.query_params.get("deel", "").strip()
    deel = _ask_deel(werk)
    unknown = texts.DEEL_ONBEKEND.format(deel=werk.deel(deel)) if asked and asked != deel.value else ""
    elsewhere = _botsingen(werk, deel)
    st.html(
        tag(
            "div",
            tag("h2", werk.deel(deel)),
            tag("p", unknown, class_="melding") if unknown else None,
            tag("p", werk.uitleg(deel), class_="lezen"),
            tag("p", texts.BEWAART_ZELF, class_="zacht klein") if werk.schrijft else None,
            tag("p", elsewhere, class_="melding") if elsewhere else None,
            class_="tv raadsstuk",
        )
    )
    if werk.schrijft:
        # Before the fields: what is typed while the rest is read is kept too.
        meeschrijver.mount()
    with st.container(key="raadsstuk-schrijven"):
        with st.container(key="raadsstuk-velden"):
            _ask_velden(werk, deel)
        with st.container(key="raadsstuk-naast"):
            stukvoorbeeld.show(werk, deel)


def _ask_velden(werk: Stukwerk, deel: Deel) -> None:
    """What people write in it, what repeats in it, and what the product writes."""
    for veld in velden_van(werk.stuk.soort, deel):
        asked = StukVeld(deel, veld)
        stukveld.ask(werk, asked, werk.label(asked))
    if deel is Deel.ARGUMENTEN and werk.citaten:
        st.html(_citaten(werk))
    for soort in (it for it in OnderdeelSoort if DEEL_VAN[it] is deel):
        stukonderdelen.ask(werk, soort)
    if deel in ZELF:
        _ask_zinnen(werk, deel)
    stukversies.ask(werk, deel)


def eigen_tekst(stuk: Raadsstuk, deel: Deel) -> str:
    """All that people wrote in a deel, in order."""
    here = {it.id for it in stuk.onderdelen}
    fields = [it for it in stuk.teksten if it.deel is deel and (it.onderdeel is None or it.onderdeel in here)]
    return "\n".join(it for it in (stuk.tekst(deel, veld.veld, veld.onderdeel) for veld in fields) if it.strip())


def _ask_deel(werk: Stukwerk) -> Deel:
    delen = {it.value: it for it in werk.stuk.delen}
    key = f"raadsstuk-deel-{werk.stuk.id}"
    write = werkscherm.in_address("deel", list(delen), key)
    chosen = st.selectbox(
        texts.WELK_DEEL,
        list(delen),
        format_func=lambda it: werk.deel(delen[it]),
        placeholder=texts.KIES,
        key=key,
        on_change=write,
    )
    return delen[chosen]


def _botsingen(werk: Stukwerk, deel: Deel) -> str:
    """In which other delen two texts stand beside each other."""
    delen = [it for it in dict.fromkeys(veld.deel for veld in werk.stuk.botsingen) if it is not deel]
    return texts.BOTSING_ELDERS.format(delen=opsomming(f"“{werk.deel(it)}”" for it in delen)) if delen else ""


def _citaten(werk: Stukwerk) -> Html:
    """The citaten to choose from with an argument, each with its number."""
    found = werk.teksten.citaten
    items = (
        tag("li", tag("q", found[it].tekst, class_="citaat", dir="auto"), tag("p", found[it].bij, class_="wie"))
        for it in werk.citaten
    )
    return tag("details", tag("summary", texts.CITATEN), tag("ol", *items, class_="aanbod"), class_="tv raadsstuk")


# What the product writes


def _ask_zinnen(werk: Stukwerk, deel: Deel) -> None:
    found = werk.zinnen(deel)
    if not found:
        return
    st.html(_zinnen(werk, found))
    if not werk.schrijft:
        return
    names = {it.sleutel: texts.ZIN_NUMMER.format(nummer=place) for place, it in enumerate(found, start=1)}
    key = f"raadsstuk-zin-{deel.value}-{werk.stuk.id}"
    if st.session_state.get(key) not in names:
        st.session_state.pop(key, None)
    chosen = st.selectbox(
        texts.WELKE_ZIN,
        list(names),
        index=None,
        format_func=lambda it: names.get(it, it),
        placeholder=texts.KIES,
        key=key,
    )
    zin = next((it for it in found if it.sleutel == chosen), None)
    if zin is None:
        return
    stukveld.ask(werk, zin.veld, texts.UW_ZIN, zin.tekst, elders=True)
    own = werk.stuk.versie(zin.veld)
    if own is not None and not own.teruggezet and st.button(texts.TERUG, key=f"{key}-terug"):
        place = st.container()
        werk.save("terug", texts.TERUG_GEDAAN, lambda: stukveld.put_back(werk, zin.veld, zin.tekst), place)


def _zinnen(werk: Stukwerk, found: Iterable[Stukzin]) -> Html:
    return tag(
        "div",
        tag("h3", texts.ZELF_GESCHREVEN),
        tag("p", texts.ZELF_UITLEG, class_="zacht"),
        tag("ol", *(tag("li", *_zin(werk, it)) for it in found), class_="aanbod"),
        class_="tv raadsstuk",
    )


def _zin(werk: Stukwerk, zin: Stukzin) -> Iterator[Html]:
    own = werk.stuk.versie(zin.veld)
    if own is None or own.teruggezet:
        yield tag("span", zin.tekst, dir="auto")
    else:
        if own.tekst:
            yield tag("span", own.tekst, dir="auto")
        said = texts.ZIN_ANDERS if own.tekst else texts.ZIN_LEEG
        yield tag("p", said, tag("span", zin.tekst, dir="auto"), class_="anders")
    yield tag("p", _source(zin), class_="wie")


def _source(zin: Stukzin) -> str:
    """From what kind of thing in the store a sentence comes."""
    kinds = dict.fromkeys(texts.BRONNEN[it.soort.value] for it in zin.bronnen)
    return texts.ZIN_BRON.format(bronnen=opsomming(kinds)) if kinds else texts.ZIN_ZONDER_BRON
