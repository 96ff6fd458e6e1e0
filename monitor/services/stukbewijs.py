"""The arguments of a stuk: each with its figure and its citaat, or with the words that one is missing.

What a figure says stands with the first argument that names it; the next ones point there. A citaat that was taken back
is not in it, and the stuk says so where it stood.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from monitor.domain.document import Alinea, AlineaSoort, Blok, Citaat, Kop, Lijst
from monitor.domain.meting import with_value
from monitor.domain.raadsstuk import TEKST, Deel, Onderdeel, OnderdeelSoort
from monitor.domain.stukgetal import getallen_in, zonder_bron
from monitor.domain.verhaal import Verhouding
from monitor.nl import hoofdletter, opsomming, sentence, telwoord
from monitor.services.stukopmaak import Stukopmaak, alineas_in, heading, said
from monitor.services.stukteksten import Stukcitaat
from monitor.services.stukzinnen import (
    GEEN_CIJFER,
    Stukcijfer,
    geen_cijfer,
    geen_verhaal,
    te_kiezen_zin,
    teruggenomen_zin,
)
from monitor.services.waarden import decimals_shown, plain_value
from monitor.services.woorden import VERHOUDING

ZIE_CIJFER = "Zie cijfer {nummer} in de bijlage."
ZIE_ARGUMENT = "Zie het cijfer bij {argument}."
WAT_WE_LEERDEN = "Wat we leerden"
HOE_GEKOZEN = "Hoe de citaten gekozen zijn"
VAN_DE_SCHRIJVER = "Getallen in de eigen tekst van {waar} zijn van de schrijver: zij staan zo niet in deze cijfers."
NIET_NAAST_CIJFER = "is niet naast het cijfer gelegd"
_ANDERS_DAN = f"{VERHOUDING[Verhouding.ZEGT_ANDERS]} dan {{cijfer}}"
_LEERPUNT = "Een leerpunt uit een wijkgesprek hoort bij dit stuk. Het staat in de bijlage “{bijlage}”."
_LEERPUNTEN = "{aantal} leerpunten uit wijkgesprekken horen bij dit stuk. Zij staan in de bijlage “{bijlage}”."
_IN_TEXT = "citaten"
"""The key of the sentence that says of how many verhalen the citaten come. That stands in the text."""
_First = Mapping[tuple[str, str], Onderdeel]
"""With which argument each figure is told."""


def argumenten(opmaak: Stukopmaak) -> Iterator[Blok]:
    """Every argument, then what was chosen and stands with none, and in short how it was chosen."""
    found = opmaak.stuk.van(OnderdeelSoort.ARGUMENT)
    first = {(it.stand.indicator or "", it.stand.gebied or ""): it for it in reversed(found)}
    for it in found:
        yield from heading(opmaak, it)
        yield from alineas_in(opmaak.stuk, it.veld("toelichting"))
        yield from _bewijs(opmaak, it, first)
    yield from _other_cijfers(opmaak, first, argued=bool(found))
    yield from _other_citaten(opmaak, found)
    yield from _of_the_writer(opmaak, found)
    yield from _in_short(opmaak)


def chosen_before(opmaak: Stukopmaak) -> bool:
    """Whether there is more to tell of how the citaten were chosen than what stands in the text."""
    return any(it.sleutel != _IN_TEXT for it in opmaak.teksten.van(Deel.ARGUMENTEN))


# One argument


def _bewijs(opmaak: Stukopmaak, argument: Onderdeel, first: _First) -> Iterator[Blok]:
    """The figure and the citaat of an argument, and what is missing of these."""
    cijfer, citaat = _cijfer_of(opmaak, argument), opmaak.teksten.citaten.get(argument.stand.citaat or "")
    if cijfer is not None:
        told = first[cijfer.sleutel]
        yield from _bevinding(opmaak, cijfer) if told is argument else [_see(opmaak, told)]
    if cijfer is None or citaat is None or not with_value(cijfer.geheel.metingen):
        yield Alinea(_missing(opmaak, argument, cijfer, citaat), AlineaSoort.LET_OP)
    if citaat is not None:
        yield _beside(opmaak, citaat, cijfer)


def _beside(opmaak: Stukopmaak, citaat: Stukcitaat, cijfer: Stukcijfer | None = None) -> Citaat:
    """A citaat, and how it stands to the figure above it: nobody should take the one for a proof of the other.

    Without such a figure it is told when it says something else than a figure of the stuk.
    """
    if cijfer is not None:
        said = [_to_figure(citaat.verhouding(*cijfer.sleutel))]
    else:
        names = dict.fromkeys(
            f"“{it.geheel.indicator.naam}”"
            for key, it in opmaak.teksten.cijfers.items()
            if citaat.verhouding(*key) is Verhouding.ZEGT_ANDERS
        )
        said = [_ANDERS_DAN.format(cijfer=opsomming(names))] if names else []
    return Citaat(citaat.tekst, " · ".join([citaat.bij, *said]))


def _to_figure(verhouding: Verhouding | None) -> str:
    """How a verhaal stands to the figure above it, in the words of every screen."""
    if verhouding is Verhouding.ZEGT_ANDERS:
        return _ANDERS_DAN.format(cijfer="het cijfer")
    return VERHOUDING[verhouding] if verhouding else NIET_NAAST_CIJFER


def _of_the_writer(opmaak: Stukopmaak, found: Sequence[Onderdeel]) -> Iterator[Blok]:
    """Which arguments tell a number that stands in no figure of the stuk: nobody should take it for measured."""
    known = _known(opmaak) if found else frozenset()
    names = [opmaak.name_of(it) for it in found if any(zonder_bron(text, known) for text in _typed(opmaak, it))]
    if names:
        kind = names[0].partition(" ")[0].lower()
        where = f"{kind} {opsomming(it.partition(' ')[2] for it in names)}"
        yield Alinea(VAN_DE_SCHRIJVER.format(waar=where), AlineaSoort.KLEIN)


def _typed(opmaak: Stukopmaak, argument: Onderdeel) -> list[str]:
    """What people wrote of an argument, and in the place of what its figure says."""
    found = [text for naam in (TEKST, "toelichting") for text in opmaak.stuk.woorden_in(argument.veld(naam))]
    cijfer = _cijfer_of(opmaak, argument)
    zin = opmaak.teksten.zin("bevinding:{}:{}".format(*cijfer.sleutel)) if cijfer else None
    return [*found, *(said(opmaak, zin) if zin else [])]


def _known(opmaak: Stukopmaak) -> frozenset[Decimal]:
    """The numbers that the product tells of its figures, and the money that the stuk asks for."""
    told = [it.tekst for it in opmaak.teksten.zinnen]
    for cijfer in opmaak.teksten.cijfers.values():
        indicator = cijfer.geheel.indicator
        metingen = with_value((*cijfer.geheel.metingen, *cijfer.geheel.gemeente))
        told += [plain_value(indicator, it.waarde or 0.0, decimals_shown(indicator)) for it in metingen]
    lines = opmaak.stuk.van(OnderdeelSoort.FINANCIELE_REGEL)
    money = [it for line in lines for it in line.stand.bedragen if it is not None]
    return frozenset({*(number for it in told for number in getallen_in(it)), *money})


def _cijfer_of(opmaak: Stukopmaak, argument: Onderdeel) -> Stukcijfer | None:
    return opmaak.teksten.cijfers.get((argument.stand.indicator or "", argument.stand.gebied or ""))


def _see(opmaak: Stukopmaak, argument: Onderdeel) -> Alinea:
    name = opmaak.name_of(argument)
    return Alinea(ZIE_ARGUMENT.format(argument=name[:1].lower() + name[1:]))


def _missing(opmaak: Stukopmaak, argument: Onderdeel, cijfer: Stukcijfer | None, citaat: Stukcitaat | None) -> str:
    """What is said where a figure or a citaat lacks, and how many there are to choose."""
    teksten, said = opmaak.teksten, []
    if cijfer is None:
        said.append(geen_cijfer(teksten.cijfers_te_kiezen, weg=argument.stand.indicator is not None))
    elif not with_value(cijfer.geheel.metingen):
        said.append(GEEN_CIJFER)
    if citaat is None:
        said.append(geen_verhaal(teksten.verhalen_te_kiezen, teruggenomen=int(argument.stand.citaat is not None)))
    found = te_kiezen_zin(
        teksten.waarover,
        cijfers=teksten.cijfers_te_kiezen or 0 if cijfer is None else 0,
        verhalen=teksten.verhalen_te_kiezen if citaat is None else 0,
    )
    return " ".join(it for it in (*said, found) if it)


def _bevinding(opmaak: Stukopmaak, cijfer: Stukcijfer) -> list[Alinea]:
    return [Alinea(it) for it in _bevinding_words(opmaak, cijfer)]


def _bevinding_words(opmaak: Stukopmaak, cijfer: Stukcijfer) -> list[str]:
    """What a figure says, and where its chart stands."""
    zin = opmaak.teksten.zin("bevinding:{}:{}".format(*cijfer.sleutel))
    found = said(opmaak, zin) if zin else []
    see = ZIE_CIJFER.format(nummer=opmaak.cijfernummers[cijfer.sleutel])
    return [*found[:-1], f"{sentence(found[-1])} {see}"] if found else [see]


# What stands with no argument


def _other_cijfers(opmaak: Stukopmaak, first: _First, *, argued: bool) -> Iterator[Blok]:
    others = [it for it in opmaak.teksten.cijfers.values() if it.sleutel not in first]
    if others:
        yield Kop(2, "Andere cijfers" if argued else "Wat de cijfers zeggen")
        yield Lijst(tuple(text for it in others for text in _bevinding_words(opmaak, it)))


def _other_citaten(opmaak: Stukopmaak, found: Sequence[Onderdeel]) -> Iterator[Blok]:
    quoted = {it.stand.citaat for it in found}
    rest = [it for it in opmaak.stuk.citaten if it not in quoted]
    if not rest and found:
        return
    yield Kop(2, "Wat bewoners nog meer vertellen" if found else "Wat bewoners vertellen")
    known = [opmaak.teksten.citaten[it] for it in rest if it in opmaak.teksten.citaten]
    yield from (_beside(opmaak, it) for it in known)
    gone = len(rest) - len(known)
    if not known:
        many = opmaak.teksten.verhalen_te_kiezen
        said = (geen_verhaal(many, teruggenomen=gone), te_kiezen_zin(opmaak.teksten.waarover, verhalen=many))
        yield Alinea(" ".join(it for it in said if it), AlineaSoort.LET_OP)
    elif gone:
        yield Alinea(teruggenomen_zin(gone), AlineaSoort.LET_OP)


def _in_short(opmaak: Stukopmaak) -> Iterator[Blok]:
    """One line of what was learned and one of how the citaten were chosen; the long form stands in the bijlage."""
    learned = len(opmaak.teksten.leerpunten)
    if learned:
        words = _LEERPUNT if learned == 1 else _LEERPUNTEN
        yield Alinea(words.format(aantal=hoofdletter(telwoord(learned)), bijlage=WAT_WE_LEERDEN))
    for zin in opmaak.teksten.van(Deel.ARGUMENTEN):
        if zin.sleutel == _IN_TEXT:
            yield from (Alinea(it) for it in said(opmaak, zin))
