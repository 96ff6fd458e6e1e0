"""What stood before in the fields of a deel: who wrote it and when, to put it back, or to take its words away for good.

What people wrote stands in our own HTML; choices carry numbers, because labels parse Markdown.
"""

from collections.abc import Sequence

import streamlit as st

from monitor.domain.raadsstuk import Deel, StukVeld, TekstVersie
from monitor.services import stukvelden, stukversies
from monitor.services.stukversies import Veldversie
from monitor.ui import stukveld, werkscherm
from monitor.ui.html import Html, paragraphs, tag
from monitor.ui.stukwerk import Stukwerk
from monitor.ui.texts import raadsstuk as texts

_OPEN = 4
"""So many versies stand open, the newest first."""


def ask(werk: Stukwerk, deel: Deel) -> None:
    """The fields in which somebody wrote, and of the one that is chosen all that ever stood there."""
    found = _velden(werk, deel)
    if not found:
        return
    fields = {f"{veld.onderdeel or ''}/{veld.veld}": veld for veld in found}
    st.html(tag("div", tag("h3", texts.VERSIES), tag("p", texts.VERSIES_UITLEG, class_="zacht"), class_="tv raadsstuk"))
    chosen = st.selectbox(
        texts.VERSIES_VELD,
        list(fields),
        index=None,
        format_func=lambda it: found[fields[it]] if it in fields else it,
        placeholder=texts.KIES,
        key=f"raadsstuk-versies-{werk.stuk.id}-{deel.value}",
    )
    if chosen is not None:
        _ask_veld(werk, fields[chosen])


def _velden(werk: Stukwerk, deel: Deel) -> dict[StukVeld, str]:
    """The fields of a deel in which somebody wrote, by what they are called on this page."""
    places = {it.veld: place for place, it in enumerate(werk.zinnen(deel), start=1)}
    found = {veld: _naam(werk, veld, places) for veld in werk.stuk.teksten if veld.deel is deel}
    return {veld: naam for veld, naam in found.items() if naam}


def _naam(werk: Stukwerk, veld: StukVeld, places: dict[StukVeld, int]) -> str:
    """Empty for a field that is not in the stuk any more."""
    if veld.zin is not None:
        return texts.ZIN_NUMMER.format(nummer=places[veld]) if veld in places else ""
    if veld.onderdeel is None:
        return werk.label(veld)
    it = werk.stuk.onderdeel(veld.onderdeel)
    if it is None:
        return ""
    return f"{werk.naam(it)}: {texts.ONDERDEEL_VELD[it.soort, veld.veld]}"


def _ask_veld(werk: Stukwerk, veld: StukVeld) -> None:
    found = stukversies.veldversies(*werk.who, veld)
    st.html(_list(werk, found))
    if not werk.schrijft:
        return
    place = st.container()
    older = {it.versie.nummer: it for it in found if it.versie.tekst is not None and not it.staat}
    newest = found[0].versie.nummer
    if older:
        with place:
            chosen = st.selectbox(
                texts.VERSIE_WELKE,
                list(older),
                format_func=lambda it: texts.VERSIE_NUMMER.format(nummer=it),
                placeholder=texts.KIES,
                key=f"{werk.key('versie')}-welke-{newest}",
            )
            again = st.button(texts.VERSIE_TERUG, key=f"{werk.key('versie')}-terug")
        if again:
            _put_back(werk, veld, chosen, newest)
    if any(it.versie.tekst for it in found):
        _ask_remove(werk, veld)


def _put_back(werk: Stukwerk, veld: StukVeld, nummer: int, newest: int) -> None:
    def again() -> None:
        token = werk.token("versie")
        stukversies.put_back_tekst(*werk.who, veld, nummer, begonnen_bij=newest, token=token)
        stukveld.forget(werk, veld)

    werk.save("versie", texts.VERSIE_TERUGGEZET, again, st.container())


def _ask_remove(werk: Stukwerk, veld: StukVeld) -> None:
    """Words that must be gone: a name, for instance, also in what stood there before."""
    place = st.expander(texts.WOORDEN_WEG)
    with place:
        st.html(tag("p", texts.WOORDEN_WEG_UITLEG, class_="tv"))
        sure = st.button(texts.WOORDEN_WEG_ZEKER, key=f"{werk.key('woorden')}-weg")
    if not sure:
        return

    def remove() -> None:
        stukvelden.remove_tekst(*werk.who, veld)
        stukveld.forget(werk, veld)

    werk.save("woorden", texts.WOORDEN_WEG_GEDAAN, remove, place)


def _list(werk: Stukwerk, found: Sequence[Veldversie]) -> Html:
    items = [tag("li", *_item(werk, it.versie), _mark(it)) for it in found]
    return tag(
        "div",
        tag("ul", *items[:_OPEN]),
        tag("details", tag("summary", texts.VERSIES_OUDER), tag("ul", *items[_OPEN:])) if items[_OPEN:] else None,
        class_="tv raadsstuk versies",
    )


def _item(werk: Stukwerk, it: TekstVersie) -> tuple[Html, Html]:
    who = texts.VERSIE_UW if it.door == werk.gebruiker.id else texts.VERSIE_ANDER
    head = texts.VERSIE_REGEL.format(nummer=it.nummer, wie=who, moment=werkscherm.moment(it.op))
    if it.tekst is None:
        body = tag("p", texts.VERSIE_WEG, class_="zacht")
    elif not it.tekst:
        body = tag("p", texts.VERSIE_LEEG, class_="zacht")
    else:
        body = tag("div", paragraphs(it.tekst, dir="auto"))
    return tag("p", head, class_="wie"), body


def _mark(it: Veldversie) -> Html | None:
    return tag("span", texts.VERSIE_STAAT, class_="merk") if it.staat else None
