"""A document as Markdown (CommonMark with the tables of GitHub): what people wrote stays text, whatever is in it."""

import re
from collections.abc import Callable, Iterable, Iterator

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
from monitor.export.layout import Bijschrift, bijschriften, onder_de_titel, quoted, words
from monitor.export.tekens import vervang

_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]<>|~&$^#@]|(?<=\bwww)\.|(?<=[A-Za-z]):(?=//)|:(?=[a-z0-9_+-]+:))")
"""What Markdown reads anywhere in a line, and what its readers make a link, a formula, a face or a person of."""
_AT_THE_BEGIN = re.compile(r"^([0-9]{1,9}(?=[.)](?:\s|$))|(?=[+-](?:[\s-]|$))|(?==))(.)")
"""What Markdown reads only at the begin of a line."""
_LINE_END = "&#10;"


def make_markdown(document: Document) -> str:
    """The document as one text that ends in a line end."""
    shown = vervang(document)
    captions = bijschriften(shown)
    head = [f"# {_line(shown.titel)}"]
    if shown.ondertitel.strip():
        head.append(f"**{_line(shown.ondertitel)}**")
    head.append(_text(onder_de_titel(shown)))
    body = _apart(shown.blokken, lambda blok: _blok(blok, captions))
    return "\n\n".join(it for it in (*head, *body) if it) + "\n"


def _apart(blokken: Iterable[Blok], write: Callable[[Blok], str]) -> Iterator[str]:
    """The blocks one by one; a list right behind another would go on where that one stopped."""
    before: Blok | None = None
    for blok in blokken:
        if isinstance(blok, Lijst) and isinstance(before, Lijst):
            yield "<!-- -->"
        yield write(blok)
        before = blok


def _blok(blok: object, captions: Iterator[Bijschrift]) -> str:
    match blok:
        case Kop():
            return f"{'#' * (blok.niveau + 1)} {_line(blok.tekst)}"
        case Tabel():
            return f"{_text(str(next(captions)))}\n\n{_tabel(blok)}"
        case Prent():
            return f"{_text(str(next(captions)))}\n\n{_text(blok.alt)}"
        case Kader():
            inside = [f"**{_line(blok.kop)}**" if blok.kop.strip() else "", *_apart(blok.blokken, _stuk)]
            return _behind("\n\n".join(it for it in inside if it))
        case NieuweBladzijde():
            return ""
        case _:
            return _stuk(blok)


def _stuk(blok: object) -> str:
    """A block that may also stand in a kader."""
    match blok:
        case Alinea():
            return _behind(_text(words(blok))) if blok.soort is AlineaSoort.LET_OP else _text(words(blok))
        case Lijst():
            return _lijst(blok)
        case Citaat():
            told = _text(quoted(blok.tekst))
            return _behind(f"{told}\n\n{_text(blok.bij)}" if blok.bij.strip() else told)
        case _:
            raise TypeError(f"a block that no document has: {blok!r}")


def _lijst(lijst: Lijst) -> str:
    signs = [f"{lijst.begin + place}." if lijst.genummerd else "-" for place in range(len(lijst.items))]
    lines = [f"{sign} {_deeper(_text(item), len(sign) + 1)}" for sign, item in zip(signs, lijst.items, strict=True)]
    return "\n".join(lines)


def _deeper(text: str, signs: int) -> str:
    return text.replace("\n", "\n" + " " * signs)


def _behind(text: str) -> str:
    """As a quotation."""
    return "\n".join(f"> {line}".rstrip(" ") for line in text.split("\n"))


def _tabel(tabel: Tabel) -> str:
    under = ["--:" if place in tabel.getalkolommen else "---" for place in range(len(tabel.kolommen))]
    rows = ([_line(it) for it in tabel.kolommen], under, *([_line(it) for it in rij] for rij in tabel.rijen))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _text(text: str) -> str:
    """Text of somebody, as Markdown that shows it as it is; a line end in it stays one."""
    return _escaped(text, "\\\n")


def _line(text: str) -> str:
    """The same where only one line fits: a heading, a cell."""
    return _escaped(text, _LINE_END)


def _escaped(text: str, line_end: str) -> str:
    """Line by line; white at an end of a line would be lost, and an empty line would begin another alinea."""
    made = ""
    for place, line in enumerate(text.split("\n")):
        shown = _escaped_line(line)
        joint = "" if place == 0 else line_end if shown and made and not made.endswith(_LINE_END) else _LINE_END
        made += joint + shown
    return made


def _escaped_line(line: str) -> str:
    bare = line.strip()
    if not bare:
        return _white(line)
    before, after = line[: line.index(bare)], line[line.index(bare) + len(bare) :]
    return _white(before) + _AT_THE_BEGIN.sub(r"\1\\\2", _MEANS_SOMETHING.sub(r"\\\1", bare)) + _white(after)


def _white(text: str) -> str:
    return "".join(f"&#{ord(it)};" for it in text)
