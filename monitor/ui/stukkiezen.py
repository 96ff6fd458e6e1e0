"""The first step of a stuk: its title and years, and which figures, citaten and leerpunten are in it.

Citaten and leerpunten carry numbers; their words stand in our own HTML, because labels parse Markdown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from monitor.domain.leren import Leerpunt
from monitor.domain.meting import Reeks, with_value
from monitor.domain.raadsstuk import DELEN, VRIJ, BobFase, KeuzeSoort, StukKeuze, StukKop, StukSoort
from monitor.domain.verhaal import Verhaal
from monitor.nl import format_kwartaal
from monitor.services import citaten, raadsstukken, stukkeuzes, woorden
from monitor.services.raad import beslisbaar
from monitor.services.raadsstukken import StukKopInvoer
from monitor.services.wijkbeeld import themas as all_themas
from monitor.services.wijkgesprek import cijfer_zin
from monitor.ui import queries, stukversies
from monitor.ui.html import Html, join, tag
from monitor.ui.stukwerk import Stukwerk
from monitor.ui.texts import raadsstuk as texts

_NO_YEAR = 0
Cijfer = tuple[str, str]
"""Code of an indicator, and of the gebied of which the figure is."""


def show(werk: Stukwerk) -> None:
    """What can be chosen, with what is chosen already."""
    st.html(tag("p", texts.KIEZEN_UITLEG, class_="tv lezen"))
    if werk.schrijft:
        _ask_kop(werk)
    stukversies.ask_kop(werk)
    if werk.schrijft:
        _ask_waarover(werk)
    cijfers, citaten, leerpunten = _cijfers(werk), _citaten(werk), _leerpunten(werk)
    st.html(_offered(werk, cijfers, citaten, leerpunten))
    if werk.schrijft:
        _ask_keuze(werk, cijfers, citaten, leerpunten)


# Title, years and about what


def ask_years(key: str, kop: StukKop) -> tuple[str, str, str]:
    """Over which years it tells, and the first year of the money; as typed."""
    left, middle, right = st.columns(3)
    shown = [str(it) if it else "" for it in (kop.periode_van, kop.periode_tot, kop.jaar)]
    with left:
        van = st.text_input(texts.VAN, value=shown[0], key=f"{key}-van")
    with middle:
        tot = st.text_input(texts.TOT, value=shown[1], key=f"{key}-tot")
    with right:
        jaar = st.text_input(texts.JAAR, value=shown[2], key=f"{key}-jaar")
    return van, tot, jaar


def kop_invoer(titel: str, fase: BobFase | None, years: Sequence[str]) -> StukKopInvoer:
    """What was typed; what is no year is one that is refused, together with all else that is wrong."""
    van, tot, jaar = (_year(it.strip()) for it in years)
    return StukKopInvoer(titel, fase, van, tot, jaar)


def _year(typed: str) -> int | None:
    if not typed:
        return None
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) == len("2026") else _NO_YEAR


def ask_fase(key: str, now: BobFase | None = None) -> BobFase | None:
    """For what the raad has it before it."""
    words = woorden.BOB_FASE
    return st.selectbox(
        texts.FASE,
        list(words),
        index=list(words).index(now) if now else None,
        format_func=lambda it: words[it],
        placeholder=texts.KIES,
        key=f"{key}-fase",
    )


def several(label: str, names: Mapping[str, str], key: str, now: Iterable[str] = ()) -> list[str]:
    """A box in which more than one can be chosen; nothing where there is nothing to choose."""
    if not names:
        return []
    return st.multiselect(
        label,
        list(names),
        default=[it for it in now if it in names],
        format_func=lambda it: names.get(it, it),
        placeholder=texts.KIES,
        key=key,
    )


def wijken(stand: queries.Stand, gemeente: str) -> dict[str, str]:
    """The names of the wijken of a gemeente, by code."""
    return {it.wijk.code: it.wijk.naam for it in queries.gemeentebeeld(stand, gemeente).regels}


def themas(stand: queries.Stand) -> dict[str, str]:
    """The names of all themas, by code."""
    return {it.code: it.naam for it in all_themas(stand[0])}


def keuzes(soort: KeuzeSoort, refs: Iterable[str]) -> list[StukKeuze]:
    """These things as choices."""
    return [StukKeuze(soort, it) for it in refs]


def _ask_kop(werk: Stukwerk) -> None:
    key, kop = werk.key("kop"), werk.stuk.kop
    werk.opened(key, kop.nummer)
    place = st.expander(texts.KOP_ANDERS)
    with place, st.form(key, enter_to_submit=False, border=False):
        titel = st.text_input(texts.STUK_TITEL, value=kop.titel or "", key=f"{key}-titel")
        fase = ask_fase(key, kop.fase) if werk.stuk.soort is StukSoort.RAADSVOORSTEL else kop.fase
        years = ask_years(key, kop)
        sent = st.form_submit_button(texts.KOP_BEWAAR)
    if sent:
        werk.save(
            "kop",
            texts.KEUZE_BEWAARD,
            lambda: raadsstukken.change_kop(
                *werk.who,
                kop_invoer(titel, fase, years),
                begonnen_bij=werk.seen(key, kop.nummer),
                token=werk.token("kop"),
            ),
            place,
        )


def _ask_waarover(werk: Stukwerk) -> None:
    """Wijken and themas: what can be chosen below follows from them."""
    key = werk.key("waarover")
    place = st.expander(texts.WAAROVER, expanded=not werk.stuk.gekozen(KeuzeSoort.WIJK))
    with place, st.form(key, enter_to_submit=False, border=False):
        here = werk.stuk.gekozen(KeuzeSoort.WIJK)
        asked = several(texts.WIJKEN, wijken(werk.stand, werk.stuk.gemeente), f"{key}-wijken", here)
        about = several(texts.THEMAS, themas(werk.stand), f"{key}-themas", werk.stuk.gekozen(KeuzeSoort.THEMA))
        sent = st.form_submit_button(texts.BEWAAR_KEUZE)
    if sent:
        chosen = [*keuzes(KeuzeSoort.WIJK, asked), *keuzes(KeuzeSoort.THEMA, about)]
        werk.save(
            "waarover",
            texts.KEUZE_BEWAARD,
            lambda: _change(werk, chosen, (KeuzeSoort.WIJK, KeuzeSoort.THEMA)),
            place,
        )


# Figures, citaten and leerpunten


def _cijfers(werk: Stukwerk) -> dict[Cijfer, tuple[str, Reeks]]:
    """The figures of the wijken and themas of the stuk, with the name of the gebied; those in the stuk first.

    Those of the whole gemeente come last: a stuk may be about all of it.
    """
    about = frozenset(werk.stuk.gekozen(KeuzeSoort.THEMA))
    found = {key: (it.plaats.naam, it.reeks) for key, it in werk.teksten.cijfers.items()}
    for code in werk.stuk.gekozen(KeuzeSoort.WIJK):
        beeld = queries.wijkbeeld(werk.stand, code)
        for kaart in beeld.kaarten:
            if not about or kaart.thema.code in about:
                for reeks in kaart.reeksen:
                    found.setdefault((reeks.indicator.code, code), (beeld.wijk.naam, reeks))
    whole = {reeks.indicator.code: reeks for _, reeks in found.values() if with_value(reeks.gemeente)}
    for code, reeks in whole.items():
        of_all = replace(reeks, metingen=reeks.gemeente, gemeente=())
        found.setdefault((code, werk.stuk.gemeente), (texts.VAN_GEMEENTE, of_all))
    return found


def _citaten(werk: Stukwerk) -> dict[str, Verhaal]:
    chosen = citaten.bruikbare_citaten(werk.database, werk.stuk.citaten)
    offered = stukkeuzes.citaten_om_te_kiezen(*werk.who)
    mine = [chosen[it] for it in werk.stuk.citaten if it in chosen]
    return {it.id: it for it in (*mine, *offered)}


def _leerpunten(werk: Stukwerk) -> dict[str, Leerpunt]:
    """What was learned in the gemeente; in the wijken of the stuk first."""
    here = werk.stuk.gekozen(KeuzeSoort.WIJK)
    found = beslisbaar(werk.database, werk.stuk.gemeente)
    return {it.id: it for it in sorted(found, key=lambda it: it.gebied not in here)}


def _offered(
    werk: Stukwerk,
    cijfers: Mapping[Cijfer, tuple[str, Reeks]],
    citaten: Mapping[str, Verhaal],
    leerpunten: Mapping[str, Leerpunt],
) -> Html:
    """All that can be chosen, each with its number."""
    chosen = set(werk.stuk.keuzes)
    how = werk.teksten.zin("citaten")
    names = wijken(werk.stand, werk.stuk.gemeente)
    return tag(
        "div",
        tag("h2", texts.CIJFERS),
        _numbered(
            (
                (_cijfer(naam, reeks), StukKeuze(KeuzeSoort.INDICATOR, *key) in chosen)
                for key, (naam, reeks) in cijfers.items()
            ),
            texts.CIJFERS_LEEG,
        ),
        tag("h2", texts.CITATEN),
        tag("p", how.tekst, class_="zacht") if how else None,
        _numbered(
            ((_citaat(it), StukKeuze(KeuzeSoort.CITAAT, id_) in chosen) for id_, it in citaten.items()),
            texts.CITATEN_LEEG,
        ),
        tag("h2", texts.LEERPUNTEN),
        _numbered(
            ((_leerpunt(it, names), StukKeuze(KeuzeSoort.LEERPUNT, id_) in chosen) for id_, it in leerpunten.items()),
            texts.LEERPUNTEN_LEEG,
        ),
        class_="tv raadsstuk",
    )


def _numbered(items: Iterable[tuple[tuple[Html, str], bool]], empty: str) -> Html:
    """Each with its number, whether it is in the stuk, and what is below it."""
    lines = [
        tag(
            "li",
            head,
            tag("span", texts.GEKOZEN, class_="merk") if chosen else None,
            tag("p", below, class_="wie") if below else None,
        )
        for (head, below), chosen in items
    ]
    return tag("ol", *lines, class_="aanbod") if lines else tag("p", empty, class_="zacht")


def _cijfer(naam: str, reeks: Reeks) -> tuple[Html, str]:
    soort = woorden.BEWIJSSOORT[reeks.indicator.bewijssoort]
    head = join(tag("b", reeks.indicator.naam, dir="auto"), f" ({naam}) ", tag("span", soort, class_="merk"))
    return head, cijfer_zin(reeks)


def _leerpunt(it: Leerpunt, names: Mapping[str, str]) -> tuple[Html, str]:
    said = texts.LEERPUNT_UIT.format(plaats=names.get(it.gebied, texts.IN_GEMEENTE))
    return tag("span", it.tekst or "", dir="auto"), said


def _citaat(it: Verhaal) -> tuple[Html, str]:
    who = ", ".join(woorden.PERSPECTIEF[wie] for wie in it.perspectieven)
    told = " · ".join(part for part in (who, format_kwartaal(it.kwartaal)) if part)
    other = {woorden.VERHOUDING[koppeling.verhouding] for koppeling in it.koppelingen}
    return tag("q", it.citaat or "", class_="citaat", dir="auto"), " · ".join((told, *sorted(other)))


def _ask_keuze(
    werk: Stukwerk,
    cijfers: Mapping[Cijfer, tuple[str, Reeks]],
    citaten: Mapping[str, Verhaal],
    leerpunten: Mapping[str, Leerpunt],
) -> None:
    key = werk.key("keuze")
    place = st.container()
    with place, st.form(key, enter_to_submit=False):
        numbers = {" ".join(pair): texts.CIJFER_NUMMER.format(nummer=place) for place, pair in enumerate(cijfers, 1)}
        pairs = {" ".join(pair): pair for pair in cijfers}
        now = [" ".join((it.ref, it.gebied or "")) for it in werk.stuk.keuzes if it.soort is KeuzeSoort.INDICATOR]
        figures = several(texts.CIJFERS, numbers, f"{key}-cijfers", now)
        quoted = several(
            texts.CITATEN,
            {id_: texts.CITAAT_NUMMER.format(nummer=place) for place, id_ in enumerate(citaten, 1)},
            f"{key}-citaten",
            werk.stuk.gekozen(KeuzeSoort.CITAAT),
        )
        learned = several(
            texts.LEERPUNTEN,
            {id_: texts.LEERPUNT_NUMMER.format(nummer=place) for place, id_ in enumerate(leerpunten, 1)},
            f"{key}-leerpunten",
            werk.stuk.gekozen(KeuzeSoort.LEERPUNT),
        )
        free = {it.value: werk.deel(it) for it in DELEN[werk.stuk.soort] if it in VRIJ}
        delen = several(texts.DELEN, free, f"{key}-delen", werk.stuk.gekozen(KeuzeSoort.DEEL))
        sent = st.form_submit_button(texts.BEWAAR_KEUZE, type="primary")
    if sent:
        chosen = [
            *(StukKeuze(KeuzeSoort.INDICATOR, *pairs[it]) for it in figures),
            *keuzes(KeuzeSoort.CITAAT, quoted),
            *keuzes(KeuzeSoort.LEERPUNT, learned),
            *keuzes(KeuzeSoort.DEEL, delen),
        ]
        kinds = (KeuzeSoort.INDICATOR, KeuzeSoort.CITAAT, KeuzeSoort.LEERPUNT, KeuzeSoort.DEEL)
        werk.save("keuze", texts.KEUZE_BEWAARD, lambda: _change(werk, chosen, kinds), place)


def _change(werk: Stukwerk, chosen: Iterable[StukKeuze], soorten: Sequence[KeuzeSoort]) -> None:
    """Make these the choices of these kinds."""
    wanted = dict.fromkeys(chosen)
    now = [it for it in werk.stuk.keuzes if it.soort in soorten]
    stukkeuzes.choose(*werk.who, [it for it in wanted if it not in now])
    stukkeuzes.choose(*werk.who, [it for it in now if it not in wanted], erbij=False)
