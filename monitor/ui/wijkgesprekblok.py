"""What people read of a wijkgesprek: large enough for a beamer, every word of theirs escaped, each thing with a number.

Forms name these numbers, because labels parse Markdown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from monitor.domain.indicator import StemRol
from monitor.domain.leren import (
    Afspraak,
    AgendaPunt,
    AgendaVoorstel,
    BronSoort,
    Leerbeeld,
    Leerpunt,
    LeerpuntBron,
    LeerpuntRegel,
    Lezing,
    Niveau,
    Sessie,
    SessieStand,
)
from monitor.domain.spoor import SpoorSoort
from monitor.domain.verhaal import Verhaal
from monitor.domain.wijkbeeld import Wijkbeeld
from monitor.nl import format_datum, hoofdletter, opsomming
from monitor.services import woorden
from monitor.store.inbreng_store import Signaal
from monitor.ui import links, spoorblok
from monitor.ui.html import Html, escape, join, tag
from monitor.ui.texts import count
from monitor.ui.texts import wijkgesprek as texts
from monitor.ui.verhaal import article as verhaal_article


@dataclass(frozen=True, slots=True)
class Bord:
    """What one reader reads of a wijk, with the number that each thing has on the screen."""

    beeld: Leerbeeld
    punten: Mapping[str, int]
    """Number of each leerpunt, by id: the oldest is 1."""
    afspraken: Mapping[str, int]


def bord(beeld: Leerbeeld) -> Bord:
    """Give everything its number."""
    points = {it.id: number for number, it in enumerate(reversed(beeld.leerpunten), start=1)}
    agreed = {it.id: number for number, it in enumerate(reversed(beeld.afspraken), start=1)}
    return Bord(beeld, points, agreed)


def heading(wijk: Wijkbeeld) -> Html:
    """The head of the page."""
    return tag(
        "div",
        tag("h1", texts.TITEL),
        tag("p", wijk.wijk.naam, " · ", tag("a", texts.NAAR_WIJK, href=links.to_wijk(wijk.wijk.code)), class_="sub"),
        tag("p", texts.INLEIDING, class_="lezen"),
        class_="tv",
    )


# What we learned


def asked(it: Bord, id_: str) -> Html | None:
    """The one punt or afspraak that the address asks for; None when this reader can see none with this id."""
    point, agreed = it.beeld.leerpunt(id_), it.beeld.afspraak(id_)
    if point is not None and point.tekst:
        return _asked(texts.DIT_PUNT, tag("p", woorden.NIVEAU[point.niveau], class_="wie"), leerpunt(it, point))
    return _asked(texts.DEZE_AFSPRAAK, _agreed(it, agreed)) if agreed is not None and agreed.tekst else None


def _asked(title: str, *parts: Html) -> Html:
    return tag("div", tag("section", tag("h2", title), tag("article", *parts)), class_="tv leren")


def learned(it: Bord) -> Html:
    """What was learned last, what is open now, and every earlier gesprek, the newest first."""
    held = [sessie for sessie in it.beeld.sessies if sessie.stand in (SessieStand.GESLOTEN, SessieStand.AFGELAST)]
    last = it.beeld.laatste
    if last is None and not held:
        return tag("section", tag("h2", texts.LEERDEN), tag("p", texts.LEERDEN_LEEG, class_="lezen"), class_="tv leren")
    earlier = [_sessie(it, sessie) for sessie in held if last is None or sessie.id != last.id]
    return tag(
        "div",
        tag("section", tag("h2", texts.LEERDEN), _sessie(it, last)) if last else None,
        _open(it),
        tag("section", tag("h2", texts.GESPREKKEN), *earlier) if earlier else None,
        class_="tv leren",
    )


def _open(it: Bord) -> Html:
    closed = {sessie.id for sessie in it.beeld.sessies if not sessie.bezig}
    points = [point for point in reversed(it.beeld.leerpunten) if point.open and point.sessie in closed]
    agreed = [one for one in reversed(it.beeld.afspraken) if one.open and one.sessie in closed]
    lines = [*(tag("li", _short(it, point)) for point in points), *(tag("li", _agreed(it, one)) for one in agreed)]
    said = tag("p", texts.NOG_OPEN_UITLEG, class_="lezen") if lines else tag("p", texts.NOG_OPEN_LEEG)
    return tag("section", tag("h2", texts.NOG_OPEN), said, tag("ul", *lines, class_="open") if lines else None)


def _short(it: Bord, point: Leerpunt) -> Html:
    number = texts.PUNT.format(nummer=it.punten[point.id])
    return join(
        tag("p", f"{number} · {woorden.NIVEAU[point.niveau]}", class_="wie"),
        tag("p", _reading(point.lezingen[0]), dir="auto") if point.lezingen else None,
        _others(point.lezingen[1:]),
        tag("p", *_whose(point), class_="wie") if _whose(point) else None,
    )


def _sessie(it: Bord, sessie: Sessie) -> Html:
    title = texts.GESPREK_VAN.format(dag=format_datum(sessie.dag))
    if sessie.stand is SessieStand.AFGELAST:
        reden = sessie.nu.reden
        said = texts.AFGELAST_WAAROM.format(reden=reden) if reden else texts.AFGELAST
        return tag("article", tag("h3", title), tag("p", said, dir="auto"))
    return tag(
        "article",
        tag("h3", title),
        tag("p", sessie.titel, class_="zacht", dir="auto") if sessie.titel else None,
        tag("p", *_present(sessie)),
        columns(it, sessie),
        agreements(it, sessie),
        tag("p", texts.UITKOMST[sessie.uitkomst.value]) if sessie.uitkomst else None,
        _table(it, sessie),
    )


def _present(sessie: Sessie) -> list[str]:
    counted = [woorden.mensen(one.rol, one.aantal) for one in sessie.deelnemers]
    said = [texts.ER_WAREN.format(wie=opsomming(counted))] if counted else []
    if counted and not sessie.aantal(StemRol.BEWONER):
        said.append(texts.GEEN_BEWONERS)
    guests = [texts.GAST.format(wie=one.wie, aantal=one.aantal) for one in sessie.gasten]
    said += [texts.TE_GAST.format(wie=opsomming(guests))] if guests else []
    return [" ".join(said)]


def _table(it: Bord, sessie: Sessie) -> Html | None:
    """What lay on the table, in a fold: first comes what was learned."""
    gone = hidden(it, sessie)
    if not sessie.agenda:
        return gone
    fold = tag(
        "details",
        tag("summary", count(texts.OP_TAFEL, len(sessie.agenda))),
        tag("ol", *(tag("li", _punt(it, punt)) for punt in sessie.agenda), class_="tafel"),
    )
    return join(fold, gone)


def hidden(it: Bord, sessie: Sessie) -> Html | None:
    """How many verhalen were spoken of that cannot be read here; never which."""
    aantal = it.beeld.verborgen.get(sessie.id, 0)
    return tag("p", count(texts.VERBORGEN, aantal), class_="zacht verborgen") if aantal else None


# What is written down


def written(it: Bord, sessie: Sessie) -> Html:
    """What was written down of a gesprek until now."""
    return tag(
        "section",
        tag("h2", texts.WAT_U_OPSCHREEF),
        tag("p", *_present(sessie)),
        columns(it, sessie, kop="h3"),
        agreements(it, sessie, kop="h3"),
        hidden(it, sessie),
        class_="tv leren",
    )


def columns(it: Bord, sessie: Sessie, kop: str = "h4") -> Html:
    """What was learned in a sessie, on the three levels side by side; `kop` is the rank of their names."""
    return tag("div", *(_column(it, sessie, niveau, kop) for niveau in Niveau), class_="niveaus")


def _column(it: Bord, sessie: Sessie, niveau: Niveau, kop: str) -> Html:
    points = it.beeld.leerpunten_van(sessie.id, niveau)
    cards = [leerpunt(it, point) for point in points]
    return tag(
        "section",
        tag(kop, woorden.NIVEAU[niveau]),
        *(cards or [tag("p", texts.NIETS_GELEERD, class_="zacht")]),
    )


def leerpunt(it: Bord, point: Leerpunt) -> Html:
    """One leerpunt: every reading of it, from what it came, of whom it is, and how it went on."""
    first, *others = point.lezingen
    return tag(
        "div",
        tag("p", texts.PUNT.format(nummer=it.punten[point.id]), class_="wie"),
        tag("p", _reading(first), class_="gezegd", dir="auto"),
        _others(others),
        tag("p", texts.SAMENGESTELD, class_="zacht klein") if point.samengesteld else None,
        tag("p", tag("b", texts.VRAAG), point.vraag, dir="auto") if point.vraag else None,
        _sources(it, point),
        tag("p", " · ".join((hoofdletter(woorden.LEERPUNT_STAND[point.stand]), *_whose(point))), class_="wie"),
        _history(point),
        spoorblok.way(SpoorSoort.LEERPUNT, point.id),
        class_="leerpunt",
    )


def _reading(lezing: Lezing) -> Html:
    who = texts.LEZING.format(wie=hoofdletter(texts.IEMAND[lezing.rol])) if lezing.rol else None
    return join(tag("b", who) if who else None, lezing.tekst)


def _others(lezingen: Sequence[Lezing]) -> Html | None:
    if not lezingen:
        return None
    lines = (tag("li", _reading(one), dir="auto") for one in lezingen)
    return tag("div", tag("p", texts.OOK_ZO, class_="wie"), tag("ul", *lines), class_="lezingen")


def _sources(it: Bord, point: Leerpunt) -> Html | None:
    named = [one for one in (_source(it, bron) for bron in point.bronnen) if one is not None]
    gone = it.beeld.bronnen_weg.get(point.id, 0)
    if not named and not gone:
        return None
    said = join(texts.UIT, " ", *_enumerated(named), ".") if named else None
    more = count(texts.BRONNEN_WEG, gone) if gone else None
    return tag("p", said, " " if said and more else None, more, class_="klein", dir="auto")


def _enumerated(pieces: Sequence[Html]) -> Iterable[Html]:
    for place, piece in enumerate(pieces):
        if place:
            yield escape(" en " if place == len(pieces) - 1 else ", ")
        yield piece


def _source(it: Bord, bron: LeerpuntBron) -> Html | None:
    """What a leerpunt came from, as a way to it; None when this reader may not know."""
    beeld = it.beeld
    if bron.soort is BronSoort.VERHAAL:
        verhaal = beeld.verhalen.get(bron.ref)
        if verhaal is None:
            return None
        return _verhaal_link(verhaal, texts.BRON_VERHAAL.format(titel=verhaal.titel), beeld.wijk)
    if bron.soort is BronSoort.LEERPUNT:
        return escape(texts.BRON_PUNT.format(nummer=it.punten[bron.ref])) if bron.ref in it.punten else None
    if bron.soort is BronSoort.INDICATOR:
        words = texts.BRON_CIJFER.format(naam=beeld.indicatoren.get(bron.ref, bron.ref))
        return tag("a", words, href=links.to_indicator(bron.ref, wijk=beeld.wijk))
    if bron.soort is BronSoort.SIGNAAL:
        return escape(texts.BRON_SIGNAAL)
    words = texts.BRON_ZAAK.format(naam=beeld.zaken.get(bron.ref, bron.ref))
    return tag("a", words, href=links.to_activiteiten(beeld.wijk))


def _verhaal_link(verhaal: Verhaal, words: str, wijk: str) -> Html:
    return tag("a", words, href=links.to_verhalen(wijk=wijk, verhaal=verhaal.id), dir="auto")


def _whose(point: Leerpunt) -> list[str]:
    now = point.nu
    said = []
    if now.eigenaar:
        said.append(texts.VAN_WIE.format(eigenaar=now.eigenaar, dag=format_datum(point.sinds)))
    if now.gremium:
        said.append(texts.GREMIUM.format(gremium=woorden.GREMIUM[now.gremium]))
    if now.terugkijken_op and point.open:
        said.append(texts.TERUGKIJKEN.format(dag=format_datum(now.terugkijken_op)))
    return [" · ".join(said)] if said else []


def _history(point: Leerpunt) -> Html | None:
    lines = [_line(regel) for regel in point.regels[1:]]
    return tag("details", tag("summary", texts.VERLOOP), tag("ul", *lines)) if lines else None


def _line(regel: LeerpuntRegel) -> Html:
    return tag(
        "li",
        texts.REGEL.format(dag=format_datum(regel.dag), stand=hoofdletter(woorden.LEERPUNT_STAND[regel.stand])),
        f" {texts.GEPROBEERD}{regel.geprobeerd}" if regel.geprobeerd else None,
        f" {texts.WAAROM}{regel.reden}" if regel.reden else None,
        dir="auto",
    )


def agreements(it: Bord, sessie: Sessie, kop: str = "h4") -> Html | None:
    """What was agreed in a sessie; nothing where nothing was."""
    found = it.beeld.afspraken_van(sessie.id)
    if not found:
        return None
    lines = (tag("li", _agreed(it, one)) for one in found)
    return tag("div", tag(kop, texts.AFSPRAKEN), tag("ul", *lines, class_="afspraken"))


def _agreed(it: Bord, one: Afspraak) -> Html:
    who = texts.WIE_VOOR.format(wie=one.wie, dag=format_datum(one.voor)) if one.voor else one.wie
    number = it.punten.get(one.leerpunt or "")
    about = texts.BRON_PUNT.format(nummer=number) if number else None
    facts = [texts.AFSPRAAK.format(nummer=it.afspraken[one.id]), *(fact for fact in (about,) if fact)]
    stand = hoofdletter(woorden.AFSPRAAK_STAND[one.stand])
    last = one.regels[-1].uitkomst if one.regels else None
    said = " · ".join(fact for fact in (who, stand) if fact)
    return join(
        tag("p", " · ".join(facts), class_="wie"),
        tag("p", one.tekst or "", dir="auto"),
        tag("p", said, f". {last}" if last else None, class_="wie", dir="auto"),
        spoorblok.way(SpoorSoort.AFSPRAAK, one.id),
    )


# What lies on the table


def table(it: Bord, sessie: Sessie) -> Html:
    """What lies on the table of a gesprek that is prepared or held, to read it from a screen together."""
    when = texts.GEPLAND_OP if sessie.stand is SessieStand.VOORBEREID else texts.GEHOUDEN_OP
    facts = " · ".join(fact for fact in (when.format(dag=format_datum(sessie.dag)), sessie.titel) if fact)
    lines = [tag("li", _punt(it, punt, whole=True)) for punt in sessie.agenda]
    return tag(
        "section",
        tag("h2", texts.TAFEL),
        tag("p", facts, class_="zacht", dir="auto"),
        tag("ol", *lines, class_="tafel") if lines else tag("p", texts.TAFEL_LEEG),
        hidden(it, sessie),
        class_="tv leren",
    )


def _punt(it: Bord, punt: AgendaPunt | AgendaVoorstel, *, whole: bool = False) -> Html:
    """One thing on the table. The order of its parts: what it is, what it says, why it lies here."""
    return join(
        tag("p", hoofdletter(woorden.AGENDA_SOORT[punt.soort]), class_="wie"),
        _figure(it.beeld, punt.indicator) if punt.indicator else None,
        tag("p", punt.tekst, dir="auto") if punt.tekst else None,
        _told(it.beeld, punt.verhaal, whole=whole) if punt.verhaal else None,
        _point(it, punt.leerpunt) if punt.leerpunt else None,
        _promise(it, punt.afspraak) if punt.afspraak else None,
        tag("p", punt.waarom, class_="zacht klein", dir="auto") if punt.waarom else None,
    )


def _figure(beeld: Leerbeeld, code: str) -> Html:
    link = tag("a", beeld.indicatoren.get(code, code), href=links.to_indicator(code, wijk=beeld.wijk))
    return tag("p", tag("b", link))


def _told(beeld: Leerbeeld, id_: str, *, whole: bool) -> Html | None:
    verhaal = beeld.verhalen.get(id_)
    if verhaal is None:
        return None
    if whole:
        return tag("div", verhaal_article(verhaal, beeld.indicatoren, kop="h3", noem=True), class_="verteld")
    return tag("p", _verhaal_link(verhaal, verhaal.titel, beeld.wijk), class_="verteld")


def _point(it: Bord, id_: str) -> Html | None:
    found = it.beeld.leerpunt(id_)
    return _short(it, found) if found else None


def _promise(it: Bord, id_: str) -> Html | None:
    found = it.beeld.afspraak(id_)
    return _agreed(it, found) if found else None


def proposal(it: Bord, voorstel: AgendaVoorstel, number: int, verhalen: Mapping[str, Verhaal]) -> Html:
    """One thing that can be talked about, with its number."""
    beeld = it.beeld
    verhaal = verhalen.get(voorstel.verhaal or "")
    told = _to_read(verhaal, beeld, verhaal.titel) if verhaal else None
    return tag(
        "div",
        tag(
            "p",
            f"{texts.VOORSTEL.format(nummer=number)} · {woorden.AGENDA_SOORT[voorstel.soort]}",
            class_="wie",
        ),
        _figure(beeld, voorstel.indicator) if voorstel.indicator else None,
        tag("p", voorstel.tekst, class_="klein") if voorstel.tekst else None,
        told,
        _point(it, voorstel.leerpunt) if voorstel.leerpunt else None,
        _promise(it, voorstel.afspraak) if voorstel.afspraak else None,
        tag("p", voorstel.waarom, class_="zacht klein"),
        class_="tv leren voorstel",
    )


def _to_read(verhaal: Verhaal, beeld: Leerbeeld, words: str) -> Html:
    """A verhaal to read where it stands: a way to another page would lose what was ticked or typed here."""
    whole = tag("div", verhaal_article(verhaal, beeld.indicatoren, kop="h3", noem=True), class_="verteld")
    return tag("details", tag("summary", words, class_="verteld", dir="auto"), whole)


def numbered(
    it: Bord, verhalen: Sequence[Verhaal], signalen: Sequence[Signaal], zaken: Sequence[tuple[LeerpuntBron, str]]
) -> Html | None:
    """All that something can be learned from, with the numbers that the form names, to read without leaving it."""
    told = [
        tag("li", _to_read(verhaal, it.beeld, f"{texts.VERHAAL.format(nummer=number)}: {verhaal.titel}"))
        for number, verhaal in enumerate(verhalen, start=1)
    ]
    points = [
        tag("li", f"{texts.PUNT.format(nummer=it.punten[one.id])}: {one.tekst or ''}", dir="auto")
        for one in it.beeld.leerpunten
    ]
    seen = [
        tag("li", f"{texts.SIGNAAL.format(nummer=number)}: {one.tekst}", dir="auto")
        for number, one in enumerate(signalen, start=1)
    ]
    done = [
        tag("li", f"{texts.ZAAK.format(nummer=number)}: {naam}", dir="auto")
        for number, (_, naam) in enumerate(zaken, start=1)
    ]
    lists = (
        (texts.VERHALEN_LIJST, told),
        (texts.PUNTEN_LIJST, points),
        (texts.SIGNALEN_LIJST, seen),
        (texts.ZAKEN_LIJST, done),
    )
    folds = [tag("details", tag("summary", kop), tag("ul", *lines, class_="gezegdes")) for kop, lines in lists if lines]
    return tag("div", *folds, class_="tv leren")


def questions() -> Html:
    """Questions that can always be asked."""
    return tag(
        "div", tag("h3", texts.VRAGEN_HULP), tag("ul", *(tag("li", vraag) for vraag in texts.VRAGEN)), class_="tv leren"
    )
