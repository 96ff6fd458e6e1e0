"""The third step of a stuk: how it will look, what it lacks, how it reads, and what changed since it was last taken."""

from collections.abc import Iterator

import streamlit as st

from monitor.domain.kanttekening import Beperking
from monitor.domain.momentopname import Momentopname, StukVerandering, VeranderingSoort
from monitor.domain.raadsstuk import Deel, OnderdeelSoort, StukSoort
from monitor.domain.spoor import SpoorSoort
from monitor.nl import format_datum, format_getal, format_periode, to_amsterdam
from monitor.services.stukbouw import build_from, lege_delen
from monitor.services.wat_veranderde import wat_veranderde
from monitor.ui import document_blok, leeshulpblok, spoorblok, stukschrijven
from monitor.ui.html import Html, join, tag
from monitor.ui.stukwerk import Stukwerk
from monitor.ui.texts import count
from monitor.ui.texts import raadsstuk as texts

_FIGURES = frozenset({VeranderingSoort.NIEUW_CIJFER, VeranderingSoort.ANDER_CIJFER, VeranderingSoort.CIJFER_WEG})


def show(werk: Stukwerk) -> None:
    """All of it, in one block for the hints and one for the document."""
    way = tag("p", spoorblok.way(SpoorSoort.RAADSSTUK, werk.stuk.id), class_="tv")
    st.html(join(changed(werk), _missing(werk), _limits(werk), _readable(werk), way))
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
    yield from _without_argument(werk)
    yield from _without_evidence(werk)
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
    numbers = werk.nummers(OnderdeelSoort.ARGUMENT)
    for it in werk.stuk.van(OnderdeelSoort.ARGUMENT):
        if (it.stand.indicator or "", it.stand.gebied or "") not in werk.cijfers:
            yield texts.ONTBREEKT_ARGUMENT.format(nummer=numbers[it.id], wat=texts.GEEN_CIJFER.lower())
        if it.stand.citaat not in werk.citaten:
            yield texts.ONTBREEKT_ARGUMENT.format(nummer=numbers[it.id], wat=texts.GEEN_VERHAAL.lower())


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


# How it reads


def _readable(werk: Stukwerk) -> Html:
    stuk = werk.stuk
    blocks = [
        block
        for deel in stuk.delen
        if deel is not Deel.KOP
        and (block := leeshulpblok.compose(stukschrijven.eigen_tekst(stuk, deel), werk.deel(deel))) is not None
    ]
    body = (leeshulpblok.explained(), *blocks) if blocks else (tag("p", texts.LEESBAAR_LEEG, class_="zacht"),)
    return tag("div", tag("h2", texts.LEESBAAR), *body, class_="tv raadsstuk")


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
    dag = format_datum(to_amsterdam(sinds.op).date())
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
    }.get(it.soort, texts.VERANDERING_CIJFER)
    return words.format(
        naam=known.reeks.indicator.naam if known else it.ref,
        plaats=known.plaats.naam if known else it.gebied,
        periode=format_periode(it.periode) if it.periode else "",
        was=_number(it.was, known.reeks.indicator.decimalen if known else 1),
        nu=_number(it.nu, known.reeks.indicator.decimalen if known else 1),
    )


def _number(waarde: float | None, decimalen: int) -> str:
    return texts.GEEN_GETAL if waarde is None else format_getal(waarde, decimalen)
