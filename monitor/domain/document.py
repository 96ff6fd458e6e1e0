"""A document as it is written: what stands in it, in order, and nothing of how it looks or in which file it goes.

Every text is plain text. No writer ever reads Markdown, HTML, XML or typst in it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

DIEPSTE_KOP = 3


class AlineaSoort(StrEnum):
    """How loud an alinea speaks."""

    GEWOON = "gewoon"
    KLEIN = "klein"
    LET_OP = "let_op"
    """What a reader must not miss; it begins with "Let op:"."""


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading. The title of the document stands above them all, so the first one has niveau 1."""

    niveau: int
    tekst: str

    def __post_init__(self) -> None:
        if not 1 <= self.niveau <= DIEPSTE_KOP:
            raise ValueError(f"a heading of level {self.niveau}")
        _said(self.tekst, "a heading")


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph; a line end in it stays a line end."""

    tekst: str
    soort: AlineaSoort = AlineaSoort.GEWOON


@dataclass(frozen=True, slots=True)
class Lijst:
    """A list; a numbered one begins at `begin`, whatever list stood before it."""

    items: tuple[str, ...]
    genummerd: bool = False
    begin: int = 1

    def __post_init__(self) -> None:
        if not self.items:
            raise ValueError("a list without items")
        if self.begin < 0:
            raise ValueError(f"a list that begins at {self.begin}")


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with one row of headings; `getalkolommen` are the places of the columns that hold numbers."""

    titel: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    getalkolommen: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        _said(self.titel, "a table")
        if not self.kolommen:
            raise ValueError("a table without columns")
        if any(len(rij) != len(self.kolommen) for rij in self.rijen):
            raise ValueError("a row with more or fewer cells than the table has columns")
        if not self.getalkolommen <= set(range(len(self.kolommen))):
            raise ValueError("a column of numbers that the table does not have")


@dataclass(frozen=True, slots=True)
class Prent:
    """A picture: its drawing as SVG, what it shows for who cannot see it, and the words under it."""

    svg: str
    alt: str
    bijschrift: str

    def __post_init__(self) -> None:
        _said(self.alt, "a picture")


@dataclass(frozen=True, slots=True)
class Citaat:
    """What a teller said, as she agreed to it, and who she is and when she said it."""

    tekst: str
    bij: str = ""


@dataclass(frozen=True, slots=True)
class Kader:
    """Something that stands apart from the text around it, under words of its own that are no heading."""

    kop: str
    blokken: tuple[Alinea | Lijst | Citaat, ...]


@dataclass(frozen=True, slots=True)
class NieuweBladzijde:
    """What follows begins on a new page."""


Blok = Kop | Alinea | Lijst | Tabel | Prent | Citaat | Kader | NieuweBladzijde


@dataclass(frozen=True, slots=True)
class Document:
    """A document. Levels of headings never skip: under niveau 1 comes 2, never 3."""

    titel: str
    ondertitel: str
    gemeente: str
    datum: date
    kenmerk: str
    """By which the figures and citaten in it can be found again (hash of the snapshot); may be empty."""
    blokken: tuple[Blok, ...]
    taal: str = "nl-NL"

    def __post_init__(self) -> None:
        _said(self.titel, "a document")
        _check_levels(blok.niveau for blok in self.blokken if isinstance(blok, Kop))


class DocumentSoort(StrEnum):
    """In which kind of file a document is written."""

    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    MD = "md"


@dataclass(frozen=True, slots=True)
class Huisstijl:
    """What a gemeente gave to make a document look like hers; both were checked before they were kept."""

    sjabloon: bytes | None = None
    """A Word template, .docx or .dotx."""
    logo: bytes | None = None
    """A PNG or JPEG."""


def _said(text: str, what: str) -> None:
    if not text.strip():
        raise ValueError(f"{what} without words")


def _check_levels(niveaus: Iterable[int]) -> None:
    above = 0
    for niveau in niveaus:
        if niveau > above + 1:
            raise ValueError(f"a heading of level {niveau} under one of level {above}")
        above = niveau
