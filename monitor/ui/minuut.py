"""The head of the wijk page: its name, De wijk in een minuut, questions to ask, and at the foot the sources."""

from collections.abc import Iterable

from monitor.domain.gebied import Opvolger
from monitor.domain.indicator import Rol, Thema
from monitor.domain.wijkbeeld import MinuutRonde, Wijkbeeld
from monitor.nl import format_datum, format_getal, format_maand, format_periode, opsomming
from monitor.services import woorden
from monitor.ui import bronnen, links, texts
from monitor.ui.html import Html, escape, join, tag
from monitor.ui.texts import kiezen, menu
from monitor.ui.themakaart import anchor


def heading(beeld: Wijkbeeld) -> Html:
    """The name of the wijk, what it is, and whether it is an example or has changed."""
    return tag(
        "div",
        tag("h1", beeld.wijk.naam),
        tag("p", subline(beeld), class_="sub"),
        tag("p", texts.AFDRUKKEN, class_="klein zacht afdrukken"),
        tag("p", texts.WEG, class_="veranderd") if beeld.wijk.geldig_tot and not beeld.opvolgers else None,
        _others(texts.OPVOLGERS, beeld.opvolgers) if beeld.opvolgers else None,
        _others(texts.VOORGANGERS, beeld.voorgangers) if beeld.voorgangers else None,
        class_="tv",
    )


def subline(beeld: Wijkbeeld) -> str:
    """wijk in Veldermeer · 7.840 inwoners · cijfers tot en met 2025"""
    return " · ".join(_facts(beeld))


def minute(beeld: Wijkbeeld) -> Html:
    """Five lines in the raadslid's order, and questions to ask."""
    minuut = beeld.minuut
    return tag(
        "section",
        tag("h2", texts.MINUUT, id="minuut"),
        tag(
            "dl",
            *_line(texts.MINUUT_ZIEN, minuut.zien),
            *_line(texts.MINUUT_VERTELLEN, minuut.vertellen),
            *_line(texts.MINUUT_SCHUURT, _linked(minuut.schuurt, _themas(beeld))),
            *_line(texts.MINUUT_LEERDEN, minuut.leerden, _to_gesprek(beeld)),
            *_line(texts.MINUUT_GEVRAAGD, minuut.gevraagd, _to_in_de_weg(beeld)),
        ),
        _questions(questions(beeld)),
        _together(beeld) if beeld.wijk.geldig_tot is None else None,
        class_="tv minuut",
        aria_labelledby="minuut",
    )


def questions(beeld: Wijkbeeld) -> tuple[str, ...]:
    """What a raadslid can ask. About a wijk that went there is nothing to ask: its successors stand above."""
    return beeld.minuut.vragen if beeld.wijk.geldig_tot is None else ()


def foot(beeld: Wijkbeeld) -> Html:
    """What is not known here yet, and where the figures come from."""
    empty = [thema.naam for thema in beeld.lege_themas]
    return tag(
        "div",
        tag("p", texts.LEGE_THEMAS.format(themas=opsomming(empty))) if empty else None,
        _to_kiezen(beeld),
        tag("h2", texts.BRONNEN),
        bronnen.listed(beeld.bronnen),
        class_="tv voet",
    )


def _to_kiezen(beeld: Wijkbeeld) -> Html | None:
    """The way to choosing together; a wijk that watches nothing yet reads that too."""
    if beeld.wijk.geldig_tot is not None:
        return None
    watched = any(reeks.indicator.rol is Rol.KERN for kaart in beeld.kaarten for reeks in kaart.reeksen)
    words = kiezen.PRAAT_MEE if watched else kiezen.NOG_NIET_GEKOZEN
    return tag("p", words, " ", tag("a", kiezen.TITEL, href=links.to_kiezen(beeld.wijk.code)))


def _facts(beeld: Wijkbeeld) -> Iterable[str]:
    if beeld.gemeente:
        yield texts.WIJK_SUB.format(gemeente=beeld.gemeente.naam)
    if beeld.inwoners and beeld.inwoners.waarde is not None:
        yield texts.INWONERS.format(aantal=format_getal(beeld.inwoners.waarde))
    if beeld.cijfers_tot:
        yield texts.CIJFERS_TOT.format(periode=format_periode(beeld.cijfers_tot))


def _others(words: str, wijken: tuple[Opvolger, ...]) -> Html:
    items = [
        tag(
            "li",
            tag("a", it.naam, href=links.to_wijk(it.code)),
            f", {texts.OPVOLGER_VANAF.format(datum=format_datum(it.vanaf))}",
            f". {it.uitleg}" if it.uitleg else None,
        )
        for it in wijken
    ]
    return tag("div", tag("p", words), tag("ul", *items), class_="veranderd")


def _line(title: str, text: str, way: Html | None = None) -> tuple[Html, Html]:
    return tag("dt", title), tag("dd", text, join(" ", way) if way else None)


def _to_gesprek(beeld: Wijkbeeld) -> Html | None:
    day = beeld.minuut.gesprek
    if day is None:
        return None
    label = texts.NAAR_GESPREK.format(datum=format_datum(day))
    return tag("a", label, href=links.to_wijkgesprek(beeld.wijk.code, stap="leerden"))


def _to_in_de_weg(beeld: Wijkbeeld) -> Html | None:
    if not beeld.minuut.raad or beeld.gemeente is None:
        return None
    return tag("a", texts.NAAR_IN_DE_WEG, href=links.to_in_de_weg(beeld.gemeente.code))


def _together(beeld: Wijkbeeld) -> Html:
    """Where people of the wijk do something together: talk, plan, choose verhalen and choose what they watch."""
    wijk, ronde = beeld.wijk.code, beeld.minuut.ronde
    ways = (
        (menu.WIJKGESPREK, links.to_wijkgesprek(wijk)),
        (menu.WIJKPLAN, links.to_wijkplan(wijk)),
        (_chosen(ronde), links.to_leesronde(wijk, ronde.id))
        if ronde
        else (menu.VERHALEN_KIEZEN, links.to_leesrondes(wijk)),
        (menu.SAMEN_KIEZEN, links.to_kiezen(wijk)),
    )
    items = (tag("li", tag("a", label, href=href)) for label, href in ways)
    return tag("nav", tag("h3", texts.SAMEN, id="samen"), tag("ul", *items), class_="samen", aria_labelledby="samen")


def _chosen(ronde: MinuutRonde) -> str:
    """How a selection was made (rule 18): by whom, and when."""
    return texts.GEKOZEN_DOOR.format(wie=woorden.LEESNIVEAU[ronde.niveau], maand=format_maand(ronde.dag))


def _themas(beeld: Wijkbeeld) -> list[Thema]:
    """The themas that the line about schuring speaks of, as far as they have a card."""
    return [kaart.thema for kaart in beeld.kaarten if kaart.thema.code in beeld.minuut.schuurt_themas]


def _linked(text: str, themas: list[Thema]) -> Html:
    """The text with the name of each thema as a link to its card."""
    if not themas:
        return escape(text)
    thema, others = themas[0], themas[1:]
    before, name, after = text.partition(thema.naam)
    link = tag("a", name, href=f"#{anchor(thema.code)}") if name else None
    return join(_linked(before, others), link, _linked(after, others))


def _questions(vragen: tuple[str, ...]) -> Html | None:
    if not vragen:
        return None
    return tag("div", tag("h3", texts.VRAGEN), tag("ul", *(tag("li", it) for it in vragen)), class_="vragen")
