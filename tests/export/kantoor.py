"""LibreOffice as another office program, and where on a page each word stands."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from pathlib import Path

_PAGE = re.compile(r"<page [^>]*>(.*?)</page>", re.DOTALL)
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_SAME_LINE_PT = 2.5


@dataclass(frozen=True, slots=True)
class Woord:
    """A word on a page, and its box in points from the upper left corner."""

    links: float
    boven: float
    rechts: float
    onder: float
    tekst: str

    @property
    def midden(self) -> float:
        """Half way its height: words of other sizes on one line have this in common."""
        return (self.boven + self.onder) / 2


def converted(soffice: Sequence[str], files: Sequence[Path], to: str) -> list[Path]:
    """The files in another kind, as LibreOffice writes them; in one go, because it takes seconds to begin."""
    folder = files[0].parent / f"als-{to}"
    subprocess.run(  # noqa: S603 - our own words and files
        [*soffice, "--convert-to", to, "--outdir", str(folder), *map(str, files)],
        capture_output=True,
        check=True,
        timeout=300,
    )
    made = [folder / f"{file.stem}.{to}" for file in files]
    for file in made:
        assert file.exists(), f"LibreOffice kon {file.stem} niet openen"
    return made


def words_of(pdf: bytes) -> list[list[Woord]]:
    """The words of every page."""
    told = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True, timeout=120)  # noqa: S607
    return [
        [Woord(*map(float, box), tekst=unescape(text)) for *box, text in _WORD.findall(page)]
        for page in _PAGE.findall(told.stdout.decode())
    ]


def lines_of(page: Sequence[Woord]) -> list[str]:
    """What is read from left to right, from the top of a page down; what stands beside each other is one line."""
    return [" ".join(it.tekst for it in sorted(line, key=lambda it: it.links)) for line in _lines(page)]


def _lines(page: Sequence[Woord]) -> Iterator[list[Woord]]:
    line: list[Woord] = []
    for word in sorted(page, key=lambda it: it.midden):
        if line and word.midden - line[-1].midden > _SAME_LINE_PT:
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def overlaps(page: Sequence[Woord]) -> list[tuple[str, str]]:
    """The words that are printed over each other."""
    found = []
    for line in _lines(page):
        row = sorted(line, key=lambda it: it.links)
        found += [(one.tekst, two.tekst) for one, two in pairwise(row) if one.rechts - two.links > 1]
    return found
