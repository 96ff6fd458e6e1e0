"""Whether a Word template or a logo of a gemeente may be kept: nothing in it runs, calls elsewhere or is too large.

Pure functions on bytes. All problems are told at once, in sentences for who has to repair the file.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from posixpath import normpath
from typing import Any

from lxml import etree
from PIL import Image

from monitor.errors import OngeldigBestand, Probleem

MEESTE_MB = 5
MEESTE_UITGEPAKT_MB = 50
MEESTE_DELEN = 1_000
KLEINSTE_LOGO, GROOTSTE_LOGO = 16, 6_000
"""Sides of a logo in pixels."""
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template"
PNG, JPEG = "image/png", "image/jpeg"

_MB = 1024 * 1024
_TYPES = "[Content_Types].xml"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RUNS = re.compile("vba|macro|activex|keymapcustomization|ax-control", re.IGNORECASE)
"""In a name or a kind of part: something that runs."""
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
_FETCHES = re.compile(
    r"\b(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|HYPERLINK(?= +[\"]?[a-z]+:)|DDEAUTO|DDE|DATABASE|MACROBUTTON"
    r"|RD)\b",
    re.IGNORECASE,
)
"""Fields of Word that fetch something or run."""
_PIECES = (f"{_W}instrText", f"{_W}delInstrText", f"{_W}fldChar")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\")

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
VELD = "In het bestand staat een veld dat iets van elders haalt of uitvoert ({veld}). Haal dat veld weg in Word."
KAPOT = "Het bestand is beschadigd: {deel} is niet te lezen. Bewaar het opnieuw in Word."
ANDERS = "Het bestand zegt iets anders te zijn dan het is. Bewaar het opnieuw, en kies het nog een keer."
GEEN_PLAATJE = "Dit is geen plaatje dat wij kunnen gebruiken. Kies een PNG of een JPEG."
KAPOT_PLAATJE = "Het plaatje is beschadigd. Bewaar het opnieuw als PNG of JPEG."
MAAT = (
    "Het plaatje moet aan elke kant van {kleinste} tot en met {grootste} beeldpunten zijn; dit is {breed} bij {hoog}."
)


def check_sjabloon(inhoud: bytes, mime: str = "") -> str:
    """The mime type of a Word template that may be kept. Raises OngeldigBestand with every problem.

    `mime` is what the browser said of it; empty when nobody said anything.
    """
    _check_size(inhoud)
    if inhoud.startswith(_OLD_WORD):
        raise OngeldigBestand(OUD_WORD)
    parts = _unpacked(inhoud)
    problems: list[str] = []
    trees = dict(_trees(parts, problems))
    found = _kind(trees)
    if found is None:
        problems.insert(0, GEEN_WORD)
    elif mime and mime not in {found, "application/octet-stream"}:
        problems.append(ANDERS)
    problems += [*_running(parts, trees), *_relations(trees), *_fields(trees)]
    if problems:
        raise OngeldigBestand(Probleem(it) for it in dict.fromkeys(problems))
    return found or DOCX


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


def _trees(parts: Mapping[str, bytes], problems: list[str]) -> Iterator[tuple[str, Any]]:
    """Every part that is XML, whatever its name: a part is what its content makes of it.

    What should be XML and cannot be read is a problem, and so is what defines signs of its own.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    for name, content in parts.items():
        try:
            tree = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError):
            if name.lower().endswith((".xml", ".rels")):
                problems.append(KAPOT.format(deel=name))
            continue
        if tree.getroottree().docinfo.doctype:
            problems.append(KAPOT.format(deel=name))
            continue
        yield name, tree


def _kind(trees: Mapping[str, Any]) -> str | None:
    """The mime type of a Word document or template; None for everything else."""
    roots = trees.get("_rels/.rels")
    types = trees.get(_TYPES)
    if roots is None or types is None:
        return None
    main = [
        it.get("Target", "").lstrip("/")
        for it in roots.iter(_RELATIONS)
        if it.get("Type", "").endswith("/officeDocument")
    ]
    kinds = {it.get("PartName", "").lstrip("/"): it.get("ContentType", "") for it in types.iter(_OVERRIDE)}
    if len(main) != 1 or main[0] not in trees or trees[main[0]].find(f"{_W}body") is None:
        return None
    return {f"{DOCX}.main+xml": DOCX, f"{DOTX}.main+xml": DOTX}.get(kinds.get(main[0], ""))


# What it may not do


def _running(parts: Mapping[str, bytes], trees: Mapping[str, Any]) -> Iterator[str]:
    """A macro, or anything else that runs."""
    types = trees.get(_TYPES)
    kinds = [it.get("ContentType", "") for it in types] if types is not None else []
    if any(_RUNS.search(it) for it in (*parts, *kinds)):
        yield MACRO


def _relations(trees: Mapping[str, Any]) -> Iterator[str]:
    """What the file points at outside itself, and what it carries that is no part of a document."""
    for name, tree in trees.items():
        for it in tree.iter(_RELATIONS) if name.lower().endswith(".rels") else ():
            kind, target = it.get("Type", "").rsplit("/", 1)[-1], it.get("Target", "")
            if _RUNS.search(kind):
                yield MACRO
            elif it.get("TargetMode", "").lower() == "external" or _ADDRESS.match(target):
                yield KOPPELING.format(wat=_ELSEWHERE.get(kind, "iets"), waar=target[:100])
            elif kind in _ELSEWHERE:
                yield INGESLOTEN.format(wat=_ELSEWHERE[kind])


def _fields(trees: Mapping[str, Any]) -> Iterator[str]:
    """Fields that fetch something, of which Word may keep the words in pieces; and addresses of pictures elsewhere."""
    for tree in trees.values():
        pieces = [it.text or "" if it.tag != f"{_W}fldChar" else " " for it in tree.iter(*_PIECES)]
        simple = [it.get(f"{_W}instr", "") for it in tree.iter(f"{_W}fldSimple")]
        for veld in _FETCHES.findall(" ".join(["".join(pieces), *simple])):
            yield VELD.format(veld=veld.upper())
        for it in tree.iter("{urn:schemas-microsoft-com:vml}*"):
            for waar in (it.get("src", ""), it.get("href", "")):
                if _ADDRESS.match(waar):
                    yield KOPPELING.format(wat="een plaatje", waar=waar[:100])
