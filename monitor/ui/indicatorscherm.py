"""The page of one indicator, composed once per stand of the store: number beside verhalen, then what is behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from monitor.charts.reeks import reeks_spec
from monitor.charts.vergelijking import vergelijking_spec
from monitor.domain.gebied import normalize_code
from monitor.domain.gebruiker import BEZOEKER, Gebruiker
from monitor.domain.indicator import Bewijssoort, IndicatorStatus
from monitor.domain.indicatorbeeld import Indicatorbeeld, WijkReeks
from monitor.domain.meting import Reeks, with_value
from monitor.domain.spoor import SpoorSoort
from monitor.domain.verhaal import Verhaal, Verhouding
from monitor.nl import format_periode, hoofdletter, sentence
from monitor.services import indicatorbeeld as service
from monitor.services import woorden, zinnen
from monitor.services.lezen import lezer
from monitor.services.waarden import decimals_shown
from monitor.ui import (
    bronnen,
    dossierblok,
    frame,
    indicatorbestanden,
    keuze,
    links,
    queries,
    reekstabel,
    spoorblok,
    themakaart,
    verhaal,
)
from monitor.ui import texts as alle_texts
from monitor.ui.html import Html, join, tag
from monitor.ui.tabel import stacked
from monitor.ui.texts import indicator as texts
from monitor.ui.themakaart import Blokken, Grafiek

_ORDE = (Verhouding.ZEGT_ANDERS, Verhouding.LEGT_UIT, Verhouding.PAST_BIJ, Verhouding.LOS)
NAAST_ELKAAR = 24
"""Up to this many wijken are drawn at once; of more a reader asks for it."""
_BREED, _SMAL = (4, 168), (2, 142)
"""How many small charts stand on a row and how wide each is, on a wide screen and on a phone."""


@dataclass(frozen=True, slots=True)
class Indicatorscherm:
    """Everything of one indicator, ready to be sent."""

    kop: Html
    kaart: Blokken
    naast: Html
    naast_alt: str
    tabel: Html | None
    """None where it stands in the card already."""
    dossier: Html
    voet: Html


def beeld_of(
    stand: queries.Stand, code: str, wijk: str | None, gemeente: str | None, reader: Gebruiker = BEZOEKER
) -> Indicatorbeeld:
    """What the page shows to this kind of reader."""
    return _beeld(stand, code, wijk, gemeente, reader)


@queries.kept(64)
def _beeld(
    stand: queries.Stand, code: str, wijk: str | None, gemeente: str | None, reader: Gebruiker
) -> Indicatorbeeld:
    return service.indicatorbeeld(stand[0], code, wijk=wijk, gemeente=gemeente, gebruiker=reader)


def show(stand: queries.Stand, gebruiker: Gebruiker, code: str, wijk: str | None, gemeente: str | None) -> None:
    """Put the indicator on the screen as this reader may see it. Raises NietGevonden for what is not in the store."""
    reader = lezer(stand[0], gebruiker, normalize_code(wijk) or wijk if wijk else None)
    gemeente = gemeente or keuze.only_gemeente(stand)
    beeld = beeld_of(stand, code, wijk, gemeente, reader)
    scherm = compose(stand, code, wijk, gemeente, reader)
    frame.title(beeld.indicator.naam)
    with st.container(key="kop"):
        st.html(scherm.kop)
        _choose_wijk(beeld)
    themakaart.show(scherm.kaart, lambda: indicatorbestanden.show(stand, beeld))
    _show_beside(beeld, scherm)
    spoor = spoorblok.block(stand, gebruiker, SpoorSoort.INDICATOR, beeld.indicator.code, wijk or gemeente)
    st.html(join(scherm.tabel, scherm.dossier, spoor, scherm.voet))


@queries.kept(64)
def compose(
    stand: queries.Stand, code: str, wijk: str | None, gemeente: str | None, reader: Gebruiker
) -> Indicatorscherm:
    """The page for this kind of reader."""
    beeld = beeld_of(stand, code, wijk, gemeente, reader)
    return Indicatorscherm(
        kop=join(_heading(beeld), frame.example_notice() if beeld.voorbeeld else None),
        kaart=Blokken("thema-cijfer", (_card_head(beeld), *_figures(beeld), _told(beeld), _below(beeld))),
        naast=_beside(beeld),
        naast_alt=_beside_alt(beeld),
        tabel=_beside_table(beeld) if beeld.wijk is not None else None,
        dossier=dossierblok.compose(beeld),
        voet=_sources(beeld),
    )


# Head


def _heading(beeld: Indicatorbeeld) -> Html:
    return tag(
        "div",
        tag("h1", beeld.indicator.naam),
        tag("p", _sub(beeld), class_="sub"),
        tag("p", beeld.indicator.definitie or texts.GEEN_DEFINITIE, class_="lezen inleiding"),
        tag("p", *_ways(beeld), class_="klein wegen-verder"),
        class_="tv",
    )


def _sub(beeld: Indicatorbeeld) -> str:
    thema = beeld.thema.naam
    if beeld.wijk is not None:
        return texts.SUB_WIJK.format(wijk=beeld.wijk.naam, thema=thema)
    if beeld.gemeente is not None:
        return texts.SUB_GEMEENTE.format(gemeente=beeld.gemeente.naam, thema=thema)
    return texts.SUB.format(thema=thema)


def _ways(beeld: Indicatorbeeld) -> Iterable[Html | str]:
    gemeente = {"gemeente": beeld.gemeente.code} if beeld.gemeente else {}
    if beeld.wijk is not None:
        anchor = f"#{themakaart.anchor(beeld.thema.code)}"
        label = texts.NAAR_WIJK.format(wijk=beeld.wijk.naam)
        yield tag("a", label, href=links.to_wijk(beeld.wijk.code) + anchor)
        yield " · "
        yield tag("a", texts.HELE_GEMEENTE, href=links.to_indicator(beeld.indicator.code, **gemeente))
        yield " · "
    yield tag("a", texts.NAAR_ALLE, href=links.to_indicatoren(**gemeente))


def _choose_wijk(beeld: Indicatorbeeld) -> None:
    """A box with the wijken that have this figure; the choice goes into the address."""
    if not beeld.wijken:
        return
    chosen = beeld.wijk.code if beeld.wijk else None
    code = keuze.box(texts.ANDERE_WIJK if chosen else texts.KIES_WIJK, beeld.wijken, "indicatorwijk", chosen)
    if code is not None and code != chosen:
        st.switch_page("pages/indicator.py", query_params={"indicator": beeld.indicator.code, "wijk": code})


# Number and verhalen


def _card_head(beeld: Indicatorbeeld) -> Html:
    gemeente = beeld.gemeente.code if beeld.gemeente else ""
    return tag(
        "header",
        tag("h2", texts.KAART),
        tag("a", alle_texts.HOE_WETEN_WE, href=links.to_verantwoording(gemeente, beeld.thema.code)),
        class_="tv themakop",
    )


def _figures(beeld: Indicatorbeeld) -> list[Html | Grafiek]:
    reeks, plaats = beeld.reeks, beeld.plaats
    notes = [tag("p", it) for it in _notes(beeld)]
    choice = _beside_table(beeld) if beeld.wijk is None else None
    if reeks is None or plaats is None:
        return [tag("div", _marks(beeld), *notes, choice, class_="tv cijfers")]
    words = zinnen.zinnen_for(reeks)
    value = tag("p", themakaart.with_weight(words.waarde, reeks), " ", *_mark_words(beeld), class_="waarde")
    below = tag(
        "div",
        tag("p", " ".join(it for it in (words.trend, words.gemeente) if it), class_="zin"),
        tag("p", words.nulmeting, class_="klein") if words.nulmeting else None,
        tag("p", words.toelichting, class_="toelichting") if zinnen.has_value(reeks) else None,
        _table(beeld, reeks) if reeks.metingen else None,
        choice,
        class_="tv cijfers",
    )
    above = tag("div", *notes, value, class_="tv cijfers")
    if not themakaart.can_be_drawn(reeks):
        return [above, below]
    return [above, Grafiek(reeks_spec(reeks, wijk=plaats.naam), words.alt), below]


def _table(beeld: Indicatorbeeld, reeks: Reeks) -> Html:
    happened = themakaart.happened(reeks)
    said = tag("p", happened, class_="klein") if happened else None
    here = alle_texts.KOLOM_HIER if beeld.wijk is not None else alle_texts.KOLOM_GEMEENTE
    content = reekstabel.table(reeks, hier=here)
    return tag("details", tag("summary", texts.IN_TABEL), content, said)


def _notes(beeld: Indicatorbeeld) -> Iterable[str]:
    """What must be said before the number."""
    if beeld.indicator.status is IndicatorStatus.VERVALLEN and not beeld.niet_geldig:
        last = beeld.stappen[-1].reden
        yield f"{texts.VERVALLEN} {sentence(last)}" if last else texts.VERVALLEN
    if beeld.niet_geldig:
        yield beeld.niet_geldig
    if beeld.wijk is None:
        yield texts.KIES_EERST if beeld.wijken else texts.GEEN_WIJKEN


def _marks(beeld: Indicatorbeeld) -> Html:
    return tag("p", *_mark_words(beeld), class_="waarde")


def _mark_words(beeld: Indicatorbeeld) -> Iterable[Html]:
    indicator = beeld.indicator
    yield tag("span", woorden.BEWIJSSOORT[indicator.bewijssoort], class_="merk")
    gone = indicator.status is IndicatorStatus.VERVALLEN
    if not gone and (beeld.wijk is None or beeld.reeks is not None):
        yield tag("span", woorden.ROL[indicator.rol], class_="merk")
    if not indicator.landelijk and beeld.besproken:
        yield tag("span", woorden.INDICATOR_STATUS[indicator.status], class_="merk")


def _told(beeld: Indicatorbeeld) -> Html:
    if not beeld.verhalen:
        return tag("div", *_nothing_told(beeld), class_="tv verhalen")
    by_soort = ((soort, [it for it in beeld.verhalen if _verhouding(it, beeld) is soort]) for soort in _ORDE)
    groups = [(soort, verhalen) for soort, verhalen in by_soort if verhalen]
    open_first = _open_first([len(verhalen) for _, verhalen in groups])
    sections = [
        _group(soort, verhalen, shown, beeld) for (soort, verhalen), shown in zip(groups, open_first, strict=True)
    ]
    order = tag("p", texts.VOLGORDE, class_="keuze") if len(beeld.verhalen) > 1 else None
    return tag("div", *sections, order, class_="tv verhalen naar-verhouding")


def _verhouding(it: Verhaal, beeld: Indicatorbeeld) -> Verhouding | None:
    return next((band.verhouding for band in it.koppelingen if band.indicator == beeld.indicator.code), None)


def _open_first(counts: Sequence[int]) -> list[int]:
    """How many verhalen of each kind stand open: one of every kind, and as many in all as a card of a wijk shows.

    With more of them what is told would stand far below the number that it is told about.
    """
    room, shown = max(verhaal.SHOWN - len(counts), 0), []
    for count in counts:
        more = min(count - 1, room)
        room -= more
        shown.append(1 + more)
    return shown


def _group(soort: Verhouding, verhalen: Sequence[Verhaal], open_first: int, beeld: Indicatorbeeld) -> Html:
    """The verhalen that stand to the number in one way: the first open, the others in a fold."""
    told = [_article(it, beeld) for it in verhalen]
    shown, others = told[:open_first], told[open_first:]
    label = alle_texts.count(alle_texts.NOG_VERHALEN, len(others))
    return tag(
        "section",
        tag("h3", verhaal.shape(soort), hoofdletter(woorden.VERHOUDING[soort]), class_="groep"),
        *shown,
        tag("details", tag("summary", label), *others, class_="meer") if others else None,
    )


def _article(it: Verhaal, beeld: Indicatorbeeld) -> Html:
    onder = tag("p", _place(it, beeld), class_="wie") if beeld.wijk is None else None
    return verhaal.article(it, {beeld.indicator.code: beeld.indicator.naam}, onder=onder, kop="h4")


def _place(it: Verhaal, beeld: Indicatorbeeld) -> str:
    names = {wijk.code: wijk.naam for wijk in beeld.omliggend}
    return texts.UIT.format(wijk=names[it.gebied]) if it.gebied in names else texts.BIJ_GEMEENTE


def _nothing_told(beeld: Indicatorbeeld) -> Iterable[Html]:
    if beeld.wijk is None or not beeld.verhalen_op_gemeente or beeld.gemeente is None:
        empty = texts.GEEN_VERHAAL if beeld.wijk else texts.GEEN_VERHAAL_GEMEENTE
        yield tag("p", empty, class_="zacht")
        return
    yield tag("p", alle_texts.VERHALEN_BIJ_GEMEENTE, class_="zacht")
    label = alle_texts.NAAR_VERHALEN_GEMEENTE.format(gemeente=beeld.gemeente.naam)
    address = links.to_indicator(beeld.indicator.code, gemeente=beeld.gemeente.code)
    yield tag("p", tag("a", label, href=address))


def _below(beeld: Indicatorbeeld) -> Html:
    return tag("div", tag("p", beeld.schuring, class_="schuurt") if beeld.schuring else None, class_="tv")


# Beside other wijken


def _beside(beeld: Indicatorbeeld) -> Html:
    naast = beeld.vergelijking
    said = [naast.zin]
    if naast.reeksen:
        said += [texts.ALFABET, *_chosen_words(beeld)]
        said += [texts.RUIT] if _is_drawn(beeld) and _has_begin(beeld) else []
        said += [texts.LET_OP_AANTAL] if naast.reeksen[0].reeks.indicator.eenheid == "aantal" else []
        said += [texts.LET_OP_MARGE] if _has_interval(beeld) else []
        said += [texts.LET_OP_SCHATTING] if _is_estimate_without_interval(beeld) else []
    return tag("section", tag("h2", texts.NAAST), tag("p", " ".join(said), class_="lezen"), class_="tv naast-kop")


def _chosen_words(beeld: Indicatorbeeld) -> Iterable[str]:
    if (
        beeld.wijk is not None
        and _is_drawn(beeld)
        and any(it.wijk.code == beeld.wijk.code for it in beeld.vergelijking.reeksen)
    ):
        points = beeld.indicator.bewijssoort is Bewijssoort.GESCHAT
        yield (texts.DIKKER_PUNTEN if points else texts.DIKKER).format(wijk=beeld.wijk.naam)


def _has_interval(beeld: Indicatorbeeld) -> bool:
    return any(meting.ondergrens is not None for it in beeld.vergelijking.reeksen for meting in it.reeks.metingen)


def _is_estimate_without_interval(beeld: Indicatorbeeld) -> bool:
    return beeld.indicator.bewijssoort is Bewijssoort.GESCHAT and not _has_interval(beeld)


def _has_begin(beeld: Indicatorbeeld) -> bool:
    """Whether a small chart shows with which period its series begins."""
    known = ((it.reeks, meting) for it in beeld.vergelijking.reeksen for meting in with_value(it.reeks.metingen))
    return any(reeks.is_nulmeting(meting) for reeks, meting in known)


def _is_drawn(beeld: Indicatorbeeld) -> bool:
    """Whether there is anything over time to draw: of single values the table says it all."""
    return any(themakaart.can_be_drawn(it.reeks) for it in beeld.vergelijking.reeksen)


def _beside_alt(beeld: Indicatorbeeld) -> str:
    wijken = alle_texts.count(texts.WIJKEN, len(beeld.vergelijking.reeksen))
    return texts.NAAST_ALT.format(naam=beeld.indicator.naam, wijken=wijken)


def _show_beside(beeld: Indicatorbeeld, scherm: Indicatorscherm) -> None:
    """The small charts, as many on a row as fit: one drawing for a wide screen and one for a phone."""
    st.html(scherm.naast)
    reeksen = beeld.vergelijking.reeksen
    if not _is_drawn(beeld):
        return
    if len(reeksen) > NAAST_ELKAAR and not st.toggle(texts.TOON_ALLE.format(aantal=len(reeksen)), key="naast-alle"):
        return
    chosen = beeld.wijk.code if beeld.wijk else None
    for name, (columns, width) in (("breed", _BREED), ("smal", _SMAL)):
        with st.container(key=f"naast-{name}"):
            spec = vergelijking_spec(reeksen, chosen=chosen, columns=columns, width=width)
            st.vega_lite_chart(spec=spec, theme=None, width="content", alt=scherm.naast_alt)


def _beside_table(beeld: Indicatorbeeld) -> Html | None:
    """The newest value of each wijk: what the small charts say, for who reads a table."""
    reeksen = beeld.vergelijking.reeksen
    if not reeksen:
        return None
    # A column of margins that nobody knows says nothing.
    columns = texts.NAAST_KOLOMMEN if _has_interval(beeld) else texts.NAAST_KOLOMMEN[:-1]
    rows = (_beside_row(it, beeld)[: len(columns)] for it in reeksen)
    content = stacked(texts.NAAST_TABEL, columns, rows)
    is_open = len(reeksen) <= NAAST_ELKAAR
    return tag("details", tag("summary", texts.NAAST_TABEL), content, open=is_open, class_="tv naast-tabel")


def _beside_row(it: WijkReeks, beeld: Indicatorbeeld) -> tuple[object, ...]:
    newest, decimalen = with_value(it.reeks.metingen)[-1], decimals_shown(it.reeks.indicator)
    return (
        tag("a", it.wijk.naam, href=links.to_indicator(beeld.indicator.code, wijk=it.wijk.code)),
        format_periode(newest.periode),
        reekstabel.cell(newest, decimalen),
        reekstabel.between(newest, decimalen),
    )


def _sources(beeld: Indicatorbeeld) -> Html:
    return tag("section", tag("h2", texts.BRONNEN), bronnen.listed(beeld.bronnen), class_="tv voet")
