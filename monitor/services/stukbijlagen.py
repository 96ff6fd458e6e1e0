"""The bijlagen that the product writes at a stuk: what stands in its text in short, in full."""

from collections.abc import Iterator, Mapping

from monitor.domain.document import Alinea, AlineaSoort, Blok, Kop, Lijst, NieuweBladzijde, Prent, Tabel
from monitor.domain.meting import Breuk, Meting, MetingStatus, Reeks
from monitor.domain.raadsstuk import Deel, OnderdeelSoort, StukSoort
from monitor.nl import format_datum, format_euro, format_getal, format_periode, hoofdletter, one_line, sentence
from monitor.services import zinnen
from monitor.services.stukbewijs import HOE_GEKOZEN, WAT_WE_LEERDEN, chosen_before
from monitor.services.stukopmaak import NIETS, Stukopmaak, cell, listed, table_of
from monitor.services.stukparticipatie import WIE_DEED_MEE
from monitor.services.stukzinnen import Stukcijfer, bron_zin, geen_beperking
from monitor.services.waarden import decimals_shown, plain_value
from monitor.services.woorden import (
    BREUK,
    FINANCIERING_STAAT,
    FINANCIERING_VORM,
    METING_STATUS,
    NIVEAU,
    ONTBREEKT_UITLEG,
)

Prenten = Mapping[tuple[str, str], str]
"""The chart of each figure as SVG, by indicator and gebied."""

CIJFERS = "Cijfers"
NIET_TE_ZEGGEN = "Wat deze cijfers niet kunnen zeggen"
GELD = "Geld dat er al is"
BUITEN = "Dit stuk kijkt naar een deel van de jaren. Van andere jaren zijn er ook cijfers: {aantal}."
VANAF_HIER = "Vanaf hier: {breuk}"
NULMETING = "Nulmeting"
MEESTE_PRENTEN = 12
"""More charts make a stuk too long to read; the tables of the other figures are there."""
ZONDER_PRENT = f"In een stuk staan hoogstens {MEESTE_PRENTEN} grafieken. Van dit cijfer is er alleen de tabel."


def bijlage_namen(opmaak: Stukopmaak) -> tuple[str, ...]:
    """What every bijlage is called, those that people send along first."""
    own = [cell(opmaak.stuk, it) for it in opmaak.stuk.van(OnderdeelSoort.BIJLAGE)]
    return (*own, *(name for name, _ in _made(opmaak, {})))


def bijlagen(opmaak: Stukopmaak, prenten: Prenten) -> Iterator[Blok]:
    """Every bijlage that the product writes, with the number that it has in the list."""
    begin = len(opmaak.stuk.van(OnderdeelSoort.BIJLAGE)) + 1
    for number, (name, blokken) in enumerate(_made(opmaak, prenten), start=begin):
        # Nobody signs a wijkbeeld: there a new page would leave one with a few lines on it.
        if number == begin and opmaak.stuk.soort is not StukSoort.WIJKBEELD:
            yield NieuweBladzijde()
        yield Kop(1, f"Bijlage {number}: {name[:1].lower()}{name[1:]}")
        yield from blokken


def _made(opmaak: Stukopmaak, prenten: Prenten) -> Iterator[tuple[str, Iterator[Blok]]]:
    teksten = opmaak.teksten
    if teksten.cijfers:
        yield CIJFERS, _cijfers(opmaak, prenten)
    yield NIET_TE_ZEGGEN, _niet_te_zeggen(opmaak)
    if teksten.leerpunten:
        yield WAT_WE_LEERDEN, _leerpunten(opmaak)
    if chosen_before(opmaak):
        yield HOE_GEKOZEN, iter(listed(opmaak, opmaak.teksten.van(Deel.ARGUMENTEN)))
    if teksten.deed_mee:
        yield WIE_DEED_MEE, _wie_deed_mee(opmaak)
    if teksten.geld:
        yield GELD, _geld(opmaak)


def _niet_te_zeggen(opmaak: Stukopmaak) -> Iterator[Blok]:
    limits = opmaak.teksten.kanttekeningen
    nothing = geen_beperking(bekeken=opmaak.teksten.bekeken)
    yield Lijst(tuple(it.voluit for it in limits)) if limits else Alinea(nothing)


def _leerpunten(opmaak: Stukopmaak) -> Iterator[Blok]:
    names = {it.code: it.naam for it in opmaak.teksten.wijken}
    found = opmaak.teksten.leerpunten
    yield table_of(
        "Wat bewoners en anderen in wijkgesprekken leerden",
        {
            "Wat het is": [NIVEAU[it.niveau] for it in found],
            "Wat we leerden": [it.tekst or NIETS for it in found],
            "Waar": [names.get(it.gebied, NIETS) for it in found],
        },
    )


def _wie_deed_mee(opmaak: Stukopmaak) -> Iterator[Blok]:
    """Every bijeenkomst, and how people voted about each figure."""
    if met := opmaak.teksten.bijeenkomsten:
        yield table_of(
            "Bijeenkomsten: aantallen, nooit namen",
            {
                "Waar": [it.plaats.naam for it in met],
                "Wat": [it.wat for it in met],
                "Waarover": [it.waarover or NIETS for it in met],
                "Wanneer": [format_datum(it.dag) for it in met],
                "Wie": [it.wie or NIETS for it in met],
                "Wat eruit kwam": [it.daaruit for it in met],
            },
        )
    if voted := opmaak.teksten.stemmen:
        yield table_of(
            "Of de wijk op een cijfer wil letten: stemmen, nooit namen",
            {
                "Waar": [it.plaats.naam for it in voted],
                "Cijfer": [it.cijfer for it in voted],
                "Wanneer": [it.wanneer for it in voted],
                "Stemmen": [it.stemmen for it in voted],
            },
        )


def _geld(opmaak: Stukopmaak) -> Iterator[Blok]:
    """Each line of money; of one thema its name stands above the table, and not on every row."""
    found = opmaak.teksten.geld
    themas = list(dict.fromkeys(it.thema for it in found))
    over = f" voor “{themas[0]}”" if len(themas) == 1 else ""
    yield table_of(
        f"Geld en uren{over}, per jaar en per vorm",
        {
            "Waar": [it.gebied for it in found],
            "Thema": [it.thema if len(themas) > 1 else NIETS for it in found],
            "Waarvoor": [it.regel.omschrijving for it in found],
            "Jaar": [str(it.regel.jaar) for it in found],
            "Vorm": [FINANCIERING_VORM[it.regel.vorm] for it in found],
            "Stand": [FINANCIERING_STAAT[it.regel.staat] for it in found],
            "Bedrag": [format_euro(it.regel.bedrag) if it.regel.bedrag is not None else NIETS for it in found],
            "Uren": [format_getal(it.regel.uren) if it.regel.uren is not None else NIETS for it in found],
        },
        frozenset({"Jaar", "Bedrag", "Uren"}),
    )


# Figures


def _cijfers(opmaak: Stukopmaak, prenten: Prenten) -> Iterator[Blok]:
    for number, it in enumerate(opmaak.teksten.cijfers.values(), start=1):
        yield Kop(2, f"Cijfer {number}. {one_line(_name(it))}")
        if it.versie.indicator.definitie:
            yield Alinea(f"Wat dit cijfer zegt: {sentence(it.versie.indicator.definitie)}")
        yield from _prent(it, number, prenten.get(it.sleutel))
        if it.reeks.metingen:
            yield _tabel(it)
        if it.buiten:
            yield Alinea(BUITEN.format(aantal=it.buiten), AlineaSoort.KLEIN)


def _name(cijfer: Stukcijfer) -> str:
    return f"{cijfer.reeks.indicator.naam} ({cijfer.plaats.naam})"


def _prent(cijfer: Stukcijfer, number: int, svg: str | None) -> Iterator[Blok]:
    if number > MEESTE_PRENTEN:
        yield Alinea(ZONDER_PRENT, AlineaSoort.KLEIN)
    elif svg:
        words = f"{_name(cijfer)}. {bron_zin(cijfer.bronnen)}".strip()
        yield Prent(svg, zinnen.alt_zin(cijfer.reeks), words)


def _tabel(cijfer: Stukcijfer) -> Tabel:
    """The metingen of a figure."""
    reeks = cijfer.reeks
    daar = {it.periode: _waarde(cijfer, it) for it in reeks.gemeente}
    breuken = _breuken(reeks)
    eenheid = f" ({reeks.indicator.eenheid})" if reeks.indicator.eenheid != "code" else ""
    return table_of(
        f"{one_line(_name(cijfer))}{eenheid}",
        {
            "Periode": [format_periode(it.periode) for it in reeks.metingen],
            "Cijfer": [_waarde(cijfer, it) for it in reeks.metingen],
            "Marge": [_marge(cijfer, it) for it in reeks.metingen],
            "Mensen gevraagd": [format_getal(it.n) if it.n is not None else NIETS for it in reeks.metingen],
            "Hele gemeente": [daar.get(it.periode, NIETS) for it in reeks.metingen],
            "Opmerking": [_opmerking(reeks, it, breuken.get(it.periode)) for it in reeks.metingen],
        },
        frozenset({"Cijfer", "Marge", "Mensen gevraagd", "Hele gemeente"}),
    )


def _breuken(reeks: Reeks) -> dict[str, Breuk]:
    """The first period after each breuk, where earlier ones stand above it."""
    found: dict[str, Breuk] = {}
    for breuk in reeks.breuken:
        after = [it for it in reeks.metingen if it.start >= breuk.vanaf]
        if after and after[0] != reeks.metingen[0]:
            found[after[0].periode] = breuk
    return found


def _waarde(cijfer: Stukcijfer, meting: Meting) -> str:
    indicator = cijfer.reeks.indicator
    if meting.waarde is None:
        return "geen cijfer"
    return plain_value(indicator, meting.waarde, decimals_shown(indicator))


def _marge(cijfer: Stukcijfer, meting: Meting) -> str:
    if meting.ondergrens is None or meting.bovengrens is None:
        return NIETS
    places = decimals_shown(cijfer.reeks.indicator)
    return f"{format_getal(meting.ondergrens, places)} tot {format_getal(meting.bovengrens, places)}"


def _opmerking(reeks: Reeks, meting: Meting, breuk: Breuk | None) -> str:
    said = [
        VANAF_HIER.format(breuk=BREUK[breuk.soort]) if breuk else "",
        NULMETING if reeks.is_nulmeting(meting) else "",
        hoofdletter(ONTBREEKT_UITLEG[meting.ontbreekt_reden]) if meting.ontbreekt_reden else "",
        hoofdletter(METING_STATUS[meting.status]) if _may_change(meting) else "",
    ]
    return "; ".join(it for it in said if it) or NIETS


def _may_change(meting: Meting) -> bool:
    """Whether there is a value that is not the last word; of what is not there no status is told."""
    return meting.waarde is not None and meting.status is not MetingStatus.DEFINITIEF
