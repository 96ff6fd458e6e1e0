"""All that is done in a wijk as one sheet, to read and to print: of every organisation, and of people themselves."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from monitor.domain.activiteitenbeeld import Activiteitenbeeld, FinancieringRegel, Zaak, ZaakSoort, in_jaar
from monitor.domain.spoor import SpoorSoort
from monitor.domain.wijk import Financiering, FinancieringStaat
from monitor.nl import (
    format_datum,
    format_euro,
    format_getal,
    format_kwartaal,
    format_maand,
    hoofdletter,
    opsomming,
    sentence,
)
from monitor.services import woorden, zinnen
from monitor.ui import links, spoorblok
from monitor.ui import texts as alle_texts
from monitor.ui.html import Html, escape, join, paragraphs, tag
from monitor.ui.texts import activiteiten as texts
from monitor.ui.texts import count

Themas = Mapping[str, str]
"""The name of each thema by code, in their order."""
WERK_PLEK = "toevoegen"
"""Where on the page the forms begin."""
_LESSEN = 3
"""So many lessons stand at the top; the others stand with what taught them."""
_NIEMAND = "niemand"
"""What a name begins with that stands where a name was asked: nobody takes part by it."""
Nummers = Mapping[str, int]
"""The number on the sheet of each activiteit and initiatief, whatever year is looked at and whatever comes."""


@dataclass(frozen=True, slots=True)
class _Blad:
    """What the parts of the sheet look at."""

    beeld: Activiteitenbeeld
    alles: Activiteitenbeeld
    nummers: Nummers
    vandaag: date


def numbers(alles: Activiteitenbeeld) -> dict[str, int]:
    """The number of everything on the sheet."""
    return {zaak.id: zaak.nummer for zaak in alles.zaken}


def heading(alles: Activiteitenbeeld, *, werk: bool = False) -> Html:
    """Of which wijk this is, what stands here, and the way down to the forms for who may write something."""
    naam = alles.wijk.naam
    return tag(
        "div",
        tag("h1", texts.TITEL.format(wijk=naam)),
        tag("p", texts.INLEIDING, class_="sub"),
        tag("p", texts.AFDRUKKEN, class_="klein zacht afdrukken"),
        tag("p", tag("a", texts.NAAR_WIJK.format(wijk=naam), href=links.to_wijk(alles.wijk.code)), class_="klein"),
        tag("p", tag("a", texts.WERK, href=f"#{WERK_PLEK}"), class_="naar-werk") if werk else None,
        class_="tv",
    )


def sheet(alles: Activiteitenbeeld, jaar: int | None, themas: Themas, vandaag: date) -> Html:
    """The whole sheet, of one year or of all that is known; `alles` is the picture of all years."""
    blad = _Blad(in_jaar(alles, jaar), alles, numbers(alles), vandaag)
    return tag(
        "div",
        _years(alles, jaar),
        _learned(blad),
        _summary(blad.beeld),
        *(_thema(blad, thema, naam) for thema, naam in themas.items()),
        _happened(blad),
        _costs(blad.beeld, themas),
        _taking_part(blad),
        class_="tv activiteiten",
    )


def line(regel: FinancieringRegel) -> str:
    """One line of money in words."""
    it = regel.financiering
    return texts.REGEL_GELD.format(omschrijving=it.omschrijving, jaar=it.jaar, bedrag=_amount([regel], it.staat))


def _years(alles: Activiteitenbeeld, jaar: int | None) -> Html | None:
    if not alles.jaren:
        return None
    code = alles.wijk.code
    items = [_year(texts.ALLE_JAREN, links.to_activiteiten(code), here=jaar is None)]
    items += [_year(str(it), links.to_activiteiten(code, jaar=str(it)), here=it == jaar) for it in alles.jaren]
    return tag("nav", tag("p", texts.JAREN), tag("ul", *items), class_="jaren", aria_label=texts.JAREN)


def _year(label: str, href: str, *, here: bool) -> Html:
    return tag("li", tag("a", label, href=href, aria_current="page" if here else None))


def _learned(blad: _Blad) -> Html | None:
    """What was learned last, before how many go on or are over: told alike of what went well, stopped or failed."""
    jaar = blad.beeld.jaar
    lessons = [
        (les.op or zaak.geeindigd_op or zaak.begonnen_op or date.min, les.tekst, zaak)
        for zaak in blad.beeld.zaken
        for les in zaak.lessen
        if jaar is None or les.op is None or les.op.year == jaar
    ]
    if not lessons:
        return None
    newest = sorted(lessons, key=lambda it: (it[0], it[2].nummer), reverse=True)[:_LESSEN]
    items = [
        tag("li", sentence(tekst), " ", tag("span", _pointed(blad, zaak), class_="klein"), dir="auto")
        for _, tekst, zaak in newest
    ]
    return tag("section", tag("h2", alle_texts.WAT_LEERDEN_WE), tag("ul", *items, class_="lezen"))


def _summary(beeld: Activiteitenbeeld) -> Html:
    if not (beeld.zaken or beeld.gebeurtenissen or beeld.financiering):
        empty = texts.LEEG if beeld.jaar is None else texts.LEEG_JAAR.format(jaar=beeld.jaar)
        return tag("p", empty, class_="zacht")
    counted = Counter(it.status.value for it in beeld.zaken)
    parts = [count(words, counted[status]) for status, words in texts.TELLING.items() if counted[status]]
    said = texts.SAMENVATTING.format(aantal=count(texts.ZAKEN, len(beeld.zaken)), waarvan=opsomming(parts))
    only = tag("p", texts.OVER_JAAR.format(jaar=beeld.jaar), class_="zacht") if beeld.jaar else None
    return join(only, tag("p", said) if parts else None)


# Per thema


def _thema(blad: _Blad, thema: str, naam: str) -> Html | None:
    zaken = [it for it in blad.beeld.zaken if it.thema == thema]
    plekken = [it for it in blad.beeld.plekken if it.thema == thema] if blad.beeld.jaar is None else []
    if not zaken and not plekken:
        return None
    places = opsomming(f"{it.naam} ({it.soort})" for it in plekken)
    return tag(
        "section",
        tag("h2", naam),
        tag("div", *(_card(blad, it) for it in zaken), class_="kaarten") if zaken else None,
        tag("p", tag("b", f"{texts.PLEKKEN}: "), places, class_="klein") if places else None,
    )


def _card(blad: _Blad, zaak: Zaak) -> Html:
    return tag(
        "article",
        tag("p", " · ".join(_kind(blad, zaak)), class_="klein zacht"),
        tag("h3", zaak.naam),
        tag(
            "p",
            tag("span", woorden.ACTIVITEIT_STATUS[zaak.status], class_="merk"),
            _when(zaak, blad.vandaag),
            class_="waarde",
        ),
        paragraphs(zaak.beschrijving) if zaak.beschrijving else None,
        _lessons(zaak),
        _facts(_told(blad, zaak)),
        _course(zaak),
        spoorblok.way(SpoorSoort(zaak.soort.value), zaak.id),
        id=f"nummer-{blad.nummers[zaak.id]}",
    )


def _kind(blad: _Blad, zaak: Zaak) -> Iterable[str]:
    yield texts.NUMMER.format(nummer=blad.nummers[zaak.id])
    if zaak.soort is ZaakSoort.INITIATIEF:
        yield texts.INITIATIEF
    if zaak.gebied != blad.beeld.wijk.code:
        yield texts.HELE_GEMEENTE


def _when(zaak: Zaak, vandaag: date) -> str | None:
    begun, ended = zaak.begonnen_op, zaak.geeindigd_op
    if ended:
        tot = format_maand(ended)
        if begun and format_maand(begun) == tot:
            return texts.IN_MAAND.format(wanneer=tot)
        return texts.VAN_TOT.format(van=format_maand(begun), tot=tot) if begun else texts.TOT.format(tot=tot)
    if begun is None:
        return None
    return (texts.BEGINT if begun > vandaag else texts.SINDS).format(wanneer=format_maand(begun))


def _facts(lines: Iterable[tuple[str, object]]) -> Html | None:
    found = [join(tag("dt", title), tag("dd", said)) for title, said in lines if said]
    return tag("dl", *found, class_="soorten") if found else None


def _told(blad: _Blad, zaak: Zaak) -> Iterable[tuple[str, object]]:
    yield texts.WAT_WIL_JE, f"“{zaak.wat_wil_je}”" if zaak.wat_wil_je else None
    yield texts.VOOR_WIE, zaak.voor_wie
    yield texts.WIE, zaak.wie
    yield texts.FORMEEL, opsomming(zaak.formeel)
    yield texts.INFORMEEL, opsomming(zaak.informeel)
    yield texts.PARTNERS, zaak.partners
    yield texts.ROL, woorden.ROL_GEMEENTE[zaak.rol_gemeente] if zaak.rol_gemeente else None
    yield texts.WERKT_AAN, _works_on(blad, zaak)
    yield texts.BEGON, _began(blad, zaak)
    yield texts.LEIDDE, _led_to(blad, zaak)
    yield texts.VOLHOUDEN, _bearable(zaak)
    yield texts.GELD, _paid(it for it in blad.beeld.financiering if it.zaak == zaak.id)


def _works_on(blad: _Blad, zaak: Zaak) -> Html | None:
    wijk = blad.alles.wijk.code
    return _listed(tag("a", naam, href=links.to_indicator(code, wijk=wijk)) for code, naam in zaak.indicatoren)


def _began(blad: _Blad, zaak: Zaak) -> Html | None:
    lines: list[Html | str] = []
    for it in zaak.aanleidingen:
        if it.vraag:
            lines.append(texts.BEGON_VRAAG.format(vraag=it.vraag))
        if it.signaal_op:
            lines.append(texts.BEGON_SIGNAAL.format(wanneer=format_kwartaal(it.signaal_op)))
        before = blad.alles.zaak(it.uit)
        if before:
            lines.append(join(texts.BEGON_UIT, " ", _pointed(blad, before)))
    return join(*(tag("p", it) for it in lines)) if lines else None


def _led_to(blad: _Blad, zaak: Zaak) -> Html | None:
    """From one to more: what came out of this."""
    after = [it for it in blad.alles.zaken if any(begin.uit == zaak.id for begin in it.aanleidingen)]
    return _listed(_pointed(blad, it) for it in after)


def _pointed(blad: _Blad, zaak: Zaak) -> Html:
    """Where something else stands: its number and name, as a way to it when it is on this sheet."""
    nummer = blad.nummers[zaak.id]
    words = texts.NUMMER_NAAM.format(nummer=nummer, naam=zaak.naam)
    return tag("a", words, href=f"#nummer-{nummer}") if blad.beeld.zaak(zaak.id) else escape(words)


def _listed(items: Iterable[Html]) -> Html | None:
    """Each on a line of its own; None when there are none."""
    lines = [tag("p", it) for it in items]
    return join(*lines) if lines else None


def _bearable(zaak: Zaak) -> str | None:
    said = zaak.volhouden
    if said is None or said.volhouden is None:
        return zaak.volhoudbaar
    words = [f"{hoofdletter(woorden.VOLHOUDEN[said.volhouden])} ({format_maand(said.op)})."]
    words += [sentence(texts.WIE_HELPT.format(wie=said.wie_helpt))] if said.wie_helpt else []
    return " ".join(words)


def _paid(regels: Iterable[FinancieringRegel]) -> Html | None:
    """Each year on a line, the newest first."""
    per_jaar: defaultdict[int, list[Financiering]] = defaultdict(list)
    for it in regels:
        per_jaar[it.financiering.jaar].append(it.financiering)
    return _listed(escape(_unbroken(zinnen.geld_zin(per_jaar[jaar]))) for jaar in sorted(per_jaar, reverse=True))


def _unbroken(text: str) -> str:
    return text.replace("€ ", f"€{texts.EURO_VASTE_SPATIE}")


def _course(zaak: Zaak) -> Html | None:
    """How it went on, from the first day to the last, told in the same words whether it went well or not."""
    items = []
    if zaak.vervolg:
        items.append(tag("p", tag("b", f"{texts.VERVOLG}: "), zaak.vervolg))
    steps = [
        tag(
            "li",
            texts.VERLOOP_REGEL.format(wanneer=format_maand(it.op), status=woorden.ACTIVITEIT_STATUS[it.status]),
            f" {it.gebeurd}" if it.gebeurd else None,
            f" {texts.TOEN.format(vervolg=it.vervolg)}" if it.vervolg else None,
        )
        for it in zaak.voortgang
    ]
    if steps:
        items.append(tag("p", tag("b", texts.VERLOOP)))
        items.append(tag("ul", *steps))
    return tag("div", *items, class_="verloop") if items else None


def _lessons(zaak: Zaak) -> Html | None:
    items = [
        tag("li", it.tekst, tag("span", f" {format_maand(it.op)}", class_="zacht klein") if it.op else None)
        for it in zaak.lessen
    ]
    return tag("div", tag("p", tag("b", texts.LESSEN)), tag("ul", *items), class_="verloop") if items else None


# What happened, what it costs, who takes part


def _happened(blad: _Blad) -> Html | None:
    beeld, nummers = blad.beeld, blad.nummers
    if not beeld.gebeurtenissen:
        return None
    items = [
        tag(
            "li",
            tag("b", f"{format_datum(it.datum)}: "),
            it.titel,
            f". {it.toelichting}" if it.toelichting else None,
            f" ({texts.NUMMER.format(nummer=nummers[it.zaak]).lower()})" if it.zaak and it.zaak in nummers else None,
            f" ({texts.HELE_GEMEENTE})" if it.gebied != beeld.wijk.code else None,
        )
        for it in reversed(beeld.gebeurtenissen)
    ]
    return tag("section", tag("h2", texts.GEBEURD), tag("ul", *items))


def _costs(beeld: Activiteitenbeeld, themas: Themas) -> Html:
    if not beeld.financiering:
        return tag("section", tag("h2", texts.KOST), tag("p", texts.KOST_LEEG, class_="zacht"))
    head = [tag("th", it, scope="col") for it in (texts.KOLOM_WAARVOOR, texts.KOLOM_JAAR, texts.KOLOM_BEDRAG)]
    bodies = [
        _body(naam, [it for it in beeld.financiering if it.financiering.thema == code], beeld)
        for code, naam in themas.items()
    ]
    return tag(
        "section",
        tag("h2", texts.KOST),
        tag("p", texts.KOST_UITLEG, class_="lezen zacht"),
        tag("table", tag("caption", texts.KOST_TABEL), tag("thead", tag("tr", *head)), *bodies),
    )


def _body(naam: str, regels: Sequence[FinancieringRegel], beeld: Activiteitenbeeld) -> Html | None:
    """The lines of a thema, newest year first: what was asked for, granted and spent of the same thing is one row."""
    if not regels:
        return None
    grouped: defaultdict[tuple[int, bool, str, str], list[FinancieringRegel]] = defaultdict(list)
    for it in regels:
        line = it.financiering
        key = (-line.jaar, it.gebied != beeld.wijk.code, line.omschrijving, woorden.FINANCIERING_VORM[line.vorm])
        grouped[key].append(it)
    rows = [_row(*key, grouped[key]) for key in sorted(grouped)]
    return tag("tbody", tag("tr", tag("th", naam, colspan=3, scope="rowgroup", class_="groep")), *rows)


def _row(minus_jaar: int, overal: bool, omschrijving: str, vorm: str, regels: Sequence[FinancieringRegel]) -> Html:
    where = f"{vorm}, {texts.HELE_GEMEENTE}" if overal else vorm
    amounts = [tag("p", said) for staat in FinancieringStaat if (said := _amount(regels, staat))]
    return tag(
        "tr",
        tag("th", omschrijving, tag("span", where, class_="vorm-geld zacht"), scope="row"),
        tag("td", str(-minus_jaar)),
        tag("td", *amounts),
    )


def _amount(regels: Iterable[FinancieringRegel], staat: FinancieringStaat) -> str:
    """€ 12.400 toegekend; nothing where nothing is in this state."""
    lines = [it.financiering for it in regels if it.financiering.staat is staat]
    euros = [it.bedrag for it in lines if it.bedrag is not None]
    hours = [it.uren for it in lines if it.uren is not None]
    said = [_unbroken(format_euro(sum(euros, Decimal(0))))] if euros else []
    said += [texts.UUR.format(aantal=format_getal(sum(hours)))] if hours else []
    return f"{opsomming(said)} {woorden.FINANCIERING_STAAT[staat]}" if said else ""


def _taking_part(blad: _Blad) -> Html | None:
    """Everybody who does something here with the numbers on the sheet: one sheet instead of one for each of them."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for zaak in blad.beeld.zaken:
        with_others = [zaak.partners] if zaak.partners else []
        for naam in dict.fromkeys((zaak.wie or texts.ONBEKEND_WIE, *with_others, *zaak.formeel, *zaak.informeel)):
            if naam.casefold().split()[:1] != [_NIEMAND]:
                found[naam].append(blad.nummers[zaak.id])
    if not found:
        return None
    items = [
        tag("li", f"{naam}: ", texts.WIE_NUMMERS[len(given) > 1], " ", _ways(sorted(given)))
        for naam, given in sorted(found.items(), key=lambda it: (it[0] == texts.ONBEKEND_WIE, it[0].casefold()))
    ]
    return tag("section", tag("h2", texts.WIE_DOET_MEE), tag("ul", *items, class_="kolommen"))


def _ways(nummers: Sequence[int]) -> Html:
    """Numbers in a sentence, each as a way to its card."""
    ways = [tag("a", nummer, href=f"#nummer-{nummer}") for nummer in nummers]
    return join(*ways) if len(ways) < 2 else join(*(join(it, ", ") for it in ways[:-2]), ways[-2], " en ", ways[-1])
