"""Whether a Word template or a logo of a gemeente may be kept: nothing in it runs, calls elsewhere or is too large.

Pure functions on bytes. All problems are told at once, in sentences for who has to repair the file.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import BytesIO
from posixpath import normpath

from PIL import Image

from monitor.domain.document import Alinea, Document, DocumentSoort, Huisstijl
from monitor.errors import OngeldigBestand, Probleem
from monitor.services.word_reader import GelezenDeel, OngeldigDeel, Verwijzing, read_deel

MEESTE_MB = 5
MEESTE_UITGEPAKT_MB = 50
MEESTE_DELEN = 1_000
MEESTE_TEKENS = 8_000_000
MEESTE_ELEMENTEN = 200_000
MEESTE_KENMERKEN = 500_000
"""Of XML: so many signs in one part, so many elements and attributes in all parts."""
KLEINSTE_LOGO, GROOTSTE_LOGO = 16, 6_000
"""Sides of a logo in pixels."""
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template"
PNG, JPEG = "image/png", "image/jpeg"

_MB = 1024 * 1024
_MOST_TOLD = 30
"""So many problems somebody can read."""
_TYPES = "[Content_Types].xml"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_RUNS = re.compile("vba|macro|activex|keymapcustomization|ax-control", re.IGNORECASE)
"""In a name or a kind of part: something that runs."""
_ADDED = re.compile("webextension|customui|extensibility", re.IGNORECASE)
"""Likewise: something that puts itself in Word."""
_ELSEWHERE = {
    "attachedTemplate": "een ander sjabloon",
    "oleObject": "een ingesloten bestand",
    "package": "een ingesloten bestand",
    "control": "een besturingselement",
    "frame": "een ander bestand",
    "subDocument": "een ander bestand",
    "aFChunk": "een ander bestand",
    "mailMergeSource": "een lijst van adressen",
    "mailMergeHeaderSource": "een lijst van adressen",
}
_CARRIED = (_OLD_WORD, b"PK\x03\x04")
"""How a file begins that is carried in another."""
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_XML = re.compile(rb"\s*\x00?<")

BLIJFT = frozenset(
    {
        "styles",
        "numbering",
        "settings",
        "fontTable",
        "font",
        "theme",
        "themeOverride",
        "header",
        "footer",
        "footnotes",
        "endnotes",
        "image",
        "hdphoto",
    }
)
"""The kinds of parts of a template that come into a document. All others stay behind: they tell who made it."""
_STAYS_BEHIND = frozenset({"printerSettings"})
"""Kinds that the text names and that it does not miss."""

Schrijver = Callable[[Document, DocumentSoort, Huisstijl], bytes]

GEEN_WORD = "Dit is geen Word-bestand. Kies een bestand dat eindigt op .docx of .dotx."
OUD_WORD = (
    "Dit is een oud Word-bestand, of er zit een wachtwoord op. Open het in Word en bewaar het zonder wachtwoord "
    "als .docx of .dotx."
)
TE_GROOT = "Het bestand is groter dan {meeste} MB. Maak de plaatjes erin kleiner."
TE_VEEL = "Uitgepakt is dit bestand veel te groot. Maak in Word een nieuw, leeg bestand met alleen uw huisstijl."
MACRO = "In het bestand zit een macro. Bewaar het in Word als .docx of .dotx, zonder macro's."
KOPPELING = "Het bestand verwijst naar {wat} buiten dit bestand ({waar}). Haal die verwijzing weg in Word."
INGESLOTEN = "In het bestand zit {wat}. Haal dat weg in Word."
INVOEGTOEPASSING = (
    "In het bestand zit een invoegtoepassing of een eigen lint. Maak in Word een nieuw, leeg bestand met alleen uw "
    "huisstijl."
)
SAMENVOEGEN = (
    "Het bestand is verbonden met een lijst van adressen. Kies in Word bij Verzendlijsten, Afdruk samenvoegen starten "
    "voor een normaal Word-document, en bewaar het opnieuw."
)
PROGRAMMA = "In het bestand zit een plaatje waarin iets draait. Zet er in Word een PNG of JPEG voor in de plaats."
GEWIJZIGD = "In het bestand staan wijzigingen met de naam van wie ze maakte. Accepteer in Word alle wijzigingen."
ONDERDEEL = (
    "In het bestand zit iets dat niet in een sjabloon kan ({wat}). Haal dat weg in Word. Tekst, tabellen en plaatjes "
    "mogen wel."
)
VELD = (
    "In het bestand staat een veld dat niet in een sjabloon mag ({veld}). Haal dat veld weg in Word. Wel mogen "
    "bladzijdenummers, datums, kruisverwijzingen en een inhoudsopgave."
)
HALF_VELD = "In het bestand staat een veld dat niet heel is. Haal dat veld weg in Word, en zet het er opnieuw in."
NIET_TE_GEBRUIKEN = (
    "Wij hebben een leeg stuk gemaakt met dit sjabloon, en dat lukte niet. Maak in Word een nieuw, leeg bestand met "
    "alleen uw huisstijl."
)
KAPOT = "Het bestand is beschadigd: {deel} is niet te lezen. Bewaar het opnieuw in Word."
ANDERS = "Het bestand zegt iets anders te zijn dan het is. Bewaar het opnieuw, en kies het nog een keer."
GEEN_PLAATJE = "Dit is geen plaatje dat wij kunnen gebruiken. Kies een PNG of een JPEG."
KAPOT_PLAATJE = "Het plaatje is beschadigd. Bewaar het opnieuw als PNG of JPEG."
MAAT = (
    "Het plaatje moet aan elke kant van {kleinste} tot en met {grootste} beeldpunten zijn; dit is {breed} bij {hoog}."
)
_REFUSED = {"mailmerge": SAMENVOEGEN, "script": PROGRAMMA, "customui": INVOEGTOEPASSING}
"""Names of elements, in small letters."""


def check_sjabloon(inhoud: bytes, mime: str = "") -> str:
    """The mime type of a Word template that may be kept. Raises OngeldigBestand with every problem.

    `mime` is what the browser said of it; empty when nobody said anything.
    """
    _check_size(inhoud)
    if inhoud.startswith(_OLD_WORD):
        raise OngeldigBestand(OUD_WORD)
    parts = _unpacked(inhoud)
    problems: list[str] = []
    read = _read_all(parts, problems)
    found = _kind(read)
    if found is None:
        problems.insert(0, GEEN_WORD)
    elif mime and mime not in {found, "application/octet-stream"}:
        problems.append(ANDERS)
    problems += [*_running(parts, read), *_relations(read), *_inside(read), *_carried(parts)]
    if problems:
        raise OngeldigBestand(Probleem(it) for it in list(dict.fromkeys(problems))[:_MOST_TOLD])
    return found or DOCX


def try_sjabloon(inhoud: bytes, schrijf: Schrijver) -> None:
    """Make an empty document with a template. Raises OngeldigBestand where the one who writes documents cannot."""
    document = Document("Proef", "", "", date(2000, 1, 1), "", (Alinea("Proef"),))
    try:
        schrijf(document, DocumentSoort.DOCX, Huisstijl(inhoud))
    # What is wrong with a file of somebody else shows in any error of the library that reads it.
    except Exception as error:
        raise OngeldigBestand(NIET_TE_GEBRUIKEN) from error


def check_logo(inhoud: bytes, mime: str = "") -> str:
    """The mime type of a logo that may be kept. Raises OngeldigBestand with what is wrong."""
    _check_size(inhoud)
    found = PNG if inhoud.startswith(b"\x89PNG\r\n\x1a\n") else JPEG if inhoud.startswith(b"\xff\xd8\xff") else None
    if found is None:
        raise OngeldigBestand(GEEN_PLAATJE)
    if mime and mime not in {found, "application/octet-stream"}:
        raise OngeldigBestand(ANDERS)
    try:
        with Image.open(BytesIO(inhoud), formats=["PNG" if found == PNG else "JPEG"]) as image:
            _check_sides(*image.size)
            image.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise OngeldigBestand(KAPOT_PLAATJE) from error
    return found


def _check_size(inhoud: bytes) -> None:
    if len(inhoud) > MEESTE_MB * _MB:
        raise OngeldigBestand(TE_GROOT.format(meeste=MEESTE_MB))


def _check_sides(breed: int, hoog: int) -> None:
    if not all(KLEINSTE_LOGO <= side <= GROOTSTE_LOGO for side in (breed, hoog)):
        raise OngeldigBestand(MAAT.format(kleinste=KLEINSTE_LOGO, grootste=GROOTSTE_LOGO, breed=breed, hoog=hoog))


# What is in the file


def _unpacked(inhoud: bytes) -> dict[str, bytes]:
    """The parts of the file; never more of them than the memory of a server bears."""
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as archive:
            entries = archive.infolist()
            if len(entries) > MEESTE_DELEN or sum(it.file_size for it in entries) > MEESTE_UITGEPAKT_MB * _MB:
                raise OngeldigBestand(TE_VEEL)
            names = [it.filename for it in entries]
            if _TYPES not in names or len(set(names)) < len(names) or not all(_stays_inside(it) for it in names):
                raise OngeldigBestand(GEEN_WORD)
            return {it.filename: _read(archive, it) for it in entries if not it.is_dir()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise OngeldigBestand(GEEN_WORD) from error


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """A part, never further than the size that it says it has: read without a size it would grow until it ends."""
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise OngeldigBestand(GEEN_WORD)
    with archive.open(entry) as part:
        return part.read(entry.file_size + 1)


def _stays_inside(name: str) -> bool:
    return "\\" not in name and not name.startswith("/") and not normpath(name).startswith("..")


def _read_all(parts: Mapping[str, bytes], problems: list[str]) -> dict[str, GelezenDeel]:
    """Every part that is XML, by what the list of the file or its own first sign says, whatever its name.

    What should be XML and cannot be read is a problem, and so is what defines signs of its own.
    """
    read: dict[str, GelezenDeel] = {}
    left, attributes = MEESTE_ELEMENTEN, MEESTE_KENMERKEN
    kinds: Mapping[str, str] = {}
    for name in sorted(parts, key=lambda it: it != _TYPES):
        content = parts[name]
        if not _is_xml(name, content, kinds):
            continue
        attributes -= content.count(b"=")
        if len(content) > MEESTE_TEKENS or attributes < 0:
            raise OngeldigBestand(TE_VEEL)
        try:
            read[name] = read_deel(content, left)
        except OverflowError as error:
            raise OngeldigBestand(TE_VEEL) from error
        except OngeldigDeel:
            problems.append(KAPOT.format(deel=name))
            continue
        left -= read[name].aantal
        kinds = read[name].soorten if name == _TYPES else kinds
    return read


def _is_xml(name: str, content: bytes, kinds: Mapping[str, str]) -> bool:
    low = name.lower()
    kind = kinds.get(low) or kinds.get(f".{low.rpartition('.')[2]}", "")
    said = low.endswith((".xml", ".rels")) or kind.endswith(("+xml", "/xml"))
    return said or content.startswith(_MARKS) or _XML.match(content) is not None


def _kind(read: Mapping[str, GelezenDeel]) -> str | None:
    """The mime type of a Word document or template; None for everything else."""
    roots = read.get("_rels/.rels")
    types = read.get(_TYPES)
    if roots is None or types is None:
        return None
    main = [it.doel.lstrip("/") for it in roots.verwijzingen if it.soort == "officeDocument"]
    if len(main) != 1 or main[0] not in read or read[main[0]].wortel[:1] != ["document"]:
        return None
    if "body" not in read[main[0]].wortel:
        return None
    return {f"{DOCX}.main+xml": DOCX, f"{DOTX}.main+xml": DOTX}.get(types.soorten.get(main[0].lower(), ""))


# What it may not do


def _running(parts: Mapping[str, bytes], read: Mapping[str, GelezenDeel]) -> Iterator[str]:
    """A macro, or anything else that runs."""
    said = [*parts, *(it for deel in read.values() for it in deel.soorten.values())]
    if any(_RUNS.search(it) for it in said):
        yield MACRO
    if any(_ADDED.search(it) for it in said):
        yield INVOEGTOEPASSING


def _relations(read: Mapping[str, GelezenDeel]) -> Iterator[str]:
    """What the file points at outside itself, and what it carries that is no part of a document."""
    for name, deel in read.items():
        source = read.get(name.replace("_rels/", "").removesuffix(".rels"))
        needed = source.gebruikt if source is not None and "glossary/" not in name else set()
        for it in deel.verwijzingen:
            yield from _relation(it, needed)


def _relation(it: Verwijzing, needed: set[str]) -> Iterator[str]:
    if _RUNS.search(it.soort):
        yield MACRO
    elif _ADDED.search(it.soort):
        yield INVOEGTOEPASSING
    elif it.buiten:
        yield KOPPELING.format(wat=_ELSEWHERE.get(it.soort, "iets"), waar=it.doel.strip()[:100])
    elif it.soort in _ELSEWHERE:
        yield INGESLOTEN.format(wat=_ELSEWHERE[it.soort])
    elif it.id in needed and it.soort not in BLIJFT | _STAYS_BEHIND:
        yield ONDERDEEL.format(wat=it.soort[:40])


def _inside(read: Mapping[str, GelezenDeel]) -> Iterator[str]:
    """Fields that are not on the list, addresses of pictures elsewhere, and what else the text of a part holds."""
    for deel in read.values():
        for veld in deel.velden:
            yield VELD.format(veld=veld) if veld else HALF_VELD
        for waar in deel.adressen:
            yield KOPPELING.format(wat="een plaatje", waar=waar.strip()[:100])
        low = {it.lower() for it in deel.elementen}
        yield from (said for sign, said in _REFUSED.items() if sign in low)
        if deel.gewijzigd:
            yield GEWIJZIGD


def _carried(parts: Mapping[str, bytes]) -> Iterator[str]:
    if any(it.startswith(_CARRIED) for it in parts.values()):
        yield INGESLOTEN.format(wat="een ingesloten bestand")
