"""The page Verhalen: a question in the address, what was found in one element, and one verhaal apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import Any, TypeVar
from uuid import uuid4

import streamlit as st

from monitor.domain.gebied import gemeente_of, normalize_code
from monitor.domain.gebruiker import Gebruiker
from monitor.domain.indicator import Thema
from monitor.domain.spoor import SpoorSoort
from monitor.domain.verhaal import Gevoel, Perspectief, Verhouding
from monitor.domain.zoekvraag import Zoekvraag
from monitor.nl import format_datum, format_maand, opsomming
from monitor.services import lezen, meldingen, woorden
from monitor.services.lezen import GelezenVerhaal, Ongehoord, Verhalenblad
from monitor.services.wijkbeeld import themas as all_themas
from monitor.ui import frame, links, queries, spoorblok, verhaal, wie
from monitor.ui.errors import show_errors, show_message
from monitor.ui.html import Html, join, tag
from monitor.ui.texts import LEGE_OPSLAG, count
from monitor.ui.texts import leesronde as lezen_texts
from monitor.ui.texts import verhalen as texts

PER_BLAD = 20
"""How many verhalen one page shows."""
_GEMELD = "verhaal_gemeld"
"""Of which verhaal this visitor just said that it is about her."""
MOST_WIJKEN = 6
"""So many wijken from which nobody told are named; the others are counted."""
_FILTERS = ("wijk", "thema", "perspectief", "gevoel", "verhouding")

Waarde = TypeVar("Waarde", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Vraag:
    """What the address asks: words, filters, and which page."""

    zoek: Zoekvraag
    bladzijde: int = 1

    @property
    def adres(self) -> dict[str, str]:
        """What is asked, as it stands in the address, without the page."""
        asked = {"q": self.zoek.woorden} | {name: getattr(self.zoek, name) for name in ("gemeente", *_FILTERS)}
        return {name: str(value) for name, value in asked.items() if value}


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What there is to choose from: wijken and themas by code, and the gemeente that is looked at."""

    wijken: Mapping[str, str]
    gemeenten: Mapping[str, str]
    themas: Mapping[str, str]
    gemeente: str | None
    voorbeeld: bool


def read_vraag() -> Vraag:
    """What the address asks. What it does not know stands for nothing chosen."""
    number = frame.parameter("bladzijde") or "1"
    page = max(1, int(number)) if number.isascii() and number.isdigit() and len(number) < 8 else 1
    wijk, gemeente = frame.parameter("wijk"), frame.parameter("gemeente")
    zoek = Zoekvraag(
        woorden=frame.parameter("q") or "",
        gemeente=(normalize_code(gemeente) or gemeente) if gemeente else None,
        wijk=(normalize_code(wijk) or wijk) if wijk else None,
        thema=frame.parameter("thema"),
        perspectief=_member(Perspectief, "perspectief"),
        gevoel=_member(Gevoel, "gevoel"),
        verhouding=_member(Verhouding, "verhouding"),
        limiet=PER_BLAD,
        vanaf=(page - 1) * PER_BLAD,
    )
    return Vraag(zoek, page)


def _member(soort: type[Waarde], name: str) -> Waarde | None:
    asked = frame.parameter(name)
    return soort(asked) if asked in {it.value for it in soort} else None


# Asking


def show(stand: queries.Stand, gebruiker: Gebruiker) -> None:
    """The form and what was found, as this reader may read it."""
    vraag = read_vraag()
    omgeving = _omgeving(stand, vraag.zoek)
    st.html(_heading(omgeving))
    if not queries.gemeenten(stand):
        show_message(LEGE_OPSLAG)
        return
    _ask(vraag, omgeving)
    st.html(_found(stand, lezen.lezer(stand[0], gebruiker), vraag, omgeving.gemeente))


@queries.kept(32)
def _choices(stand: queries.Stand, gemeente: str | None) -> Omgeving:
    codes = [gemeente] if gemeente else [it.code for it in queries.gemeenten(stand)]
    beelden = [queries.gemeentebeeld(stand, code) for code in codes if code in _known(stand)]
    themas: tuple[Thema, ...] = all_themas(stand[0])
    return Omgeving(
        wijken={regel.wijk.code: regel.wijk.naam for beeld in beelden for regel in beeld.regels},
        gemeenten={beeld.gemeente.code: beeld.gemeente.naam for beeld in beelden},
        themas={it.code: it.naam for it in themas},
        gemeente=codes[0] if len(codes) == 1 else None,
        voorbeeld=any(beeld.voorbeeld for beeld in beelden),
    )


def _known(stand: queries.Stand) -> set[str]:
    return {it.code for it in queries.gemeenten(stand)}


def _omgeving(stand: queries.Stand, zoek: Zoekvraag) -> Omgeving:
    """The wijken to choose from: of the gemeente that is asked, or where the wijk lies; else of the only one."""
    lies_in = gemeente_of(zoek.wijk) if zoek.wijk and normalize_code(zoek.wijk) else None
    asked = zoek.gemeente or lies_in
    known = _known(stand)
    return _choices(stand, asked if asked in known else next(iter(known)) if len(known) == 1 else None)


def _heading(omgeving: Omgeving) -> Html:
    notice = frame.example_notice() if omgeving.voorbeeld else None
    return join(tag("div", tag("h1", texts.TITEL), tag("p", texts.INLEIDING, class_="sub"), class_="tv"), notice)


def _ask(vraag: Vraag, omgeving: Omgeving) -> None:
    """The form; what is chosen goes into the address."""
    zoek = vraag.zoek
    # Another address is another form: what stood in the boxes of the one before does not stay.
    key = "-".join(("zoek", *vraag.adres.values()))
    with st.form(key, enter_to_submit=True, border=False):
        words = st.text_input(texts.ZOEK, value=zoek.woorden, key=f"q-{key}", max_chars=200)
        on = zoek.filters - (zoek.gemeente is not None)
        with st.expander(count(texts.VERDER_GEKOZEN, on) if on else texts.VERDER, key=f"filters-{key}"):
            chosen = {
                "wijk": _box(texts.FILTER_WIJK, omgeving.wijken, zoek.wijk, key),
                "thema": _box(texts.FILTER_THEMA, omgeving.themas, zoek.thema, key),
                "perspectief": _box(texts.FILTER_PERSPECTIEF, woorden.PERSPECTIEF, zoek.perspectief, key),
                "gevoel": _box(texts.FILTER_GEVOEL, woorden.GEVOEL, zoek.gevoel, key),
                "verhouding": _box(texts.FILTER_VERHOUDING, woorden.VERHOUDING, zoek.verhouding, key),
            }
        sent = st.form_submit_button(texts.ZOEKEN, type="primary")
    if sent:
        asked = {"q": (words or "").strip(), "gemeente": zoek.gemeente, **chosen}
        st.query_params.from_dict({name: str(value) for name, value in asked.items() if value})
        st.rerun()


def _box(label: str, options: Mapping[Any, str], chosen: str | None, key: str) -> str | None:
    names = {str(code): naam for code, naam in options.items()}
    codes: list[str | None] = [None, *names]
    return st.selectbox(
        label,
        codes,
        index=codes.index(str(chosen)) if chosen in names else 0,
        format_func=lambda code: names[code] if code else texts.ALLES,
        placeholder=texts.ALLES,
        key=f"{label}-{key}",
    )


# What was found


@queries.kept(64)
def _found(stand: queries.Stand, lezer: Gebruiker, vraag: Vraag, gemeente: str | None) -> Html:
    """One page of verhalen as one element, with how they were chosen and who is missing."""
    blad = lezen.blad(stand[0], lezer, vraag.zoek)
    omgeving = _omgeving(stand, vraag.zoek)
    cards = [_card(it, omgeving, blad.resultaat.termen) for it in blad.verhalen]
    heard = vraag.zoek.wijk or gemeente
    return tag(
        "div",
        tag("section", tag("h2", _how_many(blad.totaal)), *_chosen(vraag, blad), *cards, _turn(vraag, blad)),
        _missing(lezen.ongehoord(stand[0], heard), omgeving, heard) if heard and not blad.bij_gemeente else None,
        class_="tv lezen verhalen verhalenlijst",
    )


def _how_many(totaal: int) -> str:
    return count(texts.GEVONDEN, totaal) if totaal else texts.GEEN_GEVONDEN


def _chosen(vraag: Vraag, blad: Verhalenblad) -> Iterable[Html]:
    """How the selection was made (rule 18), or what to try when there is nothing."""
    if not blad.verhalen:
        yield from _nothing(vraag, blad)
        return
    order = texts.VOLGORDE_WOORDEN if blad.resultaat.termen else texts.VOLGORDE_NIEUW
    yield tag("p", " ".join((order, *_counted(blad))), class_="keuze")
    yield from _tips(blad, vraag)


def _counted(blad: Verhalenblad) -> Iterable[str]:
    said = count(texts.DIE_U_MAG_LEZEN if blad.intern else texts.DIE_OPENBAAR_MOGEN, blad.totaal)
    if blad.anders:
        said = f"{said}; {_part_ways(blad)}"
    yield f"{said}."
    if blad.anders and len(blad.verhalen) < blad.totaal:
        yield texts.HIER_ANDERS.format(anders=blad.anders_hier, hier=len(blad.verhalen))


def _part_ways(blad: Verhalenblad) -> str:
    if blad.totaal == 1:
        return texts.HET_VERTELT_ANDERS
    return texts.WAARVAN_ANDERS.format(anders=blad.anders, vertellen="vertelt" if blad.anders == 1 else "vertellen")


def _nothing(vraag: Vraag, blad: Verhalenblad) -> Iterable[Html]:
    if blad.bij_gemeente:
        yield tag("p", texts.BIJ_GEMEENTE)
        gemeente = gemeente_of(vraag.zoek.wijk or "") or ""
        yield tag("p", tag("a", texts.NAAR_GEMEENTE, href=links.to_gemeente(gemeente)))
        return
    if blad.totaal:
        yield tag("p", texts.NIETS_TERUG)
        yield tag("p", tag("a", texts.NAAR_EERSTE, href=links.to_verhalen(**vraag.adres)))
        return
    if not vraag.adres:
        yield tag("p", texts.NOG_GEEN)
        return
    yield tag("p", texts.NIETS)
    yield from _tips(blad, vraag)
    own = [texts.PROBEER_ANDER_WOORD] if vraag.zoek.woorden else []
    own += [texts.PROBEER_MINDER] if vraag.zoek.filters else []
    if not blad.resultaat.tips:
        yield tag("p", texts.PROBEER)
        yield tag("ul", *(tag("li", it) for it in own))
    yield tag("p", tag("a", texts.WISSEN, href=links.to_verhalen()))


def _tips(blad: Verhalenblad, vraag: Vraag) -> Iterable[Html]:
    """What the search itself says to try."""
    resultaat = blad.resultaat
    if resultaat.tips:
        yield tag("p", texts.PROBEER)
        yield tag("ul", *(tag("li", it) for it in resultaat.tips))
    if resultaat.spellingen:
        instead = (tag("a", it, href=links.to_verhalen(**{**vraag.adres, "q": it})) for it in resultaat.spellingen)
        yield tag("p", texts.BEDOELT_U, *(piece for it in instead for piece in (" ", it)))


def _card(gelezen: GelezenVerhaal, omgeving: Omgeving, termen: frozenset[str], *, voluit: bool = False) -> Html:
    """One verhaal, with where it stands, what was done with it, and the way to say that it is about you."""
    it = gelezen.verhaal
    apart = links.to_verhalen(verhaal=it.id)
    ways = None
    if not voluit:
        ways = tag(
            "p",
            tag("a", texts.HELE_VERHAAL, href=apart),
            " · ",
            tag("a", texts.OVER_U_LINK, href=f"{apart}#over-u"),
            class_="klein wegen-verder",
        )
    below = join(_place(it.gebied, omgeving), *_together(gelezen), _done(gelezen, voluit=voluit), ways)
    return verhaal.article(it, gelezen.indicatoren, termen=termen, voluit=voluit, onder=below)


def _place(gebied: str, omgeving: Omgeving) -> Html | None:
    if gebied in omgeving.wijken:
        words, href = texts.IN_WIJK.format(wijk=omgeving.wijken[gebied]), links.to_wijk(gebied)
    elif gebied in omgeving.gemeenten:
        words, href = texts.IN_GEMEENTE.format(gemeente=omgeving.gemeenten[gebied]), links.to_gemeente(gebied)
    else:
        return None
    return tag("p", tag("a", words, href=href), class_="wie")


def _together(gelezen: GelezenVerhaal) -> Iterable[Html]:
    """Where people chose it together, with the way there; not where that would tell from which wijk it comes."""
    for it in gelezen.gekozen:
        words = lezen_texts.MERK.format(wie=woorden.LEESNIVEAU[it.niveau], maand=format_maand(it.op))
        known = it.gebied == gelezen.verhaal.gebied
        content = tag("a", words, href=links.to_leesronde(it.gebied, it.ronde)) if known else words
        yield tag("p", content, class_="wie")


def _done(gelezen: GelezenVerhaal, *, voluit: bool) -> Html | None:
    if not gelezen.gedaan:
        return tag("p", texts.NOG_NIETS_GEDAAN, class_="klein zacht") if voluit else None
    lines = (
        tag(
            "li",
            texts.GEDAAN_REGEL.format(wanneer=format_datum(it.op), waar=it.waar),
            f". {it.wat}" if it.wat else None,
        )
        for it in gelezen.gedaan
    )
    return tag("div", tag("p", tag("b", texts.GEDAAN)), tag("ul", *lines), class_="klein gedaan")


def _turn(vraag: Vraag, blad: Verhalenblad) -> Html | None:
    """To the page before and the page after."""
    pages = ceil(blad.totaal / PER_BLAD)
    if pages <= 1 or not blad.verhalen:
        return None
    here = vraag.bladzijde
    ways = [tag("span", texts.BLADZIJDE_VAN.format(bladzijde=here, bladen=pages), class_="zacht")]
    if here > 1:
        ways.insert(0, tag("a", texts.VORIGE, href=_page(vraag, here - 1), rel="prev"))
    if here < pages:
        ways.append(tag("a", texts.VOLGENDE, href=_page(vraag, here + 1), rel="next"))
    return tag("nav", *ways, class_="bladeren", aria_label=texts.BLADEREN)


def _page(vraag: Vraag, number: int) -> str:
    return links.to_verhalen(**vraag.adres, **({"bladzijde": str(number)} if number > 1 else {}))


# Who is missing


def _missing(ongehoord: Ongehoord, omgeving: Omgeving, gebied: str) -> Html:
    groups = [woorden.PERSPECTIEF_MEER[it] for it in ongehoord.perspectieven]
    groups += [ongehoord.leeftijden] if ongehoord.leeftijden else []
    wijken = _silent(ongehoord, omgeving) if gebied == omgeving.gemeente else []
    return tag("section", tag("h2", texts.ONGEHOORD), *_unheard(ongehoord, groups, wijken))


def _unheard(ongehoord: Ongehoord, groups: list[str], wijken: list[str]) -> Iterable[Html]:
    if groups:
        yield tag("p", texts.ONGEHOORD_UITLEG)
        yield tag("ul", *(tag("li", it) for it in groups))
    elif ongehoord.genoeg:
        yield tag("p", texts.IEDEREEN_GEHOORD)
    else:
        yield tag("p", texts.TE_WEINIG)
    if wijken:
        yield tag("p", texts.ONGEHOORD_WIJKEN.format(wijken=opsomming(wijken)))


def _silent(ongehoord: Ongehoord, omgeving: Omgeving) -> list[str]:
    """The wijken from which few told or nobody, the first few by name."""
    silent = [naam for code, naam in omgeving.wijken.items() if code not in ongehoord.gebieden]
    named, others = silent[:MOST_WIJKEN], len(silent) - MOST_WIJKEN
    return [*named, texts.ONGEHOORD_MEER.format(aantal=others)] if others > 0 else named


# One verhaal apart


def show_one(stand: queries.Stand, gebruiker: Gebruiker, id_: str) -> None:
    """One verhaal in full, with what was done with it, and the form to say that it is about you."""
    if st.session_state.get(_GEMELD) == id_:
        st.html(tag("div", tag("h1", texts.TITEL), _back(), tag("p", texts.GEMELD, role="status"), class_="tv"))
        return
    gelezen = lezen.verhaal(stand[0], gebruiker, id_)
    omgeving = _choices(stand, gemeente_of(gelezen.verhaal.gebied))
    st.html(
        join(
            tag("div", tag("h1", texts.TITEL), _back(), class_="tv"),
            tag("div", _card(gelezen, omgeving, frozenset(), voluit=True), class_="tv lezen verhalen apart"),
            spoorblok.block(stand, gebruiker, SpoorSoort.VERHAAL, id_),
        )
    )

    _about_you(stand, gebruiker, id_)


def _about_you(stand: queries.Stand, gebruiker: Gebruiker, id_: str) -> None:
    """Whoever recognises herself hides the verhaal at once; somebody looks after that."""
    st.html(tag("div", tag("h2", texts.OVER_U, id="over-u"), tag("p", texts.OVER_U_UITLEG), class_="tv lezen"))
    # The same token for as long as this verhaal is on the screen: a second click reports nothing twice.
    token = st.session_state.setdefault(f"melding-{id_}", uuid4().hex)
    with st.form("over-u", enter_to_submit=False, border=False):
        why = st.text_area(texts.OVER_U_WAAROM, max_chars=meldingen.TOELICHTING_MAX, key=f"waarom-{id_}")
        sent = st.form_submit_button(texts.OVER_U_KNOP)
    if sent:
        with show_errors():
            meldingen.meld(stand[0], gebruiker, id_, why, token=token, wie=wie.adres())
            st.session_state[_GEMELD] = id_
            st.rerun()


def _back() -> Html:
    return tag("p", tag("a", texts.TERUG, href=links.to_verhalen()), class_="sub")
