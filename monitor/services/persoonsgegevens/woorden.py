"""A text as words, with what the search for names asks of each: where it stands, its capital, its sentence."""

import re
from dataclasses import dataclass

from monitor.sources.namenlijsten import fold, words

_WOORD = re.compile(r"[^\W\d_]+(?:[-'’´`.][^\W\d_]+)*")
_AFKORTINGEN = words(
    """
    bijv bv dhr dr drs ds dra enz etc fam geb hr ing ir mej mevr mr mw nl nr prof resp sr st str tel zgn zr wed blz ca
    o.a d.w.z t.a.v p.s a.u.b m.a.w t.o.v i.v.m i.p.v m.b.t
    """
)
_EINDE_ZIN = re.compile(r"[.!?…:;•*\n\r]")
_OPENT = "\"'“”„‘’«»([-–—• \t\n\r"


@dataclass(frozen=True, slots=True)
class Woord:
    """One word of a text."""

    begin: int
    eind: int
    tekst: str
    kaal: str
    """Lower case, without accents."""
    hoofdletter: bool
    vooraan: bool
    """Whether it is the first of its sentence, where a capital says nothing."""
    ervoor: str
    """What stands between the previous word and this one."""


def split_woorden(tekst: str) -> list[Woord]:
    """All words of a text, in order."""
    found: list[Woord] = []
    previous_end = 0
    for match in _WOORD.finditer(tekst):
        begin, eind, text = match.start(), match.end(), match.group()
        for part_begin, part_eind in _parts(text):
            between = tekst[previous_end : begin + part_begin]
            part = text[part_begin:part_eind]
            found.append(
                Woord(
                    begin + part_begin,
                    begin + part_eind,
                    part,
                    fold(part),
                    part[0].isupper(),
                    _starts_sentence(between, found[-1] if found else None),
                    between,
                )
            )
            previous_end = begin + part_eind
        previous_end = eind
    return found


def _parts(text: str) -> list[tuple[int, int]]:
    """Where the words are in letters with dots between them: "huis.Toen" is two words; "J.P" and "o.a" are one."""
    if "." not in text or all(len(part) == 1 for part in text.split(".")):
        return [(0, len(text))]
    parts, begin = [], 0
    for part in text.split("."):
        parts.append((begin, begin + len(part)))
        begin += len(part) + 1
    return parts


def _starts_sentence(between: str, previous: Woord | None) -> bool:
    if previous is None:
        return True
    if not _EINDE_ZIN.search(between):
        return between.endswith(("'", '"', "“", "‘", "„")) and "," in between
    if between.rstrip() != "." or "\n" in between:
        return True
    return not (previous.kaal in _AFKORTINGEN or (previous.hoofdletter and _is_initials(previous.tekst)))


def _is_initials(text: str) -> bool:
    return all(len(part) == 1 for part in text.split(".")) or text in {"Th", "Ch", "Chr", "Joh", "Ph", "Wm", "IJ", "Fr"}


def is_initials(woord: Woord, tekst: str) -> bool:
    """Whether a word is one or more initials, with a dot after it: "J.", "A.B."."""
    return woord.hoofdletter and _is_initials(woord.tekst) and tekst[woord.eind : woord.eind + 1] == "."
