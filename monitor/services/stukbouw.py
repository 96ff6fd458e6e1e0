"""A stuk for the raad as a document: what people wrote, and what the product writes itself, deel by deel.

Every argument carries its figure and its citaat, or says which one is missing. What people wrote is never dropped: not
a sentence that took the place of one that the product no longer writes, and not one of two texts that stand beside each
other. A citaat that was taken back is not in it, and the document says so where it stood.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from monitor.domain.document import (
    Alinea,
    AlineaSoort,
    Blok,
    Citaat,
    Document,
    Kader,
    Kop,
    Lijst,
    NieuweBladzijde,
    Prent,
    Tabel,
)
from monitor.domain.meting import Meting, MetingStatus, with_value
from monitor.domain.raadsstuk import (
    EIGEN_ZIN,
    GELD_JAREN,
    KWADRANT_ASSEN,
    TEKST,
    Deel,
    Onderdeel,
    OnderdeelSoort,
    Raadsstuk,
    StukVeld,
)
from monitor.nl import format_datum, format_euro, format_getal, format_periode, hoofdletter, sentence, today_amsterdam
from monitor.services import zinnen
from monitor.services.stukteksten import Stukteksten, stukteksten
from monitor.services.stukzinnen import GEEN_CIJFER, GEEN_VERHAAL, STIL, Stukcijfer, Stukzin, bron_zin
from monitor.services.waarden import decimals_shown, plain_value
from monitor.services.woorden import (
    BOB_FASE,
    EERDER_VORM,
    FINANCIERING_STAAT,
    FINANCIERING_VORM,
    GELD_VORM,
    METING_STATUS,
    NIVEAU,
    ONTBREEKT_UITLEG,
    STUKSOORT,
    stukdeel,
)
from monitor.store.database import Database

Tekenaar = Callable[[Sequence[Stukcijfer]], Sequence[str]]
"""Draws figures over time, each as SVG."""
Melder = Callable[[str], None]
"""Is told what is being done."""

TERUGGENOMEN = "Een citaat is teruggenomen."
TWEE_TEKSTEN = "Hier staan twee teksten naast elkaar. Kies er een."
ZIN_WEG = "De monitor schrijft deze zin nu niet meer:"
CIJFER_WEG = "Het cijfer dat hier stond, is er niet meer."
ZONDER_WOORDEN = "nog zonder woorden"
NIET_TE_ZEGGEN = "Wat deze cijfers niet kunnen zeggen"
GEEN_BEPERKING = "Van de cijfers in dit stuk kennen wij geen beperkingen."
GEEN_RENDEMENT = (
    "Wij delen geld niet door wat het opleverde. Geld, cijfers en verhalen staan naast elkaar. "
    "Wat zij samen zeggen, is aan de lezer."
)
VOORBEELD = "Dit stuk gaat over een verzonnen gemeente. De cijfers en verhalen zijn een voorbeeld."
WIE_DEED_MEE = "Wie deed mee"
NIETS = "–"
"""Stands in a cell where there is nothing to say."""
WAARNAAR = "Waarnaar we kijken"
BUITEN = "Dit stuk kijkt naar een deel van de jaren. Van andere jaren zijn er ook cijfers: {aantal}."

_KOPREGELS = {
    "vergadering": "Raadsvergadering",
    "zaaknummer": "Zaaknummer",
    "programma": "Programma",
    "portefeuille": "Portefeuille",
    "afdeling": "Afdeling",
}
_TUSSENKOPPEN = {
    (Deel.EFFECT, "nagaan"): "Hoe de raad dit kan nagaan",
    (Deel.FINANCIEN, "begrotingswijziging"): "Begrotingswijziging",
    (Deel.FINANCIEN, "stopt"): "Wat stopt, en hoe dat afgebouwd wordt",
    (Deel.PARTICIPATIE, "reactie"): "Reactie van bewoners",
    (Deel.JURIDISCH, "privacy"): "Privacy",
    (Deel.DUURZAAMHEID, "inclusie"): "Inclusie",
}


@dataclass(frozen=True, slots=True)
class _Bouw:
    """What is needed to write any deel."""

    stuk: Raadsstuk
    teksten: Stukteksten
    nummers: Mapping[tuple[str, str], int]
    """The number of each figure in the bijlage, by indicator and gebied."""


def build(
    database: Database,
    stuk: Raadsstuk,
    teken: Tekenaar,
    *,
    teksten: Stukteksten | None = None,
    kenmerk: str = "",
    meld: Melder | None = None,
) -> Document:
    """The stuk as a document, with what the store holds now. `kenmerk` is that of its momentopname.

    `teksten` is what the product writes in it now, for who read that already.
    """
    tell = meld or (lambda _: None)
    if teksten is None:
        tell("Cijfers en verhalen lezen")
        teksten = stukteksten(database, stuk)
    tell("Grafieken tekenen")
    drawn = [it for it in teksten.cijfers.values() if with_value(it.reeks.metingen)]
    prenten = dict(zip((it.sleutel for it in drawn), teken(drawn) if drawn else (), strict=True))
    tell("Het stuk opmaken")
    return build_from(stuk, teksten, prenten, today_amsterdam(database.now()), kenmerk=kenmerk)


def build_from(
    stuk: Raadsstuk, teksten: Stukteksten, prenten: Mapping[tuple[str, str], str], op: date, *, kenmerk: str = ""
) -> Document:
    """The same from what was read and drawn before."""
    bouw = _Bouw(stuk, teksten, {key: place for place, key in enumerate(teksten.cijfers, start=1)})
    soort = hoofdletter(STUKSOORT[stuk.soort])
    blokken = [blok for deel in stuk.delen for blok in _deel(bouw, deel)]
    return Document(
        titel=_line(stuk.kop.titel or "") or soort,
        ondertitel=soort,
        gemeente=teksten.gemeente.naam,
        datum=op,
        kenmerk=kenmerk,
        blokken=(*blokken, *_bijlagen(bouw, prenten)),
    )


# A deel


def _deel(bouw: _Bouw, deel: Deel) -> Iterator[Blok]:
    if deel is Deel.KOP:
        yield from _kop(bouw)
        return
    if deel is Deel.CONCEPTBESLUIT:
        yield NieuweBladzijde()
    yield Kop(1, stukdeel(bouw.stuk.soort, deel))
    body = [*_veld(bouw.stuk, StukVeld(deel)), *_EIGEN.get(deel, _nothing)(bouw), *_orphans(bouw, deel)]
    yield from body or [Alinea(STIL, AlineaSoort.KLEIN)]
    for (of, veld), kop in _TUSSENKOPPEN.items():
        if of is deel:
            found = _veld(bouw.stuk, StukVeld(deel, veld))
            # A heading for nothing would take the room of what is there.
            yield from [Kop(2, kop), *found] if found else [Alinea(f"{kop}: {STIL}", AlineaSoort.KLEIN)]


def _nothing(bouw: _Bouw) -> Iterator[Blok]:
    yield from ()


def _kop(bouw: _Bouw) -> Iterator[Blok]:
    stuk = bouw.stuk
    rows = [(name, _line(stuk.tekst(Deel.KOP, veld))) for veld, name in _KOPREGELS.items()]
    if stuk.kop.fase is not None:
        rows.insert(0, ("Voor de raad", BOB_FASE[stuk.kop.fase]))
    rows.append(("Gaat over", ", ".join(it.naam for it in bouw.teksten.wijken) or bouw.teksten.gemeente.naam))
    years = dict.fromkeys(str(it) for it in (stuk.kop.periode_van, stuk.kop.periode_tot) if it)
    if years:
        rows.append(("Jaren", " tot en met ".join(years)))
    known = tuple(it for it in rows if it[1])
    yield Tabel("Gegevens van dit stuk", ("Wat", "Gegeven"), known)
    if bouw.teksten.voorbeeld:
        yield Alinea(VOORBEELD, AlineaSoort.LET_OP)
    if stuk.botsingen:
        yield Alinea("In dit stuk staan op een of meer plekken twee teksten naast elkaar.", AlineaSoort.LET_OP)


def _veld(stuk: Raadsstuk, veld: StukVeld) -> list[Alinea | Kader]:
    """The words in a field; several texts beside each other stand in a kader, all of them."""
    found = [it.tekst for it in stuk.standen(veld) if it.tekst and it.tekst.strip()]
    if len(found) < 2:
        return [alinea for text in found for alinea in _alineas(text)]
    inside: list[Alinea] = []
    for number, text in enumerate(found, start=1):
        inside += [Alinea(f"Tekst {number}:", AlineaSoort.KLEIN), *_alineas(text)]
    return [Kader(TWEE_TEKSTEN, tuple(inside))]


def _veld_van(stuk: Raadsstuk, onderdeel: Onderdeel, naam: str) -> list[Alinea | Kader]:
    return _veld(stuk, onderdeel.veld(naam))


def _alineas(text: str) -> list[Alinea]:
    """A text with its paragraphs; a line end within one stays."""
    parts = text.replace("\r\n", "\n").replace("\r", "\n").split("\n\n")
    return [Alinea(part.strip("\n")) for part in parts if part.strip()]


def _or_silent(blokken: Sequence[Blok]) -> Sequence[Blok]:
    return blokken or [Alinea(STIL, AlineaSoort.KLEIN)]


def _line(text: str) -> str:
    return " ".join(text.split())


def _cell(stuk: Raadsstuk, onderdeel: Onderdeel, naam: str = TEKST) -> str:
    """The words of a field in a table: all texts that stand there, or that there is none."""
    found = [it.tekst.strip() for it in stuk.standen(onderdeel.veld(naam)) if it.tekst and it.tekst.strip()]
    return "\n/\n".join(found) or "niet opgeschreven"


def _heading(stuk: Raadsstuk, onderdeel: Onderdeel, number: str = "") -> tuple[Blok, ...]:
    """An onderdeel under its own heading; a second text beside it stands under it."""
    found = [_line(it.tekst) for it in stuk.standen(onderdeel.veld()) if it.tekst and it.tekst.strip()]
    last = found[-1] if found else ("Niets doen" if onderdeel.vast else ZONDER_WOORDEN)
    kop = Kop(2, f"{number} {last}".strip())
    if len(found) < 2:
        return (kop,)
    return kop, Kader(TWEE_TEKSTEN, tuple(Alinea(it) for it in found))


# What the product writes


def _zin(bouw: _Bouw, zin: Stukzin) -> list[str]:
    """A sentence of the product, or what people wrote in its place; nothing when they emptied it."""
    own = bouw.stuk.standen(zin.veld)
    if all(it.teruggezet for it in own):
        return [zin.tekst]
    found = [it.tekst.strip() for it in own if it.tekst and it.tekst.strip()]
    return [f"{TWEE_TEKSTEN} {it}" for it in found] if len(found) > 1 else found


def _zinnen(bouw: _Bouw, deel: Deel) -> list[Blok]:
    items = [text for zin in bouw.teksten.van(deel) for text in _zin(bouw, zin)]
    return [Lijst(tuple(items))] if items else []


def _orphans(bouw: _Bouw, deel: Deel) -> Iterator[Blok]:
    """What people wrote in the place of a sentence that the product does not write any more: it is never dropped."""
    known = bouw.teksten.velden
    for veld in bouw.stuk.teksten:
        if veld.deel is deel and veld.veld.startswith(EIGEN_ZIN) and veld not in known:
            if all(it.teruggezet for it in bouw.stuk.standen(veld)):
                continue
            found = _veld(bouw.stuk, veld)
            if found:
                yield Alinea(ZIN_WEG, AlineaSoort.LET_OP)
                yield from found


# Delen with something of their own


def _besluit(bouw: _Bouw) -> Iterator[Blok]:
    stuk = bouw.stuk
    points = stuk.van(OnderdeelSoort.BESLISPUNT)
    if points:
        yield Lijst(tuple(_cell(stuk, it) for it in points), genummerd=True)


def _context(bouw: _Bouw) -> Iterator[Blok]:
    stuk = bouw.stuk
    found = stuk.van(OnderdeelSoort.EERDER)
    if found:
        yield Tabel(
            "Wat de raad eerder besloot, vroeg of kreeg toegezegd",
            ("Soort", "Dag", "Wat", "Hoe het ermee staat"),
            tuple(
                (
                    hoofdletter(EERDER_VORM[it.stand.eerder]) if it.stand.eerder else "",
                    _eerder_dag(bouw, it),
                    _eerder(bouw, it),
                    _cell(stuk, it, "stand"),
                )
                for it in found
            ),
        )


def _eerder_dag(bouw: _Bouw, onderdeel: Onderdeel) -> str:
    known = bouw.teksten.besluiten.get(onderdeel.stand.raadsbesluit or "")
    day = onderdeel.stand.dag or (known.dag if known else None)
    return format_datum(day) if day else NIETS


def _eerder(bouw: _Bouw, onderdeel: Onderdeel) -> str:
    """What people wrote of it; where they did not, what the store holds of the besluit that it names."""
    known = bouw.teksten.besluiten.get(onderdeel.stand.raadsbesluit or "")
    own = any(it.tekst and it.tekst.strip() for it in bouw.stuk.standen(onderdeel.veld()))
    if known is None or own:
        return _cell(bouw.stuk, onderdeel)
    points = [f"{it.nummer}. {it.tekst} ({it.uitkomst.value})" for it in known.punten if it.tekst]
    return "\n".join([*([known.titel] if known.titel else []), *points]) or NIETS


def _effect(bouw: _Bouw) -> Iterator[Blok]:
    stuk = bouw.stuk
    found = sorted(stuk.van(OnderdeelSoort.MIJLPAAL), key=lambda it: it.stand.dag or date.max)
    if found:
        yield Tabel(
            "Mijlpalen",
            ("Wanneer", "Wat dan bereikt is", "Hoe de raad dat ziet"),
            tuple(
                (
                    format_datum(it.stand.dag) if it.stand.dag else "niet opgeschreven",
                    _cell(stuk, it),
                    _cell(stuk, it, "nagaan"),
                )
                for it in found
            ),
        )


def _argumenten(bouw: _Bouw) -> Iterator[Blok]:
    stuk, teksten = bouw.stuk, bouw.teksten
    numbers = stuk.nummers(OnderdeelSoort.ARGUMENT)
    found = stuk.van(OnderdeelSoort.ARGUMENT)
    for it in found:
        yield from _heading(stuk, it, numbers[it.id])
        yield from _veld_van(stuk, it, "toelichting")
        yield from _cijfer(bouw, it)
        yield from _citaat(bouw, it.stand.citaat)
    argued = {(it.stand.indicator, it.stand.gebied) for it in found}
    others = [it for it in teksten.cijfers.values() if it.sleutel not in argued]
    if others:
        yield Kop(2, "Andere cijfers" if found else "Wat de cijfers zeggen")
        items = [text for it in others for text in _bevinding(bouw, it)]
        yield from [Lijst(tuple(items))] if items else []
    quoted = {it.stand.citaat for it in found}
    rest = [it for it in stuk.citaten if it not in quoted]
    if rest or not found:
        yield Kop(2, "Wat bewoners nog meer vertellen" if found else "Wat bewoners vertellen")
        for verhaal in rest:
            yield from _citaat(bouw, verhaal)
        if not rest:
            yield from _citaat(bouw, None)
    if teksten.leerpunten:
        yield Kop(2, "Wat we leerden")
        yield Lijst(tuple(f"{NIVEAU[it.niveau]}: {it.tekst}" for it in teksten.leerpunten))
    yield Kop(2, "Hoe de citaten gekozen zijn")
    yield from _or_silent(_zinnen(bouw, Deel.ARGUMENTEN))


def _cijfer(bouw: _Bouw, argument: Onderdeel) -> Iterator[Blok]:
    code, gebied = argument.stand.indicator, argument.stand.gebied
    if not code or not gebied:
        yield Alinea(GEEN_CIJFER, AlineaSoort.LET_OP)
        return
    cijfer = bouw.teksten.cijfers.get((code, gebied))
    if cijfer is None:
        yield Alinea(f"{CIJFER_WEG} {GEEN_CIJFER}", AlineaSoort.LET_OP)
        return
    for text in _bevinding(bouw, cijfer):
        yield Alinea(text)
    if not with_value(cijfer.reeks.metingen):
        yield Alinea(GEEN_CIJFER, AlineaSoort.LET_OP)


def _bevinding(bouw: _Bouw, cijfer: Stukcijfer) -> list[str]:
    zin = bouw.teksten.zin("bevinding:{}:{}".format(*cijfer.sleutel))
    found = _zin(bouw, zin) if zin else []
    see = f"Zie cijfer {bouw.nummers[cijfer.sleutel]} in de bijlage."
    return [*found[:-1], f"{sentence(found[-1])} {see}"] if found else [see]


def _citaat(bouw: _Bouw, verhaal: str | None) -> Iterator[Blok]:
    if verhaal is None:
        yield Alinea(GEEN_VERHAAL, AlineaSoort.LET_OP)
        return
    found = bouw.teksten.citaten.get(verhaal)
    if found is None:
        yield Alinea(f"{TERUGGENOMEN} {GEEN_VERHAAL}", AlineaSoort.LET_OP)
        return
    yield Citaat(found.tekst, found.bij)


def _kanttekeningen(bouw: _Bouw) -> Iterator[Blok]:
    stuk = bouw.stuk
    numbers = stuk.nummers(OnderdeelSoort.KANTTEKENING)
    for it in stuk.van(OnderdeelSoort.KANTTEKENING):
        yield from _heading(stuk, it, numbers[it.id])
        yield from _veld_van(stuk, it, "toelichting")
    risks = stuk.van(OnderdeelSoort.RISICO)
    if risks:
        numbers = stuk.nummers(OnderdeelSoort.RISICO)
        yield Kop(2, "Risico's")
        yield Tabel(
            "Risico's en wat we eraan doen",
            ("Bij", "Risico", "Kans", "Gevolg", "Maatregel"),
            tuple(
                (numbers[it.id], *(_cell(stuk, it, veld) for veld in (TEKST, "kans", "gevolg", "maatregel")))
                for it in risks
            ),
        )
    limits = _zinnen(bouw, Deel.KANTTEKENINGEN)
    yield Kop(2, "Bij de cijfers en verhalen")
    yield from limits or [Alinea(GEEN_BEPERKING if not bouw.teksten.kanttekeningen else _SHORTENED)]
    if limits and bouw.teksten.kanttekeningen:
        yield Alinea(f"In de bijlage “{NIET_TE_ZEGGEN}” staat dit helemaal.", AlineaSoort.KLEIN)


_SHORTENED = f"Zie de bijlage “{NIET_TE_ZEGGEN}”."


def _alternatieven(bouw: _Bouw) -> Iterator[Blok]:
    stuk = bouw.stuk
    for number, it in enumerate(stuk.van(OnderdeelSoort.ALTERNATIEF), start=1):
        yield from _heading(stuk, it, f"{number}.")
        for veld, kop in (("voor", "Voor"), ("tegen", "Tegen"), ("afweging", "Afweging")):
            yield Alinea(f"{kop}: {_cell(stuk, it, veld)}")


def _financien(bouw: _Bouw) -> Iterator[Blok]:
    stuk = bouw.stuk
    lines = stuk.van(OnderdeelSoort.FINANCIELE_REGEL)
    if lines:
        begin = stuk.kop.jaar
        years = tuple(str(begin + place) if begin else f"jaar {place + 1}" for place in range(GELD_JAREN))
        yield Tabel(
            "Wat dit voorstel kost en hoe het gedekt is",
            ("Wat", "Soort", *years, "Dekking"),
            tuple(
                (
                    _cell(stuk, it),
                    GELD_VORM[it.stand.geldvorm] if it.stand.geldvorm else "niet opgeschreven",
                    *(format_euro(bedrag) if bedrag is not None else NIETS for bedrag in it.stand.bedragen),
                    _cell(stuk, it, "dekking"),
                )
                for it in lines
            ),
            frozenset(range(2, 2 + GELD_JAREN)),
        )
    yield from _zinnen(bouw, Deel.FINANCIEN)
    yield Alinea(GEEN_RENDEMENT, AlineaSoort.KLEIN)


def _advies(bouw: _Bouw) -> Iterator[Blok]:
    stuk = bouw.stuk
    for it in stuk.van(OnderdeelSoort.ADVIES):
        yield Kop(2, _line(stuk.woorden(it, "wie")) or ZONDER_WOORDEN)
        yield from _or_silent(_veld_van(stuk, it, TEKST))
        yield Alinea("Antwoord van het college:", AlineaSoort.KLEIN)
        yield from _or_silent(_veld_van(stuk, it, "antwoord"))


def _kwadrant(bouw: _Bouw) -> Iterator[Blok]:
    stuk = bouw.stuk

    def text(veld: str) -> str:
        found = [
            it.tekst.strip() for it in stuk.standen(StukVeld(Deel.KWADRANT, veld)) if it.tekst and it.tekst.strip()
        ]
        return "\n/\n".join(found)

    names = {veld: text(veld) or standard for veld, standard in KWADRANT_ASSEN.items()}
    yield Alinea(
        "Naar het kwadrant van Results-Based Accountability: hoeveel doen we en hoe goed, naast wat we erin stoppen en "
        "wat het mensen brengt.",
        AlineaSoort.KLEIN,
    )
    yield Tabel(
        "Kwaliteitskwadrant (Results-Based Accountability)",
        (WAARNAAR, names["kolom_een"], names["kolom_twee"]),
        tuple(
            (names[f"rij_{rij}"], *(text(f"vak_{rij}_{kolom}") or STIL for kolom in ("een", "twee")))
            for rij in ("een", "twee")
        ),
    )


def _lijst_van_bijlagen(bouw: _Bouw) -> Iterator[Blok]:
    stuk = bouw.stuk
    own = [_cell(stuk, it) for it in stuk.van(OnderdeelSoort.BIJLAGE)]
    figures = ["Cijfers: grafieken en tabellen"] if bouw.teksten.cijfers else []
    people = [WIE_DEED_MEE] if bouw.teksten.bijeenkomsten else []
    money = ["Geld dat er al is"] if bouw.teksten.geld else []
    yield Lijst((*own, *figures, NIET_TE_ZEGGEN, *people, *money), genummerd=True)


def _concept(bouw: _Bouw) -> Iterator[Blok]:
    stuk, gemeente = bouw.stuk, bouw.teksten.gemeente.naam
    yield Alinea(f"De raad van de gemeente {gemeente},")
    for veld, begin in (("gelezen", "gelezen"), ("gelet_op", "gelet op")):
        found = [it.tekst for it in stuk.standen(StukVeld(Deel.CONCEPTBESLUIT, veld)) if it.tekst and it.tekst.strip()]
        yield from (Alinea(f"{begin}: {it.strip()}") for it in found or ["…"])
    yield Alinea("besluit:")
    yield from _or_silent(list(_besluit(bouw)))
    yield Alinea("Aldus besloten in de openbare vergadering van …")
    yield Alinea("De griffier, …\nDe voorzitter, …")


def _said(deel: Deel) -> Callable[[_Bouw], Iterator[Blok]]:
    def write(bouw: _Bouw) -> Iterator[Blok]:
        yield from _zinnen(bouw, deel)

    return write


_EIGEN: Mapping[Deel, Callable[[_Bouw], Iterator[Blok]]] = {
    Deel.SAMENVATTING: _said(Deel.SAMENVATTING),
    Deel.BESLUIT: _besluit,
    Deel.CONTEXT: _context,
    Deel.EFFECT: _effect,
    Deel.ARGUMENTEN: _argumenten,
    Deel.KANTTEKENINGEN: _kanttekeningen,
    Deel.ALTERNATIEVEN: _alternatieven,
    Deel.FINANCIEN: _financien,
    Deel.PARTICIPATIE: _said(Deel.PARTICIPATIE),
    Deel.ADVIES: _advies,
    Deel.EVALUATIE: _said(Deel.EVALUATIE),
    Deel.KWADRANT: _kwadrant,
    Deel.BIJLAGEN: _lijst_van_bijlagen,
    Deel.CONCEPTBESLUIT: _concept,
}


# Bijlagen


def _bijlagen(bouw: _Bouw, prenten: Mapping[tuple[str, str], str]) -> Iterator[Blok]:
    teksten = bouw.teksten
    if teksten.cijfers:
        yield NieuweBladzijde()
        yield Kop(1, "Bijlage: cijfers")
        for it in teksten.cijfers.values():
            yield from _bijlage_cijfer(bouw, it, prenten.get(it.sleutel))
    yield NieuweBladzijde()
    yield Kop(1, f"Bijlage: {NIET_TE_ZEGGEN.lower()}")
    if teksten.kanttekeningen:
        yield Lijst(tuple(it.voluit for it in teksten.kanttekeningen))
    else:
        yield Alinea(GEEN_BEPERKING)
    if teksten.bijeenkomsten:
        yield Kop(1, f"Bijlage: {WIE_DEED_MEE.lower()}")
        yield Tabel(
            "Bijeenkomsten: aantallen, nooit namen",
            ("Waar", "Wat", "Wanneer", "Wie", "Wat eruit kwam"),
            tuple(
                (it.plaats.naam, it.wat, format_datum(it.dag), it.wie or NIETS, it.daaruit)
                for it in teksten.bijeenkomsten
            ),
        )
    if teksten.geld:
        yield Kop(1, "Bijlage: geld dat er al is")
        yield _geldtabel(teksten)
        yield Alinea(GEEN_RENDEMENT, AlineaSoort.KLEIN)


def _bijlage_cijfer(bouw: _Bouw, cijfer: Stukcijfer, svg: str | None) -> Iterator[Blok]:
    reeks, indicator = cijfer.reeks, cijfer.reeks.indicator
    name = f"{indicator.naam} ({cijfer.plaats.naam})"
    yield Kop(2, f"Cijfer {bouw.nummers[cijfer.sleutel]}. {_line(name)}")
    if cijfer.versie.indicator.definitie:
        yield Alinea(f"Wat dit cijfer zegt: {sentence(cijfer.versie.indicator.definitie)}")
    if svg:
        yield Prent(svg, zinnen.alt_zin(reeks), " ".join(it for it in (f"{name}.", bron_zin(cijfer.bronnen)) if it))
    if reeks.metingen:
        yield _tabel(cijfer, name)
    if cijfer.buiten:
        yield Alinea(BUITEN.format(aantal=cijfer.buiten), AlineaSoort.KLEIN)


def _tabel(cijfer: Stukcijfer, name: str) -> Tabel:
    """The metingen of a figure; a column in which nothing would stand is left out."""
    reeks = cijfer.reeks
    daar = {it.periode: it for it in reeks.gemeente}
    columns: list[tuple[str, list[str]]] = [
        ("Periode", [format_periode(it.periode) for it in reeks.metingen]),
        ("Cijfer", [_waarde(cijfer, it) for it in reeks.metingen]),
        ("Marge", [_marge(cijfer, it) for it in reeks.metingen]),
        ("Mensen gevraagd", [format_getal(it.n) if it.n is not None else NIETS for it in reeks.metingen]),
        (
            "Hele gemeente",
            [_waarde(cijfer, daar[it.periode]) if it.periode in daar else NIETS for it in reeks.metingen],
        ),
        ("Opmerking", [_opmerking(it) for it in reeks.metingen]),
    ]
    shown = [(head, cells) for head, cells in columns if set(cells) - {NIETS}]
    eenheid = f" ({reeks.indicator.eenheid})" if reeks.indicator.eenheid != "code" else ""
    return Tabel(
        f"{_line(name)}{eenheid}",
        tuple(head for head, _ in shown),
        tuple(zip(*(cells for _, cells in shown), strict=True)),
        frozenset(place for place, (head, _) in enumerate(shown) if head not in ("Periode", "Opmerking")),
    )


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


def _opmerking(meting: Meting) -> str:
    if meting.ontbreekt_reden is not None:
        return hoofdletter(ONTBREEKT_UITLEG[meting.ontbreekt_reden])
    return METING_STATUS[meting.status] if meting.status is not MetingStatus.DEFINITIEF else NIETS


def _geldtabel(teksten: Stukteksten) -> Tabel:
    return Tabel(
        "Geld en uren, per jaar en per vorm",
        ("Waar", "Thema", "Waarvoor", "Jaar", "Vorm", "Stand", "Bedrag", "Uren"),
        tuple(
            (
                it.gebied,
                it.thema,
                it.regel.omschrijving,
                str(it.regel.jaar),
                FINANCIERING_VORM[it.regel.vorm],
                FINANCIERING_STAAT[it.regel.staat],
                format_euro(it.regel.bedrag) if it.regel.bedrag is not None else NIETS,
                format_getal(it.regel.uren) if it.regel.uren is not None else NIETS,
            )
            for it in teksten.geld
        ),
        frozenset({3, 6, 7}),
    )
