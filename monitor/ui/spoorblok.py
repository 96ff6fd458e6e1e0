"""The spoor of one thing, composed: the links one step back and one step on, and everything in the order of time."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.leesronde import RondeStand
from monitor.domain.leren import AfspraakStand, LeerpuntStand, SessieStand
from monitor.domain.raad import BeslispuntUitkomst
from monitor.domain.spoor import HOORT_ERBIJ, SchakelSoort, Spoor, Spoorbreuk, Spoorpunt, SpoorSoort, Spoorstap
from monitor.domain.straat import BezoekStand
from monitor.domain.wijk import ActiviteitStatus
from monitor.domain.wijkplan import PlanStand
from monitor.errors import NietGevonden
from monitor.nl import format_datum, format_getal, format_kwartaal, hoofdletter, in_periode
from monitor.services import spoor as service
from monitor.services import woorden
from monitor.ui import links, queries
from monitor.ui.html import Html, join, tag
from monitor.ui.texts import spoor as texts

EERST = 12
"""So many links stand open in a list; the others are one tap away."""
MEESTE_VERHALEN = 60
"""Of more verhalen only the newest stand here; the page of the thing itself has them all."""
IN_BLOK = 3
"""So many links of each way stand on the page of the thing itself."""
_ZEGT_SOORT = frozenset({texts.EERDER, texts.RAAD, texts.STUKKEN})
"""Headings that say what stands under them."""


@queries.kept(128)
def read(stand: queries.Stand, reader: Gebruiker, soort: SpoorSoort, id_: str, plaats: str | None) -> Spoor:
    """The spoor of one thing as this kind of reader may know it."""
    return service.spoor(stand[0], reader, soort, id_, plaats=plaats)


def block(
    stand: queries.Stand, gebruiker: Gebruiker, soort: SpoorSoort, id_: str, plaats: str | None = None
) -> Html | None:
    """What stands on the page of the thing itself: how much there is, the first links, and the way to all of it."""
    try:
        spoor = read(stand, service.kijker(stand[0], gebruiker), soort, id_, plaats)
    except NietGevonden:
        return None
    return tag(
        "section",
        tag("h2", texts.TITEL),
        _short(spoor, back=True),
        _short(spoor, back=False),
        tag("p", tag("a", texts.BLOK_ALLES, href=to_spoor(spoor, spoor.punt))),
        class_="tv spoor blok",
    )


def _short(spoor: Spoor, *, back: bool) -> Html:
    came, far = _came(spoor, back=back)
    lists = [(texts.UIT if back else texts.NAAR, came), *far.items()]
    if not came and not any(far.values()):
        breuken = spoor.uit_breuken if back else spoor.naar_breuken
        said = [broken(it) for it in breuken] or [_nothing(spoor, back=back)]
        return join(*(tag("p", it, class_="zacht") for it in said))
    return join(*(_first(spoor, kop, steps, back=back) for kop, steps in lists if steps))


def _first(spoor: Spoor, kop: str, steps: Sequence[Spoorstap], *, back: bool) -> Html:
    bare = kop in _ZEGT_SOORT
    lines = (tag("li", _link(spoor, it.punt), " ", _said(spoor, it, back=back, bare=bare)) for it in steps[:IN_BLOK])
    return join(tag("h3", texts.BLOK_KOP.format(kop=kop, aantal=len(steps))), tag("ul", *lines))


def _came(spoor: Spoor, *, back: bool) -> tuple[list[Spoorstap], dict[str, list[Spoorstap]]]:
    """What lies one step away; and by heading, however far: the verhalen before a thing, or where the raad comes in."""
    steps = [it for it in (spoor.uit if back else spoor.naar) if not _goes_with(it)]
    if back:
        return steps, {texts.EERDER: _far(spoor.verhalen_eerder)}
    decided = [it for it in steps if it.punt.soort is SpoorSoort.BESLISPUNT]
    far = {texts.RAAD: decided + _far(spoor.besluiten_later), texts.STUKKEN: _far(spoor.stukken_later)}
    return [it for it in steps if it not in decided], far


def _far(punten: Iterable[Spoorpunt]) -> list[Spoorstap]:
    return [Spoorstap(it, ()) for it in punten]


def _goes_with(it: Spoorstap) -> bool:
    """Whether a thing only goes with the other: it tells of it or works on it, and may be older or younger."""
    return set(it.soorten) <= set(HOORT_ERBIJ)


def way(soort: SpoorSoort, id_: str) -> Html:
    """One link to the spoor of a thing, for a page that shows many of them."""
    return tag("a", texts.TITEL, href=links.to_spoor(soort.value, id_), class_="spoorweg")


def compose(spoor: Spoor) -> Html:
    """The whole page of one thing."""
    return tag(
        "div",
        _heading(spoor),
        tag(
            "div",
            _column(spoor, back=True),
            _column(spoor, back=False),
            class_="wegen-heen-en-terug",
        ),
        _timeline(spoor),
        class_="tv spoor",
    )


def _heading(spoor: Spoor) -> Html:
    own, punt = _own(spoor, spoor.punt, named=False), spoor.punt
    wijk = tag("a", spoor.gebieden[spoor.wijk], href=links.to_wijk(spoor.wijk)) if spoor.wijk else None
    gemeente = tag("a", spoor.gebieden.get(spoor.gemeente, ""), href=links.to_gemeente(spoor.gemeente))
    return tag(
        "header",
        tag("p", texts.TITEL, class_="sub"),
        tag("h1", name_of(punt), dir="auto", class_="verteld" if punt.soort is SpoorSoort.VERHAAL else None),
        tag("p", " · ".join([kind_of(punt), *_facts(punt)]), " · ", wijk or gemeente, class_="wie"),
        tag("p", own, class_="zelf") if own else None,
        tag("p", texts.STUK_ALLEEN_U, class_="zacht klein") if punt.soort is SpoorSoort.RAADSSTUK else None,
        tag("p", texts.VOLG, class_="zacht klein volg") if len(spoor.tijdlijn) > 1 else None,
    )


def _column(spoor: Spoor, *, back: bool) -> Html:
    came, far = _came(spoor, back=back)
    breuken = spoor.uit_breuken if back else spoor.naar_breuken
    told = _list(spoor, came, breuken, back=back, bare=False)
    return tag(
        "section",
        tag("h2", texts.UIT if back else texts.NAAR),
        told or (None if any(far.values()) else tag("p", _nothing(spoor, back=back))),
        *(part for kop, steps in far.items() for part in _under(spoor, kop, steps, back=back)),
        *(part for soort in HOORT_ERBIJ for part in _beside(spoor, soort, back=back)),
    )


def _beside(spoor: Spoor, soort: SchakelSoort, *, back: bool) -> Iterable[Html | None]:
    """What goes with a thing in one way, under a heading of its own."""
    steps = [it for it in (spoor.uit if back else spoor.naar) if _goes_with(it) and it.soorten[0] is soort]
    return _under(spoor, (texts.ERBIJ_UIT if back else texts.ERBIJ_NAAR)[soort], steps, back=back)


def _under(spoor: Spoor, kop: str, steps: Sequence[Spoorstap], *, back: bool) -> Iterable[Html | None]:
    return (tag("h3", kop), _list(spoor, steps, (), back=back, bare=True)) if steps else ()


def _list(
    spoor: Spoor, steps: Sequence[Spoorstap], breuken: Sequence[Spoorbreuk], *, back: bool, bare: bool
) -> Html | None:
    left_out = _left_out([it.punt for it in steps])
    lines = [_step(spoor, it, back=back, bare=bare) for it in steps if it.punt.id not in left_out]
    if not lines and not breuken:
        return None
    rest = lines[EERST:]
    return join(
        tag("ul", *lines[:EERST], *(tag("li", broken(it), class_="breuk") for it in breuken)),
        tag("details", tag("summary", texts.MEER.format(aantal=len(rest))), tag("ul", *rest)) if rest else None,
        tag("p", texts.OUDERE.format(aantal=format_getal(len(left_out))), class_="wie") if left_out else None,
    )


def _left_out(punten: Iterable[Spoorpunt]) -> frozenset[str]:
    """Which verhalen do not stand here because there are too many: the oldest."""
    verhalen = [it.id for it in punten if it.soort is SpoorSoort.VERHAAL]
    return frozenset(verhalen[:-MEESTE_VERHALEN])


def _nothing(spoor: Spoor, *, back: bool) -> str:
    known = texts.UIT_LEEG_VAN if back else texts.NAAR_LEEG_VAN
    if spoor.punt.soort in known:
        return known[spoor.punt.soort]
    if back:
        return texts.UIT_LEEG if spoor.alles_verteld else texts.UIT_LEEG_HIER
    return texts.NAAR_LEEG if spoor.alles_verteld else texts.NAAR_LEEG_HIER


def _step(spoor: Spoor, it: Spoorstap, *, back: bool, bare: bool) -> Html:
    said = tag("span", _said(spoor, it, back=back, bare=bare), " ", _own(spoor, it.punt, named=True), class_="wie")
    return tag("li", _link(spoor, it.punt), said)


def _own(spoor: Spoor, it: Spoorpunt, *, named: bool) -> Html | None:
    """The way to the page of the thing itself; in a list its name goes along for who does not see the list."""
    own = to_own(spoor, it)
    name = tag("span", f": {name_of(it)}", class_="onzichtbaar") if named else None
    return tag("a", texts.BEKIJK[it.soort], name, href=own) if own else None


def _said(spoor: Spoor, it: Spoorstap, *, back: bool, bare: bool) -> Html:
    """What stands beside a thing; `bare`: the heading above it says already what it is."""
    words = texts.KWAM_UIT if back else texts.KWAM_ERUIT
    how = () if _goes_with(it) else (words[soort] for soort in it.soorten)
    said = [*([] if bare else [kind_of(it.punt)]), *_facts(it.punt), *how]
    return tag("span", " · ".join([*said, *_place(spoor, it.punt)]), class_="wie")


def _timeline(spoor: Spoor) -> Html | None:
    if len(spoor.tijdlijn) == 1:
        return None
    left_out = _left_out(spoor.tijdlijn) - {spoor.punt.id}
    return tag(
        "section",
        tag("h2", texts.TIJDLIJN),
        tag("p", texts.TIJDLIJN_UITLEG, " ", texts.KWARTAAL, class_="zacht klein"),
        tag("ol", *(_moment(spoor, it) for it in spoor.tijdlijn if it.id not in left_out), class_="tijdlijn"),
    )


def _moment(spoor: Spoor, it: Spoorpunt) -> Html:
    here = it.sleutel == spoor.punt.sleutel
    name = tag("b", name_of(it), dir="auto") if here else _link(spoor, it)
    facts = [fact for fact in (_made_up(it), stand_of(it)) if fact]
    said = [kind_of(it), *facts, *_place(spoor, it), *([texts.DIT] if here else [])]
    return tag(
        "li",
        tag("span", _day(it) or texts.GEEN_DAG, class_="dag"),
        tag("span", name, " ", tag("span", " · ".join(said), class_="wie")),
        aria_current="true" if here else None,
        class_=it.soort.value,
    )


def _link(spoor: Spoor, it: Spoorpunt) -> Html:
    told = "verteld" if it.soort is SpoorSoort.VERHAAL else None
    return tag("a", name_of(it), href=to_spoor(spoor, it), dir="auto", class_=told)


def _place(spoor: Spoor, it: Spoorpunt) -> Iterable[str]:
    """In which wijk a thing is, where things of several wijken stand beside each other."""
    if spoor.wijk is None and it.gebied and it.gebied != spoor.gemeente:
        yield texts.IN_WIJK.format(wijk=spoor.gebieden.get(it.gebied, it.gebied))


def _facts(it: Spoorpunt) -> Iterable[str]:
    yield from (fact for fact in (_day(it), _made_up(it), stand_of(it)) if fact)


def _made_up(it: Spoorpunt) -> str | None:
    return texts.SAMENGESTELD if it.samengesteld else None


def _day(it: Spoorpunt) -> str | None:
    if it.dag is None:
        return None
    if it.soort is SpoorSoort.VERHAAL:
        return format_kwartaal(it.dag)
    return texts.SINDS.format(dag=format_datum(it.dag)) if it.soort in _LOOPT else format_datum(it.dag)


_LOOPT = frozenset({SpoorSoort.INDICATOR, SpoorSoort.ACTIVITEIT, SpoorSoort.INITIATIEF, SpoorSoort.WIJKPLAN})
"""What goes on for a while: its day is the one on which it began."""


def name_of(it: Spoorpunt) -> str:
    """What a thing is called; when it has no words it says why."""
    if it.naam:
        return it.naam
    if it.soort is SpoorSoort.SESSIE and it.dag:
        return texts.GESPREK_VAN.format(dag=format_datum(it.dag))
    return _ZONDER_NAAM.get(it.soort, texts.WOORDEN_WEG)


_ZONDER_NAAM = {
    SpoorSoort.VERHAAL: texts.ZONDER_TITEL,
    SpoorSoort.SIGNAAL: texts.EEN_SIGNAAL,
    SpoorSoort.SESSIE: texts.ZONDER_NAAM,
}


def kind_of(it: Spoorpunt) -> str:
    """What a thing is, in the words of the screens."""
    if it.stuksoort:
        return hoofdletter(woorden.STUKSOORT[it.stuksoort])
    return woorden.NIVEAU[it.niveau] if it.niveau else texts.SOORT[it.soort]


def stand_of(it: Spoorpunt) -> str | None:
    """How a thing stands, in words."""
    return _STAND.get(it.soort, {}).get(it.stand or "")


_STAND: dict[SpoorSoort, dict[str, str]] = {
    SpoorSoort.INDICATOR: {"losgelaten": texts.LOSGELATEN},
    SpoorSoort.ACTIVITEIT: {it.value: woorden.ACTIVITEIT_STATUS[it] for it in ActiviteitStatus},
    SpoorSoort.INITIATIEF: {it.value: woorden.ACTIVITEIT_STATUS[it] for it in ActiviteitStatus},
    SpoorSoort.LEESRONDE: {it.value: woorden.RONDE_STAND[it] for it in RondeStand},
    SpoorSoort.SESSIE: {it.value: woorden.SESSIE_STAND[it] for it in SessieStand},
    SpoorSoort.LEERPUNT: {it.value: woorden.LEERPUNT_STAND[it] for it in LeerpuntStand},
    SpoorSoort.AFSPRAAK: {it.value: woorden.AFSPRAAK_STAND[it] for it in AfspraakStand},
    SpoorSoort.WIJKPLAN: {it.value: woorden.PLAN_STAND[it] for it in PlanStand},
    SpoorSoort.WIJKBEZOEK: {it.value: texts.BEZOEK_STAND[it] for it in BezoekStand},
    SpoorSoort.BESLISPUNT: {it.value: woorden.BESLISPUNT_UITKOMST[it] for it in BeslispuntUitkomst},
    SpoorSoort.RAADSSTUK: texts.STUK_STAND,
}


def broken(it: Spoorbreuk) -> str:
    """Why something is not shown, in a sentence."""
    one, more = texts.BREUK[it.soort, it.reden]
    when = in_periode(it.kwartaal) if it.kwartaal else ""
    return hoofdletter((one if it.aantal == 1 else more).format(aantal=it.aantal, wanneer=when))


# Where things are


def to_spoor(spoor: Spoor, it: Spoorpunt) -> str:
    """The spoor of a thing that stands on this one; a figure is looked at in the same place."""
    if it.soort is not SpoorSoort.INDICATOR:
        return links.to_spoor(it.soort.value, it.id)
    place = {"wijk": spoor.wijk} if spoor.wijk else {"gemeente": spoor.gemeente}
    return links.to_spoor(it.soort.value, it.id, **place)


def to_own(spoor: Spoor, it: Spoorpunt) -> str | None:
    """The page on which a thing stands itself; None: it has none for everybody."""
    wijk = it.gebied if it.gebied and it.gebied != spoor.gemeente else spoor.wijk
    if it.soort is SpoorSoort.INDICATOR:
        return links.to_indicator(it.id, **({"wijk": wijk} if wijk else {"gemeente": spoor.gemeente}))
    if it.soort in _VAN_GEMEENTE:
        return _VAN_GEMEENTE[it.soort](spoor.gemeente, it.id)
    return _VAN_WIJK[it.soort](wijk, it.id) if wijk and it.soort in _VAN_WIJK else None


_VAN_GEMEENTE: Mapping[SpoorSoort, Callable[[str, str], str]] = {
    SpoorSoort.VERHAAL: lambda _, id_: links.to_verhalen(verhaal=id_),
    SpoorSoort.BESLISPUNT: lambda gemeente, _: links.to_in_de_weg(gemeente),
    SpoorSoort.RAADSSTUK: lambda _, id_: links.to_raadsvoorstel(stuk=id_),
}
"""The pages of things that are of no one wijk."""
_VAN_WIJK: Mapping[SpoorSoort, Callable[[str, str], str]] = {
    SpoorSoort.LEESRONDE: links.to_leesronde,
    SpoorSoort.SESSIE: lambda wijk, _: links.to_wijkgesprek(wijk, stap="leerden"),
    SpoorSoort.LEERPUNT: lambda wijk, id_: links.to_wijkgesprek(wijk, stap="leerden", punt=id_),
    SpoorSoort.AFSPRAAK: lambda wijk, id_: links.to_wijkgesprek(wijk, stap="leerden", punt=id_),
    SpoorSoort.GROEP: lambda wijk, _: links.to_kiezen(wijk),
    SpoorSoort.ACTIVITEIT: lambda wijk, _: links.to_activiteiten(wijk),
    SpoorSoort.INITIATIEF: lambda wijk, _: links.to_activiteiten(wijk),
    SpoorSoort.WIJKPLAN: lambda wijk, _: links.to_wijkplan(wijk),
    SpoorSoort.WIJKBEZOEK: lambda wijk, _: links.to_wijkbezoek(wijk),
}
"""The pages of things of a wijk."""
