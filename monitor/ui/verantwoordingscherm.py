"""Hoe weten we dit?: sources, definitions, what changed, what is missing, and what we do not measure."""

from collections.abc import Iterable, Sequence

from monitor.domain.indicator import Indicator, Thema
from monitor.domain.wijkbeeld import BronRegel, InlezingRegel, Verantwoording
from monitor.nl import format_datum, format_getal, format_periode, to_amsterdam
from monitor.services import woorden, zinnen
from monitor.ui import keuze, links, queries, texts
from monitor.ui.bronnen import linked
from monitor.ui.html import Html, join, paragraphs, tag
from monitor.ui.verhaal import shape

_RECENT = 6


@queries.kept(32)
def compose(stand: queries.Stand, gemeente: str, thema: str | None) -> Html:
    """The whole page as one block; `thema` is the one whose definitions stand open."""
    known = queries.verantwoording(stand, gemeente)
    return tag(
        "div",
        _section(texts.SOORTEN_TITEL, tag("p", texts.SOORTEN_INLEIDING), _kinds()),
        _section(texts.ROLLEN_TITEL, tag("p", texts.ROLLEN_INLEIDING), _roles()),
        _section(texts.ZEKER_TITEL, paragraphs(texts.ZEKER_TEKST, class_="lezen")),
        _section(texts.DEFINITIES_TITEL, *_definitions(known, thema, gemeente)),
        _section(texts.BRONNEN_TITEL, _sources(known.bronnen)),
        _section(texts.VERANDERD_TITEL, _changes(known.inlezingen)),
        _section(texts.ONTBREEKT_TITEL, *_missing(known)),
        _section(texts.VERHALEN_TITEL, paragraphs(texts.VERHALEN_TEKST, class_="lezen")),
        _section(texts.VERHOUDING_TITEL, _verhoudingen()),
        _section(texts.GEWEIGERD_TITEL, *_refused(known)),
        _section(texts.METEN_KOST_TITEL, *_burden(known.indicatoren)),
        _section(texts.NIET_METEN_TITEL, tag("ul", *(tag("li", it) for it in texts.NIET_METEN))),
        class_="tv",
    )


def heading(said: Html | None) -> Html:
    """What this page is, and what must be said before it."""
    return keuze.heading(texts.VERANTWOORDING_TITEL, texts.VERANTWOORDING_INLEIDING, said)


def _section(title: str, *content: Html | None) -> Html:
    return tag("section", tag("h2", title), *content)


def _kinds() -> Html:
    pieces = [piece for word, said in texts.SOORTEN for piece in (tag("dt", word), tag("dd", said))]
    return tag("dl", *pieces, class_="soorten")


def _roles() -> Html:
    pieces = [
        piece for rol, said in texts.ROLLEN_UITLEG.items() for piece in (tag("dt", woorden.ROL[rol]), tag("dd", said))
    ]
    return tag("dl", *pieces, class_="soorten")


def _verhoudingen() -> Html:
    pieces = [
        piece
        for verhouding, said in texts.VERHOUDING_UITLEG.items()
        for piece in (tag("dt", shape(verhouding), woorden.VERHOUDING[verhouding]), tag("dd", said))
    ]
    return tag("dl", *pieces, class_="soorten")


def _definitions(known: Verantwoording, chosen: str | None, gemeente: str) -> Iterable[Html]:
    for thema in known.themas:
        here = [it for it in known.indicatoren if it.thema == thema.code]
        if here:
            yield _thema(thema, here, gemeente, is_open=thema.code == chosen)


def _thema(thema: Thema, indicatoren: Sequence[Indicator], gemeente: str, *, is_open: bool) -> Html:
    count = texts.count(texts.DEFINITIES_AANTAL, len(indicatoren))
    rows = [
        (
            tag("a", it.naam, href=links.to_indicator(it.code, gemeente=gemeente)),
            it.definitie or texts.GEEN_DEFINITIE,
            woorden.BEWIJSSOORT[it.bewijssoort],
            zinnen.richting_zin(it),
        )
        for it in indicatoren
    ]
    return tag(
        "details",
        tag("summary", tag("b", thema.naam), f" ({count})"),
        table(f"{texts.DEFINITIES_TITEL} {thema.naam}", texts.DEFINITIE_KOLOMMEN, rows),
        open=is_open,
    )


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Html:
    """A table with a name for who cannot see it; the first cell of each row is its heading."""
    body = (tag("tr", tag("th", row[0], scope="row"), *(tag("td", it) for it in row[1:])) for row in rows)
    return tag(
        "div",
        tag(
            "table",
            tag("caption", caption, class_="onzichtbaar"),
            tag("thead", tag("tr", *(tag("th", it, scope="col") for it in columns))),
            tag("tbody", *body),
        ),
        class_="schuif",
        tabindex="0",
        role="region",
        aria_label=caption,
    )


def _sources(bronnen: Sequence[BronRegel]) -> Html:
    if not bronnen:
        return tag("p", texts.GEEN_BRONNEN, class_="zacht")
    rows = [
        (
            linked(it),
            it.uitgever,
            it.peiljaar or texts.GEEN_WAARDE,
            format_datum(to_amsterdam(it.ingelezen_op).date()),
        )
        for it in bronnen
    ]
    return table(texts.BRONNEN_TITEL, texts.BRON_KOLOMMEN, rows)


def _changes(inlezingen: Sequence[InlezingRegel]) -> Html:
    if not inlezingen:
        return tag("p", texts.VERANDERD_LEEG, class_="zacht")
    lines = [_change(it) for it in inlezingen]
    older = lines[_RECENT:]
    fold = tag("summary", texts.MEER_VERANDERD.format(aantal=len(older)))
    return join(tag("ul", *lines[:_RECENT]), tag("details", fold, tag("ul", *older)) if older else None)


def _change(inlezing: InlezingRegel) -> Html:
    words = texts.VERANDERD_REGEL.format(
        datum=format_datum(to_amsterdam(inlezing.ingelezen_op).date()),
        bron=inlezing.bron,
        bestand=inlezing.bestand,
        nieuw=format_getal(inlezing.nieuw),
        gewijzigd=format_getal(inlezing.gewijzigd),
        verdwenen=format_getal(inlezing.verdwenen),
    )
    details = [it for it in inlezing.wijzigingen if it]
    more = tag("details", tag("summary", texts.WAT_PRECIES), tag("ul", *(tag("li", it) for it in details)))
    return tag("li", words, more if details else None)


def _missing(known: Verantwoording) -> Iterable[Html]:
    if not known.ontbrekend:
        yield tag("p", texts.ONTBREEKT_LEEG)
        return
    yield tag("p", texts.ONTBREEKT_TEKST)
    words = {str(reden): word for reden, word in woorden.ONTBREEKT_UITLEG.items()}
    rows = [(words.get(reden, reden), format_getal(aantal)) for reden, aantal in known.ontbrekend]
    yield table(texts.ONTBREEKT_TITEL, texts.ONTBREEKT_KOLOMMEN, rows)


def _burden(indicatoren: Sequence[Indicator]) -> Iterable[Html]:
    own = [it for it in indicatoren if not it.landelijk]
    if len(own) < len(indicatoren):
        yield tag("p", texts.METEN_KOST_LANDELIJK, class_="lezen")
    if own:
        yield tag("p", texts.METEN_KOST_EIGEN, class_="lezen")
        unknown = texts.METEN_KOST_ONBEKEND
        rows = [(it.naam, it.waarvoor or unknown, it.belasting or unknown) for it in own]
        yield table(texts.METEN_KOST_TITEL, texts.METEN_KOST_KOLOMMEN, rows)


def _refused(known: Verantwoording) -> Iterable[Html]:
    if known.geweigerd:
        yield tag("p", texts.GEWEIGERD_TEKST)
        rows = [(texts.GEWEIGERD.get(reden, reden), format_getal(aantal)) for reden, aantal in known.geweigerd]
        yield table(texts.GEWEIGERD_TITEL, texts.GEWEIGERD_KOLOMMEN, rows)
    else:
        yield tag("p", texts.GEWEIGERD_LEEG)
    if known.ingetrokken:
        yield tag("p", texts.INGETROKKEN_TEKST)
        rows = [(format_periode(kwartaal), format_getal(aantal)) for kwartaal, aantal in known.ingetrokken]
        yield table(texts.INGETROKKEN_TEKST, texts.INGETROKKEN_KOLOMMEN, rows)
