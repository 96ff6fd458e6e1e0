"""What the writers of a document have in common: the words around its blocks, numbers of tables and pictures, sizes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise, takewhile
from pathlib import Path
from textwrap import shorten

from docx.image.image import Image

from monitor.domain.document import Alinea, AlineaSoort, Blok, Document, Kop, NieuweBladzijde, Prent, Tabel
from monitor.export import teksten
from monitor.nl import format_datum

LETTERS = Path(str(files("font_source_sans_pro") / "files"))
"""The folder with the letters for what is counted; those for what is told come with typst."""
BREEDTE_CM, HOOGTE_CM = 17.0, 20.0
"""The largest that a picture may be on an A4."""
LOGO_BREED_CM, LOGO_HOOG_CM = 5.0, 2.0
_CM_PER_PIXEL = 2.54 / 96
_MOST_ROWS, _MOST_SIGNS = 12, 1500
_MOST_IN_FOOT = 45
_MOST_LAST_LINES, _SHORT = 4, 200
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
    return _told(document.gemeente, format_datum(document.datum), _kenmerk(document))


def voet(document: Document) -> str:
    """What stands at the foot of every page, before its number: on one line, so a long title is cut off."""
    return _told(shorten(document.titel, _MOST_IN_FOOT, placeholder=" …"), document.gemeente, _kenmerk(document))


def _told(*facts: str) -> str:
    return " · ".join(it.strip() for it in facts if it.strip())


def _kenmerk(document: Document) -> str:
    return teksten.KENMERK.format(kenmerk=document.kenmerk) if document.kenmerk.strip() else ""


def with_next(blokken: Iterable[Blok]) -> Iterator[tuple[Blok, bool]]:
    """Each block, and whether it stays on one page with the next.

    A heading does, and so do the words above a picture or table, and the last lines before a new page: those who sign.
    """
    rows = (*blokken, None)
    last = _last_lines(rows)
    for place, (blok, after) in enumerate(pairwise(rows)):
        if blok is not None:
            above = isinstance(blok, Alinea) and isinstance(after, Prent | Tabel)
            yield blok, isinstance(blok, Kop) or above or place in last


def _last_lines(rows: Sequence[Blok | None]) -> set[int]:
    """The places of the short alineas before a new page, or before the end, that have another one behind them."""
    found: set[int] = set()
    for end, blok in enumerate(rows):
        if blok is None or isinstance(blok, NieuweBladzijde):
            tail = takewhile(lambda place: _is_short(rows[place]), range(end - 1, -1, -1))
            found |= set(list(tail)[1:_MOST_LAST_LINES])
    return found


def _is_short(blok: Blok | None) -> bool:
    return isinstance(blok, Alinea) and len(blok.tekst) <= _SHORT


def on_one_page(tabel: Tabel) -> bool:
    """Whether a table is so small that it stands on one page as a whole: no row of it is left over on the next."""
    return len(tabel.rijen) <= _MOST_ROWS and sum(len(cel) for rij in tabel.rijen for cel in rij) <= _MOST_SIGNS


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
