"""Mijn verhaal as HTML: how it stands, the words, who reads them, and where they were used."""

from datetime import date

from monitor.domain.mijn_verhaal import Leesrecht, MijnVerhaal, Tekstversie, VerhaalStaat
from monitor.domain.verhaal import Gebruik
from monitor.nl import format_datum, hoofdletter, opsomming, periode_in_zin, today_amsterdam
from monitor.services import woorden
from monitor.ui import links
from monitor.ui.html import Html, join, paragraphs, tag
from monitor.ui.texts import mijn_verhaal as texts


def compose(verhaal: MijnVerhaal, today: date) -> Html:
    """How it stands with the verhaal, its words, who reads it and where it was used."""
    if verhaal.staat is VerhaalStaat.INGETROKKEN:
        return tag("div", _staat(verhaal), class_="tv lezen mijn")
    return tag("div", _staat(verhaal), _told(verhaal), _readers(verhaal, today), _used(verhaal), class_="tv lezen mijn")


def explained(title: str, text: str) -> Html:
    """A heading with what it means."""
    return tag("section", tag("h2", title), paragraphs(text), class_="tv lezen")


def _staat(verhaal: MijnVerhaal) -> Html:
    nalezing = verhaal.nalezing
    vraag = nalezing.vraag if nalezing else None
    return tag(
        "section",
        tag("h2", texts.STAAT_KOP),
        paragraphs(staat_zin(verhaal)),
        tag("p", texts.NOG_VRAGEN) if _is_asked_again(verhaal) else None,
        join(tag("p", tag("b", texts.VRAAG)), paragraphs(vraag, class_="tekst", dir="auto")) if vraag else None,
        class_="staat",
    )


def _is_asked_again(verhaal: MijnVerhaal) -> bool:
    """Whether she still waits for the colleague, and the sentence before does not say so already."""
    said = (VerhaalStaat.INGETROKKEN, VerhaalStaat.BEDENKTIJD)
    return verhaal.afhankelijk and not verhaal.gevraagd and verhaal.staat not in said


def staat_zin(verhaal: MijnVerhaal) -> str:
    """How it stands with the verhaal, in a sentence."""
    sentence = texts.STAAT[verhaal.staat]
    if verhaal.staat is VerhaalStaat.TE_LEZEN:
        return _readable_since(verhaal)
    if verhaal.staat is VerhaalStaat.GEWEIGERD:
        reden = verhaal.nalezing.weigerreden if verhaal.nalezing else None
        return sentence.format(reden=woorden.WEIGERREDEN[reden] if reden else "")
    return sentence.format(kwartaal=periode_in_zin(verhaal.kwartaal)) if verhaal.kwartaal else sentence


def _readable_since(verhaal: MijnVerhaal) -> str:
    who = opsomming(woorden.GEBRUIK[it] for it in verhaal.leesbaar if it is not Gebruik.OPENBAAR)
    openbaar = Gebruik.OPENBAAR in verhaal.leesbaar
    if verhaal.sinds is None:
        return texts.OPENBAAR if openbaar else texts.STAAT[VerhaalStaat.TE_LEZEN].format(wie=who)
    day = format_datum(today_amsterdam(verhaal.sinds))
    return texts.OPENBAAR_SINDS.format(datum=day) if openbaar else texts.TE_LEZEN_SINDS.format(datum=day, wie=who)


def _told(verhaal: MijnVerhaal) -> Html | None:
    own = verhaal.eigen
    if own is None:
        return None
    agreed = texts.AKKOORD_OP.format(datum=format_datum(own.akkoord_op)) if own.akkoord_op else texts.GEEN_AKKOORD
    place = texts.BIJ.format(wijk=verhaal.wijk, datum=format_datum(verhaal.verteld_op))
    return tag(
        "section",
        tag("h2", texts.VERHAAL_KOP),
        tag("p", place, class_="wie"),
        words(own),
        tag("p", agreed, class_="wie"),
    )


def words(versie: Tekstversie) -> Html:
    """The words of one version."""
    parts = ((texts.WAAROM, versie.waarom), (texts.WENS, versie.wens), (texts.CITAAT, versie.citaat))
    return tag(
        "article",
        tag("h3", versie.titel, dir="auto"),
        paragraphs(versie.tekst, class_="tekst", dir="auto"),
        *(join(tag("p", tag("b", name)), paragraphs(text, class_="tekst", dir="auto")) for name, text in parts if text),
    )


def _readers(verhaal: MijnVerhaal, today: date) -> Html:
    rows = [
        join(tag("dt", hoofdletter(woorden.GEBRUIK[it])), tag("dd", _reads(verhaal.leesrechten.get(it), today)))
        for it in Gebruik
    ]
    return tag(
        "section",
        tag("h2", texts.WIE_KOP),
        tag("dl", *rows),
        None if verhaal.leesbaar else tag("p", texts.WIE_UITLEG, class_="zacht klein"),
    )


def _reads(recht: Leesrecht | None, today: date) -> str:
    if recht is None or not recht.gegeven:
        return texts.WIE_NIET
    if recht.tot is None:
        return texts.WIE_ALTIJD
    sentence = texts.WIE_WEL if recht.holds(today) else texts.WIE_VOORBIJ
    return sentence.format(datum=format_datum(recht.tot))


def _used(verhaal: MijnVerhaal) -> Html:
    used = [
        tag("li", f"{format_datum(it.op)}: ", tag("b", it.waar), f". {it.wat}" if it.wat else None)
        for it in verhaal.gebruikt
    ]
    linked = [
        tag("li", tag("b", it.indicator), f": {woorden.VERHOUDING[it.verhouding]}. {it.toelichting}")
        for it in verhaal.koppelingen
    ]
    return tag(
        "section",
        tag("h2", texts.GEBRUIKT_KOP),
        tag("ul", *used) if used else tag("p", texts.GEBRUIKT_NIET),
        # Never straight to this verhaal: on a shared computer the address would tell who told it.
        tag("p", texts.VERDER, tag("a", texts.NAAR_VERHALEN, href=links.to_verhalen()))
        if Gebruik.OPENBAAR in verhaal.leesbaar
        else None,
        join(tag("h2", texts.CIJFERS_KOP), tag("ul", *linked)) if linked else None,
    )
