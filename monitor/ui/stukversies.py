"""What stood before in a stuk: who wrote it and when, to put it back, or to take its words away for good.

In the fields of a deel, in its kop, and what was taken out of it.

What people wrote stands in our own HTML; choices carry numbers, because labels parse Markdown.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

import streamlit as st

from monitor.domain.raadsstuk import Deel, Onderdeel, OnderdeelSoort, StukKop, StukVeld, TekstVersie
from monitor.nl import opsomming
from monitor.services import stukvelden, stukversies, woorden
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
    return f"{werk.naam(it)}: {werk.onderdeel_label(it.soort, veld.veld)}"


def _ask_veld(werk: Stukwerk, veld: StukVeld) -> None:
    found = stukversies.veldversies(*werk.who, veld)
    items = [tag("li", *_item(werk, it.versie), _mark(it.staat)) for it in found]
    st.html(_list(items))
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


def _list(items: Sequence[Html]) -> Html:
    return tag(
        "div",
        tag("ul", *items[:_OPEN]),
        tag("details", tag("summary", texts.VERSIES_OUDER), tag("ul", *items[_OPEN:])) if items[_OPEN:] else None,
        class_="tv raadsstuk versies",
    )


def _item(werk: Stukwerk, it: TekstVersie) -> tuple[Html, Html]:
    if it.tekst is None:
        body = tag("p", texts.VERSIE_WEG, class_="zacht")
    elif not it.tekst:
        body = tag("p", texts.VERSIE_LEEG, class_="zacht")
    else:
        body = tag("div", paragraphs(it.tekst, dir="auto"))
    return tag("p", _head(werk, it.nummer, it.door, it.op), class_="wie"), body


def _head(werk: Stukwerk, nummer: int, door: str, op: datetime) -> str:
    return texts.VERSIE_REGEL.format(nummer=nummer, wie=_who(werk, door), moment=werkscherm.moment(op))


def _who(werk: Stukwerk, door: str) -> str:
    return texts.VERSIE_UW if door == werk.gebruiker.id else texts.VERSIE_ANDER


def _mark(staat: bool) -> Html | None:
    return tag("span", texts.VERSIE_STAAT, class_="merk") if staat else None


# The kop


def ask_kop(werk: Stukwerk) -> None:
    """What the stuk was called before, with its years and fase; nothing as long as that never changed."""
    found = stukversies.kopversies(*werk.who)
    if len(found) < 2:
        return
    newest = found[0].nummer
    place = st.expander(texts.KOP_VERSIES)
    with place:
        st.html(tag("p", texts.KOP_VERSIES_UITLEG, class_="tv zacht"))
        items = [tag("li", *_kop(werk, it), _mark(it.nummer == newest)) for it in found]
        st.html(_list(items))
        older = [it.nummer for it in found[1:] if it.titel is not None]
        if not werk.schrijft or not older:
            return
        chosen = st.selectbox(
            texts.VERSIE_WELKE,
            older,
            format_func=lambda it: texts.VERSIE_NUMMER.format(nummer=it),
            placeholder=texts.KIES,
            key=f"{werk.key('kopversie')}-welke-{newest}",
        )
        again = st.button(texts.VERSIE_TERUG, key=f"{werk.key('kopversie')}-terug")
    if again:
        werk.save("kopversie", texts.VERSIE_TERUGGEZET, lambda: _put_back_kop(werk, chosen, newest), place)
    _ask_remove_titels(werk)


def _put_back_kop(werk: Stukwerk, nummer: int, newest: int) -> None:
    stukversies.put_back_kop(*werk.who, nummer, begonnen_bij=newest, token=werk.token("kopversie"))
    # The form above opens anew, with what stands there now.
    werkscherm.forget_token("raadsstuk", "kop", werk.stuk.id)


def _ask_remove_titels(werk: Stukwerk) -> None:
    place = st.expander(texts.TITELS_WEG)
    with place:
        st.html(tag("p", texts.TITELS_WEG_UITLEG, class_="tv"))
        sure = st.button(texts.TITELS_WEG_ZEKER, key=f"{werk.key('titels')}-weg")
    if sure:
        werk.save("titels", texts.TITELS_WEG_GEDAAN, lambda: stukversies.remove_titels(*werk.who), place)


def _kop(werk: Stukwerk, it: StukKop) -> tuple[Html, Html, Html | None]:
    head = _head(werk, it.nummer, it.door, it.op) if it.op else ""
    gone = tag("p", texts.VERSIE_WEG, class_="zacht")
    body = tag("p", it.titel, dir="auto") if it.titel is not None else gone
    facts = " · ".join(_kop_facts(it))
    return tag("p", head, class_="wie"), body, tag("p", facts, class_="wie") if facts else None


def _kop_facts(it: StukKop) -> Iterator[str]:
    if it.fase is not None:
        yield woorden.BOB_FASE[it.fase]
    if it.periode_van or it.periode_tot:
        van, tot = (str(year or texts.KOP_GEEN_JAAR) for year in (it.periode_van, it.periode_tot))
        yield texts.KOP_PERIODE.format(van=van, tot=tot)
    if it.jaar:
        yield texts.KOP_JAAR.format(jaar=it.jaar)


# What was taken out


def ask_gone(werk: Stukwerk, soort: OnderdeelSoort) -> None:
    """What of one kind was taken out of the stuk, to put it back."""
    found = [it for it in stukversies.onderdelen_eruit(*werk.who) if it.soort is soort]
    if not found:
        return
    meer = woorden.stukonderdelen(werk.stuk.soort, soort)
    with st.container():
        for it in found:
            werkscherm.said("eruit", it.id)
    place = st.expander(texts.ERUIT_GEHAALD.format(meer=meer, aantal=len(found)))
    naam = f"eruit-{soort.value}"
    with place:
        st.html(_gone(werk, found))
        if not werk.schrijft:
            return
        names = {it.id: texts.ERUIT_NUMMER.format(nummer=place) for place, it in enumerate(found, start=1)}
        chosen = st.selectbox(
            texts.ERUIT_WELK,
            list(names),
            format_func=lambda it: names.get(it, it),
            placeholder=texts.KIES,
            key=f"{werk.key(naam)}-welk-{len(found)}",
        )
        again = st.button(texts.ERUIT_TERUG, key=f"{werk.key(naam)}-terug")
    if again and chosen:
        werk.save(naam, None, lambda: _return(werk, soort, chosen), place)


def _return(werk: Stukwerk, soort: OnderdeelSoort, onderdeel: str) -> None:
    left = stukversies.return_onderdeel(*werk.who, onderdeel)
    wat = opsomming(texts.ERUIT_ZONDER_WAT[it] for it in left)
    werk.show_next(soort, onderdeel)
    werkscherm.say(texts.ERUIT_ZONDER.format(wat=wat) if left else texts.ERUIT_TERUG_GEDAAN)


def _gone(werk: Stukwerk, found: Sequence[Onderdeel]) -> Html:
    return tag(
        "div",
        tag("p", texts.ERUIT_UITLEG, class_="zacht"),
        tag("ol", *(tag("li", *_one_gone(werk, it)) for it in found), class_="aanbod"),
        class_="tv raadsstuk",
    )


def _one_gone(werk: Stukwerk, it: Onderdeel) -> Iterator[Html]:
    yield tag("span", werk.kop(it), dir="auto")
    newest = stukversies.onderdeelversies(*werk.who, it.id)[0]
    said = texts.ERUIT_SINDS.format(wie=_who(werk, newest.door), moment=werkscherm.moment(newest.op))
    yield tag("p", said, class_="wie")
