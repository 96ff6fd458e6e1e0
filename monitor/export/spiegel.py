"""The Wijkspiegel on one side of an A4: what people look at together, with room to write beside it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from monitor.domain.document import Alinea, AlineaSoort, Blok, Citaat, Document, Kop, Lijst
from monitor.domain.indicator import Bewijssoort
from monitor.export import teksten
from monitor.export.document_pdf import stuk_data
from monitor.export.pdf import make_pdf
from monitor.nl import format_datum, sentence
from monitor.services.wijkspiegel import SpiegelCijfer, SpiegelCitaat, Wijkspiegel
from monitor.services.woorden import BEWIJSSOORT, BEWIJSSOORT_UITLEG


def spiegelblad(spiegel: Wijkspiegel) -> bytes:
    """The Wijkspiegel as a PDF; its letters become smaller until all of it stands on one side."""
    return make_pdf("wijkspiegel", _data(spiegel_document(spiegel)))


def spiegel_document(spiegel: Wijkspiegel) -> Document:
    """The same as a document, to change in a word processor; one column, and boxes to type in instead of lines."""
    vakken = [blok for vak in teksten.SPIEGEL_VAKKEN for blok in (Kop(2, vak), Alinea(teksten.SPIEGEL_TYPEN))]
    punten = tuple(f"{it.kop}: {it.tekst}" for it in spiegel.punten)
    return Document(
        titel=teksten.SPIEGEL_TITEL.format(wijk=spiegel.wijk),
        ondertitel=onder_titel(spiegel),
        gemeente="",
        datum=spiegel.op,
        kenmerk="",
        blokken=(
            Kop(1, teksten.SPIEGEL_CIJFERS),
            *([blok for it in spiegel.cijfers for blok in _counted(it)] or [Alinea(teksten.SPIEGEL_CIJFERS_LEEG)]),
            Kop(1, teksten.SPIEGEL_CITATEN),
            *([blok for it in spiegel.citaten for blok in _told(it)] or [Alinea(teksten.SPIEGEL_CITATEN_LEEG)]),
            *((Kop(1, teksten.SPIEGEL_PUNTEN), Lijst(punten)) if punten else ()),
            Kop(1, teksten.SPIEGEL_VRAGEN),
            Lijst(vragen(spiegel)),
            Kop(1, teksten.SPIEGEL_SCHRIJVEN),
            Alinea(teksten.SPIEGEL_OPEN),
            *vakken,
            *(Alinea(it, AlineaSoort.KLEIN) for it in noten(spiegel)),
        ),
    )


def _counted(cijfer: SpiegelCijfer) -> Iterator[Blok]:
    yield Kop(2, f"{cijfer.naam}{bewijs(cijfer)}")
    yield Alinea(cijfer.tekst)
    if cijfer.bron:
        yield Alinea(bron(cijfer), AlineaSoort.KLEIN)


def _told(citaat: SpiegelCitaat) -> Iterator[Blok]:
    if citaat.titel.strip():
        yield Kop(2, citaat.titel)
    who = " · ".join(it for it in (citaat.wie, citaat.verhouding) if it)
    if citaat.citaat:
        yield Citaat(citaat.citaat, who)
    else:
        yield Alinea(" · ".join(it for it in (who, teksten.SPIEGEL_GEEN_ZIN) if it), AlineaSoort.KLEIN)


def onder_titel(spiegel: Wijkspiegel) -> str:
    """For which gesprek it is, what that is about, and who chose what stands on it."""
    said = [teksten.SPIEGEL_GESPREK.format(dag=format_datum(spiegel.dag)) if spiegel.dag else "", spiegel.titel or ""]
    chosen = teksten.SPIEGEL_GEKOZEN if spiegel.gekozen else teksten.SPIEGEL_NIET_GEKOZEN
    head = ": ".join(it for it in said if it)
    return f"{sentence(head)} {chosen}" if head else chosen


def vragen(spiegel: Wijkspiegel) -> tuple[str, ...]:
    """The questions that are always asked, and those of the people themselves, each once."""
    asked = {it.strip().casefold(): it for it in (*teksten.SPIEGEL_VASTE_VRAGEN, *spiegel.vragen)}
    return tuple(asked.values())


def bewijs(cijfer: SpiegelCijfer) -> str:
    """What kind of evidence a figure is, in a word between brackets."""
    return f" ({BEWIJSSOORT[cijfer.bewijssoort]})" if cijfer.bewijssoort else ""


def noten(spiegel: Wijkspiegel) -> tuple[str, ...]:
    """What a reader must know of all this, each sentence once."""
    return tuple(
        it
        for it in (
            _geschat() if spiegel.geschat else "",
            _count(teksten.SPIEGEL_MEER, spiegel.meer),
            _count(teksten.SPIEGEL_WEG, spiegel.weg),
            teksten.SPIEGEL_BIJ_HET_GESPREK if spiegel.citaten else "",
            teksten.SPIEGEL_STAND.format(dag=format_datum(spiegel.op)),
            teksten.SPIEGEL_VOORBEELD if spiegel.voorbeeld else "",
        )
        if it
    )


def bron(cijfer: SpiegelCijfer) -> str:
    """Where a figure comes from, as a sentence."""
    return teksten.SPIEGEL_BRON.format(bron=cijfer.bron) if cijfer.bron else ""


def _geschat() -> str:
    uitleg = BEWIJSSOORT_UITLEG[Bewijssoort.GESCHAT]
    return teksten.SPIEGEL_GESCHAT.format(uitleg=f"{uitleg[:1].lower()}{uitleg[1:]}")


def _count(words: tuple[str, str], aantal: int) -> str:
    return (words[0] if aantal == 1 else words[1].format(aantal=aantal)) if aantal else ""


def _data(document: Document) -> Mapping[str, Any]:
    """The document as it stands on one side: lines to write on where one would type, and the small print below."""
    *delen, (schrijven, onder) = _under(1, document.blokken)
    (_, uitleg), *vakken = _under(2, onder)
    return {
        "titel": document.titel,
        "onder_titel": document.ondertitel,
        "delen": [
            {
                "kop": kop,
                "stukken": [
                    {"kop": head, "blokken": [stuk_data(it) for it in inside]} for head, inside in _under(2, blokken)
                ],
            }
            for kop, blokken in delen
        ],
        "schrijven_kop": schrijven,
        "schrijven": [stuk_data(it) for it in uitleg],
        "vakken": [vak for vak, _ in vakken],
        "noten": [it.tekst for _, inside in vakken for it in inside if it != Alinea(teksten.SPIEGEL_TYPEN)],
        "vervangen_tekst": teksten.VERVANGEN,
    }


def _under(niveau: int, blokken: Iterable[Blok]) -> list[tuple[str, list[Any]]]:
    """What stands under each heading of this level, with its words; what stands above the first has none."""
    found: list[tuple[str, list[Any]]] = []
    for blok in blokken:
        if isinstance(blok, Kop) and blok.niveau == niveau:
            found.append((blok.tekst, []))
            continue
        if not found:
            found.append(("", []))
        found[-1][1].append(blok)
    return found
