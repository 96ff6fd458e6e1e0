"""The delen of a stuk besides its arguments: what people wrote in each, and what the product puts beside it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from monitor.domain.document import Alinea, AlineaSoort, Blok, Kader, Kop, Lijst, NieuweBladzijde, Tabel
from monitor.domain.raad import Raadsbesluit
from monitor.domain.raadsstuk import (
    GELD_JAREN,
    KWADRANT_ASSEN,
    TEKST,
    Deel,
    Onderdeel,
    OnderdeelSoort,
    StukSoort,
    StukVeld,
    velden_van,
)
from monitor.nl import format_datum, format_euro, hoofdletter, one_line, opsomming, sentence, telwoord
from monitor.services.stukbewijs import argumenten
from monitor.services.stukbijlagen import NIET_TE_ZEGGEN, bijlage_namen
from monitor.services.stukopmaak import (
    NIET_OPGESCHREVEN,
    NIETS,
    ZONDER_WOORDEN,
    Stukopmaak,
    alineas_in,
    begun_with,
    cell,
    heading,
    joined,
    listed,
    orphans,
)
from monitor.services.stukparticipatie import WIE_DEED_MEE, WIJKGESPREK
from monitor.services.stukzinnen import STIL, geen_beperking
from monitor.services.woorden import (
    BESLISPUNT_UITKOMST,
    BOB_FASE,
    EERDER_VORM,
    GELD_VORM,
    stukdeel,
)

GEEN_RENDEMENT = "Wij delen geld niet door wat het opleverde. Wat geld, cijfers en verhalen zeggen, is aan de lezer."
VOORBEELD = "Dit stuk gaat over een verzonnen gemeente. De cijfers en verhalen zijn een voorbeeld."
STAND = "Dit stuk is van {dag}. De cijfers en citaten zijn die van die dag."
STAND_ERVAN = "Hoe het ermee staat:"
NAAST_ELKAAR = "In dit stuk staan op een of meer plekken twee teksten naast elkaar."
HELEMAAL = f"In de bijlage “{NIET_TE_ZEGGEN}” staat dit helemaal."
INGEKORT = f"Zie de bijlage “{NIET_TE_ZEGGEN}”."
MEER_OVER_WIE = f"Meer staat in de bijlage “{WIE_DEED_MEE}”."
WAT_HET_KOST = "Wat dit voorstel kost en hoe het gedekt is"
_REGEL = OnderdeelSoort.FINANCIELE_REGEL
SAMEN = "Samen"
SAMEN_ZONDER = "Samen, zonder de regels zonder bedrag"
WAARNAAR = "Waarnaar we kijken"
MIJLPALEN = "Terugkijken op de mijlpalen van dit voorstel: {dagen}."
RBA = (
    "Naar het kwadrant van Results-Based Accountability: hoeveel doen we en hoe goed, naast wat we erin stoppen en "
    "wat het mensen brengt."
)
NIETS_TE_BESLUITEN = "In dit stuk staan geen beslispunten."
HIERBIJ = {
    "een": "Uit één wijkgesprek komt een leerpunt bij dit stuk.",
    "meer": "Uit {aantal} wijkgesprekken komen leerpunten bij dit stuk.",
    "geen": "Uit geen wijkgesprek is een leerpunt bij dit stuk gekozen.",
}
"""In how far people spoke of this stuk when they met."""
ANTWOORD = "Antwoord van het college:"

_KOPREGELS = {
    "vergadering": "Raadsvergadering",
    "zaaknummer": "Zaaknummer",
    "programma": "Programma",
    "portefeuille": "Portefeuille",
    "afdeling": "Afdeling",
}
_OVERWEGING = {
    "gelezen": ("Concept-raadsbesluit: gelezen", "gelezen"),
    "gelet_op": ("Concept-raadsbesluit: gelet op", "gelet op"),
}
"""What stands above a besluit: its name for who writes it, and how it begins."""
_TUSSENKOPPEN = {
    (Deel.EFFECT, "nagaan"): "Hoe de raad dit kan nagaan",
    (Deel.FINANCIEN, "begrotingswijziging"): "Begrotingswijziging",
    (Deel.FINANCIEN, "stopt"): "Wat stopt, en hoe dat afgebouwd wordt",
    (Deel.PARTICIPATIE, "reactie"): "Reactie van bewoners",
    (Deel.JURIDISCH, "privacy"): "Privacy",
    (Deel.DUURZAAMHEID, "inclusie"): "Inclusie",
}


def deel_blokken(opmaak: Stukopmaak, deel: Deel) -> list[Blok]:
    """A deel with its heading; nothing where nobody wrote and the product has nothing to say."""
    if deel is Deel.KOP:
        return list(_kop(opmaak))
    if deel is Deel.ONDERWERP:
        return list(_onderwerp(opmaak))
    if deel is Deel.CONCEPTBESLUIT:
        return _concept_deel(opmaak)
    body = [*alineas_in(opmaak.stuk, StukVeld(deel)), *_EIGEN.get(deel, _nothing)(opmaak), *orphans(opmaak, deel)]
    for veld, kop in _tussenkoppen(deel):
        body += _under(kop, alineas_in(opmaak.stuk, StukVeld(deel, veld)))
    return [Kop(1, stukdeel(opmaak.stuk.soort, deel)), *body] if body else []


def _concept_deel(opmaak: Stukopmaak) -> list[Blok]:
    """On a page of its own; nothing while there is nothing to decide and nobody wrote in it."""
    stuk, deel = opmaak.stuk, Deel.CONCEPTBESLUIT
    written = any(stuk.woorden_in(StukVeld(deel, veld)) for veld in velden_van(stuk.soort, deel))
    if not (written or stuk.van(OnderdeelSoort.BESLISPUNT) or list(orphans(opmaak, deel))):
        return []
    return [NieuweBladzijde(), Kop(1, stukdeel(stuk.soort, deel)), *_concept(opmaak)]


def empty_names(opmaak: Stukopmaak, deel: Deel) -> list[str]:
    """What of a deel is still empty: all of it, or some of what stands under a heading of its own."""
    stuk = opmaak.stuk
    if not deel_blokken(opmaak, deel):
        return [stukdeel(stuk.soort, deel)]
    asked = velden_van(stuk.soort, deel)
    if deel is Deel.CONCEPTBESLUIT:
        return [kop for veld, (kop, _) in _OVERWEGING.items() if not stuk.woorden_in(StukVeld(deel, veld))]
    unpriced = deel is Deel.FINANCIEN and stuk.soort is StukSoort.RAADSVOORSTEL and not stuk.van(_REGEL)
    priced = [WAT_HET_KOST] if unpriced else []
    return priced + [
        kop for veld, kop in _tussenkoppen(deel) if veld in asked and not stuk.woorden_in(StukVeld(deel, veld))
    ]


def _under(kop: str, found: list[Alinea | Kader]) -> list[Blok]:
    """A short text begins with its name; a longer one stands under a heading."""
    if not found:
        return []
    return [Kop(2, kop), *found] if len(found) > 1 else [*begun_with(f"{kop}:", found)]


def _tussenkoppen(deel: Deel) -> list[tuple[str, str]]:
    return [(veld, kop) for (of, veld), kop in _TUSSENKOPPEN.items() if of is deel]


def _nothing(opmaak: Stukopmaak) -> Iterator[Blok]:
    yield from ()


# Above all others


def _kop(opmaak: Stukopmaak) -> Iterator[Blok]:
    facts = [f"{name}: {text}" for name, text in _facts(opmaak) if text]
    yield Alinea(" · ".join(facts))
    yield Alinea(STAND.format(dag=format_datum(opmaak.op)), AlineaSoort.KLEIN)
    if opmaak.teksten.voorbeeld:
        yield Alinea(VOORBEELD, AlineaSoort.LET_OP)
    if opmaak.stuk.botsingen:
        yield Alinea(NAAST_ELKAAR, AlineaSoort.LET_OP)


def _facts(opmaak: Stukopmaak) -> Iterator[tuple[str, str]]:
    stuk, gemeente = opmaak.stuk, opmaak.teksten.gemeente.naam
    if stuk.soort is StukSoort.RAADSINFORMATIEBRIEF:
        yield "Aan", f"de raad van de gemeente {gemeente}"
    if stuk.kop.fase is not None:
        yield "Voor de raad", BOB_FASE[stuk.kop.fase]
    for veld, name in _KOPREGELS.items():
        yield name, one_line(joined(stuk, StukVeld(Deel.KOP, veld)))
    yield "Gaat over", opsomming(it.naam for it in opmaak.teksten.wijken) or gemeente
    years = dict.fromkeys(str(it) for it in (stuk.kop.periode_van, stuk.kop.periode_tot) if it)
    yield "Jaren", " tot en met ".join(years)


def _onderwerp(opmaak: Stukopmaak) -> Iterator[Blok]:
    found = alineas_in(opmaak.stuk, StukVeld(Deel.ONDERWERP))
    if found:
        yield from begun_with("Onderwerp:", found)
    yield from orphans(opmaak, Deel.ONDERWERP)


# Delen with something of their own


def _besluit(opmaak: Stukopmaak) -> Iterator[Blok]:
    points = opmaak.stuk.van(OnderdeelSoort.BESLISPUNT)
    if points:
        yield Lijst(tuple(cell(opmaak.stuk, it) for it in points), genummerd=True)


def _context(opmaak: Stukopmaak) -> Iterator[Blok]:
    found = opmaak.stuk.van(OnderdeelSoort.EERDER)
    if found:
        yield Lijst(tuple(_eerder(opmaak, it) for it in found))


def _eerder(opmaak: Stukopmaak, onderdeel: Onderdeel) -> str:
    """What the raad decided, asked or was promised, on which day, and how that stands."""
    stand, known = onderdeel.stand, opmaak.teksten.besluiten.get(onderdeel.stand.raadsbesluit or "")
    day = stand.dag or (known.dag if known else None)
    what = [hoofdletter(EERDER_VORM[stand.eerder]) if stand.eerder else "", format_datum(day) if day else ""]
    begin = ", ".join(it for it in what if it)
    return f"{begin}: {_eerder_woorden(opmaak, onderdeel, known)} {STAND_ERVAN} {_zin(opmaak, onderdeel, 'stand')}"


def _eerder_woorden(opmaak: Stukopmaak, onderdeel: Onderdeel, known: Raadsbesluit | None) -> str:
    """What people wrote of it, or its title; and of a besluit that it names what the raad decided of each point."""
    if known is None:
        return _zin(opmaak, onderdeel)
    own = opmaak.stuk.woorden_in(onderdeel.veld())
    begin = _zin(opmaak, onderdeel) if own else known.titel or ""
    # Who typed over what the raad decided need not be read twice.
    begin = "" if begin.rstrip(".") in {(it.tekst or "").rstrip(".") for it in known.punten} else begin
    points = [f"Punt {it.nummer} ({BESLISPUNT_UITKOMST[it.uitkomst]}): {it.tekst}" for it in known.punten if it.tekst]
    return " ".join(sentence(it) for it in (begin, *points) if it) or f"{NIET_OPGESCHREVEN}."


def _zin(opmaak: Stukopmaak, onderdeel: Onderdeel, naam: str = TEKST) -> str:
    """The words of a field as a sentence, or that there are none."""
    return sentence(cell(opmaak.stuk, onderdeel, naam))


def _mijlpalen(opmaak: Stukopmaak) -> list[Onderdeel]:
    return sorted(opmaak.stuk.van(OnderdeelSoort.MIJLPAAL), key=lambda it: it.stand.dag or date.max)


def _wanneer(mijlpaal: Onderdeel) -> str:
    return format_datum(mijlpaal.stand.dag) if mijlpaal.stand.dag else NIET_OPGESCHREVEN


def _effect(opmaak: Stukopmaak) -> Iterator[Blok]:
    found = [
        f"Mijlpaal, {_wanneer(it)}: {_zin(opmaak, it)} Te zien aan: {_zin(opmaak, it, 'nagaan')}"
        for it in _mijlpalen(opmaak)
    ]
    if found:
        yield Lijst(tuple(found))


def _kanttekeningen(opmaak: Stukopmaak) -> Iterator[Blok]:
    stuk = opmaak.stuk
    for it in stuk.van(OnderdeelSoort.KANTTEKENING):
        yield from heading(opmaak, it)
        yield from alineas_in(stuk, it.veld("toelichting"))
    risks = stuk.van(OnderdeelSoort.RISICO)
    if risks:
        yield Lijst(tuple(_risico(opmaak, it) for it in risks))
    limits = listed(opmaak, opmaak.teksten.van(Deel.KANTTEKENINGEN))
    yield Kop(2, "Bij de cijfers en verhalen")
    nothing = geen_beperking(bekeken=opmaak.teksten.bekeken)
    yield from limits or [Alinea(INGEKORT if opmaak.teksten.kanttekeningen else nothing)]
    if limits and opmaak.teksten.kanttekeningen:
        yield Alinea(HELEMAAL, AlineaSoort.KLEIN)


def _risico(opmaak: Stukopmaak, risico: Onderdeel) -> str:
    asked = (("kans", "Kans"), ("gevolg", "Gevolg"), ("maatregel", "Maatregel"))
    facts = (f"{name}: {_zin(opmaak, risico, veld)}" for veld, name in asked)
    return " ".join((f"{opmaak.name_of(risico)}: {_zin(opmaak, risico)}", *facts))


def _alternatieven(opmaak: Stukopmaak) -> Iterator[Blok]:
    for it in opmaak.stuk.van(OnderdeelSoort.ALTERNATIEF):
        yield from heading(opmaak, it)
        lines = (("voor", "Voor"), ("tegen", "Tegen"), ("afweging", "Afweging"))
        yield Alinea("\n".join(f"{name}: {cell(opmaak.stuk, it, veld)}" for veld, name in lines))


def _financien(opmaak: Stukopmaak) -> Iterator[Blok]:
    lines = opmaak.stuk.van(OnderdeelSoort.FINANCIELE_REGEL)
    if lines:
        yield _geldtabel(opmaak, lines)
    yield from listed(opmaak, opmaak.teksten.van(Deel.FINANCIEN))
    if lines or opmaak.teksten.geld:
        yield Alinea(GEEN_RENDEMENT, AlineaSoort.KLEIN)


def _geldtabel(opmaak: Stukopmaak, lines: Sequence[Onderdeel]) -> Tabel:
    """What it costs per year, and together where there is more than one line."""
    stuk = opmaak.stuk
    years = stuk.geldjaren
    per_year = [[it.stand.bedragen[place] for it in lines] for place in range(GELD_JAREN)]
    rows: dict[str, list[str]] = {
        "Wat": [cell(stuk, it) for it in lines],
        "Soort": [GELD_VORM[it.stand.geldvorm] if it.stand.geldvorm else NIET_OPGESCHREVEN for it in lines],
        **{year: [_bedrag(it) for it in asked] for year, asked in zip(years, per_year, strict=True)},
        "Dekking": [cell(stuk, it, "dekking") for it in lines],
    }
    if len(lines) > 1:
        unknown = any(it is None for asked in per_year for it in asked)
        rows["Wat"].append(SAMEN_ZONDER if unknown else SAMEN)
        rows["Soort"].append(NIETS)
        rows["Dekking"].append(NIETS)
        for year, asked in zip(years, per_year, strict=True):
            known = [it for it in asked if it is not None]
            rows[year].append(_bedrag(sum(known, Decimal(0)) if known else None))
    return Tabel(
        WAT_HET_KOST,
        tuple(rows),
        tuple(zip(*rows.values(), strict=True)),
        frozenset(range(2, 2 + GELD_JAREN)),
    )


def _bedrag(bedrag: Decimal | None) -> str:
    return NIETS if bedrag is None else format_euro(bedrag)


def _participatie(opmaak: Stukopmaak) -> Iterator[Blok]:
    yield from listed(opmaak, opmaak.teksten.van(Deel.PARTICIPATIE))
    if opmaak.teksten.deed_mee:
        yield Alinea(" ".join((*_hierbij(opmaak), MEER_OVER_WIE)), AlineaSoort.KLEIN)


def _hierbij(opmaak: Stukopmaak) -> Iterator[str]:
    """From how many wijkgesprekken a leerpunt was chosen: the others are of the wijk, and not of this stuk."""
    met = {it.bron.ref for it in opmaak.teksten.bijeenkomsten if it.wat == WIJKGESPREK}
    ours = met & {it.sessie for it in opmaak.teksten.leerpunten}
    if met:
        yield HIERBIJ["geen" if not ours else "een" if len(ours) == 1 else "meer"].format(aantal=telwoord(len(ours)))


def _advies(opmaak: Stukopmaak) -> Iterator[Blok]:
    stuk = opmaak.stuk
    for it in stuk.van(OnderdeelSoort.ADVIES):
        who = one_line(joined(stuk, it.veld("wie"))) or ZONDER_WOORDEN
        silent = [Alinea(f"{NIET_OPGESCHREVEN}.")]
        yield from begun_with(f"{who}:", alineas_in(stuk, it.veld()) or silent)
        yield from begun_with(ANTWOORD, alineas_in(stuk, it.veld("antwoord")) or silent)


def _evaluatie(opmaak: Stukopmaak) -> Iterator[Blok]:
    yield from listed(opmaak, opmaak.teksten.van(Deel.EVALUATIE))
    days = [_wanneer(it) for it in _mijlpalen(opmaak)]
    if days:
        yield Alinea(MIJLPALEN.format(dagen=opsomming(dict.fromkeys(days))))


def _kwadrant(opmaak: Stukopmaak) -> Iterator[Blok]:
    def text(veld: str) -> str:
        return joined(opmaak.stuk, StukVeld(Deel.KWADRANT, veld))

    names = {veld: text(veld) or standard for veld, standard in KWADRANT_ASSEN.items()}
    yield Alinea(RBA, AlineaSoort.KLEIN)
    yield Tabel(
        "Kwaliteitskwadrant (Results-Based Accountability)",
        (WAARNAAR, names["kolom_een"], names["kolom_twee"]),
        tuple(
            (names[f"rij_{rij}"], *(text(f"vak_{rij}_{kolom}") or STIL for kolom in ("een", "twee")))
            for rij in ("een", "twee")
        ),
    )


def _lijst_van_bijlagen(opmaak: Stukopmaak) -> Iterator[Blok]:
    named = (f"{number}. {name}" for number, name in enumerate(bijlage_namen(opmaak), start=1))
    yield Alinea(" · ".join(named))


def _concept(opmaak: Stukopmaak) -> Iterator[Blok]:
    stuk, gemeente = opmaak.stuk, opmaak.teksten.gemeente.naam
    yield Alinea(f"De raad van de gemeente {gemeente},")
    for veld, (_, begin) in _OVERWEGING.items():
        yield from (Alinea(f"{begin} {it}") for it in stuk.woorden_in(StukVeld(Deel.CONCEPTBESLUIT, veld)))
    yield Alinea("besluit:")
    yield from list(_besluit(opmaak)) or [Alinea(NIETS_TE_BESLUITEN, AlineaSoort.KLEIN)]
    yield from alineas_in(stuk, StukVeld(Deel.CONCEPTBESLUIT))
    yield from orphans(opmaak, Deel.CONCEPTBESLUIT)
    yield Alinea("Aldus besloten in de openbare vergadering van …")
    yield Alinea("De griffier, …")
    yield Alinea("De voorzitter, …")


def _said_of(deel: Deel) -> Callable[[Stukopmaak], Iterator[Blok]]:
    def write(opmaak: Stukopmaak) -> Iterator[Blok]:
        yield from listed(opmaak, opmaak.teksten.van(deel))

    return write


_EIGEN: Mapping[Deel, Callable[[Stukopmaak], Iterator[Blok]]] = {
    Deel.SAMENVATTING: _said_of(Deel.SAMENVATTING),
    Deel.BESLUIT: _besluit,
    Deel.CONTEXT: _context,
    Deel.EFFECT: _effect,
    Deel.ARGUMENTEN: argumenten,
    Deel.KANTTEKENINGEN: _kanttekeningen,
    Deel.ALTERNATIEVEN: _alternatieven,
    Deel.FINANCIEN: _financien,
    Deel.PARTICIPATIE: _participatie,
    Deel.ADVIES: _advies,
    Deel.EVALUATIE: _evaluatie,
    Deel.KWADRANT: _kwadrant,
    Deel.BIJLAGEN: _lijst_van_bijlagen,
}
