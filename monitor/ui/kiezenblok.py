"""What people read while they choose together: large enough for a beamer, and every word of theirs escaped."""

from collections.abc import Iterable, Sequence
from datetime import date

from monitor.domain.indicator import Draagvlak, IndicatorStatus, Rol
from monitor.domain.kiezen import BezwaarRegel, Groep, Herkenning, Keuzebeeld, KeuzeIndicator, Voorstel
from monitor.domain.levensloop import AdoptieStand
from monitor.domain.wijkbeeld import ThemaKaart, Wijkbeeld
from monitor.nl import format_datum, opsomming
from monitor.services import woorden, zinnen
from monitor.services.kiezen import bijdragen
from monitor.ui import links
from monitor.ui.html import Html, escape, join, tag
from monitor.ui.texts import count
from monitor.ui.texts import kiezen as texts

KERN_BEGIN = 3
MEESTE_VERHALEN = 2


def heading(beeld: Wijkbeeld) -> Html:
    """The head of the page."""
    return tag(
        "div",
        tag("h1", texts.TITEL),
        tag("p", beeld.wijk.naam, " · ", tag("a", texts.NAAR_WIJK, href=links.to_wijk(beeld.wijk.code)), class_="sub"),
        tag("p", texts.INLEIDING, class_="lezen"),
        class_="tv",
    )


# 1. What is known already


def known(beeld: Wijkbeeld, keuze: Keuzebeeld) -> Html:
    """Per thema what is counted beside what is told, as everybody may read it, with who recognises the figures."""
    cards = [_thema(kaart, beeld.wijk.code, keuze) for kaart in beeld.kaarten if kaart.reeksen or kaart.verhalen]
    return tag(
        "section",
        tag("h2", texts.KIJKEN),
        tag("p", texts.KIJKEN_UITLEG if cards else texts.LEGE_WIJK, class_="lezen"),
        *cards,
        class_="tv kiezen",
    )


def _thema(kaart: ThemaKaart, wijk: str, keuze: Keuzebeeld) -> Html:
    told = [
        tag("li", tag("a", it.titel, href=links.to_verhalen(wijk=wijk, verhaal=it.id), dir="auto"), class_="verteld")
        for it in kaart.verhalen[:MEESTE_VERHALEN]
    ]
    counted = [
        tag(
            "li",
            tag("p", tag("b", reeks.indicator.naam)),
            tag("p", zinnen.waarde_zin(reeks)),
            _recognised([it for code, it in keuze.herkenningen if code == reeks.indicator.code]),
        )
        for reeks in kaart.reeksen
    ]
    return tag(
        "article",
        tag("h3", kaart.thema.naam),
        tag(
            "div",
            _side(texts.GETELD, counted, texts.GEEN_CIJFER),
            _side(texts.VERTELD, told, texts.GEEN_VERHAAL),
            class_="naast",
        ),
    )


def _side(title: str, items: Sequence[Html], empty: str) -> Html:
    content = tag("ul", *items) if items else tag("p", empty, class_="zacht")
    return tag("div", tag("h4", title), content)


def _recognised(herkenningen: Sequence[Herkenning]) -> Html | None:
    if not herkenningen:
        return None
    lines = []
    for it in herkenningen:
        counts = tag("span", herkend_regel(it), ", ", format_datum(it.op))
        lines.append(tag("li", counts, f": {it.toelichting}" if it.toelichting else None, dir="auto"))
    return tag("div", tag("p", texts.HERKENT, class_="zacht"), tag("ul", *lines), class_="klein")


def first_steps(keuze: Keuzebeeld) -> Html | None:
    """The way to the first three indicators; nothing for a wijk that is there."""
    done = _done(keuze)
    if all(done.values()):
        return None
    items = [
        tag("li", words, " ", tag("span", texts.GEDAAN if done[step] else texts.NOG, class_="merk"))
        for step, words in texts.EERSTE_STAPPEN.items()
    ]
    return tag(
        "section",
        tag("h2", texts.EERSTE),
        tag("p", texts.EERSTE_UITLEG),
        tag("ol", *items),
        class_="tv kiezen",
    )


def _done(keuze: Keuzebeeld) -> dict[str, bool]:
    kern = keuze.met_rol(Rol.KERN)
    own = bool(keuze.indicatoren)
    return {
        "voorstellen": own or bool(keuze.los or keuze.groepen),
        "groepen": own or bool(keuze.groepen),
        "verder": own or any(it.voorkeuren for it in keuze.groepen),
        "uitgewerkt": own,
        "gedragen": any(it.gedragen for it in keuze.indicatoren),
        "drie": len(kern) >= KERN_BEGIN,
        "gebruik": any(it.status is IndicatorStatus.IN_GEBRUIK for it in kern),
    }


def contributions(beeld: Wijkbeeld, today: date) -> Html | None:
    """What has few verhalen or has gone stale, for who can do something about it."""
    said = bijdragen(beeld, today)
    if not said:
        return None
    items = [tag("li", zin) for zin in said]
    return tag("section", tag("h2", texts.BIJDRAGEN), tag("ul", *items), class_="tv kiezen")


# 2 and 3. What people say, what belongs together, and with what they want to go on


def numbered(keuze: Keuzebeeld) -> dict[str, int]:
    """The number of every voorstel, because a label holds no words of people; in the order of the numbers."""
    everything = [*(it for groep in keuze.groepen for it in groep.voorstellen), *keuze.los]
    return {it.id: it.nummer for it in sorted(everything, key=lambda it: it.nummer)}


def to_remove(keuze: Keuzebeeld, voorstel: str) -> Html:
    """The words that are about to go for good."""
    everything = [*(it for groep in keuze.groepen for it in groep.voorstellen), *keuze.los]
    words = _said([it for it in everything if it.id == voorstel], numbered(keuze))
    return tag("div", tag("p", texts.WEGHALEN_ZEKER), words, class_="tv kiezen")


def voorstellen(keuze: Keuzebeeld) -> Html:
    """What people said, in their groepen."""
    numbers = numbered(keuze)
    if not numbers and not keuze.groepen:
        return tag("p", texts.GEEN_VOORSTELLEN, class_="tv kiezen lezen")
    loose = tag("article", tag("h3", texts.LOS), _said(keuze.los, numbers)) if keuze.los else None
    cards = [_groep(groep, place, keuze, numbers) for place, groep in enumerate(keuze.groepen, start=1)]
    return tag("div", tag("div", *cards, loose, class_="groepen"), class_="tv kiezen")


def votes(keuze: Keuzebeeld) -> Html:
    """The groepen with how many people want to go on with them, and what they became."""
    cards = [
        _groep(groep, place, keuze, numbered(keuze), with_votes=True)
        for place, groep in enumerate(keuze.groepen, start=1)
    ]
    content = tag("div", *cards, class_="groepen") if cards else tag("p", texts.EERST_GROEP, class_="lezen")
    return tag("div", content, class_="tv kiezen")


def _groep(groep: Groep, place: int, keuze: Keuzebeeld, numbers: dict[str, int], *, with_votes: bool = False) -> Html:
    names = {it.code: it.naam for it in keuze.themas}
    return tag(
        "article",
        tag("p", f"{texts.GROEP_NUMMER.format(nummer=place)} · {names.get(groep.thema, groep.thema)}", class_="wie"),
        tag("h3", groep.naam, dir="auto"),
        _said(groep.voorstellen, numbers),
        _voted(groep) if with_votes else None,
        *(_became(code, keuze) for code in groep.indicatoren),
    )


def _said(items: Sequence[Voorstel], numbers: dict[str, int]) -> Html:
    return tag(
        "ul",
        *(
            tag(
                "li",
                tag("span", texts.NUMMER.format(nummer=numbers[it.id]), class_="zacht"),
                " ",
                tag("q", it.tekst, dir="auto"),
                " ",
                tag("span", texts.IK_BEN[it.rol], class_="wie"),
            )
            for it in items
        ),
        class_="gezegd",
    )


def _voted(groep: Groep) -> Html:
    if not groep.voorkeuren:
        return tag("p", texts.NOG_NIET_GETELD, class_="zacht")
    parts = [texts.AANTAL_ROL.format(rol=texts.ROLLEN[it.rol], aantal=it.aantal) for it in groep.voorkeuren]
    return tag("p", " · ".join(parts), class_="stemmen")


def _became(code: str, keuze: Keuzebeeld) -> Html | None:
    found = keuze.indicator(code)
    if found is None:
        return None
    return tag("p", texts.IS_GEWORDEN, " ", tag("b", found.indicator.naam, dir="auto"))


# 4 and 5. Who carries it, and what the wijk decided


def steun(keuze: Keuzebeeld) -> Html:
    """Every indicator that the wijk talks about or watches, with who carries it and who objects."""
    shown = [it for it in keuze.indicatoren if it.status is not IndicatorStatus.VERVALLEN]
    numbers = bezwaar_numbers(keuze)
    cards = [
        tag(
            "article",
            _name(it, keuze.wijk),
            tag("p", it.gedragen.zin, class_="oordeel", dir="auto"),
            _supported(it),
            *(_bezwaar(bezwaar, numbers) for bezwaar in it.bezwaren),
        )
        for it in shown
    ]
    content = tag("div", *cards, class_="groepen") if cards else tag("p", texts.GEEN_CIJFERS, class_="lezen")
    return tag("div", content, class_="tv kiezen")


def bezwaar_numbers(keuze: Keuzebeeld) -> dict[str, int]:
    """A number for every objection that waits for an answer."""
    waiting = [bezwaar.id for it in keuze.indicatoren for bezwaar in it.open_bezwaren]
    return {id_: number for number, id_ in enumerate(waiting, start=1)}


def _name(it: KeuzeIndicator, wijk: str) -> Html:
    link = links.to_indicator(it.indicator.code, wijk=wijk)
    return join(
        tag("p", _facts(it), class_="wie"),
        tag("h3", tag("a", it.indicator.naam, href=link, dir="auto")),
        tag("p", it.indicator.definitie, dir="auto") if it.indicator.definitie else None,
    )


def _facts(it: KeuzeIndicator) -> str:
    said = [texts.STATUS[it.status.value]]
    now = next((adoptie for adoptie in it.adopties if adoptie.tot is None), None)
    if now is not None:
        said += [woorden.ROL[now.rol], texts.SINDS.format(dag=format_datum(now.van))]
    return " · ".join(said)


def _supported(it: KeuzeIndicator) -> Html:
    if not it.steun:
        return tag("p", texts.STEUN_NIEMAND, class_="zacht")
    lines = []
    for stem in it.steun:
        counts = tag("span", steun_regel(stem), ", ", format_datum(stem.op))
        lines.append(tag("li", counts, f": {stem.toelichting}" if stem.toelichting else None, dir="auto"))
    return tag("ul", *lines)


def steun_regel(stem: Draagvlak) -> str:
    """What people of one role said of an indicator, as counts."""
    return texts.STEUN_REGEL.format(rol=texts.ROLLEN[stem.rol], voor=stem.voor, tegen=stem.tegen)


def herkend_regel(it: Herkenning) -> str:
    """Whether people of one role recognise a figure, as counts."""
    return texts.HERKEND.format(rol=texts.ROLLEN[it.rol], ja=it.ja, deels=it.deels, nee=it.nee)


def _bezwaar(regel: BezwaarRegel, numbers: dict[str, int]) -> Html:
    it = regel.bezwaar
    number = f"{texts.BEZWAAR_NUMMER.format(nummer=numbers[regel.id])}. " if regel.id in numbers else ""
    answer: Sequence[object] = (tag("b", texts.BEZWAAR_OPEN),)
    if it.antwoord is not None and it.beantwoord_op is not None:
        answer = (texts.BEZWAAR_ANTWOORD.format(dag=format_datum(it.beantwoord_op)), " ", it.antwoord)
    return tag(
        "div",
        tag(
            "p",
            f"{number}{texts.BEZWAAR_VAN.format(rol=texts.IK_BEN[it.rol], dag=format_datum(it.op))}",
            class_="wie",
        ),
        tag("p", it.tekst, dir="auto"),
        tag("p", *answer, dir="auto"),
        class_="bezwaar",
    )


def decided(keuze: Keuzebeeld) -> Html:
    """What the wijk watches, what it still talks about, and what it let go."""
    parts = [
        _list(texts.BESLUIT[rol], keuze.met_rol(rol), keuze.wijk, texts.BESLUIT_LEEG[rol]) for rol in texts.BESLUIT
    ]
    if keuze.in_gesprek:
        parts.append(_list(texts.IN_GESPREK, keuze.in_gesprek, keuze.wijk, ""))
    return tag("div", *parts, _retired(keuze), class_="tv kiezen")


def _list(title: str, items: Sequence[KeuzeIndicator], wijk: str, empty: str) -> Html:
    cards = [tag("article", _name(it, wijk), *_standing(it)) for it in items]
    content = tag("div", *cards, class_="groepen") if cards else tag("p", empty, class_="zacht")
    return tag("section", tag("h2", title), content)


def _standing(it: KeuzeIndicator) -> Iterable[Html]:
    yield tag("p", it.gedragen.zin, class_="oordeel", dir="auto")
    if it.open_bezwaren:
        yield tag("p", tag("b", count(texts.OPEN_BEZWAREN, len(it.open_bezwaren))))
    now = [werk.naam for werk in it.werk if werk.loopt]
    if now:
        yield tag("p", texts.WERKT.format(namen=opsomming(now)), dir="auto")
    else:
        yield tag("p", texts.WERKT_NU_NIETS if it.werk else texts.WERKT_NIETS, class_="zacht")


def _retired(keuze: Keuzebeeld) -> Html | None:
    if not keuze.vervallen:
        return None
    items = [
        tag(
            "li",
            tag("a", it.indicator.naam, href=links.to_indicator(it.indicator.code, wijk=keuze.wijk), dir="auto"),
            *(_was(adoptie) for adoptie in it.adopties if adoptie.tot is not None),
            *(() if it.adopties else (tag("p", it.stappen[-1].reden or "", class_="klein", dir="auto"),)),
        )
        for it in keuze.vervallen
    ]
    return tag("section", tag("h2", texts.VERVALLEN), tag("ul", *items))


def _was(adoptie: AdoptieStand) -> Html:
    assert adoptie.tot is not None  # noqa: S101 - only those that ended come here
    words = texts.OP_EEN_DAG if adoptie.van == adoptie.tot else texts.TOT
    period = words.format(rol=woorden.ROL[adoptie.rol], van=format_datum(adoptie.van), tot=format_datum(adoptie.tot))
    return tag("p", escape(f"{period}. {adoptie.reden or ''}"), class_="klein", dir="auto")
