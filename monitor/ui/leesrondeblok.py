"""Samen verhalen kiezen as HTML: large enough for a beamer, and every word of people escaped."""

from collections.abc import Iterable, Sequence

from monitor.domain.leesronde import (
    Domeinbeeld,
    Leeskeuze,
    Leesniveau,
    Leesronde,
    Leesstem,
    Rondebeeld,
    Rondekeuze,
    RondeStand,
    Tafelverhaal,
)
from monitor.domain.spoor import SpoorSoort
from monitor.domain.verhaal import Verhaal
from monitor.nl import format_datum, format_maand, opsomming, today_amsterdam
from monitor.services import woorden
from monitor.ui import links, spoorblok, verhaal
from monitor.ui.html import Html, join, tag
from monitor.ui.texts import count
from monitor.ui.texts import kiezen as kiesteksten
from monitor.ui.texts import leesronde as texts


def heading(wijk: str, naam: str) -> Html:
    """The head of the page with all rondes of a wijk."""
    return tag(
        "div",
        tag("h1", texts.TITEL),
        tag("p", naam, " · ", tag("a", texts.NAAR_WIJK, href=links.to_wijk(wijk)), class_="sub"),
        tag("p", texts.INLEIDING, class_="lezen"),
        class_="tv",
    )


def numbered(rondes: Sequence[Leesronde]) -> dict[str, int]:
    """A number for every ronde, the oldest first: a label holds no words of people."""
    return {it.id: number for number, it in enumerate(reversed(rondes), start=1)}


def rondelijst(rondes: Sequence[Leesronde]) -> Html:
    """All rondes of a wijk, newest first, each with its number and how it stands."""
    numbers = numbered(rondes)
    items = [
        tag(
            "li",
            tag("p", texts.RONDE_NUMMER.format(nummer=numbers[it.id]), class_="wie"),
            tag("h3", tag("a", naam(it), href=links.to_leesronde(it.gebied, it.id), dir="auto")),
            tag("p", " · ".join(_facts(it)), class_="wie"),
        )
        for it in rondes
    ]
    content = tag("ul", *items, class_="rondes") if items else tag("p", texts.GEEN_RONDES, class_="lezen")
    return tag("section", tag("h2", texts.RONDES), content, class_="tv kiezen leesronde")


def naam(ronde: Leesronde) -> str:
    """What people called a ronde."""
    return ronde.naam or texts.ZONDER_NAAM


def _facts(ronde: Leesronde) -> Iterable[str]:
    yield texts.WIE_KIEST_HOE[ronde.niveau].format(hoe=woorden.WERKWIJZE[ronde.werkwijze])
    yield texts.PERIODE.format(van=format_datum(ronde.periode_van), tot=format_datum(ronde.periode_tot))
    yield texts.STAND[ronde.stand].format(dag=format_datum(today_amsterdam(ronde.stand_op)))


# One ronde


def ronde_heading(beeld: Rondebeeld, wijk: str) -> Html:
    """Who chooses, how, of what, and how the ronde stands."""
    ronde = beeld.ronde
    back = tag("a", texts.NAAR_LIJST, href=links.to_leesrondes(ronde.gebied))
    off = tag("p", texts.AFGELAST_OMDAT, tag("span", ronde.stand_reden or "", dir="auto"))
    return tag(
        "div",
        tag("h1", naam(ronde), dir="auto"),
        tag("p", wijk, " · ", back, class_="sub"),
        tag("p", " · ".join(_facts(ronde)), class_="wie"),
        tag("p", _readers(beeld)),
        off if ronde.stand is RondeStand.AFGELAST else None,
        _reads(beeld),
        tag("p", spoorblok.way(SpoorSoort.LEESRONDE, ronde.id)),
        class_="tv leesronde",
    )


def _readers(beeld: Rondebeeld) -> str:
    who = [woorden.mensen(rol, aantal) for rol, aantal in beeld.deelnemers.items()]
    if beeld.gasten is not None:
        aantal, word = beeld.gasten
        who.append(f"{count(texts.GASTEN, aantal)} ({word})")
    empty = texts.LEEST_MEE_LEEG if beeld.ronde.open else texts.LAS_MEE_LEEG
    return (texts.LEEST_MEE if beeld.ronde.open else texts.LAS_MEE).format(wie=opsomming(who)) if who else empty


def _reads(beeld: Rondebeeld) -> Html | None:
    if not beeld.vorige:
        return None
    items = [
        tag(
            "li",
            tag("a", naam(it), href=links.to_leesronde(it.gebied, it.id), dir="auto"),
            f" ({texts.NIVEAU[it.niveau]})",
        )
        for it in beeld.vorige
    ]
    return tag("div", tag("p", texts.LEEST), tag("ul", *items))


def domeinen(beeld: Rondebeeld) -> Html:
    """Per domein what was chosen and why, beside what was read and not chosen."""
    numbers = {it.verhaal.id: it.nummer for it in beeld.verhalen}
    sections = [_domein(it, place, beeld, numbers) for place, it in enumerate(beeld.domeinen, start=1)]
    more = None if beeld.telt_weg else tag("p", texts.MISSCHIEN_MEER, class_="zacht")
    return tag("div", *sections, more, class_="tv kiezen leesronde verhalen")


def _domein(it: Domeinbeeld, place: int, beeld: Rondebeeld, numbers: dict[str, int]) -> Html:
    uitleg = texts.DOMEIN_UITLEG[it.domein.soort]
    gone = tag("p", count(texts.WEG, it.weg), class_="zacht") if it.weg and beeld.telt_weg else None
    return tag(
        "section",
        tag("p", texts.ONDERWERP.format(nummer=place), class_="wie"),
        tag("h2", it.domein.naam or texts.ZONDER_ONDERWERP, dir="auto"),
        tag("p", uitleg, class_="zacht") if uitleg else None,
        _said(it, beeld, numbers),
        _beside(it, beeld, numbers) if it.gekozen else _lying(it, beeld.ronde),
        *(_gave_way(before, numbers) for before in it.eerder),
        gone,
    )


def _said(it: Domeinbeeld, beeld: Rondebeeld, numbers: dict[str, int]) -> Html | None:
    """What can be said where no chosen verhaal is shown."""
    if it.gekozen is not None:
        return None
    if it.keuze is None:
        waits = beeld.ronde.open and it.andere
        return (
            tag("p", texts.NOG_NIET_GEKOZEN if waits else texts.ZONDER_KEUZE) if waits or not beeld.ronde.open else None
        )
    if it.keuze.verhaal is not None:
        return tag("p", texts.GEKOZEN_WEG)
    without = texts.WAAROM_NIETS_WEG if beeld.telt_weg else texts.WAAROM_NIETS_INTERN
    why = _why(it.keuze) or tag("p", without, class_="zacht")
    return join(tag("p", texts.NIETS_GEKOZEN), why, _dissent(it.keuze, numbers))


def _beside(it: Domeinbeeld, beeld: Rondebeeld, numbers: dict[str, int]) -> Html:
    assert it.gekozen is not None  # noqa: S101 - asked before
    assert it.keuze is not None  # noqa: S101
    chosen = tag(
        "div",
        tag("h3", _chosen_by(beeld.ronde)),
        _article(
            it.gekozen,
            beeld.ronde,
            _why(it.keuze) or tag("p", texts.WAAROM_WEG, class_="zacht"),
            _dissent(it.keuze, numbers),
            _asked(it.keuze),
            _recognised(it.keuze),
        ),
        class_="gekozen",
    )
    read = _others(texts.NIET_GEKOZEN, [other for other in it.andere if not other.later], beeld.ronde)
    later = _others(texts.LATER, [other for other in it.andere if other.later], beeld.ronde)
    others = tag("div", read, later) if it.andere else None
    return tag("div", chosen, others, class_="naast" if it.andere else "naast alleen")


def _others(kop: str, verhalen: Sequence[Tafelverhaal], ronde: Leesronde) -> Html | None:
    return join(tag("h3", kop), *(_article(it, ronde) for it in verhalen)) if verhalen else None


def _gave_way(keuze: Leeskeuze, numbers: dict[str, int]) -> Html:
    """What was chosen here first, why, and who saw that differently."""
    known = keuze.verhaal in numbers if keuze.verhaal else False
    kop = texts.EERDER_HIER.format(nummer=numbers[keuze.verhaal]) if known and keuze.verhaal else texts.EERDER_NIETS
    return tag("div", tag("h3", kop), _why(keuze), _dissent(keuze, numbers), class_="eerder")


def _lying(it: Domeinbeeld, ronde: Leesronde) -> Html:
    if not it.andere:
        return tag("p", texts.NIETS_OP_TAFEL, class_="zacht")
    return tag("div", *(_article(other, ronde) for other in it.andere), class_="groepen")


def _chosen_by(ronde: Leesronde) -> str:
    """How the selection was made (rule 18): by whom, and since when."""
    who = woorden.LEESNIVEAU[ronde.niveau]
    if ronde.open:
        return texts.GEKOZEN_DOOR.format(wie=who)
    return texts.MERK.format(wie=who, maand=format_maand(today_amsterdam(ronde.stand_op)))


def _article(it: Tafelverhaal, ronde: Leesronde, *below: Html | None) -> Html:
    """One verhaal on the table, with what this group said of it and what other groups did."""
    order = list(Leesniveau)
    earlier = [other for other in it.elders if order.index(other.niveau) < order.index(ronde.niveau)]
    later = [other for other in it.elders if other not in earlier]
    votes = tag("p", texts.STEMMEN.format(stemmen=_votes(it.stemmen)), class_="stemmen") if it.stemmen else None
    said = join(
        *(_elsewhere(texts.EERDER, other) for other in earlier),
        votes,
        *below,
        *(_elsewhere(texts.OOK, other) for other in later),
    )
    return tag(
        "div",
        tag("p", texts.VERHAAL_NUMMER.format(nummer=it.nummer), class_="wie"),
        verhaal.article(it.verhaal, {}, kop="h4", onder=said, voluit=True),
        class_="gelegd",
    )


def _elsewhere(words: str, it: Rondekeuze) -> Html:
    """That another group chose it, and why."""
    by = words.format(wie=woorden.LEESNIVEAU[it.niveau], maand=format_maand(it.op))
    why = join(". ", texts.WAAROM, " ", tag("span", it.reden, dir="auto")) if it.reden else None
    return tag("p", tag("b", by), why, class_="elders")


def _votes(stemmen: Sequence[Leesstem]) -> str:
    return opsomming(woorden.mensen(it.rol, it.aantal) for it in stemmen)


def _why(keuze: Leeskeuze) -> Html | None:
    if not keuze.reden:
        return None
    return tag("p", tag("b", texts.WAAROM), " ", tag("span", keuze.reden, dir="auto"), class_="waarom")


def _dissent(keuze: Leeskeuze, numbers: dict[str, int]) -> Html | None:
    lines = [
        tag(
            "li",
            texts.ANDERS_VAN.format(rol=kiesteksten.IK_BEN[it.rol]),
            texts.LIEVER.format(nummer=numbers[it.liever]) if it.liever in numbers else None,
            tag("span", it.tekst, dir="auto"),
        )
        for it in keuze.afwijkingen
        if it.tekst
    ]
    return tag("div", tag("p", tag("b", texts.ANDERS)), tag("ul", *lines), class_="anders") if lines else None


def _asked(keuze: Leeskeuze) -> Html | None:
    lines = [
        tag(
            "li",
            texts.NAGEGAAN_REGEL.format(
                dag=format_datum(it.op), rol=texts.IK_BEN[it.rol], uitkomst=woorden.NAGAAN_UITKOMST[it.uitkomst]
            ),
            join(". ", tag("span", it.toelichting, dir="auto")) if it.toelichting else None,
        )
        for it in keuze.nagegaan
    ]
    return tag("div", tag("p", tag("b", texts.NAGEGAAN)), tag("ul", *lines)) if lines else None


def _recognised(keuze: Leeskeuze) -> Html | None:
    lines = [
        tag(
            "li",
            texts.HERKEND_REGEL.format(rol=kiesteksten.ROLLEN[it.rol], aantal=it.aantal, gevraagd=it.gevraagd),
        )
        for it in keuze.herkend
    ]
    return tag("div", tag("p", tag("b", texts.HERKEND)), tag("ul", *lines)) if lines else None


# What may come on the table


def aanbod(verhalen: Sequence[Verhaal]) -> Html:
    """The verhalen that may come on the table, each with its number."""
    if not verhalen:
        return tag("p", texts.AANBOD_LEEG, class_="tv lezen")
    cards = [
        tag(
            "div",
            tag("p", texts.AANBOD_NUMMER.format(nummer=number), class_="wie"),
            verhaal.article(it, {}, kop="h3", voluit=True),
            class_="gelegd",
        )
        for number, it in enumerate(verhalen, start=1)
    ]
    return tag(
        "section",
        tag("h2", texts.AANBOD),
        tag("p", texts.AANBOD_UITLEG, class_="zacht"),
        tag("div", *cards, class_="groepen"),
        class_="tv kiezen leesronde verhalen",
    )
