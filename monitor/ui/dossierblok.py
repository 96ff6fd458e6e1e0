"""What is behind an indicator: what it means, how it came here, who supports it and who objects, and its versions."""

from collections.abc import Iterable, Sequence

from monitor.domain.indicator import Bezwaar, Indicator
from monitor.domain.indicatorbeeld import (
    AdoptieRegel,
    Bijdrage,
    GebiedDossier,
    Indicatorbeeld,
    IndicatorVersie,
    StatusStap,
)
from monitor.nl import format_datum, format_getal, format_maand, hoofdletter, sentence, to_amsterdam
from monitor.services import woorden, zinnen
from monitor.ui import links
from monitor.ui import texts as alle_texts
from monitor.ui.html import Html, join, tag
from monitor.ui.tabel import stacked
from monitor.ui.texts import indicator as texts


def compose(beeld: Indicatorbeeld) -> Html:
    """Meaning, dossier and versions, as one block."""
    return tag("div", _meaning(beeld), _dossier(beeld), _versions(beeld), class_="tv dossier")


# What it means


def _meaning(beeld: Indicatorbeeld) -> Html:
    indicator = beeld.indicator
    bewijs = f"{hoofdletter(woorden.BEWIJSSOORT[indicator.bewijssoort])}."
    facts = (
        (texts.PRECIES, indicator.technische_definitie or (None if indicator.landelijk else texts.ONBEKEND)),
        (texts.SOORT, f"{bewijs} {woorden.BEWIJSSOORT_UITLEG[indicator.bewijssoort]}"),
        (texts.GUNSTIG, zinnen.richting_zin(indicator)),
        (texts.WAT_VOOR, sentence(hoofdletter(woorden.INDICATOR_SOORT[indicator.soort]))),
        (texts.OVER_WIE, sentence(hoofdletter(indicator.populatie)) if indicator.populatie else None),
        (texts.EENHEID, _unit(indicator)),
        (texts.DEEL_VAN, beeld.noemer),
        (texts.BREUKEN, _breaks(beeld)),
        *(_burden(beeld) if not indicator.landelijk else ()),
    )
    return tag("section", tag("h2", texts.BETEKENIS), _listed(facts))


def _unit(indicator: Indicator) -> str:
    if indicator.eenheid == "%":
        return texts.PROCENT.format(wie=indicator.populatie or texts.MENSEN)
    return indicator.eenheid


def _burden(beeld: Indicatorbeeld) -> Iterable[tuple[str, str]]:
    """Who asks this, what for, and what it costs whom."""
    indicator, deels = beeld.indicator, beeld.versie.beinvloedbaar
    yield texts.WIE_VROEG, indicator.gemaakt_door or texts.ONBEKEND
    yield texts.WAARVOOR, indicator.waarvoor or texts.ONBEKEND
    yield texts.BELASTING, indicator.belasting or texts.ONBEKEND
    yield texts.BEINVLOEDBAAR, f"{hoofdletter(woorden.BEINVLOEDBAAR[deels])}." if deels else texts.ONBEKEND


def _breaks(beeld: Indicatorbeeld) -> Html | None:
    breuken = beeld.reeks.breuken if beeld.reeks else ()
    lines = (alle_texts.BREUK_REGEL.format(periode=it.vanaf.year, uitleg=it.uitleg) for it in breuken)
    return join(*(tag("p", line) for line in lines)) if breuken else None


def _listed(facts: Iterable[tuple[str, object]]) -> Html:
    pieces = [piece for word, said in facts if said is not None for piece in (tag("dt", word), tag("dd", said))]
    return tag("dl", *pieces, class_="soorten")


# How it came here


def _dossier(beeld: Indicatorbeeld) -> Html:
    if beeld.indicator.landelijk and not beeld.adopties:
        return tag("section", tag("h2", texts.DOSSIER), tag("p", texts.LANDELIJK, class_="lezen"), *_recognised(beeld))
    return tag(
        "section",
        tag("h2", texts.DOSSIER),
        *_own_words(beeld),
        tag("h3", texts.STAPPEN),
        _list([_step(it, beeld) for it in beeld.stappen], texts.GEEN_STAPPEN),
        tag("h3", texts.GELDT),
        _list([_adoption(it, beeld) for it in beeld.adopties], texts.GELDT_NERGENS),
        tag("h3", texts.STEUN),
        *_support(beeld),
        tag("h3", texts.BEZWAREN),
        _list([_objection(it, bij, beeld) for bij in beeld.dossiers for it in bij.bezwaren], texts.GEEN_BEZWAREN),
        *_recognised(beeld),
        *_learned(beeld),
        tag("h3", texts.WERKT),
        tag("p", texts.WERKT_NU_NIETS) if beeld.bijdragen and not any(it.loopt for it in beeld.bijdragen) else None,
        _list([_work(it, beeld) for it in beeld.bijdragen], texts.WERKT_NIETS),
        _ways_on(beeld),
    )


def _own_words(beeld: Indicatorbeeld) -> Iterable[Html]:
    """What people said before anything was counted."""
    words = texts.WOORD if beeld.wijk is not None else texts.WOORD_IN
    said = [
        words.format(rol=woorden.STEMROL[it.rol], wijk=bij.naam, tekst=it.tekst)
        for bij in beeld.dossiers
        for it in bij.woorden
    ]
    if said:
        yield tag("h3", texts.WOORDEN)
        yield tag("ul", *(tag("li", it, dir="auto") for it in said), class_="lezen")


def _recognised(beeld: Indicatorbeeld) -> Iterable[Html]:
    """Whether people recognise the figure, per role and never added up over wijken."""
    known = [it for it in beeld.dossiers if it.herkenning]
    if not known:
        return
    yield tag("h3", texts.HERKENT)
    yield tag("p", texts.HERKENT_UITLEG, class_="lezen")
    for bij in known:
        rows = [
            (
                hoofdletter(woorden.STEMROLLEN[it.rol]),
                *(format_getal(aantal) for aantal in (it.ja, it.deels, it.nee)),
                format_datum(it.op),
                tag("span", it.toelichting or alle_texts.GEEN_WAARDE, dir="auto"),
            )
            for it in bij.herkenning
        ]
        content = stacked(texts.HERKENT_TABEL.format(wijk=bij.naam), texts.HERKENT_KOLOMMEN, rows)
        yield tag("details", tag("summary", bij.naam), content) if beeld.wijk is None else content


def _list(items: Sequence[Html], empty: str) -> Html:
    return tag("ul", *items, class_="lezen") if items else tag("p", empty, class_="zacht")


def _step(stap: StatusStap, beeld: Indicatorbeeld) -> Html:
    status, wanneer = woorden.INDICATOR_STATUS[stap.status], format_maand(to_amsterdam(stap.op).date())
    said = texts.STAP.format(wanneer=wanneer, status=status)
    if stap.gebied_naam and beeld.wijk is None:
        said = texts.STAP_IN.format(wanneer=wanneer, wijk=stap.gebied_naam, status=status)
    return tag("li", f"{said}.", f" {sentence(stap.reden)}" if stap.reden else None)


def _adoption(adoptie: AdoptieRegel, beeld: Indicatorbeeld) -> Html:
    words = texts.TOT if adoptie.tot else texts.SINDS
    said = words.format(
        rol=woorden.ROL[adoptie.rol],
        van=format_datum(adoptie.van),
        tot=format_datum(adoptie.tot) if adoptie.tot else "",
    )
    here = beeld.wijk is not None and beeld.wijk.code == adoptie.gebied
    href = links.to_indicator(beeld.indicator.code, wijk=adoptie.gebied)
    naam = tag("b", adoptie.naam) if here else tag("a", adoptie.naam, href=href)
    return tag("li", naam, f": {said}.", f" {sentence(adoptie.reden)}" if adoptie.reden else None)


def _support(beeld: Indicatorbeeld) -> Iterable[Html]:
    known = [it for it in beeld.dossiers if it.draagvlak]
    if not known:
        yield tag("p", texts.STEUN_ONBEKEND, class_="zacht")
    for bij in known:
        if bij.wacht:
            where = f"{bij.naam}: " if beeld.wijk is None else ""
            yield tag("p", f"{where}{bij.wacht}", class_="wacht lezen")
    for bij in known:
        name = texts.STEUN_TABEL.format(wijk=bij.naam)
        if beeld.wijk is None:
            yield tag("details", tag("summary", bij.naam), _support_table(bij, name))
        else:
            yield _support_table(bij, name)


def _support_table(bij: GebiedDossier, name: str) -> Html:
    rows = [
        (
            hoofdletter(woorden.STEMROLLEN[it.rol]),
            format_getal(it.voor),
            format_getal(it.tegen),
            format_datum(it.op),
            tag("span", it.toelichting or alle_texts.GEEN_WAARDE, dir="auto"),
        )
        for it in bij.draagvlak
    ]
    return stacked(name, texts.STEUN_KOLOMMEN, rows)


def _objection(bezwaar: Bezwaar, bij: GebiedDossier, beeld: Indicatorbeeld) -> Html:
    words = texts.BEZWAAR if beeld.wijk is not None else texts.BEZWAAR_IN
    rol = woorden.STEMROL[bezwaar.rol]
    said = words.format(rol=rol, wijk=bij.naam, wanneer=format_maand(bezwaar.op), tekst=bezwaar.tekst)
    answer = tag("b", texts.OPEN)
    if bezwaar.antwoord and bezwaar.beantwoord_op:
        wanneer = format_maand(bezwaar.beantwoord_op)
        answer = tag("span", texts.ANTWOORD.format(wanneer=wanneer, tekst=bezwaar.antwoord))
    return tag("li", tag("span", said, dir="auto"), " ", answer)


def _learned(beeld: Indicatorbeeld) -> Iterable[Html]:
    """What was learned of what is done about it, before how that stands: told alike whether it goes on or stopped."""
    lessons = [it for it in beeld.bijdragen if it.les]
    if lessons:
        yield tag("h3", alle_texts.WAT_LEERDEN_WE)
        yield tag("ul", *(tag("li", _lesson(it, beeld), dir="auto") for it in lessons), class_="lezen")


def _lesson(bijdrage: Bijdrage, beeld: Indicatorbeeld) -> Html:
    said = ", ".join((bijdrage.naam, *_standing(bijdrage, beeld)))
    return join(sentence(bijdrage.les or ""), " ", tag("span", f"({said})", class_="zacht"))


def _work(bijdrage: Bijdrage, beeld: Indicatorbeeld) -> Html:
    said = ", ".join(_standing(bijdrage, beeld))
    return tag("li", bijdrage.naam, tag("span", f", {said}", class_="zacht"))


def _standing(bijdrage: Bijdrage, beeld: Indicatorbeeld) -> Iterable[str]:
    """How it stands, and where it is when that is not this wijk."""
    yield from _how(bijdrage)
    if beeld.wijk is None or beeld.wijk.code != bijdrage.gebied:
        yield bijdrage.gebied_naam


def _how(bijdrage: Bijdrage) -> Iterable[str]:
    """What it is where it is an initiatief, and how it stands where that is not simply that an initiatief goes on."""
    if bijdrage.initiatief:
        yield texts.INITIATIEF
    if not bijdrage.initiatief or not bijdrage.loopt:
        yield woorden.ACTIVITEIT_STATUS[bijdrage.status]


def _ways_on(beeld: Indicatorbeeld) -> Html | None:
    """To where the wijk talks about its figures, and to all that is done there."""
    if beeld.wijk is None:
        return None
    choose = tag("a", texts.MEEPRATEN.format(wijk=beeld.wijk.naam), href=links.to_kiezen(beeld.wijk.code))
    doing = tag("a", texts.ALLE_ACTIVITEITEN.format(wijk=beeld.wijk.naam), href=links.to_activiteiten(beeld.wijk.code))
    return tag("p", choose, " · ", doing, class_="klein wegen-verder")


# Versions


def _versions(beeld: Indicatorbeeld) -> Html:
    first = beeld.versies[-1]
    if len(beeld.versies) == 1:
        sinds = format_datum(first.geldig_van)
        said = [tag("p", texts.EEN_VERSIE.format(sinds=sinds)), _reason(first)]
        return tag("section", tag("h2", texts.VERSIES), *said)
    return tag("section", tag("h2", texts.VERSIES), *(_version(it) for it in beeld.versies))


def _version(versie: IndicatorVersie) -> Html:
    indicator = versie.indicator
    said = texts.VERSIE.format(versie=indicator.versie, sinds=format_datum(versie.geldig_van), naam=indicator.naam)
    meaning = (indicator.definitie, indicator.technische_definitie)
    return tag(
        "div",
        tag("h3", said),
        _reason(versie),
        *(tag("p", it, class_="klein lezen") for it in meaning if it),
        class_="versie",
    )


def _reason(versie: IndicatorVersie) -> Html:
    return tag("p", texts.REDEN.format(reden=sentence(versie.reden)), class_="lezen")
