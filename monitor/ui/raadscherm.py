"""What the raad decided, on the page of what stands in the way; and the forms to write it down, for who may.

A label holds words of ours, numbers and names of figures; what was decided stands in our own HTML.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import streamlit as st

from monitor.domain.gebruiker import Gebruiker
from monitor.domain.raad import (
    Beslispunt,
    BeslispuntBron,
    BeslispuntSoort,
    BeslispuntUitkomst,
    BesluitWeg,
    Raadbeeld,
    Raadsbesluit,
)
from monitor.domain.spoor import SpoorSoort
from monitor.errors import OngeldigeInvoer, Probleem
from monitor.nl import format_datum
from monitor.services import woorden
from monitor.services.raad import NieuwBeslispunt, NieuwRaadsbesluit, add_besluit, remove_besluit
from monitor.store.database import Database
from monitor.ui import links, spoorblok, tekstvelden
from monitor.ui.formulier import Formulier
from monitor.ui.html import Html, join, tag
from monitor.ui.tekstvelden import Tekstvelden
from monitor.ui.texts import bottleneck as texts

PUNTEN = 3
"""So many beslispunten can be written down at once."""
_SOORTEN = tuple(BeslispuntSoort)


@dataclass(frozen=True, slots=True)
class Raadronde:
    """The gemeente of a raad, what it decided, and what stands on the page about which it can decide."""

    gemeente: str
    beeld: Raadbeeld
    punten: Mapping[str, int]
    """The number of each point on the page, by id."""
    wijken: Mapping[str, str]
    """Names of the wijken, by code."""

    @property
    def besluiten(self) -> dict[str, int]:
        """The number of each besluit on the page, by id: the oldest is 1."""
        return {it.id: number for number, it in enumerate(reversed(self.beeld.besluiten), start=1)}

    @property
    def patronen(self) -> dict[str, str]:
        """Every patroon by its number, in words of ours: the oldest is 1."""
        return {
            id_: texts.PATROON.format(nummer=number, wijk=self.wijken.get(it.gebied, it.gebied))
            for number, (id_, it) in enumerate(self.beeld.patronen.items(), start=1)
        }

    @property
    def plannen(self) -> dict[str, str]:
        """Every wijkplan by its wijk, in words of ours; numbered where a wijk had more than one."""
        names: dict[str, str] = {}
        for wijk, found in groupby(self.beeld.plannen.values(), key=lambda it: it.wijk):
            here, naam = list(found), self.wijken.get(wijk, wijk)
            for number, it in enumerate(here, start=1):
                pattern = texts.PLAN_VAN if len(here) == 1 else texts.PLAN_NUMMER
                names[it.id] = pattern.format(nummer=number, wijk=naam)
        return names

    def over(self, leerpunt: str) -> Sequence[tuple[Raadsbesluit, Beslispunt]]:
        """What the raad decided about a leerpunt, the newest first."""
        return [
            (besluit, it)
            for besluit in self.beeld.besluiten
            for it in besluit.punten
            if leerpunt in it.refs(BeslispuntSoort.LEERPUNT)
        ]


# What is read


def compose(ronde: Raadronde) -> Html:
    """What the raad decided, the newest first."""
    numbers = ronde.besluiten
    cards = [_besluit(ronde, it, numbers[it.id]) for it in ronde.beeld.besluiten]
    empty = [tag("p", texts.RAAD_LEEG, class_="zacht")]
    return tag("section", tag("h2", texts.RAAD, id=texts.ANKER_RAAD), *(cards or empty))


def _besluit(ronde: Raadronde, besluit: Raadsbesluit, number: int) -> Html:
    gone = besluit.weggehaald_op
    head = texts.BESLUIT.format(nummer=number, dag=format_datum(besluit.dag))
    return tag(
        "article",
        tag("h3", f"{head}: {besluit.titel}" if besluit.titel else head, dir="auto"),
        tag("p", texts.WOORDEN_WEG_OP.format(dag=format_datum(gone))) if gone else None,
        tag("ul", *(_punt(ronde, it) for it in besluit.te_lezen)) if besluit.te_lezen else None,
    )


def _punt(ronde: Raadronde, punt: Beslispunt) -> Html:
    said = texts.BESLISPUNT.format(nummer=punt.nummer, uitkomst=woorden.BESLISPUNT_UITKOMST[punt.uitkomst])
    order = sorted(punt.bronnen, key=lambda it: (_SOORTEN.index(it.soort), ronde.punten.get(it.ref, 0), it.ref))
    about = [it for bron in order if (it := _over(ronde, bron))]
    return tag(
        "li",
        tag("p", tag("span", said, class_="wie"), punt.tekst or texts.WOORDEN_WEG, dir="auto"),
        tag("p", texts.OVER, *_separated(about), class_="wie", dir="auto") if about else None,
        spoorblok.way(SpoorSoort.BESLISPUNT, punt.id),
    )


def _over(ronde: Raadronde, bron: BeslispuntBron) -> Html | None:
    if bron.soort is BeslispuntSoort.LEERPUNT:
        return _over_leerpunt(ronde, bron.ref)
    if bron.soort is BeslispuntSoort.INDICATOR:
        naam = ronde.beeld.cijfers.get(bron.ref)
        said = texts.OVER_CIJFER.format(naam=naam)
        return tag("a", said, href=links.to_indicator(bron.ref, gemeente=ronde.gemeente)) if naam else None
    plan, naam = ronde.beeld.plannen.get(bron.ref), ronde.plannen.get(bron.ref)
    return tag("a", texts.OVER_PLAN.format(naam=naam), href=links.to_wijkplan(plan.wijk)) if plan else None


def _over_leerpunt(ronde: Raadronde, ref: str) -> Html | None:
    """A point of this page; a patroon does not stand here, and its wijkgesprek has it."""
    number, patroon = ronde.punten.get(ref), ronde.beeld.patronen.get(ref)
    if number is not None:
        return tag("a", texts.OVER_PUNT.format(nummer=number), href=f"#punt-{number}")
    if patroon is None:
        return None
    said = texts.OVER_PATROON.format(wijk=ronde.wijken.get(patroon.gebied, patroon.gebied))
    return tag("a", said, href=links.to_wijkgesprek(patroon.gebied, stap="leerden", punt=ref))


def _separated(parts: Sequence[Html]) -> Iterable[Html | str]:
    for number, it in enumerate(parts):
        yield join(", ", it) if number else it
    yield "."


# What is asked


def ask_besluit(database: Database, gebruiker: Gebruiker, ronde: Raadronde, cijfers: Mapping[str, str]) -> None:
    """Write down what the raad decided, and about what; `cijfers`: names of the indicators of the gemeente, by code."""
    form = Formulier.make("raad", ronde.gemeente, title=texts.BESLUIT_ERBIJ)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        dag = velden.day("dag", texts.WELKE_DAG)
        titel = velden.line("titel", texts.WAAROVER)
        if ronde.beeld.patronen:
            st.html(_patronen(ronde))
        asked = [_ask_punt(velden, ronde, cijfers, number) for number in range(1, PUNTEN + 1)]

        def act() -> None:
            punten = [_filled(number, *it) for number, it in enumerate(_until_last(asked), start=1)]
            nieuw = NieuwRaadsbesluit(titel, dag, tuple(punten))
            add_besluit(database, gebruiker, ronde.gemeente, nieuw, token=form.token)

        return act

    tekstvelden.ask(
        database, form, draw, button=texts.BEWAAR_BESLUIT, said=texts.BESLUIT_BEWAARD, uitleg=texts.BESLUIT_UITLEG
    )


def _patronen(ronde: Raadronde) -> Html:
    """What people see more often, with the number by which a box names it."""
    names = ronde.patronen
    lines = (tag("li", f"{names[id_]}: {it.tekst}", dir="auto") for id_, it in ronde.beeld.patronen.items())
    return tag("details", tag("summary", texts.PATRONEN), tag("ul", *lines), class_="tv leren")


_Gevraagd = tuple[str, str | None, tuple[BeslispuntBron, ...]]
"""What was typed of a beslispunt, what was chosen of how it went, and about what it is."""


def _ask_punt(velden: Tekstvelden, ronde: Raadronde, cijfers: Mapping[str, str], number: int) -> _Gevraagd:
    st.html(tag("h3", texts.PUNT_KOP.format(nummer=number), class_="tv"))
    tekst = velden.text(f"punt-{number}", texts.PUNT_TEKST.format(nummer=number))
    uitkomsten = {it.value: woorden.BESLISPUNT_UITKOMST[it] for it in BeslispuntUitkomst}
    uitkomst = velden.choice(f"uitkomst-{number}", texts.PUNT_UITKOMST.format(nummer=number), uitkomsten)
    names = {
        BeslispuntSoort.LEERPUNT: {id_: texts.PUNT.format(nummer=it) for id_, it in ronde.punten.items()}
        | ronde.patronen,
        BeslispuntSoort.INDICATOR: cijfers,
        BeslispuntSoort.WIJKPLAN: ronde.plannen,
    }
    bronnen = tuple(
        BeslispuntBron(soort, ref)
        for soort, known in names.items()
        for ref in velden.several(f"{soort.value}-{number}", texts.PUNT_OVER[soort].format(nummer=number), known)
    )
    return tekst, uitkomst, bronnen


def _until_last(asked: Sequence[_Gevraagd]) -> Sequence[_Gevraagd]:
    """The points as far as somebody filled them in: one left empty in between keeps its number."""
    filled = [number for number, (tekst, uitkomst, bronnen) in enumerate(asked) if tekst.strip() or uitkomst or bronnen]
    return asked[: filled[-1] + 1] if filled else ()


def _filled(number: int, tekst: str, uitkomst: str | None, bronnen: tuple[BeslispuntBron, ...]) -> NieuwBeslispunt:
    if uitkomst is None:
        raise OngeldigeInvoer([Probleem(texts.UITKOMST_FOUT.format(nummer=number), "uitkomst")])
    return NieuwBeslispunt(tekst, BeslispuntUitkomst(uitkomst), bronnen)


def ask_weg(database: Database, gebruiker: Gebruiker, ronde: Raadronde) -> None:
    """Take a besluit away that leads to a person, or that the raad did not decide."""
    numbers = ronde.besluiten
    names = {
        it.id: texts.BESLUIT.format(nummer=numbers[it.id], dag=format_datum(it.dag))
        for it in ronde.beeld.besluiten
        if it.titel
    }
    if not names:
        return
    form = Formulier.make("raad-weg", ronde.gemeente, title=texts.BESLUIT_WEG)

    def draw(velden: Tekstvelden) -> Callable[[], object]:
        besluit = velden.choice("besluit", texts.WELK_BESLUIT, names)
        reden = velden.choice("reden", texts.WEG_WAAROM, {it.value: said for it, said in texts.WEG_REDEN.items()})
        velden.sure("zeker", texts.WEG_ZEKER, texts.WEG_NIET_ZEKER)

        def act() -> None:
            if besluit is None or reden is None:
                raise OngeldigeInvoer([Probleem(texts.WEG_KIES, "besluit")])
            remove_besluit(database, gebruiker, ronde.gemeente, besluit, BesluitWeg(reden))

        return act

    tekstvelden.ask(
        database, form, draw, button=texts.HAAL_BESLUIT_WEG, said=texts.BESLUIT_IS_WEG, uitleg=texts.BESLUIT_WEG_UITLEG
    )
