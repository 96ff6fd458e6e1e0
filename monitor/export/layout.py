"""What the writers of a document have in common: the words around its blocks, numbers of tables and pictures, sizes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from docx.image.image import Image

from monitor.domain.document import Alinea, AlineaSoort, Document, Prent, Tabel
from monitor.export import teksten
from monitor.nl import format_datum

LETTERS = Path(str(files("font_source_sans_pro") / "files"))
"""The folder with the letters for what is counted; those for what is told come with typst."""
BREEDTE_CM, HOOGTE_CM = 16.0, 20.0
"""The largest that a picture may be on an A4."""
LOGO_BREED_CM, LOGO_HOOG_CM = 5.0, 2.0
_CM_PER_PIXEL = 2.54 / 96
_LEAST, _MOST = 6, 36
"""A column counts as at least and at most so many characters wide."""
_SIZE = re.compile(r'<svg\b[^>]*?\b(width|height)="([0-9.]+)(?:px)?"[^>]*?\b(width|height)="([0-9.]+)(?:px)?"')
_VIEW = re.compile(r'<svg\b[^>]*?\bviewBox="[-0-9.]+[ ,]+[-0-9.]+[ ,]+([0-9.]+)[ ,]+([0-9.]+)"')


@dataclass(frozen=True, slots=True)
class Bijschrift:
    """The words with a table or picture: "Tabel", its number and the rest."""

    soort: str
    nummer: int
    tekst: str

    def __str__(self) -> str:
        return f"{self.soort} {self.nummer}. {self.tekst}".rstrip()


def bijschriften(document: Document) -> Iterator[Bijschrift]:
    """The words with every table and picture, in order; both are counted from one."""
    tabellen = figuren = 0
    for blok in document.blokken:
        if isinstance(blok, Tabel):
            tabellen += 1
            yield Bijschrift(teksten.TABEL, tabellen, blok.titel)
        elif isinstance(blok, Prent):
            figuren += 1
            yield Bijschrift(teksten.FIGUUR, figuren, blok.bijschrift)


def onder_de_titel(document: Document) -> str:
    """Whose document it is, of which day, and by which mark its figures can be found again."""
    kenmerk = teksten.KENMERK.format(kenmerk=document.kenmerk) if document.kenmerk.strip() else ""
    return " · ".join(it for it in (document.gemeente.strip(), format_datum(document.datum), kenmerk) if it)


def logo_alt(document: Document) -> str:
    """What a screen reader says of the logo."""
    naam = document.gemeente.strip()
    return teksten.LOGO_VAN.format(gemeente=naam) if naam else teksten.LOGO


def words(alinea: Alinea) -> str:
    """The words of an alinea; what a reader must not miss says so, for colour alone tells nothing."""
    if alinea.soort is not AlineaSoort.LET_OP or alinea.tekst.startswith(teksten.LET_OP.strip()):
        return alinea.tekst
    return f"{teksten.LET_OP}{alinea.tekst}"


def quoted(text: str) -> str:
    """A citaat between quotation marks, for who hears it and sees no margin."""
    return f"“{text}”"


def column_shares(tabel: Tabel) -> tuple[float, ...]:
    """Which part of the width each column takes, after the longest words in it; together 1."""
    columns = zip(tabel.kolommen, *tabel.rijen, strict=True)
    lengths = [
        min(_MOST, max(_LEAST, *(len(line) for cell in column for line in cell.split("\n")))) for column in columns
    ]
    return tuple(length / sum(lengths) for length in lengths)


def picture_size(svg: str) -> tuple[float, float]:
    """Width and height in centimetres at which a drawing fits on the page."""
    match, view = _SIZE.search(svg), _VIEW.search(svg)
    if match:
        sides = {match[1]: float(match[2]), match[3]: float(match[4])}
        width, height = sides.get("width", 0.0), sides.get("height", 0.0)
    elif view:
        width, height = float(view[1]), float(view[2])
    else:
        width = height = 0.0
    return fitting(width, height, BREEDTE_CM, HOOGTE_CM)


def logo_size(logo: bytes) -> tuple[float, float]:
    """Width and height in centimetres at which a logo stands above the title."""
    image = Image.from_blob(logo)
    return fitting(image.px_width, image.px_height, LOGO_BREED_CM, LOGO_HOOG_CM)


def fitting(width: float, height: float, widest: float, highest: float) -> tuple[float, float]:
    """A picture of so many pixels in centimetres, made smaller where it has to be; a square when nothing is known."""
    if width <= 0 or height <= 0:
        return widest / 2, widest / 2
    share = min(1.0, widest / (width * _CM_PER_PIXEL), highest / (height * _CM_PER_PIXEL))
    return width * _CM_PER_PIXEL * share, height * _CM_PER_PIXEL * share
