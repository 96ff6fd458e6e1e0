"""The third step of a stuk: how it will look, what it lacks, how it reads, and what changed since it was last taken."""

from collections.abc import Iterator, Sequence

import streamlit as st

from monitor.domain.kanttekening import Beperking
from monitor.domain.meting import with_value
from monitor.domain.momentopname import Momentopname, StukVerandering, VeranderingSoort
from monitor.domain.raadsstuk import Onderdeel, OnderdeelSoort, StukSoort
from monitor.domain.spoor import SpoorSoort
from monitor.nl import format_datum, format_getal, format_periode, opsomming, to_amsterdam
from monitor.services.stukbouw import build_from, lege_delen
from monitor.services.stuktekorten import Tekort, tekorten
from monitor.services.wat_veranderde import wat_veranderde
from monitor.ui import document_blok, spoorblok, stukleeshulp
from monitor.ui.html import Html, join, tag
from monitor.ui.stukwerk import Stukwerk
from monitor.ui.texts import count
from monitor.ui.texts import raadsstuk as texts
from monitor.ui.texts import stuknakijken as nakijken

_FIGURES = frozenset({VeranderingSoort.NIEUW_CIJFER, VeranderingSoort.ANDER_CIJFER, VeranderingSoort.CIJFER_WEG})


def show(werk: Stukwerk) -> None:
    """All of it, in one block for the hints and one for the document."""
    way = tag("p", spoorblok.way(SpoorSoort.RAADSSTUK, werk.stuk.id), class_="tv")
    st.html(join(changed(werk), _missing(werk), _limits(werk), stukleeshulp.compose(werk), way))
    with st.spinner(texts.TEKENEN):
        document = build_from(werk.stuk, werk.teksten, werk.prenten(), werk.stand[2])
    head = tag("p", texts.NAKIJKEN_UITLEG, class_="zacht")
    st.html(tag("section", head, document_blok.compose(document), class_="tv voorbeeldstuk"))


# What it lacks


def _missing(werk: Stukwerk) -> Html:
    items = [tag("li", it, dir="auto") for it in missing(werk)]
    return tag(
        "div",
        tag("h2", texts.ONTBREEKT),
        tag("ul", *items) if items else tag("p", texts.ONTBREEKT_LEEG, class_="zacht"),
        class_="tv raadsstuk",
    )


def missing(werk: Stukwerk) -> Iterator[str]:
    """What the raad would ask for first."""
    yield from _two_texts(werk)
    yield from _without_argument(werk)
    yield from _without_evidence(werk)
    yield from _tekorten(werk)
    for naam in lege_delen(werk.stuk, werk.teksten, werk.stand[2]):
        yield texts.ONTBREEKT_DEEL.format(deel=naam)


def _without_argument(werk: Stukwerk) -> Iterator[str]:
    stuk = werk.stuk
    points = werk.nummers(OnderdeelSoort.BESLISPUNT)
    if stuk.soort is StukSoort.RAADSVOORSTEL and not points:
        yield texts.ONTBREEKT_BESLISPUNT
    for id_, number in points.items():
        if not stuk.bij(id_, OnderdeelSoort.ARGUMENT):
            yield texts.ONTBREEKT_BIJ.format(nummer=number)


def _without_evidence(werk: Stukwerk) -> Iterator[str]:
    for it in werk.stuk.van(OnderdeelSoort.ARGUMENT):
        found = lacking(werk, it)
        if found:
            yield texts.ONTBREEKT_ARGUMENT.format(argument=werk.naam(it), wat=opsomming(found))


def lacking(werk: Stukwerk, argument: Onderdeel) -> list[str]:
    """Which of figure and citaat an argument has not, and why."""
    return [said for said in (_lacking_figure(werk, argument), _lacking_citaat(werk, argument)) if said]


def _lacking_figure(werk: Stukwerk, argument: Onderdeel) -> str:
    """Why an argument stands without a figure; empty when it has one."""
    code, gebied = argument.stand.indicator, argument.stand.gebied
    if not code or not gebied:
        return texts.GEEN_CIJFER.lower()
    found = werk.teksten.cijfers.get((code, gebied))
    if found is None:
        return texts.ONTBREEKT_CIJFER_WEG
    return "" if with_value(found.reeks.metingen) else texts.ONTBREEKT_CIJFER_LEEG


def _lacking_citaat(werk: Stukwerk, argument: Onderdeel) -> str:
    verhaal = argument.stand.citaat
    if verhaal is None:
        return texts.GEEN_VERHAAL.lower()
    return "" if verhaal in werk.teksten.citaten else texts.ONTBREEKT_CITAAT_WEG


def _two_texts(werk: Stukwerk) -> Iterator[str]:
    """Where somebody must choose before the stuk goes out."""
    for veld in werk.stuk.botsingen:
        it = werk.stuk.onderdeel(veld.onderdeel) if veld.onderdeel else None
        where = f"{werk.deel(veld.deel)}, {werk.naam(it)}" if it else werk.deel(veld.deel)
        yield texts.ONTBREEKT_KEUZE.format(plek=where)


def _tekorten(werk: Stukwerk) -> Iterator[str]:
    database, gebruiker, _ = werk.who
    for it in tekorten(database, gebruiker, werk.stuk, werk.teksten, werk.stand[2]):
        more = len(it.getallen) > 1
        words = nakijken.TEKORT_GETALLEN if more else nakijken.TEKORT[it.soort]
        yield words.format(plek=_place(werk, it), getallen=opsomming(_numbers(it.getallen)))


def _place(werk: Stukwerk, tekort: Tekort) -> str:
    found = werk.stuk.onderdeel(tekort.onderdeel) if tekort.onderdeel else None
    if found is not None:
        return werk.naam(found)
    return werk.deel(tekort.veld.deel) if tekort.veld else nakijken.TEKORT_TITEL


def _numbers(getallen: Sequence[str]) -> list[str]:
    shown = list(getallen[: nakijken.MEESTE_GETALLEN])
    left = len(getallen) - len(shown)
    return [*shown, nakijken.EN_MEER.format(aantal=left)] if left else shown


# What its figures cannot say


def _limits(werk: Stukwerk) -> Html:
    """The kanttekeningen in full; who was not heard first."""
    found = sorted(werk.teksten.kanttekeningen, key=lambda it: it.beperking is not Beperking.GROEPEN_NIET_GEHOORD)
    items = [tag("li", it.voluit, dir="auto") for it in found]
    return tag(
        "div",
        tag("h2", texts.NIET_KUNNEN),
        tag("ul", *items) if items else tag("p", texts.NIET_KUNNEN_LEEG, class_="zacht"),
        class_="tv raadsstuk",
    )


# What changed


def changed(werk: Stukwerk, nummer: int | None = None) -> Html:
    """What is something else since a time that somebody took the stuk along; the last one unless a nummer is given."""
    found = wat_veranderde(*werk.who, nummer=nummer, teksten=werk.teksten)
    kinds = dict.fromkeys(it.soort for it in found.veranderingen)
    items = [_change(werk, soort, found.van(soort)) for soort in kinds]
    return tag(
        "div",
        tag("h2", texts.VERANDERD),
        tag("p", _since(found.sinds, changed=bool(items))),
        tag("ul", *items) if items else None,
        class_="tv raadsstuk",
    )


def _since(sinds: Momentopname | None, *, changed: bool) -> str:
    if sinds is None:
        return texts.VERANDERD_NOG_NIET
    words = texts.VERANDERD_SINDS if changed else texts.VERANDERD_NIETS
    dag, laatst = (format_datum(to_amsterdam(it).date()) for it in (sinds.op, sinds.laatst))
    dag = dag if laatst == dag else nakijken.MOMENT_DAGEN.format(dag=dag, laatst=laatst)
    return words.format(nummer=sinds.nummer, dag=dag, kenmerk=sinds.kenmerk)


def _change(werk: Stukwerk, soort: VeranderingSoort, found: tuple[StukVerandering, ...]) -> Html:
    shown = found[: texts.MEESTE_VERANDERINGEN] if soort in _FIGURES else ()
    lines = [tag("li", _figure(werk, it), dir="auto") for it in shown]
    if soort in _FIGURES and len(found) > len(shown):
        lines.append(tag("li", texts.NOG_MEER.format(aantal=format_getal(len(found) - len(shown)))))
    said = count(texts.VERANDERING[soort], len(found))
    return tag("li", f"{said}{':' if lines else '.'}", tag("ul", *lines) if lines else None)


def _figure(werk: Stukwerk, it: StukVerandering) -> str:
    known = werk.teksten.cijfers.get((it.ref, it.gebied or ""))
    words = {
        VeranderingSoort.NIEUW_CIJFER: texts.VERANDERING_NIEUW,
        VeranderingSoort.CIJFER_WEG: texts.VERANDERING_WEG,
    }.get(it.soort, texts.VERANDERING_CIJFER if it.nu is not None else nakijken.NIET_MEER_GETOOND)
    return words.format(
        naam=known.reeks.indicator.naam if known else it.ref,
        plaats=known.plaats.naam if known else it.gebied,
        periode=format_periode(it.periode) if it.periode else "",
        was=_number(it.was, known.reeks.indicator.decimalen if known else 1),
        nu=_number(it.nu, known.reeks.indicator.decimalen if known else 1),
    )


def _number(waarde: float | None, decimalen: int) -> str:
    return texts.GEEN_GETAL if waarde is None else format_getal(waarde, decimalen)
